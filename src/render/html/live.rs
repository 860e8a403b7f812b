//! The page as it is served while somebody works on the inventory: with a few lines that load it anew after a change. They
//! are added on the way out; the file has never held them.

use crate::render::html::embedded::{hash, scripts};
use sha2::{Digest, Sha256};

/// Where the page hears of changes.
pub const EVENTS: &str = "/events";

/// The lines that listen.
const LISTENER: &str = concat!("//<![CDATA[\n", include_str!("live.js"), "//]]>");

/// The page as it is served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Live {
    /// What it is told from other pages by.
    pub mark: String,
    /// The page.
    pub bytes: Vec<u8>,
}

/// Returns the page with the listener, and a policy that lets it listen to the server that the page came from.
pub fn live(report: &[u8]) -> Live {
    let mark: String = (Sha256::digest(report).iter())
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let (page, scripts) = (String::from_utf8_lossy(report), scripts());
    let wider = format!("{scripts} {}; connect-src 'self'", hash(LISTENER));
    let page = page.replacen(&scripts, &wider, 1);
    let listener = format!("<script data-page=\"{mark}\">{LISTENER}</script>\n</body>");
    // The last one is ours: texts of the inventory are escaped.
    let bytes = match page.rsplit_once("</body>") {
        Some((before, after)) => format!("{before}{listener}{after}").into_bytes(),
        None => page.into_bytes(),
    };
    Live { mark, bytes }
}
