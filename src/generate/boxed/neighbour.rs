//! Wrong numbers and years: of the key's form and rounding, near, and so spread
//! that the place of the key among them tells nothing.

use crate::generate::distractor::MIN_DISTRACTORS;
use crate::generate::mix;

/// How many are offered, if there is room for them.
const POOL: usize = 6;

/// How many steps away a year still tempts.
const REACH: i32 = 4;

/// How many years stand on the longer side of the key.
const REST: usize = 4;

/// Years near `year` within `range`, none of `taken`.
pub(super) fn years(
    year: i32,
    range: (i32, i32),
    taken: impl Fn(i32) -> bool,
    seed: &str,
) -> Vec<String> {
    // The further back, the wider the steps: a century and a half ago, two years.
    let step = 1 + (range.1.max(year) - year).clamp(0, 3000) / 80;
    let side = |sign: i32, reach: i32| -> Vec<i32> {
        (1..=reach)
            .map(|nth| year + sign * step * nth)
            .filter(|at| (range.0..=range.1).contains(at) && !taken(*at))
            .collect()
    };
    let (mut below, mut above) = (side(-1, REACH), side(1, REACH));
    if below.len() + above.len() < MIN_DISTRACTORS {
        (below, above) = (side(-1, 3 * REACH), side(1, 3 * REACH));
    }
    // Over the draws of three, the key is each of four equally often.
    let (low, high) = match mix(seed, "rank") % 16 {
        0..3 => (0, REST),
        3..8 => (2, REST),
        8..13 => (REST, 2),
        _ => (REST, 0),
    };
    let low = low.max(MIN_DISTRACTORS.saturating_sub(above.len()));
    let high = high.max(MIN_DISTRACTORS.saturating_sub(below.len()));
    let pool = below.iter().take(low).chain(above.iter().take(high));
    pool.map(ToString::to_string).collect()
}

/// Takes from both sides so that every rank of the key is as likely.
fn spread<T>(below: Vec<T>, above: Vec<T>, seed: &str) -> Vec<T> {
    let total = POOL.min(below.len() + above.len());
    let low = total.saturating_sub(above.len());
    let high = total.min(below.len());
    let places = u64::try_from(high - low + 1).unwrap_or(1);
    let first = low + usize::try_from(mix(seed, "rank") % places).unwrap_or(0);
    let rest = total - first;
    below
        .into_iter()
        .take(first)
        .chain(above.into_iter().take(rest))
        .collect()
}

/// Small whole numbers that depend on a text alone.
struct Noise(u64);

impl Noise {
    fn new(seed: &str) -> Self {
        Self(mix(seed, "noise"))
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(0x5851_f42d_4c95_7f2d)
            .wrapping_add(0x1405_7b7e_f767_814f);
        (self.0 >> 33) % bound.max(1)
    }
}

/// A number as it is written: `About 2,300 km`, `$4.510 billion`, `3:45`.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Form {
    prefix: String,
    suffix: String,
    /// The digits without point and commas.
    units: u64,
    decimals: usize,
    grouped: bool,
    shape: Shape,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Plain,
    /// Minutes and seconds.
    Clock,
    /// Feet and inches.
    Feet,
}

impl Form {
    fn read(value: &str, unit: &str) -> Option<Self> {
        let value = value.trim();
        if let Some((feet, inches)) = value.strip_suffix(" in").and_then(|v| v.split_once(" ft ")) {
            let (feet, inches): (u64, u64) = (feet.parse().ok()?, inches.parse().ok()?);
            return Some(Self::shaped(Shape::Feet, feet * 12 + inches));
        }
        if let Some((minutes, seconds)) = value.split_once(':') {
            let (m, s): (u64, u64) = (minutes.parse().ok()?, seconds.parse().ok()?);
            return (s < 60 && seconds.len() == 2).then(|| Self::shaped(Shape::Clock, m * 60 + s));
        }
        let start = value.find(|c: char| c.is_ascii_digit())?;
        let digits: String = value
            .get(start..)?
            .chars()
            .take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
            .collect();
        let digits = digits.trim_end_matches(['.', ',']);
        let prefix = value.get(..start)?;
        let suffix = value.get(start + digits.len()..)?;
        if ["st", "nd", "rd", "th"]
            .iter()
            .any(|end| suffix.starts_with(end))
        {
            return None;
        }
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let grouped = whole.contains(',') || whole.len() > 4 && !unit.is_empty();
        let triples = whole.split(',').skip(1).all(|part| part.len() == 3);
        let lead = matches!(
            prefix.trim_end(),
            "" | "$" | "US$" | "US $" | "£" | "€" | "¥" | "A$" | "C$"
        ) || [
            "around",
            "about",
            "approximately",
            "approx.",
            "over",
            "c.",
            "~",
            "nearly",
        ]
        .iter()
        .any(|w| prefix.trim_end().eq_ignore_ascii_case(w));
        let tail = suffix.split_whitespace().count() <= 3
            && suffix.len() < 24
            && !suffix.contains(|c: char| {
                c.is_ascii_digit()
                    || matches!(c, '-' | '–' | ',' | ';' | '(' | '+' | '[' | ':' | '±')
            });
        if !lead || !tail || !triples || fraction.contains(',') || fraction.len() > 4 {
            return None;
        }
        let units: u64 = format!("{}{fraction}", whole.replace(',', ""))
            .parse()
            .ok()?;
        let suffix = if suffix.trim().is_empty() && !unit.is_empty() {
            if unit == "%" {
                "%".to_owned()
            } else {
                format!(" {unit}")
            }
        } else {
            suffix.to_owned()
        };
        (units > 0 && units < 1_000_000_000_000_000).then(|| Self {
            prefix: prefix.to_owned(),
            suffix,
            units,
            decimals: fraction.len(),
            grouped,
            shape: Shape::Plain,
        })
    }

    fn shaped(shape: Shape, units: u64) -> Self {
        Self {
            prefix: String::new(),
            suffix: String::new(),
            units,
            decimals: 0,
            grouped: false,
            shape,
        }
    }

    fn write(&self, units: u64) -> String {
        match self.shape {
            Shape::Clock => return format!("{}:{:02}", units / 60, units % 60),
            Shape::Feet => return format!("{} ft {} in", units / 12, units % 12),
            Shape::Plain => {}
        }
        let scale = 10_u64.pow(u32::try_from(self.decimals).unwrap_or(0));
        let whole = units / scale;
        let whole = if self.grouped || whole >= 1_000 && self.units / scale < 1_000 {
            crate::text::number::grouped(whole)
        } else {
            whole.to_string()
        };
        let fraction = if self.decimals == 0 {
            String::new()
        } else {
            format!(".{:0width$}", units % scale, width = self.decimals)
        };
        format!("{}{whole}{fraction}{}", self.prefix, self.suffix)
    }

    /// The roundest number that all neighbours are multiples of.
    fn grain(&self) -> u64 {
        if self.shape == Shape::Feet {
            return 1;
        }
        if self.shape == Shape::Clock {
            return if self.units.is_multiple_of(60) { 30 } else { 1 };
        }
        let mut grain = 1;
        while self.units.is_multiple_of(grain * 10) && grain * 10 <= self.units / 10 {
            grain *= 10;
        }
        if self.units.is_multiple_of(grain * 5) && grain * 5 <= self.units / 10 {
            grain *= 5;
        }
        grain
    }
}

/// The key as it is shown, and its neighbours, a few hundredths away if they
/// are to be `near` and else an eighth to a quarter; `None` if it cannot be
/// read as one number.
pub(super) fn numbers(
    value: &str,
    unit: &str,
    near: bool,
    taken: impl Fn(&str) -> bool,
    seed: &str,
) -> Option<(String, Vec<String>)> {
    let form = Form::read(value, unit)?;
    let grain = form.grain();
    let (least, spread_by) = match form.shape {
        Shape::Feet => (1, 2),
        Shape::Clock => (form.units / 14, form.units / 14),
        Shape::Plain if near => (form.units / 70, form.units / 50),
        Shape::Plain => (form.units / 10, form.units / 8),
    };
    let percent = form.suffix.starts_with('%') || form.suffix.starts_with(" %");
    let scale = 10_u64.pow(u32::try_from(form.decimals).unwrap_or(0));
    let mut noise = Noise::new(seed);
    let mut side = |up: bool| {
        let mut found: Vec<u64> = Vec::new();
        let mut at = form.units;
        for _ in 0..POOL * 3 {
            let gap = (least + noise.below(spread_by + 1)).div_ceil(grain).max(1) * grain;
            let gap = if up {
                gap
            } else {
                (gap * 4 / 5).div_ceil(grain).max(1) * grain
            };
            at = if up { at + gap } else { at.saturating_sub(gap) };
            let far =
                form.units >= 8 && at < form.units / 2 || at > form.units.saturating_mul(2) + 8;
            if at == 0 || far || percent && at > 100 * scale || found.len() == POOL {
                break;
            }
            if !taken(&form.write(at)) {
                found.push(at);
            }
        }
        found
    };
    let (below, above) = (side(false), side(true));
    let pool = spread(below, above, seed);
    Some((
        form.write(form.units),
        pool.into_iter().map(|n| form.write(n)).collect(),
    ))
}

/// Calling codes beside a code.
pub(super) fn codes(value: &str, seed: &str) -> Vec<String> {
    let Some(code) = value.strip_prefix('+').and_then(|d| d.parse::<u64>().ok()) else {
        return Vec::new();
    };
    let tens = code / 10 * 10;
    let mut all: Vec<u64> = (tens + 1..tens + 10).filter(|&n| n != code).collect();
    all.sort_unstable_by_key(|n| (n.abs_diff(code), mix(seed, &n.to_string())));
    all.truncate(POOL);
    all.iter().map(|n| format!("+{n}")).collect()
}

/// Domains that could be short for the same name: its first letter and one
/// that comes later, so that the letters do not give the right one away.
pub(super) fn domains(value: &str, name: &str, seed: &str) -> Vec<String> {
    let letters: Vec<char> = name
        .to_lowercase()
        .chars()
        .filter(char::is_ascii_lowercase)
        .collect();
    let mut all: Vec<String> = letters
        .iter()
        .skip(1)
        .filter_map(|later| Some(format!(".{}{later}", letters.first()?)))
        .filter(|domain| domain != value)
        .collect();
    all.sort_unstable_by_key(|domain| (mix(seed, domain), domain.clone()));
    all.dedup();
    all.truncate(POOL);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(value: &str, unit: &str) -> Vec<String> {
        let (key, pool) = numbers(value, unit, false, |_| false, "x").unwrap();
        assert!(pool.len() >= 3, "{value}: {pool:?}");
        assert!(!pool.contains(&key));
        pool
    }

    #[test]
    fn neighbours_keep_form_unit_and_rounding() {
        for number in near("925 ft", "") {
            assert!(number.ends_with(" ft"), "{number}");
        }
        assert!(near("467.63", "km²").iter().all(|n| n.ends_with(" km²")));
        assert!(near("1,500,000", "").iter().all(|n| n.ends_with("0,000")));
        assert!(
            near("$4.510 billion", "")
                .iter()
                .all(|n| n.starts_with('$') && n.ends_with("0 billion"))
        );
        assert!(near("3:45", "").iter().all(|n| n.contains(':')));
        assert!(near("5 ft 11 in", "").iter().all(|n| n.contains(" ft ")));
        assert!(
            near("Around 2,300", "")
                .iter()
                .all(|n| n.starts_with("Around "))
        );
        assert!(near("7", "").iter().all(|n| n.len() <= 2));
    }

    #[test]
    fn what_is_not_one_number_is_refused() {
        for value in [
            "100–120 m",
            "870–274",
            "6 days, 3 hours",
            "No. 1",
            "1st",
            "12/13",
            "many",
        ] {
            assert_eq!(numbers(value, "", false, |_| false, "x"), None, "{value}");
        }
    }

    #[test]
    fn the_rank_of_the_key_tells_nothing() {
        let mut ranks = [0_u32; 4];
        let mut draws = 0;
        for seed in 0..2_000 {
            let pool = years(1900, (1000, 2020), |_| false, &seed.to_string());
            let under = |at: usize| usize::from(pool[at].as_str() < "1900");
            // Three of three, four, five or six: each pool counts alike.
            let weight = [20, 5, 2, 1][pool.len() - 3];
            for a in 0..pool.len() {
                for b in 0..a {
                    for c in 0..b {
                        ranks[under(a) + under(b) + under(c)] += weight;
                        draws += weight;
                    }
                }
            }
        }
        let even = |n: &u32| (draws / 5..=draws * 3 / 10).contains(n);
        assert!(ranks.iter().all(even), "{ranks:?} of {draws}");
    }

    #[test]
    fn years_stay_in_their_range() {
        let pool = years(2013, (1990, 2015), |y| y == 2010, "x");
        assert!(pool.iter().all(|y| y.as_str() <= "2015" && y != "2010"));
        assert!(pool.len() >= 3);
    }

    #[test]
    fn domains_are_short_for_the_name() {
        let pool = domains(".al", "Albania", "x");
        assert!(pool.len() >= 3 && !pool.contains(&".al".to_owned()));
        assert!(pool.iter().all(|d| d.starts_with(".a")), "{pool:?}");
    }

    #[test]
    fn codes_stand_beside_the_code() {
        assert_eq!(codes("+376", "x").len(), POOL);
        assert!(codes("+376", "x").iter().all(|c| c.starts_with("+37")));
    }
}
