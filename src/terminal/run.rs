//! The loop of the full screen: draw, wait, handle. It knows neither the real
//! terminal nor the real clock, so tests play it.

use std::io;
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::crossterm::event::{Event as Press, KeyEventKind, MouseButton, MouseEventKind};

use super::clock::{Clock, Monotonic};
use super::keymap::{self, Action, State};
use super::screen::{self, Drawn, Scroll};
use super::stage::Stage;
use super::theme::Theme;
use super::{Setting, Sink, Way};
use crate::play::{Elapsed, Ending, Event, Input, Session};

/// A signal is seen within this time, whatever else happens.
const LONGEST_WAIT: Duration = Duration::from_millis(250);

/// How often a running clock is drawn.
const CLOCK_STEP: Elapsed = Elapsed::from_millis(100);

/// Where keys come from.
pub trait Keyboard {
    /// The next key, click or change of size, if there is one in time.
    ///
    /// # Errors
    /// When the terminal cannot be read.
    fn wait(&mut self, at_most: Duration) -> io::Result<Option<Press>>;

    /// Whether a signal asked us to end.
    fn interrupted(&self) -> bool;

    /// Throws away what was pressed already. Returns whether Ctrl-C was among it.
    ///
    /// # Errors
    /// When the terminal cannot be read.
    fn drain(&mut self) -> io::Result<bool> {
        let mut interrupted = false;
        while let Some(press) = self.wait(Duration::ZERO)? {
            interrupted |=
                action(State::Summary, &Drawn::default(), &press) == Some(Action::Interrupt);
        }
        Ok(interrupted)
    }
}

/// Plays on the terminal we are on; returns how it ended and what the sink had
/// to say about the result.
///
/// # Errors
/// When the terminal cannot be read or written.
pub fn play_here(
    session: &mut Session,
    setting: &Setting,
    theme: Theme,
    sink: Sink<'_>,
) -> io::Result<(Way, Vec<String>)> {
    let mut stage = Stage::enter()?;
    let clock = Monotonic::start();
    let Stage { terminal, keys } = &mut stage;
    let mut table = Table {
        terminal,
        keys,
        clock: &clock,
        setting,
        theme,
        notes: Vec::new(),
    };
    let way = table.play(session, sink).map_err(io::Error::other)?;
    Ok((way, table.notes))
}

/// Everything a game needs: screen, keys, clock.
pub struct Table<'a, B: Backend, K, C> {
    /// The screen.
    pub terminal: &'a mut Terminal<B>,
    /// The keys.
    pub keys: &'a mut K,
    /// The clock.
    pub clock: &'a C,
    /// What is played.
    pub setting: &'a Setting,
    /// How it looks.
    pub theme: Theme,
    /// What the sink had to say about the result.
    pub notes: Vec<String>,
}

impl<B: Backend, K, C> std::fmt::Debug for Table<'_, B, K, C> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Table")
            .field("setting", self.setting)
            .field("theme", &self.theme)
            .finish_non_exhaustive()
    }
}

/// The screen could not be drawn, or the keys not read.
#[derive(Debug, thiserror::Error)]
pub enum Trouble<E: std::error::Error + 'static> {
    /// The screen.
    #[error("cannot draw on the terminal")]
    Draw(#[source] E),
    /// The keys.
    #[error("cannot read from the terminal")]
    Read(#[from] io::Error),
}

impl<B, K, C> Table<'_, B, K, C>
where
    B: Backend<Error: 'static>,
    K: Keyboard,
    C: Clock,
{
    /// Plays a session to its end.
    ///
    /// # Errors
    /// When the screen cannot be drawn or the keys not read.
    pub fn play(
        &mut self,
        session: &mut Session,
        sink: Sink<'_>,
    ) -> Result<Way, Trouble<B::Error>> {
        let mut scroll = Scroll::default();
        let mut drawn = Drawn::default();
        let mut events: Vec<Event> = Vec::new();
        let mut dirty = true; // Is there anything new to draw?
        loop {
            // What was pressed before the question could be read is no answer.
            let is_new = session.awaits_screen();
            if is_new && self.keys.drain()? {
                sink(session, &events);
                return Ok(Way::Interrupted);
            }
            if dirty || is_new {
                drawn = self.draw(session, scroll)?;
                scroll = drawn.scroll;
            }
            if !events.is_empty() {
                self.notes.extend(sink(session, &events));
                events.clear();
                if !self.notes.is_empty() {
                    drawn = self.draw(session, scroll)?;
                }
            }
            if is_new {
                let shown = session.handle(self.clock.now(), Input::Shown);
                sink(session, &shown);
            }
            if session.ending() == Some(Ending::Left) {
                return Ok(Way::Over);
            }
            let press = self.keys.wait(self.patience(session))?;
            if self.keys.interrupted() {
                return Ok(Way::Interrupted);
            }
            let state = State::of(&session.view().scene);
            let action = press
                .as_ref()
                .and_then(|press| action(state, &drawn, press));
            let input = match action {
                Some(Action::Interrupt) => return Ok(Way::Interrupted),
                Some(Action::Done) => return Ok(Way::Over),
                Some(Action::Again) if session.missed().is_some() => return Ok(Way::Again),
                Some(Action::Scroll(lines)) => {
                    scroll = moved(scroll, isize::from(lines));
                    Input::Tick
                }
                Some(Action::Page(pages)) => {
                    let page = isize::try_from(drawn.page.max(2) - 1).unwrap_or(1);
                    scroll = moved(scroll, isize::from(pages) * page);
                    Input::Tick
                }
                Some(Action::Game(input)) => input,
                Some(Action::Again) | None => Input::Tick,
            };
            if matches!(
                input,
                Input::Up | Input::Down | Input::Choose(_) | Input::Type(_)
            ) {
                scroll.follow = true;
            }
            let running = session.view().clock.is_some_and(|clock| clock.running);
            dirty = press.is_some() || running;
            let happened = session.handle(self.clock.now(), input);
            if State::of(&session.view().scene) != state || !happened.is_empty() {
                scroll = Scroll::default();
                dirty = true;
            }
            events.extend(happened);
        }
    }

    fn draw(&mut self, session: &Session, scroll: Scroll) -> Result<Drawn, Trouble<B::Error>> {
        let mut drawn = Drawn::default();
        let (setting, theme) = (self.setting, self.theme);
        let notes = &self.notes;
        self.terminal
            .draw(|frame| drawn = screen::draw(frame, session, setting, notes, theme, scroll))
            .map_err(Trouble::Draw)?;
        Ok(drawn)
    }

    /// How long nothing can happen but keys and signals.
    fn patience(&self, session: &Session) -> Duration {
        let now = self.clock.now();
        let Some(wake) = session.wake_at() else {
            return LONGEST_WAIT;
        };
        let running = session.view().clock.is_some_and(|clock| clock.running);
        let wait = wake.since(now);
        let wait = if running { wait.min(CLOCK_STEP) } else { wait };
        Duration::from_millis(wait.as_millis()).min(LONGEST_WAIT)
    }
}

fn moved(scroll: Scroll, lines: isize) -> Scroll {
    Scroll {
        top: scroll.top.saturating_add_signed(lines),
        follow: false,
    }
}

/// What a key, click or turn of the wheel does in a state.
fn action(state: State, drawn: &Drawn, press: &Press) -> Option<Action> {
    match press {
        Press::Key(key) if key.kind == KeyEventKind::Press || key.kind == KeyEventKind::Repeat => {
            keymap::action(state, *key)
        }
        Press::Mouse(mouse) => match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => drawn.hit(mouse.column, mouse.row),
            MouseEventKind::ScrollDown => Some(Action::Scroll(2)),
            MouseEventKind::ScrollUp => Some(Action::Scroll(-2)),
            _ => None,
        },
        _ => None,
    }
}
