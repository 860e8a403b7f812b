//! Names that an export brings along, such as those of models and servers. They are free text in the source, so a name
//! that could point to a person or hold a secret goes no further.

use crate::inventory::screen::holds_secret;

const LONGEST_NAME: usize = 100;

/// What stands in the place of a name that goes no further.
pub(crate) const WITHHELD: &str = "(name withheld)";

/// Names of services by which a product sends telemetry, and the name of the product.
const PRODUCTS: &[(&str, &str)] = &[
    ("claude-code-desktop", "claude-code"),
    ("codex-app-server", "codex"),
    ("codex_cli_rs", "codex"),
    ("codex_exec", "codex"),
    ("codex_mcp_server", "codex"),
    ("codex_vscode", "codex"),
];

/// Returns the product that a service belongs to; of one that is not known, its own name.
pub(crate) fn product(service: &str) -> &str {
    let known = PRODUCTS.iter().find(|(known, _)| *known == service);
    known.map_or(service, |(_, product)| product)
}

/// Returns a name as it may be written, or what stands in its place.
pub(crate) fn public(name: &str) -> &str {
    let name = name.trim();
    let is_public = !name.is_empty()
        && name.chars().count() <= LONGEST_NAME
        && !name.contains('@')
        && !name.chars().any(char::is_control)
        && !holds_secret(name);
    match is_public {
        true => name,
        false => WITHHELD,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_products_pass_and_addresses_do_not() {
        for name in [
            "claude-opus-4-8",
            "Claude Opus 4.8 (1M context)",
            "context7",
            "gpt-5.1",
        ] {
            assert_eq!(public(name), name);
        }
        let long = "x".repeat(101);
        for name in [
            "",
            " ",
            "a@b.example",
            "ghp_0123456789abcdefghijABCDEFGHIJ0123",
            "a\u{1b}[31m",
            &long,
        ] {
            assert_eq!(public(name), WITHHELD, "{name}");
        }
    }
}
