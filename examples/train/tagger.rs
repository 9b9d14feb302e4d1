//! Training the tagger.

use crate::perceptron::{Averaged, Perceptron, Row};
use crate::random::Random;
use quizwright::text::model::conllu::Example;
use quizwright::text::model::shape::Shape;
use quizwright::text::model::{Weights, tagger};
use quizwright::text::{Tag, lexicon};

/// The parser must learn from tags as wrong as those it will meet: each part
/// of the text is tagged by a tagger that has not seen it.
const PARTS: usize = 5;
/// So many sentences at a time belong to the same part.
const STRETCH: usize = 20;
/// A jackknifed tagger is good enough after so many rounds.
const PART_EPOCHS: usize = 6;

/// The tagger's weights, and a tag for every word of the examples.
pub(crate) fn train(examples: &[Example], epochs: usize, birth: u8) -> (Vec<Row>, Vec<u8>) {
    let shapes: Vec<Vec<Shape>> = examples.iter().map(shapes).collect();
    let all: Vec<usize> = (0..examples.len()).collect();
    std::thread::scope(|scope| {
        let whole = scope.spawn(|| learn(examples, &shapes, &all, epochs, birth));
        let tags = jackknife(examples, &shapes, epochs.min(PART_EPOCHS), birth);
        (whole.join().unwrap_or_default(), tags)
    })
}

/// The shapes of an example's words.
pub(crate) fn shapes(example: &Example) -> Vec<Shape> {
    example
        .forms
        .iter()
        .map(|form| Shape::of(form, &lexicon::entry))
        .collect()
}

fn jackknife(examples: &[Example], shapes: &[Vec<Shape>], epochs: usize, birth: u8) -> Vec<u8> {
    let mut tags: Vec<Vec<u8>> = vec![Vec::new(); examples.len()];
    for part in 0..PARTS {
        let (own, others): (Vec<usize>, Vec<usize>) =
            (0..examples.len()).partition(|index| (index / STRETCH) % PARTS == part);
        let rows = learn(examples, shapes, &others, epochs, birth);
        let weights = Averaged::new(&rows);
        for index in own {
            tags[index] = tagger::tag(&weights, &shapes[index], &[])
                .iter()
                .map(|tagged| tagged.tag as u8)
                .collect();
        }
    }
    tags.concat()
}

fn learn(
    examples: &[Example],
    shapes: &[Vec<Shape>],
    chosen: &[usize],
    epochs: usize,
    birth: u8,
) -> Vec<Row> {
    let mut perceptron = Perceptron::new(birth);
    let mut random = Random::new(42);
    let mut order = chosen.to_vec();
    let mut found = tagger::collector();
    let mut scores = vec![0.0; Tag::COUNT];
    for _ in 0..epochs {
        random.shuffle(&mut order);
        for &index in &order {
            let mut previous = [None, None];
            for (at, right) in examples[index].tags.iter().enumerate() {
                tagger::features(&shapes[index], at, previous, &mut found);
                scores.fill(0.0);
                for &hash in found.hashes() {
                    perceptron.add(hash, &mut scores);
                }
                let guess = first_best(&scores);
                perceptron.tick();
                if let Some(right) = right
                    && right.index() != guess
                {
                    perceptron.learn(found.hashes(), right.index(), guess);
                }
                previous = [Tag::from_index(guess), previous[0]];
            }
        }
    }
    perceptron.averaged()
}

fn first_best(scores: &[f32]) -> usize {
    let mut best = 0;
    for (index, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = index;
        }
    }
    best
}
