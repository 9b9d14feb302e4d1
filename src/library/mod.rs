//! Floor 5: banks on disk. Where they are, what they may be called, and how
//! they are written so that nothing is lost.
//!
//! A name of a bank is a [`Name`]; only a name is joined to the folder of the
//! library, so that no bank can be called into another folder. Every change
//! goes through [`update`], which holds a lock and replaces the file whole.

mod name;
mod store;

pub use name::{BadName, Name};
pub use store::{StoreError, rewrite, update};

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The banks that a user has installed or written.
#[derive(Clone, Debug)]
pub struct Library {
    folder: PathBuf,
}

/// What a bank's file name ends with.
const ENDING: &str = "json";

impl Library {
    /// The library inside a data folder. Nothing is created before something is
    /// written.
    pub fn of(data_folder: &Path) -> Self {
        Self {
            folder: data_folder.join("banks"),
        }
    }

    /// The folder that the banks are in.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where the bank of a name is, or would be.
    pub fn path(&self, name: &Name) -> PathBuf {
        self.folder.join(format!("{name}.{ENDING}"))
    }

    /// The names of the installed banks, in order.
    ///
    /// # Errors
    /// When the folder is there and cannot be read.
    pub fn names(&self) -> io::Result<Vec<Name>> {
        let entries = match fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let mut names = Vec::new();
        for entry in entries {
            let path = entry?.path();
            if path.extension().is_some_and(|e| e == ENDING)
                && let Some(stem) = path.file_stem().and_then(|s| s.to_str())
                && let Ok(name) = Name::new(stem)
            {
                names.push(name);
            }
        }
        names.sort_unstable();
        Ok(names)
    }

    /// Deletes a bank.
    ///
    /// # Errors
    /// When there is none, or it cannot be deleted.
    pub fn remove(&self, name: &Name) -> Result<(), StoreError> {
        store::remove(&self.path(name))
    }

    /// Whether a bank of that name is installed.
    pub fn has(&self, name: &Name) -> bool {
        self.path(name).is_file()
    }
}
