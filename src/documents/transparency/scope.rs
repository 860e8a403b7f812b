//! Which systems the statement is about, in which role the organisation acts, and the answers to the questions in
//! plain words on which duties towards people hang.

use crate::documents::by_facts::of_tripwire;
use crate::documents::facts::{Definition, Fact, Facts, Row};
use crate::documents::neighbours::vendor;
use crate::documents::trail::{Said, Trail};
use crate::inventory::field::Field;
use crate::inventory::organisation::Organisation;
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::inventory::tripwires::Tripwires;
use crate::link::Inventory;

/// A question in plain words: its field, and where its answer stands.
type Question = (&'static str, fn(&Tripwires) -> &Field<bool>);

/// Returns who answers questions about the statement.
pub(crate) fn contact(trail: &mut Trail, organisation: &Record<Organisation>) -> Vec<Fact> {
    let mut facts = Facts::of(trail.about("scope", organisation.id.value.as_str()));
    facts.ask("scope-organisation", "legal_name", &organisation.legal_name);
    facts.tell(
        "scope-governance-lead",
        "ai_governance_lead",
        &organisation.ai_governance_lead,
    );
    facts.ask(
        "scope-executive",
        "accountable_executive",
        &organisation.accountable_executive,
    );
    facts.group(
        "scope-contact",
        "contact",
        &organisation.contact,
        |facts, contact| {
            facts.ask("scope-questions-to", "contact.email", &contact.email);
            facts.tell("scope-web-page", "contact.url", &contact.url);
        },
    );
    facts.rows()
}

/// Returns system, vendor, models, form, region, status.
pub(crate) fn tools(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    each(trail, "scope", inventory, |said, system| {
        let deployment = &system.deployment;
        let region = deployment.stated().map(|it| &it.hosting_region);
        let words = said.words();
        let region = said.optional("deployment.hosting_region", region.unwrap_or(&Field::Absent));
        vec![
            vendor(said, inventory, system),
            said.field_as("models", &system.models, |_| {
                words.list(
                    inventory
                        .models_of(system)
                        .map(|model| words.quote(model.title())),
                )
            }),
            said.within("deployment.form", deployment, |it| &it.form),
            region,
            said.field("lifecycle_status", &system.lifecycle_status),
        ]
    })
}

/// Returns what each system is used for, and who operates it.
pub(crate) fn uses(trail: &mut Trail, inventory: &Inventory) -> Vec<Definition> {
    let entries = inventory.systems.values().map(|system| {
        let mut said = trail.about("scope", system.id.value.as_str());
        let words = said.words();
        let operators = said.field_as("operators", &system.operators, |operators| {
            let stated = operators.0.iter().filter_map(|it| it.value.population.stated());
            words.list(stated.map(|population| words.quote(population)))
        });
        let says = vec![
            said.field("our_use", &system.our_use),
            words.say_with("scope-operated-by", &[("operators", operators.into())]),
        ];
        Definition::new(words.quote(system.title()), says)
    });
    entries.collect()
}

/// Returns system, our roles, what was done to it before use.
pub(crate) fn roles(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    each(trail, "duties", inventory, |said, system| {
        vec![
            said.field("our_roles", &system.our_roles),
            said.within("tripwires.built_or_rebranded", &system.tripwires, |it| {
                &it.built_or_rebranded
            }),
        ]
    })
}

/// Returns system, whether people outside deal with it, whether it makes media, public text, emotion or biometrics.
pub(crate) fn questions(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    answers(
        trail,
        "duties",
        inventory,
        &[
            ("interacts_with_public", |it| &it.interacts_with_public),
            ("generates_media", |it| &it.generates_media),
            ("publishes_public_interest_text", |it| {
                &it.publishes_public_interest_text
            }),
            ("uses_biometrics_or_emotion", |it| &it.uses_biometrics_or_emotion),
        ],
    )
}

/// Returns system, whether it uses biometric data or infers emotions.
pub(crate) fn biometrics(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let question: Question = ("uses_biometrics_or_emotion", |it| &it.uses_biometrics_or_emotion);
    answers(trail, "emotion", inventory, &[question])
}

/// Returns system, whether it evaluates workers, whether it affects decisions about persons, whom it has an effect on.
pub(crate) fn workers(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let questions: [Question; 2] = [
        ("evaluates_or_allocates_workers", |it| {
            &it.evaluates_or_allocates_workers
        }),
        ("affects_individual_decisions", |it| {
            &it.affects_individual_decisions
        }),
    ];
    let rows = answers(trail, "workers", inventory, &questions);
    let affected = each(trail, "workers", inventory, |said, system| {
        vec![said.field("affected_persons", &system.affected_persons)]
    });
    let rows = rows.into_iter().zip(affected);
    rows.map(|(row, affected)| [row, affected[1..].to_vec()].concat())
        .collect()
}

/// Returns whether workers have a representative body.
pub(crate) fn works_council(trail: &mut Trail, organisation: &Record<Organisation>) -> Vec<Fact> {
    let mut facts = Facts::of(trail.about("workers", organisation.id.value.as_str()));
    facts.ask(
        "workers-works-council",
        "works_council",
        &organisation.works_council,
    );
    facts.rows()
}

fn answers(trail: &mut Trail, section: &str, inventory: &Inventory, questions: &[Question]) -> Vec<Row> {
    each(trail, section, inventory, |said, system| {
        let answer = |(name, find): &Question| match of_tripwire(said, system, name) {
            Some(says) => says,
            None => said.within(&format!("tripwires.{name}"), &system.tripwires, find),
        };
        questions.iter().map(answer).collect()
    })
}

/// Returns a row for each system: its name, then what the caller adds.
fn each(
    trail: &mut Trail,
    section: &str,
    inventory: &Inventory,
    rest: impl Fn(&mut Said<'_>, &Record<System>) -> Row,
) -> Vec<Row> {
    let rows = inventory.systems.values().map(|system| {
        let mut said = trail.about(section, system.id.value.as_str());
        [vec![said.words().quote(system.title())], rest(&mut said, system)].concat()
    });
    rows.collect()
}
