//! What the Act makes easier for smaller undertakings, edition by edition, and from where on an undertaking is of which
//! size. The ceilings of fines, which depend on size too, stand in `penalties`. Constant data; which size an organisation
//! has is for its record to say.

use crate::law::cite::Citation;
use crate::law::edition::Edition;
use crate::law::terms::SizeClass::{self, Medium, Micro, Small, Smc};

/// A relief by size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relief {
    /// The name, such as `art-11-1-simplified`.
    pub id: &'static str,
    /// Where it stands.
    pub cites: &'static [Citation],
    /// What it says, in our words, in each edition.
    pub says: [&'static str; 2],
    /// Which sizes the text names, in each edition; empty where it names none.
    pub sizes: [&'static [SizeClass]; 2],
    /// For whom it holds.
    pub holds_for: HoldsFor,
}

/// For whom a relief holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoldsFor {
    /// Only for the sizes that the text names.
    NamedSizes,
    /// For every size; those that the text names are examples (Article 17(2)).
    EverySize,
}

/// Up to where an undertaking is of a size: both limits have to be kept, the second in one of two ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Threshold {
    /// The size.
    pub size: SizeClass,
    /// It has fewer persons than this.
    pub persons_below: u32,
    /// Its turnover is at most this, in millions of euro,
    pub turnover: u32,
    /// or its balance sheet total is at most this, in millions of euro.
    pub balance_sheet: u32,
    /// Where the definition stands to which the Act refers.
    pub cites: Citation,
    /// What is doubtful about the limits; may be empty.
    pub doubt: &'static str,
    /// Where the amended text refers to it; the text as published has no such place.
    referred_by: Citation,
}

const fn sme_below(size: SizeClass, limits: [u32; 3], cites: Citation) -> Threshold {
    let [persons_below, turnover, balance_sheet] = limits;
    Threshold {
        size,
        persons_below,
        turnover,
        balance_sheet,
        cites,
        doubt: "",
        referred_by: Citation::art("3", "(14a)"),
    }
}

const fn sme(place: &'static str) -> Citation {
    Citation::Guideline("Rec. 2003/361/EC", place)
}
const SMC: Citation = Citation::Guideline("Rec. (EU) 2025/1099", "Annex point 2");

/// The sizes that have an upper limit, the smallest first. Those of enterprises smaller than mid-caps were compared with
/// the summary that the Commission publishes.
pub const THRESHOLDS: &[Threshold] = &[
    sme_below(Micro, [10, 2, 2], sme("Annex Art. 2(3)")),
    sme_below(Small, [50, 10, 10], sme("Annex Art. 2(2)")),
    sme_below(Medium, [250, 50, 43], sme("Annex Art. 2(1)")),
    Threshold {
        doubt: "these limits were not read again at their source",
        referred_by: Citation::art("3", "(14b)"),
        ..sme_below(Smc, [750, 150, 129], SMC)
    },
];

/// What is counted in, and when a size changes.
pub const HOW_SIZES_ARE_COUNTED: &str = "Whoever keeps none of these limits is large. For micro, small and medium-sized \
     enterprises, partner and linked enterprises are counted in (Rec. 2003/361/EC Annex Art. 3 and 6), and a size changes \
     only after the limits were passed in two successive years (Annex Art. 4(2)); how it is counted for small mid-caps was \
     not read for this table.";

impl Threshold {
    /// Returns where the text of an edition refers to the definition, if it has such a place.
    pub const fn referred_by(&self, edition: Edition) -> Option<Citation> {
        match edition {
            Edition::Oj2024 => None,
            Edition::Omnibus2026 => Some(self.referred_by),
        }
    }

    /// Returns the limits in words.
    pub fn says(&self) -> String {
        format!(
            "fewer than {} persons, and a yearly turnover of at most EUR {} million or a balance sheet total of at most EUR \
             {} million",
            self.persons_below, self.turnover, self.balance_sheet
        )
    }
}

/// The reliefs, in the order of their articles.
pub const RELIEFS: &[Relief] = &[
    Relief {
        id: "art-11-1-simplified",
        cites: &[Citation::art("11", "(1)")],
        says: ["The technical documentation may be kept in a simplified form."; 2],
        sizes: [&[Micro, Small, Medium], &[Micro, Small, Medium, Smc]],
        holds_for: HoldsFor::NamedSizes,
    },
    Relief {
        id: "art-17-2-proportionate",
        cites: &[Citation::art("17", "(2)")],
        says: [
            "The quality management system is proportionate to the size of the provider.",
            "The quality management system is proportionate to the size of the provider; the text names small and \
             medium-sized enterprises and small mid-caps.",
        ],
        sizes: [&[], &[Micro, Small, Medium, Smc]],
        holds_for: HoldsFor::EverySize,
    },
    Relief {
        id: "art-63-1-simplified",
        cites: &[Citation::art("63", "(1)")],
        says: ["Parts of the quality management system may be kept in a simplified way, by enterprises without partner or \
             linked enterprises."; 2],
        sizes: [&[Micro], &[Micro, Small, Medium]],
        holds_for: HoldsFor::NamedSizes,
    },
];

impl Relief {
    /// Returns what it says in an edition.
    pub const fn says(&self, edition: Edition) -> &'static str {
        match edition {
            Edition::Oj2024 => self.says[0],
            Edition::Omnibus2026 => self.says[1],
        }
    }

    /// Returns the sizes that the text of an edition names; empty where it names none.
    pub const fn sizes(&self, edition: Edition) -> &'static [SizeClass] {
        match edition {
            Edition::Oj2024 => self.sizes[0],
            Edition::Omnibus2026 => self.sizes[1],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_size_is_larger_than_the_one_before_and_only_large_has_no_limit() {
        let sizes: Vec<SizeClass> = THRESHOLDS.iter().map(|it| it.size).collect();
        assert_eq!([sizes, vec![SizeClass::Large]].concat(), SizeClass::ALL);
        for pair in THRESHOLDS.windows(2) {
            let [smaller, larger] = pair else { continue };
            assert!(smaller.persons_below < larger.persons_below);
            assert!(smaller.turnover < larger.turnover && smaller.balance_sheet < larger.balance_sheet);
        }
        assert_eq!(
            THRESHOLDS[2].says(),
            "fewer than 250 persons, and a yearly turnover of at most EUR 50 million or a balance sheet total of at most \
             EUR 43 million"
        );
    }

    #[test]
    fn the_amendment_takes_no_relief_away_and_adds_sizes_to_each() {
        for relief in RELIEFS {
            let [published, amended] = [Edition::Oj2024, Edition::Omnibus2026].map(|it| relief.sizes(it));
            assert!(
                published.iter().all(|size| amended.contains(size)),
                "{}",
                relief.id
            );
            assert!(published.len() < amended.len(), "{}", relief.id);
            assert!(!amended.contains(&SizeClass::Large), "{}", relief.id);
        }
    }
}
