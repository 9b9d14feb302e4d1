//! The only place that asks what time it is.

use std::time::{Instant, SystemTime};

use crate::play::Elapsed;

/// Tells the time since it was made.
pub trait Clock {
    /// The time now.
    fn now(&self) -> Elapsed;
}

/// The clock of the machine; it never goes backwards.
#[derive(Clone, Copy, Debug)]
pub struct Monotonic(Instant);

impl Monotonic {
    /// A clock that stands at zero and runs.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the door through which time comes in"
    )]
    pub fn start() -> Self {
        Self(Instant::now())
    }
}

/// The time of the calendar, in milliseconds since 1970, UTC.
#[expect(
    clippy::disallowed_methods,
    reason = "this is the door through which time comes in"
)]
pub fn calendar() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.map_or(0, |time| {
        i64::try_from(time.as_millis()).unwrap_or(i64::MAX)
    })
}

impl Clock for Monotonic {
    fn now(&self) -> Elapsed {
        let millis = self.0.elapsed().as_millis();
        Elapsed::from_millis(u64::try_from(millis).unwrap_or(u64::MAX))
    }
}
