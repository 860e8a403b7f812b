//! What in a folder shows the use of AI: manifests, lock files, settings, pipelines, weights, commits. Names and places come
//! out, put together by what was found, and held against an inventory both ways. Nothing is executed, nothing is classified,
//! no inventory is written, and no value that could be a secret, and nobody's name, gets out. What is not found proves
//! nothing: AI that leaves no mark in a repository cannot be seen there.

pub mod against;
#[cfg(any(test, fuzzing))]
pub mod any_text;
pub mod proposal;
pub mod thing;

pub(crate) mod tables;

mod commands;
mod history;
mod manifests;
mod models;
mod packages;
mod page;
mod places;
mod servers;
mod settings;
mod steps;
mod syntax;
mod weights;

use crate::calendar::Date;
use crate::discover::page::{LOCKED, Page};
use crate::discover::places::{Place, place};
use crate::discover::tables::assistants::of_file;
use crate::discover::thing::{Certainty, Find, Kind, Sighting, Thing};
use crate::discover::weights::weights;
use crate::read::repository::history;
use crate::read::tree::{Held, Tree, TreeFile};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Whether the commits of repositories are looked through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Commits {
    /// All that HEAD reaches.
    Looked,
    /// None.
    Left,
}

/// Everything that was found of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Who makes or provides it, where that is known.
    pub provider: Option<&'static str>,
    /// The places, in the order of paths and lines.
    pub sightings: Vec<Sighting>,
}

/// A file or repository that could hold something and was not read, and why.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unread {
    /// Its path.
    pub path: String,
    /// Why, in words.
    pub why: &'static str,
}

/// What was found in one folder or in several.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Each thing with its places.
    pub things: BTreeMap<(Kind, String), Group>,
    /// How many files were listed.
    pub n_files: usize,
    /// How many of them were opened.
    pub n_read: usize,
    /// How many repositories had their commits looked through.
    pub n_histories: usize,
    /// What was not read although its name says that it could hold something.
    pub unread: Vec<Unread>,
    /// How many folders were passed by because they hold what others wrote, by name.
    pub vendored: BTreeMap<&'static str, usize>,
    /// Whether there was more than is listed.
    pub is_cut: bool,
}

/// Looks through a folder that has been listed. Paths are given below `above`, as the user typed it.
pub fn discover(tree: &Tree, above: &str, commits: Commits) -> Found {
    let looked: Vec<Looked> = tree.files.par_iter().map(look).collect();
    let mut found = Found {
        n_files: tree.files.len(),
        vendored: tree.vendored.clone(),
        is_cut: tree.is_cut,
        ..Found::default()
    };
    let mut finds = Vec::new();
    for looked in looked {
        found.n_read += usize::from(looked.was_opened);
        found.unread.extend(looked.unread);
        finds.extend(looked.finds);
    }
    if commits == Commits::Looked {
        tree.repositories
            .iter()
            .for_each(|repository| found.look_at_commits(repository, &mut finds));
    }
    let unreadable = tree.unreadable.iter().cloned();
    found.unread.extend(unreadable.map(|path| Unread {
        path,
        why: "it cannot be read",
    }));
    settle_locks(&mut finds);
    found.place(finds, above);
    found
}

impl Found {
    /// Adds what was found in another folder.
    pub fn add(&mut self, other: Self) {
        for (key, group) in other.things {
            self.group(key, group.provider).extend(group.sightings);
        }
        self.n_files += other.n_files;
        self.n_read += other.n_read;
        self.n_histories += other.n_histories;
        self.unread.extend(other.unread);
        self.is_cut |= other.is_cut;
        for (name, count) in other.vendored {
            *self.vendored.entry(name).or_default() += count;
        }
        self.settle();
    }

    fn look_at_commits(&mut self, repository: &TreeFile, finds: &mut Vec<Find>) {
        let path = join(&repository.path, ".git");
        let first_and_last = (Date::on(1970, 1, 1), Date::on(9999, 12, 31));
        let Some(folder) = repository.own_repository() else {
            let why = "its commits lie outside the folder";
            return self.unread.push(Unread { path, why });
        };
        match history(folder, first_and_last.0, first_and_last.1) {
            Ok(history) => {
                self.n_histories += 1;
                finds.extend(history::finds(&path, &history.log));
                let why = "a part of its commits is missing";
                self.unread
                    .extend((!history.is_whole).then_some(Unread { path, why }));
            }
            Err(_) => self.unread.push(Unread {
                path,
                why: "its commits cannot be read",
            }),
        }
    }

    fn place(&mut self, finds: Vec<Find>, above: &str) {
        for Find { thing, mut sighting } in finds {
            sighting.path = join(above, &sighting.path);
            let Thing { kind, name, provider } = thing;
            self.group((kind, name), provider).push(sighting);
        }
        for unread in &mut self.unread {
            unread.path = join(above, &unread.path);
        }
        self.settle();
    }

    fn group(&mut self, key: (Kind, String), provider: Option<&'static str>) -> &mut Vec<Sighting> {
        let group = self.things.entry(key).or_insert(Group {
            provider,
            sightings: Vec::new(),
        });
        group.provider = group.provider.or(provider);
        &mut group.sightings
    }

    fn settle(&mut self) {
        for group in self.things.values_mut() {
            group.sightings.sort();
            group.sightings.dedup();
        }
        self.unread.sort();
        self.unread.dedup();
    }
}

impl Group {
    /// Returns how sure the surest place makes.
    pub fn certainty(&self) -> Certainty {
        let all = self.sightings.iter().map(|sighting| sighting.certainty);
        all.min().unwrap_or(Certainty::Mentioned)
    }
}

/// What came of one file.
struct Looked {
    finds: Vec<Find>,
    unread: Option<Unread>,
    was_opened: bool,
}

fn look(file: &TreeFile) -> Looked {
    let mut looked = Looked {
        finds: by_name(&file.path),
        unread: None,
        was_opened: false,
    };
    let Some(place) = place(&file.path.to_lowercase()) else {
        return looked;
    };
    let why = match file.held(place.largest) {
        Held::Text(text) => {
            looked.was_opened = true;
            let (finds, is_whole) = finds_in(&file.path, &text, place);
            looked.finds.extend(finds);
            (!is_whole).then_some("it is broken; what stands behind the fault was not read")
        }
        Held::TooLarge => Some("it is too large"),
        Held::Binary => Some("it is no text"),
        Held::Unreadable => Some("it cannot be read"),
    };
    looked.unread = why.map(|why| Unread {
        path: file.path.clone(),
        why,
    });
    looked
}

/// Returns what a text under a path shows, and whether it could be read to its end.
fn finds_in(path: &str, text: &str, place: Place) -> (Vec<Find>, bool) {
    let mut page = Page::new(path, text);
    let is_whole = (place.reading)(&mut page);
    (page.finds(), is_whole)
}

/// Returns what the path of a file shows.
fn by_name(path: &str) -> Vec<Find> {
    let mut page = Page::new(path, "");
    if let Some(assistant) = of_file(&path.to_lowercase()) {
        let says = match assistant.name == tables::assistants::ANY_ASSISTANT {
            true => "instructions that several assistants read",
            false => "file that this assistant reads",
        };
        page.assistant(assistant, None, says.to_owned());
    }
    if let Some(thing) = weights(path) {
        page.add(thing, None, Certainty::Declared, "file of weights".to_owned());
    }
    page.finds()
}

/// A lock file lists what a manifest beside or below it asks for as well; that is as sure as the manifest.
fn settle_locks(finds: &mut [Find]) {
    const ASKING: &[&str] = &["dependency ", "development dependency "];
    let asked: Vec<(String, String, Certainty)> = finds
        .iter()
        .filter_map(|find| {
            let package = ASKING
                .iter()
                .find_map(|word| find.sighting.says.strip_prefix(word))?;
            let folder = folder(&find.sighting.path).to_owned();
            Some((package.to_owned(), folder, find.sighting.certainty))
        })
        .collect();
    for find in finds {
        let sighting = &mut find.sighting;
        let Some(package) = sighting.says.strip_prefix(LOCKED).map(str::trim) else {
            continue;
        };
        let beside = folder(&sighting.path);
        let is_below =
            |found: &str| beside.is_empty() || found == beside || found.starts_with(&format!("{beside}/"));
        let surest = asked
            .iter()
            .filter(|(asked, found, _)| asked == package && is_below(found))
            .map(|(.., certainty)| *certainty);
        sighting.certainty = surest
            .chain([sighting.certainty])
            .min()
            .unwrap_or(sighting.certainty);
    }
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn join(above: &str, path: &str) -> String {
    match (above.is_empty(), path.is_empty()) {
        (true, _) => path.to_owned(),
        (false, true) => above.to_owned(),
        (false, false) => format!("{}/{path}", above.trim_end_matches('/')),
    }
}
