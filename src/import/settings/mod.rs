//! Settings of Claude Code become the text of a `managed_policy` record: what is in force, as opposed to what a record of
//! people declares. Several files are merged as the product merges them: of single values the last counts, lists are
//! united. Reads `managed-settings.json` and the vocabulary of `managed_policies`. Values that hold secrets are not read.

mod merged;
mod mistakes;
mod written;

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::import::settings::merged::Merged;
use crate::import::settings::mistakes::mistakes;
use crate::import::settings::written::written;
use crate::inventory::id::Id;
use crate::sbom::json::{Fault, parse};
use crate::source::{FileId, SourceMap, Span};

/// The largest settings file that is read, in bytes.
pub const LARGEST_SETTINGS: usize = 1024 * 1024;

/// Returns the text of the record; nothing after reporting why there is none. What is mistaken in the settings is reported
/// as well, and stands in the record.
pub fn policy_record(
    sources: &SourceMap,
    files: &[FileId],
    systems: &[Id],
    findings: &mut Diagnostics,
) -> Option<String> {
    let mut nodes = Vec::new();
    for file in files {
        match parse(*file, &sources.file(*file).text) {
            Ok(node) if node.entries().is_some() => nodes.push(node),
            Ok(node) => {
                let says = "the file is no settings file: it holds no object";
                findings.add(told(Code::BrokenExport, sources, node.span, says).help(ADVICE));
            }
            Err(fault) => findings.add(broken(sources, fault)),
        }
    }
    if findings.has_errors() {
        return None;
    }
    let merged = Merged(&nodes);
    let mistakes = mistakes(merged);
    for mistake in &mistakes {
        let finding = told(Code::SettingsMistake, sources, mistake.at, &mistake.says);
        findings.add(finding.help(mistake.advice));
    }
    Some(written(sources, files, systems, merged, &mistakes))
}

const ADVICE: &str = "settings of Claude Code are a JSON object, as in `managed-settings.json`";

fn broken(sources: &SourceMap, fault: Fault) -> Diagnostic {
    let (at, why) = match fault {
        Fault::Broken(at, why) => (at, why.to_owned()),
        Fault::TooMuch(at, why) => (at, why),
        Fault::Twice(at, _) => (at, "a key stands twice".to_owned()),
    };
    told(
        Code::BrokenExport,
        sources,
        at,
        &format!("the file is no JSON: {why}"),
    )
    .help(ADVICE)
}

// Without the line itself: keys and tokens stand in settings, often all on one line.
fn told(code: Code, sources: &SourceMap, at: Span, says: &str) -> Diagnostic {
    let place = sources.place(at);
    Diagnostic::about(
        code,
        format!("{}:{}:{}", place.path, place.line, place.column),
        says,
    )
}
