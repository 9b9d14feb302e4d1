//! From a clause to a question: one part becomes the question word, the rest
//! follows in the order of a question.

mod bound;
mod check;
mod event;
mod finish;
mod nested;
mod number;
mod owner;
mod part;
mod said;
mod setting;
mod substance;
mod tense;
mod thing;
pub(super) mod worth;

pub use self::finish::capitalise;
use self::setting::{announced_elsewhere, reaches, setting};
use super::phrase::{Reason, Writer};
use crate::fact::clause::{Clause, Part, Standing};
use crate::fact::lists::Lists;
use crate::fact::quantity::Period;
use crate::fact::value::{Sort, Value};
use crate::fact::{Analysed, Document, EntityId, Kind};
use crate::text::{Label, Sentence, Tag, inflect};

/// A stem with its key, before distractors.
#[derive(Clone, Debug)]
pub struct Question {
    /// The question text.
    pub stem: String,
    /// The right answer.
    pub key: Value,
    /// Entities that the stem names.
    pub named: Vec<EntityId>,
    /// Index of the sentence it comes from.
    pub sentence: usize,
    /// The verb that was asked about, in its base form.
    pub predicate: String,
    /// The noun in the question word: *which city*.
    pub noun: Option<String>,
    /// Whether the key is the subject.
    pub of_subject: bool,
    /// Whether the key stands inside another part of the clause.
    pub nested: bool,
}

/// The most words a stem may have.
pub const MAX_WORDS: usize = 26;

/// All questions that a clause can be turned into, and why others failed.
pub fn questions(
    document: &Document<'_>,
    clause: &Clause,
    all: &[Clause],
) -> Vec<Result<Question, (String, Reason)>> {
    let Some(sentence) = document.sentences.get(clause.sentence) else {
        return Vec::new();
    };
    let mut out = Vec::new();
    let subject = clause.subject.head;
    let parse = &sentence.parse;
    // *Ann, whom he married in 1957*: what the pronoun stands for is missing.
    let open = clause.standing == Standing::Relative
        && clause.parts.iter().any(|p| {
            matches!(p.label, Label::Obj)
                && matches!(parse.tag(p.head), Some(Tag::WP | Tag::WDT))
                && described(parse, clause, p).is_none()
        });
    if open {
        return out;
    }
    let describes = clause
        .parts
        .iter()
        .any(|p| described(parse, clause, p).is_some());
    if describes || misses_subject(document, sentence, clause) {
        // Only what is described can be asked for: it is missing from the rest.
    } else if let Some(value) = Value::of(document, sentence, subject)
        .or_else(|| nested::bearer(document, sentence, subject))
        .or_else(|| Value::count(document, sentence, subject))
    {
        out.push(
            Asker {
                document,
                all,
                sentence,
                clause,
                value,
                gap: Gap::Subject,
                noun: None,
            }
            .ask(),
        );
    } else if clause.standing == Standing::Relative
        && parse.label(subject) == Some(Label::Appos)
        && parse.tag(subject) == Some(Tag::NN)
        && let Some(named) = parse.words.get(subject).and_then(|w| w.head)
        && let Some(value) = Value::of(document, sentence, named)
    {
        // *Sabre, a company that sells printers*: which company sells printers?
        let noun = parse.words.get(subject).map(|w| w.lemma.clone());
        let lists = Lists::shared();
        let fits = noun.as_deref().is_some_and(|n| match value.kind(document) {
            Some(Kind::Person) => lists.role(n).is_some(),
            kind => lists.type_noun(n).is_some_and(|t| Some(t.kind) == kind),
        });
        if fits {
            out.push(
                Asker {
                    document,
                    all,
                    sentence,
                    clause,
                    value,
                    gap: Gap::Subject,
                    noun,
                }
                .ask(),
            );
        }
    }
    if clause.standing == Standing::Main
        && let Some(setting) = setting(document, sentence)
        && reaches(document.text(), sentence, &setting, clause)
        && !announced_elsewhere(sentence, clause)
    {
        let value = setting.value;
        out.push(
            Asker {
                document,
                all,
                sentence,
                clause,
                value,
                gap: Gap::Setting,
                noun: None,
            }
            .ask(),
        );
    }
    if !describes {
        out.extend(thing::questions(document, clause, all, sentence));
    }
    for (index, part) in clause.parts.iter().enumerate() {
        let askable = (!describes || described(parse, clause, part).is_some())
            && (describes
                || part.label.is_oblique()
                || matches!(part.label, Label::Obj | Label::OblAgent));
        if !askable {
            continue;
        }
        let head = described(parse, clause, part).unwrap_or(part.head);
        let value = Value::of(document, sentence, head).filter(|v| {
            !(clause.standing == Standing::Main
                && setting(document, sentence).is_some_and(|s| v.sort == s.value.sort))
        });
        let value = value
            .or_else(|| nested::bearer(document, sentence, head))
            .or_else(|| Value::count(document, sentence, part.head));
        if let Some(value) = value {
            out.push(
                Asker {
                    document,
                    all,
                    sentence,
                    clause,
                    value,
                    gap: Gap::Part(index),
                    noun: None,
                }
                .ask(),
            );
        }
    }
    if !describes && clause.standing == Standing::Main {
        let inside = nested::names(document, sentence, clause);
        let owners = owner::owners(document, sentence, clause);
        for (gap, value) in owners.into_iter().chain(inside) {
            out.push(
                Asker {
                    document,
                    all,
                    sentence,
                    clause,
                    value,
                    gap,
                    noun: None,
                }
                .ask(),
            );
        }
    }
    if !describes {
        out.extend(number::questions(document, clause, all, sentence));
    }
    out
}

/// The questions that a sentence allows without a clause.
pub fn of_sentence(
    document: &Document<'_>,
    number: usize,
) -> Vec<Result<Question, (String, Reason)>> {
    said::questions(document, number)
}

/// *the frequency of hail in Canada, which is ...*, *a BBC writer, who ...*: the
/// noun before the pronoun need not be what it describes.
fn misses_subject(document: &Document<'_>, sentence: &Analysed, clause: &Clause) -> bool {
    let parse = &sentence.parse;
    if clause.standing != Standing::Relative {
        return false;
    }
    let person = sentence
        .entity(clause.subject.head)
        .and_then(|id| document.entity(id))
        .is_none_or(|e| e.kind == Some(Kind::Person));
    let who = parse
        .children(clause.predicate)
        .any(|c| parse.form(document.text(), c).eq_ignore_ascii_case("who"));
    let within = parse.label(clause.subject.head) == Some(Label::Nmod);
    (within || who) && !person
}

/// The name that a relative pronoun stands for: *Danny Cordray, a salesman
/// whom ...*
fn described(parse: &Sentence, clause: &Clause, part: &Part) -> Option<usize> {
    let pronoun = parse
        .tag(part.head)
        .is_some_and(|t| matches!(t, Tag::WP | Tag::WDT | Tag::WRB));
    if !pronoun || clause.standing != Standing::Relative {
        return None;
    }
    let mut verb = clause.predicate;
    while parse.label(verb) == Some(Label::Conj) {
        verb = parse.words.get(verb)?.head?;
    }
    let noun = parse.words.get(verb)?.head?;
    let word = parse.words.get(noun)?;
    // *at the Open, where he was favored, which he attributes to ...*
    if (noun + 1..part.head).any(|at| parse.tag(at).is_some_and(Tag::is_finite)) {
        return None;
    }
    if word.name {
        return Some(noun);
    }
    word.head.filter(|_| word.label == Label::Appos)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    Subject,
    Part(usize),
    /// The noun, adjective or amount behind a copula: *is \[319 m\] tall*.
    Predicate,
    /// The episode in which it all happens.
    Setting,
    /// A phrase inside another part, from its preposition on.
    Inside(usize),
    /// Whose the part is: *overruled \[Frémont's\] proclamation*.
    Owner(usize),
}

struct Asker<'d, 'a> {
    document: &'d Document<'a>,
    /// All clauses of the article: another may say the same.
    all: &'d [Clause],
    sentence: &'d Analysed,
    clause: &'d Clause,
    value: Value,
    gap: Gap,
    /// A noun that says what the key is: *which company*.
    noun: Option<String>,
}

/// Verbs that join an actor and a character.
pub const PORTRAYING: [&str; 3] = ["play", "portray", "voice"];

/// Prepositions that can stand before a question word for a name.
const ASKABLE: [&str; 21] = [
    "in", "at", "on", "to", "from", "with", "by", "for", "against", "during", "under", "into",
    "of", "about", "near", "through", "over", "across", "toward", "towards", "until",
];

/// Verbs for what happens once, or hardly more often.
pub(super) const MILESTONES: [&str; 21] = [
    "marry",
    "die",
    "bear",
    "kill",
    "graduate",
    "divorce",
    "wed",
    "knight",
    "crown",
    "canonize",
    "canonise",
    "beatify",
    "ordain",
    "deport",
    "imprison",
    "execute",
    "excommunicate",
    "exile",
    "ennoble",
    "depose",
    "abdicate",
];

/// Verbs for what may happen in any episode.
const MOODS: [&str; 14] = [
    "await", "feel", "worry", "enjoy", "like", "love", "hate", "miss", "wait", "decide", "hope",
    "continue", "remain", "stay",
];

/// Verbs too empty to carry a question by themselves.
const EMPTY_VERBS: [&str; 12] = [
    "have", "do", "get", "be", "include", "see", "make", "say", "contain", "feature", "involve",
    "mean",
];

impl<'d, 'a> Asker<'d, 'a> {
    fn parse(&self) -> &'d Sentence {
        &self.sentence.parse
    }

    fn form(&self, at: usize) -> &'a str {
        self.sentence.parse.form(self.document.text(), at)
    }

    fn gap_part(&self) -> Option<&'d Part> {
        match self.gap {
            Gap::Subject | Gap::Setting | Gap::Predicate | Gap::Inside(_) | Gap::Owner(_) => None,
            Gap::Part(index) => self.clause.parts.get(index),
        }
    }

    fn ask(mut self) -> Result<Question, (String, Reason)> {
        self.value = worth::coarse(self.document, &self.predicate_lemma(), self.value);
        self.try_ask()
            .map_err(|reason| (self.value.text.clone(), reason))
    }

    fn try_ask(&self) -> Result<Question, Reason> {
        self.check_value()?;
        self.check_thing()?;
        self.check_gap()?;
        self.check_parse()?;
        self.check_conditions()?;
        self.check_time()?;
        self.check_view()?;
        self.check_verb()?;
        self.check_lists()?;
        self.check_worth()?;
        let mut optional = self.optional_parts();
        let mut trimmed = false;
        loop {
            let (writer, noun) = match self.write(&optional, trimmed) {
                // Of a thing, the verb and its complements tell enough.
                Err(_) if self.thing().is_some() && optional.pop().is_some() => continue,
                written => written?,
            };
            let text = finish::without_calling(writer.text(), writer.word_count());
            if text.split(' ').count() <= MAX_WORDS {
                let text = finish::order(self.document, &text);
                let stem = format!("{}?", capitalise(&text));
                return Ok(Question {
                    stem,
                    named: writer.introduced.clone(),
                    key: self.value.clone(),
                    sentence: self.clause.sentence,
                    predicate: self.predicate_lemma(),
                    noun,
                    of_subject: self.gap == Gap::Subject,
                    nested: matches!(self.gap, Gap::Inside(_)),
                });
            }
            if optional.pop().is_none() {
                if trimmed {
                    return Err("the stem is too long");
                }
                trimmed = true;
            }
        }
    }

    fn predicate_lemma(&self) -> String {
        self.parse()
            .words
            .get(self.clause.predicate)
            .map(|w| w.lemma.clone())
            .unwrap_or_default()
    }
    /// Question word for the value: fronted preposition, words, noun.
    fn question_word(&self) -> Result<(String, Option<String>), Reason> {
        let preposition = self
            .gap_part()
            .and_then(|p| p.preposition)
            .map(|at| self.form(at).to_lowercase())
            .filter(|p| !(p == "over" && self.predicate_lemma() == "take"))
            .or_else(|| self.place_preposition())
            .or_else(|| match self.gap {
                Gap::Owner(index) => {
                    let part = self.clause.parts.get(index)?;
                    part.preposition.map(|at| self.form(at).to_lowercase())
                }
                Gap::Inside(case) if matches!(self.value.sort, Sort::Name(_)) => {
                    let stage = case
                        .checked_sub(1)
                        .is_some_and(|b| nested::is_stage(&self.form(b).to_lowercase()));
                    Some(if stage {
                        "at".to_owned()
                    } else {
                        self.form(case).to_lowercase()
                    })
                }
                _ => None,
            })
            .or_else(|| {
                let setting =
                    setting(self.document, self.sentence).filter(|_| self.gap == Gap::Setting)?;
                Some(setting.preposition)
            });
        let with = |words: &str| match &preposition {
            Some(preposition) => format!("{preposition} {words}"),
            None => words.to_owned(),
        };
        match &self.value.sort {
            Sort::Thing(key) => self.thing_word(*key, preposition.as_deref()),
            Sort::Year(_) => match preposition.as_deref() {
                // *Since 1972, all ceremonies end with it*: that is no English.
                Some("since") if self.clause.auxiliaries.is_empty() => {
                    Err("a year since which something is so")
                }
                // *occupied it by 1431*: the years behind it are right too.
                Some("by") if self.form(self.clause.finite()) != "had" => {
                    Err("a year by which something was so")
                }
                Some("in" | "since" | "by" | "until") => {
                    Ok((with("what year"), Some("year".into())))
                }
                Some("on") => Ok(("in what year".into(), Some("year".into()))),
                _ => Err("a year that is no time of the event"),
            },
            Sort::Date(_) => match preposition.as_deref() {
                Some("on") => Ok(("on what date".into(), Some("date".into()))),
                Some("in") => Ok(("when".into(), Some("month".into()))),
                _ => Err("a date that is no time of the event"),
            },
            Sort::Season(_) => match (preposition.as_deref(), &self.document.subject.domain) {
                (Some("in" | "during"), Some(domain)) => Ok((
                    with(&format!("which season of {domain}")),
                    Some("season".into()),
                )),
                _ => Err("a season that is no time of the event"),
            },
            Sort::Count(_) => match preposition.as_deref() {
                None | Some("of" | "into") => Ok((with(self.how_many()), Some("number".into()))),
                Some("in" | "to" | "from" | "across") if !self.counts_units() => {
                    Ok((with(self.how_many()), Some("number".into())))
                }
                _ => Err("a count that measures something else"),
            },
            Sort::Period(period) => Ok((
                match period {
                    Period::Century(_) => "in which century",
                    Period::Decade(_) => "in which decade",
                }
                .to_owned(),
                Some("period".into()),
            )),
            Sort::Quantity(quantity) => self.measure_words(quantity, preposition.as_deref()),
            Sort::Name(id) => {
                let entity = self.document.entity(*id).ok_or("no such entity")?;
                let town = matches!(entity.noun.as_deref(), Some("town" | "city"));
                let preposition = match preposition.as_deref() {
                    Some("during") if entity.quoted => Some("in".to_owned()),
                    // *at La Quinta*: one plays in a town.
                    Some("at") if town => Some("in".to_owned()),
                    Some("in") if entity.noun.as_deref() == Some("continent") => {
                        Some("on".to_owned())
                    }
                    _ => preposition.clone(),
                };
                let with = |words: &str| match &preposition {
                    Some(preposition) => format!("{preposition} {words}"),
                    None => words.to_owned(),
                };
                let kind = entity.kind.ok_or("the kind of the key is unknown")?;
                // *employed at Vauxhall*: the place more likely than the firm.
                let firm = matches!(
                    entity.noun.as_deref(),
                    Some(
                        "car maker" | "tech company" | "company" | "airline" | "bank" | "publisher"
                    )
                );
                let works = matches!(
                    self.predicate_lemma().as_str(),
                    "work" | "train" | "intern" | "start" | "begin"
                );
                if firm && !works && matches!(preposition.as_deref(), Some("at" | "in")) {
                    return Err("a firm or a place");
                }
                if preposition.as_deref() == Some("of") {
                    return Err("the part of a part is asked for");
                }
                if let Some(noun) = self.noun.as_ref().filter(|_| kind != Kind::Person) {
                    return Ok((with(&format!("which {}", shown(noun))), Some(noun.clone())));
                }
                match kind {
                    Kind::Person if matches!(self.gap, Gap::Owner(_)) => Ok((with("whose"), None)),
                    Kind::Person => {
                        let object = self.gap != Gap::Subject;
                        Ok((with(if object { "whom" } else { "who" }), None))
                    }
                    Kind::Work => {
                        let noun = entity
                            .noun
                            .clone()
                            .ok_or("nothing says what kind of work")?;
                        let domain = self
                            .document
                            .subject
                            .domain
                            .as_deref()
                            .filter(|_| noun == "episode");
                        let words = match domain {
                            Some(domain) => format!("which {noun} of {domain}"),
                            None => format!("which {}", shown(&noun)),
                        };
                        Ok((with(&words), Some(noun)))
                    }
                    _ => {
                        let noun = entity
                            .noun
                            .clone()
                            .ok_or("nothing says what kind of name")?;
                        Ok((with(&format!("which {}", shown(&noun))), Some(noun)))
                    }
                }
            }
        }
    }

    /// The preposition for a place that *where* stands for.
    fn place_preposition(&self) -> Option<String> {
        let parse = self.parse();
        let part = self.gap_part()?;
        if parse.tag(part.head) != Some(Tag::WRB) {
            return None;
        }
        let noun = described(parse, self.clause, part)?;
        let at = parse.children(noun).any(|c| {
            parse.label(c) == Some(Label::Case) && self.form(c).eq_ignore_ascii_case("at")
        });
        let place = self.value.kind(self.document) == Some(Kind::Place);
        Some(if place && !at { "in" } else { "at" }.to_owned())
    }

    /// A passive with *by X*, X asked for: *Who designed ...?*
    fn is_agent(&self) -> bool {
        self.clause.passive
            && self.gap_part().is_some_and(|p| {
                p.preposition
                    .is_some_and(|at| self.form(at).eq_ignore_ascii_case("by"))
                    && p.first > self.clause.predicate
            })
            && matches!(self.value.sort, Sort::Name(_))
            && (self.clause.auxiliaries.len() == 1 || self.is_perfect())
    }

    /// *has been built*
    fn is_perfect(&self) -> bool {
        matches!(self.clause.auxiliaries.as_slice(), [have, been]
            if matches!(self.form(*have), "has" | "have" | "had") && self.form(*been) == "been")
    }

    fn write(
        &self,
        optional: &[usize],
        trimmed: bool,
    ) -> Result<(Writer<'d, 'a>, Option<String>), Reason> {
        let clause = self.clause;
        let number = clause.sentence;
        let subject_gap = self.gap == Gap::Subject;
        let agent = self.is_agent();
        let binds = subject_gap || agent;
        let mut writer = Writer::new(self.document, self.value.entity(), binds);
        if self.gap == Gap::Setting && self.value.entity().is_some() {
            writer.ask_setting(number, self.value.first, self.value.last);
        }
        if let Gap::Inside(case) = self.gap {
            writer.skip(number, case, self.value.last);
        }
        let (question_word, noun) = self.question_word()?;
        let fronted = self.context(&mut writer);
        self.open_with_work(&mut writer, &question_word);
        if agent {
            let words = question_word.trim_start_matches("by ");
            writer.literal(if words == "whom" { "who" } else { words });
            let finite = self.form(clause.finite()).to_lowercase();
            let lemma = self.predicate_lemma();
            let verb = match finite.as_str() {
                "was" | "were" => inflect::conjugate(&lemma, inflect::Form::Past),
                "is" | "are" => inflect::conjugate(&lemma, inflect::Form::Third),
                "has" | "have" | "had" => {
                    let have = if finite == "had" { "had" } else { "has" };
                    let done = inflect::conjugate(&lemma, inflect::Form::Participle);
                    format!("{have} {done}")
                }
                _ => return Err("a passive in a rare tense"),
            };
            self.adverbs_before(&mut writer)?;
            writer.literal(&verb);
            self.subject(&mut writer)?;
        } else if self.names_measure() {
            writer.literal(&question_word);
            self.subject(&mut writer)?;
            self.condition(&mut writer)?;
        } else if subject_gap {
            writer.literal(&question_word);
            self.counted(&mut writer)?;
            self.measured(&mut writer)?;
            match self.plain_verb(&mut writer)? {
                Some(from) if from > clause.predicate => {}
                Some(from) => self.verb_group(&mut writer, from, clause.predicate)?,
                None => self.verb_group(&mut writer, clause.finite(), clause.predicate)?,
            }
        } else {
            writer.literal(&question_word);
            self.counted(&mut writer)?;
            self.measured(&mut writer)?;
            self.owned(&mut writer)?;
            if let Some((first, last)) = self.value_tail() {
                writer.passage(number, first, last)?;
                if writer.text().contains(", ") {
                    writer.literal(",");
                }
            }
            let rest = match self.plain_auxiliary(&mut writer) {
                Some(rest) => rest,
                None => self.auxiliary(&mut writer)?,
            };
            self.before_subject(&mut writer);
            self.subject(&mut writer)?;
            self.behind_subject(&mut writer);
            match rest {
                _ if self.gap == Gap::Predicate => {}
                Rest::From(first) => self.verb_group(&mut writer, first, clause.predicate)?,
                Rest::Base => {
                    self.adverbs_before(&mut writer)?;
                    let lemma = self.predicate_lemma();
                    writer.literal(&lemma);
                }
                Rest::Nothing => {}
            }
        }
        let mut left_out = None;
        for (index, part) in clause.parts.iter().enumerate() {
            let asked = writer.is_skipped(number, part.first, part.last)
                || part
                    .first
                    .checked_sub(1)
                    .is_some_and(|b| self.form(b) == ";")
                || self.form(part.first) == ";"
                || clause.copula.is_some() && part.last <= self.predicate_block().1;
            if self.gap == Gap::Part(index) {
                self.trailer(&mut writer, part)?;
                continue;
            }
            let owned = self.gap == Gap::Owner(index);
            if asked || owned || fronted.contains(&index) || part.first < clause.predicate {
                continue;
            }
            let droppable = part.label.is_oblique()
                || matches!(
                    part.label,
                    Label::Advcl | Label::Advmod | Label::AdvclRelcl | Label::Nmod
                );
            if droppable && !optional.contains(&index) {
                continue;
            }
            let comma = |at: usize| matches!(self.form(at), "," | "–" | "—" | ";");
            // *in "Finale," with ...*: the comma stands inside the quotation marks.
            let quote = |at: usize| matches!(self.form(at), "\"" | "”");
            let before = part.first.checked_sub(1);
            let inner = before.filter(|&b| quote(b)).and_then(|b| b.checked_sub(1));
            let set_off =
                comma(part.first) || before.is_some_and(comma) || inner.is_some_and(comma);
            // *with Jim as his best man*: what hangs on the part left out goes too.
            let bound = left_out.is_some_and(|last| last + 1 == part.first);
            if (set_off || bound) && part.label.is_oblique() {
                left_out = Some(part.last);
                continue;
            }
            // *emerged in 2013 following a plan by the court*
            let agent = !clause.passive
                && part.label.is_oblique()
                && part
                    .preposition
                    .is_some_and(|at| self.form(at).eq_ignore_ascii_case("by"))
                && self.parse().words.get(part.head).is_some_and(|w| w.name);
            if agent {
                return Err("an agent of another verb");
            }
            // *reveals that for three months she has led*: the content is a clause.
            let verbal = self.parse().tag(part.head).is_some_and(Tag::is_verb)
                || self.parse().child(part.head, Label::Cop).is_some();
            if part.label == Label::Ccomp && !verbal {
                return Err("the content is no clause");
            }
            let clausal = part.label.is_clause() && part.label != Label::Ccomp
                || self.parse().tag(part.head) == Some(Tag::VBG);
            if set_off && clausal {
                left_out = Some(part.last);
                continue;
            }
            // *\[in the mathematics\] and physics program*
            if self.parse().tag(part.first) == Some(Tag::CC)
                || part.first.checked_sub(1).is_some_and(|b| {
                    self.parse().tag(b) == Some(Tag::CC) && !matches!(part.label, Label::Advmod)
                })
            {
                return Err("the stem is torn");
            }
            // *after Ann \[admits it\]*: the parser took a clause for a phrase.
            let next = self.parse().tag(part.last + 1);
            let clause_like = part.label.is_oblique()
                && part.last > clause.predicate
                && next.is_some_and(|t| matches!(t, Tag::VBZ | Tag::VBP | Tag::VBD | Tag::MD));
            if clause_like {
                return Err("the stem is torn");
            }
            if self.is_work_place(part) || self.tells_other_time(part) {
                continue;
            }
            let short = self.without_tail(part);
            let last = short
                .filter(|_| trimmed)
                .or_else(|| self.without_aside(part))
                .unwrap_or(part.last);
            let done = writer.passage(number, part.first, last).or_else(|reason| {
                let mut cuts = self.tails(part).into_iter().chain(short);
                cuts.find_map(|cut| writer.passage(number, part.first, cut).ok())
                    .ok_or(reason)
            });
            let needed = !set_off && self.is_complement(part);
            if done.is_err() && (needed || !(droppable && (set_off || self.is_circumstance(part))))
            {
                done?;
            }
        }
        self.anchor(&mut writer);
        self.anchor_thing(&mut writer)?;
        if writer.text().contains(" is when ")
            || writer.text().contains(" was when ")
            || writer.text().contains("of the two")
            || writer.text().contains(" and who ")
        {
            return Err("the stem is torn");
        }
        self.substance(&writer)?;
        self.check_event(&writer)?;
        Ok((writer, noun))
    }

    /// Writes what is counted, behind *how many*.
    fn counted(&self, writer: &mut Writer<'d, 'a>) -> Result<(), Reason> {
        if !self.counts() {
            return Ok(());
        }
        let part = self.gap_part().unwrap_or(&self.clause.subject);
        let parse = self.parse();
        let own = |c: usize| matches!(parse.label(c), Some(Label::Nmod | Label::NmodPoss));
        let last = parse
            .children(part.head)
            .filter(|&c| c > part.head)
            .take_while(|&c| {
                let opens = self.form(parse.subtree(c).0);
                own(c) && self.form(c - 1) != "," && !matches!(opens, "," | "including" | "such")
            })
            .map(|c| parse.subtree(c).1)
            .last()
            .unwrap_or(part.head);
        if last < part.last && !self.form(last + 1).starts_with([',', '(', '–', '—']) {
            return Err("what is counted goes on");
        }
        let commas = (self.value.last + 1..=last).filter(|&at| self.form(at) == ",");
        if commas.count() > 1 {
            return Err("what is counted is a long list");
        }
        writer.passage(self.clause.sentence, self.value.last + 1, last)
    }
}

enum Rest {
    /// The verb group goes on at this word.
    From(usize),
    /// The base form of the verb follows.
    Base,
    /// Nothing is left.
    Nothing,
}

/// The noun of a class as people say it.
fn shown(noun: &str) -> &str {
    match noun {
        "tv network" => "television network",
        "tv series" => "television series",
        "military conflict" => "war",
        "disaster event" => "disaster",
        "historic event" => "event",
        "canadian province" => "Canadian province",
        "uk county" => "county",
        "us state" => "state",
        other => other,
    }
}
