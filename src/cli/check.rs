//! `actfile check`: everything that is wrong with an inventory, in one run.

use crate::cli::args::formats::CheckFormat;
use crate::cli::args::{Check, Global};
use crate::cli::exit::Exit;
use crate::cli::group;
use crate::cli::next_step::next_step;
use crate::cli::project;
use crate::cli::terminal::Terminal;
use actfile::Checked;
use actfile::diag::codes::Code;
use actfile::failure::Failure;
use actfile::read::repository::path_below_root;
use actfile::report;
use std::io::{self, IsTerminal};
use std::path::Path;

/// Tells the findings; a format for machines goes to standard output.
pub(crate) fn run(asked: &Check, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    if let Some(file) = &asked.group {
        return group::check(asked, file, global, terminal);
    }
    let checked = project::check_own(global, terminal)?;
    let is_refused = checked.findings.has_errors();
    // What is missing can only be said of an inventory that could be read.
    let gaps = match is_refused {
        true => Vec::new(),
        false => project::gaps_at(&checked, asked.fail_on),
    };
    match asked.format {
        CheckFormat::Human => project::tell(&checked, &global.project, terminal),
        CheckFormat::Short
        | CheckFormat::Json
        | CheckFormat::Sarif
        | CheckFormat::Junit
        | CheckFormat::Github => {
            let project = named(&global.project, asked.format);
            let (style, sources) = (asked.format.style(), &checked.sources);
            let told = report::findings_and_gaps(style, sources, &checked.findings, &gaps, &project);
            terminal.result(&told)?;
        }
    }
    if is_refused {
        return Ok(Exit::Refused);
    }
    terminal.say(&match checked.sources.files().len() {
        1 => "1 file read, no errors".to_owned(),
        n_files => format!("{n_files} files read, no errors"),
    });
    for gap in &gaps {
        terminal.say(&project::gap_line(gap, &checked, &global.project));
    }
    // Logs keep their lines; a person is told how to go on.
    let is_for_a_person = matches!(asked.format, CheckFormat::Human) && io::stderr().is_terminal();
    if is_for_a_person && gaps.is_empty() && has_nothing_to_mend(&checked) {
        terminal.say(&next_step(&checked, &global.project));
    }
    Ok(Exit::of_level(project::worst(&checked), asked.fail_on))
}

/// Returns whether no finding keeps a person from going on; examples can be replaced while the questions are answered.
fn has_nothing_to_mend(checked: &Checked) -> bool {
    let findings = checked.findings.sorted();
    findings.iter().all(|finding| finding.code == Code::ExampleText)
}

/// Returns the project folder as its files are named: services that show findings beside code know only paths below the
/// root of the repository; people and scripts get what they typed.
pub(crate) fn named(project: &Path, format: CheckFormat) -> String {
    let as_typed = || project.to_string_lossy().into_owned();
    match format {
        CheckFormat::Human | CheckFormat::Short | CheckFormat::Json => as_typed(),
        CheckFormat::Sarif | CheckFormat::Junit | CheckFormat::Github => {
            path_below_root(project).unwrap_or_else(as_typed)
        }
    }
}
