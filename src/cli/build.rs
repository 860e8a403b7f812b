//! `actfile build`: the documents, whole and current, or a list of what is not.

use crate::cli::args::{Build, Global};
use crate::cli::exit::Exit;
use crate::cli::project;
use crate::cli::terminal::Terminal;
use actfile::failure::Failure;
use actfile::render::Artifact;
use actfile::report::visible::visible;
use actfile::write::compare::compare;
use actfile::write::manifest::manifest_of;
use actfile::write::publish::{Published, publish};

/// Makes the documents and publishes them, or compares them with what is published.
pub(crate) fn run(asked: &Build, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    // Documents do not go stale because a day has passed: they are compared as of the day they speak for.
    let as_of = match (global.as_of, asked.check) {
        (None, true) => manifest_of(&global.out)?.map(|manifest| manifest.facts.as_of),
        (as_of, _) => as_of,
    };
    let checked = project::check(&global.project, global, as_of)?;
    project::tell(&checked, &global.project, terminal);
    if checked.findings.has_errors() {
        terminal.say("nothing was written");
        return Ok(Exit::Refused);
    }
    let pack = project::build(&checked)?;
    let is_current = match asked.check {
        true => is_current(global, &pack, terminal)?,
        false => write(global, &pack, terminal).map(|()| true)?,
    };
    Ok(match is_current {
        true => Exit::of_level(project::worst(&checked), asked.fail_on),
        false => Exit::Found,
    })
}

fn is_current(global: &Global, pack: &[Artifact], terminal: &Terminal) -> Result<bool, Failure> {
    let staleness = compare(&global.out, pack)?;
    for line in project::differences(&staleness) {
        terminal.result(&format!("{}\n", visible(&line)))?;
    }
    match staleness.is_current() {
        true => terminal.say(&format!(
            "{}: {} files, all current",
            global.out.display(),
            pack.len()
        )),
        false => terminal.say(&format!(
            "{}: not current; run `actfile build`",
            global.out.display()
        )),
    }
    Ok(staleness.is_current())
}

fn write(global: &Global, pack: &[Artifact], terminal: &Terminal) -> Result<(), Failure> {
    let out = global.out.display();
    match publish(&global.out, &global.project, pack)? {
        Published::Unchanged => terminal.say(&format!("{out}: {} files, nothing changed", pack.len())),
        Published::Written {
            n_written,
            n_kept,
            n_removed,
        } => terminal.say(&format!(
            "{out}: {n_written} files written, {n_kept} unchanged, {n_removed} removed"
        )),
    }
    pack.iter()
        .for_each(|file| terminal.detail(&format!("  {}", file.path)));
    Ok(())
}
