//! `quizwright challenge`

use super::Outcome;
use super::game::Game;
use crate::play::{Elapsed, Mode, Rules};

/// Arguments of `quizwright challenge`.
#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct Arguments {
    #[arg(value_name = "MODE|BANK", help = what())]
    pub(super) what: Vec<String>,
    /// The time on the clock: 60s, 2m
    #[arg(long, value_name = "TIME", value_parser = duration)]
    pub(super) time: Option<Elapsed>,
    /// Right answers in a row earn more and more
    #[arg(long)]
    pub(super) streak: bool,
    /// Play the round of this seed again
    #[arg(long, value_name = "NUMBER")]
    pub(super) seed: Option<u64>,
    /// How many questions [default: ten in a countdown, else all there are]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub(super) count: Option<u16>,
    /// The name under which the result is kept
    #[arg(long, value_name = "NAME")]
    pub(super) name: Option<String>,
    /// Lines of text instead of a full screen
    #[arg(long)]
    pub(super) plain: bool,
}

/// What the words behind the command are.
fn what() -> String {
    let words: Vec<&str> = Mode::CHALLENGES.iter().map(|mode| mode.as_str()).collect();
    let words = words.join(", ");
    format!(
        "The mode ({words}; countdown if none is named), then the banks to play: files or names"
    )
}

/// The longest time on a clock.
const LONGEST: u64 = 3600;

/// Reads `60s`, `2m` or `90`.
fn duration(text: &str) -> Result<Elapsed, String> {
    let (digits, unit) = match text.strip_suffix('m') {
        Some(digits) => (digits, 60),
        None => (text.strip_suffix('s').unwrap_or(text), 1),
    };
    let seconds: Option<u64> = digits.trim().parse().ok();
    seconds
        .and_then(|n: u64| n.checked_mul(unit))
        .filter(|seconds| (1..=LONGEST).contains(seconds))
        .map(Elapsed::from_secs)
        .ok_or_else(|| "a time is written 60s or 2m, and is an hour at most".to_owned())
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Outcome {
    let named = arguments
        .what
        .first()
        .and_then(|word| Mode::parse(word))
        .filter(|mode| Mode::CHALLENGES.contains(mode));
    let banks = arguments.what.iter().skip(usize::from(named.is_some()));
    let banks: Vec<String> = banks.cloned().collect();
    let mode = named.unwrap_or(Mode::Countdown);
    let rules = Rules {
        mode,
        count: arguments.count.map(usize::from),
        time: arguments.time,
        streak: arguments.streak,
        ..Rules::default()
    };
    let mut command = vec!["challenge".to_owned(), mode.as_str().to_owned()];
    command.extend(banks.iter().cloned());
    let mut flag = |name: &str, value: String| command.extend([name.to_owned(), value]);
    if let Some(time) = arguments.time {
        flag("--time", format!("{}s", time.ceil_secs()));
    }
    if let Some(count) = arguments.count {
        flag("--count", count.to_string());
    }
    if arguments.streak {
        command.push("--streak".to_owned());
    }
    Game {
        banks,
        rules,
        seed: arguments.seed,
        plain: arguments.plain,
        name: arguments.name.clone(),
        command,
    }
    .play()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_in_seconds_or_minutes() {
        for (text, seconds) in [
            ("60s", Some(60)),
            ("2m", Some(120)),
            ("90", Some(90)),
            ("0s", None),
            ("", None),
            ("2h", None),
            ("-1s", None),
            ("61m", None),
            ("99999999999999999999s", None),
        ] {
            assert_eq!(
                duration(text).ok(),
                seconds.map(Elapsed::from_secs),
                "{text}"
            );
        }
    }
}
