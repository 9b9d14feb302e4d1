//! The title of an article whose text does not state it.

use crate::text::Span;

/// The title that the name of a file stands for, in the writing of the text:
/// `andre_agassi.wikitext` becomes `Andre Agassi`. `found` is what the text
/// itself suggests; empty if the name says nothing.
pub(super) fn from_name(name: &str, found: &str, lead: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or("");
    let name = strip_endings(name).replace(['_', '+'], " ");
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if !name.chars().any(char::is_alphabetic) {
        return found.to_owned();
    }
    if name.chars().any(char::is_uppercase) {
        return name;
    }
    if fold(found) == fold(&name) {
        return found.to_owned();
    }
    written(&name, lead).unwrap_or_else(|| capitalised(&name))
}

fn strip_endings(name: &str) -> &str {
    const ENDINGS: [&str; 12] = [
        ".txt",
        ".text",
        ".md",
        ".markdown",
        ".wikitext",
        ".wiki",
        ".mediawiki",
        ".seed",
        ".extract",
        ".paste",
        ".tok",
        ".infobox",
    ];
    let mut name = name;
    while let Some(shorter) = ENDINGS.iter().find_map(|e| name.strip_suffix(e)) {
        name = shorter;
    }
    name
}

fn fold(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The name as the lead writes it.
fn written(name: &str, lead: &str) -> Option<String> {
    let words: Vec<String> = name.split_whitespace().map(fold).collect();
    let spans = words_of(lead);
    let folded: Vec<String> = spans.iter().map(|s| fold(s.of(lead))).collect();
    let found = folded
        .windows(words.len())
        .zip(spans.windows(words.len()))
        .filter(|(window, _)| *window == words.as_slice())
        .filter_map(|(_, spans)| Some(spans.first()?.to(*spans.last()?).of(lead)))
        .map(|text| text.trim_matches(|c: char| !c.is_alphanumeric() && c != ')' && c != '!'))
        .find(|text| {
            text.starts_with(char::is_uppercase) && !text.contains(['"', '”', '(', ','])
        })?;
    Some(found.to_owned())
}

fn words_of(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_whitespace(), start) {
            (false, None) => start = Some(at),
            (true, Some(from)) => {
                spans.push(Span::new(from, at));
                start = None;
            }
            _ => {}
        }
    }
    spans
}

fn capitalised(name: &str) -> String {
    const SMALL: [&str; 14] = [
        "of", "the", "and", "in", "a", "an", "to", "for", "on", "at", "by", "de", "la", "von",
    ];
    let words = name.split(' ').enumerate().map(|(i, word)| {
        if i > 0 && SMALL.contains(&word) {
            return word.to_owned();
        }
        let mut chars = word.chars();
        match chars.next() {
            Some(first) => first.to_uppercase().chain(chars).collect(),
            None => String::new(),
        }
    });
    words.collect::<Vec<String>>().join(" ")
}

/// The subject of a first sentence of the form `X (...) is ...`.
pub(super) fn subject(text: &str) -> Option<&str> {
    let mut depth = 0_usize;
    let mut end = None;
    for (at, c) in text.char_indices().take(400) {
        match c {
            '(' => {
                depth += 1;
                end.get_or_insert(at);
            }
            ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                end.get_or_insert(at);
            }
            ' ' if depth == 0 => {
                let rest = text.get(at..)?;
                let verb = [" is ", " was ", " are ", " were ", " refers "];
                if verb.iter().any(|v| rest.starts_with(v)) {
                    let subject = text.get(..end.unwrap_or(at))?.trim();
                    let subject = ["The ", "A ", "An "]
                        .iter()
                        .find_map(|a| subject.strip_prefix(a))
                        .unwrap_or(subject)
                        .trim_matches(['"', '“', '”']);
                    let short = subject.split_whitespace().count() <= 8;
                    return (short && !subject.is_empty()).then_some(subject);
                }
            }
            '.' if depth == 0 && text.get(at + 1..).is_some_and(|t| t.starts_with(' ')) => {
                let word = text.get(..at)?.rsplit(' ').next()?;
                if word.chars().count() > 3 {
                    return None;
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_is_written_as_in_the_text() {
        let lead = "Ada McReed of Hull (born 1901) was a pilot.";
        assert_eq!(from_name("in/ada_mcreed.seed.txt", "", lead), "Ada McReed");
        assert_eq!(from_name("AC_DC.md", "", lead), "AC DC");
        assert_eq!(from_name("bay_of_hull.txt", "", lead), "Bay of Hull");
        assert_eq!(from_name("ada_mcreed", "Ada Mcreed", lead), "Ada Mcreed");
        assert_eq!(from_name("", "Ada", lead), "Ada");
    }

    #[test]
    fn the_subject_of_the_first_sentence_is_found() {
        assert_eq!(subject("The Quay (1901) is a harbour."), Some("Quay"));
        assert_eq!(
            subject("Ada B. Reed, a pilot, was born."),
            Some("Ada B. Reed")
        );
        assert_eq!(
            subject("It rained. Ada was born."),
            Some("It rained. Ada").filter(|_| false)
        );
    }
}
