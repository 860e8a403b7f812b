//! What in the inventory shows a duty: each kind of proof is a list of fields, and a duty is shown when every one of
//! them speaks. Judges whether something is on record, never whether it is good enough.

mod notices;

use crate::inventory::dataset::Dataset;
use crate::inventory::field::Field;
use crate::inventory::id::Id;
use crate::inventory::kind::Kind;
use crate::inventory::model::Model;
use crate::inventory::oversight::OversightAssignment;
use crate::inventory::record::Record;
use crate::inventory::statement::{AssessmentType, NoticeType};
use crate::inventory::system::{RegistrationScheme, RegistrationStatus};
use crate::law::duties::Proof;
use crate::law::terms::Tier;
use crate::obligations::case::{Case, Docket};
use crate::obligations::deadlines::report_clock;
use crate::obligations::gaps::literacy::lacks_measure;
use crate::obligations::owed::{Pointer, Showing};
use crate::obligations::trail::Trail;

/// How far a duty is shown, by what, and which fields say nothing.
type Shown = (Showing, Vec<Pointer>, Vec<&'static str>);

/// Returns how far literacy measures are shown: by their day, and by covering every system.
pub(crate) fn of_literacy(docket: Docket, cases: &[Case]) -> Shown {
    let mut trail = Trail::default();
    if cases.iter().any(lacks_measure) {
        trail.missing();
    }
    for record in docket.inventory.literacy.values() {
        let (kind, id) = (Kind::LiteracyRecord, &record.id.value);
        for measure in record.measures.items() {
            trail.field(kind, id, "measures.date", &measure.value.date);
        }
    }
    trail.end()
}

/// Returns how far a proof about a model is there.
pub(crate) fn of_model(proof: Proof, model: &Record<Model>, docket: Docket) -> Shown {
    let mut trail = Trail::default();
    let (kind, id) = (Kind::Model, &model.id.value);
    if proof == Proof::CopyrightPolicy {
        trail.field(kind, id, "copyright_policy_url", &model.copyright_policy_url);
    } else if proof == Proof::TrainingSummary {
        let summary = &model.training_data_summary_url;
        trail.field(kind, id, "training_data_summary_url", summary);
    } else if proof == Proof::Evaluations {
        trail.field(kind, id, "evaluation_refs", &model.evaluation_refs);
    } else if proof == Proof::Representative {
        representative(&mut trail, docket);
    } else {
        trail.field(kind, id, "vendor_documentation", &model.vendor_documentation);
        trail.field(kind, id, "architecture", &model.architecture);
        trail.field(kind, id, "modalities", &model.modalities);
        trail.field(kind, id, "licence", &model.licence);
    }
    trail.end()
}

/// Returns how far a proof about a system is there.
pub(crate) fn of_case(proof: Proof, case: &Case) -> Shown {
    let mut walk = Walk {
        case,
        trail: Trail::default(),
    };
    let system = case.system;
    match proof {
        Proof::InteractionNotice => walk.notice(NoticeType::Art50_1),
        Proof::EmotionNotice => walk.notice(NoticeType::Art50_3),
        Proof::DeepfakeNotice => walk.notice(NoticeType::Art50_4Deepfake),
        Proof::TextNotice => walk.notice(NoticeType::Art50_4Text),
        Proof::WorkerNotice => walk.notice(NoticeType::Art26_7),
        Proof::PersonNotice => walk.notice(NoticeType::Art26_11),
        Proof::ExplanationNotice => walk.notice(NoticeType::Art86Procedure),
        Proof::Dpia => walk.assessment(AssessmentType::Dpia, "dpia", &system.dpia),
        Proof::Fria => walk.assessment(AssessmentType::Fria, "fria", &system.fria),
        Proof::DerogationAssessment => {
            walk.assessment(AssessmentType::Art6_4, "classification", &system.classification);
        }
        Proof::OversightDesign => walk.oversight(&[measures]),
        Proof::OversightRoles => walk.oversight(&[roles, competence, authority, support]),
        Proof::Monitoring => walk.oversight(&[monitoring, escalation]),
        Proof::LogRetention => walk.logs(),
        Proof::IncidentReports => walk.incidents(),
        Proof::Registration => walk.registration(),
        Proof::PracticesScreened if !case.class.prohibited_points.is_empty() => {
            return (Showing::Contradicted, case.facts_pointer(), Vec::new());
        }
        Proof::PracticesScreened => walk.practices(),
        Proof::BiasSafeguards => walk.datasets(&[safeguards]),
        Proof::Datasets => walk.datasets(&[provenance, bias_examination]),
        Proof::InputData => walk.datasets(&[representativeness]),
        Proof::Marking => walk.marking(),
        Proof::SupplierAgreement => walk.agreement(),
        Proof::Representative => representative(&mut walk.trail, case.docket),
        Proof::RiskManagement => walk.field("risk_management", &system.risk_management),
        Proof::OwnInstructions | Proof::ReceivedInstructions => {
            walk.field("instructions_for_use", &system.instructions_for_use);
        }
        Proof::Performance => walk.field("performance", &system.performance),
        Proof::Qms => walk.field("qms", &system.qms),
        Proof::PostMarketPlan => walk.field("pmm_plan", &system.pmm_plan),
        Proof::Conformity => walk.conformity(),
        Proof::Declaration => walk.declaration(),
        Proof::TechnicalFile => walk.technical_file(),
        Proof::Attached => walk.field("evidence", &system.head.evidence),
        // These are about the organisation or a model, not about a system.
        Proof::LiteracyMeasures
        | Proof::ModelDocumentation
        | Proof::CopyrightPolicy
        | Proof::TrainingSummary
        | Proof::Evaluations => {}
    }
    walk.trail.end()
}

struct Walk<'c, 'i> {
    case: &'c Case<'i>,
    trail: Trail,
}

impl Walk<'_, '_> {
    fn field<T>(&mut self, field: &'static str, value: &Field<T>) {
        self.trail.field(Kind::AiSystem, self.case.id(), field, value);
    }

    fn conformity(&mut self) {
        let conformity = &self.case.system.conformity;
        match conformity.stated() {
            Some(it) => self.field("conformity.route", &it.route),
            None => self.field("conformity", conformity),
        }
    }

    fn declaration(&mut self) {
        let conformity = &self.case.system.conformity;
        match conformity.stated() {
            Some(it) => self.field("conformity.declaration_evidence", &it.declaration_evidence),
            None => self.field("conformity", conformity),
        }
    }

    fn technical_file(&mut self) {
        let system = self.case.system;
        self.field("version", &system.version);
        self.field("integrations", &system.integrations);
        self.field("deployment", &system.deployment);
        self.field("models", &system.models);
        self.field("datasets", &system.datasets);
        self.field("performance", &system.performance);
        self.field("limitations", &system.limitations);
        self.field("risk_management", &system.risk_management);
        self.field("lifecycle_changes", &system.lifecycle_changes);
        self.field("conformity", &system.conformity);
        self.field("pmm_plan", &system.pmm_plan);
    }

    fn assessment(&mut self, wanted: AssessmentType, field: &'static str, value: &Field<Id>) {
        let inventory = self.case.docket.inventory;
        let written = inventory.assessments_of(self.case.system, wanted);
        if written.is_empty() {
            // A name that leads to an assessment of another kind shows nothing here.
            match value {
                Field::Stated(_) => self.trail.missing(),
                Field::NotApplicable(_) | Field::Unknown(_) | Field::Absent => self.field(field, value),
            }
        }
        for assessment in written {
            let id = &assessment.id.value;
            self.trail.field(Kind::Assessment, id, "date", &assessment.date);
            match wanted {
                AssessmentType::Art6_4 => {
                    self.trail
                        .field(Kind::Assessment, id, "reasons", &assessment.reasons);
                }
                AssessmentType::Fria => {
                    self.trail.field(Kind::Assessment, id, "fria", &assessment.fria);
                    let notified = &assessment.notified_authority_on;
                    self.trail
                        .field(Kind::Assessment, id, "notified_authority_on", notified);
                }
                AssessmentType::Classification
                | AssessmentType::Dpia
                | AssessmentType::ConformityInternal
                | AssessmentType::Risk
                | AssessmentType::Supplier
                | AssessmentType::GpaiModification => {}
            }
        }
    }

    fn oversight(&mut self, parts: &[Part<OversightAssignment>]) {
        let inventory = self.case.docket.inventory;
        let assigned = inventory.oversight_of(self.case.system);
        if assigned.is_empty() {
            self.field("oversight", &self.case.system.oversight);
        }
        for it in assigned {
            let read = |part: &Part<OversightAssignment>| part(&mut self.trail, it);
            parts.iter().for_each(read);
        }
    }

    /// Logs are shown by periods that reach six months.
    fn logs(&mut self) {
        let inventory = self.case.docket.inventory;
        // The latest period that speaks of logs says how they are kept; those before it said how they were.
        let described = inventory.logs_of(self.case.system);
        if described.is_empty() {
            return match inventory.audits_of(self.case.system).is_empty() {
                true => self.field("audit", &self.case.system.audit),
                false => self.trail.missing(),
            };
        }
        let logs = described
            .iter()
            .flat_map(|it| it.log_categories.items().iter().map(move |log| (it, log)));
        for (record, log) in logs {
            let kept = log.value.retention_min.said();
            match kept.filter(|kept| kept.value.reaches_six_months() == Some(true)) {
                Some(kept) => {
                    let field = "log_categories.retention_min";
                    self.trail
                        .pointer(Kind::AuditSummary, &record.id.value, field, kept.span);
                }
                None => self.trail.missing(),
            }
        }
    }

    fn incidents(&mut self) {
        let incidents = self.case.docket.inventory.incidents_of(self.case.system);
        if incidents.is_empty() {
            self.trail.excuse("no incident is on record");
        }
        for incident in incidents {
            let clock = report_clock(incident, self.case.high_risk_from());
            let is_open = clock.is_some_and(|clock| clock.reported_on.is_none());
            match is_open {
                true => self.trail.missing(),
                false => {
                    let (id, at) = (&incident.id.value, incident.id.span);
                    self.trail.pointer(Kind::Incident, id, "notified", at);
                }
            }
        }
    }

    fn registration(&mut self) {
        let value = &self.case.system.registrations;
        let done = |scheme: &RegistrationScheme| match scheme {
            RegistrationScheme::Eu49_2 => self.case.is_derogated(),
            RegistrationScheme::Eu49_1 | RegistrationScheme::National49_5 => self.case.is_provider(),
            RegistrationScheme::Eu49_3 => self.case.is_public_deployer(),
            RegistrationScheme::Other => false,
        };
        let entry = value.items().iter().find(|item| {
            let is_done = item.value.status.is(&RegistrationStatus::Done);
            is_done && item.value.scheme.stated().is_some_and(done)
        });
        match (entry, value) {
            (Some(entry), _) => {
                self.trail
                    .pointer(Kind::AiSystem, self.case.id(), "registrations", entry.span);
            }
            (None, Field::NotApplicable(_)) => self.field("registrations", value),
            (None, Field::Stated(_) | Field::Unknown(_) | Field::Absent) => self.trail.missing(),
        }
    }

    fn practices(&mut self) {
        if self.case.class.max_tier == Tier::Prohibited {
            self.trail.missing();
        }
        // What is not listed is answered by the author's statement on unlisted facts, when there is one.
        let unlisted = self.case.system.unlisted_facts.span();
        let listed = || self.case.facts_span().map(|at| ("facts", at));
        if let Some((field, at)) = unlisted.map(|at| ("unlisted_facts", at)).or_else(listed) {
            self.trail.pointer(Kind::AiSystem, self.case.id(), field, at);
        }
    }

    fn datasets(&mut self, parts: &[Part<Dataset>]) {
        let inventory = self.case.docket.inventory;
        let mut datasets = inventory.datasets_of(self.case.system).peekable();
        if datasets.peek().is_none() {
            self.field("datasets", &self.case.system.datasets);
        }
        for it in datasets {
            let read = |part: &Part<Dataset>| part(&mut self.trail, it);
            parts.iter().for_each(read);
        }
    }

    fn marking(&mut self) {
        let inventory = self.case.docket.inventory;
        let mut models = inventory.models_of(self.case.system).peekable();
        if models.peek().is_none() {
            self.trail.missing();
        }
        for model in models {
            let (kind, id) = (Kind::Model, &model.id.value);
            let Some(it) = model.marking.stated() else {
                self.trail.field(kind, id, "marking", &model.marking);
                continue;
            };
            let is_marked = it.metadata.stated().is_some() || it.watermark.stated().is_some();
            if it.metadata.stated().is_some() || !is_marked {
                self.trail.field(kind, id, "marking.metadata", &it.metadata);
            }
            if it.watermark.stated().is_some() || !is_marked {
                self.trail.field(kind, id, "marking.watermark", &it.watermark);
            }
            if is_marked {
                self.trail
                    .field(kind, id, "marking.detection_url", &it.detection_url);
            }
        }
    }

    fn agreement(&mut self) {
        let inventory = self.case.docket.inventory;
        let models = inventory
            .models_of(self.case.system)
            .filter_map(|it| inventory.vendor(&it.provider));
        let vendors: Vec<_> = self.case.vendor().into_iter().chain(models).collect();
        if vendors.is_empty() {
            self.trail.excuse("no supplier is on record");
        }
        for vendor in vendors {
            let agreement = &vendor.art_25_4_agreement;
            self.trail
                .field(Kind::Vendor, &vendor.id.value, "art_25_4_agreement", agreement);
        }
    }
}

fn representative(trail: &mut Trail, docket: Docket) {
    match docket.organisation() {
        Some(it) => {
            let (kind, id) = (Kind::Organisation, &it.id.value);
            let representative = &it.authorised_representative;
            trail.field(kind, id, "authorised_representative", representative);
        }
        None => trail.missing(),
    }
}

/// A field that is part of a proof, read from a record of its kind.
type Part<T> = fn(&mut Trail, &Record<T>);

macro_rules! parts {
    ($($name:ident: $kind:ident $record:ident $field:ident;)*) => {$(
        fn $name(trail: &mut Trail, it: &Record<$record>) {
            trail.field(Kind::$kind, &it.id.value, stringify!($field), &it.$field);
        }
    )*};
}

parts! {
    measures: OversightAssignment OversightAssignment measures;
    roles: OversightAssignment OversightAssignment roles;
    competence: OversightAssignment OversightAssignment competence;
    authority: OversightAssignment OversightAssignment authority;
    support: OversightAssignment OversightAssignment support;
    monitoring: OversightAssignment OversightAssignment monitoring;
    escalation: OversightAssignment OversightAssignment escalation;
    provenance: Dataset Dataset provenance;
    bias_examination: Dataset Dataset bias_examination;
    representativeness: Dataset Dataset representativeness_note;
    safeguards: Dataset Dataset special_category_bias_use;
}
