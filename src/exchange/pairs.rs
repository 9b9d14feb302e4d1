//! Terms and definitions become questions.
//!
//! With enough different definitions the wrong answers are drawn from the other
//! definitions of the same file, of the same kind and about the same length, so
//! that they tempt; otherwise the answer is typed. The draw is the same every
//! time.

use super::Reading;
use crate::item::{Draft, KeyDraft};
use crate::text::fnv;
use crate::text::normal::{option_form, stem_form};

/// A term and its definition.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Pair<'a> {
    pub(super) line: usize,
    /// The question.
    pub(super) term: &'a str,
    /// The right answer.
    pub(super) definition: &'a str,
    /// Empty if there is none.
    pub(super) category: &'a str,
    /// With spaces between.
    pub(super) tags: &'a str,
}

/// Terms and definitions of a file, in one piece of memory: a file may have a
/// million of them, of a few letters each.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    texts: String,
    rows: Vec<Row>,
    /// What stands over the columns of terms and definitions: the question then
    /// says what goes with what.
    pub(super) heads: Option<(String, String)>,
}

/// Where the texts of a pair end; each begins where the one before ends.
#[derive(Debug)]
struct Row {
    line: u32,
    ends: [u32; 4],
}

impl Pairs {
    /// Adds a pair, unless there are more than memory is for.
    pub(super) fn push(&mut self, pair: &Pair<'_>, reading: &mut Reading) {
        let texts = [pair.term, pair.definition, pair.category, pair.tags];
        let length: usize = texts.iter().map(|text| text.len()).sum();
        if !reading.spend(OVERHEAD + length) {
            return;
        }
        let ends = texts.map(|text| {
            self.texts.push_str(text);
            number(self.texts.len())
        });
        let line = number(pair.line);
        self.rows.push(Row { line, ends });
    }

    fn get(&self, n: usize) -> Pair<'_> {
        let start = n.checked_sub(1).and_then(|before| self.rows.get(before));
        let mut start = start.map_or(0, |row| row.ends[3]);
        let Some(row) = self.rows.get(n) else {
            return Pair::default();
        };
        let [term, definition, category, tags] = row.ends.map(|end| {
            let span = start as usize..end as usize;
            start = end;
            self.texts.get(span).unwrap_or_default()
        });
        let line = row.line as usize;
        Pair {
            line,
            term,
            definition,
            category,
            tags,
        }
    }

    fn definition(&self, n: u32) -> &str {
        self.get(n as usize).definition
    }
}

/// What a pair takes besides its texts while the questions are made, in bytes.
const OVERHEAD: usize = 64;

/// A place in a file, which has at most 256 MiB.
fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// With fewer definitions than this the answer is typed.
const FEWEST: usize = 4;
/// So many wrong answers are drawn.
const DRAWN: usize = 5;
/// So many neighbours on either side are looked at.
const NEAR: usize = 20;

/// Adds the pairs as questions.
pub(super) fn add(pairs: &Pairs, reading: &mut Reading) {
    let all = 0..number(pairs.rows.len());
    // Texts are told apart by the hashes of their forms; two that share one by
    // accident are not offered against each other, which does no harm.
    let mut hashed: Vec<(u64, u32)> = all
        .clone()
        .map(|n| (fnv::hash(&option_form(pairs.definition(n))), n))
        .collect();
    hashed.sort_unstable();
    // The first pair with the same definition stands for it.
    let mut first_of: Vec<u32> = vec![0; hashed.len()];
    let mut different: Vec<(Kind, u32, u32)> = Vec::new();
    for same in hashed.chunk_by(|a, b| a.0 == b.0) {
        let Some(&(_, first)) = same.first() else {
            continue;
        };
        for &(_, n) in same {
            if let Some(place) = first_of.get_mut(n as usize) {
                *place = first;
            }
        }
        let text = pairs.definition(first);
        different.push((Kind::of(text), number(text.chars().count()), first));
    }
    let drawn = !reading.options.typed && different.len() >= FEWEST;
    different.sort_unstable_by(|a, b| {
        let texts = || pairs.definition(a.2).cmp(pairs.definition(b.2));
        (a.0, a.1).cmp(&(b.0, b.1)).then_with(texts)
    });
    different.shrink_to_fit();
    let mut places: Vec<u32> = vec![0; hashed.len()];
    for (place, &(.., first)) in different.iter().enumerate() {
        if let Some(of) = places.get_mut(first as usize) {
            *of = number(place);
        }
    }
    // All right answers of a term that has several: none of them is wrong for it.
    let mut right = hashed;
    right.clear();
    right.extend(all.map(|n| (term(pairs, n), n)));
    right.sort_unstable();
    let several: Vec<(u64, u32)> = right
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|same| same.len() > 1)
        .flatten()
        .map(|&(term, n)| (term, first_of.get(n as usize).copied().unwrap_or(n)))
        .collect();
    drop(right);
    if !pairs.rows.is_empty() {
        let how = if drawn {
            "terms and definitions: the wrong answers are drawn from the other definitions"
        } else {
            "terms and definitions: the answers are typed"
        };
        reading.changed(pairs.get(0).line, how);
    }
    for (n, &first) in (0..).zip(&first_of) {
        let pair = pairs.get(n as usize);
        let term = term(pairs, n);
        let from = several.partition_point(|&(other, _)| other < term);
        let same = several.iter().skip(from);
        let same = same
            .take_while(|&&(other, _)| other == term)
            .take(MOST_RIGHT);
        let is_right = |other| other == first || same.clone().any(|&(_, n)| n == other);
        let place = places
            .get(first as usize)
            .map_or(0, |&place| place as usize);
        let near = different
            .iter()
            .take(place + NEAR)
            .skip(place.saturating_sub(NEAR));
        let kind = Kind::of(pair.definition);
        let mut candidates: Vec<_> = near
            .filter(|&&(.., other)| drawn && !is_right(other))
            .map(|&(other, _, n)| {
                let text = pairs.definition(n);
                (other != kind, draw(pair.definition, text), text)
            })
            .collect();
        candidates.sort_unstable();
        let chosen = candidates.iter().take(DRAWN);
        let stem = match &pairs.heads {
            Some((left, right)) => format!("Which {right} goes with the {left} “{}”?", pair.term),
            None => pair.term.to_owned(),
        };
        let draft = Draft {
            stem,
            key: Some(KeyDraft::Text(pair.definition.to_owned())),
            distractors: chosen.map(|(_, _, text)| (*text).to_owned()).collect(),
            accepted: candidates.is_empty().then(Vec::new),
            category: Some(pair.category.to_owned()).filter(|name| !name.is_empty()),
            tags: pair.tags.split_whitespace().map(str::to_owned).collect(),
            ..Draft::default()
        };
        reading.add(pair.line, draft);
    }
}

/// So many right answers of one term are kept apart from the wrong ones.
const MOST_RIGHT: usize = 100;

/// The hash of a term's form.
fn term(pairs: &Pairs, n: u32) -> u64 {
    fnv::hash(&stem_form(pairs.get(n as usize).term))
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
        let mut all = Pairs::default();
        for &(term, definition) in pairs {
            let pair = Pair {
                line: 1,
                term,
                definition,
                ..Pair::default()
            };
            all.push(&pair, &mut reading);
        }
        add(&all, &mut reading);
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
