//! How long a bank takes to read: the one built in, and one of 50,000 items.
#![allow(missing_docs, reason = "criterion's macros make public functions")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use quizwright::bank::{self, Bank};
use quizwright::item::{Draft, Item};

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

criterion_group!(benches, read);
criterion_main!(benches);
