//! `quizwright completions`

use clap_complete::Shell;

use super::{Ending, Outcome, output};

/// Arguments of `quizwright completions`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The shell to complete commands in
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Outcome {
    let mut script = Vec::new();
    let mut command = super::command();
    clap_complete::generate(arguments.shell, &mut command, "quizwright", &mut script);
    output::data(&String::from_utf8_lossy(&script))?;
    Ok(Ending::Done)
}
