//! Ceilings for fines in the summary, from YAML to the page: which are listed, which of the two counts, and what each
//! comes to. The amounts are those of Articles 99 to 101 for three undertakings of different size.

use crate::markdown::pages;
use actfile::calendar::Date;
use actfile::read::Loaded;
use actfile::{Asked, check};

/// A deployer that owes literacy and keeping away from prohibited practices.
const USED: &str = "---\nkind: ai_system\nid: a\nname: A\nour_roles: [deployer]\nunlisted_facts: absent\n";
/// A provider that also owes a transparency duty.
const CHAT: &str = "---\nkind: ai_system\nid: a\nname: A\nour_roles: [provider]\nunlisted_facts: absent\n\
    facts: {art50: {interacts_directly: true}}\n";
const MODEL: &str = "---\nkind: model\nid: m\nname: M\nour_roles: [gpai_provider]\nunlisted_facts: absent\n\
    facts: {subject: model, gpai: {training_flop: 1.0e+24, modality: text, general: true}}\n\
    placed_on_market_on: 2026-01-01\n";

const PRACTICES: &str = "Prohibited practices (Art. 99(3))";
const DUTIES: &str = "Duties of operators and transparency duties (Art. 99(4))";
const INFORMATION: &str = "Wrong, incomplete or misleading information to authorities (Art. 99(5))";
const MODELS: &str = "Duties of providers of general-purpose AI models (Art. 101)";

fn organisation(fields: &str) -> String {
    format!("kind: organisation\nid: acme\nlegal_name: Acme GmbH\n{fields}")
}

/// Returns the section of the summary.
fn section(yaml: &str) -> String {
    let index = pages(yaml).swap_remove(0).1;
    let (_, after) = index.split_once("{#ceilings}").unwrap();
    after.split_once("\n## ").unwrap().0.to_owned()
}

/// Returns the cells of each row of the table of ceilings.
fn rows(section: &str) -> Vec<Vec<&str>> {
    let lines = section
        .lines()
        .skip_while(|line| !line.starts_with("| For breaches of"));
    let rows = lines.skip(2).take_while(|line| line.starts_with("| "));
    rows.map(|row| row.trim_matches('|').split(" | ").map(str::trim).collect())
        .collect()
}

/// Checks which of the two counts and what it comes to.
#[track_caller]
fn says(section: &str, breach: &str, which: &str, euro: &str) {
    let rows = rows(section);
    let row = rows.iter().find(|row| row[0] == breach).unwrap();
    assert!(row[3].starts_with(which), "{breach}: {row:?}");
    assert_eq!(row[4], euro, "{breach}");
}

#[test]
fn size_and_turnover_settle_each_ceiling() {
    let lower = "the lower";
    let higher = "the higher";
    for (size, turnover, practices, duties, information, models) in [
        (
            "large",
            1_000_000_000_u64,
            (higher, "70,000,000"),
            (higher, "30,000,000"),
            (higher, "10,000,000"),
            "30,000,000",
        ),
        (
            "medium",
            40_000_000,
            (lower, "2,800,000"),
            (lower, "1,200,000"),
            (lower, "400,000"),
            "15,000,000",
        ),
        (
            "smc",
            140_000_000,
            (higher, "35,000,000"),
            (lower, "4,200,000"),
            (lower, "1,400,000"),
            "15,000,000",
        ),
        (
            "micro",
            1_000_000_000,
            (lower, "35,000,000"),
            (lower, "15,000,000"),
            (lower, "7,500,000"),
            "30,000,000",
        ),
        (
            "large",
            1,
            (higher, "35,000,000"),
            (higher, "15,000,000"),
            (higher, "7,500,000"),
            "15,000,000",
        ),
    ] {
        let fields = format!(
            "size_class: {size}\nturnover: {{amount_eur: {turnover}, year: 2025}}\nsector_flags: [none]\n"
        );
        let section = section(&format!("{}{CHAT}{MODEL}", organisation(&fields)));
        says(&section, PRACTICES, practices.0, practices.1);
        says(&section, DUTIES, duties.0, duties.1);
        says(&section, INFORMATION, information.0, information.1);
        says(&section, MODELS, "the higher", models);
    }
}

#[test]
fn the_provision_behind_a_relief_is_named() {
    for (size, practices, duties) in [
        (
            "small",
            "the lower, for a small enterprise (Art. 99(6))",
            "the lower, for a small enterprise (Art. 99(6))",
        ),
        (
            "smc",
            "the higher, for a small mid-cap enterprise",
            "the lower, for a small mid-cap enterprise (Art. 99(6a))",
        ),
        (
            "large",
            "the higher, for a large enterprise",
            "the higher, for a large enterprise",
        ),
    ] {
        let section = section(&format!(
            "{}{CHAT}",
            organisation(&format!("size_class: {size}\n"))
        ));
        let rows = rows(&section);
        assert_eq!((rows[0][3], rows[1][3]), (practices, duties));
    }
}

#[test]
fn an_open_size_leaves_both_readings_open() {
    for size in ["", "size_class: {unknown: {asked: CFO}}\n"] {
        let fields = format!("{size}turnover: {{amount_eur: 40000000, year: 2025}}\n");
        let section = section(&format!("{}{CHAT}{MODEL}", organisation(&fields)));
        says(
            &section,
            PRACTICES,
            "open: the lower for a micro enterprise (Art. 99(6))",
            "35,000,000 as the higher, 2,800,000 as the lower",
        );
        says(
            &section,
            DUTIES,
            "open: ",
            "15,000,000 as the higher, 1,200,000 as the lower",
        );
        let rows = rows(&section);
        assert!(
            !rows[0][3].contains("99(6a)") && rows[1][3].contains("small mid-cap enterprise (Art. 99(6a))")
        );
        assert!(rows[1][3].ends_with("field size_class settles it"), "{rows:?}");
        says(&section, MODELS, "the higher, for every size", "15,000,000");
    }
}

#[test]
fn without_turnover_no_amount_is_made_up() {
    for turnover in [
        "",
        "turnover: {unknown: {asked: CFO}}\n",
        "turnover: {year: 2025}\n",
    ] {
        let section = section(&format!(
            "{}{CHAT}",
            organisation(&format!("size_class: large\n{turnover}"))
        ));
        for row in rows(&section) {
            assert_eq!(row[4], "open: field turnover", "{row:?}");
        }
    }
}

#[test]
fn only_what_is_owed_has_a_ceiling() {
    let breaches = |yaml: &str| -> Vec<String> {
        let section = section(&format!("{}{yaml}", organisation("")));
        rows(&section).iter().map(|row| row[0].to_owned()).collect()
    };
    assert_eq!(breaches(USED), [PRACTICES, INFORMATION]);
    assert_eq!(breaches(CHAT), [PRACTICES, DUTIES, INFORMATION]);
    assert_eq!(breaches(MODEL), [MODELS]);
    let nothing = section(&organisation(""));
    assert!(
        nothing.contains("owes no duty for which the Act sets a ceiling."),
        "{nothing}"
    );
    assert!(
        !nothing.contains("EUR") && !nothing.contains("National rules"),
        "{nothing}"
    );
}

#[test]
fn duties_ahead_are_told_from_duties_in_force() {
    let hiring = format!("{USED}facts: {{annex_iii: {{points: [4(a)], profiling: true}}}}\n");
    let section = section(&format!("{}{hiring}", organisation("")));
    let rows = rows(&section);
    assert_eq!(rows[0][1], "1 in force");
    assert!(
        rows[1][1].starts_with("none in force; ") && rows[1][1].ends_with(" later, from 2 December 2027 on"),
        "{rows:?}"
    );
    assert!(rows.iter().all(|row| row[5] == "2 August 2025"), "{rows:?}");
    assert!(
        section.contains("(Art. 86), from 2 December 2027 on\n"),
        "{section}"
    );
    assert!(
        section.contains(
            "National rules on penalties decide (Art. 99(1)):\n\n- Take measures that support the AI literacy"
        ),
        "{section}"
    );
}

#[test]
fn fines_on_model_providers_begin_on_a_day_of_their_own() {
    let section = section(&format!("{}{MODEL}", organisation("")));
    assert_eq!(rows(&section)[0][5], "2 August 2026");
}

#[test]
fn public_authorities_and_bodies_of_the_union_have_rules_of_their_own() {
    let of = |flags: &str| section(&format!("{}{CHAT}{MODEL}", organisation(flags)));
    let member_states = "is for each Member State to decide (Art. 99(8))";
    let open = "`sector_flags` of the organisation settles it";
    for (flags, decided, is_open) in [
        ("sector_flags: [public_authority]\n", true, false),
        ("sector_flags: [law_enforcement]\n", true, false),
        ("sector_flags: [none]\n", false, false),
        ("sector_flags: [public_service]\n", false, false),
        ("sector_flags: {unknown: {}}\n", false, true),
        ("", false, true),
    ] {
        let section = of(flags);
        assert_eq!(section.contains(member_states), decided, "{flags}{section}");
        assert_eq!(section.contains(open), is_open, "{flags}{section}");
        assert!(section.contains(PRACTICES), "{section}");
    }
    let union =
        of("sector_flags: [eu_institution]\nsize_class: large\nturnover: {amount_eur: 1000, year: 2025}\n");
    says(
        &union,
        "Prohibited practices of Union bodies (Art. 100(2))",
        "a fixed amount",
        "1,500,000",
    );
    says(
        &union,
        "Other breaches by Union bodies (Art. 100(3))",
        "a fixed amount",
        "750,000",
    );
    says(&union, MODELS, "the higher", "15,000,000");
    assert_eq!(rows(&union).len(), 3);
    assert!(
        union.contains("of each case (Art. 100(1))") && !union.contains("Art. 99("),
        "{union}"
    );
}

#[test]
fn the_section_informs_and_does_not_threaten() {
    let section = section(&format!("{}{CHAT}{MODEL}", organisation("size_class: smc\n")));
    assert!(
        section.contains("A ceiling is not an expected amount: authorities weigh the circumstances of each case (Art. 99(7))."),
        "{section}"
    );
    let lower = section.to_lowercase();
    for word in [
        "you ",
        "risk of",
        "will be fined",
        "liable",
        "should",
        "compliant",
        "expect ",
    ] {
        assert!(!lower.contains(word), "{word} in {section}");
    }
}

#[test]
fn size_and_turnover_are_traced() {
    let fields = "size_class: smc\nturnover: {amount_eur: 118400000, year: 2025}\nsector_flags: [none]\n";
    let (index, _) = pages(&format!("{}{CHAT}", organisation(fields))).swap_remove(0);
    let said = index.statements.iter().filter(|it| it.section == "ceilings");
    let said: Vec<(&str, &str)> = said.map(|it| (it.field.as_str(), it.says.as_str())).collect();
    assert_eq!(
        said,
        [
            ("size_class", "small mid-cap enterprise"),
            ("turnover.amount_eur", "EUR 118,400,000"),
            ("turnover.year", "2025"),
            ("sector_flags", "none")
        ]
    );
}

#[test]
fn a_bad_turnover_is_a_finding() {
    for (turnover, as_of, expected) in [
        ("{amount_eur: 0, year: 2025}", "2026-11-22", &[][..]),
        (
            "{amount_eur: 18446744073709551615, year: 2025}",
            "2026-11-22",
            &[],
        ),
        (
            "{amount_eur: 18446744073709551616, year: 2025}",
            "2026-11-22",
            &["E0206"],
        ),
        ("{amount_eur: -1, year: 2025}", "2026-11-22", &["E0206"]),
        ("{amount_eur: 1.5, year: 2025}", "2026-11-22", &["E0206"]),
        ("{amount_eur: 40_000_000, year: 2025}", "2026-11-22", &["E0206"]),
        ("{amount_eur: 40 million, year: 2025}", "2026-11-22", &["E0206"]),
        ("{amount_eur: \"40000000\", year: 2025}", "2026-11-22", &["E0206"]),
        ("{amount_usd: 40000000, year: 2025}", "2026-11-22", &["E0205"]),
        ("40000000", "2026-11-22", &["E0206"]),
        ("{amount_eur: 1, year: 2023}", "2026-11-22", &["W0430"]),
        ("{amount_eur: 1, year: 2024}", "2026-11-22", &[]),
        ("{amount_eur: 1, year: 2026}", "2026-11-22", &["W0430"]),
        ("{amount_eur: 1, year: 2026}", "2027-01-01", &[]),
        ("{amount_eur: 1, year: 2027}", "2026-11-22", &["W0430"]),
        ("{amount_eur: 1, year: 2027}", "2027-01-01", &["W0430"]),
        ("{amount_eur: 1, year: 4294967295}", "2026-11-22", &["W0430"]),
        ("{amount_eur: 1}", "2026-11-22", &[]),
    ] {
        let mut loaded = Loaded::default();
        let yaml = organisation(&format!("turnover: {turnover}\n"));
        loaded.add("a.yaml".to_owned(), yaml.as_bytes());
        let day: Date = as_of.parse().unwrap();
        let asked = Asked {
            as_of: Some(day),
            today: day,
            law: None,
        };
        let findings = check(loaded, asked).findings;
        let codes: Vec<&str> = findings
            .sorted()
            .iter()
            .map(|finding| finding.code.id())
            .collect();
        assert_eq!(codes, expected, "{turnover} on {as_of}");
    }
}
