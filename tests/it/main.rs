//! One test binary; each module says what it proves.
#![allow(
    clippy::unwrap_used,
    reason = "in a test a panic is the report; helpers are not seen as tests"
)]

mod bank;
mod cli;
