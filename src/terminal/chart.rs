//! Charts that stay on the normal screen: drawn off-screen, written as lines.

use std::fmt::Write as _;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::{Marker, bar};
use ratatui::widgets::{Axis, Bar as Piece, BarChart, BarGroup, Chart, Dataset, GraphType, Widget};

use super::theme::Theme;
use super::wrap::{width, wrap};

/// The columns of a chart.
const COLUMNS: u16 = 76;
/// The columns of the name of a bar.
const NAMES: usize = 28;
/// The columns of a bar at 100 per cent.
const BAR: u16 = 20;
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

/// Bars below one another, with their names and numbers.
pub fn bars(bars: &[Bar], theme: Theme) -> String {
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
    let area = Rect::new(0, 0, BAR, rows);
    let mut buffer = Buffer::empty(area);
    chart.render(area, &mut buffer);
    let longest = bars.iter().map(|bar| width(&bar.name)).max().unwrap_or(0);
    let names = longest.min(NAMES);
    let mut out = String::new();
    for (bar, drawn) in bars.iter().zip(lines(&buffer, theme)) {
        for (n, name) in wrap(&bar.name, names).iter().enumerate() {
            let space = " ".repeat(names.saturating_sub(width(name)));
            let _ = write!(out, "  {name}{space}");
            if n == 0 {
                let _ = write!(out, "  {drawn} {:>3} %, {}", bar.percent, bar.words);
            }
            out.push('\n');
        }
    }
    out
}

/// Percentages one after the other; `ends` stand below the first and the last.
pub fn line(values: &[u32], ends: [&str; 2], theme: Theme) -> String {
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
    let area = Rect::new(0, 0, COLUMNS, LINES);
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
        insta::assert_snapshot!(bars(&some(), SIGNS));
        let plain = bars(&some()[..2], ASCII);
        assert!(plain.is_ascii(), "{plain}");
        assert!(plain.contains("####################"), "{plain}");
        let coloured = bars(&some(), Theme::FULL);
        assert!(coloured.contains("\x1b[0;36m"), "{coloured:?}");
    }

    #[test]
    fn a_line_goes_up_and_down() {
        let values = [20, 40, 100, 80, 60, 90];
        let ends = ["2026-11-01", "2026-11-23"];
        insta::assert_snapshot!(line(&values, ends, SIGNS));
        let plain = line(&values, ends, ASCII);
        assert!(plain.is_ascii(), "{plain}");
    }
}
