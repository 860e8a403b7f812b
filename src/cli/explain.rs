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
use actfile::report::glossary;
use actfile::report::near_codes;
use actfile::report::see_also::code_page;
use actfile::report::uses::nearest_use;

/// Prints the page, or names what comes close.
pub(crate) fn run(asked: &Explain, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    // A name of several words is taken without quotation marks too.
    let subject = asked.subject.join(" ");
    let subject = subject.trim();
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
    let near = match near(subject).as_slice() {
        [] => "; `actfile explain index` lists what can be explained".to_owned(),
        [one] => format!("; did you mean {one}?"),
        [first @ .., last] => format!("; did you mean {} or {last}?", first.join(", ")),
    };
    Failure::Refused(format!("there is nothing to explain under `{subject}`{near}"))
}

/// Returns what may have been meant: a gap, a code, else words of the outputs, else a use.
fn near(subject: &str) -> Vec<String> {
    let gaps = near_codes::near(subject);
    if !gaps.is_empty() {
        return gaps.iter().map(|code| format!("`{code}`")).collect();
    }
    if let Some(code) = explain::nearest(subject) {
        return vec![format!("`{}` ({})", code.id(), code.name())];
    }
    let words: Vec<String> = glossary::near(subject)
        .iter()
        .map(|word| format!("`{word}`"))
        .collect();
    match words.is_empty() {
        false => words,
        true => nearest_use(subject)
            .map(|it| format!("`{}`", it.key()))
            .into_iter()
            .collect(),
    }
}
