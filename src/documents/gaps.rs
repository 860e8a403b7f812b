//! The gap register: everything that is missing, how pressing it is, why it is asked for, and what closes it. Also the
//! rows in which the other documents show their own gaps, and the same register for machines.

use crate::documents::document::{Document, document};
use crate::documents::facts::Row;
use crate::documents::lacking;
use crate::documents::occasion::Occasion;
use crate::documents::trail::Trail;
use crate::documents::waivers::{self, Accepted, WaiverEntry, WaiverView};
use crate::failure::Failure;
use crate::inventory::id::Id;
use crate::obligations::gap::Gap;
use crate::obligations::level::Level;
use crate::tongue::words::Words;
use serde::Serialize;
use std::collections::BTreeMap;

/// The path of the document.
pub const DOCUMENT: &str = "gaps";

/// One row of a table of gaps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct GapRow {
    code: String,
    level: String,
    what: String,
    legal_basis: String,
    closes: String,
    place: String,
}

/// The gaps of each section of a document; a section without gaps has an empty list.
pub(crate) type GapRows = BTreeMap<&'static str, Vec<GapRow>>;

impl GapRow {
    /// Returns the row for a gap.
    pub(crate) fn of(words: Words, gap: &Gap) -> Self {
        let ground = words.term(gap.ground());
        Self {
            code: gap.kind.code.to_owned(),
            level: lacking::level(words, gap.level),
            what: waivers::says(words, gap),
            legal_basis: format!("{} ({ground})", lacking::cites(words, &gap.cites())),
            closes: lacking::closes(words, gap),
            place: lacking::place(words, gap),
        }
    }
}

/// How pressing gaps are, without the day; with the phrases that name and explain it.
struct Band {
    key: &'static str,
    title: &'static str,
    means: &'static str,
}

const BANDS: &[Band] = &[
    Band {
        key: "must-now",
        title: "level-title-must-now",
        means: "level-means-must-now",
    },
    Band {
        key: "must-by",
        title: "level-title-must-by",
        means: "level-means-must-by",
    },
    Band {
        key: "should",
        title: "level-title-should",
        means: "level-means-should",
    },
    Band {
        key: "info",
        title: "level-title-info",
        means: "level-means-info",
    },
];

#[derive(Serialize)]
struct View {
    summary: String,
    n_gaps: usize,
    /// Whether any gap has an owner; where none has, that is said once.
    has_owners: bool,
    levels: Vec<Row>,
    by_level: Vec<ByLevel>,
    waivers: WaiverView,
}

#[derive(Serialize)]
struct ByLevel {
    number: usize,
    anchor: &'static str,
    title: String,
    means: String,
    /// Whether each row names a day of its own.
    has_days: bool,
    gaps: Vec<OwnedRow>,
}

/// One row of the register: the level is that of its section, and whose matter it is stands in its place.
#[derive(Serialize)]
struct OwnedRow {
    gap: GapRow,
    /// The day of a gap that is pressing from a later day on.
    by: String,
    owner: String,
}

impl OwnedRow {
    fn of(words: Words, gap: &Gap) -> Self {
        Self {
            gap: GapRow::of(words, gap),
            by: match gap.level {
                Level::MustBy(day) => words.day(day),
                Level::MustNow | Level::Should | Level::Info => String::new(),
            },
            owner: owner(gap).map_or_else(|| words.say("no-owner"), |owner| words.quote(owner)),
        }
    }
}

fn owner(gap: &Gap) -> Option<&str> {
    let owner = gap.owner.as_deref().map(str::trim);
    owner.filter(|owner| !owner.is_empty())
}

/// Returns the document.
pub(crate) fn gaps(occasion: &Occasion<'_>) -> Result<Document, Failure> {
    let words = occasion.words;
    let mut trail = Trail::of(words);
    let all = &occasion.assessment.gaps;
    for gap in all {
        if let (Some(at), Some(record)) = (gap.at, &gap.record) {
            trail
                .about(gap.level.key(), record.as_str())
                .note(gap.field, &gap.says, at);
        }
        waivers::note(occasion, &mut trail, gap.level.key(), gap);
    }
    let of = |band: &Band| {
        all.iter()
            .filter(|gap| gap.level.key() == band.key)
            .map(|gap| OwnedRow::of(words, gap))
            .collect()
    };
    // The summary is the first section, so the levels are numbered from two.
    let by_level = BANDS.iter().enumerate().map(|(at, band)| ByLevel {
        number: at + 2,
        anchor: band.key,
        title: words.say(band.title),
        means: words.say(band.means),
        has_days: band.key == "must-by",
        gaps: of(band),
    });
    let view = View {
        summary: summary(words, all),
        n_gaps: all.len(),
        has_owners: all.iter().any(|gap| owner(gap).is_some()),
        levels: levels(occasion),
        by_level: by_level.collect(),
        waivers: waivers::waivers(occasion, &mut trail),
    };
    let purpose = words.say("register-purpose");
    let front = occasion.front(words.say("register-title"), &purpose, occasion.organisation);
    document(DOCUMENT, "gaps.md.tera", &front, &view, trail)
}

fn summary(words: Words, all: &[Gap]) -> String {
    let n_accepted = all.iter().filter(|gap| gap.accepted.is_some()).count();
    let gaps = ("gaps", words.counted("n-gaps", all.len()).into());
    match n_accepted {
        0 => words.say_with("register-has", &[gaps]),
        _ => words.say_with("register-has-accepted", &[gaps, ("n", n_accepted.into())]),
    }
}

/// Returns level, meaning, number of open gaps, number of accepted ones.
pub(crate) fn levels(occasion: &Occasion<'_>) -> Vec<Row> {
    let words = occasion.words;
    let count = |band: &Band, is_meant: fn(&Gap) -> bool| {
        let gaps = occasion.assessment.gaps.iter();
        gaps.filter(|gap| gap.level.key() == band.key && is_meant(gap))
            .count()
    };
    let rows = BANDS.iter().map(|band| {
        let n_open = count(band, Gap::is_open);
        let n_accepted = count(band, |gap| gap.accepted.is_some());
        let n_both = count(band, |gap| gap.accepted.is_some() && gap.is_open());
        let accepted = match n_both {
            0 => n_accepted.to_string(),
            _ => words.counted("level-accepted-owed", n_accepted),
        };
        vec![
            words.say(band.title),
            words.say(band.means),
            n_open.to_string(),
            accepted,
        ]
    });
    rows.collect()
}

/// The register for machines.
#[derive(Debug, Clone, Serialize)]
pub struct Register {
    /// The format of this file.
    pub format: &'static str,
    /// The day for which it holds, `YYYY-MM-DD`.
    pub as_of: String,
    /// The edition of the law.
    pub law: String,
    /// The build it belongs to.
    pub build_id: String,
    /// The gaps, the most pressing first.
    pub gaps: Vec<Entry>,
    /// The waivers, by id.
    pub waivers: Vec<WaiverEntry>,
}

/// One gap for machines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Names the gap in this register: code, record or kind of record, field; of several that are alike, the second ends
    /// with `:2`.
    pub id: String,
    /// The code.
    pub code: &'static str,
    /// `must-now`, `must-by`, `should` or `info`.
    pub level: &'static str,
    /// The day of a `must-by`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The document that lacks it.
    pub document: &'static str,
    /// The systems concerned.
    pub systems: Vec<String>,
    /// The record that would supply it, by id; absent when there is none yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<String>,
    /// The kind of that record.
    pub kind: &'static str,
    /// The field that would supply it.
    pub field: &'static str,
    /// What is missing.
    pub says: String,
    /// Where it is asked for.
    pub legal_basis: Vec<String>,
    /// What the demand rests on.
    pub ground: &'static str,
    /// What closes it.
    pub closes: &'static str,
    /// The role that owns the matter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Where the inventory speaks about it, `file:line:column`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// That a waiver in effect accepts it; it is a gap all the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<Accepted>,
}

/// Returns the register for machines.
pub fn register(occasion: &Occasion<'_>) -> Register {
    let assessment = occasion.assessment;
    Register {
        format: "actfile-gaps-1",
        as_of: assessment.as_of.to_string(),
        law: assessment.edition.to_string(),
        build_id: occasion.build_id.to_owned(),
        gaps: entries(occasion),
        waivers: waivers::entries(occasion),
    }
}

fn entries(occasion: &Occasion<'_>) -> Vec<Entry> {
    let mut n_alike: BTreeMap<String, usize> = BTreeMap::new();
    let entries = occasion.assessment.gaps.iter().map(|gap| {
        let record = gap.record.as_ref().map_or(gap.on.key(), Id::as_str);
        let id = format!("{}:{record}:{}", gap.kind.code, gap.field);
        let n = n_alike.entry(id.clone()).or_default();
        *n += 1;
        let id = if *n > 1 { format!("{id}:{n}") } else { id };
        entry(occasion, gap, id)
    });
    entries.collect()
}

fn entry(occasion: &Occasion<'_>, gap: &Gap, id: String) -> Entry {
    Entry {
        id,
        code: gap.kind.code,
        level: gap.level.key(),
        by: match gap.level {
            Level::MustBy(day) => Some(day.to_string()),
            Level::MustNow | Level::Should | Level::Info => None,
        },
        document: gap.document().key(),
        systems: gap.systems.iter().map(ToString::to_string).collect(),
        record: gap.record.as_ref().map(ToString::to_string),
        kind: gap.on.key(),
        field: gap.field,
        says: gap.says.clone(),
        legal_basis: gap.cites().iter().map(ToString::to_string).collect(),
        ground: gap.ground().key(),
        closes: gap.kind.closes,
        owner: gap.owner.clone(),
        at: gap.at.map(|span| occasion.sources.place(span).to_string()),
        accepted: waivers::for_machines(gap),
    }
}
