//! How far the minimum elements of an SBOM for AI are there, after the list that the G7 cybersecurity group and the
//! German BSI published in 2026 (50 elements, not binding). One row per element; each row looks at the parts and says
//! for which of them the element is shown, unknown, missing or not applicable. Counts nothing as shown that no record
//! says.

use crate::documents::bom::answer::{Answer, State};
use crate::documents::bom::card::best_of;
use crate::documents::bom::{BomView, Dataset, Element, Model, Part};

use Look::{
    Absent, Data, DataFact, ModelAny, ModelFact, Models, Named, SystemAny, SystemFact, Systems, Whole,
    Written,
};

/// One row of the list: identifier, what is wanted, where it stands in the file, and where to look.
type Row = (&'static str, &'static str, &'static str, Look);

/// How far an element is there, in words too.
struct Seen {
    state: State,
    says: String,
    /// Whether some part says why there is nothing to show.
    is_mixed: bool,
}

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
    /// In one of several further facts of each system.
    SystemAny(&'static [&'static str]),
    /// In an answer of each model.
    Models(fn(&Model) -> &Answer),
    /// In one of several answers of each model.
    ModelAny(fn(&Model) -> Vec<&Answer>),
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
    ("MD-05", "SBOM author signature", "signature", Absent("the file is written unsigned; actfile bom sign makes a signed copy of it")),
    ("MD-06", "SBOM tool name", "metadata.tools", Written("actfile")),
    ("MD-07", "SBOM tool version", "metadata.tools", Written("stated in the file")),
    ("MD-08", "SBOM generation context", "metadata.lifecycles", Written("operations")),
    ("MD-09", "SBOM timestamp", "metadata.timestamp", Written("the as-of day")),
    ("MD-10", "Dependency relationship", "dependencies", Written("one entry for each part")),
    ("SLP-01", "System name", "components.name", Named(Kind::System)),
    ("SLP-02", "System components", "dependencies", Whole(system_components)),
    ("SLP-03", "System producer", "components.manufacturer", Systems(|it| &it.maker)),
    ("SLP-04", "System version", "components.version", Systems(|it| &it.version)),
    ("SLP-05", "System timestamp", "actfile:in_service_since, actfile:placed_on_market_on", SystemAny(&["in_service_since", "placed_on_market_on"])),
    ("SLP-06", "System data flow", "services.data", Whole(data_flow)),
    ("SLP-07", "System data usage", "actfile:processes_personal_data", SystemFact("processes_personal_data")),
    ("SLP-08", "System input and output", "actfile:inputs, actfile:output_modalities", Whole(input_and_output)),
    ("SLP-09", "Intended application area", "actfile:intended_purpose", SystemFact("intended_purpose")),
    ("MDL-01", "Model name", "components.name", Named(Kind::Model)),
    ("MDL-02", "Model identifier", "components.bom-ref, components.purl", Named(Kind::Model)),
    ("MDL-03", "Model version", "components.version", Models(|it| &it.part.version)),
    ("MDL-04", "Model timestamp", "actfile:release_date", ModelFact("release_date")),
    ("MDL-05", "Model producer", "components.manufacturer", Models(|it| &it.part.maker)),
    ("MDL-06", "Model description", "components.description", Models(|it| &it.part.description)),
    ("MDL-07", "Model hash value", "components.hashes", Models(|it| &it.hash)),
    ("MDL-08", "Model hash algorithm", "components.hashes", Models(|it| &it.hash)),
    ("MDL-09", "Model properties", "modelCard.modelParameters", ModelAny(properties)),
    ("MDL-10", "Model input and output", "modelCard.modelParameters", Models(|it| &it.inputs)),
    ("MDL-11", "Model training properties", "modelCard.modelParameters, components.externalReferences", ModelAny(training)),
    ("MDL-12", "Model licence", "components.licenses", Models(|it| &it.licence)),
    ("MDL-13", "Model external references", "components.externalReferences", ModelAny(references)),
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
    ("INF-01", "Software infrastructure", "actfile:deployment.software", SystemFact("deployment.software")),
    ("INF-02", "Hardware infrastructure", "actfile:deployment.hardware", SystemFact("deployment.hardware")),
    ("SP-01", "Security controls", "actfile:security_controls, actfile:policy", SystemAny(&["security_controls", "policy"])),
    ("SP-02", "Security compliance", "definitions.standards, declarations", Whole(compliance)),
    ("SP-03", "Security policy reference", "metadata.component.externalReferences", Whole(security_policy)),
    ("SP-04", "Vulnerability reference", "metadata.component.externalReferences", Whole(vulnerabilities)),
    ("KPI-01", "Security metrics", "modelCard.quantitativeAnalysis", Models(|it| &it.card.security_metrics)),
    ("KPI-02", "Operational performance", "actfile:performance", SystemFact("performance")),
];

/// Returns every element in the order of the list.
pub(crate) fn elements(view: &BomView) -> Vec<Element> {
    let element = |(id, element, stands_at, look): &Row| {
        let seen = seen(view, look);
        Element {
            id,
            element,
            state: seen.state,
            says: seen.says,
            is_mixed: seen.is_mixed,
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
        Written(says) => plain(State::Shown, *says),
        Absent(says) => plain(State::Missing, *says),
        Named(kind) => named(view, *kind),
        Whole(look) => look(view),
        Systems(answer) => summary(systems().map(|it| (it, answer(it).state))),
        SystemFact(field) => summary(systems().map(|it| (it, fact(it, field)))),
        SystemAny(fields) => {
            let state = |it| best_of(facts(it, fields));
            summary(systems().map(|it| (it, state(it))))
        }
        ModelAny(answers) => summary(models().map(|it| (&it.part, best_of(answers(it))))),
        Models(answer) => summary(models().map(|it| (&it.part, answer(it).state))),
        ModelFact(field) => summary(models().map(|it| (&it.part, fact(&it.part, field)))),
        Data(answer) => summary(datasets().map(|it| (&it.part, answer(it).state))),
        DataFact(field) => summary(datasets().map(|it| (&it.part, fact(&it.part, field)))),
    }
}

fn author(view: &BomView) -> Seen {
    let party = &view.organisation.party;
    match party.email.is_some() || party.url.is_some() {
        true => plain(State::Shown, format!("{}, with contact", party.name)),
        false => plain(
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
            plain(State::Shown, says)
        }
        Some(_) => plain(State::NotApplicable, "no duty of the Act is owed"),
        None => plain(State::Missing, "duties were not looked at"),
    }
}

fn security_policy(view: &BomView) -> Seen {
    of_organisation(view, &view.organisation.security_policy)
}

fn vulnerabilities(view: &BomView) -> Seen {
    of_organisation(view, &view.organisation.vulnerabilities)
}

fn of_organisation(view: &BomView, answer: &Answer) -> Seen {
    let says = match answer.state {
        State::Shown => format!("shown for {}", view.organisation.party.name),
        State::NotApplicable | State::Unknown | State::Missing => answer.says().into_owned(),
    };
    plain(answer.state, says)
}

fn properties(model: &Model) -> Vec<&Answer> {
    vec![&model.architecture, &model.card.architecture_family]
}

fn training(model: &Model) -> Vec<&Answer> {
    let card = &model.card;
    vec![
        &card.training_process,
        &card.learning_approach,
        &model.training_summary_url,
    ]
}

fn references(model: &Model) -> Vec<&Answer> {
    vec![&model.uri, &model.policy_url, &model.training_summary_url]
}

/// Both have to be there.
fn input_and_output(view: &BomView) -> Seen {
    let worst = |part: &Part| {
        let (inputs, outputs) = (fact(part, "inputs"), fact(part, "output_modalities"));
        match inputs {
            State::Shown => outputs,
            State::NotApplicable | State::Unknown | State::Missing => inputs,
        }
    };
    summary(view.systems.iter().map(|part| (part, worst(part))))
}

fn system_components(view: &BomView) -> Seen {
    let state = |part: &Part| match part.depends_on.is_empty() {
        true => fact(part, "models"),
        false => State::Shown,
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

fn facts<'a>(part: &'a Part, fields: &'a [&str]) -> impl Iterator<Item = &'a Answer> {
    part.facts.iter().filter(|answer| fields.contains(&answer.field))
}

fn fact(part: &Part, field: &str) -> State {
    let found = part.facts.iter().find(|answer| answer.field == field);
    found.map_or(State::Missing, |answer| answer.state)
}

/// Sums up over all parts: shown only if no part is silent about the element. A part may say instead that nobody knows, or
/// why it does not apply; the words name every such part.
fn summary<'a>(parts: impl Iterator<Item = (&'a Part, State)>) -> Seen {
    let parts: Vec<(&Part, State)> = parts.collect();
    let of = |state: State| {
        let found = parts.iter().filter(move |(_, found)| *found == state);
        found.map(|(part, _)| part.name.as_str()).collect::<Vec<_>>()
    };
    let (unknown, missing, not_applicable) =
        (of(State::Unknown), of(State::Missing), of(State::NotApplicable));
    let state = match parts.len() {
        0 => return plain(State::NotApplicable, "no such part is declared"),
        _ if !missing.is_empty() => State::Missing,
        all if not_applicable.len() == all => State::NotApplicable,
        all if unknown.len() + not_applicable.len() == all => State::Unknown,
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
    Seen {
        state,
        is_mixed: says.len() > 1,
        says: says.join("; "),
    }
}

fn plain(state: State, says: impl Into<String>) -> Seen {
    Seen {
        state,
        says: says.into(),
        is_mixed: false,
    }
}
