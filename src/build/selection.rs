//! What of a selection by system or owner the inventories know: which owners are meant by what was typed, and which names
//! no inventory has. What a selection leaves out stands in `documents::selection`.

use crate::Checked;
use crate::build::Scope;
use crate::documents::selection::Selection;
use crate::failure::Failure;
use crate::inventory::id::Id;
use crate::yaml::decode::listed;
use std::collections::BTreeSet;

/// Returns the systems that a scope narrows a build down to.
pub fn selection(scope: &Scope) -> Selection {
    Selection {
        systems: scope.systems.clone(),
        owners: scope.owners.clone(),
    }
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
        ["no system is called", "there is no system yet"],
        scope.systems.iter().map(Id::as_str),
        &known,
    )?;
    let owners = scope.owners.iter().map(String::as_str);
    let says = [
        "no system is owned by",
        "no system has an `owner` yet; write the role into its record",
    ];
    refuse(says, owners, &known_owners(checked))
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

/// Refuses what is not known, or says that nothing is there to be known.
fn refuse<'a>(
    [what, none]: [&str; 2],
    asked: impl Iterator<Item = &'a str>,
    known: &BTreeSet<&str>,
) -> Result<(), Failure> {
    let unknown: Vec<&str> = asked.filter(|it| !known.contains(it)).collect();
    let known: Vec<&str> = known.iter().copied().collect();
    let says = match (unknown.is_empty(), known.is_empty()) {
        (true, _) => return Ok(()),
        (false, true) => none.to_owned(),
        (false, false) => format!("known: {}", listed(&known)),
    };
    Err(Failure::Refused(format!("{what} {}; {says}", listed(&unknown))))
}
