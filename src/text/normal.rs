//! The normal forms in which texts are compared.

use unicode_normalization::UnicodeNormalization;

/// The form in which two *options* are the same answer: NFC, case folded by
/// lower-casing, white space collapsed. Signs stay: `C#` and `C++`, `5%` and
/// `<1%`, `AB+` and `AB-` are different answers.
///
/// ```
/// use quizwright::text::normal::option_form;
/// assert_eq!(option_form("  New   York "), option_form("new york"));
/// assert_ne!(option_form("AB+"), option_form("AB-"));
/// ```
pub fn option_form(text: &str) -> String {
    if text.is_ascii() {
        return ascii_form(text, |byte| byte);
    }
    let folded: String = text.nfc().flat_map(char::to_lowercase).collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// [`option_form`] of an ASCII text, in one pass: most texts of a large bank are
/// ASCII, and every item is brought to this form when the bank is read.
fn ascii_form(text: &str, change: impl Fn(u8) -> u8) -> String {
    let mut form = Vec::with_capacity(text.len());
    for &byte in text.as_bytes() {
        if !is_space(byte) {
            form.push(change(byte.to_ascii_lowercase()));
        } else if form.last().is_some_and(|&last| last != b' ') {
            form.push(b' ');
        }
    }
    if form.last() == Some(&b' ') {
        form.pop();
    }
    String::from_utf8(form).unwrap_or_default()
}

/// The white space among the ASCII characters, as [`char::is_whitespace`] has it.
fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

/// Whether two options are the same answer: whether [`option_form`] makes the
/// same of them.
///
/// ```
/// use quizwright::text::normal::same_option;
/// assert!(same_option("New York", " new  york"));
/// assert!(!same_option("C#", "C++"));
/// ```
pub fn same_option(a: &str, b: &str) -> bool {
    if !(a.is_ascii() && b.is_ascii()) {
        return option_form(a) == option_form(b);
    }
    // Most options differ in their last letter, and all are compared in pairs.
    let last = |text: &str| {
        let end = text.bytes().rev().find(|&byte| !is_space(byte));
        end.map(|byte| byte.to_ascii_lowercase())
    };
    if last(a) != last(b) {
        return false;
    }
    let (mut a, mut b) = (a.split_whitespace(), b.split_whitespace());
    loop {
        match (a.next(), b.next()) {
            (None, None) => return true,
            (Some(a), Some(b)) if a.eq_ignore_ascii_case(b) => {}
            _ => return false,
        }
    }
}

/// The form in which two *questions* are the same: like [`option_form`], with
/// quotation marks and dashes unified and closing punctuation dropped.
///
/// ```
/// use quizwright::text::normal::stem_form;
/// assert_eq!(stem_form("Who wrote “Emma”?"), stem_form("who wrote \"Emma\" ?"));
/// ```
pub fn stem_form(text: &str) -> String {
    let mut form = if text.is_ascii() {
        ascii_form(text, |byte| if byte == b'`' { b'\'' } else { byte })
    } else {
        unified_form(text)
    };
    let length = form.trim_end_matches([' ', '?', '.', '!', ':']).len();
    form.truncate(length);
    form
}

fn unified_form(text: &str) -> String {
    let unified: String = text
        .chars()
        .map(|c| match c {
            '“' | '”' | '„' | '«' | '»' => '"',
            '‘' | '’' | 'ʼ' | '`' => '\'',
            '–' | '—' | '−' => '-',
            c => c,
        })
        .collect();
    option_form(&unified)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// [`option_form`] without its short cut.
    fn plain(text: &str) -> String {
        let folded: String = text.nfc().flat_map(char::to_lowercase).collect();
        folded.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    proptest! {
        #[test]
        fn the_short_cut_for_ascii_changes_nothing(text in "[ -~\t\n\u{b}\u{c}\r]{0,30}") {
            prop_assert_eq!(option_form(&text), plain(&text));
            // A character beyond ASCII goes the long way.
            let (long, short) = (stem_form(&format!("é{text}")), stem_form(&format!("e{text}")));
            prop_assert_eq!(long.replacen('é', "e", 1), short);
        }

        #[test]
        fn options_are_the_same_exactly_if_their_forms_are(
            a in "[aAbB \t#+é\u{e9}\u{301}e]{0,5}",
            b in "[aAbB \t#+é\u{e9}\u{301}e]{0,5}",
        ) {
            prop_assert_eq!(same_option(&a, &b), plain(&a) == plain(&b), "{:?} {:?}", a, b);
        }
    }
}
