//! What gives a key away, within an item and between items.

use std::collections::BTreeSet;

use crate::fact::lists::Lists;
use crate::text::given_name;

/// Words that bring one another to mind, by their beginnings.
const ASSOCIATED: [(&[&str], &[&str]); 13] = [
    (
        &["deliver", "birth"],
        &["born", "birth", "baby", "labor", "labour", "pregnan"],
    ),
    (&["picnic"], &["game", "volleyball", "outdoor", "picnic"]),
    (
        &["wedding", "marri"],
        &["marry", "marri", "wed", "bride", "groom"],
    ),
    (&["fight"], &["punch", "brawl", "fought", "fight"]),
    (&["christmas", "santa"], &["christmas", "santa", "holiday"]),
    (&["funeral", "burial"], &["buried", "dies", "death"]),
    (&["merger"], &["merge", "merging", "transfer", "branch"]),
    // Couples marry in the last episode.
    (
        &["finale", "honeymoon"],
        &["marry", "marri", "wed", "bride", "groom"],
    ),
    (&["race", "run"], &["marathon", "race", "racing"]),
    (
        &["trial", "court", "deposition"],
        &["lawsuit", "testif", "jury", "judge"],
    ),
    (&["election", "campaign"], &["vote", "elect", "candidate"]),
    (&["school", "academy"], &["pupil", "teacher", "student"]),
    (&["war", "battle"], &["battle", "fought"]),
];

/// Words so general that they give nothing away.
const GENERAL: [&str; 40] = [
    "university",
    "college",
    "company",
    "river",
    "award",
    "awards",
    "prize",
    "medal",
    "city",
    "state",
    "north",
    "south",
    "east",
    "west",
    "united",
    "states",
    "national",
    "school",
    "building",
    "tower",
    "bridge",
    "museum",
    "club",
    "network",
    "hotel",
    "street",
    "language",
    "island",
    "lake",
    "house",
    "records",
    "studios",
    "pictures",
    "engine",
    "season",
    "the",
    "king",
    "queen",
    "prince",
    "office",
];

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| {
            w.chars().count() > 3
                || w.chars().count() > 1 && w.chars().all(|c| c.is_ascii_uppercase())
        })
        .map(str::to_lowercase)
        .filter(|w| !GENERAL.contains(&w.as_str()))
        .collect()
}

/// Whether two words have one root: equal, or alike for five letters and in
/// length.
fn akin(a: &str, b: &str) -> bool {
    let shared = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    let longest = a.chars().count().max(b.chars().count());
    a == b || shared >= 5 && longest - shared <= 3 || does(a, b) || does(b, a)
}

/// Whether one word is who does the other: *farm* and *farmer*.
fn does(root: &str, word: &str) -> bool {
    word.strip_prefix(root)
        .is_some_and(|end| matches!(end, "er" | "ers" | "ian" | "ist" | "man"))
}

/// A word of the key that the stem echoes and that fewer than two wrong options
/// share.
pub(super) fn given_away(stem: &str, key: &str, distractors: &[String]) -> Option<String> {
    let asked = words(stem);
    words(key).into_iter().find(|word| {
        let echoed = asked.iter().any(|w| akin(w, word));
        let shared = distractors
            .iter()
            .filter(|d| words(d).iter().any(|w| akin(w, word)))
            .count();
        echoed && shared < 2
    })
}

/// Titles before a name.
const TITLES: [&str; 22] = [
    "Sir",
    "Dr.",
    "Dr",
    "Lord",
    "Lady",
    "King",
    "Queen",
    "Prince",
    "Princess",
    "President",
    "General",
    "Colonel",
    "Captain",
    "Saint",
    "St.",
    "Pope",
    "Dame",
    "Count",
    "Baron",
    "Professor",
    "Emperor",
    "Father",
];

/// Features of an option that the eye catches.
const LOOKS: [fn(&str) -> bool; 6] = [
    // A title in front.
    |option| {
        option
            .split_once(' ')
            .is_some_and(|(first, rest)| TITLES.contains(&first) && !rest.starts_with("of "))
    },
    // Capitals alone.
    |option| {
        !option.contains(' ')
            && option.chars().filter(char::is_ascii_uppercase).count() > 1
            && !option.contains(|c: char| c.is_lowercase())
    },
    // Digits within words.
    |option| {
        option.contains(|c: char| c.is_ascii_digit())
            && option.contains(|c: char| c.is_alphabetic())
    },
    |option| option.starts_with("The "),
    |option| option.contains(['(', '/', ':', '&']),
    |option| option.starts_with('"'),
];

/// Drops options until the key shares each of its looks with one of any three,
/// and lacks none that all of them have; the look that no option shares, if
/// the key cannot be hidden.
pub(super) fn level(key: &str, pool: &mut Vec<String>) -> bool {
    // Numbers are formed after their keys.
    if key.starts_with(|c: char| c.is_ascii_digit()) || key.starts_with("Season ") {
        return true;
    }
    for (at, look) in LOOKS.iter().enumerate() {
        let own = look(key);
        let alike = pool.iter().filter(|o| look(o) == own).count();
        if alike == 0 && !pool.is_empty() {
            // An article or a sign alone does not tell much.
            if matches!(at, 3 | 4) {
                continue;
            }
            return false;
        }
        let apart = pool.len() - alike;
        if apart > 2 {
            let mut spare = 2;
            pool.retain(|option| {
                let keep = look(option) == own || spare > 0;
                spare -= usize::from(keep && look(option) != own);
                keep
            });
        }
    }
    true
}

/// Of posts that share a word the key has not, one stays: else the key is the
/// odd one out.
pub(super) fn mix_posts(stem: &str, key: &str, pool: &mut Vec<String>) {
    if !stem.contains("which post") && !stem.contains("Which post") {
        return;
    }
    let own = words(key);
    let shared: Vec<String> = pool.iter().flat_map(|option| words(option)).collect();
    for word in shared {
        let mut spare = 1;
        if own.contains(&word) {
            continue;
        }
        pool.retain(|option| {
            let has = words(option).contains(&word);
            let keep = !has || spare > 0;
            spare -= usize::from(keep && has);
            keep
        });
    }
}

/// A title that names what the stem tells: *The Delivery* for a birth.
pub(super) fn tells(stem: &str, key: &str) -> bool {
    if !key.starts_with('"') {
        return false;
    }
    let starts = |text: &str, roots: &[&str]| {
        text.to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .any(|w| roots.iter().any(|r| w.starts_with(r)))
    };
    ASSOCIATED
        .iter()
        .any(|(titles, stems)| starts(key, titles) && starts(stem, stems))
}

/// Leaves out middle names of a family beside a key that has none: *Cecelia
/// Halpert*; an actor keeps all of his name.
pub(super) fn shorten(key: &str, options: &mut [String]) {
    let Some((_, family)) = key.split_once(' ').filter(|(_, rest)| !rest.contains(' ')) else {
        return;
    };
    for option in options {
        let words: Vec<&str> = option.split(' ').collect();
        let [first, middle, last] = words.as_slice() else {
            continue;
        };
        let given = |word: &str| word.starts_with(char::is_uppercase) && given_name(word).is_some();
        if *last == family
            && given(first)
            && given(middle)
            && Lists::shared().known(option).is_empty()
        {
            *option = format!("{first} {last}");
        }
    }
}

/// Whether the stem of one item states the key of another about the same thing.
pub(super) fn states(
    stem: &str,
    key: &str,
    telling: &BTreeSet<String>,
    of: &BTreeSet<String>,
) -> bool {
    let key = key.trim_matches('"');
    let stated = key.chars().count() > 2
        && stem.match_indices(key).any(|(at, _)| {
            let before = stem.get(..at).and_then(|t| t.chars().next_back());
            let after = stem.get(at + key.len()..).and_then(|t| t.chars().next());
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
        });
    let shared = telling.intersection(of).count();
    stated && shared > 1 && shared * 2 >= telling.len().min(of.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(names: [&str; 3]) -> Vec<String> {
        names.map(str::to_owned).to_vec()
    }

    #[test]
    fn posts_that_share_a_word_do_not_leave_the_key_alone() {
        let names = ["Regional Manager", "Branch Manager", "Clerk"];
        let mut pool = options(names);
        mix_posts("Which post does Ann hold?", "Director", &mut pool);
        assert_eq!(pool, ["Regional Manager", "Clerk"]);
        let mut pool = options(names);
        mix_posts("Which post does Ann hold?", "Office Manager", &mut pool);
        assert_eq!(pool, names);
    }

    #[test]
    fn middle_names_stay_out_beside_a_short_name() {
        let mut pool = options(["Emma Louise Lee", "Bo Orr", "Emma van Loon"]);
        shorten("Jane Lee", &mut pool);
        assert_eq!(pool, ["Emma Lee", "Bo Orr", "Emma van Loon"]);
    }

    #[test]
    fn a_word_of_the_key_in_the_stem_gives_it_away_unless_options_share_it() {
        let wrong = options(["Marvel Comics", "Archie Comics", "Image Comics"]);
        let stem = "Which publisher ended the DC Dawn branding?";
        assert_eq!(given_away(stem, "DC Comics", &wrong), Some("dc".to_owned()));
        let family = options(["Ann Miller", "Joan Miller", "Eve Miller"]);
        assert_eq!(
            given_away("Who is Tom Miller's daughter?", "Kay Miller", &family),
            None
        );
    }

    #[test]
    fn a_look_of_the_key_is_shared_or_the_item_goes() {
        let mut pool = options(["Ann Cole", "Eve Ford", "Sir Tom Gray"]).clone();
        assert!(level("Sir Ian Hill", &mut pool));
        let mut pool = options(["Ann Cole", "Eve Ford", "Joan Gray"]);
        assert!(!level("Dame May Hill", &mut pool));
        let mut pool = options(["NASA", "ESA", "JAXA"]);
        assert!(!level("Roscosmos", &mut pool));
    }

    #[test]
    fn a_title_that_names_the_event_is_seen() {
        assert!(tells(
            "In which episode is the child born?",
            "\"The Delivery\""
        ));
        assert!(!tells(
            "In which episode does she sing?",
            "\"The Delivery\""
        ));
    }
}
