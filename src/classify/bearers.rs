//! Whom a duty binds, as far as the record of a system says: us, somebody else, or nobody can say, since our role is not
//! settled. Which duties a system brings is for `art50`; what is asked because a role is open, for `obligations`.

use crate::classify::system::SystemClass;
use crate::inventory::system::{BuiltOrRebranded, System};
use crate::law::terms::{Bearer, Role, RoleChange, Tier};

/// Whom a duty binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Us, by a role that the record states or that Article 25 brings.
    Us,
    /// Somebody else, and not us.
    Others,
    /// Somebody who bears the duty; whether that is us too is open.
    NotSettled,
}

/// Returns whom the duties of a bearer bind. That they are not ours is said only where our role is settled.
pub fn bound(system: &System, class: &SystemClass, bearer: Bearer) -> Bound {
    let role = match bearer {
        Bearer::Provider => Role::Provider,
        Bearer::Deployer => Role::Deployer,
    };
    match states(system, role) || class.brings_role(role) {
        true => Bound::Us,
        false if is_role_open(system, class) => Bound::NotSettled,
        false => Bound::Others,
    }
}

/// Returns whether our role is not settled: none is stated, or what else is on record makes, or may make, a provider of
/// us.
pub fn is_role_open(system: &System, class: &SystemClass) -> bool {
    let has_no_role = system.our_roles.items().is_empty();
    has_no_role || unstated_provider(system, class).is_some() || may_become_provider(class)
}

/// Returns what we did to the system, when that makes, or may make, a provider of us and our roles do not say so.
pub fn unstated_provider(system: &System, class: &SystemClass) -> Option<BuiltOrRebranded> {
    let built = system.tripwires.stated()?.built_or_rebranded.stated().copied();
    let is_stated = states(system, Role::Provider);
    built.filter(|built| match built {
        BuiltOrRebranded::BuiltInHouse | BuiltOrRebranded::Rebranded => !is_stated,
        // These make a provider only when the system is, or becomes, high-risk (Article 25(1)(b) and (c)).
        BuiltOrRebranded::SubstantiallyModified | BuiltOrRebranded::Repurposed => {
            !is_stated && class.max_tier >= Tier::HighRiskAnnexIii
        }
        BuiltOrRebranded::None => false,
    })
}

/// Returns whether a question is open by which we would count as provider.
pub fn may_become_provider(class: &SystemClass) -> bool {
    let mut changes = class.open_questions.iter().filter_map(|open| open.role_change);
    changes.any(|change| change != RoleChange::HandOver)
}

fn states(system: &System, role: Role) -> bool {
    system.our_roles.items().iter().any(|ours| ours.value == role)
}
