//! Vendors and models that more than one member names: by the same id, the same registered name or the same address. That
//! two records are about the same thing is shown by what they say; nobody has said that it is so.

use crate::documents::document::Statement;
use crate::documents::facts::Row;
use crate::documents::group::Portfolio;
use crate::documents::occasion::Occasion;
use crate::documents::trail::Trail;
use crate::inventory::field::Field;
use crate::inventory::id::Id;
use crate::inventory::record::{Named, Record};
use crate::link::Shelf;
use crate::tongue::words::Words;
use std::collections::BTreeMap;

/// One record of a member, with what else could be the same in another.
struct Entry {
    id: String,
    title: String,
    mark: Option<String>,
}

/// Returns what is the same, the members with the name that each gives it.
pub(crate) fn vendors(portfolio: &Portfolio<'_>, words: Words, said: &mut Vec<Statement>) -> Vec<Row> {
    let found = portfolio.each(words, said, |occasion, trail| {
        entries(occasion, trail, "vendors", &occasion.inventory.vendors, |it| {
            ("legal_name", &it.legal_name)
        })
    });
    rows(words, "group-same-legal-name", &found)
}

/// Returns the same for models, which have an address.
pub(crate) fn models(portfolio: &Portfolio<'_>, words: Words, said: &mut Vec<Statement>) -> Vec<Row> {
    let found = portfolio.each(words, said, |occasion, trail| {
        entries(occasion, trail, "models", &occasion.inventory.models, |it| {
            ("uri", &it.uri)
        })
    });
    rows(words, "group-same-address", &found)
}

fn entries<T: Named>(
    occasion: &Occasion<'_>,
    trail: &mut Trail,
    section: &str,
    shelf: &Shelf<T>,
    mark: impl Fn(&Record<T>) -> (&'static str, &Field<String>),
) -> Vec<Entry> {
    let entry = |record: &Record<T>| {
        let (name, field) = mark(record);
        if field.stated().is_some() {
            trail.about(section, record.id.value.as_str()).field(name, field);
        }
        Entry {
            id: record.id.value.to_string(),
            title: occasion.words.quote(record.title()),
            mark: field.stated().cloned(),
        }
    };
    shelf.values().map(entry).collect()
}

/// Returns by what records of several members are the same, and how each member calls it; ids before marks.
fn rows(words: Words, same_mark: &str, found: &[(&Id, Entry)]) -> Vec<Row> {
    let by_id = grouped(found, |entry| Some(&entry.id));
    let by_mark = grouped(found, |entry| entry.mark.as_ref());
    // What an id shows already is not told again.
    let is_new = |names: &Vec<(&Id, &Entry)>| {
        let ids = names.iter().map(|(_, entry)| &entry.id);
        ids.clone().any(|id| ids.clone().any(|other| other != id))
    };
    let row = |phrase: &str, what: &str, names: &[(&Id, &Entry)]| {
        let same = words.say_with(phrase, &[("what", what.into())]);
        let names = names
            .iter()
            .map(|(member, entry)| format!("{member} / {}", entry.title));
        vec![same, names.collect::<Vec<_>>().join("; ")]
    };
    let same_ids = by_id.iter().map(|(id, names)| row("group-same-id", id, names));
    let new = by_mark.iter().filter(|(_, names)| is_new(names));
    same_ids
        .chain(new.map(|(mark, names)| row(same_mark, mark, names)))
        .collect()
}

/// Returns the records of each key that more than one member has.
fn grouped<'e>(
    found: &'e [(&'e Id, Entry)],
    key: impl Fn(&'e Entry) -> Option<&'e String>,
) -> BTreeMap<&'e str, Vec<(&'e Id, &'e Entry)>> {
    let mut groups: BTreeMap<&str, Vec<(&Id, &Entry)>> = BTreeMap::new();
    for (member, entry) in found {
        if let Some(key) = key(entry) {
            groups.entry(key).or_default().push((member, entry));
        }
    }
    groups.retain(|_, names| names.iter().any(|(member, _)| *member != names[0].0));
    groups
}
