//! Signatures of OpenSSH (SSHSIG, `PROTOCOL.sshsig`) over the bytes of a file, as `ssh-keygen -Y sign` makes them and
//! `ssh-keygen -Y verify` judges them. Texts, keys and signatures come in and go out; makes no key, asks for no
//! passphrase, and says nothing about whose key it is: that is what `allowed` is for.

use ssh_key::{Algorithm, HashAlg, LineEnding, PrivateKey, PublicKey, SshSig};

/// What a signature is made for. One of another namespace was made for something else and proves nothing here.
pub const NAMESPACE: &str = "actfile";
/// The largest signature that is read, in bytes; one of Ed25519 has about 300, one of RSA with 16,384 bits 6,000.
pub const LARGEST_SIGNATURE: usize = 64 * 1024;

/// A key that signs.
// Deliberately without a debug form.
pub struct SigningKey(PrivateKey);

/// Why a file is not a key that can sign here.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyRefusal {
    /// Only its holder can open it.
    #[error(
        "the key is encrypted, and no passphrase is asked for here; `ssh-keygen` asks for it, or takes the key from an agent"
    )]
    Encrypted,
    /// The half that does not sign. A key in an agent or on a security token is named by it.
    #[error(
        "this is the public half of a key; name the private one, or let `ssh-keygen` find it in an agent"
    )]
    Public,
    /// A key of another kind.
    #[error(
        "this is a key of the kind `{0}`, and only Ed25519 keys sign here; `ssh-keygen` signs with others"
    )]
    OtherKind(String),
    /// Something else.
    #[error("this is no private key in the format of OpenSSH, as `ssh-keygen -t ed25519` writes it")]
    NoKey,
}

impl SigningKey {
    /// Reads a private key as OpenSSH writes it.
    ///
    /// # Errors
    /// Refuses keys that are encrypted, public, damaged, or of another kind than Ed25519.
    pub fn from_openssh(bytes: &[u8]) -> Result<Self, KeyRefusal> {
        let key = PrivateKey::from_openssh(bytes).map_err(|_| match is_public(bytes) {
            true => KeyRefusal::Public,
            false => KeyRefusal::NoKey,
        })?;
        match (key.is_encrypted(), key.algorithm() == Algorithm::Ed25519) {
            (true, _) => Err(KeyRefusal::Encrypted),
            (false, true) => Ok(Self(key)),
            (false, false) => Err(KeyRefusal::OtherKind(key.algorithm().to_string())),
        }
    }

    /// Returns the signature over bytes as text. The same bytes have the same signature (RFC 8032, 5.1.6).
    ///
    /// # Errors
    /// Fails with what the library says, for which no cause is known with a key of this kind.
    pub fn sign(&self, bytes: &[u8]) -> Result<String, String> {
        let signature = self.0.sign(NAMESPACE, HashAlg::Sha512, bytes);
        let text = signature.and_then(|signature| signature.to_pem(LineEnding::LF));
        text.map_err(|error| error.to_string())
    }

    /// Returns the public half as a line of `allowed_signers` has it: kind and key, without a comment.
    ///
    /// # Errors
    /// Fails with what the library says, for which no cause is known.
    pub fn public_line(&self) -> Result<String, String> {
        let public = PublicKey::new(self.0.public_key().key_data().clone(), "");
        let line = public.to_openssh().map_err(|error| error.to_string())?;
        Ok(line.trim_end().to_owned())
    }

    /// Returns the fingerprint, as `ssh-keygen -l` prints it.
    pub fn fingerprint(&self) -> String {
        self.0.fingerprint(HashAlg::Sha256).to_string()
    }
}

/// A signature that could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature(SshSig);

impl Signature {
    /// Reads a signature; nothing when it is none.
    pub fn from_text(bytes: &[u8]) -> Option<Self> {
        // Line ends of another system are no damage; the same tool writes them there.
        let text = std::str::from_utf8(bytes).ok()?.replace("\r\n", "\n");
        SshSig::from_pem(text).ok().map(Self)
    }

    /// Returns what the signature was made for.
    pub fn namespace(&self) -> &str {
        self.0.namespace()
    }

    /// Returns whether signatures of this kind can be judged here, and the kind.
    pub fn kind(&self) -> (bool, String) {
        let kind = self.0.algorithm();
        let is_known = matches!(kind, Algorithm::Ed25519 | Algorithm::SkEd25519);
        (is_known, kind.to_string())
    }

    /// Returns the key that the signature names.
    pub(crate) fn key(&self) -> &ssh_key::public::KeyData {
        self.0.public_key()
    }

    /// Returns the fingerprint of the key that the signature names.
    pub fn fingerprint(&self) -> String {
        self.key().fingerprint(HashAlg::Sha256).to_string()
    }

    /// Returns whether the key that the signature names made it over just these bytes, for [`NAMESPACE`].
    pub fn fits(&self, bytes: &[u8]) -> bool {
        let key = PublicKey::from(self.key().clone());
        key.verify(NAMESPACE, bytes, &self.0).is_ok()
    }
}

fn is_public(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| PublicKey::from_openssh(text.trim()).is_ok())
}
