//! Floor 0: text as a human reads it, cut into spans.
//!
//! From a paragraph to trees: [`sentence::split`] cuts sentences,
//! [`quoted_titles`] finds titles, [`token::tokenise`] cuts words, and
//! [`Engine::analyse`] tags, parses and lemmatises them into a [`Sentence`].
//! Beside it stand what questions are made with: [`inflect`] for forms of
//! words, [`number`] for numbers and dates, [`lexicon`] for what a word can be,
//! [`given_name`] for names, [`normal`] for comparing.
//!
//! Everything here is pure: no file, no clock, no chance. Weights and word
//! lists are part of the program and read in place; `examples/train` makes
//! them, `examples/evaluate.rs` measures them.

mod abbreviation;
mod compound;
pub mod confidence;
pub mod engine;
pub mod fnv;
mod given;
pub mod guess;
pub mod inflect;
pub mod label;
pub mod lexicon;
pub mod model;
pub mod normal;
pub mod number;
mod peel;
pub mod quote;
pub mod safe;
pub mod sentence;
pub mod span;
pub mod tag;
pub mod token;
pub mod tree;

pub use confidence::Confidence;
pub use engine::Engine;
pub use given::{Gender, given_name};
pub use label::Label;
pub use quote::{QuotedTitle, quoted_titles};
pub use span::Span;
pub use tag::Tag;
pub use tree::{Sentence, Word};
