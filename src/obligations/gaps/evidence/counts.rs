//! Gaps that review counts show: too few reviews, merges without approval, sessions past the policy, counts that hang
//! on a mark that is switched off. Each names the numbers, their population and what they are held against.

use crate::inventory::audit::{AuditSummary, Metrics, SourceType};
use crate::inventory::field::Field;
use crate::inventory::kind::Kind;
use crate::inventory::record::Record;
use crate::law::gaps as law;
use crate::link::audits::{beside, latest_that};
use crate::obligations::case::{Case, inquiry};
use crate::obligations::gap::{Gap, Inquiry};
use crate::obligations::gaps::evidence::{About, audits_of, forbids_bypass, holds_throughout, policies};
use crate::obligations::level::Level;

/// A summary that counts reviews, and how pressing what it shows is.
struct Counted<'c, 'i> {
    about: Inquiry<'i>,
    record: &'i Record<AuditSummary>,
    metrics: &'i Metrics,
    cases: &'c [&'c Case<'i>],
    level: Level,
}

/// Returns the gaps of every summary that counts reviews.
pub(crate) fn gaps(audits: &[About<AuditSummary>]) -> Vec<Gap> {
    let gaps = audits.iter().flat_map(|(record, cases)| {
        let about = inquiry(Kind::AuditSummary, record, cases);
        let mut gaps: Vec<Gap> = unmarked(&about, record, cases).into_iter().collect();
        gaps.extend(signed_off(&about, record));
        if let Some(metrics) = record.metrics.stated() {
            let counted = Counted {
                about,
                record,
                metrics,
                cases,
                level: level(record, cases),
            };
            gaps.extend(counted.gaps());
        }
        gaps
    });
    gaps.collect()
}

/// What is past cannot be mended, so only the latest period that counts reviews is asked to be better.
fn level(record: &Record<AuditSummary>, cases: &[&Case]) -> Level {
    let is_latest = cases.iter().any(|case| {
        let latest = latest_that(&audits_of(case), |it| it.metrics.stated().is_some());
        latest.iter().any(|it| it.id == record.id)
    });
    match is_latest {
        true => Level::Should,
        false => Level::Info,
    }
}

fn count(field: &Field<u64>) -> Option<u64> {
    field.stated().copied()
}

impl Counted<'_, '_> {
    fn gaps(&self) -> Vec<Gap> {
        let asks = [
            self.unreviewed(),
            self.below_target(),
            self.self_merged(),
            self.stale(),
            self.bypassed(),
        ];
        asks.into_iter().flatten().collect()
    }

    /// Changes that declare AI are reviewed less often than all changes.
    fn unreviewed(&self) -> Option<Gap> {
        let it = self.metrics;
        let (reviewed, merged) = (count(&it.merged_reviewed)?, count(&it.merged)?);
        let (reviewed_ai, merged_ai) = (count(&it.merged_ai_reviewed)?, count(&it.merged_ai)?);
        let is_less =
            u128::from(reviewed_ai) * u128::from(merged) < u128::from(reviewed) * u128::from(merged_ai);
        let detail = format!(
            "{reviewed_ai} of {merged_ai} merged changes that declare AI were reviewed, and {reviewed} of {merged} of all"
        );
        let at = it.merged_ai_reviewed.span();
        is_less.then(|| {
            self.about.gap(
                &law::EVD_030,
                self.level,
                "metrics.merged_ai_reviewed",
                &detail,
                at,
            )
        })
    }

    /// The target is the organisation's own; the law sets none.
    fn below_target(&self) -> Option<Gap> {
        let (reviewed, merged) = (
            count(&self.metrics.merged_reviewed)?,
            count(&self.metrics.merged)?,
        );
        let workflows = self
            .cases
            .iter()
            .flat_map(|case| case.docket.inventory.workflows_of(case.system));
        let target = workflows
            .filter_map(|it| it.review_coverage_target_pct.stated())
            .max()?;
        let is_below = u128::from(reviewed) * 100 < u128::from(*target) * u128::from(merged);
        let detail = format!(
            "{reviewed} of {merged} merged changes were reviewed, and the target is {target} percent"
        );
        let at = self.metrics.merged_reviewed.span();
        is_below.then(|| {
            self.about
                .gap(&law::EVD_030, self.level, "metrics.merged_reviewed", &detail, at)
        })
    }

    /// Exceptions can stand in another summary of the same days: people declare them, and no import can.
    fn self_merged(&self) -> Option<Gap> {
        let merged = count(&self.metrics.self_merged)?;
        let all = self.cases.first().map(|case| audits_of(case))?;
        let beside = beside(&all, self.record);
        let exceptions = beside
            .iter()
            .filter_map(|it| count(&it.metrics.stated()?.exceptions))
            .fold(0_u64, u64::saturating_add);
        let n_unexplained = merged.saturating_sub(exceptions);
        let detail = match count(&self.metrics.merged) {
            Some(of) => format!("{n_unexplained}, of {of} merged changes"),
            None => n_unexplained.to_string(),
        };
        let at = self.metrics.self_merged.span();
        (n_unexplained > 0).then(|| {
            self.about
                .gap(&law::EVD_031, self.level, "metrics.self_merged", &detail, at)
        })
    }

    fn stale(&self) -> Option<Gap> {
        let stale = count(&self.metrics.stale_approvals).filter(|n| *n > 0)?;
        let detail = match count(&self.metrics.merged) {
            Some(of) => format!("{stale}, of {of} merged changes"),
            None => stale.to_string(),
        };
        let at = self.metrics.stale_approvals.span();
        Some(
            self.about
                .gap(&law::EVD_032, self.level, "metrics.stale_approvals", &detail, at),
        )
    }

    fn bypassed(&self) -> Option<Gap> {
        let bypassed = count(&self.metrics.bypass_sessions).filter(|n| *n > 0)?;
        let at = self.metrics.bypass_sessions.span();
        let detail = bypassed.to_string();
        forbids_bypass(self.cases, self.record).then(|| {
            self.about
                .gap(&law::EVD_024, self.level, "metrics.bypass_sessions", &detail, at)
        })
    }
}

/// A sign-off says who answers for a change; the kind of violation is the one that `import git` writes.
fn signed_off(about: &Inquiry, record: &Record<AuditSummary>) -> Option<Gap> {
    const SIGNED_OFF: &str = "ai_signed_off";
    let violations = record.policy_violations.items().iter();
    let mut counts = violations.filter_map(|it| {
        let is_meant = it.value.r#type.stated().is_some_and(|kind| kind == SIGNED_OFF);
        it.value.count.said().filter(|said| is_meant && said.value > 0)
    });
    let said = counts.next()?;
    let of = record.volumes.stated().and_then(|it| count(&it.commits_total));
    let detail = match of {
        Some(of) => format!("{}, of {of} commits", said.value),
        None => said.value.to_string(),
    };
    Some(about.gap(
        &law::EVD_035,
        Level::Info,
        "policy_violations",
        &detail,
        Some(said.span),
    ))
}

/// A git host sees AI only where a mark says so.
fn unmarked(about: &Inquiry, record: &Record<AuditSummary>, cases: &[&Case]) -> Option<Gap> {
    let mut sources = record.sources.items().iter();
    let is_from_git = sources.any(|source| source.value.r#type.is(&SourceType::GitHost));
    let volumes = record.volumes.stated();
    let in_commits = volumes.and_then(|it| it.commits_ai_declared.said());
    let in_changes = volumes
        .and_then(|it| it.prs_ai_declared.said())
        .or_else(|| record.metrics.stated()?.merged_ai.said());
    let off = policies(cases).into_iter().find_map(|policy| {
        let marks = policy.attribution.stated()?;
        let said = in_commits
            .filter(|_| marks.commit.is(&false))
            .or(in_changes.filter(|_| marks.pr.is(&false)))?;
        holds_throughout(policy, record).then_some((policy, said))
    });
    let (policy, said) = off.filter(|_| is_from_git)?;
    let detail = format!(
        "`{}` switches it off, and {} were counted by it",
        policy.id.value, said.value
    );
    Some(about.gap(&law::EVD_034, Level::Should, "volumes", &detail, Some(said.span)))
}
