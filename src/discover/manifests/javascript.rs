//! npm and its relatives: `package.json`, `package-lock.json`, `pnpm-lock.yaml`, `yarn.lock`, `bun.lock`, `deno.json`. The
//! binary `bun.lockb` is not read.

use crate::discover::commands::command;
use crate::discover::page::{Page, lines};
use crate::discover::syntax::json::{Value, each};
use crate::discover::thing::Registry::Npm;
use std::borrow::Cow;

/// Reads `package.json` and `deno.json`; returns whether it could be followed to its end.
pub(crate) fn manifest(page: &mut Page) -> bool {
    each(page.text, |keys, value, line| {
        let (Value::Text(value), [section, name]) = (value, keys) else {
            return;
        };
        let name = aliased(value).unwrap_or(name);
        match section.as_ref() {
            "dependencies" | "optionalDependencies" | "peerDependencies" => page.dependency(Npm, name, line),
            "devDependencies" => page.dev_dependency(Npm, name, line),
            "imports" if aliased(value).is_some() => page.dependency(Npm, name, line),
            "scripts" => command(page, value, line),
            _ => {}
        }
    })
}

/// Reads `package-lock.json` of any version, and `bun.lock`.
pub(crate) fn lock(page: &mut Page) -> bool {
    const FOLDER: &str = "node_modules/";
    let mut has_packages = false;
    each(page.text, |keys, value, line| match (keys, value) {
        ([section, path], Value::Opens) if section == "packages" => {
            has_packages = true;
            let name = path.rsplit_once(FOLDER).map_or(path.as_ref(), |(_, name)| name);
            page.locked(Npm, name, line);
        }
        // The first version nests packages in each other.
        (keys, Value::Opens) if !has_packages && is_nested(keys) => {
            page.locked(Npm, keys.last().map_or("", Cow::as_ref), line);
        }
        _ => {}
    })
}

fn is_nested(keys: &[Cow<'_, str>]) -> bool {
    let pairs = keys.chunks_exact(2);
    !keys.is_empty()
        && pairs.remainder().is_empty()
        && keys.iter().step_by(2).all(|key| key == "dependencies")
}

/// Reads `pnpm-lock.yaml`: names stand two blanks deep below `packages`, behind a slash in its early versions.
pub(crate) fn pnpm_lock(page: &mut Page) {
    let mut is_within = false;
    for (at, line) in lines(page.text) {
        if !line.starts_with(char::is_whitespace) && !line.is_empty() {
            is_within = line.trim_end() == "packages:";
            continue;
        }
        let Some(key) = line
            .strip_prefix("  ")
            .filter(|key| is_within && !key.starts_with(' '))
        else {
            continue;
        };
        let spec = key.trim_matches(|c: char| "'\":/ ".contains(c));
        // `openai/4.20.0` of version 5 has the version behind a slash.
        let name = match spec.get(1..).is_some_and(|rest| rest.contains('@')) {
            true => name_of(spec),
            false => spec.rsplit_once('/').map_or(spec, |(name, _)| name),
        };
        page.locked(Npm, name, at);
    }
}

/// Reads `yarn.lock` of any version: what begins a line names a package.
pub(crate) fn yarn_lock(page: &mut Page) {
    for (at, line) in lines(page.text) {
        if line.starts_with(|c: char| c.is_whitespace() || c == '#') || !line.trim_end().ends_with(':') {
            continue;
        }
        let spec = line.split(',').next().unwrap_or_default();
        page.locked(Npm, name_of(spec.trim_matches(['"', ':', ' '])), at);
    }
}

/// Returns the name of `name@version`, where a name can begin with the same sign.
pub(crate) fn name_of(spec: &str) -> &str {
    let version = spec.char_indices().skip(1).find(|(_, c)| *c == '@');
    version.map_or(spec, |(at, _)| &spec[..at])
}

/// Returns the package that is meant by `npm:name@version`.
fn aliased(version: &str) -> Option<&str> {
    version.strip_prefix("npm:").map(name_of)
}
