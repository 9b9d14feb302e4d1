//! How a problem of a bank is shown: the place, the line, a caret under what is
//! meant, and what to do.

use serde_json::{Value, json};
use unicode_width::UnicodeWidthChar;

use crate::bank::{Place, Problem};
use crate::item::flaw::Severity;
use crate::text::safe;

/// The problem as lines of text, without a line break at the end.
pub(super) fn text(label: &str, problem: &Problem) -> String {
    let label = safe::shown(label);
    let mut lines = vec![format!("{label}:{problem}")];
    let Place {
        line,
        excerpt,
        marked,
        ..
    } = &problem.place;
    if !excerpt.trim().is_empty() {
        let number = line.to_string();
        let gutter = " ".repeat(number.len());
        let (mut shown, mut before, mut under) = (String::new(), 0, 0);
        for (n, c) in excerpt.chars().enumerate() {
            let mut buffer = [0; 4];
            let safe = safe::shown(c.encode_utf8(&mut buffer));
            let width: usize = safe.chars().filter_map(UnicodeWidthChar::width).sum();
            shown.push_str(&safe);
            if n < marked.start {
                before += width;
            } else if marked.contains(&n) {
                under += width;
            }
        }
        let (shown, indent) = {
            let trimmed = shown.trim_start();
            let indent = shown.chars().count() - trimmed.chars().count();
            (trimmed, indent.min(before))
        };
        let space = " ".repeat(before - indent);
        let carets = "^".repeat(under.max(1));
        lines.push(format!("  {number} | {shown}"));
        lines.push(format!("  {gutter} | {space}{carets}"));
    }
    if !problem.hint.is_empty() {
        lines.push(format!("  hint: {}", safe::shown(&problem.hint)));
    }
    lines.join("\n")
}

/// The problem as JSON, for editors and scripts.
pub(super) fn json(label: &str, problem: &Problem) -> Value {
    json!({
        "file": label,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": severity(problem.severity),
        "rule": problem.rule,
        "message": problem.message,
        "hint": problem.hint,
        "text": problem.place.excerpt.chars()
            .skip(problem.place.marked.start)
            .take(problem.place.marked.len())
            .collect::<String>(),
    })
}

/// The word for a severity.
pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
