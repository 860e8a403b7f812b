//! The grammar of rules: a rule is constant data with its place in the law, a paraphrase, a condition over facts, its
//! exceptions, its consequence, and the span of days in which this text is law. Says nothing about any system.

use crate::calendar::Date;
use crate::law::cite::Citation;
use crate::law::edition::Edition;
use crate::law::fact::Fact;
use crate::law::terms::{
    AnnexPoint, Art50Para, Art50Status, Bearer, Exclusion, FilterCondition, GpaiAxis, ProhibitedPoint,
    RoleChange,
};
use std::fmt;

/// A condition over facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cond {
    /// The answer to the fact is yes.
    Is(Fact),
    /// The condition does not hold.
    Not(&'static Cond),
    /// All hold.
    All(&'static [Cond]),
    /// At least one holds.
    Any(&'static [Cond]),
}

/// A way by which a system becomes high-risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Route {
    /// Article 6(1) with Annex I Section A.
    AnnexIA,
    /// Article 6(1) with Annex I Section B.
    AnnexIB,
    /// Article 6(2) with a point of Annex III.
    AnnexIii(AnnexPoint),
}

/// What follows when a rule holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// The system lies outside the scope.
    Excluded(Exclusion),
    /// The practice is prohibited.
    Prohibited(ProhibitedPoint),
    /// The system is high-risk, or (Annex III) so unless a derogation holds.
    HighRisk(Route),
    /// An Annex III system is not high-risk.
    Derogated(FilterCondition),
    /// A role changes, if the system is high-risk.
    ChangesRole(RoleChange),
    /// A duty of Article 50 exists.
    Duty(Art50Para, Bearer),
    /// A model is of this kind.
    Model(GpaiAxis),
}

/// What an exception does to its rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relief {
    /// The rule does not hold.
    Lifts,
    /// The duty of Article 50 has this status.
    Status(Art50Status),
}

/// What a rule or exception rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// The text of the law.
    Law,
    /// A recital of the Act, which explains its text.
    Recital,
    /// A final guideline of the Commission.
    Guidance,
    /// A draft guideline of the Commission.
    DraftGuidance,
    /// One secondary source.
    OneSource,
    /// No settled reading.
    Unsettled,
}

/// Whether applying a rule reads a letter or takes a judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reading {
    /// The facts decide.
    Letter,
    /// A person has to weigh.
    Judgement,
}

/// An exception to a rule.
#[derive(Debug, Clone, Copy)]
pub struct Exception {
    /// The name, such as `art-50-1-obvious`.
    pub id: &'static str,
    /// Where it stands.
    pub cites: &'static [Citation],
    /// What it says, in our words.
    pub paraphrase: &'static str,
    /// When it holds.
    pub when: Cond,
    /// What it does.
    pub gives: Relief,
    /// First day on which this text is law.
    pub since: Date,
    /// First day on which it no longer is.
    pub until: Option<Date>,
    /// What it rests on.
    pub basis: Basis,
    /// What is printed as doubtful whenever it holds; may be empty.
    pub doubt: &'static str,
}

/// One rule of the Act.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// The name, such as `annex-iii-4-a`.
    pub id: &'static str,
    /// Where it stands; the first is the place itself.
    pub cites: &'static [Citation],
    /// What it says, in our words.
    pub paraphrase: &'static str,
    /// What its text or the guidelines leave outside; may be empty.
    pub limits: &'static str,
    /// When it holds.
    pub when: Cond,
    /// Its exceptions, the strongest first.
    pub unless: &'static [Exception],
    /// What follows.
    pub then: Then,
    /// First day on which this text is law.
    pub since: Date,
    /// First day on which it no longer is.
    pub until: Option<Date>,
    /// What it rests on.
    pub basis: Basis,
    /// Whether a person has to weigh.
    pub reading: Reading,
    /// What is printed as doubtful whenever it holds; may be empty.
    pub doubt: &'static str,
}

/// The day on which the text as published became law.
pub const PUBLISHED: Date = Edition::Oj2024.in_force_from();
/// The day on which the amendments became law.
pub const AMENDED: Date = Edition::Omnibus2026.in_force_from();

impl Rule {
    /// A rule of the text as published that still stands; for struct update in the tables.
    pub(crate) const BASE: Self = Self {
        id: "",
        cites: &[],
        paraphrase: "",
        limits: "",
        when: Cond::All(&[]),
        unless: &[],
        then: Then::Model(GpaiAxis::NotGpai),
        since: PUBLISHED,
        until: None,
        basis: Basis::Law,
        reading: Reading::Letter,
        doubt: "",
    };

    /// Adds every fact that the rule or one of its exceptions asks for to a list, each once.
    pub fn facts(&self, into: &mut Vec<Fact>) {
        self.when.facts(into);
        self.unless
            .iter()
            .for_each(|exception| exception.when.facts(into));
    }

    /// Returns whether the rule belongs to an edition.
    pub fn is_law_in(&self, edition: Edition) -> bool {
        edition.has(self.since, self.until)
    }

    /// Returns the exceptions that belong to an edition, the strongest first.
    pub fn exceptions(&self, edition: Edition) -> impl Iterator<Item = &'static Exception> {
        self.unless
            .iter()
            .filter(move |exception| edition.has(exception.since, exception.until))
    }
}

impl Exception {
    /// An exception of the text as published that lifts its rule; for struct update in the tables.
    pub(crate) const BASE: Self = Self {
        id: "",
        cites: &[],
        paraphrase: "",
        when: Cond::All(&[]),
        gives: Relief::Lifts,
        since: PUBLISHED,
        until: None,
        basis: Basis::Law,
        doubt: "",
    };

    /// Returns whether it leaves nothing of its rule.
    pub const fn lifts(&self) -> bool {
        match self.gives {
            Relief::Lifts => true,
            Relief::Status(_) => false,
        }
    }
}

impl Cond {
    /// Adds every fact of the condition to a list, in reading order, each once.
    pub fn facts(&self, into: &mut Vec<Fact>) {
        match self {
            Self::Is(fact) if into.contains(fact) => {}
            Self::Is(fact) => into.push(*fact),
            Self::Not(inner) => inner.facts(into),
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.facts(into)),
        }
    }

    /// Returns the answer to a fact by which the condition can come to hold: `true` for yes, `false` for no where the law
    /// says "not". Nothing when the condition does not ask for the fact. Where a rule on models asks for a fact in two
    /// places, the first decides; in the rules on systems no fact stands with both signs.
    pub fn needs(&self, wanted: Fact) -> Option<bool> {
        match self {
            Self::Is(fact) => (*fact == wanted).then_some(true),
            Self::Not(inner) => inner.needs(wanted).map(|answer| !answer),
            Self::All(parts) | Self::Any(parts) => parts.iter().find_map(|part| part.needs(wanted)),
        }
    }

    /// Returns whether the condition asks for a fact.
    pub fn asks_for(&self, wanted: Fact) -> bool {
        self.needs(wanted).is_some()
    }
}

impl Then {
    /// Returns the change of role that follows, if one does.
    pub const fn role_change(self) -> Option<RoleChange> {
        if let Self::ChangesRole(change) = self {
            Some(change)
        } else {
            None
        }
    }

    /// Returns the duty of Article 50 that follows, if one does.
    pub const fn duty(self) -> Option<(Art50Para, Bearer)> {
        if let Self::Duty(para, bearer) = self {
            Some((para, bearer))
        } else {
            None
        }
    }
}

impl Basis {
    /// Returns the words that documents print.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Recital => "recital of the Act",
            Self::Guidance => "Commission guideline",
            Self::DraftGuidance => "draft Commission guideline",
            Self::OneSource => "one secondary source",
            Self::Unsettled => "unsettled",
        }
    }
}

impl Reading {
    /// Returns the word that documents print.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::Judgement => "judgement",
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AnnexIA => f.write_str("annex_i_a"),
            Self::AnnexIB => f.write_str("annex_i_b"),
            Self::AnnexIii(point) => write!(f, "annex_iii:{}", point.key()),
        }
    }
}

impl serde::Serialize for Route {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for Cond {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |f: &mut fmt::Formatter<'_>, parts: &[Self], word: &str| {
            f.write_str("(")?;
            for (at, part) in parts.iter().enumerate() {
                let joint = if at == 0 { "" } else { word };
                write!(f, "{joint}{part}")?;
            }
            f.write_str(")")
        };
        match self {
            Self::Is(fact) => f.write_str(&fact.key()),
            Self::Not(inner) => write!(f, "not {inner}"),
            Self::All(parts) => list(f, parts, " and "),
            Self::Any(parts) => list(f, parts, " or "),
        }
    }
}

impl fmt::Display for Then {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Excluded(exclusion) => write!(f, "out_of_scope:{}", exclusion.key()),
            Self::Prohibited(point) => write!(f, "prohibited:{}", point.key()),
            Self::HighRisk(route) => write!(f, "high_risk:{route}"),
            Self::Derogated(condition) => write!(f, "annex_iii_derogated:{}", condition.key()),
            Self::ChangesRole(change) => write!(f, "role:{}", change.key()),
            Self::Duty(para, bearer) => write!(f, "{}:{}", para.key(), bearer.key()),
            Self::Model(axis) => f.write_str(axis.key()),
        }
    }
}
