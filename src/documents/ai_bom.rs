//! The AI-BOM for people: the same view from which the CycloneDX file is made, as tables. Which parts there are and what
//! is asked of them is decided in `bom`; here they are only laid out.

mod imported;
mod machines;

use crate::documents::bom::answer::{Answer, State};
use crate::documents::bom::declared::{Claim, Declared, declare};
use crate::documents::bom::files::FileEntry;
use crate::documents::bom::references::of_system;
use crate::documents::bom::spec::BomSpec;
use crate::documents::bom::{BomView, Element, Neighbour, Organisation, Part, Service, bom};
use crate::documents::chart::Exhibit;
use crate::documents::chart::parts;
use crate::documents::classes::{class_words, more};
use crate::documents::document::{Document, document};
use crate::documents::facts::{Fact, Row};
use crate::documents::gaps::GapRows;
use crate::documents::occasion::Occasion;
use crate::documents::trail::Trail;
use crate::failure::Failure;
use crate::inventory::id::Id;
use crate::term::sentence_case;
use crate::tongue::words::Words;
use serde::Serialize;
use std::collections::BTreeMap;

const GAPS: &[(&str, &str)] = &[("parts", "BOM-")];

#[derive(Serialize)]
struct View {
    organisation: Vec<Fact>,
    file: String,
    omits: Vec<&'static str>,
    holds: String,
    graph: Exhibit,
    why_no_graph: String,
    systems: Vec<Row>,
    models: Vec<Row>,
    services: Vec<Row>,
    datasets: Vec<Row>,
    vendors: Vec<Row>,
    parts: Vec<PartView>,
    declared: Vec<Row>,
    shown: String,
    elements: Vec<Row>,
    imported_files: Vec<Row>,
    imported_parts: Vec<Row>,
    libraries: String,
    unlisted: Option<String>,
    met: Vec<Row>,
    files: Vec<Row>,
    gaps: GapRows,
}

/// Everything about one part.
#[derive(Serialize)]
struct PartView {
    anchor: String,
    name: String,
    facts: Vec<Fact>,
}

/// Returns the AI-BOM of a build; the CycloneDX file is made from it.
pub fn bom_of(occasion: &Occasion<'_>) -> BomView {
    // The file for machines is in English, whatever the documents are in.
    let class = |id: &Id| (id.clone(), class_words(Words::default(), occasion.class(id)));
    let tiers: BTreeMap<Id, String> = occasion.inventory.systems.keys().map(class).collect();
    let as_of = occasion.assessment.as_of;
    let mut view = BomView {
        spec: occasion.bom_spec,
        ..bom(occasion.inventory, occasion.sources, as_of, &tiers)
    };
    let records = occasion.inventory.systems.values();
    for (part, record) in view.systems.iter_mut().zip(records) {
        part.references = of_system(occasion, record);
    }
    declare(&mut view, occasion.assessment, occasion.sources);
    view
}

/// Returns the document.
pub(crate) fn ai_bom(occasion: &Occasion<'_>) -> Result<Document, Failure> {
    let words = occasion.words;
    let mut trail = Trail::of(words);
    let (bom, place) = (bom_of(occasion), occasion.beside.bom_place());
    let view = View {
        organisation: organisation(words, &bom.organisation),
        file: file(words, bom.spec),
        omits: bom.spec.omits().iter().map(|what| what.words()).collect(),
        holds: holds(words, &bom),
        graph: parts::parts(words, &bom),
        why_no_graph: parts::why_none(words, &bom),
        systems: bom.systems.iter().map(|part| system(words, part)).collect(),
        models: models(&bom, &mut trail),
        services: services(&bom, &mut trail),
        datasets: datasets(&bom, &mut trail),
        vendors: vendors(words, &bom),
        parts: parts(&bom, &mut trail),
        declared: bom
            .declared
            .as_ref()
            .map(|it| declared(words, it))
            .unwrap_or_default(),
        shown: shown(words, &bom),
        elements: elements(&bom),
        imported_files: imported::files(words, &bom),
        imported_parts: imported::parts(&bom, &mut trail),
        libraries: machines::libraries(words, place),
        unlisted: machines::unlisted(words, place, imported::n_unlisted(&bom)),
        met: imported::met(words, &bom),
        files: files(words, &bom, &mut trail),
        gaps: occasion.gaps_by_section(&mut trail, GAPS),
    };
    let purpose = machines::purpose(words, place);
    let front = occasion.front(words.say("bom-title"), &purpose, occasion.organisation);
    let document = document("ai-bom", "ai-bom.md.tera", &front, &view, trail)?;
    Ok(document.illustrated([&view.graph]))
}

fn file(words: Words, spec: BomSpec) -> String {
    let id = match spec {
        BomSpec::V1_5 | BomSpec::V1_6 => "bom-file-parts",
        BomSpec::V1_7 => "bom-file-values",
    };
    words.say_with(id, &[("format", words.term(spec).into())])
}

fn holds(words: Words, bom: &BomView) -> String {
    words.list([
        words.counted("n-systems", bom.systems.len()),
        words.counted("n-models", bom.models.len()),
        words.counted("n-services", bom.services.len()),
        words.counted("n-datasets", bom.datasets.len()),
        words.counted("n-vendors", bom.vendors.len()),
    ])
}

fn organisation(words: Words, organisation: &Organisation) -> Vec<Fact> {
    let party = &organisation.party;
    let said = |value: &Option<String>| value.clone().unwrap_or_else(|| words.say("bom-missing"));
    let rows = [
        ("row-name", party.name.clone()),
        ("row-country", said(&party.country)),
        ("row-e-mail", said(&party.email)),
        ("row-lead-of-ai-governance", organisation.lead.says().into_owned()),
        (
            "row-security-policy",
            organisation.security_policy.says().into_owned(),
        ),
        (
            "row-published-vulnerabilities",
            organisation.vulnerabilities.says().into_owned(),
        ),
        ("row-record", organisation.source.clone()),
    ];
    let facts = rows.into_iter().map(|(id, says)| Fact::new(words.say(id), says));
    facts.collect()
}

/// Returns system, version, made by, depends on.
fn system(words: Words, part: &Part) -> Row {
    vec![
        part.name.clone(),
        part.version.says().into_owned(),
        part.maker.says().into_owned(),
        names(words, &part.depends_on),
    ]
}

/// Returns model, version, made by, licence, what identifies it.
fn models(bom: &BomView, trail: &mut Trail) -> Vec<Row> {
    let rows = bom.models.iter().map(|model| {
        let id = model.part.id.as_str();
        let mut say = |answer: &Answer| say(trail, "models", id, answer);
        let identity = match model.hash.state {
            State::Missing => say(&model.uri),
            State::Shown | State::NotApplicable | State::Unknown => say(&model.hash),
        };
        vec![
            model.part.name.clone(),
            model.part.version.says().into_owned(),
            model.part.maker.says().into_owned(),
            say(&model.licence),
            identity,
        ]
    });
    rows.collect()
}

/// Returns service, what it is, run by, address, data flow with its direction, sensitivity.
fn services(bom: &BomView, trail: &mut Trail) -> Vec<Row> {
    let rows = bom.services.iter().map(|service| {
        let id = service.part.id.as_str();
        vec![
            service.part.name.clone(),
            service.what.clone(),
            service.part.maker.says().into_owned(),
            say(trail, "services", id, &service.endpoint),
            flow(trail, service),
            say(trail, "services", id, &service.sensitivity),
        ]
    });
    rows.collect()
}

fn flow(trail: &mut Trail, service: &Service) -> String {
    let says = say(trail, "services", &service.part.id, &service.data_flow);
    let words = trail.words();
    match service.direction {
        Some(direction) => more(words, &says, &words.term(direction)),
        None => says,
    }
}

/// Returns data set, version, supplied by, licence, sensitivity, personal data.
fn datasets(bom: &BomView, trail: &mut Trail) -> Vec<Row> {
    let rows = bom.datasets.iter().map(|dataset| {
        let id = dataset.part.id.as_str();
        vec![
            dataset.part.name.clone(),
            dataset.part.version.says().into_owned(),
            dataset.part.maker.says().into_owned(),
            say(trail, "datasets", id, &dataset.licence),
            say(trail, "datasets", id, &dataset.sensitivity),
            say(trail, "datasets", id, &dataset.personal_data),
        ]
    });
    rows.collect()
}

/// Returns vendor, country, what it is to us, what it supplies.
fn vendors(words: Words, bom: &BomView) -> Vec<Row> {
    let rows = bom.vendors.iter().map(|vendor| {
        let (country, role) = (
            vendor.country.says().into_owned(),
            vendor.role_to_us.says().into_owned(),
        );
        vec![vendor.name.clone(), country, role, names(words, &vendor.supplies)]
    });
    rows.collect()
}

/// Returns for whom, number of duties, of these wholly on record, not wholly, duties that are not wholly on record.
fn declared(words: Words, declared: &Declared) -> Vec<Row> {
    let of_subjects = declared.claims.chunk_by(|one, next| one.target == next.target);
    let row = |claims: &[Claim]| {
        let (whole, open): (Vec<&Claim>, Vec<&Claim>) = claims.iter().partition(|claim| claim.is_whole);
        let name = claims.first().map(|claim| claim.target.name.clone());
        let open_ones = open.iter().map(|claim| open_duty(claim));
        vec![
            name.unwrap_or_default(),
            claims.len().to_string(),
            whole.len().to_string(),
            open.len().to_string(),
            words.list(open_ones),
        ]
    };
    of_subjects.map(row).collect()
}

/// Names a duty, and by their codes the gaps that speak against it.
fn open_duty(claim: &Claim) -> String {
    let duty = claim.requirement.trim_start_matches("duty:");
    match claim.gaps.is_empty() {
        true => duty.to_owned(),
        false => format!("{duty} ({})", claim.gaps.join(", ")),
    }
}

/// Returns models and data sets one by one. What is on record about a service stands in its table, and what is on
/// record about a system on its sheet.
fn parts(bom: &BomView, trail: &mut Trail) -> Vec<PartView> {
    let models = bom.models.iter();
    let models: Vec<PartView> = models
        .map(|model| part_view(trail, &model.part, &model.card.spoken_of()))
        .collect();
    let datasets = bom.datasets.iter();
    let datasets = datasets.map(|dataset| part_view(trail, &dataset.part, &[]));
    models.into_iter().chain(datasets).collect()
}

fn part_view(trail: &mut Trail, part: &Part, more: &[&Answer]) -> PartView {
    // Anchors are made of letters, digits and hyphens; the names of parts also have colons.
    let anchor = part.bom_ref.replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    let words = trail.words();
    let mut facts = vec![
        Fact::new(words.say("row-reference"), &part.bom_ref),
        Fact::new(words.say("row-record"), &part.source),
    ];
    let named = [
        ("row-version", &part.version),
        ("row-description", &part.description),
        ("row-made-by", &part.maker),
    ];
    let named = named.map(|(id, answer)| (words.say(id), answer));
    let others = part
        .facts
        .iter()
        .chain(more.iter().copied())
        .map(|answer| (words_of(words, answer.field), answer));
    let asked = named
        .into_iter()
        .chain(others)
        .filter(|(_, answer)| !answer.says().is_empty());
    let (silent, said): (Vec<_>, Vec<_>) = asked.partition(|(_, answer)| answer.state == State::Missing);
    for (label, answer) in said {
        let label = sentence_case(&label);
        facts.push(Fact::new(label, say(trail, &anchor, &part.id, answer)));
    }
    // One row for all that is missing keeps what is there in sight.
    if !silent.is_empty() {
        let fields = words.list(silent.iter().map(|(label, _)| label));
        let missing = words.say_with("bom-missing-fields", &[("fields", fields.into())]);
        facts.push(Fact::new(words.say("row-not-on-record"), missing));
    }
    facts.push(Fact::new(
        words.say("row-depends-on"),
        names(words, &part.depends_on),
    ));
    PartView {
        anchor,
        name: part.name.clone(),
        facts,
    }
}

/// Returns the words of a field: those of its name, unless they say too little.
fn words_of(words: Words, field: &str) -> String {
    match field {
        "gpai" => words.say("field-gpai"),
        "energy.training_co2eq_t" => words.say("field-energy-co2"),
        "energy.training_kwh" => words.say("field-energy-kwh"),
        _ => field
            .replace('_', " ")
            .replace('.', ": ")
            .replace(" url", " address"),
    }
}

/// Returns the words of an answer and notes where they come from.
fn say(trail: &mut Trail, section: &str, record: &str, answer: &Answer) -> String {
    if let Some(at) = answer.at {
        trail
            .about(section, record)
            .note(answer.field, &answer.says(), at);
    }
    match answer.says().is_empty() {
        true => trail.words().say("bom-not-asked"),
        false => answer.says().into_owned(),
    }
}

fn names(words: Words, neighbours: &[Neighbour]) -> String {
    words.list(neighbours.iter().map(|neighbour| &neighbour.name))
}

fn shown(words: Words, bom: &BomView) -> String {
    let n_of = |is_mixed: bool| {
        let is_meant = |element: &&Element| element.state == State::Shown && element.is_mixed == is_mixed;
        bom.elements.iter().filter(is_meant).count()
    };
    let (n_whole, n_mixed, n_elements) = (n_of(false), n_of(true), bom.elements.len());
    let n_others = n_elements - n_whole - n_mixed;
    let blanks = [
        ("elements", n_elements.into()),
        ("whole", n_whole.into()),
        ("some", n_mixed.into()),
        ("others", n_others.into()),
    ];
    words.say_with("bom-shown", &blanks)
}

/// Returns file, what is made of it or shown by it, bytes, SHA-256.
fn files(words: Words, bom: &BomView, trail: &mut Trail) -> Vec<Row> {
    let parts = bom.files.iter().map(|part| &part.file);
    let row = |file: &FileEntry| {
        if let Some(at) = file.at {
            trail.about("files", &file.path).note("path", &file.sha256, at);
        }
        let of = words.list(file.named_by.iter().cloned());
        vec![
            file.path.clone(),
            of,
            file.n_bytes.to_string(),
            file.sha256.clone(),
        ]
    };
    parts.chain(&bom.evidence).map(row).collect()
}

/// Returns element, how far it is there, where it stands in the file.
fn elements(bom: &BomView) -> Vec<Row> {
    let rows = bom.elements.iter().map(|element| {
        let asked = format!("{} {}", element.id, element.element);
        vec![asked, element.says.clone(), element.stands_at.to_owned()]
    });
    rows.collect()
}
