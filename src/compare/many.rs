//! Differences of one subject that say the same of several duties, gaps or questions, told together.

use crate::compare::change::{Change, Said, Topic};
use crate::compare::words::no_longer;

/// Differences that are told as one.
#[derive(Debug, Clone)]
pub struct Told<'c> {
    /// The differences, at least one.
    pub changes: Vec<&'c Change>,
}

/// Returns differences, which come in sorted, with those that say the same joined.
pub fn told<'c>(changes: impl IntoIterator<Item = &'c Change>) -> Vec<Told<'c>> {
    let mut all: Vec<Told<'c>> = Vec::new();
    for change in changes {
        // Sorting has put differences of one subject and topic beside each other, so the search ends where these do.
        let near = all.iter_mut().rev();
        let mut near = near.take_while(|told| told.is_beside(change));
        match near.find(|told| told.says_the_same(change)) {
            Some(told) => told.changes.push(change),
            None => all.push(Told {
                changes: vec![change],
            }),
        }
    }
    all
}

impl<'c> Told<'c> {
    /// Returns the first of the differences, which stands for all in subject, kind and causes.
    pub fn first(&self) -> &'c Change {
        self.changes[0]
    }

    /// Returns what differs, as one sentence.
    pub fn says(&self) -> String {
        let change = self.first();
        match (self.changes.len(), &change.before, &change.after) {
            (1, ..) => change.says(),
            (n, Some(before), Some(after)) => moves(change.topic, n, before, after),
            (n, None, Some(_)) => comes(change.topic, n),
            (n, _, None) => goes(change.topic, n),
        }
    }

    /// Returns each of several, in words; of a single one, what is to be heard beside it.
    pub fn lines(&self) -> Vec<String> {
        match self.changes.as_slice() {
            [only] if only.topic == Topic::GapLevel => vec![only.detail.clone()],
            [_] => Vec::new(),
            several => several.iter().map(|change| line(change)).collect(),
        }
    }

    fn is_beside(&self, other: &Change) -> bool {
        self.first().topic == other.topic && self.first().about == other.about
    }

    fn says_the_same(&self, other: &Change) -> bool {
        let one = self.first();
        let key = |said: &Option<Said>| said.as_ref().map(|said| said.key.clone());
        is_told_together(one.topic)
            && one.because == other.because
            && key(&one.before) == key(&other.before)
            && key(&one.after) == key(&other.after)
    }
}

const fn is_told_together(topic: Topic) -> bool {
    match topic {
        Topic::Duty
        | Topic::DutyDay
        | Topic::DutyStanding
        | Topic::DutyRole
        | Topic::DutyShown
        | Topic::Gap
        | Topic::GapLevel
        | Topic::Question => true,
        Topic::Edition
        | Topic::AsOf
        | Topic::RuleTable
        | Topic::Prohibitions
        | Topic::Class
        | Topic::Exclusion
        | Topic::Route
        | Topic::Derogation
        | Topic::Prohibited
        | Topic::Art50
        | Topic::FirstDay
        | Topic::Status
        | Topic::Deadline
        | Topic::Transition
        | Topic::GapSays
        | Topic::GapSystems
        | Topic::Record
        | Topic::Field
        | Topic::Printed
        | Topic::Output
        | Topic::NamedFile => false,
    }
}

const NOUNS: &[(Topic, &str)] = &[
    (Topic::Duty, "duties"),
    (Topic::Gap, "gaps"),
    (Topic::Question, "questions"),
];

fn noun(topic: Topic) -> &'static str {
    let owner = topic.owner().unwrap_or(topic);
    let known = NOUNS.iter().find(|(topic, _)| *topic == owner);
    known.map_or("conclusions", |(_, noun)| noun)
}

fn moves(topic: Topic, n: usize, before: &Said, after: &Said) -> String {
    let (noun, from, to) = (noun(topic), &before.words, &after.words);
    if topic == Topic::DutyDay {
        return format!("{n} {noun} begin on {to} instead of {from}");
    }
    if topic == Topic::DutyRole {
        return format!("{n} {noun} are owed as {to} instead of {from}");
    }
    format!("{n} {noun} are {to} (instead of: {from})")
}

fn comes(topic: Topic, n: usize) -> String {
    match noun(topic) {
        "duties" => format!("{n} duties are owed"),
        "gaps" => format!("{n} gaps open"),
        noun => format!("{n} {noun} are open"),
    }
}

fn goes(topic: Topic, n: usize) -> String {
    match noun(topic) {
        "duties" => format!("{n} duties are no longer owed"),
        "gaps" => format!("{n} gaps close"),
        noun => format!("{n} {noun} are no longer open"),
    }
}

fn line(change: &Change) -> String {
    if let (Topic::Duty, Some(before), None) = (change.topic, &change.before, &change.after) {
        return no_longer(&before.words);
    }
    let said = change.after.as_ref().or(change.before.as_ref());
    let words = said.map_or("", |said| said.words.as_str());
    if change.topic == Topic::GapLevel {
        return format!("{}: {}", change.what(), change.detail);
    }
    if change.topic == Topic::Gap {
        return format!("{}, {words}", change.what());
    }
    match change.topic == Topic::Duty || change.topic == Topic::Question {
        true => words.to_owned(),
        false => change.what(),
    }
}
