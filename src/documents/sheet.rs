//! The two-column tables about one system, taken from its own record. The sheet of the system and the inventory
//! document both print them, so that both say the same.

use crate::documents::by_facts::{of_tripwire, puts_out};
use crate::documents::classes::more;
use crate::documents::facts::{Fact, Facts};
use crate::documents::neighbours::{built_in_house, title_on};
use crate::documents::shown::Shown;
use crate::documents::trail::Said;
use crate::inventory::id::Id;
use crate::inventory::plan::PlanInUse;
use crate::inventory::record::Record;
use crate::inventory::system::{Conformity, InstructionsForUse, Operators, System};
use crate::inventory::tripwires::Tripwires;
use crate::link::Inventory;
use crate::tongue::words::Words;

/// Returns what the system is, who owns it, and where it stands in its life.
pub(crate) fn identity(said: Said<'_>, inventory: &Inventory, system: &Record<System>) -> Vec<Fact> {
    let words = said.words();
    let mut facts = Facts::of(said);
    facts.add("row-record", system.id.value.as_str());
    facts.ask("row-description", "description", &system.description);
    facts.ask("row-owner", "owner", &system.owner);
    facts.ask("row-our-roles-under-the-act", "our_roles", &system.our_roles);
    match built_in_house(system) {
        Some(built) => facts.ask("row-vendor", "tripwires.built_or_rebranded", built),
        None => facts.ask_as("row-vendor", "vendor", &system.vendor, |id| {
            title_on(words, &inventory.vendors, id)
        }),
    }
    facts.tell_as("row-plan", "plan", &system.plan, |it| plan(words, it));
    facts.ask("row-status", "lifecycle_status", &system.lifecycle_status);
    facts.tell("row-version", "version", &system.version);
    facts.tell(
        "row-earlier-versions",
        "previous_versions",
        &system.previous_versions,
    );
    facts.tell("row-trade-name", "trade_name", &system.trade_name);
    facts.tell(
        "row-reference",
        "unambiguous_reference",
        &system.unambiguous_reference,
    );
    facts.tell(
        "row-placed-on-the-market-on",
        "placed_on_market_on",
        &system.placed_on_market_on,
    );
    facts.tell(
        "row-in-service-since",
        "in_service_since",
        &system.in_service_since,
    );
    facts.tell("row-retired-on", "retired_on", &system.retired_on);
    facts.tell("row-available-in", "member_states", &system.member_states);
    facts.ask("row-next-review-by", "next_review_on", &system.next_review_on);
    facts.tell(
        "row-reviewed-again-after",
        "review_triggers",
        &system.review_triggers,
    );
    facts.rows()
}

/// Returns what the inventory document shows of the system beside its summary; the sheet has the rest.
pub(crate) fn in_short(said: Said<'_>, inventory: &Inventory, system: &Record<System>) -> Vec<Fact> {
    let words = said.words();
    let mut facts = Facts::of(said);
    facts.ask("row-description", "description", &system.description);
    facts.group(
        "row-intended-purpose",
        "intended_purpose",
        &system.intended_purpose,
        |facts, purpose| {
            facts.ask(
                "row-purpose-in-provider-words",
                "intended_purpose.text",
                &purpose.text,
            );
        },
    );
    facts.ask("row-our-use", "our_use", &system.our_use);
    facts.ask_each("row-operated-by", "operators", &system.operators, |group| {
        operators(words, group)
    });
    facts.ask(
        "row-has-an-effect-on",
        "affected_persons",
        &system.affected_persons,
    );
    let outputs = puts_out(facts.said(), system);
    facts.add("row-what-it-puts-out", outputs);
    facts.ask("row-how-far-it-acts-by-itself", "autonomy", &system.autonomy);
    facts.tell_as(
        "row-data-sets-that-we-supply",
        "datasets",
        &system.datasets,
        |_| datasets(words, inventory, system),
    );
    facts.tell_as("row-managed-policy", "policy", &system.policy, |id| {
        title_on(words, &inventory.policies, id)
    });
    facts.rows()
}

/// Returns what the system is for, and what the organisation uses it for.
pub(crate) fn purpose(said: Said<'_>, system: &Record<System>) -> Vec<Fact> {
    let mut facts = Facts::of(said);
    facts.group(
        "row-intended-purpose",
        "intended_purpose",
        &system.intended_purpose,
        |facts, purpose| {
            facts.ask(
                "row-purpose-in-provider-words",
                "intended_purpose.text",
                &purpose.text,
            );
            facts.ask(
                "row-source-of-these-words",
                "intended_purpose.source",
                &purpose.source,
            );
        },
    );
    facts.ask("row-our-use", "our_use", &system.our_use);
    let outputs = puts_out(facts.said(), system);
    facts.add("row-what-it-puts-out", outputs);
    facts.ask("row-how-far-it-acts-by-itself", "autonomy", &system.autonomy);
    facts.tell(
        "row-uses-that-are-forbidden",
        "prohibited_uses",
        &system.prohibited_uses,
    );
    facts.tell(
        "row-misuse-that-can-be-foreseen",
        "foreseeable_misuse",
        &system.foreseeable_misuse,
    );
    facts.tell("row-known-limits", "limitations", &system.limitations);
    facts.rows()
}

/// Returns who operates the system and on whom it has an effect.
pub(crate) fn people(said: Said<'_>, system: &Record<System>) -> Vec<Fact> {
    let words = said.words();
    let mut facts = Facts::of(said);
    facts.ask_each("row-operated-by", "operators", &system.operators, |group| {
        operators(words, group)
    });
    facts.ask(
        "row-has-an-effect-on",
        "affected_persons",
        &system.affected_persons,
    );
    facts.rows()
}

/// Returns the answers to the questions in plain words that decide what else is asked.
pub(crate) fn tripwires(said: Said<'_>, system: &Record<System>) -> Vec<Fact> {
    let mut facts = Facts::of(said);
    facts.group(
        "row-questions-in-plain-words",
        "tripwires",
        &system.tripwires,
        |facts, asked| tripwire_rows(facts, system, asked),
    );
    facts.tell("row-uses", "uses", &system.uses);
    facts.rows()
}

/// Returns how the system is deployed.
pub(crate) fn deployment(said: Said<'_>, system: &Record<System>) -> Vec<Fact> {
    let mut facts = Facts::of(said);
    facts.group(
        "row-deployment",
        "deployment",
        &system.deployment,
        |facts, deployment| {
            facts.ask("row-form", "deployment.form", &deployment.form);
            facts.tell(
                "row-region",
                "deployment.hosting_region",
                &deployment.hosting_region,
            );
            facts.tell("row-hardware", "deployment.hardware", &deployment.hardware);
        },
    );
    facts.rows()
}

/// Returns what only providers and deployers of high-risk systems are asked for, as far as the record speaks.
pub(crate) fn provider_side(said: Said<'_>, inventory: &Inventory, system: &Record<System>) -> Vec<Fact> {
    let words = said.words();
    let mut facts = Facts::of(said);
    let title = |id: &Id| title_on(words, &inventory.evidence, id);
    facts.tell(
        "row-changes-determined-in-advance",
        "predetermined_changes",
        &system.predetermined_changes,
    );
    facts.tell(
        "row-changes-over-its-life",
        "lifecycle_changes",
        &system.lifecycle_changes,
    );
    facts.tell_group(
        "row-instructions-for-use",
        "instructions_for_use",
        &system.instructions_for_use,
        instruction_rows,
    );
    facts.tell_group(
        "row-maintenance",
        "maintenance",
        &system.maintenance,
        |facts, maintenance| {
            facts.tell(
                "row-expected-lifetime",
                "maintenance.expected_lifetime",
                &maintenance.expected_lifetime,
            );
            facts.tell(
                "row-updates",
                "maintenance.update_policy",
                &maintenance.update_policy,
            );
        },
    );
    for (label, name, field) in [
        (
            "row-risk-management-file",
            "risk_management",
            &system.risk_management,
        ),
        ("row-quality-management-system", "qms", &system.qms),
        ("row-post-market-monitoring-plan", "pmm_plan", &system.pmm_plan),
    ] {
        facts.tell_as(label, name, field, title);
    }
    facts.tell_group(
        "row-conformity-assessment",
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
        "row-instructions-for-use-version",
        "instructions_for_use.version",
        &given.version,
    );
    facts.tell(
        "row-received-on",
        "instructions_for_use.received_on",
        &given.received_on,
    );
    facts.tell(
        "row-departures",
        "instructions_for_use.deviations",
        &given.deviations,
    );
}

fn conformity_rows(facts: &mut Facts<'_>, inventory: &Inventory, conformity: &Conformity) {
    let words = facts.words();
    facts.tell("row-conformity-assessment", "conformity.route", &conformity.route);
    facts.tell_group(
        "row-certificate",
        "conformity.certificate",
        &conformity.certificate,
        |facts, certificate| {
            facts.tell(
                "row-certificate-type",
                "conformity.certificate.type",
                &certificate.r#type,
            );
            facts.tell(
                "row-certificate-number",
                "conformity.certificate.number",
                &certificate.number,
            );
            facts.tell(
                "row-certificate-last-day",
                "conformity.certificate.expires_on",
                &certificate.expires_on,
            );
            facts.tell(
                "row-notified-body",
                "conformity.certificate.body",
                &certificate.body,
            );
        },
    );
    facts.tell_as(
        "row-declaration-of-conformity",
        "conformity.declaration_evidence",
        &conformity.declaration_evidence,
        |id| title_on(words, &inventory.evidence, id),
    );
    facts.tell(
        "row-standards-applied",
        "conformity.standards",
        &conformity.standards,
    );
}

fn tripwire_rows(facts: &mut Facts<'_>, system: &System, asked: &Tripwires) {
    facts.ask(
        "row-built-or-changed",
        "tripwires.built_or_rebranded",
        &asked.built_or_rebranded,
    );
    for (label, name, field) in [
        (
            "row-deals-with-public",
            "interacts_with_public",
            &asked.interacts_with_public,
        ),
        ("row-makes-media", "generates_media", &asked.generates_media),
        (
            "row-publishes-text",
            "publishes_public_interest_text",
            &asked.publishes_public_interest_text,
        ),
        (
            "row-decides-about-persons",
            "affects_individual_decisions",
            &asked.affects_individual_decisions,
        ),
        (
            "row-evaluates-workers",
            "evaluates_or_allocates_workers",
            &asked.evaluates_or_allocates_workers,
        ),
        (
            "row-biometrics-or-emotions",
            "uses_biometrics_or_emotion",
            &asked.uses_biometrics_or_emotion,
        ),
        ("row-safety", "safety_component", &asked.safety_component),
        (
            "row-processes-personal-data",
            "processes_personal_data",
            &asked.processes_personal_data,
        ),
    ] {
        match of_tripwire(facts.said(), system, name) {
            Some(says) => facts.add(label, says),
            None => facts.ask(label, &format!("tripwires.{name}"), field),
        }
    }
}

/// Returns the names of the data sets that we supply to a system.
pub(crate) fn datasets(words: Words, inventory: &Inventory, system: &Record<System>) -> String {
    let titles = inventory.datasets_of(system).map(Record::title);
    words.list(titles.map(|title| words.quote(title)))
}

/// Returns a group of operators in words, such as `developers (10 to 49, contractors included)`.
fn operators(words: Words, group: &Operators) -> String {
    let population = group.population.stated();
    let population = population.map_or_else(|| words.say("operators-unnamed"), |it| words.quote(it));
    let contractors = group.contractors.stated().map(|included| match included {
        true => words.say("operators-contractors"),
        false => words.say("operators-no-contractors"),
    });
    let size = group.size_band.stated().map(|size| size.shown(words));
    let details: Vec<String> = [size, contractors].into_iter().flatten().collect();
    match details.is_empty() {
        true => population,
        false => more(words, &population, &words.list(details)),
    }
}

/// Returns the plan and how it is used; the product where nothing else is stated.
fn plan(words: Words, plan: &PlanInUse) -> String {
    let name = plan.name.stated().map(|it| it.shown(words));
    let via = plan.via.stated().map(|it| it.shown(words));
    let product = plan.product.stated().map(|it| it.shown(words));
    let parts: Vec<String> = name.into_iter().chain(via).collect();
    match parts.is_empty() {
        true => product.unwrap_or_default(),
        false => words.list(parts),
    }
}
