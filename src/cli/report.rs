//! From an error to words: what failed, why, and what to do.

use std::process::ExitCode;

use super::output;

/// An error with a `hint:` line that says what to do.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub(super) struct Hinted {
    pub(super) message: String,
    pub(super) hint: String,
}

/// A command line that makes no sense.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct Usage(pub(super) String);

/// Prints the error and its causes to standard error; exit code 1, or 0 when
/// the reader of our output has gone, or 2 when the command line was wrong.
pub(super) fn failure(error: &anyhow::Error) -> ExitCode {
    if output::is_broken_pipe(error) {
        return ExitCode::SUCCESS;
    }
    let mut lines = vec![format!("error: {error}")];
    let mut last = error.to_string();
    for cause in error.chain().skip(1) {
        let words = cause.to_string();
        if !last.contains(&words) {
            lines.push(format!("  because: {words}"));
        }
        last = words;
    }
    for cause in error.chain() {
        if let Some(hinted) = cause.downcast_ref::<Hinted>() {
            lines.push(format!("hint: {}", hinted.hint));
        }
    }
    output::note(&(lines.join("\n") + "\n"));
    ExitCode::from(if error.is::<Usage>() { 2 } else { 1 })
}
