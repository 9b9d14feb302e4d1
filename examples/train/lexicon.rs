//! The lexicon: `WordNet`'s words, and a few that are younger.

use anyhow::{Context, Result};
use quizwright::text::lexicon::{self, Categories};
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

/// The bytes of the lexicon file.
pub(crate) fn lay_out(text: &str) -> Result<Vec<u8>> {
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
    let words: Vec<(String, u16)> = words.into_iter().collect();
    lexicon::write(&words).context("more than 256 combinations of categories")
}
