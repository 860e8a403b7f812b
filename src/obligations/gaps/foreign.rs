//! Gaps between a system and the bills of materials that others made for it: models, data sets and services that only the
//! file names, and those that only the record names. Whether the two say the same of one part is a finding of `link`.

use crate::inventory::dataset::SuppliedBy;
use crate::inventory::id::Id;
use crate::inventory::system::Integration;
use crate::law::gaps as law;
use crate::law::gaps::GapKind;
use crate::link::Inventory;
use crate::link::boms::ImportedBom;
use crate::link::meet::Met;
use crate::obligations::case::Case;
use crate::obligations::gap::Gap;
use crate::obligations::level::Level;
use crate::sbom::{ForeignPart, PartKind};
use std::collections::BTreeSet;

/// How many parts of one kind in one file are named one by one; a register of thousands would hide everything else.
const MOST_NAMED: usize = 50;

/// How parts of one kind are looked at.
struct Look {
    part: PartKind,
    /// What is missing when only a file names a part, and the field that would name it.
    undeclared: (&'static GapKind, &'static str),
    /// What is missing when only the record names it.
    unseen: &'static GapKind,
    /// What the records know of a part.
    meet: for<'i> fn(&Case<'i>, &ForeignPart) -> Met<String>,
    /// What the system names, and a supplier can be expected to list.
    expected: fn(&Case) -> BTreeSet<String>,
    /// What the system names.
    named: fn(&Case) -> BTreeSet<String>,
}

const LOOKS: &[Look] = &[
    Look {
        part: PartKind::Model,
        undeclared: (&law::BOM_006, "models"),
        unseen: &law::BOM_007,
        meet: |case, part| case.docket.inventory.meet(part).map(|it| it.id.value.to_string()),
        expected: models,
        named: models,
    },
    Look {
        part: PartKind::Data,
        undeclared: (&law::BOM_008, "datasets"),
        unseen: &law::BOM_009,
        meet: |case, part| {
            let met = case.docket.inventory.meet_dataset(part);
            met.map(|it| it.id.value.to_string())
        },
        expected: datasets_of_others,
        named: datasets,
    },
    Look {
        part: PartKind::Service,
        undeclared: (&law::BOM_010, "integrations"),
        unseen: &law::BOM_011,
        meet: service,
        expected: integrations,
        named: services,
    },
];

/// A part of a file, and what the records know of it.
struct Found<'i> {
    path: &'i str,
    part: &'i ForeignPart,
    met: Met<String>,
}

/// Returns the gaps of a system that names bills of materials.
pub(crate) fn of_system(case: &Case) -> Vec<Gap> {
    let boms = case.docket.inventory.boms_of(case.system);
    match boms.is_empty() {
        true => Vec::new(),
        false => LOOKS.iter().flat_map(|look| look.gaps(case, &boms)).collect(),
    }
}

impl Look {
    fn gaps(&self, case: &Case, boms: &[&ImportedBom]) -> Vec<Gap> {
        let found: Vec<Found> = boms
            .iter()
            .flat_map(|imported| self.parts(imported).map(|part| (&imported.path, part)))
            .map(|(path, part)| Found {
                path,
                part,
                met: (self.meet)(case, part),
            })
            .collect();
        let mut gaps: Vec<Gap> = boms
            .iter()
            .flat_map(|imported| self.undeclared(case, &imported.path, &found))
            .collect();
        let expected = (self.expected)(case);
        gaps.extend(expected.iter().filter_map(|name| self.unseen(case, name, &found)));
        gaps
    }

    fn parts<'b>(&self, imported: &'b ImportedBom) -> impl Iterator<Item = &'b ForeignPart> + use<'b> {
        let kind = self.part;
        imported.bom.all().filter(move |part| part.kind == kind)
    }

    /// Parts that a file names and the system does not.
    fn undeclared(&self, case: &Case, path: &str, found: &[Found]) -> Vec<Gap> {
        let named = (self.named)(case);
        let is_named = |it: &Found| it.met.declared().is_some_and(|name| named.contains(name));
        let strange: Vec<&Found> = found
            .iter()
            .filter(|it| it.path == path && !is_named(it))
            .collect();
        let (kind, field) = self.undeclared;
        let gap = |part: &ForeignPart, detail: &str| {
            let about = case.inquiry();
            about.gap(kind, Level::Should, field, detail, Some(part.at))
        };
        // The name alone: an inventory that is moved as a whole says the same.
        let file = path.rsplit('/').next().unwrap_or(path);
        let one = |it: &&Found| {
            let detail = format!("`{}` in `{file}`; {}", it.part.title(), standing(&it.met));
            gap(it.part, &detail)
        };
        let mut gaps: Vec<Gap> = strange.iter().take(MOST_NAMED).map(one).collect();
        if let Some(first) = strange.get(MOST_NAMED) {
            let n_more = strange.len() - MOST_NAMED;
            gaps.push(gap(first.part, &format!("{n_more} more in `{file}`")));
        }
        gaps
    }

    /// A part that the system names and none of its files does.
    fn unseen(&self, case: &Case, name: &String, found: &[Found]) -> Option<Gap> {
        if found.iter().any(|it| it.met.declared() == Some(name)) {
            return None;
        }
        let near = found.iter().find(|it| it.met.near() == Some(name));
        let detail = match near {
            Some(near) => format!("`{name}`; `{}` in one of them may be it", near.part.title()),
            None => format!("`{name}`"),
        };
        let about = case.inquiry();
        Some(about.gap(self.unseen, Level::Info, "bom", &detail, case.system.bom.span()))
    }
}

fn standing(met: &Met<String>) -> String {
    match met {
        Met::Same(name) | Met::OtherVersion(name) => format!("it is on record as `{name}`"),
        Met::Resembles(name) => {
            format!("no record declares it; it may be `{name}`, whose name resembles it")
        }
        Met::Nobody => "no record declares it".to_owned(),
    }
}

fn models(case: &Case) -> BTreeSet<String> {
    let models = case.system.models.items().iter();
    models.map(|it| it.value.to_string()).collect()
}

/// The data sets of a system and of the models in it.
fn datasets(case: &Case) -> BTreeSet<String> {
    all_datasets(case).map(Id::to_string).collect()
}

/// A supplier does not list what we bring ourselves.
fn datasets_of_others(case: &Case) -> BTreeSet<String> {
    let known = &case.docket.inventory.datasets;
    let is_ours = |id: &&Id| known.get(*id).is_none_or(|it| it.supplied_by.is(&SuppliedBy::Us));
    all_datasets(case)
        .filter(|id| !is_ours(id))
        .map(Id::to_string)
        .collect()
}

fn all_datasets<'i>(case: &Case<'i>) -> impl Iterator<Item = &'i Id> {
    let (inventory, system) = (case.docket.inventory, case.system);
    let of_models = inventory
        .models_of(system)
        .flat_map(|model| model.datasets.items());
    system
        .datasets
        .items()
        .iter()
        .chain(of_models)
        .map(|it| &it.value)
}

fn integrations(case: &Case) -> BTreeSet<String> {
    let all = case.system.integrations.items().iter();
    all.map(|it| named(&it.value)).collect()
}

/// The tools and connections of a system, and the models in it: a hosted one is a service as well.
fn services(case: &Case) -> BTreeSet<String> {
    integrations(case).union(&models(case)).cloned().collect()
}

fn service(case: &Case, part: &ForeignPart) -> Met<String> {
    let inventory: &Inventory = case.docket.inventory;
    match inventory.meet_hosted(case.system, part) {
        Some(model) => Met::Same(model.id.value.to_string()),
        None => inventory.meet_integration(case.system, part).map(named),
    }
}

fn named(integration: &Integration) -> String {
    let name = integration.name.stated().cloned();
    name.unwrap_or_else(|| "unnamed integration".to_owned())
}
