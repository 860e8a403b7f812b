//! Bills of materials that somebody else wrote. The text of a CycloneDX file comes in, a small typed value or findings
//! go out. Nothing is completed, repaired or judged here, and nothing is read from disk.
//!
//! JSON of 1.4 to 1.7 is read with a reader of our own: `cyclonedx-rs` 0.10 refuses every signed file, stops at the
//! first value of a wrong type, and cannot say where a part stands. XML of 1.3 to 1.5 is read by `cyclonedx-bom`, behind
//! limits, because on a deep nesting that crate ends the whole program.

mod content;
pub mod json;
mod limits;
mod xml;

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::sbom::json::Fault;
use crate::source::{FileId, Span};
use crate::terms;
use crate::yaml::node::Node;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The largest bill of materials that is read, in bytes.
pub const LARGEST_BOM: usize = 32 * 1024 * 1024;
/// The most parts of one bill of materials that are read.
pub const MOST_PARTS: usize = 100_000;

terms! {
    /// What a part is, in the words of CycloneDX; a service is a part as well.
    pub enum PartKind {
        Model = "machine-learning-model" => "model",
        Data = "data" => "data set",
        Service = "service" => "service",
        Application = "application" => "application",
        Framework = "framework" => "framework",
        Library = "library" => "library",
        Container = "container" => "container",
        Platform = "platform" => "platform",
        OperatingSystem = "operating-system" => "operating system",
        Device = "device" => "device",
        DeviceDriver = "device-driver" => "device driver",
        Firmware = "firmware" => "firmware",
        File = "file" => "file",
        CryptographicAsset = "cryptographic-asset" => "cryptographic asset",
    }
}

impl PartKind {
    /// Returns whether the part is what an AI-BOM is about.
    pub const fn is_ai(self) -> bool {
        match self {
            Self::Model | Self::Data | Self::Service => true,
            Self::Application
            | Self::Framework
            | Self::Library
            | Self::Container
            | Self::Platform
            | Self::OperatingSystem
            | Self::Device
            | Self::DeviceDriver
            | Self::Firmware
            | Self::File
            | Self::CryptographicAsset => false,
        }
    }
}

/// A bill of materials as far as it is used here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ForeignBom {
    /// The version of the specification that the file names.
    pub spec_version: String,
    /// The serial number.
    pub serial_number: Option<String>,
    /// What the file is about (`metadata.component`).
    pub subject: Option<ForeignPart>,
    /// Components and services, nested ones included, in the order of the file.
    pub parts: Vec<ForeignPart>,
    /// Which name depends on which names.
    pub depends_on: BTreeMap<String, BTreeSet<String>>,
}

/// One component or service.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ForeignPart {
    /// What it is.
    pub kind: PartKind,
    /// The name by which the file refers to it.
    pub bom_ref: Option<String>,
    /// The name of the part that it is nested in.
    pub within: Option<String>,
    /// Namespace of the name.
    pub group: Option<String>,
    /// Name.
    pub name: String,
    /// Version.
    pub version: Option<String>,
    /// Package URL.
    pub purl: Option<String>,
    /// Licences: identifiers, names or expressions.
    pub licences: BTreeSet<String>,
    /// Hashes, by the name of the hash function.
    pub hashes: BTreeMap<String, String>,
    /// Who supplies, makes, publishes or runs it.
    pub supplier: Option<String>,
    /// Addresses of a service.
    pub endpoints: BTreeSet<String>,
    /// Data sets that a model was made with: names within the file, or the name of a data set that is described in place.
    pub datasets: BTreeSet<String>,
    /// Measurements of a model, by what was measured.
    pub metrics: BTreeMap<String, String>,
    /// Further facts: name and value. They are compared and not taken over.
    pub properties: BTreeSet<(String, String)>,
    /// Where it stands: its name, else the whole part.
    pub at: Span,
}

impl ForeignPart {
    /// Returns the name with its namespace.
    pub fn full_name(&self) -> String {
        match &self.group {
            Some(group) => format!("{group}/{}", self.name),
            None => self.name.clone(),
        }
    }

    /// Returns the name with namespace and version.
    pub fn title(&self) -> String {
        match &self.version {
            Some(version) => format!("{} {version}", self.full_name()),
            None => self.full_name(),
        }
    }
}

impl ForeignBom {
    /// Returns the subject and all parts.
    pub fn all(&self) -> impl Iterator<Item = &ForeignPart> {
        self.subject.iter().chain(&self.parts)
    }
}

/// Returns what a file says; nothing after reporting why it cannot be read. A part with a problem in one value is
/// returned without that value; the finding keeps it from being used.
pub fn read(file: FileId, text: &str, findings: &mut Diagnostics) -> Option<ForeignBom> {
    let bom = match text.trim_start().starts_with('<') {
        true => xml::read(file, text, findings)?,
        false => content::bom(&tree(file, text, findings)?, content::JSON_VERSIONS, findings)?,
    };
    report_unclear_references(&bom, findings);
    Some(bom)
}

/// Returns a text in JSON as a tree, without asking what it is about; nothing after reporting why it cannot be read.
pub fn tree(file: FileId, text: &str, findings: &mut Diagnostics) -> Option<Node> {
    let tree = json::parse(file, text);
    tree.map_err(|fault| findings.add(unreadable(fault))).ok()
}

/// Returns what two files have in common that differ in nothing but serial number, time and order of lists; nothing when
/// the text is no JSON.
pub fn fingerprint(text: &str) -> Option<String> {
    let mut content: Value = serde_json::from_str(text).ok()?;
    if let Some(document) = content.as_object_mut() {
        document.remove("serialNumber");
        let metadata = document.get_mut("metadata").and_then(Value::as_object_mut);
        metadata.map(|metadata| metadata.remove("timestamp"));
    }
    Some(in_order(content).to_string())
}

// The parser has refused what is nested deeper than a hundred levels, so the recursion is as shallow.
fn in_order(value: Value) -> Value {
    match value {
        Value::Array(items) => {
            let mut items: Vec<Value> = items.into_iter().map(in_order).collect();
            items.sort_by_cached_key(Value::to_string);
            Value::Array(items)
        }
        Value::Object(entries) => {
            let sorted: BTreeMap<String, Value> = entries.into_iter().collect();
            sorted
                .into_iter()
                .map(|(key, value)| (key, in_order(value)))
                .collect()
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value,
    }
}

fn unreadable(fault: Fault) -> Diagnostic {
    const ADVICE: &str =
        "ask whoever made the file for a valid one; a file of a supplier is not mended by hand";
    let finding = match fault {
        Fault::Broken(span, says) => Diagnostic::at(
            Code::BrokenBom,
            span,
            format!("not well-formed JSON: {says}"),
            "here",
        ),
        Fault::TooMuch(span, says) => Diagnostic::at(Code::NestedTooDeeply, span, says, "reading stops here"),
        Fault::Twice(span, key) => {
            let says = format!("the key `{key}` stands twice in one object");
            Diagnostic::at(Code::DuplicateKey, span, says, "again here")
        }
    };
    finding.help(ADVICE)
}

/// Reports, once for each file, names that lead to no part or to several. Such files are common and otherwise usable.
fn report_unclear_references(bom: &ForeignBom, findings: &mut Diagnostics) {
    let mut known: BTreeMap<&str, Vec<&ForeignPart>> = BTreeMap::new();
    for part in bom.all() {
        if let Some(name) = &part.bom_ref {
            known.entry(name).or_default().push(part);
        }
    }
    let edges = bom.depends_on.iter();
    let named = edges.flat_map(|(from, to)| [from].into_iter().chain(to));
    let lost: BTreeSet<&String> = named.filter(|name| !known.contains_key(name.as_str())).collect();
    if let (Some(first), Some(place)) = (lost.first(), bom.all().next()) {
        let says = format!(
            "the bill of materials refers to {} that it does not describe, such as `{first}`",
            counted(lost.len(), "part")
        );
        let finding = Diagnostic::at(
            Code::UnclearBomReference,
            place.at,
            says,
            "in the file of this part",
        );
        findings.add(finding.help("these references are left out; ask whoever made the file to complete it"));
    }
    let mut several = known.into_iter().filter(|(_, parts)| parts.len() > 1);
    if let Some((name, parts)) = several.next() {
        let n_more = several.count();
        let more = match n_more {
            0 => String::new(),
            _ => format!("; so are {n_more} other names"),
        };
        let says = format!("the name `{name}` is given to {} parts{more}", parts.len());
        let finding = Diagnostic::at(Code::UnclearBomReference, parts[1].at, says, "again here");
        let finding = finding.and_at(parts[0].at, "first here");
        findings.add(finding.help("a reference to this name is taken to mean each of them"));
    }
}

fn counted(n: usize, what: &str) -> String {
    match n {
        1 => format!("1 {what}"),
        _ => format!("{n} {what}s"),
    }
}
