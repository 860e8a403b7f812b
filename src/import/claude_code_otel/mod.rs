//! Telemetry of Claude Code. Events are counted, and of the metrics only the lines of code, which no event tells. Prompts
//! and answers are never read.

mod events;
mod tally;

use crate::diag::Diagnostics;
use crate::failure::Failure;
use crate::import::Asked;
use crate::import::claude_code_otel::tally::Tally;
use crate::import::counted::Counted;
use crate::import::export::Export;
use crate::import::otlp::{Attributes, DataPoint};
use crate::import::telemetry::{Point, Telemetry, read};

const LINES_OF_CODE: &str = "lines_of_code.count";
/// Metrics of which the events say the same, record by record.
const TOLD_BY_EVENTS: &[&str] = &[
    "active_time.total",
    "code_edit_tool.decision",
    "commit.count",
    "cost.usage",
    "pull_request.count",
    "session.count",
    "token.usage",
];

/// Counts exports of telemetry.
pub(crate) fn counted(
    exports: Vec<Export>,
    asked: &Asked,
    findings: &mut Diagnostics,
) -> Result<Counted, Failure> {
    let (tally, files) = read::<Tally>(exports, asked, findings)?;
    Ok(tally.counted(files, asked))
}

impl Telemetry for Tally {
    const SERVICES: &'static [&'static str] = &["claude-code", "claude-code-desktop"];
    const PREFIX: &'static str = "claude_code.";
    const NAME: &'static str = "Claude Code telemetry";

    fn event(&mut self, service: &'static str, name: &str, event: &Attributes) -> bool {
        self.add(service, name, event)
    }

    fn point(&mut self, name: &str, is_delta: bool, point: &DataPoint) -> Point {
        match (name, is_delta) {
            (LINES_OF_CODE, true) => {
                self.lines_of_code(point);
                Point::Counted
            }
            // A running total would have to be followed through every restart.
            (LINES_OF_CODE, false) => Point::Unknown(format!("{name} as a running total")),
            _ if TOLD_BY_EVENTS.contains(&name) => Point::ToldByEvents,
            _ => Point::Unknown(name.to_owned()),
        }
    }

    fn number_of<'e>(event: &'e Attributes) -> Option<(&'e str, u64)> {
        Some((event.text("session.id")?, event.number("event.sequence")?))
    }
}
