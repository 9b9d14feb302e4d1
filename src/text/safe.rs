//! Text from outside, made harmless for a terminal.
//!
//! Whatever a bank, an article or a file contains passes through here before it
//! is shown: no control character, escape sequence or bidirectional override
//! reaches the terminal.

use std::borrow::Cow;

/// Whether a character could change more than its own place on the screen:
/// control characters, bidirectional overrides and embeddings, line and
/// paragraph separators, the byte order mark, and invisible tag characters.
///
/// Marks that only say left-to-right or right-to-left, and the joiners that
/// Persian and emoji need, are not among them.
pub fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{202A}'..='\u{202E}'
                | '\u{2066}'..='\u{2069}'
                | '\u{2028}'
                | '\u{2029}'
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
    Cow::Owned(text.chars().filter_map(harmless).collect())
}

fn harmless(c: char) -> Option<char> {
    match c {
        c if !is_unsafe(c) => Some(c),
        '\n' | '\t' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\r' => None,
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
        }
    }

    #[test]
    fn joiners_and_accents_stay() {
        for text in ["👩\u{200d}🚀", "می\u{200c}خواهم", "e\u{301}", "a\u{200e}b"] {
            assert_eq!(shown(text), text);
        }
    }
}
