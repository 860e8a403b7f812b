//! What was found, for machines: one object with every thing and every place.

use crate::discover::Group;
use crate::discover::against::{Compared, Standing};
use crate::discover::thing::{Certainty, Kind};
use crate::report::found::{PROVES_NOTHING, Telling};
use crate::report::visible::is_unsafe;
use serde::Serialize;

const FORMAT: &str = "actfile-discover/1";

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
        inventory: telling
            .compared
            .map(|(folder, compared)| against(folder, compared)),
        not_read: unread
            .map(|it| NotRead {
                path: &it.path,
                why: it.why,
            })
            .collect(),
        passed_by: found
            .vendored
            .iter()
            .map(|(folder, count)| PassedBy {
                folder,
                count: *count,
            })
            .collect(),
    };
    // Plain structs with text keys always serialise.
    escaped(&serde_json::to_string_pretty(&report).unwrap_or_default()) + "\n"
}

/// Paths can hold signs that turn the direction of a text; JSON has a spelling for each that changes nothing.
fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for char in json.chars() {
        match char != '\n' && is_unsafe(char) {
            true => {
                let mut units = [0; 2];
                let units = char.encode_utf16(&mut units).iter();
                units.for_each(|unit| out.push_str(&format!("\\u{unit:04x}")));
            }
            false => out.push(char),
        }
    }
    out
}

fn meaning(certainty: Certainty) -> Meaning {
    Meaning {
        key: certainty.key(),
        meaning: certainty.meaning(),
    }
}

fn entry<'t>(telling: &Telling<'t>, key: &'t (Kind, String), group: &'t Group) -> Entry<'t> {
    let standing = telling
        .compared
        .and_then(|(_, compared)| compared.standings.get(key));
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
