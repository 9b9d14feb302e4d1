//! The form that asks for an item, and checks what is typed while it is typed.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;

use anyhow::Result;

use super::{output, problems};
use crate::bank::Bank;
use crate::item::flaw::{self, Flaw};
use crate::item::{Difficulty, Draft, Interaction, Item, KeyDraft, MAX_DISTRACTORS, Source};
use crate::terminal::prompt::{self, Answer};
use crate::terminal::wrap::wrap;
use crate::terminal::{Environment, environment, words};
use crate::text::normal::{same_option, stem_form};
use crate::text::safe;

/// What ends the form of a new item.
pub(super) const ADD: &str = "Add it";

/// Carries Esc and Ctrl-C up; hands on what was typed.
macro_rules! given {
    ($answer:expr) => {
        match $answer {
            Answer::Given(value) => value,
            Answer::Cancelled => return Ok(Answer::Cancelled),
            Answer::Interrupted => return Ok(Answer::Interrupted),
        }
    };
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// How it is answered.
    Kind,
    /// The question.
    Stem,
    /// The right answer, or all of them.
    Key,
    /// The wrong answers, or other spellings of a typed one.
    Others,
    /// The category.
    Category,
    /// The difficulty.
    Difficulty,
    /// The explanation.
    Explanation,
    /// The source.
    Source,
}

impl Field {
    /// All fields, in the order in which they are asked for.
    pub(super) const ALL: [Self; 8] = [
        Self::Kind,
        Self::Stem,
        Self::Key,
        Self::Others,
        Self::Category,
        Self::Difficulty,
        Self::Explanation,
        Self::Source,
    ];

    /// What the menu calls it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Stem => "question",
            Self::Key => "right answer",
            Self::Others => "other answers",
            Self::Category => "category",
            Self::Difficulty => "difficulty",
            Self::Explanation => "explanation",
            Self::Source => "source",
        }
    }
}

/// How an item is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Choice,
    Truth,
    Typed,
    Several,
}

/// An item that is being written.
pub(super) struct Form<'a> {
    environment: &'a Environment,
    bank: &'a Bank,
    kind: Kind,
    draft: Draft,
    /// The item that is being changed, to tell it from another one like it.
    original: Option<Item>,
}

impl<'a> Form<'a> {
    /// A form for a new item.
    pub(super) fn new(environment: &'a Environment, bank: &'a Bank) -> Self {
        Self {
            environment,
            bank,
            kind: Kind::Choice,
            draft: Draft::default(),
            original: None,
        }
    }

    /// A form with an item in it.
    pub(super) fn of(environment: &'a Environment, bank: &'a Bank, item: &Item) -> Self {
        Self {
            kind: match item.interaction() {
                Interaction::Choice { .. } => Kind::Choice,
                Interaction::TrueFalse { .. } => Kind::Truth,
                Interaction::Entry { .. } => Kind::Typed,
                Interaction::Several { .. } => Kind::Several,
            },
            draft: item.draft(),
            original: Some(item.clone()),
            ..Self::new(environment, bank)
        }
    }

    /// Asks for every field, shows the item, and lets the user change it until it
    /// is confirmed.
    pub(super) fn fill(&mut self) -> Result<Answer<Item>> {
        for field in Field::ALL {
            given!(self.ask(field)?);
        }
        self.confirm(ADD)
    }

    /// Shows the item and asks what to do.
    pub(super) fn confirm(&mut self, done: &str) -> Result<Answer<Item>> {
        loop {
            let faults = self.draft.faults();
            let item = Item::new(self.draft.clone());
            match &item {
                Ok(item) => {
                    output::note(&preview(item));
                    output::note(&flaws(&flaw::find(item)));
                }
                Err(_) => {
                    for fault in &faults {
                        output::note(&format!("not yet: {fault}\n  hint: {}\n", fault.hint()));
                    }
                }
            }
            let can_be_done = usize::from(item.is_ok());
            let words = [done, "Change something", "Throw it away"].map(str::to_owned);
            let words = words.get(1 - can_be_done..).unwrap_or_default();
            let chosen = given!(prompt::select(self.environment, "Is it right?", words, 0)?);
            match (chosen + 1 - can_be_done, item) {
                (0, Ok(item)) => return Ok(Answer::Given(item)),
                (1, _) => given!(self.change()?),
                _ => {
                    self.draft = Draft::default();
                    return Ok(Answer::Cancelled);
                }
            }
        }
    }

    /// Asks which field is to be changed, and for it.
    fn change(&mut self) -> Result<Answer<()>> {
        let words = Field::ALL.map(|field| format!("The {}", field.name()));
        match prompt::select(self.environment, "Change what?", &words, 1)? {
            Answer::Given(place) => match Field::ALL.get(place) {
                Some(field) => self.ask(*field),
                None => Ok(Answer::Given(())),
            },
            // Back to the question before.
            Answer::Cancelled => Ok(Answer::Given(())),
            Answer::Interrupted => Ok(Answer::Interrupted),
        }
    }

    /// What was typed into a form that was left, so that nothing is lost.
    pub(super) fn unfinished(&self) -> String {
        if self.draft.stem.is_empty() {
            return String::new();
        }
        let json = serde_json::to_string(&self.draft).unwrap_or_default();
        format!("not added; as far as it went, for `quizwright add -`:\n{json}\n")
    }

    /// Asks for one field.
    pub(super) fn ask(&mut self, field: Field) -> Result<Answer<()>> {
        match field {
            Field::Kind => self.ask_kind(),
            Field::Stem => self.ask_stem(),
            Field::Key => self.ask_key(),
            Field::Others => self.ask_others(),
            Field::Category => self.ask_category(),
            Field::Difficulty => self.ask_difficulty(),
            Field::Explanation => {
                let title = "Explanation, shown after the answer (may be empty)";
                let now = self.draft.explanation.clone().unwrap_or_default();
                let text = given!(self.line(title, &now)?);
                self.draft.explanation = Some(text).filter(|text| !text.is_empty());
                Ok(Answer::Given(()))
            }
            Field::Source => {
                let now = self
                    .draft
                    .source
                    .as_ref()
                    .map(|source| source.title.clone());
                let now = now.unwrap_or_default();
                let title = "Source: book, article or address (may be empty)";
                let text = given!(self.line(title, &now)?);
                // The section and the sentence belong to the title they came with.
                if text != now {
                    self.draft.source = Some(text).filter(|text| !text.is_empty()).map(source);
                }
                Ok(Answer::Given(()))
            }
        }
    }

    fn ask_kind(&mut self) -> Result<Answer<()>> {
        let kinds = [
            (Kind::Choice, "One right answer among wrong ones"),
            (Kind::Truth, "True or false"),
            (Kind::Typed, "The answer is typed"),
            (Kind::Several, "Several right answers"),
        ];
        let words = kinds.map(|(_, words)| words.to_owned());
        let at = kinds.iter().position(|(kind, _)| *kind == self.kind);
        let chosen = given!(prompt::select(
            self.environment,
            "What kind of question is it?",
            &words,
            at.unwrap_or(0)
        )?);
        let kind = kinds.get(chosen).map_or(Kind::Choice, |(kind, _)| *kind);
        if kind != self.kind {
            self.kind = kind;
            self.draft.key = None;
            self.draft.keys.clear();
            self.draft.accepted = (kind == Kind::Typed).then(Vec::new);
            if matches!(kind, Kind::Truth | Kind::Typed) {
                self.draft.distractors.clear();
            }
        }
        Ok(Answer::Given(()))
    }

    fn ask_stem(&mut self) -> Result<Answer<()>> {
        loop {
            let stem = given!(self.line("Question", &self.draft.stem)?);
            if stem.is_empty() {
                output::note("a question is needed; Ctrl-C leaves the form\n");
                continue;
            }
            let form = stem_form(&stem);
            let own = self.original.as_ref().map(Item::id);
            let like = self
                .bank
                .items
                .iter()
                .find(|item| stem_form(item.stem()) == form);
            if let Some(like) = like.filter(|item| Some(item.id()) != own) {
                let key = like.key_text();
                let key = safe::shown(&key);
                output::note(&format!(
                    "the bank asks this already; its answer there is {key}\n"
                ));
            }
            self.draft.stem = stem;
            return Ok(Answer::Given(()));
        }
    }

    fn ask_key(&mut self) -> Result<Answer<()>> {
        match self.kind {
            Kind::Truth => {
                let words = ["True", "False"].map(str::to_owned);
                let chosen = given!(prompt::select(
                    self.environment,
                    "Which is right?",
                    &words,
                    0
                )?);
                self.draft.key = Some(KeyDraft::Truth(chosen == 0));
            }
            Kind::Several => {
                let now = &self.draft.keys;
                self.draft.keys = given!(self.list("Right answer", 2, 8, &[], now)?);
            }
            Kind::Choice | Kind::Typed => loop {
                let now = match &self.draft.key {
                    Some(KeyDraft::Text(key)) => key.as_str(),
                    _ => "",
                };
                let key = given!(self.line("Right answer", now)?);
                if key.is_empty() {
                    output::note("a right answer is needed\n");
                    continue;
                }
                self.draft.key = Some(KeyDraft::Text(key));
                break;
            },
        }
        Ok(Answer::Given(()))
    }

    fn ask_others(&mut self) -> Result<Answer<()>> {
        let mut right = self.draft.keys.clone();
        if let Some(KeyDraft::Text(key)) = &self.draft.key {
            right.push(key.clone());
        }
        match self.kind {
            Kind::Truth => {}
            Kind::Typed => {
                let now = self.draft.accepted.as_deref().unwrap_or_default();
                let title = "Another accepted spelling";
                let spellings = given!(self.list(title, 0, 16, &right, now)?);
                self.draft.accepted = Some(spellings);
            }
            Kind::Choice | Kind::Several => {
                let now = &self.draft.distractors;
                let wrong = given!(self.list("Wrong answer", 1, MAX_DISTRACTORS, &right, now)?);
                self.draft.distractors = wrong;
            }
        }
        Ok(Answer::Given(()))
    }

    /// Asks for answers, those there are `now` first, until an empty one; each is
    /// unlike those before it.
    fn list(
        &self,
        title: &str,
        least: usize,
        most: usize,
        taken: &[String],
        now: &[String],
    ) -> Result<Answer<Vec<String>>> {
        let mut list: Vec<String> = Vec::new();
        let mut now = now.iter();
        while list.len() < most {
            let end = if list.len() < least {
                ""
            } else {
                ", or nothing to go on"
            };
            let title = format!("{title} {}{end}", list.len() + 1);
            let old = now.next();
            let text = given!(self.line(&title, old.map_or("", String::as_str))?);
            if text.is_empty() {
                // One that was there is taken out.
                if old.is_some() {
                    continue;
                }
                if list.len() >= least {
                    break;
                }
                output::note(&format!("at least {least} needed\n"));
            } else if taken
                .iter()
                .chain(&list)
                .any(|other| same_option(other, &text))
            {
                output::note("that answer stands there already\n");
            } else {
                list.push(text);
            }
        }
        Ok(Answer::Given(list))
    }

    fn ask_category(&mut self) -> Result<Answer<()>> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for category in self.bank.items.iter().filter_map(Item::category) {
            *counts.entry(category).or_default() += 1;
        }
        let known: Vec<String> = counts.keys().map(|c| safe::shown(c).into_owned()).collect();
        let now = self.draft.category.clone().unwrap_or_default();
        let title = "Category (may be empty)";
        let text = given!(prompt::text(self.environment, title, &now, &known)?);
        self.draft.category = Some(text).filter(|text| !text.is_empty());
        Ok(Answer::Given(()))
    }

    fn ask_difficulty(&mut self) -> Result<Answer<()>> {
        let mut words = vec!["not said".to_owned()];
        words.extend(Difficulty::ALL.map(|level| level.as_str().to_owned()));
        let at = self
            .draft
            .difficulty
            .and_then(|d| Difficulty::ALL.iter().position(|l| *l == d));
        let chosen = given!(prompt::select(
            self.environment,
            "How hard is it?",
            &words,
            at.map_or(0, |at| at + 1)
        )?);
        self.draft.difficulty = chosen
            .checked_sub(1)
            .and_then(|n| Difficulty::ALL.get(n))
            .copied();
        Ok(Answer::Given(()))
    }

    fn line(&self, title: &str, now: &str) -> io::Result<Answer<String>> {
        prompt::text(self.environment, title, now, &[])
    }
}

/// A source that is nothing but a title, or an address.
fn source(title: String) -> Source {
    Source {
        url: title.starts_with("http").then(|| title.clone()),
        title,
        ..Source::default()
    }
}

/// The item as the player will see it, and what comes after the answer.
pub(super) fn preview(item: &Item) -> String {
    let columns = environment::columns().saturating_sub(INDENT.len());
    let mut out = "\n".to_owned();
    let mut say = |text: &str| {
        for line in wrap(text, columns) {
            let _ = writeln!(out, "{INDENT}{line}");
        }
    };
    say(&safe::shown(item.stem()));
    let options = match item.interaction() {
        Interaction::TrueFalse { .. } => vec!["True", "False"],
        Interaction::Entry { .. } => Vec::new(),
        Interaction::Choice { key, distractors } => [key].into_iter().chain(distractors).collect(),
        Interaction::Several { keys, distractors } => keys.into_iter().chain(distractors).collect(),
    };
    for (n, option) in options.iter().enumerate() {
        say(&format!("{} {}", n + 1, safe::shown(option)));
    }
    say(&format!("Right: {}", safe::shown(&item.key_text())));
    let level = item.difficulty().map(Difficulty::as_str);
    let about: Vec<_> = item
        .category()
        .into_iter()
        .chain(level)
        .map(safe::shown)
        .collect();
    if !about.is_empty() {
        say(&about.join(", "));
    }
    if let Some(explanation) = item.explanation() {
        say(&safe::shown(explanation));
    }
    if let Some(source) = item
        .source()
        .and_then(|source| words::cited(&source, false))
    {
        say(&source);
    }
    out.push('\n');
    out
}

/// What stands before the lines of a question.
const INDENT: &str = "  ";

/// Flaws as lines of text.
pub(super) fn flaws(flaws: &[Flaw]) -> String {
    let mut out = String::new();
    for flaw in flaws {
        let severity = problems::severity(flaw.severity);
        let message = safe::shown(&flaw.message);
        let _ = writeln!(
            out,
            "{severity}[{}]: {message}\n  hint: {}",
            flaw.rule, flaw.hint
        );
    }
    out
}
