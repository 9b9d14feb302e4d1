//! When the window is closed, the terminal library reads from a terminal that
//! is gone, for ever and at full speed. Nothing but the end of the process
//! helps then, and nothing is lost by it: answers are stored when given.

use std::sync::Once;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{self, sleep};
use std::time::Duration;

/// A wait for keys ends after a quarter of a second; this is long enough even
/// for a machine that is very busy.
const STEP: Duration = Duration::from_secs(1);

/// Steps without progress after which the terminal is gone. More than one, so
/// that a process that was stopped and goes on has time to show itself.
const STEPS: u32 = 3;

static WAITING: AtomicBool = AtomicBool::new(false);
static WAITS: AtomicU64 = AtomicU64::new(0);
static START: Once = Once::new();

/// A wait for keys, under watch.
pub(super) fn watched<T>(wait: impl FnOnce() -> T) -> T {
    WAITS.fetch_add(1, Ordering::SeqCst);
    WAITING.store(true, Ordering::SeqCst);
    let found = wait();
    WAITING.store(false, Ordering::SeqCst);
    found
}

/// Begins to watch; `leave` gives the terminal back as far as that is possible.
pub(super) fn start(leave: fn()) {
    START.call_once(|| {
        thread::spawn(move || {
            let mut last = 0;
            let mut stuck = 0;
            while stuck < STEPS {
                sleep(STEP);
                let waits = WAITS.load(Ordering::SeqCst);
                let same = WAITING.load(Ordering::SeqCst) && waits == last;
                stuck = if same { stuck + 1 } else { 0 };
                last = waits;
            }
            leave();
            exit();
        });
    });
}

#[expect(
    clippy::disallowed_methods,
    reason = "the thread that would return is stuck and cannot"
)]
fn exit() {
    std::process::exit(130);
}
