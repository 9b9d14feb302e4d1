//! The stage: the full screen, entered and left as a guard. The terminal is
//! as it was on every way out: end, error, panic, Ctrl-C, signal.

use std::io::{self, Stdout, stdout};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::cursor::{Hide, Show};
use ratatui::crossterm::event::{DisableMouseCapture, EnableMouseCapture, Event, poll, read};
use ratatui::crossterm::execute;
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};

use super::run::Keyboard;
use super::signals::Watch;
use super::watchdog;

/// Whether the terminal is ours; the panic hook asks.
static ON_STAGE: AtomicBool = AtomicBool::new(false);
static HOOK: Once = Once::new();

/// The full screen while it is ours.
#[derive(Debug)]
pub struct Stage {
    /// Draws on it.
    pub terminal: Terminal<CrosstermBackend<Stdout>>,
    /// Reads keys and signals.
    pub keys: Keys,
}

impl Stage {
    /// Takes the screen: raw mode, alternate screen, mouse.
    ///
    /// # Errors
    /// When the terminal does not let us.
    pub fn enter() -> io::Result<Self> {
        let watch = Watch::begin()?;
        HOOK.call_once(|| {
            let before = std::panic::take_hook();
            std::panic::set_hook(Box::new(move |info| {
                // The message must land on the normal screen.
                leave();
                before(info);
            }));
        });
        watchdog::start(leave);
        ON_STAGE.store(true, Ordering::SeqCst);
        let guard = Leave;
        enable_raw_mode()?;
        execute!(stdout(), EnterAlternateScreen, EnableMouseCapture, Hide)?;
        let terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
        let mut keys = Keys {
            watch,
            early: false,
            _leave: guard,
        };
        keys.early = keys.drain()?;
        Ok(Self { terminal, keys })
    }
}

/// The keyboard, the mouse and the signals.
#[derive(Debug)]
pub struct Keys {
    watch: Watch,
    /// Ctrl-C was pressed before there was anything to see.
    early: bool,
    _leave: Leave,
}

impl Keyboard for Keys {
    fn wait(&mut self, at_most: Duration) -> io::Result<Option<Event>> {
        let found = watchdog::watched(|| match poll(at_most) {
            Ok(true) => read().map(Some),
            other => other.map(|_| None),
        });
        match found {
            // A signal woke us; the flag says more.
            Err(error) if error.kind() == io::ErrorKind::Interrupted => Ok(None),
            found => found,
        }
    }

    fn interrupted(&self) -> bool {
        self.early || self.watch.interrupted()
    }
}

#[derive(Debug)]
struct Leave;

impl Drop for Leave {
    fn drop(&mut self) {
        leave();
    }
}

/// Gives the screen back; does nothing the second time.
fn leave() {
    if !ON_STAGE.swap(false, Ordering::SeqCst) {
        return;
    }
    // A key pressed too early must not reach the next prompt.
    watchdog::watched(|| while poll(Duration::ZERO).unwrap_or(false) && read().is_ok() {});
    // Each step on its own: a terminal that is gone must not keep the next from trying.
    let _ = execute!(stdout(), DisableMouseCapture);
    let _ = execute!(stdout(), LeaveAlternateScreen, Show);
    let _ = disable_raw_mode();
}
