//! The plain vocabulary through the real pipeline: every use leads to its class in every edition, every exception lifts
//! what it reaches and nothing else, and what contradicts itself is reported and never lowers a class. The expected
//! routes stand here as a list of their own, taken from the annexes, so that the table of uses cannot vouch for itself.

#![expect(clippy::unwrap_used, reason = "a helper that cannot go on fails its test")]

use actfile::calendar::Date;
use actfile::classify::classify;
use actfile::inventory::kind::Kind;
use actfile::inventory::schema::schema;
use actfile::law::edition::Edition;
use actfile::law::terms::PointException;
use actfile::law::uses::Use;
use actfile::link::link;
use actfile::read::Loaded;
use actfile::report::classes;
use serde_json::Value;
use std::collections::BTreeSet;

use crate::markdown::pages;

const TODAY: Date = Date::on(2026, 11, 22);

/// Every use of Annex III with its point.
const POINTS: &[(&str, &str)] = &[
    ("remote-identification", "1(a)"),
    ("sensitive-trait-inference", "1(b)"),
    ("emotion-recognition", "1(c)"),
    ("digital-infrastructure-safety", "2"),
    ("road-traffic-safety", "2"),
    ("water-supply-safety", "2"),
    ("gas-supply-safety", "2"),
    ("heating-supply-safety", "2"),
    ("electricity-supply-safety", "2"),
    ("student-admission", "3(a)"),
    ("school-assignment", "3(a)"),
    ("exam-grading", "3(b)"),
    ("learning-steering", "3(b)"),
    ("education-level-assessment", "3(c)"),
    ("exam-proctoring", "3(d)"),
    ("recruitment-advertising", "4(a)"),
    ("recruitment-screening", "4(a)"),
    ("candidate-evaluation", "4(a)"),
    ("promotion-or-termination", "4(b)"),
    ("task-allocation-by-behaviour", "4(b)"),
    ("worker-monitoring", "4(b)"),
    ("public-benefits", "5(a)"),
    ("credit-scoring", "5(b)"),
    ("life-health-insurance-pricing", "5(c)"),
    ("emergency-calls", "5(d)"),
    ("emergency-dispatch", "5(d)"),
    ("patient-triage", "5(d)"),
    ("victim-risk", "6(a)"),
    ("police-lie-detection", "6(b)"),
    ("evidence-reliability", "6(c)"),
    ("offending-risk", "6(d)"),
    ("criminal-traits-assessment", "6(d)"),
    ("criminal-profiling", "6(e)"),
    ("border-lie-detection", "7(a)"),
    ("border-risk-assessment", "7(b)"),
    ("asylum-visa-examination", "7(c)"),
    ("border-identification", "7(d)"),
    ("judicial-assistance", "8(a)"),
    ("dispute-resolution", "8(a)"),
    ("election-influence", "8(b)"),
];

/// Every product law of Annex I with its section in the text as published and as amended.
const PRODUCTS: &[(&str, [&str; 2])] = &[
    ("machinery", ["a", "b"]),
    ("toys", ["a", "a"]),
    ("recreational-craft", ["a", "a"]),
    ("lifts", ["a", "a"]),
    ("explosive-atmospheres", ["a", "a"]),
    ("radio-equipment", ["a", "a"]),
    ("pressure-equipment", ["a", "a"]),
    ("cableways", ["a", "a"]),
    ("personal-protective-equipment", ["a", "a"]),
    ("gas-appliances", ["a", "a"]),
    ("medical-devices", ["a", "a"]),
    ("in-vitro-diagnostics", ["a", "a"]),
    ("aviation-security", ["b", "b"]),
    ("two-three-wheelers", ["b", "b"]),
    ("agricultural-vehicles", ["b", "b"]),
    ("marine-equipment", ["b", "b"]),
    ("rail", ["b", "b"]),
    ("motor-vehicles", ["b", "b"]),
    ("vehicle-safety", ["b", "b"]),
    ("civil-aviation", ["b", "b"]),
];

/// Every exception with a use that it lifts.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("verification_only", "remote-identification"),
    ("cybersecurity_only", "electricity-supply-safety"),
    ("learner_controlled_only", "exam-grading"),
    ("homework_only", "exam-proctoring"),
    ("candidate_side_only", "recruitment-screening"),
    ("objective_criteria_only", "task-allocation-by-behaviour"),
    ("alerts_worker_only", "worker-monitoring"),
    ("legal_logging_only", "worker-monitoring"),
    ("financial_fraud_detection_only", "credit-scoring"),
    ("prudential_capital_only", "credit-scoring"),
    ("administrative_proceedings_only", "criminal-profiling"),
    ("travel_document_verification_only", "border-identification"),
    ("ancillary_administration", "judicial-assistance"),
    ("not_exposed_to_output", "election-influence"),
];

/// What contradicts itself, the tier that stands, and the finding.
const CONTRADICTIONS: &[(&str, &str, &str)] = &[
    (
        "uses: [none]\nfacts: {annex_iii: {points: [4(a)]}}",
        HIGH,
        "`facts.annex_iii.points` contradicts `uses`",
    ),
    (
        "uses: [recruitment-screening]\nfacts: {annex_iii: {points: []}}",
        HIGH,
        "`facts.annex_iii.points` contradicts `uses`",
    ),
    (
        "uses: [recruitment-screening]\nfacts: {annex_iii: {points: [4(a), 3(a), 5(c)]}}",
        HIGH,
        "`facts.annex_iii.points` contradicts `uses`",
    ),
    (
        "uses: [recruitment-screening]\nfacts: {annex_iii: {near_points: [4(a)]}}",
        HIGH,
        "`facts.annex_iii.near_points` contradicts `uses`",
    ),
    (
        "uses: [recruitment-screening]\nfacts: {annex_iii: {not_applicable: {reason: no}}}",
        HIGH,
        "`facts.annex_iii.points` contradicts `uses`",
    ),
    (
        "uses: [recruitment-screening]\ntripwires: {affects_individual_decisions: false}",
        HIGH,
        "`tripwires.affects_individual_decisions` contradicts `uses`",
    ),
    (
        "uses: [worker-monitoring]\ntripwires: {evaluates_or_allocates_workers: false}",
        HIGH,
        "`tripwires.evaluates_or_allocates_workers` contradicts `uses`",
    ),
    (
        "uses: [emotion-recognition]\ntripwires: {uses_biometrics_or_emotion: false}",
        HIGH,
        "`tripwires.uses_biometrics_or_emotion` contradicts `uses`",
    ),
    (
        "uses: [water-supply-safety]\ntripwires: {safety_component: false}",
        HIGH,
        "`tripwires.safety_component` contradicts `uses`",
    ),
    (
        "uses: [criminal-profiling]\ntripwires: {processes_personal_data: false}",
        HIGH,
        "`tripwires.processes_personal_data` contradicts `uses`",
    ),
    (
        "uses: [recruitment-screening, none]",
        HIGH,
        "`none` stands beside other uses",
    ),
    (
        "uses: [none]\ntripwires: {evaluates_or_allocates_workers: true}",
        "minimal",
        "`tripwires.evaluates_or_allocates_workers` contradicts `uses`",
    ),
    (
        "tripwires: {evaluates_or_allocates_workers: true}\nfacts: {annex_iii: {points: [5(b)]}}",
        HIGH,
        "`tripwires.evaluates_or_allocates_workers` contradicts `facts.annex_iii.points`",
    ),
    (
        "tripwires: {evaluates_or_allocates_workers: true}\nfacts: {annex_iii: {not_applicable: {reason: no}}}",
        "minimal",
        "`tripwires.evaluates_or_allocates_workers` contradicts `facts.annex_iii.points`",
    ),
    (
        "tripwires: {evaluates_or_allocates_workers: true}",
        "minimal",
        "`tripwires.evaluates_or_allocates_workers` contradicts `unlisted_facts`",
    ),
    (
        "uses: [lifts]\nfacts: {annex_i: {section: B, function: product, third_party_ca: true}}",
        "high_risk_annex_i_a",
        "`facts.annex_i.section` contradicts `uses`",
    ),
    (
        "uses: [none]\nfacts: {annex_i: {act: Lifts Dir 2014/33/EU, function: product, third_party_ca: true}}",
        "high_risk_annex_i_a",
        "`facts.annex_i.section` contradicts `uses`",
    ),
    (
        "tripwires: {interacts_with_public: true}\nfacts: {art50: none}",
        "transparency",
        "`facts.art50.interacts_directly` contradicts `tripwires.interacts_with_public`",
    ),
    (
        "tripwires: {generates_media: true}\nfacts: {art50: {generates: []}}",
        "transparency",
        "`facts.art50.generates` contradicts `tripwires.generates_media`",
    ),
];

const HIGH: &str = "high_risk_annex_iii";

/// What the pipeline says about one system.
struct Told {
    class: Value,
    findings: Vec<String>,
    help: String,
}

fn told_under(edition: Edition, lines: &str) -> Told {
    let record = format!("kind: ai_system\nid: a\nname: A\nour_roles: [provider, deployer]\n{lines}");
    let mut loaded = Loaded::default();
    loaded.add("a.yaml".to_owned(), record.as_bytes());
    let Loaded {
        sources,
        records,
        mut findings,
        ..
    } = loaded;
    let inventory = link(records, &mut findings);
    let classes = classify(&inventory, edition, TODAY, &mut findings);
    let report: Value = serde_json::from_str(&classes::json(&classes, &sources)).unwrap();
    let sorted = findings.sorted();
    let told = sorted.iter().filter(|finding| finding.code.id() != "W0405");
    let line = |finding: &&&actfile::diag::Diagnostic| format!("{} {}", finding.code.id(), finding.message);
    Told {
        class: report["systems"][0].clone(),
        help: told.clone().flat_map(|finding| finding.help.clone()).collect(),
        findings: told.map(|finding| line(&finding)).collect(),
    }
}

fn told(lines: &str) -> Told {
    told_under(Edition::Omnibus2026, lines)
}

impl Told {
    fn range(&self) -> [&str; 2] {
        ["min_tier", "max_tier"].map(|key| self.class[key].as_str().unwrap())
    }

    fn routes(&self) -> Vec<&str> {
        let routes = self.class["high_risk_routes"].as_array().unwrap();
        routes.iter().map(|route| route.as_str().unwrap()).collect()
    }

    fn open_fields(&self) -> Vec<&str> {
        let open = self.class["open_questions"].as_array().unwrap();
        open.iter()
            .map(|question| question["field"].as_str().unwrap())
            .collect()
    }

    fn rule(&self, id: &str) -> &Value {
        let because = self.class["because"].as_array().unwrap();
        because.iter().find(|it| it["rule"] == id).unwrap_or(&Value::Null)
    }
}

#[test]
fn the_lists_of_this_test_name_every_use_and_every_exception() {
    let uses = POINTS.iter().map(|(key, _)| *key);
    let uses: BTreeSet<&str> = uses.chain(PRODUCTS.iter().map(|(key, _)| *key)).collect();
    let known: BTreeSet<&str> = Use::ALL
        .iter()
        .map(|it| it.key())
        .filter(|key| *key != "none")
        .collect();
    assert_eq!(uses, known);
    let claims: BTreeSet<&str> = EXCEPTIONS.iter().map(|(claim, _)| *claim).collect();
    assert_eq!(claims, PointException::ALL.iter().map(|it| it.key()).collect());
}

#[test]
fn every_use_of_the_third_annex_leads_to_its_point() {
    for (key, point) in POINTS {
        for edition in Edition::ALL {
            let told = told_under(*edition, &format!("unlisted_facts: absent\nuses: [{key}]\n"));
            assert_eq!(told.findings, Vec::<String>::new(), "{key}");
            assert_eq!(told.range(), ["high_risk_annex_iii"; 2], "{key} {edition}");
            assert_eq!(told.routes(), [format!("annex_iii:{point}")], "{key}");
            let rule = format!("annex-iii-{}", point.replace('(', "-").replace(')', ""));
            let answer = &told.rule(&rule)["answers"][0];
            assert_eq!(answer["from"], "uses", "{key}");
            assert_eq!(answer["at"], "a.yaml:6:8", "{key}");
        }
    }
}

#[test]
fn every_product_leads_to_the_section_of_its_edition() {
    for (key, sections) in PRODUCTS {
        for (edition, section) in [Edition::Oj2024, Edition::Omnibus2026].into_iter().zip(sections) {
            let tier = format!("high_risk_annex_i_{section}");
            let facts = "facts: {annex_i: {function: product, third_party_ca: true}}";
            let told = told_under(
                edition,
                &format!("unlisted_facts: absent\nuses: [{key}]\n{facts}\n"),
            );
            assert_eq!(told.range(), [tier.as_str(); 2], "{key} {edition}");
            assert_eq!(told.routes(), [format!("annex_i_{section}")], "{key} {edition}");
            let act = Use::of_key(key).unwrap().cite(edition).unwrap().to_string();
            let basis = told.class["legal_basis"].as_array().unwrap();
            assert!(
                basis.contains(&act.clone().into()),
                "{key} {edition}: no {act} in {basis:?}"
            );
        }
    }
}

#[test]
fn a_product_alone_leaves_open_what_decides_and_names_the_fields() {
    let beside = "facts: {art5: {not_applicable: {reason: none of it}}, art50: none";
    for (key, sections) in PRODUCTS {
        for (edition, section) in [Edition::Oj2024, Edition::Omnibus2026].into_iter().zip(sections) {
            let tier = format!("high_risk_annex_i_{section}");
            let told = told_under(edition, &format!("uses: [{key}]\n{beside}}}\n"));
            assert_eq!(told.range(), ["minimal", tier.as_str()], "{key} {edition}");
            assert_eq!(told.open_fields(), ["facts.annex_i.function"], "{key}");
            let asked = format!("uses: [{key}]\n{beside}, annex_i: {{function: product}}}}\n");
            let told = told_under(edition, &asked);
            assert_eq!(told.range(), ["minimal", tier.as_str()], "{key} {edition}");
            let fields = told.open_fields();
            assert!(
                fields.contains(&"facts.annex_i.third_party_ca"),
                "{key}: {fields:?}"
            );
        }
    }
}

#[test]
fn a_list_is_complete_and_its_absence_answers_nothing() {
    let beside = "facts: {art5: {not_applicable: {reason: none of it}}, art50: none}\n";
    let nothing = told(&format!("uses: [none]\n{beside}"));
    assert_eq!(nothing.range(), ["minimal"; 2]);
    assert_eq!(nothing.open_fields(), Vec::<&str>::new());
    let one = told(&format!("uses: [recruitment-screening]\n{beside}"));
    assert_eq!(one.routes(), ["annex_iii:4(a)"]);
    assert_eq!(one.range(), ["high_risk_annex_iii"; 2]);
    let several = told(&format!(
        "uses: [recruitment-screening, worker-monitoring]\n{beside}"
    ));
    assert_eq!(several.routes(), ["annex_iii:4(a)", "annex_iii:4(b)"]);
    for silent in ["", "uses: {unknown: {asked: vendor}}\n"] {
        let silent = told(&format!("{silent}{beside}"));
        assert_eq!(silent.range(), ["minimal", "high_risk_annex_i_a"]);
        assert_eq!(
            silent.open_fields().len(),
            26,
            "25 points and the sections of product law: {:?}",
            silent.open_fields()
        );
    }
}

#[test]
fn a_use_may_say_more_than_its_point() {
    let emotions =
        told("unlisted_facts: absent\nuses: [emotion-recognition]\nfacts: {art5: {f: {area: workplace}}}\n");
    assert_eq!(emotions.class["primary_tier"], "prohibited");
    let told = told(
        "unlisted_facts: absent\nuses: [criminal-profiling]\nfacts: {annex_iii: {filter_condition: [a]}}\n",
    );
    assert_eq!(told.range(), ["high_risk_annex_iii"; 2]);
    assert_eq!(
        told.findings,
        ["W0406 a derogation from high risk is claimed for a system that profiles natural persons"]
    );
}

#[test]
fn an_exception_lifts_a_use_only_when_it_is_claimed() {
    let record = |key: &str, facts: &str| {
        told(&format!(
            "unlisted_facts: absent\nuses: [{key}]\nfacts: {{annex_iii: {{{facts}}}}}\n"
        ))
    };
    let claims = POINTS.iter().filter_map(|(key, point)| {
        let claim = EXCEPTIONS.iter().find(|(_, lifted)| lifted == key)?;
        Some((claim.0, *key, *point))
    });
    for (claim, key, point) in claims {
        let lifted = record(key, &format!("exceptions: [{claim}]"));
        let rule = format!("annex-iii-{}", point.replace('(', "-").replace(')', ""));
        assert_eq!(lifted.findings, Vec::<String>::new(), "{claim}");
        assert_eq!(lifted.range(), ["minimal"; 2], "{claim}");
        assert_eq!(lifted.rule(&rule)["holds"], "no", "{claim}");
        assert!(lifted.rule(&rule)["exception"].is_string(), "{claim}");
        for silent in [
            "",
            "exceptions: []",
            "exceptions: {not_applicable: {reason: we claim none}}",
        ] {
            assert_eq!(
                record(key, silent).range(),
                ["high_risk_annex_iii"; 2],
                "{claim} {silent}"
            );
        }
        let open = record(key, "exceptions: {unknown: {asked: vendor}}");
        assert_eq!(open.range(), ["minimal", "high_risk_annex_iii"], "{claim}");
        assert!(
            open.open_fields().contains(&"facts.annex_iii.exceptions"),
            "{claim}"
        );
    }
}

#[test]
fn every_exception_lifts_the_use_that_is_named_for_it() {
    for (claim, key) in EXCEPTIONS {
        let facts = format!("facts: {{annex_iii: {{exceptions: [{claim}]}}}}");
        let told = told(&format!("unlisted_facts: absent\nuses: [{key}]\n{facts}\n"));
        assert_eq!(told.range(), ["minimal"; 2], "{claim}");
        assert_eq!(told.findings, Vec::<String>::new(), "{claim}");
    }
}

#[test]
fn an_exception_never_lifts_a_point_that_is_listed_as_met() {
    for (claim, key) in EXCEPTIONS {
        let point = POINTS.iter().find(|(known, _)| known == key).unwrap().1;
        let facts = format!("facts: {{annex_iii: {{points: [{point}], exceptions: [{claim}]}}}}");
        for uses in [String::new(), format!("uses: [{key}]\n")] {
            let told = told(&format!("unlisted_facts: absent\n{uses}{facts}\n"));
            assert_eq!(told.range(), ["high_risk_annex_iii"; 2], "{claim}");
            assert_eq!(
                told.findings,
                [format!(
                    "E0302 `{claim}` is claimed for point {point}, which is listed as met"
                )]
            );
        }
    }
}

#[test]
fn an_exception_works_only_for_the_uses_within_its_reach() {
    for (uses, claims, tier, finding) in [
        (
            "worker-monitoring, promotion-or-termination",
            "alerts_worker_only",
            "high_risk_annex_iii",
            Some(
                "W0407 `alerts_worker_only` does not reach `promotion-or-termination`, so the point stays met",
            ),
        ),
        (
            "worker-monitoring, task-allocation-by-behaviour",
            "alerts_worker_only",
            "high_risk_annex_iii",
            Some(
                "W0407 `alerts_worker_only` does not reach `task-allocation-by-behaviour`, so the point stays met",
            ),
        ),
        (
            "worker-monitoring, task-allocation-by-behaviour",
            "alerts_worker_only, objective_criteria_only",
            "minimal",
            None,
        ),
        (
            "worker-monitoring, credit-scoring",
            "alerts_worker_only",
            "high_risk_annex_iii",
            None,
        ),
        // The point is answered with no, and the claim says why a reader may have thought of it.
        ("none", "verification_only", "minimal", None),
    ] {
        let facts = format!("facts: {{annex_iii: {{exceptions: [{claims}]}}}}");
        let told = told(&format!("unlisted_facts: absent\nuses: [{uses}]\n{facts}\n"));
        assert_eq!(told.range(), [tier; 2], "{uses}: {claims}");
        assert_eq!(told.findings, Vec::from_iter(finding), "{uses}: {claims}");
    }
    let claimed = told("facts: {annex_iii: {exceptions: [alerts_worker_only]}, art50: none}\n");
    assert!(claimed.open_fields().contains(&"facts.annex_iii.points"));
    assert_eq!(
        claimed.findings,
        ["W0407 `alerts_worker_only` is claimed, and no use that it could lift is listed"]
    );
}

#[test]
fn a_doubtful_exception_is_told_with_its_doubt() {
    let doubts = |key: &str, claim: &str| {
        let facts = format!("facts: {{annex_iii: {{exceptions: [{claim}]}}}}");
        let told = told(&format!("unlisted_facts: absent\nuses: [{key}]\n{facts}\n"));
        told.class["doubts"].as_array().map_or(0, Vec::len)
    };
    assert_eq!(doubts("credit-scoring", "financial_fraud_detection_only"), 0);
    assert_eq!(doubts("worker-monitoring", "alerts_worker_only"), 1);
}

#[test]
fn the_record_of_classification_tells_what_lifts_a_point_and_on_what_that_rests() {
    let pages = pages(
        "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n---\nkind: ai_system\nid: a\nname: A\n\
         our_roles: [deployer]\nunlisted_facts: absent\nuses: [worker-monitoring]\n\
         facts: {annex_iii: {exceptions: [alerts_worker_only]}}\n",
    );
    let (_, page) = pages
        .iter()
        .find(|(document, _)| document.path == "classification")
        .unwrap();
    for words in [
        "**Annex III 4(b), Art. 6(2): met in principle, lifted by an exception.**",
        "Exception, GHR ¶278: What the system notices reaches the worker concerned alone. Basis: draft Commission guideline.",
        // The plain question, since it was the plain one that was answered.
        "| Does it monitor or evaluate how individual people work or behave at work, software developers included? | yes | follows from uses | all.yaml:10 |",
        "| A | This exception stands in the draft guidelines alone, not in the text of the point. |",
    ] {
        assert!(page.contains(words), "{words}\nis not in\n{page}");
    }
}

#[test]
fn an_empty_list_of_points_agrees_with_a_use_that_an_exception_lifts() {
    let facts = "exceptions: [financial_fraud_detection_only]";
    for beside in ["points: []", "near_points: [5(b)]"] {
        let lifted = told(&format!(
            "unlisted_facts: absent\nuses: [credit-scoring]\nfacts: {{annex_iii: {{{beside}, {facts}}}}}\n"
        ));
        assert_eq!(lifted.findings, Vec::<String>::new(), "{beside}");
        assert_eq!(lifted.range(), ["minimal"; 2], "{beside}");
    }
}

#[test]
fn workers_are_evaluated_without_contradiction_where_something_explains_the_list_of_points() {
    for facts in [
        "points: [4(b)]",
        "points: [], near_points: [4(b)]",
        "points: [], exceptions: [objective_criteria_only]",
        "points: {unknown: {asked: Head of Law, asked_on: 2026-11-20}}",
    ] {
        let lines = format!(
            "unlisted_facts: absent\ntripwires: {{evaluates_or_allocates_workers: true}}\nfacts: {{annex_iii: {{{facts}}}}}\n"
        );
        assert_eq!(told(&lines).findings, Vec::<String>::new(), "{facts}");
    }
}

#[test]
fn what_contradicts_itself_is_reported_once_and_the_higher_class_stands() {
    for (lines, tier, finding) in CONTRADICTIONS {
        let told = told(&format!("unlisted_facts: absent\n{lines}\n"));
        assert_eq!(told.findings, [format!("E0302 {finding}")], "{lines}");
        assert_eq!(told.class["min_tier"], *tier, "{lines}");
    }
}

#[test]
fn a_known_use_beside_an_unknown_fact_is_met() {
    let told = told(
        "unlisted_facts: absent\nuses: [recruitment-screening]\nfacts: {annex_iii: {points: {unknown: {asked: vendor}}}}\n",
    );
    assert_eq!(told.findings, Vec::<String>::new());
    assert_eq!(told.class["min_tier"], "high_risk_annex_iii");
}

#[test]
fn a_list_that_cannot_be_read_whole_answers_nothing() {
    let typed = told("facts: {annex_iii: {points: [4(a)]}}\nuses: [cv-screening, lifts]\n");
    assert_eq!(
        typed.findings,
        ["E0207 `cv-screening` is not one of the terms of this field"]
    );
    assert!(typed.help.contains("`recruitment-screening`"), "{}", typed.help);
    assert_eq!(typed.class["max_tier"], "prohibited");
    let empty = told("uses: []\n");
    assert_eq!(
        empty.findings,
        ["E0206 an empty list says nothing; write `[none]` if nothing is meant, or delete the key"]
    );
    assert!(empty.open_fields().contains(&"facts.annex_iii.points"));
}

#[test]
fn an_editor_is_offered_every_use_with_its_question() {
    let schema = schema(Some(Kind::AiSystem));
    let offered = schema["$defs"]["Use"]["oneOf"].as_array().unwrap();
    assert_eq!(offered.len(), Use::ALL.len());
    for (offered, it) in offered.iter().zip(Use::ALL) {
        assert_eq!(offered["const"], it.key());
        assert_eq!(offered["description"], it.row().question);
    }
}
