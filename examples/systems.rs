//! Writes a project of N systems into a folder that does not exist yet, to measure what the program takes for it. The same
//! N gives the same bytes. Run with `cargo run --release --example systems -- N FOLDER`.

#[path = "../benches/mix/mod.rs"]
mod mix;

use crate::mix::project;
use std::fs::{File, create_dir, create_dir_all};
use std::io::{self, Write};
use std::path::Path;

fn main() -> io::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.as_slice() {
        [n_systems, folder] => write(n_systems.parse().map_err(io::Error::other)?, Path::new(folder)),
        _ => Err(io::Error::other("the number of systems and a folder are needed")),
    }
}

fn write(n_systems: usize, folder: &Path) -> io::Result<()> {
    create_dir(folder)?;
    for (path, text) in project(n_systems) {
        let path = folder.join(path);
        create_dir_all(path.parent().unwrap_or(folder))?;
        File::create(path)?.write_all(text.as_bytes())?;
    }
    Ok(())
}
