//! A new file beside another, whole and durable before it takes a place: the place of the other in one step, or an empty
//! one. Until then it can only be left over under a hidden name, never be taken for the file itself.

use crate::failure::Failure;
use crate::write::folder::disk;
use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The new file; it goes away unless it has taken a place.
pub(crate) struct Beside {
    path: PathBuf,
}

impl Beside {
    /// Writes bytes beside a file, with its access rights when there are any to take over.
    pub(crate) fn filled(file: &Path, bytes: &[u8], rights: Option<Permissions>) -> Result<Self, Failure> {
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = format!(".{}.new-{}", name.unwrap_or_default(), std::process::id());
        let path = file.with_file_name(name);
        let mut options = OpenOptions::new();
        let created = options.write(true).create_new(true).open(&path);
        let mut opened = created.map_err(|error| disk(file, "cannot be written", error))?;
        let beside = Self { path };
        fill(&mut opened, bytes, rights).map_err(|error| disk(file, "cannot be written", error))?;
        Ok(beside)
    }

    /// Puts the new file in the place of another, in one step.
    pub(crate) fn take_the_place_of(self, file: &Path) -> Result<(), Failure> {
        fs::rename(&self.path, file).map_err(|error| disk(file, "cannot be replaced", error))?;
        sync_folder_of(file).map_err(|error| disk(file, "cannot be made durable", error))
    }

    /// Puts the new file where none is; nothing that is there is touched. Not every file system can.
    pub(crate) fn take_the_empty_place(&self, file: &Path) -> io::Result<()> {
        fs::hard_link(&self.path, file)?;
        // The file is there, whole; that its name outlasts a power failure is all that could be missing.
        let _ = sync_folder_of(file);
        Ok(())
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // After the exchange nothing stands here; what cannot be removed otherwise is told by its name.
        let _ = fs::remove_file(&self.path);
    }
}

fn fill(opened: &mut File, bytes: &[u8], rights: Option<Permissions>) -> io::Result<()> {
    opened.write_all(bytes)?;
    if let Some(rights) = rights {
        opened.set_permissions(rights)?;
    }
    opened.sync_all()
}

fn sync_folder_of(file: &Path) -> io::Result<()> {
    let folder = file.parent().map(|folder| match folder.as_os_str().is_empty() {
        true => Path::new("."),
        false => folder,
    });
    match (cfg!(unix), folder) {
        (true, Some(folder)) => File::open(folder)?.sync_all(),
        (false, _) | (_, None) => Ok(()),
    }
}
