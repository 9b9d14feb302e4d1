//! Treebank sentences in the CoNLL-U format.

use crate::text::{Label, Tag};

/// One sentence of a treebank. A tag or label that we do not keep is `None`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Example {
    /// The words.
    pub forms: Vec<String>,
    /// The lemmas.
    pub lemmas: Vec<String>,
    /// The Penn tags.
    pub tags: Vec<Option<Tag>>,
    /// The heads, from 0; the number of words stands for the root.
    pub heads: Vec<usize>,
    /// What each word is to its head.
    pub labels: Vec<Option<Label>>,
}

impl Example {
    /// How many words it has.
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Whether it has no word.
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    fn push(&mut self, line: &str) {
        let mut columns = line.split('\t');
        let mut column = || columns.next().unwrap_or("");
        let [number, form, lemma, _, tag, _, head, label] = [(); 8].map(|()| column());
        // `3-4` is a contraction whose parts follow, `3.1` an elided word.
        if number.parse::<usize>().is_err() {
            return;
        }
        self.forms.push(form.to_owned());
        self.lemmas.push(lemma.to_owned());
        self.tags.push(Tag::parse(tag));
        self.heads.push(head.parse().unwrap_or(0));
        self.labels.push(Label::parse(label));
    }

    /// Turns heads from "1 is the first word, 0 the root" into ours.
    fn finish(mut self) -> Example {
        let words = self.len();
        for head in &mut self.heads {
            *head = head.checked_sub(1).unwrap_or(words).min(words);
        }
        self
    }
}

/// Reads sentences; lines that are no words are skipped.
///
/// ```
/// use quizwright::text::model::conllu;
/// let text = "1\tBirds\tbird\tNOUN\tNNS\t_\t2\tnsubj\n2\tsing\tsing\tVERB\tVBP\t_\t0\troot\n";
/// let examples = conllu::read(text);
/// assert_eq!(examples[0].heads, [1, 2]);
/// ```
pub fn read(text: &str) -> Vec<Example> {
    let mut examples = Vec::new();
    let mut example = Example::default();
    for line in text.lines().chain([""]) {
        if line.is_empty() {
            if !example.is_empty() {
                examples.push(std::mem::take(&mut example).finish());
            }
        } else if !line.starts_with('#') {
            example.push(line);
        }
    }
    examples
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skips_contractions_and_comments() {
        let text = "# text = x\n1-2\tdon't\n1\tdo\tdo\tAUX\tVBP\t_\t0\troot\n2\tn't\tnot\tPART\tRB\t_\t1\tadvmod\n2.1\tgo\n\n\n";
        let examples = read(text);
        assert_eq!(examples.len(), 1);
        assert_eq!(examples[0].forms, ["do", "n't"]);
        assert_eq!(examples[0].heads, [2, 0]);
    }

    #[test]
    fn torn_lines_do_not_panic() {
        let examples = read("1\n1\t\n7\ta\tb\tc\td\te\t99\tnone");
        assert_eq!(examples[0].heads, [3, 3, 3]);
    }
}
