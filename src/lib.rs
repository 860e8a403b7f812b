//! From a folder of YAML, the documents an organisation must keep under the EU AI Act.
//!
//! Files become spanned YAML, YAML becomes records, records become a linked inventory, the Act's table asks the
//! inventory its questions, the answers become classes, duties and gaps, these become document views, views
//! become bytes, and only `write` lets bytes leave.

pub mod calendar;
pub mod failure;
pub mod source;
pub mod term;
pub mod tongue;

pub mod law;
pub mod vendor_facts;

pub mod diag;
pub mod yaml;

pub mod card;
pub mod sbom;

pub mod discover;
pub mod import;
pub mod inventory;
pub mod link;
pub mod read;

pub mod classify;
pub mod obligations;

pub mod compare;

pub mod documents;
pub mod render;

pub mod sign;

pub mod ask;
pub mod report;
pub mod write;

pub mod build;
pub mod group;

use crate::calendar::Date;
use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::law::edition::Edition;
use crate::law::sources::{VALID_UNTIL, outdated_on};
use crate::link::Inventory;
use crate::link::boms::Boms;
use crate::link::files::Files;
use crate::obligations::Assessment;
use crate::read::Loaded;
use crate::source::SourceMap;
use std::collections::BTreeSet;

/// For which day and by which text of the Act an inventory is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// The as-of date that was asked for; else the organisation's own is taken.
    pub as_of: Option<Date>,
    /// The day that is taken when neither is stated.
    pub today: Date,
    /// The edition that was asked for; else the one that is law on the as-of date is taken.
    pub law: Option<Edition>,
}

/// A checked inventory: what it comes to, and what is wrong with it.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The texts that were read.
    pub sources: SourceMap,
    /// The files that records name, by path below the project folder, whether or not they were found.
    pub sought: BTreeSet<String>,
    /// What is wrong with them.
    pub findings: Diagnostics,
    /// Classes, duties and gaps. Not to be relied on while a finding is an error.
    pub assessment: Assessment,
}

/// Returns what an inventory comes to on a day.
pub fn check(loaded: Loaded, asked: Asked) -> Checked {
    let Loaded {
        sources,
        records,
        boms,
        files,
        sought,
        mut findings,
    } = loaded;
    let has_lost_records = findings.has_any(Code::LOSES_RECORDS);
    let files = Files::new(&sources, files);
    link::files::report(&files, &records, &mut findings);
    let approvals = link::sign_offs::approvals(&records);
    let mut inventory = link::link(records, &mut findings);
    inventory.boms = Boms::new(&sources, boms);
    inventory.files = files;
    link::boms::report(&inventory, &mut findings);
    // One mistake gives one finding: a record that could not be read is not missing.
    if has_lost_records {
        findings.forget(Code::MISS_RECORDS);
    }
    let stated = inventory
        .organisation
        .as_ref()
        .and_then(|organisation| organisation.as_of.stated().copied());
    let as_of = asked.as_of.or(stated).unwrap_or(asked.today);
    findings.extend(age(&inventory, as_of));
    link::audits::report(&inventory, as_of, &mut findings);
    link::attendance::report(&inventory, &mut findings);
    link::sign_offs::report(&approvals, as_of, &mut findings);
    let edition = asked.law.unwrap_or_else(|| Edition::on(as_of));
    let classification = classify::classify(&inventory, edition, as_of, &mut findings);
    let assessment = obligations::assess(inventory, classification, edition, as_of);
    obligations::turnover::report(&assessment, &mut findings);
    // While an error stands, a gap can be missing that a waiver rightly names.
    if !findings.has_errors() {
        obligations::waivers::report(&assessment, &mut findings);
    }
    Checked {
        sources,
        sought,
        findings,
        assessment,
    }
}

/// Returns the finding that the rule table is too old for the day, at the field that names the day.
fn age(inventory: &Inventory, as_of: Date) -> Diagnostics {
    let mut findings = Diagnostics::default();
    if outdated_on(as_of).is_none() {
        return findings;
    }
    let says = format!(
        "the rule table holds until {}, and the as-of date is {}",
        VALID_UNTIL.in_words(),
        as_of.in_words()
    );
    let field = inventory
        .organisation
        .as_ref()
        .map(|organisation| &organisation.as_of);
    let stated = field.filter(|field| field.stated() == Some(&as_of));
    let finding = match stated.and_then(|field| field.span()) {
        Some(span) => Diagnostic::at(Code::OutdatedRules, span, says, "this day"),
        None => Diagnostic::about(Code::OutdatedRules, "", says),
    };
    findings.add(finding.help(
        "use a newer version of the program, or have somebody check what changed in law; every document says so until then",
    ));
    findings
}
