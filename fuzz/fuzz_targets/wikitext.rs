//! Any text as wikitext: read without panic, no markup left, and the same again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quizwright::article::{Layout, read};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let (article, _) = read(&text, Some(Layout::Wikitext));
    for block in article.sections.iter().flat_map(|s| &s.blocks) {
        let line = block.span.of(&article.text);
        assert!(!line.trim().is_empty() && !line.contains('\n'), "{line:?}");
        for sign in ["{{", "}}", "[[", "]]", "'''", "<ref", "<!--"] {
            assert!(!line.contains(sign), "{sign} in {line}");
        }
    }
    assert_eq!(read(&text, Some(Layout::Wikitext)).0, article);
});
