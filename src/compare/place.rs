//! The place of the law that makes the difference between two editions: the provision that moves a day, or the rule
//! that only one of the two has.

use crate::classify::system::{Because, SystemClass};
use crate::compare::Drawn;
use crate::compare::change::{About, Change, Topic};
use crate::law::changes::{SECTION_MOVED, bringing};
use crate::law::cite::Citation;
use crate::law::dates::DutyGroup;
use crate::law::duties::{Start, duty};
use crate::law::edition::Edition;
use crate::law::rule::Route;
use crate::law::terms::Tier;

/// What differs whenever the first day of a class does.
const FOLLOWS_THE_DAY: &[Topic] = &[Topic::FirstDay, Topic::Status, Topic::GapLevel];

/// Returns the place, when one can be named.
pub(crate) fn place_in_law(change: &Change, sides: [&Drawn<'_>; 2]) -> Option<String> {
    let editions = sides.map(|side| side.assessment.edition);
    let classes = sides.map(|side| class(side, &change.about));
    let moved = || day_of_class(classes, editions);
    let of_rule = || rule_of_one(classes, editions);
    // Rules, duties, gaps and questions of the class come or go with the section; no day moves them.
    if is_moved_between_sections(classes) && follows_the_class(change) {
        return Some(SECTION_MOVED.to_owned());
    }
    if let Some(point) = point_of_duty(change, editions) {
        return Some(point.to_string());
    }
    let place = match duty(&change.item) {
        Some(duty) => match duty.start {
            Start::Group(group) => moved_by(group, editions),
            Start::HighRisk | Start::Unsettled => moved(),
            Start::Amended => duty.cites.first().copied(),
        }
        .or_else(of_rule),
        None if FOLLOWS_THE_DAY.contains(&change.topic) => moved().or_else(of_rule),
        None => of_rule(),
    };
    place.map(|place| place.to_string())
}

/// Returns whether a conclusion hangs on the class: all but the duties that begin with a day of their own.
fn follows_the_class(change: &Change) -> bool {
    duty(&change.item).is_none_or(|duty| match duty.start {
        Start::HighRisk | Start::Unsettled => true,
        Start::Group(_) | Start::Amended => false,
    })
}

/// Returns the point of the amending act that brings or takes a duty which only one of the editions has.
fn point_of_duty(change: &Change, editions: [Edition; 2]) -> Option<Citation> {
    let duty = duty(&change.item)?;
    let is_in_both = editions.iter().all(|edition| duty.is_law_in(*edition));
    bringing(duty.id).filter(|_| !is_in_both).map(|point| point.by)
}

/// Returns whether product law makes a system high-risk by Section A under one edition and by Section B under the other.
fn is_moved_between_sections(classes: [Option<&SystemClass>; 2]) -> bool {
    let has = |side: usize, route| classes[side].is_some_and(|class| class.high_risk_routes.contains(&route));
    let moves = |from, to| has(from, Route::AnnexIA) && has(to, Route::AnnexIB) && !has(to, Route::AnnexIA);
    moves(0, 1) || moves(1, 0)
}

fn class<'a>(side: &Drawn<'a>, about: &About) -> Option<&'a SystemClass> {
    match about {
        About::System(id) => side.assessment.classification.systems.get(id),
        About::Files | About::Law | About::Organisation | About::Model(_) | About::Record(_) => None,
    }
}

/// Returns the provision that sets the first day of a class, when that day is not the same in both editions.
fn day_of_class(classes: [Option<&SystemClass>; 2], editions: [Edition; 2]) -> Option<Citation> {
    let groups = classes.into_iter().flatten().filter_map(group);
    groups.filter_map(|group| moved_by(group, editions)).next()
}

fn moved_by(group: DutyGroup, editions: [Edition; 2]) -> Option<Citation> {
    let [one, other] = editions.map(|edition| group.applies_from(edition));
    // The later text says why the day is not that of the earlier one.
    (one != other).then_some(group.cite(editions[0].max(editions[1])))
}

/// Returns the duties that begin with a class.
pub(crate) fn group(class: &SystemClass) -> Option<DutyGroup> {
    match class.primary_tier {
        Tier::OutOfScope | Tier::Minimal => None,
        Tier::Transparency => Some(DutyGroup::Transparency),
        Tier::AnnexIiiDerogated => Some(DutyGroup::Derogation),
        Tier::HighRiskAnnexIii => Some(DutyGroup::HighRiskAnnexIii),
        Tier::HighRiskAnnexIB | Tier::HighRiskAnnexIA => Some(DutyGroup::HighRiskAnnexI),
        Tier::Prohibited => class.prohibited_points.first().map(|point| point.group()),
    }
}

/// Returns the place of a rule or exception of a class that the other edition does not have.
fn rule_of_one(classes: [Option<&SystemClass>; 2], editions: [Edition; 2]) -> Option<Citation> {
    let [old, new] = editions;
    let found = [(classes[0], new), (classes[1], old)].map(|(class, other)| {
        let rules = class.map_or(&[][..], |class| &class.because);
        rules.iter().find_map(|rule| place_unless_law_in(rule, other))
    });
    found.into_iter().flatten().min()
}

fn place_unless_law_in(because: &Because, edition: Edition) -> Option<Citation> {
    let exception = because
        .exception
        .filter(|exception| exception.since > edition.in_force_from());
    let cites = match (because.rule.is_law_in(edition), exception) {
        (false, _) => because.rule.cites,
        (true, Some(exception)) => exception.cites,
        (true, None) => &[],
    };
    cites.first().copied()
}
