//! Roles beyond provider and deployer: who becomes provider (Article 25), who hands over, and what importers,
//! distributors, representatives, manufacturers, authorities and providers outside the Union owe.

use crate::obligations::{assessed_on, read_and_assessed};
use actfile::calendar::Date;
use actfile::obligations::Assessment;
use actfile::report::classes::json_with_duties;
use serde_json::Value;

const AS_OF: Date = Date::on(2026, 11, 22);

const HIRING: &str = "annex_iii: {points: [4(a)], profiling: true}";
const SAFE_LIFT: &str = "annex_i: {act: Lifts Dir 2014/33/EU, function: safety_function, third_party_ca: true, ca_reason: health_safety}";
const ROBOT: &str = "annex_i: {act: Machinery Reg (EU) 2023/1230, function: safety_function, third_party_ca: true, ca_reason: health_safety}";
const DEROGATED: &str = "annex_iii: {points: [4(a)], filter_condition: [a], profiling: false, materially_influences: \
    false, part_of_combined_system: false}";
const ABSENT: &str = "unlisted_facts: absent";

/// Returns the assessment of one system with these roles, facts and further lines.
fn assessed(roles: &str, facts: &[&str], more: &str) -> Assessment {
    let facts = facts.join(", ");
    let yaml = format!("kind: ai_system\nid: a\nname: A\nour_roles: [{roles}]\nfacts: {{{facts}}}\n{more}\n");
    assessed_on(&yaml, AS_OF)
}

fn changes(assessment: &Assessment) -> Vec<&'static str> {
    let class = assessment.classification.systems.values().next().unwrap();
    class.role_changes.iter().map(|change| change.key()).collect()
}

fn asked(assessment: &Assessment) -> Vec<&'static str> {
    let class = assessment.classification.systems.values().next().unwrap();
    let changes = class.open_questions.iter().filter_map(|open| open.role_change);
    changes.map(|change| change.key()).collect()
}

fn owes(assessment: &Assessment, duty: &str) -> bool {
    assessment.owed.iter().any(|owed| owed.duty.id == duty)
}

#[test]
fn each_change_makes_a_provider_of_a_high_risk_system_and_of_no_other() {
    let chain = |key: &str| format!("value_chain: {{{key}: true}}");
    for (role, key, change) in [
        ("deployer", "own_name", "25(1)(a)"),
        ("distributor", "own_name", "25(1)(a)"),
        ("importer", "substantial_modification", "25(1)(b)"),
        ("deployer", "purpose_changed", "25(1)(c)"),
    ] {
        let facts = chain(key);
        for (class, is_changed) in [
            (HIRING, true),
            (SAFE_LIFT, true),
            (ROBOT, false),
            (DEROGATED, false),
        ] {
            let told = assessed(role, &[class, &facts], ABSENT);
            let expected: &[&str] = if is_changed { &[change] } else { &[] };
            assert_eq!(changes(&told), expected, "{role} {key} {class}");
            assert_eq!(owes(&told, "art-9-risks"), is_changed, "{role} {key} {class}");
            let deploys = is_changed && role == "deployer";
            assert_eq!(
                owes(&told, "art-26-1-instructions"),
                deploys,
                "{role} {key} {class}"
            );
        }
        assert!(
            changes(&assessed(role, &[&facts], ABSENT)).is_empty(),
            "minimal, {key}"
        );
    }
}

#[test]
fn a_manufacturer_is_provider_of_its_safety_component_alone() {
    let own = "value_chain: {in_product_under_own_name: true}";
    for (roles, facts, expected) in [
        ("product_manufacturer", vec![SAFE_LIFT, own], vec!["25(3)"]),
        ("product_manufacturer", vec![SAFE_LIFT], vec![]),
        ("product_manufacturer", vec![ROBOT, own], vec![]),
        ("product_manufacturer", vec![HIRING, own], vec![]),
        ("deployer", vec![SAFE_LIFT, own], vec![]),
    ] {
        let told = assessed(roles, &facts, ABSENT);
        assert_eq!(changes(&told), expected, "{roles} {facts:?}");
        assert_eq!(
            owes(&told, "art-43-conformity"),
            !expected.is_empty(),
            "{roles} {facts:?}"
        );
    }
}

#[test]
fn the_first_provider_hands_over_unless_it_had_ruled_the_change_out() {
    for (chain, expected) in [
        ("taken_over_by_other: true", true),
        ("taken_over_by_other: true, takeover_ruled_out: true", false),
        ("taken_over_by_other: false", false),
    ] {
        let told = assessed(
            "provider",
            &[HIRING, &format!("value_chain: {{{chain}}}")],
            ABSENT,
        );
        assert_eq!(owes(&told, "art-25-2-hand-over"), expected, "{chain}");
    }
}

#[test]
fn what_is_not_known_of_a_high_risk_system_is_asked_and_of_another_is_not() {
    let three = ["25(1)(a)", "25(1)(b)", "25(1)(c)"];
    for (roles, facts, more, expected) in [
        ("deployer", HIRING, "", three.to_vec()),
        ("provider", HIRING, "", vec!["25(2)"]),
        (
            "product_manufacturer",
            SAFE_LIFT,
            "",
            vec!["25(1)(a)", "25(1)(b)", "25(1)(c)", "25(3)"],
        ),
        ("deployer", HIRING, ABSENT, vec![]),
        (
            "deployer",
            HIRING,
            "tripwires: {built_or_rebranded: none}",
            vec![],
        ),
        (
            "deployer",
            HIRING,
            "tripwires: {built_or_rebranded: repurposed}",
            vec![],
        ),
        ("deployer", ROBOT, "", vec![]),
        ("deployer", "annex_iii: {points: []}", "", vec![]),
    ] {
        let told = assessed(roles, &[facts], more);
        assert_eq!(asked(&told), expected, "{roles} {facts} {more}");
    }
}

#[test]
fn a_tripwire_says_the_same_as_the_fact_and_the_fact_prevails() {
    for (wire, change) in [
        ("none", None),
        ("built_in_house", None),
        ("rebranded", Some("25(1)(a)")),
        ("substantially_modified", Some("25(1)(b)")),
        ("repurposed", Some("25(1)(c)")),
    ] {
        let more = format!("tripwires: {{built_or_rebranded: {wire}}}");
        let told = assessed("deployer", &[HIRING], &more);
        assert_eq!(changes(&told), change.into_iter().collect::<Vec<_>>(), "{wire}");
        let says_so = told
            .gaps
            .iter()
            .any(|gap| gap.kind.code == "INV-011" && gap.says.contains("makes us"));
        assert_eq!(says_so, change.is_some(), "{wire}");
        let denied =
            "value_chain: {own_name: false, substantial_modification: false, purpose_changed: false}";
        assert!(
            changes(&assessed("deployer", &[HIRING, denied], &more)).is_empty(),
            "{wire}"
        );
    }
}

#[test]
fn each_role_owes_what_its_article_says() {
    let organisation = |flags: &str, union: bool| {
        format!(
            "{ABSENT}\n---\nkind: organisation\nid: o\nsector_flags: [{flags}]\nestablished_in_eu: {union}\n"
        )
    };
    let plain = organisation("none", true);
    let abroad = organisation("none", false);
    let police = organisation("law_enforcement", true);
    let faces = "annex_iii: {points: [1(a)]}";
    let border = "annex_iii: {points: [7(b)]}";
    for (roles, facts, more, duty, expected) in [
        ("importer", HIRING, &plain, "art-23-importer", true),
        ("distributor", HIRING, &plain, "art-24-distributor", true),
        (
            "authorised_representative",
            HIRING,
            &plain,
            "art-22-mandate",
            true,
        ),
        ("importer", ROBOT, &plain, "art-23-importer", false),
        ("provider", HIRING, &plain, "art-22-representative", false),
        ("provider", HIRING, &abroad, "art-22-representative", true),
        ("provider", HIRING, &plain, "art-16-identity", true),
        ("provider", HIRING, &plain, "art-16-accessibility", true),
        ("provider", HIRING, &plain, "art-21-cooperation", true),
        ("deployer", HIRING, &plain, "art-21-cooperation", false),
        ("deployer", faces, &plain, "art-26-10-authorisation", false),
        ("deployer", faces, &police, "art-26-10-authorisation", true),
        ("deployer", border, &police, "art-26-10-authorisation", false),
        ("provider", faces, &plain, "art-49-4-registration", false),
        ("provider", faces, &police, "art-49-4-registration", true),
        ("provider", border, &plain, "art-49-4-registration", true),
        ("provider", HIRING, &police, "art-49-4-registration", false),
        ("deployer", HIRING, &plain, "art-26-7-workers", true),
    ] {
        let told = assessed(roles, &[facts], more);
        assert_eq!(owes(&told, duty), expected, "{roles} {facts} {duty}\n{more}");
    }
    let spared = format!("tripwires: {{evaluates_or_allocates_workers: false}}\n{ABSENT}");
    assert!(!owes(
        &assessed("deployer", &[HIRING], &spared),
        "art-26-7-workers"
    ));
}

#[test]
fn a_model_of_a_provider_outside_the_union_needs_a_representative_unless_it_is_open() {
    let large = "training_flop: 1.0e+24, modality: language";
    let open = "foss_licence: true, weights_architecture_usage_public: true";
    for (gpai, union, expected) in [
        (large.to_owned(), false, true),
        (large.to_owned(), true, false),
        (format!("{large}, {open}"), false, false),
        (format!("{large}, {open}, designated_systemic: true"), false, true),
    ] {
        let yaml = format!(
            "kind: model\nid: m\nname: M\nour_roles: [gpai_provider]\n{ABSENT}\nfacts: {{subject: model, gpai: {{{gpai}}}}}\n\
             ---\nkind: organisation\nid: o\nestablished_in_eu: {union}\n"
        );
        let told = assessed_on(&yaml, AS_OF);
        assert_eq!(owes(&told, "art-54-representative"), expected, "{gpai} {union}");
    }
}

#[test]
fn what_a_role_owes_stands_in_the_classes_for_machines() {
    let deployer = [
        "Art. 4(1)",
        "Art. 26(1)",
        "Art. 26(2)",
        "Art. 26(4)",
        "Art. 26(5)",
        "Art. 26(6)",
        "Art. 26(7)",
        "Art. 26(11)",
        "Art. 86",
    ];
    let bank = ["Art. 4(1)", "Art. 26(1)", "Art. 27", "Art. 86"];
    let model = ["Art. 53(1)(a)", "Art. 53(1)(b)", "Art. 53(1)(c)", "Art. 53(1)(d)"];
    let system = |facts: &str| {
        format!("kind: ai_system\nid: a\nname: A\nour_roles: [deployer]\n{ABSENT}\nfacts: {{{facts}}}\n")
    };
    let credit = "annex_iii: {points: [5(b)], profiling: true}";
    let large = format!(
        "kind: model\nid: a\nname: A\nour_roles: [gpai_provider]\n{ABSENT}\nfacts: {{subject: model, gpai: {{training_flop: \
         1.0e+24, modality: language}}}}\n"
    );
    for (yaml, shelf, expected, absent) in [
        (system(HIRING), "systems", deployer.as_slice(), "Art. 27"),
        (system(credit), "systems", bank.as_slice(), "Art. 26(7)"),
        (large, "models", model.as_slice(), "Art. 55"),
    ] {
        let (told, sources) = read_and_assessed(&yaml, AS_OF);
        let report = json_with_duties(&told.classification, &told.owed, &sources);
        let report: Value = serde_json::from_str(&report).unwrap();
        let duties = report[shelf][0]["role_obligations"].as_array().unwrap();
        let cites: Vec<&str> = duties
            .iter()
            .flat_map(|duty| duty["legal_basis"].as_array().unwrap())
            .map(|cite| cite.as_str().unwrap())
            .collect();
        for cite in expected {
            assert!(cites.contains(cite), "{cite} is not in {cites:?}");
        }
        assert!(!cites.contains(&absent), "{absent} is in {cites:?}");
    }
}
