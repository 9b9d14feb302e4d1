//! Any bytes in any format: no panic, and what came in can be written and read
//! again. The first byte chooses the format.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quizwright::exchange::{self, Options};

fuzz_target!(|bytes: &[u8]| {
    let Some((first, bytes)) = bytes.split_first() else { return };
    let format = exchange::ALL[usize::from(*first) % exchange::ALL.len()];
    let Ok(import) = exchange::import(bytes, Some(format), &Options::default()) else { return };
    let export = exchange::export(&import.bank, format);
    let options = Options { typed: true, ..Options::default() };
    let again = exchange::import(export.text.as_bytes(), Some(format), &options).unwrap();
    assert_eq!(again.bank.items, export.carried.items, "{}\n{}", format.name(), export.text);
    let _ = exchange::import(bytes, None, &Options::default());
});
