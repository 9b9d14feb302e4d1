//! `quizwright add`

use std::io::Read;

use anyhow::{Context, Result};

use super::form::{self, Form};
use super::report::{self, BadBank, Hinted};
use super::shelf::{self, Place};
use super::{Ending, Outcome, data, output};
use crate::bank;
use crate::item::flaw::{self, Severity};
use crate::item::{Difficulty, Draft, Fault, Item, KeyDraft};
use crate::library::Name;
use crate::terminal::Environment;
use crate::terminal::prompt::{self, Answer};

/// Arguments of `quizwright add`.
#[derive(Debug, Default, clap::Args)]
pub(super) struct Arguments {
    /// The item as JSON: - reads it from standard input
    #[arg(value_name = "-", value_parser = ["-"], conflicts_with_all = ["stem", "key", "distractor"])]
    input: Option<String>,
    /// Path or name of the bank; it is made if it does not exist
    /// [default: my-questions]
    #[arg(long, value_name = "BANK")]
    bank: Option<String>,
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
    /// Ask in lines of text
    #[arg(long)]
    plain: bool,
}

/// The bank that questions go into if none is named.
const MINE: &str = "my-questions";

fn difficulty(word: &str) -> Result<Difficulty, String> {
    Difficulty::try_from(word.to_lowercase()).map_err(|_| "it is easy, medium or hard".to_owned())
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Outcome {
    let item = if arguments.input.is_some() {
        from_input()?
    } else if arguments.stem.is_some() || !arguments.key.is_empty() {
        from_flags(arguments)?
    } else if prompt::is_possible() {
        return by_form(arguments);
    } else {
        return Err(Hinted {
            message: "there is nothing to add, and no terminal to ask on".to_owned(),
            hint: "give --stem, --key and --distractor, or - and one item as JSON".to_owned(),
        }
        .into());
    };
    let flaws = flaw::find(&item);
    output::note(&form::flaws(&flaws));
    if !arguments.anyway && flaws.iter().any(|f| f.severity == Severity::Error) {
        return Err(Hinted {
            message: "nothing was added, because the item has a grave flaw".to_owned(),
            hint: "mend it, or add it with --anyway".to_owned(),
        }
        .into());
    }
    let place = Place::of(arguments.bank.as_deref().unwrap_or(MINE))?;
    save(&place, item)?;
    Ok(Ending::Done)
}

/// Adds the item and says so.
fn save(place: &Place, item: Item) -> Result<()> {
    let id = item.id();
    let count = shelf::append(place, item)?;
    let label = &place.label;
    output::note(&format!("added to {label} as its question {count}\n"));
    output::data(&format!("{id}\n"))
}

/// The bank that was named, or else chosen if there are several of one's own.
fn choose_bank(environment: Environment, arguments: &Arguments) -> Result<Answer<String>> {
    if let Some(bank) = &arguments.bank {
        return Ok(Answer::Given(bank.clone()));
    }
    let installed = data::library()?.names()?;
    let others = installed
        .iter()
        .map(Name::as_str)
        .filter(|&name| name != MINE);
    let names: Vec<String> = [MINE]
        .into_iter()
        .chain(others)
        .map(str::to_owned)
        .collect();
    if names.len() == 1 {
        return Ok(Answer::Given(MINE.to_owned()));
    }
    Ok(
        match prompt::select(&environment, "Into which bank?", &names, 0)? {
            Answer::Given(chosen) => Answer::Given(names.get(chosen).cloned().unwrap_or_default()),
            Answer::Cancelled => Answer::Cancelled,
            Answer::Interrupted => Answer::Interrupted,
        },
    )
}

/// Asks for one item after another.
fn by_form(arguments: &Arguments) -> Outcome {
    let environment = Environment::here(arguments.plain);
    let place = match choose_bank(environment, arguments)? {
        Answer::Given(bank) => Place::of(&bank)?,
        Answer::Cancelled => return Ok(Ending::Done),
        Answer::Interrupted => return Ok(Ending::Interrupted),
    };
    loop {
        let bank = shelf::peek(&place)?;
        let mut form = Form::new(&environment, &bank);
        let mut answer = form.fill()?;
        loop {
            match answer {
                // What cannot be saved as it is can be changed.
                Answer::Given(item) => match save(&place, item) {
                    Ok(()) => break,
                    Err(error) => {
                        report::failure(&error);
                        answer = form.confirm(form::ADD)?;
                    }
                },
                Answer::Interrupted => {
                    output::note(&form.unfinished());
                    return Ok(Ending::Interrupted);
                }
                Answer::Cancelled => {
                    output::note(&form.unfinished());
                    return Ok(Ending::Done);
                }
            }
        }
        let more = ["Add another one", "That is all"].map(str::to_owned);
        match prompt::select(&environment, "And now?", &more, 0)? {
            Answer::Given(0) => {}
            Answer::Interrupted => return Ok(Ending::Interrupted),
            _ => return Ok(Ending::Done),
        }
    }
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
