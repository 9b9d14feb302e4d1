//! Everything that is wrong with a bank's text: structure, item-writing rules,
//! bank-wide rules.

use super::lint::{self, Field};
use super::problem::{Lines, Problem};
use super::survey::{Found, survey};

/// All problems of a bank's text, in the order of the text. Sound items are held
/// against the item-writing rules even if others are broken.
pub fn check(bytes: &[u8]) -> Vec<Problem> {
    let mut survey = survey(bytes);
    let (items, spans): (Vec<_>, Vec<_>) = std::mem::take(&mut survey.items).into_iter().unzip();
    let lines = Lines::of(&survey.text);
    let found: Vec<_> = lint::lint(&items)
        .into_iter()
        .filter_map(|finding| {
            let span = |item: usize, field| {
                spans.get(item).map(|spans| match field {
                    Field::Part(part) => spans.of(part),
                    Field::Category => spans.category(),
                })
            };
            let mut message = finding.message;
            if let Some(other) = finding.other.and_then(|other| span(other, finding.field)) {
                message = format!("{message} (line {})", lines.line(other.start));
            }
            Some(Found {
                severity: finding.severity,
                rule: finding.rule,
                span: span(finding.item, finding.field)?,
                message,
                hint: finding.hint,
            })
        })
        .collect();
    survey.found.extend(found);
    survey.problems()
}
