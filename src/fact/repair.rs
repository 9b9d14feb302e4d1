//! Mending what the parser is known to get wrong.

use super::kind::Kind;
use super::lists::Lists;
use crate::text::{Label, Sentence, Tag};

/// Mends a tree.
pub(super) fn mend(parse: &mut Sentence) {
    plain_past(parse);
    titled_subjects(parse);
    named_subjects(parse);
    plural_present(parse);
    loose_relatives(parse);
    swallowed_main_clause(parse);
    late_parts(parse);
    said_clauses(parse);
    agents(parse);
}

/// *Her voice improved*, *he left and moved on*: a participle with a subject and
/// without an auxiliary is the past tense.
fn plain_past(parse: &mut Sentence) {
    for verb in 0..parse.words.len() {
        let Some(word) = parse.words.get(verb) else {
            return;
        };
        let alone = |at: usize| {
            !parse.children(at).any(|c| {
                matches!(
                    parse.label(c),
                    Some(Label::Aux | Label::AuxPass | Label::Cop | Label::Mark)
                )
            })
        };
        let subject = |at: usize| {
            parse
                .children(at)
                .any(|c| c < at && parse.label(c).is_some_and(Label::is_nominal_subject))
        };
        let head = word.head.filter(|_| word.label == Label::Conj);
        let joined = head.is_some_and(|h| {
            alone(h) && subject(h) && parse.label(h).is_some_and(|l| l != Label::AclRelcl)
        }) && parse.child(verb, Label::Cc).is_some();
        let main = word.label == Label::Root && subject(verb);
        let before = head.and_then(|h| parse.tag(h));
        let tag = match word.tag {
            Tag::VBN if alone(verb) && main => Tag::VBD,
            Tag::VBN if alone(verb) && joined && before == Some(Tag::VBD) => Tag::VBD,
            Tag::VB if alone(verb) && joined && before == Some(Tag::VBP) => Tag::VBP,
            _ => continue,
        };
        if let Some(word) = parse.words.get_mut(verb) {
            word.tag = tag;
        }
    }
}

/// *Developer John Raskob reviewed ...*: two subjects side by side, the second a
/// name, are a person and what he is.
fn named_subjects(parse: &mut Sentence) {
    for verb in 2..parse.words.len() {
        if !parse.tag(verb).is_some_and(Tag::is_verb) && parse.child(verb, Label::Cop).is_none() {
            continue;
        }
        let subjects: Vec<usize> = parse
            .children(verb)
            .filter(|&c| parse.label(c).is_some_and(Label::is_nominal_subject))
            .collect();
        let [noun, name] = subjects.as_slice() else {
            continue;
        };
        let beside = parse.subtree(*noun).1 + 1 == *name && *name < verb;
        let named = parse.words.get(*name).is_some_and(|w| w.name);
        let role = parse
            .words
            .get(*noun)
            .is_some_and(|w| w.tag == Tag::NN && !w.name);
        if beside && named && role {
            set(parse, *noun, Some(*name), Label::NmodDesc);
        }
    }
}

/// *was given a name by X*: who did it hangs on the passive verb, unless the
/// noun before tells of a work, which may be X's own.
fn agents(parse: &mut Sentence) {
    for agent in 1..parse.words.len() {
        let by = parse
            .child(agent, Label::Case)
            .and_then(|c| parse.words.get(c))
            .is_some_and(|w| w.lemma == "by");
        let Some(word) = parse.words.get(agent) else {
            return;
        };
        if !(by && word.name && word.label == Label::Nmod) {
            continue;
        }
        let Some(noun) = word.head.and_then(|n| parse.words.get(n)) else {
            continue;
        };
        let may_have_author = Lists::shared()
            .type_noun(&noun.lemma)
            .is_some_and(|t| t.kind == Kind::Work);
        let Some(verb) = noun
            .head
            .filter(|&v| v < agent && !may_have_author && !noun.name)
        else {
            continue;
        };
        let passive = parse.child(verb, Label::AuxPass).is_some();
        if passive && parse.child(verb, Label::OblAgent).is_none() {
            set(parse, agent, Some(verb), Label::OblAgent);
        }
    }
}

/// *The episode "X" sees Jim ...*: the title stands beside its noun, and what
/// follows is no relative clause.
fn titled_subjects(parse: &mut Sentence) {
    for verb in 2..parse.words.len() {
        let finite = matches!(parse.tag(verb), Some(Tag::VBZ | Tag::VBD));
        let (title, noun) = (verb - 1, verb - 2);
        let (Some(verb_word), Some(title_word), Some(noun_word)) = (
            parse.words.get(verb),
            parse.words.get(title),
            parse.words.get(noun),
        ) else {
            return;
        };
        let quoted = title_word.name && title_word.span.start > noun_word.span.end + 1;
        let relative = verb_word.label == Label::AclRelcl && verb_word.head == Some(noun);
        let subject = title_word.head == Some(verb) && title_word.label.is_nominal_subject();
        if !(finite && quoted && relative && subject && noun_word.tag == Tag::NN) {
            continue;
        }
        let (label, head) = (noun_word.label, noun_word.head);
        let second = head.filter(|&h| {
            h > verb
                && parse
                    .children(h)
                    .any(|c| c > verb && parse.label(c).is_some_and(Label::is_nominal_subject))
        });
        if let Some(second) = second.filter(|_| label.is_nominal_subject()) {
            let Some((over, its)) = parse.words.get(second).map(|w| (w.head, w.label)) else {
                continue;
            };
            set(parse, verb, over, its);
            set(parse, second, Some(verb), Label::Conj);
        } else if head.is_none() {
            set(parse, verb, None, Label::Root);
        } else {
            continue;
        }
        set(parse, noun, Some(verb), Label::Nsubj);
        set(parse, title, Some(noun), Label::Appos);
        // The quotation marks leave no doubt.
        for at in noun..=verb {
            if let Some(word) = parse.words.get_mut(at) {
                word.margin = word.margin.max(CERTAIN);
            }
        }
        for at in verb + 1..parse.words.len() {
            if let Some(word) = parse.words.get_mut(at).filter(|w| w.head == Some(noun)) {
                word.head = Some(verb);
            }
        }
    }
}

/// The margin of what is certain by its form.
const CERTAIN: f32 = 100.0;

fn set(parse: &mut Sentence, at: usize, head: Option<usize>, label: Label) {
    if let Some(word) = parse.words.get_mut(at) {
        word.head = head;
        word.label = label;
    }
}

/// *Jim and Pam meet in ...*: a base form with a subject and nothing before it
/// that asks for one stands in the present.
fn plural_present(parse: &mut Sentence) {
    for verb in 0..parse.words.len() {
        let main = matches!(
            parse.label(verb),
            Some(Label::Root | Label::Conj | Label::Parataxis)
        );
        let subject = parse
            .children(verb)
            .find(|&c| c < verb && parse.label(c) == Some(Label::Nsubj));
        let governed = parse.children(verb).any(|c| {
            c < verb
                && matches!(
                    parse.label(c),
                    Some(Label::Aux | Label::Mark | Label::AuxPass)
                )
        });
        let plural = subject.is_some_and(|s| {
            parse
                .tag(s)
                .is_some_and(|t| matches!(t, Tag::NNS | Tag::NNPS))
                || parse
                    .children(s)
                    .any(|c| parse.label(c) == Some(Label::Conj))
        });
        if main
            && plural
            && !governed
            && let Some(word) = parse.words.get_mut(verb).filter(|w| w.tag == Tag::VB)
        {
            word.tag = Tag::VBP;
        }
    }
}

/// *it is revealed he has had ...*, *tells him she kissed ...*: a loose clause
/// with no comma before it is what the verb before it says.
fn said_clauses(parse: &mut Sentence) {
    for clause in 0..parse.words.len() {
        if parse.label(clause) != Some(Label::Parataxis)
            || !parse.tag(clause).is_some_and(Tag::is_verb)
        {
            continue;
        }
        let (first, _) = parse.subtree(clause);
        let verb = (0..first)
            .rev()
            .find(|&at| parse.tag(at).is_some_and(Tag::is_verb));
        let Some(verb) = verb.filter(|&v| !parse.is_within(v, clause)) else {
            continue;
        };
        let says = parse
            .words
            .get(verb)
            .is_some_and(|w| SAYING.contains(&w.lemma.as_str()));
        let between = (verb + 1..=first).any(|at| {
            parse
                .tag(at)
                .is_some_and(|t| matches!(t, Tag::Colon | Tag::Comma))
        });
        if says
            && !between
            && let Some(word) = parse.words.get_mut(clause)
        {
            word.label = Label::Ccomp;
            word.head = Some(verb);
        }
    }
}

/// Verbs that take a clause without *that*.
const SAYING: [&str; 16] = [
    "say", "tell", "reveal", "imply", "announce", "confirm", "discover", "know", "think",
    "believe", "feel", "claim", "state", "hope", "learn", "realise",
];

/// *..., who is engaged* hung on the sentence belongs to the noun before.
fn loose_relatives(parse: &mut Sentence) {
    for verb in 0..parse.words.len() {
        let place = parse
            .children(verb)
            .find(|&c| c < verb && parse.words.get(c).is_some_and(|w| w.lemma == "where"));
        if let Some(place) = place {
            loose_place(parse, verb, place);
            continue;
        }
        if parse.label(verb) != Some(Label::Parataxis) {
            continue;
        }
        let relative = parse.children(verb).find(|&c| {
            c < verb
                && parse
                    .tag(c)
                    .is_some_and(|t| matches!(t, Tag::WP | Tag::WDT))
        });
        let Some(relative) = relative.filter(|&r| r >= 2 && parse.tag(r - 1) == Some(Tag::Comma))
        else {
            continue;
        };
        let noun = relative - 2;
        if parse.tag(noun).is_some_and(Tag::is_noun)
            && let Some(word) = parse.words.get_mut(verb)
        {
            word.head = Some(noun);
            word.label = Label::AclRelcl;
        }
    }
}

/// *..., Paris, where she met Pierre*: the clause tells of the name before its
/// comma, of Ardsley in *Ardsley, New York, where*.
fn loose_place(parse: &mut Sentence, verb: usize, place: usize) {
    let loose = matches!(
        parse.label(verb),
        Some(Label::Parataxis | Label::Advcl | Label::Conj | Label::AclRelcl)
    );
    let named = |at: usize| parse.words.get(at).is_some_and(|w| w.name);
    let comma = |at: usize| parse.tag(at) == Some(Tag::Comma);
    if !loose || place < 2 || !comma(place - 1) || !named(place - 2) {
        return;
    }
    let mut noun = place - 2;
    if noun >= 2 && comma(noun - 1) && named(noun - 2) {
        noun -= 2;
    }
    if parse.is_within(noun, verb) {
        return;
    }
    set(parse, verb, Some(noun), Label::AclRelcl);
}

/// *In the finale, "X," Jim confesses ...* and *After X suffers an injury, Jo
/// offers ...*: the clause behind the comma is no relative clause.
fn swallowed_main_clause(parse: &mut Sentence) {
    let Some(root) = parse.root() else { return };
    for verb in 0..parse.words.len() {
        if parse.label(verb) != Some(Label::AclRelcl) || verb < root && !parse.is_within(verb, root)
        {
            continue;
        }
        let finite = parse.tag(verb).is_some_and(Tag::is_finite)
            || parse.children(verb).any(|c| {
                parse
                    .label(c)
                    .is_some_and(|l| matches!(l, Label::Aux | Label::AuxPass | Label::Cop))
            });
        let subject = parse
            .children(verb)
            .find(|&c| c < verb && parse.label(c).is_some_and(Label::is_nominal_subject));
        let Some(subject) = subject.filter(|_| finite) else {
            continue;
        };
        let (first, last) = parse.subtree(verb);
        let wh = (first..=subject).any(|at| parse.tag(at).is_some_and(Tag::is_wh));
        let (start, _) = parse.subtree(subject);
        let comma = start
            .checked_sub(1)
            .is_some_and(|b| parse.tag(b) == Some(Tag::Comma));
        let closes = parse.words.len().saturating_sub(last) <= 2;
        if wh || !comma || !closes {
            continue;
        }
        let prepositional = parse
            .children(root)
            .any(|c| c < root && parse.label(c) == Some(Label::Case));
        let subordinate = parse.children(root).any(|c| {
            c < root
                && parse
                    .label(c)
                    .is_some_and(|l| matches!(l, Label::Mark | Label::Advmod | Label::Case))
        }) || parse.words.first().is_some_and(|w| w.tag == Tag::IN);
        let label = if parse.tag(root).is_some_and(Tag::is_noun) && prepositional {
            Label::Obl
        } else if parse.tag(root).is_some_and(Tag::is_verb) && subordinate {
            Label::Advcl
        } else {
            continue;
        };
        if let Some(word) = parse.words.get_mut(verb) {
            word.head = None;
            word.label = Label::Root;
        }
        if let Some(word) = parse.words.get_mut(root) {
            word.head = Some(verb);
            word.label = label;
        }
        for word in &mut parse.words {
            if word.head == Some(root) && word.label == Label::Punct && word.span.start > 0 {
                word.head = Some(verb);
            }
        }
        return;
    }
}

/// In *A did X, but B did Y from Z*, a part behind the second verb belongs to
/// the second verb.
fn late_parts(parse: &mut Sentence) {
    for word in 0..parse.words.len() {
        let Some(label) = parse.label(word) else {
            continue;
        };
        let moves = label.is_oblique()
            || matches!(
                label,
                Label::Advcl | Label::Obj | Label::Xcomp | Label::Ccomp
            );
        let Some(head) = parse
            .words
            .get(word)
            .and_then(|w| w.head)
            .filter(|&h| moves && h < word)
        else {
            continue;
        };
        let nearer = parse.children(head).rfind(|&c| {
            c > head
                && c < word
                && parse.label(c) == Some(Label::Conj)
                && parse.tag(c).is_some_and(Tag::is_verb)
        });
        if let Some(nearer) = nearer
            && let Some(word) = parse.words.get_mut(word)
        {
            word.head = Some(nearer);
        }
    }
}
