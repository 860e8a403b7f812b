//! A gap: something that a document lacks, with the record and field that would supply it.

use crate::inventory::field::{Field, Unknown};
use crate::inventory::id::Id;
use crate::inventory::kind::Kind;
use crate::inventory::record::{Named, Record};
use crate::inventory::statement::NoticeType;
use crate::law::cite::Citation;
use crate::law::duties::{self, Duty};
use crate::law::edition::Edition;
use crate::law::gaps::{Family, GapKind, Ground};
use crate::law::terms::Art50Para;
use crate::obligations::acceptance::Acceptance;
use crate::obligations::level::Level;
use crate::source::Span;
use std::cmp::Ordering;

/// Something that is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// What kind it is: code, sentence, citations, what closes it.
    pub kind: &'static GapKind,
    /// How pressing it is.
    pub level: Level,
    /// The kind of record that would supply it.
    pub on: Kind,
    /// That record, if it exists.
    pub record: Option<Id>,
    /// The name of that record, as people read it; else of its kind.
    pub title: String,
    /// The systems concerned, in the order of their ids.
    pub systems: Vec<Id>,
    /// The field that would supply it.
    pub field: &'static str,
    /// What is missing, as a sentence or two.
    pub says: String,
    /// Where the inventory speaks about it, or where the record stands.
    pub at: Option<Span>,
    /// The role that owns the matter, when one is stated.
    pub owner: Option<String>,
    /// The one duty that is meant, where the kind stands for several.
    pub duty: Option<&'static Duty>,
    /// What the kind rests on in the edition that is asked for.
    pub rests_on: Ground,
    /// That the organisation has accepted it for a time; it is a gap all the same.
    pub accepted: Option<Acceptance>,
    /// What the detail in the sentence is made of.
    pub detail: Detail,
    /// Who is looking for the answer, when somebody is.
    pub asked: Option<Unknown>,
}

/// What the detail in the sentence of a gap is made of, so that documents can say it in another language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Detail {
    /// There is none, or it is said in English alone.
    #[default]
    Plain,
    /// Duties of which it is open whether they are owed.
    Duties(Vec<Art50Para>),
    /// A notice that is owed.
    Notice(NoticeType),
    /// What an editorial exception lacks.
    Editorial(EditorialLack),
}

crate::terms! {
    /// What an editorial exception lacks.
    pub enum EditorialLack {
        Record = "record" => "a record of it",
        Responsible = "responsible" => "a named person who holds editorial responsibility",
        Review = "review" => "a review by a person",
    }
}

impl Gap {
    /// Returns the document to which the gap belongs.
    pub const fn document(&self) -> Family {
        self.kind.family
    }

    /// Returns what this gap rests on: where the law does not bind yet or here, it is asked for by analogy.
    pub const fn ground(&self) -> Ground {
        match (self.rests_on, self.level.is_must()) {
            (Ground::Law | Ground::Unsettled, false) => Ground::Practice,
            (ground, _) => ground,
        }
    }

    /// Returns the provisions that ask for it: of those of its kind, the ones of the duty that is meant.
    pub fn cites(&self) -> Vec<Citation> {
        let meant = |cite: &&Citation| self.duty.is_none_or(|duty| duty.cites.contains(cite));
        let of_duty: Vec<Citation> = self.kind.cites.iter().filter(meant).copied().collect();
        match of_duty.is_empty() {
            true => self.kind.cites.to_vec(),
            false => of_duty,
        }
    }

    /// Says which one duty is meant, and whether it is settled in an edition from which day it is owed.
    pub(crate) fn under(mut self, duty: &str, edition: Edition) -> Self {
        self.duty = duties::duty(duty);
        if let (Ground::Unsettled, Some(duty)) = (self.kind.ground, self.duty) {
            self.rests_on = duty.ground_in(edition);
        }
        if self.is_day_unsettled() {
            self.says.push_str(" From which day it is owed is not settled.");
        }
        self
    }

    /// Returns whether it is not settled from which day the one duty that is meant is owed.
    pub fn is_day_unsettled(&self) -> bool {
        self.duty.is_some() && self.rests_on == Ground::Unsettled
    }

    /// Says what the detail in the sentence is made of.
    pub(crate) fn with(self, detail: Detail) -> Self {
        Self { detail, ..self }
    }

    /// Compares by level, document, record, code, field and sentence.
    pub fn order(&self, other: &Self) -> Ordering {
        (self.level, self.document())
            .cmp(&(other.level, other.document()))
            .then_with(|| self.record.cmp(&other.record))
            .then_with(|| self.kind.code.cmp(other.kind.code))
            .then_with(|| (self.field, &self.says).cmp(&(other.field, &other.says)))
            .then_with(|| self.at.cmp(&other.at))
    }
}

/// The record that a check looks at, and what its gaps say about it.
#[derive(Debug, Clone)]
pub(crate) struct Inquiry<'i> {
    kind: Kind,
    id: Option<&'i Id>,
    title: &'i str,
    span: Option<Span>,
    systems: Vec<&'i Id>,
    owner: Option<&'i str>,
}

impl<'i> Inquiry<'i> {
    /// Looks at a record.
    pub(crate) fn of<T: Named>(kind: Kind, record: &'i Record<T>) -> Self {
        Self {
            kind,
            id: Some(&record.id.value),
            title: record.title(),
            span: Some(record.id.span),
            systems: Vec::new(),
            owner: None,
        }
    }

    /// Looks at a record that does not exist.
    pub(crate) fn absent(kind: Kind) -> Self {
        Self {
            kind,
            id: None,
            title: kind.words(),
            span: None,
            systems: Vec::new(),
            owner: None,
        }
    }

    /// Names the systems concerned and who owns the matter.
    pub(crate) fn about(self, systems: Vec<&'i Id>, owner: Option<&'i str>) -> Self {
        Self {
            systems,
            owner,
            ..self
        }
    }

    /// Returns a gap at a field.
    pub(crate) fn gap(
        &self,
        kind: &'static GapKind,
        level: Level,
        field: &'static str,
        detail: &str,
        at: Option<Span>,
    ) -> Gap {
        Gap {
            kind,
            level,
            on: self.kind,
            record: self.id.cloned(),
            title: self.title.to_owned(),
            systems: self.systems.iter().map(|id| (*id).clone()).collect(),
            field,
            says: kind.sentence(detail),
            at: at.or(self.span),
            owner: self.owner.map(str::to_owned),
            duty: None,
            rests_on: kind.ground,
            accepted: None,
            detail: Detail::Plain,
            asked: None,
        }
    }

    /// Returns a gap when the field is open: absent, or unknown.
    pub(crate) fn ask<T>(
        &self,
        kind: &'static GapKind,
        level: Level,
        field: &'static str,
        value: &Field<T>,
    ) -> Option<Gap> {
        self.ask_for(kind, level, field, value, "")
    }

    /// Returns a gap with a detail when the field is open.
    pub(crate) fn ask_for<T>(
        &self,
        kind: &'static GapKind,
        level: Level,
        field: &'static str,
        value: &Field<T>,
        detail: &str,
    ) -> Option<Gap> {
        match value {
            Field::Stated(_) => None,
            Field::NotApplicable(_) | Field::Unknown(_) | Field::Absent => {
                self.lack(kind, level, field, value, detail)
            }
        }
    }

    /// Returns a gap when what the field says is not enough; that it does not apply always is.
    pub(crate) fn lack<T>(
        &self,
        kind: &'static GapKind,
        level: Level,
        field: &'static str,
        value: &Field<T>,
        detail: &str,
    ) -> Option<Gap> {
        match value {
            Field::NotApplicable(_) => None,
            Field::Stated(_) | Field::Absent => Some(self.gap(kind, level, field, detail, value.span())),
            Field::Unknown(said) => {
                let mut gap = self.gap(kind, level.while_asked(), field, detail, Some(said.span));
                gap.says.push_str(&asked(&said.value));
                gap.asked = Some(said.value.clone());
                Some(gap)
            }
        }
    }
}

/// Says who is looking for the answer.
fn asked(unknown: &Unknown) -> String {
    let whom = unknown.asked.as_deref().unwrap_or("nobody named");
    match unknown.asked_on {
        Some(day) => format!(" The answer is unknown; asked: {whom}, on {}.", day.in_words()),
        None => format!(" The answer is unknown; asked: {whom}."),
    }
}
