//! Stems that are no question: a verb without what it is done to, a tense in
//! which nobody asks for a time, a word that points at what is not there.

use super::{Candidate, has_any, has_year};
use crate::fact::Document;
use crate::text::{Tag, given_name, inflect, lexicon, number};

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
    // *Trinity College* is no university.
    let college = candidate.key.contains(" College") && !candidate.key.contains("University");
    if college && stem.to_lowercase().contains("which university ") {
        return Some("a noun that the key is not");
    }
    // *was Moor remained*
    let stays = ["remained", "became", "went", "came", "began"];
    if words.windows(3).any(|w| {
        matches!(w, ["was" | "were", name, verb]
            if name.starts_with(char::is_uppercase) && stays.contains(verb))
    }) || words.windows(4).any(|w| {
        matches!(w, ["was" | "were", name, last, verb]
            if name.starts_with(char::is_uppercase)
                && last.starts_with(char::is_uppercase)
                && stays.contains(verb))
    }) {
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
        matches!(pair, [a, b] if a == b && a.starts_with(char::is_uppercase))
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

/// *In what year did Ada publish a satiric dialogue?*: one of how many?
fn has_nameless_object(words: &[&str]) -> bool {
    const MAKING: [&str; 35] = [
        "accomplish",
        "acquire",
        "adopt",
        "appear",
        "become",
        "build",
        "buy",
        "collaborate",
        "collect",
        "complete",
        "compose",
        "create",
        "develop",
        "direct",
        "establish",
        "file",
        "form",
        "give",
        "hold",
        "introduce",
        "join",
        "launch",
        "make",
        "open",
        "perform",
        "produce",
        "publish",
        "reach",
        "receive",
        "record",
        "release",
        "sell",
        "sign",
        "start",
        "write",
    ];
    let dated = matches!(
        words,
        ["In", "what", "year", ..] | ["On", "what", "date", ..]
    );
    let Some(verb) = words
        .iter()
        .position(|w| MAKING.contains(w))
        .filter(|_| dated)
    else {
        return false;
    };
    let rest = words.get(verb + 1..).unwrap_or_default();
    let indefinite = rest.iter().take(4).any(|w| {
        matches!(
            *w,
            "a" | "an" | "two" | "three" | "several" | "some" | "many"
        )
    });
    let told = rest.iter().any(|w| {
        w.starts_with(|c: char| !c.is_lowercase())
            || matches!(*w, "first" | "last" | "only" | "youngest" | "oldest")
            || w.len() > 5 && w.ends_with("est")
    });
    indefinite && !told
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

/// *did Ada graduate from the school in Moor were noted*
fn has_two_verbs(words: &[&str]) -> bool {
    const JOINING: [&str; 26] = [
        "that", "which", "who", "whom", "whose", "when", "where", "while", "because", "if", "as",
        "after", "before", "until", "since", "what", "how", "why", "although", "though", "than",
        "and", "but", "or", "so", "whether",
    ];
    let Some(did) = words.iter().position(|w| *w == "did") else {
        return false;
    };
    let mut quoted = false;
    for word in words.iter().skip(did + 1) {
        let bare = word.trim_end_matches(',');
        if word.starts_with('"') {
            quoted = true;
        }
        if !quoted && JOINING.contains(&bare) {
            return false;
        }
        if !quoted && matches!(bare, "was" | "were" | "had" | "has" | "is" | "are") {
            return true;
        }
        if word.ends_with('"') {
            quoted = false;
        }
    }
    false
}

/// *did Moor a strike begin*
fn has_two_subjects(words: &[&str]) -> bool {
    words.windows(3).any(|w| {
        matches!(w, ["did" | "does" | "was" | "were" | "do", name, "a" | "an"]
            if name.starts_with(char::is_uppercase) && !name.ends_with(','))
    })
}

/// *Whom did the group include and Bo Orr?*, *exasperate them to the point*
fn is_cut_pair(words: &[&str], verb: &str) -> bool {
    let joined = words.windows(3).any(|w| {
        matches!(w, [first, "and", next]
            if *first == verb && next.starts_with(char::is_uppercase))
    });
    let point = matches!(
        words,
        [.., "to", "the", "point" | "extent" | "degree" | "effect"]
    );
    joined || point
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

/// *facillitate*: in no dictionary, one letter from a word that is, and nowhere
/// else in the article.
fn is_misspelt(document: &Document<'_>, word: &str) -> bool {
    const LEAST: usize = 7;
    // The lexicon has no function words.
    const FUNCTION: [&str; 26] = [
        "against",
        "alongside",
        "although",
        "another",
        "because",
        "between",
        "despite",
        "everybody",
        "everyone",
        "everything",
        "herself",
        "himself",
        "nothing",
        "nowhere",
        "somebody",
        "someone",
        "something",
        "themselves",
        "through",
        "throughout",
        "towards",
        "underneath",
        "whatever",
        "whether",
        "without",
        "yourself",
    ];
    let word = word.trim_end_matches(',').trim_end_matches("'s");
    if word.len() < LEAST || !word.chars().all(|c| c.is_ascii_lowercase()) || is_word(word) {
        return false;
    }
    !FUNCTION.contains(&word)
        && number::cardinal(word).is_none()
        && slips(word).any(|other| is_word(&other))
        && document.text().matches(word).count() < 2
}

/// Whether the lexicon has a word, or the base of it.
fn is_word(word: &str) -> bool {
    let bases = [Tag::VBD, Tag::VBG, Tag::VBZ, Tag::NNS];
    lexicon::is_known(word)
        || bases
            .iter()
            .any(|&tag| lexicon::is_known(&inflect::lemma(word, tag)))
        || word.strip_suffix("ly").is_some_and(lexicon::is_known)
}

/// A word with one letter less, one more, or two of them in each other's place.
fn slips(word: &str) -> impl Iterator<Item = String> + '_ {
    let less = (0..word.len()).map(|at| {
        let (front, back) = word.split_at(at);
        format!("{front}{}", back.get(1..).unwrap_or_default())
    });
    let more = (1..word.len()).flat_map(move |at| {
        let (front, back) = word.split_at(at);
        ('a'..='z').map(move |letter| format!("{front}{letter}{back}"))
    });
    let moved = (0..word.len().saturating_sub(1)).map(|at| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.swap(at, at + 1);
        letters.into_iter().collect()
    });
    less.chain(more).chain(moved)
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
    fn a_slip_is_one_letter_from_a_word() {
        assert!(slips("facillitate").any(|w| w == "facilitate"));
        assert!(slips("restictions").any(|w| w == "restrictions"));
        assert!(is_word("facilitated") && !is_word("facillitated"));
    }

    #[test]
    fn a_work_has_a_name() {
        assert!(has_nameless_object(&words(
            "In what year did Ada publish a satiric dialogue"
        )));
        assert!(!has_nameless_object(&words(
            "In what year did Ada publish a book about Moor"
        )));
        assert!(!has_nameless_object(&words(
            "In what year did Ada publish her first book"
        )));
        assert!(goes_on(&words(
            "In what year was Ada Moor studying the moon"
        )));
        assert!(!goes_on(&words("In what year was Ada Moor elected")));
    }

    #[test]
    fn parts_of_two_sentences_make_none() {
        assert!(has_two_verbs(&words(
            "In what year did Ada leave the school in Moor were noted"
        )));
        assert!(!has_two_verbs(&words(
            "In what year did Ada say that Bo was in Moor"
        )));
        assert!(has_two_subjects(&words(
            "On what date did Moor a strike begin"
        )));
        assert!(!has_two_subjects(&words("When did Moor give a party")));
        assert!(is_cut_pair(
            &words("Whom did the group include and Bo Orr"),
            "include"
        ));
        assert!(is_half_compared(&words("What is as difficult and complex")));
        assert!(!is_half_compared(&words("Who was as a boy in Moor")));
        assert!(is_half_named(&words("How high is the Rock")));
        assert!(!is_half_named(&words("How high is the Eiger")));
    }

    #[test]
    fn a_time_is_asked_for_in_the_past() {
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
