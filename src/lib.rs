//! Quizwright turns an encyclopedia article into a trivia game you play in the
//! terminal.
//!
//! The way of the data, one module a phase; each module uses only modules
//! listed before it on a lower floor:
//!
//! | floor | module | what it does |
//! |---|---|---|
//! | 0 | [`text`] | sentences, tokens, tags, parse, inflection, normal form |
//! | 1 | [`article`] | reads a text into title, infobox and sections |
//! | 2 | [`fact`] | finds what the article states, with evidence |
//! | 3 | [`item`] | the waist: one question with everything that belongs to it |
//! | 4 | [`generate`], [`bank`], [`play`], [`schedule`] | facts to items; sets of items; the pure game; what is due |
//! | 5 | [`library`], [`exchange`], [`history`] | banks on disk; other formats; what was played |
//! | 6 | [`terminal`] | everything that touches a terminal |
//! | 7 | [`cli`] | arguments, one file a subcommand, reports |

pub mod article;
pub mod bank;
pub mod cli;
pub mod exchange;
pub mod fact;
pub mod generate;
pub mod history;
pub mod item;
pub mod library;
pub mod play;
pub mod schedule;
pub mod terminal;
pub mod text;
