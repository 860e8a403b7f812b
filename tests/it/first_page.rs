//! What the first page of a build does not leave out: open questions, unknown roles, prohibited practices; and that a run
//! which fails for its gaps names them.

use crate::markdown::pages;

const ORGANISATION: &str = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\nas_of: 2026-11-26\n---\n";

fn index_of(system: &str) -> String {
    let pages = pages(&format!(
        "{ORGANISATION}kind: ai_system\nid: a\nname: Ranker\n{system}"
    ));
    let (_, page) = pages
        .into_iter()
        .find(|(document, _)| document.path == "index")
        .unwrap();
    page
}

#[track_caller]
fn check(system: &str, says: &[&str], says_not: &[&str]) {
    let page = index_of(system);
    for words in says {
        assert!(page.contains(words), "{words}\nis not in\n{page}");
    }
    for words in says_not {
        assert!(!page.contains(words), "{words}\nis in\n{page}");
    }
}

#[test]
fn a_system_without_role_or_answers_is_not_free_of_duties() {
    check(
        "",
        &[
            "| Ranker | Our role, on which every duty hangs | our_roles |",
            "The duty of marking synthetic content",
            "what is open stands below",
            "what is open stands above",
        ],
        &[
            "no duty of the Act applies on the as-of date.",
            "no further duty begins on a later day.",
        ],
    );
}

#[test]
fn a_system_with_all_answers_leaves_nothing_open() {
    check(
        "our_roles: [deployer]\nunlisted_facts: absent\n",
        &["no further duty begins on a later day."],
        &["**Not settled.**", "describe a practice"],
    );
}

#[test]
fn a_duty_of_others_is_not_told_as_open_for_us() {
    let generates = "facts: {art50: {generates: [text]}}\n";
    let marking = "The duty of marking synthetic content";
    check(&format!("our_roles: [provider]\n{generates}"), &[marking], &[]);
    check(&format!("our_roles: [deployer]\n{generates}"), &[], &[marking]);
    check(
        &format!("our_roles: [provider]\nlifecycle_status: retired\n{generates}"),
        &[],
        &[marking],
    );
}

#[test]
fn a_practice_that_the_facts_describe_stands_first_with_its_day() {
    let images = "facts: {art5: {ba: {realistic: true, identifiable_person: true, intimate_or_sexually_explicit: true, \
        explicit_consent: false, gate: deployer_purpose}}}\n";
    let faces = "facts: {art5: {e: {creates_or_expands_face_db: true, untargeted_scraping: true}}}\n";
    for (facts, day) in [(images, "from 2 December 2026"), (faces, "since 2 February 2025")] {
        check(
            &format!("our_roles: [deployer]\nunlisted_facts: absent\n{facts}"),
            &[
                "**Facts on record describe a practice that the Act prohibits.**",
                &format!("| {day} |"),
                "not shown: the facts on record speak against it",
            ],
            &[],
        );
    }
}
