//! The project of the benchmarks: an inventory like any other, and for the same number of systems the same bytes.

#[path = "../../benches/mix/mod.rs"]
mod mix;

use actfile::build::{Scope, build};
use actfile::calendar::Date;
use actfile::read::Loaded;
use actfile::{Asked, Checked, check};

const AS_OF: Date = Date::on(2026, 11, 22);

fn checked(n_systems: usize) -> Checked {
    let mut loaded = Loaded::default();
    for (path, text) in mix::project(n_systems) {
        loaded.add(path, text.as_bytes());
    }
    let asked = Asked {
        as_of: Some(AS_OF),
        today: AS_OF,
        law: None,
    };
    check(loaded, asked)
}

#[test]
fn the_project_of_the_benchmarks_has_no_errors_at_any_size() {
    for n_systems in [1, 2, 5, 9, 10, 13, 30] {
        let checked = checked(n_systems);
        let errors: Vec<&str> = checked
            .findings
            .sorted()
            .iter()
            .map(|it| it.message.as_str())
            .collect();
        assert!(!checked.findings.has_errors(), "{n_systems}: {errors:?}");
        assert_eq!(checked.assessment.inventory.systems.len(), n_systems);
    }
}

#[test]
fn the_same_number_of_systems_gives_the_same_project() {
    assert_eq!(mix::project(23), mix::project(23));
    assert_ne!(mix::project(23), mix::project(24));
}

#[test]
fn a_project_of_the_benchmarks_has_a_sheet_for_each_system_and_the_same_bytes_at_every_build() {
    let checked = checked(3);
    let scope = Scope::default();
    let [one, other] = [(), ()].map(|()| build(&checked, &scope).unwrap().artifacts);
    assert!(one == other, "two builds differ");
    let sheets = one
        .iter()
        .filter(|file| file.path.starts_with("systems/") && file.path.ends_with(".pdf"));
    assert_eq!(sheets.count(), 3);
}
