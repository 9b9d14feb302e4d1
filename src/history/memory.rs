//! What is remembered of items: what is due, what was reported.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use super::{History, HistoryError, id, key};
use crate::item::ItemId;
use crate::schedule::{self, Day, Grade};

/// An item that was reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
    /// The item.
    pub id: ItemId,
    /// Its question text.
    pub stem: String,
    /// Its right answer.
    pub key: String,
    /// The name of its bank, if it has one.
    pub bank: Option<String>,
    /// The day on which it was reported.
    pub day: Day,
}

impl History {
    /// The items that were reported, to be left out.
    ///
    /// # Errors
    /// When the history cannot be read.
    pub fn hidden(&self) -> Result<BTreeSet<ItemId>, HistoryError> {
        let read = || -> rusqlite::Result<_> {
            let mut query = self.db.prepare(include_str!("sql/report_ids.sql"))?;
            let ids = query.query_map([], |row| row.get(0).map(id))?;
            ids.collect()
        };
        read().map_err(self.fail())
    }

    /// The items that were reported, with what is known about them, oldest first.
    ///
    /// # Errors
    /// When the history cannot be read.
    pub fn reported(&self) -> Result<Vec<Reported>, HistoryError> {
        let read = || -> rusqlite::Result<_> {
            let mut query = self.db.prepare(include_str!("sql/report_list.sql"))?;
            let rows = query.query_map([], |row| {
                Ok(Reported {
                    id: id(row.get(0)?),
                    stem: row.get(1)?,
                    key: row.get(2)?,
                    bank: row.get(3)?,
                    day: Day::from_millis(row.get(4)?),
                })
            })?;
            rows.collect()
        };
        read().map_err(self.fail())
    }

    /// Takes a report back; whether there was one.
    ///
    /// # Errors
    /// When the history cannot be written.
    pub fn take_back(&mut self, id: ItemId) -> Result<bool, HistoryError> {
        let taken = self
            .db
            .execute(include_str!("sql/report_take_back.sql"), [key(id)]);
        Ok(taken.map_err(self.fail())? > 0)
    }

    /// What is due on a day, most urgent first, with the names of the banks.
    ///
    /// # Errors
    /// When the history cannot be read.
    pub fn due(&self, today: Day) -> Result<Vec<(ItemId, Option<String>)>, HistoryError> {
        let read = || -> rusqlite::Result<_> {
            let mut query = self.db.prepare(include_str!("sql/card_due.sql"))?;
            let rows =
                query.query_map([today.number()], |row| Ok((id(row.get(0)?), row.get(1)?)))?;
            rows.collect()
        };
        read().map_err(self.fail())
    }

    /// How many items are due on a day, of banks that have a name.
    ///
    /// # Errors
    /// When the history cannot be read.
    pub fn due_count(&self, today: Day) -> Result<u32, HistoryError> {
        let sql = include_str!("sql/card_due_count.sql");
        let count = self.db.query_row(sql, [today.number()], |row| row.get(0));
        count.map_err(self.fail())
    }

    /// Notes that items are no longer in their banks; they are not counted as due
    /// until they are met again.
    ///
    /// # Errors
    /// When the history cannot be written.
    pub fn gone(&mut self, items: &[ItemId]) -> Result<(), HistoryError> {
        let fail = self.fail();
        let mut write = || -> rusqlite::Result<_> {
            let step = super::record::immediate(&mut self.db)?;
            for &item in items {
                step.execute(include_str!("sql/item_homeless.sql"), [key(item)])?;
            }
            step.commit()
        };
        write().map_err(fail)
    }
}

/// Works out anew what is remembered of an item.
pub(super) fn remember(db: &Connection, item: ItemId) -> rusqlite::Result<()> {
    let mut query = db.prepare(include_str!("sql/response_of_item.sql"))?;
    let answers: Vec<(Day, Grade)> = query
        .query_map([key(item)], |row| {
            let verdict: String = row.get(1)?;
            let right = matches!(verdict.as_str(), "right" | "close");
            let helped = verdict == "close" || row.get::<_, u32>(3)? > 0;
            let took: i64 = row.get(2)?;
            let grade = Grade::of(right, helped, u64::try_from(took).unwrap_or(0));
            Ok((Day::from_millis(row.get(0)?), grade))
        })?
        .collect::<Result<_, _>>()?;
    match schedule::remember(answers) {
        Some(card) => {
            let mut put = db.prepare(include_str!("sql/card_put.sql"))?;
            put.execute(params![
                key(item),
                card.due.number(),
                card.last.number(),
                card.stability,
                card.difficulty,
                card.missed
            ])?;
        }
        None => {
            db.execute(include_str!("sql/card_delete.sql"), [key(item)])?;
        }
    }
    Ok(())
}

/// Works out anew what is remembered of every item.
pub(super) fn remember_all(db: &Connection) -> rusqlite::Result<()> {
    let mut query = db.prepare(include_str!("sql/response_items.sql"))?;
    let items: Vec<i64> = query
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for item in items {
        remember(db, id(item))?;
    }
    Ok(())
}
