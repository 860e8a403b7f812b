//! What the oversight assignments say: who oversees which systems, what makes them able and entitled to, the measures
//! letter by letter, verification by two persons, monitoring and escalation. One row or entry per assignment.

use crate::documents::classes::more;
use crate::documents::facts::{Definition, Row};
use crate::documents::lacking;
use crate::documents::neighbours::title;
use crate::documents::occasion::Occasion;
use crate::documents::reach;
use crate::documents::trail::{Said, Trail};
use crate::inventory::field::Field;
use crate::inventory::id::Id;
use crate::inventory::oversight::{
    Escalation, Measure, OversightAssignment, OversightRole, StopMeasure, TwoPersonVerification,
};
use crate::inventory::record::Record;
use crate::law::gaps::{GapKind, OVS_010, OVS_011, OVS_012, OVS_013, OVS_014};
use crate::link::Inventory;
use crate::source::Spanned;
use crate::tongue::words::Words;
use serde::Serialize;

/// The measures of one assignment, letter by letter.
#[derive(Debug, Serialize)]
pub(crate) struct Measured {
    id: String,
    title: String,
    measures: Vec<Definition>,
}

/// The phrases for what a measure is for, and what asks for it, in the order of the letters of the law.
const AIMS: [(&str, &GapKind); 5] = [
    ("aim-understand", &OVS_010),
    ("aim-automation-bias", &OVS_011),
    ("aim-interpret", &OVS_012),
    ("aim-override", &OVS_013),
    ("aim-stop", &OVS_014),
];

/// Returns assignment, systems, roles.
pub(crate) fn assignments(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    each(trail, "roles", inventory, |said, assignment| {
        let id = &assignment.id.value;
        let systems = reach::systems(inventory, id, &assignment.systems, |system| {
            system.oversight.is(id)
        });
        let words = said.words();
        vec![
            said.words().quote(assignment.title()),
            reach::titles(said, &assignment.systems, &systems),
            said.field_as("roles", &assignment.roles, |roles| {
                let stated = roles.0.iter().filter_map(|role| role.value.role.stated());
                words.list(stated.map(|role| words.quote(role)))
            }),
        ]
    })
}

/// Returns the names of the systems that no assignment covers; none is an empty text.
pub(crate) fn unassigned(occasion: &Occasion<'_>) -> String {
    let systems = occasion.inventory.systems.values();
    let open = systems.filter(|system| occasion.inventory.oversight_of(system).is_empty());
    let titles = open.map(|system| occasion.words.quote(system.title()));
    titles.collect::<Vec<_>>().join(", ")
}

/// Returns assignment, role, position that holds it, deputy, since.
pub(crate) fn roles(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let rows = inventory.oversight.values().flat_map(|assignment| {
        let mut said = trail.about("roles", assignment.id.value.as_str());
        let row = |(at, role): (usize, &Spanned<OversightRole>)| {
            let name = |field: &str| format!("roles[{at}].{field}");
            vec![
                said.words().quote(assignment.title()),
                said.field(&name("role"), &role.value.role),
                said.field(&name("holder"), &role.value.holder),
                said.field(&name("deputy"), &role.value.deputy),
                said.field(&name("appointed_on"), &role.value.appointed_on),
            ]
        };
        let rows: Vec<Row> = assignment.roles.items().iter().enumerate().map(row).collect();
        rows
    });
    rows.collect()
}

/// Returns assignment, what its roles may do, whether they need approval to stop the system.
pub(crate) fn authority(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    each(trail, "roles", inventory, |said, assignment| {
        vec![
            said.words().quote(assignment.title()),
            said.field("authority", &assignment.authority),
            said.field("approval_needed_to_stop", &assignment.approval_needed_to_stop),
        ]
    })
}

/// Returns what makes the roles of each assignment competent, and what supports them.
pub(crate) fn competence(trail: &mut Trail, inventory: &Inventory) -> Vec<Definition> {
    let entries = inventory.oversight.values().map(|assignment| {
        let mut said = trail.about("roles", assignment.id.value.as_str());
        let (competence, support) = (&assignment.competence, &assignment.support);
        let basis = said.within("competence.basis", competence, |it| &it.basis);
        let day = said.within("competence.on", competence, |it| &it.on);
        let time = said.within("support.time_allocation", support, |it| &it.time_allocation);
        let contact = said.within("support.escalation_contact", support, |it| &it.escalation_contact);
        let tools = said.within("support.tools", support, |it| &it.tools);
        let training = [
            ("training", training(&mut said, inventory, assignment).into()),
            ("day", day.into()),
        ];
        let words = said.words();
        Definition::new(
            words.quote(assignment.title()),
            vec![
                line(words, "able-basis", basis),
                words.say_with("able-training", &training),
                line(words, "able-time", time),
                line(words, "able-contact", contact),
                line(words, "able-tools", tools),
            ],
        )
    });
    entries.collect()
}

/// Returns a line of a definition, by a phrase that asks what it `says`.
fn line(words: Words, id: &str, says: String) -> String {
    words.say_with(id, &[("says", says.into())])
}

fn training(said: &mut Said<'_>, inventory: &Inventory, assignment: &OversightAssignment) -> String {
    let (words, name) = (said.words(), "competence.system_specific_training");
    match assignment.competence.stated() {
        None => said.field_as(name, &assignment.competence, |_| String::new()),
        Some(competence) => said.field_as(name, &competence.system_specific_training, |id| {
            measure_title(words, inventory, id)
        }),
    }
}

fn measure_title(words: Words, inventory: &Inventory, id: &Id) -> String {
    let mut measures = inventory
        .literacy
        .values()
        .flat_map(|record| record.measures.items());
    let measure = measures.find(|measure| measure.value.id.is(id));
    let title = measure.and_then(|measure| measure.value.title.stated());
    title.map_or_else(|| id.to_string(), |title| words.quote(title))
}

/// Returns the measures of each assignment.
pub(crate) fn measures(trail: &mut Trail, inventory: &Inventory) -> Vec<Measured> {
    let entries = inventory.oversight.values().map(|assignment| {
        let id = assignment.id.value.as_str();
        let section = format!("measures-{id}");
        let mut said = trail.about(&section, id);
        Measured {
            id: id.to_owned(),
            title: said.words().quote(assignment.title()),
            measures: letters(&mut said, inventory, assignment),
        }
    });
    entries.collect()
}

fn letters(said: &mut Said<'_>, inventory: &Inventory, assignment: &OversightAssignment) -> Vec<Definition> {
    let Some(measures) = assignment.measures.stated() else {
        let none = said.field_as("measures", &assignment.measures, |_| String::new());
        return vec![Definition::new(said.words().say("measure-none"), vec![none])];
    };
    let mut measure = |name: &str, field: &Field<Measure>| measure(said, inventory, name, field);
    let says = [
        measure("understand", &measures.understand),
        measure("automation_bias", &measures.automation_bias),
        measure("interpret", &measures.interpret),
        measure("override", &measures.r#override),
        stop(said, &measures.stop),
    ];
    let words = said.words();
    let entries = AIMS.into_iter().zip(says);
    let entries = entries.map(|((aim, asked), says)| {
        let cites = lacking::cites(words, asked.cites);
        Definition::new(more(words, &words.say(aim), &cites), says)
    });
    entries.collect()
}

fn measure(said: &mut Said<'_>, inventory: &Inventory, name: &str, field: &Field<Measure>) -> Vec<String> {
    let path = format!("measures.{name}");
    let Some(measure) = field.stated() else {
        return vec![said.field_as(&path, field, |_| String::new())];
    };
    let name = |field: &str| format!("{path}.{field}");
    let built = said.field(&name("built_in_by"), &measure.built_in_by);
    let evidence = title(said, &inventory.evidence, &name("evidence"), &measure.evidence);
    let made = [("built", built.into()), ("evidence", evidence.into())];
    vec![
        said.field(&name("description"), &measure.description),
        said.words().say_with("measure-built-by", &made),
    ]
}

fn stop(said: &mut Said<'_>, field: &Field<StopMeasure>) -> Vec<String> {
    let Some(stop) = field.stated() else {
        return vec![said.field_as("measures.stop", field, |_| String::new())];
    };
    let state = said.field("measures.stop.safe_state", &stop.safe_state);
    let latency = said.field("measures.stop.latency", &stop.latency);
    let tested = said.field("measures.stop.last_tested_on", &stop.last_tested_on);
    let outcome = said.field("measures.stop.outcome", &stop.outcome);
    let words = said.words();
    vec![
        said.field("measures.stop.how", &stop.how),
        line(words, "measure-state", state),
        line(words, "measure-time", latency),
        line(words, "measure-tested", tested),
        line(words, "measure-outcome", outcome),
    ]
}

/// Returns assignment, whether two persons verify, how it is logged; of assignments that speak about it.
pub(crate) fn two_person(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let speaks = |it: &&Record<OversightAssignment>| it.two_person_verification.span().is_some();
    let rows = inventory.oversight.values().filter(speaks).map(|assignment| {
        let mut said = trail.about("two-person", assignment.id.value.as_str());
        let group = &assignment.two_person_verification;
        vec![
            said.words().quote(assignment.title()),
            said.within("two_person_verification.applies", group, |it| &it.applies),
            logged(&mut said, group),
        ]
    });
    rows.collect()
}

fn logged(said: &mut Said<'_>, group: &Field<TwoPersonVerification>) -> String {
    let logged =
        |said: &mut Said<'_>| said.within("two_person_verification.how_logged", group, |it| &it.how_logged);
    match group.stated() {
        Some(stated) if stated.carve_out_basis.span().is_some() => {
            let basis = said.field("two_person_verification.carve_out_basis", &stated.carve_out_basis);
            line(said.words(), "two-person-left-out", basis)
        }
        Some(stated) if stated.applies.is(&false) && stated.how_logged.span().is_none() => {
            said.words().say("two-person-not-asked")
        }
        Some(_) | None => logged(said),
    }
}

/// Returns assignment, who monitors, how often, against what, how many steps of escalation.
pub(crate) fn monitoring(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    each(trail, "escalation", inventory, |said, assignment| {
        let (words, monitoring) = (said.words(), &assignment.monitoring);
        vec![
            said.words().quote(assignment.title()),
            said.within("monitoring.who", monitoring, |it| &it.who),
            said.within("monitoring.cadence", monitoring, |it| &it.cadence),
            said.within("monitoring.against", monitoring, |it| &it.against),
            said.field_as("escalation", &assignment.escalation, |steps| {
                words.counted("n-steps", steps.0.len())
            }),
        ]
    })
}

/// Returns assignment, when, what is done, who is told, within which time.
pub(crate) fn escalation(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let rows = inventory.oversight.values().flat_map(|assignment| {
        let mut said = trail.about("escalation", assignment.id.value.as_str());
        let row = |(at, step): (usize, &Spanned<Escalation>)| {
            let name = |field: &str| format!("escalation[{at}].{field}");
            vec![
                said.words().quote(assignment.title()),
                said.field(&name("trigger"), &step.value.trigger),
                said.field(&name("action"), &step.value.action),
                said.field(&name("contact"), &step.value.contact),
                said.field(&name("within"), &step.value.within),
            ]
        };
        let rows: Vec<Row> = assignment
            .escalation
            .items()
            .iter()
            .enumerate()
            .map(row)
            .collect();
        rows
    });
    rows.collect()
}

fn each(
    trail: &mut Trail,
    section: &str,
    inventory: &Inventory,
    mut row: impl FnMut(&mut Said<'_>, &Record<OversightAssignment>) -> Row,
) -> Vec<Row> {
    let rows = inventory.oversight.values().map(|assignment| {
        let mut said = trail.about(section, assignment.id.value.as_str());
        row(&mut said, assignment)
    });
    rows.collect()
}
