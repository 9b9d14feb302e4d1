//! A place where the program meets a fault, and the table of what it did.

use std::fs::{self, File};
use std::io::{Write, stdout};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Output, Stdio};

use tempfile::TempDir;

/// What happens, and what came of it in a few words; panics if it is wrong.
pub(crate) type Fault = (&'static str, fn(&Place) -> String);

/// Plays all faults and prints the table.
pub(crate) fn table(faults: &[Fault]) -> ExitCode {
    std::panic::set_hook(Box::new(|_| {}));
    let mut out = stdout();
    writeln!(out, "\n  {:<41} what happens", "fault").unwrap();
    let mut failed = 0;
    for (name, fault) in faults {
        let place = Place::new();
        let (sign, words) = match catch_unwind(AssertUnwindSafe(|| fault(&place))) {
            Ok(words) => ('✓', words),
            Err(panic) => {
                failed += 1;
                let why = panic.downcast_ref::<String>().cloned();
                ('✗', why.unwrap_or_else(|| "an assertion failed".to_owned()))
            }
        };
        writeln!(out, "{sign} {name:<41} {words}").unwrap();
    }
    let all = faults.len();
    writeln!(out, "\n{all} faults, {failed} not as they should be\n").unwrap();
    if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// A folder with a bank of twelve questions, `bank.json`, and one for data.
pub(crate) struct Place(TempDir);

/// What a run left.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("whole UTF-8");
        let run = Self {
            code: output.status.code().unwrap_or(-1),
            out: text(&output.stdout),
            err: text(&output.stderr),
        };
        assert!(!run.err.contains("panicked"), "a panic: {}", run.err);
        run
    }

    /// It ended with this code and said this somewhere.
    pub(crate) fn ends(self, code: i32, words: &str) -> Self {
        let all = format!("{}{}", self.out, self.err);
        assert!(
            self.code == code && all.contains(words),
            "code {} instead of {code}, or no {words:?} in: {all}",
            self.code
        );
        self
    }

    /// It failed with exit code 1 and this error, a hint or a cause below it.
    pub(crate) fn refuses(self, words: &str) -> String {
        let run = self.ends(1, words);
        let mut lines = run.err.lines().chain(run.out.lines());
        let line = lines.find(|line| line.contains(words));
        format!("exit 1: {}", line.expect("the words in one line").trim())
    }
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("bank.json"), super::tty::bank()).expect("a bank");
        Self(folder)
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("a text")
    }

    /// A program that runs here, without an environment.
    pub(crate) fn program(&self, program: impl AsRef<Path>, arguments: &[&str]) -> Command {
        let mut command = Command::new(program.as_ref());
        command
            .args(arguments)
            .current_dir(self.0.path())
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("QUIZWRIGHT_DATA", self.path("data"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        self.program(env!("CARGO_BIN_EXE_quizwright"), arguments)
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        Run::of(&self.command(arguments).output().expect("it runs"))
    }

    /// Plays twelve questions in lines, with this data folder.
    pub(crate) fn play(command: Command) -> Run {
        Self::typed(command, "1\n".repeat(12).as_bytes())
    }

    /// Runs a command that is told something.
    pub(crate) fn typed(mut command: Command, input: &[u8]) -> Run {
        let mut child = command.stdin(Stdio::piped()).spawn().expect("it runs");
        let mut stdin = child.stdin.take().expect("a pipe");
        let input = input.to_vec();
        // Whoever has heard enough closes the pipe.
        let writer = std::thread::spawn(move || stdin.write_all(&input).is_ok());
        let output = child.wait_with_output().expect("it ends");
        writer.join().expect("it wrote");
        Run::of(&output)
    }

    /// In a shell: `"$Q"` is the program, the rest are its arguments.
    pub(crate) fn shell(&self, script: &str) -> Run {
        let mut shell = self.program("/bin/sh", &["-c", script]);
        shell.env("Q", env!("CARGO_BIN_EXE_quizwright"));
        Run::of(&shell.output().expect("a shell"))
    }

    /// As somebody who may write nowhere, also when we are root; nothing where
    /// that cannot be.
    pub(crate) fn as_nobody(&self, arguments: &[&str]) -> Option<Command> {
        let is_root = fs::metadata("/proc/self").is_ok_and(|me| {
            use std::os::unix::fs::MetadataExt;
            me.uid() == 0
        });
        if !is_root {
            return Some(self.command(arguments));
        }
        let program = env!("CARGO_BIN_EXE_quizwright");
        let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups", program];
        let mut probe = self.program("setpriv", &nobody);
        let can = probe
            .arg("--version")
            .output()
            .is_ok_and(|o| o.status.success());
        can.then(|| self.program("setpriv", &[&nobody[..], arguments].concat()))
    }

    /// How many answers are stored.
    pub(crate) fn stored(&self) -> usize {
        let run = self.run(&["history", "export"]).ends(0, "");
        let rows: Vec<serde_json::Value> = serde_json::from_str(&run.out).expect("JSON");
        rows.len()
    }

    /// How many questions are in a bank, which must be without an error.
    pub(crate) fn whole(&self, bank: &str) -> usize {
        self.run(&["check", bank]).ends(0, "");
        let text = fs::read(self.path(bank)).expect("a bank");
        quizwright::bank::read(&text).expect("a bank").items.len()
    }

    /// A file of this length, of which nothing is on the disk.
    pub(crate) fn huge(&self, name: &str, length: u64) {
        let file = File::create(self.path(name)).expect("a file");
        file.set_len(length).expect("a length");
    }
}

/// The most memory that a child that ended took, in bytes; Linux tells it
/// only while it lives, so this asks until then.
pub(crate) fn peak(child: &mut Child) -> u64 {
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    while child.try_wait().expect("it runs").is_none() {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kib = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
        most = most.max(kib.unwrap_or(0) * 1024);
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    most
}
