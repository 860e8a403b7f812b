//! Two folders of which one at least holds documents. An inventory beside a folder of documents is first turned into
//! the files that a build would put there, in memory, under the day and the edition of the folder.

use crate::cli::args::Global;
use crate::cli::project;
use crate::cli::terminal::Terminal;
use actfile::build::build;
use actfile::compare::altered::{Condition, NamedFiles};
use actfile::compare::documents::{Pack, compare_documents};
use actfile::failure::Failure;
use actfile::read::is_yaml;
use actfile::render::Artifact;
use actfile::render::Format;
use actfile::render::enclosures::AI_BOM;
use actfile::render::provenance::PROVENANCE;
use actfile::render::register::GAPS_JSON;
use actfile::report::difference::{Difference, Named, Recognised};
use actfile::write::manifest::{Manifest, ManifestFacts, file_of};
use actfile::write::verify::verify;
use std::path::Path;

/// Returns what differs; nothing when an inventory has errors.
pub(crate) fn compared(
    paths: [&Path; 2],
    manifests: [Option<Manifest>; 2],
    global: &Global,
    terminal: &Terminal,
) -> Result<Option<Difference>, Failure> {
    let mut packs = Vec::new();
    for at in [0, 1] {
        let pack = match (&manifests[at], &manifests[1 - at]) {
            (Some(manifest), _) => Some((Recognised::Documents, published(paths[at], manifest)?)),
            (None, other) => {
                let facts = other.as_ref().map(|manifest| &manifest.facts);
                made(paths[at], facts, global, terminal)?.map(|pack| (Recognised::Inventory, pack))
            }
        };
        packs.extend(pack);
    }
    let [old, new] = packs.as_slice() else {
        return Ok(None);
    };
    let (changes, not_compared) = compare_documents([&old.1, &new.1])
        .map_err(|found| Failure::Refused(format!("{}: {}", paths[found.side].display(), found.says)))?;
    let named = |at: usize| Named {
        recognised: packs[at].0,
        name: paths[at].to_string_lossy().into_owned(),
        law: packs[at].1.law.clone(),
        as_of: packs[at].1.as_of,
    };
    Ok(Some(Difference {
        sides: [named(0), named(1)],
        changes,
        timeline: Vec::new(),
        not_compared,
    }))
}

/// Returns what lies in a folder of documents.
fn published(out: &Path, manifest: &Manifest) -> Result<Pack, Failure> {
    let needed = |name: &str| {
        file_of(out, name)?.ok_or_else(|| Failure::Refused(format!("{}: {name} is missing", out.display())))
    };
    let held = pack(
        &manifest.facts,
        needed(GAPS_JSON)?,
        needed(PROVENANCE)?,
        file_of(out, AI_BOM)?,
    );
    Ok(Pack {
        condition: condition(out, manifest)?,
        ..held
    })
}

/// Returns what became of the documents. A seal of the reader's on a PDF takes nothing away from what was made.
fn condition(out: &Path, manifest: &Manifest) -> Result<Condition, Failure> {
    // Of several faults of one file the first stands, which comes last into the map.
    let faults = verify(out, true)?.faults.into_iter().rev();
    Ok(Condition {
        made: manifest.outputs.iter().map(|it| it.path.clone()).collect(),
        altered: faults.map(|fault| (fault.path, fault.wrong.words())).collect(),
    })
}

/// Returns what a build of an inventory would put into its folder; nothing when the inventory has errors.
fn made(
    inventory: &Path,
    other: Option<&ManifestFacts>,
    global: &Global,
    terminal: &Terminal,
) -> Result<Option<Pack>, Failure> {
    let checked = project::check_as(inventory, global, other, terminal)?;
    project::tell(&checked, inventory, terminal);
    if checked.findings.has_errors() {
        return Ok(None);
    }
    let mut scope = other.map(project::scope_of).unwrap_or_default();
    scope.formats.retain(|format| *format == Format::Bom);
    let built = build(&checked, &scope)?;
    let file = |name: &str| {
        let found = built.artifacts.iter().find(|it| it.path == name);
        found.map(|Artifact { bytes, .. }| bytes.clone())
    };
    let (gaps, provenance) = (file(GAPS_JSON), file(PROVENANCE));
    Ok(Some(pack(
        &built.facts,
        gaps.unwrap_or_default(),
        provenance.unwrap_or_default(),
        file(AI_BOM),
    )))
}

fn pack(facts: &ManifestFacts, gaps: Vec<u8>, provenance: Vec<u8>, bom: Option<Vec<u8>>) -> Pack {
    let inputs = facts.inputs.iter();
    Pack {
        law: facts.law.clone(),
        as_of: facts.as_of,
        rules: format!("revision {} ({})", facts.rules_revision, facts.rules_sha256),
        inputs: inputs
            .map(|input| format!("{}  {}", input.sha256, input.path))
            .collect(),
        gaps,
        provenance,
        bom,
        named: named_files(facts),
        condition: Condition::default(),
    }
}

/// Returns the inputs that hold no records: those that records name.
fn named_files(facts: &ManifestFacts) -> NamedFiles {
    let named = facts
        .inputs
        .iter()
        .filter(|input| !is_yaml(Path::new(&input.path)));
    named
        .map(|input| (input.path.clone(), input.sha256.clone()))
        .collect()
}
