//! Claims against what vendors say of the plan in use: supported, not supported, by agreement, too old, of a product or
//! plan that nobody knows, and without a plan. The facts themselves are checked beside their table.

use crate::obligations::{AS_OF, Row, assessed_on, row};
use crate::statements::{shows, statement};
use actfile::calendar::Date;
use actfile::obligations::level::Level;
use actfile::vendor_facts::plans::{Plan, Product, Route};
use proptest::prelude::*;

const SYSTEM: &str =
    "kind: ai_system\nid: a\nname: A\nunlisted_facts: absent\nour_roles: [deployer]\nvendor: v\n";
const SERVED: &str =
    "---\nkind: managed_policy\nid: p\nsystems: [a]\nsource: {enforcement: server_managed}\n";
const FILED: &str = "---\nkind: managed_policy\nid: p\nsystems: [a]\nsource: {enforcement: file}\n";
const COMPLIANCE: &str =
    "---\nkind: audit_summary\nid: s\nsystems: [a]\nsources: [{id: c, type: compliance_api}]\n";
const FIGURES: &str = "---\nkind: audit_summary\nid: s\nsystems: [a]\nsources: [{id: c, type: vendor_api}]\n";
const HELD: &str = "---\nkind: audit_summary\nid: s\nsystems: [a]\nlog_categories: [{category: prompts_and_outputs, held_by: vendor}]\n";
/// Another day on which every fact of the vendor's pages is too old.
const LATE: Date = Date::on(2027, 7, 2);
const EARLY: Date = Date::on(2026, 1, 1);

fn plan(said: &str) -> String {
    match said {
        "" => String::new(),
        said => format!("plan: {{{said}}}\n"),
    }
}

fn vendor(more: &str) -> String {
    format!("---\nkind: vendor\nid: v\nlegal_name: V\n{more}")
}

fn kept(more: &str) -> String {
    vendor(&format!("log_retention: {{{more}}}\n"))
}

/// The gaps `VEN-010` to `VEN-013`: code, level, a project that raises it and one that does not.
#[rustfmt::skip]
pub(crate) fn rows() -> Vec<Row> {
    let of = |said: &str| format!("{SYSTEM}{}", plan(said));
    let (pro, team) = (of("product: claude-code, name: pro"), of("product: claude-code, name: team"));
    let enterprise = of("product: claude-code, name: enterprise, via: subscription");
    let agreed = of("product: claude-code, name: enterprise, via: subscription, evidence: e");
    let paper = "---\nkind: evidence\nid: e\ntitle: E\n";
    vec![
        row("VEN-010", "should", &[], &format!("{pro}{}{SERVED}", vendor("")), &format!("{team}{}{SERVED}", vendor(""))),
        row("VEN-011", "should", &[&team], &kept("standard: P90D"), &kept("standard: P30D")),
        row("VEN-012", "info", &[&team, HELD], &vendor(""), &kept("standard: P30D")),
        row("VEN-013", "info", &[], &format!("{enterprise}{}", kept("zero_retention: true")), &format!("{agreed}{paper}{}", kept("zero_retention: true"))),
    ]
}

/// Returns `code level` of each gap about plans.
#[track_caller]
fn told_on(yaml: &str, day: Date) -> Vec<String> {
    let assessment = assessed_on(yaml, day);
    let gaps = assessment
        .gaps
        .iter()
        .filter(|gap| gap.kind.code.starts_with("VEN-01"));
    gaps.map(|gap| format!("{} {}", gap.kind.code, gap.level))
        .collect()
}

#[track_caller]
fn check(said: &str, rest: &str, day: Date, expected: Option<&str>) {
    let own = if rest.contains("kind: vendor") {
        String::new()
    } else {
        vendor("")
    };
    let yaml = format!("{SYSTEM}{}{own}{rest}", plan(said));
    let expected: Vec<&str> = expected.into_iter().collect();
    assert_eq!(told_on(&yaml, day), expected, "{said} on {day}\n{rest}");
}

const NOT: Option<&str> = Some("VEN-010 should");
const AGREED: Option<&str> = Some("VEN-013 info");
const OLD: Option<&str> = Some("VEN-014 info");

#[test]
fn settings_from_the_server_need_a_plan_and_a_way_that_has_them() {
    for (said, expected) in [
        ("product: claude-code, name: pro", NOT),
        ("product: claude-code, name: max", NOT),
        ("product: claude-code, name: pro, via: subscription", NOT),
        ("product: claude-code, name: team", None),
        ("product: claude-code, name: enterprise", None),
        ("product: claude-code, name: team, via: console", None),
        ("product: claude-code, name: enterprise, via: bedrock", NOT),
        ("product: claude-code, via: bedrock", NOT),
        (
            "product: claude-code, name: api, via: claude-platform-on-aws",
            NOT,
        ),
        ("product: claude-code, name: api, via: google-cloud", NOT),
        ("product: claude-code, name: api, via: foundry", NOT),
        ("product: claude-code, name: other, via: subscription", None),
        ("product: claude-code, name: free", None),
        ("product: claude-code", None),
        ("product: cursor, name: team", None),
        ("product: other, name: pro", None),
        ("name: pro", None),
        ("", None),
    ] {
        check(said, SERVED, AS_OF, expected);
        check(said, FILED, AS_OF, None);
        check(said, SERVED, LATE, expected.and(OLD));
        check(said, SERVED, EARLY, None);
    }
}

#[test]
fn interfaces_need_a_plan_that_has_them() {
    for (said, compliance, figures) in [
        ("product: claude-code, name: pro", NOT, NOT),
        ("product: claude-code, name: team, via: subscription", NOT, NOT),
        // A team may also use keys of the console, which have figures of use.
        ("product: claude-code, name: team", None, None),
        ("product: claude-code, name: team, via: console", None, None),
        (
            "product: claude-code, name: enterprise, via: subscription",
            None,
            None,
        ),
        ("product: claude-code, name: api, via: console", AGREED, None),
        ("product: claude-code, name: api, via: bedrock", None, NOT),
        ("product: other, name: team, via: subscription", None, None),
        ("", None, None),
    ] {
        check(said, COMPLIANCE, AS_OF, compliance);
        check(said, FIGURES, AS_OF, figures);
        check(said, COMPLIANCE, Date::on(2028, 1, 1), compliance.and(OLD));
        check(said, FIGURES, LATE, figures.and(OLD));
    }
}

#[test]
fn zero_retention_training_and_periods_are_held_against_the_terms_of_the_plan() {
    let zero = kept("zero_retention: true");
    let never = vendor("trains_on_our_data: never\n");
    let (month, days, quarter) = (
        kept("standard: P1M"),
        kept("standard: P30D"),
        kept("standard: P90D"),
    );
    let differs = Some("VEN-011 should");
    for (said, rest, expected) in [
        ("product: claude-code, name: max", &zero, NOT),
        ("product: claude-code, name: team, via: subscription", &zero, NOT),
        (
            "product: claude-code, name: enterprise, via: subscription",
            &zero,
            AGREED,
        ),
        ("product: claude-code, name: api, via: bedrock", &zero, AGREED),
        (
            "product: claude-code, name: max",
            &kept("zero_retention: false"),
            None,
        ),
        ("product: claude-code, name: free", &never, NOT),
        ("product: claude-code, name: pro", &never, NOT),
        (
            "product: claude-code, name: pro",
            &vendor("trains_on_our_data: opted_out\n"),
            None,
        ),
        ("product: claude-code, name: team", &never, None),
        ("product: claude-code, name: api, via: console", &never, None),
        ("product: claude-code, name: team", &month, None),
        ("product: claude-code, name: team", &days, None),
        ("product: claude-code, name: team", &quarter, differs),
        // 30 days, or 5 years by a setting of each user.
        ("product: claude-code, name: pro", &quarter, None),
        ("product: claude-code, name: api, via: bedrock", &quarter, None),
        ("product: github-copilot, name: business", &quarter, None),
        ("", &quarter, None),
    ] {
        check(said, rest, AS_OF, expected);
        check(said, rest, LATE, expected.and(OLD));
    }
}

#[test]
fn the_default_is_named_where_the_vendor_alone_holds_a_log_and_no_period_is_on_record() {
    let team = "product: claude-code, name: team";
    let named = Some("VEN-012 info");
    let same = HELD.replace("held_by: vendor", "held_by: vendor, retention_min: P30D");
    let longer = HELD.replace("held_by: vendor", "held_by: vendor, retention_min: P6M");
    let not_kept = vendor("log_retention: {not_applicable: {reason: it keeps none}}\n");
    for (said, rest, expected) in [
        (team, HELD.to_owned(), named),
        (team, same, None),
        (team, longer, named),
        (team, HELD.replace("held_by: vendor", "held_by: us"), None),
        (team, HELD.replace("prompts_and_outputs", "incidents"), None),
        (team, format!("{}{HELD}", kept("standard: P30D")), None),
        (
            team,
            format!("{}{HELD}", kept("standard: {unknown: {asked: support}}")),
            named,
        ),
        (team, format!("{not_kept}{HELD}"), None),
        (
            "product: github-copilot, name: business",
            HELD.replace("prompts_and_outputs", "access"),
            named,
        ),
        ("product: claude-code, name: pro", HELD.to_owned(), None),
        ("product: other, name: team", HELD.to_owned(), None),
        ("", HELD.to_owned(), None),
    ] {
        check(said, &rest, AS_OF, expected);
        check(said, &rest, Date::on(2029, 1, 1), None);
    }
}

#[test]
fn a_source_is_doubted_only_when_no_system_of_the_summary_can_have_it() {
    let two = |plan: &str| {
        format!(
            "{SYSTEM}plan: {{product: claude-code, name: pro}}\n---\nkind: ai_system\nid: b\nname: B\n{plan}{}{}",
            vendor(""),
            COMPLIANCE.replace("[a]", "[a, b]")
        )
    };
    for (plan, expected) in [
        ("", vec![]),
        (
            "plan: {product: claude-code, name: enterprise, via: subscription}\n",
            vec![],
        ),
        (
            "plan: {product: claude-code, name: api, via: console}\n",
            vec!["VEN-013 info"],
        ),
        (
            "plan: {product: claude-code, name: max}\n",
            vec!["VEN-010 should", "VEN-010 should"],
        ),
        (
            "plan: {product: claude-code, name: pro}\n",
            vec!["VEN-010 should"],
        ),
    ] {
        assert_eq!(told_on(&two(plan), AS_OF), expected, "{plan}");
    }
}

#[test]
fn a_gap_tells_the_claim_the_fact_its_source_and_its_day() {
    let yaml = format!(
        "{SYSTEM}plan: {{product: claude-code, name: team, via: bedrock}}\n{}{SERVED}",
        vendor("")
    );
    let says = |day| {
        let assessment = assessed_on(&yaml, day);
        let gap = assessment
            .gaps
            .iter()
            .find(|gap| gap.kind.code.starts_with("VEN-01"))
            .cloned();
        gap.map(|gap| (gap.says, gap.at.is_some()))
    };
    let source = "[documentation of Claude Code, \"Feature availability\"; page of the vendor; in a copy of 31 August 2026 or earlier, read on 27 November 2026].";
    assert_eq!(
        says(AS_OF),
        Some((
            format!(
                "A record claims what the plan in use does not support: `enforcement: server_managed`, and Claude Code (plan Team, \
                 through Amazon Bedrock) comes without settings managed by the vendor's server {source}"
            ),
            true
        ))
    );
    assert_eq!(
        says(LATE),
        Some((
            format!(
                "What is known about the vendor is too old to be held against a claim, and has to be checked again: `enforcement: \
                 server_managed`; what is known of Claude Code (plan Team, through Amazon Bedrock) holds until 1 July 2027 {source}"
            ),
            true
        ))
    );
}

#[test]
fn the_record_of_logs_shows_what_the_vendor_says_of_its_periods() {
    let organisation = "kind: organisation\nid: acme\nlegal_name: Acme\n---\n";
    let yaml = format!(
        "{organisation}{SYSTEM}plan: {{product: claude-code, name: team}}\n{}",
        kept("standard: P90D")
    );
    let (_, page) = statement("record-keeping", &yaml);
    let vendors = page.split("{#vendors}").nth(1).unwrap_or_default();
    let vendors = vendors.split("{#sources}").next().unwrap_or_default();
    shows(
        vendors,
        &[
            "| VEN-011 | should |",
            "Claude Code (plan Team) keeps prompts and answers at the vendor for 30 days",
        ],
    );
}

fn term<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = Option<T>> {
    prop::option::of(prop::sample::select(all))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_is_said_without_a_product_and_an_old_fact_never_asserts(
        product in term(Product::ALL),
        name in term(Plan::ALL),
        via in term(Route::ALL),
        n_days in 0_i32..1500,
    ) {
        let product = product.map(|it| format!("product: {}", it.key()));
        let name = name.map(|it| format!("name: {}", it.key()));
        let via = via.map(|it| format!("via: {}", it.key()));
        let has_product = product.is_some();
        let said: Vec<String> = [product, name, via].into_iter().flatten().collect();
        let day = Date::on(2026, 6, 1).plus_days(n_days);
        let claims = "trains_on_our_data: never\nlog_retention: {standard: P90D, zero_retention: true}\n";
        let system = format!("{SYSTEM}{}", plan(&said.join(", ")));
        let yaml = format!("{system}{}{SERVED}{}", vendor(claims), COMPLIANCE.replace("compliance_api}]", "compliance_api}, {id: f, type: vendor_api}]"));
        let told = told_on(&yaml, day);
        prop_assert!(has_product || told.is_empty(), "{told:?}");
        let assessment = assessed_on(&yaml, day);
        let gaps = assessment.gaps.iter().filter(|gap| gap.kind.code.starts_with("VEN-01"));
        for gap in gaps {
            prop_assert!(!gap.level.is_must());
            let is_late = day > Date::on(2027, 11, 22);
            prop_assert!(!is_late || (gap.level == Level::Info && gap.kind.code == "VEN-014"), "{}", gap.says);
        }
    }
}
