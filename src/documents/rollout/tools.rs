//! What keeps people from unapproved tools, the tools that are known and where audit summaries name them, and values of
//! whole groups before and after. No row is about a person.

use crate::documents::facts::Row;
use crate::documents::neighbours::title;
use crate::documents::occasion::Occasion;
use crate::documents::rollout::phases::evidence;
use crate::documents::trail::{Said, Trail};
use crate::inventory::field::Field;
use crate::inventory::record::Record;
use crate::inventory::rollout::{
    Comparison, Measure, PreventionMeasure, PreventionStatus, Rollout, ToolDecision, UnapprovedTool, Value,
};
use crate::link::audits::days;
use crate::obligations::rollout::{Backing, Seeing, Sighting, backing, sightings};
use crate::source::Spanned;
use crate::term::sentence_case;
use serde::Serialize;

/// The measures of one rollout.
#[derive(Debug, Serialize)]
pub(crate) struct Measures {
    title: String,
    rows: Vec<Row>,
}

/// Returns of every rollout measure, status, since, what was done, what shows it.
pub(crate) fn prevention(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Measures> {
    let rollouts = occasion.inventory.rollouts.values();
    let measures = rollouts.map(|record| Measures {
        title: occasion.words.quote(record.title()),
        rows: measures(occasion, trail, record),
    });
    measures.collect()
}

fn measures(occasion: &Occasion<'_>, trail: &mut Trail, record: &Record<Rollout>) -> Vec<Row> {
    let mut said = trail.about("prevention", record.id.value.as_str());
    let rows = PreventionMeasure::ALL.iter().map(|measure| {
        let mut row = vec![sentence_case(&said.words().term(*measure))];
        row.extend(match stated(record, *measure) {
            None => unsaid(&said),
            Some(it) => of_measure(occasion, &mut said, *measure, it),
        });
        row
    });
    rows.collect()
}

fn stated(record: &Record<Rollout>, measure: PreventionMeasure) -> Option<&Measure> {
    record.prevention.stated()?.of(measure).stated()
}

fn unsaid(said: &Said<'_>) -> Vec<String> {
    let words = said.words();
    let none = words.say("not-on-record");
    vec![none.clone(), none.clone(), none, words.say("rollout-not-said")]
}

fn of_measure(
    occasion: &Occasion<'_>,
    said: &mut Said<'_>,
    measure: PreventionMeasure,
    it: &Measure,
) -> Vec<String> {
    let name = |field: &str| format!("{}.{field}", measure.field());
    let is_in_place = it.status.is(&PreventionStatus::InPlace);
    let nothing = match (is_in_place, backing(&it.since, &it.evidence)) {
        (false, _) => said.words().say("rollout-nothing-to-show"),
        (true, Backing::DayAlone) => said.words().say("rollout-day-alone"),
        (true, Backing::Nothing | Backing::Shown | Backing::EvidenceAlone) => {
            said.words().say("rollout-said-alone")
        }
    };
    let since = match (is_in_place, it.due_on.stated()) {
        (false, Some(_)) => {
            let day = said.field(&name("due_on"), &it.due_on);
            said.words().say_with("rollout-due", &[("day", day.into())])
        }
        (true, _) | (false, None) => said.optional(&name("since"), &it.since),
    };
    vec![
        said.field(&name("status"), &it.status),
        since,
        said.field(&name("what"), &it.what),
        evidence(occasion, said, &name("evidence"), &it.evidence, nothing),
    ]
}

/// Returns every unapproved tool with its record and its place in the list.
fn placed<'i>(
    occasion: &Occasion<'i>,
) -> impl Iterator<Item = (&'i Record<Rollout>, usize, &'i UnapprovedTool)> {
    occasion.inventory.rollouts.values().flat_map(|record| {
        let tools = record.unapproved_tools.items().iter().enumerate();
        tools.map(move |(at, tool): (usize, &Spanned<UnapprovedTool>)| (record, at, &tool.value))
    })
}

/// Returns tool, found on, found by, decision, decided on, decided by.
pub(crate) fn tools(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Row> {
    let rows = placed(occasion).map(|(record, at, tool)| {
        let mut said = trail.about("tools", record.id.value.as_str());
        let name = |field: &str| format!("unapproved_tools[{at}].{field}");
        vec![
            said.field(&name("name"), &tool.name),
            said.field(&name("found_on"), &tool.found_on),
            said.field(&name("found_by"), &tool.found_by),
            decision(occasion, &mut said, &name, tool),
            said.field(&name("decided_on"), &tool.decided_on),
            said.field(&name("decided_by"), &tool.decided_by),
        ]
    });
    rows.collect()
}

/// Returns what was decided, with the day or the system that belongs to it.
fn decision(
    occasion: &Occasion<'_>,
    said: &mut Said<'_>,
    name: &impl Fn(&str) -> String,
    tool: &UnapprovedTool,
) -> String {
    let words = said.words();
    let says = said.field(&name("decision"), &tool.decision);
    match tool.decision.stated() {
        Some(ToolDecision::TolerateUntil) => {
            let day = said.field(&name("tolerated_until"), &tool.tolerated_until);
            words.say_with(
                "rollout-tolerated",
                &[("decision", says.into()), ("day", day.into())],
            )
        }
        Some(ToolDecision::Replace) => {
            let systems = &occasion.inventory.systems;
            let by = title(said, systems, &name("replaced_by"), &tool.replaced_by);
            words.say_with(
                "rollout-replaced",
                &[("decision", says.into()), ("by", by.into())],
            )
        }
        Some(ToolDecision::Approve | ToolDecision::Forbid) | None => says,
    }
}

/// Returns tool, audit summary, period, how often, when that is seen from the decision; a tool that none names has one
/// row that says so.
pub(crate) fn sightings_of_all(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Row> {
    let words = occasion.words;
    let mut rows = Vec::new();
    for (_, _, tool) in placed(occasion) {
        let name = tool.name.stated().map(|name| words.quote(name));
        let name = name.unwrap_or_else(|| words.say("rollout-tool-unnamed"));
        let found = sightings(occasion.inventory, tool);
        if found.is_empty() {
            let none = words.say("none");
            rows.push(vec![
                name.clone(),
                words.say("rollout-unseen"),
                none.clone(),
                none.clone(),
                none,
            ]);
        }
        rows.extend(found.iter().map(|it| sighting(trail, name.clone(), it)));
    }
    rows
}

fn sighting(trail: &mut Trail, name: String, it: &Sighting<'_>) -> Row {
    let mut said = trail.about("seen", it.audit.id.value.as_str());
    let words = said.words();
    let period = days(it.audit).map(|(start, end)| {
        let ends = [("start", words.day(start).into()), ("end", words.day(end).into())];
        words.say_with("days-from-to", &ends)
    });
    said.note(it.list, &name, it.item.span);
    vec![
        name,
        words.quote(it.audit.title()),
        period.unwrap_or_else(|| words.say("unknown")),
        said.optional(&format!("{}.count", it.list), &it.item.value.count),
        match it.seeing {
            Seeing::Before => words.say("rollout-seen-before"),
            Seeing::Undated => words.say("rollout-seen-undated"),
            Seeing::MaybeBefore => words.say("rollout-seen-maybe-before"),
            Seeing::After => words.say("rollout-seen-after"),
        },
    ]
}

/// Returns what is compared, the group, before, after, what shows it.
pub(crate) fn comparisons(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Row> {
    let mut rows = Vec::new();
    for record in occasion.inventory.rollouts.values() {
        let mut said = trail.about("comparisons", record.id.value.as_str());
        for (at, it) in record.comparisons.items().iter().enumerate() {
            rows.push(comparison(occasion, &mut said, at, &it.value));
        }
    }
    rows
}

fn comparison(occasion: &Occasion<'_>, said: &mut Said<'_>, at: usize, it: &Comparison) -> Row {
    let words = said.words();
    let name = |field: &str| format!("comparisons[{at}].{field}");
    let unit = said.field(&name("unit"), &it.unit);
    let population = said.field(&name("population"), &it.population);
    let people = said.field(&name("people"), &it.people);
    let group = [("group", population.into()), ("people", people.into())];
    let nothing = words.say("rollout-said-alone");
    vec![
        said.field(&name("what"), &it.what),
        words.say_with("rollout-group", &group),
        value(said, &name("before"), &it.before, &unit),
        value(said, &name("after"), &it.after, &unit),
        evidence(occasion, said, &name("evidence"), &it.evidence, nothing),
    ]
}

/// Returns a value with its unit, what it was worked out from and its period.
fn value(said: &mut Said<'_>, name: &str, field: &Field<Value>, unit: &str) -> String {
    let words = said.words();
    let Some(it) = field.stated() else {
        return said.field_as(name, field, |_| String::new());
    };
    let value = said.field(&format!("{name}.value"), &it.value);
    let n = said.optional(&format!("{name}.n"), &it.n);
    let period = period(said, name, it);
    let blanks = [
        ("value", value.into()),
        ("unit", unit.into()),
        ("count", n.into()),
        ("period", period.into()),
    ];
    words.say_with("rollout-value", &blanks)
}

fn period(said: &mut Said<'_>, name: &str, it: &Value) -> String {
    let words = said.words();
    let Some(period) = it.period.stated() else {
        return said.field_as(&format!("{name}.period"), &it.period, |_| String::new());
    };
    let start = said.field(&format!("{name}.period.start"), &period.start);
    let end = said.field(&format!("{name}.period.end"), &period.end);
    words.say_with("days-from-to", &[("start", start.into()), ("end", end.into())])
}
