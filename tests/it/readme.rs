//! The README is held to its word: every `actfile` command of its shell blocks runs as printed, in order, in a copy of
//! the repository's example, and the finding that it prints is the one that the mistake gives.

use assert_cmd::Command;
use std::fs;
use std::path::Path;
use walkdir::WalkDir;

const README: &str = include_str!("../../README.md");

/// Returns the lines of all fenced blocks of one language.
fn blocks(language: &str) -> Vec<Vec<&'static str>> {
    let fence = format!("```{language}");
    let mut blocks: Vec<Vec<&str>> = Vec::new();
    let mut is_inside = false;
    for line in README.lines() {
        match (line == fence, line == "```", is_inside) {
            (true, _, false) => {
                is_inside = true;
                blocks.push(Vec::new());
            }
            (_, true, true) => is_inside = false,
            (_, _, true) => blocks.last_mut().unwrap().push(line),
            (_, _, false) => {}
        }
    }
    blocks
}

fn copy(from: &Path, to: &Path) {
    for entry in WalkDir::new(from) {
        let entry = entry.unwrap();
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        match entry.file_type().is_dir() {
            true => fs::create_dir_all(target).unwrap(),
            false => fs::copy(entry.path(), target).map(|_| ()).unwrap(),
        }
    }
}

#[test]
fn every_command_of_the_readme_runs_as_printed() {
    let home = tempfile::tempdir().unwrap();
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["inventories", "out"] {
        copy(&repository.join(folder), &home.path().join(folder));
    }
    let lines = blocks("sh").concat();
    let words = lines.iter().filter_map(|line| {
        let typed = line.strip_prefix("cargo run --release --");
        typed.or_else(|| line.strip_prefix("actfile "))
    });
    let words: Vec<&str> = words.collect();
    assert!(words.len() > 6, "{words:?}");
    for line in words {
        let mut command = Command::cargo_bin("actfile").unwrap();
        let ended = command
            .current_dir(home.path())
            .args(line.split_whitespace())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&ended.stderr);
        // The example has a duty in force that is not wholly shown; the README says that this line tells.
        let expected = i32::from(line.contains("--fail-on must-now"));
        assert_eq!(ended.status.code(), Some(expected), "actfile {line}\n{said}");
    }
}

#[test]
fn the_finding_in_the_readme_is_what_the_mistake_gives() {
    let printed = blocks("text")[0].join("\n");
    let home = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = home.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::File::create(path)
            .and_then(|mut file| std::io::Write::write_all(&mut file, text.as_bytes()))
            .unwrap();
    };
    write("inventories/vendors.yaml", "kind: vendor\nid: halcyon\n");
    let system =
        "kind: ai_system\nid: cv-screening\nname: CV screening\nour_roles: [deployer]\nvendor: halcion\n";
    write("inventories/systems/cv-screening.yaml", system);
    let mut command = Command::cargo_bin("actfile").unwrap();
    let ended = command.current_dir(home.path()).arg("check").output().unwrap();
    let said = String::from_utf8_lossy(&ended.stderr);
    assert_eq!(ended.status.code(), Some(2));
    assert!(said.contains(&printed), "printed:\n{printed}\nsaid:\n{said}");
}
