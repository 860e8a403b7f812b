//! An oversight assignment: which roles watch a system, what they can do, and how they were prepared.

use crate::calendar::Date;
use crate::fields;
use crate::inventory::field::List;
use crate::inventory::id::Id;
use crate::terms;

terms! {
    /// What an overseer may do without asking.
    pub enum Authority {
        RejectOutput = "reject_output" => "reject an output",
        Override = "override" => "override",
        SuspendUse = "suspend_use" => "suspend use",
        StopSystem = "stop_system" => "stop the system",
        Revert = "revert" => "revert",
        NotifyAuthority = "notify_authority" => "notify the authority",
    }
}

terms! {
    /// Who built an oversight measure.
    pub enum BuiltInBy {
        Provider = "provider" => "the provider",
        Deployer = "deployer" => "the deployer",
    }
}

fields! {
    /// Who oversees which systems, and how (Art. 14, 26(2)).
    pub struct OversightAssignment {
        /// Systems that are overseen.
        systems: List<Id>,
        /// The roles.
        roles: List<OversightRole>,
        /// What makes the overseers competent.
        competence: Competence,
        /// What they may do.
        authority: List<Authority>,
        /// Whether they need approval before they stop the system.
        approval_needed_to_stop: bool,
        /// What supports them.
        support: Support,
        /// The measures.
        measures: Measures,
        /// Separate verification by two persons (Art. 14(5)).
        two_person_verification: TwoPersonVerification,
        /// Monitoring of operation (Art. 26(5)).
        monitoring: Monitoring,
        /// What happens when something goes wrong.
        escalation: List<Escalation>,
    }
}

fields! {
    /// A role with its holder; documents print roles.
    pub struct OversightRole {
        /// The role.
        role: String,
        /// The position that holds it.
        holder: String,
        /// The position that stands in.
        deputy: String,
        /// Since when.
        appointed_on: Date,
    }
}

fields! {
    /// What makes overseers competent.
    pub struct Competence {
        /// On which basis.
        basis: String,
        /// The id of the literacy measure for this system.
        system_specific_training: Id,
        /// The day of that training.
        on: Date,
    }
}

fields! {
    /// What supports overseers.
    pub struct Support {
        /// Time set aside.
        time_allocation: String,
        /// Whom they can call.
        escalation_contact: String,
        /// With which tools they work.
        tools: String,
    }
}

fields! {
    /// Oversight measures, one per letter of Art. 14(4).
    pub struct Measures {
        /// To understand capacities and limits, and to notice anomalies.
        understand: Measure,
        /// To stay aware of automation bias.
        automation_bias: Measure,
        /// To interpret output correctly.
        interpret: Measure,
        /// To decide not to use, to disregard, override or reverse.
        r#override: Measure,
        /// To intervene or stop in a safe state.
        stop: StopMeasure,
    }
}

fields! {
    /// An oversight measure.
    pub struct Measure {
        /// What it is.
        description: String,
        /// Who built it.
        built_in_by: BuiltInBy,
        /// The `evidence` record that shows it.
        evidence: Id,
    }
}

fields! {
    /// How the system is stopped.
    pub struct StopMeasure {
        /// By which means.
        how: String,
        /// What state it is left in.
        safe_state: String,
        /// How long it takes.
        latency: String,
        /// The day of the last test.
        last_tested_on: Date,
        /// What the test showed.
        outcome: String,
    }
}

fields! {
    /// Separate verification by two persons.
    pub struct TwoPersonVerification {
        /// Whether it applies.
        applies: bool,
        /// How it is logged.
        how_logged: String,
        /// Why it is carved out, where the law allows.
        carve_out_basis: String,
    }
}

fields! {
    /// Monitoring of operation.
    pub struct Monitoring {
        /// Which role.
        who: String,
        /// How often.
        cadence: String,
        /// Against what.
        against: String,
    }
}

fields! {
    /// A step of escalation.
    pub struct Escalation {
        /// When.
        trigger: String,
        /// What is done.
        action: String,
        /// Who is told.
        contact: String,
        /// Within which time.
        within: String,
    }
}
