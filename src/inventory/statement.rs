//! Assessments, notices and evidence: what was concluded, what people are told, and what shows it.

use crate::calendar::Date;
use crate::fields;
use crate::inventory::field::List;
use crate::inventory::id::Id;
use crate::terms;

terms! {
    /// A kind of assessment.
    pub enum AssessmentType {
        Classification = "classification" => "classification",
        Art6_4 = "art_6_4" => "assessment behind a claimed derogation",
        Dpia = "dpia" => "data protection impact assessment",
        Fria = "fria" => "fundamental rights impact assessment",
        ConformityInternal = "conformity_internal" => "internal conformity assessment",
        Risk = "risk" => "risk assessment",
        Supplier = "supplier" => "supplier assessment",
        GpaiModification = "gpai_modification" => "assessment of a model modification",
    }
}

terms! {
    /// The condition of a derogation from high risk (Art. 6(3)).
    pub enum DerogationCondition {
        A = "a" => "narrow procedural task",
        B = "b" => "improves the result of a completed human activity",
        C = "c" => "detects patterns after the fact, without replacing human assessment",
        D = "d" => "preparatory task",
    }
}

terms! {
    /// A kind of notice.
    pub enum NoticeType {
        Art50_1 = "art_50_1" => "people are told that they deal with an AI system",
        Art50_3 = "art_50_3" => "people are told of emotion recognition or biometric categorisation",
        Art50_4Deepfake = "art_50_4_deepfake" => "a deep fake is disclosed",
        Art50_4Text = "art_50_4_text" => "a text on matters of public interest is disclosed",
        Art26_7 = "art_26_7" => "workers and their representatives are informed",
        Art26_11 = "art_26_11" => "persons are told that the system helps to decide about them",
        Art86Procedure = "art_86_procedure" => "how persons get an explanation",
        Gdpr13_14 = "gdpr_13_14" => "information on personal data",
    }
}

impl NoticeType {
    /// Returns whether a notice has to meet accessibility requirements (Art. 50(5)).
    pub const fn must_be_accessible(self) -> bool {
        match self {
            Self::Art50_1 | Self::Art50_3 | Self::Art50_4Deepfake | Self::Art50_4Text => true,
            Self::Art26_7 | Self::Art26_11 | Self::Art86Procedure | Self::Gdpr13_14 => false,
        }
    }
}

terms! {
    /// Why no notice is given.
    pub enum NoticeException {
        Obvious = "obvious" => "obvious to the people concerned",
        AssistiveEditing = "assistive_editing" => "assistive standard editing",
        NoSubstantialAlteration = "no_substantial_alteration" => "no substantial alteration of the input",
        Editorial = "editorial" => "human review and editorial responsibility",
        Artistic = "artistic" => "evidently artistic work",
        AuthorisedByLaw = "authorised_by_law" => "authorised by law",
        CodeOutOfScope = "code_out_of_scope" => "source code is out of scope",
    }
}

terms! {
    /// A kind of evidence.
    pub enum EvidenceType {
        Document = "document" => "document",
        Export = "export" => "export",
        Screenshot = "screenshot" => "screenshot",
        Url = "url" => "web page",
        Commit = "commit" => "commit",
        Ticket = "ticket" => "ticket",
        Certificate = "certificate" => "certificate",
        TestReport = "test_report" => "test report",
        LogExtract = "log_extract" => "log extract",
        Contract = "contract" => "contract",
        TrainingMaterial = "training_material" => "training material",
    }
}

fields! {
    /// What was concluded about a system, by whom and why.
    pub struct Assessment {
        /// Its kind.
        r#type: AssessmentType,
        /// The system.
        system: Id,
        /// The model, when the assessment is about one.
        model: Id,
        /// Its day.
        date: Date,
        /// The role that wrote it.
        author: String,
        /// What was concluded.
        conclusion: String,
        /// Why.
        reasons: String,
        /// The condition of the derogation.
        art_6_3_condition: DerogationCondition,
        /// Whether the system profiles natural persons.
        profiling: bool,
        /// The elements of a fundamental rights impact assessment.
        fria: Fria,
        /// The day the authority was told of the result.
        notified_authority_on: Date,
        /// The risk that remains.
        residual_risk: String,
        /// What was done about it.
        measures: List<String>,
        /// The rule table on which a computed assessment stands.
        ruleset_version: String,
        /// The hash of its inputs.
        inputs_hash: String,
    }
}

fields! {
    /// The elements of Art. 27(1); each may point to a section of the data protection impact assessment.
    pub struct Fria {
        /// The processes in which the system is used.
        a: String,
        /// Period and frequency.
        b: String,
        /// Categories of persons affected.
        c: String,
        /// Specific risks of harm to them.
        d: String,
        /// Human oversight.
        e: String,
        /// Measures when risks materialise.
        f: String,
    }
}

fields! {
    /// What people are told, where and how (Art. 50(5)).
    pub struct Notice {
        /// Its kind.
        r#type: NoticeType,
        /// Systems it is about.
        systems: List<Id>,
        /// Who is told.
        audience: String,
        /// The wording.
        text: String,
        /// In which languages, two letters each.
        languages: List<String>,
        /// Where it is shown.
        placement: String,
        /// Since when.
        first_shown: Date,
        /// Against which accessibility standard it was checked.
        accessible: Accessible,
        /// For whom an agent acts.
        principal: String,
        /// Who holds editorial responsibility.
        editorial_responsible: EditorialResponsible,
        /// Why no notice is given.
        exception: Exception,
        /// The day workers' representatives were informed.
        workers_representatives_informed_on: Date,
        /// The day workers were informed.
        workers_informed_on: Date,
    }
}

fields! {
    /// An accessibility check.
    pub struct Accessible {
        /// Against which standard.
        standard: String,
        /// On which day.
        checked_on: Date,
    }
}

fields! {
    /// Who holds editorial responsibility.
    pub struct EditorialResponsible {
        /// The name, when it is published.
        name: String,
        /// The role.
        role: String,
        /// How the public reaches the role.
        public_contact: String,
    }
}

fields! {
    /// Why no notice is given.
    pub struct Exception {
        /// Which exception.
        which: NoticeException,
        /// Why it holds.
        reason: String,
        /// The role that decided it.
        decided_by: String,
    }
}

fields! {
    /// Something that shows a statement.
    pub struct Evidence {
        /// What it is called.
        title: String,
        /// Its kind.
        r#type: EvidenceType,
        /// Where it lies: an address, or a path seen from the folder of this inventory file. A file of the project is hashed.
        uri: String,
        /// The day it was captured.
        captured_on: Date,
        /// The SHA-256 of the file, in hex.
        sha256: String,
        /// The role that signed it.
        signed_by: String,
        /// The day it was signed.
        signed_on: Date,
        /// Until when it is kept.
        retention_until: Date,
        /// How sensitive it is.
        classification: crate::inventory::dataset::Sensitivity,
    }
}
