//! Mending what can be mended without thinking.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{read, write};
use crate::text::normal::option_form;
use crate::text::safe;

/// A bank's text with what is safe to mend mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed {
    /// The new text.
    pub text: String,
    /// What was mended, and how often.
    pub mended: Vec<(&'static str, usize)>,
}

/// Mends spaces, quotation marks that are accents, characters that cannot be
/// shown, and options that are empty or there twice. Nothing if there is nothing
/// to mend, or the text is not JSON.
///
/// An option that is the right answer too is mended by leaving out the wrong one;
/// what needs judgement stays for [`super::check`] to report.
pub fn fix(bytes: &[u8]) -> Option<Fixed> {
    let json = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if super::read::is_dense(json) {
        return None;
    }
    let mut value: Value = serde_json::from_slice(json).ok()?;
    let mut mended = BTreeMap::new();
    let items = value.get_mut("items")?.as_array_mut()?;
    for item in items.iter_mut().filter_map(Value::as_object_mut) {
        for name in ["stem", "key", "category", "explanation", "hint"] {
            if let Some(Value::String(text)) = item.get_mut(name) {
                mend(text, &mut mended);
            }
        }
        for name in ["keys", "distractors", "accepted", "tags"] {
            let list = item.get_mut(name).and_then(Value::as_array_mut);
            for text in list.into_iter().flatten() {
                if let Value::String(text) = text {
                    mend(text, &mut mended);
                }
            }
        }
        options(item, &mut mended);
    }
    if mended.is_empty() {
        return None;
    }
    let text = value.to_string();
    // A sound bank is written as a bank is; one with other faults as it stands.
    let text = match read(text.as_bytes()) {
        Ok(bank) => bank.to_json(),
        Err(_) => write::text(&value),
    };
    Some(Fixed {
        text,
        mended: mended.into_iter().collect(),
    })
}

type Mended = BTreeMap<&'static str, usize>;

/// Mends one text.
fn mend(text: &mut String, mended: &mut Mended) {
    fn step(what: &'static str, new: String, text: &mut String, mended: &mut Mended) {
        if new != *text {
            *mended.entry(what).or_default() += 1;
            *text = new;
        }
    }
    let visible = |c: &char| !safe::is_unsafe(*c) || c.is_whitespace();
    let shown = text.chars().filter(visible).collect();
    step("characters that cannot be shown", shown, text, mended);
    let lines = text
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let spaced = lines.collect::<Vec<_>>().join("\n").trim().to_owned();
    step("spaces", spaced, text, mended);
    let quoted = text.replace("''", "\"").replace(['`', '´'], "'");
    step("quotation marks", quoted, text, mended);
}

/// Leaves out options that are empty or there already.
fn options(item: &mut Map<String, Value>, mended: &mut Mended) {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    if let Some(Value::String(key)) = item.get("key") {
        seen.insert(option_form(key));
    }
    for name in ["keys", "distractors", "accepted"] {
        let Some(Value::Array(list)) = item.get_mut(name) else {
            continue;
        };
        list.retain(|option| {
            let Value::String(text) = option else {
                return true;
            };
            let form = option_form(text);
            let keep = !form.is_empty() && seen.insert(form);
            if !keep {
                *mended
                    .entry("options that were empty or there twice")
                    .or_default() += 1;
            }
            keep
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bank(item: &str) -> String {
        format!(r#"{{"format": 1, "title": "T", "items": [{item}]}}"#)
    }

    #[test]
    fn what_is_safe_is_mended_and_the_rest_stays() {
        let text = bank(
            r#"{"stem": " What  is it\u202e? ", "key": "It`s  a", "distractors": ["it's A", "b ", "B", "", "c"], "_note": " keep  me "}"#,
        );
        let fixed = fix(text.as_bytes()).unwrap();
        let item = &read(fixed.text.as_bytes()).unwrap().items[0];
        assert_eq!(item.stem(), "What is it?");
        assert_eq!(item.key_text(), "It's a");
        assert_eq!(item.distractors(), ["b", "c"]);
        assert!(fixed.text.contains(" keep  me "));
        assert_eq!(fix(fixed.text.as_bytes()), None);
    }

    #[test]
    fn a_bank_with_other_faults_is_mended_as_far_as_it_goes() {
        let fixed = fix(bank(r#"{"stem": "a  b", "kez": 1}"#).as_bytes()).unwrap();
        assert!(fixed.text.contains("\"a b\"") && fixed.text.contains("kez"));
    }

    #[test]
    fn nothing_to_mend_and_no_json_are_left_alone() {
        assert_eq!(fix(bank(r#"{"stem": "S?", "key": true}"#).as_bytes()), None);
        assert_eq!(fix(b"{"), None);
    }
}
