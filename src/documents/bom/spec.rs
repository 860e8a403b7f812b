//! The versions of CycloneDX in which the AI-BOM can be written, and what of it each has no place for, in words for the
//! page and for the file.

crate::terms! {
    /// A version of CycloneDX; the first is written unless another is asked for.
    pub enum BomSpec {
        V1_6 = "1.6" => "CycloneDX 1.6",
        V1_7 = "1.7" => "CycloneDX 1.7",
        V1_5 = "1.5" => "CycloneDX 1.5",
    }
}

crate::terms! {
    /// Something that a version has no place for.
    pub enum Omission {
        Attestations = "attestations" => "the duties of the Act and what is on record about each of them",
        Makers = "makers" => "the maker of a part apart from its supplier; the maker stands as supplier",
        Addresses = "addresses" => "the addresses of organisations",
        Energy = "energy" => "the energy that models use",
        Types = "types" => "the type of cryptographic parts; they stand as libraries with their type as a property",
    }
}

impl BomSpec {
    /// How the manifest calls the choice; a build in the usual version does not name it.
    pub const OPTION: &str = "bom-spec";

    /// Returns what the version has no place for.
    pub const fn omits(self) -> &'static [Omission] {
        match self {
            Self::V1_5 => Omission::ALL,
            Self::V1_6 | Self::V1_7 => &[],
        }
    }
}

// A derived default would need a marked variant, which a list of terms does not have.
#[expect(clippy::derivable_impls, reason = "the macro writes the variants")]
impl Default for BomSpec {
    fn default() -> Self {
        Self::V1_6
    }
}
