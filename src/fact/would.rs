//! *would* in a history: what came to be, or only what might have.

use super::Analysed;
use crate::text::Tag;

/// Words by which a *would* tells a habit, a wish or what others foresee.
const UNREAL: [&str; 22] = [
    "if",
    "unless",
    "rather",
    "often",
    "sometimes",
    "usually",
    "typically",
    "always",
    "normally",
    "occasionally",
    "frequently",
    "regularly",
    "every",
    "whenever",
    "when",
    "never",
    "likely",
    "otherwise",
    "could",
    "should",
    "might",
    "whether",
];

/// Verbs behind which a *would* is only what somebody says or means.
const REPORTING: [&str; 24] = [
    "say", "announce", "claim", "state", "promise", "plan", "declare", "believe", "suggest",
    "agree", "decide", "hope", "want", "vow", "threaten", "predict", "expect", "think", "argue",
    "propose", "write", "intend", "assume", "realize",
];

/// Whether *would* tells what came to be: no habit, no condition, nobody's
/// words.
pub(super) fn came_to_be(text: &str, sentence: &Analysed, would: usize, subject: usize) -> bool {
    let parse = &sentence.parse;
    let named = !parse.form(text, subject).eq_ignore_ascii_case("it")
        && (sentence.entity(subject).is_some()
            || sentence.refs.get(subject).is_some_and(Option::is_some)
            || parse.tag(subject).is_some_and(Tag::is_wh));
    let unreal = (0..parse.words.len())
        .filter(|&at| at != subject)
        .any(|at| UNREAL.contains(&parse.form(text, at).to_lowercase().as_str()));
    let reported = parse
        .words
        .iter()
        .take(would)
        .any(|w| w.tag.is_verb() && REPORTING.contains(&w.lemma.as_str()));
    named && !sentence.story && !unreal && !reported
}
