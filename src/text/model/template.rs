//! The templates of the parser: what it looks at before each step.
//!
//! `s0`, `s1`, `s2` are the words on the stack from the top down, `b0`, `b1`,
//! `b2` the words to come; `s0l` is the outermost left child of `s0`, `s0l2`
//! the one inside it, `s0r` the outermost right child.

use super::feature::{Features, text_hash};
use super::is_finite;
use super::shape::Shape;
use super::state::{NONE, State, kind};
use crate::text::Tag;

/// Stand for words that are not there.
const NO_WORD: u32 = 7;
const ROOT_WORD: u32 = 3;
const ROOT_TAG: u32 = 200;
const NO_COUNT: u32 = 9;
const NO_KINDS: u32 = 1 << 20;
const NO_LEXICON: u32 = 9999;

/// What a clause has on the left of its head.
const CORE: u32 =
    kind::SUBJECT | kind::AUX | kind::COPULA | kind::CASE | kind::MARK | kind::EXPLETIVE;
/// What a clause has on the right of its head.
const COMPLEMENTS: u32 = kind::OBJECT
    | 4
    | kind::AUX
    | kind::COPULA
    | kind::CASE
    | kind::MARK
    | kind::EXPLETIVE
    | kind::CLAUSE;

/// What the parser may look at, gathered once a sentence. The last entry
/// stands for the root.
#[derive(Debug)]
pub struct Context {
    words: Vec<Seen>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    word: u32,
    tag: u32,
    ending: u32,
    lexicon: u32,
    kind: u32,
    /// Commas, finite verbs and open brackets before this word.
    commas: u32,
    verbs: u32,
    depth: i32,
    /// The first finite verb from here on: its tag and how far it is.
    verb_ahead: u32,
    verb_distance: u32,
}

impl Context {
    /// Gathers what `shapes` and `tags` show.
    pub fn new(shapes: &[Shape], tags: &[Tag]) -> Context {
        let mut words: Vec<Seen> = Vec::with_capacity(shapes.len() + 1);
        let (mut commas, mut verbs, mut depth) = (0, 0, 0);
        let (comma, round, square) = (text_hash(","), text_hash("("), text_hash("["));
        let (end_round, end_square) = (text_hash(")"), text_hash("]"));
        for (shape, &tag) in shapes.iter().zip(tags) {
            words.push(Seen {
                word: shape.lower,
                tag: tag as u32 + 1,
                ending: shape.suffixes[2],
                lexicon: shape.lexicon,
                kind: shape.kind,
                commas,
                verbs,
                depth,
                ..Seen::default()
            });
            commas += u32::from(shape.word == comma);
            verbs += u32::from(is_finite(tag));
            depth += i32::from(shape.word == round || shape.word == square);
            depth -= i32::from(shape.word == end_round || shape.word == end_square);
        }
        let (mut verb_ahead, mut verb_distance) = (0, 0);
        for (seen, &tag) in words.iter_mut().zip(tags).rev() {
            if is_finite(tag) {
                (verb_ahead, verb_distance) = (seen.tag, 1);
            } else if verb_distance > 0 {
                verb_distance = (verb_distance + 1).min(6);
            }
            seen.verb_ahead = verb_ahead;
            seen.verb_distance = verb_distance;
        }
        words.push(Seen {
            word: ROOT_WORD,
            tag: ROOT_TAG,
            ending: ROOT_WORD,
            commas,
            verbs,
            depth,
            ..Seen::default()
        });
        Context { words }
    }

    /// How many words the sentence has.
    pub fn len(&self) -> usize {
        self.words.len() - 1
    }

    /// Whether the sentence has no word.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Commas, finite verbs and brackets between two words, in one number.
    fn between(&self, a: usize, b: usize) -> u32 {
        let (first, last) = (a.min(b), a.max(b));
        let (Some(from), Some(to)) = (
            first.checked_add(1).and_then(|next| self.words.get(next)),
            self.words.get(last),
        ) else {
            return 99;
        };
        let commas = to.commas.saturating_sub(from.commas).min(3);
        let verbs = to.verbs.saturating_sub(from.verbs).min(2);
        let brackets = match to.depth - from.depth {
            ..0 => 0,
            0 => 1,
            1.. => 2,
        };
        commas | verbs << 2 | brackets << 4
    }
}

/// A word as a template sees it.
struct View {
    word: u32,
    tag: u32,
    ending: u32,
    lexicon: u32,
    kind: u32,
    label: u32,
    lefts: u32,
    rights: u32,
    left_kinds: u32,
    right_kinds: u32,
}

fn view(context: &Context, state: &State, index: usize) -> View {
    let Some(seen) = context.words.get(index) else {
        return View {
            word: NO_WORD,
            tag: 0,
            ending: NO_WORD,
            lexicon: NO_LEXICON,
            kind: 0,
            label: 0,
            lefts: NO_COUNT,
            rights: NO_COUNT,
            left_kinds: NO_KINDS,
            right_kinds: NO_KINDS,
        };
    };
    let node = state.node(index);
    View {
        word: seen.word,
        tag: seen.tag,
        ending: seen.ending,
        lexicon: seen.lexicon,
        kind: seen.kind,
        label: node.label.map_or(255, |label| label as u32 + 1),
        lefts: node.lefts,
        rights: node.rights,
        left_kinds: node.left_kinds,
        right_kinds: node.right_kinds,
    }
}

/// How far apart two words are, in eight steps.
fn gap(a: usize, b: usize) -> u32 {
    if a == NONE || b == NONE {
        return 9;
    }
    match a.abs_diff(b) {
        0 => 0,
        1 => 1,
        2 => 2,
        3 => 3,
        4 => 4,
        5..=7 => 5,
        8..=12 => 6,
        _ => 7,
    }
}

fn up_to(number: usize, most: u32) -> u32 {
    u32::try_from(number).map_or(most, |number| number.min(most))
}

/// The features of the parser, for [`features`].
pub fn collector() -> Features {
    Features::new(500)
}

/// Collects the features of the next step.
#[allow(
    clippy::similar_names,
    reason = "s0, s1, b0 and their children are the names of the craft"
)]
pub fn features(context: &Context, state: &State, features: &mut Features) {
    features.clear();
    let stack = state.stack();
    let on_stack = |below: usize| {
        stack
            .len()
            .checked_sub(below + 1)
            .and_then(|index| stack.get(index))
            .copied()
            .unwrap_or(NONE)
    };
    let words = state.words();
    let (i0, i1, i2, next) = (on_stack(0), on_stack(1), on_stack(2), state.next());
    let see = |index: usize| view(context, state, index);
    let [s0, s1, s2] = [see(i0), see(i1), see(i2)];
    let [b0, b1, b2] = [see(next), see(next + 1), see(next + 2)];
    let child = |left: bool, of: usize, place: usize| {
        let node = state.node(of);
        let children = if left { &node.left } else { &node.right };
        see(children.get(place).copied().unwrap_or(NONE))
    };
    let (s0l, s0r, s1l, s1r) = (
        child(true, i0, 0),
        child(false, i0, 0),
        child(true, i1, 0),
        child(false, i1, 0),
    );
    let (s0l2, s0r2, s1r2) = (child(true, i0, 1), child(false, i0, 1), child(false, i1, 1));
    let (b0l, b0l2) = (child(true, next, 0), child(true, next, 1));
    let (gap0, gap1) = (gap(i0, next), gap(i1, i0));
    let (between0, between1) = (context.between(i0, next), context.between(i1, i0));
    let last_tag = see(words.checked_sub(1).unwrap_or(NONE)).tag;
    let (depth, rest) = (up_to(stack.len(), 5), up_to(words - next.min(words), 4));
    let (verb, verb_at) = context
        .words
        .get(next)
        .map_or((0, 0), |seen| (seen.verb_ahead, seen.verb_distance));
    let mut f = |values: &[u32]| features.push(values);
    f(&[0]);
    // Single words.
    f(&[s0.word, s0.tag]);
    f(&[s0.word]);
    f(&[s0.tag]);
    f(&[s1.word, s1.tag]);
    f(&[s1.word]);
    f(&[s1.tag]);
    f(&[b0.word, b0.tag]);
    f(&[b0.word]);
    f(&[b0.tag]);
    f(&[b1.word, b1.tag]);
    f(&[b1.word]);
    f(&[b1.tag]);
    f(&[b2.word, b2.tag]);
    f(&[b2.tag]);
    f(&[s2.word, s2.tag]);
    f(&[s2.tag]);
    // The top of the stack and the next word.
    f(&[s0.word, s0.tag, b0.word, b0.tag]);
    f(&[s0.word, s0.tag, b0.word]);
    f(&[s0.word, b0.word, b0.tag]);
    f(&[s0.word, s0.tag, b0.tag]);
    f(&[s0.tag, b0.word, b0.tag]);
    f(&[s0.word, b0.word]);
    f(&[s0.tag, b0.tag]);
    f(&[b0.tag, b1.tag]);
    f(&[s0.tag, b0.tag, s0.ending]);
    f(&[s0.tag, b0.tag, b0.ending]);
    // The two on top of the stack.
    f(&[s1.word, s1.tag, s0.word, s0.tag]);
    f(&[s1.word, s0.word]);
    f(&[s1.word, s1.tag, s0.tag]);
    f(&[s1.tag, s0.word, s0.tag]);
    f(&[s1.tag, s0.tag]);
    f(&[s1.word, s0.tag]);
    f(&[s1.tag, s0.word]);
    // The second on the stack and the next word.
    f(&[s1.word, b0.tag]);
    f(&[s1.tag, b0.tag]);
    f(&[s1.tag, b0.word]);
    f(&[s1.word, b0.word]);
    // Three or four words.
    f(&[b0.tag, b1.tag, b2.tag]);
    f(&[s0.tag, b0.tag, b1.tag]);
    f(&[s1.tag, s0.tag, b0.tag]);
    f(&[s2.tag, s1.tag, s0.tag]);
    f(&[s1.tag, s0.tag, b0.tag, b1.tag]);
    f(&[s0.word, b0.tag, b1.tag]);
    f(&[s0.tag, b0.word, b1.tag]);
    f(&[s0.tag, b0.tag, b1.word]);
    f(&[s1.word, s0.tag, b0.tag]);
    f(&[s1.tag, s0.word, b0.tag]);
    f(&[s1.tag, s0.tag, b0.word]);
    // What hangs on them already.
    f(&[s0.tag, s0l.tag, b0.tag]);
    f(&[s0.tag, s0r.tag, b0.tag]);
    f(&[s0.tag, b0.tag, b0l.tag]);
    f(&[s1.tag, s1l.tag, s0.tag]);
    f(&[s1.tag, s1r.tag, s0.tag]);
    f(&[s1.tag, s0.tag, s0l.tag]);
    f(&[s1.tag, s0.tag, s0r.tag]);
    f(&[s1.tag, s1r.tag, s0.tag, b0.tag]);
    f(&[s1.tag, s1r.tag, b0.tag]);
    f(&[s1.tag, s0.tag, s0l.tag, b0.tag]);
    f(&[s0.word, s0l.label]);
    f(&[s0.word, s0r.label]);
    f(&[s1.word, s1l.label]);
    f(&[s1.word, s1r.label]);
    f(&[b0.word, b0l.label]);
    f(&[s0.tag, s0l.label, s0r.label]);
    f(&[s1.tag, s1l.label, s1r.label]);
    f(&[s0.tag, s0l.label, s0l2.label]);
    f(&[s0.tag, s0r.label, s0r2.label]);
    f(&[s1.tag, s1r.label, s1r2.label]);
    f(&[b0.tag, b0l.label, b0l2.label]);
    f(&[s0.tag, s0l.label, b0.tag, b0l.label]);
    f(&[s1.tag, s1r.label, s0.tag, s0l.label]);
    f(&[s1.tag, s1l.label, s0.tag, s0l.label]);
    f(&[s1.tag, s1r.label, s0.tag, s0r.label]);
    f(&[s0l.word, s0.tag, s1.tag]);
    f(&[s0l.word, s0.tag, s1.word]);
    f(&[s0l.word, s0.word]);
    f(&[s0l.word, s1.word]);
    f(&[b0l.word, b0.tag, s0.tag]);
    f(&[s0l.word, b0.tag, s0.tag]);
    f(&[s0l2.word, s0l.tag, s0.tag]);
    f(&[s1l.word, s1.tag]);
    f(&[s1r.word, s1.tag, s0.tag]);
    f(&[s0r.word, s0.tag, b0.tag]);
    // Distances, and how much hangs on them.
    f(&[gap0, s0.tag, b0.tag]);
    f(&[gap0, s0.word]);
    f(&[gap0, b0.word]);
    f(&[gap0, s0.tag]);
    f(&[gap0, b0.tag]);
    f(&[gap1, s1.tag, s0.tag]);
    f(&[gap1, s1.word]);
    f(&[gap1, s0.word, s1.tag]);
    f(&[gap1, s1.word, s0.tag]);
    f(&[s0.lefts, s0.tag, s0.word]);
    f(&[s0.rights, s0.tag, s0.word]);
    f(&[s1.rights, s1.tag, s1.word]);
    f(&[b0.lefts, b0.tag, b0.word]);
    f(&[s0.lefts, s0.rights, s0.tag]);
    f(&[s1.lefts, s1.rights, s1.tag]);
    f(&[s0.lefts, s0.rights, s0.tag, b0.tag]);
    f(&[s1.rights, s0.lefts, s1.tag, s0.tag]);
    // The end of the sentence, the depth of the stack.
    f(&[last_tag, s0.tag, b0.tag]);
    f(&[depth, rest, s0.tag]);
    // What a head has already (no second subject), and what stands between.
    f(&[b0.left_kinds & CORE, s0.tag, b0.tag]);
    f(&[b0.left_kinds, b0.tag]);
    f(&[s0.left_kinds & CORE, s0.tag, b0.tag]);
    f(&[s0.left_kinds, s0.right_kinds, s0.tag]);
    f(&[
        s1.left_kinds & CORE,
        s1.right_kinds & COMPLEMENTS,
        s1.tag,
        s0.tag,
    ]);
    f(&[
        s1.right_kinds,
        s1.tag,
        s0.tag,
        s0.left_kinds & (kind::CASE | kind::MARK | kind::SUBJECT),
    ]);
    f(&[s1.right_kinds, s1.word, s0.tag]);
    f(&[s0.left_kinds & CORE, b0.left_kinds & CORE, s0.tag, b0.tag]);
    f(&[s0.left_kinds, s0.word]);
    f(&[s0.right_kinds, s0.left_kinds & CORE, s0.tag, b0.tag]);
    f(&[between0, s0.tag, b0.tag]);
    f(&[between0, s0.word, b0.tag]);
    f(&[between0, s0.tag, b0.word]);
    f(&[between0, s0.left_kinds & CORE, s0.tag, b0.tag]);
    f(&[between0, b0.left_kinds & CORE, s0.tag, b0.tag]);
    f(&[between1, s1.tag, s0.tag]);
    f(&[between1, s1.word, s0.tag]);
    f(&[between1, s1.tag, s0.word]);
    f(&[between1, s1.tag, s0.tag, b0.tag]);
    f(&[between1, s1.tag, s0.tag, s0.left_kinds & CORE]);
    f(&[verb, verb_at, s0.tag, b0.tag]);
    f(&[verb, verb_at, s0.tag, s0.left_kinds & CORE]);
    f(&[verb, s1.tag, s0.tag, b0.tag]);
    // A prepositional phrase: which of s1 and s2 takes it?
    f(&[s2.word, s0l.word, s1.tag]);
    f(&[s2.word, s1.word, s0l.word]);
    f(&[s2.tag, s1.word, s0l.word]);
    f(&[s2.tag, s1.tag, s0l.word, s0.tag]);
    f(&[s2.word, s1.tag, s0.left_kinds & CORE]);
    f(&[s1l.word, s0l.word, s1.tag, s0.tag]);
    f(&[s0.lexicon, s0.tag, b0.tag]);
    f(&[b0.lexicon, s0.tag, b0.tag]);
    f(&[s1.lexicon, s1.tag, s0.tag]);
    f(&[b1.lexicon, b0.tag, b1.tag]);
    // Kinds of things: a time, a person, a place.
    f(&[s0.kind, s0.tag, b0.tag]);
    f(&[s0.kind, b0.kind, s0.tag, b0.tag]);
    f(&[s1.kind, s0.kind, s1.tag, s0.tag]);
    f(&[s0.word, b0.kind, b0.tag]);
    f(&[s1.word, s0.kind, s0l.word]);
    f(&[s1.tag, s0.kind, s0l.word]);
    f(&[s1.kind, s0.kind, s0l.word]);
    f(&[s2.kind, s1.kind, s0.kind, s0l.word]);
    f(&[s2.word, s1.tag, s0.kind, s0l.word]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lexicon::Entry;

    #[test]
    fn every_state_has_the_same_number_of_features() {
        let shapes: Vec<Shape> = ["She", "saw", "him", "."]
            .iter()
            .map(|word| Shape::of(word, &|_| Entry::default()))
            .collect();
        let context = Context::new(&shapes, &[Tag::PRP, Tag::VBD, Tag::PRP, Tag::Stop]);
        let mut state = State::new(context.len());
        let mut found = collector();
        features(&context, &state, &mut found);
        let count = found.hashes().len();
        while state.can_shift() {
            state.apply(super::super::state::Move::Shift);
            features(&context, &state, &mut found);
            assert_eq!(found.hashes().len(), count);
        }
    }

    #[test]
    fn counts_what_stands_between() {
        let shapes: Vec<Shape> = ["a", ",", "(", "b", ")"]
            .iter()
            .map(|word| Shape::of(word, &|_| Entry::default()))
            .collect();
        let context = Context::new(
            &shapes,
            &[
                Tag::NN,
                Tag::Comma,
                Tag::OpenBracket,
                Tag::VBD,
                Tag::CloseBracket,
            ],
        );
        assert_eq!(context.between(0, 1), 1 << 4);
        assert_eq!(context.between(0, 2), 1 | 1 << 4);
        assert_eq!(context.between(0, 4), 1 | 1 << 2 | 2 << 4);
        assert_eq!(context.between(NONE, 1), 99);
    }
}
