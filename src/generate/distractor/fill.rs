//! What fills a pool that the article and the class lists leave too thin:
//! towns of the same land, members of the same narrow group, and for persons
//! whom nobody knows invented names of the same language.

use std::collections::BTreeMap;

use super::super::question::Question;
use super::names::home;
use super::profile::{Profile, Realm, profile};
use super::{Company, MIN_DISTRACTORS, invented, pool};
use crate::fact::field::era;
use crate::fact::lists::Lists;
use crate::fact::value::years_in;
use crate::fact::{Document, Entity, EntityId, Kind, Names};
use crate::generate::mix;
use crate::item::MAX_DISTRACTORS;
use crate::text::{Gender, given_name};

/// Nouns of places that people live in.
const SETTLEMENTS: [&str; 8] = [
    "city",
    "town",
    "village",
    "settlement",
    "municipality",
    "suburb",
    "hamlet",
    "capital",
];

/// Whether a noun is one of them.
pub(super) fn is_settlement(noun: &str) -> bool {
    SETTLEMENTS.contains(&noun)
}

/// Small classes of which each article mentions most members.
const CLOSED: [&str; 5] = ["ocean", "religion", "tournament", "god", "goddess"];

/// Adds to the pool of a question what stands beside its key.
pub(super) fn fill(
    company: &Company<'_, '_>,
    question: &Question,
    key: EntityId,
    found: &mut Vec<String>,
) {
    let document = company.document;
    let (Some(entity), Some(own)) = (document.entity(key), profile(company, key)) else {
        return;
    };
    if found.len() > MIN_DISTRACTORS || matches!(own.realm, Realm::Story | Realm::Apart) {
        return;
    }
    let noun = question.noun.as_deref().or(entity.noun.as_deref());
    let more = match entity.kind {
        Some(Kind::Person) if found.len() < MIN_DISTRACTORS => people(company, question, key),
        Some(Kind::Person) => Vec::new(),
        // The towns of the lists are no villages.
        Some(Kind::Place) if matches!(noun, Some("village" | "hamlet" | "suburb")) => Vec::new(),
        Some(Kind::Place) if noun.is_none_or(|n| SETTLEMENTS.contains(&n)) => {
            towns(document, entity, noun.is_some())
        }
        _ => beside(company, question, entity),
    };
    for name in more {
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found.truncate(MAX_DISTRACTORS);
}

/// Known persons of the key's trade, land, sex and time, or else, beside one
/// who plays no great part, invented ones.
fn people(company: &Company<'_, '_>, question: &Question, key: EntityId) -> Vec<String> {
    let document = company.document;
    let (Some(entity), Some(own)) = (document.entity(key), profile(company, key)) else {
        return Vec::new();
    };
    let told = document
        .sentences
        .get(question.sentence)
        .is_some_and(|s| s.story);
    let work = document.subject.is_fictional || document.subject.kind == Some(Kind::Work);
    if key == Names::TITLE || work && told && own.realm != Realm::Critic {
        return Vec::new();
    }
    if document.subject.is_fictional && own.realm != Realm::Critic && own.roles.is_empty() {
        return Vec::new();
    }
    let year = company.when(question.sentence).or(own.years.map(|y| y.0));
    let kin = is_kin(question);
    let land = land_of(company, key)
        .filter(|_| own.full && !kin)
        .or_else(|| birth_land(document))
        .or_else(|| home(document));
    let known = colleagues(document, own, land, year.or_else(|| last_year(document)));
    // Beside a man of note, names that nobody bears look made up.
    if !kin {
        return known;
    }
    // Whom an article speaks of again and again, many know.
    let subject = &document.subject;
    let maker = entity.boxed && (subject.is_fictional || subject.kind == Some(Kind::Work));
    if entity.mentions > MINOR && !own.roles.is_empty() || maker && !kin {
        return Vec::new();
    }
    invented::persons(
        document,
        &entity.name,
        own.sex,
        (land, year),
        &question.stem,
    )
}

/// Relatives and friends, who are asked for by what they are to somebody.
pub const KIN: [&str; 24] = [
    "wife",
    "husband",
    "spouse",
    "partner",
    "father",
    "mother",
    "son",
    "daughter",
    "brother",
    "sister",
    "uncle",
    "aunt",
    "nephew",
    "niece",
    "cousin",
    "grandfather",
    "grandmother",
    "stepmother",
    "stepfather",
    "fiancée",
    "girlfriend",
    "boyfriend",
    "twin",
    "child",
];

/// Whether a question asks for a relative.
pub(super) fn is_kin(question: &Question) -> bool {
    let stem = question.stem.trim_end_matches('?');
    let last = stem.rsplit(' ').next().unwrap_or_default();
    matches!(question.predicate.as_str(), "marry" | "wed" | "divorce")
        || KIN.contains(&last) && stem.contains("'s ")
        || stem.starts_with(ONE_OF_KIN)
}

/// How a stem opens that asks for one of several relatives.
pub const ONE_OF_KIN: &str = "Which of these people was a";

/// What many a person of an article may be to its subject without its saying so.
pub const LOOSE: [&str; 11] = [
    "student",
    "pupil",
    "rival",
    "friend",
    "colleague",
    "follower",
    "ally",
    "acquaintance",
    "admirer",
    "supporter",
    "collaborator",
];

/// Whether a question asks for one of many friends.
pub(super) fn is_loose(question: &Question) -> bool {
    let stem = question.stem.trim_end_matches('?');
    let last = stem.rsplit(' ').next().unwrap_or_default();
    LOOSE.contains(&last) && stem.contains("'s ")
}

/// The first land that the article names: where its subject comes from.
fn birth_land(document: &Document<'_>) -> Option<&'static str> {
    let text = document.text();
    let sections = document.sentences.first()?;
    let lines = document.article.fields.iter().map(|f| f.line.of(text));
    std::iter::once(sections.whole.of(text))
        .chain(lines)
        .find_map(|line| {
            line.split(|c: char| !c.is_alphabetic()).find_map(|word| {
                let land =
                    Lists::shared()
                        .demonym(word)
                        .or_else(|| match Lists::shared().known(word) {
                            [known] if known.class == "country" => Some(known.name),
                            _ => None,
                        });
                land.filter(|l| invented::has_tongue(l))
            })
        })
}

/// The last year that an article speaks of.
fn last_year(document: &Document<'_>) -> Option<i32> {
    years_in(document.text())
        .range(..=2100)
        .next_back()
        .copied()
}

/// The most mentions of a minor person.
const MINOR: usize = 4;

/// The classes of the name list that bear a trade.
fn classes(trade: &str) -> &'static [&'static str] {
    match trade {
        "actor" => &["actor"],
        "musician" => &["singer"],
        "politician" => &["politician"],
        _ => &[],
    }
}

/// Persons of the list who could stand for one of this profile: of one trade,
/// land and sex, and of age in the year.
fn colleagues(
    document: &Document<'_>,
    own: &Profile,
    land: Option<&str>,
    year: Option<i32>,
) -> Vec<String> {
    const COMING_OF_AGE: i32 = 20;
    const OLD_AGE: i32 = 65;
    let (Some(year), Some(land)) = (year, land) else {
        return Vec::new();
    };
    let Some(sex) = own.sex else {
        return Vec::new();
    };
    let land = match land {
        "United States" => "US",
        "United Kingdom" | "England" | "Scotland" | "Wales" => "UK",
        other => other,
    };
    let end = if sex == Gender::Female { " f" } else { " m" };
    let mut all: Vec<_> = own
        .roles
        .iter()
        .flat_map(|trade| classes(trade))
        .flat_map(|class| Lists::shared().class(class))
        .filter(|k| k.group.starts_with(land) && k.group.ends_with(end))
        .filter(|k| {
            era::of(k.name)
                .is_some_and(|born| (year - OLD_AGE..=year - COMING_OF_AGE).contains(&born))
        })
        .filter(|k| !document.text().contains(k.name))
        .collect();
    all.sort_unstable_by_key(|k| {
        (
            std::cmp::Reverse(k.fame),
            mix(&document.article.title, k.name),
        )
    });
    all.truncate(MAX_DISTRACTORS);
    all.into_iter().map(|k| k.name.to_owned()).collect()
}

/// The country that the sentences about a person name most.
fn land_of(company: &Company<'_, '_>, id: EntityId) -> Option<&'static str> {
    let document = company.document;
    let mut votes: BTreeMap<&'static str, usize> = BTreeMap::new();
    for &place in company.sentences.get(&id)? {
        let Some(sentence) = document.sentences.get(place) else {
            continue;
        };
        let text = sentence.whole.of(document.text());
        for word in text.split(|c: char| !c.is_alphabetic()) {
            if let Some(land) = Lists::shared().demonym(word) {
                *votes.entry(land).or_default() += 1;
            }
        }
        for mention in document.names.within(sentence.whole) {
            let Some(entity) = document.entity(mention.entity) else {
                continue;
            };
            let land = match Lists::shared().known(&entity.name) {
                [known] if known.class == "country" => known.name,
                [known] if known.class == "us-state" => "United States",
                [known] if matches!(known.class, "city" | "university" | "newspaper") => {
                    known.group
                }
                _ => continue,
            };
            *votes.entry(land).or_default() += 1;
        }
    }
    votes
        .into_iter()
        .max_by_key(|&(name, count)| (count, std::cmp::Reverse(name)))
        .map(|(name, _)| name)
}

/// Invented names beside the name of a person whom no list knows.
pub fn strangers(
    company: &Company<'_, '_>,
    name: &str,
    sex: Option<Gender>,
    seed: &str,
) -> Vec<String> {
    let document = company.document;
    // *William II*: no made-up name has a number.
    let numeral = |w: &str| w.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    if name.split(' ').skip(1).any(numeral) {
        return Vec::new();
    }
    let id = document.names.named(name);
    let own = id.and_then(|id| profile(company, id));
    let sex = sex.or(own.and_then(|p| p.sex)).or_else(|| given_name(name));
    let land = id
        .and_then(|id| land_of(company, id))
        .filter(|_| name.contains(' '))
        .or_else(|| birth_land(document))
        .or_else(|| home(document));
    let text = document.text();
    let year = own.and_then(|p| p.years).map(|y| y.0).or_else(|| {
        let mut lines = document.article.fields.iter().map(|f| f.line.of(text));
        lines.find_map(|line| years_in(line).first().copied())
    });
    invented::persons(document, name, sex, (land, year), seed)
}

/// Members of the narrow group that holds a value of the box.
pub fn narrow(line: &str, key: &str) -> Vec<String> {
    let Some((own, dropped)) = pool::beside(key) else {
        return Vec::new();
    };
    let mut all: Vec<&str> = own
        .names
        .iter()
        .map(|name| dropped.map_or(*name, |word| name.strip_suffix(word).unwrap_or(name)))
        .filter(|name| *name != key && !line.contains(*name))
        .collect();
    all.sort_unstable_by_key(|name| mix(key, name));
    all.truncate(MAX_DISTRACTORS);
    all.into_iter().map(str::to_owned).collect()
}

/// Towns of the state, county or country that the text puts a town in, in
/// an order that depends on the town; else, if one is `asked` for, of the
/// land that the article is about.
fn towns(document: &Document<'_>, entity: &Entity, asked: bool) -> Vec<String> {
    let country = match Lists::shared().known(&entity.name) {
        [known] if known.class == "city" => Some(known.group),
        [] => None,
        _ => return Vec::new(),
    };
    let region = told_region(document, entity)
        .or_else(|| pool::region_of(&entity.name))
        .or(country)
        .or_else(|| main_region(document).filter(|_| asked));
    region.map_or_else(Vec::new, |region| towns_of(document, region, &entity.name))
}

/// Beside a town that the text puts in a state or county stand others that lie
/// there too.
pub(super) fn keep_region(document: &Document<'_>, entity: &Entity, options: &mut Vec<String>) {
    let place = |name: &str| {
        document
            .names
            .named(name)
            .and_then(|id| document.entity(id))
    };
    let Some(region) = told_region(document, entity).or_else(|| pool::region_of(&entity.name))
    else {
        return;
    };
    let near = |name: &String| {
        let told = place(name).and_then(|e| told_region(document, e));
        told.or_else(|| pool::region_of(name)) == Some(region)
    };
    let mut kept: Vec<String> = options.iter().filter(|o| near(o)).cloned().collect();
    kept.extend(towns_of(document, region, &entity.name));
    if kept.len() >= MIN_DISTRACTORS {
        *options = kept;
    }
}

/// The towns of a region, of which only one can be its capital.
pub fn rivals_of(region: &str, capital: &str) -> Vec<String> {
    let mut all: Vec<&str> = pool::of("town", region).to_vec();
    all.retain(|town| *town != capital);
    all.truncate(MAX_DISTRACTORS);
    all.into_iter().map(str::to_owned).collect()
}

/// The towns of a region that an article does not mention.
pub fn towns_of(document: &Document<'_>, region: &str, but: &str) -> Vec<String> {
    let mut all: Vec<&str> = pool::of("town", region)
        .iter()
        .filter(|t| **t != but && !document.text().contains(**t))
        .copied()
        .collect();
    all.sort_unstable_by_key(|t| mix(but, t));
    all.truncate(MAX_DISTRACTORS);
    all.into_iter().map(str::to_owned).collect()
}

/// The region whose name follows a town's behind a comma.
pub(super) fn told_region<'d>(document: &'d Document<'_>, entity: &Entity) -> Option<&'d str> {
    let text = document.text();
    entity.forms.iter().find_map(|form| {
        text.match_indices(form.as_str()).find_map(|(at, _)| {
            let rest = text.get(at + form.len()..)?.strip_prefix(", ")?;
            region_at(rest)
        })
    })
}

/// The region that a text begins with.
pub fn region_at(rest: &str) -> Option<&str> {
    let end = rest
        .find([',', '.', ';', '(', ')', '\n', ':'])
        .unwrap_or(rest.len());
    let part = rest.get(..end)?;
    let mut stop = part.len();
    loop {
        let head = part.get(..stop)?.trim_end();
        if pool::is_region(head) {
            return Some(head);
        }
        stop = head.rfind(' ')?;
    }
}

/// The state, county or country that an article names most.
fn main_region<'d>(document: &'d Document<'_>) -> Option<&'d str> {
    document
        .names
        .entities
        .iter()
        .filter(|e| e.mentions > 2 && pool::is_region(&e.name))
        .max_by_key(|e| e.mentions)
        .map(|e| e.name.as_str())
        .or_else(|| home(document).filter(|h| pool::is_region(h)))
}

/// Groups so narrow that their members come before others of the article.
const NARROW: [&str; 17] = [
    "religion",
    "language",
    "talk show",
    "publisher",
    "ocean",
    "promotion",
    "sports team",
    "party",
    "railway company",
    "fur company",
    "aerospace company",
    "championship",
    "award",
    "band",
    "tournament",
    "space mission",
    "movement",
];

/// Whether the members of a name's group tempt more than its siblings in the
/// article.
pub(super) fn is_narrow(name: &str) -> bool {
    pool::beside(name).is_some_and(|(own, _)| NARROW.contains(&own.class))
}

/// Whether no narrow group holds a name.
pub(super) fn is_alone(name: &str) -> bool {
    pool::beside(name).is_none()
}

/// Whether two names stand in one narrow group.
pub(super) fn share_pool(a: &str, b: &str) -> bool {
    match (pool::beside(a), pool::beside(b)) {
        (Some((one, _)), Some((other, _))) => one.class == other.class && one.group == other.group,
        _ => false,
    }
}

/// Whether a sentence speaks of a language as such: *French is spoken there*.
fn is_spoken(document: &Document<'_>, name: &str) -> bool {
    document.sentences.iter().any(|sentence| {
        let text = sentence.whole.of(document.text());
        text.contains(name)
            && ["language", "spoken", "speak"]
                .iter()
                .any(|w| text.contains(w))
    })
}

/// Members of the narrow group that holds the key, written as the key is.
pub(super) fn beside(
    company: &Company<'_, '_>,
    question: &Question,
    entity: &Entity,
) -> Vec<String> {
    let document = company.document;
    let Some((own, dropped)) = pool::beside(&entity.name) else {
        return Vec::new();
    };
    let noun = question.noun.as_deref().unwrap_or_default();
    let war = Lists::shared()
        .known(&entity.name)
        .iter()
        .any(|k| k.class == "military-conflict");
    if war || dropped.is_some_and(|word| !noun.ends_with(&word.trim().to_lowercase())) {
        return Vec::new();
    }
    let sentence = document
        .sentences
        .get(question.sentence)
        .map_or("", |s| s.whole.of(document.text()));
    let mut all: Vec<String> = own
        .names
        .iter()
        .map(|name| match dropped {
            Some(word) => name.strip_suffix(word).unwrap_or(name),
            None => name,
        })
        .filter(|name| **name != entity.name && !sentence.contains(*name))
        .filter(|name| match document.names.named(name) {
            _ if own.class == "language" => !is_spoken(document, name),
            None => !document.text().contains(*name),
            Some(id) => CLOSED.contains(&own.class) && !company.may_be_true(id, question),
        })
        .map(str::to_owned)
        .collect();
    // What an event won, it won while it was talked of.
    let told = document
        .sentences
        .iter()
        .filter(|s| s.section == 0 && document.subject.kind == Some(Kind::Event))
        .find_map(|s| s.years.first().copied());
    if let Some(when) = company.when(question.sentence).or(told) {
        all.retain(|name| era::of(name).is_none_or(|begun| begun <= when));
    }
    all.sort_unstable_by_key(|name| mix(&question.stem, name));
    all
}

/// Writes options as the key is written: *Whig* for *Whig Party*, *Niger
/// River* for *Niger*.
pub fn align(key: &str, pool: &mut [String]) {
    for option in pool {
        let class = |name: &str| {
            Lists::shared()
                .known(name)
                .first()
                .map_or("", |known| known.class)
        };
        let among = |word: &str| {
            pool::beside(key).is_some_and(|(_, dropped)| dropped.is_some_and(|d| d.trim() == word))
        };
        for word in ["Party", "Ocean", "River"] {
            let end = format!(" {word}");
            if key.ends_with(&end) {
                let river = word == "River" && class(option) == "river";
                if river && !option.contains("River") && !option.contains(' ') {
                    option.push_str(&end);
                }
            } else if word != "River"
                && among(word)
                && let Some(short) = option.strip_suffix(&end)
            {
                *option = short.to_owned();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_are_read_behind_commas() {
        assert_eq!(region_at("Cornwall, England"), Some("Cornwall"));
        assert_eq!(region_at("Ohio in 1850"), Some("Ohio"));
        assert_eq!(region_at("New Hampshire"), Some("New Hampshire"));
        assert_eq!(region_at("where he lived"), None);
    }

    #[test]
    fn options_are_written_as_the_key() {
        let mut pool = vec!["Federalist Party".to_owned(), "Whig Party".to_owned()];
        align("Free Soil", &mut pool);
        assert_eq!(pool, ["Federalist", "Whig"]);
        let mut pool = vec!["Congo".to_owned(), "Niger River".to_owned()];
        align("Example River", &mut pool);
        assert_eq!(pool[1], "Niger River");
    }
}
