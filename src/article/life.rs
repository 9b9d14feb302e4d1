//! The life that a lead gives in parentheses: *Ada Moor (12 May 1856, Fen –
//! 7 January 1943, Lund)*. Where no infobox tells it, it stands for one.

use super::{Article, BlockKind, Field, FieldValue};
use crate::text::Span;
use crate::text::number::{self, Date, DateValue};

/// How far from the start of the lead the parentheses may open, in bytes.
const EARLY: usize = 250;

/// The years that a life may have.
const YEARS: std::ops::Range<i32> = 15..110;

/// Words for what is not certain, or is no birth.
const UNSURE: [&str; 10] = [
    " or ", "probably", "possibly", "around", "perhaps", "circa", "c.", "?", "bapt", "before",
];

/// Words between the subject and somebody else.
const OTHERS: [&str; 16] = [
    " was ",
    " is ",
    " were ",
    " are ",
    " son of ",
    " daughter of ",
    " child of ",
    " brother of ",
    " sister of ",
    " wife of ",
    " husband of ",
    " widow of ",
    " father of ",
    " mother of ",
    " grandson of ",
    " nephew of ",
];

/// Birth and death as fields, if the lead of an article tells them and no
/// field does.
pub(super) fn fields(article: &Article) -> Vec<Field> {
    let told = article.fields.iter().any(|field| {
        let key = field.key.to_lowercase();
        ["born", "birth", "died", "death"]
            .iter()
            .any(|w| key.contains(w))
    });
    let lead = article
        .sections
        .iter()
        .find(|s| s.path.is_empty())
        .and_then(|s| s.blocks.iter().find(|b| b.kind == BlockKind::Paragraph));
    let Some(lead) = lead.filter(|_| !told && speaks_of_one(&article.text)) else {
        return Vec::new();
    };
    let text = lead.span.of(&article.text);
    if text.contains("fictional") {
        return Vec::new();
    }
    let mut at = 0;
    while let Some(open) = text.get(at..).and_then(|rest| rest.find('(')) {
        let open = at + open;
        let Some(inside) = text.get(open + 1..).and_then(|rest| rest.split(')').next()) else {
            break;
        };
        let close = open + 1 + inside.len();
        // *son of Bo Moor (1800–1870)*: not the subject's.
        let before = text.get(..open).unwrap_or_default();
        if open > EARLY || close >= text.len() || OTHERS.iter().any(|word| before.contains(word)) {
            break;
        }
        let start = lead.span.start;
        let line = Span {
            start,
            end: start + close + 1,
        };
        let life = Life {
            inside,
            offset: start + open + 1,
        };
        let found = life.fields(line);
        if !found.is_empty() {
            return found;
        }
        at = close;
    }
    Vec::new()
}

/// Whether *he* or *she* comes again and again in a text, and more often than
/// *it*: it is about a person.
pub fn speaks_of_one(text: &str) -> bool {
    let (mut one, mut other) = (0, 0);
    for word in text.split(|c: char| !c.is_alphabetic()) {
        match word {
            "he" | "she" | "He" | "She" | "his" | "her" | "His" | "Her" => one += 1,
            "it" | "It" | "its" | "Its" => other += 1,
            _ => {}
        }
    }
    one > 2 && one > other
}

/// What stands in one pair of parentheses.
struct Life<'t> {
    inside: &'t str,
    offset: usize,
}

impl Life<'_> {
    fn fields(&self, line: Span) -> Vec<Field> {
        let lower = self.inside.to_lowercase();
        if UNSURE.iter().any(|word| lower.contains(word)) {
            return Vec::new();
        }
        let field = |key: &str, span: Span| Field {
            key: key.to_owned(),
            line,
            values: vec![FieldValue {
                text: Span {
                    start: self.offset + span.start,
                    end: self.offset + span.end,
                },
                qualifier: None,
            }],
        };
        let mut found = Vec::new();
        let whole = Span {
            start: 0,
            end: self.inside.len(),
        };
        if lower.starts_with("born ") || lower.contains("; born ") {
            let Some((born, _)) = self.date(whole) else {
                return found;
            };
            found.push(field("Birth date", born));
            let rest = self.inside.get(born.end..).unwrap_or_default();
            let place = rest.find(" in ").filter(|at| *at < 3);
            let place = place.and_then(|at| self.place(born.end + at + 4, whole.end));
            found.extend(place.map(|span| field("Birth place", span)));
            return found;
        }
        for (dash, mark) in self.inside.match_indices(['–', '—', '-']) {
            let before = Span {
                start: 0,
                end: dash,
            };
            let after = Span {
                start: dash + mark.len(),
                end: whole.end,
            };
            let Some(((born, from), (died, to))) = self.date(before).zip(self.date(after)) else {
                continue;
            };
            if !YEARS.contains(&(to.year - from.year)) {
                continue;
            }
            found.push(field("Birth date", born));
            found.push(field("Death date", died));
            // *Fen, 1856 – Lund, 1943* or *1856, Fen – 1943, Lund*
            let first = self
                .place(0, born.start)
                .or_else(|| self.place(born.end, dash));
            let last = self
                .place(after.start, died.start)
                .or_else(|| self.place(died.end, whole.end));
            found.extend(first.map(|span| field("Birth place", span)));
            found.extend(last.map(|span| field("Death place", span)));
            return found;
        }
        found
    }

    /// The one date of a part.
    fn date(&self, part: Span) -> Option<(Span, Date)> {
        let dates = number::find_dates(self.inside.get(part.start..part.end)?);
        let [(span, DateValue::On(date))] = dates.as_slice() else {
            return None;
        };
        let moved = Span {
            start: span.start + part.start,
            end: span.end + part.start,
        };
        Some((moved, *date))
    }

    /// A name and nothing else between two places of the parentheses.
    fn place(&self, from: usize, to: usize) -> Option<Span> {
        const WORDS: usize = 5;
        let part = self.inside.get(from..to)?;
        let part = part.split([';', ':']).next()?;
        let trim = |c: char| c.is_whitespace() || matches!(c, ',' | '–' | '—' | '-');
        let name = part.trim_matches(trim);
        let words: Vec<&str> = name.split_whitespace().collect();
        let plain = !words.is_empty()
            && words.len() <= WORDS
            && words.iter().all(|w| w.starts_with(char::is_uppercase))
            && name
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, ' ' | ',' | '.' | '-' | '\''));
        let start = from + (part.len() - part.trim_start_matches(trim).len());
        plain.then(|| Span {
            start,
            end: start + name.len(),
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::article::{Article, read};

    fn told(lead: &str) -> Vec<(String, String)> {
        let text = format!("= Ada Moor =\n\n{lead} She was tall. She sang. Her house was old.\n");
        let (article, _): (Article, _) = read(&text, None);
        let value = |f: &crate::article::Field| {
            f.values
                .first()
                .map_or("", |v| v.text.of(&article.text))
                .to_owned()
        };
        article
            .fields
            .iter()
            .map(|f| (f.key.clone(), value(f)))
            .collect()
    }

    fn pair(key: &str, value: &str) -> (String, String) {
        (key.to_owned(), value.to_owned())
    }

    #[test]
    fn a_life_in_brackets_makes_fields() {
        assert_eq!(
            told("Ada Moor (12 May 1856, Fen – 7 January 1943, Lund) was a singer."),
            [
                pair("Birth date", "12 May 1856"),
                pair("Death date", "7 January 1943"),
                pair("Birth place", "Fen"),
                pair("Death place", "Lund"),
            ]
        );
        assert_eq!(
            told("Ada Moor (born 12 May 1956 in Fen) is a singer."),
            [
                pair("Birth date", "12 May 1956"),
                pair("Birth place", "Fen")
            ]
        );
    }

    #[test]
    fn what_is_no_life_makes_none() {
        assert!(told("Ada Moor (c. 1856 – 1943) was a singer.").is_empty());
        assert!(told("The Moor Band (formed in 1967) is loud.").is_empty());
        assert!(told("Ada Moor, daughter of Bo Moor (1800–1870), was a singer.").is_empty());
        assert!(told("Ada Moor (12 May 1956) is a fictional singer.").is_empty());
    }
}
