//! Sentences that the full screen and the plain mode share.

use super::Setting;
use super::theme::Theme;
use super::wrap::{width, wrap};
use crate::item::Source;
use crate::play::{
    Elapsed, Ending, Form, Judgement, Mode, Points, Question, Response, Rules, Share, Standing,
    Summary, Verdict, card, marks,
};
use crate::text::number::grouped;
use crate::text::safe;

/// A text of a bank or a command line for one line, without what could harm
/// the terminal.
pub fn shown(text: &str) -> String {
    safe::shown(text).into_owned()
}

/// A number with its thousands apart: `12,400`.
pub fn number(n: u32) -> String {
    grouped(u64::from(n))
}

/// One thing, or several of them.
pub fn count(n: u32, one: &str, several: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { several })
}

/// The verdict as a word.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Right => "Right",
        Verdict::Close => "Right, but for the spelling",
        Verdict::Wrong => "Wrong",
        Verdict::Late => "Time's up",
    }
}

/// What an answer earned: points, or seconds where seconds count.
pub fn earned(rules: &Rules, judgement: &Judgement) -> String {
    let mode = rules.mode;
    if judgement.struck {
        return "does not count".to_owned();
    }
    if mode.counts_points() {
        return match judgement.points.total() {
            0 => "no points".to_owned(),
            points => format!("+{} points", number(points)),
        };
    }
    let (time, what) = match judgement.verdict {
        Verdict::Right | Verdict::Close => (mode.gain(), "won"),
        Verdict::Wrong => (mode.penalty(), "lost"),
        Verdict::Late => (Elapsed::ZERO, ""),
    };
    match time.ceil_secs() {
        0 => String::new(),
        1 => format!("1 second {what}"),
        seconds => format!("{seconds} seconds {what}"),
    }
}

/// How the points came about, if there is anything to say about it.
pub fn reckoning(rules: &Rules, judgement: &Judgement) -> Option<String> {
    let Points {
        base,
        close,
        halvings,
        bonus,
    } = judgement.points;
    if !judgement.verdict.is_right() || judgement.struck || !rules.mode.counts_points() {
        return None;
    }
    let mut parts = Vec::new();
    if rules.mode.has_question_clock() {
        parts.push(format!(
            "{} for answering in {}",
            number(base),
            judgement.took
        ));
    }
    if close {
        parts.push("a fifth off for spelling".to_owned());
    }
    match halvings {
        0 => {}
        1 => parts.push("halved by a lifeline".to_owned()),
        _ => parts.push("halved by each of two lifelines".to_owned()),
    }
    if bonus > 0 {
        parts.push(format!("{bonus} for the streak"));
    }
    if judgement.overruled {
        parts.push("you were right".to_owned());
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// The right answer, or answers.
pub fn key(question: &Question) -> String {
    let keys: Vec<String> = question.form.keys().into_iter().map(shown).collect();
    keys.join(", ")
}

/// What the player answered.
pub fn response(question: &Question, judgement: &Judgement) -> Option<String> {
    let option = |place: &usize| question.form.options().get(*place).map(|o| shown(o));
    match &judgement.response {
        Response::Option(place) => option(place),
        Response::Several(places) => {
            let texts: Vec<String> = places.iter().filter_map(option).collect();
            Some(texts.join(", "))
        }
        Response::Text(text) => Some(shown(text)),
        Response::Nothing => None,
    }
}

/// Where the fact stands: article and section.
pub fn place(source: &Source) -> Option<String> {
    let parts: Vec<String> = [Some(source.title.as_str()), source.section.as_deref()]
        .into_iter()
        .flatten()
        .map(shown)
        .filter(|part| !part.is_empty())
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// The sentence that states the fact, in quotation marks.
pub fn quote(source: &Source, signs: bool) -> Option<String> {
    let quote = shown(source.quote.as_deref()?);
    if quote.is_empty() {
        return None;
    }
    Some(if signs {
        format!("“{quote}”")
    } else {
        format!("\"{quote}\"")
    })
}

/// The source in one line, if there is anything to say about it.
pub fn cited(source: &Source, signs: bool) -> Option<String> {
    let parts: Vec<String> = [place(source), quote(source, signs)]
        .into_iter()
        .flatten()
        .collect();
    (!parts.is_empty()).then(|| format!("Source: {}", parts.join(": ")))
}

/// What is played: the title, and the mode if it is a challenge.
pub fn game(setting: &Setting, mode: Mode) -> String {
    let title = shown(&setting.title);
    match mode {
        Mode::Session => title,
        mode => format!("{title}, {}", mode.name().to_lowercase()),
    }
}

/// A line of the final table, without the rank.
pub fn row(standing: &Standing) -> String {
    format!(
        "{}: {} points, {} of {} right",
        shown(&standing.name),
        number(standing.score),
        standing.right,
        standing.of
    )
}

/// What is said to somebody who reported a question.
pub const REPORTED: &str = "Reported. Thank you.";

/// What to do with a question.
pub fn task(form: &Form) -> Option<&'static str> {
    match form {
        Form::Choice { .. } => None,
        Form::Several { .. } => Some("More than one is right. Mark all of them."),
        Form::Entry { .. } => Some("Type the answer."),
    }
}

/// Why it is over, if there is anything to say about it.
pub fn ending(ending: Ending) -> Option<&'static str> {
    match ending {
        Ending::Played => None,
        Ending::Cleared => Some("Cleared: you played the bag empty."),
        Ending::TimeUp => Some("Time's up."),
        Ending::Missed => Some("That was the first miss."),
        Ending::Left => Some("You left before the end."),
    }
}

/// The result in one line.
pub fn result(summary: &Summary<'_>) -> String {
    if summary.of == 0 {
        "No question answered".to_owned()
    } else if let Some(winners) = winners(summary) {
        winners
    } else if summary.rules.mode.counts_points() {
        format!("{} of {} right", summary.right, summary.of)
    } else {
        count(summary.right, "right answer", "right answers")
    }
}

/// Who won, if there were several players.
fn winners(summary: &Summary<'_>) -> Option<String> {
    let first: Vec<String> = summary
        .standings
        .iter()
        .filter(|standing| standing.rank == 1)
        .map(|standing| shown(&standing.name))
        .collect();
    match first.as_slice() {
        [] => None,
        [name] => Some(format!("{name} wins")),
        [names @ .., last] => Some(format!("A draw: {} and {last}", names.join(", "))),
    }
}

/// The facts of the result, name and value.
pub fn facts(summary: &Summary<'_>) -> Vec<(&'static str, String)> {
    let mode = summary.rules.mode;
    let mut facts = Vec::new();
    let alone = summary.standings.is_empty();
    if mode.counts_points() && alone {
        facts.push(("Points", number(summary.score)));
    }
    if !mode.counts_points() && summary.left > Elapsed::ZERO {
        facts.push(("Time left", summary.left.to_string()));
    }
    if let Some(accuracy) = summary.accuracy() {
        facts.push(("Accuracy", format!("{accuracy} %")));
    }
    if summary.took >= Elapsed::from_secs(1) {
        facts.push(("Thinking time", summary.took.to_string()));
    }
    if summary.best_row > 1 && alone {
        facts.push(("Best streak", summary.best_row.to_string()));
    }
    if !summary.reported.is_empty() {
        facts.push(("Reported", summary.reported.len().to_string()));
    }
    facts
}

/// The name of a category.
pub fn category(share: &Share) -> String {
    share
        .category
        .as_deref()
        .map_or_else(|| "Other".to_owned(), shown)
}

/// The columns of a text block that is read in a row.
pub const COLUMNS: usize = 76;

/// The summary as a text that stays: for the normal screen and plain mode, in
/// lines of so many columns.
pub fn summary_text(
    summary: &Summary<'_>,
    setting: &Setting,
    notes: &[String],
    theme: Theme,
    columns: usize,
) -> String {
    let mut out = String::new();
    let mut say = |line: &str| {
        out.push_str(line);
        out.push('\n');
    };
    let name = game(setting, summary.rules.mode);
    say(&format!("{name}. {}.", result(summary)));
    if let Some(words) = ending(summary.ending) {
        say(words);
    }
    for note in notes {
        say(&shown(note));
    }
    for standing in &summary.standings {
        say(&format!("{}. {}", standing.rank, row(standing)));
    }
    let facts: Vec<String> = facts(summary)
        .into_iter()
        .map(|(name, value)| format!("{name}: {value}."))
        .collect();
    for line in wrap(&facts.join(" "), columns) {
        say(&line);
    }
    if summary.shares.len() > 1 {
        say("");
        say("By category");
        for share in &summary.shares {
            say(&format!(
                "  {}: {} of {}",
                category(share),
                share.right,
                share.of
            ));
        }
    }
    if !summary.missed.is_empty() {
        say("");
        say("Missed");
        for (question, judgement) in &summary.missed {
            for line in missed(summary, question, judgement, columns, theme.signs) {
                say(&line);
            }
        }
    }
    if let Some(card) = session_card(summary, setting, theme.signs) {
        say("");
        say(&card);
    }
    if !setting.replay.is_empty() {
        say("");
        say(&format!(
            "{} {}",
            invitation(summary),
            shown(&setting.replay)
        ));
        if let Some(bank) = bank(summary, setting) {
            say(&bank);
        }
    }
    out
}

/// The card of a session that was played to its end and can be played again.
pub fn session_card(summary: &Summary<'_>, setting: &Setting, signs: bool) -> Option<String> {
    let has_one = summary.rules.mode == Mode::Session
        && summary.ending == Ending::Played
        && summary.standings.is_empty()
        && summary.of > 0
        && !setting.replay.is_empty();
    has_one.then(|| {
        let marks = marks(summary.judgements.iter().copied());
        let (title, points) = (shown(&setting.title), number(summary.score));
        card(&title, None, &marks, &points, !signs)
    })
}

/// What the command to play the same again is for.
pub fn invitation(summary: &Summary<'_>) -> &'static str {
    if summary.rules.mode == Mode::Session {
        "Play the same again:"
    } else {
        "Beat me:"
    }
}

/// What tells the bank from others, where results are compared.
pub fn bank(summary: &Summary<'_>, setting: &Setting) -> Option<String> {
    let compared = summary.rules.mode != Mode::Session && !setting.fingerprint.is_empty();
    compared.then(|| format!("Bank: {}", setting.fingerprint))
}

/// A missed question with its answer and source.
pub fn missed(
    summary: &Summary<'_>,
    question: &Question,
    judgement: &Judgement,
    columns: usize,
    signs: bool,
) -> Vec<String> {
    let mut lines = Vec::new();
    let mut add = |first: &str, text: &str| {
        let indent = " ".repeat(width(first));
        for (n, line) in wrap(text, columns.saturating_sub(indent.len()))
            .iter()
            .enumerate()
        {
            lines.push(format!("{}{line}", if n == 0 { first } else { &indent }));
        }
    };
    add("- ", &shown(&question.stem));
    add(
        "  ",
        &format!("Answer: {}.", key(question).trim_end_matches('.')),
    );
    let player = summary.rules.players.get(judgement.player);
    let who = player.map_or_else(|| "You".to_owned(), |name| shown(name));
    match response(question, judgement) {
        Some(response) => add(
            "  ",
            &format!("{who} said: {}.", response.trim_end_matches('.')),
        ),
        None => add("  ", &format!("{who} said nothing in time.")),
    }
    if let Some(source) = question.source.as_ref().and_then(|s| cited(s, signs)) {
        add("  ", &source);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        for (n, words) in [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(number(n), words);
        }
    }
}
