//! The pipeline against N systems, in memory. Prints how much longer each step takes than reading the same YAML into
//! trees, and how each step grows from N to ten times N; seconds of one machine say little about another.
//! Run with `cargo bench`; N is the first number after `--` (100 when left out).

use actfile::build::{Scope, build};
use actfile::calendar::Date;
use actfile::diag::Diagnostics;
use actfile::read::Loaded;
use actfile::render::Format;
use actfile::source::FileId;
use actfile::yaml::parse::parse;
use actfile::{Asked, Checked, check};
use std::fmt::Write as _;
use std::hint::black_box;
use std::io::{self, Write};
use std::time::{Duration, Instant};

const AS_OF: Date = Date::on(2026, 11, 22);
const RUNS: usize = 3;

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
    let files = project(n_systems);
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
        ("Markdown, PDF and AI-BOM", made(Format::ALL)),
    ]
}

#[expect(
    clippy::disallowed_methods,
    reason = "a benchmark reads the clock; no output depends on it"
)]
fn fastest<T>(mut step: impl FnMut() -> T) -> Duration {
    let runs = (0..RUNS).map(|_| {
        let start = Instant::now();
        black_box(step());
        start.elapsed()
    });
    runs.min().unwrap_or_default()
}

fn trees(files: &[(String, String)]) -> usize {
    let mut findings = Diagnostics::default();
    let trees = files
        .iter()
        .map(|(_, text)| parse(FileId(0), text, &mut findings).len());
    trees.sum()
}

fn checked(files: &[(String, String)]) -> Checked {
    let mut loaded = Loaded::default();
    for (path, text) in files {
        loaded.add(path.clone(), text.as_bytes());
    }
    let asked = Asked {
        as_of: Some(AS_OF),
        today: AS_OF,
        law: None,
    };
    check(loaded, asked)
}

/// Returns a project of one organisation, one vendor and N systems with a model each.
fn project(n_systems: usize) -> Vec<(String, String)> {
    let head = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\ncountry: DE\n---\nkind: vendor\nid: halcyon\nlegal_name: Halcyon SE\n";
    let mut files = vec![("organisation.yaml".to_owned(), head.to_owned())];
    for number in 0..n_systems {
        files.push((format!("systems/s{number:05}.yaml"), system(number)));
    }
    files
}

fn system(number: usize) -> String {
    let is_high_risk = number.is_multiple_of(5);
    let mut text = String::new();
    // Writing to a text cannot fail.
    let _ = write!(
        text,
        "kind: ai_system\nid: s{number:05}\nname: System {number}\ndescription: Ranks and drafts in department {number}.\n\
         owner: Head of department {number}\nour_roles: [deployer]\nvendor: halcyon\nmodels: [m{number:05}]\n\
         intended_purpose: {{text: Drafting of texts and ranking of entries, source: product page}}\n\
         our_use: Drafts are read and changed by a person before they are used.\nlifecycle_status: in_service\n\
         operators: [{{population: staff, size_band: 10-49, contractors: false}}]\noutput_modalities: [text, score]\n\
         autonomy: suggest\ntripwires: {{built_or_rebranded: none, interacts_with_public: false, generates_media: false,\n  \
         publishes_public_interest_text: false, affects_individual_decisions: {is_high_risk},\n  \
         evaluates_or_allocates_workers: {is_high_risk}, uses_biometrics_or_emotion: false, safety_component: false,\n  \
         processes_personal_data: true}}\n---\nkind: model\nid: m{number:05}\nname: Model {number}\n\
         version_or_snapshot: 1.{number}\nprovider: halcyon\naccess: hosted_api\nlicence: Apache-2.0\n"
    );
    text
}
