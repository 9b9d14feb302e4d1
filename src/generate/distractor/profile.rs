//! Who or what a name stands for, as far as article and word lists tell.

use std::collections::{BTreeMap, BTreeSet};

use super::Company;
use super::names::in_story;
use crate::fact::field::era;
use crate::fact::lists::{Lists, kind_of_class};
use crate::fact::name::World;
use crate::fact::{Document, Entity, EntityId, Gender, Kind, Names, Trade};
use crate::text::{Sentence, given_name, lexicon};

/// In which of the worlds of an article somebody lives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Realm {
    /// The one world of an article that tells no story.
    #[default]
    Plain,
    /// The story.
    Story,
    /// Behind the story: cast and crew.
    Real,
    /// Those who judge the work.
    Critic,
    /// Relatives that only the infobox names, and other works.
    Apart,
}

/// What is known of a name.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    /// The sex of a person, where it is certain.
    pub(super) sex: Option<Gender>,
    /// Its world.
    pub(super) realm: Realm,
    /// The trades of a person, by the classes of the role list.
    pub(super) roles: BTreeSet<&'static str>,
    /// The part of the world it belongs to.
    pub(super) region: Option<&'static str>,
    /// The first and last year in sentences that mention it.
    pub(super) years: Option<(i32, i32)>,
    /// Whether it is more than a first name or a surname.
    pub(super) full: bool,
    /// Whether it can be an option at all.
    pub(super) sound: bool,
}

/// What is known of an entity.
pub(super) fn profile<'c>(company: &'c Company<'_, '_>, id: EntityId) -> Option<&'c Profile> {
    company.profiles.get(id)
}

/// The profiles of all entities, in their order.
pub(super) fn all(company: &Company<'_, '_>) -> Vec<Profile> {
    let document = company.document;
    let roles = roles(document);
    let subject = &document.subject;
    let about_work = subject.is_fictional || subject.kind == Some(Kind::Work);
    let years: Vec<&BTreeSet<i32>> = document.sentences.iter().map(|s| &s.years).collect();
    document
        .names
        .entities
        .iter()
        .enumerate()
        .map(|(id, entity)| {
            let mut told = roles.get(&id).cloned().unwrap_or_default();
            told.extend(listed_roles(entity));
            told.extend(entity.roles.iter().copied().filter(|c| telling(c)));
            let bracketed = about_work && stands_in_brackets(document, id);
            let plays = bracketed || acts(company, id) && id != Names::TITLE;
            if entity.world == World::Real || plays {
                told.insert("actor");
            }
            if entity.trade == Trade::Maker && told.is_empty() {
                told.insert("filmmaker");
            }
            let span = company.sentences.get(&id).and_then(|places| {
                let mut all = places
                    .iter()
                    .filter_map(|&p| years.get(p))
                    .copied()
                    .flatten();
                let first = *all.next()?;
                Some(all.fold((first, first), |(a, b), &y| (a.min(y), b.max(y))))
            });
            Profile {
                sex: sex(entity),
                realm: if bracketed || about_work && plays && entity.name.contains(' ') {
                    Realm::Real
                } else {
                    realm(company, id, entity, &told)
                },
                region: region(&entity.name),
                years: lifetime(entity).or(span),
                full: !entity.is_bare(),
                sound: is_sound(document, entity, !told.is_empty()),
                roles: told,
            }
        })
        .collect()
}

/// The years of a life that the article gives, or that follow from the list.
fn lifetime(entity: &Entity) -> Option<(i32, i32)> {
    const GROWN: i32 = 20;
    const LIFE: i32 = 70;
    if entity.kind != Some(Kind::Person) {
        return None;
    }
    let told = entity.years.filter(|(from, to)| to - from >= LIFE / 4);
    told.or_else(|| era::of(&entity.name).map(|born| (born + GROWN, born + LIFE)))
}

/// Whether the brackets that a text opens hold the part instead of the player:
/// *Ann Cole (Zorba)*.
fn plays_the_one_in(document: &Document<'_>, before: &str, inside: EntityId) -> bool {
    let named = |name: &str| given_name(name).is_some();
    let outer = before
        .trim_end_matches('(')
        .trim_end()
        .rsplit([',', ';', '.', '\n'])
        .next()
        .unwrap_or_default()
        .split(' ')
        .filter(|w| w.starts_with(char::is_uppercase))
        .collect::<Vec<_>>();
    let first = outer
        .len()
        .checked_sub(2)
        .and_then(|at| outer.get(at))
        .is_some_and(|w| named(w));
    first && document.entity(inside).is_some_and(|e| !named(&e.name))
}

/// Whether a person is named in brackets behind another: who plays the part.
fn stands_in_brackets(document: &Document<'_>, id: EntityId) -> bool {
    document
        .entity(id)
        .is_some_and(|e| e.kind == Some(Kind::Person))
        && document.names.mentions.iter().any(|m| {
            m.entity == id
                && document
                    .text()
                    .get(..m.span.start)
                    .is_some_and(|t| t.ends_with('(') && !plays_the_one_in(document, t, id))
                && document
                    .text()
                    .get(m.span.end..)
                    .is_some_and(|t| t.starts_with(')'))
        })
}

/// The part of the world that a place or institution of the lists lies in.
pub(super) fn region(name: &str) -> Option<&'static str> {
    match Lists::shared().known(name) {
        [known] if matches!(known.class, "country" | "us-state") => Some(known.group),
        [known]
            if matches!(
                kind_of_class(known.class),
                Kind::Place | Kind::Organisation | Kind::Work
            ) && matches!(
                known.class,
                "city" | "river" | "university" | "tv-network" | "newspaper" | "lake" | "mountain"
            ) =>
        {
            Some(known.group)
        }
        _ => None,
    }
}

fn sex(entity: &Entity) -> Option<Gender> {
    if entity.kind != Some(Kind::Person) {
        return None;
    }
    // The word lists end the group of a person with the sex.
    let listed =
        Lists::shared()
            .known(&entity.name)
            .iter()
            .find_map(|k| match k.group.rsplit(' ').next() {
                Some("m") => Some(Gender::Male),
                Some("f") => Some(Gender::Female),
                _ => None,
            });
    [listed, entity.gender, given_name(&entity.name)]
        .into_iter()
        .flatten()
        .find(|g| *g != Gender::Either)
}

fn realm(
    company: &Company<'_, '_>,
    id: EntityId,
    entity: &Entity,
    roles: &BTreeSet<&'static str>,
) -> Realm {
    let subject = &company.document.subject;
    if matches!(entity.world, World::Family | World::Elsewhere) {
        return Realm::Apart;
    }
    let person = entity.kind == Some(Kind::Person);
    if !(subject.is_fictional || subject.kind == Some(Kind::Work)) {
        return if person && id != Names::TITLE && comments(company, id, entity, roles) {
            Realm::Critic
        } else {
            Realm::Plain
        };
    }
    // Whom the list knows by a trade is nobody of the story.
    let lists = Lists::shared();
    if person
        && !subject.in_series
        && lists
            .known(&entity.name)
            .iter()
            .any(|k| trade_of_class(k.class).is_some())
        && !lists
            .known(&entity.name)
            .iter()
            .any(|k| k.class.ends_with("character"))
    {
        return if roles.contains("journalist") || judges(company, id) {
            Realm::Critic
        } else {
            Realm::Real
        };
    }
    if person && company.actors.contains(&id) {
        return Realm::Real;
    }
    if person && entity.world != World::Real && comments(company, id, entity, roles) {
        return Realm::Critic;
    }
    if in_story(company, id) && entity.world != World::Real && entity.trade != Trade::Maker {
        let judge = entity.kind == Some(Kind::Person)
            && !subject.in_series
            && (roles.contains("journalist") || judges(company, id));
        return if judge { Realm::Critic } else { Realm::Story };
    }
    if entity.kind == Some(Kind::Person)
        && entity.world != World::Real
        && (judges(company, id) || roles.contains("journalist"))
    {
        Realm::Critic
    } else {
        Realm::Real
    }
}

const JUDGING: [&str; 14] = [
    "praise",
    "review",
    "criticize",
    "criticise",
    "rate",
    "opine",
    "commend",
    "compliment",
    "applaud",
    "comment",
    "rank",
    "lament",
    "deem",
    "laud",
];

/// Verbs of those who write about a subject.
const SAYING: [&str; 24] = [
    "write",
    "argue",
    "note",
    "suggest",
    "describe",
    "state",
    "claim",
    "observe",
    "conclude",
    "believe",
    "say",
    "comment",
    "remark",
    "point",
    "explain",
    "cite",
    "propose",
    "assert",
    "contend",
    "consider",
    "interpret",
    "estimate",
    "call",
    "find",
];

/// Nouns of those who write about what others did.
const SCHOLARS: [&str; 13] = [
    "historian",
    "biographer",
    "critic",
    "scholar",
    "author",
    "essayist",
    "reviewer",
    "columnist",
    "psychologist",
    "sociologist",
    "journalist",
    "commentator",
    "professor",
];

/// Whether a person only speaks about the subject, named as one who does or
/// with *according to*, and does nothing else.
fn comments(
    company: &Company<'_, '_>,
    id: EntityId,
    entity: &Entity,
    roles: &BTreeSet<&'static str>,
) -> bool {
    let document = company.document;
    let busy = [
        "actor",
        "filmmaker",
        "politician",
        "royalty",
        "military",
        "athlete",
    ];
    if entity.boxed || entity.mentions > 6 || busy.iter().any(|trade| roles.contains(trade)) {
        return false;
    }
    let text = document.text();
    let named_so = document.names.mentions.iter().any(|m| {
        let before = text.get(..m.span.start).unwrap_or_default().trim_end();
        let word = before.rsplit(' ').next().unwrap_or_default().to_lowercase();
        m.entity == id && (before.ends_with("ccording to") || SCHOLARS.contains(&word.as_str()))
    });
    let mut says = false;
    let mut acts = false;
    for (verb, active, who) in &company.bound {
        if *who != id {
            continue;
        }
        if *active && SAYING.contains(&verb.as_str()) {
            says = true;
        } else {
            acts = true;
        }
    }
    !acts && (named_so || says)
}

fn judges(company: &Company<'_, '_>, id: EntityId) -> bool {
    JUDGING
        .iter()
        .any(|verb| company.bound.contains(&((*verb).to_owned(), true, id)))
}

fn acts(company: &Company<'_, '_>, id: EntityId) -> bool {
    ["portray", "star", "voice", "reprise"]
        .iter()
        .any(|verb| company.bound.contains(&((*verb).to_owned(), true, id)))
}

/// The trade that the noun of an entity and the word lists give.
fn listed_roles(entity: &Entity) -> BTreeSet<&'static str> {
    let lists = Lists::shared();
    let mut roles = BTreeSet::new();
    if entity.kind != Some(Kind::Person) {
        return roles;
    }
    roles.extend(
        entity
            .noun
            .as_deref()
            .and_then(|n| lists.role(n))
            .map(|r| r.class)
            .filter(|c| telling(c)),
    );
    for known in lists.known(&entity.name) {
        roles.extend(trade_of_class(known.class));
    }
    roles
}

/// Roles that set their bearers apart from others.
fn telling(class: &str) -> bool {
    !matches!(class, "kin" | "other" | "occupation" | "fiction")
}

fn trade_of_class(class: &str) -> Option<&'static str> {
    Some(match class {
        "actor" | "tv-actor" | "comedian" => "actor",
        "director" | "tv-creator" | "film-producer" => "filmmaker",
        "singer"
        | "guitarist"
        | "drummer"
        | "bassist"
        | "composer"
        | "jazz-musician"
        | "classical-performer" => "musician",
        "painter" | "sculptor" | "architect" | "photographer" | "fashion" => "artist",
        "writer" | "poet" | "screenwriter" | "comics-creator" => "writer",
        "philosopher" => "academic",
        "scientist" | "inventor" | "mathematician" => "scientist",
        "explorer" | "astronaut" => "explorer",
        "politician" | "activist" => "politician",
        "monarch" => "royalty",
        "general" => "military",
        "athlete" | "tennis-player" | "wrestler" | "mma-fighter" | "footballer"
        | "football-manager" => "athlete",
        "entrepreneur" => "business",
        "journalist" => "journalist",
        "religious-figure" => "religious",
        _ => return None,
    })
}

/// Trades that one could take for one another.
const NEAR: [[&str; 2]; 14] = [
    ["scientist", "academic"],
    ["scientist", "medicine"],
    ["academic", "writer"],
    ["politician", "royalty"],
    ["politician", "nobility"],
    ["politician", "military"],
    ["politician", "law"],
    ["royalty", "nobility"],
    ["royalty", "military"],
    ["writer", "journalist"],
    ["filmmaker", "writer"],
    ["business", "office-job"],
    ["military", "nobility"],
    ["police", "law"],
];

/// Whether two sets of trades have equal or near ones.
pub(super) fn are_near(a: &BTreeSet<&'static str>, b: &BTreeSet<&'static str>) -> bool {
    a.iter().any(|x| {
        b.iter()
            .any(|y| x == y || NEAR.iter().any(|pair| pair.contains(x) && pair.contains(y)))
    })
}

/// Whether the years around two names lie within a working life.
pub(super) fn are_contemporary(a: Option<(i32, i32)>, b: Option<(i32, i32)>) -> bool {
    const SLACK: i32 = 30;
    match (a, b) {
        (Some((from, to)), Some((start, end))) => start <= to + SLACK && from <= end + SLACK,
        _ => true,
    }
}

/// The role nouns that stand before a name, in an apposition after it, or after
/// its copula.
fn roles(document: &Document<'_>) -> BTreeMap<EntityId, BTreeSet<&'static str>> {
    let mut found: BTreeMap<EntityId, BTreeSet<&'static str>> = BTreeMap::new();
    for sentence in &document.sentences {
        for (at, entity) in sentence.entities.iter().enumerate() {
            let Some(id) = *entity else { continue };
            if at > 0 && sentence.entities.get(at - 1) == Some(entity) {
                continue;
            }
            let classes = beside(document.text(), &sentence.parse, at);
            found.entry(id).or_default().extend(classes);
        }
    }
    found
}

fn beside(text: &str, parse: &Sentence, at: usize) -> BTreeSet<&'static str> {
    let role = |index: usize| {
        let word = parse.words.get(index).filter(|w| !w.name)?;
        Lists::shared()
            .role(&word.lemma.to_lowercase())
            .map(|r| r.class)
            .filter(|c| telling(c))
    };
    let said = |index: usize| parse.words.get(index).map_or("", |w| w.span.of(text));
    let mut classes = BTreeSet::new();
    if let Some(before) = at.checked_sub(1) {
        classes.extend(role(before));
    }
    let mut next = at + 1;
    while parse.words.get(next).is_some_and(|w| w.name) {
        next += 1;
    }
    let opens = match said(next) {
        "," => matches!(said(next + 1), "a" | "an" | "the" | "then" | "who"),
        "is" | "was" => matches!(said(next + 1), "a" | "an" | "the"),
        _ => false,
    };
    if opens {
        let reach = (next + 2..next + 8).take_while(|&i| {
            !matches!(
                said(i),
                "," | "." | ";" | "of" | "for" | "in" | "who" | "by" | "to"
            )
        });
        classes.extend(reach.filter_map(role));
    }
    classes
}

/// Whether a name reads like one of its kind: no cut phrase, no nationality
/// glued to a person, no thing among persons.
fn is_sound(document: &Document<'_>, entity: &Entity, has_role: bool) -> bool {
    let name = entity.name.as_str();
    let words: Vec<&str> = name.split(' ').collect();
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return false;
    };
    if matches!(
        last.to_lowercase().as_str(),
        "of" | "the" | "and" | "in" | "for" | "a" | "de" | "st." | "mt."
    ) || name.ends_with("'s")
        || name.ends_with("’s")
        || name.chars().filter(|c| c.is_alphabetic()).count() < 2
    {
        return false;
    }
    // Letters that an English option is not written in.
    let foreign =
        |c: char| c.is_alphabetic() && c > '\u{24f}' && !('\u{1e00}'..'\u{1f00}').contains(&c);
    if name.contains(foreign) {
        return false;
    }
    match entity.kind {
        None => false,
        Some(Kind::Person) => is_personal(document, entity, &words, first, last, has_role),
        Some(Kind::Place | Kind::Organisation) => {
            !matches!(*first, "See" | "In" | "Under" | "Both")
                && !words.iter().any(|w| matches!(*w, "or" | "but"))
        }
        Some(_) => true,
    }
}

fn is_personal(
    document: &Document<'_>,
    entity: &Entity,
    words: &[&str],
    first: &str,
    last: &str,
    has_role: bool,
) -> bool {
    let lists = Lists::shared();
    let known = lists.known(&entity.name);
    let person = known.iter().any(|k| kind_of_class(k.class) == Kind::Person);
    if !known.is_empty() && !person {
        return false;
    }
    if person {
        return true;
    }
    let titled = words.len() > 2
        && words.get(1) == Some(&"of")
        && lists.role(&first.to_lowercase()).is_some();
    let other = lists
        .suffix(last)
        .is_some_and(|s| !matches!(s.kind, Kind::Person));
    if words.len() > 4
        || titled
        || other
        || words
            .iter()
            .any(|w| matches!(*w, "and" | "or" | "&" | "The" | "See" | "In"))
        || entity.name.contains(|c: char| c.is_ascii_digit())
        || lists.demonym(first).is_some() && given_name(first).is_none()
        || words.len() == 1 && lists.demonym(first).is_some()
    {
        return false;
    }
    // *Roman Catholic*, *Murray Survey*, *German Americans*, *General Lee*.
    let common = entity.mentions < 3 && says_in_lower_case(document.text(), last);
    let people = last
        .strip_suffix('s')
        .is_some_and(|l| lists.demonym(l).is_some())
        || lists.demonym(last).is_some() && words.len() > 1;
    let glued = words.len() > 2 && lists.role(&first.to_lowercase()).is_some();
    let capitals = first.len() > 2 && first.chars().all(|c| c.is_ascii_uppercase());
    let end = last.to_lowercase();
    let thing = words.len() > 2
        && lists
            .type_noun(end.strip_suffix('s').unwrap_or(&end))
            .is_some_and(|n| n.kind != Kind::Person);
    // *Marie Curie Actions*
    let plural = words.len() > 2 && end.strip_suffix('s').is_some_and(lexicon::is_known);
    if common || people || glued || capitals || thing || plural {
        return false;
    }
    // In a story a name may be anything; elsewhere it begins as a person's does.
    document.subject.is_fictional
        || document.subject.kind == Some(Kind::Work)
        || has_role
        || entity.gender.is_some()
        || given_name(first).is_some()
        || first.ends_with('.')
}

/// Whether a text has a word in small letters.
fn says_in_lower_case(text: &str, word: &str) -> bool {
    let word = word.to_lowercase();
    text.match_indices(&word).any(|(at, _)| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|t| t.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_trades_go_together_and_far_ones_do_not() {
        let set = |class: &'static str| BTreeSet::from([class]);
        assert!(are_near(&set("scientist"), &set("academic")));
        assert!(are_near(&set("actor"), &set("actor")));
        assert!(!are_near(&set("actor"), &set("musician")));
    }

    #[test]
    fn contemporaries_are_near_in_time() {
        assert!(are_contemporary(Some((1890, 1900)), Some((1920, 1950))));
        assert!(!are_contemporary(Some((1100, 1200)), Some((1990, 2012))));
        assert!(are_contemporary(None, Some((1990, 2012))));
    }
}
