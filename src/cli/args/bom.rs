//! The words of `actfile bom`: comparing, signing and checking bills of materials.

use crate::cli::args::formats::DiffFormat;
use clap::Subcommand;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(crate) struct Bom {
    #[command(subcommand)]
    pub(crate) command: BomCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum BomCommand {
    /// Tells what differs between two bills of materials in CycloneDX.
    Diff(BomDiff),
    /// Signs a bill of materials with an Ed25519 key.
    ///
    /// The signature stands in the document (JSON Signature Format 0.82) and covers all of it in canonical form (RFC 8785):
    /// white space, the order of keys and the spelling of a text or number may change afterwards, nothing else. The rest of the
    /// file stays byte for byte. With --detached the signature covers the bytes of the file, whatever they are.
    Sign(BomSign),
    /// Checks the signature of a bill of materials with a public key.
    ///
    /// Ends with 0 when the document is signed with this key and unchanged since, with 1 when it is not signed, signed by
    /// another key or changed, and with 2 when that cannot be told. White space, the order of keys and the spelling of a text or
    /// number are no change in a signed document; with --detached every byte counts. Whose the key is, nobody but you can know.
    Verify(BomVerify),
}

#[derive(Debug, clap::Args)]
pub(crate) struct BomSign {
    /// The document in CycloneDX JSON 1.5, 1.6 or 1.7; with --detached, any file.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// The private key in PEM, as `openssl genpkey -algorithm ed25519` writes it.
    #[arg(long, value_name = "PRIVATE.pem")]
    pub(crate) key: PathBuf,
    /// Writes the signed document into this file, which must not be there yet.
    #[arg(
        short,
        long,
        value_name = "SIGNED",
        required_unless_present = "detached",
        conflicts_with = "detached"
    )]
    pub(crate) output: Option<PathBuf>,
    /// Writes the raw signature of 64 bytes into FILE.sig instead (`openssl pkeyutl -verify -rawin` takes it).
    #[arg(long)]
    pub(crate) detached: bool,
    /// Replaces the signature that the document, or FILE.sig, has already.
    #[arg(long)]
    pub(crate) replace: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct BomVerify {
    /// The signed document; with --detached, the file that FILE.sig belongs to.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// The public key in PEM, as `openssl pkey -in PRIVATE.pem -pubout` writes it.
    #[arg(long, value_name = "PUBLIC.pem")]
    pub(crate) key: PathBuf,
    /// Takes the signature from FILE.sig.
    #[arg(long)]
    pub(crate) detached: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct BomDiff {
    /// The first file, or a folder of documents with its AI-BOM.
    #[arg(value_name = "OLD")]
    pub(crate) old: PathBuf,
    /// The second.
    #[arg(value_name = "NEW")]
    pub(crate) new: PathBuf,
    /// How differences are told.
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: DiffFormat,
    /// Ends with exit code 1 when there is a difference.
    #[arg(long)]
    pub(crate) exit_code: bool,
}
