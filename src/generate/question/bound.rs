//! A time belongs to the clause that it hangs on, and to no other.

use super::tense::view;
use super::{Asker, Gap};
use crate::fact::clause::{Clause, Part, Standing};
use crate::fact::value::{Sort, Value};
use crate::fact::{Analysed, Document};
use crate::generate::phrase::Reason;
use crate::text::{Label, Tag};

/// Words that move on to another time.
const MOVING_ON: [&str; 16] = [
    "later",
    "then",
    "after",
    "afterwards",
    "before",
    "when",
    "until",
    "eventually",
    "subsequently",
    "soon",
    "following",
    "finally",
    "since",
    "next",
    "once",
    "ultimately",
];

/// Whether a value is a year, a month or a day.
pub(super) fn is_time(value: &Value) -> bool {
    matches!(value.sort, Sort::Year(_) | Sort::Date(_) | Sort::Period(_))
}

/// Whether a word reads as a year.
pub(super) fn is_year(form: &str) -> bool {
    form.len() == 4 && matches!(form.parse(), Ok(1000..=2100))
}

/// Whether the time a sentence opens with is that of the clause: the clause is
/// the first that states something, or goes straight on from it with *and*.
pub(super) fn front_holds(document: &Document<'_>, sentence: &Analysed, clause: &Clause) -> bool {
    let text = document.text();
    let parse = &sentence.parse;
    let form = |at: usize| parse.form(text, at).to_lowercase();
    if clause.standing != Standing::Main || view(document, sentence, clause).is_some() {
        return false;
    }
    let start = if clause.shared_subject || clause.borrowed {
        clause.predicate
    } else {
        clause.subject.first
    };
    let own = |at: usize| clause.auxiliaries.contains(&at) || clause.copula == Some(at);
    let earlier: Vec<usize> = (0..start)
        .filter(|&at| parse.tag(at).is_some_and(Tag::is_finite) && !own(at))
        .filter(|&at| !(clause.subject.first..=clause.subject.last).contains(&at))
        .collect();
    if earlier.is_empty() {
        return true;
    }
    if !clause.shared_subject {
        // *In 1990, when he was twenty, he moved*
        return clause.parts.iter().any(|p| {
            p.label == Label::Advcl
                && p.last < start
                && earlier.iter().all(|at| (p.first..=p.last).contains(at))
        });
    }
    let joined = parse
        .child(clause.predicate, Label::Cc)
        .is_some_and(|c| form(c) == "and");
    let first = parse.words.get(clause.predicate).and_then(|w| w.head);
    let moved = (0..parse.words.len())
        .any(|at| MOVING_ON.contains(&form(at).as_str()) || is_year(&form(at)));
    joined && first == parse.root() && earlier.len() == 1 && !moved
}

/// Whether a phrase of time inside the clause is certainly its verb's.
pub(super) fn part_holds(
    document: &Document<'_>,
    sentence: &Analysed,
    clause: &Clause,
    part: &Part,
) -> bool {
    let text = document.text();
    let parse = &sentence.parse;
    let form = |at: usize| parse.form(text, at);
    let listed = matches!(form(part.last + 1), "and" | "or" | "," | "&")
        && (is_year(form(part.last + 2)) || parse.tag(part.last + 2) == Some(Tag::CD));
    if listed {
        return false;
    }
    if part.first > clause.predicate {
        return (clause.predicate + 1..part.first).all(|at| {
            let other_verb = parse.tag(at).is_some_and(|t| {
                t.is_finite()
                    || t == Tag::VBN
                    || t == Tag::VBG && parse.label(at) != Some(Label::Amod)
            }) && parse.words.get(at).is_some_and(|w| !w.name)
                && !matches!(parse.label(at), Some(Label::Amod | Label::Compound));
            !other_verb && !is_year(form(at)) && form(at) != ";"
        });
    }
    if view(document, sentence, clause).is_some() {
        return false;
    }
    let own = |at: usize| {
        clause.auxiliaries.contains(&at)
            || clause.copula == Some(at)
            || (clause.subject.first..=clause.subject.last).contains(&at)
            || (part.first..=part.last).contains(&at)
    };
    let described = parse
        .children(clause.predicate)
        .filter(|&c| parse.tag(c).is_some_and(Tag::is_wh))
        .min();
    if clause.standing == Standing::Relative && described.is_none_or(|wh| part.first < wh) {
        return false;
    }
    let from = if clause.standing == Standing::Main && !clause.shared_subject {
        0
    } else {
        part.first
    };
    (from..clause.predicate)
        .all(|at| own(at) || !parse.tag(at).is_some_and(Tag::is_finite) && !is_year(form(at)))
}

impl Asker<'_, '_> {
    /// A time that is asked for must be bound to the verb.
    pub(super) fn check_time(&self) -> Result<(), Reason> {
        if !is_time(&self.value) {
            return Ok(());
        }
        let holds = match self.gap {
            Gap::Subject | Gap::Predicate | Gap::Inside(_) | Gap::Owner(_) => true,
            Gap::Setting => front_holds(self.document, self.sentence, self.clause),
            Gap::Part(_) => self
                .gap_part()
                .is_some_and(|p| part_holds(self.document, self.sentence, self.clause, p)),
        };
        // *In September 2017, it recorded a growth in 2016*: two times.
        let others = self.clause.parts.iter().enumerate().any(|(index, p)| {
            let lasting = p.preposition.is_some_and(|at| {
                matches!(
                    self.form(at).to_lowercase().as_str(),
                    "since" | "until" | "till"
                )
            });
            // *the medal in 1982, the prize in 2001*: the first is the verb's own.
            let listed = self.gap_part().is_some_and(|own| own.last < p.first);
            self.gap != Gap::Part(index)
                && !lasting
                && !listed
                && Value::of(self.document, self.sentence, p.head).is_some_and(|v| is_time(&v))
        });
        if holds && !others {
            Ok(())
        } else {
            Err("a time that may be another verb's")
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::article;
    use crate::fact::Document;
    use crate::fact::clause::clauses;
    use crate::generate::question::questions;

    /// The years that the sentences of a life may be asked for.
    fn years(sentences: &str) -> Vec<String> {
        let text = format!(
            "= Marta Berg =\n\nMarta Berg (4 May 1901 – 3 June 1980) was a Norwegian painter.\n\n\
             == Life ==\n\n{sentences}\n"
        );
        let (article, _) = article::read(&text, None);
        let document = Document::read(&article);
        let (all, _) = clauses(&document);
        all.iter()
            .flat_map(|clause| questions(&document, clause, &all))
            .filter_map(Result::ok)
            .filter(|q| super::is_time(&q.key))
            .map(|q| format!("{} {}", q.predicate, q.key.text))
            .collect()
    }

    #[test]
    fn a_time_belongs_to_the_verb_it_stands_with() {
        assert_eq!(
            years("In 1931, Marta Berg married the composer Emil Strand in Oslo."),
            ["marry 1931"]
        );
        let two = years(
            "In 1931, Marta Berg exhibited in Bergen, but the Norwegian museum later bought the \
             Strand Portrait from Emil Strand.",
        );
        assert!(!two.contains(&"buy 1931".to_owned()), "{two:?}");
    }

    #[test]
    fn a_visit_alone_is_not_asked() {
        assert!(years("In 1925, Marta Berg visited Poland.").is_empty());
    }
}
