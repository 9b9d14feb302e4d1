//! Faults of a stem that its wording shows, whatever made it: words that hang
//! on what was left out, short names, times without a year.

mod anchor;
mod answer;
mod form;
mod kin;
mod loss;
mod occasion;
mod source;
mod torn;
mod wording;

use super::Candidate;
use crate::fact::{Document, Entity, Kind};
use crate::text::{given_name, number};

/// Words for the time when the article was written.
const PASSING: [&str; 5] = ["upcoming", "current", "currently", "recent", "recently"];

/// Adverbs and adjectives that compare with something before.
const COMPARING: [&str; 10] = [
    "later",
    "earlier",
    "more",
    "further",
    "additional",
    "another",
    "sooner",
    "again",
    "subsequent",
    "latter",
];

/// Nouns that are names only with the rest of the name: *the Foundation*.
const SHORT_NAMES: [&str; 45] = [
    "Foundation",
    "Council",
    "Company",
    "Corporation",
    "Association",
    "Society",
    "Institute",
    "University",
    "College",
    "School",
    "Committee",
    "Commission",
    "Board",
    "Club",
    "Party",
    "Conference",
    "Department",
    "Ministry",
    "Group",
    "Museum",
    "Library",
    "Hospital",
    "Agency",
    "Bureau",
    "Union",
    "League",
    "Festival",
    "Tower",
    "Building",
    "Bridge",
    "Park",
    "Center",
    "Centre",
    "Technique",
    "Act",
    "Treaty",
    "Articles",
    "Commons",
    "Assembly",
    "Court",
    "Convention",
    "Legislature",
    "Referendum",
    "Republic",
    "Colony",
];

/// What characters do again and again, and how a text speaks of them.
const VAGUE: [&str; 6] = [
    " since his debut",
    " reunite",
    " await",
    " awaits",
    "'s character ",
    "'s initial ",
];

/// The first fault of a candidate, if it has one.
pub(super) fn fault(document: &Document<'_>, candidate: &Candidate) -> Option<String> {
    let stem = candidate.stem.trim_end_matches('?');
    let words: Vec<&str> = stem.split(' ').collect();
    let fiction = document.subject.is_tale();
    if let Some(word) = words.iter().find(|w| PASSING.contains(*w)) {
        return Some(format!("\"{word}\" will soon be wrong"));
    }
    if let Some(reason) = kin::fault(document, candidate) {
        return Some(reason.to_owned());
    }
    if let Some(word) = compared(&words).filter(|_| !fiction) {
        return Some(format!(
            "\"{word}\" compares with what the stem does not tell"
        ));
    }
    if let Some(name) = short_name(&words) {
        return Some(format!("\"the {name}\" is a part of a name"));
    }
    if let Some(word) = VAGUE.iter().find(|v| stem.contains(*v)).filter(|_| fiction) {
        return Some(format!("\"{}\" may be said of many scenes", word.trim()));
    }
    if let Some(reason) = wording::fault(document, candidate) {
        return Some(reason);
    }
    if let Some(reason) = loss::fault(document, candidate) {
        return Some(reason.to_owned());
    }
    let told = form::fault(document, candidate)
        .or_else(|| answer::fault(document, candidate))
        .or_else(|| occasion::fault(document, candidate))
        .or_else(|| torn::fault(document, candidate))
        .or_else(|| source::fault(document, candidate));
    if let Some(reason) = told {
        return Some(reason.to_owned());
    }
    if anchor::is_adrift(document, stem) {
        return Some("the subject of the article is not in the stem".to_owned());
    }
    if let Some(year) = repeated_year(&words) {
        return Some(format!("{year} stands in the stem twice"));
    }
    if is_left_open(stem) {
        return Some("a comma that opens and does not close".to_owned());
    }
    if is_of_press(&words) {
        return Some("nobody remembers which paper it was".to_owned());
    }
    if is_dayless(stem) {
        return Some("a day without its year".to_owned());
    }
    if is_listing(document, stem) {
        return Some("a list that breaks off".to_owned());
    }
    if is_cut(document, candidate) {
        return Some("a title that goes on behind \"and\"".to_owned());
    }
    if let Some(name) = first_name(document, stem) {
        return Some(format!("only a part of the name of {name}"));
    }
    (candidate.about_title && !is_unique(&words))
        .then(|| "the subject of the article for no feat of its own".to_owned())
}

/// Whether some of these words stand among others.
fn has_any(words: &[&str], of: &[&str]) -> bool {
    words.iter().any(|w| of.contains(w))
}

/// Whether a stem tells a year.
fn has_year(stem: &str) -> bool {
    stem.split(|c: char| !c.is_ascii_digit())
        .any(|digits| digits.len() == 4)
}

/// *ask for more funds*, *his later work*: more than what?
fn compared<'s>(words: &[&'s str]) -> Option<&'s str> {
    let than = words.contains(&"than");
    words
        .iter()
        .enumerate()
        .find(|&(at, word)| {
            let measured = matches!(*word, "later" | "earlier")
                && at > 0
                && words.get(at - 1).is_some_and(|w| *w == "years");
            let higher =
                *word == "higher" && words.get(at + 1).is_some_and(|next| *next != "education");
            (COMPARING.contains(&word.trim_end_matches(',')) || higher) && !than && !measured
        })
        .map(|(_, word)| *word)
}

/// *the Foundation* behind which no more of a name comes.
fn short_name<'s>(words: &[&'s str]) -> Option<&'s str> {
    words.windows(2).enumerate().find_map(|(at, pair)| {
        let [the, name] = pair else { return None };
        let next = words.get(at + 2).copied().unwrap_or("");
        let after = words.get(at + 3).copied().unwrap_or("");
        let bare = name.trim_end_matches([',', '\'']).trim_end_matches("'s");
        (the.eq_ignore_ascii_case("the")
            && SHORT_NAMES.contains(&bare)
            && next != "of"
            && !(matches!(next, "for" | "on") && after.starts_with(char::is_uppercase))
            && !next.starts_with(char::is_uppercase))
        .then_some(bare)
    })
}

/// *In 2015, who won a medal at the 2015 Universiade*
fn repeated_year<'s>(words: &[&'s str]) -> Option<&'s str> {
    let bare = |word: &'s str| word.trim_matches([',', '(', ')', '"']);
    words.iter().enumerate().find_map(|(at, word)| {
        let word = bare(word);
        let year = word.len() == 4 && word.parse::<u16>().is_ok();
        let again = words.iter().skip(at + 1).any(|other| bare(other) == word);
        (year && again).then_some(word)
    })
}

/// *which university in Ohio, did she visit*
fn is_left_open(stem: &str) -> bool {
    let Some((head, _)) = [" did ", " does ", " do ", " was ", " were "]
        .iter()
        .find_map(|verb| stem.split_once(verb))
    else {
        return false;
    };
    let asked = ["hich ", "hat ", "hom "]
        .iter()
        .filter_map(|wh| head.find(wh))
        .min();
    let between = asked.and_then(|at| head.get(at..)).unwrap_or_default();
    between.matches(',').count() == 1
}

/// *Which newspaper reported that ...*: the news, not its bearer, is known.
fn is_of_press(words: &[&str]) -> bool {
    const PRESS: [&str; 11] = [
        "institute",
        "university",
        "newspaper",
        "magazine",
        "journal",
        "website",
        "publisher",
        "network",
        "agency",
        "broadcaster",
        "organisation",
    ];
    const TELLS: [&str; 14] = [
        "reported",
        "reports",
        "report",
        "said",
        "stated",
        "states",
        "announced",
        "announce",
        "noted",
        "claimed",
        "predicted",
        "estimated",
        "estimates",
        "described",
    ];
    let asks = words.iter().position(|w| w.eq_ignore_ascii_case("which"));
    let asked = asks.map_or(&[][..], |at| words.get(at..).unwrap_or_default());
    // *For which magazine did Ann write the article "On Moors"*
    let essay = asked
        .get(1)
        .is_some_and(|w| matches!(*w, "magazine" | "newspaper" | "journal"))
        && asked.iter().any(|w| matches!(*w, "article" | "essay"));
    let press = asked.iter().take(3).any(|w| PRESS.contains(w));
    essay || press && asked.iter().take(6).any(|w| TELLS.contains(w))
}

/// *on August 12* in a stem without a year.
fn is_dayless(stem: &str) -> bool {
    let words: Vec<&str> = stem.split([' ', ',']).filter(|w| !w.is_empty()).collect();
    let day = |w: &str| w.parse::<u8>().is_ok_and(|d| (1..=31).contains(&d));
    let month = |w: &str| (1..=12).any(|month| number::month_name(month) == Some(w));
    !has_year(stem)
        && words.windows(2).any(|pair| match pair {
            [a, b] => month(a) && day(b) || day(a) && month(b),
            _ => false,
        })
}

/// *between Ann Lee, Bo Orr?*: the rest of the list is missing.
fn is_listing(document: &Document<'_>, stem: &str) -> bool {
    let Some((head, last)) = stem.rsplit_once(", ") else {
        return false;
    };
    let person = |name: &str| {
        document
            .names
            .named(name.trim_end_matches('?'))
            .and_then(|id| document.entity(id))
            .is_some_and(|e| e.kind == Some(Kind::Person))
    };
    let before: Vec<&str> = head.rsplit(' ').take(2).collect();
    let [family, given] = before.as_slice() else {
        return false;
    };
    person(last) && person(&format!("{given} {family}"))
}

/// *in The Brave* where the text has *The Brave and the Bold*.
fn is_cut(document: &Document<'_>, candidate: &Candidate) -> bool {
    let text = candidate.evidence.of(document.text());
    let stem = candidate.stem.trim_end_matches('?');
    let tail: Vec<&str> = stem.rsplit(' ').take(2).collect();
    let [last, before] = tail.as_slice() else {
        return false;
    };
    if !last.starts_with(char::is_uppercase) || !matches!(*before, "The" | "A" | "An") {
        return false;
    }
    let cut = format!("{before} {last} and ");
    text.split_once(cut.as_str()).is_some_and(|(_, rest)| {
        let rest = rest.strip_prefix("the ").unwrap_or(rest);
        rest.starts_with(char::is_uppercase)
    })
}

/// A given name that stands alone in the stem for a person.
fn first_name(document: &Document<'_>, stem: &str) -> Option<String> {
    let words: Vec<&str> = stem.split(' ').collect();
    let capital = |at: Option<usize>| {
        at.and_then(|at| words.get(at)).is_some_and(|w| {
            w.starts_with(char::is_uppercase) || matches!(*w, "of" | "the" | "de" | "von")
        })
    };
    words.iter().enumerate().skip(1).find_map(|(at, word)| {
        let name = word.trim_end_matches([',', '?']).trim_end_matches("'s");
        let alone = !capital(at.checked_sub(1)) && !capital(Some(at + 1));
        let person = document
            .names
            .named(name)
            .and_then(|id| document.entity(id))
            .is_some_and(|e| {
                e.kind == Some(Kind::Person)
                    && e.name.split(' ').next() == Some(name)
                    && !(document.subject.is_tale() && (e.boxed || !is_full(document)))
            });
        // *Howe*, of whom there are two.
        let bears = |e: &&Entity| {
            e.kind == Some(Kind::Person)
                && e.name
                    .rsplit_once(' ')
                    .is_some_and(|(_, last)| last == name)
        };
        let shared = name.starts_with(char::is_uppercase)
            && document.names.entities.iter().filter(bears).count() > 1
            && !document.article.title.contains(name);
        (alone && (person && given_name(name).is_some() || shared)).then(|| name.to_owned())
    })
}

/// Whether the people of the story have a family name as its subject has.
fn is_full(document: &Document<'_>) -> bool {
    document.article.title.contains(' ')
}

/// *the first to ...*: something that only one can have done.
fn is_unique(words: &[&str]) -> bool {
    words.windows(2).any(|pair| {
        matches!(pair, ["the", word]
            if matches!(*word, "first" | "only" | "last" | "youngest" | "oldest" | "largest" | "longest" | "tallest" | "most"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(stem: &str) -> Vec<&str> {
        stem.split(' ').collect()
    }

    #[test]
    fn comparisons_need_their_other_side() {
        assert_eq!(
            compared(&words("Whom did Ada ask for more funds")),
            Some("more")
        );
        assert_eq!(compared(&words("What weighs more than ten tons")), None);
        assert_eq!(
            compared(&words("Who founded the club two years later")),
            None
        );
        assert_eq!(compared(&words("Which former school did Ada buy")), None);
    }

    #[test]
    fn a_year_is_told_once() {
        let twice = "In 2015, who won a medal at the 2015 Universiade";
        assert_eq!(repeated_year(&words(twice)), Some("2015"));
        assert_eq!(repeated_year(&words("Who ran from 2015 until 2016")), None);
    }

    #[test]
    fn commas_come_in_pairs() {
        assert!(is_left_open("In 1946, which school in Ohio, did Ada visit"));
        assert!(!is_left_open("In 1946, which school did Ada visit"));
        assert!(is_left_open("At which battle in Ohio, was Ada defeated"));
        assert!(!is_left_open("Which school, in Ohio, did Ada visit"));
    }

    #[test]
    fn who_brought_the_news_is_not_asked() {
        assert!(is_of_press(&words(
            "Which newspaper reported that it rained"
        )));
        assert!(is_of_press(&words(
            "For which magazine did Ada write the essay \"On Moors\""
        )));
        assert!(!is_of_press(&words("Which newspaper did Ada Moor found")));
    }

    #[test]
    fn parts_of_names_are_no_names() {
        assert_eq!(
            short_name(&words("When did the Foundation open the camp")),
            Some("Foundation")
        );
        assert_eq!(short_name(&words("Who led the Foundation for Art")), None);
        assert_eq!(short_name(&words("Who led the Moor Foundation")), None);
    }

    #[test]
    fn a_day_needs_a_year() {
        assert!(is_dayless("In which town did Ada speak on August 12"));
        assert!(!is_dayless(
            "In which town did Ada speak on August 12, 1920"
        ));
        assert!(!is_dayless("Who may march in August"));
    }
}
