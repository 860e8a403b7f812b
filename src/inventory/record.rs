//! What all records share: an id, a name, sign-off, evidence, and the place they stand at. Also the macro that
//! declares a group of fields, each of which can be stated, not applicable, unknown or absent.

use crate::calendar::Date;
use crate::inventory::field::List;
use crate::inventory::id::Id;
use crate::source::{Span, Spanned};
use std::ops::Deref;

/// Declares a struct of optional fields, read from YAML: `name: T` becomes `pub name: Field<T>`.
#[macro_export]
macro_rules! fields {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$doc:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Default, PartialEq, serde::Deserialize, schemars::JsonSchema)]
        #[serde(default)]
        pub struct $name {
            $($(#[$doc])* pub $field: $crate::inventory::field::Field<$type>,)*
        }
    };
}

/// A record: what all records share, and the body of its kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Record<T> {
    /// The id, unique over all kinds.
    pub id: Spanned<Id>,
    /// The whole record.
    pub span: Span,
    /// What all records share.
    pub head: Head,
    /// What this kind adds.
    pub body: T,
}

impl<T> Deref for Record<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.body
    }
}

/// A body that may carry a name of its own, such as the registered name of a firm.
pub trait Named {
    /// Returns that name if it is stated.
    fn own_name(&self) -> Option<&str> {
        None
    }
}

impl<T: Named> Record<T> {
    /// Returns the name that people read: the stated name, else the body's own, else the id.
    pub fn title(&self) -> &str {
        let name = self.head.name.stated().map(String::as_str);
        name.or_else(|| self.body.own_name())
            .unwrap_or(self.id.value.as_str())
    }
}

impl<T> Record<T> {
    /// Returns whether somebody with a stated role has approved the record by a day.
    pub fn is_approved(&self, by: Date) -> bool {
        let sign_off = self.head.sign_off.stated();
        sign_off.is_some_and(|it| it.is_approved(by))
    }
}

fields! {
    /// Keys that every record accepts.
    pub struct Head {
        /// The name that documents print.
        name: String,
        /// The version of the record format; there is one, `1`.
        schema_version: u32,
        /// Who prepared, reviewed and approved the record.
        sign_off: SignOff,
        /// Ids of `evidence` records that support this record.
        evidence: List<Id>,
        /// Remarks that documents do not print.
        notes: String,
    }
}

fields! {
    /// Who stands behind a statement. Without approval, documents are marked DRAFT.
    pub struct SignOff {
        /// The role that prepared it.
        prepared_by: String,
        /// The role that reviewed it.
        reviewed_by: String,
        /// The role that approved it.
        approved_by: String,
        /// The day of approval.
        approved_on: Date,
        /// The version that was approved.
        version: String,
        /// The day by which it is reviewed next.
        next_review_on: Date,
    }
}

impl SignOff {
    /// Returns whether role and day of approval are stated, and the day lies no later than another.
    pub fn is_approved(&self, by: Date) -> bool {
        self.approved_by.stated().is_some() && self.approved_on.stated().is_some_and(|on| *on <= by)
    }
}
