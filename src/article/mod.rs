//! Floor 1: reading an article into title, infobox and sections.
//!
//! A reader a layout; none of them fails: odd markup becomes a [`Notice`].
//! All text of an [`Article`] stands in one string, [`Article::text`]; every
//! other part is a [`Span`] of it.

mod apparatus;
mod build;
pub(crate) mod entity;
mod extract;
mod inline;
pub mod language;
pub mod layout;
mod life;
mod markdown;
#[cfg(test)]
mod properties;
mod seed;
mod shape;
mod tidy;
mod title;
mod tokenised;
mod web;
mod wikitext;

pub use build::Builder;
pub use layout::Layout;
pub use life::speaks_of_one;

use crate::text::Span;

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
    /// Nothing stands here (the span is empty): a formula, an unknown template
    /// or a word was left out, and the sentence round it is not whole.
    Gap,
}

/// Reads an article; the layout is guessed unless it is given.
pub fn read(input: &str, layout: Option<Layout>) -> (Article, Vec<Notice>) {
    read_named(input, "", layout)
}

/// Reads an article known by a name, such as that of its file: where the text
/// states no title, the name is its title.
pub fn read_named(input: &str, name: &str, layout: Option<Layout>) -> (Article, Vec<Notice>) {
    let (builder, notices) = match layout.unwrap_or_else(|| layout::guess(input)) {
        Layout::Seed => seed::read(input),
        Layout::Wikitext => wikitext::read(input),
        Layout::Extract => extract::read(input),
        Layout::Markdown => markdown::read(input),
        Layout::Web => web::read(input),
        Layout::Tokenised => tokenised::read(input),
    };
    (builder.finish_named(name), notices)
}
