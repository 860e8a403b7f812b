//! What the commits of a repository declare about AI: tools and models with the number of commits, and nobody's name.

use crate::discover::models::{maker, thing};
use crate::discover::tables::assistants::ASSISTANTS;
use crate::discover::thing::{Certainty, Find, Kind, Sighting, Thing};
use crate::import::git_log::sightings;

/// Returns the finds in a log in the portable format; `path` is where the repository keeps it.
pub(crate) fn finds(path: &str, log: &[u8]) -> Vec<Find> {
    let sightings = sightings(log);
    let tools = sightings
        .tools()
        .into_iter()
        .map(|seen| (tool(&seen.name), seen.count));
    let models = sightings
        .models()
        .into_iter()
        .map(|seen| (thing(&seen.name, maker(&seen.name)), seen.count));
    tools
        .chain(models)
        .map(|(thing, count)| Find {
            thing,
            sighting: Sighting {
                path: path.to_owned(),
                line: None,
                certainty: Certainty::Declared,
                says: match count {
                    Some(1) => "1 commit declares it".to_owned(),
                    count => format!("{} commits declare it", count.unwrap_or_default()),
                },
            },
        })
        .collect()
}

fn tool(name: &str) -> Thing {
    let known = ASSISTANTS.iter().find(|assistant| assistant.name == name);
    Thing {
        kind: Kind::Assistant,
        name: name.to_owned(),
        provider: known.and_then(|assistant| assistant.provider),
    }
}
