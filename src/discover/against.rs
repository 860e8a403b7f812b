//! What was found, held against an inventory both ways: which record knows a thing, which thing no record knows, and which
//! record was not met. A record that was not met proves nothing. Says which record it took, so that a person can judge.

use crate::discover::Found;
use crate::discover::tables::assistants::{ANY_ASSISTANT, ASSISTANTS};
use crate::discover::tables::services::SERVICES;
use crate::discover::thing::{Certainty, Kind};
use crate::discover::weights::weights;
use crate::import::declared::tools::TOOLS;
use crate::inventory::kind;
use crate::inventory::model::Model;
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::link::Inventory;
use crate::link::model_names::names_of as names_of_model;
use crate::link::tool_names::{has_ended, names_of as names_of_system, plain};
use std::collections::{BTreeMap, BTreeSet};

/// What an inventory says of a thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// These records know it, by id.
    Recorded(Vec<String>),
    /// No record knows it; with what a record says that comes close.
    Unrecorded(Option<String>),
    /// Places only hint at it, and no record knows it.
    Hinted,
    /// Records are not asked about things of this kind.
    NotAsked,
}

/// A record that nothing of what was found leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmet {
    /// Its kind.
    pub kind: kind::Kind,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// What was found beside what is recorded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Compared {
    /// What the inventory says of each thing.
    pub standings: BTreeMap<(Kind, String), Standing>,
    /// Systems and models that were not met, in the order of kinds and ids.
    pub unmet: Vec<Unmet>,
}

impl Compared {
    /// Returns the things that are used here and that no record knows.
    pub fn unrecorded(&self) -> impl Iterator<Item = (&(Kind, String), Option<&str>)> {
        self.standings
            .iter()
            .filter_map(|(key, standing)| match standing {
                Standing::Unrecorded(note) => Some((key, note.as_deref())),
                Standing::Recorded(_) | Standing::Hinted | Standing::NotAsked => None,
            })
    }
}

/// Compares what was found with an inventory.
pub fn compare(found: &Found, inventory: &Inventory) -> Compared {
    let mut compared = Compared::default();
    for (key, group) in &found.things {
        let (kind, name) = key;
        let records = records(inventory, *kind, name, group.provider);
        let standing = match (records.is_empty(), kind.is_asked_for(), group.certainty()) {
            (false, ..) => Standing::Recorded(records.into_iter().collect()),
            (true, false, _) => Standing::NotAsked,
            (true, true, Certainty::Declared | Certainty::Configured) => {
                Standing::Unrecorded(note(inventory, *kind, name))
            }
            (true, true, Certainty::BroughtIn | Certainty::Mentioned) => Standing::Hinted,
        };
        compared.standings.insert(key.clone(), standing);
    }
    compared.unmet = unmet(inventory, &compared);
    compared
}

/// Returns the ids of the records that know a thing.
fn records(inventory: &Inventory, kind: Kind, name: &str, provider: Option<&str>) -> BTreeSet<String> {
    match kind {
        Kind::Assistant if name == ANY_ASSISTANT => systems(inventory, is_any_assistant),
        Kind::Assistant => systems(inventory, |system| is_assistant(system, name)),
        Kind::Service | Kind::Sdk => {
            let called = systems(inventory, |system| connects(system, name) || calls(system, name));
            let models = models(inventory, |model| is_endpoint(model, name));
            let all = called
                .into_iter()
                .chain(models)
                .chain(vendors(inventory, provider));
            all.collect()
        }
        Kind::Framework | Kind::Local | Kind::Supporting => {
            let systems = systems(inventory, |system| {
                connects(system, name) || runs_on(system, name)
            });
            let models = models(inventory, |model| needs(model, name));
            systems.into_iter().chain(models).collect()
        }
        Kind::Model => models(inventory, |model| {
            let own = names_of_model(model);
            own.iter().any(|own| own.key == name)
        }),
        Kind::Weights => models(inventory, |model| {
            holds(model, name) || plain(model.title()) == plain(name)
        }),
        Kind::McpServer => {
            let systems = systems(inventory, |system| connects(system, name));
            systems.into_iter().chain(policies(inventory, name)).collect()
        }
    }
}

/// Returns the ids of the systems in use of which something holds.
fn systems(inventory: &Inventory, is_it: impl Fn(&Record<System>) -> bool) -> BTreeSet<String> {
    let used = inventory.systems.values().filter(|system| is_used(system));
    ids(used.filter(|system| is_it(system)))
}

fn models(inventory: &Inventory, is_it: impl Fn(&Record<Model>) -> bool) -> BTreeSet<String> {
    ids(inventory.models.values().filter(|model| is_it(model)))
}

/// Returns the ids of the vendors that go by the name of a provider.
pub(crate) fn vendors(inventory: &Inventory, provider: Option<&str>) -> BTreeSet<String> {
    let Some(provider) = provider else {
        return BTreeSet::new();
    };
    let vendors = inventory.vendors.values();
    ids(vendors.filter(|vendor| {
        let names = [vendor.title(), vendor.id.value.as_str()];
        let legal = vendor.legal_name.stated().map(String::as_str);
        names.into_iter().chain(legal).any(|own| names_it(own, provider))
    }))
}

fn ids<'i, T: 'i>(records: impl Iterator<Item = &'i Record<T>>) -> BTreeSet<String> {
    records
        .map(|record| record.id.value.as_str().to_owned())
        .collect()
}

fn is_used(system: &Record<System>) -> bool {
    let status = system.lifecycle_status.stated();
    !status.is_some_and(|status| has_ended(*status))
}

/// What several assistants read is accounted for by each of them.
fn is_any_assistant(system: &Record<System>) -> bool {
    let mut named = ASSISTANTS.iter().filter(|known| known.name != ANY_ASSISTANT);
    named.any(|known| is_assistant(system, known.name))
}

fn is_assistant(system: &Record<System>, name: &str) -> bool {
    let tool = TOOLS.iter().find(|tool| tool.name == name);
    let words = tool.map_or(&[][..], |tool| tool.words);
    let is_it = |own: &str| names_it(own, name) || words.iter().any(|word| names_it(own, word));
    names_of_system(system).any(is_it) || connects(system, name)
}

/// Returns whether a tool or connection of a system that is not refused has a name.
fn connects(system: &Record<System>, name: &str) -> bool {
    let items = system.integrations.items().iter();
    let mut approved = items.filter(|it| !it.value.approved.is(&false));
    approved.any(|it| it.value.name.stated().is_some_and(|own| names_it(own, name)))
}

/// Returns whether a system calls a service by one of its hosts.
fn calls(system: &Record<System>, service: &str) -> bool {
    let mut items = system.integrations.items().iter();
    items.any(|it| {
        it.value
            .endpoint
            .stated()
            .is_some_and(|address| is_host_of(service, address))
    })
}

fn is_endpoint(model: &Record<Model>, service: &str) -> bool {
    let endpoint = model.authenticity.stated().and_then(|it| it.endpoint.stated());
    endpoint.is_some_and(|address| is_host_of(service, address))
}

fn is_host_of(service: &str, address: &str) -> bool {
    let address = address.to_lowercase();
    let mut services = SERVICES.iter().filter(|known| known.name == service);
    services.any(|known| known.hosts.iter().any(|host| address.contains(host)))
}

fn runs_on(system: &Record<System>, name: &str) -> bool {
    let software = system.deployment.stated().and_then(|it| it.software.stated());
    software.is_some_and(|text| names_it(text, name))
        || names_of_system(system).any(|own| names_it(own, name))
}

fn needs(model: &Record<Model>, name: &str) -> bool {
    let texts = [&model.required_software, &model.technical_means_of_integration];
    texts
        .iter()
        .any(|text| text.stated().is_some_and(|text| names_it(text, name)))
}

fn holds(model: &Record<Model>, file: &str) -> bool {
    let mut files = model.files.items().iter();
    files.any(|it| {
        let path = it.value.path.stated();
        path.and_then(|path| weights(path))
            .is_some_and(|thing| thing.name == file)
    })
}

fn policies(inventory: &Inventory, server: &str) -> BTreeSet<String> {
    let is_meant = |item: &String| plain(item) == plain(server);
    ids(inventory.policies.values().filter(|policy| {
        let servers = policy.mcp_servers.stated();
        servers.is_some_and(|it| it.allowed.items().iter().any(|item| is_meant(&item.value)))
    }))
}

/// Returns what a record says that comes close: a refusal, or an end.
fn note(inventory: &Inventory, kind: Kind, name: &str) -> Option<String> {
    let ended = inventory.systems.values().filter(|system| !is_used(system));
    let mut ended = ended.filter(|system| kind == Kind::Assistant && is_assistant(system, name));
    let refusing = inventory.systems.values().find(|system| {
        let items = system.integrations.items().iter();
        let mut refused = items.filter(|it| it.value.approved.is(&false));
        refused.any(|it| {
            it.value
                .name
                .stated()
                .is_some_and(|own| plain(own) == plain(name))
        })
    });
    let denying = inventory.policies.values().find(|policy| {
        let servers = policy.mcp_servers.stated().filter(|_| kind == Kind::McpServer);
        servers.is_some_and(|it| {
            it.denied
                .items()
                .iter()
                .any(|item| plain(&item.value) == plain(name))
        })
    });
    ended
        .next()
        .map(|system| format!("`{}` says that it is no longer used here", system.id.value))
        .or_else(|| refusing.map(|system| format!("`{}` says that it is not approved", system.id.value)))
        .or_else(|| denying.map(|policy| format!("`{}` denies it", policy.id.value)))
}

/// Returns the systems and models in use that nothing leads to. A system is met with one of its models.
fn unmet(inventory: &Inventory, compared: &Compared) -> Vec<Unmet> {
    let met: BTreeSet<&str> = compared
        .standings
        .values()
        .flat_map(|standing| match standing {
            Standing::Recorded(ids) => ids.as_slice(),
            Standing::Unrecorded(_) | Standing::Hinted | Standing::NotAsked => &[],
        })
        .map(String::as_str)
        .collect();
    let systems = inventory.systems.values().filter(|system| {
        let own = [system.id.value.as_str()].into_iter();
        let inside = system.models.items().iter().map(|it| it.value.as_str());
        is_used(system) && !own.chain(inside).any(|id| met.contains(id))
    });
    let models = inventory.models.values();
    let models = models.filter(|model| !met.contains(model.id.value.as_str()));
    let systems = systems.map(|it| unmet_record(kind::Kind::AiSystem, it.id.value.as_str(), it.title()));
    let models = models.map(|it| unmet_record(kind::Kind::Model, it.id.value.as_str(), it.title()));
    systems.chain(models).collect()
}

fn unmet_record(kind: kind::Kind, id: &str, name: &str) -> Unmet {
    Unmet {
        kind,
        id: id.to_owned(),
        name: name.to_owned(),
    }
}

/// Returns whether a text contains a name as whole words, or is the name in another spelling.
fn names_it(text: &str, name: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let lower = text.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric());
        words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let (text_words, name_words) = (words(text), words(name));
    let is_within = !name_words.is_empty()
        && text_words
            .windows(name_words.len())
            .any(|part| part == name_words);
    is_within || plain(text) == plain(name)
}
