//! Asks the law's questions of the inventory. Three-valued: unknown never becomes "no". Gives every system and every
//! model a class with its reasons; who owes what because of it is the next room's matter.

pub mod art50;
mod basis;
pub mod bearers;
pub(crate) mod contradictions;
pub mod evaluate;
mod exceptions;
pub mod facts;
pub mod model;
pub mod plain;
pub mod questions;
mod settled;
pub mod system;
mod uses;
pub mod weigh;

use crate::calendar::Date;
use crate::classify::facts::Answers;
use crate::classify::model::ModelClass;
use crate::classify::system::SystemClass;
use crate::diag::Diagnostics;
use crate::inventory::id::Id;
use crate::law::edition::Edition;
use crate::link::Inventory;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// The classes of everything in an inventory.
#[derive(Debug, Clone)]
pub struct Classification {
    /// The text of the Act that was applied.
    pub edition: Edition,
    /// The day that was asked about.
    pub as_of: Date,
    /// The class of each system.
    pub systems: BTreeMap<Id, SystemClass>,
    /// The class of each model.
    pub models: BTreeMap<Id, ModelClass>,
}

/// Classifies every system and model of an inventory, and reports statements that contradict each other.
pub fn classify(
    inventory: &Inventory,
    edition: Edition,
    as_of: Date,
    findings: &mut Diagnostics,
) -> Classification {
    let classes = inventory.systems.par_iter().map(|(id, system)| {
        let mut found = Diagnostics::default();
        let answers = Answers::of_system(system, edition, &mut found);
        (id.clone(), system::class_of(&answers, edition, as_of), found)
    });
    let mut systems = BTreeMap::new();
    for (id, class, found) in classes.collect::<Vec<_>>() {
        findings.extend(found);
        systems.insert(id, class);
    }
    let models = inventory.models.iter().map(|(id, model)| {
        let answers = Answers::of_model(model, edition);
        (id.clone(), model::class_of(&answers, edition, as_of))
    });
    Classification {
        edition,
        as_of,
        systems,
        models: models.collect(),
    }
}
