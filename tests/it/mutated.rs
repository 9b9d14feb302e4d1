//! Articles that were damaged on the way: no panic, no hang, only sound items.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use quizwright::article;
use quizwright::generate::generate;
use quizwright::item::flaw;
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

const WORDS: [&str; 12] = [
    "{{",
    "}}",
    "[[",
    "]]",
    "\"",
    "(",
    ")",
    "==",
    "|",
    " , ",
    "In 1066, ",
    "“",
];

/// One to eight slips: bytes flipped, lines dropped, doubled or swapped, the end
/// cut off, a sign put in.
fn mutate(text: &str, rng: &mut ChaCha8Rng) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..rng.random_range(1..=8) {
        if bytes.is_empty() {
            break;
        }
        let at = rng.random_range(0..bytes.len());
        let mut lines: Vec<&[u8]> = bytes.split(|b| *b == b'\n').collect();
        let line = rng.random_range(0..lines.len());
        match rng.random_range(0..6) {
            0 => {
                let bit = 1 << rng.random_range(0..8);
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= bit;
                }
            }
            1 => {
                lines.remove(line);
                bytes = lines.join(&b'\n');
            }
            2 => {
                let twice = lines.get(line).copied().unwrap_or_default();
                lines.insert(line, twice);
                bytes = lines.join(&b'\n');
            }
            3 => {
                let other = rng.random_range(0..lines.len());
                lines.swap(line, other);
                bytes = lines.join(&b'\n');
            }
            4 => {
                let word = WORDS.get(rng.random_range(0..WORDS.len())).unwrap_or(&"");
                bytes.splice(at..at, word.bytes());
            }
            _ if rng.random_range(0..4) == 0 => bytes.truncate(at),
            _ => {
                let end = bytes.len().min(at + rng.random_range(1..40));
                bytes.drain(at..end);
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Runs so many mutations of each text; gives the longest time one took.
#[allow(clippy::disallowed_methods, reason = "it measures whether one hangs")]
fn run(texts: &[String], times: usize, seed: u64) -> Duration {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let mut longest = Duration::ZERO;
    for number in 0..times {
        let text = mutate(&texts[number % texts.len()], &mut rng);
        let start = Instant::now();
        let (article, _) = article::read(&text, None);
        let made = generate(&article, None);
        longest = longest.max(start.elapsed());
        for item in made.made.iter().map(|m| &m.item) {
            assert_eq!(flaw::find(item), [], "{}", item.stem());
        }
    }
    longest
}

fn texts(folder: &Path) -> Vec<String> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e != "tsv"))
        .collect();
    files.sort();
    files
        .iter()
        .map(|p| fs::read_to_string(p).unwrap())
        .collect()
}

#[test]
fn damaged_articles_give_sound_items_and_no_panic() {
    let texts = texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite"));
    assert!(!texts.is_empty());
    run(&texts, 300, 1);
}

/// Run with `cargo test --release -- --ignored damaged`.
#[test]
#[ignore = "takes minutes, and needs the articles beside the project"]
fn ten_thousand_damaged_articles_of_every_kind() {
    let texts = texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles/dev"));
    assert!(!texts.is_empty(), "no articles beside the project");
    let longest = run(&texts, 10_000, 2);
    assert!(longest < Duration::from_secs(20), "one took {longest:?}");
}
