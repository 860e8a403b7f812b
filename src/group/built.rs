//! From a checked group to finished files: the sealed documents of each member in a folder of its own, then the pages over
//! all of them, and one manifest that covers everything. All in memory; nothing is written here.

use crate::Checked;
use crate::build::beside::{beside, copies};
use crate::build::id::build_id;
use crate::build::progress::Progress;
use crate::build::selection::selection;
use crate::build::{Built, Scope, build_counted};
use crate::diag::Diagnostics;
use crate::documents::document::Document;
use crate::documents::group::{MEMBERS, MemberView, Portfolio, documents, registers};
use crate::documents::occasion::{Languages, Occasion};
use crate::failure::Failure;
use crate::group::{CheckedGroup, CheckedMember};
use crate::inventory::group::Group;
use crate::inventory::record::Record;
use crate::render::docx::docx;
use crate::render::group_register::{group_gaps_csv, group_gaps_json};
use crate::render::html::{Around, Chapter, Cover, Glance, Member, Members, REPORT, chapter, report};
use crate::render::markdown::{Spoken, markdown};
use crate::render::pdf::{Dress, pdf};
use crate::render::provenance::{PROVENANCE, provenance};
use crate::render::register::{GAPS_CSV, GAPS_JSON};
use crate::render::{Artifact, Format};
use crate::source::SourceFile;
use crate::tongue::marks;
use crate::tongue::words::Words;
use crate::write::manifest::{GROUP, Listed, ManifestFacts, seal};
use std::collections::BTreeMap;

/// Returns all files of a group, and counts the documents of its members while they are made: below `members/` those of each member, byte for byte as a build of it alone makes them.
///
/// # Errors
/// Refuses a group with errors; anything else is a fault of this program.
pub fn build_group(checked: &CheckedGroup, scope: &Scope, progress: &Progress) -> Result<Built, Failure> {
    let (Some(group), false) = (&checked.group, checked.has_errors()) else {
        return Err(Failure::Refused(
            "documents are not made while the group or a member has errors".to_owned(),
        ));
    };
    let members = checked
        .members
        .iter()
        .map(|member| built(member, scope, progress));
    let members: Vec<Built> = members.collect::<Result<_, _>>()?;
    let facts = facts_of(checked, group, &members)?;
    let mut artifacts = pages(checked, group, scope, &members, &facts.build_id)?;
    let mut findings = Diagnostics::default();
    for (member, built) in checked.members.iter().zip(members) {
        findings.extend(
            built
                .findings
                .moved(member.first_file, &member.seat.project.value),
        );
        artifacts.extend(built.artifacts);
    }
    artifacts.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(Built {
        artifacts,
        facts,
        findings,
    })
}

/// Returns the documents of a member with its own manifest, in its folder.
fn built(member: &CheckedMember, scope: &Scope, progress: &Progress) -> Result<Built, Failure> {
    let built = build_counted(&member.checked, scope, progress)?;
    let sealed = seal(built.artifacts, &built.facts)?.into_iter();
    let folder = format!("{MEMBERS}/{}", member.seat.id.value);
    let artifacts = sealed.map(|file| Artifact {
        path: format!("{folder}/{}", file.path),
        ..file
    });
    Ok(Built {
        artifacts: artifacts.collect(),
        ..built
    })
}

/// Returns what the manifest over all says: program, rules and day are those of every member.
fn facts_of(
    checked: &CheckedGroup,
    group: &Record<Group>,
    members: &[Built],
) -> Result<ManifestFacts, Failure> {
    let first = members.first().ok_or_else(|| Failure::Internal {
        room: "group",
        message: "a group without members".to_owned(),
    })?;
    let narrowed = members.iter().flat_map(|built| built.facts.options.clone());
    let mut options: BTreeMap<String, Vec<String>> = narrowed.collect();
    options.insert(GROUP.to_owned(), vec![group.id.value.to_string()]);
    let mut inputs: Vec<Listed> = checked.sources.files().iter().take(1).map(group_file).collect();
    for (member, built) in checked.members.iter().zip(members) {
        let folder = &member.seat.project.value;
        inputs.extend(built.facts.inputs.iter().map(|input| Listed {
            path: format!("{folder}/{}", input.path),
            ..input.clone()
        }));
    }
    let mut facts = ManifestFacts {
        options,
        inputs,
        ..first.facts.clone()
    };
    facts.build_id = build_id(&facts);
    Ok(facts)
}

fn group_file(file: &SourceFile) -> Listed {
    Listed {
        path: file.path.clone(),
        bytes: file.n_bytes,
        sha256: file.sha256.clone(),
    }
}

/// Returns the files over all members.
fn pages(
    checked: &CheckedGroup,
    group: &Record<Group>,
    scope: &Scope,
    members: &[Built],
    build_id: &str,
) -> Result<Vec<Artifact>, Failure> {
    let spoken = checked.members.iter().map(|member| {
        let organisation = member.checked.assessment.inventory.organisation.as_ref();
        Languages::of(scope.language, organisation)
    });
    let spoken: Vec<Languages> = spoken.collect();
    let selection = selection(scope);
    let views = checked.members.iter().zip(members).zip(&spoken);
    let views = views.map(|((member, built), spoken)| {
        let Checked {
            assessment, sources, ..
        } = &member.checked;
        let occasion = Occasion::new(assessment, sources, &built.facts.build_id, spoken)?;
        Ok(MemberView {
            id: &member.seat.id.value,
            occasion: occasion.narrowed_to(&selection),
            first_file: member.first_file,
        })
    });
    let portfolio = Portfolio {
        group,
        build_id,
        beside: beside(scope),
        members: views.collect::<Result<_, Failure>>()?,
    };
    let documents = documents(&portfolio)?;
    let registers = registers(&portfolio);
    let traces = documents
        .iter()
        .map(|it| (it.path.as_str(), it.statements.as_slice()));
    let file = |path: &str, bytes| Artifact {
        path: path.to_owned(),
        bytes,
    };
    let mut files = vec![
        file(GAPS_JSON, group_gaps_json(&registers)?),
        file(GAPS_CSV, group_gaps_csv(&registers)),
        file(PROVENANCE, provenance(traces, &checked.sources, build_id)?),
    ];
    let members = at_a_glance(&portfolio);
    let around = Around {
        glance: Glance::Members(&members),
        documents: documents.iter().map(|document| document.path.clone()).collect(),
    };
    let mut chapters = Vec::new();
    for document in &documents {
        let text = text_of(document)?;
        if scope.formats.contains(&Format::Html) {
            chapters.push(chapter(document, &text, &[], &around));
        }
        files.extend(rendered(document, text, &portfolio, scope)?);
    }
    files.extend(on_one_page(chapters, &around, &portfolio));
    Ok(files)
}

fn at_a_glance(portfolio: &Portfolio<'_>) -> Members {
    let members = portfolio.members.iter().map(|member| Member {
        id: member.id.to_string(),
        organisation: marks::plain(member.occasion.organisation.title()),
        n_systems: member.occasion.inventory.systems.len(),
    });
    Members {
        group: marks::plain(portfolio.group.title()),
        all: members.collect(),
    }
}

/// Returns the pages over all members on one, with the way to those of the members; none where no such page is made.
fn on_one_page(chapters: Vec<Chapter>, around: &Around<'_>, portfolio: &Portfolio<'_>) -> Option<Artifact> {
    let first = portfolio.members.first().filter(|_| !chapters.is_empty())?;
    let cover = Cover {
        as_of: Words::default().day(first.occasion.assessment.as_of),
        build_id: portfolio.build_id,
    };
    Some(Artifact {
        path: REPORT.to_owned(),
        bytes: report(chapters, &around.glance, &cover),
    })
}

fn text_of(document: &Document) -> Result<String, Failure> {
    let spoken = Spoken {
        language: document.language,
        quoted: document.quoted.as_ref(),
    };
    markdown(document.template, &document.view, spoken)
}

/// Returns a page over all members in the formats that were asked for. It carries no inventory files: those of the members
/// do, and they lie beside it.
fn rendered(
    document: &Document,
    text: String,
    portfolio: &Portfolio<'_>,
    scope: &Scope,
) -> Result<Vec<Artifact>, Failure> {
    let mut files = Vec::new();
    if let Some(first) = portfolio.members.first() {
        let dress = Dress {
            title: &document.title,
            organisation: portfolio.group.title(),
            language: document.language.key(),
            as_of: first.occasion.assessment.as_of,
            build_id: portfolio.build_id,
            standing: document.standing,
            attachments: Vec::new(),
        };
        let mut add = |ending: &str, bytes| {
            files.push(Artifact {
                path: format!("{}.{ending}", document.path),
                bytes,
            });
        };
        if scope.formats.contains(&Format::Pdf) {
            add("pdf", pdf(&text, &dress)?.bytes);
        }
        if scope.formats.contains(&Format::Docx) {
            add("docx", docx(&text, &[], &dress, copies(scope))?);
        }
    }
    if scope.formats.contains(&Format::Markdown) {
        files.push(Artifact {
            path: format!("{}.md", document.path),
            bytes: text.into_bytes(),
        });
    }
    Ok(files)
}
