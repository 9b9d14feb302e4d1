//! From bytes to a bank.

use super::problem::Problem;
use super::survey::{survey, survey_item};
use super::{Bank, FORMAT};
use crate::item::Item;
use crate::item::flaw::Severity;

/// Bytes that are not a bank.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", words(problems))]
pub struct NotABank {
    /// Everything that is wrong, in the order of the text; never empty, the
    /// warnings too.
    pub problems: Vec<Problem>,
}

fn words(problems: &[Problem]) -> String {
    let errors = problems.iter().filter(|p| p.severity == Severity::Error);
    match errors.count() {
        1 => "there is an error in it".to_owned(),
        n => format!("there are {n} errors in it"),
    }
}

/// Reads a bank.
///
/// # Errors
/// When the bytes are not UTF-8, not JSON, in a format that this program does
/// not know, or when the bank or one of its items lacks something: all of it at
/// once, each with its place.
pub fn read(bytes: &[u8]) -> Result<Bank, NotABank> {
    let json = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    // The quick way for a sound bank; the survey is for explaining.
    if is_dense(json) {
        return Err(explained(survey(bytes).problems(), String::new()));
    }
    // Looked through once, not text by text.
    let Ok(json) = std::str::from_utf8(json) else {
        return Err(explained(
            survey(bytes).problems(),
            "it is not UTF-8".to_owned(),
        ));
    };
    match serde_json::from_str::<Bank>(json) {
        Ok(bank) if bank.format == FORMAT => Ok(bank),
        Ok(bank) => {
            let reason = format!("the bank is in format {}", bank.format);
            Err(explained(survey(bytes).problems(), reason))
        }
        Err(error) => Err(explained(survey(bytes).problems(), error.to_string())),
    }
}

/// Whether a text has more values than a bank of its size can have: it would take
/// a hundred times its size in memory, and is no bank.
pub(crate) fn is_dense(json: &[u8]) -> bool {
    // In pieces whose count fits a byte, which is many times as quick.
    let count = |piece: &[u8]| -> u8 {
        let sign = |&b: &u8| u8::from(b == b',') | u8::from(b == b'[') | u8::from(b == b'{');
        piece.iter().map(sign).sum()
    };
    let signs: usize = json
        .chunks(255)
        .map(|piece| usize::from(count(piece)))
        .sum();
    signs > 10_000 + json.len() / 5
}

/// Reads one item, as it stands in a bank.
///
/// # Errors
/// As [`read`].
pub fn read_item(bytes: &[u8]) -> Result<Item, NotABank> {
    serde_json::from_slice(bytes)
        .map_err(|error| explained(survey_item(bytes).problems(), error.to_string()))
}

/// The problems, with at least one error: a property says that the survey
/// explains whatever the quick reader refuses, but if it ever does not, the
/// quick reader's reason is told.
fn explained(mut problems: Vec<Problem>, reason: String) -> NotABank {
    if problems.iter().all(|p| p.severity != Severity::Error) {
        problems.push(Problem {
            severity: Severity::Error,
            rule: "unreadable",
            message: reason,
            hint: "hold it against the example in questions/README.md".to_owned(),
            place: super::Place::default(),
        });
    }
    NotABank { problems }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SOUND: &str = r#"{
  "$schema": "./schema.json", "format": 1, "title": "T", "language": "en", "_note": "mine",
  "items": [
    {"stem": "Which gas do plants take in?", "key": "Carbon dioxide", "distractors": ["Oxygen"], "difficulty": "easy"},
    {"stem": "Is it so?", "key": true, "source": {"title": "A", "quote": null}, "tags": ["x"]},
    {"stem": "Which two?", "keys": ["a", "b"], "distractors": ["c"], "colour": 3},
    {"stem": "Name it.", "key": "it", "accepted": []}
  ]
}"#;

    /// The problems of a text as `line rule at marked words: message`.
    fn problems(bytes: &[u8]) -> Vec<String> {
        let Err(NotABank { problems }) = read(bytes) else {
            return Vec::new();
        };
        let shown = |p: &Problem| {
            let marked = &p.place.marked;
            let words = p.place.excerpt.chars().skip(marked.start);
            let words: String = words.take(marked.len()).collect();
            format!("{} {} at {words}: {}", p.place.line, p.rule, p.message)
        };
        problems.iter().map(shown).collect()
    }

    #[test]
    fn a_sound_bank_is_read_with_its_notes_and_unknown_fields() {
        let bank = read(SOUND.as_bytes()).unwrap();
        assert_eq!((bank.items.len(), bank.extra.len()), (4, 2));
        assert_eq!(read(bank.to_json().as_bytes()), Ok(bank));
    }

    #[test]
    fn a_byte_order_mark_is_no_problem() {
        let mut bytes = b"\xEF\xBB\xBF".to_vec();
        bytes.extend(SOUND.as_bytes());
        assert!(read(&bytes).is_ok());
    }

    #[test]
    fn each_thing_that_can_be_wrong_is_named_with_its_place() {
        for (from, to, expect) in [
            (
                r#""format": 1"#,
                r#""format": 2"#,
                "2 unknown-version at 2: this bank is in format 2; this program reads format 1",
            ),
            (
                r#""format": 1,"#,
                "",
                "1 missing-field at {: the field `format` is missing",
            ),
            (
                r#""title": "T""#,
                r#""title": 7"#,
                "2 wrong-type at 7: `title` must be a text, this is a number",
            ),
            (
                r#""Carbon dioxide""#,
                "7",
                "4 wrong-type at 7: `key` must be a text, true or false, this is a number",
            ),
            (
                r#" "key": "Carbon dioxide","#,
                "",
                r#"4 no-key at "Which gas do plants take in?": the item has no key"#,
            ),
            (
                r#"["Oxygen"]"#,
                r#"["carbon  dioxide"]"#,
                r#"4 duplicate-option at "carbon  dioxide": the distractors[0] is the same answer as the key"#,
            ),
            (
                r#"["Oxygen"]"#,
                "[]",
                r#"4 no-distractors at "Which gas do plants take in?": the item has no distractors"#,
            ),
            (
                r#"["Oxygen"]"#,
                r#"["Oxygen", ""]"#,
                r#"4 empty at "": the distractors[1] is empty"#,
            ),
            (
                r#"["Oxygen"]"#,
                r#""Oxygen""#,
                r#"4 wrong-type at "Oxygen": `distractors` must be a list of texts, this is a text"#,
            ),
            (
                r#"["Oxygen"]"#,
                r#"["Oxygen", null]"#,
                "4 wrong-type at null: `distractors[1]` must be a text, this is null",
            ),
            (
                r#""easy""#,
                r#""eazy""#,
                r#"4 wrong-value at "eazy": there is no difficulty "eazy""#,
            ),
            (
                r#""key": true"#,
                r#""key": true, "key": false"#,
                r#"5 duplicate-field at "key": the field `key` stands here a second time"#,
            ),
            (
                r#"["a", "b"]"#,
                r#"["a"]"#,
                r#"6 one-of-several at "a": `keys` needs at least two right answers; use `key` for one"#,
            ),
            (
                r#""accepted": []"#,
                r#""accepted": [], "distractors": ["x"]"#,
                r#"7 entry-with-distractors at "x": an item with `accepted` is typed and takes no distractors"#,
            ),
            (
                r#""stem": "Name it.", "#,
                "",
                "7 missing-field at {: the field `stem` is missing",
            ),
            (
                r#""T","#,
                r#""T""#,
                "2 syntax at  : a comma is missing here",
            ),
        ] {
            let bytes = SOUND
                .replacen(from, to, 1)
                .replace("\"colour\"", "\"_colour\"");
            assert_eq!(problems(bytes.as_bytes()), [expect], "{from} -> {to}");
        }
    }

    #[test]
    fn all_problems_are_reported_at_once_and_in_order() {
        let text = SOUND
            .replace("\"Carbon dioxide\"", "null")
            .replace("\"easy\"", "\"medum\"")
            .replace("\"tags\"", "\"tgas\"");
        assert_eq!(
            problems(text.as_bytes()),
            [
                "4 no-key at \"Which gas do plants take in?\": the item has no key",
                "4 wrong-value at \"medum\": there is no difficulty \"medum\"",
                "5 unknown-field at \"tgas\": there is no field `tgas` here",
                "6 unknown-field at \"colour\": there is no field `colour` here",
            ]
        );
    }

    #[test]
    fn an_unknown_field_comes_with_a_guess() {
        let text = SOUND.replace("\"distractors\"", "\"distracters\"");
        let Err(NotABank { problems }) = read(text.as_bytes()) else {
            panic!("not a bank");
        };
        let hints: Vec<_> = problems.iter().map(|p| p.hint.as_str()).collect();
        assert!(hints.contains(&"did you mean `distractors`?"), "{hints:?}");
    }

    #[test]
    fn bytes_that_are_not_utf_8_are_named_where_they_stand() {
        let mut bytes = SOUND.as_bytes().to_vec();
        let place = SOUND.find("Oxygen").unwrap();
        *bytes.get_mut(place).unwrap() = 0xE9;
        assert_eq!(
            problems(&bytes).first().map(String::as_str),
            Some("4 encoding at ?: the byte 0xE9 is not UTF-8 (if it is Windows-1252, this is é)")
        );
        assert_eq!(
            problems(b"\xFF\xFE{\0}\0").first().map(String::as_str),
            Some("1 encoding at {: the file is UTF-16")
        );
    }

    #[test]
    fn a_message_carries_no_terminal_escape() {
        let text = SOUND.replace(
            "\"format\": 1",
            "\"format\": 1, \"a\\u001b[31m\\u202e\": 1, \"key\": 1 2",
        );
        let Err(NotABank { problems }) = read(text.as_bytes()) else {
            panic!("not a bank");
        };
        for problem in problems {
            let shown = problem.to_string();
            assert!(
                !shown.chars().any(crate::text::safe::is_unsafe),
                "{shown:?}"
            );
        }
    }

    proptest! {
        /// The quick reader and the explaining one agree on what a bank is:
        /// whatever is done to a sound bank, either it is read or an error is
        /// explained, never the fallback.
        #[test]
        fn what_is_refused_is_explained(
            cut in 0..SOUND.len(),
            length in 0..40_usize,
            put in prop::sample::select(vec!["", "\"", "{", "}", "[", "]", ",", ":", "null", "1", "true", "\"key\":", "\"x\"", "\\", "[[]]"]),
        ) {
            let mut bytes = SOUND.as_bytes().to_vec();
            let end = (cut + length).min(bytes.len());
            bytes.splice(cut..end, put.bytes());
            if let Err(NotABank { problems }) = read(&bytes) {
                prop_assert!(problems.iter().all(|p| p.rule != "unreadable"), "{:?}", problems);
            } else {
                let errors: Vec<_> = survey(&bytes).problems().into_iter().filter(|p| p.severity == Severity::Error).collect();
                prop_assert!(errors.is_empty(), "{:?}", errors);
            }
        }

        #[test]
        fn any_value_in_any_field_is_read_or_explained(
            field in prop::sample::select(vec!["format", "title", "language", "items", "stem", "key", "keys", "distractors", "accepted", "category", "difficulty", "source", "tags", "hint"]),
            value in prop::sample::select(vec!["null", "true", "1", "1.0", "-1", "\"\"", "\"x\"", "\"easy\"", "[]", "[null]", "[\"x\"]", "[\"x\", \"X\"]", "[1]", "{}", "{\"title\": null}", "{\"easy\": null}", "{\"url\": 1}"]),
            of_item in any::<bool>(),
        ) {
            let member = format!("{{\"{field}\": {value}, ");
            let text = if of_item {
                SOUND.replace("{\"stem\": \"Name it.\", ", &(member + "\"stem\": \"Name it.\", "))
            } else {
                SOUND.replacen('{', &member, 1)
            };
            let read = read(text.as_bytes());
            let errors = survey(text.as_bytes()).problems().into_iter().filter(|p| p.severity == Severity::Error).count();
            prop_assert_eq!(read.is_ok(), errors == 0, "{:?}", read);
            if let Err(NotABank { problems }) = read {
                prop_assert!(problems.iter().all(|p| p.rule != "unreadable"), "{:?}", problems);
            }
        }
    }
}
