//! What is wrong with a file of another format, as problems with their places.

use super::{Import, What};
use crate::bank::{self, Left, Lines, Problem};
use crate::item::flaw::Severity;

/// The notices of an import and what the rules find in its items, in the order of
/// the file, whose bytes are given besides.
pub fn problems(import: &Import, bytes: &[u8]) -> Vec<Problem> {
    let text = String::from_utf8_lossy(bytes);
    let lines = Lines::of(&text);
    let notices = import.notices.iter().map(|notice| Problem {
        severity: match notice.what {
            What::Skipped => Severity::Error,
            What::Merged | What::Changed => Severity::Warning,
        },
        rule: match notice.what {
            What::Skipped => "left-out",
            What::Merged => "duplicate-item",
            What::Changed => "changed",
        },
        message: notice.message.clone(),
        hint: String::new(),
        place: lines.rest_of(notice.line, notice.column),
    });
    let most = bank::most_problems(bytes.len());
    let (found, left) = bank::lint(&import.bank.items, most);
    let found = found.into_iter().map(|finding| {
        let line = import
            .lines
            .get(finding.item)
            .map_or(1, |&line| line as usize);
        Problem {
            severity: finding.severity,
            rule: finding.rule,
            message: finding.message,
            hint: finding.hint,
            place: lines.rest_of(line, 1),
        }
    });
    let mut problems: Vec<_> = notices.chain(found).collect();
    problems.sort_by_key(|problem| problem.place.line);
    let skips = import.notices.iter().filter(|n| n.what == What::Skipped);
    let came = import.bank.items.len() + import.merged;
    let skipped = import.questions.saturating_sub(came + skips.count());
    let left = Left {
        all: left.all + import.untold,
        errors: left.errors + skipped.min(import.untold),
    };
    problems.extend(Problem::more(left, lines.place(&(text.len()..text.len()))));
    problems
}
