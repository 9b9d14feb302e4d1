//! What happened more than once, or to more than one: a stem must say which
//! time, which match, which of several things.

use super::{Candidate, has_year};
use crate::fact::{Document, Kind, Names};
use crate::text::{lexicon, number};

/// Shows and games that are held every year under one name.
const YEARLY: [&str; 14] = [
    "SummerSlam",
    "WrestleMania",
    "Royal Rumble",
    "Survivor Series",
    "Super Bowl",
    "World Series",
    "Comic-Con",
    "Grammys",
    "Emmys",
    "Oscars",
    "Wimbledon",
    "French Open",
    "US Open",
    "Australian Open",
];

/// The parts of a tournament.
const ROUNDS: [&str; 12] = [
    "final",
    "finals",
    "semifinal",
    "semi-final",
    "semi-finals",
    "semifinals",
    "quarterfinal",
    "quarter-final",
    "match",
    "rematch",
    "game",
    "bout",
];

/// What people get over and get again.
const ILLS: [&str; 3] = ["contract", "catch", "suffer"];

/// Business of a person that no player remembers.
const BUSINESS: [&str; 13] = [
    " stake in ",
    " joint venture",
    " partnership with ",
    " equity ",
    " endorsement",
    " sponsorship",
    " shareholder",
    " Facebook post",
    " tweet",
    " a deal ",
    " agreement worth ",
    " contract worth ",
    " undisclosed ",
];

/// The first reason why a stem may be true more than once.
pub(super) fn fault(document: &Document<'_>, candidate: &Candidate) -> Option<&'static str> {
    let stem = candidate.stem.trim_end_matches('?');
    let words: Vec<&str> = stem.split(' ').collect();
    let dated = has_year(stem);
    let asks_time = has_year(&candidate.key);
    let tale = document.subject.is_tale();
    let ordinal = words.iter().any(|w| {
        matches!(
            *w,
            "first" | "last" | "only" | "final" | "youngest" | "oldest"
        ) || w.starts_with(|c: char| c.is_ascii_digit())
    });
    if !dated && !asks_time && !ordinal && YEARLY.iter().any(|show| stem.contains(show)) {
        return Some("what is held every year");
    }
    if is_bare_round(&words) && !names_tournament(stem) && !tale {
        return Some("a match, and nothing says which");
    }
    if has_any(&words, &["publish", "published", "write", "wrote"])
        && (stem.contains(" an article ") || stem.contains(" a post"))
        && !stem.contains('"')
    {
        return Some("one of many articles");
    }
    if lost_year(document, candidate) {
        return Some("the event has lost its year");
    }
    if stem.contains(" rank among ") && !stem.contains(" by ") {
        return Some("a rank, and nothing says by what");
    }
    if is_moved_year(&words) && stem.contains(" at the age of ") {
        return Some("a time asked for and told");
    }
    if stem.starts_with("On what date ")
        && document.subject.is_person
        && !stem.contains(document.article.title.as_str())
    {
        return Some("a day in the life of somebody else");
    }
    if stem.ends_with(" today") {
        return Some("today");
    }
    if !tale && stem.contains(" forced to ") {
        return Some("forced, and nothing says by what");
    }
    if is_bare_nth(&words) {
        return Some("one of several works, and nothing says which");
    }
    if stem.contains(" so that his ") || stem.contains(" so that her ") {
        return Some("his, and nothing says whose");
    }
    if breaks_list(&words) {
        return Some("things that the stem has not told of");
    }
    if shares_title(document, candidate) {
        return Some("a word of the title tells the key");
    }
    if stem.contains(" all or some ") {
        return Some("hedged");
    }
    if is_welded(&words) {
        return Some("what was said of the doer is said of the place");
    }
    if ILLS.contains(&candidate.verb())
        && !dated
        && !asks_time
        && !tale
        && document.subject.is_person
    {
        return Some("an illness that may be one of several");
    }
    if document.subject.is_person && BUSINESS.iter().any(|b| stem.contains(b)) {
        return Some("business that nobody remembers");
    }
    if says_of_itself(&words) {
        return Some("what somebody said of what he did himself");
    }
    if lost_role(document, candidate) {
        return Some("the role in which it was done is lost");
    }
    if stem.contains(" 's ")
        || stem.contains("'s successor in ")
        || stem.contains("'s predecessor in ")
    {
        return Some("a successor, and nothing says as what");
    }
    bare_word(document, stem).then_some("a common word as a name")
}

/// *In what year ...*, *On what date ...*, *When ...*
fn is_moved_year(words: &[&str]) -> bool {
    words.first().is_some_and(|w| *w == "When")
        || matches!(words, ["In" | "On", "what", "year" | "date" | "month", ..])
}

/// *Ann's fifth book*, without its title.
fn is_bare_nth(words: &[&str]) -> bool {
    const WORKS: [&str; 10] = [
        "book",
        "novel",
        "album",
        "film",
        "single",
        "studio",
        "memoir",
        "play",
        "record",
        "collection",
    ];
    words.windows(3).enumerate().any(|(at, w)| {
        let [owner, nth, work] = w else { return false };
        let own = owner.ends_with("'s") || matches!(*owner, "his" | "her" | "their");
        let next = words.get(at + 3).copied().unwrap_or_default();
        own && number::ordinal(nth).is_some()
            && *nth != "first"
            && WORKS.contains(work)
            && !next.starts_with(|c: char| c.is_uppercase() || c == '"')
    })
}

/// *sold the plot, plans and services*
fn breaks_list(words: &[&str]) -> bool {
    words.windows(2).any(|w| {
        matches!(w, ["the", noun] if noun.ends_with(',') && noun.starts_with(char::is_lowercase))
    }) && words.contains(&"and")
}

/// *Moor Center*, asked for where the title is *Moor Building*: no option has
/// that word.
fn shares_title(document: &Document<'_>, candidate: &Candidate) -> bool {
    if document.subject.is_person || document.subject.is_fictional {
        return false;
    }
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|w| w.len() > 3 && w.starts_with(char::is_uppercase))
            .map(str::to_lowercase)
            .collect()
    };
    let person = document
        .names
        .named(&candidate.key)
        .and_then(|id| document.entity(id))
        .is_some_and(|e| e.kind == Some(Kind::Person));
    let title = words(&document.article.title);
    let shared = |text: &str| words(text).iter().any(|w| title.contains(w));
    !person
        && !candidate.key.starts_with('"')
        && shared(&candidate.key)
        && !candidate.distractors.iter().any(|d| shared(d))
}

fn has_any(words: &[&str], of: &[&str]) -> bool {
    words.iter().any(|w| of.contains(w))
}

/// *in a five-set final*
fn is_bare_round(words: &[&str]) -> bool {
    let capital = |w: &&str| w.starts_with(char::is_uppercase);
    words.iter().enumerate().any(|(at, word)| {
        let before = words.get(at.saturating_sub(4)..at).unwrap_or_default();
        ROUNDS.contains(word)
            && before.iter().any(|w| matches!(*w, "a" | "an" | "the"))
            && !before.iter().any(|w| capital(w) || *w == "video")
            && !words.get(at + 1).is_some_and(capital)
    })
}

/// Whether a stem says in which contest.
fn names_tournament(stem: &str) -> bool {
    [
        "Open",
        "Wimbledon",
        "Cup",
        "Championship",
        "Olympic",
        "UFC",
        "Series",
        "Masters",
        "WrestleMania",
        "Bowl",
        "Games",
        "League",
        "Tournament",
        "SummerSlam",
    ]
    .iter()
    .any(|name| stem.contains(name))
}

/// *at the 2012 Winter Youth Olympics*, where the key goes without the year.
fn lost_year(document: &Document<'_>, candidate: &Candidate) -> bool {
    let text = candidate.evidence.of(document.text());
    let key = candidate.key.trim_matches('"');
    text.find(key)
        .and_then(|at| text.get(..at))
        .and_then(|before| before.trim_end().rsplit(' ').next())
        .is_some_and(|word| word.len() == 4 && has_year(word) && !candidate.stem.contains(word))
        && text
            .find(key)
            .and_then(|at| text.get(..at))
            .is_some_and(|b| b.ends_with(' '))
        && !has_year(key)
        && candidate.stem.starts_with(['A', 'I', 'D', 'W'])
}

/// *What is ruled in Moor founded in 1994?*: two participles, the first
/// without its agent.
fn is_welded(words: &[&str]) -> bool {
    let participle = |w: &str| w.ends_with("ed") && lexicon::categories(w).is_verb();
    let be = words
        .iter()
        .take(6)
        .position(|w| matches!(*w, "is" | "was" | "are" | "were"));
    let Some(be) = be else { return false };
    let rest = words.get(be + 1..).unwrap_or_default();
    let Some(first) = rest.iter().position(|w| participle(w)) else {
        return false;
    };
    rest.windows(3).skip(first + 1).any(|w| {
        matches!(w, [name, verb, "in" | "by" | "at"]
            if name.starts_with(char::is_uppercase) && !name.ends_with(',') && participle(verb))
    }) && !words.contains(&"by")
}

/// *Who noted that he drew the hat larger?*
fn says_of_itself(words: &[&str]) -> bool {
    let that = words.iter().take(5).position(|w| *w == "that");
    let asks = words.first().is_some_and(|w| *w == "Who");
    asks && that.is_some_and(|at| {
        words
            .iter()
            .skip(at + 1)
            .take(6)
            .any(|w| matches!(*w, "he" | "she"))
    })
}

/// *Ann, as commander, was trained*: beside the commander others were.
fn lost_role(document: &Document<'_>, candidate: &Candidate) -> bool {
    let text = candidate.evidence.of(document.text());
    candidate.stem.starts_with("Who ") && text.contains(", as ") && !candidate.stem.contains(" as ")
}

/// *To which building did Time move?*: a name that the text has as a word too.
fn bare_word(document: &Document<'_>, stem: &str) -> bool {
    const BEFORE: [&str; 10] = [
        "did", "does", "has", "was", "were", "by", "of", "from", "to", "for",
    ];
    let text = document.text();
    let entities = document.names.entities.iter().enumerate();
    entities.skip(Names::TITLE + 1).any(|(_, entity)| {
        let name = entity.name.as_str();
        let common = matches!(entity.kind, Some(Kind::Work | Kind::Organisation))
            && !entity.quoted
            && !name.contains(' ')
            && text.contains(&format!(" {} ", name.to_lowercase()));
        common
            && stem.split(' ').collect::<Vec<_>>().windows(3).any(|w| {
                matches!(w, [before, word, next] if BEFORE.contains(before)
                    && *word == name
                    && *next != "magazine"
                    && !next.starts_with(char::is_uppercase))
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(stem: &str) -> Vec<&str> {
        stem.split(' ').collect()
    }

    #[test]
    fn a_round_needs_its_contest() {
        assert!(is_bare_round(&words(
            "Whom did Ann defeat in a five-set final"
        )));
        assert!(!is_bare_round(&words(
            "Whom did Ann defeat in the Moor Cup final"
        )));
        assert!(names_tournament(
            "Whom did Ann beat at the Moor Cup in a final"
        ));
    }

    #[test]
    fn participles_behind_a_place_are_torn_from_the_doer() {
        assert!(is_welded(&words("What is ruled in Moor founded in 1994")));
        assert!(!is_welded(&words(
            "What was ruled by a board founded in 1994"
        )));
        assert!(!is_welded(&words("Who was elected in Moor in 1994")));
    }

    #[test]
    fn nobody_is_known_for_a_word_on_himself() {
        assert!(says_of_itself(&words(
            "Who noted that in spring he drew the hat larger"
        )));
        assert!(!says_of_itself(&words("Who noted that the hat was larger")));
    }
}
