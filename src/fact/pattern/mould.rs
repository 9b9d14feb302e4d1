//! Moulds: statements of habits, sizes, places and names that are read word by
//! word, brackets left out. See [`rows`] for what they look like.

pub mod rows;

use self::rows::{About, MOULDS, Mould};
use crate::fact::field::class;
use crate::fact::quantity::{self, Amount, Figure, Measure};
use crate::fact::thing::Things;
use crate::fact::{Document, EntityId, Kind, Names};
use crate::text::{Span, inflect, number};

/// What a mould asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// An amount.
    Amount(Amount),
    /// How many.
    Count(u32),
    /// A name.
    Name(EntityId),
    /// A member of a word list.
    Member(&'static str, &'static str),
    /// A thing to eat: its place in the list, whether in the plural, its words.
    Thing(usize, bool, String),
    /// A part of a continent.
    Region(String),
    /// A rank, counted from 1.
    Rank(u32),
}

/// A statement that fits a mould.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Index of its sentence.
    pub sentence: usize,
    /// The mould.
    pub mould: &'static Mould,
    /// What is asked for.
    pub key: Key,
    /// The words that vary.
    pub captures: Vec<String>,
    /// The noun phrase of `S`.
    pub subject: Option<String>,
    /// Whether an amount is only about right.
    pub about: bool,
    /// Whether it is told in the past.
    pub past: bool,
    /// Whether it holds of females only.
    pub female: bool,
}

/// A word or a mark of a sentence without its brackets.
#[derive(Clone, Copy, Debug)]
struct Word<'t> {
    text: &'t str,
    span: Span,
}

/// Nouns whose value is an amount.
const MEASURED: [&str; 27] = [
    "area",
    "length",
    "height",
    "depth",
    "width",
    "elevation",
    "altitude",
    "diameter",
    "weight",
    "mass",
    "speed",
    "temperature",
    "population",
    "density",
    "salinity",
    "volume",
    "lifespan",
    "wingspan",
    "albedo",
    "age",
    "rainfall",
    "precipitation",
    "coastline",
    "circumference",
    "radius",
    "size",
    "span",
];

/// Nouns whose value holds for a year.
const CHANGING: [&str; 5] = ["population", "density", "rate", "expectancy", "gdp"];

/// Words after which a statement may not hold by itself.
const UNSURE: [&str; 22] = [
    "if",
    "when",
    "although",
    "though",
    "while",
    "unless",
    "not",
    "never",
    "may",
    "might",
    "perhaps",
    "possibly",
    "probably",
    "reportedly",
    "claimed",
    "believed",
    "unlike",
    "whether",
    "suggests",
    "theory",
    "until",
    "formerly",
];

/// All statements that fit a mould, at most one for each place of a sentence.
pub fn statements(document: &Document<'_>) -> Vec<Statement> {
    let about = if document.subject.kind == Some(Kind::Species) || is_taxon(document) {
        About::Species
    } else if document.subject.kind == Some(Kind::Place) {
        About::Place
    } else {
        About::All
    };
    if document.subject.is_person {
        return Vec::new();
    }
    let forms = title_forms(document, about);
    let mut found = Vec::new();
    let mut chain: Option<(usize, bool)> = None;
    for (number, sentence) in document.sentences.iter().enumerate() {
        let text = sentence.whole.of(document.text());
        let words = words(text);
        let mut reader = Reader {
            document,
            text,
            words: &words,
            forms: &forms,
            pronoun: chain.is_some_and(|(block, about)| block == sentence.block && about),
        };
        let titled = reader.title(0).is_some();
        let own = words.first().is_some_and(|w| is_own(w.text)) && reader.pronoun;
        chain = Some((sentence.block, titled || own));
        if !sentence.prose {
            continue;
        }
        reader.pronoun &= titled || own;
        for mould in MOULDS {
            let fits = mould.about == About::All || mould.about == about;
            let fronted = sentence.front.is_some() && !mould.pattern.starts_with('Y');
            if !fits || fronted {
                continue;
            }
            if let Some(state) = reader.fit(mould.pattern, titled) {
                found.extend(state.key.map(|key| Statement {
                    sentence: number,
                    mould,
                    key,
                    captures: state.captures,
                    subject: state.subject,
                    about: state.about,
                    past: state.past,
                    female: state.female,
                }));
            }
        }
    }
    found
}

fn is_own(word: &str) -> bool {
    matches!(word, "Its" | "Their" | "its" | "their")
}

/// Whether the infobox is that of a plant or an animal.
fn is_taxon(document: &Document<'_>) -> bool {
    document.article.fields.iter().any(|f| {
        matches!(
            f.key.to_lowercase().as_str(),
            "binomial" | "familia" | "ordo" | "classis" | "regnum" | "taxon"
        )
    })
}

/// The ways in which the article names its subject, in lower case and by words.
fn title_forms(document: &Document<'_>, about: About) -> Vec<Vec<String>> {
    let title = document.article.title.to_lowercase();
    let mut forms = vec![title.clone(), inflect::plural(&title), format!("{title}s")];
    if let Some(entity) = document.entity(Names::TITLE) {
        forms.push(entity.name.to_lowercase());
    }
    let words: Vec<&str> = document.article.title.split(' ').collect();
    if let [genus, species] = words.as_slice()
        && about == About::Species
        && species.chars().all(char::is_lowercase)
        && let Some(initial) = genus.chars().next()
    {
        forms.push(format!("{initial}. {species}").to_lowercase());
    }
    let mut nouns = document.subject.nouns.clone();
    if about == About::Species {
        nouns.extend(["species".to_owned(), "animal".to_owned()]);
    }
    let mut out: Vec<Vec<String>> = Vec::new();
    for form in forms {
        let bare = form.strip_prefix("the ").unwrap_or(&form).to_owned();
        let split = |s: &str| s.split(' ').map(str::to_owned).collect::<Vec<_>>();
        out.push(split(&format!("the {bare}")));
        if about == About::Species {
            for adult in ["adult", "an adult", "the adult", "female", "the female"] {
                out.push(split(&format!("{adult} {bare}")));
            }
        }
        out.push(split(&bare));
    }
    for noun in nouns {
        out.push(vec!["the".to_owned(), noun.to_lowercase()]);
    }
    out.sort_unstable_by_key(|f| std::cmp::Reverse(f.len()));
    out.dedup();
    out
}

/// The words of a text without what stands in brackets, except a lone year.
fn words(text: &str) -> Vec<Word<'_>> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let char_at = |index: usize| chars.get(index).map(|&(_, c)| c);
    let offset = |index: usize| chars.get(index).map_or(text.len(), |&(at, _)| at);
    let is_digit = |index: usize| char_at(index).is_some_and(|c| c.is_ascii_digit());
    let mut out: Vec<Word<'_>> = Vec::new();
    let mut push = |from: usize, to: usize| {
        let span = Span::new(offset(from), offset(to));
        if from < to
            && let Some(text) = text.get(span.start..span.end)
        {
            out.push(Word { text, span });
        }
    };
    let mut depth = 0_usize;
    let mut start = 0;
    for index in 0..=chars.len() {
        let between = is_digit(index.wrapping_sub(1)) && is_digit(index + 1);
        let (breaks, stands) = match char_at(index) {
            None => (true, false),
            Some('(' | '[') => {
                if depth == 0 {
                    push(start, index);
                    let year = (1..5).all(|i| is_digit(index + i));
                    if year && char_at(index + 5) == Some(')') {
                        push(index, index + 6);
                    }
                }
                depth += 1;
                (false, false)
            }
            Some(')' | ']') => {
                depth = depth.saturating_sub(1);
                start = index + 1;
                (false, false)
            }
            Some(_) if depth > 0 => (false, false),
            Some(c) if c.is_whitespace() => (true, false),
            Some(',') => (!between, !between),
            Some('-') => (between, between),
            Some('.') => {
                let last = index + 1 == chars.len();
                (last, last)
            }
            Some(';' | ':' | '"' | '“' | '”' | '–' | '—') => (true, true),
            Some(_) => (false, false),
        };
        if breaks && depth == 0 {
            push(start, index);
            start = index + 1;
        }
        if stands {
            push(index, index + 1);
        }
    }
    out
}

#[derive(Clone, Debug, Default)]
struct State {
    at: usize,
    key: Option<Key>,
    captures: Vec<String>,
    subject: Option<String>,
    about: bool,
    past: bool,
    female: bool,
}

struct Reader<'r, 'a> {
    document: &'r Document<'a>,
    text: &'r str,
    words: &'r [Word<'r>],
    forms: &'r [Vec<String>],
    /// Whether *it* and *its* stand for the subject here.
    pronoun: bool,
}

impl<'r> Reader<'r, '_> {
    fn form(&self, at: usize) -> &'r str {
        self.words.get(at).map_or("", |w| w.text)
    }

    fn lower(&self, at: usize) -> String {
        self.form(at).to_lowercase()
    }

    fn slice(&self, first: usize, end: usize) -> Option<&'r str> {
        let from = self.words.get(first)?.span.start;
        let to = self.words.get(end.checked_sub(1)?)?.span.end;
        self.text.get(from..to)
    }

    /// The word behind a mention of the subject of the article.
    fn title(&self, at: usize) -> Option<usize> {
        let named = self.forms.iter().find(|form| {
            form.iter()
                .enumerate()
                .all(|(offset, word)| self.lower(at + offset) == *word)
        });
        if let Some(form) = named {
            return Some(at + form.len());
        }
        let pronoun = self.pronoun && at == 0 && matches!(self.lower(at).as_str(), "it" | "they");
        pronoun.then_some(at + 1)
    }

    /// The first place where the sentence fits the pattern.
    fn fit(&self, pattern: &'static str, titled: bool) -> Option<State> {
        let elements: Vec<&'static str> = pattern.split(' ').collect();
        let first = *elements.first()?;
        for start in 0..self.words.len() {
            let sure = (0..start).all(|at| !UNSURE.contains(&self.lower(at).as_str()));
            if !sure {
                return None;
            }
            let before = start.checked_sub(1).map(|b| self.lower(b));
            let opens = matches!(before.as_deref(), None | Some(";" | "and"));
            let inner = first.starts_with('M')
                || first.contains('#')
                || matches!(
                    first,
                    "diet" | "population" | "study" | "type" | "genus|species"
                );
            if !(opens || inner) || first == "S" && start > 0 {
                continue;
            }
            let state = State {
                at: start,
                ..State::default()
            };
            if let Some(state) = self.matched(&elements, state.clone()) {
                return Some(state);
            }
            // *It lives in trees and weighs 3 kg*
            let joined = before.as_deref() == Some("and");
            if first == "T"
                && titled
                && joined
                && let Some(state) = self.matched(elements.get(1..)?, state)
            {
                return Some(state);
            }
        }
        None
    }

    fn matched(&self, elements: &[&'static str], state: State) -> Option<State> {
        let Some((&element, rest)) = elements.split_first() else {
            return Some(state);
        };
        let at = state.at;
        if let Some(optional) = element.strip_prefix('~') {
            return self
                .one(optional, rest, state.clone())
                .or_else(|| self.matched(rest, state));
        }
        if at > self.words.len() {
            return None;
        }
        self.one(element, rest, state)
    }

    fn one(&self, element: &'static str, rest: &[&'static str], mut state: State) -> Option<State> {
        let at = state.at;
        match element {
            "T" => {
                state.at = self.title(at)?;
                state.female |= (at..state.at).any(|w| self.lower(w) == "female");
                self.matched(rest, state)
            }
            "B" => {
                match self.form(at) {
                    "is" | "are" => {}
                    "was" | "were" => state.past = true,
                    _ => return None,
                }
                state.at = at + 1;
                self.matched(rest, state)
            }
            "X" => {
                for end in at + 1..=at + 5 {
                    if !self.is_plain(end - 1) {
                        return None;
                    }
                    let mut longer = state.clone();
                    longer.at = end;
                    longer.captures.push(self.slice(at, end)?.to_owned());
                    if let Some(done) = self.matched(rest, longer) {
                        return Some(done);
                    }
                }
                None
            }
            "S" => self.subject(rest, &state),
            "A" => {
                let (end, shown) = match self.title(at) {
                    Some(end) => (end, self.document.subject.written.clone()),
                    None => self.thing(at)?,
                };
                state.at = end;
                state.captures.push(shown);
                self.matched(rest, state)
            }
            "V" => {
                let end = (at + 1..=at + 4).find(|&end| self.form(end) == "of")?;
                let noun = self.lower(end - 1);
                let measured = MEASURED.contains(&noun.as_str())
                    && !CHANGING.contains(&noun.as_str())
                    && (at..end).all(|w| self.is_plain(w));
                if !measured {
                    return None;
                }
                state.captures.push(self.slice(at, end)?.to_owned());
                state.at = end;
                self.matched(rest, state)
            }
            "J" => (at + 1..=at + 14).find_map(|end| {
                if matches!(self.form(end - 1), "" | "." | ";") {
                    return None;
                }
                let mut longer = state.clone();
                longer.at = end;
                self.matched(rest, longer)
            }),
            _ if element == "Q" || element.starts_with("Q:") => {
                let (amount, about, next) = self.amount(at)?;
                let wanted = element.strip_prefix("Q:").and_then(measure);
                if state.key.is_some() || wanted.is_some_and(|m| m != amount.measure) {
                    return None;
                }
                state.key = Some(Key::Amount(amount));
                state.about = about;
                state.at = next;
                self.matched(rest, state)
            }
            "QR" => {
                let low = Figure::read(self.form(at))?;
                let high = Figure::read(self.form(at + 2))?;
                if !matches!(self.form(at + 1), "to" | "–" | "or" | "-")
                    || high.digits <= low.digits
                {
                    return None;
                }
                state.key = Some(Key::Amount(Amount {
                    low,
                    high: Some(high),
                    before: String::new(),
                    after: String::new(),
                    comma: 4,
                    measure: Measure::Number,
                }));
                state.at = at + 3;
                self.matched(rest, state)
            }
            "C" => {
                let figure = Figure::read(self.form(at))?;
                if figure.decimals > 0 || !(2..=99).contains(&figure.digits) {
                    return None;
                }
                state.key = Some(Key::Count(u32::try_from(figure.digits).ok()?));
                state.at = at + 1;
                self.matched(rest, state)
            }
            "N" | "M" => {
                let (end, id) = self.name(at)?;
                if id == Names::TITLE {
                    return None;
                }
                if element == "N" {
                    state.key = Some(Key::Name(id));
                } else {
                    state.captures.push(self.slice(at, end)?.to_owned());
                }
                state.at = end;
                self.matched(rest, state)
            }
            "F" => {
                let (end, key) = self.food(at)?;
                state.key = Some(key);
                state.at = end;
                self.matched(rest, state)
            }
            "R" => {
                let (end, region) = self.region(at)?;
                state.key = Some(Key::Region(region));
                state.at = end;
                self.matched(rest, state)
            }
            "D" => {
                let direction = self.lower(at);
                let plain = direction.replace('-', "");
                if !DIRECTIONS.contains(&plain.as_str()) {
                    return None;
                }
                state.captures.push(direction);
                state.at = at + 1;
                self.matched(rest, state)
            }
            "O" => {
                let (word, degree) = self.form(at).split_once('-')?;
                let rank = (2..=30).find(|n| number::ordinal_word(*n) == word)?;
                let superlative = degree.ends_with("est") || degree == "most-populous";
                if !superlative {
                    return None;
                }
                state.key = Some(Key::Rank(rank));
                state.subject = Some(degree.to_owned());
                state.at = at + 1;
                self.matched(rest, state)
            }
            "Y" => {
                let (end, wording) = self.dated(at)?;
                state.captures.push(wording);
                state.at = end;
                self.matched(rest, state)
            }
            "$" => {
                let ends = matches!(self.form(at), "" | "." | ";" | "," | ":" | "–" | "—");
                if ends {
                    self.matched(rest, state)
                } else {
                    None
                }
            }
            _ => {
                if let Some(class) = element.strip_prefix("L:") {
                    let (end, key) = self.member(class, at)?;
                    state.key = Some(key);
                    state.at = end;
                    return self.matched(rest, state);
                }
                let (captured, choices) = element
                    .strip_prefix('#')
                    .map_or((false, element), |rest| (true, rest));
                let word = self.lower(at);
                // *its* is the subject's only where *it* is.
                if is_own(&word) && !self.pronoun {
                    return None;
                }
                if choices.split('|').any(|choice| choice == "T")
                    && let Some(next) = self.title(at)
                {
                    state.at = next;
                    return self.matched(rest, state);
                }
                let quote = choices == "\"" && matches!(word.as_str(), "“" | "”");
                if !quote && !choices.split('|').any(|choice| choice == word) {
                    return None;
                }
                state.past |= matches!(
                    word.as_str(),
                    "had" | "reached" | "accounted" | "made" | "consisted"
                );
                if captured {
                    state.captures.push(word);
                }
                state.at = at + 1;
                self.matched(rest, state)
            }
        }
    }

    /// Whether a word may stand inside a noun phrase.
    fn is_plain(&self, at: usize) -> bool {
        const STOP: [&str; 34] = [
            "", ",", ".", ";", ":", "–", "—", "\"", "“", "”", "is", "are", "was", "were", "has",
            "have", "had", "which", "that", "who", "whose", "it", "they", "this", "these", "and",
            "or", "can", "may", "will", "to", "by", "as", "but",
        ];
        !STOP.contains(&self.lower(at).as_str())
    }

    /// *the average albedo of X*, *its land area*: ends where the rest fits.
    fn subject(&self, rest: &[&'static str], state: &State) -> Option<State> {
        let at = state.at;
        for end in at + 2..=at + 9 {
            let plain = (at..end).all(|w| self.is_plain(w));
            if !plain {
                return None;
            }
            let last = (at..end)
                .find(|&w| matches!(self.form(w), "of" | "for") && w > at)
                .unwrap_or(end)
                .checked_sub(1)?;
            let noun = self.lower(last);
            let boxed = self
                .document
                .article
                .fields
                .iter()
                .any(|f| f.key.to_lowercase().contains(&noun));
            let changing = CHANGING.contains(&noun.as_str());
            let asked = MEASURED.contains(&noun.as_str()) && !boxed && !changing
                || changing && rest.contains(&"Y");
            if !asked {
                continue;
            }
            let Some(subject) = self.whose(at, end) else {
                continue;
            };
            let mut longer = state.clone();
            longer.at = end;
            longer.subject = Some(subject);
            if let Some(done) = self.matched(rest, longer) {
                return Some(done);
            }
        }
        None
    }

    /// A noun phrase with the subject of the article by its name.
    fn whose(&self, at: usize, end: usize) -> Option<String> {
        let written = self.document.subject.written.as_str();
        let first = self.lower(at);
        if is_own(&first) {
            return self
                .pronoun
                .then(|| format!("the {} of {written}", self.slice(at + 1, end).unwrap_or("")));
        }
        let owned = first.strip_suffix("'s").or(first.strip_suffix("’s"));
        if owned.is_some_and(|o| {
            self.forms
                .iter()
                .any(|f| f.len() == 1 && f.first().is_some_and(|w| w == o))
        }) {
            return Some(format!("the {} of {written}", self.slice(at + 1, end)?));
        }
        if first != "the" {
            return None;
        }
        let noun = format!("the {}", self.slice(at + 1, end)?);
        let of_title = (at..end)
            .find_map(|w| self.title(w).map(|to| (w, to)))
            .filter(|&(_, to)| to <= end);
        let Some((from, to)) = of_title else {
            let named = (at + 1..end).any(|w| self.thing(w).is_some());
            return named.then_some(noun);
        };
        if from == at {
            return None;
        }
        // *the albedo of the Moon*: the subject is what is measured.
        if to < end || from + 1 == to && self.lower(from) != "it" {
            let named = (to..end).any(|w| self.form(w).starts_with(char::is_uppercase));
            let proper = self.form(from).starts_with(char::is_uppercase);
            return (named || proper).then_some(noun);
        }
        Some(format!("the {} {written}", self.slice(at + 1, from)?))
    }

    /// An amount, whether it is about right, and the word behind it.
    fn amount(&self, start: usize) -> Option<(Amount, bool, usize)> {
        let about = quantity::is_about(self.form(start));
        let mut at = start + usize::from(about);
        let between = self.form(at) == "between";
        at += usize::from(between);
        let low = Figure::read(self.form(at))?;
        let number = self.form(at);
        let mut end = at;
        let mut high = None;
        let joined = self.form(at + 1);
        if matches!(joined, "–" | "-" | "to") && !between || between && joined == "and" {
            let figure = Figure::read(self.form(at + 2))?;
            if figure.digits <= low.digits || figure.decimals != low.decimals {
                return None;
            }
            high = Some(figure);
            end = at + 2;
        } else if between {
            return None;
        }
        let form = |i: usize| self.form(i);
        let (last, measure) = quantity::unit(&form, end, false)?;
        let year = last == end && number.len() == 4 && number.parse::<u32>().is_ok();
        let next = self.lower(last + 1);
        let goes_on = matches!(
            next.as_str(),
            "or" | "per" | "/" | "to" | "–" | "-" | "times" | "×" | "more" | "less" | "a" | "each"
        );
        if year || goes_on {
            return None;
        }
        let from = self.words.get(end)?.span.end;
        let to = self.words.get(last)?.span.end;
        let after = self.text.get(from..to)?.replace('\u{a0}', " ");
        let thousands = low.digits / 10_u64.pow(low.decimals);
        let comma = if (1_000..10_000).contains(&thousands) && !number.contains(',') {
            5
        } else {
            4
        };
        let amount = Amount {
            low,
            high,
            before: String::new(),
            after,
            comma,
            measure,
        };
        Some((amount, about, last + 1))
    }

    /// The longest name that begins here, and the word behind it.
    fn name(&self, at: usize) -> Option<(usize, EntityId)> {
        if !self.form(at).starts_with(char::is_uppercase) {
            return None;
        }
        (at + 1..=(at + 6).min(self.words.len()))
            .rev()
            .find_map(|end| {
                let id = self.document.names.named(self.slice(at, end)?)?;
                let goes_on = self.form(end).starts_with(char::is_uppercase);
                (!goes_on).then_some((end, id))
            })
    }

    /// Another thing with a name that begins here, as a stem shows it.
    fn thing(&self, at: usize) -> Option<(usize, String)> {
        let the = self.lower(at) == "the";
        let (end, id) = self.name(at + usize::from(the))?;
        let entity = self.document.entity(id)?;
        let fits = entity.kind != Some(Kind::Person) && !entity.quoted;
        let shown = self.slice(at, end)?;
        let lowered = match shown.strip_prefix("The ") {
            Some(rest) => format!("the {rest}"),
            None => shown.to_owned(),
        };
        (fits && id != Names::TITLE).then_some((end, lowered))
    }

    fn food(&self, at: usize) -> Option<(usize, Key)> {
        const EATEN: [&str; 14] = [
            "insect",
            "crustacean",
            "invertebrate",
            "fish",
            "bird",
            "animal",
            "animal group",
            "reptile",
            "amphibian",
            "plant part",
            "fruit",
            "crop",
            "food",
            "flower",
        ];
        let list = Things::shared();
        [2, 1].into_iter().find_map(|length| {
            let words = self.slice(at, at + length)?.to_lowercase();
            let one = inflect::singular(&words).unwrap_or_else(|| words.clone());
            let index = list
                .known(&one)
                .iter()
                .copied()
                .find(|&i| list.thing(i).is_some_and(|t| EATEN.contains(&t.class)))?;
            let end = at + length;
            let ends = matches!(self.form(end), "." | "," | ";" | "" | "–" | "—" | "and");
            let shown = crate::fact::thing::capital(&words);
            ends.then_some((end, Key::Thing(index, one != words, shown)))
        })
    }

    /// *East and Southern Africa*
    fn region(&self, at: usize) -> Option<(usize, String)> {
        const CONTINENTS: [&str; 4] = ["africa", "asia", "europe", "australia"];
        let part = |w: usize| {
            PARTS
                .iter()
                .any(|(a, b)| [*a, *b].contains(&self.lower(w).as_str()))
        };
        if !part(at) {
            return None;
        }
        let mut end = at + 1;
        if self.form(end) == "and" && part(end + 1) {
            end += 2;
        }
        if !CONTINENTS.contains(&self.lower(end).as_str()) {
            return None;
        }
        let goes_on = matches!(self.form(end + 1), "and" | "or" | "to");
        (!goes_on).then_some((end + 1, self.slice(at, end + 1)?.to_owned()))
    }

    fn dated(&self, at: usize) -> Option<(usize, String)> {
        let year = |w: usize| {
            let form = self.form(w);
            (form.len() == 4 && matches!(form.parse::<u32>(), Ok(1000..=2100))).then_some(form)
        };
        if let Some(inner) = self.form(at).strip_prefix('(') {
            let inner = inner.strip_suffix(')')?;
            return Some((at + 1, format!("in {inner}")));
        }
        let mut w = at;
        match self.form(w) {
            "in" | "at" => w += 1,
            "as" if self.form(w + 1) == "of" => w += 2,
            "according" if self.form(w + 1) == "to" => w += 2,
            _ => return None,
        }
        w += usize::from(self.form(w) == "the");
        let shown = year(w)?;
        let counted = (w + 1..w + 5).find(|&c| self.lower(c) == "census");
        let census = counted.is_some();
        let end = counted.unwrap_or(w) + 1;
        let wording = if census {
            format!("at the {shown} census")
        } else {
            format!("in {shown}")
        };
        Some((end, wording))
    }

    /// The longest member of a word list that begins here.
    fn member(&self, class: &'static str, at: usize) -> Option<(usize, Key)> {
        (at + 1..=(at + 3).min(self.words.len()))
            .rev()
            .find_map(|end| {
                let shown = self.slice(at, end)?;
                // *Carl Linnaeus*
                let shown = match class {
                    "taxonomist" => shown.split(' ').next_back()?,
                    _ => shown,
                };
                let entry = class::find(class, shown)?;
                Some((end, Key::Member(class, entry.name)))
            })
    }
}

fn measure(name: &str) -> Option<Measure> {
    Some(match name {
        "length" => Measure::Length,
        "mass" => Measure::Mass,
        "area" => Measure::Area,
        "time" => Measure::Time,
        "share" => Measure::Share,
        "number" => Measure::Number,
        _ => return None,
    })
}

const DIRECTIONS: [&str; 12] = [
    "north",
    "south",
    "east",
    "west",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "northnortheast",
    "northnorthwest",
    "southsoutheast",
    "southsouthwest",
];

/// The parts of a continent, in two forms.
pub const PARTS: [(&str, &str); 9] = [
    ("north", "northern"),
    ("south", "southern"),
    ("east", "eastern"),
    ("west", "western"),
    ("central", "central"),
    ("northeast", "northeastern"),
    ("northwest", "northwestern"),
    ("southeast", "southeastern"),
    ("southwest", "southwestern"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::read;

    fn keys(text: &str) -> Vec<Key> {
        let (article, _) = read(text, None);
        let document = Document::read(&article);
        statements(&document).into_iter().map(|s| s.key).collect()
    }

    #[test]
    fn brackets_are_left_out_but_for_a_lone_year() {
        let found: Vec<&str> = words("It is 3.5–4 m (12 ft) long, in all (2014).")
            .iter()
            .map(|w| w.text)
            .collect();
        assert_eq!(
            found,
            [
                "It", "is", "3.5", "–", "4", "m", "long", ",", "in", "all", "(2014)", "."
            ]
        );
    }

    #[test]
    fn a_size_is_read_past_its_conversion() {
        let found = keys(
            "= Grolf =\n\nThe grolf (Grolfus minor) is a species of small mammal. It may grow to a length of 60 cm (24 in) and sleeps by day.\n",
        );
        assert!(matches!(found.as_slice(), [Key::Amount(a)] if a.written() == "60 cm"));
    }

    #[test]
    fn a_guess_is_no_statement() {
        assert!(
            keys("= Grolf =\n\nThe grolf is a species of mammal. Perhaps the grolf weighs 3 kg.\n")
                .is_empty()
        );
    }
}
