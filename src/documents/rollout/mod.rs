//! The rollout record: how AI tools are brought to the people who use them, which steps are shown, what keeps people from
//! unapproved tools, and what is overdue. Made where a rollout is on record. No article asks for such a plan; the
//! document shows what it can support, and what is said with nothing to show for it.

mod phases;
mod tools;

use crate::documents::approval::{self, Signatures};
use crate::documents::document::{Document, document};
use crate::documents::facts::{Fact, Facts, Row};
use crate::documents::gaps::GapRows;
use crate::documents::lacking;
use crate::documents::occasion::Occasion;
use crate::documents::reach;
use crate::documents::trail::Trail;
use crate::failure::Failure;
use crate::inventory::record::Record;
use crate::inventory::rollout::Rollout;
use crate::law::crosswalk::{Subject, WATCHING_WORKERS, support};
use serde::Serialize;

/// The sections that show gaps, with the beginning of their codes.
const GAPS: &[(&str, &str)] = &[
    ("phases", "ROL-001"),
    ("phases", "ROL-003"),
    ("prevention", "ROL-002"),
    ("tools", "ROL-004"),
    ("tools", "ROL-006"),
    ("seen", "EVD-010"),
    ("seen", "EVD-011"),
    ("seen", "EVD-012"),
    ("comparisons", "ROL-009"),
    ("overdue", "ROL-005"),
    ("overdue", "ROL-007"),
    ("overdue", "ROL-008"),
];

#[derive(Serialize)]
struct View {
    supports: String,
    watching: String,
    rollouts: Vec<Plan>,
    prevention: Vec<tools::Measures>,
    tools: Vec<Row>,
    sightings: Vec<Row>,
    comparisons: Vec<Row>,
    approval: Vec<Fact>,
    signatures: Signatures,
    gaps: GapRows,
}

/// What the document shows of one rollout.
#[derive(Serialize)]
struct Plan {
    id: String,
    title: String,
    facts: Vec<Fact>,
    phases: Vec<Row>,
    steps: Vec<Row>,
}

/// Returns the document.
pub(crate) fn rollout(occasion: &Occasion<'_>) -> Result<Document, Failure> {
    let words = occasion.words;
    let mut trail = Trail::of(words);
    let purpose = words.say("rollout-purpose");
    let front = occasion.front(words.say("rollout-title"), &purpose, occasion.organisation);
    let view = view(occasion, &mut trail);
    document("rollout", "rollout.md.tera", &front, &view, trail)
}

fn view(occasion: &Occasion<'_>, trail: &mut Trail) -> View {
    let supports = support(Subject::Rollout).map_or(&[][..], |support| support.act);
    let rollouts = &occasion.inventory.rollouts;
    View {
        supports: lacking::cites(occasion.words, supports),
        watching: lacking::cite(occasion.words, WATCHING_WORKERS),
        rollouts: rollouts.values().map(|it| plan(occasion, trail, it)).collect(),
        prevention: tools::prevention(occasion, trail),
        tools: tools::tools(occasion, trail),
        sightings: tools::sightings_of_all(occasion, trail),
        comparisons: tools::comparisons(occasion, trail),
        approval: approval::of_document(trail, "approval", occasion.organisation),
        signatures: Signatures::default().of(trail, "approval", rollouts),
        gaps: occasion.gaps_by_section(trail, GAPS),
    }
}

fn plan(occasion: &Occasion<'_>, trail: &mut Trail, record: &Record<Rollout>) -> Plan {
    let section = format!("phases-{}", record.id.value);
    let systems = reach::systems(occasion.inventory, &record.id.value, &record.systems, |_| false);
    let mut said = trail.about(&section, record.id.value.as_str());
    let titles = reach::titles(&mut said, &record.systems, &systems);
    let mut facts = Facts::of(said);
    facts.ask("row-owner", "owner", &record.owner);
    facts.add("row-systems", titles);
    facts.group(
        "row-next-review-by",
        "sign_off",
        &record.head.sign_off,
        |facts, it| {
            facts.ask(
                "row-next-review-by",
                "sign_off.next_review_on",
                &it.next_review_on,
            );
        },
    );
    Plan {
        id: record.id.value.to_string(),
        title: occasion.words.quote(record.title()),
        facts: facts.rows(),
        phases: phases::phases(trail, &section, record),
        steps: phases::steps(occasion, trail, &section, record),
    }
}
