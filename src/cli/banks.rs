//! `quizwright banks`

use std::collections::BTreeSet;

use unicode_width::UnicodeWidthStr;

use super::{Ending, Outcome, data, open, output};
use crate::bank::Bank;
use crate::item::Item;
use crate::library::Name;
use crate::text::safe;

/// Arguments of `quizwright banks`.
#[derive(Debug, Default, clap::Args)]
pub(super) struct Arguments {}

/// Runs the command.
pub(super) fn run(_arguments: &Arguments) -> Outcome {
    list()
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
    let categories: BTreeSet<_> = bank.items.iter().filter_map(Item::category).collect();
    let mut parts = vec![
        bank.title.clone(),
        super::check::number(bank.items.len(), "question"),
    ];
    match categories.len() {
        0 => {}
        1 => parts.push("1 category".to_owned()),
        n => parts.push(format!("{n} categories")),
    }
    parts.extend(bank.license.clone());
    safe::shown(&parts.join(", ")).into_owned()
}
