//! Files of the project in CycloneDX terms: a file of a model or data set is a component with its hashes and the properties
//! that BSI TR-03183-2 asks of a component; a file of evidence is a reference with its hashes. What no record says of a file
//! is left out.

use crate::documents::bom::files::{FileEntry, PartFile};
use crate::render::cyclonedx::assemble::identity::{encoded, licences, stated_version};
use crate::render::cyclonedx::assemble::wording::{organization, property};
use crate::render::cyclonedx::wire::words::{ComponentType, HashAlgorithm, ReferenceType};
use crate::render::cyclonedx::wire::{Component, ExternalReference, Hash, Property};

/// Returns a file that a model or data set is made of.
pub(crate) fn file_component(part: &PartFile) -> Component {
    let mut properties = bsi_properties(part);
    properties.extend([
        property("source", &part.file.source),
        property("bytes", part.file.n_bytes.to_string()),
    ]);
    Component {
        kind: ComponentType::File,
        bom_ref: Some(part.bom_ref.clone()),
        manufacturer: part.party.as_ref().map(organization),
        name: part.file.path.clone(),
        version: stated_version(&part.version),
        hashes: hashes(&part.file),
        licenses: licences(&part.licence),
        properties,
        ..Component::default()
    }
}

/// Returns a file that evidence lies in, by its path below the project folder.
pub(crate) fn evidence_reference(file: &FileEntry) -> ExternalReference {
    let steps: Vec<String> = file.path.split('/').map(encoded).collect();
    ExternalReference {
        kind: ReferenceType::Evidence,
        url: steps.join("/"),
        comment: Some(format!(
            "{} (file of the project folder, named at {})",
            file.named_by.join("; "),
            file.source
        )),
        hashes: hashes(file),
    }
}

fn hashes(file: &FileEntry) -> Vec<Hash> {
    let hash = |alg, content: &String| Hash {
        alg,
        content: content.clone(),
    };
    vec![
        hash(HashAlgorithm::Sha256, &file.sha256),
        hash(HashAlgorithm::Sha512, &file.sha512),
    ]
}

/// Returns what BSI TR-03183-2 asks about a part that is one file.
pub(crate) fn of_one_file(files: &[PartFile]) -> Vec<Property> {
    match files {
        [file] => bsi_properties(file),
        _ => Vec::new(),
    }
}

/// The names and values are those of the property taxonomy that the BSI publishes for section 5.2.2 of TR-03183-2.
fn bsi_properties(part: &PartFile) -> Vec<Property> {
    let flags = [
        ("executable", part.is_executable, ["executable", "non-executable"]),
        ("archive", part.is_archive, ["archive", "no archive"]),
        ("structured", part.is_structured, ["structured", "unstructured"]),
    ];
    let bsi = |name: &str, value: &str| Property {
        name: format!("bsi:component:{name}"),
        value: Some(value.to_owned()),
    };
    let name = part.file.path.rsplit('/').next().unwrap_or(&part.file.path);
    let said = flags.into_iter().filter_map(|(name, is_so, [yes, no])| {
        let value = if is_so? { yes } else { no };
        Some(bsi(name, value))
    });
    [bsi("filename", name)].into_iter().chain(said).collect()
}
