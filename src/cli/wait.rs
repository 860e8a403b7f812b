//! What a person sees who waits: after half a second a line that moves, with a bar where there is something to count, on a
//! terminal alone. How long work took is told to people and reaches no document.

use actfile::build::progress::Progress;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{IsTerminal, stderr};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
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
/// How the line looks where something is counted.
const COUNTED: &str = "{spinner} {msg} [{bar:30}] {pos} of {len}";

impl Wait {
    /// Begins to wait for work.
    pub(crate) fn begin(stage: &'static str, progress: &Arc<Progress>, is_quiet: bool) -> Self {
        Self {
            began: now(),
            line: Some(stage)
                .filter(|_| !is_quiet && stderr().is_terminal())
                .and_then(|stage| Line::begin(stage, progress.clone())),
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
    fn begin(stage: &'static str, progress: Arc<Progress>) -> Option<Self> {
        let (is_done, done) = channel();
        let waiting = move || {
            if goes_on(&done, PATIENCE) {
                let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
                bar.set_style(ProgressStyle::default_spinner());
                bar.set_message(stage);
                while goes_on(&done, TICK) {
                    show(&bar, progress.counted());
                }
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

// A sign that moves; a bar as soon as there is something to count.
fn show(bar: &ProgressBar, counted: Option<(usize, usize)>) {
    if let Some((n_made, n_planned)) = counted {
        if let Ok(style) = ProgressStyle::with_template(COUNTED) {
            bar.set_style(style.progress_chars("=> "));
        }
        bar.set_length(n_planned as u64);
        bar.set_position(n_made as u64);
    }
    bar.tick();
}

// An error other than the end of the time says that the work is over in another way.
fn goes_on(done: &Receiver<()>, time: Duration) -> bool {
    done.recv_timeout(time) == Err(RecvTimeoutError::Timeout)
}

#[allow(
    clippy::disallowed_methods,
    reason = "how long a stage took is told on standard error and reaches no document"
)]
fn now() -> Instant {
    Instant::now()
}
