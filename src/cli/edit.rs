//! `quizwright edit`

use anyhow::{Context, Result};

use super::form::{self, Field, Form};
use super::report::Hinted;
use super::shelf::{self, Place};
use super::{Ending, Outcome, output};
use crate::bank::Bank;
use crate::item::{Item, ItemId};
use crate::terminal::Environment;
use crate::terminal::prompt::{self, Answer};

/// Arguments of `quizwright edit`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Path or name of the bank
    bank: String,
    /// The item, by its id or the beginning of it; chosen from a list if left
    /// out
    #[arg(value_name = "ID")]
    id: Option<String>,
    /// Delete the item without asking
    #[arg(long, requires = "id")]
    delete: bool,
    /// Ask in lines of text
    #[arg(long)]
    plain: bool,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Outcome {
    let place = Place::of(&arguments.bank)?;
    if !place.path.is_file() {
        // Says that there is none, with a guess.
        super::open::source(&arguments.bank)?;
    }
    let bank = shelf::peek(&place)?;
    let environment = Environment::here(arguments.plain);
    let item = match &arguments.id {
        Some(id) => by_id(&bank, id)?,
        None => match choose(&bank, environment, "Search a question:")? {
            Answer::Given(n) => bank.items.get(n).context("no such item")?.clone(),
            Answer::Cancelled => return Ok(Ending::Done),
            Answer::Interrupted => return Ok(Ending::Interrupted),
        },
    };
    if arguments.delete {
        return delete(&place, item.id());
    }
    if !prompt::is_possible() {
        output::data(&(serde_json::to_string_pretty(&item)? + "\n"))?;
        output::note("there is no terminal to change it on; --delete deletes it\n");
        return Ok(Ending::Done);
    }
    change(&place, &bank, &item, environment)
}

/// The item whose id begins so.
fn by_id(bank: &Bank, id: &str) -> Result<Item> {
    let wanted = id.to_lowercase();
    let mut found = bank
        .items
        .iter()
        .filter(|item| item.id().to_string().starts_with(&wanted));
    let hint = "`quizwright edit BANK` without an id lists the questions".to_owned();
    match (found.next(), found.next()) {
        (Some(item), None) => Ok(item.clone()),
        (None, _) => {
            let message = format!("no question in the bank has the id {id}");
            Err(Hinted { message, hint }.into())
        }
        (Some(_), Some(_)) => {
            let message = format!("several questions have an id that begins with {id}");
            Err(Hinted { message, hint }.into())
        }
    }
}

/// Lets the user find an item; returns its place.
pub(super) fn choose(bank: &Bank, environment: Environment, title: &str) -> Result<Answer<usize>> {
    if !prompt::is_possible() {
        return Err(Hinted {
            message: "there is no terminal to choose a question on".to_owned(),
            hint: "name it by its id".to_owned(),
        }
        .into());
    }
    let words: Vec<String> = bank
        .items
        .iter()
        .map(|item| item.stem().to_owned())
        .collect();
    if words.is_empty() {
        anyhow::bail!("the bank has no questions");
    }
    Ok(prompt::search(&environment, title, &words)?)
}

/// Lets the user change a field, or delete the item.
fn change(place: &Place, bank: &Bank, item: &Item, environment: Environment) -> Outcome {
    output::note(&form::preview(item));
    let mut words: Vec<String> = Field::ALL
        .map(|f| format!("Change the {}", f.name()))
        .into();
    words.push("Delete the question".to_owned());
    let chosen = match prompt::select(&environment, "What shall be done?", &words, 1)? {
        Answer::Given(chosen) => chosen,
        Answer::Cancelled => return Ok(Ending::Done),
        Answer::Interrupted => return Ok(Ending::Interrupted),
    };
    let Some(field) = Field::ALL.get(chosen) else {
        let sure = ["Keep it", "Delete it"].map(str::to_owned);
        return match prompt::select(&environment, "Really delete it?", &sure, 0)? {
            Answer::Given(1) => delete(place, item.id()),
            Answer::Interrupted => Ok(Ending::Interrupted),
            _ => Ok(Ending::Done),
        };
    };
    let mut form = Form::of(&environment, bank, item);
    let mut answer = form.ask(*field)?;
    if *field == Field::Kind && answer == Answer::Given(()) {
        // Another kind needs other answers.
        for field in [Field::Key, Field::Others] {
            answer = form.ask(field)?;
            if answer != Answer::Given(()) {
                break;
            }
        }
    }
    let changed = match answer {
        Answer::Given(()) => form.confirm("Save it")?,
        Answer::Cancelled => Answer::Cancelled,
        Answer::Interrupted => Answer::Interrupted,
    };
    match changed {
        Answer::Given(new) => {
            replace(place, item.id(), Some(new))?;
            output::note("changed\n");
            Ok(Ending::Done)
        }
        Answer::Cancelled => {
            output::note("nothing was changed\n");
            Ok(Ending::Done)
        }
        Answer::Interrupted => Ok(Ending::Interrupted),
    }
}

fn delete(place: &Place, id: ItemId) -> Outcome {
    replace(place, id, None)?;
    output::note("deleted\n");
    Ok(Ending::Done)
}

/// Puts another item in the place of one, or nothing.
fn replace(place: &Place, id: ItemId, new: Option<Item>) -> Result<()> {
    shelf::change(place, |bank| {
        let at = bank.items.iter().position(|item| item.id() == id);
        let at = at.context("the question is not in the bank any more")?;
        match new {
            Some(new) => {
                let twin = bank.items.iter().position(|item| item.id() == new.id());
                if twin.is_some_and(|twin| twin != at) {
                    anyhow::bail!("the bank has this question with this answer already");
                }
                bank.items[at] = new;
            }
            None => {
                bank.items.remove(at);
            }
        }
        Ok(())
    })
}
