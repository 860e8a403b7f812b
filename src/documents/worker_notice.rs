//! The notice to workers about one high-risk system: what an employer tells workers and their representatives before
//! the system is used at work (Article 26(7)), in an order in which people ask. One document for each system for which
//! the duty is owed or comes; it replaces no consultation that other law asks for, and it names nobody.

use crate::classify::system::SystemClass;
use crate::documents::approval;
use crate::documents::by_facts::puts_out;
use crate::documents::classes::{is_high_risk, may_be_high_risk, note};
use crate::documents::document::{Document, document};
use crate::documents::facts::{Definition, Fact, Facts, Row};
use crate::documents::gaps::GapRow;
use crate::documents::neighbours::{self, built_in_house, title_on};
use crate::documents::occasion::Occasion;
use crate::documents::owing;
use crate::documents::trail::{Said, Trail};
use crate::documents::transparency::notices::{Notices, informed, notices};
use crate::documents::waivers;
use crate::failure::Failure;
use crate::inventory::organisation::Organisation;
use crate::inventory::oversight::OversightAssignment;
use crate::inventory::record::Record;
use crate::inventory::statement::{Notice, NoticeType};
use crate::inventory::system::System;
use crate::law::duties::{Proof, Trigger};
use crate::link::Inventory;
use crate::obligations::gap::Gap;
use crate::obligations::owed::Owed;
use serde::Serialize;

/// The beginning of the codes of gaps that concern what workers and persons are told.
const GAPS: &str = "TRN-08";

#[derive(Serialize)]
struct View {
    employer: Vec<Fact>,
    system: Vec<Fact>,
    duty: Vec<Row>,
    is_open: bool,
    purpose: Vec<Fact>,
    oversight: Vec<Definition>,
    data: Vec<Fact>,
    logs: Vec<Row>,
    rights: Vec<Row>,
    privacy: Notices,
    procedures: Notices,
    told: Notices,
    informed: Vec<Row>,
    gaps: Vec<GapRow>,
    approval: Vec<Fact>,
}

/// Returns the systems of which workers have to be told, or are told by what is on record.
pub(crate) fn told<'a>(occasion: &Occasion<'a>) -> impl Iterator<Item = &'a Record<System>> {
    let occasion = *occasion;
    let is_told = move |system: &&Record<System>| {
        let mut owed = occasion.assessment.owed_by(&system.id.value);
        owed.any(is_to_workers) || notice_of(&occasion, system).is_some()
    };
    occasion.inventory.systems.values().filter(is_told)
}

fn is_to_workers(owed: &Owed) -> bool {
    owed.duty.proof == Proof::WorkerNotice
}

/// Returns whether what workers and persons are owed hangs on an answer that nobody has given: the class, our role, or
/// whether the system is used on workers. Silence on decisions about persons makes the duties towards them owed.
fn is_open(occasion: &Occasion<'_>, system: &Record<System>) -> bool {
    let Some(class) = occasion.class(&system.id.value) else {
        return true;
    };
    let answers = system.tripwires.stated();
    let on_workers = answers.and_then(|answers| answers.evaluates_or_allocates_workers.stated());
    match is_high_risk(class) {
        true => system.our_roles.items().is_empty() || on_workers.is_none(),
        false => may_be_high_risk(class),
    }
}

/// Returns the record on which the notice is signed.
fn notice_of<'a>(occasion: &Occasion<'a>, system: &Record<System>) -> Option<&'a Record<Notice>> {
    let notices = occasion.inventory.notices_of(system);
    notices
        .into_iter()
        .find(|notice| notice.r#type.is(&NoticeType::Art26_7))
}

fn is_to_persons(owed: &Owed) -> bool {
    owed.duty.trigger == Trigger::Decisions
}

/// Returns the notice about one system.
pub(crate) fn worker_notice(occasion: &Occasion<'_>, system: &Record<System>) -> Result<Document, Failure> {
    let occasion = &occasion.naming_no_field();
    let words = occasion.words;
    let mut trail = Trail::of(words);
    let subject = [("system", words.quote(system.title()).into())];
    let title = words.say_with("workers-notice", &subject);
    let purpose = words.say("workers-purpose");
    let signed = notice_of(occasion, system);
    // That the record of a system is approved says nothing about a notice that nobody has written down.
    let front = match signed {
        Some(notice) => occasion.front(title, &purpose, notice),
        None => occasion.unsigned_front(title, &purpose, "notice"),
    };
    let view = view(occasion, &mut trail, system, signed);
    let path = format!("worker-notices/{}", system.id.value);
    document(path, "worker-notice.md.tera", &front, &view, trail)
}

fn view(
    occasion: &Occasion<'_>,
    trail: &mut Trail,
    system: &Record<System>,
    signed: Option<&Record<Notice>>,
) -> View {
    let (inventory, organisation) = (occasion.inventory, occasion.organisation);
    let id = system.id.value.as_str();
    let mut told =
        |section: &str, kinds: &[NoticeType]| notices(trail, section, inventory, kinds, Some(system));
    let privacy = told("data", &[NoticeType::Gdpr13_14]);
    let procedures = told("rights", &[NoticeType::Art26_11, NoticeType::Art86Procedure]);
    let informed_by = told("told", &[NoticeType::Art26_7]);
    View {
        employer: employer(trail, organisation),
        system: self::system(trail.about("system", id), occasion, system),
        duty: duties(occasion, trail, "duty", system, is_to_workers),
        is_open: is_open(occasion, system),
        purpose: purpose(trail.about("purpose", id), system),
        oversight: oversight(occasion, trail, system),
        data: data(trail.about("data", id), inventory, system),
        logs: neighbours::logs(trail, "data", inventory, system),
        rights: duties(occasion, trail, "rights", system, is_to_persons),
        privacy,
        procedures,
        told: informed_by,
        informed: informed(trail, "told", inventory, Some(system)),
        gaps: gaps(occasion, trail, system),
        approval: signed.map_or_else(Vec::new, |notice| {
            approval::of_document(trail, "approval", notice)
        }),
    }
}

fn employer(trail: &mut Trail, organisation: &Record<Organisation>) -> Vec<Fact> {
    let mut facts = Facts::of(trail.about("system", organisation.id.value.as_str()));
    facts.ask("workers-employer", "legal_name", &organisation.legal_name);
    facts.ask("workers-council", "works_council", &organisation.works_council);
    facts.group(
        "workers-contact",
        "contact",
        &organisation.contact,
        |facts, contact| {
            facts.ask("workers-questions-to", "contact.email", &contact.email);
            facts.tell("workers-web-page", "contact.url", &contact.url);
        },
    );
    facts.rows()
}

fn system(said: Said<'_>, occasion: &Occasion<'_>, system: &Record<System>) -> Vec<Fact> {
    let words = said.words();
    let mut facts = Facts::of(said);
    facts.add("workers-ai-system", words.quote(system.title()));
    facts.ask("workers-what-it-is", "description", &system.description);
    match built_in_house(system) {
        Some(built) => facts.ask("workers-supplied-by", "tripwires.built_or_rebranded", built),
        None => facts.ask_as("workers-supplied-by", "vendor", &system.vendor, |id| {
            title_on(words, &occasion.inventory.vendors, id)
        }),
    }
    facts.ask("workers-status", "lifecycle_status", &system.lifecycle_status);
    facts.ask(
        "workers-in-service-since",
        "in_service_since",
        &system.in_service_since,
    );
    facts.ask("workers-owner", "owner", &system.owner);
    facts.add(
        "workers-class",
        words.say(class(occasion.class(&system.id.value))),
    );
    facts.rows()
}

/// Returns the name of the phrase for a class, as far as it matters to workers.
fn class(class: Option<&SystemClass>) -> &'static str {
    match class {
        Some(class) if is_high_risk(class) && class.is_open() => "workers-class-high-risk-open",
        Some(class) if is_high_risk(class) => "workers-class-high-risk",
        Some(class) if !may_be_high_risk(class) => "workers-class-other",
        Some(_) | None => "workers-class-open",
    }
}

fn purpose(said: Said<'_>, system: &Record<System>) -> Vec<Fact> {
    let mut facts = Facts::of(said);
    facts.group(
        "workers-intended-purpose",
        "intended_purpose",
        &system.intended_purpose,
        |facts, it| {
            facts.ask("workers-made-for", "intended_purpose.text", &it.text);
        },
    );
    facts.ask("workers-used-for", "our_use", &system.our_use);
    let words = facts.words();
    facts.ask_as("workers-operators", "operators", &system.operators, |operators| {
        let stated = operators.0.iter().filter_map(|it| it.value.population.stated());
        words.list(stated.map(|population| words.quote(population)))
    });
    facts.ask("workers-affected", "affected_persons", &system.affected_persons);
    let outputs = puts_out(facts.said(), system);
    facts.add("workers-puts-out", outputs);
    facts.ask("workers-autonomy", "autonomy", &system.autonomy);
    facts.group(
        "workers-plain-questions",
        "tripwires",
        &system.tripwires,
        |facts, it| {
            facts.ask(
                "workers-evaluates",
                "tripwires.evaluates_or_allocates_workers",
                &it.evaluates_or_allocates_workers,
            );
            facts.ask(
                "workers-decides",
                "tripwires.affects_individual_decisions",
                &it.affects_individual_decisions,
            );
        },
    );
    facts.ask("workers-must-not", "prohibited_uses", &system.prohibited_uses);
    facts.ask("workers-limits", "limitations", &system.limitations);
    facts.rows()
}

/// Returns who watches over the system, what they may do, and how it is stopped; by role, never by name.
fn oversight(occasion: &Occasion<'_>, trail: &mut Trail, system: &Record<System>) -> Vec<Definition> {
    let assigned = occasion.inventory.oversight_of(system).into_iter();
    let entries = assigned.map(|it| watched(&mut trail.about("oversight", it.id.value.as_str()), it));
    entries.collect()
}

fn watched(said: &mut Said<'_>, assignment: &Record<OversightAssignment>) -> Definition {
    let words = said.words();
    let who = said.field_as("roles", &assignment.roles, |roles| {
        let stated = roles.0.iter().filter_map(|role| role.value.role.stated());
        words.list(stated.map(|role| words.quote(role)))
    });
    let may = said.field("authority", &assignment.authority);
    let needs = said.field("approval_needed_to_stop", &assignment.approval_needed_to_stop);
    let overridden = match assignment.measures.stated() {
        Some(measures) => said.within("measures.override.description", &measures.r#override, |it| {
            &it.description
        }),
        None => said.words().missing("measures.override.description"),
    };
    let line = |id: &str, blank: &str, says: String| words.say_with(id, &[(blank, says.into())]);
    Definition::new(
        words.quote(assignment.title()),
        vec![
            line("workers-watches", "roles", who),
            line("workers-may", "authority", may),
            line("workers-stop-approval", "answer", needs),
            line("workers-override", "how", overridden),
        ],
    )
}

fn data(said: Said<'_>, inventory: &Inventory, system: &Record<System>) -> Vec<Fact> {
    let words = said.words();
    let mut facts = Facts::of(said);
    facts.group(
        "workers-plain-questions",
        "tripwires",
        &system.tripwires,
        |facts, it| {
            facts.ask(
                "workers-personal-data",
                "tripwires.processes_personal_data",
                &it.processes_personal_data,
            );
        },
    );
    facts.ask_as("workers-assessment", "dpia", &system.dpia, |id| {
        title_on(words, &inventory.assessments, id)
    });
    facts.rows()
}

/// Returns duty, our role, legal basis, from when, how far the inventory shows it; of the duties that are meant.
fn duties(
    occasion: &Occasion<'_>,
    trail: &mut Trail,
    section: &str,
    system: &Record<System>,
    is_meant: fn(&Owed) -> bool,
) -> Vec<Row> {
    let owed = occasion.assessment.owed_by(&system.id.value);
    let rows = owed.filter(|owed| is_meant(owed)).map(|owed| {
        note(trail, section, owed);
        owing::row(occasion.words, owed)
    });
    rows.collect()
}

/// Returns what is missing before the notice can be given, and what persons have to be told besides.
fn gaps(occasion: &Occasion<'_>, trail: &mut Trail, system: &Record<System>) -> Vec<GapRow> {
    let is_meant = |gap: &&Gap| gap.kind.code.starts_with(GAPS);
    let gaps = occasion
        .assessment
        .gaps_of_system(&system.id.value)
        .filter(is_meant);
    let rows = gaps.map(|gap| {
        waivers::note(occasion, trail, "gaps", gap);
        GapRow::of(occasion.words, gap)
    });
    rows.collect()
}
