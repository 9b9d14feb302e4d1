//! What stands at the end of each command's help.

use clap::Command;

/// Examples of the program and of each command; the words of a command inside
/// another one are joined by a space.
const EXAMPLES: &[(&str, &str)] = &[
    (
        "",
        "quizwright play                          ten questions\n\
         quizwright play article.txt              questions made from an article\n\
         quizwright challenge blitz --time 2m     against the clock\n\
         quizwright add                           a question of your own\n\
         quizwright import quiz.gift              questions in another format",
    ),
    (
        "play",
        "quizwright play\n\
         quizwright play my-questions jim-halpert --count 20\n\
         quizwright play --players Ann,Bob --category Casting\n\
         printf '1\\n2\\n' | quizwright play --plain --seed 7",
    ),
    (
        "challenge",
        "quizwright challenge blitz\n\
         quizwright challenge sudden-death my-questions --time 10s\n\
         quizwright challenge blitz --seed 4821     the same as a friend's",
    ),
    (
        "daily",
        "quizwright daily\n\
         quizwright daily --card | wl-copy",
    ),
    (
        "review",
        "quizwright review\n\
         quizwright review my-questions --count 5",
    ),
    ("resume", "quizwright resume"),
    (
        "add",
        "quizwright add                             asks for everything\n\
         quizwright add --stem 'Which planet is closest to the Sun?' \\\n    \
             --key Mercury --distractor Venus --distractor Mars\n\
         quizwright add --stem 'Is water wet?' --key true --bank quiz.json\n\
         quizwright add - < item.json",
    ),
    (
        "edit",
        "quizwright edit my-questions               choose from a list\n\
         quizwright edit my-questions 3f9a --delete",
    ),
    (
        "check",
        "quizwright check my-questions\n\
         quizwright check --fix quiz.json\n\
         quizwright check quiz.gift --format json | jq .errors",
    ),
    (
        "generate",
        "quizwright generate article.txt -o bank.json\n\
         quizwright generate article.txt --explain | less",
    ),
    (
        "facts",
        "quizwright facts article.txt\n\
         quizwright facts article.txt | grep -i born",
    ),
    (
        "import",
        "quizwright import quiz.gift                into the library, as `quiz`\n\
         quizwright import animals music -o trivia.json\n\
         quizwright import cards.txt --from quizlet --typed\n\
         quizwright import quiz.xml --dry-run       only look",
    ),
    (
        "export",
        "quizwright export my-questions --to aiken -o quiz.txt\n\
         quizwright export bank.json --to csv | column -ts,",
    ),
    (
        "banks",
        "quizwright banks\n\
         quizwright banks info my-questions\n\
         quizwright banks install friend.json",
    ),
    ("banks list", "quizwright banks list"),
    ("banks info", "quizwright banks info jim-halpert"),
    (
        "banks install",
        "quizwright banks install friend.json\n\
         quizwright banks install quiz.gift --name chemistry",
    ),
    (
        "banks remove",
        "quizwright banks remove chemistry\n\
         quizwright banks remove chemistry --yes",
    ),
    ("banks browse", "quizwright banks browse my-questions"),
    ("banks reported", "quizwright banks reported"),
    (
        "history",
        "quizwright history\n\
         quizwright history export > history.json",
    ),
    ("history export", "quizwright history export > history.json"),
    ("history repair", "quizwright history repair"),
    ("history forget", "quizwright history forget"),
    (
        "stats",
        "quizwright stats\n\
         quizwright stats --best",
    ),
    (
        "completions",
        "quizwright completions bash > ~/.local/share/bash-completion/completions/quizwright\n\
         quizwright completions zsh > ~/.zfunc/_quizwright\n\
         quizwright completions fish > ~/.config/fish/completions/quizwright.fish",
    ),
    (
        "man",
        "quizwright man | man -l -\n\
         quizwright man ~/.local/share/man/man1",
    ),
];

/// The command and those inside it with their examples.
pub(super) fn add(command: Command) -> Command {
    with(command, "")
}

fn with(mut command: Command, path: &str) -> Command {
    let names: Vec<String> = command
        .get_subcommands()
        .map(|inner| inner.get_name().to_owned())
        .collect();
    for name in names {
        let inner = format!("{path} {name}").trim_start().to_owned();
        command = command.mut_subcommand(name, |command| with(command, &inner));
    }
    let examples = EXAMPLES.iter().find(|(name, _)| *name == path);
    match examples {
        Some((_, examples)) => {
            let indented = examples.replace('\n', "\n  ");
            command.after_help(format!("Examples:\n  {indented}"))
        }
        None => command,
    }
}
