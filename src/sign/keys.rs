//! Keys as openssl writes them: a private key in PKCS#8 (RFC 8410), a public key as SubjectPublicKeyInfo, both in PEM.
//! A refusal names what kind of key stands there instead, and nothing that the file holds: no message, and no debug form,
//! shows a private key.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use ed25519_dalek::pkcs8::{DecodePrivateKey, DecodePublicKey};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};

/// The largest key file that is read, in bytes; an Ed25519 key in PEM has about 120.
pub const LARGEST_KEY: usize = 16 * 1024;

/// How many bytes a signature has.
pub(crate) const SIGNATURE_LENGTH: usize = Signature::BYTE_SIZE;

/// The key that signs.
// Deliberately without a debug form.
pub struct PrivateKey(SigningKey);

/// The key that verifies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

/// Why a file is not the key that is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyRefusal {
    /// Not a private key.
    #[error(
        "it holds {0}, and an Ed25519 private key in PEM (PKCS#8) is needed, as `openssl genpkey -algorithm ed25519` \
         writes it"
    )]
    NoPrivateKey(&'static str),
    /// Not a public key.
    #[error(
        "it holds {0}, and an Ed25519 public key in PEM is needed, as `openssl pkey -in PRIVATE.pem -pubout` writes it"
    )]
    NoPublicKey(&'static str),
}

/// What the first label of a PEM file says that it holds.
const LABELS: &[(&str, &str)] = &[
    (
        "PRIVATE KEY",
        "a private key of another kind than Ed25519, or a damaged one",
    ),
    ("ENCRYPTED PRIVATE KEY", "a private key that is encrypted"),
    ("RSA PRIVATE KEY", "an RSA private key"),
    ("EC PRIVATE KEY", "a private key of another elliptic curve"),
    ("EC PARAMETERS", "a private key of another elliptic curve"),
    ("OPENSSH PRIVATE KEY", "a private key in the format of OpenSSH"),
    (
        "PUBLIC KEY",
        "a public key of another kind than Ed25519, or a damaged one",
    ),
    ("RSA PUBLIC KEY", "an RSA public key"),
    ("CERTIFICATE", "a certificate"),
];

impl PrivateKey {
    /// Reads a private key.
    ///
    /// # Errors
    /// Refuses everything but an Ed25519 key.
    pub fn from_pem(bytes: &[u8]) -> Result<Self, KeyRefusal> {
        let refused = || match label(bytes) {
            Some("PUBLIC KEY") => KeyRefusal::NoPrivateKey("a public key"),
            label => KeyRefusal::NoPrivateKey(held(label)),
        };
        let text = std::str::from_utf8(bytes).map_err(|_| refused())?;
        SigningKey::from_pkcs8_pem(text).map(Self).map_err(|_| refused())
    }

    /// Returns the key that verifies what this one signs.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// Signs bytes. The same bytes have the same signature (RFC 8032, 5.1.6).
    pub(crate) fn sign(&self, bytes: &[u8]) -> [u8; SIGNATURE_LENGTH] {
        self.0.sign(bytes).to_bytes()
    }
}

impl PublicKey {
    /// Reads a public key.
    ///
    /// # Errors
    /// Refuses everything but an Ed25519 key.
    pub fn from_pem(bytes: &[u8]) -> Result<Self, KeyRefusal> {
        let refused = || match label(bytes) {
            Some("PRIVATE KEY") => KeyRefusal::NoPublicKey("a private key"),
            label => KeyRefusal::NoPublicKey(held(label)),
        };
        let text = std::str::from_utf8(bytes).map_err(|_| refused())?;
        VerifyingKey::from_public_key_pem(text)
            .map(Self)
            .map_err(|_| refused())
    }

    /// Returns the key in base64url, as a JSON Web Key has it in `x` (RFC 8037, 2).
    pub(crate) fn x(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(self.0.as_bytes())
    }

    /// Returns whether a signature is this key's, over just these bytes.
    pub(crate) fn verifies(&self, bytes: &[u8], signature: &[u8; SIGNATURE_LENGTH]) -> bool {
        // The strict form also refuses keys that fit signatures of several contents.
        let signature = Signature::from_bytes(signature);
        self.0.verify_strict(bytes, &signature).is_ok()
    }
}

/// Returns the label of the first block of a PEM file (RFC 7468).
fn label(bytes: &[u8]) -> Option<&str> {
    let lines = bytes.split(|byte| *byte == b'\n');
    let texts = lines.filter_map(|line| std::str::from_utf8(line).ok());
    let mut labels =
        texts.filter_map(|line| line.trim_end().strip_prefix("-----BEGIN ")?.strip_suffix("-----"));
    labels.next()
}

fn held(label: Option<&str>) -> &'static str {
    let known = LABELS.iter().find(|(known, _)| Some(*known) == label);
    match (known, label) {
        (Some((_, holds)), _) => holds,
        (None, Some(_)) => "something else in PEM",
        (None, None) => "no key in PEM",
    }
}
