//! What a shell and man(1) are given: scripts that complete what can be typed, and pages that say what the help says.

use assert_cmd::Command;
use std::collections::BTreeSet;

const SHELLS: [&str; 5] = ["bash", "elvish", "fish", "powershell", "zsh"];

fn printed(line: &[&str]) -> String {
    let output = Command::cargo_bin("actfile")
        .unwrap()
        .args(line)
        .output()
        .unwrap();
    assert!(output.status.success(), "{line:?}");
    assert!(output.stderr.is_empty(), "{line:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Returns the commands that a help text lists.
fn commands_below(command: &[&str]) -> Vec<String> {
    let help = printed(&[command, &["--help"]].concat());
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let rows = listed.take_while(|line| !line.is_empty());
    // Where a description goes on, the line is indented further.
    let names = rows.filter(|row| row.starts_with("  ") && !row.starts_with("   "));
    names
        .filter_map(|row| row.split_whitespace().next())
        .map(str::to_owned)
        .collect()
}

/// Returns every command, with the words that lead to it.
fn all_commands() -> Vec<Vec<String>> {
    let mut commands = vec![Vec::new()];
    let mut n_looked_at = 0;
    while let Some(command) = commands.get(n_looked_at).cloned() {
        let words: Vec<&str> = command.iter().map(String::as_str).collect();
        let below = commands_below(&words);
        commands.extend(
            below
                .into_iter()
                .map(|name| [command.clone(), vec![name]].concat()),
        );
        n_looked_at += 1;
    }
    commands
}

/// Returns the long options that a text names.
fn options(text: &str) -> BTreeSet<String> {
    let words = text.split(|char: char| !(char.is_ascii_alphanumeric() || char == '-'));
    let named = words.filter(|word| word.starts_with("--") && word.len() > 2);
    named.map(|word| word.trim_end_matches('-').to_owned()).collect()
}

/// Returns a manual page without the marks of its type: bold, italic, roman, and dashes that are not hyphens.
fn plain(page: &str) -> String {
    let marks = ["\\fB", "\\fI", "\\fR"];
    let unmarked = marks
        .iter()
        .fold(page.to_owned(), |page, mark| page.replace(mark, " "));
    unmarked.replace("\\-", "-")
}

#[test]
fn every_command_has_a_page_that_names_each_option_of_its_help() {
    let commands = all_commands();
    assert!(commands.len() > 25, "{commands:?}");
    for command in commands {
        let words: Vec<&str> = command.iter().map(String::as_str).collect();
        let page = plain(&printed(&[&["man"], words.as_slice()].concat()));
        let name = [&["actfile"], words.as_slice()].concat().join("-");
        assert!(page.contains(&format!(".TH {name} 1")), "{name}\n{page}");
        let mut wanted = options(&printed(&[words.as_slice(), &["--help"]].concat()));
        wanted.remove("--help");
        let named = options(&page);
        let missing: Vec<_> = wanted.difference(&named).collect();
        assert!(missing.is_empty(), "{name}: {missing:?}");
    }
}

#[test]
fn a_page_about_no_command_is_refused_with_those_there_are() {
    for (typed, says) in [
        (
            ["man", "bild", ""],
            "`actfile` has no command `bild`; there are `ask`",
        ),
        (
            ["man", "bom", "sing"],
            "`actfile bom` has no command `sing`; there are",
        ),
        (
            ["man", "build", "x"],
            "`actfile build` has no command `x`; it has none below it",
        ),
    ] {
        let words = typed.iter().filter(|word| !word.is_empty());
        let output = Command::cargo_bin("actfile")
            .unwrap()
            .args(words)
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(output.stdout.is_empty());
        assert!(said.contains(says), "{said}");
    }
}

#[test]
fn every_shell_completes_every_command_and_the_values_of_options() {
    for shell in SHELLS {
        let script = printed(&["completions", shell]);
        for command in all_commands() {
            let Some(name) = command.last() else { continue };
            assert!(script.contains(name.as_str()), "{shell}: {name}");
        }
    }
    // The values of a list are known to those shells whose scripts hold any.
    for shell in ["bash", "fish", "zsh"] {
        let script = printed(&["completions", shell]);
        for value in ["managed_policy", "must-now", "1.7", "omnibus-2026"] {
            assert!(script.contains(value), "{shell}: {value}");
        }
    }
}

#[cfg(unix)]
#[test]
fn bash_takes_the_script_and_completes_with_it() {
    let script = printed(&["completions", "bash"]);
    let asks = "\nCOMP_WORDS=(actfile build --bom-spec ''); COMP_CWORD=3; _actfile actfile '' --bom-spec; echo \"${COMPREPLY[@]}\"";
    let output = std::process::Command::new("bash")
        .args(["--norc", "-c", &(script + asks)])
        .output()
        .unwrap();
    let completed = String::from_utf8(output.stdout).unwrap();
    let mut values: Vec<&str> = completed.split_whitespace().collect();
    values.sort_unstable();
    assert_eq!(values, ["1.5", "1.6", "1.7"], "{:?}", output.stderr);
}

#[test]
fn the_version_names_the_rule_table_and_the_editions() {
    let long = printed(&["--version"]);
    let lines: Vec<&str> = long.lines().collect();
    assert_eq!(
        lines.first(),
        Some(&concat!("actfile ", env!("CARGO_PKG_VERSION")))
    );
    assert_eq!(printed(&["-V"]).lines().collect::<Vec<_>>(), lines[..1]);
    let law = actfile::law::sources::rules_sha256();
    for part in [
        actfile::law::sources::REVISION,
        law.as_str(),
        "oj-2024, omnibus-2026",
    ] {
        assert!(long.contains(part), "{long}");
    }
}

#[test]
fn stages_are_timed_for_those_who_want_to_know_more_and_nothing_moves_in_a_pipe() {
    let home = tempfile::tempdir().unwrap();
    let run = |more: &[&str]| {
        let mut command = Command::cargo_bin("actfile").unwrap();
        command
            .current_dir(home.path())
            .args(["init", "inventories"])
            .output()
            .unwrap();
        let line = [&["build", "--as-of", "2026-11-22"], more].concat();
        let output = Command::cargo_bin("actfile")
            .unwrap()
            .current_dir(home.path())
            .args(line)
            .output()
            .unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    let (plain, more) = (run(&[]), run(&["-v", "--no-cache"]));
    assert!(!plain.contains(" ms"), "{plain}");
    for stage in [
        "reading the inventory",
        "checking it",
        "making the documents",
        "sealing them",
        "writing them",
    ] {
        let timed = more.lines().any(|line| {
            let rest = line.strip_prefix(stage).and_then(|rest| rest.strip_prefix(": "));
            rest.and_then(|rest| rest.strip_suffix(" ms"))
                .is_some_and(|number| number.parse::<u32>().is_ok())
        });
        assert!(timed, "{stage}\n{more}");
    }
    assert!(!more.contains(['\r', '\u{1b}']), "{more:?}");
}
