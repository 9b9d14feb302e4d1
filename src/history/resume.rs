//! What was broken off.

use rusqlite::{OptionalExtension, params};

use super::hold::Hold;
use super::{History, HistoryError, Sitting, record::About};
use crate::play::{Round, Session};
use crate::schedule::Day;

/// A session that was broken off.
#[derive(Debug)]
pub struct Interrupted {
    /// The session, as the last thing that was stored left it.
    pub session: Session,
    /// What was known about it.
    pub about: About,
    /// When it was started, in milliseconds since 1970, UTC.
    pub started: i64,
    /// To go on recording it.
    pub sitting: Sitting,
}

impl History {
    /// The newest session that was broken off and is not being played by
    /// another program.
    ///
    /// # Errors
    /// When the history cannot be read.
    pub fn interrupted(&self) -> Result<Option<Interrupted>, HistoryError> {
        self.find(|_| true)
    }

    /// A daily challenge that was begun and broken off.
    ///
    /// # Errors
    /// When the history cannot be read.
    pub fn interrupted_daily(
        &self,
        daily: &super::Daily,
    ) -> Result<Option<Interrupted>, HistoryError> {
        self.find(|id| id == daily.sitting)
    }

    fn find(&self, wanted: impl Fn(i64) -> bool) -> Result<Option<Interrupted>, HistoryError> {
        let read = || -> rusqlite::Result<_> {
            let open = self
                .db
                .prepare(include_str!("sql/sitting_open.sql"))?
                .query_map([], |row| row.get(0))?
                .collect::<rusqlite::Result<Vec<i64>>>()?;
            for id in open.into_iter().filter(|&id| wanted(id)) {
                let Some(hold) = Hold::take(&self.folder, id) else {
                    continue;
                };
                // Read under the hold: whoever held it before may have ended it.
                let mut query = self.db.prepare(include_str!("sql/sitting_held.sql"))?;
                let mut rows = query.query([id])?;
                let Some(row) = rows.next()? else {
                    continue;
                };
                let (round, state): (String, String) = (row.get(5)?, row.get(6)?);
                // What another version stored and this one cannot read stays for that one.
                let (Ok(round), Ok(state)) = (
                    serde_json::from_str::<Round>(&round),
                    serde_json::from_str::<Session>(&state),
                ) else {
                    continue;
                };
                let daily: Option<String> = self
                    .db
                    .query_row(include_str!("sql/daily_of.sql"), params![id], |row| {
                        row.get(0)
                    })
                    .optional()?;
                return Ok(Some(Interrupted {
                    session: state.restore(round),
                    about: About {
                        title: row.get(2)?,
                        fingerprint: row.get(3)?,
                        replay: row.get(4)?,
                        // It was not played in one go.
                        unranked: true,
                        daily: daily.and_then(|date| Day::parse(&date)),
                        ..About::default()
                    },
                    started: row.get(1)?,
                    sitting: Sitting {
                        id,
                        _hold: Some(hold),
                    },
                }));
            }
            Ok(None)
        };
        read().map_err(self.fail())
    }
}
