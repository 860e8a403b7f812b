//! Which gaps the organisation has accepted for a time. Waivers and gaps come in; each gap that a waiver in effect covers
//! carries the acceptance, and each waiver gets a ruling. A duty of the law that is in force stays open whatever a
//! waiver says. Changes no class, no duty and no proof, and reports nothing: that is `waivers`.

use crate::calendar::Date;
use crate::inventory::field::Field;
use crate::inventory::id::Id;
use crate::inventory::record::Record;
use crate::inventory::waiver::{GapCode, Waiver};
use crate::link::Inventory;
use crate::obligations::gap::Gap;
use crate::obligations::level::Level;
use crate::source::Spanned;

/// That a gap is accepted: until when, by which role, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// The waiver that says so.
    pub waiver: Id,
    /// The role that approved it.
    pub by: String,
    /// The day of approval, from which it counts.
    pub on: Date,
    /// The last day on which it counts.
    pub until: Date,
    /// Why the gap is accepted.
    pub reason: String,
}

/// What a waiver comes to on the as-of date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It covers a gap.
    InEffect,
    /// Its last day has passed.
    Expired,
    /// The day of approval lies ahead.
    NotYet,
    /// No gap of the inventory is what it names.
    MatchesNothing,
    /// It does not count, because these fields say nothing.
    Incomplete(Vec<&'static str>),
}

/// What a waiver comes to, and which of its codes are idle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    /// The waiver.
    pub waiver: Id,
    /// What it comes to.
    pub state: State,
    /// How many gaps it names, whether it counts or not.
    pub n_gaps: usize,
    /// The codes that no gap has where the waiver looks for it.
    pub idle: Vec<Spanned<GapCode>>,
    /// The codes that a duty in force has, which nobody can waive.
    pub owed: Vec<Spanned<GapCode>>,
}

impl Gap {
    /// Returns whether the gap still has to be closed: it is not accepted, or a duty in force stands behind it.
    pub fn is_open(&self) -> bool {
        self.accepted.is_none() || self.level == Level::MustNow
    }
}

impl State {
    /// Returns the key of the state in JSON.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::InEffect => "in-effect",
            Self::Expired => "expired",
            Self::NotYet => "not-yet",
            Self::MatchesNothing => "matches-nothing",
            Self::Incomplete(_) => "incomplete",
        }
    }
}

/// Returns a ruling on each waiver, by id, and marks the gaps that are accepted.
pub(crate) fn settle(inventory: &Inventory, as_of: Date, gaps: &mut [Gap]) -> Vec<Ruling> {
    let rule = |waiver| ruling(waiver, as_of, gaps);
    inventory.waivers.values().map(rule).collect()
}

fn ruling(waiver: &Record<Waiver>, as_of: Date, gaps: &mut [Gap]) -> Ruling {
    let n_gaps = gaps.iter().filter(|gap| covers(waiver, gap)).count();
    let state = match acceptance(waiver) {
        Err(lacks) => State::Incomplete(lacks),
        Ok(accepted) if as_of < accepted.on => State::NotYet,
        Ok(accepted) if accepted.until < as_of => State::Expired,
        Ok(_) if n_gaps == 0 => State::MatchesNothing,
        Ok(accepted) => {
            let covered = gaps.iter_mut().filter(|gap| covers(waiver, gap));
            covered.for_each(|gap| accept(gap, &accepted));
            State::InEffect
        }
    };
    Ruling {
        waiver: waiver.id.value.clone(),
        state,
        n_gaps,
        idle: codes(waiver, |code| !gaps.iter().any(|gap| names(code, waiver, gap))),
        owed: codes(waiver, |code| {
            let mut named = gaps.iter().filter(|gap| names(code, waiver, gap));
            named.any(|gap| gap.level == Level::MustNow)
        }),
    }
}

/// Of several waivers the one that lasts longest counts; of two that last as long, the first by id.
fn accept(gap: &mut Gap, acceptance: &Acceptance) {
    let lasts_longer = |known: &Acceptance| known.until < acceptance.until;
    if gap.accepted.as_ref().is_none_or(lasts_longer) {
        gap.accepted = Some(acceptance.clone());
    }
}

/// Returns what a waiver says, or the fields without which it does not count.
fn acceptance(waiver: &Record<Waiver>) -> Result<Acceptance, Vec<&'static str>> {
    let lacks = lacking(waiver);
    let (by, reason) = (words(&waiver.approved_by), words(&waiver.reason));
    let days = (waiver.approved_on.stated(), waiver.expires_on.stated());
    match (by, reason, days) {
        (Some(by), Some(reason), (Some(on), Some(until))) if lacks.is_empty() => Ok(Acceptance {
            waiver: waiver.id.value.clone(),
            by: by.to_owned(),
            on: *on,
            until: *until,
            reason: reason.to_owned(),
        }),
        _ => Err(lacks),
    }
}

fn lacking(waiver: &Waiver) -> Vec<&'static str> {
    // Silence about systems and record means all of them; that nobody knows which does not.
    let is_unknown = |is_open: bool, is_silent: bool| is_open && !is_silent;
    let lacks = [
        ("gaps", waiver.gaps.items().is_empty()),
        (
            "systems",
            is_unknown(waiver.systems.is_open(), waiver.systems.span().is_none()),
        ),
        (
            "record",
            is_unknown(waiver.record.is_open(), waiver.record.span().is_none()),
        ),
        ("reason", words(&waiver.reason).is_none()),
        ("approved_by", words(&waiver.approved_by).is_none()),
        ("approved_on", waiver.approved_on.stated().is_none()),
        ("expires_on", waiver.expires_on.stated().is_none()),
    ];
    let lacks = lacks.into_iter().filter(|(_, is_lacking)| *is_lacking);
    lacks.map(|(field, _)| field).collect()
}

/// Returns the text of a field; blanks say nothing.
fn words(field: &Field<String>) -> Option<&str> {
    let text = field.stated().map(|text| text.trim());
    text.filter(|text| !text.is_empty())
}

fn codes(waiver: &Waiver, is_meant: impl Fn(GapCode) -> bool) -> Vec<Spanned<GapCode>> {
    let codes = waiver.gaps.items().iter();
    codes.filter(|code| is_meant(code.value)).cloned().collect()
}

fn covers(waiver: &Waiver, gap: &Gap) -> bool {
    let mut codes = waiver.gaps.items().iter();
    codes.any(|code| names(code.value, waiver, gap))
}

/// Returns whether a waiver names a gap by a code. A gap that several systems share is covered when all are named.
pub(crate) fn names(code: GapCode, waiver: &Waiver, gap: &Gap) -> bool {
    code.0.code == gap.kind.code && is_of_systems(waiver, gap) && is_at_record(waiver, gap)
}

fn is_of_systems(waiver: &Waiver, gap: &Gap) -> bool {
    let Some(named) = waiver.systems.stated() else {
        return true;
    };
    let is_named = |system: &Id| named.0.iter().any(|name| name.value == *system);
    !gap.systems.is_empty() && gap.systems.iter().all(is_named)
}

fn is_at_record(waiver: &Waiver, gap: &Gap) -> bool {
    let Some(named) = waiver.record.stated() else {
        return true;
    };
    gap.record.as_ref() == Some(named)
}
