//! Classes for people at a terminal: one paragraph for each system and model, with its days, its legal basis and the
//! questions that are open; every rule with its answers when that is wanted. Machines read `classes`.

use crate::calendar::Date;
use crate::classify::Classification;
use crate::classify::bearers::{Bound, bound};
use crate::classify::facts::Verdict;
use crate::classify::model::ModelClass;
use crate::classify::system::{Because, SystemClass};
use crate::inventory::id::Id;
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::law::annexes::{NO_DIRECT_DUTY, governed_by};
use crate::law::cite::{Citation, listed};
use crate::law::edition::Edition;
use crate::law::fact::Fact;
use crate::law::terms::{Status, Tier};
use crate::report::classes::{from, place};
use crate::source::SourceMap;
use std::collections::BTreeMap;
use std::fmt::{self, Write};

/// How much is told to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// The class, its days and the open questions.
    Classes,
    /// Every rule with its answers and their places as well.
    Trace,
}

/// Tells classes to people, one paragraph each; the records say which duties are those of others.
pub fn human(
    classification: &Classification,
    systems: &BTreeMap<Id, Record<System>>,
    texts: &SourceMap,
    detail: Detail,
) -> String {
    let mut out = format!(
        "{} ({}), as of {}\n",
        classification.edition.title(),
        classification.edition,
        classification.as_of.in_words()
    );
    // Writing to a string cannot fail.
    for (id, class) in &classification.systems {
        let record = systems.get(id).map(|record| &**record);
        let edition = classification.edition;
        let _ = system_lines(&mut out, (id, record), class, (edition, texts), detail);
    }
    for (id, class) in &classification.models {
        let _ = model_lines(&mut out, id, class, texts, detail);
    }
    out
}

fn system_lines(
    out: &mut String,
    (id, record): (&Id, Option<&System>),
    class: &SystemClass,
    (edition, texts): (Edition, &SourceMap),
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
    for change in &class.role_changes {
        writeln!(out, "  role changes    {}: {}", change.words(), change.effect())?;
    }
    for entry in &class.art50 {
        let (para, bearer, status) = (entry.para.key(), entry.bearer.words(), entry.status.words());
        let whose = match record.map(|system| bound(system, class, entry.bearer)) {
            Some(Bound::Others) => ", not you",
            Some(Bound::NotSettled) => "; your role is not settled",
            Some(Bound::Us) | None => "",
        };
        writeln!(out, "  Article {para:<7} {bearer}{whose}: {status}")?;
    }
    match class.primary_tier == Tier::HighRiskAnnexIB {
        true => {
            let governs = governed_by(&class.legal_basis, edition);
            writeln!(
                out,
                "  Chapter III     {NO_DIRECT_DUTY}; what governs is {governs}"
            )?;
        }
        false => days(out, class.applies_from, class.status_on_as_of, class.deadline)?,
    }
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
        let leads_to = open
            .role_change
            .map_or(open.leads_to.words(), |change| change.effect());
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
    match cites.is_empty() {
        true => Ok(()),
        false => writeln!(out, "  legal basis     {}", listed(cites)),
    }
}

fn trace(out: &mut String, because: &[Because], texts: &SourceMap, detail: Detail) -> fmt::Result {
    if detail == Detail::Classes {
        return Ok(());
    }
    for it in because {
        let holds = match it.verdict {
            Verdict::Yes => "holds",
            Verdict::No if it.lifted_by().is_some() => "met in principle, lifted by an exception",
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
