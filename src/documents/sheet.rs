//! The two-column tables about one system, taken from its own record. The sheet of the system and the inventory
//! document both print them, so that both say the same.

use crate::documents::facts::{Fact, Facts};
use crate::documents::neighbours::{built_in_house, title_on};
use crate::documents::shown::{Shown, enumeration};
use crate::documents::trail::Said;
use crate::inventory::id::Id;
use crate::inventory::record::Record;
use crate::inventory::system::{Conformity, InstructionsForUse, Operators, System};
use crate::inventory::tripwires::Tripwires;
use crate::link::Inventory;
use crate::tongue::words::Words;

/// Returns what the system is, who owns it, and where it stands in its life.
pub(crate) fn identity(said: Said<'_>, inventory: &Inventory, system: &Record<System>) -> Vec<Fact> {
    let mut facts = Facts::of(said);
    facts.add("Record", system.id.value.as_str());
    facts.ask("Description", "description", &system.description);
    facts.ask("Owner", "owner", &system.owner);
    facts.ask("Our roles under the Act", "our_roles", &system.our_roles);
    match built_in_house(system) {
        Some(built) => facts.ask("Vendor", "tripwires.built_or_rebranded", built),
        None => facts.ask_as("Vendor", "vendor", &system.vendor, |id| {
            title_on(Words::default(), &inventory.vendors, id)
        }),
    }
    facts.ask("Status", "lifecycle_status", &system.lifecycle_status);
    facts.tell("Version", "version", &system.version);
    facts.tell("Earlier versions", "previous_versions", &system.previous_versions);
    facts.tell("Trade name", "trade_name", &system.trade_name);
    facts.tell(
        "Reference",
        "unambiguous_reference",
        &system.unambiguous_reference,
    );
    facts.tell(
        "Placed on the market on",
        "placed_on_market_on",
        &system.placed_on_market_on,
    );
    facts.tell("In service since", "in_service_since", &system.in_service_since);
    facts.tell("Retired on", "retired_on", &system.retired_on);
    facts.tell("Available in", "member_states", &system.member_states);
    facts.ask("Next review by", "next_review_on", &system.next_review_on);
    facts.tell("Reviewed again after", "review_triggers", &system.review_triggers);
    facts.rows()
}

/// Returns what the inventory document shows of the system beside its summary; the sheet has the rest.
pub(crate) fn in_short(said: Said<'_>, inventory: &Inventory, system: &Record<System>) -> Vec<Fact> {
    let mut facts = Facts::of(said);
    facts.ask("Description", "description", &system.description);
    facts.group(
        "Intended purpose",
        "intended_purpose",
        &system.intended_purpose,
        |facts, purpose| {
            facts.ask(
                "Intended purpose, in the provider's words",
                "intended_purpose.text",
                &purpose.text,
            );
        },
    );
    facts.ask("Our use", "our_use", &system.our_use);
    facts.ask_each("Operated by", "operators", &system.operators, operators);
    facts.ask("Has an effect on", "affected_persons", &system.affected_persons);
    facts.ask("What it puts out", "output_modalities", &system.output_modalities);
    facts.ask("How far it acts by itself", "autonomy", &system.autonomy);
    facts.tell_as("Data sets that we supply", "datasets", &system.datasets, |_| {
        enumeration(inventory.datasets_of(system).map(Record::title))
    });
    facts.tell_as("Managed policy", "policy", &system.policy, |id| {
        title_on(Words::default(), &inventory.policies, id)
    });
    facts.rows()
}

/// Returns what the system is for, and what the organisation uses it for.
pub(crate) fn purpose(said: Said<'_>, system: &Record<System>) -> Vec<Fact> {
    let mut facts = Facts::of(said);
    facts.group(
        "Intended purpose",
        "intended_purpose",
        &system.intended_purpose,
        |facts, purpose| {
            facts.ask(
                "Intended purpose, in the provider's words",
                "intended_purpose.text",
                &purpose.text,
            );
            facts.ask(
                "Source of these words",
                "intended_purpose.source",
                &purpose.source,
            );
        },
    );
    facts.ask("Our use", "our_use", &system.our_use);
    facts.ask("What it puts out", "output_modalities", &system.output_modalities);
    facts.ask("How far it acts by itself", "autonomy", &system.autonomy);
    facts.tell(
        "Uses that are forbidden",
        "prohibited_uses",
        &system.prohibited_uses,
    );
    facts.tell(
        "Misuse that can be foreseen",
        "foreseeable_misuse",
        &system.foreseeable_misuse,
    );
    facts.tell("Known limits", "limitations", &system.limitations);
    facts.rows()
}

/// Returns who operates the system and on whom it has an effect.
pub(crate) fn people(said: Said<'_>, system: &Record<System>) -> Vec<Fact> {
    let mut facts = Facts::of(said);
    facts.ask_each("Operated by", "operators", &system.operators, operators);
    facts.ask("Has an effect on", "affected_persons", &system.affected_persons);
    facts.rows()
}

/// Returns the answers to the questions in plain words that decide what else is asked.
pub(crate) fn tripwires(said: Said<'_>, system: &Record<System>) -> Vec<Fact> {
    let mut facts = Facts::of(said);
    facts.group(
        "Questions in plain words",
        "tripwires",
        &system.tripwires,
        tripwire_rows,
    );
    facts.tell("Used for, in plain words", "uses", &system.uses);
    facts.rows()
}

/// Returns how the system is deployed.
pub(crate) fn deployment(said: Said<'_>, system: &Record<System>) -> Vec<Fact> {
    let mut facts = Facts::of(said);
    facts.group(
        "Deployment",
        "deployment",
        &system.deployment,
        |facts, deployment| {
            facts.ask("Form", "deployment.form", &deployment.form);
            facts.tell("Region", "deployment.hosting_region", &deployment.hosting_region);
            facts.tell("Hardware", "deployment.hardware", &deployment.hardware);
        },
    );
    facts.rows()
}

/// Returns what only providers and deployers of high-risk systems are asked for, as far as the record speaks.
pub(crate) fn provider_side(said: Said<'_>, inventory: &Inventory, system: &Record<System>) -> Vec<Fact> {
    let mut facts = Facts::of(said);
    let title = |id: &Id| title_on(Words::default(), &inventory.evidence, id);
    facts.tell(
        "Changes determined in advance",
        "predetermined_changes",
        &system.predetermined_changes,
    );
    facts.tell(
        "Changes over its life",
        "lifecycle_changes",
        &system.lifecycle_changes,
    );
    facts.tell_group(
        "Instructions for use",
        "instructions_for_use",
        &system.instructions_for_use,
        instruction_rows,
    );
    facts.tell_group(
        "Maintenance",
        "maintenance",
        &system.maintenance,
        |facts, maintenance| {
            facts.tell(
                "Expected lifetime",
                "maintenance.expected_lifetime",
                &maintenance.expected_lifetime,
            );
            facts.tell("Updates", "maintenance.update_policy", &maintenance.update_policy);
        },
    );
    for (label, name, field) in [
        ("Risk management file", "risk_management", &system.risk_management),
        ("Quality management system", "qms", &system.qms),
        ("Post-market monitoring plan", "pmm_plan", &system.pmm_plan),
    ] {
        facts.tell_as(label, name, field, title);
    }
    facts.tell_group(
        "Conformity assessment",
        "conformity",
        &system.conformity,
        |facts, conformity| {
            conformity_rows(facts, inventory, conformity);
        },
    );
    facts.rows()
}

fn instruction_rows(facts: &mut Facts<'_>, given: &InstructionsForUse) {
    facts.tell(
        "Instructions for use, version",
        "instructions_for_use.version",
        &given.version,
    );
    facts.tell(
        "Received on",
        "instructions_for_use.received_on",
        &given.received_on,
    );
    facts.tell(
        "Where our use departs from them",
        "instructions_for_use.deviations",
        &given.deviations,
    );
}

fn conformity_rows(facts: &mut Facts<'_>, inventory: &Inventory, conformity: &Conformity) {
    facts.tell("Conformity assessment", "conformity.route", &conformity.route);
    facts.tell_group(
        "Certificate",
        "conformity.certificate",
        &conformity.certificate,
        |facts, certificate| {
            facts.tell(
                "Certificate, type",
                "conformity.certificate.type",
                &certificate.r#type,
            );
            facts.tell(
                "Certificate, number",
                "conformity.certificate.number",
                &certificate.number,
            );
            facts.tell(
                "Certificate, last day",
                "conformity.certificate.expires_on",
                &certificate.expires_on,
            );
            facts.tell("Notified body", "conformity.certificate.body", &certificate.body);
        },
    );
    facts.tell_as(
        "Declaration of conformity",
        "conformity.declaration_evidence",
        &conformity.declaration_evidence,
        |id| title_on(Words::default(), &inventory.evidence, id),
    );
    facts.tell("Standards applied", "conformity.standards", &conformity.standards);
}

fn tripwire_rows(facts: &mut Facts<'_>, asked: &Tripwires) {
    facts.ask(
        "Built, renamed or changed by us",
        "tripwires.built_or_rebranded",
        &asked.built_or_rebranded,
    );
    for (label, name, field) in [
        (
            "Deals directly with people outside",
            "interacts_with_public",
            &asked.interacts_with_public,
        ),
        (
            "Makes or changes images, audio or video",
            "generates_media",
            &asked.generates_media,
        ),
        (
            "Its text is published to inform the public",
            "publishes_public_interest_text",
            &asked.publishes_public_interest_text,
        ),
        (
            "Makes or influences decisions about persons",
            "affects_individual_decisions",
            &asked.affects_individual_decisions,
        ),
        (
            "Evaluates workers or allocates their tasks",
            "evaluates_or_allocates_workers",
            &asked.evaluates_or_allocates_workers,
        ),
        (
            "Uses biometric data or infers emotions",
            "uses_biometrics_or_emotion",
            &asked.uses_biometrics_or_emotion,
        ),
        (
            "Its failure can endanger health, safety or property",
            "safety_component",
            &asked.safety_component,
        ),
        (
            "Processes personal data",
            "processes_personal_data",
            &asked.processes_personal_data,
        ),
    ] {
        facts.ask(label, &format!("tripwires.{name}"), field);
    }
}

/// Returns a group of operators in words, such as `developers (10 to 49, contractors included)`.
fn operators(group: &Operators) -> String {
    let population = group
        .population
        .stated()
        .map_or("a group without a name", String::as_str);
    let contractors = group.contractors.stated().map(|included| match included {
        true => "contractors included",
        false => "no contractors",
    });
    let details: Vec<String> = [
        group.size_band.stated().map(Shown::in_english),
        contractors.map(str::to_owned),
    ]
    .into_iter()
    .flatten()
    .collect();
    match details.is_empty() {
        true => population.to_owned(),
        false => format!("{population} ({})", enumeration(details)),
    }
}
