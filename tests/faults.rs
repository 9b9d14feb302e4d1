//! The fault suite: `cargo test --test faults` does to the program what the world
//! does, and prints a table of what came of it. Each row ends as expected or fails.
#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "a test that panics has failed, which is what it should do"
)]

#[cfg(unix)]
#[path = "it/tty.rs"]
#[allow(dead_code, reason = "the fault suite needs only a part of it")]
mod tty;

#[cfg(unix)]
#[path = "faults/place.rs"]
mod place;

#[cfg(unix)]
#[path = "faults/list.rs"]
mod list;

#[cfg(not(unix))]
fn main() {}

#[cfg(unix)]
fn main() -> std::process::ExitCode {
    // Another test was asked for by its name, or a list of them.
    if std::env::args()
        .skip(1)
        .any(|word| word == "--list" || !word.starts_with('-'))
    {
        return std::process::ExitCode::SUCCESS;
    }
    place::table(list::FAULTS)
}
