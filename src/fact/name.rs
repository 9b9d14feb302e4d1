//! Finding names in the text and telling which mentions name the same thing.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::kind::Kind;
use super::lists::{Lists, kind_of_class};
use crate::article::{Article, MarkKind};
use crate::text::token::{self, Token};
use crate::text::{Gender, Span, given_name, lexicon, quoted_titles};

/// Index of an [`Entity`] in [`Names::entities`].
pub type EntityId = usize;

/// In which world somebody lives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum World {
    /// As the tense of the text tells.
    #[default]
    Told,
    /// Ours: an actor.
    Real,
    /// The story, but only as a relative named in the infobox.
    Family,
    /// Another work: what a character is based on, what an actor plays there.
    Elsewhere,
}

/// What someone has to do with works.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Trade {
    /// Nothing, or nothing that is known.
    #[default]
    Other,
    /// One who writes, directs or produces.
    Maker,
}

/// A thing with a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entity {
    /// The fullest form of its name, without quotation marks.
    pub name: String,
    /// All forms it is mentioned by, the fullest first.
    pub forms: Vec<String>,
    /// What it is, if the document tells.
    pub kind: Option<Kind>,
    /// The noun that says so most precisely: `episode`, `law firm`.
    pub noun: Option<String>,
    /// The gender of a person.
    pub gender: Option<Gender>,
    /// Whether its name is written in quotation marks.
    pub quoted: bool,
    /// Whether its name is written with a leading *the*.
    pub articled: bool,
    /// How often it is mentioned.
    pub mentions: usize,
    /// Whether it stands in the infobox.
    pub boxed: bool,
    /// Whether it is the actor behind a character.
    pub world: World,
    /// What it has to do with works.
    pub trade: Trade,
    /// Classes of the roles the text gives a person: `athlete`, `scientist`.
    pub roles: BTreeSet<&'static str>,
    /// The years of its life, if the text gives them in parentheses; else the
    /// first and the last year of the sentences that name it.
    pub years: Option<(i32, i32)>,
    pub(super) votes: BTreeMap<Kind, i32>,
    pub(super) nouns: BTreeMap<String, i32>,
}

impl Entity {
    /// The name as it is written in a sentence.
    pub fn written(&self) -> String {
        if self.quoted {
            format!("\"{}\"", self.name)
        } else {
            self.name.clone()
        }
    }

    /// Whether only one word of the name is known: a bare first name or
    /// surname.
    pub fn is_bare(&self) -> bool {
        self.forms.iter().all(|form| !form.contains(' '))
    }

    /// The form used after the first mention: a person's first name.
    pub fn short_name(&self) -> String {
        if self.kind != Some(super::Kind::Person) {
            return self.written();
        }
        let shortest = self
            .forms
            .iter()
            .filter(|f| f.len() > 1)
            .min_by_key(|f| f.len());
        shortest.cloned().unwrap_or_else(|| self.written())
    }

    pub(super) fn vote(&mut self, kind: Kind, weight: i32) {
        *self.votes.entry(kind).or_default() += weight;
    }

    pub(super) fn vote_noun(&mut self, noun: &str, weight: i32) {
        *self.nouns.entry(noun.to_owned()).or_default() += weight;
    }
}

/// One place where a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The name, without quotation marks.
    pub span: Span,
    /// What it names.
    pub entity: EntityId,
}

/// All names of a document.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// The things named; the first is the subject of the article.
    pub entities: Vec<Entity>,
    /// Where they are named, in the order of the text.
    pub mentions: Vec<Mention>,
}

impl Names {
    /// The subject of the article.
    pub const TITLE: EntityId = 0;

    /// The mention that covers exactly this span.
    pub fn at(&self, span: Span) -> Option<EntityId> {
        let index = self
            .mentions
            .binary_search_by_key(&span.start, |m| m.span.start)
            .ok()?;
        self.mentions
            .get(index)
            .filter(|m| m.span == span)
            .map(|m| m.entity)
    }

    /// The mentions inside a span, in order.
    pub fn within(&self, span: Span) -> &[Mention] {
        let first = self.mentions.partition_point(|m| m.span.start < span.start);
        let last = self.mentions.partition_point(|m| m.span.end <= span.end);
        self.mentions
            .get(first..last.max(first))
            .unwrap_or_default()
    }

    /// The entity with this name or form.
    pub fn named(&self, form: &str) -> Option<EntityId> {
        self.entities
            .iter()
            .position(|e| e.name == form || e.forms.iter().any(|f| f == form))
    }
}

/// A name found in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) span: Span,
    pub(super) quoted: bool,
}

/// Words that begin with a capital without being names.
const NOT_NAMES: [&str; 48] = [
    "I",
    "A.D",
    "B.C",
    "AD",
    "BC",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "Season",
    "Seasons",
    "Chapter",
    "Part",
    "Volume",
    "Act",
    "No",
    "Nos",
    "Vol",
    "Mr",
    "Mrs",
    "Ms",
    "Dr",
    "AD",
    "BC",
    "CE",
    "BCE",
    "A",
    "An",
    "The",
    "O",
    "Christmas",
    "Easter",
    "Internet",
];

/// Words of the closed classes: never a name at the start of a sentence.
const FUNCTION_WORDS: &[&str] = &[
    "the",
    "a",
    "an",
    "in",
    "on",
    "at",
    "by",
    "for",
    "from",
    "to",
    "of",
    "with",
    "without",
    "as",
    "and",
    "or",
    "but",
    "nor",
    "so",
    "yet",
    "if",
    "when",
    "while",
    "where",
    "after",
    "before",
    "since",
    "until",
    "although",
    "though",
    "because",
    "unless",
    "whereas",
    "once",
    "upon",
    "during",
    "throughout",
    "within",
    "under",
    "over",
    "between",
    "among",
    "against",
    "despite",
    "following",
    "like",
    "unlike",
    "instead",
    "he",
    "she",
    "it",
    "they",
    "we",
    "you",
    "i",
    "his",
    "her",
    "its",
    "their",
    "our",
    "your",
    "my",
    "this",
    "that",
    "these",
    "those",
    "there",
    "here",
    "some",
    "many",
    "most",
    "all",
    "both",
    "each",
    "every",
    "several",
    "few",
    "other",
    "another",
    "such",
    "no",
    "not",
    "only",
    "even",
    "also",
    "then",
    "later",
    "however",
    "moreover",
    "furthermore",
    "thus",
    "therefore",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "what",
    "which",
    "who",
    "whose",
    "how",
    "why",
    "today",
    "originally",
    "according",
    "due",
    "early",
    "late",
    "about",
    "around",
    "through",
    "per",
    "toward",
    "towards",
    "above",
    "below",
    "beyond",
    "behind",
    "beside",
    "besides",
    "near",
    "off",
    "out",
    "up",
    "down",
    "first",
    "second",
    "third",
    "while",
    "whether",
    "is",
    "was",
    "are",
    "were",
    "has",
    "have",
    "had",
    "being",
    "having",
    "him",
    "them",
    "us",
    "me",
    "let",
    "yes",
    "well",
    "now",
    "still",
    "just",
    "back",
    "much",
    "more",
    "less",
    "very",
];

/// Lower-case words that can stand inside a name.
const LINKS: [&str; 16] = [
    "de", "la", "le", "del", "della", "di", "da", "do", "dos", "du", "des", "von", "van", "der",
    "den", "y",
];

/// Nouns whose possessive belongs to the name: *St. Peter's School*.
const POSSESSED: [&str; 14] = [
    "School",
    "College",
    "Hospital",
    "Church",
    "Cathedral",
    "Square",
    "Park",
    "Day",
    "Theatre",
    "Palace",
    "Bay",
    "Island",
    "Chapel",
    "Abbey",
];

/// What a number before it names: *42nd Street*.
const NUMBERED: [&str; 9] = [
    "Street",
    "Avenue",
    "Infantry",
    "Cavalry",
    "Regiment",
    "Brigade",
    "Battalion",
    "Congress",
    "Airborne",
];

/// Words that a letter or number makes a step of a scale.
const SCALES: [&str; 12] = [
    "Series", "Division", "Stage", "Phase", "Round", "Level", "Class", "Type", "Grade", "Category",
    "Group", "Tier",
];

/// *42nd*
fn is_ordinal(word: &str) -> bool {
    ["st", "nd", "rd", "th"]
        .iter()
        .filter_map(|end| word.strip_suffix(end))
        .any(|number| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()))
}

/// *D*, *II*, *3*
fn is_step(word: &str) -> bool {
    let number = !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
    let roman = !word.is_empty() && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let letter = word.chars().count() == 1 && starts_upper(word);
    number || roman || letter
}

/// First words that stay with a name though they are titles.
const NAME_TITLES: [&str; 9] = [
    "King", "Queen", "Pope", "Saint", "St.", "St", "Lord", "Lady", "Prince",
];

/// Finds names in the sentences of one article.
pub(super) struct Finder<'a> {
    text: &'a str,
    lists: &'static Lists,
    /// Words written with a capital in the middle of a sentence.
    proper: HashSet<&'a str>,
    /// `The X` with a capital *The* in the middle of a sentence.
    the: HashSet<String>,
    /// Names known beforehand, by their first word.
    phrases: HashMap<&'a str, Vec<&'a str>>,
    title: &'a str,
    /// The scientific name of a species, if that is the title.
    binomial: Option<Binomial<'a>>,
}

/// *Homarus gammarus*: genus and epithet.
#[derive(Clone, Copy, Debug)]
struct Binomial<'a> {
    genus: &'a str,
    epithet: &'a str,
}

impl<'a> Binomial<'a> {
    /// Reads a title of two words with Latin endings, the second of them in
    /// lower case.
    fn parse(title: &'a str) -> Option<Self> {
        const LATIN: [&str; 11] = [
            "us", "um", "is", "a", "ae", "ii", "es", "os", "on", "ops", "ens",
        ];
        let (genus, epithet) = title.split_once(' ')?;
        let latin = |word: &str| word.len() > 3 && LATIN.iter().any(|end| word.ends_with(end));
        let lower = epithet.chars().all(|c| c.is_ascii_lowercase());
        let english = lexicon::categories(&genus.to_lowercase()).is_adjective();
        (starts_upper(genus) && lower && latin(genus) && latin(epithet) && !english)
            .then_some(Self { genus, epithet })
    }

    /// *H.*
    fn initial(self) -> String {
        self.genus.chars().take(1).chain(['.']).collect()
    }

    /// *H. gammarus*
    fn short(self) -> String {
        format!("{} {}", self.initial(), self.epithet)
    }
}

fn starts_upper(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

impl<'a> Finder<'a> {
    pub(super) fn new(article: &'a Article, sentences: &[Span]) -> Self {
        let text = article.text.as_str();
        let mut finder = Self {
            text,
            lists: Lists::shared(),
            proper: HashSet::new(),
            the: HashSet::new(),
            phrases: HashMap::new(),
            title: &article.title,
            binomial: Binomial::parse(&article.title),
        };
        finder.phrase(&article.title);
        for value in article.fields.iter().flat_map(|f| &f.values) {
            finder.phrase(value.text.of(text).trim_matches(['"', '“', '”', '\'']));
        }
        for mark in &article.marks {
            if matches!(
                mark.kind,
                MarkKind::Link | MarkKind::Italic | MarkKind::Bold
            ) {
                finder.phrase(mark.span.of(text));
            }
        }
        for &sentence in sentences {
            let tokens = token::tokenise(text, sentence, &[]);
            for pair in tokens.windows(3) {
                let [before, word, after] = pair else {
                    continue;
                };
                let form = word.span.of(text);
                let opens = matches!(
                    before.span.of(text),
                    "\"" | "“" | ":" | "(" | "'" | "‘" | "–" | ";" | "." | "?" | "!"
                );
                if starts_upper(form) && !opens {
                    finder.proper.insert(form);
                    let next = after.span.of(text);
                    if form == "The" && starts_upper(next) {
                        finder.the.insert(next.to_owned());
                    }
                }
            }
        }
        finder
    }

    fn phrase(&mut self, phrase: &'a str) {
        let mut words = phrase.split_whitespace();
        let Some(first) = words.next() else { return };
        let count = words.clone().count() + 1;
        let last = words.clone().next_back().unwrap_or(first);
        let named = starts_upper(first)
            && (2..=6).contains(&count)
            && last.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && words.all(|w| {
                starts_upper(w) || w.len() <= 3 || w.starts_with(|c: char| c.is_ascii_digit())
            })
            && !phrase.contains([',', ';', ':', '(', '|'])
            && !NOT_NAMES.contains(&first);
        if named {
            let known = self.phrases.entry(first).or_default();
            if !known.contains(&phrase) {
                known.push(phrase);
                known.sort_unstable_by_key(|p| std::cmp::Reverse(p.len()));
            }
        }
    }

    /// The names in a sentence, in order, none inside another.
    pub(super) fn find(&self, sentence: Span) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        for title in quoted_titles(self.text, sentence) {
            if is_title(title.inner.of(self.text)) {
                found.push(Found {
                    span: title.inner,
                    quoted: true,
                });
            }
        }
        let tokens = token::tokenise(self.text, sentence, &[]);
        // A pointer to another article: *See History of Rome*.
        if self.form(&tokens, 0) == "See"
            && (starts_upper(self.form(&tokens, 1)) || self.form(&tokens, 1) == "also")
        {
            return Vec::new();
        }
        for title in self.titles_in_commas(&tokens) {
            if !found.iter().any(|f| f.span.overlaps(title)) {
                found.push(Found {
                    span: title,
                    quoted: false,
                });
            }
        }
        let quoted = found.clone();
        let covered = |span: Span| quoted.iter().any(|q| q.span.overlaps(span));
        let mut at = 0;
        while at < tokens.len() {
            let here = tokens.get(at).map(|t| t.span).unwrap_or_default();
            if covered(here) || !starts_upper(here.of(self.text)) {
                at += 1;
                continue;
            }
            let known = self.known_phrase(&tokens, at);
            let longer = self.run(&tokens, at, &covered).filter(|&(first, end)| {
                // *Michael Scott Paper Company* is no Michael Scott.
                known.is_none_or(|(_, until)| {
                    first <= at
                        && end > until
                        && self.lists.suffix(self.form(&tokens, end - 1)).is_some()
                })
            });
            let run = longer.or(known);
            match run {
                Some((first, end)) if end > first => {
                    let end = self.split_front(&tokens, first, end);
                    let span = Span::new(
                        tokens.get(first).map_or(0, |t| t.span.start),
                        tokens.get(end - 1).map_or(0, |t| t.span.end),
                    );
                    found.push(Found {
                        span,
                        quoted: false,
                    });
                    at = end;
                }
                _ => at += 1,
            }
        }
        found.sort_unstable_by_key(|f| f.span);
        found
    }

    fn form(&self, tokens: &[Token], at: usize) -> &'a str {
        tokens.get(at).map_or("", |t| t.span.of(self.text))
    }

    /// A name known beforehand that begins at this token.
    fn known_phrase(&self, tokens: &[Token], at: usize) -> Option<(usize, usize)> {
        let start = tokens.get(at)?.span.start;
        let rest = self.text.get(start..)?;
        if let Some(name) = self.binomial
            && self.form(tokens, at + 1) == name.epithet
        {
            let first = self.form(tokens, at);
            if first == name.genus || first == name.initial() {
                return Some((at, at + 2));
            }
        }
        for phrase in self
            .phrases
            .get(self.form(tokens, at))
            .into_iter()
            .flatten()
        {
            if rest.starts_with(phrase) {
                let end = start + phrase.len();
                let last = tokens.iter().skip(at).position(|t| t.span.end == end);
                if let Some(last) = last {
                    return Some((at, at + last + 1));
                }
            }
        }
        (2..=5).rev().find_map(|count| {
            let end = tokens.get(at + count - 1)?.span.end;
            let words = self.text.get(start..end)?;
            // *The Atlantic Ocean* is not *The Atlantic*, and *The Batman comics*
            // are none of *The Batman*.
            let goes_on = words.starts_with("The ")
                && (starts_upper(self.form(tokens, at + count)) || self.opens_title(tokens, at));
            (words.contains(' ') && !goes_on && !self.lists.known(words).is_empty())
                .then_some((at, at + count))
        })
    }

    /// The run of capitalised words that begins at this token.
    fn run(
        &self,
        tokens: &[Token],
        start: usize,
        covered: &dyn Fn(Span) -> bool,
    ) -> Option<(usize, usize)> {
        let mut first = start;
        let word = self.form(tokens, first);
        let opens = first == 0
            || matches!(
                self.form(tokens, first - 1),
                "\"" | "“" | ":" | "(" | "'" | "‘" | "–" | ";" | "." | "?" | "!"
            );
        if word == "The" {
            let next = self.form(tokens, first + 1);
            let whole = self.the.contains(next) && !self.opens_title(tokens, first);
            return if whole || !opens {
                let (_, end) = self.run_from(tokens, first + 1, covered)?;
                (end > first + 1).then_some((first, end))
            } else {
                None
            };
        }
        if opens && !self.can_open(tokens, first) {
            return None;
        }
        // An office before a name is no part of it: *President John Adams*.
        let (_, end) = self.run_from(tokens, first, covered)?;
        for at in (first..end.saturating_sub(1)).rev() {
            let office = self.form(tokens, at);
            let role = self.lists.role(&office.to_lowercase());
            if role.or_else(|| self.lists.role(office)).is_some()
                && !NAME_TITLES.contains(&office)
                && self.holds_office(tokens, at + 1, end)
            {
                first = at + 1;
                break;
            }
        }
        first = self.past_adjectives(tokens, first, end);
        // *42nd Street*: the number belongs to the name.
        if first == start
            && is_ordinal(first.checked_sub(1).map_or("", |n| self.form(tokens, n)))
            && NUMBERED.contains(&self.form(tokens, first))
        {
            first -= 1;
        }
        let last = self.form(tokens, end - 1).to_lowercase();
        let only = end - first == 1;
        let words = Span::new(
            tokens.get(first).map_or(0, |t| t.span.start),
            tokens.get(end - 1).map_or(0, |t| t.span.end),
        )
        .of(self.text);
        let is_role = self.lists.role(&last).is_some()
            && (only || given_name(self.form(tokens, first)).is_none())
            && (!only || lexicon::is_known(&last))
            && self.lists.known(words).is_empty();
        let is_adjective = (first..end).all(|at| self.is_adjective(self.form(tokens, at), only));
        let single_letter = only && words.trim_end_matches('.').chars().count() == 1;
        let function_word = only
            && FUNCTION_WORDS.contains(&last.as_str())
            && words.chars().any(char::is_lowercase);
        let torn = words.contains(['$', '[', ']', '=', '\u{fffc}']);
        // *Series D funding*, *Division I*: a step of a scale.
        let scale = end - first <= 3
            && SCALES.contains(&self.form(tokens, first))
            && is_step(self.form(tokens, first + 1));
        let step = first > 0
            && SCALES.contains(&self.form(tokens, first - 1))
            && is_step(self.form(tokens, first));
        let scale = scale || step;
        // *Spanish-speaking*, *Oscar-nominated*
        let compound = words.rsplit_once('-').is_some_and(|(_, end)| {
            end.starts_with(char::is_lowercase)
                && (end.ends_with("ed")
                    || matches!(
                        end,
                        "language" | "style" | "era" | "like" | "speaking" | "wide" | "born"
                    ))
        });
        let dotted = only && words.len() < 4 && words.ends_with('.');
        let none = dotted
            || compound
            || is_role
            || is_adjective
            || single_letter
            || function_word
            || torn
            || scale;
        (!none).then_some((first, end))
    }

    /// *Norwegian*, *North Korean*, *Canadian-born American*: a word of origin,
    /// the points of the compass only beside another.
    fn is_adjective(&self, word: &str, only: bool) -> bool {
        const COMPASS: [&str; 4] = ["North", "South", "East", "West"];
        self.lists.demonym(word).is_some()
            || !only && COMPASS.contains(&word)
            || word.split_once('-').is_some_and(|(place, rest)| {
                let origin =
                    self.lists.demonym(place).is_some() || !self.lists.known(place).is_empty();
                origin && (rest == "born" || rest == "based" || self.lists.demonym(rest).is_some())
            })
    }

    /// Words of origin before a person's name are no part of it:
    /// *Canadian-American Mary Pickford*.
    fn past_adjectives(&self, tokens: &[Token], first: usize, end: usize) -> usize {
        let name = (first..end)
            .find(|&at| !self.is_adjective(self.form(tokens, at), true))
            .unwrap_or(first);
        let person = name + 1 < end
            && (given_name(self.form(tokens, name)).is_some()
                || name > first && self.ends_in_surname(tokens, first, end));
        if person { name } else { first }
    }

    /// Whether the last of these words is no common noun and stands without the
    /// others elsewhere: *German Heinrich Cornelius Agrippa*.
    fn ends_in_surname(&self, tokens: &[Token], first: usize, end: usize) -> bool {
        let last = self.form(tokens, end - 1);
        let whole = Span::new(
            tokens.get(first).map_or(0, |t| t.span.start),
            tokens.get(end - 1).map_or(0, |t| t.span.end),
        )
        .of(self.text);
        !lexicon::is_known(&last.to_lowercase())
            && self.lists.suffix(last).is_none()
            && self.text.matches(last).count() > self.text.matches(whole).count()
    }

    /// Whether the words after an office read as the name of who holds it, not
    /// as the rest of one name: *President John Adams*, but *Royal Rumble*,
    /// *Bishop of Bath*.
    fn holds_office(&self, tokens: &[Token], at: usize, end: usize) -> bool {
        let next = self.form(tokens, at);
        if !starts_upper(next) {
            return false;
        }
        let lower = next.to_lowercase();
        let common = lexicon::is_known(&lower) && lexicon::categories(&lower).is_noun();
        if end - at > 1 || !common || given_name(next).is_some() {
            return true;
        }
        // A surname stands by itself elsewhere.
        let both = Span::new(
            at.checked_sub(1)
                .and_then(|o| tokens.get(o))
                .map_or(0, |t| t.span.start),
            tokens.get(at).map_or(0, |t| t.span.end),
        );
        self.text.matches(next).count() > self.text.matches(both.of(self.text)).count()
    }

    /// *In Havana Stone meets ...*: the place of a fronted phrase ends before a
    /// name that stands by itself elsewhere, if the two never meet but so.
    fn split_front(&self, tokens: &[Token], first: usize, end: usize) -> usize {
        let fronted = first == 1
            && matches!(self.form(tokens, 0), "In" | "At" | "From" | "Near")
            && end - first >= 2
            && self
                .form(tokens, end)
                .starts_with(|c: char| c.is_lowercase());
        if !fronted {
            return end;
        }
        let words = |from: usize, to: usize| {
            Span::new(
                tokens.get(from).map_or(0, |t| t.span.start),
                tokens.get(to - 1).map_or(0, |t| t.span.end),
            )
            .of(self.text)
        };
        let whole = words(first, end);
        let all = self.text.matches(whole).count();
        let so = self.text.matches(words(0, end)).count();
        if all > so {
            return end;
        }
        (first + 1..end)
            .find(|&at| {
                let place = self
                    .lists
                    .known(words(first, at))
                    .iter()
                    .any(|k| kind_of_class(k.class) == Kind::Place);
                let rest = words(at, end);
                let count = self.text.matches(rest).count();
                let often = count > all + 8 && self.lists.suffix(rest).is_none();
                (place || often) && self.proper.contains(self.form(tokens, at)) && count > all + 2
            })
            .unwrap_or(end)
    }

    /// Titles that are a row of common words: *Hide, Run, Fight*; a list of
    /// things has *and* before its last.
    fn titles_in_commas(&self, tokens: &[Token]) -> Vec<Span> {
        let word = |at: usize| {
            let form = self.form(tokens, at);
            let lower = form.to_lowercase();
            starts_upper(form)
                && lexicon::is_known(&lower)
                && lexicon::categories(&lower).is_verb()
                && self.lists.known(form).is_empty()
                && given_name(form).is_none()
                && self.lists.demonym(form).is_none()
                && !FUNCTION_WORDS.contains(&lower.as_str())
                && !NOT_NAMES.contains(&form)
        };
        let mut out = Vec::new();
        let mut at = 1;
        while at < tokens.len() {
            let mut end = at;
            let mut count = 0;
            while word(end) {
                count += 1;
                if self.form(tokens, end + 1) != "," || !word(end + 2) {
                    break;
                }
                end += 2;
            }
            let after = self.form(tokens, end + 1);
            let list = matches!(after, "and" | "or" | "&")
                || after == "," && matches!(self.form(tokens, end + 2), "and" | "or" | "&")
                || starts_upper(after)
                || starts_upper(self.form(tokens, at - 1));
            if count >= 3 && !list {
                out.push(Span::new(
                    tokens.get(at).map_or(0, |t| t.span.start),
                    tokens.get(end).map_or(0, |t| t.span.end),
                ));
            }
            at = end + 1;
        }
        out
    }

    /// Whether a sentence begins with *The* and the title of the article.
    fn opens_title(&self, tokens: &[Token], at: usize) -> bool {
        let rest = tokens
            .get(at + 1)
            .and_then(|t| self.text.get(t.span.start..));
        at == 0 && rest.is_some_and(|rest| rest.starts_with(self.title))
    }

    /// Whether a capitalised word at the start of a sentence begins a name.
    fn can_open(&self, tokens: &[Token], at: usize) -> bool {
        let word = self.form(tokens, at);
        let next = self.form(tokens, at + 1);
        let lower = word.to_lowercase();
        // *Does Ann ...?*
        let auxiliary = matches!(
            lower.as_str(),
            "does"
                | "did"
                | "is"
                | "are"
                | "was"
                | "were"
                | "has"
                | "have"
                | "can"
                | "should"
                | "and"
                | "but"
                | "yet"
        );
        if auxiliary || FUNCTION_WORDS.contains(&lower.as_str()) {
            return false;
        }
        // *Film director Ann Lee*, though there is a *Film Festival*.
        let trade = self.lists.role(next).is_some() && lexicon::categories(&lower).is_noun();
        if self.proper.contains(word) && !(trade && self.lists.known(word).is_empty()) {
            return true;
        }
        if trade || lower.ends_with("ing") {
            return false;
        }
        !lexicon::is_known(&lower)
            || (starts_upper(next)
                && self.proper.contains(next)
                && self.lists.role(&lower).is_none()
                && lexicon::categories(&lower).is_noun())
    }

    fn run_from(
        &self,
        tokens: &[Token],
        first: usize,
        covered: &dyn Fn(Span) -> bool,
    ) -> Option<(usize, usize)> {
        let free = |at: usize| tokens.get(at).is_some_and(|t| !covered(t.span));
        let upper = |at: usize| {
            let form = self.form(tokens, at);
            let initial = form.len() == 2 && form.ends_with('.');
            free(at)
                && starts_upper(form)
                && (initial || !NOT_NAMES.contains(&form.trim_end_matches('.')))
        };
        if !upper(first) {
            return None;
        }
        let mut end = first + 1;
        loop {
            let form = self.form(tokens, end);
            let before = self.form(tokens, end - 1);
            let after = self.form(tokens, end + 1);
            let glued = tokens
                .get(end)
                .zip(tokens.get(end - 1))
                .is_some_and(|(a, b)| a.span.start == b.span.end);
            if upper(end) {
                end += 1;
                continue;
            }
            if !free(end) {
                break;
            }
            let number =
                !form.is_empty() && form.chars().all(|c| c.is_ascii_digit()) && form.len() <= 3;
            let joins = match form {
                "of" => {
                    let skip = usize::from(matches!(after, "the" | "The"));
                    if self.joins_of(before) && upper(end + 1 + skip) {
                        end += skip;
                        true
                    } else {
                        false
                    }
                }
                "for" => self.lists.suffix(before).is_some() && upper(end + 1),
                "&" => upper(end + 1),
                "and" => upper(end + 1) && self.joins_and(tokens, first, end),
                "'s" | "’s" => POSSESSED.contains(&after),
                "-" => glued && upper(end + 1),
                "," => matches!(after, "Jr." | "Sr." | "D.C." | "Inc." | "Jr" | "Ltd."),
                _ => false,
            };
            if joins {
                end += 2;
            } else if LINKS.contains(&form) && (upper(end + 1) || LINKS.contains(&after))
                || number && !NOT_NAMES.contains(&before)
            {
                end += 1;
            } else {
                break;
            }
        }
        Some((first, end))
    }

    /// Whether *of* after this word continues a name: *University of*, not
    /// *Jim of*, not *Director of*.
    fn joins_of(&self, before: &str) -> bool {
        let lower = before.to_lowercase();
        self.lists.suffix(before).is_some()
            || self.lists.suffix(&format!("^{before}")).is_some()
            || (lexicon::categories(&lower).is_noun() && self.lists.role(&lower).is_none())
    }

    /// *and* joins two common nouns written as one name: *Parks and
    /// Recreation*, but not two people.
    fn joins_and(&self, tokens: &[Token], first: usize, and: usize) -> bool {
        let common = |at: usize| {
            let word = self.form(tokens, at);
            lexicon::categories(&word.to_lowercase()).is_noun()
                && self.lists.demonym(word).is_none()
        };
        let after = self.form(tokens, and + 2);
        // *Fifth Street and Lake Avenue* are two.
        let before = and
            .checked_sub(1)
            .and_then(|b| self.lists.suffix(self.form(tokens, b)));
        if before.is_some_and(|noun| noun.kind == Kind::Place) {
            return false;
        }
        self.lists.suffix(after).is_some() && (first..and).all(common) && common(and + 1)
    }
}

/// Whether a quotation reads as a title: capitals on all long words.
fn is_title(quote: &str) -> bool {
    let words: Vec<&str> = quote.split_whitespace().collect();
    let first_counts = words
        .first()
        .is_some_and(|w| w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
    first_counts
        && words.len() <= 9
        && !quote.ends_with('.')
        && words.iter().all(|w| {
            w.len() <= 4
                || w.starts_with(|c: char| !c.is_lowercase())
                || matches!(
                    *w,
                    "about"
                        | "from"
                        | "with"
                        | "without"
                        | "into"
                        | "after"
                        | "before"
                        | "under"
                        | "through"
                )
        })
        && (words.len() > 1 || words.iter().all(|w| w.len() > 2))
}

/// Builds the entities from the names found.
pub(super) struct Gatherer {
    names: Names,
    by_form: HashMap<(String, bool), EntityId>,
}

impl Gatherer {
    /// The title entity comes first.
    pub(super) fn new(title: &str, quoted: bool) -> Self {
        let mut gatherer = Self {
            names: Names::default(),
            by_form: HashMap::new(),
        };
        gatherer.entity(title, quoted);
        if quoted {
            gatherer
                .by_form
                .insert((title.to_owned(), false), Names::TITLE);
        }
        if let Some(name) = Binomial::parse(title) {
            gatherer.by_form.insert((name.short(), false), Names::TITLE);
        }
        gatherer
    }

    pub(super) fn entity(&mut self, form: &str, quoted: bool) -> EntityId {
        let (bare, articled) = match form
            .strip_prefix("The ")
            .or_else(|| form.strip_prefix("the "))
        {
            Some(_) if !quoted => (form, true),
            _ => (form, false),
        };
        let key = (bare.to_owned(), quoted);
        if let Some(&id) = self.by_form.get(&key) {
            return id;
        }
        let id = self.names.entities.len();
        self.names.entities.push(Entity {
            name: form.to_owned(),
            forms: vec![form.to_owned()],
            quoted,
            articled,
            ..Entity::default()
        });
        self.by_form.insert(key, id);
        id
    }

    pub(super) fn mention(&mut self, text: &str, found: Found) {
        let entity = self.entity(found.span.of(text), found.quoted);
        self.names.mentions.push(Mention {
            span: found.span,
            entity,
        });
        if let Some(entity) = self.names.entities.get_mut(entity) {
            entity.mentions += 1;
        }
    }

    /// A value of the infobox that reads as a name.
    pub(super) fn boxed(&mut self, value: &str) {
        let name = value.trim_matches(['"', '“', '”']);
        let words = name.split_whitespace().count();
        let named = (1..=5).contains(&words)
            && name
                .split_whitespace()
                .all(|w| starts_upper(w) || w.len() <= 3)
            && !name.contains([',', ':', ';', '(']);
        if named {
            let id = self.entity(name, name.len() < value.len());
            if let Some(entity) = self.names.entities.get_mut(id) {
                entity.boxed = true;
            }
        }
    }

    pub(super) fn finish(mut self) -> Names {
        self.names.mentions.sort_unstable_by_key(|m| m.span);
        self.names
    }
}

/// Merges entities that are forms of one name; `into[i]` is what `i` becomes.
pub(super) fn merge(names: &mut Names, into: &BTreeMap<EntityId, EntityId>) {
    for (&from, &to) in into {
        let Some(entity) = names.entities.get_mut(from) else {
            continue;
        };
        let lost = std::mem::take(entity);
        let Some(kept) = names.entities.get_mut(to) else {
            continue;
        };
        kept.mentions += lost.mentions;
        kept.boxed |= lost.boxed;
        kept.gender = kept.gender.or(lost.gender);
        for (kind, weight) in lost.votes {
            kept.vote(kind, weight);
        }
        for (noun, weight) in &lost.nouns {
            kept.vote_noun(noun, *weight);
        }
        kept.roles.extend(lost.roles);
        for form in lost.forms {
            if !kept.forms.contains(&form) {
                kept.forms.push(form);
            }
        }
    }
    for mention in &mut names.mentions {
        if let Some(&to) = into.get(&mention.entity) {
            mention.entity = to;
        }
    }
}
