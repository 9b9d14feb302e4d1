//! Names inside the object or another part of a clause: *an offer from X*,
//! *professor of physics at X*.

use super::{Asker, Gap};
use crate::fact::clause::{Clause, Part};
use crate::fact::lists::Lists;
use crate::fact::value::{Sort, Value};
use crate::fact::{Analysed, Document, Kind, Names};
use crate::text::{Label, Tag};

/// Prepositions with which a name inside a phrase can be asked for.
const ASKABLE: [&str; 9] = [
    "from", "with", "against", "for", "in", "at", "to", "of", "about",
];

/// Verbs whose objects are no events of their own.
const STATES: [&str; 10] = [
    "have", "be", "get", "include", "see", "make", "say", "contain", "feature", "mean",
];

/// The names inside the parts behind the verb that can be asked for by
/// themselves.
pub(super) fn names(
    document: &Document<'_>,
    sentence: &Analysed,
    clause: &Clause,
) -> Vec<(Gap, Value)> {
    let parse = &sentence.parse;
    let text = document.text();
    let verb = parse
        .words
        .get(clause.predicate)
        .map_or("", |w| w.lemma.as_str());
    if STATES.contains(&verb) && clause.copula.is_none() {
        return Vec::new();
    }
    let parts = clause
        .parts
        .iter()
        .filter(|p| p.first > clause.predicate)
        .filter(|p| matches!(p.label, Label::Obj | Label::Xcomp) || p.label.is_oblique())
        .map(|p| {
            let circumstance = p.preposition.is_some_and(|at| {
                let preposition = parse.form(text, at).to_lowercase();
                matches!(preposition.as_str(), "on" | "in" | "at" | "during" | "with")
            });
            (p.head, p.last, p.label.is_oblique() && circumstance)
        });
    let predicate = clause
        .copula
        .filter(|_| parse.tag(clause.predicate).is_some_and(Tag::is_noun))
        .map(|_| (clause.predicate, parse.subtree(clause.predicate).1, false));
    let mut out = Vec::new();
    for (head, last, circumstance) in parts.chain(predicate) {
        if !parse.tag(head).is_some_and(Tag::is_noun)
            || is_joined(sentence, head)
            || is_idiom(sentence, head)
        {
            continue;
        }
        for name in head + 1..=last {
            let Some(id) = sentence.entities.get(name).copied().flatten() else {
                continue;
            };
            let Some(case) = parse.child(name, Label::Case).filter(|&c| c < name) else {
                continue;
            };
            let preposition = parse.form(text, case).to_lowercase();
            let direct = parse.words.get(name).and_then(|w| w.head) == Some(head);
            let within = reaches(sentence, name, head);
            let closed = parse.subtree(name).1 == last
                || matches!(parse.form(text, parse.subtree(name).1 + 1), "," | ";");
            let kind = document.entity(id).and_then(|e| e.kind);
            let fits = match preposition.as_str() {
                // *member of X*, *the final of X*
                "of" => direct && held_of(document, sentence, head, case, kind),
                // *on a visit to X*: only where, and whom one has to do with.
                "to" | "from" | "for" | "about" if circumstance => false,
                "for" => matches!(kind, Some(Kind::Organisation | Kind::Event | Kind::Work)),
                // *a transfer to the branch in Moor*: in which town is the branch?
                "in" | "at"
                    if document
                        .entity(id)
                        .is_some_and(|e| e.noun.as_deref() == Some("town")) =>
                {
                    false
                }
                "in" | "at" => kind != Some(Kind::Person),
                "with" | "against" | "about" => kind != Some(Kind::Place),
                _ => true,
            };
            let owned = parse.child(name, Label::NmodPoss).is_some();
            let (first, end) = parse.subtree(name);
            let listed =
                (first..=end + 1).any(|at| matches!(parse.form(text, at), "and" | "or" | "&"));
            let plain = first == case
                && !listed
                && !(name + 1..=end).any(|at| {
                    parse.tag(at).is_some_and(Tag::is_noun)
                        && parse.form(text, at - 1) != ","
                        && parse.label(at) != Some(Label::Appos)
                        && !(name + 1..at).any(|b| parse.form(text, b) == ",")
                });
            if ASKABLE.contains(&preposition.as_str())
                && id != Names::TITLE
                && within
                && closed
                && fits
                && !owned
                && plain
                && !is_joined(sentence, name)
                && let Some(entity) = document.entity(id)
            {
                let value = Value {
                    text: entity.written(),
                    sort: Sort::Name(id),
                    first: name,
                    last: end,
                };
                out.push((Gap::Inside(case), value));
            }
        }
    }
    out
}

/// Nouns of which one is a part or the head.
const BELONGING: [&str; 8] = [
    "member",
    "faculty",
    "board",
    "candidate",
    "citizen",
    "fellow",
    "nominee",
    "staff",
];

/// Nouns for a stage of a contest.
const STAGES: [&str; 12] = [
    "final",
    "finals",
    "semifinal",
    "semifinals",
    "semi-final",
    "semi-finals",
    "quarterfinal",
    "quarterfinals",
    "quarter-final",
    "quarter-finals",
    "round",
    "finale",
];

/// Whether *of X* can be asked for by itself.
fn held_of(
    document: &Document<'_>,
    sentence: &Analysed,
    head: usize,
    case: usize,
    kind: Option<Kind>,
) -> bool {
    let parse = &sentence.parse;
    let Some(word) = parse
        .words
        .get(head)
        .filter(|w| !w.name && case == head + 1)
    else {
        return false;
    };
    let noun = word.span.of(document.text()).to_lowercase();
    let role = BELONGING.contains(&word.lemma.as_str()) || Lists::shared().role(&noun).is_some();
    role && kind == Some(Kind::Organisation) || is_stage(&noun) && kind == Some(Kind::Event)
}

/// *the first round of X*: asked with *at*.
pub(super) fn is_stage(noun: &str) -> bool {
    STAGES.contains(&noun)
}

/// *in deference to X*, *in addition to X*: the noun is no thing.
fn is_idiom(sentence: &Analysed, head: usize) -> bool {
    let parse = &sentence.parse;
    let bare = !parse.children(head).any(|c| {
        c < head
            && matches!(
                parse.label(c),
                Some(Label::Det | Label::Amod | Label::NmodPoss | Label::Nummod | Label::Compound)
            )
    });
    parse.child(head, Label::Case).is_some() && bare && parse.tag(head) == Some(Tag::NN)
}

/// Whether a name hangs on a noun by one phrase, or by two.
fn reaches(sentence: &Analysed, name: usize, head: usize) -> bool {
    let parse = &sentence.parse;
    let up = |at: usize| {
        parse
            .words
            .get(at)
            .filter(|w| w.label == Label::Nmod)
            .and_then(|w| w.head)
    };
    match up(name) {
        Some(over) if over == head => true,
        Some(over) => over < name && up(over) == Some(head) && !is_joined(sentence, over),
        None => false,
    }
}

/// Whether a word is one of several.
fn is_joined(sentence: &Analysed, at: usize) -> bool {
    let parse = &sentence.parse;
    parse.label(at) == Some(Label::Conj) || parse.child(at, Label::Conj).is_some()
}

impl Asker<'_, '_> {
    /// *beaten by Lee at Chancellorsville*, *face Couture for the title*: what
    /// the parser hung on a person belongs to the verb.
    pub(super) fn has_loose_tail(&self, part: &Part) -> bool {
        let parse = self.parse();
        let person = self.value.kind(self.document) == Some(Kind::Person)
            && self.sentence.entities.get(part.head).copied().flatten() == self.value.entity();
        let mut tails = parse.children(part.head).filter(|&c| c > part.head);
        let Some(tail) = tails.next() else {
            return false;
        };
        let (first, last) = parse.subtree(tail);
        let opens = self.form(first).to_lowercase();
        let clausal = (first..=last).any(|at| {
            parse.tag(at).is_some_and(|t| t.is_verb() || t.is_wh()) || self.form(at) == ","
        });
        person
            && parse.label(tail) == Some(Label::Nmod)
            && matches!(opens.as_str(), "at" | "in" | "during" | "for" | "on")
            && first == part.head + 1
            && last == part.last
            && tails.next().is_none()
            && !clausal
    }
}

/// *Congressman Joshua Giddings*, *the champion Kurt Angle*: the person behind
/// the noun that says what he is.
pub(super) fn bearer(document: &Document<'_>, sentence: &Analysed, head: usize) -> Option<Value> {
    let parse = &sentence.parse;
    let word = parse.words.get(head)?;
    if !word.tag.is_noun() || is_joined(sentence, head) {
        return None;
    }
    let mut named = parse.children(head).filter(|&c| {
        c > head
            && matches!(
                parse.label(c),
                Some(Label::Appos | Label::Flat | Label::NmodDesc | Label::Compound)
            )
    });
    let name = named.next()?;
    let id = sentence.entities.get(name).copied().flatten()?;
    let person = document.entity(id)?;
    let indefinite = parse
        .children(head)
        .any(|c| matches!(parse.form(document.text(), c), "a" | "an"));
    if named.next().is_some()
        || name != head + 1
        || person.kind != Some(Kind::Person)
        || indefinite
        || is_joined(sentence, name)
    {
        return None;
    }
    let (first, last) = parse.subtree(head);
    // *Assistant Head \[coach Marty Morgan\]*
    let cut = first
        .checked_sub(1)
        .and_then(|before| parse.words.get(before))
        .is_some_and(|w| w.name || w.tag.is_noun());
    if cut {
        return None;
    }
    Some(Value {
        text: person.written(),
        sort: Sort::Name(id),
        first,
        last,
    })
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
    fn a_name_inside_the_object_is_asked_for() {
        let asked = asked("In 1931, Marta Berg accepted an offer from the University of Oslo.");
        let from =
            |a: &String| a.contains("From which university did Marta Berg accept an offer in 1931");
        assert!(asked.iter().any(from), "{asked:?}");
    }

    #[test]
    fn an_idiom_is_left_alone() {
        let asked = asked("In 1931, Marta Berg moved her studio in deference to Emil Strand.");
        assert!(!asked.iter().any(|a| a.contains("to whom")), "{asked:?}");
    }
}
