//! What is owed and what is missing: each case is a project in YAML, and the codes and levels that follow from it.

use actfile::calendar::Date;
use actfile::classify::classify;
use actfile::law::edition::Edition;
use actfile::link::link;
use actfile::obligations::{Assessment, assess};
use actfile::read::Loaded;

/// Returns the assessment of a project with one file on a day.
#[track_caller]
pub(crate) fn assessed_on(yaml: &str, as_of: Date) -> Assessment {
    let mut loaded = Loaded::default();
    loaded.add("a.yaml".to_owned(), yaml.as_bytes());
    let Loaded {
        records,
        mut findings,
        ..
    } = loaded;
    let inventory = link(records, &mut findings);
    let edition = Edition::on(as_of);
    let classification = classify(&inventory, edition, as_of, &mut findings);
    let errors: Vec<_> = findings
        .sorted()
        .into_iter()
        .map(|it| it.message.clone())
        .collect();
    assert!(!findings.has_errors(), "{errors:?}\n{yaml}");
    assess(inventory, classification, edition, as_of)
}

#[test]
fn probe() {
    let yaml = std::fs::read_to_string("/tmp/small/a.yaml").unwrap();
    let a = assessed_on(&yaml, Date::on(2026, 11, 22));
    for gap in &a.gaps {
        println!(
            "{} | {} | {} {:?} | {} | {}",
            gap.level, gap.kind.code, gap.title, gap.record, gap.field, gap.says
        );
    }
    let class = a.classification.systems.values().next().unwrap();
    println!("{:?} {:?} {:?}", class.min_tier, class.max_tier, class.art50);
    for q in &class.open_questions {
        println!("{:?}", q.fact.question());
    }
}
