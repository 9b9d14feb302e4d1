//! `quizwright check`

use super::Outcome;

/// Arguments of `quizwright check`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {}

/// Runs the command.
pub(super) fn run(_arguments: &Arguments) -> Outcome {
    anyhow::bail!("not built yet")
}
