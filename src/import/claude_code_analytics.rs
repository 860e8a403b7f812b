//! The Claude Code Analytics API: pages of `usage_report/claude_code`, one row for each user and day. Rows are added up
//! and thrown away; the addresses in them are counted, never kept. Amounts are in hundredths of the currency there.

use crate::calendar::Date;
use crate::diag::Diagnostics;
use crate::failure::Failure;
use crate::import::Asked;
use crate::import::counted::{Cost, Counted, Number, Read, Sighting, Tokens};
use crate::import::export::Export;
use crate::import::files::Files;
use crate::import::fingerprint::{Prints, print_of};
use crate::import::month::{Days, Month};
use crate::import::names::public;
use crate::inventory::audit::SourceType;
use crate::inventory::money::Amount;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// Millionths of the currency in one hundredth, the unit of the interface.
const MICROS_IN_CENT: f64 = 10_000.0;

#[derive(Deserialize)]
struct Page {
    data: Vec<Row>,
    #[serde(default)]
    has_more: bool,
    #[serde(default)]
    next_page: Option<String>,
}

#[derive(Deserialize)]
struct Row {
    date: String,
    #[serde(default)]
    actor: Actor,
    #[serde(default)]
    terminal_type: String,
    #[serde(default)]
    core_metrics: Core,
    #[serde(default)]
    tool_actions: BTreeMap<String, Decided>,
    #[serde(default)]
    model_breakdown: Vec<Model>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Actor {
    email_address: Option<String>,
    api_key_name: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Core {
    num_sessions: u64,
    lines_of_code: Lines,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Lines {
    added: u64,
    removed: u64,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Decided {
    accepted: u64,
    rejected: u64,
}

#[derive(Deserialize)]
struct Model {
    model: String,
    #[serde(default)]
    tokens: Used,
    #[serde(default)]
    estimated_cost: Estimate,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Used {
    input: u64,
    output: u64,
    cache_read: u64,
    cache_creation: u64,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Estimate {
    currency: String,
    amount: f64,
}

/// Counts pages of the interface.
pub(crate) fn counted(
    exports: Vec<Export>,
    asked: &Asked,
    findings: &mut Diagnostics,
) -> Result<Counted, Failure> {
    let mut tally = Tally::default();
    let files = Files {
        id: "analytics",
        r#type: SourceType::VendorApi,
        name: "Claude Code Analytics API",
    };
    let mut sources = files.read(exports, asked, findings, |_, export, file, findings| {
        let mut pages = Pages::of(&mut tally, file);
        let end = export.values(findings, |page: Page| pages.take(page, asked.month))?;
        let lacks_next = pages.lacks_next;
        file.complete = !lacks_next;
        Ok(end)
    })?;
    tally.days.missing_in(asked.month, &mut sources);
    Ok(tally.counted(sources, asked))
}

/// The pages of one file.
struct Pages<'f> {
    tally: &'f mut Tally,
    file: &'f mut Read,
    /// Whether the last page names one that is not there.
    lacks_next: bool,
}

impl<'f> Pages<'f> {
    fn of(tally: &'f mut Tally, file: &'f mut Read) -> Self {
        Self {
            tally,
            file,
            lacks_next: false,
        }
    }

    fn take(&mut self, page: Page, month: Month) {
        // Pages of one day follow each other; only the last of a file can lack its next.
        self.lacks_next = page.has_more || page.next_page.is_some();
        for row in page.data {
            let day = row.date.get(..10).and_then(|day| day.parse::<Date>().ok());
            match day.filter(|day| month.has(*day)) {
                None => self.file.outside += 1,
                Some(_) if !self.tally.rows.is_new(print_of(&row.key())) => self.file.duplicates += 1,
                Some(day) => {
                    self.tally.days.found(day);
                    self.tally.add(&row);
                    self.file.used += 1;
                }
            }
        }
    }
}

impl Row {
    /// Returns what tells rows apart.
    fn key(&self) -> (&str, Option<&str>, &str) {
        (&self.date, self.who(), &self.terminal_type)
    }

    fn who(&self) -> Option<&str> {
        let actor = &self.actor;
        actor.email_address.as_deref().or(actor.api_key_name.as_deref())
    }
}

#[derive(Default)]
struct Tally {
    rows: Prints,
    days: Days,
    users: Prints,
    n_sessions: u64,
    lines: Lines,
    decided: Decided,
    models: BTreeMap<String, (Amount, Tokens)>,
    currencies: BTreeSet<String>,
}

impl Tally {
    fn add(&mut self, row: &Row) {
        self.users.extend(row.who().map(|who| print_of(&who)));
        self.n_sessions += row.core_metrics.num_sessions;
        self.lines.added += row.core_metrics.lines_of_code.added;
        self.lines.removed += row.core_metrics.lines_of_code.removed;
        for decided in row.tool_actions.values() {
            self.decided.accepted += decided.accepted;
            self.decided.rejected += decided.rejected;
        }
        for model in &row.model_breakdown {
            self.currencies
                .insert(public(&model.estimated_cost.currency).to_owned());
            let sum = self.models.entry(public(&model.model).to_owned()).or_default();
            sum.0 = sum
                .0
                .plus(Amount::of_parts(model.estimated_cost.amount, MICROS_IN_CENT));
            sum.1.add(model.tokens());
        }
    }

    fn counted(self, sources: Vec<Read>, asked: &Asked) -> Counted {
        let mut blind_spots = vec![
            "sessions through cloud platforms, and personal accounts, are not in this source".to_owned(),
            "costs are estimates of the tool and no invoice".to_owned(),
        ];
        let users = self.users.group(asked.small_groups, &mut blind_spots);
        // Amounts of two currencies are never added.
        let currency = self
            .currencies
            .first()
            .filter(|_| self.currencies.len() == 1)
            .cloned();
        if self.currencies.len() > 1 {
            blind_spots.push("costs are stated in more than one currency and are left out".to_owned());
        }
        let volumes = [
            Some(("sessions", self.n_sessions)),
            users.map(|count| ("users_count", count)),
            Some(("lines_added", self.lines.added)),
            Some(("lines_removed", self.lines.removed)),
        ];
        let seen = |name: &String| Sighting {
            name: name.clone(),
            via: None,
            count: None,
        };
        Counted {
            models: self.models.keys().map(seen).collect(),
            tools: vec![seen(&"claude-code".to_owned())],
            volumes: volumes.into_iter().flatten().collect(),
            metrics: vec![
                ("user_accepts", Number::Count(self.decided.accepted)),
                ("user_rejects", Number::Count(self.decided.rejected)),
            ],
            costs: currency.map(|currency| Cost {
                currency,
                estimated: true,
                by_model: self.models,
            }),
            sources,
            blind_spots,
            ..Counted::default()
        }
    }
}

impl Model {
    fn tokens(&self) -> Tokens {
        Tokens {
            input: self.tokens.input,
            output: self.tokens.output,
            cache_read: self.tokens.cache_read,
            cache_creation: self.tokens.cache_creation,
        }
    }
}
