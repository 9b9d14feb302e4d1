//! Prompts by `dialoguer`, guarded: Ctrl-C is an answer, not a dead process
//! with a hidden cursor.

use std::io::{self, IsTerminal, Write};

use super::signals::Watch;

/// What came of a prompt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer<T> {
    /// The user answered.
    Given(T),
    /// Ctrl-C or Esc.
    Cancelled,
}

/// Whether there is a terminal to prompt on. `dialoguer` draws on standard error.
pub fn is_possible() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Runs a prompt; the cursor is back however it ends. `None` is Esc.
///
/// # Errors
/// When the terminal cannot be read or written.
pub fn ask<T>(
    prompt: impl FnOnce() -> Result<Option<T>, dialoguer::Error>,
) -> io::Result<Answer<T>> {
    let watch = Watch::begin()?;
    let _cursor = ShowCursor;
    let answer = prompt();
    let interrupted = watch.interrupted();
    watch.forget();
    match answer {
        Ok(Some(value)) if !interrupted => Ok(Answer::Given(value)),
        Ok(_) => Ok(Answer::Cancelled),
        Err(dialoguer::Error::IO(error)) if error.kind() == io::ErrorKind::Interrupted => {
            Ok(Answer::Cancelled)
        }
        Err(dialoguer::Error::IO(error)) => Err(error),
    }
}

struct ShowCursor;

impl Drop for ShowCursor {
    fn drop(&mut self) {
        // Nothing to do about a terminal that is gone.
        let _ = io::stderr().lock().write_all(b"\x1b[?25h");
    }
}
