//! The front part that every document begins with: what it is, whose, as of when, under which law, by which rules,
//! whether these are out of date, and whether anybody approved it. Everything before the first section is the cover of the PDF.

use crate::calendar::Date;
use crate::documents::document::Standing;
use crate::documents::facts::Fact;
use crate::documents::occasion::Occasion;
use crate::documents::shown::{Shown, shown};
use crate::inventory::field::Field;
use crate::inventory::record::{Record, SignOff};
use crate::law::edition::Edition;
use crate::law::sources::{REVISION, VALID_UNTIL, VERIFIED_ON, outdated_on, rules_sha256};
use crate::tongue::language::{Language, Tag};
use crate::tongue::words::Words;
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
    /// The record on which it is signed; the kind of record, where there is none.
    record: String,
    has_record: bool,
    /// Whether what is missing is named by its field.
    names_fields: bool,
    /// The same for machines.
    #[serde(skip)]
    pub(crate) standing: Standing,
    /// The language of the document.
    #[serde(skip)]
    pub(crate) language: Language,
    /// The language of what the inventory says, where that is another.
    #[serde(skip)]
    pub(crate) quoted: Option<Tag>,
}

/// Whose document it is, for which day and by which rules: what the front part says whoever signs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setting<'a> {
    pub(crate) words: Words,
    /// The name of the organisation or the group.
    pub(crate) whose: &'a str,
    pub(crate) as_of: Date,
    pub(crate) edition: Edition,
    pub(crate) build_id: &'a str,
    /// The language that the inventory is written in.
    pub(crate) inventory_language: &'a Tag,
}

impl<'a> Setting<'a> {
    fn of(occasion: &Occasion<'a>) -> Self {
        Self {
            words: occasion.words,
            whose: occasion.organisation.title(),
            as_of: occasion.assessment.as_of,
            edition: occasion.assessment.edition,
            build_id: occasion.build_id,
            inventory_language: occasion.inventory_language,
        }
    }
}

/// What the record on which a document is signed says about its approval.
struct Head {
    record: String,
    has_record: bool,
    sign_off: Vec<Fact>,
    standing: Standing,
}

impl Front {
    /// Returns the front part of a document that is signed on this record.
    pub(crate) fn new<T>(occasion: &Occasion<'_>, title: String, purpose: &str, signed: &Record<T>) -> Self {
        Self::signed(Setting::of(occasion), title, purpose, signed)
    }

    /// Returns the same for a document that is not about one inventory.
    pub(crate) fn signed<T>(setting: Setting<'_>, title: String, purpose: &str, signed: &Record<T>) -> Self {
        let standing = match signed.is_approved(setting.as_of) {
            true => Standing::Signed,
            false => Standing::Draft,
        };
        let head = Head {
            record: signed.id.value.to_string(),
            has_record: true,
            sign_off: sign_off(setting.words, &signed.head.sign_off),
            standing,
        };
        Self::with(setting, title, purpose, head)
    }

    /// Returns the front part of a document that would be signed on a record of this kind, which there is not.
    pub(crate) fn unsigned(occasion: &Occasion<'_>, title: String, purpose: &str, kind: &str) -> Self {
        let words = occasion.words;
        let head = Head {
            record: kind.to_owned(),
            has_record: false,
            sign_off: vec![Fact::new(words.say("sign-off"), words.missing(kind))],
            standing: Standing::Draft,
        };
        Self::with(Setting::of(occasion), title, purpose, head)
    }

    fn with(setting: Setting<'_>, title: String, purpose: &str, head: Head) -> Self {
        let words = setting.words;
        let mut facts = occasion_facts(setting);
        facts.extend(head.sign_off);
        Self {
            title,
            organisation: words.quote(setting.whose),
            purpose: purpose.to_owned(),
            facts,
            warnings: outdated(words, setting.as_of).into_iter().collect(),
            is_draft: head.standing == Standing::Draft,
            record: head.record,
            has_record: head.has_record,
            names_fields: words.names_fields(),
            standing: head.standing,
            language: words.language(),
            quoted: words.marks_quotes().then(|| setting.inventory_language.clone()),
        }
    }
}

/// The hash of the rule table, which is the same for every document.
static RULES: LazyLock<String> = LazyLock::new(rules_sha256);

/// Returns for which day and by which rules the document was made.
fn occasion_facts(setting: Setting<'_>) -> Vec<Fact> {
    let (words, edition) = (setting.words, setting.edition);
    // The beginning of the hash is enough to tell tables apart.
    let hash = RULES.get(..12).unwrap_or(&RULES);
    let table = [("revision", REVISION.into()), ("hash", hash.into())];
    let law = words.told(&format!("edition-{}", edition.key()), edition.title());
    vec![
        Fact::new(words.say("as-of"), words.day(setting.as_of)),
        Fact::new(words.say("law"), law),
        Fact::new(
            words.say("rule-table"),
            words.say_with("rule-table-revision", &table),
        ),
        Fact::new(words.say("build"), setting.build_id),
    ]
}

/// Returns what has to be said wherever the rule table is used for a day after the last on which it is taken to hold.
fn outdated(words: Words, day: Date) -> Option<String> {
    let blanks = [
        ("verified", words.day(VERIFIED_ON).into()),
        ("until", words.day(VALID_UNTIL).into()),
        ("day", words.day(day).into()),
    ];
    outdated_on(day).map(|_| words.say_with("rules-outdated", &blanks))
}

fn sign_off(words: Words, field: &Field<SignOff>) -> Vec<Fact> {
    let Some(said) = field.stated() else {
        let says = shown(words, "sign_off", field, |_| String::new());
        return vec![Fact::new(words.say("sign-off"), says)];
    };
    vec![
        row(words, "prepared-by", "prepared_by", &said.prepared_by),
        row(words, "reviewed-by", "reviewed_by", &said.reviewed_by),
        row(words, "approved-by", "approved_by", &said.approved_by),
        row(words, "approved-on", "approved_on", &said.approved_on),
        row(words, "version", "version", &said.version),
        row(words, "next-review-by", "next_review_on", &said.next_review_on),
    ]
}

fn row<T: Shown>(words: Words, label: &str, name: &str, field: &Field<T>) -> Fact {
    let says = shown(words, &format!("sign_off.{name}"), field, |value| {
        value.shown(words)
    });
    Fact::new(words.say(label), says)
}
