//! `quizwright add`

use super::Outcome;

/// Arguments of `quizwright add`.
#[derive(Debug, Default, clap::Args)]
pub(super) struct Arguments {}

/// Runs the command.
pub(super) fn run(_arguments: &Arguments) -> Outcome {
    anyhow::bail!("not built yet")
}
