//! What documents say lies beside them: with whatever formats a build is made, every link and every name of a file leads to
//! something that this build makes, that lies inside its PDFs, or that the inventory has.

use crate::docx::{example, parts};
use actfile::Checked;
use actfile::build::beside::beside;
use actfile::build::{Scope, build, facts, is_enclosed};
use actfile::documents::occasion::{Languages, Occasion};
use actfile::documents::plan::Plan;
use actfile::render::Format;
use actfile::render::enclosures::{AI_BOM, Enclosures};
use actfile::render::html::REPORT;
use actfile::render::markdown::{Spoken, markdown};
use actfile::write::manifest::seal;
use roxmltree::Document;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const ENDINGS: &[&str] = &[".md", ".pdf", ".docx", ".html", ".xlsx", ".csv", ".json", ".txt"];

fn whole(formats: &[Format]) -> Scope {
    Scope {
        formats: formats.iter().copied().collect(),
        ..Scope::default()
    }
}

fn narrowed(formats: &[Format]) -> Scope {
    Scope {
        systems: ["cv-screening".parse().unwrap()].into(),
        ..whole(formats)
    }
}

fn made(checked: &Checked, scope: &Scope) -> BTreeMap<String, Vec<u8>> {
    let files = seal(build(checked, scope).unwrap().artifacts, &facts(checked, scope));
    files.unwrap().into_iter().map(|it| (it.path, it.bytes)).collect()
}

/// Returns where the AI-BOM leads for documents.
fn references(bom: &[u8]) -> Vec<String> {
    let bom: Value = serde_json::from_slice(bom).unwrap();
    let parts = bom["components"].as_array().unwrap().iter();
    let all = parts.flat_map(|part| part["externalReferences"].as_array().into_iter().flatten());
    let urls = all.map(|reference| reference["url"].as_str().unwrap().to_owned());
    urls.filter(|url| !url.contains("://") && !url.starts_with("mailto:") && !url.starts_with("urn:"))
        .collect()
}

#[test]
fn the_bill_of_materials_leads_to_documents_that_are_made() {
    let checked = example();
    let bom = Format::Bom;
    let beside = [Format::Markdown, Format::Html, Format::Docx].map(|format| [format, bom]);
    let pairs = beside
        .iter()
        .flat_map(|formats| [whole(formats), narrowed(formats)]);
    for scope in pairs.chain([whole(&[bom]), narrowed(&[bom, Format::Pdf])]) {
        let files = made(&checked, &scope);
        let report = files.get(REPORT).map(|bytes| String::from_utf8_lossy(bytes));
        let all = references(&files[AI_BOM]);
        for url in &all {
            let (file, anchor) = url.split_once('#').unwrap_or((url.as_str(), ""));
            assert!(files.contains_key(file), "{scope:?}: {url}");
            if let (REPORT, Some(report)) = (file, &report) {
                assert!(report.contains(&format!(" id=\"{anchor}\"")), "{scope:?}: {url}");
            }
        }
        let has_documents = scope.formats.iter().any(|format| *format != bom);
        assert_eq!(!all.is_empty(), has_documents, "{scope:?}");
    }
}

#[test]
fn a_docx_leads_to_those_that_lie_beside_it() {
    let checked = example();
    for scope in [whole(&[Format::Docx]), narrowed(&[Format::Docx])] {
        let files = made(&checked, &scope);
        // The first page lists all others, and one of them leads back.
        let mut linked: BTreeSet<String> = ["index.docx".to_owned()].into();
        for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".docx")) {
            let parts = parts(bytes);
            let relations = Document::parse(&parts["word/_rels/document.xml.rels"]).unwrap();
            let outside = relations
                .descendants()
                .filter(|it| it.attribute("TargetMode") == Some("External"));
            let targets = outside.filter_map(|it| it.attribute("Target"));
            for target in targets.filter(|target| !target.contains(':')) {
                assert!(files.contains_key(target), "{path}: {target}");
                linked.insert(target.to_owned());
            }
        }
        let documents = files.keys().filter(|path| path.ends_with(".docx"));
        assert!(documents.eq(&linked), "{linked:?}");
    }
}

/// Returns the names of files in a page, without where its links lead.
fn names(page: &str) -> BTreeSet<String> {
    let is_apart = |c: char| c.is_whitespace() || "[]()|`,;*<>".contains(c);
    let plain = page.replace('\\', "");
    let words = plain
        .split(is_apart)
        .map(|word| word.trim_matches(['.', ':', '"']));
    let named = words.filter(|word| !word.contains("://") && ENDINGS.iter().any(|it| word.ends_with(it)));
    named.map(str::to_owned).collect()
}

/// Returns the pages of a build as every format is made from them, without addresses of links.
fn pages(checked: &Checked, scope: &Scope) -> Vec<(String, String)> {
    let spoken = Languages::of(None, checked.assessment.inventory.organisation.as_ref());
    let occasion = Occasion::new(&checked.assessment, &checked.sources, "0123456789ab", &spoken).unwrap();
    let plan = Plan::of(&occasion.making(beside(scope)));
    let page = |document: actfile::documents::document::Document| {
        let page = markdown(document.template, &document.view, Spoken::ENGLISH)?;
        let mut pieces = page.split("](");
        let first = pieces.next().unwrap_or_default().to_owned();
        let rest = pieces.filter_map(|piece| piece.split_once(')'));
        Ok((
            document.path,
            rest.fold(first, |page, (_, rest)| page + "]" + rest),
        ))
    };
    plan.each(page).unwrap()
}

#[test]
fn no_document_names_a_file_that_is_not_there() {
    let checked = example();
    let inputs = facts(&checked, &Scope::default()).inputs;
    let mut found: BTreeSet<String> = BTreeSet::new();
    let alone = Format::ALL.iter().map(|format| whole(&[*format]));
    let without_enclosures = Scope {
        enclosures: Enclosures::None,
        ..whole(&[Format::Pdf])
    };
    for scope in alone.chain([without_enclosures, whole(&[Format::Bom, Format::Html])]) {
        let mut files: BTreeSet<String> = made(&checked, &scope).into_keys().collect();
        if is_enclosed(&scope) {
            files.insert(AI_BOM.to_owned());
        }
        for (path, page) in pages(&checked, &scope) {
            for name in names(&page) {
                let is_input = inputs.iter().any(|it| it.path.ends_with(&name));
                assert!(
                    files.contains(&name) || is_input,
                    "{:?}: {path}: {name}",
                    scope.formats
                );
                found.insert(name);
            }
        }
    }
    for name in [
        AI_BOM,
        REPORT,
        "gaps.xlsx",
        "gaps.csv",
        "ai-bom.pdf",
        "VERIFY.txt",
    ] {
        assert!(found.contains(name), "{name} is named in some build: {found:?}");
    }
}
