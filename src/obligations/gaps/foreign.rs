//! Gaps between a system and the bills of materials that others made for it: models that only the file names, and models
//! that only the record names. Whether the two say the same of one model is a finding of `link`.

use crate::inventory::record::Record;
use crate::inventory::{model::Model, system::System};
use crate::law::gaps as law;
use crate::link::boms::{ImportedBom, Met};
use crate::obligations::case::Case;
use crate::obligations::gap::Gap;
use crate::obligations::level::Level;
use crate::sbom::{ForeignPart, PartKind};

/// How many models of one file are named one by one; a register of thousands would hide everything else.
const MOST_NAMED: usize = 50;

/// A model in a bill of materials, and what the records know of it.
struct Found<'i> {
    path: &'i str,
    part: &'i ForeignPart,
    met: Met<'i>,
}

/// Returns the gaps of a system that names bills of materials.
pub(crate) fn of_system(case: &Case) -> Vec<Gap> {
    let inventory = case.docket.inventory;
    let boms = inventory.boms_of(case.system);
    let mut found = Vec::new();
    for imported in boms.iter().copied() {
        found.extend(models(imported).map(|part| Found {
            path: &imported.path,
            part,
            met: inventory.meet(part),
        }));
    }
    let mut gaps: Vec<Gap> = boms
        .iter()
        .flat_map(|imported| undeclared(case, &imported.path, &found))
        .collect();
    if !boms.is_empty() {
        gaps.extend(
            inventory
                .models_of(case.system)
                .filter_map(|model| unseen(case, model, &found)),
        );
    }
    gaps
}

/// Models that a file names and the system does not.
fn undeclared(case: &Case, path: &str, found: &[Found]) -> Vec<Gap> {
    let is_used = |it: &Found| it.met.record().is_some_and(|model| uses(case.system, model));
    let strange: Vec<&Found> = found
        .iter()
        .filter(|it| it.path == path && !is_used(it))
        .collect();
    let gap = |part: &ForeignPart, detail: &str| {
        let about = case.inquiry();
        about.gap(&law::BOM_006, Level::Should, "models", detail, Some(part.at))
    };
    let named = |it: &&Found| {
        gap(
            it.part,
            &format!("`{}` in `{path}`; {}", it.part.title(), standing(it.met)),
        )
    };
    let mut gaps: Vec<Gap> = strange.iter().take(MOST_NAMED).map(named).collect();
    if let Some(first) = strange.get(MOST_NAMED) {
        let n_more = strange.len() - MOST_NAMED;
        gaps.push(gap(first.part, &format!("{n_more} more in `{path}`")));
    }
    gaps
}

fn standing(met: Met) -> String {
    match met {
        Met::Same(model) | Met::OtherVersion(model) => {
            format!("it is on record as `{}`", model.id.value)
        }
        Met::Resembles(model) => {
            format!(
                "no record declares it; it may be `{}`, whose name resembles it",
                model.id.value
            )
        }
        Met::Nobody => "no record declares it".to_owned(),
    }
}

/// A model that the system names and none of its files does.
fn unseen(case: &Case, model: &Record<Model>, found: &[Found]) -> Option<Gap> {
    let is_it = |it: &&Record<Model>| it.id.value == model.id.value;
    if found.iter().any(|it| it.met.record().filter(is_it).is_some()) {
        return None;
    }
    let resembles = |it: &&Found| match it.met {
        Met::Resembles(known) => is_it(&known),
        Met::Same(_) | Met::OtherVersion(_) | Met::Nobody => false,
    };
    let detail = match found.iter().find(resembles) {
        Some(near) => format!(
            "`{}`; `{}` in one of them may be it",
            model.id.value,
            near.part.title()
        ),
        None => format!("`{}`", model.id.value),
    };
    let about = case.inquiry();
    Some(about.gap(&law::BOM_007, Level::Info, "bom", &detail, case.system.bom.span()))
}

fn models(imported: &ImportedBom) -> impl Iterator<Item = &ForeignPart> {
    imported.bom.all().filter(|part| part.kind == PartKind::Model)
}

fn uses(system: &System, model: &Record<Model>) -> bool {
    system.models.items().iter().any(|it| it.value == model.id.value)
}
