//! Java and Kotlin: `pom.xml`, `build.gradle`, `build.gradle.kts`, version catalogs and `gradle.lockfile`. Gradle files are
//! programs: read are the coordinates that stand in them as texts.

use crate::discover::page::{Page, lines};
use crate::discover::syntax::comments::Comments;
use crate::discover::syntax::toml::{entries, inline};
use crate::discover::syntax::xml::tags;
use crate::discover::thing::Registry::Maven;

/// Reads `pom.xml`.
pub(crate) fn pom(page: &mut Page) {
    let (mut group, mut artifact, mut is_test, mut is_excluded) = ("", ("", 0), false, false);
    for tag in tags(page.text) {
        match tag.name {
            "dependency" => (group, artifact, is_test) = ("", ("", 0), false),
            "exclusions" => is_excluded = true,
            "/exclusions" => is_excluded = false,
            "groupId" if !is_excluded => group = tag.text,
            "artifactId" if !is_excluded => artifact = (tag.text, tag.line),
            "scope" => is_test = tag.text == "test",
            "/dependency" => {
                let name = format!("{group}:{}", artifact.0);
                match is_test {
                    true => page.dev_dependency(Maven, &name, artifact.1),
                    false => page.dependency(Maven, &name, artifact.1),
                }
            }
            _ => {}
        }
    }
}

/// Reads `build.gradle` and `build.gradle.kts`.
pub(crate) fn gradle(page: &mut Page) {
    let mut is_comment = false;
    for (at, raw) in lines(page.text) {
        let line = Comments::Slashes.cut(raw).trim();
        is_comment |= line.starts_with("/*");
        let was_comment = is_comment;
        is_comment &= !line.contains("*/");
        if was_comment {
            continue;
        }
        let texts: Vec<&str> = line.split(['"', '\'']).skip(1).step_by(2).collect();
        let is_test = line.starts_with("test") || line.starts_with("androidTest");
        for name in texts
            .iter()
            .filter_map(|text| coordinates(text))
            .chain(parted(line, &texts))
        {
            match is_test {
                true => page.dev_dependency(Maven, &name, at),
                false => page.dependency(Maven, &name, at),
            }
        }
    }
}

/// Returns the coordinates of `group: 'a', name: 'b'`.
fn parted(line: &str, texts: &[&str]) -> Option<String> {
    let is_parted = line.contains("group") && line.contains("name") && texts.len() >= 2;
    is_parted.then(|| format!("{}:{}", texts[0], texts[1]))
}

/// Returns `group:artifact` of a text that is coordinates.
fn coordinates(text: &str) -> Option<String> {
    let mut parts = text.split(':');
    let (group, artifact) = (parts.next()?, parts.next()?);
    let is_plain = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "._-".contains(c))
    };
    (is_plain(group) && is_plain(artifact)).then(|| format!("{group}:{artifact}"))
}

/// Reads a version catalog.
pub(crate) fn catalog(page: &mut Page) {
    for entry in entries(page.text)
        .into_iter()
        .filter(|entry| entry.section == "libraries")
    {
        let module = inline(entry.value, "module").unwrap_or(entry.value);
        let parts = inline(entry.value, "group").zip(inline(entry.value, "name"));
        let name = parts
            .map(|(group, name)| format!("{group}:{name}"))
            .or_else(|| coordinates(module));
        name.into_iter()
            .for_each(|name| page.dependency(Maven, &name, entry.line));
    }
}

/// Reads `gradle.lockfile`.
pub(crate) fn lock(page: &mut Page) {
    for (at, line) in lines(page.text).filter(|(_, line)| !line.starts_with('#')) {
        coordinates(line)
            .into_iter()
            .for_each(|name| page.locked(Maven, &name, at));
    }
}
