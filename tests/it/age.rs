//! The age of the rule table: after the last day on which it is taken to be current, the check warns, every document
//! says so on its first page, and so does the printed law; until that day nothing does.

use actfile::build::{Scope, build};
use actfile::calendar::Date;
use actfile::diag::Severity;
use actfile::law::edition::Edition;
use actfile::law::sources::VALID_UNTIL;
use actfile::read::Loaded;
use actfile::render::Format;
use actfile::report::law::page;
use actfile::report::law::view::LawView;
use actfile::{Asked, Checked, check};

const BANNER: &str = "RULES OUT OF DATE.";
const PROJECT: &str = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n---\nkind: ai_system\nid: assistant\nname: \
                       Assistant\nour_roles: [deployer]\n";

fn checked(yaml: &str, as_of: Option<Date>) -> Checked {
    let mut loaded = Loaded::default();
    loaded.add("all.yaml".to_owned(), yaml.as_bytes());
    let asked = Asked {
        as_of,
        today: Date::on(2026, 11, 22),
        law: None,
    };
    check(loaded, asked)
}

/// Returns the codes of the findings with the line that each points at.
fn findings(checked: &Checked) -> Vec<(&'static str, Option<usize>)> {
    let found = checked.findings.sorted().into_iter();
    let line = |it: &actfile::diag::Diagnostic| {
        let label = it.labels.first()?;
        Some(checked.sources.place(label.span).line)
    };
    found.map(|it| (it.code.id(), line(it))).collect()
}

#[test]
fn the_check_warns_after_the_last_day_and_not_before() {
    let late = VALID_UNTIL.plus_days(1);
    assert_eq!(findings(&checked(PROJECT, Some(VALID_UNTIL))), []);
    assert_eq!(findings(&checked(PROJECT, None)), []);
    let warned = checked(PROJECT, Some(late));
    assert_eq!(findings(&warned), [("W0410", None)]);
    assert_eq!(warned.findings.count(Severity::Warning), 1);
}

#[test]
fn the_warning_points_at_the_field_that_names_the_day() {
    let dated = PROJECT.replacen("\n---", &format!("\nas_of: {}\n---", VALID_UNTIL.plus_days(1)), 1);
    assert_eq!(findings(&checked(&dated, None)), [("W0410", Some(4))]);
    // A day from the command line is nobody's field.
    assert_eq!(findings(&checked(&dated, Some(VALID_UNTIL))), []);
    assert_eq!(
        findings(&checked(&dated, Some(VALID_UNTIL.plus_days(2)))),
        [("W0410", None)]
    );
}

#[test]
fn every_document_says_so_before_its_first_section() {
    let scope = Scope {
        formats: [Format::Markdown].into(),
        ..Scope::default()
    };
    for (day, is_late) in [(VALID_UNTIL, false), (VALID_UNTIL.plus_days(1), true)] {
        let built = build(&checked(PROJECT, Some(day)), &scope).unwrap();
        let pages = built.artifacts.iter().filter(|it| it.path.ends_with(".md"));
        let mut n_pages = 0;
        for file in pages {
            let text = String::from_utf8(file.bytes.clone()).unwrap();
            let front = text.split("\n## ").next().unwrap();
            assert_eq!(front.contains(BANNER), is_late, "{} on {day}\n{front}", file.path);
            assert_eq!(
                text.matches(BANNER).count(),
                usize::from(is_late),
                "{}",
                file.path
            );
            n_pages += 1;
        }
        assert!(n_pages > 7, "{n_pages}");
    }
}

#[test]
fn the_printed_law_says_so_too() {
    for edition in Edition::ALL {
        let law = LawView::of(*edition);
        assert!(!page(&law, VALID_UNTIL).contains(BANNER));
        assert!(page(&law, VALID_UNTIL.plus_days(1)).contains(BANNER));
        assert!(page(&law, VALID_UNTIL).contains("to be checked again after 28 February 2027"));
    }
}
