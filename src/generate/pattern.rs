//! Items from closed constructions.

use super::distractor::{self, Company};
use super::phrase::Writer;
use super::question::{Question, capitalise};
use super::{Candidate, Rejected, mix};
use crate::fact::lists::Lists;
use crate::fact::pattern::{self, Claim, PatternFact};
use crate::fact::value::{Sort, Value};
use crate::fact::{Document, Entity, EntityId, Names};
use crate::text::number;

/// All candidates of closed constructions.
pub(super) fn candidates(
    document: &Document<'_>,
    company: &Company<'_, '_>,
) -> Vec<Result<Candidate, Rejected>> {
    let facts = pattern::facts(document);
    facts
        .iter()
        .map(|fact| {
            candidate(document, company, &facts, fact).map_err(|reason| Rejected {
                candidate: document
                    .sentences
                    .get(fact.sentence)
                    .map_or("", |s| s.whole.of(document.text()))
                    .to_owned(),
                reason: reason.to_owned(),
            })
        })
        .collect()
}

fn candidate(
    document: &Document<'_>,
    company: &Company<'_, '_>,
    facts: &[PatternFact],
    fact: &PatternFact,
) -> Result<Candidate, &'static str> {
    let sentence = document
        .sentences
        .get(fact.sentence)
        .ok_or("no such sentence")?;
    let work = domain(document);
    let name = |id: EntityId| {
        if id == Names::TITLE {
            document.subject.written.clone()
        } else {
            document
                .entity(id)
                .map(|e| e.name.clone())
                .unwrap_or_default()
        }
    };
    let asked = |key: EntityId, named: EntityId, predicate: &str| Question {
        stem: String::new(),
        key: Value {
            text: name(key),
            sort: Sort::Name(key),
            first: 0,
            last: 0,
        },
        named: vec![named],
        sentence: fact.sentence,
        predicate: predicate.to_owned(),
        noun: None,
        of_subject: true,
    };
    let (stem, key, distractors, about_title) = match &fact.claim {
        Claim::Plays { actor, character } => {
            let work = work.ok_or("nothing says in which work")?;
            let stem = format!("Who plays {} in {work}?", name(*character));
            let pool = distractor::distractors(company, &asked(*actor, *character, "play"));
            (stem, name(*actor), pool, *actor == Names::TITLE)
        }
        Claim::Job { person, role } => {
            let work = work
                .filter(|_| distractor::in_story(company, *person))
                .ok_or("a job outside of the story")?;
            let several = facts.iter().any(|f| matches!(&f.claim, Claim::Job { person: p, role: r } if p == person && r != role));
            if several {
                return Err("a person with several jobs");
            }
            let stem = format!("What is {}'s job in {work}?", name(*person));
            (stem, capitalise(role), roles(document, facts, role), false)
        }
        Claim::Kin {
            of,
            person,
            relation,
        } => {
            let several = facts.iter().any(|f| {
                matches!(&f.claim, Claim::Kin { of: o, person: p, relation: r } if o == of && r == relation && p != person)
            });
            if several {
                return Err("several stand in the same relation");
            }
            let story = work.filter(|_| sentence.story);
            if work.is_some() && story.is_none() {
                return Err("a relative outside of the story");
            }
            let verb = if sentence.story { "is" } else { "was" };
            let place = story.map(|w| format!(" in {w}")).unwrap_or_default();
            let stem = format!(
                "Who {verb} {} {relation}{place}?",
                super::phrase::possessive_of(&name(*of))
            );
            let pool = distractor::distractors(company, &asked(*person, *of, "be"));
            (stem, name(*person), pool, *person == Names::TITLE)
        }
        Claim::Marks {
            episode,
            part,
            season,
        } => {
            let work = work.ok_or("nothing says in which work")?;
            let nth = number::ordinal_word(*season);
            let verb = if *part == "finale" { "closes" } else { "opens" };
            let stem = format!("Which episode {verb} the {nth} season of {work}?");
            let others: Vec<EntityId> = facts
                .iter()
                .filter_map(|f| match f.claim {
                    Claim::Marks { episode, .. } => Some(episode),
                    _ => None,
                })
                .collect();
            let mut question = asked(*episode, *episode, "close");
            question.named = others;
            let key = document
                .entity(*episode)
                .map(Entity::written)
                .unwrap_or_default();
            (
                stem,
                key,
                distractor::distractors(company, &question),
                false,
            )
        }
        Claim::Renamed { before, after } => {
            let kind = document.entity(*before).and_then(|e| e.kind);
            if kind.is_none() && document.entity(*after).is_none_or(|e| e.kind.is_none()) {
                return Err("the kind of the key is unknown");
            }
            let place = work
                .filter(|_| sentence.story)
                .map(|w| format!(" in {w}"))
                .unwrap_or_default();
            let stem = format!("What is {} later renamed{place}?", name(*before));
            let pool = distractor::of_kind(company, &asked(*after, *before, "rename"), kind);
            (stem, name(*after), pool, false)
        }
        Claim::Called { thing, words } => {
            let mut writer = Writer::new(document, Some(*thing), true);
            writer.literal("what is the name of the");
            writer.passage(fact.sentence, words.0, words.1)?;
            if let Some(work) = work.filter(|w| sentence.story && !writer.text().contains(*w)) {
                writer.literal(&format!("in {work}"));
            } else if !writer.introduced.contains(&Names::TITLE) {
                return Err("the stem names neither the subject nor its work");
            }
            let stem = format!("{}?", capitalise(writer.text()));
            let mut question = asked(*thing, *thing, "call");
            question.named.clone_from(&writer.introduced);
            let kind = document.entity(*thing).and_then(|e| e.kind);
            (
                stem,
                name(*thing),
                distractor::of_kind(company, &question, kind),
                false,
            )
        }
        Claim::Is { person, words } => {
            let mut writer = Writer::new(document, Some(*person), true);
            writer.literal("who is");
            writer.passage(fact.sentence, words.0, words.1)?;
            if let Some(work) = work.filter(|w| !writer.text().contains(*w) && sentence.story) {
                writer.literal(&format!("in {work}"));
            }
            let stem = format!("{}?", capitalise(writer.text()));
            let mut question = asked(*person, *person, "be");
            question.named.clone_from(&writer.introduced);
            (
                stem,
                name(*person),
                distractor::distractors(company, &question),
                *person == Names::TITLE,
            )
        }
    };
    let section = document.article.sections.get(sentence.section);
    Ok(Candidate {
        stem,
        fact: format!("{:?}", fact.claim),
        key,
        distractors,
        category: super::category(
            document,
            section.and_then(|s| s.path.first()).map(String::as_str),
        ),
        section: section.and_then(|s| s.heading()).map(str::to_owned),
        evidence: sentence.whole,
        salience: 5,
        about_title,
        mirror: None,
    })
}

/// The work of fiction that the article is about or belongs to.
fn domain<'d>(document: &'d Document<'_>) -> Option<&'d str> {
    let subject = &document.subject;
    let fiction = subject.is_fictional || subject.kind == Some(crate::fact::Kind::Work);
    subject.domain.as_deref().filter(|_| fiction)
}

/// Other jobs: of other persons of the article, then of the same class.
fn roles(document: &Document<'_>, facts: &[PatternFact], key: &str) -> Vec<String> {
    let lists = Lists::shared();
    let class = lists.role(key).map_or("", |r| r.class);
    let mut pool: Vec<String> = Vec::new();
    for fact in facts {
        if let Claim::Job { role, .. } = &fact.claim
            && role != key
            && lists.role(role).is_some_and(|r| r.class == class)
            && !pool.contains(role)
        {
            pool.push(role.clone());
        }
    }
    let group = lists
        .known(key)
        .iter()
        .find(|k| k.class == "profession")
        .map(|k| k.group);
    let mut more: Vec<_> = lists
        .class("profession")
        .iter()
        .filter(|k| k.fame == 1 && !k.name.contains(key) && !key.contains(k.name))
        .collect();
    more.sort_by_key(|k| {
        (
            group.unwrap_or("office") != k.group,
            mix(&document.article.title, k.name),
        )
    });
    pool.extend(more.into_iter().take(8).map(|k| k.name.to_owned()));
    pool.iter().map(|r| capitalise(r)).collect()
}
