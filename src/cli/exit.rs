//! How a run ends, as scripts see it.

use actfile::failure::Failure;
use clap::ValueEnum;
use std::process::ExitCode;

/// The exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// 0: done.
    Done,
    /// 1: done, and something at or above `--fail-on` was found, documents that are not current or not as they were made, or
    /// a difference where `--exit-code` asks for it.
    Found,
    /// 2: bad input, usage, or trouble with the disk; nothing was written.
    Refused,
    /// 3: a fault of this program.
    Internal,
}

/// From which level on findings and gaps make a run end with 1; each level includes those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(crate) enum Level {
    /// Errors only.
    Error,
    /// And duties in force that are not shown.
    MustNow,
    /// And duties with a coming date.
    MustBy,
    /// And recommendations and warnings.
    Should,
    /// And remarks.
    Info,
}

impl Exit {
    /// Returns how a run ends that a failure stopped.
    pub(crate) fn of_failure(failure: &Failure) -> Self {
        match failure {
            Failure::Disk { .. } | Failure::Refused(_) | Failure::Template { .. } => Self::Refused,
            Failure::Internal { .. } => Self::Internal,
        }
    }

    /// Returns how a run ends whose most serious result has a level.
    pub(crate) fn of_level(worst: Option<Level>, fail_on: Level) -> Self {
        match worst {
            Some(worst) if worst <= fail_on => Self::Found,
            Some(_) | None => Self::Done,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Found => 1,
            Exit::Refused => 2,
            Exit::Internal => 3,
        })
    }
}
