//! Pipelines, scripts and container files: which steps run an assistant, beside everything that other settings can name.

use crate::discover::commands::command;
use crate::discover::page::{Page, lines};
use crate::discover::settings::settings;
use crate::discover::syntax::comments::Comments;
use crate::discover::tables::assistants::{of_action, of_extension};

/// Keys of pipelines behind which a command stands.
const RUNNING: &[&str] = &[
    "run",
    "script",
    "before_script",
    "after_script",
    "bash",
    "sh",
    "pwsh",
    "command",
    "entrypoint",
    "postCreateCommand",
];
/// Words of other languages before a command.
const CALLING: &[&str] = &["RUN ", "sh ", "bat ", "powershell ", "- "];

/// Looks through a pipeline, a script, a Makefile or a Dockerfile.
pub(crate) fn steps(page: &mut Page) {
    settings(page, Comments::Hash);
    for (at, raw) in lines(page.text) {
        let line = bare(Comments::Hash.cut(raw));
        if let Some(action) = line.strip_prefix("uses:") {
            let found = of_action(action.trim().trim_matches(['"', '\'']));
            if let Some((assistant, action)) = found {
                page.assistant(assistant, Some(at), format!("step `{action}`"));
            }
        }
        command(page, behind_key(line), at);
    }
}

/// Looks through settings of an editor or of a container for it: extensions and features.
pub(crate) fn editor(page: &mut Page) {
    settings(page, Comments::Slashes);
    for (at, raw) in lines(page.text) {
        let line = Comments::Slashes.cut(raw);
        for word in line.split(['"', '\'']) {
            if let Some(assistant) = of_extension(word) {
                let id = word.to_ascii_lowercase();
                page.assistant(assistant, Some(at), format!("extension `{id}`"));
            }
            if let Some((assistant, action)) = of_action(word) {
                page.assistant(assistant, Some(at), format!("feature `{action}`"));
            }
        }
    }
}

/// Returns a line without what stands before its command.
fn bare(line: &str) -> &str {
    let mut line = line.trim();
    while let Some(rest) = CALLING.iter().find_map(|word| line.strip_prefix(word)) {
        line = rest.trim_start();
    }
    line.trim_start_matches(['@', '"', '\''])
}

fn behind_key(line: &str) -> &str {
    match line.split_once(':') {
        Some((key, rest)) if RUNNING.contains(&key.trim_matches(['"', ' '])) => {
            rest.trim().trim_start_matches(['"', '\'', '[', '|', '>'])
        }
        Some(_) | None => line,
    }
}
