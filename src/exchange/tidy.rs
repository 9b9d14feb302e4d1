//! Texts as a bank should have them: no characters that cannot be shown, no
//! spaces at the ends of lines or two in a row, no empty lines.

use crate::item::{Draft, KeyDraft};
use crate::text::safe;

/// A tidy text. Line breaks stay.
pub(super) fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split(['\n', '\u{85}', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}']) {
        let start = out.len();
        for c in line.chars() {
            match c {
                ' ' | '\t' | '\r' => {
                    if out.len() > start && !out.ends_with(' ') {
                        out.push(' ');
                    }
                }
                c if safe::is_unsafe(c) => {}
                c => out.push(c),
            }
        }
        let end = out.trim_end().len().max(start);
        out.truncate(end);
        if out.len() > start {
            out.push('\n');
        }
    }
    let trimmed = out.trim();
    if trimmed.len() == out.len() {
        out
    } else {
        trimmed.to_owned()
    }
}

/// A tidy text on one line.
pub(super) fn line(source: &str) -> String {
    let tidy = text(source);
    if tidy.contains('\n') {
        tidy.replace('\n', " ")
    } else {
        tidy
    }
}

/// Tidies every text of a draft; whether something that cannot be shown was in
/// it.
pub(super) fn draft(draft: &mut Draft) -> bool {
    let mut lost = false;
    each(draft, &mut |value| {
        lost |= value
            .chars()
            .any(|c| safe::is_unsafe(c) && !c.is_whitespace());
        *value = text(value);
    });
    for value in [&mut draft.category, &mut draft.explanation, &mut draft.hint] {
        if value.as_ref().is_some_and(String::is_empty) {
            *value = None;
        }
    }
    draft.tags.retain(|tag| !tag.is_empty());
    lost
}

/// Does something to every text of a draft.
pub(super) fn each(draft: &mut Draft, change: &mut dyn FnMut(&mut String)) {
    change(&mut draft.stem);
    if let Some(KeyDraft::Text(key)) = &mut draft.key {
        change(key);
    }
    let lists = [&mut draft.keys, &mut draft.distractors, &mut draft.tags];
    lists.into_iter().flatten().for_each(&mut *change);
    draft.accepted.iter_mut().flatten().for_each(&mut *change);
    for value in [&mut draft.category, &mut draft.explanation, &mut draft.hint] {
        value.iter_mut().for_each(&mut *change);
    }
    if let Some(source) = &mut draft.source {
        change(&mut source.title);
        for value in [&mut source.section, &mut source.quote, &mut source.url] {
            value.iter_mut().for_each(&mut *change);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spaces_and_what_cannot_be_shown_go() {
        for (from, to) in [
            ("  a  b\t c \r\n\r\n d\u{1b}[31m ", "a b c\nd[31m"),
            ("\u{feff}x\u{202e}y", "xy"),
            ("stray\rreturn", "stray return"),
            ("a\u{a0}b", "a\u{a0}b"),
            ("\n\n", ""),
        ] {
            assert_eq!(text(from), to, "{from:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_tidy_stays(source in any::<String>()) {
            let once = text(&source);
            prop_assert_eq!(text(&once), once.clone());
            prop_assert!(!once.chars().any(|c| safe::is_unsafe(c) && c != '\n'));
        }
    }
}
