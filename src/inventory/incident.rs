//! An incident with an AI system. Which clock runs is computed, never typed.

use crate::calendar::Date;
use crate::fields;
use crate::inventory::field::List;
use crate::inventory::id::Id;
use crate::law::terms::Role;
use crate::terms;

terms! {
    /// How serious an incident is (Art. 3(49)).
    pub enum SeriousCategory {
        Death = "death" => "death of a person",
        SeriousHealthHarm = "serious_health_harm" => "serious harm to health",
        CriticalInfrastructure = "critical_infrastructure" => "disruption of critical infrastructure",
        FundamentalRights = "fundamental_rights" => "breach of duties that protect fundamental rights",
        PropertyOrEnvironment = "property_or_environment" => "serious harm to property or the environment",
        NotSerious = "not_serious" => "not serious in the sense of the Act",
        Undetermined = "undetermined" => "not determined yet",
    }
}

terms! {
    /// Whether the system caused it.
    pub enum CausalLink {
        Established = "established" => "established",
        ReasonablyLikely = "reasonably_likely" => "reasonably likely",
        Suspected = "suspected" => "suspected",
        None = "none" => "none",
    }
}

terms! {
    /// Who was told.
    pub enum Recipient {
        Provider = "provider" => "the provider",
        Importer = "importer" => "the importer",
        Distributor = "distributor" => "the distributor",
        Msa = "msa" => "the market surveillance authority",
        AiOffice = "ai_office" => "the AI Office",
        Dpa = "dpa" => "the data protection authority",
        AffectedPersons = "affected_persons" => "affected persons",
        Workers = "workers" => "workers",
    }
}

terms! {
    /// How complete a report was.
    pub enum ReportStage {
        Initial = "initial" => "initial",
        Complete = "complete" => "complete",
    }
}

fields! {
    /// An incident (Art. 3(49), 26(5), 73).
    pub struct Incident {
        /// The system.
        system: Id,
        /// Its version.
        system_version: String,
        /// What happened.
        description: String,
        /// The day it happened.
        occurred_on: Date,
        /// The day it was noticed.
        detected_on: Date,
        /// The day we became aware; the clock starts here.
        aware_on: Date,
        /// How serious it is.
        serious_category: SeriousCategory,
        /// Whether it is a widespread infringement (Art. 3(61)).
        widespread_infringement: bool,
        /// Whether the system caused it.
        causal_link: CausalLink,
        /// Our role towards the system.
        our_role: Role,
        /// Who was affected.
        affected: Affected,
        /// Who was told.
        notified: List<Notified>,
        /// The day use was suspended.
        use_suspended_on: Date,
        /// Whether evidence was preserved.
        evidence_preserved: bool,
        /// Whether the system was altered before the authority was told.
        altered_before_notice: bool,
        /// What the investigation found.
        investigation: String,
        /// The root cause.
        root_cause: String,
        /// What was corrected.
        corrective_actions: List<String>,
        /// The day it was closed.
        closed_on: Date,
        /// What was learnt.
        lessons: String,
    }
}

fields! {
    /// Who was affected.
    pub struct Affected {
        /// How many, as a band.
        count_band: String,
        /// Which groups.
        groups: List<String>,
        /// In which Member States.
        member_states: List<String>,
    }
}

fields! {
    /// A report to somebody.
    pub struct Notified {
        /// To whom.
        to: Recipient,
        /// On which day.
        on: Date,
        /// Under which reference.
        r#ref: String,
        /// How complete.
        stage: ReportStage,
    }
}
