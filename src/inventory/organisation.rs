//! The organisation whose documents are made: one per inventory.

use crate::fields;
use crate::inventory::budget::OrganisationBudget;
use crate::inventory::field::List;
use crate::inventory::id::Id;
use crate::inventory::log_minimums::LogMinimums;
use crate::law::terms::{SectorFlag, SizeClass};
use crate::terms;
use crate::tongue::language::{Language, Tag};
use std::collections::BTreeMap;

terms! {
    /// Whether workers have a representative body, and whether it knows.
    pub enum WorksCouncil {
        None = "none" => "none",
        Exists = "exists" => "exists",
        Informed = "informed" => "exists and is informed",
    }
}

terms! {
    /// Codes of practice that an organisation can sign.
    pub enum CodeName {
        Transparency2026 = "transparency_2026" => "Code of Practice on Transparency of AI-Generated Content",
    }
}

fields! {
    /// A legal person or other body that provides or deploys AI systems.
    pub struct Organisation {
        /// The registered name (Annex VIII A1, C1).
        legal_name: String,
        /// The registered address.
        address: String,
        /// The country of establishment, two letters (ISO 3166-1).
        country: String,
        /// How an authority reaches the organisation.
        contact: Contact,
        /// Whom to tell about weaknesses of our systems, and where they are published.
        security: Security,
        /// Registration numbers by scheme, such as `lei` or `vat`.
        registration_ids: BTreeMap<String, String>,
        /// The size of the undertaking; decides simplified forms and caps of penalties. `actfile explain size_class` tells the limits.
        size_class: SizeClass,
        /// The worldwide annual turnover of the last financial year; with the size, it settles the ceilings for fines.
        turnover: Turnover,
        /// Whether there are partner or linked enterprises.
        partner_or_linked_enterprises: bool,
        /// Sectors and public roles; `[none]` when none applies.
        sector_flags: List<SectorFlag>,
        /// Member States in which the organisation is active, two letters each.
        member_states_active: List<String>,
        /// Whether the organisation is established in the Union.
        established_in_eu: bool,
        /// The authorised representative of a provider outside the Union.
        authorised_representative: AuthorisedRepresentative,
        /// The market surveillance authority in charge.
        market_surveillance_authority: String,
        /// The data protection authority in charge.
        dpa: String,
        /// The role that is accountable for the use of AI.
        accountable_executive: String,
        /// The role that leads AI governance.
        ai_governance_lead: String,
        /// The data protection officer, as a role.
        dpo: String,
        /// Whether a works council exists and is informed.
        works_council: WorksCouncil,
        /// How long logs are to be kept at least by the organisation's own rule, such as `{sessions: P90D, tool_usage: P90D, costs: P1Y, policy_violations: P1Y}`; nothing is assumed where it is silent.
        log_retention_minimums: LogMinimums,
        /// What all use of AI together may cost.
        budget: OrganisationBudget,
        /// The position on codes of practice.
        code_of_practice: List<CodePosition>,
        /// The language of those documents that are made in several: the transparency statement and the notices to workers. The others are in English.
        language: Language,
        /// The language that the inventory is written in, as a tag such as `nl` or `de-AT`; else that of `language`.
        inventory_language: Tag,
        /// The day for which documents are made, unless the command line says otherwise.
        as_of: crate::calendar::Date,
    }
}

fields! {
    /// The worldwide annual turnover of the undertaking in one financial year.
    pub struct Turnover {
        /// The amount in whole euros.
        amount_eur: u64,
        /// The year in which the financial year ended.
        year: u32,
    }
}

fields! {
    /// How somebody is reached.
    pub struct Contact {
        /// An address of a function, not of a person.
        email: String,
        /// A page with contact details.
        url: String,
        /// A telephone number.
        phone: String,
    }
}

fields! {
    /// How weaknesses of systems are reported and published.
    pub struct Security {
        /// An address of a function, or a page.
        contact: String,
        /// The page with the security policy.
        policy_url: String,
        /// The page on which vulnerabilities are reported.
        vulnerability_reporting_url: String,
        /// The page on which vulnerabilities are published.
        advisories_url: String,
    }
}

fields! {
    /// The representative of a provider that is not established in the Union (Art. 22, 54).
    pub struct AuthorisedRepresentative {
        /// The name.
        name: String,
        /// The address.
        address: String,
        /// How it is reached.
        contact: Contact,
        /// The `evidence` record of the mandate.
        mandate_ref: Id,
    }
}

fields! {
    /// Where the organisation stands on a code of practice.
    pub struct CodePosition {
        /// Which code.
        name: CodeName,
        /// Whether the organisation has signed it.
        signatory: bool,
        /// Which sections were signed.
        sections: List<String>,
        /// The `evidence` record of the gap analysis against the code.
        gap_analysis_evidence: Id,
    }
}
