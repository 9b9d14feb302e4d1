//! What a stem has lost on its way from the sentence, or never had: an object,
//! an article, a comma, a reason why one answer is the only one.

use super::{Candidate, has_year};
use crate::fact::lists::Lists;
use crate::fact::{Document, Kind};
use crate::generate::distractor::KIN;
use crate::text::number;

/// Verbs that say nothing without an object.
const NEEDY: [&str; 15] = [
    "pass", "sign", "adopt", "approve", "issue", "publish", "buy", "sell", "write", "hold", "make",
    "build", "found", "join", "graduate",
];

/// Verbs whose object is given to somebody or filled with something.
const GIVING: [&str; 6] = ["present", "provide", "supply", "entrust", "credit", "equip"];

/// Names of states that are as often a city's or a country's.
const AMBIGUOUS: [&str; 3] = ["Washington", "New York", "Georgia"];

/// What is signed again and again.
const DEALS: [&str; 6] = [
    "deal",
    "agreement",
    "accord",
    "pact",
    "memorandum",
    "declaration",
];

/// What is done to people at an age that is remembered.
const STEPS: [&str; 9] = [
    "elect", "crown", "kill", "appoint", "marry", "orphan", "send", "adopt", "bear",
];

/// The first loss of a stem.
pub(super) fn fault(document: &Document<'_>, candidate: &Candidate) -> Option<&'static str> {
    let stem = candidate.stem.trim_end_matches('?');
    let words: Vec<&str> = stem.split(' ').collect();
    let school = [
        "which ",
        " from ",
        " at ",
        " University",
        " School",
        " College",
        " degree",
    ]
    .iter()
    .any(|w| stem.contains(w));
    if candidate.verb() == "graduate" && !school && !document.subject.is_tale() {
        return Some("the verb has lost its object");
    }
    if lacks_object(&words) || lacks_gift(&words) {
        return Some("the verb has lost its object");
    }
    if is_deal(&words) {
        return Some("a deal that may be one of many");
    }
    if lacks_article(&words) {
        return Some("the source has lost an article");
    }
    if stem.contains(" including ") && !stem.contains(", including ") {
        return Some("companions that have lost their commas");
    }
    if stem.contains(" first time ") && !stem.contains(" the first time ") {
        return Some("the source has lost an article");
    }
    let clock = words.windows(2).any(
        |w| matches!(w, [hour, "am" | "pm"] if hour.starts_with(|c: char| c.is_ascii_digit())),
    );
    if clock {
        return Some("an hour of the day");
    }
    let both = words
        .windows(2)
        .any(|w| matches!(w, ["both", of] if of.ends_with(['s', '\''])));
    if both {
        return Some("both, and nothing says who");
    }
    if stem.contains(" most popular ") {
        return Some("what everybody guesses");
    }
    if stem.contains(" at how much ") {
        return Some("a clumsy question word");
    }
    let dated = ["In what year ", "On what date ", "When did ", "When was "];
    if dated.iter().any(|d| stem.starts_with(d))
        && [" when ", " at the age of "]
            .iter()
            .any(|told| stem.contains(told))
    {
        return Some("a time asked for and told");
    }
    if is_one_of_some(&words) {
        return Some("one of many may be meant");
    }
    if others(&words) {
        return Some("others, and nothing says than which");
    }
    if is_place_of_before(&words) && !document.subject.is_tale() {
        return Some("a definite description without antecedent");
    }
    if has_nickname(stem) {
        return Some("a nickname before a whole name");
    }
    if lacks_aim(&words, candidate.verb()) {
        return Some("the verb has lost its aim");
    }
    if words
        .windows(2)
        .any(|w| matches!(w, ["defend" | "defended", "his" | "her"]))
    {
        return Some("his own, and nothing says which");
    }
    if AMBIGUOUS.contains(&candidate.key.as_str()) && words.contains(&"state") {
        return Some("a city and a state have that name");
    }
    if stem.matches(" to the ").count() > 1 && stem.contains("border") {
        return Some("a list of neighbors");
    }
    if stem.ends_with("\" adopted") {
        return Some("adopted, and nothing says as what");
    }
    if stem.starts_with("How many ") && words.last() == Some(&candidate.verb()) {
        return Some("a number at no certain time");
    }
    if tells_decade(&words, &candidate.key) {
        return Some("the stem tells the decade");
    }
    if stem.contains(" anniversary") && candidate.key.parse::<u16>().is_ok() {
        return Some("an anniversary tells its year");
    }
    if is_yearly(document, stem) {
        return Some("what is held again and again");
    }
    if repeats(&words) {
        return Some("a word said twice");
    }
    let lasting = [" remain ", " remains ", " continue to ", " continues to "];
    if !document.subject.is_tale()
        && (stem.contains(" do ")
            || stem.contains(" does ")
            || stem.starts_with("Who ")
            || stem.starts_with("Which "))
        && lasting.iter().any(|l| stem.contains(l))
    {
        return Some("what went on when the article was written");
    }
    let suffered = stem.starts_with("At what age was ");
    if suffered && !STEPS.contains(&candidate.verb()) {
        return Some("an age at which nothing began or ended");
    }
    if stem.starts_with("In which month ") && !has_year(stem) && !document.subject.is_tale() {
        return Some("a month of no certain year");
    }
    let talk = ["write", "speak", "talk", "appeal"].contains(&candidate.verb());
    if talk
        && (stem.contains("o whom did ")
            || words
                .windows(2)
                .any(|w| matches!(w, ["wrote" | "spoke" | "talked" | "appealed", "to"])))
    {
        return Some("talk that may be one of many");
    }
    if candidate.verb() == "lead" && stem.to_lowercase().contains("whom ") {
        return Some("what led to whom");
    }
    let role = words.iter().position(|w| *w == "role");
    let named = role.is_some_and(|at| words.get(at + 1).is_some_and(|w| *w == "of"));
    let the = role.is_some_and(|at| {
        words
            .get(at.saturating_sub(2)..at)
            .is_some_and(|w| w.contains(&"the"))
    });
    if the && !named {
        return Some("a role, and nothing says which");
    }
    if has_rank_alone(&words) {
        return Some("a rank and half of a name");
    }
    if is_everywhere(&words, candidate.verb()) {
        return Some("what may be so in many places");
    }
    if is_fleeting(&words) {
        return Some("a number that will soon be wrong");
    }
    if document.subject.is_person
        && dated.iter().any(|d| stem.starts_with(d))
        && stem.contains(" return to ")
    {
        return Some("a return that may be one of many");
    }
    lies_there(document, candidate).then_some("where the subject lies")
}

/// *Gen. Beauregard*
fn has_rank_alone(words: &[&str]) -> bool {
    const RANKS: [&str; 9] = [
        "Gen.", "Col.", "Lt.", "Maj.", "Capt.", "Sen.", "Rep.", "Gov.", "Sgt.",
    ];
    words.windows(2).enumerate().any(|(at, pair)| {
        let [rank, name] = pair else { return false };
        let next = words.get(at + 2).copied().unwrap_or_default();
        RANKS.contains(rank)
            && name.starts_with(char::is_uppercase)
            && !next.starts_with(char::is_uppercase)
    })
}

/// *In which country were bricks used*
fn is_everywhere(words: &[&str], verb: &str) -> bool {
    const WIDE: [&str; 17] = [
        "translate",
        "use",
        "find",
        "grow",
        "speak",
        "practice",
        "practise",
        "see",
        "eat",
        "produce",
        "know",
        "refer",
        "mean",
        "worship",
        "employ",
        "apply",
        "sell",
    ];
    let place = words.windows(2).take(8).any(|pair| {
        matches!(
            pair,
            [
                "which",
                "country" | "city" | "state" | "town" | "sea" | "region" | "religion" | "language"
            ]
        )
    });
    let first = words.first().is_some_and(|w| {
        w.eq_ignore_ascii_case("in")
            || w.eq_ignore_ascii_case("at")
            || w.eq_ignore_ascii_case("into")
            || w.eq_ignore_ascii_case("which")
    });
    place && first && WIDE.contains(&verb)
}

/// *How many destinations is it linked to*: now, that is.
fn is_fleeting(words: &[&str]) -> bool {
    const CHANGING: [&str; 16] = [
        "destinations",
        "airlines",
        "students",
        "employees",
        "members",
        "schools",
        "hospitals",
        "passengers",
        "flights",
        "universities",
        "companies",
        "stores",
        "restaurants",
        "people",
        "residents",
        "branches",
    ];
    let counts = words.windows(2).take(8).any(|p| {
        p.first().is_some_and(|w| w.eq_ignore_ascii_case("how")) && p.get(1) == Some(&"many")
    });
    let noun = words.iter().take(6).any(|w| CHANGING.contains(w));
    let now = !words.contains(&"did")
        && words
            .iter()
            .any(|w| matches!(*w, "is" | "are" | "does" | "do" | "has" | "have"));
    let dated = words.iter().any(|w| has_year(w));
    // *have been released*: more will be.
    let grows = words.windows(3).any(|w| {
        matches!(
            w,
            [
                "has" | "have",
                "been",
                "released" | "published" | "produced" | "made" | "sold"
            ]
        )
    });
    counts && (noun && now && !dated || grows)
}

/// *did the Legislature pass*, *When did Ann Lee marry*: what, and whom?
fn lacks_object(words: &[&str]) -> bool {
    let active = words.iter().any(|w| matches!(*w, "did" | "does" | "do"));
    let plural = words.contains(&"and");
    // *a man she met at Moor*: whom?
    let met = words
        .windows(2)
        .any(|w| matches!(w, ["meet", "at" | "in" | "on"]));
    if active && met && !plural {
        return true;
    }
    let asked = words.iter().take(3).any(|w| w.eq_ignore_ascii_case("whom"));
    // *From which university did Ada graduate?*
    let from = words.iter().take(3).any(|w| *w == "which") && words.last() == Some(&"graduate");
    words.last().is_some_and(|last| {
        active && !asked && !from && (NEEDY.contains(last) || *last == "marry" && !plural)
    })
}

/// *at the airport*
fn is_place_of_before(words: &[&str]) -> bool {
    const PLACES: [&str; 18] = [
        "airport", "island", "ceremony", "station", "hospital", "hotel", "house", "plane", "ship",
        "boat", "facility", "site", "area", "region", "church", "venue", "theatre", "stadium",
    ];
    matches!(words, [.., "at" | "in" | "on" | "to" | "from" | "near", "the", last] if PLACES.contains(last))
}

/// *"Willie" Abraham Lincoln*
fn has_nickname(stem: &str) -> bool {
    stem.match_indices("\" ").any(|(at, _)| {
        let (before, after) = (stem.get(..at), stem.get(at + 2..));
        let nick = before
            .and_then(|b| b.rsplit_once('"'))
            .map(|(_, nick)| nick);
        let closing = before.is_some_and(|b| b.matches('"').count() % 2 == 1);
        closing
            && nick.is_some_and(|n| !n.contains(' ') && n.starts_with(char::is_uppercase))
            && after.is_some_and(|a| a.starts_with(char::is_uppercase))
    })
}

/// *Who commissioned Ann Lee in 1945?*: to do what?
fn lacks_aim(words: &[&str], verb: &str) -> bool {
    const AIMING: [&str; 9] = [
        "commission",
        "persuade",
        "urge",
        "force",
        "invite",
        "order",
        "convince",
        "encourage",
        "instruct",
    ];
    let aim = words
        .iter()
        .any(|w| matches!(*w, "to" | "for" | "into" | "as" | "that"));
    asks_for_somebody(words) && AIMING.contains(&verb) && !aim
}

/// *Who challenged Ann at the Open?*: in which year?
fn is_yearly(document: &Document<'_>, stem: &str) -> bool {
    let words: Vec<&str> = stem.split(' ').collect();
    let held = document.names.entities.iter().any(|entity| {
        let games = entity.noun.as_deref() == Some("tournament");
        games && stem.contains(entity.name.as_str())
    });
    let told = words.iter().any(|w| {
        w.contains(|c: char| c.is_ascii_digit())
            || matches!(
                w.trim_end_matches(','),
                "first" | "last" | "only" | "final" | "youngest" | "oldest"
            )
    });
    held && !told && asks_for_somebody(&words)
}

/// *Who ...*, *In 1990, whom ...*
fn asks_for_somebody(words: &[&str]) -> bool {
    let asks = |word: &&str| ["who", "whom"].iter().any(|w| word.eq_ignore_ascii_case(w));
    words.iter().take(4).any(asks)
}

/// *the greatest show of the 2000s*, where a year is asked for.
fn tells_decade(words: &[&str], key: &str) -> bool {
    let decade = |word: &&str| {
        word.trim_end_matches(',')
            .strip_suffix('s')
            .is_some_and(|year| year.len() == 4 && has_year(year))
    };
    has_year(key) && words.iter().any(decade)
}

/// *on hand to present Ann Lee*: with what?
fn lacks_gift(words: &[&str]) -> bool {
    words
        .iter()
        .position(|w| GIVING.contains(w))
        .is_some_and(|at| {
            let rest = words.get(at + 1..).unwrap_or_default();
            !rest.is_empty() && rest.iter().all(|w| w.starts_with(char::is_uppercase))
        })
}

/// *sign a deal with Moor*
fn is_deal(words: &[&str]) -> bool {
    words.windows(2).enumerate().any(|(at, pair)| {
        let [noun, "with"] = pair else { return false };
        let before = words.get(at.saturating_sub(3)..at).unwrap_or_default();
        let rest = words.get(at + 2..).unwrap_or_default();
        let told = rest
            .iter()
            .any(|w| matches!(*w, "to" | "for" | "on" | "over" | "about"));
        DEALS.contains(noun) && !told && before.iter().any(|w| matches!(*w, "a" | "an"))
    })
}

/// *between Moor and Republic of Fen*, *to Malay language*, *was daughter of*
fn lacks_article(words: &[&str]) -> bool {
    const BEFORE: [&str; 11] = [
        "and", "in", "of", "to", "from", "with", "between", "by", "for", "into", "did",
    ];
    words.windows(3).any(|w| match w {
        [before, "Republic" | "Kingdom" | "Empire", "of"] => BEFORE.contains(before),
        [before, name, "language"] => {
            BEFORE.contains(before) && name.starts_with(char::is_uppercase)
        }
        ["was" | "is", noun, "of"] => KIN.contains(noun),
        _ => false,
    })
}

/// *one of six men to*
fn is_one_of_some(words: &[&str]) -> bool {
    words.windows(3).any(|w| {
        matches!(w, ["one", "of", number]
            if matches!(*number, "many" | "several" | "few") || number::cardinal(number).is_some())
    })
}

/// *a few other reinforcements*
fn others(words: &[&str]) -> bool {
    words.windows(2).any(|w| {
        matches!(
            w,
            [
                "few"
                    | "some"
                    | "several"
                    | "many"
                    | "two"
                    | "three"
                    | "his"
                    | "her"
                    | "its"
                    | "the",
                "other"
            ]
        )
    })
}

/// *first published novel published*
fn repeats(words: &[&str]) -> bool {
    const LONG: usize = 7;
    let again = |at: usize, word: &&str| words.iter().skip(at + 1).any(|other| other == word);
    words.iter().enumerate().any(|(at, word)| {
        let long = word.len() >= LONG && word.chars().all(char::is_lowercase);
        // *went to Paris ... trip to Paris*
        let place = at > 0
            && matches!(words.get(at - 1), Some(&("to" | "in" | "from" | "at")))
            && word.starts_with(char::is_uppercase);
        let there = words
            .windows(2)
            .skip(at)
            .any(|pair| matches!(pair, ["to" | "in" | "from" | "at", other] if other == word));
        long && again(at, word) || place && there
    })
}

/// The country of a state or town, in its own article.
fn lies_there(document: &Document<'_>, candidate: &Candidate) -> bool {
    let country = matches!(
        Lists::shared().known(&candidate.key),
        [known] if known.class == "country"
    );
    let title = document.article.title.as_str();
    let known = Lists::shared().known(title).iter().any(|k| {
        k.class == "us-state" && candidate.key == "United States"
            || k.class == "canadian-province" && candidate.key == "Canada"
            || k.class == "city" && k.group == candidate.key
    });
    let boxed = || {
        let mut lines = document.article.fields.iter();
        lines.any(|f| {
            f.key.eq_ignore_ascii_case("country")
                && f.line.of(document.text()).contains(candidate.key.as_str())
        })
    };
    // The box itself asks where its subject lies.
    let own = candidate.fact.starts_with(title);
    country && !own && (known || document.subject.kind == Some(Kind::Place) && boxed())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(stem: &str) -> Vec<&str> {
        stem.split(' ').collect()
    }

    #[test]
    fn objects_stay_with_their_verbs() {
        assert!(lacks_object(&words("When did the Moor Council pass")));
        assert!(lacks_object(&words("When did Ada Moor marry")));
        assert!(!lacks_object(&words("When did Ada and Bo marry")));
        assert!(!lacks_object(&words("When was the act of Moor passed")));
        assert!(is_place_of_before(&words(
            "When did Ada land at the airport"
        )));
        assert!(!is_place_of_before(&words(
            "When did Ada land at the Moor airport"
        )));
        assert!(has_nickname("When was \"Willie\" Bo Orr born"));
        assert!(!has_nickname("When was \"Moor Song\" by Bo Orr sung"));
        assert!(lacks_aim(
            &words("Who commissioned Ada in 1945"),
            "commission"
        ));
        assert!(!lacks_aim(
            &words("Who commissioned Ada to write"),
            "commission"
        ));
        assert!(lacks_gift(&words("Where did Ada present Bo Orr")));
        assert!(!lacks_gift(&words("Where did Ada present Bo with a cup")));
    }

    #[test]
    fn articles_stand_before_their_nouns() {
        assert!(lacks_article(&words("Who ruled Fen and Republic of Moor")));
        assert!(!lacks_article(&words("Who ruled the Republic of Moor")));
        assert!(lacks_article(&words("Who was daughter of Ada")));
        assert!(lacks_article(&words("Who put it into Moor language")));
        assert!(!lacks_article(&words("Who put it into the Moor language")));
    }

    #[test]
    fn one_answer_is_the_only_one() {
        assert!(is_deal(&words(
            "When did Ada sign a weapons deal with Moor"
        )));
        assert!(!is_deal(&words("When did Ada sign the deal with Moor")));
        assert!(!is_deal(&words(
            "When did Ada sign a deal with Moor to buy ships"
        )));
        assert!(is_one_of_some(&words("Who was one of six men to swim")));
        assert!(tells_decade(
            &words("When was it the best of the 2000s"),
            "2009"
        ));
        assert!(!tells_decade(
            &words("Who led the best of the 2000s"),
            "Ada"
        ));
        assert!(others(&words("Who sent a few other boats")));
        assert!(!others(&words("Who saw each other in Moor")));
        assert!(repeats(&words("When was the published book published")));
        assert!(has_rank_alone(&words("When did Gen. Moor arrive")));
        assert!(!has_rank_alone(&words("When did Gen. Bo Moor arrive")));
        assert!(is_everywhere(
            &words("In which country were bricks used"),
            "use"
        ));
        assert!(!is_everywhere(
            &words("In which country was Ada born"),
            "bear"
        ));
        assert!(is_fleeting(&words("How many members does it have")));
        assert!(!is_fleeting(&words("How many members did it have")));
    }
}
