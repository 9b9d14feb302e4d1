//! What holds for every format.

use proptest::prelude::*;

use super::*;
use crate::bank;
use crate::item::{Difficulty, Draft, Item, KeyDraft, Source};

/// Texts that readers could mistake: the signs of every format, at the beginning
/// and inside, besides plain words.
fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a",
        "B",
        "word",
        "é",
        "日本",
        " ",
        "\n",
        "\t",
        "=",
        "~",
        "#",
        "{",
        "}",
        ":",
        "::",
        "\\",
        "\\n",
        "%50%",
        "->",
        "|",
        "_",
        "__",
        "*",
        "- ",
        "* ",
        "[x] ",
        "[ ]",
        "[html]",
        "[*]",
        "# ",
        "## ",
        "---",
        "1. ",
        "A) ",
        "B. ",
        "ANSWER: A",
        "Answer: 2",
        "Type: ",
        "^ ",
        "#Q ",
        "//",
        "$CATEGORY: x",
        "&amp;",
        "&lt;",
        "<b>",
        "</text>",
        "]]>",
        "<br>",
        "%20",
        "+",
        "\"",
        "'",
        ",",
        ";",
        "True",
        "TRUE",
        "false",
        "\u{1b}[31m",
        "\u{202e}",
        "\u{feff}",
        "(",
        "{{c1::x}}",
        "sep=;",
        "?",
        "Category: z",
        "/",
        "//",
    ]);
    prop_oneof![
        3 => prop::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat()),
        1 => "[a-zA-Z ]{1,12}",
        1 => any::<String>(),
    ]
}

fn some(strategy: impl Strategy<Value = String>) -> impl Strategy<Value = Option<String>> {
    prop::option::weighted(0.3, strategy)
}

fn draft() -> impl Strategy<Value = Draft> {
    let answer = prop_oneof![
        4 => (text(), prop::collection::vec(text(), 1..5)).prop_map(|(key, distractors)| Draft {
            key: Some(KeyDraft::Text(key)),
            distractors,
            ..Draft::default()
        }),
        1 => any::<bool>().prop_map(|truth| Draft {
            key: Some(KeyDraft::Truth(truth)),
            ..Draft::default()
        }),
        2 => (text(), prop::collection::vec(text(), 0..3)).prop_map(|(key, accepted)| Draft {
            key: Some(KeyDraft::Text(key)),
            accepted: Some(accepted),
            ..Draft::default()
        }),
        2 => (prop::collection::vec(text(), 2..4), prop::collection::vec(text(), 1..4)).prop_map(|(keys, distractors)| Draft {
            keys,
            distractors,
            ..Draft::default()
        }),
    ];
    let about = (
        some(text()),
        prop::option::of(prop::sample::select(Difficulty::ALL.to_vec())),
        some(text()),
        some(text()),
        prop::collection::vec(text(), 0..2),
        prop::option::weighted(0.3, (text(), some(text()), some(text()), some(text()))),
    );
    (text(), answer, about).prop_map(|(stem, answer, about)| {
        let (category, difficulty, explanation, hint, tags, source) = about;
        Draft {
            stem,
            category,
            difficulty,
            explanation,
            hint,
            tags,
            source: source.map(|(title, section, quote, url)| Source {
                title,
                section,
                quote,
                url,
                ..Source::default()
            }),
            ..answer
        }
    })
}

fn bank() -> impl Strategy<Value = Bank> {
    let about = (text(), some(text()), some(text()), some(text()));
    (about, prop::collection::vec(draft(), 0..6)).prop_map(|(about, drafts)| {
        let (title, language, license, attribution) = about;
        Bank {
            language,
            license,
            attribution,
            items: drafts
                .into_iter()
                .filter_map(|d| Item::new(d).ok())
                .collect(),
            ..Bank::new(title)
        }
    })
}

/// A bank without what only the program itself adds.
fn told(bank: &Bank, format: &dyn Format) -> Bank {
    let mut bank = bank.clone();
    if !format.carries().about {
        bank = Bank {
            items: bank.items,
            ..Bank::new("")
        };
    }
    bank
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Reading what was written gives the bank that the format can carry, and
    /// reading it tells of no loss.
    #[test]
    fn reading_what_was_written_gives_what_was_carried(bank in bank()) {
        for format in ALL {
            if format.name() == "quizwright" {
                // An import tidies; that it comes back as it is has a law of its own.
                continue;
            }
            let export = export(&bank, format);
            let options = Options { typed: true, name: "Questions".to_owned(), ..Options::default() };
            let options = if format.name() == "opentriviaqa" {
                // There the name of the file is the category.
                Options { name: String::new(), ..options }
            } else {
                options
            };
            let import = import(export.text.as_bytes(), Some(format), &options);
            let import = import.map_err(|e| TestCaseError::fail(format!("{}: {e:?}\n{}", format.name(), export.text)))?;
            let (mut read, mut carried) = (told(&import.bank, format), told(&export.carried, format));
            for bank in [&mut read, &mut carried] {
                if bank.title.is_empty() {
                    bank.title = "Questions".to_owned();
                }
            }
            prop_assert_eq!(&read, &carried, "{}\n{}", format.name(), export.text);
            let lost: Vec<_> = import.notices.iter().filter(|n| n.what != What::Changed).collect();
            prop_assert!(lost.is_empty(), "{}: {:?}\n{}", format.name(), lost, export.text);
        }
    }

    /// What was cut down once is not cut down again, and then nothing is lost.
    #[test]
    fn what_is_carried_is_carried_whole(bank in bank()) {
        for format in ALL {
            let once = export(&bank, format);
            let twice = export(&once.carried, format);
            prop_assert_eq!(&twice.text, &once.text, "{}", format.name());
            prop_assert_eq!(&twice.carried.items, &once.carried.items, "{}", format.name());
            let lost: Vec<_> = twice.losses.iter().filter(|loss| loss.questions > 0).collect();
            prop_assert!(lost.is_empty(), "{}: {:?}", format.name(), lost);
        }
    }

    /// Whatever is not carried is told: the questions that are missing are counted.
    #[test]
    fn every_question_that_an_export_lacks_is_counted_as_a_loss(bank in bank()) {
        for format in ALL {
            let export = export(&bank, format);
            let whole = ["left out", "in the bank twice", "questions that are empty"];
            let lost = export.losses.iter().filter(|loss| whole.iter().any(|words| loss.what.contains(words)));
            let lost: usize = lost.map(|loss| loss.questions).sum();
            prop_assert_eq!(export.carried.items.len() + lost, bank.items.len(), "{}: {:?}", format.name(), export.losses);
        }
    }

    /// Our own format gives back what was written to it, whatever is in it, and in
    /// memory an item is no longer than its text.
    #[test]
    fn a_bank_comes_back_from_its_own_text(bank in bank()) {
        let text = bank.to_json();
        prop_assert_eq!(&bank::read(text.as_bytes()), &Ok(bank.clone()), "{}", text);
        let held: usize = bank.items.iter().map(Item::size).sum();
        prop_assert!(held <= text.len());
    }

    /// Any text, read as any format: no panic, and nothing unsafe comes in.
    #[test]
    fn any_text_is_read_in_every_format(pieces in prop::collection::vec(text(), 0..30), bytes in prop::collection::vec(any::<u8>(), 0..40)) {
        let mut all = pieces.join("\n").into_bytes();
        all.extend(bytes);
        for format in ALL {
            if let Ok(import) = import(&all, Some(format), &Options::default()) {
                let shown = import.bank.items.iter().flat_map(|item| {
                    let draft = item.draft();
                    [draft.stem.clone(), item.key_text()].into_iter().chain(draft.distractors.clone())
                });
                for text in shown {
                    prop_assert!(!text.chars().any(|c| c != '\n' && crate::text::safe::is_unsafe(c)), "{:?}", text);
                }
                let merged = import.notices.iter().filter(|n| n.what == What::Merged).count();
                prop_assert!(import.bank.items.len() + merged <= import.questions);
            }
        }
        let _ = import(&all, None, &Options::default());
    }
}
