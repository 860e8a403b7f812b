//! The front part that every document begins with: what it is, whose, as of when, under which law, by which rules,
//! whether these are out of date, and whether anybody approved it. Everything before the first section is the cover of the PDF.

use crate::documents::document::Standing;
use crate::documents::facts::Fact;
use crate::documents::occasion::Occasion;
use crate::documents::shown::{Shown, missing, shown};
use crate::inventory::field::Field;
use crate::inventory::record::{Record, SignOff};
use crate::law::sources::{REVISION, outdated_on, rules_sha256};
use serde::Serialize;
use std::sync::LazyLock;

/// What the front part prints.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Front {
    /// The title of the document.
    pub(crate) title: String,
    organisation: String,
    purpose: String,
    facts: Vec<Fact>,
    /// What must be known before a word is relied on; usually nothing.
    warnings: Vec<String>,
    is_draft: bool,
    record: String,
    /// The same for machines.
    #[serde(skip)]
    pub(crate) standing: Standing,
}

/// What the record on which a document is signed says about its approval.
struct Head {
    record: String,
    sign_off: Vec<Fact>,
    standing: Standing,
}

impl Front {
    /// Returns the front part of a document that is signed on this record.
    pub(crate) fn new<T>(occasion: &Occasion<'_>, title: String, purpose: &str, signed: &Record<T>) -> Self {
        let standing = match signed.is_approved() {
            true => Standing::Signed,
            false => Standing::Draft,
        };
        let head = Head {
            record: signed.id.value.to_string(),
            sign_off: sign_off(&signed.head.sign_off),
            standing,
        };
        Self::with(occasion, title, purpose, head)
    }

    /// Returns the front part of a document that would be signed on a record of this kind, which there is not.
    pub(crate) fn unsigned(occasion: &Occasion<'_>, title: String, purpose: &str, kind: &str) -> Self {
        let head = Head {
            record: kind.to_owned(),
            sign_off: vec![Fact::new("Sign-off", missing(kind))],
            standing: Standing::Draft,
        };
        Self::with(occasion, title, purpose, head)
    }

    fn with(occasion: &Occasion<'_>, title: String, purpose: &str, head: Head) -> Self {
        let mut facts = vec![
            Fact::new("As of", occasion.assessment.as_of.in_words()),
            Fact::new("Law", occasion.assessment.edition.title()),
            Fact::new("Rule table", RULE_TABLE.as_str()),
            Fact::new("Build", occasion.build_id),
        ];
        facts.extend(head.sign_off);
        Self {
            title,
            organisation: occasion.organisation.title().to_owned(),
            purpose: purpose.to_owned(),
            facts,
            warnings: outdated_on(occasion.assessment.as_of).into_iter().collect(),
            is_draft: head.standing == Standing::Draft,
            record: head.record,
            standing: head.standing,
        }
    }
}

/// The revision of the rule table with the beginning of its hash, which is enough to tell tables apart.
static RULE_TABLE: LazyLock<String> = LazyLock::new(|| {
    let hash = rules_sha256();
    format!("revision {REVISION}, SHA-256 {}", hash.get(..12).unwrap_or(&hash))
});

fn sign_off(field: &Field<SignOff>) -> Vec<Fact> {
    let Some(said) = field.stated() else {
        return vec![Fact::new("Sign-off", shown("sign_off", field, |_| String::new()))];
    };
    vec![
        row("Prepared by", "prepared_by", &said.prepared_by),
        row("Reviewed by", "reviewed_by", &said.reviewed_by),
        row("Approved by", "approved_by", &said.approved_by),
        row("Approved on", "approved_on", &said.approved_on),
        row("Version", "version", &said.version),
        row("Next review by", "next_review_on", &said.next_review_on),
    ]
}

fn row<T: Shown>(label: &str, name: &str, field: &Field<T>) -> Fact {
    Fact::new(label, shown(&format!("sign_off.{name}"), field, Shown::shown))
}
