//! What documents say of answers on record: each stands in the classification record with who gave it and when, also one
//! that decides nothing there; and what a fact of the law answers is not printed as missing.

use crate::markdown::pages;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const ORGANISATION: &str = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n---\n";

fn page(path: &str, system: &str) -> String {
    let inventory =
        format!("{ORGANISATION}kind: ai_system\nid: a\nname: Ranker\nour_roles: [deployer]\n{system}");
    let mut pages = pages(&inventory).into_iter();
    let found = pages.find(|(document, _)| document.path == path);
    found.map(|(_, page)| page).unwrap_or_default()
}

/// Group, key, value, and how the record of classification words the answer.
const ANSWERS: &[(&str, &str, &str, &str)] = &[
    ("annex_iii", "points", "[]", "none"),
    ("annex_iii", "points", "[4(a)]", "yes"),
    ("annex_iii", "profiling", "false", "no"),
    (
        "annex_iii",
        "not_met_because",
        "nobody is ranked",
        "nobody is ranked",
    ),
    ("art50", "obvious", "false", "no"),
    ("art50", "obvious", "true", "yes"),
    ("art50", "crime_law_permitted", "false", "no"),
    ("art50", "content_exclusion", "none", "none"),
    ("art50", "guideline_relief", "none", "none"),
    ("art50", "standard_editing", "false", "no"),
    ("art50", "no_substantial_alteration", "{unknown: {}}", "unknown"),
    ("art50", "interacts_directly", "false", "no"),
    ("value_chain", "own_name", "false", "no"),
    ("scope", "eu_nexus", "true", "yes"),
];

/// Returns the system with these answers, each with a note of who gave it.
fn system(answers: &[(&str, &str, &str, &str)]) -> String {
    let mut groups: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut notes = String::new();
    for (group, key, value, _) in answers {
        groups.entry(group).or_default().push(format!("{key}: {value}"));
        notes += &format!("  - {{field: facts.{group}.{key}, by: Head of HR, on: 2026-11-20}}\n");
    }
    let groups = groups
        .iter()
        .map(|(group, keys)| format!("{group}: {{{}}}", keys.join(", ")));
    format!(
        "facts: {{{}}}\nanswers:\n{notes}",
        groups.collect::<Vec<_>>().join(", ")
    )
}

/// Returns the rows that say what stands in a field.
fn rows<'p>(record: &'p str, field: &str) -> Vec<&'p str> {
    let stated = format!("| stated in {field}; answered by Head of HR on 20 November 2026 | ");
    record.lines().filter(|line| line.contains(&stated)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_answer_on_record_stands_in_the_record_of_classification(
        drawn in proptest::sample::subsequence(ANSWERS, 1..9),
    ) {
        let mut known = BTreeSet::new();
        let answers: Vec<_> = drawn.into_iter().filter(|it| known.insert((it.0, it.1))).collect();
        let record = page("classification", &system(&answers));
        for (group, key, value, says) in &answers {
            let found = rows(&record, &format!("facts.{group}.{key}"));
            prop_assert!(!found.is_empty(), "{group}.{key}: {value}\n{record}");
            prop_assert!(found.iter().all(|row| row.contains(&format!("| {says} | "))), "{found:?}");
            prop_assert!(found.iter().all(|row| row.ends_with(" |") && !row.contains("no statement")));
        }
        let (_, others) = record.split_once("Other answers on record:").unwrap_or_default();
        let (others, _) = others.split_once("\n#").unwrap_or((others, ""));
        for (group, key, ..) in &answers {
            prop_assert!(rows(others, &format!("facts.{group}.{key}")).len() < 2, "{others}");
        }
    }
}

#[test]
fn one_answer_about_a_group_and_plain_answers_stand_there_too() {
    let record = page(
        "classification",
        "tripwires: {generates_media: false}\nfacts: {art50: none}\n",
    );
    for row in [
        "| What is our role under the Act? | deployer | stated in our_roles | ",
        "| Does it make or change images, audio or video? | no | stated in tripwires.generates_media | ",
        "| Several questions, with one answer | none | stated in facts.art50 | ",
    ] {
        assert_eq!(record.matches(row).count(), 1, "{row}\n{record}");
    }
    assert!(!page("classification", "").contains("facts.annex_iii.points | "));
}

#[test]
fn what_a_fact_answers_is_not_missing() {
    let facts = "tripwires: {uses_biometrics_or_emotion: false}\nfacts: {art50: {interacts_directly: true, generates: [text]}}\n";
    let dealings = "persons deal with it directly: yes (facts.art50.interacts_directly)";
    let content = "of text, images, audio and video: text (facts.art50.generates)";
    for (path, silent) in [
        (
            "transparency",
            [
                "missing: tripwires.interacts_with_public",
                "missing: output_modalities",
            ],
        ),
        (
            "systems/a",
            [
                "missing: tripwires.interacts_with_public",
                "| What it puts out | missing",
            ],
        ),
    ] {
        let told = page(path, facts);
        let untold = page(path, "tripwires: {uses_biometrics_or_emotion: false}\n");
        assert!(told.contains(dealings) && told.contains(content), "{told}");
        for missing in silent {
            assert!(
                untold.contains(missing) && !told.contains(missing),
                "{missing}\n{told}"
            );
        }
        assert!(!untold.contains("facts.art50.interacts_directly)"), "{untold}");
    }
}

#[test]
fn a_plain_answer_is_printed_whatever_the_facts_say() {
    let both = "tripwires: {interacts_with_public: false}\noutput_modalities: [score]\nfacts: {art50: {generates: []}}\n";
    let sheet = page("systems/a", both);
    assert!(
        sheet.contains("| Deals directly with people outside | no |"),
        "{sheet}"
    );
    assert!(sheet.contains("| What it puts out | scores |"), "{sheet}");
}

#[test]
fn the_first_page_says_for_which_systems_later_prohibitions_are_open() {
    for (system, told) in [
        (
            "",
            "Whether one of them is met is open for: Ranker; the classification record holds the questions.",
        ),
        (
            "tripwires: {generates_media: false}\n",
            "By the answers on record, no system here meets one of them;",
        ),
    ] {
        let index = page("index", system);
        assert_eq!(index.matches(told).count(), 1, "{index}");
    }
    // What the page says of the record holds: it has the questions, or the answer that settles them.
    assert!(page("classification", "").contains("facts.art5.ba."));
    let settled = page("classification", "tripwires: {generates_media: false}\n");
    assert!(
        settled.contains("stated in tripwires.generates_media"),
        "{settled}"
    );
}

#[test]
fn a_class_for_duties_of_others_says_so_in_every_summary() {
    let others = "transparency duties (Article 50); duties of others, none of them ours";
    let coding = "tripwires: {affects_individual_decisions: false, safety_component: false, uses_biometrics_or_emotion: false, generates_media: false}\nunlisted_facts: absent\nfacts: {art50: {generates: [text]}}\n";
    for path in ["index", "inventory"] {
        let page = page(path, coding);
        assert_eq!(page.matches(others).count(), 1, "{page}");
    }
}

#[test]
fn a_duty_that_is_missing_names_the_field_that_would_show_it() {
    let hiring = "uses: [recruitment-screening]\n";
    let sheet = page("systems/a", hiring);
    for row in [
        "Monitor operation, suspend on risk, and report serious incidents at once | deployer | Art. 26(5) | prepares for 2 December 2027 | missing: oversight |",
        "Art. 26(9) | prepares for 2 December 2027 | missing: dpia |",
    ] {
        assert!(sheet.contains(row), "{row}\n{sheet}");
    }
}

#[test]
fn the_gap_of_an_assignment_says_how_many_parts_are_asked_for_then() {
    let hiring = "uses: [recruitment-screening]\n";
    let n_gaps = |system: &str| {
        let register = page("gaps", system);
        let is_gap = |line: &&str| {
            let code = line.strip_prefix("| ").and_then(|row| row.split(' ').next());
            code.is_some_and(|code| code.len() == 7 && code.as_bytes()[3] == b'-')
        };
        (register.lines().filter(is_gap).count(), register)
    };
    let (before, register) = n_gaps(hiring);
    let (_, parts) = register.split_once("once on record, is asked for ").unwrap();
    let n_parts: usize = parts.split(' ').next().unwrap().parse().unwrap();
    let assigned = format!(
        "{hiring}---\nkind: oversight_assignment\nid: o\nsystems: [a]\nroles: [{{role: Overseer}}]\n"
    );
    let (after, _) = n_gaps(&assigned);
    assert_eq!(after, before - 1 + n_parts);
}

#[test]
fn a_register_in_which_nothing_has_an_owner_says_so_once() {
    let without = page("gaps", "");
    assert!(
        !without.contains("no owner on record") && !without.contains("| Owner |"),
        "{without}"
    );
    assert_eq!(without.matches("No gap has an owner on record").count(), 1);
    let with = page("gaps", "owner: Head of HR\n");
    assert!(
        with.contains("| Owner |") && with.contains("| Head of HR |"),
        "{with}"
    );
}
