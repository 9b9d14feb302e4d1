//! Any text on the whole way from an article to a bank: no panic, every item
//! passes the gate, and the bank reads back as it is.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quizwright::article;
use quizwright::bank::{self, Bank};
use quizwright::generate::generate;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let (article, _) = article::read_named(&text, "ada_reed", None);
    let made = generate(&article, None).made;
    for one in &made {
        let evidence = article.text.get(one.evidence.start..one.evidence.end);
        assert!(evidence.is_some(), "{}", one.fact);
    }
    let mut bank = Bank::new(article.title);
    bank.items = made.into_iter().map(|one| one.item).collect();
    let json = bank.to_json();
    assert_eq!(bank::read(json.as_bytes()), Ok(bank), "{json}");
});
