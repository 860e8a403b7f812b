//! Classes and duties in words, for the tables that several documents share. The class comes from `classify`, the duties
//! from `obligations`; here they are only put into sentences.

use crate::classify::art50::Art50Entry;
use crate::classify::bearers::{Bound, bound};
use crate::classify::facts::Verdict;
use crate::classify::system::{Because, SystemClass};
use crate::documents::facts::{Fact, Row};
use crate::documents::lacking;
use crate::documents::neighbours::title_on;
use crate::documents::occasion::Occasion;
use crate::documents::owing;
use crate::documents::trail::Trail;
use crate::inventory::id::Id;
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::law::annexes::{NO_DIRECT_DUTY, governed_by};
use crate::law::cite::Citation;
use crate::law::rule::{Route, Then};
use crate::law::terms::{AnnexISection, Art50Status, Role, Status, Tier};
use crate::obligations::owed::{Owed, Subject};
use crate::tongue::words::Words;

/// The tiers to which Chapter III applies in full.
const HIGH_RISK: [Tier; 2] = [Tier::HighRiskAnnexIii, Tier::HighRiskAnnexIA];

/// Returns the class of a system in words; a class that is open is never given as one tier.
pub(crate) fn class_words(words: Words, class: Option<&SystemClass>) -> String {
    let Some(class) = class else {
        return words.say("class-none");
    };
    if class.is_open() {
        let range = range(words, class.min_tier, class.max_tier);
        return words.say_with("class-open", &[("range", range.into())]);
    }
    let tier = words.term(class.primary_tier);
    match class.reason {
        Some(reason) => of(words, &tier, &words.term(reason)),
        None if class.grandfathered => words.say_with("class-left-alone", &[("class", tier.into())]),
        None if is_left_to_sector_law(class) => {
            let blanks = [("class", tier.into()), ("why", NO_DIRECT_DUTY.into())];
            words.say_with("class-of-sector-law", &blanks)
        }
        None => tier,
    }
}

/// Returns the same for a table that has no column for whose duties they are.
pub(crate) fn class_and_bearer(occasion: &Occasion<'_>, system: &Id) -> String {
    let (words, class) = (occasion.words, occasion.class(system));
    let says = class_words(words, class);
    match class.is_some_and(|class| is_of_others_alone(occasion, system, class)) {
        true => words.say_with("class-of-others", &[("class", says.into())]),
        false => says,
    }
}

/// Returns a range of tiers in words.
pub(crate) fn range(words: Words, min: Tier, max: Tier) -> String {
    let (least, most) = (words.term(min), words.term(max));
    match min == max {
        true => least,
        false => words.say_with("class-between", &[("min", least.into()), ("max", most.into())]),
    }
}

/// Returns whether a system is certainly high-risk in the sense of Chapter III; sector law keeps its own systems.
pub(crate) fn is_high_risk(class: &SystemClass) -> bool {
    HIGH_RISK.contains(&class.min_tier)
}

/// Returns whether a system is high-risk through Section B alone, to which Chapter III does not apply directly.
pub(crate) fn is_left_to_sector_law(class: &SystemClass) -> bool {
    class.primary_tier == Tier::HighRiskAnnexIB
}

/// Returns whether an open question could make a system high-risk in the sense of Chapter III. Between the lowest and
/// the highest tier may lie one that no rule leads to, so the rules that are not ruled out are asked as well.
pub(crate) fn may_be_high_risk(class: &SystemClass) -> bool {
    let is_between = |tier: &Tier| class.min_tier < *tier && *tier <= class.max_tier;
    let leads_there = |it: &Because| match it.rule.then {
        Then::HighRisk(Route::AnnexIA | Route::AnnexIii(_)) => it.verdict != Verdict::No,
        Then::HighRisk(Route::AnnexIB)
        | Then::Excluded(_)
        | Then::Prohibited(_)
        | Then::Derogated(_)
        | Then::ChangesRole(_)
        | Then::Duty(..)
        | Then::Model(_) => false,
    };
    HIGH_RISK.iter().any(is_between) && class.because.iter().any(leads_there)
}

/// Returns system, class, legal basis, applies from, on the as-of date.
pub(crate) fn class_row(occasion: &Occasion<'_>, system: &Record<System>) -> Row {
    let (words, id) = (occasion.words, &system.id.value);
    let rest = match occasion.class(id) {
        None => vec![words.say("none"); 3],
        Some(class) => vec![
            basis(words, class, DECISIVE),
            begins(words, class),
            words.say(today(occasion, id, class)),
        ],
    };
    let class = class_words(words, occasion.class(id));
    [vec![words.quote(system.title()), class], rest].concat()
}

/// Returns the class of one system point by point.
pub(crate) fn class_facts(occasion: &Occasion<'_>, system: &Id) -> Vec<Fact> {
    let words = occasion.words;
    let fact = |id: &str, says: String| Fact::new(words.say(id), says);
    let mut facts = vec![fact("head-class", class_words(words, occasion.class(system)))];
    let Some(class) = occasion.class(system) else {
        return facts;
    };
    facts.extend(reasons(words, class));
    facts.push(fact("head-legal-basis", basis(words, class, usize::MAX)));
    facts.extend(not_met(words, class));
    if is_left_to_sector_law(class) {
        let duties = words.say_with("class-duties-of-chapter-means", &[("why", NO_DIRECT_DUTY.into())]);
        let governing = governed_by(&class.legal_basis, occasion.assessment.edition);
        facts.push(fact("class-duties-of-chapter", duties));
        facts.push(fact("class-governs-instead", governing));
    }
    facts.push(fact("head-rules-apply-from", begins(words, class)));
    facts.push(fact(
        "head-on-the-as-of-date",
        words.say(today(occasion, system, class)),
    ));
    facts.extend(transition(words, class));
    let n_open = class.open_questions.len();
    facts.push(fact("class-questions-open", n_open.to_string()));
    facts
}

/// Returns what puts the system into its class, line by line; a line about which there is nothing to say is left out.
fn reasons(words: Words, class: &SystemClass) -> impl Iterator<Item = Fact> {
    let points = class.prohibited_points.iter();
    let derogations = class.derogations.iter();
    let changes = class.role_changes.iter();
    let duties = |is_meant: fn(Art50Status) -> bool| {
        let entries = class.art50.iter().filter(move |entry| is_meant(entry.status));
        entries.map(|entry| art50(words, entry)).collect::<Vec<_>>()
    };
    let lines = [
        (
            "class-prohibited",
            points.map(|it| of(words, it.key(), &words.term(*it))).collect(),
        ),
        (
            "class-high-risk",
            class.high_risk_routes.iter().map(|it| route(words, it)).collect(),
        ),
        ("class-lifted", lifted(words, class)),
        (
            "class-not-high-risk",
            derogations
                .map(|it| {
                    let blanks = [("key", it.key().into()), ("says", words.term(*it).into())];
                    words.say_with("class-condition", &blanks)
                })
                .collect(),
        ),
        (
            "class-role-changes",
            changes
                .map(|it| more(words, &words.term(*it), it.effect()))
                .collect(),
        ),
        ("class-transparency", duties(Art50Status::is_owed)),
        (
            "class-transparency-open",
            duties(|status| status == Art50Status::Unknown),
        ),
        (
            "class-transparency-not-owed",
            duties(|status| !status.is_owed() && status != Art50Status::Unknown),
        ),
    ];
    let between = words.say("between-long-items");
    let said = lines.into_iter().filter(|(_, says)| !says.is_empty());
    said.map(move |(label, says)| Fact::new(words.say(label), says.join(&between)))
}

/// Returns what a transitional rule gives the system.
fn transition(words: Words, class: &SystemClass) -> impl Iterator<Item = Fact> {
    let spared = class
        .grandfathered
        .then(|| words.say("class-transition-left-alone"));
    let given = class
        .deadline
        .map(|day| words.say_with("class-transition-until", &[("day", words.day(day).into())]));
    let says = spared.into_iter().chain(given);
    says.map(move |says| Fact::new(words.say("class-transition"), says))
}

/// How many places a summary names; the decisive ones stand first.
const DECISIVE: usize = 3;

/// Returns the first places on which the class rests; an open class that may be none rests on nothing yet.
fn basis(words: Words, class: &SystemClass, most: usize) -> String {
    let is_settled_on_nothing = class.is_open() && class.min_tier <= Tier::Minimal;
    let n_named = most.min(class.n_decisive);
    match is_settled_on_nothing {
        true => words.say("class-still-open"),
        false => lacking::cites(words, &class.legal_basis[..n_named]),
    }
}

/// Returns the places of rules that the record comes near and does not meet.
fn not_met(words: Words, class: &SystemClass) -> Option<Fact> {
    let places = &class.legal_basis[class.n_decisive..];
    let says = lacking::cites(words, places);
    (!places.is_empty()).then(|| Fact::new(words.say("class-not-met"), says))
}

fn begins(words: Words, class: &SystemClass) -> String {
    match class.applies_from {
        Some(_) if is_left_to_sector_law(class) => words.say("class-begins-by-sector-law"),
        Some(day) => words.day(day),
        None if class.is_open() => words.say("class-still-open"),
        None => words.say("class-begins-never"),
    }
}

/// Returns the name of the phrase for what a class means on the as-of date.
fn today(occasion: &Occasion<'_>, system: &Id, class: &SystemClass) -> &'static str {
    match class.status_on_as_of {
        Some(_) if is_of_others_alone(occasion, system, class) => "class-today-of-others",
        Some(_) if is_left_to_sector_law(class) => "class-today-sector-law",
        Some(Status::Applicable) => "class-today-applies",
        Some(Status::NotYetApplicable) => "class-today-not-yet",
        None if class.is_open() => "class-still-open",
        None => "class-today-nothing",
    }
}

/// Returns whether a system is in its class only for duties that its provider or deployer bears, and we are not that.
fn is_of_others_alone(occasion: &Occasion<'_>, system: &Id, class: &SystemClass) -> bool {
    let record = occasion.inventory.systems.get(system);
    let is_of_others =
        |entry: &Art50Entry| record.is_some_and(|it| bound(it, class, entry.bearer) == Bound::Others);
    let owed = || class.art50.iter().filter(|entry| entry.status.is_owed());
    class.max_tier == Tier::Transparency && owed().next().is_some() && owed().all(is_of_others)
}

/// Returns the prohibitions and routes to high risk that are met but for an exception, with what that rests on.
fn lifted(words: Words, class: &SystemClass) -> Vec<String> {
    let raises = |it: &&Because| matches!(it.rule.then, Then::Prohibited(_) | Then::HighRisk(_));
    let rules = class.because.iter().filter(raises).filter_map(|it| {
        let exception = it.lifted_by()?;
        let place = lacking::cite(words, *it.rule.cites.first()?);
        let blanks = [
            ("place", place.into()),
            ("says", exception.paraphrase.trim_end_matches('.').into()),
            ("cites", lacking::cites(words, exception.cites).into()),
            ("basis", exception.basis.words().into()),
        ];
        Some(words.say_with("class-lifted-by", &blanks))
    });
    rules.collect()
}

fn route(words: Words, route: &Route) -> String {
    let (place, says) = match route {
        Route::AnnexIA => (
            Citation::AnnexISection(AnnexISection::A),
            words.say("class-product-law"),
        ),
        Route::AnnexIB => (
            Citation::AnnexISection(AnnexISection::B),
            words.say("class-sector-law"),
        ),
        Route::AnnexIii(point) => (Citation::AnnexIii(*point), words.term(*point)),
    };
    of(words, &lacking::cite(words, place), &says)
}

fn art50(words: Words, entry: &Art50Entry) -> String {
    let duty = more(words, &words.term(entry.para), &words.term(entry.bearer));
    match [Art50Status::Applies, Art50Status::Unknown].contains(&entry.status) {
        true => duty,
        false => {
            let blanks = [("duty", duty.into()), ("status", words.term(entry.status).into())];
            words.say_with("class-duty-status", &blanks)
        }
    }
}

/// Returns what there is to say about something, after its name.
pub(crate) fn of(words: Words, name: &str, says: &str) -> String {
    words.say_with("says-of", &[("name", name.into()), ("says", says.into())])
}

/// Returns a text with more about it in brackets.
pub(crate) fn more(words: Words, says: &str, more: &str) -> String {
    words.say_with("says-more", &[("says", says.into()), ("more", more.into())])
}

/// Returns the duties of a system: duty, our role, legal basis, from when, how far the inventory shows it.
pub(crate) fn duty_rows(occasion: &Occasion<'_>, trail: &mut Trail, section: &str, system: &Id) -> Vec<Row> {
    let owed = occasion.assessment.owed_by(system);
    owed.map(|owed| {
        note(trail, section, owed);
        owing::row(occasion.words, owed)
    })
    .collect()
}

/// Returns our role in a duty; for one that the organisation owes as a whole, every role that brings it.
pub(crate) fn role_words(occasion: &Occasion<'_>, owed: &Owed) -> String {
    let is_played = |role: &&Role| {
        let mut systems = occasion.inventory.systems.values();
        systems.any(|system| system.our_roles.items().iter().any(|ours| ours.value == **role))
    };
    let words = occasion.words;
    match owed.subject {
        Subject::Organisation => {
            let played = owed.duty.roles.iter().filter(is_played);
            words.list(played.map(|role| words.term(*role)))
        }
        Subject::System(_) | Subject::Model(_) => words.term(owed.role),
    }
}

/// Notes what shows a duty.
pub(crate) fn note(trail: &mut Trail, section: &str, owed: &Owed) {
    for pointer in &owed.shown_by {
        trail
            .about(section, pointer.record.as_str())
            .note(pointer.field, owed.duty.title, pointer.at);
    }
}

/// Returns the name of what a duty is owed for.
pub(crate) fn subject(occasion: &Occasion<'_>, owed: &Owed) -> String {
    let (words, inventory) = (occasion.words, occasion.inventory);
    match &owed.subject {
        Subject::Organisation => words.say("subject-organisation"),
        Subject::System(id) => title_on(words, &inventory.systems, id),
        Subject::Model(id) => title_on(words, &inventory.models, id),
    }
}
