//! Gaps of the AI-BOM: what identifies models and data sets, their licences and sensitivity.

use crate::inventory::kind::Kind;
use crate::inventory::model::{Access, Model};
use crate::inventory::record::Record;
use crate::law::gaps as law;
use crate::obligations::case::{Case, inquiry, shared};
use crate::obligations::gap::{Gap, Inquiry};
use crate::obligations::level::Level;
use crate::source::Spanned;

/// Version names that mean another model tomorrow.
const ALIASES: &[&str] = &["latest", "default", "current", "stable", "newest", "auto"];

/// Returns the gaps of models in use.
pub(crate) fn of_models(cases: &[Case]) -> Vec<Gap> {
    let models = shared(cases, |case| {
        case.docket.inventory.models_of(case.system).collect()
    });
    let gaps = models.iter().flat_map(|(model, cases)| {
        let about = inquiry(Kind::Model, model, cases);
        let disallowed = cases.iter().filter_map(|case| disallowed(&about, model, case));
        let mut gaps: Vec<Gap> = disallowed.take(1).collect();
        gaps.extend(version(&about, model));
        gaps.extend(identity(&about, model));
        gaps.extend(about.ask(&law::BOM_002, Level::Should, "licence", &model.licence));
        gaps
    });
    gaps.collect()
}

fn version(about: &Inquiry, model: &Model) -> Option<Gap> {
    let version = &model.version_or_snapshot;
    let field = "version_or_snapshot";
    match version.stated() {
        None => about.ask_for(
            &law::INV_022,
            Level::Should,
            field,
            version,
            "its version is missing",
        ),
        Some(said) if is_alias(said) => {
            Some(about.gap(&law::BOM_003, Level::Should, field, said, version.span()))
        }
        Some(_) => None,
    }
}

fn is_alias(version: &str) -> bool {
    let last = version.rsplit(['-', ':', '/', '@']).next().unwrap_or(version);
    ALIASES.contains(&last.to_lowercase().as_str())
}

fn identity(about: &Inquiry, model: &Model) -> Option<Gap> {
    let is_ours = model.access.is(&Access::SelfHosted);
    // Who runs the weights can hash them; of a hosted model there is only the endpoint.
    let level = match is_ours {
        true => Level::Should,
        false => Level::Info,
    };
    let Some(authenticity) = model.authenticity.stated() else {
        return about.ask(&law::BOM_001, level, "authenticity", &model.authenticity);
    };
    let is_reached = !authenticity.endpoint.is_open() && !is_ours;
    about
        .ask(&law::BOM_001, level, "authenticity.hash", &authenticity.hash)
        .filter(|_| !is_reached)
}

fn disallowed(about: &Inquiry, model: &Record<Model>, case: &Case) -> Option<Gap> {
    let policies = case.docket.inventory.policies_of(case.system);
    let version = model.version_or_snapshot.stated().map(String::as_str);
    let names = [Some(model.id.value.as_str()), Some(model.title()), version];
    let allows = |item: &Spanned<String>| names.contains(&Some(item.value.as_str()));
    let allowed = policies
        .iter()
        .filter_map(|policy| policy.models.stated()?.allowed.said())
        .find(|list| !list.value.0.iter().any(allows))?;
    Some(about.gap(
        &law::BOM_005,
        Level::Should,
        "models.allowed",
        "",
        Some(allowed.span),
    ))
}

/// Returns the gaps of data sets in use.
pub(crate) fn of_datasets(cases: &[Case]) -> Vec<Gap> {
    let datasets = shared(cases, |case| {
        case.docket.inventory.datasets_of(case.system).collect()
    });
    let gaps = datasets.iter().flat_map(|(dataset, cases)| {
        let about = inquiry(Kind::Dataset, dataset, cases);
        [
            about.ask(&law::BOM_002, Level::Should, "licence", &dataset.licence),
            about.ask(&law::BOM_004, Level::Should, "sensitivity", &dataset.sensitivity),
        ]
    });
    gaps.flatten().collect()
}
