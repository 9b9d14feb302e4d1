//! Charts that stay on the normal screen: drawn off-screen, written as lines.

use std::fmt::Write as _;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::{Marker, bar};
use ratatui::widgets::{Axis, Bar as Piece, BarChart, BarGroup, Chart, Dataset, GraphType, Widget};

use super::theme::Theme;
use super::wrap::{width, wrap};

/// The columns of the name of a bar.
const NAMES: usize = 28;
/// The columns of a bar at 100 per cent, and the fewest that say anything.
const BAR: usize = 20;
const SHORTEST: usize = 6;
/// The lines of a line chart.
const LINES: u16 = 12;

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it is about.
    pub name: String,
    /// How full it is.
    pub percent: u32,
    /// What stands behind it.
    pub words: String,
}

/// Bars below one another, with their names and numbers; where a line of so many
/// columns does not hold all that, the name stands above.
pub fn bars(bars: &[Bar], columns: usize, theme: Theme) -> String {
    let numbers: Vec<String> = bars
        .iter()
        .map(|bar| format!("{:>3} %, {}", bar.percent, bar.words))
        .collect();
    let numbers_width = numbers.iter().map(|text| width(text)).max().unwrap_or(0);
    let longest = bars.iter().map(|bar| width(&bar.name)).max().unwrap_or(0);
    let names = longest.min(NAMES);
    let beside = columns.saturating_sub(2 + names + 2 + 1 + numbers_width);
    let stacked = beside < SHORTEST;
    let room = if stacked {
        columns.saturating_sub(4 + 1 + numbers_width)
    } else {
        beside
    };
    let drawn = pieces(bars, room.min(BAR), theme);
    let mut out = String::new();
    for ((bar, drawn), numbers) in bars.iter().zip(drawn).zip(numbers) {
        if stacked {
            for name in wrap(&bar.name, columns.saturating_sub(2)) {
                let _ = writeln!(out, "  {name}");
            }
            let _ = writeln!(out, "    {drawn} {numbers}");
            continue;
        }
        for (n, name) in wrap(&bar.name, names).iter().enumerate() {
            let space = " ".repeat(names.saturating_sub(width(name)));
            let _ = write!(out, "  {name}{space}");
            if n == 0 {
                let _ = write!(out, "  {drawn} {numbers}");
            }
            out.push('\n');
        }
    }
    out
}

/// The bars alone, one a line.
fn pieces(bars: &[Bar], columns: usize, theme: Theme) -> Vec<String> {
    let rows = u16::try_from(bars.len()).unwrap_or(u16::MAX);
    let pieces: Vec<Piece<'_>> = bars
        .iter()
        .map(|bar| {
            Piece::default()
                .value(u64::from(bar.percent))
                .text_value(String::new())
        })
        .collect();
    let set = if theme.signs {
        bar::NINE_LEVELS
    } else {
        bar::Set {
            full: "#",
            seven_eighths: "#",
            three_quarters: "#",
            five_eighths: "#",
            half: "#",
            three_eighths: " ",
            one_quarter: " ",
            one_eighth: " ",
            empty: " ",
        }
    };
    let chart = BarChart::default()
        .data(BarGroup::default().bars(&pieces))
        .direction(ratatui::layout::Direction::Horizontal)
        .bar_width(1)
        .bar_gap(0)
        .max(100)
        .bar_set(set)
        .bar_style(theme.bar());
    let area = Rect::new(0, 0, u16::try_from(columns).unwrap_or(u16::MAX), rows);
    let mut buffer = Buffer::empty(area);
    chart.render(area, &mut buffer);
    lines(&buffer, theme)
}

/// Percentages one after the other, over so many columns; `ends` stand below the
/// first and the last.
pub fn line(values: &[u32], ends: [&str; 2], columns: usize, theme: Theme) -> String {
    let points: Vec<(f64, f64)> = (0_u32..)
        .zip(values)
        .map(|(n, &value)| (f64::from(n), f64::from(value)))
        .collect();
    let last = points.last().map_or(1.0, |&(n, _)| n.max(1.0));
    let data = Dataset::default()
        .marker(if theme.signs {
            Marker::Braille
        } else {
            Marker::Dot
        })
        .graph_type(GraphType::Line)
        .style(theme.bar())
        .data(&points);
    let chart = Chart::new(vec![data])
        .x_axis(Axis::default().bounds([0.0, last]).labels(ends))
        .y_axis(
            Axis::default()
                .bounds([0.0, 100.0])
                .labels(["0 %", "50 %", "100 %"]),
        );
    let inner = u16::try_from(columns.saturating_sub(2)).unwrap_or(u16::MAX);
    let area = Rect::new(0, 0, inner, LINES);
    let mut buffer = Buffer::empty(area);
    chart.render(area, &mut buffer);
    let mut out = String::new();
    for line in lines(&buffer, theme) {
        let line = if theme.signs { line } else { in_ascii(&line) };
        let _ = writeln!(out, "  {}", line.trim_end());
    }
    out
}

/// The signs of axes and points where only ASCII can be shown.
fn in_ascii(line: &str) -> String {
    line.chars()
        .map(|c| match c {
            '│' => '|',
            '─' => '-',
            '└' => '+',
            '•' => '*',
            c => c,
        })
        .collect()
}

/// A buffer as lines of text, coloured if colours are wanted.
fn lines(buffer: &Buffer, theme: Theme) -> Vec<String> {
    let area = buffer.area;
    (area.top()..area.bottom())
        .map(|y| {
            let mut out = String::new();
            let mut last = Style::new();
            for x in area.left()..area.right() {
                let cell = &buffer[(x, y)];
                let style = cell.style();
                if theme.colour && code(style) != code(last) {
                    let _ = write!(out, "\x1b[0{}m", code(style));
                    last = style;
                }
                out.push_str(cell.symbol());
            }
            if !code(last).is_empty() {
                out.push_str("\x1b[0m");
            }
            out
        })
        .collect()
}

/// What a style is to a terminal; only what the theme uses.
fn code(style: Style) -> String {
    let mut code = String::new();
    if style.fg == Some(Color::Cyan) {
        code.push_str(";36");
    }
    for (modifier, number) in [(Modifier::BOLD, ";1"), (Modifier::DIM, ";2")] {
        if style.add_modifier.contains(modifier) {
            code.push_str(number);
        }
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIGNS: Theme = Theme {
        colour: false,
        signs: true,
    };
    const ASCII: Theme = Theme {
        colour: false,
        signs: false,
    };

    fn some() -> Vec<Bar> {
        [
            ("Plot", 100, "4 of 4"),
            ("Production", 50, "1 of 2"),
            ("日本語", 0, "0 of 3"),
        ]
        .map(|(name, percent, words)| Bar {
            name: name.to_owned(),
            percent,
            words: words.to_owned(),
        })
        .to_vec()
    }

    #[test]
    fn bars_stand_below_one_another() {
        insta::assert_snapshot!(bars(&some(), 76, SIGNS));
        let plain = bars(&some()[..2], 76, ASCII);
        assert!(plain.is_ascii(), "{plain}");
        assert!(plain.contains("####################"), "{plain}");
        let coloured = bars(&some(), 76, Theme::FULL);
        assert!(coloured.contains("\x1b[0;36m"), "{coloured:?}");
    }

    #[test]
    fn a_line_goes_up_and_down() {
        let values = [20, 40, 100, 80, 60, 90];
        let ends = ["2026-11-01", "2026-11-23"];
        insta::assert_snapshot!(line(&values, ends, 78, SIGNS));
        let plain = line(&values, ends, 78, ASCII);
        assert!(plain.is_ascii(), "{plain}");
    }

    #[test]
    fn charts_fit_in_the_columns_there_are() {
        let long = Bar {
            name: "A category with quite a long name".to_owned(),
            percent: 100,
            words: "1,234 of 1,234, 12.3 s".to_owned(),
        };
        let all = [some(), vec![long]].concat();
        for columns in [40, 60, 76] {
            let bars = bars(&all, columns, SIGNS);
            let line = line(&[20, 40], ["2026-11-01", "2026-11-23"], columns, SIGNS);
            let widest = bars.lines().chain(line.lines()).map(width).max();
            assert!(widest <= Some(columns), "{columns}:\n{bars}{line}");
        }
        insta::assert_snapshot!(bars(&all, 40, SIGNS));
    }
}
