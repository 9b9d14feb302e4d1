//! What happened more than once, or to more than one: a stem must say which
//! time, which match, which of several things.

use super::{Candidate, has_any, has_year};
use crate::fact::Document;
use crate::text::number;

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

/// Ends and middles of stems that hang on what was left out, and what is wrong
/// with them.
const OPEN: [(&str, &str); 8] = [
    (" forced to ", "forced, and nothing says by what"),
    (" in his field", "his field, and nothing says which"),
    (" in her field", "his field, and nothing says which"),
    (" so that his ", "his, and nothing says whose"),
    (" so that her ", "his, and nothing says whose"),
    (" all or some ", "hedged"),
    ("'s successor in ", "a successor, and nothing says as what"),
    (
        "'s predecessor in ",
        "a successor, and nothing says as what",
    ),
];

/// The first reason why a stem may be true more than once.
pub(super) fn fault(document: &Document<'_>, candidate: &Candidate) -> Option<&'static str> {
    let stem = candidate.stem.trim_end_matches('?');
    let words: Vec<&str> = stem.split(' ').collect();
    let dated = has_year(stem);
    let asks_time = has_year(&candidate.key);
    let person = document.subject.is_person;
    let verb = candidate.verb();
    if !dated && !asks_time && is_yearly(&words, stem) {
        return Some("what is held every year");
    }
    if is_article(&words, stem) {
        return Some("one of many articles");
    }
    if stem.contains(" rank among ") && !stem.contains(" by ") {
        return Some("a rank, and nothing says by what");
    }
    if stem.contains(" surpassed by ") && !stem.contains(" as ") {
        return Some("surpassed, and nothing says in what");
    }
    if is_bare_nth(&words) {
        return Some("one of several works, and nothing says which");
    }
    if person && stem.starts_with("On what date ") && !stem.contains(&document.article.title) {
        return Some("a day in the life of somebody else");
    }
    if person && BUSINESS.iter().any(|b| stem.contains(b)) {
        return Some("business that nobody remembers");
    }
    if person && asks_time && is_tribute(document, &words, stem) {
        return Some("a tribute that few know");
    }
    if stem.contains("hich disaster ") || ["reprise", "reprised"].iter().any(|w| words.contains(w))
    {
        return Some("what is said without its work or its time");
    }
    if !dated && stem.contains("ow many ") && is_precise(&candidate.key) {
        return Some("a count that nobody remembers");
    }
    if is_one_marriage(document, stem) {
        return Some("one of several marriages");
    }
    if is_remark(&words) || says_of_itself(&words) {
        return Some("a remark that many may have made");
    }
    if counts_on(stem, &candidate.key) {
        return Some("a number that follows from that of the stem");
    }
    if is_record(&words) {
        return Some("a record that others may break");
    }
    if is_under_way(&words) || stem.ends_with(" today") {
        return Some("what went on when the article was written");
    }
    if !person && !dated && stem.contains(" was the largest ") {
        return Some("the largest, and nothing says when");
    }
    if stem.contains("hich city ") && ["win", "lose", "play", "defeat"].contains(&verb) {
        return Some("a contest by the town that it was held in");
    }
    if is_guessed(candidate, stem) {
        return Some("what everybody guesses");
    }
    if document.subject.is_tale() {
        let film = stem.contains("hich film ") && !is_told_film(document, &candidate.key);
        return film.then_some("a title of a book and of a film");
    }
    if is_bare_round(&words) && !names_tournament(stem) {
        return Some("a match, and nothing says which");
    }
    if person && ILLS.contains(&verb) && !dated && !asks_time {
        return Some("an illness that may be one of several");
    }
    if words
        .windows(2)
        .any(|w| matches!(w, ["next", after] if *after != "to"))
    {
        return Some("next, and nothing says after what");
    }
    let open = OPEN.iter().find(|(phrase, _)| stem.contains(phrase));
    open.map(|(_, reason)| *reason)
}

/// *did Bo Orr paint a panel of Ann Lee*, in the article on Ann Lee.
fn is_tribute(document: &Document<'_>, words: &[&str], stem: &str) -> bool {
    const MADE: [&str; 8] = [
        "create", "paint", "sculpt", "unveil", "display", "exhibit", "carve", "draw",
    ];
    let title = &document.article.title;
    has_any(words, &MADE)
        && stem.contains(&format!(" of {title}"))
        && !stem.contains(&format!("did {title} "))
}

/// *3,826,000*: four figures or more that are no noughts.
fn is_precise(key: &str) -> bool {
    let digits: String = key.chars().filter(char::is_ascii_digit).collect();
    digits.trim_end_matches('0').len() > 3
}

/// *Who lost at the Moor Bowl?*, which is held every year.
fn is_yearly(words: &[&str], stem: &str) -> bool {
    let one = ["first", "last", "only", "final", "youngest", "oldest"];
    let ordinal = words
        .iter()
        .any(|w| one.contains(w) || w.starts_with(|c: char| c.is_ascii_digit()));
    !ordinal && YEARLY.iter().any(|show| stem.contains(show))
}

/// *published an article on moors*
fn is_article(words: &[&str], stem: &str) -> bool {
    has_any(words, &["publish", "published", "write", "wrote"])
        && (stem.contains(" an article ") || stem.contains(" a post"))
        && !stem.contains('"')
}

/// *How heavy can a moorhen become?*
fn is_record(words: &[&str]) -> bool {
    const GROWN: [&str; 6] = ["grow", "become", "weigh", "reach", "measure", "be"];
    matches!(words, ["How", _, "can", ..] | ["To", "what", _, "can", ..])
        && words.last().is_some_and(|w| GROWN.contains(w))
}

/// The language of a title in English, the house of a president, who gave
/// plants their names, what most people of a land believe and play.
fn is_guessed(candidate: &Candidate, stem: &str) -> bool {
    let key = candidate.key.as_str();
    key == "White House"
        || key.ends_with("Linnaeus")
        || key == "English" && stem.contains("original language")
        || stem.contains(" predominant religion in ")
        || stem.contains(" main religion in ")
        || stem.contains(" most popular sport")
}

/// *Ann's fifth book*, without its title.
fn is_bare_nth(words: &[&str]) -> bool {
    const WORKS: [&str; 11] = [
        "work",
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
        let known = matches!(*nth, "best-known" | "latest" | "next" | "second-best");
        own && (known || number::ordinal(nth).is_some() && *nth != "first")
            && WORKS.contains(work)
            && !next.starts_with(|c: char| c.is_uppercase() || c == '"')
    })
}

/// *Apollo 12* behind *Apollo 11*.
fn counts_on(stem: &str, key: &str) -> bool {
    let Some((name, number)) = key.rsplit_once(' ') else {
        return false;
    };
    let Ok(number) = number.parse::<u32>() else {
        return false;
    };
    [number.saturating_sub(1), number + 1]
        .iter()
        .any(|next| stem.contains(&format!("{name} {next}")))
}

/// *How many houses is the ministry renovating?*
fn is_under_way(words: &[&str]) -> bool {
    let now = has_any(words, &["is", "are"]);
    let ing = words.last().is_some_and(|w| w.ends_with("ing"));
    now && ing && words.first().is_some_and(|w| *w == "How")
}

/// *Whom did Ann Lee marry?*, who married twice.
fn is_one_marriage(document: &Document<'_>, stem: &str) -> bool {
    let asks = stem.contains("hom did ") && stem.ends_with(" marry");
    let text = document.text();
    let times = text.match_indices("married ").filter(|(at, word)| {
        text.get(at + word.len()..)
            .is_some_and(|rest| rest.starts_with(char::is_uppercase))
    });
    let again = ["second wife", "second husband", "remarried", "divorce"];
    asks && (times.count() > 1 || again.iter().any(|a| text.contains(a)))
}

/// Whether the text calls a name a film.
fn is_told_film(document: &Document<'_>, key: &str) -> bool {
    let (text, key) = (document.text(), key.trim_matches('"'));
    text.contains(&format!("film {key}")) || text.contains(&format!("{key} film"))
}

/// *Who noted the influence of the films?*
fn is_remark(words: &[&str]) -> bool {
    let told = [
        "wrote",
        "writes",
        "argued",
        "argues",
        "suggested",
        "suggests",
        "claims",
        "claimed",
    ];
    let that = words.iter().take(6).any(|w| *w == "that");
    if that && matches!(words, ["Who", verb, ..] if told.contains(verb)) {
        return true;
    }
    matches!(
        words,
        [
            "Who",
            "noted" | "observed" | "remarked" | "commented" | "stated" | "notes",
            ..
        ]
    )
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
        assert!(!is_bare_round(&words("Who designed the video game Moor")));
        assert!(names_tournament(
            "Whom did Ann beat at the Moor Cup in a final"
        ));
        assert!(is_yearly(
            &words("Who sang at SummerSlam"),
            "Who sang at SummerSlam"
        ));
    }

    #[test]
    fn one_of_several_needs_its_name() {
        assert!(is_bare_nth(&words("When was Ann's fifth book printed")));
        assert!(is_bare_nth(&words(
            "When did Ann publish her best-known work"
        )));
        assert!(!is_bare_nth(&words(
            "When was Ann's fifth book \"Moor\" printed"
        )));
        assert!(is_article(
            &words("Who wrote an article on Moor"),
            "Who wrote an article on Moor"
        ));
        assert!(counts_on("Which ship came after Moor 11", "Moor 12"));
        assert!(!counts_on("Which ship came after Moor 11", "Moor 18"));
    }

    #[test]
    fn nobody_is_known_for_a_word_on_himself() {
        assert!(says_of_itself(&words(
            "Who noted that in spring he drew the hat larger"
        )));
        assert!(!says_of_itself(&words("Who noted that the hat was larger")));
        assert!(is_remark(&words("Who argues that moors are wet")));
        assert!(!is_remark(&words("Who wrote the novel Moor")));
    }

    #[test]
    fn what_goes_on_changes() {
        assert!(is_under_way(&words(
            "How many houses is the ministry renovating"
        )));
        assert!(!is_under_way(&words(
            "How many houses did the ministry renovate"
        )));
        assert!(is_record(&words("How heavy can a moorhen become")));
        assert!(!is_record(&words("How heavy was the bell of Moor")));
    }
}
