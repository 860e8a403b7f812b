//! Models, tools and MCP servers that sources name, held against inventory and policy. A name is asked about once, where
//! it was seen last, however many summaries repeat it.

use crate::calendar::Date;
use crate::inventory::audit::{AuditSummary, Seen};
use crate::inventory::field::{Field, List};
use crate::inventory::kind::Kind;
use crate::inventory::record::Record;
use crate::inventory::system::{LifecycleStatus, System};
use crate::law::gaps::{self as law, GapKind};
use crate::link::Inventory;
use crate::link::audits::{Audits, days};
use crate::link::model_names::{ModelName, covers, exceeds, is_alias, names_of, normal};
use crate::link::tool_names::{has_ended, names_of as names_of_system, plain};
use crate::obligations::case::{Case, Docket, inquiry};
use crate::obligations::gap::Gap;
use crate::obligations::gaps::evidence::{About, audits_of, holds_throughout, policies};
use crate::obligations::level::Level;
use crate::source::{Span, Spanned};
use std::collections::{BTreeMap, BTreeSet};

type SeenList = fn(&AuditSummary) -> &Field<List<Seen>>;

/// A name where it was seen last.
struct Sighting<'c, 'i> {
    name: &'i str,
    item: &'i Spanned<Seen>,
    record: &'i Record<AuditSummary>,
    cases: &'c [&'c Case<'i>],
}

/// Returns the gaps of everything that was seen.
pub(crate) fn gaps(docket: Docket, cases: &[Case], audits: &[About<AuditSummary>]) -> Vec<Gap> {
    let known = Known::of(docket.inventory);
    let mut gaps = Vec::new();
    for sighting in sightings(audits, |it| &it.models_seen, spelled) {
        gaps.extend(sighting.model(&known));
        gaps.extend(sighting.disallowed());
    }
    for sighting in sightings(audits, |it| &it.tools_seen, plain) {
        gaps.extend(sighting.tool(&known));
    }
    for sighting in sightings(audits, |it| &it.mcp_servers_seen, plain) {
        gaps.extend(sighting.server());
    }
    gaps.extend(cases.iter().flat_map(unseen));
    gaps
}

/// What the inventory names.
struct Known {
    /// The snapshots of each model, by its key.
    models: BTreeMap<String, BTreeSet<String>>,
    /// Whether a tool is allowed here, by its plain name: not when all systems of the name are gone or forbidden.
    tools: BTreeMap<String, bool>,
}

impl Known {
    fn of(inventory: &Inventory) -> Self {
        let mut known = Self {
            models: BTreeMap::new(),
            tools: BTreeMap::new(),
        };
        for name in inventory.models.values().flat_map(names_of) {
            known.models.entry(name.key).or_default().extend(name.snapshot);
        }
        for system in inventory.systems.values() {
            let is_allowed = !system
                .lifecycle_status
                .stated()
                .is_some_and(|status| has_ended(*status));
            for name in names(system) {
                *known.tools.entry(name).or_default() |= is_allowed;
            }
        }
        known
    }
}

/// Returns each name once, whatever its spelling, from the latest summary that has it.
fn sightings<'c, 'i>(
    audits: &'c [About<'c, 'i, AuditSummary>],
    of: SeenList,
    key: fn(&str) -> String,
) -> Vec<Sighting<'c, 'i>> {
    let mut last: BTreeMap<String, (Option<(Date, Date)>, Sighting)> = BTreeMap::new();
    for (record, cases) in audits {
        let when = days(record).map(|(start, end)| (end, start));
        for item in of(record).items() {
            let Some(name) = item.value.name.stated() else {
                continue;
            };
            let key = key(name);
            let is_later = last.get(&key).is_none_or(|(known, _)| *known <= when);
            if is_later {
                let sighting = Sighting {
                    name,
                    item,
                    record,
                    cases,
                };
                last.insert(key, (when, sighting));
            }
        }
    }
    last.into_values().map(|(_, sighting)| sighting).collect()
}

impl Sighting<'_, '_> {
    fn gap(&self, kind: &'static GapKind, level: Level, field: &'static str, more: &str) -> Gap {
        let about = inquiry(Kind::AuditSummary, self.record, self.cases);
        let detail = format!("{}{more}", self.told());
        about.gap(kind, level, field, &detail, Some(self.item.span))
    }

    /// Returns the name with what is known of its use: how often, through what, by which source.
    fn told(&self) -> String {
        let seen = &self.item.value;
        let mut told = format!("`{}`", self.name);
        if let Some(via) = seen.via.stated() {
            told.push_str(&format!(" through `{via}`"));
        }
        match seen.count.stated() {
            Some(1) => told.push_str(", once"),
            Some(count) => told.push_str(&format!(", {count} times")),
            None => {}
        }
        if let Some(source) = seen.from.items().first() {
            told.push_str(&format!(", by source `{}`", source.value));
        }
        told
    }

    fn model(&self, known: &Known) -> Option<Gap> {
        let field = "models_seen";
        if is_alias(self.name) {
            return Some(self.gap(&law::EVD_014, Level::Info, field, ""));
        }
        let name = normal(self.name);
        let Some(snapshots) = known.models.get(&name.key) else {
            return Some(self.gap(&law::EVD_010, Level::Should, field, ""));
        };
        // A name without a day can be any snapshot.
        let seen = name.snapshot.filter(|seen| !snapshots.contains(seen))?;
        let ours = snapshots.first()?;
        let more = format!(", which is the snapshot {seen}; the inventory names {ours}");
        Some(self.gap(&law::EVD_010, Level::Info, field, &more))
    }

    fn disallowed(&self) -> Option<Gap> {
        if is_alias(self.name) {
            return None;
        }
        let policies = policies(self.cases).into_iter();
        let mut binding = policies.filter(|policy| holds_throughout(policy, self.record));
        let limit = binding.find_map(|policy| {
            let models = policy.models.stated()?;
            let allowed = models.allowed.said().map(|said| &said.value.0);
            // `default` on the list leaves it to the tool, so nothing can be outside.
            let is_outside = allowed.is_some_and(|list| {
                !list
                    .iter()
                    .any(|it| covers(&it.value, self.name) || it.value == "default")
            });
            let largest = models.max_model.stated();
            let is_larger = largest.filter(|largest| exceeds(self.name, largest) == Some(true));
            match (is_outside, is_larger) {
                (true, _) => Some(format!("; `{}` does not list it", policy.id.value)),
                (false, Some(largest)) => Some(format!("; `{}` ends with `{largest}`", policy.id.value)),
                (false, None) => None,
            }
        })?;
        Some(self.gap(&law::EVD_021, Level::Should, "models_seen", &limit))
    }

    fn tool(&self, known: &Known) -> Option<Gap> {
        let more = match known.tools.get(&plain(self.name)) {
            Some(true) => return None,
            Some(false) => ", which is no longer allowed here",
            None => "",
        };
        Some(self.gap(&law::EVD_011, Level::Should, "tools_seen", more))
    }

    fn server(&self) -> Option<Gap> {
        let name = plain(self.name);
        let is_meant = |item: &Spanned<String>| plain(&item.value) == name;
        let policies = policies(self.cases);
        let lists = policies.iter().filter_map(|policy| policy.mcp_servers.stated());
        let is_denied = lists.clone().any(|it| it.denied.items().iter().any(is_meant));
        let is_allowed = lists.clone().any(|it| it.allowed.items().iter().any(is_meant));
        let connections = self
            .cases
            .iter()
            .flat_map(|case| case.system.integrations.items());
        let mut named = connections.filter(|it| it.value.name.stated().is_some_and(|it| plain(it) == name));
        let is_approved = named.any(|it| !it.value.approved.is(&false));
        match (is_denied, is_allowed || is_approved) {
            (true, _) => Some(self.gap(
                &law::EVD_012,
                Level::Should,
                "mcp_servers_seen",
                ", which the policy denies",
            )),
            (false, true) => None,
            (false, false) => Some(self.gap(&law::EVD_012, Level::Should, "mcp_servers_seen", "")),
        }
    }
}

/// Returns the names of a system and of what it is connected with, in their plain form.
fn names(system: &Record<System>) -> impl Iterator<Item = String> {
    let connected = system.integrations.items().iter();
    let connected = connected.filter_map(|it| it.value.name.stated().map(String::as_str));
    names_of_system(system).chain(connected).map(plain)
}

/// Models of a system in service that the last two periods with models do not name. An alias can be any model.
fn unseen(case: &Case) -> Vec<Gap> {
    const N_PERIODS: usize = 2;
    if !case.system.lifecycle_status.is(&LifecycleStatus::InService) {
        return Vec::new();
    }
    let naming: Audits = audits_of(case)
        .into_iter()
        .filter(|it| !it.models_seen.items().is_empty() && days(it).is_some())
        .collect();
    let mut periods: Vec<(Date, Date)> = naming.iter().filter_map(|it| days(it)).collect();
    periods.sort();
    periods.dedup();
    let Some(first) = periods.len().checked_sub(N_PERIODS).map(|at| periods[at]) else {
        return Vec::new();
    };
    let recent = naming.iter().filter(|it| days(it) >= Some(first));
    let names: Vec<&str> = recent
        .flat_map(|it| it.models_seen.items())
        .filter_map(|it| it.value.name.stated().map(String::as_str))
        .collect();
    if names.iter().any(|name| is_alias(name)) {
        return Vec::new();
    }
    let seen: Vec<String> = names.iter().map(|name| normal(name).key).collect();
    let named: Vec<(&str, Option<Span>)> = case
        .docket
        .inventory
        .models_of(case.system)
        .filter(|model| !names_of(model).iter().any(|known| seen.contains(&known.key)))
        .map(|model| (model.title(), case.system.models.span()))
        .collect();
    let gap = |(title, at): &(&str, Option<Span>)| {
        let detail = format!("`{title}`, since {}", first.0.in_words());
        case.inquiry()
            .gap(&law::EVD_013, Level::Info, "models", &detail, *at)
    };
    named.iter().map(gap).collect()
}

/// Returns the name of a model in its one form, with the day of its snapshot.
fn spelled(name: &str) -> String {
    let ModelName { key, snapshot } = normal(name);
    format!("{key} {}", snapshot.unwrap_or_default())
}
