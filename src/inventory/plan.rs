//! The plan on which a product of a vendor is used, so that claims can be held against what the vendor says about it.

use crate::fields;
use crate::inventory::id::Id;
use crate::vendor_facts::InUse;
use crate::vendor_facts::plans::{Plan, Product, Route};

fields! {
    /// The plan on which a system is used, in the words of the vendor facts; of a product that has none, nothing follows.
    pub struct PlanInUse {
        /// The product.
        product: Product,
        /// The plan.
        name: Plan,
        /// How the plan is used. Where it is not stated, only what holds for every way is held against a claim.
        via: Route,
        /// The `evidence` record of what was agreed with the vendor; it counts for more than the vendor facts.
        evidence: Id,
    }
}

impl PlanInUse {
    /// Returns the plan as far as it is stated; nothing without a product.
    pub fn in_use(&self) -> Option<InUse> {
        let product = *self.product.stated()?;
        Some(InUse {
            product,
            plan: self.name.stated().copied(),
            route: self.via.stated().copied(),
        })
    }
}
