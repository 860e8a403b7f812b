//! From the folder that was named to a checked inventory and back: the calls of the library that several commands
//! share.

use crate::cli::args::Global;
use crate::cli::asks::asks_for;
use crate::cli::exit::Level;
use crate::cli::lost::{is_default_missing, no_default_project, organisation_above};
use crate::cli::named::a_few;
use crate::cli::terminal::Terminal;
use crate::cli::today::today;
use actfile::build::{LANGUAGE, OWNERS, Scope, build_counted};
use actfile::diag::Severity;
use actfile::diag::codes::Code;
use actfile::documents::bom::spec::BomSpec;
use actfile::failure::Failure;
use actfile::inventory::id::Id;
use actfile::obligations::gap::Gap;
use actfile::obligations::level;
use actfile::read::limits::Limits;
use actfile::read::{CANNOT_OPEN, Loaded, load_within};
use actfile::render::enclosures::Enclosures;
use actfile::render::{Artifact, Format};
use actfile::report::remedies;
use actfile::report::visible::visible;
use actfile::report::{self, Style};
use actfile::write::compare::{Staleness, compare};
use actfile::write::manifest::{ManifestFacts, NEWER_RULES, manifest_of, seal};
use actfile::yaml::decode::nearest;
use actfile::{Asked, Checked, check as checked};
use std::path::Path;

/// Reads and checks the project that `--project` names, or the one that is read when nothing does.
pub(crate) fn check_own(global: &Global, terminal: &Terminal) -> Result<Checked, Failure> {
    check_own_as(global, None, terminal)
}

/// The same; what was not typed is taken from an earlier build.
pub(crate) fn check_own_as(
    global: &Global,
    earlier: Option<&ManifestFacts>,
    terminal: &Terminal,
) -> Result<Checked, Failure> {
    let project = &global.project;
    let mut checked =
        check_as(project, global, earlier, terminal).map_err(|failure| {
            match is_default_missing(project) {
                true => no_default_project(),
                false => named_by("cannot open the project folder, which `--project` names", failure),
            }
        })?;
    if let Some(advice) = organisation_above(project) {
        let findings = checked.findings.with_code(Code::MissingOrganisation);
        findings.for_each(|finding| finding.help.insert(0, advice.clone()));
    }
    Ok(checked)
}

/// Reads and checks a project for the day and law that were typed.
pub(crate) fn check(project: &Path, global: &Global, terminal: &Terminal) -> Result<Checked, Failure> {
    check_as(project, global, None, terminal)
}

/// Reads and checks a project; what was not typed is taken from an earlier build.
pub(crate) fn check_as(
    project: &Path,
    global: &Global,
    earlier: Option<&ManifestFacts>,
    terminal: &Terminal,
) -> Result<Checked, Failure> {
    let asked = Asked {
        as_of: global.as_of.or(earlier.map(|facts| facts.as_of)),
        today: today()?,
        law: global.law.or(earlier.and_then(|facts| facts.law.parse().ok())),
    };
    let limits = Limits::times(global.raise_limits);
    let loaded = terminal.during("reading the inventory", || load_within(project, limits))?;
    Ok(terminal.during("checking it", || checked(loaded, asked)))
}

/// Returns a failure to open a project with the option by which the project was named.
fn named_by(says: &'static str, failure: Failure) -> Failure {
    if let Failure::Disk { path, what, source } = failure {
        let what = if what.starts_with(CANNOT_OPEN) { says } else { what };
        return Failure::Disk { path, what, source };
    }
    failure
}

/// Returns what a checked project comes to, on the same day and by the same law, with another text in one of its files.
pub(crate) fn check_with(earlier: &Checked, path: &str, bytes: &[u8]) -> Checked {
    let mut loaded = Loaded::default();
    for file in earlier.sources.files() {
        let bytes = if file.path == path {
            bytes
        } else {
            file.text.as_bytes()
        };
        loaded.add(file.path.clone(), bytes);
    }
    loaded.files.clone_from(earlier.assessment.inventory.files.all());
    let classification = &earlier.assessment.classification;
    let asked = Asked {
        as_of: Some(classification.as_of),
        today: classification.as_of,
        law: Some(classification.edition),
    };
    checked(loaded, asked)
}

/// Returns the sealed documents of a project, and whether nothing had to be told: which texts the PDFs cannot show.
pub(crate) fn documents(
    checked: &Checked,
    project: &Path,
    scope: &Scope,
    terminal: &Terminal,
) -> Result<(Vec<Artifact>, bool), Failure> {
    let built = terminal.during_counted("making the documents", |progress| {
        build_counted(checked, scope, progress)
    })?;
    let is_silent = built.findings.is_empty();
    terminal.tell(&report::findings(
        Style::Human,
        &checked.sources,
        &built.findings,
        &project.to_string_lossy(),
    ));
    let sealed = terminal.during("sealing them", || seal(built.artifacts, &built.facts))?;
    Ok((sealed, is_silent))
}

/// Returns the scope that an earlier build was narrowed down to.
pub(crate) fn scope_of(facts: &ManifestFacts) -> Scope {
    let option = |name: &str| facts.options.get(name);
    let formats = Format::ALL.iter().filter(|format| match option("formats") {
        Some(keys) => keys.iter().any(|key| key == format.key()),
        None => Format::DEFAULT.contains(format),
    });
    let systems = option("systems").map(Vec::as_slice).unwrap_or_default();
    let encloses_nothing =
        option(Enclosures::OPTION).is_some_and(|values| values.iter().any(|value| value == Enclosures::NONE));
    let bom_spec = BomSpec::ALL
        .iter()
        .find(|spec| option(BomSpec::OPTION).is_some_and(|keys| keys.iter().any(|key| key == spec.key())));
    Scope {
        bom_spec: bom_spec.copied().unwrap_or_default(),
        enclosures: match encloses_nothing {
            true => Enclosures::None,
            false => Enclosures::All,
        },
        formats: formats.copied().collect(),
        language: option(LANGUAGE)
            .and_then(|values| values.first())
            .and_then(|key| key.parse().ok()),
        owners: option(OWNERS).into_iter().flatten().cloned().collect(),
        newer_rules: option(NEWER_RULES).and_then(|values| values.first()).cloned(),
        systems: systems.iter().filter_map(|id| id.parse::<Id>().ok()).collect(),
    }
}

/// How many ids are named to a person who typed another.
const MOST_NAMED: usize = 12;

/// Refuses an id that the inventory does not have: names what may have been meant, and what it has.
pub(crate) fn unknown_id(what: &str, typed: &str, known: &[&str]) -> Failure {
    let nearest = nearest(typed, known.iter().copied());
    let nearest = nearest.map_or_else(String::new, |near| format!("did you mean `{near}`? "));
    let shown = known.get(..MOST_NAMED).unwrap_or(known).join(", ");
    let has = match known.len().saturating_sub(MOST_NAMED) {
        _ if known.is_empty() => format!("it has no {what} at all"),
        0 => format!("it has {shown}"),
        n_more => format!("it has {shown} and {n_more} more"),
    };
    Failure::Refused(format!("the inventory has no {what} `{typed}`; {nearest}{has}"))
}

/// Tells the findings of a project to a person.
pub(crate) fn tell(checked: &Checked, project: &Path, terminal: &Terminal) {
    let project = project.to_string_lossy();
    terminal.tell(&report::findings(
        Style::Human,
        &checked.sources,
        &checked.findings,
        &project,
    ));
}

/// Returns the level of the most serious finding or open gap.
pub(crate) fn worst(checked: &Checked) -> Option<Level> {
    let findings = [
        (Severity::Error, Level::Error),
        (Severity::Warning, Level::Should),
        (Severity::Note, Level::Info),
    ];
    let found = findings
        .iter()
        .filter(|(severity, _)| checked.findings.count(*severity) > 0)
        .map(|(_, level)| *level);
    let open = checked.assessment.gaps.iter().filter(|gap| gap.is_open());
    found.chain(open.map(level_of)).min()
}

fn level_of(gap: &Gap) -> Level {
    match gap.level {
        level::Level::MustNow => Level::MustNow,
        level::Level::MustBy(_) => Level::MustBy,
        level::Level::Should => Level::Should,
        level::Level::Info => Level::Info,
    }
}

/// Returns each open gap that makes a run end with 1, so that nobody has to guess.
pub(crate) fn gaps_at(checked: &Checked, fail_on: Level) -> Vec<&Gap> {
    let open = checked.assessment.gaps.iter().filter(|gap| gap.is_open());
    open.filter(|gap| level_of(gap) <= fail_on).collect()
}

/// Returns a gap of a checked project in one line.
pub(crate) fn gap_line(gap: &Gap, checked: &Checked, project: &Path) -> String {
    let record = gap.record.as_ref().map_or(gap.title.as_str(), Id::as_str);
    // What the inventory says must not steer the terminal.
    let (code, level, says) = (gap.kind.code, gap.level, visible(&gap.says));
    let paste = match remedies::of(gap.kind) {
        Some(_) => format!("; `actfile explain {code}` has it to paste"),
        None => String::new(),
    };
    let ask = asks_for(gap, checked, project)
        .map_or_else(String::new, |command| format!("; `{command}` asks for it"));
    format!(
        "gap {code} ({level}): {}: {says} Closed by: {}{paste}{ask}",
        visible(record),
        gap.kind.closes
    )
}

/// Makes the documents again from the project that `--against` names, as the manifest of a folder says they were made, and
/// compares.
pub(crate) fn regenerate(
    out: &Path,
    project: &Path,
    global: &Global,
    terminal: &Terminal,
) -> Result<Staleness, Failure> {
    let earlier = manifest_of(out)?.map(|manifest| manifest.facts);
    let says = "cannot open the project folder or group file, which `--against` names";
    let checked =
        check_as(project, global, earlier.as_ref(), terminal).map_err(|failure| named_by(says, failure))?;
    if checked.findings.has_errors() {
        tell(&checked, project, terminal);
    }
    let scope = earlier.as_ref().map(scope_of).unwrap_or_default();
    let (pack, _) = documents(&checked, project, &scope, terminal)?;
    compare(out, &pack)
}

/// Returns one line for each file that differs, after what brought it. Where documents of another inventory are compared
/// everything differs, so that it is said first and a few are named.
pub(crate) fn differences(staleness: &Staleness) -> Vec<String> {
    let Staleness {
        missing,
        changed,
        extra,
        another,
        causes,
    } = staleness;
    let files = [
        ("a build would add", missing),
        ("a build would change", changed),
        ("a build would remove", extra),
    ];
    let lines = |(what, paths): &(&str, &Vec<String>)| -> Vec<String> {
        match another {
            Some(_) if paths.is_empty() => Vec::new(),
            Some(_) => vec![format!("{what}: {}", a_few(paths))],
            None => paths.iter().map(|path| format!("{what}: `{path}`")).collect(),
        }
    };
    let why = another.iter().chain(causes).cloned();
    why.chain(files.iter().flat_map(lines)).collect()
}
