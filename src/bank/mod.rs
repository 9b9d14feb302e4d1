//! Floor 4: a set of items, its versioned JSON form, and what can be wrong
//! with it.
//!
//! [`read`] turns bytes into a [`Bank`] quickly, or explains everything that is
//! wrong with them, each with its place. [`check`] looks further: it holds the
//! items against the item-writing rules and against each other.
//! [`Bank::to_json`] writes a bank so that people can read it and version
//! control can compare it. Nothing here touches a file.

mod check;
mod fix;
mod json;
mod lint;
mod problem;
mod read;
mod survey;
mod write;

pub use check::check;
pub use fix::{Fixed, fix};
pub use lint::{Field, Finding, Left, lint};
pub use problem::{Lines, Place, Problem, most_problems};
pub(crate) use read::is_dense;
pub use read::{NotABank, read, read_item};

use serde::Serialize;
use serde_json::{Map, Value};

use crate::item::{Item, read_object};

/// The version of the format that this program reads and writes.
pub const FORMAT: u32 = 1;

/// A set of items with what is known about it as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Bank {
    /// The version of the format.
    pub format: u32,
    /// What the bank is about.
    pub title: String,
    /// Language of the items (BCP 47).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Licence of the items (SPDX).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    /// Who is to be named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribution: Option<String>,
    /// The items.
    pub items: Vec<Item>,
    /// Fields this version does not know; kept when a bank is rewritten.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

read_object!(Bank, "a bank", required { format "format" title "title" items "items" }, optional {
    language "language" license "license" attribution "attribution"
});

impl Bank {
    /// A bank without items.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            format: FORMAT,
            title: title.into(),
            language: None,
            license: None,
            attribution: None,
            items: Vec::new(),
            extra: Map::new(),
        }
    }
}
