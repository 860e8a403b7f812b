//! The programme as a whole: the duty behind it, who owns it, whether contractors take part, when it is renewed, and
//! which gaps the organisation itself names. Single measures stand in `measures`.

use crate::documents::facts::{Definition, Fact, Facts, Row};
use crate::documents::lacking;
use crate::documents::occasion::Occasion;
use crate::documents::owing;
use crate::documents::trail::Trail;
use crate::inventory::field::Field;
use crate::inventory::literacy::LiteracyRecord;
use crate::inventory::record::Record;
use crate::law::dates::DutyGroup;
use crate::law::duties::Start;
use crate::obligations::literacy::{Timing, timing};
use crate::obligations::owed::Owed;
use serde::Serialize;

/// What the document shows of one programme.
#[derive(Debug, Serialize)]
pub(crate) struct Programme {
    id: String,
    title: String,
    facts: Vec<Fact>,
}

/// Returns what is owed, since when and how far it is shown.
pub(crate) fn duty(occasion: &Occasion<'_>) -> String {
    let words = occasion.words;
    let is_literacy = |owed: &&Owed| owed.duty.start == Start::Group(DutyGroup::General);
    let Some(owed) = occasion.assessment.owed.iter().find(is_literacy) else {
        return words.say("literacy-not-owed");
    };
    let blanks = [
        ("duty", owed.duty.title.into()),
        ("cites", lacking::cites(words, owed.duty.cites).into()),
        ("standing", owing::standing(words, owed.standing).into()),
        ("showing", owing::showing(words, &owed.showing).into()),
    ];
    words.say_with("literacy-owed", &blanks)
}

/// Returns every programme.
pub(crate) fn programmes(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Programme> {
    let programme = |record: &Record<LiteracyRecord>| {
        let section = format!("programme-{}", record.id.value);
        Programme {
            id: record.id.value.to_string(),
            title: trail.words().quote(record.title()),
            facts: facts(occasion, trail, &section, record),
        }
    };
    occasion.inventory.literacy.values().map(programme).collect()
}

fn facts(
    occasion: &Occasion<'_>,
    trail: &mut Trail,
    section: &str,
    record: &Record<LiteracyRecord>,
) -> Vec<Fact> {
    let mut facts = Facts::of(trail.about(section, record.id.value.as_str()));
    facts.ask("row-programme-owner", "programme_owner", &record.programme_owner);
    facts.ask(
        "row-contractors-take-part",
        "includes_contractors",
        &record.includes_contractors,
    );
    let count = n_by_timing(occasion, record);
    facts.add("row-measures-on-record", count);
    facts.rows()
}

/// Returns how many measures were taken, are planned, and show nothing.
fn n_by_timing(occasion: &Occasion<'_>, record: &LiteracyRecord) -> String {
    let timings = record.measures.items().iter();
    let timings = timings.map(|it| timing(&it.value, occasion.assessment.as_of));
    let (mut n_taken, mut n_ahead, mut n_undated) = (0_usize, 0_usize, 0_usize);
    timings.for_each(|timing| match timing {
        Timing::Taken(_) => n_taken += 1,
        Timing::Ahead(_) => n_ahead += 1,
        Timing::Undated => n_undated += 1,
    });
    let words = occasion.words;
    let mut counts = vec![words.counted("n-measures-taken", n_taken)];
    if n_ahead > 0 {
        counts.push(words.counted("n-measures-ahead", n_ahead));
    }
    if n_undated > 0 {
        counts.push(words.counted("n-measures-undated", n_undated));
    }
    counts.join(&words.say("between-long-items"))
}

/// Returns whether a programme takes contractors along in the measures for others.
pub(crate) fn has_contractors(occasion: &Occasion<'_>) -> bool {
    let mut records = occasion.inventory.literacy.values();
    records.any(|record| record.includes_contractors.is(&true))
}

/// Returns programme, how often, after which events.
pub(crate) fn refresh(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Row> {
    let rows = occasion.inventory.literacy.values().map(|record| {
        let mut said = trail.about("refresh", record.id.value.as_str());
        vec![
            said.words().quote(record.title()),
            said.within("refresh.cadence", &record.refresh, |it| &it.cadence),
            said.within("refresh.triggers", &record.refresh, |it| &it.triggers),
        ]
    });
    rows.collect()
}

/// Returns the gaps that a programme names itself; none of a programme that speaks of none.
pub(crate) fn known_gaps(occasion: &Occasion<'_>, trail: &mut Trail) -> Vec<Definition> {
    let speaks = |record: &&Record<LiteracyRecord>| record.gaps.span().is_some();
    let records = occasion.inventory.literacy.values().filter(speaks);
    let entries = records.map(|record| {
        let mut said = trail.about("refresh", record.id.value.as_str());
        let says = match record.gaps.items() {
            [] => vec![said.field("gaps", &record.gaps)],
            items => {
                let each = items.iter().enumerate();
                each.map(|(at, gap)| said.field(&format!("gaps[{at}]"), &Field::Stated(gap.clone())))
                    .collect()
            }
        };
        Definition::new(said.words().quote(record.title()), says)
    });
    entries.collect()
}
