//! What was found, for people at a terminal: by kind, each thing with its first places; then what no record declares, what
//! was not found, what was not read, and what the words mean.

use crate::discover::against::{Compared, Standing, Unmet};
use crate::discover::thing::{Certainty, Kind, Sighting};
use crate::discover::{Found, Group};
use crate::report::found::{PROVES_NOTHING, Telling};
use crate::report::visible::visible;
use std::fmt::{self, Write};

/// How many places of one thing a person is shown.
const MOST_PLACES: usize = 6;
/// How many files that were not read a person is shown.
const MOST_UNREAD: usize = 10;

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
    let folders: Vec<String> = telling
        .folders
        .iter()
        .map(|folder| format!("`{}`", visible(folder)))
        .collect();
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
    let provider = group
        .provider
        .map_or_else(String::new, |provider| format!(" ({provider})"));
    let standing = telling
        .compared
        .and_then(|(_, compared)| compared.standings.get(&(kind, name.to_owned())));
    let standing = standing.map_or_else(String::new, |standing| format!("; {}", in_words(standing)));
    writeln!(
        out,
        "  {}{provider}: {}{standing}",
        visible(name),
        group.certainty().words()
    )?;
    let width = group
        .sightings
        .iter()
        .take(MOST_PLACES)
        .map(|it| place(it).chars().count())
        .max();
    for sighting in group.sightings.iter().take(MOST_PLACES) {
        let weaker = match sighting.certainty == group.certainty() {
            true => String::new(),
            false => format!(" [{}]", sighting.certainty.words()),
        };
        let width = width.unwrap_or_default();
        writeln!(
            out,
            "    {:width$}  {}{weaker}",
            place(sighting),
            visible(&sighting.says)
        )?;
    }
    match group.sightings.len().saturating_sub(MOST_PLACES) {
        0 => Ok(()),
        n_more => writeln!(
            out,
            "    and {} (`--format json` has all)",
            counted(n_more, "more place", "more places")
        ),
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
        let mut standings = compared.standings.values();
        return match standings.any(|standing| matches!(standing, Standing::Recorded(_))) {
            true => writeln!(
                out,
                "\nWhat is used here is on record in `{}`.",
                visible(inventory)
            ),
            false => writeln!(out, "\nNo use was found that a record would have to declare."),
        };
    }
    writeln!(
        out,
        "\n{}",
        heading(&format!(
            "Found here, and on no record of `{}` ({})",
            visible(inventory),
            open.len()
        ))
    )?;
    for ((kind, name), note) in open {
        let note = note.map_or_else(String::new, |note| format!("; {note}"));
        writeln!(out, "  {}, under {}{note}", visible(name), kind.words())?;
    }
    writeln!(
        out,
        "  `--format yaml` proposes records; whether one is needed is for people to say."
    )
}

fn write_unmet(out: &mut String, inventory: &str, unmet: &[Unmet]) -> fmt::Result {
    if unmet.is_empty() {
        return Ok(());
    }
    let says = format!(
        "On record in `{}`, and not found here ({})",
        visible(inventory),
        unmet.len()
    );
    writeln!(out, "\n{}", heading(&says))?;
    for Unmet { kind, id, name } in unmet {
        writeln!(out, "  {} `{id}`: {}", kind.words(), visible(name))?;
    }
    writeln!(out, "  {PROVES_NOTHING}")
}

fn write_unread(out: &mut String, found: &Found) -> fmt::Result {
    if !found.unread.is_empty() {
        writeln!(
            out,
            "\n{}",
            heading(&format!("Not read ({})", found.unread.len()))
        )?;
    }
    for unread in found.unread.iter().take(MOST_UNREAD) {
        writeln!(out, "  {}: {}", visible(&unread.path), unread.why)?;
    }
    if let Some(n_more) = found
        .unread
        .len()
        .checked_sub(MOST_UNREAD)
        .filter(|count| *count > 0)
    {
        writeln!(out, "  and {n_more} more (`--format json` has all)")?;
    }
    if !found.vendored.is_empty() {
        let folders = found
            .vendored
            .iter()
            .map(|(name, count)| format!("{name} ({count})"));
        let folders: Vec<String> = folders.collect();
        writeln!(
            out,
            "\nFolders of others that were passed by: {}.",
            folders.join(", ")
        )?;
    }
    match found.is_cut {
        true => writeln!(
            out,
            "\nThere are more files, or deeper folders, than were listed."
        ),
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
