//! Wrong options: of the key's kind, tempting, and false by the article.

mod fill;
mod invented;
mod names;
mod number;
mod pool;
mod profile;
mod thing;

use std::collections::{BTreeMap, BTreeSet};

pub use fill::{KIN, LOOSE, ONE_OF_KIN, align, narrow, region_at, rivals_of, strangers, towns_of};
pub use names::{SMALL, home, in_story, is_guest, of_kind};
pub use number::grown;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::question::Question;
use crate::fact::clause::Clause;
use crate::fact::pattern::list::Entry;
use crate::fact::pattern::{self, Claim};
use crate::fact::value::Sort;
use crate::fact::{Document, EntityId, Referent};
use crate::item::MAX_DISTRACTORS;
use crate::text::normal::option_form;

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
    /// What is known of each name.
    profiles: Vec<profile::Profile>,
    /// Who is told to play a part.
    actors: BTreeSet<EntityId>,
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
        let mut company = Self {
            document,
            sentences,
            words,
            profiles: Vec::new(),
            actors: actors(document),
            bound,
        };
        company.profiles = profile::all(&company);
        company
    }

    fn in_sentence(&self, id: EntityId, sentence: usize) -> bool {
        self.sentences
            .get(&id)
            .is_some_and(|s| s.contains(&sentence))
    }

    /// The first sentence behind the lead that tells of an entity.
    pub(crate) fn told(&self, id: EntityId) -> Option<usize> {
        let document = self.document;
        self.sentences.get(&id)?.iter().copied().find(|&place| {
            document
                .sentences
                .get(place)
                .is_some_and(|s| s.section > 0 && s.story)
        })
    }

    fn in_section(&self, id: EntityId, section: usize) -> bool {
        self.sentences.get(&id).is_some_and(|places| {
            places.iter().any(|&place| {
                let sentence = self.document.sentences.get(place);
                sentence.is_some_and(|s| s.section == section)
            })
        })
    }

    /// Whether a figure comes into the story before a section and again in it or
    /// behind it.
    fn is_regular(&self, id: EntityId, here: usize) -> bool {
        let places = self.sentences.get(&id).into_iter().flatten();
        let sections: BTreeSet<usize> = places
            .filter_map(|&p| self.document.sentences.get(p))
            .filter(|s| s.story)
            .map(|s| s.section)
            .collect();
        sections.len() > 1
            && sections.first().is_some_and(|first| *first <= here)
            && sections.last().is_some_and(|last| *last >= here)
    }

    /// Whether two entities are mentioned in one section.
    fn share_section(&self, a: EntityId, b: EntityId) -> bool {
        let sections = |id| -> BTreeSet<usize> {
            let places = self.sentences.get(&id).into_iter().flatten();
            places
                .filter_map(|&p| self.document.sentences.get(p).map(|s| s.section))
                .collect()
        };
        !sections(a).is_disjoint(&sections(b))
    }

    /// The last year of a sentence.
    fn when(&self, sentence: usize) -> Option<i32> {
        let sentence = self.document.sentences.get(sentence)?;
        sentence.years.range(..=2100).next_back().copied()
    }

    /// Whether some sentence speaks of `id` with the verb of the question and
    /// one of its other entities, or with much of its wording: then it may be
    /// a right answer too.
    fn may_be_true(&self, id: EntityId, question: &Question) -> bool {
        if kindred(&question.predicate).any(|verb| {
            self.bound
                .contains(&(verb.to_owned(), question.of_subject, id))
        }) {
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
            let same_verb = kindred(&question.predicate).any(|verb| words.contains(verb));
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

    /// How close two entities are: shared section counts, then how close an
    /// episode is told of, or how often another entity is named.
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
        let entity = self.document.entity(id);
        let rank = match entity.filter(|e| e.quoted).and_then(|_| self.told(id)) {
            Some(told) => usize::MAX - told.abs_diff(question.sentence),
            None => entity.map_or(0, |e| e.mentions),
        };
        (usize::from(same_section), rank)
    }
}

/// Verbs that may tell one event.
const KINDRED: [&[&str]; 14] = [
    &[
        "defeat", "beat", "lose", "face", "win", "fight", "overcome", "play",
    ],
    &["write", "author", "pen", "compose", "publish"],
    &[
        "found",
        "establish",
        "create",
        "start",
        "launch",
        "form",
        "co-found",
    ],
    &["buy", "acquire", "purchase", "sell"],
    &["play", "portray", "star", "voice", "appear", "reprise"],
    &["marry", "wed", "divorce", "date"],
    &["succeed", "replace", "follow"],
    &["join", "sign", "enter"],
    &[
        "design",
        "build",
        "construct",
        "develop",
        "invent",
        "devise",
    ],
    &["visit", "tour", "travel", "move", "go", "leave", "return"],
    &["occupy", "conquer", "capture", "invade", "seize"],
    &["kill", "murder", "shoot", "assassinate"],
    &["praise", "compliment", "commend", "laud"],
    &["attend", "study", "graduate", "enroll", "enrol"],
];

/// A verb and those that may tell the same event.
fn kindred(verb: &str) -> impl Iterator<Item = &str> {
    let others = KINDRED
        .iter()
        .filter(move |group| group.contains(&verb))
        .flat_map(|group| group.iter().copied());
    std::iter::once(verb).chain(others)
}

/// Whether a name can be an option at all.
pub fn is_sound(company: &Company<'_, '_>, id: EntityId) -> bool {
    profile::profile(company, id).is_some_and(|p| p.sound)
}

/// Who plays a part, by a sentence or by a list of the cast.
fn actors(document: &Document<'_>) -> BTreeSet<EntityId> {
    let told = pattern::facts(document)
        .into_iter()
        .filter_map(|fact| match fact.claim {
            Claim::Plays { actor, .. } => Some(actor),
            _ => None,
        });
    let listed = pattern::list::entries(document)
        .into_iter()
        .filter_map(|fact| match fact.entry {
            Entry::Cast { actor, .. } => Some(actor),
            _ => None,
        });
    told.chain(listed).collect()
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
        Sort::Name(id) => names::names(company, question, *id),
        Sort::Year(year) => number::years(company, question, *year),
        Sort::Date(date) => number::dates(company, question, *date, &question.key.text),
        Sort::Season(season) => number::seasons(company.document, question, *season),
        Sort::Count(count) => number::counts(company, question, *count),
        Sort::Period(period) => number::periods(company, question, *period),
        Sort::Quantity(quantity) => number::amounts(company, question, quantity),
        Sort::Thing(key) => thing::things(company.document, *key, question),
    };
    clean(&question.key.text, &question.stem, &mut pool);
    pool.truncate(MAX_DISTRACTORS);
    pool
}

/// Drops what repeats the key, the stem or another option.
pub fn clean(key: &str, stem: &str, pool: &mut Vec<String>) {
    // *Maj. Gen.*, *Oxford University* beside one of its colleges.
    let shared = |name: &str| {
        key.contains(" College, ")
            && key
                .rsplit(' ')
                .next()
                .is_some_and(|town| name.contains(town))
    };
    pool.retain(|o| !o.split(' ').all(|w| w.ends_with('.')) && !shared(o));
    // Beside a university stands no school of art or of business.
    let school = |name: &String| {
        ["Universi", "College", "Institute of Technology"]
            .iter()
            .any(|w| name.contains(w))
    };
    if stem.contains("hich university ") {
        let apart = [" of Music", " of Art", " of Fine Art", "Ballet", "Drama"];
        pool.retain(|o| !apart.iter().any(|a| o.contains(a)));
    }
    if key.contains("Universit") && pool.iter().filter(|o| school(o)).count() >= MIN_DISTRACTORS {
        pool.retain(school);
    }
    let stem = option_form(stem).replace("'s ", " ");
    let asks_sea = stem.contains("which sea ");
    let mut taken = vec![option_form(key)];
    pool.retain(|option| {
        let form = option_form(option);
        let bare = form.trim_matches('"').to_owned();
        // Nobody asks in English which language is English.
        let clash = taken.iter().any(|t| overlap(t, &form))
            || stem.contains(&bare)
            || bare
                .rsplit_once(" of ")
                .is_some_and(|(_, land)| land.len() > 4 && contains_words(&stem, land))
            || asks_sea
                && ["gulf", "bay", "strait", "channel"]
                    .iter()
                    .any(|w| contains_words(&form, w))
            || form == "english" && stem.contains("language")
            || ALMOST_ONE.iter().any(|(a, b)| {
                form == *b && contains_words(&stem, a) || form == *a && contains_words(&stem, b)
            });
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
    let (a, b) = (&plain(a), &plain(b));
    let (a, b) = (a.as_str(), b.as_str());
    let in_law = |a: &str, b: &str| a.strip_suffix("-in-law") == Some(b);
    let almost = |a: &str, b: &str| ALMOST_ONE.contains(&(a, b));
    a == b
        || almost(a, b)
        || almost(b, a)
        || contains_words(a, b)
        || contains_words(b, a)
        || in_law(a, b)
        || in_law(b, a)
}

/// Names of which one is true where the other is: states under their names of
/// other times, and what is a part of the other.
const ALMOST_ONE: [(&str, &str); 17] = [
    ("adriatic sea", "mediterranean sea"),
    ("aegean sea", "mediterranean sea"),
    ("ionian sea", "mediterranean sea"),
    ("tyrrhenian sea", "mediterranean sea"),
    ("unesco", "united nations"),
    ("unicef", "united nations"),
    ("world health organization", "united nations"),
    ("dutch republic", "netherlands"),
    ("great britain", "united kingdom"),
    ("kingdom of great britain", "united kingdom"),
    ("england", "united kingdom"),
    ("soviet union", "russia"),
    ("persia", "iran"),
    ("ottoman empire", "turkey"),
    ("burma", "myanmar"),
    ("siam", "thailand"),
    ("nazi germany", "germany"),
];

/// Without the marks on its letters: *Lake Shkodër* is *Lake Shkoder*.
pub fn plain(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    text.nfd().filter(|c| !is_combining_mark(*c)).collect()
}

fn contains_words(long: &str, short: &str) -> bool {
    let long: Vec<&str> = long.trim_matches('"').split_whitespace().collect();
    let short: Vec<&str> = short.trim_matches('"').split_whitespace().collect();
    !short.is_empty() && long.windows(short.len()).any(|w| w == short.as_slice())
}
