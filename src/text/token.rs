//! From a sentence to tokens, in the manner of Universal Dependencies: endings
//! and punctuation stand alone, words with a hyphen stay whole.

use super::Span;
use super::abbreviation::{Stop, stop_after};

/// A word, an ending, a punctuation mark, or a whole name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Whether it is one of the names the caller gave.
    pub name: bool,
}

/// Endings that stand alone, longest first where it matters.
const ENDINGS: &[&str] = &["n't", "'s", "'re", "'ve", "'ll", "'d", "'m"];
/// Words that are two, and the length of the first.
const DOUBLES: &[(&str, usize)] = &[("cannot", 3), ("gonna", 3), ("gotta", 3), ("wanna", 3)];

const OPENING: &str = "\"“„‘«([{";
const CLOSING: &str = "\"”’»)]},;:!?%'";
const CURRENCY: &str = "$£€¥#~";

/// Cuts a sentence into tokens. Each of the `names` that lies in the sentence
/// becomes one token; quotation marks directly around a name are dropped, also
/// where a comma or full stop stands between name and mark.
///
/// ```
/// use quizwright::text::{Span, token::tokenise};
/// let text = "He didn't see Ann Lee's dog.";
/// let tokens = tokenise(text, Span::new(0, text.len()), &[Span::new(14, 21)]);
/// let words: Vec<&str> = tokens.iter().map(|t| t.span.of(text)).collect();
/// assert_eq!(words, ["He", "did", "n't", "see", "Ann Lee", "'s", "dog", "."]);
/// ```
pub fn tokenise(text: &str, sentence: Span, names: &[Span]) -> Vec<Token> {
    let mut names: Vec<Span> = names
        .iter()
        .copied()
        .filter(|name| sentence.contains(*name) && !name.of(text).trim().is_empty())
        .collect();
    names.sort_by_key(|name| (name.start, std::cmp::Reverse(name.end)));
    let mut tokens = Vec::new();
    let mut at = sentence.start;
    for name in names {
        if name.start < at {
            continue; // inside the name before
        }
        let (before, after) = marks_around(text, sentence, name);
        stretch(text, Span::new(at, before), sentence.end, &mut tokens);
        tokens.push(Token {
            span: name,
            name: true,
        });
        if let Some(mark) = after {
            stretch(
                text,
                Span::new(name.end, mark.start),
                sentence.end,
                &mut tokens,
            );
            at = mark.end;
        } else {
            at = name.end;
        }
    }
    stretch(text, Span::new(at, sentence.end), sentence.end, &mut tokens);
    tokens
}

/// Where the text before a name ends, and the mark that closes after it, if
/// quotation marks stand around the name.
fn marks_around(text: &str, sentence: Span, name: Span) -> (usize, Option<Span>) {
    let none = (name.start, None);
    let before = Span::new(sentence.start, name.start).of(text);
    let after = Span::new(name.end, sentence.end).of(text);
    let Some(open) = before.chars().next_back() else {
        return none;
    };
    let closes: &[char] = match open {
        '"' => &['"', '”'],
        '“' => &['”', '"'],
        '„' => &['“', '”'],
        '‘' => &['’'],
        _ => return none,
    };
    let mut skipped = 0;
    for c in after.chars().take(2) {
        if closes.contains(&c) {
            let start = name.end + skipped;
            let close = Span::new(start, start + c.len_utf8());
            return (name.start - open.len_utf8(), Some(close));
        }
        if !matches!(c, ',' | '.' | ';') {
            break;
        }
        skipped += c.len_utf8();
    }
    none
}

/// Tokens of a stretch without names.
fn stretch(text: &str, span: Span, end: usize, tokens: &mut Vec<Token>) {
    let mut start = None;
    for (at, c) in span.of(text).char_indices() {
        let at = span.start + at;
        if c.is_whitespace() {
            if let Some(start) = start.take() {
                chunk(text, Span::new(start, at), end, tokens);
            }
        } else if start.is_none() {
            start = Some(at);
        }
    }
    if let Some(start) = start {
        chunk(text, Span::new(start, span.end), end, tokens);
    }
}

/// Tokens of a chunk without white space.
fn chunk(text: &str, span: Span, end: usize, tokens: &mut Vec<Token>) {
    let mut add = |span: Span| {
        if !span.is_empty() {
            tokens.push(Token { span, name: false });
        }
    };
    let mut core = span;
    let after_name = span.start > 0
        && text
            .get(..span.start)
            .and_then(|before| before.chars().next_back())
            .is_some_and(char::is_alphanumeric);
    // From the front.
    while let Some(c) = core.of(text).chars().next() {
        let rest = core.of(text);
        let alone = rest.chars().nth(1).is_none();
        let front = if alone {
            false
        } else if OPENING.contains(c) || CURRENCY.contains(c) {
            true
        } else if matches!(c, '\'' | '’') {
            // 's and '90s are words, 'quoted is not
            !is_ending(rest) && !rest.chars().nth(1).is_some_and(|c| c.is_ascii_digit())
        } else if after_name && core.start == span.start {
            matches!(
                c,
                '-' | '–' | '/' | ',' | '.' | ';' | ':' | '!' | '?' | ')' | '"' | '”'
            )
        } else {
            matches!(
                c,
                '–' | '—' | '/' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '”'
            )
        };
        if !front || is_run(rest) {
            break;
        }
        let length = c.len_utf8();
        add(Span::new(core.start, core.start + length));
        core.start += length;
    }
    // From the back.
    let mut tail = Vec::new();
    while let Some(c) = core.of(text).chars().next_back() {
        let rest = core.of(text);
        if rest.chars().nth(1).is_none() || is_run(rest) || is_ending(rest) {
            break;
        }
        let cut = if let Some(run) = trailing_run(rest) {
            run
        } else if CLOSING.contains(c)
            || matches!(c, '–' | '—')
            || (c == '.' && splits_stop(text, core, end, &tail))
        {
            c.len_utf8()
        } else {
            break;
        };
        tail.push(Span::new(core.end - cut, core.end));
        core.end -= cut;
    }
    word(text, core, &mut add);
    for span in tail.into_iter().rev() {
        add(span);
    }
}

/// `...`, `--`, `?!`: marks that stay together.
fn is_run(piece: &str) -> bool {
    piece.chars().all(|c| c == '.')
        || piece.chars().all(|c| c == '-')
        || piece.chars().all(|c| matches!(c, '!' | '?'))
}

/// The length of three dots or more at the end, or of `?!`.
fn trailing_run(piece: &str) -> Option<usize> {
    let dots = piece.len() - piece.trim_end_matches('.').len();
    let marks = piece.len() - piece.trim_end_matches(['!', '?']).len();
    [dots, marks]
        .into_iter()
        .zip([3, 2])
        .find(|&(length, least)| length >= least && length < piece.len())
        .map(|(length, _)| length)
}

fn is_ending(piece: &str) -> bool {
    let lower = piece.to_lowercase().replace('’', "'");
    ENDINGS.contains(&lower.as_str())
}

/// Whether the full stop at the end of `core` stands alone.
fn splits_stop(text: &str, core: Span, end: usize, tail: &[Span]) -> bool {
    let piece = core.of(text);
    let word = piece.strip_suffix('.').unwrap_or(piece);
    let last = core.end == end || (!tail.is_empty() && tail.first().is_some_and(|t| t.end == end));
    let next = Span::new(core.end, end)
        .of(text)
        .trim_start()
        .chars()
        .next();
    match stop_after(word, next) {
        Stop::Inside => false,
        // "vitamin C." ends with a letter, "the U.S." with an abbreviation.
        Stop::Either => last && word.chars().count() == 1,
        Stop::Final => true,
    }
}

/// Tokens of a piece without punctuation around it.
fn word(text: &str, span: Span, add: &mut impl FnMut(Span)) {
    let piece = span.of(text);
    if piece.contains("://") || piece.contains('@') || piece.starts_with("www.") {
        return add(span);
    }
    let lower = piece.to_lowercase().replace('’', "'");
    if let Some(&(_, length)) = DOUBLES.iter().find(|(double, _)| *double == lower) {
        add(Span::new(span.start, span.start + length));
        return add(Span::new(span.start + length, span.end));
    }
    let ending = ENDINGS
        .iter()
        .find(|ending| lower.len() > ending.len() && lower.ends_with(**ending));
    if let Some(ending) = ending {
        let length: usize = piece
            .chars()
            .rev()
            .take(ending.chars().count())
            .map(char::len_utf8)
            .sum();
        let cut = span.end - length;
        parts(text, Span::new(span.start, cut), add);
        return add(Span::new(cut, span.end));
    }
    parts(text, span, add);
}

/// Cuts at dashes and slashes between words, and at hyphens between numbers.
fn parts(text: &str, span: Span, add: &mut impl FnMut(Span)) {
    let chars: Vec<(usize, char)> = span
        .of(text)
        .char_indices()
        .map(|(at, c)| (span.start + at, c))
        .collect();
    let digits = |range: &[(usize, char)]| {
        !range.is_empty()
            && range
                .iter()
                .all(|(_, c)| c.is_ascii_digit() || *c == ',' || *c == '.')
    };
    let mut start = span.start;
    let mut index = 0;
    while let Some(&(at, c)) = chars.get(index) {
        let (left, right) = (
            chars.get(..index).unwrap_or_default(),
            chars.get(index + 1..).unwrap_or_default(),
        );
        let double = c == '-' && right.first().is_some_and(|&(_, c)| c == '-');
        let between = !left.is_empty() && !right.is_empty();
        let cuts = between
            && match c {
                '–' | '—' => true,
                '/' => left.iter().chain(right).all(|(_, c)| !c.is_ascii_digit()),
                '-' if double => true,
                '-' => digits(left) && digits(right),
                _ => false,
            };
        index += 1;
        if cuts {
            add(Span::new(start, at));
            let mut end = at + c.len_utf8();
            while double && chars.get(index).is_some_and(|&(_, c)| c == '-') {
                end += 1;
                index += 1;
            }
            add(Span::new(at, end));
            start = end;
        }
    }
    add(Span::new(start, span.end));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words<'t>(text: &'t str, names: &[&str]) -> Vec<&'t str> {
        let names: Vec<Span> = names
            .iter()
            .filter_map(|name| text.find(name).map(|at| Span::new(at, at + name.len())))
            .collect();
        tokenise(text, Span::new(0, text.len()), &names)
            .into_iter()
            .map(|token| token.span.of(text))
            .collect()
    }

    fn check(expected: &str, text: &str) {
        assert_eq!(
            words(text, &[]),
            expected.split(' ').collect::<Vec<_>>(),
            "{text}"
        );
    }

    #[test]
    fn punctuation_stands_alone() {
        check(
            "He ( Tom ) left , then slept .",
            "He (Tom) left, then slept.",
        );
        check("\" Why ? \" he said .", "\"Why?\" he said.");
        check("“ Oh , ” he said .", "“Oh,” he said.");
        check("Wait ... what ?!", "Wait... what?!");
        check("He left -- at last .", "He left--at last.");
        check("$ 5 and 10 % of £ 3.5", "$5 and 10% of £3.5");
    }

    #[test]
    fn endings_stand_alone() {
        check("He did n't ca n't wo n't .", "He didn't can't won't.");
        check("Tom 's dog , the boys ' dog", "Tom's dog, the boys' dog");
        check("We ’ll see Tom ’s .", "We’ll see Tom’s.");
        check("It can not be O'Brien 's", "It cannot be O'Brien's");
        check("in the '90s and 1990s", "in the '90s and 1990s");
    }

    #[test]
    fn full_stops_of_abbreviations_stay() {
        check("Dr. Lee of the U.S. Navy .", "Dr. Lee of the U.S. Navy.");
        check(
            "Sam Poe Jr. left D.C. early .",
            "Sam Poe Jr. left D.C. early.",
        );
        check("It lies in the U.S.", "It lies in the U.S.");
        check("It is vitamin C .", "It is vitamin C.");
        check("J. R. Lee is No. 1 .", "J. R. Lee is No. 1.");
        check("( It fell in D.C. )", "(It fell in D.C.)");
    }

    #[test]
    fn hyphens_dashes_and_slashes() {
        check(
            "a well-known , London-based band",
            "a well-known, London-based band",
        );
        check("from 1952 – 1954", "from 1952–1954");
        check("pages 10 - 12 and / or 9/11", "pages 10-12 and/or 9/11");
        check("rain — snow", "rain—snow");
    }

    #[test]
    fn names_are_one_token() {
        assert_eq!(
            words(
                "Ann Lee's \"Blue Moon,\" and Oslo-based Poe.",
                &["Ann Lee", "Blue Moon", "Oslo"]
            ),
            [
                "Ann Lee",
                "'s",
                "Blue Moon",
                ",",
                "and",
                "Oslo",
                "-",
                "based",
                "Poe",
                "."
            ]
        );
        assert_eq!(
            words("“Did It?” ended.", &["Did It?"]),
            ["Did It?", "ended", "."]
        );
        assert_eq!(words("(\"Rain\")", &["Rain"]), ["(", "Rain", ")"]);
        assert_eq!(
            words("See Ann Lee.", &["Ann Lee", "Lee"]),
            ["See", "Ann Lee", "."]
        );
    }

    #[test]
    fn any_text_keeps_its_letters() {
        for text in [
            "",
            "'",
            "''s",
            "n't",
            "…",
            "a–",
            "–a",
            "--",
            "$",
            "é's",
            "(((",
            "’’’",
            "://",
            "a/b/",
        ] {
            let joined: String = words(text, &[]).concat();
            assert_eq!(joined, text.replace(' ', ""), "{text:?}");
        }
    }
}
