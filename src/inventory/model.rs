//! A model inside one or more systems. Field names follow the Model Documentation Form of the GPAI code.

use crate::calendar::Date;
use crate::fields;
use crate::inventory::dataset::Sensitivity;
use crate::inventory::facts::{Facts, UnlistedFacts};
use crate::inventory::field::List;
use crate::inventory::files::PartFile;
use crate::inventory::id::Id;
use crate::inventory::model_card::{EthicalConsideration, FairnessAssessment, LearningApproach, Metric};
use crate::law::terms::Role;
use crate::terms;

terms! {
    /// How a model is reached.
    pub enum Access {
        HostedApi = "hosted_api" => "hosted, through the vendor's interface",
        CloudMarketplace = "cloud_marketplace" => "hosted, through a cloud marketplace",
        SelfHosted = "self_hosted" => "run by the organisation itself",
        Embedded = "embedded" => "embedded in the product",
    }
}

terms! {
    /// What we changed about a model.
    pub enum Modification {
        None = "none" => "none",
        PromptOnly = "prompt_only" => "prompts only",
        Rag = "rag" => "retrieval added",
        AdapterFinetune = "adapter_finetune" => "fine-tuned adapter",
        Finetune = "finetune" => "fine-tuned",
        ContinuedPretraining = "continued_pretraining" => "pre-training continued",
    }
}

terms! {
    /// What is known of a property of a model.
    pub enum Confirmed {
        Confirmed = "confirmed" => "confirmed",
        Excluded = "excluded" => "excluded",
        Unknown = "unknown" => "unknown",
    }
}

fields! {
    /// An AI model (Annexes XI and XII; Annex IV point 2(a)).
    pub struct Model {
        /// What it is and does, in a sentence or two.
        description: String,
        /// The version or snapshot; `latest` names none.
        version_or_snapshot: String,
        /// The vendor that provides it.
        provider: Id,
        /// How it is reached.
        access: Access,
        /// A SHA-256 of the weights, or the endpoint that serves it.
        authenticity: Authenticity,
        /// The files that it is made of, where they lie in the project folder: they are hashed.
        files: List<PartFile>,
        /// The day of release.
        release_date: Date,
        /// The day it was placed on the Union market.
        union_market_date: Date,
        /// The last day of support.
        end_of_life_on: Date,
        /// Models it was made from.
        base_models: List<Id>,
        /// What we changed.
        our_modification: Modification,
        /// Compute of our modification as a share of the original training compute, between 0 and 1.
        modification_compute_share: f64,
        /// Whether it is a general-purpose AI model.
        gpai: Confirmed,
        /// Whether it has systemic risk.
        systemic_risk: Confirmed,
        /// The family of its architecture, such as `transformer`.
        architecture_family: String,
        /// The architecture.
        architecture: String,
        /// The task that it was made for, such as `text generation`.
        task: String,
        /// How it learned.
        learning_approach: LearningApproach,
        /// How it was trained: in which steps, with which main settings (Annex IV point 2(b)).
        training_process: String,
        /// The number of parameters.
        parameters: String,
        /// What goes in and comes out.
        modalities: Modalities,
        /// The licence, as an SPDX expression where there is one.
        licence: String,
        /// The acceptable use policy.
        acceptable_use_policy_url: String,
        /// How it is integrated.
        technical_means_of_integration: String,
        /// Software it needs.
        required_software: String,
        /// Where it is published, such as a model hub page.
        uri: String,
        /// The model card that its provider publishes.
        model_card_url: String,
        /// The public summary of training content.
        training_data_summary_url: String,
        /// The copyright policy.
        copyright_policy_url: String,
        /// The code of practice its provider follows.
        code_of_practice: String,
        /// The `evidence` record of the documentation for downstream providers.
        vendor_documentation: Id,
        /// Data sets used with it.
        datasets: List<Id>,
        /// Known limitations.
        known_limitations: List<String>,
        /// Whom it is meant for.
        intended_users: List<String>,
        /// What it is meant for.
        use_cases: List<String>,
        /// What one result costs in another, such as speed for accuracy.
        performance_tradeoffs: List<String>,
        /// How well it does, one measurement each.
        performance_metrics: List<Metric>,
        /// How well it withstands attacks, one measurement each.
        security_metrics: List<Metric>,
        /// Ethical risks, each with what is done about it.
        ethical_considerations: List<EthicalConsideration>,
        /// Groups of persons that it may put at a disadvantage.
        fairness_assessments: List<FairnessAssessment>,
        /// How sensitive the data is that is sent to it.
        data_sensitivity: Sensitivity,
        /// `evidence` records of evaluations.
        evaluation_refs: List<Id>,
        /// How outputs are marked.
        marking: Marking,
        /// Energy used.
        energy: Energy,
        /// Our roles towards the model.
        our_roles: List<Role>,
        /// The day it was placed on the market, when we are its provider.
        placed_on_market_on: Date,
        /// Legal facts, in the vocabulary of the law.
        facts: Facts,
        /// What the author says about facts that are not listed.
        unlisted_facts: UnlistedFacts,
    }
}

fields! {
    /// How to know that a model is the one meant.
    pub struct Authenticity {
        /// SHA-256 of the weights, in hex.
        hash: String,
        /// SHA-512 of the weights, in hex.
        sha512: String,
        /// The endpoint that serves it.
        endpoint: String,
    }
}

fields! {
    /// What goes into a model and what comes out.
    pub struct Modalities {
        /// What goes in.
        input: List<String>,
        /// What comes out.
        output: List<String>,
        /// The largest input.
        max_input_size: String,
    }
}

fields! {
    /// How outputs are marked as artificial (Art. 50(2)).
    pub struct Marking {
        /// Marking in metadata.
        metadata: String,
        /// An imperceptible watermark.
        watermark: String,
        /// Where marks can be detected.
        detection_url: String,
    }
}

fields! {
    /// Energy used by a model (Annex XI section 1 point 2(e)).
    pub struct Energy {
        /// For training.
        training: String,
        /// For training, in kilowatt hours.
        training_kwh: u64,
        /// The carbon dioxide of the training, in tonnes.
        training_co2eq_t: f64,
        /// For inference.
        inference: String,
    }
}
