//! The facts that rules ask for: a closed list. Each fact is a yes-or-no question with the path in a `facts:` block
//! that answers it and what there means yes. Some facts are claims: an exclusion or a derogation works only for
//! whoever relies on it (Articles 2 and 6(4)), so it counts as "no" until it is stated; nothing else ever does.

use crate::calendar::Date;
use crate::law::dates;

/// What a stated value must be for the answer to be yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Means {
    /// `true` is yes.
    True,
    /// `false` is yes.
    False,
    /// One of these terms, in a list or alone, is yes.
    OneOf(&'static [&'static str]),
    /// A list with anything in it is yes.
    Anything,
    /// A number above this power of ten is yes.
    AboveTenTo(u8),
    /// More than a third of the compute of the original model is yes.
    AboveThirdOfOriginal,
    /// A day before this one is yes.
    Before(Date),
    /// Answered by the roles of the record alone; the word tells such facts apart.
    Roles(&'static str),
}

/// What holds when nobody has said anything about a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Silence {
    /// The answer is open.
    Open,
    /// The record itself says yes by being kept as a record of an AI system under the Act.
    RecordSaysYes,
    /// The answer is no, because an exclusion or derogation must be claimed.
    NotClaimed,
}

/// One row of the table of facts.
#[derive(Debug, Clone, Copy)]
pub struct FactRow {
    /// Path below `facts:`.
    pub path: &'static str,
    /// What the value must be.
    pub means: Means,
    /// What silence means.
    pub silence: Silence,
    /// The question in plain words.
    pub question: &'static str,
}

macro_rules! facts {
    ($($variant:ident: $path:literal, $means:expr, $silence:ident, $question:literal;)*) => {
        /// A question that rules ask about a system or a model.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Fact {
            $(#[doc = $question] $variant,)*
        }

        impl Fact {
            /// Every fact, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Returns the row of the table.
            pub const fn row(self) -> FactRow {
                match self {
                    $(Self::$variant => FactRow {
                        path: $path,
                        means: $means,
                        silence: Silence::$silence,
                        question: $question,
                    },)*
                }
            }
        }
    };
}

use Means::{AboveTenTo, AboveThirdOfOriginal, Anything, Before, False, OneOf, Roles, True};

facts! {
    IsAiSystem: "scope.is_ai_system", True, RecordSaysYes,
        "Does the system infer from its input how to produce outputs, rather than follow rules that people alone have set?";
    EuNexus: "scope.eu_nexus", True, RecordSaysYes,
        "Is the system offered or used in the Union, or is its output used there?";
    ExclusiveMilitary: "scope.exclusive_military_defence_natsec", True, NotClaimed,
        "Is the system used for military, defence or national-security purposes and for nothing else?";
    ThirdCountryCooperation: "scope.third_country_authority_cooperation", True, NotClaimed,
        "Is the user an authority of a third country under a law-enforcement or judicial cooperation agreement with safeguards?";
    SoleScientificRd: "scope.sole_scientific_rd", True, NotClaimed,
        "Was the system both made and put into service for scientific research and development alone?";
    PreMarketRdOnly: "scope.pre_market_rd_only", True, NotClaimed,
        "Is the system still in research, testing or development before it is placed on the market or put into service?";
    RealWorldTesting: "scope.real_world_testing", True, Open,
        "Is the system tested under real-world conditions?";
    PersonalUse: "scope.personal_non_professional_deployer", True, NotClaimed,
        "Is the system used by a natural person for purely personal, non-professional purposes?";
    OnlyDeployer: "our_roles", Roles("only_deployer"), Open,
        "Is the organisation a deployer of the system and nothing else?";
    FossRelease: "scope.foss_release", True, NotClaimed,
        "Is the system released under a free and open-source licence?";
    Monetised: "scope.monetised", True, Open,
        "Is money made with the release of the system?";

    ManipulativeTechnique: "art5.a.technique", OneOf(&["subliminal", "manipulative", "deceptive"]), Open,
        "Does the system work with subliminal, purposefully manipulative or deceptive techniques?";
    ManipulationDistorts: "art5.a.material_distortion", True, Open,
        "Does the technique materially distort what people do, by impairing their ability to decide in an informed way?";
    ManipulationHarms: "art5.a.significant_harm", True, Open,
        "Does, or is it reasonably likely that, the distorted behaviour causes significant harm?";
    ExploitsVulnerability: "art5.b.vulnerability", OneOf(&["age", "disability", "social_economic"]), Open,
        "Does the system exploit that people are vulnerable through age, disability or their social or economic situation?";
    ExploitationDistorts: "art5.b.material_distortion", True, Open,
        "Does exploiting the vulnerability materially distort what these people do?";
    ExploitationHarms: "art5.b.significant_harm", True, Open,
        "Does, or is it reasonably likely that, exploiting the vulnerability causes significant harm?";
    BaRealistic: "art5.ba.realistic", True, Open,
        "Does the system make or alter realistic pictures, video or sound?";
    BaIdentifiable: "art5.ba.identifiable_person", True, Open,
        "Do these show an identifiable natural person?";
    BaIntimate: "art5.ba.intimate_or_sexually_explicit", True, Open,
        "Do these show intimate parts or sexually explicit activity?";
    BaConsent: "art5.ba.explicit_consent", True, Open,
        "Has the person shown consented explicitly, freely and informed?";
    BaHarmlessEdit: "art5.ba.no_increase_of_exposure_edit", True, Open,
        "Does the alteration leave the exposure of intimate parts and the nature of the activity as they were?";
    BaGate: "art5.ba.gate", OneOf(GATE_OPEN), Open,
        "Is this the purpose of the provider or deployer, or foreseeable without adequate safeguards?";
    BbMaterial: "art5.bb.csam_material", True, Open,
        "Can the system make or alter child sexual abuse material?";
    BbDefence: "art5.bb.without_right_defence", True, Open,
        "Does national law allow the handling, such as red-teaming or law enforcement?";
    BbGate: "art5.bb.gate", OneOf(GATE_OPEN), Open,
        "Is such material the purpose of the provider or deployer, or foreseeable without adequate safeguards?";
    ScoresPersons: "art5.c.evaluates_natural_persons", True, Open,
        "Does the system evaluate or classify natural persons or groups of them?";
    ScoresOverTime: "art5.c.over_time", True, Open,
        "Does the evaluation cover their conduct over a period of time?";
    ScoresBehaviour: "art5.c.basis_social_or_personality", True, Open,
        "Does it rest on social behaviour or on personal characteristics?";
    ScoreUnrelated: "art5.c.unrelated_context_detriment", True, Open,
        "Does the score lead to detrimental treatment in a context unrelated to where the data came from?";
    ScoreUnjustified: "art5.c.unjustified_or_disproportionate", True, Open,
        "Does the score lead to treatment that is unjustified or disproportionate?";
    PredictsOffence: "art5.d.predicts_offence_of_person", True, Open,
        "Does the system assess or predict the risk that a natural person commits a criminal offence?";
    SolelyProfiling: "art5.d.solely_profiling_or_traits", True, Open,
        "Does the prediction rest on profiling or personality traits alone?";
    ObjectiveSupport: "art5.d.supports_human_assessment_on_objective_facts", True, Open,
        "Does it support a human assessment that already rests on objective facts linked to criminal activity?";
    FaceDatabase: "art5.e.creates_or_expands_face_db", True, Open,
        "Does the system create or expand a database for recognising faces?";
    UntargetedScraping: "art5.e.untargeted_scraping", True, Open,
        "Are faces collected without a target from the internet or from video surveillance?";
    EmotionFromBiometrics: "art5.f.emotion_from_biometrics", True, Open,
        "Does the system infer emotions or intentions from biometric data such as face, voice or keystrokes?";
    WorkOrEducation: "art5.f.area", OneOf(&["workplace", "education"]), Open,
        "Does it do so at a workplace (candidates included) or in an education institution?";
    MedicalOrSafety: "art5.f.medical_or_safety_purpose", True, Open,
        "Does it do so for medical reasons or to protect life and health?";
    CategorisesBiometrically: "art5.g.individual_biometric_categorisation", True, Open,
        "Does the system sort individual persons into categories by their biometric data?";
    InfersProtectedTrait: "art5.g.infers", OneOf(&["race", "political_opinion", "trade_union_membership",
        "religious_or_philosophical_belief", "religion", "philosophical_belief", "sex_life", "sexual_orientation"]), Open,
        "Does it infer race, political opinion, trade-union membership, belief, sex life or sexual orientation?";
    LawfulLabelling: "art5.g.lawful_dataset_labelling", True, Open,
        "Does it only label or filter biometric data that were lawfully acquired?";
    AncillaryFeature: "art5.g.ancillary_feature", True, Open,
        "Is the categorisation purely ancillary to another commercial service, and necessary for it?";
    RealTimeRbi: "art5.h.real_time_rbi", True, Open,
        "Does the system identify people remotely by their biometric data and in real time?";
    PublicSpace: "art5.h.public_space", True, Open,
        "Does it do so in spaces that the public can enter?";
    LawEnforcementUse: "art5.h.law_enforcement_use", True, Open,
        "Is it used for law enforcement?";
    RbiObjectiveMet: "art5.h.objective", OneOf(&["victims", "imminent_threat", "annex_ii_suspect"]), Open,
        "Is it strictly necessary to find victims, avert an imminent threat or find the suspect of a listed serious offence?";
    RbiAuthorised: "art5.h.authorised_with_safeguards", True, Open,
        "Is each use authorised beforehand under national law, with the safeguards of the Act?";

    AnnexISectionA: "annex_i.section", OneOf(&["A"]), Open,
        "Is the system, or the product it is part of, covered by a product law of Annex I Section A?";
    AnnexISectionB: "annex_i.section", OneOf(&["B"]), Open,
        "Is the system, or the product it is part of, covered by a product law of Annex I Section B?";
    ProductOrSafetyComponent: "annex_i.function", OneOf(&["product", "safety_function", "failure_endangers"]), Open,
        "Is the system itself that product, or a safety component of it (one whose failure endangers people or property)?";
    ThirdPartyAssessment: "annex_i.third_party_ca", True, Open,
        "Does the product law require that a third party assesses the conformity of the product?";
    AssessmentForOtherReasons: "annex_i.ca_reason", OneOf(&["other"]), Open,
        "Is that assessment required for reasons other than health and safety alone, such as radio spectrum?";

    Point1a: "annex_iii.points", OneOf(&["1(a)"]), Open,
        "Does the system identify people remotely by biometric data (not merely verify a claimed identity)?";
    Point1b: "annex_iii.points", OneOf(&["1(b)"]), Open,
        "Does the system infer sensitive or protected attributes of people from their biometric data?";
    Point1c: "annex_iii.points", OneOf(&["1(c)"]), Open,
        "Does the system recognise emotions or intentions from biometric data?";
    Point2: "annex_iii.points", OneOf(&["2"]), Open,
        "Is the system a safety component in running critical digital infrastructure, road traffic or the supply of water, gas, heating or electricity?";
    Point3a: "annex_iii.points", OneOf(&["3(a)"]), Open,
        "Does the system decide or help decide on access or admission to education, or on the assignment of people to institutions?";
    Point3b: "annex_iii.points", OneOf(&["3(b)"]), Open,
        "Does the system evaluate learning outcomes, also to steer learning?";
    Point3c: "annex_iii.points", OneOf(&["3(c)"]), Open,
        "Does the system assess which level of education a person will receive or can reach?";
    Point3d: "annex_iii.points", OneOf(&["3(d)"]), Open,
        "Does the system watch for prohibited behaviour of students during tests?";
    Point4a: "annex_iii.points", OneOf(&["4(a)"]), Open,
        "Is the system used to recruit or select people: place targeted job advertisements, filter applications, evaluate candidates?";
    Point4b: "annex_iii.points", OneOf(&["4(b)"]), Open,
        "Is the system used to decide on working terms, promotion or termination, to allocate tasks by behaviour or traits, or to monitor and evaluate individual workers?";
    Point5a: "annex_iii.points", OneOf(&["5(a)"]), Open,
        "Do public authorities, or others on their behalf, use the system to decide on essential benefits and services?";
    Point5b: "annex_iii.points", OneOf(&["5(b)"]), Open,
        "Does the system evaluate the creditworthiness of natural persons (other than to detect financial fraud)?";
    Point5c: "annex_iii.points", OneOf(&["5(c)"]), Open,
        "Is the system used for risk assessment or pricing of natural persons in life or health insurance?";
    Point5d: "annex_iii.points", OneOf(&["5(d)"]), Open,
        "Does the system classify emergency calls, dispatch first responders or triage emergency patients?";
    Point6a: "annex_iii.points", OneOf(&["6(a)"]), Open,
        "Does the system assess, for law enforcement, the risk that a person becomes a victim of crime?";
    Point6b: "annex_iii.points", OneOf(&["6(b)"]), Open,
        "Is the system a polygraph or similar tool for law enforcement?";
    Point6c: "annex_iii.points", OneOf(&["6(c)"]), Open,
        "Does the system evaluate the reliability of evidence for law enforcement?";
    Point6d: "annex_iii.points", OneOf(&["6(d)"]), Open,
        "Does the system assess, for law enforcement, the risk of offending or re-offending, or traits or past conduct of persons or groups?";
    Point6e: "annex_iii.points", OneOf(&["6(e)"]), Open,
        "Does the system profile natural persons when crimes are detected, investigated or prosecuted?";
    Point7a: "annex_iii.points", OneOf(&["7(a)"]), Open,
        "Is the system a polygraph or similar tool in migration, asylum or border control?";
    Point7b: "annex_iii.points", OneOf(&["7(b)"]), Open,
        "Does the system assess, for border or migration authorities, a risk posed by a person who enters or has entered?";
    Point7c: "annex_iii.points", OneOf(&["7(c)"]), Open,
        "Does the system help authorities to examine asylum, visa or residence applications?";
    Point7d: "annex_iii.points", OneOf(&["7(d)"]), Open,
        "Does the system detect, recognise or identify persons in migration or border control (other than verifying travel documents)?";
    Point8a: "annex_iii.points", OneOf(&["8(a)"]), Open,
        "Does the system help a judicial authority or an arbitrator to research and interpret facts and law, or to apply the law?";
    Point8b: "annex_iii.points", OneOf(&["8(b)"]), Open,
        "Is the system used to influence an election, a referendum or how people vote (other than for campaign logistics)?";
    VerificationOnly: "annex_iii.exceptions", OneOf(&["verification_only"]), NotClaimed,
        "Does the system only confirm that a person is who he or she claims to be?";
    CybersecurityOnly: "annex_iii.exceptions", OneOf(&["cybersecurity_only"]), NotClaimed,
        "Is the component meant for cybersecurity and for nothing else?";
    LearnerControlledOnly: "annex_iii.exceptions", OneOf(&["learner_controlled_only"]), NotClaimed,
        "Do learners alone see and control the results, which count for no grade and steer nothing?";
    HomeworkOnly: "annex_iii.exceptions", OneOf(&["homework_only"]), NotClaimed,
        "Does the system only check homework, such as for plagiarism, and never watch a test?";
    CandidateSideOnly: "annex_iii.exceptions", OneOf(&["candidate_side_only"]), NotClaimed,
        "Does the system serve candidates alone, so that no employer or recruiter sees what it puts out?";
    ObjectiveCriteriaOnly: "annex_iii.exceptions", OneOf(&["objective_criteria_only"]), NotClaimed,
        "Does the system allocate tasks by objective criteria alone, such as availability, licence or location?";
    AlertsWorkerOnly: "annex_iii.exceptions", OneOf(&["alerts_worker_only"]), NotClaimed,
        "Does what the system notices about a worker reach that worker alone?";
    LegalLoggingOnly: "annex_iii.exceptions", OneOf(&["legal_logging_only"]), NotClaimed,
        "Does the system watch workers only to keep records that a law demands, or to protect safety or assets?";
    FinancialFraudDetectionOnly: "annex_iii.exceptions", OneOf(&["financial_fraud_detection_only"]), NotClaimed,
        "Is the system used to detect financial fraud and for nothing else?";
    PrudentialCapitalOnly: "annex_iii.exceptions", OneOf(&["prudential_capital_only"]), NotClaimed,
        "Does the system only calculate capital requirements for prudential purposes, as Union law provides?";
    AdministrativeProceedingsOnly: "annex_iii.exceptions", OneOf(&["administrative_proceedings_only"]), NotClaimed,
        "Is the system meant only for administrative proceedings of tax or customs authorities, or for the administrative analysis of a financial intelligence unit?";
    TravelDocumentVerificationOnly: "annex_iii.exceptions", OneOf(&["travel_document_verification_only"]), NotClaimed,
        "Does the system only verify travel documents?";
    AncillaryAdministration: "annex_iii.exceptions", OneOf(&["ancillary_administration"]), NotClaimed,
        "Does the system serve only ancillary administration that touches no decision of a case, such as anonymising, transcribing or assigning by workload?";
    NotExposedToOutput: "annex_iii.exceptions", OneOf(&["not_exposed_to_output"]), NotClaimed,
        "Are people who vote not directly exposed to the output, as with tools that organise a campaign?";
    FilterA: "annex_iii.filter_condition", OneOf(&["a"]), NotClaimed,
        "Does the system perform a narrow procedural task only?";
    FilterB: "annex_iii.filter_condition", OneOf(&["b"]), NotClaimed,
        "Does the system only improve the result of a human activity that was completed before?";
    FilterC: "annex_iii.filter_condition", OneOf(&["c"]), NotClaimed,
        "Does the system only detect patterns in, or deviations from, past decisions, with proper human review?";
    FilterD: "annex_iii.filter_condition", OneOf(&["d"]), NotClaimed,
        "Does the system perform a preparatory task only?";
    Profiling: "annex_iii.profiling", True, Open,
        "Does the system profile natural persons (evaluate personal aspects by automated processing of personal data)?";
    MateriallyInfluences: "annex_iii.materially_influences", True, Open,
        "Does the output materially influence the outcome of a decision?";
    PartOfCombinedSystem: "annex_iii.part_of_combined_system", True, Open,
        "Is it a part that cannot be separated from a larger high-risk system?";

    InteractsDirectly: "art50.interacts_directly", True, Open,
        "Is the system intended to interact directly with natural persons?";
    Obvious: "art50.obvious", True, Open,
        "Is it obvious to a reasonably well-informed, observant and circumspect person that this is an AI system?";
    CrimeLawPermitted: "art50.crime_law_permitted", True, Open,
        "Does the law authorise the use for detecting, preventing, investigating or prosecuting crime?";
    Generates: "art50.generates", Anything, Open,
        "Does the system generate or manipulate audio, image, video or text?";
    SourceCode: "art50.content_exclusion", OneOf(&["source_code"]), Open,
        "Is the generated content nothing but source code?";
    ShortStrings: "art50.content_exclusion", OneOf(&["short_strings"]), Open,
        "Is the generated content nothing but short strings, such as labels and captions?";
    MachineToMachine: "art50.content_exclusion", OneOf(&["m2m"]), Open,
        "Is the generated content read by machines only?";
    StandardEditing: "art50.standard_editing", True, Open,
        "Does the system only assist standard editing?";
    NoSubstantialAlteration: "art50.no_substantial_alteration", True, Open,
        "Does the output leave the input and its meaning without substantial alteration, as grammar correction, translation or transcription do?";
    EmbeddedProduct: "art50.guideline_relief", OneOf(&["embedded_product"]), Open,
        "Is the output closed and instructive inside a product, such as in-car navigation?";
    NarrowB2b: "art50.guideline_relief", OneOf(&["narrow_b2b"]), Open,
        "Is the output strictly technical, seen only by a limited group of professionals inside the provider or deployer, and kept from others by safeguards?";
    EphemeralRealtime: "art50.guideline_relief", OneOf(&["ephemeral_realtime"]), Open,
        "Is the content ephemeral and made in real time, marking not feasible, and are people told?";
    PlacedBeforeTransparency: "art50.placed_before_2026_08_02", True, Open,
        "Was the system placed on the market before 2 August 2026?";
    EmotionOrBiocat: "art50.emotion_or_biocat", True, Open,
        "Is the system an emotion-recognition or biometric-categorisation system that people are exposed to?";
    Deepfake: "art50.deepfake", True, Open,
        "Does the system make images, sound or video that could pass for real persons, things, places or events?";
    EvidentlyArtistic: "art50.evidently_artistic", True, Open,
        "Is the content part of an evidently artistic, creative, satirical or fictional work?";
    PublicInterestText: "art50.public_interest_text_published", True, Open,
        "Is generated text published to inform the public on matters of public interest?";
    EditorialResponsibility: "art50.human_review_and_editorial_responsibility", True, Open,
        "Does a human review the text, and does somebody hold editorial responsibility for it?";

    TrainingAboveGpai: "gpai.training_flop", AboveTenTo(23), Open,
        "Was the model trained with more than 10^23 floating-point operations?";
    TrainingAboveSystemic: "gpai.training_flop", AboveTenTo(25), Open,
        "Was the model trained with more than 10^25 floating-point operations in total?";
    GenerativeModality: "gpai.modality", OneOf(&["language", "text", "code", "speech", "multimodal", "text_to_image", "text_to_video"]), Open,
        "Can the model generate language, or images or video from text?";
    NarrowModel: "gpai.general", False, NotClaimed,
        "Is the model competent in a narrow set of tasks only (`general: false`)?";
    DesignatedSystemic: "gpai.designated_systemic", True, Open,
        "Has the Commission designated the model as one with systemic risk?";
    FossLicence: "gpai.foss_licence", True, NotClaimed,
        "Is the model released under a free and open-source licence that lets anyone access, use, modify and distribute it?";
    WeightsPublic: "gpai.weights_architecture_usage_public", True, NotClaimed,
        "Are weights, architecture and information on usage public?";
    ModelMonetised: "gpai.monetised", True, Open,
        "Is money made with the model?";
    Modifies: "our_roles", Roles("gpai_modifier"), NotClaimed,
        "Is the organisation a modifier of another provider's model?";
    ModificationAboveThird: "gpai.modification_flop", AboveThirdOfOriginal, Open,
        "Did the modification take more than a third of the compute that the original model took?";
    PlacedBeforeGpai: "timing.placed_on_market", Before(dates::LEGACY_GPAI_BEFORE), Open,
        "Was the model placed on the market before 2 August 2025?";

    IsProvider: "our_roles", Roles("provider"), Open,
        "Is the organisation the provider of the system?";
    Manufacturer: "our_roles", Roles("product_manufacturer"), NotClaimed,
        "Is the organisation the manufacturer of the product that the system is part of?";
    OwnName: "value_chain.own_name", True, Open,
        "Did we put our own name or trademark on the system when it was already on the market or in service?";
    SubstantiallyModified: "value_chain.substantial_modification", True, Open,
        "Did we change the system, in a way its provider did not foresee, so that its purpose or its conformity with the requirements is affected?";
    PurposeChanged: "value_chain.purpose_changed", True, Open,
        "Do we use or offer the system for a purpose that its provider did not intend, and which makes it high-risk?";
    InProductUnderOwnName: "value_chain.in_product_under_own_name", True, Open,
        "Is the system placed on the market with our product, or put into service, under our own name or trademark?";
    TakenOver: "value_chain.taken_over_by_other", True, Open,
        "Has somebody else put their name on our system, substantially modified it or given it another purpose, so that they are now provider?";
    TakeoverRuledOut: "value_chain.takeover_ruled_out", True, NotClaimed,
        "Had we clearly ruled out that the system is turned into a high-risk one?";

    SignificantlyChanged: "timing.significantly_changed_after_2027_12_02", True, Open,
        "Was, or will, the design be significantly changed after the day from which the high-risk rules apply?";
    PublicAuthorityUse: "timing.public_authority_use", True, Open,
        "Is the system intended to be used by public authorities?";
}

/// The ways in which the gate of Article 5(1a) is met.
const GATE_OPEN: &[&str] = &[
    "provider_intended_purpose",
    "provider_foreseeable_without_safeguards",
    "deployer_purpose",
];

impl Fact {
    /// Returns the name of the fact: its path, and the term when several facts share a path.
    pub fn key(self) -> String {
        let row = self.row();
        match row.means {
            OneOf([term]) if self.shares_path() => format!("{}.{term}", row.path),
            Roles(role) => format!("{}.{role}", row.path),
            AboveTenTo(power) => format!("{}.above_1e{power}", row.path),
            True | False | OneOf(_) | Anything | AboveThirdOfOriginal | Before(_) => row.path.to_owned(),
        }
    }

    /// Returns the one term that answers the fact in a list.
    pub const fn term(self) -> Option<&'static str> {
        match self.row().means {
            OneOf([term]) => Some(*term),
            True | False | OneOf(_) | Anything | AboveTenTo(_) | AboveThirdOfOriginal | Before(_)
            | Roles(_) => None,
        }
    }

    /// Returns whether several facts are answered by one list at the same path.
    pub fn shares_path(self) -> bool {
        let path = self.row().path;
        Self::ALL.iter().filter(|other| other.row().path == path).count() > 1
    }

    /// Returns the field of a record that answers the fact.
    pub fn field(self) -> String {
        match self.row().means {
            Roles(_) => self.row().path.to_owned(),
            True | False | OneOf(_) | Anything | AboveTenTo(_) | AboveThirdOfOriginal | Before(_) => {
                format!("facts.{}", self.row().path)
            }
        }
    }

    /// Returns whether the fact is one of the two that are asked of a system of any kind and hold only where crime is
    /// predicted, or fought as a law permits (Art. 5(1)(d), 50). What else touches on crime, such as the uses of Annex III
    /// point 6, is not meant: those uses are asked for with the others of their area.
    pub const fn concerns_crime(self) -> bool {
        matches!(self, Self::PredictsOffence | Self::CrimeLawPermitted)
    }

    /// Returns the question in plain words.
    pub const fn question(self) -> &'static str {
        self.row().question
    }

    /// Returns the one question that a field with a choice of terms is asked by, instead of one for each term.
    pub fn choice(self) -> Option<&'static str> {
        let path = self.row().path;
        CHOICES
            .iter()
            .find(|(choice, _)| *choice == path)
            .map(|(_, question)| *question)
    }
}

const CHOICES: &[(&str, &str)] = &[
    (
        "annex_i.section",
        "Is the system, or the product it is part of, covered by a product law of Annex I, Section A or B?",
    ),
    (
        "art50.content_exclusion",
        "Is the generated content nothing but source code, nothing but short strings, or read by machines only?",
    ),
    (
        "art50.guideline_relief",
        "Is the output closed and instructive inside a product, or strictly technical for a limited group of \
         professionals, or ephemeral and made in real time?",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_fact_has_its_own_name_and_a_question() {
        let keys: BTreeSet<String> = Fact::ALL.iter().map(|fact| fact.key()).collect();
        assert_eq!(keys.len(), Fact::ALL.len());
        assert!(Fact::ALL.iter().all(|fact| fact.question().ends_with('?')));
    }

    #[test]
    fn a_field_is_where_the_fact_is_written() {
        assert_eq!(Fact::Profiling.key(), "annex_iii.profiling");
        assert_eq!(Fact::Profiling.field(), "facts.annex_iii.profiling");
        assert_eq!(Fact::Point4a.key(), "annex_iii.points.4(a)");
        assert_eq!(Fact::Point4a.field(), "facts.annex_iii.points");
        assert_eq!(Fact::OnlyDeployer.field(), "our_roles");
    }
}
