//! Writes one file of its own, whole or not at all. A file that is there already stays as it is, unless it is to be renewed:
//! one with the same bytes is said to be there, one with others refuses the run, for somebody may have edited it.

use crate::failure::Failure;
use crate::write::beside::Beside;
use crate::write::folder::disk;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

/// Whether anything was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fresh {
    /// The file is there now.
    Written,
    /// The file was there, with these bytes.
    Unchanged,
}

/// Writes a file that is not there yet.
///
/// # Errors
/// Refuses a file that is there with other bytes; fails when the disk does not take the new one.
pub fn create(path: &Path, bytes: &[u8]) -> Result<Fresh, Failure> {
    if path.symlink_metadata().is_ok() {
        return compared(path, bytes);
    }
    let beside = Beside::filled(path, bytes, None)?;
    match beside.take_the_empty_place(path) {
        Ok(()) => Ok(Fresh::Written),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => compared(path, bytes),
        Err(_) => create_in_place(path, bytes),
    }
}

/// Writes a file, in the place of one that may be there.
///
/// # Errors
/// Refuses a link, a folder and a file that is write-protected; fails when the disk does not take the new one.
pub fn renew(path: &Path, bytes: &[u8]) -> Result<Fresh, Failure> {
    let Ok(present) = path.symlink_metadata() else {
        return create(path, bytes);
    };
    if !present.is_file() || present.permissions().readonly() {
        return Err(Failure::Refused(format!(
            "{}: it is no file that may be written; nothing was written",
            path.display()
        )));
    }
    if holds(path, bytes).map_err(|error| disk(path, "cannot be read", error))? {
        return Ok(Fresh::Unchanged);
    }
    let beside = Beside::filled(path, bytes, Some(present.permissions()))?;
    beside.take_the_place_of(path).map(|()| Fresh::Written)
}

// For file systems that cannot give a second name to a file.
fn create_in_place(path: &Path, bytes: &[u8]) -> Result<Fresh, Failure> {
    let opened = OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = match opened {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return compared(path, bytes),
        Err(error) => return Err(disk(path, "cannot be created", error)),
    };
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    written.map(|()| Fresh::Written).map_err(|error| {
        // Half a file would look like a whole one.
        let _ = fs::remove_file(path);
        disk(path, "cannot be written", error)
    })
}

fn compared(path: &Path, bytes: &[u8]) -> Result<Fresh, Failure> {
    match holds(path, bytes).map_err(|error| disk(path, "cannot be read", error))? {
        true => Ok(Fresh::Unchanged),
        false => Err(Failure::Refused(format!(
            "{}: the file is there with another text; nothing was written. Name another file, or remove this one",
            path.display()
        ))),
    }
}

fn holds(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    let mut present = Vec::new();
    File::open(path)?
        .take(bytes.len() as u64 + 1)
        .read_to_end(&mut present)?;
    Ok(present == bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(folder: &Path) -> usize {
        fs::read_dir(folder).unwrap().count()
    }

    #[test]
    fn a_file_is_created_once_and_renewed_when_asked() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("a.sig");
        assert_eq!(create(&path, b"one").unwrap(), Fresh::Written);
        assert_eq!(create(&path, b"one").unwrap(), Fresh::Unchanged);
        assert!(create(&path, b"two").is_err());
        assert!(holds(&path, b"one").unwrap());
        assert_eq!(renew(&path, b"two").unwrap(), Fresh::Written);
        assert_eq!(renew(&path, b"two").unwrap(), Fresh::Unchanged);
        assert!(holds(&path, b"two").unwrap());
        assert_eq!(renew(&home.path().join("b.sig"), b"one").unwrap(), Fresh::Written);
        assert_eq!(files(home.path()), 2);
    }

    #[cfg(unix)]
    #[test]
    fn no_link_folder_or_protected_file_is_written_over() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let home = tempfile::tempdir().unwrap();
        let at = |name: &str| home.path().join(name);
        create(&at("theirs"), b"theirs").unwrap();
        symlink(at("theirs"), at("link")).unwrap();
        symlink(at("nowhere"), at("dangling")).unwrap();
        fs::create_dir(at("folder")).unwrap();
        fs::set_permissions(at("theirs"), fs::Permissions::from_mode(0o444)).unwrap();
        for name in ["theirs", "link", "dangling", "folder"] {
            assert!(create(&at(name), b"ours").is_err(), "{name}");
            assert!(renew(&at(name), b"ours").is_err(), "{name}");
        }
        assert!(holds(&at("theirs"), b"theirs").unwrap());
        assert_eq!(files(home.path()), 4);
    }
}
