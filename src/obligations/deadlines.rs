//! Days that run: by when an incident is to be reported, and which duties apply next.

use crate::calendar::Date;
use crate::inventory::id::Id;
use crate::inventory::incident::{CausalLink, Incident, Notified, Recipient, SeriousCategory};
use crate::law::cite::Citation;
use crate::law::duties::{Duty, REPORT, REPORT_BY_DEPLOYER, REPORT_DEATH, REPORT_INFRASTRUCTURE, ReportTerm};
use crate::law::terms::Role;
use crate::obligations::Assessment;
use crate::obligations::owed::{Standing, Subject};
use crate::source::Spanned;
use std::collections::{BTreeMap, BTreeSet};

/// The clock of a serious incident with a high-risk system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportClock {
    /// The day we became aware.
    pub aware_on: Date,
    /// The last day to report; for a deployer, who reports at once, the day itself.
    pub due_by: Date,
    /// The first report to a recipient whom the law names, if one is on record.
    pub reported_on: Option<Date>,
    /// The day from which the duty applies to the system.
    pub applies_from: Date,
    /// Where the clock stands.
    pub cite: Citation,
}

/// Returns the clock of an incident, when it is serious, the system is high-risk and somebody became aware.
pub fn report_clock(incident: &Incident, high_risk_from: Option<Date>) -> Option<ReportClock> {
    let applies_from = high_risk_from?;
    let aware_on = *incident.aware_on.stated()?;
    let of_provider = provider_term(incident)?;
    let is_provider = incident.our_role.is(&Role::Provider);
    let term = match is_provider {
        true => of_provider,
        false => REPORT_BY_DEPLOYER,
    };
    let counts = |it: &&Spanned<Notified>| it.value.to.stated().is_some_and(|to| is_named(*to, is_provider));
    let reports = incident.notified.items().iter().filter(counts);
    Some(ReportClock {
        aware_on,
        due_by: aware_on.plus_days(term.days),
        reported_on: reports.filter_map(|it| it.value.on.stated().copied()).min(),
        applies_from,
        cite: term.cite,
    })
}

/// Returns the time that a provider has, when the incident is serious.
fn provider_term(incident: &Incident) -> Option<ReportTerm> {
    // The clock runs on a link or its reasonable likelihood; silence about the link does not stop it.
    let is_linked = incident.causal_link.stated().is_none_or(|link| match link {
        CausalLink::Established | CausalLink::ReasonablyLikely => true,
        CausalLink::Suspected | CausalLink::None => false,
    });
    let is_widespread = incident.widespread_infringement.is(&true);
    let of_category = match incident.serious_category.stated()? {
        SeriousCategory::NotSerious | SeriousCategory::Undetermined => return None,
        SeriousCategory::CriticalInfrastructure => REPORT_INFRASTRUCTURE,
        SeriousCategory::Death => REPORT_DEATH,
        SeriousCategory::SeriousHealthHarm
        | SeriousCategory::FundamentalRights
        | SeriousCategory::PropertyOrEnvironment => REPORT,
    };
    let term = match is_widespread {
        true => REPORT_INFRASTRUCTURE,
        false => of_category,
    };
    is_linked.then_some(term)
}

/// A provider reports to the authority, or to the AI Office in its field (Article 75(1a)); a deployer first to the
/// provider.
fn is_named(to: Recipient, is_provider: bool) -> bool {
    match to {
        Recipient::Msa | Recipient::AiOffice => is_provider,
        Recipient::Provider => !is_provider,
        Recipient::Importer
        | Recipient::Distributor
        | Recipient::Dpa
        | Recipient::AffectedPersons
        | Recipient::Workers => false,
    }
}

/// What begins to apply on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coming {
    /// The day.
    pub on: Date,
    /// The duties, in the order of the table.
    pub duties: Vec<&'static Duty>,
    /// The systems and models concerned.
    pub subjects: BTreeSet<Subject>,
}

impl Assessment {
    /// Returns what applies next, by day: duties that are owed later, and time that runs out.
    pub fn coming(&self) -> Vec<Coming> {
        let mut days: BTreeMap<Date, Coming> = BTreeMap::new();
        for owed in &self.owed {
            let on = match owed.standing {
                Standing::OwedNow => continue,
                Standing::From(day) | Standing::DateUnsettled(day) | Standing::Grace(day) => day,
            };
            let coming = days.entry(on).or_insert_with(|| Coming {
                on,
                duties: Vec::new(),
                subjects: BTreeSet::new(),
            });
            if !coming.duties.iter().any(|known| known.id == owed.duty.id) {
                coming.duties.push(owed.duty);
            }
            coming.subjects.insert(owed.subject.clone());
        }
        days.into_values().collect()
    }

    /// Returns the clocks of serious incidents with high-risk systems, by incident.
    pub fn report_clocks(&self) -> BTreeMap<&Id, ReportClock> {
        let docket = self.docket();
        let cases = docket.cases();
        let clocks = cases.iter().flat_map(|case| {
            let incidents = self.inventory.incidents_of(case.system);
            let from = case.high_risk_from();
            incidents
                .into_iter()
                .filter_map(move |it| Some((&it.id.value, report_clock(it, from)?)))
        });
        clocks.collect()
    }
}
