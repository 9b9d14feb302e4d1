//! Comparing a typed answer with the right one, leniently but not blindly.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use crate::text::number::{cardinal, ordinal};

/// How well a typed answer matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Match {
    /// The answer, give or take case, accents, punctuation, articles, `&`
    /// and number words.
    Exact,
    /// The answer with one or two typing errors.
    Close,
    /// Another answer.
    Different,
}

/// Compares what was typed with the key and the other accepted answers.
/// What is in `rejected`, or nearer to it, is another answer.
pub fn compare(typed: &str, key: &str, accepted: &[String], rejected: &[String]) -> Match {
    let typed = Folded::of(typed);
    if typed.squeezed.is_empty() {
        return Match::Different;
    }
    let right: Vec<Folded> = std::iter::once(key)
        .chain(accepted.iter().map(String::as_str))
        .map(Folded::of)
        .collect();
    if right.iter().any(|answer| answer.squeezed == typed.squeezed) {
        return Match::Exact;
    }
    let nearest = right
        .iter()
        .filter(|answer| answer.digits == typed.digits && answer.letters == typed.letters)
        .map(|answer| (answer.distance(&typed), answer.allowance()))
        .filter(|(distance, allowance)| distance <= allowance)
        .map(|(distance, _)| distance)
        .min();
    let nearest_wrong = rejected
        .iter()
        .map(|answer| Folded::of(answer).distance(&typed))
        .min();
    match nearest {
        Some(distance) if nearest_wrong.is_none_or(|wrong| distance < wrong) => Match::Close,
        _ => Match::Different,
    }
}

/// An answer without what does not count.
struct Folded {
    squeezed: String,
    /// Its digits: a wrong one is no typing error.
    digits: String,
    /// Its words of one letter: "Vitamin A" is not "Vitamin B".
    letters: Vec<String>,
}

impl Folded {
    fn of(text: &str) -> Self {
        let mut letters = words(text);
        let squeezed = letters.concat();
        letters.retain(|word| word.chars().count() == 1);
        Self {
            digits: squeezed.chars().filter(char::is_ascii_digit).collect(),
            squeezed,
            letters,
        }
    }

    fn distance(&self, other: &Self) -> usize {
        strsim::damerau_levenshtein(&self.squeezed, &other.squeezed)
    }

    /// How many typing errors a text of this length may have.
    fn allowance(&self) -> usize {
        match self.squeezed.chars().count() {
            0..=4 => 0,
            5..=8 => 1,
            _ => 2,
        }
    }
}

/// The words that count: folded, without articles, numbers as digits.
fn words(text: &str) -> Vec<String> {
    let clean = letters(text);
    let mut words: Vec<&str> = clean.split_whitespace().collect();
    if words.len() > 1 && matches!(words.first(), Some(&("a" | "an"))) {
        words.remove(0);
    }
    if words.iter().any(|&word| word != "the") {
        words.retain(|&word| word != "the");
    }
    numbers(&words)
}

/// Lower case without accents and punctuation; `&` is "and". Signs that tell
/// answers apart (`C#` and `C++`, `-5` and `5`, `3.5` and `35`) stay.
fn letters(text: &str) -> String {
    let plain: Vec<char> = text
        .nfkd()
        .filter(|&c| !is_combining_mark(c))
        .flat_map(char::to_lowercase)
        .collect();
    let digit_at = |n: Option<usize>| {
        n.and_then(|n| plain.get(n))
            .is_some_and(char::is_ascii_digit)
    };
    let mut out = String::with_capacity(text.len());
    for (n, &c) in plain.iter().enumerate() {
        let after_digit = digit_at(n.checked_sub(1));
        let before_digit = digit_at(Some(n + 1));
        match c {
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' | 'ð' => out.push('d'),
            'þ' => out.push_str("th"),
            'ı' => out.push('i'),
            '&' => out.push_str(" and "),
            '+' | '#' | '%' | '<' | '>' | '=' | '$' | '€' | '£' | '°' => out.push(c),
            '.' if after_digit && before_digit => out.push('.'),
            ',' if after_digit && before_digit => {}
            '-' | '−' | '\u{2010}' | '\u{2011}' if before_digit && !after_digit => {
                let joined = n
                    .checked_sub(1)
                    .and_then(|n| plain.get(n))
                    .is_some_and(|c| c.is_alphanumeric());
                out.push(if joined { ' ' } else { '-' });
            }
            '\'' | '’' | '‘' | '`' | 'ʼ' | '.' => {}
            c if c.is_alphanumeric() => out.push(c),
            _ => out.push(' '),
        }
    }
    out
}

/// The most words that one number takes.
const LONGEST_NUMBER: usize = 8;

/// Number words become digits: "two hundred and five" is 205, "ninth" is 9th.
fn numbers(words: &[&str]) -> Vec<String> {
    let mut out = Vec::with_capacity(words.len());
    let mut rest = words;
    while let Some((first, after)) = rest.split_first() {
        let longest = (1..=rest.len().min(LONGEST_NUMBER))
            .rev()
            .filter_map(|length| rest.split_at_checked(length))
            .find_map(|(words, after)| Some((digits(&words.join(" "))?, after)));
        let (word, after) = longest.unwrap_or_else(|| ((*first).to_owned(), after));
        out.push(word);
        rest = after;
    }
    out
}

/// The digits of a number that is written in words.
fn digits(words: &str) -> Option<String> {
    match cardinal(words) {
        Some(value) => Some(value.to_string()),
        None => ordinal(words).map(|value| format!("{value}th")),
    }
}

/// Words of a key that say nothing alone.
const STOP: [&str; 20] = [
    "a", "an", "and", "as", "at", "by", "for", "from", "he", "her", "his", "in", "is", "it", "of",
    "on", "or", "the", "to", "with",
];

/// The sentence with the keys blanked, `None` if none of them is in it.
pub(super) fn blank(sentence: &str, keys: &[&str]) -> Option<String> {
    let secret: Vec<String> = keys
        .iter()
        .flat_map(|key| words(key))
        .filter(|word| !STOP.contains(&word.as_str()))
        .collect();
    if secret.is_empty() {
        return None;
    }
    let mut out = String::with_capacity(sentence.len());
    let mut pending = String::new(); // what stands after a blank
    let mut blanked = false;
    for word in sentence.split_word_bounds() {
        let folded = words(word);
        let stem = folded.first().map(|w| w.strip_suffix('s').unwrap_or(w));
        let is_secret = folded.first().is_some_and(|word| {
            secret.contains(word)
                || word.chars().count() > 3
                    && stem.is_some_and(|stem| {
                        secret
                            .iter()
                            .any(|s| s.strip_suffix('s').unwrap_or(s) == stem)
                    })
        });
        if is_secret {
            // Two blanks with nothing but spaces between them are one.
            if !(blanked && out.ends_with('_') && pending.trim().is_empty()) {
                out.push_str(&pending);
                out.push_str("____");
            }
            pending.clear();
            blanked = true;
        } else {
            pending.push_str(word);
            if !word.trim().is_empty() {
                out.push_str(&pending);
                pending.clear();
            }
        }
    }
    out.push_str(&pending);
    blanked.then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, key: &str, expect: Match) {
        assert_eq!(compare(typed, key, &[], &[]), expect, "{typed} / {key}");
    }

    #[test]
    fn case_accents_punctuation_articles_and_number_words_do_not_count() {
        for (typed, key) in [
            ("rene descartes", "René Descartes"),
            ("the office", "The Office"),
            ("office", "The Office"),
            ("Salt and Pepper", "Salt & Pepper"),
            ("jrr tolkien", "J. R. R. Tolkien"),
            ("21", "twenty-one"),
            ("two hundred and five", "205"),
            ("6240", "6,240"),
            ("3 million", "three million"),
            ("99999999999999999 million", "99999999999999999 million"),
            ("ninth", "9th"),
            ("OBrien", "O’Brien"),
            ("strasse", "Straße"),
            ("a", "A"),
            ("the", "The"),
        ] {
            check(typed, key, Match::Exact);
        }
    }

    #[test]
    fn signs_and_numbers_tell_answers_apart() {
        for (typed, key) in [
            ("C++", "C#"),
            ("5", "-5"),
            ("35", "3.5"),
            ("1985", "1986"),
            ("vitamin", "Vitamin A"),
            ("", "x"),
            ("...", "x"),
            ("two and three", "5"),
        ] {
            check(typed, key, Match::Different);
        }
    }

    #[test]
    fn typing_errors_are_forgiven_by_length() {
        for (typed, key, expect) in [
            ("Jom", "Jim", Match::Different),
            ("Karne", "Karen", Match::Close),
            ("Kaern", "Keran", Match::Different),
            ("Filipelli", "Filippelli", Match::Close),
            ("Fillippeli", "Filippelli", Match::Close),
            ("Filxxxelli", "Filippelli", Match::Different),
        ] {
            check(typed, key, expect);
        }
    }

    #[test]
    fn another_option_is_never_a_typing_error() {
        let rejected = ["Austria".to_owned()];
        for (typed, expect) in [
            ("Austria", Match::Different),
            ("Austrai", Match::Different),
            ("Australa", Match::Close),
        ] {
            assert_eq!(
                compare(typed, "Australia", &[], &rejected),
                expect,
                "{typed}"
            );
        }
    }

    #[test]
    fn the_hint_blanks_every_word_of_the_key() {
        for (sentence, key, expect) in [
            (
                "Jim dated Karen Filippelli before Karen's move.",
                "Karen Filippelli",
                "Jim dated ____ before ____ move.",
            ),
            ("It ran for nine seasons.", "9", "It ran for ____ seasons."),
            ("He lives in Scranton.", "the Scranton", "He lives in ____."),
        ] {
            assert_eq!(blank(sentence, &[key]).as_deref(), Some(expect));
        }
        assert_eq!(blank("He sells paper.", &["Karen"]), None);
        assert_eq!(blank("He is of the house.", &["of the"]), None);
    }
}
