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
    let folded: String = text.nfc().flat_map(char::to_lowercase).collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The form in which two *questions* are the same: like [`option_form`], with
/// quotation marks and dashes unified and closing punctuation dropped.
///
/// ```
/// use quizwright::text::normal::stem_form;
/// assert_eq!(stem_form("Who wrote “Emma”?"), stem_form("who wrote \"Emma\" ?"));
/// ```
pub fn stem_form(text: &str) -> String {
    let unified: String = text
        .chars()
        .map(|c| match c {
            '“' | '”' | '„' | '«' | '»' => '"',
            '‘' | '’' | 'ʼ' | '`' => '\'',
            '–' | '—' | '−' => '-',
            c => c,
        })
        .collect();
    let folded = option_form(&unified);
    folded
        .trim_end_matches([' ', '?', '.', '!', ':'])
        .to_owned()
}
