//! Standards with their requirements, what is claimed about them on which evidence, and who supplied which value, as
//! CycloneDX says it. The specification also has scores of conformity and confidence; they are read and written, and
//! never made here.

use crate::render::cyclonedx::wire::data::{Attachment, Governance, Service};
use crate::render::cyclonedx::wire::{
    Amount, Component, Contact, ExternalReference, Organization, Property, Signature, Unsaid,
};
use serde::{Deserialize, Serialize};

wire! {
    /// What is defined in the document.
    Definitions {
        /// Standards.
        standards: Vec<Standard>,
    }

    /// A standard, or a law.
    Standard {
        /// The name by which the document refers to it.
        #[serde(rename = "bom-ref")]
        bom_ref: Option<String>,
        /// Name.
        name: Option<String>,
        /// Version.
        version: Option<String>,
        /// What it is, in words.
        description: Option<String>,
        /// Who made it.
        owner: Option<String>,
        /// What it asks for.
        requirements: Vec<Requirement>,
        /// Levels, each with its requirements.
        levels: Vec<Level>,
        /// Where more is said.
        external_references: Vec<ExternalReference>,
        /// A signature over the standard.
        signature: Option<Signature>,
    }

    /// One thing that a standard asks for.
    Requirement {
        /// The name by which the document refers to it.
        #[serde(rename = "bom-ref")]
        bom_ref: Option<String>,
        /// Its identifier in the standard.
        identifier: Option<String>,
        /// Title.
        title: Option<String>,
        /// The text.
        text: Option<String>,
        /// Explanations.
        descriptions: Vec<String>,
        /// Entries of the Common Requirements Enumeration.
        open_cre: Vec<String>,
        /// The requirement of which it is a part.
        parent: Option<String>,
        /// Further facts.
        properties: Vec<Property>,
        /// Where more is said.
        external_references: Vec<ExternalReference>,
    }

    /// A level of a standard.
    Level {
        /// The name by which the document refers to it.
        #[serde(rename = "bom-ref")]
        bom_ref: Option<String>,
        /// Its identifier in the standard.
        identifier: Option<String>,
        /// Title.
        title: Option<String>,
        /// What it is, in words.
        description: Option<String>,
        /// What it asks for.
        requirements: Vec<String>,
    }

    /// What is claimed, by whom, on which evidence.
    Declarations {
        /// Who assessed.
        assessors: Vec<Assessor>,
        /// What each assessor says about requirements.
        attestations: Vec<Attestation>,
        /// Claims.
        claims: Vec<Claim>,
        /// Evidence.
        evidence: Vec<Evidence>,
        /// What claims are about, unless it stands elsewhere in the document.
        targets: Option<Targets>,
        /// Who stands by it.
        affirmation: Option<Affirmation>,
        /// A signature over the declarations.
        signature: Option<Signature>,
    }

    /// Who assessed.
    Assessor {
        /// The name by which the document refers to it.
        #[serde(rename = "bom-ref")]
        bom_ref: Option<String>,
        /// Whether it is somebody else than the organisation.
        third_party: Option<bool>,
        /// The organisation.
        organization: Option<Organization>,
    }

    /// What an assessor says about requirements.
    Attestation {
        /// In a sentence or two.
        summary: Option<String>,
        /// The assessor.
        assessor: Option<String>,
        /// By requirement.
        map: Vec<Mapping>,
        /// A signature over the attestation.
        signature: Option<Signature>,
    }

    /// What is claimed about a requirement.
    Mapping {
        /// The requirement.
        requirement: Option<String>,
        /// Claims for it.
        claims: Vec<String>,
        /// Claims against it.
        counter_claims: Vec<String>,
        /// How far it is met, in the assessor's eyes.
        conformance: Option<Conformance>,
        /// How sure the assessor is.
        confidence: Option<Confidence>,
    }

    /// How far a requirement is met.
    Conformance {
        /// From 0 to 1.
        score: Option<Amount>,
        /// Why.
        rationale: Option<String>,
        /// What is done about the rest.
        mitigation_strategies: Vec<String>,
    }

    /// How sure an assessor is.
    Confidence {
        /// From 0 to 1.
        score: Option<Amount>,
        /// Why.
        rationale: Option<String>,
    }

    /// A claim.
    Claim {
        /// The name by which the document refers to it.
        #[serde(rename = "bom-ref")]
        bom_ref: Option<String>,
        /// What it is about.
        target: Option<String>,
        /// What is claimed.
        predicate: Option<String>,
        /// What is done about the rest.
        mitigation_strategies: Vec<String>,
        /// Why.
        reasoning: Option<String>,
        /// Evidence for it.
        evidence: Vec<String>,
        /// Evidence against it.
        counter_evidence: Vec<String>,
        /// Where more is said.
        external_references: Vec<ExternalReference>,
        /// A signature over the claim.
        signature: Option<Signature>,
    }

    /// Evidence.
    Evidence {
        /// The name by which the document refers to it.
        #[serde(rename = "bom-ref")]
        bom_ref: Option<String>,
        /// The property that it supplies.
        property_name: Option<String>,
        /// What it is, in words.
        description: Option<String>,
        /// The evidence itself.
        data: Vec<EvidenceData>,
        /// When it was made.
        created: Option<String>,
        /// Until when it holds.
        expires: Option<String>,
        /// Who made it.
        author: Option<Contact>,
        /// Who reviewed it.
        reviewer: Option<Contact>,
        /// A signature over the evidence.
        signature: Option<Signature>,
    }

    /// One piece of evidence.
    EvidenceData {
        /// Name.
        name: Option<String>,
        /// Where it is, or itself.
        contents: Option<EvidenceContents>,
        /// Sensitivity, such as `confidential`.
        classification: Option<String>,
        /// Sensitive data that it holds, in words.
        sensitive_data: Vec<String>,
        /// Who answers for it.
        governance: Option<Governance>,
    }

    /// Where evidence is, or itself.
    EvidenceContents {
        /// The evidence itself.
        attachment: Option<Attachment>,
        /// Address.
        url: Option<String>,
    }

    /// What claims are about, unless it stands elsewhere in the document.
    Targets {
        /// Organisations.
        organizations: Vec<Organization>,
        /// Components.
        components: Vec<Component>,
        /// Services.
        services: Vec<Service>,
    }

    /// Who stands by declarations.
    Affirmation {
        /// In which words.
        statement: Option<String>,
        /// Who.
        signatories: Vec<Signatory>,
        /// A signature over the affirmation.
        signature: Option<Signature>,
    }

    /// A person or role that stands by declarations.
    Signatory {
        /// Name.
        name: Option<String>,
        /// Role.
        role: Option<String>,
        /// The signature.
        signature: Option<Signature>,
        /// The organisation.
        organization: Option<Organization>,
        /// Where the signature lies.
        external_reference: Option<ExternalReference>,
    }

    /// Who supplied values of the document; since 1.7.
    Citation {
        /// The name by which the document refers to it.
        #[serde(rename = "bom-ref")]
        bom_ref: Option<String>,
        /// The values, as JSON pointers.
        pointers: Vec<String>,
        /// The values, as JSONPath.
        expressions: Vec<String>,
        /// When they were supplied.
        timestamp: String,
        /// Who supplied them.
        attributed_to: Option<String>,
        /// By which process.
        process: Option<String>,
        /// Where they were taken from, in words.
        note: Option<String>,
        /// A signature over the citation.
        signature: Option<Signature>,
    }
}
