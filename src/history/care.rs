//! Export, forget, repair.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};
use serde::Serialize;

use super::{FILE, History, HistoryError, Trouble, id, ladder, memory, prepare};
use crate::schedule::Day;

/// An answer as it is handed out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Exported {
    /// When, in milliseconds since 1970, UTC.
    pub at_ms: i64,
    /// The day, UTC.
    pub date: String,
    /// What the questions were about.
    pub title: String,
    /// The kind of game.
    pub mode: String,
    /// The id of the item.
    pub id: String,
    /// Its question text.
    pub stem: String,
    /// Its right answer.
    pub key: String,
    /// Its category.
    pub category: Option<String>,
    /// Its difficulty.
    pub difficulty: Option<String>,
    /// Who answered, in a party.
    pub player: Option<String>,
    /// right, close, wrong or late.
    pub verdict: String,
    /// Thinking time in milliseconds.
    pub took_ms: i64,
    /// Points earned.
    pub points: u32,
    /// Whether it counts for nothing because the question was reported.
    pub struck: bool,
}

/// What was forgotten.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forgotten {
    /// Sittings.
    pub sittings: u32,
    /// Answers.
    pub responses: u32,
    /// Items that were met.
    pub items: u32,
    /// Reports.
    pub reports: u32,
    /// Results.
    pub results: u32,
    /// Daily challenges.
    pub dailies: u32,
}

/// What a repair did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repaired {
    /// There is no history.
    Nothing,
    /// It was whole.
    Whole,
    /// What could be read is in a new file; the damaged one was set aside.
    Saved {
        /// How many answers were saved.
        responses: u32,
        /// Where the damaged file is now.
        aside: PathBuf,
    },
}

impl History {
    /// All answers, oldest first.
    ///
    /// # Errors
    /// When the history cannot be read.
    pub fn export(&self) -> Result<Vec<Exported>, HistoryError> {
        let read = || -> rusqlite::Result<_> {
            let mut query = self.db.prepare(include_str!("sql/export.sql"))?;
            let rows = query.query_map([], |row| {
                let at_ms = row.get(0)?;
                Ok(Exported {
                    at_ms,
                    date: Day::from_millis(at_ms).to_string(),
                    title: row.get(1)?,
                    mode: row.get(2)?,
                    id: id(row.get(3)?).to_string(),
                    stem: row.get(4)?,
                    key: row.get(5)?,
                    category: row.get(6)?,
                    difficulty: row.get(7)?,
                    player: row.get(8)?,
                    verdict: row.get(9)?,
                    took_ms: row.get(10)?,
                    points: row.get(11)?,
                    struck: row.get(12)?,
                })
            })?;
            rows.collect()
        };
        read().map_err(self.fail())
    }

    /// What there is to forget.
    ///
    /// # Errors
    /// When the history cannot be read.
    pub fn size(&self) -> Result<Forgotten, HistoryError> {
        let sql = include_str!("sql/forget_counts.sql");
        let counted = self.db.query_row(sql, [], |row| {
            Ok(Forgotten {
                sittings: row.get(0)?,
                responses: row.get(1)?,
                items: row.get(2)?,
                reports: row.get(3)?,
                results: row.get(4)?,
                dailies: row.get(5)?,
            })
        });
        counted.map_err(self.fail())
    }

    /// Forgets everything, also what is left of it in the file.
    ///
    /// # Errors
    /// When the history cannot be written.
    pub fn forget(&mut self) -> Result<Forgotten, HistoryError> {
        let size = self.size()?;
        let fail = self.fail();
        let forgotten = self.db.execute_batch(include_str!("sql/forget.sql"));
        forgotten.map_err(fail)?;
        super::hold::sweep(&self.folder);
        Ok(size)
    }
}

/// The tables, in an order in which their references hold.
const TABLES: [&str; 7] = [
    "item", "sitting", "response", "report", "card", "result", "daily",
];

/// Looks whether the history of a data folder is whole. If it is not, what can
/// be read goes into a new file, and the damaged one is set aside, never deleted.
///
/// # Errors
/// When the files cannot be read, written or renamed.
pub fn repair(folder: &Path) -> Result<Repaired, HistoryError> {
    let path = folder.join(FILE);
    if !path.exists() {
        return Ok(Repaired::Nothing);
    }
    match History::open(folder).and_then(|history| history.is_whole()) {
        Ok(true) => return Ok(Repaired::Whole),
        Err(error) if !matches!(error.trouble, Trouble::Damaged | Trouble::Other(_)) => {
            return Err(error);
        }
        Ok(false) | Err(_) => {}
    }
    let fail = |error| HistoryError::of(&path, error);
    let new = folder.join(".history.new");
    remove(&new);
    let saved = salvage(&path, &new).map_err(fail)?;
    let moved = |error| HistoryError::folder(folder, error);
    let aside = (1..=u32::MAX)
        .map(|n| folder.join(format!("history.damaged-{n}.sqlite3")))
        .find(|aside| !aside.exists())
        .unwrap_or_else(|| folder.join("history.damaged.sqlite3"));
    fs::rename(&path, &aside).map_err(moved)?;
    for ending in ["-wal", "-shm"] {
        let beside = |file: &Path| PathBuf::from(format!("{}{ending}", file.display()));
        // There is not always one.
        let _ = fs::rename(beside(&path), beside(&aside));
    }
    fs::rename(&new, &path).map_err(moved)?;
    Ok(Repaired::Saved {
        responses: saved,
        aside,
    })
}

impl History {
    fn is_whole(&self) -> Result<bool, HistoryError> {
        let check = self.db.query_row("PRAGMA integrity_check(1)", [], |row| {
            row.get::<_, String>(0)
        });
        Ok(check.map_err(self.fail())? == "ok")
    }
}

fn remove(file: &Path) {
    for ending in ["", "-wal", "-shm", "-journal"] {
        // What is not there need not go.
        let _ = fs::remove_file(format!("{}{ending}", file.display()));
    }
}

/// Copies every row that can be read into a new file; returns the number of answers.
fn salvage(damaged: &Path, new: &Path) -> rusqlite::Result<u32> {
    let mut db = Connection::open(new)?;
    prepare(&mut db)?;
    ladder::climb(&mut db)?;
    db.pragma_update(None, "foreign_keys", "OFF")?;
    let old = Connection::open_with_flags(damaged, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    for table in TABLES {
        // What cannot be read is what the repair is for.
        let _ = copy(&old, &db, table);
    }
    // A row whose sitting or item was lost says nothing.
    db.execute_batch(include_str!("sql/repair.sql"))?;
    memory::remember_all(&db)?;
    let saved = db.query_row("SELECT count(*) FROM response", [], |row| row.get(0))?;
    // One file, without a log beside it.
    db.pragma_update(None, "journal_mode", "DELETE")?;
    Ok(saved)
}

fn copy(old: &Connection, new: &Connection, table: &str) -> rusqlite::Result<()> {
    let mut read = old.prepare(&format!("SELECT * FROM {table}"))?;
    let columns: Vec<String> = read.column_names().map(str::to_owned).collect();
    let places = vec!["?"; columns.len()].join(", ");
    let names = columns.join(", ");
    let mut write = new.prepare(&format!(
        "INSERT OR IGNORE INTO {table} ({names}) VALUES ({places})"
    ))?;
    let mut rows = read.query([])?;
    while let Some(row) = rows.next()? {
        let values: Vec<rusqlite::types::Value> = (0..columns.len())
            .map(|n| row.get(n))
            .collect::<Result<_, _>>()?;
        // A row that breaks a rule of the schema is left out.
        let _ = write.execute(rusqlite::params_from_iter(values));
    }
    Ok(())
}
