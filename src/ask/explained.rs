//! What `?` tells about a question, for a person who knows neither the Act nor programs: what is asked, what counts and
//! what does not, why it is asked and what can follow, and what to do when nobody knows. Every word on the law comes from
//! its tables. Says nothing about what the answer changes here and now; `wording` does, beside the question.

use crate::ask::question::{Question, Topic};
use crate::ask::reply::expected;
use crate::ask::sitting::Sitting;
use crate::classify::facts::Verdict;
use crate::classify::plain::MEANINGS;
use crate::law::all_rules;
use crate::law::cite::{Citation, listed};
use crate::law::edition::Edition;
use crate::law::fact::Fact;
use crate::law::rule::{Exception, Relief, Route, Rule, Then};
use crate::law::terms::{AnnexArea, Tier};

/// Returns the page about a question.
pub fn explained(sitting: &Sitting, question: &Question) -> String {
    let edition = sitting.edition();
    let (counts, why) = match question.topic {
        Topic::Tripwire(field) => (tripwire_counts(field, edition), tripwire_why(field, edition)),
        Topic::Roles | Topic::Field(_) => (counts(question, edition), why(question, edition)),
        Topic::Area(area) => (
            format!("{}{}", whole_list(area), counts(question, edition)),
            why(question, edition),
        ),
    };
    let sections = [
        ("What is asked", format!("  {}\n", question.words())),
        ("What counts", counts),
        ("Why it is asked", why),
        ("If you do not know", NOT_KNOWN.to_owned()),
        (
            "What to type",
            format!(
                "  {}. The answer goes into `{}`.\n",
                expected(question),
                question.field()
            ),
        ),
    ];
    let told: String = sections
        .into_iter()
        .map(|(heading, text)| format!("\n{heading}\n{text}"))
        .collect();
    format!(
        "{told}\nIn our words; the text of the law decides. `actfile explain {}` tells more.\n",
        question.field()
    )
}

/// What a person does who cannot answer.
const NOT_KNOWN: &str = "  Ask whoever supplies or runs the system. Until then type u: the record says that nobody knows yet, with your \
     role and the day, and the question stays open in the documents. Unknown never counts as no. Enter writes nothing \
     and leaves the question for another time.\n";

fn whole_list(area: AnnexArea) -> String {
    format!(
        "  Uses in one area ({}, {}). The list is written once all areas have been asked, since a list that \
         is given is complete.\n",
        area.words(),
        Citation::area(area)
    )
}

/// Returns what the rules say that ask for the facts of a question, and what they leave outside.
fn counts(question: &Question, edition: Edition) -> String {
    let asking = asking(&question.facts, edition).map(|rule| rule_counts(rule, question, edition));
    let mut told: Vec<String> = asking.collect();
    for (_, exception) in excepting(&question.facts, edition) {
        let line = format!("  - Yes, if: {}\n", exception_words(exception));
        if !told.contains(&line) {
            told.push(line);
        }
    }
    told.concat()
}

fn rule_counts(rule: &Rule, question: &Question, edition: Edition) -> String {
    let said = [rule.paraphrase, rule.limits, rule.doubt];
    let said: Vec<&str> = said.into_iter().filter(|part| !part.is_empty()).collect();
    let mut told = format!("  - {} ({})\n", said.join(" "), listed(rule.cites));
    let mut parts = Vec::new();
    rule.when.facts(&mut parts);
    for part in parts.iter().filter(|part| !question.facts.contains(part)) {
        told.push_str(&format!("      Asked besides: {}\n", part.question()));
    }
    for exception in rule.exceptions(edition) {
        told.push_str(&format!("      Excepted: {}\n", exception_words(exception)));
    }
    told
}

fn exception_words(exception: &Exception) -> String {
    let doubt = match exception.doubt {
        "" => String::new(),
        doubt => format!(" {doubt}"),
    };
    format!(
        "{}{doubt} ({}; {})",
        exception.paraphrase,
        listed(exception.cites),
        exception.basis.words()
    )
}

/// Returns what can follow from the facts of a question, and what an exception takes away.
fn why(question: &Question, edition: Edition) -> String {
    let follows = asking(&question.facts, edition)
        .map(|rule| format!("  - {}: a yes can lead to {}\n", place(rule), follows(rule.then)));
    let mut told: Vec<String> = follows.collect();
    told.extend(
        excepting(&question.facts, edition)
            .map(|(rule, exception)| format!("  - {}: {}\n", place(rule), relieved(rule, exception))),
    );
    told.dedup();
    told.concat()
}

fn tripwire_counts(field: &str, edition: Edition) -> String {
    let mut told = String::new();
    for (value, says, leaves) in [
        (
            true,
            "A yes says that this holds:",
            "A yes settles nothing by itself: what it can mean is then asked.",
        ),
        (
            false,
            "A no says that none of these holds. Answer no only if that is so:",
            "A no settles nothing by itself.",
        ),
    ] {
        let facts = meant(field, value);
        let head = if facts.is_empty() { leaves } else { says };
        told.push_str(&format!("  {head}\n"));
        for fact in facts {
            told.push_str(&format!("  - {}{}\n", fact.question(), places(fact, edition)));
        }
    }
    told
}

fn tripwire_why(field: &str, edition: Edition) -> String {
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
fn meant(field: &str, value: bool) -> Vec<Fact> {
    let meanings = MEANINGS
        .iter()
        .filter(|meaning| meaning.field == field && meaning.value == value);
    meanings
        .filter(|meaning| meaning.verdict != Verdict::Unknown)
        .flat_map(|meaning| meaning.facts.iter().copied())
        .collect()
}

/// Returns where the law asks for a fact, in brackets.
fn places(fact: Fact, edition: Edition) -> String {
    let places: Vec<String> = asking(&[fact], edition).map(place).collect();
    match places.is_empty() {
        true => String::new(),
        false => format!(" ({})", places.join(", ")),
    }
}

fn place(rule: &Rule) -> String {
    rule.cites.first().map_or_else(String::new, Citation::to_string)
}

/// Returns the rules whose own conditions ask for one of these facts.
fn asking(facts: &[Fact], edition: Edition) -> impl Iterator<Item = &'static Rule> {
    all_rules()
        .filter(move |rule| rule.is_law_in(edition) && facts.iter().any(|fact| rule.when.asks_for(*fact)))
}

/// Returns the exceptions that ask for one of these facts, each with its rule.
fn excepting(facts: &[Fact], edition: Edition) -> impl Iterator<Item = (&'static Rule, &'static Exception)> {
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

/// Returns what an exception leaves of what its rule brings.
fn relieved(rule: &Rule, exception: &Exception) -> String {
    match (exception.gives, rule.then) {
        (Relief::Status(status), Then::Duty(para, _)) => {
            format!("with a yes, {}: {}", para.words(), status.words())
        }
        (Relief::Status(_) | Relief::Lifts, then) => {
            format!("with a yes, this does not follow: {}", follows(then))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::again::questions;
    use crate::ask::changes::By;
    use crate::ask::sitting::Scope;
    use crate::ask::standing::Under;
    use crate::ask::vocabulary::point_of;
    use crate::calendar::Date;
    use crate::diag::Diagnostics;
    use crate::source::FileId;
    use crate::yaml::parse::parse;

    fn sitting(edition: Edition) -> Sitting {
        let record = "kind: ai_system\nid: a\nname: A\nour_roles: [deployer]\n";
        let record = parse(FileId(0), record, &mut Diagnostics::default()).remove(0);
        let as_of = Date::on(2026, 11, 22);
        let by = By {
            role: String::new(),
            on: as_of,
        };
        Sitting::begin(record, by, Under { edition, as_of }, Scope::All).unwrap()
    }

    #[test]
    fn every_question_that_can_be_asked_is_explained_in_each_section() {
        let tripwires = MEANINGS.iter().map(|meaning| meaning.field.to_owned());
        for edition in Edition::ALL {
            let sitting = sitting(*edition);
            let rules = all_rules().filter(|rule| rule.is_law_in(*edition));
            let mut facts = Vec::new();
            rules.for_each(|rule| rule.when.facts(&mut facts));
            let facts = facts
                .into_iter()
                .filter(|fact| !fact.field().starts_with("facts.gpai"));
            for field in facts.map(|fact| fact.field()).chain(tripwires.clone()) {
                for question in questions(&field) {
                    let told = explained(&sitting, &question);
                    let sections: Vec<&str> = told.split("\n\n").collect();
                    assert!(sections.len() >= 6, "{field}: {told}");
                    for section in &sections[..5] {
                        assert!(section.trim().lines().count() >= 2, "{field}: {told}");
                    }
                }
            }
        }
    }

    #[test]
    fn it_tells_clause_and_class_and_what_does_not_count() {
        let sitting = sitting(Edition::Omnibus2026);
        for (field, words) in [
            (
                "tripwires.affects_individual_decisions",
                &["Annex III 4(a)", "high-risk (Annex III)", "none of these holds"][..],
            ),
            (
                "facts.art50.interacts_directly",
                &[
                    "Completion of text or code",
                    "Excepted: It is obvious",
                    "Art. 50(1): a yes can lead to a duty",
                ],
            ),
            (
                "facts.art50.crime_law_permitted",
                &[
                    "Yes, if: The law authorises",
                    "Art. 50(2): with a yes, marking synthetic content: not owed",
                ],
            ),
        ] {
            let told = explained(&sitting, &questions(field)[0]);
            for words in words {
                assert!(told.contains(words), "{words}: {told}");
            }
            assert!(told.contains("Unknown never counts as no"));
        }
        let areas = questions("facts.annex_iii.points");
        let points: usize = areas.iter().map(|area| area.facts.len()).sum();
        assert_eq!(
            points,
            Fact::ALL.iter().filter(|fact| point_of(**fact).is_some()).count()
        );
    }
}
