//! Replaces one file of an inventory, whole or not at all: the new bytes are written beside it, made durable, and take
//! its place in one step, with its access rights. Refuses a file that has changed since it was read, that is
//! write-protected, or that does not lie inside the project.

use crate::failure::Failure;
use crate::write::folder::{disk, hex};
use sha2::{Digest, Sha256};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Replaces the file `path` below `project`, of which `sha256` was read.
///
/// # Errors
/// Fails when the file is not the one that was read, may not be written, or the disk does not take the new one.
pub fn replace(project: &Path, path: &str, sha256: &str, bytes: &[u8]) -> Result<(), Failure> {
    let file = inside(project, path)?;
    let rights = file
        .metadata()
        .map_err(|error| disk(&file, "cannot be examined", error))?
        .permissions();
    if rights.readonly() {
        return Err(refused(&file, "is write-protected"));
    }
    let beside = Beside::create(&file)?;
    beside
        .fill(bytes, rights)
        .map_err(|error| disk(&beside.path, "cannot be written", error))?;
    if content_hash(&file)? != sha256 {
        return Err(refused(&file, "has been changed since it was read"));
    }
    fs::rename(&beside.path, &file).map_err(|error| disk(&file, "cannot be replaced", error))?;
    sync_folder_of(&file).map_err(|error| disk(&file, "cannot be made durable", error))
}

/// Returns where a file really lies; a link inside the project is followed, so that it stays a link.
fn inside(project: &Path, path: &str) -> Result<PathBuf, Failure> {
    let real = |path: &Path| fs::canonicalize(path).map_err(|error| disk(path, "cannot be examined", error));
    let (root, file) = (real(project)?, real(&project.join(path))?);
    match file.starts_with(&root) && file.is_file() {
        true => Ok(file),
        false => Err(refused(&file, "is no file inside the project folder")),
    }
}

/// A new file beside another; it goes away unless it has taken the other's place.
struct Beside {
    path: PathBuf,
}

impl Beside {
    fn create(file: &Path) -> Result<Self, Failure> {
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = format!(".{}.new-{}", name.unwrap_or_default(), std::process::id());
        let path = file.with_file_name(name);
        let mut options = OpenOptions::new();
        let created = options.write(true).create_new(true).open(&path);
        created.map_err(|error| disk(&path, "cannot be created", error))?;
        Ok(Self { path })
    }

    fn fill(&self, bytes: &[u8], rights: fs::Permissions) -> io::Result<()> {
        let mut file = OpenOptions::new().write(true).open(&self.path)?;
        file.write_all(bytes)?;
        file.set_permissions(rights)?;
        file.sync_all()
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // After the exchange nothing stands here; what cannot be removed otherwise is told by its name.
        let _ = fs::remove_file(&self.path);
    }
}

fn content_hash(file: &Path) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    File::open(file)
        .and_then(|mut opened| opened.read_to_end(&mut bytes))
        .map_err(|error| disk(file, "cannot be read", error))?;
    Ok(hex(&Sha256::digest(&bytes)))
}

fn sync_folder_of(file: &Path) -> io::Result<()> {
    match (cfg!(unix), file.parent()) {
        (true, Some(folder)) => File::open(folder)?.sync_all(),
        (false, _) | (_, None) => Ok(()),
    }
}

fn refused(file: &Path, why: &str) -> Failure {
    Failure::Refused(format!("{}: the file {why}; nothing was written", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Home(tempfile::TempDir);

    impl Home {
        fn new() -> Self {
            let home = Self(tempfile::tempdir().unwrap());
            fs::create_dir(home.0.path().join("project")).unwrap();
            home.put("project/a.yaml", "id: a\n");
            home.put("outside.yaml", "id: o\n");
            home
        }

        fn put(&self, below: &str, text: &str) {
            let mut file = File::create(self.0.path().join(below)).unwrap();
            file.write_all(text.as_bytes()).unwrap();
        }

        fn hash(&self, below: &str) -> String {
            content_hash(&self.0.path().join(below)).unwrap()
        }

        fn replace(&self, path: &str, sha256: &str) -> Result<(), Failure> {
            replace(&self.0.path().join("project"), path, sha256, b"id: b\n")
        }

        fn files(&self) -> usize {
            fs::read_dir(self.0.path().join("project")).unwrap().count()
        }
    }

    fn sha256(text: &str) -> String {
        hex(&Sha256::digest(text.as_bytes()))
    }

    #[test]
    fn a_file_is_replaced_and_nothing_is_left_beside_it() {
        let home = Home::new();
        home.replace("a.yaml", &sha256("id: a\n")).unwrap();
        assert_eq!(home.hash("project/a.yaml"), sha256("id: b\n"));
        assert_eq!(home.files(), 1);
    }

    #[test]
    fn a_file_that_changed_or_lies_outside_is_left_alone() {
        let home = Home::new();
        let changed = home.replace("a.yaml", &sha256("id: before\n")).unwrap_err();
        assert!(changed.to_string().contains("has been changed"), "{changed}");
        let outside = home.replace("../outside.yaml", &sha256("id: o\n")).unwrap_err();
        assert!(outside.to_string().contains("no file inside"), "{outside}");
        assert!(home.replace("missing.yaml", "").is_err());
        assert_eq!(home.hash("project/a.yaml"), sha256("id: a\n"));
        assert_eq!(home.files(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn access_rights_and_links_stay_and_write_protection_holds() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let home = Home::new();
        let file = home.0.path().join("project/a.yaml");
        let mode = |mode: u32| fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
        mode(0o444);
        let refused = home.replace("a.yaml", &sha256("id: a\n")).unwrap_err();
        assert!(refused.to_string().contains("write-protected"), "{refused}");
        mode(0o640);
        symlink(&file, home.0.path().join("project/link.yaml")).unwrap();
        home.replace("link.yaml", &sha256("id: a\n")).unwrap();
        assert_eq!(home.hash("project/a.yaml"), sha256("id: b\n"));
        assert!(home.0.path().join("project/link.yaml").is_symlink());
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o640);
        assert_eq!(home.files(), 2);
    }
}
