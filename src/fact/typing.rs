//! One kind for each name over the whole document, by a vote of its mentions;
//! and what the article is about.

use std::collections::{BTreeMap, BTreeSet};

pub(super) mod cast;
mod context;
mod staged;
mod subject;

pub(super) use subject::subject;

use super::kind::Kind;
use super::lists::{Lists, kind_of_class};
use super::name::{self, EntityId, Names, Trade, World};
use super::{Analysed, Subject};
use crate::article::Article;
use crate::text::{Gender, Label, Tag, given_name, inflect, lexicon};

/// Votes on the kinds of all names, then merges forms of one name.
pub(super) fn kinds(
    article: &Article,
    names: &mut Names,
    sentences: &[Analysed],
    subject: &Subject,
) {
    let text = article.text.as_str();
    from_title(names, subject);
    from_form(names, subject);
    from_fields(article, names);
    for sentence in sentences {
        from_sentence(text, names, sentence);
        context::read(text, names, sentence);
        if subject.in_series {
            episodes(text, names, sentence);
        }
    }
    if subject.in_series {
        for entity in names.entities.iter_mut().filter(|e| e.quoted && e.boxed) {
            entity.vote_noun("episode", 3);
        }
    }
    if subject.is_fictional || subject.kind == Some(Kind::Work) {
        actors_of_the_plot(names, sentences);
    }
    context::around(text, names);
    staged::numbered(text, names);
    decide(names, subject);
    for _ in 0..2 {
        context::neighbours(names, sentences);
        decide(names, subject);
    }
    let mut aliases = aliases(names, sentences, subject);
    context::initials(text, names, &mut aliases);
    context::long_titles(names, subject, &mut aliases);
    context::short_titles(text, names, subject, &mut aliases);
    name::merge(names, &aliases);
    resolve_short_forms(names, sentences, subject);
    context::firms_by_surname(text, names, sentences);
    context::groups(text, names, subject);
    if subject.is_fictional || subject.kind == Some(Kind::Work) {
        context::players(text, names, sentences);
    }
    decide(names, subject);
    context::years(text, names, sentences);
}

fn from_title(names: &mut Names, subject: &Subject) {
    if let (Some(title), Some(kind)) = (names.entities.first_mut(), subject.kind) {
        title.vote(kind, 100);
        for noun in &subject.nouns {
            title.vote_noun(noun, 1);
        }
    }
}

/// What a name's own words tell.
fn from_form(names: &mut Names, subject: &Subject) {
    let lists = Lists::shared();
    let unquoted: Vec<String> = names
        .entities
        .iter()
        .filter(|e| !e.quoted && e.name.contains(' '))
        .map(|e| format!("{} ", e.name))
        .collect();
    for entity in &mut names.entities {
        let form = entity.name.clone();
        let words: Vec<&str> = form.split_whitespace().collect();
        if entity.quoted && unquoted.iter().any(|name| form.starts_with(name)) {
            continue;
        }
        if entity.quoted {
            entity.vote(Kind::Work, 5);
            continue;
        }
        let told = given_name(&form).is_none() && !lists.is_ambiguous(&form);
        let surname = words.len() == 1
            && unquoted.iter().any(|name| {
                name.trim_end()
                    .strip_suffix(form.as_str())
                    .is_some_and(|first| given_name(first.trim_end()).is_some())
            });
        // A capital or country before the band or musical of its name.
        let first_place = lists
            .known(&form)
            .iter()
            .any(|k| kind_of_class(k.class) == Kind::Place && (k.fame == 1 || is_land(k.class)));
        if matches!(
            form.as_str(),
            "UK" | "U.K." | "US" | "U.S." | "USA" | "USSR"
        ) {
            entity.vote(Kind::Place, 4);
        }
        for known in lists
            .known(&form)
            .iter()
            .filter(|k| !first_place || kind_of_class(k.class) == Kind::Place)
            .filter(|k| told || words.len() > 1 || is_land(k.class))
        {
            let kind = kind_of_class(known.class);
            // A surname of the document is no ship or spacecraft.
            let story = subject.is_fictional || subject.kind == Some(Kind::Work);
            let of_all_worlds =
                matches!(kind, Kind::Person | Kind::Organisation) || kind == Kind::Place && !story;
            if surname && !of_all_worlds {
                continue;
            }
            // *the Persians*, the people; *in Arcadia*, the land: neither is a play.
            let arts = subject.is_person || subject.kind == Some(Kind::Work);
            let work = kind == Kind::Work && words.len() < 3;
            let the = form.starts_with("The ") && (form.ends_with('s') || !arts);
            if work && (words.len() == 1 || the) {
                entity.vote(kind, 1);
                continue;
            }
            let single = match known.fame {
                _ if is_land(known.class) && told => 4,
                _ if is_land(known.class) => 2,
                1 | 2 => 3,
                _ => 1,
            };
            entity.vote(kind, if words.len() > 1 { 5 } else { single });
            if kind != Kind::Person {
                entity.vote_noun(
                    &known.class.replace('-', " ").replace("us state", "state"),
                    2,
                );
            }
        }
        let head = words
            .iter()
            .position(|w| matches!(*w, "of" | "for"))
            .and_then(|at| at.checked_sub(1))
            .and_then(|at| words.get(at))
            .or(words.last());
        // *House of Representatives*, *Church of England*: who meets there.
        let body = words.windows(3).any(|w| {
            matches!(w, ["House" | "Church", "of", next]
                if !matches!(*next, "St" | "St." | "Saint" | "Our" | "the"))
        });
        if body {
            entity.vote(Kind::Organisation, 5);
        }
        // *All-Century Team*: an honour.
        let body = body || form.starts_with("All-");
        if let Some(noun) = head
            .filter(|_| words.len() > 1 && !body)
            .and_then(|w| lists.suffix(w).or_else(|| plural_suffix(w)))
        {
            entity.vote(noun.kind, 5);
            entity.vote_noun(noun.noun, 2);
        }
        if let Some(noun) = words
            .first()
            .filter(|_| words.len() > 1)
            .filter(|w| given_name(w).is_none())
            .and_then(|w| lists.suffix(&format!("^{w}")))
        {
            entity.vote(noun.kind, 4);
            entity.vote_noun(noun.noun, 2);
        }
        let gender = words.first().and_then(|w| given_name(w));
        if let Some(gender) = gender {
            entity.vote(Kind::Person, given_name_weight(&words, subject));
            entity.gender = entity.gender.or(Some(gender));
        }
        if is_initials(&form) {
            entity.vote(Kind::Organisation, 1);
        }
    }
}

/// Classes of names that are places before they are anything else.
fn is_land(class: &str) -> bool {
    matches!(class, "country" | "us-state" | "continent")
}

/// *Nobel Prizes*, *Emmy Awards*: what comes in several of one name.
fn plural_suffix(word: &str) -> Option<super::lists::TypeNoun> {
    Lists::shared()
        .suffix(word.strip_suffix('s')?)
        .filter(|noun| matches!(noun.kind, Kind::Thing | Kind::Event))
}

/// What a given name at the start tells: much before a surname, little by
/// itself (*Virginia*, *Florida*) or where both words are common ones (*Golden
/// Gun*). In a story people go by their first names.
fn given_name_weight(words: &[&str], subject: &Subject) -> i32 {
    let common = |word: &&str| {
        let lower = word.to_lowercase();
        let thing = lexicon::kind(&lower).is_some_and(|k| {
            !matches!(
                k,
                lexicon::Kind::Person | lexicon::Kind::Object | lexicon::Kind::Group
            )
        });
        thing || Lists::shared().type_noun(&lower).is_some()
    };
    match words {
        [first] if common(first) => 1,
        [_] if subject.is_fictional || subject.kind == Some(Kind::Work) => 3,
        [_] => 1,
        [_, .., last] if is_initials(last) || last.starts_with("Bros") => 0,
        [first, ..]
            if Lists::shared()
                .known(first)
                .iter()
                .any(|k| kind_of_class(k.class) == Kind::Place && k.fame == 1) =>
        {
            1
        }
        // *Roman Catholic*
        [first, rest @ ..]
            if Lists::shared().demonym(first).is_some()
                && rest.iter().all(|w| lexicon::is_known(&w.to_lowercase())) =>
        {
            0
        }
        [first, second, ..] if common(first) && common(second) => 1,
        [first, .., last] if common(first) && common(last) => 1,
        _ => 3,
    }
}

/// *NASA*, *U.S.*: initials name no person.
fn is_initials(form: &str) -> bool {
    form.len() > 1 && form.chars().all(|c| c.is_uppercase() || c == '.')
}

/// Keys whose values are persons behind a story, not in it.
const BEHIND_THE_STORY: [&str; 12] = [
    "portrayer",
    "portrayers",
    "portrayed by",
    "creator",
    "creators",
    "created by",
    "voice",
    "voiced by",
    "director",
    "writer",
    "starring",
    "producer",
];

/// Keys whose values are those who make a work.
const MAKER_KEYS: [&str; 10] = [
    "creator",
    "creators",
    "created by",
    "director",
    "writer",
    "writers",
    "producer",
    "executive producer",
    "developer",
    "showrunner",
];

/// Whether a role is that of one who makes works.
fn makes_works(role: &super::lists::Role) -> bool {
    matches!(role.class, "filmmaker" | "writer")
}

/// What the infobox key above a name tells.
fn from_fields(article: &Article, names: &mut Names) {
    let text = article.text.as_str();
    for field in &article.fields {
        let kind = super::field::value_kind(&field.key);
        for value in &field.values {
            let form = value.text.of(text).trim_matches(['"', '“', '”']);
            if let Some(id) = names.named(form)
                && let Some(entity) = names.entities.get_mut(id)
            {
                entity.boxed = true;
                if MAKER_KEYS.contains(&field.key.to_lowercase().as_str()) {
                    entity.trade = Trade::Maker;
                }
                entity.world = match field.key.to_lowercase().as_str() {
                    key if BEHIND_THE_STORY.contains(&key) => World::Real,
                    "family" | "children" | "relatives" | "parents" | "siblings" => World::Family,
                    "based on" | "inspiration" => World::Elsewhere,
                    _ => entity.world,
                };
                if let Some(kind) = kind {
                    entity.vote(kind, 8);
                }
            }
        }
    }
}

/// Nouns that praise a person and name other things as well.
const HONOURS: [&str; 6] = ["legend", "icon", "star", "great", "ace", "sensation"];

/// What the words around its mentions tell.
fn from_sentence(text: &str, names: &mut Names, sentence: &Analysed) {
    let lists = Lists::shared();
    let parse = &sentence.parse;
    for (at, word) in parse.words.iter().enumerate().filter(|(_, w)| w.name) {
        let Some(id) = names.within(word.span).first().map(|m| m.entity) else {
            continue;
        };
        let Some(entity) = names.entities.get_mut(id) else {
            continue;
        };
        // *salesman Dwight Schrute*, *the law firm DLA Piper*
        let before = at
            .checked_sub(1)
            .and_then(|b| parse.words.get(b).map(|w| (b, w)));
        if let Some((b, noun)) = before.filter(|(_, w)| w.tag == Tag::NN && !w.name) {
            let form = noun.span.of(text).to_lowercase();
            let two = b
                .checked_sub(1)
                .map(|p| format!("{} {form}", parse.form(text, p).to_lowercase()));
            let role = lists.role(&form);
            // *tennis legend Ann Lee* is no legend that is told.
            if HONOURS.contains(&form.as_str()) && entity.gender.is_some() {
                entity.vote(Kind::Person, 4);
                continue;
            }
            let type_noun = two
                .as_deref()
                .and_then(|t| lists.type_noun(t))
                .or_else(|| lists.type_noun(&form));
            if let Some(role) = role {
                entity.vote(Kind::Person, 4);
                entity.roles.insert(role.class);
                entity.gender = entity.gender.or(role.gender);
                if makes_works(&role) {
                    entity.trade = Trade::Maker;
                }
            } else if let Some(noun) = type_noun {
                entity.vote(noun.kind, 4);
                let part = matches!(noun.noun, "premiere" | "finale" | "pilot" | "opener");
                entity.vote_noun(
                    if part && entity.quoted {
                        "episode"
                    } else {
                        noun.noun
                    },
                    4,
                );
            }
        }
        // *Charles Miner (Idris Elba)*: the actor.
        if at > 1
            && parse.tag(at - 1) == Some(Tag::OpenBracket)
            && parse.tag(at + 1) == Some(Tag::CloseBracket)
            && parse.words.get(at - 2).is_some_and(|w| w.name)
        {
            entity.world = World::Real;
            entity.vote(Kind::Person, 2);
        }
        // *plays Ben Wyatt on Parks and Recreation*: a character of another work.
        let verb = word.head.and_then(|h| parse.words.get(h).map(|w| (h, w)));
        if let Some((verb, _)) = verb.filter(|(_, w)| {
            word.label == Label::Obj && matches!(w.lemma.as_str(), "play" | "portray")
        }) && parse
            .children(verb)
            .any(|c| c > at && parse.label(c).is_some_and(Label::is_oblique))
        {
            entity.world = World::Elsewhere;
        }
        // *the city of X*
        if parse.label(at) == Some(Label::Nmod)
            && let Some(head) = word.head
            && parse
                .children(at)
                .any(|c| parse.form(text, c) == "of" && parse.label(c) == Some(Label::Case))
        {
            let noun = parse.form(text, head).to_lowercase();
            if matches!(
                noun.as_str(),
                "city"
                    | "town"
                    | "village"
                    | "county"
                    | "province"
                    | "island"
                    | "kingdom"
                    | "state"
                    | "republic"
                    | "university"
                    | "region"
            ) && head + 2 >= at
                && let Some(noun) = lists.type_noun(&noun)
            {
                entity.vote(noun.kind, 4);
                entity.vote_noun(noun.noun, 4);
            }
        }
        // *X, a guitarist*: an apposition says what it is.
        for child in parse
            .children(at)
            .filter(|&c| parse.label(c) == Some(Label::Appos))
        {
            let mut noun = parse.form(text, child).to_lowercase();
            // *one of its producers*
            if noun == "one"
                && let Some(of) = parse.child(child, Label::Nmod)
            {
                noun = inflect::lemma(parse.form(text, of), Tag::NNS).to_lowercase();
            }
            if let Some(role) = lists.role(&noun) {
                if makes_works(&role) {
                    entity.trade = Trade::Maker;
                }
                entity.vote(Kind::Person, 4);
                entity.roles.insert(role.class);
                entity.gender = entity.gender.or(role.gender);
            } else if let Some(noun) = lists.type_noun(&noun) {
                entity.vote(noun.kind, 3);
                let part = matches!(
                    noun.noun,
                    "premiere" | "finale" | "pilot" | "opener" | "special"
                );
                entity.vote_noun(
                    if part && entity.quoted {
                        "episode"
                    } else {
                        noun.noun
                    },
                    3,
                );
            }
        }
        // *a company called X*
        if let Some(called) =
            before.filter(|(_, w)| matches!(w.span.of(text), "called" | "named" | "titled"))
            && let Some(noun) = parse
                .words
                .get(called.0)
                .filter(|w| w.label == Label::Acl)
                .and_then(|w| w.head)
            && let Some(noun) = lists.type_noun(&parse.form(text, noun).to_lowercase())
        {
            entity.vote(noun.kind, 4);
            entity.vote_noun(noun.noun, 4);
        }
        // *X, who ...*
        let who = parse.words.get(at + 1..at + 3).is_some_and(|next| {
            next.iter()
                .any(|w| matches!(w.span.of(text), "who" | "whom"))
                && next.iter().all(|w| {
                    w.tag.is_wh() || w.tag == Tag::Comma || w.tag.is_verb() || w.tag == Tag::MD
                })
        });
        if who {
            entity.vote(Kind::Person, 4);
        }
        let head = word.head.and_then(|h| parse.words.get(h));
        if let Some(head) = head {
            let lemma = head.lemma.as_str();
            if word.label.is_nominal_subject() && PERSON_VERBS.contains(&lemma) {
                entity.vote(Kind::Person, 2);
            }
            if word.label == Label::NmodPoss && PERSON_POSSESSIONS.contains(&lemma) {
                entity.vote(Kind::Person, 2);
            }
        }
        let case = parse
            .children(at)
            .find(|&c| parse.label(c) == Some(Label::Case) && c < at);
        if let Some(case) = case {
            let preposition = parse.form(text, case).to_lowercase();
            // Said once it counts as said often: one is in a league as well.
            if preposition == "in"
                && matches!(word.label, Label::Obl | Label::Nmod)
                && (!entity.votes.contains_key(&Kind::Place)
                    || context::is_known_place(&entity.name))
            {
                entity.vote(Kind::Place, 1);
            }
        }
    }
}

/// Quoted titles in a plot, or called episodes, are episodes.
fn episodes(text: &str, names: &mut Names, sentence: &Analysed) {
    let said = sentence.whole.of(text).contains("episode");
    let mentions: Vec<EntityId> = names
        .within(sentence.whole)
        .iter()
        .map(|m| m.entity)
        .collect();
    for id in mentions {
        if let Some(entity) = names
            .entities
            .get_mut(id)
            .filter(|e| e.quoted && (sentence.story || said))
        {
            entity.vote_noun("episode", 3);
        }
    }
}

/// In a plot, a name of two words that acts and that nothing else explains is
/// a person.
fn actors_of_the_plot(names: &mut Names, sentences: &[Analysed]) {
    for sentence in sentences.iter().filter(|s| s.story) {
        for word in sentence
            .parse
            .words
            .iter()
            .filter(|w| w.name && w.label == Label::Nsubj)
        {
            let Some(id) = names.within(word.span).first().map(|m| m.entity) else {
                continue;
            };
            if let Some(entity) = names.entities.get_mut(id)
                && entity.votes.is_empty()
                && !entity.quoted
                && (2..=3).contains(&entity.name.split_whitespace().count())
                && !entity.name.starts_with("The ")
            {
                entity.vote(Kind::Person, 2);
            }
        }
    }
}

/// Verbs whose subject is a person.
const PERSON_VERBS: [&str; 34] = [
    "say",
    "tell",
    "think",
    "marry",
    "write",
    "believe",
    "know",
    "feel",
    "want",
    "ask",
    "kiss",
    "love",
    "die",
    "decide",
    "argue",
    "propose",
    "realise",
    "realize",
    "learn",
    "sing",
    "study",
    "graduate",
    "attend",
    "teach",
    "admit",
    "confess",
    "recall",
    "convince",
    "apologise",
    "apologize",
    "retire",
    "compose",
    "paint",
    "audition",
];

/// Nouns that only persons have.
const PERSON_POSSESSIONS: [&str; 24] = [
    "wife",
    "husband",
    "father",
    "mother",
    "son",
    "daughter",
    "brother",
    "sister",
    "death",
    "career",
    "childhood",
    "character",
    "feeling",
    "love",
    "house",
    "life",
    "marriage",
    "girlfriend",
    "boyfriend",
    "friend",
    "widow",
    "parent",
    "desk",
    "office",
];

fn decide(names: &mut Names, subject: &Subject) {
    // *Duncan Idaho* of a story is Idaho afterwards.
    let story = subject.is_fictional || subject.kind == Some(Kind::Work);
    let surnames: BTreeSet<String> = names
        .entities
        .iter()
        .filter(|_| story)
        .filter_map(|e| e.name.split_once(' '))
        .filter(|(first, last)| given_name(first).is_some() && !last.contains(' '))
        .map(|(_, last)| last.to_owned())
        .collect();
    for (id, entity) in names.entities.iter_mut().enumerate() {
        // *Tim Burton-inspired*, *Academy*, *Edison Machine Works*
        let adjective = entity
            .name
            .rsplit_once('-')
            .is_some_and(|(_, end)| end.starts_with(char::is_lowercase));
        let head = entity.name.split(" of ").next().unwrap_or_default();
        let last = head.split(' ').next_back().unwrap_or_default();
        let thing = Lists::shared()
            .suffix(last)
            .is_some_and(|noun| noun.kind != Kind::Person);
        let words: Vec<&str> = entity.name.split(' ').collect();
        // *Bishop of Bath* names an office.
        let office = words
            .iter()
            .position(|w| *w == "of")
            .and_then(|of| of.checked_sub(1))
            .and_then(|before| words.get(before))
            .is_some_and(|w| Lists::shared().role(&w.to_lowercase()).is_some());
        // *Field Marshal*, whose name comes with the next mention.
        let role = |name: &str| Lists::shared().role(&name.to_lowercase()).is_some();
        let rank = words.len() > 1 && (role(&entity.name) || words.iter().all(|w| role(w)));
        // *Hammond Machine Works*, though Hammond is a given name.
        let firm = words.len() > 1
            && Lists::shared()
                .suffix(last)
                .is_some_and(|noun| noun.kind == Kind::Organisation)
            || words.len() > 2 && thing;
        let people = words.len() == 1
            && entity
                .name
                .strip_suffix('s')
                .is_some_and(|one| Lists::shared().demonym(one).is_some());
        let land = Lists::shared()
            .known(&entity.name)
            .iter()
            .any(|k| is_land(k.class))
            && !Lists::shared().is_ambiguous(&entity.name)
            && !surnames.contains(&entity.name)
            && given_name(&entity.name).is_none();
        let no_person = is_initials(&entity.name)
            || land
            || office
            || rank
            || firm
            || people
            || adjective
            || thing && entity.gender.is_none()
            || entity.name.contains(|c: char| c.is_ascii_digit())
            || entity.name.starts_with("No.");
        if no_person && id != Names::TITLE {
            entity.votes.remove(&Kind::Person);
        }
        // One can be *in* a league or a comic, too.
        let elsewhere = Lists::shared()
            .suffix(last)
            .is_some_and(|noun| noun.kind != Kind::Place);
        let abbreviation =
            is_initials(&entity.name) && Lists::shared().known(&entity.name).is_empty();
        let named_otherwise = (elsewhere || abbreviation) && id != Names::TITLE;
        if named_otherwise && !context::is_known_place(&entity.name) {
            entity.votes.remove(&Kind::Place);
        }
        let best = entity
            .votes
            .iter()
            .max_by_key(|&(kind, weight)| (*weight, std::cmp::Reverse(*kind)));
        let second = |kind: Kind| {
            entity
                .votes
                .iter()
                .filter(|&(&k, _)| k != kind)
                .map(|(_, &w)| w)
                .max()
                .unwrap_or(0)
        };
        entity.kind = best
            .filter(|&(kind, &weight)| weight >= 2 && weight > second(*kind))
            .map(|(&kind, _)| kind);
        if id == Names::TITLE && subject.kind.is_some() {
            entity.kind = subject.kind;
        }
        entity.noun = entity
            .nouns
            .iter()
            .filter(|(noun, _)| {
                let kind = Lists::shared().type_noun(noun).map(|n| n.kind);
                kind.is_none() || kind == entity.kind
            })
            .max_by_key(|&(noun, weight)| (*weight, std::cmp::Reverse(noun.len())))
            .map(|(noun, _)| noun.clone());
        // A town that everybody knows is a city.
        let city = matches!(Lists::shared().known(&entity.name), [known] if known.class == "city");
        if city && entity.noun.as_deref() == Some("town") {
            entity.noun = Some("city".to_owned());
        }
        if entity.kind != Some(Kind::Person) {
            entity.gender = None;
        }
    }
}

/// Which entities are other forms of one: *Jim* of *Jim Halpert*.
fn aliases(
    names: &Names,
    sentences: &[Analysed],
    subject: &Subject,
) -> BTreeMap<EntityId, EntityId> {
    let mut out = BTreeMap::new();
    if let Some(full) = lead_name(names, sentences, subject) {
        out.insert(full, Names::TITLE);
    }
    for born in birth_names(names, sentences, subject) {
        out.insert(born, Names::TITLE);
    }
    for id in 1..names.entities.len() {
        let mut full: Vec<EntityId> = full_forms(names, subject, id)
            .into_iter()
            .map(|other| out.get(&other).copied().unwrap_or(other))
            .filter(|&other| other != id)
            .collect();
        full.sort_unstable();
        full.dedup();
        if let Some(team) = team(names, id) {
            out.entry(id).or_insert(team);
        }
        let told = |id: EntityId| story_share(names, sentences, id);
        match full.as_slice() {
            [only] if known_by_itself(names, subject, id, *only) => {}
            // *Huseynov*, where another of the name has no kind yet.
            [only]
                if *only != Names::TITLE
                    && is_surname(names, id, *only)
                    && has_namesake(names, id, *only) => {}
            [only]
                if is_surname(names, id, *only)
                    || out.contains_key(&id)
                    || *only == Names::TITLE
                    || !worlds_differ(told(id), told(*only)) =>
            {
                out.entry(id).or_insert(*only);
            }
            several if several.contains(&Names::TITLE) => {
                out.entry(id).or_insert(Names::TITLE);
            }
            _ => {}
        }
    }
    // A short form of a short form leads to the full one.
    let direct = out.clone();
    for target in out.values_mut() {
        if let Some(&further) = direct.get(target) {
            *target = further;
        }
    }
    out
}

/// The team that a plural is short for: *the Vikings*, where the text has the
/// *Minnesota Vikings* and no others.
fn team(names: &Names, id: EntityId) -> Option<EntityId> {
    let short = names.entities.get(id)?;
    let plural = short.kind != Some(Kind::Person)
        && !short.quoted
        && !short.name.contains(' ')
        && short.name.ends_with('s');
    let mut full = names.entities.iter().enumerate().filter(|(_, e)| {
        let ends = e
            .name
            .rsplit_once(' ')
            .is_some_and(|(_, last)| last == short.name);
        ends && e.noun.as_deref() == Some("sports team")
    });
    let (found, _) = full.next().filter(|_| plural)?;
    full.next().is_none().then_some(found)
}

/// Whether a name stands alone again and again before the longer one comes for
/// the first time: *Robin*, long before *Robin Eternal*.
fn known_by_itself(names: &Names, subject: &Subject, id: EntityId, full: EntityId) -> bool {
    const OFTEN: usize = 4;
    let boxed = names.entities.get(full).is_some_and(|e| e.boxed);
    let single = |id: EntityId| {
        names
            .entities
            .get(id)
            .is_some_and(|e| !e.name.contains(' '))
    };
    if !single(id) || is_surname(names, id, full) {
        return false;
    }
    let before = names.mentions.iter().take_while(|m| m.entity != full);
    // Only a story calls people by their first names before it names them in
    // full: *Timur* long before *Timur Shah*.
    let tale = subject.is_tale() || subject.kind == Some(Kind::Work);
    let often = if tale { OFTEN } else { 1 };
    full != Names::TITLE && !boxed && before.filter(|m| m.entity == id).count() >= often
}

/// Whether somebody else, of whom too little is known, may bear the name.
fn has_namesake(names: &Names, id: EntityId, full: EntityId) -> bool {
    names
        .entities
        .iter()
        .enumerate()
        .any(|(other, e)| other != full && e.kind.is_none() && !e.boxed && bears(names, other, id))
}

/// Whether the name of `id` is the last word of a longer one.
fn is_surname(names: &Names, id: EntityId, full: EntityId) -> bool {
    let last = names
        .entities
        .get(full)
        .and_then(|e| e.name.split_whitespace().next_back());
    names
        .entities
        .get(id)
        .is_some_and(|e| Some(e.name.as_str()) == last)
}

/// Persons whose longer name the name of `id` may be short for.
fn full_forms(names: &Names, subject: &Subject, id: EntityId) -> Vec<EntityId> {
    let Some(entity) = names.entities.get(id) else {
        return Vec::new();
    };
    // The surname of the subject is the subject's, whatever else bears it.
    let of_title = subject.is_person
        && names
            .entities
            .first()
            .is_some_and(|t| t.name.rsplit(' ').next() == Some(entity.name.as_str()));
    let person = of_title || matches!(entity.kind, Some(Kind::Person) | None);
    if entity.quoted || entity.name.is_empty() || !person {
        return Vec::new();
    }
    let words: Vec<&str> = entity.name.split_whitespace().collect();
    names
        .entities
        .iter()
        .enumerate()
        .filter(|&(other, full)| {
            other != id
                && !full.quoted
                && (full.kind == Some(Kind::Person) || (other == Names::TITLE && subject.is_person))
                && is_short_form(&words, &full.name.split_whitespace().collect::<Vec<_>>())
        })
        .map(|(other, _)| other)
        .collect()
}

/// The full name at the start of the lead: *James Duncan Halpert*.
fn lead_name(names: &Names, sentences: &[Analysed], subject: &Subject) -> Option<EntityId> {
    let lead = sentences.first().filter(|_| subject.is_person)?;
    let first = lead.parse.words.iter().position(|w| w.name)?;
    let word = lead.parse.words.get(first).filter(|_| first == 0)?;
    let id = names.within(word.span).first()?.entity;
    let title = names.entities.first()?;
    let entity = names.entities.get(id).filter(|_| id != Names::TITLE)?;
    let shared = entity
        .name
        .split_whitespace()
        .any(|w| title.name.split_whitespace().any(|t| t == w));
    shared.then_some(id)
}

/// Other names of a person in the first sentence: *(born Maria Salomea
/// Skłodowska)*, *(née Smith)*, *better known as Ann Lee*.
fn birth_names(names: &Names, sentences: &[Analysed], subject: &Subject) -> Vec<EntityId> {
    let Some(lead) = sentences.first().filter(|_| subject.is_person) else {
        return Vec::new();
    };
    let words = &lead.parse.words;
    (1..words.len())
        .filter(|&at| {
            let before = |back: usize| {
                at.checked_sub(back)
                    .and_then(|b| words.get(b))
                    .map_or("", |w| w.lemma.as_str())
            };
            matches!(before(1), "born" | "bear" | "née" | "né")
                || before(1) == "as" && before(2) == "know"
        })
        .filter_map(|at| words.get(at).filter(|w| w.name))
        .filter_map(|w| names.within(w.span).first())
        .map(|m| m.entity)
        .filter(|&id| id != Names::TITLE)
        .collect()
}

/// How many of an entity's sentences tell a plot, and how many there are.
fn story_share(names: &Names, sentences: &[Analysed], id: EntityId) -> (usize, usize) {
    let mut share = (0, 0);
    for sentence in sentences {
        if names.within(sentence.whole).iter().any(|m| m.entity == id) {
            share.0 += usize::from(sentence.story);
            share.1 += 1;
        }
    }
    share
}

/// A character is no short form of an actor.
fn worlds_differ(a: (usize, usize), b: (usize, usize)) -> bool {
    let told = |(story, all): (usize, usize)| (all > 0).then_some(story * 2 > all);
    told(a).is_some() && told(b).is_some() && told(a) != told(b)
}

/// A short form that fits several names stands for the one named last in its
/// section; else for the only one of its world.
fn resolve_short_forms(names: &mut Names, sentences: &[Analysed], subject: &Subject) {
    let candidates: Vec<Vec<EntityId>> = (0..names.entities.len())
        .map(|id| match id {
            Names::TITLE => Vec::new(),
            _ => full_forms(names, subject, id),
        })
        .collect();
    let told: Vec<_> = (0..names.entities.len())
        .map(|id| story_share(names, sentences, id))
        .collect();
    let mut changed = Vec::new();
    for (index, mention) in names.mentions.iter().enumerate() {
        let Some(full) = candidates.get(mention.entity).filter(|f| !f.is_empty()) else {
            continue;
        };
        let Some(home) = sentences.iter().find(|s| s.whole.contains(mention.span)) else {
            continue;
        };
        let recent = names
            .mentions
            .iter()
            .take(index)
            .rev()
            .take_while(|m| {
                sentences
                    .iter()
                    .find(|s| s.whole.contains(m.span))
                    .is_some_and(|s| s.section == home.section)
            })
            .find(|m| full.contains(&m.entity) || bears(names, m.entity, mention.entity))
            .map(|m| m.entity);
        // Somebody else of the name, of whom too little is known, comes between.
        if recent.is_some_and(|id| !full.contains(&id)) {
            continue;
        }
        let world = (usize::from(home.story), 1);
        let mut fitting = full.iter().filter(|&&f| {
            told.get(f)
                .is_some_and(|&t| t.1 > 0 && !worlds_differ(world, t))
        });
        let only = match (fitting.next(), fitting.next()) {
            (Some(&one), None) => Some(one),
            _ => None,
        };
        // Whom the text has not named in full yet, only a story calls by name.
        let named_before = |id: &EntityId| {
            subject.is_tale()
                || *id == Names::TITLE
                || names.mentions.iter().take(index).any(|m| m.entity == *id)
        };
        if let Some(entity) = recent.or(only.filter(named_before)) {
            changed.push((index, mention.entity, entity));
        }
    }
    for (index, from, to) in changed {
        if let Some(mention) = names.mentions.get_mut(index) {
            mention.entity = to;
        }
        let form = names
            .entities
            .get(from)
            .map(|e| e.name.clone())
            .unwrap_or_default();
        if let Some(entity) = names.entities.get_mut(from) {
            entity.mentions = entity.mentions.saturating_sub(1);
        }
        if let Some(entity) = names.entities.get_mut(to) {
            entity.mentions += 1;
            if !entity.forms.contains(&form) {
                entity.forms.push(form);
            }
        }
    }
}

/// Whether a longer name that may be a person's ends as a short one does.
fn bears(names: &Names, full: EntityId, short: EntityId) -> bool {
    let name = |id: EntityId| names.entities.get(id).map_or("", |e| e.name.as_str());
    let other = names
        .entities
        .get(full)
        .is_some_and(|e| e.kind != Some(Kind::Person));
    full != short
        && other
        && name(full)
            .strip_suffix(name(short))
            .is_some_and(|rest| rest.ends_with(' '))
}

/// First name, last name, or first and last of a longer name.
fn is_short_form(short: &[&str], full: &[&str]) -> bool {
    // *France* is no short form of *Henry IV of France*.
    if short.len() >= full.len() || full.len() > 5 || full.contains(&"of") {
        return false;
    }
    match short {
        // *Van Loon* of *Ann Van Loon*
        [
            "Van" | "Von" | "De" | "Di" | "Da" | "Del" | "Le" | "La" | "St.",
            ..,
        ] if short.len() > 1
            && full.ends_with(short)
            && full.first().is_some_and(|w| given_name(w).is_some()) =>
        {
            true
        }
        [one] => (full.first() == Some(one) || full.last() == Some(one)) && one.len() > 1,
        [first, .., last] => full.first() == Some(first) && full.last() == Some(last),
        [] => false,
    }
}

/// Fills in what needs names and kinds: the gender of the subject and the
/// work it belongs to.
pub(super) fn finish_subject(
    article: &Article,
    names: &mut Names,
    sentences: &[Analysed],
    subject: &mut Subject,
) {
    let text = article.text.as_str();
    if subject.is_person {
        let (mut he, mut she) = (0, 0);
        for word in sentences.iter().flat_map(|s| &s.parse.words) {
            match word.span.of(text).to_lowercase().as_str() {
                "he" | "his" | "him" => he += 1,
                "she" | "her" => she += 1,
                _ => {}
            }
        }
        if let Some(title) = names.entities.first_mut() {
            let by_count = if he > 2 * she {
                Some(Gender::Male)
            } else if she > 2 * he {
                Some(Gender::Female)
            } else {
                None
            };
            title.gender = by_count.or(title.gender);
        }
    }
    // *the full metal jacket* is not the film.
    let work = subject.kind == Some(Kind::Work) && article.title.contains(' ');
    let mut written = written(article, sentences, !work);
    // *To which order does the bee belong?*
    let small = written.starts_with(char::is_lowercase) && !written.starts_with("the ");
    if small && subject.kind == Some(Kind::Species) {
        written.insert_str(0, "the ");
    }
    // *The Office episode "Training Day"*: of which series it is one.
    let series = subject.domain.as_ref().or(article.qualifier.as_ref());
    subject.written = match series.filter(|_| subject.nouns.iter().any(|n| n == "episode")) {
        Some(series) => format!("{series} episode {written}"),
        None => written,
    };
    if subject.domain.is_none() {
        let is_work = subject.kind == Some(Kind::Work);
        subject.domain = if is_work {
            article
                .qualifier
                .clone()
                .filter(|q| q.chars().next().is_some_and(char::is_uppercase))
                .or_else(|| Some(article.title.clone()))
        } else if subject.is_fictional {
            sentences
                .first()
                .into_iter()
                .flat_map(|s| s.entities.iter().flatten())
                .filter_map(|&id| names.entities.get(id))
                .find(|e| e.kind == Some(Kind::Work))
                .map(|e| e.name.clone())
        } else {
            None
        };
    }
    if let Some(domain) = &subject.domain
        && let Some(id) = names.named(domain)
        && let Some(entity) = names.entities.get_mut(id)
        && id != Names::TITLE
    {
        entity.kind = Some(Kind::Work);
    }
}

/// *The Academy Awards are ...*, *The Hudson's Bay Company is ...*: a plural or
/// a house that opens its article with *the*.
fn opens_with_the(title: &str, article: &Article, sentences: &[Analysed]) -> bool {
    let last = title.rsplit(' ').next().unwrap_or(title);
    let plural = title.ends_with('s') && !title.ends_with("ss");
    let firm = Lists::shared()
        .suffix(last)
        .is_some_and(|noun| matches!(noun.kind, Kind::Organisation | Kind::Place));
    (plural || firm)
        && title.contains(' ')
        && sentences.first().is_some_and(|lead| {
            lead.whole
                .of(&article.text)
                .strip_prefix("The ")
                .is_some_and(|rest| rest.starts_with(title))
        })
}

/// How the subject is named inside a sentence: with *the* where most mentions
/// have it, in lower case where the text writes it so.
fn written(article: &Article, sentences: &[Analysed], common: bool) -> String {
    let title = article.title.as_str();
    let lower = title.to_lowercase();
    let (mut capital, mut small, mut the) = (0, 0, 0);
    for sentence in sentences {
        let whole = sentence.parse.span.of(&article.text);
        for (at, _) in whole.match_indices(title).filter(|&(at, _)| at > 0) {
            // *the Cornell University Library*: the library has the article.
            let longer = whole
                .get(at + title.len()..)
                .and_then(|rest| rest.strip_prefix(' '))
                .is_some_and(|rest| rest.starts_with(char::is_uppercase));
            if longer {
                continue;
            }
            capital += 1;
            if whole
                .get(..at)
                .is_some_and(|before| before.to_lowercase().ends_with("the "))
            {
                the += 1;
            }
        }
        if common && lower != title {
            for (at, _) in whole.match_indices(&lower) {
                small += 1;
                if whole
                    .get(..at)
                    .is_some_and(|b| b.to_lowercase().ends_with("the "))
                {
                    the += 1;
                }
            }
        }
    }
    let name = if small > capital {
        lower
    } else {
        title.to_owned()
    };
    let quoted = sentences
        .first()
        .is_some_and(|s| s.entities.first().copied().flatten() == Some(Names::TITLE))
        && article.text.contains(&format!("\"{title}\" is"));
    if quoted {
        format!("\"{name}\"")
    } else if the * 2 > capital + small || opens_with_the(title, article, sentences) {
        format!("the {name}")
    } else {
        name
    }
}
