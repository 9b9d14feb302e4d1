//! [`Score`]: how much of a treebank was got right.

use super::conllu::Example;
use super::parser::Arc;
use crate::text::{Label, Tag};
use std::fmt;

/// Counts over the words of a treebank; punctuation counts like words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Score {
    /// All words.
    pub words: u32,
    /// Those with the right tag.
    pub tags: u32,
    /// Those with the right head.
    pub heads: u32,
    /// Those with the right head and the right label.
    pub arcs: u32,
    /// All sentences.
    pub sentences: u32,
    /// Those with every head right, punctuation aside.
    pub whole: u32,
}

impl Score {
    /// Counts one sentence.
    pub fn count(&mut self, example: &Example, tags: &[Tag], arcs: &[Arc]) {
        let mut whole = true;
        for (index, gold) in example.heads.iter().enumerate() {
            let gold_tag = example.tags.get(index).copied().flatten();
            let gold_label = example.labels.get(index).copied().flatten();
            let arc = arcs.get(index);
            let tag = gold_tag.is_some() && tags.get(index).copied() == gold_tag;
            let head = arc.is_some_and(|arc| arc.head == *gold);
            let label = arc.is_some_and(|arc| Some(arc.label) == gold_label);
            self.words += 1;
            self.tags += u32::from(tag);
            self.heads += u32::from(head);
            self.arcs += u32::from(head && label);
            whole &= head || gold_label == Some(Label::Punct);
        }
        self.sentences += 1;
        self.whole += u32::from(whole);
    }

    /// A count in per cent of the words.
    pub fn share(&self, count: u32) -> f64 {
        100.0 * f64::from(count) / f64::from(self.words.max(1))
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} words, tags {:.2}, UAS {:.2}, LAS {:.2}, whole sentences {:.1}",
            self.words,
            self.share(self.tags),
            self.share(self.heads),
            self.share(self.arcs),
            100.0 * f64::from(self.whole) / f64::from(self.sentences.max(1)),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::model::conllu;

    #[test]
    fn counts_tags_heads_and_labels() {
        let example = &conllu::read(
            "1\tBirds\tbird\t_\tNNS\t_\t2\tnsubj\n2\tsing\tsing\t_\tVBP\t_\t0\troot\n",
        )[0];
        let arc = |head, label| Arc {
            head,
            label,
            margin: 1.0,
        };
        let mut score = Score::default();
        score.count(
            example,
            &[Tag::NN, Tag::VBP],
            &[arc(1, Label::Obj), arc(2, Label::Root)],
        );
        assert_eq!(
            (score.words, score.tags, score.heads, score.arcs),
            (2, 1, 2, 1)
        );
        assert_eq!(score.whole, 1);
    }
}
