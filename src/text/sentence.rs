//! From a paragraph to sentences.

use super::Span;
use super::abbreviation::{Stop, stop_after};
use super::quote::{is_title, quotations};

/// Words that begin sentences far more often than they follow an abbreviation.
const OPENERS: &[&str] = &[
    "The",
    "A",
    "An",
    "He",
    "She",
    "It",
    "They",
    "We",
    "I",
    "You",
    "His",
    "Her",
    "Its",
    "Their",
    "This",
    "That",
    "These",
    "Those",
    "There",
    "In",
    "On",
    "At",
    "By",
    "For",
    "From",
    "During",
    "After",
    "Before",
    "When",
    "While",
    "As",
    "If",
    "Although",
    "Though",
    "Because",
    "Since",
    "However",
    "But",
    "And",
    "Some",
    "Many",
    "Most",
    "Both",
    "All",
    "One",
    "Two",
    "Another",
    "Each",
    "Several",
    "Other",
    "Others",
    "Later",
    "Then",
    "Today",
    "Also",
    "With",
    "Upon",
    "Following",
    "Despite",
    "According",
    "Under",
    "Our",
    "My",
    "What",
    "Who",
    "Why",
    "How",
];

/// A bracket that is longer was never closed.
const LONGEST_BRACKET: usize = 600;
/// A quoted title that begins within so many words leaves room for no verb.
const EARLY: usize = 4;

/// Cuts a paragraph into sentences. Each span is trimmed; together they hold
/// everything but white space.
///
/// ```
/// use quizwright::text::sentence::split;
/// let text = "Dr. Lee left. “Who Goes There?” came next.";
/// let sentences: Vec<&str> = split(text).iter().map(|s| s.of(text)).collect();
/// assert_eq!(sentences, ["Dr. Lee left.", "“Who Goes There?” came next."]);
/// ```
pub fn split(text: &str) -> Vec<Span> {
    let whole = Span::new(0, text.len());
    let quotes = quotations(text, whole);
    let brackets = brackets(text);
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut index = 0;
    while let Some(&(at, c)) = chars.get(index) {
        index += 1;
        if !matches!(c, '.' | '!' | '?' | '…' | '。') {
            continue;
        }
        // Take in what closes with the sentence: more marks, quotes, brackets.
        let mut last = c;
        let mut last_stop = at;
        let mut end = at + c.len_utf8();
        while let Some(&(here, c)) = chars.get(index) {
            let own_bracket = matches!(c, ')' | ']');
            if !(matches!(c, '.' | '!' | '?' | '…' | '"' | '”' | '’' | '\'') || own_bracket) {
                break;
            }
            // A quotation mark that opens the next quotation is not ours.
            if quotes.iter().any(|quote| quote.start == here) {
                break;
            }
            if matches!(c, '.' | '!' | '?' | '…') {
                last = c;
                last_stop = here;
            }
            end = here + c.len_utf8();
            index += 1;
        }
        let rest = text.get(end..).unwrap_or("");
        let next = rest.trim_start();
        let finished = if next.is_empty() {
            true
        } else {
            (rest.starts_with(char::is_whitespace) || is_glued(text, Span::new(start, at), rest))
                && may_begin(next)
                && !inside(&quotes, end)
                && !inside(&brackets, end)
                && ends(text, Span::new(start, end), last_stop, last, next, &quotes)
        };
        if finished {
            push(text, Span::new(start, end), &mut sentences);
            start = end;
        }
    }
    push(text, Span::new(start, text.len()), &mut sentences);
    sentences
}

fn push(text: &str, span: Span, sentences: &mut Vec<Span>) {
    let piece = span.of(text);
    let lead = piece.len() - piece.trim_start().len();
    let kept = piece.trim();
    if !kept.is_empty() {
        let start = span.start + lead;
        sentences.push(Span::new(start, start + kept.len()));
    }
}

/// Whether `at` lies inside one of the pieces, not on its edge.
fn inside(pieces: &[Span], at: usize) -> bool {
    pieces
        .iter()
        .any(|piece| piece.start < at && at < piece.end)
}

/// `... the end.Later, he`: a reference mark between the sentences was lost.
fn is_glued(text: &str, before: Span, rest: &str) -> bool {
    let ends_word = before
        .of(text)
        .chars()
        .rev()
        .take(3)
        .filter(|c| c.is_lowercase())
        .count()
        == 3;
    let word = rest
        .split(|c: char| c.is_whitespace() || c == ',')
        .next()
        .unwrap_or("");
    let mut chars = word.chars();
    ends_word
        && chars.next().is_some_and(char::is_uppercase)
        && chars.all(char::is_lowercase)
        && word.len() < rest.len()
}

fn may_begin(next: &str) -> bool {
    let first = next
        .chars()
        .find(|c| !matches!(c, '"' | '“' | '‘' | '\'' | '(' | '[' | '«' | '—'));
    first.is_some_and(|c| !c.is_lowercase() && (c.is_alphanumeric() || c == '$' || c == '£'))
}

/// Whether the stop that ends `sentence` ends it indeed, given what follows.
fn ends(text: &str, sentence: Span, stop: usize, mark: char, next: &str, quotes: &[Span]) -> bool {
    let opener = next
        .split(|c: char| !c.is_alphanumeric())
        .find(|word| !word.is_empty())
        .is_some_and(|word| OPENERS.contains(&word));
    if mark == '.' {
        let before = Span::new(sentence.start, stop).of(text);
        let word = before
            .rsplit(|c: char| c.is_whitespace() || "([{\"“‘—–/".contains(c))
            .next()
            .unwrap_or("");
        // After "... Jr.)" the bracket has closed, so the sentence may end.
        let bare = sentence.end == stop + 1;
        return match stop_after(word, next.chars().next()) {
            Stop::Inside => !bare && opener,
            Stop::Either => opener || !bare,
            Stop::Final => true,
        };
    }
    // "Did We Win?" inside a sentence: the question mark is the title's.
    let Some(quote) = quotes
        .iter()
        .find(|quote| quote.end == sentence.end && sentence.contains(**quote))
    else {
        return true;
    };
    let marks = ['"', '“', '”', '‘', '’'];
    if !is_title(quote.of(text).trim_matches(marks)) {
        return true;
    }
    let words = Span::new(sentence.start, quote.start)
        .of(text)
        .split_whitespace()
        .count();
    words > EARLY && opener
}

/// The pieces in round brackets, the outermost ones.
fn brackets(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '(' => open.push(at),
            ')' => {
                if let Some(start) = open.pop()
                    && at - start <= LONGEST_BRACKET
                {
                    found.push(Span::new(start, at + 1));
                }
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(expected: &[&str]) {
        let text = expected.join(" ");
        let found: Vec<&str> = split(&text).into_iter().map(|s| s.of(&text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn plain_sentences() {
        check(&["It rained.", "Did it stop?", "No!", "It went on."]);
        check(&["It rained on 3.5 million people.", "25 of them slept."]);
        check(&["One line without an end"]);
    }

    #[test]
    fn abbreviations() {
        check(&["Mr. Lee and Mrs. Poe met Dr. No."]);
        check(&["She lives in St. Petersburg near Mt. Fuji.", "He does not."]);
        check(&[
            "The U.S. Navy left Washington, D.C. in May.",
            "It came back.",
        ]);
        check(&["She moved to the U.S.", "The weather was fine."]);
        check(&[
            "It reached No. 1 in the U.K. Singles Chart.",
            "No. 2 was worse.",
        ]);
        check(&["It was built c. 1890 by A. B. Cole.", "He died."]);
        check(&["J. R. R. Poe wrote it.", "Franklin D. Poe read it."]);
        check(&["Ali vs. Frazier was shown.", "E.g. this one."]);
        check(&[
            "He met Sam Poe Jr. at noon.",
            "They ate, drank, etc.",
            "Then they left.",
        ]);
        check(&["It opened at 8 p.m.", "The doors closed at 9."]);
        check(&["Was it vitamin C.", "The answer was no."]);
    }

    #[test]
    fn quotations_and_titles() {
        check(&["“I see. I do,” he said.", "Then he left."]);
        check(&[r#"She wrote "The Rain.""#, r#""Snow" came later."#]);
        check(&[r#"In "Did We Win?" Tom loses."#, "He weeps."]);
        check(&[r#"After "Oh No!", Tom left."#]);
        check(&[r#"Tom asks, "did we win?""#, "He weeps."]);
        check(&[
            r#"The last episode of it is named "Who Won?""#,
            "The cast left.",
        ]);
        check(&["He saw “Mr. Poe Is Here?” and “No.”", "He left."]);
        check(&["It is 6\" wide.", "It is 7\" long."]);
    }

    #[test]
    fn brackets_and_ellipses() {
        check(&[
            "Tom (b. 1950. He was thin.) left.",
            "(He came back.)",
            "It rained.",
        ]);
        check(&["Well... he left.", "And then...", "Nothing came."]);
        check(&["Wait…", "The end."]);
        check(&["The (open bracket.", "It stays open."]);
    }

    #[test]
    fn glued_sentences() {
        let text = "It was the end.Later, he left node.js and Warner Bros.Now";
        let found: Vec<&str> = split(text).into_iter().map(|s| s.of(text)).collect();
        assert_eq!(
            found,
            [
                "It was the end.",
                "Later, he left node.js and Warner Bros.Now"
            ]
        );
    }

    #[test]
    fn any_text_is_covered() {
        for text in [
            "", " ", ".", "...", "\"", "é.É", "a.b.c", ") (", "。。", "?! \"A",
        ] {
            let kept: usize = split(text).iter().map(|s| s.len()).sum();
            let all: usize = text.split_whitespace().map(str::len).sum();
            assert!(kept >= all, "{text:?}");
        }
    }
}
