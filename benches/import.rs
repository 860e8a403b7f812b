//! Telemetry against its length: lines are made while they are read, so nothing lies on the disk or in memory. Prints how
//! much longer it takes to count them than to hash them, and the memory at the peak. Run with `cargo bench --bench import`;
//! the number of megabytes is the first number after `--` (100 when left out).

use actfile::diag::Diagnostics;
use actfile::import::export::Export;
use actfile::import::{Asked, Source, import};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io::{self, BufReader, Read, Write};
use std::time::{Duration, Instant};

const N_EVENTS_ON_A_LINE: usize = 20;
const MEGABYTE: usize = 1024 * 1024;

fn main() -> io::Result<()> {
    let n_megabytes = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(100);
    let mut out = io::stdout().lock();
    let (made, _) = timed(|| io::copy(&mut Lines::of(n_megabytes), &mut io::sink()));
    let (hashed, _) = timed(|| io::copy(&mut Lines::of(n_megabytes), &mut Hash(Sha256::new())));
    let (counted, sessions) = timed(|| sessions(n_megabytes));
    let plain = hashed.saturating_sub(made).as_secs_f64();
    let times = counted.saturating_sub(made).as_secs_f64() / plain;
    writeln!(
        out,
        "{n_megabytes} MB of lines; 1.0 is hashing them, {:.2} s here",
        plain
    )?;
    writeln!(
        out,
        "{:<30} {times:>8.1}, {:.2} s here, {sessions} sessions, {} MB at the peak",
        "read, hashed and counted",
        times * plain,
        peak(),
    )
}

fn sessions(n_megabytes: usize) -> u64 {
    let asked = Asked {
        month: "2026-10"
            .parse()
            .unwrap_or_else(|why: String| unreachable!("{why}")),
        allow_partial: false,
        small_groups: false,
    };
    let export = Export::new(
        "lines".to_owned(),
        BufReader::with_capacity(MEGABYTE / 4, Lines::of(n_megabytes)),
    );
    let counted = import(
        Source::ClaudeCodeOtel,
        vec![export],
        &asked,
        &mut Diagnostics::default(),
    );
    let volumes = counted
        .ok()
        .flatten()
        .map(|counted| counted.volumes)
        .unwrap_or_default();
    volumes
        .iter()
        .find(|(key, _)| *key == "sessions")
        .map_or(0, |(_, count)| *count)
}

struct Hash(Sha256);

impl Write for Hash {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Telemetry of a month, line by line, each record once.
struct Lines {
    n_left: usize,
    number: usize,
    line: Vec<u8>,
    at: usize,
}

impl Lines {
    fn of(n_megabytes: usize) -> Self {
        Self {
            n_left: n_megabytes * MEGABYTE,
            number: 0,
            line: Vec::new(),
            at: 0,
        }
    }

    fn next_line(&mut self) {
        let mut text = String::from(
            r#"{"resourceLogs":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"claude-code"}},{"key":"service.version","value":{"stringValue":"2.1.230"}},{"key":"os.type","value":{"stringValue":"linux"}}]},"scopeLogs":[{"scope":{"name":"com.anthropic.claude_code.events","version":"2.1.230"},"logRecords":["#,
        );
        for event in 0..N_EVENTS_ON_A_LINE {
            let comma = if event == 0 { "" } else { "," };
            // Writing to a text cannot fail.
            let _ = write!(text, "{comma}{}", record(self.number, event));
        }
        text.push_str("]}]}]}\n");
        self.number += 1;
        self.line = text.into_bytes();
        self.at = 0;
    }
}

fn record(line: usize, event: usize) -> String {
    let (session, sequence) = (line / 10, line % 10 * N_EVENTS_ON_A_LINE + event);
    let second = 1_790_812_800 + line % 2_600_000;
    let kind = match event % 3 {
        0 => {
            r#"{"key":"event.name","value":{"stringValue":"api_request"}},{"key":"model","value":{"stringValue":"claude-sonnet-5"}},{"key":"cost_usd_micros","value":{"intValue":"12500"}},{"key":"input_tokens","value":{"intValue":"1000"}},{"key":"output_tokens","value":{"intValue":"200"}},{"key":"cache_read_tokens","value":{"intValue":"5000"}}"#
        }
        1 => {
            r#"{"key":"event.name","value":{"stringValue":"tool_decision"}},{"key":"tool_name","value":{"stringValue":"Edit"}},{"key":"decision","value":{"stringValue":"accept"}},{"key":"source","value":{"stringValue":"config"}}"#
        }
        _ => {
            r#"{"key":"event.name","value":{"stringValue":"tool_result"}},{"key":"tool_name","value":{"stringValue":"Edit"}},{"key":"success","value":{"stringValue":"true"}},{"key":"duration_ms","value":{"intValue":"31"}}"#
        }
    };
    format!(
        r#"{{"timeUnixNano":"{second}000000000","body":{{"stringValue":"claude_code.event"}},"attributes":[{{"key":"session.id","value":{{"stringValue":"0b1f0d5c-0000-4000-8000-{session:012}"}}}},{{"key":"user.id","value":{{"stringValue":"6f1c{:04}"}}}},{{"key":"organization.id","value":{{"stringValue":"5d0a7a52-1111-4222-8333-944455566677"}}}},{{"key":"terminal.type","value":{{"stringValue":"vscode"}}}},{{"key":"event.sequence","value":{{"intValue":"{sequence}"}}}},{{"key":"event.timestamp","value":{{"stringValue":"2026-10-05T09:00:00.000Z"}}}},{kind}]}}"#,
        session % 500
    )
}

impl Read for Lines {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.at == self.line.len() {
            if self.n_left == 0 {
                return Ok(0);
            }
            self.next_line();
            self.n_left = self.n_left.saturating_sub(self.line.len());
        }
        let rest = &self.line[self.at..];
        let n_bytes = rest.len().min(into.len());
        into[..n_bytes].copy_from_slice(&rest[..n_bytes]);
        self.at += n_bytes;
        Ok(n_bytes)
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "a benchmark reads the clock; no output depends on it"
)]
fn timed<T>(step: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let value = step();
    (start.elapsed(), value)
}

/// Returns the memory at the peak in megabytes, as Linux counts it; 0 where nothing counts.
#[expect(
    clippy::disallowed_methods,
    reason = "a benchmark asks the system; no output depends on it"
)]
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok());
    kilobytes.unwrap_or(0_u64) / 1024
}
