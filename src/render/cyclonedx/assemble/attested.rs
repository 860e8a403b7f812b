//! Duties and what is on record about them, as CycloneDX declares it: the Act is a standard, a duty a requirement, and
//! the organisation its own assessor. No score is given, because nothing here measures conformity.

use crate::documents::bom::declared::{Claim, Declared, Evidence, Law, Requirement};
use crate::documents::bom::{BomView, Organisation};
use crate::render::cyclonedx::assemble::wording::{organization, property};
use crate::render::cyclonedx::schema;
use crate::render::cyclonedx::wire::attest::{
    self, Assessor, Attestation, Declarations, Definitions, EvidenceContents, EvidenceData, Mapping, Standard,
};
use crate::render::cyclonedx::wire::words::ReferenceType;
use crate::render::cyclonedx::wire::{Contact, ExternalReference};

/// What every claim of the document is, in the words that stand beside it.
const SELF_DECLARED: &str =
    "Documentation evidence, self-declared by the organisation; no statement of conformity.";

/// Returns the Act with the duties that are owed.
pub(crate) fn definitions(declared: &Declared) -> Definitions {
    Definitions {
        standards: vec![standard(&declared.law, &declared.requirements)],
    }
}

fn standard(law: &Law, requirements: &[Requirement]) -> Standard {
    let reference = |address: &&str| ExternalReference {
        kind: ReferenceType::Website,
        url: (*address).to_owned(),
        ..ExternalReference::default()
    };
    Standard {
        bom_ref: Some(law.bom_ref.clone()),
        name: Some(law.title.to_owned()),
        version: Some(law.edition.to_owned()),
        description: Some(
            "The duties that are owed, paraphrased. The text of the law is not repeated here.".to_owned(),
        ),
        owner: Some("European Union".to_owned()),
        requirements: requirements.iter().map(requirement).collect(),
        external_references: law.addresses.iter().map(reference).collect(),
        ..Standard::default()
    }
}

fn requirement(duty: &Requirement) -> attest::Requirement {
    attest::Requirement {
        bom_ref: Some(duty.bom_ref.clone()),
        identifier: Some(duty.id.to_owned()),
        title: Some(duty.title.clone()),
        descriptions: vec![duty.cites.clone(), format!("Owed for {}.", duty.trigger)],
        properties: vec![property("rests_on", duty.ground)],
        ..attest::Requirement::default()
    }
}

/// Returns what the organisation declares; `None` when no duty is owed.
pub(crate) fn declarations(view: &BomView, declared: &Declared) -> Option<Declarations> {
    if declared.claims.is_empty() {
        return None;
    }
    let assessor = assessor_ref(&view.organisation);
    Some(Declarations {
        assessors: vec![Assessor {
            bom_ref: Some(assessor.clone()),
            third_party: Some(false),
            organization: Some(organization(&view.organisation.party)),
        }],
        attestations: attestations(&assessor, &declared.claims),
        claims: declared.claims.iter().map(claim).collect(),
        evidence: declared.evidence.iter().map(evidence).collect(),
        ..Declarations::default()
    })
}

fn assessor_ref(organisation: &Organisation) -> String {
    organisation.bom_ref.replacen("organisation:", "assessor:", 1)
}

/// One attestation for each subject; claims of one subject follow each other.
fn attestations(assessor: &str, claims: &[Claim]) -> Vec<Attestation> {
    let of_subjects = claims.chunk_by(|one, next| one.target == next.target);
    let attestation = |claims: &[Claim]| Attestation {
        summary: claims
            .first()
            .map(|claim| format!("{}: {SELF_DECLARED}", claim.target.name)),
        assessor: Some(assessor.to_owned()),
        map: claims.iter().map(mapping).collect(),
        ..Attestation::default()
    };
    of_subjects.map(attestation).collect()
}

/// What is wholly on record is a claim for the duty; what is not, or not wholly, is one against it.
fn mapping(claim: &Claim) -> Mapping {
    let name = vec![claim.bom_ref.clone()];
    let (claims, counter_claims) = match claim.is_whole {
        true => (name, Vec::new()),
        false => (Vec::new(), name),
    };
    Mapping {
        requirement: Some(claim.requirement.clone()),
        claims,
        counter_claims,
        ..Mapping::default()
    }
}

fn claim(claim: &Claim) -> attest::Claim {
    attest::Claim {
        bom_ref: Some(claim.bom_ref.clone()),
        target: Some(claim.target.bom_ref.clone()),
        predicate: Some(format!("Documentation evidence, self-declared: {}", claim.says)),
        reasoning: Some(claim.reasoning.clone()),
        evidence: claim.evidence.clone(),
        counter_evidence: claim.counter_evidence.clone(),
        ..attest::Claim::default()
    }
}

fn evidence(evidence: &Evidence) -> attest::Evidence {
    let signed = evidence.signed_by.as_ref().map(|role| Contact {
        name: Some(role.clone()),
        ..Contact::default()
    });
    attest::Evidence {
        bom_ref: Some(evidence.bom_ref.clone()),
        property_name: Some(evidence.property.clone()),
        description: Some(evidence.says.clone()),
        data: data(evidence).into_iter().collect(),
        created: evidence
            .captured_on
            .as_ref()
            .map(|day| format!("{day}T00:00:00Z")),
        author: signed,
        ..attest::Evidence::default()
    }
}

fn data(evidence: &Evidence) -> Option<EvidenceData> {
    let url = evidence.uri.as_deref().filter(|uri| schema::is_address(uri));
    let is_silent = url.is_none() && evidence.classification.is_none();
    (!is_silent).then(|| EvidenceData {
        name: Some(evidence.says.clone()),
        contents: url.map(|url| EvidenceContents {
            url: Some(url.to_owned()),
            ..EvidenceContents::default()
        }),
        classification: evidence.classification.map(str::to_owned),
        ..EvidenceData::default()
    })
}
