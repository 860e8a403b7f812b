//! What the first page of a build does not leave out: open questions, unknown roles, prohibited practices; and what the
//! classification record says of relief whose time is over, and of questions about duties.

use crate::markdown::{pages, pages_on};
use actfile::calendar::Date;

const ORGANISATION: &str = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n---\n";

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

fn classification_on(day: Date, system: &str) -> String {
    let yaml = format!("{ORGANISATION}kind: ai_system\nid: a\nname: A\n{system}");
    let mut pages = pages_on(&yaml, day).into_iter();
    pages
        .find(|(document, _)| document.path == "classification")
        .unwrap()
        .1
}

#[test]
fn relief_for_a_time_is_told_as_relief_until_the_time_is_over() {
    let legacy = "our_roles: [provider]\nunlisted_facts: absent\nfacts: {art50: {generates: [text], \
        placed_before_2026_08_02: true}}\n";
    for (day, words) in [
        (Date::on(2026, 12, 1), "**Art. 50(2): holds, with relief.**"),
        (
            Date::on(2026, 12, 2),
            "**Art. 50(2): holds; the transitional period is over.**",
        ),
    ] {
        let page = classification_on(day, legacy);
        assert!(page.contains(words), "{day}: {words}\n{page}");
    }
}

#[test]
fn a_question_about_a_duty_says_whether_a_yes_brings_it_or_takes_it_away() {
    let page = classification_on(
        Date::on(2026, 11, 26),
        "our_roles: [provider]\ntripwires: {interacts_with_public: true}\n",
    );
    for words in [
        "an exception to the duty of telling people that they interact with AI holds",
        "the duty of marking synthetic content comes up, unless an exception ends it | the duty of marking synthetic content \
         does not come up",
    ] {
        assert!(page.contains(words), "{words}\n{page}");
    }
}

#[test]
fn ceilings_are_not_denied_while_roles_are_open() {
    let none = "the organisation owes no duty for which the Act sets a ceiling";
    check("", &["what is open stands above."], &[none]);
}

#[test]
fn a_question_about_a_practice_says_what_it_can_lead_to_and_from_when() {
    let page = classification_on(Date::on(2026, 11, 26), "our_roles: [deployer]\n");
    for words in [
        "manipulative or deceptive techniques? | with further answers it can be prohibited practice (Article 5) | this answer \
         alone leaves the class as it is |",
        "| with further answers it can be prohibited practice (Article 5), by a point that applies from 2 December 2026 |",
    ] {
        assert!(page.contains(words), "{words}\n{page}");
    }
}
