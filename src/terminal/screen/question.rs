//! The question card.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::Paper;
use super::sheet::{Button, Row, Sheet, foot_height};
use crate::play::{Form, Input, Scene, View};
use crate::terminal::keymap::{Action, State};
use crate::terminal::words;
use crate::terminal::wrap::{width, wrap};
use crate::text::safe;

pub(super) fn fill(sheet: &mut Sheet, view: &View<'_>, paper: Paper) {
    let Scene::Question {
        question,
        highlighted,
        marked,
        removed,
        typed,
        hint,
        reported,
    } = view.scene
    else {
        return;
    };
    let theme = paper.theme;
    let columns = paper.columns();
    sheet.foot = foot(view, paper);
    sheet.page_keys = paper.state != State::Entry;
    sheet.text(&safe::lines(&question.stem), theme.strong(), columns);
    if let Some(task) = words::task(&question.form) {
        sheet.text(task, theme.quiet(), columns);
    }
    if let Some(hint) = hint {
        if paper.room.roomy {
            sheet.gap();
        }
        let label = Span::styled("Hint: ", theme.quiet());
        sheet.item(&label, &safe::shown(hint), Style::new(), columns);
    }
    if reported {
        sheet.text(words::REPORTED, theme.quiet(), columns);
    }
    sheet.gap();
    match &question.form {
        Form::Entry { .. } => entry(sheet, typed, paper),
        Form::Choice { options, .. } | Form::Several { options, .. } => {
            let rows: Vec<Vec<Row>> = options
                .iter()
                .enumerate()
                .map(|(place, text)| {
                    let option = Shown {
                        place,
                        text,
                        highlighted: highlighted == Some(place),
                        marked: (paper.state == State::Several).then(|| marked.contains(&place)),
                        removed: removed.contains(&place),
                    };
                    option.rows(paper)
                })
                .collect();
            let lines: usize = rows.iter().map(Vec::len).sum();
            let foot = foot_height(&sheet.foot, paper.room);
            let free = paper
                .room
                .body_lines(sheet.head.len(), foot)
                .saturating_sub(sheet.body.len() + lines);
            let airy = paper.room.roomy && free >= options.len();
            for rows in rows {
                sheet.body.extend(rows);
                if airy {
                    sheet.gap();
                }
            }
        }
    }
}

/// One option as it is shown.
struct Shown<'a> {
    place: usize,
    text: &'a str,
    highlighted: bool,
    marked: Option<bool>,
    removed: bool,
}

impl Shown<'_> {
    fn rows(&self, paper: Paper) -> Vec<Row> {
        let theme = paper.theme;
        let columns = paper.columns();
        let pointer = if self.highlighted {
            theme.pointer()
        } else {
            " "
        };
        let digit = match self.place {
            0..=8 => (self.place + 1).to_string(),
            _ => " ".to_owned(),
        };
        let mut first = format!(" {pointer} {digit}  ");
        if let Some(marked) = self.marked {
            first.push_str(theme.mark(marked));
            first.push(' ');
        }
        let indent = width(&first);
        let style = match (self.highlighted, self.removed) {
            (true, _) => theme.highlight(),
            (_, true) => theme.quiet(),
            _ => Style::new(),
        };
        let text = if self.removed {
            theme.dash().to_owned()
        } else {
            words::shown(self.text)
        };
        let action = (!self.removed).then_some(Action::Game(Input::Choose(self.place)));
        wrap(&text, columns.saturating_sub(indent + 1))
            .into_iter()
            .enumerate()
            .map(|(n, line)| {
                let before = if n == 0 {
                    first.clone()
                } else {
                    " ".repeat(indent)
                };
                let fill = columns.saturating_sub(indent + width(&line));
                let key = match (self.highlighted, self.removed) {
                    (false, false) => theme.key(),
                    _ => style,
                };
                Row {
                    line: Line::from(vec![
                        Span::styled(before, key),
                        Span::styled(line + &" ".repeat(fill), style),
                    ]),
                    action,
                    focus: self.highlighted,
                }
            })
            .collect()
    }
}

/// The line on which the answer is typed.
fn entry(sheet: &mut Sheet, typed: &str, paper: Paper) {
    let theme = paper.theme;
    let first = format!(" {} ", theme.pointer());
    let indent = width(&first);
    let columns = paper.columns().saturating_sub(indent + 1);
    let typed: String = safe::lines(typed).replace('\n', " ");
    // Spaces at the end count while typing, so the text is broken by columns.
    let mut lines = wrap(&typed.replace(' ', "\u{a0}"), columns);
    let last = lines.len() - 1;
    if lines.last().is_some_and(|line| width(line) >= columns) {
        lines.push(String::new());
    }
    let count = lines.len();
    for (n, line) in lines.into_iter().enumerate() {
        let before = if n == 0 {
            first.clone()
        } else {
            " ".repeat(indent)
        };
        let is_last = n + 1 == count;
        if is_last {
            sheet.cursor = Some((sheet.body.len(), indent + width(&line)));
        }
        let line = line.replace('\u{a0}', " ");
        sheet.add(Row {
            line: Line::from(vec![
                Span::styled(before, theme.key()),
                Span::styled(line, theme.strong()),
            ]),
            action: None,
            focus: n >= last,
        });
    }
    let rule = theme.pieces().1.repeat(columns);
    sheet.add(Row {
        line: Line::styled(format!("{}{rule}", " ".repeat(indent)), theme.quiet()),
        action: None,
        focus: true,
    });
}

/// The keys that work now, prices included.
fn foot(view: &View<'_>, paper: Paper) -> Vec<Button> {
    let Scene::Question { question, .. } = view.scene else {
        return Vec::new();
    };
    let game = |input, words: &str| paper.button(Action::Game(input), words);
    // Every lifeline shows its price before it is used.
    let half = paper.theme.half();
    let (fifty_fifty, hint, skip) = if paper.room.roomy {
        (
            format!("fifty-fifty ({half} the points)"),
            format!("hint ({half} the points)"),
            "skip (no points)",
        )
    } else {
        (format!("50:50 {half}"), format!("hint {half}"), "skip 0 pt")
    };
    let mut buttons = Vec::new();
    let options = question.form.options().len().min(9);
    let digits = format!("1-{options}");
    match paper.state {
        State::Choice => buttons.push(Some(Button {
            key: digits,
            words: "answer".to_owned(),
            action: None,
        })),
        State::Several => {
            buttons.push(Some(Button {
                key: digits,
                words: "mark".to_owned(),
                action: None,
            }));
            buttons.push(game(Input::Confirm, "answer"));
        }
        _ => buttons.push(game(Input::Confirm, "answer")),
    }
    buttons.push(game(Input::Help, "help"));
    buttons.push(game(Input::Leave, "leave"));
    if view.lifelines.fifty_fifty {
        buttons.push(game(Input::FiftyFifty, &fifty_fifty));
    }
    if view.lifelines.hint {
        buttons.push(game(Input::Hint, &hint));
    }
    if view.lifelines.skip {
        buttons.push(game(Input::Skip, skip));
    }
    if view.clock.is_some() {
        buttons.push(game(Input::Pause, "pause"));
    }
    buttons.into_iter().flatten().collect()
}
