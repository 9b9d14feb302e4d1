//! What a reader gathers: items, and notices about what is not as it was.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::atomic::Ordering;

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
    untold: usize,
    /// The place of each item in the bank.
    ids: BTreeMap<ItemId, u32>,
    lines: Vec<u32>,
    questions: usize,
    merged: usize,
    most_notices: usize,
    /// What the items take, in bytes.
    spent: usize,
    /// What they may take.
    budget: usize,
}

/// So much memory may be used for any file, in bytes.
const FREE: usize = 16 * 1024 * 1024;
/// And so many times the size of the file besides.
const TIMES: usize = 5;
/// What an item takes besides its texts, in bytes: itself, its identity, its line,
/// and what its piece of memory is rounded up by.
const OVERHEAD: usize = size_of::<Item>() + 64;
/// So many notices are kept of any file, and one more for so many of its bytes.
const MOST_NOTICES: usize = 1000;
const BYTES_A_NOTICE: usize = 200;

impl Reading {
    /// Nothing read yet.
    pub(super) fn new(options: Options) -> Self {
        Self {
            options,
            bank: Bank::new(""),
            category: None,
            notices: Vec::new(),
            untold: 0,
            ids: BTreeMap::new(),
            lines: Vec::new(),
            questions: 0,
            merged: 0,
            most_notices: usize::MAX,
            spent: 0,
            budget: usize::MAX,
        }
    }

    /// For a file of so many bytes: it may come from anybody, and what is kept of
    /// it stays in proportion to it.
    pub(super) fn of_size(self, size: usize) -> Self {
        Self {
            most_notices: MOST_NOTICES + size / BYTES_A_NOTICE,
            budget: FREE + size.saturating_mul(TIMES),
            ..self
        }
    }

    /// Counts memory that is to be used; whether there is so much.
    pub(super) fn spend(&mut self, bytes: usize) -> bool {
        self.spent = self.spent.saturating_add(bytes);
        self.spent <= self.budget
    }

    /// Whether what was read is in proportion to the file.
    ///
    /// # Errors
    /// When it is not: questions of a few letters each take many times their text.
    pub(super) fn in_bounds(&self) -> Result<(), Refusal> {
        if self.spent <= self.budget {
            return Ok(());
        }
        Err(Refusal {
            line: 1,
            column: 1,
            message: "the file has so many questions of a few letters each that they would take \
                      more than ten times its size in memory"
                .to_owned(),
            hint: "split the file".to_owned(),
        })
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
        if self.notices.len() >= self.most_notices {
            self.untold += 1;
        } else {
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
        self.options.line.store(at.line, Ordering::Relaxed);
        if draft.category.is_none() {
            draft.category.clone_from(&self.category);
        }
        if tidy::draft(&mut draft) {
            self.changed(at, "characters that cannot be shown were left out");
        }
        self.join(at, &mut draft);
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
    fn join(&mut self, at: At, draft: &mut Draft) {
        let key = match &draft.key {
            Some(KeyDraft::Text(key)) => Some(key),
            _ => None,
        };
        // The options so far, and whether they are right.
        let mut seen: BTreeMap<String, bool> = draft
            .keys
            .iter()
            .chain(key)
            .map(|key| (option_form(key), true))
            .collect();
        let lists = [
            ("wrong answer", Some(&mut draft.distractors)),
            ("spelling", draft.accepted.as_mut()),
        ];
        for (what, list) in lists {
            let Some(list) = list else { continue };
            list.retain(|option| {
                let form = option_form(option);
                let why = match seen.get(&form) {
                    _ if form.is_empty() => format!("an empty {what} was left out"),
                    Some(true) => {
                        format!("the {what} {option:?} is the right answer and was left out")
                    }
                    Some(false) => format!("the {what} {option:?} stood there twice"),
                    None => {
                        seen.insert(form, false);
                        return true;
                    }
                };
                self.changed(at, why);
                false
            });
        }
        let surplus = draft.distractors.len().saturating_sub(MAX_DISTRACTORS);
        if surplus > 0 {
            draft.distractors.truncate(MAX_DISTRACTORS);
            self.changed(
                at,
                format!("wrong answers beyond the first eight were left out ({surplus})"),
            );
        }
    }

    fn push(&mut self, at: At, item: Item) {
        let Some(&place) = self.ids.get(&item.id()) else {
            if self.spend(OVERHEAD + item.size()) {
                let place = u32::try_from(self.bank.items.len()).unwrap_or(u32::MAX);
                self.ids.insert(item.id(), place);
                self.bank.items.push(item);
                self.lines.push(u32::try_from(at.line).unwrap_or(u32::MAX));
            }
            return;
        };
        self.merged += 1;
        let place = place as usize;
        let first = self.lines.get(place).copied().unwrap_or_default();
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
            untold: self.untold,
            lines: self.lines,
            questions: self.questions,
            merged: self.merged,
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
