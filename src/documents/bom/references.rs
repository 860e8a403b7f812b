//! Where more is said about a part: the documents of the same build that deal with it, and the pages on which whoever
//! makes it speaks about security. A document that the build does not make is not referred to.

use crate::documents::occasion::Occasion;
use crate::inventory::field::Field;
use crate::inventory::organisation::Security;
use crate::inventory::record::Record;
use crate::inventory::system::System;

/// The document that says who oversees what.
const OVERSIGHT: &str = "human-oversight";

/// What a reference leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leads {
    /// A document.
    Documentation,
    /// Settings that hold for the part.
    Configuration,
    /// Whom to tell about a weakness.
    SecurityContact,
    /// Published weaknesses.
    Advisories,
    /// A model card.
    ModelCard,
}

/// A place outside the AI-BOM.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference {
    /// What it leads to.
    pub leads: Leads,
    /// Address, or path beside the AI-BOM.
    pub url: String,
    /// What is found there.
    pub says: String,
}

/// Returns the documents of the build that deal with a system: its sheet, its oversight, its review workflows, the
/// managed policies that configure it.
pub(crate) fn of_system(occasion: &Occasion<'_>, record: &Record<System>) -> Vec<Reference> {
    let inventory = occasion.inventory;
    let sheet = format!("systems/{}", record.id.value);
    let found = |leads: Leads, path: &str, anchor: Option<String>, says: String| {
        let url = occasion.address(path, anchor.as_deref())?;
        Some(Reference { leads, url, says })
    };
    let document = |path: &str, anchor, says| found(Leads::Documentation, path, anchor, says);
    let oversight = inventory.oversight_of(record).into_iter().map(|it| {
        let anchor = format!("measures-{}", it.id.value);
        let says = format!("oversight assignment: {}", it.title());
        document(OVERSIGHT, Some(anchor), says)
    });
    let workflows = inventory.workflows_of(record).into_iter().map(|it| {
        let anchor = format!("workflow-{}", it.id.value);
        document(
            OVERSIGHT,
            Some(anchor),
            format!("review workflow: {}", it.title()),
        )
    });
    let policies = inventory.policies_of(record).into_iter().map(|it| {
        let says = format!("managed policy: {}", it.title());
        found(Leads::Configuration, &sheet, Some("oversight".to_owned()), says)
    });
    let own = document(&sheet, None, "sheet of the system".to_owned());
    let all = [own]
        .into_iter()
        .chain(oversight)
        .chain(workflows)
        .chain(policies);
    all.flatten().collect()
}

/// Returns where whoever makes a part speaks about security.
pub(crate) fn of_security(security: &Field<Security>) -> Vec<Reference> {
    let Some(security) = security.stated() else {
        return Vec::new();
    };
    let said = [
        (Leads::SecurityContact, &security.contact, "security contact"),
        (Leads::SecurityContact, &security.policy_url, "security policy"),
        (
            Leads::SecurityContact,
            &security.vulnerability_reporting_url,
            "where vulnerabilities are reported",
        ),
        (
            Leads::Advisories,
            &security.advisories_url,
            "published vulnerabilities",
        ),
    ];
    said.into_iter()
        .filter_map(|(leads, field, says)| {
            Some(Reference {
                leads,
                url: address(field.stated()?),
                says: says.to_owned(),
            })
        })
        .collect()
}

/// An e-mail address is a place only with its scheme.
fn address(text: &str) -> String {
    match text.contains('@') && !text.contains(':') {
        true => format!("mailto:{text}"),
        false => text.to_owned(),
    }
}
