//! PHP: `composer.json` and `composer.lock`.

use crate::discover::page::Page;
use crate::discover::syntax::json::{Value, each};
use crate::discover::thing::Registry::Packagist;

/// Reads `composer.json`.
pub(crate) fn manifest(page: &mut Page) -> bool {
    each(page.text, |keys, value, line| {
        if let ([section, name], Value::Text(_)) = (keys, value) {
            match section.as_ref() {
                "require" => page.dependency(Packagist, name, line),
                "require-dev" => page.dev_dependency(Packagist, name, line),
                _ => {}
            }
        }
    })
}

/// Reads `composer.lock`.
pub(crate) fn lock(page: &mut Page) -> bool {
    each(page.text, |keys, value, line| {
        if let ([section, _, key], Value::Text(name)) = (keys, value)
            && section.starts_with("packages")
            && key == "name"
        {
            page.locked(Packagist, name, line);
        }
    })
}
