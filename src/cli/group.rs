//! What commands do with `--group`: the calls of the library for several projects at once, told as for one.

use crate::cli::args::{Check, DEFAULT_PROJECT, Global};
use crate::cli::build::{Place, gaps, of_others, what_has_begun};
use crate::cli::check::named;
use crate::cli::exit::{Exit, Level};
use crate::cli::project;
use crate::cli::terminal::Terminal;
use crate::cli::today::today;
use actfile::build::Scope;
use actfile::documents::group::MEMBERS;
use actfile::failure::Failure;
use actfile::group::built::build_group;
use actfile::group::{CheckedGroup, check_group};
use actfile::read::group::{folder_of, load_group};
use actfile::read::limits::Limits;
use actfile::render::Artifact;
use actfile::report::{self, Style};
use actfile::write::compare::{Staleness, compare};
use actfile::write::manifest::{ManifestFacts, manifest_of, seal};
use actfile::{Asked, Checked};
use std::path::Path;

/// Tells what is wrong with a group file and with every member.
pub(crate) fn check(
    asked: &Check,
    file: &Path,
    global: &Global,
    terminal: &Terminal,
) -> Result<Exit, Failure> {
    refuse_project(global)?;
    let checked = check_as(file, global, None, terminal)?;
    let folder = named(folder_of(file), asked.format);
    let told = told(&checked, &folder, asked.format.style());
    match asked.format.style() {
        Style::Human => terminal.tell(&told),
        Style::Short | Style::Json | Style::Sarif | Style::Junit | Style::Github => terminal.result(&told)?,
    }
    if checked.has_errors() {
        return Ok(Exit::Refused);
    }
    let n_files = checked.sources.files().len();
    terminal.say(&match checked.members.len() {
        1 => format!("1 member and {n_files} files read, no errors"),
        n_members => format!("{n_members} members and {n_files} files read, no errors"),
    });
    for member in &checked.members {
        let id = &member.seat.id.value;
        let project = file.with_file_name(&member.seat.project.value);
        for gap in project::gaps_at(&member.checked, asked.fail_on) {
            let line = project::gap_line(gap, &member.checked, &project);
            terminal.say(&format!("{id}: {line}"));
        }
    }
    Ok(Exit::of_level(worst(&checked), asked.fail_on))
}

/// Makes the documents of every member and the pages over all, and publishes them or compares them.
pub(crate) fn build(place: &mut Place<'_>, file: &Path, terminal: &Terminal) -> Result<Exit, Failure> {
    refuse_project(place.global)?;
    let checked = check_as(file, place.global, place.earlier.as_ref(), terminal)?;
    tell(&checked, file, terminal);
    if checked.has_errors() {
        terminal.say("nothing was written");
        return Ok(Exit::Refused);
    }
    let members: Vec<&Checked> = checked.members.iter().map(|member| &member.checked).collect();
    place.select(&members)?;
    let pack = documents(&checked, file, &place.scope, terminal)?;
    let is_current = place.take(&pack, folder_of(file), terminal)?;
    for member in &checked.members {
        let folder = format!("{MEMBERS}/{}/", member.seat.id.value);
        let lines = [
            Some(gaps(&member.checked, &place.scope, &folder)),
            of_others(&member.checked),
            what_has_begun(&member.checked)?,
        ];
        for line in lines.into_iter().flatten() {
            terminal.say(&format!("{}: {line}", member.seat.id.value));
        }
    }
    Ok(match is_current {
        true => Exit::of_level(worst(&checked), place.asked.fail_on),
        false => Exit::Found,
    })
}

/// Makes the documents again as the manifest of a folder says they were made, and compares.
pub(crate) fn regenerate(
    out: &Path,
    file: &Path,
    global: &Global,
    terminal: &Terminal,
) -> Result<Staleness, Failure> {
    let earlier = manifest_of(out)?.map(|manifest| manifest.facts);
    let checked = check_as(file, global, earlier.as_ref(), terminal)?;
    if checked.has_errors() {
        tell(&checked, file, terminal);
    }
    let scope = earlier.as_ref().map(project::scope_of).unwrap_or_default();
    compare(out, &documents(&checked, file, &scope, terminal)?)
}

/// Returns the sealed documents of a group, and tells which texts the PDFs cannot show.
fn documents(
    checked: &CheckedGroup,
    file: &Path,
    scope: &Scope,
    terminal: &Terminal,
) -> Result<Vec<Artifact>, Failure> {
    let built = terminal.during_counted("making the documents", |progress| {
        build_group(checked, scope, progress)
    })?;
    let folder = folder_of(file).to_string_lossy();
    let told = report::findings(Style::Human, &checked.sources, &built.findings, &folder);
    terminal.tell(&told);
    terminal.during("sealing them", || seal(built.artifacts, &built.facts))
}

/// Reads and checks a group; what was not typed is taken from an earlier build.
pub(crate) fn check_as(
    file: &Path,
    global: &Global,
    earlier: Option<&ManifestFacts>,
    terminal: &Terminal,
) -> Result<CheckedGroup, Failure> {
    let limits = Limits::times(global.raise_limits);
    let loaded = terminal.during("reading the inventories", || load_group(file, limits))?;
    let asked = Asked {
        as_of: global.as_of.or(earlier.map(|facts| facts.as_of)),
        today: today()?,
        law: global.law.or(earlier.and_then(|facts| facts.law.parse().ok())),
    };
    Ok(terminal.during("checking them", || check_group(loaded, asked)))
}

/// Refuses an inventory that was named before the command, where the parser does not hold it against `--group`.
fn refuse_project(global: &Global) -> Result<(), Failure> {
    match global.project == Path::new(DEFAULT_PROJECT) {
        true => Ok(()),
        false => Err(Failure::Refused(
            "--group and --project exclude each other; the group file says where the projects lie".to_owned(),
        )),
    }
}

/// Tells the findings of a group to a person.
pub(crate) fn tell(checked: &CheckedGroup, file: &Path, terminal: &Terminal) {
    terminal.tell(&told(checked, &folder_of(file).to_string_lossy(), Style::Human));
}

fn told(checked: &CheckedGroup, folder: &str, style: Style) -> String {
    report::findings(style, &checked.sources, &checked.findings, folder)
}

/// Returns the level of the most serious finding or open gap of all members.
pub(crate) fn worst(checked: &CheckedGroup) -> Option<Level> {
    let members = checked.members.iter();
    members.filter_map(|member| project::worst(&member.checked)).min()
}
