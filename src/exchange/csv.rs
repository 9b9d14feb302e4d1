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
        let rows = first_rows(text, separator);
        let Some((_, heads)) = rows.first() else {
            return false;
        };
        let even = rows.iter().all(|(_, cells)| cells.len() == heads.len());
        table::names_questions(heads)
            || (separator == b'\t' && even && heads.len() > 1 && rows.len() > 1)
    }

    fn read(&self, text: &str, reading: &mut Reading) -> Result<(), Refusal> {
        let (separator, text) = separator(text);
        let mut rows = rows(text, separator, true);
        let Some((line, heads)) = rows.next() else {
            return Ok(());
        };
        if table::names_questions(&heads) {
            table::read_questions(&heads, rows, reading);
        } else if separator != b'\t' && heads.iter().all(|head| looks_like_a_head(head)) {
            table::read_pairs(Some(&heads), rows, reading);
        } else {
            let first = std::iter::once((line, heads));
            table::read_pairs(None, first.chain(rows), reading);
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
        let rows = first_rows(text, separator);
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

/// As many rows as are needed to see what a text is.
fn first_rows(text: &str, separator: u8) -> Vec<Row> {
    let mut end = text.len().min(64 * 1024);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let beginning = text.get(..end).unwrap_or(text);
    rows(beginning, separator, true).take(20).collect()
}

/// The rows of a text.
pub(super) fn rows(text: &str, separator: u8, quoted: bool) -> impl Iterator<Item = Row> {
    ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .quoting(quoted)
        .from_reader(text.as_bytes())
        .into_records()
        // A text is UTF-8 and a flexible reader takes any number of columns:
        // there is no error left.
        .filter_map(Result::ok)
        .map(|record| {
            let line = record.position().map_or(0, csv::Position::line);
            let cells = record.iter().map(str::to_owned).collect();
            (usize::try_from(line).unwrap_or(0), cells)
        })
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
