//! `quizwright import`

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::check::number;
use super::progress::Progress;
use super::report::Hinted;
use super::{Ending, Outcome, data, open, output};
use crate::bank::Bank;
use crate::exchange::{self, Format, Import, Options};
use crate::item::Item;
use crate::library::{self, Name, StoreError};
use crate::text::safe;

/// Arguments of `quizwright import`.
#[derive(Debug, clap::Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(super) struct Arguments {
    /// Files with questions; - is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<String>,
    /// Write the bank there instead of into the library; - is standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<String>,
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    #[arg(help = format!("The format of the files, guessed if left out: {}", exchange::names()))]
    from: Option<Chosen>,
    /// The name of the bank in the library; the file's name if left out
    #[arg(long, conflicts_with = "output")]
    name: Option<String>,
    /// The title of the bank
    #[arg(long)]
    title: Option<String>,
    /// The licence of the questions, such as CC-BY-SA-4.0
    #[arg(long)]
    license: Option<String>,
    /// Who is to be named
    #[arg(long)]
    attribution: Option<String>,
    /// The category of questions that have none
    #[arg(long)]
    category: Option<String>,
    /// Make typed questions of terms and definitions
    #[arg(long)]
    typed: bool,
    /// Only show what would come in
    #[arg(long)]
    dry_run: bool,
    /// Replace a bank of that name in the library
    #[arg(long)]
    replace: bool,
    /// Show every notice, not only the first ones
    #[arg(long)]
    all: bool,
}

/// A format chosen on the command line.
#[derive(Clone, Copy)]
pub(super) struct Chosen(pub(super) &'static dyn Format);

impl std::fmt::Debug for Chosen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.name())
    }
}

/// The format of a name.
pub(super) fn format(name: &str) -> Result<Chosen, String> {
    exchange::named(name)
        .map(Chosen)
        .ok_or_else(|| format!("the formats are {}", exchange::names()))
}

/// So many notices are shown.
const SHOWN: usize = 12;
/// So many questions are shown by a dry run.
const PREVIEW: usize = 3;

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Outcome {
    let mut bank: Option<Bank> = None;
    let mut merged = 0;
    for file in &arguments.files {
        let import = read(file, arguments.from.map(|chosen| chosen.0), arguments.typed)?;
        tell(file, &import, arguments.all);
        bank = Some(match bank {
            None => import.bank,
            Some(bank) => {
                let (bank, twice) = joined(bank, import.bank);
                merged += twice;
                bank
            }
        });
    }
    let mut bank = bank.unwrap_or_else(|| Bank::new("Questions"));
    if merged > 0 {
        output::note(&format!(
            "{} in several files merged\n",
            number(merged, "question")
        ));
    }
    dress(&mut bank, arguments)?;
    if bank.items.is_empty() {
        return Err(Hinted {
            message: "there is no question in it that can be played".to_owned(),
            hint: format!(
                "if the format was guessed wrongly, name it with --from: {}",
                exchange::names()
            ),
        }
        .into());
    }
    if arguments.dry_run {
        output::data(&preview(&bank))?;
        return Ok(Ending::Done);
    }
    match arguments.output.as_deref() {
        Some("-") => output::data(&bank.to_json())?,
        Some(path) => write(Path::new(path), &bank, true)?,
        None => install(arguments, &bank)?,
    }
    Ok(Ending::Done)
}

/// Reads one file.
///
/// # Errors
/// When it cannot be read or understood.
pub(super) fn read(file: &str, from: Option<&'static dyn Format>, typed: bool) -> Result<Import> {
    let (label, bytes) = open::bytes(file)?;
    let path = Path::new(file);
    let part = |part: Option<&std::ffi::OsStr>| {
        part.map(|p| p.to_string_lossy().into_owned())
            .filter(|_| file != "-")
            .unwrap_or_default()
    };
    let options = Options {
        name: part(path.file_stem()),
        ending: part(path.extension()),
        typed,
        ..Options::default()
    };
    let _bar = Progress::of(&safe::shown(&label), &bytes, &options.line);
    exchange::import(&bytes, from, &options).map_err(|refusal| {
        let place = format!("{label}:{}:{}", refusal.line, refusal.column);
        Hinted {
            message: format!("{place}: {refusal}"),
            hint: refusal.hint,
        }
        .into()
    })
}

/// Says what came in and what did not.
pub(super) fn tell(file: &str, import: &Import, all: bool) {
    let file = safe::shown(file);
    let most = if all { usize::MAX } else { SHOWN };
    let mut words = String::new();
    for notice in import.notices.iter().take(most) {
        let _ = writeln!(words, "{file}:{notice}");
    }
    let more = import.notices.len().saturating_sub(most);
    if more + import.untold > 0 {
        let hint = if more > 0 { "; --all shows more" } else { "" };
        let more = more + import.untold;
        let _ = writeln!(words, "{more} more notices{hint}");
    }
    let came = import.bank.items.len();
    let _ = write!(
        words,
        "{file}: {}, {came} came in",
        number(import.questions, "question")
    );
    let left_out = import.questions.saturating_sub(came + import.merged);
    for (n, what) in [(import.merged, "merged"), (left_out, "left out")] {
        if n > 0 {
            let _ = write!(words, ", {n} {what}");
        }
    }
    output::note(&format!("{words} ({})\n", import.format));
}

/// Two banks as one; what both have is there once.
fn joined(mut bank: Bank, other: Bank) -> (Bank, usize) {
    let ids: std::collections::BTreeSet<_> = bank.items.iter().map(Item::id).collect();
    let before = other.items.len();
    let fresh: Vec<_> = other
        .items
        .into_iter()
        .filter(|item| !ids.contains(&item.id()))
        .collect();
    let twice = before - fresh.len();
    bank.items.extend(fresh);
    for (mine, theirs) in [
        (&mut bank.license, other.license),
        (&mut bank.attribution, other.attribution),
    ] {
        match (&mut *mine, theirs) {
            (Some(mine), Some(theirs)) if !mine.contains(&theirs) => {
                mine.push_str("; ");
                mine.push_str(&theirs);
            }
            (None, theirs) => *mine = theirs,
            _ => {}
        }
    }
    (bank, twice)
}

/// Puts on the bank what the command line says of it.
fn dress(bank: &mut Bank, arguments: &Arguments) -> Result<()> {
    if let Some(title) = &arguments.title {
        bank.title.clone_from(title);
    }
    if arguments.license.is_some() {
        bank.license.clone_from(&arguments.license);
    }
    if arguments.attribution.is_some() {
        bank.attribution.clone_from(&arguments.attribution);
    }
    if let Some(category) = &arguments.category {
        for item in &mut bank.items {
            if item.category().is_none() {
                let mut draft = item.draft();
                draft.category = Some(category.clone());
                *item = Item::new(draft)?;
            }
        }
    }
    Ok(())
}

fn preview(bank: &Bank) -> String {
    let mut out = format!("{}\n", super::banks::describe(bank));
    for item in bank.items.iter().take(PREVIEW) {
        let _ = write!(out, "\n{}\n", safe::shown(item.stem()));
        let _ = writeln!(out, "  right: {}", safe::shown(&item.key_text()));
        for option in item.distractors() {
            let _ = writeln!(out, "  wrong: {}", safe::shown(option));
        }
    }
    out
}

fn install(arguments: &Arguments, bank: &Bank) -> Result<()> {
    let name = if let Some(name) = &arguments.name {
        Name::new(name)?
    } else {
        let file = arguments.files.first().map_or("", String::as_str);
        let stem = Path::new(file).file_stem().unwrap_or_default();
        let made = Name::made_of(&stem.to_string_lossy()).or_else(|| Name::made_of(&bank.title));
        made.ok_or_else(|| Hinted {
            message: "no name for the bank can be made of the file's name".to_owned(),
            hint: "give one with --name".to_owned(),
        })?
    };
    let path = data::library()?.path(&name);
    write(&path, bank, arguments.replace).map_err(|error| {
        match error.downcast_ref::<Exists>() {
            Some(_) => Hinted {
                message: format!("there is a bank called {name} in the library"),
                hint: "replace it with --replace, or give another name with --name".to_owned(),
            }
            .into(),
            None => error,
        }
    })?;
    output::note(&format!("installed as {name}: `quizwright play {name}`\n"));
    Ok(())
}

/// There is a file already.
#[derive(Debug, thiserror::Error)]
#[error("{} is there already", .0.display())]
struct Exists(PathBuf);

#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Exists(#[from] Exists),
}

/// Writes a bank to a file.
fn write(path: &Path, bank: &Bank, replace: bool) -> Result<()> {
    let may = || {
        if replace {
            Ok(())
        } else {
            Err(Refused::Exists(Exists(path.to_owned())))
        }
    };
    let written = library::rewrite(path, may, |out| bank.write_json(out));
    match written {
        Ok(()) => Ok(()),
        Err(Refused::Store(error)) => Err(error.into()),
        Err(Refused::Exists(error)) => Err(error.into()),
    }
}
