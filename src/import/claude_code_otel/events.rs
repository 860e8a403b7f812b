//! What each event of Claude Code adds to the counts.

use crate::import::claude_code_otel::tally::Tally;
use crate::import::counted::Tokens;
use crate::import::fingerprint::print_of;
use crate::import::names::public;
use crate::import::otlp::Attributes;
use crate::inventory::money::Amount;

const BYPASS: &str = "bypassPermissions";
const MCP_TOOL: &str = "mcp__";
/// Events that say nothing that a summary counts.
const SILENT: &[&str] = &[
    "api_error",
    "api_request_body",
    "api_response_body",
    "api_retries_exhausted",
    "assistant_response",
    "at_mention",
    "auth",
    "compaction",
    "feedback_survey",
    "hook_execution_start",
    "hook_registered",
    "internal_error",
    "plugin_installed",
    "plugin_loaded",
    "skill_activated",
];

impl Tally {
    /// Adds an event; returns whether its kind is known.
    pub(super) fn add(&mut self, service: &'static str, name: &str, event: &Attributes) -> bool {
        self.person(event);
        match name {
            "user_prompt" => self.session(service, event),
            "api_request" => {
                self.session(service, event);
                self.request(event);
            }
            "tool_decision" => self.decision(event),
            "tool_result" => self.tool_call(event),
            "permission_mode_changed" => self.mode(event),
            "mcp_server_connection" => self.connection(event),
            "hook_execution_complete" => {
                self.violations.blocked_by_hook += event.number("num_blocking").unwrap_or(0);
            }
            "api_refusal" => self.violations.refused_by_model += 1,
            "retention_sweep" => self.sweep(event),
            _ => return SILENT.contains(&name),
        }
        true
    }

    // Whoever is counted is a fingerprint, held in memory and thrown away.
    fn person(&mut self, event: &Attributes) {
        let account = event
            .text("user.account_uuid")
            .or_else(|| event.text("user.email"));
        match (account, event.text("user.id"), event.text("session.id")) {
            (Some(account), _, _) => self.users.extend([print_of(&account)]),
            (None, Some(installation), session) => {
                self.users.extend([print_of(&installation)]);
                self.anonymous_sessions
                    .extend(session.map(|session| print_of(&session)));
            }
            (None, None, _) => {}
        }
    }

    fn session(&mut self, service: &'static str, event: &Attributes) {
        if let Some(session) = event.text("session.id") {
            let session = print_of(&session);
            self.sessions.extend([session]);
            self.tools.entry(service).or_default().extend([session]);
        }
    }

    fn request(&mut self, event: &Attributes) {
        let model = public(event.text("model").unwrap_or_default()).to_owned();
        let number = |key| event.number(key).unwrap_or(0);
        let tokens = Tokens {
            input: number("input_tokens"),
            output: number("output_tokens"),
            cache_read: number("cache_read_tokens"),
            cache_creation: number("cache_creation_tokens"),
        };
        let in_millionths = event.number("cost_usd_micros");
        let cost = in_millionths
            .or_else(|| event.get("cost_usd")?.millionths())
            .unwrap_or(0);
        *self.models.entry(model.clone()).or_default() += 1;
        let sum = self.costs.entry(model).or_default();
        sum.0 = sum.0.plus(Amount(cost));
        sum.1.add(tokens);
    }

    fn decision(&mut self, event: &Attributes) {
        let is_accepted = event.text("decision") == Some("accept");
        match event.text("source") {
            Some("config" | "hook") => {
                self.decisions.configuration += 1;
                self.violations.denied_by_config += u64::from(!is_accepted);
            }
            // A word that is not known here is a person's, for those alone are asked by name.
            _ if is_accepted => self.decisions.user_accepts += 1,
            _ => self.decisions.user_rejects += 1,
        }
    }

    fn tool_call(&mut self, event: &Attributes) {
        self.n_tool_calls += 1;
        let tool = event
            .text("tool_name")
            .and_then(|tool| tool.strip_prefix(MCP_TOOL));
        if let Some(server) = tool.and_then(|tool| tool.split("__").next()) {
            *self.servers.entry(public(server).to_owned()).or_default() += 1;
        }
    }

    fn mode(&mut self, event: &Attributes) {
        if event.text("to_mode") == Some(BYPASS) {
            self.violations.bypass_mode += 1;
            self.bypass_sessions
                .extend(event.text("session.id").map(|session| print_of(&session)));
        }
    }

    fn connection(&mut self, event: &Attributes) {
        if event.text("status") != Some("connected") {
            return;
        }
        match event.text("server_name") {
            Some(server) => drop(self.servers.entry(public(server).to_owned()).or_default()),
            None => self.n_unnamed_connections += 1,
        }
    }

    fn sweep(&mut self, event: &Attributes) {
        if let Some(days) = event.number("period_days") {
            let is_default = event
                .get("used_default")
                .and_then(|said| said.truth())
                .unwrap_or(false);
            let shortest = self.kept.get_or_insert((days, is_default));
            *shortest = (*shortest).min((days, is_default));
        }
    }
}
