//! A difference as a sentence that can be read aloud: what the second side says, instead of what the first says. The
//! subject is not part of it.

use crate::compare::change::{Change, Said, Topic};
use crate::law::cite::{Citation, listed};
use crate::law::duties::duty;
use crate::law::terms::{AnnexISection, AnnexPoint, Art50Para, Bearer, Tier};

/// How much of what a side says is repeated within a sentence, in characters.
const LONGEST_QUOTE: usize = 160;

impl Change {
    /// Returns the difference as a sentence without its subject and without a full stop.
    pub fn says(&self) -> String {
        match (&self.before, &self.after) {
            (Some(before), Some(after)) => self.moves(before, after),
            (None, Some(after)) => self.comes(after),
            (Some(before), None) => self.goes(before),
            (None, None) => String::new(),
        }
    }

    /// Returns what of several the difference is about, in words.
    pub fn what(&self) -> String {
        match self.topic {
            Topic::Duty | Topic::DutyDay | Topic::DutyStanding | Topic::DutyRole | Topic::DutyShown => {
                duty_words(&self.item)
            }
            Topic::Gap | Topic::GapLevel | Topic::GapSays | Topic::GapSystems => gap_words(&self.item),
            Topic::Art50 => art50_words(&self.item),
            Topic::Route => route_words(&self.item),
            Topic::Derogation => format!("condition ({})", self.item),
            Topic::Prohibited => format!("point {}", self.item),
            Topic::Field | Topic::Printed | Topic::Output | Topic::NamedFile => format!("`{}`", self.item),
            Topic::FirstDay | Topic::Status => rules_words(&self.item).to_owned(),
            Topic::Edition
            | Topic::AsOf
            | Topic::RuleTable
            | Topic::Prohibitions
            | Topic::Class
            | Topic::Exclusion
            | Topic::Deadline
            | Topic::Transition
            | Topic::Question
            | Topic::Record => self.topic.words().to_owned(),
        }
    }

    fn moves(&self, before: &Said, after: &Said) -> String {
        let (what, from, to) = (self.what(), short(&before.words), short(&after.words));
        match self.topic {
            Topic::Prohibitions => format!("{to} apply instead of {from}"),
            Topic::Edition | Topic::AsOf | Topic::RuleTable => {
                format!("the {what} is {to} instead of {from}")
            }
            Topic::Class => format!("is {to} instead of {from}"),
            Topic::Exclusion => format!("lies outside the scope for another reason: {to} instead of {from}"),
            Topic::Art50 => format!("{what}: {to} (instead of: {from})"),
            Topic::FirstDay => format!("{what} begin on {to} instead of {from}"),
            Topic::Status => format!("{what} are {to} on the as-of date instead of {from}"),
            Topic::Deadline => format!("a transitional rule gives time until {to} instead of {from}"),
            Topic::DutyDay => format!("the duty to {what} begins on {to} instead of {from}"),
            Topic::DutyStanding | Topic::DutyShown => {
                format!("the duty to {what} is {to} (instead of: {from})")
            }
            Topic::DutyRole => format!("the duty to {what} is owed as {to} instead of {from}"),
            Topic::GapLevel => format!("gap {what} is {to} instead of {from}"),
            Topic::GapSays => format!("gap {what} says: {to} (instead of: {from})"),
            Topic::GapSystems => format!(
                "gap {what} concerns {} instead of {}",
                or_none(&to),
                or_none(&from)
            ),
            Topic::Field => format!("{what} is `{to}` instead of `{from}`"),
            Topic::Printed => format!("of {what} documents print \"{to}\" instead of \"{from}\""),
            Topic::Record => format!("is a record of kind {to} instead of {from}"),
            Topic::Output => format!("the document {what} is {to} (in the first: {from})"),
            Topic::NamedFile => {
                format!("the file {what}, which records name, has another content: {to} instead of {from}")
            }
            // What only holds or does not hold has nothing to move to.
            Topic::Route
            | Topic::Derogation
            | Topic::Prohibited
            | Topic::Transition
            | Topic::Duty
            | Topic::Gap
            | Topic::Question => format!("{what}: {to} (instead of: {from})"),
        }
    }

    fn comes(&self, after: &Said) -> String {
        let (what, to) = (self.what(), short(&after.words));
        match self.topic {
            Topic::Class => format!("is {to}"),
            Topic::Exclusion => format!("lies outside the scope: {to}"),
            Topic::Route => format!("is high-risk through {what}: {to}"),
            Topic::Derogation => format!("is not high-risk because of {what}: {to}"),
            Topic::Prohibited => format!("meets {what} of the prohibited practices: {to}"),
            Topic::Art50 => format!("{what} comes up: {to}"),
            Topic::FirstDay => format!("{what} begin on {to}"),
            Topic::Status => format!("{what} are {to} on the as-of date"),
            Topic::Deadline => format!("a transitional rule gives time until {to}"),
            Topic::Transition => {
                "is left alone by a transitional rule until its design is significantly changed".to_owned()
            }
            Topic::Question => format!("a question is open: {to}"),
            Topic::Duty => format!("a duty is owed: {to}"),
            Topic::Gap => format!("gap {what} opens, {to}"),
            Topic::Record => format!("the record is added ({to})"),
            Topic::Field => format!("{what} is added: `{to}`"),
            Topic::Printed => format!("of {what} documents print \"{to}\""),
            Topic::Output => format!("the document {what} is {to}"),
            Topic::NamedFile => format!("records name the file {what}, {to}"),
            Topic::Prohibitions => {
                format!(
                    "prohibitions begin to apply for everybody, whether or not they concern a system here: {to}"
                )
            }
            Topic::Edition
            | Topic::AsOf
            | Topic::RuleTable
            | Topic::DutyDay
            | Topic::DutyStanding
            | Topic::DutyRole
            | Topic::DutyShown
            | Topic::GapLevel
            | Topic::GapSays
            | Topic::GapSystems => format!("{what}: {to}"),
        }
    }

    fn goes(&self, before: &Said) -> String {
        let (what, from) = (self.what(), short(&before.words));
        match self.topic {
            Topic::Class => format!("is no longer in the inventory; it was {from}"),
            Topic::Exclusion => format!("no longer lies outside the scope; the reason was: {from}"),
            Topic::Route => format!("is no longer high-risk through {what}: {from}"),
            Topic::Derogation => format!("no longer relies on {what}: {from}"),
            Topic::Prohibited => format!("no longer meets {what} of the prohibited practices: {from}"),
            Topic::Art50 => format!("{what} no longer comes up; it was: {from}"),
            Topic::FirstDay => format!("no {what} begin any more; their first day was {from}"),
            Topic::Status => {
                format!("no {what} are in question any more; they were {from} on the as-of date")
            }
            Topic::Deadline => format!("no transitional rule gives time any more; it ran until {from}"),
            Topic::Transition => "is no longer left alone by a transitional rule".to_owned(),
            Topic::Question => format!("a question is no longer open: {from}"),
            Topic::Duty => format!("a duty is no longer owed: {}", no_longer(&before.words)),
            Topic::Gap => format!("gap {what} closes; it was {from}"),
            Topic::Record => format!("the record is removed ({from})"),
            Topic::Field => format!("{what} is removed; it was `{from}`"),
            Topic::Printed => format!("of {what} documents no longer print \"{from}\""),
            Topic::Output => format!("in the first, the document {what} is {from}"),
            Topic::NamedFile => format!("records no longer name the file {what}, {from}"),
            Topic::Prohibitions => format!("prohibitions do not apply yet: {from}"),
            Topic::Edition
            | Topic::AsOf
            | Topic::RuleTable
            | Topic::DutyDay
            | Topic::DutyStanding
            | Topic::DutyRole
            | Topic::DutyShown
            | Topic::GapLevel
            | Topic::GapSays
            | Topic::GapSystems => format!("{what} no longer: {from}"),
        }
    }
}

/// Returns a text as part of a sentence: without its full stop, and only its beginning where it is long. No code span
/// is cut in two: where the cut would fall into one, it falls before it.
fn short(text: &str) -> String {
    let text = text.trim_end_matches('.');
    let Some((end, _)) = text.char_indices().nth(LONGEST_QUOTE) else {
        return text.to_owned();
    };
    let shown = &text[..end];
    let whole = match shown.rfind('`') {
        Some(opens) if shown.matches('`').count() % 2 == 1 => &shown[..opens],
        Some(_) | None => shown,
    };
    format!("{}...", whole.trim_end_matches([' ', '(']))
}

/// Returns a duty that is no longer owed, with what was so before it went: its standing and what showed it.
pub(crate) fn no_longer(duty: &str) -> String {
    match duty.rsplit_once("): ") {
        Some((duty, standing)) => format!("{duty}); before: {}", standing.replace("owed now", "owed")),
        None => duty.to_owned(),
    }
}

fn or_none(systems: &str) -> &str {
    if systems.is_empty() { "no system" } else { systems }
}

fn duty_words(id: &str) -> String {
    duty(id).map_or_else(
        || id.to_owned(),
        |duty| format!("{} ({})", duty.title, listed(duty.cites)),
    )
}

// The item of a gap is its code, its record and its field.
fn gap_words(item: &str) -> String {
    let mut parts = item.splitn(3, ' ');
    let mut next = || parts.next().unwrap_or_default();
    format!("`{}` (`{}`, `{}`)", next(), next(), next())
}

fn art50_words(item: &str) -> String {
    let (para, bearer) = item.split_once(':').unwrap_or((item, ""));
    let para = Art50Para::ALL.iter().find(|it| it.key() == para);
    let bearer = Bearer::ALL.iter().find(|it| it.key() == bearer);
    match (para, bearer) {
        (Some(para), Some(bearer)) => {
            format!("Article {}, {} ({})", para.key(), para.words(), bearer.words())
        }
        (_, None) | (None, _) => item.to_owned(),
    }
}

fn route_words(item: &str) -> String {
    let point = item.strip_prefix("annex_iii:");
    let point = AnnexPoint::ALL.iter().find(|it| Some(it.key()) == point);
    match (point, item) {
        (Some(point), _) => Citation::AnnexIii(*point).to_string(),
        (None, "annex_i_a") => Citation::AnnexISection(AnnexISection::A).to_string(),
        (None, "annex_i_b") => Citation::AnnexISection(AnnexISection::B).to_string(),
        (None, _) => item.to_owned(),
    }
}

/// Returns what begins on the first day of a class.
fn rules_words(tier: &str) -> &'static str {
    match Tier::ALL.iter().find(|it| it.key() == tier) {
        Some(Tier::HighRiskAnnexIii | Tier::HighRiskAnnexIB | Tier::HighRiskAnnexIA) => "high-risk duties",
        Some(Tier::Transparency) => "transparency duties",
        Some(Tier::AnnexIiiDerogated) => "duties of the derogation",
        Some(Tier::Prohibited) => "prohibitions",
        Some(Tier::OutOfScope | Tier::Minimal) => "duties",
        None => "duties for general-purpose AI models",
    }
}
