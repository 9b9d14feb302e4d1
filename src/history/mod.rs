//! Floor 5: what was played, answered and reported, in a `SQLite` file.
//!
//! [`History::open`] opens or makes the file and brings an older one up to date;
//! every change is one transaction that is on the disk when the call returns.
//! Times enter as values. One SQL file a query, in `sql/`.
//!
//! | file | what it does |
//! |---|---|
//! | `ladder` | the schema, version by version |
//! | `record` | sittings and responses as they happen, results at their end |
//! | `resume` | what was broken off |
//! | `memory` | cards: what is due, what was reported |
//! | `statistics` | counting |
//! | `care` | export, forget, repair |

mod care;
mod error;
mod hold;
mod ladder;
mod memory;
mod record;
mod resume;
mod statistics;
#[cfg(test)]
mod tests;

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags};

pub use care::{Exported, Forgotten, Repaired, repair};
pub use error::{HistoryError, Trouble};
pub use hold::Hold;
pub use memory::Reported;
pub use record::{About, Daily, Placed, Sitting};
pub use resume::Interrupted;
pub use statistics::{Best, Count, Hard, Statistics};

/// What the file is called inside the data folder.
pub const FILE: &str = "history.sqlite3";

/// How long another program may hold the file.
const PATIENCE: Duration = Duration::from_secs(2);
/// How often the log is tried to be turned on in that time.
const ATTEMPTS: u32 = 100;

/// The history, open.
#[derive(Debug)]
pub struct History {
    db: Connection,
    folder: std::path::PathBuf,
}

impl History {
    /// Opens the history of a data folder; it is made if there is none.
    ///
    /// # Errors
    /// When the file cannot be read or written, is damaged, is held by another
    /// program, or was made by a later version of this one.
    pub fn open(folder: &Path) -> Result<Self, HistoryError> {
        std::fs::create_dir_all(folder).map_err(|error| HistoryError::folder(folder, error))?;
        let path = folder.join(FILE);
        let fail = |error| HistoryError::of(&path, error);
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut db = Connection::open_with_flags(&path, flags).map_err(fail)?;
        prepare(&mut db).map_err(fail)?;
        match ladder::climb(&mut db).map_err(fail)? {
            version if version > ladder::VERSION => Err(HistoryError {
                path,
                trouble: Trouble::Newer(version),
            }),
            _ => Ok(Self {
                db,
                folder: folder.to_owned(),
            }),
        }
    }

    /// Opens the history if there is one.
    ///
    /// # Errors
    /// As [`History::open`].
    pub fn open_existing(folder: &Path) -> Result<Option<Self>, HistoryError> {
        if !folder.join(FILE).exists() {
            return Ok(None);
        }
        Self::open(folder).map(Some)
    }

    fn fail(&self) -> impl Fn(rusqlite::Error) -> HistoryError + use<> {
        let path = self.folder.join(FILE);
        move |error| HistoryError::of(&path, error)
    }
}

/// How the file is used: a log written ahead, on the disk when a change is done.
fn prepare(db: &mut Connection) -> rusqlite::Result<()> {
    db.busy_timeout(PATIENCE)?;
    write_ahead(db)?;
    db.pragma_update(None, "synchronous", "FULL")?;
    // A quarter of a megabyte: a game needs a few pages at a time.
    db.pragma_update(None, "cache_size", -256)?;
    db.pragma_update(None, "foreign_keys", "ON")
}

/// Turns the log on. `SQLite` does not wait here when another program does the
/// same to a new file at the same time.
fn write_ahead(db: &Connection) -> rusqlite::Result<()> {
    let pause = PATIENCE / ATTEMPTS;
    for _ in 1..ATTEMPTS {
        match db.pragma_update(None, "journal_mode", "WAL") {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => {
                std::thread::sleep(pause);
            }
            done => return done,
        }
    }
    db.pragma_update(None, "journal_mode", "WAL")
}

/// An id as `SQLite` keeps it: the same bits, signed.
fn key(id: crate::item::ItemId) -> i64 {
    i64::from_be_bytes(id.bytes())
}

/// The id of a key; the reverse of [`key`].
fn id(key: i64) -> crate::item::ItemId {
    crate::item::ItemId::from_bytes(key.to_be_bytes())
}
