//! A page copied from a browser: nothing is marked.
//!
//! Sections are known by the list of contents, captions and tables by the
//! empty lines round them. What cannot be told is left out.

mod infobox;
mod outline;

use super::inline::Inline;
use super::layout::is_hatnote;
use super::{BlockKind, Builder, Notice, shape, tidy};

/// A line that is not blank.
#[derive(Clone, Copy, Debug)]
struct Line<'a> {
    text: &'a str,
    /// Blank lines before and after it.
    before: usize,
    after: usize,
    /// Its number, from 1.
    number: usize,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Skip,
    Table,
    Heading(usize),
    Paragraph,
    Quotation,
    Entry,
}

/// Reads a page copied from a browser.
pub(super) fn read(input: &str) -> (Builder, Vec<Notice>) {
    let mut builder = Builder::new("");
    let mut notices = Vec::new();
    let mut lines = lines(input);
    if let Some(end) = end(&lines) {
        lines.truncate(end);
    }
    let contents = outline::contents(&lines);
    let levels = outline::headings(&lines, contents.as_ref());
    if contents.is_none()
        && let Some(end) = outline::references(&lines, &levels)
    {
        lines.truncate(end);
    }
    let (from, to) = contents.as_ref().map_or((0, 0), |c| c.lines);
    let in_contents = |i: usize| (from..to).contains(&i);
    let prose = (0..lines.len())
        .find(|&i| !in_contents(i) && is_lead(&lines, i))
        .unwrap_or(0);
    let title = (0..=prose).find(|&i| {
        !in_contents(i)
            && lines.get(i).is_some_and(|l| {
                !is_hatnote(l.text) && !is_furniture(l.text) && shape::words(l.text) <= 12
            })
    });
    if let Some(line) = title.and_then(|i| lines.get(i)) {
        let found = tidy::tidy_text(line.text);
        let mut hatnotes = lines.iter().take(prose).map(|l| l.text);
        let named = hatnotes.find_map(|h| named(h, &found));
        builder.guess_title(&named.unwrap_or(found));
    }
    let start = title.map_or(0, |t| t + 1);
    let boxed: Vec<Line<'_>> = (start..prose)
        .filter(|&i| !in_contents(i))
        .filter_map(|i| lines.get(i).copied())
        .collect();
    infobox::read(&boxed, &mut builder);

    let body: Vec<usize> = (prose..lines.len()).filter(|&i| !in_contents(i)).collect();
    let parts = parts(&lines, &levels, &body);
    let mut table = false;
    for (&i, part) in body.iter().zip(parts) {
        let Some(line) = lines.get(i) else { continue };
        if part == Part::Table && !table && !builder.is_muted() && notices.len() < 100 {
            notices.push(Notice {
                line: line.number,
                message: "a table was left out".to_owned(),
            });
        }
        table = part == Part::Table;
        let text = Inline::plain(line.text);
        match part {
            Part::Heading(level) => {
                let heading = tidy::tidy_text(outline::without_edit(line.text));
                builder.heading(level, &heading);
            }
            Part::Paragraph => builder.passage(BlockKind::Paragraph, text),
            Part::Quotation => builder.passage(BlockKind::Paragraph, tidy::tidy(text).quoted()),
            Part::Entry => builder.passage(BlockKind::ListEntry, text),
            Part::Skip | Part::Table => {}
        }
    }
    (builder, notices)
}

fn lines(input: &str) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut blank = 0;
    for (i, text) in input.lines().enumerate() {
        let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if text.is_empty() {
            blank += 1;
            continue;
        }
        if let Some(last) = lines.last_mut() {
            last.after = blank;
        }
        lines.push(Line {
            text,
            before: blank,
            after: 0,
            number: i + 1,
        });
        blank = 0;
    }
    if let Some(last) = lines.last_mut() {
        last.after = blank.max(2);
    }
    lines
}

/// Where the article ends and the boxes below it begin.
fn end(lines: &[Line<'_>]) -> Option<usize> {
    let boxes = lines.windows(3).position(|w| {
        let texts: Vec<&str> = w.iter().map(|l| l.text).collect();
        texts == ["v", "t", "e"]
    });
    let category = lines.iter().position(|l| {
        l.text.starts_with("Categories:") || l.text.starts_with("Retrieved from \"http")
    });
    [boxes, category].into_iter().flatten().min()
}

/// The first paragraph of the lead.
fn is_lead(lines: &[Line<'_>], i: usize) -> bool {
    lines
        .get(i)
        .is_some_and(|l| !is_hatnote(l.text) && outline::is_prose(l.text))
}

/// The name a hatnote gives the page: `see Ada Reed (disambiguation)`.
fn named(hatnote: &str, found: &str) -> Option<String> {
    let (before, _) = hatnote.split_once(" (disambiguation)")?;
    let (_, name) = before.rsplit_once("see ")?;
    let folded = found.to_lowercase();
    let within = name
        .to_lowercase()
        .split_whitespace()
        .all(|word| folded.split_whitespace().any(|w| w == word));
    within.then(|| name.to_owned())
}

/// Words of the page round the article.
fn is_furniture(text: &str) -> bool {
    const WORDS: [&str; 24] = [
        "Article",
        "Talk",
        "Read",
        "Edit",
        "View history",
        "View source",
        "Tools",
        "hide",
        "(Top)",
        "move to sidebar",
        "Main menu",
        "Search",
        "Donate",
        "Create account",
        "Log in",
        "Personal tools",
        "Contents",
        "Appearance",
        "Text",
        "Width",
        "Small",
        "Standard",
        "Large",
        "Navigation menu",
    ];
    WORDS.contains(&text) || text.ends_with(" languages") || text.ends_with("the free encyclopedia")
}

/// The line without the marks of references at its end.
fn plain_end(text: &str) -> &str {
    let mut text = text.trim_end();
    while let Some(open) = text.strip_suffix(']').and_then(|t| t.rfind('[')) {
        if text.len() - open > 40 {
            break;
        }
        text = text.get(..open).unwrap_or("").trim_end();
    }
    text
}

/// Short and no sentence: a cell, an entry, a caption.
fn is_short(text: &str) -> bool {
    let words = shape::words(text);
    words <= 25 && !(words > 10 && shape::ends_sentence(plain_end(text)))
}

/// What each line of the body is.
fn parts(lines: &[Line<'_>], levels: &[Option<usize>], body: &[usize]) -> Vec<Part> {
    let line = |n: usize| body.get(n).and_then(|&i| lines.get(i));
    let level = |n: usize| body.get(n).and_then(|&i| levels.get(i).copied().flatten());
    let short = |n: usize| line(n).is_some_and(|l| is_short(l.text)) && level(n).is_none();
    let tight = is_tight(lines, body);
    let mut parts: Vec<Part> = Vec::with_capacity(body.len());
    let mut n = 0;
    while let Some(here) = line(n) {
        if let Some(level) = level(n) {
            parts.push(Part::Heading(level));
            n += 1;
            continue;
        }
        if is_hatnote(here.text) || is_furniture(here.text) || here.text.starts_with(['—', '―'])
        {
            parts.push(Part::Skip);
            n += 1;
            continue;
        }
        if short(n) {
            let table = table(&line, &short, n);
            if table > n {
                parts.extend((n..table).map(|_| Part::Table));
                n = table;
                continue;
            }
            let mut end = n + 1;
            while short(end) && line(end).is_some_and(|l| l.before == 0) {
                end += 1;
            }
            let last = line(end - 1).unwrap_or(here);
            let part = match end - n {
                1 if here.text.contains('\t') => Part::Table,
                1 if here.text.ends_with(':') => Part::Paragraph,
                1 if here.before >= 2 || last.after >= 2 || !tight => Part::Skip,
                _ => Part::Entry,
            };
            for at in n..end {
                let text = line(at).map_or("", |l| l.text);
                let attribution = text.starts_with(['—', '―']);
                parts.push(match part {
                    _ if attribution || is_hatnote(text) => Part::Skip,
                    _ if text.contains('\t') => Part::Table,
                    part => part,
                });
            }
            n = end;
            continue;
        }
        let caption = here.before >= 3 && here.after >= 2 && n > 0 && shape::words(here.text) <= 60;
        let attributed = line(n + 1).is_some_and(|l| l.text.starts_with(['—', '―']));
        // Between two quotations or lists a paragraph stands apart as well.
        let apart =
            tight && here.before == 1 && here.after >= 1 && parts.last() == Some(&Part::Paragraph);
        parts.push(if caption || (attributed && here.before >= 2) {
            Part::Skip
        } else if here.text.contains('\t') && shape::words(here.text) < 60 {
            Part::Table
        } else if attributed || apart {
            Part::Quotation
        } else {
            Part::Paragraph
        });
        n += 1;
    }
    parts
}

/// Whether paragraphs follow one another without blank lines.
fn is_tight(lines: &[Line<'_>], body: &[usize]) -> bool {
    let (mut tight, mut loose) = (0, 0);
    for pair in body.windows(2) {
        let (Some(a), Some(b)) = (
            pair.first().and_then(|&i| lines.get(i)),
            pair.get(1).and_then(|&i| lines.get(i)),
        ) else {
            continue;
        };
        if outline::is_prose(a.text) && outline::is_prose(b.text) {
            if b.before == 0 {
                tight += 1;
            } else {
                loose += 1;
            }
        }
    }
    tight > loose
}

/// The end of the table at `n`: three or more groups of short lines with two
/// blank lines between them, or lines with tabs.
fn table<'l, 'a: 'l>(
    line: &impl Fn(usize) -> Option<&'l Line<'a>>,
    short: &impl Fn(usize) -> bool,
    n: usize,
) -> usize {
    let mut end = n;
    let mut groups = 1;
    while short(end) && line(end).is_some_and(|l| shape::words(l.text) <= 15) {
        let Some(next) = line(end + 1).filter(|_| short(end + 1)) else {
            end += 1;
            break;
        };
        end += 1;
        match next.before {
            0 => {}
            2 => groups += 1,
            _ => break,
        }
    }
    if groups >= 3 { end } else { n }
}

#[cfg(test)]
mod tests {
    use super::super::{Article, Layout, Notice, read_named};

    const PROSE: &str = "Ada Reed was a pilot of some fame who flew from Hull to many of the \
        harbours of the north and back again.[1][2]";

    fn read(text: &str) -> (Article, Vec<Notice>) {
        read_named(text, "", Some(Layout::Web))
    }

    fn check(text: &str, expect: &[&str]) {
        let (article, _) = read(text);
        let blocks = article.sections.iter().flat_map(|s| &s.blocks);
        let lines: Vec<_> = blocks
            .map(|b| b.span.of(&article.text))
            .map(|l| {
                if l.starts_with("Ada Reed was a pilot") {
                    "P"
                } else {
                    l
                }
            })
            .collect();
        assert_eq!(lines, expect, "{text}");
    }

    #[test]
    fn hatnotes_contents_captions_and_references_are_left_out() {
        let text = format!(
            "This article is about the pilot. For other uses, see Ada Reed (disambiguation).\n\n\nAda Mary Reed\n\n\nBorn\n3 May 1901\n\n\n\n\
             {PROSE}\n{PROSE}\n\n\n\nContents\n\n\n1 Life\n2 See also\n3 References\n\n\n\nLife\nMain article: Life of Ada\n{PROSE}\n\n\n\n\nAda in Hull\n\n\n\
             {PROSE}\n\nMedal (1901)[3]\nPrize (1902)\n\n{PROSE}\nSee also\n\n\nOther pilots\nReferences\n\n\n^ a b Reed 1901, p. 5.\nReed, Ada. ISBN 978-0-00-000000-2\nCategories:\nPilots"
        );
        let (article, notices) = read(&text);
        assert_eq!(notices, []);
        assert_eq!(article.title, "Ada Reed");
        assert_eq!(article.fields.len(), 1);
        check(
            &text,
            &["P", "P", "P", "P", "Medal (1901)", "Prize (1902)", "P"],
        );
    }

    #[test]
    fn tables_are_left_out_with_a_notice() {
        let text = format!(
            "Ada\n\n{PROSE}\n{PROSE}\n\n\nTitle\nYear\n\n\nGull\n1901\n\n\nTern\n1902\n\n\n\n{PROSE}\nRow\tof\tcells\n{PROSE}"
        );
        let (_, notices) = read(&text);
        assert_eq!(notices.iter().map(|n| n.line).collect::<Vec<_>>(), [7, 21]);
        check(&text, &["P", "P", "P", "P"]);
    }

    #[test]
    fn a_paragraph_set_apart_is_a_quotation() {
        let quote = "Never fly from the quay to the pier when the wind comes from the east, whatever they say.";
        let quoted = format!("“{quote}”");
        check(
            &format!(
                "Ada\n\n{PROSE}\n{PROSE}\n\n{quote}\n\n{PROSE}\n\n{quote}\n— Ada Reed\n\n{PROSE}"
            ),
            &["P", "P", &quoted, "P", &quoted, "P"],
        );
    }
}
