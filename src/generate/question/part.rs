//! The parts of a clause in the order of a question.

use super::bound::{is_time, part_holds};
use super::setting::contrast;
use super::{Asker, Gap, Rest};
use crate::fact::Kind;
use crate::fact::clause::{Part, Standing};
use crate::fact::value::Value;
use crate::generate::phrase::{Reason, Writer};
use crate::text::{Label, Tag};

impl<'d, 'a> Asker<'d, 'a> {
    /// Parts that may be left out when the stem is too long, the first to go
    /// last.
    pub(super) fn optional_parts(&self) -> Vec<usize> {
        let droppable = |part: &Part| {
            part.label.is_oblique()
                || matches!(
                    part.label,
                    Label::Advcl | Label::Advmod | Label::AdvclRelcl | Label::Nmod
                )
        };
        self.clause
            .parts
            .iter()
            .enumerate()
            .filter(|&(index, part)| self.gap != Gap::Part(index) && droppable(part))
            .map(|(index, _)| index)
            .collect()
    }

    /// Whether a part tells time, place or circumstance, so that the clause is
    /// whole without it.
    pub(super) fn is_circumstance(&self, part: &Part) -> bool {
        let comma = matches!(self.form(part.first), "," | "–" | "—");
        let first = self.form(part.preposition.unwrap_or(part.first + usize::from(comma)));
        part.label == Label::Advmod
            || matches!(
                first.to_lowercase().as_str(),
                "in" | "at"
                    | "during"
                    | "after"
                    | "before"
                    | "since"
                    | "until"
                    | "throughout"
                    | "over"
                    | "despite"
                    | "under"
                    | "when"
                    | "while"
                    | "because"
                    | "although"
                    | "though"
                    | "where"
                    | "upon"
                    | "following"
                    | "within"
                    | "alongside"
                    | "by"
                    | "due"
                    | "once"
            )
    }

    /// Whether a part says what the verb does to what end, as what or if what:
    /// without it the clause says something else.
    pub(super) fn is_complement(&self, part: &Part) -> bool {
        let first = self.form(part.first).to_lowercase();
        matches!(first.as_str(), "as" | "to" | "if" | "unless")
            || matches!(part.label, Label::Xcomp | Label::Ccomp)
    }

    /// *in the office* where the work is *The Office*.
    pub(super) fn is_work_place(&self, part: &Part) -> bool {
        let Some(preposition) = part.preposition.filter(|_| part.label.is_oblique()) else {
            return false;
        };
        if !matches!(self.form(preposition), "in" | "at" | "In" | "At") {
            return false;
        }
        let words = self.parse().span_of(preposition + 1..=part.last);
        let words = words.of(self.document.text());
        self.document
            .subject
            .domain
            .as_deref()
            .is_some_and(|d| d.eq_ignore_ascii_case(words))
    }

    /// A time behind the verb that is not certainly the verb's own.
    pub(super) fn tells_other_time(&self, part: &Part) -> bool {
        part.label.is_oblique()
            && Value::of(self.document, self.sentence, part.head).is_some_and(|v| is_time(&v))
            && !part_holds(self.document, self.sentence, self.clause, part)
    }

    /// What belongs to the name asked for and goes into the question: *to which
    /// cemetery \[in Ardsley\] was ...*
    pub(super) fn value_tail(&self) -> Option<(usize, usize)> {
        let part = self.gap_part()?;
        let parse = self.parse();
        let kind = self.value.kind(self.document);
        if !matches!(
            kind,
            Some(Kind::Place | Kind::Organisation | Kind::Work | Kind::Event)
        ) || parse.tag(part.head).is_some_and(Tag::is_wh)
            || self.names_within(part)
        {
            return None;
        }
        let mut tails = parse.children(part.head).filter(|&c| c > part.head);
        let tail = tails.next()?;
        let (first, last) = parse.subtree(tail);
        let placed = parse.label(tail) == Some(Label::Nmod)
            && matches!(self.form(first), "in" | "near" | "at" | "on")
            && (first..=last).any(|at| parse.words.get(at).is_some_and(|w| w.name))
            && !(first..=last).any(|at| parse.tag(at).is_some_and(Tag::is_verb));
        (placed && tails.next().is_none() && first == part.head + 1 && last == part.last)
            .then_some((first, last))
    }

    /// The last word of a part without the clauses at its end.
    pub(super) fn without_tail(&self, part: &Part) -> Option<usize> {
        let parse = self.parse();
        // *a performance warning*: the parser may take the noun for a verb.
        let glued = |at: usize| at == part.head + 1 && parse.tag(at) == Some(Tag::VBG);
        // *as Lincoln made ...*: the parser took a clause for a noun.
        let clause = parse.children(part.head).any(|c| {
            c > part.head
                && matches!(parse.label(c), Some(Label::Acl | Label::AclRelcl))
                && parse.tag(c).is_some_and(Tag::is_finite)
                && !(part.head..c)
                    .any(|at| parse.tag(at).is_some_and(Tag::is_wh) || self.form(at) == "that")
                && parse.child(c, Label::Nsubj).is_none()
        });
        if clause {
            return None;
        }
        // *signed a deal \[to buy ships\]*: the deal is nothing without it.
        let aim = self.lies_ahead(part);
        let cut = parse
            .children(part.head)
            .filter(|&c| {
                c > part.head
                    && !glued(c)
                    && parse
                        .label(c)
                        .is_some_and(|l| l.is_clause() && l != Label::Ccomp || l == Label::Appos)
            })
            .map(|c| parse.subtree(c).0)
            .chain((part.head + 1..=part.last).find(|&at| self.form(at) == ","))
            .min()?;
        (cut > part.head && !aim && self.ends_well(cut - 1)).then(|| cut - 1)
    }

    /// Whether a phrase can end with a word: not *failing \[to see it\]*, nor
    /// *after Ann \[admits it\]*.
    fn ends_well(&self, cut: usize) -> bool {
        let parse = self.parse();
        let next = parse.tag(cut + 1);
        let finite = next.is_some_and(|t| t.is_finite() || t == Tag::MD);
        let aim = parse.tag(cut).is_some_and(Tag::is_verb)
            && self.form(cut + 1).eq_ignore_ascii_case("to");
        !finite && !aim
    }

    /// Whether an aim says what an indefinite noun is: *a deal to buy ships*.
    fn lies_ahead(&self, part: &Part) -> bool {
        let parse = self.parse();
        let indefinite = parse
            .children(part.head)
            .any(|c| parse.label(c) == Some(Label::Det) && matches!(self.form(c), "a" | "an"));
        indefinite
            && parse.children(part.head).any(|c| {
                let first = parse.subtree(c).0;
                let aim = parse.label(c) == Some(Label::Acl) && self.form(first) == "to";
                // *a model of matter \[where each atom moves\]*
                let telling = parse.label(c) == Some(Label::AclRelcl)
                    && self.form(first) != ","
                    && self.form(first - 1) != ",";
                c > part.head && (aim || telling)
            })
    }

    /// The last word of a part without the aside at its end: *waves, ripples in
    /// a pond*. A name that says who is meant is none.
    pub(super) fn without_aside(&self, part: &Part) -> Option<usize> {
        let parse = self.parse();
        let aside = parse.children(part.head).find(|&c| {
            c > part.head
                && matches!(parse.label(c), Some(Label::Appos | Label::Conj))
                && parse.subtree(c).1 == part.last
                && !parse.words.get(c).is_some_and(|w| w.name)
        })?;
        let first = parse.subtree(aside).0;
        let joined = (part.head..=part.last)
            .any(|at| matches!(self.form(at), "and" | "or") && parse.tag(at) == Some(Tag::CC));
        let at = (first.saturating_sub(1)..=first).find(|&at| self.form(at) == ",")?;
        at.checked_sub(1).filter(|&cut| {
            cut >= part.head && (!joined || parse.label(aside) == Some(Label::Appos))
        })
    }

    /// Whether a part that ends with word `cut` breaks off no apposition and no
    /// clause before its verb.
    pub(super) fn is_whole(&self, part: &Part, cut: usize) -> bool {
        let parse = self.parse();
        (part.head + 1..=part.last).all(|at| {
            let (first, last) = parse.subtree(at);
            let begun = first <= cut && cut < last;
            match parse.label(at) {
                Some(Label::Appos) => !begun,
                Some(label) if label.is_clause() => !(begun && cut < at),
                _ => true,
            }
        })
    }

    /// The last words that a part may have without the phrases at its end, the
    /// longest first: *shows his support \[at the party\]*. A pronoun is no end:
    /// *a chance to join him* needs its goal.
    pub(super) fn tails(&self, part: &Part) -> Vec<usize> {
        let parse = self.parse();
        let mut cuts: Vec<usize> = (part.head + 1..=part.last)
            .filter(|&at| {
                parse
                    .label(at)
                    .is_some_and(|l| l.is_oblique() || matches!(l, Label::Advcl | Label::Advmod))
                    && parse.subtree(at).1 == part.last
            })
            .map(|at| parse.subtree(at).0)
            // *prevents towns \[from raising taxes\]*
            .filter(|&first| {
                let word = self.form(first).to_lowercase();
                !matches!(
                    word.as_str(),
                    "from" | "to" | "into" | "with" | "as" | "against"
                ) || parse.label(part.head) != Some(Label::AclRelcl)
                    && !(part.head..first).any(|at| parse.label(at) == Some(Label::AclRelcl))
            })
            .filter(|&first| first > part.head + 1)
            .map(|first| first - 1)
            .filter(|&cut| self.is_whole(part, cut) && self.ends_well(cut))
            // *, the first \[of her two children\]*
            .filter(|&cut| !(cut.saturating_sub(2)..=cut).any(|at| self.form(at) == ","))
            .filter(|&cut| parse.tag(cut) != Some(Tag::PRP))
            // *observed that as a result of X \[they had lost\]*
            .filter(|&cut| {
                part.label != Label::Ccomp
                    || (part.first..=cut)
                        .any(|at| parse.tag(at).is_some_and(|t| t.is_finite() || t == Tag::MD))
            })
            .collect();
        cuts.sort_unstable_by(|a, b| b.cmp(a));
        cuts
    }

    /// Auxiliaries and verb from `from` to the predicate, as they stand.
    pub(super) fn verb_group(
        &self,
        writer: &mut Writer<'d, 'a>,
        from: usize,
        to: usize,
    ) -> Result<(), Reason> {
        if self.clause.copula.is_some() {
            let (first, last) = self.predicate_block();
            if from < first {
                writer.passage(self.clause.sentence, from, first - 1)?;
            }
            let first = first.max(from);
            let head = self.clause.predicate;
            return writer
                .passage(self.clause.sentence, first, last)
                .or_else(|reason| self.describe(writer, first, head).map_err(|_| reason));
        }
        let to = contrast(self.document.text(), self.parse(), to).unwrap_or(to);
        if self.clause.borrowed && from < to {
            for &auxiliary in self.clause.auxiliaries.iter().filter(|&&a| a >= from) {
                writer.literal(&self.form(auxiliary).to_lowercase());
            }
            return writer.passage(self.clause.sentence, to, to);
        }
        writer.passage(self.clause.sentence, from.min(to), to)
    }

    /// A noun or adjective predicate with what belongs to it, without what
    /// hangs on the clause.
    pub(super) fn predicate_block(&self) -> (usize, usize) {
        let parse = self.parse();
        let predicate = self.clause.predicate;
        let own = |label: Label| {
            matches!(
                label,
                Label::Det
                    | Label::Amod
                    | Label::Compound
                    | Label::Nmod
                    | Label::NmodPoss
                    | Label::Nummod
                    | Label::Flat
                    | Label::Advmod
                    | Label::Case
                    | Label::NmodDesc
                    | Label::Fixed
            )
        };
        let finite = self.clause.finite();
        let mut first = predicate;
        let mut last = predicate;
        for child in parse.children(predicate) {
            if parse.label(child).is_some_and(own) && child > finite {
                let (from, to) = parse.subtree(child);
                first = first.min(from);
                if child > predicate
                    && !self
                        .clause
                        .parts
                        .iter()
                        .any(|p| p.head == child && p.label.is_oblique())
                {
                    last = last.max(to);
                }
            }
        }
        (first.max(finite + 1), last)
    }

    pub(super) fn adverbs_before(&self, writer: &mut Writer<'d, 'a>) -> Result<(), Reason> {
        for part in &self.clause.parts {
            if part.last < self.clause.predicate
                && part.first > self.clause.subject.last
                && part.label == Label::Advmod
                && part.first == part.last
            {
                writer.passage(self.clause.sentence, part.first, part.last)?;
            }
        }
        Ok(())
    }

    /// Writes the inverted auxiliary; tells what is left of the verb group.
    pub(super) fn auxiliary(&self, writer: &mut Writer<'d, 'a>) -> Result<Rest, Reason> {
        let clause = self.clause;
        let finite = clause.finite();
        let tag = self.parse().tag(finite).ok_or("no finite verb")?;
        if finite == clause.predicate {
            if self.predicate_lemma() == "be" {
                writer.literal(&self.form(finite).to_lowercase());
                return Ok(Rest::Nothing);
            }
            writer.literal(match tag {
                Tag::VBD => "did",
                Tag::VBZ => "does",
                _ if self.subject_is_plural() => "do",
                _ => return Err("the verb does not agree with its subject"),
            });
            return Ok(Rest::Base);
        }
        let form = self.form(finite).to_lowercase();
        if form.starts_with(['\'', '’']) {
            return Err("a contracted auxiliary");
        }
        writer.literal(&form);
        Ok(Rest::From(if clause.borrowed {
            clause.predicate
        } else {
            finite + 1
        }))
    }

    pub(super) fn subject_is_plural(&self) -> bool {
        let parse = self.parse();
        let head = self.clause.subject.head;
        let word = parse.words.get(head);
        parse
            .children(head)
            .any(|c| parse.label(c) == Some(Label::Conj))
            || word.is_some_and(|w| {
                crate::fact::value::is_plural(w.tag)
                    || matches!(
                        self.form(head).to_lowercase().as_str(),
                        "they" | "who" | "that" | "which"
                    )
            })
    }

    pub(super) fn subject(&self, writer: &mut Writer<'d, 'a>) -> Result<(), Reason> {
        let subject = &self.clause.subject;
        if matches!(
            self.form(subject.first).to_lowercase().as_str(),
            "a" | "an"
                | "about"
                | "some"
                | "one"
                | "many"
                | "several"
                | "other"
                | "others"
                | "both"
        ) {
            return Err("the subject is not named");
        }
        let within = subject
            .first
            .checked_sub(1)
            .is_some_and(|before| self.parse().tag(before).is_some_and(Tag::is_wh));
        if within && self.clause.standing == Standing::Main && !self.clause.shared_subject {
            return Err("the clause is not free");
        }
        // *the line of superhero \[comic books\] was*: cut inside the noun.
        let next = subject.last + 1;
        if next < self.clause.finite()
            && self
                .parse()
                .words
                .get(next)
                .is_some_and(|w| w.name || w.tag.is_noun())
        {
            return Err("the subject is cut off");
        }
        let inner = (subject.first..=subject.last).any(|at| {
            self.parse().label(at) == Some(Label::Cop) && self.clause.standing == Standing::Relative
        });
        if inner {
            return Err("the subject holds a clause");
        }
        let opens = self.parse().tag(subject.first);
        if opens.is_some_and(|t| t.is_verb() || t == Tag::CC)
            || self.form(subject.first).eq_ignore_ascii_case("as")
        {
            return Err("the subject is cut off");
        }
        writer
            .passage(self.clause.sentence, subject.first, subject.last)
            .or_else(|reason| {
                self.describe(writer, subject.first, subject.head)
                    .map_err(|_| reason)
            })
    }
}
