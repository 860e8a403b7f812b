//! The kinds of gap: what can be missing from the documents, why it is asked for, and what closes it. Constant data,
//! one row per code; which gaps an inventory has, and how pressing each is, belongs to `obligations`.

use crate::law::cite::Citation;

crate::terms! {
    /// The document, or part of one, to which a gap belongs.
    pub enum Family {
        Inventory = "inventory" => "AI system inventory",
        Transparency = "transparency" => "transparency statement",
        Oversight = "human-oversight" => "human-oversight record",
        Records = "record-keeping" => "record-keeping",
        Literacy = "literacy" => "AI literacy",
        Rollout = "rollout" => "rollout",
        Costs = "use-and-costs" => "use and costs",
        Vendors = "vendors" => "vendors",
        Bom = "ai-bom" => "AI-BOM",
        Technical = "technical" => "technical documentation",
    }
}

crate::terms! {
    /// What a duty or a gap rests on.
    pub enum Ground {
        Law = "law" => "law",
        Guidance = "guidance" => "guidance of the Commission, not binding",
        OneSource = "one_source" => "guidance known from one source",
        OtherLaw = "other_law" => "other Union law",
        Practice = "practice" => "standard or good practice",
        Unsettled = "unsettled" => "no settled reading",
    }
}

/// A kind of gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GapKind {
    /// The code, such as `LIT-001`.
    pub code: &'static str,
    /// Where it belongs.
    pub family: Family,
    /// What is missing, as a sentence; `{}` stands for the detail of one gap.
    pub says: &'static str,
    /// Why it is asked for.
    pub cites: &'static [Citation],
    /// What closes it, by field.
    pub closes: &'static str,
    /// What the demand rests on.
    pub ground: Ground,
}

impl GapKind {
    /// Returns the sentence with its detail.
    pub fn sentence(&self, detail: &str) -> String {
        self.says.replacen("{}", detail, 1)
    }

    /// Returns the sentence of no gap in particular; what a single one names stands there.
    pub fn in_general(&self) -> String {
        self.says.replace(": {}", "").replace("{}", "(named in the gap)")
    }
}

/// Returns the kind with a code, such as `LIT-001`.
pub fn gap_kind(code: &str) -> Option<&'static GapKind> {
    ALL.iter().find(|kind| kind.code == code).copied()
}

const fn art(number: &'static str, rest: &'static str) -> Citation {
    Citation::art(number, rest)
}
const fn annex(number: &'static str, place: &'static str) -> Citation {
    Citation::Annex(number, place)
}
const fn iii(point: crate::law::terms::AnnexPoint) -> Citation {
    Citation::AnnexIii(point)
}
const fn g50(place: &'static str) -> Citation {
    Citation::Guideline("G50", place)
}
// Other law and standards are cited like guidelines: by short name and place.
const fn gdpr(place: &'static str) -> Citation {
    Citation::Guideline("GDPR", place)
}
const fn iso(place: &'static str) -> Citation {
    Citation::Guideline("ISO/IEC 42001", place)
}
const fn iso27(place: &'static str) -> Citation {
    Citation::Guideline("ISO/IEC 27001", place)
}
const fn g7(place: &'static str) -> Citation {
    Citation::Guideline("G7 SBOM for AI", place)
}

macro_rules! gaps {
    ($($family:ident { $($name:ident = $code:literal $ground:ident [$($cite:expr),* $(,)?] $says:literal => $closes:literal;)* })*) => {
        $($(
            #[doc = $says]
            pub const $name: GapKind = GapKind {
                code: $code, family: Family::$family, says: $says, cites: &[$($cite),*], closes: $closes, ground: Ground::$ground,
            };
        )*)*

        /// Every kind, by family.
        pub const ALL: &[&GapKind] = &[$($(&$name,)*)*];
    };
}

use crate::law::terms::AnnexPoint::{P1a, P4b};

gaps! {
Inventory {
    INV_001 = "INV-001" Practice [annex("VIII", "Section A point 1"), art("13", "(3)(a)")]
        "The organisation does not state its {}." => "`legal_name`, `address` and `contact` of the organisation";
    INV_010 = "INV-010" Practice [art("17", "(1)(m)"), iso("A.3.2")]
        "No role owns the system." => "`owner` of the system, as a role";
    INV_011 = "INV-011" Law [art("3", "(3)-(8)"), art("25", "(1)")]
        "Our role is not settled: {}." => "`our_roles` of the system; where it is given, `tripwires.built_or_rebranded` or `facts.value_chain`";
    INV_020 = "INV-020" Law [art("3", "(12)"), annex("VIII", "Section A point 5")]
        "The intended purpose is not stated." => "`intended_purpose` of the system, with its source";
    INV_021 = "INV-021" Law [art("4", "(1)")]
        "It is not recorded who operates the system." => "`operators` of the system: population and size band";
    INV_022 = "INV-022" Practice [annex("IV", "point 2(a)"), g7("models")]
        "The model behind the system is not recorded: {}." => "`models` of the system and `version_or_snapshot` of each model";
    INV_023 = "INV-023" Law [art("50", "(2)"), art("50", "(4)")]
        "It is not recorded what the system puts out." => "`output_modalities` of the system";
    INV_024 = "INV-024" Practice [annex("VIII", "Section A point 7"), art("26", "(5)")]
        "It is not recorded whether the system is in service." => "`lifecycle_status` of the system";
    INV_030 = "INV-030" Law [art("6", "(4)")]
        "The reasons for the class are not written down by a person." => "an `assessment` of type `art_6_4` or `classification`, with `reasons`";
    INV_031 = "INV-031" Law [art("6", "(3) last subpara")]
        "A derogation is claimed although the system profiles persons, which rules it out." => "`art_6_3_condition` or `profiling` of the assessment";
    INV_032 = "INV-032" Law [art("6", ""), art("50", "")]
        "The class is open: {}." => "the tripwires or `facts` that the open questions name";
    INV_033 = "INV-033" Law [art("5", "")]
        "The facts stated describe a prohibited practice: {}." => "ending the practice, or correcting the `facts` that describe it";
    INV_040 = "INV-040" Unsettled [art("49", "(1)"), art("49", "(2)"), art("49", "(5)")]
        "A registration is not on record: {}." => "`registrations` of the system: scheme, status `done`, id";
    INV_041 = "INV-041" Unsettled [art("26", "(8)"), art("49", "(3)")]
        "A public deployer uses a system whose registration is not on record." => "`registrations` of the system with scheme `eu_49_3`";
    INV_050 = "INV-050" OtherLaw [gdpr("Art. 35"), art("26", "(9)")]
        "Personal data are processed and no decision on an impact assessment is on record." => "`dpia` of the system, or `not_applicable` with the reason";
    INV_051 = "INV-051" Law [art("26", "(4)")]
        "It is not recorded whether the input data we control are relevant and representative." => "`representativeness_note` of the data sets we supply, or `datasets` as `not_applicable`";
    INV_052 = "INV-052" OtherLaw [gdpr("Art. 35")]
        "It is not recorded whether the system processes personal data, so whether an impact assessment is due is open." => "the tripwire `processes_personal_data` of the system";
    INV_060 = "INV-060" Practice [iso("A.9.2")]
        "A tool that is forbidden here is listed." => "`lifecycle_status` when the tool is gone or approved";
    INV_070 = "INV-070" Law [iii(P4b), art("26", "(7)")]
        "Workers are evaluated or given tasks by the system, and it is not classified as high-risk." => "`facts.annex_iii` of the system, or the tripwire `evaluates_or_allocates_workers`";
    INV_080 = "INV-080" Law [annex("VIII", "Section A point 1"), annex("VIII", "Section B point 1"), annex("VIII", "Section C point 1")]
        "For registration, the organisation's {} is needed." => "`legal_name`, `address` and `contact` of the organisation";
    INV_081 = "INV-081" Law [annex("VIII", "Section A point 4"), annex("VIII", "Section B point 4")]
        "For registration, the trade name or an unambiguous reference is needed." => "`trade_name` and `unambiguous_reference` of the system";
    INV_082 = "INV-082" Law [annex("VIII", "Section A point 3"), art("22", "")]
        "For registration, the authorised representative is needed." => "`authorised_representative` of the organisation";
    INV_083 = "INV-083" Law [annex("VIII", "Section A point 6")]
        "For registration, a short description of the information used and the operating logic is needed." => "`description` of the system";
    INV_085 = "INV-085" Law [annex("VIII", "Section A point 10")]
        "For registration, the Member States in which the system is available are needed." => "`member_states` of the system";
    INV_086 = "INV-086" Law [annex("VIII", "Section A point 8")]
        "For registration, the certificate of the notified body is needed." => "`conformity.certificate` of the system";
    INV_087 = "INV-087" Law [annex("VIII", "Section A point 11")]
        "For registration, a copy of the declaration of conformity is needed." => "`conformity.declaration_evidence` of the system";
    INV_088 = "INV-088" Law [annex("VIII", "Section A point 12")]
        "For registration, electronic instructions for use are needed." => "`instructions_for_use.evidence` of the system";
    INV_089 = "INV-089" Law [annex("VIII", "Section B point 6")]
        "For registration, the condition on which the derogation rests is needed." => "`art_6_3_condition` of the assessment";
    INV_090 = "INV-090" Practice [iso("9, 10")]
        "The review of the record is overdue since {}." => "`next_review_on` after the review";
}
Transparency {
    TRN_001 = "TRN-001" Practice [art("4", "(1)"), art("26", "(1)")]
        "What the system is used for here is not stated." => "`our_use` of the system";
    TRN_010 = "TRN-010" Law [art("50", "")]
        "Whether we owe transparency is open: {}." => "the tripwires or `facts.art50` of the system";
    TRN_020 = "TRN-020" Law [art("50", "(1)"), art("50", "(5)")]
        "People deal with the system, and no notice or exception is on record." => "a `notice` of type `art_50_1` with its `placement`, or its `exception`";
    TRN_021 = "TRN-021" Guidance [g50("point 31")]
        "The system acts towards people, and the notice does not say for whom." => "`principal` of the notice or of the agent account";
    TRN_022 = "TRN-022" Guidance [art("50", "(5)"), g50("point 142")]
        "It is not recorded where the notice is shown." => "`placement` of the notice, at the first contact";
    TRN_023 = "TRN-023" Law [art("50", "(5)")]
        "No accessibility check of the notice is on record." => "`accessible` of the notice: standard and day";
    TRN_030 = "TRN-030" Law [art("50", "(2)")]
        "The system generates content, and no machine-readable marking is on record." => "`marking` of the model: metadata or watermark";
    TRN_031 = "TRN-031" Law [art("50", "(2)"), g50("points 69-70")]
        "Output is marked, and no means of detection is on record." => "`marking.detection_url` of the model";
    TRN_032 = "TRN-032" OneSource [g50("points 64-68")]
        "No marking is planned because the output is source code; this reading is known from one source." => "nothing to do; check the guideline before relying on it";
    TRN_040 = "TRN-040" Law [art("50", "(4)")]
        "Deep fakes are made, and no disclosure is on record." => "a `notice` of type `art_50_4_deepfake`";
    TRN_041 = "TRN-041" Law [art("50", "(4) second subpara")]
        "Generated text of public interest is published, and no disclosure or editorial exception is on record." => "a `notice` of type `art_50_4_text`, or its `exception`";
    TRN_042 = "TRN-042" Law [art("50", "(4) second subpara"), g50("points 133-138")]
        "The editorial exception is relied on without {}." => "`editorial_responsible` of the notice, and a review by a person";
    TRN_050 = "TRN-050" Law [art("50", "(3)"), art("5", "(1)(f)")]
        "People are exposed to emotion recognition or biometric categorisation, and no notice is on record; at work and in education most emotion inference is prohibited." => "a `notice` of type `art_50_3`";
    TRN_060 = "TRN-060" Practice [Citation::Guideline("Linux kernel", "coding-assistants.rst")]
        "Nothing makes AI involvement in a change visible." => "`ai_disclosure` of the review workflow";
    TRN_070 = "TRN-070" Practice [art("4", "(1)")]
        "Neither known limits nor a managed policy tell people what the system is good for and what it may touch." => "`limitations` or `policy` of the system";
    TRN_080 = "TRN-080" Law [art("26", "(7)"), art("26", "(11)"), art("86", "")]
        "Information owed with a high-risk system is not on record: {}." => "a `notice` for what this row names: `art_26_7` for workers, `art_26_11` for persons about whom it helps to decide, `art_86_procedure` for explanations";
    TRN_090 = "TRN-090" OtherLaw [gdpr("Art. 13")]
        "Personal data are processed, and what is logged about people is not recorded." => "`log_categories` of an audit summary of the system";
    TRN_100 = "TRN-100" Law [art("26", "(1)"), art("13", "")]
        "The provider's instructions for use are not on file." => "`instructions_for_use` of the system: evidence and version";
    TRN_101 = "TRN-101" Law [art("13", "(3)(a)")]
        "Instructions for use: identity and contact of the provider are missing." => "`legal_name` and `contact` of the organisation";
    TRN_102 = "TRN-102" Law [art("13", "(3)(b)(i)")]
        "Instructions for use: the intended purpose is missing." => "`intended_purpose` of the system";
    TRN_103 = "TRN-103" Law [art("13", "(3)(b)(ii)"), art("15", "(3)")]
        "Instructions for use: accuracy, robustness and cybersecurity are missing." => "`performance` of the system";
    TRN_104 = "TRN-104" Law [art("13", "(3)(b)(iii)")]
        "Instructions for use: foreseeable risks and misuse are missing." => "`foreseeable_misuse` of the system";
    TRN_105 = "TRN-105" Law [art("13", "(3)(b)(iv)")]
        "Instructions for use: what explains the output is missing." => "`measures.interpret` of the oversight assignment";
    TRN_106 = "TRN-106" Law [art("13", "(3)(b)(v)")]
        "Instructions for use: performance for particular groups is missing." => "`performance[].groups` of the system";
    TRN_107 = "TRN-107" Law [art("13", "(3)(b)(vi)")]
        "Instructions for use: the data used and the input expected are missing." => "`datasets` of the system";
    TRN_108 = "TRN-108" Law [art("13", "(3)(b)(vii)")]
        "Instructions for use: how to interpret the output, and its limits, are missing." => "`limitations` of the system";
    TRN_109 = "TRN-109" Law [art("13", "(3)(c)")]
        "Instructions for use: changes determined in advance are missing." => "`predetermined_changes` of the system";
    TRN_110 = "TRN-110" Law [art("13", "(3)(d)")]
        "Instructions for use: the oversight measures are missing." => "an `oversight_assignment` of the system with `measures`";
    TRN_111 = "TRN-111" Law [art("13", "(3)(e)")]
        "Instructions for use: lifetime and maintenance are missing." => "`maintenance` of the system";
    TRN_112 = "TRN-112" Law [art("13", "(3)(f)")]
        "Instructions for use: how logs are collected and read is missing." => "`log_categories` of an audit summary of the system";
    TRN_130 = "TRN-130" Guidance [art("50", "(7)"), g50("points 146-149")]
        "Neither a signature of the code of practice nor a comparison with it is on record." => "`code_of_practice` of the organisation: signatory or gap analysis";
    TRN_190 = "TRN-190" Practice [iso("7.5")]
        "Nobody has approved the documents; they are marked DRAFT." => "`sign_off` of the organisation: role and day";
}
Oversight {
    OVS_001 = "OVS-001" Law [art("26", "(2)"), iso("A.3.2")]
        "No role is named that oversees the system." => "an `oversight_assignment` of the system with `roles`";
    OVS_002 = "OVS-002" Law [art("26", "(2)"), Citation::Recital(91)]
        "The training of the overseers has no day." => "`competence.on` of the oversight assignment";
    OVS_003 = "OVS-003" Law [art("26", "(2)"), art("14", "(4)(d)-(e)")]
        "Overseers have no recorded authority to stop or suspend the system." => "`authority` of the oversight assignment: `stop_system` or `suspend_use`";
    OVS_004 = "OVS-004" Law [art("14", "(4)(e)")]
        "Overseers need approval before they stop the system." => "`approval_needed_to_stop` of the oversight assignment";
    OVS_005 = "OVS-005" Law [art("26", "(2)")]
        "It is not recorded what supports the overseers." => "`support` of the oversight assignment";
    OVS_010 = "OVS-010" Law [art("14", "(4)(a)")]
        "No measure helps overseers to understand the system and notice anomalies." => "`measures.understand` of the oversight assignment";
    OVS_011 = "OVS-011" Law [art("14", "(4)(b)")]
        "No measure keeps overseers aware of automation bias." => "`measures.automation_bias` of the oversight assignment";
    OVS_012 = "OVS-012" Law [art("14", "(4)(c)")]
        "No measure helps overseers to interpret the output." => "`measures.interpret` of the oversight assignment";
    OVS_013 = "OVS-013" Law [art("14", "(4)(d)")]
        "No measure lets overseers disregard, override or reverse the output." => "`measures.override` of the oversight assignment";
    OVS_014 = "OVS-014" Law [art("14", "(4)(e)")]
        "No measure lets overseers stop the system in a safe state." => "`measures.stop` of the oversight assignment";
    OVS_015 = "OVS-015" Practice [art("14", "(4)(e)")]
        "Stopping the system has never been tested." => "`measures.stop.last_tested_on` of the oversight assignment";
    OVS_020 = "OVS-020" Law [art("14", "(5)"), iii(P1a)]
        "No separate verification by two persons is on record." => "`two_person_verification` of the oversight assignment";
    OVS_030 = "OVS-030" Practice [art("26", "(3)"), Citation::Guideline("SOC 2", "CC8.1")]
        "No person reviews what the system produces before it counts: {}." => "a `review_workflow` of the system with a gate of type `human_review`";
    OVS_031 = "OVS-031" Practice [Citation::Guideline("SOC 2", "CC8.1")]
        "A change can be approved without an independent person: {}." => "`independence` and `agent_accounts` of the review workflow";
    OVS_032 = "OVS-032" Practice [Citation::Guideline("SOC 2", "CC8.1")]
        "An approval outlives later changes to what was approved." => "`approvals_bound_to_head` of the review workflow";
    OVS_033 = "OVS-033" Practice [Citation::Guideline("SOC 2", "CC8.1"), iso27("8.32")]
        "Nothing shows that the gates are enforced." => "`enforcement_evidence` of the review workflow";
    OVS_040 = "OVS-040" Practice [iso("9.1")]
        "No counts of reviews are on record." => "`metrics` of an audit summary of the system";
    OVS_041 = "OVS-041" Practice [iso("9.1")]
        "Counts are given without the period they cover." => "`period` of the audit summary: start and end";
    OVS_042 = "OVS-042" Practice [art("14", "(4)(b)")]
        "The counts hint at approval by habit: {}. This is a question for a person, not a breach." => "looking into it, and saying so in the next audit summary";
    OVS_050 = "OVS-050" Practice [art("14", "(4)(d)")]
        "It is not recorded how exceptions from the workflow are made." => "`exception_process` of the review workflow";
    OVS_060 = "OVS-060" Law [art("26", "(5)")]
        "It is not recorded how operation is monitored or what happens when something goes wrong: {}." => "`monitoring` and `escalation` of the oversight assignment";
    EVD_024 = "EVD-024" Practice [art("26", "(1)"), iso27("8.9")]
        "Sessions entered a mode that asks no approval, although the policy disables it: {}." => "rolling the policy out to every machine and account, which the next audit summary shows";
    EVD_030 = "EVD-030" Practice [art("26", "(3)"), iso("9.1")]
        "Fewer changes were reviewed than should be: {}." => "reviewing what was left out, which the next audit summary shows; or `review_coverage_target_pct` of the review workflow";
    EVD_031 = "EVD-031" Practice [Citation::Guideline("SOC 2", "CC8.1")]
        "Changes were merged by their author without independent approval and without an exception on record: {}." => "`exceptions` in `metrics` of an audit summary of the period, where they were approved; else a gate that refuses such merges";
    EVD_032 = "EVD-032" Practice [Citation::Guideline("SOC 2", "CC8.1")]
        "Changes were merged although they had changed after their last approval: {}." => "a gate that lets approvals lapse (`approvals_bound_to_head` of the review workflow), which the next audit summary shows";
    EVD_035 = "EVD-035" Practice [Citation::Guideline("SOC 2", "CC8.1")]
        "Commits bear the sign-off of an AI, and only a person can answer for a change: {}." => "a rule that people alone sign off, and tools set not to write the line, which the next audit summary shows";
}
Records {
    REC_001 = "REC-001" Law [art("26", "(6)"), art("19", "(1)")]
        "The log of {} has no minimum period." => "`retention_min` of the log category";
    REC_002 = "REC-002" Law [art("26", "(6)"), art("19", "(1)")]
        "The log of {}." => "`retention_min` of the log category: six months or more, such as P6M";
    REC_003 = "REC-003" Law [art("26", "(6)"), art("19", "(1)")]
        "The log of {} is held by the vendor alone, who keeps it for a shorter time than we promise and offers no export." => "`log_retention` of the vendor, or `held_by` of the log category";
    REC_004 = "REC-004" OtherLaw [gdpr("Art. 5(1)(e)")]
        "The log of {} holds personal data and has no maximum period." => "`retention_max` of the log category";
    REC_005 = "REC-005" Law [art("18", "(1)"), art("47", "(1)")]
        "The document `{}` is kept for less than ten years after the system was placed on the market." => "`retention_until` of the evidence";
    REC_006 = "REC-006" Practice [iso("A.6.2.8"), gdpr("Art. 30")]
        "It is not recorded whether prompts and outputs are logged." => "a log category `prompts_and_outputs` in the audit summary";
    REC_007 = "REC-007" Practice [iso("9.1")]
        "The period does not follow on the one before: {}." => "an audit summary for the days between";
    REC_008 = "REC-008" Practice [iso("7.5")]
        "A source of the counts lacks {}." => "`extracted_on` of the source, and its `sha256` or its `evidence` with one";
    REC_009 = "REC-009" Law [art("73", "(2)-(4)"), art("26", "(5)")]
        "A serious incident was to be reported by {}, and no report is on record." => "`notified` of the incident: recipient and day";
    REC_010 = "REC-010" Law [art("26", "(6)"), art("19", "(1)")]
        "It is not recorded what the system logs and for how long." => "`log_categories` of an audit summary of the system";
    EVD_003 = "EVD-003" Practice [iso27("8.15"), iso("A.6.2.8")]
        "A log is kept for a shorter time than the organisation's own rule asks: {}." => "`retention_min` of the log category, or `log_retention_minimums` of the organisation";
    EVD_005 = "EVD-005" Law [art("26", "(6)"), art("19", "(1)")]
        "A log was found to be kept for another time than is declared: {}." => "the setting by which it is kept, which the next measurement shows; or the declared period";
    EVD_010 = "EVD-010" Practice [g7("models"), iso("A.4.4")]
        "A source names a model that the inventory does not: {}." => "a `model` record, named in `models` of the system; or ending the use of the model";
    EVD_011 = "EVD-011" Practice [iso("A.4.4"), iso("A.9.2")]
        "A source names an AI tool that the inventory does not: {}." => "an `ai_system` record, or `trade_name` of the system that the tool is; or ending its use";
    EVD_012 = "EVD-012" Practice [iso27("8.9"), iso("A.4.4")]
        "A source names an MCP server that neither policy nor inventory allows: {}." => "`mcp_servers.allowed` of the managed policy, or an approved entry in `integrations` of the system; or ending its use";
    EVD_013 = "EVD-013" Practice [g7("models")]
        "A model that the inventory names was not seen in the last two periods that name models: {}." => "`models` of the system, if the model is no longer in use";
    EVD_014 = "EVD-014" Practice [g7("models")]
        "A source names a model by an alias, so that no list can say which model answered: {}." => "a setting that names the model, such as a pinned version; or a source that tells it";
    EVD_020 = "EVD-020" Practice [iso27("8.9"), iso("A.9.2")]
        "The policy is not what the settings put in force: {}." => "the setting, read again by an import; or the policy";
    EVD_021 = "EVD-021" Practice [iso27("8.9"), iso("A.9.2")]
        "A model was used that the managed policy does not allow: {}." => "`models.allowed` or `models.max_model` of the managed policy; or enforcing it";
    EVD_022 = "EVD-022" Practice [iso27("8.9")]
        "A setting does not do what it seems to: {}." => "the setting, read again by an import";
    EVD_023 = "EVD-023" Practice [iso27("8.9")]
        "The settings in force have not been compared with the policy for a year: {}." => "`verified_on` of the managed policy after the comparison";
    EVD_034 = "EVD-034" Practice [iso("9.1")]
        "What marks AI involvement in changes is switched off, and AI changes are counted by that mark: {}." => "`attribution` of the managed policy; or counts from a source that does not hang on the mark, such as telemetry";
    EVD_042 = "EVD-042" Practice [iso("9.1")]
        "The latest audit summary is old: {}." => "an audit summary of the days since";
    EVD_045 = "EVD-045" Practice [iso("9.1"), iso("7.5")]
        "The numbers of a source may be a floor, because it is not or may not be whole: {}." => "extracting the source again and counting it whole";
    EVD_047 = "EVD-047" Practice [iso("9.1")]
        "Two sources count one thing and differ by more than ten percent: {}." => "finding out which of the two misses something, and saying so in `blind_spots` of a summary of the period";
    EVD_048 = "EVD-048" Practice [iso("A.6.2.8"), gdpr("Art. 30")]
        "Something is counted of which no log category says who keeps it and for how long: {}." => "an entry in `log_categories` of an audit summary of the system";
}
Literacy {
    LIT_001 = "LIT-001" Law [art("4", "(1)")]
        "No measure that supports AI literacy is on record." => "a `literacy_record` with a dated measure";
    LIT_002 = "LIT-002" Practice [art("4", "(1)")]
        "The measure `{}` has no day, so it shows nothing." => "`date` of the measure";
    LIT_003 = "LIT-003" Law [art("4", "(1)")]
        "No literacy measure covers {}." => "`systems` of a measure, or a measure for all staff";
    LIT_004 = "LIT-004" Law [art("4", "(1)")]
        "Contractors operate systems, and it is not recorded that measures include them." => "`includes_contractors` of the literacy record";
    LIT_005 = "LIT-005" Law [art("26", "(2)"), Citation::Recital(91)]
        "No training for this system is on record for its overseers." => "`competence.system_specific_training` of the oversight assignment";
    LIT_006 = "LIT-006" Practice [art("4", "(1)"), iso("10.2")]
        "After the incident `{}` no measure has been renewed." => "a dated measure after the incident that covers the system";
}
Rollout {
    ROL_001 = "ROL-001" Practice [iso("A.6.2.5")]
        "A phase of the rollout is said to be done while steps of it are open: {}." => "`status` and `done_on` of these steps, that they do not apply with the reason, or another `status` of the phase";
    ROL_002 = "ROL-002" Practice [iso("A.9.2")]
        "A measure against unapproved tools is said to be in place, and nothing shows it: {}." => "`since` and `evidence` of the measure";
    ROL_003 = "ROL-003" Practice [iso("7.5")]
        "Steps of the rollout are said to be done, and nothing shows it: {}." => "`done_on` and `evidence` of these steps";
    ROL_004 = "ROL-004" Practice [iso("A.4.4"), iso("A.9.2")]
        "A tool that is not to be used was seen after the decision: {}." => "ending its use, which a later audit summary shows; or another decision";
    ROL_005 = "ROL-005" Practice [iso("A.9.2")]
        "An unapproved tool was tolerated for a time that is over: {}." => "`decision` and `decided_on` of the tool, or a later `tolerated_until`";
    ROL_006 = "ROL-006" Practice [iso("A.9.2")]
        "What becomes of an unapproved tool is not recorded: {}." => "`decision` and `decided_on` of the tool, and `tolerated_until` where it is tolerated";
    ROL_007 = "ROL-007" Practice [iso("9.1")]
        "The day by which the rollout was to be reviewed has passed: {}." => "`sign_off.next_review_on` after the review";
    ROL_008 = "ROL-008" Practice [iso("9.1")]
        "Something of the rollout is overdue: {}." => "what shows that it was done, or a later `due_on`";
    ROL_009 = "ROL-009" Practice [iso("9.1")]
        "Values before and after cannot be compared: {}." => "`unit`, `population`, `people`, and `before` and `after` with value and period";
}
Costs {
    COST_001 = "COST-001" Practice [iso("9.1")]
        "Use cost more than a cap that the organisation set for itself: {}." => "the costs of the next month; or another cap in `budget` of the system, with the role that set it";
    COST_002 = "COST-002" Practice [iso("9.1")]
        "A cap on costs is declared, and no cost is on record beside it: {}." => "`costs` of an audit summary, such as an import of telemetry or of the vendor's figures writes them";
    COST_003 = "COST-003" Practice [iso("9.1")]
        "Costs are on record, and no cap is declared; no law asks for one." => "`budget` of the system, or `budget` as `not_applicable` with the reason";
    COST_004 = "COST-004" Practice [iso("9.1")]
        "Costs cannot be held against a cap: {}." => "`budget` of each system that shares the costs, in their currency; and costs by calendar month with `volumes.users_count`";
}
Vendors {
    VEN_001 = "VEN-001" Law [art("26", "(5)")]
        "There is no contact at the vendor for incidents." => "`incident_contact` of the vendor";
    VEN_002 = "VEN-002" Practice [iso("A.10.3"), gdpr("Art. 28")]
        "It is not known whether the vendor trains on our data." => "`trains_on_our_data` of the vendor";
    VEN_003 = "VEN-003" Law [art("53", "(1)(b)"), annex("XII", "")]
        "A general-purpose AI model is built in without its provider's documentation for integrators." => "`vendor_documentation` of the model or `art_53_1_b_pack` of the vendor";
    VEN_004 = "VEN-004" Practice [art("26", "(5)"), iso("A.10.3")]
        "It is not recorded who provides the system." => "`vendor` of the system, and a `vendor` record";
    VEN_005 = "VEN-005" OtherLaw [gdpr("Art. 28")]
        "Personal data go to the vendor, and no data processing agreement is on record." => "`dpa` of the vendor";
    VEN_006 = "VEN-006" Law [art("25", "(4)")]
        "No written agreement with the supplier of a component or model is on record." => "`art_25_4_agreement` of the vendor";
    VEN_010 = "VEN-010" Practice [iso("A.10.3")]
        "A record claims what the plan in use does not support: {}." => "another plan or way of use (`plan` of the system); the corrected claim; or `plan.evidence`, the record of what was agreed with the vendor";
    VEN_011 = "VEN-011" Practice [iso("A.10.3")]
        "The vendor says something else about how long it keeps logs: {}." => "the corrected `log_retention.standard` of the vendor; or `plan.evidence` of the system, the record of what was agreed with the vendor";
    VEN_012 = "VEN-012" Practice [iso("A.10.3"), iso27("8.15")]
        "The vendor alone holds a log, and its record does not say for how long; the vendor's default is known: {}." => "`log_retention.standard` of the vendor, after asking whether the default holds for us";
    VEN_013 = "VEN-013" Practice [iso("A.10.3")]
        "What a record claims exists by agreement only: {}." => "`plan.evidence` of the system, the record of the agreement; or the corrected claim";
    VEN_014 = "VEN-014" Practice [iso("A.10.3")]
        "What is known about the vendor is too old to be held against a claim, and has to be checked again: {}." => "a newer version of the program; or `plan.evidence` of the system, the record of what the vendor says today";
}
Bom {
    BOM_001 = "BOM-001" Practice [g7("models"), annex("XI", "section 1")]
        "Nothing identifies the model beyond its name." => "`authenticity` of the model: hash of the weights, or endpoint";
    BOM_002 = "BOM-002" Practice [annex("XII", "point 1(h)"), g7("models")]
        "The licence is not known." => "`licence` of the model or data set";
    BOM_003 = "BOM-003" Practice [g7("models")]
        "The model is named by an alias, `{}`, which can mean another model tomorrow." => "`version_or_snapshot` of the model";
    BOM_004 = "BOM-004" Practice [g7("data sets")]
        "The sensitivity of the data set is not known." => "`sensitivity` of the data set";
    BOM_005 = "BOM-005" Practice [iso27("8.9")]
        "The model is in use, and the managed policy does not allow it." => "`models.allowed` of the policy, or `models` of the system";
    BOM_006 = "BOM-006" Practice [g7("models"), annex("IV", "point 2(a)")]
        "A bill of materials that somebody else made for the system names a model that the system does not: {}." => "`models` of the system, with a `model` record; or a waiver that says why it is not used";
    BOM_007 = "BOM-007" Practice [g7("models")]
        "No bill of materials that somebody else made for the system shows the model {}." => "`bom` of the system, with a file that shows it; or `models` of the system";
    BOM_008 = "BOM-008" Practice [g7("data sets"), annex("IV", "point 2(d)")]
        "A bill of materials that somebody else made for the system names a data set that the system does not: {}." => "`datasets` of the system or of a model in it, with a `dataset` record; or a waiver that says why it does not matter";
    BOM_009 = "BOM-009" Practice [g7("data sets")]
        "No bill of materials that somebody else made for the system shows the data set {}, which others supply." => "`bom` of the system, with a file that shows it; or `datasets` of the system or model";
    BOM_010 = "BOM-010" Practice [g7("system level"), annex("IV", "point 1(b)")]
        "A bill of materials that somebody else made for the system names a service that the system does not: {}." => "`integrations` of the system; or a waiver that says why it is not called";
    BOM_011 = "BOM-011" Practice [g7("system level")]
        "No bill of materials that somebody else made for the system shows the service {}." => "`bom` of the system, with a file that shows it; or `integrations` of the system";
}
Technical {
    TEC_101 = "TEC-101" Law [annex("IV", "point 1(a)")] "Technical documentation: version and provider of the system are missing." => "`version` of the system";
    TEC_102 = "TEC-102" Law [annex("IV", "point 1(b)")] "Technical documentation: interaction with other software and systems is missing." => "`integrations` of the system";
    TEC_103 = "TEC-103" Law [annex("IV", "point 1(c)")] "Technical documentation: versions of software and update needs are missing." => "`maintenance.update_policy` of the system";
    TEC_104 = "TEC-104" Law [annex("IV", "point 1(d)")] "Technical documentation: the forms in which the system is supplied are missing." => "`deployment.form` of the system";
    TEC_105 = "TEC-105" Law [annex("IV", "point 1(e)")] "Technical documentation: the hardware is missing." => "`deployment.hardware` of the system";
    TEC_106 = "TEC-106" Law [annex("IV", "point 1(f)")] "Technical documentation: views of the product it is a component of are missing." => "an `evidence` record of the system";
    TEC_107 = "TEC-107" Law [annex("IV", "point 1(g)")] "Technical documentation: the user interface is not described." => "an `evidence` record of the system";
    TEC_108 = "TEC-108" Law [annex("IV", "point 1(h)")] "Technical documentation: the instructions for use are missing." => "`instructions_for_use` of the system";
    TEC_201 = "TEC-201" Law [annex("IV", "point 2(a)")] "Technical documentation: models and third-party tools are missing." => "`models` of the system";
    TEC_202 = "TEC-202" Law [annex("IV", "point 2(b)")] "Technical documentation: design and its reasons are missing." => "an `evidence` record of the system";
    TEC_203 = "TEC-203" Law [annex("IV", "point 2(c)")] "Technical documentation: the architecture is missing." => "an `evidence` record of the system";
    TEC_204 = "TEC-204" Law [annex("IV", "point 2(d)")] "Technical documentation: the data sets are missing." => "`datasets` of the system";
    TEC_205 = "TEC-205" Law [annex("IV", "point 2(e)")] "Technical documentation: the oversight measures are missing." => "`measures` of an oversight assignment";
    TEC_206 = "TEC-206" Law [annex("IV", "point 2(f)")] "Technical documentation: changes determined in advance are missing." => "`predetermined_changes` of the system";
    TEC_207 = "TEC-207" Law [annex("IV", "point 2(g)")] "Technical documentation: tests with signed and dated reports are missing." => "`performance[].test_report` of the system";
    TEC_208 = "TEC-208" Law [annex("IV", "point 2(h)"), art("42", "(3)")] "Technical documentation: the cybersecurity measures are missing." => "an `evidence` record of the system";
    TEC_300 = "TEC-300" Law [annex("IV", "point 3")] "Technical documentation: capabilities, limits and foreseeable risks are missing." => "`limitations` of the system";
    TEC_400 = "TEC-400" Law [annex("IV", "point 4")] "Technical documentation: why the metrics are appropriate is missing." => "`performance` of the system";
    TEC_500 = "TEC-500" Law [annex("IV", "point 5"), art("9", "")] "Technical documentation: the risk management system is missing." => "`risk_management` of the system";
    TEC_600 = "TEC-600" Law [annex("IV", "point 6")] "Technical documentation: changes over the life of the system are missing." => "`lifecycle_changes` of the system";
    TEC_700 = "TEC-700" Law [annex("IV", "point 7")] "Technical documentation: standards applied, or the solutions in their place, are missing." => "`conformity.standards` of the system";
    TEC_800 = "TEC-800" Law [annex("IV", "point 8"), art("47", "")] "Technical documentation: the declaration of conformity is missing." => "`conformity.declaration_evidence` of the system";
    TEC_900 = "TEC-900" Law [annex("IV", "point 9"), art("72", "(3)")] "Technical documentation: the post-market monitoring plan is missing." => "`pmm_plan` of the system";
    DOC_001 = "DOC-001" Law [art("43", ""), annex("V", "")] "No route of conformity assessment is on record." => "`conformity.route` of the system";
    QMS_001 = "QMS-001" Law [art("17", "(1)(a)-(m)"), art("17", "(2)")] "No quality management system is on record." => "`qms` of the system";
    FRI_001 = "FRI-001" Law [art("27", "(1)")] "No fundamental rights impact assessment is on record." => "an `assessment` of type `fria` for the system";
    FRI_A = "FRI-a" Law [art("27", "(1)(a)")] "Fundamental rights: the processes of use are missing." => "`fria.a` of the assessment";
    FRI_B = "FRI-b" Law [art("27", "(1)(b)")] "Fundamental rights: period and frequency of use are missing." => "`fria.b` of the assessment";
    FRI_C = "FRI-c" Law [art("27", "(1)(c)")] "Fundamental rights: the groups affected are missing." => "`fria.c` of the assessment";
    FRI_D = "FRI-d" Law [art("27", "(1)(d)")] "Fundamental rights: the risks of harm are missing." => "`fria.d` of the assessment";
    FRI_E = "FRI-e" Law [art("27", "(1)(e)")] "Fundamental rights: the oversight is missing." => "`fria.e` of the assessment";
    FRI_F = "FRI-f" Law [art("27", "(1)(f)")] "Fundamental rights: measures when risks materialise are missing." => "`fria.f` of the assessment";
    FRI_G = "FRI-g" Law [art("27", "(3)")] "The authority has not been told of the result of the fundamental rights impact assessment." => "`notified_authority_on` of the assessment";
}
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_code_stands_once_with_a_sentence_a_place_and_what_closes_it() {
        let mut seen = BTreeSet::new();
        for kind in ALL {
            assert!(seen.insert(kind.code), "{} stands twice", kind.code);
            assert!(
                kind.says.ends_with('.') && kind.says.matches("{}").count() <= 1,
                "{}",
                kind.code
            );
            assert!(!kind.cites.is_empty() && !kind.closes.is_empty(), "{}", kind.code);
            assert_eq!(gap_kind(kind.code), Some(*kind));
        }
        assert_eq!(gap_kind("LIT-000"), None);
    }

    #[test]
    fn a_detail_fills_the_sentence_and_is_not_read_again() {
        assert_eq!(
            REC_001.sentence("{} sessions"),
            "The log of {} sessions has no minimum period."
        );
        assert_eq!(LIT_001.sentence("ignored"), LIT_001.says);
    }
}
