//! Anki's text files: `#key:value` lines, then rows.

use std::cell::RefCell;

use super::pairs::{self, Pair, Pairs};
use super::table::{self, Row};
use super::{Carries, Format, Reading, Refusal, csv, html, tidy};
use crate::bank::Bank;

/// "Notes in Plain Text", as Anki exports and imports them.
pub(super) struct Anki;

/// What the lines at the top say.
#[derive(Debug)]
struct Head {
    separator: u8,
    html: Option<bool>,
    columns: Option<Vec<String>>,
    tags: Vec<String>,
    deck: Option<String>,
    /// Columns that hold no field, counted from 0.
    tags_column: Option<usize>,
    deck_column: Option<usize>,
    other_columns: Vec<usize>,
}

const KEYS: [&str; 9] = [
    "separator",
    "html",
    "columns",
    "tags",
    "deck",
    "notetype",
    "guid column",
    "tags column",
    "deck column",
];

impl Format for Anki {
    fn name(&self) -> &'static str {
        "anki"
    }

    fn title(&self) -> &'static str {
        "Anki, notes in plain text"
    }

    fn carries(&self) -> Carries {
        Carries {
            about: false,
            ..Carries::ALL
        }
    }

    fn is_likely(&self, text: &str, _ending: &str) -> bool {
        let mut lines = text.lines();
        let Some(first) = lines.next() else {
            return false;
        };
        let Some(first) = first.strip_prefix('#') else {
            return false;
        };
        let key = first.split(':').next().unwrap_or_default().to_lowercase();
        let rows = lines.clone().filter(|line| !line.starts_with('#')).take(20);
        KEYS.contains(&key.as_str())
            || (rows.clone().count() > 1 && rows.filter(|line| line.contains('\t')).count() > 1)
    }

    fn read(&self, text: &str, reading: &mut Reading) -> Result<(), Refusal> {
        let (head, skipped, body) = head(text);
        if let Some(deck) = &head.deck {
            reading.category = deck.rsplit("::").next().map(str::to_owned);
        }
        // The rows are read one by one, while the questions are made.
        let pictures = RefCell::new(Vec::new());
        let rows = csv::rows(body, head.separator, true)
            .filter(|(_, cells)| !cells.first().is_some_and(|cell| cell.starts_with('#')))
            .map(|(line, cells)| (line + skipped, cells))
            .map(|(line, cells)| {
                let plain = |cell: String| {
                    let (text, media) = plain(cell, &head);
                    if media {
                        pictures.borrow_mut().push(line);
                    }
                    text
                };
                (line, cells.into_iter().map(plain).collect())
            });
        match &head.columns {
            Some(columns) if table::names_questions(columns) => {
                table::read_questions(columns, rows, reading);
            }
            _ => pairs(&head, rows, reading),
        }
        for line in pictures.into_inner() {
            reading.changed(line, "a picture or sound was left out");
        }
        Ok(())
    }

    fn write(&self, bank: &Bank) -> String {
        let mut rows = table::rows(bank);
        let heads = rows.remove(0);
        for cell in rows.iter_mut().flatten() {
            *cell = html::escape(cell);
        }
        // A row that begins with # would be a comment; a question type does not.
        format!(
            "#separator:tab\n#html:true\n#columns:{}\n{}",
            heads.join("\t"),
            csv::write(&rows, b'\t')
        )
    }
}

/// A field without HTML, and whether a picture or the like was in it.
fn plain(cell: String, head: &Head) -> (String, bool) {
    let marked = || cell.contains("<br") || cell.contains("<div") || cell.contains("&nbsp;");
    if head.html.unwrap_or_else(marked) {
        html::text(&cell)
    } else {
        (cell, false)
    }
}

/// The rows as terms and definitions.
fn pairs(head: &Head, rows: impl Iterator<Item = Row>, reading: &mut Reading) {
    let mut found = Pairs::default();
    for (line, cells) in rows {
        let of = |column: Option<usize>| {
            let cell = column
                .and_then(|n| cells.get(n))
                .map(|cell| tidy::line(cell));
            cell.filter(|text| !text.is_empty())
        };
        let category = of(head.deck_column).and_then(|d| d.rsplit("::").next().map(str::to_owned));
        let mut tags = head.tags.join(" ");
        if let Some(more) = of(head.tags_column) {
            tags = format!("{tags} {more}");
        }
        let is_field = |n: usize| {
            Some(n) != head.tags_column
                && Some(n) != head.deck_column
                && !head.other_columns.contains(&n)
        };
        let fields: Vec<String> = cells
            .iter()
            .enumerate()
            .filter(|(n, _)| is_field(*n))
            .map(|(_, cell)| tidy::text(cell))
            .collect();
        match fields.as_slice() {
            [] => {}
            [term, ..] if term.contains("{{c") => {
                reading.skip(line, "a cloze has no counterpart here");
            }
            [one] if one.is_empty() => {}
            [_] => reading.skip(line, "the note has only one field"),
            [term, definition, rest @ ..] => {
                if term.is_empty() || definition.is_empty() {
                    reading.skip(line, "one side of the card is empty");
                    continue;
                }
                if rest.iter().any(|field| !field.is_empty()) {
                    reading.changed(line, "fields beyond the second were left out");
                }
                let pair = Pair {
                    line,
                    term,
                    definition,
                    category: category.as_deref().unwrap_or_default(),
                    tags: &tags,
                };
                found.push(&pair, reading);
            }
        }
    }
    pairs::add(&found, reading);
}

/// The lines at the top, how many they are, and what follows.
fn head(text: &str) -> (Head, usize, &str) {
    let mut head = Head {
        separator: 0,
        html: None,
        columns: None,
        tags: Vec::new(),
        deck: None,
        tags_column: None,
        deck_column: None,
        other_columns: Vec::new(),
    };
    let mut columns = None;
    let (mut rest, mut lines) = (text, 0);
    while let Some(line) = rest.strip_prefix('#') {
        let (line, behind) = line.split_once('\n').unwrap_or((line, ""));
        let line = line.trim_end_matches('\r');
        rest = behind;
        lines += 1;
        let Some((key, value)) = line.split_once(':') else {
            continue;
        };
        let column = || {
            value
                .trim()
                .parse::<usize>()
                .ok()
                .and_then(|n| n.checked_sub(1))
        };
        match key.trim().to_lowercase().as_str() {
            "separator" => head.separator = sign(value),
            "html" => head.html = Some(value.trim().eq_ignore_ascii_case("true")),
            "columns" => columns = Some(value),
            "tags" => head.tags = value.split_whitespace().map(str::to_owned).collect(),
            "deck" => head.deck = Some(value.trim().to_owned()),
            "tags column" => head.tags_column = column(),
            "deck column" => head.deck_column = column(),
            "guid column" | "notetype column" => head.other_columns.extend(column()),
            _ => {}
        }
    }
    if head.separator == 0 {
        head.separator = if rest.contains('\t') {
            b'\t'
        } else {
            csv::separator(rest).0
        };
    }
    let separator = char::from(head.separator);
    head.columns = columns.map(|line| line.split(separator).map(|c| c.trim().to_owned()).collect());
    (head, lines, rest)
}

/// The sign that a separator's name stands for.
fn sign(name: &str) -> u8 {
    match name.trim().to_lowercase().as_str() {
        "comma" => b',',
        "semicolon" => b';',
        "space" => b' ',
        "pipe" => b'|',
        "colon" => b':',
        other => match other.as_bytes() {
            [sign] => *sign,
            _ => b'\t',
        },
    }
}
