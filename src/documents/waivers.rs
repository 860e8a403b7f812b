//! Waivers on paper: how an accepted gap reads wherever it is printed, the section of the gap register that lists every
//! waiver with what it comes to, and the same for machines. Decides nothing; rulings come from `obligations`.

use crate::documents::facts::{Definition, Row};
use crate::documents::lacking;
use crate::documents::neighbours::title_on;
use crate::documents::occasion::Occasion;
use crate::documents::trail::{Said, Trail};
use crate::inventory::field::{Field, List};
use crate::inventory::id::Id;
use crate::inventory::record::{Named, Record};
use crate::inventory::waiver::Waiver;
use crate::link::Shelf;
use crate::obligations::acceptance::{Acceptance, Ruling, State};
use crate::obligations::gap::Gap;
use crate::obligations::level::Level;
use crate::source::Spanned;
use crate::tongue::words::{Blank, Words};
use serde::Serialize;

/// The anchor of the section that lists the waivers.
const SECTION: &str = "waivers";

/// Returns what is missing as a sentence or two; for an accepted gap, also until when, by whom and why it is accepted.
pub(crate) fn says(words: Words, gap: &Gap) -> String {
    let lacks = lacking::says(words, gap);
    match &gap.accepted {
        None => lacks,
        Some(acceptance) => format!("{lacks} {}", accepted(words, gap.level, acceptance)),
    }
}

fn accepted(words: Words, level: Level, acceptance: &Acceptance) -> String {
    let Acceptance {
        by, until, reason, ..
    } = acceptance;
    let reason = words.quote(reason.trim_end_matches('.'));
    let mut blanks: Vec<(&str, Blank<'_>)> = vec![
        ("day", words.day(*until).into()),
        ("who", words.quote(by).into()),
        ("reason", reason.into()),
    ];
    match level {
        Level::MustNow => words.say_with("gap-accepted-owed", &blanks),
        Level::MustBy(begins) if begins <= *until => {
            blanks.push(("begins", words.day(begins).into()));
            words.say_with("gap-accepted-owed-from", &blanks)
        }
        Level::MustBy(_) | Level::Should | Level::Info => words.say_with("gap-accepted", &blanks),
    }
}

/// Notes from where the words on an accepted gap were taken.
pub(crate) fn note(occasion: &Occasion<'_>, trail: &mut Trail, section: &str, gap: &Gap) {
    let accepted = gap.accepted.as_ref();
    let waiver = accepted.and_then(|it| occasion.inventory.waivers.get(&it.waiver));
    if let Some(waiver) = waiver {
        let mut said = trail.about(section, waiver.id.value.as_str());
        said.field("expires_on", &waiver.expires_on);
        said.field("approved_by", &waiver.approved_by);
        said.field_as("reason", &waiver.reason, |reason| {
            reason.trim().trim_end_matches('.').to_owned()
        });
    }
}

/// Returns how many gaps are open and how many are accepted, such as `5 open, 1 accepted`.
pub(crate) fn counts<'a>(words: Words, gaps: impl Iterator<Item = &'a Gap>) -> String {
    let (open, accepted): (Vec<&Gap>, Vec<&Gap>) = gaps.partition(|gap| gap.is_open());
    match accepted.len() {
        0 => open.len().to_string(),
        n_accepted => {
            let blanks = [("open", open.len().into()), ("accepted", n_accepted.into())];
            words.say_with("n-open-accepted", &blanks)
        }
    }
}

/// What the register shows of all waivers.
#[derive(Debug, Serialize)]
pub(crate) struct WaiverView {
    rows: Vec<Row>,
    details: Vec<Definition>,
}

/// Returns every waiver with what it comes to.
pub(crate) fn waivers(occasion: &Occasion<'_>, trail: &mut Trail) -> WaiverView {
    let mut view = WaiverView {
        rows: Vec::new(),
        details: Vec::new(),
    };
    for (waiver, ruling) in ruled(occasion) {
        let mut said = trail.about(SECTION, waiver.id.value.as_str());
        view.rows.push(row(occasion, &mut said, waiver, ruling));
        view.details.push(details(occasion, &mut said, waiver));
    }
    view
}

fn ruled<'a>(occasion: &Occasion<'a>) -> impl Iterator<Item = (&'a Record<Waiver>, &'a Ruling)> {
    let (waivers, rulings) = (&occasion.inventory.waivers, &occasion.assessment.rulings);
    rulings
        .iter()
        .filter_map(|ruling| Some((waivers.get(&ruling.waiver)?, ruling)))
}

/// Returns waiver, gaps, where, approved by, approved on, expires on, state.
fn row(occasion: &Occasion<'_>, said: &mut Said<'_>, waiver: &Record<Waiver>, ruling: &Ruling) -> Row {
    vec![
        waiver.id.value.to_string(),
        said.field("gaps", &waiver.gaps),
        place(occasion, said, waiver),
        said.field("approved_by", &waiver.approved_by),
        said.field("approved_on", &waiver.approved_on),
        said.field("expires_on", &waiver.expires_on),
        state(occasion.words, ruling),
    ]
}

fn state(words: Words, ruling: &Ruling) -> String {
    match &ruling.state {
        State::InEffect if ruling.owed.is_empty() => words.say("waiver-in-effect"),
        State::InEffect => words.say("waiver-in-effect-owed"),
        State::Expired => words.say("waiver-expired"),
        State::NotYet => words.say("waiver-not-yet"),
        State::MatchesNothing => words.say("waiver-matches-nothing"),
        State::Incomplete(fields) => {
            words.say_with("waiver-incomplete", &[("fields", fields.join(", ").into())])
        }
    }
}

fn place(occasion: &Occasion<'_>, said: &mut Said<'_>, waiver: &Waiver) -> String {
    let words = said.words();
    let systems = match waiver.systems.span() {
        None => words.say("waiver-everywhere"),
        Some(_) => said.field_as("systems", &waiver.systems, |list| {
            titles(words, &occasion.inventory.systems, list)
        }),
    };
    match waiver.record.span() {
        None => systems,
        Some(_) => {
            let record = said.field("record", &waiver.record);
            let blanks = [("systems", systems.into()), ("record", record.into())];
            words.say_with("waiver-in-record", &blanks)
        }
    }
}

fn titles<T: Named>(words: Words, shelf: &Shelf<T>, list: &List<Id>) -> String {
    words.list(list.0.iter().map(|id| title_on(words, shelf, &id.value)))
}

fn details(occasion: &Occasion<'_>, said: &mut Said<'_>, waiver: &Record<Waiver>) -> Definition {
    let words = said.words();
    let line = |id: &str, says: String| words.say_with(id, &[("says", says.into())]);
    let mut says = vec![line("waiver-reason", said.field("reason", &waiver.reason))];
    let measures = &waiver.compensating_measures;
    if measures.span().is_some() {
        let measures = said.field("compensating_measures", measures);
        says.push(line("waiver-meanwhile", measures));
    }
    if waiver.head.evidence.span().is_some() {
        let evidence = said.field_as("evidence", &waiver.head.evidence, |list| {
            titles(words, &occasion.inventory.evidence, list)
        });
        says.push(line("waiver-shown-by", evidence));
    }
    Definition::new(words.quote(waiver.title()), says)
}

/// An acceptance for machines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Accepted {
    /// The waiver, by id.
    pub waiver: String,
    /// The role that approved it.
    pub by: String,
    /// The day of approval, `YYYY-MM-DD`.
    pub on: String,
    /// The last day on which it counts, `YYYY-MM-DD`.
    pub until: String,
    /// Why.
    pub reason: String,
    /// Whether a duty in force stands behind the gap, which is owed all the same.
    pub owed_all_the_same: bool,
}

/// Returns the acceptance of a gap for machines.
pub(crate) fn for_machines(gap: &Gap) -> Option<Accepted> {
    let accepted = gap.accepted.as_ref()?;
    Some(Accepted {
        waiver: accepted.waiver.to_string(),
        by: accepted.by.clone(),
        on: accepted.on.to_string(),
        until: accepted.until.to_string(),
        reason: accepted.reason.clone(),
        owed_all_the_same: gap.is_open(),
    })
}

/// A waiver for machines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WaiverEntry {
    /// The id.
    pub id: String,
    /// `in-effect`, `expired`, `not-yet`, `matches-nothing` or `incomplete`.
    pub state: &'static str,
    /// The fields without which it does not count.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<&'static str>,
    /// The codes of the gaps.
    pub gaps: Vec<&'static str>,
    /// How many gaps it names.
    pub n_gaps: usize,
    /// The systems; none when it looks everywhere.
    pub systems: Vec<String>,
    /// The record, when it names one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<String>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The role that approved it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<String>,
    /// The day of approval, `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved_on: Option<String>,
    /// The last day on which it counts, `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_on: Option<String>,
    /// What is done in the meantime.
    pub compensating_measures: Vec<String>,
    /// Where it stands, `file:line:column`.
    pub at: String,
}

/// Returns every waiver for machines.
pub(crate) fn entries(occasion: &Occasion<'_>) -> Vec<WaiverEntry> {
    let entry = |(waiver, ruling)| entry(occasion, waiver, ruling);
    ruled(occasion).map(entry).collect()
}

fn entry(occasion: &Occasion<'_>, waiver: &Record<Waiver>, ruling: &Ruling) -> WaiverEntry {
    WaiverEntry {
        id: waiver.id.value.to_string(),
        state: ruling.state.key(),
        missing: match &ruling.state {
            State::Incomplete(fields) => fields.clone(),
            State::InEffect | State::Expired | State::NotYet | State::MatchesNothing => Vec::new(),
        },
        gaps: waiver.gaps.items().iter().map(|code| code.value.0.code).collect(),
        n_gaps: ruling.n_gaps,
        systems: words(&waiver.systems),
        record: waiver.record.stated().map(ToString::to_string),
        reason: waiver.reason.stated().cloned(),
        approved_by: waiver.approved_by.stated().cloned(),
        approved_on: waiver.approved_on.stated().map(ToString::to_string),
        expires_on: waiver.expires_on.stated().map(ToString::to_string),
        compensating_measures: words(&waiver.compensating_measures),
        at: occasion.sources.place(waiver.id.span).to_string(),
    }
}

fn words<T: ToString>(list: &Field<List<T>>) -> Vec<String> {
    let word = |item: &Spanned<T>| item.value.to_string();
    list.items().iter().map(word).collect()
}
