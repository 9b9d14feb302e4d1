//! Which sittings are being played right now: a file that the playing program
//! has locked. The system lets go of the lock however the program ends.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use same_file::Handle;

/// While it lives, nobody else takes up this sitting.
#[derive(Debug)]
pub struct Hold {
    _file: Handle,
    path: PathBuf,
}

/// How the files begin.
const BEGIN: &str = ".sitting-";

/// Deletes what killed programs left.
pub(super) fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(BEGIN) {
            // A file that stays says nothing: the lock counts.
            let _ = fs::remove_file(entry.path());
        }
    }
}

impl Hold {
    /// Takes a sitting; nothing if another program plays it.
    pub(super) fn take(folder: &Path, sitting: i64) -> Option<Self> {
        let path = folder.join(format!("{BEGIN}{sitting}.lock"));
        loop {
            let file = File::create(&path).ok()?;
            match file.try_lock() {
                Err(TryLockError::WouldBlock) => return None,
                // Where files cannot be locked, one program at a time must do.
                Ok(()) | Err(TryLockError::Error(_)) => {}
            }
            // Who held it before may have deleted it, and another one may
            // hold a new file of that name by now.
            let held = Handle::from_file(file).ok()?;
            if Handle::from_path(&path).is_ok_and(|there| there == held) {
                return Some(Self { _file: held, path });
            }
        }
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        // A file that stays says nothing: the lock counts.
        let _ = fs::remove_file(&self.path);
    }
}
