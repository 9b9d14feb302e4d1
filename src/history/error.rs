//! What can be wrong with the history, in words for the player.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

/// The history cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("the history {} cannot be used", .path.display())]
pub struct HistoryError {
    pub(super) path: PathBuf,
    #[source]
    pub(super) trouble: Trouble,
}

/// Why the history cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// It is no history, or broken.
    #[error("it is damaged")]
    Damaged,
    /// Another program holds it.
    #[error("another program holds it")]
    Locked,
    /// It cannot be written.
    #[error("it cannot be written")]
    ReadOnly,
    /// There is no room.
    #[error("the disk is full")]
    Full,
    /// The disk does not take it.
    #[error("the disk does not take it; it may be full")]
    Disk,
    /// A later version of the program made it.
    #[error("a later version of Quizwright made it (schema {0})")]
    Newer(i64),
    /// Its folder cannot be made.
    #[error("its folder cannot be made: {0}")]
    Folder(io::Error),
    /// Something else.
    #[error("{0}")]
    Other(rusqlite::Error),
}

impl HistoryError {
    pub(super) fn of(path: &Path, error: rusqlite::Error) -> Self {
        let trouble = match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Trouble::Damaged,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Trouble::Locked,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Trouble::ReadOnly
            }
            Some(ErrorCode::DiskFull) => Trouble::Full,
            Some(ErrorCode::SystemIoFailure) => Trouble::Disk,
            _ => Trouble::Other(error),
        };
        let path = path.to_owned();
        Self { path, trouble }
    }

    pub(super) fn folder(folder: &Path, error: io::Error) -> Self {
        Self {
            path: folder.join(super::FILE),
            trouble: match error.kind() {
                io::ErrorKind::StorageFull => Trouble::Full,
                _ => Trouble::Folder(error),
            },
        }
    }

    /// Why.
    pub fn trouble(&self) -> &Trouble {
        &self.trouble
    }

    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self.trouble {
            Trouble::Damaged => "`quizwright history repair` saves what can be read",
            Trouble::Locked => "end the other program, or try again",
            Trouble::Newer(_) => "use the later version, or name another folder in QUIZWRIGHT_DATA",
            Trouble::Full | Trouble::Disk => "make room",
            Trouble::ReadOnly | Trouble::Folder(_) | Trouble::Other(_) => {
                "name a folder that can be written in QUIZWRIGHT_DATA"
            }
        }
    }
}
