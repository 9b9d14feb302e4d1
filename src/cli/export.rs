//! `quizwright export`

use std::path::Path;

use super::check::number;
use super::import::{Chosen, format};
use super::{Ending, Outcome, open, output};
use crate::exchange;
use crate::library::{self, StoreError};

/// Arguments of `quizwright export`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Path or name of a bank
    bank: String,
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    #[arg(help = format!("The format to write: {}", exchange::names()))]
    to: Chosen,
    /// Write there instead of to standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<String>,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Outcome {
    let opened = open::open(&arguments.bank)?;
    let export = exchange::export(&opened.bank, arguments.to.0);
    let (all, carried) = (opened.bank.items.len(), export.carried.items.len());
    match arguments.output.as_deref() {
        None | Some("-") => output::data(&export.text)?,
        Some(path) => {
            let may = || Ok::<_, StoreError>(());
            let text = export.text.as_bytes();
            library::rewrite(Path::new(path), may, |out| out.write_all(text))?;
        }
    }
    let title = arguments.to.0.title();
    output::note(&format!(
        "{carried} of {} written ({title})\n",
        number(all, "question")
    ));
    for loss in &export.losses {
        let words = match loss.questions {
            0 => format!("not carried: {}\n", loss.what),
            n => format!("not carried: {} ({})\n", loss.what, number(n, "question")),
        };
        output::note(&words);
    }
    Ok(Ending::Done)
}
