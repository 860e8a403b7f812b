//! A digest of the instructions for use of a high-risk system, point by point, so that deployers find in one place what
//! the law has a provider tell them. Who provides the system writes it; who deploys it needs it.

use crate::classify::system::SystemClass;
use crate::documents::classes::{is_high_risk, may_be_high_risk};
use crate::documents::facts::{Definition, Fact, Facts};
use crate::documents::lacking;
use crate::documents::neighbours::title_on;
use crate::documents::occasion::Occasion;
use crate::documents::trail::{Said, Trail};
use crate::documents::transparency::duties::plays;
use crate::inventory::field::{Field, List};
use crate::inventory::id::Id;
use crate::inventory::record::Record;
use crate::inventory::system::{Performance, System};
use crate::law::gaps::{
    GapKind, TRN_101, TRN_102, TRN_103, TRN_104, TRN_105, TRN_106, TRN_107, TRN_108, TRN_109, TRN_110,
    TRN_111, TRN_112,
};
use crate::law::terms::Role;
use crate::link::Inventory;
use crate::tongue::words::Words;
use serde::Serialize;

/// The digest for one system.
#[derive(Debug, Serialize)]
pub(crate) struct Digest {
    id: String,
    title: String,
    given: Vec<Fact>,
    points: Vec<Definition>,
}

/// Returns the digest for each system that is high-risk.
pub(crate) fn digests(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Digest> {
    let systems = occasion.inventory.systems.values();
    let high_risk = systems.filter(|system| occasion.class(&system.id.value).is_some_and(is_high_risk));
    high_risk.map(|system| digest(occasion, trail, system)).collect()
}

/// Returns the names of the systems that an open question could make high-risk; none is an empty text.
pub(crate) fn open(occasion: &Occasion<'_>) -> String {
    let systems = occasion.inventory.systems.values();
    let is_open = |class: &SystemClass| !is_high_risk(class) && may_be_high_risk(class);
    let open = systems.filter(|system| occasion.class(&system.id.value).is_some_and(is_open));
    let titles = open.map(|system| occasion.words.quote(system.title()));
    titles.collect::<Vec<_>>().join(", ")
}

fn digest(occasion: &Occasion<'_>, trail: &mut Trail, system: &Record<System>) -> Digest {
    let id = system.id.value.as_str();
    let section = format!("instructions-{id}");
    Digest {
        id: id.to_owned(),
        title: occasion.words.quote(system.title()),
        given: given(trail.about(&section, id), occasion.inventory, system),
        points: points(occasion, trail, &section, system),
    }
}

/// Returns which instructions were given, and where our use departs from them.
fn given(said: Said<'_>, inventory: &Inventory, system: &System) -> Vec<Fact> {
    let mut facts = Facts::of(said);
    let words = facts.words();
    facts.group(
        "instructions-for-use",
        "instructions_for_use",
        &system.instructions_for_use,
        |facts, given| {
            facts.ask_as(
                "instructions-for-use",
                "instructions_for_use.evidence",
                &given.evidence,
                |id| title_on(words, &inventory.evidence, id),
            );
            facts.ask("version", "instructions_for_use.version", &given.version);
            facts.tell(
                "instructions-received-on",
                "instructions_for_use.received_on",
                &given.received_on,
            );
            facts.tell(
                "instructions-departures",
                "instructions_for_use.deviations",
                &given.deviations,
            );
        },
    );
    facts.rows()
}

/// Returns what the records say on each point that instructions for use have to cover, in the order of the law.
fn points(
    occasion: &Occasion<'_>,
    trail: &mut Trail,
    section: &str,
    system: &Record<System>,
) -> Vec<Definition> {
    let inventory = occasion.inventory;
    let provider = provider(occasion, trail, section, system);
    let interpret = interpret(trail, section, inventory, system);
    let mut said = trail.about(section, system.id.value.as_str());
    let said = &mut said;
    let words = said.words();
    let performance = &system.performance;
    let purpose = said.within("intended_purpose.text", &system.intended_purpose, |it| &it.text);
    let data = said.field_as("datasets", &system.datasets, |_| {
        words.list(inventory.datasets_of(system).map(|it| words.quote(it.title())))
    });
    vec![
        point(words, "instructions-provider", &TRN_101, vec![provider]),
        point(words, "instructions-purpose", &TRN_102, vec![purpose]),
        point(
            words,
            "instructions-accuracy",
            &TRN_103,
            measured(said, performance),
        ),
        point(
            words,
            "instructions-misuse",
            &TRN_104,
            vec![said.field("foreseeable_misuse", &system.foreseeable_misuse)],
        ),
        point(words, "instructions-explain", &TRN_105, interpret),
        point(
            words,
            "instructions-groups",
            &TRN_106,
            vec![groups(said, performance)],
        ),
        point(words, "instructions-data", &TRN_107, vec![data]),
        point(
            words,
            "instructions-limits",
            &TRN_108,
            vec![said.field("limitations", &system.limitations)],
        ),
        point(
            words,
            "instructions-changes",
            &TRN_109,
            vec![said.field("predetermined_changes", &system.predetermined_changes)],
        ),
        point(
            words,
            "instructions-oversight",
            &TRN_110,
            vec![oversight(said, inventory, system)],
        ),
        point(words, "instructions-upkeep", &TRN_111, upkeep(said, system)),
        point(
            words,
            "instructions-logs",
            &TRN_112,
            vec![logs(words, inventory, system)],
        ),
    ]
}

/// Pairs a point with what the records say on it; where it stands in the law comes with its gap.
fn point(words: Words, label: &str, asked: &GapKind, says: Vec<String>) -> Definition {
    let place = asked.cites.first().map(|cite| lacking::cite(words, *cite));
    let place = place.unwrap_or_default();
    Definition::new(format!("{} ({place})", words.say(label)), says)
}

/// Returns who provides the system, and how it is reached: we, if that is our role, else the vendor.
fn provider(occasion: &Occasion<'_>, trail: &mut Trail, section: &str, system: &Record<System>) -> String {
    if plays(system, Role::Provider) {
        let us = occasion.organisation;
        let mut said = trail.about(section, us.id.value.as_str());
        let contact = said.within("contact.email", &us.contact, |it| &it.email);
        return reached(occasion.words, occasion.words.quote(us.title()), contact);
    }
    let mut said = trail.about(section, system.id.value.as_str());
    let Some(vendor) = occasion.inventory.vendor(&system.vendor) else {
        return said.field_as("vendor", &system.vendor, |_| String::new());
    };
    let name = said.field_as("vendor", &system.vendor, |_| occasion.words.quote(vendor.title()));
    let mut said = trail.about(section, vendor.id.value.as_str());
    let contact = said.within("contact.email", &vendor.contact, |it| &it.email);
    reached(occasion.words, name, contact)
}

fn reached(words: Words, name: String, contact: String) -> String {
    words.say_with(
        "instructions-contact",
        &[("name", name.into()), ("contact", contact.into())],
    )
}

/// Returns the measures that help to interpret the output, one line for each assignment.
fn interpret(
    trail: &mut Trail,
    section: &str,
    inventory: &Inventory,
    system: &Record<System>,
) -> Vec<String> {
    let assignments = inventory.oversight_of(system).into_iter();
    let lines: Vec<String> = assignments
        .map(|assignment| {
            let mut said = trail.about(section, assignment.id.value.as_str());
            let name = "measures.interpret.description";
            match assignment.measures.stated() {
                None => said.field_as(name, &assignment.measures, |_| String::new()),
                Some(measures) => said.within(name, &measures.interpret, |it| &it.description),
            }
        })
        .collect();
    match lines.is_empty() {
        true => vec![trail.words().say("instructions-missing-interpret")],
        false => lines,
    }
}

fn measured(said: &mut Said<'_>, performance: &Field<List<Performance>>) -> Vec<String> {
    let words = said.words();
    if performance.items().is_empty() {
        return vec![said.field_as("performance", performance, |_| words.say("none"))];
    }
    let lines = performance.items().iter().enumerate().map(|(at, measured)| {
        let name = |field: &str| format!("performance[{at}].{field}");
        let measured = &measured.value;
        let metric = said.field(&name("metric"), &measured.metric);
        let value = said.field(&name("value"), &measured.value);
        match measured.conditions.span() {
            None => format!("{metric}: {value}"),
            Some(_) => format!(
                "{metric}: {value} ({})",
                said.field(&name("conditions"), &measured.conditions)
            ),
        }
    });
    lines.collect()
}

fn groups(said: &mut Said<'_>, performance: &Field<List<Performance>>) -> String {
    let items = performance.items().iter().enumerate();
    let stated = items.filter(|(_, measured)| measured.value.groups.span().is_some());
    let groups: Vec<String> = stated
        .map(|(at, measured)| said.field(&format!("performance[{at}].groups"), &measured.value.groups))
        .collect();
    match groups.is_empty() {
        true => said.field_as("performance.groups", &Field::<String>::Absent, String::clone),
        false => said.words().list(groups),
    }
}

fn oversight(said: &mut Said<'_>, inventory: &Inventory, system: &Record<System>) -> String {
    let assignments = inventory.oversight_of(system);
    match assignments.is_empty() {
        true => said.field_as("oversight", &system.oversight, Id::to_string),
        false => {
            let words = said.words();
            let titles = assignments
                .iter()
                .map(|assignment| words.quote(assignment.title()));
            let titles = words.list(titles);
            words.say_with("instructions-oversight-elsewhere", &[("titles", titles.into())])
        }
    }
}

fn upkeep(said: &mut Said<'_>, system: &System) -> Vec<String> {
    let hardware = system.deployment.stated().map(|it| &it.hardware);
    let hardware = said.optional("deployment.hardware", hardware.unwrap_or(&Field::Absent));
    let lifetime = said.within("maintenance.expected_lifetime", &system.maintenance, |it| {
        &it.expected_lifetime
    });
    let updates = said.within("maintenance.update_policy", &system.maintenance, |it| {
        &it.update_policy
    });
    let words = said.words();
    let line = |id: &str, says: String| words.say_with(id, &[("says", says.into())]);
    vec![
        line("instructions-hardware", hardware),
        line("instructions-lifetime", lifetime),
        line("instructions-updates", updates),
    ]
}

fn logs(words: Words, inventory: &Inventory, system: &Record<System>) -> String {
    match inventory.logs_of(system).is_empty() {
        true => words.say("instructions-missing-logs"),
        false => words.say("instructions-logs-elsewhere"),
    }
}
