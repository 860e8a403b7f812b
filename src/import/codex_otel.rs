//! Telemetry of OpenAI Codex. Its events carry no number, so two are the same when all they say is the same. Prompts and
//! answers are never read.

use crate::diag::Diagnostics;
use crate::failure::Failure;
use crate::import::Asked;
use crate::import::counted::{Counted, Number, Read, Sighting};
use crate::import::export::Export;
use crate::import::fingerprint::{Prints, print_of};
use crate::import::names::public;
use crate::import::otlp::{Attributes, DataPoint};
use crate::import::telemetry::{Point, Telemetry, read};
use std::collections::BTreeMap;

/// Settings under which no command is asked about and none is fenced in.
const NO_APPROVAL: &str = "never";
const NO_SANDBOX: &str = "danger-full-access";
/// Events that say nothing that a summary counts.
const SILENT: &[&str] = &["turn_ttft", "websocket_connect", "websocket_event"];

/// Counts exports of telemetry.
pub(crate) fn counted(
    exports: Vec<Export>,
    asked: &Asked,
    findings: &mut Diagnostics,
) -> Result<Counted, Failure> {
    let (tally, files) = read::<Tally>(exports, asked, findings)?;
    Ok(tally.counted(files, asked))
}

#[derive(Debug, Default)]
struct Tally {
    sessions: Prints,
    bypass_sessions: Prints,
    users: Prints,
    tools: BTreeMap<&'static str, Prints>,
    models: BTreeMap<String, u64>,
    servers: BTreeMap<String, u64>,
    n_tool_calls: u64,
    user_accepts: u64,
    user_rejects: u64,
    n_configured: u64,
    n_denied_by_config: u64,
}

impl Telemetry for Tally {
    const SERVICES: &'static [&'static str] = &[
        "codex_cli_rs",
        "codex_exec",
        "codex-app-server",
        "codex_vscode",
        "codex_mcp_server",
    ];
    const PREFIX: &'static str = "codex.";
    const NAME: &'static str = "Codex telemetry";

    fn event(&mut self, service: &'static str, name: &str, event: &Attributes) -> bool {
        let account = event.text("user.account_id").or_else(|| event.text("user.email"));
        self.users.extend(account.map(|account| print_of(&account)));
        match name {
            "conversation_starts" => self.start(service, event),
            "user_prompt" => self.session(service, event),
            "api_request" | "websocket_request" => {
                let model = public(event.text("model").unwrap_or_default());
                *self.models.entry(model.to_owned()).or_default() += 1;
            }
            "tool_decision" => self.decision(event),
            "tool_result" => self.n_tool_calls += 1,
            "sse_event" => {}
            _ => return SILENT.contains(&name),
        }
        true
    }

    fn point(&mut self, name: &str, _: bool, _: &DataPoint) -> Point {
        Point::Unknown(name.to_owned())
    }

    fn number_of<'e>(_: &'e Attributes) -> Option<(&'e str, u64)> {
        None
    }
}

impl Tally {
    fn session(&mut self, service: &'static str, event: &Attributes) {
        if let Some(session) = event.text("conversation.id").map(|id| print_of(&id)) {
            self.sessions.extend([session]);
            self.tools.entry(service).or_default().extend([session]);
        }
    }

    fn start(&mut self, service: &'static str, event: &Attributes) {
        self.session(service, event);
        let is_open = event.text("approval_policy") == Some(NO_APPROVAL)
            && event.text("sandbox_policy") == Some(NO_SANDBOX);
        if is_open {
            self.bypass_sessions
                .extend(event.text("conversation.id").map(|id| print_of(&id)));
        }
        let servers = event
            .text("mcp_servers")
            .unwrap_or_default()
            .split(',')
            .map(str::trim);
        for server in servers.filter(|server| !server.is_empty()) {
            *self.servers.entry(public(server).to_owned()).or_default() += 1;
        }
    }

    fn decision(&mut self, event: &Attributes) {
        let said = event.text("decision").unwrap_or_default().to_ascii_lowercase();
        let is_accepted = said.starts_with("approved");
        let source = event.text("source").unwrap_or_default().to_ascii_lowercase();
        match (source == "user", is_accepted) {
            (true, true) => self.user_accepts += 1,
            (true, false) => self.user_rejects += 1,
            // Configuration, and reviewers that are programs: no person saw it.
            (false, is_accepted) => {
                self.n_configured += 1;
                self.n_denied_by_config += u64::from(!is_accepted);
            }
        }
    }

    fn counted(self, sources: Vec<Read>, asked: &Asked) -> Counted {
        let mut blind_spots = vec![
            "sessions in which telemetry is switched off, and personal accounts, are in no source".to_owned(),
            "costs are not in this source".to_owned(),
        ];
        let users = self.users.group(asked.small_groups, &mut blind_spots);
        let volumes = [
            Some(("sessions", self.sessions.count())),
            users.map(|count| ("users_count", count)),
            Some(("tool_calls", self.n_tool_calls)),
        ];
        let count = |(key, count)| (key, Number::Count(count));
        let metrics = [
            ("user_accepts", self.user_accepts),
            ("user_rejects", self.user_rejects),
            ("config_decisions", self.n_configured),
            ("bypass_sessions", self.bypass_sessions.count()),
        ];
        let violations = [
            ("bypass_mode", self.bypass_sessions.count()),
            ("denied_by_config", self.n_denied_by_config),
        ];
        Counted {
            volumes: volumes.into_iter().flatten().collect(),
            metrics: metrics.map(count).into(),
            violations: violations.into_iter().filter(|(_, count)| *count > 0).collect(),
            models: self
                .models
                .iter()
                .map(|(name, count)| Sighting::of(name, *count))
                .collect(),
            tools: self
                .tools
                .iter()
                .map(|(name, sessions)| Sighting::of_service(name, sessions.count()))
                .collect(),
            mcp_servers: self
                .servers
                .iter()
                .map(|(name, count)| Sighting::of(name, *count))
                .collect(),
            sources,
            blind_spots,
            ..Counted::default()
        }
    }
}
