//! The crosswalk page: every document has its place on it, every number exists, and the four words follow from records,
//! gaps and duties.

#![expect(clippy::unwrap_used, reason = "a helper that cannot go on fails its test")]

use crate::markdown::{example, pages};
use crate::statements::{RICH, SMALL, shows};
use actfile::documents::document::Document;
use actfile::law::controls::Framework;
use actfile::law::crosswalk::SUPPORTS;
use std::collections::BTreeSet;

const EMPTY: &str = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n";

fn crosswalk(pages: &[(Document, String)]) -> &str {
    let found = pages.iter().find(|(document, _)| document.path == "crosswalk");
    &found.unwrap().1
}

fn of(yaml: &str) -> String {
    crosswalk(&pages(yaml)).to_owned()
}

/// Returns the part of a page under a heading, up to the next heading of the same depth.
fn section<'p>(page: &'p str, anchor: &str) -> &'p str {
    let after = page.split(&format!("{{#{anchor}}}")).nth(1).unwrap();
    after
        .split("\n## ")
        .next()
        .unwrap()
        .split("\n### ")
        .next()
        .unwrap()
}

#[test]
fn every_document_of_a_build_is_mapped_or_listed_with_the_reason() {
    let worked = example();
    for pages in [worked, pages(EMPTY), pages(SMALL), pages(RICH)] {
        let page = crosswalk(&pages);
        let unmapped = section(page, "unmapped");
        for (document, _) in &pages {
            let path = document.path.as_str();
            let is_told = match path.split_once('/') {
                Some(("systems", _)) => page.contains("The sheet of each system shows it too"),
                Some(("worker-notices", _)) => page.contains("Each notice to workers shows it too"),
                _ => page.contains(&format!("[{path}]({path}.md)")),
            };
            assert!(is_told, "{path} is not on the page");
            let in_table = format!("| [{path}]({path}.md) | ");
            let is_mapped = page
                .replace(unmapped, "")
                .contains(&format!("[{path}]({path}.md)"));
            assert!(
                is_mapped != unmapped.contains(&in_table) || path.contains('/'),
                "{path} is both or neither"
            );
        }
    }
}

#[test]
fn no_link_leads_to_a_document_that_is_not_built() {
    for pages in [example(), pages(EMPTY), pages(SMALL), pages(RICH)] {
        let paths: BTreeSet<&str> = pages.iter().map(|(document, _)| document.path.as_str()).collect();
        for rest in crosswalk(&pages).split("](").skip(1) {
            let (target, _) = rest.split_once(')').unwrap();
            let path = target.strip_suffix(".md").unwrap_or(target);
            assert!(paths.contains(path), "{target}");
        }
    }
    assert!(!of(SMALL).contains("(rollout.md)"));
}

#[test]
fn every_number_in_the_tables_of_a_framework_exists_in_it() {
    let page = of(SMALL);
    for framework in Framework::ALL {
        if *framework == Framework::AiAct {
            continue;
        }
        let section = section(&page, framework.key());
        let rows = section.lines().filter(|line| line.starts_with("| "));
        let ids: Vec<&str> = rows
            .skip(1)
            .filter_map(|line| line.trim_start_matches("| ").split(" | ").next())
            .collect();
        assert!(!ids.is_empty(), "{framework:?}");
        for id in &ids {
            assert!(framework.has(id), "{framework:?} has no {id}");
        }
        let mapped: BTreeSet<&str> = SUPPORTS
            .iter()
            .flat_map(|support| support.of(*framework))
            .copied()
            .collect();
        assert_eq!(
            ids.iter().copied().collect::<BTreeSet<_>>(),
            mapped,
            "{framework:?}"
        );
    }
}

#[test]
fn what_is_mapped_and_what_is_not_make_up_the_whole_framework() {
    let page = of(SMALL);
    for (framework, n_controls) in [
        (Framework::Iso42001, 38),
        (Framework::Iso27001, 93),
        (Framework::Soc2, 33),
        (Framework::NistAiRmf, 72),
    ] {
        let section = section(&page, framework.key());
        let others = section.split("mapped to: ").nth(1).unwrap();
        let others = others.split(". That is no gap").next().unwrap();
        let others: BTreeSet<&str> = others.split(", ").collect();
        let mapped: BTreeSet<&str> = SUPPORTS
            .iter()
            .flat_map(|support| support.of(framework))
            .copied()
            .filter(|id| framework.controls().iter().any(|known| known == id))
            .collect();
        assert!(others.is_disjoint(&mapped), "{framework:?}");
        assert_eq!(others.len() + mapped.len(), n_controls, "{framework:?}");
    }
}

#[test]
fn provisions_stand_in_the_order_of_the_act_each_with_what_it_is_about() {
    let page = of(SMALL);
    let act = section(&page, "ai-act");
    let places = [
        "| Art. 4(1) | AI literacy | ",
        "| Art. 5 | Practices that are prohibited | ",
        "| Art. 14 | ",
        "| Art. 26 | What deployers of high-risk systems do | ",
        "| Art. 26(6) | Keeping logs | ",
        "| Art. 26(11) | ",
        "| Art. 50 | Transparency towards people | ",
        "| Annex IV | ",
        "| Annex XII | ",
    ];
    let found: Vec<usize> = places.iter().map(|place| act.find(place).unwrap()).collect();
    assert!(found.is_sorted(), "{found:?}");
}

#[test]
fn the_standing_follows_from_records_gaps_and_duties() {
    let used = "our_roles: [deployer]\nunlisted_facts: absent\n";
    let hiring = "facts: {annex_iii: {points: [4(a)], profiling: true}}\n";
    let policy = "---\nkind: managed_policy\nid: p\nsystems: [assistant]\n";
    let incident = "---\nkind: incident\nid: i\nsystem: assistant\n";
    for (yaml, subject, expected) in [
        (EMPTY.to_owned(), "inventory", "on record"),
        (EMPTY.to_owned(), "literacy", "not asked"),
        (EMPTY.to_owned(), "rollout", "not asked"),
        (EMPTY.to_owned(), "incidents", "not asked"),
        (format!("{SMALL}{used}"), "literacy", "missing"),
        (format!("{SMALL}{used}"), "incidents", "not asked"),
        (format!("{SMALL}{used}{hiring}"), "incidents", "nothing on record"),
        (format!("{SMALL}{used}{hiring}"), "oversight", "missing"),
        (format!("{SMALL}{used}{hiring}"), "policies", "nothing on record"),
        (format!("{SMALL}{used}{policy}"), "policies", "on record"),
        (format!("{SMALL}{used}{incident}"), "incidents", "on record"),
    ] {
        let page = of(&yaml);
        let section = section(&page, &format!("subject-{subject}"));
        shows(section, &[&format!("Standing: {expected}. ")]);
    }
}

#[test]
fn gaps_are_counted_under_the_provision_that_they_rest_on() {
    let used = "our_roles: [deployer]\nunlisted_facts: absent\n";
    let hiring = "facts: {annex_iii: {points: [4(a)], profiling: true}}\n";
    let page = of(&format!("{SMALL}{used}{hiring}"));
    let act = section(&page, "ai-act");
    // The register has REC-010 under both, and nothing under the keeping of documents of providers.
    for (provision, expected) in [
        ("Art. 19", "| missing; gaps: 1 |"),
        ("Art. 26(6)", "| missing; gaps: 1 |"),
        ("Art. 18", "| missing |"),
        ("Art. 72", "| missing |"),
    ] {
        let row = act
            .lines()
            .find(|line| line.starts_with(&format!("| {provision} | ")));
        assert!(row.unwrap().ends_with(expected), "{row:?}");
    }
}

#[test]
fn records_stand_with_number_and_id_and_leave_a_trail() {
    let pages = pages(RICH);
    let page = crosswalk(&pages);
    shows(
        page,
        &[
            "| Audit summary: 4 | audit-2026-09, audit-2026-10, hr-2026, stray |",
            "| Incident: 2 | refused-all, wrong-ranking |",
            "| A.6.2.8 | What it logs | [record-keeping](record-keeping.md) | audit summary: 4 | on record; gaps: ",
        ],
    );
    let found = pages.iter().find(|(document, _)| document.path == "crosswalk");
    let statements = &found.unwrap().0.statements;
    assert!(!statements.is_empty());
    for statement in statements {
        assert!(
            page.contains(&format!("{{#{}}}", statement.section)),
            "{statement:?}"
        );
        assert_eq!(statement.says, statement.record, "{statement:?}");
    }
}

#[test]
fn the_page_speaks_of_support_and_never_of_conformity_or_shares() {
    for pages in [example(), pages(EMPTY), pages(RICH)] {
        let page = crosswalk(&pages);
        let lower = page.to_lowercase();
        for word in [
            "compliant",
            "certified",
            "satisfies",
            "guaranteed",
            "fulfils",
            "%",
            "per cent",
        ] {
            assert!(!lower.contains(word), "{word}");
        }
        assert!(!page.contains("blank") && !page.contains("|  |"), "{page}");
        shows(
            page,
            &[
                "as last seen in August 2026, no standard for the Act is cited in the Official Journal",
                "(prEN 18286) failed its vote, as reported on 13 February 2026",
                "gives no presumption of conformity with the Act either",
                "This page is no legal advice",
            ],
        );
    }
}
