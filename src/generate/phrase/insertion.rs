//! What a passage leaves out: brackets, appositions and clauses set off by
//! commas.

use crate::fact::Analysed;
use crate::text::{Label, Tag};

fn dropped_at(dropped: &[bool], at: usize, first: usize) -> bool {
    dropped.get(at - first).copied().unwrap_or(false)
}

/// Somebody's own words stay whole, unless they go altogether.
fn keep_quotes(text: &str, sentence: &Analysed, first: usize, last: usize, dropped: &mut [bool]) {
    let marks: Vec<usize> = (first..=last)
        .filter(|&at| matches!(sentence.parse.form(text, at), "\"" | "“" | "”"))
        .collect();
    for pair in marks.chunks_exact(2) {
        let &[open, close] = pair else { continue };
        let kept = !dropped_at(dropped, open, first) && !dropped_at(dropped, close, first);
        if kept && let Some(inside) = dropped.get_mut(open - first..=close - first) {
            inside.fill(false);
        }
    }
}

/// Which words of a passage belong to insertions: brackets, and clauses or
/// appositions set off by commas.
pub(super) fn insertions(text: &str, sentence: &Analysed, first: usize, last: usize) -> Vec<bool> {
    let parse = &sentence.parse;
    let mut dropped = vec![false; last.saturating_sub(first) + 1];
    let mut mark = |from: usize, to: usize| {
        for at in from.max(first)..=to.min(last) {
            if let Some(place) = dropped.get_mut(at - first) {
                *place = true;
            }
        }
    };
    let comma = |at: usize| matches!(parse.form(text, at), "," | "–" | "—" | ";" | ":");
    let mut open = None;
    for at in first..=last {
        match parse.tag(at) {
            Some(Tag::OpenBracket) => open = open.or(Some(at)),
            Some(Tag::CloseBracket) => {
                if let Some(from) = open.take() {
                    mark(from, at);
                }
            }
            _ => {}
        }
        let Some(word) = parse.words.get(at) else {
            continue;
        };
        let inserted = matches!(
            word.label,
            Label::AclRelcl
                | Label::Acl
                | Label::Appos
                | Label::Parataxis
                | Label::Advcl
                | Label::AdvclRelcl
        );
        let verbal = word.tag.is_verb() || parse.child(at, Label::Cop).is_some();
        let second_clause = word.label == Label::Conj
            && verbal
            && parse
                .children(at)
                .any(|c| parse.label(c).is_some_and(Label::is_subject));
        if (inserted || second_clause) && word.head.is_some_and(|h| h >= first && h <= last) {
            let (from, to) = parse.subtree(at);
            let mut from = from;
            let before = from.checked_sub(1).filter(|&b| b > first && (comma(b)));
            let inner = comma(from);
            if before.is_some() || inner || second_clause {
                from = before.unwrap_or(from);
                let to = if comma(to + 1) && to < last {
                    to + 1
                } else {
                    to
                };
                mark(from, to);
            }
        }
    }
    if let Some(from) = open {
        mark(from, last);
    }
    keep_quotes(text, sentence, first, last, &mut dropped);
    // A clause behind a comma: *, where she ...*, *, and then Karen is ...*
    for at in first + 1..last {
        if !comma(at) || dropped_at(&dropped, at, first) {
            continue;
        }
        if parse.form(text, at) == ";" {
            for place in dropped.iter_mut().skip(at - first) {
                *place = true;
            }
            break;
        }
        let wh = parse.tag(at + 1).is_some_and(Tag::is_wh)
            || (matches!(parse.form(text, at + 1), "a" | "an" | "the")
                && parse.label(at + 1) == Some(Label::Det)
                && (parse.words.get(at - 1).is_some_and(|w| w.name)
                    || parse.tag(at - 1) == Some(Tag::CloseBracket))
                && parse
                    .words
                    .get(at + 1)
                    .and_then(|w| w.head)
                    .is_some_and(|h| parse.label(h) != Some(Label::Conj)));
        let conceded = matches!(
            parse.form(text, at + 1),
            "despite" | "although" | "though" | "whereas"
        );
        let second = (parse.tag(at + 1) == Some(Tag::CC) || conceded)
            && (at + 2..=last).any(|w| parse.label(w).is_some_and(Label::is_nominal_subject));
        if wh || second {
            let end = (at..=at + 1)
                .flat_map(|start| (start..=last).filter(move |&w| parse.subtree(w).0 == start))
                .map(|w| parse.subtree(w).1)
                .max()
                .filter(|_| wh)
                .unwrap_or(last);
            for inside in at..=end.min(last) {
                if let Some(place) = dropped.get_mut(inside - first) {
                    *place = true;
                }
            }
        }
    }
    // No comma may begin or end what is left.
    for at in (first..=last).rev() {
        if dropped.get(at - first) == Some(&true) {
            continue;
        }
        let loose =
            comma(at) || matches!(parse.form(text, at), "and" | "or" | "but" | "." | "?" | "!");
        if !loose {
            break;
        }
        if let Some(place) = dropped.get_mut(at - first) {
            *place = true;
        }
    }
    for at in first..=last {
        if dropped.get(at - first) == Some(&true) {
            continue;
        }
        if !comma(at) {
            break;
        }
        if let Some(place) = dropped.get_mut(at - first) {
            *place = true;
        }
    }
    dropped
}
