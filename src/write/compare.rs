//! Whether a folder still holds what a build would put there, for `build --check` and `verify --against`. Reads
//! only; a user's own files in the folder are none of its business.

use crate::failure::Failure;
use crate::render::Artifact;
use crate::write::causes::causes;
use crate::write::folder::Folder;
use crate::write::manifest;
use std::collections::BTreeSet;
use std::path::Path;

/// How a folder differs from a build; all paths sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Staleness {
    /// Files that a build would add.
    pub missing: Vec<String>,
    /// Files that a build would replace.
    pub changed: Vec<String>,
    /// Earlier outputs that a build would not make.
    pub extra: Vec<String>,
    /// What the folder was made from that is different now, in words; for people, and no part of the verdict.
    pub causes: Vec<String>,
}

impl Staleness {
    /// Returns whether a build would change nothing.
    pub fn is_current(&self) -> bool {
        self.missing.is_empty() && self.changed.is_empty() && self.extra.is_empty()
    }
}

/// Compares a folder with a sealed set.
pub fn compare(out: &Path, pack: &[Artifact]) -> Result<Staleness, Failure> {
    let folder = Folder::read(out)?;
    let mut staleness = Staleness::default();
    for file in pack {
        let path = Path::new(&file.path);
        match (folder.kind(path), folder.holds(path, &file.bytes)?) {
            (_, true) => {}
            (Some(_), false) => staleness.changed.push(file.path.clone()),
            (None, false) => staleness.missing.push(file.path.clone()),
        }
    }
    let ours: BTreeSet<&str> = pack.iter().map(|file| file.path.as_str()).collect();
    let earlier = manifest::read_manifest(&folder)?;
    if let (Some(made), Some(now)) = (&earlier, manifest::sealed_in(pack)) {
        staleness.causes = causes(&made.facts, &now.facts);
    }
    let outputs = earlier.map_or_else(Vec::new, |manifest| manifest.outputs);
    staleness.extra = outputs
        .into_iter()
        .map(|output| output.path)
        .filter(|path| !ours.contains(path.as_str()) && folder.kind(Path::new(path)).is_some())
        .collect();
    Ok(staleness)
}
