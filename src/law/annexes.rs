//! Annex I: the product laws and the section in which each stands, edition by edition. Recognises an act by its number
//! wherever a text names it. The points of Annex III are rules and stand in `high_risk`.

use crate::law::cite::Citation;
use crate::law::edition::Edition;
use crate::law::terms::AnnexISection;

/// A product law of Annex I.
#[derive(Debug, Clone, Copy)]
pub struct ProductAct {
    /// The numbers by which a text names it; the first is the official one.
    pub numbers: &'static [&'static str],
    /// What it is about.
    pub title: &'static str,
    /// Section and point in the text as published.
    pub published: (AnnexISection, u8),
    /// Section and point in the amended text.
    pub amended: (AnnexISection, u8),
}

const fn act(
    section: AnnexISection,
    point: u8,
    title: &'static str,
    numbers: &'static [&'static str],
) -> ProductAct {
    ProductAct {
        numbers,
        title,
        published: (section, point),
        amended: (section, point),
    }
}

use AnnexISection::{A, B};

/// The acts, in the order of their points.
pub const ACTS: &[ProductAct] = &[
    // Regulation (EU) 2026/1744 deletes point 1 of Section A and adds machinery as point 21 of Section B.
    ProductAct {
        numbers: &["2023/1230", "2006/42"],
        title: "machinery",
        published: (A, 1),
        amended: (B, 21),
    },
    act(A, 2, "toys", &["2009/48", "2025/2509"]),
    act(A, 3, "recreational craft", &["2013/53"]),
    act(A, 4, "lifts", &["2014/33"]),
    act(A, 5, "equipment for explosive atmospheres", &["2014/34"]),
    act(A, 6, "radio equipment", &["2014/53"]),
    act(A, 7, "pressure equipment", &["2014/68"]),
    act(A, 8, "cableways", &["2016/424"]),
    act(A, 9, "personal protective equipment", &["2016/425"]),
    act(A, 10, "gas appliances", &["2016/426"]),
    act(A, 11, "medical devices", &["2017/745"]),
    act(A, 12, "in vitro diagnostic devices", &["2017/746"]),
    act(B, 13, "aviation security", &["300/2008"]),
    act(B, 14, "two- and three-wheelers", &["168/2013"]),
    act(B, 15, "agricultural and forestry vehicles", &["167/2013"]),
    act(B, 16, "marine equipment", &["2014/90"]),
    act(B, 17, "rail interoperability", &["2016/797"]),
    act(B, 18, "motor vehicles", &["2018/858"]),
    act(B, 19, "general safety of vehicles", &["2019/2144"]),
    act(B, 20, "civil aviation", &["2018/1139"]),
];

/// Why Section B brings no duty of Chapter III: of the Act, little more than the classification itself applies.
pub const SECTION_B_ALONE: Citation = Citation::art("2", "(2)");
/// The same in words.
pub const NO_DIRECT_DUTY: &str = "no duty of Chapter III applies directly (Article 2(2))";
/// What is known of the requirements that product law of Section B is to bring: the law, and what is to apply by when.
const TO_COME: &[(&str, &str)] = &[(
    "2023/1230",
    "the requirements for AI come by delegated acts, which are to apply by 2 August 2028 (OMN Art. 3)",
)];

/// Returns what governs a system that is high-risk through Section B, as far as the places of its class name the law.
pub fn governed_by(basis: &[Citation], edition: Edition) -> String {
    let acts: Vec<&ProductAct> = ACTS
        .iter()
        .filter(|act| basis.contains(&act.cite(edition)))
        .collect();
    let named: Vec<String> = acts.iter().map(|act| act.named()).collect();
    let known = TO_COME
        .iter()
        .filter(|(number, _)| acts.iter().any(|act| act.numbers[0] == *number));
    let known: String = known.map(|(_, says)| format!("; {says}")).collect();
    match named.is_empty() {
        true => "the product's own law, which the record does not name".to_owned(),
        false => format!("the law on {}{known}", named.join(" and the law on ")),
    }
}

impl ProductAct {
    /// Returns what the law is on, with its official number.
    fn named(&self) -> String {
        format!("{} ({})", self.title, self.numbers[0])
    }

    /// Returns section and point in an edition.
    pub const fn place(&self, edition: Edition) -> (AnnexISection, u8) {
        match edition {
            Edition::Oj2024 => self.published,
            Edition::Omnibus2026 => self.amended,
        }
    }

    /// Returns the citation in an edition.
    pub const fn cite(&self, edition: Edition) -> Citation {
        let (section, point) = self.place(edition);
        Citation::AnnexI(section, point)
    }

    /// Returns the acts that a text names, such as `Lifts Dir 2014/33/EU`.
    pub fn named_in(text: &str) -> impl Iterator<Item = &'static Self> {
        let names = move |number: &&str| mentions(text, number);
        ACTS.iter().filter(move |act| act.numbers.iter().any(names))
    }
}

// `2016/42` must not be found in `2016/425`, nor `14/33` in `2014/33`.
fn mentions(text: &str, number: &str) -> bool {
    text.match_indices(number).any(|(at, _)| {
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        !is_digit(text[..at].chars().next_back()) && !is_digit(text[at + number.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_act_is_known_by_its_number_and_moves_with_the_edition() {
        let cites = |text: &str, edition| -> Vec<String> {
            ProductAct::named_in(text)
                .map(|act| act.cite(edition).to_string())
                .collect()
        };
        for (text, published, amended) in [
            (
                "Machinery Reg (EU) 2023/1230",
                vec!["Annex I A point 1"],
                vec!["Annex I B point 21"],
            ),
            (
                "Lifts Dir 2014/33/EU",
                vec!["Annex I A point 4"],
                vec!["Annex I A point 4"],
            ),
            (
                "Reg (EU) 2018/858; Reg (EU) 2019/2144",
                vec!["Annex I B point 18", "Annex I B point 19"],
                vec!["Annex I B point 18", "Annex I B point 19"],
            ),
            ("a law on 12014/33", vec![], vec![]),
        ] {
            assert_eq!(cites(text, Edition::Oj2024), published, "{text}");
            assert_eq!(cites(text, Edition::Omnibus2026), amended, "{text}");
        }
    }
}
