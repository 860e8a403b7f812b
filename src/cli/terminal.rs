//! Where text goes: results to standard output, everything else to standard error. A reader that has gone away is
//! no trouble; a result that could not be delivered for another reason is.

use crate::cli::args::Global;
use crate::cli::wait::Wait;
use actfile::build::progress::Progress;
use actfile::failure::Failure;
use actfile::report::visible::visible;
use std::io::{self, Write};
use std::sync::Arc;

/// Both streams, and how much is to be said.
#[derive(Debug, Default)]
pub(crate) struct Terminal {
    is_quiet: bool,
    n_verbose: u8,
}

impl Terminal {
    /// Takes over how much is to be said.
    pub(crate) fn of(global: &Global) -> Self {
        Self {
            is_quiet: global.quiet,
            n_verbose: global.verbose,
        }
    }

    /// Writes a result to standard output.
    pub(crate) fn result(&self, text: &str) -> Result<(), Failure> {
        let mut stdout = anstream::stdout().lock();
        match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::Disk {
                path: "standard output".to_owned(),
                what: "cannot be written",
                source: error,
            }),
            Ok(()) | Err(_) => Ok(()),
        }
    }

    /// Writes finished text, such as findings, to standard error.
    pub(crate) fn tell(&self, text: &str) {
        // Nobody is left to hear that standard error is closed.
        let _ = anstream::stderr().lock().write_all(text.as_bytes());
    }

    /// Says one line, unless the user wants quiet.
    pub(crate) fn say(&self, line: &str) {
        if !self.is_quiet {
            self.tell(&format!("{}\n", visible(line)));
        }
    }

    /// Says one line when the user wants to know more.
    pub(crate) fn detail(&self, line: &str) {
        if self.n_verbose > 0 {
            self.say(line);
        }
    }

    /// Does work; shows a person who waits that it goes on, and tells afterwards how long it took when they want to
    /// know more.
    pub(crate) fn during<T>(&self, stage: &'static str, work: impl FnOnce() -> T) -> T {
        self.during_counted(stage, |_| work())
    }

    /// The same for work that counts what it has made.
    pub(crate) fn during_counted<T>(&self, stage: &'static str, work: impl FnOnce(&Progress) -> T) -> T {
        let progress = Arc::new(Progress::default());
        let wait = Wait::begin(stage, &progress, self.is_quiet);
        let done = work(&progress);
        let n_milliseconds = wait.end().as_millis();
        self.detail(&format!("{stage}: {n_milliseconds} ms"));
        done
    }

    /// Says what stopped the run.
    pub(crate) fn error(&self, line: &str) {
        self.tell(&format!("\u{1b}[1m\u{1b}[91merror\u{1b}[0m: {}\n", visible(line)));
    }
}
