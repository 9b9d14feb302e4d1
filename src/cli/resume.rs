//! `quizwright resume`

use super::Outcome;
use super::game::sit;
use super::memory::Memory;
use super::report::Hinted;
use crate::history::Interrupted;
use crate::play::Elapsed;

/// Arguments of `quizwright resume`.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub(super) struct Arguments {
    /// Lines of text instead of a full screen
    #[arg(long)]
    pub(super) plain: bool,
}

/// Runs the command.
pub(super) fn run(arguments: Arguments) -> Outcome {
    let mut memory = Memory::default();
    let Some(interrupted) = memory.interrupted() else {
        memory.report();
        return Err(Hinted {
            message: "there is no session to go on with".to_owned(),
            hint: "`quizwright play` starts one".to_owned(),
        }
        .into());
    };
    go_on(interrupted, &mut memory, arguments.plain)
}

/// Takes an interrupted session up again.
pub(super) fn go_on(interrupted: Interrupted, memory: &mut Memory, plain: bool) -> Outcome {
    let Interrupted {
        mut session,
        about,
        sitting,
        ..
    } = interrupted;
    session.resume(Elapsed::ZERO);
    sit(session, about, Some(sitting), memory, plain)
}
