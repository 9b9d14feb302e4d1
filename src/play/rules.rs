//! What is played, and by which rules.

use serde::{Deserialize, Serialize};

use super::Elapsed;
use crate::item::Difficulty;

/// The most players on one keyboard.
pub const MAX_PLAYERS: usize = 8;

/// The kinds of game.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// No clock: think as long as you like.
    #[default]
    Session,
    /// One clock for everything; a wrong answer costs five seconds.
    Blitz,
    /// Ten questions, each with its own clock; the faster, the more points.
    Countdown,
    /// A short clock that right answers fill and wrong ones drain.
    Stacker,
    /// A clock a question; the first wrong or late answer ends it.
    SuddenDeath,
}

impl Mode {
    /// The timed challenges.
    pub const CHALLENGES: [Self; 4] = [
        Self::Blitz,
        Self::Countdown,
        Self::Stacker,
        Self::SuddenDeath,
    ];

    /// The word on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Blitz => "blitz",
            Self::Countdown => "countdown",
            Self::Stacker => "stacker",
            Self::SuddenDeath => "sudden-death",
        }
    }

    /// The name on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Session => "Session",
            Self::Blitz => "Blitz",
            Self::Countdown => "Countdown",
            Self::Stacker => "Stacker",
            Self::SuddenDeath => "Sudden death",
        }
    }

    /// The time on the clock unless the player says otherwise.
    pub const fn usual_time(self) -> Option<Elapsed> {
        match self {
            Self::Session => None,
            Self::Blitz => Some(Elapsed::from_secs(60)),
            Self::Countdown => Some(Elapsed::from_secs(20)),
            Self::Stacker | Self::SuddenDeath => Some(Elapsed::from_secs(15)),
        }
    }

    /// Whether one clock runs through the whole run.
    pub const fn has_run_clock(self) -> bool {
        matches!(self, Self::Blitz | Self::Stacker)
    }

    /// Whether every question has its own clock.
    pub const fn has_question_clock(self) -> bool {
        matches!(self, Self::Countdown | Self::SuddenDeath)
    }

    /// Whether the result is points; otherwise it is the number of right answers.
    pub const fn counts_points(self) -> bool {
        matches!(self, Self::Session | Self::Countdown)
    }

    /// Whether it plays until the bag is empty instead of a number of questions.
    pub const fn plays_the_whole_bag(self) -> bool {
        matches!(self, Self::Blitz | Self::Stacker | Self::SuddenDeath)
    }

    /// What a right answer adds to the run's clock.
    pub(super) const fn gain(self) -> Elapsed {
        match self {
            Self::Stacker => Elapsed::from_secs(3),
            _ => Elapsed::ZERO,
        }
    }

    /// What a wrong answer takes from the run's clock.
    pub(super) const fn penalty(self) -> Elapsed {
        match self {
            Self::Blitz => Elapsed::from_secs(5),
            Self::Stacker => Elapsed::from_secs(6),
            _ => Elapsed::ZERO,
        }
    }
}

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
