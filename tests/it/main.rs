//! One test binary; each module says what it proves.
#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "a test that panics has failed, which is what it should do"
)]

mod architecture;
mod articles;
mod bank;
mod cli;
mod exchange;
mod fixture;
mod help;
mod history;
mod mutated;
mod pipeline;
mod plain;
mod questions;
mod quizdata;
mod run;
mod screens;
mod terminal;
mod tty;
