//! From the folder that was named to a checked inventory and back: the calls of the library that several commands
//! share.

use crate::cli::args::Global;
use crate::cli::exit::Level;
use crate::cli::terminal::Terminal;
use crate::cli::today::today;
use actfile::calendar::Date;
use actfile::classify::{Classification, classify};
use actfile::diag::{Diagnostics, Severity};
use actfile::failure::Failure;
use actfile::law::edition::Edition;
use actfile::link::link;
use actfile::read;
use actfile::render::Artifact;
use actfile::report::{self, Style};
use actfile::source::SourceMap;
use actfile::write::compare::{Staleness, compare};
use actfile::write::manifest::manifest_of;
use std::path::Path;

/// A project that was read and checked for a day.
#[derive(Debug)]
pub(crate) struct Checked {
    pub(crate) sources: SourceMap,
    pub(crate) findings: Diagnostics,
    /// Nothing where errors stand.
    pub(crate) classification: Option<Classification>,
}

/// Reads and checks a project for a day.
pub(crate) fn check(project: &Path, global: &Global, as_of: Option<Date>) -> Result<Checked, Failure> {
    let loaded = read::load(project)?;
    let mut checked = Checked {
        sources: loaded.sources,
        findings: loaded.findings,
        classification: None,
    };
    if !checked.findings.has_errors() {
        let inventory = link(loaded.records, &mut checked.findings);
        let stated = inventory
            .organisation
            .as_ref()
            .and_then(|record| record.body.as_of.stated().copied());
        let as_of = as_of.or(stated).map_or_else(today, Ok)?;
        let edition = global.law.unwrap_or(Edition::on(as_of));
        checked.classification = Some(classify(&inventory, edition, as_of, &mut checked.findings));
    }
    Ok(checked)
}

pub(crate) fn build(_checked: &Checked) -> Result<Vec<Artifact>, Failure> {
    Ok(Vec::new())
}

/// Tells the findings of a project to a person.
pub(crate) fn tell(checked: &Checked, project: &Path, terminal: &Terminal) {
    let project = project.to_string_lossy();
    terminal.tell(&report::findings(
        Style::Human,
        &checked.sources,
        &checked.findings,
        &project,
    ));
}

/// Returns the level of the most serious finding or gap.
pub(crate) fn worst(checked: &Checked) -> Option<Level> {
    let levels = [
        (Severity::Error, Level::Error),
        (Severity::Warning, Level::Should),
        (Severity::Note, Level::Info),
    ];
    let found = levels
        .iter()
        .filter(|(severity, _)| checked.findings.count(*severity) > 0);
    found.map(|(_, level)| *level).min()
}

/// Makes the documents again as the manifest of a folder says they were made, and compares.
pub(crate) fn regenerate(out: &Path, project: &Path, global: &Global) -> Result<Staleness, Failure> {
    let manifest = manifest_of(out)?;
    let as_of = global.as_of.or(manifest.map(|manifest| manifest.facts.as_of));
    let checked = check(project, global, as_of)?;
    compare(out, &build(&checked)?)
}

/// Returns one line for each file that differs.
pub(crate) fn differences(staleness: &Staleness) -> Vec<String> {
    let Staleness {
        missing,
        changed,
        extra,
    } = staleness;
    let lines = |paths: &[String], what: &str| -> Vec<String> {
        paths.iter().map(|path| format!("{what}: `{path}`")).collect()
    };
    [
        lines(missing, "a build would add"),
        lines(changed, "a build would change"),
        lines(extra, "a build would remove"),
    ]
    .concat()
}
