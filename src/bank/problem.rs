//! What is wrong with a bank, with the place.

use std::cell::Cell;
use std::fmt;
use std::ops::Range;

use super::Left;
use crate::item::flaw::Severity;
use crate::text::safe;

/// Something wrong in a text: where, what, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is. A bank with an error is not played.
    pub severity: Severity,
    /// The rule's name, in kebab case.
    pub rule: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// Where.
    pub place: Place,
}

/// So many problems are told of any text, and one more for so many of its bytes:
/// with their words they take ten times the text that they are about.
const MOST_PROBLEMS: usize = 1000;
const BYTES_A_PROBLEM: usize = 200;

/// How many problems are told of a text of so many bytes.
pub fn most_problems(size: usize) -> usize {
    MOST_PROBLEMS + size / BYTES_A_PROBLEM
}

impl Problem {
    /// Says that there are more than were told, if there are; `place` is the end of
    /// the text.
    pub fn more(left: Left, place: Place) -> Option<Self> {
        let Left { all, errors } = left;
        (all > 0).then(|| Self {
            severity: if errors > 0 {
                Severity::Error
            } else {
                Severity::Warning
            },
            rule: "more",
            message: format!("{all} more problems are not shown, {errors} of them errors"),
            hint: "mend these first".to_owned(),
            place,
        })
    }
}

/// A place in a text, with the words that stand there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// The line as it stands in the file; a long one is cut around the place.
    pub excerpt: String,
    /// The place in the excerpt, in characters counted from 0.
    pub marked: Range<usize>,
}

impl fmt::Display for Problem {
    /// `line:column: severity[rule]: message`, made safe for a terminal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let Place { line, column, .. } = self.place;
        let message = safe::shown(&self.message);
        write!(f, "{line}:{column}: {severity}[{}]: {message}", self.rule)
    }
}

/// Turns byte offsets of a text into places.
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<u32>,
    /// The start of a line, an offset in it, and the characters between.
    known: Cell<(usize, usize, usize)>,
}

/// A line longer than this is cut around the place, in characters.
const WIDEST: usize = 160;
/// What stays before the place when a line is cut.
const BEFORE: usize = 50;

impl<'a> Lines<'a> {
    /// Finds the lines of a text.
    pub fn of(text: &'a str) -> Self {
        let ends = text.bytes().enumerate().filter(|&(_, b)| b == b'\n');
        // A file has at most 256 MiB.
        let number = |n| u32::try_from(n).unwrap_or(u32::MAX);
        let starts = ends.map(|(n, _)| number(n + 1));
        let starts = std::iter::once(0).chain(starts).collect();
        let known = Cell::new((0, 0, 0));
        Self {
            text,
            starts,
            known,
        }
    }

    /// The line of an offset, counted from 1: quicker than its place.
    pub fn line(&self, offset: usize) -> usize {
        let before = |&start: &u32| start as usize <= offset;
        self.starts.partition_point(before).max(1)
    }

    /// The place of a span of bytes; a span over several lines is marked in
    /// its first.
    pub fn place(&self, span: &Range<usize>) -> Place {
        let offset = span.start.min(self.text.len());
        let line = self.line(offset);
        let start = self.starts.get(line - 1).map_or(0, |&start| start as usize);
        let next = self.starts.get(line).map(|&next| next as usize);
        let end = next.map_or(self.text.len(), |next| next - 1);
        let before = self.column(start, offset);
        let width = self
            .count(
                offset,
                span.end
                    .clamp(offset, end.max(offset))
                    .min(offset + 4 * WIDEST),
            )
            .max(1);
        let long = end - start > WIDEST && self.count(start, end.min(start + 4 * WIDEST)) > WIDEST;
        // A long line is shown from a little before the place.
        let left = if long { before.min(BEFORE) } else { before };
        let from = self
            .text
            .get(start..offset)
            .and_then(|part| part.char_indices().rev().take(left).last())
            .map_or(offset, |(place, _)| start + place);
        let excerpt: String = self
            .text
            .get(from..end)
            .unwrap_or_default()
            .trim_end_matches('\r')
            .chars()
            .take(WIDEST)
            .collect();
        Place {
            line,
            column: before + 1,
            marked: left..(left + width).min(WIDEST.max(left + 1)),
            excerpt,
        }
    }

    /// The place from a line and column to the end of the line.
    pub fn rest_of(&self, line: usize, column: usize) -> Place {
        let start = line.checked_sub(1).and_then(|n| self.starts.get(n));
        let start = start.map_or(self.text.len(), |&start| start as usize);
        let next = self.starts.get(line).map(|&next| next as usize);
        let end = next.map_or(self.text.len(), |next| next - 1);
        // From the last place in the same line on, as in `column`.
        let wanted = column.saturating_sub(1);
        let (known_start, known_offset, known) = self.known.get();
        let (from, ahead) = if known_start == start && known <= wanted {
            (known_offset, wanted - known)
        } else {
            (start, wanted)
        };
        let rest = self.text.get(from..end).unwrap_or_default();
        let offset = rest.char_indices().nth(ahead);
        let offset = offset.map_or(end, |(place, _)| from + place);
        self.place(&(offset..end))
    }

    /// The characters between two offsets: every byte that does not continue a
    /// character begins one.
    fn count(&self, from: usize, to: usize) -> usize {
        let part = self.text.as_bytes().get(from..to).unwrap_or_default();
        part.iter().filter(|&&b| b & 0xC0 != 0x80).count()
    }

    /// The characters from the start of a line to an offset. Counting goes on
    /// from the last place in the same line, or a file on one line would be
    /// counted again for each of its places.
    fn column(&self, start: usize, offset: usize) -> usize {
        let (known_start, known_offset, known) = self.known.get();
        let column = if known_start == start && known_offset <= offset {
            known + self.count(known_offset, offset)
        } else {
            self.count(start, offset)
        };
        self.known.set((start, offset, column));
        column
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, span: Range<usize>) -> (usize, usize, String, Range<usize>) {
        let place = Lines::of(text).place(&span);
        (place.line, place.column, place.excerpt, place.marked)
    }

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        let text = "ab\nçé x\r\n";
        assert_eq!(place(text, 0..2), (1, 1, "ab".into(), 0..2));
        assert_eq!(place(text, 8..9), (2, 4, "çé x".into(), 3..4));
        assert_eq!(place(text, 11..11), (3, 1, String::new(), 0..1));
        assert_eq!(place(text, 99..120), (3, 1, String::new(), 0..1));
    }

    #[test]
    fn the_rest_of_a_line_is_found_by_line_and_column() {
        let text = "ab\nçé x\r\nd";
        let lines = Lines::of(text);
        for (line, column, words) in [(2, 2, "é x"), (2, 4, "x"), (2, 1, "çé x"), (3, 1, "d")] {
            let place = lines.rest_of(line, column);
            assert_eq!((place.line, place.column), (line, column));
            let marked = place.excerpt.chars().skip(place.marked.start);
            assert_eq!(marked.collect::<String>(), words);
        }
    }

    #[test]
    fn a_span_over_lines_is_marked_in_its_first() {
        assert_eq!(place("a{\n}\n", 1..4), (1, 2, "a{".into(), 1..2));
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let text = "x".repeat(1000) + "é" + &"y".repeat(1000);
        let (line, column, excerpt, marked) = place(&text, 1000..1002);
        assert_eq!((line, column, marked), (1, 1001, 50..51));
        assert_eq!(excerpt.chars().count(), 160);
        assert_eq!(excerpt.chars().nth(50), Some('é'));
    }
}
