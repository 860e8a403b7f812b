//! The AI-BOM as CycloneDX. A [`Bom`] comes in; bytes go out that are in canonical order, carry a serial number
//! computed from their content, and have passed our own rules and the official schema. What the inventory means
//! in CycloneDX terms is decided in `assemble`, not here.

pub mod assemble;
mod fit;
mod names;
mod order;
mod pieces;
mod pointers;
mod rules;
mod schema;
pub mod wire;

#[cfg(test)]
mod sample;

use crate::failure::Failure;
use crate::render::cyclonedx::wire::Bom;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::io::{self, BufWriter, Write};
use uuid::Uuid;

/// A place in a document and what is wrong there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// JSON pointer.
    pub(crate) pointer: String,
    /// What is wrong, in words.
    pub(crate) message: String,
}

/// Returns the document as checked, canonical JSON: two spaces, line feeds, a final newline.
///
/// A document that breaks a rule or the schema is our fault, never the user's: the inventory was checked before.
///
/// The document may have tens of thousands of parts, so it is changed where it lies and never copied as a whole.
pub fn cyclonedx(bom: Bom) -> Result<Vec<u8>, Failure> {
    let mut bom = order::canonical(fit::fitted(bom));
    bom.schema = Some(schema::address(bom.spec_version).to_owned());
    bom.serial_number = Some(serial_number(&mut bom)?);
    let broken = rules::faults(&bom);
    let refused = pieces::faults(&mut bom).map_err(internal)?;
    if let Some(first) = broken.into_iter().chain(refused).next() {
        return Err(internal(format!("{}: {}", first.pointer, first.message)));
    }
    let mut bytes = serde_json::to_vec_pretty(&bom).map_err(internal)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Returns the first thing that the official schema of its version finds wrong with a text, if anything: for documents
/// that are not ours, of the versions whose schema is here.
pub(crate) fn off_schema(text: &str) -> Option<Fault> {
    let fault = |pointer: &str, message: String| {
        let pointer = pointer.to_owned();
        Some(Fault { pointer, message })
    };
    let document: Value = match serde_json::from_str(text) {
        Ok(document) => document,
        Err(error) => return fault("", error.to_string()),
    };
    match serde_json::from_value(document["specVersion"].clone()) {
        Ok(version) => schema::faults(&document, version).into_iter().next(),
        Err(_) => fault("/specVersion", "is none of 1.5, 1.6 and 1.7".to_owned()),
    }
}

/// Computes the serial number from everything the document says except when: the same content on another day is
/// the same document. The schema's address is the namespace, so another version of the specification is not.
fn serial_number(bom: &mut Bom) -> Result<String, Failure> {
    bom.serial_number = None;
    let timestamp = bom.metadata.timestamp.take();
    let digest = digest(bom);
    bom.metadata.timestamp = timestamp;
    let digest = digest.map_err(internal)?;
    let namespace = Uuid::new_v5(&Uuid::NAMESPACE_URL, schema::address(bom.spec_version).as_bytes());
    Ok(Uuid::new_v5(&namespace, &digest).urn().to_string())
}

/// Hashes the document as compact JSON while it is written.
fn digest(bom: &Bom) -> io::Result<[u8; 32]> {
    let mut hashed = BufWriter::new(Hashed(Sha256::new()));
    serde_json::to_writer(&mut hashed, bom)?;
    let Hashed(state) = hashed.into_inner()?;
    Ok(state.finalize().into())
}

/// Takes what is written into a hash.
struct Hashed(Sha256);

impl Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn internal(message: impl ToString) -> Failure {
    Failure::Internal {
        room: "render/cyclonedx",
        message: message.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::cyclonedx::wire::Property;

    fn bytes(bom: &Bom) -> Vec<u8> {
        cyclonedx(bom.clone()).unwrap()
    }

    fn serial(bom: &Bom) -> String {
        let written: Bom = serde_json::from_slice(&bytes(bom)).unwrap();
        written.serial_number.unwrap()
    }

    #[test]
    fn the_sample_passes_rules_and_schema() {
        let text = String::from_utf8(bytes(&sample::bom())).unwrap();
        assert!(text.starts_with("{\n  \"$schema\": \"http://cyclonedx.org/schema/bom-1.6.schema.json\",\n"));
        assert!(text.ends_with("}\n") && !text.contains('\r'));
    }

    #[test]
    fn reading_and_writing_again_loses_nothing() {
        let first = bytes(&sample::bom());
        let read: Bom = serde_json::from_slice(&first).unwrap();
        assert_eq!(bytes(&read), first);
    }

    #[test]
    fn the_order_of_parts_in_memory_does_not_reach_the_bytes() {
        let mut turned = sample::bom();
        turned.components.reverse();
        turned.services.reverse();
        turned.dependencies.reverse();
        turned
            .dependencies
            .iter_mut()
            .for_each(|one| one.depends_on.0.reverse());
        assert_ne!(turned, sample::bom());
        assert_eq!(bytes(&turned), bytes(&sample::bom()));
    }

    #[test]
    fn the_serial_number_follows_the_content_and_not_the_day() {
        let (mut later, mut other) = (sample::bom(), sample::bom());
        later.metadata.timestamp = Some("2027-01-01T00:00:00Z".to_owned());
        assert_eq!(serial(&later), serial(&sample::bom()));
        other.properties.push(Property {
            name: "actfile:more".to_owned(),
            value: None,
        });
        assert_ne!(serial(&other), serial(&sample::bom()));
        assert!(serial(&other).starts_with("urn:uuid:"));
    }

    #[test]
    fn an_empty_list_of_dependencies_is_written() {
        let text = String::from_utf8(bytes(&sample::bom())).unwrap();
        assert!(text.contains("\"dependsOn\": []"));
    }

    #[test]
    fn a_broken_document_is_our_failure_and_names_the_place() {
        let mut broken = sample::bom();
        broken.components[0].purl = Some("not a purl".to_owned());
        let message = cyclonedx(broken).unwrap_err().to_string();
        assert!(message.contains("/components/0/purl"), "{message}");
    }
}
