//! Questions for a place or a person that the world of the article answers by
//! itself, or that nothing binds to one answer.

use super::{Candidate, has_any, has_year};
use crate::fact::lists::Lists;
use crate::fact::{Document, Kind, Names};
use crate::generate::distractor;

/// Nouns of places that are asked for.
const PLACES: [&str; 14] = [
    "country",
    "city",
    "state",
    "town",
    "county",
    "province",
    "continent",
    "empire",
    "island",
    "kingdom",
    "region",
    "religion",
    "sea",
    "street",
];

/// What people do anywhere, and more than once.
const GOING: [&str; 10] = [
    "come", "go", "look", "return", "run", "stay", "travel", "turn", "visit", "walk",
];

/// Things of a day, which no encyclopedia is asked for.
const TRIFLES: [&str; 17] = [
    "animal",
    "bird",
    "fish",
    "fruit",
    "vegetable",
    "body",
    "clothing",
    "colour",
    "color",
    "drink",
    "food",
    "furniture",
    "material",
    "room",
    "tool",
    "vehicle",
    "weather",
];

/// Nouns under which an article gathers what does not go together.
const GATHERED: [&str; 7] = [
    "building",
    "organisation",
    "organization",
    "law",
    "place",
    "area",
    "association",
];

/// Deeds of which another may be told as well.
const BLAND: [&str; 34] = [
    "argue",
    "attend",
    "begin",
    "believe",
    "call",
    "claim",
    "come",
    "convince",
    "deliver",
    "describe",
    "facilitate",
    "fear",
    "get",
    "hold",
    "include",
    "keep",
    "know",
    "like",
    "maintain",
    "make",
    "meet",
    "need",
    "neglect",
    "offer",
    "order",
    "praise",
    "say",
    "see",
    "share",
    "support",
    "think",
    "urge",
    "use",
    "visit",
];

/// Verbs with which a land or a town is the doer or the done-to of something
/// that is known.
const OF_LANDS: [&str; 21] = [
    "divide",
    "flow",
    "separate",
    "share",
    "acquire",
    "annex",
    "border",
    "build",
    "cede",
    "colonize",
    "conquer",
    "declare",
    "establish",
    "found",
    "host",
    "invade",
    "locate",
    "occupy",
    "purchase",
    "rule",
    "sign",
];

/// The first reason why the answer is open, or no question at all.
pub(super) fn fault(document: &Document<'_>, candidate: &Candidate) -> Option<&'static str> {
    let boxed = candidate.category == "Profile";
    // Moulds and tales ask for what they are sure of.
    let of_clause =
        !candidate.verb().is_empty() && candidate.verb().chars().all(|c| c.is_ascii_lowercase());
    if boxed || !of_clause || document.subject.is_tale() {
        return None;
    }
    let stem = candidate.stem.trim_end_matches('?');
    let words: Vec<&str> = stem.split(' ').collect();
    if document.subject.kind == Some(Kind::Work) {
        let trifle = asked(&words).is_some_and(|(_, noun)| matches!(noun, "body" | "weapon"));
        return trifle.then_some("a trifle of a day");
    }
    let only = tells_apart(&words);
    if let Some((before, noun)) = asked(&words) {
        if PLACES.contains(&noun) {
            return of_place(document, candidate, &words, (before, noun), only);
        }
        // *Which president nominated her?*: an office is held by few.
        let office = Lists::shared()
            .role(noun)
            .is_some_and(|role| matches!(role.class, "politician" | "royalty"));
        if office && noun != "politician" && !fellows(candidate) {
            return Some("options that never held the office");
        }
        if document.subject.is_person && TRIFLES.contains(&noun) && (!before || noun == "room") {
            return Some("a trifle of a day");
        }
        let dated = words.iter().any(|w| has_year(w));
        if !before && BLAND.contains(&candidate.verb()) && !only && !dated {
            return Some("a deed that others may have done");
        }
        let own = candidate.key.to_lowercase().contains(noun);
        if GATHERED.contains(&noun) && !own && !only {
            return Some("a noun under which much is gathered");
        }
    }
    if is_undated_figure(stem, candidate.verb()) {
        return Some("a figure at no certain time");
    }
    let asks = words
        .iter()
        .take(5)
        .any(|w| matches!(w.to_lowercase().as_str(), "who" | "whom"));
    let dated = words.iter().any(|w| has_year(w));
    (asks && BLAND.contains(&candidate.verb()) && !only && !dated)
        .then_some("a deed that others may have done")
}

/// Whether all options are politicians that the lists know.
fn fellows(candidate: &Candidate) -> bool {
    let known = |name: &String| {
        Lists::shared()
            .known(name)
            .iter()
            .any(|k| matches!(k.class, "politician" | "monarch"))
    };
    candidate.distractors.iter().all(known)
}

/// *What percentage of respondents held it?*, *How many troops did Moor send?*:
/// in which poll, and when?
fn is_undated_figure(stem: &str, verb: &str) -> bool {
    const CHANGING: [&str; 14] = [
        "attend", "carry", "deploy", "dispatch", "drive", "employ", "export", "have", "hold",
        "import", "lose", "sell", "send", "serve",
    ];
    let words = || stem.split(' ');
    let dated = words().any(has_year) || words().any(|w| matches!(w, "first" | "last" | "only"));
    let share = stem.contains("hat percentage ") || stem.contains("hat proportion ");
    let count = stem.contains("ow many ") && stem.contains(" did ") && CHANGING.contains(&verb);
    (share || count) && !dated
}

/// The noun that a stem asks for, and whether a preposition stands before it:
/// *in which city*.
fn asked<'w>(words: &[&'w str]) -> Option<(bool, &'w str)> {
    let at = words
        .iter()
        .take(12)
        .position(|w| w.eq_ignore_ascii_case("which"))?;
    let noun = words.get(at + 1).copied()?;
    // *which US state*
    let noun = match (noun, words.get(at + 2)) {
        ("US" | "Canadian", Some(next)) => next,
        _ => noun,
    };
    let before = at > 0 && !words.get(at - 1).is_some_and(|w| w.ends_with(','));
    Some((before, noun))
}

/// *the first*, *the largest*: a word that leaves one answer.
fn tells_apart(words: &[&str]) -> bool {
    words.iter().any(|w| {
        let word = w.trim_end_matches(',');
        matches!(
            word,
            "first" | "last" | "only" | "most" | "least" | "best" | "oldest" | "youngest"
        ) || word.len() > 5 && word.ends_with("est") && word.chars().all(char::is_lowercase)
    })
}

/// Why a question for a place is none.
fn of_place(
    document: &Document<'_>,
    candidate: &Candidate,
    words: &[&str],
    (before, noun): (bool, &str),
    only: bool,
) -> Option<&'static str> {
    let key = candidate.key.as_str();
    let verb = candidate.verb();
    if noun == "country" && distractor::home(document) == Some(key) {
        return Some("where everything in the article happens");
    }
    let dated = words.iter().any(|w| has_year(w));
    if GOING.contains(&verb) && !dated && !only {
        return Some("a way that was gone more than once");
    }
    if !before && !only && !OF_LANDS.contains(&verb) {
        return Some("what may be said of many places");
    }
    // A house stands where it stands, whatever happens to it.
    let stands = [
        "locate", "situate", "base", "bear", "bury", "found", "inter",
    ];
    let still = document.names.entities.iter().any(|entity| {
        entity.kind == Some(Kind::Place)
            && Some(entity.name.as_str()) != document.entity(Names::TITLE).map(|t| t.name.as_str())
            && entity.name.contains(' ')
            && Lists::shared().known(&entity.name).is_empty()
            && words.join(" ").contains(&format!("did {} ", entity.name))
    });
    if still && !stands.contains(&verb) {
        return Some("where a place lies, asked with something else");
    }
    let lasting = words
        .iter()
        .any(|w| matches!(*w, "does" | "do" | "are" | "has" | "have"))
        || has_any(words, &["is"]) && !stands.contains(&verb);
    let apart = only || stands.contains(&verb) || OF_LANDS.contains(&verb);
    (lasting && !apart).then_some("what may be so in many places")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(stem: &str) -> Vec<&str> {
        stem.split(' ').collect()
    }

    #[test]
    fn the_noun_asked_for_is_found() {
        assert_eq!(
            asked(&words("In which city was Ada born")),
            Some((true, "city"))
        );
        assert_eq!(
            asked(&words("Which US state did Ada buy")),
            Some((false, "state"))
        );
        assert_eq!(
            asked(&words("In 1990, which city burned")),
            Some((false, "city"))
        );
        assert_eq!(asked(&words("Who was Ada")), None);
    }

    #[test]
    fn figures_have_a_time() {
        assert!(is_undated_figure(
            "How many troops did Moor send to Fen",
            "send"
        ));
        assert!(!is_undated_figure(
            "In 1990, how many troops did Moor send to Fen",
            "send"
        ));
        assert!(is_undated_figure(
            "What percentage of voters liked it",
            "like"
        ));
    }

    #[test]
    fn superlatives_leave_one_answer() {
        assert!(tells_apart(&words("Which city has the largest harbour")));
        assert!(tells_apart(&words("Which city was the first to burn")));
        assert!(!tells_apart(&words("Which city burned in the west")));
    }
}
