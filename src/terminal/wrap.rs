//! Breaking text into lines of a width, by what characters take on a screen.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The columns a text takes.
pub fn width(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// Breaks at spaces, and inside words that are longer than a line. Nothing is
/// cut; an empty text is one empty line.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(2);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        let mut used = 0;
        for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
            let needs = width(word);
            if used > 0 && used + 1 + needs <= columns {
                line.push(' ');
                line.push_str(word);
                used += 1 + needs;
                continue;
            }
            if used > 0 {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            for grapheme in word.graphemes(true) {
                let needs = UnicodeWidthStr::width(grapheme);
                if used + needs > columns {
                    lines.push(std::mem::take(&mut line));
                    used = 0;
                }
                line.push_str(grapheme);
                used += needs;
            }
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, columns: usize, expect: &[&str]) {
        assert_eq!(wrap(text, columns), expect);
    }

    #[test]
    fn lines_break_at_spaces_and_inside_long_words() {
        check("one two three", 7, &["one two", "three"]);
        check("incomprehensible", 6, &["incomp", "rehens", "ible"]);
        check("a incomprehensible", 6, &["a", "incomp", "rehens", "ible"]);
        check("", 5, &[""]);
        check("a\n\nb", 5, &["a", "", "b"]);
    }

    #[test]
    fn wide_characters_take_two_columns_and_stay_whole() {
        check("日本語", 4, &["日本", "語"]);
        check("日本語", 5, &["日本", "語"]);
        check("e\u{301}e\u{301}e", 2, &["e\u{301}e\u{301}", "e"]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_no_line_is_too_long(text in "[a-z日é ]{0,60}", columns in 2_usize..20) {
            let lines = wrap(&text, columns);
            prop_assert!(lines.iter().all(|line| width(line) <= columns));
            let squeeze = |text: &str| text.replace(' ', "");
            prop_assert_eq!(squeeze(&lines.concat()), squeeze(&text));
        }
    }
}
