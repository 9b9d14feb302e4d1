//! What is worth asking of a time: whose day a player may know, whose year,
//! and what has no time to be asked.

use super::bound::is_time;
use super::{Asker, Reason};
use crate::fact::value::{Sort, Value};

/// Verbs for events whose very day is told again and again.
const MOMENTOUS: [&str; 44] = [
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
    "sign",
    "ratify",
    "declare",
    "adopt",
    "found",
    "establish",
    "occur",
    "happen",
    "begin",
    "start",
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
    "arrest",
    "capture",
    "complete",
];

/// Verbs for what lasts, so that no one year is its year.
const LASTING: [&str; 22] = [
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

impl Asker<'_, '_> {
    /// Days and months become years where nobody remembers the day.
    pub(super) fn coarse(&self, value: Value) -> Value {
        let Sort::Date(date) = value.sort else {
            return value;
        };
        let verb = self.predicate_lemma();
        let subject = &self.document.subject;
        if subject.is_fictional || subject.in_series || MOMENTOUS.contains(&verb.as_str()) {
            return value;
        }
        Value {
            text: date.year.to_string(),
            sort: Sort::Year(date.year),
            ..value
        }
    }

    /// Whether the verb has a time that somebody may know.
    pub(super) fn check_worth(&self) -> Result<(), Reason> {
        if !is_time(&self.value) || self.sentence.story {
            return Ok(());
        }
        let verb = self.predicate_lemma();
        if LASTING.contains(&verb.as_str()) && !self.clause.passive {
            return Err("what lasts has no one year");
        }
        if TALK.contains(&verb.as_str()) {
            return Err("when something was said");
        }
        Ok(())
    }
}
