//! What a data component holds and what flows through a service, as CycloneDX says it.

use crate::render::cyclonedx::wire::words::{DataType, Flow};
use crate::render::cyclonedx::wire::{
    Contact, ExternalReference, LicenseChoice, Organization, Property, Unsaid,
};
use serde::{Deserialize, Serialize};

wire! {
    /// What a data component holds.
    ComponentData {
        /// The name by which the document refers to it.
        #[serde(rename = "bom-ref")]
        bom_ref: Option<String>,
        /// What kind of data.
        #[serde(rename = "type")]
        kind: DataType,
        /// Name.
        name: Option<String>,
        /// Where it is and what it holds.
        contents: Option<Contents>,
        /// Sensitivity, such as `confidential`.
        classification: Option<String>,
        /// Sensitive data that it holds, in words.
        sensitive_data: Vec<String>,
        /// The data as pictures.
        graphics: Option<Graphics>,
        /// What it is, in words.
        description: Option<String>,
        /// Who answers for it.
        governance: Option<Governance>,
    }

    /// Pictures of data or measurements.
    Graphics {
        /// What they show, in words.
        description: Option<String>,
        /// The pictures.
        collection: Vec<Graphic>,
    }

    /// One picture.
    Graphic {
        /// Name.
        name: Option<String>,
        /// The picture itself.
        image: Option<Attachment>,
    }

    /// A file inside the document.
    Attachment {
        /// Media type.
        content_type: Option<String>,
        /// `base64`, when the content is not text.
        encoding: Option<String>,
        /// The content.
        content: String,
    }

    /// Where data is and what it holds.
    Contents {
        /// The data itself.
        attachment: Option<Attachment>,
        /// Address.
        url: Option<String>,
        /// Further facts.
        properties: Vec<Property>,
    }

    /// Who answers for data.
    Governance {
        /// Who keeps it.
        custodians: Vec<ResponsibleParty>,
        /// Who looks after its content.
        stewards: Vec<ResponsibleParty>,
        /// Who owns it.
        owners: Vec<ResponsibleParty>,
    }

    /// An organisation or a contact that answers for data.
    ResponsibleParty {
        /// The organisation.
        organization: Option<Organization>,
        /// The contact.
        contact: Option<Contact>,
    }

    /// A service that the parts call.
    Service {
        /// The name by which the document refers to it.
        #[serde(rename = "bom-ref")]
        bom_ref: Option<String>,
        /// Who runs it.
        provider: Option<Organization>,
        /// Namespace of the name.
        group: Option<String>,
        /// Name.
        name: String,
        /// Version.
        version: Option<String>,
        /// What it is, in words.
        description: Option<String>,
        /// Addresses.
        endpoints: Vec<String>,
        /// Whether it asks who calls.
        authenticated: Option<bool>,
        /// Whether calling it crosses a trust boundary.
        #[serde(rename = "x-trust-boundary")]
        x_trust_boundary: Option<bool>,
        /// The zone of trust in which it runs.
        trust_zone: Option<String>,
        /// Data that flows.
        data: Vec<ServiceData>,
        /// Licences.
        licenses: Vec<LicenseChoice>,
        /// Where more is said.
        external_references: Vec<ExternalReference>,
        /// Further facts.
        properties: Vec<Property>,
    }

    /// One data flow of a service.
    ServiceData {
        /// Direction.
        flow: Flow,
        /// Sensitivity, such as `confidential`; `unknown` when nobody knows.
        classification: String,
        /// Name.
        name: Option<String>,
        /// What flows, in words.
        description: Option<String>,
        /// Who answers for it.
        governance: Option<Governance>,
        /// Where it comes from.
        source: Vec<String>,
        /// Where it goes.
        destination: Vec<String>,
    }
}
