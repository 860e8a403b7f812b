//! The page about the files of a build: which there are, and every key of those for machines. The keys are read from a
//! build of the example; one that has no words here is refused, so that a page cannot leave out what a file has.

use crate::pages::words::{all_typed, table, typed};
use actfile::build::{Scope, build};
use actfile::calendar::Date;
use actfile::failure::Failure;
use actfile::render::{Artifact, Format};
use actfile::write::manifest::seal;
use actfile::{Asked, check};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The files of a build besides the documents, with what each is for.
const FILES: &[(&str, &str)] = &[
    (
        "NAME.md",
        "A document, to be read and compared. It is the source of the PDF.",
    ),
    (
        "NAME.pdf",
        "The same document as PDF/A-3a and PDF/UA-1, with the inventory files it repeats inside.",
    ),
    (
        "report.html",
        "All documents on one page for a browser, with search and filters; opens from the file and asks for nothing.",
    ),
    (
        "charts/NAME.svg",
        "A picture of a document. The document has a table with the same numbers.",
    ),
    (
        "ai-bom.cdx.json",
        "The AI-BOM in CycloneDX, checked against the official schema before it is written.",
    ),
    (
        "gaps.csv",
        "The gap register, to be sorted and filtered in a spreadsheet.",
    ),
    ("gaps.json", "The gap register for programs."),
    (
        "provenance.json",
        "For each statement of a document the line of the inventory it came from, and back.",
    ),
    (
        "manifest.json",
        "What was made, from what, by which rules, each file with its hash.",
    ),
    (
        "SHA256SUMS",
        "The hashes of all files, as `sha256sum -c` reads them.",
    ),
    (
        "SHA256SUMS.sig",
        "The signature over the hashes; only where somebody put one there with `actfile sign`.",
    ),
    ("VERIFY.txt", "How to check the folder, in plain steps."),
    (
        "NAME.docx",
        "A copy of a document, to be edited; only with `--formats docx`. It says of which build it is a copy.",
    ),
    (
        "gaps.xlsx",
        "The gap register to work from, with filters and columns for status, person and note; only with `--formats docx`.",
    ),
    (
        "members/ID/",
        "What a build of one member alone makes, with its own manifest; only with `--group`.",
    ),
];

const MANIFEST: &[(&str, &str)] = &[
    ("format", "The name of the format."),
    ("tool_version", "The version of the program."),
    ("rules_revision", "The revision of the rule table."),
    ("rules_sha256", "The hash of the rule table."),
    ("law", "The edition of the Act."),
    ("as_of", "The day for which the documents speak."),
    (
        "build_id",
        "The beginning of a hash over the program, the rules, the options and the inputs.",
    ),
    (
        "options",
        "What was asked for besides the usual; each option with its values.",
    ),
    ("options.NAME", "The values of one option."),
    ("inputs", "The files of the inventory."),
    ("inputs[].path", "The path below the project folder."),
    ("inputs[].bytes", "The size."),
    ("inputs[].sha256", "The hash."),
    ("outputs", "The files that were made."),
    ("outputs[].path", "The path below the output folder."),
    ("outputs[].bytes", "The size."),
    ("outputs[].sha256", "The hash."),
];

const PROVENANCE: &[(&str, &str)] = &[
    ("format", "The name of the format."),
    ("build_id", "The build that the file belongs to."),
    ("documents", "The documents, by name."),
    (
        "documents.DOCUMENT",
        "Its sections, by the anchor of the heading.",
    ),
    (
        "documents.DOCUMENT.SECTION",
        "The statements of a section that repeat the inventory, in their order.",
    ),
    ("documents.DOCUMENT.SECTION[].says", "What the document says."),
    (
        "documents.DOCUMENT.SECTION[].record",
        "The record that it came from.",
    ),
    ("documents.DOCUMENT.SECTION[].field", "The field."),
    (
        "documents.DOCUMENT.SECTION[].at",
        "The place, as file, line and column.",
    ),
    ("sources", "The files of the inventory, by path."),
    ("sources.FILE", "One file."),
    ("sources.FILE.sha256", "The hash of the file."),
    (
        "sources.FILE.places",
        "The places that something repeats, as line and column.",
    ),
    (
        "sources.FILE.places.PLACE",
        "The sections that repeat what stands there.",
    ),
];

const GAPS: &[(&str, &str)] = &[
    ("format", "The name of the format."),
    ("as_of", "The day for which the register holds."),
    ("law", "The edition of the Act."),
    ("build_id", "The build that the register belongs to."),
    ("gaps", "The gaps, the most pressing first."),
    (
        "gaps[].id",
        "A name that stays while the gap does: code, record and field.",
    ),
    ("gaps[].code", "The code."),
    (
        "gaps[].level",
        "How pressing it is: `must-now`, `must-by`, `should` or `info`.",
    ),
    ("gaps[].by", "The day of a `must-by`."),
    ("gaps[].document", "The document that lacks it."),
    ("gaps[].systems", "The systems concerned."),
    (
        "gaps[].record",
        "The record that would supply it; absent when there is none yet.",
    ),
    ("gaps[].kind", "The kind of that record."),
    ("gaps[].field", "The field that would supply it."),
    ("gaps[].says", "What is missing."),
    ("gaps[].legal_basis", "Where it is asked for."),
    ("gaps[].ground", "What the demand rests on."),
    ("gaps[].closes", "What closes it."),
    ("gaps[].owner", "The role that owns the matter."),
    (
        "gaps[].at",
        "Where the inventory speaks about it, as file, line and column.",
    ),
    (
        "gaps[].accepted",
        "That a waiver accepts it; it is a gap all the same.",
    ),
    ("gaps[].accepted.waiver", "The waiver."),
    ("gaps[].accepted.reason", "Its reason."),
    ("gaps[].accepted.by", "The role that approved it."),
    ("gaps[].accepted.on", "The day of the approval."),
    ("gaps[].accepted.until", "The last day on which it counts."),
    (
        "gaps[].accepted.owed_all_the_same",
        "Whether a duty in force stands behind the gap, which no waiver lifts.",
    ),
    ("waivers", "The waivers, by id."),
    ("waivers[].id", "The id."),
    (
        "waivers[].state",
        "Whether it counts on the day, and if not, why.",
    ),
    ("waivers[].gaps", "The codes that it accepts."),
    ("waivers[].systems", "The systems for which it does."),
    ("waivers[].record", "The record for which it does."),
    ("waivers[].reason", "Why."),
    ("waivers[].approved_by", "The role that approved it."),
    ("waivers[].approved_on", "The day of the approval."),
    ("waivers[].expires_on", "The last day on which it counts."),
    ("waivers[].compensating_measures", "What is done in the meantime."),
    ("waivers[].n_gaps", "How many gaps it accepts."),
    (
        "waivers[].at",
        "Where the record stands, as file, line and column.",
    ),
];

/// A file for machines: its name, its keys with their words, and the places whose keys are names of the inventory.
struct Machine {
    name: &'static str,
    keys: &'static [(&'static str, &'static str)],
    named: &'static [(&'static str, &'static str)],
}

const MACHINES: &[Machine] = &[
    Machine {
        name: "manifest.json",
        keys: MANIFEST,
        named: &[("options", "NAME")],
    },
    Machine {
        name: "provenance.json",
        keys: PROVENANCE,
        named: &[
            ("documents", "DOCUMENT"),
            ("documents.DOCUMENT", "SECTION"),
            ("sources", "FILE"),
            ("sources.FILE.places", "PLACE"),
        ],
    },
    Machine {
        name: "gaps.json",
        keys: GAPS,
        named: &[],
    },
];

/// Returns the files of a build of an inventory, without PDFs.
///
/// # Errors
/// Fails when the inventory cannot be read or built.
pub(crate) fn build_of(example: &Path, today: Date) -> Result<Vec<Artifact>, Failure> {
    let asked = Asked {
        as_of: None,
        today,
        law: None,
    };
    let scope = Scope {
        formats: [Format::Markdown, Format::Bom].into_iter().collect(),
        ..Scope::default()
    };
    let built = build(&check(actfile::read::load(example)?, asked), &scope)?;
    seal(built.artifacts, &built.facts)
}

/// Returns the page.
///
/// # Errors
/// Fails when a file has a key that has no words here.
pub(crate) fn page(built: &[Artifact]) -> Result<String, Failure> {
    let files = FILES.iter().map(|(name, says)| [typed(name), (*says).to_owned()]);
    let columns = columns(built)?;
    let sections: Vec<String> = MACHINES
        .iter()
        .map(|it| it.section(built))
        .collect::<Result<_, _>>()?;
    Ok(format!(
        "# Files of a build\n\nThe same inventory gives the same bytes on every machine. [Documents](documents.md) tells \
         what each document says.\n\n{}\nIn the tables below `a.b` is the key `b` inside `a`, and `a[].b` is the key `b` of each \
         item of the list `a`. Words in capitals stand for names that the inventory gives.\n{}\n## `gaps.csv`\n\n\
         The columns are {columns}. They say what the keys of the same names say in `gaps.json`; the last four say what stands \
         there inside `accepted`. Several values in one cell are parted by `; `.\n",
        table(["File", "What it is"], files),
        sections.concat()
    ))
}

/// Returns the columns of the gap register, as its first line names them.
fn columns(built: &[Artifact]) -> Result<String, Failure> {
    let file = built.iter().find(|file| file.path == "gaps.csv");
    let text = file.and_then(|file| std::str::from_utf8(&file.bytes).ok());
    let head = text.and_then(|text| text.lines().next());
    let head = head.ok_or_else(|| Failure::Refused("the build has no gaps.csv".to_owned()))?;
    Ok(all_typed(head.split(',')))
}

impl Machine {
    fn section(&self, built: &[Artifact]) -> Result<String, Failure> {
        let file = built.iter().find(|file| file.path == self.name);
        let file = file.ok_or_else(|| Failure::Refused(format!("the build has no {}", self.name)))?;
        let value: Value = serde_json::from_slice(&file.bytes)
            .map_err(|error| Failure::Refused(format!("{}: {error}", self.name)))?;
        self.has_words_for(&value)?;
        let rows = self
            .keys
            .iter()
            .map(|(key, says)| [typed(key), (*says).to_owned()]);
        let format = value["format"].as_str().unwrap_or_default();
        Ok(format!(
            "\n## `{}`\n\nThe key `format` says `{format}`.\n\n{}",
            self.name,
            table(["Key", "What it says"], rows)
        ))
    }

    fn has_words_for(&self, value: &Value) -> Result<(), Failure> {
        let known: BTreeMap<&str, &str> = self.keys.iter().copied().collect();
        let mut found = BTreeSet::new();
        self.walk(value, String::new(), &mut found);
        match found.iter().find(|key| !known.contains_key(key.as_str())) {
            Some(key) => Err(Failure::Refused(format!(
                "{}: `{key}` has no words in the book",
                self.name
            ))),
            None => Ok(()),
        }
    }

    fn walk(&self, value: &Value, path: String, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(fields) => {
                let named = self.named.iter().find(|(place, _)| *place == path);
                for (key, inner) in fields {
                    let key = named.map_or(key.as_str(), |(_, name)| name);
                    let below = if path.is_empty() {
                        key.to_owned()
                    } else {
                        format!("{path}.{key}")
                    };
                    found.insert(below.clone());
                    self.walk(inner, below, found);
                }
            }
            Value::Array(items) => {
                items
                    .iter()
                    .for_each(|item| self.walk(item, format!("{path}[]"), found));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
}
