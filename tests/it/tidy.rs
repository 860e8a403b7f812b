//! The walls of the house, kept by reading its sources: which room may know which, what every file begins with, how
//! long it may be, and where law may be written down.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Which rooms a room may import, besides itself and the ground floor.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("calendar", &[]),
    ("term", &[]),
    ("failure", &[]),
    ("tongue", &[]),
    ("law", &[]),
    ("vendor_facts", &[]),
    ("diag", &[]),
    ("yaml", &["diag"]),
    ("card", &["yaml", "diag"]),
    ("sbom", &["yaml", "diag"]),
    (
        "inventory",
        &[
            "yaml",
            "diag",
            "law::terms",
            "law::fact",
            "law::gaps",
            "law::uses",
            "vendor_facts",
        ],
    ),
    ("read", &["inventory", "sbom", "yaml", "diag"]),
    ("import", &["inventory", "read", "sbom::json", "yaml", "diag"]),
    ("link", &["inventory", "sbom", "yaml", "diag"]),
    ("discover", &["link", "import", "read", "inventory", "yaml"]),
    ("classify", &["link", "inventory", "law", "diag"]),
    (
        "obligations",
        &[
            "classify",
            "link",
            "inventory",
            "sbom",
            "law",
            "vendor_facts",
            "diag",
        ],
    ),
    (
        "compare",
        &[
            "obligations",
            "classify",
            "link",
            "inventory",
            "sbom",
            "yaml",
            "law",
            "diag",
        ],
    ),
    (
        "documents",
        &["obligations", "classify", "link", "inventory", "sbom", "law"],
    ),
    (
        "render",
        &[
            "documents",
            "obligations",
            "classify",
            "link",
            "inventory",
            "sbom",
            "law",
        ],
    ),
    ("write", &["render"]),
    ("sign", &["render", "yaml"]),
    (
        "report",
        &[
            "compare",
            "obligations",
            "diag",
            "discover",
            "classify",
            "inventory",
            "sbom",
            "law",
            "vendor_facts",
        ],
    ),
    ("ask", &["report", "classify", "inventory", "law", "yaml", "diag"]),
    (
        "build",
        &[
            "write",
            "render",
            "documents",
            "obligations",
            "read",
            "inventory",
            "yaml",
            "law",
            "diag",
        ],
    ),
    (
        "group",
        &[
            "build",
            "write",
            "render",
            "documents",
            "link::sign_offs",
            "read",
            "inventory",
            "law",
            "diag",
        ],
    ),
];

const GROUND_FLOOR: &[&str] = &["source", "calendar", "term", "failure", "tongue"];

/// Words that would claim more than was checked.
const FORBIDDEN_WORDS: &[&str] = &[
    "compliant",
    "compliance achieved",
    "certified",
    "satisfies",
    "guaranteed",
];

const LONGEST_FILE: usize = 400;
const LONGEST_LAW_TABLE: usize = 600;
/// Files that are longer because splitting them would part one table or one visitor; they may not grow.
const LONGER: &[(&str, usize)] = &[("src/yaml/decode.rs", 533)];

/// A source file of the library or the binary.
struct Source {
    /// Path below the repository, with forward slashes.
    path: String,
    /// The text before its unit tests.
    code: String,
}

fn below(folder: &str, ending: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join(folder)];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            match entry.file_type().unwrap().is_dir() {
                true => folders.push(entry.path()),
                false => files.push(entry.path()),
            }
        }
    }
    files.sort();
    let named = files
        .iter()
        .filter(|path| path.to_string_lossy().ends_with(ending));
    named.map(|path| (shown(root, path), read(path))).collect()
}

#[expect(
    clippy::disallowed_methods,
    reason = "the test reads sources, not an inventory"
)]
fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

fn shown(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap();
    below.to_string_lossy().replace('\\', "/")
}

fn sources() -> Vec<Source> {
    let sources = below("src", ".rs").into_iter().map(|(path, text)| Source {
        path,
        code: text.split("\n#[cfg(test)]\nmod ").next().unwrap().to_owned(),
    });
    // A file that exists for tests alone is named so.
    sources
        .filter(|source| !source.path.ends_with("/tests.rs"))
        .collect()
}

impl Source {
    /// Returns the room that a file of the library belongs to; `lib.rs` and the binary are no rooms.
    fn room(&self) -> Option<&str> {
        let below = self.path.strip_prefix("src/")?;
        let room = below.split('/').next()?.trim_end_matches(".rs");
        (!["lib", "main", "cli"].contains(&room)).then_some(room)
    }

    /// Returns the code without comments, which may name anything.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let is_code = |line: &&str| !line.trim_start().starts_with("//");
        self.code
            .lines()
            .enumerate()
            .filter(move |(_, line)| is_code(line))
            .map(|(at, line)| (at + 1, line))
    }

    /// Returns each `room::item` that the code takes from another place of the library, with its line.
    fn imports(&self) -> Vec<(usize, &str)> {
        let mut imports = Vec::new();
        for (at, line) in self.lines() {
            for after in line.split("crate::").skip(1) {
                let end = after.find(|char: char| !char.is_alphanumeric() && !"_:".contains(char));
                imports.push((at, &after[..end.unwrap_or(after.len())]));
            }
        }
        imports
    }
}

fn fail_on(found: &[String]) {
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn no_room_imports_what_stands_above_it() {
    let mut found = Vec::new();
    for source in &sources() {
        let Some(room) = source.room() else { continue };
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(known, _)| *known == room) else {
            found.push(format!("{}: `{room}` is not in the table of rooms", source.path));
            continue;
        };
        for (line, import) in source.imports() {
            if import.is_empty() {
                found.push(format!(
                    "{}:{line}: import each room on a line of its own",
                    source.path
                ));
            }
            let is_room = MAY_IMPORT
                .iter()
                .any(|(known, _)| import.split("::").next() == Some(known));
            let within = |known: &&str| import == *known || import.starts_with(&format!("{known}::"));
            let is_allowed = within(&room) || allowed.iter().any(within) || GROUND_FLOOR.iter().any(within);
            if is_room && !is_allowed {
                found.push(format!(
                    "{}:{line}: `{room}` may not import `{import}`",
                    source.path
                ));
            }
        }
    }
    fail_on(&found);
}

#[test]
fn the_table_of_rooms_has_no_circle() {
    for (at, (room, imports)) in MAY_IMPORT.iter().enumerate() {
        let earlier: BTreeSet<&str> = MAY_IMPORT[..at].iter().map(|(room, _)| *room).collect();
        for import in *imports {
            let import = import.split("::").next().unwrap();
            assert!(
                earlier.contains(import),
                "`{room}` imports `{import}`, which stands after it"
            );
        }
    }
}

#[test]
fn no_child_imports_its_parent_by_position() {
    let uses = sources().into_iter().flat_map(|source| {
        let lines = source.lines().filter(|(_, line)| line.contains("super::"));
        lines
            .map(|(line, _)| format!("{}:{line}: name the room instead of `super`", source.path))
            .collect::<Vec<_>>()
    });
    fail_on(&uses.collect::<Vec<_>>());
}

#[test]
fn every_file_begins_by_saying_what_it_is_for() {
    let silent = sources()
        .into_iter()
        .filter(|source| !source.code.starts_with("//! "));
    fail_on(
        &silent
            .map(|source| format!("{}: line 1 does not start with `//! `", source.path))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn no_file_is_too_long_to_be_read() {
    let mut found = Vec::new();
    for source in &sources() {
        let waived = LONGER.iter().find(|(path, _)| *path == source.path);
        let longest = match (waived, source.path.starts_with("src/law/")) {
            (Some((_, longest)), _) => *longest,
            (None, true) => LONGEST_LAW_TABLE,
            (None, false) => LONGEST_FILE,
        };
        let n_lines = source.code.lines().count();
        if waived.is_some() && n_lines <= LONGEST_FILE {
            found.push(format!(
                "{}: is short enough; delete it from the waived ones",
                source.path
            ));
        }
        if n_lines > longest {
            found.push(format!(
                "{}: {n_lines} lines without tests; at most {longest}",
                source.path
            ));
        }
    }
    fail_on(&found);
}

#[test]
fn law_is_cited_in_the_law_room_only() {
    let mut found = Vec::new();
    for source in sources()
        .iter()
        .filter(|source| !source.path.starts_with("src/law/"))
    {
        for (line, text) in source.lines().filter(|(_, text)| cites(text)) {
            found.push(format!("{}:{line}: {}", source.path, text.trim()));
        }
    }
    for (path, text) in below("templates", ".tera") {
        let cited = text.lines().enumerate().filter(|(_, text)| cites(text));
        found.extend(cited.map(|(at, text)| format!("{path}:{}: {}", at + 1, text.trim())));
    }
    // How a language spells a place of the law is a matter of its catalog.
    let is_spelling = |text: &str| text.starts_with("cite-");
    for (path, text) in below("locales/en", ".ftl") {
        let lines = text.lines().enumerate();
        let cited = lines.filter(|(_, text)| cites(text) && !is_spelling(text));
        found.extend(cited.map(|(at, text)| format!("{path}:{}: {}", at + 1, text.trim())));
    }
    fail_on(&found);
}

// An article is cited by its number; `Art. {}` or the bare word is not a citation.
fn cites(text: &str) -> bool {
    ["Art. ", "Article ", "Annex "].iter().any(|word| {
        let after = text.match_indices(word).map(|(at, _)| &text[at + word.len()..]);
        after.into_iter().any(|after| {
            after.starts_with(|char: char| char.is_ascii_digit())
                || (*word == "Annex " && after.starts_with(['I', 'V', 'X']))
        })
    })
}

#[test]
fn templates_claim_no_more_than_was_checked() {
    let mut found = Vec::new();
    for (path, text) in below("templates", ".tera") {
        let text = text.to_lowercase();
        let words = FORBIDDEN_WORDS.iter().filter(|word| text.contains(*word));
        found.extend(words.map(|word| format!("{path}: says `{word}`")));
    }
    fail_on(&found);
}

/// The same words in the languages of the catalogs, as whole words: an assessment of conformity is a term of the Act.
const FORBIDDEN_IN_CATALOGS: &[&str] = &[
    "konform",
    "zertifiziert",
    "garantiert",
    "gewährleistet",
    "erfüllt",
    "conforme",
    "conformes",
    "conformi",
    "certifié",
    "certifiée",
    "garanti",
    "garantie",
    "garantit",
    "certificado",
    "garantizado",
    "certificato",
    "garantito",
];

#[test]
fn catalogs_claim_no_more_than_was_checked() {
    let mut found = Vec::new();
    let mut n_read = 0;
    for (path, text) in below("locales", ".ftl") {
        n_read += 1;
        let text = text.to_lowercase();
        let told: Vec<&str> = text.split(|char: char| !char.is_alphabetic()).collect();
        let words = FORBIDDEN_IN_CATALOGS.iter().filter(|word| told.contains(word));
        let english = FORBIDDEN_WORDS.iter().filter(|word| text.contains(*word));
        found.extend(words.chain(english).map(|word| format!("{path}: says `{word}`")));
    }
    assert!(n_read >= 40, "{n_read} catalogs");
    fail_on(&found);
}
