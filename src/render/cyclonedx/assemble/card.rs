//! The model card in CycloneDX terms. What a record does not say is left out of the card; that it is unknown or does not
//! apply stands beside it as a property.

use crate::documents::bom::answer::Answer;
use crate::documents::bom::card::{Card, Fairness, Metric, Risk};
use crate::documents::bom::{Model, Neighbour};
use crate::inventory::model_card::LearningApproach;
use crate::render::cyclonedx::assemble::wording::silence;
use crate::render::cyclonedx::wire::model::{
    self, Approach, Co2, ConfidenceInterval, Considerations, DatasetRef, Energy, EnergyConsumption,
    EnvironmentalConsiderations, FairnessAssessment, Modality, ModelCard, ModelParameters, PerformanceMetric,
    QuantitativeAnalysis,
};
use crate::render::cyclonedx::wire::words::{EnergyActivity, Learning};
use crate::render::cyclonedx::wire::{Amount, Property};

/// Returns the card of a model.
pub(crate) fn model_card(model: &Model) -> ModelCard {
    let considerations = considerations(model);
    let metrics: Vec<PerformanceMetric> = model.card.metrics.iter().map(metric).collect();
    ModelCard {
        model_parameters: Some(parameters(model)),
        quantitative_analysis: (!metrics.is_empty()).then_some(QuantitativeAnalysis {
            performance_metrics: metrics,
            graphics: None,
        }),
        considerations: (considerations != Considerations::default()).then_some(considerations),
        ..ModelCard::default()
    }
}

/// Returns in which way the card is silent: wherever a record says so, and where a minimum element asks.
pub(crate) fn silences(card: &Card) -> Vec<Property> {
    card.spoken_of().into_iter().filter_map(silence).collect()
}

fn parameters(model: &Model) -> ModelParameters {
    let modalities = |answer: &Answer| {
        let formats = answer.items.iter().cloned();
        formats.map(|format| Modality { format: Some(format) }).collect()
    };
    let dataset = |one: &Neighbour| {
        model::Dataset::Ref(DatasetRef {
            bom_ref: one.bom_ref.clone(),
        })
    };
    let said = |answer: &Answer| answer.value().map(str::to_owned);
    ModelParameters {
        approach: model.card.approach.map(|it| Approach {
            kind: Some(learning(it)),
        }),
        task: said(&model.card.task),
        architecture_family: said(&model.card.architecture_family),
        model_architecture: said(&model.architecture),
        datasets: model.datasets.iter().map(dataset).collect(),
        inputs: modalities(&model.inputs),
        outputs: modalities(&model.outputs),
    }
}

const fn learning(approach: LearningApproach) -> Learning {
    match approach {
        LearningApproach::Supervised => Learning::Supervised,
        LearningApproach::Unsupervised => Learning::Unsupervised,
        LearningApproach::Reinforcement => Learning::Reinforcement,
        LearningApproach::SemiSupervised => Learning::SemiSupervised,
        LearningApproach::SelfSupervised => Learning::SelfSupervised,
    }
}

fn metric(metric: &Metric) -> PerformanceMetric {
    let interval = ConfidenceInterval {
        lower_bound: metric.lower_bound.clone(),
        upper_bound: metric.upper_bound.clone(),
    };
    PerformanceMetric {
        kind: metric.metric.clone(),
        value: metric.value.clone(),
        slice: metric.slice.clone(),
        confidence_interval: (interval != ConfidenceInterval::default()).then_some(interval),
    }
}

fn considerations(model: &Model) -> Considerations {
    let card = &model.card;
    Considerations {
        users: card.intended_users.items.clone(),
        use_cases: card.use_cases.items.clone(),
        technical_limitations: model.limitations.items.clone(),
        performance_tradeoffs: card.performance_tradeoffs.items.clone(),
        ethical_considerations: card.risks.iter().map(risk).collect(),
        fairness_assessments: card.fairness.iter().map(fairness).collect(),
        environmental_considerations: energy(card),
    }
}

fn risk(risk: &Risk) -> model::Risk {
    model::Risk {
        name: risk.risk.clone(),
        mitigation_strategy: risk.mitigation.clone(),
    }
}

fn fairness(fairness: &Fairness) -> FairnessAssessment {
    FairnessAssessment {
        group_at_risk: fairness.group_at_risk.clone(),
        benefits: fairness.benefits.clone(),
        harms: fairness.harms.clone(),
        mitigation_strategy: fairness.mitigation.clone(),
    }
}

/// The specification has no carbon dioxide without energy; where only the former is stated, it stays a fact.
fn energy(card: &Card) -> Option<EnvironmentalConsiderations> {
    let consumption = EnergyConsumption {
        activity: EnergyActivity::Training,
        activity_energy_cost: Energy {
            value: amount(&card.training_kwh)?,
            ..Energy::default()
        },
        co2_cost_equivalent: amount(&card.training_co2eq_t).map(|value| Co2 {
            value,
            ..Co2::default()
        }),
        ..EnergyConsumption::default()
    };
    Some(EnvironmentalConsiderations {
        energy_consumptions: vec![consumption],
        ..EnvironmentalConsiderations::default()
    })
}

/// Returns the number with the digits of the record.
fn amount(answer: &Answer) -> Option<Amount> {
    serde_json::from_str(answer.value()?).ok().map(Amount)
}
