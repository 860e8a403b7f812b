//! A question as it is put to a person: its topic, the field that its answer is written to, its words, and how it is
//! answered. Points of Annex III are asked for area by area, since their list is complete once it is given.

use crate::ask::vocabulary::{
    BUILT, Choice, Form, POINTS, built_facts, form, form_of_tripwire, roles, term_of,
};
use crate::classify::plain::MEANINGS;
use crate::inventory::tripwires::Tripwires;
use crate::law::fact::Fact;
use crate::law::terms::AnnexArea;

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Our roles.
    Roles,
    /// A tripwire, by its field, such as `tripwires.safety_component`.
    Tripwire(&'static str),
    /// A field of the facts, by its path, such as `annex_iii.profiling`.
    Field(&'static str),
    /// The points of one area of Annex III.
    Area(AnnexArea),
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What it is about.
    pub topic: Topic,
    /// The facts that are open and that it asks for.
    pub facts: Vec<Fact>,
    /// How it is answered.
    pub form: Form,
}

impl Question {
    /// Returns the question that asks for an open fact, other than a point of Annex III.
    pub(crate) fn about(fact: Fact) -> Self {
        let path = fact.row().path;
        let facts = Fact::ALL.iter().filter(|other| other.row().path == path);
        let (topic, form) = match path {
            "our_roles" => (Topic::Roles, roles()),
            path => (Topic::Field(path), form(path)),
        };
        let facts = match topic {
            Topic::Roles => vec![fact],
            Topic::Field(_) | Topic::Tripwire(_) | Topic::Area(_) => facts.copied().collect(),
        };
        Self { topic, facts, form }
    }

    /// Returns the question that is a tripwire and could settle these facts.
    pub(crate) fn tripwire(field: &'static str, facts: Vec<Fact>) -> Self {
        let facts = match field {
            BUILT => built_facts().iter().map(|(fact, _)| *fact).collect(),
            _ => facts,
        };
        Self {
            topic: Topic::Tripwire(field),
            facts,
            form: form_of_tripwire(field),
        }
    }

    /// Returns the question for these points of one area.
    pub(crate) fn area(area: AnnexArea, points: Vec<Fact>) -> Self {
        let choice = |fact: &Fact| {
            term_of(*fact).map(|key| Choice {
                key,
                words: fact.question(),
            })
        };
        Self {
            topic: Topic::Area(area),
            form: Form::Several(points.iter().filter_map(choice).collect()),
            facts: points,
        }
    }

    /// Returns where the answer stands among those of a record: roles, tripwires, then the order of the law.
    pub(crate) fn rank(&self) -> (usize, usize) {
        let of_fact = self.facts.first().map_or(0, |fact| *fact as usize);
        match self.topic {
            Topic::Roles => (0, 0),
            Topic::Tripwire(field) => (1, tripwire(field).map_or(0, |(at, _)| at)),
            Topic::Field(_) | Topic::Area(_) => (2, of_fact),
        }
    }

    /// Returns the point of an area of which no other point is open; it is asked for with yes or no.
    pub(crate) fn only_point(&self) -> Option<Choice> {
        match (self.topic, self.form.choices()) {
            (Topic::Area(_), [point]) => Some(*point),
            (Topic::Area(_) | Topic::Roles | Topic::Tripwire(_) | Topic::Field(_), _) => None,
        }
    }

    /// Returns the field of the record that the answer is written to.
    pub fn field(&self) -> String {
        match self.topic {
            Topic::Roles => "our_roles".to_owned(),
            Topic::Tripwire(field) => field.to_owned(),
            Topic::Field(path) => format!("facts.{path}"),
            Topic::Area(_) => format!("facts.{POINTS}"),
        }
    }

    /// Returns the question in plain words.
    pub fn words(&self) -> String {
        match self.topic {
            Topic::Roles => "What is the organisation with regard to the system?".to_owned(),
            Topic::Tripwire(field) => tripwire_question(field).to_owned(),
            Topic::Field(_) => self
                .facts
                .first()
                .map_or("", |fact| fact.choice().unwrap_or(fact.question()))
                .to_owned(),
            Topic::Area(area) => match self.only_point() {
                Some(point) => point.words.to_owned(),
                None => format!("Which of these uses are meant, if any? ({})", area.words()),
            },
        }
    }
}

/// Returns the plain question of a tripwire, by its field.
pub fn tripwire_question(field: &str) -> &'static str {
    tripwire(field).map_or("", |(_, question)| question)
}

/// Returns every tripwire, in the order of the record.
pub(crate) fn tripwires() -> impl Iterator<Item = &'static str> {
    let mut all: Vec<&'static str> = MEANINGS
        .iter()
        .map(|meaning| meaning.field)
        .chain([BUILT])
        .collect();
    all.sort_by_key(|field| tripwire(field).map(|(at, _)| at));
    all.dedup();
    all.into_iter()
}

fn tripwire(field: &str) -> Option<(usize, &'static str)> {
    let name = field.strip_prefix("tripwires.")?;
    let mut known = Tripwires::QUESTIONS.iter().enumerate();
    known
        .find(|(_, (known, _))| *known == name)
        .map(|(at, (_, question))| (at, *question))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::vocabulary::point_of;
    use crate::law::terms::AnnexPoint;

    #[test]
    fn every_tripwire_has_a_question_and_every_point_one_area() {
        assert_eq!(tripwires().count(), Tripwires::QUESTIONS.len());
        for field in tripwires() {
            assert!(tripwire_question(field).ends_with('?'), "{field}");
        }
        let points = Fact::ALL.iter().filter(|fact| fact.row().path == POINTS);
        let areas: Vec<AnnexArea> = points.filter_map(|fact| Some(point_of(*fact)?.area())).collect();
        assert_eq!(areas.len(), AnnexPoint::ALL.len());
        for area in AnnexArea::ALL {
            assert!(areas.contains(area), "{area:?}");
        }
    }

    #[test]
    fn a_question_says_where_its_answer_is_written() {
        assert_eq!(
            Question::about(Fact::Profiling).field(),
            "facts.annex_iii.profiling"
        );
        assert_eq!(Question::about(Fact::OnlyDeployer).field(), "our_roles");
        assert_eq!(
            Question::area(AnnexArea::Employment, vec![Fact::Point4a]).field(),
            "facts.annex_iii.points"
        );
        let tripwire = Question::tripwire("tripwires.generates_media", vec![]);
        assert_eq!(tripwire.field(), "tripwires.generates_media");
        assert!(tripwire.words().contains("images"));
    }
}
