//! What makes a folder of documents checkable: `manifest.json` says from what and by what it was made and lists
//! every output, `SHA256SUMS` lists every file for `sha256sum -c` and its like, `VERIFY.txt` tells an auditor what to type.
//! The set proves integrity, not origin: it is not signed here.

use crate::calendar::Date;
use crate::failure::Failure;
use crate::render::enclosures::{Enclosures, LARGEST_ENCLOSED};
use crate::render::{Artifact, Format};
use crate::write::folder::{Folder, Kind, hex};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The name of the manifest in an output folder.
pub const MANIFEST: &str = "manifest.json";
/// The name of the list that `sha256sum -c` reads.
pub const SUMS: &str = "SHA256SUMS";
/// The name of the option by which a manifest records a newer rule table whose documents stood in the same place.
pub const NEWER_RULES: &str = "older-law-than";
/// The name of the option by which a manifest says that it is over the members of a group, and which.
pub const GROUP: &str = "group";
/// The name of the signature over that list, in the format of OpenSSH. No list can contain it.
pub const SIGNATURE: &str = "SHA256SUMS.sig";
/// The name of the auditor's instructions.
pub const VERIFY: &str = "VERIFY.txt";

/// How a manifest says that it is one, and in which shape.
const FORMAT: &str = "actfile-manifest/1";
/// A manifest with 100,000 entries stays well below this; a larger file is not one of ours.
const MANIFEST_LIMIT: u64 = 64 << 20;

/// From what, by what and for which day a set of documents was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManifestFacts {
    /// Version of this program.
    pub tool_version: String,
    /// Revision of the rule table.
    pub rules_revision: String,
    /// SHA-256 of the rule table, in lower-case hex.
    pub rules_sha256: String,
    /// Key of the edition of the Act.
    pub law: String,
    /// The day for which the documents speak.
    pub as_of: Date,
    /// The hash that stands in every footer.
    pub build_id: String,
    /// What the command line narrowed down, such as formats and systems; empty for a whole build.
    pub options: BTreeMap<String, Vec<String>>,
    /// Every input file, by path below the project folder.
    pub inputs: Vec<Listed>,
}

/// A file as a manifest lists it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Listed {
    /// Path below its folder, with forward slashes.
    pub path: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 of the content, in lower-case hex.
    pub sha256: String,
}

/// The content of `manifest.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The shape of the manifest.
    pub format: String,
    /// From what the outputs were made.
    #[serde(flatten)]
    pub facts: ManifestFacts,
    /// Every output but the manifest and `SHA256SUMS`, sorted by path.
    pub outputs: Vec<Listed>,
}

impl Listed {
    /// Lists a file by its content.
    pub fn of(path: &str, bytes: &[u8]) -> Self {
        Self {
            path: path.to_owned(),
            bytes: bytes.len() as u64,
            sha256: sha256(bytes),
        }
    }
}

/// Adds manifest, sums and the auditor's instructions to finished documents; returns all sorted by path.
pub fn seal(documents: Vec<Artifact>, facts: &ManifestFacts) -> Result<Vec<Artifact>, Failure> {
    let mut pack = documents;
    pack.push(text(VERIFY, instructions(facts)));
    pack.sort_by(|a, b| a.path.cmp(&b.path));
    refuse_unsafe_paths(&pack)?;
    let mut listed: Vec<Listed> = pack
        .par_iter()
        .map(|file| Listed::of(&file.path, &file.bytes))
        .collect();
    let manifest = Manifest {
        format: FORMAT.to_owned(),
        facts: ManifestFacts {
            inputs: sorted(&facts.inputs),
            ..facts.clone()
        },
        outputs: listed.clone(),
    };
    let json = serde_json::to_string_pretty(&manifest).map_err(|error| internal(error.to_string()))? + "\n";
    listed.push(Listed::of(MANIFEST, json.as_bytes()));
    pack.push(text(MANIFEST, json));
    pack.push(text(SUMS, sums(&listed)));
    pack.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(pack)
}

/// Returns the manifest of an output folder; `None` when the folder is missing, empty or not ours.
pub fn manifest_of(out: &Path) -> Result<Option<Manifest>, Failure> {
    read_manifest(&Folder::read(out)?)
}

/// Returns the bytes of one file of an output folder; `None` when it is not there.
pub fn file_of(out: &Path, name: &str) -> Result<Option<Vec<u8>>, Failure> {
    let (folder, path) = (Folder::read(out)?, Path::new(name));
    match folder.kind(path) {
        Some(Kind::File { .. }) => folder.content(path, MANIFEST_LIMIT).map(Some),
        Some(Kind::Folder | Kind::Link | Kind::Other) | None => Ok(None),
    }
}

/// Returns the manifest of a sealed set.
pub(crate) fn sealed_in(pack: &[Artifact]) -> Option<Manifest> {
    let file = pack.iter().find(|file| file.path == MANIFEST)?;
    serde_json::from_slice(&file.bytes).ok()
}

/// Returns the manifest in a folder that was listed already.
pub(crate) fn read_manifest(folder: &Folder) -> Result<Option<Manifest>, Failure> {
    let path = Path::new(MANIFEST);
    match folder.kind(path) {
        Some(Kind::File { n_bytes }) if n_bytes <= MANIFEST_LIMIT => {
            let bytes = folder.content(path, MANIFEST_LIMIT)?;
            let manifest: Option<Manifest> = serde_json::from_slice(&bytes).ok();
            Ok(manifest.filter(|manifest| manifest.format == FORMAT))
        }
        Some(Kind::File { .. } | Kind::Folder | Kind::Link | Kind::Other) | None => Ok(None),
    }
}

/// Returns the SHA-256 of bytes, in lower-case hex.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn sums(listed: &[Listed]) -> String {
    let mut lines: Vec<(&str, &str)> = listed
        .iter()
        .map(|file| (file.path.as_str(), file.sha256.as_str()))
        .collect();
    lines.sort_unstable();
    lines
        .iter()
        .map(|(path, sha256)| format!("{sha256}  {path}\n"))
        .collect()
}

fn text(path: &str, content: String) -> Artifact {
    Artifact {
        path: path.to_owned(),
        bytes: content.into_bytes(),
    }
}

fn sorted(inputs: &[Listed]) -> Vec<Listed> {
    let mut inputs = inputs.to_vec();
    inputs.sort();
    inputs
}

// Paths are made from checked ids and fixed names. Whatever else a room might hand over must neither leave the
// folder, nor meet another file where upper and lower case are the same, nor need quoting in `SHA256SUMS`.
fn refuse_unsafe_paths(pack: &[Artifact]) -> Result<(), Failure> {
    let mut seen = BTreeSet::new();
    for Artifact { path, .. } in pack {
        let is_plain = path
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte))
            && path
                .split('/')
                .all(|part| !part.is_empty() && !part.starts_with('.'));
        let is_ours = [MANIFEST, SUMS, SIGNATURE].contains(&path.as_str());
        if !is_plain || is_ours || !seen.insert(path.to_ascii_lowercase()) {
            return Err(internal(format!("`{path}` cannot be the path of an output")));
        }
    }
    Ok(())
}

fn internal(message: String) -> Failure {
    Failure::Internal {
        room: "write",
        message,
    }
}

fn instructions(facts: &ManifestFacts) -> String {
    let ManifestFacts {
        tool_version,
        rules_revision,
        law,
        as_of,
        build_id,
        ..
    } = facts;
    format!(
        "\
How to check this folder
========================

Made by actfile {tool_version} (rule table {rules_revision}, edition {law}), as of {as_of}, build {build_id}.
Run the commands inside this folder. No network is needed.{}

1. Is every file as it was made?

{}
   Expected: no line with FAILED; macOS says OK for each file. One that was changed or removed is named, followed by
   FAILED. Files that were added are not noticed here.

2. Is anything missing, changed or added?

       actfile verify .

   Expected: `complete` and `unchanged` say yes, exit code 0. A difference is named and gives exit code 1.
{}
3. Do these documents follow from the inventory? This is the strongest check. It needs {}
   (here called PROJECT) and the version of actfile named above.

       actfile verify . --against PROJECT

   Expected: `regenerates` says yes, exit code 0.
{}
{}. Whose signature is on this folder? Only where {SIGNATURE} is here, and you have a list of those who may sign
   (`allowed_signers`, see ssh-keygen(1)) from a source that you trust; WHO is the name in that list:

       ssh-keygen -Y verify -f allowed_signers -I WHO -n actfile -s {SIGNATURE} < {SUMS}
       actfile verify . --allowed-signers allowed_signers --signer WHO

   In PowerShell, which has no `<`, the first line goes between the quotation marks of: cmd /c \"...\"

   Expected: Good \"actfile\" signature for WHO; and `signed` says yes. The signature covers {SUMS}, and with it every
   file that check 1 finds as it was made. Without {SIGNATURE} the checks show integrity, not who made this folder.
   Which role signed a document off, or that it is a draft, is another matter: the document says so on its first page.
",
        gone_back(facts),
        sum_checks(),
        edited(facts),
        made_from(facts),
        inside(facts),
        4 + usize::from(!inside(facts).is_empty())
    )
}

/// How every file is held against the sums with what each system has; a test compares them with the chapter for auditors.
const SUM_CHECKS: [(&str, &str); 3] = [
    ("On Linux", "sha256sum -c --quiet SHA256SUMS"),
    ("On macOS", "shasum -a 256 -c SHA256SUMS"),
    (
        "On Windows, in PowerShell",
        "Get-Content SHA256SUMS | ForEach-Object { $hash, $file = $_ -split '  ', 2; if ((Get-FileHash -LiteralPath \
         $file).Hash -ne $hash) { \"${file}: FAILED\" } }",
    ),
];

fn sum_checks() -> String {
    let told = SUM_CHECKS
        .iter()
        .map(|(system, command)| format!("   {system}:\n\n       {command}\n\n"));
    told.collect::<String>().trim_end().to_owned() + "\n"
}

// Going back to an older rule table is allowed to nobody in silence.
fn gone_back(facts: &ManifestFacts) -> String {
    let newer = facts.options.get(NEWER_RULES).and_then(|values| values.first());
    newer.map_or_else(String::new, |revision| {
        format!(
            "\nThe documents here before were made with a newer rule table, {revision}; somebody allowed going back to an older one."
        )
    })
}

// Formats are named only where they are not those of a build that asks for nothing, which makes no such copies.
fn edited(facts: &ManifestFacts) -> &'static str {
    let formats = facts
        .options
        .get("formats")
        .map(Vec::as_slice)
        .unwrap_or_default();
    match formats.iter().any(|format| format == Format::Docx.key()) {
        true => {
            "   A DOCX and the workbook are copies to be edited: one that was edited in this folder is named as changed. Edit\n   \
             them in another place.\n"
        }
        false => "",
    }
}

fn made_from(facts: &ManifestFacts) -> &'static str {
    match facts.options.contains_key(GROUP) {
        true => "the group file,\n   with the projects below its folder",
        false => "the project folder",
    }
}

// Only where PDFs were made and carry something; those over a group carry nothing.
fn inside(facts: &ManifestFacts) -> String {
    let option = |name: &str| facts.options.get(name);
    let has_pdfs = option("formats").is_none_or(|keys| keys.iter().any(|key| key == Format::Pdf.key()));
    if !has_pdfs || option(Enclosures::OPTION).is_some() || option(GROUP).is_some() {
        return String::new();
    }
    format!(
        "
4. What was a PDF made from? Each PDF carries the inventory files that it repeats, its part of provenance.json and,
   in ai-bom.pdf, the AI-BOM. Either of two common programs takes them out:

       qpdf --list-attachments inventory.pdf
       qpdf --show-attachment=provenance.json inventory.pdf

       pdfdetach -list inventory.pdf
       pdfdetach -savefile provenance.json -o ../taken-out.json inventory.pdf

   Expected: the SHA-256 of an inventory file, as sha256sum, `shasum -a 256` or Get-FileHash prints it, is the one that
   manifest.json lists under `inputs`. A file above {} kB, or one that seems to hold a password or key, is not inside;
   provenance.json names it with its hash.
",
        LARGEST_ENCLOSED / 1024
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts() -> ManifestFacts {
        ManifestFacts {
            tool_version: "0.1.0".into(),
            rules_revision: "1".into(),
            rules_sha256: sha256(b"rules"),
            law: "omnibus-2026".into(),
            as_of: Date::on(2026, 11, 22),
            build_id: "abc".into(),
            options: BTreeMap::new(),
            inputs: vec![Listed::of("b.yaml", b"b"), Listed::of("a.yaml", b"a")],
        }
    }

    fn sealed(paths: &[&str]) -> Result<Vec<Artifact>, Failure> {
        let documents = paths
            .iter()
            .map(|path| text(path, format!("content of {path}\n")));
        seal(documents.collect(), &facts())
    }

    fn find<'a>(pack: &'a [Artifact], path: &str) -> &'a [u8] {
        &pack.iter().find(|file| file.path == path).unwrap().bytes
    }

    #[test]
    fn the_manifest_lists_every_other_output_with_size_and_hash() {
        let pack = sealed(&["systems/b.md", "a.md"]).unwrap();
        let manifest: Manifest = serde_json::from_slice(find(&pack, MANIFEST)).unwrap();
        let listed: Vec<&str> = manifest
            .outputs
            .iter()
            .map(|output| output.path.as_str())
            .collect();
        assert_eq!(listed, [VERIFY, "a.md", "systems/b.md"]);
        assert_eq!(manifest.outputs[1], Listed::of("a.md", b"content of a.md\n"));
        assert_eq!(manifest.facts.inputs[0].path, "a.yaml");
    }

    #[test]
    fn the_sums_list_every_file_but_themselves() {
        let pack = sealed(&["systems/b.md", "a.md"]).unwrap();
        let sums = String::from_utf8(find(&pack, SUMS).to_vec()).unwrap();
        let manifest_line = format!("{}  {MANIFEST}\n", sha256(find(&pack, MANIFEST)));
        assert!(sums.contains(&manifest_line));
        assert_eq!(sums.lines().count(), pack.len() - 1);
    }

    #[test]
    fn the_order_of_the_documents_does_not_matter() {
        assert_eq!(
            sealed(&["a.md", "b.md"]).unwrap(),
            sealed(&["b.md", "a.md"]).unwrap()
        );
    }

    #[test]
    fn a_path_that_leaves_the_folder_or_meets_another_is_refused() {
        let cases: [&[&str]; 8] = [
            &["../a.md"],
            &["/a.md"],
            &["a//b.md"],
            &["a b.md"],
            &[".hidden"],
            &[MANIFEST],
            &["A.md", "a.md"],
            &[""],
        ];
        for paths in cases {
            assert!(
                matches!(sealed(paths), Err(Failure::Internal { .. })),
                "{paths:?}"
            );
        }
    }
}
