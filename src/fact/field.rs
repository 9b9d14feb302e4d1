//! Facts from the infobox: a table of keys ([`RULES`]), what their values are,
//! and how to ask for them.

pub mod class;
pub mod era;
mod more;
mod rules;
mod topic;

pub use more::MORE;
pub use rules::RULES;
pub use topic::{Topic, topics};

use super::kind::Kind;
use super::lists::Lists;
use super::value::{year_of, years_in};
use super::{Document, Names};
use crate::article::{Field, FieldValue};
use crate::text::{Span, number};

/// What the value of an infobox key is. Where a class is named, it is one of
/// [`class::entries`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueKind {
    /// A person; the class that further distractors come from, if any.
    Person(&'static str),
    /// A scientist, among those that the article mentions.
    Scholar,
    /// A name of this kind; the class as above.
    Name(Kind, &'static str),
    /// A member of this class; its other members are the distractors.
    Listed(&'static str),
    /// A name of the sort of this class, itself listed or not.
    Near(&'static str),
    /// A year, or a date whose year is asked for.
    Year(Order),
    /// A number with its unit; the unit is added where the value has none.
    Number(&'static str),
    /// The height of a person, as a number with this unit.
    Height(&'static str),
    /// An address: its city, or the state, county or country if the city is
    /// not well known.
    Town,
    /// A university or college, never a school or an academy of sciences.
    School,
    /// A war.
    War,
    /// An award.
    Prize,
    /// A seat of government.
    Capital,
    /// An international calling code.
    Code,
    /// An internet domain of a country.
    Domain,
    /// A sea, lake or river.
    Water,
    /// A conservation status, as a code or in words.
    Status,
    /// A launch vehicle without its serial number.
    Rocket,
    /// A maker of cars, computers or aircraft.
    Maker,
}

/// Where a year stands among the other years of the box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Nothing else in the box happened earlier.
    Before,
    /// Nothing else in the box happened later.
    After,
    /// Anywhere.
    Free,
}

/// One way to read an infobox key.
#[derive(Debug)]
pub struct Rule {
    /// The keys, compared by letters and digits alone.
    pub keys: &'static [&'static str],
    /// The subjects it is for.
    pub about: &'static [Topic],
    /// What its values are.
    pub value: ValueKind,
    /// Stems: `{T}` is the subject, `{N}` the subject with its noun (*the film
    /// X*), `{Q}` and `{V}` the value's qualifier, `{A}` the qualifier with its
    /// article, `{O}` the other values, `{K}` the key, `{F}` the office.
    pub stems: &'static [&'static str],
    /// What to make of a key with several values.
    pub list: Listing,
    /// What the qualifier must be.
    pub qualifier: Qualifier,
}

/// What to make of a key with several values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listing {
    /// Only a single value gives a fact.
    Single,
    /// The first that fits, asked for as *which of these*.
    Each,
    /// The first only: *first appearance*.
    First,
    /// The first of exactly two.
    Both,
    /// Each value whose qualifier no other value shares.
    ByQualifier,
    /// The first of the values that share a qualifier.
    Shared,
}

/// What a value's qualifier must be for the rule to apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Qualifier {
    /// None, or one that does not matter.
    Ignored,
    /// There must be none.
    Bare,
    /// A word for a relation between persons: *sister-in-law*.
    Kin,
    /// *by X*: the person behind the value; the fact's value is X.
    By,
    /// *by X* behind a work: its author; the fact's value is X.
    ByAuthor,
    /// A span of years: *1970–76*.
    Years,
    /// A year, which is what is asked for.
    Year,
    /// A year that no other value of the line has; the stem names it.
    InYear,
    /// The one year of a victory, which is what is asked for.
    Won,
    /// The year for which a number holds, here or in a line beside it.
    AsOf,
    /// *independence from X*, with its year as the value.
    Independence,
    /// *Sparrman, 1783*: who described a species.
    Authority,
    /// The same, asked for its year.
    Described,
    /// A word for a relation that several share: *brother*.
    SharedKin,
}

/// A fact of the infobox.
#[derive(Clone, Debug)]
pub struct FieldFact<'a> {
    /// The rule that read it.
    pub rule: &'static Rule,
    /// The line it stands in.
    pub field: &'a Field,
    /// Where the value stands.
    pub span: Span,
    /// The value as an option shows it.
    pub value: String,
    /// The qualifier, as far as the stem needs it.
    pub qualifier: String,
    /// The other values of the line.
    pub others: Vec<String>,
    /// The class that distractors come from; empty if none.
    pub class: &'static str,
    /// What the value is, if that differs from what the key says: *US state*.
    pub noun: &'static str,
}

/// The letters and digits of a key, in lower case.
pub fn condensed(key: &str) -> String {
    key.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

impl Rule {
    fn reads(&self, condensed_key: &str) -> bool {
        self.keys.iter().any(|key| {
            key.chars()
                .filter(|c| c.is_alphanumeric())
                .eq(condensed_key.chars())
        })
    }
}

/// The kind of name that the values of this key are, whatever the subject.
pub(super) fn value_kind(key: &str) -> Option<Kind> {
    let key = condensed(key);
    let mut kinds = RULES
        .iter()
        .filter(|r| r.reads(&key))
        .filter(|r| !matches!(r.qualifier, Qualifier::By))
        .filter_map(|r| match r.value {
            ValueKind::Person(_) | ValueKind::Scholar => Some(Kind::Person),
            ValueKind::Name(kind, _) => Some(kind),
            ValueKind::School => Some(Kind::Organisation),
            ValueKind::Capital => Some(Kind::Place),
            _ => None,
        });
    let kind = kinds.next()?;
    kinds.all(|k| k == kind).then_some(kind)
}

/// All facts that the infobox states.
pub fn facts<'a>(document: &Document<'a>) -> Vec<FieldFact<'a>> {
    let topics = topics(document);
    let mut facts: Vec<FieldFact<'a>> = Vec::new();
    for field in &document.article.fields {
        let key = condensed(&field.key);
        let mut used: Vec<Qualifier> = Vec::new();
        for rule in RULES
            .iter()
            .chain(MORE)
            .filter(|r| r.reads(&key) && r.about.iter().any(|t| topics.contains(t)))
        {
            if used.contains(&rule.qualifier) {
                continue;
            }
            let found = values(document, field, rule);
            if !found.is_empty() {
                used.push(rule.qualifier);
                facts.extend(found);
            }
        }
    }
    facts
}

fn values<'a>(
    document: &Document<'a>,
    field: &'a Field,
    rule: &'static Rule,
) -> Vec<FieldFact<'a>> {
    let text = document.text();
    let qualifier = |v: &FieldValue| v.qualifier.map_or("", |q| q.of(text));
    let sharing = |q: &str| field.values.iter().filter(|v| qualifier(v) == q).count();
    let all: Vec<String> = field.values.iter().map(|v| bare(v.text.of(text))).collect();
    let mut facts = Vec::new();
    for (index, value) in field.values.iter().enumerate() {
        let mine = qualifier(value);
        let wanted = match rule.list {
            Listing::Single => all.len() == 1,
            Listing::First => index == 0,
            Listing::Both => index == 0 && all.len() == 2,
            Listing::Each => facts.is_empty(),
            Listing::Shared => {
                let first = field.values.iter().position(|v| qualifier(v) == mine);
                !mine.is_empty() && first == Some(index) && sharing(mine) > 1
            }
            Listing::ByQualifier => match rule.qualifier {
                Qualifier::AsOf
                | Qualifier::Bare
                | Qualifier::ByAuthor
                | Qualifier::Authority
                | Qualifier::Described => index == 0,
                Qualifier::InYear => facts.len() < 3 && sharing(mine) == 1,
                _ => !mine.is_empty() && sharing(mine) == 1,
            },
        };
        let Some(shown) = all.get(index).filter(|_| wanted) else {
            continue;
        };
        let timely = [shown, mine].iter().any(|part| {
            let part = part.to_lowercase();
            ["present", "current", "incumbent"]
                .iter()
                .any(|w| part.contains(w))
        });
        if timely || says_nothing(shown) {
            continue;
        }
        let mut fact = FieldFact {
            rule,
            field,
            span: value.text,
            value: shown.clone(),
            qualifier: mine.to_owned(),
            others: all.iter().filter(|v| *v != shown).cloned().collect(),
            class: "",
            noun: "",
        };
        if qualify(document, &mut fact).is_some() && settle(document, &mut fact).is_some() {
            facts.push(fact);
        }
    }
    facts
}

/// Checks the qualifier and moves it to where the rule wants it.
fn qualify(document: &Document<'_>, fact: &mut FieldFact<'_>) -> Option<()> {
    let fits = match fact.rule.qualifier {
        Qualifier::Ignored => true,
        Qualifier::Bare => fact.qualifier.is_empty(),
        Qualifier::Kin | Qualifier::SharedKin => is_kin(&fact.qualifier),
        Qualifier::Year => {
            fact.value = std::mem::take(&mut fact.qualifier);
            true
        }
        Qualifier::Won => {
            let won = fact.value == "W" && lone_year(&fact.qualifier).is_some();
            fact.value = std::mem::take(&mut fact.qualifier);
            won
        }
        Qualifier::InYear => lone_year(&fact.qualifier).is_some(),
        Qualifier::AsOf => {
            fact.qualifier = as_of(document, fact)?.to_string();
            true
        }
        Qualifier::Independence => {
            let event = fact.qualifier.to_lowercase();
            // *(from Portugal)*
            if event.starts_with("from ") {
                fact.qualifier = format!("independence {}", fact.qualifier);
                return Some(());
            }
            if !event.starts_with("independence") {
                return None;
            }
            let rest = fact.qualifier.get("independence".len()..)?.trim();
            fact.qualifier = if rest.starts_with("from ") {
                format!("independence {rest}")
            } else {
                "independence".to_owned()
            };
            true
        }
        Qualifier::Years => {
            fact.qualifier = years(&fact.qualifier)?;
            true
        }
        Qualifier::By => {
            let person = by(document, &fact.qualifier)?;
            // The nickname goes into the stem, who uses it is asked for.
            fact.qualifier = std::mem::replace(&mut fact.value, person);
            true
        }
        Qualifier::ByAuthor => {
            let (work, author) = if let Some(author) = fact.qualifier.strip_prefix("by ") {
                (fact.value.clone(), author.to_owned())
            } else {
                let (work, author) = fact.value.split_once(" by ")?;
                (bare(work), author.to_owned())
            };
            fact.qualifier = work;
            fact.value = author;
            true
        }
        Qualifier::Authority | Qualifier::Described => {
            let line = if fact.value.contains(", ") {
                fact.value.clone()
            } else {
                fact.qualifier.clone()
            };
            let (who, year) = line.trim_matches(['(', ')', ' ']).rsplit_once(", ")?;
            fact.value = match fact.rule.qualifier {
                Qualifier::Authority => who.rsplit(' ').next()?.to_owned(),
                _ => lone_year(year)?.to_string(),
            };
            true
        }
    };
    fits.then_some(())
}

/// Checks the value, writes it as an option shows it, and finds its class.
fn settle(document: &Document<'_>, fact: &mut FieldFact<'_>) -> Option<()> {
    let value = fact.value.clone();
    let named = value.starts_with(char::is_uppercase) && value.len() < 60;
    let mut listed = |class: &'static str, value: &str| -> Option<()> {
        class::find(class, value)?.name.clone_into(&mut fact.value);
        fact.class = class;
        Some(())
    };
    match fact.rule.value {
        ValueKind::Year(_) => {
            // *1775September*: two dates, of which the break was lost
            let glued = value
                .as_bytes()
                .windows(2)
                .any(|pair| matches!(pair, [a, b] if a.is_ascii_digit() && b.is_ascii_uppercase()));
            if glued {
                return None;
            }
            let (_, date) = number::find_dates(&value).into_iter().next()?;
            fact.value = year_of(&date).filter(|y| *y > 0)?.to_string();
            Some(())
        }
        ValueKind::Number(_) | ValueKind::Height(_) => {
            // *925 ft (282 m)* is one number, *60 (of them 8 in doubles)* is none.
            let condition = fact.rule.qualifier == Qualifier::Ignored
                && fact.qualifier.split_whitespace().count() > 3;
            fact.value = in_words(&value);
            (!condition && value.contains(|c: char| c.is_ascii_digit())).then_some(())
        }
        ValueKind::Code => {
            let digits = value.strip_prefix('+')?;
            (digits.len() > 1 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(())
        }
        ValueKind::Domain => {
            let letters = value.strip_prefix('.')?;
            (letters.len() == 2 && letters.bytes().all(|b| b.is_ascii_lowercase())).then_some(())
        }
        ValueKind::Listed(class) => listed(class, &value).or_else(|| {
            // *Aplastic anemia from exposure to radiation*
            let short = value.split(" from ").next()?;
            listed(class, short.split(" due to ").next()?)
        }),
        ValueKind::Near(class) => {
            fact.class = class;
            let street = value.len() < 60 && value.contains(|c: char| c.is_ascii_uppercase());
            street.then_some(())
        }
        ValueKind::Scholar => named.then_some(()),
        ValueKind::Person(class) => {
            fact.class = class;
            if class == "politician" && class::find("monarch", &value).is_some() {
                fact.class = "monarch";
            }
            // *James A. Lovell, Jr.*
            value.split(", ").next()?.clone_into(&mut fact.value);
            named.then_some(())
        }
        ValueKind::Name(_, class) => {
            fact.class = class;
            named.then_some(())
        }
        ValueKind::Prize => {
            fact.class = "award";
            named.then_some(())
        }
        ValueKind::Capital => {
            fact.class = "capital";
            (named && !value.contains([',', ' '])
                || class::find("capital", &value).is_some()
                || named && value.split(' ').count() < 4 && !value.contains(','))
            .then_some(())
        }
        ValueKind::Town => {
            let home = place(&value)?;
            (fact.value, fact.class, fact.noun) = home;
            Some(())
        }
        ValueKind::School => {
            let name = value.split(", ").next()?.to_owned();
            fact.class = "university";
            (is_school(&name) && !name.contains(&document.article.title)).then(|| fact.value = name)
        }
        ValueKind::War => {
            let name = value.trim_start_matches("the ").to_owned();
            fact.class = "war";
            (class::find("war", &name).is_some()
                || named
                    && ["War", "Wars", "Revolution"]
                        .iter()
                        .any(|w| name.ends_with(w)))
            .then(|| fact.value = name)
        }
        ValueKind::Water => ["sea", "river", "lake"]
            .into_iter()
            .find_map(|class| listed(class, &value)),
        ValueKind::Maker => ["car-maker", "tech-company", "aerospace-company"]
            .into_iter()
            .find_map(|class| listed(class, &value)),
        ValueKind::Status => {
            let name = match value.to_uppercase().as_str() {
                "LC" => "Least concern",
                "NT" => "Near threatened",
                "VU" => "Vulnerable",
                "EN" => "Endangered",
                "CR" => "Critically endangered",
                _ => value.as_str(),
            };
            listed("conservation", name)
        }
        ValueKind::Rocket => {
            let name = class::entries("rocket")
                .into_iter()
                .filter(|e| value == e.name || value.starts_with(&format!("{} ", e.name)))
                .max_by_key(|e| e.name.len())?
                .name;
            listed("rocket", name)
        }
    }
}

/// The grain at which an address is asked for: a well-known city first.
fn place(value: &str) -> Option<(String, &'static str, &'static str)> {
    const DISTRICTS: [&str; 6] = [
        "Manhattan",
        "Brooklyn",
        "Queens",
        "Hollywood",
        "Westminster",
        "Bronx",
    ];
    let parts: Vec<&str> = value
        .split(", ")
        .map(|p| {
            p.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ')
                .trim()
        })
        .filter(|p| !DISTRICTS.contains(p))
        .collect();
    let known = |class: &str| parts.iter().rev().find_map(|p| class::find(class, p));
    // *East Dereham, Norfolk*: the county, not the city in Virginia.
    let region = |p: &str| {
        ["us-state", "canadian-province", "uk-county"]
            .iter()
            .any(|class| class::find(class, p).is_some())
    };
    let city = parts
        .iter()
        .take(3)
        .enumerate()
        .filter(|(at, p)| *at == 0 || !region(p))
        .find_map(|(_, p)| class::find("city", p).or_else(|| class::find("capital", p)));
    if let Some(city) = city {
        return Some((city.name.to_owned(), "city", "city"));
    }
    [
        ("us-state", "US state"),
        ("canadian-province", "Canadian province"),
        ("uk-county", "county"),
        ("country", "country"),
    ]
    .into_iter()
    .find_map(|(class, noun)| Some((known(class)?.name.to_owned(), class, noun)))
}

/// The year for which a number holds: behind it, or in a line of its own.
fn as_of(document: &Document<'_>, fact: &FieldFact<'_>) -> Option<i32> {
    let only = |text: &str| {
        let years = years_in(text);
        (years.len() == 1).then(|| years.first().copied()).flatten()
    };
    if let Some(year) = only(&fact.qualifier) {
        return Some(year);
    }
    let key = condensed(&fact.field.key);
    let mut keys: Vec<String> = ["year", "asof", "date"]
        .iter()
        .map(|suffix| format!("{key}{suffix}"))
        .collect();
    if key.starts_with("pop") {
        keys.extend(["populationasof", "populationdate", "popdate", "popyear"].map(str::to_owned));
    }
    let line = document
        .article
        .fields
        .iter()
        .find(|f| keys.contains(&condensed(&f.key)))?;
    only(line.line.of(document.text()))
}

fn lone_year(text: &str) -> Option<i32> {
    let text = text.trim();
    (text.len() == 4).then(|| text.parse().ok()).flatten()
}

/// Whether a name is that of a place of higher learning.
pub fn is_school(name: &str) -> bool {
    const SIGNS: [&str; 14] = [
        "University",
        "College",
        "Institute",
        "Polytechnic",
        "Universität",
        "Université",
        "Universidad",
        "École",
        "Conservatory",
        "Conservatoire",
        "Caltech",
        "MIT",
        "ETH",
        "Business School",
    ];
    class::find("university", name).is_some() || SIGNS.iter().any(|sign| name.contains(sign))
}

/// A value without its quotation marks and the signs of a footnote:
/// *Santiago¹*, *2,791,810\**.
fn bare(value: &str) -> String {
    let signs = ['¹', '²', '³', '⁴', '*', '†', '‡', ' '];
    let word = value.trim_end_matches(signs).rsplit(' ').next();
    let squared = word.is_some_and(|w| matches!(w, "km" | "m" | "mi" | "ft" | "cm" | "in"));
    let value = if squared {
        value
    } else {
        value.trim_end_matches(signs)
    };
    value
        .trim_start_matches('~')
        .trim_matches(['"', '“', '”'])
        .to_owned()
}

/// A number with its unit as print has it: *22 Minutes*, *$7 Million USD*.
fn in_words(value: &str) -> String {
    let mut words: Vec<&str> = value.split(' ').collect();
    if words.len() > 1 && value.contains('$') && words.last() == Some(&"USD") {
        words.pop();
    }
    let word = |word: &&str| match *word {
        "Minutes" | "min" | "min." | "mins" | "mins." => "minutes".to_owned(),
        "Million" | "Billion" | "Trillion" | "Hours" | "Hour" => word.to_lowercase(),
        other => other.to_owned(),
    };
    words.iter().map(word).collect::<Vec<_>>().join(" ")
}

/// *none*, *n/a*, *over 2000*: what tells no value, or none for certain.
fn says_nothing(value: &str) -> bool {
    let lower = value.to_lowercase();
    matches!(
        lower.as_str(),
        "none" | "n/a" | "na" | "unknown" | "various" | "tba" | "tbd"
    ) || [
        "over ",
        "more than ",
        "at least ",
        "up to ",
        "under ",
        "less than ",
    ]
    .iter()
    .any(|w| lower.starts_with(w))
}

fn is_kin(word: &str) -> bool {
    let core = word.rsplit(' ').next().unwrap_or(word);
    let close = !matches!(
        core,
        "cousin" | "niece" | "nephew" | "sister-in-law" | "brother-in-law"
    );
    close
        && Lists::shared().role(core).is_some_and(|r| r.class == "kin")
        && word
            .chars()
            .all(|c| c.is_lowercase() || matches!(c, ' ' | '-'))
}

/// `1970–76` as *from 1970 to 1976*.
fn years(qualifier: &str) -> Option<String> {
    let (from, to) = qualifier.split_once(['–', '-'])?;
    let (from, to) = (from.trim(), to.trim());
    let digits = |s: &str| s.chars().all(|c| c.is_ascii_digit());
    if from.len() != 4 || !digits(from) || !digits(to) {
        return None;
    }
    match to.len() {
        4 => Some(format!("from {from} to {to}")),
        2 => Some(format!("from {from} to {}{to}", from.get(..2)?)),
        _ => None,
    }
}

/// The person in *by X* at the end of a qualifier.
fn by(document: &Document<'_>, qualifier: &str) -> Option<String> {
    let at = qualifier.rfind("by ")?;
    let name = qualifier.get(at + 3..)?.trim();
    let known = document
        .names
        .named(name)
        .and_then(|id| document.entity(id));
    let is_person = known.is_some_and(|e| e.kind == Some(Kind::Person));
    (is_person && document.names.named(name) != Some(Names::TITLE)).then(|| name.to_owned())
}
