//! The verbs of flat clauses, and what may be asked of each.

use crate::fact::Kind;

/// Which part of a flat clause a row asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Who or what does it.
    Subject,
    /// Whom or what it is done to.
    Object,
    /// What stands behind this preposition.
    Behind(&'static str),
    /// The year or day.
    Time,
}

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Base forms of the verbs.
    pub verbs: &'static [&'static str],
    /// Whether the row is for the passive.
    pub passive: bool,
    /// What is asked for.
    pub slot: Slot,
    /// What the answer may be; empty for times.
    pub kinds: &'static [Kind],
    /// Whether the same thing may happen to the same subject more than once, so
    /// that the stem must tell which time is meant.
    pub repeats: bool,
}

const fn row(
    verbs: &'static [&'static str],
    passive: bool,
    slot: Slot,
    kinds: &'static [Kind],
    repeats: bool,
) -> Frame {
    Frame {
        verbs,
        passive,
        slot,
        kinds,
        repeats,
    }
}

const PERSON: &[Kind] = &[Kind::Person];
const BODY: &[Kind] = &[Kind::Organisation];
const PLACE: &[Kind] = &[Kind::Place];
const MAKER: &[Kind] = &[Kind::Person, Kind::Organisation];
const SITE: &[Kind] = &[Kind::Place, Kind::Organisation];
const NAMED: &[Kind] = &[
    Kind::Person,
    Kind::Place,
    Kind::Organisation,
    Kind::Work,
    Kind::Event,
];
const WORK: &[Kind] = &[Kind::Work];
const TIME: &[Kind] = &[];

/// Verbs of making: what is made is made once.
const MAKING: &[&str] = &[
    "found",
    "establish",
    "invent",
    "discover",
    "design",
    "build",
    "construct",
    "write",
    "compose",
    "direct",
    "create",
    "develop",
    "publish",
    "paint",
    "sculpt",
    "commission",
    "coin",
    "patent",
    "launch",
    "introduce",
    "illustrate",
    "choreograph",
    "translate",
    "produce",
    "record",
    "release",
];

/// Verbs that one thing undergoes once, with a date of its own.
const MILESTONES: &[&str] = &[
    "found",
    "establish",
    "build",
    "construct",
    "complete",
    "open",
    "publish",
    "release",
    "launch",
    "introduce",
    "discover",
    "invent",
    "bear",
    "bury",
    "knight",
    "canonize",
    "beatify",
    "ordain",
    "demolish",
    "dissolve",
    "abolish",
    "incorporate",
    "inaugurate",
    "dedicate",
    "patent",
    "ratify",
    "assassinate",
    "execute",
    "coin",
    "form",
    "create",
    "sign",
    "adopt",
];

/// All rows. The first that fits is tried first.
pub const FRAMES: &[Frame] = &[
    row(MAKING, true, Slot::Behind("by"), MAKER, false),
    row(
        &[
            "acquire",
            "buy",
            "purchase",
            "succeed",
            "replace",
            "precede",
            "unveil",
            "assassinate",
        ],
        true,
        Slot::Behind("by"),
        MAKER,
        false,
    ),
    row(&["name", "call"], true, Slot::Behind("after"), NAMED, false),
    row(&["base", "model"], true, Slot::Behind("on"), NAMED, false),
    row(&["adapt"], true, Slot::Behind("from"), WORK, false),
    row(
        &["inspire", "influence"],
        true,
        Slot::Behind("by"),
        NAMED,
        false,
    ),
    row(&["bear"], true, Slot::Behind("in"), PLACE, false),
    row(&["bury", "inter"], true, Slot::Behind("in"), PLACE, false),
    row(&["bury", "inter"], true, Slot::Behind("at"), PLACE, false),
    row(&["educate"], true, Slot::Behind("at"), BODY, false),
    row(
        &["induct", "elect", "inductee"],
        true,
        Slot::Behind("into"),
        SITE,
        false,
    ),
    row(&["elect"], true, Slot::Behind("to"), BODY, false),
    row(
        &["sell", "rename", "transfer"],
        true,
        Slot::Behind("to"),
        MAKER,
        false,
    ),
    row(
        &[
            "appoint", "elect", "name", "ordain", "crown", "award", "induct", "promote",
        ],
        true,
        Slot::Time,
        TIME,
        true,
    ),
    row(MILESTONES, true, Slot::Time, TIME, false),
    row(&["die"], false, Slot::Behind("in"), PLACE, false),
    row(&["die"], false, Slot::Behind("at"), SITE, false),
    row(
        &["die", "open", "premiere", "debut", "graduate"],
        false,
        Slot::Time,
        TIME,
        false,
    ),
    row(&["marry", "wed"], false, Slot::Object, PERSON, false),
    row(&["marry", "wed", "divorce"], false, Slot::Time, TIME, false),
    row(
        &["study", "enroll", "enrol", "teach", "lecture"],
        false,
        Slot::Behind("at"),
        BODY,
        true,
    ),
    row(&["study"], false, Slot::Behind("under"), PERSON, false),
    row(&["study"], false, Slot::Behind("with"), PERSON, false),
    row(&["graduate"], false, Slot::Behind("from"), BODY, false),
    row(&["attend"], false, Slot::Object, BODY, true),
    row(
        &["earn", "receive", "obtain", "complete"],
        false,
        Slot::Behind("from"),
        BODY,
        true,
    ),
    row(
        &["earn", "receive", "obtain", "complete"],
        false,
        Slot::Behind("at"),
        BODY,
        true,
    ),
    row(&["join"], false, Slot::Object, BODY, true),
    row(&["join"], false, Slot::Time, TIME, false),
    row(&["sign"], false, Slot::Behind("with"), BODY, true),
    row(&["work"], false, Slot::Behind("for"), BODY, true),
    row(&["work"], false, Slot::Behind("at"), BODY, true),
    row(
        &["move", "emigrate", "relocate", "immigrate", "retire"],
        false,
        Slot::Behind("to"),
        PLACE,
        true,
    ),
    row(
        &["move", "emigrate", "relocate", "immigrate"],
        false,
        Slot::Time,
        TIME,
        false,
    ),
    row(&["settle"], false, Slot::Behind("in"), PLACE, true),
    row(
        &[
            "found",
            "establish",
            "form",
            "launch",
            "co-found",
            "cofound",
        ],
        false,
        Slot::Object,
        BODY,
        true,
    ),
    row(
        &[
            "publish", "write", "release", "direct", "compose", "record", "produce", "paint",
        ],
        false,
        Slot::Object,
        WORK,
        true,
    ),
    row(
        &[
            "found",
            "establish",
            "form",
            "launch",
            "co-found",
            "publish",
            "release",
            "discover",
            "invent",
            "acquire",
            "buy",
            "purchase",
            "write",
            "direct",
            "compose",
            "patent",
        ],
        false,
        Slot::Time,
        TIME,
        false,
    ),
    row(
        &[
            "found",
            "establish",
            "co-found",
            "cofound",
            "discover",
            "invent",
            "design",
            "direct",
            "compose",
            "coin",
            "patent",
            "acquire",
            "buy",
            "purchase",
            "commission",
            "publish",
            "write",
            "create",
            "produce",
        ],
        false,
        Slot::Subject,
        MAKER,
        false,
    ),
    row(&["succeed", "replace"], false, Slot::Object, PERSON, true),
    row(&["play", "portray"], false, Slot::Behind("in"), WORK, false),
    row(&["win", "receive"], false, Slot::Time, TIME, true),
    row(&["become"], false, Slot::Time, TIME, true),
    row(&["merge"], false, Slot::Behind("with"), BODY, false),
    row(&["adopt", "ratify", "join"], false, Slot::Time, TIME, false),
];
