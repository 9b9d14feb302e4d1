//! Floor 4: what is due when. FSRS does the arithmetic; days and answers enter
//! as values.

mod day;

use fsrs::{FSRS, MemoryState};

pub use day::Day;

/// The share of due items that should still be known.
const RETENTION: f32 = 0.9;

/// An answer within this many milliseconds came without thinking.
const QUICK: u64 = 4_000;
/// An answer after this many was hard to find.
const SLOW: u64 = 20_000;

/// What an answer says about the memory of its item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// Not known.
    Missed,
    /// Known with help, with errors, or after long thought.
    Hard,
    /// Known.
    Good,
    /// Known at once.
    Easy,
}

impl Grade {
    /// The grade of an answer: whether it was right, whether it was helped (by a
    /// lifeline, or forgiven typing errors), and the milliseconds it took.
    pub fn of(right: bool, helped: bool, took: u64) -> Self {
        match took {
            _ if !right => Self::Missed,
            _ if helped => Self::Hard,
            0..QUICK => Self::Easy,
            QUICK..SLOW => Self::Good,
            _ => Self::Hard,
        }
    }
}

/// What is remembered of an item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Card {
    /// The day from which it is due again.
    pub due: Day,
    /// The day of the last answer.
    pub last: Day,
    /// Whether the last answer missed it.
    pub missed: bool,
    /// Days until it is known with the wanted probability only.
    pub stability: f32,
    /// How hard it is, 1 to 10.
    pub difficulty: f32,
}

/// What is remembered after these answers, in order; nothing without answers.
/// What was missed is due at once.
pub fn remember(answers: impl IntoIterator<Item = (Day, Grade)>) -> Option<Card> {
    let model = FSRS::default();
    let mut card: Option<Card> = None;
    for (day, grade) in answers {
        let memory = card.map(|card| MemoryState {
            stability: card.stability,
            difficulty: card.difficulty,
        });
        let away = card.map_or(0, |card| day.since(card.last));
        let Ok(next) = model.next_states(memory, RETENTION, away) else {
            continue;
        };
        let next = match grade {
            Grade::Missed => next.again,
            Grade::Hard => next.hard,
            Grade::Good => next.good,
            Grade::Easy => next.easy,
        };
        let missed = grade == Grade::Missed;
        let interval = if missed { 0 } else { whole(next.interval) };
        card = Some(Card {
            due: day.plus(interval),
            last: day,
            missed,
            stability: next.memory.stability,
            difficulty: next.memory.difficulty,
        });
    }
    card
}

/// Whole days, at least one, at most a hundred years.
fn whole(interval: f32) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to small positive numbers"
    )]
    let days = interval.round().clamp(1.0, 36_500.0) as u32;
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_follow_outcome_help_and_time() {
        for (right, helped, took, grade) in [
            (false, false, 1_000, Grade::Missed),
            (true, true, 1_000, Grade::Hard),
            (true, false, 1_000, Grade::Easy),
            (true, false, 4_000, Grade::Good),
            (true, false, 20_000, Grade::Hard),
        ] {
            assert_eq!(Grade::of(right, helped, took), grade, "{took}");
        }
    }

    #[test]
    fn what_was_missed_is_due_at_once_and_what_is_known_later_and_later() {
        let day = Day::from_millis(0);
        assert_eq!(remember([]), None);
        let card = remember([(day, Grade::Missed)]).unwrap();
        assert_eq!((card.due, card.missed), (day, true));
        let mut answers = vec![(day, Grade::Good)];
        let mut before = 0;
        for _ in 0..5 {
            let card = remember(answers.iter().copied()).unwrap();
            let interval = card.due.since(card.last);
            assert!(interval > before, "{interval} after {before}");
            before = interval;
            answers.push((card.due, Grade::Good));
        }
        assert!(before > 100, "{before} days after five answers");
    }

    #[test]
    fn a_clock_set_back_does_no_harm() {
        let late = Day::from_millis(0).plus(100);
        let card = remember([(late, Grade::Good), (Day::from_millis(0), Grade::Good)]).unwrap();
        assert!(card.stability.is_finite() && card.due >= card.last);
    }
}
