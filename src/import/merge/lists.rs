//! Lists of several summaries become one: what bears a name in two of them is one entry, with the count of the source that is
//! nearest to the events; every other count becomes a cross-check. What bears no name stands once.

use crate::import::merge::facts::{CrossCheck, Fact};
use crate::import::merge::summary::{Summary, at, items, text, word};
use crate::yaml::node::Node;
use crate::yaml::written::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A list whose entries bear names.
pub(crate) struct Named {
    /// Its key in the record.
    pub(crate) key: &'static str,
    /// The keys that tell its entries apart.
    name: &'static [&'static str],
    /// The key of the number that an entry states.
    number: &'static str,
}

const fn named(key: &'static str, name: &'static [&'static str], number: &'static str) -> Named {
    Named { key, name, number }
}

/// The lists whose entries bear names, in the order in which they are written.
pub(crate) const NAMED: &[Named] = &[
    named("effective_retention", &["what", "category"], "days"),
    named("models_seen", &["name", "via"], "count"),
    named("tools_seen", &["name", "via"], "count"),
    named("mcp_servers_seen", &["name", "via"], "count"),
    named("activities", &["name", "via"], "count"),
    named("policy_violations", &["type"], "count"),
];

/// An entry that a summary states.
struct Entry<'s> {
    node: &'s Node,
    fact: Fact,
    is_counted: bool,
}

impl Named {
    /// Returns the entries of all summaries by their names, after adding what is counted twice to the cross-checks.
    pub(crate) fn joined(&self, summaries: &[Summary], cross_checks: &mut Vec<CrossCheck>) -> Vec<Value> {
        let mut by_name: BTreeMap<Vec<&str>, Vec<Entry>> = BTreeMap::new();
        for (at, summary) in summaries.iter().enumerate() {
            for node in items(&summary.node, self.key) {
                let name = self.name.iter().map(|key| text(node, key).unwrap_or_default());
                let entry = self.entry(summary, at, node);
                by_name.entry(name.collect()).or_default().push(entry);
            }
        }
        let joined = by_name.into_iter().map(|(name, entries)| {
            let what = format!("{} of {}", self.key, name[0]);
            one(&what, entries, cross_checks)
        });
        joined.collect()
    }

    fn entry<'s>(&self, summary: &Summary, place: usize, node: &'s Node) -> Entry<'s> {
        let from = summary.from(at(node, "from"));
        let number = text(node, self.number);
        Entry {
            node,
            is_counted: number.is_some(),
            fact: Fact {
                number: number.unwrap_or_default().to_owned(),
                from: from.ids,
                rank: from.rank,
                summary: place,
            },
        }
    }
}

fn one(what: &str, mut entries: Vec<Entry>, cross_checks: &mut Vec<CrossCheck>) -> Value {
    entries.sort_by_key(|entry| (!entry.is_counted, entry.fact.rank, entry.fact.summary));
    let mut from: Vec<String> = Vec::new();
    for entry in &entries {
        let more = entry.fact.from.iter().filter(|id| !from.contains(id));
        from.extend(more.cloned().collect::<Vec<_>>());
    }
    let (first, others) = match entries.split_first() {
        Some((first, others)) => (first, others),
        None => return Value::Table(Vec::new()),
    };
    let others = others.iter().filter(|entry| entry.is_counted);
    cross_checks.extend(others.map(|other| CrossCheck {
        what: what.to_owned(),
        kept: first.fact.clone(),
        other: other.fact.clone(),
    }));
    let said = first.node.entries().map(Value::entries).into_iter().flatten();
    let said = said.filter(|(key, _)| key != "from");
    let from = Value::List(from.iter().map(Value::word).collect());
    Value::Table(said.chain([("from".to_owned(), from)]).collect())
}

/// Returns the items of a list of all summaries, equal ones once.
pub(crate) fn united(summaries: &[Summary], key: &str) -> Vec<Value> {
    let mut seen = BTreeSet::new();
    let items = summaries
        .iter()
        .flat_map(|it| items(&it.node, key))
        .map(Value::of);
    items.filter(|item| seen.insert(item.inline())).collect()
}

/// Returns what the sources of all summaries cannot show, each sentence once, with whose it is in front.
pub(crate) fn blind_spots(summaries: &[Summary]) -> Vec<Value> {
    let mut spots: Vec<(&str, Vec<String>)> = Vec::new();
    for summary in summaries {
        for spot in items(&summary.node, "blind_spots").iter().filter_map(word) {
            let names = summary.names_of_sources();
            match spots.iter_mut().find(|(known, _)| *known == spot) {
                Some((_, whose)) => whose.extend(names),
                None => spots.push((spot, names)),
            }
        }
    }
    let told = spots.into_iter().map(|(spot, whose)| match whose.is_empty() {
        true => Value::word(spot),
        false => Value::word(format!("{}: {spot}", whose.join(", "))),
    });
    told.collect()
}

/// Returns the cross-checks that summaries have already, under the ids of sources in the merged record.
pub(crate) fn earlier(summaries: &[Summary]) -> Vec<CrossCheck> {
    let checks = summaries.iter().enumerate().flat_map(|(place, summary)| {
        items(&summary.node, "cross_checks")
            .iter()
            .filter_map(move |node| {
                let fact = |number: &str, from: &str| {
                    let from = summary.from(at(node, from));
                    Some(Fact {
                        number: word(at(node, number)?)?.to_owned(),
                        from: from.ids,
                        rank: from.rank,
                        summary: place,
                    })
                };
                Some(CrossCheck {
                    what: text(node, "what")?.to_owned(),
                    kept: fact("kept", "kept_from")?,
                    other: fact("other", "other_from")?,
                })
            })
    });
    checks.collect()
}
