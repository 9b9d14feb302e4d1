//! Plain-text extracts of wiki pages: `== Section ==` and nothing else.

use super::inline::Inline;
use super::layout::is_hatnote;
use super::seed::heading;
use super::{BlockKind, Builder, Notice, shape, tidy};

/// Reads an extract. It has no infobox, and states no title unless it begins
/// with a line of its own or `= Title =`.
pub(super) fn read(input: &str) -> (Builder, Vec<Notice>) {
    let mut builder = Builder::new("");
    let mut rows: Vec<&str> = Vec::new();
    let mut seen = false;
    for line in input.lines().map(str::trim) {
        if line.is_empty() {
            rows.push("");
            continue;
        }
        if is_formula_row(line) {
            continue;
        }
        if let Some((level, text)) = heading(line) {
            flush(&mut builder, &mut rows);
            if level == 0 && !builder.has_title() {
                builder.title(&tidy::tidy_text(text));
            } else {
                builder.heading(level.max(1), &tidy::tidy_text(text));
            }
            seen = true;
            continue;
        }
        if !seen && !builder.has_title() && is_title(line) {
            builder.title(line);
            continue;
        }
        seen = true;
        if !is_hatnote(line) {
            rows.push(line);
        }
    }
    flush(&mut builder, &mut rows);
    (builder, Vec::new())
}

/// A first line that is no sentence is the title.
fn is_title(line: &str) -> bool {
    shape::words(line) <= 10 && !shape::ends_sentence(line)
}

/// Formulas leave lines of single signs behind.
fn is_formula_row(line: &str) -> bool {
    line.chars().count() <= 2 && !line.chars().any(|c| c.is_ascii_digit())
}

/// Adds the lines between two headings; blank ones count as empty.
pub(super) fn flush(builder: &mut Builder, rows: &mut Vec<&str>) {
    let rows = shape::joined(rows.drain(..));
    let parts: Vec<&str> = rows.iter().flat_map(|row| shape::unglue(row)).collect();
    for (part, kind) in parts.iter().zip(shape::kinds(&parts)) {
        let entry = part.trim_start().strip_prefix(['•', '*', '–', '-']);
        match entry.filter(|e| e.starts_with(' ')) {
            Some(entry) => builder.passage(BlockKind::ListEntry, Inline::plain(entry)),
            None => builder.passage(kind, Inline::plain(part)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Layout, read_named};

    #[test]
    fn sections_paragraphs_and_lists_are_read_and_links_left_out() {
        let text = "Ada Reed was a pilot in the north.\nShe flew far.She came back late.\n\n\n\
            == Life ==\n\n\n=== Planes ===\nHer planes were three:\nThe Gull\nThe Tern\nThe Rook\n\n\n\
            == See also ==\nPilots\n=== More ===\nBakers\n\n== External links ==\nOfficial site";
        let (article, notices) = read_named(text, "", Some(Layout::Extract));
        assert_eq!(notices, []);
        assert_eq!(article.title, "Ada Reed");
        let blocks: Vec<_> = article
            .sections
            .iter()
            .map(|s| (s.path.join("/"), s.blocks.len()))
            .collect();
        assert_eq!(blocks, [(String::new(), 3), ("Life/Planes".into(), 4)]);
        assert!(!article.text.contains("Official"));
    }

    #[test]
    fn the_title_comes_from_a_first_line_or_the_name() {
        let read = |text: &str, name: &str| read_named(text, name, Some(Layout::Extract)).0.title;
        assert_eq!(read("Ada Reed\n\nAda was a pilot.", "x"), "Ada Reed");
        assert_eq!(
            read("Ada Mary Reed was a pilot.", "ada_reed.txt"),
            "Ada Reed"
        );
    }
}
