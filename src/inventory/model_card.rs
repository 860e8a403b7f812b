//! What a model card says about a model: how it learned, how well it does, whom it may harm. The field names follow the
//! model card of CycloneDX, so that a card can be copied without translation.

use crate::fields;
use crate::inventory::id::Id;
use crate::terms;

terms! {
    /// How a model learned.
    pub enum LearningApproach {
        Supervised = "supervised" => "supervised learning",
        Unsupervised = "unsupervised" => "unsupervised learning",
        Reinforcement = "reinforcement_learning" => "reinforcement learning",
        SemiSupervised = "semi_supervised" => "semi-supervised learning",
        SelfSupervised = "self_supervised" => "self-supervised learning",
    }
}

fields! {
    /// A measurement of a model.
    pub struct Metric {
        /// What was measured.
        metric: String,
        /// The result.
        value: String,
        /// On which part of the data; all of it when nothing is said.
        slice: String,
        /// The lower bound of the result.
        lower_bound: String,
        /// The upper bound of the result.
        upper_bound: String,
        /// The `evidence` record of the report.
        test_report: Id,
    }
}

fields! {
    /// An ethical risk of a model and what is done about it.
    pub struct EthicalConsideration {
        /// The risk.
        risk: String,
        /// What is done about it.
        mitigation: String,
    }
}

fields! {
    /// A group of persons that a model may put at a disadvantage.
    pub struct FairnessAssessment {
        /// The group.
        group_at_risk: String,
        /// What it gains.
        benefits: String,
        /// What it may suffer.
        harms: String,
        /// What is done about it.
        mitigation: String,
    }
}
