//! What is better otherwise in a set of items: the item-writing rules for each,
//! and the rules that need to see them all.

use std::collections::{BTreeMap, BTreeSet};

use crate::item::flaw::{self, Severity};
use crate::item::{Item, ItemId, Part};
use crate::text::normal::{option_form, stem_form};
use crate::text::{fnv, guess};

/// Something found in a set of items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The item, by its position.
    pub item: usize,
    /// Where in the item.
    pub field: Field,
    /// How bad it is.
    pub severity: Severity,
    /// The rule's name, in kebab case.
    pub rule: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// The other item that the message is about, by its position.
    pub other: Option<usize>,
}

/// The field of an item that a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// A part that the answer depends on.
    Part(Part),
    /// The category.
    Category,
}

/// Everything the rules find, in the order of the items.
pub fn lint(items: &[Item]) -> Vec<Finding> {
    let mut found: Vec<Finding> = items
        .iter()
        .enumerate()
        .flat_map(|(n, item)| flaw::find(item).into_iter().map(move |flaw| (n, flaw)))
        .map(|(item, flaw)| Finding {
            item,
            field: Field::Part(flaw.part),
            severity: flaw.severity,
            rule: flaw.rule,
            message: flaw.message,
            hint: flaw.hint.to_owned(),
            other: None,
        })
        .collect();
    let same = same_items(items, &mut found);
    alike_items(items, &same, &mut found);
    categories(items, &mut found);
    found.sort_by_key(|f| f.item);
    found
}

/// Items that are the same question with the same answer, and stems that have
/// two different answers. Returns the positions of the former.
fn same_items(items: &[Item], found: &mut Vec<Finding>) -> BTreeSet<usize> {
    let mut ids: BTreeMap<ItemId, usize> = BTreeMap::new();
    let mut stems: BTreeMap<String, usize> = BTreeMap::new();
    let mut same = BTreeSet::new();
    for (n, item) in items.iter().enumerate() {
        if let Some(&first) = ids.get(&item.id()) {
            same.insert(n);
            found.push(Finding {
                item: n,
                field: Field::Part(Part::Stem),
                severity: Severity::Error,
                rule: "duplicate-item",
                message: "this question with this answer is in the bank already".to_owned(),
                hint: "keep one of the two; distractors can be joined".to_owned(),
                other: Some(first),
            });
            continue;
        }
        ids.insert(item.id(), n);
        if let Some(&first) = stems.get(&stem_form(item.stem())) {
            let answer = items.get(first).map(Item::key_text).unwrap_or_default();
            found.push(Finding {
                item: n,
                field: Field::Part(Part::Stem),
                severity: Severity::Warning,
                rule: "two-answers",
                message: format!("the same question has another answer elsewhere: {answer:?}"),
                hint: "ask more precisely, or correct the wrong one".to_owned(),
                other: Some(first),
            });
        } else {
            stems.insert(stem_form(item.stem()), n);
        }
    }
    same
}

/// Stems share at least so many of their words (Jaccard index, in percent).
const ALIKE: usize = 80;

/// Items with the same answer whose stems share nearly all their words.
fn alike_items(items: &[Item], same: &BTreeSet<usize>, found: &mut Vec<Finding>) {
    let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (n, item) in items.iter().enumerate() {
        let key = item.key_text();
        // Nearly every statement has the same words as some other.
        if !same.contains(&n) && key != "True" && key != "False" {
            by_key.entry(option_form(&key)).or_default().push(n);
        }
    }
    for group in by_key.values().filter(|group| group.len() > 1) {
        let words: Vec<Words> = group
            .iter()
            .filter_map(|&n| items.get(n))
            .map(|item| words(item.stem()))
            .collect();
        for (later, (n, mine)) in group.iter().zip(&words).enumerate() {
            // A group is small, save for answers like "no"; there only a
            // few before are looked at.
            let from = later.saturating_sub(24);
            let before = group.iter().zip(&words).take(later).skip(from);
            let twin = before.rev().find(|(_, theirs)| alike(mine, theirs));
            if let Some((&first, _)) = twin {
                found.push(Finding {
                    item: *n,
                    field: Field::Part(Part::Stem),
                    severity: Severity::Warning,
                    rule: "near-duplicate",
                    message: "another question with this answer is nearly the same".to_owned(),
                    hint: "keep the better one".to_owned(),
                    other: Some(first),
                });
            }
        }
    }
}

/// The words of a stem as sorted numbers, quick to compare; numbers in the text
/// stand apart.
struct Words {
    words: Vec<u64>,
    numbers: Vec<u64>,
}

fn words(stem: &str) -> Words {
    let form = stem_form(stem);
    let all = || {
        form.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
    };
    let sorted = |words: &mut dyn Iterator<Item = &str>| {
        let mut words: Vec<u64> = words.map(fnv::hash).collect();
        words.sort_unstable();
        words.dedup();
        words
    };
    Words {
        words: sorted(&mut all()),
        numbers: sorted(&mut all().filter(|word| word.chars().any(char::is_numeric))),
    }
}

fn alike(a: &Words, b: &Words) -> bool {
    let (mut x, mut y, mut both) = (a.words.iter().peekable(), b.words.iter().peekable(), 0);
    while let (Some(left), Some(right)) = (x.peek(), y.peek()) {
        let order = left.cmp(right);
        both += usize::from(order.is_eq());
        if order.is_le() {
            x.next();
        }
        if order.is_ge() {
            y.next();
        }
    }
    let either = a.words.len() + b.words.len() - both;
    // Numbers tell questions apart however few they are.
    both * 100 >= either * ALIKE && a.numbers == b.numbers
}

/// Categories that are another one, misspelt.
fn categories(items: &[Item], found: &mut Vec<Finding>) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for category in items.iter().filter_map(Item::category) {
        *counts.entry(category).or_default() += 1;
    }
    let mut meant: BTreeMap<&str, &str> = BTreeMap::new();
    for (&category, &count) in &counts {
        let plain = loose(category);
        let others = || {
            counts
                .iter()
                .filter(move |&(&other, &n)| other != category && (n, other) > (count, category))
        };
        let equal = others().find(|(other, _)| loose(other) == plain);
        // A slip happens once or twice, beside a category that is used more.
        let rare = |n: usize| count <= 2 && n >= 3 * count && category.chars().count() >= 5;
        let close = || {
            let likely = others().filter(|&(_, &n)| rare(n)).map(|(&other, _)| other);
            guess::closest(category, likely).filter(|other| one_slip(category, other))
        };
        if let Some(other) = equal.map(|(&other, _)| other).or_else(close) {
            meant.insert(category, other);
        }
    }
    for (n, item) in items.iter().enumerate() {
        if let Some((category, other)) = item.category().and_then(|c| Some((c, meant.get(c)?))) {
            found.push(Finding {
                item: n,
                field: Field::Category,
                severity: Severity::Warning,
                rule: "category-spelling",
                message: format!("the category {category:?} is spelt {other:?} elsewhere"),
                hint: format!("write {other:?}"),
                other: None,
            });
        }
    }
}

/// A category without what people write differently each time.
fn loose(category: &str) -> String {
    category
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// One letter wrong, missing, too many, or two swapped; digits count as meant.
fn one_slip(a: &str, b: &str) -> bool {
    let digits = |text: &str| {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    strsim::damerau_levenshtein(&a.to_lowercase(), &b.to_lowercase()) <= 1 && digits(a) == digits(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::item::Draft;

    fn item(stem: &str, key: &str, category: &str) -> Item {
        let draft = Draft {
            category: (!category.is_empty()).then(|| category.to_owned()),
            ..Draft::choice(stem, key, ["some other thing"])
        };
        Item::new(draft).unwrap()
    }

    /// The bank-wide findings as `item rule other`.
    fn check(items: &[Item], expect: &[&str]) {
        let rules = [
            "duplicate-item",
            "two-answers",
            "near-duplicate",
            "category-spelling",
        ];
        let found: Vec<_> = lint(items)
            .into_iter()
            .filter(|f| rules.contains(&f.rule))
            .map(|f| match f.other {
                Some(other) => format!("{} {} {other}", f.item, f.rule),
                None => format!("{} {} {}", f.item, f.rule, f.hint),
            })
            .collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn the_same_question_twice_is_found_whatever_its_case() {
        check(
            &[
                item("Who wrote Emma?", "Jane Austen", ""),
                item("Who wrote Ulysses?", "James Joyce", ""),
                item("who wrote EMMA", "Jane  Austen", ""),
            ],
            &["2 duplicate-item 0"],
        );
    }

    #[test]
    fn one_question_with_two_answers_is_found() {
        check(
            &[
                item("Who wrote Emma?", "Jane Austen", ""),
                item("Who wrote Emma?", "James Joyce", ""),
            ],
            &["1 two-answers 0"],
        );
    }

    #[test]
    fn nearly_the_same_words_with_the_same_answer_are_found() {
        check(
            &[
                item(
                    "Which novelist wrote the novel Emma in England?",
                    "Jane Austen",
                    "",
                ),
                item(
                    "Which novelist wrote the novel \"Emma\", in England?",
                    "Jane Austen",
                    "",
                ),
                item(
                    "Which novelist wrote the novel Persuasion?",
                    "Jane Austen",
                    "",
                ),
            ],
            &["1 near-duplicate 0"],
        );
    }

    #[test]
    fn another_number_is_another_question() {
        check(
            &[
                item(
                    "Who won the gold medal of the long race at the games of 1996?",
                    "Kenya",
                    "",
                ),
                item(
                    "Who won the gold medal of the long race at the games of 2000?",
                    "Kenya",
                    "",
                ),
            ],
            &[],
        );
    }

    #[test]
    fn a_rare_category_that_is_one_slip_off_is_found() {
        let mut items: Vec<_> = (0..6)
            .map(|n| item(&format!("Question {n}?"), &format!("answer {n}"), "Casting"))
            .collect();
        items.push(item("Another one?", "ant", "Castng"));
        items.push(item("Yet another?", "bee", "casting "));
        items.push(item("Something else?", "cat", "Fasting times"));
        check(
            &items,
            &[
                "6 category-spelling write \"Casting\"",
                "7 category-spelling write \"Casting\"",
            ],
        );
    }

    #[test]
    fn decades_are_not_misspellings_of_each_other() {
        let mut items: Vec<_> = (0..6)
            .map(|n| {
                item(
                    &format!("Question {n}?"),
                    &format!("answer {n}"),
                    "Music 1980s",
                )
            })
            .collect();
        items.push(item("Another one?", "ant", "Music 1990s"));
        check(&items, &[]);
    }
}
