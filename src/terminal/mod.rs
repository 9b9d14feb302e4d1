//! Floor 6: everything that touches a terminal.
//!
//! [`play`] takes a session and plays it, on a full screen or in plain
//! lines as [`Environment`] says. The full screen: [`stage`] enters and leaves
//! it, [`run`] is the loop, [`keymap`] the one table of keys, [`screen`] what
//! is drawn. Nothing from a bank
//! reaches a terminal but through [`crate::text::safe`].

pub mod chart;
pub mod clock;
pub mod environment;
pub mod keymap;
pub mod lines;
pub mod plain;
pub mod prompt;
pub mod run;
pub mod screen;
pub mod seed;
pub mod signals;
pub mod stage;
pub mod theme;
mod watchdog;
pub mod words;
pub mod wrap;

use std::io;

use crate::play::{Event, Session, Summary};
pub use environment::Environment;

/// What the game is called and how it is played again; it comes from the
/// command line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setting {
    /// What the questions are about.
    pub title: String,
    /// The command that plays the same round again.
    pub replay: String,
    /// What tells the bank from others, if the result is to be compared.
    pub fingerprint: String,
}

/// How playing ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It was played to its end, or left by the player.
    Over,
    /// The player wants to play the missed questions again.
    Again,
    /// Broken off by a signal or Ctrl-C.
    Interrupted,
}

/// Takes the events of a session as they happen, after they were drawn; what it
/// has to say about the result comes back in lines, once, when the session ended.
pub type Sink<'a> = &'a mut dyn FnMut(&Session, &[Event]) -> Vec<String>;

/// Plays a session, and its missed questions again as often as the player
/// wants. The summary of each that is over stays on the normal screen.
///
/// # Errors
/// When the terminal cannot be read or written.
pub fn play(
    session: Session,
    setting: &Setting,
    environment: &Environment,
    sink: Sink<'_>,
) -> io::Result<Way> {
    let mut session = session;
    let mut setting = setting.clone();
    loop {
        let way = if environment.plain {
            plain::play_here(&mut session, &setting, sink)?
        } else {
            let theme = environment.theme;
            let (way, notes) = run::play_here(&mut session, &setting, theme, sink)?;
            // What is broken off goes on another time.
            if session.ending().is_some() && !session.judgements().is_empty() {
                let summary = Summary::of(&session);
                let columns = environment::columns();
                let text = words::summary_text(&summary, &setting, &notes, theme, columns);
                plain::print(&text)?;
            }
            way
        };
        match session.missed() {
            Some(round) if way == Way::Again => {
                session = Session::start(round, crate::play::Elapsed::ZERO);
                // Its seed deals what was played first, not what was missed.
                setting.replay.clear();
            }
            _ => return Ok(way),
        }
    }
}
