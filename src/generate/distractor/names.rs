//! Wrong names: of the key's kind, from the article or the word lists.

use std::collections::{BTreeMap, BTreeSet};

use super::super::question::Question;
use super::profile::{Realm, are_contemporary, are_near, profile};
use super::{Company, MIN_DISTRACTORS, fill};
use crate::fact::field::era;
use crate::fact::lists::{Known, Lists, kind_of_class};
use crate::fact::name::World;
use crate::fact::of_series;
use crate::fact::{Document, Entity, EntityId, Kind, Names};
use crate::item::MAX_DISTRACTORS;
use crate::text::normal::option_form;
use crate::text::{Gender, given_name};

/// Names of a kind, and with the same noun if one is asked for, that have
/// nothing to do with the question.
pub fn of_kind(
    company: &Company<'_, '_>,
    question: &Question,
    kind: Option<Kind>,
    noun: Option<&str>,
) -> Vec<String> {
    let mut pool: Vec<(EntityId, &Entity)> = company
        .document
        .names
        .entities
        .iter()
        .enumerate()
        .filter(|&(id, other)| {
            id != Names::TITLE
                && Some(id) != question.key.entity()
                && other.mentions > 0
                && kind.is_some()
                && other.kind == kind
                && !other.quoted
                && (noun.is_none() || other.noun.as_deref() == noun)
                && question
                    .key
                    .entity()
                    .is_none_or(|key| same_world(company, key, id))
                && !matches!(
                    other.noun.as_deref(),
                    Some(
                        "university"
                            | "institute"
                            | "law firm"
                            | "tv network"
                            | "network"
                            | "podcast"
                    )
                )
                && !question.named.contains(&id)
                && profile(company, id).is_some_and(|p| p.sound)
                && !company.in_sentence(id, question.sentence)
        })
        .collect();
    pool.sort_unstable_by_key(|&(id, _)| (std::cmp::Reverse(company.nearness(id, question)), id));
    pool.into_iter().map(|(_, other)| other.written()).collect()
}

/// Wrong names for a question: siblings from the article, then the word lists.
pub(super) fn names(company: &Company<'_, '_>, question: &Question, key: EntityId) -> Vec<String> {
    let document = company.document;
    let (Some(entity), Some(own)) = (document.entity(key), profile(company, key)) else {
        return Vec::new();
    };
    let Some(kind) = entity.kind.filter(|_| own.sound) else {
        return Vec::new();
    };
    if is_part_of_another(document, entity)
        || lies_open(question, entity)
        || is_of_other_class(question, entity)
    {
        return Vec::new();
    }
    let home = home(document);
    let mut siblings: Vec<(EntityId, &Entity)> = document
        .names
        .entities
        .iter()
        .enumerate()
        .filter(|&(id, other)| {
            id != key
                && id != Names::TITLE
                && other.mentions > 0
                && other.kind == Some(kind)
                && other.quoted == entity.quoted
                && (kind != Kind::Person || other.name.starts_with(char::is_uppercase))
                && !question.named.contains(&id)
                && !is_part_of_another(document, other)
                && is_akin(company, question, (key, id), home)
                && !company.is_over(id, question)
                && !company.in_sentence(id, question.sentence)
                && !company.may_be_true(id, question)
                && !is_other_name(company, key, id)
                && !question
                    .named
                    .iter()
                    .any(|&n| is_other_name(company, n, id))
        })
        .collect();
    siblings.sort_unstable_by_key(|&(id, _)| {
        let other = profile(company, id);
        let known = document
            .entity(id)
            .is_some_and(|e| !Lists::shared().known(&e.name).is_empty());
        let near = known && other.is_some_and(|o| o.region.is_some() && o.region == own.region);
        let trade = other.is_some_and(|o| are_near(&own.roles, &o.roles));
        (
            std::cmp::Reverse((near, trade, company.nearness(id, question))),
            id,
        )
    });
    let kin = kind == Kind::Person && own.realm != Realm::Story && fill::is_kin(question);
    if kin {
        // Nobody takes a colleague for a wife or a famous man for an uncle.
        siblings.retain(|&(id, other)| {
            let family = |name: &str| name.rsplit(' ').next().unwrap_or_default().to_owned();
            let theirs = family(&other.name);
            let shared = !own.full
                || theirs == family(&entity.name)
                || theirs == family(&document.article.title);
            shared
                && !other.name.contains(" of ")
                && Lists::shared().known(&other.name).is_empty()
                && profile(company, id).is_some_and(|p| p.roles.is_empty())
        });
    }
    if kind == Kind::Person && fill::is_loose(question) {
        siblings.clear();
    }
    // In a story, those of the same seasons tempt; the others give way.
    let here = document
        .sentences
        .get(question.sentence)
        .map(|s| s.section)
        .filter(|_| document.subject.in_series && (entity.quoted || in_story(company, key)));
    if let Some(section) = here {
        let near: Vec<_> = siblings
            .iter()
            .filter(|&&(id, _)| {
                company.in_section(id, section) || !entity.quoted && company.is_regular(id, section)
            })
            .copied()
            .collect();
        if near.len() > MIN_DISTRACTORS || !entity.quoted {
            siblings = near;
        }
        if entity.quoted {
            // Everybody is seen in the last episode, and nothing begins there.
            siblings.retain(|(_, other)| !matches!(other.name.as_str(), "Finale" | "Pilot"));
        } else {
            siblings.retain(|(_, other)| !is_guest(document, other));
        }
    }
    // Beside a well-known house stand well-known ones.
    let when = company.when(question.sentence).or_else(|| {
        let lands = Lists::shared().known(&entity.name).iter();
        let land = lands.map(|k| k.class).any(|class| class == "country");
        midlife(document).filter(|_| land)
    });
    let house = matches!(
        Lists::shared().known(&entity.name),
        [known] if matches!(
            known.class,
            "publisher" | "university" | "tv-network" | "record-label" | "film-studio" | "newspaper"
        )
    );
    let mut pool: Vec<String> = Vec::new();
    if question.noun.as_deref() == Some("language") && ROOTS.contains(&entity.name.as_str()) {
        let derived = ["derive", "come", "borrow", "originate", "stem"];
        if derived.contains(&question.predicate.as_str()) {
            let mut roots: Vec<&str> = ROOTS.to_vec();
            roots.retain(|r| *r != entity.name && !document.text().contains(*r));
            roots.sort_unstable_by_key(|r| super::super::mix(&question.stem, r));
            return roots.into_iter().map(str::to_owned).collect();
        }
    }
    if question.noun.as_deref() == Some("tournament") && fill::is_alone(&entity.name) {
        return Vec::new();
    }
    let narrow =
        if kind != Kind::Person && own.realm != Realm::Story && fill::is_narrow(&entity.name) {
            fill::beside(company, question, entity)
        } else {
            Vec::new()
        };
    if fill::share_pool(&entity.name, "Wimbledon") && narrow.len() < MIN_DISTRACTORS {
        return narrow;
    }
    if narrow.len() >= MIN_DISTRACTORS {
        let mates = siblings
            .iter()
            .filter(|(_, other)| fill::share_pool(&entity.name, &other.name));
        pool.extend(mates.map(|(_, other)| other.written()));
        for name in narrow {
            if !pool.contains(&name) {
                pool.push(name);
            }
        }
        return pool;
    }
    if house {
        let is_known = |other: &Entity| !Lists::shared().known(&other.name).is_empty();
        let known = siblings.iter().filter(|(_, other)| is_known(other));
        pool.extend(known.map(|(_, other)| other.written()));
        pool.extend(listed(document, &entity.name, when));
    }
    if pool.len() < MIN_DISTRACTORS {
        for (_, other) in &siblings {
            let written = other.written();
            if !pool.contains(&written) {
                pool.push(written);
            }
        }
    }
    // What exists only in the story has no counterpart in the lists.
    let invented = own.realm == Realm::Story
        && document.subject.is_fictional
        && Lists::shared().known(&entity.name).is_empty();
    if pool.len() < MIN_DISTRACTORS + 1 && !invented {
        pool.extend(listed(document, &entity.name, when));
        let class = question
            .noun
            .as_deref()
            .or(entity.noun.as_deref())
            .map(class_of_noun)
            .unwrap_or_default();
        if pool.len() < MIN_DISTRACTORS
            && !class.is_empty()
            && let Some(home) = home
        {
            pool.extend(in_class(document, class, Some((home, 2)), when));
        }
    }
    if kind == Kind::Person && own.realm == Realm::Story && own.full {
        // The key is never the only man, or the only woman, among four.
        let other = |name: &str| own.sex.is_some() && sex_in(document, name) != own.sex;
        keep_few(&mut pool, 1, other);
        let open = leaves_sex_open(&question.stem) && !pool.iter().any(|name| other(name));
        for name in cast(document) {
            let told = given_name(name);
            let certain = told.is_some_and(|sex| sex != Gender::Either);
            let sex = certain && open || told == own.sex;
            if pool.len() > MIN_DISTRACTORS {
                break;
            }
            if sex && !question.stem.contains(name) && !pool.iter().any(|o| o == name) {
                pool.push(name.to_owned());
            }
        }
        // Beside one of unknown sex two women and two men: nobody is the odd one.
        let woman =
            |name: &str| own.sex.is_none() && sex_in(document, name) == Some(Gender::Female);
        keep_few(&mut pool, MIN_DISTRACTORS - 1, woman);
    }
    let asks = |noun: &str| question.stem.contains(&format!("hich {noun} "));
    let town = asks("town") || asks("city");
    // A great city is taken for others of the land, a town for its neighbours.
    let known = Lists::shared().known(&entity.name);
    // *Cambridge, Massachusetts*
    let overseas = matches!(known, [k] if k.class == "city" && k.group != "United States")
        && fill::told_region(document, entity).is_some_and(|region| {
            Lists::shared()
                .known(region)
                .iter()
                .any(|k| k.class == "us-state")
        });
    if town && kind == Kind::Place && (known.is_empty() || overseas) {
        fill::keep_region(document, entity, &mut pool);
    }
    if town {
        // *City Lights* is none.
        pool.retain(|option| {
            let place = document
                .names
                .named(option)
                .and_then(|id| document.entity(id));
            let known = Lists::shared().known(option);
            known
                .iter()
                .any(|k| !matches!(k.class, "country" | "us-state"))
                || super::pool::region_of(option).is_some()
                || place.is_none_or(|e| e.noun.as_deref().is_some_and(fill::is_settlement))
        });
    }
    let famous = matches!(Lists::shared().known(&entity.name), [known] if known.fame == 1);
    if kind == Kind::Person && own.realm != Realm::Story && famous {
        // Whom everybody knows stands beside such as are known.
        let mut known = pool.clone();
        known.retain(|option| !Lists::shared().known(option).is_empty());
        for name in listed(document, &entity.name, when) {
            if known.len() < MIN_DISTRACTORS && !known.contains(&name) {
                known.push(name);
            }
        }
        if known.len() >= MIN_DISTRACTORS {
            pool = known;
        }
    }
    if !overseas {
        keep_class(document, entity, &mut pool);
    }
    // *Ada Moor University* beside a school of hers; two novels in one.
    let title = document.article.title.as_str();
    pool.retain(|option| {
        let own = title.contains(' ') && option.contains(title) && !entity.name.contains(title);
        let double = option.contains(" & ") && !entity.name.contains(" & ");
        !(own || double && kind == Kind::Work)
    });
    // Nothing but ice is looked for there.
    pool.retain(|option| option != "Antarctica");
    if kind != Kind::Person {
        keep_form(question, entity, &mut pool);
    }
    keep_continent(document, question, entity, &mut pool);
    pool.retain(|option| !shares_words(&entity.name, option) || kind == Kind::Person);
    fill::fill(company, question, key, &mut pool);
    pool
}

/// Whether the last word of a name that is no person's stands in the stem
/// beyond its question word.
fn lies_open(question: &Question, entity: &Entity) -> bool {
    if entity.kind == Some(Kind::Person) {
        return false;
    }
    let Some(head) = entity.name.split(' ').next_back() else {
        return false;
    };
    let head = head.to_lowercase();
    let count = question
        .stem
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.to_lowercase() == head)
        .count();
    let asked = question
        .noun
        .as_deref()
        .is_some_and(|n| n.split(' ').any(|w| w.to_lowercase() == head));
    head.len() > 2 && count > usize::from(asked)
}

/// The rest of the cast of a known series, those an article does not mention.
fn cast(document: &Document<'_>) -> Vec<&'static str> {
    let series = document.subject.domain.as_deref();
    let text = document.text();
    let mut names: Vec<&str> = series
        .filter(|_| document.subject.in_series)
        .into_iter()
        .flat_map(of_series)
        .filter(|k| {
            let first = k.name.split(' ').next().unwrap_or_default();
            !text.contains(k.name) && document.names.named(first).is_none()
        })
        .map(|k| k.name)
        .collect();
    names.sort_unstable_by_key(|name| super::super::mix(&document.article.title, name));
    names
}

/// Drops the options of a sort beyond the first few.
fn keep_few(pool: &mut Vec<String>, few: usize, of_sort: impl Fn(&str) -> bool) {
    let mut kept = 0;
    pool.retain(|name| {
        kept += usize::from(of_sort(name));
        !of_sort(name) || kept <= few
    });
}

/// The sex of a figure, as the article or the given name tells it.
fn sex_in(document: &Document<'_>, name: &str) -> Option<Gender> {
    let told = document
        .names
        .named(name)
        .and_then(|id| document.entity(id));
    told.and_then(|e| e.gender).or_else(|| given_name(name))
}

/// Whether a figure comes in once beside a cast that every viewer knows.
pub fn is_guest(document: &Document<'_>, entity: &Entity) -> bool {
    entity.mentions < 2
        && Lists::shared().known(&entity.name).is_empty()
        && !cast(document).is_empty()
}

/// Whether a stem may be said of men and of women; the few women of a cast do
/// not fill every pool.
fn leaves_sex_open(stem: &str) -> bool {
    const TELLING: [&str; 27] = [
        "he",
        "she",
        "his",
        "her",
        "him",
        "himself",
        "herself",
        "birth",
        "pregnant",
        "marry",
        "marries",
        "wife",
        "husband",
        "kiss",
        "kisses",
        "date",
        "dates",
        "wedding",
        "girlfriend",
        "boyfriend",
        "love",
        "woman",
        "man",
        "engaged",
        "seduce",
        "mother",
        "feelings",
    ];
    !stem.is_empty()
        && !stem
            .split(|c: char| !c.is_alphabetic())
            .any(|word| TELLING.contains(&word))
}

/// Whether a candidate is what the key is: of its sex, world, trade and time,
/// or of its type and region; or at least both stand in one section.
fn is_akin(
    company: &Company<'_, '_>,
    question: &Question,
    (key, id): (EntityId, EntityId),
    home: Option<&str>,
) -> bool {
    let document = company.document;
    let (Some(entity), Some(other)) = (document.entity(key), document.entity(id)) else {
        return false;
    };
    let (Some(a), Some(b)) = (profile(company, key), profile(company, id)) else {
        return false;
    };
    if !b.sound || a.realm != b.realm || b.realm == Realm::Apart {
        return false;
    }
    if entity.kind == Some(Kind::Person) {
        let open = a.realm == Realm::Story && leaves_sex_open(&question.stem);
        let sex = a.sex.is_none() || a.sex == b.sex || open && a.sex == Some(Gender::Female);
        if a.full != b.full || !sex || are_of_other_fields(&entity.name, &other.name) {
            return false;
        }
        if a.realm == Realm::Story {
            return true;
        }
        // Whom the list knows by a trade is nobody's butler in a story.
        if document.subject.is_fictional && a.roles.is_empty() != b.roles.is_empty() {
            return false;
        }
        let asked = question
            .noun
            .as_deref()
            .and_then(|n| Lists::shared().role(n))
            .map(|r| r.class);
        let asked = asked.is_none_or(|class| {
            matches!(class, "kin" | "other" | "occupation") || b.roles.contains(class)
        });
        let cast = question.predicate == "play"
            && (a.roles.is_empty() || b.roles.is_empty())
            && company.share_section(key, id);
        let trade = are_near(&a.roles, &b.roles) || cast;
        return asked
            && trade
            && entity.trade == other.trade
            && are_contemporary(a.years, b.years)
            && are_rivals(&entity.name, &other.name);
    }
    // A class that the lists hold whole has no other members.
    // *Hawaii*, an island as well, is a state where a state is asked for.
    let asked = question.noun.as_deref().map_or("", class_of_noun);
    let class = |name: &str| match Lists::shared().known(name) {
        [known] => known.class,
        several if several.iter().any(|k| k.class == asked) => asked,
        _ => "",
    };
    let (mine, theirs) = (class(&entity.name), class(&other.name));
    let closed = matches!(
        mine,
        "country" | "us-state" | "canadian-province" | "continent" | "uk-county" | "planet"
    );
    if closed && mine != theirs || !mine.is_empty() && !theirs.is_empty() && mine != theirs {
        return false;
    }
    let part = CONTINENTS
        .iter()
        .find(|part| question.stem.contains(*part))
        .copied();
    if mine == "country"
        && let (Some(part), Some(x), Some(y)) = (part, a.region, b.region)
        && lies_in(x, part)
        && !lies_in(y, part)
    {
        return false;
    }
    // *St. Mary River Formations* for a city.
    let settled = question.noun.as_deref().is_some_and(fill::is_settlement);
    let last = other
        .name
        .rsplit(' ')
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let last = last.strip_suffix('s').unwrap_or(&last);
    // *East Village*, a part of a city; a city that says so is no town.
    if question.noun.as_deref() == Some("town") && last == "city" {
        return false;
    }
    if settled
        && [
            "East ",
            "West ",
            "North ",
            "South ",
            "Eastern ",
            "Western ",
            "Northern ",
            "Southern ",
        ]
        .iter()
        .any(|d| other.name.starts_with(d))
    {
        return false;
    }
    if settled
        && other.name.contains(' ')
        && !fill::is_settlement(last)
        && Lists::shared().type_noun(last).is_some()
    {
        return false;
    }
    let region = match (a.region, b.region) {
        (Some(x), Some(y)) => {
            x == y
                || mine == "country"
                    && POWERS.contains(&entity.name.as_str())
                    && POWERS.contains(&other.name.as_str())
                    && !lies_in(x, "Europe")
        }
        (None, Some(y)) => theirs != "city" || home.is_none_or(|home| home == y),
        (_, None) => true,
    };
    if are_schools_of_one_name(&entity.name, &other.name) {
        return false;
    }
    let noun = match (&entity.noun, &other.noun) {
        (Some(x), Some(y)) => {
            x == y || !class_of_noun(x).is_empty() && class_of_noun(x) == class_of_noun(y)
        }
        (None, None) => !mine.is_empty() && mine == theirs,
        _ => false,
    };
    noun && region
}

/// *Seward Peninsula*: where the question asks for a peninsula and the key says
/// so, the options do too. Two names in one are none.
fn keep_form(question: &Question, entity: &Entity, pool: &mut Vec<String>) {
    let double = |name: &str| name.contains(" and ");
    pool.retain(|option| double(&entity.name) || !double(option));
    let noun = question.noun.as_deref().unwrap_or_default();
    let says = |name: &str| name.to_lowercase().split(' ').any(|w| w == noun);
    let told = matches!(
        noun,
        "peninsula" | "university" | "bridge" | "museum" | "valley" | "battle"
    );
    if told && says(&entity.name) {
        pool.retain(|option| says(option));
    }
}

/// Beside a place that the lists know stand such as they know too: *Suplex
/// City* is none.
fn keep_class(document: &Document<'_>, entity: &Entity, pool: &mut Vec<String>) {
    let [own] = Lists::shared().known(&entity.name) else {
        return;
    };
    if matches!(
        own.class,
        "city" | "country" | "us-state" | "river" | "continent"
    ) {
        let is_listed = |option: &String| {
            let known = Lists::shared().known(option);
            known.iter().any(|k| k.class == own.class)
        };
        let few = |pool: &[String]| pool.iter().filter(|o| is_listed(o)).count() < MIN_DISTRACTORS;
        if own.class == "city" && few(pool) {
            pool.extend(listed(document, &entity.name, None));
        }
        let towns = own.class == "city" && few(pool);
        pool.retain(|option| {
            is_listed(option) || towns && super::pool::region_of(option).is_some()
        });
    }
}

/// Parts of the world that a stem may name.
const CONTINENTS: [&str; 5] = ["Asia", "Africa", "Europe", "South America", "Oceania"];

/// Drops countries of other parts of the world than the one that the stem
/// names, and takes others of it in.
fn keep_continent(
    document: &Document<'_>,
    question: &Question,
    entity: &Entity,
    pool: &mut Vec<String>,
) {
    let region = |name: &str| match Lists::shared().known(name) {
        [known] if known.class == "country" => Some(known.group),
        _ => None,
    };
    let Some(part) = CONTINENTS.iter().find(|p| question.stem.contains(**p)) else {
        return;
    };
    if !region(&entity.name).is_some_and(|r| lies_in(r, part)) {
        return;
    }
    pool.retain(|option| region(option).is_none_or(|r| lies_in(r, part)));
    if pool.len() <= MIN_DISTRACTORS {
        let mut more = absent(document, "country");
        more.retain(|k| lies_in(k.group, part) && !pool.iter().any(|o| o == k.name));
        more.sort_unstable_by_key(|k| (k.fame, super::super::mix(&question.stem, k.name)));
        pool.extend(more.iter().take(MAX_DISTRACTORS).map(|k| k.name.to_owned()));
    }
}

/// Whether a region of the list lies in a continent.
fn lies_in(region: &str, part: &str) -> bool {
    region.contains(part)
        || part == "America" && region == "Caribbean"
        || part == "Asia" && matches!(region, "Middle East" | "Caucasus")
        || part == "Europe" && matches!(region, "Balkans" | "Baltic" | "British Isles")
}

/// *Zürich Polytechnic* and *Federal Polytechnic* may be one school.
fn are_schools_of_one_name(a: &str, b: &str) -> bool {
    let last = |name: &str| name.rsplit(' ').next().map(str::to_owned);
    last(a) == last(b)
        && [
            "Polytechnic",
            "Gymnasium",
            "Academy",
            "Conservatory",
            "Observatory",
        ]
        .iter()
        .any(|end| a.ends_with(end))
}

/// Whether a country was asked for as a city: the lists know it as another
/// class than the question does.
fn is_of_other_class(question: &Question, entity: &Entity) -> bool {
    let asked = question.noun.as_deref().map_or("", class_of_noun);
    let known = Lists::shared().known(&entity.name);
    // *Which airport*: Illinois
    let land = matches!(known, [k] if matches!(k.class, "country" | "us-state"))
        && question
            .noun
            .as_deref()
            .is_some_and(|n| !matches!(n, "country" | "nation" | "state" | "US state" | "place"));
    if land {
        return true;
    }
    !asked.is_empty() && !known.is_empty() && known.iter().all(|k| k.class != asked)
}

/// A tennis player and a wrestler: both known, of one trade, but not of one
/// field.
fn are_of_other_fields(a: &str, b: &str) -> bool {
    let field = |name: &str| match Lists::shared().known(name) {
        [known] => Some(known.class),
        _ => None,
    };
    let bodily = |class: &str| {
        matches!(
            class,
            "athlete"
                | "tennis-player"
                | "wrestler"
                | "mma-fighter"
                | "footballer"
                | "composer"
                | "painter"
                | "astronaut"
                | "criminal"
        )
    };
    // Beside a known player stands no brother and no trainer.
    let sport = |class: &str| {
        matches!(
            class,
            "tennis-player" | "footballer" | "mma-fighter" | "astronaut"
        )
    };
    match (field(a), field(b)) {
        (Some(x), Some(y)) => x != y && (bodily(x) || bodily(y)),
        (Some(x), None) => sport(x),
        _ => false,
    }
}

/// Whether two whose years of birth are known could have met in a contest: a
/// player of one generation never met one of the next but one.
fn are_rivals(a: &str, b: &str) -> bool {
    const CAREER: u32 = 12;
    let player = |name: &str| match Lists::shared().known(name) {
        [known] => [
            "tennis-player",
            "footballer",
            "wrestler",
            "mma-fighter",
            "athlete",
        ]
        .contains(&known.class),
        _ => false,
    };
    match (era::of(a), era::of(b)) {
        (Some(x), Some(y)) if player(a) && player(b) => x.abs_diff(y) <= CAREER,
        _ => true,
    }
}

/// Words between two names that make one the other's alias, heir or part.
const ONE: [&str; 25] = [
    "trading as",
    "trades as",
    "doing business as",
    "renamed",
    "formerly",
    "known as",
    "now called",
    "owned by",
    "subsidiary",
    "acquired",
    "merged",
    "part of",
    "division of",
    "parent company",
    "predecessor",
    "successor",
    "originally called",
    "also called",
    "nicknamed",
    "rebranded",
    "alias",
    "disguise",
    "real name",
    "stage name",
    "imprint of",
];

/// Whether two names may stand for one thing: spelt almost alike, or named
/// together in a sentence that says so.
fn is_other_name(company: &Company<'_, '_>, a: EntityId, b: EntityId) -> bool {
    let document = company.document;
    let (Some(x), Some(y)) = (document.entity(a), document.entity(b)) else {
        return false;
    };
    if are_alike(&x.name, &y.name) || x.kind != Some(Kind::Person) && holds_words(&x.name, &y.name)
    {
        return true;
    }
    let (Some(here), Some(there)) = (company.sentences.get(&a), company.sentences.get(&b)) else {
        return false;
    };
    here.intersection(there).any(|&place| {
        document.sentences.get(place).is_some_and(|s| {
            let text = s.whole.of(document.text());
            ONE.iter().any(|word| text.contains(word))
        })
    })
}

/// *Example Heavyweight Cup* and *Example Cup*: all words of the one stand in
/// the other.
fn holds_words(a: &str, b: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|w| w.len() > 2)
            .map(str::to_lowercase)
            .collect()
    };
    let (a, b) = (words(a), words(b));
    a.len().min(b.len()) > 1 && (a.is_subset(&b) || b.is_subset(&a))
}

/// *Nunes* and *Nuñes*, *Bob Smith* and *Rob Smith*: at most two letters apart.
fn are_alike(a: &str, b: &str) -> bool {
    let letters = |text: &str| -> Vec<char> { option_form(text).chars().collect() };
    let (a, b) = (letters(a), letters(b));
    // *Titicaca*, *Titikaka*
    let apart = a.iter().zip(&b).filter(|(x, y)| x != y).count();
    if a.len() == b.len() && a.len() > 7 && a.first() == b.first() && apart < 3 {
        return !a.last().is_some_and(char::is_ascii_digit);
    }
    if a.len().abs_diff(b.len()) > 2 || a.len().min(b.len()) < 6 {
        return a == b;
    }
    let same = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let tail = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    same + tail + 2 > a.len().max(b.len()) && !a.last().is_some_and(char::is_ascii_digit)
}

/// Whether two names of things have two words or more in common.
fn shares_words(a: &str, b: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|w| w.len() > 3)
            .map(str::to_lowercase)
            .collect()
    };
    let (a, b) = (words(a), words(b));
    a.len() > 2 && b.len() > 2 && a.intersection(&b).count() > 1
}

/// The country that most places and institutions of an article lie in.
pub fn home(document: &Document<'_>) -> Option<&'static str> {
    let mut votes: BTreeMap<&'static str, usize> = BTreeMap::new();
    for entity in &document.names.entities {
        if let [known] = Lists::shared().known(&entity.name) {
            let country = match known.class {
                "country" => known.name,
                "us-state" => "United States",
                "city" | "university" | "tv-network" | "newspaper" => known.group,
                _ => continue,
            };
            *votes.entry(country).or_default() += entity.mentions;
        }
    }
    votes
        .into_iter()
        .max_by_key(|&(name, count)| (count, std::cmp::Reverse(name)))
        .filter(|&(_, count)| count > 1)
        .map(|(name, _)| name)
}

/// Names of the same class in the word lists, by region, era and fame.
fn listed(document: &Document<'_>, name: &str, when: Option<i32>) -> Vec<String> {
    let [known] = Lists::shared().known(name) else {
        return Vec::new();
    };
    if kind_of_class(known.class) == Kind::Person && era::of(name).is_none() {
        return Vec::new();
    }
    in_class_near(document, *known, when)
}

/// The class of the word lists that a type noun stands for; empty if none.
fn class_of_noun(noun: &str) -> &'static str {
    match noun {
        "university" | "institute" | "college" => "university",
        "city" | "town" | "capital" => "city",
        "country" | "nation" => "country",
        "state" => "us-state",
        "law firm" => "law-firm",
        "network" | "tv network" | "television network" | "channel" => "tv-network",
        "newspaper" => "newspaper",
        "river" => "river",
        "language" => "language",
        _ => "",
    }
}

/// Countries that are taken for one another wherever they act.
const POWERS: [&str; 14] = [
    "United States",
    "United Kingdom",
    "France",
    "Germany",
    "Russia",
    "Spain",
    "Portugal",
    "Netherlands",
    "Italy",
    "Japan",
    "China",
    "Canada",
    "Sweden",
    "Belgium",
];

/// The year in which the person that the article is about died.
fn end_of_life(document: &Document<'_>) -> Option<i32> {
    let lead = document
        .sentences
        .first()
        .filter(|_| document.subject.is_person)?;
    let (first, last) = (lead.years.first()?, lead.years.last()?);
    (last > first).then_some(*last)
}

/// Languages that English has its words from.
const ROOTS: [&str; 9] = [
    "Latin",
    "Greek",
    "French",
    "Arabic",
    "German",
    "Italian",
    "Old English",
    "Old Norse",
    "Dutch",
];

/// The age of a person in the middle of life.
const PRIME: i32 = 40;

/// The age from which a person has a part in wars.
const YOUTH: i32 = 10;

/// The year in which the person that the article is about was forty.
fn midlife(document: &Document<'_>) -> Option<i32> {
    let lead = document
        .sentences
        .first()
        .filter(|_| document.subject.is_person)?;
    lead.years.first().map(|born| born + PRIME)
}

/// Wars that many lands fought or that all have heard of.
const GREAT_WARS: [&str; 14] = [
    "Crimean War",
    "American Civil War",
    "Franco-Prussian War",
    "Spanish–American War",
    "Second Boer War",
    "Russo-Japanese War",
    "Balkan Wars",
    "World War I",
    "Spanish Civil War",
    "World War II",
    "Korean War",
    "Vietnam War",
    "Cold War",
    "Gulf War",
];

/// How many years apart two of them may begin.
const GREAT_REACH: u32 = 45;

/// Countries that nobody takes for larger or more open ones.
pub const SMALL: [&str; 9] = [
    "North Korea",
    "Vatican City",
    "San Marino",
    "Monaco",
    "Liechtenstein",
    "Andorra",
    "Malta",
    "Nauru",
    "Tuvalu",
];

/// The members of a class that could stand beside one of them: of its group
/// and of its time, and no younger than what is told.
fn in_class_near(document: &Document<'_>, key: Known, when: Option<i32>) -> Vec<String> {
    let born = era::of(key.name);
    let person = kind_of_class(key.class) == Kind::Person;
    let bound = person || key.class == "military-conflict";
    let mut all = absent(document, key.class);
    if key.class == "country" && POWERS.contains(&key.name) {
        all.retain(|k| {
            let there = era::of(k.name).is_none_or(|begun| when.is_none_or(|when| begun <= when));
            POWERS.contains(&k.name) && there && (are_neighbours(k, &key) || !is_european(&key))
        });
        all.sort_unstable_by_key(|k| super::super::mix(&document.article.title, k.name));
        return all.iter().map(|k| k.name.to_owned()).collect();
    }
    if !SMALL.contains(&key.name) {
        all.retain(|k| !SMALL.contains(&k.name));
    }
    if let Some(year) = born.filter(|_| GREAT_WARS.contains(&key.name)) {
        let last = end_of_life(document).unwrap_or_else(|| last_year(document));
        // Nobody takes part in a war as a child.
        let first = midlife(document).map_or(i32::MIN, |prime| prime - PRIME + YOUTH);
        all.retain(|k| {
            GREAT_WARS.contains(&k.name)
                && era::of(k.name)
                    .is_some_and(|e| e <= last && e >= first && e.abs_diff(year) <= GREAT_REACH)
        });
        all.sort_unstable_by_key(|k| super::super::mix(&document.article.title, k.name));
        return all.iter().map(|k| k.name.to_owned()).collect();
    }
    all.retain(|k| {
        let other = era::of(k.name);
        let near = match (born, other) {
            (Some(a), Some(b)) => !bound || a.abs_diff(b) <= REACH,
            (Some(_), None) => !bound,
            _ => true,
        };
        let begun = match (other, when) {
            (Some(year), Some(when)) if key.class != "military-conflict" => year <= when,
            (Some(year), _) => year <= last_year(document),
            _ => true,
        };
        let local = person
            || matches!(
                key.class,
                "city" | "university" | "newspaper" | "landmark" | "organisation"
            );
        let far = key.class == "country" && k.group != key.group && !are_neighbours(k, &key);
        // Heads of great states meet; others act at home.
        let great = key.class == "politician"
            && key.fame == 1
            && k.fame == 1
            && matches!((born, other), (Some(a), Some(b)) if a.abs_diff(b) < REACH);
        near && begun && !far && (great || !(local && k.group != key.group))
    });
    // Lands of one age have nothing else in common.
    let born = born.filter(|_| key.class != "country");
    rank(document, &mut all, key.group, key.fame, born);
    all.iter().map(|k| k.name.to_owned()).collect()
}

/// Whether a country lies in Europe, whose powers are taken for one another.
fn is_european(country: &Known) -> bool {
    lies_in(country.group, "Europe")
}

/// Whether two countries lie in one part of the world.
fn are_neighbours(a: &Known, b: &Known) -> bool {
    CONTINENTS
        .iter()
        .chain(&["America"])
        .any(|part| lies_in(a.group, part) && lies_in(b.group, part))
}

/// How many years apart contemporaries are born, and wars fought.
const REACH: u32 = 25;

/// The names of a class that the article does not mention, of one group, in
/// the order of fame and of a hash of the article's title.
fn in_class(
    document: &Document<'_>,
    class: &str,
    near: Option<(&str, u8)>,
    when: Option<i32>,
) -> Vec<String> {
    let mut all = absent(document, class);
    let (group, fame) = near.unwrap_or(("", 1));
    all.retain(|k| {
        (group.is_empty() || k.group == group)
            && era::of(k.name).is_none_or(|year| when.is_none_or(|when| year <= when))
    });
    rank(document, &mut all, group, fame, None);
    all.iter().map(|k| k.name.to_owned()).collect()
}

/// The members of a class that the article does not name.
fn absent(document: &Document<'_>, class: &str) -> Vec<Known> {
    Lists::shared()
        .class(class)
        .iter()
        .filter(|k| document.names.named(k.name).is_none() && !document.text().contains(k.name))
        .copied()
        .collect()
}

/// The last year that an article speaks of.
fn last_year(document: &Document<'_>) -> i32 {
    document
        .years
        .range(..=2100)
        .next_back()
        .copied()
        .unwrap_or(2100)
}

/// Sorts by group, time and fame; others than those of the group go if enough
/// stay.
fn rank(document: &Document<'_>, all: &mut Vec<Known>, group: &str, fame: u8, born: Option<i32>) {
    all.sort_unstable_by_key(|k| {
        let apart = match (born, era::of(k.name)) {
            (Some(a), Some(b)) => a.abs_diff(b) / 15,
            _ => 0,
        };
        (
            k.group != group,
            apart,
            k.fame.abs_diff(fame),
            super::super::mix(&document.article.title, k.name),
        )
    });
    let close = all.iter().filter(|k| k.group == group).count();
    if close >= MIN_DISTRACTORS {
        all.truncate(close);
    }
    all.truncate(MAX_DISTRACTORS);
}

/// *Daniels* where there is a Greg Daniels too: nobody knows who is meant.
fn is_part_of_another(document: &Document<'_>, entity: &Entity) -> bool {
    entity.kind == Some(Kind::Person)
        && !entity.name.contains(' ')
        && document.names.entities.iter().any(|other| {
            other.name.split(' ').next_back() == Some(entity.name.as_str())
                && other.name != entity.name
        })
}

/// Persons of the story and persons behind it do not mix.
fn same_world(company: &Company<'_, '_>, a: EntityId, b: EntityId) -> bool {
    let subject = &company.document.subject;
    if !(subject.is_fictional || subject.kind == Some(Kind::Work)) {
        return true;
    }
    in_story(company, a) == in_story(company, b)
}

/// Whether most sentences about an entity are told in the present tense, and
/// it is not named as an actor.
pub fn in_story(company: &Company<'_, '_>, id: EntityId) -> bool {
    if company
        .document
        .entity(id)
        .is_some_and(|e| e.world == World::Real)
    {
        return false;
    }
    let Some(places) = company.sentences.get(&id) else {
        return false;
    };
    let present = places
        .iter()
        .filter(|&&p| company.document.sentences.get(p).is_some_and(|s| s.story))
        .count();
    present * 2 > places.len()
}
