//! An item as somebody wrote it, not checked yet.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Difficulty, Source, read_object};
use crate::text::normal::{option_form, same_option};

/// The most distractors an item may have.
pub const MAX_DISTRACTORS: usize = 8;

/// The most bytes one text of an item may have (64 KiB).
pub const MAX_TEXT: usize = 64 * 1024;

/// The most entries that a list of an item may have.
pub const MAX_LIST: usize = 1000;

/// So many options are quicker compared in pairs than sorted.
const FEW: usize = 32;

/// The right answer as a bank writes it: a text, or `true` / `false`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum KeyDraft {
    /// True or false.
    Truth(bool),
    /// A text.
    Text(String),
}

impl<'de> Deserialize<'de> for KeyDraft {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Key;
        impl serde::de::Visitor<'_> for Key {
            type Value = KeyDraft;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, true or false")
            }

            fn visit_bool<E>(self, truth: bool) -> Result<KeyDraft, E> {
                Ok(KeyDraft::Truth(truth))
            }

            fn visit_str<E>(self, text: &str) -> Result<KeyDraft, E> {
                Ok(KeyDraft::Text(text.to_owned()))
            }
        }
        // A derived untagged enum would copy the value first.
        deserializer.deserialize_any(Key)
    }
}

/// An item as a bank writes it. [`super::Item::new`] checks it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Draft {
    /// The question text.
    pub stem: String,
    /// The right answer, unless there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<KeyDraft>,
    /// The right answers, if there are several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<String>,
    /// Wrong options.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub distractors: Vec<String>,
    /// Other accepted spellings of a typed answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<Vec<String>>,
    /// The category it is filed under.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// How hard it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difficulty: Option<Difficulty>,
    /// What to tell the player after the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanation: Option<String>,
    /// Help before the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// Where the fact stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// Free labels.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Fields this version does not know; kept when a bank is rewritten.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

read_object!(Draft, "an item", required { stem "stem" }, optional {
    key "key" keys "keys" distractors "distractors" accepted "accepted" category "category"
    difficulty "difficulty" explanation "explanation" hint "hint" source "source" tags "tags"
});

/// The part of an item that a message is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The item as a whole.
    Whole,
    /// The stem.
    Stem,
    /// The key.
    Key,
    /// One of several keys, counted from 0.
    Keys(usize),
    /// A distractor, counted from 0.
    Distractor(usize),
    /// An accepted spelling, counted from 0.
    Accepted(usize),
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => write!(f, "item"),
            Self::Stem => write!(f, "stem"),
            Self::Key => write!(f, "key"),
            Self::Keys(n) => write!(f, "keys[{n}]"),
            Self::Distractor(n) => write!(f, "distractors[{n}]"),
            Self::Accepted(n) => write!(f, "accepted[{n}]"),
        }
    }
}

/// Why a draft cannot become an item.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A text that must be there is empty.
    #[error("the {0} is empty")]
    Empty(Part),
    /// A text is longer than [`MAX_TEXT`].
    #[error("the {0} is longer than 64 KiB")]
    TooLong(Part),
    /// Neither `key` nor `keys`.
    #[error("the item has no key")]
    NoKey,
    /// Both `key` and `keys`.
    #[error("the item has both `key` and `keys`")]
    TwoKinds,
    /// `keys` with fewer than two entries.
    #[error("`keys` needs at least two right answers; use `key` for one")]
    OneOfSeveral,
    /// No wrong option for a choice.
    #[error("the item has no distractors")]
    NoDistractors,
    /// More than [`MAX_DISTRACTORS`] wrong options.
    #[error("the item has {0} distractors; the most is {MAX_DISTRACTORS}")]
    TooManyDistractors(usize),
    /// A list of more than [`MAX_LIST`] texts.
    #[error("`{0}` has more than {MAX_LIST} entries")]
    LongList(&'static str),
    /// A true/false item with wrong options.
    #[error("a true/false item takes no distractors")]
    TruthWithDistractors,
    /// Distractors and accepted spellings together.
    #[error("an item with `accepted` is typed and takes no distractors")]
    EntryWithDistractors,
    /// Two options that are the same answer.
    #[error("the {1} is the same answer as the {0}")]
    Duplicate(Part, Part),
}

impl Fault {
    /// The part of the item to look at.
    pub fn part(&self) -> Part {
        match self {
            Self::Empty(part) | Self::TooLong(part) | Self::Duplicate(_, part) => *part,
            Self::NoKey | Self::NoDistractors | Self::TwoKinds | Self::LongList(_) => Part::Whole,
            Self::OneOfSeveral => Part::Keys(0),
            Self::TooManyDistractors(_) => Part::Distractor(MAX_DISTRACTORS),
            Self::TruthWithDistractors | Self::EntryWithDistractors => Part::Distractor(0),
        }
    }

    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Empty(_) => "write a text there, or delete the field",
            Self::TooLong(_) => "shorten it",
            Self::NoKey => "add \"key\": the right answer",
            Self::TwoKinds => "keep `key` for one right answer or `keys` for several",
            Self::OneOfSeveral => "list every right answer, or use `key`",
            Self::NoDistractors => {
                "add \"distractors\": one to eight wrong answers; for a typed answer add \"accepted\": []"
            }
            Self::TooManyDistractors(_) => "keep the eight best",
            Self::LongList(_) => "keep the best of them",
            Self::TruthWithDistractors => "delete `distractors`",
            Self::EntryWithDistractors => "delete `distractors` or `accepted`",
            Self::Duplicate(..) => "all options must differ (case and spaces do not count)",
        }
    }
}

impl Draft {
    /// A choice item with nothing but the required parts.
    pub fn choice<S: Into<String>>(
        stem: impl Into<String>,
        key: impl Into<String>,
        distractors: impl IntoIterator<Item = S>,
    ) -> Self {
        Self {
            stem: stem.into(),
            key: Some(KeyDraft::Text(key.into())),
            distractors: distractors.into_iter().map(Into::into).collect(),
            ..Self::default()
        }
    }

    /// Everything that keeps this draft from being an item, in the order of
    /// its parts; empty if it can be one.
    pub fn faults(&self) -> Vec<Fault> {
        let lists = [
            ("keys", self.keys.len()),
            ("distractors", self.distractors.len()),
            ("accepted", self.accepted.as_ref().map_or(0, Vec::len)),
            ("tags", self.tags.len()),
        ];
        if let Some(&(name, _)) = lists.iter().find(|(_, length)| *length > MAX_LIST) {
            // The rest would take long to tell.
            return vec![Fault::LongList(name)];
        }
        let mut faults = Vec::new();
        let mut text = |part, text: &str| {
            if text.trim().is_empty() {
                faults.push(Fault::Empty(part));
            } else if text.len() > MAX_TEXT {
                faults.push(Fault::TooLong(part));
            }
        };
        text(Part::Stem, &self.stem);
        for (part, value) in self.options() {
            text(part, value);
        }
        match (&self.key, self.keys.len()) {
            (None, 0) => faults.push(Fault::NoKey),
            (None, 1) => faults.push(Fault::OneOfSeveral),
            (Some(_), 1..) => faults.push(Fault::TwoKinds),
            _ => {}
        }
        let typed = self.accepted.is_some();
        let count = self.distractors.len();
        match &self.key {
            Some(KeyDraft::Truth(_)) if count > 0 => faults.push(Fault::TruthWithDistractors),
            Some(KeyDraft::Truth(_)) => {}
            _ if typed && count > 0 => faults.push(Fault::EntryWithDistractors),
            _ if !typed && count == 0 => faults.push(Fault::NoDistractors),
            _ if count > MAX_DISTRACTORS => faults.push(Fault::TooManyDistractors(count)),
            _ => {}
        }
        let options: Vec<_> = self
            .options()
            .filter(|(_, value)| !value.trim().is_empty())
            .collect();
        if options.len() <= FEW {
            for (n, (part, value)) in options.iter().enumerate() {
                let mut before = options.iter().take(n);
                if let Some((first, _)) = before.find(|(_, other)| same_option(other, value)) {
                    faults.push(Fault::Duplicate(*first, *part));
                }
            }
        } else {
            let mut seen: BTreeMap<String, Part> = BTreeMap::new();
            for (part, value) in options {
                match seen.entry(option_form(value)) {
                    Entry::Occupied(first) => faults.push(Fault::Duplicate(*first.get(), part)),
                    Entry::Vacant(place) => {
                        place.insert(part);
                    }
                }
            }
        }
        faults
    }

    /// Key, keys, distractors and accepted spellings, each with its part.
    pub fn options(&self) -> impl Iterator<Item = (Part, &str)> {
        fn numbered(
            list: &[String],
            part: fn(usize) -> Part,
        ) -> impl Iterator<Item = (Part, &str)> {
            list.iter()
                .enumerate()
                .map(move |(n, text)| (part(n), text.as_str()))
        }
        let key = match &self.key {
            Some(KeyDraft::Text(key)) => Some((Part::Key, key.as_str())),
            _ => None,
        };
        key.into_iter()
            .chain(numbered(&self.keys, Part::Keys))
            .chain(numbered(&self.distractors, Part::Distractor))
            .chain(numbered(
                self.accepted.as_deref().unwrap_or_default(),
                Part::Accepted,
            ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::item::Item;

    #[test]
    fn a_plain_choice_is_an_item() {
        let item = Item::new(Draft::choice(
            "Which gas do plants take in?",
            "Carbon dioxide",
            ["Oxygen"],
        ));
        assert_eq!(item.map(|i| i.key_text()), Ok("Carbon dioxide".into()));
    }

    #[test]
    fn every_fault_is_found_not_only_the_first() {
        let draft = Draft {
            keys: vec!["a".into()],
            ..Draft::choice(" ", "x", ["X ", ""])
        };
        assert_eq!(
            draft.faults(),
            [
                Fault::Empty(Part::Stem),
                Fault::Empty(Part::Distractor(1)),
                Fault::TwoKinds,
                Fault::Duplicate(Part::Key, Part::Distractor(0)),
            ]
        );
    }

    #[test]
    fn signs_tell_answers_apart() {
        for (a, b) in [("C#", "C++"), ("AB+", "AB-"), ("5%", "<1%"), ("é", "e")] {
            assert_eq!(Draft::choice("?", a, [b]).faults(), [], "{a} {b}");
        }
    }

    #[test]
    fn composed_and_decomposed_letters_are_one_answer() {
        let draft = Draft::choice("?", "\u{e9}", ["e\u{301}"]);
        assert_eq!(
            draft.faults(),
            [Fault::Duplicate(Part::Key, Part::Distractor(0))]
        );
    }

    #[test]
    fn unknown_fields_and_notes_survive() {
        let json = r#"{"stem":"S?","key":"a","distractors":["b"],"_note":"n","colour":3}"#;
        let item: Item = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&item).unwrap(), json);
    }
}
