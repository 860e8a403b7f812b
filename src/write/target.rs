//! Which folder may be written, and by whom: refuses targets that are not ours, creates missing parents, and
//! holds the lock that keeps two runs apart. The lock is on the parent folder itself, so that a killed run leaves
//! no lock file behind.

use crate::failure::Failure;
use crate::write::folder::disk;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// How often and how long a run waits for another one: ten seconds in all.
const N_ATTEMPTS: u32 = 200;
const PAUSE: Duration = Duration::from_millis(50);

/// An output folder that may be written, whether or not it exists yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Target {
    /// The folder itself.
    pub(crate) path: PathBuf,
    parent: PathBuf,
    name: String,
}

/// The right to publish; given back when dropped, together with parents that turned out not to be needed.
#[derive(Debug)]
pub(crate) struct Lock {
    made_parents: Vec<PathBuf>,
    parent: Option<File>,
}

impl Target {
    /// Examines the folder asked for; `project` is the inventory, which must not lie where documents go.
    pub(crate) fn examine(out: &Path, project: &Path) -> Result<Self, Failure> {
        let shown = out.display();
        let Some(name) = out.file_name().and_then(|name| name.to_str()) else {
            return Err(refused(format!(
                "`{shown}` cannot be the output folder; name one such as `out`"
            )));
        };
        let parent = match out.parent() {
            Some(parent) if parent != Path::new("") => parent.to_path_buf(),
            _ => PathBuf::from("."),
        };
        let target = Self {
            path: parent.join(name),
            parent,
            name: name.to_owned(),
        };
        match target.path.symlink_metadata() {
            Ok(found) if found.is_symlink() => Err(refused(format!(
                "the output folder `{shown}` is a link; name the folder it points to"
            ))),
            Ok(found) if !found.is_dir() => Err(refused(format!("the output folder `{shown}` is a file"))),
            Ok(_) => target.refuse_to_replace(project).map(|()| target),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(target),
            Err(error) => Err(disk(out, "cannot be examined", error)),
        }
    }

    /// Creates missing parents and waits until no other run publishes beside this folder.
    pub(crate) fn lock(&self) -> Result<Lock, Failure> {
        let mut lock = Lock {
            made_parents: Vec::new(),
            parent: None,
        };
        let missing: Vec<&Path> = self
            .parent
            .ancestors()
            .take_while(|parent| is_missing(parent))
            .collect();
        for parent in missing.into_iter().rev() {
            match fs::create_dir(parent) {
                Ok(()) => lock.made_parents.push(parent.to_path_buf()),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(disk(parent, "cannot be created", error)),
            }
        }
        // Elsewhere a folder cannot be opened as a file; per-file renames are all that is promised there.
        if cfg!(unix) {
            lock.parent = Some(self.wait_for_parent()?);
        }
        Ok(lock)
    }

    /// Returns the folder beside the target in which a run of this process collects its files.
    pub(crate) fn stage_path(&self) -> PathBuf {
        self.parent
            .join(format!("{}{}", self.stage_prefix(), std::process::id()))
    }

    /// Removes stages that killed runs left behind. Only under the lock: no run can be using them.
    pub(crate) fn remove_stale_stages(&self) {
        for stage in self.stages() {
            // A stage that cannot be removed does no harm, and the next run tries again.
            let _ = fs::remove_dir_all(stage);
        }
    }

    /// Returns the stages beside the folder, of runs that go on or were killed.
    pub(crate) fn stages(&self) -> Vec<PathBuf> {
        let siblings = fs::read_dir(&self.parent).into_iter().flatten().flatten();
        let is_number = |run: &str| !run.is_empty() && run.bytes().all(|byte| byte.is_ascii_digit());
        let prefix = self.stage_prefix();
        let stages = siblings.filter(|sibling| {
            let name = sibling.file_name();
            let run = name.to_str().and_then(|name| name.strip_prefix(&prefix));
            run.is_some_and(is_number) && sibling.file_type().is_ok_and(|kind| kind.is_dir())
        });
        stages.map(|stage| stage.path()).collect()
    }

    fn stage_prefix(&self) -> String {
        format!(".{}.stage-", self.name)
    }

    fn refuse_to_replace(&self, project: &Path) -> Result<(), Failure> {
        let shown = self.path.display();
        let out =
            fs::canonicalize(&self.path).map_err(|error| disk(&self.path, "cannot be examined", error))?;
        for (inside, what) in [
            (project, "the project folder"),
            (Path::new("."), "the current folder"),
        ] {
            if fs::canonicalize(inside).is_ok_and(|inside| inside.starts_with(&out)) {
                return Err(refused(format!(
                    "the output folder `{shown}` is {what} or contains it"
                )));
            }
        }
        Ok(())
    }

    fn wait_for_parent(&self) -> Result<File, Failure> {
        let failed = |error| disk(&self.parent, "cannot be locked", error);
        let parent = File::open(&self.parent).map_err(failed)?;
        for _ in 0..N_ATTEMPTS {
            match parent.try_lock() {
                Ok(()) => return Ok(parent),
                Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
                // Some network file systems know no locks; the exchange is still one step there.
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                    return Ok(parent);
                }
                Err(TryLockError::Error(error)) => return Err(failed(error)),
            }
        }
        Err(refused(format!(
            "another run is writing beside `{}`; try again",
            self.path.display()
        )))
    }
}

impl Lock {
    /// Makes a finished exchange survive a power loss.
    pub(crate) fn sync_parent(&self) -> io::Result<()> {
        self.parent.as_ref().map_or(Ok(()), File::sync_all)
    }

    /// Keeps the parents that were created: something was published into them.
    pub(crate) fn keep_parents(&mut self) {
        self.made_parents.clear();
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        for parent in self.made_parents.iter().rev() {
            // Only empty folders go; a folder that somebody used meanwhile stays.
            let _ = fs::remove_dir(parent);
        }
    }
}

fn is_missing(path: &Path) -> bool {
    path != Path::new("")
        && path
            .symlink_metadata()
            .is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}

fn refused(message: String) -> Failure {
    Failure::Refused(message)
}
