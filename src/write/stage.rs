//! A folder under construction. It is filled beside the output folder, made durable, and then takes that folder's
//! place in one step; where the file system cannot exchange folders, its files move one by one and the manifest
//! last. A stage that is dropped removes itself.

use crate::failure::Failure;
use crate::render::Artifact;
use crate::write::folder::disk;
use crate::write::manifest::MANIFEST;
use rayon::prelude::*;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A folder that nobody reads yet.
#[derive(Debug)]
pub(crate) struct Stage {
    path: PathBuf,
}

/// Whether the file system could exchange two folders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exchange {
    /// The stage now stands where the output folder stood.
    Done,
    /// Nothing has happened: this file system or system cannot do it.
    Unsupported,
}

impl Stage {
    /// Creates an empty stage; fails when something stands there already.
    pub(crate) fn create(path: PathBuf) -> Result<Self, Failure> {
        fs::create_dir(&path).map_err(|error| disk(&path, "cannot be created", error))?;
        Ok(Self { path })
    }

    /// Gives the stage the access rights of the folder it will replace.
    pub(crate) fn take_rights_of(&self, out: &Path) -> Result<(), Failure> {
        let rights = out
            .metadata()
            .and_then(|found| fs::set_permissions(&self.path, found.permissions()));
        rights.map_err(|error| disk(&self.path, "cannot be given its access rights", error))
    }

    /// Takes over a file of the output folder without copying it, so that it keeps its times.
    pub(crate) fn carry(&self, out: &Path, path: &Path) -> Result<(), Failure> {
        let (from, to) = (out.join(path), self.path.join(path));
        self.make_folder_of(&to)?;
        if fs::hard_link(&from, &to).is_ok() {
            return Ok(());
        }
        // Some file systems have no hard links; a regular file can be copied there, a pipe or link cannot.
        let is_file = from.symlink_metadata().is_ok_and(|found| found.is_file());
        let copied = match is_file {
            true => fs::copy(&from, &to).map(|_| ()),
            false => Err(io::Error::other("it is no regular file")),
        };
        copied.map_err(|error| disk(&from, "cannot be carried over", error))
    }

    /// Creates an empty folder.
    pub(crate) fn make_folder(&self, path: &Path) -> Result<(), Failure> {
        let path = self.path.join(path);
        fs::create_dir_all(&path).map_err(|error| disk(&path, "cannot be created", error))
    }

    /// Writes files and waits until they are on the disk.
    pub(crate) fn write(&self, files: &[&Artifact]) -> Result<(), Failure> {
        for file in files {
            self.make_folder_of(&self.path.join(&file.path))?;
        }
        // Waiting for the disk takes longer than writing, and waits overlap.
        files.par_iter().try_for_each(|file| {
            let path = self.path.join(&file.path);
            create(&path, &file.bytes).map_err(|error| disk(&path, "cannot be written", error))
        })?;
        let mut folders: Vec<PathBuf> = files
            .iter()
            .filter_map(|file| self.path.join(&file.path).parent().map(Path::to_path_buf))
            .collect();
        folders.push(self.path.clone());
        folders.sort();
        folders.dedup();
        folders.iter().try_for_each(|folder| {
            sync_folder(folder).map_err(|error| disk(folder, "cannot be written", error))
        })
    }

    /// Puts the stage where nothing stands yet.
    pub(crate) fn move_to(&self, out: &Path) -> Result<(), Failure> {
        fs::rename(&self.path, out).map_err(|error| disk(out, "cannot be put in place", error))
    }

    /// Takes back what was put where nothing stood before.
    pub(crate) fn move_back_from(&self, out: &Path) -> Result<(), Failure> {
        fs::rename(out, &self.path).map_err(|error| disk(out, "cannot be taken back", error))
    }

    /// Exchanges the stage and the output folder in one step; what was published before is then the stage.
    pub(crate) fn exchange_with(&self, out: &Path) -> Result<Exchange, Failure> {
        match exchange(&self.path, out) {
            Ok(()) => Ok(Exchange::Done),
            Err(error) if is_unsupported(&error) => Ok(Exchange::Unsupported),
            Err(error) => Err(disk(out, "cannot be put in place", error)),
        }
    }

    /// Moves the files over those of the output folder, the manifest last: an interruption leaves a manifest
    /// that does not agree with its files, which `verify` and the next run notice.
    pub(crate) fn move_files_to(&self, out: &Path, files: &[&Artifact]) -> Result<(), Failure> {
        let is_manifest = |file: &&&Artifact| file.path == MANIFEST;
        let (last, first): (Vec<&&Artifact>, Vec<&&Artifact>) = files.iter().partition(is_manifest);
        for file in first.into_iter().chain(last) {
            let to = out.join(&file.path);
            let moved = make_parent(&to).and_then(|()| fs::rename(self.path.join(&file.path), &to));
            moved.map_err(|error| disk(&to, "cannot be put in place", error))?;
        }
        Ok(())
    }

    fn make_folder_of(&self, path: &Path) -> Result<(), Failure> {
        make_parent(path).map_err(|error| disk(path, "cannot be created", error))
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // What cannot be removed at once is tried again, and if need be left to the next run.
        for _ in 0..3 {
            if fs::remove_dir_all(&self.path).is_ok() || !self.path.exists() {
                return;
            }
        }
    }
}

fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn make_parent(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)
}

fn sync_folder(path: &Path) -> io::Result<()> {
    match cfg!(unix) {
        true => fs::File::open(path)?.sync_all(),
        false => Ok(()),
    }
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(stage: &Path, out: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, stage, CWD, out, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

// Old kernels answer that the call or its flag is unknown; overlays and mount points that the two folders do not
// lie on one device, or that one of them is in use.
fn is_unsupported(error: &io::Error) -> bool {
    use io::ErrorKind::{CrossesDevices, InvalidInput, ResourceBusy, Unsupported};
    [CrossesDevices, InvalidInput, ResourceBusy, Unsupported].contains(&error.kind())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dropped_stage_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let stage = Stage::create(folder.path().join(".out.stage-1")).unwrap();
        let file = Artifact {
            path: "systems/a.md".into(),
            bytes: b"a".to_vec(),
        };
        stage.write(&[&file]).unwrap();
        drop(stage);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn files_can_move_one_by_one_where_folders_cannot_be_exchanged() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        fs::create_dir(&out).unwrap();
        fs::File::create(out.join("a.md")).unwrap();
        let files =
            [("manifest.json", "{}"), ("a.md", "a"), ("systems/b.md", "b")].map(|(path, text)| Artifact {
                path: path.into(),
                bytes: text.into(),
            });
        let files: Vec<&Artifact> = files.iter().collect();
        let stage = Stage::create(out.join(".stage")).unwrap();
        stage.write(&files).unwrap();
        stage.move_files_to(&out, &files).unwrap();
        drop(stage);
        let listed = crate::write::folder::Folder::read(&out).unwrap();
        for file in files {
            assert!(listed.holds(Path::new(&file.path), &file.bytes).unwrap());
        }
        assert_eq!(listed.entries().count(), 4);
    }
}
