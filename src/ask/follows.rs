//! Why a question is asked: which answer can lead to what, by the rules of the law that ask for its facts, and what an
//! exception then takes away. Says nothing about what the answer changes for one system; `wording` does.

use crate::ask::leading::{facts, helpful};
use crate::ask::question::{Question, Topic};
use crate::classify::facts::Verdict;
use crate::classify::plain::MEANINGS;
use crate::law::all_rules;
use crate::law::cite::Citation;
use crate::law::edition::Edition;
use crate::law::fact::Fact;
use crate::law::rule::{Exception, Relief, Route, Rule, Then};
use crate::law::terms::Tier;

/// Returns what can follow from the facts of a question, and what an exception takes away.
pub(crate) fn why(question: &Question, edition: Edition) -> String {
    let facts = facts(question);
    let mut told = match question.topic {
        Topic::Roles => vec![ROLES_DECIDE.to_owned()],
        Topic::Tripwire(_) | Topic::Field(_) | Topic::Area(_) => Vec::new(),
    };
    told.extend(
        asking(&facts, edition).map(|rule| format!("  - {}: {}\n", place(rule), led_to(question, rule))),
    );
    told.extend(
        excepting(&facts, edition)
            .map(|(rule, except)| format!("  - {}: {}\n", place(rule), relieved(question, rule, except))),
    );
    told.dedup();
    told.concat()
}

/// Why roles are asked for, before all rules on one of them.
const ROLES_DECIDE: &str = "  - Which duties are yours hangs on your roles.\n";

/// Returns which answer to a question leads to what a rule brings.
fn led_to(question: &Question, rule: &Rule) -> String {
    let mut parts = Vec::new();
    rule.when.facts(&mut parts);
    let follows = follows(rule.then);
    match helpful(question, &rule.when) {
        Some(no) if no.is_negated && parts.len() > 1 => format!("{} is needed for {follows}", no.answer),
        Some(helpful) => format!("{} can lead to {follows}", helpful.answer),
        None => follows,
    }
}

/// Returns what can hang on the facts that a tripwire stands for.
pub(crate) fn tripwire_why(field: &str, edition: Edition) -> String {
    let facts = [meant(field, true), meant(field, false)].concat();
    let mut can_follow: Vec<String> = Vec::new();
    for rule in asking(&facts, edition) {
        let follows = follows(rule.then);
        if !can_follow.contains(&follows) {
            can_follow.push(follows);
        }
    }
    let lines = can_follow.iter().map(|follows| format!("  - {follows}\n"));
    format!(
        "  One plain question stands for several of the law. On what it stands for can hang:\n{}",
        lines.collect::<String>()
    )
}

/// Returns the facts that one answer to a tripwire settles.
pub(crate) fn meant(field: &str, value: bool) -> Vec<Fact> {
    let meanings = MEANINGS
        .iter()
        .filter(|meaning| meaning.field == field && meaning.value == value);
    meanings
        .filter(|meaning| meaning.verdict != Verdict::Unknown)
        .flat_map(|meaning| meaning.facts.iter().copied())
        .collect()
}

/// Returns the place of a rule in the law.
pub(crate) fn place(rule: &Rule) -> String {
    rule.cites.first().map_or_else(String::new, Citation::to_string)
}

/// Returns the rules whose own conditions ask for one of these facts.
pub(crate) fn asking(facts: &[Fact], edition: Edition) -> impl Iterator<Item = &'static Rule> {
    all_rules()
        .filter(move |rule| rule.is_law_in(edition) && facts.iter().any(|fact| rule.when.asks_for(*fact)))
}

/// Returns the exceptions that ask for one of these facts, each with its rule.
pub(crate) fn excepting(
    facts: &[Fact],
    edition: Edition,
) -> impl Iterator<Item = (&'static Rule, &'static Exception)> {
    let rules = all_rules().filter(move |rule| rule.is_law_in(edition));
    let exceptions =
        rules.flat_map(move |rule| rule.exceptions(edition).map(move |exception| (rule, exception)));
    exceptions.filter(|(_, exception)| facts.iter().any(|fact| exception.when.asks_for(*fact)))
}

/// Returns what follows when a rule holds.
fn follows(then: Then) -> String {
    match then {
        Then::Excluded(_) => Tier::OutOfScope.words().to_owned(),
        Then::Prohibited(_) => Tier::Prohibited.words().to_owned(),
        Then::HighRisk(Route::AnnexIA) => Tier::HighRiskAnnexIA.words().to_owned(),
        Then::HighRisk(Route::AnnexIB) => Tier::HighRiskAnnexIB.words().to_owned(),
        Then::HighRisk(Route::AnnexIii(_)) => Tier::HighRiskAnnexIii.words().to_owned(),
        Then::Derogated(_) => Tier::AnnexIiiDerogated.words().to_owned(),
        Then::ChangesRole(change) => format!("a change of role: {}", change.effect()),
        Then::Duty(para, bearer) => format!("a duty of the {}: {}", bearer.words(), para.words()),
        Then::Model(axis) => axis.words().to_owned(),
    }
}

/// Returns what an exception leaves of what its rule brings, with the answer by which it holds.
fn relieved(question: &Question, rule: &Rule, exception: &Exception) -> String {
    let with = helpful(question, &exception.when)
        .map_or_else(String::new, |helpful| format!("with {}, ", helpful.answer));
    match (exception.gives, rule.then) {
        (Relief::Status(status), Then::Duty(para, _)) => {
            format!("{with}{}: {}", para.words(), status.words())
        }
        (Relief::Status(_) | Relief::Lifts, then) => {
            format!("{with}this does not follow: {}", follows(then))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::again::questions;
    use crate::law::fact::Means;
    use crate::law::rule::Cond;

    /// Returns whether a condition holds when these facts are answered with yes and all others with no.
    fn holds(when: &Cond, yes: &[Fact]) -> bool {
        match when {
            Cond::Is(fact) => yes.contains(fact),
            Cond::Not(inner) => !holds(inner, yes),
            Cond::All(parts) => parts.iter().all(|part| holds(part, yes)),
            Cond::Any(parts) => parts.iter().any(|part| holds(part, yes)),
        }
    }

    /// Returns whether an answer to one fact alone can make a condition hold, whatever the others are.
    fn moves(when: &Cond, fact: Fact, answer: bool) -> bool {
        let mut others = Vec::new();
        when.facts(&mut others);
        others.retain(|other| *other != fact);
        (0..1_usize << others.len()).any(|chosen| {
            let is_chosen = |at: &usize| (chosen >> at) & 1 == 1;
            let without: Vec<Fact> = (0..others.len()).filter(is_chosen).map(|at| others[at]).collect();
            let with = [without.clone(), vec![fact]].concat();
            let [with, without] = [holds(when, &with), holds(when, &without)];
            with != without && with == answer
        })
    }

    #[test]
    fn the_answer_that_alone_makes_a_rule_hold_is_the_one_that_is_named() {
        let mut n_negated = 0;
        for (edition, rule) in rules_on_systems() {
            let mut facts = Vec::new();
            rule.when.facts(&mut facts);
            for fact in facts {
                let [yes, no] = [true, false].map(|answer| moves(&rule.when, fact, answer));
                assert_ne!(yes, no, "{}: {fact:?} with both signs", rule.id);
                assert_eq!(rule.when.needs(fact), Some(yes), "{}: {fact:?}", rule.id);
                if fact.row().means == Means::True {
                    let told = why(&questions(&fact.field())[0], edition);
                    let named = if yes { "a yes can" } else { "a no " };
                    let line = format!("  - {}: {named}", place(rule));
                    let is_told = |it: &str| it.starts_with(&line) && it.ends_with(&follows(rule.then));
                    assert!(told.lines().any(is_told), "{line}: {told}");
                    n_negated += usize::from(no);
                }
            }
        }
        assert!(n_negated > 20, "{n_negated}");
    }

    fn rules_on_systems() -> impl Iterator<Item = (Edition, &'static Rule)> {
        let is_of_systems = |rule: &&Rule| !matches!(rule.then, Then::Model(_));
        Edition::ALL.iter().flat_map(move |edition| {
            let rules = all_rules().filter(|rule| rule.is_law_in(*edition));
            rules.filter(is_of_systems).map(|rule| (*edition, rule))
        })
    }

    #[test]
    fn a_list_names_its_numbers_and_a_negated_fact_no_yes() {
        for (field, said, never) in [
            (
                "facts.annex_iii.profiling",
                "Art. 6(3)(a): a no is needed for listed in Annex III, not high-risk by derogation",
                &["a yes"][..],
            ),
            (
                "facts.scope.is_ai_system",
                "Art. 3(1): a no can lead to outside",
                &["a yes"],
            ),
            (
                "facts.scope.monetised",
                "Art. 2(12): a no is needed for outside",
                &["a yes"],
            ),
            (
                "our_roles",
                "Art. 2(10): answer 2 and no other can lead to outside",
                &["a yes", "a no "],
            ),
            (
                "our_roles",
                "Art. 25(3): answer 6 can lead to a change of role",
                &["a yes"],
            ),
            (
                "facts.annex_i.section",
                "Art. 6(1): answer 1 can lead to high-risk (Annex I",
                &["a yes"],
            ),
            (
                "facts.annex_i.function",
                "Art. 6(1): answer 1, 2 or 3 can lead to",
                &["a yes"],
            ),
            (
                "facts.art50.content_exclusion",
                "Art. 50(2): with answer 1, marking",
                &["a yes"],
            ),
            (
                "facts.annex_iii.points",
                "Annex III 1(b): answer 2 can lead to high-risk",
                &["a yes"],
            ),
        ] {
            let told = why(&questions(field)[0], Edition::Omnibus2026);
            assert!(told.contains(said), "{said}: {told}");
            for never in never {
                assert!(!told.contains(never), "{never}: {told}");
            }
        }
    }
}
