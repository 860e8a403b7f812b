//! The crosswalk read from the other side: one section for each framework, one row for each of its controls that a
//! subject can support, and the controls that none supports.

use crate::documents::crosswalk::sources::{documents, feeds};
use crate::documents::crosswalk::standing::{gaps, gaps_under, told};
use crate::documents::lacking;
use crate::documents::occasion::Occasion;
use crate::law::cite::Citation;
use crate::law::controls::Framework;
use crate::law::crosswalk::{self, SUPPORTS, Subject};
use crate::term::sentence_case;
use crate::tongue::words::Words;
use serde::Serialize;
use std::collections::BTreeSet;

/// A framework with what can support its controls.
#[derive(Debug, Serialize)]
pub(crate) struct FrameworkView {
    number: usize,
    anchor: String,
    title: String,
    /// What its numbers are: provisions, controls, or something else.
    numbers: &'static str,
    says: String,
    rows: Vec<ControlRow>,
    /// The controls that no subject supports, on one line; empty where there are none or too many to be of use.
    others: String,
}

/// A control, or a provision of the Act, and one subject that can support it.
#[derive(Debug, Serialize)]
pub(crate) struct ControlRow {
    id: String,
    about: String,
    documents: Vec<&'static str>,
    records: String,
    standing: String,
}

/// Returns every framework; their sections are numbered from `first` on.
pub(crate) fn frameworks(occasion: &Occasion<'_>, paths: &[&str], first: usize) -> Vec<FrameworkView> {
    let each = Framework::ALL.iter().enumerate();
    each.map(|(at, framework)| FrameworkView {
        number: first + at,
        anchor: framework.key().to_owned(),
        title: sentence_case(framework.words()),
        numbers: numbers(*framework),
        says: about(occasion.words, *framework),
        rows: match framework {
            Framework::AiAct => provisions(occasion, paths),
            Framework::Iso42001
            | Framework::Iso27001
            | Framework::Soc2
            | Framework::NistAiRmf
            | Framework::Gdpr
            | Framework::Jtc21
            | Framework::Cra
            | Framework::G7 => controls(occasion, *framework, paths),
        },
        others: others(*framework),
    })
    .collect()
}

/// Returns what the numbers of a framework are, for the head of its table.
const fn numbers(framework: Framework) -> &'static str {
    match framework {
        Framework::AiAct | Framework::Gdpr | Framework::Cra => "provisions",
        Framework::Iso42001 | Framework::Iso27001 | Framework::Soc2 | Framework::NistAiRmf => "controls",
        Framework::Jtc21 | Framework::G7 => "texts",
    }
}

/// Returns what has to be known about a framework before its table is read.
fn about(words: Words, framework: Framework) -> String {
    match framework {
        Framework::AiAct => words.say("crosswalk-about-act"),
        Framework::Iso42001 => words.say("crosswalk-about-iso-42001"),
        Framework::Iso27001 => words.say("crosswalk-about-iso-27001"),
        Framework::Soc2 => words.say("crosswalk-about-soc-2"),
        Framework::NistAiRmf => words.say("crosswalk-about-nist"),
        Framework::Gdpr => words.say("crosswalk-about-gdpr"),
        Framework::Jtc21 => words.say("crosswalk-about-jtc-21"),
        Framework::Cra => words.say("crosswalk-about-cra"),
        Framework::G7 => words.say("crosswalk-about-g7"),
    }
}

/// Returns the provisions of the Act in their order, each once for every subject that can support it.
fn provisions(occasion: &Occasion<'_>, paths: &[&str]) -> Vec<ControlRow> {
    let all = SUPPORTS.iter().flat_map(|support| support.act);
    let mut cites: Vec<Citation> = all.copied().collect();
    cites.sort_by_key(|cite| place(*cite));
    cites.dedup();
    let rows = cites.into_iter().flat_map(|cite| {
        let supports = SUPPORTS.iter().filter(move |support| support.act.contains(&cite));
        let about = crosswalk::about(cite, occasion.assessment.edition);
        supports.map(move |support| {
            let subject = support.subject;
            let id = lacking::cite(occasion.words, cite);
            let standing = told(occasion, subject, gaps_under(occasion, subject, cite));
            row(occasion, subject, [&id, about], standing, paths)
        })
    });
    rows.collect()
}

/// Articles by their number and paragraph, then annexes.
fn place(cite: Citation) -> (bool, u16, u16, String) {
    let first = |text: &str| -> u16 {
        let digits = text.trim_start_matches('(').chars();
        let digits: String = digits.take_while(char::is_ascii_digit).collect();
        digits.parse().unwrap_or(0)
    };
    let numbers = match cite {
        Citation::Article(number, rest) => Some((first(number), first(rest))),
        Citation::Articles(_, _)
        | Citation::Omnibus(_, _)
        | Citation::AnnexI(_, _)
        | Citation::AnnexISection(_)
        | Citation::AnnexIii(_)
        | Citation::Annex(_, _)
        | Citation::Recital(_)
        | Citation::OmnibusRecital(_)
        | Citation::Guideline(_, _) => None,
    };
    let (number, paragraph) = numbers.unwrap_or_default();
    (numbers.is_none(), number, paragraph, cite.to_string())
}

/// Returns the mapped controls of a framework in its order, each once for every subject that can support it.
fn controls(occasion: &Occasion<'_>, framework: Framework, paths: &[&str]) -> Vec<ControlRow> {
    let rows = framework.topics().flat_map(|(id, about)| {
        let supports = SUPPORTS
            .iter()
            .filter(move |support| support.of(framework).contains(id));
        supports.map(move |support| {
            let subject = support.subject;
            let standing = told(occasion, subject, gaps(occasion, subject));
            row(occasion, subject, [id, about], standing, paths)
        })
    });
    rows.collect()
}

fn row(
    occasion: &Occasion<'_>,
    subject: Subject,
    [id, about]: [&str; 2],
    standing: String,
    paths: &[&str],
) -> ControlRow {
    let words = occasion.words;
    let shown = documents(subject).iter().filter(|path| paths.contains(*path));
    let feeds = feeds(occasion.inventory, subject);
    let records = feeds
        .iter()
        .map(|(kind, records)| format!("{}: {}", words.term(*kind), records.len()));
    ControlRow {
        id: id.to_owned(),
        about: sentence_case(about),
        documents: shown.copied().collect(),
        records: words.list(records),
        standing,
    }
}

/// Returns the controls that no subject supports, where the framework is a closed list of controls.
fn others(framework: Framework) -> String {
    let mapped: BTreeSet<&str> = framework.topics().map(|(id, _)| *id).collect();
    let is_open = |id: &&String| !mapped.contains(id.as_str());
    match framework {
        Framework::Iso42001
        | Framework::Iso27001
        | Framework::Soc2
        | Framework::NistAiRmf
        | Framework::Jtc21 => {
            let controls = framework.controls();
            let open: Vec<&str> = controls.iter().filter(is_open).map(String::as_str).collect();
            open.join(", ")
        }
        // Most of their articles have nothing to do with these documents.
        Framework::AiAct | Framework::Gdpr | Framework::Cra | Framework::G7 => String::new(),
    }
}
