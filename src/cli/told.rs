//! How a comparison is told: for people, for programs or as a page, and with which exit code. What was compared, and how it
//! reads, each command says itself.

use crate::cli::args::formats::DiffFormat;
use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;
use actfile::failure::Failure;

/// What came of a comparison, in each way in which it can be told.
pub(crate) struct Outcome<'o> {
    pub(crate) differs: bool,
    pub(crate) human: &'o dyn Fn() -> String,
    pub(crate) json: &'o dyn Fn() -> String,
    pub(crate) page: &'o dyn Fn() -> Result<String, Failure>,
}

/// How somebody asked to be told.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Manner {
    pub(crate) format: DiffFormat,
    /// Whether a difference ends the run with 1.
    pub(crate) exit_code: bool,
}

/// Prints an outcome and returns how the run ends.
pub(crate) fn tell(outcome: &Outcome<'_>, manner: Manner, terminal: &Terminal) -> Result<Exit, Failure> {
    terminal.result(&match manner.format {
        DiffFormat::Human => (outcome.human)(),
        DiffFormat::Json => (outcome.json)(),
        DiffFormat::Md => (outcome.page)()?,
    })?;
    Ok(match manner.exit_code && outcome.differs {
        true => Exit::Found,
        false => Exit::Done,
    })
}
