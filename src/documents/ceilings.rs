//! Ceilings for fines: for each group of duties that the organisation owes, the most that the Act allows, and what that
//! comes to for its size and turnover. Information only: estimates no fine, and says nothing on whether a duty is met.

use crate::documents::classes::more;
use crate::documents::facts::{Fact, Row};
use crate::documents::lacking;
use crate::documents::occasion::Occasion;
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
use crate::tongue::words::Words;
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
        weighing: lacking::cite(occasion.words, weighing),
        facts,
        notes: notes(occasion, is_union),
        rows,
        national,
        national_basis: lacking::cite(occasion.words, NATIONAL),
    }
}

fn has_flag(organisation: &Organisation, wanted: SectorFlag) -> bool {
    let mut flags = organisation.sector_flags.items().iter();
    flags.any(|flag| flag.value == wanted)
}

fn role(mut said: Said<'_>, organisation: &Organisation) -> Vec<Fact> {
    let role = said.field("sector_flags", &organisation.sector_flags);
    vec![Fact::new(said.words().say("row-sector"), role)]
}

/// Returns what decides which ceiling counts, and how high it is.
fn measures(mut said: Said<'_>, organisation: &Organisation) -> Vec<Fact> {
    let words = said.words();
    let size = said.field("size_class", &organisation.size_class);
    let group = &organisation.turnover;
    let turnover = match group.stated() {
        None if group.span().is_none() => words.say("ceiling-no-turnover"),
        None => said.field_as("turnover", group, |_| String::new()),
        Some(turnover) => {
            let amount = said.field_as("turnover.amount_eur", &turnover.amount_eur, |euro| in_euro(*euro));
            let year = said.field("turnover.year", &turnover.year);
            words.say_with(
                "ceiling-turnover",
                &[("amount", amount.into()), ("year", year.into())],
            )
        }
    };
    let mut facts = vec![
        Fact::new(words.say("row-size"), size),
        Fact::new(words.say("ceiling-worldwide-turnover"), turnover),
    ];
    facts.extend(role(said, organisation));
    facts
}

/// Returns what else a reader has to know about the table.
fn notes(occasion: &Occasion<'_>, is_union: bool) -> Vec<String> {
    let (words, organisation) = (occasion.words, occasion.organisation);
    let union = ("union", lacking::cite(words, UNION_BODIES).into());
    let public = ("public", lacking::cite(words, PUBLIC_AUTHORITIES).into());
    if is_union {
        return vec![words.say_with("ceiling-note-union", &[union])];
    }
    let is_public = has_flag(organisation, SectorFlag::PublicAuthority)
        || has_flag(organisation, SectorFlag::LawEnforcement);
    let mut notes = vec![words.say("ceiling-note-share")];
    notes.extend(ai_office(words, occasion.assessment.edition));
    if is_public {
        notes.push(words.say_with("ceiling-note-public", &[public]));
    } else if organisation.sector_flags.is_open() {
        notes.push(words.say_with("ceiling-note-open", &[public, union]));
    }
    notes
}

/// Returns the ceiling that the table leaves out, since no record says which systems the AI Office supervises.
fn ai_office(words: Words, edition: Edition) -> Option<String> {
    let ceiling = of(edition).find(|ceiling| ceiling.cite == AI_OFFICE.cite)?;
    let blanks = [
        ("infringement", ceiling.infringement.into()),
        ("cite", lacking::cite(words, ceiling.cite).into()),
        ("most", most(words, ceiling).into()),
    ];
    Some(words.say_with("ceiling-note-ai-office", &blanks))
}

/// Returns for breaches of, duties, ceiling, which of the two counts, in euro, rules apply from.
fn rows(occasion: &Occasion<'_>) -> Vec<Row> {
    let row = |(penalty, group): &(Penalty, DutyGroup)| row(occasion, penalty, *group);
    FOR_UNDERTAKINGS.iter().filter_map(row).collect()
}

fn row(occasion: &Occasion<'_>, penalty: &Penalty, group: DutyGroup) -> Option<Row> {
    let duties = duties_under(occasion, penalty)?;
    Some(vec![
        breaches(occasion.words, penalty),
        duties,
        most(occasion.words, penalty),
        which(occasion, penalty),
        amount(occasion, penalty),
        begins(occasion, group),
    ])
}

fn breaches(words: Words, penalty: &Penalty) -> String {
    let cite = lacking::cite(words, penalty.cite);
    sentence_case(&more(words, penalty.infringement, &cite))
}

fn most(words: Words, penalty: &Penalty) -> String {
    let euro = in_euro(penalty.euro);
    match penalty.percent {
        Some(percent) => {
            let blanks = [("euro", euro.into()), ("percent", percent.to_string().into())];
            words.say_with("ceiling-euro-or-share", &blanks)
        }
        None => euro,
    }
}

/// Returns which duties of the organisation stand under a ceiling, if any does.
fn duties_under(occasion: &Occasion<'_>, penalty: &Penalty) -> Option<String> {
    let owed = &occasion.assessment.owed;
    // Wrong information is no duty of its own: whoever is bound by the Act can be asked.
    if penalty.cite == INFORMATION.cite {
        let is_asked = owed.iter().any(|owed| owed.duty.fined != Fined::Under(GPAI.cite));
        return is_asked.then(|| occasion.words.say("ceiling-whenever-asked"));
    }
    let is_meant = |owed: &&Owed| owed.duty.fined == Fined::Under(penalty.cite);
    counts(occasion.words, owed.iter().filter(is_meant))
}

/// Returns how many duties apply, and how many from which day on.
fn counts<'a>(words: Words, owed: impl Iterator<Item = &'a Owed>) -> Option<String> {
    // A duty that is owed for several systems counts once, from the earliest day.
    let mut begin = BTreeMap::new();
    for owed in owed {
        let day = owed.standing.day();
        let earliest = begin.entry(owed.duty.id).or_insert(day);
        *earliest = (*earliest).min(day);
    }
    let later: Vec<_> = begin.values().copied().flatten().collect();
    let now = words.counted("ceiling-in-force", begin.len() - later.len());
    match (begin.is_empty(), later.iter().min()) {
        (true, _) => None,
        (false, None) => Some(now),
        (false, Some(first)) => {
            let (n, day) = (later.len().into(), words.day(*first).into());
            let blanks = [("now", now.into()), ("n", n), ("day", day)];
            Some(words.say_with("ceiling-later", &blanks))
        }
    }
}

/// Returns which of the two counts for the size of the organisation; when the size is open, both readings.
fn which(occasion: &Occasion<'_>, penalty: &Penalty) -> String {
    let (words, edition) = (occasion.words, occasion.assessment.edition);
    let Some(size) = occasion.organisation.size_class.stated().copied() else {
        return both_readings(words, edition, penalty);
    };
    let of_size = ("size", words.term(size).into());
    match relief(size).filter(|_| is_lower(edition, penalty, size)) {
        Some(cite) => {
            let cite = ("cite", lacking::cite(words, cite).into());
            words.say_with("ceiling-lower", &[of_size, cite])
        }
        None => words.say_with("ceiling-higher", &[of_size]),
    }
}

fn both_readings(words: Words, edition: Edition, penalty: &Penalty) -> String {
    let sizes = SizeClass::ALL
        .iter()
        .filter(|size| is_lower(edition, penalty, **size));
    let relieved: Vec<String> = sizes
        .filter_map(|size| {
            let cite = lacking::cite(words, relief(*size)?);
            Some(more(words, &words.term(*size), &cite))
        })
        .collect();
    match relieved.is_empty() {
        true => words.say("ceiling-higher-for-all"),
        false => words.say_with("ceiling-lower-open", &[("sizes", words.list(relieved).into())]),
    }
}

fn is_lower(edition: Edition, penalty: &Penalty, size: SizeClass) -> bool {
    penalty.lower_for(edition).contains(&size)
}

/// Returns what the ceiling comes to; without turnover nothing, without size both readings.
fn amount(occasion: &Occasion<'_>, penalty: &Penalty) -> String {
    let (words, organisation) = (occasion.words, occasion.organisation);
    let edition = occasion.assessment.edition;
    let turnover = organisation.turnover.stated();
    let Some(turnover) = turnover.and_then(|it| it.amount_eur.stated()).copied() else {
        return words.say("ceiling-amount-open");
    };
    let ceiling = |size: SizeClass| grouped(penalty.ceiling(edition, size, turnover));
    let relieved = SizeClass::ALL
        .iter()
        .find(|size| is_lower(edition, penalty, **size));
    match (organisation.size_class.stated(), relieved) {
        (Some(size), _) => ceiling(*size),
        (None, None) => ceiling(SizeClass::Large),
        (None, Some(size)) => {
            let (higher, lower) = (ceiling(SizeClass::Large), ceiling(*size));
            let blanks = [("higher", higher.into()), ("lower", lower.into())];
            words.say_with("ceiling-amount-both", &blanks)
        }
    }
}

fn begins(occasion: &Occasion<'_>, group: DutyGroup) -> String {
    let from = group.applies_from(occasion.assessment.edition);
    let words = occasion.words;
    from.map_or_else(|| words.say("ceiling-no-day"), |day| words.day(day))
}

/// Returns the same rows for a body of the Union; as a provider of models it is fined like others.
fn union_rows(occasion: &Occasion<'_>) -> Vec<Row> {
    let words = occasion.words;
    let owed = || occasion.assessment.owed.iter();
    let is_practice = |owed: &&Owed| owed.duty.fined == Fined::Under(PROHIBITED.cite);
    let is_model = |owed: &&Owed| owed.duty.fined == Fined::Under(GPAI.cite);
    let rows = [
        union_row(
            occasion,
            UNION_PROHIBITED,
            counts(words, owed().filter(is_practice)),
        ),
        union_row(
            occasion,
            UNION_OTHER,
            counts(words, owed().filter(|owed| !is_practice(owed) && !is_model(owed))),
        ),
        row(occasion, &GPAI, DutyGroup::GpaiFines),
    ];
    rows.into_iter().flatten().collect()
}

fn union_row(occasion: &Occasion<'_>, ceiling: Penalty, duties: Option<String>) -> Option<Row> {
    Some(vec![
        breaches(occasion.words, &ceiling),
        duties?,
        in_euro(ceiling.euro),
        occasion.words.say("ceiling-fixed"),
        grouped(ceiling.euro),
        begins(occasion, DutyGroup::Penalties),
    ])
}

/// Returns the duties for which national rules decide, each once; of one that lies ahead, the day.
fn national(occasion: &Occasion<'_>) -> Vec<String> {
    let (words, owed) = (occasion.words, occasion.assessment.owed.iter());
    let mut lines: Vec<String> = Vec::new();
    for owed in owed.filter(|owed| owed.duty.fined == Fined::Nationally) {
        let (title, cites) = (
            sentence_case(owed.duty.title),
            lacking::cites(words, owed.duty.cites),
        );
        let duty = more(words, &title, &cites);
        let line = match owed.standing.day() {
            None => duty,
            Some(day) => {
                let blanks = [("duty", duty.into()), ("day", words.day(day).into())];
                words.say_with("ceiling-national-from", &blanks)
            }
        };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}
