//! The Act as constant data, one edition at a time. Imports nothing but the calendar, so that it can be printed,
//! compared and explained.

pub mod cite;
pub mod dates;
pub mod edition;
pub mod terms;
