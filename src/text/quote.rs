//! Quotation marks: which opens, which closes, and what is a title.

use super::Span;

/// A quoted title, such as an episode's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuotedTitle {
    /// With the quotation marks.
    pub outer: Span,
    /// Without them, and without a comma or full stop that the marks took in.
    pub inner: Span,
}

/// A longer quotation is a mark that was forgotten.
const LONGEST: usize = 600;
/// A longer quotation is no title.
const MOST_WORDS: usize = 10;

/// Words that stay small in a title.
const SMALL: &[&str] = &[
    "of", "the", "and", "a", "an", "in", "to", "for", "on", "with", "at", "from", "by", "or", "is",
    "not", "as", "but", "nor", "into", "de", "la", "le", "du", "des", "del", "von", "van", "der",
    "das", "et", "vs.", "v.", "upon", "than", "over", "my", "be", "it", "are", "that",
];

/// Verbs of saying: what they follow is speech, not a title.
const SAYING: &[&str] = &[
    "said",
    "says",
    "asked",
    "asks",
    "replied",
    "replies",
    "added",
    "adds",
    "wrote",
    "writes",
    "stated",
    "states",
    "explained",
    "explains",
    "shouted",
    "shouts",
    "remarked",
    "remarks",
    "answered",
    "answers",
    "noted",
    "notes",
    "commented",
    "recalled",
    "recalls",
    "told",
    "tells",
];

/// The quoted pieces of a paragraph, marks included: double quotation marks,
/// straight and curly, and curly single ones. A mark without partner is left
/// out; pieces do not overlap.
pub fn quotations(text: &str, within: Span) -> Vec<Span> {
    let chars: Vec<(usize, char)> = within
        .of(text)
        .char_indices()
        .map(|(at, c)| (within.start + at, c))
        .collect();
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut before = None;
    for (index, &(at, c)) in chars.iter().enumerate() {
        let after = chars.get(index + 1).map(|&(_, c)| c);
        let space_before = before.is_none_or(|c: char| c.is_whitespace() || "([{—–-/".contains(c));
        let space_after = after.is_none_or(|c| !c.is_alphanumeric());
        if let Some((start, mark)) = open {
            let closes = match mark {
                '“' => c == '”' || (c == '"' && !space_before),
                '"' => (c == '"' || c == '”') && (space_after || !space_before),
                '„' => c == '“' || c == '”',
                _ => c == '’' && space_after,
            };
            if closes {
                found.push(Span::new(start, at + c.len_utf8()));
                open = None;
            } else if at - start > LONGEST || opens(c, space_before, after) && mark != '‘' {
                open = opens(c, space_before, after).then_some((at, c));
            }
        } else if opens(c, space_before, after) {
            open = Some((at, c));
        }
        before = Some(c);
    }
    found
}

fn opens(c: char, space_before: bool, after: Option<char>) -> bool {
    let text_after = after.is_some_and(|c| !c.is_whitespace());
    match c {
        '“' | '„' => text_after,
        '"' | '‘' => space_before && text_after,
        _ => false,
    }
}

/// The quoted titles of a sentence, straight and curly marks.
///
/// ```
/// use quizwright::text::{Span, quoted_titles};
/// let text = "In “The Long Way,” he sings.";
/// let title = quoted_titles(text, Span::new(0, text.len()))[0];
/// assert_eq!(title.inner.of(text), "The Long Way");
/// assert_eq!(title.outer.of(text), "“The Long Way,”");
/// ```
pub fn quoted_titles(text: &str, sentence: Span) -> Vec<QuotedTitle> {
    quotations(text, sentence)
        .into_iter()
        .filter_map(|outer| title(text, sentence, outer))
        .collect()
}

fn title(text: &str, sentence: Span, outer: Span) -> Option<QuotedTitle> {
    let inner = inside(text, outer)?;
    let after = Span::new(outer.end, sentence.end).of(text);
    let speech = after
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(2)
        .any(|word| SAYING.contains(&word));
    let comma = Span::new(inner.end, outer.end).of(text).starts_with(',');
    (is_title(inner.of(text)) && !(speech && comma)).then_some(QuotedTitle { outer, inner })
}

/// What stands between the marks, without closing comma, full stop, semicolon.
fn inside(text: &str, outer: Span) -> Option<Span> {
    let quoted = outer.of(text);
    let first = quoted.chars().next()?.len_utf8();
    let last = quoted.chars().next_back()?.len_utf8();
    let between = Span::new(outer.start + first, outer.end.checked_sub(last)?);
    let content = between.of(text);
    let start = content.len() - content.trim_start().len();
    let mut kept = content.trim_end();
    if !kept.ends_with("...") && !is_abbreviated(kept) {
        kept = kept.strip_suffix([',', '.', ';']).unwrap_or(kept);
    }
    Some(Span::new(between.start + start, between.start + kept.len()))
}

/// A last word such as `Jr.` or `U.S.` keeps its full stop.
fn is_abbreviated(title: &str) -> bool {
    let last = title.rsplit(' ').next().unwrap_or(title);
    last.strip_suffix('.')
        .is_some_and(|word| word.contains('.') || ["Jr", "Sr", "Inc", "Co"].contains(&word))
}

/// Whether capitals stand where a title has them.
pub(crate) fn is_title(content: &str) -> bool {
    let words: Vec<&str> = content.split_whitespace().collect();
    let big = |word: &str| {
        word.trim_start_matches(|c: char| !c.is_alphanumeric())
            .chars()
            .next()
            .is_none_or(|c| c.is_uppercase() || c.is_numeric())
    };
    let letters = content.chars().any(char::is_alphanumeric);
    let Some(first) = words.first() else {
        return false;
    };
    letters
        && words.len() <= MOST_WORDS
        && big(first)
        && words
            .iter()
            .all(|word| big(word) || SMALL.contains(&word.trim_end_matches([',', ':', '!', '?'])))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(text: &str) -> Vec<&str> {
        quoted_titles(text, Span::new(0, text.len()))
            .into_iter()
            .map(|title| title.inner.of(text))
            .collect()
    }

    #[test]
    fn finds_titles() {
        for (text, expected) in [
            (r#"In "The Long Road," he leaves."#, vec!["The Long Road"]),
            (r#"In "Did We Win?" the team loses."#, vec!["Did We Win?"]),
            (
                "Both “Rain” and “Snow in June.”",
                vec!["Rain", "Snow in June"],
            ),
            (
                r#"See "Farewell, Tom," "Fire" and "Ice"."#,
                vec!["Farewell, Tom", "Fire", "Ice"],
            ),
            (
                "His song ‘Blue Moon Rising’ is old.",
                vec!["Blue Moon Rising"],
            ),
            (r#"The hit "24 Hours" came."#, vec!["24 Hours"]),
            (r#"It was "very good indeed"."#, vec![]),
            (r#""Goodbye," she said."#, vec![]),
            (
                r#""Goodbye," she sings, is a song of "Loss"."#,
                vec!["Goodbye", "Loss"],
            ),
            (r#"A 6" pipe and a "Big Bang"."#, vec!["Big Bang"]),
            (r#"An "open quote is left."#, vec![]),
            (
                r#"A film, "Stop. Go. Jr.", was lost."#,
                vec!["Stop. Go. Jr."],
            ),
            ("«Nada» \"\" \" \" “”", vec![]),
        ] {
            assert_eq!(titles(text), expected, "{text}");
        }
    }

    #[test]
    fn outer_has_the_marks() {
        let text = r#"In "Rain," he"#;
        let title = quoted_titles(text, Span::new(0, text.len()))[0];
        assert_eq!(title.outer.of(text), r#""Rain,""#);
        assert_eq!(title.inner.of(text), "Rain");
    }

    #[test]
    fn marks_that_do_not_match() {
        for text in ["\"", "“", "”", "\"\"\"", "“a “b” c”", "‘", "a\"b\"c", "“é"] {
            for span in quotations(text, Span::new(0, text.len())) {
                assert!(span.of(text).chars().count() >= 2, "{text}");
            }
        }
    }
}
