//! A signature inside a CycloneDX document, after the JSON Signature Format 0.82 (JSF): the member `signature` with the
//! algorithm, the public key as a JSON Web Key (RFC 8037) and the value. It covers the canonical form of the whole document,
//! the signature's own members but the value included. The text is kept as it is; only the member is put in. Signatures of
//! parts, of several signers and with certificates are not made, and not judged.

use crate::render::cyclonedx::off_schema;
use crate::sign::canonical::{canonical, value};
use crate::sign::keys::{PrivateKey, PublicKey, SIGNATURE_LENGTH};
use crate::sign::{Refusal, Verdict};
use crate::source::Span;
use crate::yaml::node::Node;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde::Serialize;
use serde_json::{Map, Value};

const MEMBER: &str = "signature";
const ALGORITHM: &str = "Ed25519";
/// The members of a signature that is judged. `excludes` and `extensions` change what a signature covers or means, and
/// `certificatePath` whose it is.
const UNDERSTOOD: &[&str] = &["algorithm", "keyId", "publicKey", "value"];

/// A signature as JSF has it (`signaturecore`).
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Signature {
    algorithm: &'static str,
    public_key: WebKey,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
}

/// A public key as a JSON Web Key (RFC 8037, 2).
#[derive(Debug, Serialize)]
struct WebKey {
    kty: &'static str,
    crv: &'static str,
    x: String,
}

impl Signature {
    fn without_value(key: &PublicKey) -> Self {
        Self {
            algorithm: ALGORITHM,
            public_key: web_key(key),
            value: None,
        }
    }

    fn json(&self) -> Result<Value, Refusal> {
        serde_json::to_value(self).map_err(|error| Refusal::NoCanonicalForm(error.to_string()))
    }
}

fn web_key(key: &PublicKey) -> WebKey {
    WebKey {
        kty: "OKP",
        crv: ALGORITHM,
        x: key.x(),
    }
}

/// Returns the text of a document with a signature in it; every other byte stays.
///
/// # Errors
/// Refuses a document that is signed, unless the signature is to be replaced, and one that would not be CycloneDX.
pub fn signed(text: &str, tree: &Node, key: &PrivateKey, replaces: bool) -> Result<String, Refusal> {
    if tree.entry(MEMBER).is_some() && !replaces {
        return Err(Refusal::SignedAlready);
    }
    let mut signature = Signature::without_value(&key.public());
    let mut document = object(tree)?;
    document.insert(MEMBER.to_owned(), signature.json()?);
    let covered = canonical(&document)?;
    signature.value = Some(BASE64_URL_SAFE_NO_PAD.encode(key.sign(&covered)));
    let signed = with(text, tree, &signature.json()?).ok_or(Refusal::NoObject)?;
    match off_schema(&signed) {
        None => Ok(signed),
        Some(fault) => Err(Refusal::OffSchema {
            pointer: fault.pointer,
            message: fault.message,
        }),
    }
}

/// Returns whether the signature in a document belongs to its content and to a key.
///
/// # Errors
/// Refuses a signature that is made or meant in another way than is understood here.
pub fn verdict(tree: &Node, key: &PublicKey) -> Result<Verdict, Refusal> {
    let mut document = object(tree)?;
    let Some(signature) = document.get_mut(MEMBER) else {
        return Ok(Verdict::NotSigned);
    };
    let signature = signature.as_object_mut().ok_or(Refusal::Unreadable("member"))?;
    understood(signature)?;
    let value = signature.shift_remove("value");
    let names_key = signature.get("publicKey").map(|named| is_same(named, key));
    if names_key == Some(false) {
        return Ok(Verdict::OtherKey);
    }
    let value = value.as_ref().and_then(Value::as_str).and_then(decoded);
    if covers(&value, &document, key)? {
        return Ok(Verdict::Holds);
    }
    // Whoever signs with cdxgen has changed nothing either.
    document.shift_remove(MEMBER);
    if covers(&value, &document, key)? {
        return Ok(Verdict::HoldsForContent);
    }
    Ok(match names_key {
        Some(_) => Verdict::Changed,
        None => Verdict::ChangedOrOtherKey,
    })
}

fn covers(
    value: &Option<[u8; SIGNATURE_LENGTH]>,
    document: &Map<String, Value>,
    key: &PublicKey,
) -> Result<bool, Refusal> {
    let covered = canonical(document)?;
    Ok(value.is_some_and(|value| key.verifies(&covered, &value)))
}

fn object(tree: &Node) -> Result<Map<String, Value>, Refusal> {
    match value(tree)? {
        Value::Object(members) => Ok(members),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
            Err(Refusal::NoObject)
        }
    }
}

/// Refuses a signature with members that are not understood, another algorithm, or no value.
fn understood(signature: &Map<String, Value>) -> Result<(), Refusal> {
    if let Some(other) = signature.keys().find(|name| !UNDERSTOOD.contains(&name.as_str())) {
        return Err(Refusal::OtherMember(other.clone()));
    }
    match signature.get("algorithm").and_then(Value::as_str) {
        None => Err(Refusal::Unreadable("algorithm")),
        Some(ALGORITHM) if !signature.contains_key("value") => Err(Refusal::Unreadable("value")),
        Some(ALGORITHM) => Ok(()),
        Some(other) => Err(Refusal::OtherAlgorithm(other.to_owned())),
    }
}

fn is_same(named: &Value, key: &PublicKey) -> bool {
    serde_json::to_value(web_key(key)).is_ok_and(|ours| ours == *named)
}

fn decoded(value: &str) -> Option<[u8; SIGNATURE_LENGTH]> {
    BASE64_URL_SAFE_NO_PAD.decode(value).ok()?.try_into().ok()
}

/// Puts the signature after the last member of a text, or in the place of the old one.
fn with(text: &str, tree: &Node, signature: &Value) -> Option<String> {
    let written = serde_json::to_string_pretty(signature)
        .ok()?
        .replace('\n', "\n  ");
    match tree.entry(MEMBER) {
        Some(old) => spliced(text, old.value.span, &written),
        None => {
            let end = tree.entries()?.last()?.value.span.end;
            let after = Span {
                start: end,
                ..tree.entries()?.last()?.value.span
            };
            spliced(text, after, &format!(",\n  \"{MEMBER}\": {written}"))
        }
    }
}

fn spliced(text: &str, place: Span, written: &str) -> Option<String> {
    let before = text.get(..place.start as usize)?;
    let after = text.get(place.end as usize..)?;
    Some(format!("{before}{written}{after}"))
}
