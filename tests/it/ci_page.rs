//! The page about CI shows runs as they are: its files are written in order, its commands run, and what they print is what
//! stands there. `ACTFILE_RENEW=1` writes the page anew.

use assert_cmd::Command;
use std::fs;
use std::io::Write;
use std::path::Path;

const PAGE: &str = "docs/src/ci.md";

fn write(home: &Path, path: &str, text: &str) {
    let path = home.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::File::create(path)
        .unwrap()
        .write_all(text.as_bytes())
        .unwrap();
}

/// Returns what a command prints and how it ends, as the page shows it.
fn shown(home: &Path, line: &str) -> String {
    let words = line.strip_prefix("$ actfile ").unwrap();
    let mut command = Command::cargo_bin("actfile").unwrap();
    let ran = command
        .current_dir(home)
        .args(words.split_whitespace())
        .output()
        .unwrap();
    let told = [ran.stdout, ran.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    format!(
        "{line}\n{}exit code {}\n",
        told.concat(),
        ran.status.code().unwrap()
    )
}

/// Returns the page with the outputs of its commands, run in order in a folder of their own.
fn run(page: &str) -> String {
    let home = tempfile::tempdir().unwrap();
    let mut written = String::new();
    for (n, part) in page.split("```").enumerate() {
        let is_block = n % 2 == 1;
        let (language, body) = part.split_once('\n').unwrap_or(("", part));
        match (is_block, language, body.strip_prefix("# inventories/")) {
            (true, "yaml", Some(rest)) => {
                let (path, text) = rest.split_once('\n').unwrap();
                write(home.path(), &format!("inventories/{path}"), text);
                written.push_str(part);
            }
            (true, "console", _) => {
                let commands = body.lines().filter(|line| line.starts_with("$ "));
                let outputs: Vec<String> = commands.map(|line| shown(home.path(), line)).collect();
                written.push_str(&format!("console\n{}", outputs.join("\n")));
            }
            _ => written.push_str(part),
        }
        written.push_str("```");
    }
    written.trim_end_matches("```").to_owned()
}

#[test]
fn the_runs_of_the_page_are_what_the_program_prints() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE);
    let page = include_str!("../../docs/src/ci.md");
    let renewed = run(page);
    if std::env::var_os("ACTFILE_RENEW").is_some() {
        fs::File::create(&path)
            .unwrap()
            .write_all(renewed.as_bytes())
            .unwrap();
        return;
    }
    assert_eq!(page, renewed, "ACTFILE_RENEW=1 cargo test --test it ci_page");
    for ending in ["exit code 0", "exit code 1", "exit code 2"] {
        assert!(page.contains(ending), "{ending} is not shown");
    }
}
