//! The class of a system or model, as far as duties and gaps depend on it.

use crate::calendar::Date;
use crate::inventory::id::Id;
use crate::law::terms::{AnnexPoint, Art50Para, Art50Status, Bearer, GpaiAxis, ProhibitedPoint, Tier};
use std::collections::BTreeMap;

/// The class of every system and model.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Classification {
    /// Systems, by id.
    pub systems: BTreeMap<Id, SystemClass>,
    /// Models, by id.
    pub models: BTreeMap<Id, ModelClass>,
}

/// The class of a system.
#[derive(Debug, Clone, PartialEq)]
pub struct SystemClass {
    /// The tier that is certain.
    pub min_tier: Tier,
    /// The highest tier that an open question allows.
    pub max_tier: Tier,
    /// Points of Annex III by which it is high-risk.
    pub annex_iii: Vec<AnnexPoint>,
    /// Points of Article 5 that are met.
    pub prohibited_points: Vec<ProhibitedPoint>,
    /// Duties of Article 50.
    pub art50: Vec<Art50Entry>,
    /// The first day on which the rules of the tier apply.
    pub applies_from: Option<Date>,
    /// Questions that are open.
    pub open_questions: Vec<String>,
}

/// A duty of Article 50 as it stands for one system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Art50Entry {
    /// Which duty.
    pub para: Art50Para,
    /// Who bears it.
    pub bearer: Bearer,
    /// What it comes to.
    pub status: Art50Status,
}

/// The class of a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ModelClass {
    /// What it is in the sense of Chapter V.
    pub gpai_axis: GpaiAxis,
    /// The first day on which the rules apply.
    pub applies_from: Option<Date>,
}
