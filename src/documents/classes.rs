//! Classes and duties in words, for the tables that several documents share. The class comes from `classify`, the duties
//! from `obligations`; here they are only put into sentences.

use crate::classify::art50::Art50Entry;
use crate::classify::facts::Verdict;
use crate::classify::system::{Because, SystemClass};
use crate::documents::facts::{Fact, Row};
use crate::documents::neighbours::title_on;
use crate::documents::occasion::Occasion;
use crate::documents::shown::enumeration;
use crate::documents::trail::Trail;
use crate::inventory::id::Id;
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::law::annexes::{NO_DIRECT_DUTY, governed_by};
use crate::law::cite::Citation;
use crate::law::rule::{Route, Then};
use crate::law::terms::{AnnexISection, Art50Status, Bearer, Role, Status, Tier};
use crate::obligations::owed::{Owed, Subject};
use crate::term::sentence_case;
use crate::tongue::words::Words;

/// What is printed for a system that has not been classified.
const NOT_CLASSIFIED: &str = "not classified";

/// The tiers to which Chapter III applies in full.
const HIGH_RISK: [Tier; 2] = [Tier::HighRiskAnnexIii, Tier::HighRiskAnnexIA];

/// Returns the class of a system in words; a class that is open is never given as one tier.
pub fn class_words(class: Option<&SystemClass>) -> String {
    match class {
        None => NOT_CLASSIFIED.to_owned(),
        Some(class) if class.is_open() => format!("open: {}", range(class.min_tier, class.max_tier)),
        Some(class) => match class.reason {
            Some(reason) => format!("{}: {}", class.primary_tier.words(), reason.words()),
            None if class.grandfathered => format!(
                "{}; left alone by a transitional rule until its design changes significantly",
                class.primary_tier.words()
            ),
            None if is_left_to_sector_law(class) => {
                format!("{}; {NO_DIRECT_DUTY}", class.primary_tier.words())
            }
            None => class.primary_tier.words().to_owned(),
        },
    }
}

/// Returns a range of tiers in words.
pub(crate) fn range(min: Tier, max: Tier) -> String {
    match min == max {
        true => min.words().to_owned(),
        false => format!("between {} and {}", min.words(), max.words()),
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
    let Some(class) = occasion.class(&system.id.value) else {
        return vec![
            system.title().to_owned(),
            NOT_CLASSIFIED.to_owned(),
            "none".into(),
            "none".into(),
            "none".into(),
        ];
    };
    vec![
        system.title().to_owned(),
        class_words(Some(class)),
        basis(class, DECISIVE),
        begins(class),
        today(occasion, &system.id.value, class).to_owned(),
    ]
}

/// Returns the class of one system point by point.
pub(crate) fn class_facts(occasion: &Occasion<'_>, system: &Id) -> Vec<Fact> {
    let Some(class) = occasion.class(system) else {
        return vec![Fact::new("Class", NOT_CLASSIFIED)];
    };
    let mut facts = vec![Fact::new("Class", class_words(Some(class)))];
    facts.extend(reasons(class));
    facts.push(Fact::new("Legal basis", basis(class, usize::MAX)));
    facts.extend(not_met(class));
    if is_left_to_sector_law(class) {
        let edition = occasion.assessment.edition;
        facts.push(Fact::new(
            "Duties of Chapter III",
            format!("{NO_DIRECT_DUTY}; requirements come through the product's own law"),
        ));
        facts.push(Fact::new(
            "What governs instead",
            governed_by(&class.legal_basis, edition),
        ));
    }
    facts.push(Fact::new("Rules apply from", begins(class)));
    facts.push(Fact::new("On the as-of date", today(occasion, system, class)));
    facts.extend(transition(class));
    facts.push(Fact::new(
        "Questions still open",
        class.open_questions.len().to_string(),
    ));
    facts
}

/// Returns what puts the system into its class, line by line; a line about which there is nothing to say is left out.
fn reasons(class: &SystemClass) -> impl Iterator<Item = Fact> {
    let points = class.prohibited_points.iter();
    let derogations = class.derogations.iter();
    let changes = class.role_changes.iter();
    let duties = |is_meant: fn(Art50Status) -> bool| {
        let entries = class.art50.iter().filter(move |entry| is_meant(entry.status));
        entries.map(art50).collect::<Vec<_>>()
    };
    let lines = [
        (
            "Prohibited practice",
            points.map(|it| format!("{}: {}", it.key(), it.words())).collect(),
        ),
        (
            "High-risk because of",
            class.high_risk_routes.iter().map(route).collect(),
        ),
        ("Met in principle, lifted by an exception", lifted(class)),
        (
            "Not high-risk because of",
            derogations
                .map(|it| format!("condition ({}): {}", it.key(), it.words()))
                .collect(),
        ),
        (
            "Our role changes because of",
            changes
                .map(|it| format!("{} ({})", it.words(), it.effect()))
                .collect(),
        ),
        ("Transparency duties", duties(Art50Status::is_owed)),
        (
            "Transparency duties not settled",
            duties(|status| status == Art50Status::Unknown),
        ),
        (
            "Transparency duties weighed and not owed",
            duties(|status| !status.is_owed() && status != Art50Status::Unknown),
        ),
    ];
    let said = lines.into_iter().filter(|(_, says)| !says.is_empty());
    said.map(|(label, says)| Fact::new(label, says.join("; ")))
}

/// Returns what a transitional rule gives the system.
fn transition(class: &SystemClass) -> impl Iterator<Item = Fact> {
    let spared = class.grandfathered.then(|| {
        Fact::new(
            "Transition",
            "on the market before the rules apply; left alone until its design changes significantly",
        )
    });
    let given = class
        .deadline
        .map(|day| Fact::new("Transition", format!("time until {}", day.in_words())));
    spared.into_iter().chain(given)
}

/// How many places a summary names; the decisive ones stand first.
const DECISIVE: usize = 3;

/// Returns the first places on which the class rests; an open class that may be none rests on nothing yet.
fn basis(class: &SystemClass, most: usize) -> String {
    let is_settled_on_nothing = class.is_open() && class.min_tier <= Tier::Minimal;
    match is_settled_on_nothing {
        true => "open".to_owned(),
        false => enumeration(class.legal_basis[..class.n_decisive].iter().take(most)),
    }
}

/// Returns the places of rules that the record comes near and does not meet.
fn not_met(class: &SystemClass) -> Option<Fact> {
    let places = &class.legal_basis[class.n_decisive..];
    (!places.is_empty()).then(|| Fact::new("Weighed and not met", enumeration(places)))
}

fn begins(class: &SystemClass) -> String {
    match class.applies_from {
        Some(_) if is_left_to_sector_law(class) => "set by the product's own law".to_owned(),
        Some(day) => day.in_words(),
        None if class.is_open() => "open".to_owned(),
        None => "no day of its own".to_owned(),
    }
}

fn today(occasion: &Occasion<'_>, system: &Id, class: &SystemClass) -> &'static str {
    match class.status_on_as_of {
        Some(_) if is_of_others_alone(occasion, system, class) => {
            "duties of others; nothing beyond the duties for all systems is ours"
        }
        Some(_) if is_left_to_sector_law(class) => "nothing of Chapter III; the product's own law governs",
        Some(Status::Applicable) => "applies",
        Some(Status::NotYetApplicable) => "not yet; the records prepare for it",
        None if class.is_open() => "open",
        None => "nothing beyond the duties for all systems",
    }
}

/// Returns whether a system is in its class only for duties that its provider or deployer bears, and we are not that.
fn is_of_others_alone(occasion: &Occasion<'_>, system: &Id, class: &SystemClass) -> bool {
    let roles = occasion
        .inventory
        .systems
        .get(system)
        .map(|system| &system.our_roles);
    let plays =
        |wanted: Role| roles.is_some_and(|roles| roles.items().iter().any(|role| role.value == wanted));
    let is_borne = |entry: &&Art50Entry| match entry.bearer {
        Bearer::Provider => plays(Role::Provider),
        Bearer::Deployer => plays(Role::Deployer),
    };
    let has_roles = roles.is_some_and(|roles| !roles.items().is_empty());
    let owed = || class.art50.iter().filter(|entry| entry.status.is_owed());
    class.max_tier == Tier::Transparency
        && has_roles
        && owed().next().is_some()
        && !owed().any(|entry| is_borne(&entry))
}

/// Returns the prohibitions and routes to high risk that are met but for an exception, with what that rests on.
fn lifted(class: &SystemClass) -> Vec<String> {
    let raises = |it: &&Because| matches!(it.rule.then, Then::Prohibited(_) | Then::HighRisk(_));
    let rules = class.because.iter().filter(raises).filter_map(|it| {
        let exception = it.lifted_by()?;
        let (place, cites) = (it.rule.cites.first()?, enumeration(exception.cites));
        let paraphrase = exception.paraphrase.trim_end_matches('.');
        Some(format!(
            "{place}: {paraphrase} ({cites}, {})",
            exception.basis.words()
        ))
    });
    rules.collect()
}

fn route(route: &Route) -> String {
    match route {
        Route::AnnexIA => format!("{}: product law", Citation::AnnexISection(AnnexISection::A)),
        Route::AnnexIB => format!("{}: sector law", Citation::AnnexISection(AnnexISection::B)),
        Route::AnnexIii(point) => format!("{}: {}", Citation::AnnexIii(*point), point.words()),
    }
}

fn art50(entry: &Art50Entry) -> String {
    let duty = format!("{} ({})", entry.para.words(), entry.bearer.words());
    let is_plain = [Art50Status::Applies, Art50Status::Unknown].contains(&entry.status);
    if is_plain {
        duty
    } else {
        format!("{duty}, {}", entry.status.words())
    }
}

/// Returns the duties of a system: duty, our role, legal basis, from when, how far the inventory shows it.
pub(crate) fn duty_rows(occasion: &Occasion<'_>, trail: &mut Trail, section: &str, system: &Id) -> Vec<Row> {
    let owed = occasion.assessment.owed_by(system);
    owed.map(|owed| {
        note(trail, section, owed);
        duty_row(owed)
    })
    .collect()
}

/// Returns our role in a duty; for one that the organisation owes as a whole, every role that brings it.
pub(crate) fn role_words(occasion: &Occasion<'_>, owed: &Owed) -> String {
    let is_played = |role: &&Role| {
        let mut systems = occasion.inventory.systems.values();
        systems.any(|system| system.our_roles.items().iter().any(|ours| ours.value == **role))
    };
    match owed.subject {
        Subject::Organisation => {
            enumeration(owed.duty.roles.iter().filter(is_played).map(|role| role.words()))
        }
        Subject::System(_) | Subject::Model(_) => owed.role.words().to_owned(),
    }
}

/// Returns duty, our role, legal basis, from when, how far the inventory shows it.
pub(crate) fn duty_row(owed: &Owed) -> Row {
    vec![
        sentence_case(owed.duty.title),
        owed.role.words().to_owned(),
        enumeration(owed.duty.cites),
        owed.standing.to_string(),
        owed.showing.to_string(),
    ]
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
    let inventory = occasion.inventory;
    match &owed.subject {
        Subject::Organisation => "the organisation".to_owned(),
        Subject::System(id) => title_on(Words::default(), &inventory.systems, id),
        Subject::Model(id) => title_on(Words::default(), &inventory.models, id),
    }
}
