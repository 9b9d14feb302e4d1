//! `quizwright` alone: the home menu.

use super::Outcome;

/// Shows the menu and does what is chosen, until the user leaves.
pub(super) fn run() -> Outcome {
    anyhow::bail!("not built yet")
}
