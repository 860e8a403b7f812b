//! The `facts:` block of a system or model, in the vocabulary of the law. Only its shape: what was said is asked for by
//! path, in `sayings`, and what it means is for later rooms.

use crate::calendar::Date;
use crate::fields;
use crate::inventory::field::{List, NoneOr};
use crate::inventory::sayings::{Compute, Sayings, Tell};
use crate::law::terms::{
    AnnexISection, AnnexPoint, Area, AssessmentReason, Content, ContentExclusion, FilterCondition, Gate,
    GuidelineRelief, ModelModality, PointException, ProductFunction, RbiObjective, Subject, Technique, Trait,
    Vulnerability,
};
use crate::source::Span;
use crate::terms;

terms! {
    /// What the author says about facts that are not listed.
    pub enum UnlistedFacts {
        Absent = "absent" => "no other listed fact holds",
        Unknown = "unknown" => "unknown",
    }
}

impl Facts {
    /// Returns everything the block says, by path.
    pub fn sayings(&self, span: Span) -> Sayings {
        let mut sayings = Sayings::default();
        self.tell("", span, &mut sayings);
        sayings
    }
}

/// Declares a group of facts: its fields, and that it says each of them at its path.
macro_rules! group {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$doc:meta])* $field:ident: $type:ty,)* }) => {
        fields! {
            $(#[$meta])*
            pub struct $name { $($(#[$doc])* $field: $type,)* }
        }

        impl Tell for $name {
            fn tell(&self, path: &str, span: Span, sayings: &mut Sayings) {
                let below = |field: &str| match path {
                    "" => field.to_owned(),
                    _ => format!("{path}.{field}"),
                };
                $(self.$field.tell(&below(stringify!($field)), span, sayings);)*
            }
        }
    };
}

group! {
    /// Legal facts of a system or model. A fact that is not listed is unknown.
    pub struct Facts {
        /// Whether the facts are about a system or a model.
        subject: Subject,
        /// Scope and exclusions (Articles 2 and 3).
        scope: ScopeFacts,
        /// Prohibited practices (Article 5).
        art5: Art5Facts,
        /// Product law (Article 6(1), Annex I).
        annex_i: AnnexIFacts,
        /// High-risk uses (Article 6(2) and (3), Annex III).
        annex_iii: AnnexIiiFacts,
        /// Transparency (Article 50); `none` says that nothing triggers it.
        art50: NoneOr<Art50Facts>,
        /// Who is provider of a high-risk system (Article 25).
        value_chain: ValueChainFacts,
        /// General-purpose AI models (Chapter V).
        gpai: GpaiFacts,
        /// Days that decide on transitional rules (Article 111).
        timing: TimingFacts,
    }
}

group! {
    /// Scope and exclusions.
    pub struct ScopeFacts {
        /// Whether it infers how to produce outputs.
        is_ai_system: bool,
        /// Why it is no AI system.
        not_ai_reason: String,
        /// Whether there is a link to the Union.
        eu_nexus: bool,
        /// Used for military, defence or national security and nothing else.
        exclusive_military_defence_natsec: bool,
        /// Used by a third-country authority under a cooperation agreement.
        third_country_authority_cooperation: bool,
        /// Made and put into service for scientific research alone.
        sole_scientific_rd: bool,
        /// Still in research, testing or development.
        pre_market_rd_only: bool,
        /// Tested under real-world conditions.
        real_world_testing: bool,
        /// Used by a natural person for personal, non-professional purposes.
        personal_non_professional_deployer: bool,
        /// Released under a free and open-source licence.
        foss_release: bool,
        /// Money is made with the release.
        monetised: bool,
    }
}

group! {
    /// Prohibited practices, point by point.
    pub struct Art5Facts {
        /// Manipulation.
        a: ManipulationFacts,
        /// Exploiting vulnerability.
        b: VulnerabilityFacts,
        /// Intimate images without consent.
        ba: IntimateImageFacts,
        /// Child sexual abuse material.
        bb: AbuseMaterialFacts,
        /// Social scoring.
        c: SocialScoringFacts,
        /// Predicting offences.
        d: OffenceFacts,
        /// Face databases.
        e: FaceDatabaseFacts,
        /// Emotion inference.
        f: EmotionFacts,
        /// Biometric categorisation.
        g: CategorisationFacts,
        /// Real-time remote identification.
        h: IdentificationFacts,
    }
}

group! {
    /// Article 5(1)(a).
    pub struct ManipulationFacts {
        /// The technique.
        technique: Technique,
        /// Behaviour is materially distorted.
        material_distortion: bool,
        /// Significant harm occurs or is reasonably likely.
        significant_harm: bool,
    }
}

group! {
    /// Article 5(1)(b).
    pub struct VulnerabilityFacts {
        /// The vulnerability.
        vulnerability: Vulnerability,
        /// Behaviour is materially distorted.
        material_distortion: bool,
        /// Significant harm occurs or is reasonably likely.
        significant_harm: bool,
    }
}

group! {
    /// Article 5(1)(ba).
    pub struct IntimateImageFacts {
        /// Realistic content.
        realistic: bool,
        /// An identifiable person.
        identifiable_person: bool,
        /// Intimate parts or sexually explicit activity.
        intimate_or_sexually_explicit: bool,
        /// Explicit consent of the person.
        explicit_consent: bool,
        /// An edit that exposes no more (Article 5(1b)).
        no_increase_of_exposure_edit: bool,
        /// Purpose and foreseeability (Article 5(1a)).
        gate: Gate,
    }
}

group! {
    /// Article 5(1)(bb).
    pub struct AbuseMaterialFacts {
        /// Such material.
        csam_material: bool,
        /// National law allows the handling.
        without_right_defence: bool,
        /// Purpose and foreseeability (Article 5(1a)).
        gate: Gate,
    }
}

group! {
    /// Article 5(1)(c).
    pub struct SocialScoringFacts {
        /// Natural persons are evaluated or classified.
        evaluates_natural_persons: bool,
        /// Over a period of time.
        over_time: bool,
        /// By social behaviour or personal characteristics.
        basis_social_or_personality: bool,
        /// Detriment in an unrelated context.
        unrelated_context_detriment: bool,
        /// Unjustified or disproportionate detriment.
        unjustified_or_disproportionate: bool,
    }
}

group! {
    /// Article 5(1)(d).
    pub struct OffenceFacts {
        /// The risk that a person commits an offence is predicted.
        predicts_offence_of_person: bool,
        /// From profiling or personality traits alone.
        solely_profiling_or_traits: bool,
        /// In support of a human assessment on objective facts.
        supports_human_assessment_on_objective_facts: bool,
    }
}

group! {
    /// Article 5(1)(e).
    pub struct FaceDatabaseFacts {
        /// A face database is created or expanded.
        creates_or_expands_face_db: bool,
        /// By untargeted scraping.
        untargeted_scraping: bool,
    }
}

group! {
    /// Article 5(1)(f).
    pub struct EmotionFacts {
        /// Emotions are inferred from biometric data.
        emotion_from_biometrics: bool,
        /// Where.
        area: Area,
        /// For medical or safety reasons.
        medical_or_safety_purpose: bool,
    }
}

group! {
    /// Article 5(1)(g).
    pub struct CategorisationFacts {
        /// Individuals are categorised by biometric data.
        individual_biometric_categorisation: bool,
        /// What is inferred.
        infers: Trait,
        /// Lawfully acquired data are labelled or filtered.
        lawful_dataset_labelling: bool,
        /// The feature is ancillary to another service.
        ancillary_feature: bool,
    }
}

group! {
    /// Article 5(1)(h).
    pub struct IdentificationFacts {
        /// Real-time remote biometric identification.
        real_time_rbi: bool,
        /// In publicly accessible spaces.
        public_space: bool,
        /// For law enforcement.
        law_enforcement_use: bool,
        /// For which objective.
        objective: RbiObjective,
        /// Authorised, with the safeguards of the Act.
        authorised_with_safeguards: bool,
    }
}

group! {
    /// Product law.
    pub struct AnnexIFacts {
        /// The product law or laws, with their numbers.
        act: String,
        /// The section of Annex I.
        section: AnnexISection,
        /// What the system is within the product.
        function: ProductFunction,
        /// A third party must assess conformity.
        third_party_ca: bool,
        /// For which reason.
        ca_reason: AssessmentReason,
    }
}

group! {
    /// High-risk uses. A list that is given is complete.
    pub struct AnnexIiiFacts {
        /// Points that are met, after the exceptions in their own text.
        points: List<AnnexPoint>,
        /// Points that come to mind and are not met.
        near_points: List<AnnexPoint>,
        /// Why they are not met.
        not_met_because: String,
        /// Exceptions to points that whoever relies on them claims. They lift a point that `uses` raises.
        exceptions: List<PointException>,
        /// Conditions of Article 6(3) that the provider relies on.
        filter_condition: List<FilterCondition>,
        /// Natural persons are profiled.
        profiling: bool,
        /// The output materially influences outcomes.
        materially_influences: bool,
        /// An inseparable part of a larger high-risk system.
        part_of_combined_system: bool,
    }
}

group! {
    /// Transparency.
    pub struct Art50Facts {
        /// Natural persons interact with it directly.
        interacts_directly: bool,
        /// That it is AI is obvious.
        obvious: bool,
        /// Authorised by law against crime.
        crime_law_permitted: bool,
        /// Synthetic content that it makes or changes.
        generates: List<Content>,
        /// Content that needs no mark.
        content_exclusion: ContentExclusion,
        /// Assists standard editing.
        standard_editing: bool,
        /// Does not substantially alter the input.
        no_substantial_alteration: bool,
        /// A relief of the guidelines.
        guideline_relief: GuidelineRelief,
        /// Placed on the market before 2 August 2026.
        placed_before_2026_08_02: bool,
        /// Emotion recognition or biometric categorisation.
        emotion_or_biocat: bool,
        /// Makes deep fakes.
        deepfake: bool,
        /// Part of an evidently artistic work.
        evidently_artistic: bool,
        /// Its text is published to inform the public.
        public_interest_text_published: bool,
        /// Reviewed by a human, with editorial responsibility.
        human_review_and_editorial_responsibility: bool,
    }
}

group! {
    /// Along the value chain.
    pub struct ValueChainFacts {
        /// Our name on a system that was already on the market or in service.
        own_name: bool,
        /// A change that its provider did not foresee.
        substantial_modification: bool,
        /// A purpose that its provider did not intend and that makes it high-risk.
        purpose_changed: bool,
        /// Part of our product, under our name.
        in_product_under_own_name: bool,
        /// Somebody else has become its provider.
        taken_over_by_other: bool,
        /// We had ruled out that it is turned into a high-risk system.
        takeover_ruled_out: bool,
    }
}

group! {
    /// General-purpose AI models.
    pub struct GpaiFacts {
        /// Operations used in training.
        training_flop: Compute,
        /// What the model generates or does.
        modality: ModelModality,
        /// Competent in a wide range of tasks; `false` says that it is competent in a narrow set of tasks only.
        general: bool,
        /// Designated by the Commission as one with systemic risk.
        designated_systemic: bool,
        /// Free and open-source licence.
        foss_licence: bool,
        /// Weights, architecture and usage information are public.
        weights_architecture_usage_public: bool,
        /// Money is made with it.
        monetised: bool,
        /// Operations used to train the model that was modified.
        original_flop: Compute,
        /// That model has systemic risk.
        original_systemic: bool,
        /// Operations used in the modification.
        modification_flop: Compute,
    }
}

group! {
    /// Transitional rules.
    pub struct TimingFacts {
        /// The day it was placed on the market.
        placed_on_market: Date,
        /// Its design is significantly changed after the high-risk rules apply.
        significantly_changed_after_2027_12_02: bool,
        /// Public authorities are meant to use it.
        public_authority_use: bool,
    }
}
