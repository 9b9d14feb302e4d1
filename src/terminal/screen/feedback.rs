//! What came of the answer: the verdict, the points, the right answer, why,
//! and where it stands.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::Paper;
use super::sheet::{Sheet, foot_height};
use crate::play::{Form, Input, Judgement, Question, Response, Scene, View};
use crate::terminal::keymap::Action;
use crate::terminal::words;
use crate::terminal::wrap::{width, wrap};
use crate::text::safe;

pub(super) fn fill(sheet: &mut Sheet, view: &View<'_>, paper: Paper) {
    let Scene::Feedback {
        question,
        judgement,
        removed,
        can_overrule,
        ..
    } = view.scene
    else {
        return;
    };
    let game = |input, words: &str| paper.button(Action::Game(input), words);
    sheet.foot = [
        game(Input::Confirm, "go on"),
        can_overrule
            .then(|| game(Input::Overrule, "I was right"))
            .flatten(),
        game(Input::Help, "help"),
        game(Input::Leave, "leave"),
        (!judgement.reported)
            .then(|| game(Input::Report, "report a bad question"))
            .flatten(),
    ]
    .into_iter()
    .flatten()
    .collect();
    let page = paper
        .room
        .body_lines(sheet.head.len(), foot_height(&sheet.foot, paper.room));
    // The question stays in sight if there is room; the verdict always does.
    let mut whole = Sheet::default();
    asked(&mut whole, question, judgement, removed, paper);
    whole.gap();
    outcome(&mut whole, view, question, judgement, paper);
    if whole.body.len() <= page {
        sheet.body = whole.body;
    } else {
        outcome(sheet, view, question, judgement, paper);
        sheet.gap();
        asked(sheet, question, judgement, removed, paper);
    }
}

/// The question with its options, the right and the chosen ones marked.
fn asked(
    sheet: &mut Sheet,
    question: &Question,
    judgement: &Judgement,
    removed: &[usize],
    paper: Paper,
) {
    let theme = paper.theme;
    let columns = paper.columns();
    sheet.text(&safe::lines(&question.stem), theme.strong(), columns);
    if matches!(question.form, Form::Entry { .. }) {
        return;
    }
    if paper.room.roomy {
        sheet.gap();
    }
    for (place, text) in question.form.options().iter().enumerate() {
        let chosen = match &judgement.response {
            Response::Option(option) => *option == place,
            Response::Several(options) => options.contains(&place),
            Response::Text(_) | Response::Nothing => false,
        };
        let right = question.form.is_right(place);
        let (sign, style) = match (right, chosen) {
            (true, _) => {
                let verdict = crate::play::Verdict::Right;
                (theme.sign(verdict), theme.verdict(verdict))
            }
            (false, true) => {
                let verdict = crate::play::Verdict::Wrong;
                (theme.sign(verdict), theme.verdict(verdict))
            }
            _ => (" ", theme.quiet()),
        };
        let digit = match place {
            0..=8 => (place + 1).to_string(),
            _ => " ".to_owned(),
        };
        let mut text = if removed.contains(&place) {
            theme.dash().to_owned()
        } else {
            words::shown(text)
        };
        if chosen {
            text.push_str("  (your answer)");
        }
        sheet.item(
            &Span::styled(format!(" {sign} {digit}  "), style),
            &text,
            style,
            columns,
        );
    }
}

/// Verdict, points, right answer, explanation, source.
fn outcome(
    sheet: &mut Sheet,
    view: &View<'_>,
    question: &Question,
    judgement: &Judgement,
    paper: Paper,
) {
    let theme = paper.theme;
    let columns = paper.columns();
    let style = theme.verdict(judgement.verdict);
    let sign = format!(" {} ", theme.sign(judgement.verdict));
    let word = words::verdict(judgement.verdict);
    let earned = words::earned(view.rules, judgement);
    let one_line = width(&sign) + width(word) + 3 + width(&earned) <= columns;
    if one_line && !earned.is_empty() {
        sheet.add(Line::from(vec![
            Span::styled(sign, style),
            Span::styled(word, style),
            Span::raw("   "),
            Span::raw(earned),
        ]));
    } else {
        sheet.item(&Span::styled(sign, style), word, style, columns);
        if !earned.is_empty() {
            sheet.item(&Span::raw("   "), &earned, Style::new(), columns);
        }
    }
    let indent = Span::raw("   ");
    if let Some(reckoning) = words::reckoning(view.rules, judgement) {
        sheet.item(&indent, &reckoning, theme.quiet(), columns);
    }
    if judgement.reported {
        sheet.item(&indent, words::REPORTED, theme.quiet(), columns);
    }
    let typed = matches!(question.form, Form::Entry { .. });
    if typed && let Some(response) = words::response(question, judgement) {
        let text = format!("You typed: {response}");
        sheet.item(&indent, &text, Style::new(), columns);
    }
    if !judgement.verdict.is_right() || typed {
        let text = format!("The answer: {}", words::key(question));
        sheet.item(&indent, &text, theme.strong(), columns);
    }
    if let Some(explanation) = &question.explanation {
        sheet.item(&indent, &safe::lines(explanation), Style::new(), columns);
    }
    let Some(source) = &question.source else {
        return;
    };
    if paper.room.roomy {
        sheet.gap();
    }
    let mut lines = Vec::new();
    let inner = columns.saturating_sub(5);
    if let Some(quote) = words::quote(source, theme.signs) {
        lines.extend(wrap(&quote, inner));
    }
    if let Some(place) = words::place(source) {
        lines.extend(wrap(&format!("{} {place}", theme.dash()), inner));
    }
    for line in lines {
        sheet.add(Line::from(vec![
            Span::styled(format!("   {}", theme.quote()), theme.quiet()),
            Span::raw(line),
        ]));
    }
}
