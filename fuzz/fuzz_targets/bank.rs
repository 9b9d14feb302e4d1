//! Any bytes as a bank: read or explained, checked and mended without panic, and
//! what is written reads the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quizwright::bank;

fuzz_target!(|bytes: &[u8]| {
    match bank::read(bytes) {
        Ok(bank) => assert_eq!(bank::read(bank.to_json().as_bytes()), Ok(bank)),
        Err(not_a_bank) => assert!(not_a_bank.problems.iter().all(|p| p.rule != "unreadable")),
    }
    bank::check(bytes);
    bank::fix(bytes);
    let _ = bank::read_item(bytes);
});
