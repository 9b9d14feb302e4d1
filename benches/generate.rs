//! From an article to its items: the tokens that are parsed in a second, the first
//! article, the articles of a second, and a shelf of articles.
//!
//! The shelf is the folder of articles beside the project, where there is one,
//! and else texts of our own. It is measured in words a second on two threads.
#![allow(missing_docs, reason = "criterion's macros make public functions")]

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use quizwright::article;
use quizwright::fact::Document;
use quizwright::generate::generate;
use quizwright::text::{Engine, sentence};

const FIRST: &str = include_str!("../questions/articles/jim-halpert.txt");
const OWN: &str = include_str!("../tests/suite/episode.txt");

/// Tagging, both parsers and the vote, on one thread.
fn parse(criterion: &mut Criterion) {
    let (read, _) = article::read(FIRST, None);
    let blocks = read.sections.iter().flat_map(|section| &section.blocks);
    let blocks: Vec<&str> = blocks.map(|block| block.span.of(&read.text)).collect();
    let engine = Engine::shared();
    let analyse = |text: &&str| -> usize {
        let spans = sentence::split(text);
        let words = |span| engine.analyse(text, span, &[]).words.len();
        spans.into_iter().map(words).sum()
    };
    let tokens: usize = blocks.iter().map(analyse).sum();
    let mut group = criterion.benchmark_group("slow");
    group.sample_size(10);
    group.throughput(Throughput::Elements(u64::try_from(tokens).unwrap_or(1)));
    group.bench_function("parse the first article, by tokens", |bencher| {
        bencher.iter(|| black_box(&blocks).iter().map(analyse).sum::<usize>());
    });
}

fn first(criterion: &mut Criterion) {
    let (read, _) = article::read(FIRST, None);
    criterion.bench_function("read the first article", |bencher| {
        bencher.iter(|| article::read(black_box(FIRST), None).0.text.len());
    });
    let mut group = criterion.benchmark_group("slow");
    group.sample_size(10);
    group.bench_function("find the facts of the first article", |bencher| {
        bencher.iter(|| Document::read(black_box(&read)).sentences.len());
    });
    group.bench_function("make a bank of the first article", |bencher| {
        bencher.iter(|| {
            generate(&article::read(black_box(FIRST), None).0, None)
                .made
                .len()
        });
    });
}

/// The articles beside the project, or our own text many times.
fn shelf() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles/dev");
    let mut files: Vec<_> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".seed.txt"))
        .collect();
    files.sort();
    let texts: Vec<String> = files
        .iter()
        .filter_map(|path| fs::read_to_string(path).ok())
        .collect();
    if texts.is_empty() {
        vec![OWN.repeat(20); 8]
    } else {
        texts
    }
}

fn many(criterion: &mut Criterion) {
    let texts = shelf();
    let words: usize = texts.iter().map(|t| t.split_whitespace().count()).sum();
    let mut group = criterion.benchmark_group("slow");
    group.sample_size(10);
    group.throughput(Throughput::Elements(u64::try_from(words).unwrap_or(1)));
    group.bench_function(
        "make banks of all articles on two threads, by words",
        |bencher| {
            bencher.iter(|| {
                let next = AtomicUsize::new(0);
                thread::scope(|scope| {
                    for _ in 0..2 {
                        scope.spawn(|| {
                            while let Some(text) = texts.get(next.fetch_add(1, Ordering::Relaxed)) {
                                let (article, _) = article::read(text, None);
                                black_box(generate(&article, None).made.len());
                            }
                        });
                    }
                });
            });
        },
    );
}

/// How the time grows with the length of an article.
fn grow(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("grow");
    group.sample_size(10);
    for times in [1, 2, 4, 8] {
        let text = FIRST.repeat(times);
        let words = text.split_whitespace().count();
        group.throughput(Throughput::Elements(u64::try_from(words).unwrap_or(1)));
        group.bench_function(format!("an article of {words} words"), |bencher| {
            bencher.iter(|| {
                generate(&article::read(black_box(&text), None).0, None)
                    .made
                    .len()
            });
        });
    }
}

/// The texts of the suite, each made into a bank, on one thread.
fn suite(criterion: &mut Criterion) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite");
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let texts: Vec<String> = files
        .filter_map(|entry| fs::read_to_string(entry.path()).ok())
        .collect();
    let mut group = criterion.benchmark_group("slow");
    group.sample_size(10);
    group.throughput(Throughput::Elements(
        u64::try_from(texts.len()).unwrap_or(1),
    ));
    group.bench_function("make banks of the suite, by articles", |bencher| {
        let make = |text: &String| generate(&article::read(text, None).0, None).made.len();
        bencher.iter(|| black_box(&texts).iter().map(make).sum::<usize>());
    });
}

criterion_group!(benches, parse, first, suite, grow, many);
criterion_main!(benches);
