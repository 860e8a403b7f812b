//! Where in the report a document stands: what its ids begin with, which others there are, whom its rows concern.

use crate::documents::overview::{Concern, Labels};
use crate::render::chart::Drawing;
use crate::render::escape::escaped;
use crate::render::pdf::document::Target;
use crate::tongue::words::Words;
use std::collections::{BTreeMap, BTreeSet};

/// What a document needs to know of the report around it.
pub(crate) struct Place<'a> {
    /// The path of the document, with which its ids begin.
    pub(crate) path: &'a str,
    /// The words of its language.
    pub(crate) words: Words,
    /// Where its links lead.
    pub(crate) links: &'a [Option<Target>],
    /// Its pictures.
    pub(crate) drawings: &'a [Drawing],
    /// The paths of all documents of the report.
    pub(crate) documents: &'a BTreeSet<String>,
    /// The ids of the members of the group that the document is about; none where it is about one organisation.
    pub(crate) members: &'a BTreeSet<String>,
    /// Whom the rows of the first table below a heading concern, by the id of the heading.
    pub(crate) concerns: Option<&'a BTreeMap<&'static str, Vec<Concern>>>,
}

impl Place<'_> {
    /// Returns what an id of the document is in the report. Neither paths nor ids of headings hold a colon, so no two ids
    /// become one.
    pub(crate) fn id(&self, id: &str) -> String {
        format!("{}:{id}", self.path)
    }
}

/// Returns the attributes by which the page finds what concerns a system, a tier or an owner. Keys and numbers alone, no
/// text of the inventory.
pub(crate) fn attributes(labels: &Labels) -> String {
    let systems: Vec<&str> = labels.systems.iter().map(String::as_str).collect();
    let tiers: Vec<&str> = labels.tiers.iter().copied().collect();
    let owners: Vec<String> = labels.owners.iter().map(ToString::to_string).collect();
    format!(
        " data-systems=\"{}\" data-tiers=\"{}\" data-owners=\"{}\"",
        systems.join(" "),
        tiers.join(" "),
        owners.join(" ")
    )
}

/// Returns the attribute by which the page of a group finds what concerns a member.
pub(crate) fn concerning(member: &str) -> String {
    format!(" data-members=\"{}\"", escaped(member))
}
