//! Events that are numbered: *at UFC 116*, *at `WrestleMania` XX*.

use crate::fact::kind::Kind;
use crate::fact::lists::{Lists, kind_of_class};
use crate::fact::name::Names;

/// Votes for names that end in a number and stand behind *at*, and for those
/// whose first words name an event by themselves.
pub(super) fn numbered(text: &str, names: &mut Names) {
    let lists = Lists::shared();
    let mentions: Vec<(usize, bool)> = names
        .mentions
        .iter()
        .map(|m| {
            let before = text.get(..m.span.start).unwrap_or_default();
            (
                m.entity,
                before.ends_with(" at ") || before.ends_with("At "),
            )
        })
        .collect();
    for (id, entity) in names.entities.iter_mut().enumerate() {
        if entity.quoted || id == Names::TITLE {
            continue;
        }
        let Some((base, last)) = entity.name.rsplit_once(' ') else {
            continue;
        };
        if !is_number(last) {
            continue;
        }
        let noun = lists
            .known(base)
            .iter()
            .find(|k| kind_of_class(k.class) == Kind::Event)
            .map(|k| k.class.replace('-', " "));
        let held = mentions.iter().filter(|&&(e, at)| e == id && at).count();
        if noun.is_some() || held > 0 {
            entity.vote(Kind::Event, 4);
            entity.vote_noun(noun.as_deref().unwrap_or("event"), 2);
        }
    }
}

/// Whether a word is a number in digits or Roman numerals.
fn is_number(word: &str) -> bool {
    word.len() < 6
        && (word.chars().all(|c| c.is_ascii_digit())
            || word
                .chars()
                .all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C')))
}

#[cfg(test)]
mod tests {
    use super::is_number;

    #[test]
    fn numbers_of_events() {
        assert!(is_number("116") && is_number("XIX"));
        assert!(!is_number("Xavier") && !is_number("B52"));
    }
}
