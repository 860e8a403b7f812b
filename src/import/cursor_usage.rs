//! The Admin API of Cursor: days of users (`daily-usage-data`) and single events of use (`filtered-usage-events`), pages of
//! either. Addresses are counted, never kept. Days and events tell the same use from two sides: lines and users come
//! from days, models, tokens and costs from events.

use crate::calendar::Date;
use crate::diag::Diagnostics;
use crate::failure::Failure;
use crate::import::Asked;
use crate::import::counted::{Cost, Counted, Read, Sighting, Tokens};
use crate::import::export::Export;
use crate::import::files::Files;
use crate::import::fingerprint::{Prints, print_of};
use crate::import::month::{Days, Month};
use crate::import::names::public;
use crate::inventory::audit::SourceType;
use crate::inventory::money::Amount;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

const MICROS_IN_CENT: f64 = 10_000.0;
const MILLISECONDS: i64 = 1000;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Page {
    #[serde(default)]
    data: Vec<Day>,
    #[serde(default)]
    usage_events: Vec<Event>,
    #[serde(default)]
    pagination: Option<Pagination>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Pagination {
    #[serde(default)]
    has_next_page: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Day {
    date: Moment,
    #[serde(default)]
    email: Option<String>,
    #[serde(default)]
    is_active: Option<bool>,
    #[serde(default)]
    accepted_lines_added: u64,
    #[serde(default)]
    accepted_lines_deleted: u64,
    #[serde(default)]
    most_used_model: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Event {
    timestamp: Moment,
    #[serde(default)]
    model: String,
    #[serde(default)]
    user_email: Option<String>,
    #[serde(default)]
    token_usage: Option<Usage>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Usage {
    input_tokens: u64,
    output_tokens: u64,
    cache_read_tokens: u64,
    cache_write_tokens: u64,
    total_cents: f64,
}

/// Milliseconds since 1970, in quotes or without.
#[derive(Deserialize)]
#[serde(untagged)]
enum Moment {
    Number(i64),
    Text(String),
}

impl Moment {
    fn milliseconds(&self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Text(text) => text.parse().ok(),
        }
    }

    fn day_in(&self, month: Month) -> Option<Date> {
        month.day_of(self.milliseconds()?.div_euclid(MILLISECONDS))
    }
}

/// Counts pages of the interface.
pub(crate) fn counted(
    exports: Vec<Export>,
    asked: &Asked,
    findings: &mut Diagnostics,
) -> Result<Counted, Failure> {
    let mut tally = Tally::default();
    let files = Files {
        id: "cursor",
        r#type: SourceType::VendorApi,
        name: "Cursor Admin API",
    };
    let mut sources = files.read(exports, asked, findings, |_, export, file, findings| {
        export.values(findings, |page: Page| {
            // Pages follow each other; only the last of a file can lack its next.
            file.complete = !page.pagination.as_ref().is_some_and(|it| it.has_next_page);
            page.data.iter().for_each(|day| tally.day(day, asked.month, file));
            page.usage_events
                .iter()
                .for_each(|event| tally.event(event, asked.month, file));
        })
    })?;
    tally.days.missing_in(asked.month, &mut sources);
    Ok(tally.counted(sources, asked))
}

#[derive(Default)]
struct Tally {
    rows: Prints,
    days: Days,
    users: Prints,
    has_days: bool,
    lines_added: u64,
    lines_removed: u64,
    /// Models that were the most used of a day; how often, nobody says.
    favourites: BTreeSet<String>,
    models: BTreeMap<String, u64>,
    costs: BTreeMap<String, (Amount, Tokens)>,
}

impl Tally {
    fn day(&mut self, row: &Day, month: Month, file: &mut Read) {
        let Some(day) = row.date.day_in(month) else {
            file.outside += 1;
            return;
        };
        if !self.rows.is_new(print_of(&("day", day.to_string(), &row.email))) {
            file.duplicates += 1;
            return;
        }
        file.used += 1;
        self.has_days = true;
        self.days.found(day);
        // A day on which somebody did nothing counts nobody.
        if row.is_active != Some(false) {
            self.users.extend(row.email.as_ref().map(print_of));
        }
        self.lines_added += row.accepted_lines_added;
        self.lines_removed += row.accepted_lines_deleted;
        let model = row.most_used_model.as_deref().filter(|model| !model.is_empty());
        self.favourites
            .extend(model.map(|model| public(model).to_owned()));
    }

    fn event(&mut self, event: &Event, month: Month, file: &mut Read) {
        let Some(day) = event.timestamp.day_in(month) else {
            file.outside += 1;
            return;
        };
        let print = print_of(&(
            "event",
            event.timestamp.milliseconds(),
            &event.user_email,
            &event.model,
        ));
        if !self.rows.is_new(print) {
            file.duplicates += 1;
            return;
        }
        file.used += 1;
        self.days.found(day);
        self.users.extend(event.user_email.as_ref().map(print_of));
        let model = public(&event.model).to_owned();
        *self.models.entry(model.clone()).or_default() += 1;
        if let Some(usage) = &event.token_usage {
            let sum = self.costs.entry(model).or_default();
            sum.0 = sum.0.plus(Amount::of_parts(usage.total_cents, MICROS_IN_CENT));
            sum.1.add(usage.tokens());
        }
    }

    fn counted(self, sources: Vec<Read>, asked: &Asked) -> Counted {
        let mut blind_spots = vec![
            "the interface holds a window of days that moves on; what lay before it at export is not there"
                .to_owned(),
            "prompts, generated code and what a person was asked to approve are not in this source"
                .to_owned(),
        ];
        let users = self.users.group(asked.small_groups, &mut blind_spots);
        let lines = |key, count| self.has_days.then_some((key, count));
        let volumes = [
            users.map(|count| ("users_count", count)),
            lines("lines_added", self.lines_added),
            lines("lines_removed", self.lines_removed),
        ];
        let favourites = self
            .favourites
            .iter()
            .filter(|name| !self.models.contains_key(*name));
        let uncounted = |name: &String| Sighting {
            name: name.clone(),
            via: None,
            count: None,
        };
        let counted = self.models.iter().map(|(name, count)| Sighting::of(name, *count));
        Counted {
            volumes: volumes.into_iter().flatten().collect(),
            models: counted.chain(favourites.map(uncounted)).collect(),
            tools: vec![uncounted(&"cursor".to_owned())],
            costs: (!self.costs.is_empty()).then_some(Cost {
                currency: "USD".to_owned(),
                estimated: true,
                by_model: self.costs,
            }),
            sources,
            blind_spots,
            ..Counted::default()
        }
    }
}

impl Usage {
    fn tokens(&self) -> Tokens {
        Tokens {
            input: self.input_tokens,
            output: self.output_tokens,
            cache_read: self.cache_read_tokens,
            cache_creation: self.cache_write_tokens,
        }
    }
}
