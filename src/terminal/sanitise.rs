//! The door through which texts of a bank come to a terminal. A bank may come
//! from anywhere; its texts must not move the cursor, write the clipboard, or
//! make an answer look like another.

/// The text without control characters, escapes and reordering marks. Line
/// breaks stay, other white space becomes a space.
pub fn text(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .filter_map(|c| match c {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some('\n'),
            c if c.is_whitespace() => Some(match c {
                '\u{a0}' | '\u{202f}' => c,
                _ => ' ',
            }),
            c if c.is_control() || reorders(c) || is_invisible(c) => None,
            c => Some(c),
        })
        .collect()
}

/// The same in one line.
pub fn line(source: &str) -> String {
    text(source)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Embeddings, overrides and isolates of the bidirectional algorithm.
fn reorders(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// Characters that take no place and join nothing, tags, and interlinear marks.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_lose_their_power() {
        for (input, output) in [
            ("\u{1b}[2Jgone", "[2Jgone"),
            ("\u{1b}]52;c;ZXZpbA==\u{7}x", "]52;c;ZXZpbA==x"),
            ("\u{9b}31mred", "31mred"),
            ("bell\u{7} back\u{8}space", "bell backspace"),
            ("user\u{202e}gpj.exe", "usergpj.exe"),
            ("a\u{2066}b\u{2069}c", "abc"),
            ("one\ttwo\r\nthree\rfour", "one two\nthree\nfour"),
            ("zero\u{200b}width\u{feff}", "zerowidth"),
            (
                "naïve 日本 e\u{301} 👩\u{200d}🔬",
                "naïve 日本 e\u{301} 👩\u{200d}🔬",
            ),
        ] {
            assert_eq!(text(input), output);
        }
    }

    #[test]
    fn a_line_is_one_line() {
        assert_eq!(line(" a \n  b\tc "), "a b c");
    }
}
