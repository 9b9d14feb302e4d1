//! `quizwright check`

use serde_json::json;

use super::{Ending, Outcome, open, output, problems};
use crate::bank::{self, Problem};
use crate::item::flaw::Severity;

/// Arguments of `quizwright check`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Paths or names of banks; - is standard input
    #[arg(value_name = "BANK", required = true)]
    banks: Vec<String>,
    /// How to print what is found
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
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
        let source = open::source(name)?;
        let problems = bank::check(&source.bytes);
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
            let problems: Vec<_> = found.iter().map(|(l, p)| problems::json(l, p)).collect();
            let report = json!({"errors": errors, "warnings": warnings, "problems": problems});
            output::data(&format!("{report:#}\n"))?;
        }
    }
    Ok(if errors > 0 {
        Ending::FoundErrors
    } else {
        Ending::Done
    })
}

/// A number with its noun.
pub(super) fn number(n: usize, noun: &str) -> String {
    let s = if n == 1 { "" } else { "s" };
    format!("{n} {noun}{s}")
}
