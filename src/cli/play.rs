//! `quizwright play`

use super::Outcome;
use super::game::Game;
use crate::item::Difficulty;
use crate::play::{MAX_PLAYERS, Rules};

/// Arguments of `quizwright play`.
#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct Arguments {
    /// Banks to play: files or names; the one built in if there is none
    #[arg(value_name = "BANK")]
    pub(super) banks: Vec<String>,
    /// How many questions [default: ten, or all if there are fewer]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub(super) count: Option<u16>,
    /// Only questions of this category; may be repeated
    #[arg(long, value_name = "NAME")]
    pub(super) category: Vec<String>,
    /// Only questions this hard: easy, medium, hard; may be repeated
    #[arg(long, value_name = "LEVEL", value_parser = difficulty, value_delimiter = ',')]
    pub(super) difficulty: Vec<Difficulty>,
    /// Play the round of this seed again
    #[arg(long, value_name = "NUMBER")]
    pub(super) seed: Option<u64>,
    /// Type the answers instead of choosing them
    #[arg(long)]
    pub(super) typed: bool,
    /// Right answers in a row earn more and more
    #[arg(long)]
    pub(super) streak: bool,
    /// Two to eight players in turn: Ann,Bob
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    pub(super) players: Vec<String>,
    /// Lines of text instead of a full screen
    #[arg(long)]
    pub(super) plain: bool,
}

fn difficulty(text: &str) -> Result<Difficulty, String> {
    Difficulty::ALL
        .into_iter()
        .find(|d| d.as_str().eq_ignore_ascii_case(text))
        .ok_or_else(|| "it is easy, medium or hard".to_owned())
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Outcome {
    let players = players(&arguments.players)?;
    let rules = Rules {
        count: arguments.count.map(usize::from),
        categories: arguments.category.clone(),
        difficulties: arguments.difficulty.clone(),
        typed: arguments.typed,
        streak: arguments.streak,
        players,
        ..Rules::default()
    };
    Game {
        banks: arguments.banks.clone(),
        rules,
        seed: arguments.seed,
        plain: arguments.plain,
        command: command(arguments),
        ..Game::default()
    }
    .play()
}

/// The names, trimmed; two to eight different ones, or nobody.
fn players(names: &[String]) -> anyhow::Result<Vec<String>> {
    let names: Vec<String> = names.iter().map(|name| name.trim().to_owned()).collect();
    let mut different = names.clone();
    different.sort_unstable();
    different.dedup();
    if names.is_empty() {
        return Ok(names);
    }
    if names.iter().any(String::is_empty) || different.len() != names.len() {
        return Err(super::usage(
            "--players needs different names: --players Ann,Bob",
        ));
    }
    if !(2..=MAX_PLAYERS).contains(&names.len()) {
        return Err(super::usage(
            "--players needs two to eight names: --players Ann,Bob",
        ));
    }
    Ok(names)
}

/// The command that plays this, without the seed.
fn command(arguments: &Arguments) -> Vec<String> {
    let mut words = vec!["play".to_owned()];
    words.extend(arguments.banks.iter().cloned());
    let mut flag = |name: &str, value: &str| words.extend([name.to_owned(), value.to_owned()]);
    if let Some(count) = arguments.count {
        flag("--count", &count.to_string());
    }
    for category in &arguments.category {
        flag("--category", category);
    }
    for difficulty in &arguments.difficulty {
        flag("--difficulty", difficulty.as_str());
    }
    if !arguments.players.is_empty() {
        flag("--players", &arguments.players.join(","));
    }
    if arguments.typed {
        words.push("--typed".to_owned());
    }
    if arguments.streak {
        words.push("--streak".to_owned());
    }
    words
}
