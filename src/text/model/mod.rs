//! The statistical part: a tagger and a transition parser over sparse
//! features, with weights read in place.
//!
//! Public because the trainer (`examples/train`) and the evaluator
//! (`examples/evaluate.rs`) need the very same features; everybody else goes
//! through [`Engine`](super::Engine).

pub mod conllu;
pub mod evaluation;
pub mod feature;
pub mod parser;
pub mod shape;
pub mod state;
pub mod table;
pub mod tagger;
mod template;
pub mod vote;

use super::Tag;
use super::lexicon::Entry;

/// Where weights come from: the trainer's growing map or the shipped table.
pub trait Weights {
    /// Adds the weights of one feature to the scores of the classes.
    fn add(&self, feature: u32, scores: &mut [f32]);

    /// Adds the weights of all features of one decision.
    fn add_all(&self, features: &[u32], scores: &mut [f32]) {
        for &feature in features {
            self.add(feature, scores);
        }
    }
}

/// The [`lexicon`](super::lexicon) entry of a lower-cased word; the model is
/// trained with the lexicon it ships with.
pub type Lookup<'l> = &'l dyn Fn(&str) -> Entry;

/// The index of the greatest score; the first of equals.
pub(crate) fn best(scores: &[f32]) -> usize {
    let mut best = 0;
    let mut top = f32::NEG_INFINITY;
    for (index, &score) in scores.iter().enumerate() {
        if score > top {
            top = score;
            best = index;
        }
    }
    best
}

/// The tags that begin a finite clause, as the parser's features see them.
pub(crate) fn is_finite(tag: Tag) -> bool {
    tag.is_finite()
}
