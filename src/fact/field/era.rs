//! When well-known persons were born, institutions founded and wars begun.

use std::collections::BTreeMap;
use std::sync::OnceLock;

const ERAS: &str = include_str!("../lists/eras.tsv");

/// The year of birth, foundation or beginning; negative before Christ.
pub fn of(name: &str) -> Option<i32> {
    static YEARS: OnceLock<BTreeMap<&'static str, i32>> = OnceLock::new();
    YEARS
        .get_or_init(|| {
            ERAS.lines()
                .filter_map(|line| line.split_once('\t'))
                .filter_map(|(name, year)| Some((name, year.parse().ok()?)))
                .collect()
        })
        .get(name)
        .copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_found_by_name() {
        assert_eq!(of("Niels Bohr"), Some(1885));
        assert_eq!(of("Nobody at All"), None);
    }
}
