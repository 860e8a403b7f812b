//! Review coverage over the periods of audit summaries that systems share. The numbers are those of the table of
//! measures, in the same words; a period that does not count reviews says so and shows no bar.

use crate::documents::chart::{Chart, Exhibit, Look, Picture, Series, Share, ShareGroup, Shares, in_turn};
use crate::documents::history::{History, period};
use crate::documents::share::Count;
use crate::inventory::audit::{AuditSummary, Metrics};
use crate::inventory::field::Field;
use crate::inventory::record::Record;
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
        label: "chart-all-merged",
        look: Look::Filled,
        part: ("merged_reviewed", |it| &it.merged_reviewed),
        whole: ("merged", |it| &it.merged),
    },
    Coverage {
        label: "chart-declared-merged",
        look: Look::Hatched,
        part: ("merged_ai_reviewed", |it| &it.merged_ai_reviewed),
        whole: ("merged_ai", |it| &it.merged_ai),
    },
];

/// Returns the picture of one history; its table is the table of measures.
pub(crate) fn coverage(words: Words, history: &History<'_>) -> Exhibit {
    // A picture marks no language inside its labels.
    Exhibit::beside_its_table(chart(words.unmarked(), history))
}

fn chart(words: Words, history: &History<'_>) -> Option<Chart> {
    let periods = history.periods();
    let latest = &periods[periods.len().saturating_sub(MOST_PERIODS)..];
    // Of summaries of the same days, the one that counts reviews speaks for them.
    let counts = |audit: &&Record<AuditSummary>| {
        COVERAGES
            .iter()
            .any(|it| share(words, it, audit).thousandths.is_some())
    };
    let speaking = latest.iter().filter_map(|audits| {
        let counting = audits.iter().copied().find(counts);
        counting.or(audits.first().copied())
    });
    let audits: Vec<&Record<AuditSummary>> = speaking.collect();
    let counted: Vec<&Coverage> = COVERAGES
        .iter()
        .filter(|it| {
            audits
                .iter()
                .any(|audit| share(words, it, audit).thousandths.is_some())
        })
        .collect();
    if counted.is_empty() {
        return None;
    }
    let groups: Vec<ShareGroup> = audits
        .iter()
        .map(|audit| ShareGroup {
            label: period(words, audit),
            shares: counted.iter().map(|it| share(words, it, audit)).collect(),
        })
        .collect();
    let series = counted.iter().map(|it| Series {
        label: words.say(it.label),
        look: it.look,
    });
    let series: Vec<Series> = series.collect();
    Some(Chart {
        name: format!("coverage-{}", history.id()),
        title: words.say("chart-coverage"),
        says: says(words, history, &series, &groups),
        picture: Picture::Shares(Shares { series, groups }),
    })
}

fn share(words: Words, coverage: &Coverage, audit: &AuditSummary) -> Share {
    let count = |(name, find)| Count::within(words, "metrics", &audit.metrics, name, find);
    let (says, thousandths) = count(coverage.part).share_of(&count(coverage.whole));
    Share { says, thousandths }
}

fn says(words: Words, history: &History<'_>, series: &[Series], groups: &[ShareGroup]) -> String {
    let of_period = |at: usize, group: &ShareGroup| {
        let share = group.shares[at].says.as_str().into();
        let blanks = [("period", group.label.as_str().into()), ("share", share)];
        words.say_with("chart-coverage-period", &blanks)
    };
    let each = series.iter().enumerate().map(|(at, series)| {
        let periods = in_turn(words, groups.iter().map(|group| of_period(at, group)));
        let blanks = [
            ("changes", series.label.as_str().into()),
            ("periods", periods.into()),
        ];
        format!(" {}", words.say_with("chart-coverage-of", &blanks))
    });
    let blanks = [
        ("systems", history.title(words).into()),
        ("each", each.collect::<String>().into()),
    ];
    words.say_with("chart-coverage-says", &blanks)
}
