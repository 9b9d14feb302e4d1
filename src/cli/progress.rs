//! A bar that shows how far a long reading is.

use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// A file of fewer bytes is read before anybody could see a bar.
const LARGE: usize = 4 * 1024 * 1024;

/// A bar that is there while this value lives.
pub(super) struct Progress {
    done: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Progress {
    /// Shows how far the reading of a file is, in lines: on a terminal, and if the
    /// file is large.
    pub(super) fn of(label: &str, bytes: &[u8], line: &Arc<AtomicUsize>) -> Self {
        let done = Arc::new(AtomicBool::new(false));
        let thread = (bytes.len() >= LARGE && io::stderr().is_terminal()).then(|| {
            let lines = bytes.iter().filter(|&&byte| byte == b'\n').count();
            let (label, line, done) = (label.to_owned(), Arc::clone(line), Arc::clone(&done));
            thread::spawn(move || show(label, lines, &line, &done))
        });
        Self { done, thread }
    }
}

fn show(label: String, lines: usize, line: &AtomicUsize, done: &AtomicBool) {
    let bar = ProgressBar::new(u64::try_from(lines).unwrap_or(u64::MAX));
    if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {percent:>3} %") {
        bar.set_style(style);
    }
    bar.set_message(label);
    while !done.load(Ordering::Relaxed) {
        let line = line.load(Ordering::Relaxed);
        bar.set_position(u64::try_from(line).unwrap_or(u64::MAX));
        thread::park_timeout(Duration::from_millis(100));
    }
    bar.finish_and_clear();
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.done.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            thread.thread().unpark();
            // A bar that broke is no reason to fail.
            let _ = thread.join();
        }
    }
}
