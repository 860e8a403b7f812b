//! What the first page must not leave out: practices that the facts describe and the Act prohibits, and duties of which
//! nobody knows yet whether they are owed. A question without an answer is told here, never counted as no.

use crate::classify::art50::Art50Entry;
use crate::classify::system::SystemClass;
use crate::documents::classes::range;
use crate::documents::facts::Row;
use crate::documents::occasion::Occasion;
use crate::inventory::record::Record;
use crate::inventory::system::{LifecycleStatus, System};
use crate::law::terms::{Art50Status, Bearer, ProhibitedPoint, Role, Tier};
use crate::tongue::words::Words;

/// Returns system, practice, since or from when it is prohibited.
pub(crate) fn practices(occasion: &Occasion<'_>) -> Vec<Row> {
    let (words, edition) = (occasion.words, occasion.assessment.edition);
    let row = |system: &Record<System>, point: &ProhibitedPoint| {
        let day = point.group().applies_from(edition)?;
        let id = match day <= occasion.assessment.as_of {
            true => "index-practice-since",
            false => "index-practice-from",
        };
        let since = words.say_with(id, &[("day", words.day(day).into())]);
        let blanks = [("key", point.key().into()), ("says", words.term(*point).into())];
        let practice = words.say_with("index-practice", &blanks);
        Some(vec![words.quote(system.title()), practice, since])
    };
    let of = |(system, class): (&Record<System>, &SystemClass)| -> Vec<Row> {
        let points = class.prohibited_points.iter();
        points.filter_map(|point| row(system, point)).collect()
    };
    classed(occasion).flat_map(of).collect()
}

/// Returns system, what is open, where the answer is written.
pub(crate) fn open(occasion: &Occasion<'_>) -> Vec<Row> {
    let is_asked = |(system, class): &(&Record<System>, &SystemClass)| {
        class.max_tier != Tier::OutOfScope && !is_gone(system)
    };
    classed(occasion)
        .filter(is_asked)
        .flat_map(|(system, class)| of_system(occasion.words, system, class))
        .collect()
}

fn classed<'a>(occasion: &'a Occasion<'_>) -> impl Iterator<Item = (&'a Record<System>, &'a SystemClass)> {
    let systems = occasion.inventory.systems.values();
    systems.filter_map(|system| Some((system, occasion.class(&system.id.value)?)))
}

/// Returns whether nobody uses or supplies the system any more, or ever may.
pub(crate) fn is_gone(system: &System) -> bool {
    let status = system.lifecycle_status.stated();
    status.is_some_and(|status| match status {
        LifecycleStatus::Withdrawn
        | LifecycleStatus::Recalled
        | LifecycleStatus::Retired
        | LifecycleStatus::Forbidden => true,
        LifecycleStatus::Planned
        | LifecycleStatus::InDevelopment
        | LifecycleStatus::InService
        | LifecycleStatus::Suspended => false,
    })
}

fn of_system(words: Words, system: &Record<System>, class: &SystemClass) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut add = |what: String, place: String| rows.push(vec![words.quote(system.title()), what, place]);
    if system.our_roles.items().is_empty() {
        add(words.say("index-open-role"), "our_roles".to_owned());
    }
    if class.is_open() {
        let blanks = [
            ("range", range(words, class.min_tier, class.max_tier).into()),
            ("n", class.open_questions.len().into()),
        ];
        let what = words.say_with("index-open-class", &blanks);
        add(what, words.say("index-open-on-sheet"));
    }
    for entry in class.art50.iter().filter(|entry| is_open_to_us(system, entry)) {
        let duty = [("duty", words.term(entry.para).into())];
        add(words.say_with("index-open-duty", &duty), "facts.art50".to_owned());
    }
    let changes = class.open_questions.iter().filter_map(|open| open.role_change);
    changes.for_each(|change| {
        let change = [("change", words.term(change).into())];
        let what = words.say_with("index-open-change", &change);
        add(what, "facts.value_chain".to_owned());
    });
    rows
}

/// Returns whether it is open if a duty exists, and we are the one who would bear it, or may be.
fn is_open_to_us(system: &System, entry: &Art50Entry) -> bool {
    let bearer = match entry.bearer {
        Bearer::Provider => Role::Provider,
        Bearer::Deployer => Role::Deployer,
    };
    let roles = system.our_roles.items();
    let may_bear = roles.is_empty() || roles.iter().any(|role| role.value == bearer);
    entry.status == Art50Status::Unknown && may_bear
}
