//! Floor 0: text as a human reads it, cut into spans.

pub mod label;
pub mod normal;
pub mod span;
pub mod tag;
pub mod tree;

pub use label::Label;
pub use span::Span;
pub use tag::Tag;
pub use tree::{Sentence, Word};
