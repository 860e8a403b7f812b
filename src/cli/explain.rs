//! `actfile explain`: the page about a code, or what is said under a name, in the edition that is law on the day asked
//! for, or today.

use crate::cli::args::{Explain, Global};
use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;
use crate::cli::today::today;
use actfile::diag::explain;
use actfile::failure::Failure;
use actfile::law::edition::Edition;
use actfile::report::explained::explained;
use actfile::report::see_also::code_page;
use actfile::report::uses::nearest_use;

/// Prints the page, or names what comes close.
pub(crate) fn run(asked: &Explain, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    let subject = asked.subject.trim();
    let edition = match (global.law, global.as_of) {
        (Some(edition), _) => edition,
        (None, Some(day)) => Edition::on(day),
        (None, None) => Edition::on(today()?),
    };
    let page = match explain::code(subject) {
        Some(code) => code_page(code),
        None => explained(subject, edition).ok_or_else(|| nothing(subject))?,
    };
    terminal.result(&page).map(|()| Exit::Done)
}

fn nothing(subject: &str) -> Failure {
    let code = explain::nearest(subject).map(|code| format!("`{}` ({})", code.id(), code.name()));
    let near = code.or_else(|| nearest_use(subject).map(|it| format!("`{}`", it.key())));
    let near = near.map_or_else(
        || "; `actfile explain index` lists what can be explained".to_owned(),
        |near| format!("; did you mean {near}?"),
    );
    Failure::Refused(format!("there is nothing to explain under `{subject}`{near}"))
}
