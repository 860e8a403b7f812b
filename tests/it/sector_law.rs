//! What documents say of a system that is high-risk through Section B of Annex I, to which Chapter III does not apply
//! directly, and of prohibitions that begin on a later day.

use crate::markdown::pages;

const ORG: &str = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n---\n";

/// A safe stop that machinery law covers, or may; `{}` stands for what else is said.
fn machine(says: &str) -> String {
    format!(
        "kind: ai_system\nid: safe-stop\nname: Safe stop\nour_roles: [provider]\nuses: [machinery]\n{says}\
         facts:\n  annex_i: {{function: safety_function, third_party_ca: true, ca_reason: health_safety}}\n"
    )
}

#[track_caller]
fn page(yaml: &str, path: &str) -> String {
    let found = pages(&format!("{ORG}{yaml}"))
        .into_iter()
        .find(|(document, _)| document.path == path);
    found.unwrap().1
}

#[test]
fn every_document_that_tells_the_class_says_that_chapter_iii_does_not_apply() {
    let yaml = machine("unlisted_facts: absent\n");
    for path in [
        "index",
        "inventory",
        "classification",
        "systems/safe-stop",
        "human-oversight",
    ] {
        let page = page(&yaml, path);
        assert!(
            page.contains("no duty of Chapter III applies directly (Article 2(2))"),
            "{path}:\n{page}"
        );
        assert!(!page.contains("not yet; the records prepare"), "{path}:\n{page}");
    }
    for path in ["classification", "systems/safe-stop", "human-oversight"] {
        let page = page(&yaml, path);
        assert!(
            page.contains("the law on machinery (2023/1230)"),
            "{path}:\n{page}"
        );
        assert!(
            page.contains("delegated acts, which are to apply by 2 August 2028"),
            "{path}:\n{page}"
        );
    }
}

#[test]
fn no_duty_of_oversight_is_possible_where_only_section_b_is() {
    let page = page(&machine(""), "human-oversight");
    assert!(
        !page.contains("a legal duty to oversee the system is possible"),
        "{page}"
    );
    let unknown = "kind: ai_system\nid: a\nname: A\nour_roles: [provider]\n";
    let page = self::page(unknown, "human-oversight");
    assert!(
        page.contains("a legal duty to oversee the system is possible"),
        "{page}"
    );
}

#[test]
fn a_prohibition_that_begins_later_is_told_with_its_day() {
    let yaml = "kind: ai_system\nid: a\nname: A\nour_roles: [provider]\n";
    let record = page(yaml, "classification");
    assert!(
        record.contains("by a point that applies from 2 December 2026"),
        "{record}"
    );
    let index = page(yaml, "index");
    let told = "From 2 December 2026 on, more practices are prohibited for everybody";
    assert_eq!(index.matches(told).count(), 1, "{index}");
}
