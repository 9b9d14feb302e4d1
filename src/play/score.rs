//! Points, and how they came about. Whole numbers only: the same everywhere.

use serde::{Deserialize, Serialize};

use super::Elapsed;

/// What a right answer is worth at most, streak apart.
pub(super) const FULL: u32 = 1000;

/// An answer this quick earns everything.
const AT_ONCE: Elapsed = Elapsed::from_millis(500);

/// What an answer earned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Points {
    /// For the right answer, less for a slow one against a clock.
    pub base: u32,
    /// Whether a fifth went for typing errors.
    pub close: bool,
    /// How many lifelines halved it.
    pub halvings: u32,
    /// For right answers in a row.
    pub bonus: u32,
}

impl Points {
    /// For a right answer. `limit` is the question's clock if it has one, and
    /// `row` the number of right answers in a row including this one, if that counts.
    pub fn right(
        took: Elapsed,
        limit: Option<Elapsed>,
        close: bool,
        halvings: u32,
        row: Option<u32>,
    ) -> Self {
        Self {
            base: limit.map_or(FULL, |limit| by_speed(took, limit)),
            close,
            halvings,
            bonus: row.map_or(0, bonus),
        }
    }

    /// For a wrong or late answer: nothing, but what it was halved by is kept,
    /// for it may be overruled.
    pub(super) const fn none(halvings: u32) -> Self {
        Self {
            base: 0,
            close: false,
            halvings,
            bonus: 0,
        }
    }

    /// What remains of the base after typing errors and lifelines.
    pub fn earned(self) -> u32 {
        let base = if self.close {
            self.base * 4 / 5
        } else {
            self.base
        };
        base >> self.halvings.min(31)
    }

    /// All together.
    pub fn total(self) -> u32 {
        self.earned() + self.bonus
    }
}

/// `round((1 - (t / T) / 2) * 1000)`, and everything within half a second.
fn by_speed(took: Elapsed, limit: Elapsed) -> u32 {
    let (took_ms, limit_ms) = (u128::from(took.as_millis()), u128::from(limit.as_millis()));
    if took < AT_ONCE || limit_ms == 0 {
        return FULL;
    }
    let took_ms = took_ms.min(limit_ms);
    // Halves are rounded up: (2 * (1000 T - 500 t) + T) / 2 T.
    let points = (2 * (1000 * limit_ms - 500 * took_ms) + limit_ms) / (2 * limit_ms);
    u32::try_from(points).unwrap_or(FULL)
}

/// The nth right answer in a row adds 0, 100, 200, 300, 400, then 500.
fn bonus(row: u32) -> u32 {
    row.saturating_sub(1).min(5) * 100
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speed_counts_as_the_rules_say() {
        for (took, limit, points) in [
            (0, 20, 1000),
            (499, 20, 1000),
            (500, 20, 988),
            (10_000, 20, 750),
            (19_999, 20, 500),
            (20_000, 20, 500),
            (1, 0, 1000),
            (5_010, 15, 833),
        ] {
            let earned = by_speed(Elapsed::from_millis(took), Elapsed::from_secs(limit));
            assert_eq!(earned, points, "{took} ms of {limit} s");
        }
    }

    #[test]
    fn rows_earn_up_to_five_hundred() {
        let bonuses: Vec<_> = (1..9).map(bonus).collect();
        assert_eq!(bonuses, [0, 100, 200, 300, 400, 500, 500, 500]);
    }

    #[test]
    fn errors_take_a_fifth_and_each_lifeline_a_half_but_never_the_bonus() {
        let points = Points::right(Elapsed::ZERO, None, true, 2, Some(3));
        assert_eq!(points.earned(), 200);
        assert_eq!(points.total(), 400);
    }
}
