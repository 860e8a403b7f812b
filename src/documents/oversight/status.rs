//! Why each system is overseen: because the law asks for it, from which day, or because the organisation chose to. A
//! class that is open is never read as one that asks for nothing.

use crate::calendar::Date;
use crate::classify::system::SystemClass;
use crate::documents::classes::{class_words, is_high_risk, may_be_high_risk, range};
use crate::documents::facts::Definition;
use crate::documents::lacking;
use crate::documents::occasion::Occasion;
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::law::annexes::governed_by;
use crate::law::dates::status as applies;
use crate::law::duties::{Duty, duty};
use crate::law::terms::{Role, Status, Tier};
use crate::tongue::words::Words;

/// The duties that concern oversight: of the provider, of the deployer.
const OVERSIGHT: [&str; 2] = ["art-14-oversight", "art-26-2-oversight"];

/// Returns for each system why it is overseen.
pub(crate) fn status(occasion: &Occasion<'_>) -> Vec<Definition> {
    let systems = occasion.inventory.systems.values();
    let entries = systems.map(|system| {
        Definition::new(
            occasion.words.quote(system.title()),
            vec![sentence(occasion, system)],
        )
    });
    entries.collect()
}

fn sentence(occasion: &Occasion<'_>, system: &Record<System>) -> String {
    let words = occasion.words;
    let Some(class) = occasion.class(&system.id.value) else {
        return words.say("overseen-unclassified");
    };
    if is_high_risk(class) {
        return legal(occasion, system, class);
    }
    if may_be_high_risk(class) {
        let range = range(words, class.min_tier, class.max_tier);
        let blanks = [("range", range.into()), ("n", class.open_questions.len().into())];
        return words.say_with("overseen-open", &blanks);
    }
    let in_words = ("class", class_words(words, Some(class)).into());
    match class.primary_tier {
        Tier::Prohibited => words.say("overseen-prohibited"),
        Tier::HighRiskAnnexIB => {
            let law = governed_by(&class.legal_basis, occasion.assessment.edition);
            words.say_with("overseen-sector-law", &[in_words, ("law", law.into())])
        }
        Tier::OutOfScope
        | Tier::Minimal
        | Tier::Transparency
        | Tier::AnnexIiiDerogated
        | Tier::HighRiskAnnexIii
        | Tier::HighRiskAnnexIA => words.say_with("overseen-voluntary", &[in_words]),
    }
}

/// Returns the sentence for a system that is certainly high-risk.
fn legal(occasion: &Occasion<'_>, system: &Record<System>, class: &SystemClass) -> String {
    let words = occasion.words;
    if class.grandfathered {
        return words.say("overseen-left-alone");
    }
    let day = class.deadline.or(class.applies_from);
    let since = ("since", since(words, day, occasion.assessment.as_of).into());
    let owed = duties_of(system);
    if owed.is_empty() {
        return words.say_with("overseen-role-unknown", &[since]);
    }
    let duties = owed.iter().map(|(role, duty)| {
        let blanks = [
            ("role", words.term(*role).into()),
            ("duty", duty.title.into()),
            ("cites", lacking::cites(words, duty.cites).into()),
        ];
        words.say_with("overseen-duty", &blanks)
    });
    let duties: Vec<String> = duties.collect();
    let duties = duties.join(&words.say("between-long-items"));
    words.say_with("overseen-owed", &[("duties", duties.into()), since])
}

/// Returns the oversight duties of the roles that we have, each with the role.
fn duties_of(system: &System) -> Vec<(Role, &'static Duty)> {
    let roles = system.our_roles.items();
    let duties = OVERSIGHT.into_iter().filter_map(duty);
    let owed = duties.filter_map(|duty| {
        let role = roles.iter().find(|role| duty.roles.contains(&role.value))?;
        Some((role.value, duty))
    });
    owed.collect()
}

/// Returns from which day the duty applies, seen from the as-of date.
fn since(words: Words, day: Option<Date>, as_of: Date) -> String {
    let Some(day) = day else {
        return words.say("overseen-day-unknown");
    };
    let id = match applies(day, as_of) {
        Status::Applicable => "overseen-since",
        Status::NotYetApplicable => "overseen-from",
    };
    words.say_with(id, &[("day", words.day(day).into())])
}
