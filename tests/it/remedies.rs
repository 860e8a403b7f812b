//! The records to paste that `explain` shows for gaps: each is accepted as it stands, and every gap that a record of its
//! own closes has one. That the gaps are closed is seen in `obligations`, on the projects that have them.

use actfile::inventory::kind::Kind;
use actfile::law::edition::Edition;
use actfile::law::gaps;
use actfile::read::Loaded;
use actfile::report::explained::explained;
use actfile::report::remedies::{ALL, Remedy, of};
use actfile::{Asked, check};
use std::collections::BTreeMap;

const BASE: &str = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n---\nkind: ai_system\nid: my-system\nname: My system\nour_roles: [deployer]\n";

fn findings(remedy: &Remedy) -> Vec<String> {
    findings_in(remedy.beside, [(remedy.file, remedy.lines())])
}

fn findings_in<'f>(beside: &str, files: impl IntoIterator<Item = (&'f str, String)>) -> Vec<String> {
    let mut loaded = Loaded::default();
    loaded.add("base.yaml".to_owned(), [BASE, beside].concat().as_bytes());
    for (file, text) in files {
        loaded.add(file.to_owned(), text.as_bytes());
    }
    let day = actfile::calendar::Date::on(2026, 11, 22);
    let asked = Asked {
        as_of: Some(day),
        today: day,
        law: None,
    };
    let checked = check(loaded, asked);
    let told = checked.findings.sorted().into_iter();
    told.map(|finding| format!("{} {}", finding.code.id(), finding.message))
        .collect()
}

#[test]
fn every_record_to_paste_is_accepted_as_it_stands() {
    for remedy in ALL {
        assert_eq!(findings(remedy), Vec::<String>::new(), "{}", remedy.record);
    }
    let spoilt = Remedy {
        record: "kind: notice\nid: n\ntype: art_50_9\n",
        ..ALL[0]
    };
    assert!(!findings(&spoilt).is_empty());
}

#[test]
fn records_to_paste_stand_side_by_side_in_one_file_and_in_one_project() {
    let mut files: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for remedy in ALL {
        files.entry(remedy.file).or_default().push(remedy.lines());
        let page = explained(remedy.gaps[0].code, Edition::Omnibus2026).unwrap();
        assert!(page.contains("put a line `---` before it"), "{page}");
    }
    assert!(files["notices/my-system.yaml"].len() > 3);
    let joined = files
        .into_iter()
        .map(|(file, records)| (file, records.join("---\n")));
    assert_eq!(findings_in("", joined), Vec::<String>::new());
}

#[test]
fn what_is_made_up_is_said_beside_the_record_and_in_it_and_concludes_nothing() {
    for remedy in ALL {
        let page = explained(remedy.gaps[0].code, Edition::Omnibus2026).unwrap();
        assert!(
            page.contains("A record that is not true is worse than a gap."),
            "{page}"
        );
        assert!(page.contains("```yaml\n# Made up: every day, number"), "{page}");
    }
    // A class, a count of persons, a test of the switch or a number of approvals closes more than its gap.
    for told in [
        "igh-risk",
        "invited:",
        "attended:",
        "last_tested_on:",
        "required_approvals:",
    ] {
        let saying = ALL.iter().find(|remedy| remedy.record.contains(told));
        assert!(saying.is_none(), "{told}: {saying:?}");
    }
}

#[test]
fn every_gap_that_a_record_closes_has_one_to_paste() {
    let names_a_record = |closes: &str| {
        let named = |kind: &Kind| [format!("a `{}`", kind.key()), format!("an `{}`", kind.key())];
        Kind::ALL
            .iter()
            .any(|kind| named(kind).iter().any(|named| closes.contains(named)))
    };
    for gap in gaps::ALL {
        assert!(
            !names_a_record(gap.closes) || of(gap).is_some(),
            "{}: {}",
            gap.code,
            gap.closes
        );
        let page = explained(gap.code, Edition::Omnibus2026).unwrap();
        assert_eq!(
            page.contains("A record to paste into a file"),
            of(gap).is_some(),
            "{page}"
        );
    }
}
