//! Floor 4: a set of items, and its versioned JSON form.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::item::Item;

/// The version of the format that this program reads and writes.
pub const FORMAT: u32 = 1;

/// A set of items with what is known about it as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bank {
    /// The version of the format.
    pub format: u32,
    /// What the bank is about.
    pub title: String,
    /// Language of the items (BCP 47).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Licence of the items (SPDX).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    /// Who is to be named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attribution: Option<String>,
    /// The items.
    pub items: Vec<Item>,
    /// Fields this version does not know; kept when a bank is rewritten.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}
