//! What applies when: the days on which parts of the Act begin, with the duties of the organisation that begin on
//! each, seen from the as-of date. The days come from the table of the law and from the duties; none is made up here.

use crate::calendar::Date;
use crate::documents::chart::{Chart, Exhibit, Picture, Stage, Timeline};
use crate::documents::facts::Row;
use crate::documents::occasion::Occasion;
use crate::documents::shown::enumeration;
use crate::law::dates::DutyGroup;
use crate::obligations::owed::{Owed, Standing, Subject};
use std::collections::BTreeMap;

/// Stages that one picture can hold.
const MOST_STAGES: usize = 14;
/// What begins on a day that the law does not name but a class does.
const OF_A_CLASS: &str = "Rules that begin with the class of a system or model";

/// Returns the picture and the table of what applies when.
pub(crate) fn duties(occasion: &Occasion<'_>) -> Exhibit {
    let (stages, unsettled) = stages(occasion);
    let today = occasion.assessment.as_of;
    let head = ["From", "What begins", "Our duties", "On the as-of date"];
    let rows = stages.iter().map(|stage| row(stage, today, &unsettled)).collect();
    let chart = (stages.len() <= MOST_STAGES)
        .then(|| chart(stages, today))
        .flatten();
    Exhibit::new(chart, head.map(str::to_owned).to_vec(), rows)
}

/// How many duties of each first day have a start that is not settled.
type Unsettled = BTreeMap<Date, u64>;

fn stages(occasion: &Occasion<'_>) -> (Vec<Stage>, Unsettled) {
    let edition = occasion.assessment.edition;
    let mut words: BTreeMap<Date, Vec<&str>> = BTreeMap::new();
    for group in DutyGroup::ALL {
        if let Some(day) = group.applies_from(edition) {
            words.entry(day).or_default().push(group.words());
        }
    }
    let mut counts: BTreeMap<(Date, Option<Date>), u64> = words.keys().map(|day| ((*day, None), 0)).collect();
    let mut unsettled = Unsettled::new();
    for owed in &occasion.assessment.owed {
        let (day, until) = begins(occasion, owed);
        *counts.entry((day, until)).or_default() += 1;
        if let Standing::DateUnsettled(_) = owed.standing {
            *unsettled.entry(day).or_default() += 1;
        }
    }
    let stages = counts.into_iter().map(|((day, until), n_duties)| Stage {
        day,
        until,
        words: words
            .get(&day)
            .map_or_else(|| OF_A_CLASS.to_owned(), |words| words.join("; ")),
        n_duties,
    });
    (stages.collect(), unsettled)
}

/// Returns the day on which a duty begins, and until when there is time for it.
fn begins(occasion: &Occasion<'_>, owed: &Owed) -> (Date, Option<Date>) {
    let as_of = occasion.assessment.as_of;
    // What is owed today began today at the latest.
    let began = || {
        let day = owed
            .duty
            .applies_from(occasion.assessment.edition, of_class(occasion, owed));
        day.map_or(as_of, |day| day.min(as_of))
    };
    match owed.standing {
        Standing::From(day) | Standing::DateUnsettled(day) => (day, None),
        Standing::OwedNow => (began(), None),
        Standing::Grace(until) => (began(), Some(until)),
    }
}

fn of_class(occasion: &Occasion<'_>, owed: &Owed) -> Option<Date> {
    let classes = &occasion.assessment.classification;
    match &owed.subject {
        Subject::Organisation => None,
        Subject::System(id) => classes.systems.get(id)?.applies_from,
        Subject::Model(id) => classes.models.get(id)?.applies_from,
    }
}

/// Returns from when, what begins, our duties, what that means on the as-of date.
fn row(stage: &Stage, today: Date, unsettled: &Unsettled) -> Row {
    let standing = match (stage.day <= today, stage.until) {
        (true, Some(until)) => format!("applies, with time until {}", until.in_words()),
        (true, None) => "applies".to_owned(),
        (false, _) => match unsettled.get(&stage.day) {
            Some(n) => format!("not yet; the start of {n} is not settled"),
            None => "not yet".to_owned(),
        },
    };
    let duties = match stage.n_duties {
        0 => "none".to_owned(),
        n => n.to_string(),
    };
    vec![stage.day.in_words(), stage.words.clone(), duties, standing]
}

fn words(n_duties: u64) -> String {
    match n_duties {
        0 => "no duty".to_owned(),
        1 => "1 duty".to_owned(),
        n => format!("{n} duties"),
    }
}

fn chart(stages: Vec<Stage>, today: Date) -> Option<Chart> {
    let owed = |is_meant: &dyn Fn(&&Stage) -> bool| -> u64 {
        stages.iter().filter(is_meant).map(|stage| stage.n_duties).sum()
    };
    let now = owed(&|stage| stage.day <= today);
    if owed(&|_| true) == 0 {
        return None;
    }
    let ahead: Vec<String> = stages
        .iter()
        .filter(|stage| stage.day > today && stage.n_duties > 0)
        .map(|stage| format!("{} from {}", words(stage.n_duties), stage.day.in_words()))
        .collect();
    let in_grace = stages.iter().filter_map(|stage| {
        let until = stage.until?.in_words();
        Some(format!(" {} of them with time until {until}.", stage.n_duties))
    });
    let says = format!(
        "A line of time with the days on which parts of the Act begin. On {}, marked as today, {} of the organisation \
         {}.{} Later: {}.",
        today.in_words(),
        words(now),
        if now == 1 { "applies" } else { "apply" },
        in_grace.collect::<String>(),
        enumeration(ahead),
    );
    Some(Chart {
        name: "duties".to_owned(),
        title: "What applies when".to_owned(),
        says,
        picture: Picture::Timeline(Timeline { today, stages }),
    })
}
