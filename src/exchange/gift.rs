//! Moodle GIFT.
//!
//! A block is what stands between blank lines. Its first unescaped `{` to the
//! first unescaped `}` behind it is the answer part, whose signs tell the kind
//! of question.

use std::fmt::Write as _;

use super::escape::{find, places, split};
use super::{Carries, Format, Reading, Refusal, html, tidy};
use crate::bank::Bank;
use crate::item::{Draft, Interaction, Item, KeyDraft};

/// Moodle's format for writing by hand.
pub(super) struct Gift;

impl Format for Gift {
    fn name(&self) -> &'static str {
        "gift"
    }

    fn title(&self) -> &'static str {
        "Moodle GIFT"
    }

    fn carries(&self) -> Carries {
        Carries {
            difficulty: false,
            hint: false,
            source: false,
            tags: false,
            ..Carries::ALL
        }
    }

    fn is_likely(&self, text: &str, ending: &str) -> bool {
        let braces = || text.contains('{') && text.contains('}');
        ending == "gift"
            || text.contains("$CATEGORY:")
            || (!matches!(ending, "csv" | "tsv")
                && braces()
                && blocks(text).take(20).any(|block| {
                    let parts = Parts::of(&block.text);
                    parts.is_some_and(|parts| {
                        let body = parts.body.trim();
                        body.starts_with(['=', '~', '#'])
                            || matches!(body, "" | "T" | "F" | "TRUE" | "FALSE")
                    })
                }))
    }

    fn read(&self, text: &str, reading: &mut Reading) -> Result<(), Refusal> {
        about(text, reading);
        for block in blocks(text) {
            self::block(&block, reading);
        }
        Ok(())
    }

    fn write(&self, bank: &Bank) -> String {
        let mut out = String::new();
        for (name, value) in [
            ("title", Some(&bank.title)),
            ("language", bank.language.as_ref()),
            ("license", bank.license.as_ref()),
            ("attribution", bank.attribution.as_ref()),
        ] {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                let _ = writeln!(out, "// {name}: {value}");
            }
        }
        let mut category = None;
        for item in &bank.items {
            if !out.is_empty() {
                out.push('\n');
            }
            if item.category() != category {
                category = item.category();
                let path = category.unwrap_or_default().replace('/', "//");
                let _ = writeln!(out, "$CATEGORY: {path}\n");
            }
            write_item(item, &mut out);
        }
        out
    }
}

fn write_item(item: &Item, out: &mut String) {
    let mut answers = String::new();
    let mut answer = |sign: &str, text: &str, weighted: &str| {
        let weight = if text.starts_with('%') || text.contains("->") {
            weighted
        } else {
            ""
        };
        // Writing to a text cannot fail.
        let _ = write!(answers, "\n\t{sign}{weight}{}", escaped(text));
    };
    match item.interaction() {
        Interaction::TrueFalse { key } => {
            answers.push_str(if key { "TRUE" } else { "FALSE" });
        }
        Interaction::Choice { key, distractors } => {
            answer("=", key, "%100%");
            for option in distractors {
                answer("~", option, "%0%");
            }
        }
        Interaction::Entry { key, accepted } => {
            answer("=", key, "%100%");
            for spelling in accepted {
                answer("=", spelling, "%100%");
            }
        }
        Interaction::Several { keys, distractors } => {
            let share = 100.0 / f64::from(u32::try_from(keys.len()).unwrap_or(u32::MAX));
            for key in keys {
                answer(&format!("~%{share:.5}%"), key, "");
            }
            for option in distractors {
                answer("~%-100%", option, "");
            }
        }
    }
    if let Some(explanation) = item.explanation() {
        let _ = write!(answers, "\n\t####{}", escaped(explanation));
    }
    if answers.contains('\n') {
        answers.push('\n');
    }
    let stem = escaped(item.stem());
    // A question must not look like a comment, a category or a name.
    let plain = if stem.starts_with('/') || stem.starts_with('$') {
        "[plain]"
    } else {
        ""
    };
    let _ = writeln!(out, "{plain}{stem} {{{answers}}}");
}

/// A text whose signs mean nothing.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    if text.starts_with('[') {
        out.push_str("[plain]");
    }
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\\' | '~' | '=' | '#' | '{' | '}' | ':' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// A piece of the file between blank lines.
struct Block {
    line: usize,
    text: String,
}

/// The blocks of a text without its comments. A blank line inside an answer part
/// does not end the block if the next one closes the part before it opens another.
fn blocks(text: &str) -> impl Iterator<Item = Block> {
    let pieces = Pieces {
        lines: text.lines().enumerate(),
        open: None,
        ready: None,
    };
    let mut pieces = pieces.peekable();
    std::iter::from_fn(move || {
        let mut block = pieces.next()?;
        if let Some(next) = pieces.next_if(|next| closes(&block.text, &next.text)) {
            block.text.push('\n');
            block.text.push_str(&next.text);
        }
        Some(block)
    })
}

/// Whether an answer part is open in one text and closed in the next.
fn closes(text: &str, next: &str) -> bool {
    let open = find(text, '{').and_then(|open| text.get(open..));
    open.is_some_and(|rest| find(rest, '}').is_none())
        && places(next, &['{', '}'])
            .next()
            .is_some_and(|place| next.get(place..=place) == Some("}"))
}

/// What stands between blank lines.
struct Pieces<'a> {
    lines: std::iter::Enumerate<std::str::Lines<'a>>,
    open: Option<Block>,
    ready: Option<Block>,
}

impl Iterator for Pieces<'_> {
    type Item = Block;

    fn next(&mut self) -> Option<Block> {
        if self.ready.is_some() {
            return self.ready.take();
        }
        for (n, line) in self.lines.by_ref() {
            let start = line.trim_start();
            if start.starts_with("//") {
                continue;
            }
            if start.starts_with("$CATEGORY:") {
                let text = line.trim().to_owned();
                self.ready = Some(Block { line: n + 1, text });
            } else if !start.is_empty() {
                let block = self.open.get_or_insert_with(|| Block {
                    line: n + 1,
                    text: String::new(),
                });
                block.text.push_str(line);
                block.text.push('\n');
                continue;
            }
            if let Some(block) = self.open.take().or_else(|| self.ready.take()) {
                return Some(block);
            }
        }
        self.open.take()
    }
}

/// What our own files say about the bank in comments.
fn about(text: &str, reading: &mut Reading) {
    for line in text.lines() {
        let Some(comment) = line.strip_prefix("// ") else {
            break;
        };
        let Some((name, value)) = comment.split_once(": ") else {
            continue;
        };
        let value = Some(tidy::line(value)).filter(|value| !value.is_empty());
        match name {
            "title" => reading.bank.title = value.unwrap_or_default(),
            "language" => reading.bank.language = value,
            "license" => reading.bank.license = value,
            "attribution" => reading.bank.attribution = value,
            _ => {}
        }
    }
}

/// A block in its parts, still escaped.
struct Parts<'a> {
    stem: &'a str,
    body: &'a str,
    behind: &'a str,
}

impl<'a> Parts<'a> {
    fn of(block: &'a str) -> Option<Self> {
        let (stem, rest) = split(block, '{')?;
        let (body, behind) = split(rest, '}')?;
        Some(Self { stem, body, behind })
    }
}

/// What a `[marker]` says of a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Markup {
    Html,
    Plain,
}

/// The marker at the beginning of a text, and the text behind it.
fn markup(text: &str, otherwise: Markup) -> (Markup, &str) {
    let text = text.trim_start();
    for (marker, markup) in [
        ("[html]", Markup::Html),
        ("[moodle]", Markup::Plain),
        ("[plain]", Markup::Plain),
        ("[markdown]", Markup::Plain),
    ] {
        if let Some(rest) = text.strip_prefix(marker) {
            return (markup, rest);
        }
    }
    (otherwise, text)
}

/// A text without escapes and HTML.
fn unescaped(text: &str, otherwise: Markup, media: &mut bool) -> String {
    let (markup, text) = markup(text, otherwise);
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('n') => out.push('\n'),
            Some(sign @ ('\\' | '~' | '=' | '#' | '{' | '}' | ':')) => out.push(sign),
            other => {
                out.push('\\');
                out.extend(other);
            }
        }
    }
    if markup == Markup::Html {
        let (text, has_media) = html::text(&out);
        *media |= has_media;
        return text;
    }
    out
}

/// One answer of the answer part.
struct Answer {
    right: bool,
    /// In percent, if it is said.
    weight: Option<f64>,
    text: String,
    feedback: String,
    /// `left -> right`.
    pair: bool,
}

impl Answer {
    /// Whether it gets all the points.
    fn is_full(&self) -> bool {
        self.right && self.weight.is_none_or(|weight| weight >= 100.0)
    }
}

fn block(block: &Block, reading: &mut Reading) {
    let line = block.line;
    if let Some(path) = block.text.strip_prefix("$CATEGORY:") {
        reading.category = super::moodle::category(path);
        return;
    }
    let mut text = block.text.trim();
    if let Some(rest) = text.strip_prefix("::")
        && let Some(end) = rest.find("::")
    {
        text = rest.get(end + 2..).unwrap_or_default().trim_start();
    }
    let mut media = false;
    if find(text, '{').is_none() {
        let words = unescaped(text, Markup::Plain, &mut media);
        let words = super::reading::short(&words);
        reading.left_out(line, format!("a description, not a question: {words}"));
        return;
    }
    let Some(parts) = Parts::of(text) else {
        reading.skip(line, "the answer part is not closed with }");
        return;
    };
    let (format, _) = markup(parts.stem, Markup::Plain);
    let mut stem = unescaped(parts.stem, Markup::Plain, &mut media);
    if !parts.behind.trim().is_empty() {
        let behind = unescaped(parts.behind.trim_end(), format, &mut media);
        let space = if parts.behind.starts_with(char::is_whitespace) {
            " "
        } else {
            ""
        };
        stem = format!("{} _____{space}{}", stem.trim_end(), behind.trim());
    }
    let (body, general) = match parts.body.find("####") {
        Some(place) => (
            parts.body.get(..place).unwrap_or_default(),
            parts.body.get(place + 4..).unwrap_or_default(),
        ),
        None => (parts.body, ""),
    };
    let general = tidy::text(&unescaped(general, format, &mut media));
    let mut draft = Draft {
        stem,
        explanation: Some(general).filter(|text| !text.is_empty()),
        ..Draft::default()
    };
    let result = answer(body.trim(), format, &mut draft, &mut media);
    let told = match result {
        Ok(told) => told,
        Err(reason) => {
            let words = super::reading::short(&draft.stem);
            reading.skip(line, format!("{reason}: {words}"));
            return;
        }
    };
    if media {
        reading.changed(line, "a picture or sound was left out");
    }
    for message in told {
        reading.changed(line, message);
    }
    reading.add(line, draft);
}

type Told = Vec<String>;

/// Fills in the answer; what was lost, or why there is no counterpart.
fn answer(
    body: &str,
    format: Markup,
    draft: &mut Draft,
    media: &mut bool,
) -> Result<Told, &'static str> {
    if body.is_empty() {
        return Err("an essay has no counterpart here");
    }
    let numerical = body.strip_prefix('#');
    let inner = numerical.unwrap_or(body);
    let choice = find(inner, '~').is_some();
    if numerical.is_none()
        && !choice
        && let Some(told) = truth(inner, format, draft, media)
    {
        return Ok(told);
    }
    let answers = answers(inner, format, media);
    let mut told = Told::new();
    let key_feedback = |draft: &mut Draft, told: &mut Told| {
        let is_key = |a: &&Answer| a.is_full() || (!a.right && a.weight.is_some_and(|w| w > 0.0));
        let of_key = answers.iter().find(is_key).map(|a| tidy::text(&a.feedback));
        let spare = answers
            .iter()
            .filter(|a| !a.feedback.trim().is_empty())
            .count();
        let mut used = 0;
        if draft.explanation.is_none()
            && let Some(feedback) = of_key.filter(|text| !text.is_empty())
        {
            draft.explanation = Some(feedback);
            used = 1;
        }
        if spare > used {
            told.push("the feedback to single answers was left out".to_owned());
        }
    };
    key_feedback(draft, &mut told);
    if numerical.is_some() {
        let exact = |a: &&Answer| a.is_full() && number(&a.text).is_some();
        let mut values: Vec<_> = answers
            .iter()
            .filter(exact)
            .filter_map(|a| number(&a.text))
            .collect();
        if values.is_empty() {
            return Err("a number within limits has no counterpart here");
        }
        if values.len() < answers.len() {
            told.push("answers that are only nearly right were left out".to_owned());
        }
        draft.key = Some(KeyDraft::Text(values.remove(0)));
        draft.accepted = Some(values);
        return Ok(told);
    }
    if choice {
        return choose(answers, draft, told);
    }
    if answers.iter().all(|a| a.pair) {
        return Err("matching has no counterpart here");
    }
    let (full, part): (Vec<_>, Vec<_>) = answers.into_iter().partition(Answer::is_full);
    if !part.is_empty() {
        told.push("answers that are only partly right were left out".to_owned());
    }
    let mut full = full.into_iter().map(|a| a.text);
    draft.key = Some(KeyDraft::Text(
        full.next().ok_or("there is no right answer")?,
    ));
    draft.accepted = Some(full.collect());
    Ok(told)
}

/// A choice: one right answer or several.
fn choose(answers: Vec<Answer>, draft: &mut Draft, mut told: Told) -> Result<Told, &'static str> {
    let signed = answers.iter().any(Answer::is_full);
    let is_right = |a: &Answer| {
        if signed {
            a.is_full()
        } else {
            a.weight.is_some_and(|weight| weight > 0.0)
        }
    };
    let (right, wrong): (Vec<_>, Vec<_>) = answers.into_iter().partition(is_right);
    let (half, wrong): (Vec<_>, Vec<_>) = wrong
        .into_iter()
        .partition(|a| a.weight.is_some_and(|weight| weight > 0.0));
    if !half.is_empty() {
        told.push("answers that are only partly right were left out".to_owned());
    }
    let mut right: Vec<_> = right.into_iter().map(|a| a.text).collect();
    match right.len() {
        0 => return Err("there is no right answer"),
        1 => draft.key = right.pop().map(KeyDraft::Text),
        _ => draft.keys = right,
    }
    draft.distractors = wrong.into_iter().map(|a| a.text).collect();
    Ok(told)
}

/// A statement that is true or false.
fn truth(body: &str, format: Markup, draft: &mut Draft, media: &mut bool) -> Option<Told> {
    let (word, feedback) = split(body, '#').unwrap_or((body, ""));
    let key = match word.trim() {
        "T" | "TRUE" => true,
        "F" | "FALSE" => false,
        _ => return None,
    };
    draft.key = Some(KeyDraft::Truth(key));
    let (wrong, right) = split(feedback, '#').unwrap_or((feedback, ""));
    let mut told = Told::new();
    let mut texts = [right, wrong]
        .map(|text| tidy::text(&unescaped(text, format, media)))
        .into_iter()
        .filter(|text| !text.is_empty());
    if draft.explanation.is_none() {
        draft.explanation = texts.next();
    }
    if texts.next().is_some() {
        told.push("the feedback to single answers was left out".to_owned());
    }
    Some(told)
}

/// The answers of a part: each begins with `=` or `~`; a part without signs is
/// one right answer.
fn answers(body: &str, format: Markup, media: &mut bool) -> Vec<Answer> {
    let starts: Vec<usize> = places(body, &['=', '~']).collect();
    if starts.is_empty() {
        return vec![one_answer(true, body, format, media)];
    }
    let ends = starts.iter().skip(1).copied().chain([body.len()]);
    starts
        .iter()
        .zip(ends)
        .filter_map(|(&start, end)| {
            let right = body.get(start..=start)? == "=";
            Some(one_answer(right, body.get(start + 1..end)?, format, media))
        })
        .collect()
}

fn one_answer(right: bool, text: &str, format: Markup, media: &mut bool) -> Answer {
    let (text, feedback) = split(text, '#').unwrap_or((text, ""));
    let mut text = text.trim();
    let mut weight = None;
    if let Some(rest) = text.strip_prefix('%')
        && let Some((number, behind)) = rest.split_once('%')
        && let Ok(value) = number.trim().parse::<f64>()
    {
        weight = Some(value);
        text = behind;
    }
    Answer {
        right,
        weight,
        pair: right && weight.is_none() && text.contains("->"),
        text: tidy::text(&unescaped(text, format, media)),
        feedback: unescaped(feedback, format, media),
    }
}

/// A number that is exact: without a tolerance, or with a tolerance of nothing.
fn number(text: &str) -> Option<String> {
    let (value, tolerance) = text.split_once(':').unwrap_or((text, "0"));
    let exact = tolerance.trim().parse::<f64>().is_ok_and(|t| t == 0.0);
    let value = value.trim();
    (exact && value.parse::<f64>().is_ok()).then(|| value.to_owned())
}
