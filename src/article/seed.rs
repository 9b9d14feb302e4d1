//! The plain layout: `= Title =`, infobox lines, `== Section ==`, paragraphs.

use super::{Article, BlockKind, Builder, Notice};

/// Reads the plain layout.
pub(super) fn read(input: &str) -> (Article, Vec<Notice>) {
    let mut builder = Builder::new("");
    let mut notices = Vec::new();
    let mut in_infobox = true;
    for (number, line) in input.lines().enumerate() {
        let line = clean(line);
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        if let Some((level, heading)) = heading(line) {
            if level == 0 && !builder.has_title() {
                builder.title(heading);
            } else {
                in_infobox = false;
                builder.heading(level.max(1), heading);
            }
            continue;
        }
        if let Some(entry) = line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")) {
            match entry.split_once(':') {
                Some((key, value)) if in_infobox && key.len() < 60 => builder.field(key, value),
                _ if in_infobox => notices.push(Notice {
                    line: number + 1,
                    message: format!("an infobox line without a colon was left out: {entry}"),
                }),
                _ => builder.block(BlockKind::ListEntry, entry, &[]),
            }
            continue;
        }
        if !builder.has_title() {
            builder.title(line);
            continue;
        }
        if in_infobox && is_caption(line) {
            continue;
        }
        in_infobox = false;
        builder.block(BlockKind::Paragraph, line, &[]);
    }
    (builder.finish(), notices)
}

/// The line above the infobox repeats the name of its subject.
fn is_caption(line: &str) -> bool {
    line.split_whitespace().count() <= 8 && !line.ends_with(['.', '!', '?', '"', '”', ':'])
}

/// `== Heading ==` with any spacing: its level below the title (`=`) and text.
fn heading(line: &str) -> Option<(usize, &str)> {
    let marks = line.bytes().take_while(|&b| b == b'=').count();
    let text = line.get(marks..)?.strip_suffix(line.get(..marks)?)?.trim();
    (marks > 0 && !text.is_empty() && !text.starts_with('=')).then(|| (marks - 1, text))
}

/// Drops what is left of wiki markup and unifies white space and dashes.
fn clean(line: &str) -> String {
    line.replace("<nowiki/>", "")
        .replace("<nowiki />", "")
        .replace(['\u{a0}', '\u{2009}', '\u{202f}', '\t'], " ")
        .replace(['\u{200b}', '\u{200c}', '\u{200d}', '\u{feff}'], "")
        .replace(" -- ", " – ")
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn an_infobox_line_without_a_colon_is_noticed() {
        let (_, notices) = read("= T =\n- odd\n");
        assert_eq!(notices.iter().map(|n| n.line).collect::<Vec<_>>(), [2]);
    }
}
