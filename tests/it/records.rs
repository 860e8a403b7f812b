//! The record-keeping record and the literacy record: verdicts on periods, sources, the calendar, and whom measures reach.

use crate::statements::{RICH, SMALL, shows, statement};

#[test]
fn logs_are_measured_against_the_minimum_where_the_law_sets_one() {
    let (_, page) = statement("record-keeping", RICH);
    shows(
        &page,
        &[
            "access\n: Too short: the declared minimum is less than the six months asked for CV screening (Art. 26(6), from 2 December \
             2027).\n",
            "sessions\n: Long enough: the declared minimum is six months or more, as asked for CV screening (Art. 26(6), from 2 \
             December 2027).\n",
            "### Summaries that name no system {#logs-stray}",
            "| Coding agent | 3 October 2026 to 31 October 2026 | not covered: 1 October 2026 to 2 October 2026 |",
        ],
    );
    let coder = page.split("### Coding agent").nth(1).unwrap();
    let coder = coder.split("###").next().unwrap();
    assert!(!coder.contains("Too short"), "{coder}");
    assert!(
        !statement("human-oversight", RICH).1.contains("Kept at least"),
        "logs stand in one record"
    );
}

#[test]
fn literacy_measures_stand_with_day_reach_and_attendance_and_never_a_score() {
    let (_, page) = statement("literacy", RICH);
    shows(
        &page,
        &[
            "| Course on CV screening | 10 February 2026 | overseers | CV screening | 7 of 8 (87.5%) |",
            "| Basics | 1 March 2026 | all staff | Support chatbot | 4 of 3 (more than there are: check the counts) |",
            "| Talk in the canteen | undated, so it shows nothing | all staff | all systems: it is for all staff and names \
             none | 90; population unknown (missing: measures.invited) |",
            "| Refresher | planned for 1 January 2099, not taken yet | all staff |",
            "| a measure without a title | 2 March 2026 | missing: measures.segment | Support chatbot | not on record |",
            ": Took into account: experience, context of use. Not named: technical knowledge, education, training, persons affected",
            "| Measures on record | 3 taken; 1 planned for a later day; 1 without a day |",
            "1 measure has no day. It is listed, and it shows nothing.",
        ],
    );
}

#[test]
fn literacy_reaches_a_system_only_by_a_measure_that_was_taken_and_is_about_it() {
    let (_, page) = statement("literacy", RICH);
    shows(
        &page,
        &[
            "| System | All staff | Operators | Builders | Overseers | Contractors | Group not stated |",
            "| Support chatbot | 1 March 2026 | none | none | none | none | 2 March 2026 |",
            "| CV screening | none | none | none | 10 February 2026 | none | none |",
            "| Coding agent | none | none | none | none | none | none |",
            "No measure with a day covers these systems: Coding agent.",
        ],
    );
}

#[test]
fn the_training_of_overseers_stands_apart_from_general_awareness() {
    let (_, page) = statement("literacy", RICH);
    let overseers = page.split("{#overseers}").nth(1).unwrap();
    shows(
        overseers.split("{#refresh}").next().unwrap(),
        &[
            "competence and training for that very system (Art. 26(2), rec. 91)",
            "| CV screening | Course on CV screening | overseers | 10 February 2026 |",
            "| bare-oversight | Support chatbot |",
        ],
    );
}

/// Returns what the record-keeping record says about one log of one system.
fn verdict(fields: &str, log: &str) -> String {
    let audit = format!(
        "---\nkind: audit_summary\nid: audit\nsystems: [assistant]\nlog_categories:\n- {{category: sessions, {log}}}\n"
    );
    let (_, page) = statement("record-keeping", &format!("{SMALL}{fields}{audit}"));
    let verdicts = page
        .split("**What becomes of the declared periods**")
        .nth(1)
        .unwrap();
    let entry = verdicts.split("| Log |").next().unwrap();
    entry.trim().to_owned()
}

#[test]
fn the_verdict_on_a_log_follows_class_role_and_period() {
    let high_risk = "facts: {annex_iii: {points: [\"4(a)\"], profiling: true}}\nunlisted_facts: absent\n";
    let deployer = format!("our_roles: [deployer]\n{high_risk}");
    let provider = format!("our_roles: [provider]\n{high_risk}");
    let minimal =
        "our_roles: [deployer]\nunlisted_facts: absent\nfacts: {annex_iii: {points: []}}\n".to_owned();
    let asked = "Coding assistant (Art. 26(6), from 2 December 2027).";
    for (fields, log, expected) in [
        (&deployer, "retention_min: P6M", format!("Long enough: the declared minimum is six months or more, as asked for {asked}")),
        (&deployer, "retention_min: P184D", format!("Long enough: the declared minimum is six months or more, as asked for {asked}")),
        (&deployer, "retention_min: P183D", format!("To be looked at: the declared minimum is six months in some parts of the year only. Six months are asked for {asked}")),
        (&deployer, "retention_min: P180D", format!("Too short: the declared minimum is less than the six months asked for {asked}")),
        (&deployer, "held_by: us", format!("Missing: no minimum is stated. Six months are asked for {asked}")),
        (&provider, "retention_min: P1Y", "as asked for Coding assistant (Art. 12, Art. 19(1), from 2 December 2027).".to_owned()),
        (&high_risk.to_owned(), "retention_min: P1Y", "Open: six months may be asked for Coding assistant, whose class or role is not settled. Declared: six months or more.".to_owned()),
        (&String::new(), "retention_min: P90D", "Open: six months may be asked for Coding assistant, whose class or role is not settled. Declared: shorter than six months.".to_owned()),
        (&minimal, "retention_min: P90D", "The law sets no minimum for the logs of these systems. Declared: shorter than six months.".to_owned()),
        (&deployer, "retention_min: P30D, held_by: vendor", "so it has to be settled who controls it.".to_owned()),
        (&minimal, "personal_data: true", "No maximum is stated, and personal data is in the log.".to_owned()),
    ] {
        let verdict = verdict(fields, log);
        assert!(verdict.contains(&expected), "{log}: {verdict}");
    }
}

#[test]
fn a_verdict_says_nothing_about_a_maximum_or_a_vendor_that_is_in_order() {
    let minimal = "our_roles: [deployer]\nunlisted_facts: absent\nfacts: {annex_iii: {points: []}}\n";
    for log in [
        "retention_min: P6M, retention_max: P6M, personal_data: true",
        "retention_min: P6M, retention_max: P182D, personal_data: true",
        "retention_min: P90D, held_by: vendor, personal_data: false",
        "retention_min: P1Y, personal_data: true, retention_max: {not_applicable: {reason: kept for the life of the product}}",
    ] {
        let verdict = verdict(minimal, log);
        let n_lines = verdict.lines().filter(|line| line.starts_with(": ")).count();
        assert_eq!(n_lines, 1, "{log}: {verdict}");
    }
}

#[test]
fn sources_stand_with_hash_and_what_became_of_their_records() {
    let (_, page) = statement("record-keeping", RICH);
    shows(
        &page,
        &[
            "telemetry (Coding agent; 3 October 2026 to 31 October 2026)\n: File: otel.jsonl; SHA-256: 0123456789abcdef",
            ": Records read: 125; counted: 100\n: Left out: read before: 15, outside the period: 5, of an unknown kind: 5\n: \
             Covers the whole period and was read to its end: no\n: Days of which the source holds nothing, which look the same as days without use: 4 October 2026",
            "| transcripts on the machines of users | 30 | yes |",
            "| volumes.sessions | 100 | telemetry | 104 | telemetry |",
            ": Measured: 20 days, which is shorter than the declared minimum.",
            ": Sessions outside the company network, which is not reached, are not seen.\n: Prompts are not in the export.",
        ],
    );
    assert_eq!(page.matches(": Measured: ").count(), 1, "{page}");
}

#[test]
fn the_calendar_tells_whole_months_from_parts_and_from_none() {
    let (_, page) = statement("record-keeping", RICH);
    shows(
        &page,
        &[
            "| System | Year | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 |",
            "| Coding agent | 2026 | – | – | – | – | – | – | – | – | whole | part | runs | – |",
        ],
    );
}

#[test]
fn what_several_summaries_of_one_month_count_stands_in_one_column() {
    let summary = |id: &str, counts: &str| {
        format!(
            "---\nkind: audit_summary\nid: {id}\nsystems: [a]\nperiod: {{start: 2026-10-01, end: 2026-10-31}}\n{counts}\n"
        )
    };
    let project = format!(
        "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n---\nkind: ai_system\nid: a\nname: Coding agent\n{}{}{}",
        summary("by-hand", "monitoring_conclusion: none"),
        summary(
            "otel",
            "volumes: {sessions: 54}\nmetrics: {user_accepts: 3, user_rejects: 1}"
        ),
        summary("prs", "metrics: {merged: 13, merged_reviewed: 6}"),
    );
    let (_, page) = statement("human-oversight", &project);
    let table = page.split("{#statistics}").nth(1).unwrap();
    shows(
        table,
        &[
            "| What is counted, out of what | 1 October 2026 to 31 October 2026 |\n",
            "| 6 of 13 (46.2%) |\n",
            "| 1 of 4 (25.0%) |\n",
            "| sessions of the systems | 54 |\n",
        ],
    );
    assert!(!table.split("##").next().unwrap().contains("unknown"), "{table}");
}
