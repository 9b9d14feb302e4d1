//! `quizwright check`

use super::report::Hinted;
use super::{Ending, Outcome, open, output, problems};
use crate::bank::{self, Problem};
use crate::exchange;
use crate::item::flaw::Severity;
use crate::library::{self, StoreError};

/// Arguments of `quizwright check`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Paths or names of banks; - is standard input
    #[arg(value_name = "BANK", required = true)]
    banks: Vec<String>,
    /// How to print what is found
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Mend what is safe to mend: spaces, quotation marks, options that are
    /// there twice
    #[arg(long)]
    fix: bool,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Format {
    /// Each problem with its line and a caret
    Text,
    /// One JSON object
    Json,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Outcome {
    let mut found: Vec<(String, Problem)> = Vec::new();
    for name in &arguments.banks {
        if arguments.fix {
            fix(name)?;
        }
        let source = open::source(name)?;
        let problems = problems_of(&source);
        found.extend(problems.into_iter().map(|p| (source.label.clone(), p)));
    }
    let count = |severity| found.iter().filter(|(_, p)| p.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    match arguments.format {
        Format::Text => {
            for (label, problem) in &found {
                output::data(&format!("{}\n\n", problems::text(label, problem)))?;
            }
            let summary = match (errors, warnings) {
                (0, 0) => "no problems".to_owned(),
                _ => format!(
                    "{}, {}",
                    number(errors, "error"),
                    number(warnings, "warning")
                ),
            };
            let banks = number(arguments.banks.len(), "bank");
            output::note(&format!("{banks} checked: {summary}\n"));
        }
        Format::Json => {
            // One by one: as values they would take many times their words.
            output::data(&format!(
                "{{\n  \"errors\": {errors},\n  \"warnings\": {warnings},\n  \"problems\": ["
            ))?;
            for (n, (label, problem)) in found.iter().enumerate() {
                let comma = if n > 0 { "," } else { "" };
                output::data(&format!("{comma}\n    {}", problems::json(label, problem)))?;
            }
            output::data("\n  ]\n}\n")?;
        }
    }
    Ok(if errors > 0 {
        Ending::FoundErrors
    } else {
        Ending::Done
    })
}

/// Mends the bank of a name in its file, and says what was mended.
fn fix(name: &str) -> anyhow::Result<()> {
    let source = open::source(name)?;
    let open::Origin::File(path) = &source.origin else {
        return Err(Hinted {
            message: format!("{name} is no file and cannot be mended"),
            hint: "leave out --fix".to_owned(),
        }
        .into());
    };
    let mended = library::update::<_, StoreError>(path, |old| {
        let fixed = old.and_then(|bytes| bank::fix(&bytes));
        Ok(match fixed {
            Some(fixed) => (Some(fixed.text.into_bytes()), fixed.mended),
            None => (None, Vec::new()),
        })
    })?;
    for (what, times) in mended {
        output::note(&format!("{name}: mended {what} ({times})\n"));
    }
    Ok(())
}

/// The problems of a bank in any format that can be read.
fn problems_of(source: &open::Source) -> Vec<Problem> {
    match open::other_format(source) {
        Some(import) => exchange::problems(&import, &source.bytes),
        None => bank::check(&source.bytes),
    }
}

/// A number with its noun.
pub(super) fn number(n: usize, noun: &str) -> String {
    let s = if n == 1 { "" } else { "s" };
    format!("{n} {noun}{s}")
}
