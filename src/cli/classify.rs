//! `actfile classify`: which classes systems and models fall into, and why.

use crate::cli::args::formats::ClassifyFormat;
use crate::cli::args::{Classify, Global};
use crate::cli::exit::Exit;
use crate::cli::project;
use crate::cli::terminal::Terminal;
use actfile::Checked;
use actfile::build::Scope;
use actfile::build::selection::{owners, refuse_unknown, selection};
use actfile::classify::Classification;
use actfile::documents::selection::Selection;
use actfile::failure::Failure;
use actfile::obligations::Assessment;
use actfile::report::class_lines::{self, Detail};
use actfile::report::classes;

/// Prints the classes; what is wrong with the inventory is told first, and stops.
pub(crate) fn run(asked: &Classify, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    let checked = project::check_own(global, terminal)?;
    project::tell(&checked, &global.project, terminal);
    if checked.findings.has_errors() {
        return Ok(Exit::Refused);
    }
    let selection = owned(&asked.owner, &checked)?;
    let Assessment {
        classification,
        owed,
        inventory,
        ..
    } = checked.assessment;
    let mut classification = only(&asked.systems, classification)?;
    if !selection.is_whole() {
        classification
            .systems
            .retain(|id, _| selection.has(id, &inventory));
        classification.models.clear();
        if classification.systems.is_empty() {
            terminal.say("nothing that was named is a system of such an owner");
        }
    }
    let detail = match asked.trace {
        true => Detail::Trace,
        false => Detail::Classes,
    };
    terminal.result(&match asked.format {
        ClassifyFormat::Human => {
            class_lines::human(&classification, &inventory.systems, &checked.sources, detail)
        }
        ClassifyFormat::Json => classes::json_with_duties(&classification, &owed, &checked.sources),
    })?;
    Ok(Exit::Done)
}

/// Returns the systems of the owners that were typed, as a build takes them.
fn owned(typed: &[String], checked: &Checked) -> Result<Selection, Failure> {
    let scope = Scope {
        owners: owners(typed, &[checked]),
        ..Scope::default()
    };
    match typed.is_empty() {
        true => Ok(Selection::default()),
        false => refuse_unknown(&[checked], &scope).map(|()| selection(&scope)),
    }
}

fn only(asked: &[String], mut classification: Classification) -> Result<Classification, Failure> {
    if asked.is_empty() {
        return Ok(classification);
    }
    let ids = classification.systems.keys().chain(classification.models.keys());
    let known: Vec<&str> = ids.map(|id| id.as_str()).collect();
    if let Some(unknown) = asked.iter().find(|id| !known.contains(&id.as_str())) {
        return Err(project::unknown_id("system or model", unknown, &known));
    }
    let is_asked = |id: &str| asked.iter().any(|asked| asked == id);
    classification.systems.retain(|id, _| is_asked(id.as_str()));
    classification.models.retain(|id, _| is_asked(id.as_str()));
    Ok(classification)
}
