//! What holds of any case, whatever its label: answers, further uses, other systems, other days, people who check the
//! output, and words move a class only where the law lets them. The cases are those of `law_cases`.

#![expect(clippy::unwrap_used, reason = "a helper that cannot go on fails its test")]

use actfile::calendar::Date;
use actfile::law::edition::Edition;
use actfile::law::terms::{FilterCondition, PointException, Tier};
use actfile::law::uses::Use;
use proptest::prelude::*;
use serde_json::Value;

use crate::law_cases::{Case, all_cases, cases, json_of};

/// Returns any case about a system, labelled or our own.
fn any_system() -> impl Strategy<Value = &'static Case> {
    let systems: Vec<&Case> = all_cases().filter(|case| !case.is_model()).collect();
    prop::sample::select(systems)
}

fn tier(class: &Value, key: &str) -> Tier {
    let key = class[key].as_str().unwrap();
    *Tier::ALL.iter().find(|tier| tier.key() == key).unwrap()
}

fn range(class: &Value) -> (Tier, Tier) {
    (tier(class, "min_tier"), tier(class, "max_tier"))
}

/// Returns the class of the case among records, without the places of statements.
fn class_among(records: &[String], case: &Case) -> Value {
    class_on(records, case.law, case.as_of)
}

fn class_on(records: &[String], law: Edition, as_of: Date) -> Value {
    let (mut report, _) = json_of(records, law, as_of);
    let rows = report["systems"].as_array_mut().unwrap();
    let mut row = rows
        .iter_mut()
        .find(|row| row["id"] == "the-case")
        .unwrap()
        .take();
    for because in row["because"].as_array_mut().unwrap() {
        for answer in because["answers"].as_array_mut().unwrap() {
            answer.as_object_mut().unwrap().remove("at");
        }
    }
    row
}

/// Claims count as "no" until they are made, so taking one away is another statement, not an open question.
const CLAIMS: &[&str] = &[
    "exclusive_military_defence_natsec",
    "third_country_authority_cooperation",
    "sole_scientific_rd",
    "pre_market_rd_only",
    "personal_non_professional_deployer",
    "foss_release",
    "is_ai_system",
    "eu_nexus",
    "filter_condition",
    "exceptions",
];

/// Returns the facts without the leaves whose bit is not set, and without groups that are left empty.
pub(crate) fn fewer(facts: &[String], kept: u64) -> Vec<String> {
    let mut blocks: Vec<Vec<String>> = Vec::new();
    for line in facts {
        match (line.trim_start().starts_with("- "), blocks.last_mut()) {
            (true, Some(block)) => block.push(line.clone()),
            (_, _) => blocks.push(vec![line.clone()]),
        }
    }
    let is_group = |block: &[String]| block.len() == 1 && block[0].ends_with(':');
    let is_claim = |block: &[String]| CLAIMS.iter().any(|claim| block[0].contains(claim));
    let mut at = 0;
    blocks.retain(|block| {
        at += 1;
        is_group(block) || is_claim(block) || kept >> (at % 64) & 1 == 1
    });
    let depth = |block: &[String]| block[0].len() - block[0].trim_start().len();
    while let Some(empty) = (0..blocks.len()).find(|at| {
        let next = blocks.get(at + 1);
        is_group(&blocks[*at]) && next.is_none_or(|next| depth(next) <= depth(&blocks[*at]))
    }) {
        blocks.remove(empty);
    }
    blocks.concat()
}

proptest! {
    #[test]
    fn answering_an_unknown_never_contradicts_what_was_certain(case in any_system(), kept in any::<u64>()) {
        let fewer = fewer(&case.facts, kept);
        let (full, _) = json_of(&[case.stated()], case.law, case.as_of);
        let (open, errors) = json_of(&[case.record(&fewer, "unknown")], case.law, case.as_of);
        prop_assert!(errors.is_empty(), "{errors:?}");
        let (full, open) = (&full["systems"][0], &open["systems"][0]);
        let (answer, before) = (range(full), range(open));
        prop_assert!(before.0 <= answer.0 && answer.1 <= before.1, "{}: {answer:?} not in {before:?}\n{}", case.id, fewer.join("\n"));
        // Whatever was certain about Article 50 stays.
        for entry in open["art50"].as_array().unwrap().iter().filter(|entry| entry["status"] != "unknown") {
            let same = full["art50"].as_array().unwrap().iter().find(|other| other["para"] == entry["para"]);
            let is_owed = |entry: &Value| !entry["status"].as_str().unwrap().starts_with("exempt");
            prop_assert!(same.is_none_or(|same| is_owed(same) == is_owed(entry)), "{}: {entry} {same:?}", case.id);
        }
    }

    #[test]
    fn answering_about_uses_and_exceptions_never_contradicts_what_was_certain(said in plain_words(), kept in any::<u16>()) {
        let (law, as_of) = (Edition::Omnibus2026, Date::on(2026, 11, 22));
        let full = class_on(&[said.record(u16::MAX, "absent")], law, as_of);
        let open = class_on(&[said.record(kept, "unknown")], law, as_of);
        let (answer, before) = (range(&full), range(&open));
        prop_assert!(before.0 <= answer.0 && answer.1 <= before.1, "{answer:?} not in {before:?}\n{}", said.record(kept, "unknown"));
    }

    #[test]
    fn listing_uses_never_lowers_a_class_that_facts_state(case in any_system(), picked in prop::collection::btree_set(0..Use::ALL.len(), 1..4)) {
        let keys: Vec<&str> = picked.iter().map(|at| Use::ALL[*at].key()).collect();
        let stated = case.stated();
        prop_assume!(!stated.contains("\nuses: "));
        let listed = format!("{stated}uses: [{}]\n", keys.join(", "));
        let (without, with) = (class_among(&[stated], case), class_among(&[listed], case));
        let (before, after) = (tier(&without, "min_tier"), tier(&with, "min_tier"));
        prop_assert!(after >= before, "{}: {before:?} fell to {after:?} with {keys:?}", case.id);
    }

    #[test]
    fn the_order_of_facts_and_of_files_does_not_matter(case in any_system(), other in any_system(), seed in any::<u64>()) {
        let other = other.stated().replace("the-case", "another");
        let turned = case.record(&reordered(&case.facts, seed), &case.unlisted);
        let before = class_among(&[case.stated(), other.clone()], case);
        let after = class_among(&[other, turned], case);
        prop_assert_eq!(before, after);
    }

    #[test]
    fn a_day_changes_only_what_applies_already(case in any_system(), days in 0_i32..2600) {
        let asked = Date::on(2024, 8, 1).plus_days(days);
        let (mut before, mut after) = (class_among(&[case.stated()], case), class_on(&[case.stated()], case.law, asked));
        for class in [&mut before, &mut after] {
            class.as_object_mut().unwrap().remove("status_on_as_of");
            // The end of the time for marking shows in the status of that duty, and ends the question for it.
            let entries = class["art50"].as_array_mut().unwrap();
            entries.iter_mut().filter(|entry| entry["para"] == "50(2)").for_each(without_grace);
            let open = class["open_questions"].as_array_mut().unwrap();
            open.retain(|question| question["fact"] != "art50.placed_before_2026_08_02");
        }
        prop_assert_eq!(before, after, "{} on {}", case.id, asked);
    }

    #[test]
    fn people_who_check_the_output_change_no_class(case in any_system(), gates in 1_usize..4) {
        let watched = format!(
            "{}oversight: the-oversight\nreview_workflows: [the-review]\naudit: the-audit\noperators: [{{population: reviewers}}]\n",
            case.stated()
        );
        let records = [watched, OVERSIGHT.to_owned(), review(gates), AUDIT.to_owned()];
        let (_, errors) = json_of(&records, case.law, case.as_of);
        prop_assert!(errors.is_empty(), "{errors:?}");
        prop_assert_eq!(class_among(&[case.stated()], case), class_among(&records, case));
    }

    #[test]
    fn prose_changes_no_class(case in any_system(), prose in prop::collection::vec(prose(), 12)) {
        let worded = worded(case, &prose);
        let (_, errors) = json_of(std::slice::from_ref(&worded), case.law, case.as_of);
        prop_assert!(errors.is_empty(), "{errors:?}\n{worded}");
        prop_assert_eq!(class_among(&[case.stated()], case), class_among(&[worded], case));
    }
}

/// What a record says in plain words, and which claims its author makes.
#[derive(Debug, Clone)]
struct PlainWords {
    uses: Vec<&'static str>,
    exceptions: Vec<&'static str>,
    filters: Vec<&'static str>,
    /// Profiling, material influence, part of a combined system.
    flags: [bool; 3],
}

fn plain_words() -> impl Strategy<Value = PlainWords> {
    let keys = |all: Vec<&'static str>, n| prop::sample::subsequence(all, 0..n);
    let uses = prop::sample::subsequence(Use::ALL.iter().map(|it| it.key()).collect::<Vec<_>>(), 1..4);
    let exceptions = keys(PointException::ALL.iter().map(|it| it.key()).collect(), 4);
    let filters = keys(FilterCondition::ALL.iter().map(|it| it.key()).collect(), 3);
    (uses, exceptions, filters, any::<[bool; 3]>()).prop_map(|(uses, exceptions, filters, flags)| {
        PlainWords {
            uses,
            exceptions,
            filters,
            flags,
        }
    })
}

impl PlainWords {
    /// Returns a record in which each answer whose bit is not set is open.
    fn record(&self, kept: u16, unlisted: &str) -> String {
        let is_kept = |bit: u16| kept >> bit & 1 == 1;
        let list = |bit, items: &[&str]| match is_kept(bit) {
            true => format!("[{}]", items.join(", ")),
            false => "{unknown: {}}".to_owned(),
        };
        let flag = |bit, flag: bool| match is_kept(bit) {
            true => flag.to_string(),
            false => "{unknown: {}}".to_owned(),
        };
        let [profiling, influences, part] = self.flags;
        format!(
            "kind: ai_system\nid: the-case\nname: A\nour_roles: [provider]\nunlisted_facts: {unlisted}\nuses: {}\nfacts:\n  \
             annex_iii: {{exceptions: {}, filter_condition: {}, profiling: {}, materially_influences: {}, \
             part_of_combined_system: {}}}\n",
            list(0, &self.uses),
            list(1, &self.exceptions),
            list(2, &self.filters),
            flag(3, profiling),
            flag(4, influences),
            flag(5, part),
        )
    }
}

/// Returns the groups of facts in another order.
fn reordered(facts: &[String], seed: u64) -> Vec<String> {
    let mut groups: Vec<Vec<String>> = Vec::new();
    for line in facts {
        match (line.starts_with("   "), groups.last_mut()) {
            (true, Some(group)) => group.push(line.clone()),
            (_, _) => groups.push(vec![line.clone()]),
        }
    }
    let mut rest = seed;
    let mut turned = Vec::new();
    while !groups.is_empty() {
        turned.extend(groups.remove(rest as usize % groups.len()));
        rest /= 7;
    }
    turned
}

fn without_grace(entry: &mut Value) {
    if entry["status"] == "grace_until_2026-12-02"
        || entry["status"] == "attenuated:metadata_marking_suffices"
    {
        entry["status"] = "applies".into();
    }
}

const OVERSIGHT: &str = "kind: oversight_assignment\nid: the-oversight\nname: Oversight\nsystems: [the-case]\n\
    roles: [{role: Overseer, holder: Head of Review}]\nauthority: [reject_output, override, suspend_use, stop_system]\n\
    approval_needed_to_stop: false\n";
const AUDIT: &str = "kind: audit_summary\nid: the-audit\nname: Audit\n";

fn review(gates: usize) -> String {
    let gate = "{name: Review by a person, type: human_review, blocking: true, actor: human}";
    format!(
        "kind: review_workflow\nid: the-review\nname: Review\nsystems: [the-case]\ngates: [{}]\n\
         independence: author_excluded\nrequired_approvals: {gates}\n",
        vec![gate; gates].join(", ")
    )
}

/// Words that name what the law asks about.
const LOADED: &[&str] = &[
    "prohibited social scoring",
    "subliminal emotion recognition at work",
    "minimal risk, exempt, out of scope",
    "high-risk: Annex III point 4(a)",
    "Lifts Dir 2014/33/EU",
    "deepfake chatbot FraudGuard",
    "military only; research only",
    "human in the loop, not an AI system",
];

/// Such words among others that name nothing.
fn prose() -> impl Strategy<Value = String> {
    let words = prop_oneof![
        prop::sample::select(LOADED).prop_map(str::to_owned),
        "[a-zA-Z0-9 .,:;{}#&*!|>'\"%@`-]{1,30}",
    ];
    prop::collection::vec(words, 1..4).prop_map(|words| format!("x{}", words.join(" ")))
}

/// Returns the case with prose in every text that describes a system.
fn worded(case: &Case, prose: &[String]) -> String {
    let text = |at: usize| serde_json::to_string(&prose[at]).unwrap();
    let facts = case.facts.iter().map(|line| match line.split_once(": ") {
        Some((key, _)) if key.ends_with("not_met_because") || key.ends_with("not_ai_reason") => {
            format!("{key}: {}", text(0))
        }
        Some(_) | None => line.clone(),
    });
    let facts: Vec<String> = facts.collect();
    let record = case.record(&facts, &case.unlisted);
    let named = record.replace(
        &format!("\nname: {}\n", case.id),
        &format!("\nname: {}\n", text(1)),
    );
    format!(
        "{named}description: {}\nintended_purpose: {{text: {}, source: {}}}\nour_use: {}\ntrade_name: {}\n\
         unambiguous_reference: {}\nforeseeable_misuse: [{}]\nprohibited_uses: [{}]\nlimitations: [{}]\n\
         affected_persons: [{}]\nreview_triggers: [{}]\n",
        text(2),
        text(3),
        text(4),
        text(5),
        text(6),
        text(7),
        text(8),
        text(9),
        text(10),
        text(11),
        text(0),
    )
}

#[test]
fn an_unrelated_system_changes_only_its_own_rows() {
    let cases = cases();
    let (law, as_of) = (cases[5].law, cases[5].as_of);
    let one = cases[5].stated();
    let other = cases[60].stated().replace("the-case", "another");
    let alone = json_of(std::slice::from_ref(&one), law, as_of).0;
    let both = json_of(&[other.clone(), one.clone()], law, as_of).0;
    let turned = json_of(&[one, other], law, as_of).0;
    let row = |report: &Value| {
        report["systems"]
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["id"] == "the-case")
            .unwrap()
            .clone()
    };
    let without_places = |mut row: Value| {
        row.as_object_mut().unwrap().remove("because");
        row
    };
    assert_eq!(without_places(row(&alone)), without_places(row(&both)));
    assert_eq!(without_places(row(&both)), without_places(row(&turned)));
}

#[test]
fn words_never_decide_a_class() {
    let record = "kind: ai_system\nid: a\nname: Social scoring deepfake chatbot\nour_roles: [deployer]\n\
                  description: prohibited social scoring and emotion recognition at work\nunlisted_facts: absent\n";
    let (report, errors) = json_of(&[record.to_owned()], Edition::Omnibus2026, Date::on(2026, 11, 22));
    assert_eq!(errors, Vec::<String>::new());
    assert_eq!(report["systems"][0]["primary_tier"], "minimal");
    assert_eq!(report["systems"][0]["max_tier"], "minimal");
}
