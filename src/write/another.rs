//! Whether documents were made from another inventory than the one they are held against: one of another organisation, or
//! one of which they share no file. Comes out in words, or not at all; nothing here is a verdict, and a folder that does
//! not say whose it is is judged by its files alone.

use crate::render::provenance::PROVENANCE;
use crate::write::folder::{Folder, Kind};
use crate::write::manifest::{GROUP, Listed, ManifestFacts};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::path::Path;

/// The provenance of 10,000 systems stays below this; a larger file is not asked.
const PROVENANCE_LIMIT: u64 = 512 << 20;

/// From what documents were made, and whose they are.
#[derive(Debug)]
pub(crate) struct Origin<'a> {
    /// What the manifest says.
    pub(crate) facts: &'a ManifestFacts,
    /// The content of `provenance.json`, where it is there.
    pub(crate) provenance: Option<&'a [u8]>,
}

/// Returns in words that documents were made from another inventory than the one that is there now, where that shows.
pub(crate) fn another(made: &Origin<'_>, now: &Origin<'_>) -> Option<String> {
    let (before, today) = (&made.facts.inputs, &now.facts.inputs);
    if before.is_empty() || before == today {
        return None;
    }
    let (theirs, this) = (made.owner(), now.owner());
    if let (Some(theirs), Some(this)) = (&theirs, &this)
        && theirs != this
    {
        return Some(format!(
            "these documents were made from another inventory: theirs is of {theirs}, this one of {this}"
        ));
    }
    // Where all that an inventory holds was changed, its files still have their names.
    let is_of_the_same = theirs.is_some() && theirs == this && shares(before, today, |input| &input.path);
    match is_of_the_same || shares(before, today, |input| &input.sha256) {
        true => None,
        false => Some(format!(
            "these documents were made from another inventory, or everything in it has changed: none of their {} is here",
            counted(before.len())
        )),
    }
}

/// Returns the content of `provenance.json` in a folder, if it can be had.
pub(crate) fn provenance_in(folder: &Folder) -> Option<Vec<u8>> {
    let path = Path::new(PROVENANCE);
    match folder.kind(path)? {
        Kind::File { n_bytes } if n_bytes <= PROVENANCE_LIMIT => folder.content(path, n_bytes).ok(),
        Kind::File { .. } | Kind::Folder | Kind::Link | Kind::Other => None,
    }
}

impl Origin<'_> {
    /// Returns the organisation or group that the documents are of, as far as they say so.
    fn owner(&self) -> Option<String> {
        if let Some(group) = self.facts.options.get(GROUP).and_then(|values| values.first()) {
            return Some(format!("the group `{group}`"));
        }
        let provenance: Provenance = serde_json::from_slice(self.provenance?).ok()?;
        // The section of the inventory that tells of the organisation repeats fields of nothing else.
        let said = provenance.documents.inventory.scope.into_iter().next()?;
        Some(format!("the organisation `{}`", said.record))
    }
}

#[derive(Deserialize)]
struct Provenance {
    documents: Documents,
}

#[derive(Deserialize)]
struct Documents {
    inventory: Inventory,
}

#[derive(Deserialize)]
struct Inventory {
    #[serde(default)]
    scope: Vec<Traced>,
}

#[derive(Deserialize)]
struct Traced {
    record: String,
}

fn shares(made: &[Listed], now: &[Listed], what: impl Fn(&Listed) -> &String) -> bool {
    let made: BTreeSet<&String> = made.iter().map(&what).collect();
    now.iter().any(|input| made.contains(what(input)))
}

fn counted(n_files: usize) -> String {
    match n_files {
        1 => "1 input file".to_owned(),
        _ => format!("{n_files} input files"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;
    use std::collections::BTreeMap;

    fn facts(inputs: &[(&str, &str)], group: Option<&str>) -> ManifestFacts {
        let group = group.map(|id| (GROUP.to_owned(), vec![id.to_owned()]));
        ManifestFacts {
            tool_version: "0.1.0".into(),
            rules_revision: "1".into(),
            rules_sha256: String::new(),
            law: "omnibus-2026".into(),
            as_of: Date::on(2026, 11, 22),
            build_id: "abc".into(),
            options: group.into_iter().collect::<BTreeMap<_, _>>(),
            inputs: inputs
                .iter()
                .map(|(path, content)| Listed::of(path, content.as_bytes()))
                .collect(),
        }
    }

    fn of(id: &str) -> String {
        let said = format!(
            "{{\"says\": \"A\", \"record\": \"{id}\", \"field\": \"legal_name\", \"at\": \"a.yaml:1:1\"}}"
        );
        format!("{{\"documents\": {{\"gaps\": {{}}, \"inventory\": {{\"scope\": [{said}]}}}}}}")
    }

    #[track_caller]
    fn check(made: (&ManifestFacts, &str), now: (&ManifestFacts, &str), expected: Option<&str>) {
        fn origin<'a>((facts, provenance): (&'a ManifestFacts, &'a str)) -> Origin<'a> {
            Origin {
                facts,
                provenance: Some(provenance.as_bytes()),
            }
        }
        let told = another(&origin(made), &origin(now));
        assert_eq!(
            told.as_deref(),
            expected
                .map(|rest| format!("these documents were made from another inventory{rest}"))
                .as_deref()
        );
    }

    #[test]
    fn another_organisation_or_group_is_named_whatever_files_are_shared() {
        let acme = facts(&[("a.yaml", "1"), ("b.yaml", "2")], None);
        let globex = facts(&[("a.yaml", "1"), ("b.yaml", "3")], None);
        check(
            (&acme, &of("acme")),
            (&globex, &of("globex")),
            Some(": theirs is of the organisation `acme`, this one of the organisation `globex`"),
        );
        let group = facts(&[("group.yaml", "1")], Some("holding"));
        check(
            (&group, ""),
            (&acme, &of("acme")),
            Some(": theirs is of the group `holding`, this one of the organisation `acme`"),
        );
    }

    #[test]
    fn files_of_which_none_is_there_show_it_too() {
        let made = facts(&[("a.yaml", "1"), ("b.yaml", "2")], None);
        let none = ", or everything in it has changed: none of their 2 input files is here";
        let elsewhere = facts(&[("c.yaml", "3")], None);
        check((&made, &of("acme")), (&elsewhere, &of("acme")), Some(none));
        check((&made, "{}"), (&facts(&[("a.yaml", "3")], None), ""), Some(none));
        check((&made, &of("acme")), (&facts(&[], None), ""), Some(none));
    }

    #[test]
    fn an_inventory_that_has_changed_is_the_same_one() {
        let made = facts(&[("a.yaml", "1"), ("b.yaml", "2")], None);
        let edited = facts(&[("a.yaml", "1"), ("b.yaml", "3")], None);
        let moved = facts(&[("c.yaml", "2")], None);
        let all_edited = facts(&[("a.yaml", "8"), ("b.yaml", "9")], None);
        for now in [&made, &edited, &moved] {
            check((&made, "not JSON"), (now, &of("acme")), None);
        }
        check((&made, &of("acme")), (&all_edited, &of("acme")), None);
        check((&facts(&[], None), ""), (&made, &of("acme")), None);
    }
}
