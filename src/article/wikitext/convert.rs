//! The `convert` template: a measure in two units.

use super::unit::{self, Kind, Unit};

/// What a call asks for.
#[derive(Debug, Default)]
pub(super) struct Call<'a> {
    /// Arguments without a name.
    pub(super) args: Vec<&'a str>,
    /// Arguments with a name.
    pub(super) named: Vec<(&'a str, &'a str)>,
    /// `cvt`: symbols for both units.
    pub(super) short: bool,
}

/// A number as written and as a value.
struct Number {
    shown: String,
    value: f64,
    /// Digits behind the point; negative for trailing zeros.
    precision: i32,
}

impl<'a> Call<'a> {
    fn get(&self, name: &str) -> &'a str {
        let found = self.named.iter().rev().find(|(n, _)| *n == name);
        found.map_or("", |(_, value)| value.trim())
    }
}

/// The measure in words: `55 to 80 centimetres (22 to 31 in)`. `None` if the
/// call is not understood.
pub(super) fn convert(call: &Call<'_>) -> Option<String> {
    let mut args = call.args.iter().map(|a| a.trim()).peekable();
    let mut numbers = vec![number(args.next()?)?];
    // Words between the numbers: `to`, `by`, `–`.
    let mut links = Vec::new();
    while let Some(link) = args.peek().and_then(|word| range_word(word)) {
        let mut ahead = args.clone();
        ahead.next();
        let Some(next) = ahead.next().and_then(number) else {
            break;
        };
        args = ahead;
        links.push(link);
        numbers.push(next);
    }
    let from = unit::find(args.next()?)?;
    // `5 ft 11 in`
    if let Some(small) = args.peek().and_then(|a| number(a)) {
        let mut ahead = args.clone();
        ahead.next();
        if let Some(second) = ahead
            .next()
            .and_then(unit::find)
            .filter(|_| links.is_empty())
            && matches!(
                (from.symbol, second.symbol),
                ("ft", "in") | ("lb", "oz") | ("st", "lb") | ("mi", "yd")
            )
        {
            return compound(call, numbers.first()?, from, &small, second, ahead.next());
        }
    }
    let mut rest: Vec<&str> = args.collect();
    // adj=mid carries words: `-long`.
    let adjective = call.get("adj");
    let middle = if adjective == "mid" {
        let found = rest
            .iter()
            .position(|a| a.starts_with('-') && number(a).is_none());
        found.map(|i| rest.remove(i))
    } else {
        None
    };
    let outs: Vec<Unit> = match rest.first() {
        Some(code) if !code.is_empty() && number(code).is_none() => {
            let code = rest.remove(0);
            match unit::find(code) {
                Some(unit) => vec![unit],
                None if matches!(code, "ftin" | "ft_in" | "ft in") => vec![unit::find("ft")?],
                None => code
                    .split([' ', '+'])
                    .filter(|c| !c.is_empty())
                    .map(unit::find)
                    .collect::<Option<_>>()?,
            }
        }
        _ => vec![unit::find(from.default)?],
    };
    let digits = rest
        .iter()
        .find_map(|a| a.parse::<i32>().ok())
        .filter(|d| d.abs() < 9);
    let texts = Texts {
        call,
        links: &links,
        adjective,
        middle,
    };
    let mut shown = vec![texts.measure(&numbers, &from, true)];
    for out in &outs {
        if (from.kind == Kind::Plain) != (out.kind == Kind::Plain) {
            return None;
        }
        let converted = converted(
            &numbers,
            &from,
            out,
            digits,
            call.get("sigfig").parse().ok(),
        );
        shown.push(texts.measure(&converted, out, false));
    }
    let first = shown.remove(0);
    let others = shown.join("; ");
    Some(match (call.get("order"), call.get("disp")) {
        (_, "number" | "output number only" | "output only" | "out") => others,
        (_, "preunit" | "unit" | "unit2") => return None,
        ("flip", "or") => format!("{others} or {first}"),
        ("flip", _) => format!("{others} ({first})"),
        (_, "or") => format!("{first} or {others}"),
        _ => format!("{first} ({others})"),
    })
}

fn range_word(word: &str) -> Option<&'static str> {
    Some(match word {
        "to" => " to ",
        "-" | "–" | "&ndash;" | "to(-)" => "–",
        "and" | "&" => " and ",
        "or" => " or ",
        "by" => " by ",
        "x" | "×" | "*" | "xx" => " × ",
        "+/-" | "±" | "+" => " ± ",
        "," => ", ",
        "/" => "/",
        _ => return None,
    })
}

/// `1,250`, `5.5`, `-3`, `5+1/2`.
fn number(text: &str) -> Option<Number> {
    let text = text.trim();
    let plain: String = text.chars().filter(|c| *c != ',').collect();
    let plain = plain.replace(['−', '–'], "-");
    if !plain.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | '+')) {
        return None;
    }
    if let Some((top, bottom)) = plain.split_once('/') {
        let (whole, top) = top.split_once(['+', ' ']).unwrap_or(("0", top));
        let bottom: f64 = bottom.trim_start_matches('/').parse().ok()?;
        let value = whole.parse::<f64>().ok()? + top.parse::<f64>().ok()? / bottom;
        let shown = text.replace('+', " ").replace("//", "/");
        return (bottom > 0.0 && value.is_finite()).then_some(Number {
            shown,
            value,
            precision: 1,
        });
    }
    let value: f64 = plain.parse().ok()?;
    if !value.is_finite() || value.abs() > 1e15 || plain.contains(['e', 'E']) {
        return None;
    }
    let precision = match plain.split_once('.') {
        Some((_, decimals)) => i32::try_from(decimals.len()).ok()?,
        None if value == 0.0 => 0,
        None => -i32::try_from(plain.bytes().rev().take_while(|b| *b == b'0').count()).ok()?,
    };
    Some(Number {
        shown: grouped(&plain),
        value,
        precision,
    })
}

/// The numbers in another unit, as precise as they were, but with at least
/// two digits that count.
fn converted(
    numbers: &[Number],
    from: &Unit,
    to: &Unit,
    digits: Option<i32>,
    significant: Option<i32>,
) -> Vec<Number> {
    let values: Vec<f64> = numbers.iter().map(|n| from.convert(n.value, to)).collect();
    let own = numbers.iter().zip(&values).map(|(n, &value)| {
        if from.kind != Kind::Plain {
            return n.precision.max(0);
        }
        let least = 1 - magnitude(value);
        let moved = if value == 0.0 || n.value == 0.0 {
            n.precision
        } else {
            n.precision + magnitude_shift(n.value, value)
        };
        moved.max(least)
    });
    let common = own.max().unwrap_or(0);
    values
        .iter()
        .map(|&value| {
            let precision = match (significant, digits) {
                (Some(n), _) => n - 1 - magnitude(value),
                (None, Some(digits)) => digits,
                (None, None) => common,
            };
            let precision = precision.clamp(-14, 9);
            Number {
                shown: rounded(value, precision),
                value,
                precision,
            }
        })
        .collect()
}

fn magnitude(value: f64) -> i32 {
    if value == 0.0 {
        return 0;
    }
    whole(value.abs().log10() + 2e-14)
}

/// Whole powers of ten by which a number grew smaller.
fn magnitude_shift(from: f64, to: f64) -> i32 {
    let shift = (from / to).abs().log10();
    let powers = whole(shift.abs() + 1e-9);
    if shift < 0.0 { -powers } else { powers }
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "logarithms of finite numbers are small"
)]
fn whole(logarithm: f64) -> i32 {
    logarithm.floor() as i32
}

fn rounded(value: f64, precision: i32) -> String {
    let scale = 10_f64.powi(precision.abs());
    let (rounded, decimals) = if precision < 0 {
        ((value / scale).round() * scale, 0)
    } else {
        (
            (value * scale).round() / scale,
            precision.unsigned_abs() as usize,
        )
    };
    let rounded = if rounded == 0.0 { 0.0 } else { rounded };
    grouped(&format!("{rounded:.decimals$}"))
}

/// Digits in groups of three, with a true minus.
pub(super) fn grouped(number: &str) -> String {
    let (sign, number) = match number.strip_prefix('-') {
        Some(number) => ("−", number),
        None => ("", number),
    };
    let (whole, decimals) = match number.split_once('.') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (number, None),
    };
    let mut out = String::from(sign);
    let digits = whole.chars().count();
    for (i, c) in whole.chars().enumerate() {
        if i > 0 && (digits - i).is_multiple_of(3) && digits > 3 {
            out.push(',');
        }
        out.push(c);
    }
    if let Some(decimals) = decimals {
        out.push('.');
        out.push_str(decimals);
    }
    out
}

/// How measures are written.
struct Texts<'a> {
    call: &'a Call<'a>,
    links: &'a [&'static str],
    adjective: &'a str,
    middle: Option<&'a str>,
}

impl Texts<'_> {
    fn measure(&self, numbers: &[Number], unit: &Unit, input: bool) -> String {
        let us = self.call.get("sp") == "us";
        let abbr = self.call.get("abbr");
        let flipped = self.call.get("order") == "flip";
        let symbol = match abbr {
            "on" => true,
            "off" | "none" => false,
            "in" => input,
            "out" => !input,
            _ if self.call.short => true,
            _ => input == flipped,
        } || unit.kind != Kind::Plain;
        let adjective = matches!(self.adjective, "on" | "mid") && input != flipped && !symbol;
        let mut text = String::new();
        for (i, number) in numbers.iter().enumerate() {
            if let Some(link) = i.checked_sub(1).and_then(|i| self.links.get(i)) {
                match *link {
                    " by " if adjective => text.push_str("-by-"),
                    link => text.push_str(link),
                }
            }
            text.push_str(&number.shown);
        }
        let one = numbers
            .last()
            .is_some_and(|n| (n.value.abs() - 1.0).abs() < 1e-9)
            && numbers.len() == 1;
        if adjective {
            text.push('-');
            text.push_str(&unit.name(true, us).replace(' ', "-"));
            text.push_str(self.middle.unwrap_or(""));
        } else {
            if !unit.symbol.starts_with('/') || !symbol {
                text.push(' ');
            }
            let name = if symbol {
                unit.symbol.to_owned()
            } else {
                unit.name(one, us)
            };
            text.push_str(&name);
            if let Some(middle) = self.middle.filter(|_| input != flipped) {
                text.push_str(middle);
            }
        }
        text
    }
}

/// `5 feet 11 inches (180 cm)`.
fn compound(
    call: &Call<'_>,
    large: &Number,
    from: Unit,
    small: &Number,
    second: Unit,
    out: Option<&str>,
) -> Option<String> {
    let us = call.get("sp") == "us";
    let out = match out.map(str::trim).filter(|o| !o.is_empty()) {
        Some(code) => unit::find(code)?,
        None => unit::find(if from.symbol == "ft" {
            "m"
        } else {
            from.default
        })?,
    };
    let total = (large.value * from.scale + small.value * second.scale) / second.scale;
    let total = Number {
        shown: String::new(),
        value: total,
        precision: small.precision.max(0),
    };
    let converted = converted(&[total], &second, &out, None, None);
    let shown = &converted.first()?.shown;
    let one = |n: &Number| (n.value - 1.0).abs() < 1e-9;
    let first = if call.short || call.get("abbr") == "on" {
        format!(
            "{} {} {} {}",
            large.shown, from.symbol, small.shown, second.symbol
        )
    } else {
        let (a, b) = (from.name(one(large), us), second.name(one(small), us));
        format!("{} {a} {} {b}", large.shown, small.shown)
    };
    Some(format!("{first} ({shown} {})", out.symbol))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(call: &str, expect: Option<&str>) {
        let mut parsed = Call {
            short: call.starts_with("cvt"),
            ..Call::default()
        };
        for arg in call.split('|').skip(1) {
            match arg.split_once('=') {
                Some(named) => parsed.named.push(named),
                None => parsed.args.push(arg),
            }
        }
        assert_eq!(convert(&parsed).as_deref(), expect, "{call}");
    }

    #[test]
    fn a_measure_is_as_precise_as_it_was() {
        check("cvt|55|to|80|cm|in", Some("55 to 80 cm (22 to 31 in)"));
        check(
            "convert|55|to|80|cm|in",
            Some("55 to 80 centimetres (22 to 31 in)"),
        );
        check("convert|1250|ft|m", Some("1,250 feet (380 m)"));
        check("convert|925|ft|m|0|abbr=on", Some("925 ft (282 m)"));
        check(
            "convert|25|-|100|cm|in",
            Some("25–100 centimetres (9.8–39.4 in)"),
        );
        check("convert|1|km|mi", Some("1 kilometre (0.62 mi)"));
        check("convert|15|kg", Some("15 kilograms (33 lb)"));
    }

    #[test]
    fn order_words_and_adjectives_are_followed() {
        check("convert|10|ft|m|adj=on", Some("10-foot (3.0 m)"));
        check("convert|69|ft|m|adj=mid|-deep", Some("69-foot-deep (21 m)"));
        check(
            "convert|110|by|67|ft|m|adj=on",
            Some("110-by-67-foot (34 by 20 m)"),
        );
        check(
            "convert|840|m|ft|0|abbr=on|disp=or",
            Some("840 m or 2,756 ft"),
        );
        check(
            "convert|59.7|nmi|km|order=flip|sp=us",
            Some("110.6 kilometers (59.7 nmi)"),
        );
        check("convert|125|mi|km", Some("125 miles (201 km)"));
        check(
            "convert|203,752|nmi|smi km|abbr=off|sp=us",
            Some("203,752 nautical miles (234,474 miles; 377,349 kilometers)"),
        );
    }

    #[test]
    fn degrees_and_compound_lengths_are_converted() {
        check("convert|200|C|F", Some("200 °C (392 °F)"));
        check("convert|-100|C|F", Some("−100 °C (−148 °F)"));
        check("convert|5|ft|11|in|cm", Some("5 feet 11 inches (180 cm)"));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for call in [
            "convert",
            "convert|x|km",
            "convert|5|parasangs",
            "convert|5|km|C",
            "convert|1e999|km",
            "convert|1/0|km",
            "convert|5",
        ] {
            check(call, None);
        }
    }
}
