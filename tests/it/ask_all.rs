//! What `--all` and `--again FIELD` ask: everything that is open, and nothing that was open before.

use crate::ask::sayings;
use crate::law_cases::cases;
use actfile::ask::changes::By;
use actfile::ask::question::Topic;
use actfile::ask::role::is_left_open;
use actfile::ask::sitting::{Reply, Scope, Sitting};
use actfile::ask::standing::Under;
use actfile::ask::wording::{asked, known_now};
use actfile::calendar::Date;
use actfile::inventory::sayings::Saying;
use actfile::inventory::tripwires::Tripwires;
use actfile::law::edition::Edition;
use actfile::law::terms::AnnexArea;
use actfile::source::FileId;
use actfile::yaml::parse::parse;
use std::collections::BTreeSet;

const DAY: Date = Date::on(2026, 11, 22);

fn sitting(record: &str, scope: Scope) -> Sitting {
    let node = parse(FileId(0), record, &mut Default::default()).remove(0);
    let by = By {
        role: "Head of Law".to_owned(),
        on: DAY,
    };
    let edition = Edition::on(DAY);
    Sitting::begin(node, by, Under { edition, as_of: DAY }, scope).unwrap()
}

fn record(lines: &str) -> String {
    format!("kind: ai_system\nid: a\nname: A\n{lines}")
}

/// Asks until nothing is left; returns the fields that were asked for.
fn fields(mut sitting: Sitting, reply: impl Fn(&Sitting) -> Reply) -> BTreeSet<String> {
    let mut fields = BTreeSet::new();
    while let Some(question) = sitting.next() {
        fields.insert(question.field());
        let said = reply(&sitting);
        if sitting.take(question.clone(), said).is_err() {
            sitting.take(question, Reply::Skipped).unwrap();
        }
    }
    fields
}

#[test]
fn all_asks_every_plain_question_that_the_record_leaves_open() {
    let tripwires = || {
        Tripwires::QUESTIONS
            .iter()
            .map(|(name, _)| format!("tripwires.{name}"))
    };
    for lines in [
        "",
        "our_roles: [deployer]\n",
        "our_roles: [deployer]\nuses: [none]\nunlisted_facts: absent\n",
        "our_roles: [provider]\ntripwires: {safety_component: false, processes_personal_data: {unknown: {}}}\n",
    ] {
        let begun = sitting(&record(lines), Scope::All);
        let asked = fields(begun.clone(), |_| Reply::Skipped);
        let is_answered =
            |field: &String| lines.contains("safety_component") && field.ends_with("safety_component");
        let expected: BTreeSet<String> = tripwires().filter(|field| !is_answered(field)).collect();
        let missing: Vec<&String> = expected.difference(&asked).collect();
        assert_eq!(missing, Vec::<&String>::new(), "{lines}");
        assert_eq!(
            asked.contains("our_roles"),
            !lines.contains("our_roles"),
            "{lines}"
        );
    }
    let settled = record("our_roles: [deployer]\nuses: [none]\nunlisted_facts: absent\n");
    assert!(
        sitting(&settled, Scope::Tier).next().is_none(),
        "no class hangs on it"
    );
    let without_role = record("uses: [none]\nunlisted_facts: absent\n");
    let asked = fields(sitting(&without_role, Scope::Tier), |_| Reply::Skipped);
    assert_eq!(
        asked.into_iter().collect::<Vec<_>>(),
        ["our_roles"],
        "every duty hangs on it"
    );
}

#[test]
fn a_plain_question_on_which_no_class_hangs_says_what_hangs_on_it() {
    let settled = record("our_roles: [deployer]\nuses: [none]\nunlisted_facts: absent\n");
    let mut sitting = sitting(&settled, Scope::All);
    let question = sitting.next().unwrap();
    assert_eq!(question.field(), "tripwires.built_or_rebranded");
    let shown = asked(&sitting, &question, 1);
    assert!(
        shown.contains("documents repeat it, and gaps can hang on it"),
        "{shown}"
    );
    assert!(
        shown.contains("answer 2 makes us its provider (Art. 3(3))"),
        "{shown}"
    );
    let before = sitting.clone();
    let said = Reply::Said(Saying::Terms(vec!["built_in_house"]));
    sitting.take(question.clone(), said).unwrap();
    assert!(known_now(&before, &sitting, &question).contains("settled"));
    assert_eq!(sitting.said()[0].0, "tripwires.built_or_rebranded");
}

#[test]
fn again_with_a_field_asks_that_one_and_what_only_its_answer_brings_up() {
    let (mut n_alone, mut n_followed) = (0, 0);
    for case in cases().iter().filter(|case| !case.is_model()).step_by(30) {
        let text = case.record(&case.facts, "unknown");
        let begun = sitting(&text, Scope::All);
        for field in fields(begun.clone().again(&[]).unwrap(), |_| Reply::Skipped) {
            let Ok(again) = begun.clone().again(std::slice::from_ref(&field)) else {
                continue;
            };
            let open: Vec<_> = begun
                .class()
                .open_questions
                .iter()
                .map(|open| open.fact)
                .collect();
            for saying in sayings(&again.next().unwrap().form) {
                let mut sitting = again.clone();
                let mut n_asked = 0;
                while let Some(question) = sitting.next() {
                    let is_again = sitting.is_again(&question);
                    let is_new = question.facts.iter().any(|fact| !open.contains(fact));
                    assert!(is_again || is_new, "{field}: {}\n{text}", question.field());
                    n_asked += usize::from(!is_again);
                    let said = if is_again {
                        Reply::Said(saying.clone())
                    } else {
                        Reply::Skipped
                    };
                    if sitting.take(question.clone(), said).is_err() {
                        sitting.take(question, Reply::Skipped).unwrap();
                    }
                }
                match n_asked {
                    0 => n_alone += 1,
                    _ => n_followed += 1,
                }
            }
        }
    }
    assert!(
        n_alone > 20 && n_followed > 3,
        "{n_alone} alone, {n_followed} followed"
    );
}

#[test]
fn an_area_without_the_point_for_workers_is_refused_at_once_where_workers_are_evaluated() {
    let workers = "our_roles: [deployer]\ntripwires: {evaluates_or_allocates_workers: true}\n";
    for (lines, is_refused) in [
        (workers.to_owned(), true),
        (workers.replace("true", "false"), false),
        (
            format!("{workers}facts: {{annex_iii: {{exceptions: [objective_criteria_only]}}}}\n"),
            false,
        ),
        (
            format!("{workers}facts: {{annex_iii: {{near_points: [4(b)]}}}}\n"),
            false,
        ),
    ] {
        let mut sitting = sitting(&record(&lines), Scope::All);
        let mut refused = Vec::new();
        while let Some(question) = sitting.next() {
            let said = match question.topic {
                Topic::Area(_) => Reply::Said(Saying::Terms(vec![])),
                Topic::Roles | Topic::Tripwire(_) | Topic::Field(_) => Reply::Skipped,
            };
            if let Err(why) = sitting.take(question.clone(), said) {
                refused.push((question.topic, why));
                sitting.take(question, Reply::Skipped).unwrap();
            }
        }
        let at_once = [(
            Topic::Area(AnnexArea::Employment),
            "`tripwires.evaluates_or_allocates_workers` is answered with yes, and that is point 4(b)"
                .to_owned(),
        )];
        assert_eq!(
            refused.as_slice(),
            if is_refused { &at_once[..] } else { &[] },
            "{lines}"
        );
    }
}

#[test]
fn what_is_left_can_change_our_role_until_nothing_is_left_that_could() {
    let answered = |built: &str| format!("our_roles: [deployer]\ntripwires: {{{built}}}\n");
    for (lines, expected) in [
        (answered("built_or_rebranded: none"), false),
        (answered("safety_component: false"), true),
        ("our_roles: [provider]\n".to_owned(), true),
    ] {
        assert_eq!(
            is_left_open(&sitting(&record(&lines), Scope::All)),
            expected,
            "{lines}"
        );
    }
}
