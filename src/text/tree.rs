//! [`Sentence`]: words with what they are and what they hang on.

use super::{Label, Span, Tag};

/// One word of an analysed sentence; a name of several words is one word.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    /// Where it stands in the text.
    pub span: Span,
    /// What it is.
    pub tag: Tag,
    /// The word it hangs on; `None` for the root.
    pub head: Option<usize>,
    /// What it is to its head.
    pub label: Label,
    /// The form a dictionary has; names keep theirs.
    pub lemma: String,
    /// Whether it is a name or title the caller knew.
    pub name: bool,
    /// How sure the parser was of the arc to its head, from 0 up.
    pub margin: f32,
}

/// One analysed sentence: a tree over its words.
///
/// The tree is well formed: exactly one word (the root) has no head, every
/// other word reaches it, and no two arcs cross.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sentence {
    /// Where it stands in the text.
    pub span: Span,
    /// Its words, in order.
    pub words: Vec<Word>,
}

impl Sentence {
    /// The word that hangs on nothing; `None` only in an empty sentence.
    pub fn root(&self) -> Option<usize> {
        self.words.iter().position(|word| word.head.is_none())
    }

    /// The words that hang on `head`, in order.
    pub fn children(&self, head: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.words
            .iter()
            .enumerate()
            .filter(move |(_, word)| word.head == Some(head))
            .map(|(index, _)| index)
    }

    /// The first word that hangs on `head` with this label.
    pub fn child(&self, head: usize, label: Label) -> Option<usize> {
        self.children(head)
            .find(|&index| self.label(index) == Some(label))
    }

    /// The label of a word.
    pub fn label(&self, index: usize) -> Option<Label> {
        self.words.get(index).map(|word| word.label)
    }

    /// The tag of a word.
    pub fn tag(&self, index: usize) -> Option<Tag> {
        self.words.get(index).map(|word| word.tag)
    }

    /// Whether `index` is `top` or hangs below it.
    pub fn is_within(&self, index: usize, top: usize) -> bool {
        let mut at = Some(index);
        for _ in 0..=self.words.len() {
            match at {
                Some(here) if here == top => return true,
                Some(here) => at = self.words.get(here).and_then(|word| word.head),
                None => return false,
            }
        }
        false
    }

    /// The first and the last word of everything that hangs below `top`,
    /// itself included.
    pub fn subtree(&self, top: usize) -> (usize, usize) {
        let mut first = top;
        let mut last = top;
        for index in 0..self.words.len() {
            if self.is_within(index, top) {
                first = first.min(index);
                last = last.max(index);
            }
        }
        (first, last)
    }

    /// Whether every word between the first and the last word below `top`
    /// hangs below it too, so that its text can be cut out in one piece.
    pub fn is_projective_block(&self, top: usize) -> bool {
        let (first, last) = self.subtree(top);
        (first..=last).all(|index| self.is_within(index, top))
    }

    /// The text from word `first` to word `last`, as it was written.
    pub fn text_of<'t>(&self, text: &'t str, words: std::ops::RangeInclusive<usize>) -> &'t str {
        self.span_of(words).of(text)
    }

    /// The span from word `first` to word `last`; empty if there is no such
    /// word.
    pub fn span_of(&self, words: std::ops::RangeInclusive<usize>) -> Span {
        match (self.words.get(*words.start()), self.words.get(*words.end())) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
            _ => Span::default(),
        }
    }

    /// Like [`Sentence::text_of`], with the quotation mark that belongs to a
    /// title at either end: `in "Rain"`, not `in "Rain`. A single word stays
    /// bare. An American comma before the mark is kept.
    pub fn quoted_text_of<'t>(
        &self,
        text: &'t str,
        words: std::ops::RangeInclusive<usize>,
    ) -> &'t str {
        let mut span = self.span_of(words.clone());
        if words.start() == words.end() || span.is_empty() {
            return span.of(text);
        }
        let is_name = |index: usize| self.words.get(index).is_some_and(|word| word.name);
        let before = text.get(..span.start).unwrap_or("");
        if is_name(*words.start())
            && let Some(mark) = before.chars().next_back().filter(|c| "\"“„‘".contains(*c))
        {
            span.start -= mark.len_utf8();
        }
        let opened = span.of(text).matches(['"', '“', '„', '‘']).count();
        let closed = span.of(text).matches(['”', '’']).count();
        let after = text.get(span.end..).unwrap_or("");
        let inside = after.len() - after.trim_start_matches([',', '.', ';']).len();
        let mark = after.get(inside..).and_then(|rest| rest.chars().next());
        if is_name(*words.end())
            && opened > closed
            && inside <= 1
            && let Some(mark) = mark.filter(|c| "\"”’".contains(*c))
        {
            span.end += inside + mark.len_utf8();
        }
        span.of(text)
    }

    /// The word as it was written.
    pub fn form<'t>(&self, text: &'t str, index: usize) -> &'t str {
        self.words.get(index).map_or("", |word| word.span.of(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The cat of Ann sleeps .";

    fn sentence() -> Sentence {
        let heads = [Some(1), Some(4), Some(3), Some(1), None, Some(4)];
        let labels = [
            Label::Det,
            Label::Nsubj,
            Label::Case,
            Label::Nmod,
            Label::Root,
            Label::Punct,
        ];
        let mut at = 0;
        let words = TEXT
            .split(' ')
            .zip(heads.into_iter().zip(labels))
            .map(|(form, (head, label))| {
                let span = Span::new(at, at + form.len());
                at = span.end + 1;
                Word {
                    span,
                    tag: Tag::NN,
                    head,
                    label,
                    lemma: form.to_owned(),
                    name: false,
                    margin: 1.0,
                }
            })
            .collect();
        Sentence {
            span: Span::new(0, TEXT.len()),
            words,
        }
    }

    #[test]
    fn walks_the_tree() {
        let s = sentence();
        assert_eq!(s.root(), Some(4));
        assert_eq!(s.children(4).collect::<Vec<_>>(), [1, 5]);
        assert_eq!(s.child(4, Label::Nsubj), Some(1));
        assert_eq!(s.subtree(1), (0, 3));
        assert!(s.is_projective_block(1));
        assert_eq!(s.text_of(TEXT, 0..=3), "The cat of Ann");
        assert_eq!(s.form(TEXT, 4), "sleeps");
        assert_eq!(s.form(TEXT, 40), "");
        assert_eq!(s.text_of(TEXT, 3..=40), "");
    }

    #[test]
    fn a_broken_tree_does_not_hang() {
        let mut s = sentence();
        s.words[4].head = Some(1);
        assert_eq!(s.root(), None);
        assert!(!s.is_within(0, 5));
    }
}
