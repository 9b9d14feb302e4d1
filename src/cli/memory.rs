//! What the commands that play remember, as far as that is possible: where the
//! history cannot be used the game goes on without it, and says so once.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::{data, output};
use crate::history::{About, History, HistoryError, Interrupted, Placed, Sitting};
use crate::item::ItemId;
use crate::play::{Event, Mark, Session, card};
use crate::schedule::Day;
use crate::terminal::clock::calendar;
use crate::terminal::words::number;
use crate::text::safe;

/// Today, UTC.
pub(super) fn today() -> Day {
    Day::from_millis(calendar())
}

/// The history, opened when it is needed.
#[derive(Debug, Default)]
pub(super) struct Memory {
    history: Option<History>,
    /// Why nothing is remembered.
    trouble: Option<String>,
}

impl Memory {
    /// Opens the history if there is one; it stays closed if it cannot be used.
    pub(super) fn look(&mut self) -> Option<&mut History> {
        self.reach(|folder| History::open_existing(&folder))
    }

    /// Opens the history, and makes it if there is none.
    fn make(&mut self) -> Option<&mut History> {
        self.reach(|folder| History::open(&folder).map(Some))
    }

    fn reach(
        &mut self,
        open: impl FnOnce(PathBuf) -> Result<Option<History>, HistoryError>,
    ) -> Option<&mut History> {
        if self.history.is_none() && self.trouble.is_none() {
            match data::folder().map(open) {
                Ok(Ok(history)) => self.history = history,
                Ok(Err(error)) => self.give_up(&error),
                Err(error) => self.trouble = Some(format!("{error}\n")),
            }
        }
        self.history.as_mut()
    }

    /// From now on nothing is remembered.
    fn give_up(&mut self, error: &HistoryError) {
        let why = format!("{error}: {}", error.trouble());
        let why = safe::shown(&why).into_owned();
        self.trouble = Some(format!("{why}\nhint: {}\n", error.hint()));
        self.history = None;
    }

    /// What the history says, nothing if it cannot be used.
    pub(super) fn ask<T>(
        &mut self,
        question: impl FnOnce(&mut History) -> Result<T, HistoryError>,
    ) -> Option<T> {
        match question(self.look()?) {
            Ok(answer) => Some(answer),
            Err(error) => {
                self.give_up(&error);
                None
            }
        }
    }

    /// The items that were reported.
    pub(super) fn hidden(&mut self) -> BTreeSet<ItemId> {
        self.ask(|history| history.hidden()).unwrap_or_default()
    }

    /// The newest session that was broken off.
    pub(super) fn interrupted(&mut self) -> Option<Interrupted> {
        self.ask(|history| history.interrupted()).flatten()
    }

    /// Says why nothing is remembered, if that is so.
    pub(super) fn report(&mut self) {
        if let Some(why) = self.trouble.take() {
            output::note(&format!("note: this is not remembered: {why}"));
        }
    }
}

/// Stores a game as it happens.
#[derive(Debug)]
pub(super) struct Recorder<'a> {
    memory: &'a mut Memory,
    about: About,
    sitting: Option<Sitting>,
    ascii: bool,
    over: bool,
    summed_up: bool,
}

impl<'a> Recorder<'a> {
    /// Records a game that begins, or one that goes on.
    pub(super) fn new(
        memory: &'a mut Memory,
        about: About,
        sitting: Option<Sitting>,
        ascii: bool,
    ) -> Self {
        Self {
            memory,
            about,
            sitting,
            ascii,
            over: false,
            summed_up: false,
        }
    }

    /// Whether the session came to its end.
    pub(super) fn is_over(&self) -> bool {
        self.over
    }

    /// Whether a session came to its end, this one or one before it: its summary
    /// is on the screen.
    pub(super) fn has_summed_up(&self) -> bool {
        self.summed_up
    }

    /// Whether a session is stored that is not over.
    pub(super) fn can_resume(&self) -> bool {
        self.sitting.is_some() && self.memory.trouble.is_none()
    }

    /// Stores what happened; at the end it says how the result compares.
    pub(super) fn take(&mut self, session: &Session, events: &[Event]) -> Vec<String> {
        if events.is_empty() {
            return Vec::new();
        }
        self.over = session.ending().is_some();
        self.summed_up |= self.over;
        let now = calendar();
        let Some(history) = self.memory.make() else {
            return Vec::new();
        };
        let sitting = match self.sitting.take() {
            Some(sitting) => Ok(sitting),
            None => history.begin(session, &self.about, now),
        };
        let stored = sitting.and_then(|sitting| {
            let placed = history.record(&sitting, session, &self.about, events, now)?;
            Ok((sitting, placed))
        });
        match stored {
            Ok((sitting, _)) if session.ending().is_none() => {
                self.sitting = Some(sitting);
                Vec::new()
            }
            Ok((_, placed)) => self.remarks(placed),
            Err(error) => {
                self.memory.give_up(&error);
                Vec::new()
            }
        }
    }

    fn remarks(&mut self, placed: Option<Placed>) -> Vec<String> {
        let mut notes: Vec<String> = Vec::new();
        // The missed ones, played again, are no daily challenge.
        if let Some(date) = self.about.daily.take() {
            let (about, ascii) = (&self.about, self.ascii);
            let told = self
                .memory
                .ask(|history| daily_notes(history, about, date, ascii));
            notes.extend(told.unwrap_or_default());
        } else {
            notes.extend(placed.map(standing));
        }
        notes
    }
}

/// How a result compares with those before it.
fn standing(placed: Placed) -> String {
    let nth = match placed.place {
        _ if placed.before == 0 => return "The first result of this kind.".to_owned(),
        1 => "The best".to_owned(),
        2 => "Second best".to_owned(),
        3 => "Third best".to_owned(),
        place => format!("Place {place}"),
    };
    format!("{nth} so far, of {}.", placed.before + 1)
}

/// The card of a day, if the daily of that day was played to its end.
pub(super) fn daily_card(
    history: &History,
    fingerprint: &str,
    date: Day,
    ascii: bool,
) -> Result<Option<String>, HistoryError> {
    let daily = history.daily(date, fingerprint)?;
    Ok(daily.and_then(|daily| {
        let marks: Vec<Mark> = daily.marks?;
        let title = safe::shown(&daily.title);
        let points = number(daily.score);
        let date = date.to_string();
        Some(card(&title, Some(&date), &marks, &points, ascii))
    }))
}

fn daily_notes(
    history: &History,
    about: &About,
    date: Day,
    ascii: bool,
) -> Result<Vec<String>, HistoryError> {
    let fingerprint = &about.fingerprint;
    let mut notes = Vec::new();
    if let Some(card) = daily_card(history, fingerprint, date, ascii)? {
        notes.extend(card.lines().map(str::to_owned));
    }
    if let Some(card) = daily_card(history, fingerprint, date.before(), ascii)? {
        notes.extend(card.lines().nth(1).map(|line| format!("Yesterday: {line}")));
    }
    let row = history.daily_row(date, fingerprint)?;
    if row > 1 {
        notes.push(format!("{row} days in a row."));
    }
    Ok(notes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_is_compared_in_words() {
        for (place, before, words) in [
            (1, 0, "The first result of this kind."),
            (1, 4, "The best so far, of 5."),
            (2, 4, "Second best so far, of 5."),
            (5, 4, "Place 5 so far, of 5."),
        ] {
            assert_eq!(standing(Placed { place, before }), words);
        }
    }
}
