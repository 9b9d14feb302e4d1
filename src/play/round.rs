//! A round: everything that will be asked, laid out.

use std::collections::{BTreeSet, VecDeque};

use serde::{Deserialize, Serialize};

use super::Rules;
use crate::item::{Difficulty, ItemId, Source};

/// How a dealt question is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// By choosing one option.
    Choice {
        /// The options in the order in which they are shown.
        options: Vec<String>,
        /// The place of the right one.
        right: usize,
        /// The places of the wrong ones that fifty-fifty takes away; empty if
        /// there is nothing to take away.
        victims: Vec<usize>,
    },
    /// By choosing all right options.
    Several {
        /// The options in the order in which they are shown.
        options: Vec<String>,
        /// The places of the right ones, ascending.
        right: Vec<usize>,
    },
    /// By typing.
    Entry {
        /// The answer that is shown.
        key: String,
        /// Other answers that count as right.
        accepted: Vec<String>,
        /// Answers that are wrong however much they look like the key.
        rejected: Vec<String>,
    },
}

impl Form {
    /// The options in the order in which they are shown; none if it is typed.
    pub fn options(&self) -> &[String] {
        match self {
            Self::Choice { options, .. } | Self::Several { options, .. } => options,
            Self::Entry { .. } => &[],
        }
    }

    /// Whether the option at a place is right.
    pub fn is_right(&self, place: usize) -> bool {
        match self {
            Self::Choice { right, .. } => *right == place,
            Self::Several { right, .. } => right.contains(&place),
            Self::Entry { .. } => false,
        }
    }

    /// The right answers as they are shown.
    pub fn keys(&self) -> Vec<&str> {
        match self {
            Self::Entry { key, .. } => vec![key],
            _ => self
                .options()
                .iter()
                .enumerate()
                .filter(|&(place, _)| self.is_right(place))
                .map(|(_, text)| text.as_str())
                .collect(),
        }
    }
}

/// A dealt item: what the player sees, and what judges the answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The item it was dealt from.
    pub id: ItemId,
    /// The question text.
    pub stem: String,
    /// How it is answered.
    pub form: Form,
    /// The category it is filed under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// How hard it is, if anybody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub difficulty: Option<Difficulty>,
    /// What to tell the player after the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explanation: Option<String>,
    /// Help before the answer, the key blanked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// Where the fact stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Everything that will be asked, laid out: after the deal no chance is left.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// The rules it was dealt by.
    pub rules: Rules,
    /// The seed it was dealt from.
    pub seed: u64,
    /// The questions in order.
    pub questions: Vec<Question>,
    /// How many of them are to be asked; the others take the places of
    /// skipped and reported ones.
    pub length: usize,
}

impl Round {
    /// Whether there is nothing to ask.
    pub fn is_empty(&self) -> bool {
        self.questions.is_empty()
    }

    /// The round without some questions: spare ones take their places, so that
    /// the others stay where the seed dealt them.
    #[must_use]
    pub fn without(mut self, hidden: &BTreeSet<ItemId>) -> Self {
        let is_hidden = |question: &Question| hidden.contains(&question.id);
        let spares = self
            .questions
            .split_off(self.length.min(self.questions.len()));
        let mut spares: VecDeque<_> = spares.into_iter().filter(|q| !is_hidden(q)).collect();
        self.questions = self
            .questions
            .into_iter()
            .filter_map(|question| {
                if is_hidden(&question) {
                    spares.pop_front()
                } else {
                    Some(question)
                }
            })
            .collect();
        // Everybody still gets the same number, as far as there are enough.
        let seats = self.rules.seats();
        self.length = match self.questions.len() {
            few if few < seats => few,
            many => many / seats * seats,
        };
        self.questions.extend(spares);
        self
    }

    /// A round of some of its questions, each with its options in the same
    /// order: an untimed session without players, to learn from.
    #[must_use]
    pub fn again(&self, places: &[usize]) -> Self {
        let questions: Vec<_> = places
            .iter()
            .filter_map(|&place| self.questions.get(place).cloned())
            .collect();
        Self {
            rules: Rules {
                count: Some(questions.len()),
                typed: self.rules.typed,
                ..Rules::default()
            },
            seed: self.seed,
            length: questions.len(),
            questions,
        }
    }
}
