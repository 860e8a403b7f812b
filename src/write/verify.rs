//! What an auditor asks of a folder: is it complete, and is every file as it was made? Answers from the folder
//! alone, by its manifest and its sums, which must also agree with each other. Says nothing about origin: that
//! takes a signature.

use crate::failure::Failure;
use crate::write::folder::{Folder, Kind};
use crate::write::leftover::usual_maker;
use crate::write::manifest::{self, MANIFEST, Manifest, SIGNATURE, SUMS, sha256};
use crate::write::sealed::{Continued, continued};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;

/// No seal makes a PDF of ours as large.
const SEALED_LIMIT: u64 = 256 << 20;
/// A list of 100,000 files stays well below this.
pub(crate) const SUMS_LIMIT: u64 = 64 << 20;

/// What was found about a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifyReport {
    /// The manifest, when it can be read.
    pub manifest: Option<Manifest>,
    /// How many files were expected.
    pub n_expected: usize,
    /// PDFs that were sealed after they were made, where that was allowed, sorted by path.
    pub sealed: Vec<String>,
    /// What is wrong, sorted by path.
    pub faults: Vec<Fault>,
}

/// One file that is not as it was made.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Path below the folder, with forward slashes.
    pub path: String,
    /// What is wrong with it.
    pub wrong: Wrong,
}

/// What can be wrong with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wrong {
    /// It is listed and not there.
    Missing,
    /// It is there and not listed.
    Extra,
    /// Its content differs from what is listed.
    Changed,
    /// It is a PDF that begins as it was made and was sealed, and nobody allowed that.
    SealedUnasked,
    /// It is a sealed PDF with so many bytes that its last seal does not cover.
    BeyondTheSeal(usize),
    /// It is a link, folder or device where a file was made.
    NotAFile,
    /// Manifest and sums do not list it alike.
    ListedDifferently,
    /// It is a list, and cannot be read as one.
    Unreadable,
}

impl Wrong {
    /// Returns what is wrong as the end of a sentence about the file.
    pub fn words(self) -> String {
        match self {
            Self::Missing => "missing".to_owned(),
            Self::Extra => "not one that was made".to_owned(),
            Self::Changed => "altered since it was made".to_owned(),
            Self::SealedUnasked => "electronically signed since it was made".to_owned(),
            Self::BeyondTheSeal(n_bytes) => {
                format!("followed by {n_bytes} bytes that its last signature does not cover")
            }
            Self::NotAFile => "no regular file any more".to_owned(),
            Self::ListedDifferently => format!("listed differently by {MANIFEST} and {SUMS}"),
            Self::Unreadable => "altered so that it cannot be read".to_owned(),
        }
    }
}

impl VerifyReport {
    /// Returns whether every listed file is there and no other.
    pub fn is_complete(&self) -> bool {
        !self
            .faults
            .iter()
            .any(|fault| matches!(fault.wrong, Wrong::Missing | Wrong::Extra))
    }

    /// Returns whether every file that is there is as it was made.
    pub fn is_unchanged(&self) -> bool {
        self.faults
            .iter()
            .all(|fault| matches!(fault.wrong, Wrong::Missing | Wrong::Extra))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, wrong } = self;
        match wrong {
            Wrong::Missing => write!(f, "missing: `{path}` is listed and is not there"),
            Wrong::Extra => write!(f, "extra: `{path}` is there and is not listed{}", leftover(path)),
            Wrong::Changed => write!(f, "changed: `{path}` differs from what was made"),
            Wrong::SealedUnasked => write!(
                f,
                "changed: `{path}` begins as it was made and carries a signature behind it; --allow-signed-pdf lets that \
                 pass"
            ),
            Wrong::BeyondTheSeal(n_bytes) => write!(
                f,
                "changed: `{path}` carries {n_bytes} bytes that its last signature does not cover"
            ),
            Wrong::NotAFile => write!(f, "changed: `{path}` is no longer a regular file"),
            Wrong::ListedDifferently => {
                write!(f, "changed: {MANIFEST} and {SUMS} do not agree about `{path}`")
            }
            Wrong::Unreadable => write!(f, "changed: `{path}` cannot be read as what it should be"),
        }
    }
}

// A name is no proof, so the file counts as any other; but who looks for the cause need not suspect an attack first.
fn leftover(path: &str) -> String {
    usual_maker(path).map_or_else(String::new, |maker| {
        format!(
            "; {maker} usually makes files of this name, but nothing here vouches for what is in it: remove it, or copy the \
             listed files into an empty folder and verify that one"
        )
    })
}

/// Examines a folder of documents. A PDF may carry signatures behind what was made where `allows_seals` says so.
pub fn verify(out: &Path, allows_seals: bool) -> Result<VerifyReport, Failure> {
    let folder = Folder::read(out)?;
    let has = |name: &str| folder.kind(Path::new(name)).is_some();
    if !has(MANIFEST) && !has(SUMS) {
        return Err(Failure::Refused(format!(
            "`{}` has neither {MANIFEST} nor {SUMS}; it is not an output folder of actfile",
            out.display()
        )));
    }
    let manifest = manifest::read_manifest(&folder)?;
    let sums = read_sums(&folder)?;
    let mut faults = faults_of_lists(&folder, manifest.as_ref(), sums.as_ref());
    let expected = expected(manifest.as_ref(), sums.as_ref());
    for (path, sha256s) in &expected {
        faults.extend(fault_of(&folder, path, sha256s)?);
    }
    let mut sealed = Vec::new();
    for fault in &mut faults {
        if fault.wrong == Wrong::Changed {
            match continuation(&folder, manifest.as_ref(), &fault.path)? {
                Continued::Sealed if allows_seals => sealed.push(fault.path.clone()),
                Continued::Sealed => fault.wrong = Wrong::SealedUnasked,
                Continued::BeyondTheSeal(n_bytes) => fault.wrong = Wrong::BeyondTheSeal(n_bytes),
                Continued::Otherwise => {}
            }
        }
    }
    faults.retain(|fault| fault.wrong != Wrong::Changed || !sealed.contains(&fault.path));
    faults.extend(extras(&folder, &expected));
    faults.sort();
    faults.dedup();
    Ok(VerifyReport {
        manifest,
        n_expected: expected.len(),
        sealed,
        faults,
    })
}

/// Hashes by path.
pub(crate) type Sums = BTreeMap<String, String>;

fn read_sums(folder: &Folder) -> Result<Option<Sums>, Failure> {
    let path = Path::new(SUMS);
    match folder.kind(path) {
        Some(Kind::File { n_bytes }) if n_bytes <= SUMS_LIMIT => {
            let bytes = folder.content(path, SUMS_LIMIT)?;
            Ok(String::from_utf8(bytes).ok().and_then(|text| parse_sums(&text)))
        }
        Some(Kind::File { .. } | Kind::Folder | Kind::Link | Kind::Other) | None => Ok(None),
    }
}

/// Returns the hash of each file that a list for `sha256sum -c` names, by path; `None` where it is no such list.
pub(crate) fn parse_sums(text: &str) -> Option<Sums> {
    text.lines()
        .map(|line| {
            let (sha256, path) = line.split_once("  ")?;
            let is_hash = sha256.len() == 64 && sha256.bytes().all(|byte| byte.is_ascii_hexdigit());
            is_hash.then(|| (path.to_owned(), sha256.to_owned()))
        })
        .collect()
}

// Each list may have been altered without the other: whatever one of them says must hold.
fn expected(manifest: Option<&Manifest>, sums: Option<&Sums>) -> BTreeMap<String, BTreeSet<String>> {
    let mut expected: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let outputs = manifest.into_iter().flat_map(|manifest| &manifest.outputs);
    let listed = outputs.map(|output| (&output.path, &output.sha256));
    for (path, sha256) in listed.chain(sums.into_iter().flatten()) {
        expected.entry(path.clone()).or_default().insert(sha256.clone());
    }
    expected
}

fn faults_of_lists(folder: &Folder, manifest: Option<&Manifest>, sums: Option<&Sums>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (name, is_readable) in [(MANIFEST, manifest.is_some()), (SUMS, sums.is_some())] {
        match folder.kind(Path::new(name)) {
            None => faults.push(fault(name, Wrong::Missing)),
            Some(_) if !is_readable => faults.push(fault(name, Wrong::Unreadable)),
            Some(_) => {}
        }
    }
    if let (Some(manifest), Some(sums)) = (manifest, sums) {
        let mut listed: Sums = sums.clone();
        listed.remove(MANIFEST);
        let outputs: Sums = manifest
            .outputs
            .iter()
            .map(|output| (output.path.clone(), output.sha256.clone()))
            .collect();
        let paths: BTreeSet<&String> = listed.keys().chain(outputs.keys()).collect();
        let differing = paths
            .into_iter()
            .filter(|path| listed.get(*path) != outputs.get(*path));
        faults.extend(differing.map(|path| fault(path, Wrong::ListedDifferently)));
    }
    faults
}

fn fault_of(folder: &Folder, path: &str, sha256s: &BTreeSet<String>) -> Result<Option<Fault>, Failure> {
    let found = match folder.kind(Path::new(path)) {
        None => Some(Wrong::Missing),
        Some(Kind::File { .. }) => {
            let sha256 = folder.sha256(Path::new(path))?;
            sha256s
                .iter()
                .any(|listed| *listed != sha256)
                .then_some(Wrong::Changed)
        }
        Some(Kind::Folder | Kind::Link | Kind::Other) => Some(Wrong::NotAFile),
    };
    Ok(found.map(|wrong| fault(path, wrong)))
}

/// Returns how a changed PDF continues what was made, if it still begins with that.
fn continuation(folder: &Folder, manifest: Option<&Manifest>, path: &str) -> Result<Continued, Failure> {
    let outputs = manifest
        .map(|manifest| manifest.outputs.as_slice())
        .unwrap_or_default();
    let made = outputs
        .iter()
        .find(|output| output.path == path && path.ends_with(".pdf"));
    let (Some(made), Some(Kind::File { n_bytes })) = (made, folder.kind(Path::new(path))) else {
        return Ok(Continued::Otherwise);
    };
    if n_bytes <= made.bytes || n_bytes > SEALED_LIMIT {
        return Ok(Continued::Otherwise);
    }
    let file = folder.content(Path::new(path), SEALED_LIMIT)?;
    let n_made = usize::try_from(made.bytes).unwrap_or(usize::MAX);
    let begins_as_made = file
        .get(..n_made)
        .is_some_and(|beginning| sha256(beginning) == made.sha256);
    Ok(match begins_as_made {
        true => continued(&file, n_made),
        false => Continued::Otherwise,
    })
}

fn extras(folder: &Folder, expected: &BTreeMap<String, BTreeSet<String>>) -> Vec<Fault> {
    folder
        .entries()
        .filter(|(_, kind)| *kind != Kind::Folder)
        .map(|(path, _)| path.to_string_lossy().replace('\\', "/"))
        .filter(|path| ![MANIFEST, SUMS, SIGNATURE].contains(&path.as_str()) && !expected.contains_key(path))
        .map(|path| fault(&path, Wrong::Extra))
        .collect()
}

fn fault(path: &str, wrong: Wrong) -> Fault {
    Fault {
        path: path.to_owned(),
        wrong,
    }
}
