//! `actfile explain`: the page about a code, or what the tables of the law say under a name.

use crate::cli::args::Explain;
use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;
use actfile::diag::explain;
use actfile::failure::Failure;
use actfile::report::explained::explained;
use actfile::report::uses::nearest_use;

/// Prints the page, or names what comes close.
pub(crate) fn run(asked: &Explain, terminal: &Terminal) -> Result<Exit, Failure> {
    let subject = asked.subject.trim();
    let page = match explain::code(subject) {
        Some(code) => explain::page(code).to_owned(),
        None => explained(subject).ok_or_else(|| nothing(subject))?,
    };
    terminal.result(&page).map(|()| Exit::Done)
}

fn nothing(subject: &str) -> Failure {
    let code = explain::nearest(subject).map(|code| format!("`{}` ({})", code.id(), code.name()));
    let near = code.or_else(|| nearest_use(subject).map(|it| format!("`{}`", it.key())));
    let near = near.map_or_else(String::new, |near| format!("; did you mean {near}?"));
    Failure::Refused(format!("there is nothing to explain under `{subject}`{near}"))
}
