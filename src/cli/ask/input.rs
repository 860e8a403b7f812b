//! What a person at the other end does: types a line, wants to stop, or is gone. Lines are read beside the program, so
//! that Ctrl-C is noticed while it waits for one; nobody loses answers by pressing it. Does not understand lines.

use actfile::failure::Failure;
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;
use std::io::{self, BufRead, IsTerminal, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

/// What is heard from a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Heard {
    /// A line, without blanks around it.
    Line(String),
    /// A wish to stop: Ctrl-C, or Ctrl-D at a terminal. Further lines can follow.
    Stop,
    /// Nothing more: the input has ended, or the program is told to.
    Over,
}

/// Lines and signals, in the order in which they come.
#[derive(Debug)]
pub(crate) struct Input {
    lines: Receiver<Heard>,
    is_stopped: Arc<AtomicBool>,
    is_over: Arc<AtomicBool>,
}

/// The longest line that is read, in bytes.
const LONGEST_LINE: u64 = 4096;

/// How long a signal can go unnoticed.
const PAUSE: Duration = Duration::from_millis(30);

impl Input {
    /// Begins to listen.
    pub(crate) fn begin() -> Result<Self, Failure> {
        let (is_stopped, is_over) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
        for (signal, noted) in [(SIGINT, &is_stopped), (SIGTERM, &is_over)] {
            flag::register(signal, Arc::clone(noted))
                .map_err(|error| Failure::Refused(format!("Ctrl-C cannot be listened for: {error}")))?;
        }
        // Nothing is read ahead but what is typed ahead.
        let (heard, lines) = sync_channel(1);
        thread::spawn(move || read_lines(&heard));
        Ok(Self {
            lines,
            is_stopped,
            is_over,
        })
    }

    /// Waits for what comes next.
    pub(crate) fn next(&self) -> Heard {
        loop {
            if self.is_over.load(Ordering::SeqCst) {
                return Heard::Over;
            }
            if self.is_stopped.swap(false, Ordering::SeqCst) {
                return Heard::Stop;
            }
            match self.lines.recv_timeout(PAUSE) {
                Ok(heard) => return heard,
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Heard::Over,
            }
        }
    }
}

/// Reads until nothing more can come, or nobody listens.
fn read_lines(heard: &SyncSender<Heard>) {
    let is_terminal = io::stdin().is_terminal();
    loop {
        let line = read_line(is_terminal);
        let is_last = line == Heard::Over;
        if heard.send(line).is_err() || is_last {
            return;
        }
    }
}

fn read_line(is_terminal: bool) -> Heard {
    let mut bytes = Vec::new();
    let read = io::stdin()
        .lock()
        .take(LONGEST_LINE)
        .read_until(b'\n', &mut bytes);
    match (read, bytes.is_empty()) {
        (Err(_), _) => Heard::Over,
        // After Ctrl-D a terminal can be read further.
        (Ok(_), true) if is_terminal => Heard::Stop,
        (Ok(_), true) => Heard::Over,
        (Ok(_), false) => Heard::Line(String::from_utf8_lossy(&bytes).trim().to_owned()),
    }
}
