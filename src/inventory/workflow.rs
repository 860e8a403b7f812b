//! A review workflow: how changes that a system makes or helps to make are checked before they count.

use crate::fields;
use crate::inventory::field::List;
use crate::inventory::id::Id;
use crate::terms;

terms! {
    /// What a gate checks.
    pub enum GateType {
        HumanReview = "human_review" => "human review",
        AutomatedTest = "automated_test" => "automated tests",
        StaticAnalysis = "static_analysis" => "static analysis",
        SecurityScan = "security_scan" => "security scan",
        SecretScan = "secret_scan" => "scan for secrets",
        LicenceScan = "licence_scan" => "licence scan",
        AiReview = "ai_review" => "review by an AI system",
        DeployApproval = "deploy_approval" => "approval of deployment",
    }
}

terms! {
    /// Who decides at a gate.
    pub enum GateActor {
        Human = "human" => "a person",
        Machine = "machine" => "a machine",
    }
}

terms! {
    /// Who may approve a change.
    pub enum Independence {
        AuthorExcluded = "author_excluded" => "anyone but the author",
        TwoPerson = "two_person" => "two persons",
        Codeowner = "codeowner" => "the owner of the code",
        None = "none" => "anyone, the author included",
    }
}

terms! {
    /// How AI involvement is made visible in a change.
    pub enum DisclosureMechanism {
        AssistedBy = "assisted_by" => "commit trailer Assisted-by",
        CoAuthoredBy = "co_authored_by" => "commit trailer Co-Authored-By",
        GeneratedBy = "generated_by" => "commit trailer Generated-by",
        PrLabel = "pr_label" => "label on the pull request",
        None = "none" => "none",
    }
}

fields! {
    /// How changes are reviewed (evidence for oversight; Art. 14(4), 26(3)).
    pub struct ReviewWorkflow {
        /// Systems whose output goes through it.
        systems: List<Id>,
        /// What it covers, such as repositories.
        scope: List<String>,
        /// The gates, in order.
        gates: List<Gate>,
        /// Who may approve.
        independence: Independence,
        /// How many approvals are needed.
        required_approvals: u32,
        /// Paths that need more approvals.
        sensitive_paths: List<SensitivePath>,
        /// The share of merged changes that another person is to review, in percent.
        review_coverage_target_pct: u32,
        /// Whether an approval lapses when the change changes afterwards.
        approvals_bound_to_head: bool,
        /// How AI involvement is made visible.
        ai_disclosure: AiDisclosure,
        /// Accounts under which agents act.
        agent_accounts: List<AgentAccount>,
        /// How exceptions are made.
        exception_process: ExceptionProcess,
        /// How a reviewer can override or refuse.
        override_means: List<String>,
        /// How a change is rolled back.
        rollback: Rollback,
        /// Samples that are reviewed again.
        sampling: SamplingPlan,
        /// The `evidence` record which shows that the gates are enforced.
        enforcement_evidence: Id,
    }
}

fields! {
    /// A check that a change passes.
    pub struct Gate {
        /// Its name.
        name: String,
        /// What it checks.
        r#type: GateType,
        /// Whether a change stops here until it passes.
        blocking: bool,
        /// Who decides.
        actor: GateActor,
    }
}

fields! {
    /// Paths that need more approvals than others.
    pub struct SensitivePath {
        /// Which paths.
        pattern: String,
        /// How many approvals.
        approvals: u32,
    }
}

fields! {
    /// How AI involvement in a change is declared.
    pub struct AiDisclosure {
        /// By which means.
        mechanism: DisclosureMechanism,
        /// Whether it is mandatory.
        mandatory: bool,
    }
}

fields! {
    /// An account under which an agent acts.
    pub struct AgentAccount {
        /// The account's name.
        login: String,
        /// For whom it acts.
        principal: String,
        /// Whether it may approve changes.
        may_approve: bool,
        /// Whether it may merge changes.
        may_merge: bool,
    }
}

fields! {
    /// How exceptions from the workflow are made.
    pub struct ExceptionProcess {
        /// Whether an emergency bypass exists.
        break_glass: bool,
        /// Which role approves it.
        approver_role: String,
        /// When it ends.
        expiry: String,
        /// Whether it is logged.
        logged: bool,
    }
}

fields! {
    /// How a change is rolled back.
    pub struct Rollback {
        /// By which means.
        how: String,
        /// Within which time.
        target_time: String,
    }
}

fields! {
    /// Samples that are reviewed again.
    pub struct SamplingPlan {
        /// The share of changes, in percent.
        rate_pct: f64,
        /// How they are chosen.
        selection: String,
        /// Whether somebody else reviews them.
        reviewer_differs: bool,
    }
}
