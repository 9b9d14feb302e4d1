//! `quizwright facts`

use super::Outcome;

/// Arguments of `quizwright facts`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {}

/// Runs the command.
pub(super) fn run(_arguments: &Arguments) -> Outcome {
    anyhow::bail!("not built yet")
}
