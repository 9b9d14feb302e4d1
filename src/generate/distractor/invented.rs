//! Names for relatives whom hardly anybody knows: put together from given names
//! and surnames of the key's own language, so that they are false by
//! construction and nobody can tell them from the key without knowing it.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::super::mix;
use crate::fact::Document;
use crate::fact::lists::Lists;
use crate::text::{Gender, given_name};

const NAMES: &str = include_str!("invented.tsv");

/// Relatives who bear one family name.
const BLOOD: [&str; 6] = ["father", "mother", "son", "daughter", "brother", "sister"];

/// How many are made.
const MADE: usize = 6;

/// The names of one language.
#[derive(Debug, Default)]
struct Tongue {
    men: Vec<&'static str>,
    women: Vec<&'static str>,
    surnames: Vec<&'static str>,
    /// Surnames of women, where they differ.
    hers: Vec<&'static str>,
}

impl Tongue {
    fn given(&self, sex: Gender) -> &[&'static str] {
        if sex == Gender::Female {
            &self.women
        } else {
            &self.men
        }
    }

    fn family(&self, sex: Gender) -> &[&'static str] {
        if sex == Gender::Female && !self.hers.is_empty() {
            &self.hers
        } else {
            &self.surnames
        }
    }

    fn has_given(&self, name: &str) -> bool {
        self.men.contains(&name) || self.women.contains(&name)
    }

    fn has_family(&self, name: &str) -> bool {
        self.surnames.contains(&name) || self.hers.contains(&name)
    }
}

fn tongues() -> &'static BTreeMap<&'static str, Tongue> {
    static ALL: OnceLock<BTreeMap<&'static str, Tongue>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all: BTreeMap<&'static str, Tongue> = BTreeMap::new();
        for line in NAMES.lines() {
            let mut fields = line.split('\t');
            let (Some(tongue), Some(part), Some(names)) =
                (fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            let names: Vec<&str> = names.split(';').map(str::trim).collect();
            let tongue = all.entry(tongue).or_default();
            match part {
                "m" => tongue.men = names,
                "f" => tongue.women = names,
                "sf" => tongue.hers = names,
                _ => tongue.surnames = names,
            }
        }
        all
    })
}

/// Endings of surnames that tell their language.
const ENDINGS: [(&[&str], &str); 14] = [
    (
        &["ski", "ska", "wicz", "czyk", "ński", "cki", "cka"],
        "polish",
    ),
    (&["ović", "ević", "ić", "čić"], "yugoslav"),
    (&["ová", "ček", "ský"], "czech"),
    (
        &["ov", "ova", "ev", "eva", "enko", "sky", "skaya"],
        "russian",
    ),
    (&["opoulos", "idis", "akis", "ou"], "greek"),
    (&["escu", "eanu"], "romanian"),
    (
        &["sson", "strand", "gren", "qvist", "quist", "sen", "gaard"],
        "nordic",
    ),
    (&["nen"], "finnish"),
    (&["oğlu"], "turkish"),
    (&["ez", "íz"], "spanish"),
    (&["elli", "ini", "etti", "ucci", "aldi", "otti"], "italian"),
    (&["mann", "stein", "berger", "hauer", "bach"], "german"),
    (
        &["eau", "ault", "ère", "ois", "aux", "ier", "ard", "oux"],
        "french",
    ),
    (&["eira", "ães", "ões"], "portuguese"),
];

/// The language of a land's names.
fn tongue_of_land(land: &str) -> Option<&'static str> {
    Some(match land {
        "United States" | "United Kingdom" | "England" | "Scotland" | "Wales" | "Ireland"
        | "Canada" | "Australia" | "New Zealand" => "english",
        "France" | "Belgium" | "Monaco" => "french",
        "Germany" | "Austria" | "Switzerland" | "German Empire" => "german",
        "Italy" => "italian",
        "Spain" | "Mexico" | "Argentina" | "Chile" | "Colombia" | "Peru" | "Cuba" | "Andorra"
        | "Venezuela" => "spanish",
        "Portugal" | "Brazil" | "Angola" | "Mozambique" => "portuguese",
        "Netherlands" => "dutch",
        "Sweden" | "Norway" | "Denmark" => "nordic",
        "Poland" => "polish",
        "Czech Republic" | "Czechoslovakia" => "czech",
        "Russia" | "Soviet Union" | "Ukraine" | "Belarus" => "russian",
        "Serbia" | "Croatia" | "Yugoslavia" | "Bosnia and Herzegovina" => "yugoslav",
        "Hungary" => "hungarian",
        "Romania" => "romanian",
        "Greece" => "greek",
        "Algeria" | "Egypt" | "Morocco" | "Tunisia" | "Syria" | "Iraq" | "Lebanon"
        | "Saudi Arabia" => "arabic",
        "Turkey" => "turkish",
        "Iran" => "persian",
        "India" => "indian",
        "China" | "Taiwan" => "chinese",
        "Japan" => "japanese",
        "South Korea" | "Korea" => "korean",
        "Finland" => "finnish",
        _ => return None,
    })
}

/// Whether the names of a land are known.
pub(super) fn has_tongue(land: &str) -> bool {
    tongue_of_land(land).is_some()
}

/// The language of a person's name: by its surname, its given names, the
/// article's land; none if nothing tells.
fn tongue(name: &str, home: Option<&str>) -> Option<&'static str> {
    let words: Vec<&str> = name.split(' ').collect();
    let (first, last) = (words.first()?, words.last()?);
    let all = tongues();
    let own = home.and_then(tongue_of_land);
    let single = words.len() == 1;
    let by = |has: &dyn Fn(&Tongue) -> bool| -> Option<&'static str> {
        let found: Vec<&'static str> = all
            .iter()
            .filter(|(_, t)| has(t))
            .map(|(n, _)| *n)
            .collect();
        own.filter(|o| found.contains(o))
            .or_else(|| found.contains(&"english").then_some("english"))
            .or_else(|| found.first().copied().filter(|_| found.len() == 1))
    };
    if !single {
        if let Some(found) = by(&|t| t.has_family(last)) {
            return Some(found);
        }
        let ending = ENDINGS.iter().find(|(ends, _)| {
            ends.iter()
                .any(|end| last.ends_with(end) && last.chars().count() > end.chars().count() + 2)
        });
        if let Some((_, found)) = ending
            && all.get(found).is_some_and(|t| t.has_given(first))
        {
            return Some(found);
        }
    }
    let found = by(&|t| t.has_given(first));
    // A name from elsewhere is no English one because its bearer was called John.
    let plain = name.is_ascii();
    found.filter(|f| *f != "english" || plain).or_else(|| {
        own.filter(|o| *o == "english" && plain)
            .filter(|_| given_name(first).is_some())
    })
}

/// Given names that nobody had before the twentieth century.
const MODERN: [&str; 44] = [
    "Alan", "Kenneth", "Roger", "Larry", "Ronald", "Kevin", "Brian", "Jeffrey", "Russell", "Keith",
    "Dennis", "Bruce", "Craig", "Jason", "Scott", "Donald", "Barry", "Ryan", "Sean", "Dean",
    "Glenn", "Todd", "Jeff", "Steve", "Mike", "Matt", "Gerald", "Neil", "Karen", "Linda", "Sharon",
    "Michelle", "Jennifer", "Amanda", "Jessica", "Melissa", "Kimberly", "Heather", "Pamela",
    "Deborah", "Andrea", "Gillian", "Betty", "Alison",
];

/// Since when they are usual.
const MODERN_SINCE: i32 = 1935;

/// How a name is built: given names, an initial in the middle.
struct Frame {
    given: usize,
    initial: bool,
    /// Whether a stop follows the initial.
    stopped: bool,
    family: bool,
}

impl Frame {
    fn of(name: &str) -> Option<Self> {
        let words: Vec<&str> = name.split(' ').collect();
        let title = words.first()?.to_lowercase();
        if words.len() > 1 && Lists::shared().role(&title).is_some() {
            return None;
        }
        let plain = |w: &&str| {
            w.chars()
                .all(|c| c.is_alphabetic() || c == '-' || c == '\'')
        };
        let initial = |w: &str| {
            w.starts_with(char::is_uppercase)
                && (w.chars().count() == 2 && w.ends_with('.') || w.chars().count() == 1)
        };
        match words.as_slice() {
            [one] if plain(one) => Some(Self {
                given: 1,
                initial: false,
                stopped: false,
                family: false,
            }),
            [first, last] if plain(first) && plain(last) => Some(Self {
                given: 1,
                initial: false,
                stopped: false,
                family: true,
            }),
            [first, middle, last] if initial(middle) && plain(first) && plain(last) => Some(Self {
                given: 1,
                initial: true,
                stopped: middle.ends_with('.'),
                family: true,
            }),
            [first, middle, last] if [first, middle, last].iter().all(|w| plain(w)) => Some(Self {
                given: 2,
                initial: false,
                stopped: false,
                family: true,
            }),
            _ => None,
        }
    }
}

/// Names beside one that no list knows; none if its language or sex is not
/// certain.
pub(super) fn persons(
    document: &Document<'_>,
    name: &str,
    sex: Option<Gender>,
    (home, year): (Option<&str>, Option<i32>),
    seed: &str,
) -> Vec<String> {
    let (Some(sex), Some(frame)) = (sex.filter(|s| *s != Gender::Either), Frame::of(name)) else {
        return Vec::new();
    };
    if !Lists::shared().known(name).is_empty() {
        return Vec::new();
    }
    let Some((language, tongue)) = tongue(name, home).and_then(|t| Some((t, tongues().get(t)?)))
    else {
        return Vec::new();
    };
    // *Joan* may be a man's name here.
    let first = name.split(' ').next().unwrap_or_default();
    let others = if sex == Gender::Female {
        &tongue.men
    } else {
        &tongue.women
    };
    if others.contains(&first) {
        return Vec::new();
    }
    let old = year.is_some_and(|year| year < MODERN_SINCE);
    let lower = name.to_lowercase();
    let text = document.text();
    let free = |part: &&&'static str| {
        let clashes = old && MODERN.contains(*part)
            || lower.contains(&part.to_lowercase())
            || seed.contains(**part)
            || !frame.family && text.contains(**part);
        let borne = document
            .names
            .entities
            .iter()
            .any(|e| e.name.split(' ').any(|w| w == **part));
        !clashes && !borne
    };
    let shuffled = |names: &[&'static str], salt: &str| -> Vec<&str> {
        let mut all: Vec<&str> = names.iter().filter(free).copied().collect();
        all.sort_unstable_by_key(|n| mix(&format!("{seed}{salt}"), n));
        all
    };
    let given = shuffled(tongue.given(sex), "given");
    let own = name.rsplit(' ').next().unwrap_or_default();
    // Parents, children, brothers and sisters bear one family name: it must not
    // tell the key from the rest.
    let blood = seed
        .split(|c: char| !c.is_alphabetic())
        .any(|word| BLOOD.contains(&word));
    let kept = frame.family && (blood || seed.contains(own));
    let families = if kept {
        vec![own; given.len()]
    } else {
        shuffled(tongue.family(sex), "family")
    };
    let length = name.chars().count();
    let surname_first = matches!(language, "chinese" | "korean" | "hungarian")
        && name.split(' ').next().is_some_and(|w| tongue.has_family(w));
    let mut made: Vec<String> = Vec::new();
    for at in 0..given.len().min(families.len().max(given.len())) {
        let Some(first) = given.get(at) else { break };
        let mut parts: Vec<String> = vec![(*first).to_owned()];
        if frame.given > 1 {
            let Some(second) = given.get(given.len() - 1 - at).filter(|s| *s != first) else {
                break;
            };
            parts.push((*second).to_owned());
        }
        if frame.initial {
            let letters = [
                "A.", "B.", "C.", "E.", "F.", "H.", "J.", "L.", "M.", "P.", "R.", "W.",
            ];
            let at = usize::try_from(mix(seed, first)).unwrap_or(0) % letters.len();
            let letter = letters.get(at).map_or("J.", |l| *l);
            parts.push(if frame.stopped {
                letter.to_owned()
            } else {
                letter.trim_end_matches('.').to_owned()
            });
        }
        if frame.family {
            let Some(family) = families.get(at) else {
                break;
            };
            if surname_first {
                parts.insert(0, (*family).to_owned());
            } else {
                parts.push((*family).to_owned());
            }
        }
        let whole = parts.join(" ");
        let close = whole.chars().count().abs_diff(length) <= 5;
        if close && Lists::shared().known(&whole).is_empty() {
            made.push(whole);
        }
        if made.len() == MADE {
            break;
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_a_name_is_told_by_its_parts() {
        assert_eq!(tongue("Jacek Wolański", Some("France")), None);
        assert_eq!(tongue("Zofia Brzeska", None), Some("polish"));
        assert_eq!(
            tongue("Mary Hadley", Some("United States")),
            Some("english")
        );
        assert_eq!(tongue("Maria Rossi", Some("Italy")), Some("italian"));
        assert_eq!(tongue("Xyq Bmm", None), None);
    }

    #[test]
    fn frames() {
        assert!(Frame::of("Ann B. Cole").is_some_and(|f| f.initial));
        assert!(Frame::of("Ann Bea Cole").is_some_and(|f| f.given == 2));
        assert!(Frame::of("Ann").is_some_and(|f| !f.family));
        assert!(Frame::of("Ann of the Hill").is_none());
    }
}
