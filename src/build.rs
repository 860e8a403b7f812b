//! From a checked inventory to finished files: documents, their formats, and what the manifest says about them. All
//! in memory; nothing is written here.

use crate::Checked;
use crate::documents::classes::class_words;
use crate::documents::document::Document;
use crate::documents::gaps::register;
use crate::documents::occasion::Occasion;
use crate::documents::{bom, documents};
use crate::failure::Failure;
use crate::inventory::id::Id;
use crate::law::sources::{REVISION, rules_sha256};
use crate::read::hex;
use crate::render::chart::{Drawing, draw};
use crate::render::cyclonedx::assemble::assemble;
use crate::render::cyclonedx::cyclonedx;
use crate::render::markdown::markdown;
use crate::render::pdf::{Dress, illustrated_pdf};
use crate::render::provenance::{PROVENANCE, provenance};
use crate::render::register::{GAPS_CSV, GAPS_JSON, gaps_csv, gaps_json};
use crate::render::{Artifact, Format};
use crate::write::manifest::{Listed, ManifestFacts};
use crate::yaml::decode::listed;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// Which files of a build are made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// The formats.
    pub formats: BTreeSet<Format>,
    /// The systems that get a sheet; all when empty.
    pub systems: BTreeSet<Id>,
}

/// Finished files and what they were made from.
#[derive(Debug, Clone)]
pub struct Built {
    /// The files.
    pub artifacts: Vec<Artifact>,
    /// What the manifest says.
    pub facts: ManifestFacts,
    /// Texts with characters that no font of the PDFs has, by document.
    pub unshown: BTreeMap<String, Vec<String>>,
}

impl Default for Scope {
    fn default() -> Self {
        Self {
            formats: Format::ALL.iter().copied().collect(),
            systems: BTreeSet::new(),
        }
    }
}

/// Returns all files of a build.
///
/// # Errors
/// Refuses an inventory with errors and a system that does not exist; anything else is a fault of this program.
pub fn build(checked: &Checked, scope: &Scope) -> Result<Built, Failure> {
    if checked.findings.has_errors() {
        return Err(Failure::Refused(
            "documents are not made while the inventory has errors".to_owned(),
        ));
    }
    refuse_unknown_systems(checked, scope)?;
    let facts = manifest_facts(checked, scope);
    let occasion = Occasion::new(&checked.assessment, &checked.sources, &facts.build_id)?;
    let documents: Vec<Document> = documents(&occasion)?
        .into_iter()
        .filter(|document| is_wanted(document, scope))
        .collect();
    let rendered: Vec<Rendered> = documents
        .par_iter()
        .map(|document| render(document, &occasion, &scope.formats))
        .collect::<Result<_, Failure>>()?;

    let mut artifacts = for_machines(checked, &occasion, &documents, scope)?;
    let mut unshown = BTreeMap::new();
    for (document, rendered) in documents.into_iter().zip(rendered) {
        artifacts.extend(rendered.artifacts);
        if !rendered.unshown.is_empty() {
            unshown.insert(document.path, rendered.unshown);
        }
    }
    artifacts.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(Built {
        artifacts,
        facts,
        unshown,
    })
}

/// Returns the files that are made once, from everything.
fn for_machines(
    checked: &Checked,
    occasion: &Occasion<'_>,
    documents: &[Document],
    scope: &Scope,
) -> Result<Vec<Artifact>, Failure> {
    let file = |path: &str, bytes| Artifact {
        path: path.to_owned(),
        bytes,
    };
    let register = register(occasion);
    let mut files = vec![
        file(GAPS_JSON, gaps_json(&register)?),
        file(GAPS_CSV, gaps_csv(&register)),
        file(
            PROVENANCE,
            provenance(documents, &checked.sources, occasion.build_id)?,
        ),
    ];
    if scope.formats.contains(&Format::Bom) {
        files.push(file(AI_BOM, ai_bom(checked)?));
    }
    Ok(files)
}

struct Rendered {
    artifacts: Vec<Artifact>,
    unshown: Vec<String>,
}

fn render(
    document: &Document,
    occasion: &Occasion<'_>,
    formats: &BTreeSet<Format>,
) -> Result<Rendered, Failure> {
    let text = markdown(document.template, &document.view)?;
    let mut rendered = Rendered {
        artifacts: Vec::new(),
        unshown: Vec::new(),
    };
    let drawings: Vec<Drawing> = document.charts.iter().map(draw).collect::<Result<_, Failure>>()?;
    if formats.contains(&Format::Pdf) {
        let dress = Dress {
            title: &document.title,
            organisation: occasion.organisation.title(),
            language: "en",
            as_of: occasion.assessment.as_of,
            build_id: occasion.build_id,
            standing: document.standing,
            attachments: Vec::new(),
        };
        let file = illustrated_pdf(&text, &drawings, &dress)?;
        rendered.unshown = file.unshown;
        rendered.artifacts.push(Artifact {
            path: format!("{}.pdf", document.path),
            bytes: file.bytes,
        });
    }
    if formats.contains(&Format::Markdown) {
        let path = format!("{}.md", document.path);
        rendered.artifacts.push(Artifact {
            path,
            bytes: text.into_bytes(),
        });
        rendered.artifacts.extend(drawings.iter().map(Drawing::svg));
    }
    Ok(rendered)
}

/// The name of the AI-BOM in an output folder.
pub const AI_BOM: &str = "ai-bom.cdx.json";

fn ai_bom(checked: &Checked) -> Result<Vec<u8>, Failure> {
    let assessment = &checked.assessment;
    let classes = assessment.classification.systems.iter();
    let tiers = classes
        .map(|(id, class)| (id.clone(), class_words(Some(class))))
        .collect();
    let view = bom::bom(&assessment.inventory, &checked.sources, assessment.as_of, &tiers);
    cyclonedx(&assemble(&view))
}

fn is_wanted(document: &Document, scope: &Scope) -> bool {
    match document.path.strip_prefix("systems/") {
        Some(system) => scope.systems.is_empty() || scope.systems.iter().any(|id| id.as_str() == system),
        None => true,
    }
}

fn refuse_unknown_systems(checked: &Checked, scope: &Scope) -> Result<(), Failure> {
    let known = &checked.assessment.inventory.systems;
    let unknown: Vec<&str> = scope
        .systems
        .iter()
        .filter(|id| !known.contains_key(*id))
        .map(Id::as_str)
        .collect();
    match unknown.as_slice() {
        [] => Ok(()),
        _ => {
            let known: Vec<&str> = known.keys().map(Id::as_str).collect();
            let (unknown, known) = (listed(&unknown), listed(&known));
            Err(Failure::Refused(format!(
                "no system is called {unknown}; known: {known}"
            )))
        }
    }
}

fn manifest_facts(checked: &Checked, scope: &Scope) -> ManifestFacts {
    let inputs = checked.sources.files().iter().map(|file| Listed {
        path: file.path.clone(),
        bytes: file.n_bytes,
        sha256: file.sha256.clone(),
    });
    let mut facts = ManifestFacts {
        tool_version: env!("CARGO_PKG_VERSION").to_owned(),
        rules_revision: REVISION.to_owned(),
        rules_sha256: rules_sha256(),
        law: checked.assessment.edition.key().to_owned(),
        as_of: checked.assessment.as_of,
        build_id: String::new(),
        options: options(scope),
        inputs: inputs.collect(),
    };
    facts.build_id = build_id(&facts);
    facts
}

fn options(scope: &Scope) -> BTreeMap<String, Vec<String>> {
    let mut options = BTreeMap::new();
    if scope.formats.len() < Format::ALL.len() {
        options.insert(
            "formats".to_owned(),
            scope.formats.iter().map(|it| it.key().to_owned()).collect(),
        );
    }
    if !scope.systems.is_empty() {
        options.insert(
            "systems".to_owned(),
            scope.systems.iter().map(Id::to_string).collect(),
        );
    }
    options
}

/// Returns the id that stands in every footer: a hash over program, rules, day, options and inputs.
fn build_id(facts: &ManifestFacts) -> String {
    const SHOWN_BYTES: usize = 6;
    let mut digest = Sha256::new();
    for part in [
        &facts.tool_version,
        &facts.rules_sha256,
        &facts.law,
        &facts.as_of.to_string(),
    ] {
        digest.update(part);
        digest.update(b"\n");
    }
    for (option, values) in &facts.options {
        digest.update(format!("{option}={}\n", values.join(",")));
    }
    for input in &facts.inputs {
        digest.update(format!("{}  {}\n", input.sha256, input.path));
    }
    hex(&digest.finalize()[..SHOWN_BYTES])
}
