//! What the user says, typed and not yet believed. One file per kind of record.

pub mod field;
pub mod id;
pub mod kind;
pub mod record;
pub mod sayings;
pub mod schema;
pub(crate) mod screen;
pub(crate) mod spelled;

pub mod audit;
pub mod boms;
pub mod budget;
pub mod dataset;
pub(crate) mod exact;
pub mod facts;
pub mod files;
pub mod group;
pub mod incident;
pub mod literacy;
pub mod log_minimums;
pub mod model;
pub mod model_card;
pub mod money;
pub mod notes;
pub mod organisation;
pub mod oversight;
pub mod paths;
pub mod plan;
pub mod policy;
pub mod rollout;
pub mod statement;
pub mod system;
pub mod tripwires;
pub mod vendor;
pub mod waiver;
pub mod workflow;
