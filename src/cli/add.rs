//! `quizwright add`

use std::io::Read;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::report::{BadBank, Hinted};
use super::{Ending, Outcome, data, open, output};
use crate::bank::{self, Bank};
use crate::item::flaw::{self, Severity};
use crate::item::{Difficulty, Draft, Fault, Item, KeyDraft};
use crate::library::{self, Name, StoreError};
use crate::text::safe;

/// Arguments of `quizwright add`.
#[derive(Debug, Default, clap::Args)]
pub(super) struct Arguments {
    /// The item as JSON: - reads it from standard input
    #[arg(value_name = "-", value_parser = ["-"], conflicts_with_all = ["stem", "key", "distractor"])]
    input: Option<String>,
    /// Path or name of the bank; it is made if it does not exist
    #[arg(long, value_name = "BANK", default_value = "my-questions")]
    bank: String,
    /// The question
    #[arg(long)]
    stem: Option<String>,
    /// The right answer; `true` or `false` without distractors; several times
    /// for several right answers
    #[arg(long)]
    key: Vec<String>,
    /// A wrong answer; one to eight of them
    #[arg(long)]
    distractor: Vec<String>,
    /// The answer is typed, not chosen
    #[arg(long, conflicts_with = "distractor")]
    typed: bool,
    /// Another spelling of a typed answer
    #[arg(long, value_name = "SPELLING", conflicts_with = "distractor")]
    accept: Vec<String>,
    /// What to file it under
    #[arg(long)]
    category: Option<String>,
    /// easy, medium or hard
    #[arg(long, value_parser = difficulty)]
    difficulty: Option<Difficulty>,
    /// What to tell after the answer
    #[arg(long)]
    explanation: Option<String>,
    /// Help before the answer
    #[arg(long)]
    hint: Option<String>,
    /// A label
    #[arg(long)]
    tag: Vec<String>,
    /// Add it in spite of flaws
    #[arg(long)]
    anyway: bool,
}

fn difficulty(word: &str) -> Result<Difficulty, String> {
    Difficulty::try_from(word.to_lowercase()).map_err(|_| "it is easy, medium or hard".to_owned())
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Outcome {
    let item = if arguments.input.is_some() {
        from_input()?
    } else if arguments.stem.is_some() || !arguments.key.is_empty() {
        from_flags(arguments)?
    } else {
        return Err(Hinted {
            message: "there is nothing to add".to_owned(),
            hint: "give --stem, --key and --distractor, or - and one item as JSON".to_owned(),
        }
        .into());
    };
    let flaws = flaw::find(&item);
    for flaw in &flaws {
        let severity = super::problems::severity(flaw.severity);
        let words = format!(
            "{severity}[{}]: {}\n  hint: {}",
            flaw.rule, flaw.message, flaw.hint
        );
        output::note(&format!(
            "{}\n",
            safe::shown(&words).replace("  hint:", "\n  hint:")
        ));
    }
    if !arguments.anyway && flaws.iter().any(|f| f.severity == Severity::Error) {
        return Err(Hinted {
            message: "nothing was added, because the item has a grave flaw".to_owned(),
            hint: "mend it, or add it with --anyway".to_owned(),
        }
        .into());
    }
    let place = Place::of(&arguments.bank)?;
    let id = item.id();
    let count = append(&place, vec![item])?;
    output::note(&format!(
        "added to {} as its question {count}\n",
        place.label
    ));
    output::data(&format!("{id}\n"))?;
    Ok(Ending::Done)
}

fn from_input() -> Result<Item> {
    let mut bytes = Vec::new();
    let limit = 16 * 1024 * 1024;
    let mut input = std::io::stdin().lock().take(limit);
    input
        .read_to_end(&mut bytes)
        .context("cannot read standard input")?;
    bank::read_item(&bytes).map_err(|not_a_bank| {
        let label = "standard input".to_owned();
        BadBank { label, not_a_bank }.into()
    })
}

fn from_flags(arguments: &Arguments) -> Result<Item> {
    let typed = arguments.typed || !arguments.accept.is_empty();
    let truth = arguments.distractor.is_empty() && !typed;
    let (key, keys) = match arguments.key.as_slice() {
        [] => (None, Vec::new()),
        [key] if truth && key.eq_ignore_ascii_case("true") => {
            (Some(KeyDraft::Truth(true)), Vec::new())
        }
        [key] if truth && key.eq_ignore_ascii_case("false") => {
            (Some(KeyDraft::Truth(false)), Vec::new())
        }
        [key] => (Some(KeyDraft::Text(key.clone())), Vec::new()),
        keys => (None, keys.to_vec()),
    };
    let draft = Draft {
        stem: arguments.stem.clone().unwrap_or_default(),
        key,
        keys,
        distractors: arguments.distractor.clone(),
        accepted: typed.then(|| arguments.accept.clone()),
        category: arguments.category.clone(),
        difficulty: arguments.difficulty,
        explanation: arguments.explanation.clone(),
        hint: arguments.hint.clone(),
        tags: arguments.tag.clone(),
        ..Draft::default()
    };
    let faults = draft.faults();
    Item::new(draft).map_err(|_| {
        let words: Vec<_> = faults.iter().map(ToString::to_string).collect();
        Hinted {
            message: format!("this is no item yet: {}", words.join("; ")),
            hint: faults
                .first()
                .map(Fault::hint)
                .unwrap_or_default()
                .to_owned(),
        }
        .into()
    })
}

/// A bank that can be written.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// What messages call it.
    pub(super) label: String,
    /// The title it gets if it is made now.
    title: String,
    /// Its file.
    pub(super) path: PathBuf,
}

impl Place {
    /// The place that a name or path stands for.
    ///
    /// # Errors
    /// When it is no name, or the name of a bank that is built in.
    pub(super) fn of(name: &str) -> Result<Self> {
        if open::is_path(name) {
            let path = PathBuf::from(name);
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            return Ok(Self {
                label: name.to_owned(),
                title: titled(&stem),
                path,
            });
        }
        let library = data::library()?;
        let valid = Name::new(name)?;
        if !library.has(&valid) && open::built_in().any(|built_in| built_in == name) {
            return Err(Hinted {
                message: format!("the bank {name} is built in and cannot be changed"),
                hint: "add to a bank of your own: leave out --bank, or give another name"
                    .to_owned(),
            }
            .into());
        }
        Ok(Self {
            label: name.to_owned(),
            title: titled(name),
            path: library.path(&valid),
        })
    }
}

/// A title made of a file name: `my-questions` is "My questions".
fn titled(name: &str) -> String {
    let spaced = name.replace(['-', '_'], " ");
    let mut chars = spaced.trim().chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => "Questions".to_owned(),
    }
}

/// Why a bank was not changed.
#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Bank(#[from] BadBank),
    #[error("the question {0:?} is in the bank already, with the same answer")]
    Twice(String),
}

/// Adds items to a bank, and says how many it has now.
///
/// # Errors
/// When the bank cannot be read or written, or has one of the items already.
pub(super) fn append(place: &Place, items: Vec<Item>) -> Result<usize> {
    let added = library::update(&place.path, |old| {
        let mut bank = match old {
            None => Bank::new(&place.title),
            Some(bytes) => bank::read(&bytes).map_err(|not_a_bank| BadBank {
                label: place.label.clone(),
                not_a_bank,
            })?,
        };
        for item in items {
            if bank.items.iter().any(|there| there.id() == item.id()) {
                return Err(Refused::Twice(item.stem().to_owned()));
            }
            bank.items.push(item);
        }
        Ok((Some(bank.to_json().into_bytes()), bank.items.len()))
    });
    match added {
        Ok(count) => Ok(count),
        Err(Refused::Store(error)) => Err(error.into()),
        Err(Refused::Bank(error)) => Err(error.into()),
        Err(error @ Refused::Twice(_)) => bail!(error),
    }
}
