//! `quizwright review`

use std::collections::BTreeMap;

use super::game::{Questions, chosen_seed, sit};
use super::memory::{Memory, today};
use super::{Ending, Outcome, data, open, output};
use crate::history::{About, History};
use crate::item::{Item, ItemId};
use crate::library::Name;
use crate::play::{Elapsed, Rules, Session, deal};

/// Arguments of `quizwright review`.
#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct Arguments {
    /// Banks: files or names; all built in and installed if there is none
    #[arg(value_name = "BANK")]
    banks: Vec<String>,
    /// How many questions at most
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..=1000))]
    count: u16,
    /// Put the same questions in the same order again
    #[arg(long, value_name = "NUMBER")]
    seed: Option<u64>,
    /// Type the answers instead of choosing them
    #[arg(long)]
    typed: bool,
    /// Lines of text instead of a full screen
    #[arg(long)]
    plain: bool,
}

impl Arguments {
    /// The usual review.
    pub(super) fn usual(plain: bool) -> Self {
        Self {
            count: 10,
            plain,
            ..Self::default()
        }
    }
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Some(mut history) = History::open_existing(&data::folder()?)? else {
        output::note("Nothing is due: no question was answered yet.\n");
        return Ok(Ending::Done);
    };
    let due = history.due(today())?;
    let banks = if arguments.banks.is_empty() {
        homes(&due)?
    } else {
        arguments.banks.clone()
    };
    if due.is_empty() || banks.is_empty() {
        output::note("Nothing is due.\n");
        return Ok(Ending::Done);
    }
    let questions = Questions::of(&banks)?;
    let items: BTreeMap<ItemId, &Item> = questions.items.iter().map(|i| (i.id(), i)).collect();
    // An item that left its bank is not asked for again until it is met again.
    let is_gone = |(id, bank): &&(ItemId, Option<String>)| {
        bank.as_ref().is_some_and(|bank| banks.contains(bank)) && !items.contains_key(id)
    };
    let gone: Vec<ItemId> = due.iter().filter(is_gone).map(|(id, _)| *id).collect();
    if !gone.is_empty() {
        history.gone(&gone)?;
    }
    let there: Vec<Item> = due
        .iter()
        .filter_map(|(id, _)| items.get(id))
        .map(|&item| item.clone())
        .collect();
    if there.is_empty() {
        output::note("Nothing is due.\n");
        return Ok(Ending::Done);
    }
    let count = there.len().min(usize::from(arguments.count));
    let rules = Rules {
        count: Some(count),
        typed: arguments.typed,
        ..Rules::default()
    };
    let most_urgent = there.get(..count).unwrap_or(&there);
    let round = deal(most_urgent, &rules, chosen_seed(arguments.seed)?);
    let about = About {
        title: format!("Review: {}", questions.title),
        ..questions.about()
    };
    drop(history);
    let session = Session::start(round, Elapsed::ZERO);
    let ending = sit(
        session,
        about,
        None,
        &mut Memory::default(),
        arguments.plain,
    )?;
    let more = there.len() - count;
    if more > 0 {
        output::note(&format!("{more} more are due: quizwright review\n"));
    }
    Ok(ending)
}

/// The banks with a name that have due items and are still there.
fn homes(due: &[(ItemId, Option<String>)]) -> anyhow::Result<Vec<String>> {
    let library = data::library()?;
    let mut names: Vec<&String> = due.iter().filter_map(|(_, bank)| bank.as_ref()).collect();
    names.sort_unstable();
    names.dedup();
    let is_there = |name: &&&String| {
        open::built_in().any(|built_in| built_in == name.as_str())
            || Name::new(name).is_ok_and(|name| library.has(&name))
    };
    Ok(names
        .iter()
        .filter(is_there)
        .map(|&name| name.clone())
        .collect())
}
