//! Which incidents are on record, by when serious ones are to be reported, what happened and what was corrected. Which logs
//! are kept stands in the record-keeping record.

use crate::documents::facts::{Definition, Row};
use crate::documents::lacking;
use crate::documents::neighbours;
use crate::documents::occasion::Occasion;
use crate::documents::trail::Trail;
use crate::link::Inventory;

/// Returns system, incident, day, how serious, causal link, closed on.
pub(crate) fn incidents(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let mut rows = Vec::new();
    for system in inventory.systems.values() {
        let of_system = neighbours::incidents(trail, "sampling", inventory, system).into_iter();
        let title = trail.words().quote(system.title());
        rows.extend(of_system.map(|row| [vec![title.clone()], row].concat()));
    }
    rows
}

/// Returns incident, aware on, to be reported by, reported on, legal basis; of serious incidents whose clock runs.
pub(crate) fn clocks(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Row> {
    let clocks = occasion.assessment.report_clocks();
    let rows = clocks.into_iter().filter_map(|(id, clock)| {
        let incident = occasion.inventory.incidents.get(id)?;
        let words = trail.words();
        let mut said = trail.about("sampling", id.as_str());
        let reported = clock.reported_on.map(|day| words.day(day));
        Some(vec![
            words.quote(incident.title()),
            said.field("aware_on", &incident.aware_on),
            words.day(clock.due_by),
            reported.unwrap_or_else(|| words.say("incident-no-report")),
            lacking::cite(words, clock.cite),
            words.day(clock.applies_from),
        ])
    });
    rows.collect()
}

/// Returns what happened in each incident and what was done about it.
pub(crate) fn incident_notes(trail: &mut Trail, inventory: &Inventory) -> Vec<Definition> {
    let entries = inventory.incidents.values().map(|incident| {
        let mut said = trail.about("sampling", incident.id.value.as_str());
        let cause = said.field("root_cause", &incident.root_cause);
        let corrected = said.field("corrective_actions", &incident.corrective_actions);
        let words = said.words();
        Definition::new(
            words.quote(incident.title()),
            vec![
                said.field("description", &incident.description),
                words.say_with("incident-cause", &[("says", cause.into())]),
                words.say_with("incident-corrected", &[("says", corrected.into())]),
            ],
        )
    });
    entries.collect()
}
