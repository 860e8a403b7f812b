//! The crosswalk: which document and which records can support which control of other frameworks and which provision of
//! the Act, by subject and by framework. It says what an auditor may ask to see and what of it stands on record; it
//! judges no control, works out no share, and repeats no text of a standard.

mod frameworks;
mod sources;
mod standing;

pub(crate) use crate::documents::crosswalk::sources::shows;

use crate::documents::crosswalk::frameworks::FrameworkView;
use crate::documents::crosswalk::sources::{Feed, Single, UNMAPPED, documents, feeds, single};
use crate::documents::crosswalk::standing::{Standing, gaps};
use crate::documents::document::{Document, document};
use crate::documents::facts::{Fact, Row};
use crate::documents::lacking;
use crate::documents::occasion::Occasion;
use crate::documents::trail::Trail;
use crate::documents::waivers;
use crate::failure::Failure;
use crate::law::controls::{
    Framework, QUALITY_DRAFT, QUALITY_DRAFT_FAILED_ON, STANDARDS_SEEN_IN, SourceStatus,
};
use crate::law::crosswalk::{SUPPORTS, Subject, Support, VERIFIED_ON};
use crate::term::sentence_case;
use crate::tongue::words::Words;
use serde::Serialize;

/// The number of the first section that is about a framework.
const FIRST_FRAMEWORK: usize = 3;

#[derive(Serialize)]
struct View {
    verified_on: String,
    standings: Vec<Fact>,
    sources: Vec<Fact>,
    subjects: Vec<SubjectView>,
    frameworks: Vec<FrameworkView>,
    /// The numbers of the two sections after the frameworks.
    unmapped_number: usize,
    limits_number: usize,
    unmapped: Vec<Unmapped>,
    standards: Standards,
}

/// What a subject rests on and can support.
#[derive(Serialize)]
struct SubjectView {
    anchor: String,
    title: String,
    documents: Vec<&'static str>,
    beside: String,
    standing: String,
    n_gaps: String,
    records: Vec<Fact>,
    supports: Vec<Row>,
}

/// A document without a row, and why.
#[derive(Serialize)]
struct Unmapped {
    path: &'static str,
    why: String,
}

/// The state of the European standards.
#[derive(Serialize)]
struct Standards {
    seen_in: &'static str,
    draft: &'static str,
    failed_on: String,
}

/// Returns the document; `paths` are those of all other documents of the build but the index.
pub(crate) fn crosswalk(occasion: &Occasion<'_>, paths: &[&str]) -> Result<Document, Failure> {
    let words = occasion.words;
    let mut trail = Trail::of(words);
    let subjects = SUPPORTS.iter();
    let view = View {
        verified_on: words.day(VERIFIED_ON),
        standings: standings(words),
        sources: sources(),
        subjects: subjects
            .map(|it| subject(occasion, &mut trail, it, paths))
            .collect(),
        frameworks: frameworks::frameworks(occasion, paths, FIRST_FRAMEWORK),
        unmapped_number: FIRST_FRAMEWORK + Framework::ALL.len(),
        limits_number: FIRST_FRAMEWORK + Framework::ALL.len() + 1,
        unmapped: unmapped(words, paths),
        standards: Standards {
            seen_in: STANDARDS_SEEN_IN,
            draft: QUALITY_DRAFT,
            failed_on: words.day(QUALITY_DRAFT_FAILED_ON),
        },
    };
    let purpose = words.say("crosswalk-purpose");
    let front = occasion.front(words.say("crosswalk-title"), &purpose, occasion.organisation);
    document("crosswalk", "crosswalk.md.tera", &front, &view, trail)
}

fn standings(words: Words) -> Vec<Fact> {
    let each = Standing::ALL.iter();
    each.map(|it| Fact::new(sentence_case(&it.says(words)), it.means(words)))
        .collect()
}

fn sources() -> Vec<Fact> {
    let each = SourceStatus::ALL.iter();
    each.map(|it| Fact::new(sentence_case(it.words()), it.means()))
        .collect()
}

fn subject(occasion: &Occasion<'_>, trail: &mut Trail, support: &Support, paths: &[&str]) -> SubjectView {
    let (words, subject) = (occasion.words, support.subject);
    let anchor = format!("subject-{}", subject.key());
    let feeds = feeds(occasion.inventory, subject);
    SubjectView {
        title: sentence_case(subject.words()),
        documents: shown_in(subject, paths),
        beside: beside(words, subject, paths),
        standing: Standing::of(occasion, subject).says(words),
        n_gaps: waivers::counts(words, gaps(occasion, subject)),
        records: feeds.iter().map(|feed| records(trail, &anchor, feed)).collect(),
        supports: supports(words, support),
        anchor,
    }
}

/// Returns the documents of the build about everything that show a subject.
fn shown_in(subject: Subject, paths: &[&str]) -> Vec<&'static str> {
    let all = documents(subject).iter();
    all.filter(|path| paths.contains(*path)).copied().collect()
}

/// Returns which documents about single systems show it too; none is an empty text.
fn beside(words: Words, subject: Subject, paths: &[&str]) -> String {
    let has = |folder: &str| paths.iter().any(|path| path.starts_with(folder));
    match single(subject) {
        Some(Single::Sheets) if has("systems/") => words.say("crosswalk-on-sheets"),
        Some(Single::Notices) if has("worker-notices/") => words.say("crosswalk-in-notices"),
        Some(Single::Sheets | Single::Notices) | None => String::new(),
    }
}

/// Returns a kind of record and the ids of the records, and notes where each stands.
fn records(trail: &mut Trail, section: &str, (kind, records): &Feed<'_>) -> Fact {
    for (id, at) in records {
        trail.about(section, id.as_str()).note("id", id.as_str(), *at);
    }
    let words = trail.words();
    let ids: Vec<&str> = records.iter().map(|(id, _)| id.as_str()).collect();
    Fact::new(
        format!("{}: {}", sentence_case(&words.term(*kind)), records.len()),
        words.list(ids),
    )
}

/// Returns framework, what of it can be supported, and how well its numbers are known.
fn supports(words: Words, support: &Support) -> Vec<Row> {
    let act = vec![
        sentence_case(Framework::AiAct.words()),
        lacking::cites(words, support.act),
        words.term(SourceStatus::Law),
    ];
    let others = support.controls.iter().map(|(framework, ids)| {
        vec![
            sentence_case(framework.words()),
            words.list(*ids),
            words.term(framework.source_status()),
        ]
    });
    std::iter::once(act).chain(others).collect()
}

/// Returns the documents of the build that no subject names, this page included.
fn unmapped(words: Words, paths: &[&str]) -> Vec<Unmapped> {
    // The first page lists this one, and this page cannot list itself among the others: both are always there.
    let is_there = |path: &str| ["index", "crosswalk"].contains(&path) || paths.contains(&path);
    let unmapped = UNMAPPED.iter().filter(|(path, _)| is_there(path));
    unmapped
        .map(|(path, why)| Unmapped {
            path,
            why: words.say(why),
        })
        .collect()
}
