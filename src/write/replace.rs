//! Replaces one file of an inventory, whole or not at all: the new bytes are written beside it, made durable, and take
//! its place in one step, with its access rights. Refuses a file that has changed since it was read, that is
//! write-protected, or that does not lie inside the project.

use crate::failure::Failure;
use crate::write::beside::Beside;
use crate::write::folder::{disk, hex};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::Read;
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
    let beside = Beside::filled(&file, bytes, Some(rights))?;
    if content_hash(&file)? != sha256 {
        return Err(refused(&file, "has been changed since it was read"));
    }
    beside.take_the_place_of(&file)
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

fn content_hash(file: &Path) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    File::open(file)
        .and_then(|mut opened| opened.read_to_end(&mut bytes))
        .map_err(|error| disk(file, "cannot be read", error))?;
    Ok(hex(&Sha256::digest(&bytes)))
}

fn refused(file: &Path, why: &str) -> Failure {
    Failure::Refused(format!("{}: the file {why}; nothing was written", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

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
