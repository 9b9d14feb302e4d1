//! More of the table of infobox keys: emblems, languages, careers.

use super::Listing::{Each, First, Single};
use super::Order::Free;
use super::Topic::{Country, Human, Place, Settlement, Species};
use super::ValueKind::{Listed, Near, Person, Year};
use super::rules::{rule, with};
use super::{Qualifier, Rule};

/// The rules that come after those of the main table.
pub static MORE: &[Rule] = &[
    // Lives.
    with(
        Qualifier::Years,
        &["party", "political party"],
        &[Human],
        Near("political-party"),
        &["Which political party did {T} belong to {Q}?"],
    ),
    with(
        Qualifier::Years,
        &["vice president", "vicepresident"],
        &[Human],
        Person("politician"),
        &["Who was vice president under {T} {Q}?"],
    ),
    with(
        Qualifier::Years,
        &["prime minister", "primeminister"],
        &[Human],
        Person("politician"),
        &["Who was prime minister under {T} {Q}?"],
    ),
    Rule {
        keys: &["highest singles ranking"],
        about: &[Human],
        value: Year(Free),
        stems: &["In what year did {T}'s singles ranking first reach its career high?"],
        list: First,
        qualifier: Qualifier::Year,
    },
    Rule {
        keys: &["masters cup result"],
        about: &[Human],
        value: Year(Free),
        stems: &["In what year did {T} win the ATP Finals?"],
        list: First,
        qualifier: Qualifier::Won,
    },
    Rule {
        keys: &["wta championships result"],
        about: &[Human],
        value: Year(Free),
        stems: &["In what year did {T} win the WTA Finals?"],
        list: First,
        qualifier: Qualifier::Won,
    },
    // Places.
    rule(
        &["motto", "state motto"],
        &[Place],
        Listed("state-motto"),
        Single,
        &["What is the official motto of {T}?"],
    ),
    rule(
        &["motto", "national motto"],
        &[Country],
        Listed("national-motto"),
        Single,
        &["What is the national motto of {T}?"],
    ),
    rule(
        &["nickname", "nicknames"],
        &[Place],
        Listed("state-nickname"),
        First,
        &["By which nickname is {T} known?"],
    ),
    rule(
        &["bird", "state bird"],
        &[Place],
        Listed("state-bird"),
        Single,
        &["What is the official bird of {T}?"],
    ),
    rule(
        &["tree", "state tree"],
        &[Place],
        Listed("state-tree"),
        Single,
        &["What is the official tree of {T}?"],
    ),
    rule(
        &["flower", "state flower"],
        &[Place],
        Listed("state-flower"),
        Single,
        &["What is the official flower of {T}?"],
    ),
    rule(
        &["largest city"],
        &[Place],
        Listed("city"),
        Single,
        &["What is the largest city in {T}?"],
    ),
    rule(
        &["highest point", "highest location"],
        &[Place, Country],
        Listed("mountain"),
        Single,
        &["What is the highest point of {T}?"],
    ),
    rule(
        &["official languages", "official language", "official lang"],
        &[Country],
        Listed("language"),
        Each,
        &["Which of these is an official language of {T}?"],
    ),
    rule(
        &["national languages", "national language"],
        &[Country],
        Listed("language"),
        Each,
        &["Which of these is a national language of {T}?"],
    ),
    rule(
        &["twin towns", "twin cities", "sister cities"],
        &[Settlement],
        Listed("city"),
        Each,
        &["With which of these cities is {T} twinned?"],
    ),
    // Species.
    with(
        Qualifier::Described,
        &["genus authority"],
        &[Species],
        Year(Free),
        &["In what year was the genus of {T} first described?"],
    ),
];
