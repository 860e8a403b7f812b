//! Names the text of the program by one number, so that a program never takes what another made for what it would make
//! itself; the number stands in no output. Presses the schemas that the program carries, of which a build needs one.

#![expect(clippy::disallowed_methods, reason = "a build script reads the sources")]

use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::collections::hash_map::DefaultHasher;
use std::env;
use std::fs::{self, File};
use std::hash::{Hash, Hasher};
use std::io::{self, Write};
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
    PRESSED.iter().try_for_each(|name| press(name))
}

/// The schemas that are carried pressed: hundreds of kilobytes of words that come again.
const PRESSED: [&str; 3] = ["bom-1.5", "bom-1.6", "bom-1.7"];

/// Puts a schema, pressed, where the compiler finds it.
fn press(name: &str) -> io::Result<()> {
    let schema = fs::read(format!("schemas/{name}.SNAPSHOT.schema.json"))?;
    let into = env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default();
    let file = File::create(into.join(format!("{name}.z")))?;
    let mut press = ZlibEncoder::new(file, Compression::default());
    press.write_all(&schema)?;
    press.finish().map(drop)
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
