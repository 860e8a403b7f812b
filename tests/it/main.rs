//! The one integration test binary.

mod bom;
mod input;
mod law_cases;
mod markdown;
mod pdf;
