//! Floor 0: text as a human reads it, cut into spans.

mod abbreviation;
mod compound;
pub mod engine;
pub mod guess;
pub mod inflect;
pub mod label;
pub mod lexicon;
pub mod model;
pub mod normal;
pub mod quote;
pub mod safe;
pub mod sentence;
pub mod span;
pub mod tag;
pub mod token;
pub mod tree;

pub use engine::Engine;
pub use label::Label;
pub use quote::{QuotedTitle, quoted_titles};
pub use span::Span;
pub use tag::Tag;
pub use tree::{Sentence, Word};
