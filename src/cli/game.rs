//! What every command that plays has in common.

use super::report::Hinted;
use super::{Ending, Outcome, open, output};
use crate::bank::Bank;
use crate::item::Item;
use crate::play::{Rules, deal};
use crate::terminal::{self, Environment, Setting, Way, seed};

/// A game to be played.
#[derive(Clone, Debug)]
pub(super) struct Game {
    /// The banks; none is the one built in.
    pub(super) banks: Vec<String>,
    /// The rules.
    pub(super) rules: Rules,
    /// The seed, if one was asked for.
    pub(super) seed: Option<u64>,
    /// Whether lines were asked for instead of a screen.
    pub(super) plain: bool,
    /// The command that plays it, without the seed.
    pub(super) command: Vec<String>,
}

impl Game {
    /// Plays it.
    pub(super) fn play(&self) -> Outcome {
        let (title, items) = self.questions()?;
        let seed = match self.seed {
            Some(seed) => seed,
            None => seed::fresh()?,
        };
        let round = deal(&items, &self.rules, seed);
        if round.is_empty() {
            return Err(nothing_left(&items).into());
        }
        let setting = Setting {
            title,
            replay: self.replay(seed),
        };
        let environment = Environment::here(self.plain);
        let way = terminal::play(round, &setting, &environment, &mut |_, _| {})?;
        if way == Way::Interrupted {
            output::note(&format!(
                "Broken off. Play the same again: {}\n",
                setting.replay
            ));
            return Ok(Ending::Interrupted);
        }
        Ok(Ending::Done)
    }

    /// The questions of all banks, and what they are about.
    fn questions(&self) -> anyhow::Result<(String, Vec<Item>)> {
        let banks: Vec<Bank> = open::banks(&self.banks)?
            .into_iter()
            .map(|opened| opened.bank)
            .collect();
        let titles: Vec<&str> = banks.iter().map(|bank| bank.title.as_str()).collect();
        let title = titles.join(" + ");
        Ok((
            title,
            banks.into_iter().flat_map(|bank| bank.items).collect(),
        ))
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
