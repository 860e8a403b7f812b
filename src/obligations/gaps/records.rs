//! Gaps of record-keeping: periods of logs, sources of counts, retention of documents, reports of incidents.

use crate::calendar::Date;
use crate::inventory::audit::{AuditSource, AuditSummary, HeldBy, LogCategory, LogCategoryName};
use crate::inventory::id::Id;
use crate::inventory::incident::Incident;
use crate::inventory::kind::Kind;
use crate::inventory::record::Record;
use crate::inventory::system::OutputModality;
use crate::law::gaps as law;
use crate::link::Inventory;
use crate::link::audits::days;
use crate::obligations::case::{Case, inquiry, most_pressing, shared};
use crate::obligations::deadlines::report_clock;
use crate::obligations::gap::{Gap, Inquiry};
use crate::obligations::level::Level;
use crate::obligations::records::{Retention, documents_kept_until, retention};
use crate::source::Spanned;

/// Returns the gaps of one system.
pub(crate) fn of_system(case: &Case) -> Vec<Gap> {
    let mut gaps = documents(case);
    gaps.extend(unlogged(case));
    gaps.extend(continuity(case));
    gaps.extend(incidents(case));
    gaps
}

fn unlogged(case: &Case) -> Option<Gap> {
    let level = case.high_risk()?;
    let audits = case.docket.inventory.audits_of(case.system);
    let is_recorded = audits.iter().any(|it| !it.log_categories.is_open());
    let lack = || {
        case.inquiry()
            .lack(&law::REC_010, level, "audit", &case.system.audit, "")
    };
    (!is_recorded).then(lack).flatten()
}

/// Days between the periods of a system that no summary covers. Several may cover the same days.
fn continuity(case: &Case) -> Vec<Gap> {
    let audits = case.docket.inventory.audits_of(case.system);
    let mut covered_until = None;
    let mut gaps = Vec::new();
    for audit in audits {
        let Some((start, end)) = days(audit) else { continue };
        let n_days = covered_until.map_or(0, |until: Date| until.days_until(start) - 1);
        if n_days > 0 {
            let about = Inquiry::of(Kind::AuditSummary, audit).about(vec![case.id()], case.owner());
            let detail = format!("{n_days} days before {} are not covered", start.in_words());
            let at = audit.period.stated().and_then(|period| period.start.span());
            gaps.push(about.gap(&law::REC_007, Level::Should, "period.start", &detail, at));
        }
        covered_until = covered_until.max(Some(end));
    }
    gaps
}

/// Documents of a high-risk system are kept for ten years by its provider (Article 18(1)).
fn documents(case: &Case) -> Vec<Gap> {
    let (Some(level), Some(placed)) = (
        case.high_risk().filter(|_| case.is_provider()),
        case.system.placed_on_market_on.stated(),
    ) else {
        return Vec::new();
    };
    let until = documents_kept_until(*placed);
    let system = case.system;
    let declaration = system.conformity.stated().map(|it| &it.declaration_evidence);
    let named = [&system.pmm_plan, &system.risk_management, &system.qms];
    let documents = named.into_iter().chain(declaration);
    let gap = |name| {
        let record = case.docket.inventory.evidence(name)?;
        let kept = record.retention_until.said()?;
        let about = Inquiry::of(Kind::Evidence, record).about(vec![case.id()], case.owner());
        (kept.value < until).then(|| {
            about.gap(
                &law::REC_005,
                level,
                "retention_until",
                record.title(),
                Some(kept.span),
            )
        })
    };
    documents.filter_map(gap).collect()
}

fn incidents(case: &Case) -> Vec<Gap> {
    let incidents = case.docket.inventory.incidents_of(case.system);
    let gap = |incident: &Record<Incident>| {
        let clock = report_clock(incident, case.high_risk_from())?;
        let is_late = clock.reported_on.is_none() && clock.due_by < case.docket.as_of;
        let about = Inquiry::of(Kind::Incident, incident).about(vec![case.id()], case.owner());
        is_late
            .then(|| {
                let detail = clock.due_by.in_words();
                let level = Level::of_law(clock.applies_from, case.docket.as_of);
                about.lack(&law::REC_009, level, "notified", &incident.notified, &detail)
            })
            .flatten()
    };
    incidents.into_iter().filter_map(gap).collect()
}

/// Returns the gaps of audit summaries: how logs are kept by those of the latest period that say it, where counts come
/// from by each.
pub(crate) fn of_audits(cases: &[Case]) -> Vec<Gap> {
    let latest = shared(cases, |case| case.docket.inventory.logs_of(case.system));
    let kept = latest
        .iter()
        .flat_map(|(record, cases)| logs(&inquiry(Kind::AuditSummary, record, cases), record, cases));
    let unnamed = shared(cases, |case| without_prompts(case).into_iter().collect());
    let unnamed = unnamed
        .iter()
        .filter_map(|(record, cases)| prompts(&inquiry(Kind::AuditSummary, record, cases), record));
    let kept = kept.chain(unnamed);
    let all = shared(cases, |case| case.docket.inventory.audits_of(case.system));
    let counted = all.iter().flat_map(|(record, cases)| {
        let about = inquiry(Kind::AuditSummary, record, cases);
        let inventory = cases.first().map(|case| case.docket.inventory);
        let sources = record.sources.items().iter();
        let gaps = sources.filter_map(|source| source_gap(&about, source, inventory?));
        gaps.collect::<Vec<_>>()
    });
    kept.chain(counted).collect()
}

fn logs(about: &Inquiry, record: &AuditSummary, cases: &[&Case]) -> Vec<Gap> {
    let must = most_pressing(cases);
    let mut gaps: Vec<Gap> = Vec::new();
    for category in record.log_categories.items() {
        gaps.extend(period(about, category, must).map(|gap| under_role(gap, cases)));
        gaps.extend(ceiling(about, category));
        gaps.extend(vendor_held(about, category, cases, must));
    }
    gaps
}

fn name(category: &LogCategory) -> &'static str {
    let name = category.category.stated().map(|name| name.words());
    name.unwrap_or("an unnamed category")
}

fn period(about: &Inquiry, category: &Spanned<LogCategory>, must: Option<Level>) -> Option<Gap> {
    let (log, kept) = (&category.value, &category.value.retention_min);
    let field = "log_categories.retention_min";
    let verdict = retention(log);
    let (level, verdict) = match (verdict, must) {
        (Retention::Reaches, _) | (Retention::Borderline, None) => return None,
        (Retention::Unstated, must) => {
            let gap = about.ask_for(
                &law::REC_001,
                must.unwrap_or(Level::Should),
                field,
                kept,
                name(log),
            )?;
            return Some(Gap {
                at: kept.span().or(Some(category.span)),
                ..gap
            });
        }
        // Between 181 and 183 days it depends on the months, so a person should look.
        (Retention::Borderline, Some(_)) => (Level::Should, "which is six months in some years only"),
        (Retention::TooShort, Some(level)) if log.held_by.is(&HeldBy::Vendor) => (
            level,
            "which is less than six months; the vendor holds it, and the floor reaches logs under our control, so it \
             has to be settled who controls it",
        ),
        (Retention::TooShort, Some(level)) => (level, "which is less than six months"),
        (Retention::TooShort, None) => (
            Level::Info,
            "which no floor forbids today and is too short if the system becomes high-risk",
        ),
    };
    let detail = format!(
        "{} is kept for {}, {verdict}",
        name(log),
        kept.stated().map(ToString::to_string).unwrap_or_default()
    );
    Some(about.gap(&law::REC_002, level, field, &detail, kept.span()))
}

/// Providers keep logs by one provision, deployers by another; whoever is both, by both.
pub(crate) fn under_role(gap: Gap, cases: &[&Case]) -> Gap {
    let provides = cases.iter().any(|case| case.is_provider());
    let deploys = cases.iter().any(|case| case.is_deployer());
    match (cases.first(), provides, deploys) {
        (Some(case), true, false) => gap.under("art-19-logs", case.docket.edition),
        (Some(case), false, true) => gap.under("art-26-6-logs", case.docket.edition),
        _ => gap,
    }
}

fn ceiling(about: &Inquiry, category: &Spanned<LogCategory>) -> Option<Gap> {
    let log = &category.value;
    let field = "log_categories.retention_max";
    let gap = about.ask_for(&law::REC_004, Level::Should, field, &log.retention_max, name(log))?;
    log.personal_data.is(&true).then(|| Gap {
        at: log.retention_max.span().or(Some(category.span)),
        ..gap
    })
}

/// A log that the vendor alone holds is kept as long as the vendor keeps it, unless it is exported.
fn vendor_held(
    about: &Inquiry,
    category: &Spanned<LogCategory>,
    cases: &[&Case],
    must: Option<Level>,
) -> Option<Gap> {
    let log = &category.value;
    let ours = log
        .retention_min
        .stated()
        .filter(|_| log.held_by.is(&HeldBy::Vendor))?;
    let kept = cases
        .iter()
        .find_map(|case| case.vendor()?.log_retention.stated())?;
    let is_short = kept.zero_retention.is(&true)
        || kept
            .standard
            .stated()
            .is_some_and(|theirs| theirs.at_least_days() < ours.at_least_days());
    let level = must.unwrap_or(Level::Info);
    let is_gap = is_short && !kept.export_available.is(&true);
    is_gap.then(|| {
        about.gap(
            &law::REC_003,
            level,
            "log_categories.held_by",
            name(log),
            log.held_by.span(),
        )
    })
}

/// Returns the summary that says how logs are kept, of a system that writes text or code, when none of the same period
/// speaks about prompts and outputs.
fn without_prompts<'i>(case: &Case<'i>) -> Option<&'i Record<AuditSummary>> {
    let writes = case.puts_out(OutputModality::Text) || case.puts_out(OutputModality::Code);
    let described = case.docket.inventory.logs_of(case.system);
    let mut logs = described.iter().flat_map(|it| it.log_categories.items());
    let is_named = logs.any(|log| log.value.category.is(&LogCategoryName::PromptsAndOutputs));
    described.last().copied().filter(|_| writes && !is_named)
}

fn prompts(about: &Inquiry, record: &AuditSummary) -> Option<Gap> {
    let value = &record.log_categories;
    about.lack(&law::REC_006, Level::Should, "log_categories", value, "")
}

fn source_gap(about: &Inquiry, source: &Spanned<AuditSource>, inventory: &Inventory) -> Option<Gap> {
    let it = &source.value;
    let is_hashed = |id: &Id| {
        let evidence = inventory.evidence.get(id);
        evidence.is_some_and(|evidence| evidence.sha256.stated().is_some())
    };
    // The hash of the export itself says as much as an `evidence` record with one.
    let lacks_extract = it.evidence.is_open() || it.evidence.stated().is_some_and(|id| !is_hashed(id));
    let lacks_hash = it.sha256.is_open() && lacks_extract;
    let lacks: Vec<&str> = [
        (it.extracted_on.is_open(), "the day of extraction"),
        (lacks_hash, "an extract with its hash"),
    ]
    .into_iter()
    .filter_map(|(is_open, what)| is_open.then_some(what))
    .collect();
    (!lacks.is_empty()).then(|| {
        let detail = lacks.join(" and ");
        about.gap(
            &law::REC_008,
            Level::Should,
            "sources",
            &detail,
            Some(source.span),
        )
    })
}
