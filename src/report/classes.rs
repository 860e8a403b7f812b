//! Classes for machines (`classify --format json`, a contract) and for people at a terminal. A classification and the
//! texts it was read from come in, one string comes out. Keys and terms are those of the labelled cases.

use crate::calendar::Date;
use crate::classify::Classification;
use crate::classify::facts::{Answer, Origin, Verdict};
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
use crate::source::SourceMap;
use serde::Serialize;
use std::fmt::{self, Write};

/// How much is told to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// The class, its days and the open questions.
    Classes,
    /// Every rule with its answers and their places as well.
    Trace,
}

/// Tells classes as JSON, one object with a line feed at its end.
pub fn json(classification: &Classification, texts: &SourceMap) -> String {
    let report = Report {
        as_of: classification.as_of,
        law: classification.edition,
        rules: sources::REVISION,
        rules_sha256: sources::rules_sha256(),
        systems: classification
            .systems
            .iter()
            .map(|(id, class)| system(id, class, texts))
            .collect(),
        models: classification
            .models
            .iter()
            .map(|(id, class)| model(id, class, texts))
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
    art50: Vec<EntryReport>,
    legal_basis: &'c [Citation],
    applies_from: Option<Date>,
    status_on_as_of: Option<Status>,
    grandfathered: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    deadline: Option<Date>,
    open_questions: Vec<QuestionReport>,
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
    because: Vec<BecauseReport>,
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
        because: class.because.iter().map(|it| because(it, texts)).collect(),
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

fn from(answer: &Answer) -> &'static str {
    match answer.origin {
        Origin::Stated | Origin::Group => "facts",
        Origin::Near => "facts.annex_iii.near_points",
        Origin::Implied(field) => field,
        Origin::Unlisted => "unlisted_facts",
        Origin::Silence => "nobody",
    }
}

fn place(answer: &Answer, texts: &SourceMap) -> Option<String> {
    answer.span.map(|span| texts.place(span).to_string())
}

/// Tells classes to people, one paragraph each.
pub fn human(classification: &Classification, texts: &SourceMap, detail: Detail) -> String {
    let mut out = format!(
        "{} ({}), as of {}\n",
        classification.edition.title(),
        classification.edition,
        classification.as_of.in_words()
    );
    // Writing to a string cannot fail.
    for (id, class) in &classification.systems {
        let _ = system_lines(&mut out, id, class, texts, detail);
    }
    for (id, class) in &classification.models {
        let _ = model_lines(&mut out, id, class, texts, detail);
    }
    out
}

fn system_lines(
    out: &mut String,
    id: &Id,
    class: &SystemClass,
    texts: &SourceMap,
    detail: Detail,
) -> fmt::Result {
    writeln!(out, "\n{id}: {}", tier_words(class))?;
    if let Some(reason) = class.reason {
        writeln!(out, "  reason          {}", reason.words())?;
    }
    for point in &class.prohibited_points {
        writeln!(out, "  prohibited      {}, {}", point.key(), point.words())?;
    }
    for route in &class.high_risk_routes {
        writeln!(out, "  high-risk route {route}")?;
    }
    for entry in &class.art50 {
        let (para, bearer, status) = (entry.para.key(), entry.bearer.words(), entry.status.words());
        writeln!(out, "  Article {para:<7} {bearer}: {status}")?;
    }
    days(out, class.applies_from, class.status_on_as_of, class.deadline)?;
    if class.grandfathered {
        writeln!(
            out,
            "  transition      left alone until its design is significantly changed"
        )?;
    }
    basis(out, &class.legal_basis)?;
    for open in &class.open_questions {
        writeln!(out, "  open            {}", open.question)?;
        let wire = open
            .tripwire
            .map_or_else(String::new, |wire| format!(" or `{wire}`"));
        let leads_to = open.leads_to.words();
        writeln!(
            out,
            "                  `{}`{wire}; leads to: {leads_to}",
            open.fact.field()
        )?;
    }
    for doubt in &class.doubts {
        writeln!(out, "  doubt           {doubt}")?;
    }
    trace(out, &class.because, texts, detail)
}

fn model_lines(
    out: &mut String,
    id: &Id,
    class: &ModelClass,
    texts: &SourceMap,
    detail: Detail,
) -> fmt::Result {
    let possible: Vec<&str> = class.possible.iter().map(|axis| axis.words()).collect();
    let axis = class.gpai_axis.map_or_else(
        || format!("unknown: {}", possible.join("; or ")),
        |axis| axis.words().to_owned(),
    );
    writeln!(out, "\n{id}: {axis}")?;
    days(out, class.applies_from, class.status_on_as_of, class.deadline)?;
    if class.open_questions.contains(&Fact::PlacedBeforeGpai) {
        writeln!(out, "                  only if it was on the market early enough")?;
    }
    basis(out, &class.legal_basis)?;
    for fact in &class.open_questions {
        writeln!(out, "  open            {}", fact.question())?;
        writeln!(out, "                  `{}`", fact.field())?;
    }
    trace(out, &class.because, texts, detail)
}

fn days(out: &mut String, from: Option<Date>, status: Option<Status>, deadline: Option<Date>) -> fmt::Result {
    if let (Some(from), Some(status)) = (from, status) {
        writeln!(out, "  applies from    {} ({})", from.in_words(), status.words())?;
    }
    if let Some(deadline) = deadline {
        writeln!(out, "  time until      {}", deadline.in_words())?;
    }
    Ok(())
}

fn basis(out: &mut String, cites: &[Citation]) -> fmt::Result {
    let cites: Vec<String> = cites.iter().map(ToString::to_string).collect();
    match cites.is_empty() {
        true => Ok(()),
        false => writeln!(out, "  legal basis     {}", cites.join("; ")),
    }
}

fn trace(out: &mut String, because: &[Because], texts: &SourceMap, detail: Detail) -> fmt::Result {
    if detail == Detail::Classes {
        return Ok(());
    }
    for it in because {
        let holds = match it.verdict {
            Verdict::Yes => "holds",
            Verdict::No => "does not hold",
            Verdict::Unknown => "unknown",
        };
        writeln!(
            out,
            "  rule            {} ({}): {holds}",
            it.rule.id, it.rule.cites[0]
        )?;
        writeln!(out, "                  {}", it.rule.paraphrase)?;
        if let Some(exception) = it.exception {
            writeln!(
                out,
                "    exception     {}: {}",
                exception.id, exception.paraphrase
            )?;
        }
        for (fact, answer) in &it.answers {
            let at = place(answer, texts).map_or_else(String::new, |at| format!(" at {at}"));
            let (value, from) = (answer.verdict.word(), from(answer));
            writeln!(out, "    {value:<7}       {} (from {from}{at})", fact.key())?;
        }
    }
    Ok(())
}

/// Returns the class in words, which names the range while a question is open.
fn tier_words(class: &SystemClass) -> String {
    let (min, max) = (class.min_tier.words(), class.max_tier.words());
    match class.is_open() {
        false => min.to_owned(),
        true => format!("unknown: at least {min}, at most {max}"),
    }
}
