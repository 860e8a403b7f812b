//! Classes beyond the labelled cases: what the plain fields of a record say, what stays open, what a day and an edition
//! change, and which statements contradict each other.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a helper that cannot go on fails its test"
)]

use actfile::calendar::Date;
use actfile::classify::classify;
use actfile::law::edition::Edition;
use actfile::link::link;
use actfile::read::Loaded;
use actfile::report::class_lines::{self, Detail};
use actfile::report::classes;
use serde_json::Value;

const TODAY: Date = Date::on(2026, 11, 22);

/// What the pipeline says about one record.
struct Told {
    class: Value,
    human: String,
    findings: Vec<String>,
}

fn told_under(edition: Edition, as_of: Date, record: &str) -> Told {
    let mut loaded = Loaded::default();
    loaded.add("a.yaml".to_owned(), record.as_bytes());
    let Loaded {
        sources,
        records,
        mut findings,
        ..
    } = loaded;
    let inventory = link(records, &mut findings);
    let classes = classify(&inventory, edition, as_of, &mut findings);
    let report: Value = serde_json::from_str(&classes::json(&classes, &sources)).unwrap();
    let row = report["systems"].get(0).or_else(|| report["models"].get(0));
    let findings = findings.sorted().into_iter().map(|finding| {
        let place = finding.labels.first().map(|label| sources.place(label.span));
        let place = place.map_or_else(String::new, |place| format!("{}:{}", place.line, place.column));
        format!("{} {place} {}", finding.code.id(), finding.message)
    });
    Told {
        class: row.cloned().unwrap_or_else(|| panic!("no class: {report}")),
        human: class_lines::human(&classes, &inventory.systems, &sources, Detail::Trace),
        findings: findings.filter(|finding| !finding.starts_with("W0405")).collect(),
    }
}

fn told(record: &str) -> Told {
    told_under(Edition::on(TODAY), TODAY, record)
}

fn system(lines: &str) -> String {
    format!("kind: ai_system\nid: a\nname: A\n{lines}")
}

fn model(lines: &str) -> String {
    format!("kind: model\nid: a\nname: A\n{lines}")
}

impl Told {
    fn open(&self) -> Vec<&str> {
        let questions = self.class["open_questions"].as_array().unwrap();
        questions
            .iter()
            .map(|question| question["fact"].as_str().unwrap())
            .collect()
    }

    fn range(&self) -> (&str, &str) {
        (
            self.class["min_tier"].as_str().unwrap(),
            self.class["max_tier"].as_str().unwrap(),
        )
    }

    fn duties(&self) -> Vec<String> {
        let entries = self.class["art50"].as_array().unwrap().iter();
        entries
            .map(|entry| {
                format!(
                    "{} {}",
                    entry["para"].as_str().unwrap(),
                    entry["status"].as_str().unwrap()
                )
            })
            .collect()
    }
}

const ALL_NO: &str = "tripwires: {built_or_rebranded: none, interacts_with_public: false, generates_media: false, \
    publishes_public_interest_text: false, affects_individual_decisions: false, evaluates_or_allocates_workers: false, \
    uses_biometrics_or_emotion: false, safety_component: false, processes_personal_data: true}\n";

#[test]
fn whose_a_duty_is_stands_beside_it() {
    for (roles, expected) in [
        ("our_roles: [deployer]\n", "provider, not you: applies"),
        ("our_roles: [provider]\n", "provider: applies"),
        ("our_roles: [deployer, provider]\n", "provider: applies"),
        ("", "provider; your role is not settled: applies"),
        (
            "our_roles: [deployer]\ntripwires: {built_or_rebranded: built_in_house}\n",
            "provider; your role is not settled: applies",
        ),
        (
            "our_roles: [deployer]\ntripwires: {built_or_rebranded: rebranded}\n",
            "provider; your role is not settled: applies",
        ),
        (
            "our_roles: [deployer]\ntripwires: {built_or_rebranded: none}\n",
            "provider, not you: applies",
        ),
    ] {
        let told = told(&system(&format!(
            "{roles}facts: {{art50: {{interacts_directly: true, obvious: false}}}}\nunlisted_facts: absent\n"
        )));
        let line = told.human.lines().find(|line| line.contains("Article 50(1)"));
        assert!(
            line.is_some_and(|line| line.ends_with(expected)),
            "{}",
            told.human
        );
    }
}

#[test]
fn a_duty_that_an_exception_ends_leaves_no_class_open() {
    let tripwires = "tripwires: {generates_media: false, publishes_public_interest_text: false, affects_individual_decisions: false, \
                     evaluates_or_allocates_workers: false, uses_biometrics_or_emotion: false, safety_component: false}\n";
    let facts = "facts: {art5: {a: {technique: none}, b: {vulnerability: none}}, annex_iii: {points: []}, art50: {obvious: true, generates: []}}\n";
    // Whether people interact with it directly is not said, and nothing hangs on it.
    let told = told(&system(&format!("our_roles: [provider]\n{tripwires}{facts}")));
    assert_eq!(told.range(), ("minimal", "minimal"));
    assert_eq!(told.open(), Vec::<&str>::new());
}

#[test]
fn a_bought_coding_assistant_leaves_few_questions_and_none_of_them_is_no() {
    let record = system(&format!(
        "our_roles: [deployer]\noutput_modalities: [code, text, action]\n{ALL_NO}"
    ));
    let told = told(&record);
    assert_eq!(told.range(), ("minimal", "prohibited"));
    assert_eq!(told.duties(), ["50(2) unknown"]);
    assert_eq!(
        told.open(),
        [
            "art5.a.technique",
            "art5.b.vulnerability",
            "annex_iii.points.8(b)",
            "art50.crime_law_permitted",
            "art50.content_exclusion",
            "art50.standard_editing",
            "art50.no_substantial_alteration",
            "art50.guideline_relief",
            "art50.placed_before_2026_08_02",
        ]
    );
    assert!(
        told.human
            .contains("a: unknown: at least no specific category (minimal), at most prohibited practice")
    );
}

#[test]
fn the_same_assistant_is_closed_by_a_word_on_unlisted_facts() {
    let record = system(&format!(
        "our_roles: [deployer]\noutput_modalities: [code]\n{ALL_NO}unlisted_facts: absent\n"
    ));
    let told = told(&record);
    assert_eq!(told.range(), ("minimal", "minimal"));
    assert_eq!(told.duties(), ["50(2) not_triggered:source_code"]);
    assert_eq!(told.open(), Vec::<&str>::new());
}

#[test]
fn evaluating_individual_developers_makes_an_assistant_high_risk() {
    let raised = told(&system(&format!(
        "our_roles: [deployer]\nunlisted_facts: unknown\n{}",
        ALL_NO.replace(
            "evaluates_or_allocates_workers: false",
            "evaluates_or_allocates_workers: true"
        )
    )));
    assert!(raised.open().contains(&"annex_iii.points.4(b)"));
    let evaluates = told(&system(
        "our_roles: [provider, deployer]\nunlisted_facts: absent\nfacts: {annex_iii: {points: [4(b)], profiling: true}}\n",
    ));
    assert_eq!(evaluates.class["primary_tier"], "high_risk_annex_iii");
    assert_eq!(evaluates.class["high_risk_routes"][0], "annex_iii:4(b)");
    let doubts = evaluates.class["doubts"].as_array().unwrap();
    let told = |words: &str| doubts.iter().any(|doubt| doubt.as_str().unwrap().contains(words));
    assert!(
        told("monitor or evaluate") && told("Article 111(2)"),
        "{doubts:?}"
    );
    assert_eq!(doubts.len(), 2);
}

#[test]
fn staff_are_people_too_unless_we_only_deploy() {
    let duties = |lines: &str| {
        told(&system(&format!(
            "{lines}\ntripwires: {{interacts_with_public: false}}\n"
        )))
        .duties()
    };
    assert!(duties("our_roles: [provider]").contains(&"50(1) unknown".to_owned()));
    assert!(
        !duties("our_roles: [deployer]")
            .iter()
            .any(|duty| duty.starts_with("50(1)"))
    );
}

#[test]
fn the_outputs_of_a_record_say_what_it_generates() {
    for (outputs, expected) in [
        ("[text]", vec!["50(2) applies"]),
        ("[code]", vec!["50(2) not_triggered:source_code"]),
        ("[code, text]", vec!["50(2) applies"]),
        ("[score, decision]", vec![]),
    ] {
        let record = system(&format!(
            "our_roles: [provider]\nunlisted_facts: absent\noutput_modalities: {outputs}\n"
        ));
        assert_eq!(told(&record).duties(), expected, "{outputs}");
    }
}

#[test]
fn each_fact_can_be_yes_no_or_unknown_and_unknown_is_a_range() {
    let filter = "annex_iii: {points: [4(a)], filter_condition: [a], materially_influences: false}";
    for (profiling, expected) in [
        ("profiling: true", ("high_risk_annex_iii", "high_risk_annex_iii")),
        ("profiling: false", ("annex_iii_derogated", "annex_iii_derogated")),
        (
            "profiling: {unknown: {asked: vendor}}",
            ("annex_iii_derogated", "high_risk_annex_iii"),
        ),
    ] {
        let facts = filter.replace("}", &format!(", {profiling}}}"));
        let told = told(&system(&format!(
            "our_roles: [provider]\nunlisted_facts: absent\nfacts: {{{facts}}}\n"
        )));
        assert_eq!(told.range(), expected, "{profiling}");
        assert_eq!(
            told.open().contains(&"annex_iii.profiling"),
            profiling.contains("unknown")
        );
    }
}

#[test]
fn a_derogation_that_nobody_claims_does_not_lower_the_class() {
    let told = told(&system(
        "our_roles: [deployer]\nfacts: {annex_iii: {points: [5(b)]}, art50: none}\n",
    ));
    assert_eq!(told.range(), ("high_risk_annex_iii", "prohibited"));
    assert_eq!(told.class["primary_tier"], "high_risk_annex_iii");
}

#[test]
fn a_question_says_where_its_answers_lead() {
    let facts = "facts: {art5: {f: {emotion_from_biometrics: true, area: workplace, medical_or_safety_purpose: {unknown: {}}}}}";
    let told = told(&system(&format!(
        "our_roles: [deployer]\nunlisted_facts: absent\n{facts}\n"
    )));
    assert_eq!(told.range(), ("minimal", "prohibited"));
    let question = &told.class["open_questions"][0];
    assert_eq!(question["fact"], "art5.f.medical_or_safety_purpose");
    assert_eq!(question["field"], "facts.art5.f.medical_or_safety_purpose");
    assert_eq!(
        (&question["if_yes"]["max_tier"], &question["if_no"]["min_tier"]),
        (&"minimal".into(), &"prohibited".into())
    );
    assert_eq!(question["leads_to"], "prohibited");
}

#[test]
fn a_day_changes_the_status_and_never_the_tier() {
    let images = "facts: {art5: {ba: {realistic: true, identifiable_person: true, intimate_or_sexually_explicit: true, gate: deployer_purpose}}}";
    let record = system(&format!(
        "our_roles: [deployer]\nunlisted_facts: absent\n{images}\n"
    ));
    for (as_of, status) in [
        (Date::on(2026, 12, 1), "not_yet_applicable"),
        (Date::on(2026, 12, 2), "applicable"),
    ] {
        let told = told_under(Edition::Omnibus2026, as_of, &record);
        assert_eq!(told.class["primary_tier"], "prohibited");
        assert_eq!(told.class["status_on_as_of"], status);
    }
}

#[test]
fn an_edition_changes_what_is_prohibited_and_from_when_annexes_bind() {
    let record = |facts: &str| {
        system(&format!(
            "our_roles: [provider]\nunlisted_facts: absent\nfacts: {{{facts}}}\n"
        ))
    };
    let images = "art5: {ba: {realistic: true, identifiable_person: true, intimate_or_sexually_explicit: true, gate: deployer_purpose}}";
    let hiring = "annex_iii: {points: [4(a)]}";
    let machine =
        "annex_i: {act: Machinery Reg (EU) 2023/1230, function: safety_function, third_party_ca: true}";
    let radio = "annex_i: {act: Radio equipment Dir 2014/53/EU, function: product, third_party_ca: true, ca_reason: other}";
    for (facts, old, amended) in [
        (
            images,
            ("minimal", Value::Null),
            ("prohibited", "2026-12-02".into()),
        ),
        (
            hiring,
            ("high_risk_annex_iii", "2026-08-02".into()),
            ("high_risk_annex_iii", "2027-12-02".into()),
        ),
        (
            machine,
            ("high_risk_annex_i_a", "2027-08-02".into()),
            ("high_risk_annex_i_b", "2028-08-02".into()),
        ),
        (
            radio,
            ("high_risk_annex_i_a", "2027-08-02".into()),
            ("minimal", Value::Null),
        ),
    ] {
        for (edition, (tier, from)) in [(Edition::Oj2024, old), (Edition::Omnibus2026, amended)] {
            let told = told_under(edition, TODAY, &record(facts));
            assert_eq!(told.class["primary_tier"], tier, "{edition} {facts}");
            assert_eq!(told.class["applies_from"], from, "{edition} {facts}");
        }
    }
}

#[test]
fn the_grace_for_marking_ends_on_its_day() {
    let record = system(
        "our_roles: [provider]\nunlisted_facts: absent\nplaced_on_market_on: 2026-08-01\nfacts: {art50: {generates: [image]}}\n",
    );
    for (as_of, status) in [
        (Date::on(2026, 11, 22), "50(2) grace_until_2026-12-02"),
        (Date::on(2026, 12, 2), "50(2) applies"),
    ] {
        let told = told_under(Edition::Omnibus2026, as_of, &record);
        assert_eq!(told.duties(), [status]);
        assert_eq!(told.class["applies_from"], "2026-12-02", "{as_of}");
    }
    let later = record.replace("2026-08-01", "2026-08-02");
    assert_eq!(told(&later).duties(), ["50(2) applies"]);
}

#[test]
fn an_early_system_is_left_alone_but_not_at_a_public_authority() {
    let record = |timing: &str| {
        system(&format!(
            "our_roles: [provider]\nplaced_on_market_on: 2026-05-01\nunlisted_facts: absent\n\
             facts: {{annex_iii: {{points: [4(a)]}}, timing: {{{timing}}}}}\n"
        ))
    };
    for (timing, grandfathered, deadline) in [
        ("public_authority_use: false", true, Value::Null),
        ("public_authority_use: true", false, "2030-08-02".into()),
        ("significantly_changed_after_2027_12_02: true", false, Value::Null),
        ("placed_on_market: 2027-12-02", false, Value::Null),
    ] {
        let told = told(&record(timing));
        assert_eq!(told.class["grandfathered"], grandfathered, "{timing}");
        assert_eq!(
            told.class.get("deadline").unwrap_or(&Value::Null),
            &deadline,
            "{timing}"
        );
    }
    let open = told(&record("public_authority_use: {unknown: {}}"));
    assert_eq!(open.open(), ["timing.public_authority_use"]);
}

#[test]
fn statements_that_contradict_each_other_are_reported_with_both_places() {
    let both = "tripwires: {uses_biometrics_or_emotion: false}\nfacts: {annex_iii: {points: [1(a)]}}\n";
    assert_eq!(
        told(&system(&format!("our_roles: [provider]\n{both}"))).findings,
        ["E0302 6:29 `facts.annex_iii.points` contradicts `tripwires.uses_biometrics_or_emotion`"]
    );
    let claimed = "facts:\n  annex_iii:\n    filter_condition: [a]\n    profiling: true\n";
    assert_eq!(
        told(&system(&format!("our_roles: [provider]\n{claimed}"))).findings,
        ["W0406 7:23 a derogation from high risk is claimed for a system that profiles natural persons"]
    );
}

#[test]
fn a_model_is_what_is_known_of_it() {
    for (lines, axis, possible) in [
        ("", Value::Null, vec!["not_gpai", "gpai", "gpai_systemic"]),
        ("gpai: confirmed\n", Value::Null, vec!["gpai", "gpai_systemic"]),
        (
            "gpai: confirmed\nsystemic_risk: excluded\n",
            "gpai".into(),
            vec!["gpai"],
        ),
        (
            "gpai: confirmed\nsystemic_risk: confirmed\n",
            "gpai_systemic".into(),
            vec!["gpai_systemic"],
        ),
        ("gpai: excluded\n", "not_gpai".into(), vec!["not_gpai"]),
    ] {
        let told = told(&model(lines));
        assert_eq!(told.class["gpai_axis"], axis, "{lines}");
        assert_eq!(told.class["possible"], Value::from(possible), "{lines}");
    }
}

#[test]
fn an_open_model_keeps_its_relief_only_while_nobody_earns_with_it() {
    let facts = |last: &str| {
        model(&format!(
            "our_roles: [gpai_provider]\nunlisted_facts: absent\nfacts: {{subject: model, gpai: {{training_flop: 1.0e+24, \
             modality: language, foss_licence: true, weights_architecture_usage_public: true, {last}}}}}\n"
        ))
    };
    for (last, axis) in [
        ("monetised: false", "gpai_open_source"),
        ("monetised: true", "gpai"),
        ("designated_systemic: true", "gpai_systemic"),
    ] {
        assert_eq!(told(&facts(last)).class["gpai_axis"], axis, "{last}");
    }
}

#[test]
fn the_transitional_rule_for_models_gives_time_only_to_early_ones() {
    let record = |placed: &str| {
        model(&format!(
            "our_roles: [gpai_provider]\nunlisted_facts: absent\nfacts: {{gpai: {{training_flop: 1.0e+24, modality: language}}{placed}}}\n"
        ))
    };
    let deadline = |placed: &str| told(&record(placed)).class.get("deadline").cloned();
    assert_eq!(
        deadline(", timing: {placed_on_market: 2025-08-01}"),
        Some("2027-08-02".into())
    );
    assert_eq!(deadline(", timing: {placed_on_market: 2025-08-02}"), None);
    let open = told(&record(""));
    assert_eq!(open.open(), ["timing.placed_on_market"]);
    assert_eq!(open.class["deadline"], "2027-08-02");
}

#[test]
fn answers_carry_their_place_and_where_they_come_from() {
    let told = told(&system(
        "our_roles: [provider]\nunlisted_facts: absent\nfacts: {annex_iii: {points: [4(a)], profiling: true}}\n",
    ));
    let answer = &told.class["because"][0]["answers"][0];
    assert_eq!(answer["fact"], "annex_iii.points.4(a)");
    assert_eq!(
        (&answer["value"], &answer["from"], &answer["at"]),
        (&"yes".into(), &"facts".into(), &"a.yaml:6:29".into())
    );
    assert!(
        told.human
            .contains("rule            annex-iii-4-a (Annex III 4(a)): holds")
    );
}
