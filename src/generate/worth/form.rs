//! Stems that are no question: a verb without what it is done to, a tense in
//! which nobody asks for a time, a word that points at what is not there.

use super::{Candidate, has_any};
use crate::fact::Document;

/// Verbs that English does not use without an object: nine times in ten and
/// more they have one in the English Web Treebank and in the free genres of
/// GUM.
const TRANSITIVE: [&str; 134] = [
    "abandon",
    "abolish",
    "absorb",
    "accept",
    "accompany",
    "accuse",
    "achieve",
    "acknowledge",
    "acquire",
    "address",
    "adopt",
    "affect",
    "afford",
    "annex",
    "appoint",
    "approve",
    "assume",
    "attach",
    "attack",
    "attract",
    "avoid",
    "ban",
    "beat",
    "become",
    "bring",
    "build",
    "buy",
    "call",
    "capture",
    "cause",
    "choose",
    "claim",
    "collect",
    "commission",
    "complete",
    "conduct",
    "conquer",
    "consider",
    "contain",
    "convince",
    "cover",
    "create",
    "cut",
    "declare",
    "defeat",
    "demand",
    "deny",
    "deploy",
    "depose",
    "describe",
    "destroy",
    "determine",
    "develop",
    "discover",
    "draft",
    "earn",
    "eliminate",
    "employ",
    "enable",
    "encourage",
    "establish",
    "estimate",
    "examine",
    "exceed",
    "execute",
    "explain",
    "express",
    "extend",
    "feature",
    "file",
    "find",
    "form",
    "found",
    "gain",
    "give",
    "grant",
    "hire",
    "host",
    "identify",
    "ignore",
    "include",
    "indicate",
    "influence",
    "inspire",
    "install",
    "introduce",
    "invent",
    "invite",
    "issue",
    "keep",
    "kill",
    "launch",
    "lay",
    "lose",
    "make",
    "mark",
    "murder",
    "name",
    "nominate",
    "obtain",
    "offer",
    "order",
    "persuade",
    "prevent",
    "produce",
    "promote",
    "propose",
    "prove",
    "provide",
    "publish",
    "purchase",
    "put",
    "raise",
    "receive",
    "recognize",
    "recommend",
    "record",
    "release",
    "remove",
    "replace",
    "represent",
    "require",
    "reveal",
    "seek",
    "select",
    "send",
    "sign",
    "subdue",
    "support",
    "threaten",
    "undermine",
    "undertake",
    "urge",
    "use",
];

/// What a stem begins with that asks for a time or a place.
const WHEN_WHERE: [&str; 14] = [
    "In what year ",
    "Until what year ",
    "Since what year ",
    "On what date ",
    "When ",
    "In which ",
    "At which ",
    "On which ",
    "To which ",
    "From which ",
    "For which ",
    "At what age ",
    "For how long ",
    "Into which ",
];

/// The first mark of a stem that is no question.
pub(super) fn fault(document: &Document<'_>, candidate: &Candidate) -> Option<&'static str> {
    let stem = candidate.stem.trim_end_matches('?');
    let words: Vec<&str> = stem.split(' ').collect();
    if stem.starts_with(|c: char| !c.is_alphabetic() && c != '"') {
        return Some("no question begins so");
    }
    if stem.contains(" the The ") || stem.contains(" a The ") {
        return Some("two articles");
    }
    if lacks_object(&words) {
        return Some("the verb has lost its object");
    }
    if is_timeless(&words) {
        return Some("a time of what is still so");
    }
    if points_away(&words) && !document.subject.is_tale() {
        return Some("a word that points outside of the stem");
    }
    None
}

/// *In which decade did the campaign subdue?*
fn lacks_object(words: &[&str]) -> bool {
    let stem = words.join(" ");
    let asks = WHEN_WHERE.iter().any(|front| stem.starts_with(front));
    let active = words.iter().any(|w| matches!(*w, "did" | "does" | "do"));
    let last = words.last().is_some_and(|last| TRANSITIVE.contains(last));
    let behind = words.windows(2).any(|pair| {
        matches!(pair, [verb, "in" | "on" | "at" | "during"]
            if matches!(*verb, "subdue" | "recommend" | "acquire" | "obtain" | "undertake"))
    });
    asks && active && (last || behind)
}

/// *In what year have they won it?*, *In what year is he awarded it?*
fn is_timeless(words: &[&str]) -> bool {
    matches!(
        words,
        [
            "In",
            "what",
            "year",
            "have" | "has" | "is" | "are" | "do" | "does",
            ..
        ] | [
            "On",
            "what",
            "date",
            "have" | "has" | "is" | "are" | "do" | "does",
            ..
        ]
    )
}

/// *that year*, *the moment*, *the same season*
fn points_away(words: &[&str]) -> bool {
    const TIMES: [&str; 9] = [
        "year", "month", "season", "week", "day", "summer", "night", "tour", "time",
    ];
    words.windows(2).any(|pair| {
        matches!(pair, ["that" | "this", noun] if TIMES.contains(noun))
            || matches!(
                pair,
                [
                    "the",
                    "moment" | "islands" | "masterpiece" | "latter" | "former"
                ]
            )
    }) || has_any(words, &["thereby", "hereby", "aforementioned"])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(stem: &str) -> Vec<&str> {
        stem.split(' ').collect()
    }

    #[test]
    fn some_verbs_need_an_object() {
        assert!(lacks_object(&words(
            "In which decade did the campaign subdue"
        )));
        assert!(lacks_object(&words(
            "In what year did the Moor Council recommend"
        )));
        assert!(!lacks_object(&words("In what year did Ada Moor resign")));
        assert!(!lacks_object(&words("What did Ada Moor discover")));
        assert!(!lacks_object(&words("In what year was the act signed")));
    }

    #[test]
    fn a_time_is_asked_for_in_the_past() {
        assert!(is_timeless(&words("In what year have the Moors won")));
        assert!(!is_timeless(&words("In what year had the Moors won")));
        assert!(points_away(&words("How many goals were shot that year")));
        assert!(!points_away(&words("Which year was that")));
    }
}
