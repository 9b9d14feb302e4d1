//! How long an import takes: as many questions as all of `OpenTriviaQA` has.
#![allow(missing_docs, reason = "criterion's macros make public functions")]

use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
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
    given(&mut group, format);
}

/// All category files of `OpenTriviaQA` in `QUIZDATA`, where somebody has them.
fn given(group: &mut BenchmarkGroup<'_, WallTime>, format: Option<&'static dyn exchange::Format>) {
    let Some(folder) = std::env::var_os("QUIZDATA") else {
        return;
    };
    let folder = Path::new(&folder).join("opentriviaqa/categories");
    let files: Vec<Vec<u8>> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| fs::read(entry.path()).ok())
        .collect();
    let bytes: usize = files.iter().map(Vec::len).sum();
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("the given files of OpenTriviaQA", |bencher| {
        bencher.iter(|| {
            let read = |file: &Vec<u8>| {
                let import = exchange::import(black_box(file), format, &Options::default());
                import.map_or(0, |import| import.bank.to_json().len())
            };
            files.iter().map(read).sum::<usize>()
        });
    });
}

criterion_group!(benches, import);
criterion_main!(benches);
