//! CycloneDX XML of 1.3 to 1.5, by way of the crate that the CycloneDX project publishes for Rust. What it has read is
//! written as JSON in memory and taken from there, so that both forms of a file say the same. Places are found again by
//! the names of the parts; what has no name is reported at the root.

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::sbom::content::{self, settle};
use crate::sbom::limits::look_over;
use crate::sbom::{ForeignBom, json};
use crate::source::{FileId, Span};
use cyclonedx_bom::models::bom::{Bom, SpecVersion};

/// The address by which an XML file says which version it follows.
const NAMESPACE: &str = "http://cyclonedx.org/schema/bom/";
const VERSIONS: &[(&str, SpecVersion)] = &[
    ("1.3", SpecVersion::V1_3),
    ("1.4", SpecVersion::V1_4),
    ("1.5", SpecVersion::V1_5),
];

/// Returns what a file says; nothing after reporting why it cannot be read.
pub(crate) fn read(file: FileId, text: &str, findings: &mut Diagnostics) -> Option<ForeignBom> {
    let root = root(file, text);
    let read = look_over(file, text).and_then(|places| {
        let (version, parsed) = parsed(root, text)?;
        let tree = through_json(root, parsed)?;
        Ok((version, places, tree))
    });
    let (version, places, tree) = read.map_err(|finding| findings.add(*finding)).ok()?;
    let mut found = Diagnostics::default();
    let bom = content::bom(&tree, &["1.5"], &mut found);
    // The text in which these were found is not the user's.
    for finding in found.sorted() {
        let mut finding = finding.clone();
        finding.labels.iter_mut().for_each(|label| label.span = root);
        findings.add(finding);
    }
    let mut bom = bom?;
    settle(&mut bom, &places, root);
    bom.spec_version = version.to_owned();
    Some(bom)
}

/// Returns the place of the root element.
fn root(file: FileId, text: &str) -> Span {
    let start = text.find("<bom").unwrap_or_default();
    let length = text[start..].find('>').unwrap_or_default();
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span {
        file,
        start: offset(start),
        end: offset(start + length.min(text.len() - start)),
    }
}

fn parsed(root: Span, text: &str) -> Result<(&'static str, Bom), Box<Diagnostic>> {
    let after = text.find(NAMESPACE).map(|at| &text[at + NAMESPACE.len()..]);
    let said = after.map(|after| after.split(['"', '\'']).next().unwrap_or_default());
    let known = VERSIONS.iter().find(|(version, _)| Some(*version) == said);
    let Some((version, spec)) = known else {
        let says = match said {
            Some(said) => format!("CycloneDX `{said}` is not read from an XML file"),
            None => "the file is no CycloneDX document".to_owned(),
        };
        let finding = Diagnostic::at(Code::UnsupportedBom, root, says, "not read");
        let advice =
            "read are CycloneDX XML 1.3 to 1.5 and CycloneDX JSON 1.4 to 1.7; most tools can convert to one";
        return Err(Box::new(finding.help(advice)));
    };
    match Bom::parse_from_xml_with_version(text.as_bytes(), *spec) {
        Ok(bom) => Ok((version, bom)),
        Err(error) => Err(broken(root, &error.to_string())),
    }
}

fn through_json(root: Span, bom: Bom) -> Result<crate::yaml::node::Node, Box<Diagnostic>> {
    let mut bytes = Vec::new();
    bom.output_as_json_v1_5(&mut bytes)
        .map_err(|error| broken(root, &error.to_string()))?;
    let text = String::from_utf8(bytes).map_err(|error| broken(root, &error.to_string()))?;
    json::parse(root.file, &text).map_err(|_| broken(root, "it holds more than is read"))
}

fn broken(root: Span, says: &str) -> Box<Diagnostic> {
    let says = format!("not a CycloneDX XML file: {says}");
    let finding = Diagnostic::at(Code::BrokenBom, root, says, "in this document");
    Box::new(
        finding.help("ask whoever made the file for a valid one; a file of a supplier is not mended by hand"),
    )
}
