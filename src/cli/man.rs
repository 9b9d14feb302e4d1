//! `quizwright man`

use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use clap_mangen::Man;

use super::{Ending, Outcome, output};

/// Arguments of `quizwright man`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Write a page for every command into this folder; only the first page, to
    /// standard output, if it is left out
    #[arg(value_name = "FOLDER")]
    folder: Option<PathBuf>,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Outcome {
    let command = super::command();
    let Some(folder) = &arguments.folder else {
        let mut page = Vec::new();
        Man::new(command).render(&mut page)?;
        output::data(&String::from_utf8_lossy(&page))?;
        return Ok(Ending::Done);
    };
    fs::create_dir_all(folder)
        .and_then(|()| clap_mangen::generate_to(command, folder))
        .with_context(|| format!("cannot write the pages into {}", folder.display()))?;
    output::note(&format!("written to {}\n", folder.display()));
    Ok(Ending::Done)
}
