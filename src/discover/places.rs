//! Which files are looked at, and how. The name decides; a file of any other name is not opened. The first row that knows a
//! name has it.

use crate::discover::manifests::{dotnet, go, javascript, jvm, php, python, ruby, rust};
use crate::discover::page::Page;
use crate::discover::servers;
use crate::discover::settings::{instructions, secrets, settings};
use crate::discover::steps::{editor, steps};
use crate::discover::syntax::comments::Comments;

/// How a file is looked at; returns whether it could be followed to its end.
pub(crate) type Reading = fn(&mut Page) -> bool;

/// A kind of file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// The largest file of the kind that is read, in bytes.
    pub(crate) largest: usize,
    pub(crate) reading: Reading,
}

const LARGEST_LOCK: usize = 32 * 1024 * 1024;
const LARGEST_MANIFEST: usize = 4 * 1024 * 1024;
/// Larger ones are data.
const LARGEST_SETTINGS: usize = 1024 * 1024;

/// Wraps readers that take every text as far as it goes.
macro_rules! whole {
    ($reading:expr) => {
        |page| {
            $reading(page);
            true
        }
    };
}

/// Names that are no settings, whatever their ending: made by programs, or records of what was made.
const PASSED_BY: &[&str] = &[
    "*.min.json",
    "*.map",
    "*.cdx.json",
    "*.spdx.json",
    "*.sarif",
    "*.geojson",
    "*.jsonl",
    "*.ndjson",
    "tsconfig*.json",
    "cargo_vcs_info.json",
    ".cargo_vcs_info.json",
    "composer.phar",
    "npm-shrinkwrap.yaml",
    "gaps.json",
    "provenance.json",
    "manifest.json",
];

/// Lock files and manifests. A star stands for anything.
#[rustfmt::skip]
const MANIFESTS: &[(&[&str], usize, Reading)] = &[
    (&["package.json", "deno.json", "deno.jsonc"], LARGEST_MANIFEST, javascript::manifest),
    (&["package-lock.json", "npm-shrinkwrap.json", "bun.lock"], LARGEST_LOCK, javascript::lock),
    (&["pnpm-lock.yaml"], LARGEST_LOCK, whole!(javascript::pnpm_lock)),
    (&["yarn.lock"], LARGEST_LOCK, whole!(javascript::yarn_lock)),
    (&["requirements*.txt", "*requirements.txt", "requirements*.in", "requirements/*.txt", "requirements/*.in"], LARGEST_MANIFEST, whole!(python::requirements)),
    (&["pyproject.toml", "pipfile"], LARGEST_MANIFEST, whole!(python::project)),
    (&["poetry.lock", "uv.lock", "pdm.lock"], LARGEST_LOCK, whole!(python::lock)),
    (&["pipfile.lock"], LARGEST_LOCK, python::pipfile_lock),
    (&["setup.cfg"], LARGEST_MANIFEST, whole!(python::setup_cfg)),
    (&["environment.yml", "environment.yaml", "conda.yml", "conda.yaml"], LARGEST_MANIFEST, whole!(python::environment)),
    (&["cargo.toml"], LARGEST_MANIFEST, whole!(rust::manifest)),
    (&["cargo.lock"], LARGEST_LOCK, whole!(rust::lock)),
    (&["go.mod"], LARGEST_MANIFEST, whole!(go::manifest)),
    (&["pom.xml"], LARGEST_MANIFEST, whole!(jvm::pom)),
    (&["build.gradle", "build.gradle.kts"], LARGEST_MANIFEST, whole!(jvm::gradle)),
    (&["*.versions.toml"], LARGEST_MANIFEST, whole!(jvm::catalog)),
    (&["gradle.lockfile"], LARGEST_LOCK, whole!(jvm::lock)),
    (&["gemfile", "*.gemspec"], LARGEST_MANIFEST, whole!(ruby::manifest)),
    (&["gemfile.lock"], LARGEST_LOCK, whole!(ruby::lock)),
    (&["composer.json"], LARGEST_MANIFEST, php::manifest),
    (&["composer.lock"], LARGEST_LOCK, php::lock),
    (&["*.csproj", "*.fsproj", "*.vbproj", "directory.packages.props", "directory.build.props", "packages.config"], LARGEST_MANIFEST, whole!(dotnet::manifest)),
    (&["packages.lock.json"], LARGEST_LOCK, dotnet::lock),
];

/// Everything else that is looked at.
#[rustfmt::skip]
const SETTINGS: &[(&[&str], Reading)] = &[
    (&[".mcp.json", "mcp.json", "mcp_config.json", "claude_desktop_config.json", "managed-settings.json", ".claude/*.json", ".gemini/*.json", ".amazonq/*.json", ".kiro/*.json", ".junie/*.json", ".roo/*.json", ".cursor/*.json", "opencode.json", "opencode.jsonc", ".continue/*.json", ".codex/*.json"], assistant_json),
    (&[".codex/*.toml"], |page| { servers::toml(page); settings(page, Comments::Hash); true }),
    (&["claude.md", "claude.local.md", "agents.md", "gemini.md", "qwen.md", ".claude/*.md", ".cursor/*.md", ".cursor/*.mdc", ".github/*.md", ".gemini/*.md", ".codex/*.md", ".continue/*.md", ".junie/*.md", ".kiro/*.md", ".agents/*.md", ".opencode/*.md", ".cursorrules", ".windsurfrules", ".clinerules"], whole!(instructions)),
    (&[".vscode/extensions.json", "devcontainer.json", ".devcontainer.json", ".vscode/settings.json", "*.code-workspace"], whole!(editor)),
    (&[".env", ".env.local", ".env.*.local", ".env.production", ".env.development", ".env.staging", ".env.prod", ".env.dev", ".envrc", "*.secrets.env", "secrets.yaml", "secrets.yml", "secrets.json", "secrets.toml", "credentials.json"], whole!(secrets)),
    (&[".env.*", "*.env", "*.env.example", "*.env.sample", "env.example"], whole!(hash)),
    (&[".github/workflows/*", ".gitlab-ci.yml", "*.gitlab-ci.yml", ".gitlab/*.yml", ".circleci/*", "azure-pipelines*.yml", "azure-pipelines*.yaml", "bitbucket-pipelines.yml", "action.yml", "action.yaml", "jenkinsfile*", "*.jenkinsfile", ".travis.yml", ".drone.yml", ".woodpecker.yml", ".woodpecker/*", "cloudbuild.yaml", "buildspec.yml", "*.sh", "*.bash", "*.ps1", "makefile", "gnumakefile", "*.mk", "justfile", "taskfile.yml", "taskfile.yaml", "dockerfile*", "*.dockerfile", "containerfile*", "docker-compose*", "compose*.yml", "compose*.yaml", ".husky/*", ".pre-commit-config.yaml", "procfile"], whole!(steps)),
    (&["modelfile"], whole!(hash)),
    (&["*.tf", "*.tfvars", "*.hcl"], whole!(terraform)),
    (&["*.yaml", "*.yml", "*.toml", "*.conf"], whole!(hash)),
    (&["*.json", "*.jsonc", "*.json5"], whole!(slashes)),
    (&["*.ini", "*.cfg", "*.properties"], whole!(ini)),
];

fn assistant_json(page: &mut Page) -> bool {
    settings(page, Comments::Slashes);
    servers::json(page)
}

fn hash(page: &mut Page) {
    settings(page, Comments::Hash);
}

fn slashes(page: &mut Page) {
    settings(page, Comments::Slashes);
}

fn terraform(page: &mut Page) {
    settings(page, Comments::HashAndSlashes);
}

fn ini(page: &mut Page) {
    settings(page, Comments::HashAndSemicolon);
}

/// Returns how a file is looked at, whose path is in lower case.
pub(crate) fn place(path: &str) -> Option<Place> {
    if let Some((_, largest, reading)) = MANIFESTS.iter().find(|(names, ..)| is_any(path, names)) {
        let (largest, reading) = (*largest, *reading);
        return Some(Place { largest, reading });
    }
    let is_passed_by = is_any(path, PASSED_BY);
    let (_, reading) = SETTINGS
        .iter()
        .find(|(names, _)| !is_passed_by && is_any(path, names))?;
    Some(Place {
        largest: LARGEST_SETTINGS,
        reading: *reading,
    })
}

/// Returns a path for every name that is looked at, with a letter for each star.
#[cfg(any(test, fuzzing))]
pub(crate) fn names() -> Vec<String> {
    let manifests = MANIFESTS.iter().flat_map(|(names, ..)| *names);
    let settings = SETTINGS.iter().flat_map(|(names, _)| *names);
    manifests
        .chain(settings)
        .map(|name| name.replace('*', "a"))
        .collect()
}

fn is_any(path: &str, names: &[&str]) -> bool {
    names.iter().any(|name| is_called(path, name))
}

/// Returns whether a path ends with a name in which one star or two stand for anything; what stands before a slash is a
/// folder above the file, however far.
fn is_called(path: &str, name: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('/') {
        None => matches(file, name),
        Some((folder, name)) => {
            let above = &path[..path.len() - file.len()];
            let is_below = above
                .strip_prefix(folder)
                .is_some_and(|rest| rest.starts_with('/'))
                || above.contains(&format!("/{folder}/"));
            is_below && matches(file, name)
        }
    }
}

fn matches(file: &str, name: &str) -> bool {
    let Some((begin, rest)) = name.split_once('*') else {
        return file == name;
    };
    let Some(after) = file.strip_prefix(begin) else {
        return false;
    };
    match rest.split_once('*') {
        None => after.ends_with(rest),
        Some((middle, end)) => after.contains(middle) && after.ends_with(end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_decide_what_is_opened() {
        for path in [
            "package.json",
            "a/b/requirements-dev.txt",
            "requirements/base.txt",
            ".github/workflows/ci.yml",
            "a/.claude/agents/x/y.md",
            ".env",
            ".env.example",
            "deploy/values.yaml",
            "infra/main.tf",
            "dockerfile.prod",
            "gradle/libs.versions.toml",
        ] {
            assert!(place(path).is_some(), "{path}");
        }
        for path in [
            "readme.md",
            "src/main.rs",
            "a/package.json.bak",
            "go.sum",
            "docs/claude.png",
            "x.min.json",
            "my-requirements.md",
            "github/workflows",
        ] {
            assert!(place(path).is_none(), "{path}");
        }
    }

    #[test]
    fn a_file_of_secrets_is_not_read_as_settings() {
        for path in [".env", "app/.env.production", ".env.local", "config/secrets.yaml"] {
            let text = "OPENAI_API_KEY=gpt-5\n";
            let mut page = Page::new(path, text);
            (place(path).unwrap().reading)(&mut page);
            let says: Vec<String> = page.finds().into_iter().map(|find| find.sighting.says).collect();
            assert_eq!(says, ["variable `OPENAI_API_KEY`"], "{path}");
        }
    }
}
