//! What applies when: the days on which parts of the Act begin, with the duties of the organisation that begin on
//! each, seen from the as-of date. The days come from the table of the law and from the duties; none is made up here.

use crate::calendar::Date;
use crate::documents::chart::{Chart, Exhibit, Picture, Stage, Timeline};
use crate::documents::facts::Row;
use crate::documents::occasion::Occasion;
use crate::law::dates::DutyGroup;
use crate::obligations::owed::{Owed, Standing, Subject};
use crate::tongue::words::Words;
use std::collections::BTreeMap;

/// Stages that one picture can hold.
const MOST_STAGES: usize = 14;

/// Returns the picture and the table of what applies when.
pub(crate) fn duties(occasion: &Occasion<'_>) -> Exhibit {
    let (stages, unsettled) = stages(occasion);
    let (words, today) = (occasion.words, occasion.assessment.as_of);
    let head = [
        "head-from",
        "head-what-begins",
        "head-our-duties",
        "head-on-the-as-of-date",
    ];
    let rows = stages
        .iter()
        .map(|stage| row(words, stage, today, &unsettled))
        .collect();
    let chart = (stages.len() <= MOST_STAGES)
        .then(|| chart(words, stages, today))
        .flatten();
    Exhibit::new(chart, head.map(|id| words.say(id)).to_vec(), rows)
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
        words: words.get(&day).map_or_else(
            || occasion.words.say("chart-of-a-class"),
            |words| words.join("; "),
        ),
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
fn row(words: Words, stage: &Stage, today: Date, unsettled: &Unsettled) -> Row {
    let standing = match (stage.day <= today, stage.until) {
        (true, Some(until)) => words.say_with("chart-applies-until", &[("day", words.day(until).into())]),
        (true, None) => words.say("chart-applies"),
        (false, _) => match unsettled.get(&stage.day) {
            Some(n) => words.say_with("chart-not-yet-settled", &[("n", n.to_string().into())]),
            None => words.say("chart-not-yet"),
        },
    };
    let duties = match stage.n_duties {
        0 => words.say("none"),
        n => n.to_string(),
    };
    vec![words.day(stage.day), stage.words.clone(), duties, standing]
}

fn duties_of(words: Words, n_duties: u64) -> String {
    words.say_with("n-duties", &[("n", n_duties.into())])
}

fn chart(words: Words, stages: Vec<Stage>, today: Date) -> Option<Chart> {
    let has_duties = stages.iter().any(|stage| stage.n_duties > 0);
    has_duties.then(|| Chart {
        name: "duties".to_owned(),
        title: words.say("chart-duties"),
        says: says(words, &stages, today),
        picture: Picture::Timeline(Timeline { today, stages }),
    })
}

fn says(words: Words, stages: &[Stage], today: Date) -> String {
    let begun = stages.iter().filter(|stage| stage.day <= today);
    let n_now: u64 = begun.map(|stage| stage.n_duties).sum();
    let ahead = stages
        .iter()
        .filter(|stage| stage.day > today && stage.n_duties > 0)
        .map(|stage| {
            let duties = duties_of(words, stage.n_duties).into();
            let blanks = [("duties", duties), ("day", words.day(stage.day).into())];
            words.say_with("chart-duties-from", &blanks)
        });
    let in_grace = stages.iter().filter_map(|stage| {
        let (n, day) = (stage.n_duties.to_string(), words.day(stage.until?));
        let blanks = [("n", n.into()), ("day", day.into())];
        Some(format!(" {}", words.say_with("chart-duties-in-grace", &blanks)))
    });
    let blanks = [
        ("day", words.day(today).into()),
        ("duties", duties_of(words, n_now).into()),
        ("n", n_now.into()),
        ("grace", in_grace.collect::<String>().into()),
        ("later", words.list(ahead).into()),
    ];
    words.say_with("chart-duties-says", &blanks)
}
