//! The sheet of one system: everything the inventory says about it, what class it falls into, which duties follow, and
//! what is missing, on a few pages.

use crate::documents::classes::{class_facts, duty_rows};
use crate::documents::document::{Document, document};
use crate::documents::facts::{Fact, Row};
use crate::documents::gaps::GapRow;
use crate::documents::neighbours;
use crate::documents::occasion::Occasion;
use crate::documents::sheet;
use crate::documents::trail::Trail;
use crate::documents::waivers;
use crate::failure::Failure;
use crate::inventory::record::Record;
use crate::inventory::system::System;
use serde::Serialize;

#[derive(Serialize)]
struct View {
    identity: Vec<Fact>,
    purpose: Vec<Fact>,
    people: Vec<Fact>,
    questions: Vec<Fact>,
    classification: Vec<Fact>,
    duties: Vec<Row>,
    n_open_questions: usize,
    deployment: Vec<Fact>,
    models: Vec<Row>,
    integrations: Vec<Row>,
    datasets: Vec<Row>,
    oversight: Vec<Row>,
    workflows: Vec<Row>,
    policies: Vec<Row>,
    logs: Vec<Row>,
    incidents: Vec<Row>,
    notices: Vec<Row>,
    assessments: Vec<Row>,
    registrations: Vec<Row>,
    conformity: Vec<Fact>,
    evidence: Vec<Row>,
    gaps: Vec<GapRow>,
}

/// Returns the document.
pub(crate) fn system(occasion: &Occasion<'_>, system: &Record<System>) -> Result<Document, Failure> {
    let words = occasion.words;
    let mut trail = Trail::of(words);
    let subject = [("system", words.quote(system.title()).into())];
    let title = words.say_with("sheet-title", &subject);
    let front = occasion.front(title, &words.say("sheet-purpose"), system);
    let view = view(occasion, &mut trail, system);
    let path = format!("systems/{}", system.id.value);
    document(path, "system.md.tera", &front, &view, trail)
}

fn view(occasion: &Occasion<'_>, trail: &mut Trail, system: &Record<System>) -> View {
    let inventory = occasion.inventory;
    let id = system.id.value.as_str();
    View {
        identity: sheet::identity(trail.about("identity", id), inventory, system),
        purpose: sheet::purpose(trail.about("purpose", id), system),
        people: sheet::people(trail.about("people", id), system),
        questions: sheet::tripwires(trail.about("questions", id), system),
        classification: class_facts(occasion, &system.id.value),
        duties: duty_rows(occasion, trail, "duties", &system.id.value),
        n_open_questions: occasion
            .class(&system.id.value)
            .map_or(0, |class| class.open_questions.len()),
        deployment: sheet::deployment(trail.about("technology", id), system),
        models: neighbours::models(trail, "models", inventory, system),
        integrations: neighbours::integrations(trail, "connections", inventory, system),
        datasets: neighbours::datasets(trail, "data", inventory, system),
        oversight: oversight(occasion, trail, system),
        workflows: workflows(occasion, trail, system),
        policies: policies(occasion, trail, system),
        logs: neighbours::logs(trail, "records", inventory, system),
        incidents: neighbours::incidents(trail, "records", inventory, system),
        notices: neighbours::notices(trail, "statements", inventory, system),
        assessments: neighbours::assessments(trail, "statements", inventory, system),
        registrations: neighbours::registrations(trail, "statements", system),
        conformity: sheet::provider_side(trail.about("statements", id), inventory, system),
        evidence: neighbours::evidence(trail, "evidence", inventory, system),
        gaps: gaps(occasion, trail, system),
    }
}

fn gaps(occasion: &Occasion<'_>, trail: &mut Trail, system: &Record<System>) -> Vec<GapRow> {
    let gaps = occasion.assessment.gaps_of_system(&system.id.value);
    gaps.map(|gap| {
        waivers::note(occasion, trail, "gaps", gap);
        GapRow::of(trail.words(), gap)
    })
    .collect()
}

/// Returns assignment, roles, what they may do, whether approval is needed to stop.
fn oversight(occasion: &Occasion<'_>, trail: &mut Trail, system: &Record<System>) -> Vec<Row> {
    let words = trail.words();
    let rows = occasion
        .inventory
        .oversight_of(system)
        .into_iter()
        .map(|assignment| {
            let mut said = trail.about("oversight", assignment.id.value.as_str());
            vec![
                said.words().quote(assignment.title()),
                said.field_as("roles", &assignment.roles, |roles| {
                    let stated = roles.0.iter().filter_map(|role| role.value.role.stated());
                    words.list(stated.map(|role| words.quote(role)))
                }),
                said.field("authority", &assignment.authority),
                said.field("approval_needed_to_stop", &assignment.approval_needed_to_stop),
            ]
        });
    rows.collect()
}

/// Returns workflow, who may approve, how many approvals, whether they are bound to the last change.
fn workflows(occasion: &Occasion<'_>, trail: &mut Trail, system: &Record<System>) -> Vec<Row> {
    let rows = occasion
        .inventory
        .workflows_of(system)
        .into_iter()
        .map(|workflow| {
            let mut said = trail.about("oversight", workflow.id.value.as_str());
            vec![
                said.words().quote(workflow.title()),
                said.field("independence", &workflow.independence),
                said.field("required_approvals", &workflow.required_approvals),
                said.field("approvals_bound_to_head", &workflow.approvals_bound_to_head),
            ]
        });
    rows.collect()
}

/// Returns policy, owner, how it is enforced, whether users can override it, since when.
fn policies(occasion: &Occasion<'_>, trail: &mut Trail, system: &Record<System>) -> Vec<Row> {
    let rows = occasion.inventory.policies_of(system).into_iter().map(|policy| {
        let mut said = trail.about("oversight", policy.id.value.as_str());
        vec![
            said.words().quote(policy.title()),
            said.field("owner", &policy.owner),
            said.within("source.enforcement", &policy.source, |source| &source.enforcement),
            said.field("user_override_possible", &policy.user_override_possible),
            said.field("effective_from", &policy.effective_from),
        ]
    });
    rows.collect()
}
