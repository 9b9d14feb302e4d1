//! The faults, and how each must end.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Stdio;
use std::time::Duration;

use quizwright::history::{About, History};
use quizwright::play::{Elapsed, Input, Rules, Session, deal};

use super::place::{Fault, Place, peak};
use super::tty::{CTRL_C, Tty};

const PLAY: [&str; 6] = ["play", "bank.json", "--plain", "--count", "12", "--seed=7"];
const ADD: [&str; 9] = [
    "add",
    "--bank",
    "bank.json",
    "--stem",
    "Is a new question added here?",
    "--key",
    "true",
    "--category",
    "Tests",
];

pub(crate) const FAULTS: &[Fault] = &[
    ("killed while playing, 20 moments", killed_while_playing),
    ("killed while adding, 20 moments", killed_while_adding),
    ("the disk is full: playing", full_disk_playing),
    ("the disk is full: adding", full_disk_adding),
    ("the output is a full device", full_output),
    ("a read-only data folder", read_only_data),
    ("a read-only bank", read_only_bank),
    ("no home", no_home),
    ("a data folder that is a file", data_is_a_file),
    ("the data folder vanishes while playing", data_vanishes),
    ("no locale", no_locale),
    ("the clock set back by years", clock_set_back),
    ("two games at once", two_games),
    ("twelve adds at once", twelve_adds),
    ("the history held by another program", held_history),
    ("a truncated history", truncated_history),
    ("a history that is something else", other_history),
    ("a history of a later version", later_history),
    ("a truncated bank", truncated_bank),
    ("a bank that is not UTF-8", not_utf8),
    ("an empty bank", empty_bank),
    ("a folder in place of a bank", folder_for_bank),
    ("a file of 1 GB", one_gigabyte),
    ("an endless input", endless_input),
    ("an answer without an end, 300 MB", endless_answer),
    ("one line of 2 MB as an article", endless_line),
    ("JSON nested a million deep", deep_json),
    ("wikitext nested 100,000 deep", deep_wikitext),
    ("Markdown nested 100,000 deep", deep_markdown),
    ("hostile names for a bank", hostile_names),
    ("a hostile bank, played", hostile_bank),
    ("a library that is a symbolic link", linked_library),
    ("a symbolic link to itself as a bank", linked_to_itself),
    ("the reader of the output goes away", closed_pipe),
    ("closed standard streams", closed_streams),
    ("no terminal for the menu and the form", no_terminal),
    ("a terminal of 1x1 up to 20x5", tiny_terminals),
    ("Ctrl-C, SIGTERM, SIGHUP in a question", signals),
    ("the window is closed", closed_window),
];

fn killed_while_playing(place: &Place) -> String {
    for n in 0..20 {
        let mut command = place.command(&PLAY);
        let mut child = command.stdin(Stdio::piped()).spawn().expect("it runs");
        let mut out = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        let mut until = |words: &str| {
            let mut lines = out.by_ref().map(|line| line.expect("a line"));
            assert!(lines.any(|line| line.contains(words)), "no {words}");
        };
        let before = place.stored();
        let answered = 1 + n % 5;
        let mut input = child.stdin.take().expect("a pipe");
        for question in 1..=answered {
            until(&format!("Question {question} of 12"));
            input.write_all(b"1\n").expect("a pipe");
        }
        until(&format!("Question {} of 12", answered + 1));
        std::thread::sleep(Duration::from_micros(n as u64 * 137 % 3_000));
        child.kill().expect("a kill");
        child.wait().expect("an end");
        // The next question is asked before the last answer is on the disk.
        let stored = place.stored() - before;
        assert!(
            (answered - 1..=answered).contains(&stored),
            "{stored} of {answered}"
        );
        let next = format!("Question {} of 12", stored + 1);
        // The same question, also when its verdict was stored and not left.
        let run = Place::typed(place.command(&["resume", "--plain"]), b"\n\n");
        run.ends(0, &next);
    }
    "resumed at the right question, at most the last answer to be given again".to_owned()
}

fn killed_while_adding(place: &Place) -> String {
    let mut done = 0;
    for n in 0..20_u64 {
        let stem = format!("Is {n} a number of this list?");
        let add = [
            "add",
            "--bank",
            "mine.json",
            "--stem",
            &stem,
            "--key",
            "true",
        ];
        let mut child = place.command(&add).spawn().expect("it runs");
        std::thread::sleep(Duration::from_micros(n * 997 % 12_000));
        child.kill().expect("a kill");
        done += usize::from(child.wait().expect("an end").success());
    }
    let add = [
        "add",
        "--bank",
        "mine.json",
        "--stem",
        "Is this the last?",
        "--key",
        "true",
    ];
    place.run(&add).ends(0, "");
    let there = place.whole("mine.json");
    assert!(there > done, "{there} of {done}");
    "the bank is whole, with all that was confirmed".to_owned()
}

fn full_disk_playing(place: &Place) -> String {
    for blocks in [0, 8, 64, 160] {
        let script = format!(
            "trap '' XFSZ; yes 1 | head -12 | (ulimit -f {blocks}; exec \"$Q\" {})",
            PLAY.join(" ")
        );
        let run = place.shell(&script).ends(0, "of 12 right");
        assert!(
            blocks > 0 || run.err.contains("not remembered"),
            "{}",
            run.err
        );
    }
    place.run(&["history", "repair"]).ends(0, "is whole");
    "played to the end; \"this is not remembered\"; the history is whole".to_owned()
}

fn full_disk_adding(place: &Place) -> String {
    let before = place.read("bank.json");
    let words: Vec<String> = ADD.iter().map(|word| format!("'{word}'")).collect();
    let script = format!("trap '' XFSZ; ulimit -f 0; exec \"$Q\" {}", words.join(" "));
    let said = place.shell(&script).refuses("cannot write");
    assert_eq!(place.read("bank.json"), before);
    said.replace(&place.path("").display().to_string(), "")
}

fn full_output(place: &Place) -> String {
    if !fs::exists("/dev/full").unwrap_or(false) {
        return "not run: there is no /dev/full".to_owned();
    }
    place
        .shell("\"$Q\" export bank.json --to gift > /dev/full")
        .refuses("error:")
}

fn read_only_data(place: &Place) -> String {
    let folder = place.path("data");
    fs::create_dir(&folder).expect("a folder");
    let here = fs::Permissions::from_mode(0o755);
    fs::set_permissions(place.path("."), here).expect("rights");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).expect("rights");
    let Some(command) = place.as_nobody(&PLAY) else {
        return "not run: we are root and cannot be somebody else".to_owned();
    };
    Place::play(command)
        .ends(0, "of 12 right")
        .ends(0, "not remembered");
    "played to the end; \"this is not remembered\", why, and what to do".to_owned()
}

fn read_only_bank(place: &Place) -> String {
    let before = place.read("bank.json");
    let file = place.path("bank.json");
    fs::set_permissions(file, fs::Permissions::from_mode(0o444)).expect("rights");
    let said = place.run(&ADD).refuses("read-only");
    assert_eq!(place.read("bank.json"), before);
    said
}

fn no_home(place: &Place) -> String {
    for home in ["/proc/nobody", "/dev/null/home"] {
        let mut command = place.command(&PLAY);
        command.env_remove("QUIZWRIGHT_DATA").env("HOME", home);
        let run = Place::play(command).ends(0, "of 12 right");
        run.ends(0, "name a folder that can be written in QUIZWRIGHT_DATA");
    }
    "played to the end; the hint names QUIZWRIGHT_DATA".to_owned()
}

fn data_is_a_file(place: &Place) -> String {
    place.write("data", "");
    Place::play(place.command(&PLAY))
        .ends(0, "of 12 right")
        .ends(0, "not remembered");
    "played to the end; \"this is not remembered\"".to_owned()
}

fn data_vanishes(place: &Place) -> String {
    let script = format!(
        "(echo 1; sleep 0.3; rm -r data; yes 2 | head -11) | \"$Q\" {}",
        PLAY.join(" ")
    );
    place.shell(&script).ends(0, "of 12 right");
    Place::play(place.command(&PLAY)).ends(0, "of 12 right");
    assert_eq!(place.stored(), 12);
    "played to the end; the next game makes the folder anew".to_owned()
}

fn no_locale(place: &Place) -> String {
    let run = Place::play(place.command(&PLAY)).ends(0, "of 12 right");
    assert!(
        run.out.is_ascii() && run.err.is_empty(),
        "{}{}",
        run.out,
        run.err
    );
    "played in ASCII".to_owned()
}

fn clock_set_back(place: &Place) -> String {
    // A history of the year 2060, when the clock says less.
    let later: i64 = 2_840_000_000_000;
    let bank = quizwright::bank::read(place.read("bank.json").as_bytes()).expect("a bank");
    let mut session = Session::start(deal(&bank.items, &Rules::default(), 7), Elapsed::ZERO);
    let mut history = History::open(&place.path("data")).expect("a history");
    let about = About::default();
    let mut events = session.handle(Elapsed::ZERO, Input::Shown);
    let sitting = history.begin(&session, &about, later).expect("a sitting");
    events.extend(session.handle(Elapsed::from_secs(1), Input::Choose(0)));
    history
        .record(&sitting, &session, &about, &events, later)
        .expect("a row");
    drop((sitting, history));
    Place::play(place.command(&PLAY)).ends(0, "of 12 right");
    assert_eq!(place.stored(), 13);
    place.run(&["stats"]).ends(0, "13 answers");
    place.run(&["review", "bank.json", "--plain"]).ends(0, "");
    Place::typed(place.command(&["resume", "--plain"]), b"\n").ends(0, "Question 2 of 10");
    "plays, reviews, resumes, counts".to_owned()
}

fn two_games(place: &Place) -> String {
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let run = Place::play(place.command(&PLAY)).ends(0, "of 12 right");
                assert_eq!(run.err, "");
            });
        }
    });
    assert_eq!(place.stored(), 24);
    "both play; 24 of 24 answers are stored".to_owned()
}

fn twelve_adds(place: &Place) -> String {
    std::thread::scope(|scope| {
        for n in 0..12 {
            scope.spawn(move || {
                let stem = format!("Is {n} a number of this list?");
                let add = [
                    "add",
                    "--bank",
                    "bank.json",
                    "--stem",
                    &stem,
                    "--key",
                    "true",
                ];
                place.run(&add).ends(0, "");
            });
        }
    });
    assert_eq!(place.whole("bank.json"), 24);
    "12 of 12 are in the bank".to_owned()
}

fn held_history(place: &Place) -> String {
    Place::play(place.command(&PLAY)).ends(0, "of 12 right");
    let db = rusqlite::Connection::open(place.path("data/history.sqlite3")).expect("a history");
    db.execute_batch("BEGIN EXCLUSIVE").expect("a hold");
    let run = Place::play(place.command(&PLAY)).ends(0, "of 12 right");
    run.ends(0, "another program holds it");
    db.execute_batch("ROLLBACK").expect("an end");
    assert_eq!(place.stored(), 12);
    "played to the end; \"another program holds it\"".to_owned()
}

fn damaged(place: &Place, bytes: &[u8]) -> String {
    place.write("data/history.sqlite3", bytes);
    let run = Place::play(place.command(&PLAY)).ends(0, "of 12 right");
    run.ends(0, "it is damaged").ends(0, "history repair");
    assert_eq!(
        fs::read(place.path("data/history.sqlite3")).expect("it"),
        bytes
    );
    place.run(&["history", "repair"]).ends(0, "is kept as");
    let before = place.stored();
    Place::play(place.command(&PLAY)).ends(0, "of 12 right");
    assert_eq!(place.stored(), before + 12);
    "played without memory; `history repair` sets it aside".to_owned()
}

fn truncated_history(place: &Place) -> String {
    Place::play(place.command(&PLAY)).ends(0, "of 12 right");
    // Whole: everything is in one file, nothing in the log.
    place.run(&["history", "repair"]).ends(0, "is whole");
    let bytes = fs::read(place.path("data/history.sqlite3")).expect("a history");
    damaged(place, &bytes[..bytes.len() / 2])
}

fn other_history(place: &Place) -> String {
    damaged(
        place,
        b"this is no database, but a text that is long enough for a header",
    )
}

fn later_history(place: &Place) -> String {
    Place::play(place.command(&PLAY)).ends(0, "of 12 right");
    let path = place.path("data/history.sqlite3");
    let db = rusqlite::Connection::open(&path).expect("a history");
    db.execute_batch("PRAGMA user_version = 99")
        .expect("a version");
    drop(db);
    let run = Place::play(place.command(&PLAY)).ends(0, "of 12 right");
    run.ends(0, "not remembered").ends(0, "version");
    let db = rusqlite::Connection::open(&path).expect("a history");
    let version = db.query_row("PRAGMA user_version", [], |row| row.get::<_, i64>(0));
    assert_eq!(version, Ok(99));
    "played without memory; it is left as it is".to_owned()
}

fn truncated_bank(place: &Place) -> String {
    let bank = place.read("bank.json");
    place.write("half.json", &bank[..bank.len() / 2]);
    place.run(&["play", "half.json"]).refuses("error[")
}

fn not_utf8(place: &Place) -> String {
    place.write("bad.json", b"{\"format\": 1, \"title\": \"\xff\xfe\"}");
    place.run(&["play", "bad.json"]).refuses("error[encoding]")
}

fn empty_bank(place: &Place) -> String {
    place.write("empty.json", "");
    place.run(&["play", "empty.json"]).refuses("error[")
}

fn folder_for_bank(place: &Place) -> String {
    fs::create_dir(place.path("folder.json")).expect("a folder");
    place.run(&["play", "folder.json"]).refuses("cannot read")
}

fn one_gigabyte(place: &Place) -> String {
    place.huge("big.json", 1 << 30);
    for command in ["play", "check", "import", "generate", "facts"] {
        place
            .run(&[command, "big.json"])
            .refuses("larger than 256 MiB");
    }
    place
        .run(&["banks", "install", "big.json"])
        .refuses("larger than 256 MiB")
}

fn endless_input(place: &Place) -> String {
    for command in ["generate", "check"] {
        let script = format!("\"$Q\" {command} - < /dev/zero");
        place.shell(&script).refuses("larger than 256 MiB");
    }
    place
        .shell("\"$Q\" add - < /dev/zero")
        .refuses("standard input")
}

fn endless_answer(place: &Place) -> String {
    let mut child = place
        .command(&PLAY)
        .stdin(Stdio::piped())
        .spawn()
        .expect("it runs");
    let mut input = child.stdin.take().expect("a pipe");
    let writer = std::thread::spawn(move || {
        let piece = vec![b'1'; 1 << 20];
        for _ in 0..300 {
            input.write_all(&piece).expect("a pipe");
        }
    });
    let most = peak(&mut child);
    writer.join().expect("all of it");
    let mut rest = String::new();
    std::io::Read::read_to_string(&mut child.stdout.take().expect("a pipe"), &mut rest)
        .expect("it");
    assert!(
        rest.contains("Please type a number") && rest.contains("No question"),
        "{rest}"
    );
    assert!(most < 40 << 20, "{most} bytes of memory");
    "\"Please type a number\"; the memory does not grow".to_owned()
}

fn endless_line(place: &Place) -> String {
    place.write("line.txt", "x".repeat(2_000_000));
    place
        .run(&["generate", "line.txt", "-o", "out.json"])
        .ends(0, "gave 0 questions");
    place
        .run(&["play", "line.txt"])
        .refuses("no question could be made")
}

fn deep_json(place: &Place) -> String {
    place.write("deep.json", "[".repeat(1_000_000));
    place.write("pairs.json", "{\"items\":".repeat(200_000));
    place.run(&["check", "deep.json"]).refuses("error[");
    place.run(&["play", "pairs.json"]).refuses("error[")
}

fn deep_wikitext(place: &Place) -> String {
    for open in ["{{a|", "[[a|", "{|\n|", "<ref>", "<div>", "''"] {
        place.write(
            "deep.wiki",
            format!("'''A''' is a town.\n{}", open.repeat(100_000)),
        );
        place
            .run(&["generate", "deep.wiki", "-o", "out.json"])
            .ends(0, "questions");
    }
    "read to its end, with notes; no question".to_owned()
}

fn deep_markdown(place: &Place) -> String {
    for open in [">", "[", "*", "- ", "!["] {
        place.write("deep.md", format!("# A\n\n{} a\n", open.repeat(100_000)));
        place
            .run(&["generate", "deep.md", "-o", "out.json"])
            .ends(0, "questions");
        place.run(&["check", "deep.md"]).ends(1, "error");
    }
    "read to its end; no question".to_owned()
}

fn hostile_names(place: &Place) -> String {
    place
        .run(&["import", "bank.json", "--name", "fine"])
        .ends(0, "");
    for name in [
        "../out",
        "/tmp/out",
        "a/b",
        "..",
        ".",
        "",
        "a\nb",
        "con\u{202e}",
        "-x",
    ] {
        let flag = format!("--name={name}");
        place.run(&["import", "bank.json", &flag]).ends(1, "error:");
        let run = place.run(&["banks", "remove", "--yes", "--", name]);
        assert!(run.code != 0, "{name:?} was removed");
    }
    let banks = fs::read_dir(place.path("data/banks")).expect("a library");
    assert_eq!(banks.count(), 1);
    assert!(!place.path("out.json").exists() && !place.path("data/out.json").exists());
    "refused; nothing is written outside the library".to_owned()
}

fn hostile_bank(place: &Place) -> String {
    let evil = "\\u001b]52;c;ZXZpbA==\\u0007\\u001b[2J\\u202e\\u009b31m\\u0000";
    place.write(
        "evil.json",
        format!(
            r#"{{"format":1,"title":"T{evil}","items":[{{"stem":"Which{evil}?","key":"a{evil}","distractors":["b{evil}"],"category":"c{evil}"}}]}}"#
        ),
    );
    let run = Place::typed(place.command(&["play", "evil.json", "--plain"]), b"1\n");
    let run = run.ends(0, "of 1 right");
    let bad = |c: char| c != '\n' && quizwright::text::safe::is_unsafe(c);
    assert!(
        !run.out.contains(bad) && !run.err.contains(bad),
        "{}",
        run.out
    );
    "played; no control character reaches the terminal".to_owned()
}

fn linked_library(place: &Place) -> String {
    fs::create_dir_all(place.path("elsewhere")).expect("a folder");
    fs::create_dir_all(place.path("data")).expect("a folder");
    symlink(place.path("elsewhere"), place.path("data/banks")).expect("a link");
    symlink(place.path("bank.json"), place.path("elsewhere/linked.json")).expect("a link");
    let add = [
        "add",
        "--bank",
        "linked",
        "--stem",
        "Is a link followed?",
        "--key",
        "true",
    ];
    place.run(&add).ends(0, "");
    assert_eq!(place.whole("bank.json"), 13);
    let link = fs::symlink_metadata(place.path("elsewhere/linked.json")).expect("a link");
    assert!(link.is_symlink());
    place
        .run(&["banks", "remove", "linked", "--yes"])
        .ends(0, "");
    assert_eq!(place.whole("bank.json"), 13);
    "followed; removing takes away the link, not the bank".to_owned()
}

fn linked_to_itself(place: &Place) -> String {
    symlink(place.path("loop.json"), place.path("loop.json")).expect("a link");
    place.run(&["play", "loop.json"]).refuses("cannot read");
    let add = [
        "add",
        "--bank",
        "loop.json",
        "--stem",
        "Is it a loop?",
        "--key",
        "true",
    ];
    place
        .run(&add)
        .refuses("error:")
        .replace(&place.path("").display().to_string(), "")
}

fn closed_pipe(place: &Place) -> String {
    let script = format!(
        "{{ yes 1 | \"$Q\" {}; echo $? >&2; }} | head -1; \
         {{ \"$Q\" export bank.json --to gift; echo $? >&2; }} | head -1",
        PLAY.join(" ")
    );
    let run = place.shell(&script).ends(0, "");
    assert!(
        run.err.ends_with("0\n") && !run.err.contains("error"),
        "{}",
        run.err
    );
    "it ends, without an error".to_owned()
}

fn closed_streams(place: &Place) -> String {
    place
        .shell("\"$Q\" play bank.json --count 1 <&-")
        .ends(0, "No question answered");
    for closed in [">&-", "2>&-", "<&- >&- 2>&-"] {
        let run = place.shell(&format!(
            "echo 1 | \"$Q\" play bank.json --count 1 {closed}"
        ));
        assert!(matches!(run.code, 0 | 1), "{closed}: {}", run.code);
    }
    "it ends, without a panic".to_owned()
}

fn no_terminal(place: &Place) -> String {
    place.run(&[]).ends(0, "Usage: quizwright");
    let run = place.run(&["add"]);
    assert!(run.code != 0 && run.err.contains("error:"), "{}", run.err);
    let run = place.run(&["edit", "bank.json"]);
    assert!(run.code != 0 && run.err.contains("error:"), "{}", run.err);
    let line = run.err.lines().next().expect("a line").to_owned();
    format!("the menu is the help; {line}")
}

fn tiny_terminals(_: &Place) -> String {
    for (columns, rows) in [(1, 1), (2, 2), (10, 3), (20, 5)] {
        let mut tty = Tty::sized(&["play", "BANK", "--seed", "7"], columns, rows, &[]);
        while !tty.parser.screen().alternate_screen() {
            let bytes = tty.output.recv_timeout(Duration::from_secs(30));
            tty.parser.process(&bytes.expect("the full screen"));
        }
        tty.press("?").press("1").resize(80, 24).see("Tests");
        tty.press(CTRL_C);
        assert_eq!(tty.end().0, 130, "{columns}x{rows}");
    }
    "drawn as far as it fits, and whole after a resize".to_owned()
}

fn signals(_: &Place) -> String {
    for signal in ["INT", "TERM", "HUP"] {
        let mut tty = Tty::run(&["play", "BANK", "--seed", "7"]);
        tty.see("1-4 answer").signal(signal);
        let (code, text) = tty.end();
        assert!(
            code == 130 && text.contains("quizwright resume"),
            "{signal}: {text}"
        );
    }
    "exit 130, the terminal as it was, how to resume".to_owned()
}

fn closed_window(_: &Place) -> String {
    let mut tty = Tty::run(&["play", "BANK", "--seed", "7"]);
    tty.see("1-4 answer").answer(true);
    let folder = std::rc::Rc::clone(&tty.folder);
    tty.close();
    let data = folder.path().join(".local/share/quizwright");
    let history = History::open(&data).expect("a history");
    let left = history.interrupted().expect("a look").expect("a session");
    assert_eq!(left.session.judgements().len(), 1);
    "it ends by itself; the session waits to be resumed".to_owned()
}
