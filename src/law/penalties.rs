//! Articles 99 to 101: the most that a fine can be, as information. A cap is an amount and a share of worldwide annual
//! turnover; which of the two counts depends on the size of the undertaking and on the edition. Computes no fine.

use crate::calendar::Date;
use crate::law::cite::Citation;
use crate::law::dates::DutyGroup;
use crate::law::edition::Edition;
use crate::law::rule::{AMENDED, PUBLISHED};
use crate::law::terms::SizeClass;

/// A ceiling for fines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Penalty {
    /// The name, such as `art-99-4`.
    pub id: &'static str,
    /// What is fined.
    pub infringement: &'static str,
    /// Where the ceiling stands.
    pub cite: Citation,
    /// The amount in euro.
    pub euro: u64,
    /// The share of worldwide annual turnover, in percent; none for bodies without turnover.
    pub percent: Option<u8>,
    /// What the ceiling reaches, in each edition; may be empty.
    pub reaches: [&'static str; 2],
    /// Whether small and medium-sized enterprises pay the lower of the two (Article 99(6)).
    pub sme_relief: bool,
    /// Whether small mid-caps do, in the amended text (Article 99(6a)).
    pub smc_relief: bool,
    /// First day on which this text is law.
    pub since: Date,
}

const SME: &[SizeClass] = &[SizeClass::Micro, SizeClass::Small, SizeClass::Medium];
const SME_AND_SMC: &[SizeClass] = &[
    SizeClass::Micro,
    SizeClass::Small,
    SizeClass::Medium,
    SizeClass::Smc,
];

/// Prohibited practices; small mid-caps have no relief here (Article 99(6a)).
pub const PROHIBITED: Penalty = Penalty {
    id: "art-99-3",
    infringement: "prohibited practices",
    cite: Citation::art("99", "(3)"),
    euro: 35_000_000,
    percent: Some(7),
    reaches: ["Article 5", "Article 5, with points (ba) and (bb)"],
    sme_relief: true,
    smc_relief: false,
    since: PUBLISHED,
};
/// The listed duties of operators, Article 50 among them.
pub const OPERATOR_DUTIES: Penalty = Penalty {
    id: "art-99-4",
    infringement: "duties of operators and transparency duties",
    cite: Citation::art("99", "(4)"),
    euro: 15_000_000,
    percent: Some(3),
    reaches: [
        "Articles 16, 22, 23, 24 and 26, Articles 31, 33 and 34 on notified bodies, and Article 50",
        "Articles 16, 22, 23, 24, 25(2), 25(4) and 26, Articles 31, 33 and 34 on notified bodies, and Article 50; \
         Article 25 by point (da)",
    ],
    smc_relief: true,
    ..PROHIBITED
};
/// Wrong, incomplete or misleading information to authorities.
pub const INFORMATION: Penalty = Penalty {
    id: "art-99-5",
    infringement: "wrong, incomplete or misleading information to authorities",
    cite: Citation::art("99", "(5)"),
    euro: 7_500_000,
    percent: Some(1),
    reaches: ["", ""],
    smc_relief: true,
    ..PROHIBITED
};
/// Systems that the AI Office supervises: any other provision of the Act.
pub const AI_OFFICE: Penalty = Penalty {
    id: "art-75c-4",
    infringement: "any other provision, for systems that the AI Office supervises",
    cite: Citation::art("75c", "(4)"),
    reaches: [
        "",
        "systems of Article 75(1); periodic penalty payments stand beside it",
    ],
    since: AMENDED,
    ..OPERATOR_DUTIES
};
/// Institutions, bodies, offices and agencies of the Union: prohibited practices.
pub const UNION_PROHIBITED: Penalty = Penalty {
    id: "art-100-2",
    infringement: "prohibited practices of Union bodies",
    cite: Citation::art("100", "(2)"),
    euro: 1_500_000,
    percent: None,
    reaches: ["", ""],
    sme_relief: false,
    smc_relief: false,
    since: PUBLISHED,
};
/// The same for everything else.
pub const UNION_OTHER: Penalty = Penalty {
    id: "art-100-3",
    infringement: "other breaches by Union bodies",
    cite: Citation::art("100", "(3)"),
    euro: 750_000,
    ..UNION_PROHIBITED
};
/// Providers of general-purpose AI models, fined by the Commission.
pub const GPAI: Penalty = Penalty {
    id: "art-101",
    infringement: "duties of providers of general-purpose AI models",
    cite: Citation::art("101", ""),
    euro: 15_000_000,
    percent: Some(3),
    ..UNION_PROHIBITED
};

/// Every ceiling, in the order of the articles that set them.
pub const ALL: &[Penalty] = &[
    PROHIBITED,
    OPERATOR_DUTIES,
    INFORMATION,
    AI_OFFICE,
    UNION_PROHIBITED,
    UNION_OTHER,
    GPAI,
];

/// What holds where no ceiling of the Union is named.
pub const NATIONAL_RULES: &str = "Where no ceiling is named here, national rules under Article 99(1) decide. That goes for AI \
    literacy (Article 4) and for the assessment and registration of Articles 6(4) and 49(2), among others.";

/// Returns the ceilings of an edition.
pub fn of(edition: Edition) -> impl Iterator<Item = &'static Penalty> {
    ALL.iter().filter(move |penalty| edition.has(penalty.since, None))
}

impl Penalty {
    /// Returns the sizes for which the lower of amount and share counts, not the higher.
    pub const fn lower_for(&self, edition: Edition) -> &'static [SizeClass] {
        match (self.sme_relief, self.smc_relief, edition) {
            (false, _, _) => &[],
            (true, true, Edition::Omnibus2026) => SME_AND_SMC,
            (true, _, _) => SME,
        }
    }

    /// Returns what the ceiling reaches in an edition; may be empty.
    pub const fn reaches(&self, edition: Edition) -> &'static str {
        match edition {
            Edition::Oj2024 => self.reaches[0],
            Edition::Omnibus2026 => self.reaches[1],
        }
    }

    /// Returns the ceiling in euro for an undertaking of a size with a worldwide annual turnover in euro.
    pub fn ceiling(&self, edition: Edition, size: SizeClass, turnover: u64) -> u64 {
        let Some(percent) = self.percent.map(u64::from) else {
            return self.euro;
        };
        let share = turnover / 100 * percent + turnover % 100 * percent / 100;
        match self.lower_for(edition).contains(&size) {
            true => self.euro.min(share),
            false => self.euro.max(share),
        }
    }
}

/// Returns an amount in euro as documents print it, its thousands apart.
pub fn in_euro(amount: u64) -> String {
    format!("EUR {}", grouped(amount))
}

/// Returns a number with its thousands apart.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// The ceilings for undertakings, each with the group of rules that brings it, in the order of articles. Bodies of the
/// Union and systems that the AI Office supervises have others.
pub const FOR_UNDERTAKINGS: &[(Penalty, DutyGroup)] = &[
    (PROHIBITED, DutyGroup::Penalties),
    (OPERATOR_DUTIES, DutyGroup::Penalties),
    (INFORMATION, DutyGroup::Penalties),
    (GPAI, DutyGroup::GpaiFines),
];

/// Where no ceiling is set, national rules on penalties decide.
pub const NATIONAL: Citation = Citation::art("99", "(1)");
/// What authorities weigh when they decide on a fine.
pub const WEIGHING: Citation = Citation::art("99", "(7)");
/// Member States decide whether and how far public authorities are fined.
pub const PUBLIC_AUTHORITIES: Citation = Citation::art("99", "(8)");
/// Bodies of the Union have ceilings of their own.
pub const UNION_BODIES: Citation = Citation::art("100", "");
/// What the Supervisor weighs when it decides on a fine.
pub const UNION_WEIGHING: Citation = Citation::art("100", "(1)");

/// Returns the provision by which the lower ceiling counts for an undertaking of a size.
pub const fn relief(size: SizeClass) -> Option<Citation> {
    match size {
        SizeClass::Micro | SizeClass::Small | SizeClass::Medium => Some(Citation::art("99", "(6)")),
        SizeClass::Smc => Some(Citation::art("99", "(6a)")),
        SizeClass::Large => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        for (euro, expected) in [
            (0, "EUR 0"),
            (999, "EUR 999"),
            (1_000, "EUR 1,000"),
            (35_000_000, "EUR 35,000,000"),
            (u64::MAX, "EUR 18,446,744,073,709,551,615"),
        ] {
            assert_eq!(in_euro(euro), expected);
        }
    }

    #[test]
    fn the_size_decides_which_ceiling_counts() {
        for (size, turnover, expected) in [
            (
                SizeClass::Large,
                1_000_000_000,
                [70_000_000, 30_000_000, 10_000_000],
            ),
            (SizeClass::Medium, 40_000_000, [2_800_000, 1_200_000, 400_000]),
            (SizeClass::Smc, 140_000_000, [35_000_000, 4_200_000, 1_400_000]),
        ] {
            let ceilings = [PROHIBITED, OPERATOR_DUTIES, INFORMATION];
            let ceilings = ceilings.map(|it| it.ceiling(Edition::Omnibus2026, size, turnover));
            assert_eq!(ceilings, expected, "{size:?}");
        }
    }

    #[test]
    fn small_mid_caps_have_a_relief_in_the_amended_text_alone() {
        let ceiling = |edition| OPERATOR_DUTIES.ceiling(edition, SizeClass::Smc, 140_000_000);
        assert_eq!(ceiling(Edition::Oj2024), 15_000_000);
        assert_eq!(ceiling(Edition::Omnibus2026), 4_200_000);
        let sme = |edition| OPERATOR_DUTIES.ceiling(edition, SizeClass::Small, 40_000_000);
        assert_eq!(sme(Edition::Oj2024), sme(Edition::Omnibus2026));
    }

    #[test]
    fn the_ai_office_fines_under_the_amended_text_alone() {
        let has = |edition| of(edition).any(|penalty| penalty.id == AI_OFFICE.id);
        assert!(!has(Edition::Oj2024) && has(Edition::Omnibus2026));
        assert_eq!(
            UNION_OTHER.ceiling(Edition::Oj2024, SizeClass::Large, u64::MAX),
            750_000
        );
    }
}
