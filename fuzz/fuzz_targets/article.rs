//! Any text as an article: every layout reads it without panic, and all spans fit
//! the text. The first byte chooses the layout, or that it is guessed.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quizwright::article::{Article, Layout, language, read_named};

/// Slices every span: one that does not fit would be empty or a panic.
fn whole(article: &Article) {
    let holds = |start, end| assert!(article.text.get(start..end).is_some(), "{article:?}");
    for field in &article.fields {
        holds(field.line.start, field.line.end);
        for value in &field.values {
            holds(value.text.start, value.text.end);
        }
    }
    for block in article.sections.iter().flat_map(|s| &s.blocks) {
        holds(block.span.start, block.span.end);
    }
    for mark in &article.marks {
        holds(mark.span.start, mark.span.end);
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Some((first, bytes)) = bytes.split_first() else { return };
    let text = String::from_utf8_lossy(bytes);
    let layout = Layout::ALL.get(usize::from(*first) % (Layout::ALL.len() + 1));
    let (article, notices) = read_named(&text, "ada_reed", layout.copied());
    whole(&article);
    assert!(notices.iter().all(|n| n.line >= 1 && n.line <= text.split('\n').count() + 1));
    language::is_english(&article.text);
});
