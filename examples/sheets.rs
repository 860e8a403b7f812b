//! Sets finished Markdown as PDF and nothing else, to be measured beside programs that do the same: each `.md` of a folder
//! becomes a tagged PDF of the same name in another, with cover, contents, header and footer. Reads no inventory. Run with
//! `cargo run --release --example sheets -- FOLDER INTO`.

use actfile::calendar::Date;
use actfile::documents::document::Standing;
use actfile::render::pdf::{Dress, pdf};
use rayon::prelude::*;
use std::fs::{File, create_dir_all, read_dir};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

fn main() -> io::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.as_slice() {
        [folder, into] => set_all(Path::new(folder), Path::new(into)),
        _ => Err(io::Error::other(
            "a folder of Markdown and another one are needed",
        )),
    }
}

fn set_all(folder: &Path, into: &Path) -> io::Result<()> {
    create_dir_all(into)?;
    let entries = read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let paths = entries.collect::<io::Result<Vec<PathBuf>>>()?;
    let sheets = paths
        .par_iter()
        .filter(|path| path.extension().is_some_and(|it| it == "md"));
    sheets.try_for_each(|path| set(path, into))
}

fn set(path: &Path, into: &Path) -> io::Result<()> {
    let mut text = String::new();
    File::open(path)?.read_to_string(&mut text)?;
    let name = path.file_stem().unwrap_or_default();
    let title = text.lines().next().unwrap_or_default().trim_start_matches("# ");
    let dress = Dress {
        title,
        organisation: "Helvion Talent SE",
        language: "en",
        as_of: Date::on(2026, 11, 22),
        build_id: "3f9a2c1d",
        standing: Standing::Draft,
        attachments: Vec::new(),
    };
    let file = pdf(&text, &dress).map_err(|failure| io::Error::other(failure.to_string()))?;
    File::create(into.join(name).with_extension("pdf"))?.write_all(&file.bytes)
}
