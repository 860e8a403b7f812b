//! What is missing and what is owed. Each row is a project that raises a gap, with its level, and the same project mended;
//! every code that is checked has a row.

#![expect(
    clippy::too_many_lines,
    reason = "the tables of cases are lists, one row each"
)]

use actfile::calendar::Date;
use actfile::classify::classify;
use actfile::law::edition::Edition;
use actfile::law::gaps;
use actfile::link::boms::Boms;
use actfile::link::link;
use actfile::obligations::{Assessment, assess};
use actfile::read::Loaded;
use actfile::report::remedies;
use actfile::source::SourceMap;
use std::collections::BTreeSet;

pub(crate) const AS_OF: Date = Date::on(2026, 11, 22);

/// Returns the assessment of a project with one file on a day.
#[track_caller]
pub(crate) fn assessed_on(yaml: &str, as_of: Date) -> Assessment {
    read_and_assessed(yaml, as_of).0
}

/// Returns the same with the texts that its places point into.
#[track_caller]
pub(crate) fn read_and_assessed(yaml: &str, as_of: Date) -> (Assessment, SourceMap) {
    let mut loaded = Loaded::default();
    loaded.add("a.yaml".to_owned(), yaml.as_bytes());
    loaded.add("supplier.json".to_owned(), SUPPLIER.as_bytes());
    let Loaded {
        sources,
        records,
        boms,
        mut findings,
        ..
    } = loaded;
    let mut inventory = link(records, &mut findings);
    inventory.boms = Boms::new(&sources, boms);
    let edition = Edition::on(as_of);
    let classification = classify(&inventory, edition, as_of, &mut findings);
    let told: Vec<String> = findings
        .sorted()
        .into_iter()
        .map(|it| format!("{} {}", it.code.id(), it.message))
        .collect();
    let is_broken = told
        .iter()
        .any(|line| line.starts_with("E01") || line.starts_with("E02"));
    assert!(!is_broken, "{told:?}\n{yaml}");
    (assess(inventory, classification, edition, as_of), sources)
}

/// Returns the levels at which a project has a gap of a code.
#[track_caller]
fn levels(yaml: &str, code: &str) -> Vec<String> {
    let assessment = assessed_on(yaml, AS_OF);
    let of_code = assessment.gaps.iter().filter(|gap| gap.kind.code == code);
    of_code.map(|gap| gap.level.to_string()).collect()
}

/// What a supplier lists of the system that names this file in `bom`: one model, called M.
const SUPPLIER: &str = r#"{"bomFormat": "CycloneDX", "specVersion": "1.6",
    "components": [{"type": "machine-learning-model", "name": "M"}, {"type": "data", "name": "Pairs"}],
    "services": [{"name": "Portal", "endpoints": ["https://portal.example/v1/"]}]}"#;

const ORG: &str = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n";
const OPEN: &str = "kind: ai_system\nid: a\nname: A\n";
const USED: &str = "kind: ai_system\nid: a\nname: A\nunlisted_facts: absent\nour_roles: [deployer]\n";
const BUILT: &str = "kind: ai_system\nid: a\nname: A\nunlisted_facts: absent\nour_roles: [provider]\n";
const HIRING: &str = "facts: {annex_iii: {points: [4(a)], profiling: true}}\n";
const STAFF: &str = "facts: {annex_iii: {points: [4(b)], profiling: true}}\n";
const CREDIT: &str = "facts: {annex_iii: {points: [5(b)], profiling: true}}\n";
const FACES: &str = "facts: {annex_iii: {points: [1(a)]}}\n";
const DEROGATED: &str = "facts: {annex_iii: {points: [4(a)], filter_condition: [a], profiling: false, \
    materially_influences: false, part_of_combined_system: false}}\n";
const CHAT: &str = "facts: {art50: {interacts_directly: true}}\n";
const TEXTS: &str = "facts: {art50: {generates: [text]}}\n";
const EARLY_TEXTS: &str = "facts: {art50: {generates: [text], placed_before_2026_08_02: true}}\n";
const CODE: &str = "output_modalities: [code]\n";
const PERSONAL: &str = "tripwires: {processes_personal_data: true}\n";
const NA: &str = "{not_applicable: {reason: it is not}}";

const NOW: &str = "must now";
const BY: &str = "must by 2 December 2027";
const SHOULD: &str = "should";
const INFO: &str = "info";

fn notice(more: &str) -> String {
    format!("---\nkind: notice\nid: n\nsystems: [a]\n{more}")
}
fn oversight(more: &str) -> String {
    format!("---\nkind: oversight_assignment\nid: o\nsystems: [a]\n{more}")
}
fn workflow(more: &str) -> String {
    format!("---\nkind: review_workflow\nid: w\nname: W\nsystems: [a]\n{more}")
}
fn audit(more: &str) -> String {
    format!("---\nkind: audit_summary\nid: s\nsystems: [a]\n{more}")
}
fn assessment(more: &str) -> String {
    format!("---\nkind: assessment\nid: c\nsystem: a\n{more}")
}
fn literacy(more: &str) -> String {
    format!("---\nkind: literacy_record\nid: l\n{more}")
}
fn vendor(more: &str) -> String {
    format!("vendor: v\n---\nkind: vendor\nid: v\n{more}")
}
fn model(more: &str) -> String {
    format!("models: [m]\n---\nkind: model\nid: m\nname: M\n{more}")
}
fn dataset(more: &str) -> String {
    format!("datasets: [d]\n---\nkind: dataset\nid: d\nname: D\n{more}")
}
fn evidence(more: &str) -> String {
    format!("---\nkind: evidence\nid: e\n{more}")
}
fn incident(more: &str) -> String {
    format!("---\nkind: incident\nid: i\nsystem: a\n{more}")
}

/// A code, its level, a project that raises it and one that does not.
pub(crate) struct Row(&'static str, &'static str, String, String);

/// Builds a row from what both projects begin with, and what each adds.
pub(crate) fn row(code: &'static str, level: &'static str, base: &[&str], raises: &str, closes: &str) -> Row {
    let base = base.concat();
    Row(code, level, format!("{base}{raises}"), format!("{base}{closes}"))
}

// One row per case, however long: a table is read across.
#[rustfmt::skip]
fn inventory_rows() -> Vec<Row> {
    let done = |scheme: &str| format!("registrations: [{{scheme: {scheme}, status: done}}]\n");
    let public = format!("{ORG}sector_flags: [public_authority]\n---\n");
    vec![
        row("INV-001", SHOULD, &[ORG], "", "contact: {email: ai@acme.example}\n"),
        row("INV-010", SHOULD, &[USED], "", "owner: CTO\n"),
        row("INV-011", NOW, &[OPEN], "", "our_roles: [deployer]\n"),
        row("INV-011", SHOULD, &[OPEN, "tripwires: {built_or_rebranded: built_in_house}\n"], "our_roles: [deployer]\n", "our_roles: [provider, deployer]\n"),
        row("INV-020", SHOULD, &[USED], "", "intended_purpose: {text: helps, source: docs}\n"),
        row("INV-020", BY, &[BUILT, HIRING], "", "intended_purpose: {text: helps}\n"),
        row("INV-021", SHOULD, &[USED], "", "operators: [{population: developers}]\n"),
        row("INV-022", SHOULD, &[USED], "", &model("version_or_snapshot: m-1\n")),
        row("INV-022", SHOULD, &[USED], &model(""), &model("version_or_snapshot: m-1\n")),
        row("INV-023", SHOULD, &[USED], "", "output_modalities: [text]\n"),
        row("INV-024", SHOULD, &[USED], "", "lifecycle_status: in_service\n"),
        row("INV-030", SHOULD, &[USED, HIRING], "", &assessment("type: classification\nreasons: so\n")),
        row("INV-030", BY, &[BUILT, DEROGATED], "", &assessment("type: art_6_4\nreasons: so\n")),
        row("INV-031", BY, &[USED, &assessment("type: art_6_4\nart_6_3_condition: a\n")], "profiling: true\n", "profiling: false\n"),
        row("INV-032", SHOULD, &[OPEN, "our_roles: [deployer]\n"], "", "unlisted_facts: absent\n"),
        row("INV-033", NOW, &[USED, "facts: {art5: {e: {creates_or_expands_face_db: true, untargeted_scraping: "], "true}}}\n", "false}}}\n"),
        row("INV-033", "must by 2 December 2026", &[BUILT, "facts: {art5: {bb: {csam_material: true, without_right_defence: false, gate: "], "provider_intended_purpose}}}\n", "provider_safeguards_adequate}}}\n"),
        row("INV-040", BY, &[BUILT, DEROGATED], "", &done("eu_49_2")),
        row("INV-040", BY, &[BUILT, HIRING], &done("eu_49_2"), &done("eu_49_1")),
        row("INV-041", BY, &[&public, USED, HIRING], "", &done("eu_49_3")),
        row("INV-050", SHOULD, &[USED, PERSONAL], "", &format!("dpia: {NA}\n")),
        row("INV-052", SHOULD, &[USED], "", "tripwires: {processes_personal_data: false}\n"),
        row("INV-050", INFO, &[USED, PERSONAL], "dpia: {unknown: {asked: DPO}}\n", &assessment("type: dpia\n")),
        row("INV-051", BY, &[USED, HIRING], "", &format!("datasets: {NA}\n")),
        row("INV-051", BY, &[USED, HIRING], &dataset(""), &dataset("representativeness_note: checked\n")),
        row("INV-060", INFO, &[USED], "lifecycle_status: forbidden\n", "lifecycle_status: retired\n"),
        row("INV-070", BY, &[USED, "tripwires: {evaluates_or_allocates_workers: true}\n"], "", STAFF),
        row("INV-080", BY, &[BUILT, DEROGATED, "---\n", ORG, "contact: {url: x}\n"], "", "address: Weg 1\n"),
        row("INV-081", BY, &[BUILT, DEROGATED], "", "trade_name: A\n"),
        row("INV-082", BY, &[BUILT, DEROGATED, "---\n", ORG, "established_in_eu: false\n"], "", "authorised_representative: {name: Rep}\n"),
        row("INV-083", BY, &[BUILT, HIRING], "", "description: sorts\n"),
        row("INV-085", BY, &[BUILT, HIRING], "", "member_states: [DE]\n"),
        row("INV-086", BY, &[BUILT, HIRING], "conformity: {route: annex_vii}\n", "conformity: {route: annex_vii, certificate: {number: \"1\"}}\n"),
        row("INV-087", BY, &[BUILT, HIRING], "", &format!("conformity: {{declaration_evidence: e}}\n{}", evidence(""))),
        row("INV-088", BY, &[BUILT, HIRING], "", "instructions_for_use: {version: \"1\"}\n"),
        row("INV-089", BY, &[BUILT, DEROGATED, &assessment("type: art_6_4\n")], "", "art_6_3_condition: a\n"),
        row("INV-090", SHOULD, &[USED], "next_review_on: 2026-11-21\n", "next_review_on: 2026-11-22\n"),
    ]
}

// One row per case, however long: a table is read across.
#[rustfmt::skip]
fn transparency_rows() -> Vec<Row> {
    let emotion = "facts: {art50: {emotion_or_biocat: true}}\n";
    let fake = "facts: {art50: {deepfake: true}}\n";
    let published = "facts: {art50: {public_interest_text_published: true}}\n";
    let edited = "facts: {art50: {public_interest_text_published: true, \
        human_review_and_editorial_responsibility: true}}\n";
    let claim = notice("type: art_50_4_text\nexception: {which: editorial}\n");
    let told = |kind: &str| notice(&format!("type: {kind}\nplacement: above the input\n"));
    let mark = |more: &str| model(&format!("marking: {{metadata: signed{more}}}\n"));
    vec![
        row("TRN-001", SHOULD, &[USED], "", "our_use: drafts\n"),
        row("TRN-010", NOW, &[OPEN, "our_roles: [deployer]\n"], "", "unlisted_facts: absent\n"),
        row("TRN-020", NOW, &[BUILT, CHAT], "", &told("art_50_1")),
        row("TRN-020", NOW, &[BUILT, CHAT], &told("gdpr_13_14"), &notice("type: art_50_1\nexception: {which: obvious}\n")),
        row("TRN-021", SHOULD, &[BUILT, CHAT, "output_modalities: [text, action]\n", &told("art_50_1")], "", "principal: Acme\n"),
        row("TRN-020", NOW, &[BUILT, CHAT, &notice("type: art_50_1\n")], "accessible: {standard: EN 301 549}\n", "placement: first line\n"),
        row("TRN-022", SHOULD, &[BUILT, CHAT, &notice("type: art_50_1\n")], "", "placement: first line\n"),
        row("TRN-023", NOW, &[BUILT, CHAT, &notice("type: art_50_1\n")], "", "accessible: {standard: EN 301 549}\n"),
        row("TRN-030", NOW, &[BUILT, TEXTS], "", &mark("")),
        row("TRN-030", "must by 2 December 2026", &[BUILT, EARLY_TEXTS], &model(""), &mark("")),
        row("TRN-030", NOW, &[BUILT, TEXTS], &model(&format!("marking: {{metadata: {NA}}}\n")), &model(&format!("marking: {{metadata: {NA}, watermark: {NA}}}\n"))),
        row("TRN-031", NOW, &[BUILT, TEXTS], &mark(""), &mark(", detection_url: https://a.example")),
        row("TRN-032", INFO, &[BUILT], CODE, "output_modalities: [score]\n"),
        row("TRN-040", NOW, &[USED, fake], "", &told("art_50_4_deepfake")),
        row("TRN-041", NOW, &[USED, published], "", &told("art_50_4_text")),
        row("TRN-042", NOW, &[USED, edited], "", &format!("{claim}editorial_responsible: {{role: Editor}}\n")),
        row("TRN-042", NOW, &[USED, edited, &claim], "", "editorial_responsible: {role: Editor}\n"),
        row("TRN-042", NOW, &[USED, edited, &claim, "editorial_responsible: {role: Editor}\n"], &workflow("gates: [{type: ai_review}]\n"), &workflow("gates: [{type: ai_review}, {type: human_review}]\n")),
        row("TRN-050", NOW, &[USED, emotion], "", &told("art_50_3")),
        row("TRN-060", SHOULD, &[USED, CODE, &workflow("")], "", "ai_disclosure: {mechanism: assisted_by}\n"),
        row("TRN-060", SHOULD, &[USED, CODE, &workflow("")], "ai_disclosure: {mechanism: none}\n", "ai_disclosure: {mechanism: pr_label}\n"),
        row("TRN-070", SHOULD, &[USED], "", "limitations: [errs]\n"),
        row("TRN-070", SHOULD, &[USED], "", "---\nkind: managed_policy\nid: p\nsystems: [a]\n"),
        row("TRN-080", BY, &[USED, STAFF, "tripwires: {affects_individual_decisions: false}\n"], "", &told("art_26_7")),
        row("TRN-090", INFO, &[USED, PERSONAL], "", &audit("log_categories: [{category: sessions}]\n")),
        row("TRN-100", BY, &[USED, HIRING], "", &format!("instructions_for_use: {{evidence: e}}\n{}", evidence(""))),
        row("TRN-101", BY, &[BUILT, HIRING, "---\n", ORG], "", "contact: {email: ai@acme.example}\n"),
        row("TRN-102", BY, &[BUILT, HIRING], "", "intended_purpose: {text: helps}\n"),
        row("TRN-103", BY, &[BUILT, HIRING], "", "performance: [{metric: recall}]\n"),
        row("TRN-104", BY, &[BUILT, HIRING], "", "foreseeable_misuse: [scoring staff]\n"),
        row("TRN-105", BY, &[BUILT, HIRING], &oversight("measures: {stop: {how: switch}}\n"), &oversight("measures: {interpret: {description: guide}}\n")),
        row("TRN-107", BY, &[BUILT, HIRING], "", &dataset("")),
        row("TRN-108", BY, &[BUILT, HIRING], "", "limitations: [errs]\n"),
        row("TRN-109", BY, &[BUILT, HIRING], "", &format!("predetermined_changes: {NA}\n")),
        row("TRN-110", BY, &[BUILT, HIRING], "", &oversight("measures: {stop: {how: switch}}\n")),
        row("TRN-111", BY, &[BUILT, HIRING], "", "maintenance: {expected_lifetime: 5 years}\n"),
        row("TRN-112", BY, &[BUILT, HIRING], "", &audit("log_categories: [{category: sessions}]\n")),
        row("TRN-130", SHOULD, &[BUILT, TEXTS, "---\n", ORG], "", "code_of_practice: [{signatory: true}]\n"),
        row("TRN-190", INFO, &[ORG], "", "sign_off: {approved_by: CEO, approved_on: 2026-11-01}\n"),
    ]
}

// One row per case, however long: a table is read across.
#[rustfmt::skip]
fn oversight_rows() -> Vec<Row> {
    let gates = "gates: [{type: human_review}]\n";
    let period = "period: {start: 2026-10-01, end: 2026-10-31}\n";
    let measure = |name: &str| oversight(&format!("measures: {{{name}: {{description: guide}}}}\n"));
    vec![
        row("OVS-001", SHOULD, &[USED], "", &oversight("roles: [{role: Overseer}]\n")),
        row("OVS-001", BY, &[USED, HIRING], &oversight("roles: []\n"), &oversight("roles: [{role: Overseer}]\n")),
        row("OVS-002", SHOULD, &[USED], &oversight("competence: {basis: course}\n"), &oversight("competence: {on: 2026-01-01}\n")),
        row("OVS-003", BY, &[USED, HIRING], &oversight("authority: [revert]\n"), &oversight("authority: [stop_system]\n")),
        row("OVS-003", SHOULD, &[BUILT, HIRING], &oversight("authority: [revert]\n"), &oversight("authority: [stop_system]\n")),
        row("OVS-004", SHOULD, &[USED], &oversight("approval_needed_to_stop: true\n"), &oversight("approval_needed_to_stop: false\n")),
        row("OVS-005", BY, &[USED, HIRING], &oversight(""), &oversight("support: {tools: console}\n")),
        row("OVS-010", BY, &[BUILT, HIRING], "", &measure("understand")),
        row("OVS-010", SHOULD, &[USED, HIRING], &oversight(""), &measure("understand")),
        row("OVS-010", BY, &[OPEN, "our_roles: [deployer]\n", HIRING], &oversight(""), &measure("understand")),
        row("OVS-011", BY, &[BUILT, HIRING], "", &measure("automation_bias")),
        row("OVS-012", BY, &[BUILT, HIRING], "", &measure("interpret")),
        row("OVS-013", BY, &[BUILT, HIRING], "", &measure("override")),
        row("OVS-014", BY, &[BUILT, HIRING], "", &oversight("measures: {stop: {how: switch}}\n")),
        row("OVS-014", SHOULD, &[USED, HIRING], &oversight(""), &oversight("measures: {stop: {how: switch}}\n")),
        row("OVS-015", SHOULD, &[USED], &oversight("measures: {stop: {how: switch}}\n"), &oversight("measures: {stop: {last_tested_on: 2026-10-01}}\n")),
        row("OVS-020", BY, &[USED, FACES], &oversight(""), &oversight("two_person_verification: {applies: true}\n")),
        row("OVS-030", SHOULD, &[USED, CODE], "", &workflow(gates)),
        row("OVS-030", SHOULD, &[USED, CODE], &workflow("gates: [{type: ai_review}]\n"), &format!("review_workflows: {NA}\n")),
        row("OVS-031", SHOULD, &[USED, &workflow("")], "independence: none\n", "independence: author_excluded\n"),
        row("OVS-031", SHOULD, &[USED, &workflow("independence: two_person\n")], "agent_accounts: [{login: bot, may_approve: true}]\n", "agent_accounts: [{login: bot, may_approve: false}]\n"),
        row("OVS-032", SHOULD, &[USED, &workflow("")], "approvals_bound_to_head: false\n", "approvals_bound_to_head: true\n"),
        row("OVS-033", SHOULD, &[USED, &evidence(""), &workflow("")], "", "enforcement_evidence: e\n"),
        row("OVS-040", SHOULD, &[USED, &workflow(gates)], "", &audit("metrics: {merged: 3}\n")),
        row("OVS-041", SHOULD, &[USED, &audit("metrics: {merged: 3}\n")], "", period),
        row("OVS-042", INFO, &[USED, &audit(period)], "metrics: {bypass_sessions: 1}\n", "metrics: {bypass_sessions: 0}\n"),
        row("OVS-042", INFO, &[USED, &audit(period)], "metrics: {merged_ai_reviewed: 9, changes_requested: 0, closed_unmerged: 0, reverted: 0}\n", "metrics: {merged_ai_reviewed: 9, changes_requested: 1, closed_unmerged: 0, reverted: 0}\n"),
        row("OVS-050", SHOULD, &[USED, &workflow("")], "", "exception_process: {break_glass: true}\n"),
        row("OVS-060", BY, &[USED, HIRING, &oversight("escalation: [{trigger: harm}]\n")], "", "monitoring: {who: HR}\n"),
        row("OVS-060", SHOULD, &[USED, &oversight("")], "", "escalation: [{trigger: harm}]\n"),
    ]
}

// One row per case, however long: a table is read across.
#[rustfmt::skip]
fn record_rows() -> Vec<Row> {
    let log = |more: &str| audit(&format!("log_categories: [{{category: sessions, {more}}}]\n"));
    let vendor_log = |kept: &str| {
        let held = log("held_by: vendor, retention_min: P6M");
        format!(
            "{}---\n{}",
            vendor(&format!("log_retention: {kept}\n")),
            &held[4..]
        )
    };
    let month = |id: &str, start: &str, end: &str| {
        format!("---\nkind: audit_summary\nid: {id}\nsystems: [a]\nperiod: {{start: {start}, end: {end}}}\n")
    };
    let october = month("s10", "2026-10-01", "2026-10-31");
    let kept = |until: &str| {
        let file = evidence(&format!("retention_until: {until}\n"));
        format!("placed_on_market_on: 2028-01-31\nqms: e\n{file}")
    };
    let serious = "our_role: provider\nserious_category: death\ncausal_link: established\n";
    vec![
        row("REC-001", SHOULD, &[USED], &log("held_by: us"), &log("retention_min: P30D")),
        row("REC-001", BY, &[USED, HIRING], &log("held_by: us"), &log("retention_min: P30D")),
        row("REC-002", BY, &[USED, HIRING], &log("retention_min: P180D"), &log("retention_min: P184D")),
        row("REC-002", SHOULD, &[USED, HIRING], &log("retention_min: P182D"), &log("retention_min: P6M")),
        row("REC-002", INFO, &[USED], &log("retention_min: P90D"), &log("retention_min: P182D")),
        row("REC-003", BY, &[USED, HIRING], &vendor_log("{standard: P30D}"), &vendor_log("{standard: P30D, export_available: true}")),
        row("REC-003", INFO, &[USED], &vendor_log("{standard: P30D}"), &vendor_log("{standard: P1Y}")),
        row("REC-004", SHOULD, &[USED], &log("personal_data: true"), &log("personal_data: true, retention_max: P1Y")),
        row("REC-005", BY, &[BUILT, HIRING], &kept("2038-01-30"), &kept("2038-01-31")),
        row("REC-006", SHOULD, &[USED, "output_modalities: [text]\n"], &log("held_by: us"), &audit("log_categories: [{category: prompts_and_outputs}]\n")),
        row("REC-007", SHOULD, &[USED, &october], &month("s08", "2026-08-01", "2026-08-31"), &month("s09", "2026-09-01", "2026-09-30")),
        row("REC-008", SHOULD, &[USED], &audit("sources: [{name: CI, extracted_on: 2026-11-01}]\n"), &format!("{}{}", audit("sources: [{name: CI, extracted_on: 2026-11-01, evidence: e}]\n"), evidence("sha256: ab\n"))),
        row("REC-008", SHOULD, &[USED], &audit("sources: [{name: CI, extracted_on: 2026-11-01}]\n"), &audit("sources: [{name: CI, extracted_on: 2026-11-01, sha256: ab}]\n")),
        row("REC-009", BY, &[BUILT, HIRING], &incident(&format!("{serious}aware_on: 2026-11-11\n")), &incident(&format!("{serious}aware_on: 2026-11-12\n"))),
        row("REC-009", BY, &[USED, HIRING, &incident("serious_category: fundamental_rights\naware_on: 2026-11-21\n")], "our_role: deployer\nnotified: [{to: msa, on: 2026-11-21}]\n", "our_role: deployer\nnotified: [{to: provider, on: 2026-11-21}]\n"),
        row("REC-010", BY, &[USED, HIRING], "", &log("held_by: us")),
    ]
}

// One row per case, however long: a table is read across.
#[rustfmt::skip]
fn literacy_rows() -> Vec<Row> {
    let operators = "operators: [{population: developers, contractors: true}]\n";
    let measure = |more: &str| literacy(&format!("measures: [{{id: x, {more}}}]\n"));
    let taken = measure("date: 2026-03-01, segment: all_staff");
    let training = "competence: {system_specific_training: x}\n";
    let happened = |day: &str| incident(&format!("aware_on: {day}\n"));
    vec![
        row("LIT-001", NOW, &[USED], "", &taken),
        row("LIT-001", NOW, &[USED], &measure("date: 2026-11-23"), &measure("date: 2026-11-22")),
        row("LIT-002", NOW, &[USED], &measure("type: training"), &measure("date: 2026-03-01")),
        row("LIT-002", SHOULD, &[USED], &literacy("measures: [{id: x, date: 2026-03-01}, {id: y}]\n"), &literacy("measures: [{id: x, date: 2026-03-01}]\n")),
        row("LIT-003", SHOULD, &[USED], &measure("date: 2026-03-01"), &measure("date: 2026-03-01, systems: [a]")),
        row("LIT-004", SHOULD, &[USED, operators, &taken], "", "includes_contractors: true\n"),
        row("LIT-004", NOW, &[USED, operators, &taken], "includes_contractors: false\n", "includes_contractors: true\n"),
        row("LIT-005", BY, &[USED, HIRING, &taken], &oversight(""), &oversight(training)),
        row("LIT-006", SHOULD, &[USED, &taken], &happened("2026-03-02"), &happened("2026-03-01")),
    ]
}

// One row per case, however long: a table is read across.
#[rustfmt::skip]
fn vendor_and_bom_rows() -> Vec<Row> {
    let integrated = |more: &str| model(&format!("gpai: confirmed\n{more}"));
    let supplier = |more: &str| vendor(&format!("role_to_us: [component_supplier]\n{more}"));
    let policy = |allowed: &str| {
        format!(
            "{}---\nkind: managed_policy\nid: p\nsystems: [a]\nmodels: {{allowed: [{allowed}]}}\n",
            model("")
        )
    };
    let hosted = |more: &str| model(&format!("access: hosted_api\n{more}"));
    let data = |name: &str, by: &str| {
        format!("datasets: [p]\n---\nkind: dataset\nid: p\nname: {name}\nsupplied_by: {by}\n")
    };
    let called = |name: &str, more: &str| format!("integrations: [{{name: {name}, {more}}}]\n");
    vec![
        row("VEN-001", BY, &[USED, HIRING], &vendor(""), &vendor("incident_contact: soc@v.example\n")),
        row("VEN-002", SHOULD, &[USED], &vendor("trains_on_our_data: unknown\n"), &vendor("trains_on_our_data: never\n")),
        row("VEN-003", SHOULD, &[BUILT], &integrated(""), &integrated(&format!("vendor_documentation: e\n{}", evidence("")))),
        row("VEN-004", SHOULD, &[USED], "", &vendor("")),
        row("VEN-005", SHOULD, &[USED, PERSONAL], &vendor(""), &vendor("dpa: {signed_on: 2026-01-01}\n")),
        row("VEN-006", BY, &[BUILT, HIRING], &supplier(""), &supplier("art_25_4_agreement: {signed_on: 2026-01-01}\n")),
        row("BOM-001", INFO, &[USED], &hosted(""), &hosted("authenticity: {endpoint: https://v.example}\n")),
        row("BOM-001", SHOULD, &[USED], &model("access: self_hosted\nauthenticity: {endpoint: local}\n"), &model("access: self_hosted\nauthenticity: {hash: ab}\n")),
        row("BOM-002", SHOULD, &[USED], &model(""), &model("licence: Apache-2.0\n")),
        row("BOM-002", SHOULD, &[USED], &dataset(""), &dataset("licence: CC0-1.0\n")),
        row("BOM-003", SHOULD, &[USED], &model("version_or_snapshot: large-latest\n"), &model("version_or_snapshot: large-2026\n")),
        row("BOM-004", SHOULD, &[USED], &dataset(""), &dataset("sensitivity: internal\n")),
        row("BOM-005", SHOULD, &[USED], &policy("other"), &policy("m")),
        row("BOM-006", SHOULD, &[USED, "bom: supplier.json\n"], "", &model("")),
        row("BOM-007", INFO, &[USED, "models: [n]\nbom: supplier.json\n"], "---\nkind: model\nid: n\nname: Night\n", "---\nkind: model\nid: n\nname: M\n"),
        row("BOM-008", SHOULD, &[USED, "bom: supplier.json\n"], &data("Tables", "vendor"), &data("Pairs", "vendor")),
        // A data set of a model of the system is one of the system.
        row("BOM-008", SHOULD, &[USED, "bom: supplier.json\n"], &model(""), &format!("{}datasets: [p]\n---\nkind: dataset\nid: p\nname: Pairs\n", model(""))),
        row("BOM-009", INFO, &[USED, "bom: supplier.json\n"], &data("Tables", "vendor"), &data("Pairs", "vendor")),
        // Nobody else lists what we bring ourselves.
        row("BOM-009", INFO, &[USED, "bom: supplier.json\n"], &data("Tables", "third_party"), &data("Tables", "us")),
        row("BOM-010", SHOULD, &[USED, "bom: supplier.json\n"], &called("Mail", ""), &called("PORTAL", "")),
        row("BOM-010", SHOULD, &[USED, "bom: supplier.json\n"], &called("Mail", "endpoint: https://portal.example/v2"), &called("Mail", "endpoint: https://portal.example/v1")),
        // A hosted model is a service as well.
        row("BOM-010", SHOULD, &[USED, "bom: supplier.json\n"], &hosted(""), &hosted("authenticity: {endpoint: https://portal.example/v1}\n")),
        row("BOM-011", INFO, &[USED, "bom: supplier.json\n"], &called("Mail", ""), &called("Portal", "")),
    ]
}

// One row per case, however long: a table is read across.
#[rustfmt::skip]
fn technical_rows() -> Vec<Row> {
    let with = |field: &str| format!("{field}: e\n{}", evidence(""));
    let conformity = |more: &str| format!("conformity: {{{more}}}\n");
    let report = "performance: [{metric: recall, test_report: e}]\n";
    let fria = |letter: &str| assessment(&format!("type: fria\nfria: {{{letter}: so}}\n"));
    let rights = |code, closes: &str| row(code, BY, &[USED, CREDIT], &fria("z").replace("z: so", ""), closes);
    vec![
        row("TEC-101", BY, &[BUILT, HIRING], "", "version: \"1\"\n"),
        row("TEC-102", BY, &[BUILT, HIRING], "", "integrations: [{name: mail}]\n"),
        row("TEC-103", BY, &[BUILT, HIRING], "", "maintenance: {update_policy: monthly}\n"),
        row("TEC-104", BY, &[BUILT, HIRING], "", "deployment: {form: saas}\n"),
        row("TEC-105", BY, &[BUILT, HIRING], "deployment: {form: saas}\n", "deployment: {hardware: none}\n"),
        row("TEC-108", BY, &[BUILT, HIRING], "", "instructions_for_use: {version: \"1\"}\n"),
        row("TEC-201", BY, &[BUILT, HIRING], "", &model("")),
        row("TEC-204", BY, &[BUILT, HIRING], "", &dataset("")),
        row("TEC-205", BY, &[BUILT, HIRING], "", &oversight("measures: {stop: {how: switch}}\n")),
        row("TEC-206", BY, &[BUILT, HIRING], "", "predetermined_changes: [none]\n"),
        row("TEC-207", BY, &[BUILT, HIRING], "performance: [{metric: recall}]\n", &format!("{report}{}", evidence(""))),
        row("TEC-300", BY, &[BUILT, HIRING], "", "limitations: [errs]\n"),
        row("TEC-400", BY, &[BUILT, HIRING], "", "performance: [{metric: recall}]\n"),
        row("TEC-500", BY, &[BUILT, HIRING], "", &with("risk_management")),
        row("TEC-600", BY, &[BUILT, HIRING], "", "lifecycle_changes: [first]\n"),
        row("TEC-700", BY, &[BUILT, HIRING], &conformity("route: annex_vi"), &conformity("standards: [x]")),
        row("TEC-800", BY, &[BUILT, HIRING], &conformity("route: annex_vi"), &format!("{}{}", conformity("declaration_evidence: e"), evidence(""))),
        row("TEC-900", BY, &[BUILT, HIRING], "", &with("pmm_plan")),
        row("DOC-001", BY, &[BUILT, HIRING], "", &conformity("route: annex_vi")),
        row("QMS-001", BY, &[BUILT, HIRING], "", &with("qms")),
        row("FRI-001", BY, &[USED, CREDIT], "", &fria("a")),
        rights("FRI-a", &fria("a")),
        rights("FRI-b", &fria("b")),
        rights("FRI-c", &fria("c")),
        rights("FRI-d", &fria("d")),
        rights("FRI-e", &fria("e")),
        rights("FRI-f", &fria("f")),
        row("FRI-g", BY, &[USED, CREDIT, &assessment("type: fria\n")], "", "notified_authority_on: 2026-11-01\n"),
    ]
}

fn all_rows() -> Vec<Row> {
    let families = [
        inventory_rows(),
        transparency_rows(),
        oversight_rows(),
        record_rows(),
        crate::evidence::rows(),
        crate::costs::rows(),
        crate::vendor_facts::rows(),
        literacy_rows(),
        crate::rollout::rows(),
        vendor_and_bom_rows(),
        technical_rows(),
    ];
    families.into_iter().flatten().collect()
}

#[test]
fn each_gap_is_raised_at_its_level_and_closed_by_what_closes_it() {
    for Row(code, level, raises, closes) in all_rows() {
        let raised = levels(&raises, code);
        assert!(
            raised.iter().any(|it| it == level),
            "{code} at {level}, found {raised:?} in\n{raises}"
        );
        let left = levels(&closes, code);
        assert!(
            !left.iter().any(|it| it == level),
            "{code} is still raised in\n{closes}"
        );
    }
}

// A bill of materials and a source name their own models, data sets and tools, which no record to paste can know.
#[test]
fn each_record_to_paste_closes_its_gap() {
    let names_its_own = |code: &str| ["BOM-006", "BOM-008", "EVD-010", "EVD-011"].contains(&code);
    let mut closed = BTreeSet::new();
    for Row(code, level, raises, _) in all_rows() {
        let remedy = gaps::gap_kind(code).and_then(remedies::of);
        let Some(remedy) = remedy.filter(|_| !raises.contains("---") && !names_its_own(code)) else {
            continue;
        };
        let pasted = format!("{raises}{}---\n{}", remedy.beside, remedy.record);
        let pasted = pasted.replace("my-system]", "a]").replace("my-system\n", "a\n");
        let left = levels(&pasted, code);
        assert!(
            !left.iter().any(|it| it == level),
            "{code} is still raised in\n{pasted}"
        );
        closed.insert(code);
    }
    let meant = remedies::ALL.iter().flat_map(|remedy| remedy.gaps);
    let left: Vec<&str> = meant
        .map(|gap| gap.code)
        .filter(|code| !closed.contains(code) && !names_its_own(code) && !NOT_CHECKED.contains(code))
        .collect();
    assert_eq!(left, ["REC-006"], "only beside another summary is this one a gap");
}

/// Points for which the inventory has no field of its own; they are printed, and kept outside the inventory.
const NOT_CHECKED: &[&str] = &["TRN-106", "TEC-106", "TEC-107", "TEC-202", "TEC-203", "TEC-208"];

/// Gaps that no project has on the day of the rows, since nothing that is known has grown old by then; the tests of
/// vendor facts look at later days.
const LATER: &[&str] = &["VEN-014"];

#[test]
fn every_code_has_a_row_or_is_known_not_to_be_checked() {
    let rows = all_rows();
    let tested: BTreeSet<&str> = rows.iter().map(|Row(code, ..)| *code).collect();
    let untested: Vec<&str> = gaps::ALL
        .iter()
        .map(|kind| kind.code)
        .filter(|code| !tested.contains(code) && !NOT_CHECKED.contains(code) && !LATER.contains(code))
        .collect();
    assert_eq!(untested, Vec::<&str>::new());
}

const SMALLEST: &str = "\
kind: organisation
id: acme
legal_name: Acme GmbH
country: DE
size_class: smc
sector_flags: [none]
established_in_eu: true
accountable_executive: CTO
works_council: exists
---
kind: ai_system
id: coding-assistant
name: Coding assistant
description: agentic coding assistant bought from a vendor
owner: Head of Engineering
our_roles: [deployer]
intended_purpose: {text: coding assistance in terminal and IDE, source: vendor-docs}
our_use: drafting and editing source code, tests, docs in company repositories
lifecycle_status: in_service
operators: [{population: developers, size_band: 10-49, contractors: true}]
autonomy: act_with_approval
output_modalities: [code, text, action]
tripwires: {built_or_rebranded: none, interacts_with_public: false, generates_media: false,
  publishes_public_interest_text: false, affects_individual_decisions: false,
  evaluates_or_allocates_workers: false, uses_biometrics_or_emotion: false,
  safety_component: false, processes_personal_data: true}
";

#[test]
fn the_smallest_project_owes_literacy_and_gets_a_handful_of_recommendations() {
    let assessment = assessed_on(SMALLEST, AS_OF);
    let at = |level: &str| -> Vec<&str> {
        let gaps = assessment.gaps.iter().filter(|gap| gap.level.key() == level);
        gaps.map(|gap| gap.kind.code).collect()
    };
    assert_eq!(at("must-now"), ["LIT-001"]);
    assert_eq!(at("must-by"), Vec::<&str>::new());
    assert_eq!(
        at("should"),
        [
            "INV-001", "INV-022", "INV-032", "INV-050", "TRN-070", "OVS-001", "OVS-030", "VEN-004"
        ]
    );
    assert_eq!(at("info"), ["TRN-190", "TRN-090"]);
    let counts = assessment.gap_counts();
    assert_eq!(
        (counts.must_now, counts.must_by, counts.should, counts.info),
        (1, 0, 8, 2)
    );
    let first = &assessment.gaps[0];
    assert_eq!(first.owner.as_deref(), Some("CTO"));
    assert_eq!(
        first.systems.iter().map(|id| id.as_str()).collect::<Vec<_>>(),
        ["coding-assistant"]
    );
}

/// Checks what a project owes for one duty on a day: its standing and how far it is shown, as documents print them.
#[track_caller]
fn check_owed(yaml: &str, as_of: Date, duty: &str, expected: Option<&str>) {
    let assessment = assessed_on(yaml, as_of);
    let owed = assessment.owed.iter().find(|owed| owed.duty.id == duty);
    let told = owed.map(|owed| format!("{}: {}", owed.standing, owed.showing));
    assert_eq!(told.as_deref(), expected, "{duty} on {as_of} in\n{yaml}");
}

#[test]
fn a_duty_has_a_standing_on_each_side_of_its_first_day() {
    let day = Date::on;
    let chat = format!("{BUILT}{CHAT}");
    let texts = format!("{BUILT}{EARLY_TEXTS}");
    let hiring = format!("{USED}{HIRING}");
    let claimed = format!("{BUILT}{DEROGATED}");
    for (yaml, as_of, duty, expected) in [
        (USED, AS_OF, "art-4-literacy", Some("owed now: missing")),
        (
            USED,
            day(2025, 2, 1),
            "art-4-literacy-2024",
            Some("prepares for 2 February 2025: missing"),
        ),
        (
            chat.as_str(),
            day(2026, 8, 1),
            "art-50-1-interaction",
            Some("prepares for 2 August 2026: missing"),
        ),
        (
            chat.as_str(),
            day(2026, 8, 2),
            "art-50-1-interaction",
            Some("owed now: missing"),
        ),
        (
            texts.as_str(),
            day(2026, 12, 1),
            "art-50-2-marking",
            Some("owed, with time until 2 December 2026: missing"),
        ),
        (
            texts.as_str(),
            day(2026, 12, 2),
            "art-50-2-marking",
            Some("owed now: missing"),
        ),
        (
            hiring.as_str(),
            AS_OF,
            "art-26-6-logs",
            Some("prepares for 2 December 2027: missing"),
        ),
        (
            hiring.as_str(),
            day(2027, 12, 2),
            "art-26-6-logs",
            Some("owed now: missing"),
        ),
        (
            hiring.as_str(),
            day(2026, 7, 26),
            "art-26-6-logs",
            Some("prepares for 2 August 2026: missing"),
        ),
        (hiring.as_str(), AS_OF, "art-9-risks", None),
        (
            claimed.as_str(),
            AS_OF,
            "art-49-2-registration",
            Some("prepares for 2 December 2027 (start not settled): missing"),
        ),
        (
            claimed.as_str(),
            AS_OF,
            "art-6-4-assessment",
            Some("prepares for 2 December 2027: missing"),
        ),
        (claimed.as_str(), AS_OF, "art-49-1-registration", None),
        (USED, AS_OF, "art-26-6-logs", None),
    ] {
        check_owed(yaml, as_of, duty, expected);
    }
}

#[test]
fn a_duty_is_shown_partly_or_not_at_all() {
    let hiring = format!("{USED}{HIRING}");
    let log = |more: &str| format!("{hiring}{}", audit(&format!("log_categories: [{more}]\n")));
    let (long, short) = (
        "{category: sessions, retention_min: P6M}",
        "{category: costs, retention_min: P90D}",
    );
    let both = log(&format!("{long}, {short}"));
    let excused = format!("{hiring}dpia: {NA}\n");
    let measured = |more: &str| {
        let measures = format!("measures: [{{id: x, date: 2026-03-01{more}}}]\n");
        format!("{USED}{}", literacy(&measures))
    };
    let asked = format!("{hiring}dpia: {{unknown: {{asked: CTO}}}}\n");
    let screened = format!("{USED}tripwires: {{generates_media: false}}\n");
    for (yaml, duty, expected) in [
        (log(long), "art-26-6-logs", "prepares for 2 December 2027: shown"),
        (
            both,
            "art-26-6-logs",
            "prepares for 2 December 2027: partly shown",
        ),
        (
            log(short),
            "art-26-6-logs",
            "prepares for 2 December 2027: missing",
        ),
        (
            excused,
            "art-26-9-dpia",
            "prepares for 2 December 2027: not applicable (it is not)",
        ),
        (asked, "art-26-9-dpia", "prepares for 2 December 2027: unknown"),
        (measured(", systems: [a]"), "art-4-literacy", "owed now: shown"),
        (measured(""), "art-4-literacy", "owed now: partly shown"),
        (screened, "art-5-practices", "owed now: shown"),
    ] {
        check_owed(&yaml, AS_OF, duty, Some(expected));
    }
}

#[test]
fn a_model_provider_owes_what_its_kind_of_model_owes() {
    let model = |facts: &str| {
        format!(
            "kind: model\nid: m\nname: M\nour_roles: [gpai_provider]\nunlisted_facts: absent\nfacts: {{subject: model, \
             gpai: {{training_flop: 1.0e+24, modality: text, general: true{facts}}}}}\nplaced_on_market_on: 2026-01-01\n"
        )
    };
    let ids = |yaml: &str| -> Vec<&str> {
        let assessment = assessed_on(yaml, AS_OF);
        assessment.owed.iter().map(|owed| owed.duty.id).collect()
    };
    let (policy, summary) = ("art-53-1-c-copyright", "art-53-1-d-summary");
    assert_eq!(
        ids(&model("")),
        [
            "art-53-1-a-documentation",
            "art-53-1-b-integrators",
            policy,
            summary
        ]
    );
    let open = ", foss_licence: true, weights_architecture_usage_public: true, monetised: false";
    assert_eq!(ids(&model(open)), [policy, summary]);
    assert_eq!(
        ids(&model(", designated_systemic: true")).last(),
        Some(&"art-55-systemic")
    );
    assert_eq!(
        ids(&model("").replace("our_roles: [gpai_provider]", "our_roles: []")),
        Vec::<&str>::new()
    );
}

#[test]
fn a_serious_incident_has_the_clock_of_its_kind_and_role() {
    for (role, category, expected) in [
        ("provider", "death", Some("2026-11-11 Art. 73(4)")),
        (
            "provider",
            "critical_infrastructure",
            Some("2026-11-03 Art. 73(3)"),
        ),
        ("provider", "fundamental_rights", Some("2026-11-16 Art. 73(2)")),
        ("deployer", "death", Some("2026-11-01 Art. 26(5)")),
        ("provider", "not_serious", None),
    ] {
        let said = incident(&format!(
            "our_role: {role}\nserious_category: {category}\naware_on: 2026-11-01\n"
        ));
        let assessment = assessed_on(&format!("{BUILT}{HIRING}{said}"), AS_OF);
        let clocks = assessment.report_clocks();
        let told = clocks
            .values()
            .next()
            .map(|clock| format!("{} {}", clock.due_by, clock.cite));
        assert_eq!(told.as_deref(), expected, "{role} {category}");
    }
    let harmless = assessed_on(
        &format!(
            "{BUILT}{}",
            incident("serious_category: death\naware_on: 2026-11-01\n")
        ),
        AS_OF,
    );
    assert!(
        harmless.report_clocks().is_empty(),
        "only high-risk systems have a clock"
    );
}

#[test]
fn what_applies_next_is_listed_by_day() {
    let yaml = format!(
        "{BUILT}{EARLY_TEXTS}---\n{}",
        format!("{USED}{HIRING}").replace("id: a", "id: b")
    );
    let assessment = assessed_on(&yaml, AS_OF);
    let coming = assessment.coming();
    let told: Vec<String> = coming
        .iter()
        .map(|it| format!("{} {} {}", it.on, it.duties[0].id, it.subjects.len()))
        .collect();
    assert_eq!(
        told,
        [
            "2026-12-02 art-50-2-marking 1",
            "2027-12-02 art-26-1-instructions 1"
        ]
    );
}

#[test]
fn unknown_keeps_a_duty_and_lowers_a_recommendation() {
    let asked = "{unknown: {asked: Vendor desk, asked_on: 2026-10-01}}";
    let told = |yaml: &str, code: &str| {
        let assessment = assessed_on(yaml, AS_OF);
        let gap = assessment.gaps.iter().find(|gap| gap.kind.code == code).cloned();
        gap.map(|gap| (gap.level.to_string(), gap.says)).unwrap()
    };
    let (level, says) = told(&format!("{BUILT}{CHAT}notices: {asked}\n"), "TRN-020");
    assert_eq!(level, NOW);
    assert!(
        says.ends_with("The answer is unknown; asked: Vendor desk, on 1 October 2026."),
        "{says}"
    );
    let (level, _) = told(&format!("{USED}owner: {asked}\n"), "INV-010");
    assert_eq!(level, INFO);
}

#[test]
fn what_the_law_does_not_demand_here_is_not_printed_as_law() {
    let ground = |yaml: &str| {
        let assessment = assessed_on(yaml, AS_OF);
        let gap = assessment
            .gaps
            .iter()
            .find(|gap| gap.kind.code == "OVS-001")
            .cloned();
        gap.map(|gap| gap.ground().key())
    };
    assert_eq!(ground(USED), Some("practice"));
    assert_eq!(ground(&format!("{USED}{HIRING}")), Some("law"));
}

#[test]
fn systems_that_are_gone_or_out_of_scope_are_not_asked_about() {
    for gone in [
        "lifecycle_status: retired\n",
        "facts: {scope: {is_ai_system: false}}\n",
    ] {
        let assessment = assessed_on(&format!("{USED}{gone}"), AS_OF);
        let about: Vec<_> = assessment
            .gaps
            .iter()
            .filter(|gap| !gap.systems.is_empty())
            .collect();
        assert!(
            about.is_empty() && assessment.owed.is_empty(),
            "{gone}: {about:?}"
        );
    }
}

#[test]
fn gaps_stand_in_order_and_claim_nothing() {
    for Row(_, _, yaml, _) in all_rows() {
        let assessment = assessed_on(&yaml, AS_OF);
        let in_order = |pair: &[actfile::obligations::gap::Gap]| pair[0].order(&pair[1]).is_le();
        assert!(assessment.gaps.windows(2).all(in_order), "{yaml}");
        for gap in &assessment.gaps {
            assert!(
                gap.says.ends_with('.') && !gap.says.contains("{}"),
                "{}",
                gap.says
            );
        }
    }
}
