//! What happens in a game, as it happens.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use super::hold::Hold;
use super::{History, HistoryError, key, memory};
use crate::item::ItemId;
use crate::play::{Ending, Event, Mark, Question, Session, Summary, Verdict, marks};
use crate::schedule::Day;

/// What is to be said about a game beside what its session knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// What the questions are about.
    pub title: String,
    /// The fingerprint of all questions there are.
    pub fingerprint: String,
    /// The command that plays it again.
    pub replay: String,
    /// The name under which the result is kept, if one was given.
    pub name: Option<String>,
    /// The date of the daily challenge it is, if it is one that counts.
    pub daily: Option<Day>,
    /// Whether its result is left out of the best ones.
    pub unranked: bool,
    /// The names of the banks that items are from, if they have names.
    pub banks: BTreeMap<ItemId, String>,
}

/// A sitting that is being played and recorded.
#[derive(Debug)]
pub struct Sitting {
    pub(super) id: i64,
    /// While it lives, nobody else takes the sitting up.
    pub(super) _hold: Option<Hold>,
}

/// Where a result stands among those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The place, counted from 1.
    pub place: u32,
    /// How many there were before.
    pub before: u32,
}

/// A daily challenge that was played or begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Daily {
    /// What the questions are about.
    pub title: String,
    /// What came of each question; nothing while it is not over.
    pub marks: Option<Vec<Mark>>,
    /// The points.
    pub score: u32,
    pub(super) sitting: i64,
}

impl History {
    /// Begins to record a session that was just started.
    ///
    /// # Errors
    /// When the history cannot be written.
    pub fn begin(
        &mut self,
        session: &Session,
        about: &About,
        now: i64,
    ) -> Result<Sitting, HistoryError> {
        let fail = self.fail();
        let mut begin = || -> rusqlite::Result<_> {
            let step = immediate(&mut self.db)?;
            let mode = session.round().rules.mode.as_str();
            step.prepare(include_str!("sql/sitting_begin.sql"))?
                .execute(params![
                    now,
                    about.title,
                    about.fingerprint,
                    mode,
                    about.replay,
                    json(session.round())?,
                    json(session)?
                ])?;
            let id = step.last_insert_rowid();
            step.execute(include_str!("sql/sitting_abandon.sql"), [])?;
            if let Some(date) = about.daily {
                step.execute(
                    include_str!("sql/daily_begin.sql"),
                    params![date.to_string(), about.fingerprint, id, about.title],
                )?;
            }
            // Held before others can see it.
            let hold = Hold::take(&self.folder, id);
            step.commit()?;
            Ok(Sitting { id, _hold: hold })
        };
        begin().map_err(fail)
    }

    /// Stores what happened, all or nothing; it is on the disk when this
    /// returns. At the end of the session: how its result compares.
    ///
    /// # Errors
    /// When the history cannot be written.
    pub fn record(
        &mut self,
        sitting: &Sitting,
        session: &Session,
        about: &About,
        events: &[Event],
        now: i64,
    ) -> Result<Option<Placed>, HistoryError> {
        let fail = self.fail();
        let mut record = || -> rusqlite::Result<_> {
            let step = immediate(&mut self.db)?;
            let mut placed = None;
            for event in events {
                match event {
                    Event::Asked { question, .. } => {
                        if let Some(question) = session.round().questions.get(*question) {
                            put_item(&step, question, about)?;
                        }
                    }
                    Event::Judged(_) | Event::Overruled(_) => {
                        put_response(&step, sitting, session, now)?;
                    }
                    Event::Reported { id, .. } => {
                        step.execute(include_str!("sql/report_put.sql"), params![key(*id), now])?;
                        if session.judgements().last().is_some_and(|j| j.id == *id) {
                            put_response(&step, sitting, session, now)?;
                        }
                    }
                    Event::Finished(ending) => {
                        placed = finish(&step, sitting, session, about, *ending, now)?;
                    }
                    Event::Halved { .. }
                    | Event::Hinted { .. }
                    | Event::Skipped { .. }
                    | Event::Held(_)
                    | Event::Resumed => {}
                }
            }
            if session.ending().is_none() {
                step.prepare(include_str!("sql/sitting_state.sql"))?
                    .execute(params![sitting.id, json(session)?])?;
            }
            step.commit()?;
            Ok(placed)
        };
        record().map_err(fail)
    }

    /// The daily challenge of a date and bank, if it was begun.
    ///
    /// # Errors
    /// When the history cannot be read.
    pub fn daily(&self, date: Day, fingerprint: &str) -> Result<Option<Daily>, HistoryError> {
        self.db
            .query_row(
                include_str!("sql/daily_get.sql"),
                params![date.to_string(), fingerprint],
                |row| {
                    let marks: Option<String> = row.get(2)?;
                    Ok(Daily {
                        sitting: row.get(0)?,
                        title: row.get(1)?,
                        marks: marks.map(|marks| marks.chars().filter_map(Mark::of).collect()),
                        score: row.get::<_, Option<u32>>(3)?.unwrap_or(0),
                    })
                },
            )
            .optional()
            .map_err(self.fail())
    }

    /// On how many days in a row the daily of a bank was played to its end, up
    /// to today or yesterday.
    ///
    /// # Errors
    /// When the history cannot be read.
    pub fn daily_row(&self, today: Day, fingerprint: &str) -> Result<u32, HistoryError> {
        let read = || -> rusqlite::Result<_> {
            let mut query = self.db.prepare(include_str!("sql/daily_dates.sql"))?;
            let dates: Vec<String> = query
                .query_map([fingerprint], |row| row.get(0))?
                .collect::<Result<_, _>>()?;
            let days = dates.iter().filter_map(|date| Day::parse(date));
            Ok(super::statistics::in_a_row(days, today))
        };
        read().map_err(self.fail())
    }
}

/// A transaction that waits for its turn at its beginning, not in its middle.
pub(super) fn immediate(db: &mut Connection) -> rusqlite::Result<rusqlite::Transaction<'_>> {
    db.transaction_with_behavior(TransactionBehavior::Immediate)
}

fn json(value: &impl serde::Serialize) -> rusqlite::Result<String> {
    serde_json::to_string(value)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

fn put_item(db: &Connection, question: &Question, about: &About) -> rusqlite::Result<()> {
    db.prepare(include_str!("sql/item_put.sql"))?
        .execute(params![
            key(question.id),
            question.stem,
            question.form.keys().join(", "),
            question.category,
            question.difficulty.map(crate::item::Difficulty::as_str),
            about.banks.get(&question.id)
        ])?;
    Ok(())
}

/// Stores the last judgement, or what became of it.
fn put_response(
    db: &Connection,
    sitting: &Sitting,
    session: &Session,
    now: i64,
) -> rusqlite::Result<()> {
    let [before @ .., judgement] = session.judgements() else {
        return Ok(());
    };
    let player = session.round().rules.players.get(judgement.player);
    db.prepare(include_str!("sql/response_put.sql"))?
        .execute(params![
            sitting.id,
            i64::try_from(before.len()).unwrap_or(i64::MAX),
            key(judgement.id),
            now,
            player,
            verdict(judgement.verdict),
            i64::try_from(judgement.took.as_millis()).unwrap_or(i64::MAX),
            judgement.points.total(),
            judgement.points.halvings,
            judgement.struck
        ])?;
    if player.is_none() {
        memory::remember(db, judgement.id)?;
    }
    Ok(())
}

const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Right => "right",
        Verdict::Close => "close",
        Verdict::Wrong => "wrong",
        Verdict::Late => "late",
    }
}

const fn ending(ending: Ending) -> &'static str {
    match ending {
        Ending::Played => "played",
        Ending::Cleared => "cleared",
        Ending::TimeUp => "time-up",
        Ending::Missed => "missed",
        Ending::Left => "left",
    }
}

/// Closes a sitting; results are kept of what was played to its end in one go.
fn finish(
    db: &Connection,
    sitting: &Sitting,
    session: &Session,
    about: &About,
    why: Ending,
    now: i64,
) -> rusqlite::Result<Option<Placed>> {
    db.execute(
        include_str!("sql/sitting_end.sql"),
        params![sitting.id, now, ending(why)],
    )?;
    let summary = Summary::of(session);
    // Who left early had no time for the rest.
    let marks = marks(session.judgements()).into_iter().map(Mark::letter);
    let letters: String = marks
        .chain(std::iter::repeat(Mark::Late.letter()))
        .take(session.round().length)
        .collect();
    db.execute(
        include_str!("sql/daily_end.sql"),
        params![sitting.id, letters, summary.score],
    )?;
    let rules = &session.round().rules;
    let challenge = rules.clock().is_some();
    let ranked = !about.unranked;
    let whole = ranked && why != Ending::Left && !session.was_resumed() && summary.of > 0;
    if !whole || !(challenge || rules.players.len() > 1) {
        return Ok(None);
    }
    let compared = rules.setting();
    let mode = rules.mode.as_str();
    let left = i64::try_from(summary.left.as_millis()).unwrap_or(0);
    let (score, spare) = if rules.mode.counts_points() {
        (summary.score, 0)
    } else {
        (summary.right, left)
    };
    let rows: Vec<(Option<&str>, u32)> = if summary.standings.is_empty() {
        vec![(about.name.as_deref(), score)]
    } else {
        let players = summary.standings.iter();
        players.map(|s| (Some(s.name.as_str()), s.score)).collect()
    };
    for &(name, score) in &rows {
        db.execute(
            include_str!("sql/result_put.sql"),
            params![
                sitting.id,
                now,
                about.fingerprint,
                about.title,
                mode,
                compared,
                name,
                score,
                spare
            ],
        )?;
    }
    let best = rows.iter().map(|&(_, score)| score).max().unwrap_or(0);
    let (before, better): (u32, u32) = db.query_row(
        include_str!("sql/result_better.sql"),
        params![about.fingerprint, mode, compared, sitting.id, best, spare],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(Some(Placed {
        place: better + 1,
        before,
    }))
}
