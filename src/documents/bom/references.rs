//! Where more is said about a part: the documents of the same build that deal with it, and the pages on which whoever
//! makes it speaks about security. Paths are those of the output folder.

use crate::documents::bom::records::Records;
use crate::inventory::field::Field;
use crate::inventory::organisation::Security;
use crate::inventory::record::Record;
use crate::inventory::system::System;

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
pub(crate) fn of_system(records: &Records<'_>, record: &Record<System>) -> Vec<Reference> {
    let inventory = records.inventory;
    let sheet = format!("systems/{}.md", record.id.value);
    let document = |url: String, says: String| Reference {
        leads: Leads::Documentation,
        url,
        says,
    };
    let mut references = vec![document(sheet.clone(), "sheet of the system".to_owned())];
    references.extend(inventory.oversight_of(record).into_iter().map(|it| {
        let url = format!("human-oversight.md#measures-{}", it.id.value);
        document(url, format!("oversight assignment: {}", it.title()))
    }));
    references.extend(inventory.workflows_of(record).into_iter().map(|it| {
        let url = format!("human-oversight.md#workflow-{}", it.id.value);
        document(url, format!("review workflow: {}", it.title()))
    }));
    references.extend(inventory.policies_of(record).into_iter().map(|it| Reference {
        leads: Leads::Configuration,
        url: format!("{sheet}#oversight"),
        says: format!("managed policy: {}", it.title()),
    }));
    references
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
