//! The page about the command line: what the program itself prints as help, command by command. The options that every
//! command takes are told once.

use crate::pages::Help;
use crate::pages::words::{table, typed};
use actfile::failure::Failure;
use actfile::term::sentence_case;

/// The first of the options that every command takes, as the help prints it.
const FIRST_FOR_ALL: &str = "--project <DIR>";

/// How the lines begin that names the exit codes.
const EXIT_CODES: &str = "Exit codes: ";

/// Returns the page.
///
/// # Errors
/// Fails when the program gives no help, or one that names no exit codes.
pub(crate) fn page(help: Help<'_>) -> Result<String, Failure> {
    let top = help(&["--help"])?;
    let mut page = format!(
        "# Command line\n\nWhat `actfile --help` and the help of each command print. The options at the end of the first \
         text can be given to every command.\n\n```text\n{top}```\n\n## Exit codes\n\n{}",
        exit_codes(&top)?
    );
    for command in commands(&top) {
        page.push_str(&told(&[command], help)?);
    }
    Ok(page)
}

/// Returns the exit codes, which the help names in a paragraph of their own.
fn exit_codes(help: &str) -> Result<String, Failure> {
    let (_, after) = help
        .split_once(EXIT_CODES)
        .ok_or_else(|| Failure::Refused("the help names no exit codes".to_owned()))?;
    let lines: Vec<&str> = after.lines().take_while(|line| !line.is_empty()).collect();
    let line = lines.join(" ");
    let codes = line.trim_end_matches('.').split("; ");
    let rows = codes.filter_map(|code| code.split_once(' '));
    let rows = rows.map(|(code, says)| [typed(code), sentence_case(says)]);
    Ok(table(["Code", "What it means"], rows))
}

/// Returns the help of a command, and of the commands below it.
fn told(words: &[&str], help: Help<'_>) -> Result<String, Failure> {
    let typed = [words, &["--help"]].concat();
    let said = help(&typed)?;
    if said.is_empty() {
        return Err(Failure::Refused(format!(
            "`actfile {}` prints nothing",
            typed.join(" ")
        )));
    }
    let head = "#".repeat(words.len() + 1);
    let mut told = format!(
        "\n{head} `actfile {}`\n\n```text\n{}```\n",
        words.join(" "),
        own(&said)
    );
    for command in commands(&said) {
        told.push_str(&self::told(&[words, &[command]].concat(), help)?);
    }
    Ok(told)
}

/// Returns the names of the commands that a help lists.
fn commands(help: &str) -> Vec<&str> {
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let listed = listed.take_while(|line| line.starts_with("  "));
    // What continues a line is set in further.
    let named = listed.filter(|line| !line.starts_with("    "));
    named.filter_map(|line| line.split_whitespace().next()).collect()
}

/// Returns a help without the options that every command takes; what follows the options stays.
fn own(help: &str) -> String {
    let is_option = |line: &&str| line.is_empty() || line.starts_with(' ');
    let before = help
        .lines()
        .take_while(|line| line.trim_start() != FIRST_FOR_ALL && !is_first(line));
    let before: Vec<&str> = before.collect();
    let after: Vec<&str> = help.lines().skip(before.len()).skip_while(is_option).collect();
    let kept = match before.iter().rposition(|line| !line.is_empty()) {
        Some(last) if before[last] == "Options:" => &before[..last],
        Some(last) => &before[..=last],
        None => &[],
    };
    let gap = if after.is_empty() { "" } else { "\n" };
    let lines = |lines: &[&str]| lines.iter().map(|line| format!("{line}\n")).collect::<String>();
    format!(
        "{}{gap}{}",
        lines(kept).trim_end().to_owned() + "\n",
        lines(&after)
    )
}

fn is_first(line: &str) -> bool {
    line.trim_start().starts_with(FIRST_FOR_ALL)
}
