//! The forecast of a month beside the costs on record. A forecast is arithmetic from numbers that somebody declared;
//! nothing in it was measured.

use crate::documents::facts::Row;
use crate::documents::history::{histories, period};
use crate::documents::trail::Trail;
use crate::documents::use_and_costs::caps::{costs, incomparable};
use crate::documents::use_and_costs::{currency_of, money, titles};
use crate::inventory::budget::Forecast;
use crate::inventory::field::Field;
use crate::inventory::money::Amount;
use crate::inventory::record::Record;
use crate::inventory::system::System;
use crate::link::Inventory;
use crate::obligations::budget::{Beside, WORKING_DAYS, against_forecast, forecast, spent};
use crate::tongue::words::Words;

/// Returns system, developers, sessions a day, working days, cost of a session, forecast for a month.
pub(crate) fn forecasts(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let declared = inventory.systems.values().filter_map(|system| {
        let budget = system.budget.stated()?;
        let currency = budget.currency.stated().map_or("", String::as_str);
        Some((system, budget.forecast.stated()?, currency))
    });
    declared
        .map(|(system, from, currency)| row(trail, system, from, currency))
        .collect()
}

fn row(trail: &mut Trail, system: &Record<System>, from: &Forecast, currency: &str) -> Row {
    let words = trail.words();
    let mut said = trail.about("forecast", system.id.value.as_str());
    let name = |field: &str| format!("budget.forecast.{field}");
    let sessions = said.field_as(&name("sessions_per_day"), &from.sessions_per_day, |n| plain(*n));
    let cost = said.field_as(&name("cost_per_session"), &from.cost_per_session, |amount| {
        money(words, *amount, currency)
    });
    let days = match &from.working_days {
        Field::Absent => words.say_with(
            "forecast-of-the-formula",
            &[("n", WORKING_DAYS.to_string().into())],
        ),
        Field::Stated(_) | Field::NotApplicable(_) | Field::Unknown(_) => {
            said.field(&name("working_days"), &from.working_days)
        }
    };
    let comes_to = forecast(from).map(|amount| money(words, amount, currency));
    vec![
        words.quote(system.title()),
        said.field(&name("developers"), &from.developers),
        sessions,
        days,
        cost,
        comes_to.unwrap_or_else(|| words.say("unknown")),
    ]
}

/// Returns a decimal that is no money, such as `2.5`.
fn plain(n: Amount) -> String {
    let text = n.to_string();
    let text = text.trim_end_matches('0').trim_end_matches('.');
    text.to_owned()
}

/// Returns systems, period, forecast, costs, difference.
pub(crate) fn against_forecasts(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let words = trail.words();
    let mut rows = Vec::new();
    for history in histories(inventory) {
        for audit in history.audits.iter().filter(|it| it.costs.stated().is_some()) {
            let systems = inventory.systems_of_audit(audit);
            let bodies: Vec<&System> = systems.iter().map(|it| &it.body).collect();
            let Some(verdict) = against_forecast(&bodies, spent(audit)) else {
                continue;
            };
            let (expected, follows) = match verdict {
                Ok(beside) => (
                    money(words, beside.declared, currency_of(audit)),
                    apart(words, beside),
                ),
                Err(why) => (words.say("not-on-record"), incomparable(words, why)),
            };
            rows.push(vec![
                titles(words, &systems),
                period(words, audit),
                expected,
                costs(trail, "forecast", audit),
                follows,
            ]);
        }
    }
    rows
}

/// Returns how far costs and forecast lie apart, in percent of the forecast.
fn apart(words: Words, beside: Beside) -> String {
    let id = match (beside.spent == beside.declared, beside.is_above()) {
        (true, _) => return words.say("forecast-met"),
        (false, true) => "forecast-more",
        (false, false) => "forecast-less",
    };
    match beside.tenths_apart() {
        None => words.say("forecast-of-nothing"),
        Some(tenths) => {
            let (whole, tenth) = ((tenths / 10).to_string(), (tenths % 10).to_string());
            let percent = words.say_with("percent", &[("whole", whole.into()), ("tenth", tenth.into())]);
            words.say_with(id, &[("percent", percent.into())])
        }
    }
}
