//! Answers that stand in a record and can be asked for again: which there are, and the questions behind each. What the
//! record leaves open is not among them, since it is asked for anyway; neither is what no question of ours is about.

use crate::ask::question::{Question, tripwires};
use crate::ask::vocabulary::{POINTS, form, point_of};
use crate::classify::weigh::system_rules;
use crate::inventory::notes::{in_a_note, standing};
use crate::law::fact::{Fact, Means};
use crate::law::terms::AnnexArea;
use crate::yaml::decode::{listed, nearest};
use crate::yaml::node::Node;

/// Returns the fields of a record that answer a question, in the order of [`asked_fields`].
pub(crate) fn answered(record: &Node) -> Vec<String> {
    let mut fields = asked_fields();
    fields.retain(|field| standing(record, field).is_some_and(is_answered));
    fields
}

/// Returns the fields that a question is about: roles, tripwires, then facts in the order of the law.
fn asked_fields() -> Vec<String> {
    let mut fields = vec!["our_roles".to_owned()];
    fields.extend(tripwires().map(str::to_owned));
    fields.extend(asked_facts());
    fields
}

/// Returns whether a value says something; an empty list does, for it says that nothing holds.
fn is_answered(value: &Node) -> bool {
    in_a_note(value).is_none_or(|noted| noted != "unknown")
}

/// Returns those of the answered fields that a person means, who may leave out the first part of a name.
///
/// # Errors
/// Says what can be asked for again when the record does not answer the field.
pub(crate) fn meant<'f>(typed: &str, answered: &'f [String]) -> Result<Vec<&'f String>, String> {
    let found: Vec<&String> = answered.iter().filter(|field| is_meant(typed, field)).collect();
    match (found.is_empty(), answered.is_empty()) {
        (false, _) => Ok(found),
        (true, true) => Err("the record answers no question yet; leave `--again` out".to_owned()),
        (true, false) => Err(refusal(typed, answered)),
    }
}

fn is_meant(typed: &str, field: &str) -> bool {
    field == typed || field.strip_suffix(typed).is_some_and(|rest| rest.ends_with('.'))
}

/// How many answers a refusal names, so that it is not cut off.
const MOST_NAMED: usize = 6;

/// Says why a field cannot be asked for again: no question is about it, or the record does not answer it.
fn refusal(typed: &str, answered: &[String]) -> String {
    let names = answered.iter().map(|field| last_part(field));
    let nearest = nearest(last_part(typed), names);
    let is_asked = asked_fields().iter().any(|field| is_meant(typed, field));
    if nearest.is_none() && !is_asked {
        return format!("no question of `ask` is about `{typed}`; change it in the file");
    }
    let nearest = nearest.map_or_else(String::new, |near| format!("did you mean `{near}`? "));
    let shown: Vec<&str> = answered.iter().take(MOST_NAMED).map(String::as_str).collect();
    let more = match answered.len().saturating_sub(MOST_NAMED) {
        0 => String::new(),
        n_more => format!(" and {n_more} more"),
    };
    format!(
        "`{typed}` is no answer of this record; {nearest}it has {}{more}",
        listed(&shown)
    )
}

fn last_part(field: &str) -> &str {
    field.rsplit('.').next().unwrap_or(field)
}

/// Returns the questions behind a field: for the points of Annex III one for each area, with all its points.
pub(crate) fn questions(field: &str) -> Vec<Question> {
    let points = Fact::ALL.iter().copied().filter(|fact| point_of(*fact).is_some());
    if field.strip_prefix("facts.") == Some(POINTS) {
        let points: Vec<Fact> = points.collect();
        return AnnexArea::ALL
            .iter()
            .map(|area| area_question(*area, &points))
            .collect();
    }
    let tripwire = tripwires().find(|known| *known == field);
    let tripwire = tripwire.map(|field| Question::tripwire(field, Vec::new()));
    let fact = || Fact::ALL.iter().find(|fact| fact.field() == field);
    tripwire
        .or_else(|| fact().map(|fact| Question::about(*fact)))
        .into_iter()
        .collect()
}

fn area_question(area: AnnexArea, points: &[Fact]) -> Question {
    let is_in = |fact: &&Fact| point_of(**fact).is_some_and(|point| point.area() == area);
    Question::area(area, points.iter().filter(is_in).copied().collect())
}

/// Returns the fields of the facts that rules on systems ask a person for, each once.
fn asked_facts() -> Vec<String> {
    let mut facts = Vec::new();
    system_rules().for_each(|rule| rule.facts(&mut facts));
    facts.sort();
    let mut fields: Vec<String> = Vec::new();
    for fact in facts.into_iter().filter(|fact| can_be_asked(*fact)) {
        if !fields.contains(&fact.field()) {
            fields.push(fact.field());
        }
    }
    fields
}

fn can_be_asked(fact: Fact) -> bool {
    let path = fact.row().path;
    match fact.row().means {
        Means::True => true,
        Means::OneOf(_) | Means::Anything => path == POINTS || !form(path).choices().is_empty(),
        Means::Roles(_)
        | Means::False
        | Means::AboveTenTo(_)
        | Means::AboveThirdOfOriginal
        | Means::Before(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::question::Topic;
    use crate::diag::Diagnostics;
    use crate::inventory::notes::is_asked;
    use crate::report::visible::visible;
    use crate::source::FileId;
    use crate::yaml::parse::parse;

    #[test]
    fn every_answer_can_be_asked_for_again_and_what_is_open_cannot() {
        let record = "our_roles: [deployer]\ntripwires: {generates_media: false, built_or_rebranded: none, safety_component: {unknown: {}}}\nfacts: {annex_iii: {points: [], profiling: true}, art5: {a: {technique: none}}}\n";
        let record = parse(FileId(0), record, &mut Diagnostics::default()).remove(0);
        let answered = answered(&record);
        assert_eq!(
            answered,
            [
                "our_roles",
                "tripwires.built_or_rebranded",
                "tripwires.generates_media",
                "facts.art5.a.technique",
                "facts.annex_iii.points",
                "facts.annex_iii.profiling",
            ]
        );
        for (typed, expected) in [
            ("profiling", Some("facts.annex_iii.profiling")),
            ("our_roles", Some("our_roles")),
            ("roles", None),
            ("safety_component", None),
            ("", None),
        ] {
            let found = meant(typed, &answered).ok();
            let found = found.map(|found| found.into_iter().map(String::as_str).collect::<Vec<_>>());
            assert_eq!(found, expected.map(|one| vec![one]), "{typed}");
        }
    }

    // The advice of W0432 names the command exactly where it works.
    #[test]
    fn a_note_advises_to_ask_again_where_a_question_is_about_its_field() {
        let facts = Fact::ALL
            .iter()
            .filter(|fact| !fact.row().path.starts_with("gpai."));
        let facts = facts.map(|fact| fact.field());
        let tripwires = tripwires().map(str::to_owned);
        let asked = asked_fields();
        let differs = |field: &String| is_asked(field) != asked.contains(field);
        let differing: Vec<String> = facts.chain(tripwires).filter(differs).collect();
        assert_eq!(differing, Vec::<String>::new());
    }

    #[test]
    fn a_refusal_names_what_was_meant_or_says_that_no_question_is_about_it() {
        let answered = asked_fields();
        for (typed, says) in [
            (
                "facts.annex_iii.profilng",
                "did you mean `profiling`? it has `our_roles`, ",
            ),
            (
                "filter_condition",
                "no question of `ask` is about `filter_condition`; change it in the file",
            ),
            ("facts.annex_iii.filter_condition", "change it in the file"),
            ("owner", "no question of `ask` is about `owner`"),
        ] {
            let told = meant(typed, &answered).unwrap_err();
            assert!(told.contains(says), "{told}");
            assert_eq!(visible(&told), told, "it is shown whole");
        }
        let told = meant("profiling", &["our_roles".to_owned()]).unwrap_err();
        assert_eq!(
            told,
            "`profiling` is no answer of this record; it has `our_roles`"
        );
    }

    #[test]
    fn every_field_leads_back_to_its_question() {
        for field in asked_facts() {
            let questions = questions(&field);
            assert!(!questions.is_empty(), "{field}");
            assert!(
                questions.iter().all(|question| question.field() == field),
                "{field}"
            );
        }
        for field in tripwires() {
            assert_eq!(questions(field)[0].topic, Topic::Tripwire(field));
        }
        assert_eq!(questions("our_roles")[0].topic, Topic::Roles);
    }
}
