//! How far the minimum elements of an SBOM for AI are there, after the list that the G7 cybersecurity group and the
//! German BSI published in 2026 (50 elements, not binding). One row per element; each row looks at the parts and says
//! for which of them the element is shown, unknown, missing or not applicable. Counts nothing as shown that no record
//! says.

use crate::documents::bom::answer::{Answer, State};
use crate::documents::bom::{BomView, Dataset, Element, Model, Part};

use Look::{Absent, Data, DataFact, ModelFact, Models, Named, SystemFact, Systems, Whole, Written};

/// One row of the list: identifier, what is wanted, where it stands in the file, and where to look.
type Row = (&'static str, &'static str, &'static str, Look);

/// How far an element is there, in words too.
type Seen = (State, String);

/// Where to look for an element.
enum Look {
    /// The file always has it.
    Written(&'static str),
    /// The file never has it.
    Absent(&'static str),
    /// Every part of a kind has it, if there is one.
    Named(Kind),
    /// In the AI-BOM as a whole.
    Whole(fn(&BomView) -> Seen),
    /// In an answer of each system.
    Systems(fn(&Part) -> &Answer),
    /// In a further fact of each system.
    SystemFact(&'static str),
    /// In an answer of each model.
    Models(fn(&Model) -> &Answer),
    /// In a further fact of each model.
    ModelFact(&'static str),
    /// In an answer of each data set.
    Data(fn(&Dataset) -> &Answer),
    /// In a further fact of each data set.
    DataFact(&'static str),
}

/// A kind of part.
#[derive(Clone, Copy)]
enum Kind {
    System,
    Model,
    Dataset,
}

// One line for each row, so that the table reads as the list that it repeats.
#[rustfmt::skip]
const ROWS: &[Row] = &[
    ("MD-01", "SBOM author", "metadata.authors, metadata.manufacturer", Whole(author)),
    ("MD-02", "SBOM version", "serialNumber, version", Written("computed from the content")),
    ("MD-03", "SBOM format name", "bomFormat", Written("CycloneDX")),
    ("MD-04", "SBOM format version", "specVersion", Written("stated in the file")),
    ("MD-05", "SBOM author signature", "signature", Absent("the file itself is not signed")),
    ("MD-06", "SBOM tool name", "metadata.tools", Written("actfile")),
    ("MD-07", "SBOM tool version", "metadata.tools", Written("stated in the file")),
    ("MD-08", "SBOM generation context", "metadata.lifecycles", Written("operations")),
    ("MD-09", "SBOM timestamp", "metadata.timestamp", Written("the as-of day")),
    ("MD-10", "Dependency relationship", "dependencies", Written("one entry for each part")),
    ("SLP-01", "System name", "components.name", Named(Kind::System)),
    ("SLP-02", "System components", "dependencies", Whole(system_components)),
    ("SLP-03", "System producer", "components.manufacturer", Systems(|it| &it.maker)),
    ("SLP-04", "System version", "components.version", Systems(|it| &it.version)),
    ("SLP-05", "System timestamp", "actfile:in_service_since", SystemFact("in_service_since")),
    ("SLP-06", "System data flow", "services.data", Whole(data_flow)),
    ("SLP-07", "System data usage", "actfile:processes_personal_data", SystemFact("processes_personal_data")),
    ("SLP-08", "System input and output", "actfile:output_modalities", SystemFact("output_modalities")),
    ("SLP-09", "Intended application area", "actfile:intended_purpose", SystemFact("intended_purpose")),
    ("MDL-01", "Model name", "components.name", Named(Kind::Model)),
    ("MDL-02", "Model identifier", "components.bom-ref, components.purl", Named(Kind::Model)),
    ("MDL-03", "Model version", "components.version", Models(|it| &it.part.version)),
    ("MDL-04", "Model timestamp", "actfile:release_date", ModelFact("release_date")),
    ("MDL-05", "Model producer", "components.manufacturer", Models(|it| &it.part.maker)),
    ("MDL-06", "Model description", "components.description", Absent("a model record has no description")),
    ("MDL-07", "Model hash value", "components.hashes", Models(|it| &it.hash)),
    ("MDL-08", "Model hash algorithm", "components.hashes", Models(|it| &it.hash)),
    ("MDL-09", "Model properties", "modelCard.modelParameters", Models(|it| &it.architecture)),
    ("MDL-10", "Model input and output", "modelCard.modelParameters", Models(|it| &it.inputs)),
    ("MDL-11", "Model training properties", "components.externalReferences", Models(|it| &it.training_summary_url)),
    ("MDL-12", "Model licence", "components.licenses", Models(|it| &it.licence)),
    ("MDL-13", "Model external references", "components.externalReferences", Models(|it| &it.uri)),
    ("DP-01", "Data set name", "components.name", Named(Kind::Dataset)),
    ("DP-02", "Data set description", "components.description", Data(|it| &it.part.description)),
    ("DP-03", "Data set content", "actfile:scope_and_characteristics", DataFact("scope_and_characteristics")),
    ("DP-04", "Data set identifier", "components.bom-ref, components.purl", Named(Kind::Dataset)),
    ("DP-05", "Data set hash", "components.hashes", Data(|it| &it.hash)),
    ("DP-06", "Data set provenance", "actfile:provenance", DataFact("provenance")),
    ("DP-07", "Data set statistics", "actfile:size", DataFact("size")),
    ("DP-08", "Data set sensitivity", "components.data.classification", Data(|it| &it.sensitivity)),
    ("DP-09", "Data set dependency", "dependencies", Named(Kind::Dataset)),
    ("DP-10", "Data set licence", "components.licenses", Data(|it| &it.licence)),
    ("INF-01", "Software infrastructure", "actfile:required_software", ModelFact("required_software")),
    ("INF-02", "Hardware infrastructure", "actfile:deployment.hardware", SystemFact("deployment.hardware")),
    ("SP-01", "Security controls", "actfile:policy", SystemFact("policy")),
    ("SP-02", "Security compliance", "definitions.standards, declarations", Whole(compliance)),
    ("SP-03", "Security policy reference", "components.externalReferences", Absent("no record says it")),
    ("SP-04", "Vulnerability reference", "components.externalReferences", Absent("no record says it")),
    ("KPI-01", "Security metrics", "modelCard.quantitativeAnalysis", Absent("no record says it")),
    ("KPI-02", "Operational performance", "actfile:performance", SystemFact("performance")),
];

/// Returns every element in the order of the list.
pub(crate) fn elements(view: &BomView) -> Vec<Element> {
    let element = |(id, element, stands_at, look): &Row| {
        let (state, says) = seen(view, look);
        Element {
            id,
            element,
            state,
            says,
            stands_at,
        }
    };
    ROWS.iter().map(element).collect()
}

fn seen(view: &BomView, look: &Look) -> Seen {
    let systems = || view.systems.iter();
    let models = || view.models.iter();
    let datasets = || view.datasets.iter();
    match look {
        Written(says) => (State::Shown, (*says).to_owned()),
        Absent(says) => (State::Missing, (*says).to_owned()),
        Named(kind) => named(view, *kind),
        Whole(look) => look(view),
        Systems(answer) => summary(systems().map(|it| (it, answer(it).state))),
        SystemFact(field) => summary(systems().map(|it| (it, fact(it, field)))),
        Models(answer) => summary(models().map(|it| (&it.part, answer(it).state))),
        ModelFact(field) => summary(models().map(|it| (&it.part, fact(&it.part, field)))),
        Data(answer) => summary(datasets().map(|it| (&it.part, answer(it).state))),
        DataFact(field) => summary(datasets().map(|it| (&it.part, fact(&it.part, field)))),
    }
}

fn author(view: &BomView) -> Seen {
    let party = &view.organisation.party;
    match party.email.is_some() || party.url.is_some() {
        true => (State::Shown, format!("{}, with contact", party.name)),
        false => (
            State::Missing,
            format!("{}, with neither e-mail nor web address", party.name),
        ),
    }
}

/// That duties are listed and mapped says what is on record about each, not that they are met.
fn compliance(view: &BomView) -> Seen {
    match &view.declared {
        Some(declared) if !declared.claims.is_empty() => {
            let n_claims = declared.claims.len();
            let n_whole = declared.claims.iter().filter(|claim| claim.is_whole).count();
            let says = format!("{n_claims} duties mapped to evidence, {n_whole} of them wholly on record");
            (State::Shown, says)
        }
        Some(_) => (State::NotApplicable, "no duty of the Act is owed".to_owned()),
        None => (State::Missing, "duties were not looked at".to_owned()),
    }
}

fn system_components(view: &BomView) -> Seen {
    let state = |part: &Part| {
        if part.depends_on.is_empty() {
            State::Missing
        } else {
            State::Shown
        }
    };
    summary(view.systems.iter().map(|part| (part, state(part))))
}

fn data_flow(view: &BomView) -> Seen {
    summary(
        view.services
            .iter()
            .map(|service| (&service.part, service.data_flow.state)),
    )
}

fn named(view: &BomView, kind: Kind) -> Seen {
    let parts: Vec<&Part> = match kind {
        Kind::System => view.systems.iter().collect(),
        Kind::Model => view.models.iter().map(|model| &model.part).collect(),
        Kind::Dataset => view.datasets.iter().map(|dataset| &dataset.part).collect(),
    };
    summary(parts.into_iter().map(|part| (part, State::Shown)))
}

fn fact(part: &Part, field: &str) -> State {
    let found = part.facts.iter().find(|answer| answer.field == field);
    found.map_or(State::Missing, |answer| answer.state)
}

/// Sums up over all parts: shown only if no part lacks the element; missing weighs more than unknown.
fn summary<'a>(parts: impl Iterator<Item = (&'a Part, State)>) -> Seen {
    let parts: Vec<(&Part, State)> = parts.collect();
    let of = |state: State| {
        let found = parts.iter().filter(move |(_, found)| *found == state);
        found.map(|(part, _)| part.name.as_str()).collect::<Vec<_>>()
    };
    let (unknown, missing, not_applicable) =
        (of(State::Unknown), of(State::Missing), of(State::NotApplicable));
    let state = match parts.len() {
        0 => return (State::NotApplicable, "no such part is declared".to_owned()),
        _ if !missing.is_empty() => State::Missing,
        _ if !unknown.is_empty() => State::Unknown,
        all if not_applicable.len() == all => State::NotApplicable,
        _ => State::Shown,
    };
    let mut says = vec![format!("shown for {} of {}", of(State::Shown).len(), parts.len())];
    for (words, names) in [
        ("unknown for", unknown),
        ("missing for", missing),
        ("not applicable for", not_applicable),
    ] {
        if !names.is_empty() {
            says.push(format!("{words} {}", names.join(", ")));
        }
    }
    (state, says.join("; "))
}
