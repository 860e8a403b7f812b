//! Classes for machines (`classify --format json`, a contract). A classification and the texts it was read from come
//! in, one JSON object comes out. Keys and terms are those of the labelled cases. People read `class_lines`.

use crate::calendar::Date;
use crate::classify::Classification;
use crate::classify::facts::{Answer, Origin};
use crate::classify::model::ModelClass;
use crate::classify::questions::OpenQuestion;
use crate::classify::system::{Because, SystemClass};
use crate::inventory::id::Id;
use crate::law::cite::Citation;
use crate::law::edition::Edition;
use crate::law::fact::Fact;
use crate::law::rule::Route;
use crate::law::sources;
use crate::law::terms::{Status, Tier};
use crate::obligations::owed::{Owed, Standing, Subject};
use crate::source::SourceMap;
use serde::Serialize;

/// Tells classes as JSON, one object with a line feed at its end.
pub fn json(classification: &Classification, texts: &SourceMap) -> String {
    json_with_duties(classification, &[], texts)
}

/// Tells classes with the duties that our roles bring.
pub fn json_with_duties(classification: &Classification, owed: &[Owed], texts: &SourceMap) -> String {
    let report = Report {
        as_of: classification.as_of,
        law: classification.edition,
        rules: sources::REVISION,
        rules_sha256: sources::rules_sha256(),
        systems: classification
            .systems
            .iter()
            .map(|(id, class)| SystemReport {
                role_obligations: of_subject(owed, &Subject::System(id.clone())),
                ..system(id, class, texts)
            })
            .collect(),
        models: classification
            .models
            .iter()
            .map(|(id, class)| ModelReport {
                role_obligations: of_subject(owed, &Subject::Model(id.clone())),
                ..model(id, class, texts)
            })
            .collect(),
    };
    // Plain structs with text keys always serialise.
    serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
}

#[derive(Serialize)]
struct Report<'c> {
    as_of: Date,
    law: Edition,
    rules: &'static str,
    rules_sha256: String,
    systems: Vec<SystemReport<'c>>,
    models: Vec<ModelReport<'c>>,
}

#[derive(Serialize)]
struct SystemReport<'c> {
    id: &'c str,
    primary_tier: Tier,
    min_tier: Tier,
    max_tier: Tier,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    prohibited_points: Vec<&'static str>,
    high_risk_routes: &'c [Route],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    role_changes: Vec<&'static str>,
    art50: Vec<EntryReport>,
    legal_basis: &'c [Citation],
    applies_from: Option<Date>,
    status_on_as_of: Option<Status>,
    grandfathered: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    deadline: Option<Date>,
    open_questions: Vec<QuestionReport>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    role_obligations: Vec<DutyReport>,
    because: Vec<BecauseReport>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    doubts: &'c [&'static str],
}

#[derive(Serialize)]
struct ModelReport<'c> {
    id: &'c str,
    gpai_axis: Option<&'static str>,
    possible: Vec<&'static str>,
    legal_basis: &'c [Citation],
    applies_from: Option<Date>,
    status_on_as_of: Option<Status>,
    #[serde(skip_serializing_if = "Option::is_none")]
    deadline: Option<Date>,
    open_questions: Vec<QuestionReport>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    role_obligations: Vec<DutyReport>,
    because: Vec<BecauseReport>,
}

#[derive(Serialize)]
struct DutyReport {
    duty: &'static str,
    role: &'static str,
    legal_basis: &'static [Citation],
    #[serde(skip_serializing_if = "Option::is_none")]
    applies_from: Option<Date>,
    status_on_as_of: Status,
}

#[derive(Serialize)]
struct EntryReport {
    para: &'static str,
    bearer: &'static str,
    status: &'static str,
}

#[derive(Serialize)]
struct QuestionReport {
    fact: String,
    question: &'static str,
    field: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    tripwire: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    leads_to: Option<Tier>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role_change: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    if_yes: Option<RangeReport>,
    #[serde(skip_serializing_if = "Option::is_none")]
    if_no: Option<RangeReport>,
}

#[derive(Serialize)]
struct RangeReport {
    min_tier: Tier,
    max_tier: Tier,
}

#[derive(Serialize)]
struct BecauseReport {
    rule: &'static str,
    cites: String,
    holds: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    exception: Option<&'static str>,
    basis: &'static str,
    reading: &'static str,
    answers: Vec<AnswerReport>,
}

#[derive(Serialize)]
struct AnswerReport {
    fact: String,
    value: &'static str,
    from: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<String>,
}

fn system<'c>(id: &'c Id, class: &'c SystemClass, texts: &SourceMap) -> SystemReport<'c> {
    SystemReport {
        id: id.as_str(),
        primary_tier: class.primary_tier,
        min_tier: class.min_tier,
        max_tier: class.max_tier,
        reason: class.reason.map(|reason| reason.key()),
        prohibited_points: class.prohibited_points.iter().map(|point| point.key()).collect(),
        high_risk_routes: &class.high_risk_routes,
        role_changes: class.role_changes.iter().map(|change| change.key()).collect(),
        art50: class
            .art50
            .iter()
            .map(|entry| EntryReport {
                para: entry.para.key(),
                bearer: entry.bearer.key(),
                status: entry.status.key(),
            })
            .collect(),
        legal_basis: &class.legal_basis,
        applies_from: class.applies_from,
        status_on_as_of: class.status_on_as_of,
        grandfathered: class.grandfathered,
        deadline: class.deadline,
        open_questions: class.open_questions.iter().map(question).collect(),
        role_obligations: Vec::new(),
        because: class.because.iter().map(|it| because(it, texts)).collect(),
        doubts: &class.doubts,
    }
}

fn model<'c>(id: &'c Id, class: &'c ModelClass, texts: &SourceMap) -> ModelReport<'c> {
    let open = |fact: &Fact| QuestionReport {
        fact: fact.key(),
        question: fact.question(),
        field: fact.field(),
        tripwire: None,
        leads_to: None,
        role_change: None,
        if_yes: None,
        if_no: None,
    };
    ModelReport {
        id: id.as_str(),
        gpai_axis: class.gpai_axis.map(|axis| axis.key()),
        possible: class.possible.iter().map(|axis| axis.key()).collect(),
        legal_basis: &class.legal_basis,
        applies_from: class.applies_from,
        status_on_as_of: class.status_on_as_of,
        deadline: class.deadline,
        open_questions: class.open_questions.iter().map(open).collect(),
        role_obligations: Vec::new(),
        because: class.because.iter().map(|it| because(it, texts)).collect(),
    }
}

/// Returns the duties owed for a subject. What the organisation owes as a whole is owed for every system or model that
/// it has a role of the duty in.
fn of_subject(owed: &[Owed], subject: &Subject) -> Vec<DutyReport> {
    let own = || owed.iter().filter(|owed| owed.subject == *subject);
    let shared = owed.iter().filter(|owed| owed.subject == Subject::Organisation);
    let shared = shared.filter(|shared| own().any(|own| shared.duty.roles.contains(&own.role)));
    shared.chain(own()).map(duty).collect()
}

fn duty(owed: &Owed) -> DutyReport {
    let (applies_from, status_on_as_of) = match owed.standing {
        Standing::OwedNow | Standing::Grace(_) => (None, Status::Applicable),
        Standing::From(day) | Standing::DateUnsettled(day) => (Some(day), Status::NotYetApplicable),
    };
    DutyReport {
        duty: owed.duty.id,
        role: owed.role.key(),
        legal_basis: owed.duty.cites,
        applies_from,
        status_on_as_of,
    }
}

fn question(open: &OpenQuestion) -> QuestionReport {
    let range = |(min_tier, max_tier)| Some(RangeReport { min_tier, max_tier });
    QuestionReport {
        fact: match open.fact.choice() {
            Some(_) => open.fact.row().path.to_owned(),
            None => open.fact.key(),
        },
        question: open.question,
        field: open.fact.field(),
        tripwire: open.tripwire,
        leads_to: Some(open.leads_to),
        role_change: open.role_change.map(|change| change.key()),
        if_yes: range(open.if_yes),
        if_no: range(open.if_no),
    }
}

fn because(it: &Because, texts: &SourceMap) -> BecauseReport {
    BecauseReport {
        rule: it.rule.id,
        cites: it.rule.cites[0].to_string(),
        holds: it.verdict.word(),
        exception: it.exception.map(|exception| exception.id),
        basis: it.rule.basis.words(),
        reading: it.rule.reading.words(),
        answers: it
            .answers
            .iter()
            .map(|(fact, answer)| AnswerReport {
                fact: fact.key(),
                value: answer.verdict.word(),
                from: from(answer),
                at: place(answer, texts),
            })
            .collect(),
    }
}

/// Returns the field from which an answer comes.
pub(crate) fn from(answer: &Answer) -> &'static str {
    match answer.origin {
        Origin::Stated | Origin::Group => "facts",
        Origin::Near => "facts.annex_iii.near_points",
        Origin::Implied(field) => field,
        Origin::Unlisted => "unlisted_facts",
        Origin::Silence => "nobody",
    }
}

/// Returns the place of the statement on which an answer rests.
pub(crate) fn place(answer: &Answer, texts: &SourceMap) -> Option<String> {
    answer.span.map(|span| texts.place(span).to_string())
}
