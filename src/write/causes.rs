//! Why a folder is not what a build would make now: what it was made from, as its manifest says, beside what there is today.
//! Says nothing about the documents themselves.

use crate::write::manifest::{Listed, ManifestFacts};
use std::collections::{BTreeMap, BTreeSet};

/// How much of a hash is enough to tell two apart.
const SHOWN_OF_HASH: usize = 12;

/// Returns in words what differs: input files by their paths, then what else decides about the bytes.
pub(crate) fn causes(made: &ManifestFacts, now: &ManifestFacts) -> Vec<String> {
    let inputs = inputs(&by_path(&made.inputs), &by_path(&now.inputs));
    inputs.into_iter().chain(besides_inputs(made, now)).collect()
}

/// Returns in words what differs of program, rules, edition and day.
pub(crate) fn besides_inputs(made: &ManifestFacts, now: &ManifestFacts) -> Vec<String> {
    let days = (made.as_of.to_string(), now.as_of.to_string());
    let rest = [
        differs("program", &made.tool_version, &now.tool_version),
        differs("rule table", &table(made), &table(now)),
        differs("edition of the law", &made.law, &now.law),
        differs("as-of date", &days.0, &days.1),
    ];
    rest.into_iter().flatten().collect()
}

type Hashes<'a> = BTreeMap<&'a str, &'a str>;

fn by_path(inputs: &[Listed]) -> Hashes<'_> {
    let pairs = inputs
        .iter()
        .map(|input| (input.path.as_str(), input.sha256.as_str()));
    pairs.collect()
}

fn inputs(made: &Hashes<'_>, now: &Hashes<'_>) -> Vec<String> {
    let paths: BTreeSet<&str> = made.keys().chain(now.keys()).copied().collect();
    let told = paths.into_iter().filter_map(|path| {
        let what = match (made.get(path), now.get(path)) {
            (Some(before), Some(today)) if before == today => return None,
            (Some(_), Some(_)) => "changed since",
            (Some(_), None) => "gone since",
            (None, _) => "new since",
        };
        Some(format!("input {what}: `{path}`"))
    });
    told.collect()
}

fn table(facts: &ManifestFacts) -> String {
    let hash = facts
        .rules_sha256
        .get(..SHOWN_OF_HASH)
        .unwrap_or(&facts.rules_sha256);
    format!("{} ({hash})", facts.rules_revision)
}

fn differs(what: &str, made: &str, now: &str) -> Option<String> {
    (made != now).then(|| format!("{what}: made with {made}, now {now}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;

    fn facts(inputs: &[(&str, &str)]) -> ManifestFacts {
        ManifestFacts {
            tool_version: "0.1.0".into(),
            rules_revision: "1".into(),
            rules_sha256: "aaaabbbbccccdddd".into(),
            law: "omnibus-2026".into(),
            as_of: Date::on(2026, 11, 22),
            build_id: "abc".into(),
            options: BTreeMap::new(),
            inputs: inputs
                .iter()
                .map(|(path, sha256)| Listed {
                    path: (*path).into(),
                    bytes: 1,
                    sha256: (*sha256).into(),
                })
                .collect(),
        }
    }

    #[test]
    fn each_input_that_differs_is_named_and_no_other() {
        let made = facts(&[("a.yaml", "1"), ("b.yaml", "2"), ("c.yaml", "3")]);
        let now = facts(&[("a.yaml", "1"), ("b.yaml", "9"), ("d.yaml", "4")]);
        assert_eq!(
            causes(&made, &now),
            [
                "input changed since: `b.yaml`",
                "input gone since: `c.yaml`",
                "input new since: `d.yaml`",
            ]
        );
        assert_eq!(causes(&made, &made), [""; 0]);
    }

    #[test]
    fn what_else_decides_about_the_bytes_is_named_too() {
        let made = facts(&[]);
        let now = ManifestFacts {
            as_of: Date::on(2026, 12, 2),
            rules_sha256: "eeee".into(),
            ..made.clone()
        };
        assert_eq!(
            causes(&made, &now),
            [
                "rule table: made with 1 (aaaabbbbcccc), now 1 (eeee)",
                "as-of date: made with 2026-11-22, now 2026-12-02",
            ]
        );
    }
}
