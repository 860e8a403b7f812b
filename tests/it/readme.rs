//! The README and the book are held to their word: every `actfile` command of their shell blocks runs as printed, in
//! order, in a copy of the repository's example, and the finding that the tour prints is the one that the mistake gives.

use assert_cmd::Command;
use std::fs;
use std::io::Write;
use std::path::Path;
use walkdir::WalkDir;

/// A text with commands in it.
struct Chapter {
    text: &'static str,
    /// How many commands it has at least; a fence that is no longer recognised would hide them all.
    n_commands: usize,
}

const README: Chapter = Chapter {
    text: include_str!("../../README.md"),
    n_commands: 6,
};
const FIRST_DOCUMENTS: Chapter = Chapter {
    text: include_str!("../../docs/src/first-documents.md"),
    n_commands: 7,
};
const TOUR: Chapter = Chapter {
    text: include_str!("../../docs/src/tour.md"),
    n_commands: 18,
};
const AUDITORS: Chapter = Chapter {
    text: include_str!("../../docs/src/auditors.md"),
    n_commands: 2,
};
const RULES: Chapter = Chapter {
    text: include_str!("../../docs/src/rules.md"),
    n_commands: 4,
};

/// A fenced block: its language and its lines.
type Block = (&'static str, Vec<&'static str>);

impl Chapter {
    fn blocks(&self) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        let mut is_inside = false;
        for line in self.text.lines() {
            match (line.strip_prefix("```"), is_inside) {
                (Some(language), false) => blocks.push((language, Vec::new())),
                (Some(_), true) | (None, false) => {}
                (None, true) => blocks.last_mut().unwrap().1.push(line),
            }
            is_inside ^= line.starts_with("```");
        }
        blocks
    }

    fn of(&self, language: &str) -> Vec<Vec<&'static str>> {
        let blocks = self.blocks().into_iter();
        blocks
            .filter(|(known, _)| *known == language)
            .map(|(_, lines)| lines)
            .collect()
    }
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

/// Runs the commands of a chapter in their order, in a copy of the example; a YAML block whose first line is a remark
/// with a path is saved there, as a reader would.
#[track_caller]
fn runs_as_printed(chapter: &Chapter) {
    let home = tempfile::tempdir().unwrap();
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["inventories", "out"] {
        copy(&repository.join(folder), &home.path().join(folder));
    }
    let mut n_commands = 0;
    for (language, lines) in chapter.blocks() {
        match language {
            "yaml" => save(home.path(), &lines),
            "sh" => n_commands += lines.iter().filter(|line| run(home.path(), line)).count(),
            _ => {}
        }
    }
    assert!(n_commands >= chapter.n_commands, "{n_commands} commands");
}

fn save(home: &Path, lines: &[&str]) {
    if let Some(path) = lines[0].strip_prefix("# ").filter(|path| path.ends_with(".yaml")) {
        let mut file = fs::File::create(home.join(path)).unwrap();
        file.write_all(lines.join("\n").as_bytes()).unwrap();
    }
}

/// Runs a line, where it is one of this program; whoever is asked something stops at the first question.
#[track_caller]
fn run(home: &Path, line: &str) -> bool {
    let typed = line.strip_prefix("cargo run --release -- ");
    let Some(words) = typed.or_else(|| line.strip_prefix("actfile ")) else {
        return false;
    };
    let mut command = Command::cargo_bin("actfile").unwrap();
    let command = command.current_dir(home).args(words.split_whitespace());
    let ended = command.write_stdin("q\n").output().unwrap();
    let said = String::from_utf8_lossy(&ended.stderr);
    // The example has a duty in force that is not wholly shown; the texts say that this line tells.
    let expected = i32::from(line.contains("--fail-on must-now"));
    assert_eq!(ended.status.code(), Some(expected), "{line}\n{said}");
    true
}

#[test]
fn every_command_of_the_readme_runs_as_printed() {
    runs_as_printed(&README);
}

#[test]
fn every_command_of_the_first_documents_runs_as_printed() {
    runs_as_printed(&FIRST_DOCUMENTS);
}

#[test]
fn every_command_of_the_tour_runs_as_printed() {
    runs_as_printed(&TOUR);
}

#[test]
fn every_command_for_auditors_and_about_rules_runs_as_printed() {
    runs_as_printed(&AUDITORS);
    runs_as_printed(&RULES);
}

#[test]
fn the_finding_in_the_tour_is_what_the_mistake_gives() {
    let printed = TOUR.of("text")[0].join("\n");
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
