//! Signals, while somebody looks after them.
//!
//! Ctrl-C keeps its usual meaning for the rest of the program: only while a
//! [`Watch`] is alive does it set a flag instead of ending the process.

use std::io;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

/// What the handlers share.
#[derive(Debug)]
struct Shared {
    /// Signals have their usual effect.
    idle: Arc<AtomicBool>,
    hit: Arc<AtomicBool>,
    watchers: AtomicUsize,
}

static SHARED: OnceLock<Shared> = OnceLock::new();

#[cfg(unix)]
const SIGNALS: [i32; 3] = [
    signal_hook::consts::SIGINT,
    signal_hook::consts::SIGTERM,
    signal_hook::consts::SIGHUP,
];
#[cfg(not(unix))]
const SIGNALS: [i32; 2] = [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM];

fn shared() -> io::Result<&'static Shared> {
    if let Some(shared) = SHARED.get() {
        return Ok(shared);
    }
    let idle = Arc::new(AtomicBool::new(true));
    let hit = Arc::new(AtomicBool::new(false));
    for signal in SIGNALS {
        signal_hook::flag::register_conditional_default(signal, Arc::clone(&idle))?;
        signal_hook::flag::register(signal, Arc::clone(&hit))?;
    }
    Ok(SHARED.get_or_init(|| Shared {
        idle,
        hit,
        watchers: AtomicUsize::new(0),
    }))
}

/// While it lives, signals set a flag.
#[derive(Debug)]
pub struct Watch(&'static Shared);

impl Watch {
    /// Begins to look after signals.
    ///
    /// # Errors
    /// When the system does not let us.
    pub fn begin() -> io::Result<Self> {
        let shared = shared()?;
        if shared.watchers.fetch_add(1, Ordering::SeqCst) == 0 {
            shared.hit.store(false, Ordering::SeqCst);
        }
        shared.idle.store(false, Ordering::SeqCst);
        Ok(Self(shared))
    }

    /// Whether a signal asked us to end.
    pub fn interrupted(&self) -> bool {
        self.0.hit.load(Ordering::SeqCst)
    }

    /// Forgets a signal that was answered.
    pub fn forget(&self) {
        self.0.hit.store(false, Ordering::SeqCst);
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if self.0.watchers.fetch_sub(1, Ordering::SeqCst) == 1 {
            self.0.idle.store(true, Ordering::SeqCst);
        }
    }
}
