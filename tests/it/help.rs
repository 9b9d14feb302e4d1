//! The help of every command, the manual, the completions and the version.

use assert_cmd::Command;

fn run(arguments: &[&str]) -> String {
    let output = Command::cargo_bin("quizwright")
        .unwrap()
        .args(arguments)
        .env_remove("COLUMNS")
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The names under `Commands:` in a help.
fn inner(help: &str) -> Vec<String> {
    let Some((_, list)) = help.split_once("Commands:\n") else {
        return Vec::new();
    };
    list.lines()
        .take_while(|line| line.starts_with("  "))
        .filter(|line| !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .map(str::to_owned)
        .collect()
}

/// Every command with its help, those inside others too.
fn helps() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open: Vec<Vec<String>> = vec![Vec::new()];
    while let Some(path) = open.pop() {
        let mut arguments: Vec<&str> = path.iter().map(String::as_str).collect();
        arguments.push("--help");
        let help = run(&arguments);
        for name in inner(&help) {
            open.push([path.clone(), vec![name]].concat());
        }
        found.push((path.join("-"), help));
    }
    found
}

#[test]
fn every_help_fits_80_columns_and_ends_with_examples() {
    let helps = helps();
    assert!(helps.len() > 15, "the commands are found: {}", helps.len());
    for (name, help) in helps {
        let widest = help.lines().map(|line| line.chars().count()).max();
        assert!(widest <= Some(80), "{name}:\n{help}");
        let (_, examples) = help.rsplit_once("\nExamples:\n").unwrap_or_else(|| {
            panic!("{name} has no examples at its end:\n{help}");
        });
        assert!(
            examples.lines().all(|line| line.starts_with("  ")),
            "{name}:\n{help}"
        );
        insta::assert_snapshot!(format!("help-{name}"), help);
    }
}

#[test]
fn examples_show_their_own_command_with_flags_that_it_has() {
    for (name, help) in helps() {
        let (options, examples) = help.rsplit_once("Examples:\n").unwrap();
        let words = format!("quizwright {}", name.replace('-', " "));
        assert!(examples.contains(words.trim()), "{name}:\n{examples}");
        // Behind a pipe stands another program.
        let own = examples.lines().filter_map(|line| {
            let mut parts = line.split('|');
            parts.find(|part| part.contains(words.trim()))
        });
        let flags = own
            .flat_map(str::split_whitespace)
            .filter(|word| word.starts_with("--"));
        for flag in flags.filter(|_| !name.is_empty()) {
            assert!(options.contains(flag), "{name} has no {flag}");
        }
    }
}

#[test]
fn the_manual_has_a_page_for_every_command() {
    let dir = tempfile::tempdir().unwrap();
    run(&["man", dir.path().to_str().unwrap()]);
    for (name, _) in helps() {
        let file = format!("quizwright-{name}.1").replace("-.1", ".1");
        let page = std::fs::read_to_string(dir.path().join(&file));
        let page = page.unwrap_or_else(|error| panic!("{file}: {error}"));
        assert!(page.contains(".SH SYNOPSIS"), "{file}");
        let (_, examples) = page.split_once(".SH EXAMPLES\n.nf\n").unwrap();
        assert!(examples.contains("quizwright"), "{file}");
    }
    let first = run(&["man"]);
    assert!(first.contains(".TH quizwright 1"));
    assert_eq!(first.matches(".SH ENVIRONMENT").count(), 1);
    let inner = std::fs::read_to_string(dir.path().join("quizwright-banks.1")).unwrap();
    assert!(!inner.contains(".SH ENVIRONMENT"));
}

#[test]
fn every_shell_gets_completions_for_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = run(&["completions", shell]);
        for name in inner(&run(&["--help"])) {
            assert!(script.contains(&name), "{shell}: {name}");
        }
    }
}

#[test]
fn the_version_says_what_was_built() {
    let version = run(&["--version"]);
    let start = format!("quizwright {} (", env!("CARGO_PKG_VERSION"));
    assert!(version.starts_with(&start), "{version}");
    assert!(version.trim_end().ends_with(')'), "{version}");
}
