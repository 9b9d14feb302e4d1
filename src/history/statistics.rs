//! Counting what was answered. Parties do not count, nor what was struck.

use rusqlite::{Connection, Row, params};
use serde::Serialize;

use super::{History, HistoryError, id};
use crate::schedule::Day;

/// How many items are listed as the hardest.
const HARDEST: u32 = 10;

/// Answers that belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Count {
    /// What they have in common: a category, a difficulty, a bank, a date.
    pub name: String,
    /// Answers.
    pub answers: u32,
    /// Right ones among them.
    pub right: u32,
    /// Thinking time of all, in milliseconds.
    pub took_ms: u64,
}

impl Count {
    /// The right answers in per cent, rounded.
    pub fn accuracy(&self) -> u32 {
        let (right, of) = (u64::from(self.right), u64::from(self.answers.max(1)));
        u32::try_from((right * 200 + of) / (of * 2)).unwrap_or(100)
    }

    /// The mean thinking time in milliseconds.
    pub fn mean_ms(&self) -> u64 {
        self.took_ms / u64::from(self.answers.max(1))
    }
}

/// An item that is often missed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hard {
    /// The id of the item.
    pub id: String,
    /// Its question text.
    pub stem: String,
    /// Its right answer.
    pub key: String,
    /// How often it was answered.
    pub answers: u32,
    /// How often right.
    pub right: u32,
}

/// Everything there is to count.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Statistics {
    /// All answers together.
    pub total: Count,
    /// Different items among them.
    pub items: u32,
    /// Sittings they were given in.
    pub sittings: u32,
    /// Most right answers in a row.
    pub best_streak: u32,
    /// Right answers in a row now.
    pub streak: u32,
    /// Days in a row with an answer, up to today or yesterday.
    pub days_in_a_row: u32,
    /// By category.
    pub categories: Vec<Count>,
    /// By difficulty.
    pub difficulties: Vec<Count>,
    /// By bank.
    pub banks: Vec<Count>,
    /// By day, oldest first; days without an answer are left out.
    pub days: Vec<Count>,
    /// Items that are missed most often, the hardest first.
    pub hardest: Vec<Hard>,
}

/// A best result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Best {
    /// What the questions were about.
    pub title: String,
    /// The kind of game.
    pub mode: String,
    /// Everything else that makes results comparable.
    pub setting: String,
    /// Who it was, if a name was given.
    pub name: Option<String>,
    /// Points in a session or countdown, right answers otherwise.
    pub score: u32,
    /// Milliseconds left on the clock of a run.
    pub left_ms: u64,
    /// The day, UTC.
    pub date: String,
    /// The place, counted from 1.
    pub place: u32,
}

impl History {
    /// Counts everything; `today` decides which days are in a row.
    ///
    /// # Errors
    /// When the history cannot be read.
    pub fn statistics(&self, today: Day) -> Result<Statistics, HistoryError> {
        let read = || -> rusqlite::Result<_> {
            let db = &self.db;
            // Counting reads everything, several times.
            db.pragma_update(None, "cache_size", -16_000)?;
            let (total, items, sittings) =
                db.query_row(include_str!("sql/stats_total.sql"), [], |row| {
                    let total = Count {
                        name: "all".to_owned(),
                        answers: row.get(0)?,
                        right: row.get(1)?,
                        took_ms: unsigned(row, 2)?,
                    };
                    Ok((total, row.get(3)?, row.get(4)?))
                })?;
            let (best_streak, streak) = streaks(db)?;
            let mut days = Vec::new();
            for (number, count) in by_day(db)? {
                let name = Day::from_number(number).to_string();
                days.push((Day::from_number(number), Count { name, ..count }));
            }
            Ok(Statistics {
                total,
                items,
                sittings,
                best_streak,
                streak,
                days_in_a_row: in_a_row(days.iter().rev().map(|(day, _)| *day), today),
                categories: counts(db, include_str!("sql/stats_category.sql"))?,
                difficulties: counts(db, include_str!("sql/stats_difficulty.sql"))?,
                banks: counts(db, include_str!("sql/stats_bank.sql"))?,
                days: days.into_iter().map(|(_, count)| count).collect(),
                hardest: hardest(db)?,
            })
        };
        read().map_err(self.fail())
    }

    /// The best results of every bank, mode and setting, `most` of each.
    ///
    /// # Errors
    /// When the history cannot be read.
    pub fn best(&self, most: u32) -> Result<Vec<Best>, HistoryError> {
        let read = || -> rusqlite::Result<_> {
            let mut query = self.db.prepare(include_str!("sql/result_best.sql"))?;
            let rows = query.query_map([most], |row| {
                Ok(Best {
                    title: row.get(0)?,
                    mode: row.get(1)?,
                    setting: row.get(2)?,
                    name: row.get(3)?,
                    score: row.get(4)?,
                    left_ms: unsigned(row, 5)?,
                    date: Day::from_millis(row.get(6)?).to_string(),
                    place: row.get(7)?,
                })
            })?;
            rows.collect()
        };
        read().map_err(self.fail())
    }
}

fn unsigned(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    let number: i64 = row.get(column)?;
    Ok(u64::try_from(number).unwrap_or(0))
}

fn counts(db: &Connection, sql: &str) -> rusqlite::Result<Vec<Count>> {
    let mut query = db.prepare(sql)?;
    let rows = query.query_map([], |row| {
        Ok(Count {
            name: row.get(0)?,
            answers: row.get(1)?,
            right: row.get(2)?,
            took_ms: unsigned(row, 3)?,
        })
    })?;
    rows.collect()
}

fn by_day(db: &Connection) -> rusqlite::Result<Vec<(i64, Count)>> {
    let mut query = db.prepare(include_str!("sql/stats_day.sql"))?;
    let rows = query.query_map([], |row| {
        let count = Count {
            name: String::new(),
            answers: row.get(1)?,
            right: row.get(2)?,
            took_ms: unsigned(row, 3)?,
        };
        Ok((row.get(0)?, count))
    })?;
    rows.collect()
}

fn hardest(db: &Connection) -> rusqlite::Result<Vec<Hard>> {
    let mut query = db.prepare(include_str!("sql/stats_hardest.sql"))?;
    let rows = query.query_map(params![HARDEST], |row| {
        Ok(Hard {
            id: id(row.get(0)?).to_string(),
            stem: row.get(1)?,
            key: row.get(2)?,
            answers: row.get(3)?,
            right: row.get(4)?,
        })
    })?;
    rows.collect()
}

/// The most right answers in a row, and those at the end.
fn streaks(db: &Connection) -> rusqlite::Result<(u32, u32)> {
    let mut query = db.prepare(include_str!("sql/stats_verdicts.sql"))?;
    let (mut best, mut row) = (0, 0);
    let mut rows = query.query([])?;
    while let Some(verdict) = rows.next()? {
        row = if verdict.get(0)? { row + 1 } else { 0 };
        best = best.max(row);
    }
    Ok((best, row))
}

/// How many days follow one another, the newest first, ending today or yesterday.
pub(super) fn in_a_row(days: impl Iterator<Item = Day>, today: Day) -> u32 {
    let mut wanted = today;
    let mut row = 0;
    for day in days.skip_while(|&day| day > today) {
        if row == 0 && day == today.before() {
            wanted = day;
        }
        if day != wanted {
            break;
        }
        row += 1;
        wanted = day.before();
    }
    row
}
