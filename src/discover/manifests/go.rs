//! Go: `go.mod`. A requirement that is marked as indirect is brought in by another.

use crate::discover::page::{LOCKED, Page, lines};
use crate::discover::thing::Certainty;
use crate::discover::thing::Registry::Go;

/// Reads `go.mod`.
pub(crate) fn manifest(page: &mut Page) {
    let mut is_within = false;
    for (at, raw) in lines(page.text) {
        let (line, remark) = raw.split_once("//").unwrap_or((raw, ""));
        let line = line.trim();
        let module = match line.strip_prefix("require") {
            Some(rest) if rest.trim() == "(" => {
                is_within = true;
                continue;
            }
            Some(rest) if rest.starts_with(char::is_whitespace) => rest.trim(),
            Some(_) | None if line == ")" => {
                is_within = false;
                continue;
            }
            Some(_) | None if is_within => line,
            Some(_) | None => continue,
        };
        let name = module.split_whitespace().next().unwrap_or_default();
        match remark.trim() == "indirect" {
            true => page.package(Go, name, at, Certainty::BroughtIn, LOCKED),
            false => page.dependency(Go, name, at),
        }
    }
}
