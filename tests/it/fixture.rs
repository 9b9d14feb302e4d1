//! Items and sessions that the tests of screens and transcripts share.

use std::cell::Cell;

use quizwright::item::{Difficulty, Draft, Item, KeyDraft, Source};
use quizwright::play::{Elapsed, Input, Round, Rules, Scene, Session, deal};
use quizwright::terminal::Setting;
use quizwright::terminal::clock::Clock;

/// Long enough to need scrolling on a small screen.
pub(crate) const LONG: &str = "A question that goes on for quite some time in order to find out whether a \
    stem of several lines is wrapped as it should be, and whether the options below it can still be \
    reached on a screen that has no more than twelve lines and forty columns?";

fn source(section: &str, quote: &str) -> Source {
    Source {
        title: "Jim Halpert".into(),
        section: Some(section.into()),
        quote: Some(quote.into()),
        ..Source::default()
    }
}

pub(crate) fn choice() -> Item {
    let mut draft = Draft::choice(
        "Who plays Jim Halpert in the American version of “The Office”?",
        "John Krasinski",
        ["Martin Freeman", "Steve Carell", "Rainn Wilson"],
    );
    draft.category = Some("Production".into());
    draft.difficulty = Some(Difficulty::Easy);
    draft.explanation = Some("Martin Freeman plays Tim Canterbury in the British one.".into());
    draft.source = Some(source(
        "Casting",
        "The part of Jim Halpert went to John Krasinski, who had read for it twice.",
    ));
    Item::new(draft).unwrap()
}

pub(crate) fn other() -> Item {
    let mut draft = Draft::choice(
        "In which city does the branch stand where Jim Halpert works first?",
        "Scranton",
        ["Stamford", "Utica", "Nashua"],
    );
    draft.category = Some("Plot".into());
    draft.source = Some(source("Biography", "Jim works at the branch in Scranton."));
    Item::new(draft).unwrap()
}

pub(crate) fn long() -> Item {
    Item::new(Draft::choice(
        LONG,
        "It wraps, and what does not fit is reached by moving the highlight or by scrolling",
        [
            "It is cut off at the right edge of the screen, which nobody would like",
            "It overwrites the options, which would be worse",
            "Nothing is shown at all, the worst of all possible outcomes",
        ],
    ))
    .unwrap()
}

pub(crate) fn wide() -> Item {
    Item::new(Draft::choice(
        "日本語の質問：第一話の監督は誰ですか？",
        "ケン・クワピス",
        [
            "グレッグ・ダニエルズ",
            "Jose\u{301} \u{202e}gnirts",
            "👩\u{200d}🔬 学者",
        ],
    ))
    .unwrap()
}

pub(crate) fn several() -> Item {
    Item::new(Draft {
        stem: "Which of these people does Jim Halpert date?".into(),
        keys: vec!["Karen Filippelli".into(), "Pam Beesly".into()],
        distractors: vec!["Angela Martin".into(), "Kelly Kapoor".into()],
        ..Draft::default()
    })
    .unwrap()
}

pub(crate) fn truth() -> Item {
    Item::new(Draft {
        stem: "Jim Halpert moves to the Stamford branch.".into(),
        key: Some(KeyDraft::Truth(true)),
        ..Draft::default()
    })
    .unwrap()
}

pub(crate) fn entry() -> Item {
    Item::new(Draft {
        stem: "What is the sports marketing company called that Jim Halpert helps to found?".into(),
        key: Some(KeyDraft::Text("Athlead".into())),
        accepted: Some(vec!["Athleap".into()]),
        source: Some(source(
            "Season 9",
            "He helps to found Athlead in Philadelphia.",
        )),
        ..Draft::default()
    })
    .unwrap()
}

/// Everything that could harm a terminal, or make one text look like another.
const EVIL: &str = "\u{1b}[31mRed\u{1b}]52;c;ZXZpbA==\u{7}\u{9b}2J\u{8}\u{90}q\u{202e}gpj\u{2066}\
    \u{200b}\u{200f}\u{feff}\u{ad}\u{e0041}\r\n\u{2028}\u{b}end";

/// A bank whose every text is [`EVIL`]: a choice, several right ones, a typed one.
pub(crate) fn hostile() -> Vec<Item> {
    let evil = |word: &str| format!("{word} {EVIL} {word}");
    let about = |mut draft: Draft, n: &str| {
        draft.stem = evil(&format!("Stem {n}")) + "?";
        draft.category = Some(evil(&format!("Category {n}")));
        draft.explanation = Some(evil("Explanation"));
        draft.source = Some(Source {
            title: evil("Article"),
            section: Some(evil("Section")),
            quote: Some(evil("The key is Key")),
            ..Source::default()
        });
        Item::new(draft).unwrap()
    };
    vec![
        about(
            Draft::choice("", evil("Key"), [evil("One"), evil("Two"), evil("Three")]),
            "choice",
        ),
        about(
            Draft {
                keys: vec![evil("Key"), evil("Other")],
                distractors: vec![evil("One"), evil("Two")],
                ..Draft::default()
            },
            "several",
        ),
        about(
            Draft {
                key: Some(KeyDraft::Text(evil("Key"))),
                accepted: Some(Vec::new()),
                ..Draft::default()
            },
            "typed",
        ),
    ]
}

/// Players whose names are no better.
pub(crate) fn hostile_rules() -> Rules {
    Rules {
        players: vec![format!("Ann{EVIL}"), format!("Bob{EVIL}")],
        count: Some(4),
        ..Rules::default()
    }
}

/// Fails if a text holds what no terminal should get.
pub(crate) fn assert_harmless(text: &str) {
    let found = text.chars().find(|&c| {
        c.is_control() && c != '\n'
            || "\u{ad}\u{200b}\u{200e}\u{200f}\u{2028}\u{2029}\u{feff}".contains(c)
            || ('\u{202a}'..='\u{202e}').contains(&c)
            || ('\u{2060}'..='\u{2069}').contains(&c)
            || ('\u{e0000}'..='\u{e007f}').contains(&c)
    });
    assert_eq!(found, None, "in\n{text:?}");
}

pub(crate) fn setting() -> Setting {
    Setting {
        title: "Jim Halpert".into(),
        replay: "quizwright play --seed 7".into(),
        fingerprint: "0123456789abcdef".into(),
    }
}

/// A clock that stands where the test puts it.
#[derive(Debug, Default)]
pub(crate) struct Hand(pub(crate) Cell<u64>);

impl Clock for Hand {
    fn now(&self) -> Elapsed {
        Elapsed::from_millis(self.0.get())
    }
}

/// A session that the test plays, one second an input.
pub(crate) struct Played {
    pub(crate) session: Session,
    now: u64,
}

impl Played {
    pub(crate) fn of(items: &[Item], rules: &Rules) -> Self {
        Self::round(deal(items, rules, 7))
    }

    pub(crate) fn round(round: Round) -> Self {
        let session = Session::start(round, Elapsed::ZERO);
        let mut played = Self { session, now: 0 };
        played.send(Input::Shown);
        played
    }

    pub(crate) fn send(&mut self, input: Input) -> &mut Self {
        self.session.handle(Elapsed::from_millis(self.now), input);
        self
    }

    pub(crate) fn wait(&mut self, millis: u64) -> &mut Self {
        self.now += millis;
        self.send(Input::Tick)
    }

    /// Answers an option question right or wrong.
    pub(crate) fn answer(&mut self, right: bool) -> &mut Self {
        let Scene::Question { question, .. } = self.session.view().scene else {
            panic!("no question");
        };
        let place = (0..question.form.options().len())
            .find(|&n| question.form.is_right(n) == right)
            .unwrap();
        self.wait(2_500);
        self.send(Input::Choose(place))
    }

    pub(crate) fn next(&mut self) -> &mut Self {
        self.send(Input::Confirm).send(Input::Shown)
    }

    pub(crate) fn typed(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.send(Input::Type(letter));
        }
        self
    }
}
