//! What a player waits for: the first question after exec, the screen after a
//! key, one frame.

use std::io::{Read, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use quizwright::item::{Draft, Item};
use quizwright::play::{Elapsed, Input, Rules, Session, deal};
use quizwright::terminal::Setting;
use quizwright::terminal::screen::{self, Scroll};
use quizwright::terminal::theme::Theme;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{TerminalOptions, Viewport};

const SIZE: PtySize = PtySize {
    rows: 24,
    cols: 80,
    pixel_width: 0,
    pixel_height: 0,
};

/// The last words of a question card that are drawn.
const DRAWN: &str = "skip (no points)";

#[expect(
    clippy::disallowed_methods,
    reason = "a benchmark measures time, and nothing else does"
)]
fn now() -> Instant {
    Instant::now()
}

/// The program in a terminal.
struct Tty {
    child: Box<dyn Child + Send + Sync>,
    output: Box<dyn Read + Send>,
    input: Box<dyn Write + Send>,
    _master: Box<dyn MasterPty + Send>,
    _slave: Box<dyn SlavePty + Send>,
}

impl Tty {
    /// Runs a session, and says when it was started.
    fn play(data: &Path) -> (Self, Instant) {
        let pair = native_pty_system().openpty(SIZE).expect("a terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_quizwright"));
        command.args(["play", "--seed", "7"]);
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        command.env("QUIZWRIGHT_DATA", data);
        let output = pair.master.try_clone_reader().expect("its output");
        let input = pair.master.take_writer().expect("its input");
        let start = now();
        let child = pair.slave.spawn_command(command).expect("the program");
        let tty = Self {
            child,
            output,
            input,
            _master: pair.master,
            _slave: pair.slave,
        };
        (tty, start)
    }

    /// Reads until a text was written.
    fn see(&mut self, text: &str) {
        let mut seen = String::new();
        let mut bytes = [0; 4096];
        while !seen.contains(text) {
            let read = self.output.read(&mut bytes).expect("output");
            assert!(read > 0, "the program ended");
            seen.push_str(&String::from_utf8_lossy(bytes.get(..read).unwrap_or(&[])));
        }
    }

    fn press(&mut self, keys: &str) {
        self.input.write_all(keys.as_bytes()).expect("a key");
        self.input.flush().expect("a key");
    }
}

impl Drop for Tty {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn start(criterion: &mut Criterion) {
    let new = tempfile::tempdir().expect("a folder");
    let (mut tty, _) = Tty::play(new.path());
    tty.see(DRAWN);
    drop(tty);
    criterion.bench_function("exec to first question, with a history", |bencher| {
        bencher.iter_custom(|times| {
            let mut sum = Duration::ZERO;
            for _ in 0..times {
                let (mut tty, start) = Tty::play(new.path());
                tty.see(DRAWN);
                sum += start.elapsed();
            }
            sum
        });
    });
}

fn key(criterion: &mut Criterion) {
    let new = tempfile::tempdir().expect("a folder");
    let (mut tty, _) = Tty::play(new.path());
    tty.see(DRAWN);
    let mut keys = ["j", "k"].into_iter().cycle();
    criterion.bench_function("key to screen", |bencher| {
        bencher.iter_custom(|times| {
            let mut sum = Duration::ZERO;
            for _ in 0..times {
                let start = now();
                tty.press(keys.next().unwrap_or("j"));
                tty.see("▸");
                sum += start.elapsed();
            }
            sum
        });
    });
}

/// The most memory that the program held while ten questions were answered;
/// told where the system tells it.
fn memory(_: &mut Criterion) {
    let new = tempfile::tempdir().expect("a folder");
    let (mut tty, _) = Tty::play(new.path());
    for _ in 0..10 {
        tty.see(DRAWN);
        tty.press("1");
        tty.see("go on");
        tty.press(" ");
    }
    let status = tty.child.process_id().and_then(|id| {
        let file = Path::new("/proc").join(id.to_string()).join("status");
        std::fs::read_to_string(file).ok()
    });
    let most = status
        .iter()
        .flat_map(|s| s.lines())
        .find(|l| l.starts_with("VmHWM"));
    let line = format!("resident at most, ten questions played: {most:?}\n");
    std::io::stdout().write_all(line.as_bytes()).ok();
}

fn frame(criterion: &mut Criterion) {
    let item = Item::new(Draft::choice(
        "Which of the planets is the closest to the Sun?",
        "Mercury",
        ["Venus", "Mars", "Jupiter"],
    ))
    .expect("an item");
    let mut session = Session::start(deal(&[item], &Rules::default(), 7), Elapsed::ZERO);
    session.handle(Elapsed::ZERO, Input::Shown);
    let setting = Setting {
        title: "Planets".to_owned(),
        ..Setting::default()
    };
    let options = TerminalOptions {
        viewport: Viewport::Fixed(Rect::new(0, 0, 120, 40)),
    };
    let backend = CrosstermBackend::new(std::io::sink());
    let mut terminal = Terminal::with_options(backend, options).expect("a terminal");
    criterion.bench_function("key to frame at 120x40", |bencher| {
        bencher.iter(|| {
            session.handle(Elapsed::ZERO, Input::Down);
            terminal
                .draw(|frame| {
                    screen::draw(
                        frame,
                        &session,
                        &setting,
                        &[],
                        Theme::FULL,
                        Scroll::default(),
                    );
                })
                .expect("a frame");
        });
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(30);
    targets = start, key, memory, frame
}
criterion_main!(benches);
