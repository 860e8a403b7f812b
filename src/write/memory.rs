//! What was published where, remembered among the caches of the user, so that a build from the same inputs need not
//! render again what lies there already. Nothing that lies in the output folder is believed: the memory holds the hash
//! of `SHA256SUMS`, that list the hash of every file, and each is reckoned anew. A memory that is missing, cut, altered
//! or of another program says nothing, and the build renders.

use crate::failure::Failure;
use crate::write::beside::Beside;
use crate::write::folder::{Folder, Kind};
use crate::write::manifest::{ManifestFacts, SUMS, sha256};
use crate::write::publish::INNER_STAGE;
use crate::write::target::Target;
use crate::write::verify::{SUMS_LIMIT, parse_sums};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

/// How a memory says that it is one, and in which shape; a hash over what follows stands in the same line.
const FORMAT: &str = "actfile-memory/2";
/// The most that is read: a memory has the names of the files that records name.
const LIMIT: u64 = 16 * 1024 * 1024;

/// The memory of one output folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Memory {
    file: PathBuf,
    target: Target,
}

/// What a memory says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recollection {
    /// By which program and from what the folder was made, as [`made_from`] has it.
    pub made_from: String,
    /// What the build came to, where all of it can be told again.
    pub outcome: Option<Outcome>,
    /// The hash of the list of all files.
    sums: String,
}

/// What a build without findings came to, to be told again when the same is asked of the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// A hash over what was asked, by which program, and the files that the project consisted of.
    pub asked: String,
    /// The files that records named, by path below the project folder, whether or not they were found.
    pub sought: Vec<String>,
    /// The lines that were said.
    pub lines: Vec<String>,
}

/// Returns a hash over the program and everything that the documents are made from.
pub fn made_from(program: &str, facts: &ManifestFacts) -> Option<String> {
    let facts = serde_json::to_string(facts).ok()?;
    Some(sha256(format!("{program}\n{facts}").as_bytes()))
}

/// Returns a hash over a question and the footprint of the project it is asked of.
pub fn asked_of(question: &str, footprint: &str) -> String {
    sha256(format!("{question}\n{footprint}").as_bytes())
}

impl Memory {
    /// Returns the memory of an output folder for what is built there from a project. None where the output folder does not
    /// exist or may not be written.
    pub fn of(caches: &Path, out: &Path, project: &Path) -> Option<Self> {
        let target = Target::examine(out, project).ok()?;
        let place = target.path.canonicalize().ok()?;
        let name = sha256(place.as_os_str().as_encoded_bytes());
        Some(Self {
            file: caches.join(name),
            target,
        })
    }

    /// Returns what is remembered; nothing where the memory is not whole.
    pub fn recollection(&self) -> Option<Recollection> {
        let mut said = String::new();
        let file = File::open(&self.file).ok()?;
        file.take(LIMIT).read_to_string(&mut said).ok()?;
        let (head, body) = said.split_once('\n')?;
        (head == head_of(body)).then_some(())?;
        serde_json::from_str(body).ok()
    }

    /// Returns how many files lie in the folder, if no byte of what was published has changed since.
    pub fn intact(&self, known: &Recollection) -> Option<usize> {
        let folder = Folder::read(&self.target.path).ok()?;
        // What a killed run left behind, inside or beside the folder, is cleared away by publishing.
        let is_interrupted =
            folder.kind(Path::new(INNER_STAGE)).is_some() || !self.target.stages().is_empty();
        let sums = folder
            .content(Path::new(SUMS), SUMS_LIMIT)
            .ok()
            .filter(|_| !is_interrupted)?;
        (known.sums == sha256(&sums)).then_some(())?;
        let listed: Vec<(String, String)> = parse_sums(&String::from_utf8(sums).ok()?)?.into_iter().collect();
        let is_as_made = |(path, sha256): &(String, String)| holds(&folder, Path::new(path), sha256);
        listed.par_iter().all(is_as_made).then_some(listed.len() + 1)
    }

    /// Remembers what lies in the folder now as published from this. Where nothing can be remembered the next build
    /// renders, so a failure is none.
    pub fn keep(&self, made_from: String, outcome: Option<Outcome>) {
        let _ = self.written(made_from, outcome);
    }

    fn written(&self, made_from: String, outcome: Option<Outcome>) -> Result<(), Failure> {
        let folder = Folder::read(&self.target.path)?;
        let known = Recollection {
            made_from,
            outcome,
            sums: sha256(&folder.content(Path::new(SUMS), SUMS_LIMIT)?),
        };
        let body = serde_json::to_string(&known).map_err(|error| Failure::Internal {
            room: "write",
            message: error.to_string(),
        })?;
        if let Some(caches) = self.file.parent() {
            let _ = fs::create_dir_all(caches);
        }
        let text = format!("{}\n{body}", head_of(&body));
        Beside::filled(&self.file, text.as_bytes(), None)?.take_the_place_of(&self.file)
    }
}

/// Returns the first line of a memory, which no other text has behind it.
fn head_of(body: &str) -> String {
    format!("{FORMAT} {}", sha256(body.as_bytes()))
}

fn holds(folder: &Folder, path: &Path, sha256: &str) -> bool {
    match folder.kind(path) {
        Some(Kind::File { .. }) => folder.sha256(path).is_ok_and(|found| found == sha256),
        Some(Kind::Folder | Kind::Link | Kind::Other) | None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;
    use crate::render::Artifact;
    use crate::write::manifest::seal;
    use crate::write::publish::publish;
    use proptest::prelude::*;
    use std::collections::BTreeMap;
    use std::io::Write;
    use tempfile::TempDir;

    fn facts(build_id: &str) -> ManifestFacts {
        ManifestFacts {
            tool_version: "0.1.0".into(),
            rules_revision: "1".into(),
            rules_sha256: sha256(b"rules"),
            law: "omnibus-2026".into(),
            as_of: Date::on(2026, 11, 22),
            build_id: build_id.into(),
            options: BTreeMap::new(),
            inputs: Vec::new(),
        }
    }

    /// A published folder with two documents, and its memory.
    fn published() -> (TempDir, Memory) {
        let home = tempfile::tempdir().unwrap();
        let document = |path: &str| Artifact {
            path: path.into(),
            bytes: path.as_bytes().to_vec(),
        };
        let pack = seal(vec![document("a.md"), document("systems/b.md")], &facts("abc")).unwrap();
        let (out, project) = (home.path().join("out"), home.path().join("project"));
        publish(&out, &project, &pack).unwrap();
        let memory = Memory::of(&home.path().join("caches"), &out, &project).unwrap();
        memory.keep(made("abc"), Some(outcome()));
        (home, memory)
    }

    fn made(build_id: &str) -> String {
        made_from("program", &facts(build_id)).unwrap()
    }

    fn outcome() -> Outcome {
        Outcome {
            asked: sha256(b"asked"),
            sought: vec!["evidence/notice.pdf".to_owned()],
            lines: vec!["gaps: none".to_owned()],
        }
    }

    /// How many files are known to lie in the folder as they were published.
    fn n_known(memory: &Memory) -> Option<usize> {
        memory.intact(&memory.recollection()?)
    }

    fn flip(path: &Path, at: usize) {
        let mut bytes = Vec::new();
        File::open(path).unwrap().read_to_end(&mut bytes).unwrap();
        let n_bytes = bytes.len();
        bytes[at % n_bytes] ^= 1;
        File::create(path).unwrap().write_all(&bytes).unwrap();
    }

    #[test]
    fn what_was_published_from_the_same_by_the_same_program_is_known_again() {
        let (_home, memory) = published();
        assert_eq!(n_known(&memory), Some(5));
        let known = memory.recollection().unwrap();
        assert_eq!(known.made_from, made("abc"));
        assert_eq!(known.outcome, Some(outcome()));
        assert_ne!(known.made_from, made("abd"));
        assert_ne!(made("abc"), made_from("another", &facts("abc")).unwrap());
    }

    #[test]
    fn a_folder_that_lacks_a_file_or_was_never_remembered_is_not_known() {
        let (home, known) = published();
        fs::remove_file(home.path().join("out/systems/b.md")).unwrap();
        assert_eq!(n_known(&known), None);
        let (_home, known) = published();
        fs::remove_file(&known.file).unwrap();
        assert_eq!(n_known(&known), None);
    }

    #[test]
    fn what_a_killed_run_left_beside_the_folder_is_left_to_publishing() {
        let (home, known) = published();
        fs::create_dir(home.path().join(".out.stage-4711")).unwrap();
        assert_eq!(n_known(&known), None);
    }

    #[test]
    fn a_list_that_was_altered_with_its_file_is_not_believed() {
        let (home, known) = published();
        let out = home.path().join("out");
        File::create(out.join("a.md"))
            .unwrap()
            .write_all(b"forged")
            .unwrap();
        let sums = String::from_utf8(fs_bytes(&out.join(SUMS))).unwrap();
        let forged = sums.replace(&sha256(b"a.md"), &sha256(b"forged"));
        File::create(out.join(SUMS))
            .unwrap()
            .write_all(forged.as_bytes())
            .unwrap();
        assert_eq!(n_known(&known), None);
    }

    fn fs_bytes(path: &Path) -> Vec<u8> {
        let mut bytes = Vec::new();
        File::open(path).unwrap().read_to_end(&mut bytes).unwrap();
        bytes
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn one_altered_bit_anywhere_and_nothing_is_known(which in 0_usize..6, at in 0_usize..10_000) {
            let (home, known) = published();
            let out = home.path().join("out");
            let files = ["a.md", "systems/b.md", "manifest.json", SUMS, "VERIFY.txt"].map(|name| out.join(name));
            flip(files.get(which).unwrap_or(&known.file), at);
            prop_assert_eq!(n_known(&known), None);
        }

        #[test]
        fn a_memory_that_is_cut_or_goes_on_says_nothing(length in 0_usize..200) {
            let (_home, known) = published();
            let mut bytes = fs_bytes(&known.file);
            prop_assume!(bytes.len() != length);
            bytes.resize(length, b'\n');
            File::create(&known.file).unwrap().write_all(&bytes).unwrap();
            prop_assert_eq!(n_known(&known), None);
        }
    }
}
