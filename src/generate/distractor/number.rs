//! Wrong numbers: years, dates, seasons, counts and amounts near the key, in
//! its form, with the key now the least, now the greatest of all.

use std::collections::BTreeSet;

use super::super::mix;
use super::super::question::Question;
use super::{Company, MIN_DISTRACTORS};
use crate::fact::field::era;
use crate::fact::quantity::{Figure, Measure, Period, Quantity};
use crate::fact::value::{written_date, year_of, years_in};
use crate::fact::{Document, Kind, Names};
use crate::text::number::{self, Date, DateValue};

/// How many neighbours a number gets.
const NEIGHBOURS: usize = 6;

/// Numbers that follow from a text and from nothing else.
struct Dice(u64);

impl Dice {
    fn new(stem: &str, salt: &str) -> Self {
        Self(mix(stem, salt))
    }

    /// The next of them, below `sides`.
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % sides.max(1)
    }

    fn small(&mut self, sides: u8) -> i32 {
        i32::try_from(self.roll(u64::from(sides))).unwrap_or(0)
    }

    /// Distances that grow unevenly, by at most `reach` each.
    fn steps(&mut self, reach: u8) -> Vec<i32> {
        let mut at = 0;
        (0..12)
            .map(|_| {
                // Near by, one step in three is two long.
                at += if reach == 2 {
                    1 + i32::from(self.small(3) == 0)
                } else {
                    1 + self.small(reach)
                };
                at
            })
            .collect()
    }

    /// Takes from both sides so that, over many keys and draws of three, the
    /// key is each of four options equally often.
    fn choose<T: Clone>(&mut self, below: &[T], above: &[T]) -> Vec<T> {
        self.choose_by([3, 5, 5, 3], below, above)
    }

    /// The same where room is scarce on one side more often than on the
    /// other: `weights` of sixteen for none, two, four and six from below.
    fn choose_by<T: Clone>(&mut self, weights: [u64; 4], below: &[T], above: &[T]) -> Vec<T> {
        let mut rolled = self.roll(weights.iter().sum());
        let mut low = 0;
        for weight in weights {
            if rolled < weight {
                break;
            }
            rolled -= weight;
            low += 2;
        }
        let low = low
            .max(NEIGHBOURS.saturating_sub(above.len()))
            .min(below.len());
        let high = (NEIGHBOURS - low).min(above.len());
        let mut pool = Vec::new();
        for at in 0..NEIGHBOURS {
            pool.extend(below.get(at).filter(|_| at < low).cloned());
            pool.extend(above.get(at).filter(|_| at < high).cloned());
        }
        pool
    }
}

/// The years between which the subject of the article does things.
struct Era {
    earliest: i32,
    latest: i32,
}

/// No year behind this one has been.
const PRESENT: i32 = 2025;

/// An article whose last year is earlier was not written then.
const LONG_AGO: i32 = 1990;

/// How far behind the last year of an article its subject may have gone on.
const ROOM: i32 = 4;

/// The age from which people do what articles tell of them.
const GROWN: i32 = 15;

/// The year in which the subject of the article was grown, if it was so in the
/// year of the key: what grown people do, they do not do as children.
pub fn grown(document: &Document<'_>, key: i32) -> Option<i32> {
    let born = |key: &str| key.contains("birth") || key == "born";
    document
        .article
        .fields
        .iter()
        .filter(|f| born(&f.key.to_lowercase()))
        .find_map(|f| years_in(f.line.of(document.text())).first().copied())
        .filter(|year| key - year > GROWN + 1)
        .map(|year| year + GROWN)
}

/// How many years around the key are open at least, on each side.
const OPEN: i32 = 5;

/// The first and the last year that a half-informed player may take for the
/// key: those of its section, and some on each side of the key.
fn chapter(document: &Document<'_>, question: &Question, key: i32) -> (i32, i32) {
    let section = document.sentences.get(question.sentence).map(|s| s.section);
    let near = |year: &&i32| (*year - key).abs() <= OPEN + 2;
    let years: BTreeSet<i32> = document
        .sentences
        .iter()
        .filter(|s| Some(s.section) == section)
        .flat_map(|s| s.years.iter().filter(near).copied())
        .collect();
    let first = years.first().map_or(key, |year| year - 1);
    let last = years.last().map_or(key, |year| year + 1);
    // Long ago a year more or less says little.
    let open = match key {
        ..1500 => 8 * OPEN,
        1500..1850 => 2 * OPEN,
        _ => OPEN,
    };
    (first.min(key - open), last.max(key + open))
}

/// Infobox keys for a beginning and for an end.
const BEGINNINGS: [&str; 15] = [
    "born",
    "birth",
    "founded",
    "formed",
    "established",
    "opened",
    "launched",
    "foundation",
    "premiere",
    "released",
    "first",
    "turnedpro",
    "debut",
    "years",
    "construction",
];

/// What is built, by its noun: of a town the lead may tell any year.
const BUILT: [&str; 12] = [
    "building",
    "skyscraper",
    "tower",
    "bridge",
    "church",
    "cathedral",
    "stadium",
    "museum",
    "theatre",
    "theater",
    "lighthouse",
    "dam",
];

impl Era {
    fn of(document: &Document<'_>, question: &Question, key: i32) -> Self {
        let text = document.text();
        // What is foreseen does not count.
        let latest = document.years.range(1000..=PRESENT).next_back();
        let latest = latest.copied().unwrap_or(key);
        let mut era = Self {
            earliest: i32::MIN,
            latest: latest.max(key),
        };
        // An article that ends long ago leaves room behind its end.
        if era.latest < LONG_AGO {
            era.latest += ROOM;
        }
        let (first, last) = chapter(document, question, key);
        era.earliest = era.earliest.max(first);
        era.latest = era.latest.min(last);
        era.within_event(document, key);
        era.within_lives(document, question, key);
        if !question.named.contains(&Names::TITLE) {
            return era;
        }
        era.earliest = era.earliest.max(grown(document, key).unwrap_or(i32::MIN));
        let life = document.entity(Names::TITLE).and_then(|e| e.years);
        if let Some((born, died)) = life.filter(|(from, to)| (*from..=*to).contains(&key)) {
            if question.predicate != "bear" && key - born > GROWN + 1 {
                era.earliest = era.earliest.max(born + GROWN);
            }
            if !matches!(question.predicate.as_str(), "die" | "bury") {
                era.latest = era.latest.min(died);
            }
        }
        for field in &document.article.fields {
            let label = field.key.to_lowercase();
            let years = years_in(field.line.of(text));
            let Some(&year) = years.first() else {
                continue;
            };
            if BEGINNINGS.iter().any(|b| label.contains(b)) && year < key {
                era.earliest = era.earliest.max(year);
            }
            let death = label.contains("died") || label.contains("death");
            let asked = death && matches!(question.predicate.as_str(), "die" | "bury");
            if (death || label.contains("retired")) && year >= key && !asked {
                era.latest = era.latest.min(year);
            }
            if death && year <= key && question.stem.contains("posthumous") {
                era.earliest = era.earliest.max(year);
            }
        }
        era
    }

    /// What a stem names was there in the year that it asks for: the known were
    /// born and founded, and a work, a house or a firm that the article is about
    /// is not spoken of before the first year of its lead.
    fn within_lives(&mut self, document: &Document<'_>, question: &Question, key: i32) {
        let begun = question.named.iter().filter_map(|&id| {
            let name = &document.entity(id)?.name;
            let born = era::of(name)?;
            let person = document.entity(id)?.kind == Some(Kind::Person);
            Some(if person { born + GROWN } else { born })
        });
        let lead = document
            .sentences
            .iter()
            .filter(|s| s.section == 0)
            .flat_map(|s| s.years.iter().copied())
            .filter(|year| *year > 1000)
            .min()
            .filter(|_| {
                let subject = &document.subject;
                let built = |noun: &String| BUILT.contains(&noun.as_str());
                matches!(
                    subject.kind,
                    Some(Kind::Work | Kind::Organisation | Kind::Event)
                ) || subject.is_fictional
                    || subject.nouns.iter().any(built)
            });
        for year in begun.chain(lead).filter(|year| *year < key) {
            self.earliest = self.earliest.max(year);
        }
    }

    /// What is told of a war happens while it lasts.
    fn within_event(&mut self, document: &Document<'_>, key: i32) {
        const LONG: i32 = 4;
        if document.subject.kind != Some(Kind::Event) {
            return;
        }
        let lines = document.article.fields.iter();
        let dates = lines
            .filter(|f| f.key.eq_ignore_ascii_case("date"))
            .map(|f| years_in(f.line.of(document.text())));
        for years in dates {
            if let (Some(&first), Some(&last)) = (years.first(), years.last())
                && last - first >= LONG
                && (first..=last).contains(&key)
            {
                self.earliest = self.earliest.max(first);
                self.latest = self.latest.min(last);
            }
        }
    }

    fn holds(&self, year: i32) -> bool {
        (self.earliest..=self.latest).contains(&year)
    }
}

impl Company<'_, '_> {
    /// The sentences that may hold another right answer: the question's own,
    /// and those with its verb.
    fn akin<'s>(&'s self, question: &'s Question) -> impl Iterator<Item = &'s str> {
        let own = self.words.get(question.sentence);
        self.words
            .iter()
            .enumerate()
            .filter(move |&(at, words)| {
                at == question.sentence
                    || words.contains(&question.predicate)
                    || own.is_some_and(|own| own.intersection(words).count() >= 4)
            })
            .filter_map(|(at, _)| self.document.sentences.get(at))
            .map(|s| s.whole.of(self.document.text()))
            .chain(
                self.document
                    .article
                    .fields
                    .iter()
                    .filter(move |f| f.key.to_lowercase().contains(&question.predicate))
                    .map(|f| f.line.of(self.document.text())),
            )
    }
}

/// Years at uneven distances; none that the article joins to the same verb,
/// none before the subject's beginning or after the article's end.
pub(super) fn years(company: &Company<'_, '_>, question: &Question, key: i32) -> Vec<String> {
    let document = company.document;
    let era = Era::of(document, question, key);
    let taken: BTreeSet<i32> = company.akin(question).flat_map(years_in).collect();
    let latest = document.years.last().copied().unwrap_or(key);
    let reach = match latest - key {
        500.. => 12,
        150.. => 4,
        70.. => 3,
        _ => 2,
    };
    if let Some(games) = games(&question.stem, key, latest, &taken) {
        return games;
    }
    let mut dice = Dice::new(&question.stem, "years");
    let free = |year: &i32| era.holds(*year) && !taken.contains(year);
    let back = dice.steps(reach);
    let ahead: Vec<i32> = dice
        .steps(reach)
        .into_iter()
        .filter(|step| !back.contains(step))
        .collect();
    let side = |steps: &[i32], sign: i32| -> Vec<i32> {
        steps
            .iter()
            .map(|step| key + sign * step)
            .filter(free)
            .collect()
    };
    let (mut below, mut above) = (side(&back, -1), side(&ahead, 1));
    if below.len() + above.len() <= MIN_DISTRACTORS {
        // Little room: year after year.
        let every: Vec<i32> = (1..=OPEN).collect();
        (below, above) = (side(&every, -1), side(&every, 1));
    }
    // The end of an article bounds more keys than its beginning.
    dice.choose_by([4, 6, 4, 2], &below, &above)
        .iter()
        .map(ToString::to_string)
        .collect()
}

/// The years of other games where a stem speaks of those held every four years.
fn games(stem: &str, key: i32, latest: i32, taken: &BTreeSet<i32>) -> Option<Vec<String>> {
    const FIRST: i32 = 1896;
    let held = ["Olympic", "World Cup"]
        .iter()
        .any(|name| stem.contains(name));
    let years = [4, -4, 8, -8, 12, -12].map(|by| key + by);
    let open = |year: &i32| (FIRST..=latest).contains(year) && !taken.contains(year);
    (held && key % 2 == 0).then(|| {
        let years = years.into_iter().filter(open);
        years.map(|year| year.to_string()).collect()
    })
}

/// Dates in the same form: months and years near by, mixed so that neither is
/// the key's alone.
pub(super) fn dates(
    company: &Company<'_, '_>,
    question: &Question,
    key: Date,
    wording: &str,
) -> Vec<String> {
    let document = company.document;
    let Some(month) = key.month else {
        return Vec::new();
    };
    let era = Era::of(document, question, key.year);
    let taken: BTreeSet<(i32, Option<u8>)> = company
        .akin(question)
        .flat_map(number::find_dates)
        .filter_map(|(_, date)| match date {
            DateValue::On(d) | DateValue::About(d) => Some((d.year, d.month)),
            _ => None,
        })
        .collect();
    // The last month of the article's last year.
    let last = document
        .dates
        .iter()
        .filter(|d| year_of(d) == Some(era.latest))
        .filter_map(|d| match d {
            DateValue::On(d) => d.month,
            _ => None,
        })
        .max();
    let mut dice = Dice::new(&question.stem, "dates");
    let free = |&(month, year): &(u8, i32)| {
        let late = year == era.latest && last.is_some_and(|last| month > last);
        era.holds(year) && !late && !taken.contains(&(year, Some(month)))
    };
    let mut side = |sign: i32| -> Vec<(u8, i32)> {
        // Whole years first, so that the key's month is not its own.
        let mut months = 0;
        let mut years = 0;
        let mut out: Vec<(u8, i32)> = Vec::new();
        for turn in 0..NEIGHBOURS * 2 {
            // The key's month stands with its year alone, or nowhere else.
            let by = if turn % 3 == 1 {
                years += 12 * (1 + dice.small(2));
                years + sign * (1 + dice.small(5))
            } else {
                months += 1 + dice.small(6);
                months
            };
            let at = key.year * 12 + i32::from(month) - 1 + sign * by;
            let found = (
                u8::try_from(at.rem_euclid(12) + 1).unwrap_or(1),
                at.div_euclid(12),
            );
            if free(&found) && !out.contains(&found) {
                out.push(found);
            }
        }
        out
    };
    let (below, above) = (side(-1), side(1));
    let pool = dice.choose_by([4, 5, 4, 3], &below, &above);
    let written = |date: Date| (date.year > 0).then(|| written_date(date, wording));
    let mut days = BTreeSet::from([key.day.unwrap_or(0)]);
    pool.iter()
        .filter_map(|&(month, year)| {
            if key.day.is_none() {
                return written(Date::new(year, Some(month), None)?);
            }
            let mut day = 1 + u8::try_from(dice.roll(28)).unwrap_or(0);
            while !days.insert(day) {
                day = day % 28 + 1;
            }
            written(Date::new(year, Some(month), Some(day))?)
        })
        .take(NEIGHBOURS)
        .collect()
}

/// Other decades or centuries; none that the sentence holds or that lies ahead.
pub(super) fn periods(company: &Company<'_, '_>, question: &Question, key: Period) -> Vec<String> {
    let latest = company.document.years.last().copied().unwrap_or(i32::MAX);
    let mut dice = Dice::new(&question.stem, "periods");
    let moved = |by: i32| match key {
        Period::Century(n) => n
            .checked_add_signed(by)
            .filter(|n| (1..22).contains(n))
            .map(Period::Century),
        Period::Decade(year) => {
            Some(Period::Decade(year + 10 * by)).filter(|_| year + 10 * by <= latest)
        }
    };
    let akin: Vec<&str> = company.akin(question).collect();
    let free = |period: &Period| {
        let written = period.written();
        !akin.iter().any(|s| s.contains(&written))
    };
    let below: Vec<Period> = (1..5).filter_map(|n| moved(-n)).filter(free).collect();
    let above: Vec<Period> = (1..5).filter_map(moved).filter(free).collect();
    dice.choose(&below, &above)
        .into_iter()
        .map(Period::written)
        .collect()
}

/// Counts of the same roundness around the key.
pub(super) fn counts(company: &Company<'_, '_>, question: &Question, key: u32) -> Vec<String> {
    let key = Figure {
        digits: u64::from(key),
        decimals: 0,
    };
    let pool = figures(question, (key, None), Measure::Number);
    let taken = taken(company, question);
    pool.into_iter()
        .map(|(figure, _)| figure)
        .filter(|figure| figure.digits > 1 && !taken.contains(&(figure.digits, figure.decimals)))
        .map(|figure| figure.written(4))
        .collect()
}

/// Amounts in the key's unit, as precise and as round as the key.
pub(super) fn amounts(
    company: &Company<'_, '_>,
    question: &Question,
    key: &Quantity,
) -> Vec<String> {
    let amount = &key.amount;
    let text = company.document.text();
    let taken = taken(company, question);
    figures(question, (amount.low, amount.high), amount.measure)
        .into_iter()
        .filter(|(low, _)| *low == amount.low || !taken.contains(&(low.digits, low.decimals)))
        .map(|(low, high)| amount.with(low, high))
        .filter(|option| amount.measure == Measure::Age || !text.contains(option.as_str()))
        .collect()
}

/// Whether two ranges have a part in common: who weighs 8 kg may weigh 7 to 10.
fn meet(a: (Figure, Option<Figure>), b: (Figure, Option<Figure>)) -> bool {
    match (a.1, b.1) {
        (Some(above), Some(over)) => a.0.digits <= over.digits && b.0.digits <= above.digits,
        _ => false,
    }
}

/// The numbers of the question's own sentence.
fn taken(company: &Company<'_, '_>, question: &Question) -> BTreeSet<(u64, u32)> {
    let Some(sentence) = company.document.sentences.get(question.sentence) else {
        return BTreeSet::new();
    };
    let whole = sentence.whole.of(company.document.text());
    whole
        .split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '–' | '$'))
        .filter_map(|word| Figure::read(word.trim_matches(|c: char| !c.is_alphanumeric())))
        .map(|figure| (figure.digits, figure.decimals))
        .collect()
}

/// The greatest power of ten in a number, or five times it.
fn grain(number: u64) -> u64 {
    let mut grain = 1;
    while number > 0 && number.is_multiple_of(grain * 10) {
        grain *= 10;
    }
    if number.is_multiple_of(grain * 5) && number > 20 * grain {
        grain * 5
    } else if number / grain <= 3 && grain >= 10 {
        grain / 2
    } else {
        grain
    }
}

/// Figures at a factor from the key; small ones and ages at steps.
fn figures(
    question: &Question,
    (low, high): (Figure, Option<Figure>),
    measure: Measure,
) -> Vec<(Figure, Option<Figure>)> {
    // *at depths of 0–150 m*: whoever is there is within 0–200 m too.
    if low.digits == 0 && high.is_some() {
        return Vec::new();
    }
    let mut dice = Dice::new(&question.stem, "figures");
    let small = low.decimals == 0 && low.digits <= 12 && high.is_none();
    let aged = measure == Measure::Age;
    let unit = 10_u64.pow(low.decimals);
    let limit = match measure {
        Measure::Share if low.digits <= 100 * unit => 99 * unit,
        // *an albedo of 0.96*
        Measure::Number if low.decimals > 0 && low.digits < unit => unit - 1,
        Measure::Age => 104,
        _ => u64::MAX,
    };
    let scaled = |figure: Figure, hundredths: u64| {
        // Both ends of a range are as round as the less round of them.
        let grain = high.map_or(grain(figure.digits), |high| {
            grain(low.digits).min(grain(high.digits))
        });
        let exact = u128::from(figure.digits) * u128::from(hundredths) / 100;
        let exact = u64::try_from(exact).unwrap_or(u64::MAX);
        let mut digits = (exact + grain / 2) / grain * grain;
        // A rounder number than the key stands out.
        if !figure.digits.is_multiple_of(10) && grain == 1 && digits.is_multiple_of(10) {
            digits += 1 + hundredths % 3;
        }
        Figure { digits, ..figure }
    };
    let moved = |digits: Option<u64>| {
        digits
            .filter(|d| *d > 1 && (small || *d >= 3))
            .map(|digits| (Figure { digits, ..low }, None))
    };
    // Ranges follow one another and have nothing in common.
    let least = high.map_or(117, |high| 117.max(105 * high.digits / low.digits));
    let mut side = |up: bool| -> Vec<(Figure, Option<Figure>)> {
        let mut out: Vec<(Figure, Option<Figure>)> = Vec::new();
        let mut share = 100;
        let mut step = 0;
        for _ in 0..NEIGHBOURS {
            let next = if small || aged {
                step += 1 + if aged { dice.roll(2) } else { 0 };
                let digits = if up {
                    low.digits.checked_add(step)
                } else {
                    low.digits.checked_sub(step)
                };
                moved(digits)
            } else {
                let factor = least + dice.roll(if high.is_some() { 12 } else { 34 });
                share = if up {
                    share * factor / 100
                } else {
                    share * 100 / factor
                };
                // Three times as much, or a third, tempts nobody.
                let far = if high.is_some() { 30..=330 } else { 40..=250 };
                if (high.is_some() || low.digits > 12) && !far.contains(&share) {
                    continue;
                }
                Some((scaled(low, share), high.map(|high| scaled(high, share))))
            };
            let Some((figure, upper)) = next else {
                continue;
            };
            // Eighty may be seventy, sixteen is not nine.
            let aged_near = !aged || figure.digits.abs_diff(low.digits) <= 3.max(low.digits / 8);
            let fresh = figure != low
                && aged_near
                && figure.digits > 0
                && figure.digits <= limit
                && upper.is_none_or(|u| u.digits > figure.digits && Some(u) != high)
                && out
                    .iter()
                    .chain([&(low, high)])
                    .all(|&other| other.0 != figure && !meet(other, (figure, upper)));
            let right_side = (figure.digits > low.digits) == up;
            if fresh && right_side {
                out.push((figure, upper));
            }
        }
        out
    };
    let below = side(false);
    let above = side(true);
    // There is less room between zero and a small number than above it.
    dice.choose_by([2, 4, 5, 5], &below, &above)
}

/// The other seasons of the series, nearest first.
pub(super) fn seasons(document: &Document<'_>, question: &Question, key: u32) -> Vec<String> {
    let text = document.text().to_lowercase();
    let last = (1..=30)
        .filter(|n| {
            let words = number::ordinal_word(*n);
            text.contains(&format!("season {n}"))
                || text.contains(&format!("{words} season"))
                || text.contains(&format!("season {}", number::number_word(u64::from(*n))))
                || text.contains(&format!("season-{}", number::number_word(u64::from(*n))))
        })
        .max()
        .unwrap_or(key);
    let here = document
        .sentences
        .get(question.sentence)
        .map(|s| s.whole.of(document.text()).to_lowercase())
        .unwrap_or_default();
    let mut pool: Vec<u32> = (1..=last.max(key))
        .filter(|n| *n != key)
        .filter(|n| {
            !here.contains(&number::ordinal_word(*n)) && !here.contains(&format!("season {n}"))
        })
        .collect();
    pool.sort_unstable_by_key(|n| (n.abs_diff(key), *n));
    pool.iter().map(|n| format!("Season {n}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_with_a_part_in_common_meet() {
        let range = |low: &str, high: &str| (Figure::read(low).unwrap(), Figure::read(high));
        assert!(meet(range("7", "10"), range("8", "12")));
        assert!(meet(range("7", "10"), range("10", "12")));
        assert!(!meet(range("7", "10"), range("11", "16")));
        assert!(!meet((Figure::read("7").unwrap(), None), range("6", "8")));
    }

    #[test]
    fn the_key_takes_every_rank_equally_often() {
        let mut ranks = [0_usize; 4];
        for seed in 0..400 {
            let mut dice = Dice::new(&format!("stem {seed}"), "test");
            let pool = dice.choose(&[-1, -2, -3, -4, -5, -6], &[1, 2, 3, 4, 5, 6]);
            assert_eq!(pool.len(), NEIGHBOURS);
            for a in 0..pool.len() {
                for b in 0..a {
                    for c in 0..b {
                        let under = [a, b, c].iter().filter(|&&i| pool[i] < 0).count();
                        ranks[under] += 1;
                    }
                }
            }
        }
        assert!(
            ranks.iter().all(|&n| (1_600..2_400).contains(&n)),
            "{ranks:?}"
        );
    }

    #[test]
    fn grains_are_as_round_as_the_number() {
        assert_eq!(grain(400), 100);
        assert_eq!(grain(100), 50);
        assert_eq!(grain(1_046), 1);
        assert_eq!(grain(450), 50);
        assert_eq!(grain(7), 1);
    }
}
