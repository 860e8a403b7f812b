//! Which fields of which records name other records, and of which kind.

use crate::inventory::field::{Field, List};
use crate::inventory::id::Id;
use crate::inventory::kind::{AnyRecord, Kind};
use crate::inventory::model::Model;
use crate::inventory::oversight::{Measures, OversightAssignment};
use crate::inventory::record::Head;
use crate::inventory::rollout::{PreventionMeasure, Rollout, RolloutPhase};
use crate::inventory::statement::Notice;
use crate::inventory::system::System;
use crate::inventory::vendor::Vendor;
use crate::source::Spanned;

/// Returns every reference of a record with the kind of record that it has to name.
pub(crate) fn references(record: &AnyRecord) -> Vec<(&Spanned<Id>, Kind)> {
    let mut found = Found::default();
    found.many(&record.head().evidence, Kind::Evidence);
    match record {
        AnyRecord::Organisation(it) => {
            let representative = it.authorised_representative.stated();
            representative
                .iter()
                .for_each(|it| found.one(&it.mandate_ref, Kind::Evidence));
            for position in it.code_of_practice.items() {
                found.one(&position.value.gap_analysis_evidence, Kind::Evidence);
            }
        }
        AnyRecord::Vendor(it) => found.vendor(it),
        AnyRecord::AiSystem(it) => found.system(it),
        AnyRecord::Model(it) => found.model(it),
        AnyRecord::Dataset(it) => found.one(&it.vendor, Kind::Vendor),
        AnyRecord::ReviewWorkflow(it) => {
            found.many(&it.systems, Kind::AiSystem);
            found.one(&it.enforcement_evidence, Kind::Evidence);
        }
        AnyRecord::OversightAssignment(it) => found.oversight(it),
        AnyRecord::ManagedPolicy(it) => found.many(&it.systems, Kind::AiSystem),
        AnyRecord::LiteracyRecord(it) => {
            for measure in it.measures.items() {
                found.many(&measure.value.systems, Kind::AiSystem);
                found.one(&measure.value.material, Kind::Evidence);
            }
        }
        AnyRecord::Notice(it) => found.notice(it),
        AnyRecord::Assessment(it) => {
            found.one(&it.system, Kind::AiSystem);
            found.one(&it.model, Kind::Model);
        }
        AnyRecord::Incident(it) => found.one(&it.system, Kind::AiSystem),
        AnyRecord::AuditSummary(it) => {
            found.many(&it.systems, Kind::AiSystem);
            found.many(&it.incidents, Kind::Incident);
            it.sources
                .items()
                .iter()
                .for_each(|source| found.one(&source.value.evidence, Kind::Evidence));
        }
        AnyRecord::Evidence(_) => {}
        AnyRecord::Rollout(it) => found.rollout(it),
        // The record that a waiver names may be of any kind; it is looked up beside these.
        AnyRecord::Waiver(it) => found.many(&it.systems, Kind::AiSystem),
    }
    found.0
}

impl AnyRecord {
    /// Returns the id of the record.
    pub fn id(&self) -> &Spanned<Id> {
        match self {
            Self::Organisation(it) => &it.id,
            Self::Vendor(it) => &it.id,
            Self::AiSystem(it) => &it.id,
            Self::Model(it) => &it.id,
            Self::Dataset(it) => &it.id,
            Self::ReviewWorkflow(it) => &it.id,
            Self::OversightAssignment(it) => &it.id,
            Self::ManagedPolicy(it) => &it.id,
            Self::LiteracyRecord(it) => &it.id,
            Self::Notice(it) => &it.id,
            Self::Assessment(it) => &it.id,
            Self::Incident(it) => &it.id,
            Self::AuditSummary(it) => &it.id,
            Self::Evidence(it) => &it.id,
            Self::Rollout(it) => &it.id,
            Self::Waiver(it) => &it.id,
        }
    }

    /// Returns what all records share.
    pub fn head(&self) -> &Head {
        match self {
            Self::Organisation(it) => &it.head,
            Self::Vendor(it) => &it.head,
            Self::AiSystem(it) => &it.head,
            Self::Model(it) => &it.head,
            Self::Dataset(it) => &it.head,
            Self::ReviewWorkflow(it) => &it.head,
            Self::OversightAssignment(it) => &it.head,
            Self::ManagedPolicy(it) => &it.head,
            Self::LiteracyRecord(it) => &it.head,
            Self::Notice(it) => &it.head,
            Self::Assessment(it) => &it.head,
            Self::Incident(it) => &it.head,
            Self::AuditSummary(it) => &it.head,
            Self::Evidence(it) => &it.head,
            Self::Rollout(it) => &it.head,
            Self::Waiver(it) => &it.head,
        }
    }

    /// Returns the kind of the record.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Organisation(_) => Kind::Organisation,
            Self::Vendor(_) => Kind::Vendor,
            Self::AiSystem(_) => Kind::AiSystem,
            Self::Model(_) => Kind::Model,
            Self::Dataset(_) => Kind::Dataset,
            Self::ReviewWorkflow(_) => Kind::ReviewWorkflow,
            Self::OversightAssignment(_) => Kind::OversightAssignment,
            Self::ManagedPolicy(_) => Kind::ManagedPolicy,
            Self::LiteracyRecord(_) => Kind::LiteracyRecord,
            Self::Notice(_) => Kind::Notice,
            Self::Assessment(_) => Kind::Assessment,
            Self::Incident(_) => Kind::Incident,
            Self::AuditSummary(_) => Kind::AuditSummary,
            Self::Evidence(_) => Kind::Evidence,
            Self::Rollout(_) => Kind::Rollout,
            Self::Waiver(_) => Kind::Waiver,
        }
    }
}

#[derive(Default)]
struct Found<'r>(Vec<(&'r Spanned<Id>, Kind)>);

impl<'r> Found<'r> {
    fn one(&mut self, field: &'r Field<Id>, kind: Kind) {
        self.0.extend(field.said().map(|name| (name, kind)));
    }

    fn many(&mut self, field: &'r Field<List<Id>>, kind: Kind) {
        self.0.extend(field.items().iter().map(|name| (name, kind)));
    }

    fn vendor(&mut self, vendor: &'r Vendor) {
        self.one(&vendor.art_53_1_b_pack, Kind::Evidence);
        if let Some(agreement) = vendor.art_25_4_agreement.stated() {
            self.one(&agreement.evidence, Kind::Evidence);
        }
        if let Some(representative) = vendor.authorised_representative.stated() {
            self.one(&representative.mandate_ref, Kind::Evidence);
        }
        vendor
            .certifications
            .items()
            .iter()
            .for_each(|it| self.one(&it.value.evidence, Kind::Evidence));
    }

    fn system(&mut self, system: &'r System) {
        self.one(&system.vendor, Kind::Vendor);
        if let Some(plan) = system.plan.stated() {
            self.one(&plan.evidence, Kind::Evidence);
        }
        self.many(&system.models, Kind::Model);
        self.many(&system.datasets, Kind::Dataset);
        self.one(&system.oversight, Kind::OversightAssignment);
        self.many(&system.review_workflows, Kind::ReviewWorkflow);
        self.one(&system.audit, Kind::AuditSummary);
        self.one(&system.policy, Kind::ManagedPolicy);
        self.one(&system.classification, Kind::Assessment);
        self.one(&system.dpia, Kind::Assessment);
        self.one(&system.fria, Kind::Assessment);
        self.many(&system.notices, Kind::Notice);
        self.one(&system.pmm_plan, Kind::Evidence);
        self.one(&system.risk_management, Kind::Evidence);
        self.one(&system.qms, Kind::Evidence);
        if let Some(instructions) = system.instructions_for_use.stated() {
            self.one(&instructions.evidence, Kind::Evidence);
        }
        if let Some(conformity) = system.conformity.stated() {
            self.one(&conformity.declaration_evidence, Kind::Evidence);
        }
        system
            .integrations
            .items()
            .iter()
            .for_each(|it| self.one(&it.value.vendor, Kind::Vendor));
        system
            .performance
            .items()
            .iter()
            .for_each(|it| self.one(&it.value.test_report, Kind::Evidence));
    }

    fn model(&mut self, model: &'r Model) {
        self.one(&model.provider, Kind::Vendor);
        self.many(&model.base_models, Kind::Model);
        self.many(&model.datasets, Kind::Dataset);
        self.one(&model.vendor_documentation, Kind::Evidence);
        self.many(&model.evaluation_refs, Kind::Evidence);
        let metrics = [&model.performance_metrics, &model.security_metrics];
        for metric in metrics.into_iter().flat_map(|list| list.items()) {
            self.one(&metric.value.test_report, Kind::Evidence);
        }
    }

    fn oversight(&mut self, assignment: &'r OversightAssignment) {
        self.many(&assignment.systems, Kind::AiSystem);
        if let Some(measures) = assignment.measures.stated() {
            self.measures(measures);
        }
    }

    fn measures(&mut self, measures: &'r Measures) {
        let described = [
            &measures.understand,
            &measures.automation_bias,
            &measures.interpret,
            &measures.r#override,
        ];
        for measure in described.into_iter().filter_map(Field::stated) {
            self.one(&measure.evidence, Kind::Evidence);
        }
    }

    fn rollout(&mut self, rollout: &'r Rollout) {
        self.many(&rollout.systems, Kind::AiSystem);
        let phases = RolloutPhase::ALL.iter();
        let phases = phases.filter_map(|phase| rollout.phases.stated()?.of(*phase).stated());
        for step in phases.flat_map(|phase| phase.steps.items()) {
            self.many(&step.value.evidence, Kind::Evidence);
        }
        let measures = PreventionMeasure::ALL.iter();
        let measures = measures.filter_map(|it| rollout.prevention.stated()?.of(*it).stated());
        measures.for_each(|measure| self.many(&measure.evidence, Kind::Evidence));
        for tool in rollout.unapproved_tools.items() {
            self.one(&tool.value.system, Kind::AiSystem);
            self.one(&tool.value.replaced_by, Kind::AiSystem);
        }
        for comparison in rollout.comparisons.items() {
            self.many(&comparison.value.evidence, Kind::Evidence);
        }
    }

    fn notice(&mut self, notice: &'r Notice) {
        self.many(&notice.systems, Kind::AiSystem);
    }
}
