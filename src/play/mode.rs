//! The kinds of game, and what each is made of.

use serde::{Deserialize, Serialize};

use super::Elapsed;

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

/// What a mode is made of. Times are in seconds.
struct Make {
    word: &'static str,
    name: &'static str,
    menu: &'static str,
    rules: &'static str,
    clock: Clock,
    counts_points: bool,
    plays_the_whole_bag: bool,
    ends_with_a_miss: bool,
    gain: u64,
    penalty: u64,
}

/// What the clock of a mode is for, and its usual time.
enum Clock {
    None,
    Run(u64),
    Question(u64),
}

const SESSION: Make = Make {
    word: "session",
    name: "Session",
    menu: "Session: ten questions, no clock",
    rules: "A right answer is worth 1,000 points. There is no clock: think as long as you like.",
    clock: Clock::None,
    counts_points: true,
    plays_the_whole_bag: false,
    ends_with_a_miss: false,
    gain: 0,
    penalty: 0,
};

const BLITZ: Make = Make {
    word: "blitz",
    name: "Blitz",
    menu: "Blitz: one minute, as many as you can",
    rules: "One clock for everything: as many right answers as you can. A wrong one costs 5 seconds.",
    clock: Clock::Run(60),
    counts_points: false,
    plays_the_whole_bag: true,
    ends_with_a_miss: false,
    gain: 0,
    penalty: 5,
};

const COUNTDOWN: Make = Make {
    word: "countdown",
    name: "Countdown",
    menu: "Countdown: ten questions, 20 seconds each",
    rules: "Each question has its own clock. A right answer is worth 1,000 points at once and 500 at the last moment.",
    clock: Clock::Question(20),
    counts_points: true,
    plays_the_whole_bag: false,
    ends_with_a_miss: false,
    gain: 0,
    penalty: 0,
};

const STACKER: Make = Make {
    word: "stacker",
    name: "Stacker",
    menu: "Stacker: 15 seconds, right +3, wrong -6",
    rules: "A right answer adds 3 seconds, a wrong one takes 6. It ends when the clock stands at zero.",
    clock: Clock::Run(15),
    counts_points: false,
    plays_the_whole_bag: true,
    ends_with_a_miss: false,
    gain: 3,
    penalty: 6,
};

const SUDDEN_DEATH: Make = Make {
    word: "sudden-death",
    name: "Sudden death",
    menu: "Sudden death: the first miss ends it",
    rules: "The first wrong or late answer ends it.",
    clock: Clock::Question(15),
    counts_points: false,
    plays_the_whole_bag: true,
    ends_with_a_miss: true,
    gain: 0,
    penalty: 0,
};

impl Mode {
    /// The timed challenges, in the order of the menu.
    pub const CHALLENGES: &[Self] = &[
        Self::Blitz,
        Self::Countdown,
        Self::Stacker,
        Self::SuddenDeath,
    ];

    const fn make(self) -> &'static Make {
        match self {
            Self::Session => &SESSION,
            Self::Blitz => &BLITZ,
            Self::Countdown => &COUNTDOWN,
            Self::Stacker => &STACKER,
            Self::SuddenDeath => &SUDDEN_DEATH,
        }
    }

    /// The mode of a word on the command line.
    ///
    /// ```
    /// use quizwright::play::Mode;
    /// assert_eq!(Mode::parse("sudden-death"), Some(Mode::SuddenDeath));
    /// assert_eq!(Mode::parse("chess"), None);
    /// ```
    pub fn parse(word: &str) -> Option<Self> {
        let challenges = Self::CHALLENGES.iter().copied();
        let mut all = challenges.chain([Self::Session]);
        all.find(|mode| mode.as_str() == word)
    }

    /// The word on the command line.
    pub const fn as_str(self) -> &'static str {
        self.make().word
    }

    /// The name on the screen.
    pub const fn name(self) -> &'static str {
        self.make().name
    }

    /// What it is, in a line of the menu.
    pub const fn menu(self) -> &'static str {
        self.make().menu
    }

    /// Its rules in a sentence or two.
    pub const fn rules(self) -> &'static str {
        self.make().rules
    }

    /// The time on the clock unless the player says otherwise.
    pub const fn usual_time(self) -> Option<Elapsed> {
        match self.make().clock {
            Clock::None => None,
            Clock::Run(seconds) | Clock::Question(seconds) => Some(Elapsed::from_secs(seconds)),
        }
    }

    /// Whether one clock runs through the whole run.
    pub const fn has_run_clock(self) -> bool {
        matches!(self.make().clock, Clock::Run(_))
    }

    /// Whether every question has its own clock.
    pub const fn has_question_clock(self) -> bool {
        matches!(self.make().clock, Clock::Question(_))
    }

    /// Whether the result is points; otherwise it is the number of right answers.
    pub const fn counts_points(self) -> bool {
        self.make().counts_points
    }

    /// Whether it plays until the bag is empty instead of a number of questions.
    pub const fn plays_the_whole_bag(self) -> bool {
        self.make().plays_the_whole_bag
    }

    /// Whether the first wrong or late answer ends it.
    pub const fn ends_with_a_miss(self) -> bool {
        self.make().ends_with_a_miss
    }

    /// What a right answer adds to the run's clock.
    pub const fn gain(self) -> Elapsed {
        Elapsed::from_secs(self.make().gain)
    }

    /// What a wrong answer takes from the run's clock.
    pub const fn penalty(self) -> Elapsed {
        Elapsed::from_secs(self.make().penalty)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A stored sitting names its mode as the command line does.
    #[test]
    fn a_mode_is_stored_under_its_word() {
        for mode in [&[Mode::Session], Mode::CHALLENGES].concat() {
            let stored = serde_json::to_value(mode).unwrap();
            assert_eq!(stored, mode.as_str());
            assert_eq!(Mode::parse(mode.as_str()), Some(mode));
        }
    }

    #[test]
    fn every_challenge_has_a_clock_and_says_what_its_clock_does() {
        for mode in Mode::CHALLENGES {
            assert!(mode.usual_time().is_some(), "{mode:?}");
            assert!(mode.menu().starts_with(mode.name()), "{mode:?}");
            for seconds in [mode.gain(), mode.penalty()].map(Elapsed::ceil_secs) {
                let told = seconds == 0 || mode.rules().contains(&seconds.to_string());
                assert!(told, "{mode:?}: {seconds}");
                assert!(seconds == 0 || mode.has_run_clock(), "{mode:?}");
            }
        }
    }
}
