//! Rust: `Cargo.toml` and `Cargo.lock`.

use crate::discover::page::Page;
use crate::discover::syntax::toml::{Entry, entries, inline};
use crate::discover::thing::Registry::Cargo;

/// Reads `Cargo.toml`; a dependency that goes by another name is known by its own.
pub(crate) fn manifest(page: &mut Page) {
    for entry in entries(page.text) {
        match place(entry.section) {
            Some((kind, "")) if !entry.key.is_empty() => {
                let name = entry.key.split('.').next().unwrap_or_default().trim_matches('"');
                add(
                    page,
                    kind,
                    inline(entry.value, "package").unwrap_or(name),
                    entry.line,
                );
            }
            Some((kind, name)) if entry.key.is_empty() || entry.key == "package" => {
                add(
                    page,
                    kind,
                    if entry.key.is_empty() { name } else { entry.value },
                    entry.line,
                );
            }
            Some(_) | None => {}
        }
    }
}

fn add(page: &mut Page, kind: &str, name: &str, line: usize) {
    match kind {
        "dev-dependencies" | "build-dependencies" => page.dev_dependency(Cargo, name, line),
        _ => page.dependency(Cargo, name, line),
    }
}

/// Returns the kind of dependencies that a section holds, and the name of the one that it is about.
fn place(section: &str) -> Option<(&str, &str)> {
    ["dev-dependencies", "build-dependencies", "dependencies"]
        .into_iter()
        .find_map(|kind| {
            let at = section.find(kind)?;
            let is_whole = at == 0 || section[..at].ends_with('.');
            let rest = &section[at + kind.len()..];
            let name = if rest.is_empty() {
                Some("")
            } else {
                rest.strip_prefix('.')
            };
            name.filter(|_| is_whole)
                .map(|name| (kind, name.trim_matches('"')))
        })
}

/// Reads `Cargo.lock`; packages without a source are those of the workspace itself.
pub(crate) fn lock(page: &mut Page) {
    let mut name: Option<Entry> = None;
    for entry in entries(page.text)
        .into_iter()
        .filter(|entry| entry.section == "package")
    {
        match entry.key {
            "" => name = None,
            "name" => name = Some(entry),
            "source" => name
                .take()
                .into_iter()
                .for_each(|it| page.locked(Cargo, it.value, it.line)),
            _ => {}
        }
    }
}
