//! A document before any format: its name, its template, the view that fills the template, and where each statement
//! of the view came from.

use crate::documents::chart::{Chart, Exhibit};
use crate::documents::front::Front;
use crate::documents::trail::Trail;
use crate::failure::Failure;
use crate::source::Span;
use crate::tongue::language::{Language, Tag};
use crate::tongue::marks;
use serde::Serialize;
use serde_json::Value;

/// One document of the output folder.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Path below the output folder without extension, such as `inventory` or `systems/cv-screening`.
    pub path: String,
    /// The title on the cover.
    pub title: String,
    /// The template that prints it, by its path below `templates/`.
    pub template: &'static str,
    /// What the template may print: layout and plain words, never null, never an empty text.
    pub view: Value,
    /// The pictures that the view refers to, in the order of its sections.
    pub charts: Vec<Chart>,
    /// What the document took from the inventory, in the order of its sections.
    pub statements: Vec<Statement>,
    /// Whether somebody approved it.
    pub standing: Standing,
    /// The language that it is in.
    pub language: Language,
    /// The language of the texts of the inventory in it, where that is another.
    pub quoted: Option<Tag>,
}

/// What a list of documents says about one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Listing {
    pub(crate) path: String,
    pub(crate) title: String,
    pub(crate) standing: Standing,
    pub(crate) language: Language,
}

impl Listing {
    /// Returns what is said about this document.
    pub(crate) fn of(document: &Document) -> Self {
        Self {
            path: document.path.clone(),
            title: document.title.clone(),
            standing: document.standing,
            language: document.language,
        }
    }
}

/// Whether somebody put their name to a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Nobody approved it: every page says so.
    Draft,
    /// A named role approved it on a stated day.
    Signed,
}

/// One statement of a document and the inventory text it repeats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The anchor of the heading it stands under, such as `operators`.
    pub section: String,
    /// What the document says.
    pub says: String,
    /// The record it was taken from.
    pub record: String,
    /// The field of the record.
    pub field: String,
    /// Where the record says it.
    pub at: Span,
}

/// What a template sees: the front part, the statements of the document itself.
#[derive(Serialize)]
struct Page<'a, V> {
    front: &'a Front,
    #[serde(flatten)]
    body: &'a V,
}

/// Puts a document together from its front part, its own view and the trail that was left while building both.
pub(crate) fn document(
    path: impl Into<String>,
    template: &'static str,
    front: &Front,
    body: &impl Serialize,
    trail: Trail,
) -> Result<Document, Failure> {
    let broken = |message: String| Failure::Internal {
        room: "documents",
        message,
    };
    let view = serde_json::to_value(Page { front, body }).map_err(|error| broken(error.to_string()))?;
    if let Some(why) = unsaid(&view) {
        return Err(broken(why.to_owned()));
    }
    Ok(Document {
        path: path.into(),
        title: marks::plain(&front.title),
        template,
        view,
        charts: Vec::new(),
        statements: trail.into_statements(),
        standing: front.standing,
        language: front.language,
        quoted: front.quoted.clone(),
    })
}

/// Returns why a phrase in a view could not be said, if one could not.
fn unsaid(view: &Value) -> Option<&str> {
    match view {
        Value::String(text) => marks::unsaid(text),
        Value::Array(items) => items.iter().find_map(unsaid),
        Value::Object(entries) => entries.values().find_map(unsaid),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

impl Document {
    /// Returns the document with the pictures of its exhibits.
    pub(crate) fn illustrated<'e>(self, exhibits: impl IntoIterator<Item = &'e Exhibit>) -> Self {
        let charts = exhibits.into_iter().filter_map(|exhibit| exhibit.chart.clone());
        Self {
            charts: charts.collect(),
            ..self
        }
    }
}
