//! The parser: one step at a time, the best step wins.

use super::Weights;
use super::shape::Shape;
use super::state::{Move, State};
use crate::text::{Label, Tag};

pub use super::template::{Context, collector, features};

/// What the parser made of one word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Arc {
    /// The word it hangs on; the number of words stands for the root.
    pub head: usize,
    /// What it is to its head.
    pub label: Label,
    /// How sure the parser was, from 0 up: the smallest lead of any step that
    /// decided this arc.
    pub margin: f32,
}

/// The lead of a step that had no rival.
const UNRIVALLED: f32 = 1e3;

/// The best allowed move.
pub fn best_move(state: &State, scores: &[f32]) -> Move {
    let leader = Leaders::of(state, scores);
    Move::from_class(leader.best().0)
}

/// The best allowed class of each kind of move, and the runner-up in it.
#[derive(Debug, Clone, Copy)]
struct Leaders {
    shift: f32,
    left: Leader,
    right: Leader,
}

#[derive(Debug, Clone, Copy)]
struct Leader {
    class: usize,
    score: f32,
    second: f32,
}

impl Leader {
    const NONE: Leader = Leader {
        class: 0,
        score: f32::NEG_INFINITY,
        second: f32::NEG_INFINITY,
    };

    fn among(first: usize, scores: &[f32], allowed: impl Fn(Label) -> bool) -> Leader {
        let mut leader = Leader::NONE;
        for &label in Label::ALL {
            let class = first + label.index();
            let Some(&score) = scores.get(class) else {
                continue;
            };
            if !allowed(label) {
                continue;
            }
            if score > leader.score {
                leader.second = leader.score;
                leader.score = score;
                leader.class = class;
            } else if score > leader.second {
                leader.second = score;
            }
        }
        leader
    }
}

impl Leaders {
    fn of(state: &State, scores: &[f32]) -> Leaders {
        let at_root = state.next() == state.words();
        let left = if state.can_left() {
            // Only the label `root` leads to the root, and nowhere else.
            Leader::among(1, scores, |label| (label == Label::Root) == at_root)
        } else {
            Leader::NONE
        };
        let right = if state.can_right() {
            Leader::among(1 + Label::COUNT, scores, |label| label != Label::Root)
        } else {
            Leader::NONE
        };
        let shift = if state.can_shift() {
            scores.first().copied().unwrap_or(0.0)
        } else {
            f32::NEG_INFINITY
        };
        Leaders { shift, left, right }
    }

    /// The best class, its lead over the other kinds of move, and over the
    /// other labels.
    fn best(&self) -> (usize, f32, f32) {
        let lead = |score: f32, rival: f32| (score - rival).min(UNRIVALLED);
        let Leaders { shift, left, right } = *self;
        if shift >= left.score && shift >= right.score {
            (0, lead(shift, left.score.max(right.score)), UNRIVALLED)
        } else if left.score >= right.score {
            let rivals = shift.max(right.score);
            let labels = lead(left.score, left.second);
            (left.class, lead(left.score, rivals), labels)
        } else {
            let rivals = shift.max(left.score);
            let labels = lead(right.score, right.second);
            (right.class, lead(right.score, rivals), labels)
        }
    }
}

/// Parses a tagged sentence; one arc a word.
pub fn parse<W: Weights + ?Sized>(weights: &W, shapes: &[Shape], tags: &[Tag]) -> Vec<Arc> {
    let words = shapes.len().min(tags.len());
    let context = Context::new(shapes, tags);
    let mut state = State::new(words);
    let mut found = collector();
    let mut scores = [0.0; Move::COUNT];
    let mut margins = vec![UNRIVALLED; words];
    // Every word takes at most two steps: one onto the stack, one off it.
    for _ in 0..2 * words {
        if state.is_done() {
            break;
        }
        features(&context, &state, &mut found);
        scores.fill(0.0);
        weights.add_all(found.hashes(), &mut scores);
        let (class, lead, label_lead) = Leaders::of(&state, &scores).best();
        // The step decides about the top of the stack: to hang it, or to wait.
        if let Some(margin) = state.stack().last().and_then(|&top| margins.get_mut(top)) {
            *margin = margin.min(lead).min(label_lead);
        }
        state.apply(Move::from_class(class));
    }
    margins
        .into_iter()
        .enumerate()
        .map(|(word, margin)| {
            let node = state.node(word);
            Arc {
                head: node.head.min(words),
                label: node.label.unwrap_or(Label::Dep),
                margin,
            }
        })
        .collect()
}

/// Parses a tagged sentence from its end; the weights must be trained so.
pub fn parse_backward<W: Weights + ?Sized>(
    weights: &W,
    shapes: &[Shape],
    tags: &[Tag],
) -> Vec<Arc> {
    let shapes: Vec<Shape> = shapes.iter().rev().cloned().collect();
    let tags: Vec<Tag> = tags.iter().rev().copied().collect();
    let mut arcs = parse(weights, &shapes, &tags);
    let words = arcs.len();
    arcs.reverse();
    for arc in &mut arcs {
        if arc.head < words {
            arc.head = words - 1 - arc.head;
        }
    }
    arcs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lexicon::Entry;

    /// Weights that like one class above all.
    struct Likes(usize);
    impl Weights for Likes {
        fn add(&self, _: u32, scores: &mut [f32]) {
            scores[self.0] += 1.0;
        }
    }

    #[test]
    fn any_weights_give_a_tree_with_one_root() {
        let shapes: Vec<Shape> = "Old ships sail far ."
            .split(' ')
            .map(|word| Shape::of(word, &|_| Entry::default()))
            .collect();
        let tags = [Tag::JJ, Tag::NNS, Tag::VBP, Tag::RB, Tag::Stop];
        for class in 0..Move::COUNT {
            let arcs = parse(&Likes(class), &shapes, &tags);
            assert_eq!(arcs.len(), 5);
            assert_eq!(arcs.iter().filter(|arc| arc.head == 5).count(), 1);
            for start in 0..5 {
                let mut at = start;
                for _ in 0..5 {
                    at = arcs.get(at).map_or(5, |arc| arc.head);
                }
                assert_eq!(at, 5, "class {class}, word {start}");
            }
        }
    }

    #[test]
    fn nothing_to_parse() {
        assert!(parse(&Likes(0), &[], &[]).is_empty());
    }
}
