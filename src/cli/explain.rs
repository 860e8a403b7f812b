//! `actfile explain`: the page about a code.

use crate::cli::args::Explain;
use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;
use actfile::diag::explain;
use actfile::failure::Failure;

/// Prints the page, or names what comes close.
pub(crate) fn run(asked: &Explain, terminal: &Terminal) -> Result<Exit, Failure> {
    let subject = asked.subject.trim();
    match explain::code(subject) {
        Some(code) => terminal.result(explain::page(code)).map(|()| Exit::Done),
        None => {
            let near = explain::nearest(subject).map_or_else(String::new, |code| {
                format!("; did you mean `{}` ({})?", code.id(), code.name())
            });
            Err(Failure::Refused(format!(
                "there is nothing to explain under `{subject}`{near}"
            )))
        }
    }
}
