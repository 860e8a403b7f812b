//! What lies in an output folder, seen without following any link and without opening anything but regular
//! files. Paths are relative to the folder; nothing here changes the disk.

use crate::failure::Failure;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// What stands under a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A regular file of so many bytes.
    File { n_bytes: u64 },
    /// A folder.
    Folder,
    /// A symbolic link, wherever it points.
    Link,
    /// A pipe, socket or device.
    Other,
}

/// A folder's content by relative path.
#[derive(Debug, Default)]
pub(crate) struct Folder {
    root: PathBuf,
    entries: BTreeMap<PathBuf, Kind>,
}

impl Folder {
    /// Reads the names below a folder; a folder that does not exist is empty.
    pub(crate) fn read(root: &Path) -> Result<Self, Failure> {
        let mut folder = Self {
            root: root.to_path_buf(),
            entries: BTreeMap::new(),
        };
        if root
            .symlink_metadata()
            .is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
        {
            return Ok(folder);
        }
        for entry in walkdir::WalkDir::new(root).min_depth(1).follow_links(false) {
            let entry = entry.map_err(|error| disk(root, "cannot be listed", error.into()))?;
            let kind = kind_of(&entry).map_err(|error| disk(entry.path(), "cannot be examined", error))?;
            let below = entry.path().strip_prefix(root).unwrap_or(entry.path());
            folder.entries.insert(below.to_path_buf(), kind);
        }
        Ok(folder)
    }

    /// Returns whether nothing lies in the folder.
    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Returns what stands under a name.
    pub(crate) fn kind(&self, path: &Path) -> Option<Kind> {
        self.entries.get(path).copied()
    }

    /// Returns everything below the folder, sorted by path.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&Path, Kind)> {
        self.entries.iter().map(|(path, kind)| (path.as_path(), *kind))
    }

    /// Drops a name and everything below it from this view.
    pub(crate) fn forget(&mut self, path: &Path) {
        self.entries.retain(|entry, _| !entry.starts_with(path));
    }

    /// Returns whether a regular file with exactly these bytes stands under a name.
    pub(crate) fn holds(&self, path: &Path, bytes: &[u8]) -> Result<bool, Failure> {
        match self.kind(path) {
            Some(Kind::File { n_bytes }) if n_bytes == bytes.len() as u64 => {
                self.content(path, n_bytes).map(|content| content == bytes)
            }
            Some(Kind::File { .. } | Kind::Folder | Kind::Link | Kind::Other) | None => Ok(false),
        }
    }

    /// Returns the bytes of a regular file, refusing one longer than `limit` bytes.
    pub(crate) fn content(&self, path: &Path, limit: u64) -> Result<Vec<u8>, Failure> {
        let path = self.root.join(path);
        let failed = |error| disk(&path, "cannot be read", error);
        let mut bytes = Vec::new();
        let file = open_regular(&path).map_err(failed)?;
        file.take(limit + 1).read_to_end(&mut bytes).map_err(failed)?;
        match bytes.len() as u64 > limit {
            true => Err(failed(io::Error::other("it is larger than expected"))),
            false => Ok(bytes),
        }
    }

    /// Returns the SHA-256 of a regular file, read piece by piece.
    pub(crate) fn sha256(&self, path: &Path) -> Result<String, Failure> {
        let path = self.root.join(path);
        let failed = |error| disk(&path, "cannot be read", error);
        let mut file = open_regular(&path).map_err(failed)?;
        let (mut hasher, mut piece) = (Sha256::new(), vec![0; 1 << 16]);
        loop {
            match file.read(&mut piece).map_err(failed)? {
                0 => return Ok(hex(&hasher.finalize())),
                n_bytes => hasher.update(&piece[..n_bytes]),
            }
        }
    }
}

/// Returns bytes in lower-case hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Names a path, what was tried, and what the operating system said.
pub(crate) fn disk(path: &Path, what: &'static str, source: io::Error) -> Failure {
    Failure::Disk {
        path: path.display().to_string(),
        what,
        source,
    }
}

fn kind_of(entry: &walkdir::DirEntry) -> io::Result<Kind> {
    let file_type = entry.file_type();
    Ok(
        match (file_type.is_file(), file_type.is_dir(), file_type.is_symlink()) {
            (true, ..) => Kind::File {
                n_bytes: entry.metadata()?.len(),
            },
            (_, true, _) => Kind::Folder,
            (.., true) => Kind::Link,
            _ => Kind::Other,
        },
    )
}

// The name was a regular file when it was listed; opened without following links and without waiting, and
// examined again, it cannot have become a link or a pipe that blocks.
fn open_regular(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed());
    }
    let file = options.open(path)?;
    match file.metadata()?.is_file() {
        true => Ok(file),
        false => Err(io::Error::other("it is not a regular file")),
    }
}
