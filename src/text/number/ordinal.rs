//! Ordinal numbers.

use super::cardinal::{SMALL, TENS, cardinal, number_word};

const IRREGULAR: [(&str, &str); 7] = [
    ("one", "first"),
    ("two", "second"),
    ("three", "third"),
    ("five", "fifth"),
    ("eight", "eighth"),
    ("nine", "ninth"),
    ("twelve", "twelfth"),
];

/// The number of an ordinal, in words or digits.
///
/// ```
/// use quizwright::text::number::ordinal;
/// assert_eq!(ordinal("third"), Some(3));
/// assert_eq!(ordinal("21st"), Some(21));
/// assert_eq!(ordinal("twenty-first"), Some(21));
/// assert_eq!(ordinal("three"), None);
/// ```
pub fn ordinal(text: &str) -> Option<u32> {
    let lower = text.trim().to_lowercase();
    if lower.starts_with(|c: char| c.is_ascii_digit()) {
        let digits = lower.trim_end_matches(|c: char| c.is_alphabetic());
        let number: u32 = digits.replace(',', "").parse().ok()?;
        return (ordinal_digits(number).replace(',', "") == lower.replace(',', ""))
            .then_some(number);
    }
    let at = lower.rfind([' ', '-']).map_or(0, |at| at + 1);
    let (before, last) = lower.split_at_checked(at)?;
    let word = IRREGULAR
        .iter()
        .find(|(_, ordinal)| *ordinal == last)
        .map(|(word, _)| (*word).to_owned())
        .or_else(|| Some(format!("{}y", last.strip_suffix("ieth")?)))
        .or_else(|| regular(last))?;
    let value = cardinal(&format!("{before}{word}")).or_else(|| {
        // "hundredth" alone is "a hundredth"
        before.is_empty().then(|| cardinal(&format!("a {word}")))?
    })?;
    // Only whole numbers have ordinals here.
    (0..=u32::MAX / 1000)
        .contains(&whole(value)?)
        .then(|| whole(value))?
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked to be whole and in range"
)]
fn whole(value: f64) -> Option<u32> {
    (value >= 0.0 && value <= f64::from(u32::MAX) && value.fract() == 0.0).then_some(value as u32)
}

/// "fourth" is "four" and "th".
fn regular(last: &str) -> Option<String> {
    let word = last.strip_suffix("th")?;
    let known = SMALL.contains(&word)
        || TENS.contains(&word)
        || ["hundred", "thousand", "million", "billion"].contains(&word);
    let irregular = IRREGULAR.iter().any(|(cardinal, _)| *cardinal == word);
    (known && !irregular && !word.is_empty()).then(|| word.to_owned())
}

/// An ordinal in words.
///
/// ```
/// use quizwright::text::number::ordinal_word;
/// assert_eq!(ordinal_word(3), "third");
/// assert_eq!(ordinal_word(20), "twentieth");
/// ```
pub fn ordinal_word(number: u32) -> String {
    let word = number_word(u64::from(number));
    let at = word.rfind([' ', '-']).map_or(0, |at| at + 1);
    let Some((before, last)) = word.split_at_checked(at) else {
        return word;
    };
    let ordinal = IRREGULAR
        .iter()
        .find(|(cardinal, _)| *cardinal == last)
        .map(|(_, ordinal)| (*ordinal).to_owned())
        .or_else(|| Some(format!("{}ieth", last.strip_suffix('y')?)))
        .unwrap_or_else(|| format!("{last}th"));
    format!("{before}{ordinal}")
}

/// An ordinal in digits: `3rd`, `11th`, `21st`.
pub fn ordinal_digits(number: u32) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways() {
        for number in (0..1200).chain([10_000, 1_000_000]) {
            let (word, digits) = (ordinal_word(number), ordinal_digits(number));
            assert_eq!(ordinal(&word), Some(number), "{word}");
            assert_eq!(ordinal(&digits), Some(number), "{digits}");
        }
        assert_eq!(ordinal_word(112), "one hundred and twelfth");
        assert_eq!(ordinal("hundredth"), Some(100));
        assert_eq!(ordinal("1,000th"), Some(1000));
    }

    #[test]
    fn no_ordinals() {
        for text in [
            "", "three", "3", "3th", "1nd", "north", "th", "moth", "fiveth", "é", "-",
        ] {
            assert_eq!(ordinal(text), None, "{text}");
        }
    }
}
