//! `quizwright daily`

use super::game::{Questions, sit};
use super::memory::{Memory, daily_card, today};
use super::report::Hinted;
use super::resume::go_on;
use super::{Ending, Outcome, output};
use crate::history::About;
use crate::play::{Elapsed, Session, daily};
use crate::schedule::Day;

/// Arguments of `quizwright daily`.
#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct Arguments {
    /// The bank: a file or a name; the one built in if there is none
    #[arg(value_name = "BANK")]
    pub(super) bank: Option<String>,
    /// Practise the questions of another day; it does not count
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(super) date: Option<Day>,
    /// Print only the card of today, or of yesterday
    #[arg(long)]
    pub(super) card: bool,
    /// The card in letters and signs that every font has
    #[arg(long)]
    pub(super) ascii: bool,
    /// Lines of text instead of a full screen
    #[arg(long)]
    pub(super) plain: bool,
}

fn date(text: &str) -> Result<Day, String> {
    Day::parse(text).ok_or_else(|| "a date is written 2026-11-23".to_owned())
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Outcome {
    let banks: Vec<String> = arguments.bank.iter().cloned().collect();
    let questions = Questions::of(&banks)?;
    let today = today();
    let about = questions.about();
    let mut memory = Memory::default();
    if arguments.card {
        return card(&mut memory, &about, today, arguments.ascii);
    }
    let date = arguments.date.unwrap_or(today);
    let begun = memory.ask(|history| history.daily(today, &about.fingerprint));
    let begun = begun.flatten();
    if let (None, Some(begun)) = (arguments.date, &begun) {
        let open = memory.ask(|history| history.interrupted_daily(begun));
        if let Some(interrupted) = open.flatten() {
            return go_on(interrupted, &mut memory, arguments.plain);
        }
    }
    // One run a day counts; what is played again or of another day is practice.
    let counts = date == today && begun.is_none();
    let what = if counts { "" } else { ", practice" };
    let round = daily(&questions.items, &date.to_string());
    if round.is_empty() {
        let message = "the bank has no question".to_owned();
        let hint = "add one: quizwright add".to_owned();
        return Err(Hinted { message, hint }.into());
    }
    let about = About {
        title: questions.title.clone(),
        daily: counts.then_some(date),
        unranked: true,
        ..about
    };
    output::note(&format!("The daily challenge of {date}{what}.\n"));
    let session = Session::start(round, Elapsed::ZERO);
    sit(session, about, None, &mut memory, arguments.plain)
}

/// Prints the newest card of today and yesterday.
fn card(memory: &mut Memory, about: &About, today: Day, ascii: bool) -> Outcome {
    for date in [today, today.before()] {
        let card = memory.ask(|history| daily_card(history, &about.fingerprint, date, ascii));
        if let Some(card) = card.flatten() {
            output::data(&(card + "\n"))?;
            return Ok(Ending::Done);
        }
    }
    memory.report();
    Err(Hinted {
        message: "there is no card of today or yesterday".to_owned(),
        hint: "`quizwright daily` plays today's challenge".to_owned(),
    }
    .into())
}
