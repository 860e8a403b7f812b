//! The nine tripwires of an AI system: questions in plain words that anyone can answer, as fields of the record and as
//! data for whoever asks them. What their answers mean in law is for `classify`.

use crate::fields;
use crate::inventory::system::BuiltOrRebranded;

/// Declares the tripwires, and their questions as data.
macro_rules! tripwires {
    ($(#[$meta:meta])* pub struct $name:ident { $(#[doc = $question:literal] $field:ident: $type:ty,)* }) => {
        fields! {
            $(#[$meta])*
            pub struct $name { $(#[doc = $question] $field: $type,)* }
        }

        impl $name {
            /// Each tripwire with its question in plain words.
            pub const QUESTIONS: &[(&str, &str)] = &[$((stringify!($field), $question.trim_ascii()),)*];
        }
    };
}

tripwires! {
    /// Nine questions anyone can answer. Each "true" opens further questions; none is a legal conclusion.
    pub struct Tripwires {
        /// Did we build it, put it under our name, change it substantially or give it another purpose?
        built_or_rebranded: BuiltOrRebranded,
        /// Do people outside the organisation converse or deal with it directly?
        interacts_with_public: bool,
        /// Does it make or change images, audio or video?
        generates_media: bool,
        /// Do we publish its text to inform the public on matters of public interest?
        publishes_public_interest_text: bool,
        /// Does it make or influence decisions about individual persons?
        affects_individual_decisions: bool,
        /// Does it evaluate workers or allocate tasks to them by behaviour or traits?
        evaluates_or_allocates_workers: bool,
        /// Does it use biometric data or infer emotions?
        uses_biometrics_or_emotion: bool,
        /// Is it a product, or a part of one, whose failure can endanger health, safety or property?
        safety_component: bool,
        /// Does it process personal data?
        processes_personal_data: bool,
    }
}
