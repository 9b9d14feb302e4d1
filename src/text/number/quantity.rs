//! Quantities: a number and what it counts.

use super::cardinal::{digits, read};
use super::{Piece, pieces};
use crate::text::Span;
use crate::text::lexicon::{Categories, categories};

/// A number in a text, with its unit or the noun it counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantity {
    /// All of it.
    pub span: Span,
    /// Its value, in the unit that is written.
    pub value: f64,
    /// The number alone.
    pub number: Span,
    /// The unit, the currency sign, or the noun that follows.
    pub unit: Option<Span>,
    /// Whether the unit is a unit of measure, money or time rather than a noun
    /// that is counted.
    pub measured: bool,
}

const UNITS: &[&str] = &[
    "m",
    "km",
    "cm",
    "mm",
    "ft",
    "in",
    "mi",
    "nmi",
    "kg",
    "g",
    "lb",
    "lbs",
    "oz",
    "t",
    "ha",
    "l",
    "ml",
    "mph",
    "kmh",
    "kn",
    "hp",
    "kw",
    "mw",
    "gw",
    "w",
    "v",
    "k",
    "c",
    "f",
    "gb",
    "mb",
    "tb",
    "hz",
    "khz",
    "mhz",
    "ghz",
    "yd",
    "min",
    "s",
    "h",
    "metre",
    "metres",
    "meter",
    "meters",
    "kilometre",
    "kilometres",
    "kilometer",
    "kilometers",
    "centimetre",
    "centimetres",
    "centimeter",
    "centimeters",
    "millimetre",
    "millimetres",
    "millimeter",
    "millimeters",
    "foot",
    "feet",
    "inch",
    "inches",
    "mile",
    "miles",
    "yard",
    "yards",
    "gram",
    "grams",
    "kilogram",
    "kilograms",
    "tonne",
    "tonnes",
    "ton",
    "tons",
    "pound",
    "pounds",
    "ounce",
    "ounces",
    "acre",
    "acres",
    "hectare",
    "hectares",
    "litre",
    "litres",
    "liter",
    "liters",
    "gallon",
    "gallons",
    "degree",
    "degrees",
    "percent",
    "knot",
    "knots",
    "dollar",
    "dollars",
    "euro",
    "euros",
    "cent",
    "cents",
    "yen",
    "second",
    "seconds",
    "minute",
    "minutes",
    "hour",
    "hours",
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "decade",
    "decades",
    "century",
    "centuries",
    "watt",
    "watts",
    "megawatt",
    "megawatts",
    "volt",
    "volts",
    "horsepower",
    "decibel",
    "decibels",
    "kelvin",
];

/// What stands before a unit: square, cubic.
const QUALIFIERS: &[&str] = &[
    "square", "sq", "cubic", "nautical", "metric", "light", "US", "U",
];

/// The quantities of a text, in order. Numbers inside a word, ordinals and bare
/// years are none.
pub fn find_quantities(text: &str) -> Vec<Quantity> {
    let pieces = pieces(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let Some((quantity, used)) = quantity(text, &pieces, at) else {
            at += 1;
            continue;
        };
        at += used.max(1);
        found.push(quantity);
    }
    found
}

fn quantity(text: &str, pieces: &[Piece<'_>], at: usize) -> Option<(Quantity, usize)> {
    let rest = pieces.get(at..)?;
    let before = at.checked_sub(1).and_then(|before| pieces.get(before));
    let first = rest.first()?;
    let touches = before.is_some_and(|before| before.span.end == first.span.start);
    // `2` in `A-2` or `3.2.1` is no quantity.
    if touches && before.is_some_and(|piece| piece.is_any(&["-", ".", "/", "#"])) {
        return None;
    }
    let (value, mut used) = read(rest)?;
    let last = rest.get(used - 1)?;
    let number = first.span.to(last.span);
    let sign = before.filter(|piece| touches && piece.is_any(&["$", "£", "€", "¥"]));
    let mut unit = sign.map(|piece| piece.span);
    let mut measured = unit.is_some();
    let mut span = sign.map_or(number, |piece| piece.span.to(number));
    if unit.is_none()
        && let Some((found, is_unit, length)) = unit_after(text, rest.get(used..)?, number)
    {
        unit = Some(found);
        measured = is_unit;
        span = span.to(found);
        used += length;
    }
    let year = used == 1
        && unit.is_none()
        && first.text.len() == 4
        && digits(first.text).is_some_and(|value| (1000.0..2100.0).contains(&value));
    (!year).then_some((
        Quantity {
            span,
            value,
            number,
            unit,
            measured,
        },
        used,
    ))
}

/// The unit or noun after a number, whether it is a unit, and how many pieces
/// it takes.
fn unit_after(text: &str, rest: &[Piece<'_>], number: Span) -> Option<(Span, bool, usize)> {
    let mut start = 0;
    let mut first = rest.first()?;
    // 18-year-old, 80-foot
    if first.text == "-" && first.span.start == number.end {
        start = 1;
        first = rest.get(1)?;
    }
    if first.text == "%" {
        return Some((first.span, true, start + 1));
    }
    if first.text == "°" {
        let letter = rest
            .get(start + 1)
            .filter(|piece| piece.is_any(&["C", "F"]));
        let span = letter.map_or(first.span, |letter| first.span.to(letter.span));
        return Some((span, true, start + 1 + usize::from(letter.is_some())));
    }
    let qualified = first.is_any(QUALIFIERS);
    let head = rest.get(start + usize::from(qualified))?;
    if UNITS.iter().any(|unit| head.is(unit)) && !is_lone_preposition(head, text) {
        let length = start + 1 + usize::from(qualified);
        return Some((first.span.to(head.span), true, length));
    }
    let noun = categories(first.text);
    let counted = first.is_any(&["people", "men", "women"])
        || noun.any(Categories::NOUN_PLURAL)
            && first.text.chars().all(char::is_lowercase)
            && (!noun.any(Categories::VERB_THIRD) || first.text.len() > 3);
    counted.then_some((first.span, false, start + 1))
}

/// "in" and "c" are units only when nothing but a bracket or stop follows.
fn is_lone_preposition(head: &Piece<'_>, text: &str) -> bool {
    let after = Span::new(head.span.end, text.len()).of(text);
    head.is_any(&["in", "c", "s", "h", "f", "k", "t", "v", "w"])
        && !after.trim_start().starts_with([')', '(', ',', '.', ';'])
        && !after.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, f64, &str)]) {
        let found: Vec<(&str, f64, &str)> = find_quantities(text)
            .into_iter()
            .map(|q| {
                (
                    q.span.of(text),
                    q.value,
                    q.unit.map_or("", |unit| unit.of(text)),
                )
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn finds_quantities() {
        check(
            "It is 1,046 feet (319 m) tall.",
            &[("1,046 feet", 1046.0, "feet"), ("319 m", 319.0, "m")],
        );
        check(
            "About three and a half million people and $5 million.",
            &[
                ("three and a half million people", 3_500_000.0, "people"),
                ("$5 million", 5_000_000.0, "$"),
            ],
        );
        check("It cost 12% more in 1990.", &[("12%", 12.0, "%")]);
        check("a 12-year-old boy", &[("12-year", 12.0, "year")]);
        check(
            "468 square kilometres, 10 °C",
            &[
                ("468 square kilometres", 468.0, "square kilometres"),
                ("10 °C", 10.0, "°C"),
            ],
        );
        check(
            "two sons in one house",
            &[("two sons", 2.0, "sons"), ("one", 1.0, "")],
        );
        check("the third of A-2, 5 in June", &[("5", 5.0, "")]);
        check("", &[]);
    }
}
