//! Exports of AI tools and git hosts become the text of an audit summary: files in, counts out. Streams, holds no more
//! than the counts need, and lets aggregates out only: no address, login or name of a person can reach the text. Sources
//! that say the same thing are never added. Registers of AI systems become records to begin with. No network: whoever has
//! the key makes the export.

mod claude_code_analytics;
mod claude_code_otel;
mod claude_compliance;
mod codex_otel;
mod copilot_metrics;
pub mod counted;
mod cursor_usage;
pub(crate) mod declared;
pub mod export;
mod files;
mod fingerprint;
pub(crate) mod git_log;
mod mcp_json;
pub mod merge;
pub mod month;
pub(crate) mod names;
mod otlp;
pub mod register;
mod reviews;
pub mod settings;
mod telemetry;
pub mod written;

use crate::diag::Diagnostics;
use crate::failure::Failure;
use crate::import::counted::Counted;
use crate::import::export::Export;
use crate::import::month::Month;
use crate::terms;

terms! {
    /// Where an export comes from.
    pub enum Source {
        ClaudeCodeAnalytics = "claude-code-analytics" => "Claude Code Analytics API (JSON)",
        ClaudeCodeOtel = "claude-code-otel" => "Claude Code telemetry (OTLP/JSON lines)",
        ClaudeCompliance = "claude-compliance" => "Compliance Activity Feed of Anthropic (JSON)",
        CodexOtel = "codex-otel" => "Codex telemetry (OTLP/JSON lines)",
        CopilotMetrics = "copilot-metrics" => "Copilot usage metrics (JSON)",
        CursorUsage = "cursor-usage" => "Cursor Admin API (JSON)",
        McpJson = "mcp-json" => "MCP servers of projects (.mcp.json)",
        Git = "git" => "Git commits",
        GithubPrs = "github-prs" => "GitHub pull requests",
        GitlabMrs = "gitlab-mrs" => "GitLab merge requests",
    }
}

/// What is asked of an import beside its files.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The month that is counted, in UTC.
    pub month: Month,
    /// Whether a file that ends in the middle of a record is counted as far as it goes.
    pub allow_partial: bool,
    /// Whether groups of fewer than three persons are left out.
    pub small_groups: bool,
}

/// Returns what exports of one source come to; nothing after reporting why they cannot be counted.
///
/// # Errors
/// Fails when a file cannot be read to its end.
pub fn import(
    source: Source,
    exports: Vec<Export>,
    asked: &Asked,
    findings: &mut Diagnostics,
) -> Result<Option<Counted>, Failure> {
    let mut counted = match source {
        Source::ClaudeCodeAnalytics => claude_code_analytics::counted(exports, asked, findings)?,
        Source::ClaudeCodeOtel => claude_code_otel::counted(exports, asked, findings)?,
        Source::ClaudeCompliance => claude_compliance::counted(exports, asked, findings)?,
        Source::CodexOtel => codex_otel::counted(exports, asked, findings)?,
        Source::CopilotMetrics => copilot_metrics::counted(exports, asked, findings)?,
        Source::CursorUsage => cursor_usage::counted(exports, asked, findings)?,
        Source::McpJson => mcp_json::counted(exports, asked, findings)?,
        Source::Git => git_log::counted(exports, asked, findings)?,
        Source::GithubPrs => reviews::github(exports, asked, findings)?,
        Source::GitlabMrs => reviews::gitlab(exports, asked, findings)?,
    };
    counted.tell_withheld();
    let has_errors = findings.has_errors();
    Ok((!has_errors).then_some(counted))
}
