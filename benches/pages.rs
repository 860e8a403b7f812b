//! The PDF writer against documents of one page, of about 50 pages with a table of 400 rows, of about 300 pages, and
//! 1,000 documents of one page. Prints pages, size, and how much longer each takes than one page; the milliseconds
//! beside it hold for this machine alone. Times are the fastest of some runs on one thread.
//! Run with `cargo bench --bench pages`; the number of runs is the first number after `--` (5 when left out).

use actfile::calendar::Date;
use actfile::documents::document::Standing;
use actfile::render::pdf::{Dress, pdf};
use std::hint::black_box;
use std::io::{self, Write};
use std::time::{Duration, Instant};

/// How many documents a large inventory has.
const MANY: usize = 1_000;

fn main() -> io::Result<()> {
    let runs = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(5);
    let one = measured(&document(1, 0), runs);
    let mut out = io::stdout().lock();
    writeln!(out, "1.0 is a document of one page; fastest of {runs} runs")?;
    tell(&mut out, "one page", &one, &one)?;
    for (name, n_sections, n_rows) in [
        ("about 50 pages, 400 rows", 76, 400),
        ("about 300 pages", 560, 400),
    ] {
        tell(
            &mut out,
            name,
            &measured(&document(n_sections, n_rows), runs),
            &one,
        )?;
    }
    let text = document(1, 0);
    let many = Measured {
        time: fastest(runs.min(2), || {
            (0..MANY).map(|_| file(&text).len()).sum::<usize>()
        }),
        n_pages: MANY * one.n_pages,
        n_bytes: MANY * one.n_bytes,
    };
    tell(&mut out, "1,000 documents of one page", &many, &one)
}

/// What a document takes.
struct Measured {
    time: Duration,
    n_pages: usize,
    n_bytes: usize,
}

fn measured(text: &str, runs: usize) -> Measured {
    let bytes = file(text);
    let pages = lopdf::Document::load_mem(&bytes).map(|file| file.get_pages().len());
    Measured {
        time: fastest(runs, || file(text)),
        n_pages: pages.unwrap_or_default(),
        n_bytes: bytes.len(),
    }
}

fn tell(out: &mut impl Write, name: &str, it: &Measured, one: &Measured) -> io::Result<()> {
    let (ms, times) = (
        it.time.as_secs_f64() * 1e3,
        it.time.as_secs_f64() / one.time.as_secs_f64(),
    );
    let (pages, kilobytes, each) = (it.n_pages, it.n_bytes / 1_000, times / it.n_pages as f64);
    writeln!(
        out,
        "{name:<28} {pages:>5} pages {kilobytes:>6} kB {times:>8.1} times, {each:.2} a page   {ms:>8.1} ms"
    )
}

#[expect(
    clippy::disallowed_methods,
    reason = "a benchmark reads the clock; no output depends on it"
)]
fn fastest<T>(runs: usize, mut step: impl FnMut() -> T) -> Duration {
    let runs = (0..runs).map(|_| {
        let start = Instant::now();
        black_box(step());
        start.elapsed()
    });
    runs.min().unwrap_or_default()
}

fn file(markdown: &str) -> Vec<u8> {
    let dress = Dress {
        title: "Technical record",
        organisation: "Helvion Talent SE",
        language: "en",
        as_of: Date::on(2026, 11, 22),
        build_id: "3f9a2c1d",
        standing: Standing::Draft,
        attachments: Vec::new(),
    };
    pdf(markdown, &dress).map(|file| file.bytes).unwrap_or_default()
}

/// Returns a document of as many sections and, after them, a table of as many rows.
fn document(n_sections: usize, n_rows: usize) -> String {
    let mut text = "# Technical record\n\nHelvion Talent SE\n\n".to_owned();
    (0..n_sections).for_each(|number| text.push_str(&section(number)));
    if n_rows > 0 {
        text.push_str("## Register\n\n| No. | Duty | Owed by | From | Status | Evidence | Days left |\n");
        text.push_str("|--:|:--|:--|:--|:--|:--|--:|\n");
    }
    (0..n_rows).for_each(|number| text.push_str(&row(number)));
    text
}

fn section(number: usize) -> String {
    let says = "Each application is read by a person before a **decision**, and a ranking can be set aside at any time; \
                the model is `halcyon-rank-2`, called through an interface of the vendor, and every statement names \
                the record and field it was taken from. ";
    format!(
        "## Part {number}\n\n{}\n\n- Owner: head of department {number}\n- See [the law](https://example.org/{number})\n\n\
         | Field | Value |\n|---|---|\n| Region | EU |\n| Records | {number} |\n\n",
        says.repeat(4)
    )
}

fn row(number: usize) -> String {
    format!(
        "| {number} | Human oversight of system {number} | Provider and deployer | 2 December 2027 | missing: \
         `systems.s{number:03}.oversight` | `oversight/s{number:03}.yaml` | {} |\n",
        number * 3
    )
}
