//! From an error to words: what failed, why, and what to do.

use std::process::ExitCode;

use super::{output, problems};
use crate::bank::NotABank;
use crate::history::HistoryError;
use crate::text::safe;

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

/// A bank that cannot be read; the report shows each place.
#[derive(Debug, thiserror::Error)]
#[error("cannot read {label}: {not_a_bank}")]
pub(super) struct BadBank {
    pub(super) label: String,
    pub(super) not_a_bank: NotABank,
}

/// So many problems are shown before `check` is pointed at.
const SHOWN: usize = 5;

/// Prints the error and its causes to standard error; exit code 1, or 0 when
/// the reader of our output has gone, or 2 when the command line was wrong.
pub(super) fn failure(error: &anyhow::Error) -> ExitCode {
    if output::is_broken_pipe(error) {
        return ExitCode::SUCCESS;
    }
    output::note(&words(error));
    ExitCode::from(if error.is::<Usage>() { 2 } else { 1 })
}

fn words(error: &anyhow::Error) -> String {
    let mut lines = vec![format!("error: {}", safe::shown(&error.to_string()))];
    let mut last = error.to_string();
    for cause in error.chain().skip(1) {
        let words = cause.to_string();
        if !last.contains(&words) {
            lines.push(format!("  because: {}", safe::shown(&words)));
        }
        last = words;
    }
    for cause in error.chain() {
        if let Some(error) = cause.downcast_ref::<HistoryError>() {
            lines.push(format!("hint: {}", error.hint()));
        }
        if let Some(hinted) = cause.downcast_ref::<Hinted>() {
            lines.push(format!("hint: {}", safe::shown(&hinted.hint)));
        }
        if let Some(BadBank { label, not_a_bank }) = cause.downcast_ref::<BadBank>() {
            let found = &not_a_bank.problems;
            let shown = found.iter().take(SHOWN);
            lines.extend(shown.map(|problem| problems::text(label, problem)));
            if found.len() > SHOWN {
                let more = found.len() - SHOWN;
                lines.push(format!(
                    "hint: {more} more: `quizwright check {label}` shows all"
                ));
            }
        }
    }
    lines.join("\n") + "\n"
}
