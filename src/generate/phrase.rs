//! Writing parts of a sentence anew, so that they stand on their own: names in
//! full at first mention, pronouns only where they are clear, insertions left
//! out.

mod insertion;

use self::insertion::insertions;
use crate::fact::coref::Pronoun;
use crate::fact::lists::Lists;
use crate::fact::{Analysed, Document, EntityId, Kind, Names, Referent};
use crate::text::{Label, Tag, inflect, lexicon};

/// Why a passage cannot stand on its own.
pub type Reason = &'static str;

/// Writes one stem.
#[derive(Clone, Debug)]
pub struct Writer<'d, 'a> {
    document: &'d Document<'a>,
    /// Entities named so far.
    pub introduced: Vec<EntityId>,
    /// The entity asked for; it must not be named.
    key: Option<EntityId>,
    /// Whether a pronoun may stand for the key: the question word comes first
    /// and is the subject.
    key_binds: bool,
    /// Words of a sentence that are left out: what is asked for.
    skipped: Option<(usize, usize, usize)>,
    /// Whether *the bar* may become *a bar*.
    indefinite: bool,
    /// Nouns whose article was made indefinite.
    freed: Vec<usize>,
    out: String,
    last: Option<(usize, usize)>,
}

/// Adverbs and the like that hang on what was said before.
const DISCOURSE: [&str; 32] = [
    "previously",
    "eventually",
    "also",
    "then",
    "later",
    "however",
    "instead",
    "therefore",
    "thus",
    "too",
    "still",
    "even",
    "moreover",
    "furthermore",
    "hence",
    "consequently",
    "meanwhile",
    "additionally",
    "nevertheless",
    "nonetheless",
    "otherwise",
    "finally",
    "subsequently",
    "afterwards",
    "afterward",
    "thereafter",
    "now",
    "today",
    "currently",
    "already",
    "likewise",
    "similarly",
];

/// Words that point outside of the sentence.
const POINTING: [&str; 21] = [
    "this",
    "these",
    "those",
    "here",
    "there",
    "such",
    "another",
    "former",
    "latter",
    "ago",
    "i",
    "we",
    "you",
    "my",
    "our",
    "your",
    "us",
    "me",
    "aforementioned",
    "previous",
    "following",
];

/// Nouns for what all characters of a story share.
const SHARED: [&str; 10] = [
    "manager", "company", "office", "team", "staff", "crew", "building", "family", "gang", "group",
];

/// Nouns that are unique without further words.
const UNIQUE: &[&str] = &[
    "world",
    "sun",
    "moon",
    "sea",
    "public",
    "media",
    "internet",
    "earth",
    "sky",
    "government",
    "police",
    "press",
    "state",
    "end",
    "beginning",
    "start",
    "middle",
    "north",
    "south",
    "east",
    "west",
    "summer",
    "winter",
    "spring",
    "autumn",
    "piano",
    "guitar",
    "violin",
    "drums",
    "hospital",
    "airport",
    "university",
    "beach",
    "office",
    "environment",
    "ocean",
    "atmosphere",
    "universe",
    "equator",
    "wild",
    "ground",
    "air",
    "night",
    "morning",
    "evening",
    "afternoon",
    "day",
    "rain",
    "weather",
    "throne",
    "king",
    "queen",
    "pope",
    "presidency",
    "president",
    "economy",
    "euro",
    "law",
    "military",
    "senate",
    "united",
    "bible",
    "stage",
    "screen",
    "market",
    "knee",
];

/// Nouns for subjects that have parts of their own.
const TOPICAL: [&str; 8] = [
    "building",
    "skyscraper",
    "spacecraft",
    "mission",
    "ship",
    "spaceflight",
    "bridge",
    "technique",
];

/// Nouns for what belongs to a mission, a work, a company or a building.
const PARTS: [&str; 36] = [
    "crew",
    "spacecraft",
    "astronauts",
    "commander",
    "launch",
    "flight",
    "cast",
    "script",
    "screenplay",
    "soundtrack",
    "plot",
    "director",
    "producers",
    "writers",
    "theme",
    "budget",
    "premiere",
    "title song",
    "theme song",
    "riders",
    "employees",
    "founders",
    "headquarters",
    "spire",
    "lobby",
    "facade",
    "façade",
    "tower",
    "construction",
    "architect",
    "owners",
    "ceremony",
    "winners",
    "nominees",
    "telecast",
    "statuette",
];

impl<'d, 'a> Writer<'d, 'a> {
    /// A writer for a stem that asks for `key`.
    pub fn new(document: &'d Document<'a>, key: Option<EntityId>, key_binds: bool) -> Self {
        Self {
            document,
            introduced: Vec::new(),
            key,
            key_binds,
            skipped: None,
            indefinite: false,
            freed: Vec::new(),
            out: String::new(),
            last: None,
        }
    }

    /// Leaves out words `first` to `last` of a sentence, and makes definite
    /// descriptions without antecedent indefinite.
    pub fn ask_setting(&mut self, number: usize, first: usize, last: usize) {
        self.skipped = Some((number, first, last));
        self.indefinite = true;
    }

    /// Leaves out words `first` to `last` of a sentence.
    pub fn skip(&mut self, number: usize, first: usize, last: usize) {
        self.skipped = Some((number, first, last));
    }

    /// Whether all of words `first` to `last` are left out.
    pub fn is_skipped(&self, number: usize, first: usize, last: usize) -> bool {
        self.skipped
            .is_some_and(|(n, from, to)| n == number && from <= first && last <= to)
    }

    /// What was written.
    pub fn text(&self) -> &str {
        &self.out
    }

    /// How many words were written.
    pub fn word_count(&self) -> usize {
        self.out.split_whitespace().count()
    }

    /// Writes words of its own.
    pub fn literal(&mut self, words: &str) {
        if !self.out.is_empty() && !words.starts_with([',', '?', '\'', ';']) {
            self.out.push(' ');
        }
        self.out.push_str(words);
        self.last = None;
    }

    /// Writes the name of an entity, in full.
    pub fn name(&mut self, id: EntityId) -> Result<(), Reason> {
        let name = self.written(id, None)?;
        self.literal(&name);
        Ok(())
    }

    fn sentence(&self, number: usize) -> Result<&'d Analysed, Reason> {
        self.document
            .sentences
            .get(number)
            .ok_or("no such sentence")
    }

    /// Writes words `first` to `last` of a sentence, without insertions.
    ///
    /// # Errors
    /// When the passage cannot stand on its own; then nothing was written.
    pub fn passage(&mut self, number: usize, first: usize, last: usize) -> Result<(), Reason> {
        let before = self.clone();
        let done = self.try_passage(number, first, last);
        if done.is_err() {
            *self = before;
        }
        done
    }

    fn try_passage(&mut self, number: usize, first: usize, last: usize) -> Result<(), Reason> {
        let sentence = self.sentence(number)?;
        let text = self.document.text();
        let mut dropped = insertions(text, sentence, first, last);
        if let Some((_, from, to)) = self.skipped.filter(|(n, _, _)| *n == number) {
            for at in from.max(first)..=to.min(last) {
                if let Some(place) = dropped.get_mut(at - first) {
                    *place = true;
                }
            }
        }
        let mut at = first;
        while at <= last {
            if dropped.get(at - first).copied().unwrap_or(false) {
                at += 1;
                continue;
            }
            if self.is_torn(number, at, sentence) {
                return Err("what is left out tears the phrase");
            }
            at = self.word(number, sentence, at, last)?;
        }
        Ok(())
    }

    /// Writes one word, or the short description it begins; returns the next.
    fn word(
        &mut self,
        number: usize,
        sentence: &Analysed,
        at: usize,
        last: usize,
    ) -> Result<usize, Reason> {
        let text = self.document.text();
        let word = sentence.parse.words.get(at).ok_or("no such word")?;
        let form = word.span.of(text);
        let lower = form.to_lowercase();
        // *the bar* for one that was not mentioned before: *a bar*.
        if lower == "the"
            && self.indefinite
            && let Some(noun) = word.head.filter(|&h| h > at && h <= last)
            && self.is_orphan(sentence, noun)
            && sentence.parse.tag(noun) == Some(Tag::NN)
            && sentence.parse.label(at) == Some(Label::Det)
            && sentence.parse.label(noun) == Some(Label::Obj)
        {
            let rest = sentence.parse.text_of(text, at + 1..=noun);
            self.push(number, at, inflect::article(rest), sentence);
            self.freed.push(noun);
            return Ok(at + 1);
        }
        // *the couple* for two persons named before
        if lower == "the"
            && let Some(head) = word.head.filter(|&h| h > at && h <= last)
            && let Some(Referent::Many(ids)) = sentence.refs.get(head).and_then(Option::as_ref)
        {
            let names: Result<Vec<String>, Reason> =
                ids.iter().map(|&id| self.written(id, None)).collect();
            let names = join(&names?);
            self.push(number, at, &names, sentence);
            self.last = Some((number, head));
            return Ok(head + 1);
        }
        // *the company* for the subject of the article
        if matches!(lower.as_str(), "the" | "this")
            && let Some(noun) = word.head.filter(|&h| h > at && h <= last)
            && let Some(Referent::One(id)) = sentence.refs.get(noun).and_then(Option::as_ref)
            && sentence.entities.get(noun).copied().flatten().is_none()
        {
            let name = self.written(*id, None)?;
            self.push(number, at, &name, sentence);
            self.last = Some((number, noun));
            return Ok(noun + 1);
        }
        if let Some(id) = sentence.entities.get(at).copied().flatten() {
            if is_cut_title(text, word.span.end) {
                return Err("a title that goes on behind a colon");
            }
            let name = if self.modifies(sentence, at) && Some(id) != self.key {
                self.introduced.push(id);
                in_place(form, at)
            } else {
                self.written(id, Some(form))?
            };
            self.push(number, at, &name, sentence);
            return Ok(at + 1);
        }
        if word.name {
            if is_cut_title(text, word.span.end) {
                return Err("a title that goes on behind a colon");
            }
            self.push(number, at, form, sentence);
            return Ok(at + 1);
        }
        if is_quoted(sentence, text, at) && !word.tag.is_punctuation() {
            self.push(number, at, form, sentence);
            return Ok(at + 1);
        }
        if word.tag.is_pronoun() && Pronoun::parse(form).is_some() {
            let written = self.pronoun(sentence, at)?;
            self.push(number, at, &written, sentence);
            return Ok(at + 1);
        }
        let relative = matches!(
            lower.as_str(),
            "later" | "earlier" | "afterwards" | "before" | "after"
        ) && word.tag.is_adverb()
            && sentence
                .parse
                .children(at)
                .any(|c| sentence.parse.tag(c).is_some_and(Tag::is_noun));
        if relative {
            return Err("a time counted from another event");
        }
        let points = POINTING.contains(&lower.as_str()) || (lower == "that" && word.tag == Tag::DT);
        if points && !(lower == "there" && word.label == Label::Expl) {
            return Err("a word that points outside of the stem");
        }
        let counted = word.tag == Tag::CD
            && word.label != Label::Nummod
            && sentence
                .parse
                .children(at)
                .any(|c| sentence.parse.form(text, c).eq_ignore_ascii_case("the"));
        // *found ten set in Alaska*: ten of what was told before.
        let alone = word.tag == Tag::CD
            && word.label == Label::Obj
            && form.chars().all(char::is_alphabetic)
            && sentence.parse.form(text, at + 1) != "of";
        if counted || alone {
            return Err("a number that stands for somebody");
        }
        if word.tag.is_wh() && word.label == Label::Root {
            return Err("a question");
        }
        let orphan =
            word.tag.is_noun() && !self.freed.contains(&at) && self.is_orphan(sentence, at);
        let topical = orphan && self.is_topical(sentence, at, last);
        if orphan && !topical {
            return Err("a definite description without antecedent");
        }
        // *he did move*: plain words where nothing is doubted.
        if lower == "did"
            && word.label == Label::Aux
            && word.head == Some(at + 1)
            && at < last
            && let Some(verb) = sentence.parse.words.get(at + 1)
        {
            let past = inflect::conjugate(&verb.lemma, inflect::Form::Past);
            self.push(number, at, &past, sentence);
            self.last = Some((number, at + 1));
            return Ok(at + 2);
        }
        // *while losing nine and was*: the parser coordinated what cannot be.
        let unlike = word.label == Label::Conj
            && word.tag.is_finite()
            && word.head.is_some_and(|h| {
                h < at
                    && sentence
                        .parse
                        .tag(h)
                        .is_some_and(|t| !t.is_finite() && !t.is_adjective())
            });
        // *17 titles and was part of ...*
        let coordinated = word.label == Label::Cop
            && word.head.is_some_and(|noun| {
                sentence.parse.label(noun) == Some(Label::Conj)
                    && sentence.parse.child(noun, Label::Nsubj).is_none()
                    && sentence
                        .parse
                        .words
                        .get(noun)
                        .and_then(|w| w.head)
                        .is_some_and(|h| {
                            h < at
                                && sentence.parse.tag(h).is_some_and(Tag::is_noun)
                                && sentence.parse.child(h, Label::Cop).is_none()
                        })
            });
        if unlike || coordinated {
            return Err("what is left out tears the phrase");
        }
        let again = lower == "once"
            && sentence
                .parse
                .form(text, at + 1)
                .eq_ignore_ascii_case("again");
        if again {
            return Ok(at + 1);
        }
        // *too far* keeps its *too*.
        let degree = matches!(lower.as_str(), "too" | "even" | "still")
            && word
                .head
                .and_then(|h| sentence.parse.tag(h))
                .is_none_or(|t| !t.is_verb());
        // *insists on firing them instead*: a contrast, where it ends the clause.
        if lower == "instead" && at > 0 && word.head.is_some_and(|h| h < at) {
            return Err("a contrast that the stem would lose");
        }
        // *what is now Calgary*: then it was not.
        let kept = lower == "now" && at > 1 && sentence.parse.form(text, at - 2) == "what";
        if kept {
            self.push(number, at, "now", sentence);
            return Ok(at + 1);
        }
        // What happens *again* in a story is not the first of its kind.
        let repeated = lower == "again" && !sentence.story;
        // *ten years later* counts, *would later marry* does not.
        let later = lower == "later"
            && !at.checked_sub(1).is_some_and(|b| {
                sentence
                    .parse
                    .tag(b)
                    .is_some_and(|t| matches!(t, Tag::NN | Tag::NNS | Tag::CD))
            });
        if (word.tag == Tag::RB || later)
            && (repeated || DISCOURSE.contains(&lower.as_str()))
            && word.label == Label::Advmod
            && !degree
        {
            return Ok(at + 1);
        }
        // *Fur traders*: a capital only because the sentence begins.
        let elsewhere = |written: &str| text.contains(&format!(" {written} "));
        let plain = elsewhere(&lower)
            || !word.tag.is_proper() && !elsewhere(form) && Lists::shared().demonym(form).is_none();
        // *Lieutenant General Gage*: a rank of two words.
        let rank = at == 0
            && word.label == Label::Compound
            && sentence.parse.words.get(1).is_some_and(|next| {
                let next = next.span.of(text);
                next.starts_with(char::is_uppercase) && lexicon::is_known(&next.to_lowercase())
            });
        let written = if at == 0 && plain && form != "I" && !rank {
            lower
        } else {
            form.to_owned()
        };
        self.push(number, at, &written, sentence);
        if topical && !self.introduced.contains(&Names::TITLE) {
            let title = self.written(Names::TITLE, None)?;
            let the = format!("the {written}");
            match self.out.strip_suffix(&the) {
                // *the spacecraft of Apollo 8*
                Some(before) if title.split(' ').count() < 4 => {
                    self.out = format!("{before}{title}'s {written}");
                }
                _ => {
                    self.out.push_str(" of ");
                    self.out.push_str(&title);
                }
            }
        }
        Ok(at + 1)
    }

    /// *the Tesla family*, *Bose–Einstein*: a name that is part of another word
    /// stays as it is written.
    fn modifies(&self, sentence: &Analysed, at: usize) -> bool {
        let parse = &sentence.parse;
        let text = self.document.text();
        let Some(word) = parse.words.get(at) else {
            return false;
        };
        let next = text.get(word.span.end..).unwrap_or_default();
        let before = text.get(..word.span.start).unwrap_or_default();
        let joined = next.starts_with(['–', '-', '/'])
            && next.chars().nth(1).is_some_and(char::is_alphanumeric)
            || before.ends_with(['–', '-', '/']);
        let noun = word
            .head
            .filter(|&h| h > at && word.label == Label::Compound);
        joined
            || noun.is_some_and(|h| {
                parse
                    .words
                    .get(h)
                    .is_some_and(|w| !w.name && w.tag.is_noun() && !w.tag.is_proper())
            }) && at > 0
                && parse
                    .children(noun.unwrap_or(at))
                    .any(|c| c < at && parse.label(c) == Some(Label::Det))
    }

    /// *the crew* in an article about a mission that says so again and again:
    /// its crew.
    fn is_topical(&self, sentence: &Analysed, noun: usize, last: usize) -> bool {
        let subject = &self.document.subject;
        let parse = &sentence.parse;
        let bare = !parse.children(noun).any(|c| {
            parse.label(c) != Some(Label::Det)
                && parse.label(c) != Some(Label::Case)
                && parse.label(c) != Some(Label::Punct)
        });
        let owner = matches!(
            subject.kind,
            Some(Kind::Event | Kind::Work | Kind::Organisation)
        ) || subject.nouns.iter().any(|n| TOPICAL.contains(&n.as_str()));
        let form = parse.form(self.document.text(), noun).to_lowercase();
        owner
            && !subject.is_person
            && bare
            && noun <= last
            && PARTS.contains(&form.as_str())
            && self.document.definite(&form) > 2
    }

    /// *the interview*, *the new job*: definite, but nothing says which.
    fn is_orphan(&self, sentence: &Analysed, noun: usize) -> bool {
        let text = self.document.text();
        let parse = &sentence.parse;
        let Some(word) = parse.words.get(noun) else {
            return false;
        };
        if parse
            .words
            .get(noun + 1)
            .is_some_and(|w| w.label == Label::Compound && w.head == Some(noun))
        {
            return false;
        }
        let mut definite = false;
        for child in parse.children(noun) {
            let Some(child_word) = parse.words.get(child) else {
                continue;
            };
            let form = child_word.span.of(text).to_lowercase();
            match child_word.label {
                // *the year's cap*: the year it happens in
                Label::Case
                    if word.label == Label::NmodPoss
                        && matches!(word.lemma.as_str(), "year" | "season" | "day") =>
                {
                    return false;
                }
                Label::Det if form == "the" => definite = true,
                Label::NmodPoss | Label::Nummod => return false,
                // *trashes the bar when she tells him*: when, not which bar
                Label::Acl | Label::AclRelcl
                    if matches!(
                        parse.form(text, parse.subtree(child).0),
                        "when" | "while" | "after" | "before" | "until" | "as"
                    ) => {}
                Label::Nmod | Label::Acl | Label::AclRelcl | Label::Appos | Label::NmodDesc => {
                    return false;
                }
                Label::Amod
                    if matches!(child_word.tag, Tag::JJS | Tag::RBS)
                        || matches!(form.as_str(), "same" | "only" | "last" | "main")
                        || form.starts_with(char::is_uppercase) =>
                {
                    return false;
                }
                Label::Amod if Lists::shared().demonym(&form).is_some() => return false,
                // *for the first time*, *the 19th century*
                Label::Amod | Label::Compound
                    if word.lemma == "century" || word.lemma == "time" && is_ordinal(&form) =>
                {
                    return false;
                }
                Label::Compound | Label::Flat if child_word.name || child_word.tag.is_proper() => {
                    return false;
                }
                _ => {}
            }
        }
        let known =
            self.document.subject.is_fictional || self.document.subject.kind == Some(Kind::Work);
        let shared = known
            && sentence.story
            && SHARED.contains(&word.lemma.as_str())
            && !parse
                .children(noun)
                .any(|c| parse.label(c) == Some(Label::Amod));
        definite && !shared && !UNIQUE.contains(&word.lemma.as_str()) && !word.tag.is_proper()
    }

    /// Whether something was left out right before word `at`, so that two things
    /// now stand side by side that belong apart: *the Fields Medal the Crafoord
    /// Prize*, *the novel which ...*.
    fn is_torn(&self, number: usize, at: usize, sentence: &Analysed) -> bool {
        let Some((_, before)) = self.last.filter(|&(n, b)| n == number && b + 1 < at) else {
            return false;
        };
        let parse = &sentence.parse;
        let nominal = |at: usize| {
            parse.words.get(at).is_some_and(|w| {
                w.name
                    || w.tag.is_noun()
                    || matches!(w.tag, Tag::DT | Tag::CD | Tag::PRP | Tag::PRPS)
            })
        };
        let comma_lost = (before + 1..at).any(|b| {
            parse
                .tag(b)
                .is_some_and(|t| t == Tag::Comma || t.is_punctuation())
        });
        nominal(before) && nominal(at) || comma_lost && parse.tag(at).is_some_and(Tag::is_wh)
    }

    fn push(&mut self, number: usize, at: usize, written: &str, sentence: &Analysed) {
        let glued = self.last == at.checked_sub(1).map(|before| (number, before))
            && sentence
                .parse
                .words
                .get(at.wrapping_sub(1))
                .zip(sentence.parse.words.get(at))
                .is_some_and(|(a, b)| a.span.end == b.span.start && !a.name);
        let joined = written.starts_with(['/', '–', '-'])
            && sentence
                .parse
                .words
                .get(at.wrapping_sub(1))
                .zip(sentence.parse.words.get(at))
                .is_some_and(|(a, b)| a.span.end == b.span.start);
        // An opening quotation mark stands apart from the word before it.
        let apart = matches!(written, "'" | "’")
            && sentence
                .parse
                .words
                .get(at.wrapping_sub(1))
                .zip(sentence.parse.words.get(at))
                .is_some_and(|(a, b)| a.span.end < b.span.start);
        let closes = joined
            || written.starts_with([',', '.', ';', ':', '?', '!', ')', '%'])
            || matches!(written, "'s" | "’s" | "'" | "’" | "n't" | "n’t") && !apart;
        let after_open = self.out.ends_with(['(', '$', '£', '€']);
        if !self.out.is_empty() && !glued && !closes && !after_open {
            self.out.push(' ');
        }
        // A comma goes inside a closing quotation mark, as American print has it.
        if written == "," && self.out.ends_with('"') {
            self.out.pop();
            self.out.push_str(",\"");
        } else {
            self.out.push_str(written);
        }
        self.last = Some((number, at));
    }

    /// The name of an entity: in full the first time, then as it was written.
    fn written(&mut self, id: EntityId, form: Option<&str>) -> Result<String, Reason> {
        if Some(id) == self.key {
            return Err("the stem names the key");
        }
        let entity = self.document.entity(id).ok_or("no such entity")?;
        let first = !self.introduced.contains(&id);
        if first {
            self.introduced.push(id);
        }
        let title = id == Names::TITLE && form.is_none();
        if title {
            return Ok(self.document.subject.written.clone());
        }
        // *GM*, in the article of General Motors
        let initials = |form: &str| {
            id == Names::TITLE
                && entity.name.contains(' ')
                && form.chars().all(|c| c.is_uppercase() || c == '.')
        };
        let full = |form: &str| {
            !initials(form)
                && (form.split_whitespace().count() >= entity.name.split_whitespace().count()
                    || !entity.name.contains(form))
        };
        Ok(match form {
            Some(form) if !first || full(form) => {
                if entity.quoted {
                    format!("\"{form}\"")
                } else {
                    form.to_owned()
                }
            }
            _ => entity.written(),
        })
    }

    fn pronoun(&mut self, sentence: &Analysed, at: usize) -> Result<String, Reason> {
        let text = self.document.text();
        let word = sentence.parse.words.get(at).ok_or("no such word")?;
        let form = word.span.of(text).to_lowercase();
        let possessive = word.tag == Tag::PRPS;
        let reflexive = form.ends_with("self") || form.ends_with("selves");
        let referent = sentence.refs.get(at).and_then(Option::as_ref);
        match referent {
            None if word.label == Label::Expl || (form == "it" && is_expletive(sentence, at)) => {
                Ok(form)
            }
            None => Err("a pronoun that stands for nothing certain"),
            Some(Referent::One(id)) => {
                if Some(*id) == self.key {
                    return if self.key_binds {
                        Ok(form)
                    } else {
                        Err("a pronoun for the key")
                    };
                }
                if self.introduced.contains(id) && (self.is_clear(*id) || self.is_first(*id)) {
                    return Ok(form);
                }
                if reflexive {
                    return Err("a reflexive pronoun without its subject");
                }
                let name = if self.introduced.contains(id) {
                    self.document
                        .entity(*id)
                        .ok_or("no such entity")?
                        .short_name()
                } else {
                    self.written(*id, None)?
                };
                Ok(if possessive {
                    possessive_of(&name)
                } else {
                    name
                })
            }
            Some(Referent::Many(ids)) => {
                if self.key.is_some_and(|key| ids.contains(&key)) {
                    return Err("a pronoun for the key");
                }
                if ids.len() > 3 {
                    return Err("a pronoun for many");
                }
                if ids.iter().all(|id| self.introduced.contains(id)) || reflexive {
                    return Ok(form);
                }
                let names: Result<Vec<String>, Reason> =
                    ids.iter().map(|&id| self.written(id, None)).collect();
                let joined = join(&names?);
                Ok(if possessive {
                    possessive_of(&joined)
                } else {
                    joined
                })
            }
        }
    }

    /// Whether this is the first person that the stem names: *does Jim offer
    /// Darryl a chance to join him*.
    fn is_first(&self, id: EntityId) -> bool {
        self.introduced.iter().copied().find(|&other| {
            self.document
                .entity(other)
                .is_some_and(|e| e.kind == Some(Kind::Person))
        }) == Some(id)
    }

    /// Whether a pronoun for this entity can mean nobody else in the stem.
    fn is_clear(&self, id: EntityId) -> bool {
        let gender = self.document.entity(id).and_then(|e| e.gender);
        self.introduced
            .iter()
            .filter(|&&other| other != id)
            .all(|&other| {
                self.document.entity(other).is_none_or(|e| match e.kind {
                    Some(Kind::Person) => {
                        gender.is_some() && e.gender.is_some() && e.gender != gender
                    }
                    _ => gender.is_some(),
                })
            })
    }
}

/// *first*, *second*, *19th*
fn is_ordinal(form: &str) -> bool {
    matches!(
        form,
        "first" | "second" | "third" | "fourth" | "fifth" | "sixth" | "last"
    ) || form.starts_with(|c: char| c.is_ascii_digit())
}

/// *it is revealed that ...*
fn is_expletive(sentence: &Analysed, at: usize) -> bool {
    let parse = &sentence.parse;
    let Some(verb) = parse.words.get(at).and_then(|w| w.head) else {
        return false;
    };
    parse.label(at).is_some_and(Label::is_nominal_subject)
        && parse
            .words
            .get(verb)
            .is_some_and(|w| ANNOUNCING.contains(&w.lemma.as_str()))
        && parse.children(verb).any(|c| {
            c > verb
                && parse
                    .label(c)
                    .is_some_and(|l| matches!(l.base(), Label::Ccomp | Label::Csubj))
        })
}

/// Verbs that make known what is so.
pub const ANNOUNCING: [&str; 8] = [
    "reveal", "discover", "confirm", "announce", "disclose", "imply", "show", "learn",
];

/// Whether a word stands between quotation marks: it is somebody's own word.
fn is_quoted(sentence: &Analysed, text: &str, at: usize) -> bool {
    let marks = (0..at)
        .filter(|&b| matches!(sentence.parse.form(text, b), "\"" | "“" | "”"))
        .count();
    marks % 2 == 1
}

/// *Batman: Caped Crusader*: whether a name ends before a colon and another
/// word with a capital.
pub fn is_cut_title(text: &str, end: usize) -> bool {
    text.get(end..)
        .and_then(|rest| rest.strip_prefix(": "))
        .is_some_and(|rest| rest.starts_with(char::is_uppercase))
}

/// *Jones* → *Jones's*.
pub fn possessive_of(name: &str) -> String {
    match name.strip_suffix('"') {
        Some(bare) => format!("{bare}'s\""),
        None => format!("{name}'s"),
    }
}

/// *A*, *A and B*, *A, B and C*.
pub fn join(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A name inside a phrase: *The* at the start of the sentence loses its capital.
fn in_place(form: &str, at: usize) -> String {
    match form.strip_prefix("The ") {
        Some(rest) if at == 0 => format!("the {rest}"),
        _ => form.to_owned(),
    }
}
