//! What the Act makes easier for smaller undertakings, edition by edition. The ceilings of fines, which depend on size
//! too, stand in `penalties`. Constant data; which size an organisation has is for its record to say.

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
