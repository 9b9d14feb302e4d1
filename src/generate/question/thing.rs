//! Questions for a common noun: *which disease*, *of which material*, *as what*.

use super::{Asker, Gap, Question};
use crate::fact::clause::{Clause, Part};
use crate::fact::thing::{self, CHIEFLY, Key, Things};
use crate::fact::value::{Sort, Value, years_in};
use crate::fact::{Analysed, Document, Kind, Names};
use crate::generate::phrase::{Reason, Writer};
use crate::text::{Label, Tag, inflect};

/// Verbs too empty to tell one thing from another of its class.
const EMPTY: [&str; 12] = [
    "have", "do", "get", "be", "include", "see", "say", "feature", "involve", "mean", "contain",
    "need",
];

/// Verbs of making: what is made of something is made of it alone.
const MAKING: [&str; 16] = [
    "make",
    "build",
    "construct",
    "clad",
    "face",
    "cover",
    "carve",
    "cast",
    "floor",
    "pave",
    "line",
    "coat",
    "convert",
    "panel",
    "power",
    "turn",
];

/// Adverbs that make a statement less than whole.
const LIMITS: [&str; 16] = [
    "partly",
    "partially",
    "originally",
    "initially",
    "sometimes",
    "occasionally",
    "often",
    "usually",
    "generally",
    "typically",
    "possibly",
    "also",
    "commonly",
    "frequently",
    "again",
    "once",
];

/// Verbs for what happens without an object.
const HAPPENING: [&str; 18] = [
    "return", "arrive", "begin", "start", "open", "close", "end", "occur", "happen", "die",
    "marry", "retire", "resign", "premiere", "debut", "launch", "land", "air",
];

/// All questions of a clause whose key is a common noun.
pub(super) fn questions(
    document: &Document<'_>,
    clause: &Clause,
    clauses: &[Clause],
    sentence: &Analysed,
) -> Vec<Result<Question, (String, Reason)>> {
    let parse = &sentence.parse;
    let verb = parse
        .words
        .get(clause.predicate)
        .map_or("", |w| w.lemma.as_str());
    let mut out = Vec::new();
    let mut ask = |value, gap| {
        out.push(
            Asker {
                document,
                all: clauses,
                sentence,
                clause,
                value,
                gap,
                noun: None,
            }
            .ask(),
        );
    };
    for (gap, value) in inside(document, sentence, clause) {
        ask(value, gap);
    }
    let subject = clause.subject.head;
    if clause.copula.is_none()
        && parse.child(subject, Label::Det).is_none()
        && let Some(value) = thing::value(document, sentence, subject, verb, "subj")
    {
        ask(value, Gap::Subject);
    }
    if clause.copula.is_some() {
        if let Some((gap, value)) = copular(document, sentence, clause) {
            ask(value, gap);
        }
        return out;
    }
    for (index, part) in clause.parts.iter().enumerate() {
        if part.first < clause.predicate {
            continue;
        }
        let preposition = part
            .preposition
            .map(|at| parse.form(document.text(), at).to_lowercase());
        let slot = match part.label {
            Label::Obj => "obj",
            Label::Xcomp if verb == "become" => "pred",
            Label::Xcomp if preposition.is_none() => "xcomp",
            label if label.is_oblique() || label == Label::Xcomp => {
                preposition.as_deref().unwrap_or_default()
            }
            _ => continue,
        };
        let value = thing::value(document, sentence, part.head, verb, slot)
            .or_else(|| chief_food(document, sentence, part, verb, slot));
        if let Some(value) = value {
            ask(value, Gap::Part(index));
        }
    }
    out
}

/// *eats insects, mainly termites*: the chief food, told behind the others.
fn chief_food(
    document: &Document<'_>,
    sentence: &Analysed,
    part: &Part,
    verb: &str,
    slot: &str,
) -> Option<Value> {
    let parse = &sentence.parse;
    let text = document.text();
    let feeds = matches!(
        (verb, slot),
        ("eat" | "consume" | "hunt", "obj") | ("feed" | "prey" | "live", "on")
    );
    let adverb = (part.head + 1..part.last).find(|&at| {
        let form = parse.form(text, at).to_lowercase();
        feeds && CHIEFLY.contains(&form.as_str())
    })?;
    let noun = adverb + 1;
    let rest = parse.form(text, noun + 1);
    let ends = !parse
        .children(noun)
        .any(|c| parse.label(c) == Some(Label::Conj))
        && (noun == part.last || parse.tag(noun + 1).is_some_and(Tag::is_punctuation))
        && !(rest == "," && matches!(parse.form(text, noun + 2), "and" | "or"));
    let value = thing::value(document, sentence, noun, "food", "is")?;
    ends.then_some(value)
}

/// Relatives whose trade may be asked for.
const KIN: [&str; 14] = [
    "father",
    "mother",
    "grandfather",
    "grandmother",
    "uncle",
    "aunt",
    "brother",
    "sister",
    "husband",
    "wife",
    "son",
    "daughter",
    "stepfather",
    "father-in-law",
];

/// Nouns for what is made of one material.
const MADE: [&str; 24] = [
    "sculpture",
    "statue",
    "bust",
    "relief",
    "tower",
    "bridge",
    "building",
    "church",
    "house",
    "bell",
    "monument",
    "obelisk",
    "tomb",
    "cross",
    "dagger",
    "vase",
    "mask",
    "crown",
    "skyscraper",
    "wall",
    "lighthouse",
    "column",
    "cathedral",
    "castle",
];

/// Adjectives that make a description fit one thing only.
const UNIQUE: [&str; 12] = [
    "official",
    "main",
    "predominant",
    "dominant",
    "principal",
    "chief",
    "primary",
    "national",
    "only",
    "sole",
    "favourite",
    "favorite",
];

/// The thing that a copular clause states: what a relative was by trade, what
/// the main crop is, of what a statue is made.
fn copular(document: &Document<'_>, sentence: &Analysed, clause: &Clause) -> Option<(Gap, Value)> {
    let parse = &sentence.parse;
    let text = document.text();
    let lemma = |at: usize| parse.words.get(at).map_or("", |w| w.lemma.as_str());
    let (subject, predicate) = (clause.subject.head, clause.predicate);
    let single = |head: usize| {
        parse.children(head).any(|c| match parse.label(c) {
            Some(Label::Amod) => {
                UNIQUE.contains(&parse.form(text, c).to_lowercase().as_str())
                    || parse.tag(c) == Some(Tag::JJS)
                    || parse.children(c).any(|m| parse.tag(m) == Some(Tag::RBS))
            }
            _ => false,
        }) && parse.children(head).any(|c| {
            parse.form(text, c).eq_ignore_ascii_case("the")
                || parse.label(c) == Some(Label::NmodPoss)
        })
    };
    let read = |head, verb: &str, slot| thing::value(document, sentence, head, verb, slot);
    if KIN.contains(&lemma(subject)) && parse.child(subject, Label::NmodPoss).is_some() {
        return read(predicate, "occupation", "class").map(|v| (Gap::Predicate, v));
    }
    let alone = matches!(lemma(subject), "currency" | "colour" | "color");
    if (single(subject) || alone)
        && let Some(value) = read(predicate, lemma(subject), "is")
    {
        return Some((Gap::Predicate, value));
    }
    if single(predicate)
        && let Some(value) = read(subject, lemma(predicate), "is")
    {
        return Some((Gap::Subject, value));
    }
    if MADE.contains(&lemma(predicate)) && sentence.entity(subject).is_some() {
        let before = predicate.checked_sub(1)?;
        let hangs = parse
            .words
            .get(before)
            .is_some_and(|w| w.head == Some(predicate));
        return read(before, "material", "class")
            .filter(|_| hangs)
            .map(|v| (Gap::Predicate, v));
    }
    let lifeless = sentence.entity(subject).is_none_or(|id| {
        document
            .entity(id)
            .is_some_and(|e| e.kind != Some(Kind::Person) && e.kind != Some(Kind::Organisation))
    });
    read(predicate, "be", "pred")
        .filter(|_| lifeless)
        .map(|v| (Gap::Predicate, v))
}

/// The class that a noun's complement belongs to: *a degree in physics*, *his
/// career as a lawyer*, *an attack of malaria*.
fn complement(noun: &str, preposition: &str) -> Option<&'static str> {
    match (noun, preposition) {
        (
            "degree" | "doctorate" | "phd" | "ph.d." | "diploma" | "bachelor" | "master" | "course"
            | "lesson" | "chair" | "professorship" | "class" | "training" | "studies" | "study"
            | "major" | "professor" | "lecturer" | "teacher" | "student" | "instructor" | "tutor",
            "in" | "of",
        ) => Some("subject"),
        ("career" | "job" | "work" | "training" | "apprenticeship" | "position" | "life", "as") => {
            Some("occupation")
        }
        (
            "attack" | "case" | "bout" | "outbreak" | "epidemic" | "symptom" | "death" | "form",
            "of" | "from",
        )
        | ("cure" | "treatment" | "vaccine" | "serum", "for" | "against" | "of") => Some("disease"),
        ("statue" | "bust" | "mask" | "ring" | "cross" | "block", "of" | "in") => Some("material"),
        _ => None,
    }
}

/// Things inside the parts of a clause.
fn inside(document: &Document<'_>, sentence: &Analysed, clause: &Clause) -> Vec<(Gap, Value)> {
    let parse = &sentence.parse;
    let text = document.text();
    let objects = clause
        .parts
        .iter()
        .filter(|p| matches!(p.label, Label::Obj | Label::Xcomp) && p.first > clause.predicate)
        .map(|p| p.head);
    let heads: Vec<usize> = objects
        .chain(clause.copula.map(|_| clause.predicate))
        .collect();
    let mut out = Vec::new();
    for head in heads {
        let noun = parse.words.get(head).map_or("", |w| w.lemma.as_str());
        for child in parse.children(head).filter(|&c| c > head) {
            let Some(case) = parse.child(child, Label::Case).filter(|&c| c < child) else {
                continue;
            };
            let preposition = parse.form(text, case).to_lowercase();
            if let Some(class) = complement(&noun.to_lowercase(), &preposition)
                && case == head + 1
                && let Some(value) = thing::value(document, sentence, child, class, "class")
            {
                out.push((Gap::Inside(case), value));
            }
        }
    }
    out
}

impl<'d, 'a> Asker<'d, 'a> {
    /// The thing asked for, if it is one.
    pub(super) fn thing(&self) -> Option<Key> {
        match self.value.sort {
            Sort::Thing(key) => Some(key),
            _ => None,
        }
    }

    /// Whether the thing asked for is the only one of its class that fits.
    pub(super) fn check_thing(&self) -> Result<(), Reason> {
        let Some(key) = self.thing() else {
            return Ok(());
        };
        let verb = self.predicate_lemma();
        let copular = self.clause.copula.is_some();
        if EMPTY.contains(&verb.as_str()) && !copular && !matches!(self.gap, Gap::Inside(_)) {
            return Err("the verb says too little of a thing");
        }
        let list = Things::shared();
        let class = list.thing(key.index).map_or("", |t| t.class);
        if verb == "die" && !self.dies_in_time() {
            return Err("a death at another time than the subject's");
        }
        let rival = matches!(
            class,
            "colour" | "month" | "weekday" | "season" | "material"
        ) && (0..self.parse().words.len())
            .filter(|&at| !(self.value.first..=self.value.last).contains(&at))
            .filter_map(|at| self.parse().words.get(at))
            .any(|w| {
                list.known(&w.lemma)
                    .iter()
                    .filter_map(|&at| list.thing(at))
                    .any(|t| t.class == class)
            });
        if rival {
            return Err("another thing of its class stands beside it");
        }
        let limited = self.clause.parts.iter().any(|p| {
            p.label == Label::Advmod && LIMITS.contains(&self.form(p.head).to_lowercase().as_str())
        });
        if limited {
            return Err("said with a reserve that the stem would lose");
        }
        if self.gap == Gap::Subject && !copular && !self.is_measured() {
            return Err("a subject that others may share");
        }
        let dated = matches!(class, "month" | "weekday" | "season");
        if dated
            && !self.clause.passive
            && !self.has_object()
            && !HAPPENING.contains(&verb.as_str())
        {
            return Err("the verb wants an object");
        }
        let habit = self.is_present() && !self.sentence.story || self.is_general();
        let made = self.clause.passive && MAKING.contains(&verb.as_str());
        if habit && !made && self.chief().is_none() && !copular && self.gap != Gap::Subject {
            return Err("a habit that may have other objects");
        }
        Ok(())
    }

    /// Whether the article is about no person and no story, and the clause is
    /// told in the present tense.
    fn is_general(&self) -> bool {
        let subject = &self.document.subject;
        self.is_present() && !subject.is_fictional && subject.domain.is_none()
    }

    /// *mainly*, where the sentence says so of the thing or the verb.
    fn chief(&self) -> Option<&'a str> {
        let part = self.gap_part()?;
        let from = self.clause.finite().min(part.first);
        (from..self.value.first)
            .map(|at| self.form(at))
            .find(|form| CHIEFLY.contains(form) && *form != "almost")
    }

    fn class(&self) -> &'static str {
        self.thing()
            .and_then(|key| Things::shared().thing(key.index))
            .map_or("", |t| t.class)
    }

    fn has_object(&self) -> bool {
        self.clause.parts.iter().any(|p| p.label == Label::Obj)
    }

    /// Whether the clause says how much, or that it is the most.
    fn is_measured(&self) -> bool {
        let from = self.clause.predicate;
        let parts = self.clause.parts.iter().filter(|p| p.first > from);
        parts.flat_map(|p| p.first..=p.last).any(|at| {
            self.parse().tag(at) == Some(Tag::JJS)
                || self.form(at).contains(|c: char| c.is_ascii_digit())
                || matches!(
                    self.form(at),
                    "most" | "half" | "majority" | "bulk" | "mainstay"
                )
        })
    }

    /// Whether a phrase with a name before the subject is missing from the
    /// stem: then it is not told when or in what it happened.
    pub(super) fn lost_scene(&self, stem: &str) -> bool {
        self.thing().is_some()
            && self
                .clause
                .parts
                .iter()
                .filter(|p| p.label.is_oblique() && p.last < self.clause.subject.first)
                .flat_map(|p| p.first..=p.last)
                .any(|at| {
                    self.parse().words.get(at).is_some_and(|w| w.name)
                        && !stem.contains(self.form(at))
                })
    }

    /// Whether the subject of the article, if it is said to die, does so in a
    /// year that its first sentence names.
    fn dies_in_time(&self) -> bool {
        let text = self.document.text();
        let title = self.sentence.entity(self.clause.subject.head) == Some(Names::TITLE);
        let lead = self
            .document
            .sentences
            .first()
            .map_or("", |s| s.whole.of(text));
        let known = years_in(lead);
        !title
            || years_in(self.sentence.whole.of(text))
                .iter()
                .all(|y| known.contains(y))
    }

    /// Writes a plain description as it stands, though it is definite: *the
    /// official language*.
    pub(super) fn describe(
        &self,
        writer: &mut Writer<'d, 'a>,
        first: usize,
        last: usize,
    ) -> Result<(), Reason> {
        let parse = self.parse();
        let plain = (first..=last).all(|at| {
            parse.tag(at).is_some_and(|t| {
                t == Tag::DT
                    || t.is_noun() && !t.is_proper()
                    || t.is_adjective()
                    || t.is_adverb()
                    || t == Tag::CC
            })
        });
        let told = self.thing().is_some() && self.clause.copula.is_some() && plain;
        if !told {
            return Err("a definite description without antecedent");
        }
        let words = parse.text_of(self.document.text(), first..=last);
        writer.literal(&words.to_lowercase());
        Ok(())
    }

    /// *the occupation of* before the relative.
    pub(super) fn before_subject(&self, writer: &mut Writer<'d, 'a>) {
        if self.gap == Gap::Predicate && self.class() == "occupation" {
            writer.literal("the occupation of");
        }
    }

    /// Writes *mainly* before the verb, where it stood with the thing, and
    /// *made* behind what is made of a material.
    pub(super) fn behind_subject(&self, writer: &mut Writer<'d, 'a>) {
        if self.thing().is_none() {
            return;
        }
        if self.gap == Gap::Predicate && self.class() == "material" {
            writer.literal("made");
        }
        let Some(part) = self.gap_part() else {
            return;
        };
        if let Some(word) = (part.first..self.value.first)
            .map(|at| self.form(at))
            .find(|form| CHIEFLY.contains(form))
        {
            writer.literal(word);
        }
    }

    /// *the official currency* in an article about a country is that country's.
    pub(super) fn anchor_thing(&self, writer: &mut Writer<'d, 'a>) -> Result<(), Reason> {
        let subject = &self.document.subject;
        let copular = self.clause.copula.is_some() && self.thing().is_some();
        if copular
            && subject.kind == Some(Kind::Place)
            && matches!(self.gap, Gap::Subject | Gap::Predicate)
            && writer.introduced.is_empty()
        {
            let own = ["currency", "language", "animal", "bird", "flower"]
                .iter()
                .any(|noun| writer.text().ends_with(noun));
            writer.literal(if own { "of" } else { "in" });
            writer.name(Names::TITLE)?;
        }
        Ok(())
    }

    /// Whether the stem names somebody in full, or something else than a
    /// person.
    pub(super) fn names_in_full(&self, writer: &Writer<'d, 'a>) -> bool {
        writer.introduced.iter().any(|&id| {
            self.document.entity(id).is_some_and(|e| {
                e.name.contains(' ')
                    || e.kind.is_some_and(|k| k != Kind::Person)
                    || e.kind.is_none() && e.mentions > 4
            })
        })
    }

    /// Writes what the parser hung on the thing though it tells when or where:
    /// *study physics \[at Graz\]*.
    pub(super) fn trailer(&self, writer: &mut Writer<'d, 'a>, part: &Part) -> Result<(), Reason> {
        if self.has_loose_tail(part) {
            return writer.passage(self.clause.sentence, part.head + 1, part.last);
        }
        let next = self.value.last + 1;
        if self.thing().is_none() || next > part.last {
            return Ok(());
        }
        let set_off = self.parse().tag(next).is_some_and(Tag::is_punctuation);
        if set_off {
            return Ok(());
        }
        writer.passage(self.clause.sentence, next, part.last)
    }

    /// The question word for a thing.
    pub(super) fn thing_word(
        &self,
        key: Key,
        preposition: Option<&str>,
    ) -> Result<(String, Option<String>), Reason> {
        let list = Things::shared();
        let thing = list.thing(key.index).ok_or("no such thing")?;
        let noun = list.class(thing.class).ok_or("no such class")?.noun;
        let counted = if key.plural {
            inflect::plural(noun)
        } else {
            noun.to_owned()
        };
        let inside = match self.gap {
            Gap::Inside(case) => Some(self.form(case).to_lowercase()),
            _ => None,
        };
        let words = match (thing.class, inside.as_deref().or(preposition)) {
            ("material", None) if self.gap == Gap::Predicate => "of which material".to_owned(),
            ("colour", _) => "what colour".to_owned(),
            (_, None) if matches!(self.gap, Gap::Predicate | Gap::Subject) => "what".to_owned(),
            (_, Some("due")) => format!("because of which {counted}"),
            ("occupation" | "office", Some("as")) => "as what".to_owned(),
            (_, Some("as")) => format!("as what {noun}"),
            (_, Some(preposition)) => format!("{preposition} which {counted}"),
            (_, None) => format!("which {counted}"),
        };
        Ok((words, Some(noun.to_owned())))
    }
}
