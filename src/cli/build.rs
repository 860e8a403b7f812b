//! `actfile build`: the documents, whole and current, or a list of what is not.

use crate::cli::args::{Build, Global};
use crate::cli::exit::Exit;
use crate::cli::group;
use crate::cli::known::{Answer, Known};
use crate::cli::named::a_few;
use crate::cli::project;
use crate::cli::terminal::Terminal;
use crate::cli::today::today;
use actfile::Checked;
use actfile::build::selection::{owners, refuse_unknown};
use actfile::build::{Scope, is_enclosed};
use actfile::classify::bearers::{Bound, bound};
use actfile::failure::Failure;
use actfile::law::sources::REVISION;
use actfile::law::terms::Bearer;
use actfile::render::enclosures::Enclosures;
use actfile::render::{Artifact, Format};
use actfile::report::visible::visible;
use actfile::write::compare::compare;
use actfile::write::manifest::{ManifestFacts, manifest_of};
use actfile::write::publish::{Published, publish};
use std::path::Path;

/// Makes the documents and publishes them, or compares them with what is published.
pub(crate) fn run(asked: &Build, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    // Documents do not go stale because a day has passed: they are compared as they were made.
    let published = manifest_of(&global.out)?.map(|manifest| manifest.facts);
    let newer_rules = published.as_ref().and_then(newer_rules);
    if let (Some(revision), false) = (&newer_rules, is_going_back(asked, published.as_ref())) {
        return Err(older_law(&global.out, revision));
    }
    let earlier = published.filter(|_| asked.check);
    let mut scope = scope(asked, earlier.as_ref())?;
    scope.newer_rules = newer_rules;
    let mut place = Place {
        asked,
        global,
        scope,
        earlier,
    };
    match &asked.group {
        Some(file) => group::build(&mut place, file, terminal),
        None => of_project(&mut place, terminal),
    }
}

/// Where documents go, what was asked for, and what lies there already.
pub(crate) struct Place<'a> {
    pub(crate) asked: &'a Build,
    pub(crate) global: &'a Global,
    pub(crate) scope: Scope,
    /// How the documents were made that are compared.
    pub(crate) earlier: Option<ManifestFacts>,
}

fn of_project(place: &mut Place<'_>, terminal: &Terminal) -> Result<Exit, Failure> {
    let (asked, global) = (place.asked, place.global);
    let known = Known::of(place)?;
    if let Some(answer) = known.as_ref().and_then(|known| known.answer(terminal)) {
        tell_again(&answer, place, terminal);
        return Ok(Exit::Done);
    }
    let checked = project::check_own_as(global, place.earlier.as_ref(), terminal)?;
    project::tell(&checked, &global.project, terminal);
    if checked.findings.has_errors() {
        terminal.say("nothing was written");
        return Ok(Exit::Refused);
    }
    place.select(&[&checked])?;
    let (is_current, is_silent) = match known.as_ref().and_then(|known| known.is_made_of(&checked, place)) {
        Some(n_files) => {
            tell_unchanged(global, n_files, terminal);
            tell_enclosed(&place.scope, terminal);
            (true, true)
        }
        None => {
            let (pack, is_silent) = project::documents(&checked, &global.project, &place.scope, terminal)?;
            (place.take(&pack, &global.project, terminal)?, is_silent)
        }
    };
    let lines = closing_lines(&checked, &place.scope)?;
    lines.iter().for_each(|line| terminal.say(line));
    let exit = match is_current {
        true => Exit::of_level(project::worst(&checked), asked.fail_on),
        false => Exit::Found,
    };
    // What was told of a text would have to be told again.
    if let Some(known) = known.filter(|_| is_silent) {
        let is_all_said = checked.findings.is_empty() && exit == Exit::Done;
        known.remember(&checked, place, is_all_said.then_some(lines));
    }
    Ok(exit)
}

fn tell_again(answer: &Answer, place: &Place<'_>, terminal: &Terminal) {
    tell_unchanged(place.global, answer.n_files, terminal);
    tell_enclosed(&place.scope, terminal);
    answer.lines.iter().for_each(|line| terminal.say(line));
}

/// Returns what is said at the end of a build: which gaps there are, whose duties are not among them, what has begun.
fn closing_lines(checked: &Checked, scope: &Scope) -> Result<Vec<String>, Failure> {
    let mut lines = vec![gaps(checked, scope, "")];
    lines.extend(of_others(checked));
    lines.extend(what_has_begun(checked)?);
    Ok(lines)
}

impl Place<'_> {
    /// Takes over the owners that were typed, and refuses what was typed and no inventory has. What was chosen for an
    /// earlier build may have gone since; then the documents are not current.
    pub(crate) fn select(&mut self, checked: &[&Checked]) -> Result<(), Failure> {
        let Build { systems, owner, .. } = self.asked;
        if !owner.is_empty() {
            self.scope.owners = owners(owner, checked);
        }
        match systems.is_empty() && owner.is_empty() {
            true => Ok(()),
            false => refuse_unknown(checked, &self.scope),
        }
    }

    /// Publishes documents, or compares them with what is published; returns whether they lie there now. What they were
    /// made from is named so that it cannot be replaced.
    pub(crate) fn take(
        &self,
        pack: &[Artifact],
        made_from: &Path,
        terminal: &Terminal,
    ) -> Result<bool, Failure> {
        let is_current = match self.asked.check {
            true => is_current(self.global, pack, terminal)?,
            false => write(self.global, &self.scope, pack, made_from, terminal).map(|()| true)?,
        };
        let earlier = self.earlier.as_ref();
        if !is_current && earlier.is_some_and(|facts| project::scope_of(facts) != self.scope) {
            terminal.say(
                "they were made with other options; leave the options out to compare them as they were made",
            );
        }
        Ok(is_current)
    }
}

/// Returns the revision of a newer rule table than ours that published documents were made with, or that they record.
pub(crate) fn newer_rules(published: &ManifestFacts) -> Option<String> {
    let recorded = project::scope_of(published).newer_rules;
    let newest = recorded
        .into_iter()
        .chain([published.rules_revision.clone()])
        .max();
    newest.filter(|revision| revision.as_str() > REVISION)
}

/// Returns whether going back to an older rule table was allowed, now or when documents that are checked were made.
fn is_going_back(asked: &Build, published: Option<&ManifestFacts>) -> bool {
    let is_recorded = published.is_some_and(|facts| project::scope_of(facts).newer_rules.is_some());
    asked.allow_older_law || (asked.check && is_recorded)
}

/// Returns why documents of a newer rule table are not replaced.
pub(crate) fn older_law(out: &Path, revision: &str) -> Failure {
    Failure::Refused(format!(
        "the documents in `{}` were made with the rule table {revision}, and this program has an older one, {REVISION}; \
         nothing was written. Use the newer actfile, or go back with --allow-older-law, which the manifest records",
        out.display()
    ))
}

/// Returns what was typed; where nothing was, what an earlier build was narrowed down to.
fn scope(asked: &Build, earlier: Option<&ManifestFacts>) -> Result<Scope, Failure> {
    let mut scope = earlier.map(project::scope_of).unwrap_or_default();
    if !asked.formats.is_empty() {
        scope.formats = asked.formats.iter().copied().collect();
    }
    if !asked.systems.is_empty() {
        let ids = asked
            .systems
            .iter()
            .map(|typed| typed.parse().map_err(Failure::Refused));
        scope.systems = ids.collect::<Result<_, _>>()?;
    }
    if asked.no_attachments {
        scope.enclosures = Enclosures::None;
    }
    scope.bom_spec = asked.bom_spec.unwrap_or(scope.bom_spec);
    scope.language = asked.lang.or(scope.language);
    Ok(scope)
}

/// Returns how many gaps there are at each level, and which file lists them, below a folder of the output.
pub(crate) fn gaps(checked: &Checked, scope: &Scope, folder: &str) -> String {
    let gaps = &checked.assessment.gaps;
    let n_of = |key: &str| gaps.iter().filter(|gap| gap.level.key() == key).count();
    let accepted = match gaps.iter().filter(|gap| gap.accepted.is_some()).count() {
        0 => String::new(),
        n_accepted => format!("; waivers accept {n_accepted} of them"),
    };
    format!(
        "gaps: {} must now, {} must by a later day, {} should, {} worth knowing{accepted} (see {folder}{})",
        n_of("must-now"),
        n_of("must-by"),
        n_of("should"),
        n_of("info"),
        register_of(scope),
    )
}

/// Returns on how many systems duties lie that bind somebody else, where there are any; no gap counts them.
pub(crate) fn of_others(checked: &Checked) -> Option<String> {
    let assessment = &checked.assessment;
    let binds_others = |bearer: Bearer| {
        let classes = assessment.classification.systems.iter();
        let systems = classes.filter(|(id, class)| {
            let record = assessment.inventory.systems.get(*id);
            let mut duties = class.art50.iter();
            duties.any(|duty| {
                let is_meant = duty.bearer == bearer && !duty.status.is_ended();
                is_meant && record.is_some_and(|system| bound(system, class, bearer) == Bound::Others)
            })
        });
        systems.count()
    };
    let told = |(bearer, whom): (Bearer, &str)| match binds_others(bearer) {
        0 => None,
        1 => Some(format!("{whom} (of 1 system)")),
        n_systems => Some(format!("{whom} (of {n_systems} systems)")),
    };
    let whose = [
        (Bearer::Provider, "the provider"),
        (Bearer::Deployer, "the deployer"),
    ];
    let told: Vec<String> = whose.into_iter().filter_map(told).collect();
    (!told.is_empty()).then(|| {
        format!(
            "these gaps are yours; transparency duties that bind, or may bind, {} and not you are not among them",
            told.join(" or ")
        )
    })
}

/// Returns the file of the gap register that a person reads first.
fn register_of(scope: &Scope) -> &'static str {
    let read_by_people = [
        (Format::Markdown, "gaps.md"),
        (Format::Pdf, "gaps.pdf"),
        (Format::Html, "report.html"),
        (Format::Docx, "gaps.docx"),
    ];
    let made = read_by_people
        .iter()
        .find(|(format, _)| scope.formats.contains(format));
    made.map_or("gaps.csv", |(_, file)| file)
}

/// Returns how many duties have begun to apply between the day the documents speak for and today, where any have.
pub(crate) fn what_has_begun(checked: &Checked) -> Result<Option<String>, Failure> {
    let (as_of, today) = (checked.assessment.as_of, today()?);
    let begun = checked
        .assessment
        .owed
        .iter()
        .filter_map(|owed| owed.standing.day());
    let n_begun = begun.filter(|day| as_of < *day && *day <= today).count();
    Ok((n_begun > 0).then(|| {
        format!(
            "since {as_of}, the day these documents speak for, {n_begun} duties have begun to apply or ended their \
             grace; set a later as-of date"
        )
    }))
}

fn is_current(global: &Global, pack: &[Artifact], terminal: &Terminal) -> Result<bool, Failure> {
    let staleness = terminal.during("comparing them", || compare(&global.out, pack))?;
    for line in project::differences(&staleness) {
        terminal.result(&format!("{}\n", visible(&line)))?;
    }
    match staleness.is_current() {
        true => terminal.say(&format!(
            "{}: {} files, all current",
            global.out.display(),
            pack.len()
        )),
        false => terminal.say(&format!(
            "{}: not current; run `actfile build`",
            global.out.display()
        )),
    }
    Ok(staleness.is_current())
}

/// Publishes documents and tells what changed. What they were made from is named so that it cannot be replaced.
pub(crate) fn write(
    global: &Global,
    scope: &Scope,
    pack: &[Artifact],
    made_from: &Path,
    terminal: &Terminal,
) -> Result<(), Failure> {
    let out = global.out.display();
    let published = terminal.during("writing them", || publish(&global.out, made_from, pack))?;
    match published {
        Published::Unchanged => tell_unchanged(global, pack.len(), terminal),
        Published::Written {
            n_written,
            n_kept,
            n_removed,
            lost_its_signature,
            altered,
        } => {
            terminal.say(&format!(
                "{out}: {n_written} files written, {n_kept} unchanged, {n_removed} removed"
            ));
            if lost_its_signature {
                terminal
                    .say("the signature was removed with what it covered; `actfile sign` makes a new one");
            }
            if let Some(line) = written_over(&altered) {
                terminal.say(&line);
            }
        }
    }
    tell_enclosed(scope, terminal);
    pack.iter()
        .for_each(|file| terminal.detail(&format!("  {}", file.path)));
    Ok(())
}

/// Returns what became of edits in the output folder, and where they belong.
fn written_over(altered: &[String]) -> Option<String> {
    (!altered.is_empty()).then(|| {
        format!(
            "altered since the last build, and made anew: {}; edits belong in the inventory, or in a copy outside this folder \
             (git has the old text of what was committed)",
            a_few(altered)
        )
    })
}

fn tell_unchanged(global: &Global, n_files: usize, terminal: &Terminal) {
    terminal.say(&format!(
        "{}: {n_files} files, nothing changed",
        global.out.display()
    ));
}

fn tell_enclosed(scope: &Scope, terminal: &Terminal) {
    if is_enclosed(scope) {
        terminal.say("the PDFs carry the inventory files that they repeat; for outsiders: --no-attachments");
    }
}
