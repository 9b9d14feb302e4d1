//! Items from closed constructions.

mod flat;
mod list;
mod mould;
mod oeuvre;
mod tale;

use std::collections::BTreeSet;

use super::distractor::{self, Company};
use super::phrase::Writer;
use super::question::{Question, capitalise};
use super::{Candidate, Rejected};
use crate::fact::field::{class, era};
use crate::fact::lists::Lists;
use crate::fact::pattern::{self, Claim, PatternFact};
use crate::fact::value::{Sort, Value, years_in};
use crate::fact::{Document, Entity, EntityId, Gender, Kind, Names, Referent, Trade};
use crate::text::number;

/// All candidates of closed constructions.
pub(super) fn candidates(
    document: &Document<'_>,
    company: &Company<'_, '_>,
) -> Vec<Result<Candidate, Rejected>> {
    let facts = pattern::facts(document);
    let flats = pattern::flat::flats(document);
    let mut found = flat::candidates(document, company, &flats, &flat::roles(&facts, &flats));
    found.extend(list::candidates(
        document,
        company,
        &pattern::list::entries(document),
    ));
    found.extend(oeuvre::candidates(document).into_iter().map(Ok));
    found.extend(tale::candidates(document, company, &facts));
    found.extend(mould::candidates(
        document,
        company,
        &pattern::mould::statements(document),
    ));
    found.extend(facts.iter().map(|fact| {
        candidate(document, company, &facts, fact).map_err(|reason| Rejected {
            candidate: document
                .sentences
                .get(fact.sentence)
                .map_or("", |s| s.whole.of(document.text()))
                .to_owned(),
            reason: reason.to_owned(),
        })
    }));
    found
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
        nested: false,
    };
    let (stem, key, distractors, about_title) = match &fact.claim {
        Claim::Plays { actor, character } => {
            let work = work.ok_or("nothing says in which work")?;
            // *The Master*: one after another plays such a part.
            if name(*character).to_lowercase().starts_with("the ") {
                return Err("a part that many have played");
            }
            let part = name(*character);
            // *portrayed the Valeyard*: an office, not a name.
            let text = document.text();
            let office = !part.contains(' ') && text.contains(&format!(" the {part}"));
            let the = if office { "the " } else { "" };
            let stem = format!("Who plays {the}{part} in {work}?");
            let gender = document.entity(*character).and_then(|e| e.gender);
            let mut pool = distractor::distractors(company, &asked(*actor, *character, "play"));
            pool.retain(|name| {
                let other = document
                    .names
                    .named(name)
                    .and_then(|id| document.entity(id))
                    .and_then(|e| e.gender);
                gender.is_none() || other == gender
            });
            // Who plays the title character is known for that.
            let known = |name: &String| {
                let id = document.names.named(name);
                facts.iter().any(|f| matches!(f.claim, Claim::Plays { actor, character: Names::TITLE } if Some(actor) == id))
                    || id.and_then(|id| document.entity(id)).is_some_and(|e| e.boxed)
            };
            if document.subject.in_series {
                pool.retain(|name| {
                    document.names.named(name).is_some_and(|id| {
                        let plays = facts
                            .iter()
                            .any(|f| matches!(f.claim, Claim::Plays { actor, .. } if actor == id));
                        (plays || acts(document, id))
                            && document.entity(id).is_some_and(|e| e.trade != Trade::Maker)
                    })
                });
            }
            if document.subject.in_series && pool.len() < distractor::MIN_DISTRACTORS {
                pool.extend(screen(document, gender));
            }
            if *character != Names::TITLE
                && pool.iter().filter(|name| !known(name)).count() >= distractor::MIN_DISTRACTORS
            {
                pool.retain(|name| !known(name));
            }
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
            let stem = format!("Which of these jobs does {} hold in {work}?", name(*person));
            let mut pool = roles(company, facts, role);
            pool.retain(|other| !told_of(document, *person, other));
            (stem, capitalise(role), pool, false)
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
            if relation.starts_with("fianc") && marries_another(document, *of, *person) {
                return Err("a bond that does not last");
            }
            let story = work.filter(|_| sentence.story);
            if work.is_some() && story.is_none() {
                return Err("a relative outside of the story");
            }
            if relation == "wife" || relation == "husband" {
                let text = document.text();
                let again = [
                    "first wife",
                    "second wife",
                    "first husband",
                    "second husband",
                    "remarried",
                    "divorce",
                    "ex-wife",
                    "ex-husband",
                    "former wife",
                    "former husband",
                ];
                let boxed = document
                    .article
                    .fields
                    .iter()
                    .any(|f| f.key.to_lowercase().starts_with("spouse") && f.values.len() > 1);
                // Who lives may still be married.
                let lead = document.sentences.first();
                let died = lead.is_some_and(|s| s.years.len() > 1);
                if work.is_none() && !died {
                    return Err("a bond that lasts");
                }
                // *her husband Pierre*
                let bare = !name(*person).contains(' ');
                if bare && work.is_none() {
                    return Err("a first name as key");
                }
                if boxed || again.iter().any(|a| text.contains(a)) {
                    return Err("a bond that does not last");
                }
            }
            if matches!(relation.as_str(), "predecessor" | "successor") {
                return Err("a successor, and nothing says as what");
            }
            let verb = if sentence.story { "is" } else { "was" };
            let many = [
                "son", "daughter", "brother", "sister", "uncle", "aunt", "cousin",
            ];
            let one_of_them = work.is_none() && many.contains(&relation.as_str());
            let place = story.map(|w| format!(" in {w}")).unwrap_or_default();
            let stem = if one_of_them {
                {
                    let n = if relation.starts_with(['a', 'u']) {
                        "n"
                    } else {
                        ""
                    };
                    format!("{}{n} {relation} of {}?", distractor::ONE_OF_KIN, name(*of))
                }
            } else {
                let whose = super::phrase::possessive_of(&name(*of));
                // *Who is Ann Lee's mother?* — *Betty* is half of an answer.
                if story.is_none() && !name(*person).contains(' ') {
                    format!("What {verb} the name of {whose} {relation}?")
                } else {
                    format!("Who {verb} {whose} {relation}{place}?")
                }
            };
            let question = Question {
                stem: stem.clone(),
                ..asked(*person, *of, "be")
            };
            let pool = distractor::distractors(company, &question);
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
            // Beside it stand those of the chapter in which it is told.
            question.sentence = company.told(*episode).unwrap_or(fact.sentence);
            let key = document
                .entity(*episode)
                .map(Entity::written)
                .unwrap_or_default();
            let mut pool = distractor::distractors(company, &question);
            let marks = |name: &String| {
                let written = |id: &EntityId| document.entity(*id).map(Entity::written);
                others.iter().any(|id| written(id).as_ref() == Some(name))
            };
            pool.retain(|name| !marks(name));
            (stem, key, pool, false)
        }
        Claim::Renamed { before, after } => {
            let entity = document.entity(*before).ok_or("no such entity")?;
            let (kind, noun) = match (entity.kind, &entity.noun) {
                (Some(kind), Some(noun)) if kind != Kind::Person => (Some(kind), noun),
                _ => return Err("the kind of the key is unknown"),
            };
            let place = work
                .filter(|_| sentence.story)
                .map(|w| format!(" in {w}"))
                .unwrap_or_default();
            let stem = if place.is_empty() {
                format!(
                    "What is the {noun} once called {} known as today?",
                    with_article(document, &name(*before))
                )
            } else {
                format!("What is the {noun} {} later renamed{place}?", name(*before))
            };
            let pool =
                distractor::of_kind(company, &asked(*after, *before, "rename"), kind, Some(noun));
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
            let entity = document.entity(*thing);
            let kind = entity.and_then(|e| e.kind);
            // *a song called X*: beside it stand songs, not all that has a title.
            let noun = entity.and_then(|e| e.noun.as_deref());
            let pool = distractor::of_kind(company, &question, kind, noun);
            (stem, name(*thing), pool, false)
        }
        Claim::Does {
            episode,
            who,
            verb,
            last,
        } => {
            let work = work.ok_or("nothing says in which work")?;
            let base = sentence
                .parse
                .words
                .get(*verb)
                .map(|w| w.lemma.clone())
                .ok_or("no such word")?;
            let mut writer = Writer::new(document, Some(*episode), false);
            writer.literal(&format!("in which episode of {work} does"));
            writer.passage(fact.sentence, *who, *who)?;
            if let Some(before) = verb.checked_sub(1)
                && sentence
                    .parse
                    .tag(before)
                    .is_some_and(crate::text::Tag::is_adverb)
            {
                writer.passage(fact.sentence, before, before)?;
            }
            writer.literal(&base);
            writer.passage(fact.sentence, verb + 1, *last)?;
            let stem = format!("{}?", capitalise(writer.text()));
            let mut question = asked(*episode, *episode, &base);
            question.named.clone_from(&writer.introduced);
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
        Claim::Is { person, words } => {
            let form = |at: usize| {
                sentence
                    .parse
                    .words
                    .get(at)
                    .map_or("", |w| w.span.of(document.text()))
            };
            // *the crew of Ann, Bo, and Cy*
            let one = (words.1..sentence.parse.words.len())
                .filter(|&at| sentence.entity(at) == Some(*person))
                .any(|at| form(at + 1) == "," && form(at + 2) == "and");
            if one {
                return Err("one of a list of names");
            }
            let mut writer = Writer::new(document, Some(*person), true);
            let inside = distractor::in_story(company, *person);
            if work.is_some() && sentence.story && !inside {
                return Err("a job outside of the story");
            }
            let present = work.is_some() && (sentence.story || inside);
            writer.literal(if present { "who is" } else { "who was" });
            writer.passage(fact.sentence, words.0, words.1)?;
            if writer.introduced.is_empty() {
                return Err("the stem names neither the subject nor its work");
            }
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

/// The actors and the characters that the article tells of.
pub(super) fn cast(document: &Document<'_>) -> (BTreeSet<String>, BTreeSet<String>) {
    let mut actors = BTreeSet::new();
    let mut characters = BTreeSet::new();
    let name = |id: EntityId| document.entity(id).map(|e| e.name.clone());
    for fact in pattern::facts(document) {
        if let Claim::Plays { actor, character } = fact.claim {
            actors.extend(name(actor));
            characters.extend(name(character));
        }
    }
    for fact in pattern::list::entries(document) {
        if let pattern::list::Entry::Cast { actor, character } = fact.entry {
            actors.extend(name(actor));
            characters.insert(character);
        }
    }
    let both: Vec<String> = actors.intersection(&characters).cloned().collect();
    for name in both {
        actors.remove(&name);
        characters.remove(&name);
    }
    (actors, characters)
}

/// Whether somebody is said to marry or be proposed to, and not by the person named.
fn marries_another(document: &Document<'_>, of: EntityId, person: EntityId) -> bool {
    document.sentences.iter().any(|s| {
        let refers = |id: EntityId| {
            s.refs.iter().flatten().any(|r| match r {
                Referent::One(one) => *one == id,
                Referent::Many(ids) => ids.contains(&id),
            })
        };
        refers(of)
            && !refers(person)
            && s.parse
                .words
                .iter()
                .any(|w| w.tag.is_verb() && matches!(w.lemma.as_str(), "marry" | "wed" | "propose"))
    })
}

/// The work of fiction that the article is about or belongs to.
fn domain<'d>(document: &'d Document<'_>) -> Option<&'d str> {
    let subject = &document.subject;
    let fiction = subject.is_fictional || subject.kind == Some(crate::fact::Kind::Work);
    subject.domain.as_deref().filter(|_| fiction)
}

/// Whether a sentence that names someone speaks of acting.
fn acts(document: &Document<'_>, id: EntityId) -> bool {
    document.sentences.iter().any(|sentence| {
        sentence.entities.contains(&Some(id))
            && sentence
                .parse
                .words
                .iter()
                .any(|w| ACTING.contains(&w.lemma.as_str()))
    }) || document.entity(id).is_some_and(|e| e.boxed)
}

/// Music is played too: who plays a part is told as such.
const ACTING: [&str; 7] = [
    "act", "actor", "actress", "audition", "cast", "portray", "star",
];

/// Actors of other series of that gender whom the article does not name.
fn screen(document: &Document<'_>, gender: Option<Gender>) -> Vec<String> {
    let group = match gender {
        Some(Gender::Female) => "f",
        Some(Gender::Male) => "m",
        _ => return Vec::new(),
    };
    // Of an age to be cast when the series began.
    let begun = document
        .article
        .fields
        .iter()
        .flat_map(|f| years_in(f.line.of(document.text())))
        .min();
    let fits = |name: &str| match (era::of(name), begun) {
        (Some(born), Some(begun)) => (18..40).contains(&(begun - born)),
        _ => true,
    };
    let mut actors: Vec<&str> = class::entries("tv-actor")
        .into_iter()
        .filter(|e| {
            e.group == group
                && e.name.is_ascii()
                && fits(e.name)
                && !document.text().contains(e.name)
        })
        .map(|e| e.name)
        .collect();
    actors.sort_unstable_by_key(|name| super::mix(&document.article.title, name));
    actors.into_iter().map(str::to_owned).collect()
}

/// *salesman* and *salesperson* are one job.
fn synonym(a: &str, b: &str) -> bool {
    let stem = |job: &str| {
        ["woman", "person", "man", " representative"]
            .iter()
            .find_map(|end| job.strip_suffix(end))
            .unwrap_or(job)
            .to_owned()
    };
    stem(a) == stem(b)
}

/// Jobs that everybody knows, by the class of the word lists they belong to.
const ORDINARY: [(&str, &[&str]); 5] = [
    (
        "office-job",
        &[
            "accountant",
            "human resources manager",
            "customer service representative",
            "purchasing manager",
            "payroll clerk",
        ],
    ),
    ("medicine", &["surgeon", "nurse", "dentist", "pharmacist"]),
    ("law", &["lawyer", "judge", "prosecutor", "notary"]),
    ("police", &["detective", "sheriff", "constable", "coroner"]),
    (
        "occupation",
        &["teacher", "carpenter", "electrician", "truck driver"],
    ),
];

/// Whether a sentence that names someone has the stem of a job: *she is rehired
/// in sales* speaks of a saleswoman.
fn told_of(document: &Document<'_>, person: EntityId, job: &str) -> bool {
    let root: String = job.to_lowercase().chars().take(5).collect();
    document.sentences.iter().any(|sentence| {
        sentence.refs.iter().flatten().any(|r| match r {
            Referent::One(id) => *id == person,
            Referent::Many(ids) => ids.contains(&person),
        }) && sentence
            .parse
            .words
            .iter()
            .any(|w| w.lemma.to_lowercase().starts_with(&root))
    })
}

/// The jobs of other persons of the story, then ordinary ones of the same
/// class.
fn roles(company: &Company<'_, '_>, facts: &[PatternFact], key: &str) -> Vec<String> {
    let mut pool: Vec<&str> = Vec::new();
    let told = facts.iter().filter_map(|fact| match &fact.claim {
        Claim::Job { person, role } => {
            distractor::in_story(company, *person).then_some(role.as_str())
        }
        _ => None,
    });
    let class = |job: &str| match Lists::shared().role(job).map(|r| r.class) {
        Some("business") => "office-job",
        Some(class) => class,
        None => "",
    };
    let ordinary = ORDINARY
        .iter()
        .filter(|(of, _)| *of == class(key))
        .flat_map(|(_, jobs)| jobs.iter().copied());
    for role in told.chain(ordinary) {
        if !synonym(role, key) && !pool.iter().any(|other| synonym(other, role)) {
            pool.push(role);
        }
    }
    pool.into_iter().map(capitalise).collect()
}

/// *the Kodak Theatre* where the text has it so.
fn with_article(document: &Document<'_>, name: &str) -> String {
    let the = format!("the {name}");
    if document.text().contains(&the) {
        the
    } else {
        name.to_owned()
    }
}
