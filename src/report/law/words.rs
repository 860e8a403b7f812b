//! Small words around the tables of the law: conditions, consequences, starts and amounts as a person would say them.

use crate::law::annexes::NO_DIRECT_DUTY;
use crate::law::cite::Citation;
use crate::law::dates::DutyGroup;
use crate::law::duties::{Duty, Fined, Start};
use crate::law::edition::Edition;
use crate::law::penalties::{Penalty, in_euro};
use crate::law::rule::{Cond, Reading, Relief, Route, Then};
use crate::law::sizes::{HoldsFor, Relief as SizeRelief};
use crate::law::terms::{RoleChange, SizeClass, Tier};
use crate::term::sentence_case;

/// Returns what follows from a rule.
pub(crate) fn follows(then: Then) -> String {
    match then {
        Then::Excluded(exclusion) => format!("{}: {}", Tier::OutOfScope.words(), exclusion.words()),
        Then::Prohibited(point) => format!("{}: {}", Tier::Prohibited.words(), point.words()),
        Then::HighRisk(Route::AnnexIA) => Tier::HighRiskAnnexIA.words().to_owned(),
        Then::HighRisk(Route::AnnexIB) => Tier::HighRiskAnnexIB.words().to_owned(),
        Then::HighRisk(Route::AnnexIii(point)) => {
            format!("{}: {}", Tier::HighRiskAnnexIii.words(), point.words())
        }
        Then::Derogated(condition) => {
            format!("{}: {}", Tier::AnnexIiiDerogated.words(), condition.words())
        }
        Then::ChangesRole(RoleChange::HandOver) => "the first provider hands over".to_owned(),
        Then::ChangesRole(change) => format!("whoever does so counts as provider: {}", change.words()),
        Then::Duty(para, bearer) => format!("the {} owes {}", bearer.words(), para.words()),
        Then::Model(axis) => axis.words().to_owned(),
    }
}

/// Returns what an exception does.
pub(crate) const fn gives(relief: Relief) -> &'static str {
    match relief {
        Relief::Lifts => "the rule does not hold",
        Relief::Status(status) => status.words(),
    }
}

/// Returns how a rule is applied.
pub(crate) const fn reading(reading: Reading) -> &'static str {
    match reading {
        Reading::Letter => "read by the letter: the facts decide",
        Reading::Judgement => "read by judgement: a person has to weigh",
    }
}

/// Returns a condition as one line, or as an opening line with a list below it.
pub(crate) fn condition(cond: &Cond) -> String {
    match cond {
        Cond::All([]) => "Holds always.\n".to_owned(),
        Cond::Is(_) | Cond::Not(_) => format!("Holds when {}.\n", part(cond, 0)),
        Cond::All(_) | Cond::Any(_) => format!("Holds when {}\n", part(cond, 0)),
    }
}

fn part(cond: &Cond, depth: usize) -> String {
    match cond {
        Cond::Is(fact) => format!("the answer is yes: {} (`{}`)", fact.question(), fact.field()),
        Cond::Not(Cond::Is(fact)) => format!("the answer is no: {} (`{}`)", fact.question(), fact.field()),
        Cond::Not(inner) => format!("it is not the case that {}", part(inner, depth)),
        Cond::All(_) => format!("all of these are so:\n{}", list(&together(cond), depth)),
        Cond::Any(parts) => {
            let parts: Vec<&Cond> = parts.iter().collect();
            format!("at least one of these is so:\n{}", list(&parts, depth))
        }
    }
}

/// Returns what has to hold together, with no list inside a list of the same kind.
fn together(cond: &Cond) -> Vec<&Cond> {
    match cond {
        Cond::All(parts) => parts.iter().flat_map(together).collect(),
        Cond::Is(_) | Cond::Not(_) | Cond::Any(_) => vec![cond],
    }
}

fn list(parts: &[&Cond], depth: usize) -> String {
    let indent = "  ".repeat(depth);
    let items = parts.iter().map(|cond| {
        let said = part(cond, depth + 1);
        format!("{indent}- {}", sentence_case(said.trim_end()))
    });
    let items: Vec<String> = items.collect();
    match depth {
        0 => format!("\n{}", items.join("\n")),
        _ => items.join("\n"),
    }
}

/// Returns a condition in one line of questions.
pub(crate) fn condition_in_line(cond: &Cond) -> String {
    match cond {
        Cond::Is(fact) => fact.question().to_owned(),
        Cond::Not(inner) => format!("not: {}", condition_in_line(inner)),
        Cond::All(parts) => joined(parts, " And: "),
        Cond::Any(parts) => joined(parts, " Or: "),
    }
}

fn joined(parts: &[Cond], joint: &str) -> String {
    let parts: Vec<String> = parts.iter().map(condition_in_line).collect();
    parts.join(joint)
}

/// Returns the fields that answer a condition.
pub(crate) fn fields(cond: &Cond) -> String {
    let mut facts = Vec::new();
    cond.facts(&mut facts);
    let fields: Vec<String> = facts.iter().map(|fact| format!("`{}`", fact.field())).collect();
    fields.join(", ")
}

/// Returns from when a duty applies.
pub(crate) fn start(duty: &Duty, edition: Edition) -> String {
    let day = |group: DutyGroup| {
        let from = group.applies_from(edition);
        from.map_or_else(|| "never".to_owned(), |day| day.in_words())
    };
    let by_route = || match duty.trigger.is_annex_iii_alone() {
        true => day(DutyGroup::HighRiskAnnexIii),
        false => format!(
            "{} ({}) or {} ({})",
            day(DutyGroup::HighRiskAnnexIii),
            Citation::Annex("III", ""),
            day(DutyGroup::HighRiskAnnexI),
            Citation::Annex("I", "")
        ),
    };
    match duty.start_in(edition) {
        Start::Group(group) => day(group),
        Start::HighRisk => by_route(),
        Start::Unsettled => format!("{}, a start that is not settled", by_route()),
        Start::Amended => edition.in_force_from().in_words(),
    }
}

/// Returns from when what follows from a rule applies.
pub(crate) fn rule_start(then: Then, edition: Edition) -> String {
    let day = |group: DutyGroup| {
        let from = group.applies_from(edition);
        from.map_or_else(|| "never in this edition".to_owned(), |day| day.in_words())
    };
    match then {
        Then::Excluded(_) => day(DutyGroup::General),
        Then::Prohibited(point) => day(point.group()),
        Then::HighRisk(Route::AnnexIA) => day(DutyGroup::HighRiskAnnexI),
        Then::HighRisk(Route::AnnexIB) => NO_DIRECT_DUTY.to_owned(),
        Then::HighRisk(Route::AnnexIii(_)) => day(DutyGroup::HighRiskAnnexIii),
        Then::Derogated(_) => day(DutyGroup::Derogation),
        Then::ChangesRole(_) => format!(
            "{} ({}) or {} ({})",
            day(DutyGroup::HighRiskAnnexIii),
            Citation::Annex("III", ""),
            day(DutyGroup::HighRiskAnnexI),
            Citation::Annex("I", "")
        ),
        Then::Duty(..) => day(DutyGroup::Transparency),
        Then::Model(_) => day(DutyGroup::Gpai),
    }
}

/// Returns with what a duty begins, without the day, which belongs to the group.
pub(crate) fn begins(duty: &Duty, edition: Edition) -> String {
    match duty.start_in(edition) {
        Start::Group(group) => group.words().to_owned(),
        // That the start is not settled is told by what the duty rests on.
        Start::HighRisk | Start::Unsettled => {
            "the rules for the route by which the system is high-risk".to_owned()
        }
        Start::Amended => format!("the edition, {}", edition.in_force_from().in_words()),
    }
}

/// Returns where a breach is fined.
pub(crate) fn fined(fined: Fined) -> String {
    match fined {
        Fined::Under(cite) => cite.to_string(),
        Fined::Nationally => "national rules".to_owned(),
    }
}

/// Returns the most that a fine can be.
pub(crate) fn ceiling(penalty: &Penalty) -> String {
    let euro = in_euro(penalty.euro);
    match penalty.percent {
        Some(percent) => {
            format!("{euro}, or {percent}% of worldwide annual turnover, whichever is higher")
        }
        None => euro,
    }
}

/// Returns for whom a relief holds.
pub(crate) fn relieved(relief: &SizeRelief, edition: Edition) -> String {
    let named = sizes(relief.sizes(edition), "");
    match (relief.holds_for, named.is_empty()) {
        (HoldsFor::NamedSizes, _) => named,
        (HoldsFor::EverySize, true) => "every size".to_owned(),
        (HoldsFor::EverySize, false) => format!("every size, by name {named}"),
    }
}

/// Returns sizes in one line, or the word for none being named.
pub(crate) fn sizes(sizes: &[SizeClass], none: &str) -> String {
    let sizes: Vec<&str> = sizes.iter().map(|size| size.words()).collect();
    match sizes.is_empty() {
        true => none.to_owned(),
        false => sizes.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::all_rules;
    use crate::law::fact::Fact;

    #[test]
    fn a_condition_asks_every_question_of_its_rule() {
        for rule in all_rules() {
            let mut facts: Vec<Fact> = Vec::new();
            rule.when.facts(&mut facts);
            let (long, short) = (condition(&rule.when), condition_in_line(&rule.when));
            for fact in facts {
                assert!(
                    long.contains(fact.question()) && short.contains(fact.question()),
                    "{}",
                    rule.id
                );
            }
        }
    }
}
