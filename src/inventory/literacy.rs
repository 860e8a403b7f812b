//! A literacy record: measures that support AI literacy. It holds counts, never scores of persons.

use crate::calendar::Date;
use crate::fields;
use crate::inventory::field::List;
use crate::inventory::id::Id;
use crate::terms;

terms! {
    /// A kind of literacy measure.
    pub enum MeasureType {
        Training = "training" => "training",
        Guidance = "guidance" => "guidance",
        Documentation = "documentation" => "documentation",
        Briefing = "briefing" => "briefing",
        Exercise = "exercise" => "exercise",
        Coaching = "coaching" => "coaching",
    }
}

terms! {
    /// For whom a measure is.
    pub enum Segment {
        AllStaff = "all_staff" => "all staff",
        Operators = "operators" => "operators",
        Builders = "builders" => "builders",
        Overseers = "overseers" => "overseers",
        Contractors = "contractors" => "contractors",
    }
}

terms! {
    /// What a measure took into account (Art. 4).
    pub enum Considered {
        TechnicalKnowledge = "technical_knowledge" => "technical knowledge",
        Experience = "experience" => "experience",
        Education = "education" => "education",
        Training = "training" => "training",
        ContextOfUse = "context_of_use" => "context of use",
        PersonsAffected = "persons_affected" => "persons affected",
    }
}

fields! {
    /// Measures that support AI literacy (Art. 4).
    pub struct LiteracyRecord {
        /// The role that owns the programme.
        programme_owner: String,
        /// Whether contractors take part.
        includes_contractors: bool,
        /// The measures.
        measures: List<LiteracyMeasure>,
        /// When measures are renewed.
        refresh: Refresh,
        /// Known gaps.
        gaps: List<String>,
    }
}

fields! {
    /// A measure. Undated, it is no evidence.
    pub struct LiteracyMeasure {
        /// Its id.
        id: Id,
        /// What it is called.
        title: String,
        /// Its day.
        date: Date,
        /// Its kind.
        r#type: MeasureType,
        /// The version of its content.
        content_version: String,
        /// The `evidence` record of the material.
        material: Id,
        /// Systems it covers.
        systems: List<Id>,
        /// For whom.
        segment: Segment,
        /// What it took into account.
        considered: List<Considered>,
        /// Who delivered it, as a role or firm.
        delivered_by: String,
        /// How many were invited.
        invited: u32,
        /// How many attended.
        attended: u32,
    }
}

fields! {
    /// When measures are renewed.
    pub struct Refresh {
        /// How often.
        cadence: String,
        /// After which events.
        triggers: List<String>,
    }
}
