//! Stems that came apart: a verb, a comma or an article is missing, a clause
//! stands where it does not belong.

use super::{Candidate, has_any};
use crate::fact::lists::Lists;
use crate::fact::{Document, Kind};
use crate::text::lexicon;

/// Wordings of the source that no question keeps.
const COPIED: [&str; 21] = [
    " from and ",
    " to date",
    " one of the most ",
    " some of the ",
    " e.g",
    " i.e",
    " square off ",
    " for the annual ",
    " proceed to ",
    " Series event",
    " for example ",
    " within a few ",
    " alma mater",
    ", for ",
    " Q1 ",
    " Q2 ",
    " Q3 ",
    " Q4 ",
    " followed by ",
    " made that ",
    " before losing",
];

/// How no question begins.
const CLUMSY: [&str; 6] = [
    "t whom did ",
    "As what ",
    "or what percentage ",
    "ince what year ",
    "ear which ",
    "or which town did ",
];

/// Parts of the world at the end of a stem.
const ENDS: [&str; 6] = [
    " in Asia",
    " in Africa",
    " in Europe",
    " in Oceania",
    " in South America",
    " in North America",
];

/// The first mark of a stem that came apart.
pub(super) fn fault(document: &Document<'_>, candidate: &Candidate) -> Option<&'static str> {
    let stem = candidate.stem.trim_end_matches('?');
    let words: Vec<&str> = stem.split(' ').collect();
    if asks_place(&words) && ENDS.iter().any(|end| stem.ends_with(end)) {
        return Some("a place asked for and told");
    }
    if matches!(words.as_slice(), ["In", "which", "country", "is", ..])
        && !matches!(
            document.subject.kind,
            Some(Kind::Place | Kind::Organisation)
        )
    {
        return Some("in a country, and nothing says what it does there");
    }
    if breaks_list(&words) {
        return Some("things that the stem has not told of");
    }
    if lacks_auxiliary(&words) || breaks_off_when(stem) {
        return Some("a clause without its verb");
    }
    if says_twice(&words) {
        return Some("a name or a noun said twice");
    }
    if has_small_rank(&words) {
        return Some("a rank before a name");
    }
    if opens_apposition(&words) || opens_after_original(&words) {
        return Some("a comma that opens and does not close");
    }
    if has_torn_which(&words) {
        return Some("a relative clause torn from its noun");
    }
    if is_welded(&words) {
        return Some("what was said of the doer is said of the place");
    }
    if has_capital_noun(&words) {
        return Some("a capital only because the sentence began");
    }
    let clumsy = CLUMSY.iter().any(|front| stem.contains(front));
    if clumsy || is_double_front(stem) {
        return Some("a clumsy question word");
    }
    let owned = stem.starts_with("Whose ") && stem.contains(" as ");
    let copied = COPIED.iter().any(|phrase| stem.contains(phrase));
    (owned || stem.ends_with(" alone") || copied && !document.subject.is_tale())
        .then_some("the wording of the source")
}

/// *In which country ...*
fn asks_place(words: &[&str]) -> bool {
    matches!(
        words,
        [
            "In",
            "which",
            "country" | "city" | "state" | "region" | "town",
            ..
        ]
    )
}

/// *sold the plot, plans and services*
fn breaks_list(words: &[&str]) -> bool {
    words.windows(2).any(|w| {
        matches!(w, ["the", noun] if noun.ends_with(',') && noun.starts_with(char::is_lowercase))
    }) && words.contains(&"and")
}

/// *How many weeks after the siege began they took the fort?*
fn lacks_auxiliary(words: &[&str]) -> bool {
    const VERBS: [&str; 16] = [
        "did", "does", "do", "was", "were", "is", "are", "has", "have", "had", "can", "could",
        "will", "would", "must", "may",
    ];
    let asks = words
        .first()
        .is_some_and(|w| matches!(*w, "How" | "When" | "Where"))
        || matches!(words, ["In" | "On" | "At", "what", ..]);
    asks && !has_any(words, &VERBS)
}

/// *when Ann, queen of Moor*
fn breaks_off_when(stem: &str) -> bool {
    let Some((_, clause)) = stem.split_once(" when ") else {
        return false;
    };
    clause.contains(", ")
        && !clause.split([' ', ',']).any(|word| {
            let found = lexicon::categories(word);
            found.is_verb() && !found.is_noun() || matches!(word, "is" | "was" | "had" | "were")
        })
}

/// *the film Ann Moor about the life of Ann Moor*, *Which region is the largest
/// region*.
fn says_twice(words: &[&str]) -> bool {
    let bare = |w: &str| {
        w.trim_end_matches([',', '"', '\''])
            .trim_end_matches("'s")
            .to_owned()
    };
    let capital = |w: &&str| w.starts_with(char::is_uppercase);
    let names = words.windows(2).enumerate().skip(1).any(|(at, pair)| {
        let [a, b] = pair else { return false };
        let again = |other: &[&str]| {
            matches!(other, ["of" | "about" | "in" | "on", x, y] if x == a && bare(y) == bare(b))
        };
        capital(a) && capital(b) && words.windows(3).skip(at + 2).any(again)
    });
    let noun = match words {
        ["Which", noun, "is" | "was", rest @ ..] => rest.contains(noun),
        _ => false,
    };
    names || noun
}

/// *was captain Ann Lee killed*
fn has_small_rank(words: &[&str]) -> bool {
    const RANKS: [&str; 12] = [
        "captain",
        "colonel",
        "general",
        "major",
        "lieutenant",
        "sergeant",
        "senior",
        "junior",
        "judge",
        "senator",
        "governor",
        "doctor",
    ];
    words.windows(3).any(|w| {
        matches!(w, [before, rank, name] if RANKS.contains(rank)
            && matches!(*before, "was" | "did" | "were" | "the" | "is" | "does")
            && name.starts_with(char::is_uppercase))
    })
}

/// *was the first newspaper, Moor published*
fn opens_apposition(words: &[&str]) -> bool {
    let commas = words.iter().filter(|w| w.ends_with(',')).count();
    let at = words.iter().position(|w| w.ends_with(','));
    let Some(at) = at.filter(|at| commas == 1 && *at > 3) else {
        return false;
    };
    let rest = words.get(at + 1..).unwrap_or_default();
    let names = rest
        .iter()
        .take_while(|w| w.starts_with(char::is_uppercase))
        .count();
    names > 0
        && rest
            .get(names)
            .is_some_and(|w| w.ends_with("ed") && lexicon::categories(w).is_verb())
}

/// *the original Robin Dick Orr*
fn opens_after_original(words: &[&str]) -> bool {
    let capital = |w: &&str| w.starts_with(char::is_uppercase);
    words
        .windows(4)
        .any(|w| matches!(w, ["original" | "first", names @ ..] if names.iter().all(capital)))
}

/// *in Moor which was led by*
fn has_torn_which(words: &[&str]) -> bool {
    words.windows(3).any(|w| {
        matches!(w, [name, "which", "was" | "were" | "is" | "are" | "had"]
            if name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
                && !name.ends_with(','))
    })
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

/// *did Merchandise exports total ...*
fn has_capital_noun(words: &[&str]) -> bool {
    words.windows(3).any(|w| {
        let [verb, name, noun] = w else { return false };
        let lower = name.to_lowercase();
        // *were Connections between*
        let one = lower.strip_suffix('s').unwrap_or(&lower);
        let plural = lower.ends_with('s') && matches!(*noun, "between" | "of" | "from" | "among");
        let compound = noun.ends_with('s')
            && noun.starts_with(char::is_lowercase)
            && lexicon::categories(noun).is_noun();
        matches!(*verb, "did" | "does" | "was" | "were")
            && name.starts_with(char::is_uppercase)
            && (compound || plural)
            && (lexicon::categories(&lower).is_noun() || lexicon::categories(one).is_noun())
            && Lists::shared().demonym(name).is_none()
            && Lists::shared().known(name).is_empty()
    })
}

/// *In her first book, in what year did ...*
fn is_double_front(stem: &str) -> bool {
    stem.starts_with("In ")
        && [", in what year ", ", in which year ", ", on what date "]
            .iter()
            .any(|front| stem.contains(front))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(stem: &str) -> Vec<&str> {
        stem.split(' ').collect()
    }

    #[test]
    fn participles_behind_a_place_are_torn_from_the_doer() {
        assert!(is_welded(&words("What is ruled in Moor founded in 1994")));
        assert!(!is_welded(&words(
            "What was ruled by a board founded in 1994"
        )));
        assert!(!is_welded(&words("Who was elected in Moor in 1994")));
        assert!(has_torn_which(&words(
            "When was it held in Moor which was led by Ann"
        )));
        assert!(!has_torn_which(&words(
            "Who lived in a house which was built by Ann"
        )));
    }

    #[test]
    fn a_question_has_a_verb_of_its_own() {
        assert!(lacks_auxiliary(&words(
            "How many weeks after the siege began they took the fort"
        )));
        assert!(!lacks_auxiliary(&words(
            "How many weeks after the siege did they take the fort"
        )));
        assert!(breaks_off_when("Which river rose when Ann, queen of Moor"));
        assert!(!breaks_off_when(
            "Which river rose when Ann, queen of Moor, was born"
        ));
        assert!(is_double_front(
            "In Ann's first book, in what year did Bo die"
        ));
    }

    #[test]
    fn names_are_said_once_and_set_apart() {
        assert!(says_twice(&words(
            "Who wrote Ann Moor about the life of Ann Moor"
        )));
        assert!(says_twice(&words(
            "Which region is the largest region of Moor"
        )));
        assert!(!says_twice(&words(
            "When did Ann Moor open the Ann Moor School"
        )));
        assert!(has_small_rank(&words("When was captain Ann Lee killed")));
        assert!(!has_small_rank(&words("When was Captain Ann Lee killed")));
        assert!(opens_apposition(&words(
            "When was the first daily, Moor published"
        )));
        assert!(opens_after_original(&words(
            "Who drew the original Robin Dick Orr"
        )));
        assert!(breaks_list(&words("Who sold the plot, plans and services")));
        assert!(!breaks_list(&words("Who sold the plot and the plans")));
    }
}
