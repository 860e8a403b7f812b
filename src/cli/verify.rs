//! `actfile verify`: is a folder of documents complete, unchanged, signed, and what its inventory yields? Each
//! question has its own verdict, because each can fail alone.

use crate::cli::args::{Global, Verify};
use crate::cli::exit::Exit;
use crate::cli::project;
use crate::cli::terminal::Terminal;
use actfile::failure::Failure;
use actfile::report::visible::visible;
use actfile::write::compare::Staleness;
use actfile::write::verify::verify;

/// Prints what is wrong, then the verdicts.
pub(crate) fn run(asked: &Verify, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    let report = verify(&asked.folder)?;
    let mut lines: Vec<String> = report
        .faults
        .iter()
        .map(|fault| visible(&fault.to_string()))
        .collect();
    let (is_complete, is_unchanged) = (report.is_complete(), report.is_unchanged());
    let against = match &asked.against {
        Some(project) => Some(project::regenerate(&asked.folder, project, global, terminal)?),
        None => None,
    };
    if let Some(staleness) = &against {
        lines.extend(project::differences(staleness).iter().map(|line| visible(line)));
    }
    let regenerates = against.as_ref().map(Staleness::is_current);
    lines.push(format!(
        "complete      {}, {} listed files",
        yes(is_complete),
        report.n_expected
    ));
    lines.push(format!("unchanged     {}", yes(is_unchanged)));
    lines.push("signed        no; integrity only, origin not shown".to_owned());
    lines.push(match regenerates {
        Some(regenerates) => format!("regenerates   {}", yes(regenerates)),
        None => "regenerates   not asked; name the inventory with --against".to_owned(),
    });
    terminal.result(&(lines.join("\n") + "\n"))?;
    Ok(match is_complete && is_unchanged && regenerates != Some(false) {
        true => Exit::Done,
        false => Exit::Found,
    })
}

fn yes(holds: bool) -> &'static str {
    match holds {
        true => "yes",
        false => "no",
    }
}
