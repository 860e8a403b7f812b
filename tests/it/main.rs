//! The one integration test binary.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod age;
mod ask;
mod bom;
mod bom_diff;
mod ceilings;
mod charts;
mod classes;
mod cli;
mod cyclonedx;
mod difference;
mod edit;
mod enclosures;
mod explain;
mod first_page;
mod input;
mod languages;
mod law_cases;
mod law_coverage;
mod law_days;
mod law_properties;
mod law_text;
mod markdown;
mod model_card;
mod obligations;
mod pdf;
mod plain_words;
mod readme;
mod sbom;
mod scripts;
mod sector_law;
mod statements;
mod tidy;
mod value_chain;
mod waivers;
mod worker_notice;
