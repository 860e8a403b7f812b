//! Names the text of the program by one number, so that a program never takes what another made for what it would make
//! itself. The number stands in no output.

#![expect(clippy::disallowed_methods, reason = "a build script reads the sources")]

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

/// Everything that decides what the program writes.
const TEXTS: [&str; 7] = [
    "Cargo.lock",
    "Cargo.toml",
    "build.rs",
    "locales",
    "schemas",
    "src",
    "templates",
];

fn main() -> io::Result<()> {
    let mut text = DefaultHasher::new();
    for name in TEXTS {
        println!("cargo::rerun-if-changed={name}");
        for path in files(Path::new(name))? {
            path.hash(&mut text);
            fs::read(&path)?.hash(&mut text);
        }
    }
    println!("cargo::rustc-env=ACTFILE_TEXT={:016x}", text.finish());
    Ok(())
}

/// Returns the file, or those below the folder, by name.
fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(path.exists().then(|| path.to_owned()).into_iter().collect());
    }
    let mut below: Vec<PathBuf> = fs::read_dir(path)?
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<_>>()?;
    below.sort();
    let files: Vec<Vec<PathBuf>> = below.iter().map(|path| files(path)).collect::<io::Result<_>>()?;
    Ok(files.concat())
}
