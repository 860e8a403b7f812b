//! Whether the cases reach the whole table: every rule and every exception has a case in which it holds, one in which it
//! does not although somebody spoke of it, and one in which it is open and the label says so. What a case comes to is
//! asked in `law_cases`; here only the answers count.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a helper that cannot go on fails its test; counts are told with `--nocapture`"
)]

use actfile::classify::evaluate::value;
use actfile::classify::facts::{Answers, Origin, Verdict};
use actfile::law::all_rules;
use actfile::law::edition::Edition;
use actfile::law::fact::Fact;
use actfile::law::rule::{Cond, Rule, Then};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::law_cases::{Case, all_cases, run};

/// What no case can show, by rule, exception and verdict, with the reason; a row that a case does show fails.
const IMPOSSIBLE: &[(&str, &str, Verdict, &str)] = &[];

const VERDICTS: [Verdict; 3] = [Verdict::Yes, Verdict::No, Verdict::Unknown];

/// A rule, or an exception to it.
type Part = (&'static str, &'static str);

/// What the cases show about every part of the table.
type Shown = BTreeMap<Part, BTreeSet<Verdict>>;

/// A case with the answers that its record gives.
struct Answered {
    case: &'static Case,
    answers: Answers,
    verdicts: Vec<Verdict>,
}

impl Answered {
    fn of(case: &'static Case) -> Self {
        let (checked, _) = run(&[case.stated()], case.law, case.as_of);
        let inventory = checked.assessment.inventory;
        let answers = match case.is_model() {
            true => Answers::of_model(inventory.models.values().next().unwrap(), case.law),
            false => {
                let system = inventory.systems.values().next().unwrap();
                Answers::of_system(system, case.law, &mut Default::default())
            }
        };
        let verdicts = answers.verdicts();
        Self {
            case,
            answers,
            verdicts,
        }
    }

    fn show(&self, rule: &'static Rule, shown: &mut Shown) {
        let met = value(&rule.when, &self.verdicts);
        let counts = match met {
            Verdict::Yes => true,
            Verdict::No => self.speaks_of(&rule.when),
            Verdict::Unknown => self.says_is_open(&rule.when),
        };
        if counts {
            shown.entry((rule.id, "")).or_default().insert(met);
        }
        for exception in rule.exceptions(self.case.law).filter(|_| met != Verdict::No) {
            let lifts = value(&exception.when, &self.verdicts);
            if lifts != Verdict::Unknown || self.says_is_open(&exception.when) {
                shown.entry((rule.id, exception.id)).or_default().insert(lifts);
            }
        }
    }

    /// Returns whether the record itself says something about a condition.
    fn speaks_of(&self, cond: &Cond) -> bool {
        facts(cond)
            .iter()
            .any(|fact| match self.answers.of(*fact).origin {
                Origin::Stated | Origin::Group | Origin::Near | Origin::Implied(_) => true,
                Origin::Unlisted | Origin::Silence => false,
            })
    }

    /// Returns whether the label says that a fact of a condition is open.
    fn says_is_open(&self, cond: &Cond) -> bool {
        let open = self.case.expected.get("open").and_then(|open| open.as_array());
        let named: Vec<&str> = open
            .into_iter()
            .flatten()
            .filter_map(|fact| fact.as_str())
            .collect();
        facts(cond).iter().any(|fact| {
            let key = match fact.choice() {
                Some(_) => fact.row().path.to_owned(),
                None => fact.key(),
            };
            self.verdicts[*fact as usize] == Verdict::Unknown && named.contains(&key.as_str())
        })
    }
}

fn facts(cond: &Cond) -> Vec<Fact> {
    let mut facts = Vec::new();
    cond.facts(&mut facts);
    facts
}

fn is_about(rule: &Rule, case: &Case) -> bool {
    matches!(rule.then, Then::Model(_)) == case.is_model() && rule.is_law_in(case.law)
}

/// Returns every part of the table, in its order.
fn parts() -> Vec<Part> {
    let is_law = |rule: &Rule| Edition::ALL.iter().any(|edition| rule.is_law_in(*edition));
    let rules = all_rules().filter(|rule| is_law(rule));
    let parts = rules.flat_map(|rule| {
        let exceptions = rule.unless.iter().map(|exception| (rule.id, exception.id));
        std::iter::once((rule.id, "")).chain(exceptions)
    });
    parts.collect()
}

#[test]
fn every_rule_and_exception_has_a_case_for_yes_for_no_and_for_unknown() {
    let mut shown = Shown::new();
    for answered in all_cases().map(Answered::of) {
        for rule in all_rules().filter(|rule| is_about(rule, answered.case)) {
            answered.show(rule, &mut shown);
        }
    }
    let mut wrong = String::new();
    let parts = parts();
    for (rule, exception) in &parts {
        let seen = shown.remove(&(*rule, *exception)).unwrap_or_default();
        for verdict in VERDICTS {
            let row = (*rule, *exception, verdict);
            let reason = IMPOSSIBLE.iter().find(|it| (it.0, it.1, it.2) == row);
            match (seen.contains(&verdict), reason) {
                (true, None) | (false, Some(_)) => {}
                (false, None) => {
                    writeln!(wrong, "{rule} {exception}: no case for {}", verdict.word()).unwrap()
                }
                (true, Some(it)) => {
                    writeln!(wrong, "{rule} {exception}: a case shows it, so not: {}", it.3).unwrap()
                }
            }
        }
    }
    let n_rules = parts.iter().filter(|(_, exception)| exception.is_empty()).count();
    println!("covered: {n_rules} rules, {} exceptions", parts.len() - n_rules);
    assert!(wrong.is_empty(), "{} gaps\n{wrong}", wrong.lines().count());
}
