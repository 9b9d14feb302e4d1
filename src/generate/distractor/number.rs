//! Wrong numbers: years, dates, seasons and counts near the key.

use std::collections::BTreeSet;

use super::super::question::Question;
use crate::fact::Document;
use crate::fact::value::{grouped, years_in};
use crate::text::number::{self, Date};

/// Years at human distances, the article's own first; never in the future
/// of the article and not bound to the same verb.
pub(super) fn years(document: &Document<'_>, question: &Question, key: i32) -> Vec<String> {
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
    let shift = i32::try_from(super::super::mix(&question.stem, "years") % 3).unwrap_or(0);
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
pub(super) fn counts(document: &Document<'_>, question: &Question, key: u32) -> Vec<String> {
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
    let turn = usize::try_from(super::super::mix(&question.stem, "counts") % 3).unwrap_or(0);
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
pub(super) fn dates(key: Date, wording: &str) -> Vec<String> {
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

pub(super) fn seasons(document: &Document<'_>, question: &Question, key: u32) -> Vec<String> {
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
