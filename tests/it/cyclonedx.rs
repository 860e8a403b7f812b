//! Official files of CycloneDX: they are the ones that were taken over, and the valid examples of the specification
//! survive reading and writing through the wire types.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a helper that cannot go on fails its test; the test reads its own cases"
)]

use actfile::read::hex;
use actfile::render::cyclonedx::wire::Bom;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const SCHEMAS: &str = "schemas";
const EXAMPLES: &str = "tests/cases/cyclonedx";
const REFUSED: &str = "tests/cases/cyclonedx-refused";

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap().path())
        .collect();
    files.sort();
    files
}

fn name(path: &Path) -> &str {
    path.file_name().unwrap().to_str().unwrap()
}

#[test]
fn every_official_file_is_listed_with_its_hash() {
    for folder in [SCHEMAS, EXAMPLES, REFUSED] {
        let (readme, others): (Vec<_>, Vec<_>) = files(folder)
            .into_iter()
            .partition(|path| name(path) == "README.md");
        let readme = fs::read_to_string(&readme[0]).unwrap();
        let listed: BTreeSet<&str> = readme.lines().filter(|line| line.starts_with("| `")).collect();
        let found: BTreeSet<String> = others
            .iter()
            .map(|path| (name(path), hex(&Sha256::digest(fs::read(path).unwrap()))))
            .map(|(name, sha256)| format!("| `{name}` | `{sha256}` |"))
            .collect();
        assert_eq!(listed, found.iter().map(String::as_str).collect(), "{folder}");
    }
}

#[test]
fn official_examples_survive_reading_and_writing() {
    let mut n_examples = 0;
    for path in files(EXAMPLES)
        .iter()
        .filter(|path| name(path).ends_with(".json"))
    {
        let text = fs::read_to_string(path).unwrap();
        let original: Value = serde_json::from_str(&text).unwrap();
        let read: Bom = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap(), original, "{}", name(path));
        n_examples += 1;
    }
    assert_eq!(n_examples, 13);
}
