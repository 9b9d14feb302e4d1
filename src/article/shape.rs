//! What a line of plain text is, by its form alone.

use super::BlockKind;

/// Words of a line, counted up to 1,000.
pub(super) fn words(line: &str) -> usize {
    line.split_whitespace().take(1000).count()
}

/// Whether a line ends as a sentence does.
pub(super) fn ends_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(['"', '”', '’', '\'', ')', ']', ' ']);
    line.ends_with(['.', '!', '?', '…'])
}

/// Lines in a row: which are paragraphs and which are entries of a list?
///
/// An entry is short and does not end a sentence, or stands among three or
/// more short lines.
pub(super) fn kinds(lines: &[&str]) -> Vec<BlockKind> {
    let short: Vec<bool> = lines.iter().map(|l| words(l) <= 25).collect();
    let mut kinds = Vec::with_capacity(lines.len());
    let mut run_end = 0;
    let mut run_start = 0;
    for (i, line) in lines.iter().enumerate() {
        if i >= run_end {
            run_start = i;
            run_end = i + short.iter().skip(i).take_while(|s| **s).count().max(1);
        }
        let in_run = run_end - run_start >= 3 && words(line) <= 25;
        let open = !ends_sentence(line) && words(line) <= 40 && !line.trim_end().ends_with(':');
        kinds.push(if in_run || open {
            BlockKind::ListEntry
        } else {
            BlockKind::Paragraph
        });
    }
    kinds
}

/// The lines that are not blank; one that breaks off within a phrase goes on
/// in the line right below it.
pub(super) fn joined<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut joined: Vec<String> = Vec::new();
    let mut open = false;
    for line in lines {
        match joined.last_mut() {
            _ if line.is_empty() => {}
            Some(last) if open => {
                last.push(' ');
                last.push_str(line);
            }
            _ => joined.push(line.to_owned()),
        }
        open = breaks_off(line);
    }
    joined
}

/// Whether a long line ends with a word that something must follow.
fn breaks_off(line: &str) -> bool {
    const WORDS: [&str; 16] = [
        "a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the",
        "was", "with",
    ];
    let last = line.rsplit(' ').next().unwrap_or("");
    words(line) > 6 && (WORDS.contains(&last) || last.ends_with(','))
}

/// The paragraphs of a line in which line breaks were lost: `the end.Next`.
pub(super) fn unglue(line: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, c) in line.char_indices() {
        if !matches!(c, '.' | '!' | '?') || at < from {
            continue;
        }
        let end = at + c.len_utf8();
        let (Some(before), Some(after)) = (line.get(from..at), line.get(end..)) else {
            continue;
        };
        let quote = after
            .chars()
            .next()
            .filter(|c| matches!(c, '"' | '”' | ')'));
        let end = end + quote.map_or(0, char::len_utf8);
        let after = line.get(end..).unwrap_or("");
        if glued(before, after) {
            parts.push(line.get(from..end).unwrap_or(""));
            from = end;
        }
    }
    parts.push(line.get(from..).unwrap_or(""));
    parts
}

/// Whether a full stop between these two lost the line break behind it.
fn glued(before: &str, after: &str) -> bool {
    let mut chars = after.chars();
    let capital = chars.next().is_some_and(char::is_uppercase)
        && chars.next().is_some_and(|c| c.is_lowercase() || c == ' ');
    if !capital {
        return false;
    }
    let tail: Vec<char> = before.chars().rev().take(3).collect();
    let word: String = after
        .chars()
        .take(40)
        .take_while(|c| !c.is_whitespace())
        .collect();
    tail.len() == 3
        && tail
            .iter()
            .all(|c| c.is_lowercase() || matches!(c, '"' | '”' | ')' | '%'))
        && tail.iter().filter(|c| c.is_lowercase()).count() >= 2
        && before.contains(' ')
        && !["Com", "Org", "Net", "Co", "Js"].contains(&word.trim_end_matches(['.', ',']))
        && !word.trim_end_matches('.').contains(['.', '/'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use BlockKind::{ListEntry, Paragraph};

    #[test]
    fn short_open_lines_are_entries_and_sentences_are_paragraphs() {
        let lines = [
            "Ada was a pilot.",
            "Quay – a harbour",
            "Medals:",
            "She flew \"far.\"",
        ];
        assert_eq!(kinds(&lines[1..3]), [ListEntry, Paragraph]);
        assert_eq!(kinds(&lines[..1]), [Paragraph]);
        assert_eq!(kinds(&lines[3..]), [Paragraph]);
    }

    #[test]
    fn a_row_of_short_lines_is_a_list() {
        let lines = [
            "Ada as B, a pilot.",
            "Cy as D, a baker.",
            "Eve as F, a nun.",
        ];
        assert_eq!(kinds(&lines), [ListEntry; 3]);
    }

    #[test]
    fn a_line_that_breaks_off_goes_on_below() {
        let lines = [
            "She flew all the way to the",
            "harbour.",
            "",
            "Back again she came for a",
            "",
            "The end.",
        ];
        assert_eq!(
            joined(lines.into_iter()),
            [
                "She flew all the way to the harbour.",
                "Back again she came for a",
                "The end."
            ]
        );
    }

    #[test]
    fn glued_paragraphs_come_apart() {
        assert_eq!(
            unglue("She met the staff.Then she flew to St.John on the No.1 plane."),
            [
                "She met the staff.",
                "Then she flew to St.John on the No.1 plane."
            ]
        );
        assert_eq!(
            unglue("He said \"go away.\"Nobody went."),
            ["He said \"go away.\"", "Nobody went."]
        );
        assert_eq!(
            unglue("It runs on Booking.Com and node.Js"),
            ["It runs on Booking.Com and node.Js"]
        );
    }
}
