//! The model card: how a model learned, how well it does, what to keep in mind. Read from the record as it stands; the
//! public summary of training content counts as a word about training, because it is one.

use crate::documents::bom::answer::{Answer, State};
use crate::inventory::field::{Field, List};
use crate::inventory::model::Model;
use crate::inventory::model_card::{self, LearningApproach};
use crate::inventory::record::Record;

/// The model card of a model.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Card {
    /// What the model does.
    pub task: Answer,
    /// The family of its architecture.
    pub architecture_family: Answer,
    /// How it learned, in words.
    pub learning_approach: Answer,
    /// How it learned, when a record says so.
    pub approach: Option<LearningApproach>,
    /// How it was trained.
    pub training_process: Answer,
    /// Whom it is for.
    pub intended_users: Answer,
    /// What it is for.
    pub use_cases: Answer,
    /// What one result costs in another.
    pub performance_tradeoffs: Answer,
    /// How well it does, a line for each measurement.
    pub performance_metrics: Answer,
    /// How well it withstands attacks, a line for each measurement.
    pub security_metrics: Answer,
    /// The measurements of both kinds.
    pub metrics: Vec<Metric>,
    /// Ethical risks, a line for each.
    pub ethical_considerations: Answer,
    /// The same, each with what is done about it.
    pub risks: Vec<Risk>,
    /// Groups that may be put at a disadvantage, a line for each.
    pub fairness_assessments: Answer,
    /// The same, with gains, harms and what is done.
    pub fairness: Vec<Fairness>,
    /// Energy of the training in kilowatt hours.
    pub training_kwh: Answer,
    /// Carbon dioxide of the training in tonnes.
    pub training_co2eq_t: Answer,
}

/// One measurement.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Metric {
    /// What was measured.
    pub metric: Option<String>,
    /// The result.
    pub value: Option<String>,
    /// On which part of the data.
    pub slice: Option<String>,
    /// The lower bound.
    pub lower_bound: Option<String>,
    /// The upper bound.
    pub upper_bound: Option<String>,
}

/// One ethical risk.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Risk {
    /// The risk.
    pub risk: Option<String>,
    /// What is done about it.
    pub mitigation: Option<String>,
}

/// One group that may be put at a disadvantage.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fairness {
    /// The group.
    pub group_at_risk: Option<String>,
    /// What it gains.
    pub benefits: Option<String>,
    /// What it may suffer.
    pub harms: Option<String>,
    /// What is done about it.
    pub mitigation: Option<String>,
}

/// Returns the card of a model.
pub(crate) fn card(record: &Record<Model>) -> Card {
    let metrics = [&record.performance_metrics, &record.security_metrics];
    let risks: Vec<Risk> = values(&record.ethical_considerations).map(risk).collect();
    let fairness: Vec<Fairness> = values(&record.fairness_assessments).map(fair).collect();
    Card {
        task: Answer::of("task", &record.task),
        architecture_family: Answer::of("architecture_family", &record.architecture_family),
        learning_approach: Answer::of("learning_approach", &record.learning_approach),
        approach: record.learning_approach.stated().copied(),
        training_process: Answer::of("training_process", &record.training_process),
        intended_users: Answer::list("intended_users", &record.intended_users),
        use_cases: Answer::list("use_cases", &record.use_cases),
        performance_tradeoffs: Answer::list("performance_tradeoffs", &record.performance_tradeoffs),
        performance_metrics: measured("performance_metrics", &record.performance_metrics),
        security_metrics: measured("security_metrics", &record.security_metrics),
        metrics: metrics.into_iter().flat_map(values).map(metric).collect(),
        ethical_considerations: Answer::lines(
            "ethical_considerations",
            &record.ethical_considerations,
            risks.iter().map(Risk::line).collect(),
        ),
        risks,
        fairness_assessments: Answer::lines(
            "fairness_assessments",
            &record.fairness_assessments,
            fairness.iter().map(Fairness::line).collect(),
        ),
        fairness,
        training_kwh: Answer::within("energy.training_kwh", &record.energy, |it| {
            Answer::of("energy.training_kwh", &it.training_kwh)
        }),
        training_co2eq_t: Answer::within("energy.training_co2eq_t", &record.energy, |it| {
            Answer::of("energy.training_co2eq_t", &it.training_co2eq_t)
        }),
    }
}

impl Card {
    /// Returns what the record says, in the order of the card.
    pub fn answers(&self) -> [&Answer; 13] {
        [
            &self.task,
            &self.architecture_family,
            &self.learning_approach,
            &self.training_process,
            &self.intended_users,
            &self.use_cases,
            &self.performance_tradeoffs,
            &self.performance_metrics,
            &self.security_metrics,
            &self.ethical_considerations,
            &self.fairness_assessments,
            &self.training_kwh,
            &self.training_co2eq_t,
        ]
    }

    pub(crate) fn answers_mut(&mut self) -> [&mut Answer; 13] {
        [
            &mut self.task,
            &mut self.architecture_family,
            &mut self.learning_approach,
            &mut self.training_process,
            &mut self.intended_users,
            &mut self.use_cases,
            &mut self.performance_tradeoffs,
            &mut self.performance_metrics,
            &mut self.security_metrics,
            &mut self.ethical_considerations,
            &mut self.fairness_assessments,
            &mut self.training_kwh,
            &mut self.training_co2eq_t,
        ]
    }

    /// Returns what the record speaks of, and what the minimum elements ask for, so that silence about that is said.
    pub fn spoken_of(&self) -> Vec<&Answer> {
        let asked_for = [self.training_process.field, self.security_metrics.field];
        let is_spoken_of = |it: &&Answer| it.state != State::Missing || asked_for.contains(&it.field);
        self.answers().into_iter().filter(is_spoken_of).collect()
    }
}

impl Metric {
    fn line(&self) -> String {
        let metric = self.metric.as_deref().unwrap_or("metric not stated");
        let value = self.value.as_deref().unwrap_or("value not stated");
        let slice = self
            .slice
            .as_ref()
            .map(|it| format!(" ({it})"))
            .unwrap_or_default();
        let bounds = match (&self.lower_bound, &self.upper_bound) {
            (Some(lower), Some(upper)) => format!(", between {lower} and {upper}"),
            (Some(lower), None) => format!(", at least {lower}"),
            (None, Some(upper)) => format!(", at most {upper}"),
            (None, None) => String::new(),
        };
        format!("{metric}: {value}{bounds}{slice}")
    }
}

impl Risk {
    fn line(&self) -> String {
        let risk = self.risk.as_deref().unwrap_or("risk not stated");
        // What follows the colon belongs to the same line, whether the risk was written as a sentence or not.
        let risk = risk.trim_end_matches('.');
        match &self.mitigation {
            Some(mitigation) => format!("{risk}: {mitigation}"),
            None => format!("{risk}: nothing stated against it"),
        }
    }
}

impl Fairness {
    fn line(&self) -> String {
        let group = self.group_at_risk.as_deref().unwrap_or("group not stated");
        let harms = self.harms.as_deref().unwrap_or("harms not stated");
        match &self.mitigation {
            Some(mitigation) => format!("{group}: {}; {mitigation}", harms.trim_end_matches('.')),
            None => format!("{group}: {harms}"),
        }
    }
}

/// Returns the first answer that is shown; else the first that says why there is none, or that nobody knows.
pub(crate) fn best_of<'a>(answers: impl IntoIterator<Item = &'a Answer>) -> State {
    let rank = |state: &State| match state {
        State::Shown => 0,
        State::NotApplicable => 1,
        State::Unknown => 2,
        State::Missing => 3,
    };
    let states = answers.into_iter().map(|answer| answer.state);
    states.min_by_key(rank).unwrap_or_default()
}

fn values<T>(field: &Field<List<T>>) -> impl Iterator<Item = &T> {
    field.items().iter().map(|item| &item.value)
}

fn measured(field: &'static str, value: &Field<List<model_card::Metric>>) -> Answer {
    let lines = values(value).map(|one| metric(one).line()).collect();
    Answer::lines(field, value, lines)
}

fn metric(one: &model_card::Metric) -> Metric {
    let said = |field: &Field<String>| field.stated().cloned();
    Metric {
        metric: said(&one.metric),
        value: said(&one.value),
        slice: said(&one.slice),
        lower_bound: said(&one.lower_bound),
        upper_bound: said(&one.upper_bound),
    }
}

fn risk(one: &model_card::EthicalConsideration) -> Risk {
    Risk {
        risk: one.risk.stated().cloned(),
        mitigation: one.mitigation.stated().cloned(),
    }
}

fn fair(one: &model_card::FairnessAssessment) -> Fairness {
    Fairness {
        group_at_risk: one.group_at_risk.stated().cloned(),
        benefits: one.benefits.stated().cloned(),
        harms: one.harms.stated().cloned(),
        mitigation: one.mitigation.stated().cloned(),
    }
}
