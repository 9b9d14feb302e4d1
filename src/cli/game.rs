//! What every command that plays has in common.

use std::collections::BTreeMap;

use super::memory::{Memory, Recorder};
use super::report::Hinted;
use super::{Ending, Outcome, open, output};
use crate::history::{About, Sitting};
use crate::item::{Item, ItemId};
use crate::play::{Elapsed, Rules, Session, deal, fingerprint};
use crate::terminal::{self, Environment, Setting, Way, seed};

/// A game to be played.
#[derive(Clone, Debug, Default)]
pub(super) struct Game {
    /// The banks; none is the one built in.
    pub(super) banks: Vec<String>,
    /// The rules.
    pub(super) rules: Rules,
    /// The seed, if one was asked for.
    pub(super) seed: Option<u64>,
    /// Whether lines were asked for instead of a screen.
    pub(super) plain: bool,
    /// The name under which the result is kept.
    pub(super) name: Option<String>,
    /// The command that plays it, without the seed.
    pub(super) command: Vec<String>,
}

impl Game {
    /// Plays it.
    pub(super) fn play(&self) -> Outcome {
        let questions = Questions::of(&self.banks)?;
        let seed = chosen_seed(self.seed)?;
        let mut memory = Memory::default();
        let mut round = deal(&questions.items, &self.rules, seed);
        // A seed that was asked for deals the same to everybody.
        if self.seed.is_none() {
            round = round.without(&memory.hidden());
        }
        if round.is_empty() {
            return Err(nothing_left(&questions.items).into());
        }
        let about = About {
            replay: self.replay(seed),
            name: self.name.clone(),
            ..questions.about()
        };
        let session = Session::start(round, Elapsed::ZERO);
        sit(session, about, None, &mut memory, self.plain)
    }

    /// The command that plays the same again.
    fn replay(&self, seed: u64) -> String {
        let words = ["quizwright".to_owned()]
            .into_iter()
            .chain(self.command.iter().map(|word| quoted(word)))
            .chain(["--seed".to_owned(), seed.to_string()]);
        words.collect::<Vec<_>>().join(" ")
    }
}

/// The seed that was asked for, or a fresh one.
pub(super) fn chosen_seed(wanted: Option<u64>) -> std::io::Result<u64> {
    wanted.map_or_else(seed::fresh, Ok)
}

/// The questions of all banks that were named.
#[derive(Clone, Debug)]
pub(super) struct Questions {
    /// What they are about.
    pub(super) title: String,
    /// The questions.
    pub(super) items: Vec<Item>,
    /// The names of their banks, as far as those have names.
    homes: BTreeMap<ItemId, String>,
}

impl Questions {
    /// Reads the banks; none is the one built in.
    pub(super) fn of(banks: &[String]) -> anyhow::Result<Self> {
        let mut titles = Vec::new();
        let mut items = Vec::new();
        let mut homes = BTreeMap::new();
        for opened in open::banks(banks)? {
            if let Some(name) = &opened.name {
                homes.extend(opened.bank.items.iter().map(|i| (i.id(), name.clone())));
            }
            titles.push(opened.bank.title);
            items.extend(opened.bank.items);
        }
        Ok(Self {
            title: titles.join(" + "),
            items,
            homes,
        })
    }

    /// What the history is to know about a game with them.
    pub(super) fn about(&self) -> About {
        About {
            title: self.title.clone(),
            fingerprint: fingerprint(&self.items),
            banks: self.homes.clone(),
            ..About::default()
        }
    }
}

/// Plays a session to its end, and remembers it.
pub(super) fn sit(
    session: Session,
    about: About,
    sitting: Option<Sitting>,
    memory: &mut Memory,
    plain: bool,
) -> Outcome {
    let shown = Setting {
        title: about.title.clone(),
        replay: about.replay.clone(),
        fingerprint: about.fingerprint.clone(),
    };
    let environment = Environment::here(plain);
    let ascii = environment.plain || !environment.theme.signs;
    let mut recorder = Recorder::new(memory, about, sitting, ascii);
    let mut sink = |session: &Session, events: &[_]| recorder.take(session, events);
    let way = terminal::play(session, &shown, &environment, &mut sink)?;
    let can_resume = recorder.can_resume();
    let (over, summed_up) = (recorder.is_over(), recorder.has_summed_up());
    memory.report();
    if way == Way::Interrupted {
        if !over {
            let mut words = "Broken off.".to_owned();
            if can_resume {
                words.push_str(" Resume: quizwright resume");
            }
            // The summary says it too.
            if !shown.replay.is_empty() && !summed_up {
                let replay = terminal::words::shown(&shown.replay);
                words.extend(["\nPlay the same again: ", &replay]);
            }
            output::note(&(words + "\n"));
        }
        return Ok(Ending::Interrupted);
    }
    if memory.interrupted().is_some() {
        output::note("A session waits: quizwright resume\n");
    }
    Ok(Ending::Done)
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./,=+:@%".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

/// The filters let nothing through, or there was nothing.
fn nothing_left(items: &[Item]) -> Hinted {
    let mut categories: Vec<&str> = items.iter().filter_map(Item::category).collect();
    categories.sort_unstable();
    categories.dedup();
    let hint = if items.is_empty() {
        "add one: quizwright add".to_owned()
    } else if categories.is_empty() {
        "the questions have no categories; leave --category out".to_owned()
    } else {
        format!("the categories are: {}", categories.join(", "))
    };
    Hinted {
        message: "no question fits".to_owned(),
        hint,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_quoted_where_a_shell_would_split_them() {
        for (word, shell) in [
            ("--count", "--count"),
            ("my bank.json", "'my bank.json'"),
            ("it's", r"'it'\''s'"),
            ("", "''"),
        ] {
            assert_eq!(quoted(word), shell);
        }
    }
}
