//! One difference, as a value: what kind it is, what it is about, what each side says, and what it comes from.

use crate::calendar::Date;
use crate::compare::cause::Cause;
use crate::inventory::id::Id;
use std::cmp::Ordering;

crate::terms! {
    /// What kind a difference is: a file that was altered, a conclusion, the rules and the day, or a record.
    pub enum Kind {
        Integrity = "integrity_change" => "integrity change",
        Risk = "risk_change" => "risk change",
        Rule = "rule_change" => "rule change",
        Input = "input_change" => "input change",
    }
}

crate::terms! {
    /// What differs. The order is that of telling.
    pub enum Topic {
        Edition = "edition" => "edition of the Act",
        AsOf = "as_of" => "as-of date",
        RuleTable = "rule_table" => "rule table of the program",
        Prohibitions = "prohibitions" => "prohibitions that apply",
        Class = "class" => "class",
        Exclusion = "reason" => "reason outside the scope",
        Route = "high_risk_route" => "high-risk route",
        Derogation = "derogation" => "condition of the derogation",
        Prohibited = "prohibited_point" => "prohibited point",
        Art50 = "art50" => "transparency duty of the class",
        FirstDay = "applies_from" => "first day",
        Status = "status_on_as_of" => "status on the as-of date",
        Deadline = "deadline" => "deadline of a transitional rule",
        Transition = "grandfathered" => "transitional rule",
        Duty = "duty" => "duty",
        DutyDay = "duty_from" => "first day of a duty",
        DutyStanding = "duty_standing" => "standing of a duty",
        DutyRole = "duty_role" => "role in a duty",
        DutyShown = "duty_shown" => "what shows a duty",
        Gap = "gap" => "gap",
        GapLevel = "gap_level" => "level of a gap",
        GapSays = "gap_says" => "words of a gap",
        GapSystems = "gap_systems" => "systems of a gap",
        Question = "open_question" => "open question",
        Record = "record" => "record",
        Field = "field" => "field",
        Printed = "printed" => "what documents print of a field",
        Output = "output" => "document",
        NamedFile = "named_file" => "file that records name",
    }
}

impl Topic {
    /// Returns the topic of the duty or gap as a whole, of which this one is a part.
    pub const fn owner(self) -> Option<Self> {
        match self {
            Self::DutyDay | Self::DutyStanding | Self::DutyRole | Self::DutyShown => Some(Self::Duty),
            Self::GapLevel | Self::GapSays | Self::GapSystems => Some(Self::Gap),
            Self::Edition
            | Self::AsOf
            | Self::RuleTable
            | Self::Prohibitions
            | Self::Class
            | Self::Exclusion
            | Self::Route
            | Self::Derogation
            | Self::Prohibited
            | Self::Art50
            | Self::FirstDay
            | Self::Status
            | Self::Deadline
            | Self::Transition
            | Self::Duty
            | Self::Gap
            | Self::Question
            | Self::Record
            | Self::Field
            | Self::Printed
            | Self::Output
            | Self::NamedFile => None,
        }
    }
}

/// What a difference is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// The files: documents that were made, and evidence that records name.
    Files,
    /// The rules and the day under which everything was concluded.
    Law,
    /// The organisation as a whole.
    Organisation,
    /// A system.
    System(Id),
    /// A model.
    Model(Id),
    /// A record of the inventory, by its id.
    Record(Id),
}

/// What one side says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// For machines; sides that say the same have the same key.
    pub key: String,
    /// For people.
    pub words: String,
    /// Where the inventory says it, as `file:line:column`.
    pub at: Option<String>,
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What kind it is.
    pub kind: Kind,
    /// What it is about.
    pub about: About,
    /// What differs.
    pub topic: Topic,
    /// Which of several: a route, the name of a duty, the code of a gap with its record and field, a field.
    pub item: String,
    /// What the first side says, if it says anything.
    pub before: Option<Said>,
    /// What the second side says, if it says anything.
    pub after: Option<Said>,
    /// What a reader wants to hear beside it, such as what a gap lacks; may be empty.
    pub detail: String,
    /// What it comes from, as far as that can be told.
    pub because: Vec<Cause>,
}

impl About {
    /// Returns the id that people and machines know it by.
    pub fn name(&self) -> &str {
        match self {
            Self::Files => "files",
            Self::Law => "law",
            Self::Organisation => "organisation",
            Self::System(id) | Self::Model(id) | Self::Record(id) => id.as_str(),
        }
    }

    /// Returns what kind of thing it is.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Files => "files",
            Self::Law => "law",
            Self::Organisation => "organisation",
            Self::System(_) => "system",
            Self::Model(_) => "model",
            Self::Record(_) => "record",
        }
    }
}

impl Said {
    /// Returns something said without a place.
    pub fn new(key: impl Into<String>, words: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            words: words.into(),
            at: None,
        }
    }

    /// Returns a day.
    pub fn day(day: Date) -> Self {
        Self::new(day.to_string(), day.in_words())
    }

    /// Adds the place.
    pub fn at(self, at: Option<String>) -> Self {
        Self { at, ..self }
    }
}

impl Change {
    /// Returns a difference of which it is not known yet what it comes from.
    pub fn new(
        kind: Kind,
        about: About,
        topic: Topic,
        item: impl Into<String>,
        before: Option<Said>,
        after: Option<Said>,
    ) -> Self {
        Self {
            kind,
            about,
            topic,
            item: item.into(),
            before,
            after,
            detail: String::new(),
            because: Vec::new(),
        }
    }

    /// Returns whether the sides say different things.
    pub fn is_one(&self) -> bool {
        key(self.before.as_ref()) != key(self.after.as_ref())
    }

    /// Returns whether both sides say something.
    pub fn is_on_both_sides(&self) -> bool {
        self.before.is_some() && self.after.is_some()
    }

    /// Compares by kind, subject, topic, item and what the sides say.
    pub fn order(&self, other: &Self) -> Ordering {
        let place = |it: &Self| (it.kind, it.about.clone(), it.topic, it.item.clone());
        let sides = |it: &Self| {
            let (before, after) = (key(it.before.as_ref()), key(it.after.as_ref()));
            (before.map(str::to_owned), after.map(str::to_owned))
        };
        place(self)
            .cmp(&place(other))
            .then_with(|| sides(self).cmp(&sides(other)))
    }
}

fn key(said: Option<&Said>) -> Option<&str> {
    said.map(|said| said.key.as_str())
}
