//! Amounts with their unit as a sentence states them, and what they are of.

use crate::text::{Sentence, Span, number};

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Length, height, distance.
    Length,
    /// Area.
    Area,
    /// Volume.
    Volume,
    /// Mass.
    Mass,
    /// Speed.
    Speed,
    /// Temperature.
    Temperature,
    /// Duration.
    Time,
    /// Money.
    Money,
    /// Per cent.
    Share,
    /// Power, frequency, energy.
    Power,
    /// Years that somebody has lived.
    Age,
    /// A bare number, or one with the people it counts.
    Number,
}

/// A number as it is written: 8.5 is 85 with one decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The digits without the point.
    pub digits: u64,
    /// How many of them stand behind the point.
    pub decimals: u32,
}

impl Figure {
    /// Reads *1,046*, *8.5*, *seventeen*.
    pub fn read(form: &str) -> Option<Self> {
        let plain = form.replace(',', "");
        if plain.starts_with(|c: char| c.is_ascii_digit()) {
            number::cardinal(form)?;
            let (whole, fraction) = plain.split_once('.').unwrap_or((plain.as_str(), ""));
            let digits = format!("{whole}{fraction}").parse().ok()?;
            let decimals = u32::try_from(fraction.len()).ok()?;
            return (decimals < 5 && whole.len() < 15).then_some(Self { digits, decimals });
        }
        let value = number::cardinal(form)?;
        let digits = format!("{value:.0}").parse().ok()?;
        (value.fract() == 0.0 && value < 1e9).then_some(Self {
            digits,
            decimals: 0,
        })
    }

    /// With a comma in front of each three digits, from four or five on.
    pub fn written(self, from: usize) -> String {
        let digits = format!(
            "{:0width$}",
            self.digits,
            width = 1 + self.decimals as usize
        );
        let cut = digits.len() - self.decimals as usize;
        let (whole, fraction) = digits.split_at_checked(cut).unwrap_or((&digits, ""));
        let mut out = if whole.len() >= from {
            whole
                .parse()
                .map_or_else(|_| whole.to_owned(), number::grouped)
        } else {
            whole.to_owned()
        };
        if !fraction.is_empty() {
            out.push('.');
            out.push_str(fraction);
        }
        out
    }
}

/// A figure or a range of two with sign and unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The figure, or the lower of two.
    pub low: Figure,
    /// The higher of two.
    pub high: Option<Figure>,
    /// What stands before: *US$*.
    pub before: String,
    /// What stands behind: *million*, *km*.
    pub after: String,
    /// How many digits a figure needs for a comma.
    pub comma: usize,
    /// What is measured.
    pub measure: Measure,
}

impl Amount {
    /// As an option shows it.
    pub fn written(&self) -> String {
        self.with(self.low, self.high)
    }

    /// The same sign and unit with other figures.
    pub fn with(&self, low: Figure, high: Option<Figure>) -> String {
        let figures = match high {
            Some(high) => format!("{}–{}", low.written(self.comma), high.written(self.comma)),
            None => low.written(self.comma),
        };
        format!("{}{figures}{}", self.before, self.after)
    }
}

/// How a sentence states an amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stated {
    /// *is 319 m tall*: the adjective.
    Degree(String),
    /// *has a height of 319 m*: the words of what is measured.
    Noun(usize, usize),
    /// As object, predicate or after a preposition.
    Plain,
}

/// An amount in a sentence, with what it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The amount.
    pub amount: Amount,
    /// Whether it is only about right.
    pub about: bool,
    /// How it is stated.
    pub stated: Stated,
}

/// A stretch of time with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// A century, counted from 1.
    Century(u32),
    /// A decade, by its first year.
    Decade(i32),
}

impl Period {
    /// As an option shows it.
    pub fn written(self) -> String {
        match self {
            Self::Century(n) => format!("{} century", number::ordinal_digits(n)),
            Self::Decade(year) => format!("{year}s"),
        }
    }
}

/// Whether a word says that a number is only about right.
pub fn is_about(word: &str) -> bool {
    ABOUT.contains(&word.to_lowercase().as_str())
}

/// Whether a noun is a unit of measure.
pub fn is_unit(noun: &str) -> bool {
    of_unit(noun).is_some()
}

/// The amount in *16 million* and its like.
pub fn scaled(number: &str, scale: &str) -> Option<Amount> {
    SCALES.contains(&scale).then_some(())?;
    Some(Amount {
        low: Figure::read(number)?,
        high: None,
        before: String::new(),
        after: format!(" {scale}"),
        comma: 4,
        measure: Measure::Number,
    })
}

/// An amount found among the words of a sentence.
#[derive(Clone, Debug)]
pub struct Found {
    /// The first word, without *about*.
    pub first: usize,
    /// The first word, with *about*.
    pub opens: usize,
    /// The last word of the unit.
    pub last: usize,
    /// The word behind a conversion in brackets.
    pub next: usize,
    /// What it is.
    pub amount: Amount,
    /// Whether the number is only about right.
    pub about: bool,
}

const ABOUT: [&str; 9] = [
    "about",
    "approximately",
    "around",
    "roughly",
    "circa",
    "c.",
    "ca.",
    "some",
    "estimated",
];

/// Words before a number that make it a bound, or no fact at all.
const BOUNDS: [&str; 32] = [
    "over",
    "under",
    "nearly",
    "almost",
    "than",
    "least",
    "most",
    "to",
    "only",
    "just",
    "exceeding",
    "above",
    "below",
    "another",
    "further",
    "additional",
    "between",
    "within",
    "every",
    "first",
    "last",
    "next",
    "past",
    "previous",
    "maximum",
    "well",
    "beyond",
    "other",
    "as",
    "minus",
    "-",
    "or",
];

/// Words behind an amount that change what it says.
const CHANGED: [&str; 29] = [
    "or", "more", "less", "later", "earlier", "ago", "before", "after", "apart", "away", "each",
    "per", "longer", "taller", "higher", "lower", "larger", "smaller", "older", "younger", "into",
    "plus", "a", "times", "and", "-", "/", "–", "annually",
];

const SCALES: [&str; 4] = ["thousand", "million", "billion", "trillion"];

/// The amounts of a sentence that stand outside of brackets.
pub fn amounts(text: &str, parse: &Sentence) -> Vec<Found> {
    let mut found = Vec::new();
    let mut depth = 0_usize;
    let mut at = 0;
    while at < parse.words.len() {
        match parse.form(text, at) {
            "(" | "[" => depth += 1,
            ")" | "]" => depth = depth.saturating_sub(1),
            _ => {}
        }
        match read(text, parse, at).filter(|_| depth == 0) {
            Some(one) => {
                at = one.last + 1;
                found.push(one);
            }
            None => at += 1,
        }
    }
    found
}

fn read(text: &str, parse: &Sentence, start: usize) -> Option<Found> {
    let form = |at: usize| {
        if at < parse.words.len() {
            parse.form(text, at)
        } else {
            ""
        }
    };
    let mut at = start;
    let currency = form(at).ends_with(['$', '£', '€', '¥']);
    let before = if currency {
        at += 1;
        form(start).to_owned()
    } else {
        String::new()
    };
    let low_at = at;
    let low = Figure::read(form(at))?;
    let mut end = at;
    let mut high = None;
    if matches!(form(at + 1), "–" | "-" | "to")
        && let Some(figure) = Figure::read(form(at + 2)).filter(|f| f.decimals == low.decimals)
    {
        high = (figure.digits > low.digits).then_some(figure);
        high?;
        end = at + 2;
    }
    let (last, measure) = unit(&form, end, currency)?;
    let opens = opening(&form, start)?;
    let tail = parse.span_of(end..=end).end..parse.span_of(last..=last).end;
    let after = text.get(tail)?.replace('\u{a0}', " ");
    let written = form(low_at);
    let year = written.len() == 4 && !written.contains(',') && last == end;
    if after.contains('-') || year && measure == Measure::Number {
        return None;
    }
    let next = behind_brackets(&form, last + 1);
    if CHANGED.contains(&form(next).to_lowercase().as_str()) {
        return None;
    }
    let four = low.digits / 10_u64.pow(low.decimals);
    let comma = if (1_000..10_000).contains(&four) && !written.contains(',') {
        5
    } else {
        4
    };
    Some(Found {
        first: start,
        opens,
        last,
        next,
        amount: Amount {
            low,
            high,
            before,
            after,
            comma,
            measure,
        },
        about: opens < start,
    })
}

/// Where *about* begins, or the number; `None` where a bound stands.
fn opening<'t>(form: &impl Fn(usize) -> &'t str, start: usize) -> Option<usize> {
    let Some(before) = start.checked_sub(1) else {
        return Some(start);
    };
    let word = form(before).to_lowercase();
    if BOUNDS.contains(&word.as_str()) || word.ends_with(['$', '.']) && word.len() < 2 {
        return None;
    }
    Some(if ABOUT.contains(&word.as_str()) {
        before
    } else {
        start
    })
}

/// The first word behind a conversion in brackets.
fn behind_brackets<'t>(form: &impl Fn(usize) -> &'t str, at: usize) -> usize {
    if form(at) != "(" {
        return at;
    }
    (at..at + 12)
        .find(|&i| form(i) == ")")
        .map_or(at, |i| i + 1)
}

/// The last word of the unit behind word `end`, and what it measures.
pub(super) fn unit<'t>(
    form: &impl Fn(usize) -> &'t str,
    end: usize,
    currency: bool,
) -> Option<(usize, Measure)> {
    let scaled = end + usize::from(SCALES.contains(&form(end + 1)));
    if currency {
        return Some((scaled, Measure::Money));
    }
    let next = form(scaled + 1);
    let second = form(scaled + 2);
    match (next, second) {
        ("square" | "sq", _) if of_unit(second) == Some(Measure::Length) => {
            Some((scaled + 2, Measure::Area))
        }
        ("cubic", _) if of_unit(second) == Some(Measure::Length) => {
            Some((scaled + 2, Measure::Volume))
        }
        ("nautical" | "light" | "metric" | "short" | "long", _) => {
            of_unit(second).map(|measure| (scaled + 2, measure))
        }
        ("degrees", "Celsius" | "Fahrenheit") | ("°", "C" | "F") => {
            Some((scaled + 2, Measure::Temperature))
        }
        ("per", "cent") => Some((scaled + 2, Measure::Share)),
        (_, "per") if matches!(form(scaled + 3), "hour" | "second") => {
            (of_unit(next) == Some(Measure::Length)).then_some((scaled + 3, Measure::Speed))
        }
        (_, "/") => (matches!(form(scaled + 3), "h" | "s")
            && of_unit(next) == Some(Measure::Length))
        .then_some((scaled + 3, Measure::Speed)),
        _ => match of_unit(next) {
            Some(measure) => Some((scaled + 1, measure)),
            None => Some((scaled, Measure::Number)),
        },
    }
}

fn of_unit(word: &str) -> Option<Measure> {
    Some(match word {
        "m" | "km" | "cm" | "mm" | "ft" | "mi" | "nmi" | "metres" | "meters" | "kilometres"
        | "kilometers" | "centimetres" | "centimeters" | "millimetres" | "millimeters" | "feet"
        | "inches" | "miles" | "yards" | "fathoms" | "light-years" | "metre" | "mile"
        | "kilometre" | "foot" => Measure::Length,
        "km2" | "km²" | "m2" | "m²" | "ft2" | "mi2" | "acres" | "hectares" | "ha" => {
            Measure::Area
        }
        "m3" | "m³" | "km3" | "km³" | "litres" | "liters" | "gallons" | "barrels" => {
            Measure::Volume
        }
        "kg" | "g" | "lb" | "lbs" | "oz" | "t" | "kilograms" | "grams" | "pounds" | "ounces"
        | "tonnes" | "tons" => Measure::Mass,
        "mph" | "knots" | "km/h" | "m/s" => Measure::Speed,
        "°C" | "°F" => Measure::Temperature,
        "minutes" | "hours" | "days" | "weeks" | "months" | "years" | "decades" | "centuries"
        | "seconds" => Measure::Time,
        "dollars" | "euros" | "francs" | "marks" | "crowns" | "roubles" | "rupees" => {
            Measure::Money
        }
        "%" | "percent" => Measure::Share,
        "MW" | "kW" | "GW" | "hp" | "horsepower" | "megawatts" | "kilowatts" | "Hz" | "kHz"
        | "MHz" | "GHz" | "volts" | "kV" => Measure::Power,
        _ => return None,
    })
}

/// What an adjective behind an amount is the degree of.
pub fn is_degree(word: &str, measure: Measure) -> bool {
    match word {
        "tall" | "long" | "high" | "wide" | "deep" | "thick" => {
            measure == Measure::Length || word == "long" && measure == Measure::Time
        }
        "old" => measure == Measure::Time,
        _ => false,
    }
}

/// Whether a noun names what such a unit measures.
pub fn is_measured(noun: &str, measure: Measure) -> bool {
    match noun {
        "height" | "length" | "width" | "depth" | "diameter" | "altitude" | "elevation"
        | "thickness" | "wingspan" | "distance" | "radius" | "circumference" | "range"
        | "perimeter" | "span" | "coastline" => measure == Measure::Length,
        "area" => measure == Measure::Area,
        "volume" | "displacement" => matches!(measure, Measure::Volume | Measure::Mass),
        "capacity" => matches!(
            measure,
            Measure::Volume | Measure::Number | Measure::Power | Measure::Mass
        ),
        "mass" | "weight" => measure == Measure::Mass,
        "speed" | "velocity" => measure == Measure::Speed,
        "temperature" => measure == Measure::Temperature,
        "duration" | "lifespan" | "period" => measure == Measure::Time,
        "budget" | "cost" | "price" | "value" | "revenue" | "worth" | "income" | "profit"
        | "gdp" | "GDP" => measure == Measure::Money,
        "population" | "membership" | "workforce" | "circulation" => measure == Measure::Number,
        "frequency" | "power" | "output" => measure == Measure::Power,
        "rate" | "share" | "majority" => measure == Measure::Share,
        _ => false,
    }
}

/// The age that words from `start` state: *17*, *the age of 17*, *age 17*.
pub fn age(text: &str, parse: &Sentence, start: usize, last: usize) -> Option<(usize, Amount)> {
    let form = |at: usize| {
        if at <= last { parse.form(text, at) } else { "" }
    };
    let at = match (form(start), form(start + 1), form(start + 2)) {
        ("the", "age", "of") => start + 3,
        ("age", _, _) => start + 1,
        _ => start,
    };
    let low = Figure::read(form(at)).filter(|f| f.decimals == 0 && (3..115).contains(&f.digits))?;
    let closed = at == last || form(at + 1) == ",";
    let unit = parse.words.get(at + 1).map_or("", |w| w.span.of(text));
    if !closed || at == start && of_unit(unit).is_some() {
        return None;
    }
    Some((
        at,
        Amount {
            low,
            high: None,
            before: String::new(),
            after: String::new(),
            comma: 4,
            measure: Measure::Age,
        },
    ))
}

/// The text between two words.
pub fn between(text: &str, parse: &Sentence, first: usize, last: usize) -> String {
    let span: Span = parse.span_of(first..=last);
    span.of(text).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_keep_their_form() {
        let written = |form: &str| Figure::read(form).map(|f| f.written(4));
        assert_eq!(written("1,046").as_deref(), Some("1,046"));
        assert_eq!(written("0.05").as_deref(), Some("0.05"));
        assert_eq!(written("seventeen").as_deref(), Some("17"));
        assert_eq!(written("third"), None);
    }

    #[test]
    fn units_tell_what_is_measured() {
        assert_eq!(of_unit("km"), Some(Measure::Length));
        assert!(is_degree("tall", Measure::Length));
        assert!(!is_degree("tall", Measure::Mass));
        assert!(is_measured("population", Measure::Number));
    }
}
