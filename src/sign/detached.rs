//! A signature beside a file: the 64 raw bytes of Ed25519 over the file's own bytes, which other programs verify too
//! (`openssl pkeyutl -verify -rawin`). Nothing about the file is read or understood.

use crate::sign::keys::{PrivateKey, PublicKey, SIGNATURE_LENGTH};
use crate::sign::{Refusal, Verdict};

/// Returns the signature over the bytes of a file.
pub fn signature(bytes: &[u8], key: &PrivateKey) -> [u8; SIGNATURE_LENGTH] {
    key.sign(bytes)
}

/// Returns whether a signature belongs to the bytes of a file and to a key.
///
/// # Errors
/// Refuses a signature of another length.
pub fn verdict(bytes: &[u8], signature: &[u8], key: &PublicKey) -> Result<Verdict, Refusal> {
    let signature = signature
        .try_into()
        .map_err(|_| Refusal::OtherLength(signature.len()))?;
    Ok(match key.verifies(bytes, signature) {
        true => Verdict::Holds,
        false => Verdict::ChangedOrOtherKey,
    })
}
