//! The closed lists of CycloneDX, as far as we write them, each with the specification's spelling. The first word of a
//! list is what an empty value says.

use crate::render::cyclonedx::wire::Unsaid;
use serde::{Deserialize, Serialize};

words! {
    /// The word every document begins with.
    BomFormat { CycloneDx = "CycloneDX", }

    /// A version of the specification that we can write; the first is written unless another is asked for.
    SpecVersion { V1_6 = "1.6", V1_5 = "1.5", V1_7 = "1.7", }

    /// What a component is. The order is the order in documents: some readers look at the first component only,
    /// and an AI-BOM is about models.
    ComponentType {
        MachineLearningModel = "machine-learning-model",
        Data = "data",
        Application = "application",
        Library = "library",
        Device = "device",
        Framework = "framework",
        Container = "container",
        Platform = "platform",
        OperatingSystem = "operating-system",
        DeviceDriver = "device-driver",
        Firmware = "firmware",
        File = "file",
        CryptographicAsset = "cryptographic-asset",
    }

    /// Where in its life the described product was when the document was made.
    Phase { Operations = "operations", Design = "design", Build = "build", Discovery = "discovery", }

    /// What kind of data a data component holds.
    DataType {
        Dataset = "dataset",
        Configuration = "configuration",
        SourceCode = "source-code",
        Definition = "definition",
        Other = "other",
    }

    /// Which way data flows, seen from the service.
    Flow { Unknown = "unknown", Inbound = "inbound", Outbound = "outbound", BiDirectional = "bi-directional", }

    /// How a model learned.
    Learning {
        Supervised = "supervised",
        Unsupervised = "unsupervised",
        Reinforcement = "reinforcement-learning",
        SemiSupervised = "semi-supervised",
        SelfSupervised = "self-supervised",
    }

    /// For what energy was used.
    EnergyActivity {
        Other = "other",
        Design = "design",
        DataCollection = "data-collection",
        DataPreparation = "data-preparation",
        Training = "training",
        FineTuning = "fine-tuning",
        Validation = "validation",
        Deployment = "deployment",
        Inference = "inference",
    }

    /// What energy was made from.
    EnergySource {
        Unknown = "unknown",
        Coal = "coal",
        Oil = "oil",
        NaturalGas = "natural-gas",
        Nuclear = "nuclear",
        Wind = "wind",
        Solar = "solar",
        Geothermal = "geothermal",
        Hydropower = "hydropower",
        Biofuel = "biofuel",
        Other = "other",
    }

    /// The unit of energy.
    EnergyUnit { KilowattHour = "kWh", }

    /// The unit of carbon dioxide.
    Co2Unit { TonneEquivalent = "tCO2eq", }

    /// What an external reference leads to.
    ReferenceType {
        Other = "other",
        Advisories = "advisories",
        Certification = "certification-report",
        Configuration = "configuration",
        Distribution = "distribution",
        Documentation = "documentation",
        ElectronicSignature = "electronic-signature",
        Evidence = "evidence",
        IssueTracker = "issue-tracker",
        License = "license",
        ModelCard = "model-card",
        QualityMetrics = "quality-metrics",
        RiskAssessment = "risk-assessment",
        SecurityContact = "security-contact",
        Support = "support",
        ThreatModel = "threat-model",
        VersionControl = "vcs",
        VulnerabilityAssertion = "vulnerability-assertion",
        Website = "website",
    }

    /// A hash function.
    HashAlgorithm { Sha256 = "SHA-256", Sha384 = "SHA-384", Sha512 = "SHA-512", Sha1 = "SHA-1", }

    /// How complete the list of parts is.
    Aggregate { Unknown = "unknown", Complete = "complete", Incomplete = "incomplete", }
}
