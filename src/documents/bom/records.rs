//! The inventory as the AI-BOM reads it: names that parts are referred to by, parties behind vendor ids, and places. Adds
//! nothing to what the records say.

use crate::documents::bom::answer::{Answer, State};
use crate::documents::bom::references::of_security;
use crate::documents::bom::{BomView, Neighbour, Organisation, Part, Party, Vendor};
use crate::inventory::field::{Field, List};
use crate::inventory::id::Id;
use crate::inventory::organisation::Contact;
use crate::inventory::record::Record;
use crate::inventory::{dataset, model, organisation, system, vendor};
use crate::law::terms::Role;
use crate::link::{Inventory, Shelf};
use crate::source::{SourceMap, Span};

/// The inventory with its texts.
pub(crate) struct Records<'a> {
    pub(crate) inventory: &'a Inventory,
    sources: &'a SourceMap,
}

/// Who makes a part: in words, and as a party when a record says so.
pub(crate) struct Maker {
    pub(crate) says: Answer,
    pub(crate) party: Option<Party>,
}

impl<'a> Records<'a> {
    pub(crate) fn new(inventory: &'a Inventory, sources: &'a SourceMap) -> Self {
        Self { inventory, sources }
    }

    /// Returns `file:line` of a place.
    pub(crate) fn place(&self, span: Span) -> String {
        let place = self.sources.place(span);
        format!("{}:{}", place.path, place.line)
    }

    /// Returns the organisation, or what is left of it when the inventory has no such record.
    pub(crate) fn organisation(&self) -> Organisation {
        match &self.inventory.organisation {
            Some(record) => Organisation {
                bom_ref: format!("organisation:{}", record.id.value),
                party: organisation_party(record),
                lead: Answer::of("ai_governance_lead", &record.ai_governance_lead),
                security_policy: Answer::within("security.policy_url", &record.security, |it| {
                    Answer::of("security.policy_url", &it.policy_url)
                }),
                vulnerabilities: Answer::within("security.advisories_url", &record.security, |it| {
                    Answer::of("security.advisories_url", &it.advisories_url)
                }),
                source: self.place(record.id.span),
            },
            None => Organisation {
                bom_ref: "organisation:unknown".to_owned(),
                party: Party {
                    name: "unknown organisation".to_owned(),
                    ..Party::default()
                },
                lead: Answer::absent("ai_governance_lead"),
                security_policy: Answer::absent("security.policy_url"),
                vulnerabilities: Answer::absent("security.advisories_url"),
                source: "no record".to_owned(),
            },
        }
    }

    /// Returns who makes a part: the vendor that it names, else the organisation when it is the provider.
    pub(crate) fn maker(&self, name: &'static str, vendor: &Field<Id>, roles: &Field<List<Role>>) -> Maker {
        let is_provider = |role: &Role| matches!(role, Role::Provider | Role::GpaiProvider);
        let is_ours = roles.items().iter().any(|role| is_provider(&role.value));
        match self.inventory.vendor(vendor) {
            Some(record) => Maker {
                says: Answer {
                    words: None,
                    items: vec![record.title().to_owned()],
                    ..Answer::of(name, vendor)
                },
                party: Some(vendor_party(record)),
            },
            // A provider builds the system itself or has it built (Art. 3(3)); only an open question is left open.
            None if is_ours && !matches!(vendor, Field::Unknown(_)) => self.ourselves(name),
            None => Maker {
                says: Answer::of(name, vendor),
                party: None,
            },
        }
    }

    /// Returns the organisation as maker.
    pub(crate) fn ourselves(&self, name: &'static str) -> Maker {
        let party = self.organisation().party;
        Maker {
            says: Answer::stated(name, party.name.clone()),
            party: Some(party),
        }
    }

    /// Returns the records that a list names, in its order.
    pub(crate) fn named<'s, T>(
        &self,
        shelf: &'s Shelf<T>,
        names: &'s Field<List<Id>>,
    ) -> impl Iterator<Item = &'s Record<T>> + use<'s, T> {
        names.items().iter().filter_map(|name| shelf.get(&name.value))
    }

    /// Returns the vendors with what each of them makes or runs.
    pub(crate) fn vendors(&self, view: &BomView) -> Vec<Vendor> {
        let is_of = |part: &&Part, id: &Id| part.party.as_ref().is_some_and(|party| party.id == id.as_str());
        let supplies = |id: &Id| {
            let parts = view.parts().filter(|part| is_of(part, id));
            parts.map(Part::neighbour).collect()
        };
        let vendors = self.inventory.vendors.values();
        vendors
            .map(|record| Vendor {
                id: record.id.value.to_string(),
                name: record.title().to_owned(),
                country: Answer::of("country", &record.country),
                role_to_us: Answer::list("role_to_us", &record.role_to_us),
                supplies: supplies(&record.id.value),
                source: self.place(record.id.span),
            })
            .collect()
    }
}

/// Returns how a system is referred to.
pub(crate) fn system_ref(record: &Record<system::System>) -> Neighbour {
    neighbour(
        "system",
        record.id.value.as_str(),
        record.title(),
        &record.version,
    )
}

/// Returns how a model is referred to.
pub(crate) fn model_ref(record: &Record<model::Model>) -> Neighbour {
    neighbour(
        "model",
        record.id.value.as_str(),
        record.title(),
        &record.version_or_snapshot,
    )
}

/// Returns how a data set is referred to.
pub(crate) fn dataset_ref(record: &Record<dataset::Dataset>) -> Neighbour {
    neighbour(
        "dataset",
        record.id.value.as_str(),
        record.title(),
        &record.version,
    )
}

/// Returns how the service behind a hosted model is referred to.
pub(crate) fn hosted_ref(record: &Record<model::Model>) -> Neighbour {
    Neighbour {
        bom_ref: format!("service:{}", record.id.value),
        name: format!("{} (hosted)", record.title()),
    }
}

fn neighbour(kind: &str, id: &str, title: &str, version: &Field<String>) -> Neighbour {
    let version = version.stated().filter(|version| !version.trim().is_empty());
    let bom_ref = match version {
        Some(version) => format!("{kind}:{id}@{version}"),
        None => format!("{kind}:{id}"),
    };
    Neighbour {
        bom_ref,
        name: title.to_owned(),
    }
}

/// Keeps only facts that the record speaks of; the gap register names the others where they are owed.
pub(crate) fn spoken_of(answers: impl IntoIterator<Item = Answer>) -> impl Iterator<Item = Answer> {
    answers
        .into_iter()
        .filter(|answer| answer.state != State::Missing)
}

fn organisation_party(record: &Record<organisation::Organisation>) -> Party {
    Party {
        id: record.id.value.to_string(),
        name: record.title().to_owned(),
        country: record.country.stated().cloned(),
        address: record.address.stated().cloned(),
        security: of_security(&record.security),
        ..reached(&record.contact)
    }
}

fn vendor_party(record: &Record<vendor::Vendor>) -> Party {
    Party {
        id: record.id.value.to_string(),
        name: record.title().to_owned(),
        country: record.country.stated().cloned(),
        security: of_security(&record.security),
        ..reached(&record.contact)
    }
}

fn reached(contact: &Field<Contact>) -> Party {
    let Some(contact) = contact.stated() else {
        return Party::default();
    };
    Party {
        email: contact.email.stated().cloned(),
        url: contact.url.stated().cloned(),
        phone: contact.phone.stated().cloned(),
        ..Party::default()
    }
}
