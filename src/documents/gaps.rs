//! Gaps as documents print them: one row each, by section or all together.

use serde::Serialize;
use std::collections::BTreeMap;

/// One row of a table of gaps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct GapRow {
    code: String,
    level: String,
    what: String,
    legal_basis: String,
    closes: String,
    place: String,
}

/// The gaps of each section of a document; a section without gaps has an empty list.
pub(crate) type GapRows = BTreeMap<&'static str, Vec<GapRow>>;
