//! Flat clauses: a subject, a verb of the table [`frame::FRAMES`] and the phrases right
//! behind it, read word by word. They ask little of the parser and so hold
//! where the rest of a long sentence is in doubt.

use super::frame::{self, Frame};
use crate::fact::front::FrontValue;
use crate::fact::lists::Lists;
use crate::fact::value::{self, Sort, Value};
use crate::fact::{Analysed, Document, EntityId, Kind, Names};
use crate::text::{Label, Sentence, Tag};

/// A phrase behind the verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its preposition, in lower case; none for the object.
    pub preposition: Option<String>,
    /// Its first word behind the preposition.
    pub first: usize,
    /// Its last word.
    pub last: usize,
    /// What it names, if it names one thing only.
    pub value: Option<Value>,
    /// The noun that describes the name: *the composer Ann Lee*.
    pub noun: Option<String>,
}

/// A subject, its verb and what follows.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a fact of grammar that holds by itself"
)]
pub struct Flat {
    /// Index of its sentence.
    pub sentence: usize,
    /// The rows of the table for its verb.
    pub verb: String,
    /// Where the verb stands.
    pub at: usize,
    /// Whether the verb is passive.
    pub passive: bool,
    /// Whether the passive has no auxiliary: *a film directed by Ann Lee*.
    pub reduced: bool,
    /// Whether it is in the present tense.
    pub present: bool,
    /// Who or what the subject is.
    pub subject: EntityId,
    /// Whether the text puts *the* before the subject.
    pub definite: bool,
    /// The role in front of the subject's name: *the architect Ann Lee*.
    pub role: Option<String>,
    /// What follows, in order.
    pub phrases: Vec<Phrase>,
    /// A date in front: *In 1921, ...*
    pub date: Option<(String, Value)>,
    /// Whether something before or behind it may narrow it down.
    pub loose: bool,
}

impl Flat {
    /// The rows of the table that it fits.
    pub fn frames(&self) -> impl Iterator<Item = &'static Frame> + '_ {
        frame::FRAMES.iter().filter(|f| {
            let fits = f.verbs.contains(&self.verb.as_str())
                || f.verbs.is_empty() && frame::is_eventive(&self.verb);
            fits && f.passive == self.passive
        })
    }
}

/// Words that make a statement less than a fact.
const HEDGES: [&str; 24] = [
    "reportedly",
    "allegedly",
    "supposedly",
    "possibly",
    "perhaps",
    "probably",
    "presumably",
    "apparently",
    "rumored",
    "rumoured",
    "legend",
    "claimed",
    "claims",
    "believed",
    "according",
    "if",
    "unless",
    "whether",
    "never",
    "not",
    "n't",
    "n’t",
    "almost",
    "nearly",
];

/// Adverbs before a verb that a question can do without.
const SPARE: [&str; 11] = [
    "also",
    "later",
    "subsequently",
    "eventually",
    "then",
    "soon",
    "finally",
    "officially",
    "formally",
    "successfully",
    "thereafter",
];

/// Words that tie a phrase to another in a way that a flat reading loses.
const TYING: [&str; 22] = [
    "along",
    "together",
    "such",
    "including",
    "except",
    "instead",
    "rather",
    "because",
    "due",
    "than",
    "both",
    "either",
    "neither",
    "each",
    "another",
    "again",
    "respectively",
    "other",
    "others",
    "among",
    "since",
    "until",
];

/// All flat clauses of a document.
pub fn flats(document: &Document<'_>) -> Vec<Flat> {
    let mut found = Vec::new();
    for (number, sentence) in document.sentences.iter().enumerate() {
        if !sentence.prose {
            continue;
        }
        for at in 0..sentence.parse.words.len() {
            found.extend(flat(document, number, sentence, at));
        }
    }
    found
}

fn flat(document: &Document<'_>, number: usize, sentence: &Analysed, at: usize) -> Option<Flat> {
    let text = document.text();
    let parse = &sentence.parse;
    let word = parse.words.get(at)?;
    let verb = word.lemma.to_lowercase();
    if !frame::FRAMES
        .iter()
        .any(|f| f.verbs.contains(&verb.as_str()))
        || word.name
    {
        return None;
    }
    let group = group(document, sentence, at)?;
    let Some(subject) = subject(document, sentence, at, &group) else {
        return undergone(document, number, sentence, at, &group);
    };
    let clean = (subject.first..at).all(|b| !is_hedge(parse.form(text, b)))
        && (0..subject.first).all(|b| !is_hedge(parse.form(text, b)));
    if !clean || reported(document, sentence, at) {
        return None;
    }
    let (mut phrases, end) = phrases(document, sentence, at + 1)?;
    if phrases
        .iter()
        .any(|p| (p.first..=p.last).any(|w| is_hedge(parse.form(text, w))))
    {
        return None;
    }
    let mut loose = subject.loose || end == End::Open;
    let date = match &sentence.front {
        Some(front) if subject.opens => {
            if let FrontValue::Date(date, wording) = &front.value {
                let sort = if date.month.is_none() {
                    Sort::Year(date.year)
                } else {
                    Sort::Date(*date)
                };
                let value = Value {
                    text: super::super::value::written_date(*date, wording),
                    sort,
                    first: usize::MAX,
                    last: usize::MAX,
                };
                matches!(front.preposition.as_str(), "in" | "on")
                    .then(|| (front.preposition.clone(), value))
            } else {
                loose = true;
                None
            }
        }
        Some(_) => {
            loose = true;
            None
        }
        None => None,
    };
    if date.is_some() {
        // *In 1990, X founded Y in 1991*: one of them belongs elsewhere.
        let dated = phrases
            .iter()
            .any(|p| p.value.as_ref().is_some_and(is_time));
        if dated {
            return None;
        }
    }
    if let Some(last) = phrases.last_mut()
        && end == End::Joined
    {
        last.value = None;
    }
    Some(Flat {
        sentence: number,
        verb,
        at,
        passive: group.passive,
        reduced: group.reduced,
        present: group.present,
        subject: subject.entity,
        definite: subject.definite,
        role: subject.role,
        phrases,
        date,
        loose,
    })
}

/// What somebody does to the subject of the article: *the family sold the
/// building in 1953*, read as a passive.
fn undergone(
    document: &Document<'_>,
    number: usize,
    sentence: &Analysed,
    at: usize,
    group: &Group,
) -> Option<Flat> {
    const UNDERGONE: [&str; 9] = [
        "sell",
        "buy",
        "purchase",
        "acquire",
        "rename",
        "demolish",
        "commission",
        "release",
        "publish",
    ];
    let parse = &sentence.parse;
    let text = document.text();
    let word = parse.words.get(at)?;
    let verb = word.lemma.to_lowercase();
    if group.passive || word.tag != Tag::VBD || !UNDERGONE.contains(&verb.as_str()) {
        return None;
    }
    let subject = parse
        .children(at)
        .find(|&c| c < at && parse.label(c).is_some_and(Label::is_nominal_subject))?;
    let main =
        parse.label(at) == Some(Label::Root) && (0..at).all(|b| !is_hedge(parse.form(text, b)));
    if !main || parse.tag(subject).is_some_and(Tag::is_wh) {
        return None;
    }
    let (mut phrases, end) = phrases(document, sentence, at + 1)?;
    let object = phrases.first().filter(|p| p.preposition.is_none())?;
    if sentence.entity(object.last) != Some(Names::TITLE) || end != End::Clean {
        return None;
    }
    phrases.remove(0);
    Some(Flat {
        sentence: number,
        verb,
        at,
        passive: true,
        reduced: false,
        present: false,
        subject: Names::TITLE,
        definite: false,
        role: None,
        phrases,
        date: None,
        loose: sentence.front.is_some(),
    })
}

/// Whether a value is a year or a date.
pub fn is_time(value: &Value) -> bool {
    matches!(value.sort, Sort::Year(_) | Sort::Date(_))
}

fn is_hedge(form: &str) -> bool {
    HEDGES.contains(&form.to_lowercase().as_str())
}

/// A verb with its auxiliaries.
struct Group {
    first: usize,
    passive: bool,
    reduced: bool,
    present: bool,
}

fn group(document: &Document<'_>, sentence: &Analysed, at: usize) -> Option<Group> {
    let text = document.text();
    let parse = &sentence.parse;
    let tag = parse.tag(at)?;
    let mut first = at;
    while let Some(before) = first.checked_sub(1)
        && SPARE.contains(&parse.form(text, before).to_lowercase().as_str())
    {
        first = before;
    }
    let before = first.checked_sub(1);
    let form = before.map_or(String::new(), |b| parse.form(text, b).to_lowercase());
    match form.as_str() {
        "was" | "were" | "is" | "are" if matches!(tag, Tag::VBN | Tag::VBD) => Some(Group {
            first: before?,
            passive: true,
            reduced: false,
            present: matches!(form.as_str(), "is" | "are"),
        }),
        "be" | "been" | "being" | "to" | "not" | "had" | "has" | "have" | "having" | "did"
        | "do" | "does" | "get" | "got" => None,
        _ if before.and_then(|b| parse.tag(b)) == Some(Tag::MD) => None,
        _ if before
            .and_then(|b| parse.tag(b))
            .is_some_and(Tag::is_adverb) =>
        {
            None
        }
        _ if tag == Tag::VBD || tag == Tag::VBZ => Some(Group {
            first,
            passive: false,
            reduced: false,
            present: tag == Tag::VBZ,
        }),
        _ if tag == Tag::VBN
            && parse.label(at) == Some(Label::Acl)
            && parse.form(text, at + 1) == "by" =>
        {
            Some(Group {
                first: at,
                passive: true,
                reduced: true,
                present: false,
            })
        }
        _ => None,
    }
}

struct Found {
    entity: EntityId,
    first: usize,
    definite: bool,
    role: Option<String>,
    /// Whether it is the first thing of the parsed sentence.
    opens: bool,
    loose: bool,
}

fn subject(
    document: &Document<'_>,
    sentence: &Analysed,
    at: usize,
    group: &Group,
) -> Option<Found> {
    let parse = &sentence.parse;
    let text = document.text();
    if group.reduced {
        return reduced_subject(document, sentence, at);
    }
    let mut head = at;
    let mut shared = false;
    let own = |verb: usize| {
        parse
            .children(verb)
            .find(|&c| c < verb && parse.label(c).is_some_and(Label::is_nominal_subject))
    };
    let mut noun = own(at);
    while noun.is_none() && parse.label(head) == Some(Label::Conj) {
        let above = parse.words.get(head)?.head?;
        let like = parse.tag(above).is_some_and(Tag::is_finite)
            || parse.child(above, Label::AuxPass).is_some();
        if !like || parse.form(text, group.first.checked_sub(1)?) != "and" {
            return None;
        }
        head = above;
        shared = true;
        noun = own(head);
    }
    let noun = noun?;
    // The parser must see the subject where the words have it.
    let between_clean = shared || {
        let next = noun + 1;
        next == group.first || matches!(parse.form(text, next), "," | "(" | "–" | "—")
    };
    if !between_clean {
        return None;
    }
    let relative = parse.tag(noun).is_some_and(Tag::is_wh);
    let mut word = noun;
    if relative {
        if parse.label(head) != Some(Label::AclRelcl) {
            return None;
        }
        word = parse.words.get(head)?.head?;
        let near =
            (word + 1..noun).all(|b| matches!(parse.form(text, b), "," | ")" | "(" | "\"" | "”"));
        if !near || parse.words.get(word).is_none_or(|w| !w.name) {
            return None;
        }
    }
    let joined = parse.children(word).any(|c| {
        matches!(
            parse.label(c),
            Some(Label::Conj | Label::NmodPoss | Label::Nmod)
        )
    });
    if joined || parse.label(word) == Some(Label::Conj) && !relative {
        return None;
    }
    let entity = sentence.entity(word)?;
    let (role, first) = role_before(text, parse, word);
    let named = parse.words.get(word).is_some_and(|w| w.name);
    let definite = if named {
        parse.form(text, first).eq_ignore_ascii_case("the") && first < word
    } else {
        document.entity(entity)?.articled
    };
    let opens = !relative && !shared && first == 0;
    let before = first.checked_sub(1).map(|b| parse.form(text, b));
    let main = matches!(before, None | Some("and" | "but" | ";" | "." | "\"" | "“"));
    if before.is_some_and(|b| matches!(b, "that" | "of" | "by" | "with" | "’s" | "'s")) && !relative
    {
        return None;
    }
    Some(Found {
        entity,
        first,
        definite,
        role,
        opens,
        loose: !(main || relative || shared),
    })
}

/// *W, a film directed by ...*; *W, directed by ...*; *W is a film directed by ...*
fn reduced_subject(document: &Document<'_>, sentence: &Analysed, at: usize) -> Option<Found> {
    let parse = &sentence.parse;
    let text = document.text();
    let noun = parse.words.get(at)?.head.filter(|&h| h < at)?;
    let near = (noun + 1..at).all(|b| {
        matches!(parse.form(text, b), "," | "\"" | "”" | "(" | ")") || parse.tag(b) == Some(Tag::CD)
    });
    if !near {
        return None;
    }
    let entity = if let Some(id) = sentence.entities.get(noun).copied().flatten() {
        id
    } else if parse.label(noun) == Some(Label::Appos) {
        let named = parse.words.get(noun)?.head?;
        sentence.entities.get(named).copied().flatten()?
    } else if parse.child(noun, Label::Cop).is_some() {
        let subject = parse
            .children(noun)
            .find(|&c| parse.label(c).is_some_and(Label::is_nominal_subject))?;
        sentence.entity(subject)?
    } else {
        return None;
    };
    let kind = document.entity(entity)?.kind?;
    (kind != Kind::Person).then_some(Found {
        entity,
        first: noun,
        definite: document.entity(entity)?.articled,
        role: None,
        opens: false,
        loose: false,
    })
}

/// The role noun before a name, and where the whole begins.
fn role_before(text: &str, parse: &Sentence, word: usize) -> (Option<String>, usize) {
    let lists = Lists::shared();
    let mut first = word;
    let mut role: Option<String> = None;
    while let Some(before) = first.checked_sub(1) {
        let Some(w) = parse.words.get(before) else {
            break;
        };
        let form = w.span.of(text).to_lowercase();
        if w.tag == Tag::DT {
            first = before;
            break;
        }
        if w.name || !(w.tag.is_noun() || w.tag.is_adjective()) {
            break;
        }
        let longer = role
            .as_ref()
            .map_or_else(|| form.clone(), |r| format!("{form} {r}"));
        if lists.role(&longer).is_some_and(|r| r.class != "kin") {
            role = Some(longer);
        } else if role.is_none() {
            break;
        }
        first = before;
    }
    (role, first)
}

/// Whether a clause is only reported or thought.
fn reported(document: &Document<'_>, sentence: &Analysed, at: usize) -> bool {
    let parse = &sentence.parse;
    let text = document.text();
    let mut word = at;
    for _ in 0..parse.words.len() {
        if matches!(
            parse.label(word),
            Some(Label::Ccomp | Label::Csubj | Label::Xcomp)
        ) {
            return true;
        }
        let marked = parse.child(word, Label::Mark).is_some_and(|m| {
            matches!(
                parse.form(text, m).to_lowercase().as_str(),
                "that" | "if" | "unless" | "whether" | "as"
            )
        });
        if marked {
            return true;
        }
        match parse.words.get(word).and_then(|w| w.head) {
            Some(head) => word = head,
            None => return false,
        }
    }
    false
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// A full stop or the like.
    Clean,
    /// More follows that may belong to it.
    Open,
    /// The last phrase goes on as a list.
    Joined,
}

/// The phrases from a word on.
fn phrases(
    document: &Document<'_>,
    sentence: &Analysed,
    from: usize,
) -> Option<(Vec<Phrase>, End)> {
    let parse = &sentence.parse;
    let text = document.text();
    let mut found: Vec<Phrase> = Vec::new();
    let mut at = from;
    loop {
        let Some(word) = parse.words.get(at) else {
            return Some((found, End::Clean));
        };
        let form = word.span.of(text).to_lowercase();
        if TYING.contains(&form.as_str()) {
            return None;
        }
        let place = word.label == Label::Case && matches!(form.as_str(), "before" | "after");
        match form.as_str() {
            _ if place => {}
            "." | ";" | ":" | "?" | "!" | "\"" | "”" | "–" | "—" => {
                return Some((found, End::Clean));
            }
            "(" | "[" => {
                let close =
                    (at..parse.words.len()).find(|&c| matches!(parse.form(text, c), ")" | "]"))?;
                at = close + 1;
                continue;
            }
            "," => return Some((found, after_comma(document, sentence, at))),
            "and" | "or" | "but" | "&" => {
                let verb = (at + 1..(at + 4).min(parse.words.len())).any(|b| {
                    parse
                        .tag(b)
                        .is_some_and(|t| t.is_finite() || t == Tag::MD || t == Tag::VBN)
                        || parse.label(b).is_some_and(Label::is_nominal_subject)
                });
                return Some((found, if verb { End::Clean } else { End::Joined }));
            }
            "who" | "which" | "where" | "when" | "after" | "before" | "while" | "until"
            | "although" | "though" | "following" | "whose" | "whom" | "that" => {
                return Some((found, End::Open));
            }
            _ => {}
        }
        let preposition = matches!(word.tag, Tag::IN | Tag::TO) && !word.name
            || matches!(form.as_str(), "before" | "after") && word.label == Label::Case;
        let start = if preposition { at + 1 } else { at };
        let (first, last) = match chunk(text, parse, start) {
            Some(range) => range,
            None if preposition || word.tag.is_verb() => {
                return (!word.tag.is_finite()).then_some((found, End::Open));
            }
            None => return None,
        };
        // Two objects in a row: *gave X the Y*.
        if !preposition && found.iter().any(|p| p.preposition.is_none()) {
            return None;
        }
        if !preposition && !found.is_empty() {
            return None;
        }
        let (mut value, mut noun) = value_of(document, sentence, first, last);
        let mut next = last + 1;
        if is_cut(document, sentence, last) {
            // *W: A Story* is known as *W*.
            let work = value
                .as_ref()
                .is_some_and(|v| v.kind(document) == Some(Kind::Work))
                && parse.form(text, next) == ":"
                && parse.form(text, last).chars().count() > 3;
            if !work {
                return None;
            }
            next = (next..parse.words.len())
                .find(|&c| matches!(parse.form(text, c), "," | "(" | "." | ";"))?;
        }
        if value.is_none()
            && let Some(named) = apposition(document, sentence, last)
        {
            noun = Some(parse.words.get(last)?.lemma.to_lowercase());
            value = Some(named.0);
            next = named.1;
        }
        found.push(Phrase {
            preposition: preposition.then_some(form),
            first,
            last,
            value,
            noun,
        });
        at = next;
    }
}

/// *her second novel, W, in 2013*: what the noun at a word is called, and the
/// word behind.
fn apposition(document: &Document<'_>, sentence: &Analysed, noun: usize) -> Option<(Value, usize)> {
    let parse = &sentence.parse;
    let text = document.text();
    if parse.tag(noun) != Some(Tag::NN) || parse.form(text, noun + 1) != "," {
        return None;
    }
    let quoted = matches!(parse.form(text, noun + 2), "\"" | "“");
    let at = noun + 2 + usize::from(quoted);
    let id = sentence.entities.get(at).copied().flatten()?;
    let entity = document.entity(id)?;
    let lemma = parse.words.get(noun)?.lemma.to_lowercase();
    let lists = Lists::shared();
    let fits = match entity.kind {
        Some(Kind::Person) => lists.role(&lemma).is_some_and(|r| r.class != "kin"),
        kind => lists
            .type_noun(&lemma)
            .is_some_and(|t| Some(t.kind) == kind),
    };
    let mut next = at + 1;
    while matches!(parse.form(text, next), "\"" | "”" | ",") {
        next += 1;
    }
    let closes = next > at + 1
        && parse
            .words
            .get(next - 1)
            .is_some_and(|_| (at + 1..next).any(|c| parse.form(text, c) == ","))
        || parse.form(text, next) == ".";
    let phrase = parse.tag(next) == Some(Tag::IN) || parse.form(text, next) == ".";
    (fits && closes && phrase).then(|| {
        let value = Value {
            text: entity.written(),
            sort: Sort::Name(id),
            first: at,
            last: at,
        };
        (value, next)
    })
}

/// Whether a name goes on behind its last word: *Live and Let Die*,
/// *007: From ...*, *New York City:57*.
fn is_cut(document: &Document<'_>, sentence: &Analysed, last: usize) -> bool {
    let text = document.text();
    let parse = &sentence.parse;
    let Some(word) = parse.words.get(last) else {
        return true;
    };
    if !word.name && !word.tag.is_proper() {
        return false;
    }
    let rest = text.get(word.span.end..).unwrap_or_default();
    let colon = rest.strip_prefix(':').is_some_and(|r| {
        r.trim_start()
            .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    });
    let person = sentence
        .entities
        .get(last)
        .copied()
        .flatten()
        .and_then(|id| document.entity(id))
        .is_some_and(|e| e.kind == Some(Kind::Person));
    let joined = matches!(parse.form(text, last + 1), "and" | "&" | "or" | "of")
        && parse.form(text, last + 2).starts_with(char::is_uppercase)
        && !person;
    colon || joined || rest.starts_with(['#', '/'])
}

/// What a comma behind a phrase begins.
fn after_comma(document: &Document<'_>, sentence: &Analysed, comma: usize) -> End {
    let parse = &sentence.parse;
    let text = document.text();
    let next = comma + 1;
    let form = parse.form(text, next).to_lowercase();
    let named = parse
        .words
        .get(next)
        .is_some_and(|w| w.name || w.tag.is_noun() || w.tag.is_adjective());
    let place = |at: usize| {
        sentence
            .entities
            .get(at)
            .copied()
            .flatten()
            .and_then(|id| document.entity(id))
            .is_some_and(|e| e.kind == Some(Kind::Place))
    };
    match form.as_str() {
        "a" | "an" | "and" | "but" | "who" | "which" | "where" | "with" | "although" | "though"
        | "when" | "becoming" | "making" => {
            let verb = form != "and"
                || (next + 1..(next + 5).min(parse.words.len()))
                    .any(|b| parse.tag(b).is_some_and(|t| t.is_finite() || t == Tag::MD));
            if verb { End::Clean } else { End::Joined }
        }
        "the" | "his" | "her" | "its" => {
            let list = (next..(next + 9).min(parse.words.len()))
                .any(|b| matches!(parse.form(text, b), "and" | "or"));
            if list { End::Joined } else { End::Clean }
        }
        _ if named && comma > 0 && place(comma - 1) && place(next) => End::Clean,
        _ if named => End::Joined,
        "if" | "until" | "unless" | "except" | "to" => End::Open,
        _ => End::Clean,
    }
}

/// The noun phrase that begins at a word.
fn chunk(text: &str, parse: &Sentence, from: usize) -> Option<(usize, usize)> {
    let mut last = None;
    let mut at = from;
    while let Some(word) = parse.words.get(at) {
        let form = word.span.of(text);
        let tag = word.tag;
        let nominal = word.name || tag.is_noun() || tag == Tag::CD || tag == Tag::PRP;
        let inner = tag.is_adjective()
            || matches!(tag, Tag::DT | Tag::PRPS | Tag::POS | Tag::Hyphen)
            || matches!(
                form,
                "-" | "\"" | "“" | "”" | "$" | "£" | "€" | "%" | "’s" | "'s"
            );
        // *October 15, 1928*
        let day = form == ","
            && parse.tag(at + 1) == Some(Tag::CD)
            && parse.form(text, at + 1).len() == 4
            && at > from
            && parse.tag(at - 1) == Some(Tag::CD)
            && parse.form(text, at - 1).len() <= 2;
        let of = form == "of" && at > from && last == Some(at - 1);
        if nominal {
            last = Some(at);
        } else if !(inner || day || of) {
            break;
        } else if tag == Tag::DT && last == Some(at.wrapping_sub(1)) {
            // *gave X the Y*
            return None;
        }
        at += 1;
    }
    let mut last = last?;
    if matches!(parse.form(text, last + 1), "\"" | "”")
        && (from..=last).any(|b| matches!(parse.form(text, b), "\"" | "“"))
    {
        last += 1;
    }
    Some((from, last))
}

/// What a phrase names, and the noun that describes it.
fn value_of(
    document: &Document<'_>,
    sentence: &Analysed,
    first: usize,
    last: usize,
) -> (Option<Value>, Option<String>) {
    let parse = &sentence.parse;
    let text = document.text();
    let inner = |at: usize| matches!(parse.form(text, at), "\"" | "“" | "”");
    let mut end = last;
    while end > first && inner(end) {
        end -= 1;
    }
    let ids: Vec<usize> = (first..=end)
        .filter(|&at| sentence.entities.get(at).copied().flatten().is_some())
        .collect();
    if let [at] = ids.as_slice()
        && *at == end
        && let Some(id) = sentence.entities.get(end).copied().flatten()
        && let Some(entity) = document.entity(id)
    {
        let plain = (first..end).all(|b| {
            inner(b)
                || parse.words.get(b).is_some_and(|w| {
                    !w.name && (w.tag == Tag::DT || w.tag.is_noun() || w.tag.is_adjective())
                })
        });
        if !plain {
            return (None, None);
        }
        let before = (first..end).rev().find(|&b| !inner(b));
        let noun = before
            .map(|b| parse.form(text, b).to_lowercase())
            .filter(|n| {
                let lists = Lists::shared();
                match entity.kind {
                    Some(Kind::Person) => lists.role(n).is_some_and(|r| r.class != "kin"),
                    kind => lists.type_noun(n).is_some_and(|t| Some(t.kind) == kind),
                }
            });
        let described = before.is_none_or(|b| parse.tag(b) == Some(Tag::DT)) || noun.is_some();
        let value = Value {
            text: entity.written(),
            sort: Sort::Name(id),
            first,
            last,
        };
        return (described.then_some(value), noun);
    }
    if !ids.is_empty() {
        return (None, None);
    }
    let value = value::date(text, parse.span_of(first..=last)).map(|(text, sort)| Value {
        text,
        sort,
        first,
        last,
    });
    (value, None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;

    /// Whether a clause is loose, its prepositions, its values.
    type Read = (bool, Vec<Option<String>>, Vec<Option<String>>);

    fn read(text: &str, verb: &str) -> Vec<Read> {
        let whole = format!("= Ada Moor =\n\nAda Moor was a British engineer. {text}\n");
        let (article, _) = article::read(&whole, None);
        let document = Document::read(&article);
        flats(&document)
            .into_iter()
            .filter(|f| f.verb == verb)
            .map(|f| {
                let prepositions = f.phrases.iter().map(|p| p.preposition.clone()).collect();
                let values = f
                    .phrases
                    .iter()
                    .map(|p| p.value.as_ref().map(|v| v.text.clone()))
                    .collect();
                (f.loose, prepositions, values)
            })
            .collect()
    }

    #[allow(clippy::unnecessary_wraps, reason = "it writes an expectation")]
    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn phrases_are_read_up_to_the_end_of_the_clause() {
        let found = read("She graduated from Cornell University in 1921.", "graduate");
        assert_eq!(
            found,
            [(
                false,
                vec![some("from"), some("in")],
                vec![some("Cornell University"), some("1921")],
            )]
        );
    }

    #[test]
    fn a_coordinated_value_is_not_read() {
        assert!(read("She studied at Oxford and Yale.", "study").is_empty());
    }

    #[test]
    fn what_is_denied_or_reported_is_left_out() {
        assert!(read("She never founded a company in Boston.", "found").is_empty());
        assert!(read("She reportedly married Karl Moe in 1920.", "marry").is_empty());
        assert!(read("Some say that Ada Moor married Karl Moe.", "marry").is_empty());
    }

    #[test]
    fn a_purpose_makes_the_clause_loose() {
        let found = read("She moved to Boston to work as a clerk.", "move");
        assert!(!found.is_empty());
        assert!(found.iter().all(|(loose, _, _)| *loose));
    }
}
