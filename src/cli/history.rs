//! `quizwright history`

use clap::Subcommand;

use super::check::number;
use super::report::Hinted;
use super::{Ending, Outcome, data, output};
use crate::history::{self, Forgotten, History, Repaired};
use crate::terminal::Environment;
use crate::terminal::prompt::{self, Answer};
use crate::text::safe;

/// Arguments of `quizwright history`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print every answer as JSON, oldest first
    Export,
    /// Save what can be read of a damaged history
    Repair,
    /// Delete everything that is remembered
    Forget {
        /// Do not ask
        #[arg(long)]
        yes: bool,
    },
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Outcome {
    match arguments.command {
        None => size(),
        Some(Command::Export) => export(),
        Some(Command::Repair) => repair(),
        Some(Command::Forget { yes }) => forget(yes),
    }
}

/// Says what is remembered, and where.
fn size() -> Outcome {
    let folder = data::folder()?;
    let path = folder.join(history::FILE).display().to_string();
    let words = match History::open_existing(&folder)? {
        Some(history) => format!("{}\n{}\n", safe::shown(&path), parts(history.size()?)),
        None => "Nothing is remembered yet.\n".to_owned(),
    };
    output::data(&words)?;
    Ok(Ending::Done)
}

fn export() -> Outcome {
    let answers = match History::open_existing(&data::folder()?)? {
        Some(history) => history.export()?,
        None => Vec::new(),
    };
    output::data(&(serde_json::to_string_pretty(&answers)? + "\n"))?;
    Ok(Ending::Done)
}

fn repair() -> Outcome {
    let words = match history::repair(&data::folder()?)? {
        Repaired::Nothing => "There is no history.\n".to_owned(),
        Repaired::Whole => "The history is whole.\n".to_owned(),
        Repaired::Saved { responses, aside } => format!(
            "Saved {}. The damaged file is kept as {}\n",
            number(usize::try_from(responses)?, "answer"),
            safe::shown(&aside.display().to_string())
        ),
    };
    output::note(&words);
    Ok(Ending::Done)
}

fn forget(yes: bool) -> Outcome {
    let Some(mut history) = History::open_existing(&data::folder()?)? else {
        output::note("There is nothing to forget.\n");
        return Ok(Ending::Done);
    };
    if !yes {
        if !prompt::is_possible() {
            let message = "nothing was forgotten: there is no terminal to ask on".to_owned();
            let hint = "say --yes".to_owned();
            return Err(Hinted { message, hint }.into());
        }
        let answers = number(usize::try_from(history.size()?.responses)?, "answer");
        let title = format!("Forget {answers} and everything else that is remembered?");
        let words = ["Keep it", "Forget it"].map(str::to_owned);
        match prompt::select(&Environment::here(false), &title, &words, 0)? {
            Answer::Given(1) => {}
            Answer::Interrupted => return Ok(Ending::Interrupted),
            _ => return Ok(Ending::Done),
        }
    }
    let gone = history.forget()?;
    output::note(&format!("Forgotten: {}.\n", parts(gone)));
    Ok(Ending::Done)
}

/// What is or was remembered, in words.
fn parts(gone: Forgotten) -> String {
    let mut parts = Vec::new();
    for (count, noun) in [
        (gone.sittings, "session"),
        (gone.responses, "answer"),
        (gone.items, "question that was met"),
        (gone.reports, "report"),
        (gone.results, "result"),
        (gone.dailies, "daily challenge"),
    ] {
        let several = match noun {
            "question that was met" => "questions that were met".to_owned(),
            noun => format!("{noun}s"),
        };
        let noun = if count == 1 { noun } else { &several };
        parts.push(format!("{count} {noun}"));
    }
    parts.join(", ")
}
