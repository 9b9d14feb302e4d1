//! What a format can carry of a bank, and what is lost.

use std::collections::BTreeMap;

use serde_json::Map;

use super::{Format, Options, Reading, tidy};
use crate::bank::Bank;
use crate::item::{Draft, KeyDraft, Source};
use crate::text::normal::option_form;

/// What a format can carry. What is not named here, every format carries:
/// stem, key and distractors of a choice.
#[derive(Clone, Copy, Debug)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is one thing a format has or lacks"
)]
pub struct Carries {
    /// True/false items. If not, they become choices.
    pub truth: bool,
    /// A choice between "True" and "False" that is no true/false item.
    pub truth_as_choice: bool,
    /// Typed items.
    pub typed: bool,
    /// Only typed items: distractors are lost.
    pub only_typed: bool,
    /// Other accepted spellings.
    pub accepted: bool,
    /// Items with several right answers.
    pub several: bool,
    /// Line breaks in texts.
    pub lines: bool,
    /// The category.
    pub category: bool,
    /// The difficulty.
    pub difficulty: bool,
    /// The explanation.
    pub explanation: bool,
    /// The hint.
    pub hint: bool,
    /// The source.
    pub source: bool,
    /// Tags.
    pub tags: bool,
    /// Title, language, licence and attribution of the bank.
    pub about: bool,
}

impl Carries {
    /// Everything.
    pub const ALL: Self = Self {
        truth: true,
        truth_as_choice: true,
        typed: true,
        only_typed: false,
        accepted: true,
        several: true,
        lines: true,
        category: true,
        difficulty: true,
        explanation: true,
        hint: true,
        source: true,
        tags: true,
        about: true,
    };

    /// Nothing but choices on single lines.
    pub const CHOICES: Self = Self {
        truth: false,
        truth_as_choice: false,
        typed: false,
        only_typed: false,
        accepted: false,
        several: false,
        lines: false,
        category: false,
        difficulty: false,
        explanation: false,
        hint: false,
        source: false,
        tags: false,
        about: false,
    };
}

/// Something that a format cannot carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// What is lost, in words.
    pub what: &'static str,
    /// In how many questions; 0 if it is about the bank.
    pub questions: usize,
}

/// A bank in another format.
#[derive(Clone, Debug)]
pub struct Export {
    /// The text of the file.
    pub text: String,
    /// The bank as it can be read from that text.
    pub carried: Bank,
    /// What is not in it.
    pub losses: Vec<Loss>,
}

/// Writes a bank in a format, and lists what the format cannot carry.
pub fn export(bank: &Bank, format: &dyn Format) -> Export {
    if format.name() == "quizwright" {
        return Export {
            text: bank.to_json(),
            carried: bank.clone(),
            losses: Vec::new(),
        };
    }
    let carries = format.carries();
    let mut losses = Losses::default();
    let mut reading = Reading::new(Options::default());
    for (n, item) in bank.items.iter().enumerate() {
        let mut draft = item.draft();
        if cut(&mut draft, &carries, &mut losses) {
            reading.add(n + 1, draft);
        }
    }
    reading.bank.title = if carries.about {
        tidy::line(&bank.title)
    } else {
        String::new()
    };
    let told = [&bank.license, &bank.attribution, &bank.language];
    if carries.about {
        let line = |value: &Option<String>| {
            let line = value.as_deref().map(tidy::line);
            line.filter(|line| !line.is_empty())
        };
        reading.bank.license = line(&bank.license);
        reading.bank.attribution = line(&bank.attribution);
        reading.bank.language = line(&bank.language);
    } else if told.iter().any(|value| value.is_some()) {
        losses.of_bank(
            "title, language, licence and attribution of the bank (pass them on yourself)",
        );
    }
    if bank.extra.keys().any(|name| name != "$schema") {
        losses.of_bank("fields of the bank that this program does not know");
    }
    let imported = reading.finish(format);
    for notice in &imported.notices {
        losses.count(match notice.what {
            super::What::Skipped => {
                "questions that are empty without characters that cannot be shown"
            }
            super::What::Merged => "questions that are in the bank twice",
            super::What::Changed => "characters that cannot be shown",
        });
    }
    Export {
        text: format.write(&imported.bank),
        carried: imported.bank,
        losses: losses.list(),
    }
}

#[derive(Default)]
struct Losses {
    counts: BTreeMap<&'static str, usize>,
    of_bank: Vec<&'static str>,
}

impl Losses {
    fn count(&mut self, what: &'static str) {
        *self.counts.entry(what).or_default() += 1;
    }

    fn of_bank(&mut self, what: &'static str) {
        self.of_bank.push(what);
    }

    fn list(self) -> Vec<Loss> {
        let of_bank = self
            .of_bank
            .into_iter()
            .map(|what| Loss { what, questions: 0 });
        let counted = self
            .counts
            .into_iter()
            .map(|(what, questions)| Loss { what, questions });
        of_bank.chain(counted).collect()
    }
}

/// Cuts a draft down to what a format carries; `false` if nothing is left.
fn cut(draft: &mut Draft, carries: &Carries, losses: &mut Losses) -> bool {
    if !draft.keys.is_empty() && !carries.several {
        losses.count("questions with several right answers (left out)");
        return false;
    }
    if let Some(KeyDraft::Truth(truth)) = draft.key
        && !carries.truth
    {
        let [key, other] = if truth {
            ["True", "False"]
        } else {
            ["False", "True"]
        };
        draft.key = Some(KeyDraft::Text(key.to_owned()));
        draft.distractors = vec![other.to_owned()];
    }
    if carries.only_typed {
        if !draft.distractors.is_empty() {
            losses.count("wrong answers");
        }
        draft.distractors.clear();
        draft.accepted.get_or_insert_default();
    } else if draft.accepted.is_some() && !carries.typed {
        losses.count("typed questions (left out)");
        return false;
    } else if !carries.truth_as_choice && is_truth(draft) {
        losses.count("choices between True and False (they become true/false questions)");
        if let Some(KeyDraft::Text(key)) = &draft.key {
            draft.key = Some(KeyDraft::Truth(option_form(key) == "true"));
            draft.distractors.clear();
        }
    }
    if let Some(accepted) = &mut draft.accepted
        && !carries.accepted
        && !accepted.is_empty()
    {
        accepted.clear();
        losses.count("other accepted spellings");
    }
    let mut drop = |value: &mut Option<String>, carried: bool, what| {
        if !carried && value.take().is_some() {
            losses.count(what);
        }
    };
    drop(&mut draft.category, carries.category, "categories");
    drop(&mut draft.explanation, carries.explanation, "explanations");
    drop(&mut draft.hint, carries.hint, "hints");
    if !carries.difficulty && draft.difficulty.take().is_some() {
        losses.count("difficulties");
    }
    if !carries.tags && !std::mem::take(&mut draft.tags).is_empty() {
        losses.count("tags");
    }
    if carries.source {
        if let Some(source) = &mut draft.source {
            tidy_source(source);
        }
        draft.source.take_if(|source| *source == Source::default());
    } else if draft.source.take().is_some() {
        losses.count("sources");
    }
    if !std::mem::take(&mut draft.extra).is_empty() {
        losses.count("fields that this program does not know");
    }
    let mut broken = false;
    for value in draft.category.iter_mut().chain(&mut draft.tags) {
        broken |= tidy::text(value).contains('\n');
        *value = tidy::line(value);
    }
    if !carries.lines {
        tidy::each(draft, &mut |value| {
            broken |= tidy::text(value).contains('\n');
            *value = tidy::line(value);
        });
    }
    if broken {
        losses.count("line breaks in texts");
    }
    true
}

/// A source without what no format carries.
fn tidy_source(source: &mut Source) {
    source.extra = Map::new();
    for value in [&mut source.section, &mut source.quote, &mut source.url] {
        value.take_if(|text| tidy::text(text).is_empty());
    }
    source.title = tidy::text(&source.title);
}

/// Whether a choice is one between True and False.
fn is_truth(draft: &Draft) -> bool {
    let (Some(KeyDraft::Text(key)), [other]) = (&draft.key, draft.distractors.as_slice()) else {
        return false;
    };
    let pair = [option_form(key), option_form(other)];
    pair == ["true", "false"] || pair == ["false", "true"]
}
