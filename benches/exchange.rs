//! How long an import takes: as many questions as all of `OpenTriviaQA` has.
#![allow(missing_docs, reason = "criterion's macros make public functions")]

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use quizwright::exchange::{self, Options};

/// The questions of `OpenTriviaQA`.
const QUESTIONS: usize = 49_716;

fn import(criterion: &mut Criterion) {
    let mut text = String::new();
    for n in 0..QUESTIONS {
        let _ = write!(
            text,
            "#Q Which of these answers belongs to the question number {n} of this file?\n^ The answer {n}\n\
             A The answer {n}\nB Another one, {n}\nC Something else, {n}\nD None that I know, {n}\n\n"
        );
    }
    let format = exchange::named("opentriviaqa");
    let mut group = criterion.benchmark_group("import");
    group
        .sample_size(10)
        .throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("49,716 questions of OpenTriviaQA", |bencher| {
        bencher.iter(|| {
            let import = exchange::import(black_box(text.as_bytes()), format, &Options::default());
            import.map(|import| import.bank.to_json().len())
        });
    });
}

criterion_group!(benches, import);
criterion_main!(benches);
