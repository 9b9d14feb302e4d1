//! Word lists: what well-known names, role nouns and type nouns stand for.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use super::kind::Kind;
use crate::text::Gender;

const NAMES: &str = include_str!("lists/names.tsv");
const ROLES: &str = include_str!("lists/roles.tsv");
const TYPE_NOUNS: &str = include_str!("lists/typenouns.tsv");
const SUFFIXES: &str = include_str!("lists/suffixes.tsv");
const AMBIGUOUS: &str = include_str!("lists/ambiguous.tsv");
const DEMONYMS: &str = include_str!("lists/demonyms.tsv");

/// An entry of the list of well-known names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// The class it is listed in: `city`, `university`, `actor`.
    pub class: &'static str,
    /// The name.
    pub name: &'static str,
    /// 1 (everybody knows it) to 3 (known to those with interest).
    pub fame: u8,
    /// Region, field or era within its class.
    pub group: &'static str,
}

/// A role a person can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Role {
    /// The field the role belongs to.
    pub class: &'static str,
    /// The gender it implies, if any.
    pub gender: Option<Gender>,
}

/// A noun that tells the kind of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypeNoun {
    /// The noun.
    pub noun: &'static str,
    /// The kind of what it names.
    pub kind: Kind,
    /// The preposition of place that goes with it: *in* a city, *at* a school.
    pub preposition: Option<&'static str>,
}

/// All word lists.
#[derive(Debug)]
pub struct Lists {
    names: HashMap<&'static str, Vec<Known>>,
    classes: BTreeMap<&'static str, Vec<Known>>,
    roles: BTreeMap<&'static str, Role>,
    type_nouns: HashMap<&'static str, TypeNoun>,
    suffixes: HashMap<&'static str, TypeNoun>,
    demonyms: HashMap<&'static str, &'static str>,
    ambiguous: HashMap<&'static str, &'static str>,
}

fn fields<const N: usize>(line: &'static str) -> Option<[&'static str; N]> {
    let mut fields = line.split('\t');
    let mut out = [""; N];
    for place in &mut out {
        *place = fields.next()?.trim();
    }
    Some(out)
}

impl Lists {
    /// The lists, read on first use.
    pub fn shared() -> &'static Self {
        static LISTS: OnceLock<Lists> = OnceLock::new();
        LISTS.get_or_init(Self::read)
    }

    fn read() -> Self {
        let mut names: HashMap<_, Vec<Known>> = HashMap::new();
        let mut classes: BTreeMap<_, Vec<Known>> = BTreeMap::new();
        for [class, name, fame, group] in NAMES.lines().filter_map(fields) {
            let known = Known {
                class,
                name,
                fame: fame.parse().unwrap_or(3),
                group,
            };
            names.entry(name).or_default().push(known);
            classes.entry(class).or_default().push(known);
        }
        let roles = ROLES
            .lines()
            .filter_map(fields)
            .map(|[noun, class, gender]| {
                let gender = match gender {
                    "f" => Some(Gender::Female),
                    "m" => Some(Gender::Male),
                    _ => None,
                };
                (noun, Role { class, gender })
            })
            .collect();
        let type_noun = |noun, kind, preposition: &'static str| {
            let preposition = (!matches!(preposition, "" | "-")).then_some(preposition);
            Kind::parse(kind).map(|kind| TypeNoun {
                noun,
                kind,
                preposition,
            })
        };
        let type_nouns = TYPE_NOUNS
            .lines()
            .filter_map(fields)
            .filter_map(|[noun, kind, preposition]| {
                Some((noun, type_noun(noun, kind, preposition)?))
            })
            .collect();
        let suffixes = SUFFIXES
            .lines()
            .filter_map(fields)
            .filter_map(|[word, kind, noun]| Some((word, type_noun(noun, kind, "")?)))
            .collect();
        let demonyms = DEMONYMS
            .lines()
            .filter_map(fields)
            .map(|[adjective, place]| (adjective, place))
            .collect();
        let ambiguous = AMBIGUOUS
            .lines()
            .filter_map(fields)
            .map(|[name, reason, _]| (name, reason))
            .collect();
        Self {
            names,
            classes,
            roles,
            type_nouns,
            suffixes,
            demonyms,
            ambiguous,
        }
    }

    /// What is known under this name; several entries where it is ambiguous.
    pub fn known(&self, name: &str) -> &[Known] {
        self.names.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether a name is as well a common word or a person's name, so that the
    /// list alone does not tell its kind.
    pub fn is_ambiguous(&self, name: &str) -> bool {
        self.ambiguous
            .get(name)
            .is_some_and(|why| why.contains("word") || why.contains("name"))
    }

    /// All names of a class, in the order of the list.
    pub fn class(&self, class: &str) -> &[Known] {
        self.classes.get(class).map_or(&[], Vec::as_slice)
    }

    /// The role that a noun (singular, lower case) names.
    pub fn role(&self, noun: &str) -> Option<Role> {
        self.roles.get(noun).copied()
    }

    /// All roles of a class.
    pub fn roles_of<'s>(&'s self, class: &'s str) -> impl Iterator<Item = &'static str> + 's {
        self.roles
            .iter()
            .filter(move |(_, role)| role.class == class)
            .map(|(noun, _)| *noun)
    }

    /// The kind of thing that a noun (singular, lower case) names.
    pub fn type_noun(&self, noun: &str) -> Option<TypeNoun> {
        self.type_nouns.get(noun).copied()
    }

    /// What the last word of a name tells (`University`), or with a leading
    /// `^` its first word (`^Mount`).
    pub fn suffix(&self, word: &str) -> Option<TypeNoun> {
        self.suffixes.get(word).copied()
    }

    /// The place an adjective such as `Norwegian` belongs to.
    pub fn demonym(&self, adjective: &str) -> Option<&'static str> {
        self.demonyms.get(adjective).copied()
    }
}

/// The kind that a class of the name list stands for.
pub fn kind_of_class(class: &str) -> Kind {
    match class {
        "country" | "us-state" | "canadian-province" | "uk-county" | "continent" | "city"
        | "river" | "mountain" | "range" | "sea" | "lake" | "island" | "desert" | "planet"
        | "moon" | "museum" | "bridge" | "skyscraper" | "stadium" | "region" | "landmark"
        | "waterfall" | "dwarf-planet" | "star" | "empire" => Kind::Place,
        "university" | "tv-network" | "publisher" | "record-label" | "film-studio"
        | "tech-company" | "car-maker" | "airline" | "company" | "bank" | "law-firm"
        | "sports-club" | "band" | "political-party" | "organisation" | "video-game-company"
        | "school" => Kind::Organisation,
        "tv-series" | "film" | "novel" | "play" | "album" | "song" | "video-game" | "newspaper"
        | "magazine" | "book" | "comic" | "journal" | "opera" | "musical" | "painting"
        | "sculpture" | "classical-work" => Kind::Work,
        "tournament" | "award" | "military-conflict" | "treaty" | "space-mission" | "holiday"
        | "disaster-event" | "historic-event" => Kind::Event,
        "animal" | "plant" => Kind::Species,
        "comics-character"
        | "tv-character"
        | "god"
        | "actor"
        | "director"
        | "singer"
        | "guitarist"
        | "drummer"
        | "composer"
        | "painter"
        | "writer"
        | "poet"
        | "philosopher"
        | "scientist"
        | "inventor"
        | "mathematician"
        | "explorer"
        | "astronaut"
        | "politician"
        | "monarch"
        | "general"
        | "athlete"
        | "tennis-player"
        | "wrestler"
        | "mma-fighter"
        | "film-producer"
        | "screenwriter"
        | "comics-creator"
        | "footballer"
        | "entrepreneur"
        | "architect"
        | "journalist"
        | "fashion"
        | "tv-actor"
        | "tv-creator"
        | "activist"
        | "bassist"
        | "chef"
        | "classical-performer"
        | "comedian"
        | "criminal"
        | "dancer"
        | "football-manager"
        | "photographer"
        | "jazz-musician"
        | "sculptor"
        | "religious-figure" => Kind::Person,
        _ => Kind::Thing,
    }
}
