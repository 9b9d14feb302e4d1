//! Two parsers, one tree: each arc has the votes of those who drew it, and the
//! tree with the most votes wins (Eisner's algorithm).

use super::parser::Arc;

/// What a parser's arc is worth before its margin counts.
const FORWARD: f32 = 1.0;
const BACKWARD: f32 = 0.8;
/// What the logarithm of a margin adds.
const MARGIN: f32 = 0.25;
const MOST_MARGIN: f32 = 300.0;
/// Longer sentences keep the forward tree: the search is cubic.
const LONGEST: usize = 120;
/// The margin of an arc on which the parsers disagree is this part of it.
const DISPUTED: f32 = 0.1;

/// The tree that the two trees agree on most. The margin of an arc both have,
/// with its label, is the forward parser's; of the others little is left.
pub fn vote(forward: &[Arc], backward: &[Arc]) -> Vec<Arc> {
    let words = forward.len();
    if words != backward.len() || words > LONGEST || words == 0 {
        return forward.to_vec();
    }
    let heads = if forward.iter().zip(backward).all(|(a, b)| a.head == b.head) {
        forward.iter().map(|arc| arc.head).collect()
    } else {
        let mut scores = Grid::new(words + 1, 0.0);
        for (tree, worth) in [(forward, FORWARD), (backward, BACKWARD)] {
            for (word, arc) in tree.iter().enumerate() {
                let sure = MARGIN * arc.margin.clamp(0.0, MOST_MARGIN).ln_1p();
                scores.add(arc.head, word, worth + sure);
            }
        }
        best_tree(&scores, words)
    };
    heads
        .into_iter()
        .zip(forward.iter().zip(backward))
        .map(|(head, (a, b))| {
            let chosen = if a.head == head { a } else { b };
            let agreed = a.head == b.head && a.label == b.label;
            let margin = if agreed {
                chosen.margin
            } else {
                chosen.margin * DISPUTED
            };
            Arc {
                head,
                label: chosen.label,
                margin,
            }
        })
        .collect()
}

/// A square of numbers.
struct Grid<T> {
    side: usize,
    cells: Vec<T>,
}

impl<T: Copy + Default> Grid<T> {
    fn new(side: usize, value: T) -> Grid<T> {
        Grid {
            side,
            cells: vec![value; side * side],
        }
    }

    fn get(&self, row: usize, column: usize) -> T {
        self.cells
            .get(row * self.side + column)
            .copied()
            .unwrap_or_default()
    }

    fn set(&mut self, row: usize, column: usize, value: T) {
        if let Some(cell) = self.cells.get_mut(row * self.side + column) {
            *cell = value;
        }
    }
}

impl Grid<f32> {
    fn add(&mut self, row: usize, column: usize, value: f32) {
        self.set(row, column, self.get(row, column) + value);
    }
}

/// A piece of a tree over the words from `first` to `last`: headed by its
/// first or its last word, and either closed or just joined by an arc between
/// the two.
#[derive(Clone, Copy)]
enum Piece {
    /// Headed by the last word.
    Left(usize, usize),
    /// Headed by the first word.
    Right(usize, usize),
    /// An arc from the last word to the first.
    ArcLeft(usize, usize),
    /// An arc from the first word to the last.
    ArcRight(usize, usize),
}

/// The heads of the best tree without crossing arcs and with one root, whose
/// head is `words`.
fn best_tree(scores: &Grid<f32>, words: usize) -> Vec<usize> {
    let lowest = f32::NEG_INFINITY;
    let grid = || Grid::new(words, lowest);
    let (mut left, mut right) = (grid(), grid());
    let (mut arc_left, mut arc_right) = (grid(), grid());
    let cuts = || Grid::new(words, 0usize);
    let (mut left_cut, mut right_cut, mut arc_cut) = (cuts(), cuts(), cuts());
    for word in 0..words {
        left.set(word, word, 0.0);
        right.set(word, word, 0.0);
    }
    for length in 1..words {
        for i in 0..words - length {
            let j = i + length;
            let top = |range: std::ops::Range<usize>, value: &dyn Fn(usize) -> f32| {
                range.fold((lowest, i), |best, cut| {
                    let value = value(cut);
                    if value > best.0 { (value, cut) } else { best }
                })
            };
            let (joined, cut) = top(i..j, &|k| right.get(i, k) + left.get(k + 1, j));
            arc_cut.set(i, j, cut);
            arc_left.set(i, j, joined + scores.get(j, i));
            arc_right.set(i, j, joined + scores.get(i, j));
            let (value, cut) = top(i..j, &|k| left.get(i, k) + arc_left.get(k, j));
            left.set(i, j, value);
            left_cut.set(i, j, cut);
            let (value, cut) = top(i + 1..j + 1, &|k| arc_right.get(i, k) + right.get(k, j));
            right.set(i, j, value);
            right_cut.set(i, j, cut);
        }
    }
    let last = words - 1;
    let root = (0..words)
        .map(|root| left.get(0, root) + right.get(root, last) + scores.get(words, root))
        .enumerate()
        .fold((0, lowest), |best, (root, value)| {
            if value > best.1 { (root, value) } else { best }
        })
        .0;
    let mut heads = vec![words; words];
    let mut open = vec![Piece::Left(0, root), Piece::Right(root, last)];
    while let Some(piece) = open.pop() {
        let (i, j) = match piece {
            Piece::Left(i, j) | Piece::Right(i, j) if i == j => continue,
            Piece::Left(i, j) => {
                let k = left_cut.get(i, j);
                open.extend([Piece::Left(i, k), Piece::ArcLeft(k, j)]);
                continue;
            }
            Piece::Right(i, j) => {
                let k = right_cut.get(i, j);
                open.extend([Piece::ArcRight(i, k), Piece::Right(k, j)]);
                continue;
            }
            Piece::ArcLeft(i, j) => {
                heads[i] = j;
                (i, j)
            }
            Piece::ArcRight(i, j) => {
                heads[j] = i;
                (i, j)
            }
        };
        let k = arc_cut.get(i, j);
        open.extend([Piece::Right(i, k), Piece::Left(k + 1, j)]);
    }
    heads
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Label;

    fn tree(heads: &[usize], margin: f32) -> Vec<Arc> {
        heads
            .iter()
            .map(|&head| Arc {
                head,
                label: Label::Dep,
                margin,
            })
            .collect()
    }

    fn heads(arcs: &[Arc]) -> Vec<usize> {
        arcs.iter().map(|arc| arc.head).collect()
    }

    #[test]
    fn agreement_keeps_the_tree_and_the_margins() {
        let one = tree(&[1, 4, 1, 2], 9.0);
        assert_eq!(vote(&one, &one), one);
    }

    #[test]
    fn the_surer_parser_wins_and_the_tree_stays_whole() {
        let (sure, unsure) = (tree(&[1, 4, 1, 2], 200.0), tree(&[4, 0, 1, 1], 1.0));
        assert_eq!(heads(&vote(&sure, &unsure)), [1, 4, 1, 2]);
        assert_eq!(heads(&vote(&unsure, &sure)), [1, 4, 1, 2]);
        let margins: Vec<f32> = vote(&sure, &unsure).iter().map(|arc| arc.margin).collect();
        assert!(margins[0] < 100.0 && margins[2] > 100.0);
    }

    #[test]
    fn always_a_tree() {
        // Every pair of the trees over four words with one root each.
        let all: Vec<Vec<usize>> = (0..625)
            .map(|n| vec![n % 5, n / 5 % 5, n / 25 % 5, n / 125])
            .collect();
        for (a, b) in all.iter().zip(all.iter().rev()) {
            let found = heads(&vote(&tree(a, 3.0), &tree(b, 2.0)));
            if a == b {
                continue;
            }
            assert_eq!(
                found.iter().filter(|&&head| head == 4).count(),
                1,
                "{a:?} {b:?}"
            );
            for start in 0..4 {
                let end = (0..4).fold(start, |at, _| found.get(at).copied().unwrap_or(4));
                assert_eq!(end, 4, "{a:?} {b:?} {found:?}");
            }
        }
    }

    #[test]
    fn nothing_to_vote_on() {
        assert!(vote(&[], &[]).is_empty());
        assert_eq!(heads(&vote(&tree(&[1], 1.0), &tree(&[1], 1.0))), [1]);
    }
}
