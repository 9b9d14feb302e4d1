//! Every rule of the game, in virtual time.

use proptest::prelude::*;

use super::*;
use crate::item::{Draft, Item, KeyDraft, Source};

fn choice(n: usize) -> Item {
    let mut draft = Draft::choice(
        format!("Stem {n}?"),
        format!("key {n}"),
        ["w1", "w2", "w3", "w4"],
    );
    draft.category = Some(["Places", "People"][n % 2].to_owned());
    draft.source = Some(Source {
        title: "Article".into(),
        quote: Some(format!("It says key {n} here.")),
        ..Source::default()
    });
    Item::new(draft).unwrap()
}

fn bag(n: usize) -> Vec<Item> {
    (0..n).map(choice).collect()
}

/// A session whose time the test moves.
struct Game {
    session: Session,
    now: u64,
}

impl Game {
    fn of(items: &[Item], rules: &Rules) -> Self {
        let session = Session::start(deal(items, rules, 1), Elapsed::ZERO);
        let mut game = Self { session, now: 0 };
        game.send(Input::Shown);
        game
    }

    fn mode(mode: Mode) -> Self {
        Self::of(&bag(12), &Rules::of(mode))
    }

    /// Sends an input now.
    fn send(&mut self, input: Input) -> Vec<Event> {
        self.session.handle(Elapsed::from_millis(self.now), input)
    }

    /// Lets time go by, and says that it did.
    fn wait(&mut self, millis: u64) -> Vec<Event> {
        self.now += millis;
        self.send(Input::Tick)
    }

    /// The place of a right or wrong option.
    fn place(&self, right: bool) -> usize {
        let Scene::Question { question, .. } = self.session.view().scene else {
            panic!("no question: {:?}", self.session.view().scene);
        };
        (0..question.form.options().len())
            .find(|&n| question.form.is_right(n) == right)
            .unwrap()
    }

    fn answer(&mut self, right: bool) -> Judgement {
        let place = self.place(right);
        judgement(&self.send(Input::Choose(place)))
    }

    /// Answers after a time, and goes on to the next question.
    fn play(&mut self, right: bool, millis: u64) -> Judgement {
        self.now += millis;
        let judgement = self.answer(right);
        self.next();
        judgement
    }

    fn next(&mut self) -> Vec<Event> {
        let mut events = self.send(Input::Confirm);
        events.extend(self.send(Input::Shown));
        events
    }

    fn left(&self) -> u64 {
        self.session.view().clock.unwrap().left.as_millis()
    }

    fn stem(&self) -> String {
        match self.session.view().scene {
            Scene::Question { question, .. } | Scene::Feedback { question, .. } => {
                question.stem.clone()
            }
            scene => panic!("no question: {scene:?}"),
        }
    }
}

fn judgement(events: &[Event]) -> Judgement {
    match events {
        [.., Event::Judged(judgement)] => judgement.clone(),
        events => panic!("no judgement: {events:?}"),
    }
}

#[test]
fn a_session_asks_ten_and_counts_them() {
    let mut game = Game::mode(Mode::Session);
    for n in 0..10 {
        assert_eq!(game.session.view().place, n + 1);
        assert_eq!(game.session.view().of, Some(10));
        game.play(n % 3 != 0, 1000);
    }
    assert_eq!(game.session.ending(), Some(Ending::Played));
    let summary = Summary::of(&game.session);
    assert_eq!((summary.right, summary.of, summary.score), (6, 10, 6000));
    assert_eq!(summary.accuracy(), Some(60));
    assert_eq!(summary.best_row, 2);
    assert_eq!(summary.missed.len(), 4);
    assert_eq!(summary.took, Elapsed::from_secs(10));
    let shares: u32 = summary.shares.iter().map(|share| share.of).sum();
    assert_eq!((summary.shares.len(), shares), (2, 10));
}

#[test]
fn thinking_is_never_punished_without_a_clock() {
    let mut game = Game::mode(Mode::Session);
    assert_eq!(game.session.wake_at(), None);
    assert_eq!(game.play(true, 1).points.total(), 1000);
    assert_eq!(game.play(true, 3_600_000).points.total(), 1000);
}

#[test]
fn a_streak_pays_only_where_it_is_asked_for() {
    let rules = Rules {
        streak: true,
        ..Rules::default()
    };
    let mut game = Game::of(&bag(12), &rules);
    let mut bonus = |right| game.play(right, 1).points.bonus;
    let paid: Vec<u32> = [true, true, true, false, true, true].map(&mut bonus).into();
    assert_eq!(paid, [0, 100, 200, 0, 0, 100]);
    let mut plain = Game::mode(Mode::Session);
    plain.play(true, 1);
    assert_eq!(plain.play(true, 1).points.bonus, 0);
}

#[test]
fn the_highlight_is_the_choice() {
    let mut game = Game::mode(Mode::Session);
    assert_eq!(game.send(Input::Confirm), []);
    let right = game.place(true);
    for _ in 0..=right {
        game.send(Input::Down);
    }
    let judgement = judgement(&game.send(Input::Confirm));
    assert_eq!(judgement.response, Response::Option(right));
    assert_eq!(judgement.verdict, Verdict::Right);
}

#[test]
fn the_highlight_goes_round() {
    let mut game = Game::mode(Mode::Session);
    let at = |game: &Game| match game.session.view().scene {
        Scene::Question { highlighted, .. } => highlighted,
        _ => None,
    };
    let walk = [Input::Up, Input::Up, Input::Down, Input::Down, Input::Down];
    let places = walk.map(|input| {
        game.send(input);
        at(&game)
    });
    assert_eq!(places, [Some(3), Some(2), Some(3), Some(0), Some(1)]);
}

#[test]
fn nothing_is_answered_before_it_is_on_the_screen() {
    let round = deal(&bag(3), &Rules::of(Mode::Countdown), 1);
    let mut session = Session::start(round, Elapsed::ZERO);
    assert!(session.awaits_screen());
    assert_eq!(session.wake_at(), None, "its clock does not run");
    assert_eq!(session.handle(Elapsed::ZERO, Input::Choose(0)), []);
    let late = Elapsed::from_secs(100);
    assert_eq!(session.handle(late, Input::Tick), []);
    let events = session.handle(late, Input::Shown);
    assert!(matches!(events[..], [Event::Asked { question: 0, .. }]));
    assert_eq!(session.wake_at(), Some(Elapsed::from_secs(120)));
}

#[test]
fn late_is_late() {
    for (millis, verdict) in [
        (19_999, Verdict::Right),
        (20_000, Verdict::Late),
        (20_001, Verdict::Late),
        (90_000, Verdict::Late),
    ] {
        let mut game = Game::mode(Mode::Countdown);
        game.now = millis;
        let place = game.place(true);
        let judgement = judgement(&game.send(Input::Choose(place)));
        assert_eq!(judgement.verdict, verdict, "{millis} ms");
        assert!(judgement.took <= Elapsed::from_secs(20));
    }
}

#[test]
fn a_key_on_its_way_at_the_deadline_does_not_go_on_either() {
    let mut game = Game::mode(Mode::Countdown);
    game.send(Input::Down);
    game.now = 20_000;
    game.send(Input::Confirm);
    assert!(matches!(
        game.session.view().scene,
        Scene::Feedback { judgement, .. } if judgement.verdict == Verdict::Late
    ));
}

#[test]
fn countdown_gives_points_for_speed_and_goes_on_after_a_miss() {
    let mut game = Game::mode(Mode::Countdown);
    assert_eq!(game.play(true, 499).points.total(), 1000);
    assert_eq!(game.play(true, 10_000).points.total(), 750);
    assert_eq!(game.play(false, 1).points.total(), 0);
    let late = judgement(&game.wait(20_000));
    assert_eq!((late.verdict, late.points.total()), (Verdict::Late, 0));
    assert_eq!(game.session.wake_at(), None, "feedback waits for a key");
    game.next();
    assert_eq!(game.left(), 20_000, "each question has its own clock");
}

#[test]
fn blitz_has_one_clock_that_stands_still_while_feedback_shows() {
    let mut game = Game::mode(Mode::Blitz);
    game.now = 4_000;
    game.answer(true);
    assert_eq!(game.left(), 56_000);
    game.wait(799);
    assert_eq!(game.left(), 56_000);
    assert!(matches!(
        game.session.view().scene,
        Scene::Feedback {
            by_itself: true,
            ..
        }
    ));
    game.wait(1);
    assert!(game.session.awaits_screen(), "0.8 s, then the next one");
    game.send(Input::Shown);
    game.wait(1_000);
    assert_eq!(game.left(), 55_000);
    game.answer(false);
    assert_eq!(game.left(), 50_000, "a wrong answer costs 5 s");
    game.next();
    assert_eq!(game.session.view().right, 1);
}

#[test]
fn blitz_ends_at_zero_and_the_open_question_does_not_count() {
    let mut game = Game::mode(Mode::Blitz);
    game.play(true, 10_000);
    game.play(true, 10_000);
    let late = judgement(&game.wait(40_000));
    assert_eq!(late.verdict, Verdict::Late);
    assert_eq!(game.session.wake_at(), None, "time's up waits for a key");
    game.next();
    assert_eq!(game.session.ending(), Some(Ending::TimeUp));
    let summary = Summary::of(&game.session);
    assert_eq!((summary.right, summary.of), (2, 2));
    assert_eq!(summary.left, Elapsed::ZERO);
}

#[test]
fn a_wrong_answer_can_end_a_blitz() {
    let rules = Rules {
        time: Some(Elapsed::from_secs(5)),
        ..Rules::of(Mode::Blitz)
    };
    let mut game = Game::of(&bag(12), &rules);
    game.play(false, 100);
    assert_eq!(game.session.ending(), Some(Ending::TimeUp));
}

#[test]
fn a_bag_played_empty_is_cleared() {
    for mode in [Mode::Blitz, Mode::Stacker, Mode::SuddenDeath] {
        let mut game = Game::mode(mode);
        for _ in 0..12 {
            game.play(true, 10);
        }
        assert_eq!(game.session.ending(), Some(Ending::Cleared), "{mode:?}");
        assert_eq!(Summary::of(&game.session).right, 12);
    }
}

#[test]
fn a_count_makes_the_bag_of_a_challenge_smaller() {
    for mode in [Mode::Blitz, Mode::Stacker, Mode::SuddenDeath] {
        for (count, asked) in [(5, 5), (50, 12)] {
            let rules = Rules {
                count: Some(count),
                ..Rules::of(mode)
            };
            let mut game = Game::of(&bag(12), &rules);
            for _ in 0..asked {
                assert_eq!(game.session.ending(), None, "{mode:?}");
                game.play(true, 10);
            }
            assert_eq!(game.session.ending(), Some(Ending::Cleared), "{mode:?}");
        }
        let whole = deal(&bag(12), &Rules::of(mode), 7).questions;
        let rules = Rules {
            count: Some(5),
            ..Rules::of(mode)
        };
        assert_eq!(deal(&bag(12), &rules, 7).questions, whole[..5], "{mode:?}");
    }
}

#[test]
fn stacker_fills_and_drains_its_clock() {
    let mut game = Game::mode(Mode::Stacker);
    assert_eq!(game.left(), 15_000);
    game.play(true, 2_000);
    assert_eq!(game.left(), 16_000);
    game.play(false, 1_000);
    assert_eq!(game.left(), 9_000);
    game.play(false, 2_999);
    assert_eq!(game.left(), 1);
    game.play(false, 0);
    assert_eq!(game.session.ending(), Some(Ending::TimeUp));
}

#[test]
fn sudden_death_ends_at_the_first_wrong_or_late_answer() {
    let mut game = Game::mode(Mode::SuddenDeath);
    game.play(true, 14_999);
    assert_eq!(game.session.ending(), None);
    game.play(false, 1);
    assert_eq!(game.session.ending(), Some(Ending::Missed));
    let left = Summary::of(&game.session).left;
    assert_eq!(left, Elapsed::from_millis(1), "of the right answers alone");
    let mut game = Game::mode(Mode::SuddenDeath);
    game.wait(15_000);
    game.next();
    assert_eq!(game.session.ending(), Some(Ending::Missed));
}

#[test]
fn a_pause_hides_the_question_and_stops_every_clock() {
    for &mode in Mode::CHALLENGES {
        for cover in [Input::Pause, Input::Help, Input::Leave] {
            let mut game = Game::mode(mode);
            game.wait(1_000);
            let before = game.left();
            game.send(cover);
            assert!(matches!(game.session.view().scene, Scene::Held(_)));
            assert_eq!(game.session.wake_at(), None);
            game.wait(500_000);
            game.send(Input::Choose(0));
            game.send(Input::Stay);
            assert!(game.session.awaits_screen(), "it is shown again first");
            game.wait(500_000);
            game.send(Input::Shown);
            assert_eq!(game.left(), before, "{mode:?} {cover:?}");
            assert!(game.session.judgements().is_empty());
        }
    }
}

#[test]
fn the_time_of_a_pause_is_not_thinking_time() {
    let mut game = Game::mode(Mode::Countdown);
    game.wait(1_000);
    game.send(Input::Pause);
    game.wait(60_000);
    game.send(Input::Stay);
    game.send(Input::Shown);
    game.wait(1_000);
    assert_eq!(game.answer(true).took, Elapsed::from_secs(2));
}

#[test]
fn leaving_asks_once() {
    let mut game = Game::mode(Mode::Session);
    assert_eq!(game.send(Input::Leave), [Event::Held(Hold::Leave)]);
    assert_eq!(game.send(Input::Stay), [Event::Resumed]);
    game.send(Input::Leave);
    assert_eq!(game.send(Input::Yes), [Event::Finished(Ending::Left)]);
    assert_eq!(game.send(Input::Shown), []);
}

#[test]
fn fifty_fifty_takes_two_halves_the_points_and_is_there_once() {
    let mut game = Game::mode(Mode::Session);
    assert!(game.session.view().lifelines.fifty_fifty);
    game.send(Input::FiftyFifty);
    let Scene::Question { removed, .. } = game.session.view().scene else {
        panic!("a question");
    };
    let removed = removed.to_vec();
    assert_eq!(removed.len(), 2);
    assert_eq!(game.send(Input::Choose(removed[0])), [], "it is gone");
    assert_eq!(game.answer(true).points.total(), 500);
    game.next();
    assert!(!game.session.view().lifelines.fifty_fifty);
    assert_eq!(game.send(Input::FiftyFifty), []);
    assert_eq!(game.answer(true).points.total(), 1000);
}

#[test]
fn the_hint_shows_the_source_with_the_key_blanked_and_halves() {
    let mut game = Game::mode(Mode::Session);
    game.send(Input::Hint);
    let Scene::Question {
        hint: Some(hint), ..
    } = game.session.view().scene
    else {
        panic!("a hint");
    };
    assert_eq!(hint, "It says ____ here.");
    game.send(Input::FiftyFifty);
    assert_eq!(game.answer(true).points.total(), 250);
    game.next();
    assert!(!game.session.view().lifelines.hint);
}

#[test]
fn without_a_source_no_hint_is_offered() {
    let item = Item::new(Draft::choice("S?", "k", ["w"])).unwrap();
    let mut game = Game::of(&[item], &Rules::default());
    assert!(!game.session.view().lifelines.hint);
    assert_eq!(game.send(Input::Hint), []);
}

#[test]
fn a_skipped_question_goes_back_to_the_bag() {
    let mut game = Game::of(&bag(3), &Rules::default());
    let skipped = game.stem();
    let events = game.send(Input::Skip);
    assert!(matches!(events[..], [Event::Skipped { .. }]));
    game.send(Input::Shown);
    assert_eq!(
        game.session.view().place,
        1,
        "its place is taken by another"
    );
    assert!(!game.session.view().lifelines.skip);
    game.play(true, 1);
    game.play(true, 1);
    assert_eq!(game.stem(), skipped, "it comes back when the bag is empty");
    game.play(true, 1);
    assert_eq!(game.session.ending(), Some(Ending::Played));
    assert_eq!(Summary::of(&game.session).of, 3);
}

#[test]
fn skipping_the_only_question_makes_no_sense() {
    let mut game = Game::of(&bag(1), &Rules::default());
    assert!(!game.session.view().lifelines.skip);
    assert_eq!(game.send(Input::Skip), []);
}

#[test]
fn lifelines_and_overruling_are_off_in_challenges() {
    for &mode in Mode::CHALLENGES {
        let mut game = Game::mode(mode);
        assert_eq!(game.session.view().lifelines, Lifelines::default());
        for input in [Input::FiftyFifty, Input::Hint, Input::Skip] {
            assert_eq!(game.send(input), [], "{mode:?} {input:?}");
        }
    }
}

#[test]
fn a_report_before_the_answer_brings_another_question() {
    let mut game = Game::mode(Mode::Session);
    let bad = game.stem();
    let events = game.send(Input::Report);
    assert!(matches!(events[..], [Event::Reported { struck: true, .. }]));
    game.send(Input::Shown);
    assert_ne!(game.stem(), bad);
    assert_eq!(game.session.view().place, 1);
    for _ in 0..10 {
        assert_ne!(game.stem(), bad);
        game.play(true, 1);
    }
    let summary = Summary::of(&game.session);
    assert_eq!((summary.of, summary.reported.len()), (10, 1));
}

#[test]
fn reporting_everything_ends_the_session() {
    let mut game = Game::of(&bag(3), &Rules::default());
    for _ in 0..3 {
        game.send(Input::Report);
        game.send(Input::Shown);
    }
    assert_eq!(game.session.ending(), Some(Ending::Played));
    assert_eq!(Summary::of(&game.session).of, 0);
    assert_eq!(Summary::of(&game.session).accuracy(), None);
}

#[test]
fn a_report_after_the_answer_strikes_it() {
    let mut game = Game::mode(Mode::Session);
    game.play(true, 1);
    game.answer(false);
    assert_eq!(game.session.view().row, 0);
    let events = game.send(Input::Report);
    assert!(matches!(events[..], [Event::Reported { struck: true, .. }]));
    assert_eq!(game.send(Input::Report), [], "once is enough");
    assert_eq!(game.session.view().row, 1, "as if it had not been asked");
    assert_eq!(game.session.missed(), None);
    game.next();
    game.answer(true);
    game.send(Input::Report);
    let summary = Summary::of(&game.session);
    assert_eq!((summary.score, summary.of), (1000, 1), "its points go too");
}

#[test]
fn in_a_challenge_a_report_only_marks() {
    let mut game = Game::mode(Mode::Countdown);
    let events = game.send(Input::Report);
    assert!(matches!(
        events[..],
        [Event::Reported { struck: false, .. }]
    ));
    assert_eq!(game.send(Input::Report), []);
    let judgement = game.answer(true);
    assert!(judgement.reported && !judgement.struck);
    assert_eq!(game.session.view().score, 1000);
}

fn several() -> Item {
    Item::new(Draft {
        stem: "Which are even?".into(),
        keys: vec!["2".into(), "4".into()],
        distractors: vec!["1".into(), "3".into()],
        ..Draft::default()
    })
    .unwrap()
}

#[test]
fn several_right_answers_are_marked_and_confirmed() {
    let mut game = Game::of(&[several()], &Rules::default());
    assert_eq!(game.send(Input::Confirm), [], "nothing is marked");
    let Scene::Question { question, .. } = game.session.view().scene else {
        panic!("a question");
    };
    let right: Vec<usize> = (0..4).filter(|&n| question.form.is_right(n)).collect();
    let wrong = (0..4).find(|n| !right.contains(n)).unwrap();
    for place in [right[1], wrong, right[0], wrong] {
        assert_eq!(game.send(Input::Choose(place)), []);
    }
    let judgement = judgement(&game.send(Input::Confirm));
    assert_eq!(judgement.verdict, Verdict::Right);
    assert_eq!(judgement.response, Response::Several(right));
}

#[test]
fn some_of_several_are_not_enough_and_space_marks_the_highlight() {
    let mut game = Game::of(&[several()], &Rules::default());
    game.send(Input::Down);
    game.send(Input::Mark);
    let judgement = judgement(&game.send(Input::Confirm));
    assert_eq!(judgement.response, Response::Several(vec![0]));
    assert_eq!(judgement.verdict, Verdict::Wrong);
}

#[test]
fn true_or_false_keeps_its_order_and_has_no_fifty_fifty() {
    let item = Item::new(Draft {
        stem: "Water is wet.".into(),
        key: Some(KeyDraft::Truth(false)),
        ..Draft::default()
    })
    .unwrap();
    let mut game = Game::of(&[item], &Rules::default());
    assert!(!game.session.view().lifelines.fifty_fifty);
    let judgement = judgement(&game.send(Input::Choose(1)));
    assert_eq!(judgement.verdict, Verdict::Right);
}

fn typed(text: &str) -> (Game, Judgement) {
    let rules = Rules {
        typed: true,
        ..Rules::default()
    };
    let item = Item::new(Draft::choice("Who?", "Karen Filippelli", ["Pam Beesly"])).unwrap();
    let mut game = Game::of(&[item], &rules);
    for letter in text.chars() {
        game.send(Input::Type(letter));
    }
    let judgement = judgement(&game.send(Input::Confirm));
    (game, judgement)
}

#[test]
fn typed_answers_are_compared_leniently() {
    for (text, verdict, points) in [
        ("karen filippelli", Verdict::Right, 1000),
        (" Karen Filipelli ", Verdict::Close, 800),
        ("Pam Beesly", Verdict::Wrong, 0),
    ] {
        let (_, judgement) = typed(text);
        assert_eq!(judgement.verdict, verdict, "{text}");
        assert_eq!(judgement.points.total(), points, "{text}");
    }
}

#[test]
fn i_was_right_overrules_a_wrong_and_a_close_answer_once() {
    for text in ["her boss", "Karen Filipelli"] {
        let (mut game, _) = typed(text);
        let events = game.send(Input::Overrule);
        let [Event::Overruled(judgement)] = &events[..] else {
            panic!("{events:?}");
        };
        assert_eq!(judgement.verdict, Verdict::Right);
        assert_eq!(judgement.points.total(), 1000);
        assert_eq!(game.send(Input::Overrule), []);
        assert_eq!(game.session.judgements().len(), 1);
    }
    let (mut game, _) = typed("karen filippelli");
    assert_eq!(
        game.send(Input::Overrule),
        [],
        "there is nothing to overrule"
    );
}

#[test]
fn i_was_right_can_still_be_said_when_the_next_question_waits() {
    let rules = Rules {
        typed: true,
        ..Rules::default()
    };
    let mut game = Game::of(&bag(3), &rules);
    game.send(Input::Hint);
    for input in [
        Input::Type('x'),
        Input::Confirm,
        Input::Confirm,
        Input::Shown,
    ] {
        game.send(input);
    }
    let events = game.send(Input::Overrule);
    let [Event::Overruled(judgement)] = events.as_slice() else {
        panic!("not overruled: {events:?}");
    };
    assert_eq!(judgement.points.total(), 500, "the hint still halves");
    assert_eq!(game.send(Input::Overrule), [], "once");
    assert_eq!(
        game.session.view().place,
        2,
        "the next question still waits"
    );
}

#[test]
fn typing_can_be_taken_back() {
    let rules = Rules {
        typed: true,
        ..Rules::default()
    };
    let mut game = Game::of(&bag(1), &rules);
    let text = |game: &Game| match game.session.view().scene {
        Scene::Question { typed, .. } => typed.to_owned(),
        _ => String::new(),
    };
    for letter in "one two é".chars() {
        game.send(Input::Type(letter));
    }
    let mut after = |input| {
        game.send(input);
        text(&game)
    };
    assert_eq!(after(Input::Erase), "one two ");
    assert_eq!(after(Input::EraseWord), "one ");
    assert_eq!(after(Input::Type('\u{7}')), "one ");
    assert_eq!(after(Input::EraseAll), "");
    assert_eq!(game.send(Input::Confirm), [], "an empty answer is none");
}

#[test]
fn the_missed_ones_come_again_with_the_same_options() {
    let mut game = Game::mode(Mode::Countdown);
    for n in 0..10 {
        game.play(n % 5 != 0, 1);
    }
    let again = game.session.missed().unwrap();
    let before: Vec<&Question> = Summary::of(&game.session)
        .missed
        .iter()
        .map(|(question, _)| *question)
        .collect();
    assert_eq!(again.questions.iter().collect::<Vec<_>>(), before);
    assert_eq!((again.length, again.rules.mode), (2, Mode::Session));
}

#[test]
fn players_take_turns_and_equal_scores_share_a_rank() {
    let rules = Rules {
        count: Some(6),
        players: ["Ann", "Bob", "Cy"].map(str::to_owned).to_vec(),
        ..Rules::default()
    };
    let mut game = Game::of(&bag(12), &rules);
    let mut turns = Vec::new();
    for right in [true, false, true, true, true, true] {
        turns.push(game.session.view().player.unwrap().to_owned());
        let judgement = game.answer(right);
        let name = &rules.players[judgement.player];
        assert_eq!(game.session.view().player, Some(name.as_str()));
        game.next();
    }
    assert_eq!(turns, ["Ann", "Bob", "Cy", "Ann", "Bob", "Cy"]);
    let table: Vec<_> = Summary::of(&game.session)
        .standings
        .into_iter()
        .map(|s| (s.rank, s.name, s.score, s.of))
        .collect();
    let line = |rank, name: &str, score| (rank, name.to_owned(), score, 2);
    assert_eq!(
        table,
        [
            line(1, "Ann", 2000),
            line(1, "Cy", 2000),
            line(3, "Bob", 1000)
        ]
    );
}

#[test]
fn everybody_has_lifelines_of_their_own() {
    let rules = Rules {
        players: ["Ann", "Bob"].map(str::to_owned).to_vec(),
        ..Rules::default()
    };
    let mut game = Game::of(&bag(12), &rules);
    game.send(Input::FiftyFifty);
    game.play(true, 1);
    assert!(game.session.view().lifelines.fifty_fifty, "Bob");
    game.play(true, 1);
    assert!(!game.session.view().lifelines.fifty_fifty, "Ann");
}

#[test]
fn an_interrupted_challenge_goes_on_paused_with_the_right_clocks() {
    for (mode, left) in [
        (Mode::Countdown, 20_000),
        (Mode::SuddenDeath, 15_000),
        (Mode::Blitz, 50_000),
        (Mode::Stacker, 8_000),
    ] {
        let mut game = Game::mode(mode);
        game.play(true, 10_000);
        game.wait(3_000);
        let stored = serde_json::to_string(&game.session).unwrap();
        let question = game.stem();
        let round = game.session.round().clone();
        game.session = serde_json::from_str::<Session>(&stored)
            .unwrap()
            .restore(round);
        game.now = 0;
        game.session.resume(Elapsed::ZERO);
        assert!(matches!(
            game.session.view().scene,
            Scene::Held(Hold::Pause)
        ));
        assert!(game.session.was_resumed());
        game.send(Input::Stay);
        game.send(Input::Shown);
        assert_eq!(game.left(), left, "{mode:?}");
        assert_eq!(game.stem(), question);
    }
}

#[test]
fn hidden_questions_make_way_for_spare_ones() {
    let items = bag(14);
    let rules = Rules::default();
    let round = deal(&items, &rules, 3);
    let asked: Vec<_> = round.questions.iter().map(|q| q.id).collect();
    let hidden = [asked[0], asked[4], asked[11]].into();
    let without = round.clone().without(&hidden);
    assert_eq!(without.length, 10);
    let left: Vec<_> = without.questions.iter().map(|q| q.id).collect();
    assert_eq!((left[0], left[4]), (asked[10], asked[12]), "spare ones");
    assert_eq!(left[1..4], asked[1..4], "the others stay where they were");
    // With too few, fewer are asked, and everybody gets the same number.
    let hidden = asked[..5].iter().copied().collect();
    assert_eq!(round.without(&hidden).length, 9);
    let party = Rules {
        players: vec!["Ann".into(), "Bob".into()],
        ..Rules::default()
    };
    let hidden = asked[..5].iter().copied().collect();
    assert_eq!(deal(&items, &party, 3).without(&hidden).length, 8);
    let all = asked.into_iter().collect();
    assert!(deal(&items, &rules, 3).without(&all).is_empty());
}

#[test]
fn nothing_to_ask_is_over_at_once() {
    let session = Session::start(deal(&[], &Rules::default(), 1), Elapsed::ZERO);
    assert_eq!(session.ending(), Some(Ending::Played));
    assert_eq!(Summary::of(&session).of, 0);
}

/// Any input, the frequent ones more often.
fn input() -> impl Strategy<Value = Input> {
    prop_oneof![
        6 => Just(Input::Shown),
        4 => (0_usize..6).prop_map(Input::Choose),
        4 => Just(Input::Confirm),
        2 => Just(Input::Stay),
        1 => prop::sample::select(vec![
            Input::Tick, Input::Up, Input::Down, Input::Mark, Input::Type('x'), Input::Erase,
            Input::EraseWord, Input::EraseAll, Input::FiftyFifty, Input::Hint, Input::Skip,
            Input::Report, Input::Overrule, Input::Pause, Input::Help, Input::Leave,
        ]),
    ]
}

fn rules() -> impl Strategy<Value = Rules> {
    let mode = prop::sample::select(vec![
        Mode::Session,
        Mode::Blitz,
        Mode::Countdown,
        Mode::Stacker,
        Mode::SuddenDeath,
    ]);
    (mode, any::<bool>(), any::<bool>(), 0_usize..4).prop_map(|(mode, streak, typed, seats)| {
        Rules {
            streak,
            typed,
            players: match seats {
                2.. if mode == Mode::Session => (0..seats).map(|n| format!("P{n}")).collect(),
                _ => Vec::new(),
            },
            ..Rules::of(mode)
        }
    })
}

fn mixed(n: usize) -> Vec<Item> {
    bag(n).into_iter().chain([several()]).collect()
}

proptest! {
    #[test]
    fn laws_hold_whatever_is_pressed(
        rules in rules(),
        size in 0_usize..9,
        seed in any::<u64>(),
        moves in prop::collection::vec((input(), 0_u64..9_000), 0..120),
    ) {
        let mut session = Session::start(deal(&mixed(size), &rules, seed), Elapsed::ZERO);
        let total = |s: &Session| Summary::of(s).score;
        let mut now = Elapsed::ZERO;
        let mut judged: Vec<usize> = Vec::new();
        for (input, wait) in moves {
            now += Elapsed::from_millis(wait);
            let before = (total(&session), session.ending());
            let deadline = session.wake_at().filter(|_| {
                matches!(session.view().scene, Scene::Question { .. })
            });
            let events = session.handle(now, input);
            if before.1.is_some() {
                prop_assert!(events.is_empty(), "nothing happens after the end");
            }
            let struck = events.iter().any(|e| matches!(e, Event::Reported { struck: true, .. }));
            prop_assert!(struck || total(&session) >= before.0, "the score never falls");
            for event in &events {
                if let Event::Judged(judgement) = event {
                    prop_assert!(!judged.contains(&judgement.question), "one judgement a question");
                    judged.push(judgement.question);
                    if deadline.is_some_and(|deadline| now >= deadline) {
                        prop_assert_eq!(judgement.verdict, Verdict::Late, "late is late");
                    }
                    prop_assert!(judgement.verdict.is_right() || judgement.points.total() == 0);
                }
            }
            let view = session.view();
            prop_assert!(view.of.is_none_or(|of| view.place <= of.max(1)));
            if let Some(wake) = session.wake_at() {
                prop_assert!(wake > now || !events.is_empty() || wake == now);
            }
        }
        let stored = serde_json::to_string(&session).unwrap();
        let restored = serde_json::from_str::<Session>(&stored).unwrap();
        prop_assert_eq!(restored.restore(session.round().clone()), session);
    }

    #[test]
    fn time_that_goes_backwards_is_ignored(
        mode in prop::sample::select(Mode::CHALLENGES.to_vec()),
        moves in prop::collection::vec((input(), 0_u64..5_000, 0_u64..60_000), 0..60),
    ) {
        let round = deal(&mixed(6), &Rules::of(mode), 1);
        let mut steady = Session::start(round.clone(), Elapsed::ZERO);
        let mut shaken = Session::start(round, Elapsed::ZERO);
        let mut now = 0;
        for (input, wait, back) in moves {
            now += wait;
            let (then, before) = (Elapsed::from_millis(now), Elapsed::from_millis(now.saturating_sub(back)));
            let mut same = vec![(steady.handle(then, Input::Tick), shaken.handle(then, Input::Tick))];
            same.push((steady.handle(then, input), shaken.handle(before, input)));
            for (one, other) in same {
                prop_assert_eq!(one, other);
            }
            prop_assert_eq!(steady.wake_at(), shaken.wake_at());
        }
        prop_assert_eq!(steady.view(), shaken.view());
    }
}
