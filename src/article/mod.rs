//! Floor 1: reading an article into title, infobox and sections.
//!
//! A reader a layout; none of them fails: odd markup becomes a [`Notice`].
//! All text of an [`Article`] stands in one string, [`Article::text`]; every
//! other part is a [`Span`] of it.

mod build;
pub mod language;
mod seed;

pub use build::Builder;

use crate::text::Span;

/// How the text of an article is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layout {
    /// `= Title =`, `- Key: value , value` lines, `== Section ==`, paragraphs.
    Seed,
}

/// One thing a reader did not understand or left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Line of the input, counted from 1.
    pub line: usize,
    /// What was found there.
    pub message: String,
}

/// An article, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// The title without its qualifier: `Training Day`.
    pub title: String,
    /// The qualifier in the title's parentheses: `The Office`.
    pub qualifier: Option<String>,
    /// All text, one line for each infobox field, paragraph and list entry.
    pub text: String,
    /// The infobox, in its order.
    pub fields: Vec<Field>,
    /// The sections in reading order; the lead comes first and has no heading.
    pub sections: Vec<Section>,
    /// Passages marked by the layout.
    pub marks: Vec<Mark>,
}

/// A line of the infobox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The key as written, without the colon: `Significant Other`.
    pub key: String,
    /// The whole line.
    pub line: Span,
    /// Its values.
    pub values: Vec<FieldValue>,
}

/// One value of an infobox line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldValue {
    /// The value without its qualifier: `Katy Moore`.
    pub text: Span,
    /// What stands in parentheses behind it: `ex-girlfriend`.
    pub qualifier: Option<Span>,
}

/// A section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Headings from the outermost to this one; empty for the lead.
    pub path: Vec<String>,
    /// Paragraphs and list entries.
    pub blocks: Vec<Block>,
}

impl Section {
    /// The heading of this section; `None` for the lead.
    pub fn heading(&self) -> Option<&str> {
        self.path.last().map(String::as_str)
    }
}

/// A paragraph or a list entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Which of the two.
    pub kind: BlockKind,
    /// Its text.
    pub span: Span,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// An entry of a list.
    ListEntry,
}

/// A passage the layout marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where.
    pub span: Span,
    /// How.
    pub kind: MarkKind,
}

/// How a passage is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkKind {
    /// Italic: a title, a ship, a word of another language, a species.
    Italic,
    /// A link: a name or a term.
    Link,
    /// Bold: the subject of the article.
    Bold,
}

/// Reads an article; the layout is guessed unless it is given.
pub fn read(input: &str, layout: Option<Layout>) -> (Article, Vec<Notice>) {
    match layout.unwrap_or(Layout::Seed) {
        Layout::Seed => seed::read(input),
    }
}
