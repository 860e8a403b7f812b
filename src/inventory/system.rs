//! An AI system: the core of the inventory. Nine yes-or-no tripwires in plain words decide what else is asked.

use crate::calendar::Date;
use crate::fields;
use crate::inventory::boms::Paths;
use crate::inventory::budget::Budget;
use crate::inventory::dataset::Sensitivity;
use crate::inventory::facts::{Facts, UnlistedFacts};
use crate::inventory::field::{Complete, List};
use crate::inventory::id::Id;
use crate::inventory::notes::AnswerNote;
use crate::inventory::plan::PlanInUse;
use crate::inventory::tripwires::Tripwires;
use crate::law::terms::Role;
use crate::law::uses::Use;
use crate::terms;

terms! {
    /// Where a system stands in its life.
    pub enum LifecycleStatus {
        Planned = "planned" => "planned",
        InDevelopment = "in_development" => "in development",
        InService = "in_service" => "in service",
        Suspended = "suspended" => "suspended",
        Withdrawn = "withdrawn" => "withdrawn",
        Recalled = "recalled" => "recalled",
        Retired = "retired" => "retired",
        Forbidden = "forbidden" => "forbidden",
    }
}

terms! {
    /// What a system puts out.
    pub enum OutputModality {
        Text = "text" => "text",
        Code = "code" => "source code",
        Image = "image" => "images",
        Audio = "audio" => "audio",
        Video = "video" => "video",
        Score = "score" => "scores",
        Decision = "decision" => "decisions",
        Action = "action" => "actions",
    }
}

terms! {
    /// How far a system acts by itself.
    pub enum Autonomy {
        Suggest = "suggest" => "suggests; a person acts",
        ActWithApproval = "act_with_approval" => "acts after a person approves each step",
        ActWithinPolicy = "act_within_policy" => "acts alone within a policy",
        Unattended = "unattended" => "acts unattended",
    }
}

terms! {
    /// What we did to a system before using or supplying it.
    pub enum BuiltOrRebranded {
        None = "none" => "used as supplied",
        BuiltInHouse = "built_in_house" => "built in-house",
        Rebranded = "rebranded" => "put under our own name",
        SubstantiallyModified = "substantially_modified" => "substantially modified",
        Repurposed = "repurposed" => "given another intended purpose",
    }
}

terms! {
    /// The form in which a system is supplied.
    pub enum DeploymentForm {
        Saas = "saas" => "hosted service",
        Api = "api" => "programming interface",
        OnPrem = "on_prem" => "on our own machines",
        Embedded = "embedded" => "embedded in a product",
        IdePlugin = "ide_plugin" => "plug-in of a development environment",
        Cli = "cli" => "command-line program",
    }
}

terms! {
    /// A kind of tool or integration.
    pub enum IntegrationType {
        McpServer = "mcp_server" => "MCP server",
        Connector = "connector" => "connector",
        Api = "api" => "programming interface",
        Plugin = "plugin" => "plug-in",
    }
}

terms! {
    /// In which direction data flows between a system and a tool or connection.
    pub enum DataDirection {
        ToService = "to_service" => "from the system to the service",
        FromService = "from_service" => "from the service to the system",
        Both = "both" => "in both directions",
    }
}

terms! {
    /// How many people, in bands that name nobody.
    pub enum SizeBand {
        UpTo9 = "1-9" => "1 to 9",
        UpTo49 = "10-49" => "10 to 49",
        UpTo249 = "50-249" => "50 to 249",
        UpTo999 = "250-999" => "250 to 999",
        From1000 = "1000+" => "1,000 or more",
    }
}

terms! {
    /// A registration that can be owed.
    pub enum RegistrationScheme {
        Eu49_1 = "eu_49_1" => "EU database, provider of a high-risk system",
        Eu49_2 = "eu_49_2" => "EU database, provider relying on a derogation",
        Eu49_3 = "eu_49_3" => "EU database, public deployer",
        National49_5 = "national_49_5" => "national register, critical infrastructure",
        Other = "other" => "other register",
    }
}

terms! {
    /// Where a registration stands.
    pub enum RegistrationStatus {
        NotApplicable = "n_a" => "not applicable",
        Due = "due" => "due",
        Done = "done" => "done",
    }
}

terms! {
    /// A conformity assessment route.
    pub enum ConformityRoute {
        AnnexVi = "annex_vi" => "internal control",
        AnnexVii = "annex_vii" => "notified body",
        Sectoral = "sectoral" => "procedure of the sector's law",
    }
}

fields! {
    /// An AI system that the organisation provides or uses.
    pub struct System {
        /// What it is, in a sentence or two.
        description: String,
        /// The role that owns it.
        owner: String,
        /// Our roles under the Act.
        our_roles: List<Role>,
        /// The vendor that provides it.
        vendor: Id,
        /// The plan on which we use it.
        plan: PlanInUse,
        /// What its use may cost, and is expected to.
        budget: Budget,
        /// The purpose in the provider's words, with their source (Art. 3(12)).
        intended_purpose: IntendedPurpose,
        /// What we use it for.
        our_use: String,
        /// Where it stands in its life.
        lifecycle_status: LifecycleStatus,
        /// Who operates it.
        operators: List<Operators>,
        /// Questions in plain words that decide what else is asked.
        tripwires: Tripwires,
        /// What it is used for, in plain words; a list that is given is complete, and `none` says that nothing is meant.
        uses: Complete<Use>,
        /// The version.
        version: String,
        /// Versions before this one.
        previous_versions: List<String>,
        /// The name it is sold under.
        trade_name: String,
        /// A reference that identifies it without doubt.
        unambiguous_reference: String,
        /// The day it was placed on the market or first made available under our name.
        placed_on_market_on: Date,
        /// The day it was put into service here.
        in_service_since: Date,
        /// The day it was retired.
        retired_on: Date,
        /// Member States in which it is available.
        member_states: List<String>,
        /// Models inside it.
        models: List<Id>,
        /// Data sets that we supply to it.
        datasets: List<Id>,
        /// Bills of materials that somebody else made for it: a CycloneDX file beside this one, or a list of them.
        bom: Paths,
        /// Tools and connections it can use.
        integrations: List<Integration>,
        /// How it is deployed.
        deployment: Deployment,
        /// What goes in, such as questions of customers.
        inputs: List<String>,
        /// What it puts out.
        output_modalities: List<OutputModality>,
        /// How far it acts by itself.
        autonomy: Autonomy,
        /// Misuse that can be foreseen.
        foreseeable_misuse: List<String>,
        /// Uses that we forbid.
        prohibited_uses: List<String>,
        /// Known limits.
        limitations: List<String>,
        /// Groups of persons on whom it has an effect.
        affected_persons: List<String>,
        /// The provider's instructions for use.
        instructions_for_use: InstructionsForUse,
        /// Measured performance.
        performance: List<Performance>,
        /// Changes determined in advance.
        predetermined_changes: List<String>,
        /// Changes over its life.
        lifecycle_changes: List<String>,
        /// Lifetime and care.
        maintenance: Maintenance,
        /// The oversight assignment.
        oversight: Id,
        /// Review workflows that check what it produces.
        review_workflows: List<Id>,
        /// The latest audit summary.
        audit: Id,
        /// What protects it, one control each.
        security_controls: List<String>,
        /// The managed policy that configures it.
        policy: Id,
        /// The assessment that records its classification.
        classification: Id,
        /// The data protection impact assessment.
        dpia: Id,
        /// The fundamental rights impact assessment.
        fria: Id,
        /// Notices given to people.
        notices: List<Id>,
        /// Registrations owed or done.
        registrations: List<Registration>,
        /// Conformity assessment and declaration.
        conformity: Conformity,
        /// The `evidence` record of the post-market monitoring plan.
        pmm_plan: Id,
        /// The `evidence` record of the risk management file.
        risk_management: Id,
        /// The `evidence` record of the quality management system.
        qms: Id,
        /// What makes us look at it again.
        review_triggers: List<String>,
        /// The day by which it is reviewed next.
        next_review_on: Date,
        /// Legal facts, in the vocabulary of the law.
        facts: Facts,
        /// What the author says about facts that are not listed.
        unlisted_facts: UnlistedFacts,
        /// Who gave which answer, and when.
        answers: List<AnswerNote>,
    }
}

fields! {
    /// The purpose that the provider states, and where.
    pub struct IntendedPurpose {
        /// The provider's words.
        text: String,
        /// Where they stand.
        source: String,
    }
}

fields! {
    /// A group of people who operate the system.
    pub struct Operators {
        /// Which group.
        population: String,
        /// How many, as a band.
        size_band: SizeBand,
        /// Whether contractors are among them.
        contractors: bool,
    }
}

fields! {
    /// A tool or connection.
    pub struct Integration {
        /// Its name.
        name: String,
        /// What kind it is.
        r#type: IntegrationType,
        /// Whether its use is approved.
        approved: bool,
        /// What data flows through it, and in which direction.
        data_flow: String,
        /// In which direction data flows.
        direction: DataDirection,
        /// How sensitive the data is.
        data_sensitivity: Sensitivity,
        /// The address that is called.
        endpoint: String,
        /// Whether it asks who calls.
        authenticated: bool,
        /// The vendor that runs it.
        vendor: Id,
    }
}

fields! {
    /// How the system is deployed.
    pub struct Deployment {
        /// In which form.
        form: DeploymentForm,
        /// In which region it is hosted.
        hosting_region: String,
        /// On which hardware.
        hardware: String,
        /// On which software, such as operating system and runtime.
        software: String,
    }
}

fields! {
    /// The instructions for use that the provider gave (Art. 13).
    pub struct InstructionsForUse {
        /// The `evidence` record.
        evidence: Id,
        /// Which version.
        version: String,
        /// The day they were received.
        received_on: Date,
        /// Where our use departs from them.
        deviations: List<String>,
    }
}

fields! {
    /// A measured property.
    pub struct Performance {
        /// What was measured.
        metric: String,
        /// The result.
        value: String,
        /// Under which conditions.
        conditions: String,
        /// For which groups.
        groups: String,
        /// The `evidence` record of the report.
        test_report: Id,
    }
}

fields! {
    /// Lifetime and care.
    pub struct Maintenance {
        /// How long it is expected to serve.
        expected_lifetime: String,
        /// How it is updated.
        update_policy: String,
    }
}

fields! {
    /// A registration.
    pub struct Registration {
        /// Where.
        scheme: RegistrationScheme,
        /// How far.
        status: RegistrationStatus,
        /// Under which number.
        id: String,
        /// On which page.
        url: String,
        /// On which day.
        on: Date,
    }
}

fields! {
    /// Conformity assessment and declaration (Art. 43, 47).
    pub struct Conformity {
        /// By which route.
        route: ConformityRoute,
        /// The certificate of a notified body.
        certificate: Certificate,
        /// The `evidence` record of the declaration.
        declaration_evidence: Id,
        /// Standards that were applied.
        standards: List<String>,
    }
}

fields! {
    /// A certificate of a notified body.
    pub struct Certificate {
        /// Its type.
        r#type: String,
        /// Its number.
        number: String,
        /// Its last day.
        expires_on: Date,
        /// The body.
        body: String,
    }
}
