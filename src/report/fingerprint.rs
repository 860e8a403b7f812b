//! By what a result is recognised in the next run, when lines above it came or went: a hash over its code, its file and the
//! text of its line, or what it says where no line can be shown; equal ones are counted. No number of a line is in it.

use crate::inventory::screen::masked;
use crate::report::listing::Listing;
use crate::source::Span;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// How many bytes of a hash are shown; results of one run are few.
const N_BYTES: usize = 16;

/// The fingerprints that were given so far.
#[derive(Debug, Default)]
pub(crate) struct Fingerprints {
    n_given: BTreeMap<String, usize>,
}

impl Fingerprints {
    /// Returns the fingerprint of the next result, such as `3f...:1`.
    pub(crate) fn next(
        &mut self,
        listing: &Listing<'_>,
        code: &str,
        path: &str,
        at: Option<Span>,
        says: &str,
    ) -> String {
        // A hash of a line that holds a secret could be tried out.
        let text = at.map_or_else(
            || says.to_owned(),
            |at| masked(listing.line(at)).trim().to_owned(),
        );
        let mut known_by = String::new();
        for byte in Sha256::digest(format!("{code}\0{path}\0{text}"))
            .iter()
            .take(N_BYTES)
        {
            write!(known_by, "{byte:02x}").unwrap_or_default();
        }
        let n_given = self.n_given.entry(known_by.clone()).or_default();
        *n_given += 1;
        format!("{known_by}:{n_given}")
    }
}
