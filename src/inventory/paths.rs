//! Paths that records say: relative to the folder of the file that says them, written with `/`, never out of the project.
//! Reads nothing from disk.

/// Returns where a path leads below the project folder, seen from the inventory file that says it.
///
/// # Errors
/// Tells why the path leads to no file inside the project.
pub fn resolved(inventory_file: &str, said: &str) -> Result<String, &'static str> {
    if said.starts_with('/') || said.contains('\\') || said.contains(':') {
        return Err("a path is relative to the inventory file and written with `/`");
    }
    let folder = inventory_file.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in said.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop().ok_or("the path leaves the project folder")?;
            }
            step => steps.push(step),
        }
    }
    Ok(steps.join("/"))
}

/// Returns whether a text that may be anything reads as the path of a file: no address, no blank, and an ending.
pub fn is_like_a_path(text: &str) -> bool {
    let name = text.rsplit('/').next().unwrap_or(text);
    let ending = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty());
    // What follows the dot of a version or of an abbreviation is no ending.
    let is_ending = |ending: &str| {
        ending.starts_with(|c: char| c.is_ascii_alphabetic())
            && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    !text.contains([':', '\\'])
        && !text.contains(char::is_whitespace)
        && ending.is_some_and(|(_, ending)| is_ending(ending))
}

#[cfg(test)]
mod tests {
    use super::{is_like_a_path, resolved};

    #[test]
    fn a_path_is_seen_from_its_file_and_stays_inside() {
        for (file, said, expected) in [
            (
                "systems/cv.yaml",
                "bom/a.cdx.json",
                Some("systems/bom/a.cdx.json"),
            ),
            ("systems/cv.yaml", "../bom/a.xml", Some("bom/a.xml")),
            ("cv.yaml", "./bom//a.json", Some("bom/a.json")),
            ("cv.yaml", "../a.json", None),
            ("systems/cv.yaml", "../../a.json", None),
            ("cv.yaml", "/etc/a.json", None),
            ("cv.yaml", "C:\\a.json", None),
            ("cv.yaml", "https://x.example/a.json", None),
        ] {
            assert_eq!(resolved(file, said).ok().as_deref(), expected, "{file} {said}");
        }
    }

    #[test]
    fn a_text_with_an_ending_reads_as_a_path() {
        for text in [
            "evidence/drill.md",
            "export.csv",
            "../weights/model.safetensors",
            "a.b/c.pdf",
        ] {
            assert!(is_like_a_path(text), "{text}");
        }
        for text in [
            "https://x.example/a.pdf",
            "Binder 12, room 3",
            "evidence/two words.md",
            "DMS/4711",
            ".md",
            "evidence/",
            "contract-1.2",
            "mailto:a@b.example",
        ] {
            assert!(!is_like_a_path(text), "{text}");
        }
    }
}
