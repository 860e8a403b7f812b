//! What the doors in `any_bytes` are tried with to begin with: sound inputs from the example inventory and the cases, in the
//! form in which each door takes them. The tests alter them; `fuzz/` begins from them.

use crate::any_bytes::{BETWEEN, MAP, REGISTER};
use actfile::import::Source;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

const CARD: &str = "---\nlicense: apache-2.0\nlanguage:\n- en\n- de\nlibrary_name: transformers\n\
    pipeline_tag: image-text-to-text\nbase_model: wickmere/lantern-base\ndatasets:\n- wickmere/pairs\nmodel-index:\n\
    - name: Lantern Small\n  results:\n  - task: {type: text-generation}\n    dataset: {name: Harbour, type: wickmere/harbour}\n\
    metrics:\n    - {type: accuracy, value: 0.91}\n---\n\n# Lantern\n\nA model.\n";
const SETTINGS: &str = r#"{"permissions": {"allow": ["Bash(npm run test:*)"], "ask": ["WebFetch"], "deny": ["Read(.env)"],
    "defaultMode": "plan", "disableBypassPermissionsMode": "disable", "additionalDirectories": ["../docs"]},
    "availableModels": ["sonnet"], "env": {"OTEL_METRICS_EXPORTER": "otlp", "CLAUDE_CODE_ENABLE_TELEMETRY": "1"},
    "allowedMcpServers": [{"serverName": "x"}, {"serverUrl": "https://y.example"}], "cleanupPeriodDays": 30,
    "hooks": {"PreToolUse": [{"matcher": "Bash", "hooks": [{"type": "command", "command": "check"}]}]},
    "allowManagedHooksOnly": true, "sandbox": {"enabled": true}}"#;

/// Returns the samples of a door, of a repository.
pub(crate) fn samples(door: &str, repository: &Path) -> Vec<Vec<u8>> {
    let at = |path: &str| repository.join(path);
    let all = |path: &str, ending: &str| -> Vec<Vec<u8>> {
        below(&at(path), ending).iter().map(|path| bytes(path)).collect()
    };
    match door {
        "bom" => [all("tests/cases/bom", ".json"), all("tests/cases/bom", ".xml")].concat(),
        "card" => vec![CARD.into()],
        "edit" => [
            all("inventories/systems", ".yaml"),
            all("tests/cases/projects", ".yaml"),
        ]
        .concat(),
        "folder" => ["signed", "sealed"]
            .map(|pack| lists(&at("tests/packs/v1").join(pack)))
            .into(),
        "group" => vec![bytes(&at("tests/cases/groups/two-members/group.yaml"))],
        "imports" => Source::ALL
            .iter()
            .enumerate()
            .flat_map(|(number, source)| exports(number, *source, repository))
            .collect(),
        "merge" => merges(&all("tests/cases/import", "expected.yaml")),
        "project" => [all("inventories", ".yaml"), all("tests/cases/projects", ".yaml")].concat(),
        "register" => registers(repository),
        "settings" => vec![SETTINGS.into(), joined(&[SETTINGS.into(), "{}".into()])],
        "signers" => vec![signed(&at("tests/packs/v1"))],
        _ => Vec::new(),
    }
}

fn exports(number: usize, source: Source, repository: &Path) -> Vec<Vec<u8>> {
    let choice = u8::try_from(number).unwrap();
    let folder = repository.join("tests/cases/import").join(source.key());
    let inputs: Vec<Vec<u8>> = below(&folder.join("input"), "")
        .iter()
        .map(|path| bytes(path))
        .collect();
    let together = joined(&inputs);
    let one_by_one = inputs
        .iter()
        .chain([&together])
        .map(|input| [&[choice], input.as_slice()].concat());
    one_by_one.collect()
}

fn merges(records: &[Vec<u8>]) -> Vec<Vec<u8>> {
    records.windows(2).map(joined).collect()
}

fn registers(repository: &Path) -> Vec<Vec<u8>> {
    let pairs = [
        ("us-federal-use-cases.yaml", "use-cases.csv"),
        ("uk-transparency-records.yaml", "records.json"),
    ];
    let pairs = pairs.map(|(map, register)| {
        let map = bytes(&repository.join("examples/maps").join(map));
        joined(&[
            map,
            bytes(&repository.join("tests/cases/register").join(register)),
        ])
    });
    [pairs.as_slice(), &[MAP.into(), REGISTER.into()]].concat()
}

/// Returns manifest, sums and signature of a folder, and one of its files.
fn lists(folder: &Path) -> Vec<u8> {
    let names = ["manifest.json", "SHA256SUMS", "SHA256SUMS.sig", "gaps.md"];
    let files = names
        .map(|name| folder.join(name))
        .map(|path| if path.exists() { bytes(&path) } else { Vec::new() });
    joined(&files)
}

/// Returns a list of those who may sign, a signature, and what it covers.
fn signed(packs: &Path) -> Vec<u8> {
    joined(
        &["allowed_signers", "signed/SHA256SUMS.sig", "signed/SHA256SUMS"]
            .map(|name| bytes(&packs.join(name))),
    )
}

fn joined(files: &[Vec<u8>]) -> Vec<u8> {
    files.join(&BETWEEN)
}

/// Returns the files below a folder, in order of their paths.
fn below(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => found.extend(below(&path, ending)),
            false if path.to_string_lossy().ends_with(ending) => found.push(path),
            false => {}
        }
    }
    found.sort();
    found
}

fn bytes(path: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    File::open(path).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}
