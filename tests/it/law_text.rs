//! What `actfile law` prints, held byte for byte: both editions and what differs between them, as they stand in the
//! book. A change of the tables shows there as a change of text that a person reads.
//! `ACTFILE_RENEW=1 cargo test --test it law_text` writes the texts anew; the difference is then read and committed with
//! the change.

use actfile::law::all_rules;
use actfile::law::changes::POINTS;
use actfile::law::cite::Citation;
use actfile::law::duties::{self, Fined};
use actfile::law::edition::Edition;
use actfile::law::sources::VERIFIED_ON;
use actfile::report::law::difference::Difference;
use actfile::report::law::page;
use actfile::report::law::view::LawView;
use assert_cmd::Command;
use serde_json::Value;
use std::path::Path;

const RENEW: &str = "ACTFILE_RENEW";

#[expect(
    clippy::disallowed_methods,
    reason = "the test holds texts of the repository, not an inventory"
)]
#[track_caller]
fn is_golden(name: &str, printed: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("docs/src/reference/law")
        .join(name);
    if std::env::var_os(RENEW).is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, printed).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    let lines = golden.lines().zip(printed.lines()).enumerate();
    let differing = lines.filter(|(_, (golden, printed))| golden != printed);
    let first: Vec<_> = differing.take(3).collect();
    assert!(
        golden == printed,
        "{name}: renew with {RENEW}=1 and read\n{first:#?}"
    );
}

#[test]
fn each_edition_is_printed_as_it_was_read() {
    for edition in Edition::ALL {
        is_golden(
            &format!("{edition}.md"),
            &page(&LawView::of(*edition), VERIFIED_ON),
        );
    }
}

#[test]
fn the_difference_is_printed_as_it_was_read() {
    let difference = Difference::between(Edition::Oj2024, Edition::Omnibus2026);
    is_golden("diff.md", &difference.page());
}

#[test]
fn an_edition_prints_its_own_rules_and_duties_and_no_others() {
    for edition in Edition::ALL {
        let page = page(&LawView::of(*edition), VERIFIED_ON);
        let names = all_rules()
            .map(|rule| (rule.id, rule.is_law_in(*edition)))
            .chain(duties::ALL.iter().map(|duty| (duty.id, duty.is_law_in(*edition))));
        for (name, is_law) in names {
            assert_eq!(page.contains(&format!("`{name}`")), is_law, "{name} in {edition}");
        }
        for rule in all_rules().filter(|rule| rule.is_law_in(*edition)) {
            assert!(
                page.contains(rule.paraphrase) && page.contains(rule.limits),
                "{}",
                rule.id
            );
            let exceptions: Vec<&str> = rule.exceptions(*edition).map(|it| it.id).collect();
            assert!(exceptions.iter().all(|id| page.contains(id)), "{}", rule.id);
        }
    }
}

#[test]
fn the_difference_tells_what_the_amending_act_did() {
    let page = Difference::between(Edition::Oj2024, Edition::Omnibus2026).page();
    for told in [
        "Was: 2 August 2026. Is: 2 December 2027.",
        "Was: 2 August 2027. Is: 2 August 2028.",
        "Was: Annex I A point 1. Is: Annex I B point 21.",
        "- New: **Art. 5(1)(ba)**",
        "- New: **Art. 5(1)(bb)**",
        "- New: **Art. 4a**",
        "- Gone: **Art. 10(5)**",
        "- Gone: **Annex VIII Section B point 7**",
        "- Gone: **Annex VIII Section B point 9**",
        "- New: **Art. 111(4), OMN rec. 38**",
        "small mid-cap enterprise.",
    ] {
        assert!(page.contains(told), "{told}\n{page}");
    }
    for kept in [
        "(`annex-iii-4-a`)",
        "(`art-50-1`)",
        "(`gpai-systemic`)",
        "(`art-26-6-logs`)",
    ] {
        assert!(!page.contains(kept), "{kept} did not change");
    }
    assert!(POINTS.iter().all(|point| page.contains(point.says)));
}

#[test]
fn an_edition_does_not_differ_from_itself_and_a_step_back_reverses_what_is_new() {
    for edition in Edition::ALL {
        let page = Difference::between(*edition, *edition).page();
        assert!(page.contains("The tables say the same for both."), "{page}");
    }
    let back = Difference::between(Edition::Omnibus2026, Edition::Oj2024).page();
    assert!(back.contains("- Gone: **Art. 4a**") && back.contains("- New: **Art. 10(5)**"));
    assert!(!back.contains("point by point"));
}

fn run(line: &str) -> (Option<i32>, String) {
    let mut command = Command::cargo_bin("actfile").unwrap();
    let ended = command.args(line.split_whitespace()).output().unwrap();
    (ended.status.code(), String::from_utf8(ended.stdout).unwrap())
}

#[test]
fn the_command_chooses_the_edition() {
    for (line, edition) in [
        ("law --edition oj-2024", "oj-2024"),
        ("law --law oj-2024", "oj-2024"),
        ("law --as-of 2026-07-26", "oj-2024"),
        ("law --as-of 2026-07-27", "omnibus-2026"),
        ("law --as-of 2026-07-27 --law oj-2024", "oj-2024"),
    ] {
        let (code, said) = run(&format!("{line} --format json"));
        let law: Value = serde_json::from_str(&said).unwrap();
        assert_eq!((code, &law["law"]), (Some(0), &Value::from(edition)), "{line}");
        assert_eq!(law["rules_sha256"].as_str().map(str::len), Some(64));
    }
    for line in [
        "law --edition oj-2024 --law omnibus-2026",
        "law --edition oj-2025",
        "law --diff oj-2024",
    ] {
        let (code, said) = run(line);
        assert_eq!((code, said.as_str()), (Some(2), ""), "{line}");
    }
}

#[test]
fn the_difference_is_data_too() {
    let (code, said) = run("law --diff oj-2024 omnibus-2026 --format json");
    let difference: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(code, Some(0));
    assert_eq!(difference["old"], "oj-2024");
    let points = difference["amending_act"].as_array().unwrap();
    assert_eq!(points.len(), 46, "43 points of Article 1, and Articles 2 to 4");
    assert!(!difference["not_changed"].as_array().unwrap().is_empty());
    let kinds = difference["differences"].as_array().unwrap().iter();
    let kinds: Vec<&str> = kinds.filter_map(|it| it["is"].as_str()).collect();
    for kind in ["new", "gone", "changed"] {
        assert!(kinds.contains(&kind), "{kind}");
    }
}

#[test]
fn the_hand_over_has_a_ceiling_of_the_union_in_the_amended_text_alone() {
    let fined = |edition| {
        let mut owed = duties::of(edition).filter(|duty| duty.id.starts_with("art-25-2-hand-over"));
        let duty = owed.next().unwrap();
        assert!(owed.next().is_none(), "{edition} has the duty twice");
        duty.fined
    };
    assert_eq!(fined(Edition::Oj2024), Fined::Nationally);
    assert_eq!(
        fined(Edition::Omnibus2026),
        Fined::Under(Citation::art("99", "(4)"))
    );
    let page = Difference::between(Edition::Oj2024, Edition::Omnibus2026).page();
    assert!(
        page.contains("- Changed: **Art. 25(2)** (`art-25-2-hand-over`).\n  - Says. Was: "),
        "{page}"
    );
    assert!(page.contains("  - Fined by. Was: national rules. Is: Art. 99(4)."));
}

fn edition_page(edition: Edition) -> String {
    page(&LawView::of(edition), VERIFIED_ON)
}

#[test]
fn a_doubt_is_told_as_a_doubt_and_not_as_a_change_of_the_law() {
    let page = Difference::between(Edition::Oj2024, Edition::Omnibus2026).page();
    for told in ["Rests on. Was:", "Doubt. Was:", "this is not settled"] {
        assert!(!page.contains(told), "{told}");
    }
    assert!(page.contains("rests on no settled reading, where it rested on law."));
    let amended = edition_page(Edition::Omnibus2026);
    assert!(
        amended.contains("\nDoubt about 2 December 2027: Article 49(2) "),
        "{amended}"
    );
    let published = edition_page(Edition::Oj2024);
    assert!(
        !published.contains("Doubt about "),
        "the text as published defers no section"
    );
}

#[test]
fn a_page_of_the_law_ends_no_part_with_a_bare_citation_and_keeps_the_limits() {
    for edition in Edition::ALL {
        let page = page(&LawView::of(*edition), VERIFIED_ON);
        assert!(!page.lines().any(|line| line == "Art. 99(1)"), "{edition}");
        assert!(
            page.contains("national rules under Article 99(1) decide"),
            "{edition}"
        );
        assert!(
            page.contains("no system with which the public can report crimes"),
            "{edition}"
        );
        assert!(
            page.contains("For: every size"),
            "Article 17(2) relieves every size in {edition}"
        );
    }
    let page = Difference::between(Edition::Oj2024, Edition::Omnibus2026).page();
    let (_, kept) = page.split_once("Often said to be changed, and not").unwrap();
    assert!(!kept.contains("49(4)(b)"), "nobody says that it was changed");
}
