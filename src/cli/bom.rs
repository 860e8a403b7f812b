//! `actfile bom diff`: what differs between two bills of materials, ours or those of others. `signing` has the commands
//! that sign one and check a signature.

mod signing;

use crate::cli::args::bom::{Bom, BomCommand, BomDiff};
use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;
use crate::cli::told::{self, Manner, Outcome};
use actfile::compare::boms::compare_boms;
use actfile::diag::Diagnostics;
use actfile::failure::Failure;
use actfile::read::{Loaded, single};
use actfile::render::enclosures::AI_BOM;
use actfile::render::markdown::{Spoken, markdown};
use actfile::report::boms::{BomDifference, TEMPLATE, human, json, page};
use actfile::report::{self, Style};
use actfile::sbom::{ForeignBom, LARGEST_BOM, fingerprint};
use actfile::source::SourceMap;
use actfile::write::manifest::manifest_of;
use std::path::{Path, PathBuf};

/// Runs the command that was typed.
pub(crate) fn run(asked: &Bom, terminal: &Terminal) -> Result<Exit, Failure> {
    match &asked.command {
        BomCommand::Diff(asked) => diff(asked, terminal),
        BomCommand::Sign(asked) => signing::sign(asked, terminal),
        BomCommand::Verify(asked) => signing::verify(asked, terminal),
    }
}

/// One side: what the file says, and what is left of it when serial number, time and order do not count.
struct Side {
    name: String,
    bom: ForeignBom,
    fingerprint: Option<String>,
}

/// Prints what differs; what is wrong with a file is told first, and stops.
fn diff(asked: &BomDiff, terminal: &Terminal) -> Result<Exit, Failure> {
    let sides = [side(&asked.old, terminal)?, side(&asked.new, terminal)?];
    let [Some(old), Some(new)] = sides else {
        return Ok(Exit::Refused);
    };
    let changes = compare_boms(&old.bom, &new.bom);
    let difference = BomDifference {
        differs_elsewhere: changes.is_empty() && old.fingerprint != new.fingerprint,
        changes,
        sides: [&old, &new].map(|side| (side.name.clone(), side.bom.spec_version.clone())),
    };
    let outcome = Outcome {
        differs: difference.differs(),
        human: &|| human(&difference),
        json: &|| json(&difference),
        page: &|| markdown(TEMPLATE, &page(&difference), Spoken::ENGLISH),
    };
    let manner = Manner {
        format: asked.format,
        exit_code: asked.exit_code,
    };
    told::tell(&outcome, manner, terminal)
}

/// Returns one side; nothing after telling why it cannot be read.
fn side(typed: &Path, terminal: &Terminal) -> Result<Option<Side>, Failure> {
    let path = match typed.is_dir() {
        true => published(typed)?,
        false => typed.to_owned(),
    };
    let name = path.to_string_lossy().into_owned();
    let bytes = single(&path, LARGEST_BOM)?;
    let mut loaded = Loaded::default();
    let file = loaded.add_bom(name.clone(), &bytes);
    tell(&loaded.sources, &loaded.findings, terminal);
    let text = &loaded.sources.file(file).text;
    let fingerprint = fingerprint(text);
    let bom = loaded
        .boms
        .remove(&name)
        .filter(|_| !loaded.findings.has_errors());
    Ok(bom.map(|(_, bom)| Side {
        name,
        bom,
        fingerprint,
    }))
}

/// Returns where the AI-BOM of a folder of documents lies.
fn published(out: &Path) -> Result<PathBuf, Failure> {
    match manifest_of(out)? {
        Some(_) => Ok(out.join(AI_BOM)),
        None => Err(Failure::Refused(format!(
            "{}: neither a file nor a folder of documents",
            out.display()
        ))),
    }
}

fn tell(sources: &SourceMap, findings: &Diagnostics, terminal: &Terminal) {
    terminal.tell(&report::findings(Style::Human, sources, findings, ""));
}
