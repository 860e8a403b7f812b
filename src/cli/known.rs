//! What is known of a build before it is made: from what the output folder was made last, and what that came to. Where the
//! same is asked of the same files on the same day, and no byte of the documents has changed, the answer is told again and
//! nothing is read as a record. What is known lies among the caches of the user; `build --check` never asks it.

use crate::cli::args::{Build, Global};
use crate::cli::build::Place;
use crate::cli::caches::caches;
use crate::cli::terminal::Terminal;
use crate::cli::today::today;
use actfile::Checked;
use actfile::build::facts;
use actfile::failure::Failure;
use actfile::read::footprint::Footprint;
use actfile::read::limits::Limits;
use actfile::write::memory::{Memory, Outcome, asked_of, made_from};
use std::path::PathBuf;

/// The text of this program, as a number.
const PROGRAM: &str = env!("ACTFILE_TEXT");

/// What is asked this time, of which project and for which output folder.
pub(crate) struct Known<'a> {
    caches: PathBuf,
    global: &'a Global,
    question: String,
}

/// An earlier answer that still holds.
pub(crate) struct Answer {
    /// How many files lie in the output folder.
    pub(crate) n_files: usize,
    /// The lines that were said.
    pub(crate) lines: Vec<String>,
}

impl<'a> Known<'a> {
    /// Returns what may be known. A comparison is worth the rendering, so it has no memory.
    pub(crate) fn of(place: &Place<'a>) -> Result<Option<Self>, Failure> {
        if place.asked.check || place.asked.no_cache {
            return Ok(None);
        }
        let question = question(place)?;
        Ok(caches().map(|caches| Self {
            caches,
            global: place.global,
            question,
        }))
    }

    /// Returns the memory of the output folder, which may not be there before the build.
    fn memory(&self) -> Option<Memory> {
        Memory::of(&self.caches, &self.global.out, &self.global.project)
    }

    /// Returns the answer to the same question about the same files, if the documents lie there as they were made.
    pub(crate) fn answer(&self, terminal: &Terminal) -> Option<Answer> {
        let memory = self.memory()?;
        let known = memory.recollection()?;
        let Outcome { asked, sought, lines } = known.outcome.as_ref()?;
        let n_files = terminal.during("looking for changes", || {
            let limits = Limits::times(self.global.raise_limits);
            let footprint = Footprint::on_disk(&self.global.project, limits, sought)?;
            (*asked == self.asked_of(&footprint)).then(|| memory.intact(&known))?
        })?;
        Some(Answer {
            n_files,
            lines: lines.clone(),
        })
    }

    /// Returns how many files lie in the output folder, if the same program made them from the same and none was touched.
    pub(crate) fn is_made_of(&self, checked: &Checked, place: &Place<'_>) -> Option<usize> {
        let memory = self.memory()?;
        let known = memory.recollection()?;
        let now = made_from(PROGRAM, &facts(checked, &place.scope))?;
        (known.made_from == now).then(|| memory.intact(&known))?
    }

    /// Remembers what was published and, where no more than some lines was told, these lines.
    pub(crate) fn remember(&self, checked: &Checked, place: &Place<'_>, lines: Option<Vec<String>>) {
        let facts = facts(checked, &place.scope);
        let files = facts.inputs.iter();
        let footprint = Footprint::of(
            files.map(|file| (file.path.as_str(), file.sha256.as_str())),
            &checked.sought,
        );
        let outcome = lines.map(|lines| Outcome {
            asked: self.asked_of(&footprint),
            sought: checked.sought.iter().cloned().collect(),
            lines,
        });
        if let (Some(memory), Some(made_from)) = (self.memory(), made_from(PROGRAM, &facts)) {
            memory.keep(made_from, outcome);
        }
    }

    fn asked_of(&self, footprint: &Footprint) -> String {
        asked_of(&self.question, &footprint.sha256())
    }
}

/// Returns all that an answer hangs on but for the files of the project.
fn question(place: &Place<'_>) -> Result<String, Failure> {
    // Each field is named, so that one that is added has to be thought of.
    let Global {
        project,
        out,
        as_of,
        law,
        raise_limits,
        quiet: _,
        verbose: _,
        color: _,
    } = place.global;
    let Build {
        owner,
        fail_on,
        check: _,
        group: _,
        no_cache: _,
        allow_older_law: _,
        // The scope has them.
        formats: _,
        systems: _,
        no_attachments: _,
        bom_spec: _,
        lang: _,
    } = place.asked;
    let typed = (project, out, as_of, law, raise_limits, owner, fail_on);
    Ok(format!("{PROGRAM} {} {typed:?} {:?}", today()?, place.scope))
}
