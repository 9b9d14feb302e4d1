//! Training the parser.

use crate::oracle::{KINDS, costs};
use crate::perceptron::{Averaged, Perceptron, Row};
use crate::random::Random;
use crate::tagger::shapes;
use anyhow::{Result, ensure};
use quizwright::text::model::conllu::Example;
use quizwright::text::model::evaluation::Score;
use quizwright::text::model::parser::{self, Context};
use quizwright::text::model::state::{Move, State};
use quizwright::text::model::{Weights, tagger};
use quizwright::text::{Label, Tag};

/// After a mistake the parser follows its own step so often in ten, to learn
/// what to do in states that only mistakes lead to.
const EXPLORE: usize = 9;
/// How often to measure.
const REPORT: usize = 5;

/// How to train.
#[derive(Clone, Copy)]
pub(crate) struct Course {
    pub(crate) epochs: usize,
    pub(crate) birth: u8,
    pub(crate) backward: bool,
}

/// A sentence as it looks from its end.
fn turned_example(example: &Example) -> Example {
    let words = example.len();
    let mut turned = example.clone();
    turned.forms.reverse();
    turned.labels.reverse();
    turned.heads.reverse();
    for head in &mut turned.heads {
        if *head < words {
            *head = words - 1 - *head;
        }
    }
    turned
}

/// Trains on the given tags, one byte a word.
pub(crate) fn train(
    examples: &[Example],
    tags: &[u8],
    course: Course,
    report: impl Fn(usize, &[Row]) -> Result<()>,
) -> Result<Vec<Row>> {
    let Course {
        epochs,
        birth,
        backward,
    } = course;
    let turned: Vec<Example>;
    let examples = if backward {
        turned = examples.iter().map(turned_example).collect();
        &turned
    } else {
        examples
    };
    let mut tags = tags.iter();
    let mut contexts = Vec::with_capacity(examples.len());
    for example in examples {
        let mut own: Vec<Tag> = tags
            .by_ref()
            .take(example.len())
            .filter_map(|&tag| Tag::from_index(usize::from(tag)))
            .collect();
        ensure!(own.len() == example.len(), "the tags do not fit the text");
        if backward {
            own.reverse();
        }
        contexts.push(Context::new(&shapes(example), &own));
    }
    let mut perceptron = Perceptron::new(birth);
    let mut random = Random::new(7);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut found = parser::collector();
    let mut scores = vec![0.0; Move::COUNT];
    for epoch in 0..epochs {
        random.shuffle(&mut order);
        for &index in &order {
            let example = &examples[index];
            let mut state = State::new(example.len());
            while !state.is_done() {
                parser::features(&contexts[index], &state, &mut found);
                scores.fill(0.0);
                for &hash in found.hashes() {
                    perceptron.add(hash, &mut scores);
                }
                let guess = parser::best_move(&state, &scores);
                let right = best_right(&state, example, &scores);
                perceptron.tick();
                let correct = is_right(&state, example, guess);
                if !correct {
                    perceptron.learn(found.hashes(), right.class(), guess.class());
                }
                let follow = correct || (epoch > 0 && random.below(10) < EXPLORE);
                state.apply(if follow { guess } else { right });
            }
        }
        if epoch % REPORT == REPORT - 1 || epoch + 1 == epochs {
            report(epoch + 1, &perceptron.averaged())?;
        }
    }
    Ok(perceptron.averaged())
}

/// The kind of a move, in the order of the oracle.
fn kind(step: Move) -> usize {
    match step {
        Move::Shift => 0,
        Move::Left(_) => 1,
        Move::Right(_) => 2,
    }
}

/// The head that a left or right arc gives to the top of the stack.
fn new_head(state: &State, kind: usize) -> Option<usize> {
    if kind == 1 {
        return Some(state.next());
    }
    let stack = state.stack();
    stack.len().checked_sub(2).map(|below| stack[below])
}

fn cheapest(costs: &[Option<usize>; KINDS]) -> usize {
    costs.iter().flatten().min().copied().unwrap_or(0)
}

/// Whether a move loses nothing: it is among the cheapest, and a right arc has
/// its right label.
fn is_right(state: &State, example: &Example, step: Move) -> bool {
    let costs = costs(state, &example.heads);
    if costs[kind(step)] != Some(cheapest(&costs)) {
        return false;
    }
    let (Move::Left(label) | Move::Right(label)) = step else {
        return true;
    };
    let Some(&top) = state.stack().last() else {
        return true;
    };
    let is_gold = new_head(state, kind(step)) == Some(example.heads[top]);
    !is_gold || example.labels[top].is_none_or(|gold| gold == label)
}

/// The best scored of the right moves.
fn best_right(state: &State, example: &Example, scores: &[f32]) -> Move {
    let costs = costs(state, &example.heads);
    let cheapest = cheapest(&costs);
    let mut best: Option<(f32, Move)> = None;
    let mut offer = |step: Move| {
        let score = scores[step.class()];
        if best.is_none_or(|(top, _)| score > top) {
            best = Some((score, step));
        }
    };
    if costs[0] == Some(cheapest) {
        offer(Move::Shift);
    }
    if let Some(&top) = state.stack().last() {
        for (side, arc) in [(1, Move::Left as fn(Label) -> Move), (2, Move::Right)] {
            if costs[side] != Some(cheapest) {
                continue;
            }
            let head = new_head(state, side);
            match example.labels[top] {
                Some(gold) if head == Some(example.heads[top]) => offer(arc(gold)),
                _ => {
                    let at_root = head == Some(state.words());
                    for &label in Label::ALL {
                        if (label == Label::Root) == at_root {
                            offer(arc(label));
                        }
                    }
                }
            }
        }
    }
    best.map_or(Move::Shift, |(_, step)| step)
}

/// How well the weights do on other text, with the tagger's own tags.
pub(crate) fn score(tagger: &[Row], parser: &[Row], examples: &[Example], backward: bool) -> Score {
    let (tagger, parser) = (Averaged::new(tagger), Averaged::new(parser));
    let mut score = Score::default();
    for example in examples {
        let shapes = shapes(example);
        let tags: Vec<Tag> = tagger::tag(&tagger, &shapes, &[])
            .iter()
            .map(|tagged| tagged.tag)
            .collect();
        let arcs = if backward {
            parser::parse_backward(&parser, &shapes, &tags)
        } else {
            parser::parse(&parser, &shapes, &tags)
        };
        score.count(example, &tags, &arcs);
    }
    score
}
