//! The part of CycloneDX that we write, as plain structs: field names and nesting are the specification's, and
//! nothing is decided here. Unsaid fields are left out, unknown fields are refused on reading, so that a document
//! read and written again is the same document. The structs hold what 1.6 and 1.7 have; which of it a version has no
//! place for is known in `fit`.

use serde::{Deserialize, Serialize};
use serde_json::{Number, Value};

// The macros stand before the modules because macros are visible from where they stand onwards.
/// Declares wire structs: camel case keys, every field public, unsaid fields left out, unknown keys refused. A struct that
/// is itself left out when it says nothing is marked `@is_unsaid`.
macro_rules! wire {
    ($($(#[$meta:meta])* $(@$is_unsaid:ident)? $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
        #[serde(default, rename_all = "camelCase", deny_unknown_fields)]
        pub struct $name {
            $($(#[$field_meta])* #[serde(skip_serializing_if = "Unsaid::is_unsaid")] pub $field: $type,)*
        }
        impl Unsaid for $name {
            $(fn $is_unsaid(&self) -> bool {
                *self == Self::default()
            })?
        }
    )*};
}

/// Declares a closed list of the specification: `Variant = "spelling"`; the first is the default.
macro_rules! words {
    ($($(#[$meta:meta])* $name:ident { $first:ident = $first_key:literal, $($variant:ident = $key:literal,)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name {
            #[default] #[doc = $first_key] #[serde(rename = $first_key)] $first,
            $(#[doc = $key] #[serde(rename = $key)] $variant,)*
        }
        impl Unsaid for $name {}
    )*};
}

pub mod attest;
pub mod data;
pub mod model;
pub mod words;

use crate::render::cyclonedx::wire::attest::{Citation, Declarations, Definitions};
use crate::render::cyclonedx::wire::data::{ComponentData, Service};
use crate::render::cyclonedx::wire::model::ModelCard;
use crate::render::cyclonedx::wire::words::{
    Aggregate, BomFormat, ComponentType, HashAlgorithm, Phase, ReferenceType, SpecVersion,
};

/// Tells whether a field has nothing to write. Required fields always have.
pub(crate) trait Unsaid {
    fn is_unsaid(&self) -> bool {
        false
    }
}

impl Unsaid for String {}
impl Unsaid for u32 {}
impl<T> Unsaid for Option<T> {
    fn is_unsaid(&self) -> bool {
        self.is_none()
    }
}
impl<T> Unsaid for Vec<T> {
    fn is_unsaid(&self) -> bool {
        self.is_empty()
    }
}

/// References that are written even when there are none: a reader must see that nothing is depended on, and some
/// readers fail on a dependency without the key.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Refs(pub Vec<String>);
impl Unsaid for Refs {}

/// A number that is written with the digits with which it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Amount(pub Number);
impl Unsaid for Amount {}
impl Default for Amount {
    fn default() -> Self {
        Self(Number::from(0))
    }
}

/// A JSON signature (JSF). It is kept as it was read; none is made here.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Signature(pub Value);

wire! {
    /// A whole document.
    Bom {
        /// The address of the schema.
        #[serde(rename = "$schema")]
        schema: Option<String>,
        /// Always `CycloneDX`.
        bom_format: BomFormat,
        /// Version of the specification.
        spec_version: SpecVersion,
        /// `urn:uuid:...`, computed from the content when the document is written.
        serial_number: Option<String>,
        /// Counts re-issues under one serial number, from 1.
        version: u32,
        /// About the document and its subject.
        metadata: Metadata,
        /// The parts.
        components: Vec<Component>,
        /// Services that the parts call.
        services: Vec<Service>,
        /// References that belong to the document as a whole.
        external_references: Vec<ExternalReference>,
        /// Who depends on whom.
        dependencies: Vec<Dependency>,
        /// How complete the lists are.
        compositions: Vec<Composition>,
        /// Standards and their requirements.
        definitions: Option<Definitions>,
        /// What is claimed about requirements, on which evidence.
        declarations: Option<Declarations>,
        /// Who supplied which value; since 1.7.
        citations: Vec<Citation>,
        /// Further facts.
        properties: Vec<Property>,
        /// A signature over the document.
        signature: Option<Signature>,
    }

    /// About the document: when, in which phase, by which tool, by whom, about what.
    @is_unsaid Metadata {
        /// The day the content is true for, `YYYY-MM-DDT00:00:00Z`.
        timestamp: Option<String>,
        /// Generation context.
        lifecycles: Vec<Lifecycle>,
        /// The programs that made the document.
        tools: Option<Tools>,
        /// The people or roles that answer for the document.
        authors: Vec<Contact>,
        /// The subject of the document.
        component: Option<Component>,
        /// The organisation that made the document.
        manufacturer: Option<Organization>,
        /// The organisation that supplies the subject.
        supplier: Option<Organization>,
        /// Licences of the document itself.
        licenses: Vec<LicenseChoice>,
        /// Further facts.
        properties: Vec<Property>,
    }

    /// One phase of the life of the subject.
    Lifecycle {
        /// The phase.
        phase: Phase,
    }

    /// The programs that made the document.
    Tools {
        /// The programs.
        components: Vec<Component>,
    }

    /// An organisation.
    Organization {
        /// The name by which the document refers to it.
        #[serde(rename = "bom-ref")]
        bom_ref: Option<String>,
        /// Legal name.
        name: Option<String>,
        /// Postal address.
        address: Option<Address>,
        /// Web addresses.
        url: Vec<String>,
        /// Whom to ask.
        contact: Vec<Contact>,
    }

    /// A postal address.
    Address {
        /// Country.
        country: Option<String>,
        /// Region or state.
        region: Option<String>,
        /// Town.
        locality: Option<String>,
        /// Post office box.
        post_office_box_number: Option<String>,
        /// Postal code.
        postal_code: Option<String>,
        /// Street and the rest, as one text.
        street_address: Option<String>,
    }

    /// A person or role that can be asked.
    Contact {
        /// The name by which the document refers to it.
        #[serde(rename = "bom-ref")]
        bom_ref: Option<String>,
        /// Name or role.
        name: Option<String>,
        /// E-mail address.
        email: Option<String>,
        /// Telephone number.
        phone: Option<String>,
    }

    /// One part.
    Component {
        /// What it is.
        #[serde(rename = "type")]
        kind: ComponentType,
        /// The name by which the document refers to it.
        #[serde(rename = "bom-ref")]
        bom_ref: Option<String>,
        /// Who supplied it to us.
        supplier: Option<Organization>,
        /// Who made it.
        manufacturer: Option<Organization>,
        /// The people or roles that made it.
        authors: Vec<Contact>,
        /// Who published it.
        publisher: Option<String>,
        /// Namespace of the name.
        group: Option<String>,
        /// Name.
        name: String,
        /// Version.
        version: Option<String>,
        /// What it is, in words.
        description: Option<String>,
        /// `required`, `optional` or `excluded`.
        scope: Option<String>,
        /// Whether the surroundings supply it, rather than the product; since 1.7.
        is_external: Option<bool>,
        /// Hashes of the delivered file.
        hashes: Vec<Hash>,
        /// Licences.
        licenses: Vec<LicenseChoice>,
        /// Package URL.
        purl: Option<String>,
        /// Where more is said.
        external_references: Vec<ExternalReference>,
        /// About the model; on models only.
        model_card: Option<ModelCard>,
        /// About the data; on data only.
        data: Vec<ComponentData>,
        /// Further facts.
        properties: Vec<Property>,
    }

    /// A hash.
    Hash {
        /// The hash function.
        alg: HashAlgorithm,
        /// Lower-case hex.
        content: String,
    }

    /// A licence, or an expression of several.
    LicenseChoice {
        /// One licence.
        license: Option<License>,
        /// An SPDX expression.
        expression: Option<String>,
    }

    /// One licence: an identifier of the schema's SPDX list, or a name.
    License {
        /// SPDX identifier.
        id: Option<String>,
        /// Name, when the licence has no identifier; `NOASSERTION` when nobody knows.
        name: Option<String>,
        /// Where the text stands.
        url: Option<String>,
    }

    /// A place outside the document.
    ExternalReference {
        /// What it leads to.
        #[serde(rename = "type")]
        kind: ReferenceType,
        /// Address, absolute or relative.
        url: String,
        /// What is found there, in words.
        comment: Option<String>,
        /// Hashes of what is found there.
        hashes: Vec<Hash>,
    }

    /// A named fact.
    Property {
        /// Name, with a namespace.
        name: String,
        /// Value.
        value: Option<String>,
    }

    /// What one part depends on.
    Dependency {
        /// The part.
        #[serde(rename = "ref")]
        bom_ref: String,
        /// What it depends on directly; written even when empty.
        depends_on: Refs,
    }

    /// How complete a list of parts is.
    Composition {
        /// The name by which the document refers to it.
        #[serde(rename = "bom-ref")]
        bom_ref: Option<String>,
        /// How complete.
        aggregate: Aggregate,
        /// Parts whose own parts are meant.
        assemblies: Vec<String>,
        /// Parts whose dependencies are meant.
        dependencies: Vec<String>,
    }
}
