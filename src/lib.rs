//! From a folder of YAML, the documents an organisation must keep under the EU AI Act.
//!
//! Files become spanned YAML, YAML becomes records, records become a linked inventory, the Act's table asks the
//! inventory its questions, the answers become classes, duties and gaps, these become document views, views
//! become bytes, and only `write` lets bytes leave.

pub mod calendar;
pub mod failure;
pub mod source;
pub mod term;

pub mod law;

pub mod diag;
pub mod yaml;

pub mod inventory;
pub mod link;
pub mod read;

pub mod classify;
pub mod obligations;

pub mod documents;
pub mod render;

pub mod report;
pub mod write;
