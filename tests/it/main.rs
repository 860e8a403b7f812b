//! The one integration test binary.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod age;
mod any_bytes;
mod ask;
mod bom;
mod bom_diff;
mod bom_sign;
mod book;
mod ceilings;
mod charts;
mod ci_page;
mod classes;
mod cli;
mod costs;
mod crosswalk;
mod cyclonedx;
mod difference;
mod discover;
mod docx;
mod edit;
mod editor;
mod enclosures;
mod evidence;
mod explain;
mod files;
mod first_page;
mod hostile;
mod import;
mod import_git;
mod import_reviews;
mod input;
mod languages;
mod law_cases;
mod law_coverage;
mod law_days;
mod law_properties;
mod law_text;
mod markdown;
mod merge;
mod model_card;
mod obligations;
mod pdf;
mod plain_words;
mod readme;
mod records;
mod register;
mod reports;
mod rollout;
mod samples;
mod sbom;
mod scale;
mod scripts;
mod sector_law;
mod shell;
mod sign;
mod statements;
mod threats;
mod tidy;
mod value_chain;
mod vendor_facts;
mod waivers;
mod worker_notice;

// The pages of the book are made by an example; the test asks it what it would write.
#[path = "../../examples/book/pages/mod.rs"]
mod pages;
