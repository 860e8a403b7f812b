//! How far the minimum elements of an SBOM for AI are there, after the list that the G7 cybersecurity group and the
//! German BSI published in 2026 (50 elements, not binding). One row per element; each row looks at the parts and says
//! for which of them the element is shown, unknown, missing or not applicable. Counts nothing as shown that no record
//! says.

use crate::documents::bom::answer::{Answer, State};
use crate::documents::bom::{BomView, Dataset, Element, Model, Part};

/// One row of the list: identifier, what is wanted, where it stands in the file, and how to look.
type Row = (&'static str, &'static str, &'static str, fn(&BomView) -> Seen);

/// How far an element is there, in words too.
type Seen = (State, String);

/// Returns every element in the order of the list.
pub(crate) fn elements(view: &BomView) -> Vec<Element> {
    let tables = [DOCUMENT, SYSTEMS, MODELS, DATA, SURROUNDINGS];
    tables
        .into_iter()
        .flatten()
        .map(|(id, element, stands_at, look)| {
            let (state, says) = look(view);
            Element {
                id,
                element,
                state,
                says,
                stands_at,
            }
        })
        .collect()
}

const DOCUMENT: &[Row] = &[
    (
        "MD-01",
        "SBOM author",
        "metadata.authors, metadata.manufacturer",
        author,
    ),
    ("MD-02", "SBOM version", "serialNumber, version", |_| {
        written("computed from the content")
    }),
    ("MD-03", "SBOM format name", "bomFormat", |_| written("CycloneDX")),
    ("MD-04", "SBOM format version", "specVersion", |_| {
        written("the file states it")
    }),
    ("MD-05", "SBOM author signature", "signature", |_| {
        nobody("the file itself is not signed")
    }),
    ("MD-06", "SBOM tool name", "metadata.tools", |_| {
        written("actfile")
    }),
    ("MD-07", "SBOM tool version", "metadata.tools", |_| {
        written("the file states it")
    }),
    ("MD-08", "SBOM generation context", "metadata.lifecycles", |_| {
        written("operations")
    }),
    ("MD-09", "SBOM timestamp", "metadata.timestamp", |view| {
        written(view.as_of.to_string())
    }),
    ("MD-10", "Dependency relationship", "dependencies", |_| {
        written("one entry for each part")
    }),
];

const SYSTEMS: &[Row] = &[
    ("SLP-01", "System name", "components[application].name", |view| {
        named(view.systems.len(), "AI system")
    }),
    ("SLP-02", "System components", "dependencies", system_components),
    (
        "SLP-03",
        "System producer",
        "components[application].manufacturer",
        |view| each(systems(view), |part| &part.maker),
    ),
    (
        "SLP-04",
        "System version",
        "components[application].version",
        |view| each(systems(view), |part| &part.version),
    ),
    ("SLP-05", "System timestamp", "actfile:in_service_since", |view| {
        of_systems(view, "in_service_since")
    }),
    ("SLP-06", "System data flow", "services[].data", data_flow),
    (
        "SLP-07",
        "System data usage",
        "actfile:processes_personal_data",
        |view| of_systems(view, "processes_personal_data"),
    ),
    (
        "SLP-08",
        "System input and output",
        "actfile:output_modalities",
        |view| of_systems(view, "output_modalities"),
    ),
    (
        "SLP-09",
        "Intended application area",
        "actfile:intended_purpose",
        |view| of_systems(view, "intended_purpose"),
    ),
];

const MODELS: &[Row] = &[
    ("MDL-01", "Model name", "components[model].name", |view| {
        named(view.models.len(), "model")
    }),
    (
        "MDL-02",
        "Model identifier",
        "components[model].bom-ref, purl",
        |view| named(view.models.len(), "model"),
    ),
    ("MDL-03", "Model version", "components[model].version", |view| {
        of_models(view, |model| &model.part.version)
    }),
    ("MDL-04", "Model timestamp", "actfile:release_date", |view| {
        of_model_facts(view, "release_date")
    }),
    (
        "MDL-05",
        "Model producer",
        "components[model].manufacturer",
        |view| of_models(view, |model| &model.part.maker),
    ),
    (
        "MDL-06",
        "Model description",
        "actfile:our_modification",
        |view| of_model_facts(view, "our_modification"),
    ),
    ("MDL-07", "Model hash value", "components[model].hashes", |view| {
        of_models(view, |model| &model.hash)
    }),
    (
        "MDL-08",
        "Model hash algorithm",
        "components[model].hashes",
        |view| of_models(view, |model| &model.hash),
    ),
    (
        "MDL-09",
        "Model properties",
        "modelCard.modelParameters",
        |view| of_models(view, |model| &model.architecture),
    ),
    (
        "MDL-10",
        "Model input and output",
        "modelCard.modelParameters.inputs, outputs",
        |view| of_models(view, |model| &model.inputs),
    ),
    (
        "MDL-11",
        "Model training properties",
        "externalReferences",
        |view| of_models(view, |model| &model.training_summary_url),
    ),
    ("MDL-12", "Model licence", "components[model].licenses", |view| {
        of_models(view, |model| &model.licence)
    }),
    (
        "MDL-13",
        "Model external references",
        "externalReferences",
        |view| of_models(view, |model| &model.uri),
    ),
];

const DATA: &[Row] = &[
    ("DP-01", "Dataset name", "components[data].name", |view| {
        named(view.datasets.len(), "data set")
    }),
    (
        "DP-02",
        "Dataset description",
        "components[data].description",
        |view| of_data(view, |data| &data.part.description),
    ),
    (
        "DP-03",
        "Dataset content",
        "components[data].data.contents",
        |view| of_data_facts(view, "scope_and_characteristics"),
    ),
    (
        "DP-04",
        "Dataset identifier",
        "components[data].bom-ref, purl",
        |view| named(view.datasets.len(), "data set"),
    ),
    ("DP-05", "Dataset hash", "components[data].hashes", |view| {
        of_data(view, |data| &data.hash)
    }),
    ("DP-06", "Dataset provenance", "actfile:provenance", |view| {
        of_data_facts(view, "provenance")
    }),
    ("DP-07", "Dataset statistics", "actfile:size", |view| {
        of_data_facts(view, "size")
    }),
    (
        "DP-08",
        "Dataset sensitivity",
        "components[data].data.classification",
        |view| of_data(view, |data| &data.sensitivity),
    ),
    (
        "DP-09",
        "Dataset dependency",
        "dependencies, modelParameters.datasets",
        |view| named(view.datasets.len(), "data set"),
    ),
    ("DP-10", "Dataset licence", "components[data].licenses", |view| {
        of_data(view, |data| &data.licence)
    }),
];

const SURROUNDINGS: &[Row] = &[
    (
        "INF-01",
        "Software infrastructure",
        "actfile:required_software",
        |view| of_model_facts(view, "required_software"),
    ),
    (
        "INF-02",
        "Hardware infrastructure",
        "actfile:deployment.hardware",
        |view| of_systems(view, "deployment.hardware"),
    ),
    ("SP-01", "Security controls", "actfile:policy", |view| {
        of_systems(view, "policy")
    }),
    ("SP-02", "Security compliance", "externalReferences", |_| {
        nobody("the AI-BOM does not record it")
    }),
    ("SP-03", "Security policy reference", "externalReferences", |_| {
        nobody("the AI-BOM does not record it")
    }),
    ("SP-04", "Vulnerability reference", "externalReferences", |_| {
        nobody("kept apart from the AI-BOM")
    }),
    ("KPI-01", "Security metrics", "quantitativeAnalysis", |_| {
        nobody("the AI-BOM does not record it")
    }),
    (
        "KPI-02",
        "Operational performance",
        "actfile:performance",
        |view| of_systems(view, "performance"),
    ),
];

fn author(view: &BomView) -> Seen {
    let party = &view.organisation.party;
    match party.email.is_some() || party.url.is_some() {
        true => written(format!("{}, with contact", party.name)),
        false => (
            State::Missing,
            format!("{}, but neither e-mail nor web address", party.name),
        ),
    }
}

fn system_components(view: &BomView) -> Seen {
    let empty: Vec<&str> = systems(view)
        .filter(|part| part.depends_on.is_empty())
        .map(|part| part.name.as_str())
        .collect();
    match empty.is_empty() {
        true => named(view.systems.len(), "AI system"),
        false => (
            State::Missing,
            format!("no part is declared for {}", empty.join(", ")),
        ),
    }
}

fn data_flow(view: &BomView) -> Seen {
    let flows = view.services.iter();
    summary(
        flows
            .map(|service| (service.part.name.as_str(), service.data_flow.state))
            .collect(),
    )
}

fn written(says: impl Into<String>) -> Seen {
    (State::Shown, says.into())
}

fn nobody(says: &str) -> Seen {
    (State::Missing, says.to_owned())
}

fn named(count: usize, what: &str) -> Seen {
    match count {
        0 => (State::NotApplicable, format!("no {what} is declared")),
        1 => written(format!("for 1 {what}")),
        _ => written(format!("for all {count} {what}s")),
    }
}

fn systems(view: &BomView) -> impl Iterator<Item = &Part> {
    view.systems.iter()
}

fn of_systems(view: &BomView, field: &str) -> Seen {
    summary(
        systems(view)
            .map(|part| (part.name.as_str(), fact(part, field)))
            .collect(),
    )
}

fn of_models(view: &BomView, answer: fn(&Model) -> &Answer) -> Seen {
    let models = view.models.iter();
    summary(
        models
            .map(|model| (model.part.name.as_str(), answer(model).state))
            .collect(),
    )
}

fn of_model_facts(view: &BomView, field: &str) -> Seen {
    let models = view.models.iter();
    summary(
        models
            .map(|model| (model.part.name.as_str(), fact(&model.part, field)))
            .collect(),
    )
}

fn of_data(view: &BomView, answer: fn(&Dataset) -> &Answer) -> Seen {
    let datasets = view.datasets.iter();
    summary(
        datasets
            .map(|data| (data.part.name.as_str(), answer(data).state))
            .collect(),
    )
}

fn of_data_facts(view: &BomView, field: &str) -> Seen {
    let datasets = view.datasets.iter();
    summary(
        datasets
            .map(|data| (data.part.name.as_str(), fact(&data.part, field)))
            .collect(),
    )
}

fn each<'a>(parts: impl Iterator<Item = &'a Part>, answer: fn(&Part) -> &Answer) -> Seen {
    summary(
        parts
            .map(|part| (part.name.as_str(), answer(part).state))
            .collect(),
    )
}

fn fact(part: &Part, field: &str) -> State {
    let found = part.facts.iter().find(|answer| answer.field == field);
    found.map_or(State::Missing, |answer| answer.state)
}

/// Sums up over all parts: shown only if no part lacks the element; missing weighs more than unknown.
fn summary(parts: Vec<(&str, State)>) -> Seen {
    let lacking = |state: State| {
        parts
            .iter()
            .filter(move |(_, found)| *found == state)
            .map(|(name, _)| *name)
    };
    let count = |state: State| lacking(state).count();
    let state = match parts.len() {
        0 => return (State::NotApplicable, "no such part is declared".to_owned()),
        _ if count(State::Missing) > 0 => State::Missing,
        _ if count(State::Unknown) > 0 => State::Unknown,
        all if count(State::NotApplicable) == all => State::NotApplicable,
        _ => State::Shown,
    };
    let mut says = vec![format!("shown for {} of {}", count(State::Shown), parts.len())];
    for (state, words) in [
        (State::Unknown, "unknown for"),
        (State::Missing, "missing for"),
        (State::NotApplicable, "not applicable for"),
    ] {
        let names: Vec<&str> = lacking(state).collect();
        if !names.is_empty() {
            says.push(format!("{words} {}", names.join(", ")));
        }
    }
    (state, says.join("; "))
}
