//! Wrong options: of the key's kind, tempting, and false by the article.

mod thing;

use std::collections::{BTreeMap, BTreeSet};

use super::question::Question;
use crate::fact::clause::Clause;
use crate::fact::lists::{Lists, kind_of_class};
use crate::fact::name::World;
use crate::fact::value::{Sort, grouped, years_in};
use crate::fact::{Document, Entity, EntityId, Kind, Names, Referent};
use crate::item::MAX_DISTRACTORS;
use crate::text::normal::option_form;
use crate::text::number::{self, Date};

/// The fewest distractors an item may have.
pub const MIN_DISTRACTORS: usize = 3;

/// What the article says about the company that entities keep.
#[derive(Debug)]
pub struct Company<'d, 'a> {
    document: &'d Document<'a>,
    /// The sentences in which each entity is mentioned or meant.
    sentences: BTreeMap<EntityId, BTreeSet<usize>>,
    /// Content words of each sentence, in base form.
    words: Vec<BTreeSet<String>>,
    /// Who does, and to whom is done, what a verb says.
    bound: BTreeSet<(String, bool, EntityId)>,
}

impl<'d, 'a> Company<'d, 'a> {
    /// Reads a document.
    pub fn new(document: &'d Document<'a>, clauses: &[Clause]) -> Self {
        let mut sentences: BTreeMap<EntityId, BTreeSet<usize>> = BTreeMap::new();
        let mut words = Vec::new();
        for (number, sentence) in document.sentences.iter().enumerate() {
            for referent in sentence.refs.iter().flatten() {
                match referent {
                    Referent::One(id) => {
                        sentences.entry(*id).or_default().insert(number);
                    }
                    Referent::Many(ids) => {
                        for id in ids {
                            sentences.entry(*id).or_default().insert(number);
                        }
                    }
                }
            }
            // A name inside a longer name counts as mentioned too.
            for mention in document.names.within(sentence.whole) {
                sentences.entry(mention.entity).or_default().insert(number);
            }
            words.push(
                sentence
                    .parse
                    .words
                    .iter()
                    .filter(|w| {
                        !w.name
                            && (w.tag.is_verb() || w.tag.is_noun() || w.tag.is_adjective())
                            && w.lemma.len() > 2
                    })
                    .map(|w| w.lemma.to_lowercase())
                    .collect(),
            );
        }
        let bound = bindings(document, clauses);
        Self {
            document,
            sentences,
            words,
            bound,
        }
    }

    fn in_sentence(&self, id: EntityId, sentence: usize) -> bool {
        self.sentences
            .get(&id)
            .is_some_and(|s| s.contains(&sentence))
    }

    fn in_section(&self, id: EntityId, section: usize) -> bool {
        self.sentences.get(&id).is_some_and(|places| {
            places.iter().any(|&place| {
                let sentence = self.document.sentences.get(place);
                sentence.is_some_and(|s| s.section == section)
            })
        })
    }

    /// Whether some sentence speaks of `id` with the verb of the question and
    /// one of its other entities, or with much of its wording: then it may be
    /// a right answer too.
    fn may_be_true(&self, id: EntityId, question: &Question) -> bool {
        if self
            .bound
            .contains(&(question.predicate.clone(), question.of_subject, id))
        {
            return true;
        }
        let Some(places) = self.sentences.get(&id) else {
            return false;
        };
        let asked = self.words.get(question.sentence);
        let key = question.key.entity();
        places.iter().any(|&place| {
            if place == question.sentence {
                return true;
            }
            let Some(words) = self.words.get(place) else {
                return false;
            };
            let same_verb = words.contains(&question.predicate);
            let shared = asked.map_or(0, |asked| asked.intersection(words).count());
            let company = question
                .named
                .iter()
                .filter(|&&other| Some(other) != key && other != id)
                .filter(|&&other| self.in_sentence(other, place))
                .count();
            company > 0 && (same_verb || shared >= 3) || shared >= 5
        })
    }

    /// Whether an episode is told of before one that the stem speaks of.
    fn is_over(&self, id: EntityId, question: &Question) -> bool {
        let entity = |id: EntityId| self.document.entity(id).filter(|e| e.quoted);
        let told = |id: EntityId| self.sentences.get(&id).and_then(BTreeSet::first);
        entity(id).is_some()
            && question
                .named
                .iter()
                .any(|&named| entity(named).is_some() && told(id) <= told(named))
    }

    /// How close two entities are: shared section counts, then mentions.
    fn nearness(&self, id: EntityId, question: &Question) -> (usize, usize) {
        let home = self
            .document
            .sentences
            .get(question.sentence)
            .map(|s| s.section);
        let same_section = self.sentences.get(&id).is_some_and(|places| {
            places
                .iter()
                .any(|&p| self.document.sentences.get(p).map(|s| s.section) == home)
        });
        let mentions = self.document.entity(id).map_or(0, |e| e.mentions);
        (usize::from(same_section), mentions)
    }
}

/// Each entity in a clause with its verb and whether it acts.
fn bindings(document: &Document<'_>, clauses: &[Clause]) -> BTreeSet<(String, bool, EntityId)> {
    let mut bound = BTreeSet::new();
    for clause in clauses {
        let Some(sentence) = document.sentences.get(clause.sentence) else {
            continue;
        };
        let Some(verb) = sentence.parse.words.get(clause.predicate) else {
            continue;
        };
        let acts = !clause.passive;
        let parts = std::iter::once((acts, &clause.subject)).chain(
            clause
                .parts
                .iter()
                .map(|p| (p.label == crate::text::Label::OblAgent, p)),
        );
        for (acts, part) in parts {
            for word in part.first..=part.last {
                match sentence.refs.get(word).and_then(Option::as_ref) {
                    Some(Referent::One(id)) => {
                        bound.insert((verb.lemma.clone(), acts, *id));
                    }
                    Some(Referent::Many(ids)) => {
                        bound.extend(ids.iter().map(|&id| (verb.lemma.clone(), acts, id)));
                    }
                    None => {}
                }
            }
        }
    }
    bound
}

/// The distractors of a question, closest first; fewer than
/// [`MIN_DISTRACTORS`] when there are not enough good ones.
pub fn distractors(company: &Company<'_, '_>, question: &Question) -> Vec<String> {
    let mut pool = match &question.key.sort {
        Sort::Name(id) => names(company, question, *id),
        Sort::Year(year) => years(company.document, question, *year),
        Sort::Date(date) => dates(*date, &question.key.text),
        Sort::Season(season) => seasons(company.document, question, *season),
        Sort::Count(count) => counts(company.document, question, *count),
        Sort::Thing(key) => thing::things(company.document, *key, question),
    };
    clean(&question.key.text, &question.stem, &mut pool);
    pool.truncate(MAX_DISTRACTORS);
    pool
}

/// Drops what repeats the key, the stem or another option.
pub fn clean(key: &str, stem: &str, pool: &mut Vec<String>) {
    let stem = option_form(stem);
    let mut taken = vec![option_form(key)];
    pool.retain(|option| {
        let form = option_form(option);
        let bare = form.trim_matches('"').to_owned();
        let clash = taken.iter().any(|t| overlap(t, &form)) || stem.contains(&bare);
        if !clash {
            taken.push(form);
        }
        !clash
    });
}

/// Drops short options until every draw of three holds one that is nearly as
/// long as the key, so that its length does not give the key away.
pub fn level(key: &str, pool: &mut Vec<String>) {
    let length = |text: &str| text.chars().count();
    let short = |option: &String| length(key) * 10 >= length(option) * 14;
    let mut spare = MIN_DISTRACTORS - 1;
    pool.retain(|option| {
        let keep = !short(option) || spare > 0;
        spare -= usize::from(keep && short(option));
        keep
    });
}

/// The word of the stem that begins as the key does: *Athlead* for *Athleap*.
pub fn echo<'s>(key: &str, stem: &'s str) -> Option<&'s str> {
    let key = key.trim_matches('"').to_lowercase();
    if key.starts_with("season ") {
        return None;
    }
    let begins = |word: &str| {
        let shared = word
            .chars()
            .zip(key.chars())
            .take_while(|(a, b)| a == b)
            .count();
        shared >= 5 && shared * 10 >= key.chars().count() * 7
    };
    stem.split(|c: char| !c.is_alphanumeric())
        .find(|word| begins(&word.to_lowercase()))
}

/// Whether one option is part of the other or they share their first and
/// only telling word.
fn overlap(a: &str, b: &str) -> bool {
    a == b || contains_words(a, b) || contains_words(b, a)
}

fn contains_words(long: &str, short: &str) -> bool {
    let long: Vec<&str> = long.trim_matches('"').split_whitespace().collect();
    let short: Vec<&str> = short.trim_matches('"').split_whitespace().collect();
    !short.is_empty() && long.windows(short.len()).any(|w| w == short.as_slice())
}

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

fn names(company: &Company<'_, '_>, question: &Question, key: EntityId) -> Vec<String> {
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
            super::mix(&document.article.title, k.name),
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

/// Years at human distances, the article's own first; never in the future
/// of the article and not bound to the same verb.
fn years(document: &Document<'_>, question: &Question, key: i32) -> Vec<String> {
    let text = document.text();
    let mentioned = years_in(text);
    let latest = mentioned
        .iter()
        .copied()
        .filter(|y| (1000..=2100).contains(y))
        .max()
        .unwrap_or(key);
    let Some(sentence) = document.sentences.get(question.sentence) else {
        return Vec::new();
    };
    let here = years_in(sentence.whole.of(text));
    let step = if latest - key > 150 { 9 } else { 2 };
    let offsets = [-1, 1, -2, 2, -3, 3, -4, 4, -5, 5];
    let shift = i32::try_from(super::mix(&question.stem, "years") % 3).unwrap_or(0);
    let mut pool: Vec<i32> = offsets
        .iter()
        .map(|o| key + o * step + if *o > 0 { shift } else { -shift } * (step / 2))
        .filter(|y| *y <= latest.max(key) && !here.contains(y))
        .collect();
    pool.dedup();
    pool.truncate(6);
    pool.iter().map(ToString::to_string).collect()
}

/// Counts of the same roundness around the key, at distances that a player
/// could mistake; none that the sentence itself holds.
fn counts(document: &Document<'_>, question: &Question, key: u32) -> Vec<String> {
    let here = document
        .sentences
        .get(question.sentence)
        .map_or("", |s| s.whole.of(document.text()));
    let mut grain = 1;
    while key.is_multiple_of(grain * 10) {
        grain *= 10;
    }
    if key.is_multiple_of(grain * 5) && key > 20 {
        grain *= 5;
    }
    // How much lower or higher, in hundredths of the key.
    let shares: [i64; 8] = [-25, 30, 60, -40, 90, -15, 20, -55];
    let small: [i64; 8] = [-1, 1, 2, -2, 3, -3, 4, 5];
    let (key, grain) = (i64::from(key), i64::from(grain));
    let turn = usize::try_from(super::mix(&question.stem, "counts") % 3).unwrap_or(0);
    let mut pool: Vec<i64> = (0..8)
        .filter_map(|at| {
            let at = (at + turn) % 8;
            if key <= 12 {
                small.get(at).map(|step| key + step)
            } else {
                let moved = key * shares.get(at)? / 100;
                let moved = moved.signum() * (moved.abs() / grain).max(1) * grain;
                Some(key + moved)
            }
        })
        .filter(|&n| n > 1 && n != key)
        .collect();
    let mut seen = BTreeSet::new();
    pool.retain(|&n| seen.insert(n));
    pool.iter()
        .filter_map(|&n| u32::try_from(n).ok())
        .map(grouped)
        .filter(|n| !here.contains(n.as_str()))
        .take(6)
        .collect()
}

/// Dates in the same form: near by in the same or a neighbouring year.
fn dates(key: Date, wording: &str) -> Vec<String> {
    let (Some(month), year) = (key.month, key.year) else {
        return Vec::new();
    };
    let turn = |months: i32| {
        let index = i32::from(month) - 1 + months;
        let month = u8::try_from(index.rem_euclid(12) + 1).ok();
        (
            month.and_then(number::month_name),
            year + index.div_euclid(12),
        )
    };
    [-2, 3, -5, 4, -12, 1]
        .into_iter()
        .enumerate()
        .filter_map(|(index, months)| {
            let (Some(name), year) = turn(months) else {
                return None;
            };
            let Some(day) = key.day else {
                return Some(format!("{name} {year}"));
            };
            let index = u8::try_from(index).ok()?;
            let day = (day + 5 + 3 * index) % 28 + 1;
            let american = wording.starts_with(char::is_alphabetic);
            Some(if american {
                format!("{name} {day}, {year}")
            } else {
                format!("{day} {name} {year}")
            })
        })
        .collect()
}

fn seasons(document: &Document<'_>, question: &Question, key: u32) -> Vec<String> {
    let text = document.text().to_lowercase();
    let last = (1..=30)
        .filter(|n| {
            let words = number::ordinal_word(*n);
            text.contains(&format!("season {n}"))
                || text.contains(&format!("{words} season"))
                || text.contains(&format!("season {}", number::number_word(u64::from(*n))))
                || text.contains(&format!("season-{}", number::number_word(u64::from(*n))))
        })
        .max()
        .unwrap_or(key);
    let here = document
        .sentences
        .get(question.sentence)
        .map(|s| s.whole.of(document.text()).to_lowercase())
        .unwrap_or_default();
    let mut pool: Vec<u32> = (1..=last.max(key))
        .filter(|n| *n != key)
        .filter(|n| {
            !here.contains(&number::ordinal_word(*n)) && !here.contains(&format!("season {n}"))
        })
        .collect();
    pool.sort_by_key(|n| (n.abs_diff(key), *n));
    pool.iter().map(|n| format!("Season {n}")).collect()
}
