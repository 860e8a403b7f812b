//! Where a record stands: its tree, its answers and its class. An answer is put into the tree and the record read again
//! from there, so that what the questionnaire believes is what a build would find.

use crate::ask::again::answered;
use crate::ask::vocabulary::POINTS;
use crate::calendar::Date;
use crate::classify::contradictions::WORKERS;
use crate::classify::facts::{Answers, Verdict};
use crate::classify::system::{SystemClass, class_of};
use crate::diag::{Diagnostics, Severity};
use crate::inventory::kind::{AnyRecord, record};
use crate::inventory::notes::{in_a_note, standing};
use crate::law::edition::Edition;
use crate::law::fact::Fact;
use crate::yaml::edit::{Change, changed};
use crate::yaml::node::Node;

/// For which day and by which text of the Act a system is classified.
#[derive(Debug, Clone, Copy)]
pub struct Under {
    /// The text of the Act.
    pub edition: Edition,
    /// The day.
    pub as_of: Date,
}

/// A record with what it comes to.
#[derive(Debug, Clone)]
pub(crate) struct Standing {
    node: Node,
    pub(crate) answers: Answers,
    pub(crate) class: SystemClass,
}

impl Standing {
    /// Returns where the record of a system stands, or what keeps it from being used.
    pub(crate) fn of(node: Node, under: Under) -> Result<Self, String> {
        let answers = answers_of(&node, under)?;
        Ok(Self {
            node,
            class: class_of(&answers, under.edition, under.as_of),
            answers,
        })
    }

    /// Returns where the record stands after a change.
    pub(crate) fn after(&self, change: &Change, under: Under) -> Result<Self, String> {
        Self::of(self.changed(change)?, under)
    }

    /// Returns the answers after a change; finding the class takes far longer.
    pub(crate) fn answers_after(&self, change: &Change, under: Under) -> Result<Answers, String> {
        answers_of(&self.changed(change)?, under)
    }

    /// Returns the answer that stands at a field, as a note repeats it.
    pub(crate) fn answer_at(&self, field: &str) -> Option<String> {
        in_a_note(standing(&self.node, field)?)
    }

    /// Returns whether the record says that workers are evaluated, and nothing that would explain a list of points without
    /// the one for workers.
    pub(crate) fn must_name_workers(&self) -> bool {
        let explains = |field: &str| standing(&self.node, field).is_some();
        self.answer_at(WORKERS).as_deref() == Some("true")
            && !explains("facts.annex_iii.exceptions")
            && !explains("facts.annex_iii.near_points")
    }

    /// Returns the fields that answer a question.
    pub(crate) fn answered(&self) -> Vec<String> {
        answered(&self.node)
    }

    fn changed(&self, change: &Change) -> Result<Node, String> {
        changed(&self.node, change).ok_or_else(|| "the record says something else there".to_owned())
    }

    /// Returns the points of Annex III with a verdict.
    pub(crate) fn points(&self, verdict: Verdict) -> impl Iterator<Item = Fact> {
        let points = Fact::ALL.iter().filter(|fact| fact.row().path == POINTS);
        points
            .copied()
            .filter(move |fact| self.answers.of(*fact).verdict == verdict)
    }
}

fn answers_of(node: &Node, under: Under) -> Result<Answers, String> {
    let mut findings = Diagnostics::default();
    let Some(AnyRecord::AiSystem(system)) = record(node, &mut findings) else {
        return Err("the record is not that of an AI system".to_owned());
    };
    let answers = Answers::of_system(&system, under.edition, &mut findings);
    let mut errors = findings.sorted().into_iter();
    match errors.find(|finding| finding.severity() == Severity::Error) {
        Some(error) => Err(error.message.clone()),
        None => Ok(answers),
    }
}
