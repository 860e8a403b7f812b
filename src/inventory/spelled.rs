//! Texts whose spelling is fixed: country codes, e-mail addresses, language tags, and names that are more than white space.
//! Reads the tree by the names of keys, so that no record is forgotten. Says nothing about what a text means.

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::tongue::language::Tag;
use crate::yaml::node::{Content, Node};

/// The officially assigned codes of ISO 3166-1 alpha-2.
const COUNTRIES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ \
    BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR \
    CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR \
    GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU \
    ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ \
    LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ \
    MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF \
    PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI \
    SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR \
    TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/// Codes in use that are not assigned: what to write instead, or nothing where there is no other.
const UNASSIGNED: &[(&str, &str)] = &[
    ("EL", "GR"),
    ("UK", "GB"),
    ("XI", "GB"),
    ("EU", ""),
    // The Union uses it for Kosovo, which has no assigned code.
    ("XK", "XK"),
];

/// Tells what is wrong with a text, if anything.
type Check = fn(&str) -> Option<Wrong>;

/// How the values of some keys are spelled.
const SPELLINGS: &[(&str, Check)] = &[
    ("country", country),
    ("member_states", country),
    ("member_states_active", country),
    ("email", email),
    ("languages", language),
];

/// Keys of a record that hold its name.
pub(crate) const NAMES: &[&str] = &["name", "legal_name", "title"];

/// What is wrong with a spelling, and what to write.
struct Wrong {
    says: &'static str,
    advice: String,
}

/// Reports every text of a document that is not spelled as its field asks.
pub(crate) fn check_spelling(node: &Node, findings: &mut Diagnostics) {
    for entry in node.entries().into_iter().flatten() {
        if NAMES.contains(&entry.key.value.as_str()) && is_blank(&entry.value) {
            findings.add(blank_name(&entry.value, &entry.key.value));
        }
    }
    look_at(node, "", findings);
}

// The tree is at most 64 levels deep.
fn look_at(node: &Node, key: &str, findings: &mut Diagnostics) {
    match &node.content {
        Content::Table(entries) => entries
            .iter()
            .for_each(|entry| look_at(&entry.value, &entry.key.value, findings)),
        Content::List(items) => items.iter().for_each(|item| look_at(item, key, findings)),
        Content::Scalar(scalar) => {
            let spelling = SPELLINGS.iter().find(|(known, _)| *known == key);
            // An empty value is reported when the record is read.
            let spelling = spelling.filter(|_| !scalar.is_nothing());
            if let Some(wrong) = spelling.and_then(|(_, check)| check(&scalar.text)) {
                findings.add(misspelt(node, key, &wrong));
            }
        }
    }
}

fn is_blank(node: &Node) -> bool {
    match &node.content {
        Content::Scalar(scalar) => !scalar.is_nothing() && scalar.text.trim().is_empty(),
        Content::List(_) | Content::Table(_) => false,
    }
}

fn blank_name(node: &Node, key: &str) -> Diagnostic {
    let says = format!("the `{key}` of this record is blank");
    Diagnostic::at(Code::MissingIdentity, node.span, says, "nothing but white space")
        .help("write the name, or delete the key where a record needs none")
}

fn misspelt(node: &Node, key: &str, wrong: &Wrong) -> Diagnostic {
    let says = format!("`{key}` {}", wrong.says);
    Diagnostic::at(Code::UnusualSpelling, node.span, says, "here").help(wrong.advice.clone())
}

fn country(text: &str) -> Option<Wrong> {
    let is_assigned = |code: &str| COUNTRIES.split_whitespace().any(|known| known == code);
    let upper = text.trim().to_uppercase();
    let other = UNASSIGNED
        .iter()
        .find(|(code, _)| *code == upper)
        .map(|(_, other)| *other);
    let meant = match other {
        Some(other) => other.to_owned(),
        None if is_assigned(&upper) => upper,
        None => String::new(),
    };
    if text == meant && !meant.is_empty() {
        return None;
    }
    Some(Wrong {
        says: "is no country code",
        advice: match meant.is_empty() {
            true => "write the two capital letters of ISO 3166-1, such as `DE` or `FR`".to_owned(),
            false => format!("write `{meant}`"),
        },
    })
}

fn email(text: &str) -> Option<Wrong> {
    let (local, domain) = text.split_once('@').unwrap_or_default();
    let is_plain =
        !text.contains(|c: char| c.is_whitespace() || c.is_control() || ",;:<>()[]\\\"".contains(c));
    let has_levels = domain.split('.').count() > 1 && domain.split('.').all(|level| !level.is_empty());
    let is_address = is_plain && has_levels && !local.is_empty() && !domain.contains('@');
    (!is_address).then(|| Wrong {
        says: "is no e-mail address",
        advice: "write one address of a function alone, such as `ai@example.org`; a page belongs in `url`"
            .to_owned(),
    })
}

fn language(text: &str) -> Option<Wrong> {
    // A tag may also begin with a longer word; none of that kind has been registered, but names of languages look so.
    const LONGEST: usize = 3;
    let is_short = text.split('-').next().is_some_and(|first| first.len() <= LONGEST);
    let is_tag = is_short && text.parse::<Tag>().is_ok();
    (!is_tag).then(|| Wrong {
        says: "is no language tag",
        advice: "write two letters such as `en` or `de`, with a country where it matters, as in `de-AT`"
            .to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn advice(check: Check, text: &str) -> Option<String> {
        check(text).map(|wrong| wrong.advice)
    }

    #[test]
    fn a_country_is_an_assigned_code_in_capitals() {
        for text in ["DE", "GR", "GB", "US", "XK"] {
            assert_eq!(advice(country, text), None, "{text}");
        }
        for (text, meant) in [
            ("de", "`DE`"),
            ("EL", "`GR`"),
            ("uk", "`GB`"),
            (" FR", "`FR`"),
            ("xk", "`XK`"),
        ] {
            assert_eq!(advice(country, text), Some(format!("write {meant}")), "{text}");
        }
        for text in ["Germany", "D", "ZZ", "EU", "DEU", " ", "ÄÖ"] {
            assert!(advice(country, text).unwrap().contains("ISO 3166-1"), "{text}");
        }
        let codes: Vec<&str> = COUNTRIES.split_whitespace().collect();
        assert_eq!(codes.len(), 249);
        assert!(codes.is_sorted() && codes.iter().all(|code| code.len() == 2));
    }

    #[test]
    fn an_address_has_one_sign_and_a_domain_of_levels() {
        for text in ["ai@acme.example", "a.b+c@x-y.example.org", "käse@bücher.example"] {
            assert!(email(text).is_none(), "{text}");
        }
        for text in [
            "ai",
            "ai@acme",
            "@acme.example",
            "ai@",
            "ai@.example",
            "ai@acme.",
            "a@b@c.example",
            "ai @acme.example",
            "mailto:ai@acme.example",
            "a@x.example, b@x.example",
            "AI <ai@acme.example>",
            "https://acme.example",
            " ",
        ] {
            assert!(email(text).is_some(), "{text}");
        }
    }

    #[test]
    fn a_language_is_a_tag() {
        for text in ["de", "en-GB", "nds", "zh-Hant"] {
            assert!(language(text).is_none(), "{text}");
        }
        for text in ["german", "Deutsch, Englisch", "de_AT", "d", " "] {
            assert!(language(text).is_some(), "{text}");
        }
    }
}
