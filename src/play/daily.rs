//! The daily challenge: the same for everybody with the same bank.

use sha2::{Digest, Sha256};

use super::{Mode, Round, Rules, deal};
use crate::item::{Item, ItemId};

/// The version of everything that decides what a daily challenge asks. Whoever
/// changes the deal counts it up.
pub const DAILY_RULES: u32 = 1;

/// What tells banks apart: a hash over the sorted ids of the items, in sixteen
/// hexadecimal digits. Neither order, titles nor twins change it.
pub fn fingerprint(items: &[Item]) -> String {
    let mut ids: Vec<ItemId> = items.iter().map(Item::id).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut hasher = Sha256::new();
    for id in ids {
        hasher.update(id.bytes());
    }
    format!("{:016x}", first(&hasher))
}

/// The round of a date (`2026-11-23`, UTC): ten questions, or all if there are
/// fewer, with the clock and the points of a countdown.
pub fn daily(items: &[Item], date: &str) -> Round {
    let mut hasher = Sha256::new();
    for part in [date, &fingerprint(items), &DAILY_RULES.to_string()] {
        hasher.update(part);
        hasher.update([0]);
    }
    deal(items, &Rules::of(Mode::Countdown), first(&hasher))
}

/// The first eight bytes of a hash as a number.
fn first(hasher: &Sha256) -> u64 {
    let digest = hasher.clone().finalize();
    let mut bytes = [0; 8];
    bytes.copy_from_slice(digest.get(..8).unwrap_or(&[0; 8]));
    u64::from_be_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::item::Draft;

    fn items() -> Vec<Item> {
        (0..30)
            .map(|n| {
                let wrong = (0..5).map(|m| format!("wrong {m} of {n}"));
                Item::new(Draft::choice(
                    format!("Stem {n}?"),
                    format!("key {n}"),
                    wrong,
                ))
                .unwrap()
            })
            .collect()
    }

    #[test]
    fn the_daily_of_three_dates_is_the_same_on_every_machine() {
        let mut lines = vec![format!("bank {}", fingerprint(&items()))];
        for date in ["2026-11-23", "2026-11-24", "2028-02-29"] {
            lines.push(date.to_owned());
            let round = daily(&items(), date);
            lines.extend(round.questions.iter().take(round.length).map(|question| {
                format!("  {} {}", question.stem, question.form.options().join(", "))
            }));
        }
        insta::assert_snapshot!(lines.join("\n"));
    }

    #[test]
    fn neither_order_nor_twins_change_the_daily_but_another_bank_does() {
        let items = items();
        let mut other: Vec<Item> = items.iter().rev().cloned().collect();
        other.push(items[3].clone());
        assert_eq!(fingerprint(&items), fingerprint(&other));
        assert_eq!(daily(&items, "2026-11-23"), daily(&other, "2026-11-23"));
        let fewer = &items[1..];
        assert_ne!(fingerprint(&items), fingerprint(fewer));
        assert_ne!(daily(&items, "2026-11-23"), daily(&items, "2026-11-24"));
        assert_eq!(daily(&items[..4], "2026-11-23").length, 4);
    }
}
