//! [`State`]: how far a parse has come (the arc-hybrid system, root last).

use crate::text::Label;

/// No word.
pub(crate) const NONE: usize = usize::MAX;

/// One step of a parse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// The next word goes onto the stack.
    Shift,
    /// The top of the stack hangs on the next word.
    Left(Label),
    /// The top of the stack hangs on the word below it.
    Right(Label),
}

impl Move {
    /// How many classes the parser decides between.
    pub const COUNT: usize = 1 + 2 * Label::COUNT;

    /// Its class: 0 is shift, then the left arcs, then the right arcs.
    pub fn class(self) -> usize {
        match self {
            Move::Shift => 0,
            Move::Left(label) => 1 + label.index(),
            Move::Right(label) => 1 + Label::COUNT + label.index(),
        }
    }

    /// The move of a class; shift if there is no such class.
    pub fn from_class(class: usize) -> Move {
        let Some(index) = class.checked_sub(1) else {
            return Move::Shift;
        };
        if let Some(label) = Label::from_index(index) {
            return Move::Left(label);
        }
        Label::from_index(index - Label::COUNT).map_or(Move::Shift, Move::Right)
    }
}

/// One bit for each kind of label that a head normally takes once.
pub(crate) mod kind {
    use crate::text::Label;

    pub(crate) const SUBJECT: u32 = 1;
    pub(crate) const OBJECT: u32 = 2;
    pub(crate) const AUX: u32 = 8;
    pub(crate) const COPULA: u32 = 16;
    pub(crate) const CASE: u32 = 32;
    pub(crate) const MARK: u32 = 64;
    pub(crate) const EXPLETIVE: u32 = 128;
    pub(crate) const CLAUSE: u32 = 256;

    pub(crate) fn of(label: Label) -> u32 {
        match label.base() {
            Label::Nsubj | Label::Csubj => SUBJECT,
            Label::Obj => OBJECT,
            Label::Iobj => 4,
            Label::Aux => AUX,
            Label::Cop => COPULA,
            Label::Case => CASE,
            Label::Mark => MARK,
            Label::Expl => EXPLETIVE,
            Label::Ccomp | Label::Xcomp => CLAUSE,
            Label::Cc => 512,
            Label::Det => 1024,
            Label::Punct => 2048,
            Label::Obl => 4096,
            Label::Advmod => 8192,
            _ => 0,
        }
    }
}

/// What a word has gathered so far.
#[derive(Debug, Clone, Copy)]
pub struct Node {
    /// Its head, the number of words for the root, `usize::MAX` for none yet.
    pub head: usize,
    /// Its label, once it has a head.
    pub label: Option<Label>,
    pub(crate) left: [usize; 2],
    pub(crate) right: [usize; 2],
    pub(crate) lefts: u32,
    pub(crate) rights: u32,
    pub(crate) left_kinds: u32,
    pub(crate) right_kinds: u32,
}

const FREE: Node = Node {
    head: NONE,
    label: None,
    left: [NONE; 2],
    right: [NONE; 2],
    lefts: 0,
    rights: 0,
    left_kinds: 0,
    right_kinds: 0,
};

/// How far a parse has come. Words are numbered from 0; the number after the
/// last is the root.
#[derive(Debug, Clone)]
pub struct State {
    words: usize,
    stack: Vec<usize>,
    next: usize,
    nodes: Vec<Node>,
}

impl State {
    /// The start, for a sentence of so many words.
    pub fn new(words: usize) -> State {
        State {
            words,
            stack: Vec::with_capacity(16),
            next: 0,
            nodes: vec![FREE; words + 1],
        }
    }

    /// How many words the sentence has.
    pub fn words(&self) -> usize {
        self.words
    }

    /// The words that wait for a head, the top last.
    pub fn stack(&self) -> &[usize] {
        &self.stack
    }

    /// The next word; the root when there is no more.
    pub fn next(&self) -> usize {
        self.next
    }

    /// What a word has gathered so far.
    pub fn node(&self, index: usize) -> &Node {
        self.nodes.get(index).unwrap_or(&FREE)
    }

    /// Whether every word has its head.
    pub fn is_done(&self) -> bool {
        self.next == self.words && self.stack.is_empty()
    }

    /// Whether a word is left to shift.
    pub fn can_shift(&self) -> bool {
        self.next < self.words
    }

    /// Whether the top of the stack may hang on the next word. Only one word
    /// may hang on the root.
    pub fn can_left(&self) -> bool {
        match self.stack.len() {
            0 => false,
            1 => true,
            _ => self.can_shift(),
        }
    }

    /// Whether the top of the stack may hang on the word below it.
    pub fn can_right(&self) -> bool {
        self.stack.len() >= 2
    }

    /// Takes one step; a step that is not allowed changes nothing.
    pub fn apply(&mut self, step: Move) {
        match step {
            Move::Shift if self.can_shift() => {
                self.stack.push(self.next);
                self.next += 1;
            }
            Move::Left(label) if self.can_left() => {
                let head = self.next;
                if let Some(word) = self.attach(head, label)
                    && let Some(node) = self.nodes.get_mut(head)
                {
                    node.left = [word, node.left[0]];
                    node.lefts = (node.lefts + 1).min(6);
                    node.left_kinds |= kind::of(label);
                }
            }
            Move::Right(label) if self.can_right() => {
                let below = self.stack.len() - 2;
                let head = self.stack.get(below).copied().unwrap_or(NONE);
                if let Some(word) = self.attach(head, label)
                    && let Some(node) = self.nodes.get_mut(head)
                {
                    node.right = [word, node.right[0]];
                    node.rights = (node.rights + 1).min(6);
                    node.right_kinds |= kind::of(label);
                }
            }
            _ => {}
        }
    }

    fn attach(&mut self, head: usize, label: Label) -> Option<usize> {
        let word = self.stack.pop()?;
        let node = self.nodes.get_mut(word)?;
        node.head = head;
        node.label = Some(label);
        Some(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_a_move_and_back() {
        for class in 0..Move::COUNT {
            assert_eq!(Move::from_class(class).class(), class);
        }
        assert_eq!(Move::from_class(Move::COUNT), Move::Shift);
    }

    #[test]
    fn three_words() {
        // She saw him.
        let mut state = State::new(3);
        for step in [
            Move::Shift,
            Move::Left(Label::Nsubj),
            Move::Shift,
            Move::Shift,
            Move::Right(Label::Obj),
            Move::Left(Label::Root),
        ] {
            assert!(!state.is_done());
            state.apply(step);
        }
        assert!(state.is_done());
        let heads: Vec<usize> = (0..3).map(|i| state.node(i).head).collect();
        assert_eq!(heads, [1, 3, 1]);
    }

    #[test]
    fn a_forbidden_move_changes_nothing() {
        let mut state = State::new(1);
        state.apply(Move::Right(Label::Obj));
        state.apply(Move::Left(Label::Obj));
        assert_eq!(state.next(), 0);
        state.apply(Move::Shift);
        state.apply(Move::Shift);
        assert_eq!(state.stack(), [0]);
    }
}
