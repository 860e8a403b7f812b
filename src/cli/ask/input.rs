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
    /// A line that is longer than any answer; nothing of it is left to be read.
    TooLong,
    /// An end.
    End(End),
}

/// How a dialogue is ended from outside of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// Ctrl-C; further lines can follow.
    Stopped,
    /// Ctrl-D at a terminal; further lines can follow.
    Paused,
    /// The input has ended.
    Over,
    /// The program is told to end.
    Told,
}

/// Lines and signals, in the order in which they come.
#[derive(Debug)]
pub(crate) struct Input {
    wanted: SyncSender<()>,
    lines: Receiver<Heard>,
    /// Whether a line is being waited for.
    is_reading: bool,
    is_stopped: Arc<AtomicBool>,
    is_told: Arc<AtomicBool>,
}

/// The longest line that is read, in bytes.
const LONGEST_LINE: u64 = 4096;

/// How long a signal can go unnoticed.
const PAUSE: Duration = Duration::from_millis(30);

/// How long a line that was typed before Ctrl-C can take to arrive; nobody types another so soon.
const ON_ITS_WAY: Duration = Duration::from_millis(100);

impl Input {
    /// Begins to listen.
    pub(crate) fn begin() -> Result<Self, Failure> {
        let (is_stopped, is_told) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
        for (signal, noted) in [(SIGINT, &is_stopped), (SIGTERM, &is_told)] {
            flag::register(signal, Arc::clone(noted))
                .map_err(|error| Failure::Refused(format!("Ctrl-C cannot be listened for: {error}")))?;
        }
        let (wanted, wishes) = sync_channel(1);
        let (heard, lines) = sync_channel(1);
        thread::spawn(move || read_lines(&wishes, &heard));
        Ok(Self {
            wanted,
            lines,
            is_reading: false,
            is_stopped,
            is_told,
        })
    }

    /// Waits for what comes next.
    pub(crate) fn next(&mut self) -> Heard {
        loop {
            if self.is_told.load(Ordering::SeqCst) {
                return Heard::End(End::Told);
            }
            if self.is_stopped.swap(false, Ordering::SeqCst) {
                self.forget();
                return Heard::End(End::Stopped);
            }
            if let Some(heard) = self.heard_within(PAUSE) {
                return heard;
            }
        }
    }

    /// Returns what is heard within a while. A line is wanted once, however long it takes.
    fn heard_within(&mut self, a_while: Duration) -> Option<Heard> {
        // That nobody reads any more shows below.
        self.is_reading = self.is_reading || self.wanted.send(()).is_ok();
        match self.lines.recv_timeout(a_while) {
            Ok(heard) => {
                self.is_reading = false;
                Some(heard)
            }
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Heard::End(End::Over)),
        }
    }

    /// Drops a line that was on its way when the person stopped: it was meant for the question before, also where nobody
    /// had begun to wait for it.
    fn forget(&mut self) {
        let _ = self.heard_within(ON_ITS_WAY);
    }
}

/// Reads a line whenever one is wanted, and never ahead, until nothing more can come or nobody listens.
fn read_lines(wanted: &Receiver<()>, heard: &SyncSender<Heard>) {
    let is_terminal = io::stdin().is_terminal();
    while wanted.recv().is_ok() {
        let line = read_line(is_terminal);
        let is_last = line == Heard::End(End::Over);
        if heard.send(line).is_err() || is_last {
            return;
        }
    }
}

fn read_line(is_terminal: bool) -> Heard {
    let mut bytes = Vec::new();
    let read = read_part(&mut bytes);
    match (read, bytes.is_empty()) {
        (Err(_), _) => Heard::End(End::Over),
        // After Ctrl-D a terminal can be read further.
        (Ok(_), true) if is_terminal => Heard::End(End::Paused),
        (Ok(_), true) => Heard::End(End::Over),
        (Ok(_), false) if is_cut(&bytes) => pass_over_the_rest(bytes),
        (Ok(_), false) => Heard::Line(String::from_utf8_lossy(&bytes).trim().to_owned()),
    }
}

/// Reads up to the end of the line, or as much as is read of one.
fn read_part(bytes: &mut Vec<u8>) -> io::Result<usize> {
    io::stdin().lock().take(LONGEST_LINE).read_until(b'\n', bytes)
}

/// Returns whether a line goes on after what was read of it.
fn is_cut(bytes: &[u8]) -> bool {
    bytes.len() as u64 == LONGEST_LINE && !bytes.ends_with(b"\n")
}

/// Reads the rest of a line, so that it is not taken for the next one.
fn pass_over_the_rest(mut bytes: Vec<u8>) -> Heard {
    while is_cut(&bytes) {
        bytes.clear();
        if read_part(&mut bytes).is_err() {
            return Heard::End(End::Over);
        }
    }
    Heard::TooLong
}
