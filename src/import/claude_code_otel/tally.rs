//! The counts while telemetry is read, and the summary that they come to.

use crate::import::Asked;
use crate::import::counted::{Cost, Counted, Kept, Number, Read, Sighting, Tokens};
use crate::import::fingerprint::Prints;
use crate::import::otlp::DataPoint;
use crate::inventory::money::Amount;
use std::collections::BTreeMap;

/// What is held while files are read: counts, and fingerprints of what is counted once.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) sessions: Prints,
    pub(super) bypass_sessions: Prints,
    pub(super) anonymous_sessions: Prints,
    pub(super) users: Prints,
    pub(super) tools: BTreeMap<&'static str, Prints>,
    pub(super) models: BTreeMap<String, u64>,
    pub(super) servers: BTreeMap<String, u64>,
    pub(super) n_unnamed_connections: u64,
    pub(super) costs: BTreeMap<String, (Amount, Tokens)>,
    pub(super) n_tool_calls: u64,
    pub(super) decisions: Decisions,
    pub(super) violations: Violations,
    /// The shortest period of a sweep, in days, and whether it was the default.
    pub(super) kept: Option<(u64, bool)>,
    lines_added: u64,
    lines_removed: u64,
    has_lines: bool,
}

#[derive(Debug, Default)]
pub(super) struct Decisions {
    pub(super) user_accepts: u64,
    pub(super) user_rejects: u64,
    pub(super) configuration: u64,
}

#[derive(Debug, Default)]
pub(super) struct Violations {
    pub(super) bypass_mode: u64,
    pub(super) blocked_by_hook: u64,
    pub(super) denied_by_config: u64,
    pub(super) refused_by_model: u64,
}

impl Tally {
    /// Adds a point of the metric of changed lines.
    pub(super) fn lines_of_code(&mut self, point: &DataPoint) {
        self.has_lines = true;
        match point.attributes.text("type") {
            Some("removed") => self.lines_removed += point.count(),
            _ => self.lines_added += point.count(),
        }
    }

    /// Returns what the counts come to.
    pub(super) fn counted(self, sources: Vec<Read>, asked: &Asked) -> Counted {
        let mut blind_spots = self.blind_spots();
        let users = self.users.group(asked.small_groups, &mut blind_spots);
        Counted {
            blind_spots,
            volumes: self.volumes(users),
            effective_retention: self.kept().into_iter().collect(),
            violations: self.violations(),
            metrics: self.metrics(),
            tools: self
                .tools
                .iter()
                .map(|(name, sessions)| Sighting::of_service(name, sessions.count()))
                .collect(),
            models: self
                .models
                .iter()
                .map(|(name, count)| Sighting::of(name, *count))
                .collect(),
            mcp_servers: self
                .servers
                .iter()
                .map(|(name, count)| Sighting::of(name, *count))
                .collect(),
            costs: (!self.costs.is_empty()).then_some(Cost {
                currency: "USD".to_owned(),
                estimated: true,
                by_model: self.costs,
            }),
            activities: Vec::new(),
            base_branch: None,
            sources,
        }
    }

    fn volumes(&self, users: Option<u64>) -> Vec<(&'static str, u64)> {
        let mut volumes = vec![("sessions", self.sessions.count())];
        volumes.extend(users.map(|count| ("users_count", count)));
        volumes.push(("tool_calls", self.n_tool_calls));
        if self.has_lines {
            volumes.push(("lines_added", self.lines_added));
            volumes.push(("lines_removed", self.lines_removed));
        }
        volumes
    }

    fn kept(&self) -> Option<Kept> {
        self.kept.map(|(days, is_default)| Kept {
            what: "transcripts on the machines of users",
            days,
            is_default,
        })
    }

    fn violations(&self) -> Vec<(&'static str, u64)> {
        let it = &self.violations;
        let all = [
            ("bypass_mode", it.bypass_mode),
            ("blocked_by_hook", it.blocked_by_hook),
            ("denied_by_config", it.denied_by_config),
            ("refused_by_model", it.refused_by_model),
        ];
        all.into_iter().filter(|(_, count)| *count > 0).collect()
    }

    fn metrics(&self) -> Vec<(&'static str, Number)> {
        let it = &self.decisions;
        let all = [
            ("user_accepts", it.user_accepts),
            ("user_rejects", it.user_rejects),
            ("config_decisions", it.configuration),
            ("bypass_sessions", self.bypass_sessions.count()),
        ];
        all.map(|(key, count)| (key, Number::Count(count))).into()
    }

    fn blind_spots(&self) -> Vec<String> {
        let mut spots = vec![
            "sessions in which telemetry is switched off, and personal accounts, are in no source".to_owned(),
            "costs are estimates of the tool and no invoice".to_owned(),
        ];
        let n_anonymous = self.anonymous_sessions.count();
        if n_anonymous > 0 {
            spots.push(format!(
                "sessions without an account: {n_anonymous}; users are counted there by installation"
            ));
        }
        if self.n_unnamed_connections > 0 {
            spots.push(format!(
                "connections to MCP servers without a name: {}; tool details are switched off",
                self.n_unnamed_connections
            ));
        }
        spots
    }
}
