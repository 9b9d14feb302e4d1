//! `quizwright man`

use std::fs;
use std::io;
use std::path::PathBuf;

use anyhow::Context;
use clap::Command;
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

/// What stands round the program, at the end of the first page.
const AROUND: &str = r".SH EXIT STATUS
.TP
0
All done.
.TP
1
Something failed, or flaws were found in a bank.
.TP
2
The command line makes no sense.
.TP
130
Broken off with Ctrl\-C.
.SH ENVIRONMENT
.TP
QUIZWRIGHT_DATA
The folder for history and banks.
.TP
NO_COLOR
If it is set, no colours are used.
.TP
QUIZWRIGHT_PLAIN
If it is set, the game is played line by line.
.TP
TERM
With \fIdumb\fR the game is played line by line.
.SH FILES
.TP
$XDG_DATA_HOME/quizwright/history.sqlite3
Every answer given. \fBquizwright history forget\fR removes it.
.TP
$XDG_DATA_HOME/quizwright/banks
The banks that can be named without a path.
";

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Outcome {
    let mut command = super::command().disable_help_subcommand(true);
    command.build();
    let Some(folder) = &arguments.folder else {
        output::data(&page(&command)?.1)?;
        return Ok(Ending::Done);
    };
    let cannot = || format!("cannot write the pages into {}", folder.display());
    fs::create_dir_all(folder).with_context(cannot)?;
    let mut commands = vec![&command];
    while let Some(command) = commands.pop() {
        let (name, page) = page(command)?;
        fs::write(folder.join(name), page).with_context(cannot)?;
        commands.extend(command.get_subcommands());
    }
    output::note(&format!("written to {}\n", folder.display()));
    Ok(Ending::Done)
}

/// The name of a command's page, and the page: as clap has it, with the examples
/// as they stand instead of a paragraph.
fn page(command: &Command) -> io::Result<(String, String)> {
    let examples = command.get_after_help().map(ToString::to_string);
    let man = Man::new(command.clone().after_help(None))
        .source(concat!("Quizwright ", env!("CARGO_PKG_VERSION")))
        .manual("Quizwright");
    let mut page = Vec::new();
    man.render(&mut page)?;
    let mut page = String::from_utf8_lossy(&page).into_owned();
    if let Some(examples) = examples {
        page.push_str(".SH EXAMPLES\n.nf\n");
        // Every line is indented; one that begins with a dot would be a request.
        for line in examples.lines().skip(1) {
            let line = line.replace('\\', "\\(rs").replace('-', "\\-");
            page.push_str(&line);
            page.push('\n');
        }
        page.push_str(".fi\n");
    }
    if command.get_name() == "quizwright" {
        page.push_str(AROUND);
    }
    Ok((man.get_filename(), page))
}
