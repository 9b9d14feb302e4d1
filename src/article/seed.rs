//! The plain layout: `= Title =`, infobox lines, `== Section ==`, paragraphs.

use super::inline::Inline;
use super::{BlockKind, Builder, Notice, extract, tidy};

/// Reads the plain layout.
pub(super) fn read(input: &str) -> (Builder, Vec<Notice>) {
    let mut builder = Builder::new("");
    let mut notices = Vec::new();
    let mut in_infobox = true;
    let mut rows: Vec<&str> = Vec::new();
    for (number, line) in input.lines().enumerate() {
        let line = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if line.is_empty() {
            rows.push("");
            continue;
        }
        if let Some((level, heading)) = heading(line) {
            extract::flush(&mut builder, &mut rows);
            let heading = tidy::tidy_text(heading);
            if level == 0 && !builder.has_title() {
                builder.title(&heading);
            } else {
                in_infobox = false;
                builder.heading(level.max(1), &heading);
            }
            continue;
        }
        if let Some(entry) = entry(line) {
            match entry.split_once(':') {
                Some((key, value)) if in_infobox && key.len() < 60 => {
                    let value = tidy::strip(Inline::plain(value)).text;
                    builder.field(&tidy::tidy_text(key), &value);
                }
                _ if in_infobox => notices.push(Notice {
                    line: number + 1,
                    message: format!("an infobox line without a colon was left out: {entry}"),
                }),
                _ => {
                    extract::flush(&mut builder, &mut rows);
                    builder.passage(BlockKind::ListEntry, Inline::plain(entry));
                }
            }
            continue;
        }
        if !builder.has_title() {
            builder.title(&tidy::tidy_text(line));
            continue;
        }
        if in_infobox && is_caption(line) {
            continue;
        }
        in_infobox = false;
        rows.push(line);
    }
    extract::flush(&mut builder, &mut rows);
    (builder, notices)
}

/// The text of an infobox line or list entry.
fn entry(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(['-', '*', '•'])?;
    let text = rest.trim_start_matches(['*', '#', ':']);
    (text.starts_with(' ') || line.starts_with('*')).then(|| text.trim())
}

/// The line above the infobox repeats the name of its subject.
fn is_caption(line: &str) -> bool {
    line.split_whitespace().count() <= 8 && !line.ends_with(['.', '!', '?', '"', '”', ':'])
}

/// `== Heading ==` with any spacing: its level below the title (`=`) and text.
pub(super) fn heading(line: &str) -> Option<(usize, &str)> {
    let opening = line.bytes().take_while(|&b| b == b'=').count();
    let closing = line.bytes().rev().take_while(|&b| b == b'=').count();
    let marks = opening.min(closing);
    if opening + closing >= line.len() || opening.abs_diff(closing) > 1 {
        return None;
    }
    let text = line.get(opening..line.len() - closing)?.trim();
    (marks > 0 && !text.is_empty()).then(|| (marks.min(6) - 1, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(input: &str) -> (crate::article::Article, Vec<Notice>) {
        let (builder, notices) = super::read(input);
        (builder.finish(), notices)
    }

    const SMALL: &str = "= Ada Reed =\n\nAda Reed\n- Born: 1901 (Hull)\n- Jobs: pilot , baker\n\n\
        Ada Reed was a pilot.\n\n==Early life==\nShe flew.\n\n=== School ===\n\n* One entry\n";

    #[test]
    fn title_infobox_and_sections_are_read() {
        let (article, notices) = read(SMALL);
        assert_eq!(notices, []);
        assert_eq!(article.title, "Ada Reed");
        let keys: Vec<_> = article
            .fields
            .iter()
            .map(|f| (f.key.as_str(), f.values.len()))
            .collect();
        assert_eq!(keys, [("Born", 1), ("Jobs", 2)]);
        let sections: Vec<_> = article
            .sections
            .iter()
            .map(|s| {
                let texts: Vec<_> = s.blocks.iter().map(|b| b.span.of(&article.text)).collect();
                (s.path.join(" / "), texts)
            })
            .collect();
        assert_eq!(
            sections,
            [
                (String::new(), vec!["Ada Reed was a pilot."]),
                ("Early life".into(), vec!["She flew."]),
                ("Early life / School".into(), vec!["One entry"]),
            ]
        );
    }

    #[test]
    fn leftovers_of_markup_go_and_nothing_panics() {
        let (article, _) = read("= T =\n\n'''T'''<nowiki/>'s end -- now.\n= = =\n=\n- \n");
        assert_eq!(article.sections.len(), 1);
        assert!(!article.text.contains("nowiki"));
    }

    #[test]
    fn sections_of_references_are_left_out_and_lists_kept() {
        let (article, _) = read(
            "= T =\n\nA text.\n==Films==\n*The Quay\n* The Gull (1901)[2]\n==See also==\n* Pier\n\
             ===More===\n* Dock\n==Life==\nShe flew.\n==Notes and references==\nReed, p. 5.\n",
        );
        let text: Vec<_> = article.text.lines().collect();
        assert_eq!(
            text,
            ["A text.", "The Quay", "The Gull (1901)", "She flew."]
        );
    }

    #[test]
    fn an_infobox_line_without_a_colon_is_noticed() {
        let (_, notices) = read("= T =\n- odd\n");
        assert_eq!(notices.iter().map(|n| n.line).collect::<Vec<_>>(), [2]);
    }
}
