//! Gaps of AI literacy (Article 4): measures, their days, whom and what they cover. Measures count, never scores.

use crate::calendar::Date;
use crate::inventory::id::Id;
use crate::inventory::kind::Kind;
use crate::inventory::literacy::{LiteracyMeasure, LiteracyRecord, Segment};
use crate::inventory::record::Record;
use crate::inventory::system::Operators;
use crate::law::dates::DutyGroup;
use crate::law::gaps as law;
use crate::obligations::case::{Case, Docket};
use crate::obligations::gap::{Gap, Inquiry};
use crate::obligations::level::Level;
use crate::obligations::literacy::{Timing, covers, timing};
use crate::source::Spanned;

/// Returns the gaps of the organisation as a whole.
pub(crate) fn of_organisation(docket: Docket, cases: &[Case]) -> Vec<Gap> {
    let operated: Vec<&Case> = cases.iter().filter(|case| is_operator(case)).collect();
    let Some(level) = docket.level(DutyGroup::General).filter(|_| !operated.is_empty()) else {
        return Vec::new();
    };
    let systems = || operated.iter().map(|case| case.id()).collect();
    let mut gaps = undated(docket, level);
    let has_none = taken(docket).next().is_none();
    if has_none && gaps.is_empty() {
        let about = Inquiry::absent(Kind::LiteracyRecord).about(systems(), docket.governor());
        let records: Vec<_> = docket.inventory.literacy.values().collect();
        gaps.extend(match records.first() {
            Some(record) => {
                let about = Inquiry::of(Kind::LiteracyRecord, record).about(systems(), owner(docket, record));
                // Measures that lie ahead have not been taken.
                about.lack(&law::LIT_001, level, "measures", &record.measures, "")
            }
            None => Some(about.gap(&law::LIT_001, level, "measures", "", None)),
        });
    }
    if !has_none {
        gaps.extend(contractors(docket, &operated, level));
    }
    gaps
}

/// Article 4 binds providers and deployers; whoever has not said its role may be one.
fn is_operator(case: &Case) -> bool {
    case.is_provider() || case.is_deployer() || case.has_no_role()
}

fn owner<'i>(docket: Docket<'i>, record: &'i LiteracyRecord) -> Option<&'i str> {
    let owner = record.programme_owner.stated().map(String::as_str);
    owner.or(docket.governor())
}

fn measures<'i>(
    docket: Docket<'i>,
) -> impl Iterator<Item = (&'i Record<LiteracyRecord>, &'i Spanned<LiteracyMeasure>)> {
    let records = docket.inventory.literacy.values();
    records.flat_map(|record| {
        record
            .measures
            .items()
            .iter()
            .map(move |measure| (record, measure))
    })
}

/// Returns the measures that have been taken by the as-of date, with their day.
fn taken<'i>(docket: Docket<'i>) -> impl Iterator<Item = (Date, &'i LiteracyMeasure)> {
    measures(docket).filter_map(move |(_, measure)| match timing(&measure.value, docket.as_of) {
        Timing::Taken(day) => Some((day, &measure.value)),
        Timing::Ahead(_) | Timing::Undated => None,
    })
}

fn undated(docket: Docket, level: Level) -> Vec<Gap> {
    // Without any dated measure the undated ones are all there is, and they show nothing.
    let level = match taken(docket).next() {
        Some(_) => Level::Should,
        None => level,
    };
    let gap = |(record, measure): (_, &Spanned<LiteracyMeasure>)| {
        let about = Inquiry::of(Kind::LiteracyRecord, record).about(Vec::new(), owner(docket, record));
        let name = measure.value.title.stated().map(String::as_str);
        let id = measure.value.id.stated().map(Id::as_str);
        let name = name.or(id).unwrap_or("unnamed");
        let gap = about.ask_for(&law::LIT_002, level, "measures.date", &measure.value.date, name)?;
        Some(Gap {
            at: measure.value.date.span().or(Some(measure.span)),
            ..gap
        })
    };
    measures(docket).filter_map(gap).collect()
}

fn contractors(docket: Docket, operated: &[&Case], level: Level) -> Vec<Gap> {
    let are_contractors = |group: &Spanned<Operators>| group.value.contractors.is(&true);
    let with_contractors: Vec<&Case> = operated
        .iter()
        .filter(|case| case.system.operators.items().iter().any(are_contractors))
        .copied()
        .collect();
    let is_theirs = |measure: &LiteracyMeasure| measure.segment.is(&Segment::Contractors);
    let are_included = docket
        .inventory
        .literacy
        .values()
        .any(|record| record.includes_contractors.is(&true));
    if with_contractors.is_empty() || are_included || taken(docket).any(|(_, measure)| is_theirs(measure)) {
        return Vec::new();
    }
    let records = docket.inventory.literacy.values();
    let gap = |record: &'_ Record<LiteracyRecord>| {
        let systems = with_contractors.iter().map(|case| case.id()).collect();
        let about = Inquiry::of(Kind::LiteracyRecord, record).about(systems, owner(docket, record));
        // A stated exclusion leaves out people whom Article 4 names; silence may only be silence.
        let level = match record.includes_contractors.is(&false) {
            true => level,
            false => Level::Should,
        };
        let field = &record.includes_contractors;
        about.lack(&law::LIT_004, level, "includes_contractors", field, "")
    };
    records.filter_map(gap).take(1).collect()
}

/// Returns the gaps of one system: whether a measure covers it, its overseers are trained, and incidents were learnt
/// from.
pub(crate) fn of_system(case: &Case) -> Vec<Gap> {
    let docket = case.docket;
    let mut gaps = overseers(case);
    if !is_operator(case) || taken(docket).next().is_none() {
        return gaps;
    }
    let covering = taken(docket).filter(|(_, measure)| covers(measure, case.id()));
    let Some(last) = covering.map(|(day, _)| day).max() else {
        let about = case.lacking(Kind::LiteracyRecord);
        let name = case.system.title();
        gaps.push(about.gap(&law::LIT_003, Level::Should, "measures.systems", name, None));
        return gaps;
    };
    let later = docket.inventory.incidents_of(case.system).into_iter();
    let unlearnt = later.filter(|it| it.aware_on.stated().is_some_and(|aware| *aware > last));
    gaps.extend(unlearnt.map(|incident| {
        let about = Inquiry::of(Kind::Incident, incident).about(vec![case.id()], case.owner());
        let at = incident.aware_on.span();
        about.gap(&law::LIT_006, Level::Should, "aware_on", incident.title(), at)
    }));
    gaps
}

/// Returns whether no measure that has been taken covers a system that is provided or used here.
pub(crate) fn lacks_measure(case: &Case) -> bool {
    is_operator(case) && !taken(case.docket).any(|(_, measure)| covers(measure, case.id()))
}

fn overseers(case: &Case) -> Vec<Gap> {
    let Some(level) = case.high_risk().filter(|_| case.is_deployer()) else {
        return Vec::new();
    };
    let assigned = case.docket.inventory.oversight_of(case.system);
    let gap = |record: &&'_ Record<_>| {
        let about = Inquiry::of(Kind::OversightAssignment, *record).about(vec![case.id()], case.owner());
        untrained(&about, record, level)
    };
    assigned.iter().filter_map(gap).collect()
}

/// Returns the gap of an assignment whose overseers have no training for the system on record.
pub(crate) fn untrained(
    about: &Inquiry,
    record: &crate::inventory::oversight::OversightAssignment,
    level: Level,
) -> Option<Gap> {
    match record.competence.stated() {
        None => about.ask(&law::LIT_005, level, "competence", &record.competence),
        Some(competence) => {
            let training = &competence.system_specific_training;
            about.ask(
                &law::LIT_005,
                level,
                "competence.system_specific_training",
                training,
            )
        }
    }
}
