//! What is worth asking, and how much of it.

use std::collections::{BTreeMap, BTreeSet};

use super::question::{self, Question};
use super::{Made, Output, Rejected, hint};
use crate::fact::value::Sort;
use crate::fact::{Document, Names};
use crate::text::normal::{option_form, stem_form};

/// The most items that one sentence gives.
const PER_SENTENCE: usize = 2;

/// A sentence of so many bytes may give one more.
const LONG_SENTENCE: usize = 210;

/// The most items that ask for somebody's job: one is much like another.
const MOST_JOBS: usize = 4;

/// The most items with one name as their key, and with one person.
const MOST_OF_NAME: usize = 2;
const MOST_OF_PERSON: usize = 4;

/// One item in so many may have the subject of the article as its key: the
/// title gives it away.
const TITLE_SHARE: usize = 33;

/// The least salience of an item with the subject of the article as key: it
/// stands in the lead and names others.
const TITLE_FLOOR: u32 = 10;

/// Verbs of which a question is a trifle, unless its names matter.
const WEAK: [&str; 23] = [
    "offer", "show", "decide", "try", "note", "mention", "remark", "comment", "seem", "begin",
    "start", "continue", "express", "feel", "look", "want", "hope", "think", "add", "respond",
    "observe", "attempt", "wish",
];

/// What passes in a moment.
const GESTURES: [&str; 10] = [
    "scoff", "laugh", "smile", "smirk", "shrug", "nod", "sigh", "stare", "glance", "frown",
];

/// The least salience of an item whose verb is weak.
const FLOOR: u32 = 4;

/// Whether a question is about something that nobody could care about.
pub(super) fn is_trifle(document: &Document<'_>, question: &Question) -> bool {
    let verb = question.predicate.as_str();
    GESTURES.contains(&verb) || WEAK.contains(&verb) && salience(document, question) < FLOOR
}

/// How much a question matters: from how often its names are mentioned, and
/// whether they stand in lead or infobox.
pub(super) fn salience(document: &Document<'_>, question: &Question) -> u32 {
    let weight = |id: usize| {
        document.entity(id).map_or(0, |e| {
            u32::from(e.boxed) + u32::try_from(e.mentions.min(8)).unwrap_or(8) / 2
        })
    };
    let key = match question.key.sort {
        Sort::Name(id) => weight(id),
        Sort::Year(_) | Sort::Date(_) | Sort::Period(_) => 1,
        Sort::Season(_) | Sort::Count(_) | Sort::Quantity(_) | Sort::Thing(_) => 2,
    };
    let named: u32 = question
        .named
        .iter()
        .filter(|&&id| id != Names::TITLE)
        .map(|&id| weight(id).min(2))
        .sum();
    let lead = document
        .sentences
        .get(question.sentence)
        .is_some_and(|s| s.section == 0);
    let setting = question.noun.as_deref() == Some("episode");
    let salience = key + 2 * u32::from(setting) + named.min(4) + 3 * u32::from(lead);
    // What stands inside another part is asked where nothing better can be.
    salience.saturating_sub(3 * u32::from(question.nested))
}

/// Of two questions about one clause the one for the episode comes first:
/// episodes make better company than the few persons of a season.
fn standing(made: &Made) -> u32 {
    let base = made.salience + 4 * u32::from(made.item.key_text().starts_with('"'));
    if made.invented {
        base.saturating_sub(4)
    } else {
        base
    }
}

/// Keeps the best items of each sentence, none twice.
pub(super) fn balance(output: &mut Output) {
    let made = std::mem::take(&mut output.made);
    let mut order: Vec<usize> = (0..made.len()).collect();
    order.sort_unstable_by_key(|&i| {
        made.get(i)
            // One that asks for the subject of the article must not keep out others.
            .map(|m| {
                let standing = std::cmp::Reverse(standing(m));
                (m.about_title, standing, m.item.stem().len(), i)
            })
    });
    let mut per_sentence: BTreeMap<usize, usize> = BTreeMap::new();
    let mut stems = BTreeSet::new();
    let mut mirrors: Vec<((usize, usize), String, String)> = Vec::new();
    let mut asked: Vec<(String, BTreeSet<String>, String)> = Vec::new();
    let mut told_keys: BTreeSet<(usize, String)> = BTreeSet::new();
    let common = common(&made);
    let mut keep = vec![None; made.len()];
    let title_share = made.len() / TITLE_SHARE;
    let mut titles = 0;
    let mut jobs = 0;
    for index in order {
        let Some(item) = made.get(index) else {
            continue;
        };
        let count = per_sentence.entry(item.evidence.start).or_default();
        let boxed = item.fact.matches('|').count() == 2 && item.item.category() == Some("Profile");
        let job = item.item.stem().starts_with("Which of these jobs");
        let key = item.item.key_text();
        let same = asked.iter().filter(|(other, _, _)| *other == key).count();
        // One school, asked for twice, tells itself.
        let school = ["Universit", "College", "School"]
            .iter()
            .any(|w| key.contains(w));
        let worn = if school && same > 0 {
            true
        } else if key.starts_with(char::is_alphabetic) && !asks_date(item) {
            same >= if item.person {
                MOST_OF_PERSON
            } else {
                MOST_OF_NAME
            }
        } else {
            false
        };
        let of_clause = mirrors.iter().any(|(clause, stem, key)| {
            item.mirror == Some(*clause)
                && (shows(item.item.stem(), key) || shows(stem, &item.item.key_text()))
        });
        // Each asks what the other tells.
        let crossed = asked.iter().any(|(other, _, stem)| {
            other.len() > 3
                && key.len() > 3
                && item.item.stem().contains(other.as_str())
                && stem.contains(&key)
        });
        // *44,579,000 km²*, *44,579,000 square kilometers*
        let figure = |key: &str| {
            let figure: String = key.chars().take_while(|c| !c.is_whitespace()).collect();
            (figure.len() > 4 && figure.starts_with(|c: char| c.is_ascii_digit())).then_some(figure)
        };
        let measured = figure(&key).is_some()
            && asked
                .iter()
                .any(|(other, _, _)| figure(other) == figure(&key));
        // One sentence, one key.
        let told = !key.starts_with('"') && told_keys.contains(&(item.evidence.start, key.clone()));
        // *During which war did Ann ...*, twice with one answer.
        let twin = !key.starts_with('"')
            && !asks_date(item)
            && asked.iter().any(|(other, _, stem)| {
                *other == key
                    && stem
                        .split(' ')
                        .take(6)
                        .eq(item.item.stem().split(' ').take(6))
            });
        // *the population in 2002*, *the population in 2005*; *his wife*, *whom
        // he married*
        let again = asked.iter().any(|(other, _, stem)| {
            boxed && figure(&key).is_some() && timeless(stem) == timeless(item.item.stem())
                // *first awarded*, *the first ceremony*: one beginning.
                || asks_date(item)
                    && *other == key
                    && [stem.as_str(), item.item.stem()]
                        .iter()
                        .all(|s| s.contains(" first "))
                || is_of_marriage(stem)
                    && is_of_marriage(item.item.stem())
                    && other.split(' ').next() == key.split(' ').next()
        });
        let mirrored = of_clause || crossed || told || measured || twin || again;
        let reason = if worn {
            Some("the key has been asked for often enough")
        } else if asks_date(item) && item.salience < DATE_FLOOR && !is_milestone(item) {
            Some("a date that few care about")
        } else if job && jobs >= MOST_JOBS {
            Some("jobs are asked for often enough")
        } else if !boxed
            && *count >= PER_SENTENCE + usize::from(item.evidence.len() > LONG_SENTENCE)
        {
            Some("the sentence has given enough items")
        } else if item.about_title && (titles >= title_share || item.salience < TITLE_FLOOR) {
            Some("the subject of the article is asked for often enough")
        } else if mirrored {
            Some("the mirror of another item")
        } else if stems.contains(&stem_form(item.item.stem())) {
            Some("the same stem")
        } else if asked.iter().any(|(key, words, _)| {
            option_form(key) == option_form(&item.item.key_text())
                && alike(words, &telling(item.item.stem(), &common))
        }) {
            Some("much like another item")
        } else if asks_time(item.item.stem())
            && asked.iter().any(|(other, _, stem)| {
                asks_time(stem) && is_one_event((item.item.stem(), &key), (stem, other))
            })
        {
            Some("the time of another item's event")
        } else if asked.iter().any(|(key, words, stem)| {
            let own = telling(item.item.stem(), &common);
            hint::states(item.item.stem(), key, &own, words)
                || hint::states(stem, &item.item.key_text(), &own, words)
        }) {
            Some("another item tells its answer, or it tells another's")
        } else {
            None
        };
        if let Some(reason) = reason {
            output.rejected.push(Rejected {
                candidate: format!("{} [{}]", item.item.stem(), item.item.key_text()),
                reason: reason.to_owned(),
            });
            continue;
        }
        *count += 1;
        told_keys.insert((item.evidence.start, item.item.key_text()));
        jobs += usize::from(job);
        mirrors.extend(
            item.mirror
                .map(|m| (m, item.item.stem().to_owned(), item.item.key_text())),
        );
        stems.insert(stem_form(item.item.stem()));
        titles += usize::from(item.about_title);
        asked.push((
            item.item.key_text(),
            telling(item.item.stem(), &common),
            item.item.stem().to_owned(),
        ));
        if let Some(place) = keep.get_mut(index) {
            *place = Some(());
        }
    }
    output.made = made
        .into_iter()
        .zip(keep)
        .filter(|(_, kept)| kept.is_some())
        .map(|(m, _)| m)
        .collect();
    thin_out(output);
}

/// The share of items that ask for dates, in percent, above which the
/// weakest of them go.
const DATES: usize = 45;

/// The greatest salience of a date that few care about.
const WEAK_DATE: u32 = 2;

/// The least salience of a date that is no milestone.
const DATE_FLOOR: u32 = 2;

/// What people remember the date of, beside the milestones of a life.
const MILESTONES: [&str; 70] = [
    "isolate",
    "designate",
    "predict",
    "name",
    "approve",
    "propose",
    "amend",
    "adopt",
    "ratify",
    "pass",
    "acquire",
    "renounce",
    "settle",
    "move",
    "raid",
    "purchase",
    "rename",
    "found",
    "establish",
    "form",
    "launch",
    "become",
    "win",
    "elect",
    "release",
    "open",
    "publish",
    "premiere",
    "debut",
    "retire",
    "assassinate",
    "discover",
    "invent",
    "abolish",
    "declare",
    "conquer",
    "create",
    "join",
    "admit",
    "complete",
    "build",
    "destroy",
    "end",
    "begin",
    "start",
    "introduce",
    "award",
    "receive",
    "defeat",
    "land",
    "arrive",
    "sign",
    "appoint",
    "inaugurate",
    "lift",
    "induct",
    "enter",
    "resign",
    "capture",
    "dedicate",
    "enlist",
    "succeed",
    "overthrow",
    "replace",
    "grant",
    "negotiate",
    "absorb",
    "bestow",
    "honor",
    "honour",
];

/// Whether the verb of an item is one of a milestone.
fn is_milestone(made: &Made) -> bool {
    let verb = super::verb_of(&made.fact);
    let stem = made.item.stem().to_lowercase();
    let box_fact = made.item.category() == Some("Profile");
    box_fact
        || MILESTONES.contains(&verb)
        || question::MILESTONES.contains(&verb)
        || [" born", " die", " founded", " first "]
            .iter()
            .any(|w| stem.contains(w))
}

/// Whether the key of an item is a year or a date.
fn asks_date(made: &Made) -> bool {
    let key = made.item.key_text();
    key.len() == 4 && key.chars().all(|c| c.is_ascii_digit()) || is_of_date(made.item.stem())
}

/// Whether a stem asks for a year or a date.
fn is_of_date(stem: &str) -> bool {
    stem.contains(" what year ")
        || ["When ", "In which month ", "On what date "]
            .iter()
            .any(|opening| stem.starts_with(opening))
}

/// Drops dates of little weight while more than [`DATES`] percent ask for one.
fn thin_out(output: &mut Output) {
    loop {
        let dates = output.made.iter().filter(|m| asks_date(m)).count();
        let weakest = output
            .made
            .iter()
            .enumerate()
            .filter(|(_, m)| asks_date(m) && m.salience <= WEAK_DATE && !is_milestone(m))
            .min_by_key(|(_, m)| (m.salience, std::cmp::Reverse(m.item.stem().len())))
            .map(|(at, _)| at);
        let Some(at) = weakest.filter(|_| dates * 100 > output.made.len() * DATES) else {
            return;
        };
        let made = output.made.remove(at);
        output.rejected.push(Rejected {
            candidate: format!("{} [{}]", made.item.stem(), made.item.key_text()),
            reason: "dates enough".to_owned(),
        });
    }
}

/// A stem without its figures, estimated or not.
fn timeless(stem: &str) -> String {
    stem.replace("estimated ", "")
        .chars()
        .filter(|c| !c.is_ascii_digit())
        .collect()
}

/// Whether a stem asks for a husband or a wife.
fn is_of_marriage(stem: &str) -> bool {
    [" marry?", "'s wife?", "'s husband?", "'s spouse?"]
        .iter()
        .any(|end| stem.ends_with(end))
}

/// Whether a stem has a name or number of a key: of two questions about one
/// clause it would answer the other.
fn shows(stem: &str, key: &str) -> bool {
    let has = |word: &str| {
        stem.split(|c: char| !c.is_alphanumeric())
            .any(|w| w.eq_ignore_ascii_case(word))
    };
    key.split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.len() > 3 || w.chars().all(|c| c.is_ascii_digit()))
        .any(|w| !w.is_empty() && has(w))
}

/// The longer words of a stem, roughly in base form.
fn words(stem: &str) -> impl Iterator<Item = String> + '_ {
    stem.split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.len() > 3)
        .map(|w| {
            let lower = w.to_lowercase();
            let root = lower.trim_end_matches('s').trim_end_matches("ed");
            // *married*, *marry*
            root.strip_suffix('i')
                .map_or_else(|| root.to_owned(), |r| format!("{r}y"))
        })
}

/// Words in every fourth stem or more: the work's title, *which*, *does*.
fn common(made: &[Made]) -> BTreeSet<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for item in made {
        for word in words(item.item.stem()).collect::<BTreeSet<_>>() {
            *counts.entry(word).or_default() += 1;
        }
    }
    let least = (made.len() / 4).max(5);
    counts.retain(|_, count| *count >= least);
    counts.into_keys().collect()
}

/// Whether a stem asks for a year, a date or an age.
fn asks_time(stem: &str) -> bool {
    is_of_date(stem) || stem.starts_with("At what age ")
}

/// *In what year did Ann leave the club?*, *On what date did Ann leave the
/// club?*: one verb in one year, or an age beside a year.
fn is_one_event(a: (&str, &str), b: (&str, &str)) -> bool {
    const ASKING: [&str; 5] = ["what", "year", "date", "when", "which"];
    let telling = |stem: &str, names: bool| -> BTreeSet<String> {
        let kept = |w: &&str| names || w.starts_with(char::is_lowercase);
        let kept: Vec<&str> = stem.split(' ').filter(kept).collect();
        words(&kept.join(" "))
            .filter(|w| !ASKING.contains(&w.as_str()))
            .collect()
    };
    let age = |stem: &str| stem.starts_with("At what age ");
    let year = |key: &str| {
        key.rsplit(' ')
            .next()
            .filter(|y| y.len() == 4)
            .map(str::to_owned)
    };
    let aged = age(a.0) != age(b.0);
    let same = year(a.1).is_some() && year(a.1) == year(b.1);
    let dies = |stem: &str| stem.contains(" die?") || stem.contains(" die ");
    if same && dies(a.0) && dies(b.0) {
        return true;
    }
    let (x, y) = (telling(a.0, aged), telling(b.0, aged));
    let shared = x.intersection(&y).count();
    (aged || same) && shared > 0 && shared * 3 >= x.len().max(y.len()) * 2
}

/// The words that tell a stem from the others.
fn telling(stem: &str, common: &BTreeSet<String>) -> BTreeSet<String> {
    words(stem).filter(|w| !common.contains(w)).collect()
}

/// Whether two stems share half of their telling words.
fn alike(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    let shared = a.intersection(b).count();
    shared > 0 && shared * 2 >= a.len().min(b.len())
}
