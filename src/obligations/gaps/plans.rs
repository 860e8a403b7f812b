//! Gaps between what records claim and what vendors say of the plan in use. A claim is held against a fact only where the
//! plan is declared and the fact is current; an old fact asks to be checked again, and a plan with evidence of its own
//! is asked nothing.

mod kept;

use crate::inventory::audit::{AuditSummary, SourceType};
use crate::inventory::kind::Kind;
use crate::inventory::policy::Enforcement;
use crate::inventory::record::{Named, Record};
use crate::inventory::vendor::{TrainsOnOurData, Vendor};
use crate::law::gaps as law;
use crate::law::gaps::GapKind;
use crate::obligations::case::{Case, Docket, inquiry, shared};
use crate::obligations::gap::Gap;
use crate::obligations::level::Level;
use crate::source::Span;
use crate::vendor_facts::plans::Subject;
use crate::vendor_facts::{Age, Answer, Fact, InUse, Standing};
use std::collections::BTreeMap;

/// What a record says that not every plan supports.
struct Claim {
    subject: Subject,
    field: &'static str,
    at: Option<Span>,
    /// The field with its value, as it stands in YAML.
    says: &'static str,
}

/// What becomes of a claim under one plan.
type Verdict = (&'static GapKind, Level, String);

/// Returns the gaps of all claims.
pub(crate) fn gaps(docket: Docket, cases: &[Case]) -> Vec<Gap> {
    let mut gaps = of_policies(docket, cases);
    gaps.extend(of_audits(cases));
    for (vendor, cases) in &shared(cases, |case| case.vendor().into_iter().collect()) {
        for claim in claims_of_vendor(vendor) {
            gaps.extend(told(Kind::Vendor, vendor, &claim, &judged(&claim, cases)));
        }
        gaps.extend(kept::declared(vendor, cases));
    }
    gaps.extend(kept::undeclared(cases));
    gaps
}

fn of_policies(docket: Docket, cases: &[Case]) -> Vec<Gap> {
    let policies = shared(cases, |case| docket.inventory.policies_of(case.system));
    let gaps = policies.iter().flat_map(|(policy, cases)| {
        let source = policy.source.stated();
        let enforcement = source.and_then(|it| it.enforcement.said());
        let served = enforcement.filter(|it| it.value == Enforcement::ServerManaged);
        let claim = served.map(|said| Claim {
            subject: Subject::ServerManagedSettings,
            field: "source.enforcement",
            at: Some(said.span),
            says: "`enforcement: server_managed`",
        });
        claim.map_or_else(Vec::new, |claim| {
            told(Kind::ManagedPolicy, policy, &claim, &judged(&claim, cases))
        })
    });
    gaps.collect()
}

/// A summary does not say from which of its systems a source comes, so a source is doubted only when none of them can
/// have it.
fn of_audits(cases: &[Case]) -> Vec<Gap> {
    let audits = shared(cases, |case| case.docket.inventory.audits_of(case.system));
    let mut gaps = Vec::new();
    for (audit, cases) in &audits {
        for claim in claims_of_audit(audit) {
            let verdicts = judged(&claim, cases);
            let is_doubted = verdicts.len() == cases.len();
            let may_have_it = verdicts.iter().any(|(_, (kind, ..))| **kind != law::VEN_010);
            let kept: Vec<_> = verdicts
                .into_iter()
                .filter(|(_, (kind, ..))| !may_have_it || **kind != law::VEN_010)
                .collect();
            if is_doubted {
                gaps.extend(told(Kind::AuditSummary, audit, &claim, &kept));
            }
        }
    }
    gaps
}

fn claims_of_audit(audit: &AuditSummary) -> Vec<Claim> {
    let sources = audit.sources.items().iter();
    let claims = sources.filter_map(|source| {
        let said = source.value.r#type.said()?;
        let (subject, says) = match said.value {
            SourceType::ComplianceApi => (Subject::ComplianceApi, "`type: compliance_api`"),
            SourceType::VendorApi => (Subject::AnalyticsApi, "`type: vendor_api`"),
            SourceType::Otel
            | SourceType::Siem
            | SourceType::GitHost
            | SourceType::Ci
            | SourceType::VendorConsole
            | SourceType::Settings
            | SourceType::Manual => return None,
        };
        Some(Claim {
            subject,
            field: "sources.type",
            at: Some(said.span),
            says,
        })
    });
    claims.collect()
}

fn claims_of_vendor(vendor: &Vendor) -> Vec<Claim> {
    let kept = vendor.log_retention.stated();
    let zero = kept.map(|it| &it.zero_retention).filter(|it| it.is(&true));
    let zero = zero.map(|field| Claim {
        subject: Subject::ZeroRetention,
        field: "log_retention.zero_retention",
        at: field.span(),
        says: "`zero_retention: true`",
    });
    let never = Some(&vendor.trains_on_our_data).filter(|it| it.is(&TrainsOnOurData::Never));
    let never = never.map(|field| Claim {
        subject: Subject::Training,
        field: "trains_on_our_data",
        at: field.span(),
        says: "`trains_on_our_data: never`",
    });
    zero.into_iter().chain(never).collect()
}

/// Returns the plan of a system as far as it is declared; one that brings evidence of its own is asked nothing.
fn plan_of(case: &Case) -> Option<InUse> {
    let plan = case.system.plan.stated()?;
    match plan.evidence.stated() {
        Some(_) => None,
        None => plan.in_use(),
    }
}

/// Returns each system whose plan does not support a claim, or may not.
fn judged<'c, 'i>(claim: &Claim, cases: &[&'c Case<'i>]) -> Vec<(&'c Case<'i>, Verdict)> {
    let verdicts = cases.iter().filter_map(|case| {
        let in_use = plan_of(case)?;
        let fact = in_use.fact(claim.subject)?;
        Some((*case, verdict(claim, in_use, fact, case.docket)?))
    });
    verdicts.collect()
}

fn verdict(claim: &Claim, in_use: InUse, fact: &'static Fact, docket: Docket) -> Option<Verdict> {
    if is_supported(claim.subject, fact.answer) {
        return None;
    }
    match fact.age_on(docket.as_of) {
        Age::Ahead => None,
        Age::Expired => Some((&law::VEN_014, Level::Info, outdated(claim.says, in_use, fact))),
        Age::Current => {
            let detail = against(claim.says, in_use, fact);
            Some(match fact.answer {
                Answer::ByAgreement => (&law::VEN_013, Level::Info, detail),
                Answer::Yes | Answer::No | Answer::BySetting | Answer::Days(_) | Answer::Years(_) => {
                    (&law::VEN_010, level(fact), detail)
                }
            })
        }
    }
}

/// A capability has to be there; that a vendor does not train is the claim itself.
fn is_supported(subject: Subject, answer: Answer) -> bool {
    match answer {
        Answer::Yes => subject != Subject::Training,
        Answer::No => subject == Subject::Training,
        Answer::ByAgreement | Answer::BySetting | Answer::Days(_) | Answer::Years(_) => false,
    }
}

/// What the vendor itself does not say is worth knowing, and no more.
fn level(fact: &Fact) -> Level {
    match fact.source.standing {
        Standing::VendorPage => Level::Should,
        Standing::ThirdParty | Standing::GeneralKnowledge => Level::Info,
    }
}

/// Returns a claim with the fact that stands against it, its source and the day on which that was read.
fn against(says: &str, in_use: InUse, fact: &Fact) -> String {
    format!(
        "{says}, and {} {} [{}]",
        in_use.words(),
        fact.predicate(),
        fact.source.told()
    )
}

/// Returns a claim with a fact that is too old to stand against it.
fn outdated(says: &str, in_use: InUse, fact: &Fact) -> String {
    format!(
        "{says}; what is known of {} holds until {} [{}]",
        in_use.words(),
        fact.source.valid_until.in_words(),
        fact.source.told()
    )
}

/// Returns the gaps of one claim; systems of which the same is to be said stand together.
fn told<T: Named>(kind: Kind, record: &Record<T>, claim: &Claim, verdicts: &[(&Case, Verdict)]) -> Vec<Gap> {
    let mut alike: BTreeMap<&str, (&Verdict, Vec<&Case>)> = BTreeMap::new();
    for (case, verdict) in verdicts {
        let entry = alike.entry(&verdict.2).or_insert_with(|| (verdict, Vec::new()));
        entry.1.push(case);
    }
    let gaps = alike.into_values().map(|((gap, level, detail), cases)| {
        inquiry(kind, record, &cases).gap(gap, *level, claim.field, detail, claim.at)
    });
    gaps.collect()
}
