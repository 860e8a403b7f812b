//! The closed vocabularies of the Act: roles, tiers, routes, points, and the values that a `facts:` block may name.
//! Keys are what stands in YAML and JSON, words are what documents print. Decides nothing.

crate::terms! {
    /// A role of Article 3, or of Chapter V for models.
    pub enum Role {
        Provider = "provider" => "provider",
        Deployer = "deployer" => "deployer",
        Importer = "importer" => "importer",
        Distributor = "distributor" => "distributor",
        AuthorisedRepresentative = "authorised_representative" => "authorised representative",
        ProductManufacturer = "product_manufacturer" => "product manufacturer",
        GpaiProvider = "gpai_provider" => "provider of a general-purpose AI model",
        GpaiModifier = "gpai_modifier" => "modifier of a general-purpose AI model",
    }
}

crate::terms! {
    /// The size of an undertaking (Articles 3(14a), 3(14b), 99(6)).
    pub enum SizeClass {
        Micro = "micro" => "micro enterprise",
        Small = "small" => "small enterprise",
        Medium = "medium" => "medium-sized enterprise",
        Smc = "smc" => "small mid-cap enterprise",
        Large = "large" => "large enterprise",
    }
}

crate::terms! {
    /// What an organisation is beside a business (Articles 17(4), 26(8), 27(1), 49(3)).
    pub enum SectorFlag {
        PublicAuthority = "public_authority" => "public authority",
        PublicService = "public_service" => "private provider of public services",
        EuInstitution = "eu_institution" => "institution, body, office or agency of the Union",
        FinancialInstitution = "financial_institution" => "financial institution",
        LawEnforcement = "law_enforcement" => "law-enforcement authority",
        None = "none" => "none",
    }
}

crate::terms! {
    /// The legal category of a system, from the lowest to the highest.
    pub enum Tier {
        OutOfScope = "out_of_scope" => "outside the scope of the Act",
        Minimal = "minimal" => "no specific category (minimal)",
        Transparency = "transparency" => "transparency duties (Article 50)",
        AnnexIiiDerogated = "annex_iii_derogated" => "listed in Annex III, not high-risk by derogation (Article 6(3))",
        HighRiskAnnexIii = "high_risk_annex_iii" => "high-risk (Annex III)",
        HighRiskAnnexIB = "high_risk_annex_i_b" => "high-risk through sector law (Annex I Section B)",
        HighRiskAnnexIA = "high_risk_annex_i_a" => "high-risk (Annex I Section A)",
        Prohibited = "prohibited" => "prohibited practice (Article 5)",
    }
}

crate::terms! {
    /// Why a system lies outside the scope of the Act (Articles 2 and 3).
    pub enum Exclusion {
        NotAiSystem = "not_ai_system" => "not an AI system",
        NoEuNexus = "no_eu_nexus" => "no link to the Union",
        MilitaryDefenceNatsec = "exclusive_military_defence_natsec" => "exclusively military, defence or national security",
        ThirdCountryCooperation = "third_country_authority_cooperation" => "third-country authority under a cooperation agreement",
        SoleScientificRd = "sole_scientific_rd" => "made and used for scientific research alone",
        PreMarketRdOnly = "pre_market_rd_only" => "research and testing before the market",
        PersonalUse = "personal_use" => "personal, non-professional use",
        Foss = "foss" => "free and open-source release",
    }
}

crate::terms! {
    /// A point of Article 5(1).
    pub enum ProhibitedPoint {
        A = "5(1)(a)" => "manipulation",
        B = "5(1)(b)" => "exploiting vulnerability",
        Ba = "5(1)(ba)" => "intimate images without consent",
        Bb = "5(1)(bb)" => "child sexual abuse material",
        C = "5(1)(c)" => "social scoring",
        D = "5(1)(d)" => "predicting offences from profiling alone",
        E = "5(1)(e)" => "face databases by untargeted scraping",
        F = "5(1)(f)" => "emotion inference at work or in education",
        G = "5(1)(g)" => "biometric categorisation by sensitive traits",
        H = "5(1)(h)" => "real-time remote identification for law enforcement",
    }
}

crate::terms! {
    /// A point of Annex III.
    pub enum AnnexPoint {
        P1a = "1(a)" => "remote biometric identification",
        P1b = "1(b)" => "biometric categorisation by sensitive attributes",
        P1c = "1(c)" => "emotion recognition",
        P2 = "2" => "safety component of critical infrastructure",
        P3a = "3(a)" => "access and admission to education",
        P3b = "3(b)" => "evaluating learning outcomes",
        P3c = "3(c)" => "assessing the level of education",
        P3d = "3(d)" => "monitoring prohibited behaviour in tests",
        P4a = "4(a)" => "recruitment and selection",
        P4b = "4(b)" => "decisions about, allocation to and evaluation of workers",
        P5a = "5(a)" => "essential public benefits and services",
        P5b = "5(b)" => "creditworthiness and credit scores",
        P5c = "5(c)" => "risk and pricing in life and health insurance",
        P5d = "5(d)" => "emergency calls, dispatch and triage",
        P6a = "6(a)" => "risk of becoming a victim of crime",
        P6b = "6(b)" => "polygraphs for law enforcement",
        P6c = "6(c)" => "reliability of evidence",
        P6d = "6(d)" => "risk of offending or re-offending",
        P6e = "6(e)" => "profiling in criminal investigation",
        P7a = "7(a)" => "polygraphs in migration and border control",
        P7b = "7(b)" => "risk posed by a person who crosses a border",
        P7c = "7(c)" => "examining asylum, visa and residence applications",
        P7d = "7(d)" => "identifying persons at the border",
        P8a = "8(a)" => "assisting judicial authorities",
        P8b = "8(b)" => "influencing elections and voting",
    }
}

crate::terms! {
    /// An area of Annex III: its points 1 to 8.
    pub enum AnnexArea {
        Biometrics = "1" => "biometrics",
        Infrastructure = "2" => "critical infrastructure",
        Education = "3" => "education and vocational training",
        Employment = "4" => "employment and workers' management",
        Services = "5" => "essential private and public services",
        LawEnforcement = "6" => "law enforcement",
        Migration = "7" => "migration, asylum and border control",
        Justice = "8" => "justice and democratic processes",
    }
}

impl AnnexPoint {
    /// Returns the area to which the point belongs.
    pub const fn area(self) -> AnnexArea {
        match self {
            Self::P1a | Self::P1b | Self::P1c => AnnexArea::Biometrics,
            Self::P2 => AnnexArea::Infrastructure,
            Self::P3a | Self::P3b | Self::P3c | Self::P3d => AnnexArea::Education,
            Self::P4a | Self::P4b => AnnexArea::Employment,
            Self::P5a | Self::P5b | Self::P5c | Self::P5d => AnnexArea::Services,
            Self::P6a | Self::P6b | Self::P6c | Self::P6d | Self::P6e => AnnexArea::LawEnforcement,
            Self::P7a | Self::P7b | Self::P7c | Self::P7d => AnnexArea::Migration,
            Self::P8a | Self::P8b => AnnexArea::Justice,
        }
    }
}

crate::terms! {
    /// An exception to a point of Annex III: from the text of the point, a recital or the draft guidelines.
    pub enum PointException {
        VerificationOnly = "verification_only" => "confirms a claimed identity and nothing else",
        CybersecurityOnly = "cybersecurity_only" => "serves cybersecurity and nothing else",
        LearnerControlledOnly = "learner_controlled_only" => "practice that only the learner sees and controls",
        HomeworkOnly = "homework_only" => "checks homework and never watches a test",
        CandidateSideOnly = "candidate_side_only" => "serves candidates and never an employer",
        ObjectiveCriteriaOnly = "objective_criteria_only" => "allocates tasks by objective criteria alone",
        AlertsWorkerOnly = "alerts_worker_only" => "alerts the worker concerned and nobody else",
        LegalLoggingOnly = "legal_logging_only" => "records what a law demands, or protects safety and assets, and nothing else",
        FinancialFraudDetectionOnly = "financial_fraud_detection_only" => "detects financial fraud and does nothing else",
        PrudentialCapitalOnly = "prudential_capital_only" => "calculates capital requirements under Union law and does nothing else",
        AdministrativeProceedingsOnly = "administrative_proceedings_only" => "serves administrative tax or customs proceedings, or the analysis of a financial intelligence unit, and nothing else",
        TravelDocumentVerificationOnly = "travel_document_verification_only" => "verifies travel documents and nothing else",
        AncillaryAdministration = "ancillary_administration" => "serves ancillary administration and no decision of a case",
        NotExposedToOutput = "not_exposed_to_output" => "voters are not directly exposed to its output",
    }
}

crate::terms! {
    /// A condition of Article 6(3).
    pub enum FilterCondition {
        A = "a" => "narrow procedural task",
        B = "b" => "improves the result of a completed human activity",
        C = "c" => "detects patterns in past decisions",
        D = "d" => "preparatory task",
    }
}

crate::terms! {
    /// By what a role under the Act changes (Article 25).
    pub enum RoleChange {
        OwnName = "25(1)(a)" => "our own name on a system that is already on the market",
        Modification = "25(1)(b)" => "a substantial modification",
        NewPurpose = "25(1)(c)" => "another purpose, by which it is high-risk",
        HandOver = "25(2)" => "somebody else has taken the system over",
        Manufacturer = "25(3)" => "a safety component in our product, under our name",
    }
}

impl RoleChange {
    /// Returns what follows for us, with its place in the law.
    pub const fn effect(self) -> &'static str {
        match self {
            Self::OwnName => "we count as its provider, Article 25(1)(a)",
            Self::Modification => "we count as its provider, Article 25(1)(b)",
            Self::NewPurpose => "we count as its provider, Article 25(1)(c)",
            Self::HandOver => "we hand over what the new provider needs, Article 25(2)",
            Self::Manufacturer => "we count as its provider, Article 25(3)",
        }
    }
}

crate::terms! {
    /// The section of Annex I in which an act stands.
    pub enum AnnexISection {
        A = "A" => "Section A",
        B = "B" => "Section B",
    }
}

crate::terms! {
    /// Who bears a duty of Article 50.
    pub enum Bearer {
        Provider = "provider" => "provider",
        Deployer = "deployer" => "deployer",
    }
}

crate::terms! {
    /// A duty of Article 50.
    pub enum Art50Para {
        P1 = "50(1)" => "telling people that they interact with AI",
        P2 = "50(2)" => "marking synthetic content",
        P3 = "50(3)" => "informing people exposed to emotion recognition or biometric categorisation",
        P4Deepfake = "50(4)(1)" => "disclosing deep fakes",
        P4Text = "50(4)(2)" => "disclosing published text of public interest",
    }
}

crate::terms! {
    /// What a duty of Article 50 comes to for one system.
    pub enum Art50Status {
        Applies = "applies" => "applies",
        Grace = "grace_until_2026-12-02" => "applies; transitional period until 2 December 2026",
        AttenuatedArtistic = "attenuated:artistic" => "applies in reduced form (evidently artistic)",
        AttenuatedMarking = "attenuated:metadata_marking_suffices" => "applies; metadata marking suffices (embedded product)",
        Unknown = "unknown" => "unknown",
        ExemptObvious = "exempt:obvious" => "not owed: obvious to the persons concerned",
        ExemptCrimeLaw = "exempt:crime_law" => "not owed: authorised by law against crime",
        ExemptStandardEditing = "exempt:standard_editing" => "not owed: assists standard editing",
        ExemptNoSubstantialAlteration = "exempt:no_substantial_alteration" => "not owed: no substantial alteration of the input",
        ExemptNarrowB2b = "exempt:narrow_b2b" => "not owed: narrow professional output",
        ExemptEphemeral = "exempt:ephemeral_realtime" => "not owed: ephemeral real-time content, people being told",
        ExemptEditorial = "exempt:editorial_responsibility" => "not owed: human review and editorial responsibility",
        NotTriggeredSourceCode = "not_triggered:source_code" => "not triggered: source code",
        NotTriggeredShortStrings = "not_triggered:short_strings" => "not triggered: short strings",
        NotTriggeredM2m = "not_triggered:m2m" => "not triggered: read by machines only",
        NotTriggeredPersonalUse = "not_triggered:personal_use" => "not triggered: personal, non-professional use",
    }
}

impl Art50Status {
    /// Returns whether the duty exists, if only in reduced form or from a later day.
    pub const fn is_owed(self) -> bool {
        matches!(
            self,
            Self::Applies | Self::Grace | Self::AttenuatedArtistic | Self::AttenuatedMarking
        )
    }

    /// Returns whether an exception leaves nothing of the duty.
    pub const fn is_ended(self) -> bool {
        !self.is_owed() && !matches!(self, Self::Unknown)
    }
}

crate::terms! {
    /// What a model is in the sense of Chapter V.
    pub enum GpaiAxis {
        NotGpai = "not_gpai" => "not a general-purpose AI model",
        Gpai = "gpai" => "general-purpose AI model",
        GpaiOpenSource = "gpai_open_source" => "general-purpose AI model with the open-source relief",
        GpaiSystemic = "gpai_systemic" => "general-purpose AI model with systemic risk",
        ModifierLimited = "modifier_limited" => "modification below the threshold",
        ModifierBecomesProvider = "modifier_becomes_provider" => "modifier is provider, for the modification",
    }
}

crate::terms! {
    /// Whether rules apply on the as-of date.
    pub enum Status {
        Applicable = "applicable" => "applicable",
        NotYetApplicable = "not_yet_applicable" => "not yet applicable",
    }
}

crate::terms! {
    /// What a record or a `facts:` block is about.
    pub enum Subject {
        System = "system" => "AI system",
        Model = "model" => "AI model",
    }
}

crate::terms! {
    /// The technique of Article 5(1)(a).
    pub enum Technique {
        Subliminal = "subliminal" => "subliminal",
        Manipulative = "manipulative" => "purposefully manipulative",
        Deceptive = "deceptive" => "deceptive",
        None = "none" => "none",
    }
}

crate::terms! {
    /// The vulnerability of Article 5(1)(b).
    pub enum Vulnerability {
        Age = "age" => "age",
        Disability = "disability" => "disability",
        SocialEconomic = "social_economic" => "social or economic situation",
        None = "none" => "none",
    }
}

crate::terms! {
    /// How the system meets the gate of Article 5(1a).
    pub enum Gate {
        ProviderIntendedPurpose = "provider_intended_purpose" => "intended purpose of the provider",
        ProviderForeseeable = "provider_foreseeable_without_safeguards" => "foreseeable and without adequate safeguards",
        ProviderSafeguards = "provider_safeguards_adequate" => "adequate safeguards of the provider",
        DeployerPurpose = "deployer_purpose" => "purpose of the deployer",
        DeployerAccidental = "deployer_accidental" => "accidental for the deployer",
    }
}

crate::terms! {
    /// The area in which emotions are inferred (Article 5(1)(f)).
    pub enum Area {
        Workplace = "workplace" => "workplace",
        Education = "education" => "education institution",
        Other = "other" => "elsewhere",
    }
}

crate::terms! {
    /// What a biometric categorisation infers (Article 5(1)(g) names the first eight).
    pub enum Trait {
        Race = "race" => "race",
        PoliticalOpinion = "political_opinion" => "political opinion",
        TradeUnion = "trade_union_membership" => "trade-union membership",
        Belief = "religious_or_philosophical_belief" => "religious or philosophical belief",
        Religion = "religion" => "religion",
        PhilosophicalBelief = "philosophical_belief" => "philosophical belief",
        SexLife = "sex_life" => "sex life",
        SexualOrientation = "sexual_orientation" => "sexual orientation",
        EthnicOrigin = "ethnic_origin" => "ethnic origin",
        Health = "health" => "health",
        Genetic = "genetic" => "genetic trait",
        Age = "age" => "age",
        Gender = "gender" => "gender",
        Appearance = "appearance" => "appearance",
        Other = "other" => "something else",
        None = "none" => "nothing",
    }
}

crate::terms! {
    /// The objective of a real-time identification (Article 5(1)(h)).
    pub enum RbiObjective {
        Victims = "victims" => "victims and missing persons",
        ImminentThreat = "imminent_threat" => "imminent threat",
        AnnexIiSuspect = "annex_ii_suspect" => "suspect of an Annex II offence",
        None = "none" => "none of the three",
    }
}

crate::terms! {
    /// What the AI system is within a product of Annex I.
    pub enum ProductFunction {
        Product = "product" => "the product itself",
        SafetyFunction = "safety_function" => "component with a safety function",
        FailureEndangers = "failure_endangers" => "component whose failure endangers",
        NonSafetyOnly = "non_safety_only" => "component without any safety function",
    }
}

crate::terms! {
    /// Why a third-party conformity assessment is required.
    pub enum AssessmentReason {
        HealthSafety = "health_safety" => "health and safety",
        Other = "other" => "other reasons alone",
    }
}

crate::terms! {
    /// A kind of synthetic content (Article 50(2)).
    pub enum Content {
        Audio = "audio" => "audio",
        Image = "image" => "image",
        Video = "video" => "video",
        Text = "text" => "text",
    }
}

crate::terms! {
    /// Content that Article 50(2) does not reach.
    pub enum ContentExclusion {
        SourceCode = "source_code" => "source code",
        ShortStrings = "short_strings" => "short strings",
        M2m = "m2m" => "read by machines only",
        None = "none" => "none",
    }
}

crate::terms! {
    /// A relief of the guidelines on Article 50(2).
    pub enum GuidelineRelief {
        EmbeddedProduct = "embedded_product" => "embedded product",
        NarrowB2b = "narrow_b2b" => "narrow professional output",
        EphemeralRealtime = "ephemeral_realtime" => "ephemeral real-time content",
        None = "none" => "none",
    }
}

crate::terms! {
    /// What a model generates or does.
    pub enum ModelModality {
        Language = "language" => "language",
        Text = "text" => "text",
        Code = "code" => "source code",
        Speech = "speech" => "speech",
        Multimodal = "multimodal" => "several modalities",
        TextToImage = "text_to_image" => "images from text",
        TextToVideo = "text_to_video" => "video from text",
        TextToSpeech = "text_to_speech" => "speech from text",
        Audio = "audio" => "audio",
        Music = "music" => "music",
        Transcription = "transcription" => "transcription",
        Translation = "translation" => "translation",
        Upscaling = "upscaling" => "upscaling",
        Image = "image" => "image analysis",
        Vision = "vision" => "vision",
        Embedding = "embedding" => "embeddings",
        Chess = "chess" => "chess",
        Games = "games" => "games",
        Weather = "weather" => "weather",
        Science = "science" => "science",
        Other = "other" => "something else",
    }
}
