//! What is played, and by which rules.

use serde::{Deserialize, Serialize};

use super::{Elapsed, Mode};
use crate::item::Difficulty;

/// The most players on one keyboard.
pub const MAX_PLAYERS: usize = 8;

/// What is played, and by which rules.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// The kind of game.
    pub mode: Mode,
    /// How many questions; `None` is ten, or all if there are fewer. Asking
    /// for more than there are fills the bag again when it is empty. Where the
    /// whole bag is played `None` is all of it, and a number takes so many out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<usize>,
    /// The time on the clock; `None` is the mode's usual time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Elapsed>,
    /// Whether right answers in a row earn more and more.
    #[serde(default)]
    pub streak: bool,
    /// Whether answers are typed where that makes sense.
    #[serde(default)]
    pub typed: bool,
    /// Only these categories; empty is all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<String>,
    /// Only these difficulties; empty is all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub difficulties: Vec<Difficulty>,
    /// The names of the players if there are several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub players: Vec<String>,
}

impl Rules {
    /// The questions of a session unless the player says otherwise.
    pub const USUAL_COUNT: usize = 10;

    /// The usual rules of a mode.
    pub fn of(mode: Mode) -> Self {
        Self {
            mode,
            ..Self::default()
        }
    }

    /// The time on the clock, if there is one.
    pub fn clock(&self) -> Option<Elapsed> {
        let usual = self.mode.usual_time()?;
        Some(self.time.unwrap_or(usual))
    }

    /// Everything that makes results comparable, in words; the mode apart.
    pub fn setting(&self) -> String {
        let mut parts = Vec::new();
        if let Some(time) = self.clock() {
            parts.push(format!("{} s", time.ceil_secs()));
        }
        let usual = (!self.mode.plays_the_whole_bag()).then_some(Self::USUAL_COUNT);
        if let Some(count) = self.count.or(usual) {
            parts.push(format!("{count} questions"));
        }
        for (is, word) in [(self.streak, "streak"), (self.typed, "typed")] {
            parts.extend(is.then(|| word.to_owned()));
        }
        parts.extend(self.categories.iter().cloned());
        parts.extend(self.difficulties.iter().map(|d| d.as_str().to_owned()));
        parts.join(", ")
    }

    /// How many people play.
    pub fn seats(&self) -> usize {
        self.players.len().max(1)
    }
}
