//! `actfile bom sign` and `actfile bom verify`: a signature in a document or beside a file, and whether it belongs there.

use crate::cli::args::bom::{BomSign, BomVerify};
use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;
use actfile::failure::Failure;
use actfile::read::{Loaded, single};
use actfile::report::visible::visible;
use actfile::report::{self, Style};
use actfile::sbom::{LARGEST_BOM, tree};
use actfile::sign::keys::{KeyRefusal, LARGEST_KEY, PrivateKey, PublicKey};
use actfile::sign::{Refusal, Verdict, detached, enveloped};
use actfile::source::FileId;
use actfile::write::fresh::{Fresh, create, renew};
use actfile::yaml::node::Node;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Signs a document, or the bytes of a file.
pub(crate) fn sign(asked: &BomSign, terminal: &Terminal) -> Result<Exit, Failure> {
    let key = private_key(&asked.key)?;
    match &asked.output {
        Some(output) => sign_inside(asked, output, &key, terminal),
        None => sign_beside(asked, &key, terminal),
    }
}

fn sign_inside(
    asked: &BomSign,
    output: &Path,
    key: &PrivateKey,
    terminal: &Terminal,
) -> Result<Exit, Failure> {
    if is_same_file(&asked.file, output) {
        return Err(refused(
            output,
            "the signed document is not written over the one that is signed; name another file",
        ));
    }
    let Some(document) = document(&asked.file, terminal)? else {
        return Ok(Exit::Refused);
    };
    let signed = enveloped::signed(document.text(), &document.tree, key, asked.replace)
        .map_err(|refusal| refused(&asked.file, &refusal.to_string()))?;
    told(output, create(output, signed.as_bytes())?, terminal);
    Ok(Exit::Done)
}

fn sign_beside(asked: &BomSign, key: &PrivateKey, terminal: &Terminal) -> Result<Exit, Failure> {
    let signature = detached::signature(&single(&asked.file, LARGEST_BOM)?, key);
    let path = beside(&asked.file);
    let written = match asked.replace {
        true => renew(&path, &signature)?,
        false => create(&path, &signature)?,
    };
    told(&path, written, terminal);
    Ok(Exit::Done)
}

fn told(path: &Path, written: Fresh, terminal: &Terminal) {
    let says = match written {
        Fresh::Written => "written",
        Fresh::Unchanged => "there already, nothing changed",
    };
    terminal.say(&format!("{}: {says}", path.display()));
}

/// Prints whether the signature belongs to the content and to the key.
pub(crate) fn verify(asked: &BomVerify, terminal: &Terminal) -> Result<Exit, Failure> {
    let key = public_key(&asked.key)?;
    let verdict = match asked.detached {
        true => verdict_beside(&asked.file, &key)?,
        false => match document(&asked.file, terminal)? {
            Some(document) => judged(&asked.file, enveloped::verdict(&document.tree, &key))?,
            None => return Ok(Exit::Refused),
        },
    };
    let line = visible(&format!("{}: {}", asked.file.display(), verdict.words()));
    terminal.result(&(line + "\n"))?;
    Ok(match verdict {
        Verdict::Holds | Verdict::HoldsForContent => Exit::Done,
        Verdict::NotSigned | Verdict::OtherKey | Verdict::Changed | Verdict::ChangedOrOtherKey => Exit::Found,
    })
}

fn verdict_beside(file: &Path, key: &PublicKey) -> Result<Verdict, Failure> {
    let bytes = single(file, LARGEST_BOM)?;
    let path = beside(file);
    match single(&path, LARGEST_BOM) {
        Ok(signature) => judged(&path, detached::verdict(&bytes, &signature, key)),
        Err(Failure::Disk { source, .. }) if source.kind() == ErrorKind::NotFound => Ok(Verdict::NotSigned),
        Err(failure) => Err(failure),
    }
}

fn judged(path: &Path, verdict: Result<Verdict, Refusal>) -> Result<Verdict, Failure> {
    verdict.map_err(|refusal| refused(path, &refusal.to_string()))
}

/// A document as text and as tree.
struct Document {
    loaded: Loaded,
    file: FileId,
    tree: Node,
}

impl Document {
    fn text(&self) -> &str {
        &self.loaded.sources.file(self.file).text
    }
}

/// Returns a document; nothing after telling why it cannot be read.
fn document(path: &Path, terminal: &Terminal) -> Result<Option<Document>, Failure> {
    let mut loaded = Loaded::default();
    let bytes = single(path, LARGEST_BOM)?;
    let file = loaded.add_text(path.to_string_lossy().into_owned(), &bytes);
    let tree = match loaded.findings.has_errors() {
        true => None,
        false => tree(file, &loaded.sources.file(file).text, &mut loaded.findings),
    };
    let (sources, findings) = (&loaded.sources, &loaded.findings);
    terminal.tell(&report::findings(Style::Human, sources, findings, ""));
    Ok(tree.map(|tree| Document { loaded, file, tree }))
}

fn private_key(path: &Path) -> Result<PrivateKey, Failure> {
    let key = PrivateKey::from_pem(&single(path, LARGEST_KEY)?);
    key.map_err(|refusal| no_key(path, refusal))
}

fn public_key(path: &Path) -> Result<PublicKey, Failure> {
    let key = PublicKey::from_pem(&single(path, LARGEST_KEY)?);
    key.map_err(|refusal| no_key(path, refusal))
}

fn no_key(path: &Path, refusal: KeyRefusal) -> Failure {
    refused(path, &refusal.to_string())
}

/// Returns where the detached signature of a file lies.
fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".sig");
    PathBuf::from(name)
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        (Ok(_), Err(_)) | (Err(_), Ok(_)) | (Err(_), Err(_)) => false,
    }
}

fn refused(path: &Path, why: &str) -> Failure {
    Failure::Refused(format!("{}: {why}", path.display()))
}
