//! Python: `requirements*.txt`, `pyproject.toml`, `setup.cfg`, `Pipfile`, `environment.yml` of conda, and the lock files of
//! poetry, uv, pdm and pipenv.

use crate::discover::page::{LOCKED, Page, lines};
use crate::discover::syntax::comments::Comments;
use crate::discover::syntax::json::{Value, each};
use crate::discover::syntax::toml::entries;
use crate::discover::thing::Certainty;
use crate::discover::thing::Registry::PyPi;

/// Reads a list of requirements. One that was compiled says behind each package what asks for it.
pub(crate) fn requirements(page: &mut Page) {
    let all: Vec<(usize, &str)> = lines(page.text).collect();
    for (index, (at, raw)) in all.iter().enumerate() {
        let line = Comments::Hash.cut(raw).trim();
        if line.is_empty() || line.starts_with('-') || raw.starts_with(char::is_whitespace) {
            continue;
        }
        let below = all[index + 1..].iter().map(|(_, line)| line.trim());
        let remarks = below.take_while(|line| line.starts_with('#') || line.starts_with("--hash"));
        let via = [raw.split('#').nth(1).unwrap_or_default().trim()]
            .into_iter()
            .chain(remarks.map(|line| line.trim_start_matches('#').trim()));
        match is_brought_in(via) {
            true => page.package(PyPi, name_of(line), *at, Certainty::BroughtIn, LOCKED),
            false => page.dependency(PyPi, name_of(line), *at),
        }
    }
}

/// Returns whether remarks name packages as what asks, and no file.
fn is_brought_in<'r>(remarks: impl Iterator<Item = &'r str>) -> bool {
    let mut who = Vec::new();
    for remark in remarks {
        match remark.strip_prefix("via") {
            Some(rest) => who.push(rest.trim()),
            None if !who.is_empty() => who.push(remark),
            None => {}
        }
    }
    let is_file = |who: &&str| {
        who.starts_with("-r") || who.contains(".in") || who.contains(".toml") || who.contains('(')
    };
    who.iter().any(|who| !who.is_empty()) && !who.iter().any(is_file)
}

/// Reads `pyproject.toml` and `Pipfile`.
pub(crate) fn project(page: &mut Page) {
    for entry in entries(page.text) {
        let section = entry.section.trim_matches('"');
        match (section, entry.key) {
            ("project", "dependencies") => page.dependency(PyPi, name_of(entry.value), entry.line),
            ("project.optional-dependencies", _) => page.dependency(PyPi, name_of(entry.value), entry.line),
            ("dependency-groups" | "tool.pdm.dev-dependencies", _)
            | ("tool.uv", "dev-dependencies")
            | ("build-system", "requires") => page.dev_dependency(PyPi, name_of(entry.value), entry.line),
            ("tool.poetry.dependencies" | "packages", _) => page.dependency(PyPi, entry.key, entry.line),
            ("tool.poetry.dev-dependencies" | "dev-packages", _) => {
                page.dev_dependency(PyPi, entry.key, entry.line)
            }
            _ if section.starts_with("tool.poetry.group.") && section.ends_with(".dependencies") => {
                page.dev_dependency(PyPi, entry.key, entry.line);
            }
            _ => {}
        }
    }
}

/// Reads `poetry.lock`, `uv.lock` and `pdm.lock`.
pub(crate) fn lock(page: &mut Page) {
    for entry in entries(page.text) {
        if (entry.section, entry.key) == ("package", "name") {
            page.locked(PyPi, entry.value, entry.line);
        }
    }
}

/// Reads `Pipfile.lock`.
pub(crate) fn pipfile_lock(page: &mut Page) -> bool {
    each(page.text, |keys, value, line| {
        if let ([section, name], Value::Opens) = (keys, value)
            && (section == "default" || section == "develop")
        {
            page.locked(PyPi, name, line);
        }
    })
}

/// Reads `setup.cfg`: requirements stand below their key, one to a line.
pub(crate) fn setup_cfg(page: &mut Page) {
    let (mut section, mut is_within) = ("", false);
    for (at, raw) in lines(page.text) {
        let line = Comments::HashAndSemicolon.cut(raw).trim();
        if let Some(name) = line.strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
            section = name;
            is_within = false;
        } else if raw.starts_with(char::is_whitespace) {
            if is_within {
                page.dependency(PyPi, name_of(line), at);
            }
        } else if let Some((key, value)) = line.split_once('=') {
            is_within = section == "options.extras_require"
                || (section == "options" && key.trim() == "install_requires");
            if is_within {
                page.dependency(PyPi, name_of(value), at);
            }
        }
    }
}

/// Reads an environment of conda: entries of lists, whether conda's or pip's.
pub(crate) fn environment(page: &mut Page) {
    for (at, raw) in lines(page.text) {
        if let Some(item) = Comments::Hash.cut(raw).trim().strip_prefix("- ") {
            let name = item.trim_matches(['"', '\'', ' ']).rsplit("::").next();
            page.dependency(PyPi, name_of(name.unwrap_or_default()), at);
        }
    }
}

/// Returns the name of a requirement (PEP 508): it ends before extras, version, marker or address.
pub(crate) fn name_of(requirement: &str) -> &str {
    let requirement = requirement.trim();
    let end = requirement.find(|c: char| c.is_whitespace() || "<>=!~;[@(,".contains(c));
    &requirement[..end.unwrap_or(requirement.len())]
}
