//! Evidence from the words around a name: appositions, copulas, verbs of
//! motion, lists, parentheses, and names that stand side by side.

use std::collections::BTreeMap;

use crate::fact::Analysed;
use crate::fact::Subject;
use crate::fact::kind::Kind;
use crate::fact::lists::{Lists, kind_of_class};
use crate::fact::name::{Entity, EntityId, Names, World};
use crate::text::{Label, Span, Tag, given_name, inflect, lexicon};

/// Verbs that lead to a place.
const MOTION: [&str; 14] = [
    "move",
    "relocate",
    "emigrate",
    "immigrate",
    "migrate",
    "travel",
    "sail",
    "flee",
    "march",
    "retreat",
    "fly",
    "drive",
    "journey",
    "commute",
];

/// Verbs of being in a place.
const STAY: [&str; 13] = [
    "live",
    "reside",
    "settle",
    "bear",
    "bury",
    "raise",
    "grow",
    "locate",
    "situate",
    "base",
    "headquarter",
    "dwell",
    "station",
];

/// Verbs whose agent after *by* is a person.
const MADE_BY: [&str; 12] = [
    "write",
    "direct",
    "compose",
    "paint",
    "sing",
    "portray",
    "voice",
    "coach",
    "sculpt",
    "narrate",
    "illustrate",
    "play",
];

/// Verbs whose object is a person if its name reads like one.
const DONE_TO: [&str; 9] = [
    "defeat",
    "beat",
    "marry",
    "wed",
    "divorce",
    "befriend",
    "assassinate",
    "outpoint",
    "succeed",
];

/// Nouns that tell the kind of the name right before them.
const AFTER: [&str; 11] = [
    "company", "firm", "tribe", "river", "valley", "region", "district", "county", "island",
    "village", "dynasty",
];

/// Reads one sentence.
pub(super) fn read(text: &str, names: &mut Names, sentence: &Analysed) {
    let parse = &sentence.parse;
    for at in 0..parse.words.len() {
        let Some(word) = parse.words.get(at).filter(|w| w.name) else {
            continue;
        };
        let Some(id) = names.within(word.span).first().map(|m| m.entity) else {
            continue;
        };
        let next_is_land = comma_land(text, names, word.span);
        let Some(entity) = names.entities.get_mut(id) else {
            continue;
        };
        if entity.quoted {
            continue;
        }
        described(text, sentence, at, entity);
        located(text, sentence, at, entity, next_is_land);
        handled(text, sentence, at, entity);
    }
}

/// Whether a comma and the name of a country or state follow a name.
fn comma_land(text: &str, names: &Names, span: Span) -> bool {
    let next = names.mentions.partition_point(|m| m.span.start < span.end);
    let Some(next) = names.mentions.get(next) else {
        return false;
    };
    let between = text.get(span.end..next.span.start);
    between == Some(", ")
        && Lists::shared()
            .known(next.span.of(text))
            .iter()
            .any(|k| matches!(k.class, "country" | "us-state" | "canadian-province"))
}

/// What a noun says that is said of the name.
fn tell(entity: &mut Entity, noun: &str, weight: i32) {
    let lists = Lists::shared();
    if let Some(role) = lists.role(noun) {
        entity.vote(Kind::Person, weight);
        entity.roles.insert(role.class);
        entity.gender = entity.gender.or(role.gender);
    } else if let Some(noun) = lists.type_noun(noun) {
        entity.vote(noun.kind, weight);
        entity.vote_noun(noun.noun, weight);
    }
}

/// *his father, X*; *X was a village*; *the X valley*; *cities such as X*; *a
/// brother named X*.
fn described(text: &str, sentence: &Analysed, at: usize, entity: &mut Entity) {
    let parse = &sentence.parse;
    let Some(word) = parse.words.get(at) else {
        return;
    };
    let form = |at: Option<usize>| {
        at.and_then(|at| parse.words.get(at))
            .map_or("", |w| w.span.of(text))
    };
    let lemma = |at: usize| {
        let tag = parse.tag(at).unwrap_or(Tag::NN);
        inflect::lemma(parse.form(text, at), tag).to_lowercase()
    };
    let noun = |at: usize| {
        parse
            .words
            .get(at)
            .is_some_and(|w| !w.name && matches!(w.tag, Tag::NN | Tag::NNS))
    };
    if let Some(head) = word.head.filter(|&h| noun(h)) {
        let denied = parse
            .children(head)
            .any(|c| matches!(parse.form(text, c), "not" | "n't" | "never"));
        let lists = Lists::shared();
        let next = at == head + 1 || at == head + 2 && form(Some(head + 1)) == ",";
        if word.label == Label::Appos && next {
            let plural = parse.tag(head) == Some(Tag::NNS);
            if !plural || lists.role(&lemma(head)).is_some() {
                tell(entity, &lemma(head), 3);
            }
        } else if word.label == Label::Nsubj
            && parse.tag(head) == Some(Tag::NN)
            && parse.child(head, Label::Cop).is_some()
            && !denied
        {
            tell(entity, &lemma(head), 3);
        } else if word.label == Label::Compound
            && head == at + 1
            && AFTER.contains(&parse.form(text, head))
        {
            tell(entity, parse.form(text, head), 3);
        }
    }
    // *three sisters, X, Y and Z*
    if word.label == Label::Conj
        && let Some(first) = word.head
        && let Some(class) = parse
            .words
            .get(first)
            .filter(|w| w.name && w.label == Label::Appos)
            .and_then(|w| w.head)
            .filter(|&c| noun(c) && c < first && first <= c + 2)
        && parse.tag(class) == Some(Tag::NNS)
        && Lists::shared().role(&lemma(class)).is_some()
    {
        tell(entity, &lemma(class), 3);
    }
    let before = |back: usize| at.checked_sub(back);
    if form(before(1)) == "as" && form(before(2)) == "such" {
        let skip = if form(before(3)) == "," { 4 } else { 3 };
        if let Some(class) = before(skip).filter(|&c| noun(c)) {
            tell(entity, &lemma(class), 3);
        }
    }
    if matches!(form(before(1)), "named" | "called")
        && let Some(class) = before(2).filter(|&c| noun(c))
        && Lists::shared().role(&lemma(class)).is_some()
    {
        tell(entity, &lemma(class), 4);
    }
}

/// *moved to X*, *born in X*, *near X*, *in X, Norway*.
fn located(text: &str, sentence: &Analysed, at: usize, entity: &mut Entity, before_land: bool) {
    let parse = &sentence.parse;
    let Some(word) = parse.words.get(at) else {
        return;
    };
    let preposition = parse
        .children(at)
        .find(|&c| parse.label(c) == Some(Label::Case) && c < at)
        .map(|c| parse.form(text, c).to_lowercase())
        .unwrap_or_default();
    let after_preposition = matches!(
        preposition.as_str(),
        "in" | "at" | "near" | "from" | "to" | "of" | "outside"
    );
    if before_land {
        if after_preposition {
            entity.vote(Kind::Place, 3);
            let last = entity.name.rsplit(' ').next().unwrap_or_default();
            if Lists::shared().suffix(last).is_none() && !is_common(last) {
                entity.vote_noun("town", 1);
            }
        } else if !entity.votes.contains_key(&Kind::Person) {
            entity.vote(Kind::Place, 2);
        }
    }
    // *moved to Ohio Valley Wrestling*
    if is_common(entity.name.rsplit(' ').next().unwrap_or_default()) {
        return;
    }
    let verb = word
        .head
        .and_then(|h| parse.words.get(h))
        .filter(|w| w.tag.is_verb())
        .map_or("", |w| w.lemma.as_str());
    let place = match preposition.as_str() {
        "to" | "from" | "into" => MOTION.contains(&verb),
        "in" | "at" => STAY.contains(&verb),
        "near" | "outside" => true,
        _ => false,
    };
    if place && word.label.is_oblique() {
        entity.vote(Kind::Place, 2);
    }
}

/// *written by X*, *defeated X*: a person, if the name can be one.
fn handled(text: &str, sentence: &Analysed, at: usize, entity: &mut Entity) {
    let parse = &sentence.parse;
    let Some(word) = parse
        .words
        .get(at)
        .filter(|_| reads_as_person(&entity.name))
    else {
        return;
    };
    let verb = word
        .head
        .and_then(|h| parse.words.get(h))
        .map_or("", |w| w.lemma.as_str());
    let by = parse
        .children(at)
        .any(|c| parse.label(c) == Some(Label::Case) && parse.form(text, c) == "by");
    if by && MADE_BY.contains(&verb) || word.label == Label::Obj && DONE_TO.contains(&verb) {
        entity.vote(Kind::Person, 2);
    }
}

/// Two or three words, not all of them common nouns, none that tells of
/// something else.
fn reads_as_person(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let lists = Lists::shared();
    let uncommon = |word: &&str| !lexicon::is_known(&word.to_lowercase());
    let first = words.first().copied().unwrap_or_default();
    (2..=3).contains(&words.len())
        && (!first.contains('-') || given_name(first).is_some())
        && words.iter().any(uncommon)
        && words.iter().all(|w| {
            w.starts_with(char::is_uppercase)
                && lists.suffix(w).is_none()
                && lists.demonym(w).is_none()
                && !w.contains(|c: char| c.is_ascii_digit())
                && (w.len() < 3 || !w.ends_with('.'))
                && (w.len() < 2 || w.chars().any(char::is_lowercase) || w.ends_with('.'))
        })
        && name != "The"
        && !name.starts_with("The ")
}

/// Whether a word is a common one as well, in the singular or plural.
fn is_common(word: &str) -> bool {
    let lower = word.to_lowercase();
    let one = lower.strip_suffix('s').unwrap_or(&lower);
    let place = lexicon::kind(&lower) == Some(lexicon::Kind::Location);
    !place && (lexicon::is_known(&lower) || lexicon::is_known(one))
}

/// What stands in parentheses behind a name: the years of a life.
pub(super) fn around(text: &str, names: &mut Names) {
    let spans: Vec<(Span, EntityId)> = names.mentions.iter().map(|m| (m.span, m.entity)).collect();
    for (span, id) in spans {
        let Some(life) = text
            .get(span.end..)
            .and_then(|rest| rest.strip_prefix(" ("))
            .and_then(|rest| rest.split_once(')'))
            .and_then(|(inside, _)| life(inside))
        else {
            continue;
        };
        let Some(entity) = names.entities.get_mut(id).filter(|e| !e.quoted) else {
            continue;
        };
        let plain = entity.votes.keys().all(|&k| k == Kind::Person);
        if plain && (reads_as_person(&entity.name) || entity.votes.contains_key(&Kind::Person)) {
            entity.vote(Kind::Person, 2);
            entity.years = entity.years.or(Some(life));
        }
    }
}

/// *1856–1943*, *born 12 May 1960*: first and last year of a life; a person
/// just born is taken to live for eighty years.
fn life(inside: &str) -> Option<(i32, i32)> {
    if let Some(birth) = inside
        .strip_prefix("born ")
        .or_else(|| inside.strip_prefix("b. "))
    {
        let year = birth.rsplit(' ').next()?.parse().ok()?;
        return (1000..2100).contains(&year).then_some((year, year + 80));
    }
    let (from, to) = inside.split_once(['–', '—', '-'])?;
    // *12 May 1856 – 7 January 1943*
    let year = |part: &str| part.trim().rsplit([' ', ',']).next()?.parse().ok();
    let (from, to) = (year(from)?, year(to)?);
    let span: i32 = to - from;
    (15..110).contains(&span).then_some((from, to))
}

/// Names in one list are of one kind: what is known of one is told of its
/// neighbour. A name whose last word stands by itself is a person's.
pub(super) fn neighbours(names: &mut Names, sentences: &[Analysed]) {
    let mut told: Vec<(EntityId, Kind)> = Vec::new();
    let title = names.entities.first();
    let about_species = title.is_some_and(|t| t.kind == Some(Kind::Species));
    let own: Vec<String> = title
        .map(|t| t.name.split(' ').map(str::to_owned).collect())
        .unwrap_or_default();
    for sentence in sentences {
        let parse = &sentence.parse;
        let entity = |at: usize| {
            let word = parse.words.get(at).filter(|w| w.name)?;
            names.within(word.span).first().map(|m| m.entity)
        };
        for (at, word) in parse.words.iter().enumerate() {
            if word.label != Label::Conj {
                continue;
            }
            let Some((one, other)) = entity(at).zip(word.head.and_then(entity)) else {
                continue;
            };
            let kind = |id: EntityId| names.entities.get(id).and_then(|e| e.kind);
            for (known, unknown) in [(one, other), (other, one)] {
                if let Some(found @ (Kind::Place | Kind::Person | Kind::Species)) = kind(known)
                    && kind(unknown).is_none()
                    && (found != Kind::Species || about_species)
                {
                    told.push((unknown, found));
                }
            }
        }
    }
    told.sort_unstable();
    told.dedup();
    for &(id, kind) in &told {
        let clash = told.iter().any(|&(other, k)| other == id && k != kind);
        let Some(entity) = names.entities.get_mut(id) else {
            continue;
        };
        let last = entity.name.rsplit(' ').next().unwrap_or_default();
        let fits = match kind {
            Kind::Person => {
                reads_as_person(&entity.name) || entity.gender.is_some() && !is_common(last)
            }
            Kind::Place if entity.name.contains(' ') => false,
            _ => !is_common(last) && Lists::shared().suffix(last).is_none(),
        };
        let open = entity.votes.iter().all(|(&k, &w)| k == kind || w <= 1);
        if !clash && fits && open && !entity.quoted {
            entity.vote(kind, 2);
        }
    }
    let single: Vec<String> = names
        .entities
        .iter()
        .filter(|e| !e.quoted && !e.name.contains(' '))
        .map(|e| e.name.clone())
        .collect();
    for entity in names.entities.iter_mut().filter(|e| !e.quoted) {
        let last = entity.name.rsplit(' ').next().unwrap_or_default();
        let rare = entity.name.split(' ').all(|w| !is_common(w));
        let first = entity.name.split(' ').next().unwrap_or_default();
        let free = !own.iter().any(|w| w == first)
            && Lists::shared().known(first).is_empty()
            && !first.contains('-')
            && !first.ends_with("ian");
        if entity.votes.is_empty()
            && rare
            && free
            && reads_as_person(&entity.name)
            && single.iter().any(|s| s == last)
        {
            entity.vote(Kind::Person, 2);
        }
    }
}

/// Initials in parentheses stand for the name before them: *National
/// Football League (NFL)*.
pub(super) fn initials(text: &str, names: &Names, aliases: &mut BTreeMap<EntityId, EntityId>) {
    for pair in names.mentions.windows(2) {
        let [full, short] = pair else { continue };
        let bracketed = text.get(full.span.end..short.span.start) == Some(" (")
            && text
                .get(short.span.end..)
                .is_some_and(|rest| rest.starts_with(')'));
        if !bracketed || full.entity == short.entity || short.entity == Names::TITLE {
            continue;
        }
        let letters: String = full
            .span
            .of(text)
            .split([' ', '-'])
            .filter_map(|w| w.chars().next())
            .filter(|c| c.is_uppercase())
            .collect();
        let written: String = short.span.of(text).replace('.', "");
        if letters.len() > 1 && letters == written {
            let to = aliases.get(&full.entity).copied().unwrap_or(full.entity);
            if to != short.entity {
                aliases.insert(short.entity, to);
            }
        }
    }
}

/// *Ada Moor as a nurse*, a line of a cast: who plays is no figure of the story.
pub(super) fn players(text: &str, names: &mut Names, sentences: &[Analysed]) {
    let mut found: Vec<EntityId> = Vec::new();
    for sentence in sentences.iter().filter(|s| !s.prose) {
        let first = names.within(sentence.whole).first();
        let plays = first.filter(|m| {
            let front = text.get(sentence.whole.start..m.span.start);
            let behind = text.get(m.span.end..).unwrap_or_default();
            front.is_some_and(|f| f.trim_start_matches(['*', '-', '•', ' ']).is_empty())
                && behind.starts_with(" as ")
        });
        found.extend(plays.map(|m| m.entity));
    }
    for id in found {
        if let Some(entity) = names.entities.get_mut(id).filter(|_| id != Names::TITLE) {
            entity.world = World::Real;
        }
    }
}

/// Who is mostly named with *the* is a group or an office in a story: *the Bene
/// Gesserit*, *the Honored Matres*.
pub(super) fn groups(text: &str, names: &mut Names, subject: &Subject) {
    if !(subject.is_fictional || subject.kind == Some(Kind::Work)) {
        return;
    }
    for id in 1..names.entities.len() {
        let mine = || names.mentions.iter().filter(|m| m.entity == id);
        let all = mine().count();
        let with_the = mine().filter(|m| stands_behind_the(text, m.span)).count();
        let Some(entity) = names.entities.get_mut(id) else {
            continue;
        };
        let given = entity
            .name
            .split(' ')
            .next()
            .is_some_and(|w| given_name(w).is_some());
        let known = !Lists::shared().known(&entity.name).is_empty();
        if entity.name.contains(' ') && !given && !known && all > 1 && with_the * 2 > all {
            entity.votes.remove(&Kind::Person);
        }
    }
}

fn stands_behind_the(text: &str, span: Span) -> bool {
    text.get(..span.start)
        .is_some_and(|b| b.ends_with("the ") || b.ends_with("The "))
}

/// The title in short, where it names no person: *the Red Wings* of the
/// *Detroit Red Wings*, *GM* of *General Motors*.
pub(super) fn short_titles(
    text: &str,
    names: &Names,
    subject: &Subject,
    aliases: &mut BTreeMap<EntityId, EntityId>,
) {
    const OFTEN: usize = 2;
    let Some(title) = names
        .entities
        .first()
        .filter(|_| !subject.is_person && !subject.is_fictional)
    else {
        return;
    };
    let words: Vec<&str> = title.name.split(' ').collect();
    let letters: String = words
        .iter()
        .filter_map(|w| w.chars().next())
        .filter(|c| c.is_uppercase())
        .collect();
    for (id, entity) in names.entities.iter().enumerate().skip(1) {
        if entity.quoted || entity.boxed || entity.mentions < OFTEN {
            continue;
        }
        let initials = letters.len() > 1 && entity.name.replace('.', "") == letters;
        let short: Vec<&str> = entity.name.split(' ').collect();
        let before = words
            .len()
            .checked_sub(short.len() + 1)
            .and_then(|at| words.get(at));
        // *the Nile* is no battle.
        let ends = words.ends_with(&short)
            && before.is_some_and(|w| w.starts_with(char::is_uppercase))
            && !is_known_place(&entity.name);
        let with_the = || {
            let mut mentions = names.mentions.iter().filter(|m| m.entity == id);
            mentions.all(|m| stands_behind_the(text, m.span))
        };
        // *Charlton* of *Charlton Athletic F.C.*
        let club = subject
            .nouns
            .iter()
            .any(|n| n.ends_with("club") || n.ends_with("team"));
        let begins =
            club && words.starts_with(&short) && !is_known_place(&entity.name) && words != short;
        if initials || begins || ends && with_the() {
            aliases.insert(id, Names::TITLE);
        }
    }
}

/// *Principality of X*, *Republic of X*: the title in full.
pub(super) fn long_titles(
    names: &Names,
    subject: &Subject,
    aliases: &mut BTreeMap<EntityId, EntityId>,
) {
    const FORMS: [&str; 4] = ["Principality", "Republic", "State", "Commonwealth"];
    let Some(title) = names
        .entities
        .first()
        .filter(|_| subject.kind == Some(Kind::Place))
    else {
        return;
    };
    for (id, entity) in names.entities.iter().enumerate().skip(1) {
        let full = entity.name.split_once(" of ").is_some_and(|(form, of)| {
            FORMS.contains(&form)
                && (of == title.name || of.ends_with(&format!(" of {}", title.name)))
        });
        if full {
            aliases.insert(id, Names::TITLE);
        }
    }
}

/// A surname that is a firm's name as well is neither's where the firm's full
/// name comes last before it in its section.
pub(super) fn firms_by_surname(text: &str, names: &mut Names, sentences: &[Analysed]) {
    let firms: Vec<(EntityId, String)> = names
        .entities
        .iter()
        .enumerate()
        .filter(|(id, e)| *id != Names::TITLE && e.kind == Some(Kind::Organisation) && !e.quoted)
        .filter_map(|(id, e)| Some((id, e.name.split_once(' ')?.0.to_owned())))
        .collect();
    let section = |span: Span| {
        let at = sentences.partition_point(|s| s.whole.end < span.end);
        sentences.get(at).map(|s| s.section)
    };
    let mut unclear: Vec<(usize, EntityId)> = Vec::new();
    for (index, mention) in names.mentions.iter().enumerate() {
        let surname = mention.span.of(text);
        let person = mention.entity != Names::TITLE
            && names.entities.get(mention.entity).is_some_and(|e| {
                e.kind == Some(Kind::Person) && e.name.rsplit(' ').next() == Some(surname)
            });
        if !person || !firms.iter().any(|(_, first)| first == surname) {
            continue;
        }
        let home = section(mention.span);
        let last = names
            .mentions
            .iter()
            .take(index)
            .rev()
            .take_while(|m| section(m.span) == home)
            .filter(|m| m.span.of(text) != surname)
            .find_map(|m| {
                let firm = firms
                    .iter()
                    .any(|(id, first)| *id == m.entity && first == surname);
                (firm || m.entity == mention.entity).then_some(firm)
            });
        if last == Some(true) {
            unclear.push((index, mention.entity));
        }
    }
    let mut nameless: BTreeMap<EntityId, EntityId> = BTreeMap::new();
    for (index, from) in unclear {
        let Some(form) = names.mentions.get(index).map(|m| m.span.of(text)) else {
            continue;
        };
        let to = *nameless.entry(from).or_insert_with(|| {
            names.entities.push(Entity {
                name: form.to_owned(),
                forms: vec![form.to_owned()],
                ..Entity::default()
            });
            names.entities.len() - 1
        });
        if let Some(mention) = names.mentions.get_mut(index) {
            mention.entity = to;
        }
        for (id, more) in [(from, false), (to, true)] {
            if let Some(entity) = names.entities.get_mut(id) {
                entity.mentions = if more {
                    entity.mentions + 1
                } else {
                    entity.mentions.saturating_sub(1)
                };
            }
        }
    }
}

/// First and last year of the sentences that name a thing, where its life is
/// not given.
pub(super) fn years(text: &str, names: &mut Names, sentences: &[Analysed]) {
    let mut found: BTreeMap<EntityId, (i32, i32)> = BTreeMap::new();
    for sentence in sentences {
        let years: Vec<i32> = sentence
            .whole
            .of(text)
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| w.len() == 4)
            .filter_map(|w| w.parse().ok())
            .filter(|y| (1000..2100).contains(y))
            .collect();
        let Some((first, last)) = years.iter().min().copied().zip(years.iter().max().copied())
        else {
            continue;
        };
        for mention in names.within(sentence.whole) {
            let span = found.entry(mention.entity).or_insert((first, last));
            *span = (span.0.min(first), span.1.max(last));
        }
    }
    for (id, span) in found {
        if let Some(entity) = names.entities.get_mut(id) {
            entity.years = entity.years.or(Some(span));
        }
    }
}

/// Whether the list knows the name as that of a place.
pub(super) fn is_known_place(name: &str) -> bool {
    Lists::shared()
        .known(name)
        .iter()
        .any(|k| kind_of_class(k.class) == Kind::Place)
}

#[cfg(test)]
mod tests {
    use super::{life, reads_as_person};

    #[test]
    fn lives() {
        assert_eq!(life("1856–1943"), Some((1856, 1943)));
        assert_eq!(life("born 12 May 1960"), Some((1960, 2040)));
        assert_eq!(life("1914–1918"), None);
        assert_eq!(life("see below"), None);
    }

    #[test]
    fn persons_by_form() {
        assert!(reads_as_person("Petr Novotny"));
        assert!(!reads_as_person("Novotny University"));
        assert!(!reads_as_person("Earth-Two Novotny"));
        assert!(!reads_as_person("Table Tennis"));
        assert!(!reads_as_person("Ft. Novotny"));
    }
}
