//! Commands in scripts, steps and manifests: which run an assistant without a person, start a server of models, or install a
//! package that is known. A command counts where it begins; what another one prints or mentions does not.

use crate::discover::manifests::{javascript, python};
use crate::discover::page::Page;
use crate::discover::tables::assistants::of_command;
use crate::discover::thing::{Certainty, Kind, Registry, Thing};

/// Words that stand before the command itself.
const BEFORE: &[&str] = &[
    "-", "command", "env", "exec", "nice", "nohup", "sudo", "time", "then", "do", "!", "if", "else",
];

/// Words with which packages are installed or run, and their registry. The packages follow.
const INSTALLING: &[(&[&str], Registry)] = &[
    (&["npm", "install"], Registry::Npm),
    (&["npm", "i"], Registry::Npm),
    (&["npm", "exec"], Registry::Npm),
    (&["npx"], Registry::Npm),
    (&["pnpm", "add"], Registry::Npm),
    (&["pnpm", "dlx"], Registry::Npm),
    (&["yarn", "add"], Registry::Npm),
    (&["yarn", "dlx"], Registry::Npm),
    (&["yarn", "global", "add"], Registry::Npm),
    (&["bun", "add"], Registry::Npm),
    (&["bunx"], Registry::Npm),
    (&["pip", "install"], Registry::PyPi),
    (&["pip3", "install"], Registry::PyPi),
    (&["python", "-m", "pip", "install"], Registry::PyPi),
    (&["python3", "-m", "pip", "install"], Registry::PyPi),
    (&["pipx", "install"], Registry::PyPi),
    (&["pipx", "run"], Registry::PyPi),
    (&["poetry", "add"], Registry::PyPi),
    (&["uv", "add"], Registry::PyPi),
    (&["uv", "pip", "install"], Registry::PyPi),
    (&["uv", "tool", "install"], Registry::PyPi),
    (&["uvx"], Registry::PyPi),
    (&["cargo", "add"], Registry::Cargo),
    (&["cargo", "install"], Registry::Cargo),
    (&["go", "get"], Registry::Go),
    (&["go", "install"], Registry::Go),
    (&["gem", "install"], Registry::RubyGems),
    (&["composer", "require"], Registry::Packagist),
    (&["dotnet", "add", "package"], Registry::NuGet),
];

/// Looks at one line of commands.
pub(crate) fn command(page: &mut Page, line: &str, at: usize) {
    for part in line.split(['|', ';', '&', '`', '(']) {
        let words: Vec<&str> = part
            .split_whitespace()
            .map(|word| word.trim_matches(|c: char| "\"'@)".contains(c) && !word.starts_with("@")))
            .collect();
        let begin = words
            .iter()
            .position(|word| !is_before(word))
            .unwrap_or(words.len());
        one(page, &words[begin..], at);
    }
}

fn is_before(word: &str) -> bool {
    let is_assignment = word.split_once('=').is_some_and(|(name, _)| {
        !name.is_empty()
            && name
                .chars()
                .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
    });
    is_assignment || BEFORE.contains(&word)
}

fn one(page: &mut Page, words: &[&str], at: usize) {
    if let Some((assistant, command)) = of_command(words) {
        page.assistant(assistant, Some(at), format!("command `{command}`"));
    }
    if let ["ollama", "run" | "pull" | "serve", ..] = words {
        let thing = Thing {
            kind: Kind::Local,
            name: "Ollama".to_owned(),
            provider: Some("Ollama"),
        };
        page.add(
            thing,
            Some(at),
            Certainty::Declared,
            format!("command `ollama {}`", words[1]),
        );
    }
    let installing = INSTALLING.iter().find(|(known, _)| words.starts_with(known));
    let Some((known, registry)) = installing else {
        return;
    };
    for word in words[known.len()..].iter().filter(|word| !word.starts_with('-')) {
        let name = match registry {
            Registry::PyPi => python::name_of(word),
            Registry::Npm
            | Registry::Cargo
            | Registry::Go
            | Registry::Maven
            | Registry::RubyGems
            | Registry::Packagist
            | Registry::NuGet => javascript::name_of(word),
        };
        page.package(
            *registry,
            name,
            at,
            Certainty::Declared,
            "command that installs or runs",
        );
    }
}
