//! The page as it is served while somebody works on the inventory: with a few lines that load it anew after a change. They
//! are added on the way out; the file has never held them.

use crate::render::html::embedded::{hash, scripts};

/// Where the page hears of changes.
pub const EVENTS: &str = "/events";

/// The lines that listen.
const LISTENER: &str = concat!("//<![CDATA[\n", include_str!("live.js"), "//]]>");

/// Returns the page with the listener, and a policy that lets it listen to the server that the page came from.
pub fn live(report: &[u8]) -> Vec<u8> {
    let page = String::from_utf8_lossy(report);
    let scripts = scripts();
    let wider = format!("{scripts} {}; connect-src 'self'", hash(LISTENER));
    let page = page.replacen(&scripts, &wider, 1);
    match page.rsplit_once("</body>") {
        Some((before, after)) => format!("{before}<script>{LISTENER}</script>\n</body>{after}").into_bytes(),
        None => page.into_bytes(),
    }
}
