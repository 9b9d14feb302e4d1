//! The one table of keys: what each key means in each state. Screens show
//! keys from it, the help lists it, and this table is made of it:
//!
#![doc = include_str!("keys.md")]

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::play::{Form, Hold, Input, Scene};

/// What the screen waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// A question with one right option.
    Choice,
    /// A question with several right options.
    Several,
    /// A question whose answer is typed.
    Entry,
    /// What came of the answer.
    Feedback,
    /// A pause.
    Pause,
    /// The help.
    Help,
    /// Leave?
    Leave,
    /// The end.
    Summary,
}

impl State {
    /// All states.
    pub const ALL: [Self; 8] = [
        Self::Choice,
        Self::Several,
        Self::Entry,
        Self::Feedback,
        Self::Pause,
        Self::Help,
        Self::Leave,
        Self::Summary,
    ];

    /// The state of a scene.
    pub fn of(scene: &Scene<'_>) -> Self {
        match scene {
            Scene::Question { question, .. } => Self::asking(&question.form),
            Scene::Feedback { .. } => Self::Feedback,
            Scene::Held(Hold::Pause) => Self::Pause,
            Scene::Held(Hold::Help) => Self::Help,
            Scene::Held(Hold::Leave) => Self::Leave,
            Scene::Over(_) => Self::Summary,
        }
    }

    /// The state in which a question of this form is answered.
    pub fn asking(form: &Form) -> Self {
        match form {
            Form::Choice { .. } => Self::Choice,
            Form::Several { .. } => Self::Several,
            Form::Entry { .. } => Self::Entry,
        }
    }

    /// Its name in the documentation.
    pub fn name(self) -> &'static str {
        match self {
            Self::Choice => "one right option",
            Self::Several => "several right options",
            Self::Entry => "typed answer",
            Self::Feedback => "after the answer",
            Self::Pause => "pause",
            Self::Help => "help",
            Self::Leave => "leave?",
            Self::Summary => "the end",
        }
    }
}

/// What a key, a click or a turn of the wheel does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Something in the game.
    Game(Input),
    /// Moves the text by lines.
    Scroll(i16),
    /// Moves the text by screens.
    Page(i16),
    /// Plays the missed questions again.
    Again,
    /// Closes the summary.
    Done,
    /// Breaks off.
    Interrupt,
}

/// A key on the keyboard, or a group of keys that mean the same kind of thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A letter or sign.
    Char(char),
    /// A letter with Ctrl.
    Ctrl(char),
    /// Another key.
    Code(KeyCode),
    /// `1` to `9`: the option with that number.
    Digits,
    /// `a` to `d`: one of the first four options.
    Letters,
    /// Any letter, for typing.
    Typing,
}

impl Key {
    /// The place that a digit or letter names.
    fn place(self, key: KeyEvent) -> Option<usize> {
        let KeyCode::Char(c) = key.code else {
            return None;
        };
        let (first, last) = match self {
            Self::Digits => ('1', '9'),
            Self::Letters => ('a', 'd'),
            _ => return None,
        };
        let c = c.to_ascii_lowercase();
        (first..=last)
            .contains(&c)
            .then(|| usize::try_from(u32::from(c) - u32::from(first)).unwrap_or(0))
    }

    fn matches(self, key: KeyEvent) -> bool {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        match (self, key.code) {
            (Self::Ctrl(wanted), KeyCode::Char(c)) => ctrl && c.eq_ignore_ascii_case(&wanted),
            (Self::Code(code), pressed) => code == pressed,
            (_, KeyCode::Char(_)) if ctrl || alt => false,
            (Self::Char(wanted), KeyCode::Char(c)) => c.to_ascii_lowercase() == wanted,
            (Self::Digits | Self::Letters, KeyCode::Char(_)) => self.place(key).is_some(),
            (Self::Typing, KeyCode::Char(_)) => true,
            _ => false,
        }
    }

    /// The key as it is written on the screen, in ASCII if need be.
    pub fn label(self, signs: bool) -> String {
        match self {
            Self::Char(c) => c.to_string(),
            Self::Ctrl(c) => format!("Ctrl-{}", c.to_ascii_uppercase()),
            Self::Digits => "1-9".to_owned(),
            Self::Letters => "a-d".to_owned(),
            Self::Typing => "letters".to_owned(),
            Self::Code(code) => match code {
                KeyCode::Up if signs => "↑".to_owned(),
                KeyCode::Down if signs => "↓".to_owned(),
                KeyCode::Char(' ') => "Space".to_owned(),
                KeyCode::PageUp => "PgUp".to_owned(),
                KeyCode::PageDown => "PgDn".to_owned(),
                KeyCode::BackTab => "Shift-Tab".to_owned(),
                KeyCode::F(n) => format!("F{n}"),
                code => format!("{code:?}"),
            },
        }
    }
}

/// What a binding does; a place comes from the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Does {
    /// This action.
    Act(Action),
    /// Chooses the option that the key names.
    Choose,
    /// Types the letter.
    Type,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// The states in which it holds.
    pub states: &'static [State],
    /// The keys; the first one is shown on the screen.
    pub keys: &'static [Key],
    /// What they do.
    pub does: Does,
    /// What they do, in words.
    pub words: &'static str,
}

use Key::{Char, Code, Ctrl};
use State::{Choice, Entry, Feedback, Help, Leave, Pause, Several, Summary};

const SPACE: Key = Code(KeyCode::Char(' '));
const ENTER: Key = Code(KeyCode::Enter);
const ESC: Key = Code(KeyCode::Esc);
const UP: Key = Code(KeyCode::Up);
const DOWN: Key = Code(KeyCode::Down);

const fn game(input: Input) -> Does {
    Does::Act(Action::Game(input))
}

/// All keys in all states.
pub const TABLE: &[Binding] = &[
    Binding {
        states: &[Choice],
        keys: &[Key::Digits, Key::Letters],
        does: Does::Choose,
        words: "answer",
    },
    Binding {
        states: &[Several],
        keys: &[Key::Digits, Key::Letters],
        does: Does::Choose,
        words: "mark",
    },
    Binding {
        states: &[Choice, Several],
        keys: &[UP, Char('k'), Code(KeyCode::BackTab)],
        does: game(Input::Up),
        words: "highlight the option above",
    },
    Binding {
        states: &[Choice, Several],
        keys: &[DOWN, Char('j'), Code(KeyCode::Tab)],
        does: game(Input::Down),
        words: "highlight the option below",
    },
    Binding {
        states: &[Several],
        keys: &[SPACE],
        does: game(Input::Mark),
        words: "mark the highlighted option",
    },
    Binding {
        states: &[Choice],
        keys: &[ENTER],
        does: game(Input::Confirm),
        words: "answer with the highlighted option",
    },
    Binding {
        states: &[Several],
        keys: &[ENTER],
        does: game(Input::Confirm),
        words: "answer with the marked options",
    },
    Binding {
        states: &[Entry],
        keys: &[Key::Typing],
        does: Does::Type,
        words: "type the answer",
    },
    Binding {
        states: &[Entry],
        keys: &[ENTER],
        does: game(Input::Confirm),
        words: "answer",
    },
    Binding {
        states: &[Entry],
        keys: &[Code(KeyCode::Backspace), Ctrl('h')],
        does: game(Input::Erase),
        words: "erase a letter",
    },
    Binding {
        states: &[Entry],
        keys: &[Ctrl('w')],
        does: game(Input::EraseWord),
        words: "erase a word",
    },
    Binding {
        states: &[Entry],
        keys: &[Ctrl('u')],
        does: game(Input::EraseAll),
        words: "erase everything",
    },
    Binding {
        states: &[Feedback],
        keys: &[SPACE, ENTER],
        does: game(Input::Confirm),
        words: "go on",
    },
    Binding {
        states: &[Feedback],
        keys: &[Char('y')],
        does: game(Input::Overrule),
        words: "I was right",
    },
    Binding {
        states: &[Choice],
        keys: &[Char('f')],
        does: game(Input::FiftyFifty),
        words: "fifty-fifty",
    },
    Binding {
        states: &[Choice, Several],
        keys: &[Char('h')],
        does: game(Input::Hint),
        words: "hint",
    },
    Binding {
        states: &[Choice, Several],
        keys: &[Char('s')],
        does: game(Input::Skip),
        words: "skip",
    },
    Binding {
        states: &[Entry],
        keys: &[Ctrl('t')],
        does: game(Input::Hint),
        words: "hint",
    },
    Binding {
        states: &[Entry],
        keys: &[Ctrl('s')],
        does: game(Input::Skip),
        words: "skip",
    },
    Binding {
        states: &[Choice, Several, Feedback],
        keys: &[Char('!')],
        does: game(Input::Report),
        words: "report",
    },
    Binding {
        states: &[Entry],
        keys: &[Ctrl('r')],
        does: game(Input::Report),
        words: "report",
    },
    Binding {
        states: &[Choice, Several, Feedback],
        keys: &[Char('p')],
        does: game(Input::Pause),
        words: "pause",
    },
    Binding {
        states: &[Entry],
        keys: &[Ctrl('p')],
        does: game(Input::Pause),
        words: "pause",
    },
    Binding {
        states: &[Choice, Several, Feedback],
        keys: &[Char('?'), Code(KeyCode::F(1))],
        does: game(Input::Help),
        words: "help",
    },
    Binding {
        states: &[Entry],
        keys: &[Code(KeyCode::F(1)), Ctrl('g')],
        does: game(Input::Help),
        words: "help",
    },
    Binding {
        states: &[Choice, Several, Feedback, Pause, Help],
        keys: &[Char('q')],
        does: game(Input::Leave),
        words: "leave",
    },
    Binding {
        states: &[Choice, Several, Entry, Feedback],
        keys: &[ESC],
        does: game(Input::Leave),
        words: "leave",
    },
    Binding {
        states: &[Pause],
        keys: &[SPACE, ENTER, Char('p'), ESC],
        does: game(Input::Stay),
        words: "go on",
    },
    Binding {
        states: &[Help],
        keys: &[SPACE, ENTER, Char('?'), Code(KeyCode::F(1)), ESC],
        does: game(Input::Stay),
        words: "back to the game",
    },
    Binding {
        states: &[Leave],
        keys: &[Char('y')],
        does: game(Input::Yes),
        words: "leave",
    },
    Binding {
        states: &[Leave],
        keys: &[Char('n'), SPACE, ENTER, ESC],
        does: game(Input::Stay),
        words: "stay",
    },
    Binding {
        states: &[Summary],
        keys: &[Char('m')],
        does: Does::Act(Action::Again),
        words: "play the missed ones again",
    },
    Binding {
        states: &[Summary],
        keys: &[ENTER, Char('q'), SPACE, ESC],
        does: Does::Act(Action::Done),
        words: "done",
    },
    Binding {
        states: &[Feedback, Help, Summary],
        keys: &[UP, Char('k')],
        does: Does::Act(Action::Scroll(-1)),
        words: "read what is above",
    },
    Binding {
        states: &[Feedback, Help, Summary],
        keys: &[DOWN, Char('j')],
        does: Does::Act(Action::Scroll(1)),
        words: "read what is below",
    },
    Binding {
        states: &[Entry],
        keys: &[UP],
        does: Does::Act(Action::Scroll(-1)),
        words: "read what is above",
    },
    Binding {
        states: &[Entry],
        keys: &[DOWN],
        does: Does::Act(Action::Scroll(1)),
        words: "read what is below",
    },
    Binding {
        states: &[Choice, Several, Entry, Feedback, Help, Summary],
        keys: &[Code(KeyCode::PageUp)],
        does: Does::Act(Action::Page(-1)),
        words: "a screen up",
    },
    Binding {
        states: &[Choice, Several, Entry, Feedback, Help, Summary],
        keys: &[Code(KeyCode::PageDown)],
        does: Does::Act(Action::Page(1)),
        words: "a screen down",
    },
    Binding {
        states: &State::ALL,
        keys: &[Ctrl('c')],
        does: Does::Act(Action::Interrupt),
        words: "break off",
    },
];

/// What a key does in a state.
pub fn action(state: State, key: KeyEvent) -> Option<Action> {
    let (binding, pressed) = TABLE
        .iter()
        .filter(|binding| binding.states.contains(&state))
        .find_map(|binding| {
            let pressed = binding.keys.iter().find(|k| k.matches(key))?;
            Some((binding, *pressed))
        })?;
    match (binding.does, key.code) {
        (Does::Act(action), _) => Some(action),
        (Does::Choose, _) => pressed.place(key).map(|n| Action::Game(Input::Choose(n))),
        (Does::Type, KeyCode::Char(c)) => Some(Action::Game(Input::Type(c))),
        (Does::Type, _) => None,
    }
}

/// The key that is shown for an action in a state.
pub fn shown(state: State, wanted: Action) -> Option<Key> {
    TABLE
        .iter()
        .find(|binding| binding.states.contains(&state) && binding.does == Does::Act(wanted))
        .and_then(|binding| binding.keys.first().copied())
}

/// The table of the documentation, one row a state.
pub fn documentation() -> String {
    let mut out = String::from("| state | keys |\n|---|---|\n");
    for state in State::ALL {
        let rows: Vec<String> = TABLE
            .iter()
            .filter(|binding| binding.states.contains(&state))
            .map(|binding| {
                let keys: Vec<String> = binding
                    .keys
                    .iter()
                    .map(|key| format!("`{}`", key.label(true)))
                    .collect();
                format!("{} {}", keys.join(" "), binding.words)
            })
            .collect();
        out.extend(["| ", state.name(), " | ", &rows.join("; "), " |\n"]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn press(c: char) -> KeyEvent {
        KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)
    }

    /// Every single key that a binding stands for.
    fn single(key: Key) -> Vec<String> {
        match key {
            Key::Digits => ('1'..='9').map(|c| c.to_string()).collect(),
            Key::Letters => ('a'..='d').map(|c| c.to_string()).collect(),
            Key::Typing => (' '..='~').map(|c| c.to_string()).collect(),
            Code(KeyCode::Char(c)) => vec![c.to_string()],
            key => vec![key.label(false)],
        }
    }

    #[test]
    fn no_key_has_two_meanings_in_one_state() {
        for state in State::ALL {
            let mut meanings: BTreeMap<String, &str> = BTreeMap::new();
            for binding in TABLE.iter().filter(|b| b.states.contains(&state)) {
                for key in binding.keys.iter().flat_map(|&key| single(key)) {
                    if let Some(other) = meanings.insert(key.clone(), binding.words) {
                        panic!("{key} in {state:?}: {other} and {}", binding.words);
                    }
                }
            }
        }
    }

    #[test]
    fn the_documentation_shows_the_table_as_it_is() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/terminal/keys.md");
        if std::env::var_os("UPDATE_KEYS").is_some() {
            std::fs::write(file, documentation()).unwrap();
        }
        assert_eq!(std::fs::read_to_string(file).unwrap(), documentation());
    }

    #[test]
    fn digits_and_letters_name_options() {
        for (c, place) in [('1', 0), ('9', 8), ('a', 0), ('D', 3)] {
            assert_eq!(
                action(Choice, press(c)),
                Some(Action::Game(Input::Choose(place))),
                "{c}"
            );
        }
        assert_eq!(action(Choice, press('0')), None);
        assert_eq!(action(Choice, press('e')), None);
    }

    #[test]
    fn while_typing_every_letter_is_a_letter_and_commands_are_chords() {
        for c in ['f', 'h', 's', '!', 'p', '?', 'q', '1', ' '] {
            assert_eq!(
                action(Entry, press(c)),
                Some(Action::Game(Input::Type(c))),
                "{c}"
            );
        }
        let ctrl_s = KeyEvent::new(KeyCode::Char('s'), KeyModifiers::CONTROL);
        assert_eq!(action(Entry, ctrl_s), Some(Action::Game(Input::Skip)));
        let alt_s = KeyEvent::new(KeyCode::Char('s'), KeyModifiers::ALT);
        assert_eq!(action(Entry, alt_s), None);
    }

    #[test]
    fn ctrl_c_breaks_off_in_every_state() {
        let key = KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL);
        for state in State::ALL {
            assert_eq!(action(state, key), Some(Action::Interrupt), "{state:?}");
        }
    }
}
