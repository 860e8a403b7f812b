//! The AI-BOM against its number of parts, in memory: half of them systems, half models. Prints how much longer it takes to
//! assemble, check and write it than to write the same document once more without a check, and how much memory the
//! inventory and the document take. Run with `cargo bench --bench bom`; the number of parts is the first number after
//! `--` (10,000 when left out).

mod inventory;

use crate::inventory::{fastest, loaded, project};
use actfile::calendar::Date;
use actfile::documents::bom::{BomView, bom};
use actfile::link::link;
use actfile::render::cyclonedx::assemble::assemble;
use actfile::render::cyclonedx::cyclonedx;
use actfile::render::cyclonedx::wire::Bom;
use std::collections::BTreeMap;
use std::io::{self, Write};

fn main() -> io::Result<()> {
    let n_parts = std::env::args().find_map(|word| word.parse().ok());
    let mut out = io::stdout().lock();
    let view = view(n_parts.unwrap_or(10_000) / 2);
    let (held, peak) = (memory("VmRSS:"), memory("VmHWM:"));
    forget_peak();
    let bytes = cyclonedx(assemble(&view)).map_err(io::Error::other)?;
    writeln!(
        out,
        "{} parts, {} kB; memory: {peak} MB to read the inventory, of which {held} MB stay, {} MB at the peak with the document",
        view.parts().count(),
        bytes.len() / 1024,
        memory("VmHWM:"),
    )?;
    let document: Bom = serde_json::from_slice(&bytes)?;
    let plain = fastest(|| serde_json::to_vec_pretty(&document).is_ok());
    writeln!(out, "1.0 is writing alone, {} ms here", plain.as_millis())?;
    let assembled = fastest(|| assemble(&view));
    let whole = fastest(|| cyclonedx(assemble(&view)).is_ok());
    for (what, time) in [
        ("assembled", assembled),
        ("assembled, checked and written", whole),
    ] {
        let times = time.as_secs_f64() / plain.as_secs_f64();
        writeln!(out, "{what:<30} {times:>8.1}, {} ms here", time.as_millis())?;
    }
    Ok(())
}

/// Lets Linux count the peak anew; elsewhere nothing happens.
#[expect(
    clippy::disallowed_methods,
    reason = "a benchmark asks the system; no output depends on it"
)]
fn forget_peak() {
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

/// Returns megabytes as Linux counts them; 0 where nothing counts.
#[expect(
    clippy::disallowed_methods,
    reason = "a benchmark asks the system; no output depends on it"
)]
fn memory(what: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(what));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok());
    kilobytes.unwrap_or(0_u64) / 1024
}

fn view(n_systems: usize) -> BomView {
    let loaded = loaded(&project(n_systems, "embedded"));
    let mut findings = loaded.findings;
    let inventory = link(loaded.records, &mut findings);
    bom(
        &inventory,
        &loaded.sources,
        Date::on(2026, 11, 22),
        &BTreeMap::new(),
    )
}
