//! What use of a system, or of all of them, may cost, and what it is expected to cost. The organisation sets both for itself; no law asks
//! for either.

use crate::calendar::Date;
use crate::fields;
use crate::inventory::money::Amount;

fields! {
    /// Caps on what use of a system costs, and the numbers from which its cost is forecast.
    pub struct Budget {
        /// The currency of every amount in it (ISO 4217).
        currency: String,
        /// The most that one user may cost in a month.
        cap_per_user: Amount,
        /// The most that all use of the system may cost in a month.
        cap_per_month: Amount,
        /// The role that set the caps.
        set_by: String,
        /// The day from which the caps apply.
        applies_from: Date,
        /// From what the cost of a month is forecast.
        forecast: Forecast,
    }
}

fields! {
    /// The cap on what all use of AI in the organisation costs together.
    pub struct OrganisationBudget {
        /// The currency of the cap (ISO 4217).
        currency: String,
        /// The most that all systems together may cost in a month.
        cap_per_month: Amount,
        /// The role that set the cap.
        set_by: String,
        /// The day from which the cap applies.
        applies_from: Date,
    }
}

fields! {
    /// From what the cost of a month is forecast: developers x sessions a day x working days x cost of a session.
    pub struct Forecast {
        /// How many people use the system.
        developers: u64,
        /// How many sessions each of them has a day, on average; a decimal such as `2.5` is no money, and read alike.
        sessions_per_day: Amount,
        /// The working days of a month; 20 where none are stated.
        working_days: u64,
        /// What a session costs, on average.
        cost_per_session: Amount,
    }
}
