//! The one integration test binary.

mod markdown;
