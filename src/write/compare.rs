//! Whether a folder still holds what a build would put there, for `build --check` and `verify --against`. Reads
//! only; a user's own files in the folder are none of its business.

use crate::failure::Failure;
use crate::render::Artifact;
use crate::render::provenance::PROVENANCE;
use crate::write::another::{Origin, another, provenance_in};
use crate::write::causes::{besides_inputs, causes};
use crate::write::folder::Folder;
use crate::write::manifest::{self, ManifestFacts};
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
    /// That the folder was made from another inventory altogether, in words; for people, and no part of the verdict.
    pub another: Option<String>,
    /// What the folder was made from that is different now, in words and as little a part of it; of another inventory no
    /// file is named.
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
        staleness.another = from_another(&folder, &made.facts, pack, &now.facts);
        // Of another inventory every file would be named.
        let causes = match staleness.another {
            Some(_) => besides_inputs,
            None => causes,
        };
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

/// Returns in words that a folder was made from another inventory than a sealed set, where that shows.
fn from_another(
    folder: &Folder,
    made: &ManifestFacts,
    pack: &[Artifact],
    now: &ManifestFacts,
) -> Option<String> {
    // The provenance of many systems is large, and of no account here where the inputs are the same.
    let earlier = (made.inputs != now.inputs)
        .then(|| provenance_in(folder))
        .flatten();
    let today = pack.iter().find(|file| file.path == PROVENANCE);
    another(
        &Origin {
            facts: made,
            provenance: earlier.as_deref(),
        },
        &Origin {
            facts: now,
            provenance: today.map(|file| file.bytes.as_slice()),
        },
    )
}
