//! The scholarly apparatus of an article: what no question is made from.

/// Headings of sections that hold references and links instead of text.
const HEADINGS: &[&str] = &[
    "references",
    "reference",
    "notes",
    "note",
    "footnotes",
    "endnotes",
    "citations",
    "sources",
    "bibliography",
    "see also",
    "external links",
    "external link",
    "links",
    "weblinks",
    "web links",
    "further reading",
    "reading",
    "further information",
    "works cited",
    "literature cited",
    "cited sources",
    "cited works",
    "cited literature",
    "general references",
    "specific references",
    "inline citations",
    "explanatory notes",
    "informational notes",
    "primary sources",
    "secondary sources",
    "other sources",
    "gallery",
    "image gallery",
    "navigation menu",
    "links to related articles",
    "attribution",
];

/// Whether a section of this heading is apparatus: `References`, `Notes and
/// references`, `See also`.
pub(super) fn is_heading(heading: &str) -> bool {
    let heading = heading
        .trim()
        .trim_end_matches(|c: char| c == ':' || c.is_whitespace())
        .to_lowercase();
    if heading.len() > 80 {
        return false;
    }
    let parts = heading
        .replace(" and ", "/")
        .replace(" & ", "/")
        .replace(", ", "/");
    parts.split('/').all(|part| HEADINGS.contains(&part.trim()))
}

/// Whether a line is a reference, a category or a file, whatever its section.
pub(super) fn is_line(text: &str) -> bool {
    const STARTS: [&str; 9] = [
        "^",
        "↑",
        "Category:",
        "Categories:",
        "File:",
        "Image:",
        "Retrieved from ",
        "Wikimedia Commons has media related to",
        "Hidden categories:",
    ];
    const INSIDE: [&str; 9] = [
        "Archived from the original",
        "|thumb",
        "|left|",
        "|right|",
        "Wayback Machine",
        " doi:",
        "OCLC ",
        "ISSN ",
        "Wikipedia article",
    ];
    let text = text.trim();
    // `1 ^ A note.`, `a. ^ A note.`
    let label = text.split_once(" ^ ").map(|(label, _)| label);
    if label.is_some_and(|l| l.len() <= 4 && !l.contains(' ')) {
        return true;
    }
    STARTS.iter().any(|start| text.starts_with(start))
        || INSIDE.iter().any(|mark| text.contains(mark)) && is_short(text)
        || find_isbn(text).is_some() && is_short(text)
        || has_access_date(text) && is_short(text)
}

/// Prose that mentions a mark of references in passing is longer.
fn is_short(text: &str) -> bool {
    text.split_whitespace().take(81).count() <= 80
}

/// `Retrieved 3 May 2011`.
fn has_access_date(text: &str) -> bool {
    text.match_indices("Retrieved ").any(|(at, found)| {
        let rest = text.get(at + found.len()..).unwrap_or("");
        let rest = rest.strip_prefix("on ").unwrap_or(rest);
        let date: String = rest.chars().take(24).collect();
        let year = |w: &str| {
            let w = w.trim_matches(|c: char| !c.is_alphanumeric());
            w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit())
        };
        date.split_whitespace().take(3).any(year)
            || date.starts_with(|c: char| c.is_ascii_digit()) && date.contains('-')
    })
}

/// Where an ISBN stands: the bytes of its name and number.
pub(super) fn find_isbn(text: &str) -> Option<(usize, usize)> {
    let start = text.find("ISBN")?;
    let rest = text.get(start + 4..)?;
    let length = rest
        .bytes()
        .take_while(|b| b.is_ascii_digit() || matches!(b, b' ' | b':' | b'-' | b'X' | b'x'))
        .count();
    let digits = rest.bytes().take(length).filter(u8::is_ascii_digit).count();
    (digits >= 9).then_some((start, start + 4 + length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_of_references_are_known_in_their_usual_names() {
        for heading in [
            "References",
            "Notes and references",
            "See also",
            "External links",
            "Sources, further reading",
            "BIBLIOGRAPHY",
        ] {
            assert!(is_heading(heading), "{heading}");
        }
        for heading in [
            "Filmography",
            "Life",
            "Sources of income",
            "Notable people",
            "",
        ] {
            assert!(!is_heading(heading), "{heading}");
        }
    }

    #[test]
    fn lines_of_references_are_known_and_prose_is_not() {
        for line in [
            "^ Reed 1901, p. 5.",
            "a. ^ Reed says so.",
            "Reed, Ada (1931). Flying. Hull: Quay. ISBN 978-0-00-000000-2.",
            "\"Ada flies\". The Quay. Retrieved 3 May 2011.",
            "Category:Pilots",
        ] {
            assert!(is_line(line), "{line}");
        }
        for line in [
            "The body was retrieved in 1901 by a diver.",
            "The ISBN was introduced in 1970.",
            "Ada flew^ once.",
        ] {
            assert!(!is_line(line), "{line}");
        }
    }
}
