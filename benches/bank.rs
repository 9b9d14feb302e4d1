//! How long a bank takes to read: the one built in, and one of 50,000 items.
#![allow(missing_docs, reason = "criterion's macros make public functions")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use quizwright::bank::{self, Bank};
use quizwright::item::{Draft, Item};
use quizwright::play::{Rules, deal};

const BUILT_IN: &str = include_str!("../questions/jim-halpert.json");

fn large() -> String {
    let mut bank = Bank::new("Large");
    bank.items = (0..50_000)
        .filter_map(|n| {
            let option = |k| format!("the answer {}", n * 7 + k);
            let draft = Draft {
                category: Some(format!("Category {}", n % 20)),
                ..Draft::choice(
                    format!("Which of these answers was given to the question number {n} of the large bank?"),
                    option(0),
                    [option(1), option(2), option(3)],
                )
            };
            Item::new(draft).ok()
        })
        .collect();
    bank.to_json()
}

fn read(criterion: &mut Criterion) {
    criterion.bench_function("read the bank that is built in", |bencher| {
        bencher.iter(|| bank::read(black_box(BUILT_IN.as_bytes())).map(|b| b.items.len()));
    });
    let large = large();
    let mut group = criterion.benchmark_group("slow");
    group.sample_size(10);
    group.bench_function("read a bank of 50,000 items", |bencher| {
        bencher.iter(|| bank::read(black_box(large.as_bytes())).map(|b| b.items.len()));
    });
    group.bench_function("check a bank of 50,000 items", |bencher| {
        bencher.iter(|| bank::check(black_box(large.as_bytes())).len());
    });
}

/// Banks in which every rule that looks at all items has the most to do.
fn hostile(questions: usize) -> String {
    let mut bank = Bank::new("Hostile");
    bank.items = (0..questions)
        .filter_map(|n| {
            let stem =
                format!("Which one of all of these many words is the right one for x{n:05x}y?");
            let draft = Draft {
                category: Some(format!("Category of {n:x}")),
                ..Draft::choice(stem, "no", ["yes", "perhaps"])
            };
            Item::new(draft).ok()
        })
        .collect();
    bank.to_json()
}

fn check(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("check");
    group.sample_size(10);
    for questions in [10_000, 50_000] {
        let text = hostile(questions);
        group.bench_function(format!("a hostile bank of {questions}"), |bencher| {
            bencher.iter(|| bank::check(black_box(text.as_bytes())).len());
        });
    }
}

fn start(criterion: &mut Criterion) {
    let text = large();
    if let Ok(bank) = bank::read(text.as_bytes()) {
        for items in [1_000, 10_000, 50_000] {
            let some = bank.items.get(..items).unwrap_or(&bank.items);
            let name = format!("deal ten of {items} items");
            criterion.bench_function(&name, |bencher| {
                bencher.iter(|| deal(black_box(some), &Rules::default(), 1).length);
            });
        }
    }
    let mut group = criterion.benchmark_group("start");
    group.sample_size(10);
    group.bench_function("a session of a bank of 50,000 items", |bencher| {
        bencher.iter(|| {
            let bank = bank::read(black_box(text.as_bytes()));
            bank.map(|bank| deal(&bank.items, &Rules::default(), 1).length)
        });
    });
}

criterion_group!(benches, read, check, start);
criterion_main!(benches);
