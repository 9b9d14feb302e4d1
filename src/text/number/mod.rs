//! Numbers, ordinals, dates and quantities in prose.

mod cardinal;
mod date;
mod ordinal;
mod quantity;

use super::Span;

pub use cardinal::{cardinal, grouped, number_word};
pub use date::{Date, DateValue, find_dates, month_name, parse_date};
pub use ordinal::{ordinal, ordinal_digits, ordinal_word};
pub use quantity::{Quantity, find_quantities};

/// A word, a number (`1,046`, `3.5`) or a single sign.
#[derive(Debug, Clone, Copy)]
struct Piece<'t> {
    span: Span,
    text: &'t str,
}

impl Piece<'_> {
    fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    fn is_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(word))
    }
}

/// Cuts a text into pieces.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut pieces = Vec::new();
    let mut index = 0;
    while let Some(&(start, c)) = chars.get(index) {
        index += 1;
        if c.is_whitespace() {
            continue;
        }
        if c.is_alphanumeric() {
            while let Some(&(_, c)) = chars.get(index) {
                let digit = |at: Option<usize>| {
                    at.and_then(|at| chars.get(at))
                        .is_some_and(|(_, c)| c.is_ascii_digit())
                };
                let inside_number =
                    matches!(c, ',' | '.') && digit(index.checked_sub(1)) && digit(Some(index + 1));
                if !(c.is_alphanumeric() || inside_number) {
                    break;
                }
                index += 1;
            }
        }
        let end = chars.get(index).map_or(text.len(), |&(at, _)| at);
        let span = Span::new(start, end);
        pieces.push(Piece {
            span,
            text: span.of(text),
        });
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_pieces() {
        let cut = |text| pieces(text).iter().map(|p| p.text).collect::<Vec<_>>();
        assert_eq!(cut("a 1,046.5, b."), ["a", "1,046.5", ",", "b", "."]);
        assert_eq!(cut("1952–54 é"), ["1952", "–", "54", "é"]);
        assert_eq!(cut(""), [""; 0]);
    }
}
