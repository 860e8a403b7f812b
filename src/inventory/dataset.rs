//! A data set that we supply, or know to stand behind a model or system.

use crate::calendar::Period;
use crate::fields;
use crate::inventory::field::List;
use crate::inventory::files::PartFile;
use crate::inventory::id::Id;
use crate::terms;

terms! {
    /// What a data set is used for.
    pub enum DatasetRole {
        Training = "training" => "training",
        Validation = "validation" => "validation",
        Testing = "testing" => "testing",
        FineTuning = "fine_tuning" => "fine-tuning",
        Retrieval = "retrieval" => "retrieval",
        Reference = "reference" => "reference",
        Configuration = "configuration" => "configuration",
    }
}

terms! {
    /// Who supplies a data set.
    pub enum SuppliedBy {
        Us = "us" => "the organisation itself",
        Vendor = "vendor" => "the vendor",
        ThirdParty = "third_party" => "a third party",
        Public = "public" => "a public source",
    }
}

terms! {
    /// How sensitive data is.
    pub enum Sensitivity {
        Public = "public" => "public",
        Internal = "internal" => "internal",
        Confidential = "confidential" => "confidential",
        Restricted = "restricted" => "restricted",
    }
}

fields! {
    /// A data set (Annex IV point 2(d); Art. 10, 26(4)).
    pub struct Dataset {
        /// The version.
        version: String,
        /// What it holds.
        description: String,
        /// What it is used for.
        role: DatasetRole,
        /// Who supplies it.
        supplied_by: SuppliedBy,
        /// The vendor that supplies it.
        vendor: Id,
        /// The licence, as an SPDX expression where there is one.
        licence: String,
        /// Where it lies.
        uri: String,
        /// The SHA-256 of a frozen data set, in hex.
        hash: String,
        /// The SHA-512 of a frozen data set, in hex.
        sha512: String,
        /// The files that it is made of, where they lie in the project folder: they are hashed.
        files: List<PartFile>,
        /// How sensitive it is.
        sensitivity: Sensitivity,
        /// Personal data in it.
        personal_data: PersonalData,
        /// Safeguards when special categories are used to find bias (Art. 4a).
        special_category_bias_use: BiasUse,
        /// Where it comes from.
        provenance: String,
        /// How it was collected.
        collection_method: String,
        /// When it was collected.
        collection_period: String,
        /// How large it is.
        size: Size,
        /// What it covers.
        scope_and_characteristics: String,
        /// How it was labelled.
        labelling: String,
        /// How it was cleaned.
        cleaning: String,
        /// What is assumed about it.
        assumptions: String,
        /// How it was examined for bias.
        bias_examination: String,
        /// Known gaps.
        known_gaps: String,
        /// Why it is representative enough for its purpose.
        representativeness_note: String,
        /// How long it is kept.
        retention: Period,
        /// A Croissant description of it.
        croissant_ref: String,
    }
}

fields! {
    /// Personal data (GDPR Art. 4, 9).
    pub struct PersonalData {
        /// Whether there is any.
        present: bool,
        /// Which categories.
        categories: List<String>,
        /// Which special categories.
        special_categories: List<String>,
        /// The legal basis of processing.
        legal_basis: String,
    }
}

fields! {
    /// Safeguards for special categories in bias detection (Art. 4a).
    pub struct BiasUse {
        /// The safeguards, one each.
        safeguards: List<String>,
        /// The entry in the register of processing.
        gdpr_30_ref: String,
    }
}

fields! {
    /// A number of data points.
    pub struct Size {
        /// How many.
        points: u64,
        /// Of what.
        unit: String,
    }
}
