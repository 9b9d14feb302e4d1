//! Everything that is wrong with a bank's text: structure, item-writing rules,
//! bank-wide rules.

use super::lint::{self, Field};
use super::problem::{Lines, Problem};
use super::survey::{Found, survey};

/// All problems of a bank's text, in the order of the text. Sound items are held
/// against the item-writing rules even if others are broken. Of a text with very
/// many problems (a thousand and one in 200 bytes) the last one says how many more
/// there are.
pub fn check(bytes: &[u8]) -> Vec<Problem> {
    let mut survey = survey(bytes);
    let items = std::mem::take(&mut survey.items);
    let lines = Lines::of(&survey.text);
    let most = survey.found.room();
    let (found, left) = lint::lint(&items, most);
    drop(items);
    let mut problems = Vec::with_capacity(found.len());
    for finding in found {
        let span = |item: usize| {
            let spans = survey.spans(item);
            match finding.field {
                Field::Part(part) => spans.of(part),
                Field::Category => spans.category(),
            }
        };
        let mut message = finding.message;
        if let Some(other) = finding.other {
            message = format!("{message} (line {})", lines.line(span(other).start));
        }
        problems.push(Found {
            severity: finding.severity,
            rule: finding.rule,
            span: span(finding.item),
            message,
            hint: finding.hint,
        });
    }
    for found in problems {
        survey.found.push(found.severity, || found);
    }
    survey.found.pass_over(left);
    survey.problems()
}
