//! `quizwright banks`

use std::collections::BTreeMap;
use std::fmt::Write as _;

use clap::Subcommand;
use unicode_width::UnicodeWidthStr;

use super::check::number;
use super::report::Hinted;
use super::{Ending, Outcome, browse, data, import, open, output};
use crate::bank::Bank;
use crate::history::History;
use crate::item::{Difficulty, Interaction, Item};
use crate::library::Name;
use crate::terminal::Environment;
use crate::terminal::prompt::{self, Answer};
use crate::text::safe;

/// Arguments of `quizwright banks`.
#[derive(Debug, Default, clap::Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// The banks that are built in and installed
    List,
    /// What is in a bank
    Info {
        /// Path or name of a bank
        bank: String,
    },
    /// Read the questions of a bank with their answers
    Browse {
        /// Path or name of a bank
        bank: String,
        /// All of them, in lines of text
        #[arg(long)]
        plain: bool,
    },
    /// Put a bank into the library: a file in any format that import reads
    Install(Box<import::Arguments>),
    /// The questions that were reported and are hidden
    Reported {
        /// Shows a question again: its id, or all
        #[arg(long, value_name = "ID")]
        take_back: Option<String>,
    },
    /// Delete a bank from the library
    Remove {
        /// Its name
        name: String,
        /// Do not ask
        #[arg(long)]
        yes: bool,
    },
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Outcome {
    match &arguments.command {
        None | Some(Command::List) => list(),
        Some(Command::Info { bank }) => info(bank),
        Some(Command::Browse { bank, plain }) => browse::run(bank, *plain),
        Some(Command::Install(arguments)) => import::run(arguments),
        Some(Command::Reported { take_back }) => reported(take_back.as_deref()),
        Some(Command::Remove { name, yes }) => remove(name, *yes),
    }
}

/// One line a bank: its name, what is in it, where it is from.
fn list() -> Outcome {
    let library = data::library()?;
    let installed = library.names()?;
    let mut rows: Vec<[String; 2]> = Vec::new();
    for name in open::built_in().filter(|name| !installed.iter().any(|i| i.as_str() == *name)) {
        rows.push(row(name, "built in"));
    }
    for name in installed.iter().map(Name::as_str) {
        rows.push(row(name, "installed"));
    }
    let width = rows.iter().map(|[name, _]| name.width()).max().unwrap_or(0);
    for [name, words] in rows {
        let space = " ".repeat(width - name.width());
        output::data(&format!("{name}{space}  {words}\n"))?;
    }
    Ok(Ending::Done)
}

fn row(name: &str, origin: &str) -> [String; 2] {
    let words = match open::open(name) {
        Ok(opened) => format!("{}; {origin}", describe(&opened.bank)),
        Err(_) => format!("cannot be read: see `quizwright check {name}`"),
    };
    [safe::shown(name).into_owned(), words]
}

/// A bank in one line.
pub(super) fn describe(bank: &Bank) -> String {
    let mut parts = vec![bank.title.clone(), number(bank.items.len(), "question")];
    match categories(bank).len() {
        0 => {}
        1 => parts.push("1 category".to_owned()),
        n => parts.push(format!("{n} categories")),
    }
    parts.extend(bank.license.clone());
    safe::shown(&parts.join(", ")).into_owned()
}

fn categories(bank: &Bank) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for category in bank.items.iter().filter_map(Item::category) {
        *counts.entry(category).or_default() += 1;
    }
    counts
}

/// Everything there is to say about a bank.
fn info(name: &str) -> Outcome {
    let opened = open::open(name)?;
    let bank = &opened.bank;
    let mut out = String::new();
    let mut line = |name: &str, value: &str| {
        let _ = writeln!(out, "{name:<12} {}", safe::shown(value));
    };
    line("Title", &bank.title);
    match &opened.origin {
        open::Origin::File(path) => line("File", &path.display().to_string()),
        open::Origin::BuiltIn => line("File", "none: it is built in"),
        open::Origin::Input => {}
    }
    for (name, value) in [
        ("Language", &bank.language),
        ("Licence", &bank.license),
        ("Attribution", &bank.attribution),
    ] {
        line(name, value.as_deref().unwrap_or("not said"));
    }
    line("Questions", &bank.items.len().to_string());
    let of_kind = |test: fn(Interaction<'_>) -> bool| {
        bank.items
            .iter()
            .filter(|item| test(item.interaction()))
            .count()
    };
    for (name, count) in [
        (
            "choice",
            of_kind(|i| matches!(i, Interaction::Choice { .. })),
        ),
        (
            "true/false",
            of_kind(|i| matches!(i, Interaction::TrueFalse { .. })),
        ),
        ("typed", of_kind(|i| matches!(i, Interaction::Entry { .. }))),
        (
            "several",
            of_kind(|i| matches!(i, Interaction::Several { .. })),
        ),
    ] {
        if count > 0 {
            line(&format!("  {name}"), &count.to_string());
        }
    }
    line("Difficulty", "");
    for level in Difficulty::ALL.map(Some).into_iter().chain([None]) {
        let count = bank
            .items
            .iter()
            .filter(|item| item.difficulty() == level)
            .count();
        if count > 0 {
            let name = level.map_or("not said", Difficulty::as_str);
            line(&format!("  {name}"), &count.to_string());
        }
    }
    let categories = categories(bank);
    line(
        "Categories",
        if categories.is_empty() { "none" } else { "" },
    );
    for (category, count) in categories {
        line(&format!("  {count:>6}"), category);
    }
    output::data(&out)?;
    Ok(Ending::Done)
}

/// Lists the reported questions, or takes reports back.
fn reported(take_back: Option<&str>) -> Outcome {
    let Some(mut history) = History::open_existing(&data::folder()?)? else {
        output::note("No question is reported.\n");
        return Ok(Ending::Done);
    };
    let reported = history.reported()?;
    let Some(wanted) = take_back else {
        for report in &reported {
            let bank = report.bank.as_deref().unwrap_or("a file");
            let words = format!(
                "{}  {}  {bank}: {} ({})",
                report.id, report.day, report.stem, report.key
            );
            output::data(&format!("{}\n", safe::shown(&words)))?;
        }
        if reported.is_empty() {
            output::note("No question is reported.\n");
        }
        return Ok(Ending::Done);
    };
    let mut taken = 0;
    for report in &reported {
        if (wanted == "all" || report.id.to_string() == wanted) && history.take_back(report.id)? {
            taken += 1;
        }
    }
    if taken == 0 && wanted != "all" {
        return Err(Hinted {
            message: format!("no question {wanted} is reported"),
            hint: "`quizwright banks reported` lists them with their ids".to_owned(),
        }
        .into());
    }
    output::note(&format!("{} shown again\n", number(taken, "question")));
    Ok(Ending::Done)
}

/// Deletes a bank from the library.
fn remove(name: &str, yes: bool) -> Outcome {
    let library = data::library()?;
    let valid = Name::new(name)?;
    if !library.has(&valid) {
        return Err(not_there(name));
    }
    if !yes {
        if !prompt::is_possible() {
            return Err(Hinted {
                message: format!("{name} was not deleted: there is no terminal to ask on"),
                hint: "say --yes".to_owned(),
            }
            .into());
        }
        let words = ["Keep it", "Delete it"].map(str::to_owned);
        let title = format!("Delete {name} with all its questions?");
        match prompt::select(&Environment::here(false), &title, &words, 0)? {
            Answer::Given(1) => {}
            Answer::Interrupted => return Ok(Ending::Interrupted),
            _ => return Ok(Ending::Done),
        }
    }
    library.remove(&valid)?;
    output::note(&format!("{name} is deleted\n"));
    Ok(Ending::Done)
}

fn not_there(name: &str) -> anyhow::Error {
    let built_in = open::built_in().any(|built_in| built_in == name);
    let (message, hint) = if built_in {
        (format!("{name} is built in and stays"), "nothing to do")
    } else {
        let message = format!("there is no bank called {name:?} in the library");
        (message, "`quizwright banks` lists the banks there are")
    };
    let hint = hint.to_owned();
    Hinted { message, hint }.into()
}
