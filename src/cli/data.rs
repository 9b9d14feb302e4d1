//! Where the program keeps what belongs to its user.

use std::env;
use std::path::PathBuf;

use anyhow::Context;
use etcetera::BaseStrategy;

use crate::library::Library;

/// The environment variable that names the folder.
const VARIABLE: &str = "QUIZWRIGHT_DATA";

/// The folder for history and library.
///
/// # Errors
/// When there is neither a variable nor a home.
pub(super) fn folder() -> anyhow::Result<PathBuf> {
    match env::var_os(VARIABLE) {
        Some(folder) if !folder.is_empty() => Ok(folder.into()),
        _ => {
            let strategy = etcetera::choose_base_strategy().with_context(|| {
                format!("there is no home folder; name a folder for data in {VARIABLE}")
            })?;
            Ok(strategy.data_dir().join("quizwright"))
        }
    }
}

/// The user's banks.
///
/// # Errors
/// When there is no data folder.
pub(super) fn library() -> anyhow::Result<Library> {
    Ok(Library::of(&folder()?))
}
