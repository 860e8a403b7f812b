//! .NET: project files, `Directory.Packages.props`, `packages.config` and `packages.lock.json`.

use crate::discover::page::Page;
use crate::discover::syntax::json::{Value, each};
use crate::discover::syntax::xml::tags;
use crate::discover::thing::Registry::NuGet;

/// Reads a project file.
pub(crate) fn manifest(page: &mut Page) {
    for tag in tags(page.text) {
        let name = match tag.name {
            "PackageReference" | "PackageVersion" | "GlobalPackageReference" => tag.attribute("Include"),
            "package" => tag.attribute("id"),
            _ => None,
        };
        name.into_iter()
            .for_each(|name| page.dependency(NuGet, name, tag.line));
    }
}

/// Reads `packages.lock.json`.
pub(crate) fn lock(page: &mut Page) -> bool {
    each(page.text, |keys, value, line| {
        if let ([section, _, name], Value::Opens) = (keys, value)
            && section == "dependencies"
        {
            page.locked(NuGet, name, line);
        }
    })
}
