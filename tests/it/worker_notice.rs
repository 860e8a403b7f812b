//! Notices to workers: for which systems one is made, what it says of the duty, and that it never claims more than
//! the records do.

use crate::markdown::pages;

const ORG: &str = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n";
/// A notice on record that nobody approved.
const NOTICE: &str =
    "---\nkind: notice\nid: told\ntype: art_26_7\nsystems: [tool]\ntext: A tool ranks applications.\n";
/// The same notice, approved.
const APPROVED: &str = "---\nkind: notice\nid: told\ntype: art_26_7\nsystems: [tool]\ntext: A tool ranks applications.\n\
    sign_off: {approved_by: CTO, approved_on: 2026-11-01}\n";

fn system(role: &str, fields: &str) -> String {
    format!("---\nkind: ai_system\nid: tool\nname: Tool\nour_roles: [{role}]\n{fields}")
}

/// Returns the notice about the system, if one is made.
fn notice(role: &str, fields: &str, notice: &str) -> Option<String> {
    let made = pages(&format!("{ORG}{}{notice}", system(role, fields)));
    let mut made = made.into_iter();
    made.find(|(document, _)| document.path == "worker-notices/tool")
        .map(|(_, page)| page)
}

const RANKS: &str =
    "unlisted_facts: absent\nuses: [recruitment-screening]\nfacts: {annex_iii: {profiling: true}}\n";
const HARMLESS: &str = "unlisted_facts: absent\nuses: [none]\n";
const RANKS_OUTSIDERS: &str = "unlisted_facts: absent\nuses: [recruitment-screening]\nfacts: {annex_iii: {profiling: true}}\n\
    tripwires: {evaluates_or_allocates_workers: false}\n";

#[test]
fn a_notice_is_made_where_workers_have_to_be_told_or_are_told() {
    for (role, fields, on_record, is_made) in [
        ("deployer", RANKS, "", true),
        ("provider", RANKS, "", false),
        ("deployer", HARMLESS, "", false),
        ("deployer", RANKS_OUTSIDERS, "", false),
        ("deployer", RANKS_OUTSIDERS, NOTICE, true),
        ("deployer", HARMLESS, NOTICE, true),
    ] {
        let made = notice(role, fields, on_record).is_some();
        assert_eq!(made, is_made, "{role} {fields} {on_record}");
    }
}

#[test]
fn it_says_why_workers_are_told_and_no_more() {
    let row = "Inform workers and their representatives before use";
    let none = "no duty of the Act to give one follows";
    let open = "Whether the Act asks for it is open";
    for (fields, on_record, says, others) in [
        (RANKS, NOTICE, row, [none, open]),
        (RANKS_OUTSIDERS, NOTICE, none, [row, open]),
        (HARMLESS, NOTICE, none, [row, open]),
        ("", NOTICE, open, [row, none]),
    ] {
        let page = notice("deployer", fields, on_record).unwrap();
        assert!(page.contains(says), "{fields}: {page}");
        for other in others {
            assert!(!page.contains(other), "{fields}: {other}");
        }
    }
}

#[test]
fn it_is_a_draft_until_the_notice_itself_is_approved() {
    let signed_system = format!("{RANKS}sign_off: {{approved_by: CTO, approved_on: 2026-11-01}}\n");
    for (fields, on_record, is_draft) in [
        (RANKS, "", true),
        (signed_system.as_str(), "", true),
        (signed_system.as_str(), NOTICE, true),
        (RANKS, APPROVED, false),
    ] {
        let page = notice("deployer", fields, on_record).unwrap();
        assert_eq!(page.contains("**DRAFT.**"), is_draft, "{fields} {on_record}");
    }
}

#[test]
fn what_nobody_has_written_down_is_missing() {
    let page = notice("deployer", RANKS, "").unwrap();
    for line in [
        "| Intended purpose | missing: ",
        "| In service since | missing: ",
        "missing: no oversight assignment names this system.",
        "No notice of this kind is on record.",
        "| TRN-080 | must by 2 December 2027 |",
    ] {
        assert!(page.contains(line), "{line}\n{page}");
    }
}

#[test]
fn telling_workers_is_shown_by_days_that_have_come_and_come_before_use() {
    let told = |shown: &str, representatives: &str, workers: &str| {
        format!(
            "---\nkind: notice\nid: told\ntype: art_26_7\nsystems: [tool]\nplacement: Notice board\nfirst_shown: {shown}\n\
             workers_representatives_informed_on: {representatives}\nworkers_informed_on: {workers}\n"
        )
    };
    for (since, on_record, showing) in [
        (
            "2026-10-01",
            told("2026-09-01", "2026-09-01", "2026-09-02"),
            "shown",
        ),
        // A day to come is a plan.
        (
            "2026-10-01",
            told("2099-01-01", "2026-09-01", "2026-09-02"),
            "partly shown",
        ),
        (
            "2026-10-01",
            told("2026-09-01", "2099-09-01", "2026-09-02"),
            "partly shown",
        ),
        // Told after the system was taken into use.
        (
            "2026-09-01",
            told("2026-09-01", "2026-09-01", "2026-09-02"),
            "partly shown",
        ),
    ] {
        let page = notice(
            "deployer",
            &format!("{RANKS}in_service_since: {since}\n"),
            &on_record,
        )
        .unwrap();
        let row = format!("| Art. 26(7) | prepares for 2 December 2027 | {showing} |");
        assert!(page.contains(&row), "{row} {on_record}\n{page}");
    }
}

#[test]
fn a_class_that_is_open_upwards_is_not_given_as_settled() {
    let open = "uses: [task-allocation-by-behaviour]\n";
    let page = notice("deployer", open, "").unwrap();
    assert!(
        page.contains("| Class under the Act | high-risk; whether it is a prohibited practice is open |"),
        "{page}"
    );
    let made = pages(&format!("{ORG}{}", system("deployer", open)));
    let (_, statement) = made.iter().find(|(it, _)| it.path == "transparency").unwrap();
    assert!(
        !statement.contains("Whether these systems are high-risk is open"),
        "{statement}"
    );
}

#[test]
fn a_draft_without_a_record_says_which_record_is_wanted() {
    let page = notice("deployer", RANKS, "").unwrap();
    assert!(
        page.contains("until there is a record of kind `notice`"),
        "{page}"
    );
    let page = notice("deployer", RANKS, NOTICE).unwrap();
    assert!(page.contains("until the record `told` names"), "{page}");
}

#[test]
fn what_nobody_has_answered_is_open_and_never_no() {
    let open = "Whether the Act asks for more is open";
    let none = "does not help to decide about persons";
    // High-risk in education: whether workers are subject to it is a question of its own.
    let schools = "unlisted_facts: absent\nuses: [exam-proctoring]\n";
    let answered =
        "tripwires: {evaluates_or_allocates_workers: false, affects_individual_decisions: false}\n";
    for (fields, duty_is_open, rights) in [
        (String::new(), true, open),
        (schools.to_owned(), true, "| Art. 86 |"),
        (format!("{schools}{answered}"), false, none),
        (HARMLESS.to_owned(), false, none),
    ] {
        let page = notice("deployer", &fields, NOTICE).unwrap();
        let is_open = page.contains("Whether the Act asks for it is open");
        assert_eq!(is_open, duty_is_open, "{fields}\n{page}");
        assert!(page.contains(rights), "{rights}: {fields}\n{page}");
        assert_eq!(page.contains(none), rights == none, "{fields}");
    }
}
