//! The deal: from items, rules and a seed to a round. The only place where
//! chance is used.
//!
//! The draws are `u32` values of `ChaCha8`, turned into places by our own
//! rejection sampling and Fisher-Yates shuffle, so that the same seed deals
//! the same round on every machine and in every later version.

use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};

use super::round::{Form, Question, Round};
use super::{Rules, lenient};
use crate::item::{Interaction, Item, Source};
use crate::text::normal::{option_form, same_option};

/// How many distractors stand beside the key.
const DISTRACTORS: usize = 3;

/// Lays a round out. It depends on the set of items, the rules and the seed,
/// not on the order of the items. No question repeats until the bag is empty.
pub fn deal(items: &[Item], rules: &Rules, seed: u64) -> Round {
    let mut chance = Chance::new(seed);
    // Sorted by identity: neither the order in a file nor a twin changes the deal.
    let mut bag: Vec<&Item> = items.iter().filter(|item| fits(item, rules)).collect();
    bag.sort_by_key(|item| item.id());
    bag.dedup_by_key(|item| item.id());
    let length = length(bag.len(), rules);
    let spares = if rules.mode.plays_the_whole_bag() {
        0
    } else {
        length.min(Rules::USUAL_COUNT) + rules.seats()
    };
    let mut drawn: Vec<&Item> = Vec::with_capacity(length + spares);
    while drawn.len() < length && !bag.is_empty() {
        chance.shuffle(&mut bag);
        // The last of the old bag is not the first of the new one.
        if bag.len() > 1 && drawn.last().map(|i| i.id()) == bag.first().map(|i| i.id()) {
            bag.rotate_left(1);
        }
        let room = (length + spares).saturating_sub(drawn.len());
        drawn.extend(bag.iter().take(room));
    }
    share_fairly(&mut drawn, length, rules.seats(), &mut chance);
    Round {
        rules: rules.clone(),
        seed,
        questions: drawn
            .into_iter()
            .map(|item| lay_out(item, rules, &mut chance))
            .collect(),
        length,
    }
}

/// Whether the filters let an item through.
fn fits(item: &Item, rules: &Rules) -> bool {
    let in_category = rules.categories.is_empty()
        || item
            .category()
            .is_some_and(|category| rules.categories.iter().any(|c| same_option(c, category)));
    let difficult = rules.difficulties.is_empty()
        || item
            .difficulty()
            .is_some_and(|d| rules.difficulties.contains(&d));
    in_category && difficult
}

/// How many questions are asked when `bag` items are there.
fn length(bag: usize, rules: &Rules) -> usize {
    if bag == 0 || rules.mode.plays_the_whole_bag() {
        return rules.count.map_or(bag, |count| count.max(1).min(bag));
    }
    let seats = rules.seats();
    let wanted = rules.count.unwrap_or(Rules::USUAL_COUNT.min(bag)).max(1);
    // Everybody gets the same number: a begun turn is played to its end,
    // unless that would empty the bag.
    let whole = wanted.div_ceil(seats) * seats;
    if whole <= bag || wanted > bag || wanted < seats {
        whole
    } else {
        wanted / seats * seats
    }
}

/// Orders the questions to be asked so that the players of one turn get
/// questions of one difficulty as far as there are enough.
fn share_fairly(drawn: &mut [&Item], length: usize, seats: usize, chance: &mut Chance) {
    let Some(asked) = drawn.get_mut(..length.min(drawn.len())) else {
        return;
    };
    if seats < 2 {
        return;
    }
    asked.sort_by_key(|item| item.difficulty());
    let mut turns: Vec<Vec<&Item>> = asked.chunks(seats).map(<[&Item]>::to_vec).collect();
    for turn in &mut turns {
        chance.shuffle(turn);
    }
    chance.shuffle(&mut turns);
    for (place, item) in asked.iter_mut().zip(turns.into_iter().flatten()) {
        *place = item;
    }
}

/// Lays one question out.
fn lay_out(item: &Item, rules: &Rules, chance: &mut Chance) -> Question {
    Question {
        id: item.id(),
        stem: item.stem().to_owned(),
        form: form(item, rules, chance),
        category: item.category().map(str::to_owned),
        difficulty: item.difficulty(),
        explanation: item.explanation().map(str::to_owned),
        hint: hint(item),
        source: item.source(),
    }
}

fn form(item: &Item, rules: &Rules, chance: &mut Chance) -> Form {
    match item.interaction() {
        Interaction::Choice { key, distractors } if rules.typed && can_be_typed(item) => {
            Form::Entry {
                key: key.to_owned(),
                accepted: Vec::new(),
                rejected: distractors.into_iter().map(str::to_owned).collect(),
            }
        }
        Interaction::Choice { key, distractors } => {
            let (options, right) = options(&[key], &distractors, DISTRACTORS, chance);
            let right = right.first().copied().unwrap_or(0);
            let mut victims: Vec<usize> = (0..options.len()).filter(|&n| n != right).collect();
            chance.shuffle(&mut victims);
            victims.truncate(options.len().saturating_sub(2));
            victims.sort_unstable();
            Form::Choice {
                options,
                right,
                victims,
            }
        }
        Interaction::TrueFalse { key } => Form::Choice {
            options: vec!["True".to_owned(), "False".to_owned()],
            right: usize::from(!key),
            victims: Vec::new(),
        },
        Interaction::Entry { key, accepted } => Form::Entry {
            key: key.to_owned(),
            accepted: accepted.into_iter().map(str::to_owned).collect(),
            rejected: Vec::new(),
        },
        Interaction::Several { keys, distractors } => {
            let wrong = DISTRACTORS.max(keys.len());
            let (options, right) = options(&keys, &distractors, wrong, chance);
            Form::Several { options, right }
        }
    }
}

/// Draws the wrong options, shuffles all, and says where the right ones are.
fn options(
    keys: &[&str],
    distractors: &[&str],
    wrong: usize,
    chance: &mut Chance,
) -> (Vec<String>, Vec<usize>) {
    let mut pool: Vec<(&str, bool)> = distractors.iter().map(|&text| (text, false)).collect();
    let keys = keys.iter().map(|&text| (text, true));
    let pinned = keys
        .clone()
        .chain(pool.iter().copied())
        .any(|(text, _)| speaks_of_the_others(text));
    if !pinned {
        chance.shuffle(&mut pool);
        pool.truncate(wrong);
    }
    let mut all: Vec<(&str, bool)> = keys.chain(pool).collect();
    chance.shuffle(&mut all);
    // A stable sort: those that speak of the others come last.
    all.sort_by_key(|(text, _)| speaks_of_the_others(text));
    let right = (0..all.len())
        .filter(|&n| all.get(n).is_some_and(|&(_, right)| right))
        .collect();
    (
        all.into_iter().map(|(text, _)| text.to_owned()).collect(),
        right,
    )
}

/// Whether an option is of the "all of the above" kind.
fn speaks_of_the_others(option: &str) -> bool {
    let form = option_form(option);
    let form = form.trim_end_matches('.');
    let starts = |words: &[&str]| {
        words.iter().any(|word| {
            form.strip_prefix(word)
                .is_some_and(|rest| rest.starts_with(' '))
        })
    };
    let ends = |words: &[&str]| {
        words.iter().any(|word| {
            form.strip_suffix(word)
                .is_some_and(|rest| rest.ends_with(' '))
        })
    };
    let about = [
        "above", "these", "them", "those", "the rest", "others", "options", "answers", "choices",
    ];
    (starts(&["all", "none", "any", "both", "neither", "some", "two"]) && ends(&about))
        || matches!(form, "both" | "neither" | "none" | "all")
        || names_letters(form)
}

/// Whether an option is made of letters of other options: "both A and B".
fn names_letters(form: &str) -> bool {
    let mut letters = 0;
    for word in form.split([' ', ',']).filter(|word| !word.is_empty()) {
        match word {
            "a" | "b" | "c" | "d" | "e" => letters += 1,
            "and" | "or" | "nor" | "both" | "either" | "neither" | "only" | "&" => {}
            _ => return false,
        }
    }
    letters > 1
}

/// Whether the question makes sense without its options.
fn can_be_typed(item: &Item) -> bool {
    let stem = option_form(item.stem());
    let about_options = ["which of", "of these", "of the following", "the following"];
    !about_options.iter().any(|words| stem.contains(words))
        && !speaks_of_the_others(&item.key_text())
        && !item.distractors().iter().any(|d| speaks_of_the_others(d))
}

/// Help before the answer: the item's own, or its source with the key blanked.
fn hint(item: &Item) -> Option<String> {
    if let Some(hint) = item.hint() {
        return Some(hint.to_owned());
    }
    let source = item.source()?;
    let keys: Vec<&str> = match item.interaction() {
        Interaction::TrueFalse { .. } => return section(&source),
        Interaction::Choice { key, .. } | Interaction::Entry { key, .. } => vec![key],
        Interaction::Several { keys, .. } => keys,
    };
    source
        .quote
        .as_deref()
        .and_then(|quote| lenient::blank(quote, &keys))
        .or_else(|| section(&source))
}

/// Where to look, for a source whose sentence would say too much.
fn section(source: &Source) -> Option<String> {
    match (source.title.as_str(), &source.section) {
        ("", None) => None,
        ("", Some(section)) => Some(format!("It stands in “{section}”.")),
        (title, None) => Some(format!("It stands in “{title}”.")),
        (title, Some(section)) => Some(format!("It stands in “{title}”, section “{section}”.")),
    }
}

/// Draws from a seed.
struct Chance(ChaCha8Rng);

impl Chance {
    fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// A number below `bound`, each equally likely.
    fn below(&mut self, bound: u32) -> u32 {
        let bound = bound.max(1);
        // Draws above the last whole multiple of `bound` would favour small numbers.
        let last = u32::MAX - (u32::MAX % bound + 1) % bound;
        loop {
            let draw = self.0.next_u32();
            if draw <= last {
                return draw % bound;
            }
        }
    }

    /// Fisher-Yates, from the end.
    fn shuffle<T>(&mut self, list: &mut [T]) {
        for n in (1..list.len()).rev() {
            let bound = u32::try_from(n + 1).unwrap_or(u32::MAX);
            let other = usize::try_from(self.below(bound)).unwrap_or(0);
            list.swap(n, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::item::{Difficulty, Draft};
    use crate::play::Mode;

    fn items(n: usize) -> Vec<Item> {
        (0..n)
            .map(|n| {
                let wrong = (0..8).map(|m| format!("wrong {m} of {n}"));
                let mut draft = Draft::choice(format!("Stem {n}?"), format!("key {n}"), wrong);
                draft.category = Some(if n % 2 == 0 { "Even" } else { "Odd" }.to_owned());
                draft.difficulty = Difficulty::ALL.get(n % 3).copied();
                Item::new(draft).unwrap()
            })
            .collect()
    }

    fn item(draft: Draft) -> Item {
        Item::new(draft).unwrap()
    }

    fn stems(round: &Round) -> Vec<&str> {
        round.questions.iter().map(|q| q.stem.as_str()).collect()
    }

    /// Pearson's statistic of counts that should all be equal.
    fn chi_square(counts: &[u32]) -> f64 {
        let cells = f64::from(u32::try_from(counts.len()).unwrap());
        let expected = f64::from(counts.iter().sum::<u32>()) / cells;
        counts
            .iter()
            .map(|&n| (f64::from(n) - expected).powi(2) / expected)
            .sum()
    }

    #[test]
    fn the_key_is_as_often_in_every_position() {
        let items = items(1);
        let mut counts = [0; 4];
        let mut drawn = [0; 8];
        for seed in 0..10_000 {
            let round = deal(&items, &Rules::default(), seed);
            let Form::Choice { options, right, .. } = &round.questions[0].form else {
                panic!("a choice");
            };
            counts[*right] += 1;
            for (n, count) in drawn.iter_mut().enumerate() {
                *count += u32::from(options.contains(&format!("wrong {n} of 0")));
            }
        }
        // p > 0.01 with 3 and 7 degrees of freedom.
        assert!(chi_square(&counts) < 11.345, "{counts:?}");
        assert!(chi_square(&drawn) < 18.475, "{drawn:?}");
    }

    #[test]
    fn the_order_of_the_items_is_fair() {
        let items = items(10);
        let mut counts = [0; 10];
        for seed in 0..2_000 {
            let round = deal(&items, &Rules::default(), seed);
            let place = round.questions.iter().position(|q| q.stem == "Stem 3?");
            counts[place.unwrap()] += 1;
        }
        assert!(chi_square(&counts) < 21.666, "{counts:?}");
    }

    #[test]
    fn a_seed_deals_the_same_round_on_every_machine() {
        let rules = Rules {
            count: Some(4),
            ..Rules::default()
        };
        let round = deal(&items(12), &rules, 7);
        let shown: Vec<String> = round
            .questions
            .iter()
            .take(round.length)
            .map(|q| format!("{} {}", q.stem, q.form.options().join(", ")))
            .collect();
        insta::assert_snapshot!(shown.join("\n"));
    }

    #[test]
    fn neither_the_order_nor_twins_change_the_deal() {
        let items = items(12);
        let mut other: Vec<Item> = items.iter().rev().cloned().collect();
        other.extend(items.iter().take(3).cloned());
        let rules = Rules::default();
        assert_eq!(deal(&items, &rules, 5), deal(&other, &rules, 5));
        assert_ne!(deal(&items, &rules, 5), deal(&items, &rules, 6));
    }

    #[test]
    fn nothing_repeats_until_the_bag_is_empty() {
        let rules = Rules {
            count: Some(20),
            ..Rules::default()
        };
        for seed in 0..50 {
            let round = deal(&items(6), &rules, seed);
            assert_eq!(round.length, 20);
            let stems = stems(&round);
            for bag in stems.chunks(6) {
                let mut different = bag.to_vec();
                different.sort_unstable();
                different.dedup();
                assert_eq!(different.len(), bag.len(), "{stems:?}");
            }
            assert!(stems.windows(2).take(19).all(|w| w[0] != w[1]), "{stems:?}");
        }
    }

    #[test]
    fn ten_are_asked_or_all_if_there_are_fewer() {
        let usual = Rules::default();
        for (bag, rules, length) in [
            (60, usual.clone(), 10),
            (4, usual.clone(), 4),
            (0, usual, 0),
            (60, Rules::of(Mode::Blitz), 60),
            (60, Rules::of(Mode::Countdown), 10),
        ] {
            assert_eq!(deal(&items(bag), &rules, 1).length, length);
        }
    }

    #[test]
    fn categories_and_difficulties_filter() {
        let rules = Rules {
            categories: vec!["even".to_owned()],
            difficulties: vec![Difficulty::Easy],
            ..Rules::default()
        };
        let mut found = deal(&items(12), &rules, 1)
            .questions
            .iter()
            .map(|q| q.stem.clone())
            .collect::<Vec<_>>();
        found.sort();
        assert_eq!(found, ["Stem 0?", "Stem 6?"]);
    }

    #[test]
    fn an_option_about_the_others_shows_all_and_stands_last() {
        for key in [
            "All of the above",
            "none of these.",
            "Both of them",
            "A and C",
        ] {
            let draft = Draft::choice("Which?", key, ["w1", "w2", "w3", "w4", "w5"]);
            for seed in 0..20 {
                let round = deal(&[item(draft.clone())], &Rules::default(), seed);
                let options = round.questions[0].form.options();
                assert_eq!(options.len(), 6);
                assert_eq!(options[5], key);
                assert!(round.questions[0].form.is_right(5));
            }
        }
        for plain in ["All Saints", "None", "Both Sides Now", "Group A"] {
            assert_eq!(speaks_of_the_others(plain), plain == "None", "{plain}");
        }
    }

    #[test]
    fn fifty_fifty_leaves_the_key_and_one_other() {
        for (wrong, gone) in [(1, 0), (2, 1), (3, 2), (8, 2)] {
            let wrong = (0..wrong).map(|n| format!("w{n}"));
            let item = item(Draft::choice("Which?", "key", wrong));
            for seed in 0..20 {
                let round = deal(std::slice::from_ref(&item), &Rules::default(), seed);
                let Form::Choice { right, victims, .. } = &round.questions[0].form else {
                    panic!("a choice");
                };
                assert_eq!(victims.len(), gone);
                assert!(!victims.contains(right));
            }
        }
    }

    #[test]
    fn everybody_gets_the_same_number_and_turns_are_even() {
        for (bag, count, seats, length) in [
            (60, None, 3, 12),
            (60, Some(10), 4, 12),
            (10, Some(10), 3, 9),
            (2, None, 4, 4),
            (60, Some(1), 8, 8),
        ] {
            let rules = Rules {
                count,
                players: (0..seats).map(|n| format!("P{n}")).collect(),
                ..Rules::default()
            };
            let round = deal(&items(bag), &rules, 3);
            assert_eq!(round.length, length, "{bag} {count:?} {seats}");
            let turns = round.questions[..length].chunks(seats);
            let uneven = turns
                .filter(|turn| turn.iter().any(|q| q.difficulty != turn[0].difficulty))
                .count();
            assert!(uneven <= 2, "only where a difficulty runs out");
        }
    }

    #[test]
    fn the_whole_round_survives_storage() {
        let round = deal(&items(12), &Rules::of(Mode::Countdown), 9);
        let stored = serde_json::to_string(&round).unwrap();
        assert_eq!(serde_json::from_str::<Round>(&stored).unwrap(), round);
    }

    #[test]
    fn a_question_about_its_options_is_not_typed() {
        let rules = Rules {
            typed: true,
            ..Rules::default()
        };
        for (stem, typed) in [
            ("Who wrote Emma?", true),
            ("Which of these is a gas?", false),
        ] {
            let round = deal(&[item(Draft::choice(stem, "k", ["w"]))], &rules, 1);
            let form = &round.questions[0].form;
            assert_eq!(matches!(form, Form::Entry { .. }), typed, "{stem}");
        }
    }
}
