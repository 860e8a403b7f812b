//! Why each system is overseen: because the law asks for it, from which day, or because the organisation chose to. A
//! class that is open is never read as one that asks for nothing.

use crate::calendar::Date;
use crate::classify::system::SystemClass;
use crate::documents::classes::{class_words, is_high_risk, may_be_high_risk, range};
use crate::documents::facts::Definition;
use crate::documents::occasion::Occasion;
use crate::documents::shown::{counted, enumeration};
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::law::annexes::governed_by;
use crate::law::dates::status as applies;
use crate::law::duties::{Duty, duty};
use crate::law::terms::{Status, Tier};

/// The duties that concern oversight: of the provider, of the deployer.
const OVERSIGHT: [&str; 2] = ["art-14-oversight", "art-26-2-oversight"];

/// Returns for each system why it is overseen.
pub(crate) fn status(occasion: &Occasion<'_>) -> Vec<Definition> {
    let systems = occasion.inventory.systems.values();
    let entries = systems.map(|system| Definition::new(system.title(), vec![sentence(occasion, system)]));
    entries.collect()
}

fn sentence(occasion: &Occasion<'_>, system: &Record<System>) -> String {
    let Some(class) = occasion.class(&system.id.value) else {
        return "Unknown: the system is not classified.".to_owned();
    };
    if is_high_risk(class) {
        return legal(occasion, system, class);
    }
    if may_be_high_risk(class) {
        let questions = counted(class.open_questions.len(), "question");
        return format!(
            "Open: the class lies {}, with {questions} still to be answered. Until then a legal duty to oversee the \
             system is possible.",
            range(occasion.words, class.min_tier, class.max_tier)
        );
    }
    let words = class_words(occasion.words, Some(class));
    match class.primary_tier {
        Tier::Prohibited => {
            "The record describes a prohibited practice. Oversight does not make it lawful.".to_owned()
        }
        Tier::HighRiskAnnexIB => format!(
            "Voluntary under the Act. Class of the system: {words}. Oversight is a matter of {}.",
            governed_by(&class.legal_basis, occasion.assessment.edition)
        ),
        Tier::OutOfScope
        | Tier::Minimal
        | Tier::Transparency
        | Tier::AnnexIiiDerogated
        | Tier::HighRiskAnnexIii
        | Tier::HighRiskAnnexIA => format!(
            "Voluntary. Class of the system: {words}. The Act asks for no oversight of the operation of such a system."
        ),
    }
}

/// Returns the sentence for a system that is certainly high-risk.
fn legal(occasion: &Occasion<'_>, system: &Record<System>, class: &SystemClass) -> String {
    if class.grandfathered {
        return "Voluntary for now: the system is high-risk and was on the market before the rules apply, so they \
                leave it alone until its design changes significantly."
            .to_owned();
    }
    let day = class.deadline.or(class.applies_from);
    let owed = duties_of(system);
    if owed.is_empty() {
        return format!(
            "Legal duty of the provider and of the deployer of a high-risk system; which of them the organisation is, \
             the record of the system does not say. {}",
            since(day, occasion.assessment.as_of)
        );
    }
    let duties = owed.iter().map(|(role, duty)| {
        format!(
            "as {role}, the organisation is to {} ({})",
            duty.title,
            enumeration(duty.cites)
        )
    });
    let duties: Vec<String> = duties.collect();
    format!(
        "Legal duty: {}. {}",
        duties.join("; "),
        since(day, occasion.assessment.as_of)
    )
}

/// Returns the oversight duties of the roles that we have, each with the word for the role.
fn duties_of(system: &System) -> Vec<(&'static str, &'static Duty)> {
    let roles = system.our_roles.items();
    let duties = OVERSIGHT.into_iter().filter_map(duty);
    let owed = duties.filter_map(|duty| {
        let role = roles.iter().find(|role| duty.roles.contains(&role.value))?;
        Some((role.value.words(), duty))
    });
    owed.collect()
}

/// Returns from which day the duty applies, seen from the as-of date.
fn since(day: Option<Date>, as_of: Date) -> String {
    match day {
        None => "The day from which it applies is unknown.".to_owned(),
        Some(day) => match applies(day, as_of) {
            Status::Applicable => format!("It is owed since {}.", day.in_words()),
            Status::NotYetApplicable => {
                format!("It applies from {}; this record prepares for it.", day.in_words())
            }
        },
    }
}
