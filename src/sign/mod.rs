//! Signatures with Ed25519. Over bills of materials: one inside the document, after the JSON Signature Format 0.82, or one
//! beside it over the bytes of any file. Over the sums of a folder of documents: one of OpenSSH (`ssh`), and whether the
//! list of those who may sign allows it (`allowed`). Texts, trees and keys come in; a signed text, a signature or a verdict goes out.
//! Reads and writes no file, makes no key, and says nothing about who holds one.

pub mod allowed;
mod canonical;
pub mod detached;
pub mod enveloped;
pub mod keys;
pub mod ssh;

/// What looking at a signature with a public key came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The signature was made with the key's other half, over just this content.
    Holds,
    /// The same, but the signature says nothing for its own members. JSF has them covered; the signer of cdxgen leaves
    /// them out.
    HoldsForContent,
    /// There is no signature.
    NotSigned,
    /// The signature names another key.
    OtherKey,
    /// The signature names this key, or names none, and does not fit the content.
    Changed,
    /// The signature does not say whose it is, and does not fit.
    ChangedOrOtherKey,
}

impl Verdict {
    /// Returns the verdict in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Holds => "signed with this key, and unchanged since",
            Self::HoldsForContent => {
                "signed with this key, and unchanged since; the signature covers the content and not its own members, as \
                 cdxgen makes it"
            }
            Self::NotSigned => "not signed",
            Self::OtherKey => "signed by another key: the signature names one that is not this",
            Self::Changed => {
                "changed since it was signed: the signature names this key and does not fit the content"
            }
            Self::ChangedOrOtherKey => "changed since it was signed, or signed by another key",
        }
    }
}

/// Why a document cannot be signed, or its signature not be judged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A second signature was asked for.
    #[error("it is signed already; `--replace` puts the new signature in the place of the old one")]
    SignedAlready,
    /// Nothing that a signature could be put into.
    #[error("it is no JSON object with anything in it")]
    NoObject,
    /// The result would not be CycloneDX.
    #[error(
        "it is no CycloneDX document as the official schema has it: {pointer}: {message}; nothing was signed. \
         `--detached` signs any file as it is"
    )]
    OffSchema {
        /// JSON pointer.
        pointer: String,
        /// What the schema says.
        message: String,
    },
    /// Two numbers that differ would have the same canonical form.
    #[error(
        "the number `{0}` is not read alike by every program, so no signature over its canonical form can cover it"
    )]
    InexactNumber(String),
    /// The canonical form could not be made; the reader has refused everything for which that is known.
    #[error("it has no canonical form: {0}")]
    NoCanonicalForm(String),
    /// A signature that is made in another way.
    #[error("its signature is made with an algorithm that is not known here: `{0}`; `Ed25519` is")]
    OtherAlgorithm(String),
    /// A signature that says more than is understood, such as which parts it leaves out.
    #[error(
        "its signature has the member `{0}`, which is not understood here, so it cannot be told what the signature covers"
    )]
    OtherMember(String),
    /// A signature that lacks what every signature has.
    #[error("its signature has no `{0}` that can be read")]
    Unreadable(&'static str),
    /// A detached signature in another form, such as base64.
    #[error("it is no raw Ed25519 signature: it has {0} bytes, not 64")]
    OtherLength(usize),
}
