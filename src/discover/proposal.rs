//! Records to begin with for what no record knows: what was seen and nothing else, the places as comments. Whoever takes them
//! over decides what they are; until then every other field is missing, and documents say so.

use crate::discover::against::{Compared, Standing, vendors};
use crate::discover::thing::{Kind, Sighting};
use crate::discover::{Found, Group};
use crate::inventory::id::Id;
use crate::link::Inventory;
use crate::link::tool_names::plain;
use crate::yaml::written::Value;
use std::collections::{BTreeMap, BTreeSet};

const HEAD: &str = "\
# Proposed from what was found: names and places, nothing else. Read each record, correct it, and put it into the
# inventory yourself; a field that is not there is missing and not answered. Nothing here says which class a system is in.
";
/// How many places are named above a record.
const MOST_PLACES: usize = 5;

/// Returns the records as YAML documents. Everything that was found is proposed when there is no inventory.
pub fn proposal(found: &Found, inventory: Option<(&Inventory, &Compared)>) -> String {
    let mut drafts = Drafts::new(inventory.map(|(inventory, _)| inventory));
    let mut without = Vec::new();
    for (key, group) in &found.things {
        let is_open = match inventory {
            Some((_, compared)) => matches!(compared.standings.get(key), Some(Standing::Unrecorded(_))),
            None => key.0.is_asked_for() && group.certainty().shows_use(),
        };
        if is_open {
            without.extend(drafts.add(key, group));
        }
    }
    drafts.written(&without)
}

/// One record that is proposed.
struct Draft {
    places: Vec<String>,
    keys: Vec<(&'static str, Value)>,
}

/// Records in the order of kinds and ids.
struct Drafts<'i> {
    inventory: Option<&'i Inventory>,
    taken: BTreeSet<String>,
    /// Ids of the vendors that are proposed, by the plain form of their names.
    vendors: BTreeMap<String, String>,
    proposed: BTreeMap<(&'static str, String), Draft>,
}

impl<'i> Drafts<'i> {
    fn new(inventory: Option<&'i Inventory>) -> Self {
        Self {
            taken: inventory.map(ids).unwrap_or_default(),
            vendors: BTreeMap::new(),
            inventory,
            proposed: BTreeMap::new(),
        }
    }

    /// Adds the record of a thing, and of who provides it; returns a remark where a thing is not a record by itself.
    fn add(&mut self, (kind, name): &(Kind, String), group: &Group) -> Option<String> {
        match kind {
            Kind::Assistant | Kind::Model => {
                let vendor = group.provider.and_then(|provider| self.vendor(provider, None));
                self.record(*kind, name, vendor, group);
                None
            }
            Kind::Weights => {
                self.record(*kind, name, None, group);
                None
            }
            Kind::Service | Kind::Sdk => {
                let provider = group.provider?;
                self.vendor(provider, Some((name, group)));
                Some(format!("{name}: what calls it is a system of yours; name it"))
            }
            Kind::Framework | Kind::Local => Some(format!(
                "{name}: what is made with it is a system of yours; name it"
            )),
            Kind::McpServer => Some(format!(
                "MCP server {name}: an entry of `integrations` of the system that calls it"
            )),
            Kind::Supporting => None,
        }
    }

    fn record(&mut self, kind: Kind, name: &str, vendor: Option<String>, group: &Group) {
        let (record, key) = match kind {
            Kind::Assistant => ("ai_system", "vendor"),
            Kind::Model
            | Kind::Weights
            | Kind::Service
            | Kind::Sdk
            | Kind::Framework
            | Kind::Local
            | Kind::McpServer
            | Kind::Supporting => ("model", "provider"),
        };
        let Some(id) = self.free_id(name) else { return };
        let mut keys = vec![
            ("kind", Value::word(record)),
            ("id", Value::word(id.clone())),
            ("name", Value::word(name)),
        ];
        keys.extend(vendor.map(|id| (key, Value::word(id))));
        let places = group.sightings.iter().filter(|it| it.certainty.shows_use());
        self.proposed.insert(
            (record, id),
            Draft {
                places: shown(places),
                keys,
            },
        );
    }

    /// Returns the id of the vendor of a name, after proposing it where no record has it.
    fn vendor(&mut self, name: &str, seen: Option<(&str, &Group)>) -> Option<String> {
        let recorded = self.inventory.map(|inventory| vendors(inventory, Some(name)));
        let recorded = recorded.and_then(|ids| ids.into_iter().next());
        let known = recorded.or_else(|| self.vendors.get(&plain(name)).cloned());
        let id = match known {
            Some(id) => id,
            None => {
                let id = self.free_id(name)?;
                self.vendors.insert(plain(name), id.clone());
                let keys = vec![
                    ("kind", Value::word("vendor")),
                    ("id", Value::word(id.clone())),
                    ("name", Value::word(name)),
                ];
                let places = Vec::new();
                self.proposed
                    .insert(("vendor", id.clone()), Draft { places, keys });
                id
            }
        };
        let draft = self.proposed.get_mut(&("vendor", id.clone()));
        if let (Some(draft), Some((thing, group))) = (draft, seen) {
            let places = shown(group.sightings.iter().filter(|it| it.certainty.shows_use()));
            draft
                .places
                .extend(places.into_iter().map(|place| format!("{place} ({thing})")));
        }
        Some(id)
    }

    /// Returns an id made of a name that no record has.
    fn free_id(&mut self, name: &str) -> Option<String> {
        let lower = name.to_lowercase();
        let parts = lower.split(|c: char| !c.is_ascii_alphanumeric());
        let slug = parts
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("-");
        let slug = if slug.is_empty() { "found".to_owned() } else { slug };
        let numbered = (2..100).map(|number| format!("{slug}-{number}"));
        let mut ids = [slug.clone(), format!("{slug}-found")]
            .into_iter()
            .chain(numbered);
        let id = ids.find(|id| id.parse::<Id>().is_ok() && !self.taken.contains(id))?;
        self.taken.insert(id.clone());
        Some(id)
    }

    fn written(&self, without: &[String]) -> String {
        let mut text = HEAD.to_owned();
        if self.proposed.is_empty() {
            text.push_str("# There is nothing to propose.\n");
        }
        for remark in without {
            text.push_str(&format!("# {}\n", one_line(remark)));
        }
        for (at, draft) in self.proposed.values().enumerate() {
            if at > 0 {
                text.push_str("---\n");
            }
            for place in &draft.places {
                text.push_str(&format!("# {}\n", one_line(place)));
            }
            for (key, value) in &draft.keys {
                text.push_str(&format!("{key}: {}\n", value.inline()));
            }
        }
        text
    }
}

fn shown<'s>(sightings: impl Iterator<Item = &'s Sighting>) -> Vec<String> {
    let all: Vec<&Sighting> = sightings.collect();
    let place = |it: &&Sighting| match it.line {
        Some(line) => format!("{}:{line} {}", it.path, it.says),
        None => format!("{} {}", it.path, it.says),
    };
    let mut places: Vec<String> = all.iter().take(MOST_PLACES).map(place).collect();
    let n_more = all.len().saturating_sub(MOST_PLACES);
    places.extend((n_more > 0).then(|| format!("and {n_more} more places")));
    places
}

/// A path can hold anything; a comment ends with its line, and YAML takes few other signs.
fn one_line(text: &str) -> String {
    let is_safe = |c: char| {
        !c.is_control()
            && !matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{200b}'..='\u{200f}')
    };
    let mut shown = String::new();
    for c in text.chars() {
        match is_safe(c) {
            true => shown.push(c),
            false => shown.extend(c.escape_unicode()),
        }
    }
    shown
}

fn ids(inventory: &Inventory) -> BTreeSet<String> {
    fn of<'i, T: 'i>(shelf: &'i BTreeMap<Id, T>) -> impl Iterator<Item = String> + 'i {
        shelf.keys().map(|id| id.as_str().to_owned())
    }
    let named = of(&inventory.vendors)
        .chain(of(&inventory.systems))
        .chain(of(&inventory.models));
    let others = of(&inventory.datasets)
        .chain(of(&inventory.workflows))
        .chain(of(&inventory.oversight));
    let more = of(&inventory.policies)
        .chain(of(&inventory.literacy))
        .chain(of(&inventory.notices));
    let rest = of(&inventory.assessments)
        .chain(of(&inventory.incidents))
        .chain(of(&inventory.audits));
    let last = of(&inventory.evidence).chain(of(&inventory.waivers));
    let own = inventory
        .organisation
        .iter()
        .map(|it| it.id.value.as_str().to_owned());
    named
        .chain(others)
        .chain(more)
        .chain(rest)
        .chain(last)
        .chain(own)
        .collect()
}
