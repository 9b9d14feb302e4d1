//! `quizwright banks`

use super::{Ending, Outcome, open, output};

/// Arguments of `quizwright banks`.
#[derive(Debug, Default, clap::Args)]
pub(super) struct Arguments {}

/// Runs the command.
pub(super) fn run(_arguments: &Arguments) -> Outcome {
    let bank = open::bank(None)?;
    output::data(&format!(
        "{}  {} items, built in\n",
        bank.title,
        bank.items.len()
    ))?;
    Ok(Ending::Done)
}
