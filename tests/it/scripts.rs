//! Texts in the official languages of the Union and in others: the first come back from the PDF letter by letter, read
//! by another program than the one that wrote it; what cannot be shown is spelled out and found at its field.

use actfile::build::{Scope, build};
use actfile::calendar::Date;
use actfile::documents::document::Standing;
use actfile::read::Loaded;
use actfile::render::pdf::{Dress, Pdf, pdf};
use actfile::report::{self, Style};
use actfile::{Asked, check};
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::process::Command;

/// A sentence in each official language with the letters that only few languages have.
const SENTENCES: &str = include_str!("pdf/languages.txt");

fn sentences() -> impl Iterator<Item = (&'static str, &'static str)> {
    SENTENCES.lines().filter_map(|line| line.split_once('\t'))
}

fn made(markdown: &str, language: &str) -> Pdf {
    let dress = Dress {
        title: "Languages",
        organisation: "Helvion Talent SE",
        language,
        as_of: Date::on(2026, 11, 22),
        build_id: "3f9a2c1d",
        standing: Standing::Draft,
        attachments: Vec::new(),
    };
    pdf(markdown, &dress).unwrap()
}

/// Returns the text as poppler reads it, on one line; `None` where poppler is not installed.
fn text(file: &Pdf) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file.pdf");
    fs::File::create(&path).unwrap().write_all(&file.bytes).unwrap();
    let out = Command::new("pdftotext").arg(&path).arg("-").output().ok()?;
    assert!(out.status.success());
    // The rest of a broken word says a zero-width space; the word itself was read where it began.
    let text = String::from_utf8(out.stdout).unwrap().replace('\u{200b}', "");
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn every_official_language_has_its_sentence() {
    let official = "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv";
    assert_eq!(
        sentences()
            .map(|(language, _)| language)
            .collect::<Vec<_>>()
            .join(" "),
        official
    );
    let letters: BTreeSet<char> = SENTENCES.chars().collect();
    for letter in
        "ąćęłńóśźżáčďéěíňřšťúůýžäöüßẞæøåõàâçèêëîïôùûÿœőűāēģīķļņūėįųċġħãășțĺľŕñ¿¡άέήίόύώϊϋΐΰςщъюяжѝ“”–".chars()
    {
        assert!(letters.contains(&letter), "{letter}");
    }
}

#[test]
fn every_official_language_comes_back_from_the_pdf_as_it_was_written() {
    for (language, sentence) in sentences() {
        let section = format!("## {sentence}\n\n{sentence}\n\n**{sentence}** *{sentence}* `{sentence}`\n\n");
        let cell =
            format!("| {sentence} | {sentence} | {sentence} |\n|---|---|---|\n| {sentence} | 1 | a |\n");
        let passage = format!("<span lang=\"{language}\">{sentence}</span>\n");
        let own = made(&format!("# {sentence}\n\n{section}{cell}"), language);
        let foreign = made(&format!("# A\n\n## S\n\n{}", passage.repeat(3)), "en");
        for (file, n_times) in [(own, 5), (foreign, 3)] {
            assert!(file.unshown.texts.is_empty(), "{language}: {:?}", file.unshown);
            if let Some(text) = text(&file) {
                // Between cells that share a line, poppler takes their lines in turn, so only running text is compared.
                assert!(text.matches(sentence).count() >= n_times, "{language}: {text}");
            }
        }
    }
}

#[track_caller]
fn check_findings(organisation: &str, system: &str, expected: &str) {
    let mut loaded = Loaded::default();
    loaded.add("acme.yaml".to_owned(), organisation.as_bytes());
    loaded.add("systems/assistant.yaml".to_owned(), system.as_bytes());
    let as_of = Date::on(2026, 11, 22);
    let asked = Asked {
        as_of: Some(as_of),
        today: as_of,
        law: None,
    };
    let checked = check(loaded, asked);
    let built = build(&checked, &Scope::default()).unwrap();
    let told = report::findings(Style::Short, &checked.sources, &built.findings, "");
    assert_eq!(told, expected);
}

const ORGANISATION: &str = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n";
const SYSTEM: &str = "kind: ai_system\nid: assistant\nname: Coding assistant\nour_roles: [deployer]\n";

#[test]
fn a_text_without_glyphs_is_found_at_its_field() {
    check_findings(ORGANISATION, SYSTEM, "");
    check_findings(
        &ORGANISATION.replace("Acme GmbH", "Acme 株式会社"),
        &format!("{SYSTEM}description: answers questions about 𓇠 (hieroglyphs)\n"),
        "acme.yaml:3:13: warning[W0404]: no font of the PDFs has `会 (U+4F1A)`, `式 (U+5F0F)`, `株 (U+682A)`, \
         `社 (U+793E)` in `legal_name` of `acme`\n\
         systems/assistant.yaml:5:14: warning[W0404]: no font of the PDFs has `𓇠 (U+131E0)` in `description` of \
         `assistant`\n\
         2 warnings in 2 files\n",
    );
}

const PICTURED: &str = "kind: organisation
id: acme
legal_name: Acme GmbH
---
kind: ai_system
id: tool
name: Tool 会社
our_roles: [deployer]
owner: 株式
models: [m]
---
kind: vendor
id: v
legal_name: 東京
---
kind: model
id: m
name: 模型
provider: v
---
kind: audit_summary
id: a
systems: [tool]
period: {start: 2026-09-01, end: 2026-09-30}
metrics: {merged: 10, merged_reviewed: 8}
";

/// A picture says nothing alone, so its labels are found where the table beside it says them.
#[test]
fn a_label_of_a_picture_without_glyphs_is_found_at_its_field() {
    let mut loaded = Loaded::default();
    loaded.add("acme.yaml".to_owned(), PICTURED.as_bytes());
    let as_of = Date::on(2026, 11, 22);
    let asked = Asked {
        as_of: Some(as_of),
        today: as_of,
        law: None,
    };
    let checked = check(loaded, asked);
    let built = build(&checked, &Scope::default()).unwrap();
    let told = report::findings(Style::Short, &checked.sources, &built.findings, "");
    for (picture, letters) in [
        ("charts/gaps.svg", "株式"),
        ("charts/parts.svg", "会社模型東京"),
        ("charts/coverage-a.svg", "会社"),
    ] {
        let svg = built.artifacts.iter().find(|it| it.path == picture).unwrap();
        let svg = std::str::from_utf8(&svg.bytes).unwrap();
        for letter in letters.chars() {
            assert!(svg.contains(letter), "{picture}: {letter}");
            let named = format!("`{letter} (U+{:04X})`", u32::from(letter));
            assert!(told.contains(&named), "{letter}: {told}");
        }
    }
}

#[test]
fn what_cannot_be_shown_is_spelled_out() {
    let file = made("# Acme 株\n\n## S\n\nName 𓇠.\n", "en");
    if let Some(text) = text(&file) {
        assert!(
            text.contains("Acme [U+682A]") && text.contains("Name [U+131E0]."),
            "{text}"
        );
    }
    assert_eq!(file.unshown.texts, ["Acme 株", "Name 𓇠."]);
    assert_eq!(file.unshown.characters, BTreeSet::from(['株', '𓇠']));
}
