//! [`Shape`]: what tagger and parser see of one word.

use super::Lookup;
use super::feature::text_hash;

/// What the features see of a word: hashes of the word, its ends, its outline,
/// and its lexicon entry.
#[derive(Debug, Clone)]
pub struct Shape {
    /// The word as written, numbers and quotation marks unified.
    pub word: u32,
    /// The same, lower-cased.
    pub lower: u32,
    /// Its last one, two, three and four letters.
    pub suffixes: [u32; 4],
    /// Its first letter and its first three.
    pub prefixes: [u32; 2],
    /// Capitals, small letters and digits, runs shortened.
    pub outline: u32,
    /// Bits: capital first, all capitals, hyphen inside, digit inside.
    pub flags: u32,
    /// The mask of categories the lexicon gives it.
    pub lexicon: u32,
    /// The number of the kind it names as a noun, 0 for none.
    pub kind: u32,
}

/// Numbers become one word, so do the kinds of quotation mark.
fn normal(word: &str) -> std::borrow::Cow<'_, str> {
    let number = word.bytes().any(|b| b.is_ascii_digit())
        && word
            .bytes()
            .all(|b| b.is_ascii_digit() || b == b',' || b == b'.');
    if number {
        let year = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
        return if year { "!YEAR" } else { "!DIGITS" }.into();
    }
    match word {
        "“" | "”" | "``" | "''" => "\"".into(),
        "‘" | "’" => "'".into(),
        _ if word.contains('’') => word.replace('’', "'").into(),
        _ => word.into(),
    }
}

impl Shape {
    /// Looks at one word.
    pub fn of(word: &str, lexicon: Lookup<'_>) -> Shape {
        let normal = normal(word);
        let lower = normal.to_lowercase();
        let starts: Vec<usize> = lower.char_indices().map(|(at, _)| at).collect();
        let suffix = |letters: u32| {
            starts
                .len()
                .checked_sub(letters as usize)
                .and_then(|index| starts.get(index))
                .and_then(|&at| lower.get(at..))
                .map_or(1, |end| text_hash(end) ^ letters)
        };
        let prefix = |letters: u32| {
            starts
                .get(letters as usize)
                .and_then(|&at| lower.get(..at))
                .map_or(1, |start| text_hash(start) ^ (letters << 8))
        };
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let shouted = capital
            && word.chars().nth(1).is_some()
            && word.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
        let hyphen = word.len() > 1 && word.contains('-');
        let digit = word.bytes().any(|b| b.is_ascii_digit());
        let entry = lexicon(&lower);
        Shape {
            word: text_hash(&normal),
            lower: text_hash(&lower),
            suffixes: [suffix(1), suffix(2), suffix(3), suffix(4)],
            prefixes: [prefix(1), prefix(3)],
            outline: outline(&normal),
            flags: u32::from(capital)
                | u32::from(shouted) << 1
                | u32::from(hyphen) << 2
                | u32::from(digit) << 3,
            lexicon: u32::from(entry.categories.bits()),
            kind: entry.kind.map_or(0, |kind| kind as u32),
        }
    }
}

/// `Apollo-11` becomes `Xxx-dd`: two of a kind stand for two or more.
fn outline(word: &str) -> u32 {
    let mut outline = String::with_capacity(8);
    let mut last = None;
    let mut run = 0;
    for c in word.chars() {
        let kind = match c {
            c if c.is_uppercase() => 'X',
            c if c.is_lowercase() => 'x',
            c if c.is_ascii_digit() => 'd',
            c => c,
        };
        run = if last == Some(kind) { run + 1 } else { 0 };
        last = Some(kind);
        if run < 2 {
            outline.push(kind);
        }
    }
    text_hash(&outline)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lexicon::Entry;

    fn shape(word: &str) -> Shape {
        Shape::of(word, &|_| Entry::default())
    }

    #[test]
    fn numbers_look_alike_and_years_apart() {
        assert_eq!(shape("1,046").word, shape("12").word);
        assert_eq!(shape("1952").word, shape("2019").word);
        assert_ne!(shape("1952").word, shape("12").word);
    }

    #[test]
    fn apostrophes_and_case() {
        assert_eq!(shape("n’t").word, shape("n't").word);
        assert_eq!(shape("Cat").lower, shape("cat").lower);
        assert_ne!(shape("Cat").word, shape("cat").word);
    }

    #[test]
    fn any_text_has_a_shape() {
        for word in ["", "’", "é", "日本", "\u{301}", "🦀"] {
            let _ = shape(word);
        }
    }
}
