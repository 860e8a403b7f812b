//! A vendor: who supplies systems, models, hosting or data. Facts about a vendor live here once.

use crate::calendar::{Date, Period};
use crate::fields;
use crate::inventory::field::List;
use crate::inventory::id::Id;
use crate::inventory::organisation::{AuthorisedRepresentative, Contact, Security};
use crate::terms;

terms! {
    /// What a vendor is to us.
    pub enum VendorRole {
        SystemProvider = "system_provider" => "provider of the AI system",
        GpaiProvider = "gpai_provider" => "provider of the general-purpose AI model",
        Hosting = "hosting" => "hosting",
        Importer = "importer" => "importer",
        Distributor = "distributor" => "distributor",
        ComponentSupplier = "component_supplier" => "supplier of components",
        DataSupplier = "data_supplier" => "supplier of data",
    }
}

terms! {
    /// Whether a vendor trains on what we send.
    pub enum TrainsOnOurData {
        Never = "never" => "never",
        ByDefault = "by_default" => "by default",
        OptedOut = "opted_out" => "no, opted out",
        Unknown = "unknown" => "unknown",
    }
}

terms! {
    /// Codes of practice that a vendor has signed.
    pub enum CodeSigned {
        GpaiTransparency = "gpai_transparency" => "GPAI code, transparency chapter",
        GpaiCopyright = "gpai_copyright" => "GPAI code, copyright chapter",
        GpaiSafety = "gpai_safety" => "GPAI code, safety and security chapter",
        Transparency2026S1 = "transparency_2026_s1" => "transparency code, section 1 (providers)",
        Transparency2026S2 = "transparency_2026_s2" => "transparency code, section 2 (deployers)",
    }
}

fields! {
    /// A supplier of an AI system, a model, hosting, data or a component.
    pub struct Vendor {
        /// The registered name.
        legal_name: String,
        /// The country of establishment, two letters.
        country: String,
        /// How the vendor is reached.
        contact: Contact,
        /// Whom to tell about weaknesses of its products, and where they are published.
        security: Security,
        /// What the vendor is to us.
        role_to_us: List<VendorRole>,
        /// Its authorised representative in the Union.
        authorised_representative: AuthorisedRepresentative,
        /// The terms that bind us.
        terms: Terms,
        /// Whether the vendor trains on our data.
        trains_on_our_data: TrainsOnOurData,
        /// The data processing agreement.
        dpa: DataProcessingAgreement,
        /// Regions in which our data is processed.
        data_region: List<String>,
        /// How long the vendor keeps logs of our use, and whether we can export them.
        log_retention: LogRetention,
        /// Where incidents are reported.
        incident_contact: String,
        /// The written agreement between provider and supplier (Art. 25(4)).
        art_25_4_agreement: Agreement,
        /// The `evidence` record of the documentation for downstream providers (Art. 53(1)(b)).
        art_53_1_b_pack: Id,
        /// The public summary of training content (Art. 53(1)(d)).
        training_summary_url: String,
        /// Certifications that the vendor states.
        certifications: List<Certification>,
        /// Codes of practice that the vendor has signed.
        codes_signed: List<CodeSigned>,
        /// The day of the last assessment.
        last_assessed_on: Date,
        /// How we would leave.
        exit_plan: String,
    }
}

fields! {
    /// Contract terms.
    pub struct Terms {
        /// Where they stand.
        url: String,
        /// Which version.
        version: String,
        /// Of which day.
        dated: Date,
    }
}

fields! {
    /// A data processing agreement (GDPR Art. 28).
    pub struct DataProcessingAgreement {
        /// The day of signature.
        signed_on: Date,
        /// The basis of transfers outside the Union.
        transfer_mechanism: String,
        /// Where sub-processors are listed.
        subprocessors_url: String,
    }
}

fields! {
    /// How long a vendor keeps logs.
    pub struct LogRetention {
        /// The standard period.
        standard: Period,
        /// Whether zero retention is agreed.
        zero_retention: bool,
        /// Whether we can export the logs.
        export_available: bool,
        /// By which means.
        export_means: String,
    }
}

fields! {
    /// A signed agreement.
    pub struct Agreement {
        /// The day of signature.
        signed_on: Date,
        /// The `evidence` record of the agreement.
        evidence: Id,
    }
}

fields! {
    /// A certification as the vendor states it.
    pub struct Certification {
        /// The scheme.
        name: String,
        /// What it covers.
        scope: String,
        /// Its last day.
        valid_to: Date,
        /// The `evidence` record of the certificate.
        evidence: Id,
    }
}
