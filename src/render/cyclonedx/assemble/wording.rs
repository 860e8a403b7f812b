//! How answers and parties are worded in CycloneDX: a property for each value, `actfile:unknown`, `actfile:missing` or
//! `actfile:not-applicable` where there is none, and organisations with only those addresses that the schema takes.

use crate::documents::bom::answer::{Answer, State};
use crate::documents::bom::{Organisation, Party};
use crate::render::cyclonedx::schema;
use crate::render::cyclonedx::wire::{Address, Contact, Organization, Property};

/// The namespace of our properties.
const NAMESPACE: &str = "actfile";

/// Returns the name by which the document refers to the organisation as the one that answers for it.
pub(crate) fn manufacturer_ref(organisation: &Organisation) -> String {
    organisation.bom_ref.replacen("organisation:", "party:", 1)
}

pub(crate) fn organization(party: &Party) -> Organization {
    let address = Address {
        country: party.country.clone(),
        street_address: party.address.clone(),
        ..Address::default()
    };
    let contact = contact(party);
    Organization {
        bom_ref: None,
        name: Some(party.name.clone()),
        address: (address != Address::default()).then_some(address),
        url: party
            .url
            .clone()
            .filter(|url| schema::is_address(url))
            .into_iter()
            .collect(),
        contact: (contact != Contact::default())
            .then_some(contact)
            .into_iter()
            .collect(),
    }
}

pub(crate) fn contact(party: &Party) -> Contact {
    Contact {
        bom_ref: None,
        name: None,
        email: party.email.clone().filter(|email| schema::is_email(email)),
        phone: party.phone.clone(),
    }
}

/// Writes one answer as properties: each value under the field's own name, `none` for an empty list, or in which way
/// there is no value.
pub(crate) fn fact(answer: &Answer) -> Vec<Property> {
    let values = answer.items.iter().map(|item| property(answer.field, item));
    match silence(answer) {
        _ if answer.field.is_empty() => Vec::new(),
        Some(silence) => vec![silence],
        None if answer.items.is_empty() => vec![property(answer.field, answer.says())],
        None => values.collect(),
    }
}

/// Says in which way there is no value.
pub(crate) fn silence(answer: &Answer) -> Option<Property> {
    match answer.state {
        // Records of this kind have no such field.
        _ if answer.field.is_empty() => None,
        State::Shown => None,
        State::NotApplicable => {
            let says = answer.says();
            let reason = says.trim_start_matches("not applicable: ");
            Some(property("not-applicable", format!("{}: {reason}", answer.field)))
        }
        State::Unknown => Some(property("unknown", answer.field)),
        State::Missing => Some(property("missing", answer.field)),
    }
}

pub(crate) fn property(name: &str, value: impl Into<String>) -> Property {
    Property {
        name: format!("{NAMESPACE}:{name}"),
        value: Some(value.into()),
    }
}
