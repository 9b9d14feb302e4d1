//! Aiken: a question on one line, options with a letter, `ANSWER: X`.

use std::fmt::Write as _;

use super::{Carries, Format, Reading, Refusal};
use crate::bank::Bank;
use crate::item::{Draft, Item};

/// The format of Moodle's simplest exchange.
pub(super) struct Aiken;

impl Format for Aiken {
    fn name(&self) -> &'static str {
        "aiken"
    }

    fn title(&self) -> &'static str {
        "Aiken"
    }

    fn carries(&self) -> Carries {
        Carries {
            truth_as_choice: true,
            ..Carries::CHOICES
        }
    }

    fn is_likely(&self, text: &str, _ending: &str) -> bool {
        let lines = || text.lines().map(str::trim);
        lines().any(|line| answer(line).is_some_and(|a| a.len() == 1))
            && lines().any(|line| option(line).is_some())
    }

    fn read(&self, text: &str, reading: &mut Reading) -> Result<(), Refusal> {
        let mut open: Option<Question> = None;
        for (n, line) in text.lines().enumerate() {
            let (n, line) = (n + 1, line.trim());
            if line.is_empty() {
                continue;
            }
            if let Some(letter) = answer(line) {
                match open.take() {
                    Some(question) => question.finish(n, letter, reading),
                    None => reading.left_out(n, "an answer without a question before it"),
                }
            } else if let Some((letter, text)) = option(line) {
                match &mut open {
                    Some(question) => question.options.push((letter, text.to_owned())),
                    None => reading.left_out(n, "an option before any question"),
                }
            } else {
                match &mut open {
                    Some(question) if question.options.is_empty() => {
                        question.stem.push('\n');
                        question.stem.push_str(line);
                    }
                    _ => {
                        if let Some(question) = open.take() {
                            question.unfinished(reading);
                        }
                        open = Some(Question {
                            line: n,
                            stem: line.to_owned(),
                            options: Vec::new(),
                        });
                    }
                }
            }
        }
        if let Some(question) = open {
            question.unfinished(reading);
        }
        Ok(())
    }

    fn write(&self, bank: &Bank) -> String {
        let mut out = String::new();
        for item in &bank.items {
            let key = item.key_text();
            out.push_str(&guarded(item.stem()));
            out.push('\n');
            let mut answer = 'A';
            for (letter, option) in ('A'..='Z').zip(placed(item)) {
                if option == key {
                    answer = letter;
                }
                let _ = writeln!(out, "{letter}) {option}");
            }
            let _ = writeln!(out, "ANSWER: {answer}\n");
        }
        out
    }
}

/// A question that would be taken for an option or an answer gets a hyphen
/// before it, and so does one that has such hyphens already.
fn guarded(stem: &str) -> String {
    if is_guarded(stem) {
        format!("- {stem}")
    } else {
        stem.to_owned()
    }
}

fn is_guarded(stem: &str) -> bool {
    let bare = stem.trim_start_matches("- ");
    option(bare).is_some() || answer(bare).is_some()
}

fn unguarded(stem: String) -> String {
    match stem.strip_prefix("- ") {
        Some(bare) if is_guarded(bare) => bare.to_owned(),
        _ => stem,
    }
}

/// The options with the key among them: always at the same place for an item,
/// at another one for the next.
pub(super) fn placed(item: &Item) -> Vec<String> {
    let wrong = item.distractors().into_iter();
    let mut options: Vec<_> = wrong.map(str::to_owned).collect();
    let [.., last] = item.id().bytes();
    let place = usize::from(last) % (options.len() + 1);
    options.insert(place, item.key_text());
    options
}

/// The letter of an answer line, or whatever stands in its place.
fn answer(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("ANSWER")?.trim_start();
    Some(rest.strip_prefix(':')?.trim())
}

/// Letter and text of an option line.
fn option(line: &str) -> Option<(char, &str)> {
    let mut letters = line.chars();
    match (letters.next(), letters.next()) {
        (Some(letter @ 'A'..='Z'), Some(')' | '.')) => Some((letter, letters.as_str().trim())),
        _ => None,
    }
}

struct Question {
    line: usize,
    stem: String,
    options: Vec<(char, String)>,
}

impl Question {
    fn finish(self, line: usize, answer: &str, reading: &mut Reading) {
        let count = self.options.len();
        if count < 2 {
            let words = match count {
                0 => "no options",
                _ => "only one option",
            };
            reading.skip(self.line, format!("the question has {words}"));
            return;
        }
        let Some(place) = self
            .options
            .iter()
            .position(|(letter, _)| answer == letter.to_string())
        else {
            reading.skip(
                line,
                format!("the answer is {answer:?}, and no option has that letter"),
            );
            return;
        };
        let mut options: Vec<_> = self.options.into_iter().map(|(_, text)| text).collect();
        let key = options.remove(place);
        reading.add(self.line, Draft::choice(unguarded(self.stem), key, options));
    }

    fn unfinished(self, reading: &mut Reading) {
        reading.skip(
            self.line,
            "the question has no line ANSWER: after its options",
        );
    }
}
