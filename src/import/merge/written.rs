//! How the merged record is written: the keys of an audit summary in their fixed order, each number with the sources that it
//! comes from, and behind them the numbers that were not kept.

use crate::import::merge::facts::{CrossCheck, FAMILIES, Facts};
use crate::import::merge::lists::{blind_spots, united};
use crate::import::merge::summary::{Summary, at, at_path, is_closing, text};
use crate::import::month::Month;
use crate::import::written::entry;
use crate::yaml::written::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What a merged record is written from.
pub(crate) struct Merged<'s> {
    /// The summaries, in their order.
    pub(crate) summaries: &'s [Summary],
    /// What single facts come to.
    pub(crate) facts: &'s Facts,
    /// What lists whose entries bear names come to, by their keys.
    pub(crate) lists: Vec<(&'static str, Vec<Value>)>,
    /// Every number that was not kept.
    pub(crate) cross_checks: Vec<CrossCheck>,
}

type Keys = Vec<(&'static str, Value)>;
type Words = &'static [&'static str];

impl Merged<'_> {
    /// Returns the text of the record.
    pub(crate) fn body(&self) -> String {
        let groups = ["volumes", "costs", "metrics", "sampling"];
        let keys = self.head().into_iter();
        let keys = keys.chain(
            self.lists
                .iter()
                .filter_map(|(key, items)| self.list(key, items.clone())),
        );
        let keys = keys.chain(groups.into_iter().filter_map(|group| self.group(group)));
        let keys = keys.chain(self.words_of_people()).chain(self.checks());
        let lines = keys.flat_map(|(key, value)| entry(key, &value, 0));
        lines.fold(String::new(), |text, line| text + &line + "\n")
    }

    fn head(&self) -> Keys {
        let Some(first) = self.summaries.first().map(|it| &it.node) else {
            return Vec::new();
        };
        let period = at(first, "period");
        let day = |key: &str| period.and_then(|it| text(it, key)).unwrap_or_default();
        let name = of_days(day("start"), day("end"));
        let mut keys = vec![
            ("kind", Value::word("audit_summary")),
            (
                "id",
                Value::word(format!("audit-{}-merged", name.replace(' ', "-"))),
            ),
            ("name", Value::word(format!("Counts of several sources, {name}"))),
        ];
        keys.extend(period.map(|it| ("period", Value::of(it))));
        let zone = text(first, "timezone").unwrap_or("UTC");
        keys.push(("timezone", Value::word(zone)));
        keys.extend(at(first, "systems").map(|it| ("systems", Value::of(it))));
        let sources = self.summaries.iter().flat_map(Summary::sources).collect();
        keys.push(("sources", Value::List(sources)));
        keys
    }

    /// A list that no summary states may still be said not to apply, or not to be known.
    fn list(&self, key: &'static str, items: Vec<Value>) -> Option<(&'static str, Value)> {
        match items.is_empty() {
            true => self.closing(key).map(|value| (key, value)),
            false => Some((key, Value::List(items))),
        }
    }

    fn closing(&self, path: &str) -> Option<Value> {
        let (group, key) = path.rsplit_once('.').unwrap_or(("", path));
        let said = self.summaries.iter().filter_map(|it| {
            let holder = if group.is_empty() {
                &it.node
            } else {
                at_path(&it.node, group)?
            };
            Some(&holder.entry(key)?.value)
        });
        said.filter(|value| is_closing(value)).map(Value::of).next()
    }

    fn group(&self, group: &'static str) -> Option<(&'static str, Value)> {
        let (before, behind, summary) = self.words_of(group);
        let words = |keys: &'static [&str]| self.words(group, keys, summary);
        let mut entries = words(before);
        entries.extend(self.numbers(group));
        entries.extend(words(behind));
        if entries.is_empty() {
            return self.closing(group).map(|value| (group, value));
        }
        // Samples are drawn by people and name no source.
        if group != "sampling" {
            let from = self.from(group).into_iter().map(Value::word).collect();
            entries.push(("from".to_owned(), Value::List(from)));
        }
        Some((group, Value::Table(entries)))
    }

    /// Returns which words of a group stand before and behind its numbers, and of which summary they are.
    fn words_of(&self, group: &str) -> (Words, Words, Option<usize>) {
        let of = |path: &str| self.facts.kept.get(path).map(|fact| fact.summary);
        match group {
            "costs" => (&["currency", "estimated"], &["by_model"], self.facts.costs_of),
            "metrics" => (&["base_branch"], &[], of("metrics.merged")),
            "sampling" => (&[], &["method"], of("sampling.n")),
            _ => (&[], &[], None),
        }
    }

    fn words(&self, group: &str, keys: Words, summary: Option<usize>) -> Vec<(String, Value)> {
        let stated = |key: &str| {
            let own = &self.summaries[summary?].node;
            let said = at_path(own, &format!("{group}.{key}"))?;
            Some((key.to_owned(), Value::of(said)))
        };
        keys.iter().filter_map(|key| stated(key)).collect()
    }

    fn numbers(&self, group: &str) -> Vec<(String, Value)> {
        let mut entries: Vec<(String, Value)> = Vec::new();
        for path in FAMILIES.iter().copied().flatten() {
            let Some(key) = path.strip_prefix(group).and_then(|rest| rest.strip_prefix('.')) else {
                continue;
            };
            let kept = self.facts.kept.get(path).map(|fact| Value::word(&fact.number));
            let Some(value) = kept.or_else(|| self.closing(path)) else {
                continue;
            };
            match key.split_once('.') {
                None => entries.push((key.to_owned(), value)),
                Some((inner, key)) => within(&mut entries, inner, (key.to_owned(), value)),
            }
        }
        entries
    }

    /// Returns the sources of the numbers of a group, in the order of the sources.
    fn from(&self, group: &str) -> Vec<String> {
        let of_group = self.facts.kept.iter().filter(|(path, _)| in_group(path, group));
        let named: BTreeSet<&str> = of_group
            .flat_map(|(_, fact)| &fact.from)
            .map(String::as_str)
            .collect();
        let all = self.summaries.iter().flat_map(|it| it.from(None).ids);
        all.filter(|id| named.contains(id.as_str())).collect()
    }

    fn words_of_people(&self) -> Keys {
        let mut keys: Keys = Vec::new();
        keys.extend(self.list("log_categories", united(self.summaries, "log_categories")));
        let said = self
            .summaries
            .iter()
            .find_map(|it| at(&it.node, "monitoring_conclusion"));
        keys.extend(said.map(|it| ("monitoring_conclusion", Value::of(it))));
        keys.extend(self.list("incidents", united(self.summaries, "incidents")));
        keys.extend(self.list("evidence", united(self.summaries, "evidence")));
        let notes = self.summaries.iter().filter_map(|it| text(&it.node, "notes"));
        let notes: Vec<&str> = notes.collect();
        if !notes.is_empty() {
            keys.push(("notes", Value::word(notes.join("\n"))));
        }
        keys
    }

    fn checks(&self) -> Keys {
        let mut keys: Keys = Vec::new();
        let checks: Vec<Value> = self.cross_checks.iter().map(check).collect();
        if !checks.is_empty() {
            keys.push(("cross_checks", Value::List(checks)));
        }
        let facts = self.facts_from();
        if !facts.is_empty() {
            keys.push(("facts_from", Value::Table(facts)));
        }
        let mut spots = blind_spots(self.summaries);
        spots.extend(self.facts.left_out.iter().map(Value::word));
        keys.push(("blind_spots", Value::List(spots)));
        keys
    }

    /// Returns which sources gave which number, of groups whose numbers are not all from the same.
    fn facts_from(&self) -> Vec<(String, Value)> {
        let mut of_groups: BTreeMap<&str, BTreeSet<&[String]>> = BTreeMap::new();
        for (path, fact) in &self.facts.kept {
            let group = path.split('.').next().unwrap_or_default();
            of_groups.entry(group).or_default().insert(&fact.from);
        }
        let is_mixed = |path: &str| {
            of_groups
                .iter()
                .any(|(group, from)| in_group(path, group) && from.len() > 1)
        };
        let mixed = self.facts.kept.iter().filter(|(path, _)| is_mixed(path));
        let lists = mixed.map(|(path, fact)| {
            let from = fact.from.iter().map(Value::word).collect();
            ((*path).to_owned(), Value::List(from))
        });
        lists.collect()
    }
}

fn in_group(path: &str, group: &str) -> bool {
    path.strip_prefix(group).is_some_and(|rest| rest.starts_with('.'))
}

/// Adds an entry to the mapping under a key.
fn within(entries: &mut Vec<(String, Value)>, key: &str, inner: (String, Value)) {
    match entries.iter_mut().find(|(known, _)| known == key) {
        Some((_, Value::Table(table))) => table.push(inner),
        Some(_) | None => entries.push((key.to_owned(), Value::Table(vec![inner]))),
    }
}

fn check(check: &CrossCheck) -> Value {
    let from = |ids: &[String]| Value::List(ids.iter().map(Value::word).collect());
    Value::table([
        ("what", Value::word(&check.what)),
        ("kept", Value::word(&check.kept.number)),
        ("kept_from", from(&check.kept.from)),
        ("other", Value::word(&check.other.number)),
        ("other_from", from(&check.other.from)),
    ])
}

/// Returns the name of a period: its month, if it is one.
fn of_days(start: &str, end: &str) -> String {
    let month = start.strip_suffix("-01").and_then(|it| it.parse::<Month>().ok());
    match month.filter(|month| month.last().to_string() == end) {
        Some(month) => month.to_string(),
        None => format!("{start} to {end}"),
    }
}
