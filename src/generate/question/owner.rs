//! *Whose proclamation did he overrule?*: the person that an object belongs to.

use super::{Asker, Gap};
use crate::fact::clause::{Clause, Standing};
use crate::fact::value::{Sort, Value};
use crate::fact::{Analysed, Document, Kind, Names};
use crate::generate::phrase::{Reason, Writer};
use crate::text::{Label, Tag};

/// Nouns that say nothing of their owner.
const PALE: [&str; 14] = [
    "name",
    "behalf",
    "part",
    "side",
    "way",
    "time",
    "place",
    "favor",
    "favour",
    "own",
    "attention",
    "absence",
    "presence",
    "request",
];

/// Prepositions before *whose*.
const BEFORE: [&str; 8] = ["in", "at", "from", "to", "for", "against", "with", "under"];

/// The owners of the parts behind the verb that can be asked for.
pub(super) fn owners(
    document: &Document<'_>,
    sentence: &Analysed,
    clause: &Clause,
) -> Vec<(Gap, Value)> {
    let parse = &sentence.parse;
    let text = document.text();
    let mut out = Vec::new();
    if clause.standing != Standing::Main || clause.copula.is_some() {
        return out;
    }
    for (index, part) in clause.parts.iter().enumerate() {
        let asked = part.first > clause.predicate
            && (part.label == Label::Obj
                || part.label.is_oblique()
                    && part.preposition.is_some_and(|at| {
                        BEFORE
                            .iter()
                            .any(|p| parse.form(text, at).eq_ignore_ascii_case(p))
                    }));
        let noun = parse.words.get(part.head);
        let common = noun.is_some_and(|w| {
            w.tag.is_noun() && !w.tag.is_proper() && !w.name && !PALE.contains(&w.lemma.as_str())
        });
        if !asked || !common || parse.child(part.head, Label::Conj).is_some() {
            continue;
        }
        let Some(owner) = parse.child(part.head, Label::NmodPoss) else {
            continue;
        };
        let Some(id) = sentence.entities.get(owner).copied().flatten() else {
            continue;
        };
        let (first, last) = parse.subtree(owner);
        let start = part.preposition.map_or(part.first, |at| at + 1);
        let possessive = matches!(parse.form(text, last), "'s" | "’s" | "'" | "’");
        if id == Names::TITLE || first != start || !possessive || last != owner + 1 {
            continue;
        }
        if let Some(entity) = document.entity(id)
            && entity.kind == Some(Kind::Person)
            && entity.name.contains(' ')
        {
            let value = Value {
                text: entity.written(),
                sort: Sort::Name(id),
                first,
                last,
            };
            out.push((Gap::Owner(index), value));
        }
    }
    out
}

impl<'d, 'a> Asker<'d, 'a> {
    /// Writes what belongs to the one asked for, behind *whose*.
    pub(super) fn owned(&self, writer: &mut Writer<'d, 'a>) -> Result<(), Reason> {
        let Gap::Owner(index) = self.gap else {
            return Ok(());
        };
        let part = self.clause.parts.get(index).ok_or("no such part")?;
        let parse = self.parse();
        // What follows the noun stays only where it is a short phrase.
        let last = (part.head + 1..=part.last)
            .find(|&at| self.form(at) == "," || parse.tag(at).is_some_and(Tag::is_finite))
            .map_or(part.last, |at| at - 1);
        if last > part.head + 6 || last < part.last && self.form(last + 1) != "," {
            return Err("what belongs to the key goes on");
        }
        writer.passage(self.clause.sentence, self.value.last + 1, last)
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
    fn the_owner_of_an_object_is_asked_for() {
        let asked = asked(
            "Marta Berg married Emil Strand in 1931. In 1935, Marta Berg restored Emil Strand's \
             portraits in Oslo.",
        );
        let whose = |a: &String| a.contains("hose portraits") && a.ends_with("Emil Strand");
        assert!(asked.iter().any(whose), "{asked:?}");
    }
}
