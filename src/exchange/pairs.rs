//! Terms and definitions become questions.
//!
//! With enough different definitions the wrong answers are drawn from the other
//! definitions of the same file, of the same kind and about the same length, so
//! that they tempt; otherwise the answer is typed. The draw is the same every
//! time.

use std::collections::BTreeMap;

use super::Reading;
use crate::item::{Draft, KeyDraft};
use crate::text::fnv;
use crate::text::normal::{option_form, stem_form};

/// A term and its definition.
#[derive(Debug)]
pub(super) struct Pair {
    pub(super) line: usize,
    /// The question.
    pub(super) term: String,
    /// The right answer.
    pub(super) definition: String,
    pub(super) category: Option<String>,
    pub(super) tags: Vec<String>,
}

/// With fewer definitions than this the answer is typed.
const FEWEST: usize = 4;
/// So many wrong answers are drawn.
const DRAWN: usize = 5;
/// So many neighbours on either side are looked at.
const NEAR: usize = 20;

/// Adds the pairs as questions.
pub(super) fn add(pairs: &[Pair], reading: &mut Reading) {
    // Each different definition once, by its number.
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let mut texts: Vec<&str> = Vec::new();
    // All right answers of a term: none of them is wrong for it.
    let mut right: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut number_of: Vec<usize> = Vec::with_capacity(pairs.len());
    for pair in pairs {
        let number = *numbers
            .entry(option_form(&pair.definition))
            .or_insert_with(|| {
                texts.push(&pair.definition);
                texts.len() - 1
            });
        number_of.push(number);
        right.entry(stem_form(&pair.term)).or_default().push(number);
    }
    drop(numbers);
    for numbers in right.values_mut() {
        numbers.sort_unstable();
    }
    let drawn = !reading.options.typed && texts.len() >= FEWEST;
    let mut sorted: Vec<(Kind, usize, &str, usize)> = texts
        .iter()
        .enumerate()
        .map(|(number, text)| (Kind::of(text), text.chars().count(), *text, number))
        .collect();
    sorted.sort();
    let mut places = vec![0; sorted.len()];
    for (place, (.., number)) in sorted.iter().enumerate() {
        if let Some(of) = places.get_mut(*number) {
            *of = place;
        }
    }
    if let Some(first) = pairs.first() {
        let how = if drawn {
            "terms and definitions: the wrong answers are drawn from the other definitions"
        } else {
            "terms and definitions: the answers are typed"
        };
        reading.changed(first.line, how);
    }
    for (pair, number) in pairs.iter().zip(number_of) {
        let same = right.get(&stem_form(&pair.term));
        let is_right = |other: usize| same.is_some_and(|same| same.binary_search(&other).is_ok());
        let place = places.get(number).copied().unwrap_or(0);
        let near = sorted
            .iter()
            .take(place + NEAR)
            .skip(place.saturating_sub(NEAR));
        let kind = Kind::of(&pair.definition);
        let mut candidates: Vec<_> = near
            .filter(|(.., other)| drawn && !is_right(*other))
            .map(|(other, _, text, _)| (*other != kind, draw(&pair.definition, text), *text))
            .collect();
        candidates.sort_unstable();
        let chosen = candidates.iter().take(DRAWN);
        let draft = Draft {
            stem: pair.term.clone(),
            key: Some(KeyDraft::Text(pair.definition.clone())),
            distractors: chosen.map(|(_, _, text)| (*text).to_owned()).collect(),
            accepted: candidates.is_empty().then(Vec::new),
            category: pair.category.clone(),
            tags: pair.tags.clone(),
            ..Draft::default()
        };
        reading.add(pair.line, draft);
    }
}

/// A number that depends on both texts, the same on every machine.
fn draw(text: &str, other: &str) -> u64 {
    fnv::hash(text).rotate_left(17) ^ fnv::hash(other)
}

/// What sort of answer a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Year,
    Number,
    Capitalised,
    Words,
    Sentence,
}

impl Kind {
    fn of(text: &str) -> Self {
        let digits = text.chars().filter(char::is_ascii_digit).count();
        if digits == 4 && text.chars().count() == 4 {
            Self::Year
        } else if digits > 0
            && text.starts_with(|c: char| c.is_ascii_digit() || "+-.$€£<>".contains(c))
        {
            Self::Number
        } else if text.split_whitespace().count() > 6 {
            Self::Sentence
        } else if text.starts_with(char::is_uppercase) {
            Self::Capitalised
        } else {
            Self::Words
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Options;
    use super::*;
    use crate::item::Item;

    fn items(pairs: &[(&str, &str)], typed: bool) -> Vec<Item> {
        let mut reading = Reading::new(Options {
            typed,
            ..Options::default()
        });
        let pairs = pairs.iter().map(|(term, definition)| Pair {
            line: 1,
            term: (*term).to_owned(),
            definition: (*definition).to_owned(),
            category: None,
            tags: Vec::new(),
        });
        let pairs: Vec<_> = pairs.collect();
        add(&pairs, &mut reading);
        reading.bank.items
    }

    #[test]
    fn another_right_answer_of_the_same_term_is_never_wrong() {
        let pairs = [
            ("le", "the"),
            ("La", "the"),
            ("seat", "chair"),
            ("Seat?", "bench"),
            ("table", "desk"),
            ("lamp", "light"),
        ];
        for item in items(&pairs, false) {
            for (term, definition) in pairs {
                if stem_form(term) == stem_form(item.stem()) {
                    assert!(!item.distractors().contains(&definition), "{item:?}");
                }
            }
            assert!(!item.distractors().is_empty());
        }
    }

    #[test]
    fn wrong_answers_are_of_the_same_kind_if_there_are_enough() {
        let pairs = [
            ("a", "1066"),
            ("b", "1492"),
            ("c", "1789"),
            ("d", "1914"),
            ("e", "1945"),
            ("f", "1989"),
            ("g", "Paris"),
            ("h", "Rome"),
            ("i", "Oslo"),
            ("j", "Bern"),
            ("k", "Lima"),
            ("l", "Riga"),
        ];
        for item in items(&pairs, false) {
            let kind = Kind::of(&item.key_text());
            assert!(
                item.distractors().iter().all(|d| Kind::of(d) == kind),
                "{item:?}"
            );
            assert_eq!(item.distractors().len(), 5);
        }
    }

    #[test]
    fn few_pairs_are_typed_and_so_are_all_on_demand() {
        let few = items(&[("a", "x"), ("b", "y")], false);
        let all = items(&[("a", "1"), ("b", "2"), ("c", "3"), ("d", "4")], true);
        for item in few.iter().chain(&all) {
            assert_eq!(item.distractors(), [""; 0]);
        }
    }
}
