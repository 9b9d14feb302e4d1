//! What covers a question: the pause, the help, and "leave?".

use ratatui::style::Style;
use ratatui::text::Span;

use super::Paper;
use super::sheet::Sheet;
use crate::play::{Input, Mode, Session, View};
use crate::terminal::keymap::{Action, Does, Key, State, TABLE};

pub(super) fn pause(sheet: &mut Sheet, paper: Paper) {
    let game = |input, words: &str| paper.button(Action::Game(input), words);
    sheet.foot = [game(Input::Stay, "go on"), game(Input::Leave, "leave")]
        .into_iter()
        .flatten()
        .collect();
    let columns = paper.columns();
    sheet.text("Pause", paper.theme.strong(), columns);
    sheet.gap();
    let text = "The question is hidden, and no time runs.";
    sheet.text(text, Style::new(), columns);
}

pub(super) fn leave(sheet: &mut Sheet, view: &View<'_>, paper: Paper) {
    let game = |input, words: &str| paper.button(Action::Game(input), words);
    sheet.foot = [game(Input::Yes, "leave"), game(Input::Stay, "stay")]
        .into_iter()
        .flatten()
        .collect();
    let columns = paper.columns();
    let what = match view.rules.mode {
        Mode::Session => "Leave the session?",
        _ => "Leave the challenge?",
    };
    sheet.text(what, paper.theme.strong(), columns);
    sheet.gap();
    let text = "What you answered so far stays counted.";
    sheet.text(text, Style::new(), columns);
}

pub(super) fn help(sheet: &mut Sheet, session: &Session, paper: Paper) {
    let theme = paper.theme;
    let columns = paper.columns();
    let game = |input, words: &str| paper.button(Action::Game(input), words);
    sheet.foot = [
        game(Input::Stay, "back to the game"),
        game(Input::Leave, "leave"),
    ]
    .into_iter()
    .flatten()
    .collect();
    sheet.text("Keys", theme.strong(), columns);
    sheet.gap();
    let covered = covered(session);
    let state = covered.unwrap_or(State::Choice);
    let mode = session.round().rules.mode;
    let mut rows: Vec<(Vec<String>, String)> = Vec::new();
    for binding in TABLE.iter().filter(|b| b.states.contains(&state)) {
        let mut words = binding.words.to_owned();
        if let Does::Act(Action::Game(input)) = binding.does {
            if is_lifeline(input) && mode != Mode::Session {
                continue;
            }
            words.push_str(price(input, mode));
        }
        let keys = binding
            .keys
            .iter()
            .filter(|key| !matches!(key, Key::Ctrl('h')))
            .map(|key| key.label(theme.signs));
        match rows.iter_mut().find(|(_, other)| *other == words) {
            Some((others, _)) => others.extend(keys),
            None => rows.push((keys.collect(), words)),
        }
    }
    for (keys, words) in rows {
        let keys = format!(" {:<14} ", keys.join(" "));
        sheet.item(
            &Span::styled(keys, theme.key()),
            &words,
            Style::new(),
            columns,
        );
    }
    sheet.item(
        &Span::styled(" mouse          ", theme.key()),
        "click an option or a key; the wheel moves the text",
        Style::new(),
        columns,
    );
    sheet.gap();
    sheet.text("Rules", theme.strong(), columns);
    sheet.gap();
    sheet.text(mode.rules(), Style::new(), columns);
}

/// What is under the cover.
fn covered(session: &Session) -> Option<State> {
    session.covered().map(|(question, answered)| {
        if answered {
            State::Feedback
        } else {
            State::asking(&question.form)
        }
    })
}

fn is_lifeline(input: Input) -> bool {
    matches!(
        input,
        Input::FiftyFifty | Input::Hint | Input::Skip | Input::Overrule
    )
}

/// What a lifeline costs.
fn price(input: Input, mode: Mode) -> &'static str {
    match (input, mode) {
        (Input::FiftyFifty, Mode::Session) => ": two wrong options go; half the points, once",
        (Input::Hint, Mode::Session) => ": half the points, once",
        (Input::Skip, Mode::Session) => ": no points, the question comes later; once",
        (Input::Report, Mode::Session) => " a bad question: it does not count and stays away",
        (Input::Report, _) => " a bad question: it stays away from now on",
        _ => "",
    }
}
