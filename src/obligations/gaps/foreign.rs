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

/// Returns the gaps of a system that names bills of materials.
pub(crate) fn of_system(case: &Case) -> Vec<Gap> {
    let boms = case.docket.inventory.boms_of(case.system);
    let mut gaps: Vec<Gap> = boms
        .iter()
        .flat_map(|imported| undeclared(case, imported))
        .collect();
    if !boms.is_empty() {
        let models = case.docket.inventory.models_of(case.system);
        gaps.extend(models.filter_map(|model| unseen(case, model, &boms)));
    }
    gaps
}

/// Models that the file names and the system does not.
fn undeclared(case: &Case, imported: &ImportedBom) -> Vec<Gap> {
    let found: Vec<(&ForeignPart, Met)> = models(imported)
        .map(|part| (part, case.docket.inventory.meet(part)))
        .filter(|(_, met)| !met.record().is_some_and(|model| uses(case.system, model)))
        .collect();
    let gap = |part: &ForeignPart, detail: &str| {
        let about = case.inquiry();
        about.gap(&law::BOM_006, Level::Should, "models", detail, Some(part.at))
    };
    let mut gaps: Vec<Gap> = found
        .iter()
        .take(MOST_NAMED)
        .map(|(part, met)| {
            gap(
                part,
                &format!("`{}` in `{}`; {}", part.title(), imported.path, standing(*met)),
            )
        })
        .collect();
    if let Some((part, _)) = found.get(MOST_NAMED) {
        let n_more = found.len() - MOST_NAMED;
        gaps.push(gap(part, &format!("{n_more} more in `{}`", imported.path)));
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
fn unseen(case: &Case, model: &Record<Model>, boms: &[&ImportedBom]) -> Option<Gap> {
    let inventory = case.docket.inventory;
    let is_it = |met: Met| met.record().is_some_and(|it| it.id.value == model.id.value);
    let resembles = |met: Met| match met {
        Met::Resembles(it) => it.id.value == model.id.value,
        Met::Same(_) | Met::OtherVersion(_) | Met::Nobody => false,
    };
    let all = || boms.iter().copied().flat_map(models);
    if all().any(|part| is_it(inventory.meet(part))) {
        return None;
    }
    let near = all().find(|part| resembles(inventory.meet(part)));
    let detail = match near {
        Some(part) => format!(
            "`{}`; `{}` in one of them may be it",
            model.id.value,
            part.title()
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
