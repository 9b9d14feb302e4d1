//! The item-writing rules that a program can check.
//!
//! The same rules gate what the generator makes and lint what people write.

use super::{Item, Part};

/// How bad a flaw is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Better otherwise.
    Warning,
    /// The item should not be played like this.
    Error,
}

/// One broken rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// The rule's name, in kebab case.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where to look.
    pub part: Part,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: &'static str,
}

/// All flaws of an item, in the order of the rules.
pub fn find(_item: &Item) -> Vec<Flaw> {
    Vec::new()
}
