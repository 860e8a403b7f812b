//! Costs on record against declared caps, and the forecast of a month: exact arithmetic on decimals. Nothing is converted
//! from one currency into another, and what cannot be compared is said to be so, with the reason.

use crate::calendar::Date;
use crate::inventory::audit::AuditSummary;
use crate::inventory::budget::{Budget, Forecast};
use crate::inventory::id::Id;
use crate::inventory::money::Amount;
use crate::inventory::record::Record;
use crate::inventory::system::{LifecycleStatus, System};
use crate::link::Inventory;
use crate::link::audits::days;
use crate::terms;
use std::collections::{BTreeMap, BTreeSet};

/// The working days of a month in the formula of the forecast, where none are declared.
pub const WORKING_DAYS: u64 = 20;

const MICROS: u128 = 1_000_000;

terms! {
    /// Why costs and a declared amount cannot be compared.
    pub enum Incomparable {
        NoCost = "no_cost" => "no amount and currency of the costs are on record",
        NotAMonth = "not_a_month" => "the costs are not those of one calendar month",
        OtherCurrency = "other_currency" => "it is in another currency, and nothing is converted",
        SharedCosts = "shared_costs" => "the costs are those of several systems together, and not each of them declares it",
        NoUsers = "no_users" => "the number of active users is not on record",
        Later = "later" => "the caps apply from a later day",
    }
}

terms! {
    /// What is declared about costs of a month.
    pub enum Cap {
        OfMonth = "cap_per_month" => "cap for each month",
        OfUser = "cap_per_user" => "cap for each user and month, times the active users",
    }
}

/// What use cost in some days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spent<'i> {
    /// The sum.
    pub amount: Amount,
    /// Its currency.
    pub currency: &'i str,
    /// The days, both included.
    pub days: (Date, Date),
}

/// A declared amount beside the costs of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beside {
    /// What is declared, for all systems of the costs together.
    pub declared: Amount,
    /// What was spent.
    pub spent: Amount,
}

impl Beside {
    /// Returns whether more was spent than is declared.
    pub fn is_above(self) -> bool {
        self.spent > self.declared
    }

    /// Returns how far the costs lie from what is declared, in tenths of a percent of it and rounded to the nearest; of
    /// nothing there is no share.
    pub fn tenths_apart(self) -> Option<u128> {
        let (declared, spent) = (u128::from(self.declared.0), u128::from(self.spent.0));
        let apart = declared.abs_diff(spent);
        (declared > 0).then(|| (apart * 1000 + declared / 2) / declared)
    }
}

/// Returns what a summary says use cost, in whole days and with its currency.
pub fn spent(audit: &AuditSummary) -> Option<Spent<'_>> {
    let costs = audit.costs.stated()?;
    Some(Spent {
        amount: *costs.amount.stated()?,
        currency: costs.currency.stated()?,
        days: days(audit)?,
    })
}

/// Returns the number of active users of the days of a summary, by whichever summary of these days counts them.
pub fn n_users(audits: &[&Record<AuditSummary>], audit: &Record<AuditSummary>) -> Option<u64> {
    let mut same = audits.iter().filter(|it| days(it) == days(audit));
    same.find_map(|it| it.volumes.stated()?.users_count.stated().copied())
}

/// Returns the costs of a month beside a cap of the systems that share them.
///
/// # Errors
/// Fails with the reason when the two cannot be compared; `None` when no system declares the cap.
pub fn against_cap(
    cap: Cap,
    systems: &[&System],
    spent: Option<Spent<'_>>,
    n_users: Option<u64>,
) -> Option<Result<Beside, Incomparable>> {
    let of = |budget: &Budget| match cap {
        Cap::OfMonth => budget.cap_per_month.stated().copied(),
        Cap::OfUser => budget.cap_per_user.stated().copied(),
    };
    let is_declared = budgets(systems).any(|budget| of(budget).is_some());
    is_declared.then(|| {
        let spent = of_a_month(spent)?;
        let is_later = |budget: &Budget| {
            budget
                .applies_from
                .stated()
                .is_some_and(|from| *from > spent.days.0)
        };
        if budgets(systems).any(is_later) {
            return Err(Incomparable::Later);
        }
        let together = together(systems, spent, of)?;
        let declared = match cap {
            Cap::OfMonth => together,
            Cap::OfUser => times(together, n_users.ok_or(Incomparable::NoUsers)?),
        };
        Ok(Beside {
            declared,
            spent: spent.amount,
        })
    })
}

/// A summary with what it says use cost.
type Costed<'i> = (&'i Record<AuditSummary>, Spent<'i>);

/// The costs of all systems in one month beside the cap of the organisation.
#[derive(Debug, Clone, PartialEq)]
pub struct Overall<'i> {
    /// The days of the month.
    pub days: (Date, Date),
    /// The summaries whose costs are added: each is about other systems.
    pub audits: Vec<&'i Record<AuditSummary>>,
    /// The cap, and the sum of the costs in its currency.
    pub beside: Beside,
    /// How many summaries of the month have costs in another currency, which are not in the sum.
    pub n_left_out: usize,
    /// Systems that may have been used in the month and have no costs in the sum. What they cost is not known.
    pub not_in_the_sum: Vec<&'i Record<System>>,
}

/// Returns the costs of each month beside the cap of the organisation, the earliest first. Two summaries that count the
/// costs of one system twice are an error of the inventory, so that different summaries add up.
pub fn of_organisation(inventory: &Inventory) -> Vec<Overall<'_>> {
    let budget = inventory.organisation.as_ref().and_then(|it| it.budget.stated());
    let cap = budget.and_then(|it| Some((it, it.currency.stated()?, *it.cap_per_month.stated()?)));
    let Some((budget, currency, declared)) = cap else {
        return Vec::new();
    };
    let mut months: BTreeMap<(Date, Date), Vec<Costed<'_>>> = BTreeMap::new();
    for audit in inventory.audits.values() {
        if let Ok(spent) = of_a_month(spent(audit)) {
            months.entry(spent.days).or_default().push((audit, spent));
        }
    }
    let is_later = |first: Date| budget.applies_from.stated().is_some_and(|from| *from > first);
    months.retain(|(first, _), _| !is_later(*first));
    let overall = months.into_iter().map(|(days, costs)| {
        let (added, left_out): (Vec<_>, Vec<_>) =
            costs.into_iter().partition(|(_, it)| it.currency == currency);
        let spent = added
            .iter()
            .fold(Amount::default(), |sum, (_, it)| sum.plus(it.amount));
        let audits: Vec<_> = added.into_iter().map(|(audit, _)| audit).collect();
        Overall {
            days,
            not_in_the_sum: uncounted(inventory, &audits, days.1),
            audits,
            beside: Beside { declared, spent },
            n_left_out: left_out.len(),
        }
    });
    overall.filter(|it| !it.audits.is_empty()).collect()
}

/// Returns the systems that may have been used by a day and that none of the summaries is about.
fn uncounted<'i>(
    inventory: &'i Inventory,
    audits: &[&'i Record<AuditSummary>],
    last: Date,
) -> Vec<&'i Record<System>> {
    let counted = audits.iter().flat_map(|audit| audit.systems.items());
    let counted: BTreeSet<&Id> = counted.map(|id| &id.value).collect();
    let systems = inventory.systems.values();
    systems
        .filter(|system| may_be_used_by(system, last) && !counted.contains(&system.id.value))
        .collect()
}

/// A status that is not on record rules nothing out.
fn may_be_used_by(system: &System, last: Date) -> bool {
    let is_later = system
        .in_service_since
        .stated()
        .is_some_and(|since| *since > last);
    let is_no_use = system
        .lifecycle_status
        .stated()
        .is_some_and(|status| match status {
            LifecycleStatus::Planned | LifecycleStatus::InDevelopment | LifecycleStatus::Forbidden => true,
            // What has ended since may have been used then.
            LifecycleStatus::InService
            | LifecycleStatus::Suspended
            | LifecycleStatus::Withdrawn
            | LifecycleStatus::Recalled
            | LifecycleStatus::Retired => false,
        });
    !is_later && !is_no_use
}

/// Returns the costs of a month beside the forecast for the systems that share them.
///
/// # Errors
/// Fails with the reason when the two cannot be compared; `None` when no system has a forecast.
pub fn against_forecast(
    systems: &[&System],
    spent: Option<Spent<'_>>,
) -> Option<Result<Beside, Incomparable>> {
    let of = |budget: &Budget| budget.forecast.stated().and_then(forecast);
    let is_declared = budgets(systems).any(|budget| of(budget).is_some());
    is_declared.then(|| {
        let spent = of_a_month(spent)?;
        Ok(Beside {
            declared: together(systems, spent, of)?,
            spent: spent.amount,
        })
    })
}

/// Returns what a month costs by the formula, to the nearest millionth; nothing while a number is missing.
pub fn forecast(from: &Forecast) -> Option<Amount> {
    let (developers, sessions) = (*from.developers.stated()?, *from.sessions_per_day.stated()?);
    let cost = *from.cost_per_session.stated()?;
    let factors = [developers, sessions.0, working_days(from), cost.0];
    let product = factors
        .into_iter()
        .try_fold(1_u128, |product, factor| product.checked_mul(u128::from(factor)))?;
    // Sessions and cost are both in millionths, so that the product has one million too many.
    let micros = product.checked_add(MICROS / 2)? / MICROS;
    u64::try_from(micros).ok().map(Amount)
}

/// Returns the working days of a month as declared, or as the formula has them.
pub fn working_days(from: &Forecast) -> u64 {
    from.working_days.stated().copied().unwrap_or(WORKING_DAYS)
}

fn budgets<'i>(systems: &[&'i System]) -> impl Iterator<Item = &'i Budget> {
    systems.iter().filter_map(|system| system.budget.stated())
}

fn of_a_month(spent: Option<Spent<'_>>) -> Result<Spent<'_>, Incomparable> {
    let spent = spent.ok_or(Incomparable::NoCost)?;
    let (first, last) = spent.days;
    let is_first = |day: Date| day.numbers().2 == 1;
    let (year, month, _) = first.numbers();
    let is_same = (last.numbers().0, last.numbers().1) == (year, month);
    match is_first(first) && is_same && is_first(last.plus_days(1)) {
        true => Ok(spent),
        false => Err(Incomparable::NotAMonth),
    }
}

/// Returns the sum of what each system declares; costs of several systems are held against all of it or nothing.
fn together(
    systems: &[&System],
    spent: Spent<'_>,
    of: impl Fn(&Budget) -> Option<Amount>,
) -> Result<Amount, Incomparable> {
    let mut sum = Amount::default();
    for system in systems {
        let budget = system.budget.stated();
        let amount = budget.and_then(&of).ok_or(Incomparable::SharedCosts)?;
        let is_same = budget.is_some_and(|it| it.currency.stated().is_some_and(|own| own == spent.currency));
        if !is_same {
            return Err(Incomparable::OtherCurrency);
        }
        sum = sum.plus(amount);
    }
    Ok(sum)
}

fn times(amount: Amount, n: u64) -> Amount {
    Amount(amount.0.saturating_mul(n))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inventory::field::Field;
    use crate::source::{FileId, Span, Spanned};
    use proptest::prelude::*;

    fn stated<T>(value: T) -> Field<T> {
        let span = Span {
            file: FileId(0),
            start: 0,
            end: 1,
        };
        Field::Stated(Spanned::new(value, span))
    }

    fn amount(text: &str) -> Amount {
        text.parse().unwrap_or_default()
    }

    fn formula(developers: u64, sessions: &str, days: Option<u64>, cost: &str) -> Option<String> {
        let from = Forecast {
            developers: stated(developers),
            sessions_per_day: stated(amount(sessions)),
            working_days: days.map_or(Field::Absent, stated),
            cost_per_session: stated(amount(cost)),
        };
        forecast(&from).map(|amount| amount.to_string())
    }

    #[test]
    fn a_forecast_is_exact_to_a_millionth() {
        for (developers, sessions, days, cost, expected) in [
            (10, "8", None, "0.50", Some("800.00")),
            (10, "8", Some(22), "0.50", Some("880.00")),
            (40, "2.5", None, "0.1", Some("200.00")),
            (3, "0.333333", None, "0.10", Some("1.999998")),
            (1, "0.000001", Some(1), "0.5", Some("0.000001")),
            (1, "0.000001", Some(1), "0.4", Some("0.00")),
            (0, "8", None, "0.50", Some("0.00")),
            (
                u64::MAX,
                "18446744073709.551615",
                None,
                "18446744073709.551615",
                None,
            ),
        ] {
            assert_eq!(formula(developers, sessions, days, cost).as_deref(), expected);
        }
        assert_eq!(forecast(&Forecast::default()), None);
    }

    #[test]
    fn a_distance_is_rounded_to_a_tenth_of_a_percent() {
        for (declared, spent, is_above, expected) in [
            ("800", "800", false, Some(0)),
            ("800", "812.5", true, Some(16)),
            ("800", "790", false, Some(13)),
            ("3", "2", false, Some(333)),
            ("1", "5", true, Some(4000)),
            ("0", "5", true, None),
        ] {
            let beside = Beside {
                declared: amount(declared),
                spent: amount(spent),
            };
            assert_eq!((beside.is_above(), beside.tenths_apart()), (is_above, expected));
        }
    }

    proptest! {
        #[test]
        fn a_forecast_of_whole_numbers_is_their_product(
            developers in 0_u64..5000, sessions in 0_u64..100, days in 0_u64..32, cents in 0_u64..10_000,
        ) {
            let cost = Amount(cents * 10_000);
            let told = formula(developers, &sessions.to_string(), Some(days), &cost.to_string());
            let product = Amount(developers * sessions * days * cents * 10_000);
            prop_assert_eq!(told, Some(product.to_string()));
        }
    }
}
