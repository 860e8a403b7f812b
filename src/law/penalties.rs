//! Articles 99 to 101: the most that a fine can be, as information. A cap is an amount and a share of worldwide annual
//! turnover; which of the two counts depends on the size of the undertaking. Computes no fine.

use crate::law::cite::Citation;
use crate::law::dates::DutyGroup;
use crate::law::terms::SizeClass;

/// A ceiling for fines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Penalty {
    /// What is fined.
    pub infringement: &'static str,
    /// Where the ceiling stands.
    pub cite: Citation,
    /// The amount in euro.
    pub euro: u64,
    /// The share of worldwide annual turnover, in percent.
    pub percent: u8,
    /// The sizes for which the lower of the two counts, not the higher.
    pub lower_for: &'static [SizeClass],
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
    infringement: "prohibited practices",
    cite: Citation::art("99", "(3)"),
    euro: 35_000_000,
    percent: 7,
    lower_for: SME,
};
/// The listed duties of operators, Article 50 among them.
pub const OPERATOR_DUTIES: Penalty = Penalty {
    infringement: "duties of operators and transparency duties",
    cite: Citation::art("99", "(4)"),
    euro: 15_000_000,
    percent: 3,
    lower_for: SME_AND_SMC,
};
/// Wrong, incomplete or misleading information to authorities.
pub const INFORMATION: Penalty = Penalty {
    infringement: "wrong, incomplete or misleading information to authorities",
    cite: Citation::art("99", "(5)"),
    euro: 7_500_000,
    percent: 1,
    lower_for: SME_AND_SMC,
};
/// Providers of general-purpose AI models, fined by the Commission.
pub const GPAI: Penalty = Penalty {
    infringement: "duties of providers of general-purpose AI models",
    cite: Citation::art("101", ""),
    euro: 15_000_000,
    percent: 3,
    lower_for: &[],
};

impl Penalty {
    /// Returns the ceiling in euro for an undertaking of a size with a worldwide annual turnover in euro.
    pub fn ceiling(&self, size: SizeClass, turnover: u64) -> u64 {
        let share = turnover / 100 * u64::from(self.percent) + turnover % 100 * u64::from(self.percent) / 100;
        if self.lower_for.contains(&size) {
            self.euro.min(share)
        } else {
            self.euro.max(share)
        }
    }
}

/// Every ceiling with the group of rules that brings it, in the order of articles.
pub const CEILINGS: &[(Penalty, DutyGroup)] = &[
    (PROHIBITED, DutyGroup::Penalties),
    (OPERATOR_DUTIES, DutyGroup::Penalties),
    (INFORMATION, DutyGroup::Penalties),
    (GPAI, DutyGroup::GpaiFines),
];

/// A ceiling for bodies of the Union, fined by the European Data Protection Supervisor: an amount, whatever the budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnionCeiling {
    /// What is fined.
    pub infringement: &'static str,
    /// Where the ceiling stands.
    pub cite: Citation,
    /// The amount in euro.
    pub euro: u64,
}

/// Prohibited practices of a body of the Union.
pub const UNION_PROHIBITED: UnionCeiling = UnionCeiling {
    infringement: "prohibited practices",
    cite: Citation::art("100", "(2)"),
    euro: 1_500_000,
};
/// Every other duty of a body of the Union.
pub const UNION_OTHER: UnionCeiling = UnionCeiling {
    infringement: "any other duty of the Act",
    cite: Citation::art("100", "(3)"),
    euro: 750_000,
};

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
    fn the_size_decides_which_ceiling_counts() {
        for (size, turnover, prohibited, duties, information) in [
            (
                SizeClass::Large,
                1_000_000_000,
                70_000_000,
                30_000_000,
                10_000_000,
            ),
            (SizeClass::Medium, 40_000_000, 2_800_000, 1_200_000, 400_000),
            (SizeClass::Smc, 140_000_000, 35_000_000, 4_200_000, 1_400_000),
        ] {
            assert_eq!(PROHIBITED.ceiling(size, turnover), prohibited, "{size:?}");
            assert_eq!(OPERATOR_DUTIES.ceiling(size, turnover), duties, "{size:?}");
            assert_eq!(INFORMATION.ceiling(size, turnover), information, "{size:?}");
        }
    }
}
