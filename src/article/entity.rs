//! Character entities of HTML.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::text::safe;

/// Every name with what it stands for, sorted; between them a semicolon, or a comma
/// where old pages leave the semicolon out. Nothing stands for a line break.
const TABLE: &str = include_str!("entities.txt");

/// What the numbers 128 to 159 stand for in pages of old: Windows-1252.
const OLD: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The longest name known without a semicolon.
const LONGEST_BARE: usize = 6;

/// What a name stands for, and whether it is known without a semicolon.
fn named(name: &str) -> Option<(&'static str, bool)> {
    let bytes = TABLE.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low.midpoint(high);
        let before = bytes.get(low..middle)?.iter().rposition(|b| *b == b'\n');
        let start = before.map_or(low, |at| low + at + 1);
        let line = TABLE.get(start..)?.lines().next()?;
        let (known, given) = line.split_once([';', ','])?;
        match known.cmp(name) {
            Ordering::Less => low = start + line.len() + 1,
            Ordering::Greater => high = start,
            Ordering::Equal => {
                let given = if given.is_empty() { "\n" } else { given };
                return Some((given, line.as_bytes().get(known.len()) == Some(&b',')));
            }
        }
    }
    None
}

/// Decodes the entities of a text as a browser does.
pub(crate) fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        rest = after;
        let read = match after.strip_prefix('#') {
            Some(number) => numbered(number).map(|(length, c)| (length + 1, c.to_string().into())),
            None => loose(after).map(|(length, given)| (length, Cow::Borrowed(given))),
        };
        if let Some((length, given)) = read {
            out.push_str(&given);
            rest = after.get(length..).unwrap_or("");
        } else {
            out.push('&');
        }
    }
    out.push_str(rest);
    out.into()
}

/// The length of the leading bytes that are of a kind.
fn run(text: &str, is: impl Fn(&u8) -> bool) -> usize {
    text.bytes().take_while(is).count()
}

/// What a name that a text begins with stands for, with the length of both.
fn loose(text: &str) -> Option<(usize, &'static str)> {
    let length = run(text.get(..32).unwrap_or(text), u8::is_ascii_alphanumeric);
    let name = text.get(..length)?;
    if text.as_bytes().get(length) == Some(&b';')
        && let Some((given, _)) = named(name)
    {
        return Some((length + 1, given));
    }
    // None of them begins with another of them.
    (2..=length.min(LONGEST_BARE)).find_map(|length| {
        let (given, bare) = named(name.get(..length)?)?;
        bare.then_some((length, given))
    })
}

/// The character of a number (the text behind `&#`), with the length of what was read.
fn numbered(text: &str) -> Option<(usize, char)> {
    let (start, radix) = match text.as_bytes().first() {
        Some(b'x' | b'X') => (1, 16),
        _ => (0, 10),
    };
    let digits = text.get(start..)?;
    let digits = digits.get(..run(digits, |b| char::from(*b).is_digit(radix)))?;
    if digits.is_empty() {
        return None;
    }
    let end = start + digits.len();
    let closed = text.as_bytes().get(end) == Some(&b';');
    // A number too large for its type is no character either.
    let code = u32::from_str_radix(digits, radix).unwrap_or(u32::MAX);
    let c = match code {
        0 => None,
        0x80..=0x9f => OLD.chars().nth(usize::try_from(code - 0x80).ok()?),
        _ => char::from_u32(code),
    };
    Some((
        end + usize::from(closed),
        c.unwrap_or(char::REPLACEMENT_CHARACTER),
    ))
}

/// The entity that the text of an article starts with: its length and what it
/// stands for there. Signs that only markup writes so are none.
pub(super) fn decode(text: &str) -> Option<(usize, String)> {
    let body = text.strip_prefix('&')?;
    let end = body.bytes().take(32).position(|b| b == b';')?;
    let name = body.get(..end)?;
    let length = end + 2;
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        let c = char::from_u32(code).filter(|c| !c.is_control())?;
        return Some((length, c.to_string()));
    }
    let (given, _) = named(name)?;
    let plain = match name {
        "hellip" => "...",
        "sdot" => "·",
        "zwj" | "zwnj" => "",
        _ if given.contains(char::is_whitespace) => " ",
        _ if given.contains(safe::is_unsafe) => "",
        "amp" | "lt" | "gt" | "quot" | "apos" => given,
        _ if given.is_ascii() => return None,
        _ => given,
    };
    Some((length, plain.to_owned()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn named_and_numbered_entities_are_read() {
        for (text, length, given) in [
            ("&ndash;1", 7, "–"),
            ("&#233;", 6, "é"),
            ("&#x2014;", 8, "—"),
            ("&nbsp;", 6, " "),
            ("&thinsp;", 8, " "),
            ("&shy;", 5, ""),
            ("&zwj;", 5, ""),
            ("&lrm;", 5, ""),
            ("&hellip;", 8, "..."),
            ("&amp;", 5, "&"),
            ("&zcaron;", 8, "ž"),
        ] {
            assert_eq!(decode(text), Some((length, given.into())), "{text}");
        }
    }

    #[test]
    fn a_lone_ampersand_is_no_entity() {
        for text in [
            "& Co.",
            "&",
            "&;",
            "&unknown;",
            "&#99999999999;",
            "&#0;",
            "&ééééééé;",
            "&lbrack;",
        ] {
            assert_eq!(decode(text), None, "{text}");
        }
    }

    #[test]
    fn every_name_of_the_table_is_found() {
        let mut names = Vec::new();
        for line in TABLE.lines() {
            let (name, _) = line.split_once([';', ',']).unwrap();
            assert!(named(name).is_some(), "{name}");
            let closed = format!("&{name};");
            assert_eq!(unescape(&closed), htmlize::unescape(&closed), "{name}");
            let bare = format!("&{name}x");
            assert_eq!(unescape(&bare), htmlize::unescape(&bare), "{name}");
            names.push(name);
        }
        assert_eq!(names.len(), 2125);
        assert!(names.is_sorted());
    }

    proptest! {
        /// `htmlize` is large; it judges what the small table gives.
        #[test]
        fn texts_are_decoded_as_by_a_browser(
            pieces in prop::collection::vec(
                prop_oneof![
                    prop::sample::select(vec![
                        "&", "#", "#x", "&#", "&#X", ";", "amp", "lt", "notin", "not", "&copy", "&times",
                        "timesbar", "0", "9", "128", "8a", "d800", "110000", "99999999999", "é", " ",
                    ]).prop_map(str::to_owned),
                    "[a-zA-Z0-9&;#]{0,8}",
                ],
                0..12,
            ),
        ) {
            let text = pieces.concat();
            prop_assert_eq!(unescape(&text), htmlize::unescape(&text));
        }
    }
}
