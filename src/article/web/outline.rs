//! Where the sections of a copied page begin: nothing marks them.

use super::super::layout::is_hatnote;
use super::super::{apparatus, shape};
use super::Line;

/// The list of contents of a page.
#[derive(Debug, Default)]
pub(super) struct Contents {
    /// Level and folded heading, in order.
    entries: Vec<(usize, String)>,
    /// The lines it takes: first and the one after the last.
    pub(super) lines: (usize, usize),
}

/// Finds the list of contents.
pub(super) fn contents(lines: &[Line<'_>]) -> Option<Contents> {
    let start = lines.iter().position(|l| {
        let text = l.text.to_lowercase();
        matches!(text.as_str(), "contents" | "table of contents")
            || text.starts_with("contents [")
            || text.starts_with("contents[")
    })?;
    let numbered = numbered(lines, start);
    if numbered.entries.len() >= 2 {
        return Some(numbered);
    }
    let sidebar = sidebar(lines, start);
    (sidebar.entries.len() >= 2).then_some(sidebar)
}

/// `1 Life`, `1.1 Early years`.
fn numbered(lines: &[Line<'_>], start: usize) -> Contents {
    let mut contents = Contents {
        entries: Vec::new(),
        lines: (start, start + 1),
    };
    let mut last = 0;
    for line in lines.iter().skip(start + 1) {
        let Some((level, top, title)) = number(line.text) else {
            break;
        };
        if top != last && top != last + 1 {
            break;
        }
        last = top;
        contents.entries.push((level, fold(title)));
        contents.lines.1 += 1;
    }
    contents
}

/// The level, the first number and the words of `2.4.1 Music`.
fn number(text: &str) -> Option<(usize, usize, &str)> {
    let (number, title) = text.split_once([' ', '\t'])?;
    let parts: Vec<&str> = number.trim_end_matches('.').split('.').collect();
    let small = |p: &&str| (1..=2).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit());
    let top = parts.first()?.parse().ok()?;
    (parts.iter().all(small) && !title.trim().is_empty()).then(|| (parts.len(), top, title.trim()))
}

/// The list of newer pages: no numbers, `(Top)` first, and the words of its
/// buttons between.
fn sidebar(lines: &[Line<'_>], start: usize) -> Contents {
    let mut contents = Contents {
        entries: Vec::new(),
        lines: (start, start + 1),
    };
    let top = lines
        .iter()
        .skip(start)
        .take(6)
        .position(|l| l.text == "(Top)");
    let Some(top) = top else {
        return contents;
    };
    contents.lines.1 = start + top + 1;
    for line in lines.iter().skip(start + top + 1) {
        let long = shape::words(line.text) > 14 || shape::ends_sentence(line.text);
        let button = matches!(line.text, "Article" | "Talk" | "Read" | "Tools");
        let first = contents.entries.first().map(|(_, t)| t.as_str());
        if long || button || line.text.contains(" languages") || first == Some(&fold(line.text)) {
            break;
        }
        contents.lines.1 += 1;
        if !line.text.starts_with("Toggle ") {
            contents.entries.push((1, fold(line.text)));
        }
    }
    contents
}

/// A heading without its `[edit]`, its case and its signs.
fn fold(text: &str) -> String {
    without_edit(text)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// A heading without the link behind it.
pub(super) fn without_edit(text: &str) -> &str {
    let text = text.trim();
    let cut = text
        .strip_suffix("]")
        .and_then(|t| t.rsplit_once('['))
        .filter(|(_, word)| matches!(word.trim(), "edit" | "edit source" | "edit | edit source"));
    cut.map_or(text, |(heading, _)| heading.trim())
}

/// For every line the level of the heading it is.
pub(super) fn headings(lines: &[Line<'_>], contents: Option<&Contents>) -> Vec<Option<usize>> {
    let edits = lines
        .iter()
        .filter(|l| without_edit(l.text) != l.text.trim())
        .count();
    match contents {
        Some(contents) => by_contents(lines, contents),
        None if edits >= 2 => lines
            .iter()
            .map(|l| (without_edit(l.text) != l.text.trim()).then_some(1))
            .collect(),
        None => by_form(lines),
    }
}

/// Lines that repeat the entries of the list of contents, in its order.
fn by_contents(lines: &[Line<'_>], contents: &Contents) -> Vec<Option<usize>> {
    /// How many entries may be missing in a row.
    const MISSING: usize = 3;
    let mut next = 0;
    let mut levels = Vec::with_capacity(lines.len());
    for (i, line) in lines.iter().enumerate() {
        let after = i >= contents.lines.1;
        let found = (after && shape::words(line.text) <= 20)
            .then(|| fold(line.text))
            .and_then(|text| {
                let ahead = contents
                    .entries
                    .iter()
                    .enumerate()
                    .skip(next)
                    .take(1 + MISSING);
                ahead
                    .filter(|(_, (_, title))| *title == text)
                    .map(|(n, (level, _))| (n, *level))
                    .next()
            });
        if let Some((n, _)) = found {
            next = n + 1;
        }
        levels.push(found.map(|(_, level)| level));
    }
    levels
}

/// Short lines that no sentence ends, behind prose and before it.
fn by_form(lines: &[Line<'_>]) -> Vec<Option<usize>> {
    let mut levels = vec![None; lines.len()];
    // Whether prose or a heading stands above, captions aside.
    let mut open = false;
    for (i, (line, level)) in lines.iter().zip(&mut levels).enumerate() {
        let heading = open
            && is_heading_like(line)
            && (apparatus::is_heading(line.text) || prose_below(lines, i + 1));
        if heading {
            *level = Some(1);
        } else if !is_caption(line) && !is_hatnote(line.text) {
            open = is_prose(line.text);
        }
    }
    levels
}

fn is_heading_like(line: &Line<'_>) -> bool {
    let text = line.text;
    shape::words(text) <= 8
        && text.len() <= 70
        && text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && !text.ends_with(['.', ',', ';', ':', '!', '?', ')', ']', '"', '”'])
        && !text.contains('\t')
        && !is_caption(line)
        && !is_hatnote(text)
}

/// A line apart from all others.
fn is_caption(line: &Line<'_>) -> bool {
    line.before >= 3 && line.after >= 2
}

/// Whether prose begins at a line, captions, hatnotes and subheadings aside.
fn prose_below(lines: &[Line<'_>], from: usize) -> bool {
    let aside = |l: &&Line<'_>| {
        is_caption(l) || is_hatnote(l.text) || (l.before == 0 && is_heading_like(l))
    };
    let mut below = lines.iter().skip(from).take(4).skip_while(aside);
    below.next().is_some_and(|l| is_prose(l.text))
}

/// Whether the headings are known by their form alone: then the first section
/// of references is the end, for nothing tells what lies below which.
pub(super) fn references(lines: &[Line<'_>], levels: &[Option<usize>]) -> Option<usize> {
    let found = lines.iter().zip(levels).position(|(line, level)| {
        level.is_some() && apparatus::is_heading(without_edit(line.text))
    });
    found.filter(|&at| at * 3 > lines.len())
}

/// Whether a line is a paragraph beyond doubt.
pub(super) fn is_prose(text: &str) -> bool {
    let text = super::plain_end(text);
    shape::words(text) >= 20 && (shape::ends_sentence(text) || text.ends_with(':'))
}

#[cfg(test)]
mod tests {
    use super::super::lines;
    use super::*;

    const PROSE: &str = "Ada Reed was a pilot of some fame who flew from Hull to many of the \
        harbours of the north and back again.";

    fn check(text: &str, expect: &[&str]) {
        let lines = lines(text);
        let contents = contents(&lines);
        let levels = headings(&lines, contents.as_ref());
        let found: Vec<_> = lines
            .iter()
            .zip(&levels)
            .filter_map(|(l, level)| Some(format!("{}{}", (*level)?, l.text)))
            .collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn headings_are_the_lines_of_the_contents_list() {
        check(
            &format!(
                "Ada\n\nContents\n\n\n1 Life\n\n1.1 School\n\n2 Planes\n\n{PROSE}\nLife\nSchool\n{PROSE}\nPlanes\nGull\nLife"
            ),
            &["1Life", "2School", "1Planes"],
        );
    }

    #[test]
    fn headings_carry_an_edit_link() {
        check(
            &format!("Ada\n{PROSE}\nLife[edit]\n{PROSE}\nPlanes [edit]\nGull\n"),
            &["1Life[edit]", "1Planes [edit]"],
        );
    }

    #[test]
    fn a_list_of_contents_may_stand_at_the_side() {
        check(
            &format!(
                "Contents\nhide\n(Top)\nLife\nToggle Life subsection\nSchool\nAda\nArticle\n{PROSE}\nLife\n{PROSE}\nSchool\n"
            ),
            &["1Life", "1School"],
        );
    }

    #[test]
    fn without_any_list_the_form_tells() {
        check(
            &format!(
                "Ada\n{PROSE}\nLife\nEarly life\n{PROSE}\n\n\n\nAda in Hull\n\n\n{PROSE}\nReferences\n1. Reed"
            ),
            &["1Life", "1Early life", "1References"],
        );
    }
}
