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
    stated_version(&part.version)
}

/// Returns a version as far as the specification takes it.
pub(crate) fn stated_version(version: &Answer) -> Option<String> {
    let version = version.value()?;
    (version.chars().count() <= LONGEST_VERSION).then(|| version.to_owned())
}

/// Unknown licences are stated as `NOASSERTION`; identifiers are used only if the schema's own list has them. What is
/// neither an identifier nor an expression of identifiers is a name.
pub(crate) fn licences(licence: &Answer) -> Vec<LicenseChoice> {
    if let Some(id) = licence.value().and_then(schema::spdx_id) {
        return vec![licensed(Some(id), None)];
    }
    let choice = match (licence.state, licence.value()) {
        (State::NotApplicable, _) => return Vec::new(),
        (_, Some(text)) if is_expression(text) => LicenseChoice {
            expression: Some(text.to_owned()),
            license: None,
        },
        (_, Some(text)) => licensed(None, Some(text)),
        (_, None) => licensed(None, Some("NOASSERTION")),
    };
    vec![choice]
}

fn licensed(id: Option<&str>, name: Option<&str>) -> LicenseChoice {
    let license = License {
        id: id.map(str::to_owned),
        name: name.map(str::to_owned),
        url: None,
    };
    LicenseChoice {
        license: Some(license),
        expression: None,
    }
}

/// Identifiers and operators in turn, as in `MIT OR (Apache-2.0 WITH LLVM-exception)`, or a `LicenseRef-`.
fn is_expression(text: &str) -> bool {
    let is_word = |word: &str| {
        word.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-.+".contains(&byte))
    };
    let is_licence = |word: &str| {
        let id = word.strip_suffix('+').unwrap_or(word);
        schema::is_spdx_id(id) || (word.starts_with("LicenseRef-") && is_word(word))
    };
    let bare = text.replace(['(', ')'], " ");
    let words: Vec<&str> = bare.split_whitespace().collect();
    let is_in_place = |at: usize| match at % 2 {
        0 if at > 0 && words[at - 1] == "WITH" => is_word(words[at]),
        0 => is_licence(words[at]),
        _ => ["AND", "OR", "WITH"].contains(&words[at]),
    };
    text.matches('(').count() == text.matches(')').count()
        && words.len() % 2 == 1
        && (0..words.len()).all(is_in_place)
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

/// Returns the hashes that can be read, each once: a record may state the same one twice.
pub(crate) fn hashes<const N: usize>(answers: [&Answer; N]) -> Vec<Hash> {
    let mut hashes: Vec<Hash> = answers.into_iter().filter_map(hash).collect();
    hashes.sort_by(|a, b| (a.alg, &a.content).cmp(&(b.alg, &b.content)));
    hashes.dedup();
    hashes
}

pub(crate) fn unreadable_hash(answer: &Answer) -> Option<Property> {
    let text = answer.value()?;
    hash(answer).is_none().then(|| property("hash", text))
}

/// A name for machines: the hub's where the record gives a page of the hub, else one made of vendor and id. Without a
/// stated version, or with one that moves, it names no version: the package all the same, as the type definition has it.
pub(crate) fn package_url(part: &Part, uri: &Answer) -> String {
    let version = part.version.value().filter(|version| *version != "latest");
    match of_the_hub(uri) {
        Some((owner, name)) => {
            let version = version.map(str::to_ascii_lowercase);
            let name = format!("pkg:huggingface/{}/{}", encoded(owner), encoded(name));
            at_version(name, version.as_deref())
        }
        None => {
            let vendor = part.party.as_ref().map(|party| encoded(&party.id) + "/");
            let name = format!("pkg:generic/{}{}", vendor.unwrap_or_default(), encoded(&part.id));
            at_version(name, version)
        }
    }
}

fn of_the_hub(uri: &Answer) -> Option<(&str, &str)> {
    let path = uri.value()?.strip_prefix("https://huggingface.co/")?;
    let (owner, name) = path.split_once('/')?;
    let is_page = owner != "datasets" && !owner.is_empty() && !name.is_empty() && !name.contains('/');
    is_page.then_some((owner, name))
}

fn at_version(package: String, version: Option<&str>) -> String {
    match version {
        Some(version) => format!("{package}@{}", encoded(version)),
        None => package,
    }
}

/// Percent-encodes all but the unreserved characters of RFC 3986, as package URLs want it.
pub(crate) fn encoded(text: &str) -> String {
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
