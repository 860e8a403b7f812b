//! All documents of a build, or those about a group, on one page, `report.html`, that opens from a file and asks nothing of anybody: documents from
//! the same Markdown as the PDFs, pictures in place, contents, search and filters. The page is HTML and well-formed XML at
//! once, so that any reader of either can judge it. How documents are read is said once for those that are read alike.
//! Without its script everything can be read; only search and filters are absent. Reads no clock and no file.

mod blocks;
mod embedded;
mod glance;
mod inline;
mod legends;
pub mod live;
mod page;
mod place;
mod table;
mod tools;

use crate::documents::document::Document;
use crate::documents::gaps::DOCUMENT as GAPS;
use crate::documents::overview::{Labels, Overview};
use crate::render::chart::Drawing;
use crate::render::html::blocks::{Entry, Writer};
use crate::render::html::place::Place;
use crate::render::pdf::reader::read;
use crate::tongue::language::Language;
use crate::tongue::words::Words;
use std::collections::BTreeSet;
use std::ops::Range;

pub use crate::render::html::embedded::icon;
pub use crate::render::html::glance::{Glance, Member, Members};
pub use crate::render::html::page::{Cover, report};

/// The name of the page.
pub const REPORT: &str = "report.html";

/// One document of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    path: String,
    language: Language,
    /// What it is found by, when it is about one system.
    labels: Option<Labels>,
    /// Its headings, the title first.
    headings: Vec<Entry>,
    html: Box<str>,
    /// Where in it stands how the document is read.
    legend: Option<Range<usize>>,
}

/// What the page holds besides a document.
#[derive(Debug, Clone)]
pub struct Around<'a> {
    /// What readers choose by.
    pub glance: Glance<'a>,
    /// The paths of all documents on the page.
    pub documents: BTreeSet<String>,
}

impl<'a> Around<'a> {
    fn overview(&self) -> Option<&'a Overview> {
        match self.glance {
            Glance::Systems(overview) => Some(overview),
            Glance::Members(_) => None,
        }
    }

    fn members(&self) -> BTreeSet<String> {
        match self.glance {
            Glance::Systems(_) => BTreeSet::new(),
            Glance::Members(members) => members.all.iter().map(|member| member.id.clone()).collect(),
        }
    }
}

/// Returns a document as it stands on the page: the same text that its PDF is made from.
pub fn chapter(document: &Document, text: &str, drawings: &[Drawing], around: &Around<'_>) -> Chapter {
    let (tree, overview) = (read(text, drawings), around.overview());
    let place = Place {
        path: &document.path,
        words: Words::of(document.language),
        links: &tree.links,
        drawings,
        documents: &around.documents,
        members: &around.members(),
        concerns: overview
            .filter(|_| document.path == GAPS)
            .map(|overview| &overview.gaps),
    };
    let mut writer = Writer::new(&place);
    writer.document(&tree.blocks, &tree.notes);
    let Writer {
        out,
        headings,
        legend,
        ..
    } = writer;
    Chapter {
        path: document.path.clone(),
        language: document.language,
        labels: overview.and_then(|overview| labels(&document.path, overview)),
        headings,
        html: out.into_boxed_str(),
        legend,
    }
}

// What stands in a folder is about one system, by the name of the file.
fn labels(path: &str, overview: &Overview) -> Option<Labels> {
    let (_, system) = path.split_once('/')?;
    Some(overview.systems.get(system)?.labels.clone())
}
