//! What identifies a part for machines: version, licence, hash, package URL. Each is taken from the record or left out;
//! none is guessed.

use crate::documents::bom::Part;
use crate::documents::bom::answer::{Answer, State};
use crate::render::cyclonedx::assemble::wording::property;
use crate::render::cyclonedx::schema;
use crate::render::cyclonedx::wire::words::HashAlgorithm;
use crate::render::cyclonedx::wire::{Hash, License, LicenseChoice, Property};

/// The longest version that the specification takes.
const LONGEST_VERSION: usize = 1024;

pub(crate) fn version(part: &Part) -> Option<String> {
    let version = part.version.value()?;
    (version.chars().count() <= LONGEST_VERSION).then(|| version.to_owned())
}

/// Unknown licences are stated as `NOASSERTION`; identifiers are used only if the schema's own list has them.
pub(crate) fn licences(licence: &Answer) -> Vec<LicenseChoice> {
    let license = match (licence.state, licence.value()) {
        (State::NotApplicable, _) => return Vec::new(),
        (_, Some(text)) if schema::is_spdx_id(text) => License {
            id: Some(text.to_owned()),
            ..License::default()
        },
        (_, Some(text)) => License {
            name: Some(text.to_owned()),
            ..License::default()
        },
        (_, None) => License {
            name: Some("NOASSERTION".to_owned()),
            ..License::default()
        },
    };
    vec![LicenseChoice {
        license: Some(license),
        expression: None,
    }]
}

/// Reads `sha256:<hex>` or bare hex, whose length tells the function.
pub(crate) fn hash(answer: &Answer) -> Option<Hash> {
    let text = answer.value()?.trim().to_ascii_lowercase();
    let (function, content) = text.rsplit_once(':').unwrap_or(("", &text));
    let alg = match (content.len(), function) {
        (64, "" | "sha256" | "sha-256") => HashAlgorithm::Sha256,
        (96, "" | "sha384" | "sha-384") => HashAlgorithm::Sha384,
        (128, "" | "sha512" | "sha-512") => HashAlgorithm::Sha512,
        _ => return None,
    };
    let content = content.to_owned();
    content
        .bytes()
        .all(|byte| byte.is_ascii_hexdigit())
        .then_some(Hash { alg, content })
}

pub(crate) fn unreadable_hash(answer: &Answer) -> Option<Property> {
    let text = answer.value()?;
    hash(answer).is_none().then(|| property("hash", text))
}

/// A name for machines: the hub's where the record gives a page of the hub, else one made of vendor, name and version.
/// Without a stated version there is nothing that a package URL would identify.
pub(crate) fn package_url(part: &Part, uri: &Answer) -> Option<String> {
    let version = part.version.value().filter(|version| *version != "latest")?;
    let hub = uri
        .value()
        .and_then(|uri| uri.strip_prefix("https://huggingface.co/"));
    let hub =
        hub.filter(|path| !path.starts_with("datasets/") && path.split('/').all(|step| !step.is_empty()));
    if let Some((owner, name)) = hub
        .and_then(|path| path.split_once('/'))
        .filter(|(_, name)| !name.contains('/'))
    {
        let version = encoded(&version.to_ascii_lowercase());
        return Some(format!(
            "pkg:huggingface/{}/{}@{version}",
            encoded(owner),
            encoded(name)
        ));
    }
    let vendor = part
        .party
        .as_ref()
        .map(|party| format!("{}/", encoded(&party.id)))
        .unwrap_or_default();
    Some(format!(
        "pkg:generic/{vendor}{}@{}",
        encoded(&part.name),
        encoded(version)
    ))
}

/// Percent-encodes all but the unreserved characters of RFC 3986, as package URLs want it.
fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(char::from(byte))
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}
