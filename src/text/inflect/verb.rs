//! Forms of verbs.

use super::irregular::{OTHER_PASTS, PREFIXES, VERBS};
use super::{is_vowel, undoubled};
use crate::text::Tag;
use crate::text::lexicon::{Categories, categories};

/// A form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// write
    Base,
    /// writes
    Third,
    /// wrote
    Past,
    /// written
    Participle,
    /// writing
    Gerund,
}

/// The form of a verb given by its base; phrasal verbs inflect their first
/// word.
///
/// ```
/// use quizwright::text::inflect::{Form, conjugate};
/// assert_eq!(conjugate("break", Form::Past), "broke");
/// assert_eq!(conjugate("give up", Form::Gerund), "giving up");
/// ```
pub fn conjugate(lemma: &str, form: Form) -> String {
    if let Some((verb, rest)) = lemma.split_once(' ') {
        return format!("{} {rest}", conjugate(verb, form));
    }
    match form {
        Form::Base => lemma.to_owned(),
        Form::Third => third(lemma),
        Form::Gerund => gerund(lemma),
        Form::Past => irregular(lemma, |verb| verb.1).unwrap_or_else(|| regular_past(lemma)),
        Form::Participle => irregular(lemma, |verb| verb.2).unwrap_or_else(|| regular_past(lemma)),
    }
}

/// The form of an irregular verb, or of one that ends in an irregular verb.
fn irregular(
    lemma: &str,
    form: fn(&(&'static str, &'static str, &'static str)) -> &'static str,
) -> Option<String> {
    if let Some(verb) = VERBS.iter().find(|verb| verb.0 == lemma) {
        return Some(form(verb).to_owned());
    }
    // "tread" is in the list, "retread" follows it; "need" ends in no verb.
    PREFIXES.iter().find_map(|prefix| {
        let rest = lemma.strip_prefix(prefix)?.trim_start_matches('-');
        let verb = VERBS.iter().find(|verb| verb.0 == rest)?;
        is_prefixed(lemma, rest).then(|| {
            let prefix = lemma.strip_suffix(rest).unwrap_or("");
            format!("{prefix}{}", form(verb))
        })
    })
}

/// Whether a verb that ends in another is made from it: "overcome" is,
/// "welcome" and "belittle" are not.
fn is_prefixed(lemma: &str, rest: &str) -> bool {
    const NOT: &[&str] = &[
        "behave", "delay", "relay", "delight", "belie", "uplight", "defeat",
    ];
    rest.len() >= 2 && !NOT.contains(&lemma) && rest != "be"
}

fn third(lemma: &str) -> String {
    match lemma {
        "be" => return "is".to_owned(),
        "have" => return "has".to_owned(),
        _ => {}
    }
    if ends_sibilant(lemma) {
        return if lemma.ends_with("quiz") || lemma.ends_with("whiz") {
            format!("{lemma}zes")
        } else {
            format!("{lemma}es")
        };
    }
    if lemma.ends_with('o') && !lemma.ends_with("oo") && !lemma.ends_with("io") {
        return format!("{lemma}es");
    }
    match stem_before_y(lemma) {
        Some(stem) => format!("{stem}ies"),
        None => format!("{lemma}s"),
    }
}

pub(super) fn ends_sibilant(word: &str) -> bool {
    ["s", "x", "z", "ch", "sh"]
        .iter()
        .any(|end| word.ends_with(end))
        && ![
            "stomach",
            "monarch",
            "epoch",
            "patriarch",
            "eunuch",
            "loch",
            "tech",
            "mach",
        ]
        .iter()
        .any(|hard| word.ends_with(hard))
}

/// The stem of a word in consonant and y.
pub(super) fn stem_before_y(word: &str) -> Option<&str> {
    let stem = word.strip_suffix('y')?;
    let last = stem.chars().next_back()?;
    (!is_vowel(last)).then_some(stem)
}

fn regular_past(lemma: &str) -> String {
    if lemma.ends_with('e') {
        return format!("{lemma}d");
    }
    if ends_in_hard_c(lemma) {
        return format!("{lemma}ked");
    }
    if let Some(stem) = stem_before_y(lemma) {
        return format!("{stem}ied");
    }
    match doubled(lemma) {
        Some(letter) => format!("{lemma}{letter}ed"),
        None => format!("{lemma}ed"),
    }
}

fn gerund(lemma: &str) -> String {
    if let Some(stem) = lemma.strip_suffix("ie")
        && !stem.is_empty()
    {
        return format!("{stem}ying");
    }
    let keeps_e = ["ee", "oe", "ye"].iter().any(|end| lemma.ends_with(end))
        || ["be", "singe", "binge", "tinge"].contains(&lemma);
    if let Some(stem) = lemma.strip_suffix('e')
        && !keeps_e
    {
        return format!("{stem}ing");
    }
    if ends_in_hard_c(lemma) {
        return format!("{lemma}king");
    }
    match doubled(lemma) {
        Some(letter) => format!("{lemma}{letter}ing"),
        None => format!("{lemma}ing"),
    }
}

/// "panic", "mimic": a k keeps the c hard.
fn ends_in_hard_c(lemma: &str) -> bool {
    lemma.ends_with("ic") || lemma.ends_with("ac")
}

/// The letter that a verb doubles before an ending: "stop" does, "open" does
/// not, "refer" does.
fn doubled(lemma: &str) -> Option<char> {
    /// Stressed on the last syllable.
    const STRESSED: &[&str] = &[
        "abet",
        "abhor",
        "abut",
        "acquit",
        "admit",
        "allot",
        "annul",
        "appal",
        "befit",
        "beget",
        "begin",
        "beset",
        "bestir",
        "commit",
        "compel",
        "concur",
        "confer",
        "control",
        "corral",
        "debar",
        "debug",
        "defer",
        "demur",
        "deter",
        "disbar",
        "dispel",
        "distil",
        "embed",
        "emit",
        "enrol",
        "entrap",
        "enthral",
        "equip",
        "excel",
        "expel",
        "extol",
        "forbid",
        "forget",
        "format",
        "fulfil",
        "handicap",
        "hobnob",
        "humbug",
        "impel",
        "incur",
        "infer",
        "input",
        "instil",
        "inter",
        "intermit",
        "kidnap",
        "occur",
        "omit",
        "outbid",
        "output",
        "overlap",
        "patrol",
        "permit",
        "prefer",
        "program",
        "propel",
        "rebel",
        "rebut",
        "recap",
        "recur",
        "refer",
        "regret",
        "remit",
        "repel",
        "reset",
        "retrofit",
        "sandbag",
        "submit",
        "transfer",
        "transmit",
        "undercut",
        "unplug",
        "unzip",
        "upset",
        "worship",
        "zigzag",
        "kidnap",
        "typeset",
        "input",
        "offset",
        "babysit",
        "beget",
        "unwrap",
        "outrun",
        "rerun",
        "overrun",
        "eavesdrop",
        "outfit",
        "guest-star",
        "co-star",
        "blog",
        "vlog",
        "retcon",
    ];
    let mut ends = lemma.chars().rev();
    let (last, vowel, before) = (ends.next()?, ends.next()?, ends.next());
    if is_vowel(last) || matches!(last, 'w' | 'x' | 'y' | 'h' | 'c') || !is_vowel(vowel) {
        return None;
    }
    // "cook", "read": two vowels before the consonant; "quit" has one.
    let two = before.is_some_and(is_vowel) && !lemma.trim_end_matches(last).ends_with("ui");
    let qu = lemma.contains("qu");
    if two || (before == Some('u') && !qu) {
        return None;
    }
    let base = lemma.rsplit('-').next().unwrap_or(lemma);
    let groups = base
        .chars()
        .fold((0, false), |(count, inside), c| {
            let vowel = is_vowel(c) || c == 'y';
            (count + usize::from(vowel && !inside), vowel)
        })
        .0;
    let one_syllable = groups <= 1 || (groups == 2 && base.starts_with("qu"));
    let stressed = STRESSED.contains(&lemma) || STRESSED.contains(&base);
    (one_syllable || stressed).then_some(last)
}

/// Modals as one.
pub(super) fn modal(lower: &str) -> &str {
    match lower {
        "'ll" | "wo" => "will",
        "'d" => "would",
        "ca" => "can",
        "sha" => "shall",
        other => other,
    }
}

/// The base of a verb form.
pub(super) fn base(lower: &str, tag: Tag) -> String {
    if let Some(base) = irregular_base(lower, tag) {
        return base;
    }
    let known = |word: &String| categories(word).any(Categories::VERB);
    let candidates: Vec<String> = match tag {
        Tag::VBZ => third_bases(lower),
        Tag::VBG => stems(lower, "ing"),
        Tag::VBD | Tag::VBN => stems(lower, "ed"),
        _ => return lower.to_owned(),
    };
    let found = candidates.iter().find(|word| known(word));
    found
        .or(candidates.first())
        .cloned()
        .unwrap_or_else(|| lower.to_owned())
}

fn irregular_base(lower: &str, tag: Tag) -> Option<String> {
    let other = |tag: Tag| match (lower, tag) {
        // "found" the town, "lay" it down, "saw" wood, "wind" the clock
        ("'s", Tag::VBD | Tag::VBN) | ("'d", Tag::VBD) => Some("have"),
        _ => OTHER_PASTS
            .iter()
            .find(|(form, _)| *form == lower)
            .map(|&(_, base)| base),
    };
    if matches!(tag, Tag::VB) {
        return None;
    }
    if tag == Tag::VBP {
        return ["am", "are", "'m", "'re", "'ve"]
            .contains(&lower)
            .then(|| other(tag).unwrap_or(lower).to_owned());
    }
    if let Some(base) = other(tag) {
        return Some(base.to_owned());
    }
    if matches!(tag, Tag::VBD | Tag::VBN) {
        let of = |form: &str| {
            VERBS
                .iter()
                .find(|verb| match tag {
                    Tag::VBD => verb.1 == form,
                    _ => verb.2 == form,
                })
                .or_else(|| VERBS.iter().find(|verb| verb.1 == form || verb.2 == form))
                .map(|verb| verb.0)
        };
        if let Some(base) = of(lower) {
            return Some(base.to_owned());
        }
        for prefix in PREFIXES {
            if let Some(rest) = lower.strip_prefix(prefix)
                && let Some(base) = of(rest)
                && categories(&format!("{prefix}{base}")).any(Categories::VERB)
            {
                return Some(format!("{prefix}{base}"));
            }
        }
    }
    None
}

fn third_bases(lower: &str) -> Vec<String> {
    let mut bases = Vec::new();
    if let Some(stem) = lower.strip_suffix("ies") {
        bases.push(format!("{stem}y"));
        bases.push(format!("{stem}ie"));
    } else if let Some(stem) = lower.strip_suffix("es") {
        bases.push(format!("{stem}e"));
        bases.push(stem.to_owned());
        if let Some(single) = undoubled(stem) {
            bases.push(single.to_owned());
        }
        if ends_sibilant(stem) || stem.ends_with('o') {
            bases.swap(0, 1);
        }
        // "uses", "closes": the base with e wins where both are verbs.
        if ["s", "z"].iter().any(|end| stem.ends_with(end)) && !stem.ends_with("ss") {
            bases.swap(0, 1);
        }
    } else if let Some(stem) = lower.strip_suffix('s')
        && !stem.is_empty()
    {
        bases.push(stem.to_owned());
    }
    bases
}

/// What a form in -ed or -ing may come from, the likeliest first.
fn stems(lower: &str, ending: &str) -> Vec<String> {
    let Some(stem) = lower.strip_suffix(ending) else {
        return Vec::new();
    };
    let mut bases = Vec::new();
    if !stem.chars().any(|c| is_vowel(c) || c == 'y') {
        return bases;
    }
    if let Some(short) = stem.strip_suffix('i')
        && ending == "ed"
    {
        bases.push(format!("{short}y"));
    }
    if let Some(short) = stem.strip_suffix('y')
        && ending == "ing"
        && short.chars().count() <= 2
    {
        bases.push(format!("{short}ie"));
    }
    let plain = stem.to_owned();
    let with_e = format!("{stem}e");
    match undoubled(stem) {
        // "stopped" from "stop", "passed" from "pass", "controlled".
        Some(single) => {
            if stem.ends_with("ss")
                || stem.ends_with("ll")
                || stem.ends_with("ff")
                || stem.ends_with("zz")
            {
                bases.extend([plain, single.to_owned(), with_e]);
            } else {
                bases.extend([single.to_owned(), plain, with_e]);
            }
        }
        None if doubled(stem).is_some() => {
            // "hoped" is not from "hop", which doubles.
            bases.extend([with_e, plain]);
        }
        None if prefers_e(stem) => bases.extend([with_e, plain]),
        None => bases.extend([plain, with_e]),
    }
    bases
}

/// Stems whose base has an e although the plain stem may be a verb too.
fn prefers_e(stem: &str) -> bool {
    [
        "at", "iz", "is", "us", "os", "as", "iv", "av", "ov", "ev", "lv", "rv", "uc", "ic", "ac",
        "nc", "rc", "ag", "ug", "dg", "rg", "ng", "lg", "ir", "ur", "or", "ar", "ut", "ot", "it",
        "bl", "tl", "dl", "gl", "pl", "fl", "kl", "zl", "cl", "id", "ud", "ad", "od", "in", "un",
        "on", "um", "om", "am", "im", "ul", "il", "al", "ol", "op", "ip", "ap", "ak", "ok", "ik",
        "uk", "th", "s", "v", "u", "c",
    ]
    .iter()
    .any(|end| stem.ends_with(end))
        && !EXCEPTIONS.iter().any(|end| stem.ends_with(end))
}

/// Stems of one vowel letter and consonants that take no e.
const EXCEPTIONS: &[&str] = &[
    "ss", "oin", "ain", "ean", "een", "oon", "own", "awn", "eed", "ead", "oad", "oud", "aid",
    "oid", "ood", "eat", "oat", "out", "eet", "oot", "uit", "ail", "eal", "eel", "oil", "ool",
    "oul", "eem", "eam", "oom", "oam", "aim", "oak", "eak", "eek", "ook", "eap", "eep", "oop",
    "oup", "oap", "ear", "eer", "oar", "oor", "our", "air", "ait",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conjugates() {
        // base, third, past, participle, gerund
        for row in [
            "be is was been being",
            "have has had had having",
            "do does did done doing",
            "go goes went gone going",
            "break breaks broke broken breaking",
            "leave leaves left left leaving",
            "write writes wrote written writing",
            "rewrite rewrites rewrote rewritten rewriting",
            "overcome overcomes overcame overcome overcoming",
            "understand understands understood understood understanding",
            "co-write co-writes co-wrote co-written co-writing",
            "welcome welcomes welcomed welcomed welcoming",
            "delight delights delighted delighted delighting",
            "behave behaves behaved behaved behaving",
            "delay delays delayed delayed delaying",
            "defeat defeats defeated defeated defeating",
            "repay repays repaid repaid repaying",
            "stop stops stopped stopped stopping",
            "open opens opened opened opening",
            "visit visits visited visited visiting",
            "offer offers offered offered offering",
            "refer refers referred referred referring",
            "marry marries married married marrying",
            "play plays played played playing",
            "die dies died died dying",
            "tie ties tied tied tying",
            "agree agrees agreed agreed agreeing",
            "pass passes passed passed passing",
            "teach teaches taught taught teaching",
            "fix fixes fixed fixed fixing",
            "echo echoes echoed echoed echoing",
            "veto vetoes vetoed vetoed vetoing",
            "quit quits quit quit quitting",
            "equip equips equipped equipped equipping",
            "cook cooks cooked cooked cooking",
            "need needs needed needed needing",
            "star stars starred starred starring",
            "co-star co-stars co-starred co-starred co-starring",
            "travel travels traveled traveled traveling",
            "develop develops developed developed developing",
            "argue argues argued argued arguing",
            "dye dyes dyed dyed dyeing",
            "run runs ran run running",
            "begin begins began begun beginning",
            "forget forgets forgot forgotten forgetting",
            "show shows showed shown showing",
            "bow bows bowed bowed bowing",
            "win wins won won winning",
            "plan plans planned planned planning",
            "explain explains explained explained explaining",
            "kidnap kidnaps kidnapped kidnapped kidnapping",
            "program programs programmed programmed programming",
            "broadcast broadcasts broadcast broadcast broadcasting",
            "lie lies lay lain lying",
            "lay lays laid laid laying",
            "found founds founded founded founding",
            "find finds found found finding",
            "panic panics panicked panicked panicking",
        ] {
            let forms: Vec<&str> = row.split(' ').collect();
            for (form, expected) in [
                Form::Base,
                Form::Third,
                Form::Past,
                Form::Participle,
                Form::Gerund,
            ]
            .into_iter()
            .zip(&forms)
            {
                assert_eq!(
                    conjugate(forms[0], form),
                    *expected,
                    "{form:?} of {}",
                    forms[0]
                );
            }
        }
        assert_eq!(conjugate("give up", Form::Past), "gave up");
        assert_eq!(conjugate("", Form::Gerund), "ing");
    }

    #[test]
    fn bases() {
        for (form, tag, expected) in [
            ("wrote", Tag::VBD, "write"),
            ("found", Tag::VBD, "find"),
            ("found", Tag::VB, "found"),
            ("founded", Tag::VBD, "found"),
            ("saw", Tag::VBD, "see"),
            ("lay", Tag::VBD, "lie"),
            ("laid", Tag::VBD, "lay"),
            ("hoped", Tag::VBD, "hope"),
            ("hopped", Tag::VBD, "hop"),
            ("planned", Tag::VBN, "plan"),
            ("planed", Tag::VBN, "plane"),
            ("passed", Tag::VBD, "pass"),
            ("controlled", Tag::VBN, "control"),
            ("called", Tag::VBN, "call"),
            ("used", Tag::VBN, "use"),
            ("uses", Tag::VBZ, "use"),
            ("goes", Tag::VBZ, "go"),
            ("marries", Tag::VBZ, "marry"),
            ("dies", Tag::VBZ, "die"),
            ("dying", Tag::VBG, "die"),
            ("studying", Tag::VBG, "study"),
            ("making", Tag::VBG, "make"),
            ("running", Tag::VBG, "run"),
            ("being", Tag::VBG, "be"),
            ("visited", Tag::VBD, "visit"),
            ("created", Tag::VBN, "create"),
            ("released", Tag::VBN, "release"),
            ("produced", Tag::VBN, "produce"),
            ("named", Tag::VBN, "name"),
            ("added", Tag::VBD, "add"),
            ("reads", Tag::VBZ, "read"),
            ("pushes", Tag::VBZ, "push"),
            ("closes", Tag::VBZ, "close"),
            ("passes", Tag::VBZ, "pass"),
            ("rewritten", Tag::VBN, "rewrite"),
            ("overcame", Tag::VBD, "overcome"),
            ("born", Tag::VBN, "bear"),
            ("were", Tag::VBD, "be"),
            ("is", Tag::VBZ, "be"),
            ("living", Tag::VBG, "live"),
            ("giving", Tag::VBG, "give"),
            ("rated", Tag::VBN, "rate"),
            ("scored", Tag::VBD, "score"),
            ("starring", Tag::VBG, "star"),
            ("staring", Tag::VBG, "stare"),
            ("reboots", Tag::VBZ, "reboot"),
            ("filming", Tag::VBG, "film"),
            ("blorped", Tag::VBD, "blorp"),
            ("sing", Tag::VBG, "sing"),
        ] {
            assert_eq!(base(form, tag), expected, "{form} {tag}");
        }
    }
}
