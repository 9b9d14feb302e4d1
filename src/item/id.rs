//! The identity of an item.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Interaction;
use crate::text::normal::{option_form, stem_form};

/// A content hash over stem and key in normal form (not over the distractors).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId([u8; 8]);

impl ItemId {
    /// The id of the question with this stem and these right answers.
    pub fn of(stem: &str, interaction: &Interaction) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(stem_form(stem));
        let mut add = |part: &str| {
            hasher.update([0]);
            hasher.update(option_form(part));
        };
        match interaction {
            Interaction::Choice { key, .. } | Interaction::Entry { key, .. } => add(key),
            Interaction::TrueFalse { key } => add(if *key { "true" } else { "false" }),
            Interaction::Several { keys, .. } => {
                let mut sorted: Vec<_> = keys.iter().map(|k| option_form(k)).collect();
                sorted.sort();
                for key in &sorted {
                    add(key);
                }
            }
        }
        let digest = hasher.finalize();
        let mut id = [0; 8];
        id.copy_from_slice(digest.get(..8).unwrap_or(&[0; 8]));
        Self(id)
    }

    /// The bytes of the hash.
    pub fn bytes(self) -> [u8; 8] {
        self.0
    }

    /// The id with these bytes; the reverse of [`ItemId::bytes`].
    pub fn from_bytes(bytes: [u8; 8]) -> Self {
        Self(bytes)
    }

    /// Reads the sixteen hexadecimal digits that `Display` writes.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != 16 || !text.is_ascii() {
            return None;
        }
        u64::from_str_radix(text, 16)
            .ok()
            .map(|n| Self(n.to_be_bytes()))
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", u64::from_be_bytes(self.0))
    }
}

impl fmt::Debug for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ItemId({self})")
    }
}

impl Serialize for ItemId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ItemId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("an id is 16 hexadecimal digits"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(key: &str, distractors: &[&str]) -> Interaction {
        Interaction::Choice {
            key: key.into(),
            distractors: distractors.iter().map(|&d| d.into()).collect(),
        }
    }

    #[test]
    fn distractors_case_and_spaces_do_not_change_the_id() {
        let a = ItemId::of(
            "Who wrote  Emma?",
            &choice("Jane Austen", &["Mary Shelley"]),
        );
        let b = ItemId::of(
            "who wrote Emma",
            &choice("jane  austen", &["Ann Radcliffe", "X"]),
        );
        assert_eq!(a, b);
        assert_eq!(ItemId::parse(&a.to_string()), Some(a));
    }

    #[test]
    fn another_key_is_another_item() {
        let a = ItemId::of("Which language?", &choice("C#", &["D"]));
        let b = ItemId::of("Which language?", &choice("C++", &["D"]));
        assert_ne!(a, b);
    }
}
