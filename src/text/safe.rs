//! Text from outside, made harmless for a terminal.
//!
//! Whatever a bank, an article or a file contains passes through here before it
//! is shown: no control character, escape sequence or bidirectional override
//! reaches the terminal.

use std::borrow::Cow;

/// Whether a character could change more than its own place on the screen, or
/// takes none: control characters, bidirectional overrides, isolates and marks,
/// line and paragraph separators, zero-width spaces, soft hyphens, the byte
/// order mark, and invisible tag characters.
///
/// The joiners that Persian and emoji need are not among them.
pub fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{AD}'
                | '\u{61C}'
                | '\u{200B}'
                | '\u{200E}'
                | '\u{200F}'
                | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{2069}'
                | '\u{FEFF}'
                | '\u{FFF9}'..='\u{FFFB}'
                | '\u{E0000}'..='\u{E007F}'
        )
}

/// A text for one line of the screen: line breaks and tabs become spaces,
/// other control characters their pictures (`␛`), and the rest of
/// [`is_unsafe`] is left out.
///
/// ```
/// use quizwright::text::safe::shown;
/// assert_eq!(shown("plain"), "plain");
/// assert_eq!(shown("red: \u{1b}[31m"), "red: ␛[31m");
/// assert_eq!(shown("a\nb\tc"), "a b c");
/// assert_eq!(shown("user\u{202e}gpj.exe"), "usergpj.exe");
/// ```
pub fn shown(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let folded = text.replace("\r\n", "\n");
    Cow::Owned(folded.chars().filter_map(harmless).collect())
}

/// The same for several lines: line breaks stay.
///
/// ```
/// use quizwright::text::safe::lines;
/// assert_eq!(lines("a\r\nb\tc\u{7}"), "a\nb c␇");
/// ```
pub fn lines(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let folded = text.replace("\r\n", "\n").replace(BREAKS, "\n");
    let lines: Vec<_> = folded.split('\n').map(shown).collect();
    Cow::Owned(lines.join("\n"))
}

/// What breaks a line.
const BREAKS: [char; 7] = [
    '\n', '\r', '\u{0B}', '\u{0C}', '\u{85}', '\u{2028}', '\u{2029}',
];

fn harmless(c: char) -> Option<char> {
    match c {
        c if !is_unsafe(c) => Some(c),
        '\t' => Some(' '),
        c if BREAKS.contains(&c) => Some(' '),
        '\u{7F}' => Some('␡'),
        c if c < ' ' => char::from_u32(0x2400 + u32::from(c)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_unsafe_is_left_of_any_character() {
        for c in '\0'..=char::MAX {
            let text = c.to_string();
            assert!(!shown(&text).chars().any(is_unsafe), "{:x}", u32::from(c));
            let left = lines(&text).replace('\n', "");
            assert!(!left.chars().any(is_unsafe), "{:x}", u32::from(c));
        }
    }

    #[test]
    fn escapes_lose_their_power() {
        for (input, output) in [
            ("\u{1b}[2Jgone", "␛[2Jgone"),
            ("\u{1b}]52;c;ZXZpbA==\u{7}x", "␛]52;c;ZXZpbA==␇x"),
            ("\u{9b}31mred", "31mred"),
            ("back\u{8}space", "back␈space"),
            ("a\u{2066}b\u{2069}c\u{200f}d", "abcd"),
            ("zero\u{200b}width\u{feff}", "zerowidth"),
            ("one\ttwo\r\nthree\rfour", "one two three four"),
        ] {
            assert_eq!(shown(input), output);
        }
        assert_eq!(lines("one\ttwo\r\nthree\rfour"), "one two\nthree\nfour");
    }

    #[test]
    fn joiners_and_accents_stay() {
        for text in ["👩\u{200d}🚀", "می\u{200c}خواهم", "e\u{301}"] {
            assert_eq!(shown(text), text);
        }
    }
}
