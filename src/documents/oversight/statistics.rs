//! What the audit summaries count, period by period: each number beside its definition, its population and its
//! period. Shares are worked out here from the counts and never typed. The law sets no threshold for any of them, so
//! none is judged.

use crate::documents::chart::Exhibit;
use crate::documents::chart::coverage::coverage;
use crate::documents::facts::Row;
use crate::documents::history::{History, histories, period};
use crate::documents::occasion::Occasion;
use crate::documents::share::Count;
use crate::documents::shown::Shown;
use crate::documents::trail::{Said, Trail};
use crate::inventory::audit::{AuditSummary, Metrics, PolicyViolation, Volumes};
use crate::inventory::field::Field;
use crate::inventory::record::Record;
use crate::link::Inventory;
use crate::source::Spanned;
use crate::tongue::words::Words;
use serde::Serialize;

/// The counts of systems that share their audit summaries.
#[derive(Debug, Serialize)]
pub(crate) struct Statistics {
    id: String,
    title: String,
    /// Review coverage over the periods, when they count it.
    pub(crate) coverage: Exhibit,
    tables: Vec<Table>,
    uncounted: String,
}

/// A table with a column for each period.
#[derive(Debug, Serialize)]
pub(crate) struct Table {
    head: Row,
    rows: Vec<Row>,
}

/// The periods that fit beside each other on a page.
const PERIODS_PER_TABLE: usize = 3;

/// A count of an audit summary.
#[derive(Clone, Copy)]
enum Tally {
    Review(&'static str, fn(&Metrics) -> &Field<u64>),
    Use(&'static str, fn(&Volumes) -> &Field<u64>),
    Time(&'static str, fn(&Metrics) -> &Field<f64>, &'static str),
}

/// A measure: what is counted, and out of what when it is a share; with the phrases that name and define it.
struct Measure {
    label: &'static str,
    definition: &'static str,
    part: &'static [Tally],
    whole: &'static [Tally],
}

const fn measure(
    label: &'static str,
    definition: &'static str,
    part: &'static [Tally],
    whole: &'static [Tally],
) -> Measure {
    Measure {
        label,
        definition,
        part,
        whole,
    }
}

use Tally::{Review, Time, Use};

const MERGED: Tally = Review("merged", |it| &it.merged);
const MERGED_REVIEWED: Tally = Review("merged_reviewed", |it| &it.merged_reviewed);
const MERGED_AI: Tally = Review("merged_ai", |it| &it.merged_ai);
const MERGED_AI_REVIEWED: Tally = Review("merged_ai_reviewed", |it| &it.merged_ai_reviewed);
const SELF_MERGED: Tally = Review("self_merged", |it| &it.self_merged);
const EXCEPTIONS: Tally = Review("exceptions", |it| &it.exceptions);
const CHANGES_REQUESTED: Tally = Review("changes_requested", |it| &it.changes_requested);
const CLOSED_UNMERGED: Tally = Review("closed_unmerged", |it| &it.closed_unmerged);
const REVERTED: Tally = Review("reverted", |it| &it.reverted);
const STALE_APPROVALS: Tally = Review("stale_approvals", |it| &it.stale_approvals);
const USER_ACCEPTS: Tally = Review("user_accepts", |it| &it.user_accepts);
const USER_REJECTS: Tally = Review("user_rejects", |it| &it.user_rejects);
const CONFIG_DECISIONS: Tally = Review("config_decisions", |it| &it.config_decisions);
const BYPASS_SESSIONS: Tally = Review("bypass_sessions", |it| &it.bypass_sessions);
const SESSIONS: Tally = Use("sessions", |it| &it.sessions);
const USERS: Tally = Use("users_count", |it| &it.users_count);
const TOOL_CALLS: Tally = Use("tool_calls", |it| &it.tool_calls);

/// The measures, in the order in which they are printed.
const MEASURES: &[Measure] = &[
    measure(
        "measured-coverage",
        "measured-coverage-means",
        &[MERGED_REVIEWED],
        &[MERGED],
    ),
    measure(
        "measured-coverage-declared",
        "measured-coverage-declared-means",
        &[MERGED_AI_REVIEWED],
        &[MERGED_AI],
    ),
    measure(
        "measured-declared",
        "measured-declared-means",
        &[MERGED_AI],
        &[MERGED],
    ),
    measure(
        "measured-self-merged",
        "measured-self-merged-means",
        &[SELF_MERGED],
        &[MERGED],
    ),
    measure(
        "measured-exceptions",
        "measured-exceptions-means",
        &[EXCEPTIONS],
        &[MERGED],
    ),
    measure(
        "measured-stale",
        "measured-stale-means",
        &[STALE_APPROVALS],
        &[MERGED],
    ),
    measure(
        "measured-changes-requested",
        "measured-changes-requested-means",
        &[CHANGES_REQUESTED],
        &[],
    ),
    measure(
        "measured-refused",
        "measured-refused-means",
        &[CLOSED_UNMERGED, REVERTED],
        &[MERGED, CLOSED_UNMERGED],
    ),
    measure(
        "measured-calls-refused",
        "measured-calls-refused-means",
        &[USER_REJECTS],
        &[USER_ACCEPTS, USER_REJECTS],
    ),
    measure(
        "measured-calls-configured",
        "measured-calls-configured-means",
        &[CONFIG_DECISIONS],
        &[USER_ACCEPTS, USER_REJECTS, CONFIG_DECISIONS],
    ),
    measure(
        "measured-bypass",
        "measured-bypass-means",
        &[BYPASS_SESSIONS],
        &[SESSIONS],
    ),
    measure(
        "measured-first-review",
        "measured-first-review-means",
        &[Time(
            "median_first_review",
            |it| &it.median_first_review,
            "in-hours",
        )],
        &[],
    ),
    measure(
        "measured-review-time",
        "measured-review-time-means",
        &[Time(
            "median_review_s_per_100",
            |it| &it.median_review_s_per_100,
            "in-seconds",
        )],
        &[],
    ),
    measure("measured-sessions", "measured-sessions-means", &[SESSIONS], &[]),
    measure("measured-users", "measured-users-means", &[USERS], &[]),
    measure("measured-calls", "measured-calls-means", &[TOOL_CALLS], &[]),
];

/// Returns the counts of every history.
pub(crate) fn statistics(trail: &mut Trail, inventory: &Inventory) -> Vec<Statistics> {
    let words = trail.words();
    let entries = histories(inventory).into_iter().map(|history| {
        let is_counted = |measure: &&Measure| history.audits.iter().any(|audit| measure.is_counted(audit));
        let (counted, uncounted): (Vec<&Measure>, Vec<&Measure>) = MEASURES.iter().partition(is_counted);
        Statistics {
            id: history.id().to_owned(),
            title: history.title(words),
            coverage: coverage(words, &history),
            tables: tables(trail, &history, &counted),
            uncounted: left_out(words, &counted, &uncounted),
        }
    });
    entries.collect()
}

/// Returns what the summaries do not count; nothing when they count all.
fn left_out(words: Words, counted: &[&Measure], uncounted: &[&Measure]) -> String {
    if !counted.iter().any(|measure| measure.is_of_reviews()) {
        return words.say("measured-nothing-of-reviews");
    }
    let labels = uncounted.iter().map(|measure| words.say(measure.label));
    labels.collect::<Vec<_>>().join(&words.say("between-long-items"))
}

/// Returns the names of the systems without an audit summary; none is an empty text.
pub(crate) fn uncounted(occasion: &Occasion<'_>) -> String {
    let systems = occasion.inventory.systems.values();
    let open = systems.filter(|system| occasion.inventory.audits_of(system).is_empty());
    let titles = open.map(|system| occasion.words.quote(system.title()));
    titles.collect::<Vec<_>>().join(", ")
}

fn tables(trail: &mut Trail, history: &History<'_>, measures: &[&Measure]) -> Vec<Table> {
    let words = trail.words();
    let section = format!("statistics-{}", history.id());
    if measures.is_empty() {
        return Vec::new();
    }
    let periods = history.periods();
    let tables = periods.chunks(PERIODS_PER_TABLE).map(|periods| {
        let mut head = vec![words.say("head-measure"), words.say("head-what-is-counted")];
        let firsts = periods.iter().filter_map(|audits| audits.first());
        head.extend(firsts.map(|audit| period(words, audit)));
        let row = |measure: &&Measure| {
            let mut row = vec![words.say(measure.label), words.say(measure.definition)];
            row.extend(periods.iter().filter_map(|audits| {
                let audit = measure.counting(audits)?;
                let mut said = trail.about(&section, audit.id.value.as_str());
                Some(measure.words(&mut said, audit))
            }));
            row
        };
        Table {
            head,
            rows: measures.iter().map(row).collect(),
        }
    });
    tables.collect()
}

impl Measure {
    /// Returns whether it is about how changes and tool calls were checked, and not about how much was used.
    fn is_of_reviews(&self) -> bool {
        self.part.iter().any(|tally| match tally {
            Review(..) | Time(..) => true,
            Use(..) => false,
        })
    }

    /// Returns whether a summary says anything about what is counted.
    fn is_counted(&self, audit: &AuditSummary) -> bool {
        self.part.iter().any(|tally| tally.is_counted(audit))
    }

    /// Returns the summary of a period that counts it, or the first; two that count the same are an error of the
    /// inventory.
    fn counting<'i>(&self, audits: &[&'i Record<AuditSummary>]) -> Option<&'i Record<AuditSummary>> {
        let counting = audits.iter().find(|audit| self.is_counted(audit));
        counting.or(audits.first()).copied()
    }

    fn words(&self, said: &mut Said<'_>, audit: &AuditSummary) -> String {
        let time = self.part.iter().find_map(|tally| tally.time(said, audit));
        if let Some(words) = time {
            return words;
        }
        let sum = |tallies: &[Tally]| {
            tallies
                .iter()
                .filter_map(|it| it.count(said.words(), audit))
                .reduce(Count::plus)
        };
        match (sum(self.part), sum(self.whole)) {
            (Some(part), Some(whole)) => part.noted_out_of(said, whole),
            (Some(part), None) => part.noted(said),
            // A measure of time has no count, and has been answered.
            (None, _) => String::new(),
        }
    }
}

impl Tally {
    fn is_counted(self, audit: &AuditSummary) -> bool {
        let span = match self {
            Self::Review(_, find) => audit.metrics.stated().and_then(|it| find(it).span()),
            Self::Use(_, find) => audit.volumes.stated().and_then(|it| find(it).span()),
            Self::Time(_, find, _) => audit.metrics.stated().and_then(|it| find(it).span()),
        };
        span.is_some()
    }

    fn count(self, words: Words, audit: &AuditSummary) -> Option<Count> {
        match self {
            Self::Review(name, find) => Some(Count::within(words, "metrics", &audit.metrics, name, find)),
            Self::Use(name, find) => Some(Count::within(words, "volumes", &audit.volumes, name, find)),
            Self::Time(..) => None,
        }
    }

    fn time(self, said: &mut Said<'_>, audit: &AuditSummary) -> Option<String> {
        match self {
            Self::Review(..) | Self::Use(..) => None,
            Self::Time(name, find, unit) => {
                let (words, name) = (said.words(), format!("metrics.{name}"));
                let says = match audit.metrics.stated() {
                    None => said.field_as(&name, &audit.metrics, |_| String::new()),
                    Some(metrics) => said.field_as(&name, find(metrics), |value| {
                        words.say_with(unit, &[("n", value.shown(words).into())])
                    }),
                };
                Some(match says == words.missing(&name) {
                    true => words.say_with("count-missing", &[("missing", says.into())]),
                    false => says,
                })
            }
        }
    }
}

/// Returns systems, period, samples reviewed again, findings, how they were chosen; of summaries that speak about it.
pub(crate) fn samples(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    each(trail, "sampling", inventory, |said, audit| {
        let sampling = &audit.sampling;
        sampling.span()?;
        Some(vec![
            said.within("sampling.n", sampling, |it| &it.n),
            said.within("sampling.findings", sampling, |it| &it.findings),
            said.within("sampling.method", sampling, |it| &it.method),
        ])
    })
}

/// Returns systems, period, what monitoring led to.
pub(crate) fn conclusions(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    each(trail, "escalation", inventory, |said, audit| {
        Some(vec![
            said.field("monitoring_conclusion", &audit.monitoring_conclusion),
        ])
    })
}

/// Returns systems, period, kind of violation, how many, how many resolved.
pub(crate) fn violations(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let mut rows = Vec::new();
    for history in histories(inventory) {
        for audit in &history.audits {
            let mut said = trail.about("sampling", audit.id.value.as_str());
            let words = said.words();
            let items = audit.policy_violations.items().iter().enumerate();
            rows.extend(items.map(|(at, violation): (usize, &Spanned<PolicyViolation>)| {
                let name = |field: &str| format!("policy_violations[{at}].{field}");
                let violation = &violation.value;
                vec![
                    history.title(words),
                    period(words, audit),
                    said.field(&name("type"), &violation.r#type),
                    said.field(&name("count"), &violation.count),
                    said.field(&name("resolved"), &violation.resolved),
                ]
            }));
        }
    }
    rows
}

fn each(
    trail: &mut Trail,
    section: &str,
    inventory: &Inventory,
    rest: impl Fn(&mut Said<'_>, &Record<AuditSummary>) -> Option<Row>,
) -> Vec<Row> {
    let mut rows = Vec::new();
    for history in histories(inventory) {
        for audit in &history.audits {
            let mut said = trail.about(section, audit.id.value.as_str());
            let own = vec![history.title(said.words()), period(said.words(), audit)];
            rows.extend(rest(&mut said, audit).map(|rest| [own, rest].concat()));
        }
    }
    rows
}
