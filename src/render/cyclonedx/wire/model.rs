//! What a model card says in CycloneDX. Values of measurements are text and amounts of energy are numbers, as the
//! specification wants them.

use crate::render::cyclonedx::wire::data::{ComponentData, Graphics};
use crate::render::cyclonedx::wire::words::{Co2Unit, EnergyActivity, EnergySource, EnergyUnit, Learning};
use crate::render::cyclonedx::wire::{Amount, ExternalReference, Organization, Property, Unsaid};
use serde::{Deserialize, Serialize};

wire! {
    /// About a model.
    ModelCard {
        /// The name by which the document refers to it.
        #[serde(rename = "bom-ref")]
        bom_ref: Option<String>,
        /// How it is built and what goes in and out.
        model_parameters: Option<ModelParameters>,
        /// How well it does.
        quantitative_analysis: Option<QuantitativeAnalysis>,
        /// What to keep in mind.
        considerations: Option<Considerations>,
        /// Further facts.
        properties: Vec<Property>,
    }

    /// How a model is built and what goes in and out.
    ModelParameters {
        /// How it learned.
        approach: Option<Approach>,
        /// What it does.
        task: Option<String>,
        /// Family, such as `transformer`.
        architecture_family: Option<String>,
        /// Architecture.
        model_architecture: Option<String>,
        /// Data it was made with.
        datasets: Vec<Dataset>,
        /// What goes in.
        inputs: Vec<Modality>,
        /// What comes out.
        outputs: Vec<Modality>,
    }

    /// How a model learned.
    Approach {
        /// The way.
        #[serde(rename = "type")]
        kind: Option<Learning>,
    }

    /// One kind of input or output.
    Modality {
        /// Such as `text` or `image`.
        format: Option<String>,
    }

    /// How well a model does.
    QuantitativeAnalysis {
        /// The measurements.
        performance_metrics: Vec<PerformanceMetric>,
        /// The measurements as pictures.
        graphics: Option<Graphics>,
    }

    /// One measurement; every value is text in the specification.
    PerformanceMetric {
        /// What was measured.
        #[serde(rename = "type")]
        kind: Option<String>,
        /// The result.
        value: Option<String>,
        /// On which part of the data.
        slice: Option<String>,
        /// How sure the result is.
        confidence_interval: Option<ConfidenceInterval>,
    }

    /// Bounds of a result.
    ConfidenceInterval {
        /// Lower bound.
        lower_bound: Option<String>,
        /// Upper bound.
        upper_bound: Option<String>,
    }

    /// What to keep in mind about a model.
    Considerations {
        /// Whom it is for.
        users: Vec<String>,
        /// What it is for.
        use_cases: Vec<String>,
        /// What it does badly.
        technical_limitations: Vec<String>,
        /// What one result costs in another.
        performance_tradeoffs: Vec<String>,
        /// Risks.
        ethical_considerations: Vec<Risk>,
        /// Groups that can be disadvantaged.
        fairness_assessments: Vec<FairnessAssessment>,
        /// What it costs the surroundings; since 1.6.
        environmental_considerations: Option<EnvironmentalConsiderations>,
    }

    /// What a model costs the surroundings.
    EnvironmentalConsiderations {
        /// Energy, by activity.
        energy_consumptions: Vec<EnergyConsumption>,
        /// Further facts.
        properties: Vec<Property>,
    }

    /// The energy that one activity took.
    EnergyConsumption {
        /// The activity.
        activity: EnergyActivity,
        /// Who supplied the energy.
        energy_providers: EnergyProviders,
        /// How much.
        activity_energy_cost: Energy,
        /// The carbon dioxide that it stands for.
        co2_cost_equivalent: Option<Co2>,
        /// How much of that was made good elsewhere.
        co2_cost_offset: Option<Co2>,
        /// Further facts.
        properties: Vec<Property>,
    }

    /// Who supplied energy.
    EnergyProvider {
        /// The name by which the document refers to it.
        #[serde(rename = "bom-ref")]
        bom_ref: Option<String>,
        /// Where and how, in words.
        description: Option<String>,
        /// The supplier.
        organization: Organization,
        /// What the energy was made from.
        energy_source: EnergySource,
        /// How much.
        energy_provided: Energy,
        /// Where more is said.
        external_references: Vec<ExternalReference>,
    }

    /// An amount of energy.
    Energy {
        /// How much.
        value: Amount,
        /// Of what.
        unit: EnergyUnit,
    }

    /// An amount of carbon dioxide.
    Co2 {
        /// How much.
        value: Amount,
        /// Of what.
        unit: Co2Unit,
    }

    /// A risk and what is done about it.
    Risk {
        /// The risk.
        name: Option<String>,
        /// What is done.
        mitigation_strategy: Option<String>,
    }

    /// A group that can be disadvantaged.
    FairnessAssessment {
        /// The group.
        group_at_risk: Option<String>,
        /// What it gains.
        benefits: Option<String>,
        /// What it may suffer.
        harms: Option<String>,
        /// What is done.
        mitigation_strategy: Option<String>,
    }

    /// A dataset of the same document.
    DatasetRef {
        /// Its bom-ref.
        #[serde(rename = "ref")]
        bom_ref: String,
    }
}

/// Data that a model was made with: a component of the document, or described in place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Dataset {
    /// A component of the document.
    Ref(DatasetRef),
    /// Described in place.
    Inline(Box<ComponentData>),
}

/// Suppliers of energy, written even when none is known, as the specification asks.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EnergyProviders(pub Vec<EnergyProvider>);
impl Unsaid for EnergyProviders {}
