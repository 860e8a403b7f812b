//! The usage metrics of GitHub Copilot: rows of one user and day, or of a whole organisation or enterprise and day, as a JSON
//! array or one to a line. Logins are counted, never kept. Accepted completions are no decisions about tool calls, so they
//! stand under lines, not under decisions.

use crate::calendar::Date;
use crate::diag::Diagnostics;
use crate::failure::Failure;
use crate::import::Asked;
use crate::import::counted::{Counted, Read, Sighting};
use crate::import::export::Export;
use crate::import::files::Files;
use crate::import::fingerprint::{Prints, print_of};
use crate::import::month::{Days, Month};
use crate::import::names::public;
use crate::inventory::audit::SourceType;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

const COPILOT: &str = "github-copilot";

#[derive(Deserialize)]
struct Row {
    day: String,
    #[serde(default)]
    user_id: Option<serde_json::Value>,
    #[serde(default)]
    user_login: Option<String>,
    #[serde(default)]
    loc_added_sum: u64,
    #[serde(default)]
    loc_deleted_sum: u64,
    #[serde(default)]
    totals_by_model_feature: Vec<ByModel>,
    #[serde(default)]
    totals_by_cli: Option<Cli>,
    #[serde(default)]
    totals_by_3rd_party_agent: Vec<Agent>,
    #[serde(default)]
    pull_requests: Option<PullRequests>,
}

#[derive(Deserialize)]
struct ByModel {
    #[serde(default)]
    model: String,
    #[serde(default)]
    user_initiated_interaction_count: u64,
}

#[derive(Deserialize)]
struct Cli {
    #[serde(default)]
    session_count: u64,
}

#[derive(Deserialize)]
struct Agent {
    #[serde(default)]
    agent_name: String,
}

#[derive(Deserialize)]
struct PullRequests {
    #[serde(default)]
    total_merged_created_by_copilot: u64,
}

/// Counts rows of the report.
pub(crate) fn counted(
    exports: Vec<Export>,
    asked: &Asked,
    findings: &mut Diagnostics,
) -> Result<Counted, Failure> {
    let mut tally = Tally::default();
    let files = Files {
        id: "copilot",
        r#type: SourceType::VendorApi,
        name: "Copilot usage metrics",
    };
    let mut sources = files.read(exports, asked, findings, |_, export, file, findings| {
        export.values(findings, |row: Row| tally.take(&row, asked.month, file))
    })?;
    tally.days.missing_in(asked.month, &mut sources);
    Ok(tally.counted(sources, asked))
}

#[derive(Default)]
struct Tally {
    rows: Prints,
    days: Days,
    users: Prints,
    /// Rows of persons.
    persons: Sums,
    /// Rows of an organisation or enterprise, which say the same once more and are never added.
    whole: Sums,
    merged_by_copilot: Option<u64>,
}

#[derive(Default)]
struct Sums {
    n_rows: u64,
    lines_added: u64,
    lines_removed: u64,
    cli_sessions: Option<u64>,
    models: BTreeMap<String, u64>,
    agents: BTreeSet<String>,
}

impl Row {
    fn who(&self) -> Option<u64> {
        let id = self.user_id.as_ref().map(ToString::to_string);
        id.or_else(|| self.user_login.clone()).map(|who| print_of(&who))
    }
}

impl Tally {
    fn take(&mut self, row: &Row, month: Month, file: &mut Read) {
        let day = row.day.parse::<Date>().ok().filter(|day| month.has(*day));
        match day {
            None => file.outside += 1,
            Some(_) if !self.rows.is_new(print_of(&(&row.day, row.who()))) => file.duplicates += 1,
            Some(day) => {
                self.days.found(day);
                self.add(row);
                file.used += 1;
            }
        }
    }

    fn add(&mut self, row: &Row) {
        let who = row.who();
        self.users.extend(who);
        match who {
            Some(_) => self.persons.add(row),
            None => self.whole.add(row),
        }
        if let Some(merged) = &row.pull_requests {
            *self.merged_by_copilot.get_or_insert(0) += merged.total_merged_created_by_copilot;
        }
    }

    fn counted(self, sources: Vec<Read>, asked: &Asked) -> Counted {
        let mut blind_spots = vec![
            "requests that nobody made by hand, and code completions, are not counted as requests to models"
                .to_owned(),
            "what a person was asked to approve is not in this source".to_owned(),
        ];
        let has_persons = self.persons.n_rows > 0;
        let users = match has_persons {
            true => self.users.group(asked.small_groups, &mut blind_spots),
            false => None,
        };
        if has_persons && self.whole.n_rows > 0 {
            blind_spots.push(
                "the rows of the whole organisation repeat those of its members and were not added"
                    .to_owned(),
            );
        }
        let sums = if has_persons { self.persons } else { self.whole };
        let volumes = [
            sums.cli_sessions.map(|count| ("sessions", count)),
            users.map(|count| ("users_count", count)),
            self.merged_by_copilot.map(|count| ("prs_ai_declared", count)),
            Some(("lines_added", sums.lines_added)),
            Some(("lines_removed", sums.lines_removed)),
        ];
        let agents = sums.agents.into_iter().map(|name| Sighting {
            name,
            via: Some(COPILOT.to_owned()),
            count: None,
        });
        let copilot = Sighting {
            name: COPILOT.to_owned(),
            via: None,
            count: None,
        };
        Counted {
            volumes: volumes.into_iter().flatten().collect(),
            models: sums
                .models
                .iter()
                .map(|(name, count)| Sighting::of(name, *count))
                .collect(),
            tools: std::iter::once(copilot).chain(agents).collect(),
            sources,
            blind_spots,
            ..Counted::default()
        }
    }
}

impl Sums {
    fn add(&mut self, row: &Row) {
        self.n_rows += 1;
        self.lines_added += row.loc_added_sum;
        self.lines_removed += row.loc_deleted_sum;
        if let Some(cli) = &row.totals_by_cli {
            *self.cli_sessions.get_or_insert(0) += cli.session_count;
        }
        for by_model in &row.totals_by_model_feature {
            let name = public(&by_model.model).to_owned();
            *self.models.entry(name).or_default() += by_model.user_initiated_interaction_count;
        }
        self.agents.extend(
            row.totals_by_3rd_party_agent
                .iter()
                .map(|it| public(&it.agent_name).to_owned()),
        );
    }
}
