//! What a person sees who waits: after half a second a line that moves, on a terminal alone. How long work took is told
//! to people and reaches no document.

use indicatif::{ProgressBar, ProgressDrawTarget};
use std::io::{IsTerminal, stderr};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{Builder, JoinHandle};
use std::time::{Duration, Instant};

/// Work that somebody waits for.
pub(crate) struct Wait {
    began: Instant,
    line: Option<Line>,
}

/// A line that appears by and by; the thread sleeps until the work is done or the patience at an end.
struct Line {
    is_done: Sender<()>,
    thread: JoinHandle<()>,
}

/// How long nothing is shown: most work is done by then.
const PATIENCE: Duration = Duration::from_millis(500);
/// How often the line moves.
const TICK: Duration = Duration::from_millis(100);

impl Wait {
    /// Begins to wait for work.
    pub(crate) fn begin(stage: &'static str, is_quiet: bool) -> Self {
        Self {
            began: now(),
            line: Some(stage)
                .filter(|_| !is_quiet && stderr().is_terminal())
                .and_then(Line::begin),
        }
    }

    /// Takes the line away, and returns how long the work took.
    pub(crate) fn end(self) -> Duration {
        let took = now().duration_since(self.began);
        if let Some(line) = self.line {
            line.end();
        }
        took
    }
}

impl Line {
    // Whoever has no thread to spare sees no line.
    fn begin(stage: &'static str) -> Option<Self> {
        let (is_done, done) = channel();
        let waiting = move || {
            if done.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
                bar.set_message(stage);
                bar.enable_steady_tick(TICK);
                // An error says that the work is over in another way, which ends the wait as well.
                let _ = done.recv();
                bar.finish_and_clear();
            }
        };
        let thread = Builder::new().spawn(waiting).ok()?;
        Some(Self { is_done, thread })
    }

    fn end(self) {
        // The line may have ended by itself; there is nobody to tell.
        let _ = self.is_done.send(());
        let _ = self.thread.join();
    }
}

#[allow(
    clippy::disallowed_methods,
    reason = "how long a stage took is told on standard error and reaches no document"
)]
fn now() -> Instant {
    Instant::now()
}
