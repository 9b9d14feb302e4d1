//! Wrong names: of the key's kind, from the article or the word lists.

use super::super::question::Question;
use super::{Company, MIN_DISTRACTORS};
use crate::fact::lists::{Lists, kind_of_class};
use crate::fact::name::World;
use crate::fact::{Document, Entity, EntityId, Kind, Names};
use crate::item::MAX_DISTRACTORS;

/// Names of a kind, and with the same noun if one is asked for, that have
/// nothing to do with the question.
pub fn of_kind(
    company: &Company<'_, '_>,
    question: &Question,
    kind: Option<Kind>,
    noun: Option<&str>,
) -> Vec<String> {
    let mut pool: Vec<(EntityId, &Entity)> = company
        .document
        .names
        .entities
        .iter()
        .enumerate()
        .filter(|&(id, other)| {
            id != Names::TITLE
                && Some(id) != question.key.entity()
                && other.mentions > 0
                && kind.is_some()
                && other.kind == kind
                && !other.quoted
                && (noun.is_none() || other.noun.as_deref() == noun)
                && question
                    .key
                    .entity()
                    .is_none_or(|key| same_world(company, key, id))
                && !matches!(
                    other.noun.as_deref(),
                    Some(
                        "university"
                            | "institute"
                            | "law firm"
                            | "tv network"
                            | "network"
                            | "podcast"
                    )
                )
                && !question.named.contains(&id)
                && !company.in_sentence(id, question.sentence)
        })
        .collect();
    pool.sort_by_key(|&(id, _)| (std::cmp::Reverse(company.nearness(id, question)), id));
    pool.into_iter().map(|(_, other)| other.written()).collect()
}

pub(super) fn names(company: &Company<'_, '_>, question: &Question, key: EntityId) -> Vec<String> {
    let document = company.document;
    let Some(entity) = document.entity(key) else {
        return Vec::new();
    };
    let Some(kind) = entity.kind else {
        return Vec::new();
    };
    // Around a work, those who make it and those who act in it do not mix.
    let subject = &document.subject;
    let about_work = kind == Kind::Person
        && (subject.is_fictional || subject.kind == Some(Kind::Work))
        && !in_story(company, key);
    let mut siblings: Vec<(EntityId, &Entity)> = document
        .names
        .entities
        .iter()
        .enumerate()
        .filter(|&(id, other)| {
            id != key
                && id != Names::TITLE
                && other.mentions > 0
                && other.kind == Some(kind)
                && other.quoted == entity.quoted
                && (kind != Kind::Person || other.name.starts_with(char::is_uppercase))
                && same_grain(entity, other)
                && same_world(company, key, id)
                && (!about_work || other.trade == entity.trade)
                && !question.named.contains(&id)
                && !is_part_of_another(document, other)
                && !company.is_over(id, question)
                && !matches!(other.world, World::Family | World::Elsewhere)
                && !company.in_sentence(id, question.sentence)
                && !company.may_be_true(id, question)
        })
        .collect();
    siblings.sort_by_key(|&(id, other)| {
        let gender = entity.gender.is_some() && other.gender == entity.gender;
        let full = other.name.contains(' ') == entity.name.contains(' ');
        (
            std::cmp::Reverse((full, gender, company.nearness(id, question))),
            id,
        )
    });
    // Persons: only those of the key's gender, where that is known.
    let same: Vec<_> = siblings
        .iter()
        .filter(|(_, o)| entity.gender.is_some() && o.gender == entity.gender)
        .copied()
        .collect();
    if kind == Kind::Person && entity.gender.is_some() {
        siblings = same;
    }
    // In a story, those of the same seasons tempt; the others give way.
    let here = document
        .sentences
        .get(question.sentence)
        .map(|s| s.section)
        .filter(|_| subject.in_series && (entity.quoted || in_story(company, key)));
    if let Some(section) = here {
        let near: Vec<_> = siblings
            .iter()
            .filter(|&&(id, _)| company.in_section(id, section))
            .copied()
            .collect();
        if near.len() > MIN_DISTRACTORS {
            siblings = near;
        }
    }
    // A full name stands among full names, where there are enough.
    let full = |other: &Entity| other.name.contains(' ');
    if kind == Kind::Person
        && full(entity)
        && siblings.iter().filter(|(_, o)| full(o)).count() > MIN_DISTRACTORS
    {
        siblings.retain(|(_, o)| full(o));
    }
    let mut pool: Vec<String> = siblings.iter().map(|(_, other)| other.written()).collect();
    // What exists only in the story has no counterpart in the lists.
    let invented = kind == Kind::Organisation
        && document.subject.is_fictional
        && in_story(company, key)
        && Lists::shared().known(&entity.name).is_empty();
    if pool.len() < MIN_DISTRACTORS + 1 && !invented {
        pool.extend(listed(document, &entity.name));
        let class = entity
            .noun
            .as_deref()
            .map(class_of_noun)
            .unwrap_or_default();
        if pool.len() < MIN_DISTRACTORS + 1 && !class.is_empty() {
            pool.extend(in_class(document, class, None));
        }
    }
    pool
}

/// Names of the same class in the word lists, by region and fame.
pub fn listed(document: &Document<'_>, name: &str) -> Vec<String> {
    let lists = Lists::shared();
    let [known] = lists.known(name) else {
        return Vec::new();
    };
    if kind_of_class(known.class) == Kind::Person {
        return Vec::new();
    }
    in_class(document, known.class, Some((known.group, known.fame)))
}

/// The class of the word lists that a type noun stands for; empty if none.
fn class_of_noun(noun: &str) -> &'static str {
    match noun {
        "university" | "institute" | "college" => "university",
        "city" | "town" | "capital" => "city",
        "country" | "nation" => "country",
        "state" => "us-state",
        "law firm" => "law-firm",
        "network" | "tv network" | "television network" | "channel" => "tv-network",
        "newspaper" => "newspaper",
        "magazine" => "magazine",
        "river" => "river",
        "record label" | "label" => "record-label",
        "company" => "company",
        "airline" => "airline",
        "island" => "island",
        "language" => "language",
        "museum" => "museum",
        _ => "",
    }
}

/// The names of a class that the article does not mention, the closest in
/// group and fame first, then in the order of a hash of the article's title.
pub fn in_class(document: &Document<'_>, class: &str, near: Option<(&str, u8)>) -> Vec<String> {
    let lists = Lists::shared();
    let mut all: Vec<_> = lists
        .class(class)
        .iter()
        .filter(|k| document.names.named(k.name).is_none() && !document.text().contains(k.name))
        .collect();
    all.sort_by_key(|k| {
        let (group, fame) = near.unwrap_or(("", 1));
        (
            k.group != group,
            k.fame.abs_diff(fame),
            super::super::mix(&document.article.title, k.name),
        )
    });
    all.truncate(MAX_DISTRACTORS);
    all.iter().map(|k| k.name.to_owned()).collect()
}

/// *Daniels* where there is a Greg Daniels too: nobody knows who is meant.
fn is_part_of_another(document: &Document<'_>, entity: &Entity) -> bool {
    entity.kind == Some(Kind::Person)
        && !entity.name.contains(' ')
        && document.names.entities.iter().any(|other| {
            other.name.split(' ').next_back() == Some(entity.name.as_str())
                && other.name != entity.name
        })
}

/// A city is no distractor for a country.
fn same_grain(a: &Entity, b: &Entity) -> bool {
    if matches!(a.kind, Some(Kind::Person)) {
        return true;
    }
    a.noun == b.noun
}

/// Persons of the story and persons behind it do not mix.
fn same_world(company: &Company<'_, '_>, a: EntityId, b: EntityId) -> bool {
    let subject = &company.document.subject;
    if !(subject.is_fictional || subject.kind == Some(Kind::Work)) {
        return true;
    }
    in_story(company, a) == in_story(company, b)
}

/// Whether most sentences about an entity are told in the present tense, and
/// it is not named as an actor.
pub fn in_story(company: &Company<'_, '_>, id: EntityId) -> bool {
    if company
        .document
        .entity(id)
        .is_some_and(|e| e.world == World::Real)
    {
        return false;
    }
    let Some(places) = company.sentences.get(&id) else {
        return false;
    };
    let present = places
        .iter()
        .filter(|&&p| company.document.sentences.get(p).is_some_and(|s| s.story))
        .count();
    present * 2 > places.len()
}
