//! The fields of an `ai_system` that a register can fill, and what kind of value each takes. Facts in the vocabulary of the
//! law are not among them: what a register of others says about risk is not our classification.

use crate::inventory::system::{BuiltOrRebranded, LifecycleStatus};

/// What kind of value a field takes.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Shape {
    /// A text, as it stands in the register.
    Text,
    /// The purpose in the provider's words; the register is named as their source.
    Purpose,
    /// The name of a vendor, which becomes a `vendor` record.
    Vendor,
    /// Yes or no.
    Truth,
    /// A day.
    Day,
    /// One of some terms.
    Term(fn() -> Vec<&'static str>),
}

/// A field by its path, in the order in which a record is written.
pub(crate) type Field = (&'static str, Shape);

/// The fields.
pub(crate) const FIELDS: &[Field] = &[
    ("name", Shape::Text),
    ("description", Shape::Text),
    ("owner", Shape::Text),
    ("vendor", Shape::Vendor),
    ("intended_purpose", Shape::Purpose),
    ("our_use", Shape::Text),
    ("lifecycle_status", Shape::Term(lifecycles)),
    ("version", Shape::Text),
    ("trade_name", Shape::Text),
    ("unambiguous_reference", Shape::Text),
    ("placed_on_market_on", Shape::Day),
    ("in_service_since", Shape::Day),
    ("retired_on", Shape::Day),
    ("tripwires.built_or_rebranded", Shape::Term(origins)),
    ("tripwires.interacts_with_public", Shape::Truth),
    ("tripwires.generates_media", Shape::Truth),
    ("tripwires.publishes_public_interest_text", Shape::Truth),
    ("tripwires.affects_individual_decisions", Shape::Truth),
    ("tripwires.evaluates_or_allocates_workers", Shape::Truth),
    ("tripwires.uses_biometrics_or_emotion", Shape::Truth),
    ("tripwires.safety_component", Shape::Truth),
    ("tripwires.processes_personal_data", Shape::Truth),
];

impl Shape {
    /// Returns the words that a field of this kind takes; nothing when it takes any text.
    pub(crate) fn words(self) -> Option<Vec<&'static str>> {
        match self {
            Self::Text | Self::Purpose | Self::Vendor | Self::Day => None,
            Self::Truth => Some(vec!["true", "false"]),
            Self::Term(terms) => Some(terms()),
        }
    }
}

fn lifecycles() -> Vec<&'static str> {
    LifecycleStatus::ALL.iter().map(|term| term.key()).collect()
}

fn origins() -> Vec<&'static str> {
    BuiltOrRebranded::ALL.iter().map(|term| term.key()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inventory::tripwires::Tripwires;

    #[test]
    fn every_tripwire_can_be_filled() {
        for (name, _) in Tripwires::QUESTIONS {
            let path = format!("tripwires.{name}");
            assert!(FIELDS.iter().any(|(known, _)| *known == path), "{path}");
        }
    }
}
