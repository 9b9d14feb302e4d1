//! `quizwright banks browse`

use super::{Ending, Outcome, edit, form, open, output};
use crate::terminal::Environment;
use crate::terminal::prompt::{self, Answer};

/// Shows the questions that the user picks, or all where there is nobody to ask.
pub(super) fn run(name: &str, plain: bool) -> Outcome {
    let bank = open::open(name)?.bank;
    let environment = Environment::here(plain);
    if environment.plain || !prompt::is_possible() {
        for item in &bank.items {
            output::data(&format!("{}\n{}", item.id(), form::preview(item)))?;
        }
        return Ok(Ending::Done);
    }
    loop {
        match edit::choose(&bank, environment, "Search (Esc leaves):")? {
            Answer::Given(chosen) => {
                if let Some(item) = bank.items.get(chosen) {
                    output::note(&form::preview(item));
                }
            }
            Answer::Cancelled => return Ok(Ending::Done),
            Answer::Interrupted => return Ok(Ending::Interrupted),
        }
        let more = ["Search again", "That is all"].map(str::to_owned);
        match prompt::select(&environment, "And now?", &more, 0)? {
            Answer::Given(0) => {}
            Answer::Interrupted => return Ok(Ending::Interrupted),
            _ => return Ok(Ending::Done),
        }
    }
}
