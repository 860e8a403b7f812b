//! Telemetry of one tool while it is read: OTLP in JSON, one export on each line, as the file exporter of a collector
//! writes it. Sorts records into those of other programs, those read before, those of another month and the rest; what
//! the rest adds to the counts is the tool's own affair.

use crate::diag::Diagnostics;
use crate::failure::Failure;
use crate::import::Asked;
use crate::import::counted::Read;
use crate::import::export::{Export, what_is_wrong};
use crate::import::files::Files;
use crate::import::fingerprint::{Prints, print_of};
use crate::import::month::{Days, Month};
use crate::import::names::public;
use crate::import::otlp::{self, Attributes, DataPoint, LogRecord, Metric, Resource};
use crate::inventory::audit::SourceType;

/// The telemetry of one tool.
pub(crate) trait Telemetry: Default {
    /// What the tool calls itself (`service.name`); other programs share a collector.
    const SERVICES: &'static [&'static str];
    /// What the names of its events and metrics begin with.
    const PREFIX: &'static str;
    /// What the source is called in words.
    const NAME: &'static str;

    /// Adds an event; returns whether its kind is known.
    fn event(&mut self, service: &'static str, name: &str, event: &Attributes) -> bool;

    /// Adds a point of a metric.
    fn point(&mut self, name: &str, is_delta: bool, point: &DataPoint) -> Point;

    /// Returns what tells an event apart where the tool numbers its events.
    fn number_of<'e>(event: &'e Attributes) -> Option<(&'e str, u64)>;
}

/// What became of a point of a metric.
pub(crate) enum Point {
    /// It was counted.
    Counted,
    /// Events tell the same.
    ToldByEvents,
    /// It is of a kind that is not known, which is called so.
    Unknown(String),
}

/// Reads exports of telemetry to their end; returns the counts and what each file gave.
pub(crate) fn read<T: Telemetry>(
    exports: Vec<Export>,
    asked: &Asked,
    findings: &mut Diagnostics,
) -> Result<(T, Vec<Read>), Failure> {
    let mut shared = Shared {
        month: asked.month,
        tally: T::default(),
        seen: Prints::default(),
        days: Days::default(),
    };
    let files = Files {
        id: "otel",
        r#type: SourceType::Otel,
        name: T::NAME,
    };
    let mut files = files.read(exports, asked, findings, |_, export, file, findings| {
        let mut reading = Reading {
            shared: &mut shared,
            file,
        };
        export.lines(findings, |line| reading.line(line))
    })?;
    shared.days.missing_in(asked.month, &mut files);
    Ok((shared.tally, files))
}

/// What all files of an import share.
struct Shared<T> {
    month: Month,
    tally: T,
    seen: Prints,
    days: Days,
}

/// One file while it is read.
struct Reading<'s, T> {
    shared: &'s mut Shared<T>,
    file: &'s mut Read,
}

impl<T: Telemetry> Reading<'_, T> {
    fn line(&mut self, line: &[u8]) -> Result<(), String> {
        let export: otlp::Export = serde_json::from_slice(line).map_err(|error| what_is_wrong(&error))?;
        if !export.is_any() {
            return Err("it holds neither logs nor metrics of OTLP".to_owned());
        }
        for logs in export.logs() {
            let service = service::<T>(&logs.resource);
            let records = logs.scope_logs.iter().flat_map(|scope| &scope.log_records);
            records.for_each(|record| self.record(service, record));
        }
        for metrics in export.metrics() {
            let is_ours = service::<T>(&metrics.resource).is_some();
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
        let name = name.strip_prefix(T::PREFIX).unwrap_or(name);
        let Some(service) = service else {
            self.file.unrelated += 1;
            return;
        };
        if !self.shared.seen.is_new(event_print::<T>(name, record)) {
            self.file.duplicates += 1;
            return;
        }
        match record
            .unix_seconds()
            .and_then(|seconds| self.shared.month.day_of(seconds))
        {
            None => self.file.outside += 1,
            Some(day) => {
                let is_known = self.shared.tally.event(service, name, &record.attributes);
                self.account(is_known, name);
                self.shared.days.found(day);
            }
        }
    }

    fn metric(&mut self, is_ours: bool, metric: &Metric) {
        let name = metric.name.strip_prefix(T::PREFIX).unwrap_or(&metric.name);
        let is_delta = metric.sum.as_ref().is_some_and(otlp::Sum::is_delta);
        for point in metric.sum.iter().flat_map(|sum| &sum.data_points) {
            let day = point
                .unix_seconds()
                .and_then(|seconds| self.shared.month.day_of(seconds));
            if !is_ours {
                self.file.unrelated += 1;
            } else if !self.shared.seen.is_new(point_print(name, point)) {
                self.file.duplicates += 1;
            } else if day.is_none() {
                self.file.outside += 1;
            } else {
                match self.shared.tally.point(name, is_delta, point) {
                    Point::Counted => self.file.used += 1,
                    Point::ToldByEvents => self.file.unrelated += 1,
                    Point::Unknown(kind) => self.account(false, &kind),
                }
            }
        }
    }

    fn account(&mut self, is_known: bool, name: &str) {
        match is_known {
            true => self.file.used += 1,
            false => *self.file.unknown.entry(public(name).to_owned()).or_default() += 1,
        }
    }
}

/// Returns under which of its names the tool speaks.
fn service<T: Telemetry>(resource: &Resource) -> Option<&'static str> {
    let name = resource.attributes.text("service.name")?;
    T::SERVICES.iter().find(|service| **service == name).copied()
}

/// Returns what tells an event apart: exporters that try again send the same one twice.
fn event_print<T: Telemetry>(name: &str, record: &LogRecord) -> u64 {
    match T::number_of(&record.attributes) {
        Some((session, number)) => print_of(&(session, number, name)),
        None => print_of(&(name, record.nanos(), record.attributes.sorted())),
    }
}

fn point_print(name: &str, point: &DataPoint) -> u64 {
    let number = |time: &Option<otlp::Whole>| time.as_ref().and_then(otlp::Whole::number);
    let times = (number(&point.start_time_unix_nano), number(&point.time_unix_nano));
    print_of(&(name, times, point.attributes.sorted()))
}
