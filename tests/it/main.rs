//! The one integration test binary.

mod input;
mod law_cases;
mod markdown;
