//! What a CycloneDX document says, taken from its JSON tree. Only what is used is looked at; keys that are not known are
//! passed over. A value of a wrong type, with a forbidden character or beyond any sensible length is a finding.

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::sbom::{ForeignBom, ForeignPart, MOST_PARTS, PartKind};
use crate::source::Span;
use crate::yaml::characters::forbidden;
use crate::yaml::node::{Content, Node};
use std::collections::{BTreeMap, BTreeSet};

/// Versions of the specification that are read as JSON.
pub(crate) const JSON_VERSIONS: &[&str] = &["1.4", "1.5", "1.6", "1.7"];
/// The longest value that is taken over, in characters.
const LONGEST_VALUE: usize = 2000;

/// Returns what a document says; nothing after reporting that it is none, or of another version.
pub(crate) fn bom(tree: &Node, versions: &[&str], findings: &mut Diagnostics) -> Option<ForeignBom> {
    let mut taker = Taker {
        findings,
        parts: Vec::new(),
        is_full: false,
        n_reported: 0,
    };
    let spec_version = taker.spec_version(tree, versions)?;
    let subject = taker.entry(tree, "metadata").and_then(|metadata| {
        let component = taker.entry(metadata, "component")?;
        taker.part(component, None, None)
    });
    // What is nested in the subject are parts like others.
    let within = subject.as_ref().and_then(|it| it.bom_ref.clone());
    if let Some(metadata) = tree.entry("metadata")
        && let Some(component) = metadata.value.entry("component")
    {
        taker.nested(&component.value, within.as_ref());
    }
    taker.nested(tree, None);
    Some(ForeignBom {
        spec_version,
        serial_number: taker.text(tree, "serialNumber"),
        subject,
        depends_on: taker.dependencies(tree),
        parts: taker.parts,
    })
}

struct Taker<'f> {
    findings: &'f mut Diagnostics,
    parts: Vec<ForeignPart>,
    is_full: bool,
    n_reported: usize,
}

/// The most findings of one file; a file of another make would give a million of one kind.
const MOST_REPORTED: usize = 20;

/// The two lists that parts stand in.
const LISTS: &[(&str, Option<PartKind>)] = &[("components", None), ("services", Some(PartKind::Service))];

impl Taker<'_> {
    fn spec_version(&mut self, tree: &Node, versions: &[&str]) -> Option<String> {
        let is_cyclonedx = text_of(tree, "bomFormat") == Some("CycloneDX");
        let version = text_of(tree, "specVersion").filter(|_| is_cyclonedx);
        if let Some(version) = version.filter(|it| versions.contains(it)) {
            return Some(version.to_owned());
        }
        let (span, says) = match (version, tree.entry("specVersion")) {
            (Some(version), Some(entry)) => (
                entry.value.span,
                format!("CycloneDX `{version}` is not read from this kind of file"),
            ),
            (Some(_) | None, _) => {
                let first = tree.entries().and_then(<[_]>::first);
                let span = first.map_or(tree.span, |entry| entry.key.span);
                let says = "the file is no CycloneDX document: it does not say `bomFormat` `CycloneDX` and a \
                    `specVersion`";
                (span, says.to_owned())
            }
        };
        let finding = Diagnostic::at(Code::UnsupportedBom, span, says, "not read");
        self.report(finding.help(format!(
            "read are CycloneDX JSON {} and CycloneDX XML 1.3 to 1.5; most tools can convert to one of these",
            versions.join(", ")
        )));
        None
    }

    /// Takes the parts of both lists of an object, and what is nested in them, without recursion.
    fn nested(&mut self, holder: &Node, within: Option<&String>) {
        let mut todo: Vec<(&Node, Option<String>, Option<PartKind>)> = Vec::new();
        self.push(holder, within, &mut todo);
        while let Some((node, within, kind)) = todo.pop() {
            if self.parts.len() >= MOST_PARTS {
                self.report_full(node);
                return;
            }
            if let Some(part) = self.part(node, within, kind) {
                let name = part.bom_ref.clone();
                self.parts.push(part);
                self.push(node, name.as_ref(), &mut todo);
            }
        }
    }

    fn push<'n>(
        &mut self,
        holder: &'n Node,
        within: Option<&String>,
        todo: &mut Vec<(&'n Node, Option<String>, Option<PartKind>)>,
    ) {
        // The last that is pushed is taken first, so that parts come in the order of the file.
        for (list, kind) in LISTS.iter().rev() {
            let items = self.items(holder, list);
            todo.extend(items.iter().rev().map(|item| (item, within.cloned(), *kind)));
        }
    }

    fn report_full(&mut self, node: &Node) {
        if !self.is_full {
            self.is_full = true;
            let says = format!("the bill of materials has more than {MOST_PARTS} parts");
            self.report(Diagnostic::at(
                Code::NestedTooDeeply,
                node.span,
                says,
                "reading stops here",
            ));
        }
    }

    fn part(&mut self, node: &Node, within: Option<String>, kind: Option<PartKind>) -> Option<ForeignPart> {
        if node.entries().is_none() {
            self.wrong(node, "a component or service", "an object");
            return None;
        }
        let kind = match kind {
            Some(kind) => kind,
            None => self.kind(node)?,
        };
        let n_reported = self.n_reported;
        let Some(name) = self.text(node, "name") else {
            if self.n_reported == n_reported {
                self.wrong(node, "a component or service", "an object with a `name`");
            }
            return None;
        };
        let card = self.entry(node, "modelCard");
        Some(ForeignPart {
            kind,
            bom_ref: self.text(node, "bom-ref"),
            within,
            group: self.text(node, "group"),
            name,
            version: self.text(node, "version"),
            purl: self.text(node, "purl"),
            licences: self.licences(node),
            hashes: self.hashes(node),
            supplier: self.supplier(node),
            endpoints: self.endpoints(node),
            datasets: card.map(|card| self.datasets(card)).unwrap_or_default(),
            metrics: card.map(|card| self.metrics(card)).unwrap_or_default(),
            properties: properties(node),
            at: node.entry("name").map_or(node.span, |entry| entry.value.span),
        })
    }

    fn kind(&mut self, node: &Node) -> Option<PartKind> {
        let typed = self.text(node, "type");
        let known = PartKind::ALL
            .iter()
            .find(|kind| Some(kind.key()) == typed.as_deref());
        // `service` is a part here, but no type of component.
        let known = known.copied().filter(|kind| *kind != PartKind::Service);
        if known.is_none() {
            let value = node.entry("type").map_or(node, |entry| &entry.value);
            let says = match typed {
                Some(typed) => format!("`{typed}` is no type of component in CycloneDX"),
                None => "the component has no `type`".to_owned(),
            };
            self.report(Diagnostic::at(Code::UnknownTerm, value.span, says, "here"));
        }
        known
    }

    fn supplier(&mut self, node: &Node) -> Option<String> {
        let parties = ["supplier", "manufacturer", "provider"];
        let named = parties.iter().find_map(|party| {
            let party = self.entry(node, party)?;
            self.text(party, "name")
        });
        named.or_else(|| self.text(node, "publisher"))
    }

    fn licences(&mut self, node: &Node) -> BTreeSet<String> {
        let choices = self.items(node, "licenses");
        let mut said = BTreeSet::new();
        for choice in choices {
            said.extend(self.text(choice, "expression"));
            if let Some(licence) = self.entry(choice, "license") {
                let name = self.text(licence, "id").or_else(|| self.text(licence, "name"));
                said.extend(name);
            }
        }
        said
    }

    fn hashes(&mut self, node: &Node) -> BTreeMap<String, String> {
        let hashes = self.items(node, "hashes");
        let pair = |hash| {
            Some((
                self.text(hash, "alg")?,
                self.text(hash, "content")?.to_ascii_lowercase(),
            ))
        };
        hashes.iter().filter_map(pair).collect()
    }

    fn endpoints(&mut self, node: &Node) -> BTreeSet<String> {
        let addresses = self.items(node, "endpoints");
        addresses
            .iter()
            .filter_map(|it| self.value(it, "endpoints"))
            .collect()
    }

    fn datasets(&mut self, card: &Node) -> BTreeSet<String> {
        let Some(parameters) = self.entry(card, "modelParameters") else {
            return BTreeSet::new();
        };
        let datasets = self.items(parameters, "datasets");
        let name = |it| self.text(it, "ref").or_else(|| self.text(it, "name"));
        datasets.iter().filter_map(name).collect()
    }

    fn metrics(&mut self, card: &Node) -> BTreeMap<String, String> {
        let Some(analysis) = self.entry(card, "quantitativeAnalysis") else {
            return BTreeMap::new();
        };
        let metrics = self.items(analysis, "performanceMetrics");
        let pair = |it| {
            let what = self.text(it, "type")?;
            let slice = self
                .text(it, "slice")
                .map_or_else(String::new, |slice| format!(" ({slice})"));
            Some((format!("{what}{slice}"), self.text(it, "value")?))
        };
        metrics.iter().filter_map(pair).collect()
    }

    fn dependencies(&mut self, tree: &Node) -> BTreeMap<String, BTreeSet<String>> {
        let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for one in self.items(tree, "dependencies") {
            let Some(from) = self.text(one, "ref") else {
                continue;
            };
            let targets = self.items(one, "dependsOn");
            let to = targets.iter().filter_map(|it| self.value(it, "dependsOn"));
            edges.entry(from).or_default().extend(to);
        }
        edges
    }

    /// Returns the object under a key.
    fn entry<'n>(&mut self, node: &'n Node, key: &str) -> Option<&'n Node> {
        let value = said(node, key)?;
        match value.content {
            Content::Table(_) => Some(value),
            Content::Scalar(_) | Content::List(_) => {
                self.wrong(value, &format!("`{key}`"), "an object");
                None
            }
        }
    }

    /// Returns the items of the list under a key; none when there is no list.
    fn items<'n>(&mut self, node: &'n Node, key: &str) -> &'n [Node] {
        match said(node, key).map(|value| (value, &value.content)) {
            Some((_, Content::List(items))) => items,
            Some((value, Content::Scalar(_) | Content::Table(_))) => {
                self.wrong(value, &format!("`{key}`"), "a list");
                &[]
            }
            None => &[],
        }
    }

    /// Returns the text under a key; blanks around it mean nothing, and a blank text says nothing.
    fn text(&mut self, node: &Node, key: &str) -> Option<String> {
        self.value(said(node, key)?, key)
    }

    fn value(&mut self, value: &Node, key: &str) -> Option<String> {
        let text = match &value.content {
            Content::Scalar(scalar) if scalar.is_quoted => scalar.text.trim(),
            Content::Scalar(_) | Content::List(_) | Content::Table(_) => {
                self.wrong(value, &format!("`{key}`"), "a text");
                return None;
            }
        };
        if let Some((character, family)) = text.chars().find_map(|it| Some((it, forbidden(it)?))) {
            let says = format!("`{key}` holds U+{:04X}, {family}", u32::from(character));
            let finding = Diagnostic::at(Code::ForbiddenCharacter, value.span, says, "in this text");
            self.report(
                finding.help("ask whoever made the file for one without it; it changes what a reader sees"),
            );
            return None;
        }
        let n_characters = text.chars().count();
        if n_characters > LONGEST_VALUE {
            let says =
                format!("`{key}` is {n_characters} characters long; at most {LONGEST_VALUE} are taken");
            self.report(Diagnostic::at(Code::TextTooLong, value.span, says, "too long"));
            return None;
        }
        // A line break in a name is a blank: a name stands on one line.
        let words: Vec<&str> = text.split_whitespace().collect();
        (!words.is_empty()).then(|| words.join(" "))
    }

    fn report(&mut self, finding: Diagnostic) {
        self.n_reported += 1;
        if self.n_reported <= MOST_REPORTED {
            self.findings.add(finding);
        }
    }

    fn wrong(&mut self, value: &Node, what: &str, wanted: &str) {
        let says = format!("{what} is {wanted} in CycloneDX; found {}", value.found());
        let finding = Diagnostic::at(Code::WrongType, value.span, says, "of another type");
        self.report(
            finding.help("the file breaks the CycloneDX schema; ask whoever made it for a valid one"),
        );
    }
}

/// Returns the value under a key, unless it is `null`.
fn said<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    let entry = node.entry(key)?;
    (!entry.value.is_nothing()).then_some(&entry.value)
}

/// Properties are not taken over, so a strange one is passed over rather than reported.
fn properties(node: &Node) -> BTreeSet<(String, String)> {
    let list = said(node, "properties").map(|value| &value.content);
    let items = match list {
        Some(Content::List(items)) => items.as_slice(),
        Some(Content::Scalar(_) | Content::Table(_)) | None => &[],
    };
    let pair = |item| Some((text_of(item, "name")?, text_of(item, "value").unwrap_or_default()));
    items
        .iter()
        .filter_map(pair)
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

fn text_of<'n>(node: &'n Node, key: &str) -> Option<&'n str> {
    match &said(node, key)?.content {
        Content::Scalar(scalar) if scalar.is_quoted => Some(&scalar.text),
        Content::Scalar(_) | Content::List(_) | Content::Table(_) => None,
    }
}

/// Gives each part the place that its name has in the file that was really read.
pub(crate) fn settle(bom: &mut ForeignBom, places: &BTreeMap<String, Span>, elsewhere: Span) {
    for part in bom.subject.iter_mut().chain(&mut bom.parts) {
        let place = part.bom_ref.as_ref().and_then(|name| places.get(name));
        part.at = *place.unwrap_or(&elsewhere);
    }
}
