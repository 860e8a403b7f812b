//! The style, the script and the icon of the page, and the policy by which a browser runs nothing else. All stand in the
//! page whole; the policy names style and script by their hashes (Content Security Policy Level 3), so that a text that
//! passed every escape could still not become a program, and nothing is ever asked of a network.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The style, between the marks that let an XML parser leave it alone.
pub(crate) const STYLE: &str = concat!("/*<![CDATA[*/\n", include_str!("report.css"), "/*]]>*/");
/// The script, likewise.
pub(crate) const SCRIPT: &str = concat!("//<![CDATA[\n", include_str!("report.js"), "//]]>");

/// Returns the icon as an address that holds it: a browser that is told of none asks a server for one.
pub fn icon() -> String {
    let svg = STANDARD.encode(include_str!("icon.svg").trim_end());
    format!("data:image/svg+xml;base64,{svg}")
}

/// Returns what a browser may do with the page.
pub(crate) fn policy() -> String {
    format!(
        "default-src 'none'; {}; style-src {}; img-src data:; base-uri 'none'; form-action 'none'",
        scripts(),
        hash(STYLE)
    )
}

/// Returns the part of the policy that says which scripts may run.
pub(crate) fn scripts() -> String {
    format!("script-src {}", hash(SCRIPT))
}

/// Returns an element's text as the policy names it.
pub(crate) fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}
