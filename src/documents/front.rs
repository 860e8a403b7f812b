//! The front part that every document begins with: what it is, whose, as of when, under which law, by which rules,
//! and whether anybody approved it. Everything before the first section is the cover of the PDF.

use crate::documents::document::Standing;
use crate::documents::facts::Fact;
use serde::Serialize;

/// What the front part prints.
#[derive(Debug, Clone, Serialize)]
pub struct Front {
    /// The title of the document.
    pub title: String,
    /// Whose document it is.
    pub organisation: String,
    /// One sentence on what the document is for.
    pub purpose: String,
    /// The rows of the key-facts table.
    pub facts: Vec<Fact>,
    /// Whether nobody approved the document.
    pub is_draft: bool,
    /// The same for machines.
    #[serde(skip)]
    pub standing: Standing,
}
