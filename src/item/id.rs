//! The identity of an item.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Draft, KeyDraft};
use crate::text::normal::{option_form, stem_form};

/// A content hash over stem and key in normal form (not over the distractors).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId([u8; 8]);

impl ItemId {
    /// The id of the question of a draft.
    pub fn of(draft: &Draft) -> Self {
        let mut keys: Vec<String> = match &draft.key {
            Some(KeyDraft::Text(key)) => vec![option_form(key)],
            Some(KeyDraft::Truth(truth)) => vec![truth.to_string()],
            None => draft.keys.iter().map(|key| option_form(key)).collect(),
        };
        keys.sort_unstable();
        let mut hasher = Sha256::new();
        hasher.update(stem_form(&draft.stem));
        for key in keys {
            hasher.update([0]);
            hasher.update(key);
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

    #[test]
    fn distractors_case_and_spaces_do_not_change_the_id() {
        let a = ItemId::of(&Draft::choice(
            "Who wrote  Emma?",
            "Jane Austen",
            ["Mary Shelley"],
        ));
        let b = ItemId::of(&Draft::choice(
            "who wrote Emma",
            "jane  austen",
            ["Ann Radcliffe", "X"],
        ));
        assert_eq!(a, b);
        assert_eq!(ItemId::parse(&a.to_string()), Some(a));
    }

    #[test]
    fn another_key_is_another_item() {
        let a = ItemId::of(&Draft::choice("Which language?", "C#", ["D"]));
        let b = ItemId::of(&Draft::choice("Which language?", "C++", ["D"]));
        assert_ne!(a, b);
    }

    #[test]
    fn an_id_is_the_same_in_every_version() {
        for (draft, id) in [
            (
                Draft::choice("Who wrote Emma?", "Jane Austen", ["X"]),
                "a2098fb606b77019",
            ),
            (
                Draft {
                    stem: "Is it so?".into(),
                    key: Some(KeyDraft::Truth(true)),
                    ..Draft::default()
                },
                "40b4a21900e1c34b",
            ),
            (
                Draft {
                    stem: "Which two?".into(),
                    keys: vec!["b".into(), "A".into()],
                    ..Draft::default()
                },
                "e58d0deb24aafd23",
            ),
        ] {
            assert_eq!(ItemId::of(&draft).to_string(), id);
        }
    }
}
