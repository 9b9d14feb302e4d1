//! The answers of the Open Trivia Database's API.
//!
//! The encoding of the texts is not stated in the file: HTML entities unless
//! the caller asked for percent signs or base64. Each is undone exactly once.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use percent_encoding::percent_decode_str;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use super::reading::{At, short};
use super::{Carries, Format, Reading, Refusal};
use crate::article::entity;
use crate::bank::{self, Bank};
use crate::item::{Difficulty, Draft, Interaction, KeyDraft};

/// Answers of the API, as an object or a bare list.
pub(super) struct OpenTdb;

#[derive(Deserialize)]
struct Answer<'a> {
    response_code: Option<u32>,
    #[serde(borrow)]
    results: Option<Vec<&'a RawValue>>,
    /// Only in our own files, which say the licence themselves.
    encoding: Option<String>,
    title: Option<String>,
    language: Option<String>,
    license: Option<String>,
    attribution: Option<String>,
}

#[derive(Deserialize)]
#[allow(clippy::struct_field_names, reason = "the API's names")]
struct Question {
    #[serde(rename = "type")]
    kind: Option<String>,
    difficulty: Option<String>,
    category: Option<String>,
    question: String,
    correct_answer: String,
    #[serde(default)]
    incorrect_answers: Vec<String>,
}

impl Question {
    fn texts(&mut self) -> impl Iterator<Item = &mut String> {
        let optional = [&mut self.kind, &mut self.difficulty, &mut self.category];
        optional
            .into_iter()
            .flatten()
            .chain([&mut self.question, &mut self.correct_answer])
            .chain(&mut self.incorrect_answers)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    Entities,
    Percent,
    /// Percent signs, and `+` for a space.
    Plus,
    Base64,
}

impl Encoding {
    fn of(questions: impl Iterator<Item = Question>) -> Self {
        let (mut spaces, mut percent, mut plus) = (false, false, false);
        for Question { kind, question, .. } in questions {
            if matches!(kind.as_deref(), Some("bXVsdGlwbGU=" | "Ym9vbGVhbg==")) {
                return Self::Base64;
            }
            spaces |= question.contains(char::is_whitespace);
            percent |= question.contains("%20");
            plus |= question.contains("%3F") || question.contains('+');
        }
        match (spaces, percent, plus) {
            (false, true, _) => Self::Percent,
            (false, false, true) => Self::Plus,
            _ => Self::Entities,
        }
    }

    fn decode(self, text: &str) -> Option<String> {
        match self {
            Self::Entities => Some(entity::unescape(text).into_owned()),
            Self::Percent => Some(percent_decode_str(text).decode_utf8().ok()?.into_owned()),
            Self::Plus => {
                let spaced = text.replace('+', " ");
                Some(percent_decode_str(&spaced).decode_utf8().ok()?.into_owned())
            }
            Self::Base64 => String::from_utf8(BASE64.decode(text.trim()).ok()?).ok(),
        }
    }
}

/// Counts lines and columns forward, so that a file on one line is counted once.
struct Walk<'a> {
    text: &'a str,
    offset: usize,
    at: At,
}

impl<'a> Walk<'a> {
    fn along(text: &'a str) -> Self {
        Self {
            text,
            offset: 0,
            at: At::from(1),
        }
    }

    fn to(&mut self, offset: usize) -> At {
        for c in self
            .text
            .get(self.offset..offset)
            .unwrap_or_default()
            .chars()
        {
            if c == '\n' {
                self.at = At::from(self.at.line + 1);
            } else {
                self.at.column += 1;
            }
        }
        self.offset = offset;
        self.at
    }
}

/// Where the JSON begins: some keep the answer in a script.
fn json_part(text: &str) -> &str {
    let text = text.trim_start();
    let part = text.strip_prefix("export default").unwrap_or(text);
    part.trim().trim_end_matches(';').trim_end()
}

impl Format for OpenTdb {
    fn name(&self) -> &'static str {
        "opentdb"
    }

    fn title(&self) -> &'static str {
        "Open Trivia Database, JSON"
    }

    fn carries(&self) -> Carries {
        Carries {
            truth: true,
            truth_as_choice: true,
            lines: true,
            category: true,
            difficulty: true,
            about: true,
            ..Carries::CHOICES
        }
    }

    fn is_likely(&self, text: &str, _ending: &str) -> bool {
        let json = json_part(text);
        json.starts_with(['{', '['])
            && (json.contains("\"response_code\"") || json.contains("\"correct_answer\""))
    }

    fn read(&self, text: &str, reading: &mut Reading) -> Result<(), Refusal> {
        let json = json_part(text);
        if bank::is_dense(json.as_bytes()) {
            return Err(Refusal {
                line: 1,
                column: 1,
                message: "there are far more values in it than questions have".to_owned(),
                hint: "ask the API again".to_owned(),
            });
        }
        let shift = json.as_ptr().addr() - text.as_ptr().addr();
        let mut is_html = false;
        let results = if json.starts_with('[') {
            serde_json::from_str(json).inspect(|_| {
                reading.bank.license = Some(LICENSE.to_owned());
                reading.bank.attribution = Some(ATTRIBUTION.to_owned());
            })
        } else {
            serde_json::from_str::<Answer>(json).and_then(|answer| {
                if let Some(code @ 1..) = answer.response_code {
                    return Err(serde::de::Error::custom(refusal(code)));
                }
                if answer.encoding.is_some() {
                    reading.bank.license = answer.license;
                    reading.bank.attribution = answer.attribution;
                    reading.bank.language = answer.language;
                } else {
                    reading.bank.license = Some(LICENSE.to_owned());
                    reading.bank.attribution = Some(ATTRIBUTION.to_owned());
                }
                is_html = answer.encoding.as_deref() == Some("html");
                reading.bank.title = answer.title.unwrap_or_default();
                Ok(answer.results.unwrap_or_default())
            })
        };
        let results: Vec<&RawValue> = results.map_err(|error| {
            let (line, column) = match error.line() {
                0 => (1, 1),
                line => {
                    let before = text.get(..shift).unwrap_or_default();
                    (before.matches('\n').count() + line, error.column())
                }
            };
            Refusal {
                line,
                column,
                message: error.to_string(),
                hint: "ask the API again, or hold the file against its documentation".to_owned(),
            }
        })?;
        // Read twice rather than held: as values the questions take many times
        // their text.
        let encoding = if is_html {
            Encoding::Entities
        } else {
            let texts = results.iter().map(|raw| raw.get());
            Encoding::of(texts.filter_map(|text| serde_json::from_str(text).ok()))
        };
        let mut walk = Walk::along(text);
        for raw in results {
            let at = walk.to(raw.get().as_ptr().addr() - text.as_ptr().addr());
            match serde_json::from_str::<Question>(raw.get()) {
                Ok(question) => add(question, at, encoding, reading),
                Err(error) => {
                    // Its place is one inside the question.
                    let words = error.to_string();
                    let reason = words.split(" at line ").next().unwrap_or_default();
                    reading.skip(at, format!("not a question: {reason}"));
                }
            }
        }
        Ok(())
    }

    fn write(&self, bank: &Bank) -> String {
        let escape = |text: &str| {
            let text = text.replace('&', "&amp;").replace('"', "&quot;");
            let text = text.replace('\'', "&#039;");
            text.replace('<', "&lt;").replace('>', "&gt;")
        };
        let results: Vec<Value> = bank
            .items
            .iter()
            .map(|item| {
                let truth = matches!(item.interaction(), Interaction::TrueFalse { .. });
                let key = item.key_text();
                let wrong = match item.interaction() {
                    Interaction::TrueFalse { key: true } => vec!["False".to_owned()],
                    Interaction::TrueFalse { key: false } => vec!["True".to_owned()],
                    _ => item.distractors().iter().map(|d| escape(d)).collect(),
                };
                let mut question = json!({"type": if truth { "boolean" } else { "multiple" }});
                if let Some(difficulty) = item.difficulty() {
                    question["difficulty"] = difficulty.as_str().into();
                }
                if let Some(category) = item.category() {
                    question["category"] = escape(category).into();
                }
                question["question"] = escape(item.stem()).into();
                question["correct_answer"] = escape(&key).into();
                question["incorrect_answers"] = wrong.into();
                question
            })
            .collect();
        let answer = json!({
            "response_code": 0,
            "encoding": "html",
            "title": bank.title,
            "language": bank.language,
            "license": bank.license,
            "attribution": bank.attribution,
            "results": results,
        });
        format!("{answer:#}\n")
    }
}

/// Decodes a question and adds it.
fn add(mut question: Question, at: At, encoding: Encoding, reading: &mut Reading) {
    for text in question.texts() {
        let Some(decoded) = encoding.decode(text) else {
            let message = format!("{:?} cannot be decoded", short(text));
            return reading.skip(at, message);
        };
        *text = decoded;
    }
    reading.add(at, draft(question));
}

const LICENSE: &str = "CC-BY-SA-4.0";
const ATTRIBUTION: &str = "Open Trivia Database (opentdb.com)";

/// What the API means by a code.
fn refusal(code: u32) -> String {
    let meaning = match code {
        1 => "it has not so many questions of that kind",
        2 => "a parameter of the request was not valid",
        3 => "the session token does not exist",
        4 => "the session token has seen all questions of that kind and must be reset",
        5 => "too many requests: one in five seconds is allowed",
        _ => "no documented meaning",
    };
    format!("the file is a refusal of the Open Trivia Database, code {code}: {meaning}")
}

fn draft(question: Question) -> Draft {
    let boolean = question.kind.as_deref() == Some("boolean");
    let truth = match question.correct_answer.trim() {
        "True" if boolean => Some(true),
        "False" if boolean => Some(false),
        _ => None,
    };
    let level = question.difficulty.map(|d| d.trim().to_lowercase());
    let draft = Draft {
        category: question.category,
        difficulty: level.and_then(|level| Difficulty::try_from(level).ok()),
        ..Draft::default()
    };
    match truth {
        Some(truth) => Draft {
            stem: question.question,
            key: Some(KeyDraft::Truth(truth)),
            ..draft
        },
        None => Draft {
            stem: question.question,
            key: Some(KeyDraft::Text(question.correct_answer)),
            distractors: question.incorrect_answers,
            ..draft
        },
    }
}
