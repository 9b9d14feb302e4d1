//! What is worth asking of a time: whose day a player may know, whose year,
//! and what has no time to be asked.

use super::bound::is_time;
use super::{Asker, Reason};
use crate::fact::Document;
use crate::fact::value::{Sort, Value};

/// Verbs for events whose very day is told again and again.
const MOMENTOUS: [&str; 40] = [
    "die",
    "bear",
    "marry",
    "wed",
    "kill",
    "assassinate",
    "murder",
    "execute",
    "shoot",
    "launch",
    "land",
    "release",
    "premiere",
    "open",
    "air",
    "broadcast",
    "crown",
    "inaugurate",
    "ratify",
    "declare",
    "adopt",
    "found",
    "establish",
    "occur",
    "happen",
    "begin",
    "end",
    "erupt",
    "sink",
    "crash",
    "explode",
    "elect",
    "retire",
    "surrender",
    "invade",
    "debut",
    "dissolve",
    "abolish",
    "bury",
    "capture",
];

/// Verbs for what lasts, so that no one year is its year.
const LASTING: [&str; 31] = [
    "grow", "rise", "fall", "increase", "decrease", "decline", "pursue", "train", "practise",
    "sit", "live", "reside", "own", "work", "know", "remain", "stand", "contain", "belong", "have",
    "consist", "stay", "continue", "use", "like", "support", "include", "need", "want", "believe",
    "suffer",
];

/// Verbs of notices in the press and other talk.
const TALK: [&str; 30] = [
    "announce",
    "report",
    "say",
    "claim",
    "argue",
    "state",
    "remark",
    "comment",
    "suggest",
    "note",
    "reveal",
    "estimate",
    "describe",
    "write",
    "tell",
    "explain",
    "confirm",
    "express",
    "mention",
    "deny",
    "respond",
    "admit",
    "indicate",
    "warn",
    "criticize",
    "criticise",
    "discuss",
    "ask",
    "recall",
    "call",
];

/// What is done to a thing again and again.
const REPEATED: [&str; 14] = [
    "amend",
    "revise",
    "update",
    "expand",
    "renovate",
    "extend",
    "reform",
    "restore",
    "repair",
    "modify",
    "reorganize",
    "reorganise",
    "redesign",
    "rebuild",
];

/// Days and months become years where nobody remembers the day.
pub(in crate::generate) fn coarse(document: &Document<'_>, verb: &str, value: Value) -> Value {
    let Sort::Date(date) = value.sort else {
        return value;
    };
    let subject = &document.subject;
    if subject.is_tale() || MOMENTOUS.contains(&verb) {
        return value;
    }
    Value {
        text: date.year.to_string(),
        sort: Sort::Year(date.year),
        ..value
    }
}

/// Whether what a verb says has a time of its own.
pub(in crate::generate) fn has_time(verb: &str, passive: bool) -> Result<(), Reason> {
    if LASTING.contains(&verb) && !passive {
        return Err("what lasts has no one year");
    }
    if REPEATED.contains(&verb) && passive {
        return Err("what is done again and again");
    }
    if TALK.contains(&verb) {
        return Err("when something was said");
    }
    Ok(())
}

impl Asker<'_, '_> {
    /// Whether the verb has a time that somebody may know.
    pub(super) fn check_worth(&self) -> Result<(), Reason> {
        if !is_time(&self.value) || self.sentence.story {
            return Ok(());
        }
        has_time(&self.predicate_lemma(), self.clause.passive)
    }
}
