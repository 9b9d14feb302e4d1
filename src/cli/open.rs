//! Finding the bank that a command line names.

use anyhow::Context;

use crate::bank::Bank;

/// The bank that is built in.
const BUILT_IN: &str = include_str!("../../questions/jim-halpert.json");

/// The bank named on the command line, or the one built in.
///
/// # Errors
/// When there is no such bank, or it cannot be read.
pub(super) fn bank(name: Option<&str>) -> anyhow::Result<Bank> {
    match name {
        None => serde_json::from_str(BUILT_IN).context("the bank that is built in"),
        Some(path) => {
            let text =
                std::fs::read_to_string(path).with_context(|| format!("cannot read {path}"))?;
            serde_json::from_str(&text).with_context(|| format!("{path} is not a bank"))
        }
    }
}
