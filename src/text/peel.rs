//! Phrases that the parser loses its way in are parsed apart and hung back.
//!
//! A fronted phrase: "In *W*, he ..." is parsed as "In *W*" and "he ...", and
//! the first is hung on the second. A relative clause after the subject: "N,
//! who ..., sings" is parsed as "N sings" and "who ...".

use super::lexicon::categories;
use super::model::parser::Arc;
use super::{Label, Tag};

/// Words that begin a fronted prepositional phrase.
const PREPOSITIONS: &[&str] = &[
    "in",
    "on",
    "at",
    "during",
    "after",
    "before",
    "since",
    "by",
    "for",
    "from",
    "under",
    "upon",
    "following",
    "throughout",
    "despite",
    "with",
    "without",
    "within",
    "until",
    "among",
    "according",
    "due",
    "unlike",
    "like",
    "along",
    "alongside",
    "between",
    "over",
    "through",
    "around",
    "prior",
    "besides",
    "beyond",
    "near",
    "instead",
    "to",
    "towards",
    "toward",
    "against",
    "across",
    "early",
    "late",
    "later",
    "as",
];

/// Longer phrases hold a clause of their own.
const LONGEST: usize = 30;

/// The comma after a fronted phrase, if what follows it is a clause of its own.
pub(crate) fn comma(forms: &[&str], tags: &[Tag]) -> Option<usize> {
    let first = forms.first()?.to_lowercase();
    if !PREPOSITIONS.contains(&first.as_str()) {
        return None;
    }
    let tag = |index: usize| tags.get(index).copied();
    let is_comma = |index: usize| forms.get(index) == Some(&",");
    let finite = |index: usize| tag(index).is_some_and(Tag::is_finite);
    for at in 1..forms.len().saturating_sub(3).min(LONGEST) {
        if finite(at)
            || matches!(
                tag(at),
                Some(Tag::OpenBracket | Tag::Colon | Tag::OpenQuote)
            )
        {
            return None;
        }
        if !is_comma(at) {
            continue;
        }
        let next = tag(at + 1)?;
        let nominal = next.is_noun()
            || next.is_adjective()
            || matches!(
                next,
                Tag::DT | Tag::PRP | Tag::PRPS | Tag::EX | Tag::CD | Tag::PDT
            );
        if !nominal {
            continue;
        }
        // A noun phrase and a finite verb before the next comma: a clause. A
        // place or year between commas is still the phrase's.
        let end = (at + 1..forms.len()).find(|&index| finite(index) || is_comma(index))?;
        if is_comma(end) {
            continue;
        }
        // "In 1990, 1992 and 1994 he": a list.
        let list = (1..at).any(is_comma) && (at + 1..end).any(|index| tag(index) == Some(Tag::CC));
        if list || categories(forms.get(at + 1)?).is_empty() && next == Tag::JJ {
            return None;
        }
        return Some(at);
    }
    None
}

/// Puts the tree of the phrase before `comma` and the tree of the clause after
/// it together.
pub(crate) fn join(front: &[Arc], core: &[Arc], tags: &[Tag]) -> Vec<Arc> {
    let comma = front.len();
    let words = comma + 1 + core.len();
    let root_of = |arcs: &[Arc]| {
        arcs.iter()
            .position(|arc| arc.head >= arcs.len())
            .unwrap_or(0)
    };
    let (top, root) = (root_of(front), comma + 1 + root_of(core));
    let label = match tags.get(top) {
        Some(tag) if tag.is_verb() => Label::Advcl,
        Some(tag) if tag.is_adverb() => Label::Advmod,
        _ => Label::Obl,
    };
    let mut joined = Vec::with_capacity(words);
    for arc in front {
        let hung = arc.head >= comma;
        joined.push(Arc {
            head: if hung { root } else { arc.head },
            label: if hung { label } else { arc.label },
            margin: arc.margin,
        });
    }
    joined.push(Arc {
        head: top,
        label: Label::Punct,
        margin: 0.0,
    });
    for arc in core {
        let is_root = arc.head >= core.len();
        joined.push(Arc {
            head: if is_root { words } else { comma + 1 + arc.head },
            ..*arc
        });
    }
    joined
}

/// The commas around a relative clause that stands between the subject, which
/// begins the sentence, and its verb.
pub(crate) fn insertion(forms: &[&str], tags: &[Tag]) -> Option<(usize, usize)> {
    let tag = |index: usize| tags.get(index).copied();
    let is_comma = |index: usize| forms.get(index) == Some(&",");
    let finite = |index: usize| tag(index).is_some_and(Tag::is_finite);
    let first = (1..forms.len()).find(|&index| is_comma(index) || finite(index))?;
    let noun_before = tag(first.checked_sub(1)?)?.is_noun();
    if !is_comma(first) || !noun_before || !tag(first + 1)?.is_wh() {
        return None;
    }
    // "After N, who ...": the clause before is not over.
    if tag(0) == Some(Tag::IN) || tag(0) == Some(Tag::WRB) {
        return None;
    }
    let last = (first + 3..forms.len().min(first + LONGEST)).find(|&index| {
        let mut next = index + 1;
        while tag(next) == Some(Tag::RB) {
            next += 1;
        }
        is_comma(index) && finite(next)
    })?;
    (first + 1..last).any(finite).then_some((first, last))
}

/// Puts the tree of a relative clause back between the two halves of the
/// clause around it.
pub(crate) fn insert((first, last): (usize, usize), inner: &[Arc], outer: &[Arc]) -> Vec<Arc> {
    let words = inner.len() + outer.len() + 2;
    // Where the words of the outer clause stand in the whole.
    let place = |index: usize| {
        if index < first {
            index
        } else {
            index + (last + 1 - first)
        }
    };
    let outer_head = |head: usize| {
        if head >= outer.len() {
            words
        } else {
            place(head)
        }
    };
    // The subject: up from the noun before the comma while the head is left of it.
    let mut noun = first.saturating_sub(1);
    for _ in 0..first {
        match outer.get(noun) {
            Some(arc) if arc.head < first => noun = arc.head,
            _ => break,
        }
    }
    let top = first
        + 1
        + inner
            .iter()
            .position(|arc| arc.head >= inner.len())
            .unwrap_or(0);
    let comma = Arc {
        head: top,
        label: Label::Punct,
        margin: 0.0,
    };
    let mut joined = Vec::with_capacity(words);
    for arc in outer.iter().take(first) {
        joined.push(Arc {
            head: outer_head(arc.head),
            ..*arc
        });
    }
    joined.push(comma);
    for arc in inner {
        let is_top = arc.head >= inner.len();
        joined.push(Arc {
            head: if is_top { noun } else { first + 1 + arc.head },
            label: if is_top { Label::AclRelcl } else { arc.label },
            margin: arc.margin,
        });
    }
    joined.push(comma);
    for arc in outer.iter().skip(first) {
        joined.push(Arc {
            head: outer_head(arc.head),
            ..*arc
        });
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<usize>) {
        let (forms, tags): (Vec<&str>, Vec<Tag>) = text
            .split(' ')
            .filter_map(|word| word.rsplit_once('/'))
            .map(|(form, tag)| (form, Tag::parse(tag).unwrap()))
            .unzip();
        assert_eq!(comma(&forms, &tags), expected, "{text}");
    }

    #[test]
    fn finds_the_comma() {
        check("In/IN Rain/NNP ,/, he/PRP sings/VBZ well/RB ./.", Some(2));
        check(
            "In/IN Oslo/NNP ,/, Norway/NNP ,/, he/PRP sang/VBD ./.",
            Some(4),
        );
        check("He/PRP sang/VBD ,/, he/PRP left/VBD ./.", None);
        check("As/IN he/PRP sang/VBD ,/, she/PRP left/VBD ./.", None);
        check(
            "In/IN Rain/NNP ,/, Ann/NNP ,/, Bo/NNP and/CC Cy/NNP sing/VBP ./.",
            None,
        );
        check(",/,", None);
    }

    #[test]
    fn finds_the_insertion() {
        let check = |text: &str, expected| {
            let (forms, tags): (Vec<&str>, Vec<Tag>) = text
                .split(' ')
                .filter_map(|word| word.rsplit_once('/'))
                .map(|(form, tag)| (form, Tag::parse(tag).unwrap()))
                .unzip();
            assert_eq!(insertion(&forms, &tags), expected, "{text}");
        };
        check(
            "Ann/NNP ,/, who/WP sings/VBZ ,/, also/RB plays/VBZ ./.",
            Some((1, 4)),
        );
        check(
            "Ann/NNP sings/VBZ ,/, who/WP plays/VBZ ,/, is/VBZ ./.",
            None,
        );
        check("Ann/NNP ,/, a/DT singer/NN ,/, plays/VBZ ./.", None);
        check("Ann/NNP ,/, who/WP", None);
    }

    #[test]
    fn inserts_a_tree() {
        let arc = |head, label| Arc {
            head,
            label,
            margin: 1.0,
        };
        // Ann , who sings , plays well
        let outer = [
            arc(1, Label::Nsubj),
            arc(3, Label::Root),
            arc(1, Label::Advmod),
        ];
        let inner = [arc(1, Label::Nsubj), arc(2, Label::Root)];
        let heads: Vec<usize> = insert((1, 4), &inner, &outer)
            .iter()
            .map(|arc| arc.head)
            .collect();
        assert_eq!(heads, [5, 3, 3, 0, 3, 7, 5]);
    }

    #[test]
    fn joins_two_trees() {
        let arc = |head, label| Arc {
            head,
            label,
            margin: 1.0,
        };
        let front = [arc(1, Label::Case), arc(2, Label::Root)];
        let core = [arc(1, Label::Nsubj), arc(2, Label::Root)];
        let tags = [Tag::IN, Tag::NNP, Tag::Comma, Tag::PRP, Tag::VBZ];
        let heads: Vec<usize> = join(&front, &core, &tags)
            .iter()
            .map(|arc| arc.head)
            .collect();
        assert_eq!(heads, [1, 4, 1, 4, 5]);
    }
}
