//! Dates.

use super::ordinal::ordinal;
use super::{Piece, pieces};
use crate::text::Span;
use crate::text::lexicon::{Categories, categories};
use std::fmt;

/// A day, a month or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// The year; 44 BC is -44.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month.
    pub day: Option<u8>,
}

/// What a text says of a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateValue {
    /// A date.
    On(Date),
    /// From one date to another: 1952–1954.
    Range(Date, Date),
    /// About a date: c. 1890.
    About(Date),
    /// The ten years from this one: 1990s.
    Decade(i32),
    /// 19 for the 19th century.
    Century(i32),
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The English name of a month, 1 to 12.
pub fn month_name(month: u8) -> Option<&'static str> {
    MONTHS.get(usize::from(month).checked_sub(1)?).copied()
}

fn month(piece: &Piece<'_>) -> Option<u8> {
    let capital = piece.text.chars().next().is_some_and(char::is_uppercase);
    let short = piece.text.len() == 3 || piece.text == "Sept";
    (1..=12u8).find(|&number| {
        month_name(number).is_some_and(|name| {
            piece.is(name) && capital || short && capital && name.get(..3) == piece.text.get(..3)
        })
    })
}

impl Date {
    fn year(year: i32) -> Date {
        Date {
            year,
            month: None,
            day: None,
        }
    }

    /// `None` for a day the month does not have.
    pub fn new(year: i32, month: Option<u8>, day: Option<u8>) -> Option<Date> {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month? {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 => 28 + u8::from(leap),
            _ => return None,
        };
        let fits = day.is_none_or(|day| (1..=days).contains(&day));
        fits.then_some(Date { year, month, day })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(month) = self.month.and_then(month_name) {
            write!(f, "{month} ")?;
            if let Some(day) = self.day {
                write!(f, "{day}, ")?;
            }
        }
        if self.year < 0 {
            write!(f, "{} BC", -self.year)
        } else {
            write!(f, "{}", self.year)
        }
    }
}

impl fmt::Display for DateValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DateValue::On(date) => date.fmt(f),
            DateValue::Range(from, to) => write!(f, "{from}–{to}"),
            DateValue::About(date) => write!(f, "c. {date}"),
            DateValue::Decade(year) => write!(f, "{year}s"),
            DateValue::Century(century) => {
                let number = century.unsigned_abs();
                let era = if *century < 0 { " BC" } else { "" };
                write!(f, "{} century{era}", super::ordinal_digits(number))
            }
        }
    }
}

/// Reads a text that is a date and nothing else.
///
/// ```
/// use quizwright::text::number::{DateValue, parse_date};
/// assert_eq!(parse_date("20 July 1969"), parse_date("July 20, 1969"));
/// assert_eq!(parse_date("1990s"), Some(DateValue::Decade(1990)));
/// assert_eq!(parse_date("in July"), None);
/// ```
pub fn parse_date(text: &str) -> Option<DateValue> {
    let text = text.trim();
    let pieces = pieces(text);
    let (value, used) = read_value(&pieces, true)?;
    (used == pieces.len()).then_some(value)
}

/// The dates of a text, in order, without overlaps. A bare number counts as a
/// year when it looks like one and nothing is counted with it.
pub fn find_dates(text: &str) -> Vec<(Span, DateValue)> {
    let pieces = pieces(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = pieces.get(at..).filter(|rest| !rest.is_empty()) {
        let read = if plain_start(&pieces, at) {
            read_value(rest, false)
        } else {
            None
        };
        let Some((value, used)) = read else {
            at += 1;
            continue;
        };
        if let (Some(first), Some(last)) = (rest.first(), rest.get(used.saturating_sub(1))) {
            let next = rest.get(used);
            let bare =
                matches!(value, DateValue::On(date) if date.month.is_none() && date.year > 0);
            if !(bare && used == 1 && counts_something(last, next)) {
                found.push((first.span.to(last.span), value));
            }
        }
        at += used.max(1);
    }
    found
}

/// Whether a date may begin at this piece: not inside a code or a sum.
fn plain_start(pieces: &[Piece<'_>], at: usize) -> bool {
    let (Some(piece), Some(before)) = (
        pieces.get(at),
        at.checked_sub(1).and_then(|before| pieces.get(before)),
    ) else {
        return true;
    };
    let touches = before.span.end == piece.span.start;
    let earlier = at.checked_sub(2).and_then(|at| pieces.get(at));
    let code = earlier.is_some_and(|earlier| earlier.span.end == before.span.start);
    !(touches
        && (before.is_any(&["$", "£", "€", "#", "/", ".", "_"]) || before.is_any(&["-"]) && code))
}

/// "1500 people", "2000 metres": the number counts what follows.
fn counts_something(year: &Piece<'_>, next: Option<&Piece<'_>>) -> bool {
    let Some(next) = next else { return false };
    if next.is_any(&["%", "°"]) {
        return true;
    }
    let apart = next.span.start == year.span.end + 1;
    let found = categories(next.text);
    let unit = [
        "m", "km", "ft", "kg", "metres", "meters", "feet", "miles", "percent", "people", "men",
        "women", "years",
    ];
    apart
        && next.text.chars().all(char::is_lowercase)
        && (unit.contains(&next.text)
            || found.any(Categories::NOUN_PLURAL)
                && !found.any(
                    Categories::VERB_THIRD
                        .or(Categories::NOUN)
                        .or(Categories::VERB_PAST)
                        .or(Categories::VERB),
                ))
}

fn read_value(pieces: &[Piece<'_>], whole: bool) -> Option<(DateValue, usize)> {
    if let Some(found) = century(pieces) {
        return Some(found);
    }
    let about = about(pieces);
    let rest = pieces.get(about..)?;
    let (from, used) = date(rest, whole || about > 0)?;
    if let Some(decade) = decade(rest.first()?) {
        return Some((DateValue::Decade(decade), about + used));
    }
    if about > 0 {
        return Some((DateValue::About(from), about + used));
    }
    if let Some((to, more)) = range_end(rest.get(used..)?, from) {
        return Some((DateValue::Range(from, to), used + more));
    }
    Some((DateValue::On(from), used))
}

/// How many pieces say "about": `c.`, `ca.`, `circa`.
fn about(pieces: &[Piece<'_>]) -> usize {
    let word = |at: usize| pieces.get(at).map_or("", |piece| piece.text);
    match (word(0), word(1)) {
        ("c" | "ca" | "C" | "Ca", ".") => 2,
        ("circa" | "Circa" | "c" | "ca", _) => 1,
        _ => 0,
    }
}

/// The second date of a range, and how many pieces it takes with its dash.
fn range_end(rest: &[Piece<'_>], from: Date) -> Option<(Date, usize)> {
    let dash = rest.first()?;
    if !dash.is_any(&["–", "-", "—", "−"]) {
        return None;
    }
    let after = rest.get(1..)?;
    let first = after.first()?;
    // 1952–54
    if first.text.len() == 2
        && from.month.is_none()
        && let Ok(short) = first.text.parse::<i32>()
        && first.text.bytes().all(|b| b.is_ascii_digit())
    {
        let year = from.year - from.year % 100 + short;
        return (year > from.year && from.year > 0).then_some((Date::year(year), 2));
    }
    let (to, used) = date(after, false)?;
    (to.year >= from.year).then_some((to, used + 1))
}

/// `19th century`, `first century BC`.
fn century(pieces: &[Piece<'_>]) -> Option<(DateValue, usize)> {
    let number = i32::try_from(ordinal(pieces.first()?.text)?).ok()?;
    let hyphen = usize::from(pieces.get(1).is_some_and(|piece| piece.text == "-"));
    if !pieces.get(1 + hyphen)?.is("century") {
        return None;
    }
    let used = 2 + hyphen;
    let bc = pieces
        .get(used)
        .is_some_and(|piece| piece.is_any(&["BC", "BCE"]));
    let century = if bc { -number } else { number };
    (number <= 30).then_some((DateValue::Century(century), used + usize::from(bc)))
}

fn decade(piece: &Piece<'_>) -> Option<i32> {
    let digits = piece.text.strip_suffix('s')?;
    let year: i32 = digits.parse().ok()?;
    (digits.len() == 4 && year % 10 == 0).then_some(year)
}

/// A single date at the start. With `whole` a year may have three digits.
fn date(pieces: &[Piece<'_>], whole: bool) -> Option<(Date, usize)> {
    iso(pieces)
        .or_else(|| day_first(pieces))
        .or_else(|| month_first(pieces))
        .or_else(|| bare_year(pieces, whole))
}

/// 1969-07-20
fn iso(pieces: &[Piece<'_>]) -> Option<(Date, usize)> {
    let [year, a, month, b, day, ..] = pieces else {
        return None;
    };
    let close = a.text == "-" && b.text == "-" && year.span.end == a.span.start;
    if !close || year.text.len() != 4 || month.text.len() != 2 || day.text.len() != 2 {
        return None;
    }
    let number = |piece: &Piece<'_>| piece.text.parse::<u8>().ok();
    let date = Date::new(year.text.parse().ok()?, number(month), number(day))?;
    (date.month.is_some() && date.day.is_some()).then_some((date, 5))
}

/// 20 July 1969, 20th of July, 1969
fn day_first(pieces: &[Piece<'_>]) -> Option<(Date, usize)> {
    let day = day(pieces.first()?)?;
    let mut at = 1;
    if pieces.get(at)?.is("of") {
        at += 1;
    }
    let month = month(pieces.get(at)?)?;
    at += 1;
    if pieces.get(at)?.text == "," {
        at += 1;
    }
    let (year, used) = year(pieces.get(at..)?, false)?;
    Some((Date::new(year, Some(month), Some(day))?, at + used))
}

/// July 20, 1969; July 1969
fn month_first(pieces: &[Piece<'_>]) -> Option<(Date, usize)> {
    let month = month(pieces.first()?)?;
    let mut at = 1;
    if pieces.get(at)?.text == "." {
        at += 1;
    }
    let mut number = None;
    if let Some(found) = day(pieces.get(at)?) {
        number = Some(found);
        at += 1;
    }
    if pieces.get(at)?.is_any(&[",", "of"]) {
        at += 1;
    }
    let (year, used) = year(pieces.get(at..)?, false)?;
    Some((Date::new(year, Some(month), number)?, at + used))
}

fn day(piece: &Piece<'_>) -> Option<u8> {
    let digits = piece.text;
    if digits.len() <= 2 && digits.bytes().all(|b| b.is_ascii_digit()) {
        let day = digits.parse().ok()?;
        return (1..=31).contains(&day).then_some(day);
    }
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let day = u8::try_from(ordinal(digits)?).ok()?;
    (1..=31).contains(&day).then_some(day)
}

fn bare_year(pieces: &[Piece<'_>], whole: bool) -> Option<(Date, usize)> {
    let first = pieces.first()?;
    if decade(first).is_some() {
        return Some((Date::year(decade(first)?), 1));
    }
    let (year, used) = year(pieces, whole)?;
    Some((Date::year(year), used))
}

/// A year with its era: 1969, 44 BC, AD 79.
fn year(pieces: &[Piece<'_>], whole: bool) -> Option<(i32, usize)> {
    let first = pieces.first()?;
    if first.text == "AD" {
        return Some((number(pieces.get(1)?)?, 2));
    }
    let value = number(first)?;
    match pieces.get(1).map(|piece| piece.text) {
        Some("BC" | "BCE") => Some((-value, 2)),
        Some("AD" | "CE") => Some((value, 2)),
        _ => {
            let four = first.text.len() == 4 && (1000..2100).contains(&value);
            let three = whole && first.text.len() == 3;
            (four || three).then_some((value, 1))
        }
    }
}

fn number(piece: &Piece<'_>) -> Option<i32> {
    let digits = piece.text;
    let plain = (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(year: i32, month: u8, day: u8) -> DateValue {
        let part = |number: u8| (number > 0).then_some(number);
        DateValue::On(Date {
            year,
            month: part(month),
            day: part(day),
        })
    }

    #[test]
    fn reads_dates() {
        let range = |from, to| DateValue::Range(Date::year(from), Date::year(to));
        for (text, expected) in [
            ("20 July 1969", on(1969, 7, 20)),
            ("July 20, 1969", on(1969, 7, 20)),
            ("July 20th, 1969", on(1969, 7, 20)),
            ("20th of July, 1969", on(1969, 7, 20)),
            ("1969-07-20", on(1969, 7, 20)),
            ("July 2022", on(2022, 7, 0)),
            ("July, 2022", on(2022, 7, 0)),
            ("Sept. 3, 1999", on(1999, 9, 3)),
            (" 1969 ", on(1969, 0, 0)),
            ("44 BC", on(-44, 0, 0)),
            ("AD 79", on(79, 0, 0)),
            ("March 15, 44 BC", on(-44, 3, 15)),
            ("1952–1954", range(1952, 1954)),
            ("1952–54", range(1952, 1954)),
            ("1952-1954", range(1952, 1954)),
            ("1990s", DateValue::Decade(1990)),
            ("c. 1890", DateValue::About(Date::year(1890))),
            ("circa 850", DateValue::About(Date::year(850))),
            ("19th century", DateValue::Century(19)),
            ("19th-century", DateValue::Century(19)),
            ("first century BC", DateValue::Century(-1)),
        ] {
            assert_eq!(parse_date(text), Some(expected), "{text}");
        }
        let long = parse_date("July 1969 – 2 May 1970");
        assert!(matches!(long, Some(DateValue::Range(_, to)) if to.day == Some(2)));
    }

    #[test]
    fn refuses_what_is_no_date() {
        for text in [
            "",
            "July",
            "31 April 1990",
            "12",
            "may 1990s",
            "in 1990",
            "$1990",
            "30 February 2000",
            "1,990",
        ] {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }

    #[test]
    fn finds_dates_in_prose() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<&str> = find_dates(text)
                .iter()
                .map(|(span, _)| span.of(text))
                .collect();
            assert_eq!(found, expected, "{text}");
        };
        check(
            "In July 1969 and on 3 May 1970, he sang.",
            &["July 1969", "3 May 1970"],
        );
        check("The 1952 film had 1500 people, 2000 m of rope.", &["1952"]);
        check(
            "It ran from 1952–54 and in the 1990s.",
            &["1952–54", "1990s"],
        );
        check(
            "Built c. 1890, in the 12th century.",
            &["c. 1890", "12th century"],
        );
        check("He may 1 day pay $1990 for B-1952.", &[]);
        check("(1950–1999)", &["1950–1999"]);
        check("May 5 was cold.", &[]);
    }

    #[test]
    fn writes_dates() {
        for text in [
            "July 20, 1969",
            "July 2022",
            "1952–1954",
            "c. 1890",
            "1990s",
            "44 BC",
            "19th century",
        ] {
            assert_eq!(parse_date(text).unwrap().to_string(), text);
        }
    }
}
