//! Caps and forecasts beside the costs on record: what is above a cap, what cannot be compared and why, and how the
//! record of use and costs tells it. The arithmetic itself is checked beside it.

#![expect(
    clippy::too_many_lines,
    reason = "the tables of cases are lists, one row each"
)]

use crate::obligations::{AS_OF, Row, assessed_on, row};
use crate::statements::{RICH, SMALL, shows, statement};
use proptest::prelude::*;

const SYSTEM: &str = "kind: ai_system\nid: a\nname: A\nunlisted_facts: absent\nour_roles: [deployer]\n";

fn budget(more: &str) -> String {
    format!("budget: {{{more}}}\n")
}

fn month(id: &str, month: u8, more: &str) -> String {
    let last = if month == 9 { 30 } else { 31 };
    format!(
        "---\nkind: audit_summary\nid: {id}\nsystems: [a]\nperiod: {{start: 2026-{month:02}-01, end: 2026-{month:02}-{last}}}\n\
         log_categories: [{{category: costs, held_by: us, retention_min: P1Y}}]\n{more}"
    )
}

fn october(more: &str) -> String {
    month("s", 10, more)
}

fn costs(amount: &str, currency: &str) -> String {
    format!("costs: {{amount: \"{amount}\", currency: {currency}}}\n")
}

/// The gaps `COST-...`: code, level, a project that raises it and one that does not.
#[rustfmt::skip]
pub(crate) fn rows() -> Vec<Row> {
    let cap = budget("currency: EUR, cap_per_month: \"100\"");
    let spent = |amount: &str| october(&costs(amount, "EUR"));
    vec![
        row("COST-001", "should", &[SYSTEM, &cap], &spent("100.01"), &spent("100")),
        row("COST-002", "should", &[SYSTEM, &cap], &october(""), &spent("1")),
        row("COST-002", "should", &[SYSTEM, &cap], "", &spent("1")),
        row("COST-003", "info", &[SYSTEM], &spent("1"), &format!("budget: {{not_applicable: {{reason: a flat fee}}}}\n{}", spent("1"))),
        row("COST-004", "info", &[SYSTEM, &cap], &october(&costs("1", "USD")), &spent("1")),
    ]
}

/// Returns `code level` of each gap about costs.
#[track_caller]
fn told(yaml: &str) -> Vec<String> {
    let assessment = assessed_on(yaml, AS_OF);
    let gaps = assessment
        .gaps
        .iter()
        .filter(|gap| gap.kind.code.starts_with("COST-"));
    gaps.map(|gap| format!("{} {}", gap.kind.code, gap.level))
        .collect()
}

#[test]
fn costs_are_held_against_a_cap_of_the_same_month_and_currency() {
    let users = "volumes: {users_count: 3}\n";
    let above: &[&str] = &["COST-001 should"];
    let unclear: &[&str] = &["COST-004 info"];
    for (caps, audits, expected) in [
        (
            "currency: EUR, cap_per_month: 100",
            october(&costs("100", "EUR")),
            &[][..],
        ),
        (
            "currency: EUR, cap_per_month: 100",
            october(&costs("100.000001", "EUR")),
            above,
        ),
        (
            "currency: EUR, cap_per_user: 30",
            october(&format!("{users}{}", costs("90", "EUR"))),
            &[],
        ),
        (
            "currency: EUR, cap_per_user: 30",
            october(&format!("{users}{}", costs("90.01", "EUR"))),
            above,
        ),
        // Another summary of the same days may count the users.
        (
            "currency: EUR, cap_per_user: 30",
            october(&costs("91", "EUR")) + &month("t", 10, users),
            above,
        ),
        (
            "currency: EUR, cap_per_user: 30",
            october(&costs("91", "EUR")) + &month("t", 9, users),
            unclear,
        ),
        (
            "currency: EUR, cap_per_user: 30",
            october(&costs("1", "EUR")),
            unclear,
        ),
        (
            "currency: USD, cap_per_month: 100",
            october(&costs("200", "EUR")),
            unclear,
        ),
        ("cap_per_month: 100", october(&costs("200", "EUR")), unclear),
        (
            "currency: EUR, cap_per_month: 100",
            october("costs: {amount: 200}\n"),
            unclear,
        ),
        (
            "currency: EUR, cap_per_month: 100",
            october(&costs("200", "EUR")).replace("10-31", "10-30"),
            unclear,
        ),
        (
            "currency: EUR, cap_per_month: 100, applies_from: 2026-11-01",
            october(&costs("200", "EUR")),
            &[],
        ),
        (
            "currency: EUR, cap_per_month: 100, applies_from: 2026-10-01",
            october(&costs("200", "EUR")),
            above,
        ),
        // What is past is not asked to be better.
        (
            "currency: EUR, cap_per_month: 100",
            month("r", 9, &costs("200", "EUR")) + &october(&costs("1", "EUR")),
            &["COST-001 info"],
        ),
        ("set_by: CTO", october(&costs("200", "EUR")), &[]),
        ("forecast: {developers: 1}", october(""), &[]),
    ] {
        let yaml = format!("{SYSTEM}{}{audits}", budget(caps));
        assert_eq!(told(&yaml), expected, "{yaml}");
    }
}

#[test]
fn costs_of_several_systems_are_held_against_all_their_caps_or_none() {
    let two = |second: &str, amount: &str| {
        format!(
            "{SYSTEM}{}---\nkind: ai_system\nid: b\nname: B\nlifecycle_status: in_service\n{second}{}",
            budget("currency: EUR, cap_per_month: 100"),
            october(&costs(amount, "EUR")).replace("[a]", "[a, b]")
        )
    };
    for (second, amount, expected) in [
        ("budget: {currency: EUR, cap_per_month: 50}\n", "150", &[][..]),
        (
            "budget: {currency: EUR, cap_per_month: 50}\n",
            "150.01",
            &["COST-001 should"],
        ),
        (
            "budget: {currency: USD, cap_per_month: 50}\n",
            "1",
            &["COST-004 info"],
        ),
        ("", "1", &["COST-004 info"]),
        // A system that is gone by now shared the costs of the month.
        ("lifecycle_status: retired\n", "1", &["COST-004 info"]),
    ] {
        let yaml = two(second, amount);
        let yaml = if second.contains("retired") {
            yaml.replace("lifecycle_status: in_service\n", "")
        } else {
            yaml
        };
        assert_eq!(told(&yaml), expected, "{yaml}");
    }
}

#[test]
fn the_cap_of_the_organisation_is_held_against_all_systems_of_a_month() {
    let of = |cap: &str, second: &str| {
        let organisation =
            format!("kind: organisation\nid: o\nbudget: {{currency: EUR, cap_per_month: 100{cap}}}\n---\n");
        let flat = "budget: {not_applicable: {reason: a cap for all}}\n";
        format!(
            "{organisation}{SYSTEM}{flat}{}{second}",
            october(&costs("60", "EUR"))
        )
    };
    let other = |id: &str, number: u8, amount: &str, currency: &str| {
        month(id, number, &costs(amount, currency)).replace("systems: [a]\n", "")
    };
    for (cap, second, expected) in [
        ("", String::new(), &[][..]),
        ("", other("t", 10, "40", "EUR"), &[]),
        ("", other("t", 10, "40.01", "EUR"), &["COST-001 should"]),
        ("", other("t", 10, "500", "USD"), &[]),
        ("", other("t", 9, "101", "EUR"), &["COST-001 info"]),
        ("", other("t", 10, "500", "EUR").replace("10-31", "10-30"), &[]),
        (", applies_from: 2026-11-01", other("t", 10, "500", "EUR"), &[]),
    ] {
        let yaml = of(cap, &second);
        assert_eq!(told(&yaml), expected, "{yaml}");
    }
}

#[test]
fn a_gap_tells_both_amounts_and_that_one_is_an_estimate() {
    let yaml = format!(
        "{SYSTEM}{}{}",
        budget("currency: EUR, cap_per_month: \"100.5\""),
        october("costs: {amount: \"120.25\", currency: EUR, estimated: true}\n")
    );
    let assessment = assessed_on(&yaml, AS_OF);
    let says: Vec<&str> = assessment
        .gaps
        .iter()
        .filter(|gap| gap.kind.code == "COST-001")
        .map(|gap| gap.says.as_str())
        .collect();
    assert_eq!(
        says,
        [
            "Use cost more than a cap that the organisation set for itself: 120.25 EUR were spent, as the tool estimates, and the cap for \
          each month comes to 100.50 EUR."
        ]
    );
}

#[test]
fn the_record_shows_use_costs_caps_and_forecast_beside_each_other() {
    let (_, page) = statement("use-and-costs", RICH);
    shows(
        &page,
        &[
            "| 1 September 2026 to 30 September 2026 | 2\u{202f}000 | 30 | 100 | 50 | not on record | not on record |",
            "| 1 September 2026 to 30 September 2026 | 812.50 EUR | yes | not on record |",
            "| 3 October 2026 to 31 October 2026 | 700.00 EUR | missing: costs.estimated | telemetry |",
            "| 1 September 2026 to 30 September 2026 | 812.50 | 813 |",
            "| large | 700 | 100 | not on record | not on record | not on record | 812.50 EUR |",
            "| tiny | 3 | not on record | not on record | not on record | not on record | not on record |",
            "| All systems together | not on record | 1\u{202f}000.00 EUR | not on record | not on record |",
            "| All systems together | 1 September 2026 to 30 September 2026 | cap for each month | 1\u{202f}000.00 EUR | 812.50 EUR (an estimate of the tool, no invoice) | not above the cap, as far as costs are on record; what these cost is not known: Support chatbot, CV screening |",
            "| Coding agent | 30.00 EUR | 800.00 EUR | Head of Engineering | not on record |",
            "| cap for each month | 800.00 EUR | 812.50 EUR (an estimate of the tool, no invoice) | above the cap |",
            "| cap for each user and month, times the active users | 900.00 EUR | 812.50 EUR (an estimate of the tool, no invoice) | not above the cap |",
            "| cap for each month | not on record | 700.00 EUR | not comparable: the costs are not those of one calendar month |",
            "| Coding agent | 10 | 8 | 20, as the formula has it | 0.50 EUR | 800.00 EUR |",
            "| 1 September 2026 to 30 September 2026 | 800.00 EUR | 812.50 EUR (an estimate of the tool, no invoice) | 1.6% more than forecast |",
            "| COST-001 | info |",
            "No duty of the AI Act stands behind this record.",
        ],
    );
}

#[test]
fn a_system_without_costs_is_not_taken_for_one_that_cost_nothing() {
    let unknown = "not above the cap, as far as costs are on record; what these cost is not known: Other |";
    for (other, follows) in [
        ("", unknown),
        ("lifecycle_status: in_service\n", unknown),
        ("lifecycle_status: retired\n", unknown),
        ("in_service_since: 2026-10-31\n", unknown),
        ("in_service_since: 2026-11-01\n", "100 EUR | not above the cap |"),
        ("lifecycle_status: planned\n", "100 EUR | not above the cap |"),
        ("lifecycle_status: forbidden\n", "100 EUR | not above the cap |"),
    ] {
        let yaml = format!(
            "kind: organisation\nid: acme\nlegal_name: Acme\nbudget: {{currency: EUR, cap_per_month: \"200\"}}\n---\n\
             {SYSTEM}---\nkind: ai_system\nid: other\nname: Other\nour_roles: [deployer]\n{other}{}",
            october(&costs("100", "EUR"))
        );
        let (_, page) = statement("use-and-costs", &yaml);
        let row = page
            .lines()
            .find(|line| line.starts_with("| All systems together | 1 October"));
        let row = row.unwrap().replace("100.00 EUR | not", "100 EUR | not");
        assert!(row.ends_with(follows), "{other}{row}");
    }
}

#[test]
fn currencies_stand_apart_and_have_no_common_picture() {
    let one = format!(
        "{SMALL}{}",
        month("r", 9, &costs("10", "EUR")).replace("[a]", "[assistant]")
    );
    for (currency, n_pictures) in [("EUR", 1), ("USD", 0)] {
        let yaml = format!(
            "{one}{}",
            october(&costs("12", currency)).replace("[a]", "[assistant]")
        );
        let (document, page) = statement("use-and-costs", &yaml);
        assert_eq!(document.charts.len(), n_pictures, "{currency}");
        shows(&page, &["| 10.00 EUR |", &format!("| 12.00 {currency} |")]);
        assert!(!page.contains("22.00"), "{page}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_cap_is_exceeded_exactly_when_more_was_spent(cap in 0_u64..100_000, spent in 0_u64..100_000) {
        let cents = |n: u64| format!("{}.{:02}", n / 100, n % 100);
        let yaml = format!(
            "{SYSTEM}{}{}",
            budget(&format!("currency: EUR, cap_per_month: \"{}\"", cents(cap))),
            october(&costs(&cents(spent), "EUR"))
        );
        let is_told = told(&yaml).contains(&"COST-001 should".to_owned());
        prop_assert_eq!(is_told, spent > cap);
    }
}
