//! Review coverage over the periods of audit summaries that systems share. The numbers are those of the table of
//! measures, in the same words; a period that does not count reviews says so and shows no bar.

use crate::documents::chart::{Chart, Exhibit, Look, Picture, Series, Share, ShareGroup, Shares};
use crate::documents::history::{History, period};
use crate::documents::share::Count;
use crate::inventory::audit::{AuditSummary, Metrics};
use crate::inventory::field::Field;
use crate::tongue::words::Words;

/// Periods that one picture can hold: the latest are shown.
const MOST_PERIODS: usize = 12;

/// What is counted: the label, the look, the part and the whole.
struct Coverage {
    label: &'static str,
    look: Look,
    part: (&'static str, fn(&Metrics) -> &Field<u64>),
    whole: (&'static str, fn(&Metrics) -> &Field<u64>),
}

const COVERAGES: [Coverage; 2] = [
    Coverage {
        label: "all merged changes",
        look: Look::Filled,
        part: ("merged_reviewed", |it| &it.merged_reviewed),
        whole: ("merged", |it| &it.merged),
    },
    Coverage {
        label: "merged changes that declare AI involvement",
        look: Look::Hatched,
        part: ("merged_ai_reviewed", |it| &it.merged_ai_reviewed),
        whole: ("merged_ai", |it| &it.merged_ai),
    },
];

/// Returns the picture of one history; its table is the table of measures.
pub(crate) fn coverage(history: &History<'_>) -> Exhibit {
    Exhibit::beside_its_table(chart(history))
}

fn chart(history: &History<'_>) -> Option<Chart> {
    let first = history.audits.len().saturating_sub(MOST_PERIODS);
    let audits = &history.audits[first..];
    let counted: Vec<&Coverage> = COVERAGES
        .iter()
        .filter(|it| audits.iter().any(|audit| share(it, audit).thousandths.is_some()))
        .collect();
    if counted.is_empty() {
        return None;
    }
    let groups: Vec<ShareGroup> = audits
        .iter()
        .map(|audit| ShareGroup {
            label: period(Words::default(), audit),
            shares: counted.iter().map(|it| share(it, audit)).collect(),
        })
        .collect();
    let series = counted.iter().map(|it| Series {
        label: it.label.to_owned(),
        look: it.look,
    });
    let series: Vec<Series> = series.collect();
    Some(Chart {
        name: format!("coverage-{}", history.id()),
        title: "Review coverage over the periods".to_owned(),
        says: says(history, &series, &groups),
        picture: Picture::Shares(Shares { series, groups }),
    })
}

fn share(coverage: &Coverage, audit: &AuditSummary) -> Share {
    let count = |(name, find)| Count::within(Words::default(), "metrics", &audit.metrics, name, find);
    let (says, thousandths) = count(coverage.part).share_of(&count(coverage.whole));
    Share { says, thousandths }
}

fn says(history: &History<'_>, series: &[Series], groups: &[ShareGroup]) -> String {
    let each = series.iter().enumerate().map(|(at, series)| {
        let periods = groups
            .iter()
            .map(|group| format!("{}, {}", group.label, group.shares[at].says));
        format!(
            " Of {}: {}.",
            series.label,
            periods.collect::<Vec<_>>().join("; ")
        )
    });
    format!(
        "Bars show the share of changes that a person other than the author reviewed, for {}.{}",
        history.title(Words::default()),
        each.collect::<String>()
    )
}
