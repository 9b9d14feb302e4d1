//! `quizwright` alone: the home menu.

use super::memory::{Memory, today};
use super::{
    Ending, Outcome, add, banks, challenge, daily, data, open, output, play, report, resume,
    review, stats,
};
use crate::item::Difficulty;
use crate::play::Mode;
use crate::terminal::Environment;
use crate::terminal::prompt::{self, Answer};

/// Shows the menu and does what is chosen, until the user leaves. Without a
/// terminal to show it on: the help.
pub(super) fn run() -> Outcome {
    if !prompt::is_possible() {
        output::data(&super::command().render_help().to_string())?;
        return Ok(Ending::Done);
    }
    let mut menu = Menu {
        plain: Environment::here(false).plain,
    };
    let mut at = 0;
    loop {
        let entries = menu.entries();
        let words: Vec<String> = entries.iter().map(|(words, _)| words.clone()).collect();
        let chosen = match menu.select("Quizwright", &words, at)? {
            Answer::Given(chosen) => chosen,
            Answer::Cancelled => return Ok(Ending::Done),
            Answer::Interrupted => return Ok(Ending::Interrupted),
        };
        let Some((_, entry)) = entries.get(chosen) else {
            continue;
        };
        // Afterwards there may be more or fewer entries.
        at = if *entry == Entry::Plain { chosen } else { 0 };
        if *entry == Entry::Leave {
            return Ok(Ending::Done);
        }
        // What goes wrong is said, and the menu comes back.
        match menu.choose(*entry) {
            Ok(Ending::Interrupted) => return Ok(Ending::Interrupted),
            Ok(_) => {}
            Err(error) => {
                report::failure(&error);
            }
        }
        output::note("\n");
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    Resume,
    Play,
    Choose,
    Challenge,
    Daily,
    Review,
    Add,
    Banks,
    Statistics,
    Plain,
    Leave,
}

/// What the menu remembers while it is open.
#[derive(Debug)]
struct Menu {
    plain: bool,
}

impl Menu {
    fn entries(&self) -> Vec<(String, Entry)> {
        let plain = if self.plain { "on" } else { "off" };
        let mut memory = Memory::default();
        let resume = memory.interrupted().map(|interrupted| {
            let title = interrupted.about.title;
            let words = format!("Resume: {title}");
            (words, Entry::Resume)
        });
        let due = memory.ask(|history| history.due_count(today()));
        let due = match due.unwrap_or(0) {
            0 => "nothing is due".to_owned(),
            due => format!("{due} due"),
        };
        let mut entries: Vec<_> = resume.into_iter().collect();
        entries.extend([
            ("Play ten questions".to_owned(), Entry::Play),
            ("Choose what to play".to_owned(), Entry::Choose),
            ("Challenge against the clock".to_owned(), Entry::Challenge),
            ("Daily challenge".to_owned(), Entry::Daily),
            (format!("Review: {due}"), Entry::Review),
            ("Add a question".to_owned(), Entry::Add),
            ("Banks".to_owned(), Entry::Banks),
            ("Statistics".to_owned(), Entry::Statistics),
            (format!("Plain mode is {plain}"), Entry::Plain),
            ("Leave".to_owned(), Entry::Leave),
        ]);
        entries
    }

    fn select(&self, title: &str, words: &[String], at: usize) -> std::io::Result<Answer<usize>> {
        prompt::select(&Environment::here(self.plain), title, words, at)
    }

    fn choose(&mut self, entry: Entry) -> Outcome {
        match entry {
            Entry::Resume => resume::run(resume::Arguments { plain: self.plain }),
            Entry::Daily => daily::run(&daily::Arguments {
                plain: self.plain,
                ..daily::Arguments::default()
            }),
            Entry::Review => review::run(&review::Arguments::usual(self.plain)),
            Entry::Statistics => stats::run(stats::Arguments {
                plain: self.plain,
                ..stats::Arguments::default()
            }),
            Entry::Play => play::run(&play::Arguments {
                plain: self.plain,
                ..play::Arguments::default()
            }),
            Entry::Choose => self.choose_session(),
            Entry::Challenge => self.choose_challenge(),
            Entry::Add => add::run(&add::Arguments::default()),
            Entry::Banks => {
                let ending = banks::run(&banks::Arguments::default())?;
                output::note(
                    "To make one from an article: quizwright generate article.txt -o bank.json\n\
                     To play it: quizwright play bank.json\n",
                );
                Ok(ending)
            }
            Entry::Plain => {
                self.plain = !self.plain;
                Ok(Ending::Done)
            }
            Entry::Leave => Ok(Ending::Done),
        }
    }

    /// Lets the user choose a bank, built in, installed or in a file. Where
    /// there is only one and a file is not offered, it is that one.
    fn choose_bank(&self, or_file: bool) -> anyhow::Result<Answer<String>> {
        const FILE: &str = "A file";
        let mut banks: Vec<String> = open::built_in().map(str::to_owned).collect();
        for name in data::library()?.names()? {
            if !banks.iter().any(|there| there == name.as_str()) {
                banks.push(name.to_string());
            }
        }
        let mut words = banks.clone();
        words.extend(or_file.then(|| FILE.to_owned()));
        if let [only] = words.as_slice() {
            return Ok(Answer::Given(only.clone()));
        }
        Ok(match self.select("Which bank?", &words, 0)? {
            Answer::Given(chosen) => match banks.get(chosen) {
                Some(bank) => Answer::Given(bank.clone()),
                None => prompt::text(&Environment::here(self.plain), "Path of the file", "", &[])?,
            },
            Answer::Cancelled => Answer::Cancelled,
            Answer::Interrupted => Answer::Interrupted,
        })
    }

    /// Bank, category, difficulty and count, one prompt each.
    fn choose_session(&self) -> Outcome {
        let bank = match self.choose_bank(true)? {
            Answer::Given(bank) if bank.trim().is_empty() => return Ok(Ending::Done),
            Answer::Given(bank) => bank.trim().to_owned(),
            Answer::Cancelled => return Ok(Ending::Done),
            Answer::Interrupted => return Ok(Ending::Interrupted),
        };
        let opened = open::open(&bank)?.bank;
        let mut arguments = play::Arguments {
            banks: vec![bank],
            plain: self.plain,
            ..play::Arguments::default()
        };
        let mut categories: Vec<&str> = opened.items.iter().filter_map(|i| i.category()).collect();
        categories.sort_unstable();
        categories.dedup();
        if categories.len() > 1 {
            let mut words = vec!["All".to_owned()];
            words.extend(categories.iter().map(|&name| name.to_owned()));
            let chosen = match self.select("Category", &words, 0)? {
                Answer::Given(chosen) => chosen,
                Answer::Cancelled => return Ok(Ending::Done),
                Answer::Interrupted => return Ok(Ending::Interrupted),
            };
            let name = chosen.checked_sub(1).and_then(|n| categories.get(n));
            arguments.category = name.map(|&name| name.to_owned()).into_iter().collect();
        }
        if opened.items.iter().any(|item| item.difficulty().is_some()) {
            let mut words = vec!["All".to_owned()];
            words.extend(Difficulty::ALL.map(|d| d.as_str().to_owned()));
            let chosen = match self.select("Difficulty", &words, 0)? {
                Answer::Given(chosen) => chosen,
                Answer::Cancelled => return Ok(Ending::Done),
                Answer::Interrupted => return Ok(Ending::Interrupted),
            };
            let level = chosen.checked_sub(1).and_then(|n| Difficulty::ALL.get(n));
            arguments.difficulty = level.copied().into_iter().collect();
        }
        let counts = [5, 10, 20, 50];
        let words = counts.map(|n| format!("{n} questions"));
        let chosen = match self.select("How many", &words, 1)? {
            Answer::Given(chosen) => chosen,
            Answer::Cancelled => return Ok(Ending::Done),
            Answer::Interrupted => return Ok(Ending::Interrupted),
        };
        // Asking for more than there are would repeat questions.
        let there = opened.items.iter().filter(|item| {
            let category = arguments.category.first().map(String::as_str);
            let difficulty = arguments.difficulty.first().copied();
            (category.is_none() || item.category() == category)
                && (difficulty.is_none() || item.difficulty() == difficulty)
        });
        let there = u16::try_from(there.count()).unwrap_or(u16::MAX);
        arguments.count = counts.get(chosen).map(|&n| n.min(there)).filter(|&n| n > 0);
        play::run(&arguments)
    }

    fn choose_challenge(&self) -> Outcome {
        let words: Vec<String> = Mode::CHALLENGES
            .iter()
            .map(|mode| mode.menu().to_owned())
            .collect();
        let chosen = match self.select("Challenge", &words, 0)? {
            Answer::Given(chosen) => chosen,
            Answer::Cancelled => return Ok(Ending::Done),
            Answer::Interrupted => return Ok(Ending::Interrupted),
        };
        let mode = Mode::CHALLENGES.get(chosen).copied().unwrap_or_default();
        let bank = match self.choose_bank(false)? {
            Answer::Given(bank) => bank,
            Answer::Cancelled => return Ok(Ending::Done),
            Answer::Interrupted => return Ok(Ending::Interrupted),
        };
        challenge::run(&challenge::Arguments {
            what: vec![mode.as_str().to_owned(), bank],
            plain: self.plain,
            ..challenge::Arguments::default()
        })
    }
}
