//! The pipeline against N systems, in memory. Prints how much longer each step takes than reading the same YAML into
//! trees, and how each step grows from N to ten times N; seconds of one machine say little about another.
//! Run with `cargo bench`; N is the first number after `--` (100 when left out).

mod inventory;

use crate::inventory::{fastest, loaded, project};
use actfile::build::{Scope, build};
use actfile::calendar::Date;
use actfile::diag::Diagnostics;
use actfile::render::Format;
use actfile::source::FileId;
use actfile::yaml::parse::parse;
use actfile::{Asked, Checked, check};
use std::io::{self, Write};
use std::time::Duration;

const AS_OF: Date = Date::on(2026, 11, 22);

fn main() -> io::Result<()> {
    let n = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(100);
    let (small, large) = (steps(n), steps(10 * n));
    let reading = |steps: &[(&str, Duration)]| steps[0].1.as_secs_f64();
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "{n} and {} systems; 1.0 is reading the YAML into trees",
        10 * n
    )?;
    for ((name, few), (_, many)) in small.iter().zip(&large) {
        let (few, many) = (few.as_secs_f64(), many.as_secs_f64());
        let (at_small, at_large) = (few / reading(&small), many / reading(&large));
        let growth = many / few;
        writeln!(
            out,
            "{name:<32} {at_small:>8.1} {at_large:>8.1}   grows {growth:>5.1} times"
        )?;
    }
    Ok(())
}

fn steps(n_systems: usize) -> Vec<(&'static str, Duration)> {
    let files = project(n_systems, "hosted_api");
    let checked = checked(&files);
    let made = |formats: &[Format]| {
        let scope = Scope {
            formats: formats.iter().copied().collect(),
            ..Scope::default()
        };
        fastest(|| build(&checked, &scope).is_ok())
    };
    vec![
        ("read into trees", fastest(|| trees(&files))),
        ("check: classes, duties, gaps", fastest(|| self::checked(&files))),
        ("Markdown", made(&[Format::Markdown])),
        ("AI-BOM", made(&[Format::Bom])),
        ("all documents on one page", made(&[Format::Html])),
        ("every format of a build", made(Format::DEFAULT)),
    ]
}

fn trees(files: &[(String, String)]) -> usize {
    let mut findings = Diagnostics::default();
    let trees = files
        .iter()
        .map(|(_, text)| parse(FileId(0), text, &mut findings).len());
    trees.sum()
}

fn checked(files: &[(String, String)]) -> Checked {
    let loaded = loaded(files);
    let asked = Asked {
        as_of: Some(AS_OF),
        today: AS_OF,
        law: None,
    };
    check(loaded, asked)
}
