//! The AI system inventory: which systems the organisation provides or uses, who answers for each, what each is for,
//! and what is still open.

use crate::documents::classes::{class_and_bearer, class_row};
use crate::documents::document::{Document, document};
use crate::documents::facts::{Fact, Facts, Row};
use crate::documents::gaps::GapRows;
use crate::documents::neighbours;
use crate::documents::occasion::Occasion;
use crate::documents::registration::{Entry, entries};
use crate::documents::sheet;
use crate::documents::trail::Trail;
use crate::failure::Failure;
use crate::inventory::organisation::{Contact, Organisation};
use crate::inventory::record::Record;
use crate::inventory::system::{LifecycleStatus, System};
use crate::link::Shelf;
use serde::Serialize;

/// The sections that show gaps, with the beginning of their codes.
const GAPS: &[(&str, &str)] = &[
    ("scope", "INV-00"),
    ("summary", "INV-01"),
    ("systems", "INV-02"),
    ("classification", "INV-03"),
    ("registrations", "INV-04"),
    ("data", "INV-05"),
    ("unapproved", "INV-06"),
    ("workers", "INV-07"),
    ("annex_viii", "INV-08"),
    ("reviews", "INV-09"),
];

#[derive(Serialize)]
struct View {
    organisation: Vec<Fact>,
    holds: String,
    summary: Vec<Row>,
    systems: Vec<Sheet>,
    classes: Vec<Row>,
    registrations: Vec<Row>,
    data: Vec<Row>,
    unapproved: Vec<Row>,
    workers: Vec<Row>,
    entries: Vec<Entry>,
    reviews: Vec<Row>,
    gaps: GapRows,
}

/// What the inventory document shows of one system; the sheet of the system shows the rest.
#[derive(Serialize)]
struct Sheet {
    id: String,
    name: String,
    facts: Vec<Fact>,
    models: Vec<Row>,
    integrations: Vec<Row>,
}

/// Returns the document.
pub(crate) fn inventory(occasion: &Occasion<'_>) -> Result<Document, Failure> {
    let words = occasion.words;
    let mut trail = Trail::of(words);
    let purpose = words.say("inventory-purpose");
    let front = occasion.front(words.say("inventory-title"), &purpose, occasion.organisation);
    let view = view(occasion, &mut trail);
    document("inventory", "inventory.md.tera", &front, &view, trail)
}

fn view(occasion: &Occasion<'_>, trail: &mut Trail) -> View {
    let inventory = occasion.inventory;
    let systems = &inventory.systems;
    View {
        organisation: organisation(trail, occasion.organisation),
        holds: occasion.holds(),
        summary: systems
            .values()
            .map(|system| summary(occasion, trail, system))
            .collect(),
        systems: systems
            .values()
            .map(|system| short_sheet(occasion, trail, system))
            .collect(),
        classes: systems
            .values()
            .map(|system| class_row(occasion, system))
            .collect(),
        registrations: registrations(trail, systems),
        data: systems
            .values()
            .map(|system| data(occasion, trail, system))
            .collect(),
        unapproved: unapproved(trail, systems),
        workers: systems.values().map(|system| workers(trail, system)).collect(),
        entries: entries(occasion, trail),
        reviews: reviews(trail, systems),
        gaps: occasion.gaps_by_section(trail, GAPS),
    }
}

fn organisation(trail: &mut Trail, organisation: &Record<Organisation>) -> Vec<Fact> {
    let mut facts = Facts::of(trail.about("scope", organisation.id.value.as_str()));
    facts.ask("row-legal-name", "legal_name", &organisation.legal_name);
    facts.ask("row-address", "address", &organisation.address);
    facts.ask("row-country", "country", &organisation.country);
    facts.group("row-contact", "contact", &organisation.contact, contact);
    facts.tell(
        "row-registration-numbers",
        "registration_ids",
        &organisation.registration_ids,
    );
    facts.ask("row-size", "size_class", &organisation.size_class);
    facts.ask("row-sector", "sector_flags", &organisation.sector_flags);
    facts.ask(
        "row-established-in-the-union",
        "established_in_eu",
        &organisation.established_in_eu,
    );
    facts.tell(
        "row-member-states",
        "member_states_active",
        &organisation.member_states_active,
    );
    facts.ask(
        "row-accountable-executive",
        "accountable_executive",
        &organisation.accountable_executive,
    );
    facts.tell(
        "row-lead-of-ai-governance",
        "ai_governance_lead",
        &organisation.ai_governance_lead,
    );
    facts.tell("row-dpo", "dpo", &organisation.dpo);
    facts.ask("row-works-council", "works_council", &organisation.works_council);
    facts.tell(
        "row-market-surveillance",
        "market_surveillance_authority",
        &organisation.market_surveillance_authority,
    );
    facts.tell("row-data-protection-authority", "dpa", &organisation.dpa);
    facts.rows()
}

fn contact(facts: &mut Facts<'_>, contact: &Contact) {
    facts.ask("row-e-mail", "contact.email", &contact.email);
    facts.tell("row-web-page", "contact.url", &contact.url);
    facts.tell("row-telephone", "contact.phone", &contact.phone);
}

/// Returns system, owner, our roles, vendor, status, class, gaps.
fn summary(occasion: &Occasion<'_>, trail: &mut Trail, system: &Record<System>) -> Row {
    let mut said = trail.about("summary", system.id.value.as_str());
    vec![
        said.words().quote(system.title()),
        said.field("owner", &system.owner),
        said.field("our_roles", &system.our_roles),
        neighbours::vendor(&mut said, occasion.inventory, system),
        said.field("lifecycle_status", &system.lifecycle_status),
        class_and_bearer(occasion, &system.id.value),
        occasion.gap_counts(&system.id.value),
    ]
}

fn short_sheet(occasion: &Occasion<'_>, trail: &mut Trail, system: &Record<System>) -> Sheet {
    let inventory = occasion.inventory;
    let id = system.id.value.as_str();
    let section = format!("system-{id}");
    Sheet {
        id: id.to_owned(),
        name: occasion.words.quote(system.title()),
        facts: sheet::in_short(trail.about(&section, id), inventory, system),
        models: neighbours::models(trail, &section, inventory, system),
        integrations: neighbours::integrations(trail, &section, inventory, system),
    }
}

/// Returns system, register, status, number, day.
fn registrations(trail: &mut Trail, systems: &Shelf<System>) -> Vec<Row> {
    let of = |system: &Record<System>, trail: &mut Trail| -> Vec<Row> {
        let title = trail.words().quote(system.title());
        let rows = neighbours::registrations(trail, "registrations", system).into_iter();
        rows.map(|row| [vec![title.clone()], row].concat()).collect()
    };
    systems.values().flat_map(|system| of(system, trail)).collect()
}

/// Returns system, whether it processes personal data, impact assessment, data sets that we supply.
fn data(occasion: &Occasion<'_>, trail: &mut Trail, system: &Record<System>) -> Row {
    let inventory = occasion.inventory;
    let mut said = trail.about("data", system.id.value.as_str());
    vec![
        said.words().quote(system.title()),
        said.within("tripwires.processes_personal_data", &system.tripwires, |asked| {
            &asked.processes_personal_data
        }),
        neighbours::title(&mut said, &inventory.assessments, "dpia", &system.dpia),
        match system.datasets.span() {
            None => said.words().say("inventory-no-dataset"),
            Some(_) => said.field_as("datasets", &system.datasets, |_| {
                sheet::datasets(occasion.words, inventory, system)
            }),
        },
    ]
}

/// Returns system, status, owner; of systems that are not approved for use.
fn unapproved(trail: &mut Trail, systems: &Shelf<System>) -> Vec<Row> {
    let is_unapproved = |system: &&Record<System>| {
        system.lifecycle_status.is(&LifecycleStatus::Planned)
            || system.lifecycle_status.is(&LifecycleStatus::Forbidden)
    };
    let rows = systems.values().filter(is_unapproved).map(|system| {
        let mut said = trail.about("unapproved", system.id.value.as_str());
        let status = said.field("lifecycle_status", &system.lifecycle_status);
        vec![
            said.words().quote(system.title()),
            status,
            said.field("owner", &system.owner),
        ]
    });
    rows.collect()
}

/// Returns system, whether it evaluates workers, whom it has an effect on.
fn workers(trail: &mut Trail, system: &Record<System>) -> Row {
    let mut said = trail.about("workers", system.id.value.as_str());
    vec![
        said.words().quote(system.title()),
        said.within(
            "tripwires.evaluates_or_allocates_workers",
            &system.tripwires,
            |asked| &asked.evaluates_or_allocates_workers,
        ),
        said.field("affected_persons", &system.affected_persons),
    ]
}

/// Returns system, next review, what else leads to a review; the earliest review first.
fn reviews(trail: &mut Trail, systems: &Shelf<System>) -> Vec<Row> {
    let mut by_day: Vec<&Record<System>> = systems.values().collect();
    by_day.sort_by_key(|system| (system.next_review_on.stated().copied(), system.id.value.clone()));
    let rows = by_day.into_iter().map(|system| {
        let mut said = trail.about("reviews", system.id.value.as_str());
        let next = said.field("next_review_on", &system.next_review_on);
        vec![
            said.words().quote(system.title()),
            next,
            said.field("review_triggers", &system.review_triggers),
        ]
    });
    rows.collect()
}
