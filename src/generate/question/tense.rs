//! What is told from another point of time, in the plain past: *would defeat*,
//! *had helped* → *defeated*, *helped*.

use super::bound::is_time;
use super::{Asker, Rest};
use crate::fact::clause::Clause;
use crate::fact::value::Sort;
use crate::fact::{Analysed, Document};
use crate::generate::phrase::{Reason, Writer};
use crate::text::{Tag, inflect};

/// From where a clause in the past is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum View {
    /// *had helped*: from later.
    Back,
    /// *would become*: from earlier.
    Ahead,
}

/// From where a clause is told, unless it is in a plain tense.
pub(super) fn view(document: &Document<'_>, sentence: &Analysed, clause: &Clause) -> Option<View> {
    let finite = clause.finite();
    if finite == clause.predicate || clause.copula == Some(finite) {
        return None;
    }
    let form = sentence.parse.form(document.text(), finite);
    match form.to_lowercase().as_str() {
        "had" => Some(View::Back),
        "would" => Some(View::Ahead),
        _ => None,
    }
}

/// Words that bind a past perfect to a moment that the stem would lose.
const UP_TO_THEN: [&str; 9] = [
    "already", "by", "yet", "ever", "just", "since", "until", "only", "recently",
];

impl<'d, 'a> Asker<'d, 'a> {
    fn view(&self) -> Option<View> {
        view(self.document, self.sentence, self.clause)
    }

    /// What the plain past would make false is left out: *by 1988 he had won
    /// three titles*.
    pub(super) fn check_view(&self) -> Result<(), Reason> {
        let Some(view) = self.view() else {
            return Ok(());
        };
        let parse = self.parse();
        let clause = self.clause;
        let verb = clause.predicate;
        let going_on = parse.tag(verb) == Some(Tag::VBG)
            || clause.auxiliaries.iter().skip(1).any(|&a| {
                matches!(
                    self.form(a).to_lowercase().as_str(),
                    "have" | "had" | "being"
                )
            });
        if going_on || clause.borrowed {
            return Err("a time before another");
        }
        if view == View::Ahead {
            return Ok(());
        }
        let counted = matches!(self.value.sort, Sort::Count(_) | Sort::Quantity(_));
        let up_to = (0..parse.words.len())
            .filter(|&at| at < verb + 12)
            .any(|at| UP_TO_THEN.contains(&self.form(at).to_lowercase().as_str()));
        let before = is_time(&self.value) && self.value.first < verb;
        let state = matches!(
            self.predicate_lemma().as_str(),
            "be" | "have" | "plan" | "want" | "hope" | "intend" | "become"
        ) || clause.copula.is_some();
        if counted || up_to && !clause.passive || before || state {
            return Err("a time before another");
        }
        Ok(())
    }

    /// Whether the plain past is made with *was*.
    fn wants_be(&self) -> bool {
        self.clause.passive || self.clause.copula.is_some()
    }

    fn was(&self) -> &'static str {
        if self.subject_is_plural() {
            "were"
        } else {
            "was"
        }
    }

    /// The word behind the auxiliaries that are replaced.
    fn behind(&self) -> usize {
        let last = self.clause.auxiliaries.iter().copied().max();
        last.max(self.clause.copula)
            .map_or(self.clause.predicate, |at| at + 1)
    }

    /// Writes the inverted auxiliary of the plain past, if the clause is told
    /// from another time.
    pub(super) fn plain_auxiliary(&self, writer: &mut Writer<'d, 'a>) -> Option<Rest> {
        self.view()?;
        if self.wants_be() {
            writer.literal(self.was());
            return Some(Rest::From(self.behind()));
        }
        writer.literal("did");
        Some(Rest::Base)
    }

    /// Writes the verb in the plain past behind a question word that is the
    /// subject, if the clause is told from another time; tells where it goes on.
    pub(super) fn plain_verb(&self, writer: &mut Writer<'d, 'a>) -> Result<Option<usize>, Reason> {
        if self.view().is_none() {
            return Ok(None);
        }
        if self.wants_be() {
            writer.literal("was");
            return Ok(Some(self.behind()));
        }
        self.adverbs_before(writer)?;
        writer.literal(&inflect::conjugate(
            &self.predicate_lemma(),
            inflect::Form::Past,
        ));
        Ok(Some(self.clause.predicate + 1))
    }
}

#[cfg(test)]
mod tests {
    use crate::article;
    use crate::fact::Document;
    use crate::fact::clause::clauses;
    use crate::generate::question::questions;

    /// What is asked of the sentences of a life, and the keys.
    fn asked(sentences: &str) -> Vec<String> {
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
            .map(|q| format!("{} {}", q.stem, q.key.text))
            .collect()
    }

    #[test]
    fn what_came_to_be_is_told_in_the_plain_past() {
        let asked = asked("Marta Berg would later marry the composer Emil Strand in Oslo.");
        assert!(!asked.is_empty());
        assert!(!asked.iter().any(|a| a.contains("would")), "{asked:?}");
    }

    #[test]
    fn a_habit_stays_out() {
        let asked = asked("Marta Berg would often visit the composer Emil Strand in Oslo.");
        assert!(asked.is_empty(), "{asked:?}");
    }
}
