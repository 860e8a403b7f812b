//! The one integration test binary.

mod bom;
mod input;
