//! The shape of one edition as data: what `actfile law --format json` prints and what the page is written from. How it
//! is filled from the tables stands in `gather`.

use crate::calendar::Date;
use crate::law::cite::Citation;
use crate::law::coverage::Treatment;
use crate::law::edition::Edition;
use crate::law::rule::Cond;
use serde::Serialize;

/// One edition of the law, as the tables have it.
#[derive(Debug, Clone, Serialize)]
pub struct LawView {
    pub(crate) format: &'static str,
    /// Which edition.
    pub law: Edition,
    /// Its title.
    pub title: &'static str,
    /// The first day on which it is law.
    pub in_force_from: Date,
    /// The revision of the tables.
    pub rules_revision: &'static str,
    /// The hash of the tables.
    pub rules_sha256: String,
    /// The day on which the tables were last checked.
    pub verified_on: Date,
    /// The last day on which they are taken to be current.
    pub valid_until: Date,
    pub(crate) sources: Vec<SourceView>,
    pub(crate) applies: Vec<GroupView>,
    pub(crate) transitions: Vec<TransitionView>,
    pub(crate) chapters: Vec<ChapterView>,
    pub(crate) product_laws: Vec<ActView>,
    pub(crate) duties: Vec<DutyView>,
    pub(crate) size_reliefs: Vec<ReliefView>,
    pub(crate) penalties: Vec<PenaltyView>,
    pub(crate) registration: Vec<SectionView>,
    pub(crate) coverage: Vec<CoverageView>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct SourceView {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) reference: &'static str,
    pub(crate) standing: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct GroupView {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) applies_from: Date,
    pub(crate) cites: Citation,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(crate) doubt: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct TransitionView {
    pub(crate) id: &'static str,
    pub(crate) cites: &'static [Citation],
    pub(crate) says: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(crate) doubt: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct ChapterView {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) says: &'static str,
    pub(crate) rules: Vec<RuleView>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct RuleView {
    pub(crate) id: &'static str,
    pub(crate) cites: &'static [Citation],
    pub(crate) says: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(crate) limits: &'static str,
    pub(crate) follows: String,
    /// The condition by the keys of the facts.
    #[serde(serialize_with = "as_text")]
    pub(crate) when: &'static Cond,
    pub(crate) asks: Vec<QuestionView>,
    pub(crate) unless: Vec<ExceptionView>,
    pub(crate) law_since: Date,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) law_until: Option<Date>,
    pub(crate) reading: &'static str,
    pub(crate) basis: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(crate) doubt: &'static str,
    #[serde(skip)]
    pub(crate) reading_in_words: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct QuestionView {
    pub(crate) fact: String,
    pub(crate) field: String,
    pub(crate) question: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct ExceptionView {
    pub(crate) id: &'static str,
    pub(crate) cites: &'static [Citation],
    pub(crate) says: &'static str,
    pub(crate) gives: &'static str,
    #[serde(serialize_with = "as_text")]
    pub(crate) when: &'static Cond,
    pub(crate) asks: Vec<QuestionView>,
    pub(crate) law_since: Date,
    pub(crate) basis: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(crate) doubt: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct ActView {
    pub(crate) numbers: &'static [&'static str],
    pub(crate) title: &'static str,
    pub(crate) section: &'static str,
    pub(crate) point: u8,
    pub(crate) cites: Citation,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct DutyView {
    pub(crate) id: &'static str,
    pub(crate) cites: &'static [Citation],
    pub(crate) says: &'static str,
    /// The roles that owe it, by their keys.
    pub(crate) owed_by: Vec<&'static str>,
    pub(crate) owed_for: &'static str,
    pub(crate) applies: StartView,
    #[serde(skip)]
    pub(crate) applies_in_words: String,
    #[serde(skip)]
    pub(crate) begins_with: String,
    pub(crate) shown_by: &'static str,
    pub(crate) ground: &'static str,
    pub(crate) fined: String,
}

/// The first day of a duty: one for all, or one for each route into the high-risk class.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct StartView {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) from: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) annex_iii: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) annex_i_a: Option<Date>,
    pub(crate) is_settled: bool,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct ReliefView {
    pub(crate) id: &'static str,
    pub(crate) cites: &'static [Citation],
    pub(crate) says: &'static str,
    pub(crate) for_sizes: String,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct PenaltyView {
    pub(crate) id: &'static str,
    pub(crate) cites: Citation,
    pub(crate) infringement: &'static str,
    pub(crate) at_most: String,
    pub(crate) euro: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) percent: Option<u8>,
    pub(crate) lower_counts_for: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(crate) reaches: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct SectionView {
    pub(crate) cites: Citation,
    pub(crate) duty: &'static str,
    pub(crate) points: Vec<PointView>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct CoverageView {
    #[serde(skip)]
    pub(crate) title: &'static str,
    pub(crate) part: &'static str,
    pub(crate) provisions: Vec<ProvisionView>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct ProvisionView {
    pub(crate) cites: &'static [Citation],
    pub(crate) about: &'static str,
    pub(crate) treatment: Treatment,
    pub(crate) by: Vec<&'static str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(crate) says: &'static str,
    #[serde(skip)]
    pub(crate) reason: String,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct PointView {
    pub(crate) number: u8,
    pub(crate) asks: &'static str,
}

fn as_text<S: serde::Serializer>(cond: &&'static Cond, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(cond)
}
