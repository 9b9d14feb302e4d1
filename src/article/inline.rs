//! A passage being put together: its text and the marks in it.

use super::MarkKind;
use crate::text::Span;

/// Stands in a passage where something was left out that cannot be written as
/// text; becomes a [`MarkKind::Gap`].
pub(super) const GAP: char = '\u{fffc}';

/// Text with marks; spans count from the start of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Inline {
    pub(super) text: String,
    pub(super) marks: Vec<(Span, MarkKind)>,
}

/// A piece of a text and what stands in its place.
#[derive(Debug)]
pub(super) struct Edit {
    pub(super) span: Span,
    pub(super) with: String,
}

impl Edit {
    pub(super) fn new(start: usize, end: usize, with: &str) -> Self {
        Self {
            span: Span::new(start, end),
            with: with.to_owned(),
        }
    }
}

impl Inline {
    pub(super) fn plain(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            marks: Vec::new(),
        }
    }

    /// Adds a passage behind.
    pub(super) fn append(&mut self, other: &Inline) {
        let shift = self.text.len();
        self.text.push_str(&other.text);
        self.marks.extend(other.marks.iter().map(|(span, kind)| {
            let span = Span::new(span.start + shift, span.end + shift);
            (span, *kind)
        }));
    }

    /// Marks the text from `start` to its end.
    pub(super) fn mark_from(&mut self, start: usize, kind: MarkKind) {
        if start < self.text.len() {
            self.marks.push((Span::new(start, self.text.len()), kind));
        }
    }

    /// The passage in quotation marks, unless it has some.
    pub(super) fn quoted(self) -> Inline {
        let trimmed = self.text.trim();
        if trimmed.is_empty() || trimmed.starts_with(['"', '“', '‘', '«']) {
            return self;
        }
        let mut quoted = Inline::plain("“");
        let end = self.text.trim_end().len();
        let start = self.text.len() - self.text.trim_start().len();
        let body = self.edit(&[Edit::new(0, start, ""), Edit::new(end, usize::MAX, "")]);
        quoted.append(&body);
        quoted.text.push('”');
        quoted
    }

    /// The passage with edits carried out, which stand in order and apart.
    pub(super) fn edit(self, edits: &[Edit]) -> Inline {
        if edits.is_empty() {
            return self;
        }
        let mut text = String::with_capacity(self.text.len());
        // For every edit the end of what it took and of what it gave.
        let mut ends = Vec::with_capacity(edits.len());
        let mut from = 0;
        for edit in edits {
            let start = edit.span.start.clamp(from, self.text.len());
            let end = edit.span.end.clamp(start, self.text.len());
            text.push_str(Span::new(from, start).of(&self.text));
            let given = text.len();
            text.push_str(&edit.with);
            ends.push((start, end, given, text.len()));
            from = end;
        }
        text.push_str(Span::new(from, self.text.len()).of(&self.text));
        let moved = |at: usize| {
            let next = ends.partition_point(|&(_, end, ..)| end <= at);
            let (taken, given) = match next.checked_sub(1).and_then(|i| ends.get(i)) {
                Some(&(_, end, _, given)) => (end, given),
                None => (0, 0),
            };
            match ends.get(next) {
                Some(&(start, _, given, _)) if start < at => given,
                _ => given + (at - taken),
            }
        };
        let marks = self
            .marks
            .iter()
            .map(|(span, kind)| (Span::new(moved(span.start), moved(span.end)), *kind))
            .filter(|(span, kind)| !span.is_empty() || *kind == MarkKind::Gap)
            .collect();
        Inline { text, marks }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_move_with_their_text() {
        let mut inline = Inline::plain("a [1] ship called Ada[2] sailed");
        let start = inline.text.find("Ada").unwrap();
        inline
            .marks
            .push((Span::new(start, start + 3), MarkKind::Italic));
        let edited = inline.edit(&[Edit::new(2, 6, ""), Edit::new(21, 24, "!")]);
        assert_eq!(edited.text, "a ship called Ada! sailed");
        assert_eq!(edited.marks.len(), 1);
        assert_eq!(edited.marks[0].0.of(&edited.text), "Ada");
    }

    #[test]
    fn a_mark_whose_text_goes_goes_too() {
        let mut inline = Inline::plain("abc");
        inline.marks.push((Span::new(1, 2), MarkKind::Link));
        assert_eq!(inline.edit(&[Edit::new(0, 3, "")]), Inline::default());
    }

    #[test]
    fn a_passage_is_quoted_once() {
        assert_eq!(Inline::plain(" so be it ").quoted().text, "“so be it”");
        assert_eq!(Inline::plain("“so”").quoted().text, "“so”");
    }
}
