//! Floor 7: arguments, one file a subcommand, and the report of errors.

mod add;
mod banks;
mod browse;
mod challenge;
mod check;
mod completions;
mod daily;
mod data;
mod edit;
mod examples;
mod export;
mod facts;
mod form;
mod game;
mod generate;
mod history;
mod home;
mod import;
mod man;
mod memory;
mod open;
mod output;
mod play;
mod problems;
mod progress;
mod report;
mod resume;
mod review;
mod shelf;
mod stats;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

/// How a command ended, if it did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// All done: exit code 0.
    Done,
    /// The command worked and found errors in what it looked at: exit code 1.
    FoundErrors,
    /// The user broke it off: exit code 130.
    Interrupted,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        Self::from(match ending {
            Ending::Done => 0,
            Ending::FoundErrors => 1,
            Ending::Interrupted => 130,
        })
    }
}

/// What a command returns.
pub type Outcome = anyhow::Result<Ending>;

/// The command line is wrong in a way that clap does not see: exit code 2.
fn usage(message: &str) -> anyhow::Error {
    anyhow::Error::new(report::Usage(message.to_owned()))
}

/// Version and build: the commit, if it is known, and the machine it is for.
const VERSION: &str = concat!(
    env!("CARGO_PKG_VERSION"),
    " (",
    env!("QUIZWRIGHT_BUILD"),
    ")"
);

/// Turns an encyclopedia article into a trivia game you play in the terminal.
#[derive(Debug, Parser)]
#[command(name = "quizwright", bin_name = "quizwright", version = VERSION, about, max_term_width = 80)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Play a session
    Play(play::Arguments),
    /// Play against the clock
    Challenge(challenge::Arguments),
    /// Play today's ten questions, the same for everybody
    Daily(daily::Arguments),
    /// Practise what you missed and what is due
    Review(review::Arguments),
    /// Go on with the session that was broken off
    Resume(resume::Arguments),
    /// Show how you are doing
    Stats(stats::Arguments),
    /// Export, repair or forget what is remembered
    History(history::Arguments),
    /// Add a question of your own
    Add(Box<add::Arguments>),
    /// Change or delete a question
    Edit(edit::Arguments),
    /// Look for flaws in banks
    Check(check::Arguments),
    /// Make a bank from an article
    Generate(generate::Arguments),
    /// Show the facts found in an article
    Facts(facts::Arguments),
    /// Bring in questions from another format
    Import(Box<import::Arguments>),
    /// Write a bank in another format
    Export(export::Arguments),
    /// The banks there are
    Banks(banks::Arguments),
    /// Write a script that completes commands in a shell
    Completions(completions::Arguments),
    /// Write the manual pages
    Man(man::Arguments),
}

/// The command line as clap knows it, with examples.
fn command() -> clap::Command {
    examples::add(Arguments::command())
}

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    let parsed = command().try_get_matches();
    let arguments = match parsed.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Nowhere left to report a failure to print the help.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let outcome = match &arguments.command {
        None => home::run(),
        Some(Command::Play(arguments)) => play::run(arguments),
        Some(Command::Challenge(arguments)) => challenge::run(arguments),
        Some(Command::Daily(arguments)) => daily::run(arguments),
        Some(Command::Review(arguments)) => review::run(arguments),
        Some(Command::Resume(arguments)) => resume::run(*arguments),
        Some(Command::Stats(arguments)) => stats::run(*arguments),
        Some(Command::History(arguments)) => history::run(arguments),
        Some(Command::Add(arguments)) => add::run(arguments),
        Some(Command::Edit(arguments)) => edit::run(arguments),
        Some(Command::Check(arguments)) => check::run(arguments),
        Some(Command::Generate(arguments)) => generate::run(arguments),
        Some(Command::Facts(arguments)) => facts::run(arguments),
        Some(Command::Import(arguments)) => import::run(arguments),
        Some(Command::Export(arguments)) => export::run(arguments),
        Some(Command::Banks(arguments)) => banks::run(arguments),
        Some(Command::Completions(arguments)) => completions::run(arguments),
        Some(Command::Man(arguments)) => man::run(arguments),
    };
    match outcome {
        Ok(ending) => ending.into(),
        Err(error) => report::failure(&error),
    }
}
