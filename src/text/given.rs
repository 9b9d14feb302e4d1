//! Given names and their sex.

use std::cmp::Ordering;

/// Lines of "name letter", in order of their bytes.
static DATA: &str = include_str!("data/given-names.txt");

/// Whom a given name is given to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gender {
    /// Mostly to women.
    Female,
    /// Mostly to men.
    Male,
    /// To both.
    Either,
}

/// Whom a given name is given to, by the US census of 1990; `None` for what is
/// not on its lists. Of several words the first counts.
///
/// ```
/// use quizwright::text::{Gender, given_name};
/// assert_eq!(given_name("Pamela"), Some(Gender::Female));
/// assert_eq!(given_name("George Smith"), Some(Gender::Male));
/// assert_eq!(given_name("Zaphod"), None);
/// ```
pub fn given_name(name: &str) -> Option<Gender> {
    let first = name.split_whitespace().next()?.to_lowercase();
    match look_up(DATA, &first)? {
        "f" => Some(Gender::Female),
        "m" => Some(Gender::Male),
        _ => Some(Gender::Either),
    }
}

/// Binary search over lines, without an index.
fn look_up<'d>(data: &'d str, name: &str) -> Option<&'d str> {
    let bytes = data.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = bytes
            .get(..middle)?
            .iter()
            .rposition(|&byte| byte == b'\n')
            .map_or(0, |at| at + 1);
        let length = bytes.get(start..)?.iter().position(|&byte| byte == b'\n');
        let end = length.map_or(bytes.len(), |length| start + length);
        let (found, letter) = data.get(start..end)?.split_once(' ')?;
        match found.cmp(name) {
            Ordering::Equal => return Some(letter),
            Ordering::Less => low = end + 1,
            Ordering::Greater => high = start,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_found() {
        for line in DATA.lines() {
            let (name, letter) = line.split_once(' ').unwrap();
            assert_eq!(look_up(DATA, name), Some(letter), "{name}");
        }
        assert!(DATA.len() < 60_000);
    }

    #[test]
    fn names() {
        for (name, expected) in [
            ("Mary", Some(Gender::Female)),
            ("mary", Some(Gender::Female)),
            ("James", Some(Gender::Male)),
            ("Jim", Some(Gender::Male)),
            ("Robin", Some(Gender::Either)),
            ("Table", None),
            ("", None),
            ("\u{ffff}", None),
            ("!", None),
        ] {
            assert_eq!(given_name(name), expected, "{name}");
        }
    }
}
