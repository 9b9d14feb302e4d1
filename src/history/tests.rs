//! The history in a folder of its own, with a clock of cardboard.

use std::collections::BTreeMap;
use std::fs;

use super::*;
use crate::item::{Draft, Item, ItemId, Source};
use crate::play::{
    Elapsed, Ending, Event, Form, Input, Mode, Rules, Scene, Session, deal, fingerprint,
};
use crate::schedule::Day;

const DAY: i64 = 86_400_000;

/// Noon of the first day.
const START: i64 = 20_000 * DAY + DAY / 2;

fn items(n: usize) -> Vec<Item> {
    (0..n)
        .map(|n| {
            let mut draft = Draft::choice(
                format!("Stem {n}?"),
                format!("key {n}"),
                ["one", "two", "three"],
            );
            draft.category = Some(["Plot", "Cast"][n % 2].to_owned());
            draft.source = Some(Source {
                title: "Article".into(),
                quote: Some(format!("It says key {n}.")),
                ..Source::default()
            });
            Item::new(draft).unwrap()
        })
        .collect()
}

fn about(items: &[Item]) -> About {
    About {
        title: "Tests".into(),
        fingerprint: fingerprint(items),
        replay: "quizwright play".into(),
        banks: items.iter().map(|i| (i.id(), "tests".into())).collect(),
        ..About::default()
    }
}

/// A game that is recorded.
struct Game<'a> {
    history: &'a mut History,
    session: Session,
    about: About,
    sitting: Option<Sitting>,
    now: i64,
    elapsed: u64,
    placed: Option<Placed>,
}

impl<'a> Game<'a> {
    fn of(history: &'a mut History, items: &[Item], rules: &Rules, now: i64) -> Self {
        Self::with(history, items, rules, about(items), now)
    }

    fn with(
        history: &'a mut History,
        items: &[Item],
        rules: &Rules,
        about: About,
        now: i64,
    ) -> Self {
        let session = Session::start(deal(items, rules, 1), Elapsed::ZERO);
        let mut game = Self {
            history,
            session,
            about,
            sitting: None,
            now,
            elapsed: 0,
            placed: None,
        };
        game.send(Input::Shown);
        game
    }

    fn send(&mut self, input: Input) {
        let events = self
            .session
            .handle(Elapsed::from_millis(self.elapsed), input);
        if events.is_empty() {
            return;
        }
        let sitting = match self.sitting.take() {
            Some(sitting) => sitting,
            None => self
                .history
                .begin(&self.session, &self.about, self.now)
                .unwrap(),
        };
        let placed = self
            .history
            .record(&sitting, &self.session, &self.about, &events, self.now)
            .unwrap();
        self.placed = placed.or(self.placed);
        if !events
            .iter()
            .any(|event| matches!(event, Event::Finished(_)))
        {
            self.sitting = Some(sitting);
        }
    }

    fn answer(&mut self, right: bool) {
        let Scene::Question { question, .. } = self.session.view().scene else {
            panic!("no question");
        };
        let options = question.form.options().len();
        let place = (0..options).find(|&n| question.form.is_right(n) == right);
        self.elapsed += 5_000;
        self.now += 5_000;
        self.send(Input::Choose(place.unwrap()));
    }

    fn next(&mut self) {
        self.send(Input::Confirm);
        self.send(Input::Shown);
    }

    fn play(&mut self, rights: &[bool]) {
        for &right in rights {
            self.answer(right);
            self.next();
        }
    }
}

fn open() -> (tempfile::TempDir, History) {
    let folder = tempfile::tempdir().unwrap();
    let history = History::open(folder.path()).unwrap();
    (folder, history)
}

#[test]
fn an_interrupted_session_goes_on_where_it_was() {
    let (folder, mut history) = open();
    let items = items(30);
    let mut game = Game::of(&mut history, &items, &Rules::default(), START);
    game.play(&[true, false, true]);
    game.send(Input::FiftyFifty);
    let before = game.session.clone();
    let sitting = game.sitting.take();
    assert!(
        history.interrupted().unwrap().is_none(),
        "it is being played"
    );
    drop(sitting);
    // Another program, later.
    drop(history);
    let history = History::open(folder.path()).unwrap();
    let interrupted = history.interrupted().unwrap().unwrap();
    assert_eq!(interrupted.session, before);
    assert_eq!(interrupted.about.title, "Tests");
    assert_eq!(interrupted.started, START);
    assert!(history.interrupted().unwrap().is_none(), "taken by us");
}

#[test]
fn a_session_that_ended_is_not_resumed_and_its_round_is_forgotten() {
    let (_folder, mut history) = open();
    let rules = Rules {
        count: Some(2),
        ..Rules::default()
    };
    let mut game = Game::of(&mut history, &items(5), &rules, START);
    game.play(&[true, false]);
    assert_eq!(game.session.ending(), Some(Ending::Played));
    assert!(history.interrupted().unwrap().is_none());
    let left: i64 = history
        .db
        .query_row(
            "SELECT count(*) FROM sitting WHERE round IS NOT NULL OR replay <> ''",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(left, 0);
}

#[test]
fn only_the_newest_eight_interrupted_sessions_are_kept() {
    let (_folder, mut history) = open();
    for n in 0..12 {
        Game::of(&mut history, &items(5), &Rules::default(), START + n);
    }
    let mut started = Vec::new();
    let mut held = Vec::new();
    while let Some(interrupted) = history.interrupted().unwrap() {
        started.push(interrupted.started - START);
        held.push(interrupted);
    }
    assert_eq!(started, [11, 10, 9, 8, 7, 6, 5, 4]);
}

/// The items due on a day after the first.
fn due(history: &History, day: u32) -> Vec<ItemId> {
    let today = Day::from_millis(START).plus(day);
    let due = history.due(today).unwrap();
    due.into_iter().map(|(id, _)| id).collect()
}

#[test]
fn what_was_missed_is_due_within_the_day_and_what_is_known_later() {
    let (_folder, mut history) = open();
    let items = items(10);
    let mut game = Game::of(&mut history, &items, &Rules::default(), START);
    game.play(&[true, false, true]);
    let asked: Vec<ItemId> = game.session.judgements().iter().map(|j| j.id).collect();
    assert_eq!(due(&history, 0), [asked[1]]);
    assert!(due(&history, 60).contains(&asked[0]), "in two months");
    let count = history.due_count(Day::from_millis(START)).unwrap();
    assert_eq!(count, 1);
    // The bank was made again without it: it is not counted until it is met.
    history.gone(&[asked[1]]).unwrap();
    assert_eq!(history.due_count(Day::from_millis(START)).unwrap(), 0);
}

#[test]
fn over_a_year_of_review_what_is_known_comes_ever_later() {
    let (_folder, mut history) = open();
    let items = items(12);
    // Two are always missed, the others always known.
    let hard: Vec<ItemId> = items.iter().take(2).map(Item::id).collect();
    let mut asked: BTreeMap<ItemId, Vec<u32>> = BTreeMap::new();
    for day in 0..365_u32 {
        let now = START + i64::from(day) * DAY;
        let wanted = if day == 0 {
            items.iter().map(Item::id).collect()
        } else {
            due(&history, day)
        };
        let due: Vec<Item> = items
            .iter()
            .filter(|item| wanted.contains(&item.id()))
            .cloned()
            .collect();
        if due.is_empty() {
            continue;
        }
        let rules = Rules {
            count: Some(due.len()),
            ..Rules::default()
        };
        let mut game = Game::of(&mut history, &due, &rules, now);
        while game.session.ending().is_none() {
            let Scene::Question { question, .. } = game.session.view().scene else {
                panic!("no question");
            };
            let id = question.id;
            asked.entry(id).or_default().push(day);
            game.answer(!hard.contains(&id));
            game.next();
        }
    }
    for item in &items {
        let days = &asked[&item.id()];
        if hard.contains(&item.id()) {
            assert_eq!(days.len(), 365, "missed every day, asked every day");
            continue;
        }
        let gaps: Vec<u32> = days.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert!(days.len() < 10, "{days:?}");
        assert!(gaps.windows(2).all(|pair| pair[0] < pair[1]), "{gaps:?}");
        assert!(gaps.iter().any(|&gap| gap > 21), "weeks later: {gaps:?}");
    }
}

#[test]
fn a_regenerated_bank_keeps_the_memory_of_unchanged_items() {
    let (_folder, mut history) = open();
    let old = items(4);
    let rules = Rules {
        count: Some(4),
        ..Rules::default()
    };
    Game::of(&mut history, &old, &rules, START).play(&[false; 4]);
    // Other distractors, another order, one question less.
    let new: Vec<Item> = (1..4)
        .rev()
        .map(|n| {
            Item::new(Draft::choice(
                format!("Stem {n}?"),
                format!("key {n}"),
                ["four", "five"],
            ))
            .unwrap()
        })
        .collect();
    let due = due(&history, 0);
    assert!(new.iter().all(|item| due.contains(&item.id())));
}

#[test]
fn an_overruled_answer_is_remembered_as_right_and_a_struck_one_not_at_all() {
    let (_folder, mut history) = open();
    let items = items(10);
    let rules = Rules {
        typed: true,
        ..Rules::default()
    };
    let mut game = Game::of(&mut history, &items, &rules, START);
    for c in "other".chars() {
        game.send(Input::Type(c));
    }
    game.send(Input::Confirm);
    game.send(Input::Overrule);
    game.next();
    assert_eq!(due(game.history, 0), []);
    for c in "other".chars() {
        game.send(Input::Type(c));
    }
    game.send(Input::Confirm);
    game.send(Input::Report);
    let reported = game.session.judgements()[1].id;
    assert_eq!(due(&history, 0), []);
    let statistics = history.statistics(Day::from_millis(START)).unwrap();
    assert_eq!((statistics.total.answers, statistics.total.right), (1, 1));
    assert_eq!(history.hidden().unwrap(), [reported].into());
    assert_eq!(history.reported().unwrap()[0].key.get(..3), Some("key"));
    assert!(history.take_back(reported).unwrap());
    assert!(!history.take_back(reported).unwrap());
    assert_eq!(history.hidden().unwrap(), [].into());
}

#[test]
fn results_are_ranked_by_bank_mode_and_setting() {
    let (_folder, mut history) = open();
    let items = items(12);
    let blitz = Rules::of(Mode::SuddenDeath);
    let mut place = |rights: usize, rules: &Rules, name: &str| {
        let mut game = Game::of(&mut history, &items, rules, START);
        game.about.name = Some(name.to_owned());
        game.play(&vec![true; rights]);
        game.play(&[false]);
        game.placed.map(|placed| (placed.place, placed.before))
    };
    assert_eq!(place(3, &blitz, "Ann"), Some((1, 0)));
    assert_eq!(place(2, &blitz, "Bob"), Some((2, 1)));
    assert_eq!(place(5, &blitz, "Cem"), Some((1, 2)));
    let slower = Rules {
        time: Some(Elapsed::from_secs(60)),
        ..blitz
    };
    assert_eq!(place(1, &slower, "Ann"), Some((1, 0)), "another setting");
    let best = history.best(2).unwrap();
    let names: Vec<_> = best.iter().map(|b| (b.name.as_deref(), b.score)).collect();
    assert_eq!(
        names,
        [(Some("Cem"), 5), (Some("Ann"), 3), (Some("Ann"), 1)]
    );
}

#[test]
fn of_equal_results_the_one_with_more_time_left_is_better() {
    let (_folder, mut history) = open();
    let items = items(12);
    for mode in [Mode::Blitz, Mode::Stacker, Mode::SuddenDeath] {
        let rules = Rules {
            count: Some(2),
            ..Rules::of(mode)
        };
        let mut place = |pause: u64| {
            let mut game = Game::of(&mut history, &items, &rules, START);
            game.elapsed += pause;
            game.play(&[true, true]);
            assert_eq!(game.session.ending(), Some(Ending::Cleared), "{mode:?}");
            game.placed.map(|placed| (placed.place, placed.before))
        };
        assert_eq!(place(1_000), Some((1, 0)), "{mode:?}");
        assert_eq!(place(2_000), Some((2, 1)), "{mode:?}");
        assert_eq!(place(0), Some((1, 2)), "{mode:?}");
    }
}

#[test]
fn resumed_and_left_challenges_are_no_best_results() {
    let (_folder, mut history) = open();
    let rules = Rules::of(Mode::SuddenDeath);
    let mut game = Game::of(&mut history, &items(12), &rules, START);
    game.play(&[true]);
    game.session.resume(Elapsed::ZERO);
    game.elapsed = 0;
    game.send(Input::Stay);
    game.send(Input::Shown);
    game.play(&[false]);
    assert_eq!(game.session.ending(), Some(Ending::Missed));
    let mut game = Game::of(&mut history, &items(12), &rules, START);
    game.play(&[true]);
    game.send(Input::End);
    assert_eq!(history.best(5).unwrap(), []);
}

#[test]
fn the_players_of_a_party_are_kept_by_name_and_leave_memory_alone() {
    let (_folder, mut history) = open();
    let rules = Rules {
        count: Some(4),
        players: vec!["Ann".into(), "Bob".into()],
        ..Rules::default()
    };
    Game::of(&mut history, &items(12), &rules, START).play(&[true, false, true, false]);
    let best = history.best(5).unwrap();
    let names: Vec<_> = best.iter().map(|b| (b.name.as_deref(), b.score)).collect();
    assert_eq!(names, [(Some("Ann"), 2_000), (Some("Bob"), 0)]);
    assert_eq!(due(&history, 0), []);
    let total = history.statistics(Day::from_millis(START)).unwrap().total;
    assert_eq!(total.answers, 0);
    assert_eq!(history.export().unwrap().len(), 4);
}

#[test]
fn one_daily_a_day_counts_and_days_in_a_row_are_counted() {
    let (_folder, mut history) = open();
    let items = items(12);
    let rules = Rules::of(Mode::Countdown);
    let first = Day::from_millis(START);
    for (day, right) in [(0, true), (1, false), (3, true), (4, true)] {
        let now = START + i64::from(day) * DAY;
        let about = About {
            daily: Some(first.plus(day)),
            ..about(&items)
        };
        let mut game = Game::with(&mut history, &items, &rules, about, now);
        game.play(&[right; 10]);
    }
    let fingerprint = fingerprint(&items);
    let daily = |day| history.daily(first.plus(day), &fingerprint).unwrap();
    assert_eq!(daily(1).unwrap().marks.unwrap().len(), 10);
    assert!(daily(0).unwrap().score > daily(1).unwrap().score);
    assert_eq!(daily(2), None);
    let row = |day| history.daily_row(first.plus(day), &fingerprint).unwrap();
    assert_eq!([row(1), row(2), row(4), row(5), row(9)], [2, 2, 2, 2, 0]);
}

#[test]
fn statistics_count_what_was_answered() {
    let (_folder, mut history) = open();
    let items = items(10);
    let mut game = Game::of(&mut history, &items, &Rules::default(), START);
    game.play(&[true, true, false, true]);
    let mut game = Game::of(&mut history, &items, &Rules::default(), START + DAY);
    game.play(&[true, true]);
    let counted = history.statistics(Day::from_millis(START).plus(1)).unwrap();
    assert_eq!((counted.total.answers, counted.total.right), (6, 5));
    assert_eq!(counted.total.accuracy(), 83);
    assert_eq!(counted.total.mean_ms(), 5_000);
    assert_eq!((counted.best_streak, counted.streak), (3, 3));
    assert_eq!((counted.days_in_a_row, counted.sittings), (2, 2));
    let days: Vec<_> = counted.days.iter().map(|d| (d.answers, d.right)).collect();
    assert_eq!(days, [(4, 3), (2, 2)]);
    let answers: u32 = counted.categories.iter().map(|c| c.answers).sum();
    assert_eq!(answers, 6);
    assert_eq!(counted.banks[0].name, "Tests");
    assert_eq!(counted.hardest.len(), 1);
}

#[test]
fn forgetting_removes_it_all_and_says_what() {
    let (folder, mut history) = open();
    let mut game = Game::of(&mut history, &items(10), &Rules::default(), START);
    game.play(&[true, false]);
    drop(game);
    let gone = history.forget().unwrap();
    assert_eq!((gone.sittings, gone.responses, gone.items), (1, 2, 3));
    assert_eq!(history.size().unwrap(), Forgotten::default());
    drop(history);
    for entry in fs::read_dir(folder.path()).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("Stem"), "nothing is left in the files");
    }
}

#[test]
fn every_older_version_is_brought_up_to_date_with_what_is_in_it() {
    for version in 0..=3 {
        let folder = tempfile::tempdir().unwrap();
        let mut db = Connection::open(folder.path().join(FILE)).unwrap();
        ladder::climb_to(&mut db, version).unwrap();
        let found: i64 = db
            .pragma_query_value(None, "user_version", |r| r.get(0))
            .unwrap();
        assert_eq!(usize::try_from(found).unwrap(), version);
        if version > 0 {
            db.execute_batch(
                "INSERT INTO item (id, stem, key) VALUES (7, 'Stem?', 'key');
                 INSERT INTO sitting (id, started, title, fingerprint, mode, replay)
                     VALUES (1, 0, 'Old', 'f', 'session', '');
                 INSERT INTO response (sitting, n, item, at, verdict, took, points, helped, struck)
                     VALUES (1, 0, 7, 0, 'wrong', 1000, 0, 0, 0);",
            )
            .unwrap();
        }
        drop(db);
        let mut history = History::open(folder.path()).unwrap();
        let answers = history.export().unwrap();
        assert_eq!(answers.len(), usize::from(version > 0), "from {version}");
        let now: i64 = history
            .db
            .pragma_query_value(None, "user_version", |r| r.get(0))
            .unwrap();
        assert_eq!(now, ladder::VERSION);
        let mut game = Game::of(&mut history, &items(10), &Rules::default(), START);
        game.play(&[false]);
        let old = usize::from(version == 1); // from then on the program keeps cards
        assert_eq!(due(&history, 0).len(), 1 + old);
    }
}

#[test]
fn what_an_older_version_remembered_is_due_too() {
    let folder = tempfile::tempdir().unwrap();
    let mut db = Connection::open(folder.path().join(FILE)).unwrap();
    ladder::climb_to(&mut db, 1).unwrap();
    db.execute_batch(
        "INSERT INTO item (id, stem, key, bank) VALUES (7, 'Stem?', 'key', 'tests');
         INSERT INTO sitting (id, started, title, fingerprint, mode, replay)
             VALUES (1, 0, 'Old', 'f', 'session', '');
         INSERT INTO response (sitting, n, item, at, verdict, took, points, helped, struck)
             VALUES (1, 0, 7, 0, 'wrong', 1000, 0, 0, 0);",
    )
    .unwrap();
    drop(db);
    let history = History::open(folder.path()).unwrap();
    assert_eq!(due(&history, 0).len(), 1);
}

#[test]
fn a_later_version_is_left_alone() {
    let (folder, history) = open();
    history.db.pragma_update(None, "user_version", 99).unwrap();
    drop(history);
    let before = fs::read(folder.path().join(FILE)).unwrap();
    let error = History::open(folder.path()).unwrap_err();
    assert!(matches!(error.trouble(), Trouble::Newer(99)), "{error:?}");
    assert!(error.hint().contains("later version"));
    assert_eq!(fs::read(folder.path().join(FILE)).unwrap(), before);
}

#[test]
fn a_damaged_file_is_set_aside_and_what_can_be_read_is_saved() {
    let (folder, mut history) = open();
    for n in 0..20 {
        let mut game = Game::of(&mut history, &items(30), &Rules::default(), START + n);
        game.play(&[true; 10]);
    }
    drop(history);
    assert_eq!(repair(folder.path()).unwrap(), Repaired::Whole);
    let path = folder.path().join(FILE);
    let whole = fs::read(&path).unwrap();
    // A page in the middle, the header, everything.
    let page = 4096;
    let middle = whole.len() / page / 2 * page;
    let mut least = None;
    for (from, to) in [(middle, middle + page), (0, 100), (0, whole.len())] {
        let mut bytes = whole.clone();
        bytes[from..to].fill(0x5a);
        fs::write(&path, &bytes).unwrap();
        let Repaired::Saved { responses, aside } = repair(folder.path()).unwrap() else {
            panic!("not repaired: {from}..{to}");
        };
        assert_eq!(fs::read(&aside).unwrap(), bytes, "the damaged file is kept");
        let history = History::open(folder.path()).unwrap();
        assert_eq!(history.size().unwrap().responses, responses);
        least.get_or_insert(responses);
        drop(history);
    }
    assert!(least.unwrap() > 50, "one lost page: {least:?} of 200");
}

#[test]
fn no_history_is_nothing_to_repair() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(repair(folder.path()).unwrap(), Repaired::Nothing);
    assert!(History::open_existing(folder.path()).unwrap().is_none());
}

#[test]
fn another_program_that_holds_the_file_is_named() {
    let (folder, mut history) = open();
    history.db.busy_timeout(Duration::from_millis(10)).unwrap();
    let other = Connection::open(folder.path().join(FILE)).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let session = Session::start(deal(&items(5), &Rules::default(), 1), Elapsed::ZERO);
    let error = history
        .begin(&session, &About::default(), START)
        .unwrap_err();
    assert!(matches!(error.trouble(), Trouble::Locked), "{error:?}");
}

#[test]
fn a_full_disk_is_named_and_loses_nothing_that_was_there() {
    let (_folder, mut history) = open();
    let mut game = Game::of(&mut history, &items(30), &Rules::default(), START);
    game.play(&[true; 10]);
    let before = history.size().unwrap();
    let pages: i64 = history
        .db
        .pragma_query_value(None, "page_count", |r| r.get(0))
        .unwrap();
    history
        .db
        .pragma_update(None, "max_page_count", pages)
        .unwrap();
    let session = Session::start(deal(&items(500), &Rules::of(Mode::Blitz), 1), Elapsed::ZERO);
    let error = history
        .begin(&session, &About::default(), START)
        .unwrap_err();
    assert!(matches!(error.trouble(), Trouble::Full), "{error:?}");
    assert_eq!(history.size().unwrap(), before);
}

#[test]
fn two_programs_at_once_lose_no_row() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    std::thread::scope(|scope| {
        for n in 0..4 {
            scope.spawn(move || {
                let mut history = History::open(path).unwrap();
                for _ in 0..5 {
                    let now = START + n;
                    Game::of(&mut history, &items(30), &Rules::default(), now).play(&[true; 10]);
                }
            });
        }
    });
    let size = History::open(path).unwrap().size().unwrap();
    assert_eq!((size.sittings, size.responses), (20, 200));
}

#[test]
fn a_session_that_is_played_is_never_taken_up_by_another_program() {
    let (folder, mut history) = open();
    let items = items(1);
    let over = std::sync::atomic::AtomicBool::new(false);
    let taken = std::thread::scope(|scope| {
        let looks = scope.spawn(|| {
            let other = History::open(folder.path()).unwrap();
            let mut taken = 0;
            while !over.load(std::sync::atomic::Ordering::Relaxed) {
                taken += usize::from(other.interrupted().unwrap().is_some());
            }
            taken
        });
        for _ in 0..100 {
            let mut game = Game::of(&mut history, &items, &Rules::default(), START);
            game.play(&[true]);
            assert_eq!(game.session.ending(), Some(Ending::Played));
        }
        over.store(true, std::sync::atomic::Ordering::Relaxed);
        looks.join().unwrap()
    });
    assert_eq!(taken, 0);
}

#[test]
fn of_many_that_reach_for_a_sitting_one_has_it() {
    let folder = tempfile::tempdir().unwrap();
    let holders = std::sync::atomic::AtomicUsize::new(0);
    let holds = || {
        let mut most = 0;
        for _ in 0..2_000 {
            let Some(hold) = hold::Hold::take(folder.path(), 1) else {
                continue;
            };
            let order = std::sync::atomic::Ordering::SeqCst;
            most = most.max(holders.fetch_add(1, order) + 1);
            holders.fetch_sub(1, order);
            drop(hold);
        }
        most
    };
    let most: Vec<usize> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(holds)).collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    });
    assert_eq!(most.into_iter().max(), Some(1));
}

#[test]
fn the_round_is_dealt_as_it_was_when_its_bank_has_changed() {
    let (_folder, mut history) = open();
    let mut game = Game::of(&mut history, &items(12), &Rules::default(), START);
    game.answer(true);
    let stored = game.session.round().clone();
    drop(game);
    let interrupted = history.interrupted().unwrap().unwrap();
    assert_eq!(interrupted.session.round(), &stored);
    assert!(matches!(stored.questions[0].form, Form::Choice { .. }));
}

#[test]
fn the_queries_of_a_game_use_an_index() {
    let (_folder, history) = open();
    for (sql, index) in [
        (include_str!("sql/response_of_item.sql"), "response_item"),
        (include_str!("sql/card_due.sql"), "card_due"),
        (include_str!("sql/card_due_count.sql"), "card_due"),
        (include_str!("sql/sitting_open.sql"), "sitting_open"),
        (include_str!("sql/result_better.sql"), "result_rank"),
    ] {
        let mut query = history
            .db
            .prepare(&format!("EXPLAIN QUERY PLAN {sql}"))
            .unwrap();
        let none = vec![rusqlite::types::Null; query.parameter_count()];
        let plan: Vec<String> = query
            .query_map(rusqlite::params_from_iter(none), |row| row.get(3))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        assert!(plan.join("; ").contains(index), "{index}: {plan:?}");
    }
}
