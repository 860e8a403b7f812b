//! `actfile classify`: which classes systems and models fall into, and why.

use crate::cli::args::{Classify, Global};
use crate::cli::exit::Exit;
use crate::cli::project;
use crate::cli::terminal::Terminal;
use actfile::failure::Failure;

/// Prints the classes; what is wrong with the inventory is told first, and stops.
pub(crate) fn run(_asked: &Classify, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    let checked = project::check(&global.project, global.as_of)?;
    project::tell(&checked, &global.project, terminal);
    match checked.findings.has_errors() {
        true => Ok(Exit::Refused),
        false => Ok(Exit::Done),
    }
}
