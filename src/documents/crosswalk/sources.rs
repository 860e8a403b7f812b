//! What stands behind each subject of the crosswalk: the documents of the build that show it, the records of the
//! inventory that feed it, and the gaps that belong to it. Counts nothing and judges nothing.

use crate::inventory::id::Id;
use crate::inventory::kind::Kind;
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::law::crosswalk::Subject;
use crate::link::{Inventory, Shelf};
use crate::source::Span;

/// Records of one kind, each with its id and where it stands.
pub(crate) type Feed<'i> = (Kind, Vec<(&'i Id, Span)>);

/// The documents that are about everything, by subject; each shows it in one place.
pub(crate) const fn documents(subject: Subject) -> &'static [&'static str] {
    match subject {
        Subject::Inventory => &["inventory"],
        Subject::Classification => &["classification"],
        Subject::Transparency | Subject::Policies => &["transparency"],
        Subject::Oversight | Subject::Incidents => &["human-oversight"],
        Subject::Records => &["record-keeping"],
        Subject::Literacy => &["literacy"],
        Subject::Vendors => &["inventory", "record-keeping"],
        Subject::Parts => &["ai-bom"],
        Subject::Technical => &["gaps"],
        Subject::Rollout => &["rollout"],
    }
}

/// Documents about single systems that show a subject too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Single {
    /// The sheet of each system.
    Sheets,
    /// The notice to workers about a system.
    Notices,
}

impl Single {
    /// Returns the folder that they lie in.
    pub(crate) const fn folder(self) -> &'static str {
        match self {
            Self::Sheets => "systems",
            Self::Notices => "worker-notices",
        }
    }
}

/// Returns which documents about single systems show the subject too.
pub(crate) const fn single(subject: Subject) -> Option<Single> {
    match subject {
        Subject::Inventory
        | Subject::Classification
        | Subject::Policies
        | Subject::Technical
        | Subject::Vendors => Some(Single::Sheets),
        Subject::Transparency => Some(Single::Notices),
        Subject::Oversight
        | Subject::Records
        | Subject::Incidents
        | Subject::Literacy
        | Subject::Parts
        | Subject::Rollout => None,
    }
}

/// Returns whether the document at a path shows a subject.
pub(crate) fn shows(path: &str, subject: Subject) -> bool {
    match path.split_once('/') {
        None => documents(subject).contains(&path),
        Some((folder, _)) => single(subject).is_some_and(|it| it.folder() == folder),
    }
}

/// Documents that no subject names, with the phrase that says why.
pub(crate) const UNMAPPED: &[(&str, &str)] = &[
    ("index", "crosswalk-unmapped-index"),
    ("coverage", "crosswalk-unmapped-coverage"),
    ("crosswalk", "crosswalk-unmapped-crosswalk"),
    ("use-and-costs", "crosswalk-unmapped-use-and-costs"),
];

/// Returns the records that feed a subject, by kind; kinds without a record are left out.
pub(crate) fn feeds(inventory: &Inventory, subject: Subject) -> Vec<Feed<'_>> {
    let of_system = |is_meant: fn(&System) -> bool| {
        let systems = inventory.systems.values();
        let meant = systems.filter(move |system| is_meant(system));
        (Kind::AiSystem, meant.map(place).collect())
    };
    let feeds = match subject {
        Subject::Inventory => vec![
            organisation(inventory),
            of_system(|_| true),
            all(Kind::Model, &inventory.models),
            all(Kind::Dataset, &inventory.datasets),
        ],
        Subject::Classification => vec![of_system(|_| true), all(Kind::Assessment, &inventory.assessments)],
        Subject::Transparency => vec![all(Kind::Notice, &inventory.notices)],
        Subject::Oversight => vec![
            all(Kind::OversightAssignment, &inventory.oversight),
            all(Kind::ReviewWorkflow, &inventory.workflows),
        ],
        Subject::Records => vec![all(Kind::AuditSummary, &inventory.audits)],
        Subject::Incidents => vec![all(Kind::Incident, &inventory.incidents)],
        Subject::Literacy => vec![all(Kind::LiteracyRecord, &inventory.literacy)],
        Subject::Policies => vec![all(Kind::ManagedPolicy, &inventory.policies)],
        Subject::Vendors => vec![all(Kind::Vendor, &inventory.vendors)],
        Subject::Parts => vec![
            all(Kind::Model, &inventory.models),
            all(Kind::Dataset, &inventory.datasets),
        ],
        Subject::Technical => vec![of_system(has_technical_papers)],
        Subject::Rollout => vec![all(Kind::Rollout, &inventory.rollouts)],
    };
    feeds
        .into_iter()
        .filter(|(_, records)| !records.is_empty())
        .collect()
}

fn all<T>(kind: Kind, shelf: &Shelf<T>) -> Feed<'_> {
    (kind, shelf.values().map(place).collect())
}

fn place<T>(record: &Record<T>) -> (&Id, Span) {
    (&record.id.value, record.id.span)
}

/// An organisation that no record describes has nothing on record.
fn organisation(inventory: &Inventory) -> Feed<'_> {
    let described = inventory.organisation.iter();
    let described = described.filter(|it| it.span.start < it.span.end);
    (Kind::Organisation, described.map(place).collect())
}

/// Returns whether a system says something about how it was made, tested or described.
fn has_technical_papers(system: &System) -> bool {
    let papers = [
        system.risk_management.stated().is_some(),
        system.qms.stated().is_some(),
        system.pmm_plan.stated().is_some(),
        system.instructions_for_use.stated().is_some(),
        system.conformity.stated().is_some(),
        !system.performance.items().is_empty(),
    ];
    papers.contains(&true)
}

/// Beginnings of codes of gaps, with the subject that they belong to; of several, the longest counts.
const PREFIXES: &[(&str, Subject)] = &[
    ("BOM-", Subject::Parts),
    // Caps that the organisation set for itself.
    ("COST-", Subject::Policies),
    ("DOC-", Subject::Technical),
    ("EVD-", Subject::Records),
    ("EVD-02", Subject::Policies),
    ("EVD-03", Subject::Oversight),
    ("FRI-", Subject::Classification),
    ("INV-", Subject::Inventory),
    ("INV-03", Subject::Classification),
    ("INV-05", Subject::Classification),
    ("INV-07", Subject::Classification),
    ("LIT-", Subject::Literacy),
    ("OVS-", Subject::Oversight),
    ("QMS-", Subject::Technical),
    ("REC-", Subject::Records),
    ("REC-009", Subject::Incidents),
    ("ROL-", Subject::Rollout),
    ("TEC-", Subject::Technical),
    ("TRN-", Subject::Transparency),
    ("VEN-", Subject::Vendors),
];

/// Returns the subject that a gap belongs to, by its code.
pub(crate) fn subject_of(code: &str) -> Option<Subject> {
    let meant = PREFIXES.iter().filter(|(prefix, _)| code.starts_with(prefix));
    meant
        .max_by_key(|(prefix, _)| prefix.len())
        .map(|(_, subject)| *subject)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::gaps;

    #[test]
    fn every_gap_belongs_to_a_subject() {
        for kind in gaps::ALL {
            assert!(subject_of(kind.code).is_some(), "{}", kind.code);
        }
        assert_eq!(subject_of("INV-032"), Some(Subject::Classification));
        assert_eq!(subject_of("INV-040"), Some(Subject::Inventory));
        assert_eq!(subject_of("REC-009"), Some(Subject::Incidents));
    }

    #[test]
    fn no_document_is_mapped_and_unmapped_at_once() {
        for subject in Subject::ALL {
            for document in documents(*subject) {
                assert!(UNMAPPED.iter().all(|(path, _)| path != document), "{document}");
            }
        }
    }
}
