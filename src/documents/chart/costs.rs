//! What use cost over the periods of audit summaries that systems share, in whole units of one currency. A bar is
//! rounded; the table beside it has the exact amount too. Periods in several currencies have no common picture.

use crate::documents::chart::{Bar, Bars, Chart, Exhibit, Look, Picture, Series, in_turn, numbered};
use crate::documents::facts::Row;
use crate::documents::history::{History, period};
use crate::documents::shown::{Shown, number};
use crate::inventory::money::Amount;
use crate::obligations::budget::{Spent, spent};
use crate::tongue::words::Words;

/// Periods that one picture can hold: the latest are shown.
const MOST_PERIODS: usize = 12;
const MICROS: u64 = 1_000_000;

/// Returns the picture and the table of one history; both are empty where there is nothing to compare.
pub(crate) fn trend(words: Words, history: &History<'_>) -> Exhibit {
    let costs = costs(words, history);
    let is_one_currency = costs.iter().all(|(_, it)| it.currency == costs[0].1.currency);
    if costs.len() < 2 || !is_one_currency {
        return Exhibit::default();
    }
    let latest = &costs[costs.len().saturating_sub(MOST_PERIODS)..];
    let currency = latest[0].1.currency;
    let head = vec![
        words.say("head-period"),
        words.say("head-cost"),
        words.say_with("chart-costs-unit", &[("currency", currency.into())]),
    ];
    let row = |(label, it): &(String, Spent<'_>)| -> Row {
        vec![label.clone(), it.amount.shown(words), number(rounded(it.amount))]
    };
    let rows = latest.iter().map(row).collect();
    Exhibit::new(Some(chart(words.unmarked(), history, latest)), head, rows)
}

/// Returns the cost of each period that has one in a single currency, the earliest first.
fn costs<'i>(words: Words, history: &History<'i>) -> Vec<(String, Spent<'i>)> {
    let periods = history.periods().into_iter();
    let costs = periods.filter_map(|audits| {
        let mut costed = audits.iter().filter_map(|audit| Some((*audit, spent(audit)?)));
        let (audit, cost) = costed.next()?;
        costed.next().is_none().then(|| (period(words, audit), cost))
    });
    costs.collect()
}

fn rounded(amount: Amount) -> u64 {
    amount.0.saturating_add(MICROS / 2) / MICROS
}

fn chart(words: Words, history: &History<'_>, costs: &[(String, Spent<'_>)]) -> Chart {
    let currency = costs[0].1.currency;
    let label = words.say_with("chart-costs-unit", &[("currency", currency.into())]);
    let each = costs
        .iter()
        .map(|(period, it)| numbered(words, rounded(it.amount), &format!("{currency} ({period})")));
    let blanks = [
        ("systems", history.title(words).into()),
        ("periods", in_turn(words, each).into()),
    ];
    let says = words.say_with("chart-costs-says", &blanks);
    let bars = costs.iter().map(|(period, it)| Bar {
        label: period.clone(),
        counts: vec![rounded(it.amount)],
    });
    Chart {
        name: format!("costs-{}", history.id()),
        title: words.say("chart-costs"),
        says,
        picture: Picture::Bars(Bars {
            series: vec![Series {
                label,
                look: Look::Filled,
            }],
            bars: bars.collect(),
        }),
    }
}
