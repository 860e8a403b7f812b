//! What `?` tells about a question, for a person who knows neither the Act nor programs: what is asked, what counts and
//! what does not, why it is asked and what can follow, and what to do when nobody knows. Every word on the law comes from
//! its tables. Says nothing about what the answer changes here and now; `wording` does, beside the question.

use crate::ask::follows::{asking, excepting, meant, place, tripwire_why, why};
use crate::ask::leading::{facts, helpful};
use crate::ask::question::{Question, Topic};
use crate::ask::reply::expected;
use crate::ask::sitting::Sitting;
use crate::ask::vocabulary::BUILT;
use crate::law::cite::{Citation, listed};
use crate::law::edition::Edition;
use crate::law::fact::Fact;
use crate::law::rule::{Exception, Rule};
use crate::law::terms::AnnexArea;

/// Returns the page about a question.
pub fn explained(sitting: &Sitting, question: &Question) -> String {
    let edition = sitting.edition();
    let (counts, why) = match question.topic {
        Topic::Tripwire(field) if field != BUILT => {
            (tripwire_counts(field, edition), tripwire_why(field, edition))
        }
        Topic::Tripwire(_) | Topic::Roles | Topic::Field(_) => {
            (counts(question, edition), why(question, edition))
        }
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
    let facts = facts(question);
    let mut told: Vec<String> = asking(&facts, edition)
        .filter(|rule| describes(rule, question))
        .map(|rule| rule_counts(rule, question, edition))
        .collect();
    for (_, exception) in excepting(&facts, edition) {
        let answer = claimed_by(question, exception);
        let line = format!("  - {answer}, if: {}\n", exception_words(exception));
        if !told.contains(&line) {
            told.push(line);
        }
    }
    match told.is_empty() {
        true => NOTHING_MORE.to_owned(),
        false => told.concat(),
    }
}

/// What counts when no rule of the tables describes what is asked.
const NOTHING_MORE: &str = "  The rules that ask this say no more about it than the question does.\n";

/// Returns whether a rule describes what is asked. One that takes other things, and this not to hold, describes those.
fn describes(rule: &Rule, question: &Question) -> bool {
    let mut parts = Vec::new();
    rule.when.facts(&mut parts);
    parts.len() == 1 || helpful(question, &rule.when).is_none_or(|helpful| !helpful.is_negated)
}

/// Returns the answer by which an exception is claimed.
fn claimed_by(question: &Question, exception: &Exception) -> String {
    match helpful(question, &exception.when).map(|helpful| helpful.answer) {
        Some(answer) if answer == "a yes" => "Yes".to_owned(),
        Some(answer) if answer == "a no" => "No".to_owned(),
        Some(answer) => answer.replacen("answer", "Answer", 1),
        None => String::new(),
    }
}

fn rule_counts(rule: &Rule, question: &Question, edition: Edition) -> String {
    let said = [rule.paraphrase, rule.limits, rule.doubt];
    let said: Vec<&str> = said.into_iter().filter(|part| !part.is_empty()).collect();
    let mut told = format!("  - {} ({})\n", said.join(" "), listed(rule.cites));
    let mut parts = Vec::new();
    rule.when.facts(&mut parts);
    for part in parts.iter().filter(|part| !facts(question).contains(part)) {
        let besides = match rule.when.needs(*part) {
            Some(false) => "Asked besides, and a no is needed",
            Some(true) | None => "Asked besides",
        };
        told.push_str(&format!("      {besides}: {}\n", part.question()));
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

/// Returns where the law asks for a fact, in brackets.
fn places(fact: Fact, edition: Edition) -> String {
    let mut places: Vec<String> = Vec::new();
    for place in asking(&[fact], edition).map(place) {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    match places.is_empty() {
        true => String::new(),
        false => format!(" ({})", places.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::again::questions;
    use crate::ask::changes::By;
    use crate::ask::question::tripwires;
    use crate::ask::sitting::Scope;
    use crate::ask::standing::Under;
    use crate::ask::vocabulary::point_of;
    use crate::calendar::Date;
    use crate::classify::plain::MEANINGS;
    use crate::diag::Diagnostics;
    use crate::law::all_rules;
    use crate::source::FileId;
    use crate::yaml::parse::parse;
    use std::collections::BTreeSet;

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
        for edition in Edition::ALL {
            let sitting = sitting(*edition);
            let rules = all_rules().filter(|rule| rule.is_law_in(*edition));
            let mut facts = Vec::new();
            rules.for_each(|rule| rule.when.facts(&mut facts));
            let facts = facts
                .into_iter()
                .filter(|fact| !fact.field().starts_with("facts.gpai"));
            for field in facts
                .map(|fact| fact.field())
                .chain(tripwires().map(str::to_owned))
            {
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
    fn a_place_of_the_law_stands_once_beside_what_it_asks() {
        for meaning in MEANINGS {
            let told = tripwire_counts(meaning.field, Edition::Omnibus2026);
            let brackets = told
                .lines()
                .filter_map(|line| line.split_once("? (")?.1.strip_suffix(')'));
            for bracket in brackets {
                let places: Vec<&str> = bracket.split(", ").collect();
                let each: BTreeSet<&str> = places.iter().copied().collect();
                assert_eq!(each.len(), places.len(), "{}: {bracket}", meaning.field);
            }
        }
        let told = tripwire_counts("tripwires.safety_component", Edition::Omnibus2026);
        assert!(
            told.contains("? (Art. 6(1))\n") || told.contains(") (Art. 6(1))\n"),
            "{told}"
        );
    }

    #[test]
    fn what_counts_never_describes_the_opposite_of_what_is_asked() {
        let sitting = sitting(Edition::Omnibus2026);
        for (field, said, never) in [
            (
                "facts.annex_iii.profiling",
                NOTHING_MORE,
                "narrow procedural task",
            ),
            ("facts.scope.monetised", NOTHING_MORE, "released under a free"),
            (
                "facts.scope.is_ai_system",
                "  - A system that does not infer",
                "Yes, if",
            ),
            (
                "facts.art50.content_exclusion",
                "  - Answer 1, if: Source code",
                "Yes, if",
            ),
            (
                "facts.scope.pre_market_rd_only",
                "      Asked besides, and a no is needed: Is the system tested under",
                "Asked besides: Is the system tested",
            ),
        ] {
            let told = explained(&sitting, &questions(field)[0]);
            assert!(told.contains(said), "{said}: {told}");
            assert!(!told.contains(never), "{never}: {told}");
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
