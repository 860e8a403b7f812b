//! `actfile check`: everything that is wrong with an inventory, in one run.

use crate::cli::args::{Check, CheckFormat, Global};
use crate::cli::exit::Exit;
use crate::cli::project;
use crate::cli::terminal::Terminal;
use actfile::failure::Failure;
use actfile::report;

/// Tells the findings; a format for machines goes to standard output.
pub(crate) fn run(asked: &Check, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    let checked = project::check(&global.project, global, terminal)?;
    match asked.format {
        CheckFormat::Human => project::tell(&checked, &global.project, terminal),
        CheckFormat::Short
        | CheckFormat::Json
        | CheckFormat::Sarif
        | CheckFormat::Junit
        | CheckFormat::Github => {
            let project = global.project.to_string_lossy();
            let style = asked.format.style();
            terminal.result(&report::findings(
                style,
                &checked.sources,
                &checked.findings,
                &project,
            ))?;
        }
    }
    if checked.findings.has_errors() {
        return Ok(Exit::Refused);
    }
    terminal.say(&match checked.sources.files().len() {
        1 => "1 file read, no errors".to_owned(),
        n_files => format!("{n_files} files read, no errors"),
    });
    project::gaps_at(&checked, asked.fail_on)
        .iter()
        .for_each(|line| terminal.say(line));
    Ok(Exit::of_level(project::worst(&checked), asked.fail_on))
}
