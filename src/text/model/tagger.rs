//! The tagger: one word at a time, left to right.

use super::feature::Features;
use super::shape::Shape;
use super::{Weights, best};
use crate::text::Tag;

/// What stands before the first word, in place of a tag or a word.
const BEFORE: u32 = 1000;
const START: u32 = 11;
const END: u32 = 13;

/// A tag and its lead over the second best.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tagged {
    /// The tag.
    pub tag: Tag,
    /// Its lead; large when a rule decided.
    pub lead: f32,
}

/// The lead of a tag that a rule decided.
const DECIDED: f32 = 50.0;

/// The features of the tagger, for [`features`].
pub fn collector() -> Features {
    Features::new(100)
}

/// Collects the features of word `at`, given the two tags before it
/// (`None` before the first word).
pub fn features(shapes: &[Shape], at: usize, previous: [Option<Tag>; 2], features: &mut Features) {
    features.clear();
    let Some(own) = shapes.get(at) else { return };
    let left = |distance: usize, what: fn(&Shape) -> u32| {
        at.checked_sub(distance)
            .and_then(|index| shapes.get(index))
            .map_or(START, what)
    };
    let right =
        |distance: usize, what: fn(&Shape) -> u32| shapes.get(at + distance).map_or(END, what);
    let lower = |shape: &Shape| shape.lower;
    let ending = |shape: &Shape| shape.suffixes[2];
    let lexicon = |shape: &Shape| shape.lexicon;
    let number = |tag: Option<Tag>| tag.map_or(BEFORE, |tag| tag as u32);
    let [p1, p2] = previous.map(number);
    let first = u32::from(at == 0);
    let [s1, s2, s3, s4] = own.suffixes;
    let (l1, l2) = (left(1, lower), left(2, lower));
    let (r1, r2) = (right(1, lower), right(2, lower));
    let mut f = |values: &[u32]| features.push(values);
    f(&[0]);
    f(&[own.word]);
    f(&[own.lower]);
    f(&[s1]);
    f(&[s2]);
    f(&[s3]);
    f(&[s4]);
    f(&[own.prefixes[0]]);
    f(&[own.prefixes[1]]);
    f(&[own.outline, first]);
    f(&[own.flags, first]);
    f(&[own.flags, s3]);
    f(&[own.flags, s2, p1]);
    f(&[p1]);
    f(&[p1, p2]);
    f(&[p1, own.lower]);
    f(&[p1, p2, own.lower]);
    f(&[p1, s3]);
    f(&[p1, own.outline]);
    f(&[l1]);
    f(&[l2]);
    f(&[r1]);
    f(&[r2]);
    f(&[l1, own.lower]);
    f(&[r1, own.lower]);
    f(&[left(1, ending)]);
    f(&[right(1, ending)]);
    f(&[right(1, |shape| shape.suffixes[1]), s3]);
    f(&[right(1, |shape| shape.outline), own.outline]);
    f(&[
        right(1, |shape| shape.flags),
        own.flags,
        left(1, |shape| shape.flags),
    ]);
    f(&[p1, r1]);
    f(&[p1, right(1, ending), s2]);
    f(&[r1, r2]);
    f(&[l1, r1]);
    // What the lexicon says.
    f(&[own.lexicon]);
    f(&[own.lexicon, own.flags, first]);
    f(&[own.lexicon, p1]);
    f(&[own.lexicon, p1, p2]);
    f(&[own.lexicon, right(1, lexicon)]);
    f(&[own.lexicon, r1]);
    f(&[own.lexicon, p1, right(1, lexicon)]);
    f(&[own.lexicon, l1]);
    f(&[own.lexicon, s3]);
    f(&[p1, right(1, lexicon)]);
}

/// Tags a sentence. `decided` holds the tags that a rule knows already; it may
/// be shorter than the sentence.
pub fn tag<W: Weights + ?Sized>(
    weights: &W,
    shapes: &[Shape],
    decided: &[Option<Tag>],
) -> Vec<Tagged> {
    let mut found = collector();
    let mut scores = [0.0; Tag::COUNT];
    let mut previous = [None, None];
    let mut tagged = Vec::with_capacity(shapes.len());
    for at in 0..shapes.len() {
        let next = if let Some(&Some(tag)) = decided.get(at) {
            Tagged { tag, lead: DECIDED }
        } else {
            features(shapes, at, previous, &mut found);
            scores.fill(0.0);
            weights.add_all(found.hashes(), &mut scores);
            let winner = best(&scores);
            let second = scores
                .iter()
                .enumerate()
                .filter(|&(index, _)| index != winner)
                .fold(f32::NEG_INFINITY, |top, (_, &score)| top.max(score));
            Tagged {
                tag: Tag::from_index(winner).unwrap_or(Tag::NN),
                lead: scores.get(winner).map_or(0.0, |top| top - second),
            }
        };
        previous = [Some(next.tag), previous[0]];
        tagged.push(next);
    }
    tagged
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lexicon::Entry;

    struct Zero;
    impl Weights for Zero {
        fn add(&self, _: u32, _: &mut [f32]) {}
    }

    #[test]
    fn a_decided_tag_stays() {
        let shapes: Vec<Shape> = ["a", "b"]
            .iter()
            .map(|w| Shape::of(w, &|_| Entry::default()))
            .collect();
        let tagged = tag(&Zero, &shapes, &[None, Some(Tag::NNP)]);
        assert_eq!(tagged[1].tag, Tag::NNP);
        assert!(tagged[1].lead > tagged[0].lead);
    }
}
