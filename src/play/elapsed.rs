//! Time as a value.

use std::fmt;
use std::ops::{Add, AddAssign};

use serde::{Deserialize, Serialize};

/// Milliseconds since the session was put on the table. The game never asks
/// for the time; whoever plays it brings it along.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Elapsed(u64);

impl Elapsed {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// This many milliseconds.
    pub const fn from_millis(millis: u64) -> Self {
        Self(millis)
    }

    /// This many seconds.
    pub const fn from_secs(seconds: u64) -> Self {
        Self(seconds.saturating_mul(1000))
    }

    /// The time in milliseconds.
    pub const fn as_millis(self) -> u64 {
        self.0
    }

    /// The time in seconds, a begun second counting as a whole one: a clock
    /// that shows 1 has not run out.
    pub const fn ceil_secs(self) -> u64 {
        self.0.div_ceil(1000)
    }

    /// The time since an earlier one, nothing if it was later.
    #[must_use]
    pub const fn since(self, earlier: Self) -> Self {
        Self(self.0.saturating_sub(earlier.0))
    }
}

impl Add for Elapsed {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Elapsed {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

/// Seconds with one decimal: `4.2 s`; minutes from one on: `2 min 05 s`.
impl fmt::Display for Elapsed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = (self.0.saturating_add(50)) / 100;
        if tenths < 600 {
            write!(f, "{}.{} s", tenths / 10, tenths % 10)
        } else {
            let seconds = self.0.saturating_add(500) / 1000;
            write!(f, "{} min {:02} s", seconds / 60, seconds % 60)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_shown_as_people_say_it() {
        for (millis, words) in [
            (0, "0.0 s"),
            (4_249, "4.2 s"),
            (59_949, "59.9 s"),
            (59_950, "1 min 00 s"),
            (125_400, "2 min 05 s"),
        ] {
            assert_eq!(Elapsed::from_millis(millis).to_string(), words);
        }
    }

    #[test]
    fn a_begun_second_is_still_on_the_clock() {
        assert_eq!(Elapsed::from_millis(1).ceil_secs(), 1);
        assert_eq!(Elapsed::ZERO.ceil_secs(), 0);
    }

    #[test]
    fn time_never_becomes_negative() {
        let (early, late) = (Elapsed::from_secs(1), Elapsed::from_secs(3));
        assert_eq!(early.since(late), Elapsed::ZERO);
        assert_eq!(late.since(early), Elapsed::from_secs(2));
    }
}
