//! What is better otherwise in a set of items: the item-writing rules for each,
//! and the rules that need to see them all.

use std::collections::{BTreeMap, VecDeque};

use crate::item::flaw::{self, Severity};
use crate::item::{Interaction, Item, Part};
use crate::text::fnv;
use crate::text::normal::{option_form, stem_form};

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

/// What was found beyond what is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// How many findings.
    pub all: usize,
    /// How many of them are errors.
    pub errors: usize,
}

/// Findings up to a number; the others are counted.
struct Findings {
    kept: Vec<Finding>,
    most: usize,
    left: Left,
}

impl Findings {
    fn push(&mut self, severity: Severity, finding: impl FnOnce() -> Finding) {
        if self.kept.len() < self.most {
            self.kept.push(finding());
        } else {
            self.left.all += 1;
            self.left.errors += usize::from(severity == Severity::Error);
        }
    }
}

/// What the rules find, in the order of the items, at most so many: those that
/// need all items first. What is beyond is counted.
pub fn lint(items: &[Item], most: usize) -> (Vec<Finding>, Left) {
    let mut found = Findings {
        kept: Vec::new(),
        most,
        left: Left::default(),
    };
    let same = same_items(items, &mut found);
    alike_items(items, &same, &mut found);
    categories(items, &mut found);
    for (n, item) in items.iter().enumerate() {
        for flaw in flaw::find(item) {
            found.push(flaw.severity, || Finding {
                item: n,
                field: Field::Part(flaw.part),
                severity: flaw.severity,
                rule: flaw.rule,
                message: flaw.message,
                hint: flaw.hint.to_owned(),
                other: None,
            });
        }
    }
    found.kept.sort_by_key(|finding| finding.item);
    (found.kept, found.left)
}

/// Numbers of items in groups of one hash, each group in order: takes less memory
/// than maps of texts. That two texts share a hash by accident does not happen.
fn groups(hashes: impl Iterator<Item = (u64, u32)>) -> Vec<(u64, u32)> {
    let mut groups: Vec<_> = hashes.collect();
    groups.sort_unstable();
    groups
}

/// The numbers of the items, for [`groups`].
fn numbered(items: &[Item]) -> impl Iterator<Item = (u32, &Item)> {
    (0..).zip(items)
}

/// Items that are the same question with the same answer, and stems that have
/// two different answers. Returns the former, sorted.
fn same_items(items: &[Item], found: &mut Findings) -> Vec<u32> {
    let hashes = numbered(items).map(|(n, item)| (u64::from_be_bytes(item.id().bytes()), n));
    let mut same = Vec::new();
    for twins in groups(hashes).chunk_by(|a, b| a.0 == b.0) {
        let [(_, first), others @ ..] = twins else {
            continue;
        };
        for &(_, n) in others {
            same.push(n);
            found.push(Severity::Error, || Finding {
                item: n as usize,
                field: Field::Part(Part::Stem),
                severity: Severity::Error,
                rule: "duplicate-item",
                message: "this question with this answer is in the bank already".to_owned(),
                hint: "keep one of the two; distractors can be joined".to_owned(),
                other: Some(*first as usize),
            });
        }
    }
    same.sort_unstable();
    let stems = numbered(items)
        .filter(|(n, _)| same.binary_search(n).is_err())
        .map(|(n, item)| (fnv::hash(&stem_form(item.stem())), n));
    for twins in groups(stems).chunk_by(|a, b| a.0 == b.0) {
        let [(_, first), others @ ..] = twins else {
            continue;
        };
        let first = *first as usize;
        for &(_, n) in others {
            found.push(Severity::Warning, || {
                let answer = items.get(first).map(Item::key_text).unwrap_or_default();
                Finding {
                    item: n as usize,
                    field: Field::Part(Part::Stem),
                    severity: Severity::Warning,
                    rule: "two-answers",
                    message: format!("the same question has another answer elsewhere: {answer:?}"),
                    hint: "ask more precisely, or correct the wrong one".to_owned(),
                    other: Some(first),
                }
            });
        }
    }
    same
}

/// Stems share at least so many of their words (Jaccard index, in percent).
const ALIKE: usize = 80;
/// A group of items with one answer is small, save for answers like "no"; there
/// only so many before are looked at.
const LOOKED_BACK: usize = 24;

/// Items with the same answer whose stems share nearly all their words.
fn alike_items(items: &[Item], same: &[u32], found: &mut Findings) {
    // Nearly every statement has the same words as some other.
    let keys = numbered(items)
        .filter(|(n, item)| {
            let truth = matches!(item.interaction(), Interaction::TrueFalse { .. });
            !truth && same.binary_search(n).is_err()
        })
        .map(|(n, item)| (fnv::hash(&option_form(&item.key_text())), n));
    for group in groups(keys).chunk_by(|a, b| a.0 == b.0) {
        let mut before: VecDeque<(u32, Words)> = VecDeque::new();
        for &(_, n) in group.iter().filter(|_| group.len() > 1) {
            let Some(item) = items.get(n as usize) else {
                continue;
            };
            let mine = words(item.stem());
            let twin = before.iter().rev().find(|(_, theirs)| alike(&mine, theirs));
            if let Some(&(first, _)) = twin {
                found.push(Severity::Warning, || Finding {
                    item: n as usize,
                    field: Field::Part(Part::Stem),
                    severity: Severity::Warning,
                    rule: "near-duplicate",
                    message: "another question with this answer is nearly the same".to_owned(),
                    hint: "keep the better one".to_owned(),
                    other: Some(first as usize),
                });
            }
            before.push_back((n, mine));
            if before.len() > LOOKED_BACK {
                before.pop_front();
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
    // Numbers tell questions apart however few they are; and what differs too much
    // in length need not be compared.
    let (shorter, longer) = (
        a.words.len().min(b.words.len()),
        a.words.len().max(b.words.len()),
    );
    if a.numbers != b.numbers || shorter * 100 < longer * ALIKE {
        return false;
    }
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
    both * 100 >= either * ALIKE
}

/// A longer category is no slip of another one.
const LONGEST: usize = 60;

/// Categories that are another one, misspelt.
fn categories(items: &[Item], found: &mut Findings) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for category in items.iter().filter_map(Item::category) {
        *counts.entry(category).or_default() += 1;
    }
    let counts: Vec<(&str, usize)> = counts
        .into_iter()
        .filter(|(category, _)| category.chars().count() <= LONGEST)
        .collect();
    // Of those that differ in case and signs alone, the one that is used most.
    let mut usual: BTreeMap<String, (usize, &str)> = BTreeMap::new();
    // Of those that are used often, what is left when a letter is left out: two
    // that are one slip apart have one of these in common.
    let mut shortened: BTreeMap<u64, Vec<(usize, &str)>> = BTreeMap::new();
    for &(category, count) in &counts {
        let best = usual.entry(loose(category)).or_default();
        *best = (*best).max((count, category));
        if count >= RARE {
            for short in shorter(category) {
                shortened.entry(short).or_default().push((count, category));
            }
        }
    }
    let mut meant: BTreeMap<&str, &str> = BTreeMap::new();
    for &(category, count) in &counts {
        let equal = usual.get(&loose(category)).map(|&(_, other)| other);
        let equal = equal.filter(|&other| other != category);
        // A slip happens once or twice, beside a category that is used more.
        let rare = count < RARE && category.chars().count() >= 5;
        let close = || {
            shorter(category)
                .iter()
                .filter_map(|short| shortened.get(short))
                .flat_map(|others| others.iter().take(LOOKED_BACK))
                .filter(|(n, other)| *n >= RARE * count && one_slip(category, other))
                .max()
                .map(|&(_, other)| other)
        };
        if let Some(other) = equal.or_else(|| close().filter(|_| rare)) {
            meant.insert(category, other);
        }
    }
    for (n, item) in items.iter().enumerate() {
        if let Some((category, other)) = item.category().and_then(|c| Some((c, meant.get(c)?))) {
            found.push(Severity::Warning, || Finding {
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

/// A category that is used less may be a slip of one that is used this many times
/// as often.
const RARE: usize = 3;

/// The hashes of a category in small letters, and of what is left when one of its
/// letters is left out.
fn shorter(category: &str) -> Vec<u64> {
    let lower = category.to_lowercase();
    let without = lower.char_indices().map(|(at, letter)| {
        let (before, after) = lower.split_at_checked(at).unwrap_or((&lower, ""));
        let after = after.strip_prefix(letter).unwrap_or(after);
        fnv::hash(&[before, after].concat())
    });
    std::iter::once(fnv::hash(&lower)).chain(without).collect()
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
        let (found, _) = lint(items, usize::MAX);
        let found: Vec<_> = found
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
    fn what_is_beyond_the_most_is_counted() {
        let items = vec![item("Who wrote Emma?", "Jane Austen", ""); 5];
        let (all, none) = lint(&items, usize::MAX);
        let (some, left) = lint(&items, 3);
        assert_eq!((some.len(), none), (3, Left::default()));
        assert_eq!(some.len() + left.all, all.len());
        assert_eq!(left.errors, 1);
    }

    #[test]
    fn swapped_missing_and_wrong_letters_are_slips() {
        for slip in ["Castnig", "Casing", "Castingg", "Carting"] {
            let mut items: Vec<_> = (0..6)
                .map(|n| item(&format!("Question {n}?"), &format!("answer {n}"), "Casting"))
                .collect();
            items.push(item("Another one?", "ant", slip));
            check(&items, &["6 category-spelling write \"Casting\""]);
        }
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
