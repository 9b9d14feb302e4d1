//! Words that end in a full stop without ending a sentence.

/// Never the last word of a sentence: what they belong to follows.
const LEADING: &[&str] = &[
    "mr", "mrs", "ms", "messrs", "dr", "prof", "gen", "col", "sgt", "lt", "rev", "hon", "gov",
    "sen", "rep", "capt", "cmdr", "maj", "adm", "pvt", "cpl", "st", "ste", "mt", "ft", "fr",
    "pres", "vs", "cf", "ca", "approx", "eg", "ie", "e.g", "i.e", "viz", "attn", "supt", "det",
    "insp",
];

/// Only before a number.
const NUMBERED: &[&str] = &[
    "no", "nos", "vol", "vols", "fig", "figs", "op", "pp", "p", "ch", "sec", "c", "art", "pt",
    "ed", "b", "d", "r", "fl", "est",
];

/// May stand last or not.
const EITHER: &[&str] = &[
    "jr", "sr", "inc", "ltd", "co", "corp", "etc", "al", "dept", "univ", "bros", "esq", "jan",
    "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "ave", "blvd",
    "rd", "ft", "in", "lb", "lbs", "oz", "sq", "m.d", "ph.d", "a.m", "p.m", "b.c", "a.d",
];

/// What a full stop after a word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stop {
    /// The word needs it, and the sentence goes on.
    Inside,
    /// The word needs it, and the sentence may end too.
    Either,
    /// It ends the sentence.
    Final,
}

/// Judges the full stop after `word` (without it); `next` is the first
/// character after the space.
pub(crate) fn stop_after(word: &str, next: Option<char>) -> Stop {
    let lower = word.to_lowercase();
    let lower = lower.as_str();
    let number_next = next.is_some_and(|c| c.is_ascii_digit());
    if LEADING.contains(&lower) {
        return Stop::Inside;
    }
    if NUMBERED.contains(&lower) && number_next {
        return Stop::Inside;
    }
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let initial = letters == 1 && word.chars().all(char::is_uppercase) && word != "I";
    let dotted = is_dotted(word);
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let either = EITHER.contains(&lower)
        && (lower != "in" || number_next)
        && (capital || !["jan", "mar", "sun", "dec", "co"].contains(&lower));
    if initial || dotted || either {
        Stop::Either
    } else {
        Stop::Final
    }
}

/// `U.S`, `J.R.R`, `Ph.D`: short pieces between full stops.
pub(crate) fn is_dotted(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|piece| {
            let length = piece.chars().count();
            (1..=2).contains(&length) && piece.chars().all(char::is_alphabetic)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn judges_full_stops() {
        for (word, next, expected) in [
            ("Dr", Some('K'), Stop::Inside),
            ("No", Some('1'), Stop::Inside),
            ("No", Some('T'), Stop::Final),
            ("c", Some('1'), Stop::Inside),
            ("U.S", Some('N'), Stop::Either),
            ("J", Some('R'), Stop::Either),
            ("I", Some('T'), Stop::Final),
            ("Jr", Some('W'), Stop::Either),
            ("cat", Some('T'), Stop::Final),
            ("in", Some('T'), Stop::Final),
            ("3.5", Some('T'), Stop::Final),
            ("", None, Stop::Final),
        ] {
            assert_eq!(stop_after(word, next), expected, "{word}");
        }
    }
}
