//! Questions for amounts: how tall, how long, at what age, what percentage.

use super::{Asker, Gap, MILESTONES, Question, Reason};
use crate::fact::clause::{Clause, Part};
use crate::fact::quantity::{
    Amount, Found, Measure, Period, Quantity, Stated, age, amounts, between, is_about, is_degree,
    is_measured, is_unit,
};
use crate::fact::value::{Sort, Value};
use crate::fact::{Analysed, Document, Kind, Names};
use crate::generate::phrase::Writer;
use crate::text::{Label, Sentence, Tag, number};

/// Verbs that say what something is like, and not what happened.
const STATES: [&str; 8] = [
    "have", "weigh", "cover", "measure", "span", "stretch", "occupy", "contain",
];

/// Verbs for what takes no time.
const MOMENTS: [&str; 9] = [
    "go", "come", "leave", "send", "arrive", "enter", "open", "begin", "hold",
];

/// Words for people behind a number of them.
const PEOPLE: [&str; 6] = [
    "people",
    "inhabitants",
    "residents",
    "members",
    "persons",
    "residents,",
];

/// All questions for amounts in a clause, and why others failed.
pub(super) fn questions(
    document: &Document<'_>,
    clause: &Clause,
    clauses: &[Clause],
    sentence: &Analysed,
) -> Vec<Result<Question, (String, Reason)>> {
    let subject = &document.subject;
    let told = sentence.story && (subject.in_series || subject.kind == Some(Kind::Work));
    if told || subject.is_fictional {
        return Vec::new();
    }
    let text = document.text();
    let parse = &sentence.parse;
    let all = amounts(text, parse);
    let mut asked = Vec::new();
    for found in &all {
        let Some((gap, stated)) = place(text, parse, clause, found) else {
            continue;
        };
        // Two of one kind, and nothing tells which.
        let rival = all.iter().any(|other| {
            other.first != found.first && other.amount.measure == found.amount.measure
        });
        let alike = matches!(stated, Stated::Plain) && gap != Gap::Subject;
        if rival && alike {
            continue;
        }
        asked.push((
            gap,
            value(&found.amount, found.about, stated, found.opens, found.last),
        ));
    }
    for (index, part) in clause.parts.iter().enumerate() {
        if let Some(value) = period(text, parse, part) {
            asked.push((Gap::Part(index), value));
        }
        if let Some((at, amount)) = aged(document, sentence, clause, part) {
            let value = value(&amount, false, Stated::Plain, at, at);
            asked.push((Gap::Part(index), value));
        }
    }
    asked
        .into_iter()
        .map(|(gap, value)| {
            Asker {
                document,
                all: clauses,
                sentence,
                clause,
                value,
                gap,
                noun: None,
            }
            .ask()
        })
        .collect()
}

fn value(amount: &Amount, about: bool, stated: Stated, first: usize, last: usize) -> Value {
    Value {
        text: amount.written(),
        sort: Sort::Quantity(Quantity {
            amount: amount.clone(),
            about,
            stated,
        }),
        first,
        last,
    }
}

/// *in the 6th century*, *in the 1920s*.
fn period(text: &str, parse: &Sentence, part: &Part) -> Option<Value> {
    let at = part
        .preposition
        .filter(|&at| parse.form(text, at).eq_ignore_ascii_case("in"))?;
    let form = |by: usize| {
        if at + by <= part.last {
            parse.form(text, at + by)
        } else {
            ""
        }
    };
    let ends = |by: usize| matches!(form(by), "" | ",");
    if form(1) != "the" {
        return None;
    }
    let (period, last) = match (form(2), form(3)) {
        (nth, "century") if ends(4) => (
            Period::Century(number::ordinal(nth).filter(|n| *n < 22)?),
            at + 3,
        ),
        (decade, _) if ends(3) => {
            let year: i32 = decade.strip_suffix('s')?.parse().ok()?;
            let whole = (1500..2100).contains(&year) && year % 10 == 0 && year % 100 != 0;
            (whole.then_some(Period::Decade(year))?, at + 2)
        }
        _ => return None,
    };
    Some(Value {
        text: period.written(),
        sort: Sort::Period(period),
        first: at + 1,
        last,
    })
}

/// *at the age of 17*, *at age 17* of a person.
fn aged(
    document: &Document<'_>,
    sentence: &Analysed,
    clause: &Clause,
    part: &Part,
) -> Option<(usize, Amount)> {
    let text = document.text();
    let parse = &sentence.parse;
    let at = part
        .preposition
        .filter(|&at| parse.form(text, at).eq_ignore_ascii_case("at"))?;
    let named = parse.form(text, at + 1) == "age" || parse.form(text, at + 2) == "age";
    let subject = clause.subject.head;
    let known = sentence
        .entity(subject)
        .and_then(|id| document.entity(id))
        .is_some_and(|e| e.kind == Some(Kind::Person));
    let pronoun = parse.tag(subject).is_some_and(|t| t == Tag::PRP);
    if !named || !(known || pronoun) {
        return None;
    }
    age(text, parse, at + 1, part.last)
}

/// Where an amount stands in a clause, and how it is stated.
fn place(text: &str, parse: &Sentence, clause: &Clause, found: &Found) -> Option<(Gap, Stated)> {
    let form = |at: usize| {
        if at < parse.words.len() {
            parse.form(text, at)
        } else {
            ""
        }
    };
    let measure = found.amount.measure;
    let bare = measure == Measure::Number;
    let predicate = clause.predicate;
    let be = parse.words.get(predicate).is_some_and(|w| w.lemma == "be");
    if clause.copula.is_some() || be {
        if found.opens <= clause.finite() {
            return None;
        }
        let inside = |part: &Part| part.first <= found.opens && found.last <= part.last;
        let gap = if be {
            Gap::Part(clause.parts.iter().position(inside)?)
        } else {
            Gap::Predicate
        };
        let straight = found.opens == clause.finite() + 1;
        let whole = be || (found.first..=found.last).contains(&predicate);
        let degree = form(found.next);
        if straight && is_degree(degree, measure) && (whole || found.next == predicate) {
            return Some((gap, Stated::Degree(degree.to_owned())));
        }
        let noun = form(found.next + 1);
        if straight && whole && degree == "in" && is_measured(noun, measure) {
            let stated = Stated::Noun(found.next + 1, found.next + 1);
            return Some((gap, stated));
        }
        let subject = form(clause.subject.head).to_lowercase();
        if straight && whole && is_measured(&subject, measure) && ends(&form, found, bare) {
            return Some((gap, Stated::Plain));
        }
        if be {
            return None;
        }
        // *is a town with a population of 14,736*
        let (first, last) = noun_before(text, parse, found, predicate)?;
        let noun = parse.words.get(predicate).is_some_and(|w| w.tag.is_noun());
        let with = first
            .checked_sub(2)
            .is_some_and(|at| form(at) == "with" && at == predicate + 1)
            || (predicate + 1..first).all(|at| !matches!(form(at), "," | "and" | "which" | "that"))
                && first.checked_sub(2).is_some_and(|at| form(at) == "with");
        return (noun && with && ends(&form, found, bare))
            .then_some((Gap::Predicate, Stated::Noun(first, last)));
    }
    let inside = |part: &Part| part.first <= found.opens && found.last <= part.last;
    if measure == Measure::Share && clause.subject.first == found.opens {
        return (inside(&clause.subject) && form(found.last + 1) == "of")
            .then_some((Gap::Subject, Stated::Plain));
    }
    let (index, part) = clause
        .parts
        .iter()
        .enumerate()
        .find(|(_, part)| inside(part))?;
    if !(part.label.is_oblique() || part.label == Label::Obj) {
        return None;
    }
    let start = part.preposition.map_or(part.first, |at| at + 1);
    if start == found.opens && !bare {
        let goes_on = found.next <= part.last && !form(found.next).starts_with([',', ')']);
        let allowed = measure == Measure::Share && form(found.next) == "of"
            || measure == Measure::Money && form(found.next) == "in";
        let noun = form(found.next + 1);
        if goes_on && form(found.next) == "in" && is_measured(noun, measure) {
            let stated = Stated::Noun(found.next + 1, found.next + 1);
            return (found.next + 1 == part.last).then_some((Gap::Part(index), stated));
        }
        return (!goes_on || allowed).then_some((Gap::Part(index), Stated::Plain));
    }
    let (first, last) = noun_before(text, parse, found, start)?;
    let opens = matches!(form(start), "a" | "an" | "the") && first == start + 1;
    (opens && ends(&form, found, bare)).then_some((Gap::Part(index), Stated::Noun(first, last)))
}

/// Whether nothing but people and a stop follows an amount.
fn ends<'t>(form: &impl Fn(usize) -> &'t str, found: &Found, bare: bool) -> bool {
    let next = found.next + usize::from(bare && PEOPLE.contains(&form(found.next)));
    matches!(
        form(next),
        "" | "." | "," | ";" | "and" | "in" | "as" | "at" | "("
    )
}

/// The noun, with its adjectives, in *a maximum depth of 10 m*.
fn noun_before(
    text: &str,
    parse: &Sentence,
    found: &Found,
    start: usize,
) -> Option<(usize, usize)> {
    let noun = found.opens.checked_sub(2).filter(|&at| at >= start)?;
    let fits = parse.form(text, noun + 1) == "of"
        && is_measured(&parse.form(text, noun).to_lowercase(), found.amount.measure);
    if !fits {
        return None;
    }
    let mut first = noun;
    while first > start + 1
        && parse
            .tag(first - 1)
            .is_some_and(|t| t.is_adjective() || matches!(t, Tag::NN | Tag::VBN))
    {
        first -= 1;
    }
    let plain = (first..=noun).all(|at| {
        let form = parse.form(text, at);
        form.chars().all(|c| c.is_lowercase() || c == '-')
            && !matches!(
                form,
                "estimated" | "current" | "approximate" | "combined" | "similar"
            )
    });
    let article = parse.form(text, first.checked_sub(1)?);
    (plain && matches!(article, "a" | "an" | "the") && noun - first < 3).then_some((first, noun))
}

impl<'d, 'a> Asker<'d, 'a> {
    /// The question word for an amount.
    pub(super) fn measure_words(
        &self,
        quantity: &Quantity,
        preposition: Option<&str>,
    ) -> Result<(String, Option<String>), Reason> {
        let about = if quantity.about { "about " } else { "" };
        let amount = Some("amount".to_owned());
        match &quantity.stated {
            Stated::Degree(adjective) => Ok((format!("{about}how {adjective}"), amount)),
            Stated::Noun(first, last) => {
                let noun = between(self.document.text(), self.parse(), *first, *last);
                if self.names_measure() {
                    let be = self.be()?;
                    let about = if quantity.about { "approximate " } else { "" };
                    Ok((format!("what {be} the {about}{noun} of"), amount))
                } else if quantity.about {
                    Err("an amount that is only about right")
                } else {
                    match preposition {
                        None => Ok((format!("what {noun}"), amount)),
                        Some("at") => Ok((format!("at what {noun}"), amount)),
                        Some(_) => Err("an amount behind a preposition"),
                    }
                }
            }
            Stated::Plain => self
                .plain_words(quantity, preposition)
                .map(|words| (words.replace("ABOUT ", about), amount))
                .ok_or("an amount that no question asks for"),
        }
    }

    fn plain_words(&self, quantity: &Quantity, preposition: Option<&str>) -> Option<String> {
        let measure = quantity.amount.measure;
        let verb = self.predicate_lemma();
        let verb = verb.as_str();
        if self.is_predicate() {
            let population = self.form(self.clause.subject.head) == "population";
            return match (quantity.about, population) {
                (true, true) => Some("about how large".to_owned()),
                (true, false) => None,
                _ => Some("what".to_owned()),
            };
        }
        let words = match (measure, preposition) {
            (Measure::Share, None) => "ABOUT what percentage",
            (Measure::Share, Some("for")) if !quantity.about => "for what percentage",
            (Measure::Age, Some("at")) => "at what age",
            (Measure::Mass, None) if verb == "weigh" => "ABOUT how much",
            (Measure::Money, None) => match verb {
                "cost" | "pay" | "charge" | "spend" | "raise" | "earn" | "gross" => {
                    "ABOUT how much"
                }
                "make" | "win" | "receive" | "lose" | "generate" | "invest" | "donate"
                | "contribute" | "collect" | "borrow" | "owe" => "ABOUT how much money",
                _ => return None,
            },
            (Measure::Money, Some("for")) => match verb {
                "sell" | "buy" | "purchase" | "acquire" | "auction" | "lease" | "rent" => {
                    "for ABOUT how much"
                }
                _ => return None,
            },
            (Measure::Money, Some("at")) if matches!(verb, "value" | "sell" | "estimate") => {
                "at ABOUT how much"
            }
            (Measure::Time, None) => match verb {
                "last" | "run" | "spend" | "take" => "ABOUT how long",
                _ => return None,
            },
            (Measure::Time, _) if self.ends_later() => return None,
            (Measure::Time, Some("for")) if !MOMENTS.contains(&verb) => "for ABOUT how long",
            (Measure::Number, None) => "ABOUT how many",
            (Measure::Length, None) => match verb {
                "stretch" | "extend" | "travel" | "run" | "fly" | "fall" | "walk" | "swim"
                | "jump" | "drop" | "rise" | "cover" => "ABOUT how far",
                _ => return None,
            },
            (Measure::Area, None) if matches!(verb, "cover" | "occupy") => {
                if quantity.about {
                    return None;
                }
                "what area"
            }
            (Measure::Speed, Some("at")) if !quantity.about => "at what speed",
            _ => return None,
        };
        Some(words.to_owned())
    }

    /// *travelled for three days until they landed*
    fn ends_later(&self) -> bool {
        (self.value.last..self.parse().words.len()).any(|at| self.form(at) == "until")
    }

    /// The form of *be* in the clause's tense.
    fn be(&self) -> Result<&'static str, Reason> {
        if !self.clause.auxiliaries.is_empty() {
            return Err("a compound tense");
        }
        match self.parse().tag(self.clause.finite()) {
            Some(Tag::VBD) => Ok("was"),
            Some(Tag::VBZ | Tag::VBP) => Ok("is"),
            _ => Err("no finite verb"),
        }
    }

    /// Whether the stem is *What is the height of X?*
    pub(super) fn names_measure(&self) -> bool {
        let Sort::Quantity(quantity) = &self.value.sort else {
            return false;
        };
        let states = matches!(self.predicate_lemma().as_str(), "have" | "measure" | "be")
            && self.clause.copula.is_none();
        let whole = self.gap == Gap::Predicate
            || states && self.gap_part().is_some_and(|p| p.preposition.is_none());
        matches!(quantity.stated, Stated::Noun(..)) && whole
    }

    /// Writes what a percentage is of, or what money is raised in.
    pub(super) fn measured(&self, writer: &mut Writer<'d, 'a>) -> Result<(), Reason> {
        let Sort::Quantity(quantity) = &self.value.sort else {
            return Ok(());
        };
        let part = self.gap_part().unwrap_or(&self.clause.subject);
        let share = quantity.amount.measure == Measure::Share;
        let from = self.value.last + 1;
        let goes_on = from <= part.last && self.form(from) == "of";
        if share && goes_on {
            let last = (from..=part.last)
                .find(|&at| self.form(at) == ",")
                .map_or(part.last, |at| at - 1);
            return writer.passage(self.clause.sentence, from, last);
        }
        Ok(())
    }

    /// Writes what holds of an amount: *as of the 2011 census*.
    pub(super) fn condition(&self, writer: &mut Writer<'d, 'a>) -> Result<(), Reason> {
        let Some(part) = self.gap_part() else {
            return Ok(());
        };
        let from = (self.value.last + 1..=part.last)
            .find(|&at| matches!(self.form(at), "in" | "as" | "at"));
        match from {
            Some(from) => writer.passage(self.clause.sentence, from, self.without_comma(part)),
            None => Ok(()),
        }
    }

    /// Whether the amount is said of the subject by *be*.
    fn is_predicate(&self) -> bool {
        matches!(self.value.sort, Sort::Quantity(_)) && self.gap == Gap::Predicate
            || self.predicate_lemma() == "be"
    }

    /// Whether the key counts something.
    pub(super) fn counts(&self) -> bool {
        match &self.value.sort {
            Sort::Count(_) => true,
            Sort::Quantity(quantity) => {
                quantity.amount.measure == Measure::Number
                    && quantity.stated == Stated::Plain
                    && !self.is_predicate()
            }
            _ => false,
        }
    }

    /// *how many*, or *about how many*.
    pub(super) fn how_many(&self) -> &'static str {
        if is_about(self.form(self.value.first)) {
            "about how many"
        } else {
            "how many"
        }
    }

    /// Whether what is counted are years and miles, or sets and rounds.
    pub(super) fn counts_units(&self) -> bool {
        const TRIFLES: [&str; 14] = [
            "sets",
            "games",
            "points",
            "matches",
            "rounds",
            "tournaments",
            "events",
            "finals",
            "laps",
            "times",
            "occasions",
            "ways",
            "cases",
            "respects",
        ];
        self.gap_part().is_some_and(|p| {
            let noun = self.form(p.head);
            is_unit(noun) || TRIFLES.contains(&noun)
        })
    }

    pub(super) fn asks_age(&self) -> bool {
        matches!(&self.value.sort, Sort::Quantity(q) if q.amount.measure == Measure::Age)
    }

    /// Whether a count in the past needs no date: a total of what does not come
    /// again each season.
    pub(super) fn is_total(&self, words: usize) -> bool {
        const AGAIN: [&str; 24] = [
            "win", "lose", "play", "score", "face", "defeat", "beat", "record", "have", "be",
            "contain", "include", "receive", "see", "reach", "sell", "spend", "take", "attend",
            "hold", "remain", "live", "number", "employ",
        ];
        let scene = self
            .clause
            .parts
            .iter()
            .any(|p| p.last < self.clause.subject.first);
        words >= 3 && !scene && !AGAIN.contains(&self.predicate_lemma().as_str())
    }

    /// Whether a time that stands behind the verb belongs to it, and the verb
    /// to what really happened.
    pub(super) fn check_done(&self) -> Result<(), Reason> {
        let timed = matches!(
            self.value.sort,
            Sort::Year(_) | Sort::Date(_) | Sort::Period(_)
        );
        if !(timed || self.asks_age()) {
            return Ok(());
        }
        let predicate = self.clause.predicate;
        let lemma = self.predicate_lemma();
        if matches!(
            lemma.as_str(),
            "plan" | "schedule" | "expect" | "intend" | "slate" | "project" | "propose"
        ) || (self.clause.finite()..predicate).any(|at| self.form(at) == "to")
        {
            return Err("planned, not done");
        }
        let Some(part) = self.gap_part().filter(|p| p.first > predicate) else {
            return Ok(());
        };
        let parse = self.parse();
        let other = (predicate + 1..part.first).any(|at| {
            let modifies = matches!(
                parse.label(at),
                Some(Label::Amod | Label::Compound | Label::Aux | Label::AuxPass | Label::Cop)
            );
            let named = parse.words.get(at).is_some_and(|w| w.name);
            parse.tag(at).is_some_and(Tag::is_verb) && !modifies && !named
        });
        if other {
            return Err("the time may belong to another verb");
        }
        Ok(())
    }

    /// Whether an amount is worth asking with what the stem tells; `None`
    /// where the rules for events hold.
    pub(super) fn measure_substance(
        &self,
        writer: &Writer<'d, 'a>,
        names: usize,
        dated: bool,
    ) -> Option<Result<(), Reason>> {
        let Sort::Quantity(quantity) = &self.value.sort else {
            return None;
        };
        let verb = self.predicate_lemma();
        let named = names > 0 || writer.introduced.contains(&Names::TITLE);
        if writer.text().contains(" the next ") {
            return Some(Err("a time counted from another"));
        }
        if !named {
            return Some(Err("the stem does not say what is measured"));
        }
        if quantity.amount.measure == Measure::Age {
            return MILESTONES.contains(&verb.as_str()).then_some(Ok(()));
        }
        let state = self.is_predicate()
            || STATES.contains(&verb.as_str())
            || matches!(quantity.stated, Stated::Noun(..));
        if !state {
            return None;
        }
        // *Even in July, the average temperature is ...*
        let condition = self.clause.parts.iter().any(|p| {
            p.label.is_oblique()
                && p.last < self.clause.subject.first
                && self.gap_part().is_none_or(|gap| gap.first != p.first)
        });
        if condition && !dated {
            return Some(Err("a condition that the stem would lose"));
        }
        if self.names_measure() && !dated && quantity.amount.measure == Measure::Money {
            return Some(Err("an amount at no certain time"));
        }
        let changing = matches!(
            quantity.amount.measure,
            Measure::Money | Measure::Number | Measure::Share
        );
        if changing && !dated && !self.is_present() {
            return Some(Err("an amount at no certain time"));
        }
        Some(Ok(()))
    }
}
