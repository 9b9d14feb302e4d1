//! Floor 6: everything that touches a terminal.
//!
//! [`play`] takes a dealt round and plays it, on a full screen or in plain
//! lines as [`Environment`] says. The full screen: [`stage`] enters and leaves
//! it, [`run`] is the loop, [`keymap`] the one table of keys, [`screen`] what
//! is drawn. Nothing from a bank
//! reaches a terminal but through [`crate::text::safe`].

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

use crate::play::{Event, Round, Session, Summary};
pub use environment::Environment;

/// What the game is called and how it is played again; it comes from the
/// command line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setting {
    /// What the questions are about.
    pub title: String,
    /// The command that plays the same round again.
    pub replay: String,
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

/// Takes the events of a session as they happen, after they were drawn.
pub type Sink<'a> = &'a mut dyn FnMut(&Session, &[Event]);

/// Plays a round, and the missed questions again as often as the player
/// wants. The summary of each stays on the normal screen.
///
/// # Errors
/// When the terminal cannot be read or written.
pub fn play(
    round: Round,
    setting: &Setting,
    environment: &Environment,
    sink: Sink<'_>,
) -> io::Result<Way> {
    let mut next = Some(round);
    let mut way = Way::Over;
    while let Some(round) = next.take() {
        let mut session = Session::start(round, crate::play::Elapsed::ZERO);
        way = if environment.plain {
            plain::play_here(&mut session, setting, sink)?
        } else {
            let way = run::play_here(&mut session, setting, environment.theme, sink)?;
            if !session.judgements().is_empty() {
                let text = words::summary_text(&Summary::of(&session), setting, environment.theme);
                plain::print(&text)?;
            }
            way
        };
        if way == Way::Again {
            next = session.missed();
        }
    }
    Ok(way)
}
