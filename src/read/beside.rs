//! Where an inventory lies that was not found where it was looked for: here, in a folder beside, or in the one above. Looks
//! at names and opens no file; whether it is the one that was meant is for a person to say.

use std::path::{Path, PathBuf};

/// The file in which an inventory describes its organisation, as `init` names it.
const ORGANISATION: [&str; 2] = ["organisation.yaml", "organisation.yml"];

/// Returns the inventory that is most likely meant by somebody who stands in a folder: the folder itself, as `.`, or the
/// only one in it that is an inventory.
pub fn nearby(here: &Path) -> Option<PathBuf> {
    if describes_organisation(here) {
        return Some(PathBuf::from("."));
    }
    let entries = here.read_dir().ok()?.flatten();
    let mut inventories = entries.filter(|entry| describes_organisation(&entry.path()));
    let only = inventories.next()?.file_name();
    match inventories.next() {
        None => Some(PathBuf::from(only)),
        Some(_) => None,
    }
}

/// Returns the folder above one, if the organisation is described there.
pub fn above(project: &Path) -> Option<PathBuf> {
    let above = match (project.file_name(), project.parent()) {
        (Some(_), Some(parent)) if parent.as_os_str().is_empty() => PathBuf::from("."),
        (Some(_), Some(parent)) => parent.to_owned(),
        // Of `.` and `..` no parent can be read off.
        (None, _) | (_, None) => project.join(".."),
    };
    describes_organisation(&above).then_some(above)
}

fn describes_organisation(folder: &Path) -> bool {
    ORGANISATION.iter().any(|name| folder.join(name).is_file())
}
