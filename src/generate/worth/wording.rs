//! Words and marks that no good stem holds, whatever it asks.

use super::{Candidate, has_year};
use crate::fact::Document;
use crate::fact::lists::Lists;
use crate::generate::distractor::KIN;
use crate::text::lexicon;

/// Verbs that say little: more than one thing cooperates with another.
const PALE_VERBS: [&str; 19] = [
    "pursue",
    "reprise",
    "see",
    "enjoy",
    "garner",
    "maintain",
    "explain",
    "date",
    "cooperate",
    "affect",
    "influence",
    "resemble",
    "relate",
    "associate",
    "interest",
    "concern",
    "contain",
    "face",
    "experience",
];

/// Short forms that everybody reads.
const READ: [&str; 28] = [
    "AIDS", "ATP", "WTA", "BAFTA", "BBC", "CIA", "DNA", "DVD", "FBI", "GDP", "GPS", "HIV", "IBM",
    "IRA", "ITV", "MTV", "NASA", "NATO", "NBA", "NBC", "NFL", "NHL", "RNA", "UFC", "UFO", "USA",
    "USSR", "WWE",
];

/// What stands before the subject of a question.
const AUXILIARIES: [&str; 7] = ["did", "does", "do", "was", "were", "is", "are"];

/// The first fault of the wording.
pub(super) fn fault(document: &Document<'_>, candidate: &Candidate) -> Option<String> {
    let stem = candidate.stem.trim_end_matches('?');
    if lists(stem) {
        return Some("a list behind a colon".to_owned());
    }
    if AUXILIARIES
        .iter()
        .any(|verb| stem.contains(&format!(" {verb} no ")))
    {
        return Some("denied".to_owned());
    }
    if stem.contains(" along with ") {
        return Some("companions that have lost their commas".to_owned());
    }
    let aside = [", next to ", ", alongside ", ", beside "];
    if aside.iter().any(|a| stem.contains(a)) {
        return Some("an aside that reads as part of the question".to_owned());
    }
    let aim = [
        " plan to ",
        " plans to ",
        " intend to ",
        " want to ",
        " hope to ",
    ];
    if aim.iter().any(|a| stem.contains(a)) {
        return Some("an aim, not what came of it".to_owned());
    }
    let cut = [
        "the day",
        "the days",
        "the time",
        "the way",
        "the fact",
        "the place",
        "the moment",
        "as one",
        "in order",
        "as such",
        "the like",
    ];
    if cut.iter().any(|c| stem.ends_with(&format!(" {c}"))) {
        return Some("a noun that has lost its clause".to_owned());
    }
    if is_indefinite(document, candidate) {
        return Some("an event that nothing tells from others".to_owned());
    }
    if is_errand(document, candidate) {
        return Some("an errand that may have been run often".to_owned());
    }
    if comes_to_do(stem) {
        return Some("a way whose end is lost".to_owned());
    }
    if stem.contains('?') {
        return Some("a title that asks".to_owned());
    }
    if stem.ends_with(" on the right") || stem.ends_with(" on the left") {
        return Some("a place on the page".to_owned());
    }
    if hangs_on_event(stem) {
        return Some("a time that hangs on what is not told".to_owned());
    }
    if has_second_verb(stem) {
        return Some("a second verb that \"did\" does not fit".to_owned());
    }
    if is_of_unnamed_kin(stem) {
        return Some("a relative whose name is not told".to_owned());
    }
    if is_bare_deed(stem) {
        return Some("a deed that may have been done often".to_owned());
    }
    if loose_where(stem) {
        return Some("a \"where\" that has lost its place".to_owned());
    }
    let share = ["What percentage of all ", "What percentage of the "];
    if share.iter().any(|s| stem.starts_with(s)) && !has_year(stem) {
        return Some("a share at no certain time".to_owned());
    }
    if is_bare_age(stem) {
        return Some("an age at no certain time".to_owned());
    }
    if let Some(land) = told_land(candidate) {
        return Some(format!("the stem speaks of {land} already"));
    }
    if stands_beside(stem) {
        return Some("two names that nothing joins".to_owned());
    }
    if stem.ends_with(" back") || stem.ends_with(" instead") {
        return Some("a word that is left over".to_owned());
    }
    if is_one_of_many(stem) {
        return Some("one of many may be meant".to_owned());
    }
    let verb = candidate.verb();
    let told = document.subject.is_tale() && candidate.key.parse::<u16>().is_err();
    if !told && PALE_VERBS.contains(&verb) {
        return Some(format!("\"{verb}\" says too little"));
    }
    let short = short_form(stem)?;
    let told = document.article.title.contains(short)
        || READ.contains(&short)
        || !Lists::shared().known(short).is_empty();
    (!told).then(|| format!("nothing says what {short} is short for"))
}

/// *How many features are there: the sea*
fn lists(stem: &str) -> bool {
    stem.match_indices(": ").any(|(at, _)| {
        let quoted = stem.get(..at).unwrap_or_default().matches('"').count() % 2 == 1;
        let rest = stem.get(at + 2..).unwrap_or_default();
        !quoted && rest.starts_with(char::is_lowercase)
    })
}

/// *come to attack Jim*: where to?
fn comes_to_do(stem: &str) -> bool {
    [
        " come to ",
        " comes to ",
        " came to ",
        " go to ",
        " goes to ",
    ]
    .iter()
    .filter_map(|way| stem.split_once(way))
    .filter_map(|(_, rest)| rest.split(' ').next())
    .any(|word| {
        let lower = word.to_lowercase();
        word == lower
            && lexicon::is_known(&lower)
            && lexicon::categories(&lower).is_verb()
            && !matches!(word, "power" | "school" | "work" | "war" | "bed" | "sleep")
    })
}

/// *accepting a buyout*: of what, and when?
fn is_indefinite(document: &Document<'_>, candidate: &Candidate) -> bool {
    let stem = candidate.stem.trim_end_matches('?');
    let words: Vec<&str> = stem.split(' ').collect();
    let ends = match words.as_slice() {
        [.., article, noun] => {
            matches!(*article, "a" | "an") && noun.chars().all(char::is_lowercase)
        }
        _ => false,
    };
    let series = document.subject.in_series && !candidate.key.starts_with('"');
    let told = stem.contains('"') || stem.contains("season");
    let title = document.article.title.as_str();
    let others = words
        .iter()
        .skip(1)
        .filter(|w| w.starts_with(char::is_uppercase))
        .filter(|w| {
            let domain = document.subject.domain.as_deref().unwrap_or_default();
            !title.contains(w.trim_end_matches(',')) && !domain.contains(w.trim_end_matches(','))
        })
        .count();
    ends && series && !told && others == 0
}

/// *take Pam to the hospital*: in which of the episodes?
fn is_errand(document: &Document<'_>, candidate: &Candidate) -> bool {
    const MOVING: [&str; 10] = [
        "take", "bring", "go", "come", "drive", "call", "talk", "speak", "help", "join",
    ];
    const ANYWHERE: [&str; 10] = [
        "hospital", "office", "house", "home", "bar", "airport", "party", "dinner", "lunch", "work",
    ];
    let verb = candidate.verb();
    let series = document.subject.in_series && candidate.key.starts_with('"');
    let Some((_, said)) = candidate.stem.split_once(" does ").filter(|_| series) else {
        return false;
    };
    MOVING.contains(&verb)
        && said
            .split(|c: char| !c.is_alphabetic())
            .filter(|w| w.len() > 3 && w.starts_with(char::is_lowercase) && *w != verb)
            .all(|w| ANYWHERE.contains(&w))
}

/// *Who was an early influence*: so were others.
fn is_one_of_many(stem: &str) -> bool {
    let words: Vec<&str> = stem.split(' ').collect();
    let at = words
        .iter()
        .take(4)
        .position(|w| matches!(*w, "was" | "is" | "were" | "are"));
    let asks = words.first().is_some_and(|w| matches!(*w, "Who" | "Which"));
    let Some(at) = at.filter(|_| asks) else {
        return false;
    };
    let unique = words
        .iter()
        .any(|w| matches!(*w, "first" | "only" | "last" | "largest" | "oldest"));
    let choice = stem.starts_with("Which of these");
    let indefinite = words
        .get(at + 1)
        .is_some_and(|w| matches!(*w, "a" | "an" | "one"));
    indefinite && !unique && !choice
}

/// *since his transfer*: where to, and when?
fn hangs_on_event(stem: &str) -> bool {
    let words: Vec<&str> = stem.rsplit(' ').take(3).collect();
    matches!(words.as_slice(), [noun, "his" | "her" | "their", "since" | "after" | "before"]
        if noun.starts_with(char::is_lowercase))
}

/// *did Ann win while losing and was a player*
fn has_second_verb(stem: &str) -> bool {
    stem.split_once(" did ").is_some_and(|(_, said)| {
        let whole = [" that ", " who ", " which ", " when "];
        [" and was ", " and were ", " and had ", " and is "]
            .iter()
            .filter_map(|verb| said.split_once(verb))
            .any(|(before, _)| !whole.iter().any(|w| before.contains(w)))
    })
}

/// *did Ann enroll where she studied art*
fn loose_where(stem: &str) -> bool {
    let asked = stem
        .split(" did ")
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let place = ["which city", "which town", "which country", "which state"]
        .iter()
        .any(|noun| asked.contains(noun));
    let told = [
        " where he ",
        " where she ",
        " where his ",
        " where her ",
        " where they ",
    ];
    if place && told.iter().any(|t| stem.contains(t)) {
        return true;
    }
    stem.split_once(" where ")
        .and_then(|(before, _)| before.rsplit(' ').next())
        .is_some_and(|word| {
            let found = lexicon::categories(word);
            let verb = word.starts_with(char::is_lowercase) && found.is_verb() && !found.is_noun();
            // *of the Board where she sat*: the comma is missing.
            verb || word.starts_with(char::is_uppercase)
        })
}

/// *did Ann's daughter publish*: which of them?
fn is_of_unnamed_kin(stem: &str) -> bool {
    const VERBS: [&str; 6] = ["did", "does", "was", "were", "is", "has"];
    let words: Vec<&str> = stem.split(' ').collect();
    let kin = words.iter().position(|w| KIN.contains(w));
    let verb = words.iter().position(|w| VERBS.contains(w));
    let (Some(kin), Some(verb)) = (kin, verb) else {
        return false;
    };
    if stem.starts_with("Who ") {
        return false;
    }
    // *Ann and Bo's first son*
    let owner =
        |back: usize| kin >= back && words.get(kin - back).is_some_and(|w| w.ends_with("'s"));
    let owned = owner(1) || owner(2);
    let named = words
        .get(kin + 1)
        .is_some_and(|w| w.starts_with(char::is_uppercase));
    let whole = matches!(
        words.get(kin),
        Some(&"wife" | &"husband" | &"father" | &"mother")
    );
    owned && verb < kin && kin - verb < 9 && !named && !whole && kin + 1 < words.len()
}

/// *Who issued a proclamation in Moor?*: more than one did.
fn is_bare_deed(stem: &str) -> bool {
    const DEEDS: [&str; 17] = [
        "issue",
        "issued",
        "give",
        "gave",
        "hold",
        "held",
        "make",
        "made",
        "deliver",
        "delivered",
        "send",
        "sent",
        "release",
        "released",
        "receive",
        "rent",
        "own",
    ];
    let words: Vec<&str> = stem.split(' ').collect();
    words.windows(3).enumerate().any(|(at, w)| {
        let [verb, "a" | "an", noun] = w else {
            return false;
        };
        let next = words.get(at + 3).copied().unwrap_or_default();
        DEEDS.contains(verb)
            && noun.chars().all(char::is_lowercase)
            && matches!(next, "" | "in" | "at" | "on")
    })
}

/// *How old was Ann Lee?*
fn is_bare_age(stem: &str) -> bool {
    stem.strip_prefix("How old was ")
        .is_some_and(|rest| rest.split(' ').all(|w| w.starts_with(char::is_uppercase)))
}

/// *the Irish Parliament* where Ireland is asked for.
fn told_land(candidate: &Candidate) -> Option<&'static str> {
    candidate
        .stem
        .split(|c: char| !c.is_alphabetic())
        .filter_map(|word| Lists::shared().demonym(word))
        .find(|land| *land == candidate.key)
        .or_else(|| {
            // *Kraków's university* where Poland is asked for.
            let words = candidate.stem.split(|c: char| !c.is_alphabetic());
            let towns = words.flat_map(|word| Lists::shared().known(word));
            towns
                .filter(|k| k.class == "city" && k.group == candidate.key)
                .map(|k| k.group)
                .next()
        })
        .or_else(|| {
            let own = ["U.S.", " US ", "United States"]
                .iter()
                .any(|s| candidate.stem.contains(s));
            (own && candidate.key == "United States").then_some("United States")
        })
}

/// *was Italy the International of Federations founded*
fn stands_beside(stem: &str) -> bool {
    let words: Vec<&str> = stem.split(' ').collect();
    words.windows(4).any(|w| {
        matches!(w, [verb, name, "the", next]
            if AUXILIARIES.contains(verb)
                && name.starts_with(char::is_uppercase)
                && !name.ends_with([',', '"'])
                && next.starts_with(char::is_uppercase))
    })
}

/// A word all in capitals.
fn short_form(stem: &str) -> Option<&str> {
    stem.split(|c: char| !c.is_alphanumeric()).find(|word| {
        word.len() > 2 && word.chars().all(|c| c.is_ascii_uppercase()) && !is_roman(word)
    })
}

/// *III*
fn is_roman(word: &str) -> bool {
    word.chars()
        .all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colons_open_lists() {
        assert!(lists("How many features does Moor have: the sea"));
        assert!(!lists("Who wrote Moor: A Life"));
    }

    #[test]
    fn ways_have_an_end() {
        assert!(comes_to_do("When does Bo come to attack Jim"));
        assert!(!comes_to_do("When does Bo come to the office"));
        assert!(!comes_to_do("When did Ada come to power"));
    }

    #[test]
    fn what_many_are_is_not_asked() {
        assert!(is_one_of_many("Who was an early influence on Moor"));
        assert!(!is_one_of_many("Who was the first king of Moor"));
        assert!(!is_one_of_many("Which of these is a son of Ann"));
    }

    #[test]
    fn what_was_taken_out_leaves_its_marks() {
        assert!(has_second_verb("How many games did Ann win and was a star"));
        assert!(!has_second_verb(
            "When did Ann say that Bo came and was ill"
        ));
        assert!(loose_where("At which school did Ann enroll where she sang"));
        assert!(!loose_where("Who left the town where Ann sang"));
        assert!(loose_where(
            "When did Ann join the Moor Board where she sat"
        ));
        assert!(is_of_unnamed_kin("When did Ann Moor's son publish Tides"));
        assert!(!is_of_unnamed_kin(
            "When did Ann Moor's son Bo publish Tides"
        ));
        assert!(!is_of_unnamed_kin("Who was Ann Moor's son"));
        assert!(is_bare_deed("Who issued a proclamation in Moor"));
        assert!(!is_bare_deed("Who issued a proclamation of war"));
        assert!(hangs_on_event("When do Ann and Bo meet since his transfer"));
        assert!(!hangs_on_event(
            "When did Ann leave after her transfer to Moor"
        ));
        assert!(is_bare_age("How old was Ann Lee"));
        assert!(!is_bare_age("How old was Ann Lee at her death"));
    }

    #[test]
    fn names_side_by_side_are_torn() {
        assert!(stands_beside(
            "In what year was Italy the International Union founded"
        ));
        assert!(!stands_beside("In what year was Leo the king of Moor"));
    }

    #[test]
    fn short_forms_are_words_in_capitals() {
        assert_eq!(short_form("Who led the NLF in 1944"), Some("NLF"));
        assert_eq!(short_form("Who was Leo III of Moor"), None);
    }
}
