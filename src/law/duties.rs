//! The duties of the Act: who owes what, when it is triggered, from which day, and what in an inventory shows it.
//! Constant data, one row per duty; whether an organisation owes one is decided in `obligations`.

use crate::calendar::Date;
use crate::law::cite::Citation;
use crate::law::dates::DutyGroup;
use crate::law::edition::Edition;
use crate::law::gaps::Ground;
use crate::law::rule::{AMENDED, PUBLISHED};
use crate::law::terms::{Art50Para, Role};

/// What makes a duty exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trigger {
    /// Any AI system in the scope of the Act.
    AnySystem,
    /// A high-risk system under Annex III or Annex I Section A.
    HighRisk,
    /// A high-risk system under Annex III, except critical infrastructure.
    AnnexIiiRegistered,
    /// Critical infrastructure (Annex III point 2).
    CriticalInfrastructure,
    /// A high-risk system under Annex III that helps to decide about persons.
    Decisions,
    /// A high-risk system that is used on workers.
    Workers,
    /// A high-risk system under Annex III of a public authority.
    PublicDeployer,
    /// A high-risk system whose deployer owes a fundamental rights impact assessment (Article 27(1)).
    RightsAssessment,
    /// A high-risk system of a provider outside the Union.
    ThirdCountryProvider,
    /// A high-risk system that somebody else has taken over as provider (Article 25(2)).
    HandOver,
    /// Remote biometric identification after the event, by a law-enforcement authority.
    LaterIdentification,
    /// A high-risk system under Annex III points 1, 6 and 7 in law enforcement, migration, asylum and border control.
    SecureRegistration,
    /// An Annex III system that relies on a derogation.
    Derogated,
    /// A duty of Article 50.
    Art50(Art50Para),
    /// Special categories of personal data used to find bias.
    BiasData,
    /// A general-purpose AI model.
    Gpai,
    /// A general-purpose AI model without the open-source relief.
    GpaiWithoutRelief,
    /// A general-purpose AI model with systemic risk.
    GpaiSystemic,
    /// A general-purpose AI model of a provider outside the Union, without the open-source relief.
    GpaiThirdCountry,
}

impl Trigger {
    /// Returns the words for what makes the duty exist.
    pub const fn words(self) -> &'static str {
        match self {
            Self::AnySystem => "any AI system in the scope of the Act",
            Self::HighRisk => "a high-risk system under Annex III or Annex I Section A",
            Self::AnnexIiiRegistered => "a high-risk system under Annex III, except critical infrastructure",
            Self::CriticalInfrastructure => {
                "a high-risk system in critical infrastructure (Annex III point 2)"
            }
            Self::Decisions => {
                "a high-risk system under Annex III that makes, or helps to make, decisions about persons"
            }
            Self::Workers => "a high-risk system that is used on workers",
            Self::PublicDeployer => "a high-risk system under Annex III that a public authority uses",
            Self::RightsAssessment => "a high-risk system of a deployer named in Article 27(1)",
            Self::ThirdCountryProvider => "a high-risk system of a provider outside the Union",
            Self::HandOver => "a high-risk system that somebody else has taken over as its provider",
            Self::LaterIdentification => {
                "remote biometric identification after the event by a law-enforcement authority"
            }
            Self::SecureRegistration => {
                "a high-risk system of Annex III in law enforcement, migration, asylum or border control"
            }
            Self::Derogated => "a system of Annex III that relies on a derogation",
            Self::Art50(Art50Para::P1) => "a system that interacts directly with people (Article 50(1))",
            Self::Art50(Art50Para::P2) => "a system that generates or alters content (Article 50(2))",
            Self::Art50(Art50Para::P3) => "emotion recognition or biometric categorisation (Article 50(3))",
            Self::Art50(Art50Para::P4Deepfake) => "deep fakes (Article 50(4))",
            Self::Art50(Art50Para::P4Text) => "published text on matters of public interest (Article 50(4))",
            Self::BiasData => "special categories of personal data used to find bias",
            Self::Gpai => "a general-purpose AI model",
            Self::GpaiWithoutRelief => "a general-purpose AI model without the open-source relief",
            Self::GpaiSystemic => "a general-purpose AI model with systemic risk",
            Self::GpaiThirdCountry => {
                "a general-purpose AI model of a provider outside the Union, without the open-source relief"
            }
        }
    }
}

impl Trigger {
    /// Returns whether the duty exists on the route of Annex III alone.
    pub const fn is_annex_iii_alone(self) -> bool {
        match self {
            Self::AnnexIiiRegistered
            | Self::CriticalInfrastructure
            | Self::Decisions
            | Self::PublicDeployer
            | Self::RightsAssessment
            | Self::LaterIdentification
            | Self::SecureRegistration
            | Self::Derogated => true,
            Self::AnySystem
            | Self::HighRisk
            | Self::Workers
            | Self::ThirdCountryProvider
            | Self::HandOver
            | Self::Art50(_)
            | Self::BiasData
            | Self::Gpai
            | Self::GpaiWithoutRelief
            | Self::GpaiSystemic
            | Self::GpaiThirdCountry => false,
        }
    }
}

/// From which day a duty applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// With a group of duties.
    Group(DutyGroup),
    /// With the Chapter III duties of the route by which the system is high-risk.
    HighRisk,
    /// The article stands in a section that is not deferred, but registers systems whose classes are.
    Unsettled,
    /// With the amending act.
    Amended,
}

crate::terms! {
    /// What in an inventory shows that a duty is met.
    pub enum Proof {
        LiteracyMeasures = "literacy_measures" => "a literacy record with dated measures",
        PracticesScreened = "practices_screened" => "answers that rule out prohibited practices",
        BiasSafeguards = "bias_safeguards" => "the safeguards of the data set",
        RiskManagement = "risk_management" => "the risk management file",
        Datasets = "datasets" => "the data sets with their description",
        TechnicalFile = "technical_file" => "the fields of Annex IV",
        LogRetention = "log_retention" => "log categories with their periods",
        OwnInstructions = "own_instructions" => "the instructions for use that we supply",
        ReceivedInstructions = "received_instructions" => "the provider's instructions for use",
        OversightDesign = "oversight_design" => "oversight measures, one per letter",
        Performance = "performance" => "measured performance with test reports",
        Qms = "qms" => "the quality management system",
        Conformity = "conformity" => "the route of conformity assessment",
        Declaration = "declaration" => "the declaration of conformity",
        Registration = "registration" => "the registration, done",
        PostMarketPlan = "post_market_plan" => "the post-market monitoring plan",
        IncidentReports = "incident_reports" => "reports of serious incidents in time",
        Representative = "representative" => "the authorised representative and the mandate",
        SupplierAgreement = "supplier_agreement" => "the written agreement with the supplier",
        OversightRoles = "oversight_roles" => "an oversight assignment with roles, training and authority",
        InputData = "input_data" => "a note on representative input data",
        Monitoring = "monitoring" => "monitoring and escalation",
        WorkerNotice = "worker_notice" => "the notice to workers and their representatives",
        PersonNotice = "person_notice" => "the notice to persons",
        ExplanationNotice = "explanation_notice" => "the procedure for explanations",
        Dpia = "dpia" => "the data protection impact assessment",
        Fria = "fria" => "the fundamental rights impact assessment",
        DerogationAssessment = "derogation_assessment" => "the written assessment behind the derogation",
        InteractionNotice = "interaction_notice" => "the notice and its place",
        Marking = "marking" => "marking and detection of the model's output",
        EmotionNotice = "emotion_notice" => "the notice to persons exposed",
        DeepfakeNotice = "deepfake_notice" => "the disclosure of deep fakes",
        TextNotice = "text_notice" => "the disclosure of published text, or editorial responsibility",
        ModelDocumentation = "model_documentation" => "the model's documentation",
        CopyrightPolicy = "copyright_policy" => "the copyright policy",
        TrainingSummary = "training_summary" => "the public summary of training content",
        Evaluations = "evaluations" => "evaluations of the model",
        Attached = "attached" => "evidence attached to the record; its content is not checked",
    }
}

/// Where a breach of the duty is fined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fined {
    /// By the ceiling of this provision.
    Under(Citation),
    /// By national rules, without a ceiling of the Union (Article 99(1)).
    Nationally,
}

/// One duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Duty {
    /// The name, such as `art-26-6-logs`.
    pub id: &'static str,
    /// What is owed, in plain words.
    pub title: &'static str,
    /// Where it stands.
    pub cites: &'static [Citation],
    /// Who owes it.
    pub roles: &'static [Role],
    /// What makes it exist.
    pub trigger: Trigger,
    /// From which day it applies.
    pub start: Start,
    /// What shows it.
    pub proof: Proof,
    /// What it rests on.
    pub ground: Ground,
    /// Where a breach is fined.
    pub fined: Fined,
    /// First day on which this text is law.
    pub since: Date,
    /// First day on which it no longer is.
    pub until: Option<Date>,
}

/// Documents of a high-risk system are kept for this many years (Articles 18(1) and 47(1)).
pub const DOCUMENTS_KEPT_YEARS: i16 = 10;

/// The time in which a serious incident is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportTerm {
    /// Days after somebody became aware; none means at once.
    pub days: i32,
    /// Where the term stands.
    pub cite: Citation,
}

const fn term(days: i32, cite: Citation) -> ReportTerm {
    ReportTerm { days, cite }
}

/// The term of a provider for any serious incident.
pub const REPORT: ReportTerm = term(15, Citation::art("73", "(2)"));
/// The term of a provider for a widespread infringement or a disruption of critical infrastructure.
pub const REPORT_INFRASTRUCTURE: ReportTerm = term(2, Citation::art("73", "(3)"));
/// The term of a provider for a death.
pub const REPORT_DEATH: ReportTerm = term(10, Citation::art("73", "(4)"));
/// A deployer tells the provider at once.
pub const REPORT_BY_DEPLOYER: ReportTerm = term(0, Citation::art("26", "(5)"));

impl Duty {
    /// Returns the first day of application; `high_risk` is the day of the route by which a system is high-risk.
    pub fn applies_from(&self, edition: Edition, high_risk: Option<Date>) -> Option<Date> {
        match self.start {
            Start::Group(group) => group.applies_from(edition),
            Start::HighRisk | Start::Unsettled => {
                high_risk.or(DutyGroup::HighRiskAnnexIii.applies_from(edition))
            }
            Start::Amended => match edition {
                Edition::Oj2024 => None,
                Edition::Omnibus2026 => Some(edition.in_force_from()),
            },
        }
    }
}

impl Duty {
    /// Returns whether the duty belongs to an edition.
    pub fn is_law_in(&self, edition: Edition) -> bool {
        edition.has(self.since, self.until)
    }

    /// Returns how its start is reckoned in an edition; the text as published defers no section, so nothing is open.
    pub const fn start_in(&self, edition: Edition) -> Start {
        match (self.start, edition) {
            (Start::Unsettled, Edition::Oj2024) => Start::HighRisk,
            (start, _) => start,
        }
    }

    /// Returns what it rests on in an edition; where the start is settled, the text itself.
    pub const fn ground_in(&self, edition: Edition) -> Ground {
        match (self.start, edition) {
            (Start::Unsettled, Edition::Oj2024) => Ground::Law,
            _ => self.ground,
        }
    }
}

/// Returns the duties of an edition, in the order of the table.
pub fn of(edition: Edition) -> impl Iterator<Item = &'static Duty> {
    ALL.iter().filter(move |duty| duty.is_law_in(edition))
}

/// Returns the duty with a name, such as `art-4-literacy`.
pub fn duty(id: &str) -> Option<&'static Duty> {
    ALL.iter().find(|duty| duty.id == id)
}

const fn art(number: &'static str, rest: &'static str) -> Citation {
    Citation::art(number, rest)
}

const OPERATORS: &[Role] = &[Role::Provider, Role::Deployer];
const PROVIDER: &[Role] = &[Role::Provider];
const DEPLOYER: &[Role] = &[Role::Deployer];
const MODEL_PROVIDER: &[Role] = &[Role::GpaiProvider, Role::GpaiModifier];
const LISTED: Fined = Fined::Under(Citation::art("99", "(4)"));
const GPAI_FINE: Fined = Fined::Under(Citation::art("101", ""));

/// A duty of the provider of a high-risk system, for struct update in the table.
const BUILT: Duty = Duty {
    id: "",
    title: "",
    cites: &[],
    roles: PROVIDER,
    trigger: Trigger::HighRisk,
    start: Start::HighRisk,
    proof: Proof::Attached,
    ground: Ground::Law,
    fined: LISTED,
    since: PUBLISHED,
    until: None,
};
/// A duty of the deployer of a high-risk system.
const USED: Duty = Duty {
    roles: DEPLOYER,
    ..BUILT
};
/// A duty of the provider of a general-purpose AI model.
const MODEL: Duty = Duty {
    roles: MODEL_PROVIDER,
    trigger: Trigger::Gpai,
    start: Start::Group(DutyGroup::Gpai),
    fined: GPAI_FINE,
    ..BUILT
};

macro_rules! duties {
    ($($base:ident $id:literal $title:literal [$($cite:expr),*] $proof:ident $({ $($field:ident: $value:expr),* })?;)*) => {
        /// Every duty, in the order of tiers and articles.
        pub const ALL: &[Duty] = &[$(
            Duty { id: $id, title: $title, cites: &[$($cite),*], proof: Proof::$proof, $($($field: $value,)*)? ..$base },
        )*];
    };
}

duties! {
    BUILT "art-4-literacy-2024" "see to it, as far as possible, that staff and others who operate AI for us are sufficiently AI literate" [art("4", "")] LiteracyMeasures
        { roles: OPERATORS, trigger: Trigger::AnySystem, start: Start::Group(DutyGroup::General), fined: Fined::Nationally, until: Some(AMENDED) };
    BUILT "art-4-literacy" "take measures that support the AI literacy of staff and others who operate AI for us" [art("4", "(1)")] LiteracyMeasures
        { roles: OPERATORS, trigger: Trigger::AnySystem, start: Start::Group(DutyGroup::General), fined: Fined::Nationally, since: AMENDED };
    BUILT "art-5-practices" "keep away from prohibited practices" [art("5", "(1)")] PracticesScreened
        { roles: Role::ALL, trigger: Trigger::AnySystem, start: Start::Group(DutyGroup::Prohibitions), fined: Fined::Under(Citation::art("99", "(3)")) };
    BUILT "art-10-5-bias-data" "use special categories of data to find bias in a high-risk system only where nothing else will do, with safeguards" [art("10", "(5)")] BiasSafeguards
        { trigger: Trigger::BiasData, until: Some(AMENDED) };
    BUILT "art-4a-bias-data" "surround special categories of data with safeguards when they serve to find bias" [art("4a", "")] BiasSafeguards
        { roles: OPERATORS, trigger: Trigger::BiasData, start: Start::Amended, fined: Fined::Nationally, since: AMENDED };

    BUILT "art-50-1-interaction" "tell people that they deal with an AI system" [art("50", "(1)"), art("50", "(5)")] InteractionNotice
        { trigger: Trigger::Art50(Art50Para::P1), start: Start::Group(DutyGroup::Transparency) };
    BUILT "art-50-2-marking" "mark generated content so that machines can detect it" [art("50", "(2)")] Marking
        { trigger: Trigger::Art50(Art50Para::P2), start: Start::Group(DutyGroup::Transparency) };
    USED "art-50-3-emotion" "tell people that they are exposed to emotion recognition or biometric categorisation" [art("50", "(3)"), art("50", "(5)")] EmotionNotice
        { trigger: Trigger::Art50(Art50Para::P3), start: Start::Group(DutyGroup::Transparency) };
    USED "art-50-4-deepfake" "disclose deep fakes" [art("50", "(4)"), art("50", "(5)")] DeepfakeNotice
        { trigger: Trigger::Art50(Art50Para::P4Deepfake), start: Start::Group(DutyGroup::Transparency) };
    USED "art-50-4-text" "disclose generated text that informs the public" [art("50", "(4) second subpara"), art("50", "(5)")] TextNotice
        { trigger: Trigger::Art50(Art50Para::P4Text), start: Start::Group(DutyGroup::Transparency) };

    BUILT "art-6-4-assessment" "write down why a system listed in Annex III is not high-risk" [art("6", "(4)")] DerogationAssessment
        { trigger: Trigger::Derogated, start: Start::Group(DutyGroup::Derogation), fined: Fined::Nationally };
    BUILT "art-49-2-registration" "register a system that relies on a derogation" [art("49", "(2)"), Citation::Annex("VIII", "Section B")] Registration
        { trigger: Trigger::Derogated, start: Start::Unsettled, ground: Ground::Unsettled, fined: Fined::Nationally };

    BUILT "art-9-risks" "run a risk management system" [art("9", "")] RiskManagement;
    BUILT "art-10-data" "govern the data used for training, validation and testing" [art("10", "")] Datasets;
    BUILT "art-11-file" "keep the technical documentation" [art("11", ""), Citation::Annex("IV", "")] TechnicalFile;
    BUILT "art-19-logs" "let the system log events, and keep the logs for six months or more" [art("12", ""), art("19", "(1)")] LogRetention;
    BUILT "art-13-instructions" "supply instructions for use" [art("13", "")] OwnInstructions;
    BUILT "art-14-oversight" "design the system so that people can oversee it" [art("14", "")] OversightDesign;
    BUILT "art-15-accuracy" "reach and declare accuracy, robustness and cybersecurity" [art("15", "")] Performance;
    BUILT "art-16-identity" "put our name, trademark and address on the system, its packaging or its documents" [art("16", "(b)")] Attached;
    BUILT "art-16-accessibility" "make the system accessible to persons with disabilities" [art("16", "(l)")] Attached;
    BUILT "art-17-quality" "run a quality management system" [art("17", "")] Qms;
    BUILT "art-18-keep" "keep documents for ten years" [art("18", "(1)")] Attached;
    BUILT "art-20-correct" "correct, withdraw or recall a system that does not conform, and say so" [art("20", "")] Attached;
    BUILT "art-21-cooperation" "answer reasoned requests of authorities, with documents and logs" [art("21", "")] Attached;
    BUILT "art-22-representative" "appoint an authorised representative in the Union" [art("22", "(1)")] Representative
        { trigger: Trigger::ThirdCountryProvider };
    BUILT "art-25-2-hand-over-2024" "cooperate with whoever has become provider, and give them the information, technical access and help they need" [art("25", "(2)")] Attached
        { trigger: Trigger::HandOver, fined: Fined::Nationally, until: Some(AMENDED) };
    BUILT "art-25-2-hand-over" "cooperate with whoever has become provider, and hand over documents, known limits and technical access" [art("25", "(2)")] Attached
        { trigger: Trigger::HandOver, since: AMENDED };
    BUILT "art-25-4-agreement-2024" "agree in writing with suppliers of systems, tools, services and components" [art("25", "(4)")] SupplierAgreement
        { fined: Fined::Nationally, until: Some(AMENDED) };
    BUILT "art-25-4-agreement" "agree in writing with suppliers of components and models" [art("25", "(4)")] SupplierAgreement
        { since: AMENDED };
    BUILT "art-43-conformity" "have conformity assessed before the market" [art("43", "")] Conformity;
    BUILT "art-47-declaration" "declare conformity and affix the CE marking" [art("47", ""), art("48", ""), Citation::Annex("V", "")] Declaration;
    BUILT "art-49-1-registration" "register organisation and system in the EU database" [art("49", "(1)"), Citation::Annex("VIII", "Section A")] Registration
        { trigger: Trigger::AnnexIiiRegistered, start: Start::Unsettled, ground: Ground::Unsettled };
    BUILT "art-49-5-registration" "register critical infrastructure nationally" [art("49", "(5)")] Registration
        { trigger: Trigger::CriticalInfrastructure, start: Start::Unsettled, ground: Ground::Unsettled };
    BUILT "art-49-4-registration" "make the registration in the section that is not public" [art("49", "(4)")] Registration
        { trigger: Trigger::SecureRegistration, start: Start::Unsettled, ground: Ground::Unsettled };
    BUILT "art-72-monitoring" "monitor the system on the market by a plan" [art("72", "")] PostMarketPlan
        { fined: Fined::Nationally };
    BUILT "art-73-incidents" "report serious incidents in time" [art("73", "")] IncidentReports
        { fined: Fined::Nationally };

    USED "art-26-1-instructions" "use the system as its instructions say" [art("26", "(1)")] ReceivedInstructions;
    USED "art-26-2-oversight" "put competent, trained and empowered people in charge of oversight" [art("26", "(2)")] OversightRoles;
    USED "art-26-4-input" "see that the input data we control are relevant and representative" [art("26", "(4)")] InputData;
    USED "art-26-5-monitoring" "monitor operation, suspend on risk, and report serious incidents at once" [art("26", "(5)")] Monitoring;
    USED "art-26-6-logs" "keep the logs under our control for six months or more" [art("26", "(6)")] LogRetention;
    USED "art-26-7-workers" "inform workers and their representatives before use" [art("26", "(7)")] WorkerNotice
        { trigger: Trigger::Workers };
    USED "art-26-8-registered" "use registered systems only, and register the use" [art("26", "(8)"), art("49", "(3)"), Citation::Annex("VIII", "Section C")] Registration
        { trigger: Trigger::PublicDeployer, start: Start::Unsettled, ground: Ground::Unsettled };
    USED "art-26-9-dpia" "use the provider's information in the data protection impact assessment" [art("26", "(9)")] Dpia;
    USED "art-26-10-authorisation" "have identification after the event authorised, and report on its use" [art("26", "(10)")] Attached
        { trigger: Trigger::LaterIdentification };
    USED "art-26-11-persons" "tell people that the system helps to decide about them" [art("26", "(11)")] PersonNotice
        { trigger: Trigger::Decisions };
    USED "art-27-rights" "assess the effect on fundamental rights before use, and notify the result" [art("27", "")] Fria
        { trigger: Trigger::RightsAssessment, fined: Fined::Nationally };
    USED "art-86-explanation" "explain a decision to the person concerned on request" [art("86", "")] ExplanationNotice
        { trigger: Trigger::Decisions, fined: Fined::Nationally };

    BUILT "art-23-importer" "verify a high-risk system before importing it" [art("23", "")] Attached
        { roles: &[Role::Importer] };
    BUILT "art-24-distributor" "verify a high-risk system before making it available" [art("24", "")] Attached
        { roles: &[Role::Distributor] };
    BUILT "art-22-mandate" "act on the mandate of a provider outside the Union" [art("22", "(3)")] Attached
        { roles: &[Role::AuthorisedRepresentative] };

    MODEL "art-53-1-a-documentation" "keep the model's technical documentation" [art("53", "(1)(a)"), Citation::Annex("XI", "")] ModelDocumentation
        { trigger: Trigger::GpaiWithoutRelief };
    MODEL "art-53-1-b-integrators" "inform those who build the model into systems" [art("53", "(1)(b)"), Citation::Annex("XII", "")] ModelDocumentation
        { trigger: Trigger::GpaiWithoutRelief };
    MODEL "art-53-1-c-copyright" "follow a policy on copyright" [art("53", "(1)(c)")] CopyrightPolicy;
    MODEL "art-53-1-d-summary" "publish a summary of the training content" [art("53", "(1)(d)")] TrainingSummary;
    MODEL "art-54-representative" "appoint an authorised representative in the Union" [art("54", "(1)")] Representative
        { trigger: Trigger::GpaiThirdCountry };
    MODEL "art-55-systemic" "evaluate the model, and reduce systemic risk" [art("52", "(1)"), art("55", "")] Evaluations
        { trigger: Trigger::GpaiSystemic };
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_duty_has_its_own_name_a_place_and_somebody_who_owes_it() {
        let mut names = BTreeSet::new();
        for it in ALL {
            assert!(names.insert(it.id), "{} stands twice", it.id);
            assert!(!it.cites.is_empty() && !it.roles.is_empty(), "{}", it.id);
            assert_eq!(duty(it.id), Some(it));
        }
    }

    #[test]
    fn the_route_decides_from_which_day_a_high_risk_duty_applies() {
        let annex_i = DutyGroup::HighRiskAnnexI.applies_from(Edition::Omnibus2026);
        for (id, edition, high_risk, expected) in [
            ("art-4-literacy", Edition::Omnibus2026, None, Some("2025-02-02")),
            ("art-4-literacy-2024", Edition::Oj2024, None, Some("2025-02-02")),
            ("art-26-6-logs", Edition::Omnibus2026, None, Some("2027-12-02")),
            ("art-26-6-logs", Edition::Omnibus2026, annex_i, Some("2028-08-02")),
            ("art-26-6-logs", Edition::Oj2024, None, Some("2026-08-02")),
            ("art-4a-bias-data", Edition::Oj2024, None, None),
        ] {
            let from = duty(id).unwrap().applies_from(edition, high_risk);
            assert_eq!(from.map(|day| day.to_string()).as_deref(), expected, "{id}");
        }
    }
}
