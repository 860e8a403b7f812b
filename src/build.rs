//! From a checked inventory to finished files: documents, their formats, and what the manifest says about them. All
//! in memory; nothing is written here.

pub mod beside;
pub(crate) mod id;
pub mod progress;
pub mod selection;
mod unshown;

use crate::Checked;
use crate::build::beside::{beside, copies};
use crate::build::id::build_id;
use crate::build::progress::Progress;
use crate::build::selection::selection;
use crate::diag::Diagnostics;
use crate::documents::ai_bom::bom_of;
use crate::documents::bom::spec::BomSpec;
use crate::documents::document::{Document, Statement};
use crate::documents::gaps::register;
use crate::documents::occasion::{Languages, Occasion};
use crate::documents::overview::overview;
use crate::documents::plan::Plan;
use crate::failure::Failure;
use crate::inventory::id::Id;
use crate::law::sources::{REVISION, rules_sha256};
use crate::render::chart::{Drawing, draw};
use crate::render::cyclonedx::assemble::assemble;
use crate::render::cyclonedx::cyclonedx;
use crate::render::docx::docx;
use crate::render::enclosures::{AI_BOM, Enclosures, PRINTS_BOM, enclosures, travelling};
use crate::render::html::{Around, Chapter, Cover, Glance, REPORT, chapter, report};
use crate::render::markdown::{Spoken, markdown};
use crate::render::office::package::About;
use crate::render::pdf::{Attachment, Dress, Unshown, illustrated_pdf};
use crate::render::provenance::{PROVENANCE, provenance};
use crate::render::register::{GAPS_CSV, GAPS_JSON, gaps_csv, gaps_json};
use crate::render::workbook::{GAPS_XLSX, gaps_xlsx};
use crate::render::{Artifact, Format};
use crate::source::FileId;
use crate::tongue::language::Language;
use crate::tongue::words::Words;
use crate::write::manifest::{Listed, ManifestFacts, NEWER_RULES};
use std::collections::{BTreeMap, BTreeSet};

/// Which files of a build are made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// The formats.
    pub formats: BTreeSet<Format>,
    /// The systems that get a sheet; all when empty.
    pub systems: BTreeSet<Id>,
    /// The roles whose systems get a sheet; those of all when empty.
    pub owners: BTreeSet<String>,
    /// What the PDFs carry.
    pub enclosures: Enclosures,
    /// The version of CycloneDX in which the AI-BOM is written.
    pub bom_spec: BomSpec,
    /// The language of those documents that are made in several; else the one that the organisation names.
    pub language: Option<Language>,
    /// The revision of the newer rule table that documents in the same place were made with, where going back was allowed.
    pub newer_rules: Option<String>,
}

/// The name of the owners in the options of a manifest.
pub const OWNERS: &str = "owners";
/// The name of the language in the options of a manifest.
pub const LANGUAGE: &str = "language";

/// Finished files and what they were made from.
#[derive(Debug, Clone)]
pub struct Built {
    /// The files.
    pub artifacts: Vec<Artifact>,
    /// What the manifest says.
    pub facts: ManifestFacts,
    /// What the fonts of the PDFs cannot show, at the fields that say it.
    pub findings: Diagnostics,
}

impl Default for Scope {
    fn default() -> Self {
        Self {
            formats: Format::DEFAULT.iter().copied().collect(),
            systems: BTreeSet::new(),
            owners: BTreeSet::new(),
            enclosures: Enclosures::All,
            bom_spec: BomSpec::default(),
            language: None,
            newer_rules: None,
        }
    }
}

/// Returns all files of a build.
///
/// # Errors
/// Refuses an inventory with errors; anything else is a fault of this program.
pub fn build(checked: &Checked, scope: &Scope) -> Result<Built, Failure> {
    build_counted(checked, scope, &Progress::default())
}

/// Returns the same, and counts the documents while they are made.
///
/// # Errors
/// As [`build`].
pub fn build_counted(checked: &Checked, scope: &Scope, progress: &Progress) -> Result<Built, Failure> {
    build_part(checked, scope, scope, progress)
}

/// Returns the page with all documents as a whole build makes it, and nothing else: for whoever waits for it.
///
/// # Errors
/// As [`build`].
pub fn page(checked: &Checked, scope: &Scope) -> Result<Option<Artifact>, Failure> {
    let part = Scope {
        formats: [Format::Html].into_iter().collect(),
        ..scope.clone()
    };
    let built = build_part(checked, scope, &part, &Progress::default())?;
    Ok(built.artifacts.into_iter().find(|file| file.path == REPORT))
}

/// Makes the files of one scope as they are in a build of another: that one is named in the files.
fn build_part(
    checked: &Checked,
    whole: &Scope,
    scope: &Scope,
    progress: &Progress,
) -> Result<Built, Failure> {
    if checked.findings.has_errors() {
        return Err(Failure::Refused(
            "documents are not made while the inventory has errors".to_owned(),
        ));
    }
    let facts = facts(checked, whole);
    let spoken = Languages::of(scope.language, checked.assessment.inventory.organisation.as_ref());
    let selection = selection(scope);
    let occasion = Occasion::new(&checked.assessment, &checked.sources, &facts.build_id, &spoken)?
        .with_bom_spec(scope.bom_spec)
        .making(beside(whole))
        .narrowed_to(&selection);
    let plan = Plan::of(&occasion);
    let overview = overview(&occasion.in_english());
    let press = Press {
        occasion: &occasion,
        scope,
        travelling: match is_enclosed(scope) {
            true => travelling(&checked.sources),
            false => BTreeSet::new(),
        },
        around: Around {
            glance: Glance::Systems(&overview),
            documents: plan.paths().into_iter().map(str::to_owned).collect(),
        },
    };
    progress.plan(plan.paths().len());
    let rendered = plan.each(|document| press.render(document).inspect(|_| progress.step()))?;
    let mut artifacts = press.for_machines(&rendered)?;
    let mut unshown = BTreeMap::new();
    let mut chapters = Vec::new();
    for rendered in rendered {
        artifacts.extend(rendered.artifacts);
        chapters.extend(rendered.chapter);
        if !rendered.unshown.texts.is_empty() {
            unshown.insert(rendered.path, rendered.unshown);
        }
    }
    artifacts.extend(press.report(chapters));
    artifacts.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(Built {
        artifacts,
        facts,
        findings: unshown::findings(&checked.sources, &unshown),
    })
}

/// The view is let go of before the document is written: both are long where there are many parts.
fn ai_bom(occasion: &Occasion<'_>) -> Result<Vec<u8>, Failure> {
    let document = assemble(&bom_of(occasion));
    cyclonedx(document)
}

/// What every file of a build is made with.
struct Press<'a> {
    occasion: &'a Occasion<'a>,
    scope: &'a Scope,
    /// The inventory files that may go into PDFs.
    travelling: BTreeSet<FileId>,
    around: Around<'a>,
}

struct Rendered {
    path: String,
    statements: Vec<Statement>,
    artifacts: Vec<Artifact>,
    unshown: Unshown,
    chapter: Option<Chapter>,
}

impl Press<'_> {
    /// Returns the files that are made once, from everything.
    fn for_machines(&self, rendered: &[Rendered]) -> Result<Vec<Artifact>, Failure> {
        let file = |path: &str, bytes| Artifact {
            path: path.to_owned(),
            bytes,
        };
        let (sources, build_id) = (self.occasion.sources, self.occasion.build_id);
        let register = register(self.occasion);
        let traces = rendered
            .iter()
            .map(|it| (it.path.as_str(), it.statements.as_slice()));
        let mut files = vec![
            file(GAPS_JSON, gaps_json(&register)?),
            file(GAPS_CSV, gaps_csv(&register)),
            file(PROVENANCE, provenance(traces, sources, build_id)?),
        ];
        if self.scope.formats.contains(&Format::Docx) {
            let about = About {
                title: &self.occasion.words.say("register-title"),
                organisation: self.occasion.organisation.title(),
                language: Language::En.key(),
                as_of: self.occasion.assessment.as_of,
                build_id,
            };
            files.push(file(GAPS_XLSX, gaps_xlsx(&register, &about)?));
        }
        Ok(files)
    }

    fn render(&self, mut document: Document) -> Result<Rendered, Failure> {
        let spoken = Spoken {
            language: document.language,
            quoted: document.quoted.as_ref(),
        };
        let text = markdown(document.template, &document.view, spoken)?;
        // The text says all of it, and that of a register of everything is long.
        drop(std::mem::take(&mut document.view));
        let drawings: Vec<Drawing> = document.charts.iter().map(draw).collect::<Result<_, Failure>>()?;
        // It is made where it is printed, beside the other documents: writing and judging it takes as long as a long one.
        let is_printed = document.path == PRINTS_BOM && needs_bom(self.scope);
        let bom = is_printed.then(|| ai_bom(self.occasion)).transpose()?;
        let is_made = |format| self.scope.formats.contains(&format);
        let named = |end: &str, bytes| Artifact {
            path: format!("{}.{end}", document.path),
            bytes,
        };
        let mut artifacts = Vec::new();
        let mut unshown = Unshown::default();
        let chapter = is_made(Format::Html).then(|| chapter(&document, &text, &drawings, &self.around));
        if is_made(Format::Pdf) {
            let dress = Dress {
                attachments: self.attachments(&document, bom.as_deref())?,
                ..self.dress(&document)
            };
            let file = illustrated_pdf(&text, &drawings, &dress)?;
            unshown = file.unshown;
            artifacts.push(named("pdf", file.bytes));
        }
        if is_made(Format::Docx) {
            let bytes = docx(&text, &drawings, &self.dress(&document), copies(self.scope))?;
            artifacts.push(named("docx", bytes));
        }
        if is_made(Format::Markdown) {
            artifacts.push(named("md", text.into_bytes()));
            artifacts.extend(drawings.iter().map(Drawing::svg));
        }
        if is_made(Format::Bom) {
            artifacts.extend(bom.map(|bytes| Artifact {
                path: AI_BOM.to_owned(),
                bytes,
            }));
        }
        Ok(Rendered {
            path: document.path,
            statements: document.statements,
            artifacts,
            unshown,
            chapter,
        })
    }

    /// Returns the page with all documents, where it is wanted.
    fn report(&self, chapters: Vec<Chapter>) -> Option<Artifact> {
        let cover = Cover {
            as_of: Words::default().day(self.occasion.assessment.as_of),
            build_id: self.occasion.build_id,
        };
        self.scope.formats.contains(&Format::Html).then(|| Artifact {
            path: REPORT.to_owned(),
            bytes: report(chapters, &self.around.glance, &cover),
        })
    }

    fn dress<'a>(&'a self, document: &'a Document) -> Dress<'a> {
        Dress {
            title: &document.title,
            organisation: self.occasion.organisation.title(),
            language: document.language.key(),
            as_of: self.occasion.assessment.as_of,
            build_id: self.occasion.build_id,
            standing: document.standing,
            attachments: Vec::new(),
        }
    }

    fn attachments<'a>(
        &'a self,
        document: &'a Document,
        bom: Option<&'a [u8]>,
    ) -> Result<Vec<Attachment<'a>>, Failure> {
        let (sources, build_id) = (self.occasion.sources, self.occasion.build_id);
        match self.scope.enclosures {
            Enclosures::All => enclosures(document, sources, &self.travelling, build_id, bom),
            Enclosures::None => Ok(Vec::new()),
        }
    }
}

/// Returns whether PDFs are made that carry what they were made from.
pub fn is_enclosed(scope: &Scope) -> bool {
    scope.formats.contains(&Format::Pdf) && scope.enclosures == Enclosures::All
}

fn needs_bom(scope: &Scope) -> bool {
    is_enclosed(scope) || scope.formats.contains(&Format::Bom)
}

/// Returns what the manifest of a build says: from what and by what it is made. Renders nothing.
pub fn facts(checked: &Checked, scope: &Scope) -> ManifestFacts {
    let mut facts = ManifestFacts {
        tool_version: env!("CARGO_PKG_VERSION").to_owned(),
        rules_revision: REVISION.to_owned(),
        rules_sha256: rules_sha256(),
        law: checked.assessment.edition.key().to_owned(),
        as_of: checked.assessment.as_of,
        build_id: String::new(),
        options: options(checked, scope),
        inputs: inputs(checked),
    };
    facts.build_id = build_id(&facts);
    facts
}

/// Returns the texts in the order in which they were read, then the other files that records name.
fn inputs(checked: &Checked) -> Vec<Listed> {
    let texts = checked.sources.files().iter();
    let mut inputs: Vec<Listed> = texts
        .map(|file| listed_as(&file.path, file.n_bytes, &file.sha256))
        .collect();
    // A record can name an inventory file or a bill of materials as evidence.
    let known: BTreeSet<String> = inputs.iter().map(|input| input.path.clone()).collect();
    let named = checked.assessment.inventory.files.all().iter();
    let others = named.filter(|(path, _)| !known.contains(*path));
    inputs.extend(others.map(|(path, file)| listed_as(path, file.n_bytes, &file.sha256)));
    inputs
}

fn listed_as(path: &str, bytes: u64, sha256: &str) -> Listed {
    Listed {
        path: path.to_owned(),
        bytes,
        sha256: sha256.to_owned(),
    }
}

// What is not narrowed down is not named, so that the id of a whole build does not depend on what can be narrowed.
fn options(checked: &Checked, scope: &Scope) -> BTreeMap<String, Vec<String>> {
    let mut options = BTreeMap::new();
    if !scope.formats.iter().eq(Format::DEFAULT) {
        options.insert(
            "formats".to_owned(),
            scope.formats.iter().map(|it| it.key().to_owned()).collect(),
        );
    }
    if !scope.systems.is_empty() {
        options.insert(
            "systems".to_owned(),
            scope.systems.iter().map(Id::to_string).collect(),
        );
    }
    if !scope.owners.is_empty() {
        options.insert(OWNERS.to_owned(), scope.owners.iter().cloned().collect());
    }
    if scope.bom_spec != BomSpec::default() {
        options.insert(BomSpec::OPTION.to_owned(), vec![scope.bom_spec.key().to_owned()]);
    }
    if scope.enclosures == Enclosures::None {
        options.insert(Enclosures::OPTION.to_owned(), vec![Enclosures::NONE.to_owned()]);
    }
    if let Some(revision) = &scope.newer_rules {
        options.insert(NEWER_RULES.to_owned(), vec![revision.clone()]);
    }
    let own = Languages::of(None, checked.assessment.inventory.organisation.as_ref());
    if let Some(language) = scope.language.filter(|language| *language != own.documents) {
        options.insert(LANGUAGE.to_owned(), vec![language.key().to_owned()]);
    }
    options
}
