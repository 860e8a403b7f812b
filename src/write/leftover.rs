//! Names of files that operating systems put into folders that somebody looked at. Such a file is judged like any other that
//! was not made: a name shows nothing about what is in a file, and anybody can choose it. Only the words are kinder.

/// Returns which program usually makes a file of this name, by its path below the folder.
pub(crate) fn usual_maker(path: &str) -> Option<&'static str> {
    let name = path.rsplit('/').next().unwrap_or(path);
    // Names on Windows are the same in capitals and small letters.
    match name.to_ascii_lowercase().as_str() {
        ".ds_store" => Some("the Finder of macOS"),
        "desktop.ini" | "thumbs.db" => Some("the Explorer of Windows"),
        ".directory" => Some("the file manager of KDE"),
        // What macOS cannot store in a foreign file system goes into a second file.
        name if name.starts_with("._") && name.len() > 2 => Some("macOS, on foreign disks and in archives,"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_names_are_known() {
        for (path, is_known) in [
            (".DS_Store", true),
            ("systems/.DS_Store", true),
            ("Thumbs.db", true),
            ("worker-notices/Desktop.ini", true),
            ("._index.pdf", true),
            (".directory", true),
            ("._", false),
            ("DS_Store", false),
            (".DS_Store.pdf", false),
            (".DS_Store/index.md", false),
            ("x.Thumbs.db", false),
            ("index.md", false),
        ] {
            assert_eq!(usual_maker(path).is_some(), is_known, "{path}");
        }
    }
}
