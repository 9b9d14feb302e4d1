//! Items from the infobox.

mod neighbour;
mod post;

use std::collections::BTreeSet;

use super::distractor::{self, Company};
use super::{Candidate, Rejected, mix};
use crate::fact::field::{
    self, FieldFact, Listing, Order, Qualifier, Topic, ValueKind, class, era,
};
use crate::fact::lists::{Lists, kind_of_class};
use crate::fact::name::World;
use crate::fact::pattern::tale::{self, Tale};
use crate::fact::value::years_in;
use crate::fact::{Document, Kind, Names};
use crate::text::{Gender, given_name, inflect};

/// What all items of a box need to know.
struct Box<'d, 'a> {
    document: &'d Document<'a>,
    company: &'d Company<'d, 'a>,
    topics: Vec<Topic>,
    facts: Vec<FieldFact<'a>>,
    /// The sentences, in lower case.
    sentences: Vec<String>,
    /// All lines of the box.
    lines: String,
    /// The years that the whole article mentions.
    years: BTreeSet<i32>,
    /// The country that the subject belongs to.
    home: &'static str,
    plural: bool,
}

/// All candidates that the infobox gives.
pub(super) fn candidates(
    document: &Document<'_>,
    company: &Company<'_, '_>,
) -> Vec<Result<Candidate, Rejected>> {
    let text = document.text();
    let lines: Vec<&str> = document
        .article
        .fields
        .iter()
        .map(|f| f.line.of(text))
        .collect();
    if lines.is_empty() {
        return Vec::new();
    }
    let whole = Box {
        document,
        company,
        topics: field::topics(document),
        facts: field::facts(document),
        sentences: document
            .sentences
            .iter()
            .map(|s| s.whole.of(text).to_lowercase())
            .collect(),
        years: document.years.clone(),
        home: home(document),
        plural: is_plural(document),
        lines: lines.join("\n"),
    };
    whole
        .facts
        .iter()
        .map(|fact| whole.candidate(fact))
        .chain(post::candidates(document).into_iter().map(Ok))
        .collect()
}

/// Whether the first sentence speaks of the subject as of several.
pub(super) fn is_plural(document: &Document<'_>) -> bool {
    let lead = document.sentences.first();
    let title = &document.article.title;
    if [
        "Awards",
        "Games",
        "Prizes",
        "Islands",
        "Mountains",
        "Championships",
        "Wars",
    ]
    .iter()
    .any(|end| title.ends_with(end))
    {
        return true;
    }
    title.ends_with('s')
        && lead.is_some_and(|s| {
            s.parse
                .words
                .iter()
                .find_map(|w| match w.span.of(document.text()) {
                    "are" | "were" => Some(true),
                    "is" | "was" => Some(false),
                    _ => None,
                })
                .unwrap_or(false)
        })
}

/// The country that the box, or else the first sentence, names.
fn home(document: &Document<'_>) -> &'static str {
    let text = document.text();
    let lead = document.sentences.first().map(|s| s.whole.of(text));
    let lines = document.article.fields.iter().map(|f| f.line.of(text));
    lines
        .chain(lead)
        .flat_map(|line| line.split([',', ':', '(', ')']))
        .find_map(|part| {
            let part = part.trim();
            let part = if matches!(part, "U.S." | "US" | "USA") {
                "United States"
            } else {
                part
            };
            class::find("country", part).map(|e| e.name).or_else(|| {
                part.split(' ')
                    .find_map(|w| match w {
                        "US" | "U.S." | "NASA" => Some("United States"),
                        "UK" => Some("United Kingdom"),
                        _ => Lists::shared().demonym(w),
                    })
                    .filter(|c| class::find("country", c).is_some())
            })
        })
        .unwrap_or("")
}

impl Box<'_, '_> {
    fn candidate(&self, fact: &FieldFact<'_>) -> Result<Candidate, Rejected> {
        let document = self.document;
        let rejected = |reason: &str| {
            Err(Rejected {
                candidate: fact.field.line.of(document.text()).to_owned(),
                reason: reason.to_owned(),
            })
        };
        if fact.value.to_lowercase().contains("unnamed") || fact.value == document.article.title {
            return rejected("the value is no name");
        }
        if matches!(
            fact.value.to_lowercase().as_str(),
            "pilot" | "finale" | "series finale" | "the finale"
        ) {
            return rejected("the value tells that it is the first or last");
        }
        let mentions = document
            .names
            .named(&fact.value)
            .and_then(|id| document.entity(id))
            .map_or(0, |e| e.mentions);
        if self.topics.contains(&Topic::Franchise) && fact.class == "actor" && mentions < 2 {
            return rejected("one of many who played the part");
        }
        if is_kin(fact) && mentions == 0 && !is_close(fact) {
            return rejected("a relative of whom the text says nothing");
        }
        let choice = usize::try_from(mix(&document.article.title, &fact.field.key)).unwrap_or(0);
        let Some(template) = fact.rule.stems.get(choice % fact.rule.stems.len().max(1)) else {
            return rejected("no wording");
        };
        let mut key = written(document, fact);
        let stem = self.stem(template, fact);
        if stem.contains("{F}") {
            return rejected("nothing says in which office");
        }
        let seed = format!("{}|{stem}", document.article.title);
        let rivals = || distractor::rivals_of(&document.article.title, &key);
        let distractors = match fact.rule.value {
            ValueKind::Year(order) => self.years(fact, order, &seed),
            ValueKind::Code => neighbour::codes(&key, &seed),
            ValueKind::Domain if is_plain(&key, &document.article.title) => {
                return rejected("the name gives the domain away");
            }
            ValueKind::Domain => neighbour::domains(&key, &document.article.title, &seed),
            ValueKind::Number(unit) | ValueKind::Height(unit) => {
                let near = matches!(fact.rule.value, ValueKind::Height(_));
                // A small number stands everywhere; a measured one would be another fact.
                let measured = key.len() > 3;
                let said = |n: &str| {
                    says(
                        if measured {
                            document.text()
                        } else {
                            &self.lines
                        },
                        n,
                    )
                };
                match neighbour::numbers(&key, unit, near, said, &seed) {
                    None => return rejected("the value is not one number"),
                    Some((shown, mut pool)) => {
                        key = shown;
                        if self.topics.contains(&Topic::Element) && unit.is_empty() {
                            // There are no more elements, groups or periods.
                            pool.retain(|n| n.parse().is_ok_and(|n: u32| n <= 118));
                        }
                        pool
                    }
                }
            }
            // The capital of a state is not always its largest town.
            ValueKind::Capital if rivals().len() >= distractor::MIN_DISTRACTORS => rivals(),
            // Capitals of anywhere tempt nobody.
            ValueKind::Capital
                if class::find("capital", &key).is_none() || template.contains("largest") =>
            {
                return rejected("nothing says which capitals lie near");
            }
            _ => {
                let mut pool = self.names(fact, &key, template);
                if pool.len() < distractor::MIN_DISTRACTORS
                    && (is_kin(fact) || is_bond(fact))
                    && !self.topics.contains(&Topic::Character)
                {
                    let sex = sex_of(&fact.qualifier);
                    pool.extend(distractor::strangers(self.company, &key, sex, &stem));
                }
                pool
            }
        };
        if is_kin(fact)
            && let Some(short) = shortened(&key, &distractors)
        {
            key = short;
        }
        Ok(Candidate {
            stem,
            distractors,
            category: "Profile".to_owned(),
            section: None,
            evidence: fact.field.line,
            fact: format!("{} | {} | {key}", document.article.title, fact.field.key),
            salience: match fact.rule.qualifier {
                Qualifier::Kin | Qualifier::SharedKin => 4,
                _ => 8,
            },
            about_title: false,
            mirror: None,
            key,
        })
    }

    fn stem(&self, template: &str, fact: &FieldFact<'_>) -> String {
        let subject = &self.document.subject;
        let mut template = template.to_owned();
        if self.plural {
            for (one, many) in [("was {", "were {"), ("does {", "do {"), ("is {", "are {")] {
                template = template.replace(one, many);
            }
        }
        if self.topics.first() == Some(&Topic::Human) {
            let field = |key: &str| {
                let fields = &self.document.article.fields;
                fields.iter().any(|f| field::condensed(&f.key) == key)
            };
            if field("deathdate") || field("died") || field("deathplace") {
                template = template.replace("How tall is", "How tall was");
            } else {
                template = template.replace("did {T} belong", "does {T} belong");
            }
        }
        if !fact.noun.is_empty() {
            let asked = format!("In which {} ", fact.noun);
            template = template
                .replacen("In which city ", &asked, 1)
                .replacen("Where ", &asked, 1);
        }
        let line = fact.field.line.of(self.document.text()).to_lowercase();
        if ["estimate", "est.", "est)"]
            .iter()
            .any(|w| line.contains(w))
        {
            template = template.replace("the population", "the estimated population");
        }
        let written = self.subject();
        let mut stem = template
            .replace("{was}", if self.plural { "were" } else { "was" })
            .replace("{does}", if self.plural { "do" } else { "does" })
            .replace("{T}", &written)
            .replace("{N}", &self.introduced())
            .replace("{Q}", &fact.qualifier)
            .replace("{V}", &fact.qualifier)
            .replace("{K}", &fact.field.key.to_lowercase())
            .replace("{F}", &self.office().unwrap_or_else(|| "{F}".to_owned()))
            .replace(
                "{A}",
                &format!("{} {}", inflect::article(&fact.qualifier), fact.qualifier),
            )
            .replace("{O}", &super::phrase::join(&fact.others));
        if let Some(domain) = subject.domain.as_deref().filter(|d| {
            subject.is_person && subject.is_fictional && *d != self.document.article.title
        }) {
            let episode = stem.contains("which episode");
            stem = if episode {
                stem.replace("which episode", &format!("which episode of {domain}"))
            } else {
                placed(&stem, &subject.written, domain)
            };
        }
        super::question::capitalise(&stem)
    }

    /// The one office of the box: *President* for *42nd President*.
    fn office(&self) -> Option<String> {
        let mut found = self
            .document
            .article
            .fields
            .iter()
            .filter(|f| matches!(field::condensed(&f.key).as_str(), "office" | "order"))
            .flat_map(|f| f.values.iter().map(|v| v.text.of(self.document.text())));
        let office = found.next().filter(|_| found.next().is_none())?;
        let office = match office.split_once(' ') {
            Some((first, rest)) if first.starts_with(|c: char| c.is_ascii_digit()) => rest,
            _ => office,
        };
        let post = office.split(" of ").next().unwrap_or(office);
        let role = Lists::shared().role(&post.to_lowercase()).is_some();
        (role && !office.contains([',', ';'])).then(|| office.to_owned())
    }

    /// The subject, with the article that the first sentence gives it.
    fn subject(&self) -> String {
        let subject = &self.document.subject;
        let title = &self.document.article.title;
        let articled = self
            .document
            .sentences
            .first()
            .and_then(|s| s.whole.of(self.document.text()).strip_prefix("The "))
            .and_then(|s| s.strip_prefix(title.as_str()))
            .is_some_and(|rest| {
                [" is ", " was ", " are ", " were ", ",", " ("]
                    .iter()
                    .any(|w| rest.starts_with(w))
            });
        if articled && subject.written == *title && subject.kind != Some(Kind::Work) {
            format!("the {title}")
        } else {
            subject.written.clone()
        }
    }

    /// *the film Die Another Day*
    fn introduced(&self) -> String {
        let subject = &self.document.subject;
        let written = &subject.written;
        match self.topics.first().and_then(|t| t.noun()) {
            Some(noun) if !written.to_lowercase().contains(noun) => {
                let domain = subject.domain.as_deref();
                let of = domain
                    .filter(|d| {
                        self.topics.first() == Some(&Topic::Episode)
                            && *d != self.document.article.title
                    })
                    .map(|d| format!(" of {d}"))
                    .unwrap_or_default();
                format!("the {noun} {written}{of}")
            }
            _ => written.clone(),
        }
    }

    /// Years that the box does not name, in the order of a life and not
    /// beyond what the article knows.
    fn years(&self, fact: &FieldFact<'_>, order: Order, seed: &str) -> Vec<String> {
        let Ok(year) = fact.value.parse::<i32>() else {
            return Vec::new();
        };
        let in_box = years_in(&self.lines);
        let horizon = self
            .years
            .range(..=2100)
            .next_back()
            .copied()
            .unwrap_or(year);
        let mut range = (i32::MIN, horizon.max(year));
        if order == Order::Before
            && let Some(&next) = in_box.range(year + ROOM..).next()
        {
            range.1 = range.1.min(next - 1);
        }
        if order == Order::After
            && let Some(&last) = in_box.range(..year - ROOM).next_back()
        {
            range.0 = last + 1;
        }
        // Who has not begun wins nothing yet, who has retired no more.
        let begun = ["turned pro", "turnedpro", "debut", "years active"]
            .iter()
            .filter_map(|key| document_line(self.document, key))
            .filter_map(|line| years_in(line).first().copied());
        for first in begun.filter(|first| *first < year) {
            range.0 = range.0.max(first);
        }
        let retired = document_line(self.document, "retired");
        if let Some(last) = retired.and_then(|line| years_in(line).last().copied())
            && last >= year
        {
            range.1 = range.1.min(last);
        }
        // What grown people do, they do not do as children.
        if let Some(grown) = distractor::grown(self.document, year) {
            range.0 = range.0.max(grown);
        }
        neighbour::years(year, range, |y| in_box.contains(&y), seed)
    }

    fn names(&self, fact: &FieldFact<'_>, key: &str, template: &str) -> Vec<String> {
        let mut pool = self.beside(fact);
        let kind = match fact.rule.value {
            ValueKind::Person(_) | ValueKind::Scholar => Kind::Person,
            ValueKind::Name(kind, _) => kind,
            _ => {
                if pool.len() < distractor::MIN_DISTRACTORS {
                    pool.extend(self.members(fact, key));
                }
                return pool;
            }
        };
        if pool.len() >= distractor::MIN_DISTRACTORS {
            return pool;
        }
        let character = self.topics.contains(&Topic::Character);
        // A class of the word lists is of one trade, the persons of an article
        // are not; but those of a story and of a crew are.
        if kind == Kind::Person && !fact.class.is_empty() && !character {
            pool.extend(self.crew(fact));
            // Who wrote and found long ago is known by name or not at all.
            let modern = matches!(
                fact.class,
                "actor"
                    | "astronaut"
                    | "founder"
                    | "designer"
                    | "footballer"
                    | "director"
                    | "film-producer"
                    | "composer"
            );
            if pool.len() < distractor::MIN_DISTRACTORS
                && (modern || class::find(fact.class, key).is_some())
            {
                pool.extend(self.members(fact, key));
            }
            // Heads of one state are taken for one another, of two they are not.
            let state = |name: &str| {
                class::find(fact.class, name).and_then(|known| known.group.split(' ').next())
            };
            if matches!(fact.class, "politician" | "monarch") {
                pool.retain(|name| state(name) == state(key));
            }
            return pool;
        }
        pool.extend(same_line(self.document, fact));
        let makers = self.makers(fact);
        let partner = PARTNERS.contains(&core(&fact.qualifier));
        if partner {
            pool.clear();
        }
        if !is_kin(fact) || partner {
            if kind == Kind::Person {
                pool.extend(self.crew(fact));
            }
            pool.extend(self.bystanders(fact, kind, key, template));
        }
        pool.retain(|name| !makers.contains(name));
        if pool.len() < distractor::MIN_DISTRACTORS + 1 {
            pool.extend(self.members(fact, key));
        }
        pool
    }

    /// Who made another work that the article tells of: no actor.
    fn makers(&self, fact: &FieldFact<'_>) -> Vec<String> {
        if fact.class != "actor" {
            return Vec::new();
        }
        tale::tales(self.document)
            .into_iter()
            .filter_map(|told| match told.tale {
                Tale::Made { makers, .. } => Some(makers),
                _ => None,
            })
            .flatten()
            .filter_map(|id| self.document.entity(id).map(|e| e.name.clone()))
            .collect()
    }

    /// Names of the article of which no sentence says what the wording asks.
    fn bystanders(
        &self,
        fact: &FieldFact<'_>,
        kind: Kind,
        key: &str,
        template: &str,
    ) -> Vec<String> {
        let mut roots = roots(template);
        let character = self.topics.contains(&Topic::Character);
        if character && !matches!(fact.class, "actor") && self.document.subject.domain.is_none() {
            // Without a work to place them in, players and played look alike.
            roots.extend(["portr", "voice", "starr", "actor", "playe", "cast"].map(str::to_owned));
        }
        let told = self.told(&roots);
        let own: Vec<&str> = self
            .document
            .article
            .fields
            .iter()
            .filter(|f| f.key.to_lowercase().contains("name"))
            .map(|f| f.line.of(self.document.text()))
            .collect();
        let scholars = (fact.rule.value == ValueKind::Scholar).then(|| {
            self.told(
                &[
                    "physic", "chemi", "profes", "scien", "mathe", "biolo", "labor", "resea",
                ]
                .map(str::to_owned),
            )
        });
        let criminal = |name: &str| class::find("criminal", name).is_some();
        siblings(self.document, self.company, fact, kind, key)
            .into_iter()
            .filter(|name| !criminal(name))
            .filter(|name| {
                let name = name.trim_matches('"').to_lowercase();
                let among = |sentences: &[&str]| sentences.iter().any(|s| s.contains(&name));
                !own.iter().any(|line| line.to_lowercase().contains(&name))
                    && !among(&told)
                    && scholars.as_ref().is_none_or(|s| among(s))
            })
            .collect()
    }

    /// Other values of the line that are bound to other years.
    fn beside(&self, fact: &FieldFact<'_>) -> Vec<String> {
        let by_years = matches!(fact.rule.qualifier, Qualifier::Years | Qualifier::InYear);
        if !by_years {
            return Vec::new();
        }
        let text = self.document.text();
        let mine = years_in(&fact.qualifier);
        let mut pool: Vec<(u64, String)> = fact
            .field
            .values
            .iter()
            .filter(|v| v.text != fact.span)
            .filter_map(|v| {
                let theirs = years_in(v.qualifier?.of(text));
                let apart = match (mine.first(), mine.last(), theirs.first(), theirs.last()) {
                    (Some(a), Some(b), Some(c), Some(d)) => a != c && (b <= c || d <= a),
                    _ => false,
                };
                let name = v.text.of(text).trim_matches('"').to_owned();
                apart.then(|| (mix(&fact.value, &name), name))
            })
            .collect();
        pool.sort_unstable();
        pool.into_iter().map(|(_, name)| name).collect()
    }

    /// Persons of other lines of the box: the writer beside the director.
    fn crew(&self, fact: &FieldFact<'_>) -> Vec<String> {
        if !self.topics.contains(&Topic::Work) || fact.rule.list == Listing::Each {
            return Vec::new();
        }
        let mut pool = Vec::new();
        for other in &self.facts {
            let is_person = matches!(other.rule.value, ValueKind::Person(_));
            // Nobody takes the players for those who made it.
            let player = other.rule.list == Listing::Each;
            if is_person && !player && other.field.line != fact.field.line {
                pool.extend(std::iter::once(&other.value).chain(&other.others).cloned());
            }
        }
        let line = fact.field.line.of(self.document.text());
        pool.retain(|name| name.contains(' ') && !line.contains(name.as_str()));
        pool
    }

    /// The earliest year in the box.
    fn first_year(&self) -> Option<i32> {
        years_in(&self.lines).first().copied()
    }

    /// The sentences that have one of these beginnings of words.
    fn told(&self, roots: &[String]) -> Vec<&str> {
        self.sentences
            .iter()
            .filter(|s| {
                s.split(|c: char| !c.is_alphanumeric())
                    .any(|word| roots.iter().any(|r| word.starts_with(r.as_str())))
            })
            .map(String::as_str)
            .collect()
    }

    /// Other members of the value's class, those of its group first. A list
    /// of which the box gives one value says that the others are false;
    /// otherwise the article must not mention them.
    /// Whether the lead calls the work a comedy.
    fn is_comedy(&self) -> bool {
        let lead = self.document.sentences.iter().filter(|s| s.section == 0);
        lead.map(|s| s.whole.of(self.document.text()))
            .any(|s| s.contains("sitcom") || s.contains("comedy"))
    }

    /// Characters of the series that a character comes from: those of others do
    /// not tempt.
    fn cast_of(&self, key: &str) -> Vec<String> {
        let Some(known) = class::find("series-character", key) else {
            return Vec::new();
        };
        let gender = given_name(key);
        let mut pool: Vec<&str> = class::entries("series-character")
            .into_iter()
            .filter(|e| e.group == known.group && e.name != known.name)
            .filter(|e| gender.is_none() || given_name(e.name).is_none_or(|g| Some(g) == gender))
            .map(|e| e.name)
            .filter(|name| !says(self.document.text(), name))
            .collect();
        pool.sort_unstable_by_key(|name| mix(key, name));
        pool.into_iter().map(str::to_owned).collect()
    }

    fn members(&self, fact: &FieldFact<'_>, key: &str) -> Vec<String> {
        // Who invents comics is of another trade.
        let elsewhere = fact.class == "tv-creator" && !self.document.subject.in_series;
        if fact.class.is_empty() || elsewhere {
            return Vec::new();
        }
        if fact.class == "tv-character" {
            return self.cast_of(key);
        }
        let known = class::find(fact.class, key);
        if matches!(
            fact.class,
            "political-party" | "publisher" | "language" | "war"
        ) {
            let beside = distractor::narrow(fact.field.line.of(self.document.text()), key);
            if beside.len() >= distractor::MIN_DISTRACTORS {
                return beside;
            }
        }
        // *Cambridge, Massachusetts*
        let line = fact.field.line.of(self.document.text());
        let region = line
            .split_once(&format!("{key}, "))
            .and_then(|(_, rest)| distractor::region_at(rest));
        let overseas = known.is_some_and(|k| k.group != "United States")
            && region.is_some_and(|r| class::find("us-state", r).is_some());
        if fact.class == "city" && (known.is_none() || overseas) {
            let towns = region.map(|region| distractor::towns_of(self.document, region, key));
            if let Some(towns) = towns.filter(|t| t.len() >= distractor::MIN_DISTRACTORS) {
                return towns;
            }
        }
        // The key's country, or else the subject's; lists of persons shorten it.
        let country = known.map_or(self.home, |k| k.group);
        let short = match self.home {
            "United States" => "US",
            "United Kingdom" | "England" | "Scotland" | "Wales" => "UK",
            other => other,
        };
        let region = |name: &str| class::find("country", name).map(|c| c.group);
        let closed = matches!(
            fact.rule.value,
            ValueKind::Listed(_) | ValueKind::Status | ValueKind::Capital | ValueKind::Town
        );
        let is_person = kind_of_class(fact.class) == Kind::Person;
        let gender = given_name(key).filter(|_| is_person);
        let trade = match self.topics.first() {
            Some(Topic::Game) => "games",
            Some(Topic::Book) => "books",
            Some(Topic::Character) => "comics",
            _ => "",
        };
        let distance = |group: &str| {
            let same = match known {
                Some(key) => group == key.group,
                None if fact.class == "publisher" => group == trade,
                None if matches!(fact.class, "founder" | "designer") => {
                    in_era(group, self.first_year())
                }
                None => {
                    !short.is_empty()
                        && (group.split(' ').next() == Some(short) || group.starts_with(self.home))
                }
            };
            let around = region(country).is_some_and(|r| {
                [Some(group), region(group)].into_iter().flatten().any(|g| {
                    g == r
                        || NEIGHBOURS
                            .iter()
                            .any(|pair| pair.contains(&g) && pair.contains(&r))
                })
            });
            match (same, around) {
                (true, _) => 0,
                (false, true) => 1,
                (false, false) => 2,
            }
        };
        let united =
            |name: &str| matches!(name, "England" | "Scotland" | "Wales" | "Northern Ireland");
        let wars = if fact.class == "war" {
            class::entries("military-conflict")
        } else {
            Vec::new()
        };
        let mut all: Vec<_> = class::entries(fact.class)
            .into_iter()
            .chain(wars.into_iter().filter(|e| e.name.ends_with(" War")))
            .filter(|e| {
                let small = |name: &str| distractor::SMALL.contains(&name);
                let clash = fact.class == "country"
                    && (!small(key) && small(e.name)
                        || united(key) && e.name == "United Kingdom"
                        || !united(key) && united(e.name));
                let spoken = fact.class == "language" && says(&self.lines, e.name);
                let said = spoken
                    || if closed {
                        says(&self.lines, e.name)
                    } else {
                        self.document.text().contains(e.name)
                    };
                let fits = match gender {
                    Some(Gender::Male) => !e.group.ends_with(" f"),
                    Some(Gender::Female) => !e.group.ends_with(" m"),
                    _ => true,
                };
                let fits = fits
                    && (!is_person
                        || gender.is_none()
                        || given_name(e.name).is_none_or(|g| Some(g) == gender));
                // Out of a comedy nobody comes to mind from a drama.
                let fits = fits
                    && !(matches!(fact.class, "tv-character" | "tv-creator")
                        && self.is_comedy()
                        && matches!(
                            e.group,
                            "drama" | "crime" | "sci-fi and fantasy" | "Muppets" | "animation"
                        ));
                let family = e.name.rsplit(' ').next().unwrap_or("");
                let kept = !is_person || !says(fact.field.line.of(self.document.text()), family);
                !clash
                    && !said
                    && fits
                    && kept
                    && !are_aliases(e.name, key)
                    && !e.name.eq_ignore_ascii_case(key)
            })
            .collect();
        let fame = known.map_or(
            if is_person && self.topics.first() != Some(&Topic::Character) {
                2
            } else {
                1
            },
            |k| k.fame,
        );
        if let Some(begun) = era::of(key).filter(|_| fact.class != "country") {
            // Wars of one time, founders of one generation.
            // Who comes before and after somebody in office is of the same age.
            let reach = if fact.class == "politician" {
                GENERATION / 2
            } else {
                GENERATION
            };
            let near = |e: &class::Entry| {
                era::of(e.name).is_some_and(|year| year.abs_diff(begun) <= reach)
            };
            if all.iter().filter(|e| near(e)).count() >= distractor::MIN_DISTRACTORS {
                all.retain(near);
            }
        }
        // Who works together is of one time, and no network comes after its show.
        if let Some(made) = self
            .first_year()
            .filter(|_| self.topics.contains(&Topic::Work))
        {
            let then = |e: &class::Entry| match era::of(e.name) {
                Some(born) if is_person => (made - 70..made - 20).contains(&born),
                None if fact.class == "composer" => e.group == "film",
                Some(begun) if fact.class == "tv-network" => begun <= made,
                _ => true,
            };
            all.retain(then);
        }
        // A small distributor is taken for a great one, not for one of another land.
        if fact.class == "film-studio" && known.is_none() {
            all.retain(|e| e.group == "United States");
        }
        if key == "United States" {
            all.retain(|e| SPEAK_ENGLISH.contains(&e.name));
        }
        all.sort_unstable_by_key(|e| {
            (
                distance(e.group),
                e.fame.abs_diff(fame),
                mix(&self.document.article.title, e.name),
            )
        });
        for level in [0, 1] {
            let close = all.iter().filter(|e| distance(e.group) <= level).count();
            if close >= distractor::MIN_DISTRACTORS {
                all.truncate(close);
                break;
            }
        }
        all.truncate(crate::item::MAX_DISTRACTORS);
        all.iter().map(|e| e.name.to_owned()).collect()
    }
}

/// The line of the box under a key.
fn document_line<'d>(document: &'d Document<'_>, key: &str) -> Option<&'d str> {
    let mut lines = document.article.fields.iter();
    lines
        .find(|f| f.key.eq_ignore_ascii_case(key))
        .map(|f| f.line.of(document.text()))
}

/// The sex that the word for a relative tells.
fn sex_of(qualifier: &str) -> Option<Gender> {
    let noun = core(qualifier).rsplit(' ').next().unwrap_or("");
    Lists::shared().role(noun).and_then(|r| r.gender)
}

/// How many years apart wars and births may lie to be taken for one another.
const GENERATION: u32 = 45;

/// The years that must lie between two dates of a box for one to bound the
/// neighbours of the other: else the key would always be the last of them.
const ROOM: i32 = 6;

/// *.az* for Azerbaijan.
fn is_plain(domain: &str, title: &str) -> bool {
    let letters = domain.trim_start_matches('.');
    title.to_lowercase().starts_with(letters)
}

/// Regions of countries that are taken for one another where one is small.
const NEIGHBOURS: [[&str; 2]; 9] = [
    ["British Isles", "Western Europe"],
    ["North America", "Central America"],
    ["Baltic", "Northern Europe"],
    ["Caucasus", "Eastern Europe"],
    ["Central Asia", "Eastern Europe"],
    ["North Africa", "Middle East"],
    ["Caucasus", "Middle East"],
    ["Balkans", "Southern Europe"],
    ["Balkans", "Eastern Europe"],
];

/// Countries that one could take the United States for.
const SPEAK_ENGLISH: [&str; 7] = [
    "Canada",
    "Mexico",
    "United Kingdom",
    "Australia",
    "New Zealand",
    "Ireland",
    "South Africa",
];

fn is_kin(fact: &FieldFact<'_>) -> bool {
    matches!(fact.rule.qualifier, Qualifier::Kin | Qualifier::SharedKin)
}

/// Whether the line tells of husbands, wives and partners.
fn is_bond(fact: &FieldFact<'_>) -> bool {
    let keys = fact.rule.keys;
    keys.iter()
        .any(|key| matches!(*key, "spouse" | "partner" | "partners"))
}

/// Whether a relative is one whom a player of the story may know by name:
/// parent, child, brother or sister.
fn is_close(fact: &FieldFact<'_>) -> bool {
    matches!(
        fact.qualifier.as_str(),
        "father" | "mother" | "son" | "daughter" | "brother" | "sister" | "brothers" | "sisters"
    )
}

/// A name without its middle names, where no option has any: else its length
/// would give it away.
fn shortened(key: &str, pool: &[String]) -> Option<String> {
    let words: Vec<&str> = key.split(' ').collect();
    let plain = |name: &String| name.split(' ').count() == 2;
    match words.as_slice() {
        [first, _, last] if pool.iter().filter(|n| !plain(n)).count() == 0 => {
            Some(format!("{first} {last}"))
        }
        _ => None,
    }
}

/// Names of one thing, or of a thing and its part.
const ALIASES: [[&str; 2]; 10] = [
    ["Pneumonia", "Bronchopneumonia"],
    ["Sears Tower", "Willis Tower"],
    ["University of Paris", "Sorbonne"],
    ["DC Comics", "Vertigo Comics"],
    ["University of Cambridge", "King's College, Cambridge"],
    ["University of London", "University College London"],
    ["University of London", "King's College London"],
    ["ABC", "Disney"],
    ["Catholicism", "Christianity"],
    ["United States Navy", "United States Marine Corps"],
];

fn are_aliases(a: &str, b: &str) -> bool {
    ALIASES
        .iter()
        .any(|pair| pair.contains(&a) && pair.contains(&b))
}

/// Whether a year lies in an era as the classes name it: *before 1750*, *1750
/// to 1850*, *after 1945*.
fn in_era(era: &str, year: Option<i32>) -> bool {
    let parse = |text: &str| text.parse::<i32>().ok();
    let (from, to) = if let Some(to) = era.strip_prefix("before ") {
        (Some(i32::MIN), parse(to))
    } else if let Some(from) = era.strip_prefix("after ") {
        (parse(from), Some(i32::MAX))
    } else {
        era.split_once(" to ")
            .map_or((None, None), |(from, to)| (parse(from), parse(to)))
    };
    matches!((from, year, to), (Some(from), Some(year), Some(to)) if from <= year && year < to)
}

/// Whether a text has these words.
fn says(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let after = text.get(at + words.len()..).and_then(|t| t.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// The beginnings of the telling words of a wording: *found*, *direc*.
fn roots(template: &str) -> Vec<String> {
    const GENERAL: [&str; 12] = [
        "which", "these", "those", "whose", "together", "right", "before", "after", "company",
        "first", "called", "name",
    ];
    template
        .split(|c: char| !c.is_alphabetic())
        .filter(|w| w.len() > 4)
        .map(str::to_lowercase)
        .filter(|w| !GENERAL.contains(&w.as_str()))
        .map(|w| w.chars().take(5).collect())
        .collect()
}

/// The value as an option shows it.
fn written(document: &Document<'_>, fact: &FieldFact<'_>) -> String {
    match document
        .names
        .named(&fact.value)
        .and_then(|id| document.entity(id))
    {
        Some(entity) if fact.rule.qualifier == Qualifier::By => entity.name.clone(),
        Some(entity) if entity.quoted => entity.written(),
        _ if matches!(fact.rule.value, ValueKind::Name(Kind::Work, _))
            && fact.span.start > 0
            && document
                .text()
                .get(fact.span.start..)
                .is_some_and(|t| t.starts_with(['"', '“'])) =>
        {
            format!("\"{}\"", fact.value)
        }
        _ => match fact.value.parse::<u64>() {
            // A population of 3645257.
            Ok(count) if fact.value.len() > 4 => crate::text::number::grouped(count),
            _ => without_initial(document.text(), &fact.value),
        },
    }
}

/// *Ann Lee* for *Ann B. Lee*, where the text has it so.
fn without_initial(text: &str, name: &str) -> String {
    let words: Vec<&str> = name.split(' ').collect();
    if let &[first, initial, last] = words.as_slice() {
        let short = format!("{first} {last}");
        if initial.len() == 2 && initial.ends_with('.') && text.contains(&short) {
            return short;
        }
    }
    name.to_owned()
}

/// A stem with its work of fiction named where it reads best.
fn placed(stem: &str, subject: &str, domain: &str) -> String {
    if stem.contains("portray") || stem.starts_with("Who plays") || stem.starts_with("In what year")
    {
        return format!("{} in {domain}?", stem.trim_end_matches('?'));
    }
    if stem.contains("creat") || stem.contains("based") {
        return stem.replacen(subject, &format!("{subject} of {domain}"), 1);
    }
    let mut chars = stem.chars();
    let first: String = chars
        .next()
        .into_iter()
        .flat_map(char::to_lowercase)
        .collect();
    format!("In {domain}, {first}{}", chars.as_str())
}

/// Relations that are no blood relations.
const PARTNERS: [&str; 10] = [
    "girlfriend",
    "boyfriend",
    "ex-girlfriend",
    "ex-boyfriend",
    "wife",
    "husband",
    "ex-wife",
    "ex-husband",
    "fiancée",
    "fiancé",
];

fn core(qualifier: &str) -> &str {
    qualifier.rsplit(' ').next().unwrap_or(qualifier)
}

/// Values of neighbouring lines of the same sort: other relatives.
fn same_line(document: &Document<'_>, fact: &FieldFact<'_>) -> Vec<String> {
    if !matches!(fact.rule.qualifier, Qualifier::Kin | Qualifier::SharedKin) {
        return Vec::new();
    }
    let text = document.text();
    let role = |word: &str| Lists::shared().role(word.rsplit(' ').next().unwrap_or(word));
    let gender = role(&fact.qualifier).and_then(|r| r.gender);
    let mut pool: Vec<(bool, String)> = document
        .article
        .fields
        .iter()
        .filter(|f| fact.rule.keys.contains(&f.key.to_lowercase().as_str()))
        .flat_map(|f| &f.values)
        .filter_map(|v| {
            let name = v.text.of(text);
            let kin = v.qualifier?.of(text);
            let named =
                name.starts_with(|c: char| c.is_uppercase()) && !name.starts_with("Unnamed");
            let other = role(kin)
                .and_then(|r| r.gender)
                .or_else(|| given_name(name));
            let fits = (gender.is_none() || other == gender) && !PARTNERS.contains(&core(kin));
            (named && fits && kin != fact.qualifier && name != fact.value)
                .then(|| (other == gender, name.to_owned()))
        })
        .collect();
    let family = |name: &str| name.split(' ').next_back() == fact.value.split(' ').next_back();
    pool.sort_unstable_by_key(|(same, name)| (!same, !family(name), mix(&fact.value, name)));
    pool.into_iter().map(|(_, name)| name).collect()
}

/// Names of the article that are of the key's kind and stand in no relation
/// to the key's line.
fn siblings(
    document: &Document<'_>,
    company: &Company<'_, '_>,
    fact: &FieldFact<'_>,
    kind: Kind,
    key: &str,
) -> Vec<String> {
    let line = fact.field.line.of(document.text());
    let entity = document
        .names
        .named(&fact.value)
        .and_then(|id| document.entity(id));
    let id = document.names.named(&fact.value);
    let story = document.subject.is_fictional
        && !matches!(
            fact.rule.keys.first(),
            Some(&("portrayer" | "creator" | "creators" | "voice"))
        );
    let kin = matches!(fact.rule.qualifier, Qualifier::Kin | Qualifier::SharedKin);
    let gender = if kin {
        Lists::shared()
            .role(fact.qualifier.rsplit(' ').next().unwrap_or(""))
            .and_then(|r| r.gender)
    } else {
        entity.and_then(|e| e.gender)
    };
    let mut pool: Vec<_> = document
        .names
        .entities
        .iter()
        .enumerate()
        .filter(|&(other, e)| {
            other != Names::TITLE
                && Some(other) != id
                && e.kind == Some(kind)
                && e.mentions > 0
                && e.quoted == key.starts_with('"')
                && (kind == Kind::Person || entity.is_none_or(|k| k.noun == e.noun))
                && !line.contains(&e.name)
                && (kind != Kind::Person || is_personal(document, e))
                && !says(line, e.name.rsplit(' ').next().unwrap_or(""))
                && !matches!(e.world, World::Family | World::Elsewhere)
                && !(kind == Kind::Person
                    && document.subject.kind == Some(Kind::Work)
                    && distractor::in_story(company, other))
                && (kind != Kind::Person
                    || !document.subject.is_fictional
                    || distractor::in_story(company, other) == story
                        && !(story && distractor::is_guest(document, e)))
                && (gender.is_none() || e.gender == gender)
                && distractor::is_sound(company, other)
                && (story
                    || !document.subject.is_fictional
                    || entity.is_none_or(|k| k.trade == e.trade))
        })
        .collect();
    pool.sort_unstable_by_key(|&(id, e)| {
        (
            std::cmp::Reverse((
                e.name.contains(' ') == key.contains(' '),
                e.gender == gender,
                e.mentions,
            )),
            id,
        )
    });
    pool.into_iter().map(|(_, e)| e.written()).collect()
}

/// Whether a name that was taken for a person's reads like one: mentioned more
/// than once, a given name in front, no place or work of that name, nobody whom
/// everybody knows, no relative of the subject. (In a story any will do.)
fn is_personal(document: &Document<'_>, entity: &crate::fact::Entity) -> bool {
    if document.subject.is_fictional {
        return true;
    }
    let other = Lists::shared()
        .known(&entity.name)
        .iter()
        .any(|k| kind_of_class(k.class) != Kind::Person || k.fame == 1);
    let words: Vec<&str> = entity.name.split(' ').collect();
    let family = document.article.title.rsplit(' ').next().unwrap_or("");
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return false;
    };
    let numeral = |w: &&str| w.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    (2..=3).contains(&words.len())
        && entity.mentions > 1
        && (given_name(first).is_some() || first.ends_with('.'))
        && *last != family
        && !words.iter().any(numeral)
        && !other
        && words
            .iter()
            .all(|w| w.starts_with(char::is_uppercase) || w.len() < 4)
}
