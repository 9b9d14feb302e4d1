//! Cleaning of a passage: marks of references, leftovers of markup, spacing.

use super::MarkKind;
use super::apparatus::find_isbn;
use super::entity;
use super::inline::{Edit, GAP, Inline};
use crate::text::Span;

/// A passage of prose, cleaned: [`strip`], then spacing, empty parentheses and
/// gaps.
pub(super) fn tidy(inline: Inline) -> Inline {
    spacing(gaps(spacing(strip(inline))))
}

/// [`tidy`] for text without marks; gaps leave nothing behind.
pub(super) fn tidy_text(text: &str) -> String {
    tidy(Inline::plain(text)).text
}

/// Drops reference marks and leftovers of markup, decodes entities and unifies
/// white space, without closing up what they leave.
pub(super) fn strip(inline: Inline) -> Inline {
    let mut inline = inline;
    // What one round takes out can bring new leftovers together.
    for _ in 0..3 {
        let edits = edits(&inline.text);
        if edits.is_empty() {
            break;
        }
        inline = inline.edit(&edits);
    }
    inline
}

/// Whether something is left that is no text after all: then the passage is
/// too broken to be used.
pub(super) fn is_broken(text: &str) -> bool {
    const SIGNS: [&str; 11] = [
        "{{", "}}", "[[", "]]", "'''", "<!--", "<ref", "</", "http://", "https://", "ISBN 9",
    ];
    SIGNS.iter().any(|sign| text.contains(sign)) || edits(text).iter().any(|e| e.with.is_empty())
}

fn edits(text: &str) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    let mut done = 0;
    let mut isbn_from = 0;
    for (at, c) in text.char_indices() {
        if at < done {
            continue;
        }
        let rest = text.get(at..).unwrap_or("");
        let (length, with): (usize, &str) = match c {
            ' ' => match rest.strip_prefix(" --") {
                Some(more) if more.starts_with(' ') => (3, " –"),
                _ => continue,
            },
            '[' => match bracket(rest) {
                Some(length) => (length, ""),
                None => continue,
            },
            ']' if rest.starts_with("]]") => (2, ""),
            ':' => match page_mark(text, at) {
                Some(length) => (length, ""),
                None => continue,
            },
            '{' => match formula(rest) {
                Some(length) => (length, "\u{fffc}"),
                None => (1, ""),
            },
            '}' => (1, ""),
            '\'' => match run(rest, '\'') {
                n if n > 1 => (n, ""),
                _ => continue,
            },
            '_' => match switch(rest) {
                Some(length) => (length, ""),
                None => continue,
            },
            '<' => match tag(rest) {
                Some((length, with)) => (length, with),
                None => continue,
            },
            '-' if rest.starts_with("-->") => (3, ""),
            '&' => match entity::decode(rest) {
                Some((length, with)) => {
                    edits.push(Edit::new(at, at + length, &with));
                    done = at + length;
                    continue;
                }
                None => continue,
            },
            'h' | 'H' | 'w' => match address(text, at) {
                Some(length) => (length, ""),
                None => continue,
            },
            'I' if at >= isbn_from && rest.starts_with("ISBN") => match find_isbn(rest) {
                Some((0, length)) => (length, " "),
                Some((next, _)) => {
                    isbn_from = at + next;
                    continue;
                }
                None => {
                    isbn_from = text.len();
                    continue;
                }
            },
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
            | '\u{ad}' => (c.len_utf8(), ""),
            c if c.is_whitespace() || c.is_control() => (c.len_utf8(), " "),
            _ => continue,
        };
        edits.push(Edit::new(at, at + length, with));
        done = at + length;
    }
    edits
}

fn run(text: &str, of: char) -> usize {
    text.chars().take_while(|&c| c == of).count()
}

/// The length of the page behind a reference that is gone: `success.:121,154`,
/// `the City:57–60`. A time or a verse has a digit before its colon.
fn page_mark(text: &str, at: usize) -> Option<usize> {
    let before = text.get(..at)?;
    let word = before.trim_end_matches(' ');
    let end = word.chars().next_back()?;
    let closes = matches!(end, '.' | ',' | ';' | '!' | '?' | '"' | '”' | '’' | ')');
    let glued = word.len() == before.len();
    if !(closes || glued && end.is_lowercase()) {
        return None;
    }
    let pages = text.get(at + 1..)?;
    if !pages.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut length = 0;
    let mut rest = pages.chars().peekable();
    while let Some(c) = rest.next() {
        let joins = matches!(c, '–' | '-' | ',') && rest.peek().is_some_and(char::is_ascii_digit);
        if !c.is_ascii_digit() && !joins {
            break;
        }
        length += c.len_utf8();
    }
    let after = pages.get(length..)?.chars().next();
    after
        .is_none_or(|c| c.is_whitespace() || matches!(c, ':' | '.' | ',' | ';' | ')'))
        .then_some(1 + length)
}

/// The length of `[[` or of a mark such as `[1]`, `[citation needed]`.
fn bracket(text: &str) -> Option<usize> {
    if text.starts_with("[[") {
        return Some(2);
    }
    let inside = text.get(1..)?;
    let end = inside.bytes().take(60).position(|b| b == b']')?;
    is_reference_mark(inside.get(..end)?).then_some(end + 2)
}

/// What stands between the brackets of a mark: `1`, `a`, `note 2`, `who?`.
fn is_reference_mark(inside: &str) -> bool {
    const WORDS: [&str; 40] = [
        "edit",
        "hide",
        "show",
        "update",
        "who?",
        "whom?",
        "when?",
        "where?",
        "which?",
        "why?",
        "how?",
        "by whom?",
        "according to whom?",
        "vague",
        "sic",
        "citation needed",
        "clarification needed",
        "verification needed",
        "page needed",
        "pages needed",
        "dead link",
        "permanent dead link",
        "better source needed",
        "failed verification",
        "not in citation given",
        "dubious – discuss",
        "unreliable source?",
        "original research?",
        "full citation needed",
        "volume needed",
        "needs update",
        "weasel words",
        "peacock term",
        "neutrality is disputed",
        "non-primary source needed",
        "self-published source",
        "third-party source needed",
        "specify",
        "additional citation(s) needed",
        "discuss",
    ];
    let inside = inside.trim().to_lowercase();
    let digits = |t: &str| !t.is_empty() && t.len() <= 4 && t.bytes().all(|b| b.is_ascii_digit());
    let label = |t: &str| {
        digits(t)
            || t.len() == 1 && t.bytes().all(|b| b.is_ascii_lowercase())
            || t.len() <= 4 && !t.is_empty() && t.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'))
    };
    if label(&inside) || WORDS.contains(&inside.as_str()) {
        return true;
    }
    if let Some(number) = inside.strip_prefix('^') {
        return !number.contains(' ');
    }
    if let Some((word, number)) = inside.split_once(' ') {
        let known = matches!(
            word,
            "note" | "notes" | "nb" | "n" | "fn" | "footnote" | "ref" | "lower-alpha" | "a" | "n."
        );
        if known && label(number) {
            return true;
        }
    }
    // [12, 13], [4–6]
    inside
        .split([',', '–', '-', ' '])
        .all(|t| t.is_empty() || digits(t))
        && inside.bytes().any(|b| b.is_ascii_digit())
}

/// The length of `{\displaystyle ...}`.
fn formula(text: &str) -> Option<usize> {
    if !text.starts_with("{\\displaystyle") && !text.starts_with("{\\textstyle") {
        return None;
    }
    let mut depth = 0_usize;
    for (at, b) in text.bytes().enumerate().take(4000) {
        match b {
            b'{' => depth += 1,
            b'}' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// The length of `__NOTOC__` and its kin.
fn switch(text: &str) -> Option<usize> {
    let name = text.strip_prefix("__")?;
    let length = name
        .bytes()
        .take(20)
        .take_while(u8::is_ascii_uppercase)
        .count();
    (length > 3 && name.get(length..)?.starts_with("__")).then_some(length + 4)
}

/// The length of a tag of HTML, and what stands in its place.
fn tag(text: &str) -> Option<(usize, &'static str)> {
    const NAMES: [&str; 46] = [
        "abbr",
        "b",
        "big",
        "blockquote",
        "br",
        "center",
        "cite",
        "code",
        "dd",
        "del",
        "div",
        "dl",
        "dt",
        "em",
        "font",
        "gallery",
        "hr",
        "i",
        "ins",
        "kbd",
        "li",
        "math",
        "noinclude",
        "nowiki",
        "ol",
        "onlyinclude",
        "p",
        "poem",
        "q",
        "ref",
        "references",
        "s",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "table",
        "td",
        "tr",
        "tt",
        "u",
        "ul",
        "unk",
        "var",
    ];
    if text.starts_with("<!--") {
        let end = text
            .as_bytes()
            .windows(3)
            .take(1000)
            .position(|w| w == b"-->");
        return Some((end.map_or(4, |end| end + 3), ""));
    }
    let body = text.strip_prefix('<')?;
    let body = body.strip_prefix('/').unwrap_or(body);
    let length = body
        .bytes()
        .take(12)
        .take_while(u8::is_ascii_alphanumeric)
        .count();
    let name = body.get(..length)?.to_ascii_lowercase();
    if !NAMES.contains(&name.as_str()) {
        return None;
    }
    let after = body.get(length..)?.bytes().next()?;
    if !matches!(after, b'>' | b'/' | b' ' | b'\n' | b'\t') {
        return None;
    }
    let end = text.bytes().take(600).position(|b| b == b'>')?;
    let with = match name.as_str() {
        "br" | "p" | "li" | "td" | "tr" | "dd" | "dt" | "div" | "hr" => " ",
        "unk" => "\u{fffc}",
        _ => "",
    };
    Some((end + 1, with))
}

/// The length of a web address at this place.
pub(super) fn address(text: &str, at: usize) -> Option<usize> {
    const STARTS: [&str; 4] = ["http://", "https://", "Http://", "www."];
    let before = text.get(..at)?.chars().next_back();
    let rest = text.get(at..)?;
    if before.is_some_and(char::is_alphanumeric) && rest.starts_with("www.") {
        return None;
    }
    if !STARTS.iter().any(|start| rest.starts_with(start)) {
        return None;
    }
    let end = rest
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '|' | ']' | '"' | '”'))
        .unwrap_or(rest.len());
    let address = rest.get(..end)?;
    Some(address.trim_end_matches(['.', ',', ';', ')', ':']).len())
}

/// Closes up spaces and drops what is left of emptied parentheses.
fn spacing(inline: Inline) -> Inline {
    let chars: Vec<(usize, char)> = inline.text.char_indices().collect();
    let mut kept: Vec<(usize, char)> = Vec::with_capacity(chars.len());
    for (i, &(at, c)) in chars.iter().enumerate() {
        let last = kept.last().map(|&(_, c)| c);
        let next = chars.get(i + 1).map(|&(_, c)| c);
        match c {
            ' ' if matches!(last, None | Some(' ' | '(' | '[')) => continue,
            ')' => {
                let end = kept.len();
                while matches!(kept.last(), Some((_, ' ' | ',' | ';' | ':'))) {
                    kept.pop();
                }
                if matches!(kept.last(), Some((_, '('))) {
                    kept.pop();
                    continue;
                }
                if kept.is_empty() && end > 0 {
                    continue;
                }
            }
            ',' | ';' if last == Some('(') => continue,
            ',' if last == Some(',') => continue,
            ',' if last == Some(' ') && before_spaces(&kept) == Some(',') => continue,
            '.' | ',' | ';' | ':' | '!' | '?' if last == Some(' ') => {
                let closes = next
                    .is_none_or(|n| n == ' ' || matches!(n, ')' | '"' | '”' | '’' | '\'' | GAP));
                if closes && !matches!(before_spaces(&kept), Some('.')) {
                    kept.pop();
                }
            }
            _ => {}
        }
        kept.push((at, c));
    }
    while matches!(kept.last(), Some((_, ' '))) {
        kept.pop();
    }
    keep(inline, &kept)
}

fn before_spaces(kept: &[(usize, char)]) -> Option<char> {
    kept.iter().rev().map(|&(_, c)| c).find(|&c| c != ' ')
}

/// The passage with only the characters kept.
fn keep(inline: Inline, kept: &[(usize, char)]) -> Inline {
    let mut edits = Vec::new();
    let mut from = 0;
    for &(at, c) in kept {
        if from < at {
            edits.push(Edit::new(from, at, ""));
        }
        from = at + c.len_utf8();
    }
    if from < inline.text.len() {
        edits.push(Edit::new(from, inline.text.len(), ""));
    }
    inline.edit(&edits)
}

/// Takes the gap signs out and marks their places.
fn gaps(inline: Inline) -> Inline {
    let mut edits = Vec::new();
    let mut places = Vec::new();
    let mut gone = 0;
    for (at, c) in inline.text.char_indices() {
        if c == GAP {
            let spaced = inline
                .text
                .get(..at)
                .is_some_and(|t| t.ends_with([' ', GAP]))
                && inline
                    .text
                    .get(at + c.len_utf8()..)
                    .is_some_and(|t| t.starts_with(' '));
            let end = at + c.len_utf8() + usize::from(spaced);
            edits.push(Edit::new(at, end, ""));
            places.push(at - gone);
            gone += end - at;
        }
    }
    let mut inline = inline.edit(&edits);
    places.dedup();
    let length = inline.text.len();
    inline.marks.extend(places.into_iter().map(|at| {
        let at = at.min(length);
        (Span::new(at, at), MarkKind::Gap)
    }));
    inline
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        assert_eq!(tidy_text(text), expect, "{text}");
    }

    #[test]
    fn pages_of_lost_references() {
        check(
            "It was a success.:121,154 He moved to the city:57–60 in 1884.",
            "It was a success. He moved to the city in 1884.",
        );
        let kept = "At 8:10 p.m. it read: 12 of 16:9 screens.";
        check(kept, kept);
    }

    #[test]
    fn marks_of_references_go() {
        check("It sank.[1][22] It rose.[a][note 3]", "It sank. It rose.");
        check(
            "It sank[citation needed] [who?] there[12, 13].",
            "It sank there.",
        );
        check(
            "He was [the] \"[sailor]\" then [1901].",
            "He was [the] \"[sailor]\" then.",
        );
    }

    #[test]
    fn leftovers_of_markup_go() {
        check(
            "'''Ada'''<nowiki/>'s [[ship]] {{x}}<br />sank.",
            "Ada's ship x sank.",
        );
        check("A&nbsp;&amp; B &ndash; C &unknown;", "A & B – C &unknown;");
        check(
            "See http://example.org/a(b)?x=1. It __NOTOC__ sank.",
            "See. It sank.",
        );
        check(
            "where {\\displaystyle {\\alpha }} is small",
            "where is small",
        );
        check("5 < 6 and 7 > 6", "5 < 6 and 7 > 6");
        check("A book (ISBN 978-0-00-000000-2) sold.", "A book sold.");
    }

    #[test]
    fn emptied_parentheses_close_up() {
        check(
            "Ada (; born 1901) was ( ) a (pilot, ) .",
            "Ada (born 1901) was a (pilot).",
        );
        check(
            "Ada ((), ) flew , far ; and  high",
            "Ada flew, far; and high",
        );
    }

    #[test]
    fn ellipses_and_decimals_stay() {
        check("a ... b . . . c .303 rifle", "a ... b. . . c .303 rifle");
    }

    #[test]
    fn a_gap_is_marked_where_it_stood() {
        let inline = tidy(Inline::plain("It is \u{fffc} long."));
        assert_eq!(inline.text, "It is long.");
        assert_eq!(inline.marks, [(Span::new(6, 6), MarkKind::Gap)]);
    }
}
