//! The uses in plain words: a closed list of keys for every use of Annex III and every product law of Annex I, each as a
//! question that needs no lawyer, with what it does not mean and the facts that a yes to it answers. Says nothing about
//! any system; a list of uses that is given is complete, as `facts.annex_iii.points` is.

use crate::law::annexes::{ACTS, ProductAct};
use crate::law::cite::Citation;
use crate::law::edition::Edition;
use crate::law::fact::Fact;
use crate::law::terms::{AnnexISection, AnnexPoint};

/// What a use stands for in the law.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// For a point of Annex III.
    Point {
        /// The point.
        point: AnnexPoint,
        /// What a yes answers with yes, the point itself first.
        facts: &'static [Fact],
        /// The claims of exceptions that can lift the use out of the point.
        exceptions: &'static [Fact],
    },
    /// For a product law of Annex I, by its number.
    Act(&'static str),
    /// For no listed use and no listed product.
    Nothing,
}

/// One row of the table of uses.
#[derive(Debug, Clone, Copy)]
pub struct UseRow {
    /// What it is.
    pub words: &'static str,
    /// The question that anyone can answer.
    pub question: &'static str,
    /// What is not meant.
    pub not_meant: &'static str,
    /// What it stands for.
    pub stands: Stands,
}

macro_rules! uses {
    ($($variant:ident: $key:literal $stands:expr, $words:literal, $question:literal, $not:literal;)*) => {
        /// A use in plain words.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize, schemars::JsonSchema)]
        pub enum Use {
            $(#[doc = $question] #[serde(rename = $key)] $variant,)*
        }

        impl Use {
            /// Every use, in the order of the law.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Returns the key as it stands in YAML.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)* }
            }

            /// Returns the row of the table.
            pub const fn row(self) -> UseRow {
                match self {
                    $(Self::$variant => UseRow {
                        words: $words,
                        question: $question,
                        not_meant: $not,
                        stands: $stands,
                    },)*
                }
            }
        }
    };
}

const fn point(point: AnnexPoint, facts: &'static [Fact], exceptions: &'static [Fact]) -> Stands {
    Stands::Point {
        point,
        facts,
        exceptions,
    }
}

use AnnexPoint::{
    P1a, P1b, P1c, P2, P3a, P3b, P3c, P3d, P4a, P4b, P5a, P5b, P5c, P5d, P6a, P6b, P6c, P6d, P6e, P7a, P7b,
    P7c, P7d, P8a, P8b,
};
use Fact::{
    AdministrativeProceedingsOnly, AlertsWorkerOnly, AncillaryAdministration, CandidateSideOnly,
    CategorisesBiometrically, CybersecurityOnly, EmotionFromBiometrics, EmotionOrBiocat,
    FinancialFraudDetectionOnly, HomeworkOnly, LearnerControlledOnly, LegalLoggingOnly, NotExposedToOutput,
    ObjectiveCriteriaOnly, Point1a, Point1b, Point1c, Point2, Point3a, Point3b, Point3c, Point3d, Point4a,
    Point4b, Point5a, Point5b, Point5c, Point5d, Point6a, Point6b, Point6c, Point6d, Point6e, Point7a,
    Point7b, Point7c, Point7d, Point8a, Point8b, PredictsOffence, Profiling, PrudentialCapitalOnly,
    TravelDocumentVerificationOnly, VerificationOnly,
};
use Stands::{Act, Nothing};

uses! {
    RemoteIdentification: "remote-identification" point(P1a, &[Point1a], &[VerificationOnly]),
        "identifying people at a distance",
        "Does it find out who people are from their face, voice, gait or another feature of the body, at a distance and by comparison with a database?",
        "Confirming that one person is who he or she claims to be, such as unlocking a device.";
    SensitiveTraitInference: "sensitive-trait-inference"
        point(P1b, &[Point1b, CategorisesBiometrically, EmotionOrBiocat], &[]),
        "inferring sensitive traits from the body",
        "Does it infer sensitive or protected traits of people, such as ethnic origin or health, from their face, voice, gait or another feature of the body?",
        "Age and gender, as the guidelines read the point; a filter that is a mere part of another service.";
    EmotionRecognition: "emotion-recognition"
        point(P1c, &[Point1c, EmotionFromBiometrics, EmotionOrBiocat], &[]),
        "recognising emotions from the body",
        "Does it recognise emotions or intentions of people from their face, voice, keystrokes or another feature of the body?",
        "Physical states such as pain and fatigue; the mood of a written text.";
    DigitalInfrastructureSafety: "digital-infrastructure-safety" point(P2, &[Point2], &[CybersecurityOnly]),
        "safety of critical digital infrastructure",
        "Does it protect the safe running of critical digital infrastructure, such as fire control in a data centre?",
        "Cybersecurity alone, ticket routing, forecasts and optimisation without a safety function.";
    RoadTrafficSafety: "road-traffic-safety" point(P2, &[Point2], &[CybersecurityOnly]),
        "safety of road traffic",
        "Does it protect the safe management of road traffic, such as the control of traffic lights?",
        "Navigation, tolls and traffic forecasts without a safety function; parts of a vehicle.";
    WaterSupplySafety: "water-supply-safety" point(P2, &[Point2], &[CybersecurityOnly]),
        "safety of the water supply",
        "Does it protect the safe supply of water, such as control of the pressure in the network?",
        "Billing, customer service, demand forecasts and maintenance plans.";
    GasSupplySafety: "gas-supply-safety" point(P2, &[Point2], &[CybersecurityOnly]),
        "safety of the gas supply",
        "Does it protect the safe supply of gas, such as shutting off a section of a pipeline?",
        "Billing, customer service, demand forecasts and maintenance plans.";
    HeatingSupplySafety: "heating-supply-safety" point(P2, &[Point2], &[CybersecurityOnly]),
        "safety of the heating supply",
        "Does it protect the safe supply of heating, such as control of pressure and temperature in a district network?",
        "Billing, customer service, demand forecasts and comfort settings in a building.";
    ElectricitySupplySafety: "electricity-supply-safety" point(P2, &[Point2], &[CybersecurityOnly]),
        "safety of the electricity supply",
        "Does it protect the safe supply of electricity, such as steering a shutdown in the grid?",
        "Billing, customer service, demand forecasts and maintenance plans.";
    StudentAdmission: "student-admission" point(P3a, &[Point3a], &[]),
        "admitting students",
        "Does it decide, or help decide, who is admitted to a school, course, programme or scholarship?",
        "Information for applicants and recommendations that only students see.";
    SchoolAssignment: "school-assignment" point(P3a, &[Point3a], &[]),
        "assigning people to schools",
        "Does it assign people to schools, universities or places of vocational training?",
        "Timetables and room plans.";
    ExamGrading: "exam-grading" point(P3b, &[Point3b], &[LearnerControlledOnly]),
        "grading exams and other work",
        "Does it grade or evaluate what people have learnt in education or vocational training?",
        "Practice with feedback that only the learner sees and that counts for nothing.";
    LearningSteering: "learning-steering" point(P3b, &[Point3b], &[LearnerControlledOnly]),
        "steering how people learn",
        "Does it evaluate what people have learnt in education or vocational training, in order to steer how they learn on?",
        "Material that learners choose themselves.";
    EducationLevelAssessment: "education-level-assessment" point(P3c, &[Point3c], &[]),
        "assessing the right level of education",
        "Does it assess which level of education or vocational training a person should receive or can reach?",
        "Statistics about groups from which nothing follows for a person.";
    ExamProctoring: "exam-proctoring" point(P3d, &[Point3d], &[HomeworkOnly]),
        "watching tests",
        "Does it watch people during a test in education or vocational training, or look for cheating in one?",
        "Checks of homework, such as for plagiarism.";
    RecruitmentAdvertising: "recruitment-advertising" point(P4a, &[Point4a], &[]),
        "targeted job advertisements",
        "Does it decide which people see a job advertisement?",
        "Advertising the employer without a vacancy; wording checks; placing by the requirements of the job alone.";
    RecruitmentScreening: "recruitment-screening" point(P4a, &[Point4a], &[CandidateSideOnly]),
        "screening applications",
        "Does it read, sort, filter, score or rank applications for a job or an assignment?",
        "Tools that serve candidates alone, such as help with a letter.";
    CandidateEvaluation: "candidate-evaluation" point(P4a, &[Point4a], &[CandidateSideOnly]),
        "evaluating candidates",
        "Does it evaluate candidates, for instance in tests or interviews?",
        "Training that serves candidates alone.";
    PromotionOrTermination: "promotion-or-termination" point(P4b, &[Point4b], &[]),
        "decisions on pay, promotion or termination",
        "Does it make or support decisions on working terms, pay, promotion or the end of work of individual people?",
        "Reminders of dates and payroll arithmetic.";
    TaskAllocationByBehaviour: "task-allocation-by-behaviour" point(P4b, &[Point4b], &[ObjectiveCriteriaOnly]),
        "allocating tasks by behaviour or traits",
        "Does it allocate tasks or shifts to people by how they behave or what they are like?",
        "Allocation by availability, licence or place alone; booking of rooms and equipment.";
    WorkerMonitoring: "worker-monitoring" point(P4b, &[Point4b], &[AlertsWorkerOnly, LegalLoggingOnly]),
        "monitoring and evaluating workers",
        "Does it monitor or evaluate how individual people work or behave at work, software developers included?",
        "Figures about teams or tools from which nobody can tell how a person works.";
    PublicBenefits: "public-benefits" point(P5a, &[Point5a], &[]),
        "public benefits and services",
        "Do public bodies, or others on their behalf, use it to decide who gets, keeps, loses or pays back benefits or services, healthcare included?",
        "Information for the public; claims of companies.";
    CreditScoring: "credit-scoring"
        point(P5b, &[Point5b], &[FinancialFraudDetectionOnly, PrudentialCapitalOnly]),
        "credit scores",
        "Does it evaluate whether people are creditworthy, or give them a credit score?",
        "Companies; the value of a security; the detection of financial fraud.";
    LifeHealthInsurancePricing: "life-health-insurance-pricing" point(P5c, &[Point5c], &[]),
        "risk and price in life and health insurance",
        "Does it assess risks of people or set prices for them in life or health insurance?",
        "Insurance of cars and property; the handling of claims.";
    EmergencyCalls: "emergency-calls" point(P5d, &[Point5d], &[]),
        "evaluating emergency calls",
        "Does it evaluate or classify emergency calls?",
        "Transcription alone.";
    EmergencyDispatch: "emergency-dispatch" point(P5d, &[Point5d], &[]),
        "dispatching emergency services",
        "Does it dispatch police, fire or medical services, or set priorities for them?",
        "Forecasts of floods or demand without dispatch.";
    PatientTriage: "patient-triage" point(P5d, &[Point5d], &[]),
        "triage of emergency patients",
        "Does it sort emergency patients by how urgently they need care?",
        "Planning of beds and staff.";
    VictimRisk: "victim-risk" point(P6a, &[Point6a], &[AdministrativeProceedingsOnly]),
        "risk of becoming a victim",
        "Does it assess, for law enforcement, the risk that a person becomes a victim of crime?",
        "Predictions about places.";
    PoliceLieDetection: "police-lie-detection" point(P6b, &[Point6b], &[AdministrativeProceedingsOnly]),
        "lie detection by law enforcement",
        "Is it a polygraph or a similar tool for law enforcement?",
        "Watching that officers are fit for duty.";
    EvidenceReliability: "evidence-reliability" point(P6c, &[Point6c], &[AdministrativeProceedingsOnly]),
        "reliability of evidence",
        "Does it evaluate, for law enforcement, how reliable evidence is?",
        "Sorting or comparing evidence without judging it.";
    OffendingRisk: "offending-risk" point(P6d, &[Point6d, PredictsOffence], &[AdministrativeProceedingsOnly]),
        "risk of offending",
        "Does it assess, for law enforcement, the risk that a person offends or offends again?",
        "Predictions about places.";
    CriminalTraitsAssessment: "criminal-traits-assessment" point(P6d, &[Point6d], &[AdministrativeProceedingsOnly]),
        "traits and past conduct of suspects",
        "Does it assess, for law enforcement, personality traits or past criminal conduct of people or groups?",
        "Looking up a record without assessing anyone.";
    CriminalProfiling: "criminal-profiling" point(P6e, &[Point6e, Profiling], &[AdministrativeProceedingsOnly]),
        "profiling in criminal matters",
        "Does it profile people when crimes are detected, investigated or prosecuted?",
        "Linking cases without profiling anyone.";
    BorderLieDetection: "border-lie-detection" point(P7a, &[Point7a], &[]),
        "lie detection in migration matters",
        "Is it a polygraph or a similar tool for migration, asylum or border authorities?",
        "Tools of other authorities.";
    BorderRiskAssessment: "border-risk-assessment" point(P7b, &[Point7b], &[]),
        "risks posed by travellers",
        "Does it assess, for migration or border authorities, a risk posed by a person who enters or has entered?",
        "Vehicles and flows of people.";
    AsylumVisaExamination: "asylum-visa-examination" point(P7c, &[Point7c], &[]),
        "asylum, visa and residence applications",
        "Does it help authorities to examine applications for asylum, visas or residence permits?",
        "Information for applicants.";
    BorderIdentification: "border-identification" point(P7d, &[Point7d], &[TravelDocumentVerificationOnly]),
        "detecting or identifying people at borders",
        "Does it detect, recognise or identify people in migration, asylum or border control?",
        "Verifying travel documents; search and rescue alone.";
    JudicialAssistance: "judicial-assistance" point(P8a, &[Point8a], &[AncillaryAdministration]),
        "assisting courts",
        "Does it help courts, or others on their behalf, to research or interpret facts and law or to apply the law to a case?",
        "Legal research of law firms; anonymising, transcribing and assigning by workload.";
    DisputeResolution: "dispute-resolution" point(P8a, &[Point8a], &[AncillaryAdministration]),
        "alternative dispute resolution",
        "Is it used in the same way in arbitration, mediation or another alternative dispute resolution with legal effects?",
        "Advice to one party.";
    ElectionInfluence: "election-influence" point(P8b, &[Point8b], &[NotExposedToOutput]),
        "influencing elections and voting",
        "Is it meant to influence the outcome of an election or referendum, or how people vote?",
        "Tools for organising a campaign, whose output people who vote do not meet directly.";
    Machinery: "machinery" Act("2023/1230"), "machinery",
        "Is it a machine, or part of one, under the law on machinery?", "Software that no machine depends on.";
    Toys: "toys" Act("2009/48"), "toys",
        "Is it a toy, or part of one, under the law on toys?", "Video games.";
    RecreationalCraft: "recreational-craft" Act("2013/53"), "recreational craft",
        "Is it a recreational boat or a water scooter, or part of one?", "Commercial ships.";
    Lifts: "lifts" Act("2014/33"), "lifts",
        "Is it a lift, or part of one, under the law on lifts?", "Cableways and escalators.";
    ExplosiveAtmospheres: "explosive-atmospheres" Act("2014/34"), "equipment for explosive atmospheres",
        "Is it equipment or a protective system for explosive atmospheres, or part of one?", "Equipment for other places.";
    RadioEquipment: "radio-equipment" Act("2014/53"), "radio equipment",
        "Is it equipment that sends or receives by radio, or part of it?", "An app that merely runs on such equipment.";
    PressureEquipment: "pressure-equipment" Act("2014/68"), "pressure equipment",
        "Is it a vessel, a pipe or other equipment under pressure, or part of it?", "Simple measuring of pressure elsewhere.";
    Cableways: "cableways" Act("2016/424"), "cableways",
        "Is it a cableway, or part of one?", "Lifts.";
    PersonalProtectiveEquipment: "personal-protective-equipment" Act("2016/425"), "personal protective equipment",
        "Is it equipment that people wear or hold for protection, or part of it?", "Ordinary clothing.";
    GasAppliances: "gas-appliances" Act("2016/426"), "gas appliances",
        "Is it an appliance that burns gas, or part of one?", "The supply of gas.";
    MedicalDevices: "medical-devices" Act("2017/745"), "medical devices",
        "Is it a medical device, software included, or part of one?", "Administration of a hospital; fitness and wellness.";
    InVitroDiagnostics: "in-vitro-diagnostics" Act("2017/746"), "in vitro diagnostic devices",
        "Is it a device for examining samples of the human body, software included, or part of one?", "General laboratory equipment.";
    AviationSecurity: "aviation-security" Act("300/2008"), "aviation security",
        "Is it equipment for the security of civil aviation, such as screening of baggage, or part of it?", "Other airport services.";
    TwoThreeWheelers: "two-three-wheelers" Act("168/2013"), "two- and three-wheelers",
        "Is it a motorcycle, moped, tricycle or quad, or part of one?", "Bicycles that are outside that law.";
    AgriculturalVehicles: "agricultural-vehicles" Act("167/2013"), "agricultural and forestry vehicles",
        "Is it a tractor or another agricultural or forestry vehicle, or part of one?", "Farm software that steers no vehicle.";
    MarineEquipment: "marine-equipment" Act("2014/90"), "marine equipment",
        "Is it equipment for ships under the law on marine equipment, or part of it?", "Recreational boats.";
    Rail: "rail" Act("2016/797"), "rail systems",
        "Is it part of the rail system, such as signalling, tracks or trains?", "Ticket sales and timetables for passengers.";
    MotorVehicles: "motor-vehicles" Act("2018/858"), "motor vehicles",
        "Is it a motor vehicle or trailer, or part of one, under the law on type-approval?", "Fleet software that steers no vehicle.";
    VehicleSafety: "vehicle-safety" Act("2019/2144"), "general safety of vehicles",
        "Is it a safety system of a motor vehicle, such as emergency braking or lane keeping?", "Entertainment and navigation in a vehicle.";
    CivilAviation: "civil-aviation" Act("2018/1139"), "civil aviation",
        "Is it an unmanned aircraft or its equipment, or part of it, under the law on civil aviation?", "Booking and passenger service.";
    None: "none" Nothing, "none of the listed uses and products",
        "Is it used for nothing in this list, and no part of a listed product?",
        "That nobody has looked. Leave the field out while it is not known.";
}

/// The field of a record that lists uses.
pub const FIELD: &str = "uses";

impl Use {
    /// Returns the use with a key.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.iter().find(|it| it.key() == key).copied()
    }

    /// Returns the point of Annex III that it stands for.
    pub const fn point(self) -> Option<AnnexPoint> {
        match self.row().stands {
            Stands::Point { point, .. } => Some(point),
            Stands::Act(_) | Stands::Nothing => None,
        }
    }

    /// Returns what it belongs to, such as an area of Annex III.
    pub const fn area(self) -> &'static str {
        match self.row().stands {
            Stands::Point { point, .. } => point.area().words(),
            Stands::Act(_) => "products",
            Stands::Nothing => "nothing of this",
        }
    }

    /// Returns the product law that it stands for.
    pub fn act(self) -> Option<&'static ProductAct> {
        match self.row().stands {
            Stands::Act(number) => ACTS.iter().find(|act| act.numbers[0] == number),
            Stands::Point { .. } | Stands::Nothing => None,
        }
    }

    /// Returns the claims of exceptions that can lift it out of its point.
    pub const fn exceptions(self) -> &'static [Fact] {
        match self.row().stands {
            Stands::Point { exceptions, .. } => exceptions,
            Stands::Act(_) | Stands::Nothing => &[],
        }
    }

    /// Returns the facts that it answers with yes in an edition.
    pub fn facts(self, edition: Edition) -> &'static [Fact] {
        match (self.row().stands, self.act()) {
            (Stands::Point { facts, .. }, _) => facts,
            (Stands::Act(_), Some(act)) => match act.place(edition).0 {
                AnnexISection::A => &[Fact::AnnexISectionA],
                AnnexISection::B => &[Fact::AnnexISectionB],
            },
            (Stands::Act(_), None) | (Stands::Nothing, _) => &[],
        }
    }

    /// Returns the facts that it leaves open and that decide whether it makes a system high-risk.
    pub const fn asks_further(self) -> &'static [Fact] {
        match self.row().stands {
            Stands::Act(_) => &[Fact::ProductOrSafetyComponent, Fact::ThirdPartyAssessment],
            Stands::Point { .. } => &[Fact::Profiling],
            Stands::Nothing => &[],
        }
    }

    /// Returns where it stands in an edition.
    pub fn cite(self, edition: Edition) -> Option<Citation> {
        let point = self.point().map(Citation::AnnexIii);
        point.or_else(|| self.act().map(|act| act.cite(edition)))
    }

    /// Returns whether Article 6(3) can take a system out of the high-risk class.
    pub fn derogation(self) -> &'static str {
        match self.row().stands {
            Stands::Point { facts, .. } if facts.contains(&Fact::Profiling) => {
                "The derogation of Article 6(3) is not open: this use profiles natural persons."
            }
            Stands::Point { .. } => {
                "The provider can claim the derogation of Article 6(3), unless the system profiles natural persons, \
                 materially influences the outcome or is part of a larger high-risk system."
            }
            Stands::Act(_) => "The derogation of Article 6(3) is not open for products of Annex I.",
            Stands::Nothing => "",
        }
    }
}

/// Returns whether a list of uses answers a fact with no when it names no use for it.
pub fn is_answered(fact: Fact) -> bool {
    ["annex_iii.points", "annex_i.section"].contains(&fact.row().path)
}

impl crate::term::Term for Use {
    fn words(self) -> &'static str {
        self.row().words
    }
    fn key(self) -> &'static str {
        Use::key(self)
    }
    fn list(self) -> &'static str {
        "Use"
    }
    fn name(self) -> &'static str {
        self.key()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::exceptions;
    use std::collections::BTreeSet;

    #[test]
    fn every_point_and_every_act_has_a_use_and_every_use_a_fact() {
        for point in AnnexPoint::ALL {
            assert!(
                Use::ALL.iter().any(|it| it.point() == Some(*point)),
                "{}",
                point.key()
            );
        }
        for act in ACTS {
            let stands_for = |it: &&Use| it.act().is_some_and(|found| found.title == act.title);
            assert_eq!(Use::ALL.iter().filter(stands_for).count(), 1, "{}", act.title);
        }
        for edition in Edition::ALL {
            for it in Use::ALL.iter().filter(|it| **it != Use::None) {
                let fact = it.facts(*edition).first().copied();
                assert!(fact.is_some_and(is_answered), "{} answers nothing", it.key());
                assert!(it.cite(*edition).is_some(), "{}", it.key());
            }
        }
    }

    #[test]
    fn a_use_answers_the_point_that_it_stands_for() {
        for it in Use::ALL {
            let Some(point) = it.point() else { continue };
            let named = format!("annex_iii.points.{}", point.key());
            assert_eq!(it.facts(Edition::Omnibus2026)[0].key(), named, "{}", it.key());
        }
    }

    #[test]
    fn an_exception_reaches_a_use_of_its_own_point_and_no_other() {
        for point in AnnexPoint::ALL {
            let mut claims = Vec::new();
            exceptions::of(*point)
                .iter()
                .for_each(|exception| exception.when.facts(&mut claims));
            let reached: BTreeSet<Fact> = Use::ALL
                .iter()
                .filter(|it| it.point() == Some(*point))
                .flat_map(|it| it.exceptions().iter().copied())
                .collect();
            assert_eq!(reached, claims.into_iter().collect(), "{}", point.key());
        }
    }

    #[test]
    fn a_key_is_kebab_case_and_stands_once_and_its_question_can_be_answered() {
        let keys: BTreeSet<&str> = Use::ALL.iter().map(|it| it.key()).collect();
        assert_eq!(keys.len(), Use::ALL.len());
        for it in Use::ALL {
            let row = it.row();
            let is_kebab = |char: char| char.is_ascii_lowercase() || char == '-';
            assert!(it.key().chars().all(is_kebab), "{}", it.key());
            assert_eq!(Use::of_key(it.key()), Some(*it));
            assert!(
                row.question.ends_with('?') && row.not_meant.ends_with('.'),
                "{}",
                it.key()
            );
        }
    }
}
