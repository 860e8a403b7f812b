//! The one integration test binary.

mod bom;
mod cli;
mod explain;
mod input;
mod law_cases;
mod markdown;
mod pdf;
mod tidy;
