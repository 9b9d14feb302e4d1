//! A long history: 100,000 answers to 2,000 questions over three years. How long it
//! takes to open it, to see what is due, to store an answer, and to count everything.

use std::path::Path;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use quizwright::history::{About, FILE, History};
use quizwright::item::{Draft, Item};
use quizwright::play::{Elapsed, Input, Rules, Session, deal};
use quizwright::schedule::Day;
use rusqlite::{Connection, params};

const ANSWERS: i64 = 100_000;
const ITEMS: i64 = 2_000;
const DAY: i64 = 86_400_000;
const START: i64 = 20_000 * DAY;

/// Fills a new history, in one transaction.
fn fill(folder: &Path) -> rusqlite::Result<()> {
    drop(History::open(folder).expect("a history"));
    let mut db = Connection::open(folder.join(FILE))?;
    let step = db.transaction()?;
    for id in 0..ITEMS {
        let category = format!("Category {}", id % 12);
        step.execute(
            "INSERT INTO item VALUES (?1, ?2, ?3, ?4, 'easy', 'bank')",
            params![id, format!("Stem {id}?"), format!("key {id}"), category],
        )?;
        step.execute(
            "INSERT INTO card VALUES (?1, ?2, 20000, 3.0, 5.0, 0)",
            params![id, 20_000 + id],
        )?;
    }
    for n in 0..ANSWERS {
        let at = START + n * (3 * 365 * DAY / ANSWERS);
        if n % 10 == 0 {
            step.execute(
                "INSERT INTO sitting VALUES (?1, ?2, ?2, 'played', 'Bank', 'f', 'session', '', NULL, NULL)",
                params![n / 10, at],
            )?;
        }
        let verdict = if n * 7 % 10 < 7 { "right" } else { "wrong" };
        step.execute(
            "INSERT INTO response VALUES (?1, ?2, ?3, ?4, ?5, NULL, ?6, 5000, 1000, 0, 0)",
            params![n, n / 10, n % 10, n * 31 % ITEMS, at, verdict],
        )?;
    }
    step.commit()
}

fn history(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    fill(folder.path()).expect("a full history");
    let today = Day::from_millis(START).plus(3 * 365);
    criterion.bench_function("open 100,000 answers", |bencher| {
        bencher.iter(|| History::open(folder.path()).expect("the history"));
    });
    let mut history = History::open(folder.path()).expect("the history");
    criterion.bench_function("count what is due of 100,000 answers", |bencher| {
        bencher.iter(|| history.due_count(today).expect("a count"));
    });
    criterion.bench_function("statistics of 100,000 answers", |bencher| {
        bencher.iter(|| history.statistics(today).expect("statistics"));
    });
    let items: Vec<Item> = (0..30)
        .map(|n| {
            let draft = Draft::choice(format!("New {n}?"), "key", ["one", "two", "three"]);
            Item::new(draft).expect("an item")
        })
        .collect();
    let about = About::default();
    let mut session = Session::start(deal(&items, &Rules::default(), 7), Elapsed::ZERO);
    let asked = session.handle(Elapsed::ZERO, Input::Shown);
    let sitting = history.begin(&session, &about, START).expect("a sitting");
    history
        .record(&sitting, &session, &about, &asked, START)
        .expect("the first question");
    criterion.bench_function("store an answer beside 100,000", |bencher| {
        bencher.iter_batched(
            || {
                let mut session = session.clone();
                let judged = session.handle(Elapsed::from_secs(3), Input::Choose(0));
                (session, judged)
            },
            |(session, judged)| {
                history
                    .record(&sitting, &session, &about, &judged, START)
                    .expect("an answer")
            },
            BatchSize::PerIteration,
        );
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = history
}
criterion_main!(benches);
