//! Which documents about a single system are wanted: those of the systems that were named, and of the systems that a named
//! role owns. Both narrow down. What is about the organisation as a whole is always made. Nothing is refused when a
//! selection meets nothing: a role can have gone since documents were made, and a member of a group need not have it.

use crate::Checked;
use crate::build::Scope;
use crate::failure::Failure;
use crate::inventory::id::Id;
use crate::yaml::decode::listed;
use std::collections::BTreeSet;

/// Returns whether a document is wanted, by its path without extension.
pub(crate) fn is_wanted(path: &str, checked: &Checked, scope: &Scope) -> bool {
    // What stands in a folder is about one system, by the name of the file.
    let Some((_, system)) = path.split_once('/') else {
        return true;
    };
    let is_named = scope.systems.is_empty() || scope.systems.iter().any(|id| id.as_str() == system);
    is_named && (scope.owners.is_empty() || is_owned(system, checked, &scope.owners))
}

fn is_owned(system: &str, checked: &Checked, owners: &BTreeSet<String>) -> bool {
    let systems = &checked.assessment.inventory.systems;
    let id = system.parse::<Id>().ok();
    let owner = id.and_then(|id| systems.get(&id)?.owner.stated());
    owner.is_some_and(|owner| owners.contains(owner))
}

/// Returns the owners that are meant by what was typed: each text is one owner where an inventory has it as a whole, else
/// several with commas between them.
pub fn owners(typed: &[String], checked: &[&Checked]) -> BTreeSet<String> {
    let known = known_owners(checked);
    let mut owners = BTreeSet::new();
    for text in typed.iter().map(|text| text.trim()) {
        match known.contains(text) {
            true => drop(owners.insert(text.to_owned())),
            false => owners.extend(text.split(',').map(|part| part.trim().to_owned())),
        }
    }
    owners
}

/// Refuses systems and owners that no inventory has.
///
/// # Errors
/// Names what is not known, and what is.
pub fn refuse_unknown(checked: &[&Checked], scope: &Scope) -> Result<(), Failure> {
    let systems = checked
        .iter()
        .flat_map(|it| it.assessment.inventory.systems.keys());
    let known: BTreeSet<&str> = systems.map(Id::as_str).collect();
    refuse(
        "no system is called",
        scope.systems.iter().map(Id::as_str),
        &known,
    )?;
    let owners = scope.owners.iter().map(String::as_str);
    refuse("no system is owned by", owners, &known_owners(checked))
}

fn known_owners<'c>(checked: &[&'c Checked]) -> BTreeSet<&'c str> {
    let systems = checked
        .iter()
        .flat_map(|it| it.assessment.inventory.systems.values());
    systems
        .filter_map(|system| system.owner.stated())
        .map(String::as_str)
        .collect()
}

fn refuse<'a>(
    what: &str,
    asked: impl Iterator<Item = &'a str>,
    known: &BTreeSet<&str>,
) -> Result<(), Failure> {
    let unknown: Vec<&str> = asked.filter(|it| !known.contains(it)).collect();
    let known: Vec<&str> = known.iter().copied().collect();
    match unknown.is_empty() {
        true => Ok(()),
        false => {
            let (unknown, known) = (listed(&unknown), listed(&known));
            Err(Failure::Refused(format!("{what} {unknown}; known: {known}")))
        }
    }
}
