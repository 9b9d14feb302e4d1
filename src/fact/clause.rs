//! Facts from clauses: who did what to whom, where and when.
//!
//! A clause is taken from every finite verb with a subject whose tree can be
//! trusted; what is denied, doubted, reported or only possible is left out.

use super::coref::is_main;
use super::{Analysed, Document, Kind, would};
use crate::text::{Label, Sentence, Tag};

/// A part of a clause that hangs on its verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its head word.
    pub head: usize,
    /// Its first word.
    pub first: usize,
    /// Its last word.
    pub last: usize,
    /// What it is to the verb.
    pub label: Label,
    /// The preposition it begins with, as word index.
    pub preposition: Option<usize>,
}

/// Where a clause stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The main clause, or coordinated with it.
    Main,
    /// A relative clause; the subject is the noun it describes.
    Relative,
    /// A clause of time or reason that is stated as fact.
    Adverbial,
}

/// A clause that states something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Index of its sentence.
    pub sentence: usize,
    /// The verb, or the noun or adjective behind a copula.
    pub predicate: usize,
    /// The copula, if there is one.
    pub copula: Option<usize>,
    /// Auxiliaries in order.
    pub auxiliaries: Vec<usize>,
    /// Head of the subject.
    pub subject: Part,
    /// Whether the subject stands in another clause.
    pub shared_subject: bool,
    /// Whether the auxiliaries stand with the verb before: *was born in X and
    /// raised in Y*.
    pub borrowed: bool,
    /// Whether the verb is passive.
    pub passive: bool,
    /// Everything else that hangs on the verb, in order, without punctuation
    /// and conjunctions.
    pub parts: Vec<Part>,
    /// Where the clause stands.
    pub standing: Standing,
}

/// Why a clause was not taken.
pub type Reason = &'static str;

impl Clause {
    /// The word that carries the tense: the first auxiliary, the copula or
    /// the verb itself.
    pub fn finite(&self) -> usize {
        self.auxiliaries
            .first()
            .copied()
            .or(self.copula)
            .unwrap_or(self.predicate)
    }
}

/// All clauses of a document that state a fact, and why others were left out.
pub fn clauses(document: &Document<'_>) -> (Vec<Clause>, Vec<(usize, Reason)>) {
    let mut taken = Vec::new();
    let mut left = Vec::new();
    for (number, sentence) in document.sentences.iter().enumerate() {
        if !sentence.prose {
            continue;
        }
        if let Some(reason) = untrusted(document.text(), sentence) {
            left.push((number, reason));
            continue;
        }
        for predicate in 0..sentence.parse.words.len() {
            match clause(document, number, predicate) {
                Some(Ok(clause)) => taken.push(clause),
                Some(Err(reason)) => left.push((number, reason)),
                None => {}
            }
        }
    }
    (taken, left)
}

/// Why no clause of this sentence is taken.
fn untrusted(text: &str, sentence: &Analysed) -> Option<Reason> {
    let words = &sentence.parse.words;
    let whole = sentence.parse.span.of(text);
    if words.len() < 4 {
        Some("the sentence is too short")
    } else if words.len() > 80 {
        Some("the sentence is too long")
    } else if !whole.ends_with(['.', '"', '”', ')', '’', '\'']) && !whole.ends_with("?\"") {
        Some("the sentence does not end as one")
    } else if whole.chars().filter(|&c| matches!(c, '(' | '[')).count()
        != whole.chars().filter(|&c| matches!(c, ')' | ']')).count()
    {
        Some("its brackets do not match")
    } else {
        None
    }
}

fn clause(
    document: &Document<'_>,
    number: usize,
    predicate: usize,
) -> Option<Result<Clause, Reason>> {
    let text = document.text();
    let sentence = document.sentences.get(number)?;
    let parse = &sentence.parse;
    let word = parse.words.get(predicate)?;
    let copula = parse.child(predicate, Label::Cop);
    if !word.tag.is_verb() && copula.is_none() {
        return None;
    }
    let own = parse.children(predicate).find(|&c| {
        parse
            .words
            .get(c)
            .is_some_and(|w| w.label.is_nominal_subject())
    });
    let standing = match word.label {
        _ if is_main(sentence, predicate) => Standing::Main,
        Label::AclRelcl => Standing::Relative,
        Label::Advcl => Standing::Adverbial,
        Label::Conj
            if word
                .head
                .is_some_and(|h| parse.label(h) == Some(Label::AclRelcl)) =>
        {
            Standing::Relative
        }
        _ => return None,
    };
    let mut auxiliaries: Vec<usize> = parse
        .children(predicate)
        .filter(|&c| matches!(parse.label(c), Some(Label::Aux | Label::AuxPass)) && c < predicate)
        .collect();
    let mut borrowed = false;
    let mut shared_subject = false;
    let subject = match own {
        Some(subject) => subject,
        None if word.label == Label::Conj => {
            shared_subject = true;
            let head = word.head?;
            let subject = parse.children(head).find(|&c| {
                parse
                    .words
                    .get(c)
                    .is_some_and(|w| w.label.is_nominal_subject())
            })?;
            // *she wrote a biography, entitled X*: no *and*, no second verb.
            let joined = (predicate..parse.words.len())
                .filter(|&at| {
                    at == predicate
                        || parse.label(at) == Some(Label::Conj)
                            && parse.words.get(at).is_some_and(|w| w.head == Some(head))
                })
                .any(|at| parse.child(at, Label::Cc).is_some());
            if !joined {
                return Some(Err("verbs that nothing joins"));
            }
            // An auxiliary before the first verb may reach over to this one.
            if auxiliaries.is_empty() && copula.is_none() {
                match lent(text, parse, head, predicate) {
                    Some(lent) => {
                        auxiliaries = lent;
                        borrowed = true;
                    }
                    None if word.tag.is_finite() => {}
                    None => return Some(Err("the auxiliary stands with another verb")),
                }
            }
            subject
        }
        None => return None,
    };
    let passive = auxiliaries
        .iter()
        .any(|&a| parse.label(a) == Some(Label::AuxPass));
    let finite = auxiliaries.first().copied().or(copula).unwrap_or(predicate);
    let finite_tag = parse.tag(finite)?;
    if !finite_tag.is_finite() {
        return Some(Err("no finite verb"));
    }
    let wh = parse
        .children(predicate)
        .any(|c| c < subject && parse.tag(c) == Some(Tag::WRB));
    let marks = (0..predicate)
        .filter(|&at| matches!(parse.form(text, at), "\"" | "“" | "”" | "``" | "''"))
        .count();
    if marks % 2 == 1 {
        return Some(Err("somebody's own words"));
    }
    if wh && standing == Standing::Main {
        return Some(Err("a clause of place or time"));
    }
    let attempt = sentence.story
        && matches!(word.lemma.as_str(), "attempt" | "try")
        && parse.child(predicate, Label::Xcomp).is_some();
    let told = finite_tag == Tag::MD
        && standing != Standing::Adverbial
        && parse.form(text, finite).eq_ignore_ascii_case("would")
        && would::came_to_be(text, sentence, finite, subject);
    if let Some(reason) = unstated(text, parse, predicate, standing)
        .filter(|&r| !(attempt && r == NO_EVENT))
        .or_else(|| (finite_tag == Tag::MD && !told).then_some("a modal verb"))
    {
        return Some(Err(reason));
    }
    if !shared_subject {
        let subjects = parse
            .children(predicate)
            .filter(|&c| parse.words.get(c).is_some_and(|w| w.label.is_subject()))
            .count();
        if subjects != 1 {
            return Some(Err("not exactly one subject"));
        }
        if subject > finite {
            return Some(Err("the subject stands behind the verb"));
        }
    }
    let relative = parse.tag(subject).is_some_and(Tag::is_wh);
    // *a salesman whom Pam dated*: what is described is the object.
    let described_object = parse.children(predicate).any(|c| {
        parse
            .tag(c)
            .is_some_and(|t| matches!(t, Tag::WP | Tag::WDT))
            && parse
                .label(c)
                .is_some_and(|l| l == Label::Obj || l.is_oblique())
    });
    // *Paris, where she met Pierre*: what is described is the place.
    let described_place = standing == Standing::Relative
        && word.label == Label::AclRelcl
        && parse.children(predicate).any(|c| {
            c < subject
                && parse.tag(c) == Some(Tag::WRB)
                && parse.form(text, c).eq_ignore_ascii_case("where")
        });
    if standing == Standing::Relative && !relative && !described_object && !described_place
        || standing != Standing::Relative && relative
    {
        return Some(Err("a relative clause with its own subject"));
    }
    let subject = if relative {
        // The subject is the noun described.
        let mut verb = predicate;
        while parse.label(verb) == Some(Label::Conj) {
            verb = parse.words.get(verb)?.head?;
        }
        let noun = parse.words.get(verb)?.head?;
        if hangs_elsewhere(document, sentence, noun, subject) {
            return Some(Err("a relative clause of another noun"));
        }
        shared_subject = true;
        part_without(parse, noun, verb)
    } else {
        part(parse, subject)
    };
    // *the land on which the tower stands was ...*, torn by the parser
    let torn = !relative
        && (subject.head + 1..=subject.last).any(|at| {
            parse.tag(at).is_some_and(Tag::is_finite)
                && !(subject.head..at)
                    .any(|b| parse.tag(b).is_some_and(Tag::is_wh) || parse.form(text, b) == "that")
        });
    if torn {
        return Some(Err("a verb inside the subject"));
    }
    let mut parts: Vec<Part> = parse
        .children(predicate)
        .filter(|&c| {
            let skipped = matches!(
                parse.label(c),
                Some(
                    Label::Punct
                        | Label::Cc
                        | Label::Conj
                        | Label::Aux
                        | Label::AuxPass
                        | Label::Cop
                        | Label::Mark
                        | Label::Parataxis
                        | Label::Discourse
                        | Label::CcPreconj
                )
            );
            !skipped && !parse.words.get(c).is_some_and(|w| w.label.is_subject())
        })
        .map(|c| part(parse, c))
        .collect();
    if copula.is_some() {
        // Determiner, adjectives and the like of a predicate noun are its own.
        parts.retain(|p| p.head > predicate || is_clausal_modifier(p.label));
        parts.retain(|p| p.first > finite || p.last < finite);
    }
    for part in &parts {
        if !parse.is_projective_block(part.head) {
            return Some(Err("a part is torn apart"));
        }
    }
    Some(Ok(Clause {
        sentence: number,
        predicate,
        copula,
        auxiliaries,
        subject,
        shared_subject,
        borrowed,
        passive,
        parts,
        standing,
    }))
}

/// The auxiliaries of the verb before, where they hold for this one too: *was
/// born in X and raised in Y*.
fn lent(text: &str, parse: &Sentence, head: usize, predicate: usize) -> Option<Vec<usize>> {
    let word = parse.words.get(predicate)?;
    let before = parse.words.get(head)?;
    let auxiliaries: Vec<usize> = parse
        .children(head)
        .filter(|&c| c < head && matches!(parse.label(c), Some(Label::Aux | Label::AuxPass)))
        .collect();
    let passive = auxiliaries
        .iter()
        .any(|&a| parse.label(a) == Some(Label::AuxPass));
    // A regular past form without an object is the participle.
    let participle = word.tag == Tag::VBN
        || word.tag == Tag::VBD
            && passive
            && parse.form(text, predicate).ends_with("ed")
            && parse.child(predicate, Label::Obj).is_none();
    (participle && before.tag == Tag::VBN && !auxiliaries.is_empty()).then_some(auxiliaries)
}

/// *the adventures of Jo Smith, who ...*: the parser hung the clause on a noun
/// that is no person.
fn hangs_elsewhere(
    document: &Document<'_>,
    sentence: &Analysed,
    noun: usize,
    pronoun: usize,
) -> bool {
    let parse = &sentence.parse;
    let who = parse
        .form(document.text(), pronoun)
        .eq_ignore_ascii_case("who");
    let named = |at: usize| {
        sentence
            .entity(at)
            .and_then(|id| document.entity(id))
            .is_some_and(|e| e.kind == Some(Kind::Person))
    };
    who && !parse.words.get(noun).is_some_and(|w| w.name)
        && (noun + 1..pronoun).any(named)
        && parse.label(noun) != Some(Label::Appos)
}

fn is_clausal_modifier(label: Label) -> bool {
    label.is_oblique() || matches!(label, Label::Advmod | Label::Advcl)
}

/// Adverbs that say the author does not vouch.
const HEDGES: [&str; 23] = [
    "reportedly",
    "according",
    "allegedly",
    "probably",
    "possibly",
    "perhaps",
    "supposedly",
    "apparently",
    "arguably",
    "likely",
    "seemingly",
    "presumably",
    "maybe",
    "purportedly",
    "potentially",
    "unofficially",
    "rarely",
    "seldom",
    "hardly",
    "scarcely",
    "barely",
    "almost",
    "nearly",
];

/// Verbs that report or imagine what hangs on them, or do not state an event.
const UNSTATED: [&str; 15] = [
    "seem", "appear", "claim", "allege", "rumour", "rumor", "fail", "refuse", "try", "attempt",
    "want", "hope", "expect", "suppose", "intend",
];

/// Why a clause with such a verb is not taken; of a scene an attempt is told.
const NO_EVENT: Reason = "the verb does not state an event";

/// Verbs whose passive passes on what others say: *is said to*.
const REPORTED: [&str; 14] = [
    "say",
    "believe",
    "think",
    "report",
    "consider",
    "rumor",
    "rumour",
    "assume",
    "estimate",
    "suggest",
    "understand",
    "know",
    "see",
    "hold",
];

/// Words that make an adverbial clause less than a fact.
const UNREAL: [&str; 10] = [
    "if", "unless", "whether", "lest", "until", "till", "so", "that", "than", "as",
];

fn unstated(text: &str, parse: &Sentence, predicate: usize, standing: Standing) -> Option<Reason> {
    let whole = parse.span.of(text).to_lowercase();
    if [
        "some sources",
        "other sources",
        "sources differ",
        "sources vary",
    ]
    .iter()
    .any(|hedge| whole.contains(hedge))
    {
        return Some("hedged");
    }
    for child in parse.children(predicate) {
        let form = parse.form(text, child).to_lowercase();
        if matches!(
            form.as_str(),
            "not" | "n't" | "never" | "no" | "neither" | "nor" | "n’t" | "nobody" | "nothing"
        ) {
            return Some("denied");
        }
        let inner = parse
            .children(child)
            .any(|c| parse.form(text, c).eq_ignore_ascii_case("according"));
        if HEDGES.contains(&form.as_str()) || inner {
            return Some("hedged");
        }
        if parse.label(child) == Some(Label::Expl) {
            return Some("an expletive subject");
        }
        if standing == Standing::Adverbial
            && parse.label(child) == Some(Label::Mark)
            && UNREAL.contains(&form.as_str())
        {
            return Some("not stated as fact");
        }
    }
    let lemma = parse.words.get(predicate).map_or("", |w| w.lemma.as_str());
    // *appears in "Jury Duty"* is an event, *appears to be ill* is none.
    let shown = lemma == "appear"
        && parse
            .children(predicate)
            .any(|c| c > predicate && parse.label(c).is_some_and(Label::is_oblique))
        && parse.child(predicate, Label::Xcomp).is_none();
    // *is said to have left*
    let reported = REPORTED.contains(&lemma)
        && parse.child(predicate, Label::AuxPass).is_some()
        && parse.children(predicate).any(|c| {
            c > predicate
                && parse
                    .label(c)
                    .is_some_and(|l| matches!(l, Label::Xcomp | Label::Ccomp))
        });
    if reported {
        return Some("not stated as fact");
    }
    (UNSTATED.contains(&lemma) && !shown).then_some(NO_EVENT)
}

/// The part headed by a word.
pub fn part(parse: &Sentence, head: usize) -> Part {
    let (mut first, last) = parse.subtree(head);
    // The article of a name that the parser hung elsewhere.
    if parse.words.get(first).is_some_and(|w| w.name)
        && let Some(before) = first.checked_sub(1)
        && parse.words.get(before).is_some_and(|w| w.lemma == "the")
    {
        first = before;
    }
    Part {
        head,
        first,
        last,
        label: parse.label(head).unwrap_or(Label::Dep),
        preposition: parse.children(head).find(|&c| {
            parse.label(c) == Some(Label::Case) && c < head && parse.tag(c) != Some(Tag::POS)
        }),
    }
}

/// The part headed by a word, cut before one of its dependents.
fn part_without(parse: &Sentence, head: usize, without: usize) -> Part {
    let (cut, _) = parse.subtree(without);
    let mut part = part(parse, head);
    let mut last = cut.saturating_sub(1).max(head);
    while last > head && parse.tag(last).is_some_and(Tag::is_punctuation) {
        last -= 1;
    }
    part.last = last;
    part.preposition = None;
    if let Some(case) = parse
        .children(head)
        .rfind(|&c| parse.label(c) == Some(Label::Case) && c < head)
    {
        part.first = part.first.max(case + 1);
    }
    part
}
