//! Facts from the list of what a person or a band made: *Discography*,
//! *Filmography*, *Novels*, each work with its year.

use super::super::{Document, Kind};
use crate::fact::lists::Lists;
use crate::text::Span;

/// What a heading says of the works below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Craft {
    /// One of them: *album*.
    pub noun: &'static str,
    /// How they come into the world: *release*.
    pub verb: &'static str,
}

/// A work of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opus {
    /// Its title.
    pub title: String,
    /// When it came out.
    pub year: i32,
    /// Its line.
    pub line: Span,
}

/// A list of works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Oeuvre {
    /// What they are.
    pub craft: Craft,
    /// Index of the section.
    pub section: usize,
    /// In the order of the article.
    pub works: Vec<Opus>,
}

/// The fewest works that make a list.
const LEAST: usize = 5;

/// The longest title, in words.
const LONGEST: usize = 8;

/// Headings with what stands below them; the trade tells it for *Filmography*.
const CRAFTS: [(&str, Craft); 14] = [
    ("discography", craft("record", "release")),
    ("albums", craft("album", "release")),
    ("studio albums", craft("album", "release")),
    ("solo albums", craft("album", "release")),
    ("singles", craft("single", "release")),
    ("novels", craft("novel", "publish")),
    ("books", craft("book", "publish")),
    ("works", craft("work", "publish")),
    ("major works", craft("work", "publish")),
    ("selected works", craft("work", "publish")),
    ("publications", craft("work", "publish")),
    ("fiction", craft("book", "publish")),
    ("non-fiction", craft("book", "publish")),
    ("poetry", craft("book", "publish")),
];

const fn craft(noun: &'static str, verb: &'static str) -> Craft {
    Craft { noun, verb }
}

/// The lists of works of a document.
pub fn oeuvres(document: &Document<'_>) -> Vec<Oeuvre> {
    let subject = &document.subject;
    let band = subject.kind == Some(Kind::Organisation)
        && subject
            .nouns
            .iter()
            .any(|n| n.ends_with("band") || n.ends_with("group") || n == "duo" || n == "trio");
    if !(subject.is_person && !subject.is_fictional || band) {
        return Vec::new();
    }
    document
        .article
        .sections
        .iter()
        .enumerate()
        .filter_map(|(section, part)| {
            let craft = part
                .path
                .iter()
                .rev()
                .find_map(|heading| of_heading(document, heading))?;
            if craft.verb == "publish" && !has_trade(document, &["writer", "scientist", "scholar"])
            {
                return None;
            }
            let works: Vec<Opus> = part
                .blocks
                .iter()
                .filter_map(|block| opus(document.text(), block.span))
                .collect();
            // What is no list of works has other lines as well.
            let whole = works.len() >= LEAST && works.len() * 4 >= part.blocks.len() * 3;
            whole.then_some(Oeuvre {
                craft,
                section,
                works,
            })
        })
        .collect()
}

fn of_heading(document: &Document<'_>, heading: &str) -> Option<Craft> {
    let heading = heading.to_lowercase();
    let heading = heading.trim_end_matches(':').trim();
    if matches!(
        heading,
        "filmography" | "films" | "feature films" | "selected filmography"
    ) {
        let (directs, acts) = (
            has_trade(document, &["filmmaker"]),
            has_trade(document, &["actor", "performer"]),
        );
        return (directs && !acts).then_some(craft("film", "direct"));
    }
    CRAFTS
        .iter()
        .find(|(name, _)| *name == heading)
        .map(|(_, craft)| *craft)
}

/// Whether the lead gives the subject one of these trades.
fn has_trade(document: &Document<'_>, classes: &[&str]) -> bool {
    let lists = Lists::shared();
    let named = document
        .subject
        .nouns
        .iter()
        .filter(|noun| *noun != "character")
        .filter_map(|noun| lists.role(noun))
        .any(|role| classes.contains(&role.class));
    let lead = document
        .sentences
        .first()
        .map_or("", |s| s.whole.of(document.text()));
    named
        || lead
            .split(|c: char| !c.is_alphabetic())
            .filter_map(|word| lists.role(word))
            .any(|role| classes.contains(&role.class))
}

/// *Title (1977)*, *Title, 1977*, *1977: Title*: one work with one year.
fn opus(text: &str, line: Span) -> Option<Opus> {
    let whole = line.of(text).trim();
    let entry = whole.trim_start_matches(['*', '#', '•', '-', '–', ' ']);
    let (title, year) = behind(entry).or_else(|| before(entry))?;
    let title = title
        .trim_end_matches([',', ':', ' ', '–', '-', '.'])
        .trim_matches(['"', '“', '”', '\'', ' ']);
    let words = title.split_whitespace().count();
    let plain = (1..=LONGEST).contains(&words)
        && title.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && !title.contains(['(', ')', '[', ']', ';', '/', '|', '='])
        && !title.contains("ISBN")
        && [" by ", " with ", "ed. ", "eds.", " trans"]
            .iter()
            .all(|word| !title.contains(word))
        && title.chars().filter(char::is_ascii_digit).count() < 4
        && title.chars().any(char::is_alphabetic);
    plain.then(|| Opus {
        title: title.to_owned(),
        year,
        line,
    })
}

/// The year behind a title, in brackets or behind a comma or a blank; more may
/// follow in brackets, but no second year before it.
fn behind(entry: &str) -> Option<(&str, i32)> {
    let (at, year) = years(entry).next()?;
    let title = entry.get(..at)?;
    let rest = entry.get(at + 4..)?;
    let open = title.ends_with(" (");
    let closed = rest.starts_with(')') || rest.starts_with(',');
    let end = rest.trim_start().is_empty() || rest.starts_with('.') && rest.len() < 2;
    let told = if open {
        closed
    } else {
        end && (title.ends_with(", ") || title.ends_with(' '))
    };
    told.then(|| (title.trim_end_matches(['(', ' ']), year))
}

/// The year in front: *1977 – Title*, *1977: Title*, *(1977) Title*.
fn before(entry: &str) -> Option<(&str, i32)> {
    let entry = entry.trim_start_matches('(');
    let (at, year) = years(entry).next()?;
    let rest = entry.get(4..).filter(|_| at == 0)?;
    let rest = rest.trim_start_matches([')', ' ']);
    let rest = rest.trim_start_matches([':', '–', '—', '-', ' ']);
    // *1977–78*
    let single = !rest.starts_with(|c: char| c.is_ascii_digit()) && years(rest).next().is_none();
    (single && !rest.contains('(')).then_some((rest, year))
}

/// Numbers of four digits that read as years, with their places.
fn years(text: &str) -> impl Iterator<Item = (usize, i32)> + '_ {
    let digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    text.char_indices()
        .filter(move |&(at, _)| {
            (at..at + 4).all(digit) && !digit(at + 4) && (at == 0 || !digit(at - 1))
        })
        .filter_map(move |(at, _)| Some((at, text.get(at..at + 4)?.parse().ok()?)))
        .filter(|(_, year)| (1400..=2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<(String, i32)> {
        opus(line, Span::new(0, line.len())).map(|o| (o.title, o.year))
    }

    #[test]
    fn a_line_tells_a_work_and_its_year() {
        let told = |title: &str, year| Some((title.to_owned(), year));
        assert_eq!(read("* Low Tide (1977)"), told("Low Tide", 1977));
        assert_eq!(read("Low Tide (1977, UK #2)"), told("Low Tide", 1977));
        assert_eq!(read("Low Tide, 1977"), told("Low Tide", 1977));
        assert_eq!(read("1977 – Low Tide"), told("Low Tide", 1977));
        assert_eq!(read("1977: \"Low Tide\""), told("Low Tide", 1977));
    }

    #[test]
    fn other_lines_tell_none() {
        assert_eq!(read("Low Tide, ed. by Ada Moor, Lund 1977"), None);
        assert_eq!(read("1977–78: Low Tide"), None);
        assert_eq!(read("He went to Lund in 1977 and stayed there."), None);
        assert_eq!(read("Low Tide"), None);
    }
}
