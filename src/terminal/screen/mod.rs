//! What is drawn: one file a screen. Drawing only reads; it returns where the
//! text stands and what a click does.

mod end;
mod feedback;
mod head;
mod help;
mod question;
mod sheet;

use ratatui::Frame;

use super::Setting;
use super::keymap::{self, Action, State};
use super::theme::Theme;
use crate::play::{Hold, Scene, Session, Summary};
use sheet::{Button, Room, Sheet};
pub use sheet::{Drawn, Scroll};

/// Draws what the session shows; `notes` are lines about its result.
pub fn draw(
    frame: &mut Frame<'_>,
    session: &Session,
    setting: &Setting,
    notes: &[String],
    theme: Theme,
    scroll: Scroll,
) -> Drawn {
    let view = session.view();
    let room = Room::of(frame.area());
    let paper = Paper {
        room,
        theme,
        state: State::of(&view.scene),
    };
    let mut sheet = Sheet {
        head: head::lines(&view, setting, paper),
        ..Sheet::default()
    };
    match view.scene {
        Scene::Question { .. } => question::fill(&mut sheet, &view, paper),
        Scene::Feedback { .. } => feedback::fill(&mut sheet, &view, paper),
        Scene::Held(Hold::Pause) => help::pause(&mut sheet, paper),
        Scene::Held(Hold::Leave) => help::leave(&mut sheet, &view, paper),
        Scene::Held(Hold::Help) => help::help(&mut sheet, session, paper),
        Scene::Over(_) => end::fill(&mut sheet, &Summary::of(session), setting, notes, paper),
    }
    sheet::draw(frame, sheet, room, theme, scroll)
}

/// What a screen is drawn on.
#[derive(Clone, Copy, Debug)]
struct Paper {
    room: Room,
    theme: Theme,
    state: State,
}

impl Paper {
    fn columns(self) -> usize {
        self.room.columns()
    }

    /// A key and what it does here, from the table.
    fn button(self, action: Action, words: impl Into<String>) -> Option<Button> {
        let key = keymap::shown(self.state, action)?;
        Some(Button {
            key: key.label(self.theme.signs),
            words: words.into(),
            action: Some(action),
        })
    }
}
