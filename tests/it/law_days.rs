//! Whether every day of the law has a case on both sides. A pair is two cases of our own, named `...-before` and
//! `...-on`, that say the same but for one day: the one that is asked about, or the one of placing on the market. The
//! tables of days and of transitional rules are walked; that each label is right is asked in `law_cases`.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a helper that cannot go on fails its test; counts are told with `--nocapture`"
)]

use actfile::calendar::Date;
use actfile::law::dates::DutyGroup;
use actfile::law::duties::{self, Start};
use actfile::law::edition::Edition;
use actfile::law::fact::Fact;
use actfile::law::terms::ProhibitedPoint;
use actfile::law::transition::{self, Transition, high_risk_before};
use serde_json::json;

use crate::law_cases::{Case, own_cases};

/// Which day of a pair differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turns {
    /// The day that is asked about.
    Asked,
    /// The day of placing on the market.
    Placed,
}

/// Two cases on both sides of a day.
struct Pair {
    before: &'static Case,
    on: &'static Case,
    turns: Turns,
    day: Date,
}

/// Groups of duties that bind no one who keeps an inventory: authorities, other laws, fines. Checked below.
const OTHERS: &[DutyGroup] = &[
    DutyGroup::Governance,
    DutyGroup::Penalties,
    DutyGroup::OtherLaws,
    DutyGroup::GpaiFines,
];

/// The transitional rule that is printed and applied to nothing, since no fact says that a system belongs to it.
const PRINTED_ONLY: &str = "art-111-1-large-scale";

fn pairs() -> Vec<Pair> {
    let named = |name: &str| own_cases().iter().find(|case| case.id == name);
    let before = own_cases()
        .iter()
        .filter_map(|case| Some((case, case.id.strip_suffix("-before")?)));
    before
        .map(|(before, name)| {
            let on = named(&format!("{name}-on")).unwrap_or_else(|| panic!("{name} has no day itself"));
            let (turns, day) = match before.as_of == on.as_of {
                true => (Turns::Placed, placed_on(on).unwrap()),
                false => (Turns::Asked, on.as_of),
            };
            Pair {
                before,
                on,
                turns,
                day,
            }
        })
        .collect()
}

fn placed_on(case: &Case) -> Option<Date> {
    let text = case.facts.join("\n");
    let (_, day) = text.split_once("placed_on_market: ")?;
    day[..10].parse().ok()
}

/// Returns the facts without the day of placing on the market.
fn undated(case: &Case) -> String {
    let facts = case.facts.join("\n");
    match placed_on(case) {
        Some(day) => facts.replace(&day.to_string(), "DAY"),
        None => facts,
    }
}

impl Pair {
    fn turns_on(&self, turns: Turns, day: Date, law: Edition) -> bool {
        self.turns == turns && self.day == day && self.on.law == law
    }

    fn label(&self, key: &str) -> [Option<&serde_json::Value>; 2] {
        [self.before.expected.get(key), self.on.expected.get(key)]
    }

    fn says(&self, key: &str, expected: &str) -> bool {
        self.label(key) == [Some(&json!(expected)); 2]
    }

    /// Returns whether the labels name a first day and say that the rules apply from it on.
    fn begins_on(&self, day: Date) -> bool {
        let status = [Some(&json!("not_yet_applicable")), Some(&json!("applicable"))];
        self.says("applies_from", &day.to_string()) && self.label("status_on_as_of") == status
    }

    fn prohibits_in(&self, group: DutyGroup) -> bool {
        let [_, points] = self.label("prohibited_points");
        let is_named =
            |point: &&ProhibitedPoint| points.is_some_and(|points| *points == json!([point.key()]));
        let mut points = ProhibitedPoint::ALL.iter().filter(is_named);
        points.any(|point| point.group() == group)
    }

    fn owes_in(&self, group: DutyGroup) -> bool {
        let owed = self.on.expected.get("owed").and_then(|owed| owed.as_object());
        let mut of_group = duties::of(self.on.law).filter(|duty| duty.start == Start::Group(group));
        owed.is_some_and(|owed| of_group.any(|duty| owed.contains_key(duty.id)))
    }

    fn shows(&self, group: DutyGroup, day: Date) -> bool {
        let tier = |key: &str| self.says("primary_tier", key) && self.begins_on(day);
        match group {
            DutyGroup::General => self.owes_in(group),
            DutyGroup::Prohibitions | DutyGroup::IntimateImages => {
                tier("prohibited") && self.prohibits_in(group)
            }
            DutyGroup::Gpai => self.on.is_model() && self.begins_on(day),
            DutyGroup::Transparency => tier("transparency"),
            DutyGroup::HighRiskAnnexIii => tier("high_risk_annex_iii"),
            DutyGroup::HighRiskAnnexI => tier("high_risk_annex_i_a"),
            DutyGroup::Derogation => tier("annex_iii_derogated"),
            DutyGroup::Governance | DutyGroup::Penalties | DutyGroup::OtherLaws | DutyGroup::GpaiFines => {
                false
            }
        }
    }

    /// Returns whether the labels show what a transitional rule changes.
    fn shows_transition(&self, id: &str) -> bool {
        let differs = |key: &str| self.label(key)[0] != self.label(key)[1];
        match id {
            "art-111-2-high-risk-2024" | "art-111-2-high-risk" => differs("grandfathered"),
            "art-111-2-public" => self.says("deadline", &self.day.to_string()) && differs("owed"),
            "art-111-3-models" => self.on.is_model() && (differs("deadline") || differs("owed")),
            "art-111-4-generative" => differs("art50"),
            other => panic!("say what a pair for {other} shows"),
        }
    }
}

#[test]
fn the_cases_of_a_pair_say_the_same_but_for_one_day() {
    for pair in pairs() {
        let (before, on) = (pair.before, pair.on);
        assert_eq!(undated(before), undated(on), "{}", on.id);
        assert_ne!(before.expected, on.expected, "{}: the day changes nothing", on.id);
        let days = match pair.turns {
            Turns::Asked => [before.as_of, on.as_of],
            Turns::Placed => [placed_on(before).unwrap(), placed_on(on).unwrap()],
        };
        assert_eq!(days[0].plus_days(1), days[1], "{}", on.id);
        let is_amendment = on.as_of == Edition::Omnibus2026.in_force_from();
        assert_eq!(before.law == on.law, !is_amendment, "{}", on.id);
    }
}

#[test]
fn every_first_day_has_a_case_on_both_sides_in_both_texts() {
    let (pairs, mut missing, mut n_days) = (pairs(), Vec::new(), 0);
    for law in Edition::ALL {
        for group in DutyGroup::ALL.iter().filter(|group| !OTHERS.contains(group)) {
            let Some(day) = group.applies_from(*law) else {
                continue;
            };
            n_days += 1;
            let shows = |pair: &Pair| pair.turns_on(Turns::Asked, day, *law) && pair.shows(*group, day);
            if !pairs.iter().any(shows) {
                missing.push(format!("{} {law}: {day}", group.key()));
            }
        }
    }
    println!("first days with a case on both sides: {n_days}");
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_day_of_a_transitional_rule_has_a_case_on_both_sides_in_both_texts() {
    let (pairs, mut missing, mut n_days) = (pairs(), Vec::new(), 0);
    for law in Edition::ALL {
        for rule in transition::of(*law).filter(|rule| rule.id != PRINTED_ONLY) {
            for (turns, day) in days(rule, *law) {
                n_days += 1;
                let shows = |pair: &Pair| pair.turns_on(turns, day, *law) && pair.shows_transition(rule.id);
                if !pairs.iter().any(shows) {
                    missing.push(format!("{} {law}: {turns:?} {day}", rule.id));
                }
            }
        }
    }
    println!("days of transitional rules with a case on both sides: {n_days}");
    assert!(missing.is_empty(), "{missing:#?}");
}

/// Returns the days of a transitional rule; where it names none, those of the routes into the high-risk class.
fn days(rule: &Transition, law: Edition) -> Vec<(Turns, Date)> {
    let routes = [DutyGroup::HighRiskAnnexIii, DutyGroup::HighRiskAnnexI];
    let of_routes = routes.iter().filter_map(|group| group.applies_from(law));
    let before: Vec<Date> = match rule.id.starts_with("art-111-2-high-risk") {
        true => of_routes.map(|from| high_risk_before(law, from)).collect(),
        false => rule.before.into_iter().collect(),
    };
    let before = before.into_iter().map(|day| (Turns::Placed, day));
    before.chain(rule.by.map(|day| (Turns::Asked, day))).collect()
}

#[test]
fn the_day_of_the_amendment_has_a_case_on_both_sides() {
    let day = Edition::Omnibus2026.in_force_from();
    let is_amendment = |pair: &Pair| pair.turns_on(Turns::Asked, day, Edition::Omnibus2026);
    let pairs: Vec<Pair> = pairs().into_iter().filter(is_amendment).collect();
    assert!(pairs.iter().any(|pair| pair.before.law == Edition::Oj2024));
}

/// The reasons for which some days need no pair.
#[test]
fn days_without_a_pair_bind_nobody_who_keeps_an_inventory() {
    for group in OTHERS {
        for duty in duties::ALL {
            assert_ne!(duty.start, Start::Group(*group), "{} needs a pair", duty.id);
        }
    }
    let is_asked = Fact::ALL
        .iter()
        .any(|fact| fact.question().contains("large-scale"));
    assert!(!is_asked, "{PRINTED_ONLY} needs a pair");
}
