//! The Compliance Activity Feed of Anthropic: administrative, chat, file and platform activity, as pages of the interface or
//! one activity to a line. What Claude Code does is not in it; telemetry is its audit data. Types of activities are
//! counted as the feed names them; whoever acted is not read.

use crate::calendar::unix_seconds;
use crate::diag::Diagnostics;
use crate::failure::Failure;
use crate::import::Asked;
use crate::import::counted::{Counted, Read, Sighting};
use crate::import::export::Export;
use crate::import::files::Files;
use crate::import::fingerprint::{Prints, print_of};
use crate::import::month::Month;
use crate::import::names::public;
use crate::inventory::audit::SourceType;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A page, or an activity that stands alone.
#[derive(Deserialize)]
#[serde(untagged)]
enum Item {
    Page {
        data: Vec<Activity>,
        #[serde(default)]
        has_more: bool,
    },
    Single(Activity),
}

#[derive(Deserialize)]
struct Activity {
    id: String,
    created_at: String,
    #[serde(rename = "type")]
    kind: String,
}

/// Counts pages of the feed.
pub(crate) fn counted(
    exports: Vec<Export>,
    asked: &Asked,
    findings: &mut Diagnostics,
) -> Result<Counted, Failure> {
    let mut tally = Tally::default();
    let files = Files {
        id: "compliance",
        r#type: SourceType::ComplianceApi,
        name: "Compliance Activity Feed",
    };
    let sources = files.read(exports, asked, findings, |_, export, file, findings| {
        export.values(findings, |item: Item| match item {
            Item::Page { data, has_more } => {
                file.complete = !has_more;
                data.iter()
                    .for_each(|activity| tally.take(activity, asked.month, file));
            }
            Item::Single(activity) => tally.take(&activity, asked.month, file),
        })
    })?;
    Ok(tally.counted(sources))
}

#[derive(Default)]
struct Tally {
    seen: Prints,
    kinds: BTreeMap<String, u64>,
}

impl Tally {
    fn take(&mut self, activity: &Activity, month: Month, file: &mut Read) {
        let day = unix_seconds(&activity.created_at).and_then(|seconds| month.day_of(seconds));
        if !self.seen.is_new(print_of(&activity.id)) {
            file.duplicates += 1;
        } else if day.is_none() {
            file.outside += 1;
        } else {
            *self.kinds.entry(public(&activity.kind).to_owned()).or_default() += 1;
            file.used += 1;
        }
    }

    fn counted(self, sources: Vec<Read>) -> Counted {
        Counted {
            activities: self
                .kinds
                .iter()
                .map(|(name, count)| Sighting::of(name, *count))
                .collect(),
            blind_spots: vec![
                "the feed begins on the day it was switched on; what lay before is not in it".to_owned(),
                "prompts, tool calls and files of Claude Code are not in this source".to_owned(),
            ],
            sources,
            ..Counted::default()
        }
    }
}
