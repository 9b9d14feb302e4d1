//! Questions for a common noun: *which disease*, *of which material*, *as what*.

use super::{Asker, Gap, Question};
use crate::fact::clause::{Clause, Part};
use crate::fact::thing::{self, CHIEFLY, Key, Things};
use crate::fact::value::Sort;
use crate::fact::{Analysed, Document};
use crate::generate::phrase::{Reason, Writer};
use crate::text::{Label, Tag, inflect};

/// Verbs too empty to tell one thing from another of its class.
const EMPTY: [&str; 12] = [
    "have", "do", "get", "be", "include", "see", "say", "feature", "involve", "mean", "contain",
    "need",
];

/// Verbs of making: what is made of something is made of it alone.
const MAKING: [&str; 16] = [
    "make", "build", "construct", "clad", "face", "cover", "carve", "cast", "floor", "pave",
    "line", "coat", "convert", "panel", "power", "turn",
];

/// All questions of a clause whose key is a common noun.
pub(super) fn questions(
    document: &Document<'_>,
    sentence: &Analysed,
    clause: &Clause,
) -> Vec<Result<Question, (String, Reason)>> {
    let parse = &sentence.parse;
    let verb = parse
        .words
        .get(clause.predicate)
        .map_or("", |w| w.lemma.as_str());
    let mut out = Vec::new();
    let mut ask = |value, gap| {
        out.push(
            Asker {
                document,
                sentence,
                clause,
                value,
                gap,
                noun: None,
            }
            .ask(),
        );
    };
    if clause.copula.is_some() {
        if let Some(value) = thing::value(document, sentence, clause.predicate, "be", "pred") {
            ask(value, Gap::Predicate);
        }
        return out;
    }
    for (index, part) in clause.parts.iter().enumerate() {
        if part.first < clause.predicate {
            continue;
        }
        let preposition = part
            .preposition
            .map(|at| parse.form(document.text(), at).to_lowercase());
        let slot = match part.label {
            Label::Obj => "obj",
            Label::Xcomp if verb == "become" => "pred",
            Label::Xcomp if preposition.is_none() => "xcomp",
            label if label.is_oblique() || label == Label::Xcomp => {
                preposition.as_deref().unwrap_or_default()
            }
            _ => continue,
        };
        if let Some(value) = thing::value(document, sentence, part.head, verb, slot) {
            ask(value, Gap::Part(index));
        }
    }
    out
}

impl<'d, 'a> Asker<'d, 'a> {
    fn thing(&self) -> Option<Key> {
        match self.value.sort {
            Sort::Thing(key) => Some(key),
            _ => None,
        }
    }

    /// Whether the thing asked for is the only one of its class that fits.
    pub(super) fn check_thing(&self) -> Result<(), Reason> {
        let Some(key) = self.thing() else {
            return Ok(());
        };
        let verb = self.predicate_lemma();
        if EMPTY.contains(&verb.as_str()) && self.gap != Gap::Predicate {
            return Err("the verb says too little of a thing");
        }
        let list = Things::shared();
        let class = list.thing(key.index).map_or("", |t| t.class);
        let rival = (0..self.parse().words.len())
            .filter(|&at| !(self.value.first..=self.value.last).contains(&at))
            .filter_map(|at| self.parse().words.get(at))
            .any(|w| {
                list.known(&w.lemma)
                    .iter()
                    .filter_map(|&at| list.thing(at))
                    .any(|t| t.class == class)
            });
        if rival {
            return Err("another thing of its class stands beside it");
        }
        let habit = self.is_present() && !self.sentence.story || self.is_general();
        let made = self.clause.passive && MAKING.contains(&verb.as_str());
        if habit && !made && self.chief().is_none() && self.gap != Gap::Predicate {
            return Err("a habit that may have other objects");
        }
        Ok(())
    }

    /// Whether the article is about no person and no story, and the clause is
    /// told in the present tense.
    fn is_general(&self) -> bool {
        let subject = &self.document.subject;
        self.is_present() && !subject.is_fictional && subject.domain.is_none()
    }

    /// *mainly*, where the sentence says so of the thing or the verb.
    fn chief(&self) -> Option<&'a str> {
        let part = self.gap_part()?;
        let from = self.clause.finite().min(part.first);
        (from..self.value.first)
            .map(|at| self.form(at))
            .find(|form| CHIEFLY.contains(form) && *form != "almost")
    }

    /// Writes *mainly* before the verb, where it stood with the thing.
    pub(super) fn chiefly(&self, writer: &mut Writer<'d, 'a>) {
        let Some(part) = self.gap_part().filter(|_| self.thing().is_some()) else {
            return;
        };
        if let Some(word) = (part.first..self.value.first)
            .map(|at| self.form(at))
            .find(|form| CHIEFLY.contains(form))
        {
            writer.literal(word);
        }
    }

    /// Writes what the parser hung on the thing though it tells when or where:
    /// *study physics \[at Graz\]*.
    pub(super) fn trailer(&self, writer: &mut Writer<'d, 'a>, part: &Part) -> Result<(), Reason> {
        let next = self.value.last + 1;
        if self.thing().is_none() || next > part.last {
            return Ok(());
        }
        let set_off = self.parse().tag(next).is_some_and(Tag::is_punctuation);
        if set_off {
            return Ok(());
        }
        writer.passage(self.clause.sentence, next, part.last)
    }

    /// The question word for a thing.
    pub(super) fn thing_word(
        &self,
        key: Key,
        preposition: Option<&str>,
    ) -> Result<(String, Option<String>), Reason> {
        let list = Things::shared();
        let thing = list.thing(key.index).ok_or("no such thing")?;
        let noun = list.class(thing.class).ok_or("no such class")?.noun;
        let counted = if key.plural {
            inflect::plural(noun)
        } else {
            noun.to_owned()
        };
        let words = match (thing.class, preposition) {
            ("occupation" | "office", Some("as")) => "as what".to_owned(),
            ("colour", _) => "what colour".to_owned(),
            (_, Some("as")) => format!("as what {noun}"),
            (_, Some(preposition)) => format!("{preposition} which {counted}"),
            (_, None) => format!("which {counted}"),
        };
        Ok((words, Some(noun.to_owned())))
    }
}
