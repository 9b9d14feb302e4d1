//! Comma, semicolon or tab separated values.

use csv::{ReaderBuilder, Terminator, WriterBuilder};

use super::table::{self, Row};
use super::{Carries, Format, Reading, Refusal};
use crate::bank::Bank;

/// A table as spreadsheets write it.
pub(super) struct Csv;

impl Format for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn title(&self) -> &'static str {
        "CSV, TSV"
    }

    fn carries(&self) -> Carries {
        Carries {
            about: false,
            ..Carries::ALL
        }
    }

    fn is_likely(&self, text: &str, ending: &str) -> bool {
        if matches!(ending, "csv" | "tsv" | "tab") {
            return true;
        }
        // Commas and semicolons stand in any text: elsewhere only tabs, or the
        // names of columns, make a table.
        let (separator, text) = separator(text);
        let rows = rows(beginning(text), separator, true, Some(20));
        let Some((_, heads)) = rows.first() else {
            return false;
        };
        let even = rows.iter().all(|(_, cells)| cells.len() == heads.len());
        table::names_questions(heads)
            || (separator == b'\t' && even && heads.len() > 1 && rows.len() > 1)
    }

    fn read(&self, text: &str, reading: &mut Reading) -> Result<(), Refusal> {
        let (separator, text) = separator(text);
        let mut rows = rows(text, separator, true, None);
        let Some((_, heads)) = rows.first().cloned() else {
            return Ok(());
        };
        if table::names_questions(&heads) {
            rows.remove(0);
            table::read_questions(&heads, rows, reading);
        } else if separator != b'\t' && heads.iter().all(|head| looks_like_a_head(head)) {
            rows.remove(0);
            table::read_pairs(Some(&heads), rows, reading);
        } else {
            table::read_pairs(None, rows, reading);
        }
        Ok(())
    }

    fn write(&self, bank: &Bank) -> String {
        write(&table::rows(bank), b',')
    }
}

/// A name for a column rather than something in it.
fn looks_like_a_head(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty()
        && text.chars().count() <= 24
        && text.starts_with(char::is_lowercase)
        && !text.ends_with(['?', '.', '!'])
}

/// The sign between columns, and the text without a line that names it.
pub(super) fn separator(text: &str) -> (u8, &str) {
    if let Some((first, rest)) = text.split_once('\n')
        && let Some(sign) = first.trim_end().strip_prefix("sep=")
        && let [sign] = sign.as_bytes()
    {
        return (*sign, rest);
    }
    let score = |separator: u8| {
        let rows = rows(beginning(text), separator, true, Some(20));
        let width = rows.first().map_or(0, |(_, cells)| cells.len());
        let even = rows
            .iter()
            .filter(|(_, cells)| cells.len() == width)
            .count();
        (width > 1, even * 100 / rows.len().max(1), width)
    };
    let best = [b'\t', b';', b',', b'|']
        .into_iter()
        .rev()
        .max_by_key(|&s| score(s));
    (best.unwrap_or(b','), text)
}

/// As much of a text as is needed to see what it is.
fn beginning(text: &str) -> &str {
    let mut end = text.len().min(64 * 1024);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}

/// The rows of a text.
pub(super) fn rows(text: &str, separator: u8, quoted: bool, most: Option<usize>) -> Vec<Row> {
    ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .quoting(quoted)
        .from_reader(text.as_bytes())
        .into_records()
        .take(most.unwrap_or(usize::MAX))
        // A text is UTF-8 and a flexible reader takes any number of columns:
        // there is no error left.
        .filter_map(Result::ok)
        .map(|record| {
            let line = record.position().map_or(0, csv::Position::line);
            let cells = record.iter().map(str::to_owned).collect();
            (usize::try_from(line).unwrap_or(0), cells)
        })
        .collect()
}

/// Rows as text.
pub(super) fn write(rows: &[Vec<String>], separator: u8) -> String {
    let mut writer = WriterBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .terminator(Terminator::Any(b'\n'))
        .from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail.
        let _ = writer.write_record(row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
