//! What was found in folders, told to people at a terminal and to machines (`discover --format json`, a contract). Nothing is
//! compared here, and nothing of a file is shown that could move a cursor.

use crate::discover::against::{Compared, Standing, Unmet};
use crate::discover::thing::{Certainty, Kind, Sighting};
use crate::discover::{Found, Group};
use crate::report::visible::visible;
use serde::Serialize;
use std::fmt::{self, Write};

const FORMAT: &str = "actfile-discover/1";
/// How many places of one thing a person is shown.
const MOST_PLACES: usize = 6;
/// How many files that were not read a person is shown.
const MOST_UNREAD: usize = 10;
/// What an absence means, for people and machines.
const PROVES_NOTHING: &str =
    "that nothing was found proves nothing: what is bought as a service leaves no mark in a folder";

/// What is told.
#[derive(Debug, Clone, Copy)]
pub struct Telling<'t> {
    /// The folders, as they were typed.
    pub folders: &'t [String],
    /// What was found in them.
    pub found: &'t Found,
    /// The inventory, as it was typed, and what came of the comparison.
    pub compared: Option<(&'t str, &'t Compared)>,
}

/// Returns what was found as text for a terminal.
pub fn human(telling: &Telling) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_all(&mut out, telling);
    out
}

fn write_all(out: &mut String, telling: &Telling) -> fmt::Result {
    let found = telling.found;
    writeln!(out, "{}", summary(telling))?;
    for kind in Kind::ALL {
        let things = found.things.iter().filter(|((of, _), _)| of == kind);
        let things: Vec<(&str, &Group)> = things.map(|((_, name), group)| (name.as_str(), group)).collect();
        if !things.is_empty() {
            writeln!(out, "\n{}", heading(kind.words()))?;
        }
        for (name, group) in things {
            write_thing(out, telling, *kind, name, group)?;
        }
    }
    if let Some((inventory, compared)) = telling.compared {
        write_unrecorded(out, inventory, compared)?;
        write_unmet(out, inventory, &compared.unmet)?;
    }
    write_unread(out, found)?;
    write_legend(out, found)
}

fn summary(telling: &Telling) -> String {
    let Found {
        things,
        n_files,
        n_read,
        n_histories,
        ..
    } = telling.found;
    let folders: Vec<String> = telling.folders.iter().map(|folder| format!("`{}`", visible(folder))).collect();
    let commits = match n_histories {
        0 => String::new(),
        1 => ", and the commits of 1 repository".to_owned(),
        count => format!(", and the commits of {count} repositories"),
    };
    format!(
        "{} found in {}: {n_files} files listed, {n_read} of them read{commits}",
        counted(things.len(), "thing", "things"),
        folders.join(", ")
    )
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn heading(text: &str) -> String {
    format!("\u{1b}[1m{text}\u{1b}[0m")
}

fn write_thing(out: &mut String, telling: &Telling, kind: Kind, name: &str, group: &Group) -> fmt::Result {
    let provider = group.provider.map_or_else(String::new, |provider| format!(" ({provider})"));
    let standing = telling
        .compared
        .and_then(|(_, compared)| compared.standings.get(&(kind, name.to_owned())));
    let standing = standing.map_or_else(String::new, |standing| format!("; {}", in_words(standing)));
    writeln!(out, "  {}{provider}: {}{standing}", visible(name), group.certainty().words())?;
    let width = group.sightings.iter().take(MOST_PLACES).map(|it| place(it).chars().count()).max();
    for sighting in group.sightings.iter().take(MOST_PLACES) {
        let weaker = match sighting.certainty == group.certainty() {
            true => String::new(),
            false => format!(" [{}]", sighting.certainty.words()),
        };
        let width = width.unwrap_or_default();
        writeln!(out, "    {:width$}  {}{weaker}", place(sighting), visible(&sighting.says))?;
    }
    match group.sightings.len().saturating_sub(MOST_PLACES) {
        0 => Ok(()),
        n_more => writeln!(out, "    and {} (`--format json` has all)", counted(n_more, "more place", "more places")),
    }
}

fn in_words(standing: &Standing) -> String {
    match standing {
        Standing::Recorded(ids) => {
            let ids: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
            format!("on record: {}", ids.join(", "))
        }
        Standing::Unrecorded(None) => "no record declares it".to_owned(),
        Standing::Unrecorded(Some(note)) => format!("no record declares it in use; {note}"),
        Standing::Hinted => "no record declares it; a hint only, not counted".to_owned(),
        Standing::NotAsked => "records are not asked about it".to_owned(),
    }
}

fn place(sighting: &Sighting) -> String {
    match sighting.line {
        Some(line) => format!("{}:{line}", visible(&sighting.path)),
        None => visible(&sighting.path),
    }
}

fn write_unrecorded(out: &mut String, inventory: &str, compared: &Compared) -> fmt::Result {
    let open: Vec<(&(Kind, String), Option<&str>)> = compared.unrecorded().collect();
    if open.is_empty() {
        return writeln!(out, "\nEverything that is declared or set up here is on record in `{}`.", visible(inventory));
    }
    writeln!(out, "\n{}", heading(&format!("Found here, and on no record of `{}` ({})", visible(inventory), open.len())))?;
    for ((kind, name), note) in open {
        let note = note.map_or_else(String::new, |note| format!("; {note}"));
        writeln!(out, "  {}, under {}{note}", visible(name), kind.words())?;
    }
    writeln!(out, "  `--format yaml` proposes records; whether one is needed is for people to say")
}

fn write_unmet(out: &mut String, inventory: &str, unmet: &[Unmet]) -> fmt::Result {
    if unmet.is_empty() {
        return Ok(());
    }
    let says = format!("On record in `{}`, and not found here ({})", visible(inventory), unmet.len());
    writeln!(out, "\n{}", heading(&says))?;
    for Unmet { kind, id, name } in unmet {
        writeln!(out, "  {} `{id}`: {}", kind.words(), visible(name))?;
    }
    writeln!(out, "  {PROVES_NOTHING}")
}

fn write_unread(out: &mut String, found: &Found) -> fmt::Result {
    if !found.unread.is_empty() {
        writeln!(out, "\n{}", heading(&format!("Not read ({})", found.unread.len())))?;
    }
    for unread in found.unread.iter().take(MOST_UNREAD) {
        writeln!(out, "  {}: {}", visible(&unread.path), unread.why)?;
    }
    if let Some(n_more) = found.unread.len().checked_sub(MOST_UNREAD).filter(|count| *count > 0) {
        writeln!(out, "  and {n_more} more (`--format json` has all)")?;
    }
    if !found.vendored.is_empty() {
        let folders = found.vendored.iter().map(|(name, count)| format!("{name} ({count})"));
        let folders: Vec<String> = folders.collect();
        writeln!(out, "\nFolders of others that were passed by: {}.", folders.join(", "))?;
    }
    match found.is_cut {
        true => writeln!(out, "\nThere are more files, or deeper folders, than were listed."),
        false => Ok(()),
    }
}

fn write_legend(out: &mut String, found: &Found) -> fmt::Result {
    let used = |certainty: &&Certainty| {
        let mut all = found.things.values().flat_map(|group| &group.sightings);
        all.any(|sighting| sighting.certainty == **certainty)
    };
    let mut used = Certainty::ALL.iter().filter(used).peekable();
    if used.peek().is_some() {
        writeln!(out, "\nWhat the words mean")?;
    }
    used.try_for_each(|certainty| writeln!(out, "  {}: {}", certainty.words(), certainty.meaning()))
}

#[derive(Serialize)]
struct Report<'t> {
    format: &'static str,
    folders: &'t [String],
    files_listed: usize,
    files_read: usize,
    histories_read: usize,
    is_cut: bool,
    certainties: Vec<Meaning>,
    things: Vec<Entry<'t>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    inventory: Option<Against<'t>>,
    not_read: Vec<NotRead<'t>>,
    passed_by: Vec<PassedBy>,
}

#[derive(Serialize)]
struct Meaning {
    key: &'static str,
    meaning: &'static str,
}

#[derive(Serialize)]
struct Entry<'t> {
    kind: Kind,
    name: &'t str,
    #[serde(skip_serializing_if = "Option::is_none")]
    provider: Option<&'static str>,
    certainty: Certainty,
    #[serde(skip_serializing_if = "Option::is_none")]
    standing: Option<&'static str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    records: &'t [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'t str>,
    places: Vec<PlaceEntry<'t>>,
}

#[derive(Serialize)]
struct PlaceEntry<'t> {
    path: &'t str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    certainty: Certainty,
    says: &'t str,
}

#[derive(Serialize)]
struct Against<'t> {
    folder: &'t str,
    unrecorded: usize,
    not_found: Vec<NotFound<'t>>,
    remark: &'static str,
}

#[derive(Serialize)]
struct NotFound<'t> {
    kind: &'static str,
    id: &'t str,
    name: &'t str,
}

#[derive(Serialize)]
struct NotRead<'t> {
    path: &'t str,
    why: &'static str,
}

#[derive(Serialize)]
struct PassedBy {
    folder: &'static str,
    count: usize,
}

/// Returns what was found as one object with a line feed at its end.
pub fn json(telling: &Telling) -> String {
    let found = telling.found;
    let things = found.things.iter();
    let unread = found.unread.iter();
    let report = Report {
        format: FORMAT,
        folders: telling.folders,
        files_listed: found.n_files,
        files_read: found.n_read,
        histories_read: found.n_histories,
        is_cut: found.is_cut,
        certainties: Certainty::ALL.iter().map(|it| meaning(*it)).collect(),
        things: things.map(|(key, group)| entry(telling, key, group)).collect(),
        inventory: telling.compared.map(|(folder, compared)| against(folder, compared)),
        not_read: unread.map(|it| NotRead { path: &it.path, why: it.why }).collect(),
        passed_by: found.vendored.iter().map(|(folder, count)| PassedBy { folder, count: *count }).collect(),
    };
    // Plain structs with text keys always serialise.
    serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
}

fn meaning(certainty: Certainty) -> Meaning {
    Meaning {
        key: certainty.key(),
        meaning: certainty.meaning(),
    }
}

fn entry<'t>(telling: &Telling<'t>, key: &'t (Kind, String), group: &'t Group) -> Entry<'t> {
    let standing = telling.compared.and_then(|(_, compared)| compared.standings.get(key));
    let (word, records, note): (_, &[String], _) = match standing {
        None => (None, &[], None),
        Some(Standing::Recorded(ids)) => (Some("recorded"), ids, None),
        Some(Standing::Unrecorded(note)) => (Some("unrecorded"), &[], note.as_deref()),
        Some(Standing::Hinted) => (Some("hinted"), &[], None),
        Some(Standing::NotAsked) => (Some("not_asked"), &[], None),
    };
    Entry {
        kind: key.0,
        name: &key.1,
        provider: group.provider,
        certainty: group.certainty(),
        standing: word,
        records,
        note,
        places: group
            .sightings
            .iter()
            .map(|it| PlaceEntry {
                path: &it.path,
                line: it.line,
                certainty: it.certainty,
                says: &it.says,
            })
            .collect(),
    }
}

fn against<'t>(folder: &'t str, compared: &'t Compared) -> Against<'t> {
    let unmet = compared.unmet.iter();
    Against {
        folder,
        unrecorded: compared.unrecorded().count(),
        not_found: unmet
            .map(|it| NotFound {
                kind: it.kind.key(),
                id: &it.id,
                name: &it.name,
            })
            .collect(),
        remark: PROVES_NOTHING,
    }
}
