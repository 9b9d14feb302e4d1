//! Tells the program what it was built from, for `--version`.

#![allow(
    clippy::disallowed_macros,
    reason = "a build script speaks to cargo by printing"
)]

use std::env;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let mut build = env::var("TARGET").unwrap_or_default();
    // Only what is built for use: or every commit would build everything again.
    if env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        let git = |arguments: &[&str]| {
            let output = Command::new("git").args(arguments).output().ok()?;
            let words = String::from_utf8(output.stdout).ok()?;
            (output.status.success()).then(|| words.trim().to_owned())
        };
        if let Some(log) = git(&["rev-parse", "--git-path", "logs/HEAD"]) {
            println!("cargo::rerun-if-changed={log}");
        }
        // A source that was unpacked inside somebody's repository is not its commit.
        let own = git(&["rev-parse", "--show-prefix"]).is_some_and(|inside| inside.is_empty());
        if let Some(commit) = git(&["rev-parse", "--short=9", "HEAD"]).filter(|_| own) {
            build = format!("{commit}, {build}");
        }
    }
    println!("cargo::rustc-env=QUIZWRIGHT_BUILD={build}");
}
