//! Writes those chapters of the book that come from the code: `docs/src/reference/`. The texts of the command line are
//! asked of the program that lies beside this one. Run with `cargo build && cargo run --example book`; a test compares
//! what is committed with what would be written.

mod pages;

use actfile::failure::Failure;
use std::fs::{File, create_dir_all, remove_dir_all};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

fn main() -> io::Result<()> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let program = program()?;
    let help = |words: &[&str]| help(&program, words);
    let pages = pages::pages(&repository.join("inventories"), &help).map_err(told)?;
    let folder = repository.join(pages::FOLDER);
    // A page that is made no longer must not stay behind.
    if folder.exists() {
        remove_dir_all(&folder)?;
    }
    for page in pages {
        let path = folder.join(&page.path);
        create_dir_all(path.parent().unwrap_or(&folder))?;
        File::create(path)?.write_all(page.text.as_bytes())?;
    }
    Ok(())
}

fn told(failure: Failure) -> io::Error {
    io::Error::other(failure.to_string())
}

/// Returns the program; examples lie in a folder below it.
fn program() -> io::Result<PathBuf> {
    let own = std::env::current_exe()?;
    let target = own.parent().and_then(Path::parent);
    let target = target.ok_or_else(|| io::Error::other("this program lies in no folder of cargo"))?;
    Ok(target
        .join("actfile")
        .with_extension(std::env::consts::EXE_EXTENSION))
}

fn help(program: &Path, words: &[&str]) -> Result<String, Failure> {
    let ended = Command::new(program)
        .args(words)
        .env("COLUMNS", pages::COLUMNS)
        .output();
    let ended = ended.map_err(|source| Failure::Disk {
        path: program.display().to_string(),
        what: "cannot run it; `cargo build` makes it",
        source,
    })?;
    Ok(String::from_utf8_lossy(&ended.stdout).into_owned())
}
