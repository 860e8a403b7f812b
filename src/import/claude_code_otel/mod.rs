//! Telemetry of Claude Code: OTLP/JSON lines, as the file exporter of a collector writes them. Events are counted, and of
//! the metrics only the lines of code, which no event tells. Prompts and answers are never read.

mod events;
mod tally;

use crate::diag::Diagnostics;
use crate::failure::Failure;
use crate::import::Asked;
use crate::import::claude_code_otel::tally::Tally;
use crate::import::counted::{Counted, Read};
use crate::import::export::{Export, settled, what_is_wrong};
use crate::import::fingerprint::print_of;
use crate::import::month::Month;
use crate::import::names::public;
use crate::import::otlp::{self, DataPoint, LogRecord, Metric, Resource};
use crate::inventory::audit::SourceType;

const SERVICES: &[&str] = &["claude-code", "claude-code-desktop"];
const PREFIX: &str = "claude_code.";
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
    let mut tally = Tally::default();
    let mut files = Vec::new();
    let is_single = exports.len() == 1;
    for (at, mut export) in exports.into_iter().enumerate() {
        let id = Read::numbered("otel", at, is_single);
        let file = Read::of(id, SourceType::Otel, "Claude Code telemetry", &export.name);
        let mut reading = Reading {
            month: asked.month,
            tally: &mut tally,
            file,
        };
        let end = export.lines(findings, |line| reading.line(line))?;
        let is_whole = settled(end, &export.name, asked.allow_partial, findings);
        files.push(reading.finished(&export, is_whole));
    }
    tally.days.missing_in(asked.month, &mut files);
    Ok(tally.counted(files, asked))
}

/// One file while it is read.
struct Reading<'t> {
    month: Month,
    tally: &'t mut Tally,
    file: Read,
}

impl Reading<'_> {
    fn line(&mut self, line: &[u8]) -> Result<(), String> {
        let export: otlp::Export = serde_json::from_slice(line).map_err(|error| what_is_wrong(&error))?;
        if !export.is_any() {
            return Err("it holds neither logs nor metrics of OTLP".to_owned());
        }
        for logs in export.logs() {
            let service = service(&logs.resource);
            let records = logs.scope_logs.iter().flat_map(|scope| &scope.log_records);
            records.for_each(|record| self.record(service, record));
        }
        for metrics in export.metrics() {
            let is_ours = service(&metrics.resource).is_some();
            let metrics = metrics.scope_metrics.iter().flat_map(|scope| &scope.metrics);
            metrics.for_each(|metric| self.metric(is_ours, metric));
        }
        Ok(())
    }

    fn record(&mut self, service: Option<&'static str>, record: &LogRecord) {
        let body = record
            .body
            .as_ref()
            .and_then(|body| body.text())
            .unwrap_or_default();
        let name = record.attributes.text("event.name").unwrap_or(body);
        let name = name.strip_prefix(PREFIX).unwrap_or(name);
        let Some(service) = service else {
            self.file.unrelated += 1;
            return;
        };
        if !self.tally.seen.is_new(event_print(name, record)) {
            self.file.duplicates += 1;
            return;
        }
        match record
            .unix_seconds()
            .and_then(|seconds| self.month.day_of(seconds))
        {
            None => self.file.outside += 1,
            Some(day) => {
                let is_known = self.tally.event(service, name, &record.attributes);
                self.account(is_known, name);
                self.tally.days.found(day);
            }
        }
    }

    fn metric(&mut self, is_ours: bool, metric: &Metric) {
        let name = metric.name.strip_prefix(PREFIX).unwrap_or(&metric.name);
        let is_delta = metric.sum.as_ref().is_some_and(otlp::Sum::is_delta);
        for point in metric.sum.iter().flat_map(|sum| &sum.data_points) {
            let day = point
                .unix_seconds()
                .and_then(|seconds| self.month.day_of(seconds));
            if !is_ours || TOLD_BY_EVENTS.contains(&name) {
                self.file.unrelated += 1;
            } else if !self.tally.seen.is_new(point_print(name, point)) {
                self.file.duplicates += 1;
            } else if day.is_none() {
                self.file.outside += 1;
            } else if name == LINES_OF_CODE && is_delta {
                self.tally.lines_of_code(point);
                self.file.used += 1;
            } else if name == LINES_OF_CODE {
                // A running total would have to be followed through every restart.
                self.account(false, "lines_of_code.count as a running total");
            } else {
                self.account(false, name);
            }
        }
    }

    fn account(&mut self, is_known: bool, name: &str) {
        match is_known {
            true => self.file.used += 1,
            false => *self.file.unknown.entry(public(name).into_owned()).or_default() += 1,
        }
    }

    fn finished(self, export: &Export, is_whole: bool) -> Read {
        Read {
            sha256: export.sha256(),
            complete: is_whole,
            ..self.file
        }
    }
}

/// Returns which of our services a resource is; other programs share a collector.
fn service(resource: &Resource) -> Option<&'static str> {
    let name = resource.attributes.text("service.name")?;
    SERVICES.iter().find(|service| **service == name).copied()
}

/// Returns what tells an event apart: exporters that try again send the same one twice.
fn event_print(name: &str, record: &LogRecord) -> u64 {
    let attributes = &record.attributes;
    match (attributes.text("session.id"), attributes.number("event.sequence")) {
        (Some(session), Some(number)) => print_of(&(session, number, name)),
        _ => print_of(&(name, record.unix_seconds(), attributes.sorted())),
    }
}

fn point_print(name: &str, point: &DataPoint) -> u64 {
    let number = |time: &Option<otlp::Whole>| time.as_ref().and_then(otlp::Whole::number);
    let times = (number(&point.start_time_unix_nano), number(&point.time_unix_nano));
    print_of(&(name, times, point.attributes.sorted()))
}
