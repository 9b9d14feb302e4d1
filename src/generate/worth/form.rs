//! Stems that are no question: a verb without what it is done to, a tense in
//! which nobody asks for a time, a word that points at what is not there.

mod joint;
mod object;
mod spelling;

use joint::{has_two_subjects, has_two_verbs, is_cut_pair};
use object::{has_nameless_object, lacks_object};
use spelling::is_misspelt;

use super::{Candidate, has_any, has_year};
use crate::fact::Document;
use crate::text::{given_name, lexicon};

/// The first mark of a stem that is no question.
pub(super) fn fault(document: &Document<'_>, candidate: &Candidate) -> Option<&'static str> {
    let stem = candidate.stem.trim_end_matches('?');
    let words: Vec<&str> = stem.split(' ').collect();
    if stem.starts_with(|c: char| !c.is_alphabetic() && c != '"') {
        return Some("no question begins so");
    }
    // *receive the prize by the council*
    if words.contains(&"receive") && words.contains(&"by") {
        return Some("a preposition that the verb does not take");
    }
    let of_year = words
        .windows(3)
        .any(|w| matches!(w, [verb, "of", year] if *verb == candidate.verb() && has_year(year)));
    if of_year || stem.contains(" was more than ") || stem.contains(" is more than ") {
        return Some("two parts of sentences in one");
    }
    if has_lone_preposition(&words) || stem.contains('`') || is_glued(stem) {
        return Some("no question begins so");
    }
    if candidate.verb() == "schedule" {
        return Some("a time of what went on for longer");
    }
    if stem.ends_with(" v") || candidate.verb() == "premier" {
        return Some("a name or a verb that is cut");
    }
    if is_doubled(document, &words) {
        return Some("a name said twice");
    }
    if has_person_with_the(&words) {
        return Some("two articles");
    }
    if stem.contains(" the The ") || stem.contains(" a The ") {
        return Some("two articles");
    }
    if lacks_object(&words) {
        return Some("the verb has lost its object");
    }
    if !document.subject.is_tale() && has_nameless_object(&words) {
        return Some("a work or deed that nothing names");
    }
    if goes_on(&words) {
        return Some("a time of what went on for longer");
    }
    if words.iter().any(|word| is_misspelt(document, word)) {
        return Some("a word that no dictionary has");
    }
    if has_two_verbs(&words) || has_two_subjects(&words) || is_cut_pair(&words, candidate.verb()) {
        return Some("two parts of sentences in one");
    }
    // *was the first published by*: the first what?
    let bare = words.windows(4).any(|w| {
        matches!(w, ["the", "first" | "last" | "second", verb, "by" | "in"] if verb.ends_with("ed"))
    });
    if bare {
        return Some("a name of which the rest is missing");
    }
    if is_half_compared(&words) {
        return Some("a comparison that is cut");
    }
    if is_half_named(&words) {
        return Some("a name of which the rest is missing");
    }
    let dated = stem.starts_with("In what year ") || stem.starts_with("On what date ");
    if dated && candidate.verb() == "record" {
        return Some("a time of what went on for longer");
    }
    if dated && stem.contains(" serve from ") {
        return Some("a time of what went on for longer");
    }
    // *Trinity College* is no university.
    let college = candidate.key.contains(" College") && !candidate.key.contains("University");
    if college && stem.to_lowercase().contains("which university ") {
        return Some("a noun that the key is not");
    }
    if is_state_of_rest(&words) {
        return Some("two parts of sentences in one");
    }
    if is_timeless(&words) {
        return Some("a time of what is still so");
    }
    if points_away(&words) && !document.subject.is_tale() {
        return Some("a word that points outside of the stem");
    }
    None
}

/// *In what year were in Moor built?*: the subject is missing.
fn has_lone_preposition(words: &[&str]) -> bool {
    let dated = matches!(
        words,
        ["In", "what", "year", ..] | ["On", "what", "date", ..]
    );
    dated
        && matches!(
            words.get(3..5),
            Some([
                "was" | "were" | "did" | "had",
                "in" | "of"
                    | "by"
                    | "for"
                    | "with"
                    | "at"
                    | "from"
                    | "on"
                    | "to"
                    | "during"
                    | "after"
                    | "before"
                    | "under"
                    | "since"
            ])
        )
}

/// *Hunter Hunter Moor*, *Ada Moor and Moor*; *Ada and Bo Orr*, where Ada is the
/// subject of the article.
fn is_doubled(document: &Document<'_>, words: &[&str]) -> bool {
    let title: Vec<&str> = document.article.title.split(' ').collect();
    let twice = words.windows(2).any(|pair| {
        matches!(pair, [a, b] if a == b && !matches!(*a, "that" | "had"))
            && !title.windows(2).any(|t| t == pair)
    });
    let (Some(first), Some(last)) = (title.first(), title.last()) else {
        return false;
    };
    let person = document.subject.is_person && title.len() > 1;
    let beside = words
        .windows(3)
        .any(|w| matches!(w, [a, "and", b] if a == last && b.trim_end_matches(',') == *last));
    let half = words
        .windows(2)
        .any(|w| matches!(w, [a, "and"] if a == first));
    twice || person && (beside || half && !document.subject.is_tale())
}

/// *did the Ada Moor publish*
fn has_person_with_the(words: &[&str]) -> bool {
    words.windows(5).any(|w| {
        matches!(w, ["did" | "was" | "does" | "is", "the", first, last, next]
            if given_name(first).is_some()
                && last.starts_with(char::is_uppercase)
                && next.starts_with(char::is_lowercase)
                && lexicon::categories(next).is_verb()
                && !lexicon::is_known(&last.to_lowercase()))
    })
}

/// *emulator,A-Max*
fn is_glued(stem: &str) -> bool {
    stem.match_indices(',').any(|(at, _)| {
        let next = stem.get(at + 1..).and_then(|rest| rest.chars().next());
        next.is_some_and(char::is_alphabetic)
    })
}

/// *In what year was Ada investigating it?*
fn goes_on(words: &[&str]) -> bool {
    let dated = matches!(words, ["In", "what", "year", "was" | "were", ..]);
    let name = words
        .iter()
        .skip(4)
        .take_while(|w| !w.starts_with(char::is_lowercase) || matches!(**w, "the" | "of" | "and"))
        .count();
    dated
        && words
            .get(4 + name)
            .is_some_and(|w| w.ends_with("ing") && lexicon::categories(w).is_verb())
}

/// *was Moor remained at large*
fn is_state_of_rest(words: &[&str]) -> bool {
    let be = words
        .iter()
        .take(6)
        .position(|w| matches!(*w, "was" | "were"));
    let behind = be.and_then(|be| words.get(be + 1..)).unwrap_or_default();
    let name = behind
        .iter()
        .take_while(|w| w.starts_with(char::is_uppercase))
        .count();
    name > 0
        && behind
            .get(name)
            .is_some_and(|w| matches!(*w, "remained" | "became" | "went" | "came" | "began"))
}

/// *is as difficult and complex*: as what?
fn is_half_compared(words: &[&str]) -> bool {
    let Some(at) = words.windows(2).position(
        |w| matches!(w, [verb, "as"] if matches!(*verb, "is" | "was" | "are" | "were" | "be")),
    ) else {
        return false;
    };
    let rest = words.get(at + 2..).unwrap_or_default();
    (1..4).contains(&rest.len())
        && rest
            .iter()
            .all(|w| w.starts_with(char::is_lowercase) && !matches!(*w, "a" | "an" | "the" | "as"))
}

/// *How high is the Rock*: a word with a capital that is no name by itself.
fn is_half_named(words: &[&str]) -> bool {
    matches!(words, [.., verb, "the", last]
        if matches!(*verb, "is" | "was" | "are" | "were")
            && last.starts_with(char::is_uppercase)
            && last.chars().skip(1).all(char::is_lowercase)
            && lexicon::is_known(&last.to_lowercase()))
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
    }) || has_any(
        words,
        &["thereby", "hereby", "aforementioned", "similar", "soon"],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(stem: &str) -> Vec<&str> {
        stem.split(' ').collect()
    }

    #[test]
    fn halves_are_told_from_wholes() {
        assert!(is_half_compared(&words("What is as difficult and complex")));
        assert!(!is_half_compared(&words("Who was as a boy in Moor")));
        assert!(is_half_named(&words("How high is the Rock")));
        assert!(!is_half_named(&words("How high is the Eiger")));
    }

    #[test]
    fn a_time_is_asked_for_in_the_past() {
        assert!(goes_on(&words(
            "In what year was Ada Moor studying the moon"
        )));
        assert!(!goes_on(&words("In what year was Ada Moor elected")));
        assert!(is_timeless(&words("In what year have the Moors won")));
        assert!(!is_timeless(&words("In what year had the Moors won")));
        assert!(points_away(&words("How many goals were shot that year")));
        assert!(!points_away(&words("Which year was that")));
        assert!(has_lone_preposition(&words(
            "In what year were in Moor models launched"
        )));
        assert!(!has_lone_preposition(&words(
            "In what year were models built"
        )));
        assert!(is_glued("the emulator,A-Max"));
        assert!(!is_glued("the emulator, A-Max, for 1,000"));
    }
}
