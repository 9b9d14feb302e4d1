//! The lexicon: `WordNet`'s words, and a few that are younger.

use anyhow::{Context, Result};
use quizwright::text::inflect::plural;
use quizwright::text::lexicon::{self, Categories, Entry, Kind};
use std::collections::BTreeMap;

const NOUNS: &[&str] = &[
    "podcast",
    "sitcom",
    "webisode",
    "showrunner",
    "spinoff",
    "spin-off",
    "webseries",
    "miniseries",
    "smartphone",
    "livestream",
    "crowdfunding",
    "startup",
    "biopic",
    "mockumentary",
    "mashup",
    "vlog",
    "selfie",
    "hashtag",
    "bandmate",
    "castmate",
    "co-star",
    "multiverse",
    "prequel",
    "timeslot",
    "storyline",
    "gameplay",
    "storyboard",
    "chatbot",
    "wiki",
    "app",
    "avatar",
    "screenshot",
    "paywall",
    "influencer",
    "dashcam",
    "touchscreen",
    "videogame",
    "fanbase",
    "frontman",
    "tracklist",
    "setlist",
    "screenwriter",
    "backstory",
    "supergroup",
    "bestseller",
    "playlist",
    "blogger",
    "website",
    "email",
    "genome",
    "exoplanet",
    "filmmaker",
    "teammate",
    "songwriter",
    "roommate",
    "voiceover",
    "remix",
    "skyscraper",
    "lookalike",
    "tracksuit",
    "reboot",
    "cinematographer",
    "botnet",
    "malware",
];

const VERBS: &[&str] = &[
    "reboot",
    "livestream",
    "premiere",
    "podcast",
    "greenlight",
    "guest-star",
    "co-star",
    "co-found",
    "reunite",
    "stream",
    "rebrand",
    "crowdfund",
    "headline",
    "reprise",
    "voice",
    "co-write",
    "blog",
    "tweet",
    "remaster",
    "co-produce",
    "co-direct",
    "co-author",
    "co-host",
    "relaunch",
    "repurpose",
    "rerelease",
    "re-release",
    "digitize",
    "relocate",
    "retcon",
];

/// Younger nouns whose kind is worth knowing; the others have none.
const KINDS: &[(&str, Kind)] = &[
    ("podcast", Kind::Communication),
    ("sitcom", Kind::Communication),
    ("miniseries", Kind::Communication),
    ("biopic", Kind::Communication),
    ("prequel", Kind::Communication),
    ("website", Kind::Communication),
    ("mockumentary", Kind::Communication),
    ("showrunner", Kind::Person),
    ("filmmaker", Kind::Person),
    ("songwriter", Kind::Person),
    ("screenwriter", Kind::Person),
    ("frontman", Kind::Person),
    ("bandmate", Kind::Person),
    ("castmate", Kind::Person),
    ("co-star", Kind::Person),
    ("influencer", Kind::Person),
    ("startup", Kind::Group),
    ("supergroup", Kind::Group),
    ("skyscraper", Kind::Artifact),
    ("smartphone", Kind::Artifact),
    ("exoplanet", Kind::Object),
];

/// The kind of each noun's commonest sense, from `WordNet`'s own files.
fn kinds(index: &str, data: &str) -> Result<BTreeMap<String, Kind>> {
    let mut files: BTreeMap<&str, u8> = BTreeMap::new();
    for line in data.lines().filter(|line| !line.starts_with(' ')) {
        let mut fields = line.split(' ');
        let offset = fields.next().context("an empty line")?;
        files.insert(offset, fields.next().context("a short line")?.parse()?);
    }
    let mut kinds = BTreeMap::new();
    for line in index.lines().filter(|line| !line.starts_with(' ')) {
        // lemma pos senses pointers pointer* senses tagged offset+
        let mut fields = line.split_whitespace();
        let lemma = fields.next().context("an empty line")?;
        let pointers: usize = fields.nth(2).context("a short line")?.parse()?;
        let offset = fields.nth(pointers + 2).context("a short line")?;
        let kind = files.get(offset).copied().and_then(Kind::of_file);
        if let Some(kind) = kind {
            kinds.insert(lemma.to_owned(), kind);
        }
    }
    kinds.extend(KINDS.iter().map(|&(noun, kind)| (noun.to_owned(), kind)));
    let plurals: Vec<(String, Kind)> = kinds
        .iter()
        .map(|(noun, &kind)| (plural(noun), kind))
        .collect();
    for (plural, kind) in plurals {
        kinds.entry(plural).or_insert(kind);
    }
    Ok(kinds)
}

/// The bytes of the lexicon file, from lines of "word TAB mask" and the files
/// `index.noun` and `data.noun` of `WordNet`.
pub(crate) fn lay_out(text: &str, index: &str, data: &str) -> Result<Vec<u8>> {
    let mut words: BTreeMap<String, u16> = BTreeMap::new();
    for line in text.lines() {
        let (word, mask) = line.split_once('\t').context("a line without a tab")?;
        *words.entry(word.to_owned()).or_default() |= mask.parse::<u16>()?;
    }
    let mut add = |word: String, categories: Categories| {
        *words.entry(word).or_default() |= categories.bits();
    };
    for noun in NOUNS {
        add((*noun).to_owned(), Categories::NOUN);
        let plural = if noun.ends_with('s') {
            (*noun).to_owned()
        } else if noun.ends_with('x') {
            format!("{noun}es")
        } else if let Some(stem) = noun.strip_suffix("man") {
            format!("{stem}men")
        } else {
            format!("{noun}s")
        };
        add(plural, Categories::NOUN_PLURAL);
    }
    for verb in VERBS {
        let past = Categories::VERB_PAST.or(Categories::VERB_PARTICIPLE);
        let stem = verb.strip_suffix('e').unwrap_or(verb);
        let (doubled, last) = match *verb {
            "guest-star" | "co-star" | "blog" | "retcon" => (true, verb.chars().next_back()),
            _ => (false, None),
        };
        let stem = match last {
            Some(letter) if doubled => format!("{stem}{letter}"),
            _ => stem.to_owned(),
        };
        add((*verb).to_owned(), Categories::VERB);
        add(format!("{verb}s"), Categories::VERB_THIRD);
        if *verb != "co-write" {
            add(format!("{stem}ed"), past);
        }
        add(format!("{stem}ing"), Categories::VERB_GERUND);
    }
    add("co-wrote".to_owned(), Categories::VERB_PAST);
    add("co-written".to_owned(), Categories::VERB_PARTICIPLE);
    let kinds = kinds(index, data)?;
    let words: Vec<(String, Entry)> = words
        .into_iter()
        .map(|(word, mask)| {
            let categories = Categories::from_bits(mask);
            let kind = kinds.get(&word).copied();
            (word, Entry { categories, kind })
        })
        .collect();
    lexicon::write(&words).context("more than 256 combinations of categories")
}
