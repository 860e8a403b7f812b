//! Exports of reviews that lack something, come in another order, or hold only a part: what cannot be known is left out and
//! told, and no count grows larger than the one it is a part of.

use actfile::diag::Diagnostics;
use actfile::import::counted::{Counted, Number};
use actfile::import::export::Export;
use actfile::import::{Asked, Source, import};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{Cursor, read_to_string};

const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/import");

fn sample(path: &str) -> String {
    read_to_string(File::open(format!("{SAMPLES}/{path}")).unwrap()).unwrap()
}

/// Returns the changes of the first GitHub export.
fn pull_requests() -> Vec<Value> {
    serde_json::from_str(&sample("github-prs/input/shop-1.json")).unwrap()
}

fn merge_requests() -> Vec<Value> {
    let lines = sample("gitlab-mrs/input/list.jsonl");
    lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// Counts files, each with its changes.
fn counted(source: Source, files: &[&[Value]]) -> Counted {
    let asked = Asked {
        month: "2026-10".parse().unwrap(),
        allow_partial: false,
        small_groups: false,
    };
    let exports = files.iter().enumerate().map(|(at, changes)| {
        let text = serde_json::to_vec(changes).unwrap();
        Export::new(format!("{at}.json"), Cursor::new(text))
    });
    let mut findings = Diagnostics::default();
    let counted = import(source, exports.collect(), &asked, &mut findings).unwrap();
    counted.unwrap()
}

/// Returns every count by its key; a time in tenths.
fn numbers(counted: &Counted) -> BTreeMap<&'static str, i64> {
    let metrics = counted.metrics.iter().map(|(key, number)| match number {
        Number::Count(count) => (*key, i64::try_from(*count).unwrap()),
        Number::Time(hours) => (*key, format!("{:.0}", hours * 10.0).parse().unwrap()),
    });
    let volumes = counted
        .volumes
        .iter()
        .map(|(key, count)| (*key, i64::try_from(*count).unwrap()));
    metrics.chain(volumes).collect()
}

/// Returns the counts that are left out when a field is missing in every change, and those that differ.
fn without(
    source: Source,
    changes: Vec<Value>,
    field: &str,
) -> (BTreeSet<&'static str>, BTreeSet<&'static str>, Counted) {
    let whole = numbers(&counted(source, &[&changes]));
    let mut changes = changes;
    for change in &mut changes {
        change.as_object_mut().unwrap().remove(field);
    }
    let lacking = counted(source, &[&changes]);
    let rest = numbers(&lacking);
    let gone = whole
        .keys()
        .filter(|key| !rest.contains_key(*key))
        .copied()
        .collect();
    let other = rest
        .iter()
        .filter(|(key, count)| whole[*key] != **count)
        .map(|(key, _)| *key);
    (gone, other.collect(), lacking)
}

#[test]
fn a_field_that_is_not_exported_leaves_out_what_needs_it() {
    let reviews = [
        "approvals",
        "approvals_without_comment",
        "changes_requested",
        "median_first_review",
        "merged_ai_reviewed",
        "merged_reviewed",
        "self_merged",
        "stale_approvals",
    ];
    let commits = ["merged_ai", "merged_ai_reviewed", "prs_ai_declared"];
    for (field, left_out, told) in [
        ("reviews", &reviews[..], "reviews are not in the export"),
        ("commits", &commits, "commits are not in the export"),
        ("mergedBy", &["self_merged"], "who merged is not in the export"),
        ("headRefOid", &["stale_approvals"], "which commit was approved"),
        ("body", &[], "the text of changes is not in the export"),
        ("labels", &[], "labels are not in the export"),
        ("comments", &[], "comments beside reviews are not in the export"),
        (
            "baseRefName",
            &[],
            "the branch into which changes are merged is not in the export",
        ),
    ] {
        let (gone, _, lacking) = without(Source::GithubPrs, pull_requests(), field);
        assert_eq!(gone.into_iter().collect::<Vec<_>>(), left_out, "{field}");
        assert!(
            lacking.blind_spots.iter().any(|spot| spot.contains(told)),
            "{field}: {:?}",
            lacking.blind_spots
        );
    }
    for field in ["url", "isDraft", "updatedAt", "mergeCommit"] {
        let (gone, other, lacking) = without(Source::GithubPrs, pull_requests(), field);
        let whole = counted(Source::GithubPrs, &[&pull_requests()]);
        assert!(gone.is_empty() && other.is_empty(), "{field}");
        assert_eq!(lacking.blind_spots, whole.blind_spots, "{field}");
    }
}

#[test]
fn merge_requests_without_further_answers_leave_out_what_needs_them() {
    for (field, left_out) in [
        (
            "approvals",
            &[
                "approvals",
                "approvals_without_comment",
                "median_first_review",
                "merged_ai_reviewed",
                "merged_reviewed",
                "self_merged",
            ][..],
        ),
        ("commits", &["merged_ai", "merged_ai_reviewed", "prs_ai_declared"]),
        ("notes", &["approvals_without_comment", "median_first_review"]),
        ("merge_user", &[]),
    ] {
        let (gone, _, _) = without(Source::GitlabMrs, merge_requests(), field);
        assert_eq!(gone.into_iter().collect::<Vec<_>>(), left_out, "{field}");
    }
    let mut undated = merge_requests();
    for change in &mut undated {
        for approval in change["approvals"]["approved_by"].as_array_mut().unwrap() {
            approval.as_object_mut().unwrap().remove("approved_at");
        }
    }
    let (whole, undated) = (
        counted(Source::GitlabMrs, &[&merge_requests()]),
        counted(Source::GitlabMrs, &[&undated]),
    );
    assert_eq!(
        numbers(&whole)["merged_reviewed"],
        numbers(&undated)["merged_reviewed"]
    );
    assert!(!numbers(&undated).contains_key("approvals"));
}

#[test]
fn of_two_branches_the_more_frequent_is_counted_in_each_file() {
    let change = |number: u64, base: &str| {
        let mut change = pull_requests().swap_remove(0);
        change["number"] = json!(number);
        change["url"] = json!(format!("https://github.com/acme/{base}/pull/{number}"));
        change["baseRefName"] = json!(base);
        change
    };
    let main = [change(1, "main"), change(2, "main"), change(3, "next")];
    let trunk = [change(4, "trunk")];
    let one = counted(Source::GithubPrs, &[&main]);
    assert_eq!(
        (one.base_branch.as_deref(), numbers(&one)["merged"]),
        (Some("main"), 2)
    );
    let both = counted(Source::GithubPrs, &[&main, &trunk]);
    assert_eq!((both.base_branch.as_deref(), numbers(&both)["merged"]), (None, 3));
    assert!(
        both.blind_spots
            .iter()
            .any(|spot| spot.contains("more than one branch"))
    );
    assert_eq!(
        both.sources.iter().map(|file| file.unrelated).collect::<Vec<_>>(),
        [1, 0]
    );
}

#[test]
fn an_export_as_long_as_a_usual_limit_is_told() {
    let first = pull_requests().swap_remove(0);
    let changes = (0..30).map(|number| {
        let mut change = first.clone();
        change["url"] = json!(format!("https://github.com/acme/shop/pull/{number}"));
        change
    });
    let changes: Vec<Value> = changes.collect();
    let is_told = |changes: &[Value]| {
        let counted = counted(Source::GithubPrs, &[changes]);
        counted
            .blind_spots
            .iter()
            .any(|spot| spot.contains("more may have been left out"))
    };
    assert!(is_told(&changes));
    assert!(!is_told(&changes[1..]));
}

#[test]
fn a_revert_after_thirty_days_says_little_about_the_change() {
    let revert = |at: &str| {
        let mut changes = pull_requests();
        changes.retain(|change| [102, 111].contains(&change["number"].as_u64().unwrap()));
        changes[0]["mergedAt"] = json!("2026-09-01T08:00:00Z");
        changes[1]["mergedAt"] = json!(at);
        numbers(&counted(Source::GithubPrs, &[&changes]))["reverted"]
    };
    assert_eq!(revert("2026-10-01T08:00:00Z"), 1);
    assert_eq!(revert("2026-10-01T08:00:01Z"), 0);
}

proptest! {
    #[test]
    fn a_part_is_never_larger_than_the_whole(keeps in prop::collection::vec(any::<bool>(), 18), gitlab in any::<bool>()) {
        let (source, all) = match gitlab {
            true => (Source::GitlabMrs, merge_requests()),
            false => (Source::GithubPrs, pull_requests()),
        };
        let part: Vec<Value> = all.iter().zip(&keeps).filter(|(_, keep)| **keep).map(|(change, _)| change.clone()).collect();
        let (whole, part) = (numbers(&counted(source, &[&all])), numbers(&counted(source, &[&part])));
        for (larger, smaller) in [
            ("prs_total", "merged"),
            ("prs_total", "prs_ai_declared"),
            ("merged", "merged_reviewed"),
            ("merged", "merged_ai"),
            ("merged_ai", "merged_ai_reviewed"),
            ("merged_reviewed", "merged_ai_reviewed"),
            ("merged_reviewed", "stale_approvals"),
            ("approvals", "approvals_without_comment"),
        ] {
            let n = |key: &str| part.get(key).copied();
            prop_assert!(n(smaller) <= n(larger) || n(larger).is_none(), "{larger} {smaller} {part:?}");
        }
        for (key, count) in part.iter().filter(|(key, _)| **key != "median_first_review" && **key != "stale_approvals") {
            prop_assert!(*count <= whole[key], "{key}: {part:?}");
        }
    }

    #[test]
    fn the_order_of_changes_and_files_says_nothing(order in Just((0..18_usize).collect::<Vec<_>>()).prop_shuffle(), cut in 0..18_usize) {
        let all = pull_requests();
        let shuffled: Vec<Value> = order.iter().map(|at| all[*at].clone()).collect();
        let whole = numbers(&counted(Source::GithubPrs, &[&all]));
        prop_assert_eq!(&numbers(&counted(Source::GithubPrs, &[&shuffled])), &whole);
        // A file that repeats a part of another adds nothing.
        let twice = counted(Source::GithubPrs, &[&all, &shuffled[..cut]]);
        prop_assert_eq!(&numbers(&twice), &whole);
    }
}
