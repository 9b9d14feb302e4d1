//! The schema, version by version. A rung is never changed once it was
//! released; a new version is a new file.

use rusqlite::{Connection, TransactionBehavior};

const RUNGS: [&str; 3] = [
    include_str!("sql/ladder/1.sql"),
    include_str!("sql/ladder/2.sql"),
    include_str!("sql/ladder/3.sql"),
];

/// The version this program writes.
pub(super) const VERSION: i64 = 3;

/// The version from which on there are cards.
const CARDS: usize = 2;

/// Brings a database up to this version, in one transaction; returns the
/// version it has then, which is higher if a later program made it.
pub(super) fn climb(db: &mut Connection) -> rusqlite::Result<i64> {
    climb_to(db, RUNGS.len())
}

pub(super) fn climb_to(db: &mut Connection, top: usize) -> rusqlite::Result<i64> {
    let found = version(db)?;
    if usize::try_from(found).is_ok_and(|found| found >= top) {
        return Ok(found);
    }
    let step = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another program may have climbed meanwhile.
    let found = usize::try_from(version(&step)?).unwrap_or(usize::MAX);
    for rung in RUNGS.iter().take(top).skip(found) {
        step.execute_batch(rung)?;
    }
    // What was answered before there were cards is remembered too.
    if found < CARDS && top >= CARDS {
        super::memory::remember_all(&step)?;
    }
    if found < top {
        let top = i64::try_from(top).unwrap_or(VERSION);
        step.pragma_update(None, "user_version", top)?;
    }
    step.commit()?;
    version(db)
}

fn version(db: &Connection) -> rusqlite::Result<i64> {
    db.pragma_query_value(None, "user_version", |row| row.get(0))
}
