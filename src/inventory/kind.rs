//! The kinds of record, and how a YAML document becomes one.

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::inventory::audit::AuditSummary;
use crate::inventory::dataset::Dataset;
use crate::inventory::group;
use crate::inventory::id::Id;
use crate::inventory::incident::Incident;
use crate::inventory::literacy::LiteracyRecord;
use crate::inventory::meant_ids::advise_on_ids;
use crate::inventory::model::Model;
use crate::inventory::notes::check_notes;
use crate::inventory::organisation::Organisation;
use crate::inventory::oversight::OversightAssignment;
use crate::inventory::policy::ManagedPolicy;
use crate::inventory::record::{Head, Named, Record};
use crate::inventory::rollout::Rollout;
use crate::inventory::statement::{Assessment, Evidence, Notice};
use crate::inventory::system::System;
use crate::inventory::vendor::Vendor;
use crate::inventory::waiver::Waiver;
use crate::inventory::workflow::ReviewWorkflow;
use crate::source::{Span, Spanned};
use crate::terms;
use crate::yaml::decode::{decode, listed, nearest, report_unknown_keys};
use crate::yaml::node::{Content, Entry, Node};
use crate::yaml::unindented::tell_unindented;
use schemars::{Schema, SchemaGenerator};
use serde::de::DeserializeOwned;

terms! {
    /// A kind of record.
    pub enum Kind {
        Organisation = "organisation" => "organisation",
        Vendor = "vendor" => "vendor",
        AiSystem = "ai_system" => "AI system",
        Model = "model" => "model",
        Dataset = "dataset" => "data set",
        ReviewWorkflow = "review_workflow" => "review workflow",
        OversightAssignment = "oversight_assignment" => "oversight assignment",
        ManagedPolicy = "managed_policy" => "managed policy",
        LiteracyRecord = "literacy_record" => "literacy record",
        Notice = "notice" => "notice",
        Assessment = "assessment" => "assessment",
        Incident = "incident" => "incident",
        AuditSummary = "audit_summary" => "audit summary",
        Evidence = "evidence" => "evidence",
        Rollout = "rollout" => "rollout",
        Waiver = "waiver" => "waiver",
    }
}

/// A record of any kind.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    clippy::large_enum_variant,
    reason = "records are moved once, from the reader into the inventory"
)]
#[expect(missing_docs, reason = "each variant is the kind of its name")]
pub enum AnyRecord {
    Organisation(Record<Organisation>),
    Vendor(Record<Vendor>),
    AiSystem(Record<System>),
    Model(Record<Model>),
    Dataset(Record<Dataset>),
    ReviewWorkflow(Record<ReviewWorkflow>),
    OversightAssignment(Record<OversightAssignment>),
    ManagedPolicy(Record<ManagedPolicy>),
    LiteracyRecord(Record<LiteracyRecord>),
    Notice(Record<Notice>),
    Assessment(Record<Assessment>),
    Incident(Record<Incident>),
    AuditSummary(Record<AuditSummary>),
    Evidence(Record<Evidence>),
    Rollout(Record<Rollout>),
    Waiver(Record<Waiver>),
}

impl AnyRecord {
    /// Returns the record if it is an organisation.
    pub fn organisation(&self) -> Option<&Record<Organisation>> {
        match self {
            Self::Organisation(record) => Some(record),
            Self::AiSystem(_)
            | Self::Vendor(_)
            | Self::Model(_)
            | Self::Dataset(_)
            | Self::ReviewWorkflow(_)
            | Self::OversightAssignment(_)
            | Self::ManagedPolicy(_)
            | Self::LiteracyRecord(_)
            | Self::Notice(_)
            | Self::Assessment(_)
            | Self::Incident(_)
            | Self::AuditSummary(_)
            | Self::Evidence(_)
            | Self::Rollout(_)
            | Self::Waiver(_) => None,
        }
    }

    /// Returns the record if it is an AI system.
    pub fn system(&self) -> Option<&Record<System>> {
        match self {
            Self::AiSystem(record) => Some(record),
            Self::Organisation(_)
            | Self::Vendor(_)
            | Self::Model(_)
            | Self::Dataset(_)
            | Self::ReviewWorkflow(_)
            | Self::OversightAssignment(_)
            | Self::ManagedPolicy(_)
            | Self::LiteracyRecord(_)
            | Self::Notice(_)
            | Self::Assessment(_)
            | Self::Incident(_)
            | Self::AuditSummary(_)
            | Self::Evidence(_)
            | Self::Rollout(_)
            | Self::Waiver(_) => None,
        }
    }
}

/// The longest name of a record, in characters.
pub const LONGEST_NAME: usize = 200;

impl Kind {
    /// Returns whether a record of this kind must have a `name`. Others are known by a field of their own.
    pub const fn requires_name(self) -> bool {
        match self {
            Self::AiSystem | Self::Model | Self::Dataset | Self::ReviewWorkflow => true,
            Self::Organisation
            | Self::Vendor
            | Self::OversightAssignment
            | Self::ManagedPolicy
            | Self::LiteracyRecord
            | Self::Notice
            | Self::Assessment
            | Self::Incident
            | Self::AuditSummary
            | Self::Evidence
            | Self::Rollout
            | Self::Waiver => false,
        }
    }

    /// Returns the JSON Schema of the fields that this kind adds to those of every record.
    pub fn body_schema(self, generator: &mut SchemaGenerator) -> Schema {
        match self {
            Self::Organisation => generator.root_schema_for::<Organisation>(),
            Self::Vendor => generator.root_schema_for::<Vendor>(),
            Self::AiSystem => generator.root_schema_for::<System>(),
            Self::Model => generator.root_schema_for::<Model>(),
            Self::Dataset => generator.root_schema_for::<Dataset>(),
            Self::ReviewWorkflow => generator.root_schema_for::<ReviewWorkflow>(),
            Self::OversightAssignment => generator.root_schema_for::<OversightAssignment>(),
            Self::ManagedPolicy => generator.root_schema_for::<ManagedPolicy>(),
            Self::LiteracyRecord => generator.root_schema_for::<LiteracyRecord>(),
            Self::Notice => generator.root_schema_for::<Notice>(),
            Self::Assessment => generator.root_schema_for::<Assessment>(),
            Self::Incident => generator.root_schema_for::<Incident>(),
            Self::AuditSummary => generator.root_schema_for::<AuditSummary>(),
            Self::Evidence => generator.root_schema_for::<Evidence>(),
            Self::Rollout => generator.root_schema_for::<Rollout>(),
            Self::Waiver => generator.root_schema_for::<Waiver>(),
        }
    }
}

/// Returns the record that a YAML document holds, or nothing after reporting why. A record with a problem in one
/// field is returned without that field; the finding keeps it from being used.
pub fn record(node: &Node, findings: &mut Diagnostics) -> Option<AnyRecord> {
    let mut found = Diagnostics::default();
    let record = read(node, &mut found);
    advise_on_ids(node, &mut found);
    findings.extend(found);
    record
}

fn read(node: &Node, findings: &mut Diagnostics) -> Option<AnyRecord> {
    let Some(entries) = node.entries() else {
        let says = format!(
            "a record is a mapping with `kind` and `id`; found {}",
            node.found()
        );
        let finding = Diagnostic::at(Code::WrongType, node.span, says, "not a mapping");
        let instead = "write each field in a line of its own with a colon and a space: `kind: ai_system`";
        findings.add(finding.help(instead));
        return None;
    };
    let kind = kind_of(node, entries, findings)?;
    let place = node.entry("kind").map_or(node.span, |entry| entry.value.span);
    let mut reading = Reading {
        node,
        entries,
        kind,
        place,
        findings,
    };
    match kind {
        Kind::Organisation => reading.record().map(AnyRecord::Organisation),
        Kind::Vendor => reading.record().map(AnyRecord::Vendor),
        Kind::AiSystem => reading.system().map(AnyRecord::AiSystem),
        Kind::Model => reading.record().map(AnyRecord::Model),
        Kind::Dataset => reading.record().map(AnyRecord::Dataset),
        Kind::ReviewWorkflow => reading.record().map(AnyRecord::ReviewWorkflow),
        Kind::OversightAssignment => reading.record().map(AnyRecord::OversightAssignment),
        Kind::ManagedPolicy => reading.record().map(AnyRecord::ManagedPolicy),
        Kind::LiteracyRecord => reading.record().map(AnyRecord::LiteracyRecord),
        Kind::Notice => reading.record().map(AnyRecord::Notice),
        Kind::Assessment => reading.record().map(AnyRecord::Assessment),
        Kind::Incident => reading.record().map(AnyRecord::Incident),
        Kind::AuditSummary => reading.record().map(AnyRecord::AuditSummary),
        Kind::Evidence => reading.record().map(AnyRecord::Evidence),
        Kind::Rollout => reading.record().map(AnyRecord::Rollout),
        Kind::Waiver => reading.record().map(AnyRecord::Waiver),
    }
}

fn kind_of(node: &Node, entries: &[Entry], findings: &mut Diagnostics) -> Option<Kind> {
    let keys: Vec<&str> = Kind::ALL.iter().map(|kind| kind.key()).collect();
    let allowed = format!("kinds: {}", listed(&keys));
    let Some(entry) = node.entry("kind") else {
        let place = entries.first().map_or(node.span, |entry| entry.key.span);
        let says = "this record does not say which kind it is";
        let finding = Diagnostic::at(
            Code::MissingKind,
            place,
            says,
            "a record begins here, without `kind`",
        );
        let finding = finding
            .help("add a line such as `kind: ai_system`")
            .help("a line of `---` begins a record; to go on with the record above it, delete that line");
        findings.add(finding.help(allowed));
        return None;
    };
    let typed = match &entry.value.content {
        Content::Scalar(scalar) => scalar.text.as_str(),
        Content::List(_) | Content::Table(_) => "",
    };
    if let Some(kind) = Kind::ALL.iter().find(|kind| kind.key() == typed) {
        return Some(*kind);
    }
    if typed == group::KIND {
        findings.add(group_among_records(entry));
        return None;
    }
    let says = format!("there is no kind of record called {}", entry.value.found());
    let finding = Diagnostic::at(Code::UnknownKind, entry.value.span, says, "not a kind");
    let finding = match nearest(typed, keys.iter().copied()) {
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None => finding,
    };
    findings.add(finding.help(allowed));
    None
}

fn group_among_records(entry: &Entry) -> Diagnostic {
    let says = "a group stands outside the projects of its members, and this is a project";
    Diagnostic::at(Code::GroupAmongRecords, entry.value.span, says, "no record")
        .help("name the file with `--group` and leave out `--project`, or name the project of one member")
}

struct Reading<'a> {
    node: &'a Node,
    entries: &'a [Entry],
    kind: Kind,
    /// The value of `kind`, at which what is missing is reported.
    place: Span,
    findings: &'a mut Diagnostics,
}

impl Reading<'_> {
    fn record<T: DeserializeOwned>(&mut self) -> Option<Record<T>> {
        let id = self.id();
        let head = decode::<Head>(self.node, self.findings);
        let body = decode::<T>(self.node, self.findings);
        report_unknown_keys(
            self.entries,
            &[&["kind", "id"], head.keys, body.keys],
            &format!("`actfile explain {}`", self.kind.key()),
            self.findings,
        );
        tell_unindented(self.node, &[head.empty, body.empty].concat(), self.findings);
        let (head, body) = (head.value?, body.value);
        self.check_name(&head);
        Some(Record {
            id: id?,
            span: self.node.span,
            head,
            body: body?,
        })
    }

    fn system(&mut self) -> Option<Record<System>> {
        let system = self.record();
        check_notes(self.node, self.findings);
        system
    }

    fn id(&mut self) -> Option<Spanned<Id>> {
        let Some(entry) = self.node.entry("id") else {
            self.report_missing(
                "id",
                "add a line such as `id: cv-screening`, made of a-z, 0-9 and -",
            );
            return None;
        };
        let id = decode::<Id>(&entry.value, self.findings).value;
        Some(Spanned::new(id?, entry.value.span))
    }

    fn check_name(&mut self, head: &Head) {
        if self.kind.requires_name() && self.node.entry("name").is_none() {
            self.report_missing("name", "add a line such as `name: CV screening`");
        }
        let Some(name) = head.name.said() else { return };
        let n_characters = name.value.chars().count();
        if n_characters > LONGEST_NAME {
            let says = format!("a name of {n_characters} characters; a name has at most {LONGEST_NAME}");
            let finding = Diagnostic::at(Code::TextTooLong, name.span, says, "too long");
            self.findings
                .add(finding.help("shorten the name and put the rest into `description`"));
        }
    }

    fn report_missing(&mut self, key: &str, advice: &str) {
        let says = format!("this {} has no `{key}`", self.kind.words());
        let label = format!("a record of this kind needs `{key}`");
        self.findings
            .add(Diagnostic::at(Code::MissingIdentity, self.place, says, label).help(advice));
    }
}

impl Named for Organisation {
    fn own_name(&self) -> Option<&str> {
        self.legal_name.stated().map(String::as_str)
    }
}

impl Named for Vendor {
    fn own_name(&self) -> Option<&str> {
        self.legal_name.stated().map(String::as_str)
    }
}

impl Named for Evidence {
    fn own_name(&self) -> Option<&str> {
        self.title.stated().map(String::as_str)
    }
}

impl Named for System {}
impl Named for Model {}
impl Named for Dataset {}
impl Named for ReviewWorkflow {}
impl Named for OversightAssignment {}
impl Named for ManagedPolicy {}
impl Named for LiteracyRecord {}
impl Named for Notice {}
impl Named for Assessment {}
impl Named for Incident {}
impl Named for AuditSummary {}
impl Named for Rollout {}
impl Named for Waiver {}
