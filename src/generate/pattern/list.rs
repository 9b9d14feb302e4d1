//! Items from casts, honours and works with their years.

use crate::fact::pattern::list::{Entry, ListFact};
use crate::fact::value::{Sort, Value};
use crate::fact::{Document, Entity, EntityId, Names};
use crate::generate::distractor::{self, Company};
use crate::generate::question::Question;
use crate::generate::{Candidate, Rejected};

/// The most years of works that are asked for: one is much like another.
const MOST_WORKS: usize = 6;

/// The most roles of a cast that are asked for: the smaller the part, the more
/// the name of the player has to give away.
const MOST_ROLES: usize = 4;

/// The characters of a cast that the text speaks of most.
fn leading(document: &Document<'_>, facts: &[ListFact]) -> Vec<String> {
    let mut roles: Vec<(usize, &str)> = facts
        .iter()
        .filter_map(|fact| match &fact.entry {
            Entry::Cast { character, .. } => Some(character.as_str()),
            _ => None,
        })
        .map(|name| (document.text().matches(name).count(), name))
        .collect();
    roles.sort_unstable_by_key(|(told, name)| (std::cmp::Reverse(*told), *name));
    let leading = roles.into_iter().take(MOST_ROLES);
    leading.map(|(_, name)| name.to_owned()).collect()
}

/// All candidates of entries.
pub(super) fn candidates(
    document: &Document<'_>,
    company: &Company<'_, '_>,
    facts: &[ListFact],
) -> Vec<Result<Candidate, Rejected>> {
    let mut works = 0;
    let mut found = Vec::new();
    let leading = leading(document, facts);
    for fact in facts {
        if matches!(&fact.entry, Entry::Cast { character, .. } if !leading.contains(character)) {
            continue;
        }
        if matches!(fact.entry, Entry::Work { .. }) {
            works += 1;
            if works > MOST_WORKS {
                continue;
            }
        }
        found.push(candidate(document, company, facts, fact).map_err(|reason| {
            Rejected {
                candidate: document
                    .sentences
                    .get(fact.sentence)
                    .map_or("", |s| s.whole.of(document.text()))
                    .to_owned(),
                reason: reason.to_owned(),
            }
        }));
    }
    found
}

fn candidate(
    document: &Document<'_>,
    company: &Company<'_, '_>,
    facts: &[ListFact],
    fact: &ListFact,
) -> Result<Candidate, &'static str> {
    let sentence = document
        .sentences
        .get(fact.sentence)
        .ok_or("no such sentence")?;
    let written = |id: EntityId| document.entity(id).map(Entity::written);
    let (stem, key, distractors, salience) = match &fact.entry {
        Entry::Cast { actor, character } => {
            let work = document
                .subject
                .domain
                .as_deref()
                .ok_or("nothing says in which work")?;
            let stem = format!("Who plays {character} in {work}?");
            let pool = others(document, facts, *actor, character);
            (stem, written(*actor).unwrap_or_default(), pool, 4)
        }
        Entry::Honour { name, year } => {
            let the = if name.starts_with("The ") { "" } else { "the " };
            let stem = format!(
                "In what year did {} receive {the}{name}?",
                document.subject.written
            );
            let pool = years(company, fact, *year, &stem, Names::TITLE);
            (stem, year.to_string(), pool, 3)
        }
        Entry::Work { work, year } => {
            let entity = document.entity(*work).ok_or("no such entity")?;
            let noun = entity
                .noun
                .as_deref()
                .ok_or("nothing says what kind of work")?;
            let verb = match noun {
                "novel" | "book" | "memoir" | "short story" => "published",
                "opera" | "play" => "first performed",
                _ => "released",
            };
            let stem = format!("In what year was the {noun} {} {verb}?", entity.written());
            let pool = years(company, fact, *year, &stem, *work);
            (stem, year.to_string(), pool, 1)
        }
    };
    let section = document.article.sections.get(sentence.section);
    Ok(Candidate {
        stem,
        key,
        distractors,
        fact: format!("{:?}", fact.entry),
        category: super::super::category(
            document,
            section.and_then(|s| s.path.first()).map(String::as_str),
        ),
        section: section.and_then(|s| s.heading()).map(str::to_owned),
        evidence: sentence.whole,
        salience,
        about_title: false,
        mirror: None,
    })
}

fn years(
    company: &Company<'_, '_>,
    fact: &ListFact,
    year: i32,
    stem: &str,
    named: EntityId,
) -> Vec<String> {
    let question = Question {
        stem: stem.to_owned(),
        key: Value {
            text: year.to_string(),
            sort: Sort::Year(year),
            first: 0,
            last: 0,
        },
        named: vec![named],
        sentence: fact.sentence,
        predicate: "receive".to_owned(),
        noun: Some("year".to_owned()),
        of_subject: false,
        nested: false,
    };
    distractor::distractors(company, &question)
}

/// The other actors of the cast, of the same gender; none whose character has
/// to do with this one.
fn others(
    document: &Document<'_>,
    facts: &[ListFact],
    actor: EntityId,
    character: &str,
) -> Vec<String> {
    let gender = document.entity(actor).and_then(|e| e.gender);
    let line = |fact: &ListFact| {
        document
            .sentences
            .get(fact.sentence)
            .map_or("", |s| s.whole.of(document.text()))
    };
    let names = |line: &str, name: &str| name.split(' ').any(|w| w.len() > 3 && line.contains(w));
    let own = facts
        .iter()
        .find(|f| matches!(&f.entry, Entry::Cast { actor: a, character: c } if *a == actor && c == character))
        .map_or("", line);
    facts
        .iter()
        .filter_map(|fact| match &fact.entry {
            Entry::Cast {
                actor: other,
                character: theirs,
            } if *other != actor
                && gender.is_some()
                && document.entity(*other).and_then(|e| e.gender) == gender
                && !names(line(fact), character)
                && !names(own, theirs) =>
            {
                document.entity(*other).map(Entity::written)
            }
            _ => None,
        })
        .collect()
}
