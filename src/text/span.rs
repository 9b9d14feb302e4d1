//! [`Span`]: a piece of a text, by position.

/// A half-open byte range of a text; both ends lie on character boundaries of
/// the text it was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to `end`; empty at `start` if they are the
    /// wrong way round.
    pub fn new(start: usize, end: usize) -> Span {
        Span {
            start,
            end: end.max(start),
        }
    }

    /// The piece of `text` that the span covers; empty when the span does not
    /// fit the text.
    ///
    /// ```
    /// use quizwright::text::Span;
    /// assert_eq!(Span::new(4, 7).of("the cat"), "cat");
    /// assert_eq!(Span::new(4, 99).of("the cat"), "");
    /// ```
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// Its length in bytes.
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn to(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_that_does_not_fit_is_empty() {
        assert_eq!(Span::new(0, 1).of("é"), "");
        assert_eq!(Span::new(5, 6).of("abc"), "");
        assert_eq!(Span { start: 3, end: 1 }.len(), 0);
        assert_eq!(Span { start: 3, end: 1 }.of("abcd"), "");
    }

    #[test]
    fn containing_and_overlapping() {
        let (a, b, c) = (Span::new(0, 5), Span::new(1, 5), Span::new(5, 6));
        assert!(a.contains(b) && !b.contains(a));
        assert!(a.overlaps(b) && !a.overlaps(c));
        assert_eq!(b.to(c), Span::new(1, 6));
    }
}
