//! Facts from the infobox: a table of keys, what their values are, and how to
//! ask for them.

use super::kind::Kind;
use super::value::year_of;
use super::{Document, Names};
use crate::article::{Field, FieldValue};
use crate::text::{Span, number};

/// What the value of an infobox key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueKind {
    /// A name of this kind; the second part names the class of word list
    /// that further distractors come from, if any.
    Name(Kind, &'static str),
    /// A year, or a date whose year is asked for.
    Year,
    /// An entry of this class of the word lists.
    Listed(&'static str),
    /// A whole number.
    Count,
}

/// Which subjects a rule is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Any subject.
    Any,
    /// A character of fiction.
    Character,
    /// A person who lives or lived.
    Human,
    /// Anything of this kind.
    A(Kind),
}

/// One way to read an infobox key.
#[derive(Debug)]
pub struct Rule {
    /// The keys, in lower case, as the readers write them.
    pub keys: &'static [&'static str],
    /// The subjects it is for.
    pub about: About,
    /// What its values are.
    pub value: ValueKind,
    /// Stems, with `{T}` for the subject and `{Q}` for the value's qualifier,
    /// `{O}` for the other values of a list.
    pub stems: &'static [&'static str],
    /// What to make of a key with several values.
    pub list: ListPolicy,
    /// What the qualifier must be.
    pub qualifier: Qualifier,
}

/// What to make of a key with several values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListPolicy {
    /// Only a single value gives a fact.
    Single,
    /// Each value, asked for as *which of these*.
    Each,
    /// The first only: *first appearance*.
    First,
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
    /// A word for a relation between persons: *sister-in-law*.
    Kin,
    /// *by X*: the person behind the value; the fact's value is X.
    By,
    /// A role: *CEO*.
    Role,
    /// A span of years: *1970–76*.
    Years,
    /// A year, which is what is asked for.
    Year,
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
    /// The value, without quotation marks.
    pub value: String,
    /// The qualifier, as far as the stem needs it.
    pub qualifier: String,
    /// The other values of the line.
    pub others: Vec<String>,
}

const fn rule(
    keys: &'static [&'static str],
    about: About,
    value: ValueKind,
    list: ListPolicy,
    stems: &'static [&'static str],
) -> Rule {
    Rule {
        keys,
        about,
        value,
        stems,
        list,
        qualifier: Qualifier::Ignored,
    }
}

const fn qualified(
    keys: &'static [&'static str],
    about: About,
    value: ValueKind,
    qualifier: Qualifier,
    stems: &'static [&'static str],
) -> Rule {
    Rule {
        keys,
        about,
        value,
        stems,
        list: ListPolicy::ByQualifier,
        qualifier,
    }
}

use About::{A, Any, Character, Human};
use ListPolicy::{Each, First, Single};
use ValueKind::{Count, Listed, Name, Year};

const PERSON: ValueKind = Name(Kind::Person, "");

/// The rules, the more special before the more general.
pub static RULES: &[Rule] = &[
    // Characters.
    rule(
        &["portrayer", "portrayed by", "portrayers"],
        Character,
        Name(Kind::Person, "actor"),
        Single,
        &["Which actor portrays {T}?", "Who plays {T}?"],
    ),
    rule(
        &["voice", "voiced by", "voice actor"],
        Character,
        Name(Kind::Person, "actor"),
        Single,
        &["Who provides the voice of {T}?"],
    ),
    rule(
        &["based on", "inspiration"],
        Character,
        Name(Kind::Person, "tv-character"),
        Single,
        &["On which character is {T} based?"],
    ),
    rule(
        &["creator", "creators", "created by"],
        Character,
        PERSON,
        Single,
        &["Who created the character of {T}?"],
    ),
    rule(
        &["creator", "creators", "created by"],
        Character,
        PERSON,
        First,
        &["Who created {T} together with {O}?"],
    ),
    Rule {
        keys: &["first", "first appearance", "debut"],
        about: Character,
        value: Year,
        list: First,
        qualifier: Qualifier::Year,
        stems: &["In what year did {T} first appear?"],
    },
    Rule {
        keys: &["last", "last appearance"],
        about: Character,
        value: Year,
        list: First,
        qualifier: Qualifier::Year,
        stems: &["In what year did {T} appear for the last time?"],
    },
    rule(
        &["first", "first appearance", "debut"],
        Character,
        Name(Kind::Work, ""),
        First,
        &[
            "In which episode does {T} make a first appearance?",
            "In which episode does {T} first appear?",
        ],
    ),
    rule(
        &["last", "last appearance"],
        Character,
        Name(Kind::Work, ""),
        First,
        &[
            "In which episode does {T} make a last appearance?",
            "In which episode does {T} appear for the last time?",
        ],
    ),
    rule(
        &["alter ego", "real name", "secret identity"],
        Character,
        PERSON,
        Single,
        &["What is the real name of {T}?"],
    ),
    rule(
        &["homeworld", "home town", "hometown"],
        Character,
        Name(Kind::Place, ""),
        Single,
        &["Where does {T} come from?"],
    ),
    rule(
        &["publisher"],
        Character,
        Name(Kind::Organisation, "publisher"),
        Single,
        &["Which company publishes the stories about {T}?"],
    ),
    qualified(
        &["nicknames", "nickname", "aliases", "alias"],
        Any,
        Name(Kind::Person, ""),
        Qualifier::By,
        &[
            "Who gives {T} the nickname \"{V}\"?",
            "Who calls {T} \"{V}\"?",
        ],
    ),
    Rule {
        keys: &[
            "family",
            "relatives",
            "children",
            "siblings",
            "significant other",
            "spouse",
            "spouses",
            "partner",
        ],
        about: Character,
        value: PERSON,
        list: ListPolicy::Shared,
        qualifier: Qualifier::SharedKin,
        stems: &["Which of these is {A} of {T}?"],
    },
    qualified(
        &[
            "family",
            "relatives",
            "children",
            "spouse",
            "spouses",
            "significant other",
            "parents",
            "partner",
        ],
        Character,
        PERSON,
        Qualifier::Kin,
        &["What is the name of {T}'s {Q}?", "Who is {T}'s {Q}?"],
    ),
    // People.
    rule(
        &["birth date", "born", "date of birth"],
        Human,
        Year,
        First,
        &["In what year was {T} born?"],
    ),
    rule(
        &["death date", "died", "date of death"],
        Human,
        Year,
        First,
        &["In what year did {T} die?"],
    ),
    rule(
        &["birth place", "place of birth"],
        Human,
        Name(Kind::Place, ""),
        Single,
        &["Where was {T} born?"],
    ),
    rule(
        &["death place", "place of death"],
        Human,
        Name(Kind::Place, ""),
        Single,
        &["Where did {T} die?"],
    ),
    rule(
        &["death cause", "cause of death"],
        Human,
        Listed("disease"),
        Single,
        &["What was the cause of {T}'s death?"],
    ),
    rule(
        &["alma mater", "education"],
        Human,
        Name(Kind::Organisation, "university"),
        Each,
        &["At which of these did {T} study?"],
    ),
    rule(
        &["doctoral advisor", "doctoral adviser", "academic advisors"],
        Human,
        Name(Kind::Person, "scientist"),
        Single,
        &["Who was {T}'s doctoral advisor?"],
    ),
    rule(
        &["thesis year"],
        Human,
        Year,
        Single,
        &["In what year did {T} complete a thesis?"],
    ),
    qualified(
        &["spouse", "spouses", "partner", "partners"],
        Human,
        PERSON,
        Qualifier::Years,
        &["Who was {T}'s partner {Q}?"],
    ),
    rule(
        &["spouse", "spouses"],
        Human,
        PERSON,
        Single,
        &["Whom did {T} marry?"],
    ),
    rule(
        &["turned pro", "turnedpro"],
        Human,
        Year,
        Single,
        &["In what year did {T} turn professional?"],
    ),
    rule(
        &["debut"],
        Human,
        Year,
        Single,
        &["In what year did {T} make a professional debut?"],
    ),
    rule(
        &["trainer", "coach"],
        Human,
        PERSON,
        Single,
        &["Who trained {T}?"],
    ),
    // Works.
    rule(
        &["director", "directed by", "directors"],
        A(Kind::Work),
        Name(Kind::Person, "director"),
        Single,
        &["Who directed {T}?"],
    ),
    rule(
        &["writer", "written by", "screenplay", "author"],
        A(Kind::Work),
        Name(Kind::Person, "writer"),
        Single,
        &["Who wrote {T}?"],
    ),
    rule(
        &["music", "composer", "theme music composer"],
        A(Kind::Work),
        Name(Kind::Person, "composer"),
        Single,
        &["Who composed the music of {T}?"],
    ),
    rule(
        &["cinematography"],
        A(Kind::Work),
        PERSON,
        Single,
        &["Who was the cinematographer of {T}?"],
    ),
    rule(
        &["editing", "editor"],
        A(Kind::Work),
        PERSON,
        Single,
        &["Who edited {T}?"],
    ),
    rule(
        &["distributor"],
        A(Kind::Work),
        Name(Kind::Organisation, "film-studio"),
        Single,
        &["Which company distributed {T}?"],
    ),
    rule(
        &["network", "channel"],
        A(Kind::Work),
        Name(Kind::Organisation, "tv-network"),
        Single,
        &["On which network did {T} air?"],
    ),
    rule(
        &[
            "released",
            "release date",
            "published",
            "airdate",
            "first aired",
            "pub date",
        ],
        A(Kind::Work),
        Year,
        First,
        &["In what year was {T} released?"],
    ),
    rule(
        &["publisher"],
        A(Kind::Work),
        Name(Kind::Organisation, "publisher"),
        Single,
        &["Which company published {T}?"],
    ),
    rule(
        &["label"],
        A(Kind::Work),
        Name(Kind::Organisation, "record-label"),
        Single,
        &["On which record label was {T} released?"],
    ),
    // Organisations.
    rule(
        &["founder", "founders", "founded by"],
        A(Kind::Organisation),
        Name(Kind::Person, "entrepreneur"),
        Single,
        &["Who founded {T}?"],
    ),
    rule(
        &["foundation", "founded", "established", "formation"],
        A(Kind::Organisation),
        Year,
        First,
        &["In what year was {T} founded?"],
    ),
    rule(
        &["parent", "owner"],
        A(Kind::Organisation),
        Name(Kind::Organisation, "company"),
        Single,
        &["Which company owns {T}?"],
    ),
    qualified(
        &["key people", "leader", "leaders"],
        A(Kind::Organisation),
        PERSON,
        Qualifier::Role,
        &["Who is named as {Q} of {T}?"],
    ),
    rule(
        &["stadium", "ground", "arena"],
        A(Kind::Organisation),
        Name(Kind::Place, "stadium"),
        Single,
        &["In which stadium does {T} play?"],
    ),
    rule(
        &["manager", "head coach", "chairman"],
        A(Kind::Organisation),
        PERSON,
        Single,
        &["Who manages {T}?"],
    ),
    // Places.
    rule(
        &["capital"],
        A(Kind::Place),
        Name(Kind::Place, "city"),
        Single,
        &["What is the capital of {T}?"],
    ),
    rule(
        &["largest city"],
        A(Kind::Place),
        Name(Kind::Place, "city"),
        Single,
        &["What is the largest city of {T}?"],
    ),
    rule(
        &["currency"],
        A(Kind::Place),
        Listed("currency"),
        Single,
        &["What is the currency of {T}?"],
    ),
    rule(
        &["national anthem", "anthem"],
        A(Kind::Place),
        Name(Kind::Work, ""),
        First,
        &["What is the national anthem of {T} called?"],
    ),
    rule(
        &["region"],
        A(Kind::Place),
        Name(Kind::Place, ""),
        Single,
        &["In which region does {T} lie?"],
    ),
    rule(
        &["county", "unitary england", "shire county"],
        A(Kind::Place),
        Name(Kind::Place, "uk-county"),
        Single,
        &["In which county does {T} lie?"],
    ),
    rule(
        &["country"],
        A(Kind::Place),
        Name(Kind::Place, "country"),
        Single,
        &["In which country does {T} lie?"],
    ),
    rule(
        &["architect", "architects"],
        A(Kind::Place),
        Name(Kind::Person, "architect"),
        Single,
        &["Which architect designed {T}?"],
    ),
    rule(
        &[
            "completion date",
            "completed",
            "opened",
            "opening",
            "opened date",
        ],
        A(Kind::Place),
        Year,
        First,
        &["In what year was {T} completed?"],
    ),
    rule(
        &["start date", "groundbreaking", "construction started"],
        A(Kind::Place),
        Year,
        First,
        &["In what year did the construction of {T} begin?"],
    ),
    rule(
        &["floor count", "floors"],
        A(Kind::Place),
        Count,
        Single,
        &["How many floors does {T} have?"],
    ),
    rule(
        &["owner"],
        A(Kind::Place),
        Name(Kind::Organisation, "company"),
        Single,
        &["Who owns {T}?"],
    ),
    // Species.
    rule(
        &["familia", "family"],
        A(Kind::Species),
        Listed("family"),
        Single,
        &["To which family does {T} belong?"],
    ),
    rule(
        &["ordo", "order"],
        A(Kind::Species),
        Listed("order"),
        Single,
        &["To which order does {T} belong?"],
    ),
    rule(
        &["genus"],
        A(Kind::Species),
        Listed("genus"),
        Single,
        &["In which genus is {T} placed?"],
    ),
    // Events and missions.
    rule(
        &["operator"],
        A(Kind::Event),
        Name(Kind::Organisation, "organisation"),
        Single,
        &["Which agency operated {T}?"],
    ),
    rule(
        &["launch rocket"],
        A(Kind::Event),
        Listed("spacecraft"),
        Single,
        &["Which rocket launched {T}?"],
    ),
    rule(
        &["launch date"],
        A(Kind::Event),
        Year,
        First,
        &["In what year was {T} launched?"],
    ),
    rule(
        &["manufacturer"],
        A(Kind::Event),
        Name(Kind::Organisation, "company"),
        Single,
        &["Which company built the spacecraft of {T}?"],
    ),
    rule(
        &["previous mission"],
        A(Kind::Event),
        Name(Kind::Event, "space-mission"),
        Single,
        &["Which mission came right before {T}?"],
    ),
    rule(
        &["next mission"],
        A(Kind::Event),
        Name(Kind::Event, "space-mission"),
        Single,
        &["Which mission came right after {T}?"],
    ),
];

/// The kind of name that the values of this key are, whatever the subject.
pub(super) fn value_kind(key: &str) -> Option<Kind> {
    let key = key.to_lowercase();
    let mut kinds = RULES
        .iter()
        .filter(|r| r.keys.contains(&key.as_str()))
        .filter_map(|r| match r.value {
            Name(kind, _) if !matches!(r.qualifier, Qualifier::By) => Some(kind),
            _ => None,
        });
    let kind = kinds.next()?;
    kinds.all(|k| k == kind).then_some(kind)
}

/// All facts that the infobox states.
pub fn facts<'a>(document: &Document<'a>) -> Vec<FieldFact<'a>> {
    let mut facts = Vec::new();
    for field in &document.article.fields {
        let key = field.key.to_lowercase();
        let mut rules: Vec<&'static Rule> = Vec::new();
        for rule in RULES
            .iter()
            .filter(|r| r.keys.contains(&key.as_str()) && applies(document, r.about))
        {
            let asked = rules.iter().any(|r| r.qualifier == rule.qualifier);
            let found = values(document, field, rule);
            if !asked && !found.is_empty() {
                rules.push(rule);
                facts.extend(found);
            }
        }
    }
    facts
}

fn applies(document: &Document<'_>, about: About) -> bool {
    let subject = &document.subject;
    match about {
        Any => true,
        Character => subject.is_person && subject.is_fictional,
        Human => subject.is_person && !subject.is_fictional,
        A(kind) => subject.kind == Some(kind),
    }
}

fn values<'a>(
    document: &Document<'a>,
    field: &'a Field,
    rule: &'static Rule,
) -> Vec<FieldFact<'a>> {
    let text = document.text();
    let qualifier = |v: &FieldValue| v.qualifier.map_or("", |q| q.of(text));
    let all: Vec<String> = field.values.iter().map(|v| bare(v.text.of(text))).collect();
    let mut facts = Vec::new();
    for (index, value) in field.values.iter().enumerate() {
        let wanted = match rule.list {
            Single => field.values.len() == 1,
            First => index == 0,
            Each => true,
            ListPolicy::Shared => {
                let mine = qualifier(value);
                let first = field.values.iter().position(|v| qualifier(v) == mine);
                !mine.is_empty()
                    && first == Some(index)
                    && field.values.iter().filter(|v| qualifier(v) == mine).count() > 1
            }
            ListPolicy::ByQualifier => {
                let mine = qualifier(value);
                !mine.is_empty()
                    && field.values.iter().filter(|v| qualifier(v) == mine).count() == 1
            }
        };
        let Some(shown) = all.get(index).filter(|_| wanted) else {
            continue;
        };
        let mut fact = FieldFact {
            rule,
            field,
            span: value.text,
            value: shown.clone(),
            qualifier: qualifier(value).to_owned(),
            others: all.iter().filter(|v| *v != shown).cloned().collect(),
        };
        let fits = match rule.qualifier {
            Qualifier::Ignored => true,
            Qualifier::Kin | Qualifier::SharedKin => is_kin(&fact.qualifier),
            Qualifier::Year => {
                fact.value = std::mem::take(&mut fact.qualifier);
                true
            }
            Qualifier::Role => is_role(&fact.qualifier),
            Qualifier::Years => years(&fact.qualifier).is_some_and(|words| {
                fact.qualifier = words;
                true
            }),
            Qualifier::By => match by(document, &fact.qualifier) {
                Some(person) => {
                    // The nickname goes into the stem, who uses it is asked for.
                    fact.qualifier = std::mem::replace(&mut fact.value, person);
                    true
                }
                None => false,
            },
        };
        let typed = match rule.value {
            Year => match number::find_dates(&fact.value)
                .first()
                .and_then(|(_, date)| year_of(date))
            {
                Some(year) => {
                    fact.value = year.to_string();
                    true
                }
                None => false,
            },
            Count => fact.value.chars().all(|c| c.is_ascii_digit()),
            Name(..) => fact.value.starts_with(|c: char| c.is_uppercase()) && fact.value.len() < 60,
            Listed(_) => fact.value.len() < 40 && !fact.value.contains(','),
        };
        if fits && typed {
            facts.push(fact);
        }
    }
    facts
}

fn bare(value: &str) -> String {
    value.trim_matches(['"', '“', '”']).to_owned()
}

fn is_kin(word: &str) -> bool {
    let core = word.rsplit(' ').next().unwrap_or(word);
    let close = !matches!(
        core,
        "cousin" | "niece" | "nephew" | "sister-in-law" | "brother-in-law"
    );
    close
        && super::lists::Lists::shared()
            .role(core)
            .is_some_and(|r| r.class == "kin")
        && word
            .chars()
            .all(|c| c.is_lowercase() || matches!(c, ' ' | '-'))
}

fn is_role(word: &str) -> bool {
    let last = word.rsplit(' ').next().unwrap_or(word).to_lowercase();
    super::lists::Lists::shared().role(&last).is_some()
        || (word.len() == 3 && word.starts_with('C') && word.ends_with('O'))
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
