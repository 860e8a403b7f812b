//! Reads a group file and the projects of its members. A project is a folder below that of the group file and is reached
//! without any link, so that a copy of the folder yields the same everywhere.

use crate::diag::Diagnostics;
use crate::failure::Failure;
use crate::inventory::group::{Group, Seat, group, misplaced, seats};
use crate::inventory::record::Record;
use crate::inventory::screen::screen;
use crate::inventory::spelled::check_spelling;
use crate::read::limits::Limits;
use crate::read::{Loaded, load_within, single};
use crate::source::SourceMap;
use crate::yaml::parse::parse;
use std::path::{Path, PathBuf};

/// What was read of a group.
#[derive(Debug, Clone, Default)]
pub struct LoadedGroup {
    /// The text of the group file.
    pub sources: SourceMap,
    /// What it says; nothing where it could not be read.
    pub group: Option<Record<Group>>,
    /// The members whose folders could be read, in the order of their ids.
    pub members: Vec<LoadedMember>,
    /// What is wrong with the group file.
    pub findings: Diagnostics,
}

/// What was read of one member.
#[derive(Debug, Clone)]
pub struct LoadedMember {
    /// Its id and its folder.
    pub seat: Seat,
    /// Its project.
    pub loaded: Loaded,
}

/// Returns the folder from which the paths in a group file are seen.
pub fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if folder != Path::new("") => folder,
        Some(_) | None => Path::new("."),
    }
}

/// Returns a group and the projects of its members.
///
/// # Errors
/// Fails when the group file cannot be read, or the folder of a member cannot be read as a whole.
pub fn load_group(file: &Path, limits: Limits) -> Result<LoadedGroup, Failure> {
    let bytes = single(file, limits.file)?;
    let name = file
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let mut loaded = group_of(name, &bytes);
    let Some(group) = &loaded.group else {
        return Ok(loaded);
    };
    let folder = folder_of(file).canonicalize().map_err(|source| Failure::Disk {
        path: file.display().to_string(),
        what: "cannot open the folder of the group file",
        source,
    })?;
    for seat in seats(group, &mut loaded.findings) {
        match project_of(&folder, &seat) {
            Err(why) => loaded.findings.add(misplaced(seat.project.span, why)),
            Ok(project) => loaded.members.push(LoadedMember {
                loaded: load_within(&project, limits)?,
                seat,
            }),
        }
    }
    Ok(loaded)
}

/// Returns what the text of a group file says; of its members nothing is read.
pub fn group_of(name: String, bytes: &[u8]) -> LoadedGroup {
    let mut text = Loaded::default();
    let (file, is_text) = text.keep(name.clone(), bytes);
    let Loaded {
        sources,
        mut findings,
        ..
    } = text;
    let mut nodes = match is_text {
        true => parse(file, &sources.file(file).text, &mut findings),
        false => Vec::new(),
    };
    for node in &mut nodes {
        screen(node, &sources, &mut findings);
        check_spelling(node, &mut findings);
    }
    let group = group(&nodes, &name, &mut findings);
    LoadedGroup {
        sources,
        group,
        members: Vec::new(),
        findings,
    }
}

/// Returns the project folder of a member, or why it cannot be one.
fn project_of(folder: &Path, seat: &Seat) -> Result<PathBuf, String> {
    let said = &seat.project.value;
    let project = folder.join(said);
    let real = project
        .canonicalize()
        .map_err(|error| format!("the folder `{said}` cannot be opened: {error}"))?;
    match real == project {
        true if real.is_dir() => Ok(real),
        true => Err(format!("`{said}` is no folder")),
        // On some systems `Acme` opens a folder that is called `acme`.
        false => Err(format!(
            "`{said}` leads through a link, or is spelled otherwise than the folder is called"
        )),
    }
}
