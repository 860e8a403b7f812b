//! Tables of what stands around one system: models, data sets, connections, notices, assessments, registrations, logs,
//! incidents, evidence. Each function gives the rows; the template has the heads of the columns in the same order.

use crate::documents::facts::Row;
use crate::documents::trail::{Said, Trail};
use crate::inventory::field::Field;
use crate::inventory::id::Id;
use crate::inventory::record::{Named, Record};
use crate::inventory::statement::AssessmentType;
use crate::inventory::system::{BuiltOrRebranded, System};
use crate::link::{Inventory, Shelf};
use crate::term::sentence_case;
use crate::tongue::words::Words;

/// Returns model, version, provider, access, our change, licence.
pub(crate) fn models(
    trail: &mut Trail,
    section: &str,
    inventory: &Inventory,
    system: &Record<System>,
) -> Vec<Row> {
    let rows = inventory.models_of(system).map(|model| {
        let mut said = trail.about(section, model.id.value.as_str());
        vec![
            said.words().quote(model.title()),
            said.field("version_or_snapshot", &model.version_or_snapshot),
            title(&mut said, &inventory.vendors, "provider", &model.provider),
            said.field("access", &model.access),
            said.field("our_modification", &model.our_modification),
            said.field("licence", &model.licence),
        ]
    });
    rows.collect()
}

/// Returns data set, role, supplied by, sensitivity, personal data, licence.
pub(crate) fn datasets(
    trail: &mut Trail,
    section: &str,
    inventory: &Inventory,
    system: &Record<System>,
) -> Vec<Row> {
    let rows = inventory.datasets_of(system).map(|dataset| {
        let mut said = trail.about(section, dataset.id.value.as_str());
        vec![
            said.words().quote(dataset.title()),
            said.field("role", &dataset.role),
            said.field("supplied_by", &dataset.supplied_by),
            said.field("sensitivity", &dataset.sensitivity),
            said.within("personal_data.present", &dataset.personal_data, |personal| {
                &personal.present
            }),
            said.field("licence", &dataset.licence),
        ]
    });
    rows.collect()
}

/// Returns connection, kind, approved, data flow, vendor.
pub(crate) fn integrations(
    trail: &mut Trail,
    section: &str,
    inventory: &Inventory,
    system: &Record<System>,
) -> Vec<Row> {
    let mut said = trail.about(section, system.id.value.as_str());
    let rows = system
        .integrations
        .items()
        .iter()
        .enumerate()
        .map(|(at, integration)| {
            let integration = &integration.value;
            let name = |field: &str| format!("integrations[{at}].{field}");
            vec![
                said.field(&name("name"), &integration.name),
                said.field(&name("type"), &integration.r#type),
                said.field(&name("approved"), &integration.approved),
                said.field(&name("data_flow"), &integration.data_flow),
                title(
                    &mut said,
                    &inventory.vendors,
                    &name("vendor"),
                    &integration.vendor,
                ),
            ]
        });
    rows.collect()
}

/// Returns notice, audience, placement, shown since, why none is given.
pub(crate) fn notices(
    trail: &mut Trail,
    section: &str,
    inventory: &Inventory,
    system: &Record<System>,
) -> Vec<Row> {
    let rows = inventory.notices_of(system).into_iter().map(|notice| {
        let mut said = trail.about(section, notice.id.value.as_str());
        vec![
            said.field("type", &notice.r#type),
            said.field("audience", &notice.audience),
            said.field("placement", &notice.placement),
            said.field("first_shown", &notice.first_shown),
            match (notice.exception.span(), notice.first_shown.stated()) {
                (Some(_), _) => {
                    said.within("exception.which", &notice.exception, |exception| &exception.which)
                }
                (None, Some(_)) => said.words().say("sheet-given"),
                (None, None) => said.words().say("sheet-no-day"),
            },
        ]
    });
    rows.collect()
}

/// Returns assessment, day, author, conclusion.
pub(crate) fn assessments(
    trail: &mut Trail,
    section: &str,
    inventory: &Inventory,
    system: &Record<System>,
) -> Vec<Row> {
    let about = |wanted: &AssessmentType| inventory.assessments_of(system, *wanted);
    let rows = AssessmentType::ALL.iter().flat_map(about).map(|assessment| {
        let mut said = trail.about(section, assessment.id.value.as_str());
        vec![
            said.field("type", &assessment.r#type),
            said.field("date", &assessment.date),
            said.field("author", &assessment.author),
            said.field("conclusion", &assessment.conclusion),
        ]
    });
    let mut rows: Vec<Row> = rows.collect();
    let mut said = trail.about(section, system.id.value.as_str());
    for (wanted, name, field) in [
        (AssessmentType::Dpia, "dpia", &system.dpia),
        (AssessmentType::Fria, "fria", &system.fria),
    ] {
        // That none is made is worth a line only where the record gives the reason, or says that it is not known.
        if let Field::NotApplicable(_) | Field::Unknown(_) = field {
            let words = said.words();
            let why = said.field_as(name, field, |id| id.to_string());
            let kind = sentence_case(&words.term(wanted));
            rows.push(vec![kind, words.say("none"), words.say("none"), why]);
        }
    }
    rows
}

/// Returns register, status, number, day.
pub(crate) fn registrations(trail: &mut Trail, section: &str, system: &Record<System>) -> Vec<Row> {
    let mut said = trail.about(section, system.id.value.as_str());
    let rows = system
        .registrations
        .items()
        .iter()
        .enumerate()
        .map(|(at, registration)| {
            let registration = &registration.value;
            let name = |field: &str| format!("registrations[{at}].{field}");
            vec![
                said.field(&name("scheme"), &registration.scheme),
                said.field(&name("status"), &registration.status),
                said.field(&name("id"), &registration.id),
                said.field(&name("on"), &registration.on),
            ]
        });
    rows.collect()
}

/// Returns log, held by, kept at least, kept at most, personal data, protection; from the audit summaries of the latest period that says it.
pub(crate) fn logs(
    trail: &mut Trail,
    section: &str,
    inventory: &Inventory,
    system: &Record<System>,
) -> Vec<Row> {
    let mut rows = Vec::new();
    for audit in inventory.logs_of(system) {
        let mut said = trail.about(section, audit.id.value.as_str());
        rows.extend(audit.log_categories.items().iter().enumerate().map(|(at, log)| {
            let log = &log.value;
            let name = |field: &str| format!("log_categories[{at}].{field}");
            vec![
                said.field(&name("category"), &log.category),
                said.field(&name("held_by"), &log.held_by),
                said.field(&name("retention_min"), &log.retention_min),
                said.field(&name("retention_max"), &log.retention_max),
                said.field(&name("personal_data"), &log.personal_data),
                said.field(&name("integrity"), &log.integrity),
            ]
        }));
    }
    rows
}

/// Returns incident, day, how serious, causal link, closed on.
pub(crate) fn incidents(
    trail: &mut Trail,
    section: &str,
    inventory: &Inventory,
    system: &Record<System>,
) -> Vec<Row> {
    let rows = inventory.incidents_of(system).into_iter().map(|incident| {
        let mut said = trail.about(section, incident.id.value.as_str());
        vec![
            said.words().quote(incident.title()),
            said.field("occurred_on", &incident.occurred_on),
            said.field("serious_category", &incident.serious_category),
            said.field("causal_link", &incident.causal_link),
            match incident.closed_on.span() {
                None => said.words().say("sheet-open"),
                Some(_) => said.field("closed_on", &incident.closed_on),
            },
        ]
    });
    rows.collect()
}

/// Returns evidence, kind, captured on, where it lies.
pub(crate) fn evidence(
    trail: &mut Trail,
    section: &str,
    inventory: &Inventory,
    system: &Record<System>,
) -> Vec<Row> {
    let rows = system.head.evidence.items().iter().filter_map(|id| {
        let evidence = inventory.evidence.get(&id.value)?;
        let mut said = trail.about(section, evidence.id.value.as_str());
        Some(vec![
            said.words().quote(evidence.title()),
            said.field("type", &evidence.r#type),
            said.field("captured_on", &evidence.captured_on),
            said.field("uri", &evidence.uri),
        ])
    });
    rows.collect()
}

/// Returns the title of the record that a field names, or in which way it names none.
pub(crate) fn title<T: Named>(
    said: &mut Said<'_>,
    shelf: &Shelf<T>,
    name: &str,
    field: &Field<Id>,
) -> String {
    let words = said.words();
    said.field_as(name, field, |id| title_on(words, shelf, id))
}

/// Returns the vendor of a system; one that was built in-house has none and lacks none.
pub(crate) fn vendor(said: &mut Said<'_>, inventory: &Inventory, system: &Record<System>) -> String {
    match built_in_house(system) {
        Some(built) => said.field("tripwires.built_or_rebranded", built),
        None => title(said, &inventory.vendors, "vendor", &system.vendor),
    }
}

/// Returns the field that says that a system was built in-house, if it does and no vendor is named.
pub(crate) fn built_in_house(system: &System) -> Option<&Field<BuiltOrRebranded>> {
    let built = &system.tripwires.stated()?.built_or_rebranded;
    let is_own = system.vendor == Field::Absent && built.is(&BuiltOrRebranded::BuiltInHouse);
    is_own.then_some(built)
}

/// Returns the title of a record on a shelf; its id if it is not there.
pub(crate) fn title_on<T: Named>(words: Words, shelf: &Shelf<T>, id: &Id) -> String {
    shelf
        .get(id)
        .map_or_else(|| id.to_string(), |record| words.quote(record.title()))
}
