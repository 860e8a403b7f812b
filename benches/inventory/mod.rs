//! What the benchmarks share: an inventory of N systems as texts, what is read from it, and the fastest of some runs.

use actfile::read::Loaded;
use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

const RUNS: usize = 3;

/// Returns a project of one organisation, one vendor and N systems with a model each, which is reached as `access` says.
pub(crate) fn project(n_systems: usize, access: &str) -> Vec<(String, String)> {
    let head = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\ncountry: DE\n---\nkind: vendor\nid: halcyon\nlegal_name: Halcyon SE\n";
    let mut files = vec![("organisation.yaml".to_owned(), head.to_owned())];
    for number in 0..n_systems {
        files.push((format!("systems/s{number:05}.yaml"), system(number, access)));
    }
    files
}

fn system(number: usize, access: &str) -> String {
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
         version_or_snapshot: 1.{number}\nprovider: halcyon\naccess: {access}\nlicence: Apache-2.0\n\
         known_limitations: [invents sources]\n"
    );
    text
}

/// Reads a project from memory.
pub(crate) fn loaded(files: &[(String, String)]) -> Loaded {
    let mut loaded = Loaded::default();
    for (path, text) in files {
        loaded.add(path.clone(), text.as_bytes());
    }
    loaded
}

/// Returns how long the fastest of some runs takes.
#[expect(
    clippy::disallowed_methods,
    reason = "a benchmark reads the clock; no output depends on it"
)]
pub(crate) fn fastest<T>(mut step: impl FnMut() -> T) -> Duration {
    let runs = (0..RUNS).map(|_| {
        let start = Instant::now();
        black_box(step());
        start.elapsed()
    });
    runs.min().unwrap_or_default()
}
