//! What a reader gathers: items, and notices about what is not as it was.

use std::collections::BTreeMap;
use std::fmt;

use super::{Format, Import, Options, tidy};
use crate::bank::Bank;
use crate::item::{Draft, Fault, Item, ItemId, KeyDraft, MAX_DISTRACTORS};
use crate::text::normal::option_form;
use crate::text::safe;

/// What happened to a question or a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// It is not in the bank.
    Skipped,
    /// It is in the bank once, though it was there twice.
    Merged,
    /// It is in the bank, but not as it was.
    Changed,
}

/// Where a question begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct At {
    pub(super) line: usize,
    pub(super) column: usize,
}

impl From<usize> for At {
    fn from(line: usize) -> Self {
        Self { line, column: 1 }
    }
}

/// Something that is not as it was in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// What happened.
    pub what: What,
    /// What and why.
    pub message: String,
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.what {
            What::Skipped => "skipped",
            What::Merged => "merged",
            What::Changed => "changed",
        };
        let message = safe::shown(&self.message);
        write!(f, "{}:{}: {what}: {message}", self.line, self.column)
    }
}

/// A file that cannot be understood at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", safe::shown(message))]
pub struct Refusal {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// Why.
    pub message: String,
    /// What to do.
    pub hint: String,
}

/// Gathers what a reader finds.
#[derive(Debug)]
pub struct Reading {
    /// What is known about the file.
    pub(super) options: Options,
    /// What is said about the bank as a whole.
    pub(super) bank: Bank,
    /// The category of the items to come.
    pub(super) category: Option<String>,
    notices: Vec<Notice>,
    ids: BTreeMap<ItemId, (usize, usize)>,
    lines: Vec<usize>,
    questions: usize,
}

/// More notices than this are counted, not kept.
const MOST_NOTICES: usize = 100_000;

impl Reading {
    /// Nothing read yet.
    pub(super) fn new(options: Options) -> Self {
        Self {
            options,
            bank: Bank::new(""),
            category: None,
            notices: Vec::new(),
            ids: BTreeMap::new(),
            lines: Vec::new(),
            questions: 0,
        }
    }

    /// Leaves a question out.
    pub(super) fn skip(&mut self, at: impl Into<At>, reason: impl Into<String>) {
        self.questions += 1;
        self.note(at.into(), What::Skipped, reason);
    }

    /// Tells of a change.
    pub(super) fn changed(&mut self, at: impl Into<At>, message: impl Into<String>) {
        self.note(at.into(), What::Changed, message);
    }

    /// Tells of something that is no question and does not come in.
    pub(super) fn left_out(&mut self, line: usize, message: impl Into<String>) {
        self.note(line.into(), What::Skipped, message);
    }

    fn note(&mut self, at: At, what: What, message: impl Into<String>) {
        if self.notices.len() < MOST_NOTICES {
            self.notices.push(Notice {
                line: at.line,
                column: at.column,
                what,
                message: message.into(),
            });
        }
    }

    /// Adds a question: its texts are tidied, options that are the same answer
    /// are joined, and the same question with the same answer is merged into the
    /// first.
    pub(super) fn add(&mut self, at: impl Into<At>, mut draft: Draft) {
        let at = at.into();
        if draft.category.is_none() {
            draft.category.clone_from(&self.category);
        }
        if tidy::draft(&mut draft) {
            self.changed(at, "characters that cannot be shown were left out");
        }
        let key = match &draft.key {
            Some(KeyDraft::Text(key)) => option_form(key),
            _ => String::new(),
        };
        self.join(at, &mut draft, &key);
        self.questions += 1;
        let about = draft.stem.clone();
        match Item::new(draft) {
            Ok(item) => self.push(at, item),
            Err(fault) => {
                let reason = match fault {
                    Fault::NoDistractors => "it has no wrong answer".to_owned(),
                    fault => fault.to_string(),
                };
                self.note(at, What::Skipped, format!("{reason}: {}", short(&about)));
            }
        }
    }

    /// Leaves out wrong answers that are empty, said twice or right, and more than
    /// there may be.
    fn join(&mut self, at: At, draft: &mut Draft, key: &str) {
        let mut seen: Vec<String> = draft.keys.iter().map(|k| option_form(k)).collect();
        if !key.is_empty() {
            seen.push(key.to_owned());
        }
        let right = seen.len();
        let mut told = Vec::new();
        let mut distinct = |list: &mut Vec<String>, what: &str, seen: &mut Vec<String>| {
            list.retain(|option| {
                let form = option_form(option);
                let why = if form.is_empty() {
                    format!("an empty {what} was left out")
                } else {
                    match seen.iter().position(|s| *s == form) {
                        None => {
                            seen.push(form);
                            return true;
                        }
                        Some(place) if place < right => {
                            format!("the {what} {option:?} is the right answer and was left out")
                        }
                        Some(_) => format!("the {what} {option:?} stood there twice"),
                    }
                };
                told.push(why);
                false
            });
        };
        distinct(&mut draft.distractors, "wrong answer", &mut seen);
        if let Some(accepted) = &mut draft.accepted {
            distinct(accepted, "spelling", &mut seen);
        }
        let surplus = draft.distractors.len().saturating_sub(MAX_DISTRACTORS);
        if surplus > 0 {
            draft.distractors.truncate(MAX_DISTRACTORS);
            told.push(format!(
                "wrong answers beyond the first eight were left out ({surplus})"
            ));
        }
        for message in told {
            self.changed(at, message);
        }
    }

    fn push(&mut self, at: At, item: Item) {
        if let Some(&(place, first)) = self.ids.get(&item.id()) {
            let mut message = format!(
                "the same question with the same answer stands in line {first}: {}",
                short(item.stem())
            );
            if let Some(there) = self.bank.items.get_mut(place)
                && let Some(joined) = with_distractors(there, &item)
            {
                *there = joined;
                message += " (its other wrong answers were kept)";
            } else if let Some(there) = self.bank.items.get(place)
                && std::mem::discriminant(&there.interaction())
                    != std::mem::discriminant(&item.interaction())
            {
                message += " (answered in another way there)";
            }
            self.note(at, What::Merged, message);
            return;
        }
        self.ids.insert(item.id(), (self.bank.items.len(), at.line));
        self.bank.items.push(item);
        self.lines.push(at.line);
    }

    /// The bank that was read.
    pub(super) fn finish(mut self, format: &dyn Format) -> Import {
        if self.bank.title.is_empty() {
            self.bank.title = if self.options.name.is_empty() {
                "Questions".to_owned()
            } else {
                self.options.name.clone()
            };
        }
        self.notices
            .sort_by_key(|notice| (notice.line, notice.column));
        Import {
            format: format.name(),
            bank: self.bank,
            notices: self.notices,
            lines: self.lines,
            questions: self.questions,
        }
    }
}

/// The first item with the distractors of the second besides, if there are any
/// more and room for them.
fn with_distractors(first: &Item, second: &Item) -> Option<Item> {
    let mut draft = first.draft();
    let has = draft.distractors.len();
    for option in second.distractors() {
        let form = option_form(option);
        if draft.distractors.len() < MAX_DISTRACTORS
            && draft.distractors.iter().all(|d| option_form(d) != form)
        {
            draft.distractors.push(option.to_owned());
        }
    }
    (draft.distractors.len() > has && has > 0)
        .then(|| Item::new(draft).ok())
        .flatten()
}

/// The beginning of a question, to know it by.
pub(super) fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= 60 {
        return line;
    }
    line.chars().take(59).chain(['…']).collect()
}
