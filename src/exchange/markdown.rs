//! The form for writing by hand: `## question`, a list of options, `Answer: 2`.
//! `questions/README.md` teaches it.

use std::fmt::Write as _;

use super::{Carries, Format, Reading, Refusal, tidy};
use crate::bank::Bank;
use crate::item::{Difficulty, Draft, Interaction, Item, KeyDraft, Source};
use crate::text::normal::same_option;

/// A quiz in Markdown.
pub(super) struct Markdown;

impl Format for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn title(&self) -> &'static str {
        "Markdown, for writing by hand"
    }

    fn carries(&self) -> Carries {
        Carries {
            lines: false,
            ..Carries::ALL
        }
    }

    fn is_likely(&self, text: &str, _ending: &str) -> bool {
        let lines = || text.lines();
        lines().any(|line| line.starts_with("## "))
            && lines().any(|line| {
                field(line).is_some_and(|(name, _)| name.starts_with("answer"))
                    || mark(line).is_some()
            })
    }

    fn read(&self, text: &str, reading: &mut Reading) -> Result<(), Refusal> {
        let mut open: Option<Question> = None;
        for (n, line) in text.lines().enumerate() {
            let line = line.trim();
            if let Some(stem) = line.strip_prefix("## ") {
                finish(open.take(), reading);
                open = Some(Question {
                    line: n + 1,
                    draft: Draft {
                        stem: stem.to_owned(),
                        ..Draft::default()
                    },
                    ..Question::default()
                });
            } else if line.is_empty() || (line.starts_with("<!--") && line.ends_with("-->")) {
            } else if let Some(question) = &mut open {
                question.take(n + 1, line, reading);
            } else {
                about(n + 1, line, reading);
            }
        }
        finish(open, reading);
        Ok(())
    }

    fn write(&self, bank: &Bank) -> String {
        let mut out = String::new();
        if !bank.title.is_empty() {
            let _ = writeln!(out, "# {}", bank.title);
        }
        for (name, value) in [
            ("Language", &bank.language),
            ("Licence", &bank.license),
            ("Attribution", &bank.attribution),
        ] {
            if let Some(value) = value {
                let _ = writeln!(out, "{name}: {value}");
            }
        }
        for item in &bank.items {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(&write(item));
        }
        out
    }
}

/// An item as text.
pub(super) fn write(item: &Item) -> String {
    let mut out = format!("## {}\n", item.stem());
    let mut list = |options: &[&str]| {
        for option in options {
            let guard = if option.starts_with(['[', '\\']) {
                "\\"
            } else {
                ""
            };
            let _ = writeln!(out, "- {guard}{option}");
        }
    };
    let mut fields: Vec<(&str, String)> = Vec::new();
    match item.interaction() {
        Interaction::Choice { key, .. } => {
            let options = super::aiken::placed(item);
            list(&options.iter().map(String::as_str).collect::<Vec<_>>());
            let place = options.iter().position(|option| option == key).unwrap_or(0);
            fields.push(("Answer", (place + 1).to_string()));
        }
        Interaction::Several { keys, distractors } => {
            list(&keys);
            list(&distractors);
            let numbers: Vec<_> = (1..=keys.len()).map(|n| n.to_string()).collect();
            fields.push(("Answer", numbers.join(", ")));
        }
        Interaction::TrueFalse { key } => fields.push(("Answer", key.to_string())),
        Interaction::Entry { key, accepted } => {
            if key.eq_ignore_ascii_case("true") || key.eq_ignore_ascii_case("false") {
                fields.push(("Type", "typed".to_owned()));
            }
            fields.push(("Answer", key.to_owned()));
            let accepted = accepted.into_iter();
            fields.extend(accepted.map(|spelling| ("Accept", spelling.to_owned())));
        }
    }
    let mut optional = |name, value: Option<&str>| {
        fields.extend(value.map(|value| (name, value.to_owned())));
    };
    optional("Category", item.category());
    optional("Difficulty", item.difficulty().map(Difficulty::as_str));
    optional("Explanation", item.explanation());
    optional("Hint", item.hint());
    if let Some(source) = item.source() {
        optional(
            "Source",
            Some(source.title.as_str()).filter(|t| !t.is_empty()),
        );
        optional("Section", source.section.as_deref());
        optional("Quote", source.quote.as_deref());
        optional("Url", source.url.as_deref());
    }
    let tags = item.tags().into_iter();
    fields.extend(tags.map(|tag| ("Tag", tag.to_owned())));
    for (name, value) in fields {
        let _ = writeln!(out, "{name}: {value}");
    }
    out
}

/// Name (in small letters) and value of a field that a question or a bank has.
fn field(line: &str) -> Option<(String, &str)> {
    const NAMES: [&str; 20] = [
        "answer",
        "answers",
        "accept",
        "type",
        "category",
        "difficulty",
        "explanation",
        "hint",
        "source",
        "section",
        "quote",
        "url",
        "tag",
        "tags",
        "language",
        "licence",
        "license",
        "attribution",
        "also",
        "note",
    ];
    let (name, value) = line.split_once(':')?;
    let name = name.trim_matches('*').to_lowercase();
    NAMES
        .contains(&name.as_str())
        .then(|| (name, value.trim_start_matches('*').trim()))
}

/// A line before the first question.
fn about(line: usize, text: &str, reading: &mut Reading) {
    if let Some(title) = text.strip_prefix("# ") {
        reading.bank.title = tidy::line(title);
        return;
    }
    let value = |text: &str| Some(tidy::line(text)).filter(|text| !text.is_empty());
    match field(text)
        .as_ref()
        .map(|(name, text)| (name.as_str(), *text))
    {
        Some(("language", text)) => reading.bank.language = value(text),
        Some(("licence" | "license", text)) => reading.bank.license = value(text),
        Some(("attribution", text)) => reading.bank.attribution = value(text),
        _ => reading.left_out(line, "a line before the first question (`## ...`)"),
    }
}

/// A marked option: whether it is right, and its text.
fn mark(line: &str) -> Option<(bool, &str)> {
    let option = option(line)?;
    for (sign, right) in [("[x]", true), ("[X]", true), ("[ ]", false)] {
        if let Some(text) = option.strip_prefix(sign) {
            return Some((right, text));
        }
    }
    None
}

/// The text of a line of a list: `- x`, `* x`, `1. x`, `a) x`.
fn option(line: &str) -> Option<&str> {
    for sign in ["- ", "* ", "+ "] {
        if let Some(text) = line.strip_prefix(sign) {
            return Some(text.trim());
        }
    }
    let (number, text) = line.split_once(['.', ')'])?;
    let is_number = !number.is_empty()
        && number.len() <= 2
        && (number.bytes().all(|b| b.is_ascii_digit())
            || (number.len() == 1 && number.bytes().all(|b| b.is_ascii_alphabetic())));
    (is_number && text.starts_with(' ')).then(|| text.trim())
}

#[derive(Default)]
struct Question {
    line: usize,
    draft: Draft,
    options: Vec<String>,
    /// Which options are marked as right.
    marked: Vec<usize>,
    has_marks: bool,
    answer: Option<String>,
    accepted: Vec<String>,
    typed: bool,
    source: Source,
}

impl Question {
    fn take(&mut self, line: usize, text: &str, reading: &mut Reading) {
        if let Some((right, option)) = mark(text) {
            self.has_marks = true;
            if right {
                self.marked.push(self.options.len());
            }
            self.options.push(option.trim().to_owned());
        } else if let Some(option) = option(text) {
            let bare = option.strip_prefix('\\').unwrap_or(option);
            self.options.push(bare.to_owned());
        } else if let Some((name, value)) = field(text) {
            let value = value.to_owned();
            match name.as_str() {
                "answer" | "answers" => self.answer = Some(value),
                "accept" | "also" => self.accepted.push(value),
                "type" => self.typed = value.eq_ignore_ascii_case("typed"),
                "category" => self.draft.category = Some(value),
                "difficulty" => match Difficulty::try_from(value.to_lowercase()) {
                    Ok(level) => self.draft.difficulty = Some(level),
                    Err(message) => reading.changed(line, format!("{message}; it was left out")),
                },
                "explanation" => self.draft.explanation = Some(value),
                "hint" => self.draft.hint = Some(value),
                "source" => self.source.title = value,
                "section" => self.source.section = Some(value),
                "quote" => self.source.quote = Some(value),
                "url" => self.source.url = Some(value),
                "tag" => self.draft.tags.push(value),
                "tags" => {
                    let tags = value.split(',').map(|tag| tag.trim().to_owned());
                    self.draft.tags.extend(tags);
                }
                _ => reading.left_out(line, format!("a question has no field {name}")),
            }
        } else if self.options.is_empty() && self.answer.is_none() {
            self.draft.stem.push('\n');
            self.draft.stem.push_str(text);
        } else {
            reading.left_out(line, "neither an option nor a field");
        }
    }
}

/// A question with more options is none.
const MOST_OPTIONS: usize = 1000;

fn finish(question: Option<Question>, reading: &mut Reading) {
    let Some(mut question) = question else { return };
    let line = question.line;
    if question.source != Source::default() {
        question.draft.source = Some(std::mem::take(&mut question.source));
    }
    if question.options.len() > MOST_OPTIONS {
        reading.skip(line, "the question has more options than anybody reads");
        return;
    }
    if question.options.is_empty() {
        let Some(answer) = question.answer else {
            reading.skip(line, "the question has no answer");
            return;
        };
        let truth = match answer.to_lowercase().as_str() {
            "true" if !question.typed => Some(true),
            "false" if !question.typed => Some(false),
            _ => None,
        };
        question.draft.key = Some(truth.map_or(KeyDraft::Text(answer), KeyDraft::Truth));
        if truth.is_none() {
            question.draft.accepted = Some(question.accepted);
        }
        reading.add(line, question.draft);
        return;
    }
    let right = match (&question.answer, question.has_marks) {
        (None, false) => {
            Err("the question has no line `Answer:` and no option marked [x]".to_owned())
        }
        (None, true) => Ok(question.marked.clone()),
        (Some(answer), _) => places(answer, &question.options),
    };
    let right = match right {
        Ok(right) if right.is_empty() => Err("no option is marked [x]".to_owned()),
        other => other,
    };
    match right {
        Err(reason) => reading.skip(line, reason),
        Ok(right) => {
            let (mut keys, mut wrong) = (Vec::new(), Vec::new());
            for (n, option) in question.options.into_iter().enumerate() {
                if right.contains(&n) {
                    keys.push(option);
                } else {
                    wrong.push(option);
                }
            }
            question.draft.distractors = wrong;
            if keys.len() == 1 {
                question.draft.key = keys.pop().map(KeyDraft::Text);
            } else {
                question.draft.keys = keys;
            }
            reading.add(line, question.draft);
        }
    }
}

/// The options that an answer names: by number, by letter, or by their text.
fn places(answer: &str, options: &[String]) -> Result<Vec<usize>, String> {
    let place = |word: &str| {
        let number = word.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        let letter = || match word.as_bytes() {
            [letter] if letter.is_ascii_alphabetic() => {
                Some(usize::from(letter.to_ascii_lowercase() - b'a'))
            }
            _ => None,
        };
        let text = || options.iter().position(|option| same_option(option, word));
        number
            .or_else(letter)
            .filter(|&n| n < options.len())
            .or_else(text)
    };
    if let Some(one) = place(answer.trim()) {
        return Ok(vec![one]);
    }
    answer
        .split(',')
        .map(|word| {
            let word = word.trim();
            place(word).ok_or_else(|| format!("the answer {word:?} is none of the options"))
        })
        .collect()
}
