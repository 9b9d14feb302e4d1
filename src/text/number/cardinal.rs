//! Cardinal numbers.

use super::{Piece, pieces};

pub(super) const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
pub(super) const TENS: [&str; 10] = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];
const SCALES: [(&str, u64); 4] = [
    ("trillion", 1_000_000_000_000),
    ("billion", 1_000_000_000),
    ("million", 1_000_000),
    ("thousand", 1_000),
];

/// The value of a number in words or digits, if the text is nothing else.
///
/// ```
/// use quizwright::text::number::cardinal;
/// assert_eq!(cardinal("twenty-one"), Some(21.0));
/// assert_eq!(cardinal("1,046"), Some(1046.0));
/// assert_eq!(cardinal("three and a half million"), Some(3_500_000.0));
/// assert_eq!(cardinal("the third"), None);
/// ```
pub fn cardinal(text: &str) -> Option<f64> {
    let pieces = pieces(text);
    let (value, used) = read(&pieces)?;
    (used == pieces.len()).then_some(value)
}

/// The number that a text begins with, and how many pieces it takes.
pub(super) fn read(pieces: &[Piece<'_>]) -> Option<(f64, usize)> {
    let mut reader = Reader {
        pieces,
        at: 0,
        total: 0.0,
        current: None,
        room: f64::INFINITY,
        scale: f64::INFINITY,
    };
    reader.run();
    let used = reader.at;
    (used > 0).then(|| (reader.total + reader.current.unwrap_or(0.0), used))
}

struct Reader<'p> {
    pieces: &'p [Piece<'p>],
    at: usize,
    total: f64,
    /// What has gathered since the last "thousand", "million" ...
    current: Option<f64>,
    /// What may still be added: after "twenty" less than 10.
    room: f64,
    /// The last of "thousand", "million" ...; the next must be smaller.
    scale: f64,
}

impl Reader<'_> {
    fn word(&self, ahead: usize) -> &str {
        self.pieces
            .get(self.at + ahead)
            .map_or("", |piece| piece.text)
    }

    fn run(&mut self) {
        let start = self.word(0).to_lowercase();
        let second = self.word(1).to_lowercase();
        match start.as_str() {
            "a" | "an" => {
                let scaled = scale(&second).is_some() || second == "hundred" || second == "dozen";
                if !scaled {
                    return;
                }
                self.current = Some(1.0);
                self.at = 1;
            }
            "half" if matches!(second.as_str(), "a" | "an") => {
                if let Some(scale) = scale(&self.word(2).to_lowercase()) {
                    self.total = scale / 2.0;
                    self.at = 3;
                }
                return;
            }
            _ => {
                if let Some(value) = digits(&start) {
                    self.current = Some(value);
                    self.room = 0.0;
                    self.at = 1;
                }
            }
        }
        while self.step() {}
    }

    /// Takes in one more part.
    fn step(&mut self) -> bool {
        let hyphen = usize::from(self.at > 0 && matches!(self.word(0), "-" | "‐" | "\u{2011}"));
        let and =
            usize::from(self.at > 0 && hyphen == 0 && self.word(0).eq_ignore_ascii_case("and"));
        let skip = hyphen + and;
        let word = self.word(skip).to_lowercase();
        if and == 1 && word == "a" && self.word(2).eq_ignore_ascii_case("half") {
            self.current = Some(self.current.unwrap_or(0.0) + 0.5);
            self.room = 0.0;
            self.at += 3;
            return true;
        }
        let taken = if let Some(value) = small(&word) {
            let fits = value < self.room && (and == 0 || self.room >= 100.0);
            if fits {
                self.current = Some(self.current.unwrap_or(0.0) + value);
                let tens = value >= 20.0;
                self.room = if tens { 10.0 } else { 0.0 };
            }
            fits
        } else if and == 1 {
            false
        } else if word == "hundred" || word == "dozen" {
            let size = if word == "dozen" { 12.0 } else { 100.0 };
            match self.current {
                Some(value) if value > 0.0 && value < 100.0 => {
                    self.current = Some(value * size);
                    self.room = 100.0;
                    true
                }
                _ => false,
            }
        } else if let Some(scale) = scale(&word) {
            match self.current {
                Some(value) if scale < self.scale => {
                    self.total += value * scale;
                    self.current = None;
                    self.scale = scale;
                    self.room = scale;
                    true
                }
                _ => false,
            }
        } else {
            false
        };
        if taken {
            self.at += skip + 1;
        }
        taken
    }
}

#[allow(
    clippy::cast_precision_loss,
    reason = "the scales are powers of ten, exact in f64"
)]
fn scale(word: &str) -> Option<f64> {
    SCALES
        .iter()
        .find(|(name, _)| *name == word)
        .map(|&(_, value)| value as f64)
}

/// "zero" to "nineteen" and the tens.
pub(super) fn small(word: &str) -> Option<f64> {
    let place = |list: &[&str]| {
        list.iter()
            .position(|name| *name == word && !name.is_empty())
    };
    let number = place(&SMALL).or_else(|| Some(10 * place(&TENS)?))?;
    u32::try_from(number).ok().map(f64::from)
}

/// `1046`, `1,046`, `3.5`.
pub(super) fn digits(word: &str) -> Option<f64> {
    let first = word.chars().next()?;
    if !first.is_ascii_digit() || !word.chars().all(|c| c.is_ascii_digit() || ",.".contains(c)) {
        return None;
    }
    let (whole, fraction) = match word.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (word, None),
    };
    let mut groups = whole.split(',');
    let first_group = groups.next()?.len();
    let grouped = groups.clone().count() > 0;
    let well_grouped = groups.all(|group| group.len() == 3) && (!grouped || first_group <= 3);
    if !well_grouped || fraction.is_some_and(|fraction| fraction.contains(['.', ','])) {
        return None;
    }
    word.replace(',', "").parse().ok()
}

/// A number in words.
///
/// ```
/// use quizwright::text::number::number_word;
/// assert_eq!(number_word(21), "twenty-one");
/// assert_eq!(number_word(1_005), "one thousand and five");
/// ```
pub fn number_word(number: u64) -> String {
    let name = |list: &[&str], index: u64| {
        usize::try_from(index)
            .ok()
            .and_then(|index| list.get(index))
            .map(|name| (*name).to_owned())
            .unwrap_or_default()
    };
    match number {
        0..20 => name(&SMALL, number),
        20..100 => {
            let tens = name(&TENS, number / 10);
            match number % 10 {
                0 => tens,
                rest => format!("{tens}-{}", name(&SMALL, rest)),
            }
        }
        100..1000 => {
            let hundreds = format!("{} hundred", number_word(number / 100));
            match number % 100 {
                0 => hundreds,
                rest => format!("{hundreds} and {}", number_word(rest)),
            }
        }
        _ => {
            let (scale, size) = SCALES
                .iter()
                .find(|&&(_, size)| number >= size)
                .copied()
                .unwrap_or(("thousand", 1000));
            let head = format!("{} {scale}", number_word(number / size));
            match number % size {
                0 => head,
                rest @ 1..100 => format!("{head} and {}", number_word(rest)),
                rest => format!("{head} {}", number_word(rest)),
            }
        }
    }
}

/// A number in digits with commas: `1,046`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers() {
        for (text, expected) in [
            ("three", Some(3.0)),
            ("Twenty-one", Some(21.0)),
            ("one hundred and five", Some(105.0)),
            ("two thousand three hundred", Some(2300.0)),
            ("a hundred", Some(100.0)),
            ("half a million", Some(500_000.0)),
            ("three and a half million", Some(3_500_000.0)),
            ("two and a half", Some(2.5)),
            ("3.5 million", Some(3_500_000.0)),
            ("1,046", Some(1046.0)),
            ("1,234,567.5", Some(1_234_567.5)),
            ("two dozen", Some(24.0)),
            ("twelve hundred", Some(1200.0)),
            ("one million two hundred thousand", Some(1_200_000.0)),
            ("0", Some(0.0)),
            ("10,46", None),
            ("five six", None),
            ("one thousand million", None),
            ("a", None),
            ("half", None),
            ("twenty and five", None),
            ("", None),
            ("and", None),
            ("million", None),
            ("1.2.3", None),
        ] {
            assert_eq!(cardinal(text), expected, "{text}");
        }
    }

    #[test]
    fn words_and_back() {
        for number in (0..3000).chain([9_999, 10_000, 100_001, 1_234_567, 3_000_000_000]) {
            let word = number_word(number);
            #[allow(clippy::cast_precision_loss, reason = "small numbers")]
            let value = number as f64;
            assert_eq!(cardinal(&word), Some(value), "{word}");
        }
        assert_eq!(grouped(1_234_567), "1,234,567");
        assert_eq!(grouped(12), "12");
        assert!(!number_word(u64::MAX).is_empty());
    }
}
