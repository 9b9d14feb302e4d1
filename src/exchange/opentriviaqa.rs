//! The text files of `OpenTriviaQA`.
//!
//! `#Q` begins a question, which runs on until the line `^ right answer`; then
//! come the options, a letter each, the right one among them. The category is
//! the name of the file.

use std::fmt::Write as _;

use super::{Carries, Format, Reading, Refusal};
use crate::bank::Bank;
use crate::item::{Draft, Interaction, KeyDraft};
use crate::text::normal::same_option;

/// The category files.
pub(super) struct OpenTriviaQa;

impl Format for OpenTriviaQa {
    fn name(&self) -> &'static str {
        "opentriviaqa"
    }

    fn title(&self) -> &'static str {
        "OpenTriviaQA, text"
    }

    fn carries(&self) -> Carries {
        Carries {
            truth: true,
            ..Carries::CHOICES
        }
    }

    fn is_likely(&self, text: &str, _ending: &str) -> bool {
        let mut lines = text.lines().filter(|line| !line.trim().is_empty());
        lines.next().is_some_and(|line| line.starts_with("#Q ")) && text.contains("\n^ ")
    }

    fn read(&self, text: &str, reading: &mut Reading) -> Result<(), Refusal> {
        if !reading.options.name.is_empty() {
            let name = reading.options.name.replace(['-', '_'], " ");
            let mut letters = name.chars();
            reading.category = letters
                .next()
                .map(|first| first.to_uppercase().chain(letters).collect());
        }
        reading.bank.license = Some("CC-BY-SA-4.0".to_owned());
        reading.bank.attribution = Some("OpenTriviaQA".to_owned());
        let mut question: Option<Question> = None;
        for (n, line) in text.split('\n').enumerate() {
            let line = line.strip_suffix('\r').unwrap_or(line);
            if let Some(stem) = line.strip_prefix("#Q") {
                finish(question.take(), reading);
                question = Some(Question {
                    line: n + 1,
                    stem: stem.to_owned(),
                    key: None,
                    options: Vec::new(),
                });
            } else if let Some(question) = &mut question {
                question.take(line);
            } else if !line.trim().is_empty() {
                reading.left_out(n + 1, "a line before the first question");
            }
        }
        finish(question, reading);
        Ok(())
    }

    fn write(&self, bank: &Bank) -> String {
        let mut out = String::new();
        for item in &bank.items {
            let key = item.key_text();
            let options = match item.interaction() {
                Interaction::TrueFalse { .. } => vec!["True".to_owned(), "False".to_owned()],
                _ => super::aiken::placed(item),
            };
            let _ = writeln!(out, "#Q {}\n^ {key}", item.stem());
            for (letter, option) in ('A'..='Z').zip(options) {
                let _ = writeln!(out, "{letter} {option}");
            }
            out.push('\n');
        }
        out
    }
}

struct Question {
    line: usize,
    stem: String,
    key: Option<String>,
    options: Vec<String>,
}

impl Question {
    fn take(&mut self, line: &str) {
        let Some(key) = &mut self.key else {
            if let Some(key) = line.strip_prefix('^') {
                self.key = Some(key.to_owned());
            } else {
                self.stem.push('\n');
                self.stem.push_str(line);
            }
            return;
        };
        let mut letters = line.chars();
        match (letters.next(), letters.next()) {
            (Some('A'..='Z'), Some(' ' | '\t')) => self.options.push(letters.collect()),
            // A letter with nothing behind it is an option that is empty.
            (Some('A'..='Z'), None) => {}
            _ if line.trim().is_empty() => {}
            _ => {
                let last = self.options.last_mut().unwrap_or(key);
                last.push(' ');
                last.push_str(line);
            }
        }
    }
}

fn finish(question: Option<Question>, reading: &mut Reading) {
    let Some(Question {
        line,
        stem,
        key,
        options,
    }) = question
    else {
        return;
    };
    let Some(key) = key else {
        reading.skip(line, "the question has no right answer");
        return;
    };
    let wrong: Vec<_> = options
        .iter()
        .filter(|option| !same_option(option, &key))
        .cloned()
        .collect();
    if wrong.len() == options.len() {
        reading.changed(
            line,
            format!(
                "the right answer {:?} was not among the options",
                key.trim()
            ),
        );
    }
    let other = match wrong.as_slice() {
        [other] => other.as_str(),
        _ => "",
    };
    let truth = [(true, "True", "False"), (false, "False", "True")]
        .into_iter()
        .find(|(_, right, wrong)| same_option(&key, right) && same_option(other, wrong));
    let mut draft = Draft::choice(stem, key, wrong);
    if let Some((truth, ..)) = truth {
        draft.key = Some(KeyDraft::Truth(truth));
        draft.distractors.clear();
    }
    reading.add(line, draft);
}
