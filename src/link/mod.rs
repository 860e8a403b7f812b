//! Names become neighbours: every reference of the inventory is looked up here, once; after this room a reference
//! cannot dangle. Reports duplicate ids, dangling references and references to a record of another kind. Knows
//! nothing of the law.

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::inventory::audit::AuditSummary;
use crate::inventory::dataset::Dataset;
use crate::inventory::id::Id;
use crate::inventory::incident::Incident;
use crate::inventory::kind::{AnyRecord, Kind};
use crate::inventory::literacy::LiteracyRecord;
use crate::inventory::model::Model;
use crate::inventory::organisation::Organisation;
use crate::inventory::oversight::OversightAssignment;
use crate::inventory::policy::ManagedPolicy;
use crate::inventory::record::{Head, Record};
use crate::inventory::rollout::Rollout;
use crate::inventory::statement::{Assessment, Evidence, Notice};
use crate::inventory::system::System;
use crate::inventory::vendor::Vendor;
use crate::inventory::waiver::Waiver;
use crate::inventory::workflow::ReviewWorkflow;
use crate::link::boms::Boms;
use crate::link::files::Files;
use crate::link::neighbours::Naming;
use crate::source::{FileId, Span, Spanned};
use crate::yaml::decode::nearest;
use std::collections::BTreeMap;
use std::sync::Arc;

pub(crate) mod attendance;
pub mod audits;
pub mod boms;
mod counts;
pub mod files;
mod lookalikes;
pub mod meet;
pub mod model_names;
mod neighbours;
mod overlaps;
mod periods;
mod references;
mod rollouts;
pub mod sign_offs;
pub mod tool_names;

/// Records of one kind, by id.
pub type Shelf<T> = BTreeMap<Id, Record<T>>;

/// All records of a project, each under its id.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(missing_docs, reason = "each shelf holds the kind of its name")]
pub struct Inventory {
    /// Always there after linking; with every field absent when the inventory has no such record.
    pub organisation: Option<Record<Organisation>>,
    pub vendors: Shelf<Vendor>,
    pub systems: Shelf<System>,
    pub models: Shelf<Model>,
    pub datasets: Shelf<Dataset>,
    pub workflows: Shelf<ReviewWorkflow>,
    pub oversight: Shelf<OversightAssignment>,
    pub policies: Shelf<ManagedPolicy>,
    pub literacy: Shelf<LiteracyRecord>,
    pub notices: Shelf<Notice>,
    pub assessments: Shelf<Assessment>,
    pub incidents: Shelf<Incident>,
    pub audits: Shelf<AuditSummary>,
    pub evidence: Shelf<Evidence>,
    pub rollouts: Shelf<Rollout>,
    pub waivers: Shelf<Waiver>,
    /// Who names whom.
    naming: Naming,
    /// What others say about the parts of systems; shared, because trials of `compare` link records again.
    pub boms: Arc<Boms>,
    /// The files of the project that records name; shared for the same reason.
    pub files: Arc<Files>,
}

/// Returns the linked inventory of all records and reports names that do not meet.
pub fn link(records: Vec<AnyRecord>, findings: &mut Diagnostics) -> Inventory {
    let names = Names::of(&records, findings);
    lookalikes::check(&records, findings);
    for record in &records {
        names.check(record, findings);
        periods::check(record, findings);
        counts::check(record, findings);
        rollouts::check(record, findings);
    }
    let mut inventory = Inventory::default();
    for record in records {
        inventory.shelve(record, findings);
    }
    overlaps::check(&inventory, findings);
    if inventory.organisation.is_none() {
        findings.add(
            Diagnostic::about(
                Code::MissingOrganisation,
                "",
                "the inventory has no `organisation` record",
            )
            .help("add one: `kind: organisation` with `id` and `legal_name`; documents name it as missing"),
        );
        inventory.organisation = unnamed_organisation();
    }
    inventory
}

impl Inventory {
    fn shelve(&mut self, record: AnyRecord, findings: &mut Diagnostics) {
        self.naming.note(&record);
        match record {
            AnyRecord::Organisation(record) => match &self.organisation {
                None => self.organisation = Some(record),
                Some(first) => findings.add(second_organisation(first, &record)),
            },
            AnyRecord::Vendor(record) => place(&mut self.vendors, record),
            AnyRecord::AiSystem(record) => place(&mut self.systems, record),
            AnyRecord::Model(record) => place(&mut self.models, record),
            AnyRecord::Dataset(record) => place(&mut self.datasets, record),
            AnyRecord::ReviewWorkflow(record) => place(&mut self.workflows, record),
            AnyRecord::OversightAssignment(record) => place(&mut self.oversight, record),
            AnyRecord::ManagedPolicy(record) => place(&mut self.policies, record),
            AnyRecord::LiteracyRecord(record) => place(&mut self.literacy, record),
            AnyRecord::Notice(record) => place(&mut self.notices, record),
            AnyRecord::Assessment(record) => place(&mut self.assessments, record),
            AnyRecord::Incident(record) => place(&mut self.incidents, record),
            AnyRecord::AuditSummary(record) => place(&mut self.audits, record),
            AnyRecord::Evidence(record) => place(&mut self.evidence, record),
            AnyRecord::Rollout(record) => place(&mut self.rollouts, record),
            AnyRecord::Waiver(record) => place(&mut self.waivers, record),
        }
    }
}

/// Returns an organisation of which nothing is said, so that every document names as missing what it lacks.
fn unnamed_organisation() -> Option<Record<Organisation>> {
    let span = Span {
        file: FileId(0),
        start: 0,
        end: 0,
    };
    Some(Record {
        id: Spanned::new("unnamed-organisation".parse().ok()?, span),
        span,
        head: Head::default(),
        body: Organisation::default(),
    })
}

fn place<T>(shelf: &mut Shelf<T>, record: Record<T>) {
    // A second record of the same id has been reported; the first stays.
    shelf.entry(record.id.value.clone()).or_insert(record);
}

fn second_organisation(first: &Record<Organisation>, second: &Record<Organisation>) -> Diagnostic {
    let says = format!(
        "`{}` is a second organisation; an inventory describes one",
        second.id.value
    );
    Diagnostic::at(
        Code::SecondOrganisation,
        second.id.span,
        says,
        "second organisation",
    )
    .and_at(first.id.span, "the first is described here")
    .help("keep one, or give each organisation a project folder of its own")
}

/// The ids of all records, with their kind and place. Literacy measures have ids of their own.
struct Names {
    known: BTreeMap<Id, (Kind, Span)>,
    measures: BTreeMap<Id, Span>,
}

impl Names {
    fn of(records: &[AnyRecord], findings: &mut Diagnostics) -> Self {
        let mut names = Self {
            known: BTreeMap::new(),
            measures: BTreeMap::new(),
        };
        for record in records {
            let (id, kind) = (record.id(), record.kind());
            match names.known.get(&id.value) {
                Some((_, first)) => findings.add(duplicate_id(id, *first)),
                None => {
                    names.known.insert(id.value.clone(), (kind, id.span));
                }
            }
            if let AnyRecord::LiteracyRecord(record) = record {
                let ids = record
                    .measures
                    .items()
                    .iter()
                    .filter_map(|measure| measure.value.id.said());
                names.measures.extend(ids.map(|id| (id.value.clone(), id.span)));
            }
        }
        names
    }

    fn check(&self, record: &AnyRecord, findings: &mut Diagnostics) {
        for (name, wanted) in references::references(record) {
            match self.known.get(&name.value) {
                Some((kind, _)) if *kind == wanted => {}
                Some((kind, span)) => findings.add(wrong_kind(name, wanted, *kind, *span)),
                None => findings.add(self.dangling(name, wanted)),
            }
        }
        if let AnyRecord::OversightAssignment(assignment) = record {
            let competence = assignment.competence.stated();
            let training = competence.and_then(|competence| competence.system_specific_training.said());
            if let Some(name) = training.filter(|name| !self.measures.contains_key(&name.value)) {
                findings.add(dangling(name, "literacy measure", self.measures.keys()));
            }
        }
        if let AnyRecord::Waiver(waiver) = record
            && let Some(name) = waiver
                .record
                .said()
                .filter(|name| !self.known.contains_key(&name.value))
        {
            findings.add(dangling(name, "record", self.known.keys()));
        }
    }

    fn dangling(&self, name: &Spanned<Id>, wanted: Kind) -> Diagnostic {
        let same_kind = self
            .known
            .iter()
            .filter(|(_, (kind, _))| *kind == wanted)
            .map(|(id, _)| id);
        let finding = dangling(name, wanted.words(), same_kind);
        finding.help(format!(
            "or add a record with `kind: {}` and `id: {}`",
            wanted.key(),
            name.value
        ))
    }
}

fn dangling<'n>(name: &Spanned<Id>, wanted: &str, known: impl Iterator<Item = &'n Id>) -> Diagnostic {
    let says = format!("no {wanted} is called `{}`", name.value);
    let finding = Diagnostic::at(
        Code::DanglingReference,
        name.span,
        says,
        "not found in this inventory",
    );
    let known: Vec<&str> = known.map(Id::as_str).collect();
    match nearest(name.value.as_str(), known.iter().copied()) {
        Some(near) => {
            let article = if wanted.starts_with(['A', 'a', 'e', 'i', 'o', 'u']) {
                "an"
            } else {
                "a"
            };
            finding.help(format!("{article} {wanted} with a similar name exists: `{near}`"))
        }
        None if known.is_empty() => finding.help(format!("the inventory has no {wanted} yet")),
        None => finding.help(format!("known: {}", shown(&known))),
    }
}

fn shown(known: &[&str]) -> String {
    const MOST_SHOWN: usize = 12;
    let list = known
        .iter()
        .take(MOST_SHOWN)
        .map(|id| format!("`{id}`"))
        .collect::<Vec<_>>()
        .join(", ");
    match known.len().saturating_sub(MOST_SHOWN) {
        0 => list,
        n_more => format!("{list} and {n_more} more"),
    }
}

fn wrong_kind(name: &Spanned<Id>, wanted: Kind, found: Kind, at: Span) -> Diagnostic {
    let says = format!(
        "`{}` is a record of kind `{}`, not `{}`",
        name.value,
        found.key(),
        wanted.key()
    );
    let label = format!("an id of a record of kind `{}` belongs here", wanted.key());
    Diagnostic::at(Code::WrongKindOfReference, name.span, says, label).and_at(at, "the record of that id")
}

fn duplicate_id(id: &Spanned<Id>, first: Span) -> Diagnostic {
    let says = format!("the id `{}` is used twice", id.value);
    Diagnostic::at(Code::DuplicateId, id.span, says, "used again here")
        .and_at(first, "first used here")
        .help("ids are unique over all kinds of record; rename one of the two and the references to it")
}
