//! Where in the inventory the texts stand that the fonts of the PDFs cannot show: texts of documents come in, one
//! finding for each field goes out. A text that stands in no field is found in its document.

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::render::pdf::Unshown;
use crate::source::{FileId, SourceMap, Span};
use crate::yaml::decode::listed;
use crate::yaml::node::{Content, Node};
use crate::yaml::parse::parse;
use std::collections::{BTreeMap, BTreeSet};

/// The most characters and documents that a finding names.
const MOST_NAMED: usize = 4;

/// Returns the findings for what the documents of a build could not show, by the path of each document.
pub(crate) fn findings(sources: &SourceMap, documents: &BTreeMap<String, Unshown>) -> Diagnostics {
    let mut findings = Diagnostics::default();
    if documents.is_empty() {
        return findings;
    }
    let mut search = Search::of(documents);
    for field in fields(sources) {
        if let Some(finding) = search.finding(&field) {
            findings.add(finding.help(HELP));
        }
    }
    search
        .elsewhere()
        .into_iter()
        .for_each(|finding| findings.add(finding.help(HELP)));
    findings
}

const HELP: &str = "the Markdown documents have them; for readers of the PDFs, write the text in Latin, Greek or \
                    Cyrillic letters as well";

/// A scalar of the inventory.
struct Stated {
    record: String,
    field: String,
    text: String,
    span: Span,
}

// The texts have been read once without an error, so what is reported here was reported there.
fn fields(sources: &SourceMap) -> Vec<Stated> {
    let mut fields = Vec::new();
    for (number, file) in (0..).zip(sources.files()) {
        for record in parse(FileId(number), &file.text, &mut Diagnostics::default()) {
            let id = match record.entry("id").map(|entry| &entry.value.content) {
                Some(Content::Scalar(id)) => id.text.clone(),
                Some(Content::List(_) | Content::Table(_)) | None => file.path.clone(),
            };
            gather(&record, &id, String::new(), &mut fields);
        }
    }
    fields
}

// The parser limits how deep a tree may be, so the recursion is shallow.
fn gather(node: &Node, record: &str, field: String, fields: &mut Vec<Stated>) {
    match &node.content {
        Content::Scalar(scalar) => fields.push(Stated {
            record: record.to_owned(),
            field,
            text: scalar.text.clone(),
            span: node.span,
        }),
        Content::List(items) => items
            .iter()
            .for_each(|item| gather(item, record, field.clone(), fields)),
        Content::Table(entries) => entries.iter().for_each(|entry| {
            let key = &entry.key.value;
            let field = if field.is_empty() {
                key.clone()
            } else {
                format!("{field}.{key}")
            };
            gather(&entry.value, record, field, fields);
        }),
    }
}

/// The words that could not be shown, and which of them a field explains.
struct Search<'a> {
    lacking: BTreeSet<char>,
    documents: BTreeMap<&'a str, BTreeSet<&'a str>>,
    explained: BTreeSet<&'a str>,
}

impl<'a> Search<'a> {
    fn of(unshown: &'a BTreeMap<String, Unshown>) -> Self {
        let lacking: BTreeSet<char> = unshown.values().flat_map(|it| &it.characters).copied().collect();
        let mut documents: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (document, unshown) in unshown {
            for text in &unshown.texts {
                for word in words(text, &lacking) {
                    documents.entry(word).or_default().insert(document);
                }
            }
        }
        Self {
            lacking,
            documents,
            explained: BTreeSet::new(),
        }
    }

    fn finding(&mut self, field: &Stated) -> Option<Diagnostic> {
        let mut documents: BTreeSet<&str> = BTreeSet::new();
        for word in words(&field.text, &self.lacking) {
            // Punctuation around a word, or a look in the middle of it, belongs to the document.
            let is_it = |printed: &str| printed.contains(word) || word.contains(printed);
            for (printed, own) in self.documents.iter().filter(|(printed, _)| is_it(printed)) {
                self.explained.insert(printed);
                documents.extend(own);
            }
        }
        let characters: BTreeSet<char> = field.text.chars().filter(|c| self.lacking.contains(c)).collect();
        (!documents.is_empty()).then(|| {
            let (what, record) = (characters_of(&characters), &field.record);
            let says = format!(
                "no font of the PDFs has {what} in `{}` of `{record}`",
                field.field
            );
            let label = format!("printed as `[U+...]` in {}", documents_of(&documents));
            Diagnostic::at(Code::MissingGlyph, field.span, says, label)
        })
    }

    fn elsewhere(&self) -> Vec<Diagnostic> {
        let rest = self
            .documents
            .iter()
            .filter(|(word, _)| !self.explained.contains(*word));
        let mut texts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        rest.for_each(|(word, documents)| {
            documents
                .iter()
                .for_each(|document| texts.entry(document).or_default().push(word));
        });
        let finding = |(document, words): (&str, Vec<&str>)| {
            let says = format!("no font has all characters of {}", listed(&words));
            Diagnostic::about(Code::MissingGlyph, format!("{document}.pdf"), says)
        };
        texts.into_iter().map(finding).collect()
    }
}

fn words<'t>(text: &'t str, lacking: &BTreeSet<char>) -> Vec<&'t str> {
    let has_lacking = |word: &&str| word.chars().any(|c| lacking.contains(&c));
    text.split_whitespace().filter(has_lacking).collect()
}

fn characters_of(characters: &BTreeSet<char>) -> String {
    let named = |c: &char| format!("{c} (U+{:04X})", u32::from(*c));
    let all: Vec<String> = characters.iter().map(named).collect();
    shortened(&all.iter().map(String::as_str).collect::<Vec<_>>())
}

fn documents_of(documents: &BTreeSet<&str>) -> String {
    let files: Vec<String> = documents
        .iter()
        .map(|document| format!("{document}.pdf"))
        .collect();
    shortened(&files.iter().map(String::as_str).collect::<Vec<_>>())
}

fn shortened(words: &[&str]) -> String {
    match words.len().saturating_sub(MOST_NAMED) {
        0 => listed(words),
        n_more => format!("{} and {n_more} more", listed(&words[..MOST_NAMED])),
    }
}
