//! The human-oversight record: who watches over each system, with which authority and by which measures, how what the
//! systems produce is reviewed, what the counts say, and which incidents are on record. It shows roles and whole groups,
//! never a person. Logs and their periods stand in the record-keeping record.

mod assignments;
mod incidents;
mod statistics;
mod status;
mod workflows;

use crate::documents::approval::{self, Signatures};
use crate::documents::document::{Document, document};
use crate::documents::facts::{Definition, Fact, Row};
use crate::documents::gaps::GapRows;
use crate::documents::occasion::Occasion;
use crate::documents::trail::Trail;
use crate::failure::Failure;
use serde::Serialize;

/// The sections that show gaps, with the beginning of their codes.
const GAPS: &[(&str, &str)] = &[
    ("roles", "OVS-00"),
    ("roles", "LIT-005"),
    ("measures", "OVS-01"),
    ("two_person", "OVS-02"),
    ("workflow", "OVS-03"),
    ("statistics", "OVS-04"),
    ("sampling", "OVS-05"),
    ("sampling", "REC-009"),
    ("escalation", "OVS-06"),
    ("statistics", "EVD-024"),
    ("statistics", "EVD-03"),
];

#[derive(Serialize)]
struct View {
    status: Vec<Definition>,
    assignments: Vec<Row>,
    unassigned: String,
    roles: Vec<Row>,
    authority: Vec<Row>,
    competence: Vec<Definition>,
    measures: Vec<assignments::Measured>,
    two_person: Vec<Row>,
    workflows: Vec<workflows::Workflow>,
    unreviewed: String,
    statistics: Vec<statistics::Statistics>,
    uncounted: String,
    plans: Vec<Row>,
    samples: Vec<Row>,
    exceptions: Vec<Row>,
    policy_exceptions: Vec<Row>,
    violations: Vec<Row>,
    incidents: Vec<Row>,
    incident_notes: Vec<Definition>,
    clocks: Vec<Row>,
    monitoring: Vec<Row>,
    escalation: Vec<Row>,
    conclusions: Vec<Row>,
    approval: Vec<Fact>,
    signatures: Signatures,
    gaps: GapRows,
}

/// Returns the document.
pub(crate) fn oversight(occasion: &Occasion<'_>) -> Result<Document, Failure> {
    let words = occasion.words;
    let mut trail = Trail::of(words);
    let purpose = words.say("oversight-purpose");
    let front = occasion.front(words.say("oversight-title"), &purpose, occasion.organisation);
    let view = view(occasion, &mut trail);
    let document = document("human-oversight", "human-oversight.md.tera", &front, &view, trail)?;
    Ok(document.illustrated(view.statistics.iter().map(|entry| &entry.coverage)))
}

fn view(occasion: &Occasion<'_>, trail: &mut Trail) -> View {
    let inventory = occasion.inventory;
    View {
        status: status::status(occasion),
        assignments: assignments::assignments(trail, inventory),
        unassigned: assignments::unassigned(occasion),
        roles: assignments::roles(trail, inventory),
        authority: assignments::authority(trail, inventory),
        competence: assignments::competence(trail, inventory),
        measures: assignments::measures(trail, inventory),
        two_person: assignments::two_person(trail, inventory),
        workflows: workflows::workflows(trail, inventory),
        unreviewed: workflows::unreviewed(occasion),
        statistics: statistics::statistics(trail, inventory),
        uncounted: statistics::uncounted(occasion),
        plans: workflows::sampling(trail, inventory),
        samples: statistics::samples(trail, inventory),
        exceptions: workflows::exceptions(trail, inventory),
        policy_exceptions: workflows::policy_exceptions(trail, inventory),
        violations: statistics::violations(trail, inventory),
        incidents: incidents::incidents(trail, inventory),
        incident_notes: incidents::incident_notes(trail, inventory),
        clocks: incidents::clocks(occasion, trail),
        monitoring: assignments::monitoring(trail, inventory),
        escalation: assignments::escalation(trail, inventory),
        conclusions: statistics::conclusions(trail, inventory),
        approval: approval::of_document(trail, "approval", occasion.organisation),
        signatures: Signatures::default()
            .of(trail, "approval", &inventory.oversight)
            .of(trail, "approval", &inventory.workflows)
            .of(trail, "approval", &inventory.audits),
        gaps: occasion.gaps_by_section(trail, GAPS),
    }
}
