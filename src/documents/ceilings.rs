//! Ceilings for fines: for each group of duties that the organisation owes, the most that the Act allows, and what that
//! comes to for its size and turnover. Information only: estimates no fine, and says nothing on whether a duty is met.

use crate::documents::facts::{Fact, Row};
use crate::documents::occasion::Occasion;
use crate::documents::shown::enumeration;
use crate::documents::trail::{Said, Trail};
use crate::inventory::organisation::Organisation;
use crate::law::dates::DutyGroup;
use crate::law::duties::Fined;
use crate::law::edition::Edition;
use crate::law::penalties::{
    AI_OFFICE, FOR_UNDERTAKINGS, GPAI, INFORMATION, NATIONAL, PROHIBITED, PUBLIC_AUTHORITIES, Penalty,
    UNION_BODIES, UNION_OTHER, UNION_PROHIBITED, UNION_WEIGHING, WEIGHING, grouped, in_euro, of, relief,
};
use crate::law::terms::{SectorFlag, SizeClass};
use crate::obligations::owed::Owed;
use crate::term::sentence_case;
use serde::Serialize;
use std::collections::BTreeMap;

/// The anchor of the section.
const SECTION: &str = "ceilings";

/// What the section prints.
#[derive(Debug, Serialize)]
pub(crate) struct Ceilings {
    weighing: String,
    facts: Vec<Fact>,
    notes: Vec<String>,
    rows: Vec<Row>,
    national: Vec<String>,
    national_basis: String,
}

/// Returns the ceilings for what the organisation owes.
pub(crate) fn ceilings(occasion: &Occasion<'_>, trail: &mut Trail) -> Ceilings {
    let organisation = occasion.organisation;
    let said = trail.about(SECTION, organisation.id.value.as_str());
    let is_union = has_flag(organisation, SectorFlag::EuInstitution);
    let (weighing, facts, rows, national) = match is_union {
        true => (
            UNION_WEIGHING,
            role(said, organisation),
            union_rows(occasion),
            Vec::new(),
        ),
        false => (
            WEIGHING,
            measures(said, organisation),
            rows(occasion),
            national(occasion),
        ),
    };
    Ceilings {
        weighing: weighing.to_string(),
        facts,
        notes: notes(occasion, is_union),
        rows,
        national,
        national_basis: NATIONAL.to_string(),
    }
}

fn has_flag(organisation: &Organisation, wanted: SectorFlag) -> bool {
    let mut flags = organisation.sector_flags.items().iter();
    flags.any(|flag| flag.value == wanted)
}

fn role(mut said: Said<'_>, organisation: &Organisation) -> Vec<Fact> {
    let role = said.field("sector_flags", &organisation.sector_flags);
    vec![Fact::new("Sector and public role", role)]
}

/// Returns what decides which ceiling counts, and how high it is.
fn measures(mut said: Said<'_>, organisation: &Organisation) -> Vec<Fact> {
    let size = said.field("size_class", &organisation.size_class);
    let group = &organisation.turnover;
    let turnover = match group.stated() {
        None if group.span().is_none() => "not on record (field turnover)".to_owned(),
        None => said.field_as("turnover", group, |_| String::new()),
        Some(turnover) => {
            let amount = said.field_as("turnover.amount_eur", &turnover.amount_eur, |euro| in_euro(*euro));
            let year = said.field("turnover.year", &turnover.year);
            format!("{amount}; financial year {year}")
        }
    };
    let mut facts = vec![
        Fact::new("Size", size),
        Fact::new("Worldwide annual turnover", turnover),
    ];
    facts.extend(role(said, organisation));
    facts
}

/// Returns what else a reader has to know about the table.
fn notes(occasion: &Occasion<'_>, is_union: bool) -> Vec<String> {
    if is_union {
        return vec![format!(
            "Bodies of the Union have ceilings of their own ({UNION_BODIES})."
        )];
    }
    let organisation = occasion.organisation;
    let flags = &organisation.sector_flags;
    let is_public = has_flag(organisation, SectorFlag::PublicAuthority)
        || has_flag(organisation, SectorFlag::LawEnforcement);
    let mut notes = vec!["The share of turnover counts for undertakings alone.".to_owned()];
    notes.extend(ai_office(occasion.assessment.edition));
    if is_public {
        notes.push(format!(
            "Whether and how far public authorities are fined is for each Member State to decide ({PUBLIC_AUTHORITIES})."
        ));
    } else if flags.is_open() {
        notes.push(format!(
            "Whether the organisation is a public authority or a body of the Union is open, and other rules would apply \
             then ({PUBLIC_AUTHORITIES}, {UNION_BODIES}); `sector_flags` of the organisation settles it."
        ));
    }
    notes
}

/// Returns the ceiling that the table leaves out, since no record says which systems the AI Office supervises.
fn ai_office(edition: Edition) -> Option<String> {
    let ceiling = of(edition).find(|ceiling| ceiling.cite == AI_OFFICE.cite)?;
    let (infringement, cite, most) = (ceiling.infringement, ceiling.cite, most(ceiling));
    Some(format!("Not in the table: {infringement} ({cite}), {most}."))
}

/// Returns for breaches of, duties, ceiling, which of the two counts, in euro, rules apply from.
fn rows(occasion: &Occasion<'_>) -> Vec<Row> {
    let row = |(penalty, group): &(Penalty, DutyGroup)| row(occasion, penalty, *group);
    FOR_UNDERTAKINGS.iter().filter_map(row).collect()
}

fn row(occasion: &Occasion<'_>, penalty: &Penalty, group: DutyGroup) -> Option<Row> {
    let duties = duties_under(occasion, penalty)?;
    Some(vec![
        sentence_case(&format!("{} ({})", penalty.infringement, penalty.cite)),
        duties,
        most(penalty),
        which(occasion, penalty),
        amount(occasion, penalty),
        begins(occasion, group),
    ])
}

fn most(penalty: &Penalty) -> String {
    let euro = in_euro(penalty.euro);
    match penalty.percent {
        Some(percent) => format!("{euro} or {percent}% of turnover"),
        None => euro,
    }
}

/// Returns which duties of the organisation stand under a ceiling, if any does.
fn duties_under(occasion: &Occasion<'_>, penalty: &Penalty) -> Option<String> {
    let owed = &occasion.assessment.owed;
    // Wrong information is no duty of its own: whoever is bound by the Act can be asked.
    if penalty.cite == INFORMATION.cite {
        let is_asked = owed.iter().any(|owed| owed.duty.fined != Fined::Under(GPAI.cite));
        return is_asked.then(|| "whenever an authority asks for information".to_owned());
    }
    counts(
        owed.iter()
            .filter(|owed| owed.duty.fined == Fined::Under(penalty.cite)),
    )
}

/// Returns how many duties apply, and how many from which day on.
fn counts<'a>(owed: impl Iterator<Item = &'a Owed>) -> Option<String> {
    // A duty that is owed for several systems counts once, from the earliest day.
    let mut begin = BTreeMap::new();
    for owed in owed {
        let day = owed.standing.day();
        let earliest = begin.entry(owed.duty.id).or_insert(day);
        *earliest = (*earliest).min(day);
    }
    let later: Vec<_> = begin.values().copied().flatten().collect();
    let now = match begin.len() - later.len() {
        0 => "none in force".to_owned(),
        n_now => format!("{n_now} in force"),
    };
    match (begin.is_empty(), later.iter().min()) {
        (true, _) => None,
        (false, None) => Some(now),
        (false, Some(first)) => Some(format!(
            "{now}; {} later, from {} on",
            later.len(),
            first.in_words()
        )),
    }
}

/// Returns which of the two counts for the size of the organisation; when the size is open, both readings.
fn which(occasion: &Occasion<'_>, penalty: &Penalty) -> String {
    let edition = occasion.assessment.edition;
    let Some(size) = occasion.organisation.size_class.stated().copied() else {
        return both_readings(edition, penalty);
    };
    match relief(size).filter(|_| is_lower(edition, penalty, size)) {
        Some(cite) => format!("the lower, for a {} ({cite})", size.words()),
        None => format!("the higher, for a {}", size.words()),
    }
}

fn both_readings(edition: Edition, penalty: &Penalty) -> String {
    let sizes = SizeClass::ALL
        .iter()
        .filter(|size| is_lower(edition, penalty, **size));
    let words: Vec<String> = sizes
        .filter_map(|size| Some(format!("{} ({})", size.words(), relief(*size)?)))
        .collect();
    match words.is_empty() {
        true => "the higher, for every size".to_owned(),
        false => format!(
            "open: the lower for a {}, else the higher; field size_class settles it",
            enumeration(words)
        ),
    }
}

fn is_lower(edition: Edition, penalty: &Penalty, size: SizeClass) -> bool {
    penalty.lower_for(edition).contains(&size)
}

/// Returns what the ceiling comes to; without turnover nothing, without size both readings.
fn amount(occasion: &Occasion<'_>, penalty: &Penalty) -> String {
    let (edition, organisation) = (occasion.assessment.edition, occasion.organisation);
    let turnover = organisation.turnover.stated();
    let Some(turnover) = turnover.and_then(|it| it.amount_eur.stated()).copied() else {
        return "open: field turnover".to_owned();
    };
    let ceiling = |size: SizeClass| grouped(penalty.ceiling(edition, size, turnover));
    let relieved = SizeClass::ALL
        .iter()
        .find(|size| is_lower(edition, penalty, **size));
    match (organisation.size_class.stated(), relieved) {
        (Some(size), _) => ceiling(*size),
        (None, None) => ceiling(SizeClass::Large),
        (None, Some(size)) => format!(
            "{} as the higher, {} as the lower",
            ceiling(SizeClass::Large),
            ceiling(*size)
        ),
    }
}

fn begins(occasion: &Occasion<'_>, group: DutyGroup) -> String {
    let from = group.applies_from(occasion.assessment.edition);
    from.map_or_else(|| "no day".to_owned(), |day| day.in_words())
}

/// Returns the same rows for a body of the Union; as a provider of models it is fined like others.
fn union_rows(occasion: &Occasion<'_>) -> Vec<Row> {
    let owed = || occasion.assessment.owed.iter();
    let is_practice = |owed: &&Owed| owed.duty.fined == Fined::Under(PROHIBITED.cite);
    let is_model = |owed: &&Owed| owed.duty.fined == Fined::Under(GPAI.cite);
    let rows = [
        union_row(occasion, UNION_PROHIBITED, counts(owed().filter(is_practice))),
        union_row(
            occasion,
            UNION_OTHER,
            counts(owed().filter(|owed| !is_practice(owed) && !is_model(owed))),
        ),
        row(occasion, &GPAI, DutyGroup::GpaiFines),
    ];
    rows.into_iter().flatten().collect()
}

fn union_row(occasion: &Occasion<'_>, ceiling: Penalty, duties: Option<String>) -> Option<Row> {
    Some(vec![
        sentence_case(&format!("{} ({})", ceiling.infringement, ceiling.cite)),
        duties?,
        in_euro(ceiling.euro),
        "a fixed amount".to_owned(),
        grouped(ceiling.euro),
        begins(occasion, DutyGroup::Penalties),
    ])
}

/// Returns the duties for which national rules decide, each once; of one that lies ahead, the day.
fn national(occasion: &Occasion<'_>) -> Vec<String> {
    let owed = occasion.assessment.owed.iter();
    let mut lines: Vec<String> = Vec::new();
    for owed in owed.filter(|owed| owed.duty.fined == Fined::Nationally) {
        let (title, cites) = (sentence_case(owed.duty.title), enumeration(owed.duty.cites));
        let line = match owed.standing.day() {
            None => format!("{title} ({cites})"),
            Some(day) => format!("{title} ({cites}), from {} on", day.in_words()),
        };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}
