//! The program in a real terminal, for tests: keys in, screen out. They wait for
//! a text and never sleep.
#![cfg(unix)]

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::Command;
use std::rc::Rc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use tempfile::TempDir;

/// Long enough for the slowest machine; only a failing test takes it.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long to wait for more before looking whether the program has ended.
const STEP: Duration = Duration::from_millis(50);

/// The program in a terminal.
pub(crate) struct Tty {
    pub(crate) parser: vt100::Parser,
    pub(crate) output: Receiver<Vec<u8>>,
    input: Box<dyn Write + Send>,
    pub(crate) process: Process,
    master: Box<dyn MasterPty + Send>,
    /// Kept open until the end, or output may be lost.
    slave: Option<Box<dyn SlavePty + Send>>,
    before: String,
    pub(crate) folder: Rc<TempDir>,
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        ..PtySize::default()
    }
}

pub(crate) fn bank() -> String {
    let items: Vec<String> = (1..=12)
        .map(|n| {
            format!(
                r#"{{"stem":"Question number {n} of the bank?","key":"Right {n}","distractors":["Wrong {n}a","Wrong {n}b","Wrong {n}c"],"source":{{"title":"Article","section":"Part","quote":"It is Right {n}."}}}}"#
            )
        })
        .collect();
    format!(
        r#"{{"format":1,"title":"Tests","items":[{}]}}"#,
        items.join(",")
    )
}

impl Tty {
    /// Runs the program with arguments; `BANK` is a bank of twelve questions.
    pub(crate) fn run(arguments: &[&str]) -> Self {
        Self::sized(arguments, 80, 24, &[])
    }

    pub(crate) fn sized(
        arguments: &[&str],
        columns: u16,
        rows: u16,
        variables: &[(&str, &str)],
    ) -> Self {
        let program = PathBuf::from(env!("CARGO_BIN_EXE_quizwright"));
        Self::spawn(program, arguments, columns, rows, variables)
    }

    pub(crate) fn spawn(
        program: PathBuf,
        arguments: &[&str],
        columns: u16,
        rows: u16,
        variables: &[(&str, &str)],
    ) -> Self {
        let folder = Rc::new(tempfile::tempdir().unwrap());
        std::fs::write(folder.path().join("bank.json"), bank()).unwrap();
        Self::at(folder, program, arguments, columns, rows, variables)
    }

    /// Runs the program once more in the same folder.
    pub(crate) fn once_more(&self, arguments: &[&str]) -> Self {
        let program = PathBuf::from(env!("CARGO_BIN_EXE_quizwright"));
        Self::at(Rc::clone(&self.folder), program, arguments, 80, 24, &[])
    }

    fn at(
        folder: Rc<TempDir>,
        program: PathBuf,
        arguments: &[&str],
        columns: u16,
        rows: u16,
        variables: &[(&str, &str)],
    ) -> Self {
        let file = folder.path().join("bank.json");
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        let mut command = CommandBuilder::new(program);
        for argument in arguments {
            match *argument {
                "BANK" => command.arg(&file),
                other => command.arg(other),
            }
        }
        command.cwd(folder.path());
        command.env_clear();
        for (name, value) in [
            ("TERM", "xterm-256color"),
            ("LANG", "C.UTF-8"),
            ("PATH", "/usr/bin:/bin"),
            ("HOME", folder.path().to_str().unwrap()),
        ]
        .iter()
        .chain(variables)
        {
            command.env(name, value);
        }
        let before = format!("{:?}", pair.master.get_termios());
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(read) = reader.read(&mut bytes) {
                if read == 0 || sender.send(bytes[..read].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self {
            parser: vt100::Parser::new(rows, columns, 200),
            output,
            input: pair.master.take_writer().unwrap(),
            process: Process {
                child,
                ended: false,
            },
            master: pair.master,
            slave: Some(pair.slave),
            before,
            folder,
        }
    }

    pub(crate) fn text(&self) -> String {
        self.parser.screen().contents()
    }

    /// Waits until the screen fulfils a condition.
    pub(crate) fn until(&mut self, what: &str, condition: impl Fn(&str) -> bool) -> &mut Self {
        while !condition(&self.text()) {
            let Ok(bytes) = self.output.recv_timeout(PATIENCE) else {
                panic!("waited for {what} in vain:\n{}", self.text());
            };
            self.parser.process(&bytes);
        }
        self
    }

    /// Waits until a text is on the screen.
    pub(crate) fn see(&mut self, text: &str) -> &mut Self {
        self.until(text, |screen| screen.contains(text))
    }

    pub(crate) fn gone(&mut self, text: &str) -> &mut Self {
        self.until(&format!("no {text}"), |screen| !screen.contains(text))
    }

    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        self.input.write_all(keys.as_bytes()).unwrap();
        self.input.flush().unwrap();
        self
    }

    /// Where a text begins, in columns and rows counted from 0.
    pub(crate) fn find(&self, text: &str) -> (usize, usize) {
        let screen = self.parser.screen();
        let (rows, columns) = screen.size();
        for row in 0..rows {
            let line: String = (0..columns)
                .map(|column| {
                    let cell = screen.cell(row, column).unwrap();
                    if cell.has_contents() {
                        cell.contents().to_owned()
                    } else {
                        " ".to_owned()
                    }
                })
                .collect();
            if let Some(at) = line.find(text) {
                return (line[..at].chars().count(), usize::from(row));
            }
        }
        panic!("no {text} on\n{}", self.text());
    }

    pub(crate) fn click(&mut self, text: &str) -> &mut Self {
        let (column, row) = self.find(text);
        let (column, row) = (column + 1, row + 1);
        self.press(&format!("\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m"))
    }

    /// The line with a right or a wrong option, whole.
    pub(crate) fn option(&self, right: bool) -> String {
        let word = if right { "Right" } else { "Wrong" };
        self.text()
            .lines()
            .find(|line| line.contains(word))
            .unwrap_or_else(|| panic!("no option on\n{}", self.text()))
            .trim()
            .to_owned()
    }

    /// The digit of a right or a wrong option.
    pub(crate) fn digit(&self, right: bool) -> String {
        self.option(right).chars().take(1).collect()
    }

    /// Answers by digit and waits for the verdict.
    pub(crate) fn answer(&mut self, right: bool) -> &mut Self {
        let digit = self.digit(right);
        let verdict = if right { "✓ Right" } else { "✗ Wrong" };
        self.press(&digit).see(verdict)
    }

    pub(crate) fn signal(&mut self, name: &str) -> &mut Self {
        let id = self.process.child.process_id().unwrap().to_string();
        let done = Command::new("kill").args(["-s", name, &id]).status();
        assert!(done.unwrap().success());
        self
    }

    pub(crate) fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.parser.screen_mut().set_size(rows, columns);
        self.master.resize(size(columns, rows)).unwrap();
        self
    }

    /// Waits for the end; the terminal must be as it was. Returns the exit
    /// code and what is on the normal screen.
    pub(crate) fn end(&mut self) -> (u32, String) {
        let mut code = None;
        for _ in 0..PATIENCE.as_millis() / STEP.as_millis() {
            // The slave is still open here, so nothing ends the output: read what is there.
            match self.output.recv_timeout(STEP) {
                Ok(bytes) => self.parser.process(&bytes),
                Err(_) if code.is_some() => break,
                Err(_) => code = self.process.ended(),
            }
        }
        let code = code.unwrap_or_else(|| panic!("it does not end:\n{}", self.text()));
        let screen = self.parser.screen();
        assert!(!screen.alternate_screen(), "on the main screen");
        assert!(!screen.hide_cursor(), "with a cursor");
        assert_eq!(
            screen.mouse_protocol_mode(),
            vt100::MouseProtocolMode::None,
            "without the mouse"
        );
        let after = format!("{:?}", self.master.get_termios());
        assert_eq!(after, self.before, "echo and line mode");
        (code, self.text())
    }
}

impl Tty {
    /// Closes the window, and waits for the program to end.
    pub(crate) fn close(self) {
        let Self {
            output,
            mut input,
            mut process,
            master,
            slave,
            ..
        } = self;
        drop(output);
        // Whatever the program writes now lets the reading thread go.
        input.write_all(b"\x1b[B").unwrap();
        drop((input, master, slave));
        let id = process.child.process_id().unwrap().to_string();
        let (sender, ended) = channel();
        std::thread::spawn(move || sender.send(process.wait()));
        if ended.recv_timeout(PATIENCE).is_err() {
            Command::new("kill").args(["-s", "KILL", &id]).status().ok();
            panic!("it does not end by itself");
        }
    }
}

/// The process; a failed test leaves none behind.
pub(crate) struct Process {
    pub(crate) child: Box<dyn Child + Send + Sync>,
    ended: bool,
}

impl Process {
    pub(crate) fn wait(&mut self) -> u32 {
        let status = self.child.wait().unwrap();
        self.ended = true;
        status.exit_code()
    }

    /// The exit code, if it has ended.
    fn ended(&mut self) -> Option<u32> {
        let status = self.child.try_wait().unwrap()?;
        self.ended = true;
        Some(status.exit_code())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if !self.ended
            && let Some(id) = self.child.process_id()
        {
            let mut kill = Command::new("kill");
            kill.args(["-s", "KILL", &id.to_string()]).status().ok();
        }
    }
}

pub(crate) const CTRL_C: &str = "\x03";
pub(crate) const DOWN: &str = "\x1b[B";
pub(crate) const ENTER: &str = "\r";
