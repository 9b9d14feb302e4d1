//! Closed classes: what else a value of its kind could be.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::fact::lists::Lists;

const CLASSES: &str = include_str!("../lists/classes.tsv");

/// A member of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The name, as an option shows it.
    pub name: &'static str,
    /// Region, era or order within the class.
    pub group: &'static str,
    /// 1 (everybody knows it) to 3.
    pub fame: u8,
}

fn own() -> &'static BTreeMap<&'static str, Vec<Entry>> {
    static OWN: OnceLock<BTreeMap<&'static str, Vec<Entry>>> = OnceLock::new();
    OWN.get_or_init(|| {
        let mut classes: BTreeMap<_, Vec<Entry>> = BTreeMap::new();
        for line in CLASSES.lines() {
            let mut fields = line.split('\t');
            if let (Some(class), Some(name)) = (fields.next(), fields.next()) {
                classes.entry(class).or_default().push(Entry {
                    name,
                    group: fields.next().unwrap_or(""),
                    fame: 1,
                });
            }
        }
        classes
    })
}

/// All members of a class: those of the word lists, then those that only
/// infoboxes name.
pub fn entries(class: &str) -> Vec<Entry> {
    Lists::shared()
        .class(class)
        .iter()
        .map(|k| Entry {
            name: k.name,
            group: k.group,
            fame: k.fame,
        })
        .chain(own().get(class).into_iter().flatten().copied())
        .collect()
}

/// The member that a value names, whatever its capitals and article.
pub fn find(class: &str, value: &str) -> Option<Entry> {
    let value = value.trim();
    let bare = value
        .strip_prefix("the ")
        .or_else(|| value.strip_prefix("The "))
        .unwrap_or(value)
        .to_lowercase();
    entries(class)
        .into_iter()
        .find(|e| e.name.to_lowercase() == bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_has_enough_members_for_a_question_and_none_twice() {
        for (class, members) in own() {
            let all = entries(class);
            assert!(all.len() >= 4, "{class}");
            for (i, member) in members.iter().enumerate() {
                assert!(
                    members.iter().skip(i + 1).all(|m| m.name != member.name),
                    "{class}: {}",
                    member.name
                );
            }
        }
    }

    #[test]
    fn a_value_is_found_whatever_its_capitals_and_article() {
        assert_eq!(find("currency", "Euro").map(|e| e.name), Some("euro"));
        assert_eq!(
            find("country", "the United States").map(|e| e.name),
            Some("United States")
        );
        assert_eq!(find("country", "Bodmin"), None);
    }
}
